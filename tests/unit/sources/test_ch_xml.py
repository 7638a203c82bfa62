"""Switzerland's list becomes parties, every target of it."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party, Relation
from namesake.model.values import (
    Address,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    PartyId,
    Quality,
)
from namesake.sources import ch_xml
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)

PROGRAMME = """<sanctions-program ssid="1000" version-date="2024-01-16">
<program-key lang="ger">Ukraine</program-key><program-key lang="eng">UKR</program-key>
<program-name lang="eng">Situation in Ukraine</program-name><program-name lang="fre">Ukraine</program-name>
<sanctions-set ssid="11" lang="eng">Ordinance of 4 March 2022 (SR 946.231.176.72), annex 8</sanctions-set>
<sanctions-set ssid="11" lang="ger">Verordnung vom 4. März 2022 (SR 946.231.176.72), Anhang \
8</sanctions-set>
<sanctions-set ssid="12" lang="eng">Ordinance of 4 March 2022 (SR 946.231.176.72), annex 2</sanctions-set>
<sanctions-set ssid="13" lang="eng">Financial measures, annex 2</sanctions-set>
<sanctions-set ssid="14" lang="eng">Travel ban, annex 1</sanctions-set><origin>UE</origin></sanctions-pro\
gram>"""

PLACES = """<place ssid="71"><location>Kabul</location><area>Kabul Province</area>
<country iso-code="AF">Afghanistan</country></place>
<place ssid="72"><country iso-code="XX">Korea, North</country></place>"""

# The example of the layout, its names and what else a target may hold invented.
PERSON = """<target ssid="64398"><sanctions-set-id>13</sanctions-set-id><foreign-identifier>TAi.002</fore\
ign-identifier>\
<individual sex="female"><identity ssid="64399" main="false"><name ssid="1" name-type="alias" \
quality="low" lang="eng">\
<name-part order="1" name-part-type="whole-name"><value>Nadi</value></name-part></name></identity>\
<identity ssid="64400" main="true"><name ssid="2" name-type="alias" quality="good" lang="eng">\
<name-part order="1" name-part-type="whole-name"><value>Nadja Vardani</value></name-part></name>\
<name ssid="3" name-type="primary-name" quality="good" lang="eng">\
<name-part order="2" name-part-type="family-name"><value>Vardanis</value>\
<spelling-variant lang="rus" script="cyrillic">Варданис</spelling-variant></name-part>\
<name-part order="1" name-part-type="given-name"><value>Nadia</value>\
<spelling-variant lang="rus" script="cyrillic">Надя</spelling-variant></name-part>\
<name-part order="3" name-part-type="title"><value>Dr.</value></name-part></name>\
<name ssid="4" name-type="formerly-known-as" quality="good" lang="eng">\
<name-part order="1" name-part-type="whole-name"><value>Nadia Kelm</value></name-part></name>\
<nationality ssid="64402"><country iso-code="GB">United Kingdom</country></nationality>\
<day-month-year ssid="5" day="31" month="12" year="1965" calendar="Gregorian" quality="good"/>\
<day-month-year ssid="6" year="1966" calendar="Gregorian" quality="low"/>\
<day-month-year ssid="7" year="1344" month="10" calendar="Persian" quality="good"/>\
<place-of-birth ssid="8" place-id="71" quality="good"/>\
<address ssid="9" place-id="71" quality="good"><address-details>1 \
Street</address-details><p-o-box>17</p-o-box>\
<zip-code>1001</zip-code></address>\
<identification-document ssid="10" document-type="passport"><number>P123456</number>\
<issuer code="AF">Afghanistan</issuer><date-of-issue>2015-01-02</date-of-issue>\
<expiry-date>2025-01-02</expiry-date></identification-document>\
</identity><justification ssid="20">Supports   it.</justification><other-information \
ssid="21">Widow.</other-information>\
<relation ssid="22" target-id="64403" relation-type="related-to"/></individual>\
<modification modification-type="listed" effective-date="2023-02-01" publication-date="2023-02-02"/>\
<modification modification-type="amended" effective-date="2024-03-01"/></target>"""


def target(
    number: str = "1",
    name: str = "Ali Reza",
    *,
    sets: str = "11",
    kind: str = "individual",
    more: str = "",
    inside: str = "",
) -> str:
    refers = "".join(f"<sanctions-set-id>{one}</sanctions-set-id>" for one in sets.split())
    part = f'<name-part order="1" name-part-type="whole-name"><value>{name}</value></name-part>'
    names = f'<name name-type="primary-name" quality="good" lang="eng">{part}</name>'
    tag = kind.partition(" ")[0]
    identity = f'<identity main="true">{names}{inside}</identity>'
    return f'<target ssid="{number}">{refers}<{kind}>{identity}</{tag}>{more}</target>'


def ch_file(*targets: str, date: str = "2024-01-17", type_: str = "consolidated") -> SourceFile:
    data = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><swiss-sanctions-list list-type="{type_}" '
        f'date="{date}">{PROGRAMME}{"".join(targets)}{PLACES}</swiss-sanctions-list>'
    )
    return from_bytes("seco.xml", data.encode())


def read(*targets: str, **how: str) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ch_xml.read([ch_file(*targets, **how)])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_a_target_is_read_whole() -> None:
    reading, (party,), problems = read(PERSON)
    assert [problem.field for problem in problems] == ["programme"]
    assert (reading.list, reading.format, reading.published) == ("ch-seco", "ch-xml", dt.date(2024, 1, 17))
    assert (party.id, party.kind, party.genders) == ("ch-seco:64398", Kind.PERSON, (Gender.FEMALE,))
    assert [(name.text, name.quality, name.language) for name in party.names] == [
        ("Nadia Vardanis", Quality.PRIMARY, "en"),
        ("Надя Варданис", Quality.STRONG, "ru"),
        ("Nadja Vardani", Quality.STRONG, "en"),
        ("Nadia Kelm", Quality.FORMER, "en"),
        ("Nadi", Quality.WEAK, "en"),
    ]
    assert (party.names[0].given, party.names[0].family) == ("Nadia", "Vardanis")
    assert (party.names[1].given, party.names[1].family) == ("Надя", "Варданис")
    assert party.birth_dates == ("1965-12-31", "1966")
    assert party.details == (Detail("birth date in another calendar", "1344-10 Persian"),)
    assert party.birth_places == ("Kabul, Kabul Province, Afghanistan",)
    assert [(country.code, country.role) for country in party.countries] == [
        ("gb", CountryRole.NATIONALITY),
        ("af", CountryRole.BIRTH),
    ]
    assert party.addresses == (
        Address(
            "1 Street, P.O. Box 17, 1001 Kabul, Kabul Province, Afghanistan",
            "1 Street, P.O. Box 17",
            "Kabul",
            "Kabul Province",
            "1001",
            "af",  # type: ignore[arg-type]
        ),
    )
    (paper,) = party.identifiers
    assert (paper.type, paper.value, paper.country, paper.issued, paper.expires) == (
        IdentifierType.PASSPORT,
        "P123456",
        "af",
        "2015-01-02",
        "2025-01-02",
    )
    assert party.relations == (
        Relation("same as", "TAi.002", PartyId("un-sc:TAi.002")),
        Relation("related to", "64403", PartyId("ch-seco:64403")),
    )
    assert party.notes == ("Widow.",)
    assert party.record == PERSON


def test_a_decision_has_its_days_reason_and_legal_basis() -> None:
    _, (party,), _ = read(PERSON)
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("SECO", "UKR")
    assert decision.legal_basis == "Financial measures, annex 2"
    assert (decision.listed_on, decision.amended_on) == ("2023-02-01", ("2024-03-01",))
    assert (decision.reason, decision.effects) == ("Supports it.", FROZEN)


@pytest.mark.parametrize(
    ("sets", "decisions"),
    [
        ("11", [("946.231.176.72, annex 8", (*FROZEN, Effect.TRAVEL_BAN))]),
        # Annex 2 is about goods for the military: it freezes nothing, and the table says nothing of it.
        ("12", [("946.231.176.72", ())]),
        ("13", [("UKR", FROZEN)]),
        ("14", [("UKR", (Effect.TRAVEL_BAN,))]),
        ("13 14", [("UKR", FROZEN), ("UKR", (Effect.TRAVEL_BAN,))]),
        ("13 13", [("UKR", FROZEN)]),
    ],
)
def test_each_set_of_sanctions_is_a_decision(
    sets: str, decisions: list[tuple[str, tuple[Effect, ...]]]
) -> None:
    _, (party,), _ = read(target(sets=sets))
    assert [(one.programme, one.effects) for one in party.designations] == decisions


def test_an_organisation_is_not_banned_from_travelling_and_was_not_born() -> None:
    date = '<day-month-year year="1998" calendar="Gregorian"/>'
    _, (party,), _ = read(target(sets="11", kind="entity", inside=date))
    assert (party.kind, party.birth_dates) == (Kind.ORGANIZATION, ())
    assert party.designations[0].effects == FROZEN


@pytest.mark.parametrize(("object_type", "kind"), [("vessel", Kind.VESSEL), ("aircraft", Kind.AIRPLANE)])
def test_objects_are_ships_and_aircraft(object_type: str, kind: Kind) -> None:
    note = "<other-information>IMO number: 9187629</other-information>"
    _, (party,), problems = read(target(kind=f'object object-type="{object_type}"', more=note))
    assert (party.kind, problems) == (kind, [])
    assert party.identifiers == (Identifier(IdentifierType.IMO, "9187629"),)


@pytest.mark.parametrize(
    ("changes", "is_there"),
    [
        ('<modification modification-type="listed" effective-date="2020-01-01"/>', True),
        (
            '<modification modification-type="de-listed" effective-date="2022-01-01"/>'
            '<modification modification-type="listed" effective-date="2020-01-01"/>',
            False,
        ),
        # Listed once more.
        (
            '<modification modification-type="de-listed" publication-date="2022-01-01"/>'
            '<modification modification-type="listed" publication-date="2023-01-01"/>',
            True,
        ),
        ('<modification modification-type="listed"/><modification modification-type="de-listed"/>', False),
        ("", True),
    ],
)
def test_a_target_that_was_delisted_is_no_party(changes: str, is_there: bool) -> None:
    reading, parties, problems = read(target("1", more=changes), target("2"))
    assert [party.id for party in parties] == ["ch-seco:1"] * is_there + ["ch-seco:2"]
    assert reading.seen == len(parties)
    told = [problem.message for problem in problems if not problem.lost]
    assert told == (
        [] if is_there else ["1 targets were delisted, as they say themselves, and are no parties"]
    )


def test_a_file_that_calls_itself_an_amendment_warns() -> None:
    _, (_,), (problem,) = read(target(), type_="amendment")
    assert (problem.field, problem.lost) == ("list-type", False)
    assert "make sure that it is the whole list" in problem.message


@pytest.mark.parametrize(
    ("inside", "field", "message"),
    [
        (
            '<place-of-birth place-id="99"/>',
            "place-of-birth",
            "the place 99 is not in the file; it is left out",
        ),
        (
            '<day-month-year year="1965" month="13"/>',
            "day-month-year",
            "'1965-13' is no date; it is left out",
        ),
        ("<hobby>x</hobby>", "hobby", "the element <hobby> is not known here; the party's record keeps it"),
        (
            '<identification-document document-type="passport"><number>1</number>'
            "<expiry-date>soon</expiry-date></identification-document>",
            "expiry-date",
            "'soon' is no date; it is left out",
        ),
    ],
)
def test_a_field_that_cannot_be_read_loses_no_party(inside: str, field: str, message: str) -> None:
    _, (party,), problems = read(target(inside=inside))
    assert party.name == "Ali Reza"
    assert {(problem.field, problem.lost) for problem in problems} == {(field, False)}
    assert all(message in problem.message for problem in problems)


def test_a_set_that_is_not_in_the_file_is_reported() -> None:
    _, (party,), (problem,) = read(target(sets="99"))
    assert party.designations[0].programme is None
    assert "the set of sanctions '99' is not in the file" in problem.message


def test_what_has_no_number_or_name_is_lost_and_counted() -> None:
    reading, (party,), problems = read(target(""), target("2", name=" "), target("3"), target("3", "Other"))
    assert (reading.seen, party.id) == (4, "ch-seco:3")
    assert [(problem.message, problem.lost, problem.record) for problem in problems] == [
        ("a target without number (ssid) is not kept", True, None),
        ("a target without name is not kept", True, "2"),
        ("a second target has the number of 'Ali Reza'; this one, 'Other', is not kept", True, "3"),
    ]


def test_a_country_is_known_by_its_name_where_the_code_is_none() -> None:
    _, (party,), _ = read(target(inside='<place-of-birth place-id="72"/>'))
    assert [(country.code, country.role) for country in party.countries] == [("kp", CountryRole.BIRTH)]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_file_cut_in_half_is_refused(share: float) -> None:
    with ch_file(*(target(str(number)) for number in range(1000))).open() as stream:
        data = stream.read()
    with pytest.raises(ListError, match=r"seco\.xml breaks off or is damaged at line \d+"):
        list(ch_xml.read([from_bytes("seco.xml", data[: int(len(data) * share)])]).records)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<swiss-sanctions-list/>", r"seco\.xml holds no entries; download it again"),
        (b"<export/>", "begins with <export>, Switzerland's list with <swiss-sanctions-list>"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><swiss-sanctions-list>&b;</swiss-sanctions-list>', "DOCTYPE"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        ch_xml.read([from_bytes("seco.xml", data)])


def test_switzerlands_list_cannot_be_another_and_is_one_file() -> None:
    with pytest.raises(ListError, match=r"is Switzerland's list \(ch-seco\) and can't be un-sc"):
        ch_xml.read([ch_file(target())], ListId("un-sc"))
    with pytest.raises(ListError, match=r"one file and not 2 \(seco\.xml, seco\.xml\)"):
        ch_xml.read([ch_file(target())] * 2)


def test_a_file_without_date_is_read_and_says_so() -> None:
    reading, (_,), (problem,) = read(target(), date="17.1.2024")
    assert (reading.published, problem.field) == (None, "date")


@pytest.mark.parametrize(
    ("data", "recognised"),
    [
        (b'<swiss-sanctions-list list-type="x">', True),
        (b"<?xml version='1.0'?>\n<!-- made today -->\n<s:swiss-sanctions-list xmlns:s='x'>", True),
        (b"<swiss-sanctions-lists>", False),
        (b"<target/>", False),
        (b"", False),
    ],
)
def test_the_file_is_recognised_by_its_document_element(data: bytes, recognised: bool) -> None:
    assert ch_xml.recognises([from_bytes("x", data)]) is recognised
