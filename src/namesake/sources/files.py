"""Files as they were received, and their content unpacked while it is read.

A file is read from disk once. Its bytes are what the store keeps and what the checksum is of; what
a reader gets are its members, which decompress on the fly:

    received = receive([Path("sdn.zip")])                  # bytes as they came, with name and sha256
    files = [member for file in received for member in file.members()]

gzip, zip and zstd are told by their first bytes, never by a name. What unpacks to more than any list
holds, or grows as no list does, is refused while it is read.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

import zstandard

from namesake.errors import InputError, ListError
from namesake.sources.reading import SourceFile

__all__ = [
    "MAX_MEMBERS",
    "MAX_RECEIVED",
    "MAX_UNPACKED",
    "ReceivedFile",
    "from_bytes",
    "receive",
    "source_files",
]

MAX_RECEIVED: Final = 512 << 20
"""Bytes one file may have as received; the largest list published today has about 120 MB."""

MAX_UNPACKED: Final = 1 << 30
"""Bytes one file may hold once unpacked, unless the caller says otherwise."""

MAX_MEMBERS: Final = 1000
"""Files one zip may hold."""

_UNSUSPICIOUS: Final = 64 << 20
_MAX_RATIO: Final = 200  # The lists' XML shrinks to a twentieth, their CSV to a sixth.
_STEP: Final = 1 << 16
_ZSTD_STEP: Final = 512  # Four bytes of zstd can stand for 128 KiB: this bounds one step to 16 MiB.

_READ: Final = {
    b"\x1f\x8b\x08": "gzip",
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",  # one without a file in it
    b"\x28\xb5\x2f\xfd": "zstd",
}
_NOT_READ: Final = {
    b"\xfd7zXZ\x00": "xz",
    b"BZh91AY&SY": "bzip2",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
}
_ZIP_ENTRY: Final = b"PK\x01\x02"
_DAMAGED: Final = (EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error, zlib.error,
                   zipfile.BadZipFile, zstandard.ZstdError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file exactly as it came.

    Attributes:
        name: its own name, without folder.
        raw: its bytes, still packed if it came packed.
    """

    name: str
    raw: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The checksum of its bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()

    def members(self, *, limit: int = MAX_UNPACKED) -> tuple[SourceFile, ...]:
        """The files in it, ready to be read: one, or for a zip as many as it holds, in its order.

        Folders and hidden files in a zip are passed over; a member's name serves messages only, so
        nothing is ever written where it points.

        Raises:
            ListError: it is empty, damaged, encrypted, packed twice or in a way that is not read, or
                it would unpack to more than `limit` bytes. What shows only further inside is raised
                when reading gets there.
        """
        packing = _packing(self.raw, _READ)
        match packing:
            case "zip":
                members = _zip_members(self, limit)
            case "gzip":
                members = (self._only_member(_gunzip, limit),)
            case "zstd":
                members = (self._only_member(_unzstd, limit),)
            case _:
                members = (self._only_member(_slices, limit),)
        for member in members:
            _check_start(member, packed=packing is not None)
        return members

    def _only_member(self, unpack: Callable[[bytes], Iterator[bytes]], limit: int) -> _Member:
        return _Member(self.name, lambda: unpack(self.raw), len(self.raw), limit)


def receive(paths: Iterable[Path | str], *, limit: int = MAX_RECEIVED) -> tuple[ReceivedFile, ...]:
    """The files at `paths` as they are; of a folder all its regular files by name, hidden ones left out.

    Raises:
        InputError: a path is missing, can't be read, is neither file nor folder, is a folder without
            files, or a file has more than `limit` bytes.
    """
    return tuple(file for path in paths for file in _receive_path(Path(path), limit))


def source_files(path: Path | str, *, limit: int = MAX_UNPACKED) -> tuple[SourceFile, ...]:
    """What a reader needs of the file, archive or folder at `path`: see `receive` and `members`."""
    return tuple(member for file in receive([path]) for member in file.members(limit=limit))


def from_bytes(name: str, data: bytes) -> SourceFile:
    """A file that holds `data` as it stands; nothing is unpacked or refused."""
    return _Member(name, lambda: _slices(data), len(data), MAX_UNPACKED)


@dataclass(frozen=True, slots=True)
class _Member:
    """A `SourceFile`: each `open` unpacks it anew from bytes held in memory."""

    name: str
    unpack: Callable[[], Iterator[bytes]]
    packed: int
    limit: int

    def open(self) -> BinaryIO:
        return io.BufferedReader(_Unpacked(self), _STEP)

    def head(self, size: int = 4096) -> bytes:
        with self.open() as stream:
            return stream.read(size)


