"""Reads the UN Security Council's consolidated list in XML.

Its layout is `CONSOLIDATED_LIST`, with individuals and entities under their permanent reference number
(`QDi.431`). The UN says of each alias whether it is of good or low quality, and puts further names,
dates and numbers into notes and comments: `un_names` and `un_documents` take those apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, TypeVar

from lxml import etree
from msgspec.structs import replace

from namesake.errors import InputError, ListError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.edition import Problem
from namesake.model.party import Designation, Party
from namesake.model.values import (
    Address,
    Country,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.programmes import designation, unreviewed
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.un_comments import contacts, genders, identifiers, legal_basis, relations
from namesake.sources.un_documents import document, worded_date
from namesake.sources.un_names import names_in_field, names_in_note, one_line
from namesake.sources.un_widening import widened
from namesake.sources.xmledition import Layout, XmlEdition
from namesake.sources.xmlstream import local_name, record_text

__all__ = ["FORMAT", "read", "recognises"]

T = TypeVar("T")

FORMAT: Final = "un-xml"

_LIST: Final = ListId("un-sc")
_AUTHORITY: Final = "UN Security Council"
_KINDS: Final = {"INDIVIDUAL": Kind.PERSON, "ENTITY": Kind.ORGANIZATION}
_LAYOUT: Final = Layout(
    list=_LIST,
    format=FORMAT,
    whose="the UN's",
    root="CONSOLIDATED_LIST",
    entries=frozenset(_KINDS),
    dated_by="dateGenerated",
)
_QUALITIES: Final = {
    "": Quality.STRONG,
    "Good": Quality.STRONG,
    "a.k.a.": Quality.STRONG,
    "Low": Quality.WEAK,
    "f.k.a.": Quality.FORMER,
}


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `CONSOLIDATED_LIST`."""
    return len(files) == 1 and bool(_START.match(files[0].head()))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file of the UN's consolidated list.

    It is dated by the day its time stamp shows where the UN made it, whatever day that was elsewhere.

    Raises:
        ListError: not one file, another layout, damaged, without entries, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"the UN's list is one file and not {len(files)} ({names}); add each by itself")
    file, damage = widened(files[0])
    edition = XmlEdition(file, _LAYOUT, as_list)
    records = chain(damage, _records(edition.reading, edition.entries, files[0].name))
    edition.reading.records = edition.with_remarks(unreviewed(records, files[0].name))
    return edition.reading


def _records(
    reading: Reading, elements: Iterable[etree._Element], file_name: str
) -> Iterator[Party | Problem]:
    names: dict[str, str] = {}
    unknown: set[str] = set()
    for element in elements:
        reading.seen += 1
        number = one_line(_first(element, "REFERENCE_NUMBER"))
        if not number:
            where = f"{file_name} line {element.sourceline}"
            yield Problem(where, "an entry without reference number is not kept", lost=True)
            continue
        entry = _Entry(element, f"{file_name} {number}", number)
        party = _party(entry)
        if party is None:
            yield Problem(entry.where, "an entry without name is not kept", lost=True, record=number)
        elif number in names:
            yield Problem(
                entry.where,
                f"a second entry has the number of {names[number]!r}; this one, {party.name!r}, is not kept",
                lost=True,
                record=number,
            )
        else:
            names[number] = party.name
            yield party
            new = {local_name(item) for item in element.iter()} - _TAGS - unknown
            unknown |= new
            for tag in sorted(new):
                entry.problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
            yield from entry.problems


@dataclass(slots=True)
class _Entry:
    """One entry on its way to a party."""

    element: etree._Element
    where: str
    number: str
    problems: list[Problem] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def problem(self, fact: str, message: str) -> None:
        self.problems.append(Problem(self.where, message, field=fact, record=self.number))

    def text(self, tag: str) -> str:
        return one_line(_first(self.element, tag))

    def values(self, tag: str) -> list[str]:
        """The texts of the VALUEs in the elements `tag`."""
        return [text for item in self.children(tag) for value in item if (text := one_line(value.text))]

    def children(self, *tags: str) -> Iterator[etree._Element]:
        return (child for child in self.element if local_name(child) in tags)

    def groups(self, *tags: str) -> list[dict[str, str]]:
        """The fields of each element `tag` that has any."""
        groups = (
            {local_name(item): text for item in child if (text := one_line(item.text))}
            for child in self.children(*tags)
        )
        return [group for group in groups if group]

    def detail(self, label: str, value: str) -> None:
        if value:
            self.details.append(Detail(label, value))

    def date(self, tag: str, text: str) -> PartialDate | None:
        """The date that begins `text` (`2014-07-02-04:00`); a problem when there is none."""
        try:
            return PartialDate(text[:10])
        except InputError:
            self.problem(tag, f"{text!r} is no date; it is left out")
            return None


