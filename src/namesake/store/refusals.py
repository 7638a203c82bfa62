"""Which links between parties somebody has refused, kept in a small file beside the store."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from namesake.errors import StoreError
from namesake.model.coding import from_json, to_json
from namesake.model.values import PartyId, Value

__all__ = ["Refusal", "read_refusals", "refusals_path", "with_refusals", "write_refusals"]


class Refusal(Value, frozen=True):
    """Two parties that are two, whatever looks alike in their records.

    Attributes:
        left, right: their ids, the lesser first.
        why: what the person found who refused the link.
        day: when, ISO 8601.
    """

    left: PartyId
    right: PartyId
    why: str
    day: str


def refusals_path(store: Path) -> Path:
    """Where the refusals of the store at this path are kept."""
    return store.with_name(store.name + ".refusals")


def read_refusals(store: Path) -> tuple[Refusal, ...]:
    """The links refused, by the parties' ids.

    Raises:
        StoreError: the file is damaged or can't be read: what was decided by hand is not passed over.
    """
    path = refusals_path(store)
    try:
        return from_json(path.read_bytes(), tuple[Refusal, ...])
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise StoreError(f"{path} can't be read ({error.strerror}): get the right to read it") from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise StoreError(
            f"{path}, the links refused by hand, is damaged: restore it from a copy, or remove it "
            "and refuse the links anew"
        ) from error


def write_refusals(store: Path, refusals: Iterable[Refusal]) -> None:
    """Keep these, and no others, whole or not at all.

    Raises:
        StoreError: they can't be written; those before are as they were.
    """
    path = refusals_path(store)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with aside.open("wb") as file:
            file.write(to_json(tuple(sorted(refusals, key=lambda one: (one.left, one.right)))))
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise StoreError(f"{path} can't be written ({error.strerror}), so nothing was changed") from error


def with_refusals(state: str | None, refusals: Iterable[Refusal]) -> str | None:
    """The store's word for its editions (`store/marker.py`) made one for these refusals too."""
    pairs = sorted((one.left, one.right) for one in refusals)
    if state is None or not pairs:
        return state
    return f"{state}-{hashlib.sha256(repr(pairs).encode()).hexdigest()[:8]}"
