"""Spellings that sound alike, as equal keys.

Four keys of a romanised word, each looser than the one before:

* *light*: one spelling for what romanisations merely write differently (`q`/`k`, `ou`/`u`/`o`,
  `ee`/`i`/`e`, doubled letters, final `h`): Qasem, Qassim and Kasem are one;
* *strong*: neighbouring sounds too (`d`/`t`, `z`/`s`, `b`/`p`, `kh`/`h`): Bashar and Pashar are one;
* *bones*: the consonants of the light key, a first vowel kept as `a`: what an abjad writes;
* *skeleton*: the consonants of the strong key.

A word that keeps the letters of its script has several keys, because it can be read in several ways:
`readings` gives them. A Latin word too may be of several languages: `names/languages.py`.

Source of the correspondences: ALA-LC, BGN/PCGN and ISO romanisations of Arabic, Persian, Russian,
Ukrainian and Hebrew side by side; where they spell one letter differently, the spellings are merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from namesake.model.scripts import script_of
from namesake.names import abjad, han, hangul
from namesake.names.writing import ABJADS

__all__ = [
    "DOUBLED",
    "LEARNT",
    "STRONGER",
    "VOWELS",
    "abjad_bones",
    "abjad_skeletons",
    "bones",
    "consonants",
    "light",
    "light_anew",
    "readings",
    "skeleton",
    "sounds_of",
    "spoken_skeletons",
    "strong",
    "stronger",
    "ways_to_read",
    "without_article",
]

# Longest first; `$` is sh, `c` is ch, `x` is kh, after which single letters follow.
_SOUNDS: Final = {
    "tsch": "c", "shch": "$c", "tch": "c", "sch": "$", "dzh": "j", "dsh": "j", "kh": "x", "gh": "g",
    "ph": "f", "sh": "$", "ch": "c", "zh": "j", "th": "t", "dh": "d", "dj": "j", "ck": "k", "tz": "ts",
    "tj": "c", "sj": "$", "zj": "j", "qu": "k",
    "ou": "u", "oo": "u", "ow": "u", "oe": "u", "ue": "u", "uu": "u", "eu": "u", "wu": "u",
    "ae": "a", "aa": "a", "ai": "i", "ay": "i", "ei": "i", "ey": "i", "ee": "i", "ie": "i", "iy": "i",
    "ij": "i", "yi": "i", "ii": "i", "yy": "i", "ye": "i", "aw": "au", "ao": "au",
    "q": "k", "x": "ks", "o": "u", "e": "i", "y": "i", "w": "v",
}  # fmt: skip
# `ij` is a vowel in Dutch and at the end of Slavic names, a consonant before vowels (Hijazi, Khadija);
# x is ks (Maxim, Aleksandr) but for a first one (Xi, Xavier); the u of French and Spanish que and qui is
# silent.
_ONLY_WHERE: Final = {"ij": "ij(?![aeiou])", "x": "x(?<=.x)", "qu": "qu(?=[ei])"}
_SINGLE: Final = frozenset("qoeyw")
_LETTERS: Final = tuple((sound, heard) for sound, heard in _SOUNDS.items() if sound in _SINGLE)


def _by_first(sounds: Iterable[str]) -> Iterator[str]:
    """The sounds of more letters as patterns, one for each first letter: a search skips all other letters."""
    for first, same in groupby(sorted(sounds, key=lambda sound: (sound[0], -len(sound))), itemgetter(0)):
        yield first + "(?:" + "|".join(_ONLY_WHERE.get(sound, sound)[1:] for sound in same) + ")"


_SOUND: Final = re.compile(f"({'|'.join(_by_first(sound for sound in _SOUNDS if sound not in _SINGLE))})")
DOUBLED: Final = re.compile(r"(.)(?=\1)")
"""A letter before the same letter, as it is taken out of keys."""
STRONGER: Final = str.maketrans("dzbgx$j", "tspkhsc")
# Abd al-X is one name, "servant of X": Abdulrahman, Abdel Rahman, Abdurrahman, Abd-ar-Rahman, Abdullah
# and Abdulla; the article is dropped also where a space follows it. Abdoulaye is a name of its own.
_ABD: Final = re.compile(
    r"^abd(?:(?:ou|[aeiou])(?:l(?!ay)|([dnrstz])(?=\1))(?=.{3}|la$)|(?:ou|[aeiou])l$|(?:ou|[aeou])[rs]$)"
)
# The vowel before Allah is an ending of the word before it: Hizballah, Hezbollah, Hizbullah.
_ALLAH: Final = re.compile(r"(?<=...)(?:[aeiou]llah|ulla)$")
VOWELS: Final = "aiu"
_ARTICLES: Final = ("al", "el", "ul")


class Learnt(NamedTuple):
    """What `names/together.py` has just worked out: keys of words, and of light or strong keys."""

    light: dict[str, str]
    stronger: dict[str, str]
    consonants: dict[str, str]
    bones: dict[str, tuple[str, ...]]
    skeletons: dict[str, tuple[str, ...]]


LEARNT: Final = Learnt({}, {}, {}, {}, {})
_LEARNT_LIGHT, _LEARNT_STRONGER, _LEARNT_CONSONANTS, *_ = LEARNT


def light_anew(word: str) -> str:
    """The light key of a romanised word, remembered by none: for what is met once, as most runs of words are.

    >>> light("qassem") == light("kasim"), light("mohammed") == light("muhammad")
    (True, False)
    """
    if known := _LEARNT_LIGHT.get(word):
        return known
    # After Abd the rest is read by itself: the h of Abd al-Hamid does not soften the d before it.
    start, rest = ("abd", _ABD.sub("abd", word)[3:]) if word.startswith("abd") else ("", word)
    if "lla" in rest:
        rest = _ALLAH.sub("alah", rest)
    key = DOUBLED.sub("", start + sounds_of(rest))
    if len(key) > 3 and key[-1] == "h" and key[-2] in VOWELS:
        key = key[:-1]
    return key or word


light = lru_cache(maxsize=1 << 16)(light_anew)


def sounds_of(text: str) -> str:
    """A word, or several one a line, with one letter or two for each sound."""
    # What is found stands at each second place: half the time of a function asked for each.
    parts = _SOUND.split(text)
    if len(parts) > 1:
        parts[1::2] = [_SOUNDS[found] for found in parts[1::2]]
        text = "".join(parts)
    for letter, heard in _LETTERS:  # in half the time of `translate`
        text = text.replace(letter, heard)
    return text


@lru_cache(maxsize=1 << 16)
def strong(word: str) -> str:
    """The strong key of a romanised word."""
    return stronger(light(word))


def stronger(key: str) -> str:
    """The strong key of a light key."""
    if known := _LEARNT_STRONGER.get(key):
        return known
    return DOUBLED.sub("", key.translate(STRONGER))


def bones(word: str) -> str:
    """The consonants of a romanised word's light key; a first vowel stays, as `a`."""
    return consonants(light(word))


