"""Every record of the UK's lists held for development is accounted for, counted with other means."""

from __future__ import annotations

import csv
import re
import time
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from namesake.model.edition import Problem
from namesake.model.party import Effect, Party
from namesake.model.values import IdentifierType, Kind, Quality
from namesake.sources import gb_csv, gb_xml
from namesake.sources.files import source_files
from namesake.sources.programmes import programme_of

GROUPS = 4686


def conlist_of(shared: Path) -> Path:
    return shared / "lists" / "gb-ofsi" / "2025-04-10_ConList.csv"


def uksl_of(shared: Path) -> Path:
    return shared / "lists" / "gb-fcdo" / "uksl_xml_excerpt_2026-09-07" / "uk-sanctions-list_excerpt.xml"


@cache
def conlist(path: Path) -> tuple[dict[str, Party], tuple[Problem, ...], int, str]:
    files = source_files(path)
    assert gb_csv.recognises(files)
    reading = gb_csv.read(files)
    records = list(reading.records)
    parties = {one.id.removeprefix("gb-ofsi:"): one for one in records if isinstance(one, Party)}
    problems = tuple(one for one in records if isinstance(one, Problem))
    return parties, problems, reading.seen, str(reading.published)


@cache
def raw(path: Path) -> dict[str, list[dict[str, str]]]:
    """The rows by `Group ID`, as Python's csv module reads them."""
    with path.open(encoding="utf-8", newline="") as stream:
        assert next(stream) == "Last Updated,10/04/2025\r\n"
        groups = defaultdict(list)
        for row in csv.DictReader(stream):
            groups[row["Group ID"]].append(row)
    return groups


def test_every_group_is_a_party(shared: Path) -> None:
    path = conlist_of(shared)
    parties, problems, seen, published = conlist(path)
    groups = raw(path)
    assert sum(map(len, groups.values())) == 18_796
    assert seen == len(groups) == GROUPS
    assert parties.keys() == groups.keys()
    assert not any(problem.lost for problem in problems)
    assert published == "2025-04-10"
    # 16601 and 16789 have name variations only.
    assert {(one.record, one.field) for one in problems} == {("16601", "names"), ("16789", "names")}


