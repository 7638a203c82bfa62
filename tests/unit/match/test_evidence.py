"""The fold: from pieces of evidence to one score that can be checked by hand."""

from __future__ import annotations

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.evidence import SCORING, Evidence, EvidenceKind, Scoring, fold, name_score

WEIGHTS = st.floats(0, 2, allow_nan=False).map(lambda weight: round(weight, 4))
POINTS = st.floats(-8, 8, allow_nan=False).map(lambda points: round(points, 2))


def part(agree: float = 0.0, against: float = 0.0, bits: float = 0.0, *, same: bool = False) -> Evidence:
    return Evidence(kind=EvidenceKind.PART, reason="same", agree=agree, against=against, bits=bits, same=same)


def fact(points: float) -> Evidence:
    return Evidence(kind=EvidenceKind.BIRTH_DATE, reason="the same day", points=points)


PIECES = st.lists(
    st.one_of(
        st.builds(part, WEIGHTS, WEIGHTS, st.floats(0, 28, allow_nan=False), same=st.booleans()),
        st.builds(fact, POINTS),
    ),
    max_size=8,
)


def test_nothing_found_scores_nothing() -> None:
    assert fold([]) == 0.0
    assert fold([part(against=1.0)]) == 0.0


def test_the_score_of_a_name_is_the_share_that_agrees_held_back_for_common_names() -> None:
    # 1.2 of 1.5 agree, 14 bits: 0.8 x (1 - 0.26 x 2^((9 - 14) / 5)) = 0.8 x 0.87
    assert fold([part(1.0, 0.1, 9.0), part(0.2, 0.2, 5.0)]) == pytest.approx(0.8 * 0.87, abs=1e-4)


def test_every_five_bits_halve_what_a_common_name_loses() -> None:
    losses = [1 - name_score(1, 0, bits, False) for bits in (9, 14, 19)]
    assert losses == pytest.approx([0.26, 0.13, 0.065])


def test_an_exactly_equal_name_hits_however_common() -> None:
    assert fold([part(1.0, bits=0.1, same=True)]) == SCORING.exact
    assert fold([part(1.0, bits=0.1)]) < 0.5


def test_one_part_that_is_not_the_same_makes_the_name_not_the_same() -> None:
    same, other = part(1.0, bits=0.1, same=True), part(0.5, bits=0.1)
    assert fold([same, other]) == fold([part(1.0, bits=0.1), other])
    weightless = Evidence(kind=EvidenceKind.PART, reason="same")
    assert fold([same, weightless]) == fold([same])


def test_points_add_to_the_log_odds() -> None:
    name = fold([part(1.0, bits=9.0)])
    assert name == 0.74
    odds = 0.74 / 0.26 * math.exp(1.5)
    assert fold([part(1.0, bits=9.0), fact(2.0), fact(-0.5)]) == pytest.approx(odds / (1 + odds), abs=1e-4)


def test_points_that_cancel_leave_the_name_as_it_was() -> None:
    assert fold([part(1.0, bits=9.0), fact(1.5), fact(-1.5)]) == fold([part(1.0, bits=9.0)])


def test_another_birth_year_brings_a_perfect_name_below_the_threshold() -> None:
    perfect = part(1.0, bits=40.0, same=True)
    assert fold([perfect]) > 0.99
    assert fold([part(2.0, bits=26.0, same=True), fact(SCORING.born_other)]) < 0.70


def test_the_same_identifier_hits_whatever_the_name() -> None:
    assert fold([fact(SCORING.same_identifier)]) > 0.70


@given(PIECES)
def test_a_score_lies_between_0_and_1_with_four_decimals(pieces: list[Evidence]) -> None:
    score = fold(pieces)
    assert 0 <= score <= 1
    assert score == round(score, 4)


@given(PIECES, POINTS)
def test_what_speaks_against_never_raises_and_what_speaks_for_never_lowers(
    pieces: list[Evidence], points: float
) -> None:
    before, after = fold(pieces), fold([*pieces, fact(points)])
    assert (after - before) * points >= -1e-4 * abs(points)


@given(PIECES, WEIGHTS)
def test_more_that_disagrees_never_raises_the_score(pieces: list[Evidence], weight: float) -> None:
    assert fold([*pieces, part(against=weight)]) <= fold(pieces)


@given(st.lists(st.builds(part, WEIGHTS, WEIGHTS, st.floats(0, 28, allow_nan=False)), max_size=4))
def test_the_order_of_the_evidence_does_not_count(pieces: list[Evidence]) -> None:
    scores = [fold(order) for order in permutations(pieces)]
    assert max(scores) - min(scores) <= 1e-4


def test_the_scoring_table_says_for_and_against_as_its_names_do() -> None:
    numbers = {name: getattr(SCORING, name) for name in Scoring.__struct_fields__}
    assert SCORING.born_same_day > SCORING.born_same_month > SCORING.born_same_year > SCORING.born_in_span > 0
    assert SCORING.born_other < SCORING.born_few_years_off < SCORING.born_one_year_off < 0
    assert SCORING.other_imo < 0 < SCORING.same_identifier
    assert SCORING.exact >= 0.70
    assert 0 < SCORING.omitted < SCORING.added < 1
    assert all(math.isfinite(number) for number in numbers.values())
