"""What OFAC says of one party, the same whichever of its files says it.

The XML names every fact by an element, the CSV packs most of them into one field of remarks; both
use the same words for them (`DOB`, `Cedula No.`, `Linked To`). A reader turns its file into `Fact`s
in those words, and `Entry` makes a `Party` of them, so that two files of one day agree.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice, takewhile
from typing import Final, NamedTuple, TypeVar

from namesake.errors import InputError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
)
from namesake.sources.ofac_labels import Meaning, Use, meaning_of
from namesake.sources.ofac_lists import Grounds, choose_list, designations
from namesake.sources.reading import Reading

__all__ = ["KINDS", "Entry", "Fact", "ofac_date", "start_reading"]

KINDS: Final = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANIZATION,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRPLANE,
}
"""What a party is, by OFAC's word for it in small letters."""

T = TypeVar("T")


class Fact(NamedTuple):
    """One labelled fact in OFAC's words, as the CSV would write it.

    Attributes:
        label: `DOB`, `nationality`, `Passport`, `Linked To`, ...
        value: what stands after it.
        country: the issuing country of an identifier, as published.
        issued: the day an identifier was issued, as published.
        expires: the day it expires.
    """

    label: str
    value: str
    country: str | None = None
    issued: str | None = None
    expires: str | None = None


@dataclass(slots=True)
class Entry:
    """One entry of an OFAC file while it is being read; its list is told later, from several of them.

    Attributes:
        number: OFAC's number for the party, the same in all its files.
        where: file and place, for problems.
        problems: what could not be read of it; none of them loses the party.
    """

    number: str
    where: str
    kind: Kind
    programmes: tuple[str, ...] = ()
    record: str = ""
    names: list[Name] = field(default_factory=list)
    birth_dates: list[PartialDate] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    genders: list[Gender] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add_fact(self, fact: Fact) -> None:
        """Keep `fact` where its label says it belongs; what can't be read becomes a note and a problem."""
        meaning = meaning_of(fact.label)
        label = fact.label.rstrip(": ")
        match meaning.use:
            case Use.IDENTIFIER:
                self._add_identifier(meaning, label, fact)
            case Use.COUNTRY:
                self._add_country(meaning, fact.value)
            case Use.CONTACT:
                self.contacts.append(Contact(meaning.type, fact.value))
            case Use.RELATION:
                self.relations.append(Relation(meaning.type, fact.value))
            case Use.DETAIL:
                self.details.append(Detail(label, fact.value))
            case Use.GENDER:
                self._add_gender(fact.value)
            case Use.BIRTH_DATE:
                self._add_birth_date(fact.value)
            case Use.BIRTH_PLACE:
                self._add_birth_place(fact.value)
            case Use.NOTE:
                self.add_note(f"{fact.label} {fact.value}")

    def add_note(self, text: str) -> None:
        """Keep what fits nowhere else; without a final period, which the CSV adds to some."""
        self.notes.append(text.removesuffix("."))

    def add_title(self, text: str) -> None:
        """Keep what OFAC calls the title: forms of address apart from positions."""
        for part in text.split(";"):
            title = _POSITION.sub("", part.strip())
            if title:
                (self.titles if title in _FORMS_OF_ADDRESS else self.positions).append(title)

    def add_address(
        self,
        street: str | None,
        city: str | None = None,
        *,
        region: str | None = None,
        postcode: str | None = None,
        country: str | None = None,
    ) -> None:
        """Keep an address; one without any part, as the CSV has for parties without address, is none."""
        place = " ".join(part for part in (_joined(city, region), postcode) if part)
        text = _joined(street, place, country)
        if text:
            code = country_code(country) if country else None
            self.addresses.append(Address(text, street, city, region, postcode, code))

    def add_problem(self, field_name: str, message: str) -> None:
        """Say that a field could not be read as it stands, though the party was."""
        self.problems.append(Problem(self.where, message, field=field_name, record=self.number))

    def grounds(self) -> Grounds:
        """Why it is on its list."""
        return Grounds(self.programmes, self.notes, self.details)

    def party(self, list_id: ListId) -> Party:
        """The party as an entry of the list `list_id`."""
        return Party(
            id=PartyId(f"{list_id}:{self.number}"),
            list=list_id,
            kind=self.kind,
            names=_unique(self.names),
            designations=designations(self.grounds(), list_id),
            birth_dates=_unique(self.birth_dates),
            birth_places=_unique(self.birth_places),
            countries=_unique(self.countries),
            genders=_unique(self.genders),
            identifiers=_unique(self.identifiers),
            addresses=_unique(self.addresses),
            contacts=_unique(self.contacts),
            titles=_unique(self.titles),
            positions=_unique(self.positions),
            relations=_unique(self.relations),
            details=_unique(self.details),
            notes=_unique(self.notes),
            record=self.record,
        )

    def _add_identifier(self, meaning: Meaning, label: str, fact: Fact) -> None:
        type_, value, country = meaning.identifier, fact.value, meaning.country
        if fact.country:
            country = country_code(fact.country)
            if country is None:
                self.add_problem("identifiers", f"{label} {value}: the country {fact.country!r} is not known")
        elif (found := _BRACKETED.fullmatch(value)) and (code := country_code(found[2])):
            value, country = found[1], code
        value = value.removeprefix("# ").removesuffix(".")
        if not _NUMBER.search(value):
            # `NIT # Provisional (Colombia)` identifies nobody.
            self.details.append(Detail(label, value))
            return
        if imo := _IMO.fullmatch(value):
            type_, value = IdentifierType.IMO, imo[1]
        elif type_ is IdentifierType.LEI and not _LEI.fullmatch(value):
            type_ = IdentifierType.REGISTRATION
        issued, expires = self._id_date(fact.issued, label), self._id_date(fact.expires, label)
        self.identifiers.append(Identifier(type_, value, country, issued, expires, meaning.short or label))

    def _id_date(self, text: str | None, label: str) -> PartialDate | None:
        date = ofac_date(text) if text else None
        if text and date is None:
            self.add_problem("identifiers", f"{label}: the date {text!r} can't be read and is left out")
        return date

    def _add_country(self, meaning: Meaning, text: str) -> None:
        code = country_code(text)
        # A former flag is a flag no longer: the code does not say that, so the words are kept.
        kept = f"{meaning.short} {text}" if meaning.short else None if code else text
        self.countries.append(Country(code, meaning.role, kept))

    def _add_gender(self, text: str) -> None:
        gender = _GENDERS.get(text.lower())
        self.genders.append(gender or Gender.OTHER)
        if gender is None:
            self.add_note(f"Gender {text}")

    def _add_birth_date(self, text: str) -> None:
        date = ofac_date(text)
        if date is None:
            self.add_note(f"DOB {text}")
            self.add_problem("birth_dates", f"the birth date {text!r} can't be read; it is kept as a note")
        else:
            self.birth_dates.append(date)

    def _add_birth_place(self, place: str) -> None:
        self.birth_places.append(place)
        # `Tehran, Iran`, but also `Pyongyang, Korea, North`.
        parts = place.split(", ")
        code = country_code(parts[-1]) or country_code(", ".join(parts[-2:]))
        if code:
            self.countries.append(Country(code, CountryRole.BIRTH))


