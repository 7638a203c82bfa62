"""What a comparison found, and the one fold that turns it into a score.

Each piece of evidence carries its numbers, so a score can be checked by hand from the pieces shown:

* name pieces add to what *agrees* and to what speaks *against*; their ratio, held back for names
  that many bear, is the name's score;
* every other piece adds *points* to the log-odds of that score: what a birth date or an identifier
  does to the odds does not depend on what else was found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from namesake.model.values import Value

__all__ = [
    "HELD_BACK",
    "MOST_BITS",
    "SCORING",
    "Evidence",
    "EvidenceKind",
    "Scoring",
    "fold",
    "least_name",
    "name_score",
    "with_points",
]


class EvidenceKind(StrEnum):
    """What a piece of evidence is about."""

    PART = "name part"
    OMITTED = "missing from the name asked about"
    ADDED = "not in the listed name"
    CONTRADICTION = "different name part"
    ONE_PART = "only one name part to go by"
    WEAK_ALIAS = "weak alias"
    BIRTH_DATE = "birth date"
    COUNTRY = "country"
    GENDER = "gender"
    IDENTIFIER = "identifier"
    ADDRESS = "address"


class Evidence(Value, frozen=True):
    """One thing a comparison found.

    Attributes:
        query: what the subject says, as given.
        listed: what the list says.
        reason: in words, how the two relate.
        agree: weight of name that agrees, in units of one rare token.
        against: weight of name that disagrees.
        bits: how surprising the agreement is (a shared rare surname says more than a common one).
        points: what it adds to the log-odds of the score.
        same: whether the name parts are the very same.
    """

    kind: EvidenceKind
    reason: str
    query: str | None = None
    listed: str | None = None
    agree: float = 0.0
    against: float = 0.0
    bits: float = 0.0
    points: float = 0.0
    same: bool = False


class Scoring(Value, frozen=True):
    """The scoring table. Never changed in place: another table is another scoring version.

    What concerns names is in percent of a token's weight, or in hundredths of the heaviest token; what
    concerns everything else is in log-odds.

    Attributes:
        omitted: how much a listed token that the subject lacks speaks against.
        added: how much a token speaks against that the listed name lacks.
        contradiction: how much more it speaks against when both have a token the other lacks.
        contradicted_part: what each such part speaks against beside its weight: another father is another
            father, however common his name.
        added_syllable: how much a syllable of Chinese or Korean does instead: with it the name is another.
        distinguishing: how much a place or number that only one of two organisations' names has speaks
            against instead: it tells sister companies and ships apart.
        one_part: how much a lone name part speaks against being a person with several.
        initial, joined, joined_across, respaced, acronym: what an initial counts of the name it stands for,
            tokens written together of the word they make, in the same script or another, two tokens of two
            others with the space elsewhere, first letters of the words they abbreviate.
        initial_bits: surprise of an initial agreeing, in tenths of a bit: there are some twenty letters
            that names begin with, unevenly used.
        common: what a name that many bear loses at `common_bits` bits; halved every `common_half` more.
        exact: the least an exactly equal name scores, however common.
        weak_alias: what an uncorroborated weak alias loses: more than the best of names (5.3) and all that
            does not corroborate can bring, so that it never reaches a threshold.
        corroborates: the least points of a fact that makes a weak alias count: by chance at most one
            customer in 40 agrees so well.

    Of what follows, each is what a fact adds to the log-odds; `docs/decisions/0005-attributes-as-log-odds.md`
    derives them. None is above 0 for a contradiction nor below it for an agreement.
    """

    omitted: int = 30
    added: int = 45
    contradiction: int = 90
    contradicted_part: int = 5500
    added_syllable: int = 90
    one_part: int = 3500
    distinguishing: int = 120
    initial: int = 60
    joined: int = 96
    joined_across: int = 88
    respaced: int = 92
    acronym: int = 80
    initial_bits: int = 20
    common: float = 0.2
    common_bits: float = 8.5
    common_half: float = 5.0
    exact: float = 0.75
    weak_alias: float = -8.0
    corroborates: float = 0.9
    born_same_day: float = 2.5
    born_same_month: float = 1.5
    born_swapped: float = 1.4
    born_same_year: float = 0.95
    born_one_digit: float = 0.85
    born_in_span: float = 0.5
    born_one_year_off: float = -0.3
    born_other_year: float = -0.3
    born_other_day: float = -0.7
    born_few_years_off: float = -1.5
    born_other: float = -4.0
    listed_unborn: float = -4.0
    listed_minor: float = -1.5
    same_country: float = 0.4
    other_country: float = -0.7
    other_gender: float = -2.0
    same_identifier: float = 12.5
    same_number: float = 5.1
    same_short_number: float = 2.5
    other_imo: float = -4.0
    other_lei: float = -2.5
    same_house: float = 0.5
    same_street: float = 0.2


SCORING: Final = Scoring()
_LOWEST, _HIGHEST = 0.01, 0.995


def fold(evidence: Iterable[Evidence]) -> float:
    """The score of a comparison from what it found: 0 to 1, four decimals."""
    agree = against = bits = 0
    points = 0.0
    same = True
    for piece in evidence:
        agree += round(piece.agree * 1e4)
        against += round(piece.against * 1e4)
        bits += round(piece.bits * 10)
        points += piece.points
        same = same and (piece.same or not (piece.agree or piece.against))
    return with_points(name_score(agree, against, bits, same), points)


def with_points(name: int, points: float) -> float:
    """The score of a name, given in ten thousandths, moved by log-odds: 0 to 1, four decimals."""
    if not points:
        return name / 1e4
    held = min(max(name / 1e4, _LOWEST), _HIGHEST)
    score = 1 / (1 + math.exp(-(math.log(held / (1 - held)) + points)))
    # Holding the name within bounds must not turn a contradiction into a gain.
    return round(min(score, name / 1e4) if points < 0 else score, 4)


def least_name(threshold: float, points: float) -> float:
    """The least score of a name that so many points could bring to the threshold."""
    if points <= 0:
        return threshold
    # A score is rounded: from half a ten thousandth below it reaches the threshold.
    odds = (threshold - 0.00005) / (1.00005 - threshold) if threshold < 1 else math.inf
    least = odds * math.exp(-points)
    return least / (1 + least) if least < math.inf else threshold


MOST_BITS: Final = 2000
HELD_BACK: Final = tuple(
    min(
        max(1 - SCORING.common * 2 ** ((SCORING.common_bits - bits / 10) / SCORING.common_half), 0.0),
        _HIGHEST,
    )
    for bits in range(MOST_BITS + 1)
)
"""What is left of the score of a name whose agreement has so many tenths of a bit of surprise."""


def name_score(agree: int, against: int, bits: int, same: bool) -> int:
    """The score of a name alone, in ten thousandths.

    Whole numbers go in and come out so that the compiled copy of this rule in `index/kernels.py` gives the
    same score to the last digit.

    Args:
        agree: weight that agrees.
        against: weight that speaks against, in the same unit.
        bits: surprise of the agreement, in tenths of a bit.
        same: whether every part of both names is the very same.
    """
    if agree <= 0:
        return 0
    held = HELD_BACK[min(bits, MOST_BITS)]
    if same:
        held = max(held, SCORING.exact)
    return int(agree / (agree + against) * held * 10000 + 0.5)