def skeleton(word: str) -> str:
    """The consonants of a romanised word's strong key; a first vowel stays, as `a`."""
    return consonants(strong(word))


def consonants(key: str) -> str:
    """The consonants of a light or strong key: its bones or skeleton."""
    if known := _LEARNT_CONSONANTS.get(key):
        return known
    rest = key
    for vowel in VOWELS:
        rest = rest.replace(vowel, "")
    rest = DOUBLED.sub("", rest)
    if len(rest) > 1 and rest[-1] == "h":
        rest = rest[:-1]
    return ("a" if key[:1] in VOWELS else "") + rest


def without_article(word: str) -> str | None:
    """The word without an Arabic article written on to it (`alfayyad`); None when there is none.

    Also with the article assimilated to the letter after it (`ashshami`).
    """
    if len(word) >= 6 and word[:2] in _ARTICLES:
        return word[2:]
    if len(word) >= 7 and word[0] in "ae":
        for size in (1, 2):
            if word[1 : 1 + size] == word[1 + size : 1 + 2 * size] and word[1] not in "aeiou":
                return word[1 + size :]
    return None


@lru_cache(maxsize=1 << 14)
def abjad_bones(word: str) -> tuple[str, ...]:
    """The bones an Arabic, Hebrew or Syriac word may have, at most a few dozen, best guess first.

    >>> "ksm" in abjad_bones("قاسم"), "slmn" in abjad_bones("سليماني")
    (True, True)
    """
    known = LEARNT.bones.get(word)
    return _told_apart(map(consonants, ways_to_read(word, strong=False))) if known is None else known


