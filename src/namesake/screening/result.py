"""What a screening answers, and its JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeVar

from namesake.match.evidence import Evidence, EvidenceKind
from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.ownership import plain_number
from namesake.model.party import Party, SameAs
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import PartyId, Value
from namesake.network.findings import Finding, Verdict
from namesake.screening.recognised import OwnedHit, Recognised, Restricted

__all__ = [
    "Band",
    "Hit",
    "Screening",
    "as_json",
    "edition_as_json",
    "finding_as_json",
    "owned_as_json",
    "party_as_json",
    "recognised_as_json",
    "restricted_as_json",
    "same_as_json",
    "together",
]

_One = TypeVar("_One")


class Band(StrEnum):
    """How sure a score is, for people."""

    STRONG = "strong"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    BELOW = "below the threshold"


class Hit(Value, frozen=True):
    """A listed party that the subject may be.

    Attributes:
        party: as the list described it on the day asked about.
        score: 0 to 1, the fold of the evidence.
        matched_name: the listed name the evidence is about.
        evidence: what was found for and against.
        advice: what would settle it, when the evidence leaves it open.
        same_as: the records of other lists that are held to be of the same party. Where their names are
            alike too they are hits of their own; `Screening.together` has those that belong together.
    """

    party: Party
    score: float
    band: Band
    matched_name: str
    evidence: tuple[Evidence, ...]
    advice: str | None = None
    same_as: tuple[SameAs, ...] = ()

    @property
    def contradictions(self) -> tuple[Evidence, ...]:
        """The evidence that speaks against, strongest first."""
        against = [
            piece for piece in self.evidence if piece.points < 0 or piece.kind is EvidenceKind.CONTRADICTION
        ]
        return tuple(sorted(against, key=lambda piece: piece.points))


class Screening(Value, frozen=True):
    """The answer for one subject; the same subject, policy, snapshot and days give the same answer.

    Attributes:
        as_of: the day asked about; None for what the lists say now.
        editions: the editions that were screened against, by list.
        hits: parties at or above the policy's threshold, best first.
        near: parties below it that were worth a look, best first.
        more: how many further hits the limit cut off.
        warnings: what was not as the reader may expect.
        ownership: the ownership data that was asked too; None where none was given.
        companies: those of that data that the subject may be, blocked ones first; where there is none,
            nobody's owners were checked.
        more_companies: how many further ones the limit cut off, none of them more blocked than these.
        owned: those of them that are, or could be, blocked by who owns them.
        asked_on: the day on which it was asked, by which lists are overdue; None where nobody said.
    """

    subject: Subject
    as_of: dt.date | None
    policy: Policy
    snapshot: str
    editions: tuple[Edition, ...]
    hits: tuple[Hit, ...] = ()
    near: tuple[Hit, ...] = ()
    more: int = 0
    warnings: tuple[str, ...] = ()
    ownership: str | None = None
    companies: tuple[OwnedHit, ...] = ()
    more_companies: int = 0
    owned: tuple[OwnedHit, ...] = ()
    asked_on: dt.date | None = None

    @property
    def together(self) -> tuple[tuple[Hit, ...], ...]:
        """The hits, those that several lists have of one party together where the first of them stands."""
        return together((hit, hit.party.id, hit.same_as) for hit in self.hits)


def together(records: Iterable[tuple[_One, PartyId, Iterable[SameAs]]]) -> tuple[tuple[_One, ...], ...]:
    """What is told of records, each with its record's id and those it is the same as: by party.

    Those of one party stand together, where the first of them stood.
    """
    groups: dict[PartyId, list[_One]] = {}
    for one, record, same_as in records:
        group = groups.setdefault(record, [])
        group.append(one)
        for other in same_as:
            groups.setdefault(other.party.id, group)
    return tuple(tuple(group) for group in {id(group): group for group in groups.values()}.values())


def as_json(screening: Screening, *, near: bool = False) -> dict[str, Any]:
    """The screening as the documented JSON, made of plain dicts; fields may be added, never renamed."""
    answer: dict[str, Any] = {
        "subject": to_plain(screening.subject),
        "as_of": screening.as_of.isoformat() if screening.as_of else None,
        "asked_on": screening.asked_on.isoformat() if screening.asked_on else None,
        "warnings": list(screening.warnings),
        "snapshot": snapshot_as_json(screening.snapshot, screening.editions),
        "policy": {
            "id": screening.policy.id,
            "threshold": screening.policy.threshold,
            "lists": list(screening.policy.lists),
            "programmes": list(screening.policy.programmes),
            "weak_aliases": screening.policy.weak_aliases.value,
            "scoring": screening.policy.scoring,
        },
        "hits": [_hit(hit) for hit in screening.hits],
        "more": screening.more,
    }
    answer["subject"].pop("warnings", None)
    if screening.ownership is not None:
        answer["policy"]["ownership"] = screening.policy.ownership.value
        answer["ownership"] = screening.ownership
        answer["companies"] = [_company(hit) for hit in screening.companies]
        answer["more_companies"] = screening.more_companies
        answer["owned"] = [owned_as_json(hit) for hit in screening.owned]
    if near:
        answer["near"] = [_hit(hit) for hit in screening.near]
    return answer


def snapshot_as_json(id: str, editions: Iterable[Edition]) -> dict[str, Any]:
    """The snapshot of this id, and the editions of it that an answer stands on, as answers name them."""
    return {"id": id, "editions": [edition_as_json(one) for one in editions]}


def edition_as_json(edition: Edition) -> dict[str, Any]:
    """An edition as answers name it."""
    return {
        "list": edition.list,
        "published": edition.published.isoformat() if edition.published else None,
        "received": edition.received or None,
        "sha256": edition.sha256,
    }


def owned_as_json(hit: OwnedHit) -> dict[str, Any]:
    """The hit as the documented JSON."""
    return {
        **_company(hit),
        "by_name_alone": hit.by_name_alone,
        "finding": finding_as_json(hit.finding),
        "owners": [recognised_as_json(one) for one in hit.owners],
        "evidence": [to_plain(piece) for piece in hit.evidence],
    }


def _company(hit: OwnedHit) -> dict[str, Any]:
    return {
        "company": hit.finding.company,
        "name": hit.finding.name,
        "verdict": hit.finding.verdict.value,
        "words": hit.words,
        "listed": hit.listed,
        "score": hit.score,
        "matched_name": hit.matched_name,
        "restricted": restricted_as_json(hit.restricted) if hit.restricted else None,
    }


def restricted_as_json(one: Restricted) -> dict[str, Any]:
    """A company owned by parties under other restrictions, as the documented JSON."""
    return {
        "company": one.company,
        "name": one.name,
        "least": plain_number(one.least),
        "most": plain_number(one.most),
        "surely": one.verdict is Verdict.BLOCKED,
        "words": one.words,
        "owners": [recognised_as_json(owner) for owner in one.owners],
    }


def finding_as_json(finding: Finding) -> dict[str, Any]:
    """The finding as the documented JSON; percent are texts, because they are exact."""
    plain = to_plain(finding)
    return {"open": [], "chains": [], "sums": [], "blockers": [], "contradictions": [], "cut": False, **plain}


def recognised_as_json(one: Recognised) -> dict[str, Any]:
    """A listed owner as the documented JSON."""
    return {
        "holder": one.holder,
        "name": one.name,
        "by": one.by.value,
        "status": one.status.value,
        "doubt": one.doubt,
        "blocks": one.blocks,
        "score": one.score,
        "party": party_as_json(one.party),
        "through": same_as_json(one.through),
        "also": list(one.also),
        "evidence": [to_plain(piece) for piece in one.evidence],
    }


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "party": party_as_json(hit.party),
        "score": hit.score,
        "band": hit.band.value,
        "matched_name": hit.matched_name,
        "advice": hit.advice,
        "evidence": [to_plain(piece) for piece in hit.evidence],
        "same_as": same_as_json(hit.same_as),
    }


def same_as_json(same_as: Iterable[SameAs]) -> list[dict[str, Any]]:
    """The other records of a party as answers name them beside the first."""
    return [{"party": _short(one.party), "reason": one.reason} for one in same_as]


def _short(party: Party) -> dict[str, Any]:
    """A party as answers name it beside another: who it is, and what it is listed for."""
    plain = party_as_json(party)
    return {name: plain[name] for name in ("id", "kind", "name", "lists", "designations")}


def party_as_json(party: Party) -> dict[str, Any]:
    """A party as answers describe it, without the publisher's record."""
    plain = to_plain(party)
    plain.pop("record", None)
    designations = [
        {"programme": None, "listed_on": None, "effects": [], **to_plain(one)} for one in party.designations
    ]
    return {**plain, "name": party.name, "lists": [party.list], "designations": designations}
