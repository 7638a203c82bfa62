"""Words that are no part of a name, in scripts other than Latin (`function_words.toml`).

In Cyrillic a sentence begins with them and a capital; in scripts without capitals they would look like
names, as all words do. English has its own (`text/english.py`).
"""

from __future__ import annotations

import pkgutil
import tomllib
from functools import cache

__all__ = ["is_function_word", "stands_within_names"]


def is_function_word(word: str) -> bool:
    """Whether a word is no part of a name; as written, in any script but Latin.

    >>> is_function_word("Об"), is_function_word("على"), is_function_word("علي")
    (True, True, False)
    """
    words = _words()
    return word in words["as_written"] or word in words["within"] or word.lower() in words["cyrillic"]


def stands_within_names(word: str) -> bool:
    """Whether such a word may stand between others of an organisation's name."""
    return word in _words()["within"]


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words shipped with this version; read once."""
    text = pkgutil.get_data(__name__, "function_words.toml")
    assert text is not None, "function_words.toml is part of the package"  # noqa: S101
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text.decode()).items()}
