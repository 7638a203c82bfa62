"""Names of Korean: three syllables of which many are shared, written together or apart."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

KIM_JONG_UN = '20157,"KIM, Jong Un",individual,DPRK3,Chairman of the Workers\' Party of Korea,-0- ,'
KIM_YONG_CHOL = '12211,"KIM, Yong Chol",individual,DPRK,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
CHOE = '19498,"CHOE, Chun-sik",individual,NPWMD,-0- ,-0- ,'
CHOE_APOSTROPHES = "19498,30660,aka,\"CH'OE, Ch'un-sik\",-0- "
HWANG = '18552,"HWANG, Su Man",individual,DPRK2,-0- ,-0- ,'
KIM_TONG_UN = '<nameAlias firstName="" middleName="" lastName="" wholeName="김동운" function="" gender="M"'
PAK = '<nameAlias firstName="" middleName="" lastName="" wholeName="박재경" function="" gender="M"'


@pytest.mark.parametrize(
    "case",
    [
        Case("Kim Jong Un", KIM_JONG_UN, "the listed name, family name first as at home"),
        Case("Kim Jong-un", KIM_JONG_UN, "hyphenated"),
        Case("Kim Jongun", KIM_JONG_UN, "written together"),
        Case("Jong-un Kim", KIM_JONG_UN, "family name last"),
        Case("김정은", KIM_JONG_UN, "in Hangul"),
        Case("김 정은", KIM_JONG_UN, "in Hangul, with a space"),
        Case("Kim Yong-chol", KIM_YONG_CHOL, "hyphenated"),
        Case("Kim Young-Cheol", KIM_YONG_CHOL, "as the South writes it"),
        Case("김영철", KIM_YONG_CHOL, "in Hangul"),
        Case("Choi Chun-sik", CHOE, "as the South writes the family name"),
        Case("Choe Chun Sik", CHOE_APOSTROPHES, "apostrophes of McCune-Reischauer"),
        Case("최춘식", CHOE, "in Hangul"),
        Case("Kim Tong-un", KIM_TONG_UN, "Hangul listed"),
        Case("Pak Chae-kyong", PAK, "Hangul listed"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Kim Jong Il", KIM_JONG_UN, "his father"),
        Case("김정일", KIM_JONG_UN, "his father, in Hangul"),
        Case("Kim Yong Nam", KIM_YONG_CHOL, "two of three syllables"),
        Case("Choe Song Il", CHOE, "the same family name"),
        Case("Hwang Pyong-so", HWANG, "the same family name"),
        Case("Park Geun-hye", PAK, "the same family name"),
        Case("이동욱", KIM_TONG_UN, "one syllable of three"),
        Case("Kim", KIM_JONG_UN, "a family name millions bear"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
