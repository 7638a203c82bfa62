"""What the readers of OFAC's three XML layouts share: opening the file, and taking texts from elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.sources.ofac_facts import Entry
from namesake.sources.reading import SourceFile
from namesake.sources.xmlstream import ElementStream, local_name, record_text

__all__ = [
    "begins_with",
    "compact_record",
    "fields",
    "mended",
    "only_file",
    "open_stream",
    "text_of",
    "with_unknown_told",
]


def begins_with(files: Sequence[SourceFile], root: str) -> bool:
    """Whether this is one XML file whose document element is `root`, in any namespace."""
    head = files[0].head() if len(files) == 1 else b""
    first_tag = _START_TAG.search(head)
    # A document type before it is refused by `open_stream`, which says why.
    return bool(_IS_XML.match(head) and first_tag and first_tag[1] == root.encode())


def only_file(files: Sequence[SourceFile]) -> SourceFile:
    """The one file of an edition; `ListError` when there are more."""
    if len(files) != 1:
        names = ", ".join(file.name for file in files)
        raise ListError(f"OFAC's XML is one file and not {len(files)} ({names}); add each by itself")
    return files[0]


def open_stream(file: SourceFile, root: str, tags: frozenset[str], *, wanted: str) -> ElementStream:
    """The file's elements `tags`.

    Args:
        file: the file.
        root: local name of its document element; with another it is a `ListError`.
        tags: as `ElementStream` takes them.
        wanted: the file that has this layout, for the message.
    """
    stream = ElementStream(file, tags)
    if stream.root != root:
        raise ListError(
            f"{file.name} begins with <{stream.root}>, OFAC's {wanted} with <{root}>; download that one"
        )
    return stream


def fields(element: etree._Element) -> dict[str, str]:
    """The texts of its children, by local name; children without text are left out."""
    return {local_name(child): text for child in element if (text := text_of(child))}


def text_of(element: etree._Element) -> str:
    """Its stripped text, empty where it has none."""
    return (element.text or "").strip()


def compact_record(elements: Iterable[etree._Element]) -> str:
    """The elements a party was read from as they stood in the file, without the indentation between them.

    Of OFAC's ENHANCED file it is more than half.
    """
    return "\n".join(_INDENTATION.sub("><", record_text(element)) for element in elements)


def with_unknown_told(
    entries: Iterable[tuple[Entry | Problem, Sequence[etree._Element]]], known: frozenset[str]
) -> Iterator[Entry | Problem]:
    """The entries, each first one that has an element of a name not `known` with a problem that says so.

    Args:
        entries: each with the elements it was read from.
        known: local names of the elements that are read, or passed over knowingly.
    """
    told: set[str] = set()
    for entry, elements in entries:
        if isinstance(entry, Entry):
            tags = {local_name(item) for element in elements for item in element.iter()}
            for tag in sorted(tags - known - told):
                told.add(tag)
                entry.add_problem(tag, f"the element <{tag}> is not known here; the party's record keeps it")
        yield entry


def mended(stream: ElementStream, name: str) -> Iterator[Problem]:
    """A problem for each control character replaced in the file so far."""
    for offset, byte in stream.mended:
        yield Problem(f"{name} byte {offset}", f"the control character 0x{byte:02x} was replaced by a space")


_IS_XML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_INDENTATION: Final = re.compile(r">\s*\n\s*<")
_START_TAG: Final = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
