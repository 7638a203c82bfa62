"""One target of Switzerland's list made a party.

A target has one or more identities, each with names in parts, and refers to sets of sanctions by number:

    <target ssid="64398"><sanctions-set-id>64391</sanctions-set-id>
      <individual sex="female"><identity ssid="64399" main="true"><name name-type="primary-name" ...>

Choices made:

* A programme is the number of its ordinance in the classified compilation of Swiss law where the title of
  the set gives it (`SR 946.231.176.72`), else the file's own key. Annexes of one ordinance differ, so an
  annex that means something of its own is named in the table of effects too (`946.231.176.72, annex 8`).
* A set whose title says what it is (`Financial measures, annex 2`, `Travel ban, annex 1`) has those effects.
* `foreign-identifier` is the UN's reference number, and makes the party the same as the UN's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from lxml import etree

from namesake.errors import InputError
from namesake.model.countries import country_code, country_name
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party, Relation
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    PartyId,
)
from namesake.sources.ch_names import names_of
from namesake.sources.programmes import designation, is_known
from namesake.sources.xmlstream import child_text, local_name, record_text

__all__ = ["LIST", "TAGS", "Place", "SanctionsSet", "Target", "is_delisted", "party_of"]

T = TypeVar("T")

LIST: Final = ListId("ch-seco")
"""Switzerland's list; its files carry no other."""

TAGS: Final = frozenset({
    "target", "sanctions-set-id", "foreign-identifier", "individual", "entity", "object", "identity", "name",
    "name-part", "value", "spelling-variant", "nationality", "country", "day-month-year", "place-of-birth",
    "identification-document", "number", "issuer", "date-of-issue", "expiry-date", "remark", "address",
    "address-details", "c-o", "p-o-box", "zip-code", "justification", "relation", "other-information",
    "modification", "profession",
})  # fmt: skip
"""The elements of a target that are read."""

_AUTHORITY: Final = "SECO"
_UN_LIST: Final = ListId("un-sc")


class SanctionsSet(NamedTuple):
    """What a target is under: the programme's key and name, and the title of the set, all in English."""

    key: str
    name: str
    title: str


class Place(NamedTuple):
    """A place that targets refer to; its country by code and as written."""

    location: str | None
    area: str | None
    code: str | None
    country: str | None

    @property
    def text(self) -> str:
        """`Tehran, Tehran Province, Iran`."""
        return ", ".join(part for part in (self.location, self.area, self.country) if part)


@dataclass(slots=True)
class Target:
    """One target on its way to a party."""

    element: etree._Element
    where: str
    number: str
    sets: dict[str, SanctionsSet]
    places: dict[str, Place]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, fact: str, message: str) -> None:
        """Note what could not be read of it."""
        self.problems.append(Problem(self.where, message, field=fact, record=self.number))

    def all(self, tag: str) -> Iterator[etree._Element]:
        """The elements `tag`, wherever in the target they stand."""
        return (element for element in self.element.iter() if local_name(element) == tag)

    def place(self, element: etree._Element) -> Place | None:
        """The place an element refers to; a problem when the file has no such place."""
        number = element.get("place-id")
        if number and number not in self.places:
            self.problem(local_name(element), f"the place {number} is not in the file; it is left out")
        return self.places.get(number or "")


def is_delisted(element: etree._Element) -> bool:
    """Whether the last thing that happened to a target is that it was delisted."""
    changes = [child for child in element if local_name(child) == "modification"]
    if all(map(_day_of, changes)):  # else they stand in the order in which they happened
        changes.sort(key=_day_of)
    return bool(changes) and changes[-1].get("modification-type") == "de-listed"


def _day_of(change: etree._Element) -> str:
    return change.get("effective-date") or change.get("publication-date") or ""


