"""The first way through OFAC's ADVANCED file: what belongs to a party and stands far from it.

The file has its tables of reference values first, then all locations, all documents, all parties, all
relations and all entries of the sanctions lists, tied together by numbers. What belongs to parties goes
into a file of its own, from which each party gets its parts when it comes by on the second way through;
in memory stay the reference values, the parties' names and where each part lies.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Final, NamedTuple

from lxml import etree

from namesake.sources.ofac_elements import text_of
from namesake.sources.xmlstream import local_name

__all__ = ["Parts", "ReferenceValues", "Value"]

_IN_MEMORY: Final = 16 << 20


class Value(NamedTuple):
    """A reference value.

    Attributes:
        text: what it means: `Passport`.
        attributes: what else the file says of it, by local name.
    """

    text: str
    attributes: dict[str, str]


class ReferenceValues:
    """The tables of reference values: what the numbers in the file mean.

    Args:
        element: `ReferenceValueSets`; None where the file has none.
    """

    def __init__(self, element: etree._Element | None = None) -> None:
        self._values: dict[tuple[str, str], Value] = {}
        for table in element if element is not None else ():
            for item in table:
                attributes = {str(key): str(value) for key, value in item.attrib.items()}
                self._values[local_name(item), attributes.get("ID", "")] = Value(text_of(item), attributes)

    def get(self, table: str, number: str | None) -> Value | None:
        """The value `number` of the table of `table`; None when the file does not explain it."""
        return self._values.get((table, number or ""))


class Parts:
    """Elements of a file, kept outside memory by the number they are asked for with.

    They are kept in a temporary file that has no name and goes with the process.
    """

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as this does
        weakref.finalize(self, self._file.close)
        self._places: dict[str, dict[str, list[int]]] = {}
        self._size = 0
        self._asked: set[tuple[str, str]] = set()

    def put(self, number: str, element: etree._Element) -> None:
        """Keep an element under `number`."""
        data = etree.tostring(element, encoding="utf-8", with_tail=False)
        self._file.seek(self._size)
        self._file.write(data)
        self._places.setdefault(local_name(element), {}).setdefault(number, []).extend(
            (self._size, len(data))
        )
        self._size += len(data)

    def take(self, tag: str, number: str) -> list[etree._Element]:
        """The elements `tag` kept under `number`, in the order of the file."""
        places = self._places.get(tag, {}).get(number, [])
        if places:
            self._asked.add((tag, number))
        return [self._element(start, length) for start, length in zip(places[::2], places[1::2], strict=True)]

    def never_taken(self, tag: str) -> Iterator[str]:
        """The numbers under which elements `tag` are kept that nobody asked for."""
        return (number for number in self._places.get(tag, {}) if (tag, number) not in self._asked)

    def _element(self, start: int, length: int) -> etree._Element:
        self._file.seek(start)
        return etree.fromstring(self._file.read(length), _PARSER)


_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
