"""Reads the UK Sanctions List as XML: `Designations` with one `Designation` for each party.

Since 28 January 2026 it is the only UK list. An element that holds no others is a column, and each set of
them side by side a row (`gb_entry`), so that it does not matter in which containers a fact stands.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import ListId
from namesake.sources.gb_columns import KNOWN, column
from namesake.sources.gb_entry import Entry, party_of
from namesake.sources.gb_relations import UKSL
from namesake.sources.gb_texts import uk_date
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmledition import Layout, XmlEdition
from namesake.sources.xmlstream import local_name, record_text

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "gb-xml"


def _day(text: str) -> dt.date | None:
    date = uk_date(text[:10])
    return date.earliest if date and date.is_day else None


_LAYOUT: Final = Layout(
    list=UKSL,
    format=FORMAT,
    whose="the UK's",
    root="Designations",
    entries=frozenset({"Designation"}),
    dated_by="DateGenerated",
    day=_day,
)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is `Designations`."""
    return len(files) == 1 and bool(_START.match(files[0].head()))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file of the UK Sanctions List, dated by its `DateGenerated`.

    Raises:
        ListError: not one file, another layout, damaged, without entries, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"the UK's list is one file and not {len(files)} ({names}); add each by itself")
    edition = XmlEdition(files[0], _LAYOUT, as_list)
    records = _records(edition.reading, edition.entries, files[0].name)
    edition.reading.records = edition.with_remarks(records)
    if edition.reading.published:
        edition.reading.moment = None  # It says no more than the day.
    return edition.reading


def _records(
    reading: Reading, elements: Iterable[etree._Element], file_name: str
) -> Iterator[Party | Problem]:
    names: dict[str, str] = {}
    unknown: set[str] = set()
    for element in elements:
        reading.seen += 1
        tags: dict[str, str] = {}
        rows = list(_rows(element, tags))
        number = next((row["uniqueid"] for row in rows if "uniqueid" in row), "")
        if not number:
            where = f"{file_name} line {element.sourceline}"
            yield Problem(where, "a designation without UniqueID is not kept", lost=True)
            continue
        entry = Entry(UKSL, number, f"{file_name} {number}", rows, record_text(element))
        party = party_of(entry)
        if party is None:
            yield Problem(entry.where, "a designation without name is not kept", lost=True, record=number)
        elif number in names:
            yield Problem(
                entry.where,
                f"a second designation has the number of {names[number]!r}; this one, {party.name!r}, "
                "is not kept",
                lost=True,
                record=number,
            )
        else:
            names[number] = party.name
            yield party
            for name in sorted(tags.keys() - KNOWN - unknown):
                unknown.add(name)
                tag = tags[name]
                entry.problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
            yield from entry.problems


def _rows(element: etree._Element, tags: dict[str, str]) -> Iterator[dict[str, str]]:
    """The rows in an element; `tags` learns each leaf's tag by column."""
    row: dict[str, str] = {}
    for child in element:
        if len(child):
            yield from _rows(child, tags)
        elif text := " ".join((child.text or "").split()):
            tag = local_name(child)
            name = column(tag)
            tags.setdefault(name, tag)
            if name in row:  # <DOBs> with several <DOB>
                yield row
                row = {}
            row[name] = text
    if row:
        yield row


_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<Designations[\s>]", re.DOTALL
)
