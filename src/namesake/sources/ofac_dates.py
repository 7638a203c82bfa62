"""Dates as OFAC writes them, in words: `10 Dec 1948`, `circa 1948`, `1958 to 1962`.

SDN.XML and the CSV give a date in these words. ENHANCED gives the words and the days they mean, ADVANCED
the days alone; `in_words` makes the words of the days, so that one date reads the same from every file.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from itertools import takewhile
from typing import Final

from namesake.errors import InputError
from namesake.model.dates import PartialDate

__all__ = ["in_words", "ofac_date"]


def ofac_date(text: str) -> PartialDate | None:
    """The date OFAC writes as `10 Dec 1948`, `Dec 1948`, `circa 1948` or `1958 to 1962`; None for none.

    >>> ofac_date("circa 1979-1982"), ofac_date("01 Jan 1980 to 31 Dec 1985")
    ('1979~/1982~', '1980-01-01/1985-12-31')
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    circa, *ends = found.groups()
    try:
        return PartialDate("/".join(_point(end, circa=bool(circa)) for end in takewhile(bool, ends)))
    except (InputError, KeyError):
        return None


def in_words(first: dt.date, last: dt.date, *, circa: bool = False) -> str:
    """The words for the days from `first` to `last`, as short as they can be.

    >>> day = dt.date
    >>> in_words(day(1962, 1, 1), day(1962, 12, 31)), in_words(day(1962, 3, 8), day(1962, 3, 8), circa=True)
    ('1962', 'circa 08 Mar 1962')
    >>> in_words(day(1958, 1, 1), day(1962, 12, 31)), in_words(day(1958, 2, 1), day(1962, 3, 31))
    ('1958 to 1962', 'Feb 1958 to Mar 1962')
    """
    starts = [f"{first.year:04d}", f"{_MONTH_NAMES[first.month]} {first.year:04d}"]
    ends = [f"{last.year:04d}", f"{_MONTH_NAMES[last.month]} {last.year:04d}"]
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        start, end = starts[0], ends[0]
    elif whole_months:
        start, end = starts[1], ends[1]
    else:
        start, end = f"{first.day:02d} {starts[1]}", f"{last.day:02d} {ends[1]}"
    return ("circa " if circa else "") + (start if start == end else f"{start} to {end}")


def _point(text: str, *, circa: bool) -> PartialDate:
    *rest, year = text.split()
    day = int(rest[0]) if len(rest) == 2 else None
    return PartialDate.of(int(year), _MONTHS[rest[-1][:3].lower()] if rest else None, day, circa=circa)


# Not from `calendar`: its names change with the process's locale.
_MONTH_NAMES: Final = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS: Final = {name.lower(): number for number, name in enumerate(_MONTH_NAMES) if name}
_END: Final = r"((?:(?:\d{1,2} )?[A-Za-z]{3,9} )?\d{4})"
_DATE: Final = re.compile(rf"(circa )?{_END}(?:(?: to |\s*-\s*){_END})?", re.IGNORECASE)
