"""The day on which an HTML page says that its article was published."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from namesake.text.datelines import dateline_of
from namesake.text.html_words import INLINE

__all__ = ["published_on"]

_PUBLISHED: Final = re.compile(
    r"^(?:date|pdate|ptime|timestamp)$|(?:published(?:time|date|at)?|publish(?:date|time)|pub(?:lication)?date|"
    r"(?:date|time)(?:published|posted|issued)|(?:post|article|display|reg|citation)date|"
    r"^(?:dc|dcterms|sailthru)date|issued)$"
)
# A site's templates were created long before its articles.
_CREATED: Final = re.compile(r"(?:created|createdate)$")
_MODIFIED: Final = re.compile(
    r"(?:modified(?:time|date)?|lastmod|updated(?:time|date)?|(?:date|time)updated)$"
)
_WITHOUT_SIGNS: Final = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?=T|\D|$)")
_BESIDE_WRITER: Final = re.compile(
    r"\bheader\b|byline|dateline|pub-?date|publish|posted|timestamp|(?:entry|post|article|story)[-_]*(?:date|time|meta|info)",
    re.IGNORECASE,
)
_LINE = 200
_TIMES = 50


def published_on(tree: Any) -> dt.date | None:
    """The day a page states for its article.

    It is looked for in the page's metadata, and in a `<time>` beside the headline or the writer.

    Any other `<time>` is one of the story, a birth or a trial, or of another story that the page points to;
    so is the day of a video or a picture.

    Args:
        tree: the page as lxml has it.
    """
    metadata = [
        (re.sub("[^a-z]", "", name.lower()), meta.get("content") or "")
        for meta in tree.iter("meta")
        if meta.get("itemprop") != "datePublished"  # that is looked at as a `<time>` is
        and (
            name := meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        )
    ]
    items = [
        item
        for one in tree.iter("script")
        if "ld+json" in (one.get("type") or "")
        for item in _items(one.text)
    ]
    stated = [
        *_of_articles(items, "datePublished"),
        *(content for name, content in metadata if _PUBLISHED.search(name)),
        *_of_pages(items, "datePublished"),
        *map(_said_by, _times(tree)),
        *(content for name, content in metadata if _CREATED.search(name)),
        *(content for name, content in metadata if _MODIFIED.search(name)),
        *_of_articles(items, "dateModified"),
        *_of_pages(items, "dateModified"),
    ]
    days = (dateline_of(_WITHOUT_SIGNS.sub(r"\1-\2-\3", one.strip())) for one in stated)
    return next((day for day in days if day), None)


# ------------------------------------------------------------------------------------------------- JSON-LD

_ARTICLE: Final = re.compile(r"(?:Article|BlogPosting|Report)$")
_PAGE: Final = re.compile(r"^$|Page$")
# What pages put around it, and a comma that browsers pass over.
_AROUND_JSON: Final = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->|^\s*//.*$|/\*\s*\*/", re.MULTILINE)
_LAST_COMMA: Final = re.compile(r",(?=\s{0,100}[}\]])")


def _items(script: str | None) -> list[dict[str, Any]]:
    """What a script describes: not the pictures, lists and other stories that belong to it."""
    script = _AROUND_JSON.sub("", script or "")
    try:
        read = json.loads(_LAST_COMMA.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return []
    found = []
    for one in read if isinstance(read, list) else [read]:
        graph = one.get("@graph") if isinstance(one, dict) else None
        for item in [one, *(graph if isinstance(graph, list) else [graph])]:
            if isinstance(item, dict):
                main = item.get("mainEntity")
                found += [item, main] if isinstance(main, dict) else [item]
    return found


def _stated(items: list[dict[str, Any]], kind: re.Pattern[str], key: str) -> list[str]:
    return [
        item[key]
        for item in items
        if isinstance(item.get(key), str) and any(kind.search(name) for name in _types_of(item.get("@type")))
    ]


def _types_of(given: Any) -> list[str]:
    """The names of types without where they are defined: of `http://schema.org/NewsArticle` the last word."""
    types = given if isinstance(given, list) else [given or ""]
    return [re.split("[/#:]", name)[-1] for name in types if isinstance(name, str)]


def _of_articles(items: list[dict[str, Any]], key: str) -> list[str]:
    """The day of the article; of several the latest, as an early one hides whoever was listed later."""
    return sorted(_stated(items, _ARTICLE, key), reverse=True)


def _of_pages(items: list[dict[str, Any]], key: str) -> list[str]:
    return _stated(items, _PAGE, key)


# ------------------------------------------------------------------------------------------------- times

_ELSEWHERE: Final = re.compile(
    r"related|recommend|read-?(?:more|next)|more-?(?:from|stories|on)|most-?read|trending|popular|teaser|promo|"
    r"sidebar|comment|latest",
    re.IGNORECASE,
)
_SUMMARY: Final = re.compile(
    r"summary|stand-?first|lead|lede|\bdek|sub-?(?:title|head)|intro|desc|kicker|strap|excerpt|byline|"
    r"author|meta|date",
    re.IGNORECASE,
)
_PARAGRAPH = 50
"""So many characters a paragraph of a story has at least."""
_ARTICLES = 20


def _times(tree: Any) -> Iterator[Any]:
    """Those that may be the article's: before its first paragraph, and those marked so anywhere in it."""
    articles = list(islice(tree.iter("article"), _ARTICLES))
    main = max(articles, key=lambda one: one.xpath("string-length()"), default=None)
    around = set() if main is None else {main, *main.iterancestors("article")}
    begun, seen = False, 0
    headed = tree.find(".//h1") is None
    for one in tree.iter("time", "p", "h1", "meta", "span", "div", "abbr"):
        if one.tag == "h1":
            headed = True
        elif one.tag == "p":
            begun = begun or (headed and _is_paragraph(one, main))
        if one.tag != "time" and one.get("itemprop") != "datePublished":
            continue
        seen += 1
        if seen > _TIMES:
            return
        own = next(one.iterancestors("article"), None)
        if (
            (own is None or own in around)
            and not _is_elsewhere(one)
            and (not begun or (_is_marked(one) and own is main))
        ):
            yield one


