"""How alike two tokens are, with the reason.

Two tokens are alike only if one of a few relations holds between them (same spelling key, one edit
apart, same consonants, ...). `filed_keys` gives the keys under which the index files a listed token,
`asked_keys` those under which a token asked about is looked up, so that **tokens in any relation share a
key**: the index finds all that comparing every pair finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from namesake.match.across import across, keys_across
from namesake.match.alike import NOTHING, Alike, Reason
from namesake.names.languages import lights
from namesake.names.lexicon import lexicon, place_of
from namesake.names.spelling import (
    bones,
    consonants,
    light,
    skeleton,
    strong,
    stronger,
    without_article,
)

__all__ = ["Keys", "asked_keys", "cut", "filed_keys", "one_less", "similarity", "slipped"]


class Keys(NamedTuple):
    """The keys of a token, by how it is filed under them.

    Attributes:
        whole: it is filed under each as it is.
        clipped: it is filed under each as `one_less` spells it out.
    """

    whole: tuple[str, ...]
    clipped: tuple[str, ...]


class _Forms(NamedTuple):
    light: str
    lights: frozenset[str]
    bare: str | None
    strong: str
    strongs: frozenset[str]
    bones: str
    boneses: frozenset[str]
    skeleton: str
    looks: str
    stripped: str


_SAME: Final = Alike(100, Reason.EQUAL)
_VOWELS: Final = frozenset("aeiouy")
# What a careless eye or a scanner takes for another letter: digits first, then pairs, then single letters.
_LOOKS_FIRST: Final = str.maketrans("0125689ije", "olzsgbgllc")
_LOOK_PAIRS: Final = (
    ("lvl", "m"),
    ("rn", "m"),
    ("nn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("rl", "n"),
    ("ll", "u"),
)
_LOOKS_LAST: Final = str.maketrans("qvhtd", "gubfo")
# One letter apart: what it counts by the length of the shorter word. In a short word one letter makes another
# name (Hadi, Hani), in a long one it is a slip; vowels vary where consonants don't (Hamed, Hamid), and
# the first letter is the one that people get right.
_LETTER_TOO_MANY: Final = (0, 0, 0, 0, 66, 78, 85, 90)
_LETTERS_SWAPPED: Final = (0, 0, 0, 60, 70, 80, 86, 91)
_OTHER_VOWEL: Final = (0, 0, 0, 0, 60, 72, 82, 88)
_OTHER_CONSONANT: Final = (0, 0, 0, 0, 50, 70, 80, 87)
_OTHER_FIRST: Final = (0, 0, 0, 0, 0, 62, 72, 80)
_SHORTEST_CUT: Final = 3
_BY_MEANING: Final = {
    "e": Alike(92, Reason.EQUIVALENT),
    "f": Alike(82, Reason.FAMILIAR),
    "w": Alike(88, Reason.TRANSLATION),
    "c": Alike(94, Reason.TRANSLATION),
}


@lru_cache(maxsize=1 << 17)
def similarity(asked: str, listed: str) -> Alike:
    """How alike two token texts are, and why; symmetric but for what is cut short.

    The values are the scoring table's: each is the share of a token's weight that counts as agreed.
    """
    if asked == listed:
        return _SAME
    latin = asked.isascii() and listed.isascii()
    if latin and (asked.isdigit() or listed.isdigit() or len(asked) == 1 or len(listed) == 1):
        return NOTHING
    alike = max(_latin(asked, listed) if latin else across(asked, listed), _by_meaning(asked, listed))
    return cut(asked, listed) if latin and alike.reason is None else alike


def slipped(asked: str, listed: str) -> Alike:
    """How alike two romanised words are that share no key but those of what is left without a letter."""
    best = NOTHING
    if value := _one_apart(asked, listed):
        best = Alike(value, Reason.TYPO)
    a, b = _forms(asked).light, _forms(listed).light
    if min(len(a), len(b)) >= 5 and (value := _one_apart(a, b)):
        best = max(best, Alike(value - 4, Reason.NEAR_SPELLING))
    return best


def cut(asked: str, listed: str) -> Alike:
    """How alike a word is to a listed one of which, the field being too short, only the beginning came."""
    if len(asked) < 2 or not listed.startswith(asked):
        return NOTHING
    half = 2 * len(asked) + 1 >= len(listed) and len(asked) >= _SHORTEST_CUT
    return Alike(60 + 4 * min(len(asked) - _SHORTEST_CUT, 5) if half else 50, Reason.CUT)


def _latin(left: str, right: str) -> Alike:
    a, b = _forms(left), _forms(right)
    if a.light == b.light:
        return Alike(97, Reason.SPELLING)
    best = NOTHING
    respelled = len(a.lights) > 1 or len(b.lights) > 1
    if respelled and not a.lights.isdisjoint(b.lights):
        # Short words of two languages fall together more easily.
        best = Alike(94 if min(len(a.light), len(b.light)) > 4 else 84, Reason.SPELLING)
    if (a.bare and a.bare in (b.light, b.bare)) or (b.bare and b.bare == a.light):
        best = Alike(94, Reason.ARTICLE)
    if a.looks == b.looks:
        if _has_digit(left) or _has_digit(right) or len(left) != len(right):
            best = max(best, Alike(92, Reason.LOOKS))
        elif len(left) >= 3:
            best = max(best, Alike(70 if len(left) == 3 else 82, Reason.LOOKS))
    best = max(best, slipped(left, right))
    if a.strong == b.strong:
        best = max(best, Alike(86 if len(a.strong) >= 5 else 74, Reason.SOUND))
    elif respelled and not a.strongs.isdisjoint(b.strongs):
        best = max(best, Alike(82, Reason.SOUND))
    size = len(a.skeleton.lstrip("a"))
    if a.stripped == b.stripped and (a.stripped == left or b.stripped == right) and len(a.stripped) >= 2:
        best = max(best, Alike((0, 0, 50, 75, 84)[min(len(a.stripped), 4)], Reason.SHORTENED))
    elif a.bones == b.bones:
        apart = OSA.distance(a.light, b.light, score_cutoff=2)
        if size >= 4:
            best = max(best, Alike((85, 85, 72, 55)[apart], Reason.VOWELS))
        elif size >= 2 and apart <= 1:
            best = max(best, Alike(60 if size == 2 else 78, Reason.VOWELS))
    elif respelled and not a.boneses.isdisjoint(b.boneses):
        best = max(best, Alike(80, Reason.VOWELS))
    elif a.skeleton == b.skeleton and size >= 4:
        close = OSA.distance(a.light, b.light, score_cutoff=2) <= 2
        best = max(best, Alike(74 if close else 55, Reason.SOUND))
    return best


def _by_meaning(left: str, right: str) -> Alike:
    shared = _meanings(left) & _meanings(right)
    return max((_BY_MEANING[mark[0]] for mark in shared), default=NOTHING)


@lru_cache(maxsize=1 << 16)
def _meanings(text: str) -> frozenset[str]:
    """The classes of the lexicon that a word belongs to, each with a mark of its kind in front."""
    known = lexicon()
    found = {"e" + name for name in known.equivalents.get(text, ())}
    # Whoever is called by a short form is so in every language: Bibi is Binyamin and Benjamin.
    for full in (text, *known.familiar.get(text, ())):
        found |= {"f" + name for name in (full, *known.equivalents.get(full, ()))}
    if text in known.words:
        found.add("w" + known.words[text])
    elif text in _words_translated():
        found.add("w" + text)
    if place := place_of(text):
        found.add("c" + place)
    return frozenset(found)


@cache
def _words_translated() -> frozenset[str]:
    return frozenset(lexicon().words.values())


def _one_apart(left: str, right: str) -> int:
    """What two words one letter apart count; 0 for others, and where one letter makes another name."""
    if abs(len(left) - len(right)) > 1 or OSA.distance(left, right, score_cutoff=1) > 1:
        return 0
    size = min(len(left), len(right), 7)
    if size < 3:
        return 0
    if len(left) != len(right):
        return max(_LETTER_TOO_MANY[size] - (10 if left[0] != right[0] else 0), 0)
    apart = [place for place, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(apart) == 2:
        return _LETTERS_SWAPPED[size]
    if left[0] != right[0]:
        return _OTHER_FIRST[size]
    vowels = left[apart[0]] in _VOWELS and right[apart[0]] in _VOWELS
    return (_OTHER_VOWEL if vowels else _OTHER_CONSONANT)[size]


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def filed_keys(text: str) -> Keys:
    """The keys a listed token is filed under, each with a mark of its kind in front."""
    if text.isdigit():
        return Keys(("=" + text,), ())
    if not text.isascii() or len(text) == 1:
        # A Latin letter is like nothing but the syllable it spells (이 is also I).
        clipped = ("t" + text,) if len(text) >= 4 else ()
        whole = ("=" + text, *_across_scripts(text, "x" if text.isascii() else "n"), *_meaning_keys(text))
        return Keys(tuple(dict.fromkeys(whole)), clipped)
    keys = _latin_keys(text, "x")
    return Keys((*keys.whole, *("p" + text[:size] for size in range(2, len(text)))), keys.clipped)


def asked_keys(text: str) -> Keys:
    """The keys a token asked about is looked up under."""
    if text.isdigit():
        return filed_keys(text)
    if not text.isascii():
        keys = filed_keys(text)
        return Keys(tuple(dict.fromkeys((*keys.whole, *_across_scripts(text, "x")))), keys.clipped)
    if len(text) == 1:
        return Keys(("=" + text, *_across_scripts(text, "n"), *_meaning_keys(text)), ())
    keys = _latin_keys(text, "n")
    return Keys((*keys.whole, "p" + text), keys.clipped)


def _across_scripts(text: str, mark: str) -> Iterator[str]:
    """The keys by which words of other scripts find it; consonants under a mark of their own.

    Romanised words are filed under x and look under n, native ones are filed under n and look under both:
    so romanised words don't find one another by what only tells across scripts.
    """
    for key in keys_across(text):
        yield mark + key[1:] if key[0] == "k" else key


def _latin_keys(text: str, across: str) -> Keys:
    forms = _forms(text)
    whole = ["=" + text, *("l" + key for key in sorted(forms.lights))]
    whole += ["s" + key for key in sorted(forms.strongs | {forms.strong})]
    whole += ["b" + key for key in sorted(forms.boneses | {forms.bones})]
    whole += ["k" + forms.skeleton, "v" + forms.stripped, "o" + forms.looks, *_across_scripts(text, across)]
    if forms.bare:
        whole.append("l" + forms.bare)
    whole += _meaning_keys(text)
    clipped: tuple[str, ...] = ("t" + text,) if len(text) >= 3 else ()
    if len(forms.light) >= 5:
        clipped += ("d" + forms.light,)
    return Keys(tuple(dict.fromkeys(whole)), clipped)


def _meaning_keys(text: str) -> list[str]:
    return sorted("m" + mark for mark in _meanings(text))


def one_less(key: str) -> set[str]:
    """The key and all that is left of it when one letter after its mark is taken out.

    Texts one insertion, deletion, substitution or transposition apart share one of these.
    """
    return {key, *(key[:place] + key[place + 1 :] for place in range(1, len(key)))}


@lru_cache(maxsize=1 << 16)
def _forms(text: str) -> _Forms:
    bare = without_article(text)
    looks = text.translate(_LOOKS_FIRST)
    for pair, one in _LOOK_PAIRS:
        looks = looks.replace(pair, one)
    # Respelled from another language a word must have more in common.
    keys = lights(text)
    return _Forms(
        light=light(text),
        lights=frozenset(keys),
        bare=light(bare) if bare else None,
        strong=strong(text),
        strongs=frozenset(key for key in map(stronger, keys) if len(key) >= 5),
        bones=bones(text),
        boneses=frozenset(key for key in map(consonants, keys) if len(key) >= 4),
        skeleton=skeleton(text),
        looks=looks.translate(_LOOKS_LAST),
        stripped=text[0] + "".join(char for char in text[1:] if char not in "aeiou"),
    )
