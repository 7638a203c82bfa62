"""The tables of spellings are what they say they are."""

from __future__ import annotations

import unicodedata
from collections import Counter

from namesake.model.scripts import script_of_char
from namesake.quality.spellings import (
    CYRILLIC,
    GREEK,
    INVISIBLE,
    KEYBOARD,
    OCR,
    PHONETIC,
    ROMANISATIONS,
    SAME_NAMES,
)


def test_look_alikes_are_latin_letters_and_letters_of_the_other_alphabet() -> None:
    for alphabet, script in ((CYRILLIC, "Cyrl"), (GREEK, "Grek")):
        assert {script_of_char(char) for char in alphabet} == {"Latn"}
        assert {script_of_char(char) for char in alphabet.values()} == {script}
        assert all(key.isupper() == value.isupper() for key, value in alphabet.items())


def test_invisible_characters_are_formats_and_marks() -> None:
    assert {unicodedata.category(char) for char in INVISIBLE} == {"Cf", "Mn"}


def test_a_name_stands_in_one_row_but_for_lee_of_china_and_korea() -> None:
    counts = Counter(name for row in SAME_NAMES for name in row)
    assert [name for name, count in counts.items() if count > 1] == ["lee"]
    assert all(len(row) > 1 for row in SAME_NAMES)


def test_keys_lie_beside_each_other_both_ways_but_for_the_slant_of_rows() -> None:
    assert all(key not in beside for key, beside in KEYBOARD.items())
    assert set("".join(KEYBOARD.values())) == set(KEYBOARD)


def test_a_rule_changes_what_it_finds() -> None:
    assert all(letters != other and letters and other for letters, other in OCR)
    assert all(pattern.pattern != other for pattern, other in (*ROMANISATIONS, *PHONETIC))
