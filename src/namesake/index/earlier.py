"""What an earlier snapshot knows of names and tokens, so that nobody has to find it out again.

What a name is made of, and under which keys a token is filed, follows from their texts alone as long as the
scoring version is the same. So an index that differs from an earlier one in few names takes the others'
tokens, traits, marks of runs and keys from its arrays: the result is the same to the last byte.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self
from zlib import crc32

import numpy as np

from namesake.errors import SnapshotError
from namesake.index.hashing import packed, shelved, standing_on, taken_from
from namesake.index.layout import Array
from namesake.index.snapshot import FORMAT, Snapshot
from namesake.index.taking import Taken
from namesake.model.policy import SCORING_VERSION

__all__ = ["Earlier"]


class Earlier:
    """The names and tokens of a snapshot, by their texts.

    Args:
        snapshot: a sound one of this format and scoring version: see `usable`.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._arrays = snapshot.arrays
        self._texts = snapshot.name_texts
        self._tokens = snapshot.tokens
        self._person = snapshot.arrays["name_person"].tolist()
        numbers = (_number(self._texts.raw(name), person) for name, person in enumerate(self._person))
        hashes = np.fromiter(numbers, dtype=np.uint32, count=len(self._texts))
        self._shelves, self._standing = shelved([packed(hashes, np.arange(len(hashes)))], len(hashes))

    @classmethod
    def usable(cls, snapshot: Snapshot | None) -> Self | None:
        """That of a snapshot; None where there is none, or it is damaged or of another version.

        A fault that was taken over would get a checksum that vouches for it, so every byte is looked at.
        """
        if snapshot is None:
            return None
        if (snapshot.manifest.format, snapshot.manifest.scoring) != (FORMAT, SCORING_VERSION):
            return None
        try:
            snapshot.verify()
        except SnapshotError:
            return None
        return cls(snapshot)

    def __len__(self) -> int:
        """How many names it has."""
        return len(self._texts)

    def taken(self) -> Taken:
        """What all its names are made of, in their order; the texts of the tokens are all it has."""
        arrays = self._arrays
        return Taken(
            [self._tokens[token] for token in range(len(self._tokens))],
            np.diff(arrays["name_token_starts"]),
            arrays["name_tokens"],
            arrays["name_traits"],
            np.diff(arrays["name_run_starts"]),
            arrays["run_marks"],
            arrays["run_spans"],
        )

    def names(self, wanted: Sequence[tuple[str, bool]]) -> list[int]:
        """Where each of these stands, -1 where it doesn't; each comes with whether it is a person's."""
        texts = [text.encode() for text, _ in wanted]
        hashes = [_number(raw, person) for raw, (_, person) in zip(texts, wanted, strict=True)]
        asked, names = taken_from(self._shelves, self._standing, np.array(hashes, dtype=np.uint32))
        found = [-1] * len(wanted)
        for place, name in zip(asked.tolist(), names.tolist(), strict=True):
            # Two names may share a number by chance.
            if self._person[name] == wanted[place][1] and self._texts.raw(name) == texts[place]:
                found[place] = name
        return found

    def keys(self, places: Array) -> Array:
        """The filed keys of its tokens, packed as `hashing.packed` has it.

        Args:
            places: the new place of each of its tokens; -1 for one that is not wanted.
        """
        numbers, tokens = standing_on(self._arrays["key_shelves"], self._arrays["key_tokens"])
        now = places[tokens]
        return packed(numbers[now >= 0], now[now >= 0])


def _number(text: bytes, person: bool) -> int:
    return crc32(text, person)
