"""What a partial edition leaves standing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.party import Designation, FactKind, Party, Relation
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Name,
    PartyId,
    Quality,
)
from namesake.store.partial import merge
from tests.unit.store.making import party

ALIASES, WEAK, ORIGINAL = FactKind.ALIASES, FactKind.WEAK_ALIASES, FactKind.ORIGINAL_SCRIPT


@dataclass(frozen=True, slots=True)
class Case:
    """Names of a party in the partial edition and before it, and the ones that stand after it."""

    why: str
    lacks: set[FactKind]
    partial: tuple[Name, ...]
    before: tuple[Name, ...]
    names: tuple[Name, ...]


PRIMARY = Name("SOLEIMANI, Qasem", Quality.PRIMARY)
RENAMED = Name("SULAYMANI, Qasim", Quality.PRIMARY)
STRONG = Name("SALIMANI, Qasem")
FORMER = Name("SULEIMANI, Ghassem", Quality.FORMER)
WEAK_NAME = Name("HAJJI", Quality.WEAK)
PERSIAN = Name("قاسم سلیمانی")
CHANGED_WEAK = Name("HAJ QASEM", Quality.WEAK)

CASES = [
    Case(
        # SDN.CSV alone: 10481,"SOLEIMANI, Qasem","individual",... without its rows in ALT.CSV
        "aliases stay when their file is missing",
        {ALIASES},
        (PRIMARY,),
        (PRIMARY, STRONG, FORMER),
        (PRIMARY, STRONG, FORMER),
    ),
    Case(
        # SDN.CSV's remarks hold the weak ones: "a.k.a. 'HAJJI'"
        "what the file can hold it may remove",
        {ALIASES},
        (PRIMARY,),
        (PRIMARY, STRONG, WEAK_NAME),
        (PRIMARY, STRONG),
    ),
    Case(
        "what the file can hold it may add; known names keep their place",
        {ALIASES},
        (PRIMARY, WEAK_NAME, CHANGED_WEAK),
        (PRIMARY, WEAK_NAME, STRONG),
        (PRIMARY, WEAK_NAME, STRONG, CHANGED_WEAK),
    ),
    Case(
        # sdn.csv 2021-04: 6905,"ABU ZUBAYDAH"; 2022-01: 6905,"HUSAYN, Zayn al-Abidin Muhammad",
        # and in its alt.csv, which the days between don't have: 6905,...,aka,ABU ZUBAYDAH
        "the old primary name stays as a former one, because the file that would have it now is missing",
        {ALIASES},
        (RENAMED,),
        (PRIMARY, STRONG),
        (RENAMED, replace(PRIMARY, quality=Quality.FORMER), STRONG),
    ),
    Case(
        "the old primary name goes where the file can hold aliases",
        {WEAK},
        (RENAMED,),
        (PRIMARY, STRONG, WEAK_NAME),
        (RENAMED, WEAK_NAME),
    ),
    Case(
        "an alias that became the primary name is not repeated",
        {ALIASES},
        (replace(PRIMARY, text=STRONG.text),),
        (PRIMARY, STRONG, FORMER),
        (replace(PRIMARY, text=STRONG.text), replace(PRIMARY, quality=Quality.FORMER), FORMER),
    ),
    Case(
        # SDN.CSV: 20125,"KIM, Kyong Ok","individual","DPRK2"; ALT.CSV: 20125,31715,"aka","KIM, Kyong Ok"
        "an alias that says the same as the primary name stays, because it is the publisher's",
        {ALIASES},
        (PRIMARY,),
        (PRIMARY, replace(PRIMARY, quality=Quality.STRONG)),
        (PRIMARY, replace(PRIMARY, quality=Quality.STRONG)),
    ),
    Case(
        "a strong alias stays beside a weak one of the same text",
        {ALIASES},
        (PRIMARY, replace(STRONG, quality=Quality.WEAK)),
        (PRIMARY, STRONG),
        (PRIMARY, STRONG, replace(STRONG, quality=Quality.WEAK)),
    ),
    Case(
        "names in original script stay where only these are lacking",
        {ORIGINAL},
        (PRIMARY,),
        (PRIMARY, STRONG, PERSIAN),
        (PRIMARY, PERSIAN),
    ),
    Case(
        "an alias in original script is an alias too",
        {ALIASES},
        (PRIMARY,),
        (PRIMARY, PERSIAN),
        (PRIMARY, PERSIAN),
    ),
    Case("weak aliases alone", {WEAK}, (PRIMARY,), (PRIMARY, STRONG, WEAK_NAME), (PRIMARY, WEAK_NAME)),
    Case("nothing lacking, nothing stays", set(), (PRIMARY,), (PRIMARY, STRONG, WEAK_NAME), (PRIMARY,)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_names(case: Case) -> None:
    known = party("10481")
    merged = merge(
        replace(known, names=case.partial), replace(known, names=case.before), frozenset(case.lacks)
    )
    assert merged.names == case.names


FULL: dict[FactKind, dict[str, Any]] = {
    FactKind.BIRTH_DATES: {"birth_dates": (PartialDate("1957-03-11"),)},
    FactKind.BIRTH_PLACES: {"birth_places": ("Qom, Iran",)},
    FactKind.COUNTRIES: {"countries": (Country(CountryCode("ir"), CountryRole.NATIONALITY),)},
    FactKind.GENDERS: {"genders": (Gender.MALE,)},
    FactKind.IDENTIFIERS: {"identifiers": (Identifier(IdentifierType.PASSPORT, "008827"),)},
    FactKind.ADDRESSES: {"addresses": (Address("Tehran, Iran"),)},
    FactKind.CONTACTS: {"contacts": (Contact("website", "example.org"),)},
    FactKind.POSITIONS: {"positions": ("Commander",)},
    FactKind.RELATIONS: {"relations": (Relation("linked to", "IRGC", PartyId("zz-test:10465")),)},
    FactKind.NOTES: {"notes": ("Additional Sanctions Information",)},
    FactKind.DESIGNATIONS: {"designations": (Designation("OFAC", "SDGT"),)},
}


@pytest.mark.parametrize("kind", FULL)
def test_a_kind_the_file_can_not_carry_stays_and_no_other(kind: FactKind) -> None:
    every = {field: value for fields in FULL.values() for field, value in fields.items()}
    bare = replace(party("10481"), designations=())
    merged = merge(bare, replace(bare, **every), {kind})
    assert merged == replace(bare, **FULL[kind])


@pytest.mark.parametrize("kind", sorted(set(FactKind) - FULL.keys() - {FactKind.LISTING_DATES}))
def test_every_kind_of_fact_is_known_here(kind: FactKind) -> None:
    assert kind in (ALIASES, WEAK, ORIGINAL)


def test_facts_of_a_lacking_kind_that_the_file_holds_after_all_come_behind_those_before() -> None:
    qom, tehran = Address("Qom, Iran"), Address("Tehran, Iran")
    bare = party("1")
    merged = merge(
        replace(bare, addresses=(qom, tehran)), replace(bare, addresses=(tehran,)), {FactKind.ADDRESSES}
    )
    assert merged.addresses == (tehran, qom)


def test_listing_dates_stay_with_their_own_designation() -> None:
    sdgt = Designation("OFAC", "SDGT", listed_on=PartialDate("2011-10-11"))
    syria = Designation("OFAC", "SYRIA", listed_on=PartialDate("2011-05-18"))
    gone = Designation("OFAC", "IRAN-TRA", listed_on=PartialDate("2012"))
    before = replace(party("1"), designations=(sdgt, syria, gone))
    partial = replace(
        before, designations=(replace(syria, listed_on=None), Designation("OFAC", "NPWMD"), replace(sdgt))
    )
    merged = merge(partial, before, {FactKind.LISTING_DATES})
    assert merged.designations == (syria, Designation("OFAC", "NPWMD"), sdgt)


def test_the_record_and_the_rest_are_the_partial_edition_s() -> None:
    before = replace(party("1"), record="old", titles=("Dr",), details=(Detail("tonnage", "1"),))
    partial: Party = replace(before, record="new", titles=(), details=())
    assert merge(partial, before, frozenset(FactKind)) == partial


def test_a_party_that_did_not_change_stays_what_it_was() -> None:
    """A row of SDN.CSV is only the first part of the record that it is in the trio."""
    before = replace(party("1"), names=(PRIMARY, STRONG, WEAK_NAME, FORMER), record="1,a\n1,9,aka,b")
    partial = replace(before, names=(PRIMARY, WEAK_NAME), record="1,a")
    assert merge(partial, before, {ALIASES}) == before
