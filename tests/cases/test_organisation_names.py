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
        Case("Jerusalem Force", QODS, "a translation, which the list gives as an alias of its own"),
        Case("Air Force", QODS, "a common word"),
        Case("National Front", NUSRAH, "a common word"),
        Case("Gazprom Neft OAO", ROSOBORONEKSPORT, "the same legal form"),
        Case("Invest LLC", MAKO, "nothing alike"),
        Case("Dandong Zhicheng Metallic Material", RICH_EARTH, "of the same town"),
        Case("Rich Earth Gardening", RICH_EARTH, "two common words"),
        Case("Dandong Trading Co., Ltd.", ZHICHENG, "town and legal form"),
        Case("Deutsche Bank AG", MARKAZI, "a common word"),
        Case("Bank Melli Iran", MARKAZI, "a common word and a country"),
    ],
)
def test_it_is_another_organisation(case: Case) -> None:
    misses(case, Kind.ORGANIZATION)
