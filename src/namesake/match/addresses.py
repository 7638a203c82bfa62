"""Whether a subject gives an address that a list gives a party.

Only agreement counts, and only of a street within its town: people move, and a town has many inhabitants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.countries import country_name
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Address
from namesake.names.writing import words_of

__all__ = ["compare_addresses"]

# Words that many addresses have, in the languages of most addresses on the lists.
_COMMON: Final = (
    "street str st road rd avenue ave av lane ln drive dr boulevard blvd bulvar highway hwy square sq "
    "building bldg bld block tower house floor flat apartment apt suite unit room office ofis shop plot "
    "no nr num number po box pob near opposite next behind district region province state city town "
    "village county area quarter zone industrial free north south east west new old center centre main "
    "ulitsa ul ulica prospekt prospect pr pereulok per ploshchad pl naberezhnaya nab shosse dom korpus kv "
    "oblast rayon raion calle avenida avda carrera cra colonia col edificio piso local rue via viale "
    "strasse weg platz sokak cadde caddesi mahallesi mah jalan jl khiaban kheyaban kuche pelak pelaak "
    "alley the of and al el de la del den los las c o a b "
    "company co ltd llc ltda limitada sa inc corp cia litera lit liter pomeshch pomeshchenie pom kom dist "
    "distr bis sur norte este oeste barrio sector floors km kilometer"
)
_EVERYWHERE: Final = frozenset(_COMMON.split())
_LONG: Final = 7
"""Letters of a word in which one may differ: the lists spell streets as they spell names."""


class _Parts(NamedTuple):
    """What tells an address from others.

    Attributes:
        place: words of the town, empty where it is not known apart from the rest.
        street: words of the street that are not everywhere.
        numbers: numbers in the street.
        words: every word of it.
    """

    place: frozenset[str]
    street: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]


def compare_addresses(subject: Subject, party: Party) -> list[Evidence]:
    """The best agreement of two addresses; empty when none agrees, because people move."""
    found = [
        (points, reason, ours, theirs)
        for ours in subject.addresses
        for theirs in party.addresses
        for points, reason in _agreement(ours, theirs)
    ]
    if not found:
        return []
    points, reason, ours, theirs = max(found, key=lambda one: one[0])
    return [
        Evidence(kind=EvidenceKind.ADDRESS, reason=reason, query=ours.text, listed=theirs.text, points=points)
    ]


def _agreement(ours: Address, theirs: Address) -> Iterator[tuple[float, str]]:
    if ours.country and theirs.country and ours.country != theirs.country:
        return
    one, other = _parts(ours), _parts(theirs)
    towns = one.place | other.place
    if not (_in_one_town(one, other) and _shared(one.street - towns, other.street - towns)):
        return
    if one.numbers & other.numbers:
        yield SCORING.same_house, "the same street and number"
    else:
        yield SCORING.same_street, "the same street"


def _in_one_town(one: _Parts, other: _Parts) -> bool:
    """Whether the town that either names stands in the other; unknown is no."""
    return any(
        town.place and all(_has(there.words, word) for word in town.place)
        for town, there in ((one, other), (other, one))
    )


def _shared(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether at least half of what tells the one street is in the other."""
    fewer, more = sorted((one, other), key=len)
    return bool(fewer) and 2 * sum(_has(more, word) for word in fewer) >= len(fewer)


def _has(words: frozenset[str], word: str) -> bool:
    if word in words:
        return True
    return len(word) >= _LONG and any(OSA.distance(word, one, score_cutoff=1) <= 1 for one in words)


def _parts(address: Address) -> _Parts:
    """Where no street is given apart, all that is not the town or country may be it."""
    country = _words(country_name(address.country)) if address.country else frozenset()
    words = _words(address.text) | _words(address.street or "") | _words(address.city or "")
    place = frozenset(_telling(_words(address.city or "")))
    street = frozenset(_telling(_words(address.street or address.text))) - place - country
    numbers = frozenset(word for word in _words(address.street or address.text) if word[0].isdigit())
    return _Parts(place, street, numbers, words)


def _telling(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if word not in _EVERYWHERE and len(word) > 1 and not word[0].isdigit())


def _words(text: str) -> frozenset[str]:
    return frozenset(word.text for word in words_of(text))