@lru_cache(maxsize=1 << 14)
def abjad_skeletons(word: str) -> tuple[str, ...]:
    """The skeletons an Arabic, Hebrew or Syriac word may have, best guess first."""
    known = LEARNT.skeletons.get(word)
    if known is None:
        known = _told_apart(map(consonants, ways_to_read(word, strong=True)))
    return known[:_MOST_SKELETONS]


def ways_to_read(word: str, *, strong: bool) -> list[str]:
    """The light or strong keys of an abjad's word without most of the vowels, best guess first."""
    found: list[str] = []
    for stem in abjad.stems(word):
        choices = abjad.consonants(stem)
        for each, most in ((choices, _MOST_READINGS), (_merged(choices), 8)):
            if strong:
                each = [tuple(dict.fromkeys(one.translate(STRONGER) for one in letter)) for letter in each]
            found += _likeliest(each, most)
    return found


def _told_apart(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, keys)))


def _merged(choices: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The choices where two letters look like the digraph of one sound in Latin: Ishaq, Azhar, Fathi."""
    found: list[tuple[str, ...]] = []
    merged = False
    for each in choices:
        if found and (met := _MET.get(found[-1][0] + each[0])):
            found[-1] = (met,)
            merged = True
        else:
            found.append(each)
    return found if merged else []


_MET: Final = {
    "sh": "$", "zh": "j", "dh": "d", "th": "t", "kh": "x", "tj": "c", "dj": "j", "sj": "$", "zj": "j",
    "d$": "j", "tsh": "j",
}  # fmt: skip
_MOST_READINGS: Final = 32
_MOST_SKELETONS: Final = 16


def _likeliest(choices: Sequence[tuple[str, ...]], most: int) -> list[str]:
    """At most so many ways to choose one of each, those that take few unlikely ones first."""
    if not choices:
        return []
    levels = [[""]]  # what has been chosen so far, by how unlikely it is
    sure = ""  # what follows in any case
    for each in choices:
        if len(each) == 1:
            sure += each[0]
            continue
        further: list[list[str]] = [[] for _ in range(len(levels) + len(each) - 1)]
        for cost, keys in enumerate(levels):
            for place, one in enumerate(each):
                further[cost + place] += [key + sure + one for key in keys]
        levels, sure, left = [], "", most
        for keys in further:
            if left > 0:
                levels.append(keys[:left])
            left -= len(keys)
    return [key + sure for keys in levels for key in keys]


@lru_cache(maxsize=1 << 14)
def spoken_skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of what a Hangul word may stand for by its sound."""
    sounds = hangul.sounds(hangul.in_syllables(word))
    choices = [tuple(one.strip() for one in each) for each in sounds]
    keys = (consonants(key) for key in _likeliest(choices, _MOST_SPOKEN))
    return tuple(dict.fromkeys(key for key in keys if key))


_MOST_SPOKEN: Final = 64


@lru_cache(maxsize=1 << 14)
def readings(text: str) -> tuple[str, ...]:
    """What a native word may be read as: light keys of Hangul and Han, bones of an abjad.

    Syllables may be joined (`정은` as in Jongun). At most 16, likeliest first; of an abjad a few more.

    >>> light("kim") in readings("김"), light("jongun") in readings("정은"), readings("金")[:1]
    (True, True, ('jin',))
    """
    script = script_of(text)
    if script in ABJADS:
        return abjad_bones(text)
    if script not in ("Hang", "Hani"):
        return ()
    text = hangul.in_syllables(text)
    spelled = _likeliest([_spellings(char) for char in text], 24 if len(text) == 1 else 64)
    return tuple(dict.fromkeys(map(light, spelled)))[:_MOST_LIGHT_READINGS]


_MOST_LIGHT_READINGS: Final = 16


@lru_cache(maxsize=1 << 12)
def _spellings(char: str) -> tuple[str, ...]:
    """Spellings of one syllable or character, of those with equal light keys one."""
    if hangul.SYLLABLE.match(char):
        spelled: tuple[str, ...] = hangul.spellings(char)
    else:
        as_korean = [hangul.spellings(syllable) for syllable in han.korean(char)]
        spelled = (*han.spellings(char), *(one for each in as_korean for one in each))
    return tuple({light(one): one for one in reversed(spelled)}.values())[::-1] or ("",)
