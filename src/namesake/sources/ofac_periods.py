"""Dates and periods of OFAC's ADVANCED file, given as the days they lie between.

`<Start><From>1 Jan 1962</From>...</Start><End>...<To>31 Dec 1962</To></End>` is the year 1962. A month or
day of 0 is one that is not known.
"""

from __future__ import annotations

import calendar
import datetime as dt

from lxml import etree

from namesake.model.dates import PartialDate
from namesake.sources.ofac_dates import in_words, ofac_date
from namesake.sources.xmlstream import child_text, local_name

__all__ = ["day_of_point", "ends_of", "words_of"]

_Days = tuple[dt.date, dt.date]


def day_of_point(point: etree._Element) -> dt.date | None:
    """The day of an element with `Year`, `Month` and `Day`; None when it is none."""
    days = _days(point)
    return days[0] if days and days[0] == days[1] else None


def words_of(period: etree._Element) -> str | None:
    """A `DatePeriod` in OFAC's words, as `ofac_date` reads them; None when it holds no readable date."""
    start, end = (_boundary(period, tag) for tag in ("Start", "End"))
    whole = start or end
    if whole is None:
        return None
    first, last = (start or whole)[0], (end or whole)[1]
    circa = any(boundary.get("Approximate") == "true" for boundary in period)
    return in_words(first, last, circa=circa) if first <= last else None


def ends_of(period: etree._Element) -> tuple[PartialDate | None, PartialDate | None]:
    """When a `DatePeriod` began and when it ended, each as far as it says."""
    start, end = (_boundary(period, tag) for tag in ("Start", "End"))
    return (ofac_date(in_words(*start)) if start else None, ofac_date(in_words(*end)) if end else None)


def _boundary(period: etree._Element, tag: str) -> _Days | None:
    """The first and the last day on which the period may start, or end."""
    days = [
        between
        for boundary in period
        if local_name(boundary) == tag
        for point in boundary
        if (between := _days(point))
    ]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None


def _days(point: etree._Element) -> _Days | None:
    texts = [child_text(point, tag) or "0" for tag in ("Year", "Month", "Day")]
    if not all(text.isascii() and text.isdecimal() and len(text) <= 4 for text in texts):
        return None
    year, month, day = map(int, texts)
    try:
        if month and day:
            return dt.date(year, month, day), dt.date(year, month, day)
        last_month = month or 12
        last_day = calendar.monthrange(year, last_month)[1]
        return dt.date(year, month or 1, 1), dt.date(year, last_month, last_day)
    except ValueError:
        return None
