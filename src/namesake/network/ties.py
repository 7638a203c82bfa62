"""The parties around a party, by the relations the lists themselves give."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.party import Party, Relation
from namesake.model.values import Kind, ListId, PartyId, Value

__all__ = ["Node", "Tie", "Ties", "Web"]

_WORD: Final = re.compile(r"\w+")
MOST_NODES: Final = 500
"""Parties one answer shows at most."""


class Node(Value, frozen=True):
    """Somebody in a web.

    Attributes:
        id: the party's; of one that only a relation names, the list and that name.
        listed: whether it is a party of a list; if not, only its name is known.
        depth: how many ties lie between it and the party asked about.
    """

    id: str
    name: str
    list: ListId
    depth: int
    kind: Kind | None = None
    listed: bool = True


class Tie(Value, frozen=True):
    """A relation that a list gives.

    Attributes:
        source, target: ids of nodes; the relation is told of `source`.
        by_name: whether only the other's name told who it is, which one party of that list has.
        told_by: what says so, where it is not the list itself.
    """

    source: str
    type: str
    target: str
    share: float | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    former: bool = False
    told_by: str | None = None
    by_name: bool = False


class Web(Value, frozen=True):
    """The parties within some ties of one.

    Attributes:
        more: how many parties further on were left out, because there are too many.
    """

    centre: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    more: int = 0


class Ties:
    """The relations of all parties of an answer.

    Args:
        parties: as the lists in scope have them on the day asked about.
    """

    def __init__(self, parties: Iterable[Party]) -> None:
        self._parties: dict[str, Party] = {party.id: party for party in parties}
        self._of_name: dict[tuple[str, str], set[str]] = {}
        for party in self._parties.values():
            for name in party.names:
                self._of_name.setdefault((party.list, _plain(name.text)), set()).add(party.id)
        self._names: dict[str, Node] = {}
        self._outward: dict[str, list[Tie]] = {}
        self._inward: dict[str, list[Tie]] = {}
        for party in self._parties.values():
            for relation in party.relations:
                tie = self._tie(party, relation)
                if tie not in self._outward.setdefault(tie.source, []):
                    self._outward[tie.source].append(tie)
                    self._inward.setdefault(tie.target, []).append(tie)

    def party(self, text: str) -> Party:
        """The party that an id, or a name in whatever order, means.

        Raises:
            InputError: nobody, or several; the message says who they are.
        """
        if text in self._parties:
            return self._parties[text]
        # VARDANIS, Teodrik is on one list what Teodrik Vardanis is on another, and means both.
        words = _words(text)
        found = sorted({
            id for (_, name), ids in self._of_name.items() if _words(name) == words for id in ids
        })  # fmt: skip
        if len(found) == 1:
            return self._parties[found[0]]
        if not found:
            raise InputError(
                f"{text!r} is no party's id and nobody's name as a list writes it on the day asked about: "
                "`namesake screen` finds other spellings, `namesake lists history` who was listed before"
            )
        told = ", ".join(f"{id} ({self._parties[id].name})" for id in found[:10])
        raise InputError(f"{text!r} is the name of {len(found)} parties: give the id, one of {told}")

    def around(self, id: str, depth: int = 1) -> Web:
        """Everybody within `depth` ties of a party, and the ties between them.

        Raises:
            InputError: a depth below 1.
        """
        if depth < 1:
            raise InputError(f"depth {depth} can't be used: ask for at least 1")
        depths = {id: 0}
        waiting = deque([id])
        left_out: set[str] = set()
        while waiting:
            one = waiting.popleft()
            if depths[one] == depth:
                continue
            for tie in self._ties_of(one):
                other = tie.target if tie.source == one else tie.source
                if other in depths:
                    continue
                if len(depths) >= MOST_NODES:
                    left_out.add(other)
                    continue
                depths[other] = depths[one] + 1
                waiting.append(other)
        ties = [tie for one in depths for tie in self._outward.get(one, ()) if tie.target in depths]
        return Web(
            centre=id,
            nodes=tuple(self._node(one, far) for one, far in depths.items()),
            ties=tuple(ties),
            more=len(left_out),
        )

    def _ties_of(self, id: str) -> Iterator[Tie]:
        yield from self._outward.get(id, ())
        yield from self._inward.get(id, ())

    def _node(self, id: str, depth: int) -> Node:
        party = self._parties.get(id)
        if party is None:
            name = self._names[id]
            return Node(id, name.name, name.list, depth, listed=False)
        return Node(id, party.name, party.list, depth, party.kind)

    def _tie(self, party: Party, relation: Relation) -> Tie:
        target, by_name = relation.party, False
        if target is None or target not in self._parties:
            same = self._of_name.get((party.list, _plain(relation.name)), set()) - {party.id}
            by_name = target is None and len(same) == 1
            target = PartyId(next(iter(same))) if by_name else target
        if target is None or target not in self._parties:
            target = target or PartyId(f"{party.list}/{_plain(relation.name)}")
            self._names.setdefault(target, Node(target, relation.name, party.list, 0, listed=False))
        return Tie(
            source=party.id,
            type=relation.type,
            target=target,
            share=relation.share,
            since=relation.since,
            until=relation.until,
            former=relation.former,
            told_by=relation.source,
            by_name=by_name,
        )


def _words(text: str) -> list[str]:
    return sorted(_WORD.findall(text.casefold())) or [_plain(text)]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