def party_of(target: Target) -> Party | None:
    """The party that a target describes; None when it has no name."""
    names = names_of(target.all("identity"))
    if not names:
        return None
    kind = _kind(target)
    return Party(
        id=PartyId(f"{LIST}:{target.number}"),
        list=LIST,
        kind=kind,
        names=names,
        designations=_unique(_designations(target, kind)),
        birth_dates=_unique(_birth_dates(target)) if kind in (Kind.PERSON, Kind.LEGAL_ENTITY) else (),
        birth_places=_unique(place.text for place in _birth_places(target)),
        countries=_unique(_countries(target)),
        genders=_unique(_GENDERS.get(one.get("sex", "")) for one in target.all("individual")),
        identifiers=_unique(_identifiers(target)),
        addresses=_unique(_address(target, one) for one in target.all("address")),
        positions=_unique(_line(one.text) for one in target.all("profession")),
        relations=_unique(_relations(target)),
        details=_unique(_details(target)),
        notes=_unique(_line(one.text) for one in target.all("other-information")),
        record=record_text(target.element),
    )


def _kind(target: Target) -> Kind:
    for child in target.element:
        tag = local_name(child)
        if tag == "object":
            kind = _OBJECTS.get(child.get("object-type") or "")
            if kind is None:
                target.problem("object", f"the type {child.get('object-type')!r} is not known")
            return kind or Kind.VESSEL
        if tag in _KINDS:
            return _KINDS[tag]
    target.problem("target", "it is neither individual, entity nor object; read as person or organisation")
    return Kind.LEGAL_ENTITY


def _designations(target: Target, kind: Kind) -> Iterator[Designation]:
    changes = [child for child in target.element if local_name(child) == "modification"]
    listed = _days(target, changes, "listed")
    reason = " ".join(_line(one.text) for one in target.all("justification")) or None
    for element in target.all("sanctions-set-id"):
        number = _line(element.text)
        known = target.sets.get(number)
        if known is None:
            target.problem("sanctions-set-id", f"the set of sanctions {number!r} is not in the file")
            known = SanctionsSet("", "", "")
        title = known.title.casefold()
        told = (effect for word, effects in _STATED if word in title for effect in effects)
        yield designation(
            _AUTHORITY,
            _programme(known),
            kind=kind,
            legal_basis=known.title or known.name or None,
            listed_on=min(listed, default=None),
            amended_on=tuple(sorted(set(_days(target, changes, "amended")))),
            reason=reason,
            effects=tuple(told),
        )


def _programme(known: SanctionsSet) -> str | None:
    found = _ORDINANCE.search(known.title) or _ORDINANCE.search(known.name)
    if not found:
        return known.key or None
    annex = _ANNEX.search(known.title)
    of_annex = f"{found[1]}, annex {annex[1]}" if annex else ""
    return of_annex if is_known(_AUTHORITY, of_annex) else found[1]


def _days(target: Target, changes: Iterable[etree._Element], type_: str) -> list[PartialDate]:
    found = []
    for change in changes:
        if change.get("modification-type") != type_:
            continue
        told = (change.get(name) for name in ("effective-date", "enactment-date", "publication-date"))
        if text := next((text for text in told if text), None):
            try:
                found.append(PartialDate(text[:10]))
            except InputError:
                target.problem("modification", f"{text!r} is no date; it is left out")
    return found


def _birth_dates(target: Target) -> Iterator[PartialDate]:
    for element in target.all("day-month-year"):
        year, month, day = (element.get(name) for name in ("year", "month", "day"))
        if element.get("calendar", "Gregorian") != "Gregorian":
            continue  # A detail tells it, in the calendar it is given in.
        try:
            if year:
                yield PartialDate.of(int(year), int(month) if month else None, int(day) if day else None)
        except (InputError, ValueError):
            told = "-".join(part for part in (year, month, day) if part)
            target.problem("day-month-year", f"{told!r} is no date; it is left out")


def _birth_places(target: Target) -> Iterator[Place]:
    return (place for one in target.all("place-of-birth") if (place := target.place(one)))


def _countries(target: Target) -> Iterator[Country]:
    for element in target.all("nationality"):
        for child in element:
            if local_name(child) == "country":
                iso, text = (child.get("iso-code") or "").lower(), _line(child.text)
                code = _code(iso, text)
                yield Country(code, CountryRole.NATIONALITY, None if code else text or iso)
    for place in _birth_places(target):
        if code := _code(place.code, place.country):
            yield Country(code, CountryRole.BIRTH)


def _code(iso: str | None, text: str | None) -> CountryCode | None:
    if iso and country_name(iso.lower()) != iso.upper():
        return CountryCode(iso.lower())
    return country_code(text) if text else None


