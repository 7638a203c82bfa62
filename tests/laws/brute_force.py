"""Every listed name scored, without any index: what the index is compared with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names, joined_pairs
from namesake.match.evidence import fold
from namesake.match.strings import similarity
from namesake.names.tokens import Parsed, Role, parse

__all__ = ["Listed", "Resembling", "above", "proposed"]


class Listed:
    """The names of a snapshot, parsed once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.texts = [snapshot.name_texts[number] for number in range(len(snapshot.name_texts))]
        self.person = snapshot.arrays["name_person"]
        self.parsed = [
            parse(text, person=bool(person)) for text, person in zip(self.texts, self.person, strict=True)
        ]

    def read_as(self, person: bool) -> list[int]:
        """The numbers of the names that are read this way."""
        return np.flatnonzero(self.person == person).tolist()


def above(floor: float, query: Parsed, listed: Listed, among: Iterable[int]) -> dict[int, float]:
    """The names among these that score at the floor or above, with their scores."""
    scores = {number: fold(compare_names(query, listed.parsed[number])) for number in among}
    return {number: score for number, score in scores.items() if score >= floor}


def proposed(floor: float, query: Parsed, listed: Listed, retrieval: Retrieval) -> dict[int, float]:
    """The same for the names that the index proposes."""
    candidates = retrieval.candidates(query, floor, listed.person == query.person)
    return above(floor, query, listed, candidates.tolist())


class Resembling:
    """The names that a query could score above zero with, by comparing every token with every token.

    It knows nothing of keys, postings and bounds. A name with no token like any of the query's agrees in
    nothing, unless initials stand for names; trimmings alone that agree bring no bits, and without bits
    a name that is not the very same scores below any floor. So only the names found here need comparing.
    """

    def __init__(self, listed: Listed) -> None:
        self._listed = listed
        self._bearers: dict[tuple[str, bool], list[tuple[bool, set[int]]]] = {}
        self._with_initials = set[int]()
        self._like = lru_cache(maxsize=4096)(self._every_token_like)
        kinds: dict[tuple[str, bool, bool], set[int]] = {}
        for number, parsed in enumerate(listed.parsed):
            joined = [token for _, token in joined_pairs(parsed.tokens)]
            for token in (*parsed.tokens, *joined):
                trimming = token.role >= Role.PARTICLE
                kinds.setdefault((token.text, token.abjad, trimming), set()).add(number)
            if any(token.is_initial for token in parsed.tokens):
                self._with_initials.add(number)
        for (text, abjad, trimming), numbers in kinds.items():
            self._bearers.setdefault((text, abjad), []).append((trimming, numbers))

    def names(self, query: Parsed) -> set[int]:
        """The numbers of the names, read as the query is, that need comparing with it."""
        if any(token.is_initial for token in query.tokens):
            return set(self._listed.read_as(query.person))
        joined = [token for _, token in joined_pairs(query.tokens)]
        found = set(self._with_initials)
        for token in (*query.tokens, *joined):
            found |= self._like(token.text, token.abjad, token.role >= Role.PARTICLE)
        return found.intersection(self._listed.read_as(query.person))

    def _every_token_like(self, text: str, abjad: bool, trimming: bool) -> frozenset[int]:
        found: set[int] = set()
        for (other, other_abjad), bearers in self._bearers.items():
            if similarity.__wrapped__(text, abjad, other, other_abjad).value > 0:
                for also_trimming, numbers in bearers:
                    if not (trimming and also_trimming):
                        found |= numbers
        return frozenset(found)
