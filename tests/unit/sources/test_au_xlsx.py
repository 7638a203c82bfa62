"""Australia's list becomes parties, every reference of it."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party, Relation
from namesake.model.values import (
    Country,
    CountryRole,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    PartyId,
    Quality,
)
from namesake.sources import au_xlsx
from namesake.sources.au_xlsx import COLUMNS
from namesake.sources.files import ReceivedFile
from namesake.sources.reading import Reading, SourceFile
from tests.unit.sources.making_workbooks import xlsx

# Reference 3 of the edition of August 2026, its further information shortened.
KABIR = {
    "Reference": 3,
    "Name of Individual or Entity": "Abdul Kabir Mohammad Jan",
    "Type": "Individual",
    "Name Type": "Primary Name",
    "Date of Birth": "Approximately 1963, 30/01/1972",
    "Place of Birth": "Nahrin District, Baghlan Province, Afghanistan",
    "Citizenship": "Afghanistan",
    "Address": "Afghanistan",
    "Additional Information": "TAi.003. Title: Maulavi. Belongs to Zadran tribe.",
    "Listing Information": "Listed on 25 Jan. 2001 ( amended on 3 Sep. 2003, 28 Apr. 2026)",
    "Committees": "1988 (Taliban)",
    "Control Date": dt.date(2026, 5, 8),
    "Instrument of Designation": "Charter of the United Nations (Sanctions—the Taliban) Regulation 2013",
    "Targeted Financial Sanction": True,
    "Travel Ban": True,
    "Arms Embargo": True,
    "Maritime Restriction": False,
}
ALIAS = {
    **KABIR,
    "Reference": "3a",
    "Name Type": "Alias",
    "Name of Individual or Entity": "A. Kabir",
    "Alias Strength": "Weak",
}
SCRIPT = {
    **KABIR,
    "Reference": "3b",
    "Name Type": "Original Script",
    "Name of Individual or Entity": "عبد الکبیر محمد جان",
}
# Reference 8228.
NOCTIS = {
    "Reference": 8228,
    "Name of Individual or Entity": "NOCTIS",
    "Type": "Vessel",
    "Name Type": "Primary Name",
    "Additional Information": "Previous names include ASHER",
    "Listing Information": "Designated as a sanctioned vessel in the Autonomous Sanctions "
    "(Sanctioned Vessels – Russia) Designation 2025",
    "IMO Number": 9258868,
    "Committees": "Autonomous (Vessels)",
    "Control Date": dt.date(2025, 6, 18),
    "Instrument of Designation": "Autonomous Sanctions (Sanctioned Vessels – Russia) Designation 2025",
    "Targeted Financial Sanction": False,
    "Travel Ban": False,
    "Arms Embargo": False,
    "Maritime Restriction": True,
}


def au_file(*rows: dict[str, object], columns: tuple[str, ...] = COLUMNS) -> tuple[SourceFile, ...]:
    body = [[row.get(column) for column in columns] for row in rows]
    return ReceivedFile("au.xlsx", xlsx(list(columns), *body)).members()


def read(
    *rows: dict[str, object], columns: tuple[str, ...] = COLUMNS
) -> tuple[Reading, list[Party], list[Problem]]:
    files = au_file(*rows, columns=columns)
    assert au_xlsx.recognises(files)
    reading = au_xlsx.read(files)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_the_rows_of_a_reference_are_one_party() -> None:
    reading, (party,), problems = read(KABIR, ALIAS, SCRIPT)
    assert problems == []
    assert (reading.seen, reading.list, reading.format, reading.published) == (1, "au-dfat", "au-xlsx", None)
    assert (party.id, party.kind) == ("au-dfat:3", Kind.PERSON)
    assert [(name.text, name.quality, name.script) for name in party.names] == [
        ("Abdul Kabir Mohammad Jan", Quality.PRIMARY, "Latn"),
        ("عبد الکبیر محمد جان", Quality.STRONG, "Arab"),
        ("A. Kabir", Quality.WEAK, "Latn"),
    ]
    assert party.birth_dates == ("1963~", "1972-01-30")
    assert party.birth_places == ("Nahrin District, Baghlan Province, Afghanistan",)
    assert [(country.code, country.role) for country in party.countries] == [
        ("af", CountryRole.CITIZENSHIP),
        ("af", CountryRole.BIRTH),
    ]
    assert [(address.text, address.country) for address in party.addresses] == [("Afghanistan", "af")]
    assert party.titles == ("Maulavi",)
    assert party.notes == (KABIR["Additional Information"], KABIR["Listing Information"])


def test_a_decision_has_the_measures_that_the_record_marks() -> None:
    _, (party, ship), problems = read(KABIR, NOCTIS)
    assert problems == []
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("DFAT", "1988 (Taliban)")
    assert decision.legal_basis == KABIR["Instrument of Designation"]
    assert (decision.listed_on, decision.amended_on) == (
        "2001-01-25",
        ("2003-09-03", "2026-04-28", "2026-05-08"),
    )
    assert decision.effects == (
        Effect.ASSET_FREEZE,
        Effect.FUNDS_FORBIDDEN,
        Effect.TRAVEL_BAN,
        Effect.ARMS_EMBARGO,
    )
    assert ship.designations[0].effects == (Effect.SHIPPING,)
    assert ship.designations[0].listed_on is None


def test_a_ship_has_its_imo_number() -> None:
    _, (ship,), _ = read(NOCTIS)
    assert (ship.kind, ship.identifiers) == (Kind.VESSEL, (Identifier(IdentifierType.IMO, "9258868"),))


def test_a_travel_ban_marked_for_an_organisation_is_none() -> None:
    # 75 entities of 1718 (DPRK) are marked so.
    _, (party,), _ = read({**KABIR, "Type": "Entity"})
    assert Effect.TRAVEL_BAN not in party.designations[0].effects
    assert party.kind is Kind.ORGANIZATION


def test_the_uns_number_makes_it_the_same_as_the_uns_party() -> None:
    _, (party, ship), _ = read(KABIR, NOCTIS)
    assert party.relations == (Relation("same as", "TAi.003", PartyId("un-sc:TAi.003")),)
    assert ship.relations == ()


def test_the_record_is_its_rows_as_csv() -> None:
    _, (party,), _ = read(KABIR, ALIAS)
    rows = list(csv.reader(io.StringIO(party.record)))
    assert [row[:4] for row in rows] == [
        ["3", "Abdul Kabir Mohammad Jan", "Individual", "Primary Name"],
        ["3a", "A. Kabir", "Individual", "Alias"],
    ]
    assert rows[0][13] == "2026-05-08"


def test_where_rows_differ_all_their_facts_are_kept() -> None:
    other = {**ALIAS, "Date of Birth": 1960, "Citizenship": "Afghanistan;Pakistan"}
    _, (party,), _ = read(KABIR, other)
    assert party.birth_dates == ("1963~", "1972-01-30", "1960")
    assert Country("pk", CountryRole.CITIZENSHIP) in party.countries  # type: ignore[arg-type]


def test_rows_of_a_reference_need_not_stand_together() -> None:
    reading, parties, _ = read(KABIR, NOCTIS, ALIAS)
    assert [(party.id, len(party.names)) for party in parties] == [("au-dfat:3", 2), ("au-dfat:8228", 1)]
    assert reading.seen == 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Abdul Jalil Haqqani (previously listed as)", [("Abdul Jalil Haqqani", Quality.FORMER)]),
        (
            "Ri'ad Hijazi (Previously listed as. In Arabic: رياض الحجازي)",
            [("رياض الحجازي", Quality.STRONG), ("Ri'ad Hijazi", Quality.FORMER)],
        ),
        ("Al-Qaida in Yemen (AQY)", [("Al-Qaida in Yemen (AQY)", Quality.STRONG)]),
    ],
)
def test_a_name_says_itself_when_it_is_a_former_one(name: str, expected: list[tuple[str, Quality]]) -> None:
    alias = {**ALIAS, "Alias Strength": "Strong", "Name of Individual or Entity": name}
    _, (party,), _ = read(KABIR, alias)
    assert [(one.text, one.quality) for one in party.names[1:]] == expected


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("Kabul, Afghanistan", "af"),
        ("Afghanistan (as at June 2014)", "af"),
        ("Karaj, Iran (Islamic Republic of)", "ir"),
        ("Per. Maliy Ivanovskiy, 4, 1, Moscow 109028 Russia", "ru"),
        ("Las Cruces, New Mexico", None),
        ("Pyongyang", None),
    ],
)
def test_an_address_ends_in_its_country(address: str, country: str | None) -> None:
    _, (party,), _ = read({**KABIR, "Address": address})
    assert [(one.text, one.country) for one in party.addresses] == [(address, country)]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("Date of Birth", "10/061962", "'10/061962' in '10/061962' can't be read; it is left out"),
        ("Type", "Asset", "'Asset' is not known; read as person or organisation"),
        ("IMO Number", "IMO 1", "'IMO 1' is no IMO number (seven digits); kept as another number"),
        ("Control Date", "soon", "'soon' is no date; it is left out"),
        ("Name Type", "Nickname", "'Nickname' is not known; read as a strong alias"),
        ("Committees", "9999 (Nowhere)", "the programme '9999 (Nowhere)' of DFAT is not in the table"),
    ],
)
def test_a_field_that_cannot_be_read_loses_no_party(column: str, value: str, message: str) -> None:
    _, (party,), problems = read({**KABIR, column: value})
    assert party.name == "Abdul Kabir Mohammad Jan"
    assert any(message in problem.message and not problem.lost for problem in problems)
    assert all(problem.record == "3" for problem in problems)


def test_an_alias_without_primary_name_stands_for_it_and_says_so() -> None:
    _, (party,), (problem,) = read(ALIAS)
    assert party.names[0].quality is Quality.PRIMARY
    assert "no primary name; 'A. Kabir' stands for it" in problem.message


def test_a_second_primary_name_is_an_alias_and_says_so() -> None:
    _, (party,), (problem,) = read(KABIR, {**KABIR, "Name of Individual or Entity": "Another"})
    assert [(name.text, name.quality) for name in party.names] == [
        ("Abdul Kabir Mohammad Jan", Quality.PRIMARY),
        ("Another", Quality.STRONG),
    ]
    assert "a second primary name, 'Another', is read as a strong alias" in problem.message


@pytest.mark.parametrize("reference", ["", "none", "a3", "3-4", "12345678901"])
def test_a_row_whose_reference_cannot_be_read_is_lost_and_counted(reference: str) -> None:
    reading, (party,), (problem,) = read(KABIR, {**ALIAS, "Reference": reference})
    assert (reading.seen, party.id) == (2, "au-dfat:3")
    assert (problem.lost, problem.where) == (True, "au.xlsx row 3")
    assert f"{reference!r} is no reference" in problem.message


def test_a_reference_without_name_is_lost_and_counted() -> None:
    reading, (party,), (problem,) = read({**NOCTIS, "Name of Individual or Entity": " "}, KABIR)
    assert (reading.seen, party.id) == (2, "au-dfat:3")
    assert (problem.lost, problem.record) == (True, "8228")


def test_columns_are_told_by_their_names_and_may_be_fewer_or_more() -> None:
    columns = ("Name Type", "Type", "Rating", "Name of Individual or Entity", "Reference")
    _, (party,), (problem,) = read({**KABIR, "Rating": "high"}, columns=columns)
    assert party.name == "Abdul Kabir Mohammad Jan"
    assert (party.birth_dates, party.designations[0].programme) == ((), None)
    assert (problem.field, problem.lost) == ("Rating", False)
    assert "high" in party.record


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (au_file(KABIR, columns=("Name", "Type")), r"au\.xlsx has no column 'Reference' in the first row"),
        (au_file(), r"au\.xlsx holds no entries; download it again"),
        (ReceivedFile("au.xlsx", xlsx()).members(), r"au\.xlsx has no column 'Reference'"),
    ],
)
def test_another_workbook_is_refused(files: tuple[SourceFile, ...], message: str) -> None:
    with pytest.raises(ListError, match=message):
        au_xlsx.read(files)


def test_australias_list_cannot_be_another_list() -> None:
    with pytest.raises(
        ListError, match=r"au\.xlsx is Australia's list \(au-dfat\) and can't be un-sc; leave --list out"
    ):
        au_xlsx.read(au_file(KABIR), ListId("un-sc"))
    assert au_xlsx.read(au_file(KABIR), ListId("au-dfat")).list == "au-dfat"


@pytest.mark.parametrize("place", range(0, 3000, 150))
def test_a_damaged_workbook_is_refused_or_read_and_nothing_else(place: int) -> None:
    raw = bytearray(xlsx(list(COLUMNS), [KABIR.get(column) for column in COLUMNS]))
    raw[place % len(raw)] ^= 0x55
    told = "au.xlsx"
    try:
        assert list(au_xlsx.read(ReceivedFile("au.xlsx", bytes(raw)).members()).records)
    except ListError as error:
        told = str(error)
    assert "au.xlsx" in told
