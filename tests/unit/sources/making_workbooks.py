"""Workbooks as Excel and LibreOffice write them, made of rows, by hand and without any library."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

__all__ = ["SHEET", "STRINGS", "parts_of", "xlsx"]

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_TYPE = "/".join((_OFFICE, "worksheet"))
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_DAY = dt.datetime(1899, 12, 30)


def xlsx(*rows: Sequence[object], shared: bool = False) -> bytes:
    """A workbook of one sheet with these rows."""
    strings: list[str] = []
    body = "".join(
        f'<row r="{number}">'
        + "".join(
            _cell(f"{chr(65 + place)}{number}", value, strings if shared else None)
            for place, value in enumerate(row)
            if value is not None
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": _element(
            "workbook",
            f'xmlns:r="{_OFFICE}"',
            '<sheets><sheet name="Consolidated List" sheetId="1" r:id="rId1"/></sheets>',
        ),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">'
        f'<Relationship Id="rId1" Type="{_SHEET_TYPE}" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        # Style 1 is a day, style 2 a day and an hour.
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>'
        "</cellXfs></styleSheet>",
        SHEET: _element("worksheet", "", f"<sheetData>{body}</sheetData>"),
    }
    if shared:
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        parts[STRINGS] = f'<sst xmlns="{_MAIN}">{items}</sst>'
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
    return whole.getvalue()


def parts_of(raw: bytes) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _element(name: str, more: str, content: str) -> str:
    return f'<{name} xmlns="{_MAIN}" {more}>{content}</{name}>'


def _cell(place: str, value: object, strings: list[str] | None) -> str:
    match value:
        case bool():
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f'<c r="{place}"><v>{value}</v></c>'
        case dt.datetime():
            days = (value - _FIRST_DAY) / dt.timedelta(days=1)
            return f'<c r="{place}" s="2"><v>{days}</v></c>'
        case dt.date():
            days = (dt.datetime.combine(value, dt.time()) - _FIRST_DAY).days
            return f'<c r="{place}" s="1"><v>{days}</v></c>'
    text = str(value)
    if strings is None:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    if text not in strings:
        strings.append(text)
    return f'<c r="{place}" t="s"><v>{strings.index(text)}</v></c>'
