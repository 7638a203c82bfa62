"""The links between records of one party: told, refused by hand, and allowed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from namesake.errors import InputError
from namesake.model.party import Link
from namesake.model.values import PartyId
from namesake.service.clock import today
from namesake.store.refusals import Refusal, read_refusals, write_refusals

if TYPE_CHECKING:
    from namesake.index.snapshot import Snapshot
    from namesake.service.home import Service

__all__ = ["allow", "link_between", "links", "refuse"]


def links(home: Service, party: str | None) -> list[Link]:
    """What `Service.links` does."""
    from namesake.index.linked import direct_links

    snapshot = home.snapshot()
    if party is not None:
        _must_hold(snapshot, party)
    return [link for link in direct_links(snapshot) if party in (None, link.left, link.right)]


def link_between(home: Service, one: str, other: str) -> str | None:
    """What `Service.link_between` does."""
    from namesake.index.linked import links_of

    snapshot = home.snapshot()
    for party in (one, other):
        _must_hold(snapshot, party)
    numbers = {snapshot.party_ids[place]: place for place in range(len(snapshot.party_ids))}
    theirs = links_of(snapshot).get(numbers[one], ())
    return next((linked.reason for linked in theirs if linked.party == numbers[other]), None)


def refuse(home: Service, one: str, other: str, why: str) -> Refusal:
    """What `Service.refuse_link` does."""
    snapshot = home.snapshot()
    for party in (one, other):
        _must_hold(snapshot, party)
    if one == other or not why.strip():
        raise InputError("to hold two parties apart, name two of them, and say why with --why")
    left, right = sorted((PartyId(one), PartyId(other)))
    refusal = Refusal(left, right, why.strip(), today().isoformat())
    kept = [each for each in read_refusals(home.store_path) if (each.left, each.right) != (left, right)]
    write_refusals(home.store_path, [*kept, refusal])
    return refusal


def allow(home: Service, one: str, other: str) -> None:
    """What `Service.allow_link` does."""
    left, right = sorted((one, other))
    refused = read_refusals(home.store_path)
    kept = [each for each in refused if (each.left, each.right) != (left, right)]
    if len(kept) == len(refused):
        raise InputError(f"{left} and {right} are not held apart; `namesake lists links` shows who is")
    write_refusals(home.store_path, kept)


def _must_hold(snapshot: Snapshot, party: str) -> None:
    if party not in {snapshot.party_ids[place] for place in range(len(snapshot.party_ids))}:
        raise InputError(f"no list held has a party {party!r}: give its id, for instance un-sc:QDi.006")
