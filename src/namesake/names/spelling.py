"""Spellings that sound alike, as equal keys.

Four keys of a romanised word, each looser than the one before:

* *light*: one spelling for what romanisations merely write differently (`q`/`k`, `ou`/`u`/`o`,
  `ee`/`i`/`e`, doubled letters, final `h`): Qasem, Qassim and Kasem are one;
* *strong*: neighbouring sounds too (`d`/`t`, `z`/`s`, `b`/`p`, `kh`/`h`): Bashar and Pashar are one;
* *bones*: the consonants of the light key, a first vowel kept as `a`: what an abjad writes;
* *skeleton*: the consonants of the strong key.

An abjad word has several bones, because its letters can be read in several ways. Latin words have
one, so a word in Arabic or Hebrew meets the Latin ones it may stand for.

Source of the correspondences: ALA-LC, BGN/PCGN and ISO romanisations of Arabic, Persian, Russian,
Ukrainian and Hebrew side by side; where they spell one letter differently, the spellings are merged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final

__all__ = ["abjad_bones", "bones", "light", "skeleton", "strong", "without_article"]

# Longest first; `$` is sh, `c` is ch, `x` is kh, after which single letters follow.
_SOUNDS: Final = {
    "tsch": "c", "shch": "$c", "tch": "c", "sch": "$", "dzh": "j", "dsh": "j", "kh": "x", "gh": "g",
    "ph": "f", "sh": "$", "ch": "c", "zh": "j", "th": "t", "dh": "d", "dj": "j", "ck": "k", "tz": "ts",
    "tj": "c", "sj": "$", "zj": "j",
    "ou": "u", "oo": "u", "ow": "u", "oe": "u", "ue": "u", "uu": "u", "eu": "u", "wu": "u",
    "ae": "a", "aa": "a", "ai": "i", "ay": "i", "ei": "i", "ey": "i", "ee": "i", "ie": "i", "iy": "i",
    "ij": "i", "yi": "i", "ii": "i", "yy": "i", "ye": "i", "aw": "au", "ao": "au",
    "q": "k", "x": "ks", "o": "u", "e": "i", "y": "i", "w": "v",
}  # fmt: skip
# `ij` is a vowel in Dutch and at the end of Slavic names, a consonant before vowels (Hijazi, Khadija);
# x is ks (Maxim, Aleksandr) but for a first one (Xi, Xavier).
_ONLY_WHERE: Final = {"ij": "ij(?![aeiou])", "x": "(?<=.)x"}
_SOUND: Final = re.compile("|".join(_ONLY_WHERE.get(sound, sound) for sound in _SOUNDS))
_DOUBLED: Final = re.compile(r"(.)\1+")
_STRONGER: Final = str.maketrans("dzbgx$j", "tspkhsc")
# Abd al-X is one name, "servant of X": Abdulrahman, Abdel Rahman, Abdurrahman, Abd-ar-Rahman, Abdullah
# and Abdulla; the article is dropped also where a space follows it. Abdoulaye is a name of its own.
_ABD: Final = re.compile(
    r"^abd(?:(?:ou|[aeiou])(?:l(?!ay)|([dnrstz])(?=\1))(?=.{3}|la$)|(?:ou|[aeiou])l$|(?:ou|[aeou])[rs]$)"
)
# The vowel before Allah is an ending of the word before it: Hizballah, Hezbollah, Hizbullah.
_ALLAH: Final = re.compile(r"(?<=...)(?:[aeiou]llah|ulla)$")
_VOWELS: Final = "aiu"
_ARTICLES: Final = ("al", "el", "ul")


@lru_cache(maxsize=1 << 16)
def light(word: str) -> str:
    """The light key of a romanised word.

    >>> light("qassem") == light("kasim"), light("mohammed") == light("muhammad")
    (True, False)
    """
    # After Abd the rest is read by itself: the h of Abd al-Hamid does not soften the d before it.
    start, rest = ("abd", _ABD.sub("abd", word)[3:]) if word.startswith("abd") else ("", word)
    key = _DOUBLED.sub(r"\1", start + _sounds(_ALLAH.sub("alah", rest)))
    if len(key) > 3 and key[-1] == "h" and key[-2] in _VOWELS:
        key = key[:-1]
    return key or word


def _sounds(word: str) -> str:
    return _SOUND.sub(lambda found: _SOUNDS[found[0]], word)


@lru_cache(maxsize=1 << 16)
def strong(word: str) -> str:
    """The strong key of a romanised word."""
    return _DOUBLED.sub(r"\1", light(word).translate(_STRONGER))


def bones(word: str) -> str:
    """The consonants of a romanised word's light key; a first vowel stays, as `a`."""
    return _consonants(light(word))


