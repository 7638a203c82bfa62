"""Screenings and lists as text."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from namesake.cli.terminal import (
    beside,
    clean,
    designation_line,
    lists_document,
    show_edition_table,
    show_footing,
    show_lists,
    show_screening,
    show_warning,
    sign_of,
)
from namesake.match.alike import Reason
from namesake.match.evidence import Evidence, EvidenceKind
from namesake.model.edition import Edition, Problem
from namesake.model.party import Designation, Effect, FactKind
from namesake.model.values import ListId
from namesake.screening.result import Screening
from namesake.screening.screener import Screener
from namesake.service import ListStatus, starter

EDITION = Edition(
    ListId("mine"), "ab" * 32, "own-csv",
    published=dt.date(2021, 3, 10), received="2021-03-11T08:00:00Z", records=1234, parties=1200, problems=34,
)  # fmt: skip
STATUS = ListStatus("mine", "a list of your own", "", (EDITION,), (EDITION,))


@pytest.fixture(scope="module")
def screener() -> Screener:
    return starter()


def _console(width: int = 120) -> tuple[Console, io.StringIO]:
    written = io.StringIO()
    return Console(file=written, width=width, highlight=False), written


def _shown(screening: Screening, width: int = 120, **options: bool) -> str:
    console, written = _console(width)
    show_screening(console, screening, **options)
    return written.getvalue()


@given(st.text())
def test_nothing_that_could_redraw_the_terminal_is_left(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not any(unicodedata.category(one) in ("Cc", "Cf") for one in cleaned)
    assert all(new in (old, " ") for old, new in zip(text, cleaned, strict=True))


@pytest.mark.parametrize(
    "text", ["Касем Сулеймани", "قاسم سلیمانی", "金正恩", "[bold]x[/bold]", "Ō'Néill-Smith"]
)
def test_letters_and_marks_of_every_script_stay(text: str) -> None:
    assert clean(text) == text


def test_a_hit_shows_party_list_programme_and_the_evidence(screener: Screener) -> None:
    shown = _shown(screener.screen("Kataib Hezbollah", kind="Organization"))
    assert "Kataib Hezbollah  Organization\n" in shown
    assert "us-ofac-sdn:11462  Organization" in shown
    assert "listed by  OFAC, IRAQ3, SDGT: assets frozen, dealings forbidden" in shown
    assert "           OFAC, FTO: material support is a crime, assets frozen" in shown
    assert "by name    KATA'IB HEZBOLLAH" in shown
    assert "= Hezbollah HEZBOLLAH same" in shown


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (Designation("OFAC", "SDGT", effects=(Effect.ASSET_FREEZE,)), "OFAC, SDGT: assets frozen"),
        (Designation("OFAC", "NEW"), "OFAC, NEW: its effects are not known here, ask the authority"),
        (Designation("our own list"), "our own list"),
    ],
)
def test_a_programme_whose_effects_nobody_knows_says_so(made: Designation, told: str) -> None:
    assert designation_line(made) == told


def test_what_contradicts_stands_before_the_words_that_only_one_name_has(screener: Screener) -> None:
    shown = _shown(screener.screen("Kim Jong Tae", near=True), near=True)
    signs = [line.split()[0] for line in shown.splitlines() if line.startswith("       ") and line.split()]
    assert "✗" in signs
    assert "·" not in signs[: signs.index("✗")]


def test_what_is_known_of_the_subject_stands_beside_its_name(screener: Screener) -> None:
    screening = screener.screen(
        "Qassem Suleimani", kind="Person", born="1957", countries="ir", ids="passport:X1", as_of="2021-03-11"
    )
    first = _shown(screening).splitlines()[0]
    assert first == "Qassem Suleimani  Person, born 1957, IR, X1, as of 2021-03-11"


def test_what_stayed_below_is_counted_and_shown_when_asked_for(screener: Screener) -> None:
    screening = screener.screen("Ahmad al-Hamidawi", kind="Person", born="1999-04-02", near=True)
    assert screening.hits == ()
    plain = _shown(screening)
    assert f"({len(screening.near)} below the threshold: --near shows" in plain
    near = _shown(screening, near=True)
    assert "--near" not in near
    assert "below the threshold" in near
    assert "✗" in near


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_score_and_the_id_are_never_cut_off(screener: Screener, width: int) -> None:
    screening = screener.screen("Qassem Suleimani", kind="Person")
    shown = _shown(screening, width)
    assert f"{screening.hits[0].score:.2f}" in shown
    assert "".join(screening.hits[0].party.id.split()) in "".join(shown.split())


def test_the_footing_can_be_left_for_later(screener: Screener) -> None:
    screening = screener.screen("Nobody Atall")
    assert "Screened against" not in _shown(screening, footing=False)
    console, written = _console(200)
    show_footing(console, screening)
    assert "Screened against eu-fsf of " in written.getvalue()
    assert "! this is the starter list" in written.getvalue()


def test_no_list_held_is_said_with_the_remedy() -> None:
    console, written = _console()
    show_lists(console, [])
    assert "`namesake lists update`" in written.getvalue()
    assert "`namesake lists add FILE`" in written.getvalue()


def test_a_list_is_one_line_with_its_day_and_counts() -> None:
    console, written = _console(200)
    show_lists(console, [STATUS])
    line = written.getvalue().splitlines()[1].split()
    assert line[:2] == ["mine", "2021-03-10"]
    assert line[4:7] == ["1,200", "34", "1"]


def test_an_undated_edition_has_an_unknown_age() -> None:
    undated = Edition(ListId("mine"), "cd" * 32, "own-csv", received="2021-03-11T08:00:00Z")
    console, written = _console(200)
    show_lists(console, [STATUS._replace(editions=(undated,), current=(undated,))])
    assert "no date    unknown" in written.getvalue()


def test_the_editions_of_a_list_are_shown_with_what_each_lacks_and_its_problems() -> None:
    partial = Edition(
        ListId("mine"), "cd" * 32, "ofac-csv", published=dt.date(2021, 4, 1),
        received="2021-04-02T08:00:00Z", lacks=(FactKind.ALIASES,), problems=25,
    )  # fmt: skip
    status = STATUS._replace(editions=(EDITION, partial), current=(partial,))
    problems = tuple(Problem(f"line {number}", "no name", lost=True) for number in range(25))
    console, written = _console(200)
    show_edition_table(console, status, lambda edition: problems if edition == partial else ())
    shown = written.getvalue()
    assert "abababab" in shown
    assert "current, partial" in shown
    assert "! cdcdcdcd is partial: it lacks aliases" in shown
    assert "Problems of the edition of 2021-04-01:" in shown
    assert "line 19: no name" in shown
    assert "line 20: no name" not in shown
    assert "and 5 more: `namesake lists show LIST --json` has all" in shown


def test_of_an_edition_without_a_date_the_problems_go_by_its_checksum() -> None:
    undated = Edition(ListId("mine"), "cd" * 32, "own-csv", problems=1)
    console, written = _console(200)
    show_edition_table(console, STATUS._replace(editions=(undated,)), lambda _: (Problem("line 1", "x"),))
    assert "Problems of the edition without a date, cdcdcdcd:\n  - line 1: x\n" in written.getvalue()


def test_the_document_of_lists_marks_the_current_editions_and_keeps_a_date_that_is_missing() -> None:
    undated = Edition(ListId("mine"), "cd" * 32, "own-csv")
    document = lists_document([STATUS._replace(editions=(EDITION, undated))])
    first, second = document["lists"][0]["editions"]
    assert (first["published"], first["current"]) == ("2021-03-10", True)
    assert (second["published"], second["current"]) == (None, False)


REASONS = {reason.value for reason in Reason}


@pytest.mark.parametrize(
    ("piece", "cells"),
    [
        (Evidence(EvidenceKind.ADDED, "not in the listed name", query="Ali"), ("Ali", "–")),
        (Evidence(EvidenceKind.OMITTED, "missing", listed="Ali"), ("–", "Ali")),
        (
            Evidence(EvidenceKind.CONTRADICTION, "the syllables the other way round", query="은정"),
            ("은정", ""),
        ),
        (Evidence(EvidenceKind.ONE_PART, "only one name part to go by"), ("", "")),
        (
            Evidence(EvidenceKind.WEAK_ALIAS, "a weak alias counts only with", listed="Abu\x1b[1m"),
            ("", "Abu [1m"),
        ),
    ],
)
def test_only_a_word_that_the_other_name_lacks_has_a_dash_beside_it(
    piece: Evidence, cells: tuple[str, str]
) -> None:
    assert beside(piece) == cells


@pytest.mark.parametrize(
    ("piece", "sign"),
    [
        (Evidence(EvidenceKind.PART, "same", agree=1.0, same=True), "="),
        *((Evidence(EvidenceKind.PART, reason, agree=0.9), "≈") for reason in sorted(REASONS - {"same"})),
        (Evidence(EvidenceKind.ADDED, "not in the listed name", against=0.4), "·"),
        (Evidence(EvidenceKind.CONTRADICTION, "the syllables the other way round", against=0.5), "✗"),
        (Evidence(EvidenceKind.ONE_PART, "only one name part to go by", against=0.3), "✗"),
        (Evidence(EvidenceKind.BIRTH_DATE, "the same year", points=0.9), "="),
        (Evidence(EvidenceKind.WEAK_ALIAS, "a weak alias counts only with", points=-8.0), "✗"),
    ],
)
def test_the_sign_alone_says_for_or_against(piece: Evidence, sign: str) -> None:
    assert sign_of(piece)[0] == sign


def test_a_long_warning_stands_under_itself_on_a_narrow_terminal() -> None:
    console, written = _console(40)
    show_warning(console, "un-sc: the edition of 2021-03-12 is 1,146 days old, and more \x1b[2J")
    lines = written.getvalue().splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("  ! un-sc: ")
    assert lines[1][:4] == "    "
    assert all(len(line) <= 40 for line in lines)
    assert "\x1b" not in written.getvalue()
