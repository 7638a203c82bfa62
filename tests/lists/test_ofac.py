"""OFAC's own files: every record accounted for, and the formats in agreement with each other.

Records are counted here by means of their own: a regular expression over the bytes of the XML, the
csv module over the rows of the CSV.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import NamedTuple

import pytest

from namesake.model.edition import Problem
from namesake.model.party import Effect, FactKind, Party
from namesake.model.values import Name, Quality
from namesake.sources import ofac_csv, ofac_xml
from namesake.sources.files import source_files
from namesake.sources.reading import Reading

SDN_XML = {
    "us-ofac-sdn/2021-03-10_sdn.xml": dt.date(2021, 3, 10),
    "us-ofac-sdn/2024-05-07_sdn.xml": dt.date(2024, 5, 7),
}
CONS_XML = {
    "us-ofac-cons/2024-05-06_consolidated.xml": dt.date(2024, 5, 6),
    "us-ofac-cons/2026-01-08_consolidated.xml": dt.date(2026, 1, 8),
}
OTHER_LAYOUTS = ("us-ofac-cons/2020-03-17_cons_advanced.xml", "us-ofac-cons/2025-01-10_cons_enhanced.xml")
CSV_FOLDERS = (
    "us-ofac-sdn/2021-04_csv",
    "us-ofac-sdn/2022-01_csv",
    "us-ofac-cons/2024-08_csv",
    "us-ofac-cons/2025-04_csv",
)
SERIES = tuple(
    f"us-ofac-sdn/sdn_csv_series/sdn_{day}.csv.zst"
    for day in (
        "2021-08-20", "2021-12-30", "2022-02-24", "2022-03-31", "2023-02-24", "2023-06-29", "2024-02-20",
        "2024-02-23", "2024-04-26", "2024-05-01", "2024-05-03",
    )
)  # fmt: skip
# Parties every edition of the SDN list here holds, with their names.
ALWAYS_LISTED = {
    "11462": "KATA'IB HIZBALLAH",
    "28571": "AL-HAMIDAWI, Ahmad",
    "30242": "AL-FAYYADH, Falih",
    "10481": "SOLEIMANI, Qasem",
    "11461": "AL-MUHANDIS, Abu Mahdi",
}


class Edition(NamedTuple):
    """One edition as its reader gave it."""

    name: str
    path: Path
    reading: Reading
    parties: dict[str, Party]
    problems: list[Problem]

    @property
    def numbers(self) -> set[str]:
        return {party_id.partition(":")[2] for party_id in self.parties}


def read(shared: Path, name: str) -> Edition:
    path = shared / "lists" / name
    files = source_files(path)
    reader = ofac_xml if path.suffix == ".xml" else ofac_csv
    assert reader.recognises(files)
    edition = Edition(name, path, reader.read(files), {}, [])
    for record in edition.reading.records:
        if isinstance(record, Party):
            assert record.id not in edition.parties
            edition.parties[record.id] = record
        else:
            edition.problems.append(record)
    return edition


@pytest.fixture(scope="module", params=[*SDN_XML, *CONS_XML])
def xml(request: pytest.FixtureRequest, shared: Path) -> Edition:
    return read(shared, request.param)


@pytest.fixture(scope="module", params=[*CSV_FOLDERS, *SERIES])
def trio(request: pytest.FixtureRequest, shared: Path) -> Edition:
    return read(shared, request.param)


def rows(edition: Edition, columns: int) -> list[list[str]]:
    """The rows of the file of an edition that has so many columns."""
    for file in source_files(edition.path):
        with file.open() as stream:
            table = list(csv.reader(io.StringIO(stream.read().decode(), newline="")))
        if len(table[0]) == columns:
            return [row for row in table if len(row) > 1]
    return []


def test_every_file_of_ofac_that_is_there_is_tested_here(shared: Path) -> None:
    tested = {*SDN_XML, *CONS_XML, *OTHER_LAYOUTS, *CSV_FOLDERS, *SERIES}
    there = {
        str((path.parent if path.suffix == ".csv" else path).relative_to(shared / "lists"))
        for folder in ("us-ofac-sdn", "us-ofac-cons")
        for path in (shared / "lists" / folder).rglob("*")
        if path.is_file()
    }
    assert there == tested


def test_every_entry_of_the_xml_becomes_a_party(xml: Edition) -> None:
    data = xml.path.read_bytes()
    uids = re.findall(rb"<sdnEntry>\s*<uid>(\d+)</uid>", data)
    assert len(uids) == len(re.findall(rb"<sdnEntry>", data)) == xml.reading.declared
    assert xml.reading.seen == len(xml.parties) == len(uids)
    assert xml.numbers == {uid.decode() for uid in uids}
    # Not one field of all four files had to be set aside.
    assert xml.problems == []
    assert xml.reading.published == (SDN_XML | CONS_XML)[xml.name]
    assert xml.reading.list == ("us-ofac-sdn" if xml.name in SDN_XML else "us-ofac-cons")


ELEMENTS: dict[bytes, Callable[[Party], int]] = {
    rb"<aka>": lambda party: len(party.names) - 1,
    rb"<dateOfBirthItem>": lambda party: len(party.birth_dates),
    rb"<placeOfBirthItem>": lambda party: len(party.birth_places),
    rb"<address>": lambda party: len(party.addresses),
    rb"<program>": lambda party: len(party.designations),
}


@pytest.mark.parametrize("tag", ELEMENTS)
def test_no_element_of_the_xml_is_left_out(tag: bytes, xml: Edition) -> None:
    there = len(re.findall(tag, xml.path.read_bytes()))
    kept = sum(map(ELEMENTS[tag], xml.parties.values()))
    # A few facts are given twice for one party and kept once; two birth dates and a name stand in remarks.
    assert there * 0.998 <= kept <= there + 2


@pytest.mark.parametrize("name", OTHER_LAYOUTS)
def test_the_other_layouts_are_left_to_other_readers(shared: Path, name: str) -> None:
    files = source_files(shared / "lists" / name)
    assert not ofac_xml.recognises(files)
    assert not ofac_csv.recognises(files)


def test_every_row_of_the_csv_becomes_a_party_or_a_problem(trio: Edition) -> None:
    primary = rows(trio, 12)
    lost = [problem for problem in trio.problems if problem.lost]
    assert trio.reading.seen == len(primary) == len(trio.parties) + len(lost)
    assert len(lost) <= 0.001 * len(primary)
    assert trio.numbers == {row[0] for row in primary}
    assert trio.reading.published is None
    assert trio.reading.list == ("us-ofac-cons" if "cons" in trio.name else "us-ofac-sdn")


def test_every_problem_of_the_csv_is_explained(trio: Edition) -> None:
    explained: list[tuple[bool, str, str | None]] = []
    if trio.name == "us-ofac-sdn/2022-01_csv":
        # The file went through other hands: its last row (34489 in OFAC's) was given the number of
        # AL-ZOMOR and is lost; the address of 34489 has no party.
        explained += [(True, "sdn.csv line 9044", "2677"), (False, "add.csv line 13625", "34489")]
    cut = [row[0] for row in rows(trio, 12) if len(row[11]) == 1000]
    if cut and not rows(trio, 2):
        # Remarks have room for 1,000 characters; in all folders but one the file with the rest is missing.
        assert trio.problems[-1].message.endswith(f"They are {', '.join(cut)}")
        explained.append((False, trio.problems[-1].where, None))
    assert [(problem.lost, problem.where, problem.record) for problem in trio.problems] == explained


def test_an_edition_without_aliases_or_addresses_says_so(trio: Edition) -> None:
    aliases, addresses = rows(trio, 5), rows(trio, 6)
    assert (FactKind.ALIASES in trio.reading.lacks) == (not aliases)
    assert (FactKind.ADDRESSES in trio.reading.lacks) == (not addresses)
    qualities = Counter(name.quality for party in trio.parties.values() for name in party.names)
    assert qualities[Quality.WEAK]
    # A few aliases and addresses are given twice for one party and kept once.
    strong = qualities[Quality.STRONG] + qualities[Quality.FORMER]
    assert 0.998 * len(aliases) <= strong <= len(aliases)
    with_parts = [row for row in addresses if any(part.strip() != "-0-" for part in row[2:])]
    kept = sum(len(party.addresses) for party in trio.parties.values())
    assert 0.998 * len(with_parts) <= kept <= len(with_parts)


def check_always_listed(edition: Edition) -> None:
    parties = edition.parties
    assert {number: parties[f"us-ofac-sdn:{number}"].name for number in ALWAYS_LISTED} == ALWAYS_LISTED
    soleimani = parties["us-ofac-sdn:10481"]
    assert soleimani.birth_dates == ("1957-03-11",)
    assert ("008827", "ir", "1999") in [
        (identifier.value, identifier.country, identifier.issued) for identifier in soleimani.identifiers
    ]
    brigades = parties["us-ofac-sdn:11462"]
    assert Name("ISLAMIC RESISTANCE IN IRAQ", Quality.WEAK) in brigades.names


def test_the_militias_of_iraq_are_in_every_xml_of_the_sdn_list(xml: Edition) -> None:
    if xml.reading.list == "us-ofac-sdn":
        check_always_listed(xml)


def test_the_militias_of_iraq_are_in_every_csv_of_the_sdn_list(trio: Edition) -> None:
    if trio.reading.list == "us-ofac-sdn":
        check_always_listed(trio)


def test_the_comments_file_continues_what_the_primary_file_cuts(shared: Path) -> None:
    parties = read(shared, "us-ofac-cons/2024-08_csv").parties
    bank = parties["us-ofac-cons:17014"]
    # CONS_PRIM.CSV ends "Registration Numbe", CONS_COMMENTS.CSV goes on "r 1027700342890 (Russia); ..."
    assert "1027700342890" in {identifier.value for identifier in bank.identifiers}
    assert "RUSAG" in {name.text for name in bank.names}


def test_nobody_is_blocked_by_the_consolidated_list_alone(shared: Path) -> None:
    parties = read(shared, "us-ofac-cons/2024-05-06_consolidated.xml").parties
    decisions = [(id.partition(":")[2], one) for id, party in parties.items() for one in party.designations]
    assert len(decisions) == 512
    blocked = {(number, one.programme) for number, one in decisions if Effect.ASSET_FREEZE in one.effects}
    sdn = read(shared, "us-ofac-sdn/2024-05-07_sdn.xml").parties
    assert len(blocked) == 50
    listed = {(id.partition(":")[2], one.programme) for id in sdn for one in sdn[id].designations}
    assert blocked <= listed
    assert all(one.effects for _, one in decisions)
    railways = parties["us-ofac-cons:34736"]
    assert [(decision.programme, decision.listed_on) for decision in railways.designations] == [
        ("RUSSIA-EO14024", "2022-02-24")
    ]
    assert railways.designations[0].effects == (Effect.SECTORAL,)


def plain(text: str) -> str:
    """Without quotation marks, of which the CSV keeps one kind."""
    return text.replace('"', "'")


FACTS: dict[str, Callable[[Party], set[Hashable]]] = {
    "names": lambda party: {(plain(name.text), name.quality) for name in party.names},
    "kinds": lambda party: {party.kind},
    "birth dates": lambda party: set(party.birth_dates),
    "birth places": lambda party: set(party.birth_places),
    "countries": lambda party: set(party.countries),
    "genders": lambda party: set(party.genders),
    "identifiers": lambda party: set(party.identifiers),
    "programmes": lambda party: {decision.programme for decision in party.designations},
    "addresses": lambda party: {plain(address.text) for address in party.addresses},
    "contacts": lambda party: set(party.contacts),
    "positions": lambda party: {plain(position) for position in party.positions},
    "titles": lambda party: set(party.titles),
    "details": lambda party: set(party.details),
    "relations": lambda party: {(relation.type, relation.name.rstrip(".")) for relation in party.relations},
}
"""What is compared; a name at the end of the CSV's remarks may have lost or gained its period."""

