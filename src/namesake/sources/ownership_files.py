"""Ownership data from a file, whichever of the three forms it has."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from namesake.errors import InputError, ListError
from namesake.model.ownership import Ownership
from namesake.sources import bods, ownership_csv, ownership_ftm
from namesake.sources.files import source_files
from namesake.sources.reading import SourceFile

__all__ = ["read_ownership"]


class _Reader(Protocol):
    def recognises(self, file: SourceFile) -> bool:
        """Whether the file is in this reader's form."""

    def read(self, file: SourceFile) -> Ownership:
        """What it holds."""


_READERS: Final[tuple[_Reader, ...]] = (bods, ownership_ftm, ownership_csv)


def read_ownership(path: Path | str) -> Ownership:
    """The ownership data in a file; `.gz`, `.zip` and `.zst` are read too.

    Raises:
        InputError: there is no such file, it can't be read, or it is none of the three.
    """
    try:
        files = source_files(path)
        if len(files) != 1:
            raise InputError(f"{path} holds {len(files)} files, and ownership data is one: name it")
        file = files[0]
        for reader in _READERS:
            if reader.recognises(file):
                return reader.read(file)
    except ListError as error:
        raise InputError(str(error)) from error
    raise InputError(
        f"{path} is no ownership data that is known: give FollowTheMoney JSON lines with Ownership entities, "
        "statements of the Beneficial Ownership Data Standard 0.4, or a CSV with the columns owner, owned "
        "and share"
    )
