"""Two names compared without any list, with the evidence."""

from __future__ import annotations

from namesake.match.alignment import compare_names
from namesake.match.evidence import Evidence, fold
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import Kind, Value
from namesake.names.tokens import parse

__all__ = ["Comparison", "compare"]


class Comparison(Value, frozen=True):
    """How alike two names are.

    Attributes:
        score: 0 to 1, the fold of the evidence: what a screening would give a party of this name.
        match: whether the score reaches the default threshold.
    """

    left: str
    right: str
    score: float
    match: bool
    evidence: tuple[Evidence, ...]


def compare(left: str, right: str, *, kind: str | Kind | None = None) -> Comparison:
    """How alike the name asked about (`left`) and a listed name (`right`) are, and why.

    Without a kind the names are read both as persons' and as organisations', and the better reading
    counts. `InputError` for an empty name or an unknown kind.

    >>> compare("Qassem Suleimani", "SOLEIMANI, Qasem", kind="Person").match
    True
    """
    subject = Subject.of(left, kind=kind)
    listed = Subject.of(right).names[0]
    best: tuple[float, list[Evidence]] = (-1.0, [])
    for person in readings(subject.kind):
        evidence = compare_names(parse(subject.names[0], person=person), parse(listed, person=person))
        best = max(best, (fold(evidence), evidence), key=lambda found: found[0])
    score, evidence = best
    return Comparison(left, right, score, score >= Policy().threshold, tuple(evidence))


def readings(kind: Kind | None) -> tuple[bool, ...]:
    """The ways to read a name: as a person's, as anything else's, or, of an unknown kind, as both."""
    if kind is None or kind is Kind.LEGAL_ENTITY:
        return (True, False)
    return (kind is Kind.PERSON,)
