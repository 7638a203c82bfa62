"""Chinese characters: which are one, and how they may be spelled."""

from __future__ import annotations

import pytest

from namesake.names.han import korean, plain, spellings


@pytest.mark.parametrize(
    ("other", "simplified"), [("習", "习"), ("張", "张"), ("沢", "泽"), ("髙", "高"), ("金", "金")]
)
def test_forms_of_one_character_are_one(other: str, simplified: str) -> None:
    assert plain(other) == simplified


@pytest.mark.parametrize(
    ("char", "spelled"),
    [
        ("金", "jin chin"),
        ("习", "xi hsi"),
        ("张", "zhang chang cheung"),
        ("周", "zhou chou chow"),
        ("东", "dong tung"),
        ("泽", "ze tse"),
        ("子", "zi tzu"),
    ],
)
def test_a_character_is_spelled_in_pinyin_and_as_wade_and_giles_did(char: str, spelled: str) -> None:
    assert set(spelled.split()) <= set(spellings(char))


@pytest.mark.parametrize(
    ("char", "syllables"), [("金", "김"), ("李", "이리"), ("恩", "은"), ("哲", "철"), ("们", "")]
)
def test_koreans_read_it_in_their_own_way(char: str, syllables: str) -> None:
    assert set(korean(char)) == set(syllables)


def test_no_character_is_the_simplified_form_of_one_and_another_form_of_a_third() -> None:
    forms = [plain(char) for char in "張劉陳楊黃趙習澤沢邊辺國国龍竜"]
    assert [plain(form) for form in forms] == forms
