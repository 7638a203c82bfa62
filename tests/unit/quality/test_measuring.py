"""Everything measured in one run."""

from __future__ import annotations

from namesake.model.values import Kind
from namesake.quality.measuring import drawn, measured
from namesake.quality.near_misses import NEAR_MISSES
from namesake.quality.perturbing import PERTURBATIONS
from tests.unit.quality.making import PARTIES, party, screener_of


def test_a_run_has_a_line_for_each_measure_and_repeats() -> None:
    told: list[str] = []
    screener = screener_of(*PARTIES)
    card = measured(screener, sample=None, seed=1, told=told.append)
    titles = [line.title for line in card.lines[2:]]
    assert titles == [one.title for one in PERTURBATIONS] + [one.title for one in NEAR_MISSES]
    assert len(told) == len(card.lines) - 1
    assert card == measured(screener, sample=None, seed=1)
    assert card != measured(screener, sample=None, seed=2)


def test_all_parties_may_be_self_tested_though_few_are_perturbed() -> None:
    screener = screener_of(*PARTIES)
    few, every = (measured(screener, sample=1, seed=1, test_all=test_all).lines for test_all in (False, True))
    assert few[0].of < every[0].of == 6
    assert few[2:] == every[2:]


def test_only_persons_are_perturbed() -> None:
    card = measured(screener_of(*PARTIES), sample=None, seed=1)
    titled = next(line for line in card.lines if line.title == "title added")
    assert titled.of == 8


def test_without_persons_the_card_says_so() -> None:
    card = measured(screener_of(party(1, "Orsolax Maritime", kind=Kind.COMPANY)), sample=5, seed=1)
    assert [line.measure for line in card.lines] == ["self-test"] * 2
    assert card.notes == ("No person is listed, so no name was perturbed.",)


def test_one_person_alone_has_no_near_misses() -> None:
    card = measured(screener_of(PARTIES[0]), sample=5, seed=1)
    assert "near misses" not in {line.measure for line in card.lines}


def test_a_sample_repeats_with_its_seed() -> None:
    assert drawn(PARTIES, 2, 1) == drawn(PARTIES, 2, 1)
    assert len(drawn(PARTIES, 2, 1)) == 2
    assert drawn(PARTIES, 99, 1) == PARTIES
    assert drawn(PARTIES, None, 1) == PARTIES
