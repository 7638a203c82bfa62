"""Is a company blocked because of who owns it, and by whom?"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from namesake.errors import InputError
from namesake.model.ownership import Holder, Ownership, StakeKind
from namesake.network.capital import Joint, Rows, capital_of, joint_shares
from namesake.network.findings import Verdict
from namesake.network.rules import Rule
from namesake.network.spreading import NEVER, both, holds_out, trace

__all__ = ["Arithmetic", "Mates", "Seeds", "Side"]


@dataclass(frozen=True, slots=True)
class Seeds:
    """Who is blocked to begin with, by the holders' ids.

    Attributes:
        listed: who surely is.
        possible: who may be one that is listed.
        unknown: of whom nobody can tell, beside those whom nobody names.
        persons: which persons each of the listed is and each of the possible may be: what those have who are,
            or may be, one person is added; who is left out is one alone.
    """

    listed: Collection[str] = ()
    possible: Collection[str] = ()
    unknown: Collection[str] = ()
    persons: Mapping[str, Collection[str]] = field(default_factory=dict)


class Side(NamedTuple):
    """One answer to who is blocked: the rounds in which, of all seeds together or of some alone.

    Attributes:
        rounds: of the holders.
        joint: of a share, the owners who hold others jointly with it: it counts where one of them does.
    """

    rounds: Rows | Mapping[int, int]
    joint: Joint = MappingProxyType({})

    def of(self, holder: int) -> int:
        """The round of a holder."""
        if isinstance(self.rounds, Mapping):
            return self.rounds.get(holder, NEVER)
        return int(self.rounds[holder])

    def counts(self, share: int, owner: int, company: int) -> bool:
        """Whether an owner's share of a company counts; not what a seed has of itself."""
        return self._counts(owner, company) or any(
            self._counts(other, company) for other in self.joint.get(share, ())
        )

    def _counts(self, owner: int, company: int) -> bool:
        number = self.of(owner)
        return number != NEVER and not (owner == company and number == 0)


class Mates(NamedTuple):
    """Listed owners whose holdings are added, those who may be one of them, and what comes of them."""

    seeds: frozenset[int]
    possible: frozenset[int]
    surely: Side
    possibly: Side


