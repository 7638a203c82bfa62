"""What an edition lost against the one before it in time, in sentences for people.

An edition that lost too much is refused, for a list that shrinks without a sound is a list nobody is
found on: half a download, a renamed column, a publisher's mistake. Refused is an edition

* that lost more than 10 % of the parties for each quarter elapsed, at least 10 % and at most half;
* in which a kind of fact is gone from more than half of the parties that had it;
* that holds no party, or another number of records than its own header says.

An old edition added later, which is not the one in use, only warns of what it lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from namesake.errors import LossyEditionError
from namesake.model.edition import Edition
from namesake.model.party import FactKind
from namesake.model.values import PartyId
from namesake.store.history import day_of, in_order, instant, of_one_day

__all__ = ["Facts", "Findings", "edition_before", "examine", "named", "which_holds"]

Facts = Mapping[PartyId, frozenset[FactKind]]
"""The parties of an edition, each with the kinds of facts it has any of."""

_QUARTER: Final = 365.25 / 4
_PER_QUARTER: Final = 0.10
# After five quarters half a list may be gone by the rule alone. Between March 2021 and May 2024 the UN's
# lost 16 % of its numbers and OFAC's 11 %, all lawfully; half of one gone is never the ordinary course.
_AT_MOST: Final = 0.5
_FACT_SHARE: Final = 0.5
# Two parties of a long list that lose the only websites on it are corrections, and not a lost column.
_FEW_PARTIES: Final = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """What looking at an edition found.

    Attributes:
        edition: the one looked at.
        before: the edition before it in time; None when it is the first.
        losses: one sentence for each loss beyond what is accepted unasked.
        refused: those of them it is refused for.
        remarks: what else the caller should know.
    """

    edition: Edition
    before: Edition | None
    losses: tuple[str, ...]
    refused: tuple[str, ...]
    remarks: tuple[str, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """Losses and remarks as whole sentences, for an edition that was kept in spite of them."""
        return tuple(f"{named(self.edition)}: {sentence}" for sentence in (*self.losses, *self.remarks))

    def refusal(self) -> LossyEditionError:
        """The error that refuses the edition."""
        reasons = "".join(f"\n  - {reason}" for reason in self.refused)
        return LossyEditionError(
            f"{named(self.edition)} is refused:{reasons}\n"
            "Nothing of it was kept, and what was held before goes on serving. Fetch the file again; if this "
            "really is what the publisher wants to say, add it with --accept-loss.",
            self.refused,
        )


def examine(
    edition: Edition,
    facts: Facts,
    others: Iterable[Edition],
    *,
    facts_of: Callable[[Edition], Facts],
    declared: int | None = None,
    leaves_out: Collection[FactKind] = (),
) -> Findings:
    """Compare an edition with the one before it in time.

    Args:
        edition: with its counts filled.
        facts: its parties.
        others: the other editions held.
        facts_of: gives the parties of one of them.
        declared: how many records its file says it holds.
        leaves_out: kinds of facts that its layout gives of few parties or none; told when they are gone.
    """
    of_list = in_order({edition, *(other for other in others if other.list == edition.list)})
    before = edition_before(edition, of_list)
    broken = _contradictions(edition, declared)
    lost: list[str] = []
    thinner: list[str] = []
    if before is not None:
        facts_before = _facts_in_force(before, of_list, facts_of)
        lost += _lost_parties(edition, facts, before, facts_before)
        lost += _lost_facts(facts, facts_before, exempt={*edition.lacks, *leaves_out})
        others_exempt = {kind for kind in FactKind if kind not in leaves_out} | set(edition.lacks)
        thinner += [
            f"{sentence}, because this file's layout does not give them"
            for sentence in _lost_facts(facts, facts_before, exempt=others_exempt)
        ]
    in_use = _in_use(edition, of_list)
    return Findings(
        edition,
        before,
        losses=(*broken, *lost),
        refused=(*broken, *lost) if in_use == edition else tuple(broken),
        remarks=(*thinner, *_remarks(edition, of_list, in_use)),
    )


def edition_before(edition: Edition, others: Iterable[Edition]) -> Edition | None:
    """The edition of the same list next before this one in time."""
    of_list = in_order({edition, *(other for other in others if other.list == edition.list)})
    place = of_list.index(edition)
    return of_list[place - 1] if place else None


def named(edition: Edition) -> str:
    """An edition as messages name it: `un-sc, edition of 2025-11-20`."""
    if edition.published is None:
        return f"{edition.list}, undated edition {edition.sha256[:8]}"
    return f"{edition.list}, edition of {edition.published}"


def which_holds(edition: Edition, others: Iterable[Edition]) -> str | None:
    """Which edition holds, and why, where several were published on the day of this one; None where not."""
    *hidden, holds = of_one_day(edition, others) or [edition]
    if not hidden:
        return None
    last = hidden[-1]
    if last.lacks and not holds.lacks:
        why = "is complete"
    elif instant(last.moment) != instant(holds.moment):
        why = "has the later time stamp of its publisher"
    else:
        why = "was received later"
    unused = ", ".join(one.sha256[:8] for one in hidden)
    return (
        f"{len(hidden) + 1} editions of {edition.published} are held: {holds.sha256[:8]} counts, because it "
        f"{why}, and {unused} {'does' if len(hidden) == 1 else 'do'} not; `namesake lists redate` or "
        "`remove` puts right what is wrong of that"
    )


def _in_use(edition: Edition, of_list: Iterable[Edition]) -> Edition:
    """The edition that is in use where this one might be. A dated one is, also beside an undated one."""
    return [other for other in of_list if edition.published is None or other.published is not None][-1]


def _facts_in_force(edition: Edition, of_list: list[Edition], facts_of: Callable[[Edition], Facts]) -> Facts:
    """The parties of an edition with what it leaves standing of earlier ones where it is partial."""
    facts = dict(facts_of(edition))
    inherited = set(edition.lacks)
    for earlier in reversed(of_list[: of_list.index(edition)]):
        if not inherited:
            break
        older = facts_of(earlier)
        for party in facts.keys() & older.keys():
            facts[party] |= older[party] & inherited
        inherited &= set(earlier.lacks)
    return facts


def _contradictions(edition: Edition, declared: int | None) -> list[str]:
    found = []
    if edition.parties == 0:
        unread = f": none of its {edition.records:,} records could be read" if edition.records else ""
        found.append(f"it holds no party{unread}")
    if declared is not None and declared != edition.records:
        found.append(f"it says that it holds {declared:,} records, and {edition.records:,} were found in it")
    return found


def _lost_parties(edition: Edition, facts: Facts, before: Edition, facts_before: Facts) -> list[str]:
    gone = sorted(facts_before.keys() - facts.keys())
    days = (day_of(edition) - day_of(before)).days
    allowed = min(_PER_QUARTER * max(1.0, days / _QUARTER), _AT_MOST)
    if len(gone) <= allowed * len(facts_before):
        return []
    some = ", ".join(gone[:3]) + (", ..." if len(gone) > 3 else "")
    return [
        f"{_share(len(gone), len(facts_before))} parties of the edition before it ({_day(before)}) are gone: "
        f"{some}. At most {allowed:.0%} may go in {days} days"
    ]


def _lost_facts(facts: Facts, facts_before: Facts, *, exempt: Collection[FactKind]) -> list[str]:
    both = facts.keys() & facts_before.keys()
    had = Counter(kind for party in both for kind in facts_before[party])
    lost = Counter(kind for party in both for kind in facts_before[party] - facts[party])
    return [
        f"the {kind} of {_share(lost[kind], had[kind])} parties that had them are gone"
        for kind in FactKind
        if kind not in exempt
        and lost[kind] > _FACT_SHARE * had[kind]
        and (lost[kind] >= _FEW_PARTIES or lost[kind] > _PER_QUARTER * len(both))
    ]


def _remarks(edition: Edition, of_list: list[Edition], in_use: Edition) -> list[str]:
    found = []
    if edition.published is None:
        found.append("its date is not known, so it can't be asked as of a day; give it with --published")
        if any(other.published is None and other.received > edition.received for other in of_list):
            found.append("the clock stands before the time an earlier edition was received: see to the clock")
    if told := which_holds(edition, of_list):
        found.append(told)
    if in_use not in (edition, *of_one_day(edition, of_list)):
        found.append(f"it is not in use now, because a later edition is held ({_day(in_use)})")
    return found


def _day(edition: Edition) -> str:
    known = "published" if edition.published is not None else "undated, received"
    return f"{known} {day_of(edition)}"


def _share(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} ({part / whole:.1%})"
