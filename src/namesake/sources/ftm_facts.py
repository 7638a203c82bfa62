"""What FollowTheMoney entities say of one party: its own properties and those of the entities around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

import msgspec

from namesake.model.countries import country_code
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party, Relation
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

__all__ = ["EDGES", "LINKS", "Entity", "Surroundings", "party_of", "primary_name"]

T = TypeVar("T")


class Entity(msgspec.Struct, frozen=True):
    """One line: what all its properties are lists of texts in, references to other entities included."""

    id: str
    schema: str
    properties: dict[str, list[str]] = {}
    caption: str = ""
    datasets: list[str] = []
    referents: list[str] = []
    target: bool | None = None

    def values(self, name: str) -> list[str]:
        """The values of a property, without blanks and repetitions."""
        return list(dict.fromkeys(text for value in self.properties.get(name, ()) if (text := value.strip())))

    def first(self, *names: str) -> str | None:
        """The first value of the first of these properties that has one."""
        return next((value for name in names for value in self.values(name)), None)

    @property
    def label(self) -> str:
        """What to call it."""
        return self.caption.strip() or self.first("name", "alias", "full", "publicKey") or self.id


class Surroundings(NamedTuple):
    """What there is around a party.

    Attributes:
        around: the entities that point to it or that it points to, in the order of the file.
        captions: what to call those that relations lead to, by id.
    """

    around: list[Entity]
    captions: dict[str, str]


EDGES: Final = {
    "Associate": ("person", "associate", "associate of", "associate of"),
    "Control": ("controller", "controlled", "controls", "controlled by"),
    "Debt": ("debtor", "creditor", "debtor of", "creditor of"),
    "Directorship": ("director", "organization", "director of", "directed by"),
    "Employment": ("employee", "employer", "employee of", "employer of"),
    "Family": ("person", "relative", "family of", "family of"),
    "Membership": ("member", "organization", "member of", "has member"),
    "Occupancy": ("holder", "post", "holds office", "held by"),
    "Ownership": ("owner", "asset", "owner of", "owned by"),
    "Payment": ("payer", "beneficiary", "paid", "paid by"),
    "Representation": ("agent", "client", "agent of", "represented by"),
    "Succession": ("predecessor", "successor", "predecessor of", "successor of"),
    "UnknownLink": ("subject", "object", "linked to", "linked to"),
}
"""Schemata that tie two entities: their two properties, and what each end is to the other."""

LINKS: Final = {
    "holder": "held by",
    "issuer": "issued by",
    "operator": "operated by",
    "owner": "owned by",
    "parent": "subsidiary of",
}
"""A party's own properties that lead to another, and what it is to that one."""


def primary_name(entity: Entity) -> str | None:
    """The name a party is called by; None when it has none of any kind."""
    parts = [part for name in ("firstName", "middleName", "lastName") for part in entity.values(name)[:1]]
    texts = (
        entity.caption.strip(),
        *(text for name in _NAMES for text in entity.values(name)),
        " ".join(parts),
        entity.first("publicKey"),
    )
    # OpenSanctions gives what has no name its id as caption.
    return next((text for text in texts if text and text != entity.id), None)


def party_of(
    entity: Entity, surroundings: Surroundings, *, list_id: ListId, where: str, record: str
) -> Iterator[Party | Problem]:
    """The party that an entity and those around it describe, after the problems met in reading it."""
    one = _Fold(entity, surroundings, where)
    kind = Kind(entity.schema)
    party = Party(
        id=PartyId(entity.id),
        list=list_id,
        kind=kind,
        names=_names(entity),
        designations=_unique(_designations(one, kind, list_id)),
        birth_dates=one.dates(entity, "birthDate"),
        birth_places=tuple(entity.values("birthPlace")),
        death_dates=one.dates(entity, "deathDate"),
        countries=_unique(_countries(entity)),
        genders=_unique(_genders(one)),
        identifiers=_unique(_identifiers(one)),
        addresses=_unique(_addresses(one)),
        contacts=tuple(
            Contact(type, value) for name, type in _CONTACTS.items() for value in entity.values(name)
        ),
        titles=tuple(entity.values("title")),
        positions=tuple(entity.values("position")),
        relations=_unique(_relations(one)),
        details=tuple(_details(entity)),
        notes=tuple(note for name in _NOTES for note in entity.values(name)),
        record=record,
    )
    yield from one.problems
    yield party


@dataclass(slots=True)
class _Fold:
    """A party's entities while they are being folded into one."""

    entity: Entity
    surroundings: Surroundings
    where: str
    problems: list[Problem] = field(default_factory=list)

    def pointing(self, *schemata: str, by: str) -> Iterator[Entity]:
        """Entities of these schemata around the party that point to it by a property."""
        for other in self.surroundings.around:
            if other.schema in schemata and self.entity.id in other.values(by):
                yield other

    def caption(self, id: str) -> str:
        return self.surroundings.captions.get(id, id)

    def dates(self, source: Entity, name: str) -> tuple[PartialDate, ...]:
        read = []
        for text in source.values(name):
            date, warning = read_leniently(text)
            if warning:
                self.problems.append(
                    Problem(self.where, f"{source.schema} {warning}", field=name, record=self.entity.id)
                )
            if date:
                read.append(date)
        return tuple(sorted(set(read)))


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


