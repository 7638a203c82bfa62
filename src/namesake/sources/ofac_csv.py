"""Reads OFAC's CSV files: SDN.CSV with ALT.CSV, ADD.CSV and the comments, or CONS_PRIM.CSV with its own.

They have no header; what a file is shows in its rows. Each row is one line, so a damaged line costs no
other. Most facts stand in the primary file's remarks: see `ofac_remarks`. Layout: OFAC's "Data
Specification for SDN files".
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import FactKind
from namesake.model.values import Kind, ListId, Name, Quality
from namesake.sources.ofac_facts import KINDS, LEAVES_OUT, Entry, Fact, start_reading
from namesake.sources.ofac_remarks import add_remarks, is_cut
from namesake.sources.reading import Reading, SourceFile

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ofac-csv"


class _Part(NamedTuple):
    """One of the files that make up an edition."""

    title: str
    columns: int
    official: str


_PRIMARY: Final = _Part("primary file", 12, "SDN.CSV or CONS_PRIM.CSV")
_ALIASES: Final = _Part("alias file", 5, "ALT.CSV or CONS_ALT.CSV")
_ADDRESSES: Final = _Part("address file", 6, "ADD.CSV or CONS_ADD.CSV")
_COMMENTS: Final = _Part("comments file", 2, "SDN_COMMENTS.CSV or CONS_COMMENTS.CSV")
_HELD_ELSEWHERE: Final = {_ALIASES: FactKind.ALIASES, _ADDRESSES: FactKind.ADDRESSES}


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether these are OFAC's CSV files and no two of a kind; in them `-0-` stands for nothing.

    A file with a column too few or too many is recognised too, so that `read` can say what is wrong.
    """
    parts = [_by_content(rows) if _looks_right(rows) else None for rows in map(_first_rows, files)]
    return None not in parts and len(set(parts)) == len(parts) and set(parts) not in (set(), {_COMMENTS})


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one primary file and, where given, its alias, address and comments files.

    Without aliases or addresses it is a partial edition (`Reading.lacks`). The files carry no date.

    Raises:
        ListError: no primary file, two of a kind, a wrong number of columns, a file that breaks off, no
            entries, or not the list `as_list`.
    """
    parts = _parts(files)
    edition = _Edition(
        primary=parts[_PRIMARY].name,
        aliases=_by_number(parts, _ALIASES),
        addresses=_by_number(parts, _ADDRESSES),
        comments=_by_number(parts, _COMMENTS),
    )
    entries = _entries(_rows(parts[_PRIMARY], _PRIMARY), edition)
    reading = start_reading(entries, name=edition.primary, file_format=FORMAT, as_list=as_list)
    reading.lacks = tuple(kind for part, kind in _HELD_ELSEWHERE.items() if part not in parts)
    reading.leaves_out = LEAVES_OUT
    reading.records = chain(reading.records, _left_over(edition))
    return reading


class _Row(NamedTuple):
    """One line of a file; `fields` are as they stand in it, or `wrong` says why they can't be read."""

    where: str
    line: str
    fields: tuple[str, ...] = ()
    wrong: str | None = None

    @property
    def number(self) -> str:
        """OFAC's number of the party it belongs to."""
        return self.fields[0].strip()

    def text(self, column: int) -> str | None:
        """A field without the spaces around it; None for nothing."""
        text = self.fields[column].strip()
        return None if text in ("", _NULL) else text


@dataclass(slots=True)
class _Edition:
    """What stands beside the primary file: rows by party number, taken out as their party is read."""

    primary: str
    aliases: dict[str, list[_Row]]
    addresses: dict[str, list[_Row]]
    comments: dict[str, list[_Row]]
    cut: list[str] = field(default_factory=list)


def _parts(files: Sequence[SourceFile]) -> Mapping[_Part, SourceFile]:
    parts: dict[_Part, SourceFile] = {}
    for file in files:
        part = _part(file)
        if part in parts:
            raise ListError(
                f"{parts[part].name} and {file.name} are both a {part.title} ({part.official}); "
                "an edition has one, so add one edition at a time"
            )
        parts[part] = file
    if _PRIMARY not in parts:
        names = ", ".join(file.name for file in files) or "no file"
        raise ListError(f"{names}: the {_PRIMARY.title} ({_PRIMARY.official}) is missing; add it with them")
    return parts


