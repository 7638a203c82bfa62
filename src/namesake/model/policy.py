"""What an institution decided about how to screen: a frozen value that names itself by its content."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Final

from namesake.errors import PolicyError
from namesake.model.coding import to_json
from namesake.model.values import ListId, Value

__all__ = ["FLOOR", "SCORING_VERSION", "OwnershipRule", "Policy", "WeakAliases"]

SCORING_VERSION: Final = "2026.2"
"""Changes whenever the scoring table, the lexicon, the rarity table or a spelling key does."""

FLOOR: Final = 0.40
"""The least score of a name that is looked at more closely; no threshold may lie below it."""


class WeakAliases(StrEnum):
    """How weak aliases count."""

    IGNORE = "ignore"
    EXACT = "exact"
    CORROBORATE = "corroborate"


class OwnershipRule(StrEnum):
    """Whose test says when ownership makes a company blocked; `network/rules.py` has what each asks."""

    OFAC = "ofac"
    EU = "eu"
    EU_2024 = "eu-2024"
    UK = "uk"


class Policy(Value, frozen=True):
    """How to screen. Two policies of equal content have the same `id`, on every machine.

    Attributes:
        threshold: the least score of a hit.
        lists: the lists in scope; empty means all that the snapshot holds.
        programmes: only designations under these count; empty means all.
        weak_aliases: `ignore` them; count them only when `exact`ly the same; or, the default,
            `corroborate`: they make a hit only together with an agreeing birth date or identifier.
            OFAC expects weak aliases to confirm a hit, not to make one (OFAC FAQ 122 to 124).
        scoring: the scoring version the policy was decided for.
        ownership: the test of ownership; counts only where ownership data is given.
    """

    threshold: float = 0.70
    lists: tuple[ListId, ...] = ()
    programmes: tuple[str, ...] = ()
    weak_aliases: WeakAliases = WeakAliases.CORROBORATE
    scoring: str = SCORING_VERSION
    ownership: OwnershipRule = OwnershipRule.OFAC

    def __post_init__(self) -> None:
        if not isinstance(self.weak_aliases, WeakAliases):
            raise PolicyError(
                f"weak_aliases {self.weak_aliases!r} is not known: use one of WeakAliases, "
                f"{', '.join(WeakAliases)}"
            )
        if not isinstance(self.ownership, OwnershipRule):
            raise PolicyError(
                f"ownership {self.ownership!r} is no test of ownership: use one of OwnershipRule, "
                f"{', '.join(OwnershipRule)}"
            )
        for scope in ("lists", "programmes"):
            if not isinstance(getattr(self, scope), tuple):
                raise PolicyError(f"{scope} {getattr(self, scope)!r} can't be used: give a tuple of them")
        if not FLOOR <= self.threshold <= 1:
            raise PolicyError(
                f"threshold {self.threshold} can't be used: it must lie between {FLOOR:.2f} and 1; "
                "0.70 is the default"
            )
        if self.scoring != SCORING_VERSION:
            raise PolicyError(
                f"the policy was decided for scoring version {self.scoring}, this is {SCORING_VERSION}: "
                "its threshold means something else here; review it, then set scoring to this version"
            )

    @property
    def id(self) -> str:
        """The first 16 hex digits of the SHA-256 over all its fields, defaults included.

        The order in which lists and programmes were given does not count. OFAC's test of ownership is left
        out, so that policies decided before there was a choice keep their ids.
        """
        fields = {name: getattr(self, name) for name in self.__struct_fields__}
        if self.ownership is OwnershipRule.OFAC:
            del fields["ownership"]
        fields["threshold"] = float(self.threshold)
        fields["lists"], fields["programmes"] = sorted(set(self.lists)), sorted(set(self.programmes))
        return hashlib.sha256(to_json(fields)).hexdigest()[:16]
