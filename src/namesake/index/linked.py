"""The links between a snapshot's parties: kept in its arrays, and followed from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from namesake.index.columns import Block
from namesake.index.layout import ARRAYS, Array
from namesake.index.snapshot import Snapshot, Texts, checksum_of
from namesake.model.party import Link
from namesake.model.values import PartyId

__all__ = ["Linked", "direct_links", "link_arrays", "links_of", "with_links"]


class Linked(NamedTuple):
    """A party of another list that is the same one.

    Attributes:
        party: its number.
        reason: why, in words: the link by which it was come to.
    """

    party: int
    reason: str


def with_links(snapshot: Snapshot, links: Iterable[Link]) -> Snapshot:
    """The snapshot with these links between its parties, and no others."""
    numbers = {PartyId(snapshot.party_ids[place]): place for place in range(len(snapshot.party_ids))}
    made = link_arrays(numbers, links)
    made = {name: np.ascontiguousarray(array, dtype=ARRAYS[name]) for name, array in made.items()}
    checksums = {**snapshot.manifest.checksums, **{name: checksum_of(array) for name, array in made.items()}}
    manifest = replace(snapshot.manifest, checksums=dict(sorted(checksums.items())))
    return Snapshot(manifest, {**snapshot.arrays, **made})


def link_arrays(numbers: Mapping[PartyId, int], links: Iterable[Link]) -> dict[str, Array]:
    """The links as `index/layout.py` has them, each from both of its ends; `numbers` are the parties'."""
    ends = sorted(
        (numbers[one], numbers[other], link.reason)
        for link in links
        for one, other in ((link.left, link.right), (link.right, link.left))
    )
    block = Block()
    for *_, reason in ends:
        block.add(reason.encode())
    return {
        "link_parties": np.array([one for one, *_ in ends], dtype=np.int32),
        "link_others": np.array([other for _, other, _ in ends], dtype=np.int32),
        **block.arrays("link"),
    }


def links_of(snapshot: Snapshot) -> dict[int, list[Linked]]:
    """For each linked party, by number, those that it is the same as, directly or over others."""
    direct: dict[int, list[Linked]] = {}
    for party, other, reason in _ends(snapshot):
        direct.setdefault(party, []).append(Linked(other, reason))
    return {party: _reached(party, direct) for party in direct}


def direct_links(snapshot: Snapshot) -> list[Link]:
    """The links as they were put in, by id."""
    ids = snapshot.party_ids
    found = [
        Link(PartyId(ids[party]), PartyId(ids[other]), reason) for party, other, reason in _ends(snapshot)
    ]
    return sorted([one for one in found if one.left < one.right], key=lambda one: (one.left, one.right))


def _ends(snapshot: Snapshot) -> Iterator[tuple[int, int, str]]:
    reasons = Texts(snapshot.arrays["link_block"], snapshot.arrays["link_offsets"])
    ends = zip(snapshot.arrays["link_parties"].tolist(), snapshot.arrays["link_others"].tolist(), strict=True)
    for place, (party, other) in enumerate(ends):
        yield party, other, reasons[place]


def _reached(party: int, direct: Mapping[int, list[Linked]]) -> list[Linked]:
    """Those come to from one party, the nearest first."""
    found: list[Linked] = []
    seen, waiting = {party}, [party]
    for one in waiting:
        for linked in direct[one]:
            if linked.party not in seen:
                seen.add(linked.party)
                waiting.append(linked.party)
                found.append(linked)
    return found
