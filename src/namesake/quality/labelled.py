"""Labelled data read from CSV files, each recognised by its columns.

| What | Columns needed | Used where present |
| --- | --- | --- |
| pairs of names | `name1`, `name2`, `is_match` | `kind` |
| rows of pairs held to be mislabelled | `name1`, `name2`, `is_match`, `reason` | |
| listed persons as customers write them | `party`, `spelling`, `full_name` | `birth_date`, `nationality` |
| people on no list | `full_name` | `birth_date`, `nationality` |
| one name in two scripts | `party`, `latin`, `original`, `script` | `kind` |
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from namesake.errors import InputError
from namesake.model.values import Kind

__all__ = ["Customer", "Labelled", "Pair", "Scripts", "read_folder"]


class Pair(NamedTuple):
    """Two names, and whether they are one party's."""

    name1: str
    name2: str
    is_match: bool
    kind: Kind | None


class Customer(NamedTuple):
    """A person as a customer file gives them.

    Attributes:
        party: the listed party it is; empty for who is on no list.
        spelling: how the name was treated; empty where the file does not say.
        born, nationality: as given; empty where not.
    """

    name: str
    party: str
    spelling: str
    born: str
    nationality: str


class Scripts(NamedTuple):
    """One party's name in Latin letters and as it is written in its own script."""

    party: str
    latin: str
    original: str
    script: str
    kind: Kind | None


class Labelled(NamedTuple):
    """The labelled data of a folder; the files' names without their ending are the keys."""

    pairs: dict[str, list[Pair]]
    mislabelled: frozenset[tuple[str, str, bool]]
    listed: dict[str, list[Customer]]
    unlisted: dict[str, list[Customer]]
    scripts: dict[str, list[Scripts]]


_COLUMNS: Final = {
    "mislabelled": ("name1", "name2", "is_match", "reason"),
    "pairs": ("name1", "name2", "is_match"),
    "scripts": ("party", "latin", "original", "script"),
    "listed": ("party", "spelling", "full_name"),
    "unlisted": ("full_name",),
}
_TRUTHS: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def read_folder(folder: Path, *, mislabelled: Path | None = None) -> Labelled:
    """All labelled data of the CSV files in a folder.

    Args:
        folder: where the files are.
        mislabelled: a further file, of rows held to be mislabelled, kept elsewhere.

    Raises:
        InputError: there is no such folder or no CSV file in it; a file has the columns of none of the
            five kinds, or a row has no value that can be used where one is needed.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv")
    except OSError as error:
        raise InputError(f"the labelled data in {folder} can't be read: {error.strerror}") from error
    if not files:
        raise InputError(f"there is no labelled data in {folder}: it holds no CSV file")
    found = Labelled({}, frozenset(), {}, {}, {})
    for path in [*files, *([mislabelled] if mislabelled else [])]:
        rows = _Rows(path)
        if rows.what == "mislabelled":
            wrong = {(row.name1, row.name2, row.is_match) for row in _pairs(rows)}
            found = found._replace(mislabelled=found.mislabelled | wrong)
        elif rows.what == "pairs":
            found.pairs[path.stem] = list(_pairs(rows))
        elif rows.what == "scripts":
            found.scripts[path.stem] = list(_scripts(rows))
        else:
            getattr(found, rows.what)[path.stem] = list(_customers(rows))
    return found


class _Rows:
    """The rows of one file, and what kind of labelled data they are."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file)
                columns = set(reader.fieldnames or ())
                self.rows = list(reader)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise InputError(f"{path.name} can't be read as a CSV file in UTF-8: {error}") from error
        for what, needed in _COLUMNS.items():
            if columns.issuperset(needed):
                self.what = what
                return
        nearest = min(_COLUMNS.values(), key=lambda needed: (len(set(needed) - columns), -len(needed)))
        missing = ", ".join(repr(one) for one in nearest if one not in columns)
        raise InputError(
            f"{path.name} row 1: column {missing} is missing; labelled data has the columns of one kind: "
            + "; ".join(", ".join(needed) for needed in _COLUMNS.values())
        )

    def __iter__(self) -> Iterator[_Row]:
        for number, row in enumerate(self.rows, 2):
            yield _Row(self.path.name, number, row)


class _Row:
    """One row, which knows where it stands."""

    def __init__(self, file: str, number: int, values: dict[str, str]) -> None:
        self.where = f"{file} row {number}"
        self._values = values

    def needed(self, column: str) -> str:
        value = self.given(column)
        if not value:
            raise InputError(f"{self.where}: column {column!r} is empty, and a value is needed there")
        return value

    def given(self, column: str) -> str:
        return (self._values.get(column) or "").strip()

    def name(self, column: str) -> str:
        value = self.needed(column)
        if not any(map(str.isalnum, value)):
            raise InputError(
                f"{self.where}: column {column!r} is {value!r}, which has no letter and no digit"
            )
        return value

    def truth(self, column: str) -> bool:
        value = self.needed(column).lower()
        if value not in _TRUTHS:
            raise InputError(f"{self.where}: column {column!r} is {value!r}: write true or false")
        return _TRUTHS[value]

    def kind(self) -> Kind | None:
        value = self.given("kind")
        if value and value not in {kind.value for kind in Kind}:
            raise InputError(f"{self.where}: column 'kind' is {value!r}: use one of {', '.join(Kind)}")
        return Kind(value) if value else None


def _pairs(rows: _Rows) -> Iterator[Pair]:
    for row in rows:
        yield Pair(row.name("name1"), row.name("name2"), row.truth("is_match"), row.kind())


def _customers(rows: _Rows) -> Iterator[Customer]:
    listed = rows.what == "listed"
    for row in rows:
        yield Customer(
            row.name("full_name"),
            row.needed("party") if listed else "",
            row.needed("spelling") if listed else "",
            row.given("birth_date"),
            row.given("nationality"),
        )


def _scripts(rows: _Rows) -> Iterator[Scripts]:
    for row in rows:
        yield Scripts(
            row.needed("party"), row.name("latin"), row.name("original"), row.needed("script"), row.kind()
        )
