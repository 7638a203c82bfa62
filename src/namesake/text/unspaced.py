"""Scripts without spaces: listed names found in running Chinese characters, and what is not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np

from namesake.model.scripts import script_of, script_of_char
from namesake.names import hangul
from namesake.names.han import plain
from namesake.text.words import BREAK, Words

__all__ = ["HanNames", "has_han", "is_full_name", "unread"]

_HAN: Final = ("Hani", "Jpan")
_CHARACTER: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
# Those that never begin a character of these scripts, as UTF-8; E2 begins quotation marks and dashes.
_OTHER_BYTES: Final = bytes({*range(256)} - {0xE0, 0xE1, *range(0xE3, 0xEA), 0xEF, 0xF0})
_SHORTEST: Final = 2
_LONGEST_PERSON: Final = 4
"""Characters: a Chinese or Japanese person's name has no more."""
_BYTES: Final = 3
"""A Chinese character has so many; those that have four are in no listed name."""
_FEW: Final = 10
"""Letters: so many of a script make a sentence, which somebody may expect to have been read."""
_KANA: Final = 0.05
"""Of a Japanese text so much at least is kana: what Chinese characters don't write."""
# Those that write no spaces between words, or where what is a word can't be told.
_UNREAD: Final = {
    "Thai": "Thai", "Laoo": "Lao", "Khmr": "Khmer", "Mymr": "Burmese", "Tibt": "Tibetan",
    "Hira": "Japanese", "Kana": "Japanese", "Hani": "Chinese",
}  # fmt: skip


def has_han(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    return _may_have(text) and bool(_CHARACTER.search(text))


def _may_have(text: str) -> bool:
    """Whether there may be a character of such scripts; much sooner than a search tells."""
    return not text.isascii() and bool(text.encode("utf-8", "surrogatepass").translate(None, _OTHER_BYTES))


def is_full_name(text: str) -> bool:
    """Whether one word is a full name by itself: a Korean's, or two to four Chinese characters.

    >>> is_full_name("김정은"), is_full_name("평양에서"), is_full_name("王明山")
    (True, False, True)
    """
    match script_of(text):
        case "Hang":
            return hangul.full_name([text])
        case "Hani":
            return _SHORTEST <= len(text) <= _LONGEST_PERSON
    return False


class HanNames:
    """The listed names in Chinese characters, looked for in running text.

    Args:
        names: listed names in any script.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._by_beginning: dict[str, list[str]] = {}
        self.count = 0
        for name in dict.fromkeys(_plain(name) for name in names if script_of(name) in _HAN):
            letters = name.strip()
            if len(letters) >= _SHORTEST and letters.isalnum():
                self.count += 1
                self._by_beginning.setdefault(letters[:2], []).append(letters)
        for each in self._by_beginning.values():
            each.sort(key=lambda name: -len(name))

    def __contains__(self, text: str) -> bool:
        letters = _plain(text)
        return letters in self._by_beginning.get(letters[:2], ())

    def parted(self, words: Words) -> Words:
        """The words, each listed name within one made a word of its own, the longest where several are.

        Nothing beside such a name belongs to it.
        """
        surfaces: list[bytes] = []
        starts: list[int] = []
        ends: list[int] = []
        before: list[int] = []
        for surface, start, end, gap in zip(
            words.surfaces, words.starts.tolist(), words.ends.tolist(), words.before.tolist(), strict=True
        ):
            cuts = [] if surface.isascii() else list(self._cuts(surface))
            for first, last in cuts or [(0, len(surface))]:
                surfaces.append(surface[first:last])
                starts.append(start + first)
                ends.append(start + last if last < len(surface) else end)
                before.append(BREAK if cuts else gap)
        return words._replace(
            surfaces=surfaces,
            starts=np.array(starts, dtype=words.starts.dtype),
            ends=np.array(ends, dtype=words.ends.dtype),
            before=np.array(before, dtype=words.before.dtype),
        )

    def _cuts(self, surface: bytes) -> Iterator[tuple[int, int]]:
        """The pieces of a word, in bytes, where a listed name is in it."""
        text = surface.decode("utf-8", "replace")
        if len(text) * _BYTES != len(surface):
            # Digits or Latin letters between the characters: count them one by one.
            sizes = [len(char.encode("utf-8", "surrogatepass")) for char in text]
        else:
            sizes = [_BYTES] * len(text)
        offsets = [0, *np.cumsum(sizes).tolist()]
        if offsets[-1] != len(surface):
            return
        folded = _plain(text)
        place = done = 0
        found = False
        while place < len(folded) - 1:
            name = next(
                (
                    one
                    for one in self._by_beginning.get(folded[place : place + 2], ())
                    if folded.startswith(one, place)
                ),
                None,
            )
            if name is None:
                place += 1
                continue
            if place > done:
                yield offsets[done], offsets[place]
            done = place = place + len(name)
            found = True
            yield offsets[place - len(name)], offsets[place]
        if found and done < len(folded):
            yield offsets[done], offsets[-1]


def _plain(text: str) -> str:
    return "".join(map(plain, text))


def unread(text: str, listed: Callable[[], int]) -> tuple[str, ...]:
    """What of a text in scripts without spaces is not read, in words.

    Args:
        text: what is read.
        listed: tells how many listed names are in Chinese characters.
    """
    if not _may_have(text):
        return ()
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char >= "\u0e00" and (language := _UNREAD.get(script_of_char(char))) and char.isalnum():
            counts[language] += times
    warnings = []
    both = counts["Japanese"] + counts["Chinese"]
    if both >= _FEW:
        language = "Japanese" if counts["Japanese"] > _KANA * both else "Chinese"
        warnings.append(
            f"{language} has no spaces between words: only the {listed():,} listed names in Chinese "
            "characters are looked for there. Who is listed in other letters only is not found."
        )
    warnings += [
        f"{language} is not read: it has no spaces that would tell where a name begins."
        for language in sorted(set(_UNREAD.values()) - {"Japanese", "Chinese"})
        if counts[language] >= _FEW
    ]
    return tuple(warnings)
