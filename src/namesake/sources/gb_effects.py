"""What a designation of the UK forbids, from the sanctions that its record names.

The UK Sanctions List names every sanction imposed; the former OFSI list holds asset-freeze targets, and tells
in words what was imposed "in addition to an asset freeze". Sources: the Sanctions and Anti-Money Laundering
Act 2018, ss. 3 to 7 (financial, immigration, trade, aircraft and shipping sanctions), the Company Directors
Disqualification Act 1986, s. 11A; the regulations of each regime are in `programmes.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from namesake.model.party import Effect
from namesake.sources.gb_columns import column

__all__ = ["additional", "effects_of"]


def effects_of(sanctions: Iterable[str]) -> tuple[tuple[Effect, ...], tuple[str, ...]]:
    """The effects of the sanctions named, and the names that are not known.

    >>> effects_of(["Travel Ban", "Charm offensive"])
    ((<Effect.TRAVEL_BAN: 'travel ban'>,), ('Charm offensive',))
    """
    effects: dict[Effect, None] = {}
    unknown = []
    for name in sanctions:
        meant = _EFFECTS.get(column(name))
        if meant is None:
            unknown.append(name)
        else:
            effects |= dict.fromkeys(meant)
    return tuple(effects), tuple(dict.fromkeys(unknown))


def additional(text: str) -> tuple[tuple[Effect, ...], tuple[str, ...]]:
    """The effects beyond an asset freeze that OFSI's `Other Information` tells, and what is not known of it.

    The sanctions stand as sentences behind `in addition to an asset freeze:` up to the first that is none.
    """
    effects: dict[Effect, None] = {}
    unknown = []
    for hit in _ADDITIONAL.finditer(text):
        sentences = [part.strip() for part in _SENTENCE.split(text[hit.end() :]) if part.strip()]
        for place, sentence in enumerate(sentences):
            meant = next((meant for sign, meant in _TOLD.items() if sentence.lower().startswith(sign)), None)
            if meant is None:
                if place == 0:
                    unknown.append(sentence[:80])
                break
            effects[meant] = None
    for sign, meant in _APART.items():
        if sign in text.lower():
            effects[meant] = None
    return tuple(effects), tuple(unknown)


_FREEZE: Final = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)
_EFFECTS: Final = {
    "assetfreeze": _FREEZE,
    "travelban": (Effect.TRAVEL_BAN,),
    "armsembargo": (Effect.ARMS_EMBARGO,),
    "targetedarmsembargo": (Effect.ARMS_EMBARGO,),
    "trustservicessanctions": (Effect.TRUST_SERVICES,),
    "trustservice": (Effect.TRUST_SERVICES,),
    "directordisqualificationsanction": (Effect.DIRECTOR_DISQUALIFIED,),
    "internetservicessanctions": (Effect.INTERNET_SERVICES,),
    "internetservice": (Effect.INTERNET_SERVICES,),
    "correspondentbankingrelationship": (Effect.CORRESPONDENT_ACCOUNTS,),
    "charteringofships": (Effect.SHIPPING,),
    "preventionofcharteringofships": (Effect.SHIPPING,),
    "preventionofcharteringofshipsandaircraft": (Effect.SHIPPING, Effect.SECTORAL),
    "crewservicingofshipsandaircraft": (Effect.SHIPPING, Effect.SECTORAL),
    "deflag": (Effect.SHIPPING,),
    "prohibitionofportentry": (Effect.SHIPPING,),
    "specifiedship": (Effect.SHIPPING,),
    "closureofrepresentativeoffices": (Effect.SECTORAL,),
    "preventionofbusinessarrangements": (Effect.SECTORAL,),
    "technicalassistancerelatedtoaircraft": (Effect.SECTORAL,),
}
_ADDITIONAL: Final = re.compile(
    r"anctions? imposed in addition to an asset freeze(?: and travel ban)?\s*[:.–-]\s*(?:\(\d\) )?(?:The )?",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"\.(?:\s|$)|(?<=anction) was imposed on \S+")
_TOLD: Final = {
    "trust services": Effect.TRUST_SERVICES,
    "correspondent banking relationships": Effect.CORRESPONDENT_ACCOUNTS,
    "dealing with transferable securities": Effect.SECURITIES_FORBIDDEN,
    "loans and credit arrangements": Effect.SECTORAL,
    "travel ban": Effect.TRAVEL_BAN,
    "director disqualification sanction": Effect.DIRECTOR_DISQUALIFIED,
}
_APART: Final = {
    "internet services sanctions:": Effect.INTERNET_SERVICES,
    "director disqualification sanction was imposed": Effect.DIRECTOR_DISQUALIFIED,
}