def _party(entry: _Entry) -> Party | None:
    names = _names(entry)
    if not names:
        return None
    comments = entry.text("COMMENTS1")
    aliases = entry.groups("INDIVIDUAL_ALIAS", "ENTITY_ALIAS")
    addresses = entry.groups("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS")
    places = entry.groups("INDIVIDUAL_PLACE_OF_BIRTH") + [
        {"CITY": alias.get("CITY_OF_BIRTH", ""), "COUNTRY": alias.get("COUNTRY_OF_BIRTH", "")}
        for alias in aliases
    ]
    told = " ".join((comments, *(address.get("NOTE", "") for address in addresses)))
    entry.detail("submitted by", entry.text("SUBMITTED_BY"))
    entry.detail("submitted on", entry.text("SUBMITTED_ON"))
    entry.detail("INTERPOL notice", entry.text("INTERPOL_LINK"))
    kind = _KINDS[local_name(entry.element)]
    return Party(
        PartyId(f"{_LIST}:{entry.number}"),
        _LIST,
        kind,
        names,
        designations=(_designation(entry, comments, kind),),
        birth_dates=_unique(_birth_dates(entry, aliases)),
        birth_places=_unique(_place(place) for place in places),
        countries=_unique(_countries(entry, places)),
        genders=_unique(_genders(entry, comments)),
        identifiers=_unique(_identifiers(entry, comments)),
        addresses=_unique(_address(address) for address in addresses),
        contacts=_unique(contacts(told)),
        titles=_unique(entry.values("TITLE")),
        positions=_unique(part.strip() for text in entry.values("DESIGNATION") for part in _ITEM.split(text)),
        relations=relations(comments, list_id=_LIST, own=entry.number),
        details=_unique(entry.details),
        notes=(comments,) if comments else (),
        record=record_text(entry.element),
    )


