"""How long adding the large lists and building the index takes, and how much room they need."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.report import Table, describe, seconds
from namesake.index.layout import ARRAYS
from namesake.index.snapshot import Snapshot
from namesake.service import Service

__all__ = ["LISTS", "adding", "changing"]

# File below lists/, parties it must give.
LISTS = (
    ("us-ofac-sdn/2024-05-07_sdn.xml", 14_966),
    ("un-sc/un_consolidated_2026-02-27.xml", 1_003),
    ("eu-fsf/2024-05-13_full_1_1.xml", 4_811),
)


UK = ("gb-ofsi/2025-04-10_ConList.csv", 4_686)
OLDER = "us-ofac-sdn/2021-03-10_sdn.xml"
"""An edition that tells of other times: three years of changes."""
PROCESSES = os.cpu_count() or 1
_FAMILY_NAME = re.compile(rb"<lastName>(.*?)</lastName>")
_PUBLISHED = rb"<Publish_Date>05/07/2024</Publish_Date>"
_ONE_IN = 100


@contextmanager
def adding(shared: Path) -> Iterator[tuple[Service, Table]]:
    """A service with the three lists, in a folder that goes afterwards, and what that took."""
    table = Table(
        "Adding and indexing OFAC SDN, UN and EU",
        ("step", "time", "size"),
        note="Sizes of files are as published; the store keeps every edition as received, compressed.",
    )
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Path(folder), processes=PROCESSES)
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


def changing(shared: Path) -> Table:
    """OFAC, the UN, the EU and the UK added and indexed from nothing, and again with one edition more.

    Ends the process where what took over from the index before is not what is built from nothing.
    """
    table = Table(
        "Four authorities' lists from nothing, and again with another edition of OFAC SDN",
        ("edition", "added in", "indexed in", "names taken over", "indexed from nothing in"),
        note=(
            "OFAC SDN, UN and EU of the days above, the UK's list of 10 April 2025, and the links between "
            f"them. Up to {PROCESSES} processes where there are many new names. Taken over are names that "
            "the index before has, letter for letter; both are compared byte for byte."
        ),
    )
    with tempfile.TemporaryDirectory() as folder:
        changed = Path(folder) / "sdn.xml"
        changed.write_bytes(_changed((shared / "lists" / LISTS[0][0]).read_bytes()))
        service = Service(Path(folder) / "all", processes=PROCESSES)
        total = 0.0
        for name, parties in (*LISTS, UK):
            (delivery,) = service.deliveries(shared / "lists" / name)
            held = []
            total += seconds(lambda: held.append(service.add(delivery)))  # noqa: B023  # called at once
            if held[0].edition.parties != parties:
                sys.exit(f"{name}: {held[0].edition.parties} parties read, {parties} expected")
        table.add("all four, from nothing", describe(total), "", "", describe(seconds(service.index)))
        for what, path in (
            (f"OFAC SDN of the next day, every {_ONE_IN}th name another", changed),
            (f"{OLDER}, added late", shared / "lists" / OLDER),
        ):
            home = Path(folder) / "home"
            shutil.copytree(service.home, home)
            table.add(what, *_again(Service(home, processes=PROCESSES), path))
            shutil.rmtree(home)
    return table


def _again(service: Service, path: Path) -> list[str]:
    before = _names(service.snapshot())
    (delivery,) = service.deliveries(path)
    adding = seconds(lambda: service.add(delivery))
    made: list[Snapshot] = []
    again = seconds(lambda: made.append(service.index()))
    shutil.rmtree(service.index_folder)
    anew = seconds(lambda: made.append(service.index()))
    taken_over, from_nothing = made
    if taken_over.manifest != from_nothing.manifest or any(
        taken_over.arrays[name].tobytes() != from_nothing.arrays[name].tobytes() for name in ARRAYS
    ):
        sys.exit(
            f"{path.name}: the index that took over from the one before is not the one built from nothing"
        )
    after = _names(taken_over)
    if not before & after:
        sys.exit(f"{path.name}: nothing was taken over, so nothing here is worth timing")
    return [describe(adding), describe(again), f"{len(before & after) / len(after):.1%}", describe(anew)]


def _names(snapshot: Snapshot) -> set[tuple[str, bool]]:
    """The names, each with whether it is read as a person's."""
    person = snapshot.arrays["name_person"].tolist()
    return {(snapshot.name_texts[name], person[name]) for name in range(len(person))}


def _changed(sdn: bytes) -> bytes:
    """The edition as it might have been a day later: every hundredth family name has one more, new word."""
    if sdn.count(_PUBLISHED) != 1:
        sys.exit(f"{LISTS[0][0]} is not of the day that it was of")
    names = 0

    def renamed(found: re.Match[bytes]) -> bytes:
        nonlocal names
        names += 1
        return found[0] if names % _ONE_IN else b"<lastName>Quondam%d %s</lastName>" % (names, found[1])

    return _FAMILY_NAME.sub(renamed, sdn.replace(_PUBLISHED, _PUBLISHED.replace(b"05/07", b"05/08")))


def _megabytes(path: Path) -> str:
    files = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]
    return f"{sum(one.stat().st_size for one in files) / 1e6:.1f} MB"
