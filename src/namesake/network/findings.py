"""What ownership makes of a company, as values: the verdict, the sums and the chains that lead to it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from namesake.model.ownership import StakeKind, plain_number
from namesake.model.values import Value

__all__ = ["Counts", "Finding", "Link", "Part", "Sum", "Verdict", "percents"]


class Verdict(StrEnum):
    """What ownership makes of a company."""

    BLOCKED = "blocked"
    OPEN = "could be blocked"
    FREE = "not blocked"


class Counts(StrEnum):
    """Why an owner's share counts, or does not."""

    LISTED = "listed"
    OWNED = "itself blocked by ownership"
    JOINT = "held jointly with one that counts"
    POSSIBLE = "possibly listed"
    MAYBE = "itself perhaps blocked by ownership"
    PERHAPS_JOINT = "held jointly with one that perhaps counts"
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

    @property
    def share(self) -> str:
        """How much blocked persons have, in words: `0 to 60 %`, `60 % of the votes`, `perhaps control`."""
        if self.kind is StakeKind.CONTROL:
            return {Verdict.BLOCKED: "control", Verdict.OPEN: "perhaps control"}.get(
                self.verdict, "no control"
            )
        return f"{percents(self.least, self.most)}{' of the votes' if self.kind is StakeKind.VOTES else ''}"

    @property
    def how(self) -> str:
        """The same of the company: `owned 60 %`, `60 % of the votes held`, `controlled`."""
        if self.kind is StakeKind.CONTROL:
            return "perhaps controlled" if self.verdict is Verdict.OPEN else "controlled"
        return f"{self.share} held" if self.kind is StakeKind.VOTES else f"owned {self.share}"


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
        blockers: those who are listed, or may be, and count in it.
        contradictions: companies of which more than the whole is told.
        cut: whether what lies too many links above it was left out.
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
    cut: bool = False

    @property
    def share(self) -> str:
        """How much blocked persons have of it, in words, by each sum that makes the verdict."""
        return " and ".join(one.share for one in self._telling) or percents(self.least, self.most)

    @property
    def how(self) -> str:
        """The same as what the company is: `owned 60 % and controlled`."""
        return " and ".join(one.how for one in self._telling) or f"owned {percents(self.least, self.most)}"

    @property
    def _telling(self) -> list[Sum]:
        return [
            one
            for one in self.sums
            if one.company == self.company and one.verdict is self.verdict
            if one.verdict is not Verdict.FREE or (one.most and one.kind is not StakeKind.CONTROL)
        ]


def percents(least: Decimal, most: Decimal) -> str:
    """A share between two bounds, in words: `60 %`, `0 to 60 %`."""
    low, high = plain_number(least), plain_number(most)
    return f"{low} %" if low == high else f"{low} to {high} %"
