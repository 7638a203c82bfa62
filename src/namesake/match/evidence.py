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

__all__ = ["SCORING", "Evidence", "EvidenceKind", "Scoring", "fold", "name_score"]


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

    Attributes:
        omitted: how much a listed token that the subject lacks speaks against, per weight.
        added: how much a token speaks against that the listed name lacks.
        contradiction: how much more it speaks against when both have a token the other lacks.
        one_part: how much a lone name part speaks against being a person with several.
        initial: what an initial counts of the name it stands for.
        joined: what two tokens written together count of being equal to the one they are compared with.
        least_joined: how alike they must be at the least, because two tokens give chance more room.
        common: what a name that many bear loses at `common_bits` bits; halved every `common_half` more.
        exact: the least an exactly equal name scores, however common.
        weak_alias: what an uncorroborated weak alias loses: more than the best of names (5.3) and all that
            does not corroborate can bring, so that it never reaches a threshold.
    """

    omitted: float = 0.30
    added: float = 0.55
    contradiction: float = 0.90
    one_part: float = 0.35
    initial: float = 0.60
    joined: float = 0.99
    least_joined: float = 0.80
    common: float = 0.26
    common_bits: float = 9.0
    common_half: float = 5.0
    exact: float = 0.72
    weak_alias: float = -7.0
    corroborates: float = 0.9
    born_same_day: float = 2.5
    born_same_month: float = 1.5
    born_same_year: float = 1.0
    born_in_span: float = 0.4
    born_swapped: float = 1.2
    born_one_digit: float = 0.4
    born_other_day: float = -0.8
    born_one_year_off: float = -0.3
    born_few_years_off: float = -1.5
    born_other: float = -4.0
    listed_unborn: float = -4.0
    listed_minor: float = -1.5
    same_country: float = 0.4
    other_country: float = -0.7
    other_gender: float = -1.5
    same_identifier: float = 7.0
    other_imo: float = -4.0


SCORING: Final = Scoring()
_LOWEST, _HIGHEST = 0.01, 0.995


def fold(evidence: Iterable[Evidence]) -> float:
    """The score of a comparison from what it found: 0 to 1, four decimals."""
    agree = against = bits = points = 0.0
    same = True
    for piece in evidence:
        agree += piece.agree
        against += piece.against
        bits += piece.bits
        points += piece.points
        same = same and (piece.same or not (piece.agree or piece.against))
    name = name_score(agree, against, bits, same)
    if not points:
        return round(name, 4)
    held = min(max(name, _LOWEST), _HIGHEST)
    score = 1 / (1 + math.exp(-(math.log(held / (1 - held)) + points)))
    # Holding the name within bounds must not turn a contradiction into a gain.
    return round(min(score, name) if points < 0 else score, 4)


def name_score(agree: float, against: float, bits: float, same: bool) -> float:
    """The score of a name alone.

    Args:
        agree: weight that agrees.
        against: weight that speaks against.
        bits: surprise of the agreement.
        same: whether every part of both names is the very same.
    """
    if agree <= 0:
        return 0.0
    held_back = 1 - SCORING.common * 2 ** ((SCORING.common_bits - bits) / SCORING.common_half)
    if same:
        held_back = max(held_back, SCORING.exact)
    return agree / (agree + against) * min(max(held_back, 0.0), _HIGHEST)
