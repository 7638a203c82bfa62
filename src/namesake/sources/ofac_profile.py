"""Who a party of OFAC's ADVANCED file is: its names, features, addresses and documents.

Almost everything there is a number. What it means stands in the file's reference values, or in a part of the
file that is far away; a number that the file does not explain is a problem of that one fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from namesake.model.values import Name, Quality
from namesake.sources.ofac_elements import text_of
from namesake.sources.ofac_facts import Entry, Fact, alias_quality, name_of
from namesake.sources.ofac_labels import label_of
from namesake.sources.ofac_parts import Parts, ReferenceValues
from namesake.sources.ofac_periods import words_of
from namesake.sources.xmlstream import child_text, local_name

__all__ = ["Draft", "add_documents", "add_features", "children", "names_of"]


@dataclass(slots=True)
class Draft:
    """A party while it is put together.

    Attributes:
        entry: what is known of it so far.
        values: what the numbers in the file mean.
        parts: what stands elsewhere in the file.
        elements: those it was read from, which are its record.
    """

    entry: Entry
    values: ReferenceValues
    parts: Parts
    elements: list[etree._Element] = field(default_factory=list)

    def explained(self, table: str, number: str | None, field_name: str) -> str | None:
        """What a number means; None, and a problem, when the file does not explain it."""
        value = self.values.get(table, number)
        if value is None or not value.text:
            self.entry.add_problem(
                field_name,
                f"the file has no {table} {number}, so what it stands with is left out; the record keeps it",
            )
            return None
        return value.text

    def elsewhere(self, tag: str, number: str | None) -> list[etree._Element]:
        """The elements `tag` that belong to `number`."""
        found = self.parts.take(tag, number or "")
        self.elements += found
        return found


def children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Its children of a local name."""
    return (child for child in element if local_name(child) == tag)


def names_of(identity: etree._Element, draft: Draft) -> Iterator[Name]:
    """The names of an identity as the file has them; those it calls primary in Latin letters are primary."""
    types = {
        part.get("ID"): draft.explained("NamePartType", part.get("NamePartTypeID"), "names")
        for groups in children(identity, "NamePartGroups")
        for master in children(groups, "MasterNamePartGroup")
        for part in children(master, "NamePartGroup")
    }
    for alias in children(identity, "Alias"):
        kind = draft.explained("AliasType", alias.get("AliasTypeID"), "names") or ""
        quality = alias_quality(kind, weak=alias.get("LowQuality") == "true")
        primary = alias.get("Primary") == "true"
        for written in children(alias, "DocumentedName"):
            first = primary and _is_latin(written, draft.values)
            primary = primary and not first
            name = _name(written, types, Quality.PRIMARY if first else quality)
            if name.text:
                yield name
            else:
                draft.entry.add_problem("names", f"the name {written.get('ID')} is empty and is left out")


def add_features(profile: etree._Element, draft: Draft) -> None:
    """Add what the profile's features say."""
    for feature in children(profile, "Feature"):
        kind = draft.explained("FeatureType", feature.get("FeatureTypeID"), "details")
        for version in children(feature, "FeatureVersion") if kind else ():
            if kind == "Location":
                for location in _locations(version, draft):
                    _add_address(location, draft)
                continue
            label, values = label_of(kind or ""), list(_values(version, draft))
            if not values:
                draft.entry.add_problem(
                    "details", f"the feature {feature.get('ID')} ({label}) has no value and is left out"
                )
            reliability = draft.values.get("Reliability", version.get("ReliabilityID"))
            for value in values:
                draft.entry.add_feature(label, value)
                draft.entry.add_remark_on(
                    f"{label} {value}",
                    note=child_text(version, "Comment"),
                    reliability=reliability.text if reliability else None,
                )


