"""What a subject and a listed party say of themselves beyond their names, compared.

Silence is neutral: a field either side lacks gives no evidence.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.countries import country_name
from namesake.model.dates import PartialDate
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import CountryRole, Identifier, IdentifierType, Kind

__all__ = ["compare_attributes", "identifier_key"]

# A birthplace or passport says where somebody may be from; an address says only where he was seen.
_ORIGIN = (
    CountryRole.NATIONALITY,
    CountryRole.CITIZENSHIP,
    CountryRole.BIRTH,
    CountryRole.REGISTRATION,
    CountryRole.FLAG,
)
_OF_AGE = 18
_SHORTEST_IDENTIFIER = 5
# Who was born in a state that is no more may be of any that came after it: no contradiction.
_SUCCESSORS: Final = {
    "suhh": "am az by ee ge kg kz lt lv md ru tj tm ua uz",
    "yucs": "ba hr me mk rs si xk csxx",
    "csxx": "me rs xk",
    "cshh": "cz sk",
    "ddde": "de",
    "anhh": "bq cw sx",
}


def compare_attributes(subject: Subject, party: Party) -> list[Evidence]:
    """The evidence beyond names, strongest first within each kind; empty where one side is silent."""
    return [
        *(_birth_dates(subject.birth_dates, party.birth_dates) or _age_when_listed(subject, party)),
        *_countries(subject, party),
        *_genders(subject, party),
        *_identifiers(subject.identifiers, party),
    ]


def identifier_key(value: str) -> str | None:
    """An identifier as compared: letters and digits only, no leading zeros; None when too short to tell.

    >>> identifier_key("IMO 9 187 629"), identifier_key("N° 12")
    ('9187629', None)
    """
    key = re.sub(r"^IMO(?=\d)", "", re.sub(r"[\W_]", "", value).upper()).lstrip("0")
    return key if len(key) >= _SHORTEST_IDENTIFIER else None


def _birth_dates(asked: tuple[PartialDate, ...], listed: tuple[PartialDate, ...]) -> list[Evidence]:
    found = [(_birth_points(a, b), a, b) for a in asked for b in listed]
    if not found:
        return []
    (points, reason), ours, theirs = max(found, key=lambda item: item[0][0])
    return [
        Evidence(
            kind=EvidenceKind.BIRTH_DATE, reason=reason, query=str(ours), listed=str(theirs), points=points
        )
    ]


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


def _birth_points(asked: PartialDate, listed: PartialDate) -> tuple[float, str]:
    """How two birth dates relate, as points and words."""
    if asked.is_day and listed.is_day:
        if asked == listed:
            return SCORING.born_same_day, "the same day"
        return _two_days(asked.earliest, listed.earliest)
    if asked.earliest <= listed.latest and listed.earliest <= asked.latest:
        widest = max(date.latest.year - date.earliest.year for date in (asked, listed))
        if widest or asked.approximate or listed.approximate:
            return SCORING.born_in_span, "may be the same"
        if all((date.latest - date.earliest).days <= 31 for date in (asked, listed)):
            return SCORING.born_same_month, "the same month"
        return SCORING.born_same_year, "the same year"
    return _apart(asked, listed)


def _two_days(asked: dt.date, listed: dt.date) -> tuple[float, str]:
    if asked.year == listed.year and (asked.month, asked.day) == (listed.day, listed.month):
        return SCORING.born_swapped, "day and month exchanged"
    if sum(a != b for a, b in zip(asked.isoformat(), listed.isoformat(), strict=True)) == 1:
        return SCORING.born_one_digit, "one digit apart"
    if asked.year == listed.year:
        return SCORING.born_other_day, "the same year, another day"
    return _years_apart(abs(asked.year - listed.year), 0)


def _apart(asked: PartialDate, listed: PartialDate) -> tuple[float, str]:
    if asked.year is not None and asked.year == listed.year:
        if asked.approximate or listed.approximate:
            return SCORING.born_in_span, "about the same time"
        return SCORING.born_other_day, "the same year, another month"
    before, after = sorted((asked, listed), key=lambda date: date.earliest)
    tolerance = 2 if asked.approximate or listed.approximate else 0
    return _years_apart(after.earliest.year - before.latest.year, tolerance)


def _years_apart(years: int, tolerance: int) -> tuple[float, str]:
    words = f"{years} year{'s' if years != 1 else ''} apart"
    if years <= 1 + tolerance:
        return SCORING.born_one_year_off, words
    if years <= 4 + tolerance:
        return SCORING.born_few_years_off, words
    return SCORING.born_other, words


def _countries(subject: Subject, party: Party) -> Iterator[Evidence]:
    asked = set(subject.countries)
    origins = {country.code for country in party.countries if country.code and country.role in _ORIGIN}
    every = {country.code for country in party.countries if country.code}
    every |= {address.country for address in party.addresses if address.country}
    if not asked or not every:
        return
    shared = sorted(asked & every)
    if shared:
        names = ", ".join(map(country_name, shared))
        yield Evidence(
            kind=EvidenceKind.COUNTRY,
            reason="the same country",
            query=names,
            listed=names,
            points=SCORING.same_country,
        )
    elif origins and not _with_successors(asked) & _with_successors(origins):
        yield Evidence(
            kind=EvidenceKind.COUNTRY,
            reason="another country",
            query=_country_names(asked),
            listed=_country_names(origins),
            points=SCORING.other_country,
        )


def _with_successors(codes: Iterable[str]) -> set[str]:
    return {known for code in codes for known in (code, *_SUCCESSORS.get(code, "").split())}


def _country_names(codes: Iterable[str]) -> str:
    return ", ".join(country_name(code) for code in sorted(codes))


def _genders(subject: Subject, party: Party) -> Iterator[Evidence]:
    if subject.genders and party.genders and not set(subject.genders) & set(party.genders):
        yield Evidence(
            kind=EvidenceKind.GENDER,
            reason="another gender",
            query=", ".join(subject.genders),
            listed=", ".join(party.genders),
            points=SCORING.other_gender,
        )


def _identifiers(asked: tuple[Identifier, ...], party: Party) -> Iterator[Evidence]:
    for ours in asked:
        key = identifier_key(ours.value)
        for theirs in party.identifiers:
            if key and key == identifier_key(theirs.value) and _comparable(ours, theirs):
                yield Evidence(
                    kind=EvidenceKind.IDENTIFIER,
                    reason=f"the same {theirs.type.value}",
                    query=ours.value,
                    listed=theirs.value,
                    points=SCORING.same_identifier,
                )
                return
    if party.kind is Kind.VESSEL:
        yield from _other_ship(asked, party.identifiers)


def _other_ship(asked: tuple[Identifier, ...], listed: tuple[Identifier, ...]) -> Iterator[Evidence]:
    """A ship keeps its IMO number for life, whatever it is called: another number is another ship."""
    ours, theirs = (
        [one.value for one in side if one.type is IdentifierType.IMO and identifier_key(one.value)]
        for side in (asked, listed)
    )
    if ours and theirs:
        yield Evidence(
            kind=EvidenceKind.IDENTIFIER,
            reason="another IMO number",
            query=", ".join(ours),
            listed=", ".join(theirs),
            points=SCORING.other_imo,
        )


def _comparable(ours: Identifier, theirs: Identifier) -> bool:
    """Whether equal values mean the same: of one type, or of a type the customer file does not know.

    Two states may give out the same number.
    """
    if ours.country and theirs.country and ours.country != theirs.country:
        return False
    loose = (
        IdentifierType.OTHER,
        IdentifierType.NATIONAL_ID,
        IdentifierType.TAX_ID,
        IdentifierType.REGISTRATION,
    )
    return (
        ours.type is theirs.type
        or ours.type is IdentifierType.OTHER
        or {ours.type, theirs.type} <= set(loose)
    )
