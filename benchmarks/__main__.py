"""Runs the benchmarks and prints their tables; `--write` puts them into docs/benchmarks.md.

    python -m benchmarks [--write] [--quick]
    python -m benchmarks --scale [--write] [--quick]     up to two million names; takes a quarter of an hour

Reads the real lists from the folder NAMESAKE_SHARED names (default ../shared/data). Every figure's
answer is checked first: a benchmark of wrong answers stops.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.articles import articles
from benchmarks.lists import adding, changing
from benchmarks.names import command_line, pairs, screening
from benchmarks.report import Table, put_into
from benchmarks.scale import scale

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


def main() -> None:
    """Run everything."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure Namesake and its peers."
    )
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the queries, to try the benchmarks out"
    )
    parser.add_argument("--scale", action="store_true", help="measure how the index grows, and nothing else")
    wanted = parser.parse_args()
    shared = real_lists()
    share = 0.1 if wanted.quick else 1.0
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    if wanted.scale:
        _scale(shared, write=wanted.write, quick=wanted.quick)
        return
    tables: list[Table] = []
    changes = _shown(changing(shared))
    with adding(shared) as (service, table):
        tables.append(_shown(table))
        tables.append(changes)
        tables.append(_shown(screening(service, shared, share)))
        tables.append(_shown(command_line(service)))
        tables.append(_shown(articles(service, shared)))
    tables.append(_shown(pairs(shared, share)))
    if wanted.write:
        put_into(PAGE, "\n".join(table.markdown() for table in tables))
        print(f"written to {PAGE.name}")


def _scale(shared: Path, *, write: bool, quick: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        picture = (PAGE.parent if write else Path(folder)) / "growth.svg"
        tables = [_shown(table) for table in scale(shared, picture, quick=quick)]
    if write:
        put_into(PAGE, "\n".join(table.markdown() for table in tables), block="scale")
        print(f"written to {PAGE.name} and {picture.name}")


def real_lists() -> Path:
    """The folder of the real lists and labelled data; the process ends where there is none."""
    named = os.environ.get("NAMESAKE_SHARED")
    start = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    for folder in (start, start / "data"):
        if (folder / "lists").is_dir():
            return folder
    sys.exit(f"the real lists are not in {start}: set NAMESAKE_SHARED to their folder")


def _shown(table: Table) -> Table:
    print(table.markdown())
    return table


if __name__ == "__main__":
    main()
