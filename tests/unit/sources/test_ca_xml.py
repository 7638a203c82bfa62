"""Canada's list becomes parties, every record of it."""

from __future__ import annotations

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party
from namesake.model.values import Detail, Identifier, IdentifierType, Kind, ListId, Quality
from namesake.sources import ca_xml
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

BARSUKOV = """<record>
\t\t<Country>Belarus / Bélarus</Country>
\t\t<LastName>Barsukov</LastName>
\t\t<GivenName>Aleksandr Petrovich</GivenName>
\t\t<DateOfBirthOrShipBuildDate>1965-04-29</DateOfBirthOrShipBuildDate>
\t\t<Schedule>1, Part 1</Schedule>
\t\t<Item>3</Item>
\t\t<DateOfListing>2020-09-28</DateOfListing>
\t</record>"""

BALITIYSKIY = """<record>
\t\t<Country>Russia / Russie</Country>
\t\t<EntityOrShip>Balitiyskiy III</EntityOrShip>
\t\t<TitleOrShip>General Cargo / Multi Purpose</TitleOrShip>
\t\t<ShipIMONumber>7612448</ShipIMONumber>
\t\t<DateOfBirthOrShipBuildDate>1980</DateOfBirthOrShipBuildDate>
\t\t<Schedule>1.1</Schedule>
\t\t<Item>1</Item>
\t\t<DateOfListing>2025-02-21</DateOfListing>
\t</record>"""

ROSNEFT = """<record>
\t\t<Country>Russia / Russie</Country>
\t\t<EntityOrShip>Rosneft</EntityOrShip>
\t\t<Schedule>3</Schedule>
\t\t<Item>2</Item>
\t\t<DateOfListing>2015-02-17</DateOfListing>
\t</record>"""


def record(**fields: str) -> str:
    told = {"Country": "Iran", "LastName": "Rezaei", "Schedule": "1, Part 1", "Item": "7", **fields}
    return "<record>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in told.items() if text) + "</record>"


def ca_file(*records: str) -> SourceFile:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data-set xmlns:xsi="http://www.w3.org/x">\n\t'
    return from_bytes("sema.xml", (head + "\n\t".join(records) + "\n</data-set>").encode())


def read(*records: str) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ca_xml.read([ca_file(*records)])
    read = list(reading.records)
    parties = [one for one in read if isinstance(one, Party)]
    problems = [one for one in read if isinstance(one, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_a_person_is_read_whole() -> None:
    reading, (party,), problems = read(BARSUKOV)
    assert problems == []
    assert (reading.list, reading.format, reading.published, reading.seen) == ("ca-sema", "ca-xml", None, 1)
    assert (party.id, party.kind) == ("ca-sema:belarus-1-part-1-item-3", Kind.PERSON)
    (name,) = party.names
    assert (name.text, name.quality) == ("Aleksandr Petrovich Barsukov", Quality.PRIMARY)
    assert (name.given, name.family) == ("Aleksandr Petrovich", "Barsukov")
    assert party.birth_dates == ("1965-04-29",)
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("Global Affairs Canada", "Belarus")
    assert decision.legal_basis == (
        "Special Economic Measures (Belarus) Regulations, SOR/2020-214, Schedule 1, Part 1, item 3"
    )
    assert decision.listed_on == "2020-09-28"
    assert decision.effects == (Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN, Effect.FUNDS_FORBIDDEN)
    assert party.record == BARSUKOV


def test_the_regulations_country_is_not_the_partys() -> None:
    _, (party,), _ = read(BARSUKOV)
    assert party.countries == ()


def test_a_ship_is_read_whole() -> None:
    _, (ship,), problems = read(BALITIYSKIY)
    assert problems == []
    assert (ship.id, ship.kind, ship.name) == ("ca-sema:russia-1.1-item-1", Kind.VESSEL, "Balitiyskiy III")
    assert ship.identifiers == (Identifier(IdentifierType.IMO, "7612448"),)
    assert ship.details == (
        Detail("Vessel Type", "General Cargo / Multi Purpose"),
        Detail("Vessel Year of Build", "1980"),
    )
    assert (ship.birth_dates, ship.titles) == ((), ())
    assert ship.designations[0].effects == (Effect.SHIPPING,)


def test_schedules_that_mean_less_than_the_first_are_programmes_of_their_own() -> None:
    _, (party,), _ = read(ROSNEFT)
    (decision,) = party.designations
    assert (decision.programme, decision.effects) == ("Russia, Schedule 3", (Effect.SECTORAL,))
    assert (party.kind, party.id) == (Kind.ORGANIZATION, "ca-sema:russia-3-item-2")


@pytest.mark.parametrize(
    ("country", "schedule", "number", "place"),
    [
        ("Iran", "1, Part 2.1", "iran-1-part-2.1-item-7", "Schedule 1, Part 2.1, item 7"),
        ("Belarus / Bélarus", "1,Part 3", "belarus-1-part-3-item-7", "Schedule 1, Part 3, item 7"),
        ("Syria / Syrie", "Part 2", "syria-part-2-item-7", "Schedule, Part 2, item 7"),
        ("Venezuela ", "", "venezuela-item-7", "Schedule, item 7"),
        (
            "Myanmar (Burma) / Myanmar (Birmanie)",
            "Part 1",
            "myanmar-burma-part-1-item-7",
            "Schedule, Part 1, item 7",
        ),
        (
            "Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR) / Règlement (RJVDEC)",
            "",
            "jvcfor-item-7",
            "Schedule, item 7",
        ),
    ],
)
def test_a_record_is_named_by_its_place_in_law(country: str, schedule: str, number: str, place: str) -> None:
    _, (party,), problems = read(record(Country=country, Schedule=schedule))
    assert problems == []
    assert party.id == f"ca-sema:{number}"
    assert (party.designations[0].legal_basis or "").endswith(f", {place}")


def test_ids_do_not_change_with_what_else_the_record_says() -> None:
    _, before, _ = read(record(), record(Item="8"))
    _, after, _ = read(
        record(Item="6"), record(Item="8", LastName="Rezaee"), record(DateOfListing="2024-01-02")
    )
    assert {party.id for party in before} < {party.id for party in after}


@pytest.mark.parametrize(
    ("text", "dates", "problem"),
    [
        ("1972", ("1972",), None),
        ("1955-11", ("1955-11",), None),
        (" 1953-10-27", ("1953-10-27",), None),
        ("1963-1964", ("1963/1964",), None),
        ("1963 or 1964", ("1963", "1964"), None),
        ("1965-07-15 OR 1969-09-28", ("1965-07-15", "1969-09-28"), None),
        ("Sep-99", (), "'Sep-99' can't be read as a date; it is left out"),
        ("born in the early 1970s", (), "'born in the early 1970s' can't be read as a date"),
        ("1974-01-32", (), "'1974-01-32' can't be read as a date"),
    ],
)
def test_birth_dates(text: str, dates: tuple[str, ...], problem: str | None) -> None:
    _, (party,), problems = read(record(DateOfBirthOrShipBuildDate=text))
    assert party.birth_dates == dates
    assert [one.lost for one in problems] == [False] * (problem is not None)
    assert all(problem in one.message for one in problems if problem)


def test_titles_are_kept_in_english() -> None:
    _, (party,), _ = read(record(TitleOrShip="Major General/major-général"))
    assert party.titles == ("Major General",)


def test_aliases_are_names_beside_the_primary_one() -> None:
    _, (party,), _ = read(record(Aliases="Mohsen REZAEI; محسن رضایی; Rezaei"))
    assert [(name.text, name.quality) for name in party.names] == [
        ("Rezaei", Quality.PRIMARY),
        ("Mohsen REZAEI", Quality.STRONG),
        ("محسن رضایی", Quality.STRONG),
    ]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"DateOfListing": "yesterday"}, "DateOfListing", "'yesterday' is no date; it is left out"),
        ({"ShipIMONumber": "12"}, "ShipIMONumber", "'12' is no IMO number (seven digits)"),
        ({"Rank": "1"}, "Rank", "the element <Rank> is not known here; the party's record keeps it"),
        ({"Country": "Ruritania"}, "programme", "the programme 'Ruritania' of Global Affairs Canada is not"),
    ],
)
def test_a_field_that_cannot_be_read_loses_no_party(fields: dict[str, str], field: str, message: str) -> None:
    _, (party,), (problem,) = read(record(**fields))
    assert party.name == "Rezaei"
    assert (problem.field, problem.lost) == (field, False)
    assert message in problem.message


