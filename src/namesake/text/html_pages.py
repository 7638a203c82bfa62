"""HTML pages: the article on them, its headline, its captions and the day it was published.

What stands in a page's `<aside>`, `<footer>` or `<nav>` is no part of the article, captions there neither.
Nothing is fetched: a page's pictures, scripts, frames and entities stay where they are.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from copy import deepcopy
from itertools import accumulate, islice
from typing import Any, Final

from namesake.errors import InputError
from namesake.model.values import Value
from namesake.text.html_days import published_on
from namesake.text.html_words import INLINE, TABLE, unescaped, without_tags

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
        text: the article, its paragraphs parted by empty lines, and behind it its captions; all words of the
            page where none was found.
        prose: that without captions, nor tables where they can be told: where the text may say of what day
            it is.
        published: the day its metadata gives.
        warnings: what was not read as the reader may expect.
    """

    text: str
    prose: str
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
        return _all_words(source, title, because="The page is so large")
    if title is None and not _ROOT.search(source[:_HEAD]):
        return _all_words(source)  # a piece of a page has no menus to leave out
    page = _article(source)
    if page is None or len(page.prose) < _SHORT:
        words = _all_words(
            source, title, page.published if page else None, because="No article was found on the page"
        )
        if page is None or len(words.text) > 10 * len(page.prose):
            return words
    return Page(page.text, page.prose, page.title or title, page.published)


def _all_words(
    source: str, title: str | None = None, published: dt.date | None = None, *, because: str = ""
) -> Page:
    words = without_tags(source)
    warnings = (
        (f"{because}, so all of its words were read, menus and notices too.",) if because and words else ()
    )
    prose = without_tags(source, tables=False) if TABLE.search(source) else words
    return Page(words, prose, title, published, warnings)


def _article(source: str) -> Page | None:
    import trafilatura  # takes 0.4 s to load, and plain text needs none of it

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what they meet is answered here
    try:
        # What stands before the first tag was for the bytes.
        tree = trafilatura.load_html(re.sub(r"^[\s\ufeff]*<\?xml[^>]{0,200}>", "", source))
        if tree is None:
            return None
        published, captions = published_on(tree), _captions(tree)
        for time in list(tree.iter("time")):
            time.tag = "span"  # trafilatura leaves out a time's words
        found = trafilatura.bare_extraction(
            tree,
            favor_recall=True,  # a name left out is worse than a caption too many
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},  # of no use here
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        return None  # pages made to break parsers; the words are still read
    if found is None or not (text := getattr(found, "text", None)):
        return None
    if not _PRE.search(source):
        # A line is a paragraph; a name might go on over the end of a line.
        text = re.sub(r"\n+", "\n\n", text)
    read = "".join(text.split())
    many = len(captions) > _CAPTIONS_COMPARED
    left_out = [caption for caption in captions if many or "".join(caption.split()) not in read]
    return Page("\n\n".join([text, *left_out]), text, _tidy(getattr(found, "title", None)), published)


# ------------------------------------------------------------------------------------------------- captions

# A figure's caption, or all its words where none is marked; and what is called a caption, and is no block of
# paragraphs with captions in it.
_CAPTIONS: Final = (
    "//*[self::figcaption or self::figure[not(.//figcaption or .//table)] or ("
    "contains(translate(concat(@class, ' ', @id), 'CAPTION', 'caption'), 'caption')"
    " and count(.//p) < 4 and not(.//h1 or .//h2 or .//h3 or .//figure or .//article))]"
    "[not(ancestor::aside or ancestor::footer or ancestor::nav)]"
)
_CAPTION_CHARACTERS = 2_000
# Of more than these some may be read twice, as comparing them takes seconds.
_CAPTIONS_COMPARED = 500
_ABOVE = 20


def _captions(tree: Any) -> list[str]:
    """The captions of the article, each once; what is only called one and is longer than any is none."""
    found: dict[str, None] = {}
    taken: set[Any] = set()
    for one in tree.xpath(_CAPTIONS):
        if not taken.isdisjoint(islice(one.iterancestors(), _ABOVE)):
            continue
        told = one.tag in ("figcaption", "figure")
        if not told and any(so_far > _CAPTION_CHARACTERS for so_far in accumulate(map(len, one.itertext()))):
            continue
        taken.add(one)
        caption = deepcopy(one)
        for unread in list(caption.iterdescendants("script", "style", "svg", "template", "button")):
            unread.drop_tree()
        for block in caption.iterdescendants():
            if block.tag not in INLINE:
                block.text, block.tail = f" {block.text or ''}", f" {block.tail or ''}"
        caption.tail = None
        if words := " ".join("".join(caption.itertext()).split()):
            found[words] = None
    return list(found)


def _tidy(title: str | None) -> str | None:
    return " ".join(title[:1_000].split())[:300] or None if title else None


def _title_of(source: str) -> str | None:
    found = re.search(r"<title\b[^>]{0,200}>([^<]{1,1000})", source[:200_000], re.IGNORECASE)
    return _tidy(unescaped(found[1])) if found else None
