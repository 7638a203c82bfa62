"""How alike two tokens are, with the reason.

Two tokens are alike only if one of a few relations holds between them (same spelling key, one edit
apart, same consonants, ...). `keys_of` gives for each token the keys under which the index files it,
so that **tokens in any relation share a key**: the index finds all that comparing every pair finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from namesake.names.spelling import abjad_bones, bones, light, skeleton, strong, without_article

__all__ = ["Alike", "Keys", "Reason", "key_parts", "keys_of", "one_less", "similarity"]


class Reason(StrEnum):
    """In what way two tokens are alike, as a reader of the explanation sees it."""

    EQUAL = "same"
    SPELLING = "same sound, spelled another way"
    ARTICLE = "with and without the article"
    TYPO = "one letter apart"
    NEAR_SPELLING = "nearly the same sound"
    SOUND = "similar sound"
    VOWELS = "same consonants, other vowels"
    SCRIPT = "same consonants in another script"
    INITIAL = "initial"
    JOINED = "written together"


class Alike(NamedTuple):
    """How alike two tokens are: 0 (nothing in common) to 1 (equal)."""

    value: float
    reason: Reason | None


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
    bare: str | None
    strong: str
    bones: str
    bare_bones: str | None
    skeleton: str


_NOTHING = Alike(0.0, None)
_SAME = Alike(1.0, Reason.EQUAL)


@lru_cache(maxsize=1 << 17)
def similarity(left: str, left_abjad: bool, right: str, right_abjad: bool) -> Alike:
    """How alike two token texts are, and why; symmetric.

    The values are the scoring table's: each is the share of a token's weight that counts as agreed.
    """
    if left == right:
        return _SAME
    if left.isdigit() or right.isdigit() or len(left) == 1 or len(right) == 1:
        return _NOTHING
    if left_abjad or right_abjad:
        return _abjad(left, left_abjad, right, right_abjad)
    return _latin(left, right)


def _latin(left: str, right: str) -> Alike:
    a, b = _forms(left), _forms(right)
    if a.light == b.light:
        return Alike(0.97, Reason.SPELLING)
    best = _NOTHING
    if (a.bare and a.bare in (b.light, b.bare)) or (b.bare and b.bare == a.light):
        best = Alike(0.94, Reason.ARTICLE)
    shorter = min(len(left), len(right))
    same_start = a.light[0] == b.light[0]
    if shorter >= 4 and OSA.distance(left, right, score_cutoff=1) <= 1:
        # In a short word one letter makes another name (Hadi, Hani); in a long one it is a slip.
        value = {4: 0.70, 5: 0.80, 6: 0.86}.get(shorter, 0.90)
        best = max(best, Alike(value if same_start else value - 0.10, Reason.TYPO))
    shorter = min(len(a.light), len(b.light))
    if shorter >= 5 and OSA.distance(a.light, b.light, score_cutoff=1) <= 1:
        value = 0.76 if shorter == 5 else 0.84
        best = max(best, Alike(value if same_start else value - 0.10, Reason.NEAR_SPELLING))
    if a.strong == b.strong:
        best = max(best, Alike(0.86 if len(a.strong) >= 5 else 0.74, Reason.SOUND))
    if a.bones == b.bones:
        consonants = len(a.skeleton.lstrip("a"))
        close = OSA.distance(a.light, b.light, score_cutoff=2) <= 2
        value = (0.50, 0.50, 0.60, 0.80)[consonants] if consonants < 4 else 0.85
        best = max(best, Alike(value if close else value - 0.18, Reason.VOWELS))
    elif a.skeleton == b.skeleton and len(a.skeleton.lstrip("a")) >= 3:
        close = OSA.distance(a.light, b.light, score_cutoff=2) <= 2
        best = max(best, Alike(0.74 if close else 0.60, Reason.SOUND))
    return best


def _abjad(left: str, left_abjad: bool, right: str, right_abjad: bool) -> Alike:
    both = left_abjad and right_abjad
    best = _NOTHING
    if both:
        if left.removeprefix("ال") == right.removeprefix("ال"):
            return Alike(0.96, Reason.ARTICLE)
        if min(len(left), len(right)) >= 4 and OSA.distance(left, right, score_cutoff=1) <= 1:
            best = Alike(0.80, Reason.TYPO)
    shared = _bones(left, left_abjad) & _bones(right, right_abjad)
    if shared:
        # The more consonants agree the less it matters that the vowels are not written.
        consonants = max(len(key.lstrip("a")) for key in shared)
        value = (0.50, 0.66, 0.80, 0.88)[consonants] if consonants < 4 else 0.92
        best = max(best, Alike(value - 0.15 if both else value, Reason.SCRIPT))
    return best


def keys_of(text: str, abjad: bool) -> Iterator[str]:
    """The keys a token is filed under, each with a mark of its kind in front.

    Two tokens whose `similarity` is above zero share at least one.
    """
    keys = key_parts(text, abjad)
    yield from keys.whole
    for key in keys.clipped:
        yield from one_less(key)


def key_parts(text: str, abjad: bool) -> Keys:
    """The keys of a token, those that have a neighbourhood not yet spelled out."""
    if text.isdigit() or len(text) == 1:
        return Keys(("=" + text,), ())
    clipped: tuple[str, ...] = ("t" + text,) if len(text) >= 3 else ()
    if abjad:
        bare = ("=" + text, "=" + text.removeprefix("ال"))
        return Keys((*bare, *("b" + key for key in abjad_bones(text))), clipped)
    forms = _forms(text)
    whole = ["=" + text, "l" + forms.light, "s" + forms.strong, "k" + forms.skeleton]
    whole += ["b" + key for key in sorted(_bones(text, abjad))]
    if forms.bare:
        whole.append("l" + forms.bare)
    if len(forms.light) >= 4:
        clipped += ("d" + forms.light,)
    return Keys(tuple(whole), clipped)


def one_less(key: str) -> set[str]:
    """The key and all that is left of it when one letter after its mark is taken out.

    Texts one insertion, deletion, substitution or transposition apart share one of these.
    """
    return {key, *(key[:place] + key[place + 1 :] for place in range(1, len(key)))}


@lru_cache(maxsize=1 << 16)
def _forms(text: str) -> _Forms:
    bare = without_article(text)
    return _Forms(
        light=light(text),
        bare=light(bare) if bare else None,
        strong=strong(text),
        bones=bones(text),
        bare_bones=bones(bare) if bare else None,
        skeleton=skeleton(text),
    )


def _bones(text: str, abjad: bool) -> frozenset[str]:
    if abjad:
        return frozenset(abjad_bones(text))
    forms = _forms(text)
    return frozenset({forms.bones, forms.bare_bones or forms.bones})
