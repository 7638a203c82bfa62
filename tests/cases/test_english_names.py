"""Names of English: initials, short forms, suffixes and forms of address."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

TAYLOR = '21730,"TAYLOR, Mark John",individual,SDGT,-0- ,-0- ,-0- ,'
JONES = '18630,"JONES, Sally-Anne Frances",individual,SDGT,-0- ,-0- ,-0- ,'
MUGABE = '7480,"MUGABE, Robert Gabriel",individual,ZIMBABWE,'
KONY = '11018,"KONY, Joseph",individual,SDGT] [CAR,'
MACDONALD = '0,"MACDONALD, William Alexander III",individual,SDGT,-0- ,'  # an invented row
OBRIEN = '0,"O\'BRIEN, Katherine Elizabeth",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Mark Taylor", TAYLOR, "without his second name"),
        Case("Mark J. Taylor", TAYLOR, "the second name as an initial"),
        Case("M. John Taylor", TAYLOR, "the first name as an initial"),
        Case("Mr Mark John Taylor", TAYLOR, "with a form of address"),
        Case("Mark John Taylor Jr.", TAYLOR, "with a suffix"),
        Case("Taylor, Mark John", TAYLOR, "as the list orders it"),
        Case("John Taylor", TAYLOR, "by the second of his given names, as many are called"),
        Case("Sally Anne Jones", JONES, "without the hyphen"),
        Case("Sallyanne Frances Jones", JONES, "together"),
        Case("Mrs. Sally-Anne F. Jones", JONES, "with a form of address and an initial"),
        Case("Robert Mugabe", MUGABE, "without his second name"),
        Case("Bob Mugabe", MUGABE, "as he is called"),
        Case("R. G. Mugabe", MUGABE, "his initials, with a family name few bear"),
        Case("President Robert G. Mugabe", MUGABE, "with his office"),
        Case("Joseph Kony", KONY, "the listed name in the usual order"),
        Case("Joe Kony", KONY, "as he may be called"),
        Case("Bill MacDonald", MACDONALD, "as he is called"),
        Case("William A. Mac Donald", MACDONALD, "written apart"),
        Case("Sir William Alexander McDonald", MACDONALD, "Mc for Mac, with his rank"),
        Case("Alexander MacDonald", MACDONALD, "by the second of his given names"),
        Case("Catherine OBrien", OBRIEN, "C for K, together"),
        Case("Katherine E. O’Brien", OBRIEN, "an initial, another apostrophe"),
        Case("Elizabeth O'Brien", OBRIEN, "by the second of her given names"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Mark Peter Taylor", TAYLOR, "another second name"),
        Case("M. Taylor", TAYLOR, "an initial is too little"),
        Case("Sally-Anne Smith", JONES, "another family name"),
        Case("Susan Jones", JONES, "another given name"),
        Case("Grace Mugabe", MUGABE, "his wife, listed under a number of her own"),
        Case("Leo Mugabe", MUGABE, "his nephew"),
        Case("Salim Kony", KONY, "his son"),
        Case("Josephine Kony", KONY, "a woman"),
        Case("Wilma MacDonald", MACDONALD, "a woman"),
        Case("Karen O'Brien", OBRIEN, "another given name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
