"""A text to be read, and what it says of itself."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from namesake.errors import InputError
from namesake.model.values import Value
from namesake.text.datelines import dateline_of
from namesake.text.decoding import decoded
from namesake.text.html_pages import is_html, page_of
from namesake.text.language_guess import language_of

__all__ = ["Document", "document_of"]

_LIMIT_MB = 64
_LIMIT: Final = _LIMIT_MB * 1024 * 1024
_FIRST_YEAR = 1986
"""What is dated earlier is more likely a birth, and lists like today's were not published yet."""


class Document(Value, frozen=True):
    """A text to be read.

    Attributes:
        text: what is read: the text as it was given, or what an HTML page says without its trimmings.
        title: its headline, where it has one.
        dateline: the day it says it is of.
        language: ISO 639-1, where it can be told.
        warnings: what was not read as the reader may expect.
    """

    text: str
    title: str | None = None
    dateline: dt.date | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """How many characters are read."""
        return len(self.text)


def document_of(content: str | bytes, *, name: str = "") -> Document:
    """The document that a file's content is.

    Plain text stays as it is, signs that don't show included, so that offsets count its own characters; of
    bytes only a byte order mark goes. A half of a surrogate pair, which is no character, becomes U+FFFD.

    Args:
        content: plain text or HTML; bytes of any usual encoding.
        name: what it is called, for messages.

    Raises:
        InputError: it is larger than 64 MB, no text, or in an encoding that can't be told.

    >>> document_of("BAGHDAD, Jan 14, 2021 (Agency) - He said so.").dateline
    datetime.date(2021, 1, 14)
    """
    what = name or "The text"
    if len(content) > _LIMIT:
        unit = "bytes" if isinstance(content, bytes) else "characters"
        raise InputError(
            f"{what} is larger than {_LIMIT_MB} MB ({len(content):,} {unit}). Split it and read the parts."
        )
    text, warnings = decoded(content, what=what) if isinstance(content, bytes) else _whole(content)
    if not is_html(text):
        language = language_of(text)
        dateline, remarks = _believed(dateline_of(text, language=language))
        return Document(text, None, dateline, language, warnings + remarks)
    page = page_of(text, what=what)
    language = language_of(page.text)
    dateline, remarks = _believed(
        dateline_of(page.prose, title=page.title, language=language, published=page.published)
    )
    return Document(page.text, page.title, dateline, language, warnings + page.warnings + remarks)


def _believed(day: dt.date | None) -> tuple[dt.date | None, tuple[str, ...]]:
    """The day a text says it is of, where lists can tell of it; else what to say of that."""
    if day is None or day.year >= _FIRST_YEAR:
        return day, ()
    return None, (
        f"The text seems to be dated {day}, before there were lists as today's; that is more likely "
        "somebody's birth, so the text is read as of now. To read it as of another day, give that day.",
    )


def _whole(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without halves of surrogate pairs, which no file can hold."""
    whole, halves = (text, 0) if text.isascii() else _HALF.subn("\ufffd", text)
    return whole, () if not halves else (f"{halves:,} characters are halves of one, and shown as \ufffd.",)


_HALF: Final = re.compile("[\ud800-\udfff]")