def _names(entity: Entity) -> tuple[Name, ...]:
    names = {text: quality for name, quality in reversed(_NAMES.items()) for text in entity.values(name)}
    primary = primary_name(entity) or entity.id
    given, family = entity.values("firstName"), entity.values("lastName")
    names.pop(primary, None)
    apart = len(given) == len(family) == 1 and {given[0], family[0]} <= set(primary.replace(",", "").split())
    first = Name(
        primary, Quality.PRIMARY, given=given[0] if apart else None, family=family[0] if apart else None
    )
    return (
        first,
        *(Name(text, names[text]) for name in _NAMES for text in entity.values(name) if text in names),
    )


def _designations(one: _Fold, kind: Kind, list_id: ListId) -> Iterator[Designation]:
    for sanction in one.pointing("Sanction", by="entity"):
        listed = one.dates(sanction, "listingDate") or one.dates(sanction, "startDate")
        delisted = one.dates(sanction, "endDate")
        stated = " ".join(sanction.values("provisions")).lower()
        programmes = sanction.values("program") or sanction.values("programId")
        for programme in programmes or (None,):
            yield designation(
                sanction.first("authority", "publisher") or list_id,
                programme,
                kind=kind,
                listed_on=listed[0] if listed else None,
                delisted_on=delisted[-1] if delisted else None,
                reason="\n".join(sanction.values("reason")) or None,
                effects=tuple(effect for words, effect in _PROVISIONS.items() if words in stated),
                url=sanction.first("sourceUrl", "programUrl"),
            )


def _countries(entity: Entity) -> Iterator[Country]:
    for name, role in _COUNTRIES.items():
        for text in entity.values(name):
            code = country_code(text)
            yield Country(code, role, None if code == text.lower() else text)


def _genders(one: _Fold) -> Iterator[Gender]:
    for text in one.entity.values("gender"):
        try:
            yield Gender(text.lower())
        except ValueError:
            message = f"{text!r} is no gender; it stays in the record only"
            one.problems.append(Problem(one.where, message, field="gender", record=one.entity.id))


def _identifiers(one: _Fold) -> Iterator[Identifier]:
    entity = one.entity
    documents = [
        (paper, number)
        for paper in one.pointing("Identification", "Passport", by="holder")
        for number in _unique([*paper.values("number"), *paper.values("passportNumber")])
    ]
    shown = {number for _, number in documents}
    for paper, number in documents:
        issued, expires = one.dates(paper, "startDate"), one.dates(paper, "endDate")
        label = paper.first("type")
        yield Identifier(
            IdentifierType.PASSPORT if paper.schema == "Passport" else _type_of(label),
            number,
            _code(paper.first("country")),
            issued[0] if issued else None,
            expires[-1] if expires else None,
            label,
        )
    for name, (type, label) in _IDENTIFIERS.items():
        if name == "registrationNumber" and entity.schema == "Airplane":
            type = IdentifierType.AIRCRAFT_TAIL
        # OpenSanctions repeats on the party the numbers of its papers, without issuer and dates.
        yield from (
            Identifier(type, value, label=label) for value in entity.values(name) if value not in shown
        )
    for wallet in (entity, *one.pointing("CryptoWallet", by="holder")):
        for key in _unique([*wallet.values("publicKey"), *wallet.values("cryptoAddress")]):
            yield Identifier(IdentifierType.WALLET, key, label=wallet.first("currency", "currencySymbol"))


def _type_of(label: str | None) -> IdentifierType:
    words = (label or "").lower()
    return next((type for word, type in _PAPERS.items() if word in words), IdentifierType.OTHER)


def _code(text: str | None) -> CountryCode | None:
    return country_code(text) if text else None


def _addresses(one: _Fold) -> Iterator[Address]:
    pointed = set(one.entity.values("addressEntity"))
    for place in one.surroundings.around:
        if place.id in pointed and place.schema == "Address":
            country = place.first("country")
            parts = (place.first(name) for name in ("street", "postalCode", "city", "region", "state"))
            text = place.first("full") or ", ".join(part for part in parts if part) or country
            if text:
                yield Address(
                    text,
                    street=place.first("street"),
                    city=place.first("city"),
                    region=place.first("region", "state"),
                    postcode=place.first("postalCode"),
                    country=_code(country),
                )
    yield from (Address(text) for text in one.entity.values("address"))


