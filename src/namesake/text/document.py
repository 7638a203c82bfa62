"""A text to be read, and what it says of itself."""

from __future__ import annotations

import datetime as dt

from namesake.model.values import Value

__all__ = ["Document", "document_of"]


class Document(Value, frozen=True):
    """A text to be read.

    Attributes:
        text: what is read: the text as it was given, or what an HTML page says without its trimmings.
        title: its headline, where it has one.
        dateline: the day it says it is of.
        language: ISO 639-1, where it can be told.
    """

    text: str
    title: str | None = None
    dateline: dt.date | None = None
    language: str | None = None

    @property
    def characters(self) -> int:
        """How many characters are read."""
        return len(self.text)


def document_of(content: str | bytes, *, name: str = "") -> Document:
    """The document that a file's content is.

    Args:
        content: plain text or HTML; bytes of any usual encoding.
        name: what it is called, for messages.
    """
    if isinstance(content, bytes):
        content = content.decode("utf-8")
    return Document(text=content)
