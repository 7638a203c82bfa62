"""Names in scripts without capitals, where each word looks like the part of one.

What stands beside a listed name says nothing there by its looks. So a name must be wholly there, its words
beside one another and in order, and only a word that is surely of a longer name speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from namesake.model.scripts import script_of

__all__ = ["ends_joined", "joins_names", "may_refer", "misread"]

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
