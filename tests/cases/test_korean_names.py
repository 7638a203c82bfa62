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
RI_JE_SON = '12216,"RI, Je-Son",individual,NPWMD,-0- ,-0- ,-0- ,'
PAK_TO_CHUN = '15769,"PAK, To-Chun",individual,NPWMD,-0- ,-0- ,-0- ,'
RI_CHONG_CHOL = '18668,"RI, Chong Chol",individual,DPRK2,-0- ,-0- ,-0- ,'
HO_YONG_IL = '23000,"HO, Yong Il",individual,DPRK4,-0- ,-0- ,-0- ,'
RI_YONG_GIL = '<nameAlias wholeName="리영길"'
SO_HONG_CHAN = '<nameAlias wholeName="서홍찬"'
KIM_CHOL_SAM = "<FIRST_NAME>KIM</FIRST_NAME> <SECOND_NAME>CHOL SAM</SECOND_NAME>"
SHAHJI = '<nameAlias firstName="" middleName="" lastName="" wholeName="Ahmad Shahji" function="" title=""'
CHACHAJEE = '<nameAlias firstName="" middleName="" lastName="" wholeName="Chachajee" function="" title=""'


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
        Case("Ri Jeson", RI_JE_SON, "the given name together"),
        Case("Je-son Ri", RI_JE_SON, "family name last"),
        Case("리제선", RI_JE_SON, "in Hangul"),
        Case("이제선", RI_JE_SON, "in Hangul, as the South writes it"),
        Case("Pak To Chun", PAK_TO_CHUN, "without the hyphen"),
        Case("박도춘", PAK_TO_CHUN, "in Hangul"),
        Case("Ri Jong Chol", RI_CHONG_CHOL, "j for ch"),
        Case("리종철", RI_CHONG_CHOL, "in Hangul"),
        Case("허용일", HO_YONG_IL, "in Hangul"),
        Case("Ri Yong Gil", RI_YONG_GIL, "Hangul listed"),
        Case("Lee Young-gil", RI_YONG_GIL, "as the South writes it"),
        Case("So Hong Chan", SO_HONG_CHAN, "Hangul listed"),
        Case("Seo Hong-chan", SO_HONG_CHAN, "as the South writes it"),
        Case("金铁三", KIM_CHOL_SAM, "in Chinese characters, read as Koreans read them"),
        Case("Park Do-chun", PAK_TO_CHUN, "as the South writes him: Do is no particle"),
        Case("Heo Yong-il", HO_YONG_IL, "as the South writes the family name"),
        Case("Lee Je-son", RI_JE_SON, "as the South writes the family name"),
        Case("Lee Jong-cheol", RI_CHONG_CHOL, "as the South writes him"),
        Case("Yi Che-so'n", RI_JE_SON, "as McCune and Reischauer romanise the South's Yi"),
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
        Case("Ri Je-gang", RI_JE_SON, "the last syllable another"),
        Case("Pak To-sop", PAK_TO_CHUN, "the last syllable another"),
        Case("Ri Chong Hyok", RI_CHONG_CHOL, "the last syllable another"),
        Case("Ho Yong Nam", HO_YONG_IL, "the last syllable another"),
        Case("Ri Yong Ho", RI_YONG_GIL, "the last syllable another"),
        Case("지후 이", SHAHJI, "a Korean's full name, no foreign word of that sound"),
        Case("이지후", SHAHJI, "the same without the space"),
        Case("시우 조", CHACHAJEE, "a Korean's full name, no foreign word of that sound"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
