"""Where words of a text stand together that may be parts of one name."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.entries import DIGITS, INNER, LEGAL, LIKE_A_NAME, SHORT, SMALL
from namesake.text.words import COMMA, HYPHEN, LINE, POINT, Words

__all__ = ["LONGEST", "Seam", "Stretches", "stretches_of"]

LONGEST: Final = 12
"""Words of a stretch that are looked at together; a name in a text has fewer."""


_SHORTENED: Final = 4
"""Letters of a word that a full stop may follow within a name, though it is no known abbreviation: Moh."""


class Seam(NamedTuple):
    """Where pieces meet that may be one name together, or several.

    Attributes:
        first: a word of the left piece.
        at: the first word behind what stands between.
        behind: the one behind the right piece.
        stopped: whether a full stop stands between that no initial or abbreviation has.
    """

    first: int
    at: int
    behind: int
    stopped: bool


class Stretches(NamedTuple):
    """The stretches of a text.

    Attributes:
        bounds: of each the first word, and the one behind its last.
        pieces: the same of what is left of them where ends of lines part them.
        seams: where a name may go on over the end of a line, or a full stop behind a short word.
        parted: for each word whether what stands before it parts it from the one there.
    """

    bounds: list[tuple[int, int]]
    pieces: list[tuple[int, int]]
    seams: list[Seam]
    parted: NDArray[np.bool_]


def stretches_of(words: Words, flags: NDArray[np.uint8]) -> Stretches:
    """Where words stand together that may be parts of one name; each begins and ends with one like a name.

    Args:
        words: of the text.
        flags: what each may be, as `text.entries` has it.
    """
    like = flags & LIKE_A_NAME > 0
    joined = _joined(words, flags, like)
    inside = like | joined | (flags & INNER > 0)
    # Saif-un-Nabi.
    hyphen = words.before == HYPHEN
    inside[1:-1] |= hyphen[1:-1] & hyphen[2:] & like[:-2] & like[2:]
    parts = (words.before > COMMA) | ((words.before == COMMA) & (flags & LEGAL == 0))
    # A full stop ends a sentence, unless it shortens the word before it.
    pointed = (words.before == POINT).nonzero()[0]
    parts[pointed] = flags[pointed - 1] & SHORT == 0
    # Numbers end a name only behind one.
    ending = like | joined
    ending[1:] |= (flags[1:] & DIGITS > 0) & like[:-1]
    # Behind another short word, or "A" or "I", it may do either.
    stops = np.zeros_like(parts)
    letters = words.places[words.ends[pointed - 1]] - words.places[words.starts[pointed - 1]]
    initial = (flags[pointed - 1] & (INNER | SMALL | DIGITS) == INNER | SMALL) & (letters == 1)
    stops[pointed] = parts[pointed] & (like[pointed - 1] | initial) & (letters <= _SHORTENED)
    surely = (parts & ~stops) | ~inside
    surely[1:] |= joined[:-1]
    marked = _marked(like), _marked(ending)
    bounds = _between(surely | stops, *marked)
    either = stops | (words.before == LINE)
    if not (either.any() and len(marked[0].places)):
        windows = _windows(*bounds)
        return Stretches(windows, windows, [], parts)
    pieces = _between(surely | either, *marked)
    stops[pointed] &= letters > 1
    seams = _seams(*_between(surely, *marked), either.nonzero()[0], stops)
    return Stretches(_windows(*bounds), _windows(*pieces), seams, parts)


_Edges = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Of stretches the first words, and those behind the last."""


class _Marked(NamedTuple):
    """The words of a kind: where they are, and how many stand before each word."""

    places: NDArray[np.int64]
    counted: NDArray[np.int64]


def _marked(kind: NDArray[np.bool_]) -> _Marked:
    counted = np.zeros(len(kind) + 1, dtype=np.int64)
    np.cumsum(kind, out=counted[1:])
    return _Marked(kind.nonzero()[0], counted)


def _between(cut: NDArray[np.bool_], like: _Marked, ending: _Marked) -> _Edges:
    """What lies between cuts, from the first word like a name to the last one that may end a name."""
    cuts = np.empty(np.count_nonzero(cut) + 2, dtype=np.int64)
    cuts[0], cuts[1:-1], cuts[-1] = 0, cut.nonzero()[0], len(cut)
    counts = like.counted[cuts]
    some = (counts[1:] > counts[:-1]).nonzero()[0]
    return like.places[counts[some]], ending.places[ending.counted[cuts[some + 1]] - 1] + 1


def _windows(starts: NDArray[np.int64], stops: NDArray[np.int64]) -> list[tuple[int, int]]:
    """The bounds of stretches, of long ones those of parts that overlap by more than a name has words."""
    if len(starts) == 0 or int((stops - starts).max()) <= 3 * LONGEST:
        return list(zip(starts.tolist(), stops.tolist(), strict=True))
    bounds: list[tuple[int, int]] = []
    for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        for place in range(start, stop, 2 * LONGEST):
            bounds.append((place, min(stop, place + 3 * LONGEST)))
            if place + 3 * LONGEST >= stop:
                break
    return bounds


def _seams(
    starts: NDArray[np.int64], stops: NDArray[np.int64], places: NDArray[np.int64], pointed: NDArray[np.bool_]
) -> list[Seam]:
    """Where names may go on, each with the words to the next such place, as many as a name has.

    Args:
        starts: the first words of what nothing surely parts.
        stops: those behind the last ones.
        places: the words before which it may be parted.
        pointed: those before which a full stop may end a sentence.
    """
    number = np.searchsorted(starts, places) - 1
    within = (number >= 0) & (places < stops[number])
    first = np.maximum(starts[number], np.maximum(np.append(0, places[:-1]), places - LONGEST))
    after = np.append(places[1:], stops[-1:])
    # Over a line of one word it may go on twice.
    after = np.where(after == places + 1, np.append(after[1:], stops[-1:]), after)
    behind = np.minimum(stops[number], np.minimum(after, places + LONGEST))
    edges = (each[within].tolist() for each in (first, places, behind, pointed[places]))
    return [Seam(*each) for each in zip(*edges, strict=True)]


def _joined(words: Words, flags: NDArray[np.uint8], like: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words in small letters that end a name behind a hyphen, as Koreans write theirs: Kim Jong-un."""
    joined: NDArray[np.bool_] = (words.before == HYPHEN) & (flags & SMALL > 0)
    joined[:2] = False
    joined[2:] &= like[1:-1] & like[:-2]
    joined[2:] &= (words.before[1:-1] <= LINE) | (words.before[1:-1] == COMMA)
    # Abd-al-Aziz goes on.
    joined[:-1] &= (words.before[1:] != HYPHEN) | (flags[:-1] & INNER == 0)
    return joined
