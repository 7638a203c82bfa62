"""What reading a text answers, and its JSON."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import numpy as np
from msgspec import field

from namesake.errors import InputError
from namesake.index.garbage import uncollected
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.party import Party, SameAs
from namesake.model.policy import Policy, WeakAliases
from namesake.model.values import PartyId, Value
from namesake.screening.result import edition_as_json, party_as_json, same_as_json, together
from namesake.screening.scope import Scope
from namesake.text.document import Document, document_of
from namesake.text.finding import Finder, Found
from namesake.text.listing import Listing
from namesake.text.mention import Mention
from namesake.text.mentions import mentions_in
from namesake.text.unspaced import unread

__all__ = ["Reading", "TextReader", "as_json", "at_once"]


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


_Asked = tuple[Document, dt.date | None]
"""A document, and the day to answer for; None asks about now."""


@dataclass(eq=False, slots=True)
class _Borne:
    """The names that are borne on some days: by which versions, and what finds them in texts."""

    bearers: Array
    finder: Finder
    listing: Listing

    def read(self, asked: Sequence[_Asked]) -> Iterator[tuple[_Asked, Found]]:
        found = self.finder.read([document.text for document, _ in asked])
        return zip(asked, found, strict=True)


class TextReader:
    """Reads texts against one snapshot under one policy; what it learns of words it keeps.

    Safe to share between threads: they take turns.
    """

    def __init__(self, snapshot: Snapshot, policy: Policy, scope: Scope) -> None:
        self._snapshot, self._policy, self._scope = snapshot, policy, scope
        # Those asked about last at the end.
        self._by_day: dict[dt.date | None, _Borne] = {}
        self._turn = threading.Lock()

    def read(self, asked: Sequence[_Asked]) -> list[Reading]:
        """What each of some documents mentions of the parties listed on its day; sooner than one by one."""
        with self._turn, uncollected():
            return [
                self._reading(document, day, found, names)
                for names, some in groupby(asked, key=lambda one: self._borne(one[1]))
                for (document, day), found in names.read(list(some))
            ]

    def _reading(self, document: Document, day: dt.date | None, found: Found, names: _Borne) -> Reading:
        stands = self._scope.standing(day)
        mentions = mentions_in(found, names.listing, self._policy.weak_aliases)
        parties = self._parties(mentions, names.listing, day)
        linked = {id: self._scope.same_as(names.listing.met(id).party, day) for id in parties}
        unseen = unread(document.text, lambda: names.finder.han_names.count)
        notice = self._snapshot.manifest.notice
        return Reading(
            document=document,
            as_of=day,
            policy=self._policy,
            snapshot=self._snapshot.id,
            editions=stands.editions,
            mentions=tuple(mentions),
            parties=tuple(parties.values()),
            warnings=(*((notice,) if notice else ()), *document.warnings, *unseen, *stands.warnings),
            asked_on=stands.asked_on,
            same_as={id: records for id, records in linked.items() if records},
        )

    def _borne(self, day: dt.date | None) -> _Borne:
        """The names that are borne on a day; days on which the same are have them in common."""
        known = self._by_day.pop(day, None)
        if known is None:
            bearers = self._scope.bearers(day)
            alike = (one for one in self._by_day.values() if np.array_equal(one.bearers, bearers))
            known = next(alike, None) or self._made(bearers)
        self._by_day[day] = known
        while len(set(self._by_day.values())) > _MOST_KEPT or len(self._by_day) > _MOST_DAYS:
            self._by_day.pop(next(iter(self._by_day)))
        return known

    def _made(self, bearers: Array) -> _Borne:
        wanted = bearers >= 0
        if self._policy.weak_aliases is WeakAliases.IGNORE:
            wanted &= ~self._snapshot.arrays["name_weak"]
        finder = Finder(self._snapshot, wanted, self._policy.threshold)
        return _Borne(bearers, finder, Listing(self._snapshot, bearers))

    def _parties(
        self, mentions: list[Mention], listing: Listing, day: dt.date | None
    ) -> dict[PartyId, Party]:
        """The parties mentioned, by id, those first that are mentioned first."""
        found: dict[PartyId, Party] = {}
        for id in dict.fromkeys(id for one in mentions for id in (one.party, *one.also)):
            met = listing.met(id)
            party = self._scope.described(met.party, met.version, day)
            if party is not None:
                found[id] = party
        return found


_MOST_KEPT: Final = 4
"""So many sets of names are kept ready to be read; each takes some of the room of an index."""
_MOST_DAYS: Final = 64
_MOST_AT_ONCE: Final = 400_000
"""Characters; more of them save no more."""


def at_once(contents: Iterable[str | bytes | Document]) -> Iterator[list[Document]]:
    """Documents made of these, in their order, so many at a time as it saves work to read together.

    Raises:
        InputError: a content that can't be read, behind all documents before it.
    """
    some: list[Document] = []
    size = 0
    for number, content in enumerate(contents, 1):
        try:
            some.append(content if isinstance(content, Document) else document_of(content))
        except InputError as error:
            yield some
            raise InputError(f"text {number}: {error}") from None
        size += len(some[-1].text)
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
