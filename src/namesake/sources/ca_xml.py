"""Reads Canada's Consolidated Canadian Autonomous Sanctions List (`sema-lmes.xml`).

Its layout is `data-set` with one `record` for each item of a schedule to a regulation. Choices made:

* A record has no number. Regulation, schedule and item together name it in law, and in the edition of March
  2025 no two records share them: `ca-sema:russia-1-part-1-item-5`. A repealed item's number is not given
  again, so the id stays; a party listed in two schedules is two records, as it is two listings.
* The programme is the regulation's short name in English (`Russia`). Where a schedule of it means less than
  Schedule 1, it is named too: `Russia, Schedule 3` restricts debt, and blocks nothing.
* `Country` is the regulation's country, and says nothing of a party's nationality.
* The file carries no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from namesake.errors import InputError, ListError
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.edition import Problem
from namesake.model.party import Designation, Party
from namesake.model.values import Detail, Identifier, IdentifierType, Kind, ListId, Name, PartyId, Quality
from namesake.sources.ca_aliases import aliases
from namesake.sources.programmes import designation, programme_of, unreviewed
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmledition import Layout, XmlEdition
from namesake.sources.xmlstream import local_name, record_text

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ca-xml"

_LIST: Final = ListId("ca-sema")
_AUTHORITY: Final = "Global Affairs Canada"
_LAYOUT: Final = Layout(
    list=_LIST,
    format=FORMAT,
    whose="Canada's",
    root="data-set",
    entries=frozenset({"record"}),
    dated_by=None,
)
_TAGS: Final = frozenset({
    "Country", "LastName", "GivenName", "EntityOrShip", "TitleOrShip", "DateOfBirthOrShipBuildDate",
    "ShipIMONumber", "Aliases", "Schedule", "Item", "DateOfListing",
})  # fmt: skip


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file that begins as a `data-set` of records of countries."""
    return len(files) == 1 and bool(_START.match(files[0].head()))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file of Canada's list.

    Raises:
        ListError: not one file, another layout, damaged, without records, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"Canada's list is one file and not {len(files)} ({names}); add each by itself")
    edition = XmlEdition(files[0], _LAYOUT, as_list)
    records = _records(edition.reading, edition.entries, files[0].name)
    edition.reading.records = edition.with_remarks(unreviewed(records, files[0].name))
    return edition.reading


@dataclass(slots=True)
class _Record:
    """One record on its way to a party."""

    element: etree._Element
    where: str
    number: str
    texts: dict[str, str]
    problems: list[Problem] = field(default_factory=list)

    def text(self, tag: str) -> str:
        """The text of an element; empty without it."""
        return self.texts.get(tag, "")

    def problem(self, fact: str, message: str) -> None:
        """Note what could not be read of it."""
        self.problems.append(Problem(self.where, message, field=fact, record=self.number))


def _records(reading: Reading, elements: Iterable[etree._Element], name: str) -> Iterator[Party | Problem]:
    seen: dict[str, str] = {}
    unknown: set[str] = set()
    for element in elements:
        reading.seen += 1
        texts = {local_name(child): _one_line(child.text) for child in element}
        where = f"{name} line {element.sourceline}"
        lacks = [tag for tag in ("Country", "Item") if not texts.get(tag)]
        if lacks:
            yield Problem(
                where, f"a record without {lacks[0]} can't be told from others and is not kept", lost=True
            )
            continue
        number = _number(texts)
        record = _Record(element, f"{name} {number}", number, texts)
        party = _party(record)
        if party is None:
            yield Problem(record.where, "a record without name is not kept", lost=True, record=number)
        elif number in seen:
            yield Problem(
                record.where,
                f"{party.name!r} has the regulation, schedule and item of {seen[number]!r} and is not kept; "
                "look both up in the regulation",
                lost=True,
                record=number,
            )
        else:
            seen[number] = party.name
            yield party
            for tag in sorted(set(texts) - _TAGS - unknown):
                unknown.add(tag)
                record.problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
            yield from record.problems


def _number(texts: dict[str, str]) -> str:
    """The record by its place in law, in small letters: `russia-1-part-1-item-5`."""
    regime = _regime(texts["Country"])
    short = found[1] if (found := _ABBREVIATION.search(regime)) else regime
    return _slug(f"{short} {texts.get('Schedule', '')} item {texts['Item']}")


