"""Every record of both editions of the EU's list held for development is accounted for."""

from __future__ import annotations

import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Quality
from namesake.sources import eu_xml
from namesake.sources.files import source_files

EDITIONS = {"2021-03-02": 2269, "2024-05-13": 4811}


def path_of(shared: Path, day: str) -> Path:
    return shared / "lists" / "eu-fsf" / f"{day}_full_1_1.xml"


@cache
def edition(path: Path) -> tuple[tuple[Party, ...], tuple[Problem, ...], int, str]:
    files = source_files(path)
    assert eu_xml.recognises(files)
    reading = eu_xml.read(files)
    records = list(reading.records)
    parties = tuple(record for record in records if isinstance(record, Party))
    problems = tuple(record for record in records if isinstance(record, Problem))
    return parties, problems, reading.seen, str(reading.published)


@pytest.mark.parametrize("day", EDITIONS)
def test_every_record_is_accounted_for(shared: Path, day: str) -> None:
    raw = path_of(shared, day).read_bytes()
    records = len(re.findall(rb"<sanctionEntity[\s>]", raw))
    parties, problems, seen, published = edition(path_of(shared, day))
    assert seen == records == EDITIONS[day]
    assert len(parties) + sum(problem.lost for problem in problems) == records
    assert problems == ()
    assert published == day


@pytest.mark.parametrize("day", EDITIONS)
def test_reference_numbers_are_those_of_the_file(shared: Path, day: str) -> None:
    raw = path_of(shared, day).read_bytes()
    numbers = Counter(hit.decode() for hit in re.findall(rb'euReferenceNumber="([^"]+)"', raw))
    ids = [party.id.removeprefix("eu-fsf:") for party in edition(path_of(shared, day))[0]]
    assert len(set(ids)) == len(ids)
    assert Counter(number.partition("-")[0] for number in ids) == numbers
    twice = {number for number, count in numbers.items() if count > 1}
    assert {number.partition("-")[0] for number in ids if "-" in number} == twice
    assert len(twice) == {"2021-03-02": 21, "2024-05-13": 3}[day]


@pytest.mark.parametrize("day", EDITIONS)
def test_every_name_of_the_file_is_a_name_of_a_party(shared: Path, day: str) -> None:
    raw = path_of(shared, day).read_text()
    written = re.findall(r'wholeName="([^"]+)"', raw)
    plain = {" ".join(_unescaped(text).split()) for text in written}
    read = {name.text for party in edition(path_of(shared, day))[0] for name in party.names}
    assert plain - read == set()
    # What is more are the names on documents.
    assert len(read - plain) < 10


@pytest.mark.parametrize("day", EDITIONS)
def test_facts_are_as_many_as_in_the_file(shared: Path, day: str) -> None:
    raw = path_of(shared, day).read_bytes()
    parties = edition(path_of(shared, day))[0]
    assert sum(len(party.designations) for party in parties) == len(re.findall(rb"<regulation\s", raw))
    assert sum(bool(party.designations[0].listed_on) for party in parties) >= raw.count(b"designationDate=")
    assert sum(party.relations != () for party in parties) >= len(re.findall(rb'unitedNationId="[^"]', raw))
    # Some are given twice to one party, in two languages or records of its history.
    for fact, pattern in (
        ("identifiers", rb"<identification\s[^>]*\snumber=\"[^\"]"),
        ("birth_dates", rb"<birthdate\s[^>]*\s(?:year|birthdate|yearRangeTo)=\"[^\"]"),
        ("contacts", rb"<contactInfo\s"),
    ):
        found = sum(len(getattr(party, fact)) for party in parties)
        assert 0.85 < found / len(re.findall(pattern, raw)) < 1.1, fact


def test_every_party_has_a_latin_primary_name_where_the_file_has_one(shared: Path) -> None:
    for party in edition(path_of(shared, "2024-05-13"))[0]:
        first = party.names[0]
        assert first.quality is Quality.PRIMARY
        assert first.script == "Latn" or all(name.script != "Latn" for name in party.names), party.id


def test_low_quality_aliases_are_weak_though_no_attribute_says_so(shared: Path) -> None:
    raw = path_of(shared, "2024-05-13").read_bytes()
    assert b'strong="false"' not in raw
    weak = [
        name
        for party in edition(path_of(shared, "2024-05-13"))[0]
        for name in party.names
        if name.quality is Quality.WEAK
    ]
    remarks = len(re.findall(rb"<remark>\s*low[ -]quality", raw, re.IGNORECASE))
    # One stands beside the same name given without that remark.
    assert (remarks, len(weak)) == (180, 179)


def test_twenty_megabytes_take_a_few_seconds(shared: Path) -> None:
    start = time.process_time()
    (file,) = source_files(path_of(shared, "2024-05-13"))
    assert sum(1 for _ in eu_xml.read([file]).records) == 4811
    assert time.process_time() - start < 10  # 1.1 s on the machine it was written on


def _unescaped(text: str) -> str:
    for entity, char in (("&quot;", '"'), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, char)
    return text
