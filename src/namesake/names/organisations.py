"""The name of an organisation, vessel or anything but a person taken apart."""

from __future__ import annotations

from functools import cache
from typing import Final

from namesake.names.lexicon import Lexicon, lexicon, place_of
from namesake.names.parts import Role, Token, is_syllable, token_of
from namesake.names.writing import Word

__all__ = ["organisation_tokens"]


# Motor vessel, motor tanker, steamship, fishing vessel: put before ships' names or left out.
_SHIPS: Final = frozenset({"mv", "mt", "ms", "ss", "fv"})
_POSSESSIVE: Final = ("'s", "’s")
# A preposition with which a name begins is part of it (Con Traffic, Pro Asyl); an article may be left out.
_ARTICLES: Final = frozenset(
    [
        "the",
        "al",
        "el",
        "la",
        "le",
        "les",
        "los",
        "las",
        "lo",
        "il",
        "gli",
        "der",
        "die",
        "das",
        "den",
        "het",
        "een",
        "a",
        "an",
        "un",
        "une",
    ]
)


def organisation_tokens(text: str, words: list[Word]) -> list[Token]:
    """The tokens of an organisation's name: its legal form is one token, abbreviations are written out.

    Args:
        text: the name as given.
        words: its words.
    """
    known = lexicon()
    words = _acronyms_joined(text, words)
    texts = [word.text for word in words]
    small, alone = text.islower(), len(words) == 1
    beginnings = _beginnings()
    tokens: list[Token] = []
    position = 0
    while position < len(words):
        word = words[position]
        if size := _not_the_name(text, words, position):
            for each in words[position : position + size]:
                tokens.append(token_of(each.text, Role.STOP, text[each.start : each.end]))
            position += size
            continue
        # In a name without any capital a word may have stood in them.
        shown = text[word.start : word.end]
        capitals = small or shown.isupper()
        if word.text not in beginnings:
            tokens += _single(word, shown, known, capitals=capitals, begins=_begins(tokens), alone=alone)
            position += 1
            continue
        form, size = known.legal.longest_at(texts, position)
        if (cut := _cut_form(texts, position))[1] > size:
            form, size = cut
        if form and size < len(words):
            tokens.append(token_of(form, Role.LEGAL, text[word.start : words[position + size - 1].end]))
            position += size
            continue
        place, size = known.places.longest_at(texts, position)
        if place and size > 1 and size < len(words):
            tokens += _place_tokens(text, words[position : position + size])
            position += size
            continue
        meaning, size = known.phrases.longest_at(texts, position)
        if meaning and size > 1 and is_syllable(text[word.start]):
            whole = text[word.start : words[position + size - 1].end]
            tokens.append(token_of(meaning, _role(meaning, known), whole))
            position += size
            continue
        tokens += _single(word, shown, known, capitals=capitals, begins=_begins(tokens), alone=alone)
        position += 1
    return tokens


@cache
def _beginnings() -> frozenset[str]:
    """All words with which a phrase begins that is looked for here; few words of names do."""
    known = lexicon()
    return frozenset(
        phrase[0] for phrases in (known.legal, known.places, known.phrases) for phrase in phrases
    )


def _begins(tokens: list[Token]) -> bool:
    """Whether the name begins behind these tokens: there are none but legal forms."""
    return not tokens or (tokens[-1].role is Role.LEGAL and all(each.role is Role.LEGAL for each in tokens))


def _not_the_name(text: str, words: list[Word], position: int) -> int:
    """How many words from here are a ship's prefix (MV, M/T) or its IMO number, and so not its name."""
    here = words[position]
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None:
        return 0
    if position == 0 and here.text in _SHIPS:
        return 1
    if (
        position == 0
        and len(words) > 2
        and here.text + following.text in _SHIPS
        and text[here.end : following.start] == "/"
    ):
        return 2
    return 2 if here.text == "imo" and following.text.isdigit() and len(following.text) == 7 else 0


def _place_tokens(text: str, words: list[Word]) -> list[Token]:
    """Words that together are a place: each a token, but characters and syllables one together."""
    shown = text[words[0].start : words[-1].end]
    if is_syllable(shown):
        return [token_of("".join(word.text for word in words), Role.PLACE, shown)]
    return [token_of(word.text, Role.PLACE, text[word.start : word.end]) for word in words]


def _single(
    word: Word, shown: str, known: Lexicon, *, capitals: bool, begins: bool, alone: bool
) -> list[Token]:
    if is_syllable(shown):
        return [token_of(word.text, Role.CORE, shown)]
    if capitals and word.text in known.expansions and not alone:
        return [token_of(each, _role(each, known), shown) for each in known.expansions[word.text]]
    text = word.text[:-1] if shown[-2:].lower() in _POSSESSIVE else word.text
    canonical = known.numbers.get(text) or known.abbreviations.get(text) or text
    if capitals:
        canonical = known.roman.get(canonical, canonical)
    role = _role(canonical, known)
    if (role is Role.STOP and begins and text not in _ARTICLES) or (role is Role.PLACE and alone):
        role = Role.CORE
    return [token_of(canonical, role, shown)]


def _role(text: str, known: Lexicon) -> Role:
    if text.isdigit():
        return Role.NUMBER
    if text in known.stop:
        return Role.STOP
    if text in known.generic and known.words.get(text, text) == text:
        return Role.GENERIC
    if place_of(text):
        return Role.PLACE
    return Role.CORE


def _acronyms_joined(text: str, words: list[Word]) -> list[Word]:
    """`I.R.I.S.L.` is one word; so is `S.A.`, which the legal forms then know."""
    if "." not in text:
        return words
    joined: list[Word] = []
    for word in words:
        before = joined[-1] if joined else None
        if (
            before is not None
            and len(word.text) == 1
            and text[before.end : word.start] == "."
            and text[before.start : before.end].count(".") == len(before.text) - 1
        ):
            joined[-1] = word._replace(text=before.text + word.text, start=before.start)
        else:
            joined.append(word)
    return joined


def _cut_form(texts: list[str], position: int) -> tuple[str | None, int]:
    """The legal form whose last word a field was too short for: `JOINT STOCK COMPAN`."""
    before, last = tuple(texts[position:-1]), texts[-1]
    for ending, form in _form_endings().get(before, ()):
        if len(last) > 1 and ending.startswith(last):
            return form, len(before) + 1
    return None, 0


@cache
def _form_endings() -> dict[tuple[str, ...], list[tuple[str, str]]]:
    """For the words that legal forms of several begin with, the last word and the form."""
    endings: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for phrase, form in lexicon().legal.items():
        if len(phrase) > 1:
            endings.setdefault(phrase[:-1], []).append((phrase[-1], form))
    return endings
