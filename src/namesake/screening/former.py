"""What lists had and have no longer: until when they called somebody so, and why a party is not on one."""

from __future__ import annotations

import datetime as dt
from typing import Final

import numpy as np

from namesake.index.retrieval import Found, Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import evidence_of
from namesake.match.evidence import Evidence
from namesake.names.tokens import Parsed, parse
from namesake.screening.explain import readings

__all__ = ["last_days", "very_same"]

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
