"""Columns that grow while an index is built, small enough for millions of rows."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from typing import IO, Any, Final

import numpy as np

from namesake.errors import SnapshotError
from namesake.index.layout import Array

__all__ = ["Block", "Rows", "Spill", "picked", "ranked", "regrouped"]

_IN_MEMORY: Final = 1 << 26
"""Bytes of records that are kept in memory; what is more waits in a temporary file."""
_AT_ONCE: Final = 1 << 14


class Rows:
    """The columns of a table being filled, by name and type of `array`."""

    def __init__(self, **types: str) -> None:
        self._columns: dict[str, array[Any]] = {name: array(type) for name, type in types.items()}
        self._appends = [column.append for column in self._columns.values()]

    def __len__(self) -> int:
        return len(next(iter(self._columns.values())))

    def add(self, *values: int) -> None:
        """One more row."""
        for append, value in zip(self._appends, values, strict=True):
            append(value)

    def arrays(self) -> dict[str, Array]:
        """The columns, not copied: nothing can be added any more."""
        return {name: np.frombuffer(column, dtype=column.typecode) for name, column in self._columns.items()}


class Block:
    """Short texts being gathered into one block of bytes."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, text: bytes) -> None:
        """One more text."""
        self._bytes += text
        self._ends.append(len(self._bytes))

    def arrays(self, name: str, order: Array | None = None) -> dict[str, Array]:
        """The block and its offsets, in this order where one is given."""
        block = np.frombuffer(self._bytes, dtype=np.uint8)
        offsets = np.frombuffer(self._ends, dtype=np.int64)
        if order is not None:
            pieces = list(_reordered(block, offsets, order))
            block = np.concatenate(pieces) if pieces else block[:0]
            offsets = _places_from(np.diff(offsets)[order])
        return {f"{name}_block": block, f"{name}_offsets": offsets}


class Spill:
    """Long texts being gathered; many of them wait in a temporary file, which goes with the arrays.

    `close` it in the end: what `arrays` gave stays.

    Raises:
        SnapshotError: there is no room for the file.
    """

    def __init__(self) -> None:
        self._ends = array("q", [0])
        self._latest = bytearray()
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, text: bytes) -> None:
        """One more text."""
        self._ends.append(self._ends[-1] + len(text))
        self._write(text)

    def arrays(self, name: str, order: Array | None = None) -> dict[str, Array]:
        """The block, mapped where it is in the file, and its offsets, in this order where one is given."""
        offsets = np.frombuffer(self._ends, dtype=np.int64)
        block = self._block()
        if order is not None:
            with closing(Spill()) as ordered:
                for piece in _reordered(block, offsets, order):
                    ordered._write(piece.data)
                offsets, block = _places_from(np.diff(offsets)[order]), ordered._block()
        return {f"{name}_block": block, f"{name}_offsets": offsets}

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            with suppress(OSError):  # what could not be written has been told
                self._file.close()

    def _write(self, text: bytes | memoryview) -> None:
        self._latest += text
        if len(self._latest) > _IN_MEMORY:
            self._flush()

    def _flush(self) -> None:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115  # `close` closes it
            self._file.write(self._latest)
            self._file.flush()
        except OSError as error:
            raise SnapshotError(
                f"there is no room for the index while it is built ({error.strerror or error}): "
                f"make some in {tempfile.gettempdir()}, or name another folder with TMPDIR"
            ) from error
        self._latest = bytearray()

    def _block(self) -> Array:
        if self._file is None:
            return np.frombuffer(self._latest, dtype=np.uint8)
        self._flush()
        return np.memmap(self._file, dtype=np.uint8, mode="r").view(np.ndarray)


def regrouped(counts: Array, order: Array | None) -> tuple[Array, Array | None]:
    """Rows that belong to groups, when the groups come in another order.

    Args:
        counts: how many rows each group has.
        order: the groups in their new order, by their old numbers; None where they stay.

    Returns:
        Where each group's rows begin now and where the last one's end; for each row where it was, None where
        they stay.
    """
    before = _places_from(counts)
    return (before, None) if order is None else _spread(before, order)


def picked(columns: Mapping[str, Array], order: Array | None) -> dict[str, Array]:
    """The columns with their rows in this order."""
    return {name: column if order is None else column[order] for name, column in columns.items()}


def ranked(numbers: Array, order: Array | None) -> Array:
    """The new numbers of things in a new order, by their old ones."""
    if order is None:
        return numbers
    ranks = np.empty(len(order), dtype=numbers.dtype)
    ranks[order] = np.arange(len(order))
    return ranks[numbers]


def _places_from(counts: Array) -> Array:
    """Where each of groups of these sizes begins, and where the last one ends."""
    places = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=places[1:])
    return places


def _spread(starts: Array, order: Array) -> tuple[Array, Array]:
    now = _places_from(np.diff(starts)[order])
    return now, np.repeat(starts[order] - now[:-1], np.diff(now)) + np.arange(now[-1])


def _reordered(block: Array, offsets: Array, order: Array) -> Iterator[Array]:
    """The texts in another order, some at a time: a place for each byte takes eight."""
    for start in range(0, len(order), _AT_ONCE):
        yield block[_spread(offsets, order[start : start + _AT_ONCE])[1]]
