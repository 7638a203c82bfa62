"""The links between records of one party on several lists, shown and refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from namesake.cli.terminal import clean
from namesake.model.party import Link
from namesake.service import Service
from namesake.store.refusals import Refusal

__all__ = ["as_document", "show_links", "unlinked"]

_MOST_SHOWN = 50


def show_links(console: Console, links: Sequence[Link], refused: Sequence[Refusal]) -> None:
    """Print the links, each with its reason, then those refused by hand."""
    if not links:
        console.print("No two records are linked.")
    else:
        table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
        for title in ("party", "is the same as"):
            table.add_column(title, no_wrap=True)
        table.add_column("because", overflow="fold")
        for link in links[:_MOST_SHOWN]:
            table.add_row(clean(link.left), clean(link.right), clean(link.reason))
        console.print(table)
        if len(links) > _MOST_SHOWN:
            rest = f"{len(links) - _MOST_SHOWN:,} more: name a party, or use --json"
            console.print(Text(rest, style="dim"))
    for one in refused:
        why = f"{one.left} and {one.right} are held apart since {one.day}: {one.why}"
        console.print(Text(clean(why), style="yellow"))


def unlinked(service: Service, one: str, other: str, why: str) -> str:
    """Hold two parties apart, and say what that changes.

    Raises:
        InputError: as `Service.refuse_link`.
    """
    before = service.link_between(one, other)
    service.refuse_link(one, other, why)
    if before is None:
        return f"{one} and {other} were not linked; they are held apart from now on, whatever looks alike."
    if still := service.link_between(one, other):
        return (
            f"{one} and {other} are linked to each other no more, but both to another record ({still}), and "
            f"so held to be one: `namesake lists links {one}` shows it; unlink one of the two from that too."
        )
    return f"{one} and {other} are held apart from now on."


def as_document(links: Sequence[Link], refused: Sequence[Refusal]) -> dict[str, Any]:
    """The same as plain JSON."""
    return {
        "links": [{"left": one.left, "right": one.right, "reason": one.reason} for one in links],
        "refused": [
            {"left": one.left, "right": one.right, "why": one.why, "day": one.day} for one in refused
        ],
    }
