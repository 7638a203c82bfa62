"""Comparing what a text may call a name with all listed names, by the same evidence as a screening."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import msgspec

from namesake.index.layout import Array
from namesake.index.queries import Slips
from namesake.index.retrieval import Found as Hit
from namesake.index.retrieval import Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import evidence_of
from namesake.match.alike import Reason
from namesake.match.evidence import EvidenceKind
from namesake.names.parts import Role
from namesake.names.tokens import Parsed, parse
from namesake.text.proposal import Asked

__all__ = ["Comparer", "Named"]

_MOST_REMEMBERED: Final = 1 << 17


class Named(msgspec.Struct, gc=False):
    """A listed name that words of a text agree with.

    Attributes:
        name: its number in the snapshot.
        score: 0 to 1.
        person: whether both were read as a person's.
        parts: how many of the words agree.
        bits: how surprising that is.
        least: how alike the least alike of them are, in percent; initials aside, which stand for any name.
        exact: whether they are the same letters.
        omitted: how many parts that tell the listed name has more.
        bare: whether it has a legal form more.
        added: whether the text has a part more that tells, if only an initial.
        ordered: whether its parts stand in the order in which they are listed, the family name last.
    """

    name: int
    score: float
    person: bool
    parts: int
    bits: float
    least: int
    exact: bool
    omitted: int
    bare: bool
    added: bool
    ordered: bool


class Comparer:
    """Compares names with the wanted ones of a snapshot, and remembers what comes of it.

    Args:
        snapshot: the index.
        wanted: for each listed name whether it is wanted.
        floor: the least score of a name.
    """

    def __init__(self, snapshot: Snapshot, wanted: Array, floor: float) -> None:
        self._plain = Retrieval(snapshot, slips=Slips.NONE)
        self._careless = Retrieval(snapshot, slips=Slips.LETTER)
        self.lattice = self._plain.lattice
        self._allowed = self._plain.wanting(wanted)
        self._floor = floor
        self._listed = snapshot.name_texts
        self._compared: dict[Asked, list[Named]] = {}

    def __getitem__(self, asked: Asked) -> list[Named]:
        """The listed names that a name compared before agrees with, best first."""
        return self._compared[asked]

    def compare(self, names: Iterable[Asked]) -> None:
        """Find the listed names that these agree with, all together, so far as it is not known."""
        if len(self._compared) > _MOST_REMEMBERED:
            self._compared.clear()
        fresh = sorted({name for name in names if name not in self._compared})
        for slips, retrieval in ((False, self._plain), (True, self._careless)):
            asked = [name for name in fresh if name.slips == slips]
            if not asked:
                continue
            queries = [parse(name.text, person=name.person) for name in asked]
            found = retrieval.find(queries, [self._floor] * len(queries), self._allowed)
            for name, query, each in zip(asked, queries, found, strict=True):
                named = [self._named(query, one) for one in each]
                named.sort(key=lambda one: (-one.score, one.name))
                self._compared[name] = named

    def _named(self, query: Parsed, found: Hit) -> Named:
        listed = parse(self._listed[found.name], person=query.person)
        pairs = pairs_of(found.pairs)
        parts = [
            piece
            for piece in evidence_of(query, listed, pairs)
            if piece.kind is EvidenceKind.PART and piece.bits
        ]
        ours = _left_over(query, [pair.left for pair in pairs])
        theirs = _left_over(listed, [pair.right for pair in pairs])
        order = [pair.right[0] for pair in sorted(pairs, key=lambda pair: pair.left)]
        return Named(
            name=found.name,
            score=found.score / 1e4,
            person=query.person,
            parts=len(parts),
            bits=sum(piece.bits for piece in parts),
            least=min((pair.value for pair in pairs if pair.reason is not Reason.INITIAL), default=0),
            exact=all(piece.same for piece in parts),
            omitted=sum(role <= Role.NUMBER for role in theirs),
            bare=Role.LEGAL in theirs,
            added=any(role <= Role.INITIAL for role in ours),
            ordered=all(one < other for one, other in pairwise(order)),
        )


def _left_over(name: Parsed, spans: list[tuple[int, int]]) -> list[Role]:
    """The roles of the tokens in none of these spans."""
    used = {place for span in spans for place in range(*span)}
    return [token.role for place, token in enumerate(name.tokens) if place not in used]
