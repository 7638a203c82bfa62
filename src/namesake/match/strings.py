"""How alike two tokens are, with the reason.

Two tokens are alike only if one of a few relations holds between them (same spelling key, one edit
apart, same consonants, ...). `filed_keys` gives the keys under which the index files a listed token,
`asked_keys` those under which a token asked about is looked up, so that **tokens in any relation share a
key**: the index finds all that comparing every pair finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from namesake.match.across import across, keys_across
from namesake.match.alike import NOTHING, Alike, Reason
from namesake.names.languages import lights
from namesake.names.lexicon import lexicon, place_of
from namesake.names.spelling import (
    consonants,
    light,
    stronger,
    without_article,
)

__all__ = [
    "MARKS",
    "Keys",
    "across_keys",
    "alike_by",
    "asked_keys",
    "filed_keys",
    "kept_keys",
    "one_less",
    "similarity",
    "slipped_keys",
    "spelled_keys",
]


_TELLING_BONES: Final = 4
"""Consonants: so many are seldom those of two names."""


class Keys(NamedTuple):
    """The keys of a token, by how it is filed under them.

    Attributes:
        whole: it is filed under each as it is.
        clipped: it is filed under each as `one_less` spells it out.
    """

    whole: tuple[str, ...]
    clipped: tuple[str, ...]


class _Forms:
    """What a romanised word is compared by; but for the light key each is made when it is first asked for.

    Attributes:
        size: how many consonants the skeleton has.
        strongs, boneses: respelled from another language a word must have more in common.
    """

    __slots__ = ("bare", "bones", "boneses", "light", "lights", "looks", "size", "skeleton", "stripped",
                 "strong", "strongs", "text")  # fmt: skip
    lights: tuple[str, ...]
    bare: str | None
    strong: str
    strongs: tuple[str, ...]
    bones: str
    boneses: tuple[str, ...]
    skeleton: str
    size: int
    looks: str
    stripped: str

    def __init__(self, text: str) -> None:
        self.text = text
        self.light = light(text)

    def __getattr__(self, name: str) -> object:
        """Make what is missing; Python asks for it here once only."""
        made = _MADE[name](self)
        setattr(self, name, made)
        return made


_MADE: Final[dict[str, Callable[[_Forms], object]]] = {
    "lights": lambda word: lights(word.text),
    "bare": lambda word: light(bare) if (bare := without_article(word.text)) else None,
    "strong": lambda word: stronger(word.light),
    "strongs": lambda word: tuple({key for key in map(stronger, word.lights) if len(key) >= 5}),
    "bones": lambda word: consonants(word.light),
    "boneses": lambda word: tuple({key for key in map(consonants, word.lights) if len(key) >= 4}),
    "skeleton": lambda word: consonants(word.strong),
    "size": lambda word: len(word.skeleton.lstrip("a")),
    "looks": lambda word: _looks(word.text),
    "stripped": lambda word: _stripped(word.text),
}
_SAME: Final = Alike(100, Reason.EQUAL)
_VOWELS: Final = frozenset("aeiouy")
_NO_VOWELS: Final = str.maketrans("", "", "aeiou")
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
# The fewest consonants that tell: of a skeleton, and of bones.
_FEWEST_HEARD, _FEWEST_BONES = 4, 2
_BY_MEANING: Final = {
    "e": Alike(92, Reason.EQUIVALENT),
    "f": Alike(82, Reason.FAMILIAR),
    "w": Alike(88, Reason.TRANSLATION),
    "c": Alike(94, Reason.TRANSLATION),
}
# What two words share, by the marks of the keys they share. A word that is looked up as it stands (`=`) may
# be another's consonants, or three letters of which two are exchanged.
_LIGHT, _STRONG, _BONES, _SKELETON, _STRIPPED, _LOOKS, _MEANING, _LETTERS, _NEAR, _BEGINNING = (
    1 << place for place in range(10)
)
MARKS: Final = {
    "l": _LIGHT, "s": _STRONG, "b": _BONES, "k": _SKELETON, "v": _STRIPPED, "o": _LOOKS, "m": _MEANING,
    "t": _LETTERS, "d": _NEAR, "p": _BEGINNING, "=": _STRIPPED | _LETTERS,
}  # fmt: skip
"""What sharing a key with such a mark says of two words, for `alike_by`; nothing where it is not here."""
_ANY: Final = (1 << 10) - 1


@lru_cache(maxsize=1 << 17)
def similarity(asked: str, listed: str) -> Alike:
    """How alike two token texts are, and why; symmetric but for what is cut short.

    The values are the scoring table's: each is the share of a token's weight that counts as agreed.
    """
    return alike_by(asked, listed, _ANY)


def alike_by(asked: str, listed: str, shared: int) -> Alike:
    """`similarity` of two words of which is known what kinds of keys they share.

    Words in a relation share a key of its kind, so only the relations of those kinds have to be tried.

    Args:
        asked: the word asked about.
        listed: the listed one.
        shared: the `MARKS` of all keys that they share; others besides do no harm.
    """
    if asked == listed:
        return _SAME
    latin = asked.isascii() and listed.isascii()
    if latin and (asked.isdigit() or listed.isdigit() or len(asked) == 1 or len(listed) == 1):
        return NOTHING
    alike = _latin(asked, listed, shared) if latin else across(asked, listed)
    if shared & _MEANING:
        alike = max(alike, _by_meaning(asked, listed))
    if alike.reason is None and latin and shared & _BEGINNING:
        return _cut(asked, listed)
    return alike


def _cut(asked: str, listed: str) -> Alike:
    """How alike a word is to a listed one of which, the field being too short, only the beginning came."""
    if len(asked) < 2 or not listed.startswith(asked):
        return NOTHING
    half = 2 * len(asked) + 1 >= len(listed) and len(asked) >= _SHORTEST_CUT
    return Alike(60 + 4 * min(len(asked) - _SHORTEST_CUT, 5) if half else 50, Reason.CUT)


def _latin(left: str, right: str, shared: int) -> Alike:
    best = NOTHING
    if shared & _LETTERS and (value := _one_apart(left, right)):
        best = Alike(value, Reason.TYPO)
    if not shared & ~(_LETTERS | _BEGINNING):
        return best
    a, b = _forms(left), _forms(right)
    if shared & _LIGHT:
        if a.light == b.light:
            return Alike(97, Reason.SPELLING)
        if (a.bare and a.bare in (b.light, b.bare)) or (b.bare and b.bare == a.light):
            best = max(best, Alike(94, Reason.ARTICLE))
        elif _meet(a.lights, b.lights):
            # Short words of two languages fall together more easily.
            best = max(best, Alike(94 if min(len(a.light), len(b.light)) > 4 else 84, Reason.SPELLING))
    if shared & _LOOKS and a.looks == b.looks:
        if _has_digit(left) or _has_digit(right) or len(left) != len(right):
            best = max(best, Alike(92, Reason.LOOKS))
        elif len(left) >= 3:
            best = max(best, Alike(70 if len(left) == 3 else 82, Reason.LOOKS))
    if shared & _NEAR and min(len(a.light), len(b.light)) >= 5 and (value := _one_apart(a.light, b.light)):
        best = max(best, Alike(value - 4, Reason.NEAR_SPELLING))
    if shared & _STRONG:
        if a.strong == b.strong:
            best = max(best, Alike(86 if len(a.strong) >= 5 else 74, Reason.SOUND))
        elif _meet(a.strongs, b.strongs):
            best = max(best, Alike(82, Reason.SOUND))
    if (
        shared & _STRIPPED
        and a.stripped == b.stripped
        and (a.stripped == left or b.stripped == right)
        and len(a.stripped) >= 2
    ):
        best = max(best, Alike((0, 0, 50, 75, 84)[min(len(a.stripped), 4)], Reason.SHORTENED))
    elif shared & _BONES and a.bones == b.bones:
        apart = OSA.distance(a.light, b.light, score_cutoff=2)
        if a.size >= _FEWEST_HEARD:
            best = max(best, Alike((85, 85, 72, 55)[apart], Reason.VOWELS))
        elif a.size >= _FEWEST_BONES and apart <= 1:
            best = max(best, Alike(60 if a.size == _FEWEST_BONES else 78, Reason.VOWELS))
    elif shared & _BONES and _meet(a.boneses, b.boneses):
        best = max(best, Alike(80, Reason.VOWELS))
    elif shared & _SKELETON and a.skeleton == b.skeleton and a.size >= _FEWEST_HEARD:
        close = OSA.distance(a.light, b.light, score_cutoff=2) <= 2
        best = max(best, Alike(74 if close else 55, Reason.SOUND))
    return best


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    # Kept as tuples, which the garbage collector need not look into; they are one or two keys long.
    return any(one in others for one in some)


def _by_meaning(left: str, right: str) -> Alike:
    shared = _meanings(left) & _meanings(right)
    return max((_BY_MEANING[mark[0]] for mark in shared), default=NOTHING)


_IN_NONE: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=1 << 16)
def _meanings(text: str) -> frozenset[str]:
    """The classes of the lexicon that a word belongs to, each with a mark of its kind in front.

    A class that no other word is in is left out: words that are equal need none to be so.
    """
    place = place_of(text)
    found = {"c" + place} if place else set()
    if text not in _in_classes():
        return frozenset(found) if found else _IN_NONE
    known = lexicon()
    found.update("e" + name for name in known.equivalents.get(text, ()))
    # Whoever is called by a short form is so in every language: Bibi is Binyamin and Benjamin.
    for full in (text, *known.familiar.get(text, ())):
        found.update("f" + name for name in (full, *known.equivalents.get(full, ())))
    if text in known.words:
        found.add("w" + known.words[text])
    elif text in _words_translated():
        found.add("w" + text)
    return frozenset(found)


@cache
def _in_classes() -> frozenset[str]:
    """All words that the lexicon has something to say of, and those that it says it with."""
    known = lexicon()
    of_names = chain(known.equivalents.items(), known.familiar.items())
    named = {name for word, names in of_names for name in (word, *names)}
    return frozenset(named.union(known.words, known.words.values()))


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


def _stripped(text: str) -> str:
    """Its consonants, behind its first letter."""
    return text[0] + text[1:].translate(_NO_VOWELS)


def _looks(text: str) -> str:
    looks = text.translate(_LOOKS_FIRST)
    for pair, one in _LOOK_PAIRS:
        looks = looks.replace(pair, one)
    return looks.translate(_LOOKS_LAST)


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)


def filed_keys(text: str) -> Keys:
    """The keys a listed token is filed under, each with a mark of its kind in front."""
    keys = kept_keys(text)
    if not text.isascii() or text.isdigit():
        return keys
    return Keys((*keys.whole, *("p" + text[:size] for size in range(2, len(text)))), keys.clipped)


def kept_keys(text: str) -> Keys:
    """The same without its beginnings, which an index has in the order of its tokens."""
    if text.isdigit():
        return Keys(("=" + text,), ())
    if not text.isascii() or len(text) == 1:
        # A Latin letter is like nothing but the syllable it spells (이 is also I).
        clipped = ("t" + text,) if len(text) >= 4 else ()
        whole = ("=" + text, *across_keys(text, "x" if text.isascii() else "n"), *_meaning_keys(text))
        return Keys(tuple(dict.fromkeys(whole)), clipped)
    return _latin_keys(text, "x")


def asked_keys(text: str) -> Keys:
    """The keys a token asked about is looked up under."""
    if text.isdigit():
        return filed_keys(text)
    if not text.isascii():
        keys = filed_keys(text)
        return Keys(tuple(dict.fromkeys((*keys.whole, *across_keys(text, "x")))), keys.clipped)
    if len(text) == 1:
        return Keys(("=" + text, *across_keys(text, "n"), *_meaning_keys(text)), ())
    keys = _latin_keys(text, "n")
    forms = _forms(text)
    # What two words share says nothing where it is too little, and most words that share it are then others.
    idle = {"v" + forms.stripped}
    if forms.size < _FEWEST_HEARD:
        idle.add("k" + forms.skeleton)
    if forms.size < _FEWEST_BONES and forms.bones not in forms.boneses:
        idle.add("b" + forms.bones)
    whole = [key for key in keys.whole if key not in idle]
    if len(forms.stripped) > 1:
        # A word with vowels is like none without but the one that its consonants make.
        whole.append(("v" if forms.stripped == text else "=") + forms.stripped)
    whole.append("p" + text)
    if len(text) > 3:
        return Keys(tuple(whole), keys.clipped)
    # Of three letters two may be exchanged, but none may be another.
    swapped = ("=" + text[1::-1] + text[2:], "=" + text[0] + text[:0:-1]) if len(text) == 3 else ()
    return Keys(tuple(dict.fromkeys((*whole, *swapped))), tuple(key for key in keys.clipped if key[0] != "t"))


def spelled_keys(text: str) -> Keys:
    """The keys by which a word finds its other spellings only, in its own script where that is Latin.

    Slips of the pen and other scripts are left out: fewer keys, for the words of a whole text.
    """
    if not text.isascii() or text.isdigit() or len(text) == 1:
        return Keys(asked_keys(text).whole, ())
    spelled = lights(text)  # its own light key first
    strong = stronger(spelled[0])
    whole = ["=" + text, *["l" + key for key in spelled], "s" + strong]
    if len(consonants(strong).lstrip("a")) >= _TELLING_BONES:
        whole.append("b" + consonants(spelled[0]))
    return Keys((*whole, *_meaning_keys(text)), ())


def slipped_keys(text: str) -> Keys:
    """The same, and those by which a Latin word finds what is one letter away from it or from its sound."""
    spelled = spelled_keys(text)
    if not text.isascii() or text.isdigit() or len(text) < 4:
        return spelled
    forms = _forms(text)
    near = ("t" + text, "d" + forms.light) if len(forms.light) >= 5 else ("t" + text,)
    return Keys(spelled.whole, near)


def across_keys(text: str, mark: str) -> Iterator[str]:
    """The keys by which words of other scripts find it; consonants under a mark of their own.

    Romanised words are filed under x and look under n, native ones are filed under n and look under both:
    so romanised words don't find one another by what only tells across scripts.
    """
    for key in keys_across(text):
        yield mark + key[1:] if key[0] == "k" else key


def _latin_keys(text: str, across: str) -> Keys:
    forms = _forms(text)
    spelled = lights(text)
    whole = ["=" + text, *("l" + key for key in spelled), "s" + forms.strong, "b" + forms.bones]
    if len(spelled) > 1:
        whole += ["s" + key for key in sorted(forms.strongs)]
        whole += ["b" + key for key in sorted(forms.boneses)]
    whole += ["k" + forms.skeleton, "v" + forms.stripped, "o" + forms.looks, *across_keys(text, across)]
    if forms.bare:
        whole.append("l" + forms.bare)
    whole += _meaning_keys(text)
    clipped: tuple[str, ...] = ("t" + text,) if len(text) >= 3 else ()
    if len(forms.light) >= 5:
        clipped += ("d" + forms.light,)
    return Keys(tuple(dict.fromkeys(whole)), clipped)


def _meaning_keys(text: str) -> list[str]:
    return sorted(["m" + mark for mark in found]) if (found := _meanings(text)) else []


def one_less(key: str) -> set[str]:
    """The key and all that is left of it when one letter after its mark is taken out.

    Texts one insertion, deletion, substitution or transposition apart share one of these.
    """
    return {key, *(key[:place] + key[place + 1 :] for place in range(1, len(key)))}


_forms = lru_cache(maxsize=1 << 16)(_Forms)