def _names(entry: _Entry) -> tuple[Name, ...]:
    parts = [entry.text(tag) for tag in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
    whole = " ".join(part for part in parts if part)
    # CDe.003 `COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)`
    own = names_in_field(whole)[0] if local_name(entry.element) == "ENTITY" else (whole,)
    found = [Name(text, Quality.STRONG) for text in own if text]
    for item in entry.children("NAME_ORIGINAL_SCRIPT"):
        found += [Name(text, Quality.STRONG) for text in names_in_field(item.text)[0]]
    for alias in entry.groups("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        found += _alias(entry, alias)
    for paper in entry.groups("INDIVIDUAL_DOCUMENT"):
        found += [Name(text, Quality.STRONG) for text in names_in_note(paper.get("NOTE"))]
    best: dict[str, Name] = {}
    for name in found:
        known = best.get(name.text)
        if known is None or (known.quality is Quality.WEAK and name.quality is not Quality.WEAK):
            best[name.text] = name
    if not best:
        return ()
    first, *others = best.values()
    return (replace(first, quality=Quality.PRIMARY), *others)


def _alias(entry: _Entry, alias: dict[str, str]) -> Iterator[Name]:
    stated, note = alias.get("QUALITY", ""), alias.get("NOTE", "")
    quality = _QUALITIES.get(stated)
    if quality is None:
        entry.problem(
            "QUALITY", f"the alias quality {stated!r} is not known here; the alias counts as strong"
        )
        quality = Quality.STRONG
    texts, remarks = names_in_field(alias.get("ALIAS_NAME"))
    for text in (*texts, *names_in_note(note)):
        yield Name(text, quality)
    for remark in (*remarks, note):
        entry.detail(f"note on the name {alias.get('ALIAS_NAME', '')}".strip(), remark)


def _designation(entry: _Entry, comments: str, kind: Kind) -> Designation:
    programme = entry.text("UN_LIST_TYPE")
    listed, delisted = entry.text("LISTED_ON"), entry.text("DELISTED_ON")
    amended = [entry.date("LAST_DAY_UPDATED", text) for text in entry.values("LAST_DAY_UPDATED")]
    return designation(
        _AUTHORITY,
        programme or None,
        kind=kind,
        legal_basis=legal_basis(comments),
        listed_on=entry.date("LISTED_ON", listed) if listed else None,
        amended_on=tuple(sorted({day for day in amended if day})),
        delisted_on=entry.date("DELISTED_ON", delisted) if delisted else None,
    )


def _birth_dates(entry: _Entry, aliases: list[dict[str, str]]) -> Iterator[PartialDate | None]:
    for group in entry.groups("INDIVIDUAL_DATE_OF_BIRTH"):
        yield _birth_date(entry, group)
    for alias in aliases:
        if span := alias.get("DATE_OF_BIRTH"):
            yield entry.date("DATE_OF_BIRTH", span.replace(" - ", "/"))  # TAi.150 `1958 - 1964`
        remarks = names_in_field(alias.get("ALIAS_NAME"))[1]
        for text in (*remarks, alias.get("NOTE", "")):
            yield worded_date(text, _BORN)


def _birth_date(entry: _Entry, group: dict[str, str]) -> PartialDate | None:
    tag, note = "INDIVIDUAL_DATE_OF_BIRTH", group.get("NOTE", "")
    circa = "~" if group.get("TYPE_OF_DATE") == "APPROXIMATELY" or note.lower() == "approximately" else ""
    exact = group.get("DATE") or group.get("YEAR", "")
    if note and note.lower() != "approximately":
        entry.detail("note on the birth date", f"{exact} {note}".strip())
        # CDi.004 has a note `Nov. 1973` and no year, QDi.395 a year 1958 and a note `Sep.`
        told, warning = read_leniently(note if _YEAR.search(note) else f"{note} {exact}")
        if told and not warning and "DATE" not in group:
            return told
    try:
        if group.get("TYPE_OF_DATE") == "BETWEEN":
            return PartialDate.between(*(group.get(end, "") + circa for end in ("FROM_YEAR", "TO_YEAR")))
        if exact:
            return PartialDate(exact[:10] + circa)
    except InputError as error:
        entry.problem(tag, f"{error}; it is left out")
    # LYi.022 `30-35 years old`, QDi.306 `Between Aug. and Sep. 1977`
    year = _YEAR.search(note)
    return PartialDate(year[0]) if year and "Hijri" not in note else None


def _place(place: dict[str, str]) -> str:
    parts = (place.get(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY"))
    return _with_note(", ".join(part for part in parts if part), place.get("NOTE"))


def _with_note(text: str, note: str | None) -> str:
    return f"{text} ({note})" if text and note else text or note or ""


def _countries(entry: _Entry, places: list[dict[str, str]]) -> Iterator[Country]:
    for text in entry.values("NATIONALITY"):
        yield _country(text, CountryRole.NATIONALITY)
    for place in places:
        if text := place.get("COUNTRY", ""):
            yield _country(text, CountryRole.BIRTH)


def _country(text: str, role: CountryRole) -> Country:
    code = country_code(text)
    # `Bahrain (citizenship revoked in Jan. 2015)`
    says_more = code is None or re.search(r"\d|revoked|former", text)
    return Country(code, role, text if says_more else None)


def _genders(entry: _Entry, comments: str) -> Iterator[Gender]:
    if gender := _GENDERS.get(entry.text("GENDER").lower()):
        yield gender
    yield from genders(comments)


def _identifiers(entry: _Entry, comments: str) -> Iterator[Identifier]:
    for fields in entry.groups("INDIVIDUAL_DOCUMENT"):
        paper = document(fields)
        about = fields.get("TYPE_OF_DOCUMENT", "document")
        entry.detail(
            f"note on the {about.lower()} {paper.value if paper else ''}".strip(), fields.get("NOTE", "")
        )
        if paper:
            yield paper
        elif set(fields) - {"NOTE", "TYPE_OF_DOCUMENT"}:
            entry.detail("document", ", ".join(fields.values()))
    yield from identifiers(comments)


def _address(address: dict[str, str]) -> Address | None:
    street, city, region, postcode, country, note = (
        address.get(tag) for tag in ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
    )
    line = ", ".join(part for part in (street, city, region, postcode, country) if part)
    code = country_code(country) if country else None
    return Address(_with_note(line, note), street, city, region, postcode, code)


def _first(element: etree._Element, tag: str) -> str | None:
    return next((child.text for child in element if local_name(child) == tag), None)


def _unique(items: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<CONSOLIDATED_LIST[\s>/]", re.DOTALL
)
_ITEM: Final = re.compile(r"(?:^|\s)\(?[a-h]\)\s")
_BORN: Final = re.compile(r"\b(?:born|DP?OB:?)\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE}
_TAGS: Final = frozenset({
    "INDIVIDUAL", "ENTITY", "DATAID", "VERSIONNUM", "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME",
    "UN_LIST_TYPE", "REFERENCE_NUMBER", "LISTED_ON", "DELISTED_ON", "SUBMITTED_ON", "SUBMITTED_BY", "GENDER",
    "NAME_ORIGINAL_SCRIPT", "COMMENTS1", "TITLE", "DESIGNATION", "NATIONALITY", "LIST_TYPE",
    "LAST_DAY_UPDATED", "VALUE", "SORT_KEY", "SORT_KEY_LAST_MOD", "HAS_INTERPOL_LINK", "INTERPOL_LINK",
    "INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH",
    "COUNTRY_OF_BIRTH", "NOTE",
    "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS", "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY",
    "INDIVIDUAL_DATE_OF_BIRTH", "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR",
    "INDIVIDUAL_PLACE_OF_BIRTH",
    "INDIVIDUAL_DOCUMENT", "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY",
    "DATE_OF_ISSUE", "DATE_OF_EXPIRY", "CITY_OF_ISSUE", "COUNTRY_OF_ISSUE",
})  # fmt: skip
