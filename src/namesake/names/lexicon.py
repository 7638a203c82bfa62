"""Words with a known part to play in names: titles, particles, legal forms, names for the same name.

The data is `persons.toml`, `given_names.toml`, `organisations.toml` and `places.toml`; it belongs to the
scoring version, because changing it changes scores.

Each file holds a few long texts rather than many keys, and its words stand as `words_of` writes them (the
tests see to it): so reading all of it takes a few milliseconds.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from namesake.model.countries import country_code
from namesake.names.writing import words_of

__all__ = ["Lexicon", "Phrases", "lexicon", "place_of"]

FILES: Final = ("persons.toml", "given_names.toml", "organisations.toml", "places.toml")

_ARTICLE: Final = "ال"
_ARABIC: Final = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")

_SYLLABLE: Final = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")


class Phrases(dict[tuple[str, ...], str]):
    """Phrases as tuples of words, each with the canonical name of its class."""

    def __init__(self, phrases: Mapping[tuple[str, ...], str]) -> None:
        super().__init__(phrases)
        # How many words the phrases have that begin with a word, longest first.
        self._sizes: dict[str, list[int]] = {}
        for phrase in phrases:
            sizes = self._sizes.setdefault(phrase[0], [])
            sizes += [] if len(phrase) in sizes else [len(phrase)]
            sizes.sort(reverse=True)

    def longest_at(self, words: Sequence[str], start: int = 0) -> tuple[str | None, int]:
        """The class of the longest phrase that begins with the word at `start`, and of how many it is."""
        for size in self._sizes.get(words[start], ()):
            if start + size <= len(words) and (name := self.get(tuple(words[start : start + size]))):
                return name, size
        return None, 0


class Lexicon(NamedTuple):
    """The reviewed word lists, each word as `words_of` writes it.

    Of persons' names:

    Attributes:
        particles: articles, prepositions and words of descent that join the parts of a name.
        particles_sometimes: those of them that are names too (Le, Do, Ben): particles only between other
            words, where a family name remains.
        kunya: "father of", "mother of": with the word after them a name of its own.
        titles: ranks and forms of address that are nobody's name.
        titles_after: those that follow the name (Bey, Sahib).
        titles_after_phrases: those of Chinese, Japanese and Korean, a syllable a word.
        titles_or_names: titles that are also borne as names (Amir, Sultan, King).
        suffixes: what follows a name: junior, III, MBE.
        familiar: a given name with the classes it belongs to; names that share one are called by each
            other (Bill, William). A class goes by its fullest form.
        equivalents: the same for one name in several languages (Vladimir, Volodymyr).

    Of organisations' names:

    Attributes:
        legal: phrases of a legal form, with the form's canonical name.
        abbreviations: words as they are shortened, with the word they stand for.
        stop: words that may be left out.
        generic: words that tell little.
        numbers: number words and ordinals, with their digits.
        roman: Roman numerals of two letters and more, with their digits.
        words: words of organisations' names with the English name of the class of their translations.
        phrases: the same for phrases of several words, and for Chinese and Korean, a syllable a word.
        places: countries, their adjectives and cities; a country by its code, a city by its English name.
        seldom_places: names of countries in some language that organisations bear in another sense.
        expansions: acronyms with the words they stand for.
    """

    particles: frozenset[str]
    particles_sometimes: frozenset[str]
    kunya: frozenset[str]
    titles: frozenset[str]
    titles_after: frozenset[str]
    titles_after_phrases: frozenset[tuple[str, ...]]
    titles_or_names: frozenset[str]
    suffixes: frozenset[str]
    familiar: Mapping[str, frozenset[str]]
    equivalents: Mapping[str, frozenset[str]]
    legal: Phrases
    abbreviations: Mapping[str, str]
    stop: frozenset[str]
    generic: frozenset[str]
    numbers: Mapping[str, str]
    roman: Mapping[str, str]
    words: Mapping[str, str]
    phrases: Phrases
    places: Phrases
    seldom_places: frozenset[str]
    expansions: Mapping[str, tuple[str, ...]]


@cache
def lexicon() -> Lexicon:
    """The lexicon shipped with this version; read once."""
    data: dict[str, Any] = {}
    for name in FILES:
        text = pkgutil.get_data(__name__, name)
        assert text is not None, f"{name} is part of the package"  # noqa: S101
        data |= tomllib.loads(text.decode())
    legal, phrases = _phrases(data["legal"]["rows"]), _phrases(data["phrases"]["rows"])
    places = _phrases(data["places"]["rows"])
    words = _by_word(data["words"]["rows"])
    # Arabic writes its article on to the word.
    words |= {_ARTICLE + word: name for word, name in words.items() if _takes_article(word)}
    places |= {
        (_ARTICLE + phrase[0],): name
        for phrase, name in places.items()
        if len(phrase) == 1 and _takes_article(phrase[0])
    }
    generic = _words(data["generic"])
    return Lexicon(
        particles=_words(data["particles"]),
        particles_sometimes=_words(data["particles_sometimes"]),
        kunya=_words(data["kunya"]),
        titles=_words(data["titles"]),
        titles_after=_words(data["titles_after"]),
        titles_after_phrases=frozenset(_phrases("after:" + data["titles_after"]["phrases"])),
        titles_or_names=_words(data["titles_or_names"]),
        suffixes=_words(data["suffixes"]),
        familiar=_classes(data["familiar"]),
        equivalents=_classes(data["equivalents"]),
        legal=Phrases(legal),
        abbreviations=_by_word(data["abbreviations"]["rows"]),
        stop=_words(data["stop"]),
        # A translation of a word that tells little tells little.
        generic=generic.union(word for word, name in words.items() if name in generic),
        numbers=_by_word(data["numbers"]["rows"]),
        roman=_by_word(data["roman"]["rows"]),
        words=words,
        phrases=Phrases(phrases),
        places=Phrases(places),
        seldom_places=_words(data["seldom_places"]),
        expansions={acronym: tuple(words.split()) for acronym, words in _rows(data["expansions"]["rows"])},
    )


@lru_cache(maxsize=1 << 14)
def place_of(phrase: str) -> str | None:
    """The place that words of an organisation's name say, in any script; None when they name none.

    A country is its code in `model/countries.tsv`, a city or region its English name.

    >>> place_of("Deutschland"), place_of("Wien"), place_of("كوبا"), place_of("acme")
    ('de', 'vienna', 'cu', None)
    """
    if phrase.isascii() and phrase.isalpha():
        words: tuple[str, ...] = (phrase.lower(),)
    else:
        words = tuple(word.text for word in words_of(phrase))
    # Two and three letters are codes of countries, but words in names: al, de, in, can, per.
    place = lexicon().places.get(words)
    if place is None and len("".join(words)) > 3 and not lexicon().seldom_places.issuperset(words):
        place = country_code(phrase)
    return place


def _takes_article(word: str) -> bool:
    return word[:1] in _ARABIC and word[:2] != _ARTICLE


def _rows(text: str) -> Iterator[tuple[str, str]]:
    """Lines of "name: ..." as pairs."""
    for line in text.split("\n"):
        if line:
            name, _, rest = line.partition(":")
            yield name, rest


def _by_word(text: str) -> dict[str, str]:
    return {word: name for name, rest in _rows(text) for word in rest.split()}


def _phrases(text: str) -> dict[tuple[str, ...], str]:
    return {_phrase(phrase): name for name, rest in _rows(text) for phrase in rest.split("|")}


def _phrase(text: str) -> tuple[str, ...]:
    """The words of a phrase: of Chinese and Korean its characters, of everything else as they stand."""
    if _SYLLABLE.search(text):
        return tuple(word.text for word in words_of(text))
    return tuple(text.split())


def _classes(group: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in group["classes"].split("\n"):
        members = line.split()
        for member in members:
            found.setdefault(member, set()).add(members[0])
    return {member: frozenset(classes) for member, classes in found.items()}


def _words(group: Mapping[str, str]) -> frozenset[str]:
    return frozenset(group["words"].split())
