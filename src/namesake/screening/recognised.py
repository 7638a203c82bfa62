"""Owners who are listed, and the companies that are blocked because of them: what answers are made of."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

from namesake.match.evidence import Evidence
from namesake.model.party import Party, SameAs
from namesake.model.values import PartyId, Value
from namesake.network.findings import Finding, Verdict
from namesake.text.mention import Status

__all__ = ["Known", "OwnedHit", "Recognised", "Restricted"]


class Known(StrEnum):
    """By what an owner was recognised as somebody listed, surest first."""

    ID = "its id on the list"
    IDENTIFIER = "an identifier"
    NAME_AND_MORE = "its name and a birth date"
    NAME = "its name alone"


class Recognised(Value, frozen=True):
    """An owner who is, or by its name may be, a listed party.

    Attributes:
        holder: its id in the ownership data.
        party: the record it was recognised by.
        blocks: whether what the party is listed for freezes its assets, or is not known; by this record, or
            by one of another list that is of the same party.
        through: those other records, where this one does not block, and why they are held to be its party's.
        score: of the screening; 1 for an owner given by the party's id.
        also: other parties it may be.
        doubt: why it may be another than the party all the same; None where that is settled.
    """

    holder: str
    name: str
    party: Party
    by: Known
    blocks: bool
    score: float
    evidence: tuple[Evidence, ...] = ()
    also: tuple[PartyId, ...] = ()
    through: tuple[SameAs, ...] = ()
    doubt: str | None = None

    @property
    def called(self) -> str:
        """The listed party in a sentence that says whether it is only possibly that one."""
        return f"possibly {self.party.name}" if self.status is Status.POSSIBLE else self.party.name

    @property
    def status(self) -> Status:
        """Whether it is that party, or only possibly."""
        return Status.SAME if self.doubt is None else Status.POSSIBLE


class Restricted(Value, frozen=True):
    """A company of which parties that are listed, and not blocked, have as much as would make it blocked.

    Attributes:
        least, most: how much of it they surely have, and could have, in percent.
        verdict: whether they surely have so much, or could.
        owners: those parties.
        share, how: how much they have, in words, as findings say it.
    """

    company: str
    name: str
    least: Decimal
    most: Decimal
    verdict: Verdict
    owners: tuple[Recognised, ...]
    share: str
    how: str

    @property
    def words(self) -> str:
        """It in a few words: by whom it is owned, and what these are listed for."""
        return f"{self.how} by {self.whom}"

    @property
    def whom(self) -> str:
        """Those parties, and what each is listed for."""
        whom = dict.fromkeys(f"{one.called} (listed: {_effects(one.party)})" for one in self.owners)
        return "; ".join(list(whom)[:_MOST_TOLD])


_MOST_TOLD: Final = 10


def _effects(party: Party) -> str:
    """What a party's listings forbid, in words."""
    found = dict.fromkeys(effect.value for one in party.designations for effect in one.effects)
    return ", ".join(found)


class OwnedHit(Value, frozen=True):
    """A company of ownership data that a subject may be, and what its owners make of it.

    Attributes:
        finding: the verdict, the sums and the chains.
        score: how surely the subject is this company of the data, 0 to 1.
        matched_name: the name in the data that the score is about.
        owners: those listed who count in it.
        by_name_alone: whether it is so only if owners known by their names alone are the listed ones.
        words: it in one sentence.
        listed: the listed party that the company is by its id; it is found by itself.
        restricted: what parties that are listed, and not blocked, have of it; None where that is too little.
    """

    finding: Finding
    score: float
    matched_name: str
    owners: tuple[Recognised, ...]
    by_name_alone: bool
    words: str
    evidence: tuple[Evidence, ...] = ()
    listed: PartyId | None = None
    restricted: Restricted | None = None

    @property
    def blocks(self) -> bool:
        """Whether it is no listed company, and is, or could be, blocked by its owners."""
        return self.listed is None and self.finding.verdict is not Verdict.FREE
