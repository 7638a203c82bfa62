"""A list written to a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex
from typing import Any

from namesake.errors import InputError
from namesake.model.party import Party
from namesake.screening.result import edition_as_json
from namesake.service import Service
from namesake.service.past import ExportFormat, Listed, written

__all__ = ["Exported", "export", "export_as_json"]


class Exported:
    """What was written.

    Attributes:
        list: the list.
        form: the format.
        path: the file; None for standard output.
        listed: the editions and warnings; its parties are consumed.
        parties: how many were written.
    """

    def __init__(self, list_id: str, form: ExportFormat, path: Path | None, listed: Listed) -> None:
        self.list = list_id
        self.form = form
        self.path = path
        self.listed = listed
        self.parties = 0

    def counted(self) -> Iterator[Party]:
        """The parties while they are being written."""
        for party in self.listed.parties:
            self.parties += 1
            yield party


def export(service: Service, list_id: str, form: str, *, as_of: str | None, path: Path | None) -> Exported:
    """Write everybody who is on a list, or was on a day, whole or not at all.

    Raises:
        InputError: a format that is not known, a list that is not held, a file that can't be written.
    """
    try:
        known = ExportFormat(form.lower())
    except ValueError:
        formats = ", ".join(ExportFormat)
        raise InputError(f"{form!r} is no format a list is written in: choose one of {formats}") from None
    done = Exported(list_id, known, path, service.listed(list_id, as_of=as_of))
    lines = written(done.counted(), known)
    if path is None:
        sys.stdout.buffer.writelines(lines)
    else:
        _write(path, lines)
    return done


def export_as_json(done: Exported, *, as_of: str | None) -> dict[str, Any]:
    """What was written, as the documented JSON."""
    return {
        "list": done.list,
        "format": done.form.value,
        "file": str(done.path),
        "as_of": as_of,
        "editions": [edition_as_json(one) for one in done.listed.editions],
        "parties": done.parties,
        "warnings": list(done.listed.warnings),
    }


def _write(path: Path, lines: Iterable[bytes]) -> None:
    aside = path.with_name(f".{path.name}.{token_hex(8)}")
    try:
        with aside.open("wb") as file:
            file.writelines(lines)
        aside.replace(path)
    except OSError as error:
        raise InputError(
            f"{path} can't be written ({error.strerror}): name another file with -o, or make room"
        ) from error
    finally:
        aside.unlink(missing_ok=True)
