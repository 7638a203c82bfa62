"""Letters written otherwise keep the case of the word they stand in."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from namesake.quality.respelling import long_words, mistyped, phonetic, romanised


@pytest.mark.parametrize("way", [romanised, phonetic, mistyped])
def test_capitals_stay_capitals(way: Callable[[random.Random, str], str | None]) -> None:
    for seed in range(50):
        made = way(random.Random(seed), "QUREISHI, KHADIJAH")
        assert made is not None
        assert made.isupper()


def test_a_respelled_word_begins_as_it_did() -> None:
    made = {romanised(random.Random(seed), "Qasem SULEIMAN") for seed in range(50)}
    assert {"Kasem SULEIMAN", "Qasem SOLEIMAN"} <= made


def test_long_words_are_those_with_enough_letters() -> None:
    assert [word.text for word in long_words("Kim Jong Un", 3)] == ["Kim", "Jong"]
