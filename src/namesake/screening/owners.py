"""The owners of ownership data: who of them is listed, who may be, and of whom that can't be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Final

import msgspec

from namesake.match.alignment import compare_names
from namesake.match.evidence import Evidence, EvidenceKind
from namesake.model.ownership import Holder, Ownership
from namesake.model.party import Effect, Party, SameAs
from namesake.model.subject import Subject
from namesake.names.tokens import parse
from namesake.network.arithmetic import Seeds
from namesake.screening.certainty import doubt_of
from namesake.screening.recognised import Known, Recognised
from namesake.screening.standing import newest
from namesake.text.mention import Status

if TYPE_CHECKING:
    from namesake.screening.result import Hit
    from namesake.screening.screener import Screener

__all__ = ["Owners"]

_PLENTY: Final = 200
"""So many owners are screened sooner by the compiled walk, even if it has to be compiled first."""

_MOST_FOUND: Final = 100
"""So many parties that an owner may be are looked at: one whose listing blocks may not be among the first."""


class Owners:
    """The owners of some ownership data, as one screener knows them on one day.

    Args:
        screener: who the listed are, and when a name is theirs.
        ownership: who owns whom.
        day: the day asked about; None for now.
    """

    def __init__(self, screener: Screener, ownership: Ownership, day: dt.date | None) -> None:
        self._screener, self._ownership, self._day = screener, ownership, day
        self._holders = {holder.id: holder for holder in ownership.holders}
        self.recognised: dict[str, Recognised | None] = {}

    def seeds(self, ids: Iterable[str], *, blocking: bool = True) -> Seeds:
        """Those of these holders who are blocked themselves, or may be; else those listed and not blocked."""
        wanted = list(dict.fromkeys(ids))
        self._recognise([self._holders[id] for id in wanted if id not in self.recognised])
        found = [one for id in wanted if (one := self.recognised[id]) is not None and one.blocks is blocking]
        listed = {one.holder: one for one in found if one.status is Status.SAME}
        return Seeds(
            listed=tuple(listed),
            possible=tuple(one.holder for one in found if one.status is Status.POSSIBLE),
            unknown=tuple(id for id in wanted if blocking and id in self.unchecked and id not in listed),
            persons={one.holder: self._persons(one) for one in found},
        )

    @cached_property
    def unchecked(self) -> dict[str, str]:
        """Of each owner of whom it can't be told whether he is listed, why not, and what to do, by id."""
        told = ((id, self._why_unchecked(self._holders[id])) for id in self._places)
        return {id: f"{self._places[id]}: owner {why}" for id, why in told if why}

    @cached_property
    def contradicted(self) -> tuple[str, ...]:
        """A warning for each owner who is given a party's id and a name that is nothing like the party's."""
        return tuple(why for id in self._places if (why := self._why_contradicted(self._holders[id])))

    def _why_contradicted(self, holder: Holder) -> str | None:
        parties = [party for id in self._ids(holder) if (party := self._screener.latest(id)) is not None]
        given = [name for name in holder.names if name != holder.id]
        if not parties or not all(self._are_unlike(given, party) for party in parties):
            return None
        return (
            f"{self._places[holder.id]}: owner {holder.id!r}, first told there, is {parties[0].name} on the "
            f"list and called {given[0][:60]!r} in this file, which is nothing like it: the id counts; "
            "check which is right"
        )

    @property
    def unlike(self) -> tuple[str, ...]:
        """A warning for each owner known so far by a number alone, whose name is nothing like the party's."""
        return tuple(
            f"{self._places[id]}: owner {one.name[:60]!r} has {_number_of(one)} of {one.party.id} "
            f"{one.party.name}, and a name that is nothing like it: the number counts; check which is right"
            for id, one in self.recognised.items()
            if one is not None and one.by is Known.IDENTIFIER and one.status is Status.SAME
            if id in self._places and self._are_unlike(self._holders[id].names, one.party)
        )

    def _are_unlike(self, given: Sequence[str], party: Party) -> bool:
        """Whether names, if any are given, have nothing in common with the party's."""
        records = [party, *(one.party for one in self._screener.same_as(party.id, self._day))]
        listed = [name.text for one in records for name in one.names]
        return bool(given) and not any(map(_alike, product(given, listed)))

    @cached_property
    def _places(self) -> dict[str, str]:
        """Where each owner is told first, by id."""
        sources: dict[str, str] = {}
        for stake in self._ownership.stakes:
            sources.setdefault(stake.owner, f"{self._ownership.name} {stake.source}")
        return sources

    def _why_unchecked(self, holder: Holder) -> str | None:
        name = self._screener.unknown(self._id(holder))
        if name is not None:
            return (
                f"{holder.id!r} is no party that an edition held of {name} has: check the id, or "
                f"{newest(name, self._screener.freshness)}; until then it may be anybody"
            )
        if holder.anonymous is not None or self._screener.knows(self._id(holder)):
            return None
        if not holder.names:
            return (
                f"{holder.id!r} is an id without a name, so it can't be checked and may be anybody: give its "
                "name"
            )
        subject = holder.subject()
        if subject is None or not any(map(_can_be_screened, subject.names)):
            return (
                f"{holder.name[:60]!r} has no name that can be compared, so it can't be checked and may be "
                "anybody: give its name"
            )
        return None

    def _recognise(self, holders: Sequence[Holder]) -> None:
        named: list[tuple[Holder, Subject]] = []
        for holder in holders:
            by_id = self._by_id(holder)
            self.recognised[holder.id] = by_id
            subject = self._subject(holder) if by_id is None else None
            if subject is not None:
                named.append((holder, subject))
        self._screen(named)

    def _subject(self, holder: Holder) -> Subject | None:
        """What is known of a holder, to be screened; None where that is nothing."""
        if holder.anonymous is None and (subject := holder.subject()) is not None:
            return subject if any(map(_can_be_screened, subject.names)) else None
        known = self._screener.latest(self._id(holder))
        if known is not None:
            # A party of a list that has it no longer, or that is not asked: others may have it too.
            names = tuple(name.text for name in known.names)
            return Subject(names=names, kind=known.kind, birth_dates=known.birth_dates, id=holder.id)
        if holder.identifiers and _can_be_screened(holder.id):
            # The id stands where a name has to; `_screen` lets nobody be found by it.
            return Subject(names=(holder.id,), identifiers=holder.identifiers, id=holder.id)
        return None

    def _id(self, holder: Holder) -> str:
        """Its id as a list writes it, where it is a party's or looks like one."""
        ids = self._ids(holder)
        known = (id for id in ids if self._screener.knows(id))
        return next(known, None) or next(filter(self._screener.unknown, ids), ids[0])

    def _ids(self, holder: Holder) -> list[str]:
        return [self._screener.id_of(id) for id in (holder.id, *holder.referents)]

    def _by_id(self, holder: Holder) -> Recognised | None:
        found = (self._listed_as(holder, id) for id in self._ids(holder))
        return max((one for one in found if one), key=lambda one: one.blocks, default=None)

    def _listed_as(self, holder: Holder, id: str) -> Recognised | None:
        party = self._screener.listed(id, self._day)
        linked = self._screener.same_as(id, self._day)
        if party is None and not linked:
            return None
        # Of a party that its own list has no longer the other lists' records are what is left.
        through = () if party is not None and _blocks(party) else _blocking(linked)
        shown = party or (*through, *linked)[0].party
        blocks = bool(through) or _blocks(shown)
        return Recognised(holder.id, shown.name, shown, Known.ID, blocks, 1.0, through=through)

    def _through(self, party: Party) -> tuple[SameAs, ...]:
        """The other lists' records of a party that block, where its own does not."""
        return () if _blocks(party) else _blocking(self._screener.same_as(party.id, self._day))

    def _persons(self, one: Recognised) -> tuple[str, ...]:
        """The persons that somebody is or, where that is not settled, may be."""
        also = one.also if one.status is Status.POSSIBLE else ()
        return tuple(dict.fromkeys(map(self._person, (one.party.id, *also))))

    def _person(self, party: str) -> str:
        """What all records of one party have in common."""
        return min([party, *(one.party.id for one in self._screener.same_as(party, self._day))])

    def _screen(self, named: Sequence[tuple[Holder, Subject]]) -> None:
        if len(named) > _PLENTY:
            from namesake.index.kernels import compile_kernels

            compile_kernels()
        for start in range(0, len(named), 64):
            some = named[start : start + 64]
            subjects = [subject for _, subject in some]
            answers = self._screener.answers(subjects, self._day, _MOST_FOUND, False)
            for (holder, subject), answer in zip(some, answers, strict=True):
                by_id_only = subject.names == (holder.id,) and holder.id not in holder.names
                found = [
                    self._recognised_by(holder, hit)
                    for hit in answer.hits
                    if not by_id_only or _known(hit.evidence) is Known.IDENTIFIER
                ]
                if not found:
                    continue
                # Of those it may be, one whose listing blocks counts before one whose does not.
                best = max(found, key=lambda one: (one.blocks, one.status is Status.SAME, one.score))
                also = tuple(one.party.id for one in found if one is not best)
                best = self._unrivalled(best, found)
                self.recognised[holder.id] = msgspec.structs.replace(best, also=also)

    def _recognised_by(self, holder: Holder, hit: Hit) -> Recognised:
        through = self._through(hit.party)
        return Recognised(
            holder=holder.id,
            name=holder.name,
            party=hit.party,
            by=_known(hit.evidence),
            blocks=_blocks(hit.party) or bool(through),
            score=hit.score,
            evidence=hit.evidence,
            through=through,
            doubt=doubt_of(hit, holder),
        )

    def _unrivalled(self, best: Recognised, found: Sequence[Recognised]) -> Recognised:
        """It with a doubt where somebody fits as well by name of whom that would not hold."""
        if best.by is not Known.NAME_AND_MORE or best.doubt is not None:
            return best
        person = self._person(best.party.id)
        for one in found:
            alike = one.blocks and one.status is Status.SAME
            if one.score >= best.score and not alike and self._person(one.party.id) != person:
                return msgspec.structs.replace(best, doubt=f"{one.party.id} {one.party.name} fits as well")
        return best


