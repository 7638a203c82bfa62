"""The days that a line of text writes out, and what else stands on the line.

A day is read only where it is written in full, or as day and month: never a month alone, and never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from namesake.model.values import Value
from namesake.text.calendar_words import MONTHS, SOLAR_MONTHS, WEEKDAYS

__all__ = ["WEEKDAY", "Written", "weekday_in", "written_dates"]

# Years outside are more likely numbers of something else.
_FIRST, _LAST = 1900, 2099
_DIGIT: Final = re.compile(r"\d")


class Written(Value, frozen=True):
    """A date as it stands on a line.

    Attributes:
        start, end: characters of the line.
        days: what it can mean, the likelier first: one day; two where day and month can't be told apart;
            none where there is no such day.
        month_day: set, with `days` empty, where no year is given.
        day_first: whether numbers alone tell that the day stands first (True), the month (False), or neither.
    """

    start: int
    end: int
    days: tuple[dt.date, ...] = ()
    month_day: tuple[int, int] | None = None
    day_first: bool | None = None


def written_dates(line: str) -> list[Written]:
    """The dates on `line`, which went through `plain`, from left to right; none overlap."""
    # All are written with digits, which few lines have; of one that has it is asked several times.
    return list(_dates_on(line)) if _DIGIT.search(line) else []


@lru_cache(maxsize=1 << 8)
def _dates_on(line: str) -> tuple[Written, ...]:
    found: list[Written] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(line):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(read(match))
    return tuple(sorted(found, key=lambda one: one.start))


def weekday_in(text: str) -> int | None:
    """The day of the week that `text` names, Monday as 1; None for none, or for several that differ.

    >>> weekday_in("Thursday, ")
    4
    """
    named = {WEEKDAYS[match.group().casefold()] for match in WEEKDAY.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))


_MONTH: Final = f"(?:{_any_of(MONTHS)})"
WEEKDAY: Final = re.compile(rf"(?<!\w)(?:{_any_of(WEEKDAYS)})(?!\w)", re.IGNORECASE)
"""A day of the week, in any of the languages of `calendar_words`."""
_BEFORE: Final = r"(?<![\w/.:\-'])"
_AFTER: Final = r"(?![\w:'%]|[/.,\-]\d)"
# What may stand behind a year: 2021 года, 2021 р., 2021م.
_YEAR_WORD: Final = r"\s?(?:года?|г|року|р|roku|r|م)(?!\w)\.?"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o|e)?\.?"


def _day_of(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    """The day as a tuple of one, or of none where the calendar has no such day."""
    try:
        return (dt.date(year, month, day),) if _FIRST <= year <= _LAST else ()
    except ValueError:
        return ()


def _full_year(digits: str) -> int:
    """The year meant by two digits, as POSIX has it: 69 to 99 are of the last century."""
    year = int(digits.lstrip("'"))
    return year if len(digits) == 4 else year + (1900 if year >= 69 else 2000)


def _in_words(match: re.Match[str]) -> Written:
    month, day, year = MONTHS[_key(match["month"])], int(match["day"]), match["year"]
    if year:
        return Written(match.start(), match.end(), _day_of(_full_year(year), month, day))
    # A leap year, so that 29 February stays possible.
    return Written(match.start(), match.end(), (), (month, day) if _day_of(2000, month, day) else None)


def _solar_in_words(match: re.Match[str]) -> Written:
    month = SOLAR_MONTHS[_key(match["month"])]
    return Written(match.start(), match.end(), _solar_day(int(match["year"]), month, int(match["day"])))


def _year_first(match: re.Match[str]) -> Written:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    days = _solar_day(year, month, day) if year < _FIRST else _day_of(year, month, day)
    return Written(match.start(), match.end(), days)


def _in_numbers(match: re.Match[str]) -> Written:
    one, other, year = int(match["one"]), int(match["other"]), _full_year(match["year"])
    day_first, month_first = _day_of(year, other, one), _day_of(year, one, other)
    if match["sign"] == "." or one == other:  # with points the day stands first wherever points are used
        return Written(match.start(), match.end(), day_first)
    tells = bool(day_first) if bool(day_first) != bool(month_first) else None
    return Written(match.start(), match.end(), day_first + month_first, day_first=tells)


def _key(month: str) -> str:
    return " ".join(month.casefold().split())


def _solar_day(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    """The day of the Iranian calendar, whose leap years come round in 33 years (true of 1343 to 1472).

    >>> _solar_day(1399, 10, 25)
    (datetime.date(2021, 1, 14),)
    """
    leap = year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
    length = 31 if month <= 6 else 30 if month <= 11 or leap else 29
    if not (1343 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= length):
        return ()
    leaps = sum(1 for one in range(1343, year) if one % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
    gone = (year - 1343) * 365 + leaps + (month - 1) * 30 + min(month - 1, 6) + day - 1
    return (dt.date(1964, 3, 21) + dt.timedelta(days=gone),)  # 1 Farvardin 1343


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + pattern, re.IGNORECASE)


# The first form that reads a place keeps it: whole dates come before day and month alone.
_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Written]], ...]] = (
    # 2021-01-14, 2021/01/14, 2021-01-14T10:22:31+03:00; 1399/10/25
    (
        _form(
            r"(?P<year>(?:19|20|13|14)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
            r"(?:(?!\w|[/\-.]\d)|(?=T\d\d))(?:T\d\d:?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
        ),
        _year_first,
    ),
    # 2021年1月14日, 2021년 1월 14일: the Korean syllables as `plain` takes them apart
    (
        re.compile(
            r"(?P<year>\d{4})\s?(?:年|\u1102\u1167\u11ab)\s?(?P<month>\d{1,2})\s?(?:月|\u110b\u116f\u11af)"
            r"\s?(?P<day>\d{1,2})\s?(?:日|\u110b\u1175\u11af)"
        ),
        _year_first,
    ),
    # 14 January 2021, 3 JAN 90, 14. Januar 2021, 14 de enero de 2021, 14-Jan-21, 14 كانون الثاني/يناير 2021,
    # 14 января 2021 года
    (
        _form(
            rf"{_DAY}(?:\s*(?:of|de|di)\s+|\s*[-/ ]\s*|\s*)(?P<month>{_MONTH})(?!\w)\.?"
            rf"(?:\s?/\s?{_MONTH}(?!\w))?(?:,?\s+(?:del?\s+)?|-|/)(?P<year>\d{{4}}|'?\d\d)"
            rf"(?:{_YEAR_WORD}|{_AFTER})"
        ),
        _in_words,
    ),
    # January 14, 2021; Jan. 14th 2021
    (
        _form(rf"(?P<month>{_MONTH})(?!\w)\.?\s*{_DAY}(?:,\s*|\s+)(?P<year>\d{{4}}){_AFTER}"),
        _in_words,
    ),
    # ۲۵ دی ۱۳۹۹, ۲۵ دی‌ماه ۱۳۹۹
    (
        _form(
            rf"(?P<day>\d{{1,2}})\s+(?P<month>{_any_of(SOLAR_MONTHS)})(?:\s?ماه)?(?!\w)\s+"
            rf"(?P<year>1[34]\d\d){_AFTER}"
        ),
        _solar_in_words,
    ),
    # 14/01/2021, 14.1.2021, 14-01-2021; with two digits of the year only where no year can stand first
    (
        _form(
            r"(?P<one>\d{1,2})(?P<sign>[-/.])(?P<other>\d{1,2})(?P=sign)"
            rf"(?P<year>\d{{4}}|(?<=[/.])\d\d){_AFTER}"
        ),
        _in_numbers,
    ),
    # Jan. 14; 7 FEB
    (_form(rf"(?P<month>{_MONTH})(?!\w)\.?\s+{_DAY}(?P<year>){_AFTER}"), _in_words),
    (_form(rf"{_DAY}\s*(?P<month>{_MONTH})(?!\w)(?P<year>)"), _in_words),
)