def _relations(one: _Fold) -> Iterator[Relation]:
    own = one.entity.id
    for edge in one.surroundings.around:
        if edge.schema not in EDGES:
            continue
        source, target, is_to_target, is_to_source = EDGES[edge.schema]
        for here, there, words in ((source, target, is_to_target), (target, source, is_to_source)):
            if own in edge.values(here):
                role = edge.first("role", "relationship")
                type = f"{words} ({role.lower()})" if role else words
                yield from (
                    Relation(type, one.caption(id), PartyId(id)) for id in edge.values(there) if id != own
                )
    for name, words in LINKS.items():
        yield from (Relation(words, one.caption(id), PartyId(id)) for id in one.entity.values(name))


def _details(entity: Entity) -> Iterator[Detail]:
    for name in sorted(entity.properties):
        if name not in _HAVE_A_FIELD:
            yield from (Detail(name, value) for value in entity.values(name))


_NAMES: Final = {
    "name": Quality.STRONG,
    "alias": Quality.STRONG,
    "abbreviation": Quality.STRONG,
    "previousName": Quality.FORMER,
    "weakAlias": Quality.WEAK,
}
_COUNTRIES: Final = {
    "nationality": CountryRole.NATIONALITY,
    "citizenship": CountryRole.CITIZENSHIP,
    "birthCountry": CountryRole.BIRTH,
    "jurisdiction": CountryRole.REGISTRATION,
    "flag": CountryRole.FLAG,
    "mainCountry": CountryRole.OTHER,
    "country": CountryRole.OTHER,
}
_IDENTIFIERS: Final[dict[str, tuple[IdentifierType, str | None]]] = {
    "passportNumber": (IdentifierType.PASSPORT, None),
    "idNumber": (IdentifierType.NATIONAL_ID, None),
    "socialSecurityNumber": (IdentifierType.SOCIAL_SECURITY, None),
    "taxNumber": (IdentifierType.TAX_ID, None),
    "innCode": (IdentifierType.TAX_ID, "INN"),
    "vatCode": (IdentifierType.TAX_ID, "VAT"),
    "registrationNumber": (IdentifierType.REGISTRATION, None),
    "ogrnCode": (IdentifierType.REGISTRATION, "OGRN"),
    "uscCode": (IdentifierType.REGISTRATION, "USCC"),
    "okpoCode": (IdentifierType.REGISTRATION, "OKPO"),
    "uniqueEntityId": (IdentifierType.REGISTRATION, "UEI"),
    "leiCode": (IdentifierType.LEI, None),
    "swiftBic": (IdentifierType.BIC, None),
    "dunsCode": (IdentifierType.DUNS, None),
    "isin": (IdentifierType.ISIN, None),
    "isinCode": (IdentifierType.ISIN, None),
    "ticker": (IdentifierType.TICKER, None),
    "imoNumber": (IdentifierType.IMO, None),
    "mmsi": (IdentifierType.MMSI, None),
    "callSign": (IdentifierType.CALL_SIGN, None),
    "serialNumber": (IdentifierType.AIRCRAFT_SERIAL, None),
    "wikidataId": (IdentifierType.WIKIDATA, None),
    "kppCode": (IdentifierType.OTHER, "KPP"),
    "bikCode": (IdentifierType.OTHER, "BIK"),
    "permId": (IdentifierType.OTHER, "PermID"),
    "cageCode": (IdentifierType.OTHER, "CAGE"),
    "npiCode": (IdentifierType.OTHER, "NPI"),
    "licenseNumber": (IdentifierType.OTHER, "licence"),
    "icaoCode": (IdentifierType.OTHER, "ICAO"),
    "figiCode": (IdentifierType.OTHER, "FIGI"),
}
_PAPERS: Final = {
    "passport": IdentifierType.PASSPORT,
    "driv": IdentifierType.DRIVING_LICENCE,
    "tax": IdentifierType.TAX_ID,
    "social": IdentifierType.SOCIAL_SECURITY,
    "residen": IdentifierType.RESIDENCE,
    "birth": IdentifierType.BIRTH_CERTIFICATE,
    "registration": IdentifierType.REGISTRATION,
    "national": IdentifierType.NATIONAL_ID,
    "identity": IdentifierType.NATIONAL_ID,
    "identification": IdentifierType.NATIONAL_ID,
}
_CONTACTS: Final = {"website": "website", "email": "e-mail", "phone": "telephone"}
_NOTES: Final = ("notes", "summary", "description")
_PROVISIONS: Final = {
    "freez": Effect.ASSET_FREEZE,
    "travel ban": Effect.TRAVEL_BAN,
    "arms embargo": Effect.ARMS_EMBARGO,
}
# Parts of names stand in the whole ones; addresses of pages and times of retrieval are no facts of a party.
_ELSEWHERE: Final = """
    firstName secondName middleName lastName birthDate birthPlace deathDate gender address addressEntity title
    position publicKey cryptoAddress cryptoWallets proof sourceUrl publisher publisherUrl alephUrl
    wikipediaUrl modifiedAt createdAt retrievedAt indexText
"""
_HAVE_A_FIELD: Final = frozenset(_ELSEWHERE.split()).union(
    _NAMES, _COUNTRIES, _IDENTIFIERS, _CONTACTS, _NOTES, LINKS
)
