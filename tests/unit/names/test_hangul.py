"""Hangul words: which are syllables of a Korean's name, and how they may be spelled."""

from __future__ import annotations

import re

import pytest

from namesake.names.hangul import by_syllables, could_be_korean, full_name, sounds, spellings, spoken


@pytest.mark.parametrize("run", ["김", "김정은", "김철", "정은", "남궁민수", "김하늘", "조지", "밀" * 20])
def test_the_syllables_of_what_may_be_a_koreans_name_are_words(run: str) -> None:
    assert by_syllables(run)


@pytest.mark.parametrize("run", ["웬트워스", "밀러", "애컬로프", "조선무역은행", "크립키", "니만슈티르네만"])
def test_those_of_other_words_are_not(run: str) -> None:
    assert not by_syllables(run)


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("이재호", True),
        ("이 재호", True),
        ("재호 이", True),
        ("남궁민수", True),
        ("남궁 민수", True),
        ("재호", False),  # a given name
        ("하산 알리", False),  # neither word is a surname
        ("오사마 빈", False),
        ("이 재 호", False),
        ("밀러 이", False),
    ],
)
def test_a_koreans_full_name_is_a_surname_and_two_syllables(name: str, full: bool) -> None:
    assert full_name(name.split()) is full


@pytest.mark.parametrize(
    ("syllable", "spelled"),
    [
        ("김", "gim kim"),
        ("박", "bak pak park"),
        ("이", "i lee ri rhee yi"),
        ("리", "ri li lee rhee"),
        ("정", "jeong jong jung chong chung"),
        ("영", "yeong yong young"),
        ("최", "choe choi"),
        ("노", "no ro noh roh"),
        ("은", "eun un"),
        ("철", "cheol chol chul"),
        ("혁", "hyeok hyok hyuk"),
    ],
)
def test_a_syllable_is_spelled_as_several_rules_and_families_do(syllable: str, spelled: str) -> None:
    assert set(spelled.split()) <= set(spellings(syllable))


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("밀러", "miller"),
        ("라이트", "wright"),
        ("크라우치", "crouch"),
        ("칼", "karl"),
        ("빅토르", "viktor"),
        ("푸틴", "putin"),
        ("요한", "johann"),
        ("린드하르트", "lindhardt"),
    ],
)
def test_a_word_written_by_sound_may_be_the_foreign_one(word: str, latin: str) -> None:
    assert re.fullmatch(spoken(word), latin)


@pytest.mark.parametrize(("word", "latin"), [("밀러", "mina"), ("푸틴", "pushkin"), ("크립키", "karpov")])
def test_and_not_another(word: str, latin: str) -> None:
    assert not re.fullmatch(spoken(word), latin)


def test_each_consonant_has_the_sounds_it_may_be() -> None:
    assert sounds("밀러") == [("m",), ("l", "r", "rl"), ("l", "r"), ("", "r")]


def test_a_word_of_syllables_of_names_could_be_korean() -> None:
    assert could_be_korean("조지")
    assert not could_be_korean("크립키")
