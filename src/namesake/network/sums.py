"""By which sums and chains is a company blocked, and what could change that?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from namesake.model.ownership import Stake, StakeKind, plain_number
from namesake.network.arithmetic import Arithmetic, Mates, Side
from namesake.network.findings import Counts, Finding, Link, Part, Sum, Verdict, percents
from namesake.network.rules import Rule
from namesake.network.spreading import NEVER

__all__ = ["Sums"]

_MOST_SUMS: Final = 200
_MOST_PARTS: Final = 50
_ORDER: Final = tuple(Counts)


class Sums:
    """The findings of an arithmetic.

    Args:
        arithmetic: who is blocked.
    """

    def __init__(self, arithmetic: Arithmetic) -> None:
        self.arithmetic = arithmetic
        self._capital, self._holders = arithmetic.capital, arithmetic.holders
        # Of each blocked company, by side, the share that first reached it, and the seed it came from.
        self._nearest_of: dict[tuple[int, int], tuple[int, int, int]] = {}
        self._origin_of: dict[tuple[int, int], int] = {}

    def finding(self, company: str, links: int | None = None) -> Finding:
        """What ownership makes of a company, and why.

        Args:
            company: its id.
            links: so many links above it are told; None tells all. Who is listed beyond them is told only
                where the shortest chain to him leads there.

        Raises:
            InputError: the data does not know it.
        """
        number = self.arithmetic.number(company)
        mates, verdict = self.arithmetic.telling(number)
        upstream = self.arithmetic.upstream(number, links)
        # Of what is above a company, that is shown which blocked persons have anything of.
        above = [
            one
            for one in upstream
            if one != number and any(most for _, _, most in self.arithmetic.had(one, mates))
        ]
        above.sort(key=lambda one: _rank(one, mates))
        own = list(self._sums(number, mates))
        sums = [one for holder in above[:_MOST_SUMS] for one in self._sums(holder, mates) if one.most] + own
        side = mates.surely if verdict is Verdict.BLOCKED else mates.possibly
        firsts = [] if verdict is Verdict.FREE else list(self._firsts(number, side))
        chains = [self._chain(first, number, side, links) for first in firsts]
        best = max(own, key=lambda one: (one.least, one.most), default=None)
        open_ = _open(sums, self.arithmetic.rule) if verdict is not Verdict.BLOCKED else ()
        return Finding(
            company=company,
            name=self._holders[company].name,
            verdict=verdict,
            least=best.least if best else Decimal(0),
            most=max((one.most for one in own), default=Decimal(0)),
            sums=tuple(sums),
            chains=tuple(chain for chain, _ in chains),
            open=tuple(open_),
            blockers=tuple(sorted(self._capital.ids[one] for one in self._blockers(number, mates, links))),
            contradictions=tuple(sorted(self._contradictions(upstream))),
            cut=any(cut for _, cut in chains),
        )

    def _blockers(self, number: int, mates: Mates, links: int | None) -> set[int]:
        """The seeds from which a company is reached over owners that count, and no others above it."""
        seeds, side = mates.seeds | mates.possible, mates.possibly
        found: set[int] = set()
        depths = {number: 0}
        waiting = deque([number])
        while waiting:
            one = waiting.popleft()
            if one in seeds and one != number:
                found.add(one)
            if depths[one] == links:
                if side.of(one) != NEVER and (origin := self._origin(one, side)) in seeds:
                    found.add(origin)
                continue
            for slot in self.arithmetic.slots(one):
                for _, owner in self.arithmetic.shares(slot):
                    if owner not in depths and side.of(owner) != NEVER:
                        depths[owner] = depths[one] + 1
                        waiting.append(owner)
        return found - {number}

    def _contradictions(self, upstream: list[int]) -> set[str]:
        capital = self._capital
        return {
            self._holders[capital.ids[one]].name
            for one in upstream
            if any(capital.told[slot] > capital.whole for slot in self.arithmetic.slots(one))
        }

    def _sums(self, number: int, mates: Mates) -> Iterator[Sum]:
        capital, rule = self._capital, self.arithmetic.rule
        id = capital.ids[number]
        for (slot, least, most), kind in zip(self.arithmetic.had(number, mates), capital.kinds, strict=True):
            shares = self.arithmetic.shares(slot)
            if not shares:
                continue
            parts = sorted(
                (self._part(share, owner, mates) for share, owner in shares),
                key=lambda part: (_ORDER.index(part.counts), -part.least, -part.most, part.name, part.owner),
            )
            bar = capital.bar + rule.more
            verdict = Verdict.BLOCKED if least >= bar else Verdict.OPEN if most >= bar else Verdict.FREE
            yield Sum(
                company=id,
                name=self._holders[id].name,
                kind=kind,
                verdict=verdict,
                least=capital.percent(least),
                most=capital.percent(most),
                untold=capital.percent(max(0, capital.whole - int(capital.shared[slot]))),
                parts=tuple(parts[:_MOST_PARTS]),
                more=max(0, len(parts) - _MOST_PARTS),
            )

    def _part(self, share: int, owner: int, mates: Mates) -> Part:
        capital = self._capital
        id = capital.ids[owner]
        stakes = capital.stakes_of(share)
        return Part(
            owner=id,
            name=self._holders[id].name,
            least=capital.percent(capital.least[share]),
            most=capital.percent(capital.most[share]),
            counts=self._counts(share, owner, int(capital.slots[share]) // len(capital.kinds), mates),
            told=tuple(map(_told, stakes)),
            notes=tuple(dict.fromkeys(stake.note for stake in stakes if stake.note)),
            sources=tuple(dict.fromkeys(stake.source for stake in stakes if stake.source)),
        )

    def _counts(self, share: int, owner: int, company: int, mates: Mates) -> Counts:
        if owner in mates.seeds:
            return Counts.LISTED
        if mates.surely.of(owner) != NEVER:
            return Counts.OWNED
        if mates.surely.counts(share, owner, company):
            return Counts.JOINT
        if owner in mates.possible:
            return Counts.POSSIBLE
        if owner in self.arithmetic.nobody:
            return Counts.ANONYMOUS
        if mates.possibly.of(owner) != NEVER:
            return Counts.MAYBE
        return Counts.PERHAPS_JOINT if mates.possibly.counts(share, owner, company) else Counts.NOT

    def _firsts(self, number: int, side: Side) -> Iterator[tuple[int, int, int]]:
        """Share, owner and slot of each owner of a company that counts, soonest blocked first."""
        for slot in self.arithmetic.slots(number):
            counting = [
                (share, owner) for share, owner in self.arithmetic.shares(slot) if side.of(owner) != NEVER
            ]
            counting.sort(key=lambda one: (side.of(one[1]), -self._capital.most[one[0]], one[1]))
            for share, owner in counting[:_MOST_PARTS]:
                # What comes round to it counts, and explains nothing.
                if owner != number and not self._comes_round(owner, number, side):
                    yield share, owner, slot

    def _comes_round(self, owner: int, number: int, side: Side) -> bool:
        """Whether the shortest way to an owner leads over the company itself."""
        if side.of(owner) < side.of(number):
            return False
        while side.of(owner) > side.of(number):
            _, owner, _ = self._nearest(owner, side)
        return owner == number

    def _chain(
        self, first: tuple[int, int, int], number: int, side: Side, most: int | None
    ) -> tuple[tuple[Link, ...], bool]:
        """The shortest way to a company from a seed, over this share; and whether it was cut."""
        share, owner, slot = first
        links = [self._link(share, owner, slot)]
        while side.of(owner) > 0:
            if len(links) == most:
                break
            share, owner, slot = self._nearest(owner, side)
            links.append(self._link(share, owner, slot))
        return tuple(reversed(links)), side.of(owner) > 0

    def _nearest(self, number: int, side: Side) -> tuple[int, int, int]:
        """Share, owner and slot by which a blocked company was first reached; of equals the largest."""
        key = number, id(side.rounds)
        if key not in self._nearest_of:
            _, _, owner, share, slot = min(
                (side.of(owner), -int(self._capital.most[share]), owner, share, slot)
                for slot in self.arithmetic.slots(number)
                for share, owner in self.arithmetic.shares(slot)
                if NEVER < side.of(owner) < side.of(number)
            )
            self._nearest_of[key] = share, owner, slot
        return self._nearest_of[key]

    def _origin(self, number: int, side: Side) -> int:
        """The seed at the other end of the shortest way to a blocked company."""
        way = []
        while (key := (number, id(side.rounds))) not in self._origin_of and side.of(number) > 0:
            way.append(key)
            _, number, _ = self._nearest(number, side)
        origin = self._origin_of.get(key, number)
        self._origin_of.update(dict.fromkeys(way, origin))
        return origin

    def _link(self, share: int, owner: int, slot: int) -> Link:
        capital = self._capital
        company, kind = divmod(slot, len(capital.kinds))
        least, most = (capital.percent(side[share]) for side in (capital.least, capital.most))
        stakes = capital.stakes_of(share)
        kind_of = capital.kinds[kind]
        one = len(stakes) == 1 or kind_of is StakeKind.CONTROL
        told = _told(stakes[0]) if one else percents(least, most)
        own, owned = capital.ids[owner], capital.ids[company]
        votes = " of the votes" if kind_of is StakeKind.VOTES else ""
        return Link(own, self._holders[own].name, f"{told}{votes}", owned, self._holders[owned].name, kind_of)


def _rank(number: int, mates: Mates) -> tuple[bool, int, bool, int, int]:
    """Where a company above is shown: what was surely blocked first, then what possibly was."""
    surely, possibly = mates.surely.of(number), mates.possibly.of(number)
    return surely == NEVER, surely, possibly == NEVER, possibly, number


def _open(sums: list[Sum], rule: Rule) -> Iterator[str]:
    """What is not known that could make a company blocked, in sentences."""
    for one in sums:
        company = f"the votes of {one.name}" if one.kind is StakeKind.VOTES else one.name
        for part in one.parts:
            if part.counts is Counts.NOT:
                continue
            has = f"{part.name} has {_range(part, one.kind)} of {company}"
            if part.counts is Counts.ANONYMOUS:
                yield f"{has}, and nobody says who that is"
            elif part.counts is Counts.POSSIBLE:
                yield f"{has}, and is only possibly the one listed"
            elif part.least != part.most:
                yield f"{has}: {_why_open(part, one.kind)}"
        reach = rule.percent - one.least
        if one.kind is not StakeKind.CONTROL and one.least and one.untold >= reach > 0:
            yield (
                f"of {plain_number(one.untold)} % of {company} nobody says whose it is: with "
                f"{'more than ' * rule.more}{plain_number(reach)} % more it would be blocked"
            )


def _why_open(part: Part, kind: StakeKind) -> str:
    rows = len(part.told) if kind is not StakeKind.CONTROL else 1
    several = [f"{rows} rows say so, and may tell one holding"] if rows > 1 else []
    return ", ".join([*several, *part.notes]) or "how much is not known"


def _range(part: Part, kind: StakeKind) -> str:
    if kind is StakeKind.CONTROL:
        return "control" if part.least else "perhaps control"
    return part.told[0] if len(part.told) == 1 else percents(part.least, part.most)


def _told(stake: Stake) -> str:
    """A stake in words; control by itself says no share."""
    if stake.kind is StakeKind.CONTROL:
        return "perhaps control" if stake.doubtful else "control"
    return str(stake.share)
