"""Reads the US Consolidated Screening List (CSV of the International Trade Administration).

It brings together the lists of three departments: OFAC's (Treasury), the Entity, Unverified, Military End
User and Denied Persons Lists (BIS, Commerce), and Nonproliferation Sanctions and ITAR debarments (State).
Choices made:

* A party of OFAC has OFAC's number, and one who is on several of its lists has a row for each: they are one
  party, `us-csl:18725`, with the decisions of each list. The others have the compilation's own `_id`.
* Which lists a party is from stands in its details as `source list`, row by row; OFAC's own entry of it is
  related as `same as`, and so is the order on BIS's own list.
* A row of BIS or of the State Department says only by its list why it is there: the list's short name is
  the programme (`EL`, `UVL`, `MEU`, `DPL`, `DTC`); of `ISN` it is the law that the row names.
* OFAC's rows are in its own words, so they are read as its own files are: see `ofac_facts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party, Relation
from namesake.model.values import Detail, ListId, PartyId, Quality
from namesake.sources.bis_orders import order_number
from namesake.sources.csl_row import COLUMNS, CslRow, entry_of
from namesake.sources.headed_csv import HeadedFile, HeaderLayout
from namesake.sources.ofac_facts import Entry
from namesake.sources.ofac_lists import AUTHORITY as OFAC
from namesake.sources.ofac_lists import CONSOLIDATED, SDN, designations
from namesake.sources.programmes import designation, programme_of, unreviewed
from namesake.sources.reading import Reading, SourceFile

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "us-csl-csv"

_LIST: Final = ListId("us-csl")
_DENIED: Final = ListId("us-bis-dpl")
_LAYOUT: Final = HeaderLayout(
    list=_LIST,
    title="the Consolidated Screening List",
    delimiter=",",
    told_by=frozenset({"_id", "source", "entity_number", "source_list_url"}),
    needed=("_id", "source", "name"),
    known=COLUMNS,
)


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one file whose header has the compilation's columns."""
    return _LAYOUT.fits(files)


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one CSV; it carries no date.

    Raises:
        ListError: not one file, not UTF-8, without the list's columns or rows, quotes that do not close, or
            `as_list` is another list.
    """
    file = HeadedFile(files, _LAYOUT, as_list)
    reading = Reading(_LIST, FORMAT, iter(()))
    reading.records = unreviewed(_records(reading, file), file.name)
    return reading


@dataclass(slots=True)
class _Group:
    """The rows of one party."""

    number: str
    rows: list[CslRow] = field(default_factory=list)


def _records(reading: Reading, file: HeadedFile) -> Iterator[Party | Problem]:
    yield from file.remarks()
    groups: dict[str, _Group] = {}
    for row in file.rows():
        number = row.values.get("entity_number") or row.values.get("_id") or ""
        if wrong := row.wrong or _wrong(row.values, number):
            reading.seen += 1
            yield Problem(row.where, f"{wrong}; the row is not kept", lost=True, record=number or None)
            continue
        # The compilation's own ids are hashes; one that stands twice is a row that stands twice.
        group = groups.setdefault(number, _Group(number))
        group.rows.append(CslRow(row.where, number, row.values, row.text))
    for group in groups.values():
        reading.seen += 1
        yield from _party(group)


def _wrong(values: dict[str, str], number: str) -> str | None:
    """Why a row can't be read, if so."""
    if not number:
        return "it has neither entity_number nor _id"
    return None if values["name"] else "an entry without name"