def test_every_row_stands_in_its_partys_record(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    for number, rows in raw(conlist_of(shared)).items():
        again = list(csv.reader(parties[number].record.splitlines(keepends=True)))
        assert [row[-1] for row in again] == [number] * len(rows)
        assert [row[0] for row in again] == [row["Name 6"] for row in rows]


def test_every_name_is_a_name_of_its_party_with_its_quality(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    for number, rows in raw(conlist_of(shared)).items():
        written: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            parts = (row[f"Name {part}"] for part in range(1, 7))
            written[" ".join(" ".join(parts).split())].add(row["Alias Quality"])
            if script := " ".join(row["Name Non-Latin Script"].split()):
                written[script].add(row["Alias Quality"])
        read = {name.text: name.quality for name in parties[number].names}
        assert read.keys() == written.keys()
        weak = {text for text, qualities in written.items() if qualities == {"Low quality"}}
        assert {text for text, quality in read.items() if quality is Quality.WEAK} == weak
        assert [name.quality for name in parties[number].names].count(Quality.PRIMARY) == 1
        primary = {row["Name 6"] for row in rows if row["Alias Type"] == "Primary name"}
        assert not primary or any(" ".join(one.split()) in parties[number].name for one in primary)


def test_kinds_dates_and_designations_are_those_of_the_file(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    kinds = {"Individual": Kind.PERSON, "Entity": Kind.ORGANIZATION, "Ship": Kind.VESSEL}
    for number, rows in raw(conlist_of(shared)).items():
        party = parties[number]
        assert {party.kind} == {kinds[row["Group Type"]] for row in rows}
        told = {(row["Regime"], row["Listed On"]) for row in rows}
        read = {
            (one.programme, f"{one.listed_on[8:]}/{one.listed_on[5:7]}/{one.listed_on[:4]}")
            for one in party.designations
            if one.listed_on
        }
        assert read == told
        years = {row["DOB"][-4:] for row in rows if row["DOB"]}
        assert {date[:4] for date in party.birth_dates} == years
        days = {row["DOB"] for row in rows if re.fullmatch(r"(?!00)\d\d/\d\d/\d{4}", row["DOB"])}
        assert {date for date in party.birth_dates if len(date) == 10} == {
            f"{day[6:]}-{day[3:5]}-{day[:2]}" for day in days
        }
    several = [party for party in parties.values() if len(party.designations) > 1]
    assert len(several) == 15
    # What is imposed beside an asset freeze is told once for a party; nobody has it under two regimes.
    assert all(len(one.effects) == 2 for party in several for one in party.designations)


def test_cross_references_are_all_there(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    un: Counter[str] = Counter()
    uk: Counter[str] = Counter()
    for rows in raw(conlist_of(shared)).values():
        text = rows[0]["Other Information"]
        # 13169 `(UN Ref):QDE.145`, 16180 `(UN Ref):CDi. 038`
        plain = re.sub(
            r"Ref\):([A-Z]{2})([EIei])\. ?(?=\d)", lambda hit: f"Ref):{hit[1]}{hit[2].lower()}.", text
        )
        un.update(re.findall(r"(?:Ref\):|(?<=\d{3}) and )([A-Z]{2}[ei]\.\d{3})", plain))
        uk.update(re.findall(r"(?:Ref\):|(?<=\d{4}) and )([A-Z]{3}\d{4})", text[:60]))
    read = Counter(
        one.party for party in parties.values() for one in party.relations if one.type == "same as"
    )
    assert read == Counter({
        **{f"un-sc:{number}": count for number, count in un.items()},
        **{f"gb-fcdo:{number}": count for number, count in uk.items()},
    })  # fmt: skip
    # 866 groups have a `(UN Ref)`, one of them two numbers; two have the UN's number for the UK's.
    assert (sum(un.values()), sum(uk.values())) == (869, 4696)


def test_effects_are_those_the_file_tells(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    frozen = {Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN}
    trust, banned = set(), set()
    for number, party in parties.items():
        for one in party.designations:
            assert frozen <= set(one.effects), number
            assert programme_of(one.authority, one.programme) is not None
        effects = {effect for one in party.designations for effect in one.effects}
        trust |= {number} if Effect.TRUST_SERVICES in effects else set()
        banned |= {number} if Effect.TRAVEL_BAN in effects else set()
    told = {
        number
        for number, rows in raw(conlist_of(shared)).items()
        if re.search(r"asset freeze: [^(]*Trust services\.", rows[0]["Other Information"])
    }
    assert trust == told
    assert len(trust) == 2178
    assert banned == {"15887", "16459"}


def test_the_table_names_the_regulations_that_the_file_does(shared: Path) -> None:
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for rows in raw(conlist_of(shared)).values():
        reasons = rows[0]["Other Information"].replace("’", "'")
        for hit in set(re.findall(r"(?<=under )the ([A-Z][^.;]{5,80}? Regulations 20\d\d)", reasons)):
            named[rows[0]["Regime"]][" ".join(hit.split())] += 1
    checked = 0
    for regime, titles in named.items():
        row = programme_of("UK Government", regime)
        assert row is not None
        title, count = titles.most_common(1)[0]
        if count >= 3:
            checked += 1
            # Half of them leave out `Republic of` before Belarus.
            assert title in (row.legal_basis or ""), (regime, titles)
    assert checked >= 8


def test_facts_are_as_many_as_in_the_file(shared: Path) -> None:
    parties = conlist(conlist_of(shared))[0]
    groups = raw(conlist_of(shared))
    for number, rows in groups.items():
        # 12884 `(1) 6487 (2) - (3) 388181`
        parts = (part.strip(" .") for part in re.split(r"\(\d+\)\s", rows[0]["Passport Number"]))
        read = [one.value for one in parties[number].identifiers if one.type is IdentifierType.PASSPORT]
        assert set(read) == {part for part in parts if part not in ("", "-")}, number
    columns = (*(f"Address {part}" for part in range(1, 7)), "Post/Zip Code", "Country")
    addresses = {
        (number, tuple(row[column] for column in columns)) for number, rows in groups.items() for row in rows
    }
    assert sum(len(party.addresses) for party in parties.values()) == sum(any(one) for _, one in addresses)
    ships = [party for party in parties.values() if party.kind is Kind.VESSEL]
    assert len(ships) == 15
    assert all(one.identifiers[0].type is IdentifierType.IMO for one in ships)
    genders = sum("(Gender):" in rows[0]["Other Information"] for rows in groups.values())
    assert sum(bool(party.genders) for party in parties.values()) == genders == 2711
    related = sum("(Parent company):" in rows[0]["Other Information"] for rows in groups.values())
    with_parent = sum(any(r.type == "parent company" for r in party.relations) for party in parties.values())
    assert with_parent == related == 141


def test_the_excerpt_of_the_uk_sanctions_list_reads_whole(shared: Path) -> None:
    data = uksl_of(shared).read_bytes()
    files = source_files(uksl_of(shared))
    assert gb_xml.recognises(files)
    reading = gb_xml.read(files)
    parties = list(reading.records)
    assert reading.seen == len(parties) == data.count(b"<Designation>") == 2
    assert str(reading.published) == "2026-09-07"
    afghan, company = parties
    assert isinstance(afghan, Party)
    assert isinstance(company, Party)
    assert (afghan.id, company.id) == ("gb-fcdo:AFG0006", "gb-fcdo:RUS3379")
    assert len(afghan.birth_dates) == data.count(b"<DOB>") == 10
    assert [one.party for one in afghan.relations[:2]] == ["un-sc:TAi.002", "gb-ofsi:7172"]
    assert afghan.designations[0].effects == (
        Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN, Effect.TRAVEL_BAN,
    )  # fmt: skip
    assert company.designations[0].effects == (
        Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN, Effect.TRUST_SERVICES, Effect.DIRECTOR_DISQUALIFIED,
    )  # fmt: skip
    assert [(one.type, one.value) for one in company.identifiers] == [
        (IdentifierType.TAX_ID, "5045023416"),
        (IdentifierType.REGISTRATION, "1025005917551"),
    ]
    assert len(company.names) == data.count(b"<Name6>") - 1 + data.count(b"<NameNonLatinScript>") - 1


def test_fifteen_megabytes_take_a_few_seconds(shared: Path) -> None:
    start = time.process_time()
    assert (
        sum(isinstance(one, Party) for one in gb_csv.read(source_files(conlist_of(shared))).records) == GROUPS
    )
    assert time.process_time() - start < 20  # 1.8 s on the machine it was written on
