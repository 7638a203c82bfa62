"""Words of scripts that write few vowels, letter by letter."""

from __future__ import annotations

import re

import pytest

from namesake.names.abjad import consonants, reading, stems


@pytest.mark.parametrize(
    ("word", "without"),
    [
        ("قاسم", ["قاسم"]),
        ("الحق", ["الحق", "حق"]),
        ("الله", ["الله"]),
        ("عبدالله", ["عبدله"]),
        ("نورالدين", ["نوردين"]),
        ("جمال", ["جمال"]),
        ("عزيزالرحمان", ["عزيزالرحمان", "عزيزرحمان"]),
    ],
)
def test_articles_can_be_left_out(word: str, without: list[str]) -> None:
    assert stems(word) == without


def test_each_consonant_has_the_sounds_it_may_stand_for() -> None:
    assert consonants("قاسم") == [("k", "g"), ("s",), ("m",)]
    assert consonants("علي") == [("a",), ("l",)]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("علي", "ali"),
        ("قاسم", "kasim"),
        ("يوسف", "iusuf"),
        ("مصطفي", "mustafa"),
        ("محمد", "muhamad"),
        ("طه", "taha"),
    ],
)
def test_a_light_key_with_the_vowels_written_is_a_reading(word: str, key: str) -> None:
    assert re.fullmatch(reading(word), key)


@pytest.mark.parametrize(
    ("word", "key"), [("علي", "al"), ("عمر", "amiru"), ("سليم", "salm"), ("حسن", "husini")]
)
def test_one_without_them_or_with_more_is_not(word: str, key: str) -> None:
    assert not re.fullmatch(reading(word), key)
