"""A workbook's rows are read as texts, and nothing that could fill the memory is."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest

from namesake.errors import ListError
from namesake.sources import workbook
from namesake.sources.files import ReceivedFile, from_bytes
from namesake.sources.reading import SourceFile
from namesake.sources.workbook import is_workbook, sheet_rows, workbook_name
from tests.unit.sources.making_workbooks import SHEET, STRINGS, parts_of, xlsx


def members(raw: bytes) -> tuple[SourceFile, ...]:
    return ReceivedFile("list.xlsx", raw).members()


def rows(*cells: list[object]) -> list[tuple[str, ...]]:
    return sheet_rows(members(xlsx(*cells)))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Kabul, Afghanistan\xa0\xa0", "Kabul, Afghanistan"),
        ("one\r\ntwo", "one\ntwo"),
        ("محمد حسن أخوند", "محمد حسن أخوند"),
        ("Tom & <Jerry>", "Tom & <Jerry>"),
        # The list writes references and years as numbers: 2.0, 1958.0.
        (2, "2"),
        (1958.0, "1958"),
        (1.5, "1.5"),
        (True, "true"),
        (False, "false"),
        (dt.date(2026, 4, 14), "2026-04-14"),
        (dt.datetime(2026, 4, 14, 13, 30), "2026-04-14T13:30:00"),
        (None, ""),
    ],
)
def test_a_cell_is_its_text(cell: object, text: str) -> None:
    assert rows(["Reference", "x"], ["1", cell])[1] == ("1", text)


def test_rows_keep_their_places_and_are_equally_long() -> None:
    assert rows(["a", "b", "c"], [], [None, "e"]) == [("a", "b", "c"), ("", "", ""), ("", "e", "")]


def test_strings_that_many_cells_share_are_read() -> None:
    raw = xlsx(["Reference"], ["same"], ["same"], shared=True)
    assert STRINGS in parts_of(raw)
    assert sheet_rows(members(raw)) == [("Reference",), ("same",), ("same",)]


def test_a_workbook_is_told_by_its_parts_and_has_its_own_name() -> None:
    files = members(xlsx(["a"]))
    assert is_workbook(files)
    assert workbook_name(files) == "list.xlsx"
    assert not is_workbook([from_bytes("list.xlsx", b"no zip")])
    assert not is_workbook([])


def test_what_lacks_the_workbooks_own_part_is_refused() -> None:
    with pytest.raises(ListError, match=r"list.csv is no workbook \(XLSX\)"):
        sheet_rows([from_bytes("list.csv", b"a,b")])


def changed(part: str, change: Callable[[bytes], bytes], raw: bytes | None = None) -> bytes:
    parts = parts_of(raw or xlsx(["Reference"], ["1"]))
    parts[part] = change(parts[part])
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return whole.getvalue()


def sheet_with(row: bytes) -> bytes:
    return changed(SHEET, lambda data: data.replace(b"</sheetData>", row + b"</sheetData>"))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        # One far cell asks for all cells up to it: 16,384 columns by a million rows are 100 GB.
        (sheet_with(b'<row><c r="XFD1048576"/></row>'), "has a cell at XFD1048576, beyond 50 columns"),
        (
            sheet_with(b'<row><c r="B100001"/></row>'),
            "has a cell at B100001, beyond 50 columns and 100,000 rows",
        ),
        (sheet_with(b'<row><c r="AY2"/></row>'), "has a cell at AY2, beyond 50 columns"),
        (sheet_with(b"<row><c><v>1</v></c></row>"), "has a cell that does not say where it is"),
        (sheet_with(b"<row><c x=' r=\"A1\" '/></row>"), "has a cell that does not say where it is"),
        (
            changed(SHEET, lambda data: b'<!DOCTYPE a [<!ENTITY b "x">]>' + data),
            r"list.xlsx/xl/worksheets/sheet1.xml declares a document type \(DOCTYPE\)",
        ),
        (changed(SHEET, lambda data: b"\xff\xfe" + data.decode().encode("utf-16-le")), "is in UTF-16"),
        (changed(SHEET, lambda data: data[:-40]), "list.xlsx is damaged or no workbook"),
        (changed(SHEET, lambda data: b""), "sheet1.xml is empty; download it again"),
        (changed("xl/workbook.xml", lambda data: b"<workbook/>"), "list.xlsx is damaged or no workbook"),
    ],
)
def test_what_is_damaged_or_made_to_harm_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        sheet_rows(members(raw))


def test_the_farthest_cell_that_is_allowed_is_read() -> None:
    read = sheet_rows(members(sheet_with(b'<row r="5"><c r="AX5"><v>7</v></c></row>')))
    assert (len(read), len(read[0]), read[4][49]) == (5, 50, "7")


def test_a_packed_bomb_is_refused_while_it_is_unpacked() -> None:
    raw = changed(SHEET, lambda data: data.replace(b"</sheetData>", b" " * (70 << 20) + b"</sheetData>"))
    with pytest.raises(ListError, match="unpacks to more than 200 times"):
        sheet_rows(members(raw))


def test_more_than_a_list_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_PARTS", 1000)
    with pytest.raises(ListError, match=r"list.xlsx holds more than 1,000 bytes, as no list does"):
        rows(["a" * 2000])


def test_a_zip_that_lies_about_its_sizes_gives_the_library_nothing_more() -> None:
    """What goes to the library are the bytes that were counted, in a zip that packs nothing."""
    raw = bytearray(xlsx(["Reference"], ["1"]))
    place = raw.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert raw[place : place + 4] == b"PK\x01\x02"
    raw[place + 24 : place + 28] = (10).to_bytes(4, "little")  # the unpacked size in the directory
    with pytest.raises(ListError, match=r"list\.xlsx"):
        sheet_rows(members(bytes(raw)))


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_half_a_workbook_is_refused(share: float) -> None:
    raw = xlsx(*([number, "x"] for number in range(500)))
    with pytest.raises(ListError, match=r"list\.xlsx"):
        sheet_rows(members(raw[: int(len(raw) * share)]))
