"""One row of the US Consolidated Screening List as facts in OFAC's words.

The compilation writes countries as ISO codes, dates as `1957-03-11`, and packs what OFAC's files label into
one column: `QA, 28940000602, National ID No.; JO, 2014-08-30, 2009-08-31, K475336, Passport`, which is
country, day of expiry, day of issue, number, label, each but the last two only where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from namesake.errors import InputError
from namesake.model.countries import country_name
from namesake.model.dates import PartialDate
from namesake.model.values import Address, Country, CountryCode, CountryRole, Detail, Kind, Name, Quality
from namesake.sources.ofac_dates import ofac_date
from namesake.sources.ofac_facts import KINDS, Entry, Fact
from namesake.sources.ofac_remarks import add_remarks

__all__ = ["COLUMNS", "CslRow", "entry_of"]

COLUMNS: Final = frozenset({
    "_id", "source", "entity_number", "type", "programs", "name", "title", "addresses",
    "federal_register_notice", "start_date", "end_date", "standard_order", "license_requirement",
    "license_policy", "call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage", "vessel_flag",
    "vessel_owner", "remarks", "source_list_url", "alt_names", "citizenships", "dates_of_birth",
    "nationalities", "places_of_birth", "source_information_url", "ids",
})  # fmt: skip
"""The columns of the file."""


@dataclass(frozen=True, slots=True)
class CslRow:
    """One row by column.

    Attributes:
        number: of the party: OFAC's, or the compilation's.
        record: the row as it stands in the file.
    """

    where: str
    number: str
    values: dict[str, str]
    record: str

    def text(self, column: str) -> str:
        """The cell; empty where the file lacks the column."""
        return self.values.get(column, "")

    def items(self, column: str) -> list[str]:
        """What `; ` separates in a cell; the last of a list may begin with `and`."""
        parts = (part.strip(" ;").removeprefix("and ") for part in self.text(column).split("; "))
        return list(dict.fromkeys(part for part in parts if part))

    def date(self, entry: Entry, column: str) -> PartialDate | None:
        """The day in a cell; a problem of the entry when there is one and it can't be read."""
        text = self.text(column)
        try:
            return PartialDate(text) if text else None
        except InputError:
            entry.add_problem(column, f"{text!r} is no date; it is left out")
            return None

    @property
    def list(self) -> str:
        """The source list's short name: `EL` of `Entity List (EL) - Bureau of Industry and Security`."""
        found = _SHORT.search(self.text("source"))
        return found[1] if found else self.text("source")

    @property
    def department(self) -> str:
        """Who publishes the source list, as the row names it."""
        return self.text("source").rpartition(" - ")[2]

    @property
    def authority(self) -> str:
        """Who decided, where that is not OFAC or BIS."""
        return "US State Department" if self.department == "State Department" else self.department


def entry_of(row: CslRow) -> Entry:
    """All that a row says of its party, but for the decision."""
    type_ = row.text("type")
    kind = KINDS.get(type_.lower())
    entry = Entry(row.number, row.where, kind or Kind.LEGAL_ENTITY, programmes=tuple(row.items("programs")))
    if type_ and kind is None:
        entry.add_problem("type", f"{type_!r} is not known; read as person or organisation")
    entry.names.append(_name(entry.kind, row.text("name"), Quality.PRIMARY))
    for alias in row.items("alt_names"):
        if alias != row.text("name"):
            entry.names.append(_name(entry.kind, alias, Quality.STRONG))
    _add_dates_and_places(row, entry)
    entry.addresses += _addresses(row)
    if title := row.text("title"):
        entry.add_title(title)
    for column, label in _VESSEL.items():
        if value := row.text(column):
            entry.add_fact(Fact(label, value))
    for fact in _facts(row, entry):
        entry.add_fact(fact)
    for column, label in _DETAILS.items():
        if value := row.text(column):
            entry.details.append(Detail(label, value))
    if remarks := row.text("remarks"):
        if row.department == "Treasury Department":
            add_remarks(entry, remarks)
        else:
            entry.add_note(remarks)
    return entry


