"""The day a text says it is of.

It is looked for where writers put it: in the dateline of a news agency (`BAGHDAD, Jan 14 (Agency) -`), on a
line of its own or beside a byline, and after words such as `Published`, in the first lines of the text. A
date inside a sentence is a date of the story. What is not written is not made up: without a year there is no
day unless another sign gives the year, and `03/04/2021` is no day unless something says which number is the
month. A wrong day hides whoever was listed later: so a date in a table's cell, under any label but those
of writing and publishing (`Hearing`, `Appointed on`), in a record's field or behind a picture's credit is
none, and of dates without a label that lie far apart none is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from namesake.text.calendar_words import plain
from namesake.text.dateline_forms import Claim, Line, agency_dateline, standing_date
from namesake.text.dateline_labels import is_field, is_label, is_letters_field, is_prose
from namesake.text.other_dates import names_other_date
from namesake.text.written_dates import written_dates

__all__ = ["dateline_of"]

# A headline, a summary, a byline, a caption and a dateline fit in the head, the story's second paragraph
# hardly.
_HEAD_LINES = 12
_HEAD_CHARACTERS = 4_000
# A summary is one paragraph; below two of them stands another story's date, or a list's.
_PARAGRAPH, _BEGUN = 100, 2
_FOOT_CHARACTERS = 1_500
_LINE_CHARACTERS = 200
# An agency's dateline and the day of publishing lie days apart at most.
_CLOSE: Final = dt.timedelta(days=7)
# English is written where the day stands before the month and where it stands after; so is what we can't
# tell.
_EITHER_ORDER: Final = frozenset({"en", None})


def dateline_of(
    text: str, *, title: str | None = None, language: str | None = None, published: dt.date | None = None
) -> dt.date | None:
    """The day `text` says it is of; None where it doesn't, or can be understood in two ways.

    The day of publishing goes before that of an update: what an update changed is not marked in the text.

    Args:
        text: as it was given; only its first lines are looked at, and its last for a year.
        title: its headline, which is passed over: a date in it is one of the story.
        language: ISO 639-1; in languages other than English the day stands before the month.
        published: the day of publishing that comes with the text, taken where the text itself has none.

    >>> dateline_of("BAGHDAD, Jan 14, 2021 (Agency) - A statement said on 3 February 2020 ...")
    datetime.date(2021, 1, 14)
    """
    lines = list(_head_of(text, title))
    day_first = _day_stands_first(lines, language)
    updated: dt.date | None = None
    found: list[dt.date] = []
    others: list[dt.date] = []
    without_year: Claim | None = None
    for line in lines:
        claim = agency_dateline(line) or standing_date(line)
        if claim is None:
            others += _day_alone(line)
            continue
        if claim.written.month_day:
            without_year = without_year or claim
        elif day := _day_meant(claim, day_first):
            if claim.update:
                updated = updated or day
                continue
            found.append(day)
            if not claim.bare:
                break
    # Dates far apart are of what the text lists, and nothing tells which of them is its own.
    if found and max(found + others) - min(found + others) <= _CLOSE:
        return (without_year and _with_year(without_year, text, found[0])) or found[0]
    if without_year is not None and (day := _with_year(without_year, text, updated or published)):
        return day
    return published or updated


def _day_alone(line: Line) -> tuple[dt.date, ...]:
    """The day that is all a line says, though it is none of the text's: one below somebody's name."""
    dates = written_dates(line.text)
    return dates[0].days[:1] if dates and dates[0].end - dates[0].start == len(line.text) else ()


def _head_of(text: str, title: str | None) -> Iterator[Line]:
    lines = [
        # A colon right behind a year would be taken for one of a time.
        re.sub(r"(?<=\d{4}):(?!\d)", " :", plain(line[:_LINE_CHARACTERS])).strip()
        for line in text[:_HEAD_CHARACTERS].splitlines()
    ]
    headline = plain(title[:_LINE_CHARACTERS]).strip() if title else None
    written = [line for line in lines if line and line != headline][:_HEAD_LINES]
    listed = len(written) > 1 and not any(is_prose(line) for line in written)
    fields = [line for line in written if is_field(line) and not is_label(line.partition(":")[0])]
    letter = any(is_letters_field(line) for line in written)
    seen, paragraphs, label, above, headed = 0, 0, "", "", False
    for number, line in enumerate(lines):
        if not line or line == headline:
            continue
        before = lines[number - 1] if number else ""
        follows = lines[number + 1] if number + 1 < len(lines) else ""
        yield Line(
            line,
            follows,
            below=next((one for one in lines[number + 1 :] if one), ""),
            before=above,
            label=label,
            first=seen == 0,
            runs_on=_is_unfinished(before) and not label,
            headed=headed,
            recorded=bool(fields) or (listed and not letter),
            listed=listed,
        )
        label, above = line if is_label(line) else "", line
        paragraphs += len(line) >= _PARAGRAPH
        headed = headed or (not label and names_other_date(line)) or paragraphs == _BEGUN
        seen += 1
        if seen == _HEAD_LINES:
            return


def _is_unfinished(line: str) -> bool:
    """Whether a line breaks off inside a sentence: it is long, and ends with a word in small letters."""
    return len(line) > 40 and bool(re.search(r"\s[a-z]+,?$", line))


def _day_stands_first(lines: list[Line], language: str | None) -> bool | None:
    """How the text writes dates in numbers: the day first, the month first, or None where nothing tells."""
    told = {one.day_first for line in lines for one in written_dates(line.text)} - {None}
    if len(told) == 1:
        return told.pop()
    return True if language not in _EITHER_ORDER and not told else None


def _day_meant(claim: Claim, day_first: bool | None) -> dt.date | None:
    """The one day a date can mean, by its day of the week if there is one, else by its numbers."""
    days = claim.written.days
    if claim.weekday is not None:
        days = tuple(day for day in days if day.isoweekday() == claim.weekday)
    if len(days) == 2 and day_first is not None:
        days = days[:1] if day_first else days[1:]
    return days[0] if len(days) == 1 else None


_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright|\ball rights reserved)\D{0,30}((?:19|20)\d\d)(?!\s?[-–]|\d)", re.IGNORECASE
)


def _with_year(claim: Claim, text: str, near: dt.date | None) -> dt.date | None:
    """The day of a dateline without a year, where another sign of the text gives the year.

    Such a sign is a day of publishing or updating close to it, or a copyright line of one year. The date of
    another event is none: anniversaries are when news repeat the day and month of an earlier year.
    """
    month, day = claim.written.month_day or (0, 0)
    edges = (text[:_HEAD_CHARACTERS], text[-_FOOT_CHARACTERS:])
    copyright_years = {int(year) for edge in edges for year in _COPYRIGHT.findall(edge)}
    near = near or _foot_date(text)
    years = {near.year - 1, near.year, near.year + 1} if near else copyright_years
    possible = []
    for year in years:
        try:
            one = dt.date(year, month, day)
        except ValueError:
            continue
        close = near is None or abs(one - near) <= _CLOSE
        if close and claim.weekday in (None, one.isoweekday()):
            possible.append(one)
    return possible[0] if len(possible) == 1 else None


def _foot_date(text: str) -> dt.date | None:
    """The day on a line of its own under the text, where there is one only."""
    lines = [plain(line[:_LINE_CHARACTERS]).strip() for line in text[-_FOOT_CHARACTERS:].splitlines()[1:]]
    claims = [claim for line in lines if line and (claim := standing_date(Line(line)))]
    days = {day for claim in claims if (day := _day_meant(claim, None))}
    return days.pop() if len(days) == 1 else None
