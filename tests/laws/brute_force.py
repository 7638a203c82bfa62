"""Every listed name scored, without any index: what the index is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from namesake.index.layout import Array
from namesake.index.retrieval import Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import Pair, align, evidence_of
from namesake.match.evidence import fold
from namesake.names.tokens import Parsed, parse
from tests.unit.index.engines import find_one

__all__ = ["Answer", "Likest", "Listed", "above", "found"]


class Answer(NamedTuple):
    """A listed name's score, and how its tokens belong to those of the name asked about."""

    score: float
    pairs: list[Pair]


class Listed:
    """The names of a snapshot, parsed once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.texts = [snapshot.name_texts[number] for number in range(len(snapshot.name_texts))]
        self.person: Array = snapshot.arrays["name_person"]
        self.parsed = [
            parse(text, person=bool(person)) for text, person in zip(self.texts, self.person, strict=True)
        ]

    def read_as(self, person: bool) -> list[int]:
        """The numbers of the names that are read this way."""
        return [int(number) for number in np.flatnonzero(self.person == person)]


def above(floor: float, query: Parsed, listed: Listed, among: Iterable[int]) -> dict[int, Answer]:
    """The names among these that score at the floor or above, by comparing the query with each."""
    answers: dict[int, Answer] = {}
    for number in among:
        pairs = align(query, listed.parsed[number])
        score = fold(evidence_of(query, listed.parsed[number], pairs))
        if score >= floor:
            answers[number] = Answer(score, pairs)
    return answers


def found(floor: float, query: Parsed, listed: Listed, retrieval: Retrieval) -> dict[int, Answer]:
    """The same as the index finds it."""
    every = np.ones(len(listed.texts), dtype=np.bool_)
    names, scores, pairs = find_one(retrieval, query, floor, every)
    assert names == sorted(set(names)), "each name once, by number"
    return {
        name: Answer(score / 1e4, pairs_of(packed))
        for name, score, packed in zip(names, scores, pairs, strict=True)
    }


class Likest:
    """The listed names that look most like a name, by a measure that has nothing to do with ours.

    RapidFuzz compares the words, all in Latin letters, with every listed word (Jaro and Winkler's measure); a
    name counts by the likest of its words for each word asked about, weighed by length. It knows nothing
    of keys, postings, roles and bounds, and costs some 20 ms for a name among 37,000.
    """

    def __init__(self, snapshot: Snapshot, listed: Listed) -> None:
        texts = [snapshot.tokens[number] for number in range(len(snapshot.tokens))]
        self._words = [anyascii(text).lower() for text in texts]
        self._tokens: Array = snapshot.arrays["name_tokens"]
        # A name without tokens has no place among them.
        starts = snapshot.arrays["name_token_starts"]
        self._names = np.flatnonzero(np.diff(starts))
        self._starts = starts[:-1][self._names]
        self._person = listed.person[self._names]

    def names(self, query: Parsed, most: int) -> list[int]:
        """The numbers of so many names read as the query is."""
        words = [anyascii(token.text).lower() for token in query.tokens]
        if not words:
            return []
        alike = process.cdist(
            words, self._words, scorer=JaroWinkler.similarity, score_cutoff=0.6, dtype=np.float32
        )
        total = np.zeros(len(self._names), dtype=np.float32)
        for word, row in zip(words, alike, strict=True):
            total += len(word) * np.maximum.reduceat(row[self._tokens], self._starts)
        total[self._person != query.person] = -1
        most = min(most, len(total))
        places = np.argpartition(total, -most)[-most:]
        return [int(name) for name in self._names[places[total[places] > 0]]]