def skeleton(word: str) -> str:
    """The consonants of a romanised word's strong key; a first vowel stays, as `a`."""
    return _consonants(strong(word))


def _consonants(key: str) -> str:
    rest = "".join(char for char in key if char not in _VOWELS)
    rest = _DOUBLED.sub(r"\1", rest)
    if len(rest) > 1 and rest[-1] == "h":
        rest = rest[:-1]
    return ("a" if key[:1] in _VOWELS else "") + rest


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


# Each letter of an abjad with the light keys it may stand for; "" where it may be a vowel or silent.
_READINGS: Final[dict[str, tuple[str, ...]]] = {
    "ا": ("",), "ب": ("b",), "پ": ("p",), "ت": ("t",), "ث": ("t", "s"), "ج": ("j", "g"), "چ": ("c",),
    "ح": ("h",), "خ": ("x",), "د": ("d",), "ذ": ("d", "z", "t"), "ر": ("r",), "ز": ("z",), "ژ": ("j",),
    "س": ("s",), "ش": ("$",), "ص": ("s",), "ض": ("d", "z"), "ط": ("t",), "ظ": ("z", "d", "t"), "ع": ("",),
    "غ": ("g",), "ف": ("f",), "ق": ("k", "g"), "ك": ("k",), "گ": ("g",), "ل": ("l",), "م": ("m",),
    "ن": ("n",), "ه": ("h", ""), "و": ("", "v"), "ي": ("",),
    "א": ("",), "ב": ("b", "v"), "ג": ("g", "j"), "ד": ("d",), "ה": ("h", ""), "ו": ("", "v"),
    "ז": ("z", "j"), "ח": ("h", "x", "c"), "ט": ("t",), "י": ("",), "כ": ("k", "x", "c"), "ל": ("l",),
    "מ": ("m",), "נ": ("n",), "ס": ("s",), "ע": ("",), "פ": ("p", "f"), "צ": ("ts", "z", "c"), "ק": ("k",),
    "ר": ("r",), "ש": ("$", "s"), "ת": ("t",),
}  # fmt: skip
# Written as h, read as t before another word: Harakat an-Nujaba, Rahmat Allah.
_FEMININE_ENDINGS: Final = "ه"
# Two letters that in Latin look like the digraph of a single sound: Ishaq, Azhar, Fathi.
_MEETING: Final = re.compile("[سصزكدتط][حه]")
_MET: Final = re.compile("[szkdt]h")
_SILENT_FIRST: Final = "اعيאעי"
_MOST_READINGS: Final = 32
# The article inside a name written as one word, where Latin letters drop or assimilate it: servants of
# God's names (Abdulkarim) and lights, swords and suns of the faith (Nooruddin).
_INNER_ARTICLE: Final = re.compile("(?<=^عبد)ال(?=..)|(?<=..)ال(?=دين$)")


@lru_cache(maxsize=1 << 14)
def abjad_bones(word: str) -> tuple[str, ...]:
    """The bones an Arabic or Hebrew word may have, at most a few dozen, best guess first.

    >>> "ksm" in abjad_bones("قاسم"), "slmn" in abjad_bones("سليماني")
    (True, True)
    """
    found: dict[str, None] = {}
    word = _INNER_ARTICLE.sub("", word)
    stems = [word]
    if len(word) > 3 and word.startswith("ال") and word != "الله":
        stems.append(word[2:])
    for stem in stems:
        choices = [_READINGS.get(letter, ("",)) for letter in stem]
        if stem[-1] in _FEMININE_ENDINGS:
            choices[-1] = (*choices[-1], "t")
        first = "a" if stem[0] in _SILENT_FIRST else ""
        for number, reading in enumerate(product(*choices)):
            if number >= _MOST_READINGS:
                break
            key = _consonants(first + "".join(reading))
            if key:
                found[key] = None
                if _MEETING.search(stem):
                    found[_MET.sub(lambda met: _SOUNDS[met[0]], key)] = None
    return tuple(found)
