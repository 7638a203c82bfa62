"""What a reader gives back: the header of an edition, then its parties and problems one by one.

A reader is a module with three names:

* `FORMAT`: its short name (`un-xml`), kept with every edition it read;
* `recognises(files)`: whether these files are its own, from their content;
* `read(files, as_list=None)`: a `Reading`. The header is read at once, so that a foreign or empty
  file is refused before anything else happens; the records stream.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from namesake.model.edition import Problem
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId

__all__ = ["Reader", "Reading", "SourceFile"]


class SourceFile(Protocol):
    """One file as the user named it, decompressed on the fly."""

    @property
    def name(self) -> str:
        """The file's own name without folder, for messages: `sdn.xml.gz`."""

    def open(self) -> BinaryIO:
        """Its content from the start, decompressed; reading past the size limit is a `ListError`."""

    def head(self, size: int = 4096) -> bytes:
        """The first `size` bytes of its content."""


@dataclass(slots=True)
class Reading:
    """An edition being read.

    Attributes:
        list: the watch list these records belong to.
        format: the reader's `FORMAT`.
        published: the day the file dates itself; None when it does not.
        moment: the file's own time stamp where it is finer than a day.
        declared: how many records the file says it holds, where it says so.
        lacks: kinds of facts this file can't carry (a partial edition).
        leaves_out: kinds of facts that the publisher gives in a fuller layout, and in this one not or for
            few parties. Unlike one that `lacks` them, the edition is whole: they are gone with it, which
            is told and no reason to refuse it.
        records: the parties, and a problem for each record or field that could not be read. Consume
            it once. A file that breaks off raises `ListError` when the break is reached.
        seen: counted while `records` is consumed: the records met in the file, read or not. Each one
            is either a `Party` or a `Problem` with `lost=True`.
    """

    list: ListId
    format: str
    records: Iterator[Party | Problem]
    published: dt.date | None = None
    moment: str | None = None
    declared: int | None = None
    lacks: tuple[FactKind, ...] = ()
    leaves_out: tuple[FactKind, ...] = ()
    seen: int = field(default=0)


class Reader(Protocol):
    """A module that reads one publisher's format."""

    FORMAT: str

    def recognises(self, files: Sequence[SourceFile]) -> bool:
        """Whether these files are in this reader's format."""

    def read(self, files: Sequence[SourceFile], as_list: ListId | None = None) -> Reading:
        """The edition these files hold.

        Args:
            files: one file, or the few that belong together (a CSV trio).
            as_list: read them as this list instead of the one the content tells; `ListError` when
                the content says that they can't be that list.
        """