def start_reading(
    entries: Iterator[Entry | Problem], *, name: str, file_format: str, as_list: ListId | None
) -> Reading:
    """A reading of the entries of the file `name`, once the first of them have told its list.

    Raises:
        ListError: it is not told, or not `as_list`: see `choose_list`.
    """
    first = list(islice(entries, _ENTRIES_TELLING))
    grounds = [entry.grounds() for entry in first if isinstance(entry, Entry)]
    reading = Reading(choose_list(grounds, name=name, as_list=as_list), file_format, iter(()))
    reading.records = _records(reading, chain(first, entries))
    return reading


def _records(reading: Reading, entries: Iterable[Entry | Problem]) -> Iterator[Party | Problem]:
    names: dict[str, str] = {}
    for entry in entries:
        reading.seen += 1
        if isinstance(entry, Problem):
            yield entry
        elif entry.number in names:
            # Whatever is known of a party hangs on its number. A trio of January 2022 that went through
            # other hands ends with a second 2677.
            yield Problem(
                entry.where,
                f"{entry.names[0].text!r} has the number {entry.number} of {names[entry.number]!r} before it "
                "and is not kept; look the number up in OFAC's own file",
                lost=True,
                record=entry.number,
            )
        else:
            names[entry.number] = entry.names[0].text
            yield entry.party(reading.list)
            yield from entry.problems


def ofac_date(text: str) -> PartialDate | None:
    """The date OFAC writes as `10 Dec 1948`, `Dec 1948`, `circa 1948` or `1958 to 1962`; None for none.

    >>> ofac_date("circa 1979-1982"), ofac_date("01 Jan 1980 to 31 Dec 1985")
    ('1979~/1982~', '1980-01-01/1985-12-31')
    """
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    circa, *ends = found.groups()
    try:
        return PartialDate("/".join(_point(end, circa=bool(circa)) for end in takewhile(bool, ends)))
    except (InputError, KeyError):
        return None


def _point(text: str, *, circa: bool) -> PartialDate:
    *rest, year = text.split()
    day = int(rest[0]) if len(rest) == 2 else None
    return PartialDate.of(int(year), _MONTHS[rest[-1][:3].lower()] if rest else None, day, circa=circa)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _unique(values: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


_ENTRIES_TELLING: Final = 300
_MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE}
_FORMS_OF_ADDRESS: Final = frozenset({
    "Ayatollah", "Doctor", "Dr", "Dr.", "Engineer", "Haji", "Hajji", "Hojjatoleslam", "Maulana", "Maulavi",
    "Maulawi", "Moulana", "Mufti", "Mulawi", "Mullah", "Professor", "Qari", "Shaykh", "Sheikh", "Ustad",
    "Ustadz",
})  # fmt: skip
_POSITION: Final = re.compile(r"(?:Alt\.? )?Position: ?|Alternate Title[,:] *")
_END: Final = r"((?:(?:\d{1,2} )?[A-Za-z]{3,9} )?\d{4})"
_DATE: Final = re.compile(rf"(circa )?{_END}(?:(?: to |\s*-\s*){_END})?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d|^[^a-z]+$")
# `1026303117642 (Russia)`, but not `7136946 (Delaware)` or `C234897(0)`.
_BRACKETED: Final = re.compile(r"(.+?) \(([^()]{4,}(?:\([^()]*\)[^()]*)?)\)")
_IMO: Final = re.compile(r"(?:IMO |\()(\d{7})\)?")
_LEI: Final = re.compile(r"[0-9A-Z]{18}\d\d")
