"""Reads ownership from a plain CSV: a row for each share.

The first row names the columns, in any order and case; `owner` and `owned` must be there:

| column | what stands in it |
| --- | --- |
| `owner`, `owned` | a party's id (`us-ofac-sdn:10481`), a name, or an id of your own |
| `share` | percent: `25`, `33.4`, `33,4`, `25-50`, `>50`; empty where it is not known |
| `kind` | `ownership`, `votes`, `control` or a usual word for one (`shares`); empty is ownership |
| `since`, `until` | the first and the last day it was held: `2021-03-10`, `2021-03`, `2021` |
| `jointly` | a word that those shares of a company have whose owners act together in it |
| `owner_name`, `owned_name` | what an id of your own stands for |
| `owner_identifiers`, `owned_identifiers` | `lei:...`, `registration:cy:HE123`; several separated by `;` |
| `source` | where it is from |

Where no row says what an owner or company is called, `owner` or `owned` is its name, unless it can only be
an id: one word with a digit or a colon in it (`n58`, `HE-4711`). A name that another row gives to an id means
that one.

The file is UTF-8, its delimiter a comma, a semicolon or a tab. An owner of the name `?`, `unknown`, `n/a` or
the like is one nobody names, and so is one of whom nothing stands there. A kind that no word is known for may
be ownership, of at most the share told.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.ownership import (
    UNKNOWN_DAY,
    Holder,
    Ownership,
    Share,
    Stake,
    StakeKind,
    days_held,
    fraction_among,
    name_key,
    names_nobody,
)
from namesake.model.subject import LONGEST_NAME, Subject
from namesake.model.values import Identifier
from namesake.sources.ownership_names import company_key, join_names
from namesake.sources.reading import SourceFile

__all__ = ["COLUMNS", "FORMAT", "read", "recognises"]

FORMAT: Final = "ownership-csv"

COLUMNS: Final = (
    "owner", "owned", "share", "kind", "since", "until", "jointly", "owner_name", "owned_name",
    "owner_identifiers", "owned_identifiers", "source",
)  # fmt: skip
"""The columns a file may have."""

_KINDS: Final = {
    **dict.fromkeys(
        (
            "", "ownership", "owner", "owns", "owned", "direct", "direct ownership", "legal ownership",
            "beneficial", "beneficial owner", "beneficial ownership", "share", "shares", "shareholding",
            "shareholdings", "shareholder", "equity", "capital", "stock", "stocks",
        ),
        StakeKind.OWNERSHIP,
    ),
    **dict.fromkeys(
        ("votes", "vote", "voting", "voting right", "voting rights", "voting power"), StakeKind.VOTES
    ),
    **dict.fromkeys(("control", "controls", "controlled", "controller"), StakeKind.CONTROL),
}  # fmt: skip
"""What a kind may be called."""


def recognises(file: SourceFile) -> bool:
    """Whether its first line is a header with `owner` and `owned`."""
    first = file.head().decode("utf-8-sig", errors="replace").partition("\n")[0]
    return {"owner", "owned"} <= {_column(cell) for cell in first.split(_delimiter(first))}


def read(file: SourceFile) -> Ownership:
    """The holders and stakes of a file.

    Raises:
        InputError: not UTF-8, a column that is not known or stands twice, no row, quotes not closed, or
            shares that are parts of 1 and no percent.
    """
    reading = _Reading(file.name)
    for line, row in _rows(file):
        reading.records += 1
        reading.take(line, row)
    if not reading.records:
        raise InputError(f"{file.name} has a header and nothing below it; check that it is the right file")
    if (fraction := fraction_among(reading.shares)) is not None:
        raise InputError(
            f"{file.name} has {fraction} on line {reading.shares[fraction][0]} and no share above 1: these "
            f"look like parts of 1, not percent; multiply them by 100, or write {fraction}% if it is percent"
        )
    joined = join_names(file.name, reading.holders, reading.stakes)
    return Ownership(
        name=file.name,
        format=FORMAT,
        holders=tuple(_with_name(holder) for holder in joined.holders.values()),
        stakes=tuple(joined.stakes),
        problems=(*reading.problems, *joined.problems),
        records=reading.records,
    )


class _Reading:
    """What has been read of a file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.holders: dict[str, Holder] = {}
        self.stakes: list[Stake] = []
        self.problems: list[Problem] = []
        self.records = 0
        self._same: dict[str, str] = {}
        self._warned: set[str] = set()
        self.shares: dict[
            str, tuple[int, Share]
        ] = {}  # By what is written, with the first line it stands on.

    def take(self, line: int, row: dict[str, str]) -> None:
        where = f"{self.name} line {line}"
        for side in ("owner", "owned"):
            row[side] = row.get(side) or row.get(f"{side}_name", "")
        if not row["owned"]:
            self._set_aside(where, "owned", "owned is empty", lost=True)
            return
        if not row["owner"]:
            self._set_aside(where, "owner", "owner is empty; it is taken as somebody nobody names")
            row["owner"] = "?"
        if long := [column for column in ("owner", "owned") if len(row[column]) > LONGEST_NAME]:
            self._set_aside(where, long[0], f"{long[0]} has {len(row[long[0]]):,} characters", lost=True)
            return
        owner, owned = self._holder(where, row, "owner"), self._holder(where, row, "owned")
        kind = _KINDS.get(re.sub(r"[\s_-]+", " ", row.get("kind", "").casefold()))
        since, until, wrong = days_held(self._date(where, row, "since"), self._date(where, row, "until"))
        if wrong is not None:
            self._set_aside(where, "since", wrong)
        stake = Stake(
            owner,
            owned,
            self._share(where, row.get("share", "")),
            kind or StakeKind.OWNERSHIP,
            since=since,
            until=until,
            jointly=row.get("jointly") or None,
            source=f"line {line}" + (f", {row['source']}" if row.get("source") else ""),
        )
        if kind is None:
            unknown = f"kind {row['kind']!r:.60} is none of {', '.join(StakeKind)}"
            taken = "it is taken as ownership, of at most the share told"
            self._set_aside(where, "kind", f"{unknown}; {taken}")
            stake = stake.perhaps(f"it is of the kind {row['kind']!r:.60}")
        self.stakes.append(stake)

    def _holder(self, where: str, row: dict[str, str], side: str) -> str:
        """The id of the holder, one for all ways of writing a name."""
        text = row[side]
        named, numbered = row.get(f"{side}_name"), row.get(f"{side}_identifiers")
        if text == "?" or (names_nobody(text) and names_nobody(named or text)):
            id = f"line {where.rpartition(' ')[2]}/{side}"
            called = "" if text == "?" else f" ({text})"
            self.holders[id] = Holder(
                id,
                identifiers=self._identifiers(where, side, numbered),
                anonymous=f"somebody nobody names{called}",
            )
            return id
        id = self._same.setdefault(text.casefold() if _is_id(text) else company_key(text), text)
        held = self.holders.get(id)
        written = [] if _is_id(text) or name_key(text) == name_key(id) else [id, text]
        if held is not None and not (named or numbered or written):
            return id
        names = dict.fromkeys((*(held.names if held else ()), *written, *([named] if named else [])))
        numbers = dict.fromkeys(held.identifiers if held else ())
        numbers.update(dict.fromkeys(self._identifiers(where, side, numbered)))
        self.holders[id] = Holder(id, tuple(names), identifiers=tuple(numbers))
        return id

    def _identifiers(self, where: str, side: str, text: str | None) -> tuple[Identifier, ...]:
        """The identifiers that a cell writes; what may be wrong with them is told where it first stands."""
        if not text:
            return ()
        parts = [part.strip() for part in text.split(";") if part.strip()]
        several = [part for part in parts if "," in part]
        pieces = [piece.strip() for part in several for piece in part.split(",") if piece.strip()]
        subject = Subject.of("x", ids=[*parts, *pieces])
        warnings = [*subject.warnings]
        warnings += [f"identifier {part!r} holds a comma: several are separated by ;" for part in several]
        for warning in warnings:
            if warning not in self._warned:
                self._warned.add(warning)
                self._set_aside(where, f"{side}_identifiers", warning)
        return subject.identifiers

    def _share(self, where: str, text: str) -> Share:
        if text in self.shares:
            return self.shares[text][1]
        try:
            share = Share.of(text)
        except InputError as error:
            self._set_aside(where, "share", f"{error}; it is taken as not known")
            return Share()
        self.shares[text] = int(where.rpartition(" ")[2]), share
        return share

    def _date(self, where: str, row: dict[str, str], column: str) -> PartialDate | None:
        if not (text := row.get(column)):
            return None
        try:
            return PartialDate(text)
        except InputError as error:
            self._set_aside(where, column, f"{error}; whether the share is held is taken as not known")
            return UNKNOWN_DAY

    def _set_aside(self, where: str, column: str, message: str, *, lost: bool = False) -> None:
        self.problems.append(Problem(where, message, lost=lost, field=column))


