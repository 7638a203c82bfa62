"""A party has a name, decisions about it, and the kinds of facts it is known by."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.party import Designation, Effect, FactKind, Party, Relation
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryCode,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)

BARE = Party(
    id=PartyId("us-ofac-sdn:10481"),
    list=ListId("us-ofac-sdn"),
    kind=Kind.PERSON,
    names=(Name("SOLEIMANI, Qasem", Quality.PRIMARY),),
)


def test_a_party_is_called_by_its_first_name() -> None:
    several = replace(BARE, names=(*BARE.names, Name("SALIMANI, Qasem")))
    assert several.name == "SOLEIMANI, Qasem"


def test_a_party_with_only_a_primary_name_has_no_kinds_of_facts() -> None:
    assert BARE.facts() == frozenset()


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({"names": (*BARE.names, Name("SALIMANI, Qasem"))}, {FactKind.ALIASES}),
        ({"names": (*BARE.names, Name("Haj Qasem", Quality.WEAK))}, {FactKind.WEAK_ALIASES}),
        ({"names": (*BARE.names, Name("Old Name", Quality.FORMER))}, {FactKind.ALIASES}),
        (
            {"names": (*BARE.names, Name("قاسم سلیمانی"))},
            {FactKind.ALIASES, FactKind.ORIGINAL_SCRIPT},
        ),
        ({"names": (Name("قاسم سلیمانی", Quality.PRIMARY),)}, {FactKind.ORIGINAL_SCRIPT}),
        ({"designations": (Designation("OFAC", "SDGT"),)}, {FactKind.DESIGNATIONS}),
        (
            {"designations": (Designation("OFAC", "SDGT", listed_on=PartialDate("2011-10-11")),)},
            {FactKind.DESIGNATIONS, FactKind.LISTING_DATES},
        ),
        ({"birth_dates": (PartialDate("1957-03-11"),)}, {FactKind.BIRTH_DATES}),
        ({"birth_places": ("Qom, Iran",)}, {FactKind.BIRTH_PLACES}),
        ({"countries": (Country(CountryCode("ir")),)}, {FactKind.COUNTRIES}),
        ({"genders": (Gender.MALE,)}, {FactKind.GENDERS}),
        ({"identifiers": (Identifier(IdentifierType.PASSPORT, "008827"),)}, {FactKind.IDENTIFIERS}),
        ({"addresses": (Address("Tehran, Iran"),)}, {FactKind.ADDRESSES}),
        ({"contacts": (Contact("website", "example.org"),)}, {FactKind.CONTACTS}),
        ({"positions": ("Commander",)}, {FactKind.POSITIONS}),
        ({"relations": (Relation("linked to", "IRGC"),)}, {FactKind.RELATIONS}),
        ({"notes": ("a note",)}, {FactKind.NOTES}),
        ({"titles": ("Brigadier General",), "record": "<sdnEntry/>"}, set()),
    ],
)
def test_a_party_tells_which_kinds_of_facts_it_has(change: dict[str, object], kinds: set[FactKind]) -> None:
    assert replace(BARE, **change).facts() == kinds


def test_every_kind_of_fact_can_be_had() -> None:
    names = (*BARE.names, Name("قاسم سلیمانی"), Name("QS", Quality.WEAK))
    full = replace(
        BARE,
        names=names,
        designations=(Designation("OFAC", listed_on=PartialDate("2011")),),
        birth_dates=(PartialDate("1957"),),
        birth_places=("Qom",),
        countries=(Country(CountryCode("ir")),),
        genders=(Gender.MALE,),
        identifiers=(Identifier(IdentifierType.OTHER, "1"),),
        addresses=(Address("Tehran"),),
        contacts=(Contact("website", "example.org"),),
        positions=("Commander",),
        relations=(Relation("linked to", "IRGC"),),
        notes=("a note",),
    )
    assert full.facts() == frozenset(FactKind)


def test_effects_are_words_for_people_and_none_is_said_twice() -> None:
    words = [effect.value for effect in Effect]
    assert len(set(words)) == len(words)
    assert all(word == word.lower() for word in words)
