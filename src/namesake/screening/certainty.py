"""Why a hit may be a namesake and not the party itself: what a lawyer would still ask for."""

from __future__ import annotations

from typing import Final

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.values import Quality
from namesake.screening.result import Band, Hit

__all__ = ["doubt_of"]

_SPELLED: Final = 0.90
"""So much of each part of a name has to agree: other spellings of a name do, an initial does not."""


def doubt_of(hit: Hit) -> str | None:
    """Why the subject may be another than the party; None where that is settled.

    A number that tells by itself who bears it settles it, and so does the day of birth beside the whole name.
    No birth date, gender or number may speak against; a country may, of which people have several.
    """
    against = [one for one in hit.evidence if one.points < 0 and one.kind is not EvidenceKind.COUNTRY]
    if against:
        return f"{against[0].kind.value}: {against[0].reason}"
    numbers = [one for one in hit.evidence if one.kind is EvidenceKind.IDENTIFIER]
    if any(one.points >= SCORING.same_identifier for one in numbers):
        return None
    births = [one for one in hit.evidence if one.kind is EvidenceKind.BIRTH_DATE]
    if not births:
        return numbers[0].reason if numbers else "its name alone agrees"
    if any(one.points < SCORING.born_same_day for one in births):
        return f"the birth date agrees only so far: {births[0].reason}"
    return _doubt_of_name(hit)


def _doubt_of_name(hit: Hit) -> str | None:
    if any(one.text == hit.matched_name and one.quality is Quality.WEAK for one in hit.party.names):
        return "a weak alias"
    for one in hit.evidence:
        if one.against and not _agrees(one):
            return f"{one.kind.value}: {one.reason}" if one.reason != one.kind.value else one.reason
    return None if hit.band is Band.STRONG else "the name agrees only so far"


def _agrees(one: Evidence) -> bool:
    return one.kind is EvidenceKind.PART and one.agree >= _SPELLED * (one.agree + one.against)
