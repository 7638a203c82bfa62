"""When ownership makes a company blocked: one row for each authority's test.

[docs/ownership.md](../../../docs/ownership.md) quotes the public text behind each.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from namesake.model.ownership import StakeKind
from namesake.model.policy import OwnershipRule
from namesake.model.values import Value

__all__ = ["RULES", "Rule"]


class Rule(Value, frozen=True):
    """A test of ownership.

    Attributes:
        name: what a policy calls it.
        percent: how much must be owned.
        more: whether it must be more than that, not as much.
        together: whether the holdings of all blocked persons are added; if not, each one's are taken alone,
            with what others hold of a company jointly with him.
        counts: the kinds of stakes that count, each kind for itself; control by other means makes a
            company blocked whatever is owned.
        source: the public text it is taken from.
    """

    name: OwnershipRule
    percent: Decimal
    more: bool
    together: bool
    counts: tuple[StakeKind, ...]
    source: str

    @property
    def words(self) -> str:
        """What it asks, in a few words."""
        share = f"more than {self.percent} percent" if self.more else f"{self.percent} percent or more"
        whom = "in the aggregate by blocked persons" if self.together else "by one blocked person"
        other = " or controlled" if StakeKind.CONTROL in self.counts else ""
        return f"owned {share}{other}, directly or indirectly, {whom}"


_ALL: Final = (StakeKind.OWNERSHIP, StakeKind.VOTES, StakeKind.CONTROL)

RULES: Final = {
    rule.name: rule
    for rule in (
        Rule(
            OwnershipRule.OFAC, Decimal(50), more=False, together=True, counts=(StakeKind.OWNERSHIP,),
            source="OFAC, Revised Guidance of 13 August 2014, and FAQ 398 to 402",
        ),
        Rule(
            OwnershipRule.EU, Decimal(50), more=True, together=True, counts=_ALL,
            source="Council of the EU, Best Practices of 4 May 2018 (8519/18), paragraphs 62 and 63",
        ),
        Rule(
            OwnershipRule.EU_2024, Decimal(50), more=False, together=True, counts=_ALL,
            source="Council of the EU, Best Practices of 3 July 2024 (11623/24)",
        ),
        Rule(
            OwnershipRule.UK, Decimal(50), more=True, together=False, counts=_ALL,
            source="The Russia (Sanctions) (EU Exit) Regulations 2019, regulation 7 and Schedule 1; OFSI's "
            "general guidance on ownership and control",
        ),
    )
}  # fmt: skip
"""The tests by name."""
