"""From which word to which a listed name may stand, given where words are like its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from namesake.text.stretches import LONGEST

__all__ = ["Used", "spans_of", "windows_of"]

_GAP: Final = 2
"""A small word may stand between two of a name's: the article, a particle, an abbreviation."""

Used = dict[int, int]
"""The places of words that are like tokens of a name, each with the token; -1 where no spelling says so."""


def spans_of(tokens: Sequence[int], where: Mapping[int, Sequence[int]], *known: int) -> Iterator[Used]:
    """Where at least two words are like tokens of a name, as near to the beginning as may be, and each time.

    Args:
        tokens: of the name, in order.
        where: of tokens the places that are like them, ascending.
        known: places that are known to be like it otherwise; one word beside them is enough.

    >>> list(spans_of([7, 8], {7: [0], 8: [2]}))
    [{0: 7, 2: 8}]
    """
    used = dict.fromkeys(known, -1)
    least = len(used) + (1 if known else 2)
    again = False
    for token in tokens:
        places = where.get(token, ())
        again = again or len(places) > 1
        place = next((one for one in places if one not in used), None)
        if place is not None:
            used[place] = token
    if len(used) >= least and max(used) - min(used) < LONGEST:
        yield used
    if again:
        yield from _each_time(tokens, where)


def _each_time(tokens: Sequence[int], where: Mapping[int, Sequence[int]]) -> Iterator[Used]:
    """Wherever a name may begin, as far as none of its words comes again."""
    at = _at(tokens, where)
    places = sorted(at)
    for number, first in enumerate(places):
        used: Used = {}
        for place in places[number:]:
            unused = set(at[place]).difference(used.values())
            if not unused or place - first >= LONGEST:
                break
            used[place] = min(unused)
        if len(used) > 1:
            yield used


def windows_of(tokens: Sequence[int], where: Mapping[int, Sequence[int]]) -> Iterator[Used]:
    """Where at least two tokens of a name stand beside one another, all of them so far as none comes again.

    Of X Y and Z Y the second is a name too; what is far apart is none where capitals don't tell what joins.

    >>> list(windows_of([7, 8], {7: [0, 5], 8: [6, 20]}))
    [{5: 7, 6: 8}]
    """
    at = _at(tokens, where)
    run: Used = {}
    for place in sorted(at):
        if run and place - max(run) > _GAP:
            if len(run) > 1:
                yield run
            run = {}
        token = next((token for token in at[place] if token not in run.values()), at[place][0])
        again = [other for other, one in run.items() if one == token]
        if again:
            if len(run) > 1:
                yield run
            run = {other: one for other, one in run.items() if other > again[0]}
        run[place] = token
    if len(run) > 1:
        yield run


def _at(tokens: Sequence[int], where: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """For each place the tokens that the word there is like, in the order of the name."""
    at: dict[int, list[int]] = {}
    for token in tokens:
        for place in where.get(token, ()):
            at.setdefault(place, []).append(token)
    return at
