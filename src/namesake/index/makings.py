"""What the names of a snapshot are made of, gathered and put in the snapshot's order.

Names and tokens that an earlier snapshot has are taken over from it, the others are taken apart.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from typing import Final

import numpy as np

from namesake.index.columns import Block, picked, regrouped
from namesake.index.earlier import Earlier
from namesake.index.hashing import filed, packed, shelved, unpacked
from namesake.index.layout import Array
from namesake.index.packing import MOST_WORDS, initial, told
from namesake.index.taking import Processes, Taken

__all__ = ["AT_ONCE", "Makings"]

AT_ONCE: Final = 1 << 12
"""Names or tokens that a process works on at once: half a second's work or less."""


class Makings:
    """What names are made of, in the order in which they came; `arrays` puts it in the order of names.

    Args:
        earlier: where names and tokens can be taken over from; None for nowhere.
    """

    def __init__(self, earlier: Earlier | None) -> None:
        self._earlier = earlier
        self._taken: list[Taken] = []
        self._tokens: dict[str, int] = {}
        # For each name where in all that was taken, one after the other, what it is made of stands.
        self._places = array("i")
        self._count = 0
        if earlier is not None:
            self.take(earlier.taken())
            self._count = len(earlier)
        self._known_tokens = len(self._tokens)

    def wanted(self, names: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
        """Add names, each with whether it is a person's; gives those that have to be taken apart."""
        anew: dict[tuple[str, bool], int] = {}
        known = [-1] * len(names) if self._earlier is None else self._earlier.names(names)
        for name, place in zip(names, known, strict=True):
            self._places.append(place if place >= 0 else anew.setdefault(name, self._count + len(anew)))
        self._count += len(anew)
        return list(anew)

    def take(self, taken: Taken) -> None:
        """What the names that `wanted` gave are made of; in that order, in as many parts as one likes."""
        own = [self._tokens.setdefault(text, len(self._tokens)) for text in taken.texts]
        tokens = np.array(own, dtype=np.int32)[taken.tokens]
        self._taken.append(taken._replace(texts=[], tokens=tokens))

    def arrays(self, order: Array | None, workers: Processes) -> dict[str, Array]:
        """Tokens, words and runs as `layout.ARRAYS` lists them.

        Args:
            order: the names in their order, by the place in which they came; None where they stay.
            workers: who files new tokens.
        """
        rows = np.frombuffer(self._places, dtype=np.int32)
        rows = rows if order is None else rows[order]
        as_taken = len(rows) == self._count and bool((rows == np.arange(len(rows))).all())
        starts, where = regrouped(self._joined("words"), None if as_taken else rows)
        words = picked({"name_tokens": self._joined("tokens"), "name_traits": self._joined("traits")}, where)
        # Tokens are numbered by their texts, so that no order in which they came can matter.
        used = np.zeros(len(self._tokens), dtype=np.bool_)
        used[words["name_tokens"]] = True
        texts = sorted(compress(self._tokens, used.tolist()))
        place = {text: number for number, text in enumerate(texts)}
        numbers = np.array([place.get(text, -1) for text in self._tokens], dtype=np.int32)
        words["name_tokens"] = numbers[words["name_tokens"]]
        return {
            **_texts(texts),
            **self._key_arrays(numbers, len(texts), workers),
            **words,
            "name_token_starts": starts,
            **_postings(words["name_tokens"], words["name_traits"], starts, len(texts)),
            **self._run_arrays(None if as_taken else rows),
        }

    def _key_arrays(self, numbers: Array, tokens: int, workers: Processes) -> dict[str, Array]:
        """The keys of all tokens; `numbers` has the place of each that was met, -1 where none is left."""
        known = self._known_tokens
        kept = [] if self._earlier is None else [self._earlier.keys(numbers[:known])]
        anew = zip(numbers[known:].tolist(), islice(self._tokens, known, None), strict=True)
        shelves, standing = shelved([*kept, *workers.in_order(filed, _chunks(anew))], tokens)
        return {"key_shelves": shelves, "key_tokens": standing}

    def _run_arrays(self, rows: Array | None) -> dict[str, Array]:
        """The marks of each name's runs, and the other way round the names of each mark, once each."""
        starts, where = regrouped(self._joined("runs"), rows)
        marks = picked({"run_marks": self._joined("marks"), "run_spans": self._joined("spans")}, where)
        runs = np.diff(starts)
        pairs = packed(marks["run_marks"], np.repeat(np.arange(len(runs)), runs))
        shelves, names = shelved([pairs], len(runs))
        return {**marks, "name_run_starts": starts, "mark_shelves": shelves, "mark_names": names}

    def _joined(self, field: str) -> Array:
        return np.concatenate([getattr(taken, field) for taken in self._taken])


def _texts(texts: list[str]) -> dict[str, Array]:
    block = Block()
    for text in texts:
        block.add(text.encode())
    return block.arrays("token")


def _chunks(tokens: Iterator[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    while chunk := list(islice(tokens, AT_ONCE)):
        yield chunk


def _postings(tokens: Array, traits: Array, starts: Array, count: int) -> dict[str, Array]:
    """The names of each token, once each, and how many words of each name tell."""
    words = np.diff(starts)
    without = _counted(initial(traits), starts) == 0
    # By token, names with initials first, then by name.
    both = tokens.astype(np.uint64) << np.uint64(1) | np.repeat(without, words)
    parts, names = unpacked([packed(both, np.repeat(np.arange(len(words)), words))])
    posted = np.searchsorted(parts, np.arange(2 * count + 1, dtype=np.uint32))
    return {
        "name_tells": np.minimum(_counted(told(traits), starts), MOST_WORDS),
        "posting_starts": posted[::2],
        "posting_middles": posted[1::2],
        "posting_names": names,
    }


def _counted(flags: Array, starts: Array) -> Array:
    """How many of each group's rows have a flag."""
    sums = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(flags, out=sums[1:])
    return sums[starts[1:]] - sums[starts[:-1]]
