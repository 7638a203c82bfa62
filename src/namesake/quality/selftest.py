"""The self-test: every listed name, screened as it stands, finds its own party first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Quality
from namesake.quality.asking import LIMIT, Answer, Case, answers
from namesake.quality.culture import culture_of
from namesake.quality.pieces import folded, pieces
from namesake.quality.scorecard import Failure, Line, Part, Unit
from namesake.screening.screener import Screener

__all__ = ["MEASURE", "self_test"]

MEASURE = "self-test"


def self_test(screener: Screener, parties: Iterable[Party]) -> tuple[Line, Line]:
    """The share of names that find their party, and the share that find it first.

    First means behind no party with a higher score, and behind none with an equal score that does not
    bear the same name. Weak names are left out: they never make a hit alone.
    """
    cases = [
        Case(Subject.of(name.text, kind=party.kind), party.id, name.text, culture_of(party, name.text))
        for party in parties
        for name in party.names
        if name.quality is not Quality.WEAK and any(map(str.isalnum, name.text))
    ]
    lost: list[tuple[Answer, str]] = []
    behind: list[tuple[Answer, str]] = []
    for answer in answers(screener, cases):
        if not answer.hit:
            crowded = answer.screening.more > 0
            lost.append((answer, f"not among the first {LIMIT} hits" if crowded else "not found"))
        elif why := _before(answer):
            behind.append((answer, why))
    first = _line("found first", cases, lost + behind)
    # The groups of one line are enough: those of a measure are added up.
    return msgspec.structs.replace(_line("found", cases, lost), parts=()), first


def _before(answer: Answer) -> str:
    """What stands before the party that should not; empty when nothing does."""
    wanted = bearing(answer.case.listed)
    for hit in answer.screening.hits:
        if hit.party.id == answer.case.party:
            break
        if hit.score > answer.score:
            return f"behind {hit.party.id} at {hit.score:.4f}"
        if all(bearing(name.text) != wanted for name in hit.party.names):
            return f"behind {hit.party.id} at the same score, which does not bear the name"
    return ""


def _line(title: str, cases: Sequence[Case], wrong: Sequence[tuple[Answer, str]]) -> Line:
    groups = Counter(case.group for case in cases)
    wrong_of = Counter(answer.case.group for answer, _ in wrong)
    return Line(
        MEASURE,
        f"names as listed, {title}",
        Unit.FOUND,
        1 - len(wrong) / len(cases) if cases else 0.0,
        len(cases),
        1.0,
        tuple(Part(group, of - wrong_of[group], of) for group, of in sorted(groups.items())),
        tuple(
            Failure(answer.case.listed, answer.case.party, answer.case.listed, answer.score, why)
            for answer, why in wrong
        ),
    )


def bearing(name: str) -> tuple[str, ...]:
    """A name as its words, sorted and folded: equal for parties that bear the same name."""
    return tuple(sorted(folded(word.text) for word in pieces(name)))
