"""Who has how much of what, as rows of exact whole numbers.

A share is counted in units so small that all shares of the data are whole numbers of them, so no sum is
ever rounded. "More than 25 percent" is 25 percent and a *trifle*, a unit so small that as many of them as a
company has owners make less than the smallest share told; so bounds that are not reached add up rightly too.

Each company has a row of slots, one for each kind of stake that counts. Several stakes of one owner in one
slot are one: at least the largest of them, at most their sum, for two records may tell one holding twice.
So are those of owners who are one person under several ids.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from namesake.model.ownership import MOST_DIGITS, UNKNOWN, Holder, Share, Stake, StakeKind
from namesake.network.rules import Rule

__all__ = ["Capital", "Joint", "Rows", "capital_of", "joint_shares"]

_ROOM: Final = 1 << 62
_EXACT: Final = Context(prec=2 * MOST_DIGITS)
Rows = NDArray[Any]
Joint = Mapping[int, tuple[int, ...]]
"""Of each share that is held jointly with others of its slot, those others."""


@dataclass(frozen=True, slots=True)
class Capital:
    """The shares, in the order of their owners. With `n` holders and `k` kinds there are `n * k` slots.

    Attributes:
        ids: the holders' ids, by number.
        numbers: a holder's number, by id.
        kinds: of the slots of a holder.
        starts: where the shares of each owner begin, and where the last one's end.
        slots: of what each share is: `company * len(kinds) + kind`.
        least, most: how much each is, in units.
        told: the least of all shares of a slot together; nothing of control, which one has beside another and
            which is no part of a whole that others could leave less of.
        shared: the most of all shares of a slot together.
        unit: units in a percent.
        trifles: trifles in a unit of the smallest share told; 1 where no bound is left out.
        bar: how much makes a company blocked, in units.
        stakes: the stakes that the shares are made of, for each share those from one place to the next.
        stake_starts: these places.
    """

    ids: tuple[str, ...]
    numbers: dict[str, int]
    kinds: tuple[StakeKind, ...]
    starts: Rows
    slots: Rows
    least: Rows
    most: Rows
    told: Rows
    shared: Rows
    unit: int
    trifles: int
    bar: int
    stakes: tuple[Stake, ...] = ()
    stake_starts: Rows | None = None

    @property
    def whole(self) -> int:
        """All of a company, in units."""
        return 100 * self.unit

    def percent(self, units: int) -> Decimal:
        """So many units in percent; bounds not reached count as if they were."""
        return _EXACT.divide(Decimal(_rounded(units, self.trifles)), Decimal(self.unit // self.trifles))

    def owners(self) -> Rows:
        """Whose each share is."""
        return np.repeat(np.arange(len(self.ids)), np.diff(self.starts))

    def stakes_of(self, share: int) -> tuple[Stake, ...]:
        """What one share is made of."""
        if self.stake_starts is None:
            return ()
        return self.stakes[self.stake_starts[share] : self.stake_starts[share + 1]]


def capital_of(
    holders: Iterable[Holder],
    stakes: Iterable[Stake],
    rule: Rule,
    day: dt.date | None = None,
    same: Mapping[str, str] | None = None,
) -> Capital:
    """The shares that count under a rule on a day.

    Args:
        holders: all that the stakes name.
        stakes: of whatever kind; those that do not count are left out.
        rule: whose kinds of stakes count.
        day: what is not held then is left out; None where it isn't known, as `Stake.on` has it.
        same: of owners who are another of the holders, which one; that one has what they have.
    """
    same = same or {}
    ids = tuple(holder.id for holder in holders)
    numbers = {id: number for number, id in enumerate(ids)}
    places = {kind: place for place, kind in enumerate(rule.counts)}
    held = [
        then
        for one in stakes
        if one.kind in places
        # Of what no day is told `Stake.on` would say the same, in three times the time.
        and (then := one if one.since is one.until is None and not one.former else one.on(day)) is not None
    ]
    owners = np.array([numbers[same.get(stake.owner, stake.owner)] for stake in held], dtype=np.int64)
    owned = np.array([numbers[stake.owned] for stake in held], dtype=np.int64)
    kinds = np.array([places[stake.kind] for stake in held], dtype=np.int64)
    shares = [
        stake.share if stake.kind is not StakeKind.CONTROL else UNKNOWN if stake.doubtful else _CONTROL
        for stake in held
    ]
    return _capital(ids, numbers, rule, owners, owned * len(places) + kinds, shares, tuple(held))


def joint_shares(capital: Capital, *, surely: bool) -> dict[int, tuple[int, ...]]:
    """Of each share that its owner holds jointly with others, by the word that these shares have, the others.

    Args:
        capital: who has how much of what.
        surely: leave out what is perhaps not held, and what only a part of is held so.
    """
    said: dict[tuple[int, str], list[int]] = {}
    spoken = [place for place, stake in enumerate(capital.stakes) if stake.jointly is not None]
    ends = capital.stake_starts if capital.stake_starts is not None else np.zeros(1)
    for share in np.unique(np.searchsorted(ends, spoken, side="right") - 1).tolist():
        stakes = capital.stakes_of(share)
        words = {stake.jointly and stake.jointly.casefold() for stake in stakes}
        if surely and (len(words) > 1 or any(stake.doubtful for stake in stakes)):
            continue
        for word in words:
            if word is not None:
                said.setdefault((int(capital.slots[share]), word), []).append(share)
    found: dict[int, dict[int, None]] = {}
    for shares in said.values():
        for share in shares:
            found.setdefault(share, {}).update(dict.fromkeys(one for one in shares if one != share))
    return {share: tuple(others) for share, others in found.items() if others}


_CONTROL: Final = Share(Decimal(100), Decimal(100))


def _capital(
    ids: tuple[str, ...],
    numbers: dict[str, int],
    rule: Rule,
    owners: Rows,
    slots: Rows,
    shares: Sequence[Share],
    stakes: tuple[Stake, ...],
) -> Capital:
    # A share that many stakes have is often one value, which its identity tells sooner than its content.
    codes: dict[Share, int] = {}
    known = {
        place: codes.setdefault(share, len(codes)) for place, share in {id(s): s for s in shares}.items()
    }
    coded = np.array([known[id(share)] for share in shares], dtype=np.int64)
    unit, trifles, fits = _unit(codes, slots)
    kind: Any = np.int64 if fits else object
    least = _in_units(codes, unit, 1, kind)[coded]
    most = _in_units(codes, unit, -1, kind)[coded]
    order = np.argsort(owners * (len(ids) * len(rule.counts)) + slots, kind="stable")
    owners, slots, least, most = owners[order], slots[order], least[order], most[order]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (owners[1:] != owners[:-1]) | (slots[1:] != slots[:-1])
    begins = np.flatnonzero(first)
    if len(begins) < len(order):
        least = np.maximum.reduceat(least, begins)
        most = np.minimum(np.add.reduceat(most, begins), 100 * unit)
    owners, slots = owners[begins], slots[begins]
    count = len(ids) * len(rule.counts)
    told, shared = np.zeros(count, dtype=kind), np.zeros(count, dtype=kind)
    np.add.at(told, slots, least)
    np.add.at(shared, slots, most)
    if StakeKind.CONTROL in rule.counts:
        told[rule.counts.index(StakeKind.CONTROL) :: len(rule.counts)] = 0
    return Capital(
        ids=ids,
        numbers=numbers,
        kinds=rule.counts,
        starts=np.searchsorted(owners, np.arange(len(ids) + 1)),
        slots=slots,
        least=least,
        most=most,
        told=told,
        shared=shared,
        unit=unit,
        trifles=trifles,
        bar=int(rule.percent * unit),
        stakes=tuple(map(stakes.__getitem__, order.tolist())),
        stake_starts=np.append(begins, len(order)),
    )


def _unit(codes: Iterable[Share], slots: Rows) -> tuple[int, int, bool]:
    """Units in a percent, trifles in a unit, and whether the greatest sum fits 64 bits."""
    decimals, open_ends = 0, False
    for share in codes:
        for bound in (share.least, share.most):
            exponent = bound.as_tuple().exponent
            decimals = max(decimals, -exponent if isinstance(exponent, int) else 0)
        open_ends = open_ends or share.above or share.below
    greatest = int(np.bincount(slots).max()) if len(slots) else 0
    trifles = 2 * greatest + 2 if open_ends else 1
    unit: int = 10**decimals * trifles
    return unit, trifles, 101 * unit * max(greatest, 1) < _ROOM


def _in_units(codes: Iterable[Share], unit: int, side: int, kind: Any) -> Rows:
    """The least (`side` 1) or the most (-1) of each share."""
    values = [
        int(Fraction(share.least) * unit) + share.above
        if side > 0
        else int(Fraction(share.most) * unit) - share.below
        for share in codes
    ]
    return np.array(values, dtype=kind)


def _rounded(units: int, trifles: int) -> int:
    """Units without their trifles, which are fewer than half a unit's either way."""
    return (int(units) + trifles // 2) // trifles
