"""What reading a text answers, and its JSON."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, Final, NamedTuple

import numpy as np
from msgspec import field

from namesake.index.garbage import uncollected
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.party import Party, SameAs
from namesake.model.policy import Policy, WeakAliases
from namesake.model.values import PartyId, Value
from namesake.screening.result import edition_as_json, party_as_json, same_as_json, together
from namesake.screening.standing import Standing, party_then
from namesake.text.document import Document
from namesake.text.finding import Finder, Found
from namesake.text.listing import Listing
from namesake.text.mention import Mention
from namesake.text.mentions import mentions_in
from namesake.text.unspaced import unread

__all__ = ["Reading", "TextReader", "Then", "as_json", "at_once"]


class Reading(Value, frozen=True):
    """The answer for one text; the same text, policy, snapshot and days give the same answer.

    Attributes:
        as_of: the day the lists are asked about: the one given, else the text's dateline; None for now.
        editions: the editions that were read against, by list.
        mentions: where listed parties are named, in the order of the text.
        parties: those parties, as the lists described them on that day, in the order of their first mention.
        warnings: what was not as the reader may expect.
        asked_on: the day on which it was asked, by which lists are overdue; None where nobody said.
        same_as: for each of the parties that other lists have too, by id, the records of those lists, whether
            the text's words led to them or not.
    """

    document: Document
    as_of: dt.date | None
    policy: Policy
    snapshot: str
    editions: tuple[Edition, ...]
    mentions: tuple[Mention, ...] = ()
    parties: tuple[Party, ...] = ()
    warnings: tuple[str, ...] = ()
    asked_on: dt.date | None = None
    same_as: dict[PartyId, tuple[SameAs, ...]] = field(default_factory=dict)

    @property
    def together(self) -> tuple[tuple[Party, ...], ...]:
        """The parties, those that several lists have of one party together where the first of them stands."""
        return together((party, party.id, self.same_as.get(party.id, ())) for party in self.parties)


class Then(NamedTuple):
    """The day that a text is read as of, and the lists on it.

    Attributes:
        day: the day to answer for; None asks about now.
        bearers: for each listed name the version that bears it then, -1 for none.
        stands: what the lists in scope say of that day.
        same_as: tells of a party, by its number, what other lists have of it then.
    """

    day: dt.date | None
    bearers: Array
    stands: Standing
    same_as: Callable[[int], tuple[SameAs, ...]]


@dataclass(eq=False, slots=True)
class _Borne:
    """The names that are borne on some days: by which versions, and what finds them in texts."""

    bearers: Array
    finder: Finder
    listing: Listing

    def read(self, asked: Sequence[tuple[Document, Then]]) -> Iterator[tuple[tuple[Document, Then], Found]]:
        found = self.finder.read([document.text for document, _ in asked])
        return zip(asked, found, strict=True)


class TextReader:
    """Reads texts against one snapshot under one policy; what it learns of words it keeps.

    Safe to share between threads: they take turns.
    """

    def __init__(self, snapshot: Snapshot, policy: Policy) -> None:
        self._snapshot, self._policy = snapshot, policy
        # Those asked about last at the end.
        self._by_day: dict[dt.date | None, _Borne] = {}
        self._turn = threading.Lock()

    def read(self, asked: Sequence[tuple[Document, Then]]) -> list[Reading]:
        """The mentions in some documents of the parties that bear the names then; sooner than one by one."""
        with self._turn, uncollected():
            return [
                self._reading(document, then, found, names)
                for names, some in groupby(asked, key=lambda one: self._borne(one[1]))
                for (document, then), found in names.read(list(some))
            ]

    def _reading(self, document: Document, then: Then, found: Found, names: _Borne) -> Reading:
        mentions = mentions_in(found, names.listing, self._policy.weak_aliases)
        parties = self._parties(mentions, names.listing, then)
        linked = {id: then.same_as(names.listing.met(id).party) for id in parties}
        unseen = unread(document.text, lambda: names.finder.han_names.count)
        notice = self._snapshot.manifest.notice
        return Reading(
            document=document,
            as_of=then.day,
            policy=self._policy,
            snapshot=self._snapshot.id,
            editions=then.stands.editions,
            mentions=tuple(mentions),
            parties=tuple(parties.values()),
            warnings=(*((notice,) if notice else ()), *document.warnings, *unseen, *then.stands.warnings),
            asked_on=then.stands.asked_on,
            same_as={id: records for id, records in linked.items() if records},
        )

    def _borne(self, then: Then) -> _Borne:
        """The names that are borne then; days on which the same are have them in common."""
        known = self._by_day.pop(then.day, None)
        if known is None:
            bearers = then.bearers
            if then.stands.early or self._policy.programmes:
                bearers = self._in_scope(bearers, then)
            alike = (one for one in self._by_day.values() if np.array_equal(one.bearers, bearers))
            known = next(alike, None) or self._made(bearers)
        self._by_day[then.day] = known
        while len(set(self._by_day.values())) > _MOST_KEPT or len(self._by_day) > _MOST_DAYS:
            self._by_day.pop(next(iter(self._by_day)))
        return known

    def _made(self, bearers: Array) -> _Borne:
        wanted = bearers >= 0
        if self._policy.weak_aliases is WeakAliases.IGNORE:
            wanted &= ~self._snapshot.arrays["name_weak"]
        finder = Finder(self._snapshot, wanted, self._policy.threshold)
        return _Borne(bearers, finder, Listing(self._snapshot, bearers))

    def _in_scope(self, bearers: Array, then: Then) -> Array:
        """The bearers without those not listed yet, or under no programme wanted."""
        arrays = self._snapshot.arrays
        early = np.array([one in then.stands.early for one in self._snapshot.manifest.lists], dtype=np.bool_)
        day = then.day.toordinal() if then.day is not None else _NEVER - 1
        last = np.where(early[arrays["version_list"]], day, _NEVER - 1)
        return np.where(self._since[bearers] > last[bearers], -1, bearers)

    @cached_property
    def _since(self) -> Array:
        """For each version the day on which it says it was listed first, under a programme wanted.

        As an ordinal; 0 where it does not say, and later than all days where it is under none of those.
        """
        programmes = self._policy.programmes
        since = np.empty(len(self._snapshot.arrays["version_list"]), dtype=np.int32)
        for version in range(len(since)):
            designations = self._snapshot.party(version).designations
            if programmes:
                designations = tuple([one for one in designations if one.programme in programmes])
            days = [one.listed_on.earliest.toordinal() if one.listed_on else 0 for one in designations]
            since[version] = min(days, default=_NEVER if programmes else 0)
        return since

    def _parties(self, mentions: list[Mention], listing: Listing, then: Then) -> dict[PartyId, Party]:
        """The parties mentioned, by id, those first that are mentioned first."""
        found: dict[PartyId, Party] = {}
        programmes = self._policy.programmes
        for id in dict.fromkeys(id for one in mentions for id in (one.party, *one.also)):
            party = party_then(self._snapshot, listing.met(id).version, then.day, then.stands, programmes)
            if party is not None:
                found[id] = party
        return found


_MOST_KEPT: Final = 4
"""So many sets of names are kept ready to be read; each takes some of the room of an index."""
_MOST_DAYS: Final = 64
_MOST_AT_ONCE: Final = 400_000
"""Characters; more of them save no more."""
_NEVER: Final = dt.date.max.toordinal() + 1
"""Later than all days."""


def at_once(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents, in their order, so many at a time as it saves work to read together."""
    some: list[Document] = []
    size = 0
    for document in documents:
        some.append(document)
        size += len(document.text)
        if size >= _MOST_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as the documented JSON, made of plain dicts; fields may be added, never renamed."""
    document = reading.document
    return {
        "document": {
            "title": document.title,
            "dateline": document.dateline.isoformat() if document.dateline else None,
            "language": document.language,
            "characters": document.characters,
        },
        "as_of": reading.as_of.isoformat() if reading.as_of else None,
        "asked_on": reading.asked_on.isoformat() if reading.asked_on else None,
        "warnings": list(reading.warnings),
        "snapshot": {"id": reading.snapshot, "editions": [edition_as_json(one) for one in reading.editions]},
        "policy": {"id": reading.policy.id, "threshold": reading.policy.threshold},
        "mentions": [{"also": [], **to_plain(one)} for one in reading.mentions],
        "parties": [
            {**party_as_json(one), "same_as": same_as_json(reading.same_as.get(one.id, ()))}
            for one in reading.parties
        ],
        "claims": [],
    }
