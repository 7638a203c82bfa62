"""The words of HTML without its tags."""

from __future__ import annotations

import html
import re
from typing import Final

__all__ = ["INLINE", "TABLE", "unescaped", "without_tags"]

_UNREAD: Final = frozenset({"script", "style", "template", "svg", "noscript", "head", "textarea", "select"})
INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
    }
    | {"sup", "time", "u", "wbr", "ins", "del", "label"}
)
"""Tags that part no words."""
_TABLES: Final = frozenset({"table", "dl", "figcaption"})
TABLE: Final = re.compile(rf"<(?:{'|'.join(sorted(_TABLES))})[\s>]", re.IGNORECASE)
"""A tag that `without_tags` can leave out."""
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,20})")
_TAG_CHARACTERS = 100_000


def without_tags(source: str, *, tables: bool = True) -> str:
    """All words of a page, empty lines between its blocks; in time that grows with its length, no faster.

    Args:
        source: a page or a piece of one.
        tables: False leaves out its tables, lists of terms and captions.
    """
    pieces: list[str] = []
    place, end, gone = 0, len(source), set[str]()
    depth = outside = 0
    while place < end:
        begin = source.find("<", place)
        if begin < 0:
            pieces.append(source[place:])
            break
        pieces.append(source[place:begin])
        if source.startswith("<!--", begin):
            close = -1 if "-->" in gone else source.find("-->", begin + 4)
            if close < 0:
                gone.add("-->")
            place = close + 3 if close >= 0 else begin + 4
            continue
        name = _NAME.match(source, begin)
        if name is None and source[begin + 1 : begin + 2] not in ("!", "?"):
            pieces.append("<")  # a sign of the text: 3 < 4
            place = begin + 1
            continue
        place = _end_of_tag(source, begin)
        word = name[1].lower() if name else ""
        if word in _UNREAD and source[begin + 1] != "/" and word not in gone:
            closing = re.compile(f"</{word}", re.IGNORECASE).search(source, place)
            if closing is None:
                gone.add(word)
            else:
                place = _end_of_tag(source, closing.start())
        if word in _TABLES and not tables:
            if depth == 0:
                outside = len(pieces)
            depth = max(depth - 1, 0) if source[begin + 1] == "/" else depth + 1
            if depth == 0:
                del pieces[outside:]
        pieces.append("" if word in INLINE else "\n" if word == "br" else "\n\n")
    if depth:
        del pieces[outside:]
    text = unescaped("".join(pieces)).replace("\r", "\n")
    lines = "\n".join([" ".join(line.split()) for line in text.split("\n")])
    return re.sub(r"\n\n+", "\n\n", lines).strip("\n")


def _end_of_tag(source: str, begin: int) -> int:
    """Where the tag at `begin` is over: at its `>`, which may stand once or twice inside a quoted value."""
    close = source.find(">", begin, begin + _TAG_CHARACTERS)
    for _ in range(3):
        if close < 0 or source.count('"', begin, close) % 2 == 0:
            break
        further = source.find(">", close + 1, begin + _TAG_CHARACTERS)
        if further < 0:
            break
        close = further
    return close + 1 if close >= 0 else begin + 1


def unescaped(text: str) -> str:
    """`text` with its character references resolved; numbers longer than any character's are none."""
    return html.unescape(re.sub(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{7,});?", "\ufffd", text))
