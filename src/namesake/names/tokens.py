"""A name taken apart: its tokens, what part each plays and how much it weighs."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from namesake.names.organisations import organisation_tokens
from namesake.names.parts import WEIGHTS, Role, Token, core_token
from namesake.names.persons import person_tokens
from namesake.names.writing import Word, words_of

__all__ = ["MOST_TOKENS", "WEIGHTS", "Parsed", "Role", "Token", "core_token", "parse", "parse_anew"]

MOST_TOKENS: Final = 32
"""Longer names are cut here: the longest on any list has 30 words, and cost grows with the square."""
AGAIN: Final = 12
"""What a word weighs, and tells, that has just been written."""


class Parsed(NamedTuple):
    """A name ready to be compared.

    Attributes:
        text: the name as given.
        person: whether it was read as a person's name; organisations' and vessels' names have legal
            forms, stop words and abbreviations, persons' have titles, particles and initials.
        tokens: in the order given, but with the family name that stands before a comma last.
        weight: the sum of the tokens' weights.
        last: the place of the token that was written last; -1 without tokens.
    """

    text: str
    person: bool
    tokens: tuple[Token, ...]
    weight: int
    last: int

    @property
    def key(self) -> str:
        """The tokens that tell, sorted: equal for names that differ in order and trimmings only."""
        return " ".join(sorted(token.text for token in self.tokens if token.tells))


def parse_anew(text: str, *, person: bool) -> Parsed:
    """The tokens of a name, remembered by none: for listed names, which are read once.

    A name without letters or digits has none.
    """
    words = list(_words(text))
    tokens, family = person_tokens(text, words) if person else (organisation_tokens(text, words), 0)
    if not any(token.tells for token in tokens):
        # Nothing but trimmings ("The Co.", "J. R."): then they are the name.
        tokens = [core_token(token.text, token.shown) for token in tokens]
    tokens = _each_once(tokens)[:MOST_TOKENS]
    weight = sum([token.weight for token in tokens])
    return Parsed(text, person, tuple(tokens), weight, len(tokens) - family - 1)


parse = lru_cache(maxsize=1 << 14)(parse_anew)


@lru_cache(maxsize=1 << 10)
def _words(text: str) -> tuple[Word, ...]:
    """The words that are compared; most names are read twice, as a person's and not."""
    return tuple(words_of(text))[:MOST_TOKENS]


def _each_once(tokens: list[Token]) -> list[Token]:
    """A word written twice over tells no more: `Shoigu Shoigu Sergey`, as forms with two fields make it."""
    return [
        replace(token, weight=min(token.weight, AGAIN), bits=min(token.bits, AGAIN))
        if place and token.text == tokens[place - 1].text and token.role is Role.CORE
        else token
        for place, token in enumerate(tokens)
    ]
