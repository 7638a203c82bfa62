"""Which passages of a text are worth showing to somebody who asks whom it mentions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from namesake.text.mention import Mention

__all__ = ["Passage", "Shown", "passages_of"]

_SHOWN_WHOLE: Final = 4_000  # characters: two screens of a terminal
_AROUND: Final = 160  # characters on either side of a mention: two lines
_MOST: Final = 40
_BLANK_LINE: Final = re.compile(r"\n(?:[ \t\r\f\v]*\n)+")
_LINE_END: Final = re.compile(r"\n")


class Passage(NamedTuple):
    """A stretch of a text, in characters.

    Attributes:
        opened, closed: whether it begins, and ends, where a paragraph does.
        mentions: those inside it.
    """

    start: int
    end: int
    opened: bool
    closed: bool
    mentions: tuple[Mention, ...]


class Shown(NamedTuple):
    """What of a text to show.

    Attributes:
        passages: in the order of the text.
        left_out: how many mentions stand in none of them.
        whole: whether they are all of the text.
    """

    passages: list[Passage]
    left_out: int
    whole: bool


def passages_of(text: str, mentions: Sequence[Mention], *, whole: bool = False) -> Shown:
    """The passages of a text to show.

    A short text is shown whole, a long one where it mentions somebody, and of very many mentions the first.

    Args:
        text: what was read.
        mentions: in the order of the text, none inside another.
        whole: show all of it, however long.
    """
    paragraphs = _paragraphs(text, mentions)
    shown: list[Passage] = []
    rest = list(reversed(mentions))
    entire = whole or len(text) <= _SHOWN_WHOLE
    for start, end in paragraphs:
        inside: list[Mention] = []
        while rest and rest[-1].end <= end:
            inside.append(rest.pop())
        shown += (
            [Passage(start, end, True, True, tuple(inside))] if entire else _around(text, start, end, inside)
        )
        if not entire and len(shown) >= _MOST:
            break
    kept = shown if entire else shown[:_MOST]
    return Shown(kept, len(mentions) - sum(len(one.mentions) for one in kept), entire)


def _paragraphs(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where paragraphs start and end: at blank lines, or at each line where no line is blank.

    A break inside a mention is none: names are broken over lines.
    """
    pattern = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
    cuts = [0]
    at = 0
    for found in pattern.finditer(text):
        while at < len(mentions) and mentions[at].end <= found.start():
            at += 1
        if at == len(mentions) or mentions[at].start >= found.end():
            cuts += [found.start(), found.end()]
    cuts.append(len(text))
    spans = zip(cuts[::2], cuts[1::2], strict=True)
    return [(start, end) for start, end in spans if not text[start:end].isspace() and start < end]


def _around(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[Passage]:
    """The surroundings of a paragraph's mentions, joined where they touch."""
    groups: list[list[Mention]] = [[one] for one in mentions[:1]]
    for before, one in pairwise(mentions):
        if one.start - before.end <= 2 * _AROUND:
            groups[-1].append(one)
        else:
            groups.append([one])
    passages = []
    for group in groups:
        first = _word_start(text, start, group[0].start - _AROUND)
        last = _word_end(text, end, group[-1].end + _AROUND)
        passages.append(Passage(first, last, first == start, last == end, tuple(group)))
    return passages


def _word_start(text: str, floor: int, at: int) -> int:
    """The first start of a word from `at` on; where there is no space to be found, `at` itself."""
    if at <= floor:
        return floor
    space = text.find(" ", at, at + _AROUND // 2)
    return space + 1 if space >= 0 else at


def _word_end(text: str, ceiling: int, at: int) -> int:
    if at >= ceiling:
        return ceiling
    space = text.rfind(" ", at - _AROUND // 2, at)
    return space if space >= 0 else at
