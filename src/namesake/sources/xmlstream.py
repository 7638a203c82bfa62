"""Elements of a large XML file one at a time, safely.

No document type, no entities, no network. A control character that XML forbids is replaced by a
space and reported.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from namesake.errors import ListError
from namesake.sources.reading import SourceFile

__all__ = ["ElementStream", "child_text", "local_name", "record_text"]

_FORBIDDEN: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NAMESPACES: Final = re.compile(r'(?: xmlns(?::\w+)?="[^"]*")+')
_STEP: Final = 1 << 16
_MAX_MENDED: Final = 1000
_MOST_NAMES: Final = 1000
_MAX_IN_RECORD: Final = 100_000  # The EU's largest record has about 300 elements.


class ElementStream:
    """The elements of one XML file in document order, each forgotten when the next is asked for.

    Args:
        file: the file to read.
        tags: local names of the elements wanted, whatever their namespace.

    Attributes:
        root: local name of the document element.
        attributes: the document element's attributes.

    Raises:
        ListError: not XML, a document type or entity in it, or cut off in the middle.
    """

    def __init__(self, file: SourceFile, tags: frozenset[str]) -> None:
        self._name = file.name
        self._tags = tags
        self._stream = _Mended(file)
        self._events = etree.iterparse(
            self._stream,
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            _, root = next(self._events)
        except StopIteration:
            raise ListError(f"{self._name} is empty; download it again") from None
        except etree.XMLSyntaxError as error:
            raise ListError(f"{self._name} is not XML: {error.msg}; download it again") from error
        if root.getroottree().docinfo.doctype:
            raise ListError(
                f"{self._name} declares a document type (DOCTYPE); no publisher's list does, "
                "and it could smuggle in entities, so it is refused"
            )
        self.root = local_name(root)
        self.attributes = {str(key): str(value) for key, value in root.attrib.items()}

    @property
    def mended(self) -> list[tuple[int, int]]:
        """(byte offset, byte) of each control character replaced so far."""
        return self._stream.mended

    def __iter__(self) -> Iterator[etree._Element]:
        wanted_around = elements = 0
        # Asked once for each name and not for each element: ENHANCED has 150 elements a party.
        known: dict[str, bool] = {}
        try:
            for event, element in self._events:
                wanted = known.get(element.tag)
                if wanted is None:
                    wanted = local_name(element) in self._tags
                    if len(known) < _MOST_NAMES:
                        known[element.tag] = wanted
                if event == "start":
                    wanted_around += wanted
                    elements = elements + 1 if wanted_around else 0
                    if elements > _MAX_IN_RECORD:
                        raise ListError(
                            f"{self._name} has a record of more than {_MAX_IN_RECORD:,} elements, as no list "
                            "has, so it is refused; download it again"
                        )
                    continue
                wanted_around -= wanted
                if wanted_around == 0:
                    elements = 0
                    if wanted:
                        yield element
                    _forget(element)
        except etree.XMLSyntaxError as error:
            raise ListError(
                f"{self._name} breaks off or is damaged at line {error.lineno}: {error.msg}. "
                "Download it again; nothing of it was kept"
            ) from error


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    # With etree.QName, reading the SDN.XML of May 2024 took 3.3 s instead of 2.4 s.
    return str(element.tag).rpartition("}")[2]


def child_text(element: etree._Element, name: str) -> str | None:
    """Stripped text of the first child called `name` in any namespace; None when absent or empty."""
    for child in element:
        if isinstance(child.tag, str) and local_name(child) == name:
            text = (child.text or "").strip()
            return text or None
    return None


def record_text(element: etree._Element) -> str:
    """The element as it stood in the file, so without the namespaces that its ancestors declare."""
    return _NAMESPACES.sub("", etree.tostring(element, encoding="unicode", with_tail=False), count=1)


class _Mended(io.RawIOBase):
    """A file's bytes without the control characters XML forbids.

    UTF-16 can't pass through here, and no publisher we know uses it: its zero bytes are too many.
    """

    def __init__(self, file: SourceFile) -> None:
        self._name = file.name
        self._raw: BinaryIO = file.open()
        self._offset = 0
        self.mended: list[tuple[int, int]] = []

    def read(self, size: int = -1) -> bytes:
        data = self._raw.read(_STEP if size < 0 else size)
        if _FORBIDDEN.search(data):
            self.mended += [(self._offset + hit.start(), hit[0][0]) for hit in _FORBIDDEN.finditer(data)]
            if len(self.mended) > _MAX_MENDED:
                raise ListError(
                    f"{self._name} holds more than {_MAX_MENDED:,} control characters, so it is damaged or "
                    "not UTF-8 text; download it again"
                )
            data = _FORBIDDEN.sub(b" ", data)
        self._offset += len(data)
        return data


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
