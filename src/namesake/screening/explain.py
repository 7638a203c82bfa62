"""Two names compared without any list, with the evidence and the steps from it to the score."""

from __future__ import annotations

from typing import Any, Final

from namesake.match.alignment import compare_names
from namesake.match.evidence import HELD_BACK, MOST_BITS, SCORING, Evidence, fold
from namesake.model.coding import to_plain
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import Kind, Value
from namesake.names.tokens import Parsed, parse
from namesake.screening.result import Band

__all__ = ["BANDS", "Comparison", "Part", "as_document", "band_of", "compare", "readings"]

BANDS: Final = ((0.90, Band.STRONG), (0.80, Band.PROBABLE), (0.0, Band.POSSIBLE))
"""The least score of each band, best first; below the threshold there is none."""


class Part(Value, frozen=True):
    """One token of a name that was compared.

    Attributes:
        text: as the name has it.
        role: the part it plays, in a word: core, generic, place, particle, title, ...
        weight: the share of meaning it carries, 1 for a rare name.
        bits: the surprise at meeting it.
    """

    text: str
    role: str
    weight: float
    bits: float


class Comparison(Value, frozen=True):
    """How alike two names are, and how the score comes about.

    Attributes:
        score: 0 to 1, the fold of the evidence: what a screening would give a party of this name.
        match: whether the score reaches the threshold.
        person: whether the names were read as persons' names or as anything else's.
        threshold: the default policy's.
        left_parts: the tokens of the name asked about, as compared: a family name before a comma last.
        right_parts: those of the listed name.
    """

    left: str
    right: str
    score: float
    match: bool
    evidence: tuple[Evidence, ...]
    person: bool = True
    threshold: float = 0.70
    left_parts: tuple[Part, ...] = ()
    right_parts: tuple[Part, ...] = ()

    @property
    def band(self) -> Band:
        """How sure the score is, in a word."""
        return band_of(self.score, self.threshold)

    @property
    def agree(self) -> float:
        """The weight that agrees."""
        return round(sum(piece.agree for piece in self.evidence), 4)

    @property
    def against(self) -> float:
        """The weight that speaks against."""
        return round(sum(piece.against for piece in self.evidence), 4)

    @property
    def bits(self) -> float:
        """How surprising the agreement is, all in all."""
        return round(sum(piece.bits for piece in self.evidence), 1)

    @property
    def share(self) -> float:
        """The share of weight that agrees, 0 to 1."""
        return self.agree / (self.agree + self.against) if self.agree else 0.0

    @property
    def same(self) -> bool:
        """Whether every part of both names is the very same."""
        weighed = [piece for piece in self.evidence if piece.agree or piece.against]
        return bool(weighed) and all(piece.same for piece in weighed)

    @property
    def held(self) -> float:
        """What is left of the share because many bear such a name: 1 would be nothing lost."""
        return SCORING.exact if self.kept else HELD_BACK[min(round(self.bits * 10), MOST_BITS)]

    @property
    def kept(self) -> bool:
        """Whether only being equal keeps the names from being held back more."""
        return self.same and HELD_BACK[min(round(self.bits * 10), MOST_BITS)] < SCORING.exact


def compare(left: str, right: str, *, kind: str | Kind | None = None) -> Comparison:
    """How alike the name asked about (`left`) and a listed name (`right`) are, and why.

    Without a kind the names are read both as persons' and as organisations', and the better reading
    counts. `InputError` for an empty name or an unknown kind.

    >>> compare("Qassem Suleimani", "SOLEIMANI, Qasem", kind="Person").match
    True
    """
    subject = Subject.of(left, kind=kind)
    listed = Subject.of(right).names[0]
    threshold = Policy().threshold
    found = []
    for person in readings(subject.kind):
        ours, theirs = parse(subject.names[0], person=person), parse(listed, person=person)
        evidence = compare_names(ours, theirs)
        found.append((fold(evidence), evidence, ours, theirs))
    score, evidence, ours, theirs = max(found, key=lambda reading: reading[0])
    return Comparison(
        left=left,
        right=right,
        score=score,
        match=score >= threshold,
        evidence=tuple(evidence),
        person=ours.person,
        threshold=threshold,
        left_parts=_parts(ours),
        right_parts=_parts(theirs),
    )


def readings(kind: Kind | None) -> tuple[bool, ...]:
    """The ways to read a name: as a person's, as anything else's, or, of an unknown kind, as both."""
    if kind is None or kind is Kind.LEGAL_ENTITY:
        return (True, False)
    return (kind is Kind.PERSON,)


def band_of(score: float, threshold: float) -> Band:
    """The band of a score where hits begin at this threshold."""
    if score < threshold:
        return Band.BELOW
    for least, band in BANDS:
        if score >= least:
            return band
    return Band.POSSIBLE


def as_document(comparison: Comparison) -> dict[str, Any]:
    """The comparison as the documented JSON, made of plain dicts; fields may be added, never renamed.

    | Field | What it says |
    | --- | --- |
    | `left`, `right` | the name asked about, the listed one |
    | `read_as` | `person` or `organisation`: how both were taken apart |
    | `score`, `band`, `match`, `threshold` | 0 to 1; its band; whether it reaches the threshold |
    | `agree`, `against`, `share` | weight that agrees, that speaks against, the share that agrees |
    | `bits`, `held` | how surprising the agreement is; what is left of the share for it |
    | `left_parts`, `right_parts` | the tokens: `text`, `role`, `weight`, `bits` |
    | `evidence` | what was found, piece by piece, as in a screening |
    """
    return {
        "left": comparison.left,
        "right": comparison.right,
        "read_as": "person" if comparison.person else "organisation",
        "score": comparison.score,
        "band": comparison.band.value,
        "match": comparison.match,
        "threshold": comparison.threshold,
        "agree": comparison.agree,
        "against": comparison.against,
        "share": round(comparison.share, 4),
        "bits": comparison.bits,
        "held": round(comparison.held, 4),
        "left_parts": to_plain(comparison.left_parts),
        "right_parts": to_plain(comparison.right_parts),
        "evidence": [to_plain(piece) for piece in comparison.evidence],
    }


def _parts(name: Parsed) -> tuple[Part, ...]:
    return tuple(
        Part(token.shown, token.role.name.lower(), token.weight / 100, token.bits / 10)
        for token in name.tokens
    )
