"""Adding several editions, one after the other, each on its own account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from namesake.cli.terminal import clean, show_warning
from namesake.errors import InputError, LossyEditionError, NamesakeError
from namesake.model.coding import to_plain
from namesake.service import Service

if TYPE_CHECKING:
    from namesake.store.database import Added

__all__ = ["Outcome", "add_all", "as_document", "show_added"]


@dataclass(slots=True)
class Outcome:
    """What became of each edition.

    Attributes:
        added: name of the delivery, and what adding it did.
        failed: name, and why it was refused.
        index: the id of the index that now answers; None when nothing changed.
    """

    added: list[tuple[str, Added]] = field(default_factory=list)
    failed: list[tuple[str, NamesakeError]] = field(default_factory=list)
    index: str | None = None


def add_all(
    service: Service,
    paths: Sequence[Path],
    *,
    as_list: str | None,
    published: str | None,
    accept_loss: bool,
    again: bool = False,
    console: Console | None,
) -> Outcome:
    """Add every edition found at the paths, then build the index once; a failure stops no other."""
    outcome = Outcome()
    for path in paths:
        try:
            deliveries = service.deliveries(path)
            if published is not None and len(deliveries) > 1:
                raise InputError(
                    f"{path} holds {len(deliveries)} editions, and --published dates one: add them one by one"
                )
        except NamesakeError as error:
            outcome.failed.append((str(path), error))
            continue
        for delivery in deliveries:
            try:
                with _status(console, f"Reading {delivery.name}"):
                    added = service.add(
                        delivery,
                        as_list=as_list,
                        published=published,
                        accept_loss=accept_loss,
                        again=again,
                    )
                outcome.added.append((delivery.name, added))
            except NamesakeError as error:
                outcome.failed.append((delivery.name, error))
    if outcome.added:
        with _status(console, "Building the index"):
            outcome.index = service.snapshot().id
    return outcome


def as_document(outcome: Outcome) -> dict[str, Any]:
    """The outcome as the documented JSON."""
    return {
        "added": [
            {
                "file": name,
                "edition": {"published": None, **to_plain(added.edition)},
                "already_held": added.was_known,
                "lost": added.edition.records - added.edition.parties,
                "new": added.new,
                "gone": added.gone,
                "changed": added.changed,
                "losses": list(added.losses),
                "warnings": list(added.warnings),
            }
            for name, added in outcome.added
        ],
        "failed": [
            {
                "file": name,
                "error": str(error),
                "losses": list(error.losses) if isinstance(error, LossyEditionError) else [],
            }
            for name, error in outcome.failed
        ],
        "index": outcome.index,
    }


def show_added(console: Console, outcome: Outcome) -> None:
    """Print a line for each edition added, and its warnings."""
    for name, added in outcome.added:
        edition = added.edition
        day = f"of {edition.published}" if edition.published else "without a date"
        line = Text(f"{clean(name)}: {edition.list} {day}, ")
        if added.was_known:
            line.append("already held")
        else:
            line.append(f"{edition.records:,} records, {edition.parties:,} parties", style="bold")
            line.append(f", {edition.problems:,} problem{'' if edition.problems == 1 else 's'}")
            if lost := edition.records - edition.parties:
                line.append(f", {lost:,} of the records lost (`namesake lists show {edition.list}` says why)")
            if added.before is not None:
                before = added.before.published or "the edition before it"
                line.append(f"; {added.new:,} new and {added.gone:,} gone since {before}")
        console.print(line)
        for warning in added.warnings:
            show_warning(console, warning)


def _status(console: Console | None, message: str) -> Any:
    from contextlib import nullcontext

    return console.status(message) if console is not None and console.is_terminal else nullcontext()
