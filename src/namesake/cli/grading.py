"""A scorecard as a person reads it on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table
from rich.text import Text

from namesake.cli.terminal import clean
from namesake.quality.scorecard import Line, Scorecard, percent

__all__ = ["show_scorecard", "telling"]

_FAILURES_SHOWN = 3


@contextmanager
def telling(console: Console | None) -> Iterator[Callable[[str], None]]:
    """What says on a terminal which measure is being taken; it says nothing anywhere else."""
    if console is None or not console.is_terminal:
        yield lambda _: None
        return
    with console.status("Measuring") as status:
        yield lambda what: status.update(clean(what))


def show_scorecard(console: Console, card: Scorecard) -> None:
    """Print what it was measured on, each line with its bar, the groups, some failures, the verdict."""
    editions = ", ".join(f"{one.list} of {one.published or 'no known date'}" for one in card.editions)
    drawn = "all parties" if card.sample is None else f"{card.sample:,} parties drawn"
    console.print(Text("How well names are found, and strangers let go", style="bold"))
    console.print(
        Text(
            clean(f"{editions or 'no edition'}; {drawn}, seed {card.seed}; hit at {card.threshold:.2f}"),
            style="dim",
        )
    )
    console.print()
    console.print(_lines(card))
    for measure in card.measures():
        console.print()
        console.print(_groups(card, measure))
    _show_failures(console, card)
    console.print()
    for note in card.notes:
        console.print(Text(f"! {clean(note)}", style="yellow"))
    missed = [line for line in card.lines if not line.passed]
    barred = sum(line.bar is not None and line.of > 0 for line in card.lines)
    if missed:
        console.print(
            Text(f"Bars: {barred}, missed: {len(missed)}; --json lists every failure.", style="red")
        )
    else:
        console.print(Text(f"Bars: {barred}, each of them reached.", style="green"))


def _lines(card: Scorecard) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("measure", no_wrap=True)
    table.add_column("names", overflow="fold")
    for title in ("number", "figure", "bar"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    before = ""
    for line in card.lines:
        measure = "" if line.measure == before else line.measure
        before = line.measure
        table.add_row(
            Text(clean(measure)),
            Text(clean(line.title)),
            f"{line.of:,}",
            f"{line.shown} {line.unit.value}" if line.of else "–",
            line.bar_shown,
            _verdict(line),
        )
    return table


def _verdict(line: Line) -> Text:
    if line.bar is None or not line.of:
        return Text("")
    return Text("reached", style="green") if line.passed else Text("missed", style="bold red")


def _groups(card: Scorecard, measure: str) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column(clean(f"{measure}, by kind of name (a guess)"), no_wrap=True)
    for title in ("number", "figure"):
        table.add_column(title, justify="right", no_wrap=True)
    for part in card.groups(measure):
        table.add_row(Text(clean(part.group)), f"{part.of:,}", percent(part.count / part.of))
    return table


def _show_failures(console: Console, card: Scorecard) -> None:
    """The first failures of each line that missed its bar, or has none."""
    for line in card.lines:
        if line.failures and (not line.passed or line.bar is None):
            console.print()
            console.print(Text(clean(f"{line.measure}, {line.title}: {len(line.failures):,} wrong, such as")))
            for one in line.failures[:_FAILURES_SHOWN]:
                told = [one.why, one.party, one.listed if one.listed != one.asked else "", f"{one.score:.2f}"]
                shown = f"  {one.asked}  " + "  ".join(part for part in told if part)
                console.print(Text(clean(shown), style="dim"))
