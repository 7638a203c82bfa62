"""What two editions say otherwise: who came and went, and every field of who stayed."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.party import Designation, Effect, Party, Relation
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
    Kind,
    Name,
    PartyId,
    Quality,
)
from namesake.store.differences import Change, changes, difference, from_parties
from tests.unit.store.making import edition, party

EARLIER, LATER = edition("a", "2021-01-01"), edition("b", "2022-01-01")
PASSPORT = Identifier(IdentifierType.PASSPORT, "A1")
MADE = Designation("The Tester", "TEST")
OTHER = Designation("The Tester", "OTHER")


def made(**fields: Any) -> Party:
    return replace(party("1"), **fields)


def names(*texts: str, quality: Quality = Quality.STRONG) -> dict[str, Any]:
    return {"names": (*party("1").names, *(Name(text, quality) for text in texts))}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        # Nothing changed; the order of values is no news, and neither is another record of the same facts.
        ({}, {}, []),
        (names("A", "B"), names("B", "A"), []),
        ({"record": "<a/>"}, {"record": "<b/>"}, []),
        # Whole values that came, went, or came in place of another.
        (names(), names("A"), [Change("names", (), (Name("A"),))]),
        (names("A", "B"), names("B"), [Change("names", (Name("A"),), ())]),
        (names("A"), names("B"), [Change("names", (Name("A"),), (Name("B"),))]),
        (
            {"addresses": (Address("Qom"),)},
            {"addresses": (Address("Qom"), Address("Tehran"))},
            [Change("addresses", (), (Address("Tehran"),))],
        ),
        ({"genders": ()}, {"genders": (Gender.MALE,)}, [Change("genders", (), (Gender.MALE,))]),
        ({"kind": Kind.PERSON}, {"kind": Kind.VESSEL}, [Change("kind", (Kind.PERSON,), (Kind.VESSEL,))]),
        ({"notes": ("a",)}, {"notes": ("b",)}, [Change("notes", ("a",), ("b",))]),
        # A value that stands twice and then once.
        ({"notes": ("a", "a")}, {"notes": ("a",)}, [Change("notes", ("a",), ())]),
        # A part of one and the same value.
        (
            names("A"),
            names("A", quality=Quality.WEAK),
            [Change("names", (Quality.STRONG,), (Quality.WEAK,), "A", "quality")],
        ),
        (
            {"designations": (MADE, OTHER)},
            {"designations": (replace(MADE, listed_on=PartialDate("2019-04-08")), OTHER)},
            [Change("designations", (), (PartialDate("2019-04-08"),), "TEST", "listed_on")],
        ),
        (
            {"designations": (replace(MADE, amended_on=(PartialDate("2019"),)),)},
            {"designations": (replace(MADE, amended_on=(PartialDate("2019"), PartialDate("2020"))),)},
            [Change("designations", (), (PartialDate("2020"),), "TEST", "amended_on")],
        ),
        # Of a part with several values only those that changed, and their order is no news.
        (
            {"designations": (replace(MADE, effects=(Effect.ASSET_FREEZE, Effect.TRAVEL_BAN)),)},
            {"designations": (replace(MADE, effects=(Effect.SECTORAL, Effect.ASSET_FREEZE)),)},
            [Change("designations", (Effect.TRAVEL_BAN,), (Effect.SECTORAL,), "TEST", "effects")],
        ),
        (
            {"designations": (replace(MADE, effects=(Effect.ASSET_FREEZE, Effect.TRAVEL_BAN)),)},
            {"designations": (replace(MADE, effects=(Effect.TRAVEL_BAN, Effect.ASSET_FREEZE)),)},
            [],
        ),
        (
            {"identifiers": (PASSPORT,)},
            {"identifiers": (replace(PASSPORT, country=CountryCode("ir")),)},
            [Change("identifiers", (), ("ir",), "passport A1", "country")],
        ),
        (
            {"relations": (Relation("owner", "X", share=30.0),)},
            {"relations": (Relation("owner", "X", share=60.0),)},
            [Change("relations", (30.0,), (60.0,), "owner X", "share")],
        ),
        (
            {"details": (Detail("tonnage", "100"),)},
            {"details": (Detail("tonnage", "200"),)},
            [Change("details", ("100",), ("200",), "tonnage", "value")],
        ),
        # Nothing tells two decisions under one programme apart: each is told as a whole.
        (
            {"designations": (MADE, replace(MADE, reason="a"))},
            {"designations": (replace(MADE, reason="b"), replace(MADE, reason="c"))},
            [
                Change(
                    "designations",
                    (MADE, replace(MADE, reason="a")),
                    (replace(MADE, reason="b"), replace(MADE, reason="c")),
                )
            ],
        ),
        # Several fields, in the order a party has them.
        (
            {"countries": (Country(CountryCode("ir"), CountryRole.BIRTH),), **names("A")},
            {"contacts": (Contact("website", "a.example"),)},
            [
                Change("names", (Name("A"),), ()),
                Change("countries", (Country(CountryCode("ir"), CountryRole.BIRTH),), ()),
                Change("contacts", (), (Contact("website", "a.example"),)),
            ],
        ),
    ],
)
def test_a_party_s_fields_are_compared_one_by_one(
    before: dict[str, Any], after: dict[str, Any], told: list[Change]
) -> None:
    assert list(changes(made(**before), made(**after))) == told


def test_every_field_of_a_party_but_what_names_it_is_compared() -> None:
    """A field that is added to `Party` is compared without anybody thinking of it."""
    other: dict[str, Any] = {
        "kind": Kind.COMPANY, "names": (Name("X", Quality.PRIMARY),), "designations": (),
        "birth_dates": (PartialDate("1957"),), "birth_places": ("Qom",),
        "death_dates": (PartialDate("2020"),),
        "countries": (Country(None, text="?"),), "genders": (Gender.OTHER,), "identifiers": (PASSPORT,),
        "addresses": (Address("Qom"),), "contacts": (Contact("e-mail", "a@b.example"),), "titles": ("Dr",),
        "positions": ("head",), "relations": (Relation("owner", "X"),), "details": (Detail("a", "b"),),
        "notes": ("n",),
    }  # fmt: skip
    assert set(other) == set(Party.__struct_fields__) - {"id", "list", "record"}
    for field, value in other.items():
        assert [change.field for change in changes(party("1"), made(**{field: value}))] == [field]


def parties(*those: Party) -> dict[PartyId, Party]:
    return {one.id: one for one in those}


def test_who_came_went_changed_and_stayed() -> None:
    earlier = parties(party("1"), party("2"), party("3"), replace(party("4"), record="a"))
    later = parties(party("2"), party("3", "New"), replace(party("4"), record="b"), party("5"), party("0"))
    found = difference(EARLIER, LATER, from_parties(earlier, later))
    assert (found.earlier, found.later) == (EARLIER, LATER)
    assert [one.id for one in found.added] == ["zz-test:0", "zz-test:5"]
    assert [one.id for one in found.delisted] == ["zz-test:1"]
    assert [(one.before, one.after) for one in found.amended] == [(party("3"), party("3", "New"))]
    assert found.amended[0].changes == (Change("names", (), (Name("New"),)),)
    assert [one.id for one in found.rewritten] == ["zz-test:4"]
    assert found.same == 1


def test_between_two_layouts_another_record_is_no_news() -> None:
    csv = replace(LATER, format="csv")
    one, other = parties(replace(party("4"), record="a")), parties(replace(party("4"), record="b"))
    assert difference(EARLIER, csv, from_parties(one, other)).rewritten == ()
    assert difference(EARLIER, csv, from_parties(one, other)).same == 1


def test_looking_back_exchanges_who_came_and_who_went() -> None:
    earlier, later = parties(party("1"), party("3")), parties(party("2"), party("3", "New"))
    there = difference(EARLIER, LATER, from_parties(earlier, later))
    back = difference(LATER, EARLIER, from_parties(later, earlier))
    assert (back.added, back.delisted) == (there.delisted, there.added)
    assert back.amended[0].changes == (Change("names", (Name("New"),), ()),)
