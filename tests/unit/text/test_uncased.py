"""Names in scripts without capitals."""

from __future__ import annotations

import pytest

from namesake.text.function_words import is_function_word, stands_within_names
from namesake.text.spans import windows_of
from namesake.text.uncased import ends_joined, joins_names, may_refer, misread


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({1: [0], 2: [1]}, [{0: 1, 1: 2}]),
        ({1: [0], 2: [2]}, [{0: 1, 2: 2}]),
        ({1: [0], 2: [3]}, []),
        ({1: [0]}, []),
        ({}, []),
        # A name that stands twice.
        ({1: [0, 9], 2: [1, 10]}, [{0: 1, 1: 2}, {9: 1, 10: 2}]),
        # X Y and Z Y: the second Y is Z's.
        ({1: [2], 2: [1, 3]}, [{1: 2, 2: 1}, {2: 1, 3: 2}]),
        # One word for two tokens.
        ({1: [0], 2: [0], 3: [1]}, [{0: 1, 1: 3}]),
    ],
)
def test_words_of_a_name_stand_beside_one_another(
    where: dict[int, list[int]], expected: list[dict[int, int]]
) -> None:
    assert list(windows_of([1, 2, 3], where)) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("بن", True), ("ابن", True), ("בן", True), ("أبو", True), ("قال", False)]
)
def test_what_joins_names(word: str, expected: bool) -> None:
    assert joins_names(word) is expected


@pytest.mark.parametrize(("word", "expected"), [("الله", True), ("اللہ", True), ("عبدالله", False)])
def test_what_is_joined_to_the_word_before_it(word: str, expected: bool) -> None:
    assert ends_joined(word) is expected


@pytest.mark.parametrize(
    ("words", "listed", "expected"),
    [
        ("نصر الله", "Nasr al-Ali", True),
        ("نصر الله", "NASRALLAH, Hasan", False),
        ("حزب الله", "HIZBULLAH", False),
        ("نصر الله", "نصر الله", False),
        ("نصر علي", "Nasr al-Ali", False),
    ],
)
def test_gods_name_is_not_read_as_another(words: str, listed: str, expected: bool) -> None:
    assert misread(words.split(), listed) is expected


@pytest.mark.parametrize(
    ("word", "prefix", "expected"),
    [
        ("سليماني", 0, True),
        ("وسليماني", 2, True),
        ("حسن", 0, False),
        ("وحسن", 2, False),
        ("الأسد", 0, True),
        ("푸틴", 0, True),
        ("은", 0, False),
    ],
)
def test_what_may_be_a_surname_by_itself(word: str, prefix: int, expected: bool) -> None:
    assert may_refer(word, prefix) is expected


@pytest.mark.parametrize("word", ["على", "که", "את", "Об", "об", "Із", "في"])
def test_function_words_are_no_part_of_a_name(word: str) -> None:
    assert is_function_word(word)


@pytest.mark.parametrize("word", ["علي", "قاسم", "Путин", "Обама", "פוטין", ""])
def test_other_words_may_be(word: str) -> None:
    assert not is_function_word(word)


def test_some_stand_within_the_name_of_an_organisation() -> None:
    assert stands_within_names("في")
    assert not stands_within_names("قال")
