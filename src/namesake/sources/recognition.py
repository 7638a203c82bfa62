"""Which reader a file is for, told from its content."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from namesake.errors import ListError
from namesake.model.values import ListId
from namesake.sources import (
    au_xlsx,
    ca_xml,
    ch_xml,
    eu_xml,
    ftm,
    gb_csv,
    gb_xml,
    ofac_advanced,
    ofac_csv,
    ofac_enhanced,
    ofac_xml,
    own_csv,
    un_xml,
    us_csl,
    us_dpl,
)
from namesake.sources.files import ReceivedFile, receive
from namesake.sources.reading import Reader, Reading, SourceFile

__all__ = ["Delivery", "deliveries", "reading_of"]

READERS: Final[tuple[Reader, ...]] = (
    ofac_xml,
    ofac_enhanced,
    ofac_advanced,
    un_xml,
    eu_xml,
    gb_xml,
    gb_csv,
    ch_xml,
    ca_xml,
    au_xlsx,
    us_csl,
    us_dpl,
    ofac_csv,
    ftm,
    own_csv,
)
"""In the order they are asked; each knows its own by marks the others lack, but for a list of one's own,
which is any CSV with names and so comes last."""


class Delivery(NamedTuple):
    """The files of one edition as they came.

    Attributes:
        name: what to call it in messages.
        files: as received.
    """

    name: str
    files: tuple[ReceivedFile, ...]

    @property
    def sha256(self) -> str:
        """Of the one file; of several, of their checksums in order, whatever the files are called."""
        sums = sorted(file.sha256 for file in self.files)
        return sums[0] if len(sums) == 1 else hashlib.sha256("".join(sums).encode()).hexdigest()

    def members(self) -> tuple[SourceFile, ...]:
        """The files in it, unpacked as they are read."""
        return tuple(member for file in self.files for member in file.members())


def deliveries(path: Path) -> list[Delivery]:
    """The editions at a path: a file is one; the files of a folder are one if they belong together.

    Raises:
        InputError: the path can't be read.
        ListError: a file in it is empty, damaged or too large.
    """
    files = receive([path])
    whole = Delivery(path.name or str(path), files)
    if len(files) == 1 or _reader_of(whole.members()) is not None:
        return [whole]
    return [Delivery(file.name, (file,)) for file in files]


def reading_of(delivery: Delivery, as_list: ListId | None = None) -> Reading:
    """The edition of a delivery, read by whichever reader knows its format.

    Raises:
        ListError: no reader knows it, or it is not a file of the list named by `as_list`.
    """
    members = delivery.members()
    reader = _reader_of(members)
    if reader is None:
        _refuse_markup(delivery.name, members[0])
        raise ListError(
            f"{delivery.name} is no list that Namesake can read. It reads OFAC's SDN.XML and "
            "CONSOLIDATED.XML, their ADVANCED, ENHANCED and CSV files, the UN's consolidated XML, the EU's "
            "xmlFullSanctionsList_1_1, the UK Sanctions List's XML and CSV, OFSI's ConList.csv, "
            "Switzerland's and Canada's XML, Australia's workbook, the US Consolidated Screening List and "
            "Denied Persons List, FollowTheMoney JSON lines, and a CSV of your own with a `name` column"
        )
    return reader.read(members, as_list)


def _refuse_markup(name: str, file: SourceFile) -> None:
    """Say of a web page, or of XML that declares a document type, what is wrong with it."""
    start = file.head().lower()
    if b"<html" in start:
        raise ListError(
            f"{name} is a web page and no list: the download probably ended at an error or a login; "
            "fetch it again"
        )
    if b"<!doctype" in start:
        raise ListError(
            f"{name} declares a document type (DOCTYPE); no publisher's list does, and it could smuggle in "
            "entities, so it is refused"
        )


def _reader_of(files: Sequence[SourceFile]) -> Reader | None:
    return next((reader for reader in READERS if reader.recognises(files)), None)