# Their entries OFAC changed between 10 March and the CSV of April 2021 (names of five Burmese officers
# turned round, birth date and gender of GROMOV added, ...); their designations are newer in the CSV.
CHANGED_SINCE = {"16689", "24807", "24808", "24809", "24810", "24812", "26235", "31373"}


@pytest.fixture(scope="module")
def march_and_april(shared: Path) -> tuple[dict[str, Party], dict[str, Party], set[str]]:
    """The XML of 10 March 2021, the CSV of April 2021, and the numbers whose remarks the CSV cuts."""
    march, april = read(shared, "us-ofac-sdn/2021-03-10_sdn.xml"), read(shared, "us-ofac-sdn/2021-04_csv")
    cut = set(april.problems[-1].message.partition("They are ")[2].split(", "))
    return march.parties, april.parties, cut


@pytest.mark.parametrize("kind", FACTS)
def test_xml_and_csv_of_one_time_agree(
    kind: str, march_and_april: tuple[dict[str, Party], dict[str, Party], set[str]]
) -> None:
    march, april, cut = march_and_april
    facts = FACTS[kind]
    both = march.keys() & april.keys()
    assert len(both) == 8826
    differ = {
        party_id.partition(":")[2] for party_id in both if facts(march[party_id]) != facts(april[party_id])
    }
    having = sum(bool(facts(march[party_id]) or facts(april[party_id])) for party_id in both)
    agreement = 1 - len(differ) / having
    print(f"{kind}: {agreement:.3%} of the {having:,} parties that have any")
    assert agreement >= 0.99
    # All that differs is explained.
    assert differ - cut <= CHANGED_SINCE
