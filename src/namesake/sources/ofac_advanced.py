"""Reads OFAC's SDN_ADVANCED.XML and CONS_ADVANCED.XML.

They follow the standard for sanctions lists proposed at the UN (`Sanctions`, 1.0), under an older and a newer
namespace. What they say of a party is spread over the file and tied together by numbers: `ofac_parts` brings
it together, `ofac_profile` reads who a party is, and here stand its decisions and its relations.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import Detail, Kind, ListId, Name, Quality
from namesake.sources.ofac_decisions import Listing
from namesake.sources.ofac_elements import (
    begins_with,
    compact_record,
    mended,
    only_file,
    open_stream,
    with_unknown_told,
)
from namesake.sources.ofac_facts import KINDS, Entry, Tie, put_primary_first, start_reading
from namesake.sources.ofac_parts import Parts, ReferenceValues
from namesake.sources.ofac_periods import day_of_point, ends_of
from namesake.sources.ofac_profile import Draft, add_documents, add_features, children, names_of
from namesake.sources.ofac_remarks import add_remarks
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmlstream import child_text, local_name

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ofac-advanced"

_ROOT: Final = "Sanctions"
_DATE: Final = "DateOfIssue"
_VALUES: Final = "ReferenceValueSets"
_PARTY: Final = "DistinctParty"
_WANTED: Final = "SDN_ADVANCED.XML"


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `Sanctions`, in any namespace."""
    return begins_with(files, _ROOT)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one SDN_ADVANCED.XML or CONS_ADVANCED.XML, told apart by the lists its parties are on.

    The file is gone through twice, once before this returns.

    Raises:
        ListError: not one file, another layout, damaged, without parties or reference values, a file of
            changes only, or not the list `as_list`.
    """
    file = only_file(files)
    name = file.name
    gathered = _gather(file)
    stream = open_stream(file, _ROOT, frozenset({_PARTY}), wanted=_WANTED)
    read_so = (_entry(element, name, gathered) for element in stream)
    reading = start_reading(with_unknown_told(read_so, _TAGS), name=name, file_format=FORMAT, as_list=as_list)
    reading.published = gathered.published
    reading.records = chain(
        _undated(gathered, name), reading.records, _left_over(gathered, name), mended(stream, name)
    )
    return reading


class _Gathered(NamedTuple):
    """What the first way through the file brought together.

    Attributes:
        published: the day the file dates itself.
        values: what its numbers mean.
        parts: what belongs to its parties and stands elsewhere.
        names: of each profile, the party's number and primary name.
    """

    published: dt.date | None
    values: ReferenceValues
    parts: Parts
    names: dict[str, tuple[str, str]]


def _gather(file: SourceFile) -> _Gathered:
    published: dt.date | None = None
    values: ReferenceValues | None = None
    parts, names = Parts(), dict[str, tuple[str, str]]()
    tags = frozenset({_DATE, _VALUES, _PARTY, *_KEYS})
    for element in open_stream(file, _ROOT, tags, wanted=_WANTED):
        match local_name(element):
            case tag if tag in _KEYS:
                parts.put(element.get(_KEYS[tag], ""), element)
            case "DateOfIssue":
                published = day_of_point(element)
            case "ReferenceValueSets":
                values = ReferenceValues(element)
            case "DistinctParty" if values:
                if "DeltaAction" in element.attrib:
                    raise ListError(
                        f"{file.name} tells only what changed and not the whole list; download {_WANTED}"
                    )
                for profile in children(element, "Profile"):
                    draft = Draft(Entry("", file.name, Kind.LEGAL_ENTITY), values, parts)
                    known = [name for one in children(profile, "Identity") for name in names_of(one, draft)]
                    first = next((one for one in known if one.quality is Quality.PRIMARY), None)
                    told = first or next(iter(known), Name(""))
                    names[profile.get("ID", "")] = (element.get("FixedRef", ""), told.text)
            case _:
                break
    if values is None:
        raise ListError(
            f"{file.name} has no reference values before its parties, and its numbers mean nothing without; "
            "download it again"
        )
    return _Gathered(published, values, parts, names)


def _undated(gathered: _Gathered, name: str) -> Iterator[Party | Problem]:
    if not gathered.published:
        yield Problem(name, "it has no date of issue; give it with --published", field=_DATE)


def _left_over(gathered: _Gathered, name: str) -> Iterator[Problem]:
    """What belongs to parties that the file does not hold."""
    for tag in _KEYS:
        if tag != "Location" and (left := list(gathered.parts.never_taken(tag))):
            some = ", ".join(left[:_MOST_TOLD]) + (", ..." if len(left) > _MOST_TOLD else "")
            yield Problem(
                name,
                f"the file holds nobody of whom {len(left):,} {tag} speak ({_KEYS[tag]} {some})",
                field=tag,
            )


def _entry(
    element: etree._Element, name: str, gathered: _Gathered
) -> tuple[Entry | Problem, Sequence[etree._Element]]:
    number = element.get("FixedRef", "")
    if not number.isdecimal():
        where = f"{name} line {element.sourceline}"
        lost = Problem(where, f"a party without number (FixedRef {number!r}) is not kept", lost=True)
        return lost, ()
    entry = Entry(number, f"{name} {number}", Kind.LEGAL_ENTITY)
    draft = Draft(entry, gathered.values, gathered.parts, [element])
    profiles = list(children(element, "Profile"))
    identities = [identity for profile in profiles for identity in children(profile, "Identity")]
    entry.names = [one for identity in identities for one in names_of(identity, draft)]
    if not entry.names:
        return Problem(entry.where, "a party without name is not kept", lost=True, record=number), ()
    put_primary_first(entry)
    for profile in profiles:
        _add_kind(profile, draft)
        _add_decisions(profile, draft)
    if not entry.programmes:
        entry.add_problem("designations", "no entry of a list says under which programme it is listed")
    for identity in identities:
        add_documents(identity, draft)
    for profile in profiles:
        add_features(profile, draft)
        _add_relations(profile, draft, gathered)
    for parent in (element, *profiles):
        for comment in children(parent, "Comment"):
            if text := (comment.text or "").strip():
                add_remarks(entry, text)
    entry.record = compact_record(draft.elements)
    return entry, draft.elements


def _add_kind(profile: etree._Element, draft: Draft) -> None:
    """`Vessel` and `Aircraft` are subtypes; that of persons and organisations is `Unknown`."""
    subtype = draft.values.get("PartySubType", profile.get("PartySubTypeID"))
    above = draft.values.get("PartyType", subtype.attributes.get("PartyTypeID")) if subtype else None
    words = [value.text for value in (subtype, above) if value]
    kind = next((KINDS[word.lower()] for word in words if word.lower() in KINDS), None)
    if kind is None:
        draft.entry.add_problem(
            "kind",
            f"the party type {profile.get('PartySubTypeID')} ({' '.join(words)}) is not known; "
            "read as person or organisation",
        )
    else:
        draft.entry.kind = kind


def _add_decisions(profile: etree._Element, draft: Draft) -> None:
    """The programmes, lists, days and legal authorities from the entries of the sanctions lists."""
    entry = draft.entry
    listings, authorities = list(entry.listings or ()), list(entry.authorities)
    programmes = list(entry.programmes)
    for listing in draft.elsewhere("SanctionsEntry", profile.get("ID")):
        list_name = draft.explained("List", listing.get("ListID"), "designations") or ""
        days: list[dt.date] = []
        for event in children(listing, "EntryEvent"):
            kind = draft.explained("EntryEventType", event.get("EntryEventTypeID"), "designations")
            day = next((day_of_point(date) for date in children(event, "Date")), None)
            if day is None:
                entry.add_problem("designations", f"the day of the event {event.get('ID')} can't be read")
            elif kind == "Created":
                days.append(day)
            elif kind:
                entry.details.append(Detail(f"{kind} ({list_name})", day.isoformat()))
            basis = draft.values.get("LegalBasis", event.get("LegalBasisID"))
            if basis and basis.text != "Unknown":
                authorities.append(basis.text)
        if list_name:
            listings.append(Listing(list_name, min(days, default=None)))
        for measure in children(listing, "SanctionsMeasure"):
            kind = draft.explained("SanctionsType", measure.get("SanctionsTypeID"), "designations")
            comment = child_text(measure, "Comment")
            if kind == "Program" and comment:
                programmes.append(comment)
            elif kind:
                entry.details.append(Detail("Sanctions Type", f"{kind}: {comment}" if comment else kind))
    entry.listings = list(dict.fromkeys(listings))
    entry.authorities = tuple(dict.fromkeys(authorities))
    entry.programmes = tuple(dict.fromkeys(programmes))


def _add_relations(profile: etree._Element, draft: Draft, gathered: _Gathered) -> None:
    entry = draft.entry
    for tie in draft.elsewhere("ProfileRelationship", profile.get("ID")):
        kind = draft.explained("RelationType", tie.get("RelationTypeID"), "relations")
        other = tie.get("To-ProfileID", "")
        if not (kind and other.isdecimal()):
            entry.add_problem("relations", f"the relation {tie.get('ID')} is not complete and is left out")
            continue
        number, name = gathered.names.get(other, (other, ""))
        if not name:
            name = f"OFAC {other}"
            entry.add_problem("relations", f"the file does not name the party {other}, to which it is tied")
        since, until = next((ends_of(period) for period in children(tie, "DatePeriod")), (None, None))
        former = tie.get("Former") == "true"
        relation = Relation(kind.lower(), name, since=since, until=until, former=former)
        entry.ties.append(Tie(relation, number, here=other in gathered.names))
        quality = draft.values.get("RelationQuality", tie.get("RelationQualityID"))
        entry.add_remark_on(
            f"{kind} {name}", note=child_text(tie, "Comment"), quality=quality.text if quality else None
        )


# What stands elsewhere, and by which of its numbers it belongs to a party.
_KEYS: Final = {
    "Location": "ID",
    "IDRegDocument": "IdentityID",
    "ProfileRelationship": "From-ProfileID",
    "SanctionsEntry": "ProfileID",
}
_MOST_TOLD: Final = 5
_TAGS: Final = frozenset({
    "DistinctParty", "Comment", "Profile", "Identity", "Alias", "DocumentedName", "DocumentedNamePart",
    "NamePartValue", "NamePartGroups", "MasterNamePartGroup", "NamePartGroup", "DocumentedNameCountry",
    "Feature", "FeatureVersion", "VersionDetail", "VersionLocation", "IdentityReference",
    "DatePeriod", "Start", "End", "From", "To", "Date", "Year", "Month", "Day",
    "DurationMinimum", "DurationMaximum", "Years", "Months", "Days",
    "Location", "LocationAreaCode", "LocationCountry", "LocationPart", "LocationPartValue", "Value",
    "FeatureVersionReference", "IDRegDocumentReference", "IDRegDocumentMention",
    "IDRegDocument", "IDRegistrationNo", "IssuingAuthority", "DocumentDate", "DocumentedNameReference",
    "ProfileRelationship", "ProfileRelationshipReference", "SanctionsEntryReference",
    "SanctionsEntry", "EntryEvent", "SanctionsMeasure",
})  # fmt: skip
