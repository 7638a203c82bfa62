"""Kinds, names and the other small values compare by content and know what they are."""

from __future__ import annotations

import itertools

import msgspec
import pytest

from namesake.model.values import (
    Country,
    CountryCode,
    CountryRole,
    Identifier,
    IdentifierType,
    Kind,
    Name,
    Quality,
)

ORGANIZATIONS = {Kind.ORGANIZATION, Kind.COMPANY, Kind.LEGAL_ENTITY, Kind.PUBLIC_BODY}


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_knows_whether_it_is_an_organisation(kind: Kind) -> None:
    assert kind.is_organization == (kind in ORGANIZATIONS)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        (Kind.PERSON, Kind.PERSON, True),
        (Kind.COMPANY, Kind.ORGANIZATION, True),
        (Kind.PUBLIC_BODY, Kind.COMPANY, True),
        (Kind.LEGAL_ENTITY, Kind.PERSON, True),
        (Kind.LEGAL_ENTITY, Kind.COMPANY, True),
        (Kind.PERSON, Kind.COMPANY, False),
        (Kind.VESSEL, Kind.ORGANIZATION, False),
        (Kind.VESSEL, Kind.AIRPLANE, False),
        (Kind.VESSEL, Kind.LEGAL_ENTITY, False),
        (Kind.CRYPTO_WALLET, Kind.PERSON, False),
    ],
)
def test_one_thing_may_be_called_by_two_kinds(one: Kind, other: Kind, may_be: bool) -> None:
    assert one.may_be(other) is may_be


def test_law_what_may_be_called_by_two_kinds_may_be_so_in_either_order() -> None:
    for one, other in itertools.product(Kind, Kind):
        assert one.may_be(other) == other.may_be(one)
        assert one.may_be(one)


def test_values_compare_by_content_and_can_not_be_changed() -> None:
    name = Name("SOLEIMANI, Qasem", Quality.PRIMARY)
    assert name == Name("SOLEIMANI, Qasem", Quality.PRIMARY)
    assert hash(name) == hash(Name("SOLEIMANI, Qasem", Quality.PRIMARY))
    assert name != Name("SOLEIMANI, Qasem", Quality.WEAK)
    with pytest.raises(AttributeError):
        name.text = "somebody else"  # type: ignore[misc]


def test_a_name_is_strong_unless_the_publisher_says_otherwise() -> None:
    assert Name("Haj Qasem").quality is Quality.STRONG


def test_a_name_knows_its_script() -> None:
    assert Name("قاسم سلیمانی").script == "Arab"


def test_the_json_of_a_value_leaves_out_what_has_its_default() -> None:
    assert msgspec.json.encode(Name("Haj Qasem")) == b'{"text":"Haj Qasem"}'
    assert msgspec.json.encode(Country(CountryCode("ir"))) == b'{"code":"ir"}'
    assert (
        msgspec.json.encode(Country(None, CountryRole.NATIONALITY, "Possibly Ethiopian"))
        == b'{"code":null,"role":"nationality","text":"Possibly Ethiopian"}'
    )


def test_an_unknown_field_in_json_is_refused_rather_than_lost() -> None:
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        msgspec.json.decode(b'{"type":"passport","value":"A1","colour":"red"}', type=Identifier)


def test_closed_sets_are_plain_text_in_json() -> None:
    assert msgspec.json.decode(b'"aircraft tail number"', type=IdentifierType) is IdentifierType.AIRCRAFT_TAIL
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'"library card"', type=IdentifierType)
