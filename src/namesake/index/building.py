"""A snapshot made from parties and their histories; `index/layout.py` says what its arrays hold."""

from __future__ import annotations

import datetime as dt
import itertools
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Final

import numpy as np

from namesake.errors import InputError
from namesake.index.columns import Block, Rows, Spill, picked, ranked, regrouped
from namesake.index.earlier import Earlier
from namesake.index.hashing import hash_of, packed, unpacked
from namesake.index.layout import ARRAYS, KINDS, Array, overfull_in
from namesake.index.linked import link_arrays
from namesake.index.makings import AT_ONCE, Makings
from namesake.index.snapshot import FORMAT, Manifest, Snapshot, Texts, checksum_of
from namesake.index.taking import Processes, taken_apart
from namesake.match.attributes import identifier_key
from namesake.model.coding import to_json
from namesake.model.edition import Holding, PartyHistory, Version
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import Kind, ListId, PartyId, Quality

__all__ = ["build"]

_WORTH_OTHERS: Final = 4
"""So many times `AT_ONCE` names or tokens take about as long as starting a process does."""


def build(
    histories: Iterable[PartyHistory],
    holdings: Iterable[Holding] = (),
    *,
    state: str = "",
    notice: str | None = None,
    known: Snapshot | None = None,
    processes: int = 1,
) -> Snapshot:
    """The snapshot of these parties; the same parties give the same snapshot, in any order.

    Histories are taken one by one and not kept. Records beyond 64 MiB wait in a temporary file.

    Args:
        histories: what the lists said of each party, and when.
        holdings: the editions they come from, for answers and warnings.
        state: the store's word for this set of editions.
        notice: a sentence that every answer must carry.
        known: an earlier snapshot: names and tokens that it has need not be taken apart again. The snapshot
            is the same; one that is damaged, or of another format or scoring version, is passed over.
        processes: how many take the names apart where there are many new ones; more than one asks of a
            script that it stand under `if __name__ == "__main__":`. The snapshot is the same.

    Raises:
        InputError: a party of one list comes twice, or with nothing said of it, or there are too many.
        SnapshotError: there is no room for the temporary file.
    """
    with (
        Processes(processes, worth=_WORTH_OTHERS) as workers,
        closing(_Builder(Earlier.usable(known))) as builder,
    ):
        for taken in workers.in_order(taken_apart, builder.read(histories)):
            builder.makings.take(taken)
        arrays = builder.arrays(workers)
    manifest = Manifest(
        format=FORMAT,
        scoring=SCORING_VERSION,
        lists=builder.lists,
        programmes=tuple(sorted(builder.programmes)),
        holdings=tuple(sorted(holdings, key=lambda held: (held.edition.list, held.edition.sha256))),
        checksums={name: checksum_of(array) for name, array in sorted(arrays.items())},
        state=state,
        notice=notice,
    )
    return Snapshot(manifest, arrays)