@pytest.mark.parametrize(
    ("lost", "message", "number"),
    [
        (record(Item=""), "a record without Item can't be told from others and is not kept", None),
        (record(Country=""), "a record without Country can't be told from others", None),
        (record(LastName=""), "a record without name is not kept", "iran-1-part-1-item-7"),
        (
            record(Item="8", LastName="Other"),
            "'Other' has the regulation, schedule and item of 'Rezaei' and is not kept",
            "iran-1-part-1-item-8",
        ),
    ],
)
def test_a_record_that_cannot_be_kept_is_lost_and_counted(
    lost: str, message: str, number: str | None
) -> None:
    reading, parties, problems = read(record(Item="8"), lost)
    assert (reading.seen, len(parties)) == (2, 1)
    (problem,) = problems
    assert (problem.lost, problem.record) == (True, number)
    assert message in problem.message


@pytest.mark.parametrize("share", [0.3, 0.5, 0.99])
def test_a_file_cut_in_half_is_refused(share: float) -> None:
    with ca_file(*(record(Item=str(number)) for number in range(2000))).open() as stream:
        data = stream.read()
    reading = ca_xml.read([from_bytes("sema.xml", data[: int(len(data) * share)])])
    with pytest.raises(ListError, match=r"sema\.xml breaks off or is damaged at line \d+"):
        list(reading.records)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<data-set/>", r"sema\.xml holds no entries; download it again"),
        (b"<export/>", "begins with <export>, Canada's list with <data-set>"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><data-set>&b;</data-set>', "DOCTYPE"),
        (b"Country,Item", r"sema\.xml is not XML"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        ca_xml.read([from_bytes("sema.xml", data)])


def test_canadas_list_cannot_be_another_and_is_one_file() -> None:
    with pytest.raises(ListError, match=r"is Canada's list \(ca-sema\) and can't be un-sc; leave --list out"):
        ca_xml.read([ca_file(BARSUKOV)], ListId("un-sc"))
    with pytest.raises(ListError, match=r"one file and not 2 \(sema\.xml, sema\.xml\)"):
        ca_xml.read([ca_file(BARSUKOV)] * 2)


@pytest.mark.parametrize(
    ("data", "recognised"),
    [
        (b"<data-set><record><Country>Iran</Country>", True),
        (b'<?xml version="1.0"?>\n<data-set xmlns:xsi="x">\n\t<record>\n\t\t<Country>', True),
        (b"<data-set><row><Country>", False),
        (b"<data-set/>", False),
        (b"", False),
    ],
)
def test_the_file_is_recognised_by_how_it_begins(data: bytes, recognised: bool) -> None:
    assert ca_xml.recognises([from_bytes("x", data)]) is recognised
    assert not ca_xml.recognises([from_bytes("x", data)] * 2)
