"""One record of the EU's list made a party.

Its facts are attributes: `<birthdate circa="false" year="1965" countryIso2Code="IQ" .../>`. Choices made:

* The EU marks no name as the primary one. It is the name entered first (lowest `logicalId`) of those that
  are in Latin script, in English or in no stated language, not of low quality and, for persons, given
  with a family name; from last to first these conditions give way.
* No `strong` attribute is false, but remarks say `low quality alias`: such a name is weak.
* A party is *listed on* its `designationDate`, or the date of listing in its `designationDetails`.
  Where there is neither, the list does not say: the regulations a record cites are the last to amend it.
  In the edition of May 2024 the earliest of them is later than the `designationDate` for a quarter of the
  parties that have one, and a date too late would hide a party on days when it was listed.
* The authority is the Council, for a regime is its decision, also where the Commission amends the annex
  (`organisationType="commission"`); `un` marks what the UN decided and no EU act has followed yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from lxml import etree
from msgspec.structs import replace

from namesake.errors import InputError
from namesake.model.countries import country_code, country_name
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Party, Relation
from namesake.model.scripts import script_of
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.programmes import designation
from namesake.sources.xmlstream import local_name, record_text

__all__ = ["LIST", "TAGS", "Entry", "party_of"]

T = TypeVar("T")

LIST: Final = ListId("eu-fsf")
"""The EU's list; its files carry no other."""

TAGS: Final = frozenset({
    "remark", "regulation", "subjectType", "nameAlias", "citizenship", "birthdate", "identification",
    "address",
})  # fmt: skip
"""The elements of a record that are read."""

_UN_LIST: Final = ListId("un-sc")
_AUTHORITY: Final = "Council of the European Union"
_UN: Final = "UN Security Council"
_KINDS: Final = {"P": Kind.PERSON, "E": Kind.ORGANIZATION}
_GENDERS: Final = {"M": Gender.MALE, "F": Gender.FEMALE}
_CONTACTS: Final = {"EMAIL": "e-mail", "PHONE": "telephone", "FAX": "fax", "WEB": "website"}
_IDENTIFIERS: Final = {
    "passport": IdentifierType.PASSPORT,
    "id": IdentifierType.NATIONAL_ID,
    "fiscalcode": IdentifierType.TAX_ID,
    "ssn": IdentifierType.SOCIAL_SECURITY,
    "regnumber": IdentifierType.REGISTRATION,
    "tradelic": IdentifierType.REGISTRATION,
    "imo": IdentifierType.IMO,
    "swiftbic": IdentifierType.BIC,
    "drivinglicence": IdentifierType.DRIVING_LICENCE,
    "birthcert": IdentifierType.BIRTH_CERTIFICATE,
    "residentperm": IdentifierType.RESIDENCE,
}


@dataclass(slots=True)
class Entry:
    """One entry on its way to a party."""

    element: etree._Element
    where: str
    number: str
    children: dict[str, list[etree._Element]] = field(init=False)
    problems: list[Problem] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children = {}
        for child in self.element:
            self.children.setdefault(local_name(child), []).append(child)

    def all(self, tag: str) -> list[etree._Element]:
        """The elements `tag` of the record."""
        return self.children.get(tag, [])

    def problem(self, fact: str, message: str) -> None:
        """Note what could not be read of it."""
        self.problems.append(Problem(self.where, message, field=fact, record=self.number))

    def detail(self, label: str, value: str) -> None:
        """Note a fact without a field of its own; nothing when there is no value."""
        if value:
            self.details.append(Detail(label, value))

    def date(self, element: etree._Element, attribute: str) -> PartialDate | None:
        """The day an attribute gives; a problem when it is there and none."""
        text = _text(element, attribute)
        try:
            return PartialDate(text[:10]) if text else None
        except InputError:
            self.problem(attribute, f"{text!r} is no date; it is left out")
            return None


