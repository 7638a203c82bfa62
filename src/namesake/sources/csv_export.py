"""Writes parties as a CSV that spreadsheets open safely and `own_csv` reads back.

It has the columns of a list of one's own. What has none of its own (birth places, positions, relations, ...)
stands in `notes`, a line for each; the roles of countries, and the parts of names and addresses, are left to
the other formats. No field begins like a formula (`own_csv.FORMULA`), and none holds characters that could
redraw a terminal or show a text in another order than it has (ESC, U+202E): names are published by
authorities, and a party may call itself `=HYPERLINK(...)`.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from namesake.model.party import Designation, Party
from namesake.model.values import Identifier, Quality
from namesake.sources.own_csv import COLUMNS, FORMULA
from namesake.sources.programmes import designation

__all__ = ["write"]


def write(parties: Iterable[Party]) -> Iterator[bytes]:
    """The header, then a row for each party, each with its line end."""
    yield _line(COLUMNS)
    for party in parties:
        row = _row(party)
        yield _line([row.get(column, "") for column in COLUMNS])


def _line(fields: Iterable[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(fields)
    return written.getvalue().encode()


def _row(party: Party) -> dict[str, str]:
    # A decision without a programme goes first: at the end nothing would be seen of it.
    decisions = sorted(party.designations, key=lambda one: one.programme is not None)
    reasons = dict.fromkeys(one.reason for one in decisions if one.reason)
    return {
        "id": _single(party.id.removeprefix(f"{party.list}:")),
        "name": _single(" ".join(party.name.split())),
        "kind": party.kind.value,
        "aliases": _several(_names(party, Quality.STRONG)),
        "weak_aliases": _several(_names(party, Quality.WEAK)),
        "former_names": _several(_names(party, Quality.FORMER)),
        "birth_date": _several(party.birth_dates),
        "gender": _several(gender.value for gender in party.genders),
        "countries": _several(country.code or country.text or "" for country in party.countries),
        "identifiers": _several(_identifier(one) for one in party.identifiers),
        "addresses": _several(address.text for address in party.addresses),
        "authority": _for_each([one.authority for one in decisions]),
        "programme": _for_each([one.programme or "" for one in decisions], always=True),
        "listed_on": _for_each([one.listed_on or "" for one in decisions]),
        "reason": _single("\n".join(reasons)),
        "notes": _single("\n".join(_notes(party, decisions))),
    }


def _names(party: Party, quality: Quality) -> Iterator[str]:
    return (name.text for name in party.names[1:] if name.quality is quality)


def _notes(party: Party, decisions: Iterable[Designation]) -> Iterator[str]:
    """The party's notes, then what has no column, each on a line of its own."""
    yield from (note.strip() for note in party.notes)
    # Where only our table of programmes gave the basis, it gives it again.
    bases = dict.fromkeys(
        one.legal_basis
        for one in decisions
        if one.legal_basis and one.legal_basis != designation(one.authority, one.programme).legal_basis
    )
    others: Iterable[tuple[str, Iterable[str]]] = (
        ("born in", party.birth_places),
        ("died", party.death_dates),
        ("title", party.titles),
        ("position", party.positions),
        ("legal basis", bases),
        *((contact.type, (contact.value,)) for contact in party.contacts),
        *((one.type, (f"{one.name} ({one.party})" if one.party else one.name,)) for one in party.relations),
        *((detail.label, (detail.value,)) for detail in party.details),
    )
    for label, values in others:
        yield from (f"{label}: {' '.join(value.split())}" for value in values)


def _identifier(one: Identifier) -> str:
    # At the end an @ says that all before it is the number.
    end = f"@{one.country}" if one.country else "@" if any(sign in one.value for sign in "@:(") else ""
    return f"{one.type.value}:{one.value}{end}"


def _for_each(values: list[str], *, always: bool = False) -> str:
    """The values in their places, or the one that all share."""
    if not always and len(set(values)) == 1:
        return _several(values[:1])
    return _SEPARATOR.join(_one_of_several(value) for value in values)


def _several(values: Iterable[str]) -> str:
    written = (_one_of_several(value) for value in values)
    return _SEPARATOR.join(dict.fromkeys(value for value in written if value))


def _one_of_several(value: str) -> str:
    # A backslash at the end would take the separator into the value.
    text = _single(" ".join(value.split())).replace(";", r"\;")
    return text + " " if text.endswith("\\") else text


def _single(value: str) -> str:
    """The value without what is unsafe to show, and guarded from being a formula."""
    text = "".join(" " if _is_unsafe(char) else char for char in value.replace("\0", "")).strip()
    return "'" + text if FORMULA.match(text) else text


def _is_unsafe(char: str) -> bool:
    """Whether it is a control or format character; line breaks, and what joins or parts letters, stay."""
    return unicodedata.category(char) in ("Cc", "Cf") and char not in _KEPT


_KEPT: Final = "\n\u200c\u200d"  # Persian and Indian names are written with the last two.
_SEPARATOR: Final = "; "
