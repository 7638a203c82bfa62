"""The words of a text: where they stand, what parts them, and that their places cut what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.text.words import BREAK, COMMA, HYPHEN, LINE, POINT, SPACE, words_in

IGNORED = (
    "\1\u02bf\u02be\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\ufeff\u061c"
)
"""What is no letter and no space: it stands within words and is not seen."""
APOSTROPHES = "\u2019\u2018\u00b4\u02bc\u02bb\u2032\uff07"
HARD = st.text(
    st.one_of(
        st.sampled_from(
            "aZ9 .,-'\n()&;\u00e9\u0301\u0627\u5e73\ud55c\U0001f600\U0001f468\ufe0f\ud800\udfff" + IGNORED
        ),
        st.sampled_from("\u2019\u201c\u201d\u2026\u2013\u2014\u2010\u2011\u00a0\u3000\u2028\u3001\uff08"),
        st.characters(codec=None),
    )
)


def cut(text: str) -> list[str]:
    """What the places of the words cut out of the text."""
    words = words_in(text)
    return [text[slice(*words.span(place, place))] for place in range(len(words.surfaces))]


def seen(text: str) -> str:
    """A piece of a text as a surface has it: one apostrophe for all, and nothing that is not seen."""
    for mark in IGNORED:
        text = text.replace(mark, "")
    for mark in APOSTROPHES:
        text = text.replace(mark, "'")
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("...!?; -- (\u201c\u201d)", []),
        ("Otto Zwingli", ["Otto", "Zwingli"]),
        ("Otto Zwingli.", ["Otto", "Zwingli"]),
        ("(Otto)", ["Otto"]),
        ("Zwingli-Ostrander", ["Zwingli", "Ostrander"]),
        ("Zwingli\u2011Ostrander", ["Zwingli", "Ostrander"]),
        ("Zwingli-\nOstrander", ["Zwingli", "Ostrander"]),
        ("Zwingli's", ["Zwingli's"]),
        ("Zwingli\u2019s", ["Zwingli\u2019s"]),
        ("\u201cOtto\u201d", ["Otto"]),
        ("\u00abOtto\u00bb", ["Otto"]),
        ("O\u02bcNeill", ["O\u02bcNeill"]),
        ("Ot\u00adto", ["Ot\u00adto"]),
        ("Ot\u200bto", ["Ot\u200bto"]),
        ("Ote\u0301 Zwingli", ["Ote\u0301", "Zwingli"]),
        ("Otto\u00a0Zwingli", ["Otto", "Zwingli"]),
        ("Otto\u3000Zwingli", ["Otto", "Zwingli"]),
        ("\U0001f600 Otto", ["\U0001f600", "Otto"]),
        ("ندير، صالح", ["ندير", "صالح"]),
        ("\u5e73\u3001\u91d1\u3002", ["\u5e73", "\u91d1"]),
        ("Аркадий—В", ["Аркадий", "В"]),
        ("a_b", ["a", "b"]),
        ("A\tB\x0bC\x00D", ["A", "B", "C", "D"]),
        ("X \ud800Y", ["X", "\ud800Y"]),
    ],
)  # fmt: skip
def test_the_words_are_cut_out_of_the_text_as_it_is(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" ", SPACE),
        ("\n", LINE),
        (" \r\n ", LINE),
        ("\r", LINE),
        ("\t", LINE),
        ("\u00a0", SPACE),
        ("\u2003", SPACE),
        ("\u200a", SPACE),
        ("\u205f", SPACE),
        ("\u1680", SPACE),
        ("\u0085", LINE),
        ("\u2028", LINE),
        ("-", HYPHEN),
        ("\u2010", HYPHEN),
        ("-\n", HYPHEN),
        (", ", COMMA),
        (" & ", COMMA),
        ("\u060c ", COMMA),
        (". ", POINT),
        (".-", POINT),
        ("., ", POINT),
        ("; ", BREAK),
        (": ", BREAK),
        ("? ", BREAK),
        (" \u2013 ", BREAK),
        ("\u2026", BREAK),
        (" (", BREAK),
        ("/", BREAK),
        ('" ', BREAK),
        ("\u201d ", BREAK),
        # A bullet.
        ("\n- ", BREAK),
        ("\n\t-", BREAK),
        ("\r\n \u2010 ", BREAK),
        ("\n* ", BREAK),
        ("\n\u2022 ", BREAK),
        (" - \n", HYPHEN),
        ("\n\n", BREAK),
        ("\n \n", BREAK),
        ("\r\n\r\n", BREAK),
        ("\u2029\u2029", BREAK),
    ],
)
def test_what_parts_two_words_is_the_strongest_that_stands_between(between: str, expected: int) -> None:
    words = words_in(f"Otto{between}Zwingli")
    assert words.before.tolist() == [BREAK, expected]


@pytest.mark.parametrize(
    ("text", "left", "right", "expected"),
    [
        ("'Otto Zwingli'", 1, 1, "Otto Zwingli"),
        ("\u2018Otto Zwingli\u2019", 3, 3, "Otto Zwingli"),
        ("Otto\nZwingli's", 0, 2, "Otto\nZwingli"),
        ("Otto Zwingli\u2019s", 0, 4, "Otto Zwingli"),
        ("\U0001f600 \u00e9Otto \u00c9", 0, 0, "\U0001f600 \u00e9Otto \u00c9"),
    ],
)
def test_a_span_of_words_may_leave_out_bytes_at_its_ends(
    text: str, left: int, right: int, expected: str
) -> None:
    words = words_in(text)
    assert text[slice(*words.span(0, len(words.surfaces) - 1, left, right))] == expected


@given(HARD)
def test_the_places_of_the_words_of_any_text_cut_the_words(text: str) -> None:
    words = words_in(text)
    assert len(words.surfaces) == len(words.starts) == len(words.ends) == len(words.before)
    reached = 0
    for place, surface in enumerate(words.surfaces):
        start, end = words.span(place, place)
        assert reached <= start < end <= len(text)
        reached = end
        told = surface.replace(b"\1", b"").decode("utf-8", "surrogatepass")
        assert seen(text[start:end]) == seen(told)


@given(HARD)
def test_no_letter_or_digit_stands_outside_the_words(text: str) -> None:
    words = words_in(text)
    outside = list(text)
    for place in range(len(words.surfaces)):
        start, end = words.span(place, place)
        outside[start:end] = [""] * (end - start)
    assert not [char for char in outside if char.isalnum()]


@given(st.lists(st.sampled_from(["Otto", "Zwingli's", "\u00c9va", "\u0646\u062f\u064a\u0631", "7"])), HARD)
def test_more_text_behind_does_not_move_the_words_before(words: list[str], behind: str) -> None:
    text = " ".join(words)
    assert cut(f"{text} ; {behind}")[: len(words)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a" * 2_000_000, 1),
        ("!" * 2_000_000, 0),
        ("\u2019" * 700_000, 1),
        ("a-" * 1_000_000, 1_000_000),
        ("\U0001f600 " * 500_000, 500_000),
        ("\n" * 2_000_000, 0),
    ],
    ids=["one word", "marks", "quotes", "hyphens", "emoji", "lines"],
)
def test_a_text_of_one_thing_only_is_taken_apart_all_the_same(text: str, count: int) -> None:
    assert len(words_in(text).surfaces) == count
