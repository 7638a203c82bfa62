"""Companies that are not listed and blocked by who owns them: listed owners recognised, sums reckoned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from namesake.errors import InputError
from namesake.index.building import build
from namesake.model.edition import PartyHistory, Span, Version
from namesake.model.ownership import Holder, Ownership, name_key
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.network.arithmetic import Arithmetic, Seeds
from namesake.network.findings import Finding, Verdict
from namesake.network.rules import RULES, Rule
from namesake.network.sums import Sums
from namesake.screening.owners import Owners
from namesake.screening.recognised import Known, OwnedHit, Recognised, Restricted
from namesake.text.mention import Status

if TYPE_CHECKING:
    from namesake.screening.result import Hit
    from namesake.screening.screener import Screener

__all__ = ["Owned"]

_DATA: Final = ListId("ownership-data")
_MOST_TOLD: Final = 10
_WORST: Final = tuple(Verdict)  # blocked, could be, not
_NEAR: Final = 10
"""So many links above a company its restricted owners are told where many companies are."""


class Owned:
    """Ownership data, asked about with one screener on one day.

    Args:
        screener: who the listed are, and when a name is theirs.
        ownership: who owns whom.
        day: the day asked about; None for now: the day the screener is told it is.

    Attributes:
        editions: the editions that the owners are screened against, by list.
        asked_on: the day on which it is asked, by which lists are overdue; None where nobody said.
    """

    def __init__(self, screener: Screener, ownership: Ownership, day: dt.date | None = None) -> None:
        self.screener = screener
        self.ownership = ownership
        self.day = day
        self._standing = screener.standing(day)
        self.editions = self._standing.editions
        self.asked_on = self._standing.asked_on
        self.rule: Rule = RULES[screener.policy.ownership]
        self._holders = {holder.id: holder for holder in ownership.holders}
        self._owners = Owners(screener, ownership, day)
        self._all: tuple[Seeds, Sums, Arithmetic] | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of any answer from this data should know: of the lists, then of the data."""
        problems = [f"{one.where}: {one.message}" for one in self.ownership.problems]
        known = self._owners.recognised
        problems += [why for id, why in self._owners.unchecked.items() if known.get(id) is None]
        problems += [*self._owners.contradicted, *self._owners.unlike]
        told = problems[:_MOST_TOLD]
        if lost := self.ownership.lost:
            were = "record was" if lost == 1 else "records were"
            told.insert(0, f"{self.ownership.name}: {lost:,} {were} not readable, and counted as nothing")
        if len(problems) > _MOST_TOLD:
            told.append(f"{self.ownership.name}: {len(problems) - _MOST_TOLD:,} more problems")
        return (*self._standing.warnings, *told)

    def companies(self) -> list[tuple[str, Verdict]]:
        """The companies that are blocked by ownership, and those that could be."""
        if self._all is None:
            seeds = self._owners.seeds(stake.owner for stake in self.ownership.stakes)
            arithmetic = self._bare.where(seeds)
            self._all = seeds, Sums(arithmetic), arithmetic.where(replace(seeds, possible=()))
        return list(self._all[1].arithmetic.blocked())

    def name(self, id: str) -> str:
        """What the data calls somebody of it."""
        return self._holders[id].name

    @cached_property
    def restricted(self) -> tuple[Restricted, ...]:
        """The companies that are not blocked, and would be if all were who are listed for other restrictions.

        Authorities reckon those by the same shares: OFAC holds its directives to 50 percent too.
        """
        seeds = self._owners.seeds((stake.owner for stake in self.ownership.stakes), blocking=False)
        if not (seeds.listed or seeds.possible):
            return ()
        sums = Sums(self._bare.where(seeds))
        blocked = {id for id, verdict in self.companies() if verdict is Verdict.BLOCKED}
        # Those that could be for owners nobody names are told as such.
        nameless = {id for id, _ in self._bare.blocked()}
        told = (
            self._restricted(sums, id, _NEAR)
            for id, verdict in sums.arithmetic.blocked()
            if id not in blocked and (verdict is Verdict.BLOCKED or id not in nameless)
        )
        return tuple(one for one in told if one is not None)

    def restriction(self, company: str) -> Restricted | None:
        """The same of one company, blocked or not; None where such parties have too little of it."""
        seeds = self._owners.seeds(self._bare.owners_above(company), blocking=False)
        seeds = replace(seeds, listed=[id for id in seeds.listed if id != company])
        return self._restricted(Sums(self._bare.where(seeds)), company)

    def _restricted(self, sums: Sums, company: str, links: int | None = None) -> Restricted | None:
        finding = sums.finding(company, links)
        owners = self._listed_of(finding)
        if finding.verdict is Verdict.FREE or not owners:
            return None
        return Restricted(
            company,
            finding.name,
            finding.least,
            finding.most,
            finding.verdict,
            owners,
            finding.share,
            finding.how,
        )

    def _listed_of(self, finding: Finding) -> tuple[Recognised, ...]:
        return tuple(one for id in finding.blockers if (one := self._owners.recognised[id]) is not None)

    def company(self, text: str) -> str:
        """The id of the company that an id or a name means.

        Raises:
            InputError: nobody in the data, or several.
        """
        if text in self._holders:
            return text
        found = self._of_name.get(name_key(text), [])
        if not found:
            near = [hit.party.id.partition(":")[2] for hit in self._names.screen(text).hits[:3]]
            found = near[:1] if len(near) == 1 else []
            if not found:
                perhaps = f"; perhaps {', '.join(self._told(id) for id in near)}" if near else ""
                unread = "; ".join(
                    f"{one.where}: {one.message}" for one in self.ownership.problems if one.lost
                )
                unread = f"; what could not be read may tell of it: {unread:.300}" if unread else ""
                raise InputError(f"{text!r} is nobody in {self.ownership.name}{perhaps}{unread}")
        if len(found) > 1:
            told = ", ".join(self._worst_first(found)[:_MOST_TOLD])
            more = f" or {len(found) - _MOST_TOLD:,} more" if len(found) > _MOST_TOLD else ""
            raise InputError(
                f"{text!r} is {len(found)} in {self.ownership.name}: give the id, one of {told}{more} "
                "(those blocked, or perhaps blocked, stand first)"
            )
        return found[0]

    def finding(self, company: str, links: int | None = None) -> tuple[Finding, tuple[Recognised, ...], bool]:
        """What ownership makes of a company, by which listed owners, and whether by their names alone.

        Args:
            company: its id.
            links: so many links above it are told; None tells all.
        """
        without: Arithmetic | None = None
        if self._all is not None and company not in self._all[0].listed:
            _, sums, without = self._all
        else:
            # Its own listing is another matter, and says nothing of its owners.
            above = self._bare.owners_above(company)
            seeds = self._owners.seeds(above)
            seeds = replace(seeds, listed=[id for id in seeds.listed if id != company])
            sums = Sums(self._bare.where(seeds))
        finding = sums.finding(company, links)
        owners = self._listed_of(finding)
        alone = False
        possible = [one for one in owners if one.status is Status.POSSIBLE]
        if finding.verdict is Verdict.OPEN and possible and all(one.by is Known.NAME for one in possible):
            without = without or self._bare.where(replace(seeds, possible=()))
            alone = without.verdict(company) is Verdict.FREE
        return finding, owners, alone

    def recognised(self, company: str) -> tuple[Recognised, ...]:
        """Everybody above a company who is listed, whether that blocks or not."""
        above = self._bare.owners_above(company)
        self._owners.seeds(above)
        return tuple(one for id in above if (one := self._owners.recognised[id]) is not None)

    def hits(self, subject: Subject, limit: int = 10) -> tuple[tuple[OwnedHit, ...], int]:
        """The companies whose owners the data tells and that the subject may be, and how many more there are.

        All that fit are asked; those that are blocked, or could be, come first, and so the limit never hides
        one behind namesakes that are not.
        """
        fitting = self._names.screen(_without_kind(subject), limit=max(1, len(self._holders))).hits
        of = {hit.party.id.partition(":")[2]: hit for hit in fitting}
        first = self._worst_first(of) if len(of) > 1 else list(of)
        told = tuple(self._hit(company, of[company]) for company in first[:limit])
        return told, len(first) - len(told)

    def _hit(self, company: str, hit: Hit) -> OwnedHit:
        finding, owners, alone = self.finding(company)
        known = self._owners.recognised.get(company)
        listed = known.party.id if known is not None and known.by is Known.ID else None
        restricted = self.restriction(company)
        words = f"is listed itself: {listed}" if listed else _sentence(finding, owners)
        return OwnedHit(
            finding=finding,
            score=hit.score,
            matched_name=hit.matched_name,
            owners=owners,
            by_name_alone=alone,
            words=words if restricted is None else f"{words}; {restricted.words}",
            evidence=hit.evidence,
            listed=listed,
            restricted=restricted,
        )

    def _worst_first(self, companies: Iterable[str]) -> list[str]:
        """Companies in their order, but those first that are blocked, then that could be, then restricted."""
        ids = list(companies)
        above = list(dict.fromkeys(owner for id in ids for owner in self._bare.owners_above(id)))
        seeds = (self._owners.seeds(above, blocking=blocking) for blocking in (True, False))
        blocking, restricting = (self._bare.where(each) for each in seeds)

        def rank(id: str) -> tuple[int, int]:
            return _WORST.index(blocking.verdict(id)), _WORST.index(restricting.verdict(id))

        return sorted(ids, key=rank)

    @cached_property
    def _bare(self) -> Arithmetic:
        return Arithmetic(self.ownership, Seeds(), self.rule, self.day or self.asked_on)

    def _told(self, id: str) -> str:
        name = self._holders[id].name
        return name if name == id else f"{name} ({id})"

    @cached_property
    def _of_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for holder in self.ownership.holders:
            for name in holder.names:
                ids = found.setdefault(name_key(name), [])
                if holder.id not in ids:
                    ids.append(holder.id)
        return found

    @cached_property
    def _names(self) -> Screener:
        """A screener on the names of those in the data that somebody owns; an id stands for want of one."""
        from namesake.screening.screener import Screener

        owned = {stake.owned for stake in self.ownership.stakes}
        histories = [
            _as_history(holder)
            for holder in self.ownership.holders
            if holder.id in owned and (holder.names or holder.anonymous is None)
        ]
        policy = Policy(threshold=self.screener.policy.threshold)
        return Screener(build(histories, ()), policy, compiled=False)


def _sentence(finding: Finding, owners: Sequence[Recognised]) -> str:
    if finding.verdict is Verdict.FREE:
        return (
            f"is not blocked by who owns it, as far as the data tells: blocked persons have {finding.share}"
        )
    whom = "; ".join(dict.fromkeys(one.called for one in owners[:_MOST_TOLD])) or "nobody who is named"
    return f"{finding.how} by parties listed: {whom}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _without_kind(subject: Subject) -> Subject:
    """The subject as a company of the data may be compared with it: by names and identifiers."""
    return Subject(names=subject.names, identifiers=subject.identifiers, countries=subject.countries)


def _as_history(holder: Holder) -> PartyHistory:
    party = Party(
        id=PartyId(f"{_DATA}:{holder.id}"),
        list=_DATA,
        kind=holder.kind or Kind.ORGANIZATION,
        names=tuple(
            Name(text, Quality.STRONG if place else Quality.PRIMARY)
            for place, text in enumerate(holder.names or (holder.id,))
        ),
        identifiers=holder.identifiers,
    )
    return PartyHistory(party.id, (Version(party, (Span(),), current=True),))
