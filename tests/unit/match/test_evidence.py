"""The fold: from pieces of evidence to one score that can be checked by hand."""

from __future__ import annotations

import math
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.evidence import (
    HELD_BACK,
    MOST_BITS,
    SCORING,
    Evidence,
    EvidenceKind,
    Scoring,
    fold,
    least_name,
    name_score,
    with_points,
)

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


def held_back(bits: float) -> float:
    """What is left of a name's score at so many bits, worked out by hand from the table."""
    return 1 - SCORING.common * 2 ** ((SCORING.common_bits - bits) / SCORING.common_half)


def test_the_score_of_a_name_is_the_share_that_agrees_held_back_for_common_names() -> None:
    # 1.2 of 1.5 agree, and that much surprise.
    found = fold([part(1.0, 0.1, 9.0), part(0.2, 0.2, 5.0)])
    assert found == pytest.approx(0.8 * held_back(14.0), abs=1e-4)


def test_every_so_many_bits_halve_what_a_common_name_loses() -> None:
    least, step = round(10 * SCORING.common_bits), round(10 * SCORING.common_half)
    losses = [10000 - name_score(1, 0, least + times * step, False) for times in range(3)]
    assert losses == pytest.approx([10000 * SCORING.common / 2**times for times in range(3)], abs=1)


@pytest.mark.parametrize(
    ("agree", "against", "bits", "same", "score"),
    [
        (0, 0, 0, True, 0),  # nothing agrees
        (0, 500, 100, False, 0),
        (-1, 0, 100, False, 0),
        (7, 0, 0, True, round(10000 * SCORING.exact)),  # the very same, however common
        (7, 0, MOST_BITS, True, 9950),  # and no name is beyond doubt
        (7, 0, MOST_BITS + 1, False, 9950),
        (7, 0, 10 * MOST_BITS, False, 9950),
        (1, 1, MOST_BITS, False, 4975),
    ],
)
def test_the_score_of_a_name_in_whole_numbers(
    agree: int, against: int, bits: int, same: bool, score: int
) -> None:
    assert name_score(agree, against, bits, same) == score


def test_what_is_held_back_never_grows_with_the_surprise() -> None:
    assert list(HELD_BACK) == sorted(HELD_BACK)
    assert len(HELD_BACK) == MOST_BITS + 1
    assert all(0 <= left < 1 for left in HELD_BACK)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 3000), st.booleans())
def test_better_numbers_never_make_a_worse_name(agree: int, against: int, bits: int, same: bool) -> None:
    score = name_score(agree, against, bits, same)
    assert 0 <= score <= 10000
    assert name_score(agree + 1, against, bits, same) >= score
    assert name_score(agree, against + 1, bits, same) <= score
    assert name_score(agree, against, bits + 1, same) >= score
    assert name_score(agree, against, bits, True) >= score


@given(PIECES)
def test_the_fold_is_the_names_score_with_the_points_of_all_else(pieces: list[Evidence]) -> None:
    name = [piece for piece in pieces if piece.kind is EvidenceKind.PART]
    alone = round(fold(name) * 1e4)
    points = [piece.points for piece in pieces if piece.kind is not EvidenceKind.PART]
    assert fold(pieces) == with_points(alone, sum(points))


@pytest.mark.parametrize("name", [0, 1, 99, 100, 4000, 7000, 9950, 10000])
def test_without_points_a_score_is_the_names(name: int) -> None:
    assert with_points(name, 0.0) == name / 1e4


@pytest.mark.parametrize("name", [0, 50, 9999, 10000])
def test_holding_a_name_within_bounds_makes_no_contradiction_a_gain(name: int) -> None:
    assert with_points(name, -0.01) <= name / 1e4


# What facts about a subject could bring together (`attributes.most_points`).
@pytest.mark.parametrize("points", [0.0, 0.4, 0.5, 0.9, 2.5, 2.9, 3.0, 3.4])
def test_no_name_below_the_least_is_brought_to_the_threshold_and_hardly_one_above_is_not(
    points: float,
) -> None:
    for threshold in (place / 100 for place in range(40, 101)):
        least = round(least_name(threshold, points) * 10000)
        assert with_points(least - 1, points) < threshold
        assert with_points(least + 1, points) >= threshold or threshold == 1


