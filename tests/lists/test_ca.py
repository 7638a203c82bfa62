"""Every record of Canada's list is accounted for, counted in the text of the file."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path

from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Kind
from namesake.sources import ca_xml
from namesake.sources.files import source_files

RECORDS = 4_759


def path_of(shared: Path) -> Path:
    return shared / "lists" / "ca-sema" / "2025-03-20_sema.xml"


@cache
def edition(path: Path) -> tuple[tuple[Party, ...], tuple[Problem, ...], int]:
    files = source_files(path)
    assert ca_xml.recognises(files)
    reading = ca_xml.read(files)
    records = list(reading.records)
    parties = tuple(record for record in records if isinstance(record, Party))
    return parties, tuple(record for record in records if isinstance(record, Problem)), reading.seen


@cache
def written(path: Path) -> tuple[dict[str, str], ...]:
    """The fields of each record, found without a parser."""
    records = re.findall(r"<record>(.*?)</record>", path.read_text("utf-8"), re.DOTALL)
    return tuple(
        {
            tag: " ".join(unescape(text).split())
            for tag, text in re.findall(r"<(\w+)>(.*?)</\1>", record, re.DOTALL)
        }
        for record in records
    )


def test_every_record_is_accounted_for(shared: Path) -> None:
    parties, problems, seen = edition(path_of(shared))
    assert path_of(shared).read_bytes().count(b"<record>") == len(written(path_of(shared))) == RECORDS
    assert seen == len(parties) + sum(problem.lost for problem in problems) == RECORDS
    assert not any(problem.lost for problem in problems)
    assert len({party.id for party in parties}) == RECORDS


def test_only_two_fields_cannot_be_read(shared: Path) -> None:
    told = [
        (problem.record, problem.message.partition(" can't")[0]) for problem in edition(path_of(shared))[1]
    ]
    assert told == [
        ("russia-1-part-1-item-1114", "'Sep-99'"),
        ("sudan-part-1-item-1", "'born in the early 1970s'"),
    ]


def test_records_stand_in_order_with_their_names_days_and_items(shared: Path) -> None:
    for party, record in zip(edition(path_of(shared))[0], written(path_of(shared)), strict=True):
        name = f"{record.get('GivenName', '')} {record.get('LastName', '')}".strip() or record["EntityOrShip"]
        assert party.name == name
        (decision,) = party.designations
        assert decision.listed_on == record["DateOfListing"]
        assert decision.effects, party.id
        assert (decision.legal_basis or "").endswith(f"item {record['Item']}")
        assert party.id.endswith(f"-item-{record['Item']}")


def test_kinds_are_as_many_as_in_the_file(shared: Path) -> None:
    counted = Counter(party.kind for party in edition(path_of(shared))[0])
    records = written(path_of(shared))
    assert counted == {
        Kind.PERSON: sum("LastName" in record for record in records),
        Kind.VESSEL: sum("ShipIMONumber" in record for record in records),
        Kind.ORGANIZATION: sum(
            "EntityOrShip" in record and "ShipIMONumber" not in record for record in records
        ),
    }
    assert counted == {Kind.PERSON: 3334, Kind.VESSEL: 109, Kind.ORGANIZATION: 1316}


def test_birth_dates_are_as_many_as_in_the_file(shared: Path) -> None:
    told = [
        record
        for record in written(path_of(shared))
        if "DateOfBirthOrShipBuildDate" in record and "ShipIMONumber" not in record
    ]
    read = [party for party in edition(path_of(shared))[0] if party.birth_dates]
    # Two can't be read.
    assert len(read) == len(told) - 2 == 1714
    exact = [
        record for record in told if re.fullmatch(r"\d{4}(-\d\d){0,2}", record["DateOfBirthOrShipBuildDate"])
    ]
    dates = Counter(str(date) for party in read for date in party.birth_dates)
    assert Counter(record["DateOfBirthOrShipBuildDate"] for record in exact) - dates == Counter()


def test_no_word_of_an_alias_is_lost(shared: Path) -> None:
    """What is left out of the field are the words between names, languages, and bare legal forms."""
    left_out = re.compile(
        r"\b(?:or|and|also known as|Arabic|Belarus+ian|Burmese|Chinese|Farsi|Persian|Russian|Ukrainian|"
        r"Акционерное общество)\b"
    )
    short = []
    for party, record in zip(edition(path_of(shared))[0], written(path_of(shared)), strict=True):
        words = re.findall(r"\w+", left_out.sub(" ", record.get("Aliases", "")))
        kept = set(re.findall(r"\w+", " ".join(name.text for name in party.names)))
        if set(words) - kept:
            short.append((party.id, " ".join(words)))
    # This is all that the field of item 68 holds: "limited liability company".
    assert short == [("ca-sema:belarus-1-part-2-item-68", "Общество с ограниченной ответственностью")]
