"""Is a company blocked because of who owns it, by which sums and chains, and what could change that?"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from namesake.errors import InputError
from namesake.model.ownership import Holder, Ownership, StakeKind, plain_number
from namesake.model.values import Value
from namesake.network.capital import Rows, capital_of
from namesake.network.rules import Rule
from namesake.network.spreading import NEVER, both, holds_out, trace

__all__ = ["Arithmetic", "Counts", "Finding", "Link", "Part", "Sum", "Verdict"]

_MOST_SUMS: Final = 200
_MOST_PARTS: Final = 50


class Verdict(StrEnum):
    """What ownership makes of a company."""

    BLOCKED = "blocked"
    OPEN = "could be blocked"
    FREE = "not blocked"


class Counts(StrEnum):
    """Why an owner's share counts, or does not."""

    LISTED = "listed"
    OWNED = "itself blocked by ownership"
    MAYBE = "itself perhaps blocked by ownership"
    ANONYMOUS = "nobody says who it is"
    NOT = "not blocked"


class Part(Value, frozen=True):
    """One owner's share in a sum.

    Attributes:
        least, most: of the share, in percent; equal where it is known.
        told: the share in words; several where it is told several times.
    """

    owner: str
    name: str
    least: Decimal
    most: Decimal
    counts: Counts
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Sum(Value, frozen=True):
    """How much of a company blocked persons have, by one kind of stake.

    Attributes:
        least: what they surely have, in percent.
        most: what they could have.
        untold: how much of it the data says nothing of, in percent.
        parts: its owners, those that count first.
        more: owners beyond those.
    """

    company: str
    name: str
    kind: StakeKind
    verdict: Verdict
    least: Decimal
    most: Decimal
    untold: Decimal
    parts: tuple[Part, ...]
    more: int = 0


class Link(Value, frozen=True):
    """A step of a chain: an owner, his share and what he owns."""

    owner: str
    owner_name: str
    share: str
    owned: str
    owned_name: str
    kind: StakeKind = StakeKind.OWNERSHIP


class Finding(Value, frozen=True):
    """What ownership makes of one company.

    Attributes:
        least, most: how much of it blocked persons surely have, and could have, in percent.
        sums: the sums that lead there, its own last.
        chains: the shortest chain from somebody listed to it, for each owner that counts.
        open: what, if it were known, could change the answer.
        blockers: those who are listed and count in it.
        contradictions: companies of which more than the whole is told.
    """

    company: str
    name: str
    verdict: Verdict
    least: Decimal
    most: Decimal
    sums: tuple[Sum, ...]
    chains: tuple[tuple[Link, ...], ...]
    open: tuple[str, ...]
    blockers: tuple[str, ...]
    contradictions: tuple[str, ...] = ()


class _Side(NamedTuple):
    """One answer to who is blocked: the rounds in which, of all seeds together or of some alone."""

    rounds: Rows | Mapping[int, int]

    def of(self, holder: int) -> int:
        if isinstance(self.rounds, Mapping):
            return self.rounds.get(holder, NEVER)
        return int(self.rounds[holder])


class _Mates(NamedTuple):
    """Listed owners whose holdings are added, and what comes of them."""

    seeds: frozenset[int]
    surely: _Side
    possibly: _Side


