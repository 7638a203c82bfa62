"""Names of vessels: sisters differ by their number alone."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

HWANG_GUM_SAN = "17087,HWANG GUM SAN 2,vessel,DPRK,-0- ,-0- ,General Cargo,-0- ,"
HYOK_SIN = "17088,HYOK SIN 2,vessel,DPRK,-0- ,-0- ,Bulk Carrier,-0- ,"
SOUTH_HILL = "19582,SOUTH HILL 2,vessel,DPRK,-0- ,-0- ,-0- ,-0- ,-0- ,Sierra Leone,-0- ,"
SOUTH_HILL_5 = "19584,SOUTH HILL 5,vessel,DPRK,-0- ,-0- ,-0- ,-0- ,-0- ,Palau,-0- ,"
NEKA = '15062,IMICO NEKA 455,vessel,IRAN,-0- ,-0- ,Shuttle Tanker,"63,000","40,800",Iran,'
DIAMOND = '15042,DIAMOND II,vessel,IRAN,-0- ,9HEG9,Crude Oil Tanker,"297,013","160,576",Panama,'
ARNICA = '15039,ARNICA,vessel,IRAN,-0- ,T2ES4,Crude/Oil Products Tanker,"99,144","56,068",Iran,'
GOLD_STAR = "19572,GOLD STAR 3,vessel,DPRK,-0- ,-0- ,-0- ,-0- ,-0- ,Cambodia,-0- ,"
SEA_STAR = "15076,SEA STAR III,vessel,IRAN,-0- ,-0- ,Crude Oil Tanker,"
ARGO = "15038,ARGO I,vessel,IRAN,-0- ,T2EM4,Crude/Oil Products Tanker,"
ARTAVIL = "15036,ARTAVIL,vessel,IRAN,-0- ,T2EU4,Crude/Oil Products Tanker,"
APAMA = "15040,APAMA,vessel,IRAN,-0- ,9HDS9,Crude/Oil Products Tanker,"
MAR_AZUL = "4238,MAR AZUL,vessel,CUBA,-0- ,CL2192,Tug,"
TIFON = "4249,TIFON,vessel,CUBA,-0- ,CL2059,Tug,"


@pytest.mark.parametrize(
    "case",
    [
        Case("Hwang Gum San 2", HWANG_GUM_SAN, "the listed name"),
        Case("HWANG GUM SAN-2", HWANG_GUM_SAN, "the number hyphenated"),
        Case("Hwanggum San 2", HWANG_GUM_SAN, "two words together"),
        Case("Hyoksin 2", HYOK_SIN, "two words together"),
        Case("South Hill Two", SOUTH_HILL, "the number in words"),
        Case("MV South Hill 2", SOUTH_HILL, "with motor vessel in front"),
        Case("South Hill 5", SOUTH_HILL_5, "the listed name"),
        Case("IMICO Neka 455", NEKA, "the listed name"),
        Case("Diamond II", DIAMOND, "the listed name"),
        Case("ARNICA", ARNICA, "the listed name"),
        Case("Gold Star 3", GOLD_STAR, "the listed name"),
        Case("Sea Star 3", SEA_STAR, "the Roman numeral in digits"),
        Case("SEASTAR III", SEA_STAR, "written together"),
        Case("M/T Sea Star III", SEA_STAR, "with motor tanker in front"),
        Case("M.V. Apama", APAMA, "with motor vessel in front"),
        Case("Marazul", MAR_AZUL, "written together"),
        Case("M/V MAR AZUL", MAR_AZUL, "with motor vessel in front"),
        Case("Tifón", TIFON, "with its accent"),
        Case("ARTAVIL (IMO 9187629)", ARTAVIL, "with the ship's number in brackets"),
        Case("MT Artavil", ARTAVIL, "with motor tanker in front"),
    ],
)
def test_it_is_the_listed_vessel(case: Case) -> None:
    hits(case, Kind.VESSEL)


@pytest.mark.parametrize(
    "case",
    [
        Case("South Hill 5", SOUTH_HILL, "a sister, listed under a number of its own"),
        Case("South Hill 2", SOUTH_HILL_5, "a sister, listed under a number of its own"),
        Case("IMICO Neka 456", NEKA, "a sister, listed under a number of its own"),
        Case("Africa", ARNICA, "another word"),
        Case("Gold Sea 3", GOLD_STAR, "a common word and a number"),
        Case("Diamond Star", DIAMOND, "a common word"),
        Case("2", SOUTH_HILL, "a number alone"),
        Case("Sea Star II", SEA_STAR, "a sister"),
        Case("Argo II", ARGO, "a sister"),
        Case("Cargo I", ARGO, "another word"),
        Case("Arta Villa", ARTAVIL, "another name"),
        Case("Amapa", APAMA, "another name of the same letters"),
        Case("Mar Rojo", MAR_AZUL, "another sea"),
        Case("Tifani", TIFON, "another name"),
    ],
)
def test_it_is_another_vessel(case: Case) -> None:
    misses(case, Kind.VESSEL)
