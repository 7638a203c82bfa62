"""Whose a listed name is, as far as reading a text needs to know."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import Final

import msgspec

from namesake.index.layout import KINDS, Array
from namesake.index.linked import Linked, links_of
from namesake.index.snapshot import Snapshot
from namesake.model.values import Kind, PartyId

__all__ = ["Bearer", "Listing"]

_AGAINST_TERROR: Final = frozenset(
    {"SDGT", "FTO", "TERR", "TAQA", "EUAQ", "HAM", "AFG", "Afghanistan", "946.203"}
)
"""Codes of programmes against terrorism, beside those that say so in words (`sources/programmes.tsv`)."""
_IN_WORDS: Final = re.compile("terror|qaida|taliban|afghanistan", re.IGNORECASE)


class Bearer(msgspec.Struct, frozen=True, gc=False):
    """A listed name and its party.

    Attributes:
        party: its number in the snapshot.
        one: the least of the numbers of all records that the lists have of that party, its own among them.
        id: its id.
        version: the version of it that bears the name on the day asked about.
        kind: what it is.
        text: the name as published.
        weak: whether it is a weak alias.
        primary: whether it is the party's primary name.
        known_as: that name.
        armed: whether a record of the party is listed under a programme against terrorism.
    """

    party: int
    one: int
    id: PartyId
    version: int
    kind: Kind
    text: str
    weak: bool
    primary: bool
    known_as: str
    armed: bool = False


class Listing:
    """The bearers of the listed names on one day.

    Args:
        snapshot: the index.
        bearers: for each name the version that bears it then, -1 for none.
    """

    def __init__(self, snapshot: Snapshot, bearers: Array) -> None:
        self._snapshot = snapshot
        self._bearers = bearers
        self.bearer = lru_cache(maxsize=1 << 14)(self._bearer)
        self._met: dict[PartyId, Bearer] = {}

    @cached_property
    def _links(self) -> dict[int, list[Linked]]:
        return links_of(self._snapshot)

    def met(self, party: PartyId) -> Bearer:
        """A name of a party that was met as a bearer before."""
        return self._met[party]

    def _bearer(self, name: int) -> Bearer:
        arrays = self._snapshot.arrays
        party, version = arrays["name_party"].item(name), self._bearers.item(name)
        text = self._snapshot.name_texts[name]
        id = PartyId(self._snapshot.party_ids[party])
        known_as = self._snapshot.party(version).name
        linked = [each.party for each in self._links.get(party, ())]
        records = [version, *(self._snapshot.versions_of(each)[-1] for each in linked)]
        bearer = Bearer(
            party,
            min([party, *linked]),
            id,
            version,
            KINDS[arrays["version_kind"].item(version)],
            text,
            arrays["name_weak"].item(name),
            known_as == text,
            known_as,
            any(map(self._is_against_terror, records)),
        )
        self._met.setdefault(id, bearer)
        return bearer

    def _is_against_terror(self, version: int) -> bool:
        programmes = (one.programme or "" for one in self._snapshot.party(version).designations)
        return any(one in _AGAINST_TERROR or _IN_WORDS.search(one) for one in programmes)
