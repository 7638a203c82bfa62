"""What the sample articles mention, read from the table beside this module.

A row tells: the file, where the mention starts and ends in it, the surface (a line break written `\n`),
the forms and the status it may have (`any` where a lawyer could say either), and the parties it names, on
the starter list and on OFAC's edition of 2021-03-10. Of several, separated by spaces, any is right: records
of one person on several lists, or a spelling that stands between a name and an alias. What has no row is
no mention: namesakes who are on no list, lower-case words, a word inside a longer name.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["EXPECTED", "Expected", "of_article"]


class Expected(NamedTuple):
    """A mention that an article has."""

    file: str
    start: int
    end: int
    surface: str
    forms: frozenset[str]
    statuses: frozenset[str]
    starter: tuple[str, ...]
    ofac: tuple[str, ...]


def of_article(name: str) -> list[Expected]:
    """The mentions of one article, in the order of its text."""
    return [one for one in EXPECTED if one.file == name]


def _read() -> list[Expected]:
    expected = []
    for line in (Path(__file__).parent / "article_mentions.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            file, start, end, surface, forms, status, starter, ofac = line.split("\t")
            statuses = {"same", "possible"} if status == "any" else {status}
            expected.append(
                Expected(
                    file,
                    int(start),
                    int(end),
                    surface.replace("\\n", "\n"),
                    frozenset(forms.split()),
                    frozenset(statuses),
                    tuple(starter.split()),
                    tuple(ofac.split()),
                )
            )
    return expected


EXPECTED = _read()
