"""A name taken apart: its tokens, what part each plays and how much it weighs."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from namesake.model.scripts import script_of_char
from namesake.names.lexicon import Lexicon, lexicon
from namesake.names.rarity import RAREST, bits_of
from namesake.names.spelling import light
from namesake.names.writing import Word, words_of

__all__ = ["MOST_TOKENS", "Parsed", "Role", "Token", "core_token", "parse"]

MOST_TOKENS: Final = 32
"""Longer names are cut here: the longest on any list has 30 words, and cost grows with the square."""


class Role(IntEnum):
    """The part a token plays in its name."""

    CORE = 0
    """Tells who is meant: a given or family name, a word of an organisation's own."""
    GENERIC = 1
    """A word most organisations could carry: company, group, international."""
    NUMBER = 2
    """Digits: they tell sister companies and ships apart."""
    INITIAL = 3
    """One letter for a name."""
    SUFFIX = 4
    """Junior, Senior, III."""
    PARTICLE = 5
    """al, bin, de: joins the others."""
    STOP = 6
    """of, the, and."""
    LEGAL = 7
    """The legal form."""
    TITLE = 8
    """A rank or form of address."""


# The weight of a token: what share of a name's meaning it carries. A core token weighs by its rarity,
# the others are fixed. Part of the scoring table that docs/method.md shows.
# Beside it the bits of the two roles that tell something but are in no table of rarity.
FIXED_BITS: Final = {Role.GENERIC: 1.5, Role.NUMBER: 4.0}
WEIGHTS: Final = {
    Role.GENERIC: 0.18,
    Role.NUMBER: 0.55,
    Role.INITIAL: 0.10,
    Role.SUFFIX: 0.10,
    Role.PARTICLE: 0.03,
    Role.STOP: 0.02,
    Role.LEGAL: 0.05,
    Role.TITLE: 0.0,
}
LIGHTEST_CORE: Final = 0.2


class Token(NamedTuple):
    """One token of a name.

    Attributes:
        text: as compared: small Latin letters, or letters of an abjad; a legal form or number word in
            its canonical form.
        abjad: whether `text` is in a script that writes consonants only.
        role: the part it plays.
        weight: the share of meaning it carries, 0 to 1.
        bits: the surprise at meeting it, 0 for what does not tell.
        shown: as the name was given, for explanations.
    """

    text: str
    abjad: bool
    role: Role
    weight: float
    bits: float
    shown: str

    @property
    def tells(self) -> bool:
        """Whether it says anything about who is meant."""
        return self.role in (Role.CORE, Role.GENERIC, Role.NUMBER)

    @property
    def is_initial(self) -> bool:
        """Whether it is one letter for a name."""
        return self.role is Role.INITIAL


class Parsed(NamedTuple):
    """A name ready to be compared.

    Attributes:
        text: the name as given.
        person: whether it was read as a person's name; organisations' and vessels' names have legal
            forms, stop words and abbreviations, persons' have titles, particles and initials.
        tokens: in the order given.
        weight: the sum of the tokens' weights.
    """

    text: str
    person: bool
    tokens: tuple[Token, ...]
    weight: float

    @property
    def key(self) -> str:
        """The tokens that tell, sorted: equal for names that differ in order and trimmings only."""
        return " ".join(sorted(token.text for token in self.tokens if token.tells))


@lru_cache(maxsize=1 << 14)
def parse(text: str, *, person: bool) -> Parsed:
    """The tokens of a name; a name without letters or digits has none."""
    words = list(words_of(text))[:MOST_TOKENS]
    tokens = _person(text, words) if person else _thing(text, words)
    if not any(token.tells for token in tokens):
        # Nothing but trimmings ("The Co.", "J. R."): then they are the name.
        tokens = [core_token(token.text, token.abjad, token.shown) for token in tokens]
    return Parsed(text, person, tuple(tokens), sum(token.weight for token in tokens))


def _person(text: str, words: list[Word]) -> list[Token]:
    known = lexicon()
    shown = [text[word.start : word.end] for word in words]
    family = sum(word.start < text.find(",") for word in words)  # how many words stand before a comma
    roles: list[Role] = []
    leading = True
    for number, word in enumerate(words):
        leading = leading or number == family
        place = _Place(
            leading=leading,
            first=number in (0, family),
            closing=number in (family - 1, len(words) - 1),
            last=number == len(words) - 1,
            dotted=text[word.end : word.end + 1] == ".",
        )
        roles.append(Role.CORE if len(words) == 1 else _person_role(word, shown[number], known, place))
        leading = leading and roles[-1] in (Role.TITLE, Role.PARTICLE)
    if Role.CORE not in roles[:family]:
        # "KING, Stephen": before the comma stands the family name.
        roles[:family] = [Role.CORE if role is Role.TITLE else role for role in roles[:family]]
    return [_token(*each) for each in zip(words, roles, shown, strict=True)]