def party_of(entry: Entry) -> Party | None:
    """The party that an entry describes; None when it has no name."""
    kind = _kind(entry)
    names = _names(entry, kind)
    if not names:
        return None
    aliases, births = entry.all("nameAlias"), entry.all("birthdate")
    entry.detail("designation details", _text(entry.element, "designationDetails"))
    for label, elements in (
        ("name", aliases),
        ("birth date", births),
        ("citizenship", entry.all("citizenship")),
    ):
        for element in elements:
            about = _text(element, "wholeName") if label == "name" else ""
            entry.detail(f"note on the {label} {about}".strip(), _remark(element))
    return Party(
        PartyId(f"{LIST}:{entry.number}"),
        LIST,
        kind,
        names,
        designations=tuple(_designations(entry, kind)),
        birth_dates=_unique(_birth_date(entry, element) for element in births),
        birth_places=_unique(_place(element) for element in births),
        countries=_unique(_countries(entry)),
        genders=_unique(_GENDERS.get(_text(alias, "gender")) for alias in aliases),
        identifiers=_unique(_identifier(entry, element) for element in entry.all("identification")),
        addresses=_unique(_address(element) for element in entry.all("address")),
        contacts=_unique(_contacts(entry)),
        titles=_unique(_text(alias, "title") for alias in aliases),
        positions=_unique(
            part.strip(" ,;") for alias in aliases for part in _ITEM.split(_text(alias, "function"))
        ),
        relations=_relations(entry),
        details=_unique(entry.details),
        notes=_unique(_one_line(remark.text) for remark in entry.all("remark")),
        record=record_text(entry.element),
    )


def _kind(entry: Entry) -> Kind:
    for subject in entry.all("subjectType"):
        if kind := _KINDS.get(_text(subject, "classificationCode")):
            return kind
    entry.problem("subjectType", "it says neither person nor enterprise; read as person or organisation")
    return Kind.LEGAL_ENTITY


def _names(entry: Entry, kind: Kind) -> tuple[Name, ...]:
    ranked: list[tuple[tuple[bool | int, ...], Name]] = []
    for alias in entry.all("nameAlias"):
        name = _name(alias)
        if name.text:
            language_matters = name.language not in (None, "en")
            nameless = kind is Kind.PERSON and name.family is None
            number = _text(alias, "logicalId")
            entered = int(number) if number.isdecimal() else 0
            unfit = (
                name.quality is not Quality.STRONG,
                script_of(name.text) != "Latn",
                language_matters,
                nameless,
                entered,
            )
            ranked.append((unfit, name))
    if not ranked:
        return ()
    _, primary = min(ranked, key=lambda pair: pair[0])
    names = [primary, *(name for _, name in ranked)]
    names += [Name(hit[1]) for paper in entry.all("identification") if (hit := _name_on(paper))]
    first, *others = _merged(names)
    return (replace(first, quality=Quality.PRIMARY), *others)


def _name(alias: etree._Element) -> Name:
    given = " ".join(part for tag in ("firstName", "middleName") if (part := _text(alias, tag)))
    remark = _remark(alias)
    quality = Quality.STRONG
    if _FORMER.match(remark):
        quality = Quality.FORMER
    if _text(alias, "strong") == "false" or _WEAK.match(remark):
        quality = Quality.WEAK
    family = _text(alias, "lastName")
    whole = _text(alias, "wholeName") or " ".join(part for part in (given, family) if part)
    return Name(whole, quality, _text(alias, "nameLanguage").lower() or None, given or None, family or None)


def _merged(names: Iterable[Name]) -> Iterator[Name]:
    """Each text once, at its best quality; its language only where it is the only one."""
    by_text: dict[str, list[Name]] = {}
    for name in names:
        by_text.setdefault(name.text, []).append(name)
    for alike in by_text.values():
        best = min(alike, key=lambda name: (_RANKS.index(name.quality), name.family is None))
        languages = {name.language for name in alike}
        yield replace(best, language=languages.pop() if len(languages) == 1 else None)