def add_documents(identity: etree._Element, draft: Draft) -> None:
    """Add the numbers that somebody gave the identity."""
    for document in draft.elsewhere("IDRegDocument", identity.get("ID")):
        label = draft.explained("IDRegDocType", document.get("IDRegDocTypeID"), "identifiers")
        value = child_text(document, "IDRegistrationNo")
        if not (label and value):
            draft.entry.add_problem(
                "identifiers", f"the document {document.get('ID')} ({label or ''} {value or ''}) is left out"
            )
            continue
        country = document.get("IssuedBy-CountryID")
        dates = dict(_document_dates(document, draft))
        draft.entry.add_fact(
            Fact(
                label,
                value,
                draft.explained("Country", country, "identifiers") if country else None,
                dates.get("Issue Date"),
                dates.get("Expiration Date"),
            )
        )
        validity = draft.values.get("Validity", document.get("ValidityID"))
        draft.entry.add_remark_on(
            f"{label} {value}",
            issuer=child_text(document, "IssuingAuthority"),
            note=child_text(document, "Comment"),
            validity=validity.text if validity else None,
        )


def _name(written: etree._Element, types: dict[str | None, str | None], quality: Quality) -> Name:
    """A name put together as SDN.XML has it: what it calls the last name in capitals, but no nickname."""
    family: list[str] = []
    given: list[str] = []
    for part in children(written, "DocumentedNamePart"):
        for value in children(part, "NamePartValue"):
            kind = types.get(value.get("NamePartGroupID"))
            text = text_of(value)
            if text and kind in _GIVEN:
                given.append(text)
            elif text:
                family.append(text if kind == "Nickname" else text.upper())
    return name_of(" ".join(family), " ".join(given), quality)


def _is_latin(written: etree._Element, values: ReferenceValues) -> bool:
    """Whether a name is in Latin letters, as far as the file says."""
    scripts = {value.get("ScriptID") for part in written for value in children(part, "NamePartValue")}
    known = {value.text for script in scripts if (value := values.get("Script", script))}
    return known <= {"Latin"}


def _locations(version: etree._Element, draft: Draft) -> Iterator[etree._Element]:
    for reference in children(version, "VersionLocation"):
        found = draft.elsewhere("Location", reference.get("LocationID"))
        if not found:
            draft.entry.add_problem(
                "addresses", f"the file has no Location {reference.get('LocationID')}, which it refers to"
            )
        yield from found


def _values(version: etree._Element, draft: Draft) -> Iterator[str]:
    """What a version of a feature says: text, a reference value, a date, or a country."""
    for child in version:
        match local_name(child):
            case "DatePeriod" if words := words_of(child):
                yield words
            case "VersionDetail" if (number := child.get("DetailReferenceID")) is not None:
                if text := draft.explained("DetailReference", number, "details"):
                    yield text
            case "VersionDetail" if text := text_of(child):
                yield text
    for location in _locations(version, draft):
        if country := _country(location, draft):
            yield country


def _country(location: etree._Element, draft: Draft) -> str | None:
    for country in children(location, "LocationCountry"):
        return draft.explained("Country", country.get("CountryID"), "addresses")
    for area in children(location, "LocationAreaCode"):
        value = draft.values.get("AreaCode", area.get("AreaCodeID"))
        return value.attributes.get("Description") if value else None
    # `<LocationPart LocPartTypeID="1">Turkey`, of type `Unknown`, is all that a citizenship refers to.
    parts = _parts_of(location, draft)[0]
    return parts.get("Unknown")


def _add_address(location: etree._Element, draft: Draft) -> None:
    """The address in Latin letters, and what the file gives beside it, in other letters."""
    country = _country(location, draft)
    for parts in _parts_of(location, draft):
        if parts or country:
            draft.entry.add_address_parts(parts, country)


def _parts_of(location: etree._Element, draft: Draft) -> list[dict[str, str]]:
    """The parts of a place by type; a second time where the file has them in other letters too."""
    main: dict[str, str] = {}
    other: dict[str, str] = {}
    for part in children(location, "LocationPart"):
        kind = draft.explained("LocPartType", part.get("LocPartTypeID"), "addresses")
        for value in children(part, "LocationPartValue"):
            if kind and (text := child_text(value, "Value")):
                (main if value.get("Primary") == "true" else other).setdefault(kind, text)
    return [main, other] if other else [main]


def _document_dates(document: etree._Element, draft: Draft) -> Iterator[tuple[str, str]]:
    for dated in children(document, "DocumentDate"):
        kind = draft.explained("IDRegDocDateType", dated.get("IDRegDocDateTypeID"), "identifiers")
        for period in children(dated, "DatePeriod") if kind else ():
            if words := words_of(period):
                yield kind or "", words


_GIVEN: Final = frozenset({"First Name", "Middle Name", "Patronymic"})
