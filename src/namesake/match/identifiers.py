"""Whether a subject bears a number or code that a list gives a party.

What an equal number says depends on how many could bear it by chance. An IMO number is given once in the
world; a passport number of seven digits is given by many states, a birth certificate's of four within one
state many times over. The lengths below keep the chance that a customer shares a listed number without
being its bearer under one in 5,000; `docs/decisions/0005-attributes-as-log-odds.md` has the arithmetic.
"""

from __future__ import annotations

import re
from typing import Final

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.checkdigits import compact, is_ships, is_unique
from namesake.model.countries import country_code
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Identifier, IdentifierType, Kind

__all__ = ["compare_identifiers", "identifier_key"]

# The least letters and digits of a number that tells who bears it, when neither its type nor its country
# is known, and how many fewer will do where they are.
_TELLING, _LESS_BY_TYPE, _LESS_BY_COUNTRY = 8, 1, 1
_SHORT: Final = 5
# Lists and customers file one number now under one of these and now under another.
_FILED_EITHER_WAY: Final = frozenset(
    {IdentifierType.NATIONAL_ID, IdentifierType.TAX_ID, IdentifierType.REGISTRATION}
)
# What lists disagree on: Russia's inner passport is a passport to the EU, a national identity card to the UN.
_PAPERS: Final = _FILED_EITHER_WAY | {
    IdentifierType.PASSPORT,
    IdentifierType.RESIDENCE,
    IdentifierType.DRIVING_LICENCE,
    IdentifierType.SOCIAL_SECURITY,
}
# A Russian KPP names the tax office and why, so most companies of a district have one and the same.
_SHARED: Final = re.compile(r"[0-9]{4}01001")
# Of these a bearer has one for life, so another is another bearer.
_FOR_LIFE: Final = (IdentifierType.IMO, IdentifierType.LEI)


def identifier_key(value: str) -> str | None:
    """What identifiers that may be the same share; None when there is nothing to compare.

    Letters and digits only, without leading zeros; of a bank's code (BIC) the bank, not the branch.

    >>> identifier_key("IMO 9 187 629"), identifier_key("SABRRUMM012"), identifier_key("--")
    ('9187629', 'SABRRUMM', None)
    """
    plain = compact(value)
    if (bank := re.fullmatch(r"([A-Z]{4}([A-Z]{2})[A-Z0-9]{2})[A-Z0-9]{3}", plain)) and country_code(bank[2]):
        return bank[1]
    return plain.lstrip("0") or None


def compare_identifiers(subject: Subject, party: Party) -> list[Evidence]:
    """The most telling equal identifier; without one, another number where a bearer has one for life."""
    found = [
        (points, reason, ours, theirs)
        for ours in subject.identifiers
        for theirs in party.identifiers
        if _are_equal(ours, theirs)
        for points, reason in _telling(ours, theirs)
    ]
    if not found:
        return _others(subject, party)
    points, reason, ours, theirs = max(found, key=lambda one: one[0])
    return [
        Evidence(
            kind=EvidenceKind.IDENTIFIER,
            reason=reason,
            query=ours.value,
            listed=theirs.value,
            points=points,
        )
    ]


def _are_equal(ours: Identifier, theirs: Identifier) -> bool:
    key = identifier_key(ours.value)
    if key is None or key != identifier_key(theirs.value):
        return False
    branches = IdentifierType.BIC in (ours.type, theirs.type)
    return branches or compact(ours.value).lstrip("0") == compact(theirs.value).lstrip("0")


def _telling(ours: Identifier, theirs: Identifier) -> list[tuple[float, str]]:
    """What it says that their values are equal: points and words, or nothing."""
    types = {ours.type, theirs.type}
    alike = len(types) == 1 or types <= _FILED_EITHER_WAY
    of_country = ours.country is not None and ours.country == theirs.country
    if not alike and IdentifierType.OTHER not in types and not (of_country and types <= _PAPERS):
        return []
    if _SHARED.fullmatch(compact(ours.value)):
        return []
    known = ours if theirs.type is IdentifierType.OTHER else theirs
    unique = is_unique(ours) or is_unique(theirs)
    same = f"the same {known.type.value}"  # as the list calls it
    if alike and unique:
        return [(SCORING.same_identifier, same)]
    if ours.country and theirs.country and ours.country != theirs.country:
        return []  # Two states may give out the same number.
    length = len(compact(ours.value).lstrip("0"))
    if length < _SHORT:
        return [(SCORING.same_short_number, f"{same}, a short one")] if alike and of_country else []
    needed = _TELLING - _LESS_BY_TYPE * (alike or unique) - _LESS_BY_COUNTRY * of_country
    if length >= needed:
        return [(SCORING.same_identifier, same)]
    return [(SCORING.same_number, f"{same} number, too short to tell alone")]


def _others(subject: Subject, party: Party) -> list[Evidence]:
    for type in _FOR_LIFE:
        ours, theirs = (
            [one.value for one in side.identifiers if one.type is type and is_unique(one)]
            for side in (subject, party)
        )
        if type is IdentifierType.IMO:
            # A company's number is none of the ship's, and mistyped a ship's may look like one.
            ours = list(filter(is_ships, ours)) if party.kind is Kind.VESSEL else []
        if ours and theirs:
            return [
                Evidence(
                    kind=EvidenceKind.IDENTIFIER,
                    reason=f"another {'IMO number' if type is IdentifierType.IMO else 'LEI'}",
                    query=", ".join(ours),
                    listed=", ".join(theirs),
                    points=SCORING.other_imo if type is IdentifierType.IMO else SCORING.other_lei,
                )
            ]
    return []
