"""Every row of the US Consolidated Screening List and of the Denied Persons List is accounted for."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from types import ModuleType

from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import PartyId
from namesake.sources import us_csl, us_dpl
from namesake.sources.files import source_files
from namesake.sources.ofac_xml import read as read_ofac

CSL_ROWS, CSL_PARTIES = 14_160, 14_048
DPL_ROWS, DPL_PARTIES = 581, 460


def csl_path(shared: Path) -> Path:
    return shared / "lists" / "us-csl" / "2022-04-21_consolidated.csv"


def dpl_path(shared: Path) -> Path:
    return shared / "lists" / "us-bis-dpl" / "dpl.txt"


@cache
def edition(module: ModuleType, path: Path) -> tuple[tuple[Party, ...], tuple[Problem, ...], int]:
    files = source_files(path)
    assert module.recognises(files)
    reading = module.read(files)
    records = list(reading.records)
    parties = tuple(record for record in records if isinstance(record, Party))
    return parties, tuple(record for record in records if isinstance(record, Problem)), reading.seen


@cache
def rows_of(path: Path, delimiter: str) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream, delimiter=delimiter))


def test_every_row_of_the_screening_list_is_accounted_for(shared: Path) -> None:
    parties, problems, seen = edition(us_csl, csl_path(shared))
    rows = rows_of(csl_path(shared), ",")
    ids = {row["entity_number"] or row["_id"] for row in rows}
    assert (len(rows), len(ids)) == (CSL_ROWS, CSL_PARTIES)
    assert problems == ()
    assert seen == len(parties) == CSL_PARTIES
    assert {party.id.removeprefix("us-csl:") for party in parties} == ids
    kept = [row for party in parties for row in csv.reader(io.StringIO(party.record))]
    assert Counter(row[0] for row in kept) == Counter(row["_id"] for row in rows)


def test_each_party_says_of_which_lists_it_is(shared: Path) -> None:
    sources: dict[str, set[str]] = defaultdict(set)
    for row in rows_of(csl_path(shared), ","):
        sources[f"us-csl:{row['_id']}"].add(row["source"])
    for party in edition(us_csl, csl_path(shared))[0]:
        told = {detail.value for detail in party.details if detail.label == "source list"}
        assert told == sources[party.id]
    assert sum(len(one) > 1 for one in sources.values()) == 70
    assert len(set().union(*sources.values())) == 13


def test_every_name_alias_and_birth_date_is_its_partys(shared: Path) -> None:
    parties = {party.id: party for party in edition(us_csl, csl_path(shared))[0]}
    for row in rows_of(csl_path(shared), ","):
        party = parties[PartyId(f"us-csl:{row['_id']}")]
        names = {name.text for name in party.names}
        assert " ".join(row["name"].split()) in names
        for alias in row["alt_names"].split("; "):
            plain = " ".join(alias.split()).strip(" ;").removeprefix("and ")
            assert plain in names or not plain
        dates = [date for date in row["dates_of_birth"].split("; ") if re.fullmatch(r"[\d-]+", date)]
        assert set(dates) <= set(party.birth_dates)


def test_every_party_has_a_decision_whose_effects_are_known(shared: Path) -> None:
    silent = Counter(
        decision.programme
        for party in edition(us_csl, csl_path(shared))[0]
        for decision in party.designations
        if not decision.effects
    )
    # What a transfer of lethal military equipment brings about stands in the notice.
    assert silent == {"Transfer of Lethal Military Equipment": 5}
    assert all(party.designations for party in edition(us_csl, csl_path(shared))[0])


def test_ofacs_parties_are_as_in_its_own_file_of_the_year_before(shared: Path) -> None:
    """Two publishers of one fact agree: numbers, primary names and passports of March 2021 and April 2022."""
    own = {
        str(party.id): party
        for party in read_ofac(source_files(shared / "lists" / "us-ofac-sdn" / "2021-03-10_sdn.xml")).records
        if isinstance(party, Party)
    }
    both = [
        (party, own[str(one.party)])
        for party in edition(us_csl, csl_path(shared))[0]
        for one in party.relations
        if one.party and str(one.party) in own
    ]
    assert len(both) > 8_000
    assert sum(party.name == of_ofac.name for party, of_ofac in both) / len(both) > 0.97
    assert sum(party.kind == of_ofac.kind for party, of_ofac in both) == len(both)
    numbers = [(party, of_ofac) for party, of_ofac in both if of_ofac.identifiers]
    same = sum(
        {(one.type, one.value) for one in party.identifiers}
        >= {(one.type, one.value) for one in of_ofac.identifiers}
        for party, of_ofac in numbers
    )
    assert same / len(numbers) > 0.9


def test_every_row_of_the_denied_persons_is_accounted_for(shared: Path) -> None:
    parties, problems, seen = edition(us_dpl, dpl_path(shared))
    rows = rows_of(dpl_path(shared), "\t")
    assert len(dpl_path(shared).read_text().splitlines()) - 1 == len(rows) == DPL_ROWS
    impossible = {row["Last_Update"] for row in rows if row["Last_Update"] > "2100"}
    assert {problem.message.partition(" is ")[0].strip("'") for problem in problems} == impossible
    assert impossible == {"2922-09-01", "3017-08-22"}
    assert seen == len(parties) == len({party.id for party in parties}) == DPL_PARTIES
    assert sum(len(party.record.splitlines()) for party in parties) == DPL_ROWS
    # One party for each name, but for one name spelled in two ways, and two who are under two orders.
    names = {" ".join(row["Name"].split()) for row in rows}
    assert {name.text for party in parties for name in party.names} == names
    assert [party.name for party in parties if len(party.names) > 1] == ["AL NASER AIRLINES"]
    assert {party.name for party in parties if sum(one.name == party.name for one in parties) > 1} == {
        "I. ASH",
        "HAYDEE HERRERA",
    }


def test_addresses_and_days_of_the_denied_are_those_of_the_file(shared: Path) -> None:
    rows = rows_of(dpl_path(shared), "\t")
    parties = edition(us_dpl, dpl_path(shared))[0]
    written = {(" ".join(row["Name"].split()), " ".join(row["Street_Address"].split())) for row in rows}
    read = {
        (name.text, address.street or "")
        for party in parties
        for name in party.names
        for address in party.addresses
    }
    assert {pair for pair in written if pair[1]} <= read
    days = {(" ".join(row["Name"].split()), row["Effective_Date"]) for row in rows}
    for party in parties:
        (decision,) = party.designations
        year, month, day = str(decision.listed_on).split("-")
        assert (party.name, f"{month}/{day}/{year}") in days


def test_a_denied_person_has_one_id_in_two_editions(shared: Path) -> None:
    """The screening list holds the Denied Persons List of April 2022, `dpl.txt` that of a later day."""
    then = {
        str(one.party): party.name
        for party in edition(us_csl, csl_path(shared))[0]
        for one in party.relations
        if str(one.party).startswith("us-bis-dpl:")
    }
    now = {str(party.id): party.name for party in edition(us_dpl, dpl_path(shared))[0]}
    assert (len(then), len(then.keys() & now.keys())) == (437, 432)
    # The others have left the list, and not come back under another id.
    assert {then[gone] for gone in then.keys() - now.keys()} & set(now.values()) == set()
