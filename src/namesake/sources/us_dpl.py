"""Reads BIS's Denied Persons List (`dpl.txt`, separated by tabs).

One row is one address of one person under one order; rows of the same person and order are one party. The
list gives no numbers: `bis_orders` says what the ids are made of, and why they last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from namesake.errors import InputError
from namesake.model.countries import country_code, country_name
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Address, CountryCode, Detail, Kind, ListId, Name, PartyId, Quality
from namesake.sources.bis_orders import order_number
from namesake.sources.headed_csv import HeadedFile, HeaderLayout
from namesake.sources.programmes import designation, programme_of
from namesake.sources.reading import Reading, SourceFile

__all__ = ["COLUMNS", "FORMAT", "read", "recognises"]

FORMAT: Final = "us-bis-dpl"

COLUMNS: Final = (
    "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date", "Expiration_Date",
    "Standard_Order", "Last_Update", "Action", "FR_Citation",
)  # fmt: skip
"""The columns of the file, told by these words in its first line."""

_LIST: Final = ListId("us-bis-dpl")
_AUTHORITY: Final = "BIS"
_PROGRAMME: Final = "DPL"
_LAYOUT: Final = HeaderLayout(
    list=_LIST,
    title="the Denied Persons List",
    delimiter="\t",
    told_by=frozenset({"Name", "Effective_Date", "Standard_Order"}),
    needed=("Name", "Effective_Date", "FR_Citation"),
    known=frozenset(COLUMNS),
)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one file whose header has the list's columns, separated by tabs."""
    return _LAYOUT.fits(files)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file; it carries no date.

    Raises:
        ListError: not one file, not UTF-8, without the list's columns or rows, quotes that do not close, or
            `as_list` is another list.
    """
    file = HeadedFile(files, _LAYOUT, as_list)
    reading = Reading(_LIST, FORMAT, iter(()))
    reading.records = _records(reading, file)
    return reading


@dataclass(slots=True)
class _Order:
    """The rows of one person under one order."""

    where: str
    number: str
    rows: list[dict[str, str]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def texts(self, column: str) -> list[str]:
        """What its rows have in a column, each text once."""
        return list(dict.fromkeys(text for row in self.rows if (text := row.get(column, ""))))

    def days(self, column: str) -> list[PartialDate]:
        """The days in a column; a problem for each that is none."""
        found = []
        for text in self.texts(column):
            day = _day(text)
            # Two updates are of the years 2922 and 3017.
            if day and day.earliest.year <= _LATEST:
                found.append(day)
            else:
                message = f"{text!r} is no date, or none that can be meant; it is left out"
                self.problems.append(Problem(self.where, message, field=column, record=self.number))
        return found


def _records(reading: Reading, file: HeadedFile) -> Iterator[Party | Problem]:
    yield from file.remarks()
    orders: dict[str, _Order] = {}
    for row in file.rows():
        values = row.values
        nameless = None if any(map(str.isalnum, values["Name"])) else "an entry without name"
        if wrong := row.wrong or nameless:
            reading.seen += 1
            yield Problem(row.where, f"{wrong}; the row is not kept", lost=True)
            continue
        effective = _day(values["Effective_Date"]) or "undated"
        number = order_number(values["Name"], values["FR_Citation"], effective)
        order = orders.setdefault(number, _Order(row.where, number))
        order.rows.append(values)
        order.lines.append(row.text)
    for order in orders.values():
        reading.seen += 1
        yield _party(order)
        yield from order.problems


def _party(order: _Order) -> Party:
    names = order.texts("Name")
    law = programme_of(_AUTHORITY, _PROGRAMME)
    cited = order.texts("FR_Citation")
    effective, expires = order.days("Effective_Date"), order.days("Expiration_Date")
    changed = order.days("Last_Update")
    details = [
        *(Detail("order ends on", day) for day in expires),
        *(Detail("standard order", text.upper()) for text in order.texts("Standard_Order")),
    ]
    return Party(
        id=PartyId(f"{_LIST}:{order.number}"),
        list=_LIST,
        # Nothing says whether it is a person or a company.
        kind=Kind.LEGAL_ENTITY,
        names=tuple(
            Name(text, Quality.STRONG if place else Quality.PRIMARY) for place, text in enumerate(names)
        ),
        designations=(
            designation(
                _AUTHORITY,
                _PROGRAMME,
                legal_basis="; ".join(part for part in (law and law.legal_basis, *cited) if part) or None,
                listed_on=min(effective, default=None),
                amended_on=tuple(sorted(set(changed) - {min(effective, default=None)})),
            ),
        ),
        addresses=tuple(dict.fromkeys(one for row in order.rows if (one := _address(row)))),
        details=tuple(dict.fromkeys(details)),
        notes=tuple(order.texts("Action")),
        record="\n".join(order.lines),
    )


def _address(row: dict[str, str]) -> Address | None:
    street, city, state, postcode = (
        row.get(column, "") for column in ("Street_Address", "City", "State", "Postal_Code")
    )
    code = _country(row.get("Country", ""))
    country = country_name(code) if code else row.get("Country", "")
    line = ", ".join(part for part in (street, city, f"{state} {postcode}".strip(), country) if part)
    if not line:
        return None
    return Address(line, street or None, city or None, state or None, postcode or None, code)


def _country(text: str) -> CountryCode | None:
    known = text.lower()
    return CountryCode(known) if text and country_name(known) != text.upper() else country_code(text)


def _day(text: str) -> PartialDate | None:
    """`05/13/2022`, month first, or as updates are written `2022-05-18`."""
    found = _AMERICAN.fullmatch(text)
    try:
        return PartialDate.of(int(found[3]), int(found[1]), int(found[2])) if found else PartialDate(text)
    except InputError:
        return None


_LATEST: Final = 2100
_AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
