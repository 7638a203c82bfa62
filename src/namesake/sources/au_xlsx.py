"""Reads Australia's Consolidated List (DFAT's `regulation8_consolidated.xlsx`).

One reference is several rows: `2` has the primary name, `2a`, `2b` and so on its aliases and names in the
original script, each with all other columns repeated. They are read together as one record; where the
rows differ, the facts of all of them are kept. The file says of each record which measures apply to it,
and carries no date: `Control Date` is the day a record was last changed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from namesake.errors import InputError, ListError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party, Relation
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.au_texts import birth_dates, information, items, listed, un_number
from namesake.sources.programmes import designation, unreviewed
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.workbook import is_workbook, sheet_rows, workbook_name

__all__ = ["COLUMNS", "FORMAT", "read", "recognises"]

T = TypeVar("T")

FORMAT: Final = "au-xlsx"

COLUMNS: Final = (
    "Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth",
    "Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number",
    "Committees", "Control Date", "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban",
    "Arms Embargo", "Maritime Restriction",
)  # fmt: skip
"""The columns of the file since 2025, told by these words in its first row and not by their order."""

_LIST: Final = ListId("au-dfat")
_UN_LIST: Final = ListId("un-sc")
_AUTHORITY: Final = "DFAT"
_NEEDED: Final = COLUMNS[:4]
_KINDS: Final = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION, "vessel": Kind.VESSEL}


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether these are the parts of a workbook; `read` says of another one that it is not Australia's."""
    return is_workbook(files)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one workbook.

    Raises:
        ListError: no workbook, damaged, without the list's columns or rows, or `as_list` is another list.
    """
    name = workbook_name(files)
    if as_list not in (None, _LIST):
        raise ListError(f"{name} is Australia's list ({_LIST}) and can't be {as_list}; leave --list out")
    rows = sheet_rows(files)
    columns = _columns(name, rows[0] if rows else ())
    body = [_Row(number, cells) for number, cells in enumerate(rows[1:], 2) if any(cells)]
    if not body:
        raise ListError(f"{name} holds no entries; download it again")
    reading = Reading(_LIST, FORMAT, iter(()))
    reading.records = unreviewed(_records(reading, name, columns, body), name)
    return reading


class _Row(NamedTuple):
    """A row by its number in the sheet."""

    number: int
    cells: tuple[str, ...]


@dataclass(slots=True)
class _Record:
    """The rows of one reference on their way to a party."""

    where: str
    reference: str
    columns: dict[str, int]
    rows: list[_Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def of(self, row: _Row, column: str) -> str:
        """The cell of a row; empty where the file lacks the column."""
        return row.cells[self.columns[column]] if column in self.columns else ""

    def texts(self, column: str) -> list[str]:
        """What its rows have in a column, each text once, the primary row's first."""
        return list(dict.fromkeys(text for row in self.rows if (text := self.of(row, column))))

    def says(self, column: str) -> bool:
        """Whether any of its rows says yes in a column."""
        return any(text.lower() in ("true", "yes", "1") for text in self.texts(column))

    def problem(self, fact: str, message: str) -> None:
        """Note what could not be read of it."""
        self.problems.append(Problem(self.where, message, field=fact, record=self.reference))


def _columns(name: str, header: tuple[str, ...]) -> dict[str, int]:
    found = {" ".join(cell.split()): place for place, cell in enumerate(header) if cell}
    if missing := [column for column in _NEEDED if column not in found]:
        raise ListError(
            f"{name} has no column {missing[0]!r} in the first row of its first sheet, so it is not "
            "Australia's list, the one workbook that is read; download that, or save your own as CSV"
        )
    return found


def _records(
    reading: Reading, name: str, columns: dict[str, int], rows: Iterable[_Row]
) -> Iterator[Party | Problem]:
    records: dict[str, _Record] = {}
    for row in rows:
        reference = row.cells[columns["Reference"]]
        found = _REFERENCE.fullmatch(reference)
        if not found:
            reading.seen += 1
            wrong = f"{reference!r} is no reference (a number, and letters for further names)"
            yield Problem(f"{name} row {row.number}", f"{wrong}; the row is not kept", lost=True)
            continue
        number = found[1]
        if number not in records:
            records[number] = _Record(f"{name} reference {number}", number, columns)
        records[number].rows.append(row)
    for unknown in sorted(set(columns) - set(COLUMNS)):
        yield Problem(
            name, f"the column {unknown!r} is not known here; the party's record keeps it", field=unknown
        )
    for record in records.values():
        reading.seen += 1
        party = _party(record)
        yield party or Problem(
            record.where, "an entry without name is not kept", lost=True, record=record.reference
        )
        if party:
            yield from record.problems


