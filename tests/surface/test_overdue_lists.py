"""A list older than its publisher lets one become says so wherever it is used."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import namesake
from namesake.model.subject import Subject
from namesake.service import Service
from namesake.service.clock import today
from tests.surface.conftest import Run
from tests.surface.making import gb_csv, gb_xml, ofac_xml, own_csv, un_xml

LATE = "us-ofac-sdn: the edition of 2021-03-10 is "


def _ago(days: int) -> dt.date:
    return today() - dt.timedelta(days=days)


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Path:
    """OFAC of 2021, the UN of today, and a list of one's own of long ago."""
    ofac_xml(tmp_path)
    un_xml(tmp_path, generated=f"{_ago(1)}T12:00:00")
    assert run("lists", "add", tmp_path / "sdn.xml", tmp_path / "consolidated.xml").code == 0
    own_csv(tmp_path)
    assert run("lists", "add", tmp_path / "own.csv", "--list", "mine", "--published", "2020-01-01").code == 0
    return tmp_path


def test_screening_says_so_and_only_of_that_list(run: Run, loaded: Path) -> None:
    ran = run("screen", "Teodrik Vardanis")
    assert LATE in ran.out
    assert "fetch the newest edition with `namesake lists update us-ofac-sdn`" in ran.out
    document = run("screen", "Teodrik Vardanis", "--json").document
    assert [one.startswith(LATE) for one in document["warnings"]] == [True]
    assert document["asked_on"] == today().isoformat()
    assert run("screen", "Teodrik Vardanis", "--json", "--list", "mine").document["warnings"] == []


def test_reading_says_so(run: Run, loaded: Path) -> None:
    letter = loaded / "letter.txt"
    letter.write_text("A letter from Teodrik Vardanis arrived.", "utf-8")
    assert LATE in run("read", letter).out
    document = run("read", letter, "--json").document
    assert any(one.startswith(LATE) for one in document["warnings"])
    assert document["asked_on"] == today().isoformat()
    # A text that dates itself is read as of that day, and what counts is how old the edition was then.
    letter.write_text("BAGHDAD, Apr 4, 2021 (AP) - Teodrik Vardanis arrived.", "utf-8")
    dated = run("read", letter, "--json").document
    assert dated["as_of"] == "2021-04-04"
    assert any("2021-03-10 was 25 days old on 2021-04-04" in one for one in dated["warnings"])
    letter.write_text("BAGHDAD, Mar 12, 2021 (AP) - Teodrik Vardanis arrived.", "utf-8")
    dated = run("read", letter, "--json").document
    assert dated["as_of"] == "2021-03-12"
    assert not any("days old" in one for one in dated["warnings"])


WAS_LATE = "us-ofac-sdn: the edition of 2021-03-10 was "


@pytest.mark.parametrize(
    ("days_ahead", "said"), [(-1, (WAS_LATE,)), (0, (LATE,)), (1, ("lies in the future", LATE))]
)
def test_a_day_of_the_past_is_about_the_age_then_and_one_to_come_says_so(
    run: Run, loaded: Path, days_ahead: int, said: tuple[str, ...]
) -> None:
    as_of = _ago(-days_ahead).isoformat()
    warnings = run("screen", "Teodrik Vardanis", "--as-of", as_of, "--json").document["warnings"]
    assert len(warnings) == len(said)
    for warning, words in zip(warnings, said, strict=True):
        assert words in warning


def test_lists_show_marks_it(run: Run, loaded: Path) -> None:
    shown = run("lists", "show").out.splitlines()
    (ofac,) = (line for line in shown if line.startswith("us-ofac-sdn "))
    (mine,) = (line for line in shown if line.startswith("mine "))
    (un,) = (line for line in shown if line.startswith("un-sc "))
    assert "days, overdue" in ofac
    assert "overdue" not in mine + un
    assert "! us-ofac-sdn: older than the publisher usually lets an edition become" in "\n".join(shown)
    lists = {one["id"]: one for one in run("lists", "show", "--json").document["lists"]}
    assert {name: one["overdue"] for name, one in lists.items()} == {
        "us-ofac-sdn": True, "un-sc": False, "mine": False,
    }  # fmt: skip
    assert {name: one["cadence_days"] for name, one in lists.items()} == {
        "us-ofac-sdn": 3, "un-sc": 14, "mine": None,
    }  # fmt: skip
    assert [one["closed"] for one in lists.values()] == [None] * 3
    assert lists["un-sc"]["editions"][0]["age_days"] == 1


