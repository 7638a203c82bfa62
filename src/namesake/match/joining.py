"""Neighbouring tokens written together, and the first letters of several as one.

A run is two to four neighbouring tokens that another name may write as one word: `Abd Allah`, `van der
Bilt`, `Jamal al-Din`. Which one word it can be is a matter of spelling keys alone, so the index can look it
up; two runs are never compared with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

from namesake.match.across import across
from namesake.match.strings import across_keys
from namesake.model.scripts import script_of_char
from namesake.names.hangul import SYLLABLE, full_name, in_syllables
from namesake.names.languages import lights, lights_anew
from namesake.names.spelling import bones, consonants, light, readings
from namesake.names.tokens import Parsed, Role, Token
from namesake.names.writing import ABJADS

__all__ = [
    "Run",
    "mark_of",
    "meet",
    "own_key",
    "run_keys",
    "run_marks",
    "run_marks_anew",
    "runs_anew",
    "runs_of",
    "token_keys",
    "token_marks",
]

_MOST_TOKENS: Final = 4
_LONGEST: Final = 28
_MOST_READINGS: Final = 8
_LEAST_READ, _LEAST_HEARD = 90, 80
_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 3, 7
_VOWELS: Final = re.compile("[aeiou]+")  # of Korean and Chinese as romanised: one group a syllable
# Servants of God, fathers, and names that end in God or the faith: in Arabic often one word.
_COMPOUND: Final = re.compile("^(?:abd|ab[ou]|um)|ll?ah?$|d[ei]e?ne?$|deen$")
_VOWELS_AND_Y: Final = re.compile("[aeiouy]+")
# Looked up by identity, commonest first: an enumeration's hash is slow.
_TELLING: Final = (Role.CORE, Role.GENERIC, Role.PLACE, Role.NUMBER)
_JOINABLE: Final = (*_TELLING, Role.PARTICLE, Role.STOP, Role.TITLE)


class Run(NamedTuple):
    """Neighbouring tokens that may stand for one.

    Attributes:
        start: the first one's place.
        end: the place after the last one's.
        text: what they make, with spaces between syllables of Hangul that are read one by one only.
        acronym: whether `text` is their first letters.
        weight: the sum of theirs.
        bits: the sum of theirs.
    """

    start: int
    end: int
    text: str
    acronym: bool
    weight: int
    bits: int


def runs_of(name: Parsed) -> tuple[Run, ...]:
    """The runs of a name, by where they begin and end."""
    return _runs_of(name.tokens, name.person)


@lru_cache(maxsize=1 << 14)
def _runs_of(tokens: tuple[Token, ...], person: bool) -> tuple[Run, ...]:
    return tuple(_found(tokens, person))


def runs_anew(name: Parsed) -> list[Run]:
    """The same, remembered by none: for names that are met once."""
    return _found(name.tokens, name.person)


def _found(tokens: tuple[Token, ...], person: bool) -> list[Run]:
    found = list(_joined(tokens))
    if not person and (acronym := _acronym(tokens)):
        found.append(acronym)
    return found


def _joined(tokens: tuple[Token, ...]) -> Iterator[Run]:
    tells = [token.role in _TELLING for token in tokens]
    # What may stand in a run, by whether it is Latin.
    latin = [token.text.isascii() if token.role in _JOINABLE else None for token in tokens]
    korean = not all(latin) and full_name(_words(tokens))
    for start, first in enumerate(tokens):
        if latin[start] is None:
            continue
        whole = first.text
        bare = whole if tells[start] else ""
        weight, bits = first.weight, first.bits
        for end in range(start + 1, min(start + _MOST_TOKENS, len(tokens))):
            if latin[end] is not latin[start]:
                break
            token = tokens[end]
            text = token.text
            if not latin[end] and (korean or (not token.bound and _are_syllables(tokens[end - 1 : end + 1]))):
                text = " " + text
            whole += text
            if len(whole) > _LONGEST:
                break
            weight, bits = weight + token.weight, bits + token.bits
            # A particle between two parts is how they are joined: Jamal al-Din is Jamaldin.
            between = tells[end] and bare and len(bare) + len(text) < len(whole)
            if tells[end]:
                bare += text
            if bare:
                yield Run(start, end + 1, whole, False, weight, bits)
            if between:
                yield Run(start, end + 1, bare, False, weight, bits)


def _words(tokens: Iterable[Token]) -> list[str]:
    """The words of a name, with the syllables that were written on to one another together again."""
    words: list[str] = []
    for token in tokens:
        if token.bound and words:
            words[-1] += token.text
        else:
            words.append(token.text)
    return words


def _are_syllables(tokens: Iterable[Token]) -> bool:
    return all(SYLLABLE.fullmatch(token.text) for token in tokens)


def _acronym(tokens: tuple[Token, ...]) -> Run | None:
    """The first letters of all that tells in an organisation's name."""
    telling = [token for token in tokens if token.role in _TELLING]
    if not _SHORTEST_ACRONYM <= len(telling) <= _LONGEST_ACRONYM:
        return None
    if not all(token.text.isascii() and token.text.isalpha() for token in telling):
        return None
    letters = "".join(token.text[0] for token in telling)
    return Run(0, len(tokens), letters, True, sum(t.weight for t in tokens), sum(t.bits for t in tokens))


def meet(run: Run, other: Run | Token) -> bool:
    """Whether a listed run may be written as a token, or any run as another with the spaces elsewhere."""
    if isinstance(other, Token):
        if run_keys(run.text, run.acronym).isdisjoint(token_keys(other.text)):
            return False
        return run.acronym or run.text.isascii() == other.text.isascii() or reads_as(run.text, other.text)
    if run.acronym or other.acronym:
        return False
    return own_key(run.text) in run_keys(other.text, False)


