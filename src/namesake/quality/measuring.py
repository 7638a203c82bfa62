"""Everything measured on the lists held: the self-test, perturbations, near misses, labelled data."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Kind, Quality
from namesake.quality.asking import Case, answers, parties_held
from namesake.quality.culture import culture_of
from namesake.quality.judging import judged
from namesake.quality.labelled import Labelled
from namesake.quality.near_misses import MOST_ALARMS, NEAR_MISSES, NearMisses
from namesake.quality.perturbing import PERTURBATIONS, variants
from namesake.quality.scorecard import Line, Scorecard, line_of
from namesake.quality.selftest import self_test
from namesake.screening.screener import Screener
from namesake.screening.standing import standing

__all__ = ["measured", "near_miss_lines", "perturbation_lines"]

PERTURBED: Final = "perturbations"
NEAR_MISSED: Final = "near misses"
_LEAST_FOR_NEAR_MISSES: Final = 2


def measured(
    screener: Screener,
    *,
    sample: int | None,
    seed: int,
    test_all: bool = False,
    labelled: Labelled | None = None,
    told: Callable[[str], None] | None = None,
) -> Scorecard:
    """The scorecard of what the screener holds.

    Args:
        screener: what to measure; its policy's threshold makes a hit.
        sample: how many parties to draw for the self-test, and how many persons to perturb; None
            takes all.
        seed: the same seed draws the same.
        test_all: self-test every party, though only a sample is perturbed.
        labelled: labelled data to measure too.
        told: called with what is being measured, for people who wait.
    """
    parties = parties_held(screener)
    persons = [one for one in parties if one.kind is Kind.PERSON and one.names[0].quality is not Quality.WEAK]
    tell = told or (lambda _: None)
    notes: list[str] = []
    tell("Self-test")
    lines = [*self_test(screener, parties if test_all else drawn(parties, sample, seed))]
    if persons:
        chosen = drawn(persons, sample, seed)
        lines += perturbation_lines(screener, chosen, seed, tell)
        lines += near_miss_lines(screener, parties, chosen, seed, tell)
    else:
        notes.append("No person is listed, so no name was perturbed.")
    if labelled is not None:
        more, left_out = judged(screener, labelled, parties, tell)
        lines += more
        notes += left_out
    holdings, lists = screener.snapshot.manifest.holdings, screener.policy.lists
    scope = lists or tuple(sorted({one.edition.list for one in holdings}))
    return Scorecard(
        standing(holdings, scope, None).editions,
        screener.policy.threshold,
        sample,
        seed,
        tuple(lines),
        tuple(notes),
    )


def perturbation_lines(
    screener: Screener, persons: Sequence[Party], seed: int, tell: Callable[[str], None]
) -> Iterator[Line]:
    """For each class of perturbations how often the party is found by its primary name so spelled."""
    for perturbation in PERTURBATIONS:
        tell(f"Perturbations: {perturbation.title}")
        cases = (
            _case(made, party) for party in persons for made in variants(perturbation, party.name, seed=seed)
        )
        yield line_of(PERTURBED, perturbation.title, answers(screener, cases), bar=perturbation.bar)


def near_miss_lines(
    screener: Screener,
    parties: Sequence[Party],
    persons: Sequence[Party],
    seed: int,
    tell: Callable[[str], None],
) -> Iterator[Line]:
    """For each class of near misses how often the party it was made from is hit all the same."""
    misses = NearMisses({party.id: [name.text for name in party.names] for party in parties})
    others = [party.name for party in parties if party.kind is Kind.PERSON]
    if len(others) < _LEAST_FOR_NEAR_MISSES:
        return
    for miss in NEAR_MISSES:
        tell(f"Near misses: {miss.title}")
        made = ((misses.of(miss, party.id, party.name, others, seed=seed), party) for party in persons)
        cases = (_case(name, party) for name, party in made if name is not None)
        yield line_of(NEAR_MISSED, miss.title, answers(screener, cases), bar=MOST_ALARMS, alarms=True)


def drawn(parties: Sequence[Party], sample: int | None, seed: int) -> Sequence[Party]:
    """So many of them, drawn with the seed; all of them where there are no more."""
    if sample is None or sample >= len(parties):
        return parties
    return random.Random(seed).sample(parties, sample)  # noqa: S311  # nothing secret


def _case(name: str, party: Party) -> Case:
    return Case(Subject.of(name, kind=Kind.PERSON), party.id, party.name, culture_of(party, party.name))
