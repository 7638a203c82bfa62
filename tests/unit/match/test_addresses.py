"""Addresses compared: a street in its town speaks a little for, nothing speaks against."""

from __future__ import annotations

import pytest

from namesake.match.addresses import compare_addresses
from namesake.match.evidence import SCORING, EvidenceKind
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Address, CountryCode, Kind, ListId, Name, PartyId

STREET, HOUSE = SCORING.same_street, SCORING.same_house
# OFAC: 15 Malaya Kaluzhskaya Str., Moscow 119071, Russia
MOSCOW = Address(
    text="15 Malaya Kaluzhskaya Str., Moscow 119071, Russia",
    street="15 Malaya Kaluzhskaya Str.",
    city="Moscow",
    postcode="119071",
    country=CountryCode("ru"),
)


def points(asked: str | Address, listed: Address) -> list[float]:
    party = Party(
        id=PartyId("own:1"),
        list=ListId("own"),
        kind=Kind.COMPANY,
        names=(Name(text="Rote Erde"),),
        addresses=(listed,),
    )
    found = compare_addresses(Subject.of("Rote Erde", addresses=asked), party)
    assert all(piece.kind is EvidenceKind.ADDRESS for piece in found)
    return [piece.points for piece in found]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Malaya Kaluzhskaya ul. 15, Moscow, Russia", [HOUSE]),
        ("MALAYA KALUZHSKAYA 15, 119071 MOSCOW", [HOUSE]),
        ("Malaya Kalujskaya 15, Moscow", [HOUSE]),
        ("ul. Malaya Kaluzhskaya, Moscow", [STREET]),
        ("Malaya Kaluzhskaya 99, Moscow", [STREET]),
        ("Moscow, Russia", []),
        ("Tverskaya 15, Moscow, Russia", []),
        ("15 Str., Moscow, Russia", []),
        ("Malaya Kaluzhskaya 15", []),  # in what town?
        ("Malaya Kaluzhskaya 15, Tula, Russia", []),
        ("Malaya Kaluzhskaya 15, Moscow, Belarus", []),
        ("Main Road 1, London, United Kingdom", []),
        (Address(text="", street="Malaya Kaluzhskaya 15", city="Moscow"), [HOUSE]),
    ],
)
def test_only_a_street_in_its_town_agrees_and_nothing_contradicts(
    asked: str | Address, expected: list[float]
) -> None:
    assert points(asked, MOSCOW) == expected


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Moscow, Russia", Address(text="Moscow, Russia", city="Moscow", country=CountryCode("ru"))),
        ("Russia", Address(text="Russia", country=CountryCode("ru"))),
        ("P.O. Box 1707, Pretoria", Address(text="x", street="PO Box 1707", city="Pretoria")),
        ("Pretoria Street 1, Pretoria", Address(text="x", street="Pretoria Street 1", city="Pretoria")),
    ],
)
def test_what_a_whole_town_shares_tells_nothing(asked: str, listed: Address) -> None:
    assert points(asked, listed) == []


def test_a_street_in_another_script_is_the_same_street() -> None:
    assert points("Малая Калужская 15, Moscow", MOSCOW) == [HOUSE]
