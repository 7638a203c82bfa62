"""How alike two tokens are, as a value with its reason."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

__all__ = ["NOTHING", "Alike", "Reason"]


class Reason(StrEnum):
    """In what way two tokens are alike, as a reader of the explanation sees it.

    `index/kernels.py` knows the first five by their places.
    """

    EQUAL = "same"
    CUT = "cut short at the end"
    INITIAL = "initial"
    JOINED = "written together"
    ACRONYM = "first letters"
    SPELLING = "same sound, spelled another way"
    ARTICLE = "with and without the article"
    TYPO = "one letter apart"
    NEAR_SPELLING = "nearly the same sound"
    SOUND = "similar sound"
    VOWELS = "same consonants, other vowels"
    SHORTENED = "written without vowels"
    LOOKS = "letters that look alike"
    SCRIPT = "the same in another script"
    EQUIVALENT = "the same name in another language"
    FAMILIAR = "a familiar form of the same name"
    TRANSLATION = "the same word in another language"


class Alike(NamedTuple):
    """How alike two tokens are: 0 (nothing in common) to 100 (equal), the percent of weight that agrees."""

    value: int
    reason: Reason | None


NOTHING: Final = Alike(0, None)
