"""The embedded starter list: some 150 real designations, for trying out and not for compliance.

`scripts/make_starter.py` made `starter.jsonl` from the publishers' own files: facts only (names, dates,
programmes, numbers, relations), none of their sentences. Beside it stand sample articles of our own
writing: what they say of the listed is on public record, everybody else in them is invented.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from namesake.model.coding import from_json
from namesake.model.edition import Edition
from namesake.model.party import Party
from namesake.model.values import Value

__all__ = ["ARTICLES", "NOTICE", "Line", "article", "starter_editions"]

NOTICE: Final = "this is the starter list: a few real designations for trying out, not for compliance"
"""Said with every answer from it."""

ARTICLES: Final = ("militia.txt", "tankers.txt", "wire.txt")
"""The sample articles: a militia and its leaders, ships under other names, a cable in capitals."""


class Line(Value, frozen=True):
    """One line of the file: an edition, or a party of the edition above it."""

    edition: Edition | None = None
    party: Party | None = None


def starter_editions() -> list[tuple[Edition, dict[str, Party]]]:
    """The editions the designations were taken from, each with the parties taken."""
    editions: list[tuple[Edition, dict[str, Party]]] = []
    data = files("namesake.sources.starter").joinpath("starter.jsonl").read_bytes()
    for text in data.splitlines():
        line = from_json(text, Line)
        if line.edition is not None:
            editions.append((line.edition, {}))
        elif line.party is not None:
            editions[-1][1][line.party.id] = line.party
    return editions


def article(name: str) -> str:
    """The text of a sample article, one of `ARTICLES`."""
    return files("namesake.sources.starter").joinpath("articles", name).read_text("utf-8")
