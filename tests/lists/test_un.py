"""Every entry of every edition of the UN's list held for development is accounted for."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Name, Quality
from namesake.sources import un_xml
from namesake.sources.files import source_files

EDITIONS = (
    "2018-10-29", "2020-03-20", "2021-03-12", "2024-05-15", "2025-08-16", "2025-11-20", "2026-02-27",
    "2026-08-01",
)  # fmt: skip
CUT = "2025-08-16"
"""The edition whose letters are cut to their last byte."""


def path_of(shared: Path, day: str) -> Path:
    return shared / "lists" / "un-sc" / f"un_consolidated_{day}.xml"


@cache
def edition(path: Path) -> tuple[dict[str, Party], tuple[Problem, ...], int, str]:
    files = source_files(path)
    assert un_xml.recognises(files)
    reading = un_xml.read(files)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    by_number = {party.id.removeprefix("un-sc:"): party for party in parties}
    assert len(by_number) == len(parties)
    problems = tuple(record for record in records if isinstance(record, Problem))
    return by_number, problems, reading.seen, str(reading.published)


@pytest.mark.parametrize("day", EDITIONS)
def test_every_entry_is_accounted_for(shared: Path, day: str) -> None:
    raw = path_of(shared, day).read_bytes()
    entries = len(re.findall(rb"<(?:INDIVIDUAL|ENTITY)>", raw))
    numbers = {hit.decode() for hit in re.findall(rb"<REFERENCE_NUMBER>\s*(.*?)\s*</REFERENCE_NUMBER>", raw)}
    parties, problems, seen, published = edition(path_of(shared, day))
    assert seen == entries
    assert len(parties) + sum(problem.lost for problem in problems) == entries
    assert set(parties) == numbers
    assert published == day


@pytest.mark.parametrize("day", EDITIONS)
def test_nothing_is_a_problem_but_the_letters_of_one_edition(shared: Path, day: str) -> None:
    _, problems, _, _ = edition(path_of(shared, day))
    if day != CUT:
        assert problems == ()
        return
    (problem,) = problems
    assert not problem.lost
    assert problem.where.endswith("line 53")
    assert "leaves 775 control characters" in problem.message


@pytest.mark.parametrize("day", EDITIONS)
def test_every_field_with_a_name_date_or_number_is_read(shared: Path, day: str) -> None:
    """Counted in the raw bytes: an entry that has the field has the fact."""
    raw = path_of(shared, day).read_bytes()
    parties, _, _, _ = edition(path_of(shared, day))
    records = re.findall(rb"<(INDIVIDUAL|ENTITY)>(.*?)</\1>", raw, re.DOTALL)
    checked = 0
    for _, record in records:
        number = re.search(rb"<REFERENCE_NUMBER>\s*(.*?)\s*<", record)
        assert number is not None
        party = parties[number[1].decode()]
        aliases = [text for text in re.findall(rb"<ALIAS_NAME>\s*([^<]+?)\s*</", record) if text != b"na"]
        assert (
            len(party.names) > 1
            or len({text.lower() for text in aliases} | {party.name.lower()}) <= 1
            or day == CUT
        )
        assert bool(party.designations[0].listed_on) == (b"<LISTED_ON>" in record)
        days = set(re.findall(rb"<DATE>(\d{4}-\d\d-\d\d)", record))
        assert {day.decode() for day in days} <= set(party.birth_dates)
        years = re.findall(rb"<YEAR>(\d{4})<", record)
        assert {int(year) for year in years} <= {date.earliest.year for date in party.birth_dates}
        numbers = re.findall(rb"<NUMBER>\s*(\S[^<]*?)\s*</NUMBER>", record)
        assert len(party.identifiers) >= len(set(numbers)) - numbers.count(b"na")
        checked += 1
    assert checked == len(parties)


def test_soleimani_and_the_qods_force_come_go_and_come_back(shared: Path) -> None:
    listed = [day for day in EDITIONS if "IRi.039" in edition(path_of(shared, day))[0]]
    assert listed == [day for day in EDITIONS if not "2024" <= day < "2025-11"]
    assert listed == [day for day in EDITIONS if "IRe.032" in edition(path_of(shared, day))[0]]


def test_soleimani_as_the_newest_edition_has_him(shared: Path) -> None:
    party = edition(path_of(shared, EDITIONS[-1]))[0]["IRi.039"]
    # <ALIAS_NAME>Qasim Soleimani; Qasem Sulaimani; ...; Kasim Sulaymani</ALIAS_NAME>, quality Good
    assert party.names[:2] == (Name("QASEM SOLEIMANI", Quality.PRIMARY), Name("Qasim Soleimani"))
    assert len(party.names) == 12
    # <QUALITY>Low</QUALITY><ALIAS_NAME>Haj Qasem; Haji Qassem; Sardar Soleimani</ALIAS_NAME>
    assert [name.text for name in party.names if name.quality is Quality.WEAK] == [
        "Haj Qasem",
        "Haji Qassem",
        "Sardar Soleimani",
    ]
    assert party.birth_dates == (PartialDate("1957-03-11"),)
    assert (party.designations[0].programme, party.designations[0].listed_on) == ("Iran", "2007-03-24")


def test_names_that_lost_their_upper_bytes_are_as_the_editions_around_have_them(shared: Path) -> None:
    cut = edition(path_of(shared, CUT))[0]
    around = [edition(path_of(shared, day))[0] for day in ("2024-05-15", "2025-11-20")]
    same, other = 0, []
    for number, party in cut.items():
        known = {name.text for parties in around if number in parties for name in parties[number].names}
        for name in party.names:
            if known and name.script != "Latn":
                same += name.text in known
                other += [] if name.text in known else [(number, name.text)]
    assert same == 441
    # IQi.073 عدنان س. حسن أحمد: the full stop and the letter خ have the same last byte.
    assert other == [("IQi.073", "عدنان سخ حسن أحمد")]


def test_the_names_that_could_not_be_made_whole_are_few_and_known(shared: Path) -> None:
    cut = edition(path_of(shared, CUT))[0]
    before, after = (edition(path_of(shared, day))[0] for day in ("2024-05-15", "2025-11-20"))
    lost = {
        number
        for number, party in cut.items()
        if number in before and number in after
        for name in {name.text for name in before[number].names} & {name.text for name in after[number].names}
        if name not in {name.text for name in party.names}
    }
    # Arabic presentation forms, one Pashto letter, Chinese; IQi.073 is the one above.
    assert lost == {
        "IQi.073", "KPe.016", "KPe.055", "KPe.059", "KPe.073", "KPi.035", "QDi.203", "TAi.057", "TAi.094",
        "TAi.126", "TAi.141", "TAi.149", "TAi.171",
    }  # fmt: skip


def test_no_name_holds_what_only_a_field_may(shared: Path) -> None:
    for day in EDITIONS:
        for number, party in edition(path_of(shared, day))[0].items():
            for name in party.names:
                assert not re.search(
                    r"[;\n\x00-\x1f\x7f-\x9f]|original script|\bborn (?:in|on)\b", name.text
                ), (day, number)
