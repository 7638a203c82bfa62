"""English words that tell what the words beside them are (`english.toml`)."""

from __future__ import annotations

import pkgutil
import tomllib
from functools import cache
from typing import NamedTuple

__all__ = ["English", "english"]


class English(NamedTuple):
    """Sets of words in small letters.

    Attributes:
        function: no part of a name, though a sentence or a headline writes them with a capital.
        roles: what may stand before somebody's name with a capital, and is no part of it.
        shortened: a full stop behind them ends no sentence.
        ships: they say a name is a ship's or an aircraft's.
        family: after a surname they say that it is not one man who is meant.
        armed: they say the name right beside them is an armed group's.
        armed_behind: the same, behind it alone.
        beside_armed: what may stand between it and those.
    """

    function: frozenset[str]
    roles: frozenset[str]
    shortened: frozenset[str]
    ships: frozenset[str]
    family: frozenset[str]
    armed: frozenset[str]
    armed_behind: frozenset[str]
    beside_armed: frozenset[str]


@cache
def english() -> English:
    """The words shipped with this version; read once."""
    text = pkgutil.get_data(__name__, "english.toml")
    assert text is not None, "english.toml is part of the package"  # noqa: S101
    return English(**{name: frozenset(words.split()) for name, words in tomllib.loads(text.decode()).items()})
