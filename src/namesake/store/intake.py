"""One edition going into the tables, record by record, inside a transaction that the store keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import zstandard
from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

from namesake.model.coding import to_json
from namesake.model.edition import Edition, Problem
from namesake.model.party import FactKind, Party
from namesake.model.values import PartyId
from namesake.store import tables

__all__ = ["BATCH", "Taken", "take_in"]

BATCH: Final = 500
"""Rows that go to the database, or come from it, at a time."""

_FILE_LEVEL: Final = 9


class Taken(NamedTuple):
    """What went in.

    Attributes:
        edition: with its counts filled.
        facts: its parties, each with the kinds of facts it has.
        versions: its parties, each with the key of the version the edition holds of it.
    """

    edition: Edition
    facts: dict[PartyId, frozenset[FactKind]]
    versions: dict[PartyId, int]


def take_in(
    connection: Connection,
    edition: Edition,
    files: Sequence[tuple[str, bytes]],
    records: Iterable[Party | Problem],
) -> Taken:
    """Write the edition, its files and its records; a party whose id came before becomes a problem."""
    header = insert(tables.editions).values(**_columns(edition)).returning(tables.editions.c.id)
    number: int = connection.scalars(header).one()
    _take_files(connection, number, files)
    parties, problems = _Parties(connection, number), _Problems(connection, number)
    where = ", ".join(name for name, _ in files) or edition.list
    for record in records:
        if isinstance(record, Problem):
            problems.take(record)
        elif record.list != edition.list:
            raise ValueError(f"the reader gave {record.id} to {record.list} in an edition of {edition.list}")
        elif record.id in parties.facts:
            problems.take(_repeated(record, where))
        else:
            parties.take(record)
    parties.flush()
    problems.flush()
    counted = replace(
        edition,
        records=len(parties.facts) + problems.lost,
        parties=len(parties.facts),
        problems=problems.count,
    )
    table = tables.editions
    connection.execute(update(table).where(table.c.id == number).values(**_columns(counted)))
    return Taken(counted, parties.facts, parties.versions)


def _columns(edition: Edition) -> dict[str, Any]:
    columns = {name: getattr(edition, name) for name in edition.__struct_fields__}
    return columns | {"lacks": to_json(edition.lacks).decode()}


def _take_files(connection: Connection, number: int, files: Sequence[tuple[str, bytes]]) -> None:
    compressor = zstandard.ZstdCompressor(level=_FILE_LEVEL)
    for position, (name, raw) in enumerate(files):
        columns = {
            "edition": number,
            "position": position,
            "name": name,
            "sha256": hashlib.sha256(raw).hexdigest(),
            "content": compressor.compress(raw),
        }
        connection.execute(insert(tables.files).values(**columns))


def _repeated(party: Party, where: str) -> Problem:
    return Problem(
        f"{where} {party.id}",
        f"a second record has the number of an earlier one; this one ({party.name}) is not in use. "
        "Give it a number of its own where the list is yours, and tell the publisher where it is not",
        lost=True,
        record=str(party.id),
    )


class _Parties:
    """Parties on their way to the tables, some hundred at a time."""

    def __init__(self, connection: Connection, number: int) -> None:
        self.facts: dict[PartyId, frozenset[FactKind]] = {}
        self.versions: dict[PartyId, int] = {}
        self._connection = connection
        self._number = number
        self._compressor = zstandard.ZstdCompressor()
        self._waiting: dict[bytes, tuple[Party, bytes]] = {}

    def take(self, party: Party) -> None:
        self.facts[party.id] = party.facts()
        content = to_json(party)
        self._waiting[hashlib.sha256(content).digest()] = party, content
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        if not self._waiting:
            return
        known = self._known()
        fresh = [self._version(digest) for digest in self._waiting if digest not in known]
        if fresh:
            self._connection.execute(insert(tables.versions), fresh)
            known = self._known()
        rows = [{"edition": self._number, "version": known[digest]} for digest in self._waiting]
        self._connection.execute(insert(tables.contents), rows)
        self.versions.update((party.id, known[digest]) for digest, (party, _) in self._waiting.items())
        self._waiting.clear()

    def _known(self) -> dict[bytes, int]:
        table = tables.versions
        found = select(table.c.digest, table.c.id).where(table.c.digest.in_(list(self._waiting)))
        return {row.digest: row.id for row in self._connection.execute(found)}

    def _version(self, digest: bytes) -> dict[str, Any]:
        party, content = self._waiting[digest]
        return {
            "list": party.list,
            "party": party.id,
            "digest": digest,
            "facts": to_json(sorted(self.facts[party.id])).decode(),
            "content": self._compressor.compress(content),
        }


class _Problems:
    """Problems on their way to the tables, some hundred at a time."""

    def __init__(self, connection: Connection, number: int) -> None:
        self.count = 0
        self.lost = 0
        self._connection = connection
        self._number = number
        self._waiting: list[dict[str, Any]] = []

    def take(self, problem: Problem) -> None:
        columns = {name: getattr(problem, name) for name in problem.__struct_fields__}
        self._waiting.append(columns | {"edition": self._number, "position": self.count})
        self.count += 1
        self.lost += problem.lost
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            self._connection.execute(insert(tables.problems), self._waiting)
            self._waiting.clear()
