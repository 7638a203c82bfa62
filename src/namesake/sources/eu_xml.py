"""Reads the EU's consolidated list of financial sanctions, `xmlFullSanctionsList_1_1`.

Its layout is `export` with one `sanctionEntity` for each party and regulation; `eu_entry` makes a party
of it. A few numbers are given twice, to one party under two programmes. The second record keeps its
programme in its id (`eu-fsf:EU.334.4-TAQA`) and points to the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree
from msgspec.structs import replace

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import ListId, PartyId
from namesake.sources.eu_entry import LIST, TAGS, Entry, party_of
from namesake.sources.programmes import unreviewed
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmledition import Layout, XmlEdition

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "eu-xml"

_LAYOUT: Final = Layout(
    list=LIST,
    format=FORMAT,
    whose="the EU's",
    root="export",
    entries=frozenset({"sanctionEntity"}),
    dated_by="generationDate",
)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one XML file whose document element is the EU's `export`."""
    return len(files) == 1 and bool(_START.match(files[0].head()))


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file of the EU's list, dated as it dates itself, in Brussels' time.

    Raises:
        ListError: not one file, another layout, damaged, without entries, or `as_list` is another list.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"the EU's list is one file and not {len(files)} ({names}); add each by itself")
    edition = XmlEdition(files[0], _LAYOUT, as_list)
    records = _records(edition.reading, edition.entries, files[0].name)
    edition.reading.records = edition.with_remarks(unreviewed(records, files[0].name))
    return edition.reading


def _records(
    reading: Reading, elements: Iterable[etree._Element], file_name: str
) -> Iterator[Party | Problem]:
    seen: dict[str, str] = {}
    unknown: set[str] = set()
    for element in elements:
        reading.seen += 1
        # The EU's own key inside its database serves where the reference number is missing.
        number = element.get("euReferenceNumber") or element.get("logicalId")
        if not number:
            where = f"{file_name} line {element.sourceline}"
            yield Problem(where, "an entry without reference number is not kept", lost=True)
            continue
        entry = Entry(element, f"{file_name} {number}", number)
        party = party_of(entry)
        if party is None:
            yield Problem(entry.where, "an entry without name is not kept", lost=True, record=number)
            continue
        if number in seen:
            party = _second(party, number, seen[number])
        key = party.id.removeprefix(f"{LIST}:")
        if key in seen:
            yield Problem(
                entry.where,
                f"a second entry has the number and programme of {seen[key]!r}; this one, {party.name!r}, "
                "is not kept",
                lost=True,
                record=number,
            )
            continue
        seen[key] = party.name
        yield party
        for tag in sorted(set(entry.children) - TAGS - unknown):
            unknown.add(tag)
            entry.problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
        yield from entry.problems


def _second(party: Party, number: str, first_name: str) -> Party:
    programme = party.designations[0].programme if party.designations else None
    same = Relation("same as", first_name, PartyId(f"{LIST}:{number}"))
    return replace(party, id=PartyId(f"{LIST}:{number}-{programme}"), relations=(same, *party.relations))


_START: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:\w+:)?export\s[^>]*http://eu\.europa\.ec/fpi/fsd/export",
    re.DOTALL,
)
