"""Whom a name without an id means, where others of the same data are called so, or nearly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from msgspec.structs import replace

from namesake.model.edition import Problem
from namesake.model.ownership import Holder, Stake, StakeKind, name_key
from namesake.names.lexicon import lexicon
from namesake.names.tokens import Role, Token, parse
from namesake.names.writing import words_of

__all__ = ["Joined", "company_key", "join_names"]


def company_key(text: str) -> str:
    """What spellings of one company's name have in common, those of its legal form too.

    Two forms are not one because they answer to each other in two states: a group has a company of each.

    >>> company_key("Alpha Limited") == company_key("ALPHA Ltd.")
    True
    >>> company_key("Alpha GmbH") == company_key("Alpha SARL")
    False
    """
    bare, forms = _apart(text)
    return f"{bare} | {forms}" if forms else bare


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
    not tell), the stake is perhaps each one's. So it is where it is not told who has most of the owner, and
    there are owners of one that is called so but for the legal form.

    Args:
        file: for messages.
        holders: by id; who has no id goes by the name.
        stakes: whose sources begin with the line.
    """
    called: dict[str, list[str]] = {}
    for id, holder in holders.items():
        if not _is_name(holder):
            for key in dict.fromkeys(map(company_key, holder.names)):
                called.setdefault(key, []).append(id)
    joined = Joined(dict(holders), [], [])
    meant: dict[str, tuple[str, ...]] = {}
    for id, holder in holders.items():
        if _is_name(holder) and (others := called.get(company_key(id))):
            meant[id] = _meant(holder, others, joined.holders)
    nearly = _nearly(joined.holders, stakes, meant)
    owning = meant | {id: (id, *others) for id, others in nearly.items()}
    for stake in stakes:
        if stake.owner not in owning and stake.owned not in meant:
            joined.stakes.append(stake)
            continue
        ends = [owning.get(stake.owner, (stake.owner,)), meant.get(stake.owned, (stake.owned,))]
        if all(len(end) == 1 for end in ends):
            joined.stakes.append(replace(stake, owner=ends[0][0], owned=ends[1][0]))
            continue
        perhaps = stake.perhaps("which of those called so has it is not told")
        joined.stakes.extend(replace(perhaps, owner=owner, owned=owned) for owner, owned in product(*ends))
        for side, given, end in zip(("owner", "owned"), (stake.owner, stake.owned), ends, strict=True):
            if len(end) > 1:
                other_form = side == "owner" and given in nearly
                told = end[1:] if other_form else end
                too, advice = (
                    (" too, which has another legal form or none", "give the ids, or write the name alike")
                    if other_form
                    else ("", "give the id")
                )
                joined.problems.append(
                    Problem(
                        f"{file} {stake.source.partition(',')[0]}",
                        f"{side} {given!r} has no id and may be {', '.join(told[:_MOST_TOLD])}"
                        f"{' or others' if len(told) > _MOST_TOLD else ''}{too}: the share is taken as "
                        f"perhaps each one's; {advice}",
                        field=side,
                    )
                )
    return joined


_MOST_TOLD: Final = 5
_SHORT: Final = {
    "company": "co", "corporation": "corp", "incorporated": "inc", "limited": "ltd", "private": "pvt",
    "proprietary": "pty",
}  # fmt: skip
"""Words of legal forms, as they are mostly written."""


@lru_cache(1 << 16)
def _apart(text: str) -> tuple[str, str]:
    """A name without its legal forms, and these, each as it is mostly written; "" where it has none."""
    rest, forms, begun = text, list[str](), False
    for token in parse(text, person=False).tokens:
        if token.role is not Role.LEGAL:
            begun = True
            continue
        places = list(re.finditer(rf"(?<!\w){re.escape(token.shown)}(?!\w)", rest))
        if places:
            start, end = places[-1 if begun else 0].span()
            rest = f"{rest[:start]} {rest[end:]}"
            forms.append(_form(token))
    bare = name_key(rest)
    return (bare, " ".join(forms)) if re.search(r"\w", bare) else (name_key(text), "")


def _form(token: Token) -> str:
    """A legal form as it is mostly written: by its initials where they are the same form."""
    words = [word.text for word in words_of(token.shown)]
    initials = "".join(word[0] for word in words if len(word) > 1)
    if len(words) > 1 and lexicon().legal.get((initials,)) == token.text:
        return initials
    return "".join(_SHORT.get(word, word) for word in words)


def _nearly(
    holders: Mapping[str, Holder], stakes: Sequence[Stake], meant: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """For owners by a name alone of whom it isn't told who has most: owned ones that have another legal form.

    There a chain may break that is one. A company that it owns is not what it is itself.
    """
    alike: dict[str, list[str]] = {}
    owned = {end for stake in stakes for end in meant.get(stake.owned, (stake.owned,))}
    for id in sorted(owned & holders.keys()):
        for key in {_apart(name)[0] for name in holders[id].names or (id,)}:
            alike.setdefault(key, []).append(id)
    owns: dict[str, set[str]] = {}
    settled = _settled(stakes)
    for stake in stakes:
        holder = holders.get(stake.owner)
        if holder and stake.owner not in settled and _is_name(holder) and not holder.identifiers:
            owns.setdefault(stake.owner, set()).update(meant.get(stake.owned, (stake.owned,)))
    found = {
        id: tuple(one for one in alike.get(_apart(id)[0], ()) if one != id and one not in its)
        for id, its in owns.items()
    }
    return {id: others for id, others in found.items() if others and id not in meant}


def _settled(stakes: Sequence[Stake]) -> set[str]:
    """The companies of which it is told who has more than half, without an end."""
    held: dict[str, dict[str, Decimal]] = {}
    for stake in stakes:
        if stake.kind is StakeKind.OWNERSHIP and stake.until is None and not stake.doubtful:
            by = held.setdefault(stake.owned, {})
            by[stake.owner] = max(stake.share.least, by.get(stake.owner, Decimal(0)))
    return {company for company, by in held.items() if sum(by.values()) > 50}


def _is_name(holder: Holder) -> bool:
    """Whether it goes by nothing but a name."""
    key = company_key(holder.id)
    return (
        holder.anonymous is None
        and not _may_be_listed(holder.id)
        and all(company_key(name) == key for name in holder.names)
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
