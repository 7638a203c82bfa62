"""What labelled data says of a small list."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, PartyId
from namesake.quality.judging import alarm_lines, found_lines, judged, pair_lines, script_lines
from namesake.quality.labelled import Customer, Labelled, Pair, Scripts
from namesake.quality.latin_only import LABELLED, latin_screener
from tests.unit.quality.making import PARTIES, party, screener_of

PAIRS = [
    Pair("Teodrik Vardanis", "VARDANIS, Teodrik", True, None),
    Pair("Teodrik Vardanis", "Hannelore Vogt", True, None),
    Pair("Teodrik Vardanis", "Vardanis Teodrik", False, None),
    Pair("Teodrik Vardanis", "Ulviya Zembrano", False, None),
]
ROWS = [
    Scripts("invented:1", "Teodrik Vardanis", "Теодрик Варданис", "CYRILLIC", None),
    Scripts("wikidata:x", "Boris Klimov", "Борис Климов", "CYRILLIC", None),
    Scripts("wikidata:y", "Quentin Fitzwilliam", "Борис Климов", "CYRILLIC", None),
]


def test_pairs_give_f1_precision_recall_and_what_went_wrong() -> None:
    f1, precision, recall = pair_lines("pairs", PAIRS, frozenset(), 0.7)
    assert (f1.figure, precision.figure, recall.figure) == (0.5, 0.5, 0.5)
    assert [(one.listed, one.why) for one in f1.failures] == [
        ("Hannelore Vogt", "missed"),
        ("Vardanis Teodrik", "false alarm"),
    ]


def test_rows_held_mislabelled_are_left_out_of_a_second_measure() -> None:
    lines = list(pair_lines("pairs", PAIRS, frozenset({PAIRS[2][:3]}), 0.7))
    assert [line.title for line in lines[3:]] == [
        "F1, without 1 mislabelled",
        "precision, without 1 mislabelled",
        "recall, without 1 mislabelled",
    ]
    assert (lines[1].figure, lines[4].figure) == (0.5, 1.0)
    assert lines[3].of == 3


def test_listed_persons_are_counted_by_spelling_and_data() -> None:
    customers = [
        Customer("Ulviya Zembrano", "invented:2", "plain", "", "az"),
        Customer("Xyz Qwerty", "invented:2", "treated", "", ""),
    ]
    lines = {line.title: line.figure for line in found_lines(screener_of(*PARTIES), "file", customers)}
    assert lines == {
        "plain spelling, by name alone": 1.0,
        "plain spelling, with birth date and nationality": 1.0,
        "treated spelling, by name alone": 0.0,
        "treated spelling, with birth date and nationality": 0.0,
    }


def test_strangers_alarm_when_anybody_is_hit() -> None:
    strangers = [Customer("Hannelore Vogt", "", "", "", ""), Customer("Ulviya Zembrano", "", "", "", "")]
    alone, _ = alarm_lines(screener_of(*PARTIES), "file", strangers)
    assert (alone.figure, alone.of) == (0.5, 2)
    assert [(one.asked, one.party) for one in alone.failures] == [("Ulviya Zembrano", "invented:2")]


def test_scripts_are_bridged_by_latin_names_alone() -> None:
    screener = latin_screener(PARTIES, ROWS, screener_of().policy)
    names = [screener.snapshot.name_texts[number] for number in range(len(screener.snapshot.name_texts))]
    assert all(name.isascii() for name in names)
    assert {"Boris Klimov", "Quentin Fitzwilliam"} <= set(names)
    assert LABELLED in screener.snapshot.manifest.lists
    whole, found, *others = script_lines(screener, "file", ROWS)
    assert whole.figure == found.figure == pytest.approx(2 / 3)
    assert [line.title for line in (found, *others)] == [
        "Cyrillic: found",
        "Cyrillic: other records",
        "Cyrillic: other parties",
        "all: other records",
        "all: other parties",
    ]
    assert [line.figure for line in others] == [pytest.approx(1 / 3)] * 4


def test_records_that_are_linked_are_one_party() -> None:
    """Two lists have Adelheid Krumbach, born on one day; another of her name is another party."""

    def record(list: str, born: str) -> Party:
        one = party(1, "Adelheid Krumbach")
        id, dates = PartyId(f"{list}:1"), (PartialDate(born),)
        return replace(one, id=id, list=ListId(list), birth_dates=dates)

    records = [record("aa", "1961-02-03"), record("bb", "1961-02-03"), record("cc", "1990-11-30")]
    rows = [Scripts("aa:1", "Adelheid Krumbach", "Адельхайд Крумбах", "CYRILLIC", Kind.PERSON)]
    screener = latin_screener(records, rows, screener_of().policy)
    figures = {line.title: line.figure for line in script_lines(screener, "file", rows)}
    assert figures["Cyrillic: other records"] == 2
    assert figures["Cyrillic: other parties"] == 1


def test_everything_is_judged_and_what_is_left_out_is_told() -> None:
    told: list[str] = []
    labelled = Labelled(
        {"p": PAIRS},
        frozenset(),
        {"l": [Customer("Nobody", "elsewhere:1", "plain", "", "")]},
        {"u": [Customer("Hannelore Vogt", "", "", "", "")]},
        {"s": ROWS},
    )
    lines, notes = judged(screener_of(*PARTIES), labelled, PARTIES, told.append)
    assert [line.measure for line in lines] == ["p"] * 3 + ["u"] * 2 + ["s"] * 6
    assert notes[0] == "l: 1 rows are of parties that no list held has."
    assert "2 persons" in notes[1]
    assert len(told) == 4