def _with_name(holder: Holder) -> Holder:
    """The holder, called by what stands for it where that can be a name and no row gives another."""
    unnamed = bool(holder.names) and all(map(names_nobody, holder.names))
    if unnamed and _is_id(holder.id):
        return replace(holder, names=(), anonymous=f"{holder.id} ({holder.names[0]})")
    if (holder.names and not unnamed) or holder.anonymous is not None or _is_id(holder.id):
        return holder
    return Holder(holder.id, (holder.id,), identifiers=holder.identifiers)


def _is_id(text: str) -> bool:
    return text.isascii() and " " not in text and any(sign.isdigit() or sign == ":" for sign in text)


def _rows(file: SourceFile) -> Iterator[tuple[int, dict[str, str]]]:
    with file.open() as binary, io.TextIOWrapper(binary, encoding="utf-8-sig", newline="") as stream:
        line = 1
        try:
            first = stream.readline()
            delimiter = _delimiter(first)
            columns = _columns(file.name, next(csv.reader([first], delimiter=delimiter), []))
            reader = csv.reader(stream, delimiter=delimiter, strict=True)
            for fields in reader:
                if any(cell.strip() for cell in fields):
                    if len(fields) > len(columns):
                        raise InputError(
                            f"{file.name} line {line + 1} has {len(fields)} fields under {len(columns)} "
                            "columns; put a field that holds the delimiter in double quotes"
                        )
                    yield (
                        line + 1,
                        {
                            column: " ".join(cell.split())
                            for column, cell in zip(columns, fields, strict=False)
                        },
                    )
                line = reader.line_num + 1
        except UnicodeDecodeError as error:
            raise InputError(f"{file.name} is not UTF-8 ({error.reason}); save it as CSV UTF-8") from None
        except csv.Error as error:
            raise InputError(
                f"{file.name} line {line + 1}: a quote is opened or closed in the wrong place ({error})"
            ) from None


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _column(cell: str) -> str:
    return cell.strip().strip('"').strip().lower().replace(" ", "_")


def _columns(name: str, header: list[str]) -> list[str]:
    columns = [_column(cell) for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    for column in columns:
        if column not in COLUMNS:
            raise InputError(
                f"{name} has a column that is not known, {column!r}; the known ones are {', '.join(COLUMNS)}"
            )
        if columns.count(column) > 1:
            raise InputError(f"{name} has the column {column!r} twice; keep one")
    return columns
