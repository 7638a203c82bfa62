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
    ],
)
def test_it_is_another_vessel(case: Case) -> None:
    misses(case, Kind.VESSEL)
