"""What the tables of ownership share: who has how much of whom in one line, and what comes of it."""

from __future__ import annotations

from typing import NamedTuple

from namesake.model.dates import PartialDate, strict_day
from namesake.model.ownership import Holder, Ownership, Share, Stake, StakeKind
from namesake.model.policy import OwnershipRule
from namesake.network.arithmetic import Arithmetic, Seeds
from namesake.network.findings import Finding, Verdict
from namesake.network.rules import RULES
from namesake.network.sums import Sums

__all__ = ["Case", "found", "told"]


class Case(NamedTuple):
    """One line of a table.

    Attributes:
        faq: the number of OFAC's FAQ, or what else the line is about.
        told: who has what: `X 50 A, A 50 B`. Holders whose names begin with X are blocked persons, those
            that begin with M are possibly listed, those with N nobody names. A share may be `?` or a range;
            behind it may stand `votes` or `control`, `until=2024-03` and `since=`, and `with=` what those
            share who act jointly.
        company: the one asked about.
        verdict: what the rule makes of it.
        least, most: how much of it blocked persons surely have, and could have.
        why: what the line shows.
        rule: whose test.
        day: the day asked about.
    """

    faq: str
    told: str
    company: str
    verdict: Verdict
    least: str
    most: str
    why: str
    rule: OwnershipRule = OwnershipRule.OFAC
    day: str | None = None


def told(text: str) -> Ownership:
    """The ownership data that a line tells."""
    stakes: list[Stake] = []
    for one in text.split(", "):
        owner, share, owned, *rest = one.split()
        words = dict(word.split("=") for word in rest if "=" in word)
        kinds = [StakeKind(word) for word in rest if "=" not in word]
        stakes.append(
            Stake(
                owner,
                owned,
                Share.of(share),
                kinds[0] if kinds else StakeKind.OWNERSHIP,
                since=PartialDate(words["since"]) if "since" in words else None,
                until=PartialDate(words["until"]) if "until" in words else None,
                jointly=words.get("with"),
                source=f"row {len(stakes) + 1}",
            )
        )
    ids = dict.fromkeys(id for stake in stakes for id in (stake.owner, stake.owned))
    holders = (
        Holder(id, anonymous="an owner nobody names") if id.startswith("N") else Holder(id, (id,))
        for id in ids
    )
    return Ownership("table", "table", tuple(holders), tuple(stakes), records=len(stakes))


def found(case: Case) -> Finding:
    """What the arithmetic finds."""
    ownership = told(case.told)
    ids = [holder.id for holder in ownership.holders]
    seeds = Seeds(
        listed=[id for id in ids if id.startswith("X")], possible=[id for id in ids if id.startswith("M")]
    )
    day = strict_day(case.day) if case.day else None
    return Sums(Arithmetic(ownership, seeds, RULES[case.rule], day)).finding(case.company)