def _party(group: _Group) -> Iterator[Party | Problem]:
    entries = [entry_of(row) for row in group.rows]
    parties = [entry.party(SDN) for entry in entries]
    decisions = [
        one for row, entry in zip(group.rows, entries, strict=True) for one in _decisions(row, entry)
    ]
    relations = [relation for row in group.rows for relation in _elsewhere(row)]
    sources = [Detail("source list", row.text("source")) for row in group.rows]
    first = parties[0]
    # The same facts stand in each row of a party, and are kept once; a list of facts fits every other.
    together = {
        name: tuple(dict.fromkeys(value for party in parties for value in getattr(party, name)))
        for name in _FACTS
    }
    # Should OFAC spell the name of one party in two ways, the first row's is the primary one.
    others = (replace(name, quality=Quality.STRONG) if name.quality is Quality.PRIMARY else name
              for name in together.pop("names")[1:])  # fmt: skip
    yield replace(
        first,
        names=tuple(dict.fromkeys([first.names[0], *others])),
        id=PartyId(f"{_LIST}:{group.number}"),
        list=_LIST,
        designations=tuple(dict.fromkeys(decisions)),
        relations=tuple(dict.fromkeys([*relations, *(one for party in parties for one in party.relations)])),
        details=tuple(dict.fromkeys([*sources, *(one for party in parties for one in party.details)])),
        record="\n".join(row.record for row in group.rows),
        **together,
    )
    told: set[str] = set()
    for problem in (problem for entry in entries for problem in entry.problems):
        if problem.message not in told:
            told.add(problem.message)
            yield problem


def _decisions(row: CslRow, entry: Entry) -> Iterator[Designation]:
    """The decision of the row's list, one for each of its programmes."""
    if row.department == "Treasury Department":
        yield from _of_ofac(row, entry)
        return
    authority = "BIS" if row.department == "Bureau of Industry and Security" else row.authority
    codes = row.items("programs") or [row.list]
    for code in codes:
        law = programme_of(authority, code)
        yield designation(
            authority,
            code,
            kind=entry.kind,
            legal_basis="; ".join(
                part for part in (law and law.legal_basis, row.text("federal_register_notice")) if part
            )
            or None,
            listed_on=row.date(entry, "start_date"),
        )


def _of_ofac(row: CslRow, entry: Entry) -> Iterator[Designation]:
    """OFAC's decisions by what the row's list means.

    Each row of a party repeats the programmes of all its rows, so those of another list are passed over.
    """
    grounds = entry.grounds()
    own = tuple(code for code in grounds.programmes if _belongs(code, row.list))
    grounds = grounds._replace(programmes=own or grounds.programmes)
    if row.list == "CAP":
        # What this list is for: "correspondent account or payable-through account sanctions".
        for code in grounds.programmes:
            yield replace(designation(OFAC, code), effects=(Effect.CORRESPONDENT_ACCOUNTS,))
    else:
        yield from designations(grounds, SDN if row.list == "SDN" else CONSOLIDATED)


def _belongs(code: str, list_name: str) -> bool:
    """Whether parties can be on the list `list_name` for the programme `code`."""
    for beginning, of_list in _CODES_OF_LISTS:
        if code.startswith(beginning):
            return of_list == list_name
    if list_name == "SSI":
        return code == "UKRAINE-EO13662"
    # The directives of E.O. 13662 touch no correspondent account; those of E.O. 14024 do.
    return list_name in ("SDN", "NS-MBS List") or (list_name == "CAP" and code != "UKRAINE-EO13662")


def _elsewhere(row: CslRow) -> Iterator[Relation]:
    """The same party on the list that the row was taken from."""
    name = row.text("name")
    if row.department == "Treasury Department" and row.text("entity_number"):
        of = SDN if row.list == "SDN" else CONSOLIDATED
        yield Relation("same as", name, PartyId(f"{of}:{row.text('entity_number')}"))
    elif row.list == "DPL":
        number = order_number(name, row.text("federal_register_notice"), row.text("start_date"))
        yield Relation("same as", name, PartyId(f"{_DENIED}:{number}"))


_FACTS: Final = (
    "names", "birth_dates", "birth_places", "countries", "genders", "identifiers", "addresses", "contacts",
    "titles", "positions", "notes",
)  # fmt: skip
_CODES_OF_LISTS: Final = (
    ("FSE-", "FSE"),
    ("NS-PLC", "PLC"),
    ("CMIC-", "CMIC"),
    ("561-", "CAP"),
    ("MBS", "NS-MBS List"),
)