def _name(kind: Kind, text: str, quality: Quality) -> Name:
    if kind is Kind.PERSON and (found := _FAMILY_FIRST.fullmatch(text)):
        return Name(text, quality, given=found[2], family=found[1])
    return Name(text, quality)


def _add_dates_and_places(row: CslRow, entry: Entry) -> None:
    for text in row.items("dates_of_birth"):
        try:
            entry.birth_dates.append(ofac_date(text) or PartialDate(text))
        except InputError:
            entry.add_problem("dates_of_birth", f"the birth date {text!r} can't be read; it is left out")
    for place in row.items("places_of_birth"):
        entry.add_fact(Fact("POB", place))
    for column, role in _COUNTRIES.items():
        for code in row.items(column):
            known = _country(code)
            if known is None:
                entry.add_problem(column, f"{code!r} is no country's code; it is kept as text")
            entry.countries.append(Country(known, role, None if known else code))


def _addresses(row: CslRow) -> Iterator[Address]:
    """The addresses; on the Entity List a semicolon also stands inside one, which ends in its country."""
    held: list[str] = []
    for item in row.items("addresses"):
        held.append(item)
        if row.list != "EL" or _IN_COUNTRY.search(item):
            yield _address("; ".join(held))
            held.clear()
    if held:
        yield _address("; ".join(held))


def _address(text: str) -> Address:
    """`Basrah, IQ`, with the country's name in place of its code."""
    found = _IN_COUNTRY.search(text)
    code = _country(found[1]) if found else None
    if not found or code is None:
        return Address(text)
    place = text[: found.start()].rstrip(", ")
    return Address(", ".join(part for part in (place, country_name(code)) if part), country=code)


def _facts(row: CslRow, entry: Entry) -> Iterator[Fact]:
    """What stands in `ids`; a value may hold the separator itself, so a part without label goes on."""
    held = ""
    for part in row.text("ids").split("; "):
        text = f"{held}; {part}" if held else part.strip()
        rest, comma, label = text.rpartition(", ")
        if not comma:
            held = text
            continue
        held = ""
        yield _fact(rest, label)
    if held:
        entry.add_note(held)


def _fact(text: str, label: str) -> Fact:
    country = None
    if (found := _COUNTRY_FIRST.match(text)) and (code := _country(found[1])):
        country, text = country_name(code), text[found.end() :]
    days: list[str] = []
    while len(days) < 2 and (found := _DAY_FIRST.match(text)):
        days.append(found[1])
        text = text[found.end() :]
    # With one day alone it is told by its place that it is when the document expires.
    expires, issued = (*days, None, None)[:2]
    return Fact(label, text, country, issued and _in_words(issued), expires and _in_words(expires))


def _in_words(day: str) -> str:
    """`2014-08-30` as OFAC writes it, `30 Aug 2014`."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}" if 1 <= int(month) <= 12 else day


def _country(code: str) -> CountryCode | None:
    known = code.lower()
    return CountryCode(known) if country_name(known) != code.upper() else None


_SHORT: Final = re.compile(r"\(([^()]+)\)")
_FAMILY_FIRST: Final = re.compile(r"(.+?(?:, [JS]R\.?)?), (.+)")
_IN_COUNTRY: Final = re.compile(r"(?:^|, )([A-Z]{2})$")
_COUNTRY_FIRST: Final = re.compile(r"([A-Z]{2}), ")
_DAY_FIRST: Final = re.compile(r"(\d{4}-\d\d-\d\d), ")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNTRIES: Final = {"nationalities": CountryRole.NATIONALITY, "citizenships": CountryRole.CITIZENSHIP}
_VESSEL: Final = {
    "call_sign": "Vessel Call Sign",
    "vessel_type": "Vessel Type",
    "gross_tonnage": "Tonnage",
    "gross_registered_tonnage": "Gross Registered Tonnage",
    "vessel_flag": "Vessel Flag",
    "vessel_owner": "Vessel Owner",
}
_DETAILS: Final = {
    "license_requirement": "licence requirement",
    "license_policy": "licence policy",
    "standard_order": "standard order",
    "end_date": "order ends on",
}
