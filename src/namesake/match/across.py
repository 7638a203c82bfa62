"""How alike two tokens are of which at least one keeps the letters of its script.

Such a word is compared by its readings. `keys_across` gives the keys under which the index files a word
for that, native or romanised, so that **words alike across scripts share a key**.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from namesake.match.alike import NOTHING, Alike, Reason
from namesake.model.scripts import script_of
from namesake.names import abjad, han, hangul
from namesake.names.languages import heard, lights, parted, sounded
from namesake.names.spelling import (
    abjad_bones,
    abjad_skeletons,
    consonants,
    light,
    readings,
    spoken_skeletons,
    stronger,
)
from namesake.names.writing import ABJADS

__all__ = ["across", "keys_across"]

# What agreeing is worth by the number of consonants: with the vowels that are written agreeing too, ...
_READ: Final = (0, 74, 82, 92, 95)
# ... with other vowels, ...
_SAME_BONES: Final = (0, 35, 48, 64, 75)
# ... and with neighbouring consonants, which say little in a short word.
_SAME_SKELETON: Final = (0, 0, 0, 60, 75)
_PERHAPS_SPOKEN: Final = 82  # a foreign name by its sound, if it is not Korean syllables
_LONGEST: Final = 32  # native letters whose vowels are checked; no name has more
_SYLLABLE: Final = Alike(93, Reason.SCRIPT)
_AS_KOREAN: Final = Alike(80, Reason.SCRIPT)  # most who write their names so are Chinese
# Spelled almost so: Jo is not Ju, where a name is made of three such syllables.
_NEARLY: Final = Alike(60, Reason.SCRIPT)

_OTHER_NAME: Final = Alike(55, Reason.SCRIPT)  # as Muhammad and Mahmud are in Latin letters


def across(left: str, right: str) -> Alike:
    """How alike two token texts are, at least one of them not ASCII, and why; symmetric."""
    if left == right:
        return Alike(100, Reason.EQUAL)
    if left.isascii():
        return _romanised(right, left)
    if right.isascii():
        return _romanised(left, right)
    if _script(left) == _script(right):
        return _same_script(*sorted((left, right)))
    return _two_scripts(*sorted((left, right)))


@lru_cache(maxsize=1 << 16)
def keys_across(text: str) -> tuple[str, ...]:
    """The keys of a word by which words of other scripts find it, each with a mark of its kind in front.

    `l` light keys, `k` skeletons, `h` how Hangul writes it, `=` the word or what is the same in its script.
    """
    if text.isdigit():
        return ()
    if text.isascii():
        if len(text) == 1:
            return ("l" + light(text),)
        return tuple("k" + key for key in _skeletons(text))
    script = _script(text)
    if script in ABJADS:
        bare = ["=" + stem for stem in _bare(text)]
        return (*bare, *("k" + key for key in abjad_skeletons(text)))
    syllables = tuple("l" + key for key in readings(text))
    if script == "Hang":
        spoken = tuple("k" + key for key in _spoken_skeletons(text))
        syllable = hangul.in_syllables(text)
        if len(syllable) > 1:
            return (*syllables, *spoken)
        same = "h" + syllable, *("h" + other for other in _NORTHERN.get(syllable, ""))
        return (*syllables, *spoken, *same)
    return syllables


@lru_cache(maxsize=1 << 14)
def _script(word: str) -> str:
    """The script whose readings a word has; Han also where syllables of Hangul stand among characters."""
    script = script_of(word)
    if script == "Hang" and not all(map(hangul.SYLLABLE.match, hangul.in_syllables(word))):
        return "Hani"
    return script


def _romanised(native: str, latin: str) -> Alike:
    if latin.isdigit():
        return NOTHING
    script = _script(native)
    if script in ABJADS:
        return _abjad(native, latin) if len(latin) > 1 and len(native) > 1 else NOTHING
    if script not in ("Hang", "Hani"):
        return NOTHING
    syllable = hangul.in_syllables(native) if script == "Hang" else native
    if len(syllable) == 1:
        spelled, as_korean = _spelled(syllable)
        if latin in spelled:
            return _SYLLABLE
        if latin in as_korean:
            return _AS_KOREAN
    if not _readings(native).isdisjoint(lights(latin)):
        if len(syllable) > 1:
            return _SYLLABLE
        return max(_NEARLY, _spoken(native, latin)) if script == "Hang" else _NEARLY
    return _spoken(native, latin) if script == "Hang" else NOTHING


@lru_cache(maxsize=1 << 13)
def _spelled(char: str) -> tuple[frozenset[str], frozenset[str]]:
    """How a syllable or character is usually spelled, and how a character is in a Korean's name."""
    if hangul.SYLLABLE.match(char):
        return frozenset(hangul.spellings(char)), frozenset()
    as_korean = (one for syllable in han.korean(char) for one in hangul.spellings(syllable))
    return frozenset(han.spellings(char)), frozenset(as_korean)


