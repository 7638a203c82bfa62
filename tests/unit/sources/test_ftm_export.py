"""Parties of any list are written as entities that FollowTheMoney accepts and that read back the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
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
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.files import from_bytes
from namesake.sources.ftm import read
from namesake.sources.ftm_export import write

PERSON = Party(
    id=PartyId("us-ofac-sdn:10481"),
    list=ListId("us-ofac-sdn"),
    kind=Kind.PERSON,
    names=(
        Name("SOLEIMANI, Qasem", Quality.PRIMARY),
        Name("SALIMANI, Qasem"),
        Name("Former, Name", Quality.FORMER),
        Name("Haj Qasem", Quality.WEAK),
    ),
    designations=(
        Designation(
            "OFAC",
            "SDGT",
            legal_basis="E.O. 13224",
            listed_on=PartialDate("2011-10-11"),
            amended_on=(PartialDate("2020-01"),),
            reason="…",
            effects=(Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN),
            url="https://example.org",
        ),
        Designation("OFAC", "IRGC"),
    ),
    birth_dates=(PartialDate("1957-03-11"), PartialDate("1957~"), PartialDate("1958/1962")),
    birth_places=("Qom, Iran",),
    death_dates=(PartialDate("2020-01-03"),),
    countries=(
        Country(CountryCode("ir"), CountryRole.NATIONALITY),
        Country(CountryCode("iq"), CountryRole.RESIDENCE),
        Country(CountryCode("ddde"), CountryRole.BIRTH),
        Country(CountryCode("anhh"), CountryRole.CITIZENSHIP),
        Country(None, text="Possibly Ethiopian"),
    ),
    genders=(Gender.MALE,),
    identifiers=(
        Identifier(
            IdentifierType.PASSPORT, "008827", CountryCode("ir"), PartialDate("1999"), PartialDate("2004")
        ),
        Identifier(IdentifierType.NATIONAL_ID, "77"),
        Identifier(IdentifierType.WALLET, "bc1qexample", label="XBT"),
        Identifier(IdentifierType.IMO, "9167253"),
        Identifier(IdentifierType.DRIVING_LICENCE, "5", CountryCode("anhh")),
    ),
    addresses=(Address("Tehran, Iran", city="Tehran", country=CountryCode("ir")),),
    contacts=(
        Contact("website", "www.example.org"),
        Contact("e-mail", "q@example.org"),
        Contact("telephone", "+98 21 1234 5678"),
        Contact("telephone", "5678"),
        Contact("fax", "+98 21 1"),
    ),
    titles=("Brigadier General",),
    positions=("Commander",),
    relations=(
        Relation("linked to", "KATA'IB HIZBALLAH", PartyId("us-ofac-sdn:11462")),
        Relation("linked to", "SOMEBODY"),
    ),
    details=(Detail("rank", "general"),),
    notes=("a note",),
    record="<sdnEntry><uid>10481</uid></sdnEntry>",
)

OTHERS = tuple(
    Party(
        id=PartyId(f"own:{kind.value}"),
        list=ListId("own"),
        kind=kind,
        names=(Name(f"A {kind.value}", Quality.PRIMARY),),
        designations=(Designation("own"),),
        countries=tuple(Country(CountryCode("pa"), role) for role in CountryRole),
        identifiers=tuple(Identifier(type, f"N{number}") for number, type in enumerate(IdentifierType)),
        titles=("T",),
        positions=("P",),
        genders=(Gender.OTHER,),
        birth_dates=(PartialDate("1957"),),
        contacts=(Contact("website", "https://example.org"),),
    )
    for kind in Kind
)


def entities(party: Party) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in map(json.loads, write([party]))}


def test_a_party_is_written_as_an_entity_of_its_kind() -> None:
    made = entities(PERSON)["us-ofac-sdn-10481"]
    notes = made["properties"].pop("notes")
    assert made == {
        "id": "us-ofac-sdn-10481",
        "caption": "SOLEIMANI, Qasem",
        "schema": "Person",
        "properties": {
            "name": ["SOLEIMANI, Qasem"],
            "alias": ["SALIMANI, Qasem"],
            "previousName": ["Former, Name"],
            "weakAlias": ["Haj Qasem"],
            "nationality": ["ir"],
            "country": ["iq"],
            "birthCountry": ["dd"],
            "birthDate": ["1957-03-11", "1957", "1958", "1962"],
            "deathDate": ["2020-01-03"],
            "birthPlace": ["Qom, Iran"],
            "gender": ["male"],
            "title": ["Brigadier General"],
            "position": ["Commander"],
            "address": ["Tehran, Iran"],
            "website": ["http://www.example.org"],
            "email": ["q@example.org"],
            "phone": ["+982112345678"],
            "passportNumber": ["008827"],
            "idNumber": ["77", "5"],
            "topics": ["sanction"],
        },
        "datasets": ["us-ofac-sdn"],
        "referents": ["us-ofac-sdn:10481"],
        "target": True,
    }
    assert notes == [
        "citizenship: Netherlands Antilles",
        "other: Possibly Ethiopian",
        "birthDate: 1957~",
        "birthDate: 1958/1962",
        "a note",
        "telephone: 5678",
        "fax: +98 21 1",
        "imo: 9167253",
        "country of 5: Netherlands Antilles",
        "linked to: SOMEBODY",
        "rank: general",
    ]


def test_designations_papers_wallets_and_relations_are_entities_of_their_own() -> None:
    made = entities(PERSON)
    assert {one["id"]: one["properties"] for one in made.values() if one["id"] != "us-ofac-sdn-10481"} == {
        "us-ofac-sdn-10481-passport-1": {
            "holder": ["us-ofac-sdn-10481"],
            "type": ["passport"],
            "number": ["008827"],
            "country": ["ir"],
            "startDate": ["1999"],
            "endDate": ["2004"],
        },
        "us-ofac-sdn-10481-identification-1": {
            "holder": ["us-ofac-sdn-10481"],
            "type": ["driving licence"],
            "number": ["5"],
        },
        "us-ofac-sdn-10481-cryptowallet-1": {
            "publicKey": ["bc1qexample"],
            "currency": ["XBT"],
            "holder": ["us-ofac-sdn-10481"],
        },
        "us-ofac-sdn-10481-unknownlink-1": {
            "subject": ["us-ofac-sdn-10481"],
            "object": ["us-ofac-sdn-11462"],
            "role": ["linked to"],
        },
        "us-ofac-sdn-10481-sanction-1": {
            "entity": ["us-ofac-sdn-10481"],
            "authority": ["OFAC"],
            "program": ["SDGT"],
            "listingDate": ["2011-10-11"],
            "modifiedAt": ["2020-01"],
            "reason": ["…"],
            "provisions": ["assets frozen", "dealings forbidden"],
            "summary": ["E.O. 13224"],
            "sourceUrl": ["https://example.org"],
        },
        "us-ofac-sdn-10481-sanction-2": {
            "entity": ["us-ofac-sdn-10481"],
            "authority": ["OFAC"],
            "program": ["IRGC"],
        },
    }


def test_what_is_written_reads_back() -> None:
    reading = read([from_bytes("export.json", b"".join(write([PERSON])))], ListId("mine"))
    back = [one for one in reading.records if not isinstance(one, Problem)]
    assert len(back) == 1
    party = back[0]
    assert party.id == "us-ofac-sdn-10481"
    assert {(name.text, name.quality) for name in party.names} == {
        (name.text, name.quality) for name in PERSON.names
    }
    assert [(one.programme, one.listed_on) for one in party.designations] == [
        ("SDGT", "2011-10-11"),
        ("IRGC", None),
    ]
    assert party.birth_dates == ("1957", "1957-03-11", "1958", "1962")
    assert {one.value for one in party.identifiers} >= {"008827", "77", "bc1qexample"}
    assert party.relations == (
        Relation("linked to (linked to)", "us-ofac-sdn-11462", PartyId("us-ofac-sdn-11462")),
    )


@pytest.mark.parametrize("party", OTHERS, ids=lambda party: party.kind)
def test_no_fact_of_any_kind_of_party_is_left_out(party: Party) -> None:
    written = b"".join(write([party])).decode()
    values = [identifier.value for identifier in party.identifiers]
    assert [value for value in values if f'"{value}"' not in written and f": {value}" not in written] == []
    for text in (party.name, '"pa"', "1957", "https://example.org"):
        assert text in written


@pytest.mark.parametrize("party", [PERSON, *OTHERS], ids=lambda party: party.kind)
def test_followthemoney_accepts_every_entity_and_value(party: Party) -> None:
    model = pytest.importorskip("followthemoney").model
    for line in write([party]):
        document = json.loads(line)
        proxy = model.get_proxy(document)
        assert proxy.schema.name == document["schema"]
        for name, values in document["properties"].items():
            property = proxy.schema.get(name)
            assert property is not None, f"{document['schema']} has no {name}"
            if property.type.name in ("entity", "country", "date", "gender", "topic", "phone", "email"):
                assert [value for value in values if not property.type.validate(value)] == []
        assert proxy.to_dict()["properties"].keys() == document["properties"].keys()


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{",
        "not json",
        '{"id": "somebody else", "schema": "Person", "properties": {}}',
        '{"id": "us-ofac-sdn:10481", "schema": "Company", "properties": {}}',
        '{"uid": "us-ofac-sdn:10481"}',
    ],
)
def test_only_a_record_that_is_the_partys_own_entity_is_given_back_as_it_is(record: str) -> None:
    from msgspec.structs import replace

    written = list(write([replace(PERSON, record=record)]))
    assert json.loads(written[0])["caption"] == "SOLEIMANI, Qasem"
