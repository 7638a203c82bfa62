"""The nominatives that a word of Russian or Ukrainian may be a case of.

Names are listed in the nominative, and texts decline them: против Владимира Путина. Each ending of a case is
taken off and each ending of a nominative put in its place that has this case so; most of what comes out is no
word, which does not matter, as it is only looked up among listed ones. Plurals are left alone: Ротенберги and
Ротенбергов are several people.

Sources: the declensions of Zaliznyak's grammatical dictionary, which surnames, given names, patronymics and
common nouns follow; the Ukrainian orthography of 2019.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

__all__ = ["CASES", "is_cyrillic", "may_be_a_woman", "may_stand_in", "nominatives", "stands_in_any_case"]

CASES: Final = "gdaip"
"""Genitive, dative, accusative, instrumental, prepositional; a man is the same in the first and the third."""

# An ending; then each nominative's ending that it may be of, and in which cases. "C" before the ending of a
# nominative: only after a consonant; "V": only after a vowel; "K": only after к, г, х, ж, ш, ч, щ.
_ENDINGS: Final = """
а    C-:ga C-о:ga
я    V-й:ga C-ь:ga V-е:g
у    C-:dp C-а:a C-о:d
ю    V-й:dp C-ь:dp -я:a V-е:d
е    C-:p C-а:dp -я:dp V-й:p C-ь:p C-о:p
и    K-а:g -я:gdp C-ь:gdp V-й:p V-е:p C-а:g
ы    C-а:g
ом   C-:i C-о:i C-ый:p C-ий:p C-ой:p C-ое:p
ем   C-:i V-й:i C-ь:i V-е:i C-ий:p
ём   C-ь:i V-й:i
єм   V-й:i
ым   C-:i C-ый:i C-ой:i C-ое:i
им   C-:i C-ий:i C-ый:i C-ой:i C-ое:i C-ій:i
ой   C-а:gdip C-ая:gdip
ою   C-а:i C-ая:i
ёй   -я:i
ей   -я:i C-а:i C-ая:gdip C-яя:gdip
ею   -я:i C-а:i
єю   V-я:i
ого  C-ый:ga C-ий:ga C-ой:ga C-ое:ga
его  C-ий:ga C-ее:ga
ому  C-ый:dp C-ий:dp C-ой:dp C-ое:dp
ему  C-ий:dp C-ее:dp
ую   C-ая:a
юю   C-яя:a
ью   C-ь:i
ові  C-:dp C-о:dp
еві  C-:dp C-ь:dp V-й:dp
єві  V-й:dp
і    C-:p C-а:dp C-я:gdp C-ь:gdp C-о:p
ї    V-я:gdp V-й:p
ої   C-а:g
ій   C-а:dp
ього C-ій:ga
ьому C-ій:dp
"""
_VOWELS: Final = frozenset("аеёиоуыэюяіїє")
_HUSHED: Final = frozenset("кгхжшчщ")
_CONSONANTS: Final = frozenset("бвгґджзйклмнпрстфхцчшщ")
# A vowel that the nominative has and the other cases lose, in given names that nobody writes otherwise.
_STEMS: Final = {"павл": "павел", "льв": "лев", "петр": "пётр"}
# Ukrainian к, г, х before the ending of the dative: Ользі.
_SOFTENED: Final = {"з": "г", "ц": "к", "с": "х"}
_SHORTEST: Final = 2
_CYRILLIC: Final = re.compile("[\u0400-\u052f]+")

# Given names of women that are also a case of a man's: Александра, Евгения.
_EITHER: Final = re.compile(
    "александра|валентина|валерия|евгения|юлия|(?:влади|стани|яро|миро|свято)слава|богдана|антонина|августина|"
    "серафима|олександра|валерія|євгенія|юлія"
)
_WOMANS: Final = re.compile(".+(?:[оеё]ва|[иыії]на|ая|[сц]ька)")


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters only."""
    return not word.isascii() and bool(_CYRILLIC.fullmatch(word))


@lru_cache(maxsize=1 << 14)
def nominatives(word: str) -> tuple[tuple[str, str], ...]:
    """What the word may be a case of, each with the cases, as letters of `CASES`; nothing of a short word.

    >>> dict(nominatives("Путиным"))["Путин"]
    'i'
    """
    found: dict[str, str] = {}
    small = word.lower()
    for size in range(1, 5):
        stem, rows = word[:-size], _table().get(small[-size:])
        if not rows or len(stem) < _SHORTEST:
            continue
        last = stem[-1].lower()
        for after, ending, cases in rows:
            fits = {"C": _CONSONANTS, "V": _VOWELS, "K": _HUSHED}.get(after)
            if fits is not None and last not in fits:
                continue
            for each in _stems(stem, ending, small[-size:]):
                found[each + ending] = "".join(sorted({*found.get(each + ending, ""), *cases}))
    return tuple(found.items())


def stands_in_any_case(word: str, beside: str) -> bool:
    """Whether a word is the same in all cases; `beside` is the nominative of another word of the name.

    Names in -о, -е, -и, -у, -ых are (Шойгу, Белых, Russian Шевченко), and a woman's that end in a consonant.
    """
    small = word.lower()
    if not is_cyrillic(small):
        return True
    if small[-1] in "оеиуюыэёії" or small.endswith(("ых", "их")):
        return True
    return small[-1] not in "ая" and beside[-1:].lower() in ("а", "я")


def may_stand_in(word: str, case: str) -> bool:
    """Whether a word may stand in a case; the nominative is the empty one, in which any word may."""
    return not case or stands_in_any_case(word, "") or any(case in cases for _, cases in nominatives(word))


def may_be_a_woman(words: Sequence[str]) -> bool:
    """Whether these words, as they stand, are a woman's name too, and not only a man's in the genitive.

    >>> may_be_a_woman(["Александра", "Иванова"]), may_be_a_woman(["Александра", "Петровича", "Иванова"])
    (True, False)
    """
    small = [word.lower() for word in words]
    return any(map(_EITHER.fullmatch, small)) and all(
        _EITHER.fullmatch(word) or _WOMANS.fullmatch(word) for word in small
    )


def _stems(stem: str, ending: str, taken: str) -> list[str]:
    """The stem as the nominative has it, which may have a vowel more, or another consonant."""
    found = [stem]
    if not ending:
        small = stem.lower()
        if small in _STEMS:
            found = [stem[0] + _STEMS[small][1:]]
        elif small.endswith("ц") and len(small) > _SHORTEST and small[-2] not in _VOWELS:
            found = [stem[:-1].rstrip("ьЬ") + "ец"]
    elif ending == "а" and taken == "і" and stem[-1] in _SOFTENED:
        found.append(stem[:-1] + _SOFTENED[stem[-1]])
    return found


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[str, str, str], ...]]:
    table = {}
    for line in _ENDINGS.strip().splitlines():
        taken, *rows = line.split()
        table[taken] = tuple(
            (after, ending, cases)
            for row in rows
            for after, _, rest in [row.partition("-")]
            for ending, _, cases in [rest.partition(":")]
        )
    return table