def _part(file: SourceFile) -> _Part:
    """Which of the four files it is; an error when none of them has as many columns."""
    rows = _first_rows(file)
    if not rows:
        raise ListError(f"{file.name} holds no rows; download it again")
    part, columns = _by_content(rows), _usual_columns(rows)
    if columns != part.columns:
        raise ListError(
            f"{file.name} has {columns} columns in its first rows, and OFAC's {part.title} ({part.official}) "
            f"has {part.columns}: a column was lost or added on the way; download it again"
        )
    return part


def _looks_right(rows: Sequence[Sequence[str]]) -> bool:
    has_nulls = any(value.strip() == _NULL for row in rows for value in row)
    return has_nulls or (bool(rows) and all(len(row) == 2 and row[0].isdecimal() for row in rows))


def _by_content(rows: Sequence[Sequence[str]]) -> _Part:
    """The file that rows like these stand in, even if a column is missing."""
    columns = _usual_columns(rows)
    if any(value in _ALIAS_TYPES for row in rows for value in row[1:3]):
        return _ALIASES
    if columns <= 2:
        return _COMMENTS
    return _ADDRESSES if columns < 9 else _PRIMARY


def _usual_columns(rows: Sequence[Sequence[str]]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0]


def _first_rows(file: SourceFile) -> list[list[str]]:
    head = file.head(_HEAD)
    lines = _LINE_END.split(head.decode("latin-1"))
    if len(head) == _HEAD:
        lines.pop()
    return [next(csv.reader([line])) for line in lines if line.strip(_BLANK)]


