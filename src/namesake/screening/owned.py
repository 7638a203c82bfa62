"""Companies that are not listed and blocked by who owns them: listed owners recognised, sums reckoned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from namesake.errors import InputError
from namesake.index.building import build
from namesake.match.evidence import Evidence, EvidenceKind
from namesake.model.edition import PartyHistory, Span, Version
from namesake.model.ownership import Holder, Ownership, plain_number
from namesake.model.party import Effect, Party, SameAs
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.network.arithmetic import Arithmetic, Finding, Verdict
from namesake.network.rules import RULES, Rule
from namesake.screening.recognised import Known, OwnedHit, Recognised

if TYPE_CHECKING:
    from namesake.screening.screener import Screener

__all__ = ["Owned"]

_DATA: Final = ListId("ownership-data")
_MOST_TOLD: Final = 10
_PLENTY: Final = 200
"""So many owners are screened sooner by the compiled walk, even if it has to be compiled first."""


class Owned:
    """Ownership data, asked about with one screener on one day.

    Args:
        screener: who the listed are, and when a name is theirs.
        ownership: who owns whom.
        day: the day asked about; None for now, when what is said to have ended has ended.
    """

    def __init__(self, screener: Screener, ownership: Ownership, day: dt.date | None = None) -> None:
        self.screener = screener
        self.ownership = ownership
        self.day = day
        self.rule: Rule = RULES[screener.policy.ownership]
        self._holders = {holder.id: holder for holder in ownership.holders}
        self._recognised: dict[str, Recognised | None] = {}
        self._all: tuple[dict[str, Recognised], Arithmetic, Arithmetic] | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader of any answer from this data should know."""
        problems = self.ownership.problems
        told = [f"{one.where}: {one.message}" for one in problems[:_MOST_TOLD]]
        if lost := self.ownership.lost:
            were = "record was" if lost == 1 else "records were"
            told.insert(0, f"{self.ownership.name}: {lost:,} {were} not readable, and counted as nothing")
        if len(problems) > _MOST_TOLD:
            told.append(f"{self.ownership.name}: {len(problems) - _MOST_TOLD:,} more problems")
        return tuple(told)

    def companies(self) -> list[tuple[str, Verdict]]:
        """The companies that are blocked by ownership, and those that could be."""
        if self._all is None:
            listed = self._listed(stake.owner for stake in self.ownership.stakes)
            self._all = listed, self._arithmetic(listed), self._arithmetic(_surely(listed))
        return list(self._all[1].blocked())

    def company(self, text: str) -> str:
        """The id of the company that an id or a name means.

        Raises:
            InputError: nobody in the data, or several.
        """
        if text in self._holders:
            return text
        found = self._of_name.get(_plain(text), [])
        if not found:
            near = [hit.party.id.partition(":")[2] for hit in self._names.screen(text).hits[:3]]
            found = near[:1] if len(near) == 1 else []
            if not found:
                perhaps = f"; perhaps {', '.join(self._told(id) for id in near)}" if near else ""
                raise InputError(f"{text!r} is nobody in {self.ownership.name}{perhaps}")
        if len(found) > 1:
            raise InputError(
                f"{text!r} is {len(found)} in {self.ownership.name}: give the id, one of "
                f"{', '.join(found[:_MOST_TOLD])}"
            )
        return found[0]

    def finding(self, company: str) -> tuple[Finding, tuple[Recognised, ...], bool]:
        """What ownership makes of a company, by which listed owners, and whether by their names alone."""
        if self._all is not None and company not in self._all[0]:
            listed, arithmetic, sure = self._all
        else:
            # Its own listing is another matter, and says nothing of its owners.
            above = self._bare.owners_above(company)
            listed = {id: one for id, one in self._listed(above).items() if id != company}
            arithmetic, sure = self._arithmetic(listed), None
        finding = arithmetic.finding(company)
        owners = tuple(listed[id] for id in finding.blockers if id in listed)
        by_name = [one for one in owners if one.by is Known.NAME]
        alone = False
        if by_name and finding.verdict is not Verdict.FREE:
            sure = sure or self._arithmetic(_surely(listed))
            alone = sure.finding(company).verdict is not finding.verdict
        return finding, owners, alone

    def recognised(self, company: str) -> tuple[Recognised, ...]:
        """Everybody above a company who is listed, whether that blocks or not."""
        above = self._bare.owners_above(company)
        self._listed(above)
        return tuple(one for id in above if (one := self._recognised[id]) is not None)

    def hits(self, subject: Subject, limit: int = 10) -> Iterator[OwnedHit]:
        """The companies of the data that the subject may be and that are, or could be, blocked."""
        for hit in self._names.screen(_without_kind(subject), limit=limit).hits:
            company = hit.party.id.partition(":")[2]
            finding, owners, alone = self.finding(company)
            listed = self._recognised.get(company)
            if finding.verdict is Verdict.FREE or (listed is not None and listed.by is Known.ID):
                continue
            yield OwnedHit(
                finding=finding,
                score=hit.score,
                matched_name=hit.matched_name,
                owners=owners,
                by_name_alone=alone,
                words=_sentence(finding, owners, self.rule),
                evidence=hit.evidence,
            )

    @cached_property
    def _bare(self) -> Arithmetic:
        return self._arithmetic({})

    def _arithmetic(self, listed: Iterable[str]) -> Arithmetic:
        return Arithmetic(self.ownership, listed, self.rule, self.day)

    def _told(self, id: str) -> str:
        name = self._holders[id].name
        return name if name == id else f"{name} ({id})"

    @cached_property
    def _of_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for holder in self.ownership.holders:
            for name in holder.names:
                ids = found.setdefault(_plain(name), [])
                if holder.id not in ids:
                    ids.append(holder.id)
        return found

    @cached_property
    def _names(self) -> Screener:
        """A screener on the names of those in the data that somebody owns."""
        from namesake.screening.screener import Screener

        owned = {stake.owned for stake in self.ownership.stakes}
        histories = [
            _as_history(holder) for holder in self.ownership.holders if holder.id in owned and holder.names
        ]
        policy = Policy(threshold=self.screener.policy.threshold)
        return Screener(build(histories, ()), policy, compiled=False)

    def _listed(self, ids: Iterable[str]) -> dict[str, Recognised]:
        """Those of these holders who are blocked themselves."""
        wanted = list(dict.fromkeys(ids))
        new = [self._holders[id] for id in wanted if id not in self._recognised]
        named: list[tuple[Holder, Subject]] = []
        for holder in new:
            by_id = self._by_id(holder)
            self._recognised[holder.id] = by_id
            subject = holder.subject() if by_id is None and holder.anonymous is None else None
            if subject is not None:
                named.append((holder, subject))
        self._screen(named)
        found = ((id, self._recognised[id]) for id in wanted)
        return {id: one for id, one in found if one is not None and one.blocks}

    def _by_id(self, holder: Holder) -> Recognised | None:
        party = self.screener.listed(holder.id, self.day)
        linked = self.screener.same_as(holder.id, self.day)
        if party is None and not linked:
            return None
        # Of a party that its own list has no longer the other lists' records are what is left.
        through = () if party is not None and _blocks(party) else _blocking(linked)
        shown = party or (*through, *linked)[0].party
        blocks = bool(through) or _blocks(shown)
        return Recognised(holder.id, shown.name, shown, Known.ID, blocks, 1.0, through=through)

    def _through(self, party: Party) -> tuple[SameAs, ...]:
        """The other lists' records of a party that block, where its own does not."""
        return () if _blocks(party) else _blocking(self.screener.same_as(party.id, self.day))

    def _screen(self, named: Sequence[tuple[Holder, Subject]]) -> None:
        if len(named) > _PLENTY:
            from namesake.index.kernels import compile_kernels

            compile_kernels()
        for start in range(0, len(named), 64):
            some = [pair for pair in named[start : start + 64] if any(map(_can_be_screened, pair[1].names))]
            answers = self.screener.answers([subject for _, subject in some], self.day, 10, False)
            for (holder, _), answer in zip(some, answers, strict=True):
                if not answer.hits:
                    continue
                through = {hit.party.id: self._through(hit.party) for hit in answer.hits}
                # Of those it may be, one whose listing blocks counts before one whose does not.
                best = max(
                    answer.hits,
                    key=lambda hit: (_blocks(hit.party) or bool(through[hit.party.id]), hit.score),
                )
                self._recognised[holder.id] = Recognised(
                    holder=holder.id,
                    name=holder.name,
                    party=best.party,
                    by=_known(best.evidence),
                    blocks=_blocks(best.party) or bool(through[best.party.id]),
                    score=best.score,
                    evidence=best.evidence,
                    also=tuple(hit.party.id for hit in answer.hits if hit is not best),
                    through=through[best.party.id],
                )


