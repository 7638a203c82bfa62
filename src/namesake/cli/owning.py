"""What ownership makes of companies, as a person sees it on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from namesake.cli.terminal import clean, show_footing
from namesake.model.ownership import name_key, plain_number
from namesake.network.findings import Counts, Finding, Link, Sum, Verdict
from namesake.screening.owned import Owned
from namesake.screening.recognised import Known, OwnedHit, Recognised
from namesake.screening.result import (
    Screening,
    edition_as_json,
    finding_as_json,
    recognised_as_json,
    restricted_as_json,
)

__all__ = ["companies_document", "company_document", "show_companies", "show_company", "show_owned_hits"]

_STYLES = {Verdict.BLOCKED: "bold red", Verdict.OPEN: "yellow", Verdict.FREE: "green"}
_NOT_BLOCKED = "not blocked, restricted"
_MOST_CHAINS = 10
_NEAR = 10
"""So many links above a company are told where many companies are: `--company` tells all of one."""


def companies_document(owned: Owned, found: Sequence[tuple[str, Verdict]]) -> dict[str, Any]:
    """All companies that ownership blocks, or could, as the documented JSON.

    Each with what is near it: where `cut` is true there are more links, and asking about it alone tells all.
    """
    return {
        **_heading(owned),
        "companies": [_company(owned, id, _NEAR) for id, _ in found],
        "restricted": [restricted_as_json(one) for one in owned.restricted],
    }


def company_document(owned: Owned, company: str) -> dict[str, Any]:
    """What ownership makes of one company, as the documented JSON."""
    listed = [recognised_as_json(one) for one in owned.recognised(company)]
    restricted = owned.restriction(company)
    return {
        **_heading(owned),
        **_company(owned, company),
        "restricted": restricted_as_json(restricted) if restricted is not None else None,
        "listed_above": listed,
    }


def show_companies(console: Console, owned: Owned, found: Sequence[tuple[str, Verdict]]) -> None:
    """Print a line for each company that is, or could be, blocked."""
    if not found and owned.editions:
        console.print(Text("No company is blocked by who owns it, as far as the data tells.", style="green"))
    _tell_unscreened(console, owned)
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("company", overflow="fold")
    table.add_column("")
    table.add_column("held", justify="right", overflow="fold")
    table.add_column("by parties listed", overflow="fold")
    restricted = owned.restricted
    called = _called(
        [*((id, owned.name(id)) for id, _ in found), *((one.company, one.name) for one in restricted)]
    )
    for id, verdict in found:
        finding, owners, alone = owned.finding(id, _NEAR)
        whom = ", ".join(dict.fromkeys(one.called for one in owners[:5])) or "nobody who is named"
        mark = "  (known by name alone)" if alone else ""
        table.add_row(
            Text(called[id]),
            Text(verdict.value, style=_STYLES[verdict]),
            finding.share,
            Text(clean(whom) + mark),
        )
    for one in restricted:
        table.add_row(
            Text(called[one.company]),
            Text(_NOT_BLOCKED, style="yellow"),
            one.share,
            Text(clean(one.whom)),
        )
    if found or restricted:
        console.print(table)
    _footing(console, owned)


def show_company(console: Console, owned: Owned, company: str) -> None:
    """Print what ownership makes of one company: the verdict, the sums, the chains and what is not known."""
    finding, _, alone = owned.finding(company)
    _tell_unscreened(console, owned)
    console.print(
        Text.assemble(
            (clean(finding.name), "bold cyan"), "  ", (finding.verdict.value, _STYLES[finding.verdict]),
            f"  {finding.share} by blocked persons",
        )
    )  # fmt: skip
    if (restricted := owned.restriction(company)) is not None:
        console.print(Padding(Text(clean(f"→ {restricted.words}"), style="yellow"), (0, 0, 0, 5)))
    _show_finding(console, finding, owned.recognised(company), alone)
    _footing(console, owned)


def show_owned_hits(console: Console, screening: Screening, number: int) -> None:
    """Print what the ownership data makes of the subject, and whether it knows it at all.

    Args:
        console: where to print.
        screening: an answer for which ownership data was asked too.
        number: what the first company is shown by.
    """
    called = _called([(one.finding.company, one.finding.name) for one in screening.companies])
    for place, owned in enumerate(screening.owned, number):
        _show_owned_hit(console, owned, place, called[owned.finding.company])
    for other in screening.companies:
        if not other.blocks:
            name = called[other.finding.company]
            told = f"  {name} ({other.score:.2f}) in {screening.ownership} {other.words}"
            style = "yellow" if other.restricted else "dim" if other.listed else "green"
            console.print(Text(clean(told), style=style))
    if screening.more_companies:
        told = f"{screening.more_companies:,} more of {screening.ownership} fit, none more blocked than these"
        console.print(Text(clean(f"  {told}: --limit shows them"), style="yellow"))
    if not screening.companies:
        told = f"  {screening.ownership} tells no owner of anybody called like this: none was checked"
        console.print(Text(clean(told), style="yellow"))


def _tell_unscreened(console: Console, owned: Owned) -> None:
    if not owned.editions:
        console.print(Text("No list was screened, so it can't be told who is blocked.", style="yellow"))


def _called(companies: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What to call each company, by id: its name, and the id too where others of them have that name."""
    many = Counter(name_key(name) for _, name in companies)
    return {
        id: clean(name if many[name_key(name)] < 2 or name == id else f"{name} ({id})")
        for id, name in companies
    }


