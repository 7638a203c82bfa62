"""How often a hit of each band is right, on labelled data: what the words for a score are worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from namesake.quality.asking import answers
from namesake.quality.judging import ALONE, WITH_DATA, case_of
from namesake.quality.labelled import Customer, Pair
from namesake.screening.explain import compare
from namesake.screening.result import Band
from namesake.screening.screener import Screener

__all__ = ["ALONE", "WITH_DATA", "Banded", "banded_hits", "banded_pairs"]


class Banded(NamedTuple):
    """How many scores fell into each band, and how many of them rightly.

    Attributes:
        right: by band, scores of what is labelled as one party.
        of: by band, all scores.
    """

    right: Counter[Band]
    of: Counter[Band]

    def told(self, band: Band) -> str:
        """`164 of 190, 86 %`; a dash where there was none."""
        of, right = self.of[band], self.right[band]
        return f"{right:,} of {of:,}, {right / of:.0%}" if of else "–"


def banded_pairs(pairs: Iterable[Pair]) -> Banded:
    """The pairs that score in each band, and how many of them are one party's names."""
    counted = Banded(Counter(), Counter())
    for pair in pairs:
        band = compare(pair.name1, pair.name2, kind=pair.kind).band
        counted.of[band] += 1
        counted.right[band] += pair.is_match
    return counted


def banded_hits(
    screener: Screener, listed: Sequence[Customer], unlisted: Sequence[Customer], *, data: str
) -> Banded:
    """The hits in each band, and how many of them are the party that the subject is.

    A listed person's hits on other lists are left out: who is who there, the labels do not say.

    Args:
        screener: what to ask.
        listed: persons who are on a list, with the party that each is.
        unlisted: people who are on no list; each of their hits is wrong.
        data: `ALONE` or `WITH_DATA`.
    """
    counted = Banded(Counter(), Counter())
    for answer in answers(screener, (case_of(one, data) for one in (*listed, *unlisted))):
        labelled = answer.case.party.partition(":")[0]
        for hit in answer.screening.hits:
            if labelled in ("", hit.party.list):
                counted.of[hit.band] += 1
                counted.right[hit.band] += hit.party.id == answer.case.party
    return counted