def _abjad(native: str, latin: str) -> Alike:
    shared = _latin_skeletons(latin) & _native_skeletons(native)
    if not shared:
        return NOTHING
    if abjad.other_name(native, light(latin)):
        return _OTHER_NAME
    size = max(len(key.lstrip("a")) for key in shared)
    if size < 2 and latin[0] == "h" and shared.isdisjoint(consonants(stronger(key)) for key in lights(latin)):
        return NOTHING  # an h before a lone consonant is not silent: Hala is not علي
    spelled = _spelled_as(latin)
    if spelled and len(native) <= _LONGEST and _reading(native).search(spelled):
        return Alike(_worth(_READ, max(size, 1)), Reason.SCRIPT)
    same = _all_bones(latin).intersection(abjad_bones(native))
    if same:
        value = _worth(_SAME_BONES, max(len(key.lstrip("a")) for key in same))
    else:
        value = _worth(_SAME_SKELETON, size)
    return Alike(value, Reason.SCRIPT) if value else NOTHING


@lru_cache(maxsize=1 << 16)
def _skeletons(latin: str) -> tuple[str, ...]:
    """The skeletons that a romanised word may have in another script."""
    return tuple(dict.fromkeys(consonants(stronger(key)) for key in sounded(latin)))


@lru_cache(maxsize=1 << 16)
def _latin_skeletons(latin: str) -> frozenset[str]:
    return frozenset(_skeletons(latin))


@lru_cache(maxsize=1 << 14)
def _native_skeletons(native: str) -> frozenset[str]:
    """The skeletons of a word of an abjad, or of a Hangul word by its sound."""
    return frozenset(abjad_skeletons(native) if _script(native) in ABJADS else _spoken_skeletons(native))


@lru_cache(maxsize=1 << 14)
def _readings(native: str) -> frozenset[str]:
    return frozenset(readings(native))


@lru_cache(maxsize=1 << 15)
def _all_bones(latin: str) -> frozenset[str]:
    return frozenset(map(consonants, sounded(latin)))


@lru_cache(maxsize=1 << 16)
def _spelled_as(latin: str) -> str:
    """A romanised word's keys for an abjad's readings, one a line, so that one search tries them all."""
    return "\n".join(key for key in (*sounded(latin), *parted(latin)) if len(key) <= 2 * _LONGEST)


@lru_cache(maxsize=1 << 16)
def _heard_as(latin: str) -> str:
    """The spellings by which a foreign name in Hangul may be it, one a line."""
    return "\n".join(word.replace("x", "ks") for word in dict.fromkeys((latin, *heard(latin))))


@lru_cache(maxsize=1 << 14)
def _reading(native: str) -> re.Pattern[str]:
    return _of_lines("|".join(abjad.reading(stem) for stem in abjad.stems(native)))


