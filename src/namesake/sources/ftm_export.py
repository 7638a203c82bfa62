"""Writes parties as FollowTheMoney JSON lines.

A party that was read from FollowTheMoney is given back line by line as it was read. Of any other an
entity is made with the properties FollowTheMoney has for its kind, one `Sanction` for each designation,
and entities of their own for papers, wallets and relations. What has no property goes to `notes`.
FollowTheMoney's ids know no colon: `un-sc:QDe.004` is written `un-sc-QDe.004`, and stands as it is among
the `referents`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from namesake.model.countries import country_name
from namesake.model.dates import PartialDate
from namesake.model.party import Designation, Party
from namesake.model.values import (
    Country,
    CountryCode,
    CountryRole,
    Identifier,
    IdentifierType,
    Kind,
    Quality,
)

__all__ = ["write"]


def write(parties: Iterable[Party]) -> Iterator[bytes]:
    """The lines of the parties' entities, each with its line end; those of a party follow one another."""
    for party in parties:
        if _is_verbatim(party):
            yield from (line.encode() + b"\n" for line in party.record.split("\n"))
        else:
            yield from (msgspec.json.encode(entity) + b"\n" for entity in _entities(party))


class _Head(msgspec.Struct):
    """By which a line is told to be the party's own entity."""

    id: str
    schema: str
    properties: msgspec.Raw = msgspec.Raw(b"")


def _is_verbatim(party: Party) -> bool:
    if not party.record.startswith("{"):
        return False
    try:
        head = msgspec.json.decode(party.record.partition("\n")[0], type=_Head)
    except msgspec.DecodeError:
        return False
    return head.id == party.id and head.schema == party.kind.value


def _entities(party: Party) -> Iterator[dict[str, Any]]:
    """The party's entity, and those that point to it."""
    made = _Making(party)
    made.fill()
    dataset = [str(party.list)]
    yield {
        "id": made.id,
        "caption": party.name,
        "schema": party.kind.value,
        "properties": made.properties,
        "datasets": dataset,
        "referents": [] if made.id == party.id else [str(party.id)],
        "target": True,
    }
    for id, schema, properties in made.satellites:
        caption = next(iter(properties.get("program") or properties.get("number") or [schema]))
        yield {
            "id": id,
            "caption": caption,
            "schema": schema,
            "properties": properties,
            "datasets": dataset,
            "referents": [],
            "target": False,
        }


class _Making:
    """A party's entity while it is being made."""

    def __init__(self, party: Party) -> None:
        self.party = party
        self.id = _id(party.id)
        self.allowed = _PROPERTIES[party.kind]
        self.properties: dict[str, list[str]] = {}
        self.satellites: list[tuple[str, str, dict[str, list[str]]]] = []

    def fill(self) -> None:
        party = self.party
        for name in party.names:
            self.add(_NAMES[name.quality], name.text)
        for country in party.countries:
            self.country(country)
        for property, dates in (("birthDate", party.birth_dates), ("deathDate", party.death_dates)):
            for date in dates:
                self.date(property, date)
        for property, texts in (
            ("birthPlace", party.birth_places),
            ("gender", [gender.value for gender in party.genders]),
            ("title", party.titles),
            ("position", party.positions),
            ("address", [address.text for address in party.addresses]),
            ("notes", party.notes),
        ):
            for text in texts:
                self.add(property, text)
        for contact in party.contacts:
            property, value = _contact(contact.type, contact.value)
            self.add(property, value, label=contact.type)
        for identifier in party.identifiers:
            self.identifier(identifier)
        for relation in party.relations:
            if relation.party:
                ends = {"subject": [self.id], "object": [_id(relation.party)], "role": [relation.type]}
                self.satellite("UnknownLink", ends)
            else:
                self.add("", relation.name, label=relation.type)
        for detail in party.details:
            self.add("", detail.value, label=detail.label)
        for decision in party.designations:
            self.designation(decision)
        if party.designations:
            self.add("topics", "sanction")

    def add(self, property: str, value: str, *, label: str = "") -> None:
        """Add a value to a property if the kind has it, and to the notes otherwise."""
        if property not in self.allowed:
            property, value = "notes", f"{label or property}: {value}"
        values = self.properties.setdefault(property, [])
        if value not in values:
            values.append(value)

    def satellite(self, schema: str, properties: dict[str, list[str]]) -> None:
        count = sum(made == schema for _, made, _ in self.satellites)
        filled = {name: values for name, values in properties.items() if values}
        self.satellites.append((f"{self.id}-{schema.lower()}-{count + 1}", schema, filled))

    def country(self, country: Country) -> None:
        code = _country(country.code)
        property = _COUNTRIES[country.role]
        if not code:
            name = country_name(country.code) if country.code else country.text or ""
            self.add("", name, label=country.role.value)
            return
        self.add(property if property in self.allowed else "country", code)

    def date(self, property: str, date: PartialDate) -> None:
        for day in _days(date):
            self.add(property, day)
        if date.approximate or date.is_span:
            self.add("", date, label=property)

    def identifier(self, one: Identifier) -> None:
        if one.type is IdentifierType.WALLET and self.party.kind is not Kind.CRYPTO_WALLET:
            self.satellite(
                "CryptoWallet",
                {"publicKey": [one.value], "currency": _listed(one.label), "holder": [self.id]},
            )
            return
        property = next((name for name in _IDENTIFIERS.get(one.type, ()) if name in self.allowed), "")
        self.add(property, one.value, label=one.label or one.type.value)
        if one.type is IdentifierType.WALLET and one.label:
            self.add("currency", one.label)
        if one.country and not _country(one.country):
            self.add("", country_name(one.country), label=f"country of {one.value}")
        if (one.country or one.issued or one.expires) and "idNumber" in self.allowed:
            self.satellite(
                "Passport" if one.type is IdentifierType.PASSPORT else "Identification",
                {
                    "holder": [self.id],
                    "type": [one.label or one.type.value],
                    "number": [one.value],
                    "country": _listed(_country(one.country)),
                    "startDate": _days(one.issued) if one.issued else [],
                    "endDate": _days(one.expires) if one.expires else [],
                },
            )

    def designation(self, decision: Designation) -> None:
        self.satellite(
            "Sanction",
            {
                "entity": [self.id],
                "authority": [decision.authority],
                "program": _listed(decision.programme),
                "listingDate": _days(decision.listed_on) if decision.listed_on else [],
                "endDate": _days(decision.delisted_on) if decision.delisted_on else [],
                "modifiedAt": [day for date in decision.amended_on for day in _days(date)],
                "reason": _listed(decision.reason),
                "provisions": [effect.value for effect in decision.effects],
                "summary": _listed(decision.legal_basis),
                "sourceUrl": _listed(decision.url),
            },
        )


