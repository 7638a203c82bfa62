"""Slavic names in the spellings of Europe's languages."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.names.slavic import _SHAPE, GIVEN_NAMES, respelled


@pytest.mark.parametrize(
    ("word", "english"),
    [
        ("sjurjevitj", "shuryevich"),  # Swedish
        ("jurewitsch", "yurevich"),  # German
        ("nikolajewicz", "nikolayevich"),  # Polish
        ("andrejevic", "andreyevich"),  # Czech, its marks lost
        ("tschaikowski", "chaikovski"),
        ("kuznecov", "kuznetsov"),
        ("semjonov", "semenov"),
        ("sivakau", "sivakov"),  # Belarusian
        ("slizjeuski", "slizhevski"),
        ("kuznecovova", "kuznetsova"),
        ("hrushko", "grushko"),
        ("hristov", "khristov"),  # Bulgarian
        ("shishkin", "siskin"),  # a Czech Šiškin without its marks
    ],
)
def test_a_word_of_slavic_shape_is_spelled_as_in_english(word: str, english: str) -> None:
    assert english in respelled(word)


@pytest.mark.parametrize(
    "word", ["jamal", "hussein", "khan", "wang", "chang", "said", "sajid", "jose", "haji"]
)
def test_other_words_are_left_alone(word: str) -> None:
    assert respelled(word) == ()


def test_no_given_name_stands_twice() -> None:
    names = [name for group in GIVEN_NAMES.split("|") for name in group.split()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("ending", ["aunitsch", "zzyinova", "owitsch", "enkowa", "jewa", "zzaiha"])
def test_a_long_word_is_known_by_the_ending_of_a_short_one(ending: str) -> None:
    # Only so many letters of a word are looked at as its longest ending needs.
    assert [bool(respelled(stem + ending)) for stem in ("zz", "zzzz", "zzzzbzzzzbzzzz")] == [True] * 3


# The endings as they are written, to read beside those read from behind.
FORWARDS = re.compile(
    "...*(?:[oeaiyu][vw](?:a|ova)?|[oe]ff?|[sz]k(?:[iy]|[iy][iyj]|a|ai?a|aja|aya|oj|oy|oi)|.[^aeiou][yi]n(?:a|ova)?|"
    "(?:[vw]|[auy]n|k)[iy](?:c|ch|cz|tj|ts|tsch|tch|tsh|ci)|[tc][hj]?[iyu]k|[ijy]uk|[eo]nk(?:[oa]|ova)|[vwu]na|"
    "[bcdfghjklmnprstvz]ko|.[aeo]u|[eio]j|.lo|[yi][ck]h|[ei]c|ica|cek|[ij]?u(?:ch|kh)|..[aeioy]h[ao])$"
)


@given(st.text("aeiouyvwszkchjtnlf", min_size=1, max_size=9))
@example("jurjewitsch")
@example("kuznetsova")
def test_a_word_read_from_behind_has_the_shape_it_has_forwards(word: str) -> None:
    assert bool(_SHAPE.match(word[::-1])) == bool(FORWARDS.fullmatch(word))
