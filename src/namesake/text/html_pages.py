"""HTML pages: the article on them, its headline and the day it was published.

Nothing is fetched: a page's pictures, scripts, frames and entities stay where they are.
"""

from __future__ import annotations

import datetime as dt
import html
import logging
import re
from typing import Final

from namesake.errors import InputError
from namesake.model.values import Value

__all__ = ["Page", "is_html", "page_of"]

# Finding the article takes 1 to 5 seconds for a page of this size, more than in proportion beyond it.
_ARTICLE_CHARACTERS = 4_000_000
_ARTICLE_TAGS = 60_000
# Taking the tags off takes a second for 500,000 of them.
_TAGS = 3_000_000
# An article shorter than this is more likely a notice about cookies, where the page says much more.
_SHORT = 200

_KNOWN: Final = (
    r"html|head|body|title|meta|link|script|style|div|p|span|article|section|main|header|footer|nav|table|tr|td|ul|"
    r"ol|li|h[1-6]|a|b|i|em|strong|br|hr|img|pre|blockquote|font|center|form|iframe|base|noscript|figure|aside"
)
_OPENS: Final = re.compile(
    rf"[\s\ufeff]*(?:<\?xml[^>]{{0,200}}>\s*)?(?:<!--.{{0,2000}}?-->\s*)*<(?:!doctype\s+html|(?:{_KNOWN})(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_ROOT: Final = re.compile(r"<(?:!doctype\s+html|html[\s>]|body[\s>])", re.IGNORECASE)
_CLOSING: Final = re.compile(rf"</(?:{_KNOWN})\s*>|<(?:br|hr|p|meta|img)\b[^<>]{{0,500}}>", re.IGNORECASE)
_PRE: Final = re.compile(r"<pre[\s>]", re.IGNORECASE)
_HEAD = 4_096


class Page(Value, frozen=True):
    """What an HTML page says.

    Attributes:
        text: the article, its paragraphs parted by empty lines; all words of the page where none was found.
        published: the day its metadata gives.
        warnings: what was not read as the reader may expect.
    """

    text: str
    title: str | None = None
    published: dt.date | None = None
    warnings: tuple[str, ...] = ()


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one; a text that merely speaks of `<b>` is not."""
    head = text[:_HEAD]
    if _OPENS.match(head):
        return bool(_ROOT.search(head) or _CLOSING.search(text[: 16 * _HEAD]))
    return head.lstrip()[:1] == "<" and bool(_ROOT.search(head))


def page_of(source: str, *, what: str) -> Page:
    """The article of an HTML page, or all its words where trafilatura finds no article on it.

    Args:
        source: the page, or a piece of one.
        what: what the page is called in messages.

    Raises:
        InputError: it has more tags than any page that people read.
    """
    tags = source.count("<")
    if tags > _TAGS:
        raise InputError(
            f"{what} has {tags:,} HTML tags, and {_TAGS:,} are read at most. "
            "Save the text of the page and read that."
        )
    source = source.replace("\0", "\ufffd")
    title = _title_of(source)
    if tags > _ARTICLE_TAGS or len(source) > _ARTICLE_CHARACTERS:
        return Page(_without_tags(source), title, warnings=(_ALL_READ.format("The page is so large"),))
    words = _without_tags(source)
    if title is None and not _ROOT.search(source[:_HEAD]):
        return Page(words)  # a piece of a page has no menus to leave out
    page = _article(source)
    if page is None or (len(page.text) < _SHORT and len(words) > 10 * len(page.text)):
        published = page.published if page else None
        return Page(
            words, title, published, (_ALL_READ.format("No article was found on the page"),) if words else ()
        )
    return Page(page.text, page.title or title, page.published)


_ALL_READ: Final = "{}, so all of its words were read, menus and notices too."


def _article(source: str) -> Page | None:
    import trafilatura  # takes 0.4 s to load, and plain text needs none of it

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they meet is answered here
    try:
        found = trafilatura.bare_extraction(
            re.sub(r"^[\s\ufeff]*<\?xml[^>]{0,200}>", "", source),  # it was for the bytes
            favor_recall=True,  # a name left out is worse than a caption too many
            include_comments=False,
            with_metadata=True,
            # Only what the page states: the extensive search takes a day out of its words.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": "2099-12-31",
            },
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        return None  # pages made to break parsers; the words are still read
    if found is None or not (text := getattr(found, "text", None)):
        return None
    if not _PRE.search(source):
        # A line is a paragraph; a name might go on over the end of a line.
        text = re.sub(r"\n+", "\n\n", text)
    return Page(text, _tidy(getattr(found, "title", None)), _stated_day(getattr(found, "date", None), source))


def _stated_day(found: str | None, source: str) -> dt.date | None:
    """The day found, if the page has it so: of 2021-02-31 htmldate makes 1 February."""
    try:
        day = dt.date.fromisoformat(found[:10]) if found else None
    except ValueError:
        return None
    stated = day and any(day.strftime(form) in source for form in ("%Y-%m-%d", "%Y%m%d", "%Y/%m/%d"))
    return day if stated else None


def _tidy(title: str | None) -> str | None:
    return " ".join(title[:1_000].split())[:300] or None if title else None


def _title_of(source: str) -> str | None:
    found = re.search(r"<title\b[^>]{0,200}>([^<]{1,1000})", source[:200_000], re.IGNORECASE)
    return _tidy(_unescaped(found[1])) if found else None


# ---------------------------------------------------------------------------------------------- taking the
# tags off

_UNREAD: Final = frozenset({"script", "style", "template", "svg", "noscript", "head", "textarea", "select"})
_INLINE: Final = frozenset(
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
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,20})")
_TAG_CHARACTERS = 100_000


def _without_tags(source: str) -> str:
    """All words of a page, empty lines between its blocks; in time that grows with its length, no faster."""
    pieces: list[str] = []
    place, end, gone = 0, len(source), set[str]()
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
        pieces.append("" if word in _INLINE else "\n" if word == "br" else "\n\n")
    text = _unescaped("".join(pieces)).replace("\r", "\n")
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


def _unescaped(text: str) -> str:
    """`text` with its character references resolved; numbers longer than any character's are none."""
    return html.unescape(re.sub(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{7,});?", "\ufffd", text))
