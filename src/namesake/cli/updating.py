"""Fetching lists from their publishers, as a person and a script learn of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from namesake.cli.terminal import clean, show_warning
from namesake.errors import InputError, LossyEditionError
from namesake.model.coding import to_plain
from namesake.service import Service, Updated
from namesake.service.clock import today

__all__ = [
    "Update",
    "addresses_of",
    "as_document",
    "complaints",
    "document_of",
    "show_updated",
    "update_all",
]


@dataclass(frozen=True, slots=True)
class Update:
    """What became of every list.

    Attributes:
        index: the id of the index that now answers; None when nothing changed.
    """

    lists: Sequence[Updated]
    index: str | None

    @property
    def failed(self) -> list[Updated]:
        """Those of which the newest edition could not be had or kept."""
        return [one for one in self.lists if one.error is not None]


def addresses_of(pairs: Iterable[str]) -> dict[str, str]:
    """What `--from LIST=ADDRESS` says, by list."""
    addresses = {}
    for pair in pairs:
        name, equals, address = pair.partition("=")
        if not equals or "/" in name:
            raise InputError(
                "--from takes a list and its address: --from un-sc=https://mirror.example/un.xml"
            )
        addresses[name] = address
    return addresses


def update_all(
    service: Service,
    lists: Sequence[str],
    *,
    addresses: Mapping[str, str],
    accept_loss: bool,
    console: Console | None,
) -> Update:
    """Fetch the lists, keep what is new, then build the index once."""
    with _status(console, "Fetching " + (", ".join(lists) or "the lists")):
        updates = service.update(lists, addresses=addresses, accept_loss=accept_loss)
    index = None
    if any(one.changed for one in updates):
        with _status(console, "Building the index"):
            index = service.snapshot().id
    return Update(updates, index)


def as_document(update: Update) -> dict[str, Any]:
    """The outcome as the documented JSON."""
    return {"lists": [document_of(one) for one in update.lists], "index": update.index}


def show_updated(console: Console, update: Update) -> None:
    """Print a line for each list that is up to date now, and its warnings."""
    for one in update.lists:
        if one.error is not None:
            continue
        line = Text(f"{one.list}: ")
        if one.added is not None and one.changed:
            edition, before = one.added.edition, one.added.before
            line.append(f"{edition.parties:,} parties", style="bold")
            line.append(f" came, {edition.problems:,} problem{'' if edition.problems == 1 else 's'}")
            if lost := edition.records - edition.parties:
                line.append(f", {lost:,} of the records lost (`namesake lists show {one.list}` says why)")
            if before is not None:
                since = before.published or "the edition before it"
                line.append(f"; {one.added.new:,} new and {one.added.gone:,} gone since {since}")
        else:
            line.append("unchanged")
        overdue = _is_overdue(one)
        line.append(f"; {_age(one)}", style="yellow" if overdue else "")
        console.print(line)
        if overdue:
            show_warning(console, _overdue(one))
        for warning in one.added.warnings if one.added is not None else ():
            show_warning(console, warning)


def complaints(update: Update) -> list[str]:
    """A sentence for each list that failed; one for all where no publisher could be reached."""
    failed = update.failed
    if len(failed) > 1 and len(failed) == len(update.lists) and not any(one.reached for one in failed):
        serving = [
            f"{one.list} of {one.current.published or 'no known date'}" for one in failed if one.current
        ]
        kept = f"What is held goes on serving: {', '.join(serving)}." if serving else "No list is held."
        return [
            f"none of the {len(failed)} lists could be fetched, as no publisher could be reached: is there a "
            f"network, or behind a proxy is HTTPS_PROXY set? {kept}"
        ]
    return [f"{one.list}: {str(one.error).rstrip('.')}{_goes_on(one)}" for one in failed]


def _goes_on(one: Updated) -> str:
    if isinstance(one.error, LossyEditionError):
        return ""  # It says so itself.
    held = f"{_age(one)} and goes on serving" if one.current else "no edition is held"
    return f". Of {one.list}, {held}"


def document_of(one: Updated) -> dict[str, Any]:
    """What became of one list, as the documented JSON."""
    added = one.added if one.changed else None
    return {
        "list": one.list,
        "address": one.address,
        "outcome": "failed" if one.error is not None else "added" if added is not None else "unchanged",
        "error": str(one.error) if one.error is not None else None,
        "reached": one.reached,
        "losses": list(one.error.losses) if isinstance(one.error, LossyEditionError) else [],
        "edition": {"published": None, "problems": 0, **to_plain(one.current)} if one.current else None,
        "age_days": _age_days(one),
        "cadence_days": one.cadence_days,
        "overdue": _is_overdue(one),
        "new": added.new if added is not None else None,
        "gone": added.gone if added is not None else None,
        "changed": added.changed if added is not None else None,
        "warnings": list(one.added.warnings) if one.added is not None else [],
    }


def _age(one: Updated) -> str:
    """`the edition of 2021-03-10 is 4 days old`."""
    days = _age_days(one)
    if one.current is None or days is None:
        return "the edition held carries no date"
    return f"the edition of {one.current.published} is {_days(max(days, 0))} old"


def _age_days(one: Updated) -> int | None:
    if one.current is None or one.current.published is None:
        return None
    return (today() - one.current.published).days


def _is_overdue(one: Updated) -> bool:
    days = _age_days(one)
    return days is not None and one.cadence_days is not None and days > one.cadence_days


def _overdue(one: Updated) -> str:
    from namesake.sources.catalogue import entry

    known = entry(one.list)
    where = f": {known.documented} says where it is now" if known else ""
    return f"{one.list} usually comes every {_days(one.cadence_days)} or sooner{where}"


def _days(count: int | None) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _status(console: Console | None, message: str) -> Any:
    return console.status(clean(message)) if console is not None and console.is_terminal else nullcontext()
