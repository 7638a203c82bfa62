"""A publisher's CSV with a header: what the US screening files share.

The columns are told by their names, never by their order; a row is read whole or is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.values import ListId
from namesake.sources.csvrows import CsvRow, csv_rows
from namesake.sources.reading import SourceFile

__all__ = ["HeadedFile", "HeadedRow", "HeaderLayout"]


class HeaderLayout(NamedTuple):
    """How a publisher's file is laid out.

    Attributes:
        title: the list in messages: "the Denied Persons List".
        delimiter: what separates its fields.
        told_by: columns that no other file has together.
        needed: columns without which no row can be read.
        known: all columns that are read.
    """

    list: ListId
    title: str
    delimiter: str
    told_by: frozenset[str]
    needed: tuple[str, ...]
    known: frozenset[str]

    def fits(self, files: Sequence[SourceFile]) -> bool:
        """Whether this is one file whose first line has the columns the list is told by."""
        if len(files) != 1:
            return False
        line = files[0].head().decode("utf-8-sig", "replace").partition("\n")[0].strip().replace('"', "")
        return set(line.split(self.delimiter)) >= self.told_by


class HeadedRow(NamedTuple):
    """A row by column; `wrong` says why it can't be read, if so.

    Attributes:
        text: the row as it stands in the file.
    """

    where: str
    values: dict[str, str]
    text: str
    wrong: str | None


class HeadedFile:
    """A file opened as far as its first row.

    Args:
        files: the file, alone.
        layout: what it must look like.
        as_list: the list the caller takes it for.

    Raises:
        ListError: not one file, not UTF-8, without a needed column or rows, quotes that do not close, or
            `as_list` is another list.
    """

    def __init__(self, files: Sequence[SourceFile], layout: HeaderLayout, as_list: ListId | None) -> None:
        if len(files) != 1:
            names = ", ".join(file.name for file in files)
            raise ListError(f"{layout.title} is one file and not {len(files)} ({names}); add each by itself")
        self.name = files[0].name
        if as_list not in (None, layout.list):
            raise ListError(
                f"{self.name} is {layout.title} ({layout.list}) and can't be {as_list}; leave --list out"
            )
        rows = csv_rows(files[0], lambda _: layout.delimiter)
        self._header = next(rows, CsvRow(0, [], "")).fields
        self._known = layout.known
        if missing := [column for column in layout.needed if column not in self._header]:
            raise ListError(
                f"{self.name} has no column {missing[0]!r} in its first line, so it is not {layout.title}; "
                "download it again"
            )
        first = next(rows, None)
        if first is None:
            raise ListError(f"{self.name} holds no entries; download it again")
        self._rows = chain((first,), rows)

    def remarks(self) -> Iterator[Problem]:
        """A problem for each column that is not known."""
        for column in sorted(set(self._header) - self._known):
            message = f"the column {column!r} is not known here; the party's record keeps it"
            yield Problem(self.name, message, field=column)

    def rows(self) -> Iterator[HeadedRow]:
        """The rows, their texts on one line each."""
        for row in self._rows:
            cells, columns = len(row.fields), len(self._header)
            values = dict(zip(self._header, (" ".join(cell.split()) for cell in row.fields), strict=False))
            wrong = None if cells == columns else f"{cells} fields stand under {columns} columns"
            yield HeadedRow(f"{self.name} line {row.line}", values, row.text, wrong)
