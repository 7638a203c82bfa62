"""A store that an earlier version wrote opens, tells the same, and takes what this version can keep."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path

import pytest
import zstandard

from namesake.model.coding import to_plain
from namesake.store.connection import SCHEMA_VERSION
from namesake.store.database import Store
from tests.formats.make_store_1 import EDITIONS, LIST, STORE, TOLD, edition, party, told

AT = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "editions.db"
    path.write_bytes(zstandard.decompress(STORE.read_bytes()))
    return path


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_a_store_of_version_1_tells_what_it_told_when_it_was_written(path: Path) -> None:
    before = path.read_bytes()
    assert version(path) == 1 < SCHEMA_VERSION
    assert told(Store(path)) == json.loads(TOLD.read_text(encoding="utf-8"))
    assert Store(path).corrections() == ()
    assert path.read_bytes() == before, "what is only read stays as it was"


def test_what_is_added_to_it_makes_it_one_of_this_version_and_loses_nothing(path: Path) -> None:
    store = Store(path)
    kept = [to_plain(one) for one in store.histories() if one.id.startswith("zz-other")]
    store.add(
        edition(9, "2024-01-01"), [("x", b"x")], iter([party(1), party(3)]), received=AT, accept_loss=True
    )
    assert version(path) == SCHEMA_VERSION
    assert len(Store(path).editions()) == len(EDITIONS) + 1
    assert [to_plain(one) for one in Store(path).histories() if one.id.startswith("zz-other")] == kept
    assert len(kept) == 1


def test_its_editions_can_be_corrected_and_come_again(path: Path) -> None:
    store = Store(path)
    first, second = store.editions(LIST)[:2]
    store.redate(second, dt.date(2022, 2, 1), reason="typing error", at=AT)
    store.add(edition(1, "2024-01-01"), [("x", b"x")], iter(()), received=AT, accept_loss=True, again=True)
    store.remove([first], reason="x", at=AT)
    assert [str(one.published) for one in store.editions(LIST)] == [
        "2022-02-01", "2023-06-01", "2024-01-01", "None",
    ]  # fmt: skip
    assert [one.edition for one in Store(path).corrections()] == [second, first]
    assert store.files(store.editions(LIST)[2]) == (("list.txt", f"zz-test {1:064x}".encode()),)


def test_what_is_kept_is_worth_keeping() -> None:
    document = json.loads(TOLD.read_text(encoding="utf-8"))
    assert len(document["editions"]) == len(EDITIONS) == 5
    assert len(document["histories"]) == 5
    assert sum(len(one["versions"]) for one in document["histories"]) > 5
    assert sum(map(len, document["problems"])) == 1
    assert STORE.stat().st_size < 10_000
