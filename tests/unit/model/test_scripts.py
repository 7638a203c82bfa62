"""A text's script is that of most of its letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.model.scripts import script_of, script_of_char

# How Unicode begins the names of a script's letters.
UNICODE_NAMES = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Arab": "ARABIC",
    "Hebr": "HEBREW",
    "Armn": "ARMENIAN",
    "Geor": "GEORGIAN",
    "Deva": "DEVANAGARI",
    "Thai": "THAI",
    "Hang": "HANGUL",
    "Hira": "HIRAGANA",
    "Kana": "KATAKANA",
    "Hani": "CJK UNIFIED IDEOGRAPH",
    "Ethi": "ETHIOPIC",
    "Mymr": "MYANMAR",
    "Beng": "BENGALI",
}


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("SOLEIMANI, Qasem", "Latn"),
        ("Nguyễn Văn A", "Latn"),
        ("Þór Ægisson", "Latn"),
        ("Касем Сулеймани", "Cyrl"),
        ("قاسم سلیمانی", "Arab"),
        ("קאסם סולימאני", "Hebr"),
        ("Κασέμ Σουλεϊμανί", "Grek"),
        ("卡西姆·苏莱曼尼", "Hani"),
        ("김정은", "Hang"),
        ("カセム・ソレイマニ", "Jpan"),
        ("田中 さくら", "Jpan"),
        ("ყასემ სულეიმანი", "Geor"),
        ("Ղասեմ Սոլեյմանի", "Armn"),
        ("क़ासिम सुलेमानी", "Deva"),
        # un-sc: names with a remark in Latin letters
        ("قاسم سلیمانی (QS)", "Arab"),
        ("Qasem سل", "Latn"),
        ("", "Zyyy"),
        ("1957-03-11", "Zyyy"),
        ("٠١٢٣", "Zyyy"),
        ("()-. ‎", "Zyyy"),
    ],
)
def test_a_name_is_in_the_script_of_most_of_its_letters(text: str, script: str) -> None:
    assert script_of(text) == script


# Letters of phonetic notation and of formulas, and the stroke that only widens an Arabic word.
NOT_IN_NAMES = ("SMALL CAPITAL", "SUBSCRIPT", "REVERSED C", "TATWEEL")


@pytest.mark.parametrize("script", UNICODE_NAMES)
def test_every_letter_unicode_names_after_a_script_is_of_that_script(script: str) -> None:
    last = 0x30000 if script == "Hani" else 0x10000  # beyond it only Chinese has letters of living names
    letters = {
        code: name
        for code in range(0x20, last)
        if chr(code).isalpha()
        and (name := unicodedata.name(chr(code), "")).startswith(UNICODE_NAMES[script])
        and not any(part in name for part in NOT_IN_NAMES)
    }
    assert len(letters) > 30
    assert {code: name for code, name in letters.items() if script_of_char(chr(code)) != script} == {}


@given(st.characters())
def test_law_every_character_has_a_script_of_four_letters(char: str) -> None:
    assert len(script_of_char(char)) == 4


@given(st.text(max_size=20))
def test_law_only_a_text_without_letters_has_no_script(text: str) -> None:
    if not any(char.isalpha() for char in text):
        assert script_of(text) == "Zyyy"


@given(st.lists(st.sampled_from(["Qasem", "Касем", "قاسم", "Κασέμ", "12"]), min_size=1))
def test_law_the_order_of_words_does_not_change_the_script(words: list[str]) -> None:
    assert script_of(" ".join(words)) == script_of(" ".join(reversed(words)))
