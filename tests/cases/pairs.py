"""What the tables of names share: a name asked about, a list's raw row, and whether it should hit."""

from __future__ import annotations

import csv
import re
from typing import NamedTuple

from namesake.model.values import Kind
from namesake.screening.explain import Comparison, compare

__all__ = ["Case", "hits", "listed_name", "misses"]


class Case(NamedTuple):
    """One line of a table.

    Attributes:
        asked: the name as a customer gives it.
        row: the list's own row, or as much of it as holds the name: of OFAC's `sdn.csv` or `alt.csv`,
            the EU's `nameAlias`, or the name elements of the UN's XML.
        why: what the pair shows.
    """

    asked: str
    row: str
    why: str


def hits(case: Case, kind: Kind) -> None:
    """Fail unless the name asked about is found to be the listed one, and would be however written."""
    found = compare(case.asked, listed_name(case.row), kind=kind)
    assert found.match, _explained(case, found)
    assert compare(case.asked.upper(), listed_name(case.row), kind=kind).match, case.why


def misses(case: Case, kind: Kind) -> None:
    """Fail if the name asked about is found to be the listed one."""
    found = compare(case.asked, listed_name(case.row), kind=kind)
    assert not found.match, _explained(case, found)


def listed_name(row: str) -> str:
    """The name in a list's raw row.

    >>> listed_name('10481,10480,aka,"SOLEYMANI, Ghasem",-0- ')
    'SOLEYMANI, Ghasem'
    """
    if whole := re.search('wholeName="([^"]+)"', row):
        return whole[1]
    if original := re.search("<NAME_ORIGINAL_SCRIPT>([^<]+)<", row):
        return original[1]
    if parts := re.findall("<(?:FIRST|SECOND|THIRD|FOURTH)_NAME>([^<]+)<", row):
        return " ".join(parts)
    columns = next(csv.reader([row]))
    return columns[3] if columns[2] in ("aka", "fka", "nka") else columns[1]


def _explained(case: Case, found: Comparison) -> str:
    pieces = "; ".join(
        f"{one.query} / {one.listed}: {one.reason} +{one.agree} -{one.against}" for one in found.evidence
    )
    return f"{found.left} / {found.right}: {found.score} ({case.why}): {pieces}"