def _sentence(finding: Finding, owners: Sequence[Recognised], rule: Rule) -> str:
    whom = "; ".join(dict.fromkeys(one.party.name for one in owners[:_MOST_TOLD])) or "nobody who is named"
    if finding.verdict is Verdict.BLOCKED:
        controlled = not any(
            part for one in finding.sums if one.company == finding.company and one.kind.value == "ownership"
            for part in one.parts if part.counts.value != "not blocked"
        )  # fmt: skip
        how = "controlled" if controlled else f"owned {plain_number(finding.least)} %"
        return f"{how} by parties listed: {whom}"
    upper = plain_number(finding.most)
    return f"owned {plain_number(finding.least)} % by parties listed, and perhaps up to {upper} %: {whom}"


def _surely(listed: dict[str, Recognised]) -> list[str]:
    """Those known by more than their names."""
    return [id for id, one in listed.items() if one.by is not Known.NAME]


def _blocks(party: Party) -> bool:
    """Whether its assets are frozen, by any designation, as far as its programmes tell."""
    return not party.designations or any(
        not one.effects or Effect.ASSET_FREEZE in one.effects for one in party.designations
    )


def _blocking(records: Iterable[SameAs]) -> tuple[SameAs, ...]:
    return tuple(one for one in records if _blocks(one.party))


def _known(evidence: Iterable[Evidence]) -> Known:
    agreeing = {piece.kind for piece in evidence if piece.points > 0}
    if EvidenceKind.IDENTIFIER in agreeing:
        return Known.IDENTIFIER
    return Known.NAME_AND_MORE if EvidenceKind.BIRTH_DATE in agreeing else Known.NAME


def _can_be_screened(text: str) -> bool:
    return any(map(str.isalnum, text))


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
            for place, text in enumerate(holder.names)
        ),
        identifiers=holder.identifiers,
    )
    return PartyHistory(party.id, (Version(party, (Span(),), current=True),))
