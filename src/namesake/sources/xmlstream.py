"""Elements of a large XML file one at a time, safely.

No document type, no entities, no network. A control character that XML forbids is replaced by a
space and counted: the UN's edition of 2025-08-16 holds one (0x19).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from lxml import etree

from namesake.errors import ListError
from namesake.sources.reading import SourceFile

__all__ = ["ElementStream", "child_text", "local_name"]

_FORBIDDEN: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SIZE: Final = 1 << 16


class _Mended(io.RawIOBase):
    """A byte stream without the control characters XML forbids.

    UTF-16 can't pass through here, and no publisher we know uses it: its zero bytes would be mended
    away and the parser then says that the file is not well-formed.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.mended: list[tuple[int, int]] = []
        self._offset = 0

    def read(self, size: int = -1) -> bytes:
        data = self._raw.read(_SIZE if size < 0 else size)
        if _FORBIDDEN.search(data):
            self.mended += [(self._offset + hit.start(), hit[0][0]) for hit in _FORBIDDEN.finditer(data)]
            data = _FORBIDDEN.sub(b" ", data)
        self._offset += len(data)
        return data


class ElementStream:
    """The elements of one XML file in document order, each forgotten when the next is asked for.

    Args:
        file: the file to read.
        tags: local names of the elements wanted, whatever their namespace.

    Attributes:
        root: local name of the document element.
        attributes: the document element's attributes.
        mended: (byte offset, byte) of each forbidden control character met so far.

    Raises:
        ListError: not XML, a document type or entity in it, or cut off in the middle.
    """

    def __init__(self, file: SourceFile, tags: frozenset[str]) -> None:
        self._name = file.name
        self._tags = tags
        self._stream = _Mended(file.open())
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
            raise ListError(f"{self._name} is not XML: {error.msg}") from error
        if root.getroottree().docinfo.doctype:
            raise ListError(
                f"{self._name} declares a document type (DOCTYPE); no publisher's list does, "
                "and it could smuggle in entities, so it is refused"
            )
        self.root = local_name(root)
        self.attributes = {str(key): str(value) for key, value in root.attrib.items()}

    @property
    def mended(self) -> list[tuple[int, int]]:
        """Where control characters were replaced, and which."""
        return self._stream.mended

    def __iter__(self) -> Iterator[etree._Element]:
        depth_inside = 0
        try:
            for event, element in self._events:
                if not isinstance(element.tag, str):
                    continue
                wanted = local_name(element) in self._tags
                if event == "start":
                    depth_inside += wanted
                    continue
                depth_inside -= wanted
                if wanted and depth_inside == 0:
                    yield element
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except etree.XMLSyntaxError as error:
            raise ListError(
                f"{self._name} breaks off or is damaged at line {error.lineno}: {error.msg}. "
                "Download it again; nothing of it was kept"
            ) from error


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return etree.QName(element).localname


def child_text(element: etree._Element, name: str) -> str | None:
    """Stripped text of the first child called `name` in any namespace; None when absent or empty."""
    for child in element:
        if isinstance(child.tag, str) and local_name(child) == name:
            text = (child.text or "").strip()
            return text or None
    return None
