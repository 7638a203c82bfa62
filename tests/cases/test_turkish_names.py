"""Names of Turkish: the dotted and the dotless i, letters with marks, and the spellings of neighbours."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

YILMAZ = '11322,"YILMAZ, Adem",individual,SDGT,-0- ,-0- ,-0- ,'
DEMIR = '27018,"DEMIR, Ismail",individual,CAATSA - RUSSIA,SSB Chairman,-0- ,-0- ,'
GENCOGLU = '30686,"GENCOGLU, Serhat",individual,CAATSA - RUSSIA,-0- ,-0- ,-0- ,'
KARAYILAN = '11600,"KARAYILAN, Murat",individual,SDNTK,-0- ,-0- ,-0- ,'
ERDOGAN = '18646,"ERDOGAN, Emrah",individual,SDGT,-0- ,-0- ,-0- ,'
BAYIK = '12576,"BAYIK, Cemil",individual,SDNTK,-0- ,-0- ,-0- ,'
CELIK = '0,"ÇELİK, Şükrü",individual,SDGT,-0- ,'  # an invented row
OZTURK = '0,"ÖZTÜRK, Gökhan",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Âdem Yılmaz", YILMAZ, "with its letters"),
        Case("Adem Yilmaz", YILMAZ, "the listed name in the usual order"),
        Case("ADEM YİLMAZ", YILMAZ, "a dotted capital"),
        Case("İsmail Demir", DEMIR, "with its letters"),
        Case("Ismail DEMİR", DEMIR, "a dotted capital"),
        Case("Prof. Dr. İsmail Demir", DEMIR, "with his titles"),
        Case("Serhat Gençoğlu", GENCOGLU, "with its letters"),
        Case("Serhat Genc Oglu", GENCOGLU, "son of written apart"),
        Case("Murat Karayılan", KARAYILAN, "with its letters"),
        Case("Murad Karayilan", KARAYILAN, "d as Arabic and Kurdish have it"),
        Case("Murat Kara Yilan", KARAYILAN, "written apart"),
        Case("Emrah Erdoğan", ERDOGAN, "with its letters"),
        Case("Emrah Erdogan Bey", ERDOGAN, "with a form of address"),
        Case("Cemîl Bayik", BAYIK, "as Kurdish writes it"),
        Case("Jamil Bayik", BAYIK, "as Arabic writes it"),
        Case("Sukru Celik", CELIK, "without its marks"),
        Case("Shukru Chelik", CELIK, "as it sounds in English"),
        Case("Sükrü Celik", CELIK, "as a German keyboard has it"),
        Case("Gokhan Ozturk", OZTURK, "without its marks"),
        Case("Goekhan Oeztuerk", OZTURK, "as Germans write ö and ü"),
        Case("Gökhan ÖZ TÜRK", OZTURK, "written apart"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Adem Yıldız", YILMAZ, "another family name"),
        Case("Ahmet Yılmaz", YILMAZ, "another given name"),
        Case("İsmail Demirci", DEMIR, "another family name"),
        Case("Serkan Gencoglu", GENCOGLU, "another given name"),
        Case("Murat Karabulut", KARAYILAN, "another family name"),
        Case("Recep Tayyip Erdoğan", ERDOGAN, "another given name"),
        Case("Şükran Çelik", CELIK, "a woman's name"),
        Case("Gökmen Öztürk", OZTURK, "another given name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
