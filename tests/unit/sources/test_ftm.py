"""FollowTheMoney entities become parties, and come back line by line as they were."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.errors import ListError
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
from namesake.sources import ftm
from namesake.sources.files import from_bytes
from namesake.sources.ftm import FORMAT, read, recognises, write
from namesake.sources.reading import Reading, SourceFile

LIST = ListId("opensanctions-sanctions")


def entity(id: str, schema: str, *, target: bool | None = False, **properties: list[str]) -> dict[str, Any]:
    """An entity as OpenSanctions writes it, of our own invention."""
    return {
        "id": id,
        "caption": properties.get("name", [id])[0],
        "schema": schema,
        "properties": properties,
        "referents": [f"x-{id}"],
        "datasets": ["xx_sanctions"],
        "first_seen": "2021-03-10T06:00:00",
        "last_seen": "2024-05-07T06:00:00",
        "last_change": "2023-01-01T06:00:00",
        **({} if target is None else {"target": target}),
    }


GENERAL = entity(
    "NK-general",
    "Person",
    target=True,
    name=["Ahmad FULAN", "Ahmed Fulan", "احمد فلان"],
    alias=["Hajj Ahmad"],
    weakAlias=["Ahmad"],
    previousName=["Ahmad FOOLAN"],
    firstName=["Ahmad"],
    lastName=["FULAN"],
    birthDate=["1957-03-11", "1958"],
    deathDate=["2020-01-03"],
    birthPlace=["Basra"],
    nationality=["iq"],
    country=["ir", "suhh"],
    birthCountry=["zz"],
    gender=["male"],
    passportNumber=["A100"],
    taxNumber=["55"],
    innCode=["7700"],
    address=["Main Street 1, Basra"],
    addressEntity=["addr-1"],
    email=["ahmad@example.org"],
    website=["https://example.org"],
    title=["Hajj"],
    position=["Commander"],
    topics=["sanction", "mil"],
    notes=["A note."],
    religion=["unknown"],
    sourceUrl=["https://example.org/source"],
)
BRIGADE = entity("NK-brigade", "Organization", target=True, name=["The Brigade"], topics=["sanction"])
SHIP = entity(
    "NK-ship",
    "Vessel",
    target=True,
    name=["MT FULAN"],
    imoNumber=["9167253"],
    flag=["pa"],
    owner=["NK-brigade"],
)
COUSIN = entity("NK-cousin", "Person", name=["Cousin FULAN"], topics=["role.rca", "sanction.linked"])
ADDRESS = entity(
    "addr-1", "Address", full=["2 Side Road, Basra"], street=["2 Side Road"], city=["Basra"], country=["iq"]
)
PASSPORT = entity(
    "pass-1",
    "Passport",
    holder=["NK-general"],
    number=["A100"],
    country=["iq"],
    startDate=["2001-01-01"],
    endDate=["2011"],
)
PAPER = entity(
    "paper-1", "Identification", holder=["NK-general"], number=["77"], type=["National identity card"]
)
SANCTION = entity(
    "sanc-1",
    "Sanction",
    entity=["NK-general"],
    authority=["OFAC"],
    program=["SDGT", "XYZ"],
    listingDate=["2011-10-11"],
    startDate=["2011-10-01"],
    endDate=["2030"],
    reason=["For this.", "And that."],
    sourceUrl=["https://example.org/sdgt"],
)
MEMBER = entity("memb-1", "Membership", member=["NK-general"], organization=["NK-brigade"], role=["Leader"])
FAMILY = entity("fam-1", "Family", person=["NK-general"], relative=["NK-cousin"], relationship=["cousin"])
HOME = entity("addr-2", "Address", full=["3 Far Road"])
COUSIN_AT_HOME = {**COUSIN, "properties": {**COUSIN["properties"], "addressEntity": ["addr-2"]}}
WALLET = entity(
    "wall-1",
    "CryptoWallet",
    publicKey=["bc1qexample"],
    currency=["XBT"],
    holder=["NK-brigade"],
    topics=["sanction"],
)

ALL = [
    SANCTION,
    GENERAL,
    ADDRESS,
    MEMBER,
    BRIGADE,
    PASSPORT,
    PAPER,
    FAMILY,
    COUSIN_AT_HOME,
    HOME,
    SHIP,
    WALLET,
]


def lines(entities: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in entities)


def file(data: bytes) -> list[SourceFile]:
    return [from_bytes("entities.ftm.json", data)]


def records(data: bytes, as_list: ListId | None = LIST) -> tuple[dict[str, Party], list[Problem], Reading]:
    reading = read(file(data), as_list)
    met = list(reading.records)
    parties = {one.id: one for one in met if isinstance(one, Party)}
    problems = [one for one in met if isinstance(one, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return {str(id): party for id, party in parties.items()}, problems, reading


@pytest.fixture(scope="module")
def general() -> Party:
    return records(lines(ALL))[0]["NK-general"]


def test_the_listed_become_parties_and_keep_their_ids() -> None:
    parties, problems, reading = records(lines(ALL))
    assert set(parties) == {"NK-general", "NK-brigade", "NK-ship", "wall-1"}
    assert problems == []
    assert (reading.list, reading.format, reading.published, reading.declared, reading.lacks) == (
        LIST,
        FORMAT,
        None,
        None,
        (),
    )
    assert reading.seen == 4


def test_names_have_the_quality_of_their_property(general: Party) -> None:
    assert general.names == (
        Name("Ahmad FULAN", Quality.PRIMARY, given="Ahmad", family="FULAN"),
        Name("Ahmed Fulan", Quality.STRONG),
        Name("احمد فلان", Quality.STRONG),
        Name("Hajj Ahmad", Quality.STRONG),
        Name("Ahmad FOOLAN", Quality.FORMER),
        Name("Ahmad", Quality.WEAK),
    )


def test_a_partys_own_properties_are_its_facts(general: Party) -> None:
    assert general.kind is Kind.PERSON
    assert general.list == LIST
    assert general.birth_dates == (PartialDate("1957-03-11"), PartialDate("1958"))
    assert general.death_dates == (PartialDate("2020-01-03"),)
    assert general.birth_places == ("Basra",)
    assert general.countries == (
        Country(CountryCode("iq"), CountryRole.NATIONALITY),
        Country(None, CountryRole.BIRTH, "zz"),
        Country(CountryCode("ir")),
        Country(CountryCode("suhh")),
    )
    assert general.genders == (Gender.MALE,)
    assert general.contacts == (
        Contact("website", "https://example.org"),
        Contact("e-mail", "ahmad@example.org"),
    )
    assert general.titles == ("Hajj",)
    assert general.positions == ("Commander",)
    assert general.notes == ("A note.",)
    assert general.details == (
        Detail("religion", "unknown"),
        Detail("topics", "sanction"),
        Detail("topics", "mil"),
    )


def test_papers_and_numbers_are_identifiers_and_none_stands_twice(general: Party) -> None:
    assert general.identifiers == (
        Identifier(
            IdentifierType.PASSPORT, "A100", CountryCode("iq"), PartialDate("2001-01-01"), PartialDate("2011")
        ),
        Identifier(IdentifierType.NATIONAL_ID, "77", label="National identity card"),
        Identifier(IdentifierType.TAX_ID, "55"),
        Identifier(IdentifierType.TAX_ID, "7700", label="INN"),
    )


def test_an_address_is_read_from_its_entity_and_from_the_text(general: Party) -> None:
    assert general.addresses == (
        Address("2 Side Road, Basra", street="2 Side Road", city="Basra", country=CountryCode("iq")),
        Address("Main Street 1, Basra"),
    )


def test_a_sanction_is_one_designation_for_each_programme(general: Party) -> None:
    known, unknown = general.designations
    assert known == Designation(
        "OFAC",
        "SDGT",
        legal_basis="E.O. 13224, as amended by E.O. 13886; 31 CFR part 594",
        listed_on=PartialDate("2011-10-11"),
        delisted_on=PartialDate("2030"),
        reason="For this.\nAnd that.",
        effects=(Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN),
        url="https://example.org/sdgt",
    )
    assert (unknown.programme, unknown.effects) == ("XYZ", ())


def test_provisions_a_sanction_states_are_its_effects() -> None:
    sanction = entity(
        "s", "Sanction", entity=["p"], authority=["Somebody"], provisions=["Asset freeze", "Travel ban"]
    )
    parties, _, _ = records(lines([entity("p", "Person", name=["A"]), sanction]))
    assert parties["p"].designations == (
        Designation("Somebody", effects=(Effect.ASSET_FREEZE, Effect.TRAVEL_BAN)),
    )


def test_both_ends_of_a_relation_know_of_it() -> None:
    parties, _, _ = records(lines(ALL))
    assert parties["NK-general"].relations == (
        Relation("member of (leader)", "The Brigade", PartyId("NK-brigade")),
        Relation("family of (cousin)", "Cousin FULAN", PartyId("NK-cousin")),
    )
    assert parties["NK-brigade"].relations == (
        Relation("has member (leader)", "Ahmad FULAN", PartyId("NK-general")),
    )
    assert parties["NK-ship"].relations == (Relation("owned by", "The Brigade", PartyId("NK-brigade")),)


def test_a_ship_has_its_number_and_flag() -> None:
    ship = records(lines(ALL))[0]["NK-ship"]
    assert ship.identifiers == (Identifier(IdentifierType.IMO, "9167253"),)
    assert ship.countries == (Country(CountryCode("pa"), CountryRole.FLAG),)


def test_a_listed_wallet_is_a_party_and_an_identifier_of_its_holder() -> None:
    parties, _, _ = records(lines(ALL))
    assert parties["wall-1"].kind is Kind.CRYPTO_WALLET
    key = Identifier(IdentifierType.WALLET, "bc1qexample", label="XBT")
    assert parties["wall-1"].identifiers == (key,)
    unlisted = {**WALLET, "properties": {**WALLET["properties"], "topics": []}}
    parties, _, _ = records(lines([*ALL[:-1], unlisted]))
    assert "wall-1" not in parties
    assert parties["NK-brigade"].identifiers == (key,)


def test_a_wallet_without_name_is_called_by_its_key() -> None:
    wallet = entity("w", "CryptoWallet", publicKey=["bc1q"], topics=["sanction"])
    assert wallet["caption"] == "w"
    assert records(lines([wallet]))[0]["w"].name == "bc1q"


def test_a_name_may_stand_in_parts_only() -> None:
    parts = entity("p", "Person", target=True, firstName=["Ahmad"], lastName=["FULAN"])
    assert records(lines([parts]))[0]["p"].name == "Ahmad FULAN"


def test_what_belongs_to_a_party_without_name_is_said_to_belong_to_nobody() -> None:
    nobody = entity("p", "Person", gender=["male"])
    sanction = entity("s", "Sanction", entity=["p"])
    parties, problems, reading = records(lines([nobody, sanction, BRIGADE]))
    assert set(parties) == {"NK-brigade"}
    assert [problem.message.split(" belong")[0] for problem in problems] == [
        "a party without name",
        "1 Sanction",
    ]
    assert reading.seen == 2


@pytest.mark.parametrize(
    ("marks", "listed"),
    [
        ({"topics": ["sanction"]}, True),
        ({"topics": ["sanction.counter"]}, True),
        ({"target": True}, True),
        ({"target": True, "topics": ["crime.terror"]}, True),
        ({"target": True, "topics": ["role.pep", "debarment"]}, True),
        ({"target": True, "topics": ["role.pep", "gov.head"]}, False),
        ({"target": True, "topics": ["sanction.linked"]}, False),
        ({"target": True, "topics": ["role.rca"]}, False),
        ({"topics": ["sanction.linked"]}, False),
        ({"topics": ["crime"]}, False),
        ({}, False),
    ],
)
def test_who_is_listed_is_told_by_topics_and_the_target_flag(marks: dict[str, Any], listed: bool) -> None:
    target = marks.get("target", False)
    somebody = entity("p", "Person", target=target, name=["A"], topics=marks.get("topics", []))
    parties, _, _ = records(lines([somebody, BRIGADE]))
    assert ("p" in parties) is listed


def test_who_has_a_sanction_is_listed_whatever_else_is_said() -> None:
    somebody = entity("p", "Person", target=False, name=["A"], topics=["role.pep"])
    sanction = entity("s", "Sanction", entity=["p"], authority=["Somebody"])
    for order in ([somebody, sanction], [sanction, somebody]):
        assert set(records(lines(order))[0]) == {"p"}


def test_in_a_file_that_marks_nobody_everybody_is_listed() -> None:
    plain = [entity(id, "Person", target=None, name=[id.upper()]) for id in ("a", "b")]
    assert set(records(lines(plain))[0]) == {"a", "b"}


def test_a_file_in_which_nobody_is_listed_is_refused() -> None:
    with pytest.raises(ListError, match="lists nobody"):
        read(file(lines([COUSIN, ADDRESS])), LIST)


def test_what_belongs_to_no_party_is_said_and_left_in_the_file() -> None:
    stranger = entity("q", "Person", name=["Stranger"], topics=["role.pep"], addressEntity=["addr-9"])
    loose = [stranger, entity("addr-9", "Address", full=["x"]), entity("addr-8", "Address", full=["y"])]
    parties, problems, _ = records(lines([*ALL, *loose]))
    assert len(parties) == 4
    assert [(problem.message, problem.lost) for problem in problems] == [
        ("2 Address belong to no listed party; they stay in the file as received", False),
        ("1 Person belong to no listed party; they stay in the file as received", False),
    ]


def test_entities_are_kept_with_one_party_even_at_a_second_remove() -> None:
    parties, _, _ = records(lines(ALL))
    kept = [json.loads(line)["id"] for line in parties["NK-general"].record.split("\n")]
    assert kept == [
        "NK-general",
        "sanc-1",
        "addr-1",
        "memb-1",
        "pass-1",
        "paper-1",
        "fam-1",
        "NK-cousin",
        "addr-2",
    ]
    assert parties["NK-brigade"].record == json.dumps(BRIGADE, ensure_ascii=False)


def test_an_office_held_by_many_does_not_tie_them_together() -> None:
    post = entity("post", "Position", name=["Member of parliament"])
    holds = entity("occ-1", "Occupancy", holder=["NK-general"], post=["post"])
    other = entity("occ-2", "Occupancy", holder=["NK-pep"], post=["post"])
    pep = entity("NK-pep", "Person", name=["Somebody else"], topics=["role.pep"])
    parties, problems, _ = records(lines([*ALL, post, holds, other, pep]))
    assert '"post"' in parties["NK-general"].record
    assert "NK-pep" not in parties["NK-general"].record
    assert len(problems) == 2


def test_what_was_read_is_given_back_line_by_line() -> None:
    parties, _, _ = records(lines(ALL))
    written = b"".join(write(parties.values()))
    assert sorted(written.splitlines()) == sorted(lines(ALL).splitlines())


def test_odd_spacing_and_fields_of_later_versions_are_given_back_too() -> None:
    odd = b'{ "schema":"Person" , "id":"p","properties":{"name":["A\\u00e9"]},"x":1,  "new": {"a": [1.5]}}'
    parties, problems, _ = records(odd + b"\n")
    assert problems == []
    assert list(write(parties.values())) == [odd + b"\n"]


@settings(deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.integers(0, len(ALL) - 1)))
def test_law_in_any_order_and_with_parts_missing_nothing_is_lost_unsaid(
    shuffle: random.Random, left_out: set[int]
) -> None:
    chosen = [one for index, one in enumerate(ALL) if index not in left_out]
    shuffle.shuffle(chosen)
    data = lines(chosen)
    try:
        parties, problems, _ = records(data)
    except ListError:
        assert not {"NK-general", "NK-brigade", "NK-ship", "wall-1"} & {one["id"] for one in chosen}
        return
    written = b"".join(write(parties.values())).splitlines()
    assert len(set(written)) == len(written)
    assert set(written) <= set(data.splitlines())
    unsaid = len(chosen) - len(written)
    assert unsaid == sum(int(problem.message.split()[0]) for problem in problems)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"id": "p", "schema": "Person"', "is no FollowTheMoney entity of the flat layout"),
        (b"[]", "is no FollowTheMoney entity"),
        (b'{"id": "p", "properties": {}}', "missing required field `schema`"),
        (b'{"id": 7, "schema": "Person", "properties": {}}', "Expected `str`, got `int`"),
        (b'{"id": "p", "schema": "Person", "properties": {"name": "A"}}', "Expected `array`, got `str`"),
        (
            b'{"id": "p", "schema": "Person", "properties": {"sanctions": [{"id": "s"}]}}',
            "Expected `str`, got `object`",
        ),
        (b'{"id": "p", "schema": "Persom", "properties": {"name": ["A"]}}', "'Persom' is no schema"),
        (b'{"id": "", "schema": "Person", "properties": {"name": ["A"]}}', "an entity without id"),
        (b'{"id": "NK-brigade", "schema": "Person", "properties": {"name": ["A"]}}', "has been met before"),
        (
            b'{"id": "p", "schema": "Vehicle", "properties": {"topics": ["sanction"]}}',
            "a listed Vehicle can't be screened against; only Airplane, Company,",
        ),
        (
            b'{"id": "p", "schema": "Person", "target": true, "properties": {"gender": ["male"]}}',
            "a party without name",
        ),
        (b'{"id": "p", "schema": "Person", "properties": {"name": ["\xff"]}}', "is no FollowTheMoney entity"),
    ],
)
def test_a_line_that_can_not_be_read_is_lost_and_reported_with_its_number(line: bytes, message: str) -> None:
    parties, (problem,), _ = records(lines([BRIGADE]) + b"\n" + line + b"\n" + lines([SHIP]))
    assert set(parties) == {"NK-brigade", "NK-ship"}
    assert problem.lost
    assert problem.where == "entities.ftm.json line 3"
    assert message in problem.message


def test_a_sanctioned_thing_of_no_kind_we_screen_is_lost_and_not_passed_over() -> None:
    lorry = entity("v", "Vehicle", name=["Lorry"])
    sanction = entity("s", "Sanction", entity=["v"])
    parties, problems, _ = records(lines([lorry, sanction, BRIGADE]))
    assert set(parties) == {"NK-brigade"}
    assert [(problem.record, problem.lost) for problem in problems] == [("v", True), (None, False)]


def test_a_date_or_gender_that_can_not_be_read_is_set_aside() -> None:
    odd = entity("p", "Person", target=True, name=["A"], birthDate=["1957-02-30", "soon"], gender=["robot"])
    parties, problems, _ = records(lines([odd]))
    assert parties["p"].birth_dates == (PartialDate("1957-02"),)
    assert [(problem.field, problem.lost) for problem in problems] == [
        ("birthDate", False),
        ("birthDate", False),
        ("gender", False),
    ]
    assert "does not exist; 1957-02 is used" in problems[0].message


def test_a_file_cut_off_in_a_line_is_refused() -> None:
    with pytest.raises(ListError, match="breaks off in line 2; download it again"):
        read(file(lines([BRIGADE, SHIP])[:-20]), LIST)


def test_a_file_without_a_last_line_end_is_whole() -> None:
    assert set(records(lines([BRIGADE, SHIP]).rstrip(b"\n"))[0]) == {"NK-brigade", "NK-ship"}


def test_a_line_longer_than_any_entity_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ftm, "MAX_LINE", 100)
    with pytest.raises(ListError, match="line 1 has more than 100 bytes"):
        read(file(lines([GENERAL])), LIST)


def test_a_file_of_one_data_set_is_the_list_of_that_name() -> None:
    assert records(lines(ALL), None)[2].list == "xx_sanctions"


@pytest.mark.parametrize(
    ("datasets", "message"),
    [
        ([], "its entities name no data set"),
        (["one", "two"], "its entities come from 2 data sets"),
        (["us-ofac-sdn"], "does not say which list it is"),
    ],
)
def test_a_file_that_does_not_say_its_list_is_refused_without_list(datasets: list[str], message: str) -> None:
    with pytest.raises(ListError, match=message):
        read(file(lines([{**BRIGADE, "datasets": datasets}])))


def test_a_file_of_entities_can_not_be_an_authoritys_list() -> None:
    with pytest.raises(ListError, match=r"can't be us-ofac-sdn, .* for instance --list us-ofac-sdn-ftm"):
        read(file(lines(ALL)), ListId("us-ofac-sdn"))


def test_several_files_are_refused() -> None:
    two = file(lines(ALL)) * 2
    assert not recognises(two)
    with pytest.raises(ListError, match="one file and not 2"):
        read(two, LIST)


@pytest.mark.parametrize(
    ("start", "own"),
    [
        (lines([GENERAL]), True),
        (b"\n" + lines([SHIP]), True),
        (b"", False),
        (b"{}", False),
        (b'{"type": "FeatureCollection", "properties": {}}', False),
        (b"<export/>", False),
        (b"name\nA\n", False),
    ],
)
def test_the_format_is_told_by_the_first_entity(start: bytes, own: bool) -> None:
    assert recognises(file(start)) is own
