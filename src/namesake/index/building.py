"""A snapshot made from parties and their histories; `index/layout.py` says what its arrays hold."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

import numpy as np

from namesake.errors import InputError
from namesake.index.hashing import filed, hash_of
from namesake.index.layout import ARRAYS, KINDS, Array, Part, letter_bit
from namesake.index.snapshot import FORMAT, Manifest, Snapshot, checksum_of
from namesake.match.alignment import joined_pairs
from namesake.match.attributes import identifier_key
from namesake.model.coding import to_json
from namesake.model.edition import Holding, PartyHistory, Version
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import Kind, ListId, PartyId, Quality
from namesake.names.tokens import Parsed, Role, Token, parse

__all__ = ["build"]


def build(
    histories: Iterable[PartyHistory],
    holdings: Iterable[Holding] = (),
    *,
    state: str = "",
    notice: str | None = None,
) -> Snapshot:
    """The snapshot of these parties, in memory; the same parties give the same snapshot, in any order.

    Args:
        histories: what the lists said of each party, and when.
        holdings: the editions they come from, for answers and warnings.
        state: the store's word for this set of editions.
        notice: a sentence that every answer must carry.

    Raises:
        InputError: a party of one list comes twice, or with nothing said of it.
    """
    builder = _Builder()
    for history in sorted(histories, key=_place):
        builder.add(history)
    arrays = builder.arrays()
    manifest = Manifest(
        format=FORMAT,
        scoring=SCORING_VERSION,
        lists=builder.lists,
        programmes=tuple(sorted(builder.programmes)),
        holdings=tuple(sorted(holdings, key=lambda held: (held.edition.list, held.edition.sha256))),
        checksums={name: checksum_of(array) for name, array in sorted(arrays.items())},
        state=state,
        notice=notice,
    )
    return Snapshot(manifest, arrays)


def _place(history: PartyHistory) -> tuple[PartyId, ListId]:
    if not history.versions:
        raise InputError(f"no list says anything of party {history.id!r}: leave it out")
    return history.id, history.versions[-1].party.list


class _Block:
    """Texts being gathered into one block of bytes."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._offsets = [0]

    def __len__(self) -> int:
        return len(self._parts)

    def add(self, text: bytes) -> None:
        self._parts.append(text)
        self._offsets.append(self._offsets[-1] + len(text))

    def arrays(self, name: str) -> dict[str, Array]:
        block = np.frombuffer(b"".join(self._parts), dtype=np.uint8)
        return {f"{name}_block": block, f"{name}_offsets": np.array(self._offsets)}


class _Rows:
    """The columns of a table being filled, by name and type; far smaller than tuples of Python numbers."""

    def __init__(self, **types: str) -> None:
        self._columns: dict[str, array[Any]] = {name: array(type) for name, type in types.items()}

    def __len__(self) -> int:
        return len(next(iter(self._columns.values())))

    def add(self, *values: float) -> None:
        for column, value in zip(self._columns.values(), values, strict=True):
            column.append(value)

    def arrays(self) -> dict[str, Array]:
        return {name: np.array(column) for name, column in self._columns.items()}