class Arithmetic:
    """The answer for all companies of some ownership data.

    Args:
        ownership: the data.
        seeds: who is blocked himself; ids alone are surely blocked ones.
        rule: when ownership makes a company blocked.
        day: the day asked about; None where it isn't known, as `Stake.on` has it.
    """

    def __init__(
        self, ownership: Ownership, seeds: Seeds | Iterable[str], rule: Rule, day: dt.date | None = None
    ) -> None:
        self.rule = rule
        self.holders: dict[str, Holder] = {holder.id: holder for holder in ownership.holders}
        self._capital_of = partial(capital_of, ownership.holders, ownership.stakes, rule, day)
        self._apart = self.capital = self._capital_of()
        self._anonymous = frozenset(
            self.capital.numbers[holder.id] for holder in ownership.holders if holder.anonymous is not None
        )
        self._start(seeds)

    def where(self, seeds: Seeds | Iterable[str]) -> Arithmetic:
        """The answer for the same data where others are blocked to begin with."""
        other = copy(self)
        other._start(seeds)
        return other

    def blocked(self) -> Iterator[tuple[str, Verdict]]:
        """The companies that ownership makes blocked, then those it could, by name; not the listed."""
        sure = set().union(*(_all_of(mates.surely) for mates in self._mates)) - self._seeds
        maybe = set().union(*(_all_of(mates.possibly) for mates in self._mates)) - sure - self._seeds
        # Who may be blocked himself is told only if his owners could make him so.
        doubtful = maybe & (self.nobody | self._possible)
        maybe -= {one for one in doubtful if self.telling(one)[1] is Verdict.FREE}
        for verdict, numbers in ((Verdict.BLOCKED, sure), (Verdict.OPEN, maybe)):
            ids = [self.capital.ids[number] for number in numbers]
            yield from ((id, verdict) for id in sorted(ids, key=lambda id: (self.holders[id].name, id)))

    def verdict(self, company: str) -> Verdict:
        """Whether ownership makes a company blocked.

        Raises:
            InputError: the data does not know it.
        """
        return self.telling(self.number(company))[1]

    def owners_above(self, company: str) -> list[str]:
        """The ids of all who have anything of a company, directly or through others; itself first."""
        return [self.capital.ids[number] for number in self.upstream(self.capital.numbers[company])]

    def number(self, company: str) -> int:
        """The number of a company in the capital.

        Raises:
            InputError: the data does not know it.
        """
        number = self.capital.numbers.get(company)
        if number is None:
            raise InputError(f"{company!r} is nobody in the ownership data; give an id or a name that is")
        return number

    def telling(self, number: int) -> tuple[Mates, Verdict]:
        """Those whose holdings tell most about a company, and what they make of it."""
        bar = self.capital.bar + self.rule.more

        def told(mates: Mates) -> tuple[bool, bool, int, int]:
            had = list(self.had(number, mates))
            least = max((least for _, least, _ in had), default=0)
            most = max((most for _, _, most in had), default=0)
            return least >= bar, most >= bar, least, most

        best = max(self._mates, key=told)
        sure, maybe, _, _ = told(best)
        return best, Verdict.BLOCKED if sure else Verdict.OPEN if maybe else Verdict.FREE

    def had(self, number: int, mates: Mates) -> Iterator[tuple[int, int, int]]:
        """For each slot of a holder, what the mates surely and possibly have of it, in units."""
        capital = self.capital
        for slot in self.slots(number):
            least = most = lasting = 0
            for share, owner in self.shares(slot):
                if mates.surely.counts(share, owner, number):
                    least += int(capital.least[share])
                if mates.possibly.counts(share, owner, number):
                    most += int(capital.most[share])
                    lasting += int(capital.least[share])
            most = holds_out(capital, slot, most, lasting, possibly=True)
            if capital.kinds[slot % len(capital.kinds)] is StakeKind.CONTROL:
                least, most = min(least, capital.whole), min(most, capital.whole)
            yield slot, least, most

    def upstream(self, number: int, links: int | None = None) -> list[int]:
        """Itself and all who have anything of it, nearest first, within so many links."""
        depths = {number: 0}
        waiting = deque([number])
        while waiting:
            one = waiting.popleft()
            if depths[one] == links:
                break
            for slot in self.slots(one):
                for _, owner in self.shares(slot):
                    if owner not in depths:
                        depths[owner] = depths[one] + 1
                        waiting.append(owner)
        return list(depths)

    def slots(self, holder: int) -> range:
        """The slots of a holder."""
        kinds = len(self.capital.kinds)
        return range(holder * kinds, (holder + 1) * kinds)

    def shares(self, slot: int) -> list[tuple[int, int]]:
        """Number and owner of each share of a slot."""
        order, starts, owners = self._inward
        shares = order[starts[slot] : starts[slot + 1]]
        return list(zip(shares.tolist(), owners[shares].tolist(), strict=True))

    @cached_property
    def _inward(self) -> tuple[Rows, Rows, Rows]:
        """The shares by what they are of: their numbers, where those of each slot begin, and their owners."""
        order = np.argsort(self.capital.slots, kind="stable")
        starts = np.searchsorted(self.capital.slots[order], np.arange(len(self.capital.told) + 1))
        return order, starts, self.capital.owners()

    def _start(self, seeds: Seeds | Iterable[str]) -> None:
        given = seeds if isinstance(seeds, Seeds) else Seeds(tuple(seeds))
        same = self._same(given)
        capital = self._capital_of(same) if same else self._apart
        if capital is not self.capital:
            self.capital = capital
            self.__dict__.pop("_inward", None)
        self._seeds = self._numbers(given.listed)
        self._possible = self._numbers(given.possible) - self._seeds
        self.nobody = (self._anonymous | self._numbers(given.unknown)) - self._seeds
        self._mates = list(self._reckoned(given.persons))

    def _same(self, seeds: Seeds) -> dict[str, str]:
        """Of the listed who have something of what another id of the same person has too, the first such id.

        Only of those: what one person has of several companies is added whichever id has it.
        """
        capital = self._apart
        ids_of: dict[str, list[str]] = {}
        for id in seeds.listed:
            if id in seeds.persons and id in capital.numbers:
                ids_of.setdefault(min(seeds.persons[id]), []).append(id)
        same: dict[str, str] = {}
        for ids in ids_of.values():
            numbers = [capital.numbers[id] for id in ids]
            slots = [capital.slots[capital.starts[one] : capital.starts[one + 1]] for one in numbers]
            if len(ids) > 1 and len(every := np.concatenate(slots)) > len(np.unique(every)):
                same |= dict.fromkeys(ids[1:], ids[0])
        return same

    def _numbers(self, ids: Iterable[str]) -> frozenset[int]:
        numbers = self.capital.numbers
        return frozenset(numbers[id] for id in ids if id in numbers)

    def _reckoned(self, persons: Mapping[str, Collection[str]]) -> Iterator[Mates]:
        capital, rule = self.capital, self.rule
        if rule.together:
            sides = both(capital, self._seeds, self._possible | self.nobody, rule)
            yield Mates(self._seeds, self._possible, *map(Side, sides))
            return
        sure, maybe = (joint_shares(capital, surely=surely) for surely in (True, False))
        owners = capital.owners() if maybe else ()
        partners = [
            {share: tuple(int(owners[one]) for one in others) for share, others in joint.items()}
            for joint in (sure, maybe)
        ]
        for group in self._groups(persons) or [frozenset()]:
            seeds = group & self._seeds
            surely = trace(capital, seeds, rule, joint=sure)
            # Whom nobody names may be the very same person.
            possibly = trace(capital, group | self.nobody, rule, possibly=True, joint=maybe)
            yield Mates(seeds, group - seeds, *map(Side, (surely, possibly), partners))

    def _groups(self, persons: Mapping[str, Collection[str]]) -> list[frozenset[int]]:
        """The listed and possible by the person that each is or may be."""
        groups: dict[str, set[int]] = {}
        alone: set[frozenset[int]] = set()
        for one in self._seeds | self._possible:
            its = persons.get(self.capital.ids[one], ())
            for person in its:
                groups.setdefault(person, set()).add(one)
            if not its:
                alone.add(frozenset({one}))
        return sorted(alone.union(map(frozenset, groups.values())), key=sorted)


def _all_of(side: Side) -> set[int]:
    if isinstance(side.rounds, Mapping):
        return set(side.rounds)
    return set(np.flatnonzero(side.rounds != NEVER).tolist())