class _Builder:
    """What has been read, in the order in which it came; `arrays` puts it in the order of parties."""

    def __init__(self, earlier: Earlier | None = None) -> None:
        self.programmes: set[str] = set()
        self.makings = Makings(earlier)
        self._lists: dict[ListId, int] = {}
        self._last: tuple[PartyId, ListId] | None = None
        self._ascending = True
        self._parties = Block()
        self._party_rows = Rows(list="H", versions="i", names="i")
        self._records = Spill()
        self._versions = Rows(version_list="H", version_kind="B", version_current="B")
        self._spans = Rows(span_versions="i", span_starts="i", span_ends="i")
        self._identifiers = Rows(hashes="I", parties="i")
        self._names = Block()
        self._name_rows = Rows(name_party="i", name_weak="B", name_person="B", versions="i")
        self._name_versions = array("i")

    @property
    def lists(self) -> tuple[ListId, ...]:
        """The lists met so far, sorted."""
        return tuple(sorted(self._lists))

    def close(self) -> None:
        """Let go of what waits in files."""
        self._records.close()

    def read(self, histories: Iterable[PartyHistory]) -> Iterator[list[tuple[str, bool]]]:
        """Read all the parties; gives those of their names that have to be taken apart, for `makings`."""
        anew: list[tuple[str, bool]] = []
        for names in self._names_of(histories):
            anew += self.makings.wanted(names)
            while len(anew) >= AT_ONCE:
                yield anew[:AT_ONCE]
                del anew[:AT_ONCE]
        yield anew

    def _names_of(self, histories: Iterable[PartyHistory]) -> Iterator[list[tuple[str, bool]]]:
        names: list[tuple[str, bool]] = []
        for history in histories:
            names += self._add(history)
            if len(names) >= AT_ONCE:
                yield names
                names = []
        yield names

    def _add(self, history: PartyHistory) -> Iterator[tuple[str, bool]]:
        if not history.versions:
            raise InputError(f"no list says anything of party {history.id!r}: leave it out")
        party = len(self._parties)
        self._parties.add(history.id.encode())
        # A name weak in one edition and strong in another is two names here: each has its own time.
        bearers: dict[tuple[str, bool, bool], list[int]] = {}
        for version in history.versions:
            number = len(self._records)
            self._add_version(number, party, version)
            for name in version.party.names:
                for person in _readings(version.party.kind):
                    of_name = bearers.setdefault((name.text, name.quality is Quality.WEAK, person), [])
                    if number not in of_name:
                        of_name.append(number)
        latest = history.versions[-1].party.list
        self._party_rows.add(self._lists[latest], len(history.versions), len(bearers))
        self._ascending = self._ascending and (self._last is None or self._last < (history.id, latest))
        self._last = (history.id, latest)
        for (text, weak, person), versions in bearers.items():
            self._names.add(text.encode())
            self._name_rows.add(party, weak, person, len(versions))
            self._name_versions.extend(versions)
            yield text, person

    def _add_version(self, number: int, party: int, version: Version) -> None:
        self._records.add(to_json(version.party))
        place = self._lists.setdefault(version.party.list, len(self._lists))
        self._versions.add(place, KINDS.index(version.party.kind), version.current)
        for span in version.spans:
            start = span.start.toordinal() if span.start else 0
            end = span.end.toordinal() if span.end else dt.date.max.toordinal() + 1
            self._spans.add(number, start, end)
        for identifier in version.party.identifiers:
            if key := identifier_key(identifier.value):
                self._identifiers.add(hash_of(key), party)
        self.programmes.update(one.programme for one in version.party.designations if one.programme)

    def arrays(self, workers: Processes) -> dict[str, Array]:
        """All that was read, as `layout.ARRAYS` lists it, in the order of parties."""
        order = self._order()
        rows = self._party_rows.arrays()
        party_versions, version_order = regrouped(rows["versions"], order)
        _, name_order = regrouped(rows["names"], order)
        arrays: dict[str, Array] = {
            **self._parties.arrays("party", order),
            "party_versions": party_versions,
            **self._version_arrays(order, version_order),
            **self._name_arrays(order, version_order, name_order),
            **self.makings.arrays(name_order, workers),
            **link_arrays({}, ()),
        }
        if overfull := overfull_in(arrays):
            raise InputError(f"these lists are too large for one index: {overfull} has no room for them")
        return {name: np.ascontiguousarray(arrays.pop(name), dtype=type) for name, type in ARRAYS.items()}

    def _order(self) -> Array | None:
        """The parties by id and list; None where they came so."""
        if self._ascending:
            return None
        ids = Texts(*self._parties.arrays("party").values())
        lists = list(self._lists)
        places = self._party_rows.arrays()["list"].tolist()
        keys = [(PartyId(ids[party]), lists[place]) for party, place in enumerate(places)]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        for one, other in itertools.pairwise(order):
            if keys[one] == keys[other]:
                raise InputError(
                    f"party {keys[one][0]!r} of list {keys[one][1]} comes twice: give its versions together"
                )
        return np.array(order)

    def _version_arrays(self, order: Array | None, version_order: Array | None) -> dict[str, Array]:
        rows = self._versions.arrays()
        places = np.array([self.lists.index(name) for name in self._lists], dtype=np.uint16)
        if self._lists:
            rows["version_list"] = places[rows["version_list"]]
        spans = self._spans.arrays()
        spans["span_versions"] = ranked(spans["span_versions"], version_order)
        by_version = None if version_order is None else np.argsort(spans["span_versions"], kind="stable")
        identifiers = self._identifiers.arrays()
        hashes, parties = unpacked([packed(identifiers["hashes"], ranked(identifiers["parties"], order))])
        return {
            **self._records.arrays("record", version_order),
            **picked(rows, version_order),
            **picked(spans, by_version),
            "identifier_hashes": hashes,
            "identifier_parties": parties,
        }

    def _name_arrays(
        self, order: Array | None, version_order: Array | None, name_order: Array | None
    ) -> dict[str, Array]:
        rows = self._name_rows.arrays()
        rows["name_party"] = ranked(rows["name_party"], order)
        starts, bearers = regrouped(rows.pop("versions"), name_order)
        versions = np.frombuffer(self._name_versions, dtype=np.int32)
        return {
            **self._names.arrays("name", name_order),
            **picked(rows, name_order),
            "name_version_starts": starts,
            **picked({"name_versions": ranked(versions, version_order)}, bearers),
        }


def _readings(kind: Kind) -> tuple[bool, ...]:
    """Whether its names are read as a person's, or otherwise, or, of a kind that may be either, both ways."""
    return (True, False) if kind is Kind.LEGAL_ENTITY else (kind is Kind.PERSON,)
