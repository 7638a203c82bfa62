"""What is still wrong, and why: each of these should be the other way round.

A case that is mended makes its test fail; then it moves to its culture's table.
"""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

BIN_LADIN = '6365,"BIN LADIN, Usama bin Muhammad bin Awad",individual,SDGT,-0- ,-0- ,-0- ,'
AMIRI = '0,"AL-AMIRI, Hani",individual,SDGT,-0- ,'  # an invented row
KARIM = '0,"KARIM, Kamal",individual,SDGT,-0- ,'  # an invented row
MADURO = '22790,"MADURO MOROS, Nicolas",individual,VENEZUELA] [IRAN-CON-ARMS-EO,President of the Bolivarian'
GOLD_STAR = "19572,GOLD STAR 3,vessel,DPRK,-0- ,-0- ,-0- ,-0- ,-0- ,Cambodia,-0- ,"
ABBAS = '2674,"ABBAS, Abu",individual,SDGT,'
AWDA = '2678,"AWDA, Abd Al Aziz",individual,SDGT,'
KABI = '11170,"AL-KABI, Arkam \'Abbas",individual,SDGT] [IRAQ3,-0- ,-0- ,-0- ,'
MALEKOUTI = '16532,"MALEKOUTI POUR, Hamidreza",individual,SDGT] [IFSR,-0- ,-0- ,-0- ,'
HAJIZADEH = '<nameAlias wholeName="Amir Ali HAJIZADEH"'
ZIBAYINEJAD = '<nameAlias wholeName="Mohammad-Hossein ZIBAYINEJAD"'
QADEER = '11357,"KHAN, Abdul Qadeer",individual,NPWMD,-0- ,-0- ,-0- ,'
SAEED = '10689,"SAEED, Muhammad",individual,SDGT,-0- ,-0- ,-0- ,'
KHALIL_HAQQANI = '12561,"HAQQANI, Khalil Al-Rahman",individual,SDGT,Haji,-0- ,-0- ,'
DEMIR = '27018,"DEMIR, Ismail",individual,CAATSA - RUSSIA,SSB Chairman,-0- ,-0- ,'
ERDOGAN = '18646,"ERDOGAN, Emrah",individual,SDGT,-0- ,-0- ,-0- ,'
BAYIK = '12576,"BAYIK, Cemil",individual,SDNTK,-0- ,-0- ,-0- ,'
MATVIYENKO = '16660,"MATVIYENKO, Valentina Ivanovna",individual,UKRAINE-EO13661,'
TSCHERESOW = '<nameAlias wholeName="Andrej Wladimirowitsch TSCHERESOW"'
SHOIGU = '<nameAlias wholeName="Сергей Кужугетович ШОЙГУ"'
CHEN = '29220,"CHEN, Quanguo",individual,GLOMAG,-0- ,-0- ,-0- ,'
LUO = '20701,"LUO, Chuanxu",individual,NPWMD,'
ZHANG = '16818,"ZHANG, Jicheng",individual,SDNTK,-0- ,-0- ,-0- ,'
CHEN_MEI_HSIANG = '26928,"CHEN, Mei Hsiang",individual,DPRK4,-0- ,-0- ,-0- ,'
XU = '27471,"XU, Bin",individual,IRAN-EO13846,-0- ,-0- ,-0- ,'
RI_JE_SON = '12216,"RI, Je-Son",individual,NPWMD,-0- ,-0- ,-0- ,'
PAK_TO_CHUN = '15769,"PAK, To-Chun",individual,NPWMD,-0- ,-0- ,-0- ,'
RI_CHONG_CHOL = '18668,"RI, Chong Chol",individual,DPRK2,-0- ,-0- ,-0- ,'
RI_YONG_GIL = '<nameAlias wholeName="리영길"'
SO_HONG_CHAN = '<nameAlias wholeName="서홍찬"'
NGUYEN = '0,"NGUYEN, Van Thanh",individual,SDGT,-0- ,'  # an invented row
DO = '0,"DO, Tran Minh",individual,SDGT,-0- ,'  # an invented row
VAN_DEN_BERG = '0,"VAN DEN BERG, Johannes",individual,SDGT,-0- ,'  # an invented row
MUELLER = '0,"MÜLLER, Jürgen",individual,SDGT,-0- ,'  # an invented row
GERTLER = '23252,"GERTLER, Dan",individual,GLOMAG,-0- ,-0- ,-0- ,'
JONES = '18630,"JONES, Sally-Anne Frances",individual,SDGT,-0- ,-0- ,-0- ,'
MACDONALD = '0,"MACDONALD, William Alexander III",individual,SDGT,-0- ,'  # an invented row
OBRIEN = '0,"O\'BRIEN, Katherine Elizabeth",individual,SDGT,-0- ,'  # an invented row
HAIGE = '0,"Guangzhou Haige Communication Group Co., Ltd.",-0- ,SDGT,-0- ,'  # in BIS's Entity List
MACHINERY = "9753,CHINA NATIONAL PRECISION MACHINERY IMPORT/EXPORT CORPORATION,-0- ,NPWMD] [IFSR,"
PLANT_558 = '34992,"JSC 558 AIRCRAFT REPAIR PLANT",-0- ,"RUSSIA-EO14024] [BELARUS-EO14038",'
KALASHNIKOV = "16911,KALASHNIKOV CONCERN,-0- ,UKRAINE-EO13661,-0- ,-0- ,-0- ,"
KOMID = "9345,KOREA MINING DEVELOPMENT TRADING CORPORATION,-0- ,NPWMD] [DPRK2,-0- ,-0- ,-0- ,"
NITC = "15117,NATIONAL IRANIAN TANKER COMPANY,-0- ,IRAN] [SDGT] [IFSR] [IFCA,-0- ,-0- ,-0- ,"
MAHAN = "12927,MAHAN AIR,-0- ,SDGT] [NPWMD] [IFSR,-0- ,-0- ,-0- ,"
NUCLEAR = '<nameAlias wholeName="녕변 원자력 연구소"'
SEA_STAR = "15076,SEA STAR III,vessel,IRAN,-0- ,-0- ,Crude Oil Tanker,"
ARGO = "15038,ARGO I,vessel,IRAN,-0- ,T2EM4,Crude/Oil Products Tanker,"
MAR_AZUL = "4238,MAR AZUL,vessel,CUBA,-0- ,CL2192,Tug,"
SOLEIMANI = '10481,"SOLEIMANI, Qasem",individual,SDGT] [SYRIA] [NPWMD] [IRGC] [IFSR,-0- ,-0- ,-0- ,'
ROSOBORONEKSPORT = "18782,ROSOBORONEKSPORT OAO,-0- ,SYRIA] [UKRAINE-EO13662,-0- ,-0- ,-0- ,"
SBERBANK = '17018,"PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",'
VTB = '17013,"VTB BANK PUBLIC JOINT STOCK COMPANY",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",'
SADERAT = "10368,BANK SADERAT IRAN,-0- ,IRAN] [SDGT] [IFSR,-0- ,-0- ,-0- ,"
QAIDA = "6366,AL QA'IDA,-0- ,FTO] [SDGT,-0- ,-0- ,-0- ,"
AQAP = "11695,AL-QA'IDA IN THE ARABIAN PENINSULA,-0- ,FTO] [SDGT,-0- ,-0- ,-0- ,"
SHABAAB = "10761,AL-SHABAAB,-0- ,FTO] [SDGT] [SOMALIA,-0- ,-0- ,-0- ,"
ROSSIYA = "16681,BANK ROSSIYA,-0- ,UKRAINE-EO13661,-0- ,-0- ,-0- ,"
IRISL = "0,Islamic Republic of Iran Shipping Lines,-0- ,SDGT,-0- ,"  # an invented row


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case("Abdul Khan", QADEER, "Abdul is no name without what follows"),
        Case("Do Van Minh", DO, "Van is taken for a particle where it is a middle name"),
        Case("Nicolás Moros", MADURO, "a Spanish father's family name is not left out for the mother's"),
        Case("Chen Mei", CHEN_MEI_HSIANG, "a syllable left out is a name left out"),
        Case("Chen Quan", CHEN, "a syllable left out looks like a field cut short"),
        Case("Luo Chuan", LUO, "a syllable left out looks like a field cut short"),
        Case("Ismet Demir", DEMIR, "another given name, nearly the same sound"),
        Case("Gamal Karim", KARIM, "g and k are neighbours in Korean, not in Arabic, where g is j"),
        Case("Jürgen Müllner", MUELLER, "one letter makes another family name"),
        Case("Khalid Rahman Haqqani", KHALIL_HAQQANI, "one letter makes another given name"),
        Case("Emre Erdogan", ERDOGAN, "one letter makes another given name"),
        Case("Hadi al-Amiri", AMIRI, "one letter makes another name of a short word"),
        Case("Jamal Karim", KARIM, "one letter makes another name of a short word"),
        Case("Nguyen Van Thang", NGUYEN, "one letter makes another name of a syllable"),
        Case("Abdul Kabir Khan", QADEER, "one letter makes another of the names of God"),
        Case("Valentin Matviyenko", MATVIYENKO, "one vowel makes a man of a woman"),
        Case("Dana Gertler", GERTLER, "one vowel makes a woman of a man"),
        Case(
            "Cemal Bayik",
            BAYIK,
            "one vowel makes another given name: the two have the same consonants in Arabic too",
        ),
        Case("Ri Son-je", RI_JE_SON, "syllables are told from words in Hangul only"),
        Case("Pak Chun-to", PAK_TO_CHUN, "syllables are told from words in Hangul only"),
        Case("Ri Chol Jong", RI_CHONG_CHOL, "syllables are told from words in Hangul only"),
        Case("Muhammad bin Usama bin Ladin", BIN_LADIN, "the order of father and son is not looked at"),
        Case(
            "Ri Gil Yong",
            RI_YONG_GIL,
            "the order of syllables is looked at only where the name asked about is in Hangul",
        ),
        Case(
            "So Chan Hong",
            SO_HONG_CHAN,
            "the order of syllables is looked at only where the name asked about is in Hangul",
        ),
        Case("Qasem Solomon", SOLEIMANI, "the same consonants, other vowels"),
        Case(
            "Jörg Müller",
            MUELLER,
            "two names of one origin, by one of which nobody is called who bears the other",
        ),
        Case("Nguyen Van", NGUYEN, "what is left when the name that tells is left out"),
    ],
)
def test_somebody_else_is_found(case: Case) -> None:
    misses(case, Kind.PERSON)


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case("Abul Abbas", ABBAS, "Abu al-Abbas is Abu Abbas; the article is part of the kunya here"),
        Case(
            "امیرعلی حاجی‌زاده", HAJIZADEH, "Amir counts as a title here, and is then no part of a joined name"
        ),
        Case("Johan van den Bergh", VAN_DEN_BERG, "Johan is not known as a form of Johannes"),
        Case("Kate O Brien", OBRIEN, "O before a family name is taken for an initial"),
        Case("Ch'en Ch'üan-kuo", CHEN, "Wade-Giles in two words is not read as pinyin in one"),
        Case("Lo Ch'uan-hsü", LUO, "Wade-Giles in two words is not read as pinyin in one"),
        Case("Chang Chi-ch'eng", ZHANG, "Wade-Giles in two words is not read as pinyin in one"),
        Case("Chen Meixiang", CHEN_MEI_HSIANG, "Wade-Giles in two words is not read as pinyin in one"),
        Case("Hsu Pin", XU, "Wade-Giles of two short syllables"),
        Case("Will Macdonald 3rd", MACDONALD, "an ordinal in digits is no suffix"),
        Case("Abdulaziz Odeh", AWDA, "aw and o, w and h: a diphthong and a last letter at once"),
        Case("أكرم عباس الكعبي", KABI, "letters swapped are seen in Latin only"),
        Case("Serguéi Shoigú", SHOIGU, "patronymic left out, and both words respelled"),
        Case("Sergueï Choïgou", SHOIGU, "patronymic left out, and both words respelled"),
        Case("Андрей Черезов", TSCHERESOW, "patronymic left out, and the family name spelled as in German"),
        Case(
            "Sergej Sjojgu",
            SHOIGU,
            "sj is no more than nearly sh when j follows the vowel too, and the patronymic is left out",
        ),
        Case("أبو العباس", ABBAS, "two common words in another script say too little together"),
        Case("Sally Jones", JONES, "two given names left out of a name of common words"),
        Case("Muhammad Sayeed", SAEED, "two of the commonest names, one letter apart"),
        Case(
            "Hamid Reza Malakoutipour",
            MALEKOUTI,
            "words written together are found in the same spelling only",
        ),
        Case(
            "Mohammad Hossein Zibaei Nejad",
            ZIBAYINEJAD,
            "words written together are found in the same spelling only",
        ),
    ],
)
def test_the_listed_person_is_not_found(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case("Guangzhou Communication Group", HAIGE, "the own word left out counts no more than another"),
        Case(
            "China National Machinery Import and Export Corporation",
            MACHINERY,
            "the own word left out counts no more than another",
        ),
        Case("Korea Mining Trading Company", KOMID, "the own word left out counts no more than another"),
        Case("Bank of Russia", ROSSIYA, "the name of the country is the only word that tells"),
    ],
)
def test_another_organisation_is_found(case: Case) -> None:
    misses(case, Kind.ORGANIZATION)


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case(
            "Rosoboronekspo",
            ROSOBORONEKSPORT,
            "a lone word cut by two letters counts less than a misspelled one",
        ),
        Case("Mahan Airlines", MAHAN, "air is not known as airlines"),
        Case("هواپیمایی ماهان", MAHAN, "air is not known as airlines"),
        Case("558th Aircraft Repair Plant JSC", PLANT_558, "an ordinal in digits is no number"),
        Case("NITC", NITC, "company counts among the legal forms, whose letter is then missing"),
        Case("AO Kontsern Kalashnikov", KALASHNIKOV, "concern is not translated"),
        Case("Концерн Калашников", KALASHNIKOV, "concern is not translated"),
        Case(
            "中国精密机械进出口总公司",
            MACHINERY,
            "words in Chinese and Korean that the lexicon has in English only",
        ),
        Case(
            "Yongbyon Nuclear Research Centre",
            NUCLEAR,
            "words in Chinese and Korean that the lexicon has in English only",
        ),
        Case("영변 원자력 연구소", NUCLEAR, "the South leaves out an n at the beginning before i and y"),
        Case(
            "Sberbank",
            SBERBANK,
            "a place that only one of two names has tells against as if the other had another",
        ),
        Case("VTB", VTB, "a lone word of three letters, with bank left out"),
        Case(
            "Bank Saderat",
            SADERAT,
            "a place that only one of two names has tells against as if the other had another",
        ),
        Case("Al Qaeda", QAIDA, "the only word respelled, two vowels at once"),
        Case("القاعدة", QAIDA, "the only word in another script"),
        Case("AQAP", AQAP, "the particles between have letters of their own"),
        Case("Harakat al-Shabaab", SHABAAB, "movement counts like a word of its own"),
        Case("الشباب", SHABAAB, "the only word in another script"),
        Case("IRISL", IRISL, "shipping lines is read as one word, which has one first letter"),
        Case("IRISL Group", IRISL, "shipping lines is read as one word, which has one first letter"),
    ],
)
def test_the_listed_organisation_is_not_found(case: Case) -> None:
    hits(case, Kind.ORGANIZATION)


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case("Star 3", GOLD_STAR, "a common word and a number"),
        Case("Azul", MAR_AZUL, "a common word left out"),
        Case("Star III", SEA_STAR, "a common word left out before a number"),
    ],
)
def test_another_vessel_is_found(case: Case) -> None:
    misses(case, Kind.VESSEL)


@pytest.mark.xfail(reason="known, with its cause beside each row")
@pytest.mark.parametrize(
    "case",
    [
        Case("Argo 1", ARGO, "a Roman I is taken for a letter"),
    ],
)
def test_the_listed_vessel_is_not_found(case: Case) -> None:
    hits(case, Kind.VESSEL)
