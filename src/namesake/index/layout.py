"""The arrays a snapshot is made of: what each is called, holds and must look like.

With `T` distinct tokens, `K` keys, `Q` postings, `N` names, `P` parties, `V` versions of parties, `S` spans
of time and `I` identifiers:

| array | length | what it holds |
| --- | --- | --- |
| token_block, token_offsets | T + 1 | the tokens' texts, each from one offset to the next |
| token_abjad | T | whether it is in a script without vowels |
| key_hashes, key_tokens | K | the number of a key, ascending, and the token filed under it |
| posting_starts | T + 1 | where a token's postings begin |
| posting_names, posting_parts | Q | the name it stands in; as which `Part` |
| posting_weights, posting_bits | Q | what it weighs and tells there |
| name_block, name_offsets | N + 1 | the names as published |
| name_party, name_weak | N | whose it is; whether it is a weak alias |
| name_person | N | whether it is read as a person's |
| name_telling, name_initials | N | the weight of its tokens that tell; how many initials it has |
| name_initial_letters, name_first_letters | N | the `letter_bit`s of its initials, of its other tokens |
| name_version_starts | N + 1 | where its versions begin |
| name_versions | M | the versions that bear the name, ascending |
| party_block, party_offsets | P + 1 | the parties' ids |
| party_versions | P + 1 | where a party's versions begin |
| record_block, record_offsets | V + 1 | each version's party as JSON |
| version_list, version_kind | V | its list's place in the manifest's `lists`; its kind's in `KINDS` |
| version_current | V | whether the list says so now |
| span_versions, span_starts, span_ends | S | days on which a version held: ordinals, the end not included |
| identifier_hashes, identifier_parties | I | the number of an identifier, ascending, and its party |

A party that may be a person or an organisation has each of its names twice, once for each reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from namesake.model.values import Kind
from namesake.names.tokens import Role, Token

__all__ = ["ARRAYS", "KINDS", "Array", "Part", "fault_in", "letter_bit"]

Array = NDArray[Any]

KINDS: Final = tuple(Kind)
"""The kinds in the order in which `version_kind` counts them."""


class Part(IntEnum):
    """As what a token stands in a name."""

    WORD = 0
    """On its own."""
    JOINED = 1
    """As two neighbouring words written together."""
    TRIMMING = 2
    """As a particle, stop word, legal form or title: it can agree only with the very same word."""


_PER: Final[dict[str, tuple[str, str]]] = {
    # What it counts (a + for one more, so that the last one's end is there too), and the type of number.
    "token_block": ("token bytes", "u1"),
    "token_offsets": ("tokens+", "i8"),
    "token_abjad": ("tokens", "b1"),
    "key_hashes": ("keys", "u4"),
    "key_tokens": ("keys", "i4"),
    "posting_starts": ("tokens+", "i8"),
    "posting_names": ("postings", "i4"),
    "posting_parts": ("postings", "u1"),
    "posting_weights": ("postings", "f4"),
    "posting_bits": ("postings", "f4"),
    "name_block": ("name bytes", "u1"),
    "name_offsets": ("names+", "i8"),
    "name_party": ("names", "i4"),
    "name_weak": ("names", "b1"),
    "name_person": ("names", "b1"),
    "name_telling": ("names", "f4"),
    "name_initials": ("names", "u1"),
    "name_initial_letters": ("names", "u4"),
    "name_first_letters": ("names", "u4"),
    "name_version_starts": ("names+", "i8"),
    "name_versions": ("bearers", "i4"),
    "party_block": ("party bytes", "u1"),
    "party_offsets": ("parties+", "i8"),
    "party_versions": ("parties+", "i8"),
    "record_block": ("record bytes", "u1"),
    "record_offsets": ("versions+", "i8"),
    "version_list": ("versions", "i4"),
    "version_kind": ("versions", "u1"),
    "version_current": ("versions", "b1"),
    "span_versions": ("spans", "i4"),
    "span_starts": ("spans", "i4"),
    "span_ends": ("spans", "i4"),
    "identifier_hashes": ("identifiers", "u4"),
    "identifier_parties": ("identifiers", "i4"),
}
_ENDS: Final = {
    "token_offsets": "token_block",
    "name_offsets": "name_block",
    "party_offsets": "party_block",
    "record_offsets": "record_block",
    "posting_starts": "posting_names",
    "name_version_starts": "name_versions",
    "party_versions": "version_current",
}
"""The array that each row of places divides up."""

ARRAYS: Final = {name: np.dtype(f"<{number}") for name, (_, number) in _PER.items()}
"""The type of each array."""


def letter_bit(token: Token) -> int:
    """One bit for a token's first letter, 0 where no initial can stand for it; some letters share one."""
    return 0 if token.abjad or token.role not in (Role.CORE, Role.INITIAL) else 1 << ord(token.text[0]) % 32


def fault_in(arrays: Mapping[str, Array]) -> str | None:
    """What is wrong with these as the arrays of a snapshot, None when nothing: their names, types, lengths.

    Looks at no content but the ends, so its cost does not grow with the lists.
    """
    if missing := sorted(ARRAYS.keys() - arrays.keys()):
        return f"{missing[0]} is missing"
    lengths: dict[str, int] = {}
    for name, (counted, _) in _PER.items():
        array = arrays[name]
        if array.dtype != ARRAYS[name] or array.ndim != 1:
            return f"{name} is not a row of {ARRAYS[name]}"
        length = len(array) - counted.endswith("+")
        if lengths.setdefault(counted.rstrip("+"), length) != length or length < 0:
            return f"{name} has not the length of the arrays beside it"
    for places, divided in _ENDS.items():
        if arrays[places][-1] != len(arrays[divided]):
            return f"{divided} has not the length that {places} says"
    return None
