"""Names of Hebrew: letters that several Latin ones stand for, and names with an English form."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

GERTLER = '23252,"GERTLER, Dan",individual,GLOMAG,-0- ,-0- ,-0- ,'
GILBOA = '6860,"GILBOA, Joseph",individual,SDNTK,-0- ,-0- ,-0- ,'
TUITO = '7224,"TUITO, Oded",individual,SDNTK,-0- ,-0- ,-0- ,'
YERED = '<nameAlias wholeName="אלישע ירד"'
ETTINGER = '<nameAlias wholeName="מאיר אטינגר"'
BEN_TZION = '0,"BEN TZION, Itzhak",individual,SDGT,-0- ,'  # an invented row
COHEN = '0,"COHEN, Moshe",individual,SDGT,-0- ,'  # an invented row
HAIM = '0,"HAIM, Netanel",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Dan Gertler", GERTLER, "the listed name in the usual order"),
        Case("דן גרטלר", GERTLER, "in Hebrew"),
        Case("Yosef Gilboa", GILBOA, "as Israel writes the given name"),
        Case("יוסף גלבוע", GILBOA, "in Hebrew"),
        Case("Oded Tvito", TUITO, "the letter vav as v"),
        Case("עודד טויטו", TUITO, "in Hebrew"),
        Case("Elisha Yered", YERED, "Hebrew listed"),
        Case("Elisha Jered", YERED, "j for y"),
        Case("Meir Ettinger", ETTINGER, "Hebrew listed"),
        Case("Meir Etinger", ETTINGER, "t once"),
        Case("Yitzhak Ben-Zion", BEN_TZION, "y for i, z for tz"),
        Case("Isaac Bentzion", BEN_TZION, "the English given name, the family name together"),
        Case("יצחק בן ציון", BEN_TZION, "in Hebrew"),
        Case("משה כהן", COHEN, "in Hebrew"),
        Case("Moshe Kohen", COHEN, "k for c"),
        Case("Moshe Ha-Cohen", COHEN, "with the article"),
        Case("Nathaniel Chaim", HAIM, "as English and Yiddish write them"),
        Case("נתנאל חיים", HAIM, "in Hebrew"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("David Gilboa", GILBOA, "another given name"),
        Case("Oded Tal", TUITO, "another family name"),
        Case("Elisha Yarom", YERED, "another family name"),
        Case("Elyashiv Yered", YERED, "another given name"),
        Case("Meir Edelstein", ETTINGER, "another family name"),
        Case("Itzhak Ben-Gvir", BEN_TZION, "another family name"),
        Case("Shimon Cohen", COHEN, "another given name"),
        Case("Moshe Levi", COHEN, "another family name"),
        Case("Netanel Hadad", HAIM, "another family name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
