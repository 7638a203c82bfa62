"""Names asked about as the kernels take them: what each of their tokens resembles, and where to walk."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import accumulate
from typing import Final

import numpy as np

from namesake.index import kernels
from namesake.index.hashing import ranges_of
from namesake.index.lattice import Lattice, Rows
from namesake.index.layout import Array
from namesake.index.packing import (
    ALL_NAMES,
    HELD,
    MOST_WORDS,
    NO_OTHER,
    TABLE,
    WITH_INITIALS,
    Asked,
    pack,
    pack_span,
    traits_of,
)
from namesake.index.snapshot import Snapshot
from namesake.match.joining import mark_of, own_key, runs_of, token_marks
from namesake.names.tokens import Parsed

__all__ = ["Queries", "Slips"]

_MOST_REMEMBERED: Final = 1 << 14
_NO_ROWS: Final = np.zeros(0, dtype=np.int32)


class Slips(Enum):
    """Which slips of the pen are looked for beside other spellings; the fewer, the less a name costs."""

    NONE = 0
    LETTER = 1  # one letter more, less or another, or two exchanged
    ANY = 2  # cut short, without vowels, misread


class Queries:
    """Makes names asked about ready for one snapshot, and remembers them.

    Args:
        snapshot: the index.
        slips: which slips of the pen a word may stand for another by.
    """

    def __init__(self, snapshot: Snapshot, *, slips: Slips = Slips.ANY) -> None:
        self.lattice = Lattice(snapshot)
        self._slips = slips
        self._marks = snapshot.arrays["mark_shelves"], snapshot.arrays["mark_names"]
        self._posting_starts = snapshot.arrays["posting_starts"]
        self._posting_middles = snapshot.arrays["posting_middles"]
        self._remembered: dict[tuple[Parsed, int], Array] = {}

    def packed(self, queries: Sequence[Parsed], floors: Sequence[int]) -> Array:
        """The queries as the kernels take them, each with the least score of interest."""
        if len(queries) == 1 and (known := self._remembered.get((queries[0], floors[0]))) is not None:
            return known
        wanted = list(zip(queries, floors, strict=True))
        known_ones = [self._remembered.get(one) for one in wanted]
        fresh = [one for one, known in zip(wanted, known_ones, strict=True) if known is None]
        found = self._ask(fresh)
        asked = [
            found[one] if known is None else known for one, known in zip(wanted, known_ones, strict=True)
        ]
        if found:
            if len(self._remembered) + len(found) > _MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered.update(found)
        return asked[0] if len(asked) == 1 else np.concatenate(asked or [_NO_ROWS])

    def _ask(self, wanted: list[tuple[Parsed, int]]) -> dict[tuple[Parsed, int], Array]:
        """Each of these queries with its floor as `pack` makes it."""
        if len(wanted) > 1:
            # What resembles their tokens is found for all of them together, for less.
            queries = [query for query, _ in wanted]
            self._rows(queries)
            self.lattice.run_rows((run.text, run.acronym) for query in queries for run in runs_of(query))
        return {(query, floor): self._asked(query, floor) for query, floor in wanted}

    def _rows(self, queries: list[Parsed]) -> list[Rows]:
        """What each of the tokens of these names resembles."""
        if self._slips is not Slips.ANY:
            rows = self.lattice.spelled if self._slips is Slips.NONE else self.lattice.slipped
            return rows(token.text for query in queries for token in query.tokens)
        return self.lattice.rows(
            (token.text, place == query.last) for query in queries for place, token in enumerate(query.tokens)
        )

    def _asked(self, query: Parsed, floor: int) -> Array:
        """One query with its floor as `pack` makes it."""
        runs = runs_of(query)
        rows = self._rows([query])
        if runs:
            rows += self.lattice.run_rows((run.text, run.acronym) for run in runs)
        of_entries = [token_marks(token.text) for token in query.tokens]
        of_entries += [() if run.acronym else (mark_of(own_key(run.text)),) for run in runs]
        marks = np.array([mark for marks in of_entries for mark in marks], dtype=np.uint32)
        traits = np.array([traits_of(token) for token in query.tokens], dtype=np.int64)
        row_counts = [len(each.tokens) for each in rows]
        row_starts = [0, *accumulate(row_counts)]
        tokens = np.concatenate([each.tokens for each in rows] or [_NO_ROWS])
        alike = np.concatenate([each.alike for each in rows] or [_NO_ROWS])
        postings = (
            self._posting_starts[tokens],
            self._posting_middles[tokens],
            self._posting_starts[tokens + 1],
        )
        order = _order(query, row_starts, postings[2] - postings[0])
        plain, most = kernels.least_values(traits, order, False, floor, TABLE, HELD)
        least = initialled = plain.tolist()
        if query.person:
            initialled = kernels.least_values(traits, order, True, floor, TABLE, HELD)[0].tolist()
        beyond = ALL_NAMES if least[-1] <= 100 else WITH_INITIALS if initialled[-1] <= 100 else NO_OTHER
        # A run has to be walked wherever one of its tokens has.
        least, initialled = (
            [*each[:-1], *(0 if min(each[run.start : run.end]) <= 100 else 101 for run in runs)]
            for each in (least, initialled)
        )
        mosts = [*most.tolist(), *[MOST_WORDS] * len(runs)]
        of_entry = np.array((least, initialled, mosts), dtype=np.int64)
        walks = _walks(postings, alike >> 8, *of_entry.repeat(row_counts, axis=1))
        mark_counts = list(map(len, of_entries))
        asked = Asked(
            traits,
            np.array(row_starts),
            tokens,
            alike,
            np.array([pack_span(run) for run in runs], dtype=np.int64),
            np.array([0, *accumulate(mark_counts)]),
            marks,
            *ranges_of(*self._marks, marks),
            (of_entry[:2].min(axis=0) <= 100).repeat(mark_counts),
            *walks,
            beyond,
            query.last,
            query.person,
            floor,
        )
        return pack(asked)


def _order(query: Parsed, row_starts: list[int], postings: Array) -> Array:
    """The places of the tokens that tell, those with few postings for their weight first."""
    telling = [place for place, token in enumerate(query.tokens) if token.tells]
    if len(telling) > 1:
        before = [0, *accumulate(postings.tolist())]
        telling.sort(
            key=lambda place: (
                (before[row_starts[place + 1]] - before[row_starts[place]])
                / max(1, query.tokens[place].weight)
            )
        )
    return np.array(telling, dtype=np.int64)


def _walks(
    postings: tuple[Array, Array, Array], values: Array, least: Array, least_initialled: Array, most: Array
) -> tuple[Array, Array, Array]:
    """Where the postings of these rows begin and end that have to be walked, none of them empty.

    Of each row come where its postings begin, those of names without initials among them, and where they end;
    how alike the listed token is, how alike it must be for names without initials and with, and the most
    words that tell (`kernels.least_values`); these come back beside the places.
    """
    starts, middles, ends = postings
    plain = (values >= least) & (middles < ends)
    initialled = (values >= least_initialled) & (starts < middles)
    return (
        np.concatenate((middles[plain], starts[initialled])),
        np.concatenate((ends[plain], middles[initialled])),
        np.concatenate((most[plain], np.full(np.count_nonzero(initialled), MOST_WORDS))),
    )
