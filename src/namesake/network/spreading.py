"""Which companies are blocked because of who owns them.

Whoever is blocked counts with the whole of what he has of a company, and nobody else counts with anything:
that is what it means that each link is judged by whether the intermediate is itself owned that much. So
being blocked spreads from the listed, round by round, and each share is added once, when its owner turns
out to be blocked. A circle ends because nobody is blocked twice; one that nobody listed reaches into stays
as it is.

Shares that are not known make two answers. *Surely*: each share is taken at its least. *Possibly*: at its
most, but all of a company is no more than 100 percent, so what others surely have of it is not to be had.
Between them lies whatever the shares turn out to be, because a greater share never unblocks anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, MutableMapping
from typing import Any, Final

import numpy as np

from namesake.network.capital import Capital, Joint, Rows
from namesake.network.rules import Rule

__all__ = ["NEVER", "both", "holds_out", "spread", "trace"]

NEVER: Final = -1
"""The round of whoever is not blocked."""

_FEW: Final = 48  # Of so few owners the shares are added sooner one by one than as rows.


def both(capital: Capital, listed: Iterable[int], nameless: Iterable[int], rule: Rule) -> tuple[Rows, Rows]:
    """The rounds in which holders surely, and possibly, turn out to be blocked; as `spread` gives them.

    Args:
        capital: who has how much of what.
        listed: the numbers of those blocked to begin with.
        nameless: of those who may be.
        rule: how much makes a company blocked.
    """
    sure, maybe = set(listed), set(nameless)
    surely = spread(capital, sure, rule)
    if maybe <= sure and np.array_equal(capital.least, capital.most):
        return surely, surely
    return surely, spread(capital, sure | maybe, rule, possibly=True)


def spread(capital: Capital, seeds: Iterable[int], rule: Rule, *, possibly: bool = False) -> Rows:
    """For each holder the round in which it turns out to be blocked: 0 for the seeds, `NEVER` for the free.

    Args:
        capital: who has how much of what.
        seeds: the numbers of those blocked to begin with, taken together.
        rule: how much makes a company blocked.
        possibly: take unknown shares at their most, not at their least.
    """
    rounds = np.full(len(capital.ids), NEVER, dtype=np.int32)
    gained = np.zeros_like(capital.told)
    lasting = np.zeros_like(capital.told) if possibly else gained
    frontier = np.unique(np.fromiter(seeds, np.int64))
    rounds[frontier] = 0
    number = 0
    while len(frontier):
        if len(frontier) <= _FEW:
            frontier, number = _one_by_one(capital, rule, possibly, rounds, gained, lasting, frontier, number)
            continue
        number += 1
        shares = _shares_of(capital, frontier)
        slots = capital.slots[shares]
        if possibly:
            np.add.at(gained, slots, capital.most[shares])
            np.add.at(lasting, slots, capital.least[shares])
        else:
            np.add.at(gained, slots, capital.least[shares])
        reached = slots[_reaches(capital, rule, possibly, gained[slots], lasting[slots], slots)]
        companies = reached // len(capital.kinds)
        frontier = np.unique(companies[rounds[companies] == NEVER])
        rounds[frontier] = number
    return rounds


def trace(
    capital: Capital, seeds: Iterable[int], rule: Rule, *, possibly: bool = False, joint: Joint | None = None
) -> dict[int, int]:
    """What `spread` finds, of those that are blocked only: for seeds that reach few companies of many.

    Args:
        capital: who has how much of what.
        seeds: the numbers of those blocked to begin with.
        rule: how much makes a company blocked.
        possibly: take unknown shares at their most, not at their least.
        joint: of a share, those that count with it.
    """
    rounds: MutableMapping[int, int] = defaultdict(lambda: NEVER)
    gained: MutableMapping[int, int] = defaultdict(int)
    lasting: MutableMapping[int, int] = defaultdict(int) if possibly else gained
    frontier = sorted(set(seeds))
    rounds.update(dict.fromkeys(frontier, 0))
    _walk(capital, rule, possibly, rounds, gained, lasting, frontier, 0, most=None, joint=joint)
    return {holder: number for holder, number in rounds.items() if number != NEVER}


def holds_out(capital: Capital, slot: int, gained: int, lasting: int, *, possibly: bool) -> int:
    """How much of a slot blocked persons have, in units, when so much of it was gained.

    Surely that is all. Possibly it is no more than what the others leave; only where the shares told make
    more than the whole, and so contradict one another, nothing can be told from what others have.
    """
    told = int(capital.told[slot])
    if possibly and told <= capital.whole:
        return min(gained, capital.whole - (told - lasting))
    return gained


def _one_by_one(
    capital: Capital,
    rule: Rule,
    possibly: bool,
    rounds: Rows,
    gained: Rows,
    lasting: Rows,
    frontier: Rows,
    number: int,
) -> tuple[Rows, int]:
    rest, number = _walk(
        capital, rule, possibly, _view(rounds), _view(gained), _view(lasting), frontier.tolist(), number,
        most=_FEW,
    )  # fmt: skip
    return np.array(sorted(set(rest)), dtype=np.int64), number


def _walk(
    capital: Capital,
    rule: Rule,
    possibly: bool,
    rounds: MutableMapping[int, int],
    gained: MutableMapping[int, int],
    lasting: MutableMapping[int, int],
    frontier: list[int],
    number: int,
    *,
    most: int | None,
    joint: Joint | None = None,
) -> tuple[list[int], int]:
    """Go on from a frontier, until it is empty or longer than `most`; the frontier and round it ends with."""
    kinds, bar, whole = len(capital.kinds), capital.bar + rule.more, capital.whole
    starts, slots, least, upper, told = (
        _view(array) for array in (capital.starts, capital.slots, capital.least, capital.most, capital.told)
    )
    counted: set[int] = set()
    while frontier and (most is None or len(frontier) <= most):
        number += 1
        reached = []
        for owner in frontier:
            shares: Iterable[int] = range(starts[owner], starts[owner + 1])
            if joint:
                shares = {one for share in shares for one in (share, *joint.get(share, ()))} - counted
                counted |= shares
            for share in shares:
                slot = slots[share]
                if possibly:
                    gained[slot] += upper[share]
                    lasting[slot] += least[share]
                    sum_, others = gained[slot], told[slot] - lasting[slot]
                    if told[slot] <= whole and whole - others < sum_:
                        sum_ = whole - others
                else:
                    gained[slot] += least[share]
                    sum_ = gained[slot]
                if sum_ >= bar and rounds[slot // kinds] == NEVER:
                    rounds[slot // kinds] = number
                    reached.append(slot // kinds)
        frontier = reached
    return frontier, number


def _shares_of(capital: Capital, owners: Rows) -> Rows:
    """The numbers of the shares of these owners."""
    begins = capital.starts[owners]
    sizes = capital.starts[owners + 1] - begins
    total = int(sizes.sum())
    ends = np.cumsum(sizes)
    shares: Rows = np.arange(total) + np.repeat(begins - (ends - sizes), sizes)
    return shares


def _reaches(capital: Capital, rule: Rule, possibly: bool, gained: Rows, lasting: Rows, slots: Rows) -> Rows:
    if possibly:
        told = capital.told[slots]
        left = capital.whole - (told - lasting)
        gained = np.where((told <= capital.whole) & (left < gained), left, gained)
    enough: Rows = gained >= capital.bar + rule.more
    return enough.astype(np.bool_)  # of whole numbers too large for 64 bits the row is one of objects


def _view(array: Rows) -> Any:
    """The same numbers, sooner to be had one by one."""
    return array if array.dtype == object else array.data
