"""Texts with their mentions marked, as tables of several languages have them.

A line is a text. `[Владимира Путина](putin)` is a mention of the party called so in a line `= putin ID...`
above, `[...](putin)?` one that is only possible; what is not in brackets is no mention. A line `# ...` says
what the lines below it show. Of several records of one party any is right.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from namesake.screening.texts import Reading

__all__ = ["Marked", "as_marked", "marked_texts"]

_MARK: Final = re.compile(r"\[([^\]]+)\]\(([\w.:-]+)\)(\??)")


class Marked(NamedTuple):
    """One text.

    Attributes:
        shows: what it is there for.
        text: as it is read.
        marked: as it stands in the table.
        parties: the ids of each party by the name that the table has for it.
    """

    shows: str
    text: str
    marked: str
    parties: dict[str, frozenset[str]]


def marked_texts(path: Path) -> list[Marked]:
    """The texts of a table."""
    parties: dict[str, frozenset[str]] = {}
    found: list[Marked] = []
    shows = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("= "):
            name, *ids = line[2:].split()
            parties[name] = frozenset(ids)
        elif line.startswith("#"):
            shows = line[1:].strip()
        elif line.strip():
            found.append(Marked(shows, _MARK.sub(r"\1", line), line, parties))
    return found


def as_marked(reading: Reading, one: Marked) -> str:
    """A text with what was found in it marked as the table marks it."""
    text, done, parts = reading.document.text, 0, []
    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.surface
        ids = (mention.party, *mention.also)
        name = next((name for id in ids for name, own in one.parties.items() if id in own), mention.party)
        doubt = "?" if mention.status.value == "possible" else ""
        parts += [text[done : mention.start], f"[{mention.surface}]({name}){doubt}"]
        done = mention.end
    return "".join((*parts, text[done:]))
