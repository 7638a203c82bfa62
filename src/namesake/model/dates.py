"""Dates as sanctions lists know them: a year, a month, a day, about then, or between two.

Written as ISO 8601 and, where that has no word for it, as its extension EDTF (level 1) writes it:
`1957`, `1957-03`, `1957-03-12`, `1957~` (about 1957), `1958/1962` (between the two).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from typing import Final, Self

from namesake.errors import InputError

__all__ = ["PartialDate", "read_leniently", "strict_day"]

# Digits are ASCII throughout: `\d` alone would take Arabic ones, and the text would not be canonical.
_POINT: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = r"(?:[T ][0-9]{1,2}:[0-9]{2}.*)?"
_YEAR_FIRST: Final = re.compile(rf"([0-9]{{4}})(?:[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?)?{_TIME}")
_DAY_FIRST: Final = re.compile(rf"([0-9]{{1,2}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{4}}){_TIME}")
_WORDED: Final = re.compile(
    r"(?:(?P<before>[0-9]{1,2})(?:st|nd|rd|th)?[\s.-]+)?(?P<month>[a-z]{3,9})\.?"
    r"(?:[\s-]+(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?(?=[\s,]))?[\s,.-]+(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
# Not from `calendar`: its names change with the process's locale.
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_YEARS: Final = re.compile(r"(?:between )?([0-9]{4})\s*(?:-|–|to|and)\s*([0-9]{4})", re.IGNORECASE)


class PartialDate(str):
    """A date that may lack its day or month, be approximate, or be a span between two dates.

    It *is* its canonical text, so it compares, hashes and serialises as that. Build it from text, from
    numbers (`of`) or from two dates (`between`).

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
        if len(points) == 2 and points[0] == points[1]:
            del points[1]
        return super().__new__(cls, "/".join(points))

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None, *, circa: bool = False) -> Self:
        """The date of these numbers; `InputError` when the calendar has no such day."""
        text = f"{year:04d}"
        if month is None and day is not None:
            raise InputError(f"day {day} of {year} is not a date: it lacks the month")
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
        first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError as error:
        raise InputError(f"{point!r} is not a date: the calendar has no such day") from error
    if day is not None:
        return first, first
    last_month = month or 12
    return first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def read_leniently(text: str) -> tuple[PartialDate | None, str | None]:
    """A date as a customer file gives it, and a warning when not all of it could be kept.

    `1969-7-16`, `16/07/1969`, `16 Jul 1969`, `July 16, 1969` and `Jul 1969` are read, in whatever digits,
    and so is `1957-1960`; a time of day behind it is passed over. Of an impossible date as much is
    kept as is possible: of `1974-01-32` year and month. Where day and month could be exchanged
    (`03/04/1969`) only the year is kept, because guessing would make up a contradiction.

    Returns:
        The date, or None when nothing of it can be read, and a sentence for the answer's warnings.
    """
    stripped = "".join(str(unicodedata.decimal(char, char)) for char in text.strip())
    try:
        return PartialDate(stripped), None
    except InputError:
        pass
    if found := _YEAR_FIRST.fullmatch(stripped):
        return _as_much_as_possible(text, *(int(part) if part else None for part in found.groups()))
    if found := _DAY_FIRST.fullmatch(stripped):
        first, second, year = (int(part) for part in found.groups())
        if first == second or first > 12:
            return _as_much_as_possible(text, year, second, first)
        if second > 12:
            return _as_much_as_possible(text, year, first, second)
        date, warning = _as_much_as_possible(text, year)
        if date:
            warning = f"date {text!r}: day and month can't be told apart; only the year {date} is used"
        return date, warning
    if (found := _WORDED.fullmatch(stripped)) and not (found["before"] and found["after"]):
        months = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(found["month"].lower())]
        day = found["before"] or found["after"]
        if months:
            return _as_much_as_possible(text, int(found["year"]), months[0], int(day) if day else None)
    if (found := _YEARS.fullmatch(stripped)) and "0001" <= found[1] <= found[2]:
        return PartialDate.between(found[1], found[2]), None
    return None, _unreadable(text)


def _as_much_as_possible(
    text: str, year: int | None, month: int | None = None, day: int | None = None
) -> tuple[PartialDate | None, str | None]:
    parts = [part for part in (year, month, day) if part is not None]
    for size in range(len(parts), 0, -1):
        try:
            date = PartialDate.of(*parts[:size])
        except InputError:
            continue
        lost = size < len(parts)
        return date, f"date {text!r} does not exist; {date} is used" if lost else None
    return None, _unreadable(text)


def _unreadable(text: str) -> str:
    return f"date {text!r} can't be read and is not used: write YYYY, YYYY-MM or YYYY-MM-DD"


def strict_day(text: str | dt.date, *, what: str = "date") -> dt.date:
    """The one day that `text` writes as YYYY-MM-DD; `InputError`, naming `what`, otherwise."""
    if isinstance(text, dt.datetime):
        return text.date()
    if isinstance(text, dt.date):
        return text
    try:
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(f"{what} {text!r} is not a day: write it as YYYY-MM-DD, for instance 2021-03-10")
