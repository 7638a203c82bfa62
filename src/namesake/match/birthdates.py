"""How the birth date of a subject relates to those a list gives.

Dates are typed from papers, in several orders, by people in a hurry; lists themselves say "about 1957".
So nearness counts by what commonly goes wrong, not by days.
"""

from __future__ import annotations

import datetime as dt
import math
from typing import Final

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.dates import PartialDate
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Kind

__all__ = ["compare_births"]

_OF_AGE: Final = 18
_ABOUT: Final = 2
"""Years by which "about 1957" may be off."""
_USUAL: Final = 2
"""So many years of birth a list may well give; each further one is a further chance to agree."""
_OF_LOGARITHM: Final = 0.25
"""What of the logarithm of chance counts where something agrees."""

_Found = tuple[float, str]


def compare_births(subject: Subject, party: Party) -> list[Evidence]:
    """The best agreement between any two of their dates, or what the day of listing says of the age."""
    found = [
        (_relation(ours, theirs), ours, theirs)
        for ours in subject.birth_dates
        for theirs in party.birth_dates
    ]
    if not found:
        return _age_when_listed(subject, party)
    (points, reason), ours, theirs = max(found, key=lambda item: item[0][0])
    if points in (SCORING.born_same_year, SCORING.born_in_span):
        points = _of_chances(points, subject.birth_dates, party.birth_dates)
    return [
        Evidence(
            kind=EvidenceKind.BIRTH_DATE, reason=reason, query=str(ours), listed=str(theirs), points=points
        )
    ]


def _of_chances(points: float, *sides: tuple[PartialDate, ...]) -> float:
    """The points of a year that agrees where either side gives several; never below 0.

    Of one person six years may be listed: a stranger's is among them six times as often as the one.
    """
    chances = math.prod(len({date.earliest.year for date in dates}) for dates in sides)
    return max(points - _OF_LOGARITHM * max(math.log(chances / _USUAL), 0.0), 0.0)


def _age_when_listed(subject: Subject, party: Party) -> list[Evidence]:
    """Whether the subject was old enough, where the list gives no birth date but a day of listing.

    Nobody is listed before being born, and authorities list adults: minors are a handful, mostly
    children of the powerful. So a minor is made less likely, not excluded.
    """
    days = [one.listed_on.latest for one in party.designations if one.listed_on]
    if party.kind is not Kind.PERSON or not days or not subject.birth_dates:
        return []
    listed = min(days)
    born = min(date.earliest for date in subject.birth_dates)
    age = listed.year - born.year - ((listed.month, listed.day) < (born.month, born.day))
    if age >= _OF_AGE:
        return []
    return [
        Evidence(
            kind=EvidenceKind.BIRTH_DATE,
            reason="not born when listed" if age < 0 else f"{age} years old when listed",
            query=str(min(subject.birth_dates, key=lambda date: date.earliest)),
            listed=f"listed {listed}",
            points=SCORING.listed_unborn if age < 0 else SCORING.listed_minor,
        )
    ]


def _relation(asked: PartialDate, listed: PartialDate) -> _Found:
    """How two birth dates relate, as points and words; the same from either side."""
    if asked.is_day and listed.is_day:
        return _two_days(asked.earliest, listed.earliest)
    if asked.earliest <= listed.latest and listed.earliest <= asked.latest:
        widest = max(date.latest.year - date.earliest.year for date in (asked, listed))
        if widest or asked.approximate or listed.approximate:
            return SCORING.born_in_span, "may be the same"
        if all((date.latest - date.earliest).days <= 31 for date in (asked, listed)):
            return SCORING.born_same_month, "the same month"
        return SCORING.born_same_year, "the same year"
    return _apart(asked, listed)


def _two_days(asked: dt.date, listed: dt.date) -> _Found:
    stand_in = any((day.month, day.day) == (1, 1) for day in (asked, listed))
    if asked == listed:
        if stand_in:
            return SCORING.born_same_month, "the same first of January, which may stand for the year"
        return SCORING.born_same_day, "the same day"
    if asked.year == listed.year and (asked.month, asked.day) == (listed.day, listed.month):
        return SCORING.born_swapped, "day and month exchanged"
    if asked.year == listed.year and stand_in:
        return SCORING.born_same_year, "the same year; the first of January may stand for it"
    if sum(a != b for a, b in zip(asked.isoformat(), listed.isoformat(), strict=True)) == 1:
        return SCORING.born_one_digit, "one digit apart"
    if abs(asked.year - listed.year) == 100 and (asked.month, asked.day) == (listed.month, listed.day):
        # `57` was read as 2057: of a two-digit year half the systems guess the wrong century.
        return SCORING.born_one_digit, "the same day of another century"
    if asked.year == listed.year:
        return SCORING.born_other_day, "the same year, another day"
    years = _years_apart(abs(asked.year - listed.year), 0)
    if (asked.month, asked.day) == (listed.month, listed.day) and not stand_in:
        # By chance one in 365 shares it: about as often as a year is typed wrongly and nothing else.
        return SCORING.born_other_year, f"the same day of the year, {years[1]}"
    return years


def _apart(asked: PartialDate, listed: PartialDate) -> _Found:
    vague = asked.approximate or listed.approximate
    if asked.year is not None and asked.year == listed.year:
        if vague:
            return SCORING.born_in_span, "about the same time"
        return SCORING.born_other_day, "the same year, another month"
    before, after = sorted((asked, listed), key=lambda date: date.earliest)
    return _years_apart(after.earliest.year - before.latest.year, _ABOUT if vague else 0)


def _years_apart(years: int, tolerance: int) -> _Found:
    words = f"{years} year{'s' if years != 1 else ''} apart"
    if years <= 1 + tolerance:
        return SCORING.born_one_year_off, words
    if years <= 4 + tolerance:
        return SCORING.born_few_years_off, words
    return SCORING.born_other, words
