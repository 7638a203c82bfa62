"""Names of Arabic: many romanisations, articles, servants of God, and the script itself."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

SOLEIMANI = '10481,"SOLEIMANI, Qasem",individual,SDGT] [SYRIA] [NPWMD] [IRGC] [IFSR,-0- ,'
GHASEM = '10481,10480,aka,"SOLEYMANI, Ghasem",-0- '
FAYYADH = '30242,"AL-FAYYADH, Falih",individual,GLOMAG,-0- ,-0- ,'
ALFAYYADH = '30242,47443,aka,"ALFAYYADH, Faleh",-0- '
MUHANDIS = '11461,"AL-MUHANDIS, Abu Mahdi",individual,IRAQ3,-0- ,'
HAMIDAWI = '28571,"AL-HAMIDAWI, Ahmad",individual,SDGT,-0- ,'
NASRALLAH = '2686,"NASRALLAH, Hasan",individual,SDGT] [SYRIA,Secretary General of HIZBALLAH'
BADR_AL_DIN = '13423,"BADR AL DIN, Mustafa",individual,SDGT] [SYRIA,-0- ,'
SINWAR = '18528,"SINWAR, Yahya",individual,SDGT,-0- ,'
HEJEIJ = '18224,"HEJEIJ, Kassem",individual,SDGT,-0- ,'
HALA_NASSER = '<nameAlias firstName="" middleName="" lastName="" wholeName="Hala Mohamed AL NASSER"'
YASIN = "<FIRST_NAME>ABDUL RAHMAN</FIRST_NAME> <SECOND_NAME>YASIN</SECOND_NAME>"
YASIN_ARABIC = "<NAME_ORIGINAL_SCRIPT>عبد الرحمن ياسين</NAME_ORIGINAL_SCRIPT>"
ZAWAHIRI_ARABIC = "<NAME_ORIGINAL_SCRIPT>أيمن محمد ربيع الظواهري</NAME_ORIGINAL_SCRIPT>"
QUSAY_ARABIC = "<NAME_ORIGINAL_SCRIPT>قصي صدام حسين التكريتي</NAME_ORIGINAL_SCRIPT>"
BARADAR_ARABIC = "<NAME_ORIGINAL_SCRIPT>عبدالغنی برادر عبد الاحمد ترک</NAME_ORIGINAL_SCRIPT>"
ABBAS = '2674,"ABBAS, Abu",individual,SDGT,'
RAHMAN = '2675,"AL RAHMAN, Shaykh Umar Abd",individual,SDGT,'
AWDA = '2678,"AWDA, Abd Al Aziz",individual,SDGT,'
FADLALLAH = '2679,"FADLALLAH, Shaykh Muhammad Husayn",individual,SDGT,'
TUFAYLI = '2690,"TUFAYLI, Subhi",individual,SDGT,'
ABU_MARZOOK = '3754,"ABU MARZOOK, Mousa Mohammed",individual,SDGT,'
BIN_LADIN = '6365,"BIN LADIN, Usama bin Muhammad bin Awad",individual,SDGT,-0- ,-0- ,-0- ,'
IZZ_AL_DIN = '6926,"IZZ-AL-DIN, Hasan",individual,SDGT,-0- ,-0- ,-0- ,'
ZAYN = '6905,"HUSAYN, Zayn al-Abidin Muhammad",individual,SDGT,-0- ,-0- ,-0- ,'
RIFAI = '6368,"MUSA, Rifa\'i Ahmad Taha",individual,SDGT,-0- ,-0- ,-0- ,'
KABI = '11170,"AL-KABI, Arkam \'Abbas",individual,SDGT] [IRAQ3,-0- ,-0- ,-0- ,'
SAIF_AL_DIN = '7888,"AL-MASHHADANI, Saif-al-Din",individual,IRAQ2,-0- ,-0- ,-0- ,'
LOUNICI = "<NAME_ORIGINAL_SCRIPT>جمال لونيسي</NAME_ORIGINAL_SCRIPT>"
FAQIH = '9595,"AL-FAQIH, Abd al-Rahman",individual,SDGT,-0- ,-0- ,-0- ,'
IRAQI = '6906,"AL-IRAQI, Abd al-Hadi",individual,SDGT,-0- ,-0- ,-0- ,'


@pytest.mark.parametrize(
    "case",
    [
        Case("Qasem Soleimani", SOLEIMANI, "the listed name in the usual order"),
        Case("Qassem Suleimani", SOLEIMANI, "a letter doubled, o for u"),
        Case("Kasım Süleymani", SOLEIMANI, "the Turkish spelling"),
        Case("Ghasem Soleimani", SOLEIMANI, "qaf as Persians say it"),
        Case("Ghasem Soleimani", GHASEM, "an alias spelled so"),
        Case("General Qasem Soleimani", SOLEIMANI, "a rank is not a name"),
        Case("قاسم سليماني", SOLEIMANI, "in Arabic letters"),
        Case("قاسم سلیمانی", SOLEIMANI, "in Persian ones"),
        Case("Касем Сулеймани", SOLEIMANI, "in Russian"),
        Case("Falih al Fayyad", FAYYADH, "dad as d"),
        Case("Faleh Alfayyad", ALFAYYADH, "the article written on"),
        Case("Faleh Alfayyad", FAYYADH, "the article written on and apart"),
        Case("Abu Mahdi al-Mohandes", MUHANDIS, "other vowels"),
        Case("أبو مهدي المهندس", MUHANDIS, "the article is part of the word in Arabic"),
        Case("Ahmad Hamidawi", HAMIDAWI, "without the article"),
        Case("أحمد الحميداوي", HAMIDAWI, "hamza over the alif, not written in Latin"),
        Case("Hassan Nasrallah", NASRALLAH, "s doubled"),
        Case("Hasan Nasrullah", NASRALLAH, "the case vowel before Allah"),
        Case("Hasan Nasr Allah", NASRALLAH, "written apart"),
        Case("حسن نصر الله", NASRALLAH, "written apart in Arabic"),
        Case("Mustafa Badr al-Din", BADR_AL_DIN, "the article in between"),
        Case("Yahya Sinwar", SINWAR, "the listed name in the usual order"),
        Case("Kasim Hujeij", HEJEIJ, "other vowels"),
        Case("Abd al-Rahman Yasin", YASIN, "the servant's article apart"),
        Case("Abdurrahman Yasin", YASIN, "the article assimilated and written on"),
        Case("Abdel Rahman Yassin", YASIN, "as Egypt writes it"),
        Case("Abdul Rahman Yasin", YASIN_ARABIC, "a Latin name, an Arabic one listed"),
        Case("Abdulrahman Yasin", YASIN_ARABIC, "one word in Latin, two in Arabic"),
        Case("Ayman Muhammad Rabi al-Zawahiri", ZAWAHIRI_ARABIC, "za as z"),
        Case("Qusay Saddam Hussein al-Tikriti", QUSAY_ARABIC, "four parts"),
        Case("Abdul Ghani Baradar Abdul Ahmad Turk", BARADAR_ARABIC, "one word in Arabic, two in Latin"),
        Case("Abou Abbas", ABBAS, "kunya as the French write it"),
        Case("Omar Abdel-Rahman", RAHMAN, "servant of the Merciful, cut in two by the list"),
        Case("Umar Abd al-Rahman", RAHMAN, "as it is told"),
        Case("عمر عبد الرحمن", RAHMAN, "in Arabic"),
        Case("Abd al-Aziz Awda", AWDA, "the article between"),
        Case("عبد العزيز عودة", AWDA, "in Arabic"),
        Case("Mohammed Hussein Fadlallah", FADLALLAH, "other vowels, without his title"),
        Case("Sayyed Muhammad Hussein Fadl-Allah", FADLALLAH, "with another title, the name in two"),
        Case("محمد حسين فضل الله", FADLALLAH, "in Arabic"),
        Case("Sobhi Tufaili", TUFAYLI, "other vowels"),
        Case("Subhi al-Tufayli", TUFAYLI, "with the article"),
        Case("صبحي الطفيلي", TUFAYLI, "in Arabic"),
        Case("Musa Abu Marzuq", ABU_MARZOOK, "other vowels, q for k, without his father's name"),
        Case("Mousa Mohamed Abou Marzouk", ABU_MARZOOK, "as the French write it"),
        Case("موسى محمد أبو مرزوق", ABU_MARZOOK, "in Arabic"),
        Case("Usama bin Laden", BIN_LADIN, "without his father and grandfather"),
        Case("أسامة بن محمد بن عوض بن لادن", BIN_LADIN, "in Arabic, with his nasab"),
        Case("Hasan Izz ad-Din", IZZ_AL_DIN, "the article assimilated"),
        Case("حسن عز الدين", IZZ_AL_DIN, "in Arabic"),
        Case("Zein al-Abideen Mohamed Hussein", ZAYN, "other vowels"),
        Case("Zayn Al Abidin Muhammad Husayn", ZAYN, "the article apart"),
        Case("زين العابدين محمد حسين", ZAYN, "in Arabic"),
        Case("Rifai Ahmed Taha Moussa", RIFAI, "without the apostrophe of the ayn"),
        Case("Rifa`i Taha Musa", RIFAI, "with another apostrophe, without his father"),
        Case("Akram al-Kaabi", KABI, "as the press writes him"),
        Case("Akram Abbas al-Ka'bi", KABI, "the ayn as an apostrophe"),
        Case("Sayf al-Din al-Mashhadani", SAIF_AL_DIN, "a for i, the article apart"),
        Case("Seifeddine Mashhadani", SAIF_AL_DIN, "as the French write it"),
        Case("سيف الدين المشهداني", SAIF_AL_DIN, "in Arabic"),
        Case("Osama Ben Laden", BIN_LADIN, "father and grandfather left out, both words respelled"),
        Case("Djamel Lounici", LOUNICI, "as the French write him: c before i is s"),
        Case("Abdulrahman Faqih", FAQIH, "the servant together, the nisba without its article"),
        Case("Abd al-Rahman al-Faqih", FAQIH, "the listed name in the usual order"),
        Case("Mustafa Badreddine", BADR_AL_DIN, "as the French write it, together"),
        Case("Mustafa Badruddin", BADR_AL_DIN, "the article assimilated, together"),
        Case("Hassan Ezzeddine", IZZ_AL_DIN, "as the French write it, together"),
        Case("Abdulrahman al-Faqih", FAQIH, "the servant together, the nisba with its article"),
        Case("Abdulhadi al-Iraqi", IRAQI, "the servant together, the nisba with its article"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Angela Merkel", SOLEIMANI, "nobody alike"),
        Case("Ali Sistani", SOLEIMANI, "nobody alike"),
        Case("Soleimani", SOLEIMANI, "a family name alone is no person"),
        Case("Qasem", SOLEIMANI, "a given name alone is no person"),
        Case("Hassan Soleimani", SOLEIMANI, "of the same family"),
        Case("Qasem Rahimi", SOLEIMANI, "of the same given name"),
        Case("Qasim al-Hamidawi", HAMIDAWI, "of the same tribe"),
        Case("Muhammad Sinwar", SINWAR, "his brother"),
        Case("Ahmad Nasrallah", NASRALLAH, "another given name"),
        Case("محمد نصر الله", NASRALLAH, "another given name, in Arabic"),
        Case("Abdul Rahman Khan", YASIN, "what is left when the common part agrees"),
        Case("Abdul Rahim Yasin", YASIN, "servant of the Merciful, by another of the names"),
        Case("عبد العزيز ياسين", YASIN, "servant of the Mighty"),
        Case("Abu Abid", ABBAS, "another kunya"),
        Case("Ibn Abbas", ABBAS, "son of Abbas is not his father"),
        Case("Omar Abdel-Aziz", RAHMAN, "servant of the Mighty"),
        Case("Abdul Rahman Awda", AWDA, "servant of another of the names"),
        Case("Hussein Muhammad Nasrallah", FADLALLAH, "another family of God's"),
        Case("Mousa Mohammed Abu Zayd", ABU_MARZOOK, "another kunya"),
        Case("Hamza Usama bin Ladin", BIN_LADIN, "his son"),
        Case("Hassan Nour Eddine", IZZ_AL_DIN, "another of the faith"),
        Case("Taha Ahmad Mahmud", RIFAI, "two of the chain are another's"),
        Case("Salah al-Din al-Mashhadani", SAIF_AL_DIN, "another of the faith"),
        Case("محمد علي نصر", HALA_NASSER, "علي is no Hala"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
