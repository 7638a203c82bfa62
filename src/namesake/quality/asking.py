"""The one place where quality is asked of the screener: cases in, answers out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Final, NamedTuple

from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.screening.result import Hit, Screening
from namesake.screening.screener import Screener

__all__ = ["LIMIT", "Answer", "Case", "answers", "parties_held"]

LIMIT: Final = 50
"""Hits looked at for each subject: nobody reads further, so what stands behind counts as not found."""


class Case(NamedTuple):
    """A subject, and the party it is or only resembles.

    Attributes:
        party: the party's id; empty for a subject who is on no list.
        listed: the listed name it was made from or labelled with; empty where there is none.
        group: what to count it under: a culture, a script.
    """

    subject: Subject
    party: str = ""
    listed: str = ""
    group: str = ""


class Answer(NamedTuple):
    """What screening the subject of a case gave.

    Attributes:
        hit: whether the party of the case is among the hits.
        score: the party's score, below the threshold too; 0 where it was not worth a look.
    """

    case: Case
    screening: Screening
    hit: bool
    score: float

    @property
    def other_records(self) -> int:
        """How many hits are another record."""
        return len(self.screening.hits) + self.screening.more - self.hit

    @property
    def other_parties(self) -> int:
        """How many hits are another party, where what several lists have of one party is shown once."""
        groups = self.screening.together
        own = sum(any(self.case.party in _ids(hit) for hit in group) for group in groups)
        return len(groups) + self.screening.more - own


def _ids(hit: Hit) -> set[str]:
    return {hit.party.id, *(record.party.id for record in hit.same_as)}


def answers(screener: Screener, cases: Iterable[Case]) -> Iterator[Answer]:
    """The answer for each case, in order."""
    asked, waiting = tee(cases)
    screenings = screener.screen_many((case.subject for case in asked), limit=LIMIT)
    for case, screening in zip(waiting, screenings, strict=True):
        hit = next((one for one in screening.hits if one.party.id == case.party), None)
        if hit is not None or not case.party:
            yield Answer(case, screening, hit is not None, hit.score if hit is not None else 0.0)
            continue
        below = screener.screen(case.subject, limit=LIMIT, near=True)
        near = next((one for one in below.near if one.party.id == case.party), None)
        yield Answer(case, below, False, near.score if near is not None else 0.0)


def parties_held(screener: Screener) -> list[Party]:
    """Every party that the lists in the policy's scope name now, by id."""
    snapshot, scope = screener.snapshot, screener.policy.lists
    current = snapshot.arrays["version_current"]
    found: list[Party] = []
    for number in range(len(snapshot.party_ids)):
        # Where two versions hold at once (an undated edition beside a dated one) the later one counts.
        held = [version for version in snapshot.versions_of(number) if current[version]]
        if held:
            found.append(snapshot.party(held[-1]))
    return sorted((one for one in found if not scope or one.list in scope), key=lambda one: one.id)
