"""Screenings and lists as a person reads them on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from namesake.match.evidence import Evidence, EvidenceKind
from namesake.model.edition import Edition, Problem
from namesake.model.party import Designation, Party, SameAs
from namesake.model.values import ListId, PartyId, Quality
from namesake.screening.result import Band, Hit, Screening
from namesake.screening.standing import Freshness, Standing, age_of, newest
from namesake.screening.texts import Reading
from namesake.service import ListStatus
from namesake.service.clock import freshness

if TYPE_CHECKING:
    from namesake.screening.owned import Owned

__all__ = [
    "BAND_STYLES",
    "add_designations",
    "add_same_as",
    "beside",
    "clean",
    "designation_line",
    "lists_document",
    "order_of",
    "show_edition_table",
    "show_footing",
    "show_hit",
    "show_lists",
    "show_screening",
    "show_warning",
    "sign_of",
]

BAND_STYLES = {Band.STRONG: "bold red", Band.PROBABLE: "red", Band.POSSIBLE: "yellow", Band.BELOW: "dim"}
_MOST_PROBLEMS = 20
_ORDER = (
    EvidenceKind.PART,
    EvidenceKind.CONTRADICTION,
    EvidenceKind.ADDED,
    EvidenceKind.OMITTED,
    EvidenceKind.ONE_PART,
)
_SAY_THEMSELVES = frozenset({*_ORDER, EvidenceKind.WEAK_ALIAS})
_TRIFLE = 0.02  # An article more or less is no news to a reader.


def clean(text: str) -> str:
    """Text fit for a terminal: control characters, which could redraw it, become spaces."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)


def show_warning(console: Console, message: str) -> None:
    """Print a warning below what it is about, as many lines as it takes under each other."""
    show_hanging(console, "!", message, style="yellow")


def show_hanging(console: Console, sign: str, text: str, *, style: str) -> None:
    """Print text two columns in, its further lines under the first word and not under the sign before it."""
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text(sign, style=style), Text(clean(text), style=style))
    console.print(Padding(grid, (0, 0, 0, 2), expand=False))


def show_screening(
    console: Console, screening: Screening, *, near: bool = False, footing: bool = True
) -> None:
    """Print the answer for one subject: the hits with their evidence, then what it stands on.

    Args:
        console: where to print.
        screening: the answer.
        near: show also what stayed below the threshold.
        footing: show the warnings and the editions the answer stands on.
    """
    console.print(_question(screening))
    if not screening.hits:
        count = len(screening.near)
        below = ""
        if count and not near:
            below = f" ({count} below the threshold: --near shows {'it' if count == 1 else 'them'})"
        console.print(Text(f"  No hit at {screening.policy.threshold:.2f} or above.{below}", style="green"))
    shown = screening.together
    for number, (hit, *others) in enumerate(shown, 1):
        show_hit(console, hit, number, others)
    if screening.ownership is not None:
        from namesake.cli.owning import show_owned_hits

        show_owned_hits(console, screening, len(shown) + 1)
    if screening.more:
        console.print(Text(f"  {screening.more} more hits: --limit shows them", style="dim"))
    if near:
        # Each record by itself: why it stayed below is another question for each.
        for number, hit in enumerate(screening.near, 1):
            show_hit(console, hit, number)
    if footing:
        show_footing(console, screening)


def show_footing(console: Console, answer: Screening | Reading | Standing | Owned) -> None:
    """Print the warnings and the editions that an answer stands on."""
    for warning in answer.warnings:
        show_warning(console, warning)
    console.print(Padding(Text(_stands_on(answer.editions), style="dim"), (0, 0, 0, 2)))


def show_hit(console: Console, hit: Hit, number: int, others: Sequence[Hit] = ()) -> None:
    """Print one party with what it is listed for and why it was found.

    Args:
        console: where to print.
        hit: the record of it that is likest the subject.
        number: what it is shown by.
        others: those of its other records that are hits too.
    """
    party = hit.party
    head = Table.grid(padding=(0, 2), expand=False)
    head.add_column(width=3, justify="right")
    head.add_column(min_width=24, overflow="fold")
    for _ in range(2):
        head.add_column(no_wrap=True)
    style = BAND_STYLES[hit.band]
    head.add_row(
        str(number),
        Text(clean(party.name), style="bold"),
        Text(f"{hit.score:.2f}", style=style),
        Text(hit.band.value, style=style),
    )
    console.print(head)
    console.print(Padding(_facts(hit), (0, 0, 0, 5)))
    console.print(Padding(_evidence(hit.evidence), (0, 0, 0, 7)))
    if hit.same_as:
        console.print(Padding(_same_as(hit, others), (0, 0, 0, 5)))
    if hit.advice:
        console.print(Padding(Text(f"→ {hit.advice}", style="yellow"), (0, 0, 0, 5)))


def sign_of(piece: Evidence) -> tuple[str, str]:
    """The sign before a piece of evidence, which says all that its colour does, and the colour."""
    if piece.points < 0 or piece.kind in (EvidenceKind.CONTRADICTION, EvidenceKind.ONE_PART):
        return "✗", "red"
    if piece.same or piece.points > 0:
        return "=", "green"
    if piece.kind is EvidenceKind.PART:
        return "≈", "green"
    return "·", "dim"