def _id(id: str) -> str:
    return re.sub(r"[^0-9A-Za-z.-]+", "-", id).strip("-.")


def _listed(text: str | None) -> list[str]:
    return [text] if text else []


def _days(date: PartialDate) -> list[str]:
    """The date as FollowTheMoney has it: a span is its two ends."""
    return [point.rstrip("~") for point in date.split("/")]


def _country(code: CountryCode | None) -> str | None:
    """The code FollowTheMoney has for the country, if it has one."""
    return None if code is None or code == "anhh" else "dd" if code == "ddde" else code


def _contact(type: str, value: str) -> tuple[str, str]:
    property = _CONTACTS.get(type, "")
    if any(char.isspace() for char in value) and property != "phone":  # several in one, or a remark
        return "", value
    if property == "website" and "://" not in value:
        return property, f"http://{value}"
    if property == "phone":
        digits = re.sub(r"[\s().-]", "", value)
        return (property, digits) if re.fullmatch(r"\+[1-9]\d{6,14}", digits) else ("", value)
    return property, value


_NAMES: Final = {
    Quality.PRIMARY: "name",
    Quality.STRONG: "alias",
    Quality.FORMER: "previousName",
    Quality.WEAK: "weakAlias",
}
_COUNTRIES: Final = {
    CountryRole.NATIONALITY: "nationality",
    CountryRole.CITIZENSHIP: "citizenship",
    CountryRole.BIRTH: "birthCountry",
    CountryRole.REGISTRATION: "jurisdiction",
    CountryRole.FLAG: "flag",
    CountryRole.RESIDENCE: "country",
    CountryRole.OTHER: "country",
}
_CONTACTS: Final = {"website": "website", "e-mail": "email", "telephone": "phone"}
_IDENTIFIERS: Final = {
    IdentifierType.PASSPORT: ("passportNumber",),
    IdentifierType.NATIONAL_ID: ("idNumber",),
    IdentifierType.TAX_ID: ("taxNumber",),
    IdentifierType.SOCIAL_SECURITY: ("socialSecurityNumber",),
    IdentifierType.REGISTRATION: ("registrationNumber",),
    IdentifierType.BIC: ("swiftBic",),
    IdentifierType.LEI: ("leiCode",),
    IdentifierType.ISIN: ("isin", "isinCode"),
    IdentifierType.TICKER: ("ticker",),
    IdentifierType.DUNS: ("dunsCode",),
    IdentifierType.IMO: ("imoNumber",),
    IdentifierType.MMSI: ("mmsi",),
    IdentifierType.CALL_SIGN: ("callSign",),
    IdentifierType.AIRCRAFT_SERIAL: ("serialNumber",),
    IdentifierType.AIRCRAFT_TAIL: ("registrationNumber",),
    IdentifierType.WALLET: ("publicKey",),
    IdentifierType.WIKIDATA: ("wikidataId",),
    IdentifierType.OTHER: ("idNumber",),
    IdentifierType.DRIVING_LICENCE: ("idNumber",),
    IdentifierType.RESIDENCE: ("idNumber",),
    IdentifierType.BIRTH_CERTIFICATE: ("idNumber",),
}

# The properties each kind has in FollowTheMoney, as far as they are written here.
_THING: Final = frozenset(
    {"name", "alias", "previousName", "weakAlias", "country", "address", "notes", "topics", "wikidataId"}
)
_LEGAL_ENTITY: Final = _THING | frozenset(
    {"jurisdiction", "website", "email", "phone", "idNumber", "taxNumber", "registrationNumber", "swiftBic"}
    | {"leiCode", "dunsCode"}
)
_ORGANIZATION: Final = _LEGAL_ENTITY | {"imoNumber"}
_PERSON: Final = frozenset(
    {"birthDate", "deathDate", "birthPlace", "birthCountry", "nationality", "citizenship", "gender"}
    | {"title", "position", "passportNumber", "socialSecurityNumber"}
)
_PROPERTIES: Final = {
    Kind.PERSON: _LEGAL_ENTITY | _PERSON,
    Kind.LEGAL_ENTITY: _LEGAL_ENTITY,
    Kind.ORGANIZATION: _ORGANIZATION,
    Kind.PUBLIC_BODY: _ORGANIZATION,
    Kind.COMPANY: _ORGANIZATION | {"ticker", "isinCode"},
    Kind.VESSEL: _THING | {"imoNumber", "mmsi", "callSign", "flag", "registrationNumber"},
    Kind.AIRPLANE: _THING | {"serialNumber", "registrationNumber"},
    Kind.CRYPTO_WALLET: _THING | {"publicKey", "currency"},
    Kind.SECURITY: _THING | {"isin", "ticker", "registrationNumber"},
}