def _spoken(native: str, latin: str) -> Alike:
    """How alike the word is to a foreign name by its sound."""
    if len(latin) < 3 or len(latin) > 2 * _LONGEST:
        return NOTHING
    shared = _latin_skeletons(latin) & _native_skeletons(native)
    if not shared or not _sound(native).search(_heard_as(latin)):
        return NOTHING
    value = _worth(_READ, max(len(key.lstrip("a")) for key in shared))
    if hangul.could_be_korean(native):
        return Alike(_PERHAPS_SPOKEN, Reason.SCRIPT)
    one = len(hangul.in_syllables(native)) == 1
    return Alike(min(value, _PERHAPS_SPOKEN) if one else value, Reason.SCRIPT)


def _spoken_skeletons(native: str) -> tuple[str, ...]:
    """The skeletons a Hangul word has by its sound, none where that is not asked."""
    # One syllable of Koreans' names is no foreign name: there another syllable is another name.
    return () if len(native) == 1 and hangul.could_be_korean(native) else spoken_skeletons(native)


@lru_cache(maxsize=1 << 14)
def _sound(native: str) -> re.Pattern[str]:
    return _of_lines(hangul.spoken(hangul.in_syllables(native)))


def _of_lines(pattern: str) -> re.Pattern[str]:
    """What finds a line that the pattern matches all of."""
    return re.compile(f"^(?:{pattern})$", re.MULTILINE)


def _worth(values: tuple[int, ...], size: int) -> int:
    return values[min(size, len(values) - 1)]


def _same_script(left: str, right: str) -> Alike:
    script = _script(left)
    if script == "Hang":
        left, right = hangul.in_syllables(left), hangul.in_syllables(right)
        if left == right:
            return Alike(97, Reason.SPELLING)
    if script == "Hang" and len(left) == len(right) == 1:
        return Alike(92, Reason.SPELLING) if right in _NORTHERN.get(left, "") else NOTHING
    if script not in ABJADS and script != "Hang":
        return NOTHING
    best = NOTHING
    shorter = min(len(left), len(right))
    if shorter >= 4 and OSA.distance(left, right, score_cutoff=1) <= 1:
        # Every letter is a consonant or a long vowel: another one makes another word sooner than in Latin.
        best = Alike((50, 66, 76, 82)[min(shorter, 7) - 4], Reason.TYPO)
    if script == "Hang":
        return best
    if not _bare(left).isdisjoint(_bare(right)):
        return Alike(96, Reason.ARTICLE)
    shared = set(abjad_bones(left)).intersection(abjad_bones(right))
    size = max((len(key.lstrip("a")) for key in shared), default=0)
    if size and not set(abjad_skeletons(left)).isdisjoint(abjad_skeletons(right)):
        best = max(best, Alike((0, 35, 51, 65, 73, 77)[min(size, 5)], Reason.VOWELS))
    return best


def _two_scripts(left: str, right: str) -> Alike:
    """Arabic beside Hebrew by their consonants, Hangul beside Chinese by their readings."""
    scripts = {_script(left), _script(right)}
    if scripts <= ABJADS:
        shared = set(abjad_skeletons(left)).intersection(abjad_skeletons(right))
        size = max((len(key.lstrip("a")) for key in shared), default=0)
        value = _worth(_SAME_BONES, size) if size > 1 else 0
        return Alike(value, Reason.SCRIPT) if value else NOTHING
    if scripts == {"Hang", "Hani"} and not set(readings(left)).isdisjoint(readings(right)):
        return _SYLLABLE
    return NOTHING


def _bare(word: str) -> frozenset[str]:
    return frozenset({word.removeprefix("ال"), word})


# Syllables that begin a name with R or N in the North and without in the South.
_NORTHERN: Final = {
    one: others
    for pair in (
        "이리",
        "임림",
        "유류",
        "양량",
        "여려",
        "염렴",
        "용룡",
        "노로",
        "나라",
        "연련",
        "영령",
        "육륙",
        "윤륜",
    )
    for one, others in ((pair[0], pair[1]), (pair[1], pair[0]))
}
