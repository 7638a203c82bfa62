"""The listed names that could score at the floor or above, and few others.

Each token asked about reaches the names in which a token stands that resembles it. What all tokens
together can bring a name, at the most, bounds its score from above; a name whose bound reaches the floor
is a candidate. So **no name that would score at the floor is lost**: `tests/laws` compares with scoring
every name. The bound follows `match/alignment.py` rule by rule and must change with it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from namesake.index.lattice import Lattice
from namesake.index.layout import Array, Part, letter_bit
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import INITIAL_BITS, joined_pairs
from namesake.match.evidence import SCORING
from namesake.names.tokens import WEIGHTS, Parsed, Role, Token

__all__ = ["Retrieval"]

_GAIN, _LOSS, _WEIGHT, _BITS = range(4)
_HEAVIEST: Final = 1.0  # what a token can weigh
_HEAVIEST_TRIMMING: Final = max(weight for role, weight in WEIGHTS.items() if role >= Role.PARTICLE)
_FROM_INITIAL: Final = WEIGHTS[Role.INITIAL] * SCORING.initial
# Weights are rounded to four digits, bits to two, arrays hold single precision.
_ROUNDING: Final = 2e-3
_BITS_ROUNDING: Final = 5e-3
_MOST_REMEMBERED: Final = 1 << 15  # of some 1,100 bytes each


class _Entry(NamedTuple):
    """What is looked up: a token asked about, or two of them written together.

    Attributes:
        part: as which it stands in the name asked about.
        places: the positions there that it covers.
    """

    token: Token
    part: Part
    places: tuple[int, ...]


class _Reach(NamedTuple):
    """The names that one entry can agree with.

    Attributes:
        names: their numbers, ascending.
        values: four rows, for each name the most that the agreement adds to what agrees, (less than zero)
            to what speaks against, to the weight of listed tokens spoken for, and to the bits.
    """

    names: Array
    values: Array


class Retrieval:
    """Finds candidates in one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        arrays = snapshot.arrays
        self._lattice = Lattice(snapshot)
        self._abjad = arrays["token_abjad"]
        self._starts = arrays["posting_starts"]
        self._names = arrays["posting_names"]
        self._parts = arrays["posting_parts"]
        self._weights = arrays["posting_weights"]
        self._bits = arrays["posting_bits"]
        self._person = arrays["name_person"]
        self._telling = arrays["name_telling"]
        self._initials = arrays["name_initials"]
        self._initial_letters = arrays["name_initial_letters"]
        self._first_letters = arrays["name_first_letters"]
        self._reach = lru_cache(maxsize=_MOST_REMEMBERED)(self._reached)

    def candidates(self, query: Parsed, floor: float, allowed: Array) -> Array:
        """Numbers of the allowed names, read as the query is, whose score may reach the floor; ascending.

        Args:
            query: the name asked about.
            floor: the least name score of interest, above 0.
            allowed: for each name whether it is wanted.
        """
        entries = _entries(query)
        reaches = [self._reach(entry.token._replace(shown=""), entry.part, query.person) for entry in entries]
        wanted = self._within_reach(query, floor, reaches) & allowed
        names = np.flatnonzero(wanted)
        if not len(names):
            return names
        # One column more, for the names that are reached and not wanted.
        table = np.repeat(_untouched(query)[:, :, np.newaxis], len(names) + 1, axis=2)
        columns = np.full(len(wanted), len(names), dtype=np.int32)
        columns[names] = np.arange(len(names), dtype=np.int32)
        for entry, reach in zip(entries, reaches, strict=True):
            where = columns[reach.names]
            # What two tokens bring when written together is shared out between them.
            share = reach.values / len(entry.places)
            for place in entry.places:
                table[place][:, where] = np.maximum(table[place][:, where], share)
        ours, theirs = self._by_initials(query, names)
        bound = _bound(query, table[:, :, :-1], self._telling[names], ours, theirs)
        return names[bound >= floor - _ROUNDING]

    def _within_reach(self, query: Parsed, floor: float, reaches: list[_Reach]) -> Array:
        """The names that any token reaches, and those that initials alone could bring to the floor."""
        ours = sum(token.is_initial for token in query.tokens)
        theirs = np.arange(int(self._initials.max(initial=0)) + 1)
        nothing = np.repeat(_untouched(query)[:, :, np.newaxis], len(theirs), axis=2)
        by_initials = _bound(query, nothing, np.zeros(len(theirs)), ours, theirs) >= floor - _ROUNDING
        within = np.zeros(len(self._initials), dtype=np.bool_)
        if by_initials.any():
            within = by_initials[self._initials] & (self._person == query.person)
        for reach in reaches:
            within[reach.names] = True
        return within

    def _by_initials(self, query: Parsed, names: Array) -> tuple[Array, Array]:
        """How many of the initials asked about, and of each name's own, may stand for a name of the other."""
        initials, firsts = self._initial_letters[names], self._first_letters[names]
        ours, theirs = np.zeros(len(names)), np.zeros(len(names))
        for token in query.tokens:
            letter = np.uint32(letter_bit(token))
            if token.is_initial:
                ours += (firsts & letter) > 0
            else:
                theirs += (initials & letter) > 0
        return ours, np.minimum(theirs, self._initials[names])

    def _reached(self, token: Token, part: Part, person: bool) -> _Reach:
        """What a token asked about, or two written together, can agree with: `alignment` as arrays."""
        tokens, alike = self._lattice.neighbours(token.text, token.abjad)
        posted, whose = _runs(self._starts[tokens], self._starts[tokens + 1])
        tokens, alike, parts = tokens[whose], alike[whose], self._parts[posted]
        # Two written together agree with one on its own; a trimming only with the very same word.
        if part is Part.WORD:
            joined = parts == Part.JOINED
            kept = (parts != Part.TRIMMING) | (alike == 1)
        else:
            joined = np.full(len(parts), part is Part.JOINED)
            kept = (parts == Part.WORD) & ((alike == 1) | (part is Part.JOINED))
        alike = np.where(joined, alike * SCORING.joined, alike)
        kept &= ~joined | (alike >= SCORING.least_joined - _ROUNDING)
        kept &= self._person[self._names[posted]] == person
        posted, tokens, alike, parts, joined = (row[kept] for row in (posted, tokens, alike, parts, joined))

        weights, bits = self._weights[posted], self._bits[posted]
        # The bits of an agreement: of two written together their own, across scripts those of the side
        # with vowels, else the fewer.
        across = bits if token.abjad else token.bits
        fewer = np.where(self._abjad[tokens] == token.abjad, np.minimum(bits, token.bits), across)
        bits = np.where(joined, token.bits if part is Part.JOINED else bits, fewer)
        weight = (token.weight + weights) / 2
        spoken_for = np.where(parts == Part.TRIMMING, 0, weights)
        rows = (alike * weight, (alike - 1) * weight, spoken_for, alike * bits)
        return _most_of_each(self._names[posted], np.array(rows, dtype=np.float32))


