"""Listed tokens like a token asked about: the same as comparing it with each."""

from __future__ import annotations

import pytest

from namesake.index.lattice import Lattice
from namesake.match.strings import similarity
from tests.unit.index.making import INVENTED, party, snapshot

SNAPSHOT = snapshot(
    *INVENTED, party("90", "Qassem Suleimani Hizbullah"), party("91", "قاسم سليماني حزب الله")
)
TOKENS = [(SNAPSHOT.tokens[n], bool(SNAPSHOT.arrays["token_abjad"][n])) for n in range(len(SNAPSHOT.tokens))]


@pytest.mark.parametrize(
    ("text", "abjad"),
    [
        ("qasem", False), ("kasim", False), ("soleymani", False), ("hezbollah", False), ("hizbulah", False),
        ("voronsev", False), ("orestis", False), ("karim", False), ("abdalkarim", False), ("7", False),
        ("prince", False), ("الكريم", True), ("كريم", True), ("סלימני", True), ("zzzz", False),
    ],
)  # fmt: skip
def test_neighbours_are_those_that_comparing_every_token_finds(text: str, abjad: bool) -> None:
    every = {
        number: similarity(text, abjad, *token).value
        for number, token in enumerate(TOKENS)
        if similarity(text, abjad, *token).value > 0
    }
    found = Lattice(SNAPSHOT).neighbours(text, abjad)
    assert found.tokens.tolist() == sorted(every)
    assert found.values.tolist() == pytest.approx([every[number] for number in sorted(every)])


def test_only_the_very_same_word_is_alike_to_the_full() -> None:
    found = Lattice(SNAPSHOT).neighbours("suleimani", False)
    same = [SNAPSHOT.tokens[number] for number in found.tokens[found.values == 1]]
    assert same == ["suleimani"]


def test_a_word_like_nothing_has_no_neighbours() -> None:
    found = Lattice(SNAPSHOT).neighbours("zzzzzzzz", False)
    assert (len(found.tokens), len(found.values)) == (0, 0)


def test_asking_again_gives_what_was_remembered() -> None:
    lattice = Lattice(SNAPSHOT)
    assert lattice.neighbours("qasem", False) is lattice.neighbours("qasem", False)


def test_an_empty_snapshot_has_no_neighbours() -> None:
    assert len(Lattice(snapshot()).neighbours("qasem", False).tokens) == 0
