"""Reads FollowTheMoney JSON lines, as OpenSanctions publishes them (`entities.ftm.json`).

Each line is an entity; several make up what is known of one party. Who is a party:

* a person, organisation, vessel, ... that a `Sanction` points to, that has the topic `sanction` or
  `sanction.counter`, or that the publisher flags as a `target`. The flag alone does not count where all
  topics describe an office or a connection (`role.pep`, `sanction.linked`): politicians and the
  relatives of the listed are flagged too, and they are on no watch list;
* everybody, in a file that says none of this of anybody.

All else is folded into the party it belongs to: sanctions become designations, passports identifiers,
ownerships and memberships relations. The lines themselves are kept in the party's record, its own first,
each in the record of one party only, so that `write` gives back what was read. What no party is within
three links of stays in the file as received, and a problem says so.

A party keeps its id as it is. The format carries no date and no name of the list: entities say which data
sets they come from, so a file of one data set is the list of that name, and others need `--list`.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import IO, Final

import msgspec

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import Kind, ListId
from namesake.sources.catalogue import entry, list_id
from namesake.sources.ftm_export import write
from namesake.sources.ftm_facts import EDGES, LINKS, Entity, Surroundings, party_of, primary_name
from namesake.sources.reading import Reading, SourceFile

__all__ = ["FORMAT", "MAX_LINE", "read", "recognises", "write"]

FORMAT: Final = "ftm-json"

MAX_LINE: Final = 32 << 20
"""Bytes one entity may have."""

_REACH: Final = 3


def recognises(files: Sequence[SourceFile]) -> bool:
    """Whether this is one file that begins with a JSON object with `schema` and `properties`."""
    if len(files) != 1:
        return False
    start = files[0].head(1 << 16).lstrip()
    return start.startswith(b"{") and b'"schema"' in start and b'"properties"' in start


def read(files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
    """The edition in one file of JSON lines, as the list `as_list` or that of its only data set.

    The file is gone through three times, so what is held in memory grows with the number of its
    entities and not with their size.

    Raises:
        ListError: not one file, cut off in the middle of a line, without a party, of several data sets
            and no `as_list`, or `as_list` is a list that an authority publishes itself.
    """
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(
            f"FollowTheMoney's entities are one file and not {len(files)} ({names}); add each alone"
        )
    file = files[0]
    if as_list and (known := entry(as_list)):
        raise ListError(
            f"{file.name} holds FollowTheMoney entities and can't be {as_list}, which is read from the files "
            f"that {known.authority} publishes; give it another name, for instance --list {as_list}-ftm"
        )
    survey = _survey(file)
    if not survey.listed and not survey.problems:
        raise ListError(
            f"{file.name} lists nobody: no person, organisation, vessel or other party in it has a Sanction "
            "or the topic 'sanction', or is a target"
        )
    reading = Reading(as_list or _list_of(file, survey.datasets), FORMAT, iter(()))
    reading.records = _records(reading, file, survey)
    return reading


@dataclass(slots=True)
class _Survey:
    """What the first pass learns.

    Attributes:
        schemata: of each entity, by id.
        listed: ids of the parties.
        datasets: named by the entities.
        ends: ids that relations lead to.
        problems: a record lost each, by number of its line.
    """

    schemata: dict[str, str] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    datasets: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    problems: dict[int, Problem] = field(default_factory=dict)

    def lose(self, file_name: str, number: int, message: str, record: str | None) -> None:
        self.problems[number] = Problem(f"{file_name} line {number}", message, lost=True, record=record)


def _survey(file: SourceFile) -> _Survey:
    survey = _Survey()
    marked: set[str] = set()
    sanctioned: set[str] = set()
    unfit: dict[str, tuple[int, str]] = {}
    says_who_is_listed = False
    for number, line in _lines(file):
        try:
            entity = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if not line.endswith(b"\n"):
                raise ListError(
                    f"{file.name} breaks off in line {number}; download it again. Nothing of it was kept"
                ) from None
            no_entity = f"is no FollowTheMoney entity of the flat layout that entities.ftm.json has: {error}"
            survey.lose(file.name, number, no_entity, None)
            continue
        if reason := _not_read(entity, survey):
            survey.lose(file.name, number, reason, entity.id)
            continue
        survey.schemata[entity.id] = entity.schema
        survey.datasets.update(entity.datasets)
        if entity.schema in _UNSUPPORTED:
            known = ", ".join(sorted(_KINDS))
            unfit[entity.id] = number, f"a listed {entity.schema} can't be screened against; only {known} can"
        elif entity.schema in _KINDS and primary_name(entity) is None:
            unfit[entity.id] = number, "a party without name"
        if entity.schema == "Sanction":
            says_who_is_listed = True
            sanctioned.update(entity.values("entity"))
        elif _is_marked(entity):
            marked.add(entity.id)
        says_who_is_listed |= entity.target is not None or entity.id in marked
        survey.ends.update(
            end for name in (*EDGES.get(entity.schema, ())[:2], *LINKS) for end in entity.values(name)
        )
    survey.listed = {id for id, schema in survey.schemata.items() if schema in _KINDS}
    if says_who_is_listed:
        survey.listed = (marked | sanctioned) & (survey.listed | unfit.keys())
    for id in survey.listed & unfit.keys():
        survey.lose(file.name, *unfit[id], id)
        survey.listed.remove(id)
        del survey.schemata[id]
    return survey


def _not_read(entity: Entity, survey: _Survey) -> str | None:
    """Why the entity can't be read, if so."""
    if not entity.id:
        return "an entity without id"
    if entity.id in survey.schemata:
        return f"the id {entity.id!r} has been met before; merge the entities of one id first"
    if entity.schema not in _KINDS and entity.schema not in _OTHER_SCHEMATA:
        return f"{entity.schema!r} is no schema of FollowTheMoney's"
    return None


