"""Names in scripts without capitals, where each word looks like the part of one.

What stands beside a listed name says nothing there by its looks. So a name must be wholly there, its words
beside one another and in order, and only a word that is surely of a longer name speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from namesake.model.scripts import script_of

__all__ = ["adjacent", "ends_joined", "joins_names", "may_refer", "misread"]

_GAP: Final = 2
"""A small word may stand between two of a name's: the article, a particle, an abbreviation."""

_SURNAME: Final = 5
"""Letters: of shorter words most are given names, or mean something."""
# Son, daughter, father, mother, servant of: the name goes on.
_JOINING: Final = re.compile("بن|ابن|بنت|[أا]بو|[أا]بي|أم|عبد|ولد|בן|בת|בר|אבו")


def may_refer(word: str, prefix: int) -> bool:
    """Whether a word by itself may be somebody's surname, and not only a given name or a common word.

    Args:
        word: as it stands.
        prefix: how many bytes of it are a prefix.
    """
    bare = word.encode()[prefix:].decode()
    if script_of(bare) == "Hang":
        return len(bare) > 1  # only who has two words for a name has a surname that is one
    return bare.startswith("ال") or len(bare) >= _SURNAME


def ends_joined(word: str) -> bool:
    """Whether a word and the one before it are often one in Latin letters: حزب الله, Hizballah."""
    return word in ("الله", "اللہ")


def misread(words: Sequence[str], listed: str) -> bool:
    """Whether words have God's name where a name in Latin letters has something else: نصر الله, Nasr al-Ali.

    >>> misread(["نصر", "الله"], "Nasr al-Ali"), misread(["نصر", "الله"], "NASRALLAH, Hasan")
    (True, False)
    """
    return listed.isascii() and any(map(ends_joined, words)) and "lla" not in listed.lower()


def joins_names(word: str) -> bool:
    """Whether a word joins the names beside it to one: بن, ابن."""
    return bool(_JOINING.fullmatch(word))


def adjacent(tokens: Sequence[int], where: Mapping[int, Sequence[int]]) -> Iterator[dict[int, int]]:
    """Where at least two tokens of a name stand beside one another: their places, with the tokens.

    >>> list(adjacent([7, 8], {7: [0, 5], 8: [6, 20]}))
    [{5: 7, 6: 8}]
    """
    # All windows in which no token stands twice: of X Y and Z Y the second is a name too.
    places: dict[int, list[int]] = {}
    for token in tokens:
        for place in where.get(token, ()):
            places.setdefault(place, []).append(token)
    run: dict[int, int] = {}
    for place in sorted(places):
        if run and place - max(run) > _GAP:
            if len(run) > 1:
                yield run
            run = {}
        token = next((token for token in places[place] if token not in run.values()), places[place][0])
        again = [other for other, one in run.items() if one == token]
        if again:
            if len(run) > 1:
                yield run
            run = {other: one for other, one in run.items() if other > again[0]}
        run[place] = token
    if len(run) > 1:
        yield run
