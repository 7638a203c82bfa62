"""Dates as sanctions lists know them: a year, a month, a day, about then, or between two.

Written as ISO 8601 and, where that has no word for it, as its extension EDTF (level 1) writes it:
`1957`, `1957-03`, `1957-03-12`, `1957~` (about 1957), `1958/1962` (between the two).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final, Self

from namesake.errors import InputError

__all__ = ["PartialDate", "read_leniently", "strict_day"]

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
_LENIENT = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_WORDED = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
EARLIEST_YEAR, LATEST_YEAR = 1, 9999


class PartialDate(str):
    """A date that may lack its day or month, be approximate, or be a span between two dates.

    It *is* its canonical text, so it compares, hashes and serialises as that. Build it with `parse`
    (text), `of` (numbers) or `between`; the bare constructor is `parse` too.

    >>> PartialDate("1957-03").earliest, PartialDate("1957-03").latest
    (datetime.date(1957, 3, 1), datetime.date(1957, 3, 31))
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """The date that `text` writes; `InputError` when it writes none.

        Strict: `1969-7-16` is refused here and read by `read_leniently`.
        """
        points = text.strip().split("/")
        if len(points) > 2:
            raise InputError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
        for point in points:
            _bounds(point)
        if len(points) == 2 and _bounds(points[0])[0] > _bounds(points[1])[1]:
            raise InputError(f"{text!r} is not a span of time: its end lies before its beginning")
        return super().__new__(cls, "/".join(points))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None, *, circa: bool = False) -> Self:
        """The date of these numbers; `InputError` when the calendar has no such day."""
        text = f"{year:04d}"
        if month is not None:
            text += f"-{month:02d}"
            if day is not None:
                text += f"-{day:02d}"
        return cls(text + ("~" if circa else ""))

    @classmethod
    def between(cls, first: str, last: str) -> Self:
        """The span from `first` to `last`, both included."""
        return cls(f"{first}/{last}")

    @property
    def earliest(self) -> dt.date:
        """The first day it can mean."""
        return _bounds(self.split("/")[0])[0]

    @property
    def latest(self) -> dt.date:
        """The last day it can mean."""
        return _bounds(self.split("/")[-1])[1]

    @property
    def approximate(self) -> bool:
        """Whether the publisher said "about"."""
        return "~" in self

    @property
    def is_span(self) -> bool:
        """Whether it lies between two dates."""
        return "/" in self

    @property
    def year(self) -> int | None:
        """Its year, or None when it spans several."""
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def is_day(self) -> bool:
        """Whether it names one exact day."""
        return self.earliest == self.latest and not self.approximate


def _bounds(point: str) -> tuple[dt.date, dt.date]:
    found = _POINT.fullmatch(point)
    if not found:
        raise InputError(f"{point!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year = int(found[1])
    month, day = (int(part) if part else None for part in found.groups()[1:3])
    try:
        first = dt.date(year, month or 1, day or 1)
    except ValueError as error:
        raise InputError(f"{point!r} is not a date: the calendar has no such day") from error
    if day is not None:
        return first, first
    last_month = month or 12
    return first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def read_leniently(text: str) -> tuple[PartialDate | None, str | None]:
    """A date as a customer file gives it, and a warning when not all of it could be kept.

    `1969-7-16`, `16/07/1969`, `16 Jul 1969` and `Jul 1969` are read. Of an impossible date as much is
    kept as is possible: of `1974-01-32` year and month. Where day and month could be exchanged
    (`03/04/1969`) only the year is kept, because guessing would make up a contradiction.

    Returns:
        The date, or None when nothing of it can be read, and a sentence for the answer's warnings.
    """
    stripped = text.strip()
    try:
        return PartialDate(stripped), None
    except InputError:
        pass
    if found := _LENIENT.fullmatch(stripped):
        year, month, day = (int(part) if part else None for part in found.groups())
        return _as_much_as_possible(stripped, year, month, day)
    if found := _DAY_FIRST.fullmatch(stripped):
        first, second, year = (int(part) for part in found.groups())
        if first == second or first > 12 >= second:
            return _as_much_as_possible(stripped, year, second, first)
        if second > 12 >= first:
            return _as_much_as_possible(stripped, year, first, second)
        date, _ = _as_much_as_possible(stripped, year, None, None)
        return date, f"date {text!r}: day and month can't be told apart; only the year {year} is used"
    if found := _WORDED.fullmatch(stripped):
        month = _MONTHS.get(found[2][:3].lower())
        if month is not None:
            return _as_much_as_possible(stripped, int(found[3]), month, int(found[1]) if found[1] else None)
    return None, f"date {text!r} can't be read and is not used: write YYYY, YYYY-MM or YYYY-MM-DD"


def _as_much_as_possible(
    text: str, year: int | None, month: int | None, day: int | None
) -> tuple[PartialDate | None, str | None]:
    for parts in ((year, month, day), (year, month, None), (year, None, None)):
        if parts[0] is None or (parts[1] is None and parts[2] is not None):
            continue
        try:
            date = PartialDate.of(parts[0], parts[1], parts[2])
        except InputError:
            continue
        if parts == (year, month, day):
            return date, None
        return date, f"date {text!r} does not exist; {date} is used"
    return None, f"date {text!r} can't be read and is not used: write YYYY, YYYY-MM or YYYY-MM-DD"


def strict_day(text: str | dt.date, *, what: str = "date") -> dt.date:
    """The one day that `text` writes as YYYY-MM-DD; `InputError`, naming `what`, otherwise."""
    if isinstance(text, dt.date):
        return text
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(f"{what} {text!r} is not a day: write it as YYYY-MM-DD, for instance 2021-03-10")