class _Place(NamedTuple):
    """Where a word stands in a person's name.

    Attributes:
        leading: nothing but titles and particles stand before it, from the beginning or the comma.
        first: it begins the name, or what follows the comma.
        closing: it ends the name, or what stands before the comma.
        last: it ends the name.
        dotted: a full stop follows.
    """

    leading: bool
    first: bool
    closing: bool
    last: bool
    dotted: bool


def _person_role(word: Word, shown: str, known: Lexicon, place: _Place) -> Role:
    if word.text.isdigit():
        return Role.NUMBER
    if _is_syllable(shown):
        return Role.CORE
    letter = len(shown) == 1 and not word.abjad
    if word.text in known.particles and not (letter and (place.first or place.dotted)):
        return Role.PARTICLE
    if word.text in known.titles and place.leading and not place.last:
        return Role.TITLE
    if word.text in known.suffixes and place.closing and not place.first:
        return Role.SUFFIX
    return Role.INITIAL if letter else Role.CORE


def _is_syllable(shown: str) -> bool:
    """Whether it is written as one syllable of Chinese or Korean: 이 is Lee, not a Spanish `and`."""
    return script_of_char(shown[0]) in ("Hani", "Hang")


def _thing(text: str, words: list[Word]) -> list[Token]:
    known = lexicon()
    words = _acronyms_joined(text, words)
    tokens: list[Token] = []
    position = 0
    while position < len(words):
        word = words[position]
        shown = text[word.start : word.end]
        if _is_syllable(shown):
            tokens.append(_token(word, Role.CORE, shown))
            position += 1
            continue
        form, size = _legal_form(words, position, known)
        # A name does not begin with its legal form in Latin letters' West; in the East it does (OOO, PT).
        if form:
            end = words[position + size - 1].end
            shown = text[words[position].start : end]
            tokens.append(Token(form, False, Role.LEGAL, WEIGHTS[Role.LEGAL], 0.0, shown))
            position += size
            continue
        canonical = known.numbers.get(word.text) or known.abbreviations.get(word.text) or word.text
        word = word._replace(text=canonical)
        if word.text.isdigit():
            role = Role.NUMBER
        elif word.text in known.stop:
            role = Role.STOP
        elif word.text in known.generic:
            role = Role.GENERIC
        else:
            role = Role.CORE
        tokens.append(_token(word, role, shown))
        position += 1
    return tokens


def _acronyms_joined(text: str, words: list[Word]) -> list[Word]:
    """`I.R.I.S.L.` is one word; so is `S.A.`, which the legal forms then know."""
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            before is not None
            and len(word.text) == 1
            and text[before.end : word.start] == "."
            and text[before.start : before.end].count(".") == len(before.text) - 1
        ):
            joined[-1] = Word(before.text + word.text, word.abjad, before.start, word.end)
        else:
            joined.append(word)
    return joined


def _legal_form(words: list[Word], position: int, known: Lexicon) -> tuple[str | None, int]:
    for size in range(min(known.longest_legal, len(words) - position), 0, -1):
        form = known.legal.get(tuple(word.text for word in words[position : position + size]))
        if form and size < len(words):
            return form, size
    return None, 0


def _token(word: Word, role: Role, shown: str) -> Token:
    if role is Role.CORE:
        return core_token(word.text, word.abjad, shown)
    return Token(word.text, word.abjad, role, WEIGHTS[role], FIXED_BITS.get(role, 0.0), shown)


def core_token(text: str, abjad: bool, shown: str = "") -> Token:
    """The token of this text as one that tells, weighed by its rarity."""
    bits = _bits(text, abjad)
    weight = LIGHTEST_CORE + (1 - LIGHTEST_CORE) * bits / RAREST
    return Token(text, abjad, Role.CORE, weight, bits, shown)


@lru_cache(maxsize=1 << 16)
def _bits(text: str, abjad: bool) -> float:
    if abjad:
        return bits_of(text, unknown=RAREST * 0.6)  # without its vowels a word tells less
    bits = bits_of(light(text))
    # Two letters can't be rare: there are only 676 of them.
    return min(bits, 4.7 * len(text) * 0.6) if len(text) < 4 else bits
