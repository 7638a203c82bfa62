"""What changed between editions, as a person reads it and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from namesake.cli.terminal import clean, designation_line, show_warning
from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.party import Designation, Party, Relation
from namesake.model.values import Address, Contact, Country, Detail, Identifier, Name, Quality
from namesake.screening.result import edition_as_json, party_as_json
from namesake.service.past import Compared
from namesake.store.differences import Change

__all__ = ["change_lines", "changes_as_json", "diff_as_json", "edition_words", "show_diff"]

_LONGEST: Final = 300
_BEFORE: Final = 30


def show_diff(console: Console, compared: Compared) -> None:
    """Print who came, who went, and who was amended and how."""
    found = compared.difference
    console.print(
        Text(
            f"{found.later.list}: {edition_words(found.earlier, found.later)} beside "
            f"{edition_words(found.later, found.earlier)}",
            "bold",
        )
    )
    for note in compared.notes:
        show_warning(console, note)
    for sign, style, title, parties in (
        ("+", "red", "added", found.added),
        ("-", "green", "delisted", found.delisted),
    ):
        if parties:
            console.print(Text(f"\n{len(parties):,} {title}", style="bold"))
        for party in parties:
            console.print(Text(f"  {sign} ", style=style).append(_party(party)), soft_wrap=True)
    if found.amended:
        console.print(Text(f"\n{len(found.amended):,} amended", style="bold"))
    for one in found.amended:
        console.print(Text("  ~ ", style="yellow").append(_party(one.after)), soft_wrap=True)
        for line in change_lines(one.changes):
            console.print(Text("      ").append(line), soft_wrap=True)
    counts = {
        "added": found.added,
        "delisted": found.delisted,
        "amended": found.amended,
        "with a record changed where it tells no fact": found.rewritten,
    }
    told = [f"{len(parties):,} {what}" for what, parties in counts.items() if parties or what == "added"]
    console.print(Text("\n" + ", ".join([*told, f"{found.same:,} the same"]) + ".", style="dim"))


def diff_as_json(compared: Compared) -> dict[str, Any]:
    """The difference as the documented JSON."""
    found = compared.difference
    return {
        "list": found.later.list,
        "from": edition_as_json(found.earlier),
        "to": edition_as_json(found.later),
        "notes": list(compared.notes),
        "added": [party_as_json(party) for party in found.added],
        "delisted": [party_as_json(party) for party in found.delisted],
        "amended": [
            {"id": one.after.id, "name": one.after.name, "changes": changes_as_json(one.changes)}
            for one in found.amended
        ],
        "rewritten": [{"id": party.id, "name": party.name} for party in found.rewritten],
        "same": found.same,
    }


def changes_as_json(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes field by field: `of` and `part` say which part of which value, where not the whole of it."""
    return [
        {
            "field": one.field,
            "of": one.of,
            "part": one.part,
            "removed": to_plain(one.removed),
            "added": to_plain(one.added),
        }
        for one in changes
    ]


def change_lines(changes: Iterable[Change]) -> Iterator[Text]:
    """A line for each value that came or went."""
    for one in changes:
        what = one.field.replace("_", " ")
        if one.of is not None:
            what = f"{what}, {one.of}: {(one.part or '').replace('_', ' ')}"
        line = Text(f"{clean(what)}: ", style="")
        if len(one.removed) == len(one.added) == 1:
            was, now = _apart(_words(one.removed[0]), _words(one.added[0]))
            yield line.append(f"{_cut(was)} → {_cut(now)}")
            continue
        told = [f"- {_cut(_words(value))}" for value in one.removed]
        told += [f"+ {_cut(_words(value))}" for value in one.added]
        yield line.append("; ".join(told))


def edition_words(edition: Edition, beside: Edition | None = None) -> str:
    """`edition of 2021-03-10`; with the checksum where that is the day of the other too."""
    if edition.published is None:
        return f"undated edition {edition.sha256[:8]}"
    same_day = beside is not None and beside.published == edition.published
    return f"edition of {edition.published}" + (f" ({edition.sha256[:8]})" if same_day else "")


def _party(party: Party) -> str:
    programmes = ", ".join(dict.fromkeys(one.programme for one in party.designations if one.programme))
    return clean(f"{party.id}  {party.name}" + (f"  ({programmes})" if programmes else ""))


def _apart(was: str, now: str) -> tuple[str, str]:
    """Two long texts without most of what they begin with alike."""
    alike = next((place for place, two in enumerate(zip(was, now, strict=False)) if two[0] != two[1]), None)
    alike = min(len(was), len(now)) if alike is None else alike
    if alike < _LONGEST // 3:
        return was, now
    start = alike - _BEFORE
    return "…" + was[start:], "…" + now[start:]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _words(value: object) -> str:
    """A value of a party in words, fit for one line."""
    return clean(_plain_words(value))


def _plain_words(value: object) -> str:
    match value:
        case Name(text, quality):
            return text if quality is Quality.STRONG else f"{text} ({quality.value})"
        case Designation():
            basis = f" ({value.legal_basis})" if value.legal_basis else ""
            return designation_line(value) + basis
        case Identifier():
            issuer = f" ({value.country})" if value.country else ""
            return f"{value.label or value.type.value} {value.value}{issuer}"
        case Country():
            return f"{value.text or value.code} ({value.role.value})"
        case Relation():
            return f"{value.type} {value.name}"
        case Address(text):
            return text
        case Contact(type, text):
            return f"{type} {text}"
        case Detail(label, text):
            return f"{label}: {text}"
        case None:
            return "nothing"
        case _:
            return str(value)
