"""What is known beyond names, put together; countries and genders for, against, or silent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from namesake.match.attributes import compare_attributes
from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.dates import PartialDate
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
)


def party(**facts: Any) -> Party:
    kind = facts.pop("kind", Kind.PERSON)
    return Party(
        id=PartyId("own:1"), list=ListId("own"), kind=kind, names=(Name(text="SOLEIMANI, Qasem"),), **facts
    )


def from_countries(asked: str, *listed: Country) -> list[Evidence]:
    return compare_attributes(Subject.of("Qasem", countries=asked.split()), party(countries=listed))


def country(code: str, role: CountryRole = CountryRole.NATIONALITY) -> Country:
    return Country(code=CountryCode(code), role=role)


@pytest.mark.parametrize(
    ("asked", "listed", "points"),
    [
        ("ir", [country("ir")], SCORING.same_country),
        ("ir iq", [country("iq")], SCORING.same_country),
        ("de", [country("ir")], SCORING.other_country),
        ("de", [country("ir", CountryRole.BIRTH)], SCORING.other_country),
        ("de", [country("ir", CountryRole.CITIZENSHIP)], SCORING.other_country),
        ("ir", [country("de"), country("ir", CountryRole.RESIDENCE)], SCORING.same_country),
        # A born Soviet citizen may be of any of the states that came after; of no other.
        ("ru", [country("suhh", CountryRole.BIRTH)], None),
        ("suhh", [country("ua", CountryRole.BIRTH)], None),
        ("ru", [country("suhh", CountryRole.BIRTH), country("ge")], None),
        ("de", [country("suhh", CountryRole.BIRTH)], SCORING.other_country),
        ("rs", [country("yucs", CountryRole.BIRTH)], None),
        ("sk", [country("cshh")], None),
        # Where somebody was seen says nothing of where he is from.
        ("de", [country("ir", CountryRole.RESIDENCE)], None),
        # Whoever is listed as a ship's owner changes its flag in a day.
        ("de", [country("ir", CountryRole.FLAG)], SCORING.other_country),
        ("de", [Country(code=None, text="Nowhere")], None),
        ("de", [], None),
    ],
)
def test_countries_agree_contradict_or_are_silent(
    asked: str, listed: list[Country], points: float | None
) -> None:
    found = from_countries(asked, *listed)
    assert [piece.points for piece in found] == ([] if points is None else [points])
    assert all(piece.kind is EvidenceKind.COUNTRY for piece in found)


def test_an_address_can_agree_but_not_contradict() -> None:
    listed = party(addresses=(Address(text="Tehran", country=CountryCode("ir")),))
    (piece,) = compare_attributes(Subject.of("Qasem", countries="ir"), listed)
    assert (piece.points, piece.query, piece.listed) == (SCORING.same_country, "Iran", "Iran")
    assert compare_attributes(Subject.of("Qasem", countries="de"), listed) == []


def test_countries_are_shown_by_their_names() -> None:
    (piece,) = from_countries("de fr", country("ir"), country("iq"))
    assert (piece.reason, piece.query, piece.listed) == ("another country", "Germany, France", "Iraq, Iran")


@pytest.mark.parametrize(
    ("asked", "listed", "against"),
    [
        ("male", (Gender.FEMALE,), True),
        ("f", (Gender.MALE,), True),
        ("male", (Gender.MALE,), False),
        ("male", (Gender.FEMALE, Gender.MALE), False),
        ("male", (), False),
        (None, (Gender.MALE,), False),
    ],
)
def test_a_gender_speaks_only_against(asked: str | None, listed: tuple[Gender, ...], against: bool) -> None:
    found = compare_attributes(Subject.of("Qasem", gender=asked), party(genders=listed))
    assert [piece.points for piece in found] == [SCORING.other_gender] * against


def test_another_flag_does_not_make_another_ship() -> None:
    flag = (country("pa", CountryRole.FLAG),)
    subject = Subject.of("Qasem", countries="lr")
    assert compare_attributes(subject, party(countries=flag, kind=Kind.VESSEL)) == []


EVERYTHING = party(
    birth_dates=(PartialDate("1957-03-11"),),
    countries=(country("ir"),),
    genders=(Gender.MALE,),
    identifiers=(Identifier(type=IdentifierType.PASSPORT, value="D1019262"),),
    addresses=(Address(text="Vozara Street 80, Tehran, Iran", street="Vozara Street 80", city="Tehran"),),
)
TOLD = Subject.of(
    "Qasem",
    born="1957",
    countries="ir",
    gender="f",
    ids="passport:D1019262",
    addresses="80 Vozara St., Tehran, Iran",
)


def test_each_field_is_evidence_once_and_silence_is_none() -> None:
    assert compare_attributes(Subject.of("Qasem"), EVERYTHING) == []
    assert compare_attributes(TOLD, party()) == []
    assert [piece.kind for piece in compare_attributes(TOLD, EVERYTHING)] == list(FIELDS.values())


FIELDS = {
    "birth_dates": EvidenceKind.BIRTH_DATE,
    "countries": EvidenceKind.COUNTRY,
    "genders": EvidenceKind.GENDER,
    "identifiers": EvidenceKind.IDENTIFIER,
    "addresses": EvidenceKind.ADDRESS,
}


@given(
    st.sampled_from(["1957", "1957-03-11", "1991-05-05", ""]),
    st.sampled_from(["ir", "de", ""]),
    st.sampled_from(["male", "female", ""]),
    st.sampled_from(["passport:D1019262", "D1019", ""]),
    st.sampled_from(["Vozara 80, Tehran", "Vozara, Tehran", "Azadi 7, Tehran", ""]),
    st.sampled_from(sorted(FIELDS)),
)
def test_leaving_a_field_out_leaves_out_exactly_its_evidence(
    born: str, country: str, gender: str, number: str, address: str, field: str
) -> None:
    subject = Subject.of("Qasem", born=born, countries=country, gender=gender, ids=number, addresses=address)
    rest = [piece for piece in compare_attributes(subject, EVERYTHING) if piece.kind is not FIELDS[field]]
    assert compare_attributes(replace(subject, **{field: ()}), EVERYTHING) == rest
    assert compare_attributes(subject, replace(EVERYTHING, **{field: ()})) == rest
