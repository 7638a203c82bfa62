"""What the kernels work on: listed names, names asked about and room for answers, all as arrays."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from namesake.index.layout import Array
from namesake.match.evidence import HELD_BACK, SCORING
from namesake.match.joining import Run
from namesake.names.tokens import WEIGHTS, Role, Token

__all__ = [
    "ALL_NAMES",
    "AS_PERSON",
    "AS_THING",
    "HEAD",
    "HELD",
    "MOST_PAIRS",
    "MOST_WORDS",
    "NO_LETTER",
    "NO_OTHER",
    "READING",
    "STAMPS",
    "TABLE",
    "TELLS",
    "WITH_INITIALS",
    "Answers",
    "Asked",
    "Postings",
    "Work",
    "initial",
    "pack",
    "pack_span",
    "told",
    "traits_of",
]

MOST_PAIRS: Final = 1 << 15
"""More than two names of the most tokens can have."""
MOST_WORDS: Final = 255
"""So many words that tell stand for however many more."""
HEAD: Final = 10
"""How many numbers stand before the arrays of a name asked about."""
NO_LETTER: Final = 31
"""The first letter of what begins with none from a to z."""
NO_OTHER, WITH_INITIALS, ALL_NAMES = range(3)
"""Which names have to be weighed that stand in none of the postings walked."""
AS_THING, AS_PERSON = 1, 2
"""How a listed name is read, where it is wanted."""
READING, TELLS = 3, 2
"""In what is kept of a wanted name: the bits that say how it is read, and how many stand below its words."""
STAMPS: Final = 4
"""What a stamp is a multiple of: below that come two flags."""

TABLE: Final = np.array(
    [
        SCORING.added,
        SCORING.omitted,
        SCORING.contradiction,
        SCORING.contradicted_part,
        SCORING.one_part,
        SCORING.initial,
        SCORING.joined,
        SCORING.acronym,
        SCORING.initial_bits,
        WEIGHTS[Role.INITIAL],
        round(SCORING.exact * 10000),
        SCORING.distinguishing,
        SCORING.respaced,
        SCORING.joined_across,
        SCORING.added_syllable,
    ],
    dtype=np.int64,
)
"""The scoring table as numbers: `index/kernels.py` knows their places."""
HELD: Final = np.array(HELD_BACK)
"""`match.evidence.HELD_BACK`."""


class Postings(NamedTuple):
    """The arrays of a snapshot that a walk needs, as `index/layout.py` names them.

    Attributes:
        with_initials: the names that have initials, ascending; in no array of the snapshot.
    """

    posting_names: Array
    name_token_starts: Array
    name_tokens: Array
    name_traits: Array
    name_run_starts: Array
    run_marks: Array
    run_spans: Array
    mark_names: Array
    with_initials: Array


class Asked(NamedTuple):
    """A name asked about, as arrays.

    Attributes:
        traits: of each token, as `traits_of` makes them.
        starts: for each entry where its rows begin, and where the last one's end.
        tokens: of each row the listed token.
        alike: of each row how much (percent, high byte) and why (`Reason`'s place, low byte).
        spans: of each run, as `pack_span` makes them.
        mark_starts: for each entry where its marks begin, and where the last one's end.
        marks: of a token those of it as a single word; of a run its own, if it has one.
        mark_firsts, mark_lasts: of each mark where the listed names that have it begin and end.
        mark_meets: of each mark whether these names have to be weighed, even if nothing else leads to them.
        firsts, lasts: where the postings begin and end that have to be walked.
        mosts: for each of these the most words that tell of a name that is worth it.
        beyond: what has to be weighed beside: `NO_OTHER`, `WITH_INITIALS` or `ALL_NAMES`.
        last: the place of the token written last.
        person: whether it is read as a person's.
        floor: the least score of interest, in ten thousandths.
    """

    traits: Array
    starts: Array
    tokens: Array
    alike: Array
    spans: Array
    mark_starts: Array
    marks: Array
    mark_firsts: Array
    mark_lasts: Array
    mark_meets: Array
    firsts: Array
    lasts: Array
    mosts: Array
    beyond: int
    last: int
    person: bool
    floor: int


class Work(NamedTuple):
    """Room to work in, one for each thread.

    Attributes:
        slots: -1 for every listed token.
        seen: for every listed name the stamp of the name asked about that came to it last, with flags:
            whether it was met, and whether the two share a mark of a run.
        met: names met.
        keys: pairs of tokens.
    """

    slots: Array
    seen: Array
    met: Array
    keys: Array


class Answers(NamedTuple):
    """Room for what is found, for all names asked about together.

    Attributes:
        ends: for each name asked about where the names found for it end.
        rows: of each name found its number, its score in ten thousandths, whether a pair of it rests on the
            number of a mark, which two marks may share by chance, and where its pairs end.
        pairs: the pairs taken.
    """

    ends: Array
    rows: Array
    pairs: Array


def pack(asked: Asked) -> Array:
    """A name asked about as one row of numbers: one array is handed over in a tenth of the time of eleven."""
    *arrays, beyond, last, person, floor = asked
    sizes = (len(asked.traits), len(asked.spans), len(asked.tokens), len(asked.marks), len(asked.firsts))
    size = HEAD + sum(map(len, arrays))
    head = np.array([size, *sizes, beyond, last, person, floor], dtype=np.int64)
    # Of 32 bits, because many are handed over together; a mark keeps its bits, not its sign.
    return np.concatenate((head, *arrays), dtype=np.int64, casting="unsafe").astype(np.int32)


def traits_of(token: Token) -> int:
    """A token's weight, bits, role and first letter as one number, and three flags.

    These are whether it keeps its script, is a syllable, is bound to the one before it.
    """
    text = token.text
    letter = ord(text[0]) - ord("a") if "a" <= text[0] <= "z" else NO_LETTER
    flags = token.bound << 2
    if not text.isascii():
        flags |= 1 | token.is_syllable << 1
    return token.weight | token.bits << 8 | token.role << 16 | letter << 20 | flags << 25


def told(traits: Array) -> Array:
    """Which of tokens with these traits tell."""
    return (traits >> 16 & 15) <= Role.NUMBER


def initial(traits: Array) -> Array:
    """Which of tokens with these traits are initials."""
    found: Array = traits >> 16 & 15 == Role.INITIAL
    return found


def pack_span(run: Run) -> int:
    """A run's span as one number, with whether it is an acronym and whether it keeps its script."""
    return run.start | run.end << 6 | run.acronym << 12 | (not run.text.isascii()) << 13
