"""An XML edition and its date, where it gives one at its beginning: what several publishers' files share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import ListId
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.xmlstream import ElementStream, local_name

__all__ = ["Layout", "XmlEdition"]


def _day(moment: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(moment[:10])
    except ValueError:
        return None


class Layout(NamedTuple):
    """How a publisher's file is laid out.

    Attributes:
        whose: the publisher in messages: "the EU's".
        root: local name of the document element.
        entries: local names of its entries.
        dated_by: the document element's attribute with the time stamp, or the element before the entries;
            None where files carry no date.
        day: the day that a time stamp shows; None when it is no date. Usually it begins as ISO 8601 does.
    """

    list: ListId
    format: str
    whose: str
    root: str
    entries: frozenset[str]
    dated_by: str | None
    day: Callable[[str], dt.date | None] = _day


class XmlEdition:
    """A file opened as far as its first entry.

    Args:
        file: the file.
        layout: what it must look like.
        as_list: the list the caller takes it for.

    Attributes:
        reading: its header; the reader gives it its records.
        entries: its entries, one at a time.
        attributes: the document element's attributes.

    Raises:
        ListError: another document element, no entries, damaged, or `as_list` is another list.
    """

    def __init__(self, file: SourceFile, layout: Layout, as_list: ListId | None = None) -> None:
        self._name = file.name
        self._layout = layout
        whose, list_id = layout.whose, layout.list
        if as_list not in (None, list_id):
            raise ListError(
                f"{file.name} is {whose} list ({list_id}) and can't be {as_list}; leave --list out"
            )
        dated_by = layout.dated_by
        self._stream = ElementStream(file, layout.entries | ({dated_by} if dated_by else set()))
        if self._stream.root != layout.root:
            raise ListError(
                f"{file.name} begins with <{self._stream.root}>, {whose} list with <{layout.root}>; "
                "download that one"
            )
        moment = self._stream.attributes.get(dated_by) if dated_by else None
        elements = iter(self._stream)
        first = next(elements, None)
        if first is not None and local_name(first) == dated_by:
            moment = (first.text or "").strip()
            first = next(elements, None)
        if first is None:
            raise ListError(f"{file.name} holds no entries; download it again")
        self.entries: Iterator[etree._Element] = chain((first,), elements)
        self.attributes = self._stream.attributes
        published = layout.day(moment) if moment else None
        self.reading = Reading(list_id, layout.format, iter(()), published=published, moment=moment)

    def with_remarks(self, records: Iterator[Party | Problem]) -> Iterator[Party | Problem]:
        """The records, and the problems of the file as a whole."""
        yield from self._undated()
        yield from records
        for offset, byte in self._stream.mended:
            yield Problem(
                f"{self._name} byte {offset}",
                f"the control character 0x{byte:02x} was replaced by a space",
            )

    def _undated(self) -> Iterator[Problem]:
        if self._layout.dated_by and self.reading.published is None:
            yield Problem(
                self._name,
                f"its {self._layout.dated_by}, {self.reading.moment!r}, is no date; give it with --published",
                field=self._layout.dated_by,
            )