def _is_marked(entity: Entity) -> bool:
    topics = entity.values("topics")
    if not _LISTING_TOPICS.isdisjoint(topics):
        return True
    return entity.target is True and (not topics or not all(map(_is_descriptive, topics)))


def _is_descriptive(topic: str) -> bool:
    return topic in _DESCRIPTIVE_TOPICS or topic.startswith(_DESCRIPTIVE_FAMILIES)


def _list_of(file: SourceFile, datasets: set[str]) -> ListId:
    if len(datasets) == 1:
        name = re.sub(r"[^a-z0-9._-]+", "-", next(iter(datasets)).lower()).strip("-._")[:64]
        if name and not entry(name):
            return list_id(name)
    named = f"come from {len(datasets)} data sets" if datasets else "name no data set"
    raise ListError(f"{file.name} does not say which list it is (its entities {named}); name it with --list")


def _lines(file: SourceFile) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each line that is not blank."""
    with file.open() as stream:
        number = 0
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                raise ListError(
                    f"{file.name} line {number} has more than {MAX_LINE:,} bytes, as no entity has; "
                    "these are not JSON lines"
                )
            if line.strip():
                yield number, line


def _records(reading: Reading, file: SourceFile, survey: _Survey) -> Iterator[Party | Problem]:
    with tempfile.SpooledTemporaryFile(max_size=1 << 26) as spool:
        others = _others(file, survey, spool)
        for number, line in _lines(file):
            if problem := survey.problems.get(number):
                reading.seen += 1
                yield problem
                continue
            entity = _DECODER.decode(line)
            if entity.id not in survey.listed:
                continue
            reading.seen += 1
            surroundings = Surroundings(
                around=[_DECODER.decode(others.line(index)) for index in others.around[entity.id]],
                captions=others.captions,
            )
            record = [line, *(others.line(index) for index in others.kept[entity.id])]
            yield from party_of(
                entity,
                surroundings,
                list_id=reading.list,
                where=f"{file.name} line {number}",
                record="\n".join(one.decode().strip() for one in record),
            )
        yield from others.loose(file.name)


@dataclass(slots=True)
class _Others:
    """The entities that are no party.

    Attributes:
        spool: their lines.
        places: where each begins, and its length.
        schemata: of each.
        around: for each party, those that it points to or that point to it.
        kept: for each party, those whose line is kept in its record.
        captions: of the entities that relations lead to.
    """

    spool: IO[bytes]
    places: list[tuple[int, int]] = field(default_factory=list)
    schemata: list[str] = field(default_factory=list)
    around: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    kept: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    captions: dict[str, str] = field(default_factory=dict)

    def line(self, index: int) -> bytes:
        start, size = self.places[index]
        self.spool.seek(start)
        return self.spool.read(size)

    def loose(self, file_name: str) -> Iterator[Problem]:
        """A problem for each schema some of whose entities belong to no party."""
        kept = {index for indexes in self.kept.values() for index in indexes}
        counts = Counter(schema for index, schema in enumerate(self.schemata) if index not in kept)
        for schema, count in sorted(counts.items()):
            yield Problem(
                file_name,
                f"{count:,} {schema} belong to no listed party; they stay in the file as received",
                field=schema,
            )


def _others(file: SourceFile, survey: _Survey, spool: IO[bytes]) -> _Others:
    others = _Others(spool)
    index_of: dict[str, int] = {}
    # What a party points to, and what each other entity points to, by id: both may come later in the file.
    from_parties: list[tuple[str, str]] = []
    links: list[tuple[int, str]] = []
    for number, line in _lines(file):
        if number in survey.problems:
            continue
        entity = _DECODER.decode(line)
        if entity.id in survey.ends:
            others.captions[entity.id] = entity.label
        points_to = {
            value
            for values in entity.properties.values()
            for value in values
            if value in survey.schemata and value != entity.id
        }
        if entity.id in survey.listed:
            from_parties += [(entity.id, id) for id in sorted(points_to) if id not in survey.listed]
            continue
        index = index_of[entity.id] = len(others.places)
        others.places.append((spool.tell(), len(line)))
        others.schemata.append(entity.schema)
        spool.write(line)
        for id in sorted(points_to):
            if id in survey.listed:
                others.around[id].append(index)
            else:
                links.append((index, id))
    for party, id in from_parties:
        if index_of[id] not in others.around[party]:
            others.around[party].append(index_of[id])
    _assign(others, [(index, index_of[id]) for index, id in links])
    return others


def _assign(others: _Others, links: list[tuple[int, int]]) -> None:
    """Give each entity to one party: the first it is linked to, or one within reach of its links."""
    keeper: dict[int, str] = {}
    for party, indexes in others.around.items():
        for index in indexes:
            keeper.setdefault(index, party)
    neighbours: dict[int, list[int]] = defaultdict(list)
    for one, other in links:
        neighbours[one].append(other)
        neighbours[other].append(one)
    reached = sorted(keeper)
    for _ in range(_REACH - 1):
        found: dict[int, str] = {}
        for index in reached:
            if others.schemata[index] in _MEETING_PLACES:
                continue
            for next_one in neighbours[index]:
                if next_one not in keeper:
                    found.setdefault(next_one, keeper[index])
        keeper.update(found)
        reached = sorted(found)
    for index in sorted(keeper):
        others.kept[keeper[index]].append(index)


_DECODER: Final = msgspec.json.Decoder(Entity)
_KINDS: Final = frozenset(kind.value for kind in Kind)
_LISTING_TOPICS: Final = frozenset({"sanction", "sanction.counter"})
# Topics that say what somebody is or near whom, by themselves no reason to be on a watch list.
_DESCRIPTIVE_TOPICS: Final = frozenset(
    {"sanction.linked", "sanction.control", "export.control.linked", "export.risk", "invest.risk", "poi"}
)
_DESCRIPTIVE_FAMILIES: Final = ("role.", "gov", "pol.", "rel", "mil", "fin", "corp.", "geo.")
# Thousands may hold one position or live at one address: a link through it is no link between them.
_MEETING_PLACES: Final = frozenset({"Position", "Address", "Territory"})
# Things that could be listed, of which Namesake has no kind.
_UNSUPPORTED: Final = frozenset({"Asset", "BankAccount", "Project", "RealEstate", "UserAccount", "Vehicle"})
# The other schemata of FollowTheMoney 4.
_OTHERS: Final = """
    Address Analyzable Article Associate Audio Call CallForTenders Contract ContractAward Control CourtCase
    CourtCaseParty Debt Directorship Document Documentation EconomicActivity Email Employment Event Family
    Folder HyperText Identification Image Interest Interval License Membership Mention Message Note Occupancy
    Ownership Package Page Pages Passport Payment PlainText Position ProjectParticipant Representation Risk
    Sanction Similar Succession Table TaxRoll Territory Thing Trip UnknownLink Value Video Workbook
"""
_OTHER_SCHEMATA: Final = _UNSUPPORTED.union(_OTHERS.split())