def _entries(query: Parsed) -> list[_Entry]:
    """What is looked up: each token, then each two that may be written together."""
    alone = [
        _Entry(token, Part.TRIMMING if token.role >= Role.PARTICLE else Part.WORD, (place,))
        for place, token in enumerate(query.tokens)
    ]
    return alone + [_Entry(token, Part.JOINED, places) for places, token in joined_pairs(query.tokens)]


def _untouched(query: Parsed) -> Array:
    """For each token asked about the values when it agrees with nothing."""
    values = np.zeros((len(query.tokens), 4), dtype=np.float32)
    values[:, _LOSS] = [-SCORING.added * token.weight if token.tells else 0 for token in query.tokens]
    return values


def _bound(query: Parsed, table: Array, telling: Array, ours: Array | int, theirs: Array) -> Array:
    """The most each name can score.

    Args:
        query: the name asked about.
        table: for each of its tokens, value of a `_Reach` and name, the most that the token can bring.
        telling: of each name, the weight of its tokens that tell.
        ours: how many of the initials asked about may stand for a token of each name.
        theirs: how many of its initials may stand for a token asked about.
    """
    gain, loss, spoken_for, bits = table.sum(axis=0)
    asked = np.array([token.weight if token.tells else 0 for token in query.tokens], dtype=np.float32)
    added = asked @ (table[:, _GAIN] == 0)
    omitted = telling - spoken_for
    # A token that an initial stands for is spoken for.
    theirs = np.minimum(theirs, len(query.tokens))
    added = np.maximum(added - _HEAVIEST * theirs, 0)
    omitted = np.maximum(omitted - _HEAVIEST * ours, 0)
    loss = np.minimum(loss + SCORING.added * _HEAVIEST * theirs, 0)
    trimmings = sum(
        (token.weight + _HEAVIEST_TRIMMING) / 2 for token in query.tokens if token.role >= Role.PARTICLE
    )
    agree = gain + trimmings + _FROM_INITIAL * (ours + theirs)
    against = SCORING.omitted * omitted + SCORING.contradiction * np.minimum(added, omitted) - loss
    surprise = bits + INITIAL_BITS * (ours + theirs) + _BITS_ROUNDING * len(query.tokens)
    held_back = 1 - SCORING.common * np.exp2((SCORING.common_bits - surprise) / SCORING.common_half)
    held_back = np.where(against < _ROUNDING, np.maximum(held_back, SCORING.exact), held_back)
    bound: Array = agree / np.maximum(agree + against, _ROUNDING) * held_back
    return bound


def _runs(first: Array, last: Array) -> tuple[Array, Array]:
    """The numbers from each first up to its last, one run after another, and beside each its run's place."""
    lengths = last - first
    whose = np.repeat(np.arange(len(lengths)), lengths)
    numbers = np.arange(len(whose)) + np.repeat(first - (np.cumsum(lengths) - lengths), lengths)
    return numbers, whose


def _most_of_each(names: Array, values: Array) -> _Reach:
    """Each name once, with the most of each value."""
    if not len(names):
        return _Reach(names, values)
    order = np.argsort(names, kind="stable")
    names = names[order]
    starts = np.flatnonzero(np.concatenate(([True], names[1:] != names[:-1])))
    return _Reach(names[starts], np.maximum.reduceat(values[:, order], starts, axis=1))
