"""A name proposed at a place of a text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Asked", "Proposal"]


class Asked(NamedTuple):
    """A name to compare with the listed ones.

    Attributes:
        text: the name.
        person: whether a person's.
        slips: whether to allow for slips of the pen.
    """

    text: str
    person: bool
    slips: bool = False


class Proposal(NamedTuple):
    """Words of a text that may be a listed name, and the name they are compared as.

    Attributes:
        first, last: the first and last of them.
        asked: the name.
        left, right: how many bytes at their ends are no part of it.
        case: in which they stand, as a letter of `slavic_cases.CASES`; empty where in none but the first.
        doubt: why they may be somebody else's name; empty where nothing says so.
    """

    first: int
    last: int
    asked: Asked
    left: int = 0
    right: int = 0
    case: str = ""
    doubt: str = ""
