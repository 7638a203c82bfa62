"""A scorecard on a terminal."""

from __future__ import annotations

import io

from rich.console import Console

from namesake.cli.grading import show_scorecard, telling
from namesake.quality.scorecard import Failure, Line, Part, Scorecard, Unit

GOOD = Line("self-test", "all", Unit.FOUND, 1.0, 3, 1.0, (Part("Arabic", 3, 3),))
BAD = Line(
    "near misses", "crossed", Unit.ALARMS, 0.5, 2, 0.15, failures=(Failure("[b]A\x1bB", "x:1", "A B", 0.8),)
)
EMPTY = Line("perturbations", "accents", Unit.FOUND, 0.0, 0, 1.0)


def _shown(*lines: Line, sample: int | None = None) -> str:
    written = io.StringIO()
    show_scorecard(
        Console(file=written, width=160, highlight=False), Scorecard((), 0.7, sample, 1, lines, ("A note.",))
    )
    return written.getvalue()


def test_a_good_card_says_so_at_its_end() -> None:
    shown = _shown(GOOD, EMPTY, sample=1200)
    assert "1,200 parties drawn, seed 1; hit at 0.70" in shown
    assert shown.rstrip().endswith("Bars: 1, each of them reached.")
    assert "A note." in shown
    assert "Arabic" in shown


def test_a_missed_bar_is_shown_with_failures_fit_for_a_terminal() -> None:
    shown = _shown(GOOD, BAD)
    assert "50.0 % alarms at most 15 % missed" in " ".join(shown.split())
    assert "[b]A B  x:1  A B  0.80" in shown
    assert "\x1b" not in shown
    assert "Bars: 2, missed: 1" in shown


def test_nothing_is_told_where_nobody_waits() -> None:
    for console in (None, Console(file=io.StringIO())):
        with telling(console) as told:
            told("anything")
