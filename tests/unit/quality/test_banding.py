"""How many scores of each band are right."""

from __future__ import annotations

import pytest

from namesake.quality.banding import ALONE, WITH_DATA, banded_hits, banded_pairs
from namesake.quality.labelled import Customer, Pair
from namesake.screening.explain import compare
from namesake.screening.result import Band
from tests.unit.quality.making import PARTIES, screener_of

LISTED = [
    Customer("Ulviya Zembrano", "invented:2", "plain", "", "az"),
    Customer("Ulviya Zembrano", "elsewhere:2", "plain", "", "az"),
]
STRANGERS = [Customer("Ulviya Zembrano", "", "", "", "pe"), Customer("Hannelore Vogt", "", "", "", "")]


def test_pairs_fall_into_the_band_of_their_score() -> None:
    pairs = [
        Pair("Teodrik Vardanis", "VARDANIS, Teodrik", True, None),
        Pair("Teodrik Vardanis", "Vardanis Teodrik", False, None),
        Pair("Teodrik Vardanis", "Ulviya Zembrano", False, None),
    ]
    counted = banded_pairs(pairs)
    assert (counted.right[Band.STRONG], counted.of[Band.STRONG]) == (1, 2)
    assert (counted.right[Band.BELOW], counted.of[Band.BELOW]) == (0, 1)
    assert all(counted.of[compare(pair.name1, pair.name2).band] for pair in pairs)


def test_hits_on_strangers_are_wrong_and_those_on_other_lists_are_not_judged() -> None:
    counted = banded_hits(screener_of(*PARTIES), LISTED, STRANGERS, data=ALONE)
    assert (sum(counted.right.values()), sum(counted.of.values())) == (1, 2)


def test_what_is_known_moves_a_stranger_to_another_band() -> None:
    alone, known = (
        banded_hits(screener_of(*PARTIES), (), STRANGERS, data=data) for data in (ALONE, WITH_DATA)
    )
    assert sum(alone.of.values()) == sum(known.of.values()) == 1
    assert alone.right.total() == known.right.total() == 0


@pytest.mark.parametrize(("band", "told"), [(Band.STRONG, "1 of 2, 50%"), (Band.PROBABLE, "–")])
def test_a_band_is_told_in_numbers_and_as_a_share(band: Band, told: str) -> None:
    pairs = [Pair("Ulviya Zembrano", "Zembrano Ulviya", truth, None) for truth in (True, False)]
    assert banded_pairs(pairs).told(band) == told