class Arithmetic:
    """The answer for all companies of some ownership data.

    Args:
        ownership: the data.
        listed: the ids of the holders who are blocked themselves.
        rule: when ownership makes a company blocked.
        day: the day asked about; None leaves out what is said to have ended.
    """

    def __init__(
        self, ownership: Ownership, listed: Iterable[str], rule: Rule, day: dt.date | None = None
    ) -> None:
        self.rule = rule
        self.holders: dict[str, Holder] = {holder.id: holder for holder in ownership.holders}
        self.capital = capital_of(ownership.holders, ownership.stakes, rule, day)
        numbers = self.capital.numbers
        self._seeds = frozenset(numbers[id] for id in listed if id in numbers)
        self._nobody = frozenset(
            numbers[holder.id] for holder in ownership.holders if holder.anonymous is not None
        )
        self._mates = list(self._reckoned())

    def blocked(self) -> Iterator[tuple[str, Verdict]]:
        """The companies that ownership makes blocked, then those it could, by name; not the listed."""
        sure = set().union(*(_all_of(mates.surely) for mates in self._mates)) - self._seeds
        maybe = set().union(*(_all_of(mates.possibly) for mates in self._mates))
        maybe -= sure | self._seeds | self._nobody
        for verdict, numbers in ((Verdict.BLOCKED, sure), (Verdict.OPEN, maybe)):
            ids = [self.capital.ids[number] for number in numbers]
            yield from ((id, verdict) for id in sorted(ids, key=lambda id: (self.holders[id].name, id)))

    def finding(self, company: str) -> Finding:
        """What ownership makes of a company, and why.

        Raises:
            InputError: the data does not know it.
        """
        number = self.capital.numbers.get(company)
        if number is None:
            raise InputError(f"{company!r} is nobody in the ownership data; give an id or a name that is")
        mates, verdict = self._telling(number)
        upstream = self._upstream(number)
        sums = [one for holder in upstream for one in self._sums(holder, mates)]
        # Of what is above a company, that is shown which blocked persons have anything of.
        own = [one for one in sums if one.company == company]
        above = [one for one in sums if one.company != company and one.most]
        above.sort(key=lambda one: self._order(one.company, mates))
        side = mates.surely if verdict is Verdict.BLOCKED else mates.possibly
        chains = tuple(self._chains(number, side)) if side.of(number) > 0 else ()
        best = max(own, key=lambda one: (one.least, one.most), default=None)
        return Finding(
            company=company,
            name=self.holders[company].name,
            verdict=verdict,
            least=best.least if best else Decimal(0),
            most=max((one.most for one in own), default=Decimal(0)),
            sums=(*above[:_MOST_SUMS], *own),
            chains=chains,
            open=tuple(_open(number, [*above, *own], self.rule)) if verdict is not Verdict.BLOCKED else (),
            blockers=tuple(
                sorted(self.capital.ids[one] for one in upstream if one in mates.seeds and one != number)
            ),
            contradictions=tuple(sorted({
                one.name for one in sums
                if self.capital.told[self._slot(one)] > self.capital.whole
            })),
        )  # fmt: skip

    def owners_above(self, company: str) -> list[str]:
        """The ids of all who have anything of a company, directly or through others; itself first."""
        return [self.capital.ids[number] for number in self._upstream(self.capital.numbers[company])]

    def _reckoned(self) -> Iterator[_Mates]:
        capital, rule = self.capital, self.rule
        if rule.together:
            yield _Mates(self._seeds, *map(_Side, both(capital, self._seeds, self._nobody, rule)))
            return
        for seeds in self._groups() or [frozenset()]:
            # Whom nobody names may be the very same person.
            surely = _Side(trace(capital, seeds, rule))
            possibly = _Side(trace(capital, seeds | self._nobody, rule, possibly=True))
            yield _Mates(seeds, surely, possibly)

    def _groups(self) -> list[frozenset[int]]:
        """The listed, each alone or with those he acts with."""
        group = {seed: {seed} for seed in self._seeds}
        first: dict[str, int] = {}
        for stake in self.capital.stakes:
            owner = self.capital.numbers[stake.owner]
            if stake.jointly is None or owner not in group:
                continue
            one, other = group[owner], group[first.setdefault(stake.jointly, owner)]
            if one is not other:
                one |= other
                for member in other:
                    group[member] = one
        return sorted({frozenset(one) for one in group.values()}, key=min)

    def _telling(self, number: int) -> tuple[_Mates, Verdict]:
        """Those whose holdings tell most about a company, and what they make of it."""

        def told(mates: _Mates) -> tuple[bool, bool, int, int]:
            sums = list(self._had(number, mates))
            return (
                mates.surely.of(number) > 0,
                mates.possibly.of(number) > 0,
                max((least for _, least, _ in sums), default=0),
                max((most for _, _, most in sums), default=0),
            )

        best = max(self._mates, key=told)
        sure, maybe, _, _ = told(best)
        return best, Verdict.BLOCKED if sure else Verdict.OPEN if maybe else Verdict.FREE

    @cached_property
    def _inward(self) -> tuple[Rows, Rows, Rows]:
        """The shares by what they are of: their numbers, where those of each slot begin, and their owners."""
        order = np.argsort(self.capital.slots, kind="stable")
        starts = np.searchsorted(self.capital.slots[order], np.arange(len(self.capital.told) + 1))
        return order, starts, self.capital.owners()

    def _shares(self, slot: int) -> list[tuple[int, int]]:
        """Number and owner of each share of a slot."""
        order, starts, owners = self._inward
        shares = order[starts[slot] : starts[slot + 1]]
        return list(zip(shares.tolist(), owners[shares].tolist(), strict=True))

    def _slots(self, holder: int) -> range:
        kinds = len(self.capital.kinds)
        return range(holder * kinds, (holder + 1) * kinds)

    def _slot(self, one: Sum) -> int:
        return self._slots(self.capital.numbers[one.company])[self.capital.kinds.index(one.kind)]

    def _upstream(self, number: int) -> list[int]:
        """Itself and all who have anything of it, nearest first."""
        found = {number: None}
        waiting = deque([number])
        while waiting:
            for slot in self._slots(waiting.popleft()):
                for _, owner in self._shares(slot):
                    if owner not in found:
                        found[owner] = None
                        waiting.append(owner)
        return list(found)

    def _had(self, number: int, mates: _Mates) -> Iterator[tuple[int, int, int]]:
        """For each slot of a holder, what the mates surely and possibly have of it, in units."""
        capital = self.capital
        for slot in self._slots(number):
            least = most = lasting = 0
            for share, owner in self._shares(slot):
                if mates.surely.of(owner) != NEVER:
                    least += int(capital.least[share])
                if mates.possibly.of(owner) != NEVER:
                    most += int(capital.most[share])
                    lasting += int(capital.least[share])
            yield slot, least, holds_out(capital, slot, most, lasting, possibly=True)

    def _sums(self, number: int, mates: _Mates) -> Iterator[Sum]:
        capital = self.capital
        id = capital.ids[number]
        for (slot, least, most), kind in zip(self._had(number, mates), capital.kinds, strict=True):
            shares = self._shares(slot)
            if not shares:
                continue
            parts = sorted(
                (self._part(share, owner, mates) for share, owner in shares),
                key=lambda part: (_ORDER.index(part.counts), -part.least, -part.most, part.name, part.owner),
            )
            bar = capital.bar + self.rule.more
            verdict = Verdict.BLOCKED if least >= bar else Verdict.OPEN if most >= bar else Verdict.FREE
            yield Sum(
                company=id,
                name=self.holders[id].name,
                kind=kind,
                verdict=verdict,
                least=capital.percent(least),
                most=capital.percent(most),
                untold=capital.percent(max(0, capital.whole - int(capital.shared[slot]))),
                parts=tuple(parts[:_MOST_PARTS]),
                more=max(0, len(parts) - _MOST_PARTS),
            )

    def _part(self, share: int, owner: int, mates: _Mates) -> Part:
        capital = self.capital
        id = capital.ids[owner]
        stakes = capital.stakes_of(share)
        return Part(
            owner=id,
            name=self.holders[id].name,
            least=capital.percent(capital.least[share]),
            most=capital.percent(capital.most[share]),
            counts=self._counts(owner, mates),
            told=tuple(str(stake.share) for stake in stakes),
            notes=tuple(dict.fromkeys(stake.note for stake in stakes if stake.note)),
            sources=tuple(dict.fromkeys(stake.source for stake in stakes if stake.source)),
        )

    def _counts(self, owner: int, mates: _Mates) -> Counts:
        if owner in mates.seeds:
            return Counts.LISTED
        if mates.surely.of(owner) != NEVER:
            return Counts.OWNED
        if owner in self._nobody:
            return Counts.ANONYMOUS
        return Counts.MAYBE if mates.possibly.of(owner) != NEVER else Counts.NOT

    def _order(self, company: str, mates: _Mates) -> tuple[int, int, str]:
        number = self.capital.numbers[company]
        last = len(self.capital.ids) + 1
        surely, possibly = mates.surely.of(number), mates.possibly.of(number)
        return surely if surely != NEVER else last, possibly if possibly != NEVER else last, company

    def _chains(self, number: int, side: _Side) -> Iterator[tuple[Link, ...]]:
        """For each owner of a company that counts, the shortest way to it from a seed."""
        for slot in self._slots(number):
            counting = [(share, owner) for share, owner in self._shares(slot) if side.of(owner) != NEVER]
            counting.sort(key=lambda one: (side.of(one[1]), -self.capital.most[one[0]], one[1]))
            for share, owner in counting[:_MOST_PARTS]:
                links = [self._link(share, owner, slot)]
                while side.of(owner) > 0 and owner != number:
                    share, owner, slot_above = self._nearest(owner, side)
                    links.append(self._link(share, owner, slot_above))
                if owner != number:  # What comes round to it counts, and explains nothing.
                    yield tuple(reversed(links))

    def _nearest(self, number: int, side: _Side) -> tuple[int, int, int]:
        """The share of a blocked company whose owner was blocked first; of equals the largest."""
        found = [
            (side.of(owner), -int(self.capital.most[share]), owner, share, slot)
            for slot in self._slots(number)
            for share, owner in self._shares(slot)
            if NEVER < side.of(owner) < side.of(number)
        ]
        _, _, owner, share, slot = min(found)
        return share, owner, slot

    def _link(self, share: int, owner: int, slot: int) -> Link:
        capital = self.capital
        company, kind = divmod(slot, len(capital.kinds))
        least, most = (capital.percent(side[share]) for side in (capital.least, capital.most))
        stakes = capital.stakes_of(share)
        told = (
            str(stakes[0].share) if len(stakes) == 1 else f"{plain_number(least)} to {plain_number(most)} %"
        )
        own, owned = capital.ids[owner], capital.ids[company]
        kind_of = capital.kinds[kind]
        return Link(
            own, self.holders[own].name, "control" if kind_of is StakeKind.CONTROL else told,
            owned, self.holders[owned].name, kind_of,
        )  # fmt: skip


_ORDER: Final = tuple(Counts)


def _all_of(side: _Side) -> set[int]:
    if isinstance(side.rounds, Mapping):
        return set(side.rounds)
    return set(np.flatnonzero(side.rounds != NEVER).tolist())


def _open(number: int, sums: list[Sum], rule: Rule) -> Iterator[str]:
    """What is not known that could make a company blocked, in sentences."""
    for one in sums:
        for part in one.parts:
            if part.counts is Counts.NOT:
                continue
            if part.counts is Counts.ANONYMOUS:
                yield f"{part.name} has {_range(part)} of {one.name}, and nobody says who that is"
            elif part.least != part.most:
                yield f"{part.name} has {_range(part)} of {one.name}: how much is not known"
        reach = rule.percent - one.least
        if one.kind is not StakeKind.CONTROL and one.least and one.untold >= reach > 0:
            yield (
                f"of {plain_number(one.untold)} % of {one.name} nobody says whose it is: with "
                f"{'more than ' * rule.more}{plain_number(reach)} % more it would be blocked"
            )


def _range(part: Part) -> str:
    return (
        part.told[0] if len(part.told) == 1 else f"{plain_number(part.least)} to {plain_number(part.most)} %"
    )
