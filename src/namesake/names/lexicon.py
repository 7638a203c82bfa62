"""Words with a known part to play in names: titles, particles, legal forms, abbreviations.

The data is `lexicon.toml`; it belongs to the scoring version, because changing it changes scores.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from namesake.names.writing import words_of

__all__ = ["Lexicon", "lexicon"]


class Lexicon(NamedTuple):
    """The reviewed word lists, each word as `words_of` writes it.

    Attributes:
        legal: phrases of a legal form, as tuples of words, with the form's canonical name.
        longest_legal: how many words the longest of them has.
    """

    particles: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    stop: frozenset[str]
    generic: frozenset[str]
    numbers: Mapping[str, str]
    abbreviations: Mapping[str, str]
    legal: Mapping[tuple[str, ...], str]
    longest_legal: int


@cache
def lexicon() -> Lexicon:
    """The lexicon shipped with this version; read once."""
    data = tomllib.loads(files("namesake.names").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    legal = {
        tuple(word.text for word in words_of(phrase)): form
        for form, phrases in data["legal"].items()
        for phrase in phrases.split("|")
    }
    return Lexicon(
        particles=_words(data["particles"]),
        titles=_words(data["titles"]),
        suffixes=_words(data["suffixes"]),
        stop=_words(data["stop"]),
        generic=_words(data["generic"]),
        numbers=data["numbers"],
        abbreviations=data["abbreviations"],
        legal=legal,
        longest_legal=max(map(len, legal)),
    )


def _words(group: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word.text for word in words_of(group["words"]))