def _party(record: _Record) -> Party | None:
    names = _names(record)
    if not names:
        return None
    kind = _kind(record)
    notes = record.texts("Additional Information")
    told = [information(text) for text in notes]
    places = [item for text in record.texts("Place of Birth") for item in items(text)]
    return Party(
        id=PartyId(f"{_LIST}:{record.reference}"),
        list=_LIST,
        kind=kind,
        names=names,
        designations=tuple(_designations(record, kind)),
        birth_dates=_birth_dates(record),
        birth_places=tuple(dict.fromkeys(places)),
        countries=tuple(dict.fromkeys([*_citizenships(record), *_birth_countries(places)])),
        genders=_all(one.genders for one in told),
        identifiers=tuple(dict.fromkeys([*_imo(record), *_all(one.identifiers for one in told)])),
        addresses=tuple(dict.fromkeys(_addresses(record))),
        contacts=_all(one.contacts for one in told),
        titles=_all(one.titles for one in told),
        # Of an organisation `Designation:` says what it does; the note has it.
        positions=_all(one.positions for one in told if kind is Kind.PERSON),
        relations=tuple(dict.fromkeys(_relations(record))),
        notes=tuple(dict.fromkeys([*notes, *record.texts("Listing Information")])),
        record=_as_csv(record.rows),
    )


def _kind(record: _Record) -> Kind:
    text = next(iter(record.texts("Type")), "")
    kind = _KINDS.get(text.lower())
    if kind is None:
        record.problem("Type", f"{text!r} is not known; read as person or organisation")
    return kind or Kind.LEGAL_ENTITY


def _names(record: _Record) -> tuple[Name, ...]:
    """All names, the primary one first; of `(previously listed as)` the name is a former one."""
    found: list[Name] = []
    for row in record.rows:
        text, quality = " ".join(record.of(row, COLUMNS[1]).split()), _quality(record, row)
        if former := _PREVIOUSLY.search(text):
            found += [Name(part) for part in (former[1],) if part]
            text = " ".join(_PREVIOUSLY.sub(" ", text).split())
            quality = Quality.FORMER if quality is not Quality.PRIMARY else quality
        if text:
            found.append(Name(text, quality))
        elif record.of(row, COLUMNS[1]) == "":
            record.problem(COLUMNS[1], f"row {row.number} has no name; it is left out")
    found.sort(key=lambda name: _RANKS.index(name.quality))
    if found and found[0].quality is not Quality.PRIMARY:
        record.problem("Name Type", f"no primary name; {found[0].text!r} stands for it")
        found[0] = Name(found[0].text, Quality.PRIMARY)
    for place, name in enumerate(found[1:], 1):
        if name.quality is Quality.PRIMARY:
            record.problem("Name Type", f"a second primary name, {name.text!r}, is read as a strong alias")
            found[place] = Name(name.text)
    once = {name.text: name for name in reversed(found)}
    return tuple(sorted(once.values(), key=found.index))


def _quality(record: _Record, row: _Row) -> Quality:
    kind, strength = record.of(row, "Name Type"), record.of(row, "Alias Strength")
    if kind == "Primary Name":
        return Quality.PRIMARY
    if kind not in ("Alias", "Original Script"):
        record.problem("Name Type", f"{kind!r} is not known; read as a strong alias")
    return Quality.WEAK if strength.lower() == "weak" else Quality.STRONG