def _is_paragraph(one: Any, main: Any) -> bool:
    """Whether a `<p>` is one of the story, and not of a notice above or a summary."""
    if _SUMMARY.search(f"{one.get('class') or ''} {one.get('id') or ''}"):
        return False
    if main is not None and next(one.iterancestors("article"), None) is not main:
        return False
    return bool(one.xpath("string-length(normalize-space()) >= $least", least=_PARAGRAPH))


def _is_marked(time: Any) -> bool:
    return time.get("itemprop") == "datePublished" or time.get("pubdate") is not None


def _is_elsewhere(time: Any) -> bool:
    """Whether a time stands where a page points to other stories, or is a picture's or a video's."""
    for one in time.iterancestors():
        if one.tag in ("aside", "nav", "footer", "figure"):
            return True
        if one.tag in ("article", "body"):
            break
        if one.tag in ("section", "div", "ul", "li") and _ELSEWHERE.search(
            f"{one.get('class') or ''} {one.get('id') or ''}"
        ):
            return True
    thing = next((one for one in time.iterancestors() if one.get("itemtype")), None)
    return thing is not None and not any(
        _ARTICLE.search(name) or _PAGE.search(name) or name == "Blog"
        for name in _types_of(thing.get("itemtype"))
    )


def _said_by(time: Any) -> str:
    """A date, or the line it stands on, where a `<time>` tells of what day the article is; else nothing."""
    words, given = "".join(time.itertext()), (time.get("datetime") or time.get("content") or "")[:_LINE]
    if _is_marked(time):
        return given or words
    named = " ".join(
        f"{one.tag} {one.get('class') or ''} {one.get('id') or ''} {one.get('rel') or ''}"
        for one in (time, *time.iterancestors())
    )
    line = _line_around(time) if _BESIDE_WRITER.search(named) else ""
    if len(line) > _LINE:
        return ""
    # 2 hours ago
    return line if dateline_of(words) else line.replace(" ".join(words.split()), given[:10], 1)


def _line_around(element: Any) -> str:
    """The words beside an element up to the next blocks."""
    while element.getparent() is not None and element.getparent().tag in INLINE:
        element = element.getparent()
    before, after = [], ["".join(element.itertext()), element.tail or ""]
    for one in element.itersiblings(preceding=True):
        before.append(one.tail or "")
        if one.tag not in INLINE:
            break
        before.append("".join(one.itertext()))
    else:
        parent = element.getparent()
        before.append((parent.text if parent is not None else None) or "")
    for one in element.itersiblings():
        if one.tag not in INLINE:
            break
        after += ["".join(one.itertext()), one.tail or ""]
    return " ".join("".join([*reversed(before), *after]).split())
