"""Reads OFAC's SDN.XML and CONSOLIDATED.XML.

Both have one layout, `sdnList`, under an older and a newer namespace; OFAC publishes its schema as
XML.xsd. The ADVANCED and ENHANCED files have other layouts and readers of their own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from lxml import etree

from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, Quality
from namesake.sources.ofac_elements import (
    begins_with,
    fields,
    mended,
    only_file,
    open_stream,
    text_of,
    with_unknown_told,
)
from namesake.sources.ofac_facts import KINDS, LEAVES_OUT, Entry, Fact, alias_quality, name_of, start_reading
from namesake.sources.ofac_remarks import add_remarks
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmlstream import local_name, record_text

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ofac-xml"

_ROOT: Final = "sdnList"
_HEADER: Final = "publshInformation"  # sic
_DATE: Final = "Publish_Date"
_ENTRY: Final = "sdnEntry"


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `sdnList`, in any namespace."""
    return begins_with(files, _ROOT)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one SDN.XML or CONSOLIDATED.XML; which of them is told from its first entries.

    Raises:
        ListError: not one file, another layout, damaged, without entries, or not the list `as_list`.
    """
    file = only_file(files)
    name = file.name
    stream = open_stream(file, _ROOT, frozenset({_HEADER, _ENTRY}), wanted="SDN.XML")
    elements = iter(stream)
    header: dict[str, str] = {}
    first = next(elements, None)
    if first is not None and local_name(first) == _HEADER:
        header = fields(first)
    elif first is not None:
        elements = chain((first,), elements)
    entries = with_unknown_told(((_entry(element, name), [element]) for element in elements), _TAGS)
    reading = start_reading(entries, name=name, file_format=FORMAT, as_list=as_list)
    reading.leaves_out = LEAVES_OUT
    reading.published, reading.declared = _published(header), _declared(header)
    reading.records = chain(_undated(header, name), reading.records, mended(stream, name))
    return reading


def _published(header: dict[str, str]) -> dt.date | None:
    try:
        return dt.datetime.strptime(header.get(_DATE, ""), "%m/%d/%Y").date()
    except ValueError:
        return None


def _declared(header: dict[str, str]) -> int | None:
    count = header.get("Record_Count", "")
    return int(count) if count.isdecimal() else None


def _undated(header: dict[str, str], name: str) -> Iterator[Party | Problem]:
    if _DATE in header and not _published(header):
        yield Problem(
            name,
            f"its date of publication, {header[_DATE]!r}, can't be read; give it with --published",
            field=_DATE,
        )


def _entry(element: etree._Element, name: str) -> Entry | Problem:
    own = fields(element)
    number = own.get("uid", "")
    where = f"{name} line {element.sourceline}"
    if not number.isdecimal():
        return Problem(where, f"an entry without number (uid {number!r}) is not kept", lost=True)
    where = f"{name} {number}"
    if "lastName" not in own:
        return Problem(where, "an entry without name is not kept", lost=True, record=number)
    kind = KINDS.get(own.get("sdnType", "").lower())
    entry = Entry(number, where, kind or Kind.LEGAL_ENTITY, record=record_text(element))
    if kind is None:
        entry.add_problem(
            "kind", f"sdnType {own.get('sdnType')!r} is not known; read as person or organisation"
        )
    entry.names.append(name_of(own.get("lastName"), own.get("firstName"), Quality.PRIMARY))
    if "title" in own:
        entry.add_title(own["title"])
    for child in element:
        _add_list(entry, child)
    if "remarks" in own:
        add_remarks(entry, own["remarks"])
    return entry


def _add_list(entry: Entry, element: etree._Element) -> None:
    match local_name(element):
        case "programList":
            entry.programmes = tuple(text for item in element if (text := text_of(item)))
        case "akaList":
            for item in element:
                _add_alias(entry, fields(item))
        case "idList":
            for item in element:
                _add_id(entry, fields(item))
        case "addressList":
            for item in element:
                _add_address(entry, fields(item))
        case "vesselInfo":
            for tag, text in fields(element).items():
                if tag in _VESSEL:
                    entry.add_fact(Fact(_VESSEL[tag], text))
        case list_tag if list_tag in _FACT_LISTS:
            label, value = _FACT_LISTS[list_tag]
            for item in element:
                if fact := fields(item).get(value):
                    entry.add_fact(Fact(label, fact))


def _add_alias(entry: Entry, own: dict[str, str]) -> None:
    quality = alias_quality(own.get("type", ""), weak=own.get("category") == "weak")
    name = name_of(own.get("lastName"), own.get("firstName"), quality)
    if name.text:
        entry.names.append(name)
    else:
        entry.add_problem("names", f"the alias {own.get('uid')} has no name and is left out")


def _add_id(entry: Entry, own: dict[str, str]) -> None:
    label, value = own.get("idType", ""), own.get("idNumber", "")
    if label and value:
        issued, expires = own.get("issueDate"), own.get("expirationDate")
        entry.add_fact(Fact(label, value, own.get("idCountry"), issued, expires))
    else:
        entry.add_problem(
            "identifiers", f"the id {own.get('uid')} ({label} {value}) is not complete and is left out"
        )


def _add_address(entry: Entry, own: dict[str, str]) -> None:
    lines = [own[tag] for tag in ("address1", "address2", "address3") if tag in own]
    region = ", ".join(own[tag] for tag in ("stateOrProvince", "region") if tag in own)
    entry.add_address(
        ", ".join(lines) or None,
        own.get("city"),
        region=region or None,
        postcode=own.get("postalCode"),
        country=own.get("country"),
    )


_VESSEL: Final = {
    "callSign": "Vessel Call Sign",
    "vesselType": "Vessel Type",
    "vesselFlag": "Vessel Flag",
    "vesselOwner": "Vessel Owner",
    "tonnage": "Tonnage",
    "grossRegisteredTonnage": "Gross Registered Tonnage",
}
_FACT_LISTS: Final = {
    "dateOfBirthList": ("DOB", "dateOfBirth"),
    "placeOfBirthList": ("POB", "placeOfBirth"),
    "nationalityList": ("nationality", "country"),
    "citizenshipList": ("citizen", "country"),
}
_TAGS: Final = frozenset({
    "sdnEntry", "uid", "firstName", "lastName", "title", "sdnType", "remarks", "mainEntry",
    "programList", "program",
    "idList", "id", "idType", "idNumber", "idCountry", "issueDate", "expirationDate",
    "akaList", "aka", "type", "category",
    "addressList", "address", "address1", "address2", "address3", "city", "stateOrProvince", "postalCode",
    "country", "region",
    "nationalityList", "nationality", "citizenshipList", "citizenship",
    "dateOfBirthList", "dateOfBirthItem", "dateOfBirth",
    "placeOfBirthList", "placeOfBirthItem", "placeOfBirth",
    "vesselInfo", *_VESSEL,
})  # fmt: skip
