"""The word beside the store that tells an old index."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from namesake.store.marker import marker_path, read_marker, state_of, write_marker
from tests.unit.store.making import day, edition

FIRST = edition("a", "2021-03-10", received="2026-01-01T00:00:00.000000Z")
SECOND = edition("b", "2021-04-10", received="2026-01-02T00:00:00.000000Z")
UNDATED = edition("c", received="2026-01-03T00:00:00.000000Z")


def test_the_word_is_the_same_for_the_same_editions_in_any_order() -> None:
    assert len({state_of(order) for order in permutations((FIRST, SECOND, UNDATED))}) == 1


@pytest.mark.parametrize(
    "other",
    [
        (FIRST,),
        (FIRST, SECOND, UNDATED),
        (FIRST, replace(SECOND, published=day("2021-04-11"))),
        (FIRST, replace(SECOND, published=None)),
        (FIRST, replace(SECOND, sha256="0" * 64)),
        (FIRST, replace(SECOND, list="zz-other")),
        (),
    ],
)
def test_the_word_is_another_for_other_editions(other: tuple[object, ...]) -> None:
    assert state_of(other) != state_of((FIRST, SECOND))  # type: ignore[arg-type]


def test_when_a_dated_edition_was_received_does_not_change_the_word() -> None:
    assert state_of([replace(FIRST, received="2030-01-01T00:00:00.000000Z")]) == state_of([FIRST])


def test_when_an_undated_edition_was_received_changes_the_word() -> None:
    assert state_of([replace(UNDATED, received="2030-01-01T00:00:00.000000Z")]) != state_of([UNDATED])


def test_a_word_written_is_read_again(tmp_path: Path) -> None:
    write_marker(tmp_path / "store.sqlite", "one")
    write_marker(tmp_path / "store.sqlite", "two")
    assert read_marker(tmp_path / "store.sqlite") == "two"
    assert [file.name for file in tmp_path.iterdir()] == ["store.sqlite.state"]


@pytest.mark.parametrize("bytes_", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_damaged_word_is_no_word(tmp_path: Path, bytes_: bytes) -> None:
    marker_path(tmp_path / "store.sqlite").write_bytes(bytes_)
    assert read_marker(tmp_path / "store.sqlite") is None


def test_where_there_is_no_store_there_is_no_word(tmp_path: Path) -> None:
    assert read_marker(tmp_path / "nowhere" / "store.sqlite") is None


def test_a_word_that_can_not_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_marker(tmp_path / "store.sqlite", "one")

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_marker(tmp_path / "store.sqlite", "two")
    assert read_marker(tmp_path / "store.sqlite") == "one"
    assert [file.name for file in tmp_path.iterdir()] == ["store.sqlite.state"]


@pytest.mark.parametrize("module", ["namesake.store", "namesake.store.marker", "namesake.store.history"])
def test_neither_marker_nor_history_loads_a_database(module: str) -> None:
    code = f"import sys, {module}; print('sqlalchemy' in sys.modules, 'sqlite3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