class _Builder:
    def __init__(self) -> None:
        self.programmes: set[str] = set()
        self._last: tuple[PartyId, ListId] | None = None
        self._parties = _Block()
        self._party_versions = [0]
        self._records = _Block()
        self._version_lists: list[ListId] = []
        self._versions = _Rows(version_kind="B", version_current="B")
        self._spans = _Rows(span_versions="i", span_starts="i", span_ends="i")
        self._identifiers: set[tuple[int, int]] = set()
        self._names = _Block()
        self._name_rows = _Rows(
            name_party="i",
            name_weak="B",
            name_person="B",
            name_telling="f",
            name_initials="B",
            name_initial_letters="I",
            name_first_letters="I",
        )
        self._name_versions = array("i")
        self._name_version_starts = [0]
        self._tokens: dict[tuple[str, bool], int] = {}
        self._postings = _Rows(tokens="i", names="i", parts="B", weights="f", bits="f")

    @property
    def lists(self) -> tuple[ListId, ...]:
        """The lists met so far, sorted."""
        return tuple(sorted(set(self._version_lists)))

    def add(self, history: PartyHistory) -> None:
        place = _place(history)
        if place == self._last:
            raise InputError(f"party {place[0]!r} of list {place[1]} comes twice: give its versions together")
        self._last = place
        party = len(self._parties)
        self._parties.add(history.id.encode())
        # A name weak in one edition and strong in another is two names here: each has its own time.
        bearers: dict[tuple[str, bool, bool], list[int]] = {}
        for version in history.versions:
            number = len(self._records)
            self._add_version(number, party, version)
            for name in version.party.names:
                for person in _readings(version.party.kind):
                    of_name = bearers.setdefault((name.text, name.quality is Quality.WEAK, person), [])
                    if number not in of_name:
                        of_name.append(number)
        self._party_versions.append(len(self._records))
        for (text, weak, person), versions in bearers.items():
            self._add_name(party, parse(text, person=person), weak)
            self._name_versions.extend(versions)
            self._name_version_starts.append(len(self._name_versions))

    def _add_version(self, number: int, party: int, version: Version) -> None:
        self._records.add(to_json(version.party))
        self._version_lists.append(version.party.list)
        self._versions.add(KINDS.index(version.party.kind), version.current)
        for span in version.spans:
            start = span.start.toordinal() if span.start else 0
            end = span.end.toordinal() if span.end else dt.date.max.toordinal() + 1
            self._spans.add(number, start, end)
        for identifier in version.party.identifiers:
            if key := identifier_key(identifier.value):
                self._identifiers.add((hash_of(key), party))
        self.programmes.update(one.programme for one in version.party.designations if one.programme)

    def _add_name(self, party: int, parsed: Parsed, weak: bool) -> None:
        number = len(self._names)
        self._names.add(parsed.text.encode())
        telling = sum(token.weight for token in parsed.tokens if token.tells)
        initials = [token for token in parsed.tokens if token.is_initial]
        others = [token for token in parsed.tokens if not token.is_initial]
        self._name_rows.add(
            party, weak, parsed.person, telling, len(initials), _letters(initials), _letters(others)
        )
        found: dict[tuple[int, Part], tuple[float, float]] = {}
        for token in parsed.tokens:
            part = Part.TRIMMING if token.role >= Role.PARTICLE else Part.WORD
            self._find(found, token, part)
        for _, token in joined_pairs(parsed.tokens):
            self._find(found, token, Part.JOINED)
        for (token_number, part), (weight, bits) in found.items():
            self._postings.add(token_number, number, part, weight, bits)

    def _find(self, found: dict[tuple[int, Part], tuple[float, float]], token: Token, part: Part) -> None:
        """Note the token; where a name has it twice, the most it weighs and tells."""
        key = self._tokens.setdefault((token.text, token.abjad), len(self._tokens)), part
        weight, bits = found.get(key, (0.0, 0.0))
        found[key] = max(weight, token.weight), max(bits, token.bits)

    def arrays(self) -> dict[str, Array]:
        """All that was added, as `layout.ARRAYS` lists it."""
        places = {name: place for place, name in enumerate(self.lists)}
        tokens = _Block()
        for text, _ in self._tokens:
            tokens.add(text.encode())
        key_hashes, key_tokens = filed(list(self._tokens))
        identifiers = np.array(sorted(self._identifiers), dtype=np.int64).reshape(-1, 2)
        arrays: dict[str, Array] = {
            **tokens.arrays("token"),
            "token_abjad": np.array([abjad for _, abjad in self._tokens]),
            "key_hashes": key_hashes,
            "key_tokens": key_tokens,
            **self._posting_arrays(),
            **self._names.arrays("name"),
            **self._name_rows.arrays(),
            "name_version_starts": np.array(self._name_version_starts),
            "name_versions": np.array(self._name_versions),
            **self._parties.arrays("party"),
            "party_versions": np.array(self._party_versions),
            **self._records.arrays("record"),
            "version_list": np.array([places[one] for one in self._version_lists]),
            **self._versions.arrays(),
            **self._spans.arrays(),
            "identifier_hashes": identifiers[:, 0],
            "identifier_parties": identifiers[:, 1],
        }
        return {name: np.ascontiguousarray(arrays[name], dtype=type) for name, type in ARRAYS.items()}

    def _posting_arrays(self) -> dict[str, Array]:
        rows = self._postings.arrays()
        tokens = rows.pop("tokens")
        order = np.argsort(tokens, kind="stable")
        starts = np.searchsorted(tokens[order], np.arange(len(self._tokens) + 1))
        return {"posting_starts": starts, **{f"posting_{name}": row[order] for name, row in rows.items()}}


def _letters(tokens: Iterable[Token]) -> int:
    return reduce(or_, map(letter_bit, tokens), 0)


def _readings(kind: Kind) -> tuple[bool, ...]:
    """Whether its names are read as a person's, or otherwise, or, of a kind that may be either, both ways."""
    return (True, False) if kind is Kind.LEGAL_ENTITY else (kind is Kind.PERSON,)
