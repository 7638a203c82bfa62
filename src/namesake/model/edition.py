"""One dated publication of a list, and the time in which it held."""

from __future__ import annotations

import datetime as dt

from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, PartyId, Value

__all__ = ["Edition", "Holding", "PartyHistory", "Problem", "Span", "Version"]


class Problem(Value, frozen=True):
    """A record, or a part of one, that could not be read as it stands.

    Attributes:
        where: file and record, as a person would look it up (`sdn.csv line 17`, `un.xml CDi.001`).
        message: what was wrong.
        lost: True when the whole record is missing from the parties because of it; False when the
            party was read and only this field was set aside or mended.
        field: the field, where it was one.
        record: the publisher's number, where it could be read.
    """

    where: str
    message: str
    lost: bool = False
    field: str | None = None
    record: str | None = None


class Edition(Value, frozen=True):
    """One publication of one list.

    Attributes:
        list: the watch list it is an edition of.
        sha256: of the bytes as received (several files: of their names and checksums).
        format: the reader that read it (`ofac-xml`).
        published: the day its publisher dates it; None when nobody knows.
        moment: the publisher's own time stamp where finer than a day, for order within a day.
        received: when it came to us, UTC, ISO 8601; empty for an edition never stored.
        records: how many records the file holds, read or not.
        parties: how many of them became parties.
        problems: how many problems reading it met.
        lacks: kinds of facts its file can't carry; such a partial edition never removes them.
    """

    list: ListId
    sha256: str
    format: str
    published: dt.date | None = None
    moment: str | None = None
    received: str = ""
    records: int = 0
    parties: int = 0
    problems: int = 0
    lacks: tuple[FactKind, ...] = ()


class Span(Value, frozen=True):
    """Days from `start` up to and without `end`; None is open on that side."""

    start: dt.date | None = None
    end: dt.date | None = None

    def __contains__(self, day: dt.date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class Holding(Value, frozen=True):
    """An edition and when it holds.

    Attributes:
        span: the days on which it is what the list said; None when on no day.
        current: whether it is what the list says now, as far as is known.
    """

    edition: Edition
    span: Span | None
    current: bool


class Version(Value, frozen=True):
    """What the list said of a party, and when it said so.

    Attributes:
        spans: the days on which this was what the list said, in order; empty for what only an
            undated edition says.
        current: whether the list says so now.
    """

    party: Party
    spans: tuple[Span, ...] = ()
    current: bool = True

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether this is what the list said on `day`; None asks about now."""
        return self.current if day is None else any(day in span for span in self.spans)


class PartyHistory(Value, frozen=True):
    """All that a list has said of one party over the editions held, oldest first."""

    id: PartyId
    versions: tuple[Version, ...]
