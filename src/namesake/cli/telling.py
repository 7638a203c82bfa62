"""What became of one party over time, as a person reads it and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from namesake.cli.differing import change_lines, changes_as_json, edition_words
from namesake.cli.terminal import clean, designation_line, show_warning
from namesake.errors import InputError
from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.party import Designation
from namesake.screening.result import Hit, edition_as_json, party_as_json
from namesake.service.past import Told
from namesake.store.course import Course, Step, Turn

__all__ = ["history_as_json", "show_history", "undecided"]

_STYLES = {Turn.WENT: "green", Turn.AMENDED: "yellow"}


def show_history(console: Console, told: Told) -> None:
    """Print when the party came, what changed, when it went and came back."""
    if told.by_name is not None:
        console.print(Text(clean(f"Found {_by_name(told.by_name)}"), style="dim"), soft_wrap=True)
    for number, one in enumerate(told.courses):
        if number:
            console.print()
        _show_course(console, one)
    for warning in told.warnings:
        show_warning(console, warning)


def history_as_json(told: Told) -> dict[str, Any]:
    """The same as the documented JSON."""
    return {
        "histories": [_course(one) for one in told.courses],
        "by_name": _choice(told.by_name) if told.by_name is not None else None,
        "choices": [_choice(hit) for hit in told.choices],
        "more": told.more,
        "warnings": list(told.warnings),
    }


def undecided(told: Told, asked: str) -> InputError | None:
    """Why there is nothing to tell, where there is not."""
    if told.courses:
        return None
    if not told.choices:
        return InputError(
            f"nobody on the lists held, now or before, is called {asked!r}: give the id that screening "
            "shows, or another spelling"
        )
    if len(told.choices) == 1:
        why = f"nobody on the lists held, now or before, is called just {asked!r}: give the id if it means"
    else:
        why = (
            f"{asked!r} may be any of {len(told.choices) + told.more:,} parties: give the id of the one meant"
        )
    some = [f"\n  {hit.party.id}  {hit.party.name}  {_by_name(hit)}" for hit in told.choices]
    some += [f"\n  and {told.more:,} more: give more of the name"] if told.more else []
    return InputError(why + "".join(some))


def _choice(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.party.id,
        "name": hit.party.name,
        "list": hit.party.list,
        "score": hit.score,
        "matched_name": hit.matched_name,
    }


def _by_name(hit: Hit) -> str:
    """By which of its names it was found, and how well that fits."""
    return f"by the name {hit.matched_name}, {hit.score:.2f} ({hit.band.value})"


def _show_course(console: Console, one: Course) -> None:
    party = one.party
    state = "is listed" if one.listed else "is not listed any more"
    console.print(Text(clean(f"{party.id}  {party.name}"), style="bold"))
    console.print(
        Text(f"  {state}; {one.editions:,} edition{'' if one.editions == 1 else 's'} looked through")
    )
    for step in one.steps:
        line = Text(f"  {step.edition.published or 'no date   '}  ")
        line.append(step.turn.value, style=_STYLES.get(step.turn, "red"))
        if step.before is not None:
            line.append(f"  (not so in the {edition_words(step.before)})", style="dim")
        console.print(line, soft_wrap=True)
        for changed in change_lines(step.changes):
            console.print(Text("              ").append(changed), soft_wrap=True)
    for designation in party.designations:
        line = Text(f"  {clean(designation_line(designation))}")
        console.print(line, soft_wrap=True)
        if dates := _dates(designation):
            console.print(Text(f"    {dates}", style="dim"), soft_wrap=True)


def _dates(designation: Designation) -> str:
    """The designation's own dates, beside the one told already."""
    told = []
    if designation.amended_on:
        told.append("amended on " + ", ".join(designation.amended_on))
    if designation.delisted_on:
        told.append(f"delisted on {designation.delisted_on}")
    return "; ".join(told)


def _course(one: Course) -> dict[str, Any]:
    return {
        "id": one.id,
        "list": one.list,
        "name": one.party.name,
        "listed": one.listed,
        "editions": one.editions,
        "steps": [_step(step) for step in one.steps],
        "party": party_as_json(one.party),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "turn": step.turn.value,
        "edition": edition_as_json(step.edition),
        "before": _edition(step.before),
        "name": step.party.name,
        "designations": _own_dates(step.party.designations),
        "changes": changes_as_json(step.changes),
    }


def _edition(edition: Edition | None) -> dict[str, Any] | None:
    return edition_as_json(edition) if edition is not None else None


def _own_dates(designations: Sequence[Designation]) -> list[dict[str, Any]]:
    return [
        {
            "authority": one.authority,
            "programme": one.programme,
            "listed_on": to_plain(one.listed_on),
            "amended_on": to_plain(one.amended_on),
            "delisted_on": to_plain(one.delisted_on),
        }
        for one in designations
    ]
