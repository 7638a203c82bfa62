"""What the tokens of a name are: the parts they play and how much each weighs."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Final

import msgspec

from namesake.model.scripts import script_of_char
from namesake.names.rarity import RAREST, bits_of
from namesake.names.spelling import light

__all__ = ["FIXED_BITS", "WEIGHTS", "Role", "Token", "core_token", "is_syllable", "token_of"]


class Role(IntEnum):
    """The part a token plays in its name."""

    CORE = 0
    """Tells who is meant: a given or family name, a word of an organisation's own."""
    GENERIC = 1
    """A word most organisations could carry (company, group), or a title that may be a name (Amir)."""
    PLACE = 2
    """A country or city in an organisation's name: it tells sister companies apart."""
    NUMBER = 3
    """Digits: they tell sister companies and ships apart."""
    INITIAL = 4
    """One letter for a name."""
    SUFFIX = 5
    """Junior, Senior, III."""
    PARTICLE = 6
    """al, bin, de: joins the others."""
    STOP = 7
    """of, the, and."""
    LEGAL = 8
    """The legal form."""
    TITLE = 9
    """A rank or form of address."""


# What a token weighs, in percent of the heaviest: the share of a name's meaning that it carries. Those of
# the first three roles weigh by their rarity, up to `MOST`; the others are fixed. Beside it the tenths of a
# bit of digits, which are in no table of rarity. Part of the scoring table that docs/method.md shows.
WEIGHTS: Final = {
    Role.NUMBER: 55,
    Role.INITIAL: 10,
    Role.SUFFIX: 10,
    Role.PARTICLE: 3,
    Role.STOP: 2,
    Role.LEGAL: 5,
    Role.TITLE: 0,
}
FIXED_BITS: Final = {Role.NUMBER: 40}
HEAVIEST: Final = 100
LIGHTEST_CORE: Final = 25
_SYLLABLE_BITS: Final = 5.0
MOST: Final = {Role.GENERIC: (40, 35), Role.PLACE: (60, 60)}
"""The most a word that many could carry weighs and tells, however rare the tables have it."""


class Token(msgspec.Struct, frozen=True, gc=False, cache_hash=True):
    """One token of a name; its hash is kept, as what is known of a token is looked up by it.

    Attributes:
        text: as compared: small Latin letters, or letters of a script compared by its readings; a legal
            form or number word in its canonical form.
        role: the part it plays.
        weight: the share of meaning it carries, in percent.
        bits: the surprise at meeting it, in tenths of a bit; 0 for what does not tell.
        shown: as the name was given, for explanations.
        bound: whether it is a syllable written on to the one before it, as in 정은.
    """

    text: str
    role: Role
    weight: int
    bits: int
    shown: str
    bound: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything about who is meant."""
        return self.role <= Role.NUMBER

    @property
    def is_syllable(self) -> bool:
        """Whether it is one syllable of Chinese or Korean, a few of which make a whole name."""
        return not self.text.isascii() and is_syllable(self.text)

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter for a name."""
        return self.role is Role.INITIAL


@lru_cache(maxsize=1 << 16)
def token_of(text: str, role: Role, shown: str) -> Token:
    """The token of this text in this role; the same one each time, which is told apart from others sooner."""
    if role is Role.CORE:
        return core_token(text, shown)
    if role in MOST:
        bits, weight = _rarity(text)
        return Token(text, role, min(weight, MOST[role][0]), min(bits, MOST[role][1]), shown)
    return Token(text, role, WEIGHTS[role], FIXED_BITS.get(role, 0), shown)


@lru_cache(maxsize=1 << 16)
def core_token(text: str, shown: str = "") -> Token:
    """The token of this text as one that tells, weighed by its rarity."""
    bits, weight = _rarity(text)
    return Token(text, Role.CORE, weight, bits, shown)


def is_syllable(shown: str) -> bool:
    """Whether it is written as one syllable of Chinese or Korean: 이 is Lee, not a Spanish `and`."""
    return script_of_char(shown[0]) in ("Hani", "Hang")


@lru_cache(maxsize=1 << 16)
def _rarity(text: str) -> tuple[int, int]:
    """Tenths of a bit, and the weight they make."""
    if not text.isascii():
        # A letter of an abjad carries some four bits; a Chinese character or Hangul syllable of a name not
        # many more, because a few hundred of them make nearly all names.
        unknown = _SYLLABLE_BITS * len(text) if is_syllable(text) else 3.5 * len(text)
        bits = bits_of(text, unknown=min(unknown, RAREST))
    else:
        bits = bits_of(light(text))
        if len(text) < 4:  # two letters can't be rare: there are only 676 of them
            bits = min(bits, 4.7 * len(text) * 0.6)
    return round(10 * bits), round(LIGHTEST_CORE + (HEAVIEST - LIGHTEST_CORE) * bits / RAREST)
