"""The keys of a romanised word in the languages it may be spelled in.

`light` reads a word in one way. French `ch` is sh and German `ch` is kh, Egyptian `g` is j; `c` is k before
a and s before e; Slavic names are respelled by every language of Europe (`names/slavic.py`). `lights` gives
the keys of the word read so: two spellings of one name share one. `sounded` gives more of them, for comparing
with a word of another script, where sound is all there is.

Sources: the spelling rules of French, Spanish, German, Hungarian, Polish and the languages of
`names/slavic.py`; Persian beside Arabic in ALA-LC.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from namesake.names.slavic import GIVEN_NAMES, PATRONYMIC, respelled
from namesake.names.spelling import DOUBLED, VOWELS, light, light_anew, without_article

__all__ = ["LEARNT", "heard", "lights", "lights_anew", "lights_learnt", "parted", "respellings", "sounded"]

_MOST_LIGHTS: Final = 8
_PATRONYMIC_ENDS: Final = ("vic", "vna", "una")
# A pattern that begins with its letter is found soonest; what stands before it is looked at then.
_HARD_C: Final = re.compile("c(?:(?=[aoulrtdnsmpkbfgqvw])|(?<=[aeiournl]c)$)")
_SOFT_C: Final = re.compile("c(?<!^c)(?=[eiya]|oi)")
_FINAL_CH: Final = re.compile("ch(?![aeiou])")
_CH: Final = re.compile("ch(?<![stc]ch)")
LEARNT: Final[tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]] = ({}, {})
"""Respellings and light keys of words that `names/together.py` has just worked out."""
_LEARNT_RESPELLED, _LEARNT_LIGHTS = LEARNT
# Persian v is Arabic w: Javad, Jawad.
_W: Final = re.compile("w(?<=[aeio]w)(?=[aeiouy])")
_YOD: Final = re.compile("(?<![dstzcl])j(?=[aeiouy])|(?<=[aeio])j")
# The faith in names of the faith's light, sword or sun, with an article that is assimilated or not.
_DIN: Final = re.compile("(?<=..)[aeiou](?:l|d)?d(?:i|ee|y|ie)ne?$")


def lights_anew(word: str) -> tuple[str, ...]:
    """All light keys of a romanised word, its own first: one for each language it may be spelled in.

    Remembered by none, as `light_anew` is.

    >>> light("carlos") == light("karlos"), set(lights("carlos")) & set(lights("karlos"))
    (False, {'karlus'})
    """
    if known := _LEARNT_LIGHTS.get(word):
        return known
    return _with_names(word, [light_anew(each) for each in (word, *respellings(word))])


lights = lru_cache(maxsize=1 << 16)(lights_anew)


def lights_learnt(
    respelled: Mapping[str, tuple[str, ...]], light: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """`lights_anew` of each of these words, which come with their respellings and the light keys of both."""
    names, _ = _given()
    for word, others in respelled.items():
        key = light[word]
        if others:
            yield _with_names(word, [key, *[light[each] for each in others]])
        # Most words are of one language, and no names of several.
        elif word in names or key.endswith(_PATRONYMIC_ENDS):
            yield _with_names(word, [key])
        else:
            yield (key,)


def _with_names(word: str, keys: list[str]) -> tuple[str, ...]:
    """These light keys of a word once each, and those that it has as a name of several languages."""
    found = dict.fromkeys(keys)
    names, stems = _given()
    if russian := names.get(word):
        found[russian] = None
    for key in tuple(found):
        if key.endswith(_PATRONYMIC_ENDS) and len(key) > 7 and (match := PATRONYMIC.fullmatch(key)):
            stem = stems.get(match[1], match[1])
            found[stem + ("uvic" if match[2] == "vic" else "uvna")] = None
    return tuple(found)[:_MOST_LIGHTS]


def respellings(word: str) -> tuple[str, ...]:
    """The word as English would spell it, were it French, Spanish, Slavic, German, ..."""
    if (known := _LEARNT_RESPELLED.get(word)) is not None:
        return known
    found: list[str] = []
    if "c" in word:
        hard = _HARD_C.sub("k", word)
        if hard != word:
            found.append(hard)
        soft = _SOFT_C.sub("s", word)
        if soft != word:
            found.append(_HARD_C.sub("k", soft))
        if len(word) >= 5 and (place := word.find("ch", 1)) > 0 and word[place - 1] not in "stc":
            found += [_CH.sub("sh", hard), _CH.sub("kh", hard)]
        elif len(word) >= 6 and word.startswith("ch"):
            found.append("sh" + hard[2:])  # French; German and Polish begin few words with it
        if "chr" in word or "chl" in word:
            found.append(hard.replace("ch", "k"))
    if "w" in word and _W.search(word):
        found.append(_W.sub("v", word))
    if "d" in word and word[-1] in "ne" and len(word) >= 6 and _DIN.search(word):
        found.append(_DIN.sub("udin", word))
    if "cz" in word or "sz" in word:
        found.append(word.replace("cz", "ch").replace("sz", "sh"))
    if word[:2] == "hs":
        found.append("x" + word[2:])  # Wade and Giles's Chinese
    if word in _EGYPTIAN:
        found.append(re.sub("gu(?=i)|gg?", "j", word))
    return (*found, *respelled(word))


# Arabic names with a letter that Egyptians read as g, others as j.
_WITH_G: Final = """
farag farrag gaafar gaber gabir gabr gad galal gamal gamil gawad gawdat gibril gihad gomaa gouda
guma hagag hagar haggag hegazi hegazy higazi khafaga magd magda magdi magdy maged magid maguid
mahgoub mahgub mogahed mugahid nagah nagat nageeb nagi nagib nagm naguib nagwa nagy negm ragab ragai
ragi sagid shagar tag tageldin wagdi wagdy wageeh wagih
"""
_EGYPTIAN: Final = frozenset(_WITH_G.split())


@cache
def _given() -> tuple[dict[str, str], dict[str, str]]:
    """The light key of the Russian form for given names, and their stems for the stem of a patronymic."""
    names: dict[str, str] = {}
    stems: dict[str, str] = {}
    for group in GIVEN_NAMES.split("|"):
        spelled = group.split()
        russian = light(spelled[0])
        for name in spelled:
            for one in (name, *respelled(name)):
                names.setdefault(one, russian)
                stems.setdefault(light(one).rstrip(VOWELS), russian.rstrip(VOWELS))
    return names, stems


@lru_cache(maxsize=1 << 15)
def sounded(word: str) -> tuple[str, ...]:
    """The light keys of a romanised word as other scripts write its sound; `lights` and some more.

    An article that is part of a Latin word is not always written in another script.
    """
    found = dict.fromkeys(map(light, heard(word)))
    if bare := without_article(word):
        found.update(dict.fromkeys(lights(bare)))
    found.update(dict.fromkeys(lights(word)))
    return tuple(found)[:_MOST_SOUNDED]


@lru_cache(maxsize=1 << 14)
def heard(word: str) -> tuple[str, ...]:
    """The word as English would spell its sound in the languages it may be of, silent letters left out."""
    words = [word, *respellings(word)]
    if word == "park":
        words.append("pak")  # an English r for a long vowel; Koreans say none
    if "j" in word and _YOD.search(word):
        words.append(_YOD.sub("y", word))
    if "c" in word:
        words.append(_HARD_C.sub("k", _FINAL_CH.sub("k", word)).replace("ci", "shi"))
        words.append(_HARD_C.sub("k", word.replace("ch", "k")))
        if "cs" in word:
            words.append(word.replace("cs", "ch"))  # Hungarian
    if _HEARD_AT_ALL.search(word):
        together = "".join(words)
        for needed, pattern, letters in _HEARD:
            if needed not in together:
                continue
            found = [sound for one in words if needed in one and (sound := pattern.sub(letters, one)) != one]
            if found:
                words = (words + found)[: 2 * _MOST_SOUNDED]
                together = "".join(words)
    return tuple(words)


_MOST_SOUNDED: Final = 16


@lru_cache(maxsize=1 << 14)
def parted(word: str) -> tuple[str, ...]:
    """Its light key were its digraphs two sounds each (Is-haq, Az-har); none without one."""
    parts = _DIGRAPH.split(word)
    return (DOUBLED.sub("", "".join(map(light, parts))),) if len(parts) > 1 else ()


_DIGRAPH: Final = re.compile("(?<=[sztdkg])(?=h)|(?<=[tdsz])(?=j)|(?<=d)(?=sh)")
# Each with a letter that a word must have for it; a search for that is quick.
_HEARD: Final = tuple(
    (needed, re.compile(pattern), letters)
    for needed, pattern, letters in (
        ("ill", "ill(?=[aeiou])", "iy"),  # French and Spanish
        ("s", "(?<=[ao]i)s$", ""),
        ("h", "^h(?=[rl])", ""),
        ("gh", "(?<!^)gh(?=[aeiou])", "h"),  # Irish
        ("gn", "gn", "n"),
        ("g", "g(?=[eiy])", "j"),
        ("e", "(?<=..[bcdfgjklmnprstvz])e$", ""),  # French and English
        ("h", "(?<=[aeiou])h(?=[bcdfgklmnpqrstvwz])", ""),  # German
        ("", "w(?=h)|(?<=w)h|w(?=r)|^k(?=n)|(?<=[aeiou])gh(?![aeiou])|(?<=[aeiou])w(?![aeiou])", ""),
        ("w", "(?<=[aeiou])w(?=[aeiou])", ""),
        ("", "(?<=.[aeiou][nr])[td]$|(?<=...[eo])t$", ""),  # French
        ("h", "^h(?=[aeiou])", ""),  # Romance
        ("j", "j", "h"),  # Spanish
        ("th", "^th", "t"),
    )
)
_HEARD_AT_ALL: Final = re.compile("|".join(pattern.pattern for _, pattern, _ in _HEARD))