def beside(piece: Evidence) -> tuple[str, str]:
    """What either side has of it: a dash for what only one name has, nothing where it is about no words."""
    one_sided = piece.kind in (EvidenceKind.ADDED, EvidenceKind.OMITTED)
    lacking = "–" if one_sided else ""
    return clean(piece.query or lacking), clean(piece.listed or lacking)


def order_of(piece: Evidence) -> int:
    """Where it is shown: what agrees, what contradicts, what only one name has, then all but the name."""
    return _ORDER.index(piece.kind) if piece.kind in _ORDER else len(_ORDER)


def show_lists(console: Console, held: Sequence[ListStatus]) -> None:
    """Print one line for each list held."""
    if not held:
        console.print(
            "No list is held yet. Fetch the authorities' with `namesake lists update`, or add one with "
            "`namesake lists add FILE`.",
            soft_wrap=True,
        )
        return
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for title in ("list", "published", "age"):
        table.add_column(title, no_wrap=True)
    for title in ("parties", "problems", "editions"):
        table.add_column(title, justify="right", no_wrap=True)
    fresh = freshness()
    for status in held:
        for edition in status.current:
            table.add_row(
                status.id,
                str(edition.published or "no date"),
                _age(edition, fresh),
                f"{edition.parties:,}",
                f"{edition.problems:,}",
                f"{len(status.editions):,}",
            )
    console.print(table)
    for status in held:
        if (closing := fresh.closed(ListId(status.id))) is not None:
            told = f"{status.id} was closed on {closing.since}: {newest(ListId(status.id), fresh)}"
            console.print(Text(f"! {told}", style="yellow"))
    if late := [one.id for one in held if any(fresh.overdue(edition) for edition in one.current[-1:])]:
        console.print(
            Text(
                f"! {', '.join(late)}: older than the publisher usually lets an edition become; "
                "`namesake lists update` fetches the newest",
                style="yellow",
            )
        )
    console.print(Text("`namesake lists show LIST` shows its editions and their problems.", style="dim"))


