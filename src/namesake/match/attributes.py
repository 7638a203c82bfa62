"""What a subject and a listed party say of themselves beyond their names, compared.

Silence is neutral: a field either side lacks gives no evidence. Nor does one field depend on another:
leaving a field out leaves out its evidence and changes no other piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from namesake.match.addresses import compare_addresses
from namesake.match.birthdates import compare_births
from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.match.identifiers import compare_identifiers, identifier_key
from namesake.model.countries import country_name
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Country, CountryRole, Kind

__all__ = ["compare_attributes", "identifier_key", "most_points"]

# A birthplace or passport says where somebody may be from; an address says only where he was seen.
_ORIGIN: Final = (
    CountryRole.NATIONALITY,
    CountryRole.CITIZENSHIP,
    CountryRole.BIRTH,
    CountryRole.REGISTRATION,
)
_FLAGGED: Final = (Kind.VESSEL, Kind.AIRPLANE)
# Who was born in a state that is no more may be of any that came after it: no contradiction.
_SUCCESSORS: Final = {
    "suhh": "am az by ee ge kg kz lt lv md ru tj tm ua uz",
    "yucs": "ba hr me mk rs si xk csxx",
    "csxx": "me rs xk",
    "cshh": "cz sk",
    "ddde": "de",
    "anhh": "bq cw sx",
}


def most_points(subject: Subject) -> float:
    """The most that what is known of the subject beyond names and identifiers could speak for a party.

    Who shares an identifier is found by that, whatever the name.
    """
    return (
        (SCORING.born_same_day if subject.birth_dates else 0)
        + (SCORING.same_country if subject.countries else 0)
        + (SCORING.same_house if subject.addresses else 0)
    )


def compare_attributes(subject: Subject, party: Party) -> list[Evidence]:
    """The evidence beyond names, one piece a field at most; empty where one side is silent."""
    if not (
        subject.birth_dates
        or subject.countries
        or subject.genders
        or subject.identifiers
        or subject.addresses
    ):
        return []
    return [
        *compare_births(subject, party),
        *_countries(subject, party),
        *_genders(subject, party),
        *compare_identifiers(subject, party),
        *compare_addresses(subject, party),
    ]


def _countries(subject: Subject, party: Party) -> Iterator[Evidence]:
    asked = set(subject.countries)
    origins = {country.code for country in party.countries if country.code and _is_origin(country, party)}
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


def _is_origin(country: Country, party: Party) -> bool:
    """Whether another country speaks against: a vessel changes its flag in a day, and those listed do."""
    return country.role in _ORIGIN or (country.role is CountryRole.FLAG and party.kind not in _FLAGGED)


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
