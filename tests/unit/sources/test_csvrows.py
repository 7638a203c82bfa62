"""Rows of a CSV with their lines and texts."""

from __future__ import annotations

import csv

import pytest

from namesake.errors import ListError
from namesake.sources.csvrows import CsvRow, csv_rows
from namesake.sources.files import from_bytes


def rows(data: bytes) -> list[CsvRow]:
    return list(csv_rows(from_bytes("list.csv", data), lambda _: ","))


def test_a_row_knows_its_line_and_its_text_though_a_field_goes_on_over_lines() -> None:
    data = b'\xef\xbb\xbfa,b\r\n\r\n"one\ntwo",c\r\nd,"e ""f"""\r\n'
    assert rows(data) == [
        CsvRow(1, ["a", "b"], "a,b"),
        CsvRow(3, ["one\ntwo", "c"], '"one\ntwo",c'),
        CsvRow(5, ["d", 'e "f"'], 'd,"e ""f"""'),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a,b\nc,Jos\xe9\n", r"list\.csv is not UTF-8 \(byte 0xE9 in line 2\)"),
        ("a,b\n".encode("utf-16"), r"is not UTF-8 \(it is UTF-16\)"),
        (b"a,b\nc,\xe2\x82", r"is not UTF-8"),
        (b"a\0,b\n", "holds a zero byte"),
        (b'a,b\n"c,d\n', r"list\.csv line 2: a quote is opened or closed in the wrong place"),
        (b'a,b\n"c"x,d\n', r"list\.csv line 2: a quote"),
        (b"a,b\n" + b"x" * 200_000 + b",d\n", r"list\.csv line 2: .*field larger than field limit"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place(data: bytes, message: str) -> None:
    before = csv.field_size_limit(131_072)  # a library that another test imports may have lifted it
    try:
        with pytest.raises(ListError, match=message):
            rows(data)
    finally:
        csv.field_size_limit(before)
