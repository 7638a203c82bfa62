"""Reads a private watch list: a CSV of one's own with a header.

One row is one party. The first row names the columns, in any order and case; only `name` must be there:

| column | what stands in it |
| --- | --- |
| `id` | what the list calls the party; without it a party is known by its name and birth dates |
| `name` | its primary name |
| `kind` | `Person`, `Organization`, `Company`, `LegalEntity`, `PublicBody`, `Vessel`, `Airplane`, `CryptoWallet` or `Security`; empty: person or organisation, not known which |
| `aliases`, `weak_aliases`, `former_names` | other names; the weak ones never make a hit alone |
| `birth_date` | `1957-03-11`, `1957-03`, `1957`, about `1957~`, between `1958/1962` |
| `gender` | `male`, `female` or `other` |
| `countries` | names or ISO codes |
| `identifiers` | `passport:A1234567@ir`: type, number, country; type and country may be missing |
| `addresses` | each on one line |
| `authority`, `programme`, `listed_on`, `reason` | who decided what, when and why; without an authority it is the list itself |
| `notes` | anything else |

Several values are separated by `;`; a semicolon within one has a backslash before it. Several programmes are as many
decisions: then `authority` and `listed_on` may hold one value for all of them, or one for each in their order.
A field that would begin like a formula (`=`, `+`, `-`, `@`) may have an apostrophe before it, which is passed
over. The file is UTF-8, its delimiter a comma, a semicolon or a tab; a field that holds the delimiter or a
line break stands in double quotes. `csv_export` writes such files.
"""  # noqa: E501  (a table's row can't be broken)

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from namesake.errors import InputError, ListError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.papers import read_identifier
from namesake.model.party import Designation, Party
from namesake.model.values import (
    Address,
    Country,
    Gender,
    Identifier,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.catalogue import entry
from namesake.sources.csvrows import UTF_16, CsvRow, csv_rows
from namesake.sources.programmes import designation
from namesake.sources.reading import Reading, SourceFile

__all__ = ["COLUMNS", "FORMAT", "FORMULA", "MAX_FIELD", "read", "recognises"]

FORMAT: Final = "own-csv"

COLUMNS: Final = (
    "id", "name", "kind", "aliases", "weak_aliases", "former_names", "birth_date", "gender", "countries",
    "identifiers", "addresses", "authority", "programme", "listed_on", "reason", "notes",
)  # fmt: skip
"""The columns a list may have."""

MAX_FIELD: Final = 100_000
"""Characters one field may have."""

FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
"""How a value begins that a spreadsheet takes for a formula, or that could be mistaken for a guarded one."""

_MAX_NAME: Final = 1_000


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one file whose first line is a header with a column `name`."""
    if len(files) != 1:
        return False
    start = files[0].head()
    if start.startswith(UTF_16):
        start = start.decode("utf-16", errors="ignore").encode()
    first_line = start.decode("utf-8-sig", errors="replace").partition("\n")[0]
    return "name" in _header(first_line, _delimiter(first_line))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one CSV of one's own; `as_list` names the list, for the file can't.

    Raises:
        ListError: not one file, `as_list` missing or an authority's list, not UTF-8, no column `name`, a
            column that is not known or stands twice, no rows, or quotes that do not close.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"a list of your own is one CSV and not {len(files)} ({names}); add each by itself")
    file = files[0]
    if as_list is None:
        raise ListError(f"{file.name} does not say which list it is; name yours with --list, for instance "
                        "--list our-own-list")  # fmt: skip
    if known := entry(as_list):
        raise ListError(
            f"{file.name} is a CSV of your own and can't be {as_list}, the {known.title} of "
            f"{known.authority}; give it another name with --list"
        )
    rows = csv_rows(file, _delimiter)
    header = next(rows, CsvRow(0, [], ""))
    columns = _columns(file.name, header)
    first = next(rows, None)
    if first is None:
        raise ListError(f"{file.name} has a header and nobody below it; check that it is the right file")
    reading = Reading(as_list, FORMAT, iter(()))
    reading.records = _records(reading, file.name, columns, chain((first,), rows))
    return reading


@dataclass(slots=True)
class _Entry:
    """A row by column, and the problems met in reading it."""

    list_id: ListId
    where: str
    values: dict[str, str]
    record: str
    problems: list[Problem] = field(default_factory=list)

    def one(self, column: str) -> str:
        return _unguarded(self.values.get(column, "").strip())

    def several(self, column: str) -> list[str]:
        return list(dict.fromkeys(part for part in self.each(column) if part))

    def each(self, column: str) -> list[str]:
        """The values as they stand, also those that are empty or stand twice."""
        parts = _SEPARATOR.split(self.values.get(column, ""))
        return [_unguarded(" ".join(part.replace(r"\;", ";").split())) for part in parts]

    def set_aside(self, column: str, message: str) -> None:
        self.problems.append(Problem(self.where, message, field=column, record=self.one("id") or None))

    def dates(self, column: str) -> tuple[PartialDate, ...]:
        read = []
        for text in self.several(column):
            try:
                read.append(PartialDate(text))
            except InputError as error:
                self.set_aside(column, f"{error}; it was left out")
        return tuple(read)


def _delimiter(line: str) -> str:
    return max(",;\t", key=lambda delimiter: ("name" in _header(line, delimiter), line.count(delimiter)))


def _header(line: str, delimiter: str) -> list[str]:
    return [_column(cell) for cell in line.split(delimiter)]


def _column(cell: str) -> str:
    return cell.strip().strip('"').strip().lower().replace(" ", "_")


def _columns(file_name: str, header: CsvRow) -> list[str]:
    columns = [_column(cell) for cell in header.fields]
    while columns and not columns[-1]:  # A spreadsheet leaves empty columns at the end.
        columns.pop()
    known = ", ".join(COLUMNS)
    if unknown := [column for column in columns if column not in COLUMNS]:
        named = ", ".join(repr(column) for column in unknown)
        raise ListError(f"{file_name} has a column that is not known, {named}; the known ones are {known}")
    if twice := [column for column in columns if columns.count(column) > 1]:
        raise ListError(f"{file_name} has the column {twice[0]!r} twice; keep one")
    if "name" not in columns:
        raise ListError(f"{file_name} has no column 'name' in its first line; the known ones are {known}")
    return columns


def _records(
    reading: Reading, file_name: str, columns: list[str], rows: Iterator[CsvRow]
) -> Iterator[Party | Problem]:
    lines: dict[str, int] = {}
    for row in rows:
        reading.seen += 1
        where = f"{file_name} line {row.line}"
        fields = row.fields
        if any(cell.strip() for cell in fields[len(columns) :]):
            yield Problem(
                where,
                f"{len(fields)} fields under {len(columns)} columns; put a field that holds the delimiter "
                "in double quotes",
                lost=True,
            )
            continue
        one = _Entry(reading.list, where, dict(zip(columns, fields, strict=False)), row.text)
        if len(fields) < len(columns):
            one.set_aside(columns[len(fields)], f"the row ends before the column {columns[len(fields)]!r}")
        if lost := _lost(one):
            yield Problem(where, lost, lost=True, record=one.one("id") or None)
            continue
        for column, value in one.values.items():
            if len(value) > MAX_FIELD:
                one.set_aside(column, f"more than {MAX_FIELD:,} characters in {column!r} were left out")
                one.values[column] = ""
        number = one.one("id") or _number_of(one)
        if number in lines:
            yield Problem(
                where,
                f"{number!r} stands in line {lines[number]} already; give each party an id of its own"
                if one.one("id")
                else f"the same name and birth date as in line {lines[number]}; give each party an id",
                lost=True,
                record=number,
            )
            continue
        lines[number] = row.line
        party = _party(one, PartyId(f"{reading.list}:{number}"))
        yield from one.problems
        yield party


def _unguarded(value: str) -> str:
    """The value without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return value[1:] if value.startswith("'") and FORMULA.match(value) else value


def _lost(one: _Entry) -> str | None:
    """Why the row can't become a party, if so."""
    if not one.one("name"):
        return "no name; every party needs one"
    for column in ("id", "name"):
        if len(one.one(column)) > _MAX_NAME:
            return f"more than {_MAX_NAME:,} characters in {column!r}; several names go to 'aliases'"
    return None


def _number_of(one: _Entry) -> str:
    told = "\n".join([*sorted(one.several("birth_date")), " ".join(one.one("name").split()).casefold()])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _party(one: _Entry, id: PartyId) -> Party:
    kind = _kind(one)
    return Party(
        id=id,
        list=one.list_id,
        kind=kind,
        names=_names(one),
        designations=_designations(one, kind),
        birth_dates=one.dates("birth_date"),
        countries=tuple(_country(one, text) for text in one.several("countries")),
        genders=_genders(one),
        identifiers=tuple(
            number for text in one.several("identifiers") if (number := _identifier(one, text)) is not None
        ),
        addresses=tuple(Address(text) for text in one.several("addresses")),
        notes=(note,) if (note := one.one("notes")) else (),
        record=one.record,
    )


def _designations(one: _Entry, kind: Kind) -> tuple[Designation, ...]:
    """One for each programme, or one without; every programme has what stands in its place."""
    programmes = one.each("programme")
    while len(programmes) > 1 and not programmes[-1]:
        programmes.pop()
    authorities = _for_each(one, "authority", len(programmes))
    days = [_day(one, text) for text in _for_each(one, "listed_on", len(programmes))]
    return tuple(
        designation(
            authority or one.list_id,
            programme or None,
            kind=kind,
            listed_on=day,
            reason=one.one("reason") or None,
        )
        for authority, programme, day in zip(authorities, programmes, days, strict=True)
    )


def _for_each(one: _Entry, column: str, count: int) -> list[str]:
    """The values of a column, one for each programme."""
    values = one.each(column)
    if column == "authority" and count == 1:
        return ["; ".join(values)]
    if len(values) == count:
        return values
    told = one.several(column)
    if len(told) > 1:
        what = "dates of listing" if column == "listed_on" else "authorities"
        one.set_aside(column, f"several {what}; {told[0]} is taken")
    return (told[:1] or [""]) * count


def _day(one: _Entry, text: str) -> PartialDate | None:
    try:
        return PartialDate(text) if text else None
    except InputError as error:
        one.set_aside("listed_on", f"{error}; it was left out")
        return None


def _kind(one: _Entry) -> Kind:
    text = one.one("kind")
    if not text:
        return Kind.LEGAL_ENTITY
    kind = _KINDS.get(text.lower().replace(" ", "").replace("_", ""))
    if kind is None:
        known = ", ".join(kind.value for kind in Kind)
        one.set_aside("kind", f"{text!r} is no kind of party, so any kind is taken; write one of {known}")
    return kind or Kind.LEGAL_ENTITY


def _names(one: _Entry) -> tuple[Name, ...]:
    texts = {" ".join(one.one("name").split()): Quality.PRIMARY}
    for column, quality in _QUALITIES.items():
        for text in one.several(column):
            texts.setdefault(text, quality)
    return tuple(Name(text, quality) for text, quality in texts.items())


def _country(one: _Entry, text: str) -> Country:
    code = country_code(text)
    if code is None:
        one.set_aside("countries", f"{text!r} is no country we know; it is kept as text and not compared")
        return Country(None, text=text)
    return Country(code)


def _genders(one: _Entry) -> tuple[Gender, ...]:
    genders = []
    for text in one.several("gender"):
        try:
            genders.append(Gender(text.lower()))
        except ValueError:
            one.set_aside("gender", f"{text!r} is no gender; write male, female or other")
    return tuple(genders)


def _identifier(one: _Entry, text: str) -> Identifier | None:
    identifier, warning = read_identifier(text)
    if warning:
        one.set_aside("identifiers", warning)
    return identifier


_SEPARATOR: Final = re.compile(r"(?<!\\);")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_KINDS: Final = {kind.value.lower(): kind for kind in Kind}
_QUALITIES: Final = {
    "aliases": Quality.STRONG,
    "weak_aliases": Quality.WEAK,
    "former_names": Quality.FORMER,
}
