"""How the index grows: building, opening and screening with up to two million names.

Each measurement runs in a process of its own, so that its memory can be told and no cache is warm.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.report import Table, describe, seconds, spread
from namesake.index.building import build
from namesake.index.snapshot import Snapshot
from namesake.model.edition import PartyHistory

# What only some of it needs is imported there: each process that helps to build reads this module anew.

__all__ = ["scale"]

SIZES: Final = (10_000, 100_000, 1_000_000, 2_000_000)
SCREENED: Final = 1_000_000
"""Names in the largest index that is screened against."""
QUERIES: Final = 500
LEAST_NEW: Final = 0.3
"""Words that no list has, for each made name: fewer would be kinder to the index than life is."""
PROCESSES: Final = os.cpu_count() or 1


def scale(shared: Path, picture: Path, *, quick: bool = False) -> list[Table]:
    """The tables, with the curve drawn into `picture`; `quick` leaves out the two largest sizes."""
    from benchmarks.curve import svg

    building = Table(
        "The index at scale",
        (
            "names",
            "distinct words",
            "built in",
            "processor time",
            "peak memory",
            "arrays a name",
            "opened in",
        ),
        note=(
            "The UN's list and made-up parties of one name each, put together from the words of OFAC's, the "
            "UN's and the EU's lists by how common they are there, with at least 0.3 words a name that no "
            f"list has (`benchmarks/synthesis.py`). {PROCESSES} processes; times without making the names "
            "up, the memory with it and of all processes together; the arrays without the parties' records."
        ),
    )
    screening = Table(
        "Screening at scale",
        ("names", "what", "median, cold", "99th percentile", "median, warm", "99th percentile", "found"),
    )
    sizes = SIZES[:2] if quick else SIZES
    curve: dict[str, list[float]] = {}
    screened = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = _in_process("build", shared, size, folder)
            asked = _in_process("ask", shared, QUERIES // 10 if quick else QUERIES, folder)
        building.add(
            f"{made['names']:,}",
            f"{made['tokens']:,}",
            describe(made["seconds"]),
            describe(made["processor"]),
            f"{made['peak'] / 2**30:.2f} GiB",
            f"{made['bytes'] / made['names']:.0f} bytes",
            describe(asked["open"]),
        )
        if size > SCREENED:
            continue
        screened.append(made["names"])
        for what, times in asked["times"].items():
            cells = [describe(value) for heat in ("cold", "warm") for value in times[heat]]
            found = f"{asked['found']} of {asked['listed']}" if what == _LISTED else ""
            screening.add(f"{made['names']:,}", what, *cells, found)
            for heat in ("cold", "warm"):
                curve.setdefault(what.strip("`") + f", {heat}", []).append(times[heat][0])
    picture.write_text(
        svg("One name against an index of so many (median)", screened, curve), encoding="utf-8"
    )
    screening.note = (
        "Compiled kernels, one core, in process, kind given, at most 50 hits. Cold: no word was met "
        "before.\n\n"
        f"![How the time to screen a name grows with the names in the index]({picture.name})"
    )
    return [building, screening]


_LISTED: Final = "`un_positives`"
_UNLISTED: Final = "`negatives`"


def _in_process(what: str, shared: Path, size: int, folder: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.scale", what, str(shared), str(size), folder]
    finished = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if finished.returncode:
        sys.exit(f"{what} {size:,}: stopped")
    result: dict[str, Any] = json.loads(finished.stdout)
    return result


class _Timed:
    """Parties on their way into the index, and how long making them up took."""

    def __init__(self, histories: Iterator[PartyHistory]) -> None:
        self._histories = histories
        self.seconds = 0.0

    def __iter__(self) -> Iterator[PartyHistory]:
        while True:
            start = time.perf_counter()
            history = next(self._histories, None)
            self.seconds += time.perf_counter() - start
            if history is None:
                return
            yield history


def _build(shared: Path, names: int, folder: Path) -> dict[str, Any]:
    from benchmarks.synthesis import Synthesis

    histories = _Timed(Synthesis(shared).histories(names))
    worked = _worked()
    start = time.perf_counter()
    snapshot = build(histories, processes=PROCESSES)
    took = time.perf_counter() - start - histories.seconds
    worked = _worked() - worked - histories.seconds
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (PROCESSES if PROCESSES > 1 else 0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + others
    if len(snapshot.name_texts) != names or len(snapshot.tokens) < LEAST_NEW * names:
        sys.exit(
            f"{len(snapshot.name_texts):,} names of {len(snapshot.tokens):,} words: not what was to be built"
        )
    _check_made(snapshot)
    snapshot.save(folder / "index")
    return {
        "names": names,
        "tokens": len(snapshot.tokens),
        "seconds": took,
        "processor": worked,
        "peak": peak * (1 if sys.platform == "darwin" else 1024),
        "bytes": sum(
            array.nbytes for name, array in snapshot.arrays.items() if not name.startswith("record_")
        ),
    }


def _worked() -> float:
    """Seconds that this process and those that ended have kept a core busy."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _check_made(snapshot: Snapshot) -> None:
    """Some of the made parties are found by their own names, of two words or more."""
    from benchmarks.synthesis import MADE
    from namesake.index.kernels import compile_kernels
    from namesake.screening.screener import Screener

    compile_kernels()
    screener = Screener(snapshot)
    parties = snapshot.arrays["name_party"]
    for number in range(0, len(parties), max(1, len(parties) // 10)):
        party = snapshot.party(snapshot.versions_of(int(parties[number]))[0])
        name = snapshot.name_texts[number]
        if party.list != MADE or " " not in name:
            continue
        hits = screener.screen(name, kind=party.kind, limit=1000).hits
        if party.id not in {hit.party.id for hit in hits}:
            sys.exit(f"{name!r} is in the index but not found there")


def _ask(shared: Path, count: int, folder: Path) -> dict[str, Any]:
    from benchmarks.names import LEAST_FOUND, rows_of
    from namesake.index.kernels import compile_kernels
    from namesake.screening.screener import Screener

    opened = seconds(lambda: Snapshot.open(folder / "index"), runs=5)
    listed = rows_of(shared, "un_positives_dev.csv")[:count]
    unlisted = rows_of(shared, "negatives_global_dev.csv")[: count // 2]
    unlisted += rows_of(shared, "negatives_us_dev.csv")[: count - len(unlisted)]
    compile_kernels()
    Screener(Snapshot.open(folder / "index")).screen("Quirinus Xylander", kind="Person")
    times: dict[str, dict[str, tuple[float, float]]] = {}
    found = 0
    for what, rows in ((_UNLISTED, unlisted), (_LISTED, listed)):
        screener = Screener(Snapshot.open(folder / "index"))
        for heat in ("cold", "warm"):
            taken = []
            found = 0
            for row in rows:
                start = time.perf_counter()
                screening = screener.screen(row["full_name"], kind="Person", limit=50)
                taken.append(time.perf_counter() - start)
                found += row.get("party") in {hit.party.id for hit in screening.hits}
            times.setdefault(what, {})[heat] = spread(taken)
    if found < LEAST_FOUND * len(listed):
        sys.exit(f"only {found} of {len(listed)} listed persons were found: nothing here is worth timing")
    return {"open": opened, "times": times, "found": found, "listed": len(listed)}


if __name__ == "__main__":
    _what, _shared, _size, _folder = sys.argv[1:]
    print(json.dumps({"build": _build, "ask": _ask}[_what](Path(_shared), int(_size), Path(_folder))))
