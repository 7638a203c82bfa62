"""What OFAC says of one party, the same whichever of its files says it.

The XML files name every fact by an element, the CSV packs most of them into one field of remarks; all
use the same words for them (`DOB`, `Cedula No.`, `Linked To`). A reader turns its file into `Fact`s
in those words, and `Entry` makes a `Party` of them, so that two files of one day agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Final, NamedTuple, TypeVar

from msgspec.structs import replace

from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import FactKind, Party, Relation
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
    Quality,
)
from namesake.sources.ofac_dates import ofac_date
from namesake.sources.ofac_decisions import Listing, legal_bases
from namesake.sources.ofac_labels import Meaning, Use, meaning_of
from namesake.sources.ofac_lists import CONSOLIDATED, SDN, Grounds, choose_list, designations
from namesake.sources.programmes import unreviewed
from namesake.sources.reading import Reading

__all__ = [
    "KINDS",
    "LEAVES_OUT",
    "Entry",
    "Fact",
    "Tie",
    "alias_quality",
    "name_of",
    "put_primary_first",
    "start_reading",
]

KINDS: Final = {
    "individual": Kind.PERSON,
    "entity": Kind.ORGANIZATION,
    "vessel": Kind.VESSEL,
    "aircraft": Kind.AIRPLANE,
}
"""What a party is, by OFAC's word for it in small letters."""

LEAVES_OUT: Final = (FactKind.ORIGINAL_SCRIPT, FactKind.LISTING_DATES)
"""What SDN.XML and the CSV do not give, or only for directives, and ADVANCED and ENHANCED do."""

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


class Tie(NamedTuple):
    """A relation to a party that the file names by OFAC's number.

    Attributes:
        relation: without the other's id, as its list is not told yet.
        number: the other party's.
        here: whether it is in the same file; if not, it is on the other of OFAC's two lists.
    """

    relation: Relation
    number: str
    here: bool

    def of(self, list_id: ListId) -> Relation:
        """The relation of a party on the list `list_id`, with the other's id."""
        home = list_id if self.here else SDN if list_id == CONSOLIDATED else CONSOLIDATED
        return replace(self.relation, party=PartyId(f"{home}:{self.number}"))


@dataclass(slots=True)
class Entry:
    """One entry of an OFAC file while it is being read; its list is told later, from several of them.

    Attributes:
        number: OFAC's number for the party, the same in all its files.
        where: file and place, for problems.
        listings, authorities: as in `Grounds`.
        problems: what could not be read of it; none of them loses the party.
    """

    number: str
    where: str
    kind: Kind
    programmes: tuple[str, ...] = ()
    listings: Sequence[Listing] | None = None
    authorities: Sequence[str] = ()
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
    ties: list[Tie] = field(default_factory=list)
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

    def add_address_parts(self, parts: Mapping[str, str], country: str | None) -> None:
        """Keep an address of which ADVANCED or ENHANCED gives the parts by type (`ADDRESS1`, `CITY`)."""
        country = country if country != "undetermined" else None
        region = parts.get("REGION")
        if region and not country:
            # As SDN.XML has it: `<country>Region: Gaza</country>`.
            country, region = f"Region: {region}", None
        self.add_address(
            _joined(*(parts.get(f"ADDRESS{number}") for number in (1, 2, 3))) or None,
            parts.get("CITY"),
            region=_joined(parts.get("STATE/PROVINCE"), region) or None,
            postcode=parts.get("POSTAL CODE"),
            country=country,
        )

    def add_feature(self, label: str, value: str) -> None:
        """Keep what ADVANCED or ENHANCED call a feature; some are the position a person holds."""
        if label == "Title":
            self.add_title(value)
        else:
            self.add_fact(Fact(label, value))

    def add_remark_on(self, fact: str, **said: str | None) -> None:
        """Keep what the file says about one fact: who issued a number, how reliable or how close it is."""
        for what, text in said.items():
            if text and text not in _UNREMARKABLE:
                self.details.append(Detail(fact, text if what == "note" else f"{what} {text}"))

    def add_problem(self, field_name: str, message: str) -> None:
        """Say that a field could not be read as it stands, though the party was."""
        self.problems.append(Problem(self.where, message, field=field_name, record=self.number))

    def grounds(self) -> Grounds:
        """Why it is on its list."""
        return Grounds(self.programmes, self.notes, self.details, self.listings, self.authorities)

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
            relations=_unique([*self.relations, *(tie.of(list_id) for tie in self.ties)]),
            details=_unique([*self.details, *self._details_of_listing()]),
            notes=_unique(self.notes),
            record=self.record,
        )

    def _details_of_listing(self) -> Iterator[Detail]:
        for listing in self.listings or ():
            if listing.since:
                yield Detail(f"Listing Date ({listing.list})", listing.since.isoformat())
        for text in legal_bases(self.programmes, self.authorities)[1]:
            yield Detail("Legal Authority", text)

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


def name_of(family: str | None, given: str | None, quality: Quality) -> Name:
    """`SOLEIMANI, Qasem`, as the CSV writes it too; without text when there are neither."""
    if family and given:
        return Name(f"{family}, {given}", quality, given=given, family=family)
    return Name(family or given or "", quality)


def alias_quality(alias_type: str, *, weak: bool) -> Quality:
    """The quality of an alias of OFAC's type `a.k.a.`, `f.k.a.` or `n.k.a.`, in whatever case."""
    if weak:
        return Quality.WEAK
    return Quality.FORMER if alias_type.casefold() == "f.k.a." else Quality.STRONG


def put_primary_first(entry: Entry) -> None:
    """Make the first name marked primary the first and only primary one.

    A file that marks none, or several, has a problem; what else calls itself primary is a strong alias.
    """
    marked = [name for name in entry.names if name.quality is Quality.PRIMARY]
    if len(marked) != 1:
        entry.add_problem(
            "names", f"{len(marked)} of its names are marked primary; the first is taken as the primary one"
        )
    first = marked[0] if marked else entry.names[0]
    others = [name for name in entry.names if name is not first]
    entry.names = [
        replace(first, quality=Quality.PRIMARY),
        *(replace(name, quality=Quality.STRONG) if name in marked else name for name in others),
    ]


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
    reading.records = unreviewed(_records(reading, chain(first, entries)), name)
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


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _unique(values: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


_ENTRIES_TELLING: Final = 300
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE}
_UNREMARKABLE: Final = frozenset({"Confirmed", "Unknown", "Valid"})
_FORMS_OF_ADDRESS: Final = frozenset({
    "Ayatollah", "Doctor", "Dr", "Dr.", "Engineer", "Haji", "Hajji", "Hojjatoleslam", "Maulana", "Maulavi",
    "Maulawi", "Moulana", "Mufti", "Mulawi", "Mullah", "Professor", "Qari", "Shaykh", "Sheikh", "Ustad",
    "Ustadz",
})  # fmt: skip
_POSITION: Final = re.compile(r"(?:Alt\.? )?Position: ?|Alternate Title[,:] *")
_NUMBER: Final = re.compile(r"\d|^[^a-z]+$")
# `1026303117642 (Russia)`, but not `7136946 (Delaware)` or `C234897(0)`.
_BRACKETED: Final = re.compile(r"(.+?) \(([^()]{4,}(?:\([^()]*\)[^()]*)?)\)")
_IMO: Final = re.compile(r"(?:IMO |\()(\d{7})\)?")
_LEI: Final = re.compile(r"[0-9A-Z]{18}\d\d")
