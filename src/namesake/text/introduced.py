"""Whom a text introduces by a full name: the keys of their surnames, and where the unlisted ones are.

A surname is known again by its light key, or in other scripts by what lists would write for it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import Final

from namesake.names.lexicon import lexicon
from namesake.names.spelling import light
from namesake.text.draft import Draft
from namesake.text.entries import CAPITALS, LIKE_A_NAME, Entry, folded
from namesake.text.lemmas import Lemma, lemmas_of
from namesake.text.slavic_cases import CASES, is_cyrillic, may_stand_in, nominatives
from namesake.text.uncased import ends_joined, joins_names
from namesake.text.written import Written

__all__ = [
    "is_post",
    "key_at",
    "known_key",
    "somebodys",
    "strangers",
    "surname_first",
    "surnames_of",
    "surnames_of_stranger",
]

_ACRONYM: Final = 4
"""Letters of a word in capitals that is a post or an organisation: CEO, MP, IRGC."""


def key_at(written: Written, place: int) -> str:
    """The key of a word as a surname; empty for what is none."""
    return _key(written.entry(place).words)


def known_key(written: Written, place: int, known: Container[str]) -> tuple[str, int, int, int]:
    """The key by which a text knows what ends with a word as a surname.

    With it the place where that begins, and how many bytes at either end are none of it.
    """
    entry = written.entry(place)
    if ends_joined(entry.text) and place and not written.parts_at(place):
        # نصر الله is one surname, and God's name alone is none.
        for lemma in (Lemma(written.entry(place - 1).text), *lemmas_of(written.entry(place - 1).text)):
            if (key := _key_of(f"{lemma.text} {entry.text}")) in known:
                return key, place - 1, lemma.left, 0
    key = _key(entry.words)
    if key not in known:
        for lemma in lemmas_of(entry.text):
            other = _key_of(lemma.text)
            if other in known:
                return other, place, lemma.left, lemma.right
    return key, place, 0, 0


def surnames_of(written: Written, draft: Draft) -> Iterator[str]:
    """The keys of the surname of somebody listed, as lists write it."""
    entry = written.entry(draft.at.last)
    if entry.full_name:
        return
    words = draft.at.asked.text.split()
    if first := surname_first(draft):
        yield first
        return
    joined = len(words) > 2 and ends_joined(words[-1]) and not joins_names(words[-2])
    yield _key_of(" ".join(words[-2:] if joined else words[-1:]))
    for lemma, _ in entry.lemmas:
        # Поклонской is of Поклонска, as it may be listed, and of Поклонская, as the text may go on.
        if draft.at.case and draft.at.case in lemma.cases:
            yield _key_of(lemma.text)


def surname_first(draft: Draft) -> str:
    """The key of the surname where the text has it first, as the list does: Kim Jong Un. Empty where not."""
    surname, comma, _ = draft.bearer.text.partition(",")
    words = draft.at.asked.text.split()
    if not comma or len(words) < 2 or len(surname.split()) > 1:
        return ""
    key = _key_of(surname)
    return key if key == _key_of(words[0]) != _key_of(words[-1]) else ""


def surnames_of_stranger(written: Written, first: int, last: int) -> Iterator[str]:
    """The keys that the surname of somebody unlisted may have, whose name may be declined."""
    given, entry = written.entry(first), written.entry(last)
    declined = frozenset().union(*(tokens for _, tokens in given.lemmas))
    if not declined or not declined.issuperset(given.tokens):
        yield _key(entry.words)
    if declined:
        for lemma in lemmas_of(entry.text):
            yield _key_of(lemma.text)


def strangers(written: Written, taken: set[int]) -> dict[int, int]:
    """Where unlisted people are introduced by a full name: its first place and its last.

    Args:
        written: the text; in a text in capitals whatever stands together looks like a name.
        taken: the places of listed names.
    """
    introduced: dict[int, int] = {}
    for start, stop in _named(written):
        if stop - start < 2:
            continue
        first = start
        while first < stop and ((entry := written.entry(first)).role or _disagrees(written, entry, stop)):
            first += 1
        names = [place for place in range(first, stop) if written.flag(place) & LIKE_A_NAME]
        if len(names) < 2 or entry.uncased:
            continue  # without capitals any words look so
        if taken.isdisjoint(range(first, stop)):
            introduced[names[0]] = names[-1]
    return introduced


def somebodys(written: Written, entry: Entry) -> bool:
    """Whether a listed person's name has this word, in any case."""
    cases = ("", *CASES) if entry.lemmas else ("",)
    return any(written.vocabulary.names_somebody(entry, case) for case in cases)


