"""Names made to be wrong are wrong: no listed name, no spelling of the one they come from."""

from __future__ import annotations

import pytest

from namesake.quality.near_misses import NEAR_MISSES, NearMiss, NearMisses

NAMES = {
    "a": ["SOLEIMANI, Qasem", "Qasem Soleimani", "Haj Qassem"],
    "b": ["BORODIN, Ivan Petrovich"],
    "c": ["Ahmad AL-HAMIDAWI"],
    "d": ["KOVALCHUK, Ivan"],
    "e": ["Ivan Petrovich HAMIDAWI"],
}
OTHERS = [names[0] for names in NAMES.values()]

# What was made from whose name, and whether it is surely somebody else's.
MADE = (
    ("a", "BORODIN, Qasem", True),
    ("a", "SOLEIMANI, Ahmad", True),
    ("a", "Sulaymani Kassem", False),  # another romanisation
    ("a", "Soleimani", False),  # a word fewer
    ("a", "Qasem Ali al-Soleimani", False),  # words more
    ("a", "Q. Soleimani", False),  # an initial
    ("a", "Ivan Kovalchuk", False),  # another party's name
    ("a", "Hamidawi Ahmad", False),  # the same, without its article
    ("b", "BORODIN, Ivan Petrovic", False),
    ("b", "BORODIN, Sergey Petrovich", True),
    ("b", "BORODIN, Ivan", False),
    ("c", "al-", False),
)


@pytest.mark.parametrize(("party", "made", "wrong"), MADE)
def test_what_may_be_right_is_no_near_miss(party: str, made: str, wrong: bool) -> None:
    assert NearMisses(NAMES).is_wrong(made, party) is wrong


@pytest.mark.parametrize("miss", NEAR_MISSES, ids=lambda one: one.title)
def test_a_near_miss_is_wrong_and_repeats_with_its_seed(miss: NearMiss) -> None:
    misses = NearMisses(NAMES)
    made = {seed: misses.of(miss, "b", NAMES["b"][0], OTHERS, seed=seed) for seed in range(20)}
    assert made == {seed: misses.of(miss, "b", NAMES["b"][0], OTHERS, seed=seed) for seed in range(20)}
    found = {one for one in made.values() if one is not None}
    assert len(found) > 1
    assert all(misses.is_wrong(one, "b") for one in found)


def test_a_word_overwritten_keeps_its_length_and_loses_three_letters() -> None:
    name = "BORODIN, Ivan Petrovich"
    overwritten = NEAR_MISSES[-1]
    for seed in range(20):
        made = NearMisses(NAMES).of(overwritten, "b", name, OTHERS, seed=seed)
        assert made is not None
        assert len(made) == len(name)
        assert sum(new != old for new, old in zip(made, name, strict=True)) >= 3
        assert "Ivan" in made


def test_a_crossed_name_has_the_given_names_of_one_and_the_family_of_the_other() -> None:
    crossed = NEAR_MISSES[1]
    assert NearMisses(NAMES).of(crossed, "b", "BORODIN, Ivan Petrovich", ["SAEZ, Ana"], seed=1) == (
        "Ivan Petrovich SAEZ"
    )


def test_where_only_spellings_can_be_made_there_is_none() -> None:
    assert NearMisses(NAMES).of(NEAR_MISSES[0], "d", "KOVALCHUK, Ivan", ["KOVALCHUK, Ivan"], seed=1) is None
