"""Why a hit may be a namesake and not the party itself: what a lawyer would still ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.ownership import Holder
from namesake.model.values import Identifier, IdentifierType, Kind, Quality
from namesake.screening.result import Band, Hit

__all__ = ["doubt_of"]

_SPELLED: Final = 0.90
"""So much of each part of a name has to agree: other spellings of a name do, an initial does not."""


_BORNE_BY: Final = {
    Kind.PERSON: (
        IdentifierType.PASSPORT, IdentifierType.NATIONAL_ID, IdentifierType.SOCIAL_SECURITY,
        IdentifierType.DRIVING_LICENCE, IdentifierType.RESIDENCE, IdentifierType.BIRTH_CERTIFICATE,
    ),
    Kind.COMPANY: (IdentifierType.REGISTRATION, IdentifierType.LEI, IdentifierType.BIC, IdentifierType.DUNS),
    Kind.VESSEL: (IdentifierType.MMSI, IdentifierType.CALL_SIGN),
    Kind.AIRPLANE: (IdentifierType.AIRCRAFT_SERIAL, IdentifierType.AIRCRAFT_TAIL),
}  # fmt: skip
"""What bears numbers of a type; the others have several kinds of bearers."""
_WORLDWIDE: Final = (
    IdentifierType.IMO, IdentifierType.LEI, IdentifierType.BIC, IdentifierType.IBAN, IdentifierType.ISIN,
    IdentifierType.DUNS, IdentifierType.MMSI, IdentifierType.WALLET, IdentifierType.WIKIDATA,
)  # fmt: skip
"""Types whose numbers no state gives out: a country beside one is not its issuer."""


def doubt_of(hit: Hit, holder: Holder) -> str | None:
    """Why a holder may be another than the party it was found to be; None where that is settled.

    A number that tells by itself who bears it settles it, unless it is of another kind of bearer or another
    state's; and so does the day of birth beside the whole name. No birth date, gender or number may speak
    against; a country may, of which people have several.
    """
    against = [one for one in hit.evidence if one.points < 0 and one.kind is not EvidenceKind.COUNTRY]
    if against:
        return f"{against[0].kind.value}: {against[0].reason}"
    numbers = [one for one in hit.evidence if one.kind is EvidenceKind.IDENTIFIER]
    if any(one.points >= SCORING.same_identifier for one in numbers):
        return _doubt_of_number(hit, holder, numbers)
    births = [one for one in hit.evidence if one.kind is EvidenceKind.BIRTH_DATE]
    if not births:
        return numbers[0].reason if numbers else "its name alone agrees"
    if any(one.points < SCORING.born_same_day for one in births):
        return f"the birth date agrees only so far: {births[0].reason}"
    return _doubt_of_name(hit)


def _doubt_of_number(hit: Hit, holder: Holder, numbers: Iterable[Evidence]) -> str | None:
    """What speaks against the one being the other's number; None if it is the same in any way it is told."""
    doubts = [
        _doubt_of_pair(ours, theirs, hit.party.kind)
        for one in numbers
        for ours in holder.identifiers
        for theirs in hit.party.identifiers
        if (ours.value, theirs.value) == (one.query, one.listed)
    ]
    return None if None in doubts else next(iter(doubts), None)


def _doubt_of_pair(ours: Identifier, theirs: Identifier, kind: Kind) -> str | None:
    both = {ours.type, theirs.type}
    if ours.country and theirs.country and ours.country != theirs.country and not both <= {*_WORLDWIDE}:
        return f"the same number, but of {ours.country} here and of {theirs.country} on the list"
    bearer = _bearer(ours)
    if len(both) > 1 and bearer is not None and not bearer.may_be(_bearer(theirs) or kind):
        listed = f"{theirs.type.value} of {kind.value}"
        return f"the same number, but as {ours.type.value} here and as {listed} on the list"
    return None


def _bearer(number: Identifier) -> Kind | None:
    return next((kind for kind, types in _BORNE_BY.items() if number.type in types), None)


def _doubt_of_name(hit: Hit) -> str | None:
    if any(one.text == hit.matched_name and one.quality is Quality.WEAK for one in hit.party.names):
        return "a weak alias"
    for one in hit.evidence:
        if one.against and not _agrees(one):
            return f"{one.kind.value}: {one.reason}" if one.reason != one.kind.value else one.reason
    return None if hit.band is Band.STRONG else "the name agrees only so far"


def _agrees(one: Evidence) -> bool:
    return one.kind is EvidenceKind.PART and one.agree >= _SPELLED * (one.agree + one.against)
