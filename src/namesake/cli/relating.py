"""The network of a party as a table on a terminal, and as a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from namesake.cli.terminal import clean
from namesake.errors import InputError
from namesake.model.coding import to_plain
from namesake.model.party import SameAs
from namesake.network.ties import Tie, Web
from namesake.screening.result import snapshot_as_json
from namesake.screening.standing import Standing

__all__ = ["show_web", "web_document", "write_text"]


def web_document(
    web: Web, stands: Standing, snapshot: str, *, as_of: dt.date | None, others: Sequence[SameAs] = ()
) -> dict[str, Any]:
    """The web as the documented JSON.

    Args:
        web: the web.
        stands: what it stands on.
        snapshot: the id of the snapshot it was taken from.
        as_of: the day asked about; None for now.
        others: the records that other lists have of the party asked about.
    """
    return {
        "party": web.centre,
        "as_of": as_of.isoformat() if as_of else None,
        "asked_on": stands.asked_on.isoformat() if stands.asked_on else None,
        "warnings": list(stands.warnings),
        "snapshot": snapshot_as_json(snapshot, stands.editions),
        "same_as": [{"party": one.party.id, "name": one.party.name, "reason": one.reason} for one in others],
        "nodes": [{"kind": None, "listed": True, **to_plain(node)} for node in web.nodes],
        "ties": [
            {"share": None, "since": None, "until": None, "former": False, "by_name": False, **to_plain(tie)}
            for tie in web.ties
        ],
        "more": web.more,
    }


def show_web(console: Console, web: Web, others: Sequence[SameAs] = ()) -> None:
    """Print who is tied to whom, nearest first, and which records other lists have of the party."""
    nodes = {node.id: node for node in web.nodes}
    centre = nodes[web.centre]
    console.print(Text.assemble((clean(centre.name), "bold cyan"), f"  {centre.id}"))
    if others:
        ids = ", ".join(one.party.id for one in others)
        told = f"  The same party on other lists: {ids}. What those relate is told when asked by these ids."
        console.print(Text(clean(told), style="yellow"))
    if not web.ties:
        console.print(Text("  The lists give no relation of it.", style="green"))
        return
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("", justify="right", no_wrap=True)
    for title in ("party", "relation", "to"):
        table.add_column(title, overflow="fold")
    for title in ("share", "when"):
        table.add_column(title, no_wrap=True)
    for tie in sorted(web.ties, key=lambda one: max(nodes[one.source].depth, nodes[one.target].depth)):
        far = max(nodes[tie.source].depth, nodes[tie.target].depth)
        table.add_row(
            str(far), _named(web, tie.source), clean(tie.type), _named(web, tie.target),
            f"{tie.share:g} %" if tie.share is not None else "", _when(tie),
        )  # fmt: skip
    console.print(table)
    notes = []
    if any(not node.listed for node in web.nodes):
        notes.append("(name) is on no list held; only its name is known.")
    if any(tie.by_name for tie in web.ties):
        notes.append("* joined by the name, which one party of that list has.")
    if web.more:
        notes.append(f"{web.more:,} more parties were left out: ask about one nearer to them.")
    for note in notes:
        console.print(Text(note, style="dim"))


def write_text(path: Path, text: str) -> None:
    """Write a file; `InputError` when that can't be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} can't be written ({error.strerror}): name another file") from error


def _named(web: Web, id: str) -> Text:
    node = next(one for one in web.nodes if one.id == id)
    text = Text(clean(node.name) if node.listed else f"({clean(node.name)})")
    if node.listed:
        text.append(f"  {node.id}", style="dim")
    if any(tie.by_name and id == tie.target for tie in web.ties):
        text.append(" *", style="dim")
    return text


def _when(tie: Tie) -> str:
    told = f"{tie.since or ''}–{tie.until or ''}" if tie.since or tie.until else ""
    return f"{told} former".strip() if tie.former else told