def _show_owned_hit(console: Console, hit: OwnedHit, number: int, called: str) -> None:
    """Print a company that the subject may be and that its owners block, or could."""
    finding = hit.finding
    console.print(
        Text.assemble(
            f"{number:>3}  ", (called, "bold"), f"  {hit.score:.2f}  ",
            (f"not listed, {finding.verdict.value}", _STYLES[finding.verdict]),
        )
    )  # fmt: skip
    console.print(Padding(Text(clean(hit.words)), (0, 0, 0, 5)))
    _show_finding(console, finding, hit.owners, hit.by_name_alone)


def _heading(owned: Owned) -> dict[str, Any]:
    return {
        "ownership": owned.ownership.name,
        "format": owned.ownership.format,
        "records": owned.ownership.records,
        "rule": {
            "name": owned.rule.name.value,
            "words": owned.rule.words,
            "source": owned.rule.source,
        },
        "as_of": owned.day.isoformat() if owned.day else None,
        "asked_on": owned.asked_on.isoformat() if owned.asked_on else None,
        "warnings": list(owned.warnings),
        "snapshot": {
            "id": owned.screener.snapshot.id,
            "editions": [edition_as_json(one) for one in owned.editions],
        },
        "problems": [
            {"where": one.where, "field": one.field, "message": one.message, "lost": one.lost}
            for one in owned.ownership.problems
        ],
    }


def _company(owned: Owned, company: str, links: int | None = None) -> dict[str, Any]:
    finding, owners, alone = owned.finding(company, links)
    return {
        **finding_as_json(finding),
        "by_name_alone": alone,
        "owners": [recognised_as_json(one) for one in owners],
    }


def _show_finding(console: Console, finding: Finding, listed: Sequence[Recognised], alone: bool) -> None:
    by = {one.holder: one for one in listed}
    for chain in finding.chains[:_MOST_CHAINS]:
        console.print(Padding(_chain(chain, by), (0, 0, 0, 5)))
    if len(finding.chains) > _MOST_CHAINS:
        more = f"and {len(finding.chains) - _MOST_CHAINS} more chains: --json has them"
        console.print(Padding(Text(more, style="dim"), (0, 0, 0, 5)))
    for one in finding.sums:
        console.print(Padding(_sum(one, by), (0, 0, 0, 5)))
    for person in listed:
        blocks = "" if person.blocks else "; what it is listed for freezes no assets, so it does not count"
        sure = "is" if person.doubt is None else "is possibly"
        words = f"{person.name} {sure} {person.party.id} {person.party.name}, known by {person.by.value}"
        if person.by is not Known.ID:
            words += f" ({person.score:.2f})"
        if person.doubt is not None and person.by is not Known.NAME:
            words += f": {person.doubt}"
        if person.through:
            records = [f"{one.party.id} {one.party.name} ({one.reason})" for one in person.through]
            words += f"; it counts by other lists' records of the same party: {', '.join(records)}"
        console.print(Padding(Text(clean(words + blocks), style="dim"), (0, 0, 0, 5)))
    if alone:
        warning = "It is so only if owners known by their names alone are the listed ones: check them"
        console.print(Padding(Text(f"→ {warning}", style="yellow"), (0, 0, 0, 5)))
    for sentence in finding.open[:_MOST_CHAINS]:
        console.print(Padding(Text(f"? {clean(sentence)}", style="yellow"), (0, 0, 0, 5)))
    for name in finding.contradictions:
        told = f"! of {clean(name)} more than 100 % is told: what others have of it says nothing"
        console.print(Padding(Text(told, style="yellow"), (0, 0, 0, 5)))


def _chain(chain: Sequence[Link], by: dict[str, Recognised]) -> Text:
    first = chain[0].owner
    text = Text(clean(by[first].name if first in by else chain[0].owner_name))
    shown = chain if len(chain) <= 6 else [*chain[:3], None, *chain[-3:]]
    for link in shown:
        if link is None:
            text.append(f" ─ {len(chain) - 6} more ─", style="dim")
            continue
        text.append(f" ─ {link.share} → ", style="bold")
        text.append(clean(link.owned_name))
    return text


def _sum(one: Sum, by: dict[str, Recognised]) -> Text:
    text = Text(f"{clean(one.name)}" + (f", {one.kind.value}" if one.kind.value != "ownership" else ""))
    text.append(": ")
    counting = [part for part in one.parts if part.counts is not Counts.NOT]
    others = [part for part in one.parts if part.counts is Counts.NOT]
    terms = []
    for part in counting:
        name = by[part.owner].name if part.owner in by else part.name
        told = " and ".join(part.told) or f"{plain_number(part.least)} %"
        terms.append(f"{told} {clean(name)} ({part.counts.value})")
    text.append(" + ".join(terms) or "nothing")
    text.append(f" = {one.share}: {one.verdict.value}", style=_STYLES[one.verdict])
    if others:
        names = ", ".join(f"{clean(part.name)} {' and '.join(part.told)}" for part in others[:5])
        text.append(f"; not counted: {names}", style="dim")
    return text


def _footing(console: Console, owned: Owned) -> None:
    show_footing(console, owned)
    day = f" as of {owned.day}" if owned.day else ""
    told = f"By the test of {owned.rule.name.value}{day}: {owned.rule.words} ({owned.rule.source})."
    console.print(Padding(Text(told, style="dim"), (0, 0, 0, 2)))
    data = owned.ownership
    said = f"Shares from {data.name}: {len(data.stakes):,} of {data.records:,} records."
    console.print(Padding(Text(said, style="dim"), (0, 0, 0, 2)))
