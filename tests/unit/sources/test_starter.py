"""The embedded starter list: real facts, whole, small, and never taken for a full list."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from importlib.resources import files

import pytest

from namesake.model.coding import from_json
from namesake.model.party import Party
from namesake.model.scripts import script_of
from namesake.model.values import Kind
from namesake.service import starter
from namesake.sources.starter import NOTICE, Line, starter_editions

EDITIONS = starter_editions()
PARTIES: list[Party] = [party for _, parties in EDITIONS for party in parties.values()]


def test_it_holds_some_180_designations_of_four_lists() -> None:
    assert {edition.list for edition, _ in EDITIONS} == {"eu-fsf", "un-sc", "us-ofac-cons", "us-ofac-sdn"}
    assert 150 <= len(PARTIES) <= 220


def test_every_line_is_an_edition_or_a_party_of_the_edition_above_it() -> None:
    data = files("namesake.sources.starter").joinpath("starter.jsonl").read_bytes()
    lines = [from_json(text, Line) for text in data.splitlines()]
    assert all((line.edition is None) != (line.party is None) for line in lines)
    assert lines[0].edition is not None
    assert len(lines) == len(EDITIONS) + len(PARTIES)


def test_every_edition_is_dated_and_counts_what_was_taken() -> None:
    for edition, parties in EDITIONS:
        assert edition.published is not None
        assert dt.date(2020, 1, 1) < edition.published < dt.date(2027, 1, 1)
        assert re.fullmatch(r"[0-9a-f]{64}", edition.sha256)
        assert {party.list for party in parties.values()} == {edition.list}


def test_every_party_says_who_designated_it_and_has_a_name() -> None:
    for party in PARTIES:
        assert party.id.startswith(f"{party.list}:")
        assert party.designations
        assert party.names[0].text


def test_it_tells_people_organisations_and_vessels_in_several_scripts() -> None:
    kinds = Counter(party.kind for party in PARTIES)
    assert kinds[Kind.PERSON] >= 50
    assert kinds[Kind.VESSEL] >= 3
    assert kinds[Kind.ORGANIZATION] + kinds[Kind.COMPANY] + kinds[Kind.LEGAL_ENTITY] >= 30
    scripts = {script_of(name.text) for party in PARTIES for name in party.names}
    assert {"Latn", "Arab", "Cyrl"} <= scripts


def test_it_keeps_facts_and_none_of_the_publishers_sentences() -> None:
    for party in PARTIES:
        assert party.record == ""
        assert party.notes == ()
        assert all(not one.reason for one in party.designations)


@pytest.mark.parametrize("number", ["10481", "11461", "11462", "28571", "30242"])
def test_the_parties_around_iraqs_militias_are_in_it(number: str) -> None:
    assert f"us-ofac-sdn:{number}" in {party.id for party in PARTIES}


def test_every_party_is_found_by_each_of_its_good_names() -> None:
    screener = starter()
    for party in PARTIES:
        found = {hit.party.id for hit in screener.screen(party.name, kind=party.kind, limit=50).hits}
        assert party.id in found, party.name


def test_what_it_is_stands_with_every_answer() -> None:
    assert "not for compliance" in NOTICE
    assert NOTICE in starter().screen("Nobody Atall").warnings
