"""Keys as numbers, for the tokens of a whole list at once.

A key that is filed as it is has its CRC-32. For a key that is filed with its neighbourhood (all that is
left of it when one letter is taken out) the numbers come from a polynomial over its letters: then the
number of the text without a letter follows from what stands before it and what stands behind, so that
NumPy finds them all without spelling one of them out.

The beginnings of a word are no numbers: a snapshot's tokens are in the order of their texts, so those that
begin alike stand together (`index/lattice.py`).

Keys stand on *shelves*, by the first bits of their numbers: as many bits as a token's place needs. The
rest of the number and the place then fit into 32 bits together, half of what both would take, and nothing
of the number is lost.

Keys that share a number by chance cost a comparison, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np

from namesake.index.layout import Array, shelf_bits
from namesake.match.strings import MARKS, Keys, kept_keys
from namesake.names.together import learnt

__all__ = [
    "BEGINNING",
    "asked",
    "filed",
    "hash_of",
    "numbered",
    "packed",
    "ranges_of",
    "shelved",
    "standing_on",
    "taken_from",
    "unpacked",
]

BEGINNING: Final = "p"
"""The mark of a key that is the beginning of a word."""

_BASE: Final = 0x9E3779B97F4A7C15
_ALL: Final = (1 << 64) - 1
_POWERS: Final = tuple(pow(_BASE, place, 1 << 64) for place in range(64))
_FEW: Final = 16
"""Keys: of more NumPy finds the neighbourhoods sooner."""
_AT_ONCE: Final = 1 << 13
"""Tokens: so many that NumPy's own cost vanishes, so few that the table of their letters stays small."""


def hash_of(key: str) -> int:
    """The number of one key."""
    return crc32(key.encode())


def numbered(tokens: Sequence[str], keys_of: Callable[[str], Keys]) -> tuple[Array, Array]:
    """The keys of all these tokens: numbers of keys, and beside each the place of its token.

    Args:
        tokens: their texts.
        keys_of: `kept_keys` for instance; beginnings are left out.

    Returns:
        Two arrays of equal length, by number of key and then by place; no pair stands in them twice.
    """
    pairs: list[Array] = []
    for start in range(0, len(tokens), _AT_ONCE):
        pairs += _pairs(list(enumerate(tokens[start : start + _AT_ONCE], start)), keys_of)
    return unpacked(pairs)


def asked(keys: Sequence[Keys]) -> tuple[Array, Array, Array]:
    """The numbers under which words with these keys are looked up.

    Returns:
        Three arrays of equal length: numbers, the places of the words they belong to, and what sharing each
        says of two words, as `match.strings.MARKS` has it.
    """
    numbers: list[int] = []
    owners: list[int] = []
    bits: list[int] = []
    clipped: list[str] = []
    clipped_owners: list[int] = []
    for place, each in enumerate(keys):
        before = len(numbers)
        for key in each.whole:
            mark = key[0]
            if mark != BEGINNING:
                numbers.append(crc32(key.encode()))
                bits.append(MARKS.get(mark, 0))
        owners += [place] * (len(numbers) - before)
        if each.clipped:
            clipped += each.clipped
            clipped_owners += [place] * len(each.clipped)
    if not clipped:
        return _as_arrays(numbers, owners, bits)
    if len(clipped) <= _FEW and max(map(len, clipped), default=0) <= len(_POWERS):
        for key, place in zip(clipped, clipped_owners, strict=True):
            around = _neighbourhood(key)
            numbers += around
            owners += [place] * len(around)
            bits += [MARKS[key[0]]] * len(around)
        return _as_arrays(numbers, owners, bits)
    hashed, rows = _neighbourhoods(clipped)
    near = _as_arrays(hashed, clipped_owners, [MARKS[key[0]] for key in clipped])
    as_they_are = _as_arrays(numbers, owners, bits)
    return (
        np.concatenate((as_they_are[0], near[0])),
        np.concatenate((as_they_are[1], near[1][rows])),
        np.concatenate((as_they_are[2], near[2][rows])),
    )


