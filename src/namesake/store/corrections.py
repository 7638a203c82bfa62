"""What was corrected by hand in the store: editions removed, dated otherwise, or published again.

Nothing is lost silently: the header of an edition as it was stays, with when and why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, inspect, select, update

from namesake.errors import InputError
from namesake.model.coding import from_json, to_json
from namesake.model.edition import Edition
from namesake.model.values import ListId, Value
from namesake.store import tables
from namesake.store.checks import named
from namesake.store.held import all_editions, key_of

__all__ = ["Action", "Correction", "corrections_of", "date", "publish_again", "redate", "remove"]


class Action(StrEnum):
    """What was done to an edition."""

    REMOVED = "removed"
    REDATED = "redated"


class Correction(Value, frozen=True):
    """One thing corrected.

    Attributes:
        action: what was done.
        edition: its header as it was before.
        done: when, UTC, ISO 8601.
        reason: why, in the words of who did it.
        published: the day it was given; None where it was removed.
    """

    action: Action
    edition: Edition
    done: str
    reason: str
    published: dt.date | None = None


def corrections_of(connection: Connection, of: ListId | None = None) -> tuple[Correction, ...]:
    """What was corrected, of one list or of all, in the order it was done."""
    table = tables.corrections
    if not inspect(connection).has_table(table.name):  # a store of version 1
        return ()
    rows = connection.execute(select(table).order_by(table.c.id))
    return tuple(
        Correction(Action(row.action), from_json(row.header, Edition), row.done, row.reason, row.published)
        for row in rows
        if of in (None, row.list)
    )


def remove(connection: Connection, editions: Sequence[Edition], *, reason: str, done: str) -> None:
    """Take editions out, with their bytes and what only they said published no other time.

    Raises:
        InputError: one is not held.
    """
    for edition in editions:
        key = _held(connection, edition)
        _record(connection, Correction(Action.REMOVED, edition, done, reason))
        others = _publications(connection, key)
        row = _publication(connection, key, edition)
        if row is not None:
            connection.execute(delete(tables.publications).where(tables.publications.c.id == row))
        elif others:
            first, published, received = others[0]
            _set(connection, key, None, published, received)
            connection.execute(delete(tables.publications).where(tables.publications.c.id == first))
        else:
            for table in (tables.contents, tables.files, tables.problems):
                connection.execute(delete(table).where(table.c.edition == key))
            connection.execute(delete(tables.editions).where(tables.editions.c.id == key))
            versions = tables.versions
            said = select(tables.contents.c.version)
            unsaid = (versions.c.list == edition.list) & versions.c.id.not_in(said)
            connection.execute(delete(versions).where(unsaid))


def redate(connection: Connection, edition: Edition, day: dt.date, *, reason: str, done: str) -> None:
    """Give an edition another day of publication.

    Raises:
        InputError: it is not held, or the same bytes are held as published on that day already.
    """
    key = _held(connection, edition)
    if any(
        (other.list, other.sha256, other.published) == (edition.list, edition.sha256, day)
        for other in all_editions(connection)
    ):
        raise InputError(f"{named(edition)}: these bytes are held as published on {day} already")
    _record(connection, Correction(Action.REDATED, edition, done, reason, day))
    _set(connection, key, _publication(connection, key, edition), day, edition.received)


def date(connection: Connection, undated: Edition, day: dt.date) -> None:
    """Give an edition the day of publication that nobody knew; that corrects nothing."""
    key = _held(connection, undated)
    _set(connection, key, _publication(connection, key, undated), day, undated.received)


def publish_again(connection: Connection, known: Edition, published: dt.date | None, received: str) -> None:
    """Record that bytes which are held were published another time."""
    columns = {"edition": key_of(connection, known), "published": published, "received": received}
    connection.execute(insert(tables.publications).values(**columns))


def _held(connection: Connection, edition: Edition) -> int:
    if edition not in all_editions(connection):
        raise InputError(f"{named(edition)} is not in the store: `namesake lists show` names those that are")
    return key_of(connection, edition)


def _record(connection: Connection, one: Correction) -> None:
    columns = {
        "list": one.edition.list,
        "sha256": one.edition.sha256,
        "done": one.done,
        "action": one.action.value,
        "header": to_json(one.edition).decode(),
        "published": one.published,
        "reason": one.reason,
    }
    connection.execute(insert(tables.corrections).values(**columns))


def _publications(connection: Connection, key: int) -> list[tuple[int, dt.date | None, str]]:
    """The further times that these bytes were published."""
    table = tables.publications
    rows = connection.execute(select(table).where(table.c.edition == key).order_by(table.c.id))
    return [(row.id, row.published, row.received) for row in rows]


def _publication(connection: Connection, key: int, edition: Edition) -> int | None:
    """Which of them the edition is; None where it is the first time."""
    first = connection.execute(select(tables.editions).where(tables.editions.c.id == key)).one()
    if (first.published, first.received) == (edition.published, edition.received):
        return None
    return next(
        (
            row
            for row, published, received in _publications(connection, key)
            if (published, received) == (edition.published, edition.received)
        ),
        None,
    )


def _set(
    connection: Connection, key: int, publication: int | None, published: dt.date | None, received: str
) -> None:
    table, row = (tables.editions, key) if publication is None else (tables.publications, publication)
    columns = {"published": published, "received": received}
    connection.execute(update(table).where(table.c.id == row).values(**columns))