def _designations(record: _Record, kind: Kind) -> Iterator[Designation]:
    told = [listed(text) for text in record.texts("Listing Information")]
    days = [day for day, _ in told if day]
    amended = [day for _, days in told for day in days] + [
        day for text in record.texts("Control Date") if (day := _control_date(record, text))
    ]
    instruments = [text for text in record.texts("Instrument of Designation") if not _NO_ACT.match(text)]
    effects = [effect for column, forbids in _MEASURES.items() if record.says(column) for effect in forbids]
    committees: list[str | None] = [*record.texts("Committees")]
    for committee in committees or [None]:
        yield designation(
            _AUTHORITY,
            committee,
            kind=kind,
            legal_basis="; ".join(" ".join(text.split()) for text in instruments) or None,
            listed_on=min(days, default=None),
            amended_on=tuple(sorted(set(amended) - set(days))),
            effects=tuple(effects),
        )


def _control_date(record: _Record, text: str) -> PartialDate | None:
    try:
        return PartialDate(text)
    except InputError:
        record.problem("Control Date", f"{text!r} is no date; it is left out")
        return None


def _birth_dates(record: _Record) -> tuple[PartialDate, ...]:
    found: list[PartialDate] = []
    for text in record.texts("Date of Birth"):
        dates, rest = birth_dates(text)
        found += dates
        if rest:
            record.problem("Date of Birth", f"{rest!r} in {text!r} can't be read; it is left out")
    return tuple(dict.fromkeys(found))


def _citizenships(record: _Record) -> Iterator[Country]:
    for text in record.texts("Citizenship"):
        for part in text.split(";"):
            if one := " ".join(part.split()):
                code = country_code(one)
                yield Country(code, CountryRole.CITIZENSHIP, None if code else one)


def _birth_countries(places: Sequence[str]) -> Iterator[Country]:
    for place in places:
        if code := _last_country(place):
            yield Country(code, CountryRole.BIRTH)


def _addresses(record: _Record) -> Iterator[Address]:
    for text in record.texts("Address"):
        for item in items(text):
            yield Address(item, country=_last_country(item))


def _last_country(text: str) -> CountryCode | None:
    """The country that ends a text: `Kabul, Afghanistan (as at June 2014)`, `Pyongyang, Korea, North`."""
    parts = _BRACKETS.sub("", text).strip(" .").split(", ")
    if code := country_code(parts[-1]) or country_code(", ".join(parts[-2:])):
        return code
    # `Moscow 109028 Russia`: behind a number, for New Mexico is no part of Mexico.
    behind = _BEHIND_NUMBER.search(parts[-1])
    return country_code(behind[1]) if behind else None


def _imo(record: _Record) -> Iterator[Identifier]:
    for text in record.texts("IMO Number"):
        if re.fullmatch(r"\d{7}", text):
            yield Identifier(IdentifierType.IMO, text)
        else:
            record.problem("IMO Number", f"{text!r} is no IMO number (seven digits); kept as another number")
            yield Identifier(IdentifierType.OTHER, text, label="IMO Number")


def _relations(record: _Record) -> Iterator[Relation]:
    """The UN's record of the same party, as `Additional Information` begins with its number."""
    for text in record.texts("Additional Information"):
        if number := un_number(text):
            yield Relation("same as", number, PartyId(f"{_UN_LIST}:{number}"))


def _all(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _as_csv(rows: Iterable[_Row]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(row.cells for row in rows)
    return text.getvalue().rstrip("\n")


_REFERENCE: Final = re.compile(r"0*(\d{1,9})\s*[a-z]{0,3}", re.IGNORECASE)
_RANKS: Final = (Quality.PRIMARY, Quality.STRONG, Quality.FORMER, Quality.WEAK)
# `Ri'ad Hijazi (Previously listed as. In Arabic: رياض الحجازي)`
_PREVIOUSLY: Final = re.compile(
    r"\((?:previously|formerly) listed as[.,]?\s*(?:in [A-Z][a-z]+:\s*([^)]*?)\s*)?\)", re.IGNORECASE
)
_NO_ACT: Final = re.compile(r"\d{4}-\d\d-\d\d|(?:first )?listed\b", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\s*\((?!Islamic|North|South|Democratic)[^)]*\)\s*$")
_BEHIND_NUMBER: Final = re.compile(r"\d{3,}\s+(\D+)$")
_MEASURES: Final = {
    "Targeted Financial Sanction": (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN),
    "Travel Ban": (Effect.TRAVEL_BAN,),
    "Arms Embargo": (Effect.ARMS_EMBARGO,),
    "Maritime Restriction": (Effect.SHIPPING,),
}
