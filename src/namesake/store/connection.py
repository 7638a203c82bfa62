"""The store's database file: opened safely, of a version we know, its errors said in our words."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, create_engine, event, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from namesake.errors import StoreError
from namesake.store.tables import METADATA

__all__ = ["SCHEMA_VERSION", "Database"]

SCHEMA_VERSION: Final = 2
_APPLICATION_ID: Final = 0x4E534B31  # "NSK1": tells our file from any other SQLite database

_WRITES: Final = "namesake_writes"

_DAMAGED: Final = (
    "is damaged or no store of Namesake: restore it from a copy, or move it away and add the lists anew"
)
_FORBIDDEN: Final = (
    "can't be opened for writing: get the right to write this file and its folder, or use another folder"
)
_REMEDIES: Final = {
    "SQLITE_BUSY": "is in use: another process is adding to it. Try again when that one is done",
    "SQLITE_LOCKED": "is in use: another process is adding to it. Try again when that one is done",
    "SQLITE_FULL": "can't grow: the disk is full. Make room and try again; nothing of this was kept",
    "SQLITE_IOERR": "can't be read or written: the disk is full or failing; nothing of this was kept",
    "SQLITE_READONLY": _FORBIDDEN,
    "SQLITE_CANTOPEN": _FORBIDDEN,
    "SQLITE_PERM": _FORBIDDEN,
    "SQLITE_NOTADB": _DAMAGED,
    "SQLITE_CORRUPT": _DAMAGED,
}  # fmt: skip


class Database:
    """Connections to the database at `path`, which is made, readable by its owner only, where it is not.

    It keeps SQLite's rollback journal and not the write-ahead log: the store is one file, which can be
    read from a folder one may not write to, and needs no memory shared between machines. The price is that
    readers wait while a commit writes: some tenths of a second, and longer for an edition above 64 MB.

    Args:
        path: the file.
        wait: seconds to wait for another process that writes.

    Raises:
        StoreError: it can't be made or opened, is no store, or is one of a later version.
    """

    def __init__(self, path: Path, *, wait: float) -> None:
        self.path = path
        _make_file(path)
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)), connect_args={"timeout": wait}, poolclass=NullPool
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        with self.reading() as connection:
            new = self._is_new(connection)
        if new:
            with self.writing():  # where two find it new at once, the second changes nothing
                pass

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that reads."""
        with self._said_our_way(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one transaction that writes: kept whole at the end, left without a trace by an exception.

        A store of an earlier version becomes one of this version with the first that writes: what version 2
        has beyond version 1 are tables of its own. Until then it is read as it is.
        """
        with (
            self._said_our_way(),
            self._engine.connect().execution_options(**{_WRITES: True}) as connection,
            connection.begin(),
        ):
            if connection.exec_driver_sql("PRAGMA user_version").scalar_one() < SCHEMA_VERSION:
                METADATA.create_all(connection)
                connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")
            yield connection

    def _is_new(self, connection: Connection) -> bool:
        """Whether nothing is in it yet; `StoreError` for what is not ours or of a later version."""
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if application == 0 and version == 0 and not inspect(connection).get_table_names():
            return True
        if application != _APPLICATION_ID:
            raise StoreError(
                f"{self.path} is a database, but no store of Namesake: name another file or folder"
            )
        if version > SCHEMA_VERSION:
            raise StoreError(
                f"{self.path} was written by a later version of Namesake (store version {version}, this one "
                f"knows {SCHEMA_VERSION}): update Namesake"
            )
        return False

    @contextmanager
    def _said_our_way(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            # The extended names begin with the plain ones: SQLITE_IOERR_WRITE, SQLITE_CANTOPEN_ISDIR.
            name = str(getattr(error.orig, "sqlite_errorname", ""))
            remedy = _REMEDIES.get("_".join(name.split("_")[:2]))
            if remedy is None:
                raise
            raise StoreError(f"the store {self.path} {remedy} ({error.orig})") from error


def _make_file(path: Path) -> None:
    """Make the file before SQLite does, so that no other user can read it: private lists may be in it."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError as error:
        if not path.is_file():
            message = f"the store {path} can't be made: {error.filename} is there already and no such thing"
            raise StoreError(message) from None
    except OSError as error:
        raise StoreError(
            f"the store {path} can't be made ({error.strerror}): get the right to write there, or use "
            "another folder"
        ) from error


def _prepare(dbapi_connection: Any, _record: Any) -> None:
    """A fresh connection: we say ourselves where transactions begin (`_begin`), the driver does not."""
    dbapi_connection.isolation_level = None
    dbapi_connection.execute("PRAGMA foreign_keys = ON")
    # EXTRA: a commit is on the disk when it returns, also after a power cut.
    dbapi_connection.execute("PRAGMA synchronous = EXTRA")
    # 64 MB: an edition of OFAC fits, so that it need not be spilled into the file while readers read it.
    dbapi_connection.execute("PRAGMA cache_size = -65536")


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a writer waits for another at its first step and not, having done all its work, at its last.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