def asked_meets(text: str, acronym: bool, token: str) -> bool:
    """Whether a run asked about may be written as a listed token.

    In another script it must sound so; of Latin runs only those that Arabic may write as one word are looked
    up there, because lists that name somebody in another script do so in Latin too.
    """
    if acronym or text.isascii() == token.isascii():
        return not run_keys(text, acronym).isdisjoint(token_keys(token))
    return (not text.isascii() or bool(_COMPOUND.search(text))) and reads_as(text, token)


def asked_run_keys(text: str, acronym: bool) -> tuple[str, ...]:
    """The keys of `match.strings` under which a run asked about finds all tokens that it meets."""
    if acronym:
        return ("=" + text,)
    text = _closed(text)
    if text.isdigit() or len(text) == 1:
        return ("=" + text,)
    if text.isascii():
        spelled = tuple("l" + key for key in lights(text))
        return (*spelled, *across_keys(text, "n")) if _COMPOUND.search(text) else spelled
    # In its own script it is one word only; in Latin letters it is another's by its readings.
    return ("=" + text, *(key for key in across_keys(text, "x") if key[0] in "lx"))


def reads_as(text: str, token: str) -> bool:
    """Whether tokens that make `text` together sound as a token of another script.

    Joined they have more readings than one word has, so they must agree in all that is written. A Korean's
    full name is no foreign word of that sound (지후 이: Shahji), nor are syllables that a space parts.
    """
    if text.isascii() == token.isascii():
        return False
    native, latin = (token, text) if text.isascii() else (text, token)
    if is_abjad(native):
        return across(text, token).value >= _LEAST_READ
    # Korean syllables have one vowel each: a foreign name that may be some has as many.
    if not _has_syllables(latin):
        return False
    if " " in native:
        return not set(lights(latin)).isdisjoint(readings(_closed(native)))
    return across(text, token).value >= _LEAST_HEARD


@lru_cache(maxsize=1 << 16)
def _has_syllables(latin: str) -> bool:
    """Whether it has two groups of vowels or more."""
    return len(_VOWELS.findall(latin)) > 1 or len(_VOWELS_AND_Y.findall(latin)) > 1


@lru_cache(maxsize=1 << 16)
def run_keys(text: str, acronym: bool) -> frozenset[str]:
    """What a run may be spelled like; it pairs with a token that shares one of them (`token_keys`)."""
    return frozenset(_keys_of_run(text, acronym))


def _keys_of_run(text: str, acronym: bool) -> list[str]:
    if acronym:
        return ["A" + text]
    if text.isdigit():
        return [own_key(text)]
    if text.isascii():
        # The same lights as of single words: what is written apart is spelled in as many languages.
        spelled = lights_anew(text)
        keys = ["l" + key for key in spelled]
        return keys + ["b" + key for key in _telling((consonants(spelled[0]),))]
    text = _closed(text)
    native = readings(text)[:_MOST_READINGS]
    if is_abjad(text):
        return [own_key(text), *("n" + key for key in _telling(native))]
    syllables = len(in_syllables(text))
    return [own_key(text), *(f"{syllables}{key}" for key in native)]


@lru_cache(maxsize=1 << 16)
def token_keys(text: str) -> frozenset[str]:
    """The same of a single token; digits and letters are spelled in no other way (`match/strings.py`)."""
    return frozenset(_keys_of_token(text))


def _keys_of_token(text: str) -> list[str]:
    if text.isdigit() or len(text) == 1:
        return ["=" + text]
    if not text.isascii():
        native = _telling(readings(text)[:_MOST_READINGS]) if is_abjad(text) else []
        return [own_key(text), *("b" + key for key in native)]
    keys = [*("l" + key for key in lights(text)), *("n" + key for key in _telling((bones(text),)))]
    if _SHORTEST_ACRONYM <= len(text) <= _LONGEST_ACRONYM:
        keys.append("A" + text)
    if (syllables := len(_VOWELS.findall(text))) > 1:
        keys.append(f"{syllables}{light(text)}")
    return keys


def own_key(text: str) -> str:
    """What tokens must be spelled like to be the very same letters, whatever spaces stand between."""
    return "l" + light(text) if text.isascii() and not text.isdigit() else "=" + _closed(text)


def _closed(text: str) -> str:
    return text.replace(" ", "")


@lru_cache(maxsize=1 << 14)
def run_marks(text: str, acronym: bool) -> frozenset[int]:
    """The keys of a run as numbers for the index; two may share one by chance: `meet` has the last word."""
    return frozenset(run_marks_anew(text, acronym))


def run_marks_anew(text: str, acronym: bool) -> list[int]:
    """The same, remembered by none and some perhaps twice: lists have most runs once or a few times."""
    return [crc32(key.encode()) or 1 for key in _keys_of_run(text, acronym)]


@lru_cache(maxsize=1 << 16)
def token_marks(text: str) -> tuple[int, ...]:
    """The keys of a token as numbers, ascending."""
    return tuple(sorted(set(map(mark_of, _keys_of_token(text)))))


def mark_of(key: str) -> int:
    """The number of a key, above 0."""
    return crc32(key.encode()) or 1


def is_abjad(text: str) -> bool:
    """Whether a native word is of a script that writes consonants only."""
    return script_of_char(text[0]) in ABJADS


def _telling(keys: Iterable[str]) -> list[str]:
    """Those of these bones that are too many for two words to agree in by chance."""
    return [key for key in keys if len(key.lstrip("a")) >= (4 if key.startswith("abd") else 5)]
