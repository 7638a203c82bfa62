"""Reads the UK's lists as CSV: the UK Sanctions List, and OFSI's former `ConList.csv`.

Both have a line with the date of the edition, a header, and several rows for each party: one for each
of its names, repeating what else is known of it. The rows of one number belong together, wherever they stand
(`ConList.csv` is sorted by name). Columns are found by their titles, in any order. Of the UK Sanctions List's
CSV only the documentation was at hand; `gb_columns` names its columns.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import ListId
from namesake.sources.csvrows import CsvRow, csv_rows
from namesake.sources.gb_columns import DOCUMENTED, KNOWN, OF_OFSI, column, lacking
from namesake.sources.gb_entry import Entry, party_of
from namesake.sources.gb_information import labelled
from namesake.sources.gb_relations import OFSI, UKSL
from namesake.sources.gb_texts import uk_date
from namesake.sources.reading import Reading, SourceFile

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "gb-csv"


class _Layout(NamedTuple):
    """One of the two lists.

    Attributes:
        title: what it is called in messages.
        key: the column of its numbers.
        columns: those it should have.
    """

    list: ListId
    title: str
    key: str
    columns: tuple[str, ...]


_LAYOUTS: Final = (
    _Layout(UKSL, "the UK Sanctions List", "uniqueid", DOCUMENTED),
    _Layout(OFSI, "OFSI's former list", "groupid", OF_OFSI),
)


class _Header(NamedTuple):
    """The line that names the columns, and what stood above it."""

    layout: _Layout
    columns: list[str]
    row: CsvRow
    above: str


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one CSV with a header of either list in its first lines."""
    if len(files) != 1:
        return False
    lines = files[0].head().decode("utf-8-sig", errors="replace").splitlines()[:_HEADER_WITHIN]
    return any(_layout(_columns(next(csv.reader([line])))) for line in lines if "\0" not in line)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one CSV of the UK Sanctions List or of OFSI's former list, dated by its first line.

    A kind of fact none of whose columns is there is one that the edition lacks.

    Raises:
        ListError: not one file, not UTF-8, no header with the columns a party can't do without, a column
            twice, no rows, a row that breaks off, quotes that do not close, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"the UK's list is one file and not {len(files)} ({names}); add each by itself")
    file = files[0]
    rows = csv_rows(file, lambda _: ",")
    header = _header(file.name, rows)
    layout = header.layout
    if as_list not in (None, layout.list):
        raise ListError(
            f"{file.name} is {layout.title} ({layout.list}) and can't be {as_list}; leave --list out"
        )
    published = _published(header.above)
    missing, kinds = lacking(layout.columns, header.columns)
    reading = Reading(layout.list, FORMAT, iter(()), published=published, lacks=kinds)
    problems = _of_header(file.name, header, missing, published)
    groups, damaged = _groups(file.name, header, rows)
    if not groups:
        raise ListError(f"{file.name} has a header and no party below it; download it again")
    reading.records = _records(reading, file.name, layout, groups, [*problems, *damaged])
    return reading


def _header(name: str, rows: Iterator[CsvRow]) -> _Header:
    above: list[str] = []
    for row in rows:
        columns = _columns(row.fields)
        if layout := _layout(columns):
            known = [one for one in columns if one in KNOWN]
            if twice := [one for one in known if known.count(one) > 1]:
                raise ListError(
                    f"{name} line {row.line} names the column {twice[0]!r} twice; download it again"
                )
            return _Header(layout, columns, row, " ".join(above))
        above.append(row.text)
        if len(above) >= _HEADER_WITHIN:
            break
    raise ListError(
        f"{name} has no line in its first {_HEADER_WITHIN} that names the columns of a UK list; "
        "download it again"
    )


def _columns(fields: Sequence[str]) -> list[str]:
    return [column(cell) for cell in fields]


def _layout(columns: Sequence[str]) -> _Layout | None:
    """Whose header it is: it names the list's numbers and `Name 6`, which hold a record together."""
    if "name6" not in columns:
        return None
    return next((layout for layout in _LAYOUTS if layout.key in columns), None)


def _published(above: str) -> dt.date | None:
    """`Last Updated,10/04/2025`, `Report Date: 28-Jan-2026`."""
    for hit in _DATE.finditer(above):
        date = uk_date(hit[0])
        if date and date.is_day:
            return date.earliest
    return None


def _of_header(
    name: str, header: _Header, missing: dict[str, str], published: dt.date | None
) -> Iterator[Problem]:
    where = f"{name} line {header.row.line}"
    if published is None:
        yield Problem(name, "no line above the header dates it; give the day with --published", field="date")
    for one, title in missing.items():
        yield Problem(where, f"the column {title!r} is missing; what it would tell is not known", field=one)
    for title, one in zip(header.row.fields, header.columns, strict=True):
        if one not in KNOWN and title.strip():
            yield Problem(where, f"the column {title!r} is not known here; the parties' records keep it",
                          field=title)  # fmt: skip


def _groups(
    name: str, header: _Header, rows: Iterator[CsvRow]
) -> tuple[dict[str, list[tuple[dict[str, str], CsvRow]]], list[Problem]]:
    """The rows by number, and a problem for each row that has none or can't be read."""
    groups: dict[str, list[tuple[dict[str, str], CsvRow]]] = {}
    damaged: list[Problem] = []
    short: CsvRow | None = None
    for row in rows:
        where = f"{name} line {row.line}"
        short = None
        if len(row.fields) != len(header.columns):
            wrong = f"{len(row.fields)} fields stand under {len(header.columns)} columns"
            damaged.append(Problem(where, f"{wrong}, so the row is not kept", lost=True))
            short = row if len(row.fields) < len(header.columns) else None
            continue
        texts = {
            one: text
            for one, cell in zip(header.columns, row.fields, strict=True)
            if (text := "\n".join(" ".join(line.split()) for line in cell.split("\n")).strip())
        }
        number = texts.get(header.layout.key)
        if number is None:
            damaged.append(Problem(where, f"a row without {header.layout.key} is not kept", lost=True))
            continue
        groups.setdefault(number, []).append((texts, row))
    if short:
        raise ListError(f"{name} breaks off in line {short.line}; download it again")
    return groups, damaged


def _records(
    reading: Reading,
    file_name: str,
    layout: _Layout,
    groups: dict[str, list[tuple[dict[str, str], CsvRow]]],
    problems: list[Problem],
) -> Iterator[Party | Problem]:
    for problem in problems:
        reading.seen += problem.lost
        yield problem
    for number, rows in groups.items():
        reading.seen += 1
        lines = [str(row.line) for _, row in rows]
        where = f"{file_name} {number} (line {lines[0]}{' and further' if len(lines) > 1 else ''})"
        texts = [_spread(row) for row, _ in rows] if layout.list == OFSI else [[row] for row, _ in rows]
        flat = [row for several in texts for row in several]
        entry = Entry(layout.list, number, where, flat, "\n".join(row.text for _, row in rows))
        party = party_of(entry)
        if party is None:
            yield Problem(where, "a party without name is not kept", lost=True, record=number)
        else:
            yield party
            yield from entry.problems


def _spread(row: dict[str, str]) -> list[dict[str, str]]:
    """A row of OFSI's with the labelled facts of its `Other Information` in columns of their own."""
    plain = {name: " ".join(text.split()) for name, text in row.items() if name != "otherinformation"}
    return [plain, *labelled(row.get("otherinformation", ""))]


_HEADER_WITHIN: Final = 5
_DATE: Final = re.compile(r"\b(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[ -][A-Z][a-z]+[ -]\d{4})\b")
