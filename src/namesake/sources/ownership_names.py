"""Whom a name without an id means, where others of the same data are called so and have one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from msgspec.structs import replace

from namesake.model.edition import Problem
from namesake.model.ownership import Holder, Stake, name_key

__all__ = ["Joined", "join_names"]


class Joined(NamedTuple):
    """Ownership data in which each name means whom it can mean.

    Attributes:
        holders: by id; a name that means another is none of its own any more.
        stakes: between them; of what may be several ones' each has it perhaps.
        problems: a row for each that may be several ones'.
    """

    holders: dict[str, Holder]
    stakes: list[Stake]
    problems: list[Problem]


def join_names(file: str, holders: Mapping[str, Holder], stakes: Sequence[Stake]) -> Joined:
    """The data with each name joined to the only holder that is called so.

    Where several are, or identifiers contradict, or a party of a list is called so (whom a name alone does
    not tell), the stake is perhaps each one's.

    Args:
        file: for messages.
        holders: by id; who has no id goes by the name.
        stakes: whose sources begin with the line.
    """
    called: dict[str, list[str]] = {}
    for id, holder in holders.items():
        if not _is_name(holder):
            for key in dict.fromkeys(map(name_key, holder.names)):
                called.setdefault(key, []).append(id)
    joined = Joined(dict(holders), [], [])
    meant: dict[str, tuple[str, ...]] = {}
    for id, holder in holders.items():
        if _is_name(holder) and (others := called.get(name_key(id))):
            meant[id] = _meant(holder, others, joined.holders)
    for stake in stakes:
        if stake.owner not in meant and stake.owned not in meant:
            joined.stakes.append(stake)
            continue
        ends = [meant.get(end, (end,)) for end in (stake.owner, stake.owned)]
        if all(len(end) == 1 for end in ends):
            joined.stakes.append(replace(stake, owner=ends[0][0], owned=ends[1][0]))
            continue
        perhaps = stake.perhaps("which of those called so has it is not told")
        joined.stakes.extend(replace(perhaps, owner=owner, owned=owned) for owner, owned in product(*ends))
        for side, given, end in zip(("owner", "owned"), (stake.owner, stake.owned), ends, strict=True):
            if len(end) > 1:
                joined.problems.append(
                    Problem(
                        f"{file} {stake.source.partition(',')[0]}",
                        f"{side} {given!r} has no id and may be {', '.join(end[:_MOST_TOLD])}"
                        f"{' or others' if len(end) > _MOST_TOLD else ''}: the share is taken as perhaps "
                        "each one's; give the id",
                        field=side,
                    )
                )
    return joined


_MOST_TOLD: Final = 5


def _is_name(holder: Holder) -> bool:
    """Whether it goes by nothing but a name."""
    key = name_key(holder.id)
    return (
        holder.anonymous is None
        and not _may_be_listed(holder.id)
        and all(name_key(name) == key for name in holder.names)
    )


def _may_be_listed(id: str) -> bool:
    """Whether it looks like a party's id on a list (`us-ofac-sdn:10481`)."""
    return ":" in id and " " not in id


def _meant(holder: Holder, others: list[str], holders: dict[str, Holder]) -> tuple[str, ...]:
    """The ids that a name may mean; a single one is told its identifiers, else it may still be its own."""
    del holders[holder.id]
    one = holders[others[0]]
    contradicted = not set(holder.identifiers) & set(one.identifiers) if one.identifiers else False
    if len(others) == 1 and not _may_be_listed(one.id) and not (holder.identifiers and contradicted):
        numbers = tuple(dict.fromkeys((*one.identifiers, *holder.identifiers)))
        holders[one.id] = replace(one, identifiers=numbers)
        return (one.id,)
    if not holder.identifiers and not any(map(_may_be_listed, others)):
        return tuple(others)
    own = f"{holder.id} (without an id)"
    holders[own] = replace(holder, id=own, names=(holder.id,))
    return (*others, own)