def _identifiers(target: Target) -> Iterator[Identifier]:
    for paper in target.all("identification-document"):
        number, label = child_text(paper, "number"), paper.get("document-type") or ""
        if not number:
            continue
        issuer = next((child for child in paper if local_name(child) == "issuer"), None)
        country = None if issuer is None else _code(issuer.get("code"), _line(issuer.text))
        kind = next((type_ for word, type_ in _PAPERS if word in label.casefold()), IdentifierType.OTHER)
        issued, expires = (_paper_day(target, paper, tag) for tag in ("date-of-issue", "expiry-date"))
        yield Identifier(kind, number, country, issued, expires, label or None)
    for note in target.all("other-information"):
        for found in _IMO.finditer(note.text or ""):
            yield Identifier(IdentifierType.IMO, found[1])


def _paper_day(target: Target, paper: etree._Element, tag: str) -> PartialDate | None:
    for child in paper:
        if local_name(child) == tag:
            parts = [child.get(name) for name in ("year", "month", "day")]
            text = (child.text or "").strip()[:10] or "-".join(f"{part:0>2}" for part in parts if part)
            try:
                return PartialDate(text) if text else None
            except InputError:
                target.problem(tag, f"{text!r} is no date; it is left out")
    return None


def _address(target: Target, element: etree._Element) -> Address | None:
    place = target.place(element)
    details, box, postcode, care_of = (
        child_text(element, tag) for tag in ("address-details", "p-o-box", "zip-code", "c-o")
    )
    street = ", ".join(
        part
        for part in (f"c/o {care_of}" if care_of else "", details, f"P.O. Box {box}" if box else "")
        if part
    )
    city = place.location if place else None
    town = f"{postcode or ''} {city or ''}".strip()
    rest = (place.area, place.country) if place else ()
    line = ", ".join(" ".join(part.split()) for part in (street, town, *rest) if part)
    if not line:
        return None
    code = _code(place.code, place.country) if place else None
    return Address(line, street or None, city, place.area if place else None, postcode, code)


def _relations(target: Target) -> Iterator[Relation]:
    for element in target.all("foreign-identifier"):
        number = _line(element.text)
        if number:
            known = _UN_NUMBER.fullmatch(number)
            yield Relation("same as", number, PartyId(f"{_UN_LIST}:{number}") if known else None)
    for element in target.all("relation"):
        other = element.get("target-id") or ""
        type_ = (element.get("relation-type") or "related to").replace("-", " ")
        name = child_text(element, "remark") or other
        if other or name:
            yield Relation(type_, name, PartyId(f"{LIST}:{other}") if other else None)


def _details(target: Target) -> Iterator[Detail]:
    for element in target.all("day-month-year"):
        calendar = element.get("calendar", "Gregorian")
        if calendar != "Gregorian":
            told = "-".join(part for name in ("year", "month", "day") if (part := element.get(name)))
            yield Detail("birth date in another calendar", f"{told} {calendar}")


def _line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _unique(items: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


_KINDS: Final = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION}
_OBJECTS: Final = {"vessel": Kind.VESSEL, "aircraft": Kind.AIRPLANE}
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE}
_STATED: Final = (
    ("financial", (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)),
    ("travel", (Effect.TRAVEL_BAN,)),
)
_PAPERS: Final = (
    ("diplomatic-passport", IdentifierType.PASSPORT),
    ("passport", IdentifierType.PASSPORT),
    ("id-card", IdentifierType.NATIONAL_ID),
    ("identity", IdentifierType.NATIONAL_ID),
    ("driving", IdentifierType.DRIVING_LICENCE),
    ("driver", IdentifierType.DRIVING_LICENCE),
    ("residence", IdentifierType.RESIDENCE),
    ("tax", IdentifierType.TAX_ID),
    ("registration", IdentifierType.REGISTRATION),
)
_ORDINANCE: Final = re.compile(r"\bSR (946\.2\d{2}(?:\.[\d.]*\d)?)")
_ANNEX: Final = re.compile(r"\bannex (\d+\w?)", re.IGNORECASE)
_IMO: Final = re.compile(r"\bIMO\b[^\d]{0,12}(\d{7})\b")
_UN_NUMBER: Final = re.compile(r"[A-Z]{2}[ie]\.\d{3}")
