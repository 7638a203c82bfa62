"""What comes off a word in Arabic, Hebrew and Hangul."""

from __future__ import annotations

import pytest

from namesake.text.affixes import particles_off, prefixes_off


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("وسليماني", "سليماني"),
        ("فسليماني", "سليماني"),
        ("لسليماني", "سليماني"),
        ("بسليماني", "سليماني"),
        ("كسليماني", "سليماني"),
        ("ولسليماني", "سليماني"),
        ("والأسد", "الأسد"),
        ("بالأسد", "الأسد"),
        ("للأسد", "الأسد"),
        ("وللأسد", "الأسد"),
        ("לנסראללה", "נסראללה"),
        ("ונסראללה", "נסראללה"),
        ("ולנסראללה", "נסראללה"),
        ("שנסראללה", "נסראללה"),
        ("כשנסראללה", "נסראללה"),
        ("מנסראללה", "נסראללה"),
    ],
)
def test_prefixes_come_off(word: str, bare: str) -> None:
    assert bare in dict(prefixes_off(word))


@pytest.mark.parametrize("word", ["", "سليماني", "قاسم", "وعد", "לוי", "חסן", "Путин"])
def test_nothing_comes_off_where_there_is_no_prefix_or_too_little_behind_it(word: str) -> None:
    assert list(prefixes_off(word)) == []


@pytest.mark.parametrize("word", ["وسليماني", "ولسليماني", "وللأسد", "ולנסראללה", "للأسد"])
def test_the_letters_taken_off_are_counted(word: str) -> None:
    for bare, size in prefixes_off(word):
        assert 0 < size < len(word)
        # The article after "for" has lost its alif.
        assert word[size:] in (bare, bare[1:])


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("김정은은", "김정은"),
        ("김정은이", "김정은"),
        ("김정은을", "김정은"),
        ("김정은과", "김정은"),
        ("김정은과의", "김정은"),
        ("김정은으로부터", "김정은"),
        ("김철수는", "김철수"),
        ("김철수가", "김철수"),
        ("김철수를", "김철수"),
        ("김철수와", "김철수"),
        ("김철수의", "김철수"),
        ("김철수에게", "김철수"),
        ("푸틴도", "푸틴"),
        ("조선인민군은", "조선인민군"),
    ],
)
def test_particles_come_off(word: str, bare: str) -> None:
    assert (bare, len(word) - len(bare)) in list(particles_off(word))


@pytest.mark.parametrize(
    "word",
    [
        "",
        "김철수",
        "김철수은",
        "김정은는",
        "김정은를",
        "김정은와",
        "김철수과",
        "가는",
        "Putin은",
        "푸틴",
    ],
)
def test_a_particle_fits_the_sound_before_it_and_leaves_two_syllables(word: str) -> None:
    assert list(particles_off(word)) == []
