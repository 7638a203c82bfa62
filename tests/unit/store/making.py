"""Small parties and editions made by hand, for the tests of the store and of its laws."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, PartyHistory, Problem
from namesake.model.party import Designation, FactKind, Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.store.database import Added, Store

LIST = ListId("zz-test")
RECEIVED = dt.datetime(2026, 9, 1, 12, 0, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def party(number: str, *aliases: str, name: str = "", born: str = "", of: ListId = LIST) -> Party:
    names = (Name(name or f"PARTY, {number}", Quality.PRIMARY), *(Name(alias) for alias in aliases))
    return Party(
        PartyId(f"{of}:{number}"),
        of,
        Kind.PERSON,
        names,
        designations=(Designation("The Tester", "TEST"),),
        birth_dates=(PartialDate(born),) if born else (),
    )


def parties(count: int, *, first: int = 0) -> list[Party]:
    return [party(f"{number:05}") for number in range(first, first + count)]


def edition(
    content: str,
    published: str | None = None,
    *,
    lacks: Iterable[FactKind] = (),
    received: str = "",
    moment: str | None = None,
    of: ListId = LIST,
) -> Edition:
    """The header of an edition whose bytes are `content`."""
    return Edition(
        of,
        hashlib.sha256(content.encode()).hexdigest(),
        "test",
        published=day(published) if published else None,
        moment=moment,
        received=received,
        lacks=tuple(lacks),
    )


def add(
    store: Store,
    header: Edition,
    records: Iterable[Party | Problem],
    *,
    received: dt.datetime = RECEIVED,
    declared: int | None = None,
    accept_loss: bool = False,
) -> Added:
    return store.add(
        header,
        [("list.txt", header.sha256.encode())],
        iter(records),
        received=received,
        declared=declared,
        accept_loss=accept_loss,
    )


def on_day(histories: Iterable[PartyHistory], asked: dt.date | None) -> set[Party]:
    """What the list says on a day; None asks about now."""
    return {v.party for found in histories for v in found.versions if v.holds_on(asked)}


def with_aliases(of: Party, *aliases: str) -> Party:
    return replace(of, names=(*of.names, *(Name(alias) for alias in aliases)))
