"""Where words of a text stand together, and which listed names they agree with."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from namesake.model.values import Kind
from namesake.text import vocabulary
from namesake.text.finding import Finder, Found
from tests.unit.index.engines import running
from tests.unit.index.making import party, snapshot

ORGANIZATION, COMPANY, VESSEL = Kind.ORGANIZATION, Kind.COMPANY, Kind.VESSEL
SNAPSHOT = snapshot(
    party("1", "VORONTSEV, Arkadiy Lvovich"),
    party("2", "Kharvanion", kind=ORGANIZATION),
    party("3", "GREY HERON 7", kind=VESSEL),
    party("4", "Red Star Trading LLC", kind=COMPANY),
    party("5", "ZWINGLI-OSTRANDER, Otto"),
    party("6", "Brigade of the Silent Valley", kind=ORGANIZATION),
)
COUNT = len(SNAPSHOT.name_texts)
ALL = np.ones(COUNT, dtype=np.bool_)


@pytest.fixture(scope="module", autouse=True)
def plainly() -> Iterator[None]:
    """A few names are walked through sooner than the walk is compiled."""
    with running("interpreted"):
        yield


def read(text: str, wanted: list[str] | None = None) -> Found:
    chosen = ALL if wanted is None else np.array([SNAPSHOT.name_texts[n] in wanted for n in range(COUNT)])
    return Finder(SNAPSHOT, chosen, 0.7).read([text])[0]


def named(found: Found) -> list[tuple[str, str]]:
    """The words of each place with the name they agree with best, each once."""
    return sorted(
        {(place.at.asked.text, SNAPSHOT.name_texts[place.named[0].name]) for place in found.places},
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Otto Zwingli met Karla Quandt", ["Otto Zwingli", "Karla Quandt"]),
        ("Otto, Karla", ["Otto", "Karla"]),
        ("Quandt, Inc. paid", ["Quandt, Inc"]),
        ("Quandt & Co", ["Quandt & Co"]),
        ("Mr. Otto Zwingli", ["Mr. Otto Zwingli"]),
        ("It was Zwingli. Karla left", ["Zwingli", "Karla"]),
        ("Otto\nZwingli", ["Otto\nZwingli"]),
        ("Otto\n\nZwingli", ["Otto", "Zwingli"]),
        ("Otto (Zwingli)", ["Otto", "Zwingli"]),
        ("Bank of the Valley", ["Bank of the Valley"]),
        ("of the Valley of", ["Valley"]),
        ("Adrian 1 sailed", ["Adrian 1"]),
        ("1 Adrian", ["Adrian"]),
        ("in 1999 and 2001", []),
        ("nothing here", []),
        ("", []),
        ("Monday Otto", ["Otto"]),
        ("Zwingli-Ostrander", ["Zwingli-Ostrander"]),
    ],
)
def test_where_words_stand_together_that_may_be_one_name(text: str, expected: list[str]) -> None:
    found = read(text)
    assert [
        text[slice(*found.written.words.span(start, stop - 1))]
        for start, stop in found.written.stretches.bounds
    ] == expected


@pytest.mark.parametrize(
    ("text", "pieces", "seams"),
    [
        ("Otto Zwingli", ["Otto Zwingli"], []),
        ("Otto\nZwingli", ["Otto", "Zwingli"], ["Otto\nZwingli"]),
        ("Otto\tZwingli", ["Otto", "Zwingli"], ["Otto\tZwingli"]),
        (
            "Otto\nKarla Zwingli\nEva",
            ["Otto", "Karla Zwingli", "Eva"],
            ["Otto\nKarla Zwingli", "Karla Zwingli\nEva"],
        ),
        (
            "Otto\nZwingli\nQuandt",
            ["Otto", "Zwingli", "Quandt"],
            ["Otto\nZwingli\nQuandt", "Zwingli\nQuandt"],
        ),
        ("Otto\n7", ["Otto"], ["Otto\n7"]),
        ("no name\nhere", [], []),
        ("Otto\nvon Zwingli", ["Otto", "Zwingli"], ["Otto\nvon Zwingli"]),
        ("Otto\n\nZwingli", ["Otto", "Zwingli"], []),
        ("Otto\n- Zwingli", ["Otto", "Zwingli"], []),
        ("Otto\nwas Zwingli", ["Otto", "Zwingli"], []),
        ("he was\nOtto Zwingli", ["Otto Zwingli"], []),
        ("Otto,\nZwingli", ["Otto", "Zwingli"], []),
        # A full stop shortens an abbreviation or initial, and may shorten another short word.
        ("Gen. Otto", ["Gen. Otto"], []),
        ("O. Zwingli", ["O. Zwingli"], []),
        ("Ю. Цвингли", ["Ю. Цвингли"], []),
        ("Otto. Zwingli", ["Otto", "Zwingli"], ["Otto. Zwingli"]),
        ("Отто. Цвингли", ["Отто", "Цвингли"], ["Отто. Цвингли"]),
        ("Zwingli. Otto", ["Zwingli", "Otto"], []),
        ("Otto of. Zwingli", ["Otto", "Zwingli"], []),
    ],
)
def test_where_a_name_may_end_or_go_on(text: str, pieces: list[str], seams: list[str]) -> None:
    found = read(text).written
    stretches = found.stretches
    assert [text[slice(*found.words.span(first, behind - 1))] for first, behind in stretches.pieces] == pieces
    told = [(one, text[slice(*found.words.span(one.first, one.behind - 1))]) for one in stretches.seams]
    assert [each for _, each in told] == seams
    assert all(one.first < one.at < one.behind for one, _ in told)


def test_of_long_pieces_a_seam_joins_as_many_words_as_a_name_has() -> None:
    (seam,) = read("Otto " * 100 + "\n" + "Karla " * 100).written.stretches.seams
    assert (seam.first, seam.at, seam.behind) == (88, 100, 112)


def test_a_stretch_of_very_many_words_is_looked_at_in_pieces_that_overlap_by_a_name() -> None:
    found = read("Otto " * 1000)
    assert found.written.stretches.bounds[0][0] == 0
    assert found.written.stretches.bounds[-1][1] == 1000
    for (_, stop), (start, _) in pairwise(found.written.stretches.bounds):
        assert stop - start >= 12


@pytest.mark.parametrize("before", range(0, 60, 7))
def test_a_name_is_found_wherever_it_stands_in_a_long_stretch(before: int) -> None:
    found = read("General " * before + "Arkadiy Lvovich Vorontsev " + "General " * (60 - before))
    assert (before, before + 2) in {(place.at.first, place.at.last) for place in found.places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saw Arkadiy Lvovich Vorontsev there", ("Arkadiy Lvovich Vorontsev", "VORONTSEV, Arkadiy Lvovich")),
        ("saw Arkadi Vorontzev there", ("Arkadi Vorontzev", "VORONTSEV, Arkadiy Lvovich")),
        ("видел Аркадий Воронцев", ("Аркадий Воронцев", "VORONTSEV, Arkadiy Lvovich")),
        ("saw Otto Zwingli-Ostrander's men", ("Otto Zwingli Ostrander", "ZWINGLI-OSTRANDER, Otto")),
        ("of Kharvanion", ("Kharvanion", "Kharvanion")),
        ("Red Star Trading, LLC", ("Red Star Trading LLC", "Red Star Trading LLC")),
        ("Grey Heron 7", ("Grey Heron 7", "GREY HERON 7")),
        ("the Silent Valley Brigade", ("Silent Valley Brigade", "Brigade of the Silent Valley")),
    ],
)
def test_words_that_agree_with_a_listed_name(text: str, expected: tuple[str, str]) -> None:
    assert expected in named(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vorontsev",
        "Arkadiy",
        "Arkadiy. Then Vorontsev",
        "Arkadiy\n\nVorontsev",
        "arkadiy vorontsev",
        "Otto Quandt",
        # A short word with a slip of the pen, and a word cut short, may be another word in a text.
        "Xtto Zwingli",
        "Arkadiy Voron",
        "LLC",
        "the 7",
        "",
    ],
)
def test_words_that_agree_with_none(text: str) -> None:
    assert named(read(text)) == []


@pytest.mark.parametrize(
    ("text", "exact", "omitted", "added", "parts"),
    [
        ("Arkadiy Lvovich Vorontsev", True, 0, False, 3),
        ("Arkadiy Vorontsev", True, 1, False, 2),
        ("Arkadi Vorontzev", False, 1, False, 2),
        ("Arkadiy Lvovich Maria Vorontsev", True, 0, True, 3),
    ],
)
def test_what_is_said_of_an_agreement(text: str, exact: bool, omitted: int, added: bool, parts: int) -> None:
    (place,) = read(text).places
    (one,) = place.named
    assert (one.person, one.exact, one.omitted, one.added, one.parts) == (True, exact, omitted, added, parts)
    assert 0.7 <= one.score <= 1
    assert one.bits > 0
    assert (one.least == 100) == exact


def test_a_legal_form_that_only_the_listed_name_has_is_told() -> None:
    bare = {place.at.asked.text: place.named[0].bare for place in read("Red Star Trading").places}
    full = {place.at.asked.text: place.named[0].bare for place in read("Red Star Trading LLC").places}
    assert bare == {"Red Star Trading": True}
    assert full["Red Star Trading LLC"] is False


def test_a_name_that_is_not_wanted_is_not_found() -> None:
    text = "Kharvanion and Arkadiy Vorontsev"
    assert named(read(text, ["Kharvanion"])) == [("Kharvanion", "Kharvanion")]
    assert named(read(text, [])) == []


def test_what_was_met_before_gives_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "Arkadiy Vorontsev met Otto Zwingli-Ostrander",
        "Otto Quandt",
        "of Kharvanion",
        "Grey Heron 7",
    ] * 2
    alone = [named(read(text)) for text in texts]
    finder = Finder(SNAPSHOT, ALL, 0.7)
    assert [named(finder.read([text])[0]) for text in texts] == alone
    # However few words there is room for: their numbers are given to others later.
    monkeypatch.setattr(vocabulary, "_MOST_WORDS", 1)
    finder = Finder(SNAPSHOT, ALL, 0.7)
    assert [named(finder.read([text])[0]) for text in texts] == alone


def test_what_stands_between_words_is_told_as_the_text_has_it() -> None:
    found = read("“Otto” (Z) — 😀 Karla")
    assert [found.written.between(place) for place in range(4)] == ["“", "” (", ") — ", " "]


def test_an_empty_snapshot_finds_nothing() -> None:
    finder = Finder(snapshot(), np.ones(0, dtype=np.bool_), 0.7)
    assert finder.read(["Otto Zwingli met Kharvanion"])[0].places == []
