"""An immutable index in one folder, ready to open.

A folder holds `manifest.json` and one NumPy file for each array, mapped into memory when opened, so
that opening costs the same however large the lists are and processes share the pages. A snapshot is
written aside and renamed into place: it is there whole or not at all.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np

from namesake.errors import SnapshotError
from namesake.index.layout import ARRAYS, Array, fault_in
from namesake.model.coding import from_json, to_json
from namesake.model.edition import Holding
from namesake.model.party import Party
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import ListId, Value

__all__ = ["FORMAT", "Manifest", "Snapshot", "Texts", "checksum_of"]

FORMAT: Final = 4
"""The layout of the folder; another layout is another number, and old ones say so when opened."""

_MANIFEST: Final = "manifest.json"
_MOST_REMEMBERED: Final = 1 << 12


class Manifest(Value, frozen=True):
    """What a snapshot says of itself.

    Attributes:
        format: `FORMAT` of the version that wrote it.
        scoring: the scoring version its tokens were made for.
        lists: the lists it has parties of, sorted.
        programmes: the programmes any of their designations is under, sorted.
        holdings: the editions in it and when each holds.
        checksums: SHA-256 of each array, by name.
        state: the word for the set of editions it was built from, which the store compares.
        notice: a sentence to be shown with every answer from it; None for none.
    """

    format: int
    scoring: str
    lists: tuple[ListId, ...]
    programmes: tuple[str, ...]
    holdings: tuple[Holding, ...]
    checksums: dict[str, str]
    state: str = ""
    notice: str | None = None

    @property
    def id(self) -> str:
        """16 hex digits that name the content: equal for equal content, wherever and whenever it was built.

        So neither the store's word nor the moment an edition was received counts.
        """
        holdings = tuple(
            msgspec.structs.replace(held, edition=msgspec.structs.replace(held.edition, received=""))
            for held in self.holdings
        )
        content = msgspec.structs.replace(self, state="", holdings=holdings)
        return hashlib.sha256(to_json(content)).hexdigest()[:16]


class Texts:
    """Many short texts in one block of bytes, by number."""

    def __init__(self, block: Array, offsets: Array) -> None:
        self._block = block.data
        self._offsets = offsets
        self._count = len(offsets) - 1

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: int) -> str:
        return str(self._part(number), "utf-8")

    def raw(self, number: int) -> bytes:
        """The bytes of one text."""
        return bytes(self._part(number))

    def _part(self, number: int) -> memoryview:
        if not 0 <= number < self._count:
            raise IndexError(f"there is no text {number}: there are {self._count}")
        return self._block[self._offsets.item(number) : self._offsets.item(number + 1)]


class Snapshot:
    """The index of some editions, opened for reading; safe to share between threads.

    Attributes:
        manifest: what it says of itself.
        arrays: the arrays by name; `index/layout.py` documents each.
        tokens, name_texts, party_ids: texts by number.
        folder: where it was opened; None for one that was only built.
    """

    def __init__(self, manifest: Manifest, arrays: Mapping[str, Array], folder: Path | None = None) -> None:
        self.manifest = manifest
        self.folder = folder
        self.arrays = arrays
        self.tokens = Texts(arrays["token_block"], arrays["token_offsets"])
        self.name_texts = Texts(arrays["name_block"], arrays["name_offsets"])
        self.party_ids = Texts(arrays["party_block"], arrays["party_offsets"])
        self._records = Texts(arrays["record_block"], arrays["record_offsets"])
        self._remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self._read_party)

    @cached_property
    def id(self) -> str:
        """Its content's name; equal content has an equal id."""
        return self.manifest.id

    def party(self, version: int) -> Party:
        """The party as one version describes it."""
        return self._remembered(version)

    def versions_of(self, party: int) -> range:
        """The numbers of a party's versions, oldest first."""
        starts = self.arrays["party_versions"]
        return range(int(starts[party]), int(starts[party + 1]))

    @classmethod
    def open(cls, folder: Path) -> Snapshot:
        """The snapshot in `folder`, its arrays mapped, not read; `verify` reads them.

        Raises:
            SnapshotError: there is none, or it is damaged or of another format or scoring version.
        """
        manifest = _manifest(folder)
        arrays: dict[str, Array] = {}
        for name in ARRAYS:
            try:
                # NumPy's own `load` would also take archives and, told so, run pickled code.
                mapped = np.lib.format.open_memmap(folder / f"{name}.npy", mode="r")
            except Exception as error:  # whatever a damaged header brings about
                raise SnapshotError(
                    f"the index in {folder} is damaged ({name}: {error}); build it again"
                ) from error
            arrays[name] = mapped.view(np.ndarray)  # the same pages, without memmap's cost at each slice
        if fault := fault_in(arrays):
            raise SnapshotError(f"the index in {folder} is damaged ({fault}); build it again")
        return cls(manifest, arrays, folder)

    def save(self, folder: Path) -> None:
        """Write it to `folder`, which appears whole or not at all.

        The same snapshot already there, even if another process puts it there meanwhile, is kept;
        a damaged or another one is replaced.

        Raises:
            SnapshotError: the disk is full or the place can't be written.
        """
        aside = folder.with_name(f".building-{secrets.token_hex(8)}")
        try:
            aside.mkdir(parents=True)
            for name, array in self.arrays.items():
                with (aside / f"{name}.npy").open("wb") as file:
                    np.lib.format.write_array(file, array, allow_pickle=False)
                    file.flush()
                    os.fsync(file.fileno())
            _write_manifest(self.manifest, aside)
            while not _moved(aside, folder):
                with suppress(FileNotFoundError):  # another process has just removed it: try again
                    if _holds(folder, self.manifest):
                        _write_manifest(self.manifest, folder)
                        break
                    wreck = folder.with_name(f".damaged-{secrets.token_hex(8)}")
                    folder.rename(wreck)
                    shutil.rmtree(wreck, ignore_errors=True)
        except OSError as error:
            raise SnapshotError(
                f"the index can't be written to {folder}: {error.strerror or error}"
            ) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def verify(self) -> None:
        """Compare every array with its checksum; `SnapshotError` naming the first that differs."""
        for name in ARRAYS:
            if checksum_of(self.arrays[name]) != self.manifest.checksums.get(name):
                raise SnapshotError(f"the index is damaged: {name} is not what was written; build it again")

    def _read_party(self, version: int) -> Party:
        try:
            return from_json(self._records.raw(version), Party)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise SnapshotError(
                f"the index is damaged: record {version} can't be read ({error}); build it again"
            ) from error


