"""Which parties of several lists are one and the same, told with care.

Two records of different lists are linked when one quotes the other's number, when they bear the same
identifier, or when a name that few bear agrees and so does what is known of its bearer. Whatever speaks
against it, an other birth date for instance, keeps them apart, except a quoted number: that is the
authority's own word. A link hides no designation: it only says that two of them fall on the same party.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product
from typing import Final, NamedTuple

import numpy as np

from namesake.index.layout import Array
from namesake.index.packing import told
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names
from namesake.match.attributes import compare_attributes
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold
from namesake.model.party import Link, Party
from namesake.model.subject import Subject
from namesake.model.values import Kind, PartyId, Quality
from namesake.names.spelling import light
from namesake.names.tokens import parse

__all__ = ["SAME_AS", "find_links"]

SAME_AS: Final = "same as"
"""The relation by which a record quotes the number that another list gives its party."""
_MOST_BEARERS: Final = 40
"""More parties than this that bear a name or number, and it links none of them."""
_MOST_NAMES, _MOST_ALIKE = 4, 2
"""So many names of a party are compared with another's; of pairs that sound the same so many."""
_QUOTED: Final = re.compile(r"([A-Z]{2}[ie])\.?\s*(\d{1,4})")


class _Compared(NamedTuple):
    """Two records laid side by side.

    Attributes:
        score: of their likest names, 0 to 1.
        bits: how surprising that agreement is.
        whole: whether nothing that tells was left over in either name.
        parts: how many parts of the names agree.
        beyond: the evidence beyond names.
    """

    score: float
    bits: float
    whole: bool
    parts: int
    beyond: tuple[Evidence, ...]

    def points(self, kind: EvidenceKind) -> float:
        """What the evidence of a kind adds to the odds."""
        return sum(piece.points for piece in self.beyond if piece.kind is kind)


_CONTRADICTS: Final = -1.5
_TRIFLE: Final = 0.05
"""What a legal form or an article that one name lacks speaks against; no word that tells weighs so little."""
_NAME_AT_LEAST: Final = 0.5
"""Of parties linked by a number: names so unlike would rather be a slip in the number."""
_ALIKE: Final = 0.8
_RARE, _VERY_RARE, _ALONE = 14.0, 24.0, 40.0
"""Bits of a name that, beside the same day of birth, the same year, or nothing at all, mean one person."""
_RARE_THING, _ALONE_THING = 14.0, 24.0
"""The same of what is no person, in the same country or with none known."""


def find_links(snapshot: Snapshot, refused: frozenset[tuple[PartyId, PartyId]] = frozenset()) -> list[Link]:
    """The links between the parties of a snapshot, by id.

    Args:
        snapshot: an index of several lists; each party as its latest version has it.
        refused: pairs that somebody found to be two, the lesser id first.
    """
    records = _Records(snapshot)
    links: list[Link] = []
    for left, right in sorted(_pairs(snapshot, records)):
        one, other = records.party(left), records.party(right)
        if one.id > other.id:
            one, other = other, one
        if one.list == other.list or (one.id, other.id) in refused:
            continue
        link = _link(one, other)
        if link is not None:
            links.append(link)
    return sorted(links, key=lambda link: (link.left, link.right))


class _Records:
    """The latest version of each party, by number."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._ends = snapshot.arrays["party_versions"][1:]
        self.numbers = {PartyId(snapshot.party_ids[place]): place for place in range(len(self._ends))}
        self._known: dict[int, Party] = {}

    def party(self, number: int) -> Party:
        """What its list says of it last."""
        if number not in self._known:
            self._known[number] = self._snapshot.party(int(self._ends[number]) - 1)
        return self._known[number]


def _pairs(snapshot: Snapshot, records: _Records) -> set[tuple[int, int]]:
    """Pairs of parties, by number, that are worth a comparison."""
    found: set[tuple[int, int]] = set()
    for number in range(len(records.numbers)):
        for quoted in _quoted(records.party(number)):
            other = records.numbers.get(quoted)
            if other is not None and other != number:
                found.add((min(number, other), max(number, other)))
    arrays = snapshot.arrays
    lists = arrays["version_list"][arrays["party_versions"][:-1]]
    found.update(_together(arrays["identifier_hashes"], arrays["identifier_parties"], lists))
    keys, names = _name_keys(snapshot)
    found.update(_together(keys, arrays["name_party"][names], lists))
    return found


def _together(keys: Array, parties: Array, lists: Array) -> Iterator[tuple[int, int]]:
    """Pairs of parties of different lists under one key."""
    order = np.lexsort((parties, keys))
    keys, parties = keys[order], parties[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])) if len(keys) else np.zeros(0, np.int64)
    ends = np.append(starts[1:], len(keys))
    for start, end in zip(starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True):
        bearers = sorted(set(parties[start:end].tolist()))
        if 1 < len(bearers) <= _MOST_BEARERS:
            for one, other in combinations(bearers, 2):
                if lists[one] != lists[other]:
                    yield one, other


def _name_keys(snapshot: Snapshot) -> tuple[Array, Array]:
    """Of each name that tells enough a number that names of the same sounds share, and the name's number."""
    arrays = snapshot.arrays
    sounds: dict[str, int] = {}
    of_tokens = [
        sounds.setdefault(light(snapshot.tokens[token]), len(sounds)) for token in range(len(snapshot.tokens))
    ]
    numbers = np.random.default_rng(0).integers(1 << 63, size=len(sounds) + 1, dtype=np.uint64)
    of_word = numbers[np.array([*of_tokens, 0])[arrays["name_tokens"]]] * told(arrays["name_traits"])
    starts = arrays["name_token_starts"].astype(np.int64)
    # A sum of random numbers knows no order, and two names have the same one by chance hardly ever.
    sums = np.zeros(len(of_word) + 1, dtype=np.uint64)
    np.cumsum(of_word, out=sums[1:])
    keys = sums[starts[1:]] - sums[starts[:-1]] + arrays["name_person"]
    names = np.flatnonzero(arrays["name_tells"] > arrays["name_person"])
    return keys[names], names


