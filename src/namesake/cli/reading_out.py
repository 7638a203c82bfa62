"""A text that was read, as a person sees it on a terminal: whom it mentions, where, and why."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from namesake.cli.passages import Passage, passages_of
from namesake.cli.terminal import add_designations, add_same_as, clean, show_footing
from namesake.errors import InputError
from namesake.model.party import Party, Relation, SameAs
from namesake.model.values import PartyId
from namesake.screening.texts import Reading
from namesake.text.mention import Mention, Status

__all__ = ["content_of", "show_reading"]

_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_TOLD: Final = 5  # Spellings, reasons, other ids: more of them tell nothing new.
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_STYLES: Final = {Status.SAME: "bold red", Status.POSSIBLE: "italic yellow"}
_SPACES: Final = re.compile(r"\s+")
_BROKEN: Final = re.compile(r"(?<=\w-)\r?\n(?=\w)")  # "al-" at the end of a line goes with what follows.


class _Shown(NamedTuple):
    """A party as it is shown, once, whatever number of lists have it.

    Attributes:
        number: what it is shown by.
        party: the record of it that the text's words led to first.
        same_as: those of other lists.
    """

    number: int
    party: Party
    same_as: tuple[SameAs, ...]

    @property
    def records(self) -> list[Party]:
        return [self.party, *(one.party for one in self.same_as)]


def content_of(file: str) -> bytes:
    """What a file holds, or standard input for `-`.

    Raises:
        InputError: it can't be read, or holds more than 64 MiB.
    """
    if file == "-":
        return _bounded(sys.stdin.buffer, "standard input")
    try:
        with Path(file).open("rb") as stream:
            return _bounded(stream, file)
    except (OSError, ValueError) as error:
        said = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError(
            f"{file} can't be read ({said}): give a text or HTML file, or - for standard input"
        ) from error


def show_reading(
    console: Console, reading: Reading, *, name: str = "", whole: bool = False, footing: bool = True
) -> None:
    """Print the text with its mentions marked, then the parties, then what the answer stands on.

    A mention stands in square brackets with its party's number; a question mark behind the number says
    that it only may be the party. Colours say the same once more.

    Args:
        console: where to print.
        reading: the answer.
        name: what the text is called.
        whole: show all of a long text.
        footing: show the warnings and the editions the answer stands on.
    """
    shown = [
        _Shown(number, party, reading.same_as.get(party.id, ()))
        for number, (party, *_) in enumerate(reading.together, 1)
    ]
    numbers = {party.id: one.number for one in shown for party in one.records}
    console.print(_heading(reading, name, len({numbers[one.party] for one in reading.mentions})))
    console.print()
    if reading.mentions:
        _show_text(console, reading, numbers, whole)
        for one in shown:
            _show_party(console, one, reading.mentions, shown, numbers)
            console.print()
    else:
        none = "No listed party is mentioned, as far as could be read. That is not a clearance."
        console.print(Padding(Text(none, style="green"), (0, 0, 0, 2), expand=False))
    if footing:
        show_footing(console, reading)


def _bounded(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise InputError(
            f"{name} holds more than {_MOST_BYTES >> 20} MiB: split it, and read the parts one by one"
        )
    return content


def _heading(reading: Reading, name: str, parties: int) -> Text:
    document = reading.document
    text = Text()
    text.append(_flat(name or document.title or "A text"), style="bold cyan")
    dated = [f"dated {document.dateline}"] if document.dateline else []
    if reading.as_of is None:
        dated.append("read against the lists as they stand now")
    elif reading.as_of == document.dateline:
        dated.append("read as of that day")
    else:
        dated.append(f"read as of {reading.as_of}")
    text.append("  " + ", ".join(dated))
    if name and document.title and not document.text.lstrip().startswith(document.title):
        text.append("\n" + _flat(document.title), style="bold")
    count = len(reading.mentions)
    if count:
        possible = sum(one.status is Status.POSSIBLE for one in reading.mentions)
        text.append(
            f"\n{count:,} mention{_s(count)} of {parties:,} listed part{'y' if parties == 1 else 'ies'}"
        )
        if possible:
            text.append(f", {possible:,} of them only possible")
    return text


def _show_text(console: Console, reading: Reading, numbers: dict[PartyId, int], whole: bool) -> None:
    text = reading.document.text
    passages, left_out, entire = passages_of(text, reading.mentions, whole=whole)
    for passage in passages:
        console.print(Padding(_marked(text, passage, numbers), (0, 2, 1, 2), expand=False))
    legend = "[name]¹ is party 1 below; [name]¹? only may be."
    if left_out:
        legend += f" {left_out:,} more mention{_s(left_out)}: --whole shows all of the text."
    elif not entire:
        legend += f" Shown is what stands around them in {len(text):,} characters; --whole shows it all."
    console.print(Padding(Text(legend, style="dim"), (0, 0, 1, 2), expand=False))


def _marked(text: str, passage: Passage, numbers: dict[PartyId, int]) -> Text:
    """The passage on one line, its mentions in brackets."""
    line = Text()
    if not passage.opened:
        line.append("… ", style="dim")
    at = passage.start
    for mention in passage.mentions:
        line.append(_flat(text[at : mention.start]))
        at = mention.end
        line.append("[", style="dim")
        line.append(_flat(text[mention.start : mention.end]), style=_STYLES[mention.status])
        line.append("]" + _mark(mention, numbers), style="dim")
    line.append(_flat(text[at : passage.end]))
    if not passage.closed:
        line.append(" …", style="dim")
    return line


def _mark(mention: Mention, numbers: dict[PartyId, int]) -> str:
    return _raised(numbers[mention.party]) + ("?" if mention.status is Status.POSSIBLE else "")


def _show_party(
    console: Console,
    shown: _Shown,
    mentions: Sequence[Mention],
    everybody: Sequence[_Shown],
    numbers: dict[PartyId, int],
) -> None:
    party, number = shown.party, shown.number
    own = [one for one in mentions if numbers[one.party] == number]
    head = Text(f"{number:>3}  ")
    head.append(_flat(party.name), style="bold")
    if own:
        sure = any(one.status is Status.SAME for one in own)
        head.append(
            "  the listed party" if sure else "  possible",
            style=_STYLES[Status.SAME if sure else Status.POSSIBLE],
        )
    else:
        # A namesake, or another list's record that is not known to be of the same party.
        ids = {one.id for one in shown.records}
        others = sorted({numbers[one.party] for one in mentions if not ids.isdisjoint(one.also)})
        head.append(f"  bears a name like that of {', '.join(map(str, others))}", style="dim")
    console.print(head)
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row("party", Text(clean(f"{party.id}  {party.kind.value}")))
    add_designations(table, party)
    add_same_as(table, shown.same_as)
    for row, tie in enumerate(_ties(shown, everybody)):
        table.add_row("" if row else "ties", Text(_flat(tie)))
    if own:
        table.add_row("named", Text(_flat(_namings(own))))
    for row, (status, reason) in enumerate(_reasons(own)):
        why = Text.assemble((f"{status.value}: ", _STYLES[status]), _flat(reason))
        table.add_row("" if row else "why", why)
    if also := sorted({numbers[id] for one in own for id in one.also} - {number}):
        names = [f"{everybody[one - 1].party.name} {_raised(one)}" for one in also[:_MOST_TOLD]]
        more = f" and {len(also) - _MOST_TOLD} more" if len(also) > _MOST_TOLD else ""
        table.add_row("or", Text(_flat(", ".join(names) + more)))
    console.print(Padding(table, (0, 0, 0, 5), expand=False))


def _ties(shown: _Shown, everybody: Sequence[_Shown]) -> list[str]:
    """What the lists say ties it to others the text mentions."""
    ties = []
    for relation in (one for party in shown.records for one in party.relations):
        for other in everybody:
            if other is not shown and any(_is_meant(relation, party) for party in other.records):
                ties.append(f"{relation.type} {other.party.name} {_raised(other.number)}")
    return list(dict.fromkeys(ties))


def _is_meant(relation: Relation, party: Party) -> bool:
    if relation.party:
        return relation.party == party.id
    return any(name.text.casefold() == relation.name.casefold() for name in party.names)


def _namings(mentions: Sequence[Mention]) -> str:
    """How the text calls it, most often first."""
    counted = Counter(_flat(one.surface) for one in mentions).most_common()
    told = [f"“{name}”" + (f" {count:,} times" if count > 1 else "") for name, count in counted[:_MOST_TOLD]]
    more = len(counted) - _MOST_TOLD
    return ", ".join(told) + (f" and in {more:,} more ways" if more > 0 else "")


def _reasons(mentions: Sequence[Mention]) -> list[tuple[Status, str]]:
    """The different reasons, those that make sure first."""
    different = dict.fromkeys((one.status, one.reason) for one in mentions)
    return sorted(different, key=lambda one: one[0] is not Status.SAME)[:_MOST_TOLD]


def _raised(number: int) -> str:
    return str(number).translate(_RAISED)


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def _flat(text: str) -> str:
    """Text for one line of a terminal: nothing that could redraw it, and no line breaks."""
    return _SPACES.sub(" ", clean(_BROKEN.sub("", text)))
