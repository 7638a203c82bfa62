"""What the tables hold, read back as the values that went in."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any

import zstandard
from msgspec.structs import replace
from sqlalchemy import Connection, Row, func, inspect, select

from namesake.errors import InputError, StoreError
from namesake.model.coding import from_json
from namesake.model.edition import Edition, Problem
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, PartyId
from namesake.store import tables
from namesake.store.checks import Facts, named

__all__ = [
    "all_editions",
    "are_held",
    "files_of",
    "key_of",
    "lists_with",
    "parties_of_list",
    "problems_of",
    "said",
    "versions_of",
]


def all_editions(connection: Connection) -> frozenset[Edition]:
    """The editions of all lists; the same bytes once for each time they were published."""
    names = [name for name in Edition.__struct_fields__ if name != "lacks"]
    by_key = {
        row["id"]: Edition(
            **{name: row[name] for name in names}, lacks=from_json(row["lacks"], tuple[FactKind, ...])
        )
        for row in connection.execute(select(tables.editions)).mappings()
    }
    again: Sequence[Row[Any]] = ()
    if inspect(connection).has_table(tables.publications.name):  # not in a store of version 1
        again = connection.execute(select(tables.publications)).all()
    return frozenset(
        (
            *by_key.values(),
            *(replace(by_key[row.edition], published=row.published, received=row.received) for row in again),
        )
    )


def key_of(connection: Connection, edition: Edition) -> int:
    """The key of an edition; `InputError` when it is not held."""
    table = tables.editions
    wanted = select(table.c.id).where(table.c.list == edition.list, table.c.sha256 == edition.sha256)
    key: int | None = connection.scalar(wanted)
    if key is None:
        raise InputError(f"{named(edition)} is not in the store: add it first")
    return key


def are_held(connection: Connection, keys: Collection[int]) -> bool:
    """Whether there still is an edition for each of these keys."""
    table = tables.editions
    return connection.scalar(select(func.count()).where(table.c.id.in_(keys))) == len(keys)


def files_of(connection: Connection, edition: Edition) -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of each file; `StoreError` where they are no longer what was received."""
    table = tables.files
    wanted = select(table).where(table.c.edition == key_of(connection, edition)).order_by(table.c.position)
    files = []
    for row in connection.execute(wanted):
        try:
            raw = zstandard.decompress(row.content)
        except zstandard.ZstdError:
            raw = None
        if raw is None or hashlib.sha256(raw).hexdigest() != row.sha256:
            raise StoreError(
                f"the store is damaged: its copy of {row.name} ({named(edition)}) is not what was received. "
                "Restore the store from a copy, or move it away and add the lists anew"
            )
        files.append((row.name, raw))
    return tuple(files)


def problems_of(connection: Connection, edition: Edition) -> tuple[Problem, ...]:
    """What could not be read of an edition, in the order it was met."""
    table = tables.problems
    wanted = select(table).where(table.c.edition == key_of(connection, edition)).order_by(table.c.position)
    rows = connection.execute(wanted).mappings()
    return tuple(Problem(**{name: row[name] for name in Problem.__struct_fields__}) for row in rows)


def versions_of(connection: Connection, edition: Edition) -> tuple[dict[PartyId, int], Facts]:
    """The parties of an edition with the keys of their versions, and with the kinds of facts they have."""
    versions, contents = tables.versions, tables.contents
    wanted = (
        select(versions.c.party, versions.c.id, versions.c.facts)
        .join(contents, contents.c.version == versions.c.id)
        .where(contents.c.edition == key_of(connection, edition))
    )
    rows = connection.execute(wanted).all()
    return {row.party: row.id for row in rows}, {row.party: _facts(row.facts) for row in rows}


def lists_with(connection: Connection, party: PartyId) -> list[ListId]:
    """The lists of which any edition has this party."""
    table = tables.versions
    return sorted(connection.scalars(select(table.c.list).where(table.c.party == party).distinct()))


def parties_of_list(connection: Connection, of: ListId) -> list[PartyId]:
    """Every party that any edition of a list has, in the order of their ids."""
    table = tables.versions
    # Sorted here and not there: databases differ in how they order text.
    return sorted(connection.scalars(select(table.c.party).where(table.c.list == of).distinct()))


def said(
    connection: Connection, checksums: Mapping[int, str], parties: Sequence[PartyId], *, of: ListId
) -> dict[PartyId, dict[str, Party]]:
    """What the editions that have a party say of it, by the edition's checksum.

    Args:
        connection: an open transaction.
        checksums: the editions asked for, by their keys.
        parties: at most some hundred.
        of: the list they belong to.
    """
    versions, contents = tables.versions, tables.contents
    theirs = (versions.c.list == of) & versions.c.party.in_(parties)
    places = (
        select(contents.c.edition, contents.c.version, versions.c.party)
        .join(versions, versions.c.id == contents.c.version)
        .where(theirs, contents.c.edition.in_(checksums))
    )
    found = connection.execute(places).all()
    wanted = {row.version for row in found}
    texts = select(versions.c.id, versions.c.content).where(theirs)
    # One for all: making another for each takes longer than what it does.
    unpack = zstandard.ZstdDecompressor().decompress
    decoded = {
        row.id: from_json(unpack(row.content), Party) for row in connection.execute(texts) if row.id in wanted
    }
    by_party: dict[PartyId, dict[str, Party]] = {party: {} for party in parties}
    for row in found:
        by_party[row.party][checksums[row.edition]] = decoded[row.version]
    return by_party


@lru_cache(maxsize=4096)
def _facts(text: str) -> frozenset[FactKind]:
    return from_json(text, frozenset[FactKind])