class _Unpacked(io.RawIOBase):
    """The content of a member as a stream that refuses to grow beyond reason."""

    def __init__(self, member: _Member) -> None:
        self._member = member
        self._chunks = member.unpack()
        self._pending = memoryview(b"")
        self._total = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._pending:
            self._pending = memoryview(self._next_chunk())
        size = min(len(buffer), len(self._pending))
        buffer[:size] = self._pending[:size]
        self._pending = self._pending[size:]
        return size

    def _next_chunk(self) -> bytes:
        name = self._member.name
        try:
            chunk = next(self._chunks, b"")
        except _DAMAGED as error:
            raise ListError(f"{name} breaks off or is damaged ({error}); download it again") from error
        self._total += len(chunk)
        _check_size(name, self._total, packed=self._member.packed, limit=self._member.limit)
        return chunk


def _check_size(name: str, size: int, *, packed: int, limit: int) -> None:
    if size > limit:
        raise ListError(
            f"{name} holds more than {limit:,} bytes once unpacked, as no list does, so it is refused; "
            "check that it is the right file"
        )
    if size > max(_UNSUSPICIOUS, _MAX_RATIO * packed):
        raise ListError(
            f"{name} unpacks to more than {_MAX_RATIO} times its {packed:,} bytes, as no list does: it may "
            "be made to fill the memory, so it is refused. If it is genuine, unpack it and add what it holds"
        )


def _check_start(member: _Member, *, packed: bool) -> None:
    start = member.head(32)
    if not start:
        raise ListError(f"{member.name} is empty; download it again")
    if packed and _packing(start, _READ):
        raise ListError(
            f"{member.name} is packed twice, an archive in an archive; unpack it once and add what comes out"
        )
    if other := _packing(start, _NOT_READ):
        raise ListError(
            f"{member.name} is packed as {other}, which is not read; unpack it, or use gzip, zip or zstd"
        )


def _packing(start: bytes, known: dict[bytes, str]) -> str | None:
    return next((packing for magic, packing in known.items() if start.startswith(magic)), None)


def _slices(raw: bytes) -> Iterator[bytes]:
    return (raw[start : start + _STEP] for start in range(0, len(raw), _STEP))


def _gunzip(raw: bytes) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as stream:
        while chunk := stream.read(_STEP):
            yield chunk


def _unzstd(raw: bytes) -> Iterator[bytes]:
    # Not `stream_reader`: it takes a frame that breaks off for one that ends.
    frame = zstandard.ZstdDecompressor().decompressobj()
    for start in range(0, len(raw), _ZSTD_STEP):
        rest = raw[start : start + _ZSTD_STEP]
        while rest:
            if frame.eof:
                frame = zstandard.ZstdDecompressor().decompressobj()
            if chunk := frame.decompress(rest):
                yield chunk
            rest = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise EOFError("its last frame is not complete")


def _zip_members(file: ReceivedFile, limit: int) -> tuple[_Member, ...]:
    if file.raw.count(_ZIP_ENTRY) > MAX_MEMBERS:
        raise ListError(
            f"{file.name} holds more than {MAX_MEMBERS:,} files; unpack it and add the list's own files"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as archive:
            entries = [entry for entry in archive.infolist() if not _passed_over(entry)]
    except _DAMAGED as error:
        raise ListError(f"{file.name} breaks off or is damaged ({error}); download it again") from error
    if not entries:
        raise ListError(f"{file.name} is a zip without a file in it; download it again")
    _check_size(file.name, sum(entry.file_size for entry in entries), packed=len(file.raw), limit=limit)
    return tuple(_zip_member(file, entry, limit) for entry in entries)


def _zip_member(file: ReceivedFile, entry: zipfile.ZipInfo, limit: int) -> _Member:
    name = f"{file.name}/{entry.filename}"
    if entry.flag_bits & 0x1:
        raise ListError(f"{name} is encrypted; unpack it with its password and add what it holds")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ListError(f"{name} is packed by method {entry.compress_type}, which is not read; unpack it")
    return _Member(name, lambda: _unzip(file.raw, entry), entry.compress_size, limit)


def _unzip(raw: bytes, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(entry) as stream:
        while chunk := stream.read(_STEP):
            yield chunk


def _passed_over(entry: zipfile.ZipInfo) -> bool:
    # A zip made on a Mac holds a hidden twin of each file under __MACOSX/.
    return entry.is_dir() or Path(entry.filename).name.startswith(".")


def _receive_path(path: Path, limit: int) -> Iterator[ReceivedFile]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode):
            yield ReceivedFile(path.name, _read(path, limit))
            return
        if not stat.S_ISDIR(mode):
            raise InputError(
                f"{path} is neither a file nor a folder; save what it gives to a file and add that"
            )
        inside = sorted(item for item in path.iterdir() if item.is_file() and not item.name.startswith("."))
        if not inside:
            raise InputError(f"{path} is a folder without a file in it; name the list's file or its folder")
        for item in inside:
            yield ReceivedFile(item.name, _read(item, limit))
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; check the spelling and the folder") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{path} can't be read ({reason}); check the path and its permissions") from error


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as stream:
        raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(
            f"{path} has more than {limit:,} bytes, as no list has; check that it is the right file"
        )
    return raw
