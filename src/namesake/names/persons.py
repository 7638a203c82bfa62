"""A person's name taken apart: titles, particles, initials and suffixes told from names."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from namesake.names.lexicon import Lexicon, lexicon
from namesake.names.parts import Role, Token, is_syllable, token_of
from namesake.names.writing import Word

__all__ = ["person_tokens"]

# The Arabic article is one wherever it stands, but for the end of a name.
_ARTICLES: Final = frozenset(["al", "el", "ul", "ad", "adh", "ar", "as", "ash", "at", "ath", "az", "an"])
# A family name may begin with it (Bin Laden); Le and Do are the families' names themselves.
_SON_OF: Final = frozenset(("bin", "ben", "bani", "beni", "ag"))
_MAYBE_TITLE: Final = 15
"""What a title that may be a name weighs at the most, and tells."""


def person_tokens(text: str, words: list[Word]) -> tuple[list[Token], int]:
    """The tokens of a person's name, a family name that stands before a comma put last.

    Args:
        text: the name as given.
        words: its words.

    Returns:
        The tokens, and how many of the last stood first.
    """
    known = lexicon()
    shown = [text[word.start : word.end] for word in words]
    comma = text.find(",")
    family = sum([word.start < comma for word in words])  # how many words stand before a comma
    mixed = not (text.isupper() or text.islower())
    roles: list[Role] = []
    leading = True
    for number, word in enumerate(words):
        leading = leading or number == family
        role = Role.CORE
        if len(words) > 1 and _may_be_another(word.text, shown[number]):
            place = _Place(
                leading=leading,
                first=number in (0, family),
                closing=number in (family - 1, len(words) - 1),
                family=number < family,
                last=number == len(words) - 1,
                capital=mixed and shown[number].isupper(),
                dotted=text[word.end : word.end + 1] == ".",
            )
            role = _role(word, shown[number], known, place)
        roles.append(role)
        leading = leading and role in (Role.TITLE, Role.PARTICLE, Role.GENERIC)
    if family and Role.CORE not in roles[:family]:
        roles[:family] = _as_family(roles[:family], dotted=text.startswith(".", words[family - 1].end))
    tokens = [token_of(word.text, role, each) for word, role, each in zip(words, roles, shown, strict=True)]
    if Role.GENERIC in roles:
        tokens = [_little(token) if token.role is Role.GENERIC else token for token in tokens]
    for number in range(1, len(tokens)):
        joined = words[number].start == words[number - 1].end
        if joined and tokens[number].is_syllable and tokens[number - 1].is_syllable:
            tokens[number] = replace(tokens[number], bound=True)
    # "DUZGOREN, Erkan" is Erkan Duzgoren; "PEREZ, Jr." stays.
    if Role.CORE not in roles[family:]:
        family = 0
    return tokens[family:] + tokens[:family], family


def _as_family(roles: list[Role], *, dotted: bool) -> list[Role]:
    """The roles of what stands before the comma, where none of it is a name elsewhere: one must be here.

    In "KING, Stephen" it is the title that may be a name, in "Prof. Sayyed, Jamil" the last title, in
    "Maulavi O, Yong Ho" the letter, which is an initial only where a full stop follows.
    """
    if roles[-1] is Role.INITIAL and not dotted:
        return roles
    if Role.GENERIC in roles:
        return [Role.CORE if role is Role.GENERIC else role for role in roles]
    last = max((place for place, role in enumerate(roles) if role is Role.TITLE), default=-1)
    return [Role.CORE if place == last else role for place, role in enumerate(roles)]


def _little(token: Token) -> Token:
    """A title that may be a name tells a little."""
    return replace(token, weight=min(token.weight, _MAYBE_TITLE), bits=min(token.bits, _MAYBE_TITLE))


class _Place(NamedTuple):
    """Where a word stands in a person's name.

    Attributes:
        leading: nothing but titles and particles stand before it, from the beginning or the comma.
        first: it begins the name, or what follows the comma.
        closing: it ends the name, or what stands before the comma.
        family: it stands before the comma.
        last: it ends the name.
        capital: it is in capitals where other words are not.
        dotted: a full stop follows.
    """

    leading: bool
    first: bool
    closing: bool
    family: bool
    last: bool
    capital: bool
    dotted: bool


def _may_be_another(text: str, shown: str) -> bool:
    """Whether a word may be something else than a name; few are, and of the rest the place is all one."""
    return len(shown) == 1 or text in _known() or text.isdigit()


@cache
def _known() -> frozenset[str]:
    """All words that `_role` looks for."""
    known = lexicon()
    return known.particles | known.titles | known.titles_or_names | known.suffixes | known.titles_after


def _role(word: Word, shown: str, known: Lexicon, place: _Place) -> Role:
    text = word.text
    if text.isdigit():
        return Role.NUMBER
    if is_syllable(shown):
        return Role.CORE
    letter = len(shown) == 1 and text.isascii()
    if text in known.particles and not place.last:
        if letter:
            between = not (place.first or place.dotted or place.capital)
        elif text in known.particles_sometimes:
            # "BIN LADEN, Usama": before a comma it begins a family name, not a given one.
            between = not place.closing and (
                text in _ARTICLES or not place.first or (place.family and text in _SON_OF)
            )
        else:
            between = True
        if between:
            return Role.PARTICLE
    if place.leading and not place.last:
        if text in known.titles:
            return Role.TITLE
        if text in known.titles_or_names:
            return Role.GENERIC
    if place.closing and not place.first:
        if text in known.suffixes:
            return Role.SUFFIX
        # Behind nothing but titles it is the name itself (Sayyid Akhund).
        if text in known.titles_after and (place.family or not place.leading):
            return Role.GENERIC
    return Role.INITIAL if letter else Role.CORE
