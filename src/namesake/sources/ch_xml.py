"""Reads Switzerland's list (SECO's `consolidated-list.xml`, layout `swiss-sanctions-list`).

Its layout is programmes, then targets, then the places that targets refer to by number; so the file is read
twice, first for what is referred to. `ch_target` makes a party of a target. Targets stay in the file once
delisted: such a one is no party, and is not counted as a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import ListId
from namesake.sources.ch_target import LIST, TAGS, Place, SanctionsSet, Target, is_delisted, party_of
from namesake.sources.programmes import unreviewed
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmledition import Layout, XmlEdition
from namesake.sources.xmlstream import ElementStream, child_text, local_name

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "ch-xml"

_LAYOUT: Final = Layout(
    list=LIST,
    format=FORMAT,
    whose="Switzerland's",
    root="swiss-sanctions-list",
    entries=frozenset({"target"}),
    dated_by="date",
)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `swiss-sanctions-list`."""
    return len(files) == 1 and bool(_START.match(files[0].head()))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file, dated as it dates itself.

    Raises:
        ListError: not one file, another layout, damaged, without targets, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"Switzerland's list is one file and not {len(files)} ({names}); add each by itself")
    file = files[0]
    edition = XmlEdition(file, _LAYOUT, as_list)
    sets, places = _referred_to(file)
    records = _records(edition.reading, edition.entries, file.name, sets, places)
    if edition.attributes.get("list-type", "") == "amendment":
        records = _with_warning(file.name, records)
    edition.reading.records = edition.with_remarks(unreviewed(records, file.name))
    return edition.reading


def _with_warning(name: str, records: Iterator[Party | Problem]) -> Iterator[Party | Problem]:
    yield Problem(
        name,
        'it calls itself an amendment (list-type="amendment"), and SECO publishes files of that layout which '
        "hold only what changed: make sure that it is the whole list, or all others would seem delisted",
        field="list-type",
    )
    yield from records


def _referred_to(file: SourceFile) -> tuple[dict[str, SanctionsSet], dict[str, Place]]:
    """The sets of sanctions and the places of the file, by number."""
    sets: dict[str, SanctionsSet] = {}
    places: dict[str, Place] = {}
    for element in ElementStream(file, frozenset({"sanctions-program", "place"})):
        if local_name(element) == "place":
            country = next((child for child in element if local_name(child) == "country"), None)
            iso = "" if country is None else (country.get("iso-code") or "")
            places[element.get("ssid") or ""] = Place(
                child_text(element, "location"),
                child_text(element, "area"),
                iso.lower() or None,
                None if country is None else (country.text or "").strip() or None,
            )
            continue
        told = {tag: _in_english(element, tag) for tag in ("program-key", "program-name")}
        for child in element:
            if local_name(child) == "sanctions-set" and child.get("lang", "eng") == "eng":
                sets[child.get("ssid") or ""] = SanctionsSet(
                    told["program-key"], told["program-name"], " ".join((child.text or "").split())
                )
    return sets, places


def _in_english(element: etree._Element, tag: str) -> str:
    texts = {child.get("lang", "eng"): child.text or "" for child in element if local_name(child) == tag}
    return " ".join((texts.get("eng") or next(iter(texts.values()), "")).split())


def _records(
    reading: Reading,
    elements: Iterable[etree._Element],
    file_name: str,
    sets: dict[str, SanctionsSet],
    places: dict[str, Place],
) -> Iterator[Party | Problem]:
    seen: dict[str, str] = {}
    unknown: set[str] = set()
    delisted = 0
    for element in elements:
        if is_delisted(element):
            delisted += 1
            continue
        reading.seen += 1
        number = (element.get("ssid") or "").strip()
        if not number:
            where = f"{file_name} line {element.sourceline}"
            yield Problem(where, "a target without number (ssid) is not kept", lost=True)
            continue
        target = Target(element, f"{file_name} {number}", number, sets, places)
        party = party_of(target)
        if party is None:
            yield Problem(target.where, "a target without name is not kept", lost=True, record=number)
            continue
        if number in seen:
            yield Problem(
                target.where,
                f"a second target has the number of {seen[number]!r}; this one, {party.name!r}, is not kept",
                lost=True,
                record=number,
            )
            continue
        seen[number] = party.name
        yield party
        for tag in sorted({local_name(item) for item in element.iter()} - TAGS - unknown):
            unknown.add(tag)
            target.problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
        yield from target.problems
    if delisted:
        yield Problem(
            file_name, f"{delisted} targets were delisted, as they say themselves, and are no parties"
        )


_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?swiss-sanctions-list\b",
    re.DOTALL,
)