def _by_number(parts: Mapping[_Part, SourceFile], part: _Part) -> dict[str, list[_Row]]:
    """The rows by party number; what can't be read stands under the empty one."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    if part in parts:
        for row in _rows(parts[part], part):
            rows["" if row.wrong else row.number].append(row)
    return rows


def _rows(file: SourceFile, part: _Part) -> Iterator[_Row]:
    with file.open() as stream:
        text = _decoded(stream.read())
    lines = _LINE_END.split(text)
    for number, line in enumerate(lines, start=1):
        if not line.strip(_BLANK):
            continue
        row = _row(f"{file.name} line {number}", line.rstrip("\x1a"), part)
        if row.wrong and number == len(lines):
            raise ListError(f"{file.name} breaks off in line {number}: {row.wrong}. Download it again")
        yield row


def _decoded(data: bytes) -> str:
    # OFAC writes ASCII today; older files are in ISO 8859-1, in which hardly any text is also UTF-8.
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _row(where: str, line: str, part: _Part) -> _Row:
    try:
        fields = tuple(next(csv.reader([line], strict=True)))
    except csv.Error as error:
        return _Row(where, line, wrong=f"its quotation marks don't pair ({error})")
    if len(fields) != part.columns:
        return _Row(
            where, line, wrong=f"{len(fields)} columns stand where the {part.title} has {part.columns}"
        )
    if not fields[0].strip().isdecimal():
        return _Row(where, line, wrong=f"{fields[0]!r} is not a party's number")
    return _Row(where, line, fields)


def _entries(rows: Iterator[_Row], edition: _Edition) -> Iterator[Entry | Problem]:
    for row in rows:
        if row.wrong or row.text(1) is None:
            number = None if row.wrong else row.number
            yield Problem(
                row.where, f"not kept: {row.wrong or 'an entry without name'}", lost=True, record=number
            )
        else:
            yield _entry(row, edition)


def _entry(row: _Row, edition: _Edition) -> Entry:
    number, sdn_type = row.number, row.text(2) or "entity"
    aliases = edition.aliases.pop(number, [])
    addresses = edition.addresses.pop(number, [])
    comments = edition.comments.pop(number, [])
    kind = KINDS.get(sdn_type.lower())
    entry = Entry(
        number,
        row.where,
        kind or Kind.LEGAL_ENTITY,
        programmes=tuple(code.strip(" []") for code in (row.text(3) or "").split("] [") if code.strip(" []")),
        record="\n".join(each.line for each in (row, *aliases, *addresses, *comments)),
    )
    if kind is None:
        entry.add_problem("kind", f"SDN type {sdn_type!r} is not known; read as person or organisation")
    entry.names.append(_name(entry.kind, row.text(1) or "", Quality.PRIMARY))
    for alias in aliases:
        _add_alias(entry, alias)
    for address in addresses:
        entry.add_address(address.text(2), address.text(3), country=address.text(4))
        if remarks := address.text(5):
            entry.add_note(remarks)
    title = row.text(4)
    if title:
        entry.add_title(title)
    for label, column in _VESSEL.items():
        if text := row.text(column):
            # `99,144` here is 99144 in the XML.
            entry.add_fact(Fact(label, text.replace(",", "") if label in _TONNAGES else text))
    _add_remarks(entry, row, comments, edition)
    return entry


def _name(kind: Kind, text: str, quality: Quality) -> Name:
    if kind is Kind.PERSON and (found := _FAMILY_FIRST.fullmatch(text)):
        return Name(text, quality, given=found[2], family=found[1])
    return Name(text, quality)


def _add_alias(entry: Entry, row: _Row) -> None:
    quality = Quality.FORMER if row.text(2) == "fka" else Quality.STRONG
    text = row.text(3)
    if text is None:
        entry.add_problem("names", f"the alias in {row.where} has no name and is left out")
        return
    entry.names.append(_name(entry.kind, text, quality))
    if remarks := row.text(4):
        entry.add_note(remarks)


def _add_remarks(entry: Entry, row: _Row, comments: Sequence[_Row], edition: _Edition) -> None:
    remarks = "" if row.text(11) is None else row.fields[11]
    cut = is_cut(remarks)
    if comments:
        remarks = ("" if cut else "; ").join([remarks, *(comment.fields[1] for comment in comments)])
        cut = False
    elif cut:
        edition.cut.append(entry.number)
    if remarks:
        add_remarks(entry, remarks, sentence=True, title=row.text(4), cut=cut)


def _left_over(edition: _Edition) -> Iterator[Problem]:
    """Problems with what no party took: rows that can't be read, or of parties that are not there."""
    for rows in chain.from_iterable(
        part.values() for part in (edition.aliases, edition.addresses, edition.comments)
    ):
        for row in rows:
            if row.wrong:
                yield Problem(row.where, f"left out: {row.wrong}")
            else:
                yield Problem(
                    row.where,
                    f"party {row.number} is not in {edition.primary}, so this row is left out; "
                    "check that the files are of one day",
                    record=row.number,
                )
    if edition.cut:
        yield Problem(
            edition.primary,
            f"the remarks of {len(edition.cut)} parties break off after 1,000 characters; add the file that "
            f"holds the rest, {_COMMENTS.official}. They are {', '.join(edition.cut)}",
            field="remarks",
        )


_NULL: Final = "-0-"
_LINE_END: Final = re.compile(r"\r\n?|\n")
_BLANK: Final = " \x1a"  # 0x1A ends a file of DOS, and OFAC's still do.
_HEAD: Final = 16384
_ALIAS_TYPES: Final = frozenset({"aka", "fka", "nka"})
# `MEZA, JR., Arturo` and `DELOS REYES, Feliciano Semborio, Jr.`
_FAMILY_FIRST: Final = re.compile(r"(.+?(?:, [JS]R\.?)?), (.+)")
_VESSEL: Final = {
    "Vessel Call Sign": 5,
    "Vessel Type": 6,
    "Tonnage": 7,
    "Gross Registered Tonnage": 8,
    "Vessel Flag": 9,
    "Vessel Owner": 10,
}
_TONNAGES: Final = frozenset({"Tonnage", "Gross Registered Tonnage"})
