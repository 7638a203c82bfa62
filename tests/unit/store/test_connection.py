"""The database file: made safely, refused when it is not ours, its errors in plain words."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from namesake.errors import StoreError
from namesake.store import tables
from namesake.store.connection import SCHEMA_VERSION, Database


def rows(database: Database) -> int:
    with database.reading() as connection:
        return len(connection.execute(select(tables.editions)).all())


def put(database: Database, *sha256: str, pragma: str = "foreign_keys") -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.execute(insert(tables.editions), [edition_row(text) for text in sha256])


def edition_row(sha256: str) -> dict[str, object]:
    return {
        "list": "zz-test",
        "sha256": sha256,
        "format": "test",
        "received": "",
        "records": 0,
        "parties": 0,
        "problems": 0,
        "lacks": "[]",
    }


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write in the folder; the test skips for root, who may write everywhere."""
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        yield
    finally:
        folder.chmod(0o700)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "deep" / "store.sqlite"


def test_a_new_store_is_made_with_its_folder_and_only_its_owner_may_read_it(path: Path) -> None:
    assert rows(Database(path, wait=1)) == 0
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0


def test_what_was_written_is_there_when_it_is_opened_again(path: Path) -> None:
    put(Database(path, wait=1), "a")
    assert rows(Database(path, wait=1)) == 1
    assert [file.name for file in path.parent.iterdir()] == ["store.sqlite"]


def test_the_file_says_whose_it_is_and_of_which_version(path: Path) -> None:
    Database(path, wait=1)
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert plain.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"NSK1"),)


def test_an_empty_file_left_by_a_crash_becomes_a_store(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    assert rows(Database(path, wait=1)) == 0


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    database = Database(path, wait=1)
    with pytest.raises(IntegrityError):
        put(database, "a", "b", "a")
    assert rows(database) == 0


def test_rows_that_point_nowhere_are_refused(path: Path) -> None:
    database = Database(path, wait=1)
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(insert(tables.contents).values(edition=1, version=1))


def test_a_store_of_a_later_version_is_refused(path: Path) -> None:
    Database(path, wait=1)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(StoreError, match=r"written by a later version of Namesake .*: update Namesake"):
        Database(path, wait=1)


def test_another_program_s_database_is_refused_and_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE customers (name)")
        plain.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no store of Namesake: name another file"):
        Database(path, wait=1)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"uid,name\n1,ANGLO-CARIBBEAN\n" * 200, b"SQLite format 3\x00" + b"?" * 5000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"is damaged or no store of Namesake: restore it from a copy"):
        Database(path, wait=1)
    assert path.read_bytes() == content


def test_a_store_cut_in_half_is_refused(path: Path) -> None:
    put(Database(path, wait=1), *(f"{n:0500}" for n in range(200)))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    with pytest.raises(StoreError, match="is damaged"):
        rows(Database(path, wait=1))


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"store\.sqlite is there already and no such thing"):
        Database(path, wait=1)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("home/store.sqlite", r"home is there already and no such thing"),
        ("home/deep/store.sqlite", r"can't be made \(Not a directory\): get the right to write there"),
    ],
)
def test_a_place_below_a_file_is_refused(tmp_path: Path, place: str, message: str) -> None:
    (tmp_path / "home").write_text("a file, not a folder")
    with pytest.raises(StoreError, match=message):
        Database(tmp_path / place, wait=1)


def test_a_folder_one_may_not_write_is_refused(tmp_path: Path) -> None:
    with read_only(tmp_path), pytest.raises(StoreError, match="get the right to write there"):
        Database(tmp_path / "store.sqlite", wait=1)


def test_a_store_one_may_only_read_is_read_and_not_written(path: Path) -> None:
    put(Database(path, wait=1), "a")
    path.chmod(0o400)
    with read_only(path.parent):
        database = Database(path, wait=1)
        assert rows(database) == 1
        with pytest.raises(StoreError, match="get the right to write this file and its folder"):
            put(database, "b")


def test_a_database_that_refuses_writing_is_said_so_and_keeps_what_it_has(path: Path) -> None:
    """As the tests above, for those who run as root."""
    database = Database(path, wait=1)
    put(database, "a")
    with pytest.raises(StoreError, match="get the right to write this file and its folder"):
        put(database, "b", pragma="query_only = ON")
    assert rows(database) == 1


def test_a_full_disk_is_said_so_and_leaves_nothing(path: Path) -> None:
    database = Database(path, wait=1)
    with pytest.raises(StoreError, match=r"can't grow: the disk is full\. Make room and try again"):
        put(database, *(f"{n:09000}" for n in range(99)), pragma="max_page_count = 30")
    assert rows(database) == 0


@pytest.mark.skipif(os.name != "posix", reason="a limit of file sizes is POSIX")
def test_a_write_the_system_refuses_is_said_so_and_leaves_nothing(path: Path) -> None:
    Database(path, wait=1)
    code = """
        import resource, sys
        from pathlib import Path
        from namesake.errors import StoreError
        from namesake.store.connection import Database
        from tests.unit.store.test_connection import put

        database = Database(Path(sys.argv[1]), wait=1)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            put(database, *(f"{n:09000}" for n in range(99)))
        except StoreError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert "the disk is full" in done.stdout
    assert rows(Database(path, wait=1)) == 0


def test_a_store_that_another_writes_is_in_use_after_the_wait(path: Path) -> None:
    first, second = Database(path, wait=1), Database(path, wait=0.05)
    with first.writing():
        assert rows(second) == 0  # reading goes on meanwhile
        with pytest.raises(StoreError, match=r"is in use: another process is adding to it\. Try again"):
            put(second, "b")
    put(second, "b")
    assert rows(first) == 1


def test_an_error_that_is_ours_is_not_dressed_up(path: Path) -> None:
    database = Database(path, wait=1)
    with pytest.raises(Exception, match="no such table"), database.reading() as connection:
        connection.execute(text("SELECT * FROM nowhere"))
