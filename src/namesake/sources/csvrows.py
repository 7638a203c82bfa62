"""Rows of a large CSV file one at a time, each with the line it begins on and its text as it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from namesake.errors import ListError
from namesake.sources.reading import SourceFile

__all__ = ["UTF_16", "CsvRow", "csv_rows"]

UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
"""How a UTF-16 file begins."""


@dataclass(slots=True)
class CsvRow:
    """A row: the line it begins on, its fields, and the lines as they stand."""

    line: int
    fields: list[str]
    text: str


def csv_rows(file: SourceFile, delimiter: Callable[[str], str]) -> Iterator[CsvRow]:
    """The rows that are not blank.

    Args:
        file: UTF-8, with quotes doubled inside quoted fields.
        delimiter: which one it is, told from the first line.

    Raises:
        ListError: not UTF-8, a zero byte, a quote that does not close, or a field beyond the size the
            `csv` module allows (128 KiB).
    """
    consumed: list[str] = []

    def lines() -> Iterator[str]:
        for line in chain((first,), stream):
            if "\0" in line:
                raise ListError(f"{file.name} holds a zero byte and is no text; save it as CSV UTF-8")
            consumed.append(line)
            yield line

    with file.open() as binary, io.TextIOWrapper(binary, encoding="utf-8-sig", newline="") as stream:
        begins = 1
        try:
            first = next(stream, "")
            reader = csv.reader(lines(), delimiter=delimiter(first), strict=True)
            for fields in reader:
                if any(cell.strip() for cell in fields):
                    yield CsvRow(begins, fields, "".join(consumed).rstrip("\r\n"))
                consumed.clear()
                begins = reader.line_num + 1
        except UnicodeDecodeError:
            raise ListError(
                f"{file.name} is not UTF-8 ({_first_bad_byte(file)}); save it as CSV UTF-8"
            ) from None
        except csv.Error as error:
            raise ListError(
                f"{file.name} line {begins}: a quote is opened or closed in the wrong place ({error}); "
                "a quote inside a quoted field is doubled"
            ) from None


def _first_bad_byte(file: SourceFile) -> str:
    with file.open() as stream:
        for number, line in enumerate(stream, 1):
            if number == 1 and line.startswith(UTF_16):
                return "it is UTF-16"
            try:
                line.decode()
            except UnicodeDecodeError as error:
                return f"byte 0x{line[error.start]:02X} in line {number}"
    return "it breaks off inside a character"