def _name_on(paper: etree._Element) -> re.Match[str] | None:
    return _ON_DOCUMENT.fullmatch(_text(paper, "nameOnDocument"))


def _designations(entry: Entry, kind: Kind) -> Iterator[Designation]:
    listed = entry.date(entry.element, "designationDate") or _told_date(
        _text(entry.element, "designationDetails")
    )
    for act in entry.all("regulation"):
        published = entry.date(act, "publicationDate")
        is_amendment = _text(act, "regulationType") == "amendment"
        organisation = _text(act, "organisationType")
        title = _text(act, "numberTitle")
        yield designation(
            _UN if organisation == "un" else _AUTHORITY,
            _text(act, "programme") or None,
            kind=kind,
            legal_basis=f"{'UN' if organisation == 'un' else 'EU'} {title}" if title else None,
            listed_on=listed,
            amended_on=(published,) if published and is_amendment else (),
            delisted_on=entry.date(entry.element, "delistingDate"),
            url=next((_one_line(child.text) for child in act if local_name(child) == "publicationUrl"), None),
        )


def _told_date(text: str) -> PartialDate | None:
    """`date of listing: 23.6.2008`."""
    found = _LISTING.search(text)
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return PartialDate.of(year, month, day)
    except InputError:
        return None


def _birth_date(entry: Entry, birth: etree._Element) -> PartialDate | None:
    circa = "~" if _text(birth, "circa") == "true" else ""
    day, year, month = (_text(birth, tag) for tag in ("birthdate", "year", "monthOfYear"))
    first, last = _text(birth, "yearRangeFrom"), _text(birth, "yearRangeTo")
    if _text(birth, "calendarType") != "GREGORIAN" and not day:
        # `calendarType="ISLAMIC" city="Farsan" year="1343"`: is it the Persian or the lunar calendar?
        told = "-".join(part for part in (year, month, _text(birth, "dayOfMonth")) if part)
        entry.detail("birth date in another calendar", f"{told} {_text(birth, 'calendarType')}".strip())
        return None
    try:
        if day:
            return PartialDate(day[:10] + circa)
        if year:
            return PartialDate(year + (f"-{int(month):02d}" if month else "") + circa)
        if first and last:
            return PartialDate.between(first + circa, last + circa)
        return PartialDate((first or last) + "~") if first or last else None
    except (InputError, ValueError) as error:
        entry.problem("birthdate", f"{error}; it is left out")
        return None


def _place(birth: etree._Element) -> str:
    parts = (_text(birth, tag) for tag in ("city", "place", "region"))
    return ", ".join(part for part in (*parts, _country_text(birth)) if part)


def _countries(entry: Entry) -> Iterator[Country]:
    for tag, role in (("citizenship", CountryRole.CITIZENSHIP), ("birthdate", CountryRole.BIRTH)):
        for element in entry.all(tag):
            code, text = _country(element), _country_text(element)
            if code or text:
                yield Country(code, role, None if code else text)


def _country(element: etree._Element) -> CountryCode | None:
    iso = _text(element, "countryIso2Code").lower()
    # `00` is no country; of `CS` only the description says whether it was Serbia and Montenegro.
    is_known = country_name(iso) != iso.upper()
    return CountryCode(iso) if is_known else country_code(_country_text(element))


def _country_text(element: etree._Element) -> str:
    """`countryIso2Code="00" countryDescription="UNKNOWN"` says nothing."""
    return "" if _text(element, "countryIso2Code") == "00" else _text(element, "countryDescription")


