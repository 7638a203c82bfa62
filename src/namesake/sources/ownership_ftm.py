"""Reads ownership from FollowTheMoney JSON lines: `Ownership` entities and those they join.

`owner` and `asset` are the ends, `percentage` the share (`25`, `33.4 %`, `25-50`), `startDate` and `endDate`
the days. A `Control` entity is control by other means. An end without an entity of its own is a holder nobody
names, unless its id is that of a listed party; an entity of any schema tells its name. `referents` are ids
that lists may have it under, as our own export of a list gives them. Case in a schema makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from namesake.errors import InputError
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.edition import Problem
from namesake.model.ownership import (
    UNKNOWN_DAY,
    Holder,
    Ownership,
    Share,
    Stake,
    StakeKind,
    days_held,
    fraction_among,
    names_nobody,
)
from namesake.model.party import Party
from namesake.model.values import Kind, ListId
from namesake.sources.ftm_facts import Entity, Surroundings, party_of, primary_name
from namesake.sources.reading import SourceFile

__all__ = ["FORMAT", "MAX_LINE", "read", "recognises"]

FORMAT: Final = "ftm-ownership"

MAX_LINE: Final = 32 << 20
"""Bytes one entity may have."""

_DECODER: Final = msgspec.json.Decoder(Entity)
_ENDS: Final = {
    "Ownership": ("owner", "asset", StakeKind.OWNERSHIP),
    "Control": ("controller", "controlled", StakeKind.CONTROL),
}
_SCHEMATA: Final = {name.casefold(): name for name in (*_ENDS, *Kind)}
_NO_LIST: Final = ListId("ownership")


def recognises(file: SourceFile) -> bool:
    """Whether it begins with a JSON object with `schema` and `properties`."""
    start = file.head(1 << 16).lstrip()
    return start.startswith(b"{") and b'"schema"' in start and b'"properties"' in start


def read(file: SourceFile) -> Ownership:
    """The holders and stakes of a file.

    Raises:
        InputError: a line longer than `MAX_LINE`, no Ownership in it, or shares that are parts of 1 and no
            percent.
    """
    reading = _Reading(file.name)
    for number, line in _lines(file):
        reading.records += 1
        reading.take(f"{file.name} line {number}", line)
    if not reading.stakes and not reading.problems:
        raise InputError(f"{file.name} says of nobody whom he owns: there is no Ownership entity in it")
    if (fraction := fraction_among(reading.shares)) is not None:
        raise InputError(
            f"{file.name} has a percentage of {fraction} and none above 1: these look like parts of 1, not "
            f"percent; multiply them by 100, or write {fraction}% if it is percent"
        )
    for stake in reading.stakes:
        for end in (stake.owner, stake.owned):
            if end not in reading.holders and (other := reading.others.get(end)) is not None:
                reading.holders[end] = _holder(replace(other, schema=Kind.LEGAL_ENTITY), None)
            reading.holders.setdefault(end, Holder(end, anonymous=f"{end}, of whom nothing is told"))
    joined = {end for stake in reading.stakes for end in (stake.owner, stake.owned)}
    return Ownership(
        name=file.name,
        format=FORMAT,
        holders=tuple(holder for id, holder in reading.holders.items() if id in joined),
        stakes=tuple(reading.stakes),
        problems=tuple(reading.problems),
        records=reading.records,
    )


class _Reading:
    """What has been read of a file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.holders: dict[str, Holder] = {}
        self.stakes: list[Stake] = []
        self.problems: list[Problem] = []
        self.others: dict[str, Entity] = {}  # Of schemata that are no party's, an asset for instance.
        self.shares: dict[str, None] = {}
        self.records = 0

    def take(self, where: str, line: bytes) -> None:
        try:
            entity = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self.problems.append(Problem(where, f"is no FollowTheMoney entity: {error}", lost=True))
            return
        schema = _SCHEMATA.get(entity.schema.casefold())
        if schema in _ENDS:
            self._relate(where, replace(entity, schema=schema))
        elif schema is not None and entity.id:
            self.holders[entity.id] = _holder(replace(entity, schema=schema), Kind(schema))
        elif any(entity.values(owner) and entity.values(owned) for owner, owned, _ in _ENDS.values()):
            known = " and ".join(_ENDS)
            message = f"schema {entity.schema!r} is not known: of those who own others {known} are read"
            self._tell(where, entity, "schema", message, lost=True)
        elif entity.id and primary_name(entity) is not None:
            self.others[entity.id] = entity

    def _relate(self, where: str, entity: Entity) -> None:
        owner_field, owned_field, kind = _ENDS[entity.schema]
        owners, assets = entity.values(owner_field), entity.values(owned_field)
        for name, values in ((owner_field, owners), (owned_field, assets)):
            if not values:
                self._tell(where, entity, name, f"{entity.schema} {entity.id!r} has no {name}", lost=True)
                return
        share = self._share(where, entity)
        since, until, wrong = days_held(
            *(self._date(where, entity, name) for name in ("startDate", "endDate"))
        )
        if wrong is not None:
            self._tell(where, entity, "startDate", wrong)
        for owner in owners:
            for owned in assets:
                self.stakes.append(
                    Stake(owner, owned, share, kind, since, until, source=f"{entity.schema} {entity.id}")
                )

    def _share(self, where: str, entity: Entity) -> Share:
        """What is told, which spans all that stands there where it is several."""
        told = []
        for text in entity.values("percentage"):
            try:
                told.append(Share.of(text))
                self.shares[text] = None
            except InputError as error:
                self._tell(where, entity, "percentage", f"{error}; it is taken as not known")
        if not told:
            return Share()
        least = min(told, key=lambda one: (one.least, one.above))
        most = max(told, key=lambda one: (one.most, not one.below))
        if len(told) == 1:
            return told[0]
        return Share(least.least, most.most, least.above, most.below)

    def _date(self, where: str, entity: Entity, name: str) -> PartialDate | None:
        dates = []
        for text in entity.values(name):
            date, warning = read_leniently(text)
            dates += [date] if date else []
            if warning:
                self._tell(where, entity, name, warning)
        if not dates:
            return UNKNOWN_DAY if entity.values(name) else None
        # Of several it lies between the first and the last.
        first, last = min(one.earliest for one in dates), max(one.latest for one in dates)
        return dates[0] if len(dates) == 1 else PartialDate.between(first.isoformat(), last.isoformat())

    def _tell(self, where: str, entity: Entity, name: str, message: str, *, lost: bool = False) -> None:
        self.problems.append(Problem(where, message, lost=lost, field=name, record=entity.id))


_ALONE: Final = Surroundings([], {})


def _holder(entity: Entity, kind: Kind | None) -> Holder:
    (party,) = (
        record
        for record in party_of(entity, _ALONE, list_id=_NO_LIST, where="", record="")
        if isinstance(record, Party)
    )
    names = tuple(name.text for name in party.names) if primary_name(entity) is not None else ()
    named = not all(map(names_nobody, names))
    return Holder(
        id=entity.id,
        names=names if named else (),
        kind=kind,
        birth_dates=party.birth_dates,
        countries=tuple(one.code for one in party.countries if one.code),
        identifiers=party.identifiers,
        anonymous=None if named else f"{names[0] if names else entity.id}, whom nobody names",
        referents=tuple(entity.referents),
    )


def _lines(file: SourceFile) -> Iterator[tuple[int, bytes]]:
    with file.open() as stream:
        number = 0
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                raise InputError(
                    f"{file.name} line {number} has more than {MAX_LINE:,} bytes, as no entity has"
                )
            if line.strip():
                yield number, line
