"""Names of organisations: legal forms, abbreviations, acronyms, and names inside names."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

KATAIB = "11462,KATA'IB HIZBALLAH,-0- ,FTO] [SDGT] [IRAQ3,-0- ,-0- ,"
KATAIB_ALIAS = "11462,12131,aka,KATA'IB HEZBOLLAH,-0- "
BRIGADES = "11462,12135,aka,HIZBALLAH BRIGADES,-0- "
HIZBALLAH = "4697,HIZBALLAH,-0- ,FTO] [SDGT] [SYRIA,-0- ,"
QODS = "10465,42207,aka,QODS FORCE,-0- "
IRGC_QUDS = "10465,42205,aka,IRGC-QUDS FORCE,-0- "
NUSRAH = "16937,AL-NUSRAH FRONT,-0- ,FTO] [SDGT,-0- ,"
ROSOBORONEKSPORT = "18782,ROSOBORONEKSPORT OAO,-0- ,SYRIA] [UKRAINE-EO13662,-0- ,"
M_INVEST = '29101,"M INVEST, OOO",-0- ,UKRAINE-EO13661] [CYBER2] [ELECTION-EO13848,-0- ,'
MAKO = "18325,PRIVATE JOINT-STOCK COMPANY MAKO HOLDING,-0- ,UKRAINE-EO13660,-0- ,"
RICH_EARTH = '21737,"DANDONG RICH EARTH TRADING CO., LTD.",-0- ,NPWMD,-0- ,'
ZHICHENG = '22603,"DANDONG ZHICHENG METALLIC MATERIAL CO., LTD.",-0- ,DPRK3,-0- ,'
MARKAZI = "4632,BANK MARKAZI JOMHOURI ISLAMI IRAN,-0- ,IRAN] [SDGT] [IRGC] [IFSR,-0- ,"
LUKOIL = '17248,26538,"aka","LUKOIL OIL COMPANY",-0-'
HAIGE = '0,"Guangzhou Haige Communication Group Co., Ltd.",-0- ,SDGT,-0- ,'  # in BIS's Entity List
CNOOC = "0,CNOOC Energy Technology & Services Limited,-0- ,SDGT,-0- ,"  # an invented row
MACHINERY = "9753,CHINA NATIONAL PRECISION MACHINERY IMPORT/EXPORT CORPORATION,-0- ,NPWMD] [IFSR,"
PLANT_558 = '34992,"JSC 558 AIRCRAFT REPAIR PLANT",-0- ,"RUSSIA-EO14024] [BELARUS-EO14038",'
PARS_OIL = "0,Pars Oil & Gas Company,-0- ,SDGT,-0- ,"  # an invented row
ALMAZ = "16865,JOINT-STOCK COMPANY CONCERN ALMAZ-ANTEY,-0- ,UKRAINE-EO13661,-0- ,-0- ,-0- ,"
KALASHNIKOV = "16911,KALASHNIKOV CONCERN,-0- ,UKRAINE-EO13661,-0- ,-0- ,-0- ,"
KOMID = "9345,KOREA MINING DEVELOPMENT TRADING CORPORATION,-0- ,NPWMD] [DPRK2,-0- ,-0- ,-0- ,"
NITC = "15117,NATIONAL IRANIAN TANKER COMPANY,-0- ,IRAN] [SDGT] [IFSR] [IFCA,-0- ,-0- ,-0- ,"
MAHAN = "12927,MAHAN AIR,-0- ,SDGT] [NPWMD] [IFSR,-0- ,-0- ,-0- ,"
ASCOTEC = "11613,ASCOTEC STEEL TRADING GMBH,-0- ,IRAN,-0- ,-0- ,-0- ,"
BREYELLER = "11616,BREYELLER STAHL TECHNOLOGY GMBH & CO. KG,-0- ,IRAN,-0- ,-0- ,-0- ,"
OFFENBACH = "10600,OFFENBACH HAUSHALTWAREN B.V.,-0- ,SDNTK,-0- ,-0- ,-0- ,"
GAZPROM_DRILLING = '24185,"GAZPROM BURENIE, OOO",-0- ,UKRAINE-EO13662,-0- ,-0- ,-0- ,'
NUMBERED = "0,11420 CORP.,-0- ,SDGT,-0- ,"  # an invented row
GAZPROMBANK = "0,GAZPROMBANK TELECOM,-0- ,SDGT,-0- ,"  # an invented row
SIS = "0,SIS d.o.o.,-0- ,SDGT,-0- ,"  # an invented row
HONGXIANG = '0,"Beijing Hongxiang Trading Co., Ltd.",-0- ,SDGT,-0- ,'  # an invented row
LOGARCHEO = "0,LOGARCHEO S.A.,-0- ,SDGT,-0- ,"  # an invented row
NUCLEAR = '<nameAlias wholeName="녕변 원자력 연구소"'
KATERJI = '<nameAlias wholeName="شركة قاطرجى"'
SBERBANK = '17018,"PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",'
VTB = '17013,"VTB BANK PUBLIC JOINT STOCK COMPANY",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",'
SADERAT = "10368,BANK SADERAT IRAN,-0- ,IRAN] [SDGT] [IFSR,-0- ,-0- ,-0- ,"
HARAMAIN = "8109,AL-HARAMAIN : KENYA BRANCH,-0- ,SDGT,-0- ,-0- ,-0- ,"
QAIDA = "6366,AL QA'IDA,-0- ,FTO] [SDGT,-0- ,-0- ,-0- ,"
AQAP = "11695,AL-QA'IDA IN THE ARABIAN PENINSULA,-0- ,FTO] [SDGT,-0- ,-0- ,-0- ,"
SHABAAB = "10761,AL-SHABAAB,-0- ,FTO] [SDGT] [SOMALIA,-0- ,-0- ,-0- ,"
ROSSIYA = "16681,BANK ROSSIYA,-0- ,UKRAINE-EO13661,-0- ,-0- ,-0- ,"
IRISL = "0,Islamic Republic of Iran Shipping Lines,-0- ,SDGT,-0- ,"  # an invented row
BURENIYE = "0,GAZPROM BURENIYE LIMITED LIABILITY COMPANY,-0- ,SDGT,-0- ,"  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Kata'ib Hizballah", KATAIB, "the listed name"),
        Case("Kataib Hezbollah", KATAIB, "without the hamza, e and o for i and a"),
        Case("Kata’ib Hizbullah", KATAIB_ALIAS, "another apostrophe, u for o"),
        Case("كتائب حزب الله", KATAIB, "in Arabic, where the second word is two"),
        Case("Hizballah Brigades", BRIGADES, "the name in English"),
        Case("The Hezbollah Brigades", BRIGADES, "with an article"),
        Case("Hezbollah", HIZBALLAH, "party of God, as the press writes it"),
        Case("Quds Force", QODS, "u for o"),
        Case("I.R.G.C. Qods Force", IRGC_QUDS, "an acronym with its full stops"),
        Case("IRGC Qods Force", IRGC_QUDS, "without the hyphen"),
        Case("Al Nusra Front", NUSRAH, "without the last letter"),
        Case("The Nusrah Front", NUSRAH, "the article in English"),
        Case("Rosoboronexport", ROSOBORONEKSPORT, "x is ks; without its legal form"),
        Case("Rosoboronexport JSC", ROSOBORONEKSPORT, "its legal form in English"),
        Case("ОАО Рособоронэкспорт", ROSOBORONEKSPORT, "in Russian"),
        Case("M Invest LLC", M_INVEST, "its legal form in English"),
        Case("ООО М Инвест", M_INVEST, "in Russian, the legal form first"),
        Case("PrJSC Mako Holding", MAKO, "its legal form abbreviated"),
        Case("Mako Holding", MAKO, "without its legal form"),
        Case("Dandong Rich Earth Trading Company Limited", RICH_EARTH, "Co., Ltd. written out"),
        Case("Dandong Rich Earth Trdg Co Ltd", RICH_EARTH, "trading abbreviated"),
        Case("Bank Markazi Jomhuri Eslami Iran", MARKAZI, "other vowels"),
        Case("LUKOIL OIL COMP", LUKOIL, "company cut short, which a payment message did"),
        Case("Lukoil Oil Co.", LUKOIL, "company abbreviated"),
        Case("GUANGZHOU HAIGE COMM GRP", HAIGE, "two words abbreviated, the legal form left out"),
        Case(
            "Guangzhou Haige Communications Group Company Limited",
            HAIGE,
            "the plural, the legal form written out",
        ),
        Case("HAIGE COMMUNICATION GROUP GUANGZHOU", HAIGE, "the town behind"),
        Case("CNOOC ENERGY TECH & SRVCES LTD", CNOOC, "three words abbreviated"),
        Case("CNOOC Energy Technology and Services", CNOOC, "without the legal form"),
        Case(
            "China National Precision Machinery Import & Export Corp",
            MACHINERY,
            "import and export in other words",
        ),
        Case("China Natl Precision Machinery Imp/Exp Corp", MACHINERY, "three words abbreviated"),
        Case("558 Aircraft Repair Plant", PLANT_558, "without the legal form"),
        Case("OJSC 558 Aircraft Repair Plant", PLANT_558, "another form of company by shares"),
        Case("Pars Oil and Gas Co.", PARS_OIL, "and for the sign"),
        Case("شرکت نفت و گاز پارس", PARS_OIL, "in Persian"),
        Case("Almaz-Antey Concern", ALMAZ, "without the legal form and two words"),
        Case("Kalashnikov Concern JSC", KALASHNIKOV, "the legal form behind"),
        Case("Korea Mining Development Trading Corp.", KOMID, "corporation abbreviated"),
        Case("National Iranian Tanker Co", NITC, "company abbreviated"),
        Case("National Iranian Tanker Company (NITC)", NITC, "with its first letters in brackets"),
        Case("Mahan Air Co.", MAHAN, "with a legal form"),
        Case("Ascotec Steel Trading Gesellschaft mbH", ASCOTEC, "the legal form written out"),
        Case("Breyeller Stahl Technologie", BREYELLER, "technology in German, without the legal form"),
        Case("Breyeller Stahltechnology GmbH & Co KG", BREYELLER, "two words together"),
        Case("Offenbach Haushaltwaren BV", OFFENBACH, "the legal form without full stops"),
        Case("Offenbach Haushaltwaren Besloten Vennootschap", OFFENBACH, "the legal form written out"),
        Case("Gazprom Burenie LLC", GAZPROM_DRILLING, "the legal form in English"),
        Case("ООО Газпром бурение", GAZPROM_DRILLING, "in Russian"),
        Case("11420 Corporation", NUMBERED, "corporation written out"),
        Case("11420 CORP", NUMBERED, "without the full stop"),
        Case("Gazprom Bank Telecom", GAZPROMBANK, "written apart"),
        Case("Gazprombank Telekom", GAZPROMBANK, "k for c"),
        Case("SIS DOO", SIS, "in capitals, without full stops"),
        Case("SIS", SIS, "without the legal form"),
        Case("北京鸿祥贸易有限公司", HONGXIANG, "in Chinese"),
        Case("Hongxiang Trading Beijing Ltd", HONGXIANG, "the town behind"),
        Case("Logarcheo AG", LOGARCHEO, "the legal form in German"),
        Case("Logarcheo Société Anonyme", LOGARCHEO, "the legal form written out"),
        Case("Katerji Company", KATERJI, "the company in English"),
        Case("Qatirji", KATERJI, "without the word company"),
        Case("Jerusalem Force", QODS, "a translation: al-Quds is Jerusalem"),
        Case("Sberbank of Russia", SBERBANK, "without the legal form"),
        Case("PAO Sberbank Rossii", SBERBANK, "in Russian, in Latin letters"),
        Case("ПАО Сбербанк России", SBERBANK, "in Russian"),
        Case("SBERBANK OF RUSIA", SBERBANK, "a letter lost in the country"),
        Case("VTB Bank", VTB, "without the legal form"),
        Case("Банк ВТБ (ПАО)", VTB, "in Russian, the word bank in front"),
        Case("Saderat Bank of Iran", SADERAT, "the words in the English order"),
        Case("بانک صادرات ایران", SADERAT, "in Persian"),
        Case("Al-Haramain Kenya", HARAMAIN, "without the word branch"),
        Case("Al Haramayn: Kenya Branch", HARAMAIN, "another romanisation"),
        Case("Al-Kaida", QAIDA, "as Germans write it"),
        Case("Al Qaeda in the Arabian Peninsula", AQAP, "as the press writes it"),
        Case("Al Shabab", SHABAAB, "a single a"),
        Case("Bank Rossia", ROSSIYA, "ia for iya"),
        Case("АО Банк Россия", ROSSIYA, "in Russian"),
        Case("AB Rossiya Bank", ROSSIYA, "the bank behind"),
        Case("Islamic Rep. of Iran Shipping Lines", IRISL, "one word abbreviated"),
        Case(
            "GAZPROM BURENIYE LIMITED LIABILITY COMP",
            BURENIYE,
            "the legal form cut where a field was too short",
        ),
        Case("GAZPROM BURENIYE LIMITED LIABIL", BURENIYE, "the legal form cut where a field was too short"),
        Case("LLC Gazprom Bureniye", BURENIYE, "the legal form in front"),
        Case("Iran Shipping Lines", IRISL, "without the form of the state"),
    ],
)
def test_it_is_the_listed_organisation(case: Case) -> None:
    hits(case, Kind.ORGANIZATION)


@pytest.mark.parametrize(
    "case",
    [
        Case("Hezbollah", KATAIB, "a part of the name is another organisation"),
        Case("Kataib Sayyid al-Shuhada", KATAIB, "other brigades"),
        Case("Popular Mobilisation Forces", KATAIB, "nothing alike"),
        Case("Air Force", QODS, "a common word"),
        Case("National Front", NUSRAH, "a common word"),
        Case("Gazprom Neft OAO", ROSOBORONEKSPORT, "the same legal form"),
        Case("Invest LLC", MAKO, "nothing alike"),
        Case("Dandong Zhicheng Metallic Material", RICH_EARTH, "of the same town"),
        Case("Rich Earth Gardening", RICH_EARTH, "two common words"),
        Case("Dandong Trading Co., Ltd.", ZHICHENG, "town and legal form"),
        Case("Deutsche Bank AG", MARKAZI, "a common word"),
        Case("Bank Melli Iran", MARKAZI, "a common word and a country"),
        Case("LUKA OIL COMPANY", LUKOIL, "another word"),
        Case("Surgut Oil Company", LUKOIL, "two common words"),
        Case("Guangzhou Haige Hotel Management", HAIGE, "the same own word in another trade"),
        Case("CNPC Energy Technology & Services Limited", CNOOC, "another oil company"),
        Case("COOEC Energy Technology Services", CNOOC, "another acronym"),
        Case(
            "China National Electronics Import & Export Corporation",
            MACHINERY,
            "listed under a number of its own",
        ),
        Case("711 Aircraft Repair Plant", PLANT_558, "a sister, listed under a number of its own"),
        Case("Fars Oil and Gas Company", PARS_OIL, "another region"),
        Case("Almaz Diamond Concern", ALMAZ, "half of the own words"),
        Case("Concern Radio-Electronic Technologies JSC", KALASHNIKOV, "the common words"),
        Case("National Iranian Oil Company", NITC, "another company of the state"),
        Case("Iran Air", MAHAN, "a common word and a country"),
        Case("Ascotec Science & Technology GmbH", ASCOTEC, "a sister, listed under a number of its own"),
        Case("Breyell Textil GmbH & Co. KG", BREYELLER, "another firm"),
        Case("Offenbach Lederwaren B.V.", OFFENBACH, "the same town"),
        Case("Gazprom Nedra OOO", GAZPROM_DRILLING, "a sister, listed under a number of its own"),
        Case("Gazprom OOO", GAZPROM_DRILLING, "the parent"),
        Case("BELLETECH CORP", NUMBERED, "its only own word, against a number"),
        Case("11240 Corp.", NUMBERED, "two digits swapped"),
        Case("Telecom Bank", GAZPROMBANK, "two common words"),
        Case("SIL d.o.o.", SIS, "another letter"),
        Case("Shanghai Hongxiang Trading Co., Ltd.", HONGXIANG, "a namesake in another town"),
        Case("Logarchive S.A.", LOGARCHEO, "another word"),
        Case("Daejeon Nuclear Research Institute", NUCLEAR, "another town"),
        Case("Qatar Company", KATERJI, "another word"),
        Case("Bank of Russia", SBERBANK, "a common word and a country"),
        Case("Sberbank Europe AG", SBERBANK, "a sister abroad, listed under a number of its own"),
        Case("VTS Bank", VTB, "another letter of three"),
        Case("VEB Bank PJSC", VTB, "another letter of three"),
        Case("Bank Sepah Iran", SADERAT, "another bank of the country"),
        Case("Bank Saderat Bangladesh Ltd", SADERAT, "a sister elsewhere"),
        Case("Al-Haramain: Tanzania Branch", HARAMAIN, "a sister, listed under a number of its own"),
        Case("Al Qaim", QAIDA, "another word"),
        Case("Al-Qa'ida in the Islamic Maghreb", AQAP, "a sister elsewhere"),
        Case("Al-Shahab", SHABAAB, "another word"),
        Case("Islamic Republic of Iran Broadcasting", IRISL, "another company of the state"),
        Case("Gazprom Energo LLC", BURENIYE, "a sister"),
    ],
)
def test_it_is_another_organisation(case: Case) -> None:
    misses(case, Kind.ORGANIZATION)