def checksum_of(array: Array) -> str:
    """SHA-256 of an array's content, type and shape."""
    digest = hashlib.sha256(f"{array.dtype.str}{array.shape}".encode())
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def _manifest(folder: Path) -> Manifest:
    try:
        data = (folder / _MANIFEST).read_bytes()
    except FileNotFoundError as error:
        raise SnapshotError(f"there is no index in {folder}: build one") from error
    except OSError as error:
        raise SnapshotError(f"the index in {folder} can't be read: {error.strerror or error}") from error
    try:
        head = msgspec.json.decode(data)
        if head["format"] != FORMAT:
            raise SnapshotError(
                f"the index in {folder} has format {head['format']}, this version reads {FORMAT}: "
                "build it again"
            )
        manifest = from_json(data, Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise SnapshotError(f"the manifest of the index in {folder} is damaged; build it again") from error
    if manifest.scoring != SCORING_VERSION:
        raise SnapshotError(
            f"the index in {folder} was made for scoring version {manifest.scoring}, "
            f"this is {SCORING_VERSION}: build it again"
        )
    return manifest


def _write_manifest(manifest: Manifest, folder: Path) -> None:
    """The last file of a snapshot, and the only one that can change: the store's word may."""
    aside = folder / f".{_MANIFEST}-{secrets.token_hex(8)}"
    with aside.open("wb") as file:
        file.write(to_json(manifest))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(folder / _MANIFEST)


def _moved(aside: Path, folder: Path) -> bool:
    """Whether the folder could be put in its place; False when something is there."""
    try:
        aside.rename(folder)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    return True


def _holds(folder: Path, manifest: Manifest) -> bool:
    """Whether the folder holds a sound snapshot of this content."""
    try:
        there = Snapshot.open(folder)
        there.verify()
    except SnapshotError:
        return False
    return there.id == manifest.id