def _blocks(party: Party) -> bool:
    """Whether its assets are frozen, by any designation, as far as its programmes tell."""
    return not party.designations or any(
        not one.effects or Effect.ASSET_FREEZE in one.effects for one in party.designations
    )


def _blocking(records: Iterable[SameAs]) -> tuple[SameAs, ...]:
    return tuple(one for one in records if _blocks(one.party))


def _known(evidence: Iterable[Evidence]) -> Known:
    agreeing = {piece.kind for piece in evidence if piece.points > 0}
    if EvidenceKind.IDENTIFIER in agreeing:
        return Known.IDENTIFIER
    return Known.NAME_AND_MORE if EvidenceKind.BIRTH_DATE in agreeing else Known.NAME


def _alike(names: tuple[str, str]) -> bool:
    """Whether two names have any part in common, read either way; an initial is none."""
    return any(
        piece.agree > 2 * piece.against
        for person in (True, False)
        for piece in compare_names(*(parse(name, person=person) for name in names))
    )


def _number_of(one: Recognised) -> str:
    piece = next(piece for piece in one.evidence if piece.kind is EvidenceKind.IDENTIFIER)
    return f"{piece.reason}, {piece.query},"


def _can_be_screened(text: str) -> bool:
    return any(map(str.isalnum, text))
