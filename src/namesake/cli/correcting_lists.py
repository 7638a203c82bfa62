"""Editions removed or dated otherwise by hand, as a person and a script learn of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from namesake.cli.differing import edition_words
from namesake.cli.terminal import clean, show_warning
from namesake.errors import NoListError
from namesake.model.coding import to_plain
from namesake.screening.result import edition_as_json
from namesake.service import Service
from namesake.store.corrections import Correction

__all__ = ["corrections_as_json", "rebuilt", "show_corrections"]


def rebuilt(service: Service) -> str | None:
    """The id of the index that answers now; None where no edition is held any more."""
    try:
        return service.snapshot().id
    except NoListError:
        return None


def show_corrections(
    console: Console, corrections: Iterable[Correction], warnings: Iterable[str] = ()
) -> None:
    """Print what was corrected, when and why, and what has to be said of it."""
    for one in corrections:
        which = f"{edition_words(one.edition)} ({one.edition.sha256[:8]})"
        line = f"{one.done[:10]}  {one.edition.list}, {which} {one.action.value}"
        if one.published:
            line += f" to {one.published}"
        console.print(Text(f"{line}: {clean(one.reason)}"), soft_wrap=True)
    for warning in warnings:
        show_warning(console, warning)


def corrections_as_json(corrections: Iterable[Correction]) -> list[dict[str, Any]]:
    """Corrections as the documented JSON; `edition` is as it was before."""
    return [
        {
            "action": one.action.value,
            "edition": {**edition_as_json(one.edition), "header": to_plain(one.edition)},
            "published": one.published.isoformat() if one.published else None,
            "done": one.done,
            "reason": one.reason,
        }
        for one in corrections
    ]
