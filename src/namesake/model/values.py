"""The small values a party is described with: names, identifiers, countries, addresses.

All are frozen and compare by content. Their JSON form leaves out what has its default.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

import msgspec

from namesake.model.dates import PartialDate
from namesake.model.scripts import script_of

__all__ = [
    "Address",
    "Contact",
    "Country",
    "CountryCode",
    "CountryRole",
    "Detail",
    "Gender",
    "Identifier",
    "IdentifierType",
    "Kind",
    "ListId",
    "Name",
    "PartyId",
    "Quality",
    "Value",
]

PartyId = NewType("PartyId", str)
"""`<list>:<the publisher's own number>`, for instance `us-ofac-sdn:10481`."""

ListId = NewType("ListId", str)
"""The short name of a watch list: `us-ofac-sdn`, `un-sc`, or one of the user's own."""

CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2 in small letters, with the few extensions `model/countries.tsv` documents."""


class Value(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What all model values have in common: frozen, compared by content, small in JSON.

    A frozen value can't come to hold itself, so Python's search for such circles passes them by.
    """


class Kind(StrEnum):
    """What a party is, by FollowTheMoney's schema names."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    COMPANY = "Company"
    LEGAL_ENTITY = "LegalEntity"
    PUBLIC_BODY = "PublicBody"
    VESSEL = "Vessel"
    AIRPLANE = "Airplane"
    CRYPTO_WALLET = "CryptoWallet"
    SECURITY = "Security"

    @property
    def is_organization(self) -> bool:
        """Whether it is some organisation, of whatever kind."""
        return self in _ORGANIZATIONS

    def may_be(self, other: Kind) -> bool:
        """Whether one thing could rightly be called both: a Company is an Organization, no Vessel is.

        `LegalEntity` is FollowTheMoney's word for "a person or an organisation, not known which".
        """
        if self is other or (self.is_organization and other.is_organization):
            return True
        return {self, other} == {Kind.PERSON, Kind.LEGAL_ENTITY}


_ORGANIZATIONS = frozenset({Kind.ORGANIZATION, Kind.COMPANY, Kind.LEGAL_ENTITY, Kind.PUBLIC_BODY})


class Quality(StrEnum):
    """What the publisher says of a name."""

    PRIMARY = "primary"
    STRONG = "strong"
    WEAK = "weak"
    FORMER = "former"


class Gender(StrEnum):
    """A gender as lists state it."""

    MALE = "male"
    FEMALE = "female"
    OTHER = "other"


class Name(Value, frozen=True):
    """One name of a party, as published.

    Attributes:
        text: the whole name as the list writes it (`SOLEIMANI, Qasem`).
        quality: what the publisher says of it.
        language: ISO 639-1 code where the publisher gives one.
        given: the given-name part where the publisher keeps it apart.
        family: the family-name part where the publisher keeps it apart.
    """

    text: str
    quality: Quality = Quality.STRONG
    language: str | None = None
    given: str | None = None
    family: str | None = None

    @property
    def script(self) -> str:
        """ISO 15924 code of the script most of its letters are in (`Latn`, `Arab`, ...)."""
        return script_of(self.text)


class IdentifierType(StrEnum):
    """The kinds of numbers and codes that lists give."""

    PASSPORT = "passport"
    NATIONAL_ID = "national id"
    TAX_ID = "tax id"
    SOCIAL_SECURITY = "social security"
    DRIVING_LICENCE = "driving licence"
    RESIDENCE = "residence permit"
    BIRTH_CERTIFICATE = "birth certificate"
    REGISTRATION = "registration"
    BIC = "bic"
    LEI = "lei"
    IBAN = "iban"
    ISIN = "isin"
    TICKER = "ticker"
    DUNS = "duns"
    IMO = "imo"
    MMSI = "mmsi"
    CALL_SIGN = "call sign"
    AIRCRAFT_SERIAL = "aircraft serial"
    AIRCRAFT_TAIL = "aircraft tail number"
    WALLET = "wallet"
    WIKIDATA = "wikidata"
    OTHER = "other"


class Identifier(Value, frozen=True):
    """A number or code that some issuer gave the party.

    Attributes:
        value: as published, without its label.
        country: of the issuer, where given.
        label: the publisher's own word for it, for a wallet its currency.
    """

    type: IdentifierType
    value: str
    country: CountryCode | None = None
    issued: PartialDate | None = None
    expires: PartialDate | None = None
    label: str | None = None


class CountryRole(StrEnum):
    """In what way a country has to do with a party."""

    NATIONALITY = "nationality"
    CITIZENSHIP = "citizenship"
    BIRTH = "birth"
    RESIDENCE = "residence"
    REGISTRATION = "registration"
    FLAG = "flag"
    OTHER = "other"


class Country(Value, frozen=True):
    """A country a party has to do with.

    Attributes:
        code: None when the published text is no country we know (then `text` says what stood there).
        text: the published spelling, kept only where the code does not say it all.
    """

    code: CountryCode | None
    role: CountryRole = CountryRole.OTHER
    text: str | None = None


class Address(Value, frozen=True):
    """A postal address; `text` is the whole of it on one line, the other fields parts of it."""

    text: str
    street: str | None = None
    city: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: CountryCode | None = None


class Contact(Value, frozen=True):
    """A website, e-mail address, telephone or fax number; `type` is one of those words."""

    type: str
    value: str


class Detail(Value, frozen=True):
    """A labelled fact that has no field of its own: a vessel's tonnage, an aircraft's model."""

    label: str
    value: str