def _identifier(entry: Entry, paper: etree._Element) -> Identifier | None:
    number = _text(paper, "number") or _text(paper, "latinNumber")
    description, remark = _text(paper, "identificationTypeDescription"), _remark(paper)
    about = f"{description} {number}".strip()
    told = (words for flag, words in _FLAGS.items() if _text(paper, flag) == "true")
    issuer = ", ".join(part for tag in ("issuedBy", "region") if (part := _text(paper, tag)))
    for note in (*told, f"issued by {issuer}" if issuer else "", remark):
        entry.detail(f"note on the {about}", note)
    if not number:
        return None
    kind = _IDENTIFIERS.get(_text(paper, "identificationTypeCode"), IdentifierType.OTHER)
    if kind is IdentifierType.OTHER:
        kind = next((known for known, sign in _SIGNS.items() if sign.search(remark)), kind)
    issued = entry.date(paper, "issueDate") or entry.date(paper, "validFrom")
    return Identifier(
        kind, number, _country(paper), issued, entry.date(paper, "validTo"), description or None
    )


def _address(address: etree._Element) -> Address | None:
    street, place, city, region, postcode, box = (
        _text(address, tag) for tag in ("street", "place", "city", "region", "zipCode", "poBox")
    )
    if box[:1].isdigit():
        box = f"P.O. Box {box}"
    street = ", ".join(part for part in (street, box, place) if part)
    remark = _remark(address)
    parts = (street, f"{postcode} {city}".strip(), region, _country_text(address))
    line = ", ".join(part for part in parts if part)
    if _text(address, "asAtListingTime") == "true":
        remark = f"as at the time of listing; {remark}".strip("; ")
    text = f"{line} ({remark})" if line and remark else line or remark
    code = _country(address)
    return (
        Address(text, street or None, city or None, region or None, postcode or None, code) if text else None
    )


def _contacts(entry: Entry) -> Iterator[Contact]:
    for address in entry.all("address"):
        for child in address:
            if local_name(child) == "contactInfo":
                key, value = _text(child, "key"), _text(child, "value")
                for one in _SEVERAL.split(value) if key in ("EMAIL", "WEB") else (value,):
                    if one.strip(" ."):
                        yield Contact(_CONTACTS.get(key, key.lower()), one.strip(" ."))


def _relations(entry: Entry) -> tuple[Relation, ...]:
    number = _text(entry.element, "unitedNationId")
    return (Relation("same as", number, PartyId(f"{_UN_LIST}:{number}")),) if number else ()


def _remark(element: etree._Element) -> str:
    return " ".join(_one_line(child.text) for child in element if local_name(child) == "remark")


def _text(element: etree._Element, attribute: str) -> str:
    return _one_line(element.get(attribute))


def _one_line(text: str | None) -> str:
    return " ".join(text.split()) if text else ""


def _unique(items: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


_RANKS: Final = (Quality.STRONG, Quality.FORMER, Quality.WEAK)
_WEAK: Final = re.compile(r"low[ -]quality", re.IGNORECASE)
_FORMER: Final = re.compile(r"\(?(?:former name|previous name|formerly known as\W*$)", re.IGNORECASE)
_ON_DOCUMENT: Final = re.compile(r"\(name on doc\. '([^()\d]+)'\)")
_LISTING: Final = re.compile(r"date of listing:? (\d{1,2})\.(\d{1,2})\.(\d{4})", re.IGNORECASE)
_ITEM: Final = re.compile(r"(?:^|\s)\(?[a-h]\)\s")
_SEVERAL: Final = re.compile(r"\s*[;,]\s*|\s+and\s+")
_SIGNS: Final = {
    IdentifierType.TAX_ID: re.compile(r"\b(?:tax|TIN|INN|VAT|fiscal)\b", re.IGNORECASE),
    IdentifierType.REGISTRATION: re.compile(
        r"\b(?:OGRN|registration|company (?:id|number))\b", re.IGNORECASE
    ),
}
_FLAGS: Final = {
    "diplomatic": "diplomatic",
    "knownExpired": "known to have expired",
    "knownFalse": "known to be false",
    "reportedLost": "reported lost",
    "revokedByIssuer": "revoked by its issuer",
}
