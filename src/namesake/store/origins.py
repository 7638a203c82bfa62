"""Where the newest edition of each list was fetched from, and what its publisher calls that state.

It saves a download, and nothing rests on it: it is kept in a small file beside the store, and where that is
lost, damaged or of another time than the store, lists are fetched whole.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from namesake.model.coding import from_json, to_json
from namesake.model.edition import Edition
from namesake.model.values import ListId, Value

__all__ = ["Origin", "digest_of", "origins_path", "read_origins", "write_origin"]


class Origin(Value, frozen=True):
    """The last fetching of a list that brought an edition.

    Attributes:
        address: the digest of where from; addresses may have passwords in them.
        sha256: of the edition that came.
        etag: the publisher's word for it, where it gave one.
        modified: when the publisher changed it, as it said.
    """

    address: str
    sha256: str
    etag: str | None = None
    modified: str | None = None

    def stands_for(self, address: str, held: frozenset[Edition], of: ListId) -> bool:
        """Whether it tells of this address, and of an edition that is still held."""
        return self.address == digest_of(address) and any(
            (edition.list, edition.sha256) == (of, self.sha256) for edition in held
        )


def digest_of(address: str) -> str:
    """What an address is known by."""
    return hashlib.sha256(address.encode()).hexdigest()


def origins_path(store: Path) -> Path:
    """Where the origins of the store at this path are kept."""
    return store.with_name(store.name + ".origins")


def read_origins(store: Path) -> dict[ListId, Origin]:
    """The origins known, by list; none where the file is absent or damaged."""
    try:
        return from_json(origins_path(store).read_bytes(), dict[ListId, Origin])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def write_origin(store: Path, of: ListId, origin: Origin) -> None:
    """Keep the origin of one list beside those of the others, whole or not at all."""
    path = origins_path(store)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(to_json({**read_origins(store), of: origin}))
        aside.replace(path)
    except OSError:
        # The edition is kept, and that counts; without this the next update only fetches more.
        aside.unlink(missing_ok=True)
