"""What a listed name says of whose it is: that others have it too, or that what tells of it was not said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from namesake.match.strings import similarity
from namesake.names.writing import words_of
from namesake.text.agreement import Named
from namesake.text.listing import Bearer

__all__ = [
    "in_initials",
    "is_another_of_the_list",
    "is_part_of_others",
    "without_first_name",
    "without_surname",
    "words_in_name",
]

_AKIN: Final = 60
"""Percent: two words are so much alike that they may be one name, however it is spelled."""
_TELLING: Final = 3
"""Letters: a shorter word is an article or particle."""


@lru_cache(maxsize=1 << 14)
def words_in_name(name: str) -> frozenset[str]:
    """The words of a name as names are compared."""
    return frozenset(word.text for word in words_of(name))


def is_another_of_the_list(other: Bearer, bearer: Bearer) -> bool:
    """Whether two bearers are two parties of one list, which has a party once."""
    return other.party != bearer.party and other.id.partition(":")[0] == bearer.id.partition(":")[0]


def is_part_of_others(
    bearer: Bearer, best: Named, others: Iterable[tuple[Named, Bearer]], least: int
) -> bool:
    """Whether an alias is part of the fuller name of another party of its list.

    Hizballah once signed as Islamic Jihad, which others are called, and Palestinian or Egyptian. What is like
    the name that the party is best known by is its own all the same.

    Args:
        bearer: of the alias.
        best: how it agrees with the text.
        others: what else agrees, and whose it is.
        least: how alike the words must be, in percent.
    """
    if _akin(words_in_name(bearer.text), words_in_name(bearer.known_as)):
        return False
    return any(
        one.omitted
        and not one.added
        and one.parts >= best.parts
        and one.least >= least
        and is_another_of_the_list(other, bearer)
        for one, other in others
    )


def without_surname(said: str, listed: str) -> bool:
    """Whether nothing in a person's name is his surname as listed: a given and a father's name alone.

    >>> listed = "ZWINGLI, Otto Friedemann"
    >>> without_surname("Otto Friedemann", listed), without_surname("Otto Zwingly", listed)
    (True, False)
    """
    surname, comma, _ = listed.partition(",")
    return bool(comma) and not _akin(words_in_name(surname), words_in_name(said), least=1)


def without_first_name(said: str, listed: str) -> bool:
    """Whether the first of a person's given names was not said, so that it is a father's that was.

    >>> listed = "ZWINGLI, Otto Friedemann"
    >>> without_first_name("Friedemann Zwingli", listed), without_first_name("Oto Zwingli", listed)
    (True, False)
    """
    surname, comma, given = listed.partition(",")
    first = (given if comma else surname).split()[:1]
    return bool(first) and not _akin(words_in_name(first[0]), words_in_name(said), least=1)


def in_initials(listed: str, said: str) -> bool:
    """Whether a name is listed in initials only, and said in words, which may have others' initials.

    A firm whose legal form is E.U. is not the European Union.
    """
    return "." in listed and max(map(len, re.findall(r"\w+", listed)), default=0) == 1 and " " in said.strip()


def _akin(telling: Iterable[str], words: Iterable[str], least: int = _TELLING) -> bool:
    """Whether a word that tells is like one of others, which have so many letters at least."""
    others = [word for word in words if len(word) >= least]
    return any(
        similarity(other, word).value >= _AKIN
        for word in telling
        if len(word) >= _TELLING
        for other in others
    )
