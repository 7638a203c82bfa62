"""A party on a list and the decisions that put it there."""

from __future__ import annotations

from enum import StrEnum

from namesake.model.dates import PartialDate
from namesake.model.values import (
    Address,
    Contact,
    Country,
    Detail,
    Gender,
    Identifier,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
    Value,
)

__all__ = ["Designation", "Effect", "FactKind", "Link", "Party", "Relation", "SameAs"]


class Effect(StrEnum):
    """What a designation forbids or brings about, in plain words."""

    ASSET_FREEZE = "assets frozen"
    DEALINGS_FORBIDDEN = "dealings forbidden"
    FUNDS_FORBIDDEN = "making funds available forbidden"
    TRAVEL_BAN = "travel ban"
    ARMS_EMBARGO = "arms embargo"
    SECTORAL = "sectoral restrictions"
    SECONDARY_RISK = "secondary sanctions risk"
    MATERIAL_SUPPORT_CRIME = "material support is a crime"
    CORRESPONDENT_ACCOUNTS = "correspondent accounts restricted"
    TRANSACTIONS_REJECTED = "transactions rejected"
    SECURITIES_FORBIDDEN = "dealing in securities forbidden"
    MENU_BASED = "restrictions chosen from a menu"
    TRUST_SERVICES = "trust services forbidden"
    DIRECTOR_DISQUALIFIED = "disqualified as a director"
    INTERNET_SERVICES = "internet services restricted"
    SHIPPING = "shipping restrictions"
    EXPORT_LICENCE = "exports need a licence"
    EXPORTS_REFUSED = "export licences refused"
    EXPORT_PRIVILEGES_DENIED = "export privileges denied"
    LICENCE_EXCEPTIONS_SUSPENDED = "licence exceptions suspended"
    DEFENCE_TRADE_DEBARRED = "debarred from defence trade"
    GOVERNMENT_CONTRACTS = "government contracts forbidden"
    IMPORTS_FORBIDDEN = "imports forbidden"
    EXPORT_FINANCE_REFUSED = "export finance refused"


class Designation(Value, frozen=True):
    """One authority's decision about a party.

    Attributes:
        authority: who decided (`OFAC`, `UN Security Council`, `Council of the European Union`).
        programme: the publisher's code (`SDGT`); None where the publisher names none.
        legal_basis: the act it rests on, as published (`EU 2020/1998 (OJ L410I)`).
        listed_on, amended_on, delisted_on: as published; None or empty where the list does not say.
        reason: why, in the publisher's words.
        effects: what it forbids, from the reviewed table `sources/programmes.tsv`; empty for a
            programme that is not in the table.
        url: where the publisher explains it.
    """

    authority: str
    programme: str | None = None
    legal_basis: str | None = None
    listed_on: PartialDate | None = None
    amended_on: tuple[PartialDate, ...] = ()
    delisted_on: PartialDate | None = None
    reason: str | None = None
    effects: tuple[Effect, ...] = ()
    url: str | None = None


class Relation(Value, frozen=True):
    """That the publisher ties this party to another.

    Attributes:
        type: the publisher's relation in small letters (`linked to`, `owner`, `member of`).
        name: the other party as this record names it.
        party: the other's id where the record gives it.
        share: how much of the other it owns, or of it the other, as `type` says; in percent.
        since, until: the days between which it held, as far as the record says.
        former: whether the record says that it holds no longer.
        source: what says so, where it is not the list itself.
    """

    type: str
    name: str
    party: PartyId | None = None
    share: float | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    former: bool = False
    source: str | None = None


class Link(Value, frozen=True):
    """That two parties of different lists are one and the same.

    Attributes:
        left, right: their ids, the lesser first.
        reason: why, in words.
    """

    left: PartyId
    right: PartyId
    reason: str


class FactKind(StrEnum):
    """The kinds of facts an edition can hold, or lack, for its parties.

    `checks` compares editions by these, and a partial edition names the ones its file can't carry.
    """

    ALIASES = "aliases"
    WEAK_ALIASES = "weak aliases"
    ORIGINAL_SCRIPT = "names in original script"
    DESIGNATIONS = "designations"
    LISTING_DATES = "listing dates"
    BIRTH_DATES = "birth dates"
    BIRTH_PLACES = "birth places"
    COUNTRIES = "countries"
    GENDERS = "genders"
    IDENTIFIERS = "identifiers"
    ADDRESSES = "addresses"
    CONTACTS = "contacts"
    POSITIONS = "positions"
    RELATIONS = "relations"
    NOTES = "notes"


class Party(Value, frozen=True):
    """A person, organisation, vessel or aircraft on a list, as one edition describes it.

    Attributes:
        id: `<list>:<the publisher's number>`; a party read from FollowTheMoney keeps its own.
        names: the primary name first.
        birth_dates: several where the publisher gives alternatives.
        record: the publisher's record as it stood in the file (XML, CSV rows, JSON line), so that
            nothing our reading left out is lost.
    """

    id: PartyId
    list: ListId
    kind: Kind
    names: tuple[Name, ...]
    designations: tuple[Designation, ...] = ()
    birth_dates: tuple[PartialDate, ...] = ()
    birth_places: tuple[str, ...] = ()
    death_dates: tuple[PartialDate, ...] = ()
    countries: tuple[Country, ...] = ()
    genders: tuple[Gender, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    contacts: tuple[Contact, ...] = ()
    titles: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    details: tuple[Detail, ...] = ()
    notes: tuple[str, ...] = ()
    record: str = ""

    @property
    def name(self) -> str:
        """Its primary name as published."""
        return self.names[0].text

    def facts(self) -> frozenset[FactKind]:
        """The kinds of facts this party has any of."""
        present = {
            FactKind.ALIASES: any(n.quality in (Quality.STRONG, Quality.FORMER) for n in self.names),
            FactKind.WEAK_ALIASES: any(n.quality is Quality.WEAK for n in self.names),
            FactKind.ORIGINAL_SCRIPT: any(n.script not in ("Latn", "Zyyy") for n in self.names),
            FactKind.DESIGNATIONS: bool(self.designations),
            FactKind.LISTING_DATES: any(d.listed_on for d in self.designations),
            FactKind.BIRTH_DATES: bool(self.birth_dates),
            FactKind.BIRTH_PLACES: bool(self.birth_places),
            FactKind.COUNTRIES: bool(self.countries),
            FactKind.GENDERS: bool(self.genders),
            FactKind.IDENTIFIERS: bool(self.identifiers),
            FactKind.ADDRESSES: bool(self.addresses),
            FactKind.CONTACTS: bool(self.contacts),
            FactKind.POSITIONS: bool(self.positions),
            FactKind.RELATIONS: bool(self.relations),
            FactKind.NOTES: bool(self.notes),
        }
        return frozenset(kind for kind, has in present.items() if has)


class SameAs(Value, frozen=True):
    """Another list's record of a party.

    Attributes:
        party: as that list described it on the day asked about.
        reason: why the two are held to be one.
    """

    party: Party
    reason: str