def _as_arrays(
    numbers: Sequence[int] | Array, owners: Sequence[int], bits: Sequence[int]
) -> tuple[Array, Array, Array]:
    return (
        np.array(numbers, dtype=np.uint32),
        np.array(owners, dtype=np.int64),
        np.array(bits, dtype=np.int64),
    )


def filed(tokens: Sequence[tuple[int, str]]) -> Array:
    """The filed keys of these tokens, packed as `packed` has it; each comes with its place."""
    with learnt((text for _, text in tokens), sounds=True):
        return np.concatenate(list(_pairs(tokens, kept_keys)))


def packed(high: Array, low: Array) -> Array:
    """Each two numbers of 32 bits, none below 0, as one of 64."""
    both: Array = high.astype(np.uint64) << np.uint64(32) | low.astype(np.uint64)
    return both


def unpacked(pairs: Sequence[Array]) -> tuple[Array, Array]:
    """Pairs of two numbers of 32 bits, each packed into one of 64: ascending, once each, as two arrays."""
    # Side by side in one number they sort five times as fast as by two columns.
    both = np.concatenate(pairs) if pairs else np.empty(0, dtype=np.uint64)
    both.sort()
    both = both[np.concatenate(([True], both[1:] != both[:-1]))] if len(both) else both
    return (both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32).astype(np.int32)


def shelved(pairs: Sequence[Array], things: int) -> tuple[Array, Array]:
    """Numbers of keys and the places of what they lead to, packed as `packed` has it, put on shelves.

    Args:
        pairs: in any order.
        things: how many places there are.

    Returns:
        Where each shelf begins and where the last one ends; and on the shelves, ascending and once each,
        the rest of a key's number before the place.
    """
    numbers, places = unpacked(pairs)
    bits = shelf_bits(things)
    least = np.arange(1 << bits, dtype=np.uint32) << np.uint32(32 - bits)
    shelves = np.append(np.searchsorted(numbers, least), len(numbers))
    return shelves, numbers << np.uint32(bits) | places.view(np.uint32)


def standing_on(shelves: Array, standing: Array) -> tuple[Array, Array]:
    """All that `shelved` has put there: numbers of keys, ascending, and beside each the place it leads to."""
    bits = _bits_of(shelves)
    firsts = np.arange(1 << bits, dtype=np.uint32) << np.uint32(32 - bits)
    numbers = np.repeat(firsts, np.diff(shelves)) | standing >> np.uint32(bits)
    return numbers, (standing & np.uint32(len(shelves) - 2)).view(np.int32)


def taken_from(shelves: Array, standing: Array, numbers: Array) -> tuple[Array, Array]:
    """What stands on shelves under these numbers.

    Args:
        shelves: where each begins, as `shelved` has it.
        standing: what stands on them.
        numbers: of keys, 32 bits each.

    Returns:
        Two arrays of equal length: the places in `numbers`, ascending, and the places of what each leads to.
    """
    asked_for, at = _standing(shelves, standing, numbers)
    return asked_for, standing[at] & np.uint32(len(shelves) - 2)


def ranges_of(shelves: Array, standing: Array, numbers: Array) -> tuple[Array, Array]:
    """Where on shelves that what stands under each of these numbers begins and ends."""
    asked_for, at = _standing(shelves, standing, numbers)
    firsts = np.zeros(len(numbers), dtype=np.int64)
    # What has one number stands together; written last, the first of it stays.
    firsts[asked_for[::-1]] = at[::-1]
    return firsts, firsts + np.bincount(asked_for, minlength=len(numbers))


