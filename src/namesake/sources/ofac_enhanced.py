"""Reads OFAC's SDN_ENHANCED.XML and CONS_ENHANCED.XML: everything OFAC publishes of a party, in one element.

Beside what SDN.XML has, they give the lists a party stands on with the day it came there, the legal
authorities, names and addresses in their own script, and relations by type with the number of the other
party. Values stand in the file in full, so its tables of reference values are passed over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain
from typing import Final

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import Detail, Kind, ListId, Name, Quality
from namesake.sources.ofac_dates import in_words, ofac_date
from namesake.sources.ofac_decisions import Listing
from namesake.sources.ofac_elements import (
    begins_with,
    compact_record,
    fields,
    mended,
    only_file,
    open_stream,
    text_of,
    with_unknown_told,
)
from namesake.sources.ofac_facts import (
    KINDS,
    Entry,
    Fact,
    Tie,
    alias_quality,
    name_of,
    put_primary_first,
    start_reading,
)
from namesake.sources.ofac_labels import Use, label_of, meaning_of
from namesake.sources.ofac_lists import CONSOLIDATED, SDN
from namesake.sources.ofac_remarks import add_remarks
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmlstream import local_name

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ofac-enhanced"

_ROOT: Final = "sanctionsData"
_HEADER: Final = "publicationInfo"
_ENTRY: Final = "entity"
_WANTED: Final = "SDN_ENHANCED.XML"


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `sanctionsData`, in any namespace."""
    return begins_with(files, _ROOT)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one SDN_ENHANCED.XML or CONS_ENHANCED.XML, told apart by their header or their entries.

    The file is gone through twice: a relation names the other party by its number, and whether that is in
    the file too, or on OFAC's other list, has to be known first.

    Raises:
        ListError: not one file, another layout, damaged, without entries, only a selection of a list, or
            not the list `as_list`.
    """
    file = only_file(files)
    name = file.name
    header: etree._Element | None = None
    numbers: set[str] = set()
    for element in open_stream(file, _ROOT, frozenset({_HEADER, _ENTRY}), wanted=_WANTED):
        if local_name(element) == _ENTRY:
            numbers.add(element.get("id", ""))
        elif header is None:
            header = deepcopy(element)  # the stream forgets its own
    told = _list_told(header, name)
    if told and as_list and told != as_list:
        raise ListError(f"{name} is an edition of {told} and can't be {as_list}; leave --list out")
    stream = open_stream(file, _ROOT, frozenset({_ENTRY}), wanted=_WANTED)
    read_so = ((_entry(element, name, numbers), [element]) for element in stream)
    reading = start_reading(
        with_unknown_told(read_so, _TAGS), name=name, file_format=FORMAT, as_list=as_list or told
    )
    moment = _header_text(header, "dataAsOf")
    reading.published = _day(moment)
    reading.moment = moment if reading.published and not moment.endswith("T00:00:00") else None
    reading.records = chain(_undated(moment, reading, name), reading.records, mended(stream, name))
    return reading


def _header_text(header: etree._Element | None, tag: str) -> str:
    return fields(header).get(tag, "") if header is not None else ""


def _list_told(header: etree._Element | None, name: str) -> ListId | None:
    """The list that the header says the file was made of; None when it does not say.

    Raises:
        ListError: it says that the file is a selection: by programme, country or one of the smaller lists.
            Those left out would not be found, and nothing would say so.
    """
    chosen = [text for item in _within(header, "filters") if (text := text_of(item))]
    if not chosen:
        return None
    if len(chosen) > 1 or chosen[0] not in _LISTS:
        raise ListError(
            f"{name} is a selection ({', '.join(chosen)}) and not the whole of one list; download "
            "SDN_ENHANCED.XML or CONS_ENHANCED.XML"
        )
    return _LISTS[chosen[0]]


def _within(header: etree._Element | None, tag: str) -> Iterator[etree._Element]:
    for child in header if header is not None else ():
        if local_name(child) == tag:
            yield from child.iter()


def _undated(moment: str, reading: Reading, name: str) -> Iterator[Party | Problem]:
    if moment and not reading.published:
        yield Problem(
            name, f"its date, {moment!r}, can't be read; give it with --published", field="dataAsOf"
        )


def _entry(element: etree._Element, name: str, numbers: set[str]) -> Entry | Problem:
    number = element.get("id", "")
    if not number.isdecimal():
        where = f"{name} line {element.sourceline}"
        return Problem(where, f"an entry without number (id {number!r}) is not kept", lost=True)
    parts = {local_name(child): child for child in element}
    general = fields(parts[tag]) if (tag := "generalInfo") in parts else {}
    kind = KINDS.get(general.get("entityType", "").lower())
    entry = Entry(number, f"{name} {number}", kind or Kind.LEGAL_ENTITY, record=compact_record([element]))
    if kind is None:
        entry.add_problem(
            "kind", f"entityType {general.get('entityType')!r} is not known; read as person or organisation"
        )
    for item in _items(parts, "names"):
        _add_name(entry, item)
    if not entry.names:
        return Problem(entry.where, "an entry without name is not kept", lost=True, record=number)
    put_primary_first(entry)
    if "title" in general:
        entry.add_title(general["title"])
    entry.programmes = _texts(parts, "sanctionsPrograms")
    entry.authorities = _texts(parts, "legalAuthorities")
    entry.listings = [_listing(entry, item) for item in _items(parts, "sanctionsLists")]
    for text in _texts(parts, "sanctionsTypes"):
        entry.details.append(Detail("Sanctions Type", text))
    for item in _items(parts, "identityDocuments"):
        _add_document(entry, fields(item))
    for item in _items(parts, "addresses"):
        _add_address(entry, item)
    for item in _items(parts, "features"):
        _add_feature(entry, item)
    for item in _items(parts, "relationships"):
        _add_relation(entry, item, numbers)
    if "remarks" in general:
        add_remarks(entry, general["remarks"])
    return entry


def _items(parts: dict[str, etree._Element], tag: str) -> Iterator[etree._Element]:
    yield from parts.get(tag, ())


def _texts(parts: dict[str, etree._Element], tag: str) -> tuple[str, ...]:
    return tuple(text for item in _items(parts, tag) if (text := text_of(item)))


def _listing(entry: Entry, item: etree._Element) -> Listing:
    since = _day(item.get("datePublished", ""))
    if since is None:
        entry.add_problem(
            "designations",
            f"the day it came on the list {text_of(item)!r}, {item.get('datePublished')!r}, can't be read",
        )
    return Listing(text_of(item), since)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _add_name(entry: Entry, item: etree._Element) -> None:
    own = fields(item)
    primary = own.get("isPrimary") == "true"
    quality = alias_quality(own.get("aliasType", ""), weak=own.get("isLowQuality") == "true")
    for child in item:
        for translation in child if local_name(child) == "translations" else ():
            written = fields(translation)
            family, given = written.get("formattedLastName"), written.get("formattedFirstName")
            first = primary and written.get("isPrimary") == "true"
            name = name_of(family, given, Quality.PRIMARY if first else quality)
            if not name.text and (full := written.get("formattedFullName")):
                name = Name(full, name.quality)
            if name.text:
                entry.names.append(name)
            else:
                entry.add_problem("names", f"the name {item.get('id')} is empty and is left out")


def _add_document(entry: Entry, own: dict[str, str]) -> None:
    label, value = own.get("type", ""), own.get("documentNumber", "")
    if not (label and value):
        entry.add_problem("identifiers", f"an id ({label} {value}) is not complete and is left out")
        return
    issued, expires = (_in_ofacs_words(own.get(tag)) for tag in ("issueDate", "expirationDate"))
    entry.add_fact(Fact(label, value, own.get("issuingCountry"), issued, expires))
    entry.add_remark_on(f"{label} {value}", issuer=own.get("issuingAuthority"))
    if own.get("isValid") == "false":
        entry.add_remark_on(f"{label} {value}", note="not valid")


def _in_ofacs_words(text: str | None) -> str | None:
    """A date that may stand there as a day of the calendar (`2005-05-01`), as OFAC writes it in words."""
    day = _day(text) if text and not ofac_date(text) else None
    return in_words(day, day) if day else text


def _add_address(entry: Entry, item: etree._Element) -> None:
    """The address in Latin letters, as SDN.XML has it too, and in the letters of its own country."""
    country = fields(item).get("country")
    for child in item:
        for translation in child if local_name(child) == "translations" else ():
            parts = [
                fields(part)
                for parent in translation
                if local_name(parent) == "addressParts"
                for part in parent
            ]
            if parts or fields(translation).get("isPrimary") == "true":
                by_type = {part["type"]: part["value"] for part in parts if part.keys() >= {"type", "value"}}
                entry.add_address_parts(by_type, country)


def _add_feature(entry: Entry, item: etree._Element) -> None:
    own = fields(item)
    label, value = label_of(own.get("type", "")), own.get("value", "")
    if not value or (meaning_of(label).use is Use.BIRTH_DATE and not ofac_date(value)):
        value = _value_of_dates(item) or value
    if not (label and value):
        entry.add_problem("details", f"the feature {item.get('id')} ({label}) has no value and is left out")
        return
    entry.add_feature(label, value)
    entry.add_remark_on(f"{label} {value}", note=own.get("comments"), reliability=own.get("reliability"))


def _value_of_dates(item: etree._Element) -> str:
    """The words for the days between which a date lies, where the file gives only these."""
    for child in item:
        if local_name(child) == "valueDate":
            own = fields(child)
            first, last = _day(own.get("fromDateBegin", "")), _day(own.get("toDateEnd", ""))
            if first and last:
                return in_words(first, last, circa=own.get("isApproximate") == "true")
    return ""


def _add_relation(entry: Entry, item: etree._Element, numbers: set[str]) -> None:
    own = fields(item)
    others = [child for child in item if local_name(child) == "relatedEntity"]
    other = others[0].get("entityId", "") if others else ""
    if not ("type" in own and other.isdecimal()):
        entry.add_problem(
            "relations", f"the relation {item.get('id')} names no type or no other party and is left out"
        )
        return
    name = own.get("relatedEntity") or f"OFAC {other}"
    entry.ties.append(Tie(Relation(own["type"].lower(), name), other, other in numbers))
    entry.add_remark_on(f"{own['type']} {name}", note=own.get("comments"), quality=own.get("quality"))


_LISTS: Final = {"SDN List": SDN, "Consolidated List": CONSOLIDATED}
_TAGS: Final = frozenset({
    "entity", "generalInfo", "identityId", "entityType", "title", "remarks",
    "sanctionsLists", "sanctionsList", "sanctionsPrograms", "sanctionsProgram",
    "sanctionsTypes", "sanctionsType", "legalAuthorities", "legalAuthority",
    "names", "name", "isPrimary", "isLowQuality", "aliasType", "translations", "translation", "script",
    "formattedFirstName", "formattedLastName", "formattedFullName", "nameParts", "namePart", "type", "value",
    "addresses", "address", "country", "addressParts", "addressPart",
    "features", "feature", "versionId", "valueRefId", "reliability", "comments",
    "valueDate", "fromDateBegin", "fromDateEnd", "toDateBegin", "toDateEnd", "isApproximate", "isDateRange",
    "identityDocuments", "identityDocument", "documentNumber", "isValid", "issueDate", "expirationDate",
    "issuingCountry", "issuingAuthority", "issuingLocation",
    "relationships", "relationship", "relatedEntity", "quality",
})  # fmt: skip
