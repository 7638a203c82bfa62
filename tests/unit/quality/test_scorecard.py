"""Lines with bars, groups and failures, and how they are shown."""

from __future__ import annotations

import json

import pytest

from namesake.model.subject import Subject
from namesake.quality.asking import Case, answers
from namesake.quality.scorecard import Failure, Line, Part, Scorecard, Unit, line_of, percent
from tests.unit.quality.making import PARTIES, screener_of

FOUND = Line("perturbations", "typo", Unit.FOUND, 0.75, 4, 0.98, (Part("Arabic", 1, 2), Part("Korean", 2, 2)))
ALARMS = Line("near misses", "crossed", Unit.ALARMS, 0.1, 10, 0.15, (Part("Arabic", 1, 10),))
F1 = Line("pairs", "F1", Unit.RATIO, 0.80812, 421, failures=(Failure("a|b", "", "c", 0.5, "missed"),))
NONE = Line("perturbations", "accents", Unit.FOUND, 0.0, 0, 1.0)
CARD = Scorecard((), 0.7, 4, 1, (FOUND, ALARMS, F1, NONE), ("A note.",))


@pytest.mark.parametrize(
    ("line", "passed", "figure", "bar"),
    [
        (FOUND, False, "75.0 %", "at least 98 %"),
        (ALARMS, True, "10.0 %", "at most 15 %"),
        (F1, True, "0.808", ""),
        (NONE, True, "0 %", "at least 100 %"),
    ],
)
def test_a_line_knows_whether_it_reaches_its_bar(line: Line, passed: bool, figure: str, bar: str) -> None:
    assert (line.passed, line.shown, line.bar_shown) == (passed, figure, bar)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (1.0, "100 %"),
        (0.0, "0 %"),
        (0.99996, "99.9 %"),
        (0.00001, "0.0 %"),
        (0.98, "98.0 %"),
        (0.29, "29.0 %"),
    ],
)
def test_a_share_is_rounded_down(share: float, text: str) -> None:
    assert percent(share) == text


def test_a_share_of_alarms_is_rounded_up() -> None:
    assert percent(0.00001, up=True) == "0.1 %"
    assert Line("m", "t", Unit.ALARMS, 0.15001, 99_999, 0.15).shown == "15.1 %"


def test_the_groups_of_a_measure_are_added_up_largest_first() -> None:
    more = Scorecard(
        (), 0.7, 4, 1, (FOUND, Line("perturbations", "x", Unit.FOUND, 1, 3, 1.0, (Part("Korean", 3, 3),)))
    )
    assert more.groups("perturbations") == (Part("Korean", 5, 5), Part("Arabic", 1, 2))
    assert more.groups("near misses") == ()


def test_answers_make_a_line_with_groups_and_failures() -> None:
    names = (("Teodrik Vardanis", "invented:1"), ("Teodrik Vardanis", "invented:2"))
    cases = [Case(Subject.of(name, kind="Person"), party, "listed", "somewhere") for name, party in names]
    found = list(answers(screener_of(*PARTIES), cases))
    line = line_of("m", "t", found, bar=0.9)
    assert (line.figure, line.of, line.parts) == (0.5, 2, (Part("somewhere", 1, 2),))
    assert [one.party for one in line.failures] == ["invented:2"]
    alarms = line_of("m", "t", found, bar=0.9, alarms=True)
    assert [one.party for one in alarms.failures] == ["invented:1"]
    assert alarms.passed


def test_a_line_of_no_answers_fails_nobody() -> None:
    line = line_of("m", "t", [], bar=1.0)
    assert (line.of, line.passed, line.parts) == (0, True, ())


def test_the_json_is_plain_and_whole() -> None:
    document = json.loads(json.dumps(CARD.as_json()))
    assert document["passed"] is False
    assert [line["title"] for line in document["lines"]] == ["typo", "crossed", "F1", "accents"]
    assert document["lines"][0]["parts"] == [
        {"group": "Arabic", "count": 1, "of": 2},
        {"group": "Korean", "count": 2, "of": 2},
    ]
    assert document["lines"][2]["bar"] is None
    assert document["lines"][2]["failures"] == [
        {"asked": "a|b", "party": "", "listed": "c", "score": 0.5, "why": "missed"}
    ]


def test_the_markdown_has_lines_groups_failures_and_notes() -> None:
    page = CARD.markdown(failures=5)
    assert "| perturbations | typo | 4 | 75.0 % | at least 98 % | ✗ |" in page
    assert "| Arabic | 2 | 50.0 % |" in page
    assert "pairs, F1: 1 wrong\n\n- a/b; missed; c; 0.50\n" in page
    assert page.endswith("A note.\n")
    assert "wrong" not in CARD.markdown()