def test_what_speaks_against_lowers_no_threshold() -> None:
    assert least_name(0.70, -1.5) == least_name(0.70, 0.0) == 0.70
    assert least_name(1.0, 2.5) == 1.0


def test_an_exactly_equal_name_hits_however_common() -> None:
    assert fold([part(1.0, bits=0.1, same=True)]) == SCORING.exact
    assert fold([part(1.0, bits=0.1)]) < fold([part(1.0, bits=9.0)]) < 1


def test_one_part_that_is_not_the_same_makes_the_name_not_the_same() -> None:
    same, other = part(1.0, bits=0.1, same=True), part(0.5, bits=0.1)
    assert fold([same, other]) == fold([part(1.0, bits=0.1), other])
    weightless = Evidence(kind=EvidenceKind.PART, reason="same")
    assert fold([same, weightless]) == fold([same])


def test_points_add_to_the_log_odds() -> None:
    name = fold([part(1.0, bits=9.0)])
    odds = name / (1 - name) * math.exp(1.5)
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
    assert SCORING.born_same_day > SCORING.born_same_month > SCORING.born_same_year > SCORING.born_in_span > 0
    assert SCORING.born_same_month > SCORING.born_swapped > SCORING.born_one_digit > 0
    assert SCORING.born_other < SCORING.born_few_years_off < SCORING.born_other_day < 0
    assert SCORING.born_few_years_off < SCORING.born_one_year_off < 0
    assert SCORING.same_identifier > SCORING.same_number > SCORING.same_short_number > 0
    assert SCORING.same_house > SCORING.same_street > 0
    against = ("other", "off", "listed", "weak")
    numbers = {name: getattr(SCORING, name) for name in Scoring.__struct_fields__}
    facts = {name: number for name, number in numbers.items() if name.startswith(_FACTS)}
    assert len(facts) == 24
    for name, number in facts.items():
        assert (number < 0) == any(word in name.split("_") for word in against), name
    assert SCORING.exact >= 0.70
    assert 0 < SCORING.omitted < SCORING.added < 100 < SCORING.distinguishing
    assert 0 < SCORING.initial < SCORING.acronym < SCORING.respaced < SCORING.joined < 100
    assert all(math.isfinite(number) for number in numbers.values())


_FACTS = ("born_", "listed_", "same_", "other_", "weak_")


def test_only_what_at_most_one_in_forty_shares_makes_a_weak_alias_count() -> None:
    for enough in (SCORING.born_same_year, SCORING.born_swapped, SCORING.same_short_number):
        assert enough >= SCORING.corroborates
    for too_little in (
        SCORING.born_in_span,
        SCORING.born_one_digit,
        SCORING.same_country,
        SCORING.same_house,
    ):
        assert too_little < SCORING.corroborates
    best_of_names, rest = (
        math.log(0.995 / 0.005),
        SCORING.born_one_digit + SCORING.same_country + SCORING.same_house,
    )
    assert best_of_names + rest + SCORING.weak_alias < math.log(0.4 / 0.6)


def test_a_telling_identifier_hits_whatever_else_contradicts() -> None:
    against = (SCORING.born_other, SCORING.other_gender, SCORING.other_country)
    assert fold([fact(SCORING.same_identifier), *map(fact, against)]) >= 0.70


def test_a_number_of_an_unlike_name_needs_one_more_thing_that_agrees() -> None:
    assert 0.40 <= fold([fact(SCORING.same_number)]) < 0.70
    assert fold([fact(SCORING.same_number), fact(SCORING.same_country)]) >= 0.70
    assert fold([fact(SCORING.same_number), part(0.3, 1.7, 9.0)]) >= 0.70
    assert fold([fact(SCORING.same_short_number), fact(SCORING.born_same_year)]) < 0.40