def _party(record: _Record) -> Party | None:
    family, given, other = (record.text(tag) for tag in ("LastName", "GivenName", "EntityOrShip"))
    imo, title = record.text("ShipIMONumber"), record.text("TitleOrShip")
    kind = Kind.PERSON if family or given else Kind.VESSEL if imo else Kind.ORGANIZATION
    whole = f"{given} {family}".strip() or other
    if not whole:
        return None
    primary = Name(whole, Quality.PRIMARY, given=given or None, family=family or None)
    others = (name for name in aliases(record.text("Aliases"), kind) if name.text != whole)
    born = record.text("DateOfBirthOrShipBuildDate")
    details = []
    if kind is Kind.VESSEL:
        details = [Detail("Vessel Type", title), Detail("Vessel Year of Build", born)]
    return Party(
        id=PartyId(f"{_LIST}:{record.number}"),
        list=_LIST,
        kind=kind,
        names=(primary, *others),
        designations=(_designation(record, kind),),
        birth_dates=_birth_dates(record, born) if kind is Kind.PERSON else (),
        identifiers=tuple(_identifiers(record, imo)),
        # `Major General/major-général`: in both languages.
        titles=(title.partition("/")[0].strip(),) if title and kind is Kind.PERSON else (),
        details=tuple(detail for detail in details if detail.value),
        record=record_text(record.element),
    )


def _designation(record: _Record, kind: Kind) -> Designation:
    regime, schedule = _regime(record.text("Country")), record.text("Schedule")
    numbered = _NUMBERED.match(schedule)
    less = numbered and numbered[1] != "1"
    programme = f"{regime}, Schedule {numbered[1]}" if numbered and less else regime
    row = programme_of(_AUTHORITY, programme)
    place = _PLACE.sub(", ", f"Schedule {schedule}" if numbered else f"Schedule, {schedule}").strip(" ,")
    return designation(
        _AUTHORITY,
        programme,
        kind=kind,
        legal_basis=", ".join(
            part for part in (row and row.legal_basis, place, f"item {record.text('Item')}") if part
        ),
        listed_on=_listed_on(record),
    )


def _listed_on(record: _Record) -> PartialDate | None:
    text = record.text("DateOfListing")
    try:
        return PartialDate(text) if text else None
    except InputError:
        record.problem("DateOfListing", f"{text!r} is no date; it is left out")
        return None


def _birth_dates(record: _Record, text: str) -> tuple[PartialDate, ...]:
    """`1972`, `1972-08-10 or 1972-08-11`, `1963-1964`; an empty cell is none."""
    found = []
    for part in _OR.split(text):
        if not part:
            continue
        date, warning = read_leniently(part)
        if date is None or warning:
            record.problem("DateOfBirthOrShipBuildDate", f"{part!r} can't be read as a date; it is left out")
        else:
            found.append(date)
    return tuple(dict.fromkeys(found))


def _identifiers(record: _Record, imo: str) -> Iterator[Identifier]:
    if re.fullmatch(r"[0-9]{7}", imo):
        yield Identifier(IdentifierType.IMO, imo)
    elif imo:
        record.problem("ShipIMONumber", f"{imo!r} is no IMO number (seven digits); kept as another number")
        yield Identifier(IdentifierType.OTHER, imo, label="ShipIMONumber")


def _regime(country: str) -> str:
    """`Myanmar (Burma) / Myanmar (Birmanie)` in English."""
    return country.partition(" / ")[0].strip()


def _slug(text: str) -> str:
    return _NOT_IN_ID.sub("-", text.casefold()).strip("-")


def _one_line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<data-set\b[^>]*>\s*<record>\s*<Country>",
    re.DOTALL,
)
_ABBREVIATION: Final = re.compile(r"\(([A-Z]{3,})\)")
_NUMBERED: Final = re.compile(r"([0-9]+(?:\.[0-9]+)?)\b")
_PLACE: Final = re.compile(r"\s*,\s*")
_OR: Final = re.compile(r"\s+or\s+", re.IGNORECASE)
_NOT_IN_ID: Final = re.compile(r"[^a-z0-9.]+")
