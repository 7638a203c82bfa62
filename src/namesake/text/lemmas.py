"""A word of a text as a list would write it: without case endings, prefixes and particles.

What it may be is looked up beside the word as it stands; a name is read so where all its words agree: in one
case, with a prefix on the first only, a particle on the last only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Final, NamedTuple

from namesake.model.scripts import script_of
from namesake.text.affixes import particles_off, prefixes_off
from namesake.text.slavic_cases import CASES, may_be_a_woman, nominatives, stands_in_any_case

__all__ = ["Lemma", "Respelled", "lemmas_of", "respelled"]

_FEWEST: Final = 3
_MOST: Final = 8
"""Ways to read one name in one case: two words of three readings each have nine."""


class Lemma(NamedTuple):
    """What a word may be without what the text adds to it.

    Attributes:
        text: how a list would write it.
        cases: of which it then is one, as letters of `slavic_cases.CASES`; none of what is no case.
        left, right: how many bytes of the text are then no part of it.
    """

    text: str
    cases: str = ""
    left: int = 0
    right: int = 0


class Respelled(NamedTuple):
    """Words of a text as a list would write them.

    Attributes:
        text: the words.
        left, right: how many bytes at their ends are no part of the name.
        doubt: why somebody else may be meant; empty where nobody.
        case: in which they stand, as a letter of `slavic_cases.CASES`; empty where in none but the first.
    """

    text: str
    left: int = 0
    right: int = 0
    doubt: str = ""
    case: str = ""


@lru_cache(maxsize=1 << 14)
def lemmas_of(word: str) -> tuple[Lemma, ...]:
    """What a word may be besides itself; nothing in scripts whose words stand by themselves.

    >>> [lemma.text for lemma in lemmas_of("وسليماني")]
    ['سليماني']
    """
    if word.isascii() or len(word) < _FEWEST:
        return ()
    match script_of(word):
        case "Cyrl":
            return tuple(Lemma(text, cases) for text, cases in nominatives(word))
        case "Arab" | "Hebr":
            return tuple(Lemma(text, left=2 * size) for text, size in prefixes_off(word))
        case "Hang":
            return tuple(Lemma(text, right=3 * size) for text, size in particles_off(word))
    return ()


def respelled(
    words: Sequence[str], lemmas: Sequence[Sequence[Lemma] | None], *, person: bool
) -> Iterator[Respelled]:
    """The ways in which words of a text may be a listed name.

    Args:
        words: as they stand.
        lemmas: of each what it may be for this name; None where it has no part in it.
        person: whether a person's name: then all its words stand in one case, where an organisation's
            attributes stay in theirs.
    """
    ends = len(words) - 1
    lemmas = [
        of_word
        and [one for one in of_word if (place == 0 or not one.left) and (place == ends or not one.right)]
        for place, of_word in enumerate(lemmas)
    ]
    first = next(iter(lemmas[0] or ()), None)
    if first is not None and first.left:
        for lemma in lemmas[0] or ():
            yield Respelled(" ".join((lemma.text, *words[1:])), left=lemma.left)
        return
    if any(lemma.right for lemma in lemmas[-1] or ()):
        for lemma in lemmas[-1] or ():
            yield Respelled(" ".join((*words[:-1], lemma.text)), right=lemma.right)
        return
    if not person:
        texts = [of_word[0].text if of_word else word for word, of_word in zip(words, lemmas, strict=True)]
        if texts != list(words):
            yield Respelled(" ".join(texts), case=next(of_word[0].cases[0] for of_word in lemmas if of_word))
        return
    doubt = "the words may be a woman's name as well" if may_be_a_woman(words) else ""
    for case in CASES:
        for text in _in_case(words, lemmas, case):
            yield Respelled(text, doubt=doubt, case=case)


def _in_case(words: Sequence[str], lemmas: Sequence[Sequence[Lemma] | None], case: str) -> Iterator[str]:
    """The nominatives of words that all stand in one case; none where they don't."""
    choices: list[list[str]] = []
    for word, of_word in zip(words, lemmas, strict=True):
        choices.append([lemma.text for lemma in of_word or () if case in lemma.cases])
        choices[-1].append(word)
    for chosen in islice(product(*choices), _MOST):
        declined = [text for text, word in zip(chosen, words, strict=True) if text != word]
        if declined and all(
            text != word or of_word is None or any(stands_in_any_case(word, other) for other in declined)
            for text, word, of_word in zip(chosen, words, lemmas, strict=True)
        ):
            yield " ".join(chosen)