def show_edition_table(
    console: Console, status: ListStatus, problems_of: Callable[[Edition], tuple[Problem, ...]]
) -> None:
    """Print the editions of one list, then what could not be read of each."""
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for title in ("published", "format", "sha256"):
        table.add_column(title, no_wrap=True)
    for title in ("records", "parties", "problems"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    # Of several editions of one day the last holds, and that it hides the others is shown.
    holds = {edition.published: edition for edition in status.editions}
    for edition in status.editions:
        note = "current" if edition in status.current else ""
        if edition.published is not None and (other := holds[edition.published]) != edition:
            note = f"not used: {other.sha256[:8]} has the same day"
        if edition.lacks:
            note = (note + ", " if note else "") + "partial"
        table.add_row(
            str(edition.published or "no date"),
            edition.format,
            edition.sha256[:8],
            f"{edition.records:,}",
            f"{edition.parties:,}",
            f"{edition.problems:,}",
            note,
        )
    console.print(Text(f"{status.id}: {clean(status.title)}", style="bold"))
    console.print(table)
    for edition in status.editions:
        if edition.lacks:
            show_warning(console, f"{edition.sha256[:8]} is partial: it lacks {', '.join(edition.lacks)}")
    for edition in status.editions:
        if edition.problems:
            of = f"of {edition.published}" if edition.published else f"without a date, {edition.sha256[:8]}"
            console.print(Text(f"Problems of the edition {of}:"))
            _show_problems(console, problems_of(edition))


def lists_document(
    held: Iterable[ListStatus], problems_of: Callable[[Edition], tuple[Problem, ...]] | None = None
) -> dict[str, Any]:
    """The lists held as the documented JSON, with what could not be read where `problems_of` is given."""
    from namesake.model.coding import to_plain

    def told(edition: Edition) -> dict[str, Any]:
        return {"problems_met": to_plain(problems_of(edition))} if problems_of is not None else {}

    fresh = freshness()
    return {
        "lists": [
            {
                "id": status.id,
                "title": status.title,
                "authority": status.authority,
                "cadence_days": dict(fresh.cadences).get(ListId(status.id)),
                "closed": to_plain(closing._asdict())
                if (closing := fresh.closed(ListId(status.id))) is not None
                else None,
                "overdue": any(fresh.overdue(edition) is not None for edition in status.current[-1:]),
                "editions": [
                    {
                        "published": None,
                        "problems": 0,
                        **to_plain(edition),
                        "current": edition in status.current,
                        "age_days": age_of(edition, fresh.today) if edition.published else None,
                        **told(edition),
                    }
                    for edition in status.editions
                ],
            }
            for status in held
        ]
    }


def _question(screening: Screening) -> Text:
    subject = screening.subject
    text = Text()
    text.append(clean(" / ".join(subject.names)), style="bold cyan")
    said = [
        *([subject.kind.value] if subject.kind else []),
        *(f"born {date}" for date in subject.birth_dates),
        *(code.upper() for code in subject.countries),
        *(one.value for one in subject.genders),
        *(one.value for one in subject.identifiers),
        *(f"at {one.text}" for one in subject.addresses),
        *([f"as of {screening.as_of}"] if screening.as_of else []),
    ]
    if said:
        text.append("  " + clean(", ".join(said)))
    return text


def _facts(hit: Hit) -> Table:
    party = hit.party
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("party", Text(f"{party.id}  {party.kind.value}"))
    add_designations(table, party)
    known = []
    if party.birth_dates:
        known.append("born " + " or ".join(party.birth_dates[:4]))
    if party.positions:
        known.append(party.positions[0])
    if known:
        table.add_row("known", Text(clean("; ".join(known))))
    if party.relations:
        ties = [f"{one.type} {one.name}" for one in party.relations]
        table.add_row("ties", Text(clean("; ".join(ties[:4]))))
    if hit.matched_name != party.name:
        quality = next((n.quality for n in party.names if n.text == hit.matched_name), None)
        note = f"  ({quality.value})" if quality in (Quality.WEAK, Quality.FORMER) else ""
        table.add_row("by name", Text(clean(hit.matched_name) + note))
    return table


def _same_as(hit: Hit, others: Sequence[Hit]) -> Table:
    """What other lists have of the same party, with their own scores where they are hits too."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    add_same_as(table, hit.same_as, {other.party.id: other.score for other in others})
    return table


def add_same_as(
    table: Table, same_as: Iterable[SameAs], scores: Mapping[PartyId, float] = MappingProxyType({})
) -> None:
    """Add to a table of two columns what other lists have of the same party, and why it is held to be it.

    Args:
        table: what a party is told in.
        same_as: its other records.
        scores: of those that are hits too.
    """
    for one in same_as:
        party = one.party
        score = f"  {scores[party.id]:.2f}" if party.id in scores else ""
        table.add_row("same as", Text(clean(f"{party.id}  {party.name}") + score, style="bold"))
        add_designations(table, party)
        table.add_row("because", Text(clean(one.reason), style="dim"))


def add_designations(table: Table, party: Party) -> None:
    """Add to a table of two columns who listed a party; what differs in the programme alone is one row."""
    alike: dict[tuple[object, ...], list[Designation]] = {}
    for one in party.designations:
        alike.setdefault((one.authority, one.listed_on, one.delisted_on, one.effects), []).append(one)
    for number, ones in enumerate(alike.values()):
        programmes = ", ".join(dict.fromkeys(one.programme for one in ones if one.programme))
        line = designation_line(replace(ones[0], programme=programmes or None))
        table.add_row("" if number else "listed by", Text(clean(line)))


def designation_line(designation: Designation) -> str:
    """A designation in words: who decided, under which programme, since when, with what effect."""
    parts = [designation.authority]
    if designation.programme:
        parts.append(designation.programme)
    if designation.listed_on:
        parts.append(f"since {designation.listed_on}")
    text = ", ".join(parts)
    if designation.effects:
        text += ": " + ", ".join(effect.value for effect in designation.effects)
    elif designation.programme:
        text += ": its effects are not known here, ask the authority"
    return text


def _evidence(evidence: Iterable[Evidence]) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    for _ in range(2):
        table.add_column(overflow="fold", max_width=32)
    table.add_column(overflow="fold")
    for piece in sorted(evidence, key=order_of):
        if not piece.agree and not piece.points and piece.against < _TRIFLE:
            continue
        sign, style = sign_of(piece)
        reason = piece.reason if piece.kind in _SAY_THEMSELVES else f"{piece.kind.value}: {piece.reason}"
        asked, listed = beside(piece)
        table.add_row(Text(sign, style=style), Text(asked), Text(listed), Text(reason, style="dim"))
    return table


def _stands_on(editions: Sequence[Edition]) -> str:
    if not editions:
        return "Screened against no edition."
    told = (f"{one.list} of {one.published or 'no known date'}" for one in editions)
    return "Screened against " + ", ".join(told) + "."


def _age(edition: Edition, fresh: Freshness) -> Text:
    if edition.published is None:
        return Text("unknown")
    days = age_of(edition, fresh.today)
    if fresh.closed(edition.list) is not None:
        return Text(f"{days:,} days, closed", style="yellow")
    if fresh.overdue(edition) is None:
        return Text(f"{days:,} day{'' if days == 1 else 's'}")
    return Text(f"{days:,} days, overdue", style="yellow")


def _show_problems(console: Console, problems: Sequence[Problem]) -> None:
    for problem in problems[:_MOST_PROBLEMS]:
        style = "red" if problem.lost else "yellow"
        show_hanging(console, "-", f"{problem.where}: {problem.message}", style=style)
    if len(problems) > _MOST_PROBLEMS:
        rest = f"  and {len(problems) - _MOST_PROBLEMS:,} more: `namesake lists show LIST --json` has all"
        console.print(Text(rest, style="dim"))
