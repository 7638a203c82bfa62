"""An article as other writers would have spelled it: the same parties under other spellings of their names.

Every respelling of a party is one decision of a writer, kept throughout the article: a word in another
romanisation, or as it sounds; particles with or without a hyphen; apostrophes left out or curled; letters
with marks; the whole name in capitals. Typing mistakes are none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from namesake.quality.pieces import pieces, replaced
from namesake.quality.respelling import phonetic, romanised
from tests.cases.articles import Expected

__all__ = ["LEAST", "Respelled", "respelled_articles", "spellings"]

LEAST: Final = 5
"""So many respellings each party must have at least."""
_DRAWS: Final = 40
# Words of English in listed names: they have one spelling, and nobody writes them as another language's.
_ENGLISH: Final = frozenset(
    {"company", "europe", "force", "grace", "islamic", "lebanese", "limited", "lines", "management"}
    | {"maritime", "ocean", "republic", "shipping"}
)
_LONG_VOWELS: Final = str.maketrans("aiuAIU", "āīūĀĪŪ")

Way = Callable[[str], str]


class Respelled(NamedTuple):
    """An article with other spellings.

    Attributes:
        text: the article.
        places: for each row of its table where its mention stands now, and what it is spelled.
        told: for each party how it was respelled.
    """

    text: str
    places: list[tuple[int, int]]
    told: dict[tuple[str, ...], str]


def respelled_articles(text: str, rows: Sequence[Expected], *, seed: int) -> Iterator[Respelled]:
    """The article in as many spellings as the party with most of them has; the others' come again."""
    parties: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        parties.setdefault(row.starter, []).append(row.surface)
    ways = {party: spellings(surfaces, seed=seed) for party, surfaces in parties.items()}
    for number in range(max(len(each) for each in ways.values())):
        chosen = {party: each[number % len(each)] for party, each in ways.items() if each}
        made, places, end = "", [], 0
        for row in rows:
            made += text[end : row.start]
            way = chosen.get(row.starter)
            surface = way[1](row.surface) if way else row.surface
            places.append((len(made), len(made) + len(surface)))
            made, end = made + surface, row.end
        yield Respelled(made + text[end:], places, {party: way[0] for party, way in chosen.items()})


def spellings(surfaces: Sequence[str], *, seed: int) -> list[tuple[str, Way]]:
    """The respellings of a party that an article calls so: what each does, and how to do it to a surface.

    They differ from the article, and from one another, on at least one surface.
    """
    chance = random.Random(f"{seed}|{'|'.join(surfaces)}")
    found: dict[tuple[str, ...], tuple[str, Way]] = {}
    for told, way in [*_signs(), *_words(surfaces, chance)]:
        made = tuple(way(surface) for surface in surfaces)
        if made != tuple(surfaces):
            found.setdefault(made, (told, way))
    return list(found.values())


def _signs() -> Iterator[tuple[str, Way]]:
    """Changes to no letter, or to the looks of letters only."""
    yield "hyphens to spaces", lambda name: re.sub(r"-(?=\w)", " ", name)
    yield (
        "hyphens after particles",
        lambda name: re.sub(r"\b(al|abu) (?=\w)", r"\1-", name, flags=re.IGNORECASE),
    )
    yield "apostrophes left out", lambda name: re.sub(r"['’]", "", name)
    yield "apostrophes curled", lambda name: re.sub(r"['’]", "‘", name)
    yield "capitals", str.upper
    yield "capitals at the beginnings of words", _capitalised
    yield "a line break inside", lambda name: re.sub(r"(?<=\w) (?=\w)", "\n", name, count=1)
    yield "spaces that do not break", lambda name: name.replace(" ", "\u00a0")
    yield "hyphens that do not break", lambda name: re.sub(r"-(?=\w)", "\u2011", name)
    yield "the last two words with a hyphen", lambda name: re.sub(r"(?<=\w)\s(?=\w+$)", "-", name)
    yield "a number with a hyphen", lambda name: re.sub(r"(?<=[A-Z])(?=\d)", "-", name)
    yield (
        "hyphens for line ends inside words",
        lambda name: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", name),
    )
    for marks in ("“”", "‘’", "«»", '""'):
        yield f"in quotation marks {marks}", _quoting(marks)


def _quoting(marks: str) -> Way:
    return lambda name: marks[0] + name + marks[1]


def _capitalised(name: str) -> str:
    made = name
    for word in reversed(pieces(name)):
        made = replaced(made, word, word.text.capitalize())
    return made


def _long_vowels(name: str) -> str:
    """The last vowel but one of each long word with a macron, as scholars write."""
    made = name
    for word in reversed(pieces(name)):
        vowels = [place for place, char in enumerate(word.text) if char in "aiuAIU"]
        if len(word.text) > 4 and vowels:
            place = vowels[-2] if len(vowels) > 1 else vowels[-1]
            letter = word.text[place].translate(_LONG_VOWELS)
            made = replaced(made, word, word.text[:place] + letter + word.text[place + 1 :])
    return made


def _words(surfaces: Sequence[str], chance: random.Random) -> list[tuple[str, Way]]:
    """One word spelled otherwise wherever the party is called by it, in an order of chance."""
    words = sorted({piece.text.casefold() for surface in surfaces for piece in pieces(surface)})
    found: dict[tuple[str, str], str] = {}
    for word in words:
        if len(word) < 4 or word in _ENGLISH:
            continue
        for way in (romanised, phonetic):
            for _ in range(_DRAWS):
                other = way(chance, word)
                if other and other != word:
                    found.setdefault((word, other), f"{word} as {other}, {way.__name__}")
    changes = list(found.items())
    chance.shuffle(changes)
    return [(told, _exchanging(word, other)) for (word, other), told in changes]


def _exchanging(word: str, other: str) -> Way:
    def exchanged(name: str) -> str:
        for piece in reversed(pieces(name)):
            if piece.text.casefold() == word:
                like = piece.text
                new = other.upper() if like.isupper() else other.capitalize() if like[0].isupper() else other
                name = replaced(name, piece, new)
        return name

    return exchanged
