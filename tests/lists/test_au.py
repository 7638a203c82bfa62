"""Every row of Australia's list is accounted for, counted in the XML inside the workbook."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from namesake.model.edition import Problem
from namesake.model.party import Effect, FactKind, Party
from namesake.model.values import IdentifierType, Quality
from namesake.sources import au_xlsx
from namesake.sources.files import source_files
from namesake.sources.programmes import is_known

ROWS, REFERENCES = 11_068, 3_846
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST_DAY = dt.date(1899, 12, 30)


def path_of(shared: Path) -> Path:
    return shared / "lists" / "au-dfat" / "2026-08-01_regulation8.xlsx"


@cache
def edition(path: Path) -> tuple[tuple[Party, ...], tuple[Problem, ...], int]:
    files = source_files(path)
    assert au_xlsx.recognises(files)
    reading = au_xlsx.read(files)
    records = list(reading.records)
    parties = tuple(record for record in records if isinstance(record, Party))
    return parties, tuple(record for record in records if isinstance(record, Problem)), reading.seen


@cache
def sheet(path: Path) -> tuple[dict[str, str], ...]:
    """The rows by column, straight from the parts of the workbook; days are numbers of days there."""
    with zipfile.ZipFile(path) as archive:
        strings = [
            "".join(text.text or "" for text in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        ]
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in root.iter(f"{_MAIN}row"):
        cells = {}
        for cell in row:
            value = cell.findtext(f"{_MAIN}v") or ""
            place = re.sub(r"\d", "", cell.get("r") or "")
            cells[place] = strings[int(value)] if value and cell.get("t") == "s" else value
        rows.append(cells)
    header, *body = rows
    return tuple({name: row.get(place, "") for place, name in header.items()} for row in body)


def number(row: dict[str, str]) -> str:
    found = re.match(r"\d+", row["Reference"])
    assert found
    return found[0]


def test_every_row_is_accounted_for(shared: Path) -> None:
    with zipfile.ZipFile(path_of(shared)) as archive:
        raw = archive.read("xl/worksheets/sheet1.xml")
    assert len(re.findall(rb"<row [^>]*>", raw)) - 1 == ROWS
    references = {number(row) for row in sheet(path_of(shared))}
    assert (len(sheet(path_of(shared))), len(references)) == (ROWS, REFERENCES)
    parties, problems, seen = edition(path_of(shared))
    assert seen == len(parties) + sum(problem.lost for problem in problems) == REFERENCES
    assert not any(problem.lost for problem in problems)
    assert {party.id.removeprefix("au-dfat:") for party in parties} == references
    # Each row stands in the record of its party.
    rows = [line for party in parties for line in csv.reader(io.StringIO(party.record))]
    assert len(rows) == ROWS
    assert Counter(row[0] for row in rows) == Counter(row["Reference"] for row in sheet(path_of(shared)))


def test_only_four_birth_dates_cannot_be_read(shared: Path) -> None:
    told = {problem.record: problem.message for problem in edition(path_of(shared))[1]}
    assert set(told) == {"1145", "1930", "2647", "6960"}
    assert all("can't be read; it is left out" in message for message in told.values())


def test_every_name_is_a_name_of_its_party(shared: Path) -> None:
    names = {party.id: {name.text for name in party.names} for party in edition(path_of(shared))[0]}
    missing = [
        text
        for row in sheet(path_of(shared))
        if (text := " ".join(row["Name of Individual or Entity"].split()))
        not in names[f"au-dfat:{number(row)}"]  # type: ignore[index]
    ]
    # Those are read without what stands in brackets behind them.
    assert all("listed as" in text.casefold() for text in missing)
    assert len(missing) == 13


def test_qualities_are_those_of_the_file(shared: Path) -> None:
    weak = sum(row["Alias Strength"] == "Weak" for row in sheet(path_of(shared)))
    counted = Counter(name.quality for party in edition(path_of(shared))[0] for name in party.names)
    assert counted[Quality.PRIMARY] == REFERENCES
    # A few stand twice, once of them as strong.
    assert 0 <= weak - counted[Quality.WEAK] <= 4
    script = {number(row) for row in sheet(path_of(shared)) if row["Name Type"] == "Original Script"}
    read = {
        party.id.removeprefix("au-dfat:")
        for party in edition(path_of(shared))[0]
        if FactKind.ORIGINAL_SCRIPT in party.facts()
    }
    assert len(script - read) <= 3


@pytest.mark.parametrize(
    ("column", "effect", "more"),
    [
        ("Targeted Financial Sanction", Effect.ASSET_FREEZE, 0),
        ("Arms Embargo", Effect.ARMS_EMBARGO, 0),
        ("Maritime Restriction", Effect.SHIPPING, 0),
        # 77 organisations are marked too, and can't travel.
        ("Travel Ban", Effect.TRAVEL_BAN, 77),
    ],
)
def test_measures_are_those_marked_in_the_file(shared: Path, column: str, effect: Effect, more: int) -> None:
    marked = {number(row) for row in sheet(path_of(shared)) if row[column] == "1"}
    read = {
        party.id.removeprefix("au-dfat:")
        for party in edition(path_of(shared))[0]
        if effect in party.designations[0].effects
    }
    assert read <= marked
    assert len(marked - read) == more


def test_days_in_cells_of_their_own_are_read_exactly(shared: Path) -> None:
    parties = {party.id: party for party in edition(path_of(shared))[0]}
    days = 0
    for row in sheet(path_of(shared)):
        party = parties[f"au-dfat:{number(row)}"]  # type: ignore[index]
        born = row["Date of Birth"]
        if re.fullmatch(r"\d{4,5}", born) and int(born) > 2100:
            assert (_FIRST_DAY + dt.timedelta(days=int(born))).isoformat() in party.birth_dates
            days += 1
        elif re.fullmatch(r"\d{4}", born):
            assert born in party.birth_dates
    assert days == 4_207


def test_ships_have_the_numbers_of_the_file(shared: Path) -> None:
    written = {row["IMO Number"] for row in sheet(path_of(shared)) if row["IMO Number"]}
    read = {
        one.value
        for party in edition(path_of(shared))[0]
        for one in party.identifiers
        if one.type is IdentifierType.IMO
    }
    assert len(written) == 261
    assert written <= read


def test_every_committee_is_in_the_table_of_effects(shared: Path) -> None:
    committees = {row["Committees"] for row in sheet(path_of(shared))}
    assert len(committees) == 29
    assert all(is_known("DFAT", committee) for committee in committees)


def test_the_uns_numbers_lead_to_the_uns_parties(shared: Path) -> None:
    newest = (shared / "lists" / "un-sc" / "un_consolidated_2026-08-01.xml").read_text("utf-8")
    on_list = set(re.findall(r"<REFERENCE_NUMBER>\s*([A-Z]{2}[ie]\.\d{3})\s*<", newest))
    quoted = {
        str(one.party).removeprefix("un-sc:")
        for party in edition(path_of(shared))[0]
        for one in party.relations
    }
    assert len(quoted) >= 780
    # Those that the UN delisted since are quoted in old texts.
    assert len(quoted & on_list) / len(quoted) >= 0.95
