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
YASIN = "<FIRST_NAME>ABDUL RAHMAN</FIRST_NAME> <SECOND_NAME>YASIN</SECOND_NAME>"
YASIN_ARABIC = "<NAME_ORIGINAL_SCRIPT>عبد الرحمن ياسين</NAME_ORIGINAL_SCRIPT>"
ZAWAHIRI_ARABIC = "<NAME_ORIGINAL_SCRIPT>أيمن محمد ربيع الظواهري</NAME_ORIGINAL_SCRIPT>"
QUSAY_ARABIC = "<NAME_ORIGINAL_SCRIPT>قصي صدام حسين التكريتي</NAME_ORIGINAL_SCRIPT>"
BARADAR_ARABIC = "<NAME_ORIGINAL_SCRIPT>عبدالغنی برادر عبد الاحمد ترک</NAME_ORIGINAL_SCRIPT>"


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
        Case("Mustafa Badreddine", BADR_AL_DIN, "as French Lebanon writes him"),
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
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