def _quoted(party: Party) -> Iterator[PartyId]:
    """The parties of other lists whose numbers a record quotes as its own."""
    for relation in party.relations:
        if relation.type == SAME_AS and relation.party is not None:
            list_id, _, number = relation.party.partition(":")
            yield relation.party
            if known := _QUOTED.fullmatch(number):
                yield PartyId(f"{list_id}:{known[1]}.{int(known[2]):03}")


def _link(one: Party, other: Party) -> Link | None:
    if not _kinds_fit(one.kind, other.kind):
        return None
    quoted = other.id in _quoted(one) or one.id in _quoted(other)
    beyond = tuple(compare_attributes(_as_subject(one), other))
    if not quoted and any(piece.points <= _CONTRADICTS for piece in beyond):
        return None
    found = _compare(one, other, beyond)
    reason = _by_number(found, quoted=quoted) or _by_name(found, person=one.kind is Kind.PERSON)
    return Link(one.id, other.id, reason) if reason is not None else None


def _by_number(found: _Compared, *, quoted: bool) -> str | None:
    if found.score < _NAME_AT_LEAST:
        return None
    if quoted:
        return "the record of one quotes the other's number"
    if found.points(EvidenceKind.IDENTIFIER) >= SCORING.same_number:
        return "the same identifier, and a name alike"
    return None


def _by_name(found: _Compared, *, person: bool) -> str | None:
    if found.score < _ALIKE:
        return None
    if not person:
        least = _RARE_THING if found.points(EvidenceKind.COUNTRY) > 0 else _ALONE_THING
        return "the same name, which few bear" if found.whole and found.bits >= least else None
    born = found.points(EvidenceKind.BIRTH_DATE)
    if born >= SCORING.born_same_day and found.bits >= _RARE:
        return "a name alike and the same day of birth"
    if born >= SCORING.born_same_year and found.bits >= _VERY_RARE:
        return "a name alike that few bear, and the same year of birth"
    if found.whole and found.bits >= _ALONE and found.parts > 2 and born >= 0:
        return "the same name, which hardly anybody else bears"
    return None


def _kinds_fit(one: Kind, other: Kind) -> bool:
    return one.may_be(other) or other.may_be(one)


def _compare(one: Party, other: Party, beyond: tuple[Evidence, ...]) -> _Compared:
    """The likest of their good names, beside what else is known of both."""
    person = one.kind is Kind.PERSON and other.kind is Kind.PERSON
    ours, theirs = _good_names(one), _good_names(other)
    same = [pair for pair in product(ours, theirs) if _sounds(pair[0], person) == _sounds(pair[1], person)]
    same.sort(key=lambda pair: len(_sounds(pair[0], person)), reverse=True)
    pairs = same[:_MOST_ALIKE] or product(ours[:_MOST_NAMES], theirs[:_MOST_NAMES])
    compared = (
        compare_names(parse(left, person=person), parse(right, person=person)) for left, right in pairs
    )
    pieces = max(compared, key=lambda found: (fold(found), _bits(found)))
    return _Compared(
        fold(pieces),
        _bits(pieces),
        _whole(pieces),
        sum(piece.kind is EvidenceKind.PART and piece.bits > 0 for piece in pieces),
        beyond,
    )


def _whole(pieces: Iterable[Evidence]) -> bool:
    """Whether nothing that tells was left over, and no legal form of one where the other has another."""
    left_over = [piece for piece in pieces if piece.kind is not EvidenceKind.PART and piece.against]
    return all(piece.against < _TRIFLE for piece in left_over) and len({p.kind for p in left_over}) < 2


@lru_cache(maxsize=1 << 14)
def _sounds(name: str, person: bool) -> tuple[str, ...]:
    """The sounds of what tells in a name, in no order."""
    return tuple(sorted(light(token.text) for token in parse(name, person=person).tokens if token.tells))


def _bits(pieces: Iterable[Evidence]) -> float:
    return sum(piece.bits for piece in pieces)


def _good_names(party: Party) -> list[str]:
    return [name.text for name in party.names if name.quality is not Quality.WEAK] or [party.name]


def _as_subject(party: Party) -> Subject:
    """A party as it would be asked about."""
    return Subject(
        names=(party.name,),
        kind=party.kind,
        birth_dates=party.birth_dates,
        countries=tuple(dict.fromkeys(one.code for one in party.countries if one.code)),
        genders=party.genders,
        identifiers=party.identifiers,
    )