CLOSED = "gb-ofsi: the list was closed on 2026-01-28, and who came or went since is not on it: "


def test_a_closed_list_is_said_to_be_closed_and_what_goes_on_in_its_place(run: Run, tmp_path: Path) -> None:
    assert run("lists", "add", gb_csv(tmp_path)).code == 0
    fetch = "fetch gb-fcdo, which goes on in its place, with `namesake lists update gb-fcdo`"
    assert run("screen", "Teodrik Vardanis", "--json").document["warnings"] == [CLOSED + fetch]
    before = run("screen", "Teodrik Vardanis", "--as-of", "2026-01-27", "--json").document["warnings"]
    assert [one.startswith("gb-ofsi: the edition of 2025-04-10 was 292 days old") for one in before] == [True]
    shown = run("lists", "show").out
    assert "days, closed" in shown
    assert f"! gb-ofsi was closed on 2026-01-28: {fetch}" in shown
    assert "overdue" not in shown
    assert "older than the publisher" not in shown
    (told,) = run("lists", "show", "--json").document["lists"]
    assert (told["overdue"], told["closed"]) == (False, {"since": "2026-01-28", "successor": "gb-fcdo"})
    refused = run("lists", "update", "gb-ofsi")
    assert refused.code == 2
    assert "gb-ofsi was closed on 2026-01-28" in refused.err
    assert "use gb-fcdo, which goes on in its place" in refused.err
    # Held as well, it need not be fetched; out of scope it must be told.
    assert run("lists", "add", gb_xml(tmp_path, generated=today().strftime("%d/%m/%Y"))).code == 0
    both = run("screen", "Teodrik Vardanis", "--json").document["warnings"]
    assert both == [CLOSED + "gb-fcdo, which is screened too, goes on in its place"]
    alone = run("screen", "Teodrik Vardanis", "--list", "gb-ofsi", "--json").document["warnings"]
    assert alone == [CLOSED + fetch]


def test_in_python_too_and_the_day_may_be_given(tmp_path: Path) -> None:
    path = ofac_xml(tmp_path)
    (warning,) = namesake.load(path).screen("Nobody Atall").warnings
    assert warning.startswith(LATE)
    for day, late in (("2021-03-13", False), ("2021-03-14", True)):
        answer = namesake.load(path, today=dt.date.fromisoformat(day)).screen("Nobody Atall")
        assert bool(answer.warnings) == late
        assert answer.asked_on == dt.date.fromisoformat(day)


def test_the_same_question_on_the_same_day_has_the_same_answer(loaded: Path) -> None:
    """The engine knows no clock: an answer can be repeated years later from what it tells."""
    day = dt.date(2021, 3, 20)
    one, other = (Service(today=day).screener(compiled=False) for _ in range(2))
    assert one.screen("Teodrik Vardanis") == other.screen("Teodrik Vardanis")
    assert "10 days old" in one.screen("Teodrik Vardanis").warnings[0]


def test_every_worker_is_told_the_day(loaded: Path) -> None:
    screener = Service(today=dt.date(2021, 3, 20)).screener(compiled=False)
    subjects = [Subject.of("Teodrik Vardanis"), Subject.of("Nobody Atall")]
    alone, together = (list(screener.screen_many(subjects, workers=count)) for count in (1, 2))
    assert alone == together
    assert all("10 days old" in answer.warnings[0] for answer in together)


def test_the_starter_list_says_once_and_for_all_that_it_is_for_trying_out() -> None:
    answer = namesake.starter().screen("Nobody Atall")
    assert len(answer.warnings) == 1
    assert answer.asked_on == today()