def _standing(shelves: Array, standing: Array, numbers: Array) -> tuple[Array, Array]:
    """The places in `numbers`, ascending, and where what has each stands, ascending for each."""
    bits = _bits_of(shelves)
    shelf = numbers >> np.uint32(32 - bits)
    first = shelves[shelf]
    lengths = shelves[shelf + 1] - first
    asked_for = np.repeat(np.arange(len(numbers)), lengths)
    behind = np.cumsum(lengths) - lengths
    at = np.arange(len(asked_for)) + (first - behind)[asked_for]
    # Where the rest of the number is the same, the place is all that is left.
    right = (standing[at] ^ (numbers << np.uint32(bits))[asked_for]) >> np.uint32(bits) == 0
    return asked_for[right], at[right]


def _bits_of(shelves: Array) -> int:
    """How many bits of a number say on which of these it stands."""
    return (len(shelves) - 1).bit_length() - 1


def _pairs(tokens: Sequence[tuple[int, str]], keys_of: Callable[[str], Keys]) -> Iterator[Array]:
    """Keys and places, packed into one number each."""
    hashes: list[int] = []
    places: list[int] = []
    clipped: list[str] = []
    clipped_places: list[int] = []
    for place, text in tokens:
        keys = keys_of(text)
        whole = [crc32(key.encode()) for key in keys.whole if key[0] != BEGINNING]
        hashes += whole
        places += [place] * len(whole)
        clipped += keys.clipped
        clipped_places += [place] * len(keys.clipped)
    yield packed(np.array(hashes, dtype=np.uint64), np.array(places, dtype=np.uint64))
    if clipped:
        # By length, because the longest of a table sets its width.
        order = sorted(range(len(clipped)), key=[len(key) for key in clipped].__getitem__)
        owners = np.array(clipped_places, dtype=np.uint64)
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            hashed, rows = _neighbourhoods([clipped[each] for each in some])
            yield packed(hashed, owners[some][rows])


def _neighbourhood(key: str) -> list[int]:
    """What `_neighbourhoods` gives for one short key, without NumPy's own cost."""
    before = [0]
    for letter in key:
        before.append(before[-1] * _BASE + ord(letter) & _ALL)
    numbers = [before[-1]]
    behind = 0
    for place in range(len(key) - 1, 0, -1):
        power = _POWERS[len(key) - 1 - place]
        numbers.append(before[place] * power + behind & _ALL)
        behind += ord(key[place]) * power
    return [((number ^ number >> 29) * _BASE & _ALL) >> 32 for number in numbers]


def _neighbourhoods(keys: Sequence[str]) -> tuple[Array, Array]:
    """The numbers of each key and of what is left of it without one letter after its mark.

    Returns:
        The numbers, 32 bits each, and beside each the place of its key.
    """
    longest = max(map(len, keys))
    letters = np.array(keys, dtype=f"<U{longest}").view(np.uint32).reshape(len(keys), longest)
    letters = letters.astype(np.uint64)
    lengths = np.array([len(key) for key in keys])
    base = np.uint64(_BASE)
    powers = np.ones(longest + 1, dtype=np.uint64)
    powers[1:] = np.cumprod(np.full(longest, base))
    # Horner's rule: `before[:, n]` is the number of the first n letters, `behind[:, n]` of those from n on.
    before = np.zeros((len(keys), longest + 1), dtype=np.uint64)
    behind = np.zeros((len(keys), longest + 1), dtype=np.uint64)
    for place in range(longest):
        before[:, place + 1] = before[:, place] * base + letters[:, place]
    left_of = np.maximum(lengths[:, None] - 1 - np.arange(longest), 0)
    terms = letters * powers[left_of]
    behind[:, :longest] = np.cumsum(terms[:, ::-1], axis=1)[:, ::-1]
    whole = before[np.arange(len(keys)), lengths]
    clipped = before[:, :-1] * powers[left_of] + behind[:, 1:]
    # The mark in front stays.
    rows, places = np.nonzero((np.arange(longest) < lengths[:, None]) & (np.arange(longest) > 0))
    numbers = np.concatenate((whole, clipped[rows, places]))
    # The high bits depend on every letter, the low ones don't.
    mixed = (numbers ^ (numbers >> np.uint64(29))) * base
    return mixed >> np.uint64(32), np.concatenate((np.arange(len(keys)), rows))
