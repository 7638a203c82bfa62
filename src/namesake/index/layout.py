"""The arrays a snapshot is made of: what each is called, holds and must look like.

With `T` distinct tokens, `K` keys, `Q` postings, `N` names, `P` parties, `V` versions of
parties, `S` spans of time, `I` identifiers, `E` ends of links, `W` words of names, `R` marks of runs and
`D` distinct ones in each name; keys and marks stand on shelves (`index/hashing.py`), `H` and `G`:

| array | length | what it holds |
| --- | --- | --- |
| token_block, token_offsets | T + 1 | the tokens' texts in their order, each from one offset to the next |
| key_shelves | H + 1 | where the keys on a shelf begin |
| key_tokens | K | the rest of a key's number, ascending, and the token filed under it |
| posting_starts, posting_middles | T + 1, T | where its postings begin, and where those without initials |
| posting_names | Q | the name it stands in |
| name_block, name_offsets | N + 1 | the names as published |
| name_party, name_weak | N | whose it is; whether it is a weak alias |
| name_person | N | whether it is read as a person's |
| name_tells | N | how many of its words tell, at most 255 |
| name_token_starts | N + 1 | where its tokens begin |
| name_tokens, name_traits | W | its tokens in order, and what each is there, as `packing.traits_of` has it |
| name_run_starts | N + 1 | where the marks of its runs begin |
| run_marks, run_spans | R | a mark of a run (`match/joining.py`), and its span (`packing.pack_span`) |
| mark_shelves | G + 1 | where the marks on a shelf begin |
| mark_names | D | the rest of a mark, ascending, and the name that has a run of it |
| name_version_starts | N + 1 | where its versions begin |
| name_versions | M | the versions that bear the name, ascending |
| party_block, party_offsets | P + 1 | the parties' ids |
| party_versions | P + 1 | where a party's versions begin |
| record_block, record_offsets | V + 1 | each version's party as JSON |
| version_list, version_kind | V | its list's place in the manifest's `lists`; its kind's in `KINDS` |
| version_current | V | whether the list says so now |
| span_versions, span_starts, span_ends | S | days on which a version held: ordinals, the end not included |
| link_parties, link_others | E | a linked party, ascending, and the one of another list that it is one with |
| link_block, link_offsets | E + 1 | why, in words |
| identifier_hashes, identifier_parties | I | the number of an identifier, ascending, and its party |

Places are numbers of 32 bits, for two thousand million of a thing; `overfull_in` tells when that is not
enough. Only the records may be more.

A party that may be a person or an organisation has each of its names twice, once for each reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from namesake.model.values import Kind

__all__ = ["ARRAYS", "KINDS", "Array", "fault_in", "overfull_in", "shelf_bits"]

Array = NDArray[Any]

KINDS: Final = tuple(Kind)
"""The kinds in the order in which `version_kind` counts them."""


_PER: Final[dict[str, tuple[str, str]]] = {
    # What it counts (a + for one more, so that the last one's end is there too), and the type of number.
    "token_block": ("token bytes", "u1"),
    "token_offsets": ("tokens+", "i4"),
    "key_shelves": ("shelves of keys+", "i4"),
    "key_tokens": ("keys", "u4"),
    "posting_starts": ("tokens+", "i4"),
    "posting_middles": ("tokens", "i4"),
    "posting_names": ("postings", "i4"),
    "name_block": ("name bytes", "u1"),
    "name_offsets": ("names+", "i4"),
    "name_party": ("names", "i4"),
    "name_weak": ("names", "b1"),
    "name_person": ("names", "b1"),
    "name_tells": ("names", "u1"),
    "name_token_starts": ("names+", "i4"),
    "name_tokens": ("words", "i4"),
    "name_traits": ("words", "u4"),
    "name_run_starts": ("names+", "i4"),
    "run_marks": ("runs", "u4"),
    "run_spans": ("runs", "u2"),
    "mark_shelves": ("shelves of marks+", "i4"),
    "mark_names": ("marks", "u4"),
    "name_version_starts": ("names+", "i4"),
    "name_versions": ("bearers", "i4"),
    "party_block": ("party bytes", "u1"),
    "party_offsets": ("parties+", "i4"),
    "party_versions": ("parties+", "i4"),
    "record_block": ("record bytes", "u1"),
    "record_offsets": ("versions+", "i8"),
    "version_list": ("versions", "u2"),
    "version_kind": ("versions", "u1"),
    "version_current": ("versions", "b1"),
    "span_versions": ("spans", "i4"),
    "span_starts": ("spans", "i4"),
    "span_ends": ("spans", "i4"),
    "link_parties": ("links", "i4"),
    "link_others": ("links", "i4"),
    "link_block": ("link bytes", "u1"),
    "link_offsets": ("links+", "i4"),
    "identifier_hashes": ("identifiers", "u4"),
    "identifier_parties": ("identifiers", "i4"),
}
_ENDS: Final = {
    "token_offsets": "token_block",
    "name_offsets": "name_block",
    "party_offsets": "party_block",
    "record_offsets": "record_block",
    "key_shelves": "key_tokens",
    "mark_shelves": "mark_names",
    "posting_starts": "posting_names",
    "name_token_starts": "name_tokens",
    "name_run_starts": "run_marks",
    "name_version_starts": "name_versions",
    "party_versions": "version_current",
    "link_offsets": "link_block",
}
"""The array that each row of places divides up."""

ARRAYS: Final = {name: np.dtype(f"<{number}") for name, (_, number) in _PER.items()}
"""The type of each array."""


def shelf_bits(things: int) -> int:
    """How many bits say which of so many things is meant, and on which shelf a key to them stands."""
    return max(1, (things - 1).bit_length())


def overfull_in(arrays: Mapping[str, Array]) -> str | None:
    """The first of these arrays that is longer than the places in it can say, None when all fit."""
    for places, divided in _ENDS.items():
        if len(arrays[divided]) > np.iinfo(ARRAYS[places]).max:
            return divided
    return None


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
    for what, things in (("key", "tokens"), ("mark", "names")):
        if lengths[f"shelves of {what}s"] != 1 << shelf_bits(lengths[things]):
            return f"{what}_shelves has not the length of the arrays beside it"
    for places, divided in _ENDS.items():
        if arrays[places][-1] != len(arrays[divided]):
            return f"{divided} has not the length that {places} says"
    return None
