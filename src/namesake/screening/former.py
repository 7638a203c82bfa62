"""What lists had and have no longer: until when they called somebody so, and why a party is not on one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final

import numpy as np

from namesake.index.retrieval import Found, Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import evidence_of
from namesake.match.evidence import Evidence
from namesake.model.values import ListId
from namesake.names.tokens import Parsed, parse
from namesake.screening.explain import readings

__all__ = ["absence", "last_days", "very_same"]

_OPEN: Final = dt.date.max.toordinal() + 1
"""Where a span ends that has no end."""


def last_days(snapshot: Snapshot, name: str, least: float) -> list[dt.date]:
    """The last days on which lists had names like this one that they don't have now, newest first.

    Where some of them, or of those they have now, are the very same, only the days of the former of these.

    Args:
        snapshot: the index of all editions held.
        name: the name sought, as a person's and as anything else's.
        least: the least score of a name that is like it.
    """
    retrieval = Retrieval(snapshot)
    queries = [parse(name, person=person) for person in readings(None)]
    everybody = retrieval.wanting(np.ones(len(snapshot.name_texts), dtype=np.bool_))
    found = [
        (query, one)
        for query, names in zip(
            queries, retrieval.find(queries, [least] * len(queries), everybody), strict=True
        )
        for one in names
    ]
    same = [one for query, one in found if _is_same(snapshot, query, one)]
    days = {_last_day(snapshot, one.name) for one in same or [one for _, one in found]}
    return sorted((day for day in days if day is not None), reverse=True)


def very_same(evidence: list[Evidence] | tuple[Evidence, ...]) -> bool:
    """Whether every part of a name is the very same as in the listed one."""
    weighed = [piece for piece in evidence if piece.agree or piece.against]
    return bool(weighed) and all(piece.same for piece in weighed)


def _is_same(snapshot: Snapshot, query: Parsed, found: Found) -> bool:
    listed = parse(snapshot.name_texts[found.name], person=query.person)
    return very_same(evidence_of(query, listed, pairs_of(found.pairs)))


def _last_day(snapshot: Snapshot, name: int) -> dt.date | None:
    """The last day on which a list had this name; None where it has it now, or nobody knows the day."""
    arrays = snapshot.arrays
    first, last = arrays["name_version_starts"][name : name + 2].tolist()
    versions = arrays["name_versions"][first:last]
    if arrays["version_current"][versions].any():
        return None
    ends = arrays["span_ends"][np.isin(arrays["span_versions"], versions)]
    return dt.date.fromordinal(int(ends.max()) - 1) if len(ends) else None


def absence(snapshot: Snapshot, id: str, lists: Collection[ListId], day: dt.date | None) -> str | None:
    """Why a party is not among those of a day, and where it is; None for an id that no list held ever had.

    Args:
        snapshot: the index of all editions held.
        id: of a party that `Screener.parties` does not give.
        lists: those that were asked; none means all.
        day: the day asked about; None for now.
    """
    ids = snapshot.party_ids
    number = next((number for number in range(len(ids)) if ids[number] == id), None)
    if number is None:
        return None
    versions = snapshot.versions_of(number)
    party = snapshot.party(versions[-1])
    who, there = f"{id} ({party.name})", party.list
    if lists and there not in lists:
        asked = f"the lists asked ({', '.join(lists)})"
        return f"{who} is a party of {there}, which is not among {asked}: give --list {there} too"
    arrays = snapshot.arrays
    of_party = np.isin(arrays["span_versions"], versions)
    starts, ends = arrays["span_starts"][of_party], arrays["span_ends"][of_party]
    today = day.toordinal() if day is not None else _OPEN
    when = f" on {day}" if day is not None else ""
    if ((starts <= today) & (today < ends)).any():
        return f"{who} was not on {there} yet{when}: the first edition held says that it was listed later"
    if (gone := ends[ends <= today]).size:
        since = dt.date.fromordinal(int(gone.max()))
        was = "was not" if when else "is not"
        without = f"the edition of {since} is the first without it"
        return f"{who} {was} on {there} any more{when}: {without}; ask as of a day before that"
    if starts.size:
        since = dt.date.fromordinal(int(starts.min()))
        return f"{who} was not on {there} yet{when}: the first edition with it is of {since}"
    was = f"was not on {there}{when} as far as is known" if when else f"is not on {there} any more"
    return f"{who} {was}: only an edition without a published date had it"
