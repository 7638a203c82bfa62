"""How long adding the large lists and building the index takes, and how much room they need."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Table, describe, seconds
from namesake.service import Service

__all__ = ["LISTS", "adding"]

# File below lists/, parties it must give.
LISTS = (
    ("us-ofac-sdn/2024-05-07_sdn.xml", 14_966),
    ("un-sc/un_consolidated_2026-02-27.xml", 1_003),
    ("eu-fsf/2024-05-13_full_1_1.xml", 4_811),
)


@contextmanager
def adding(shared: Path) -> Iterator[tuple[Service, Table]]:
    """A service with the three lists, in a folder that goes afterwards, and what that took."""
    table = Table(
        "Adding and indexing OFAC SDN, UN and EU",
        ("step", "time", "size"),
        note="Sizes of files are as published; the store keeps every edition as received, compressed.",
    )
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder))
        total = 0.0
        for name, parties in LISTS:
            path = shared / "lists" / name
            (delivery,) = service.deliveries(path)
            held = []
            took = seconds(lambda: held.append(service.add(delivery)))  # noqa: B023  # called at once
            if held[0].edition.parties != parties:
                sys.exit(f"{name}: {held[0].edition.parties} parties read, {parties} expected")
            total += took
            table.add(f"add {name}", describe(took), _megabytes(path))
        table.add("store, all three", describe(total), _megabytes(service.store_path))
        took = seconds(service.index)
        snapshot = service.snapshot()
        table.add(
            f"index: {len(snapshot.name_texts):,} names of {len(snapshot.party_ids):,} parties",
            describe(took),
            _megabytes(service.index_folder),
        )
        table.add("open the index", describe(seconds(service.snapshot, runs=9)), "")
        yield service, table


def _megabytes(path: Path) -> str:
    files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    return f"{sum(one.stat().st_size for one in files) / 1e6:.1f} MB"
