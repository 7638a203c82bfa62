"""Reads OFAC's SDN.XML and CONSOLIDATED.XML.

Both have one layout, `sdnList`, under an older and a newer namespace; OFAC publishes its schema as
XML.xsd. The ADVANCED and ENHANCED files have other layouts and are not read here.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, Name, Quality
from namesake.sources.ofac_facts import KINDS, Entry, Fact, start_reading
from namesake.sources.ofac_remarks import add_remarks
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmlstream import ElementStream, local_name

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ofac-xml"

_ROOT: Final = "sdnList"
_HEADER: Final = "publshInformation"  # sic
_DATE: Final = "Publish_Date"
_ENTRY: Final = "sdnEntry"


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `sdnList`, in any namespace."""
    head = files[0].head() if len(files) == 1 else b""
    first_tag = _START_TAG.search(head)
    # A document type before it is refused by `read`, which says why.
    return bool(_IS_XML.match(head) and first_tag and first_tag[1] == _ROOT.encode())


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one SDN.XML or CONSOLIDATED.XML; which of them is told from its first entries.

    Raises:
        ListError: not one file, another layout, damaged, without entries, or not the list `as_list`.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"OFAC's XML is one file and not {len(files)} ({names}); add each by itself")
    name = files[0].name
    stream = ElementStream(files[0], frozenset({_HEADER, _ENTRY}))
    if stream.root != _ROOT:
        raise ListError(
            f"{name} begins with <{stream.root}>, OFAC's SDN.XML with <{_ROOT}>; download that one"
        )
    elements = iter(stream)
    header: dict[str, str] = {}
    first = next(elements, None)
    if first is not None and local_name(first) == _HEADER:
        header = _fields(first)
    elif first is not None:
        elements = chain((first,), elements)
    reading = start_reading(_entries(elements, name), name=name, file_format=FORMAT, as_list=as_list)
    reading.published, reading.declared = _published(header), _declared(header)
    reading.records = chain(_undated(header, name), reading.records, _mended(stream, name))
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


def _mended(stream: ElementStream, name: str) -> Iterator[Party | Problem]:
    for offset, byte in stream.mended:
        yield Problem(f"{name} byte {offset}", f"the control character 0x{byte:02x} was replaced by a space")


def _entries(elements: Iterable[etree._Element], name: str) -> Iterator[Entry | Problem]:
    unknown: set[str] = set()
    for element in elements:
        entry = _entry(element, name)
        if isinstance(entry, Entry):
            for tag in _unknown(element) - unknown:
                unknown.add(tag)
                entry.add_problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
        yield entry


def _entry(element: etree._Element, name: str) -> Entry | Problem:
    fields = _fields(element)
    number = fields.get("uid", "")
    where = f"{name} line {element.sourceline}"
    if not number.isdecimal():
        return Problem(where, f"an entry without number (uid {number!r}) is not kept", lost=True)
    where = f"{name} {number}"
    if "lastName" not in fields:
        return Problem(where, "an entry without name is not kept", lost=True, record=number)
    kind = KINDS.get(fields.get("sdnType", "").lower())
    entry = Entry(number, where, kind or Kind.LEGAL_ENTITY, record=_record(element))
    if kind is None:
        entry.add_problem(
            "kind", f"sdnType {fields.get('sdnType')!r} is not known; read as person or organisation"
        )
    entry.names.append(_name(entry, fields, Quality.PRIMARY))
    if "title" in fields:
        entry.add_title(fields["title"])
    for child in element:
        _add_list(entry, child)
    if "remarks" in fields:
        add_remarks(entry, fields["remarks"])
    return entry


def _add_list(entry: Entry, element: etree._Element) -> None:
    match local_name(element):
        case "programList":
            entry.programmes = tuple(text for item in element if (text := _text(item)))
        case "akaList":
            for item in element:
                _add_alias(entry, _fields(item))
        case "idList":
            for item in element:
                _add_id(entry, _fields(item))
        case "addressList":
            for item in element:
                _add_address(entry, _fields(item))
        case "vesselInfo":
            for tag, text in _fields(element).items():
                if tag in _VESSEL:
                    entry.add_fact(Fact(_VESSEL[tag], text))
        case list_tag if list_tag in _FACT_LISTS:
            label, value = _FACT_LISTS[list_tag]
            for item in element:
                if fact := _fields(item).get(value):
                    entry.add_fact(Fact(label, fact))


def _name(entry: Entry, fields: dict[str, str], quality: Quality) -> Name:
    """`SOLEIMANI, Qasem`, as the CSV writes it too."""
    family, given = fields.get("lastName"), fields.get("firstName")
    if family and given:
        return Name(f"{family}, {given}", quality, given=given, family=family)
    return Name(family or given or "", quality)


def _add_alias(entry: Entry, fields: dict[str, str]) -> None:
    quality = Quality.FORMER if fields.get("type") == "f.k.a." else Quality.STRONG
    if fields.get("category") == "weak":
        quality = Quality.WEAK
    name = _name(entry, fields, quality)
    if name.text:
        entry.names.append(name)
    else:
        entry.add_problem("names", f"the alias {fields.get('uid')} has no name and is left out")


def _add_id(entry: Entry, fields: dict[str, str]) -> None:
    label, value = fields.get("idType", ""), fields.get("idNumber", "")
    if label and value:
        issued, expires = fields.get("issueDate"), fields.get("expirationDate")
        entry.add_fact(Fact(label, value, fields.get("idCountry"), issued, expires))
    else:
        entry.add_problem(
            "identifiers", f"the id {fields.get('uid')} ({label} {value}) is not complete and is left out"
        )


def _add_address(entry: Entry, fields: dict[str, str]) -> None:
    lines = [fields[tag] for tag in ("address1", "address2", "address3") if tag in fields]
    region = ", ".join(fields[tag] for tag in ("stateOrProvince", "region") if tag in fields)
    entry.add_address(
        ", ".join(lines) or None,
        fields.get("city"),
        region=region or None,
        postcode=fields.get("postalCode"),
        country=fields.get("country"),
    )


def _fields(element: etree._Element) -> dict[str, str]:
    """The texts of its children, by local name; children without text are left out."""
    return {local_name(child): text for child in element if (text := _text(child))}


def _text(element: etree._Element) -> str:
    return (element.text or "").strip()


def _unknown(element: etree._Element) -> set[str]:
    return {tag for item in element.iter() if (tag := local_name(item)) not in _TAGS}


def _record(element: etree._Element) -> str:
    """The element as it stood in the file, so without the namespaces that its ancestors declare."""
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode", with_tail=False), count=1)


_IS_XML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_START_TAG: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_NAMESPACES: Final = re.compile(r'(?: xmlns(?::\w+)?="[^"]*")+')
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