def _disagrees(written: Written, word: Entry, stop: int) -> bool:
    """Whether a Cyrillic word is in another case than the name that ends before `stop`: Чечни Кадыров."""
    if word.text.isascii():
        return False
    surname = written.entry(stop - 1)
    if surname is word or not is_cyrillic(word.text) or not is_cyrillic(surname.text):
        return False
    if somebodys(written, word):
        return False
    shared = any(may_stand_in(word.text, case) and may_stand_in(surname.text, case) for case in CASES)
    return not shared and bool(nominatives(word.text))


def _apart(written: Written) -> Iterator[tuple[int, int]]:
    """The stretches of several words, parted where "and" joins two who are named."""
    for start, stop in written.bounds:
        if stop - start < 2:
            continue
        begin = start
        for place in range(start, stop):
            if written.entry(place).text == "and":
                yield begin, place
                begin = place + 1
        yield begin, stop


def _named(written: Written) -> Iterator[tuple[int, int]]:
    """The same, parted at what stands in no name: Rosneft CEO Sechin, Sechin's Rosneft Oil."""
    for start, stop in _apart(written):
        begin = start
        for place in range(start, stop):
            entry = written.entry(place)
            if _is_no_name(written, place, begin):
                yield begin, place
                begin = place + 1
            elif entry.owns:
                yield begin, place + 1
                begin = place + 1
        yield begin, stop


def is_post(written: Written, place: int) -> bool:
    """Whether a word is in a few capitals, as posts and organisations are shortened (CEO, MP, IRGC).

    What a listed person has in his name may be somebody's: KIM Yong.
    """
    entry, flags = written.entry(place), written.flag(place)
    return bool(
        flags & LIKE_A_NAME
        and flags & CAPITALS
        and len(entry.text) <= _ACRONYM
        and len(entry.words) == 1
        and not somebodys(written, entry)
    )


def _is_no_name(written: Written, place: int, begin: int) -> bool:
    """Whether a word of a stretch that goes on since `begin` is no part of a person's name."""
    entry = written.entry(place)
    if entry.uncased or len(entry.words) != 1:
        return False
    if is_post(written, place) or (entry.role and place > begin and _only_role(entry)):
        return True
    return _is_organisations(entry.words[0]) and not somebodys(written, entry)


@lru_cache(maxsize=1 << 12)
def _is_organisations(word: str) -> bool:
    known = lexicon()
    if word in known.familiar or word in known.equivalents:
        return False
    return word in known.words or word in known.generic or (word,) in known.legal


def _only_role(entry: Entry) -> bool:
    """Whether a title or role is no name, nor a place, which many are called by (Ahmad Shah, Jordan)."""
    return entry.words[0] not in lexicon().titles_or_names and not entry.place


def _key(words: Sequence[str]) -> str:
    if not words:
        return ""
    if ends_joined(words[-1]):
        return " ".join(words[-2:])
    if words[-1].isascii():
        return light(words[-1]) if len(words[-1]) > 2 else ""
    return words[-1] if len(words[-1]) > 1 else ""


@lru_cache(maxsize=1 << 12)
def _key_of(text: str) -> str:
    return _key(folded(text))
