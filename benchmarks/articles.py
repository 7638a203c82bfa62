"""How fast texts are read for listed names, beside an automaton that finds names exactly as listed."""

from __future__ import annotations

import gc
import html
import json
import re
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.report import Table, describe, seconds
from namesake.index.snapshot import Snapshot
from namesake.screening.screener import Screener
from namesake.service import Service
from namesake.sources.starter import article
from namesake.text.document import Document

__all__ = ["articles", "texts_of"]

_LEAST_MENTIONS: Final = 100
_WAYS: Final = ("read_many", "read")
_RUNS: Final = 5
"""Processes that are timed each way."""
_ARTICLE: Final = 5_000
"""Characters of the article that is timed alone."""


def articles(service: Service, shared: Path) -> Table:
    """Reading news: all of it for the first time, again, both at once and one by one; one article alone."""
    snapshot = service.snapshot()
    folder = snapshot.folder or service.index_folder
    results = {way: _middle([_in_process(folder, shared, way) for _ in range(_RUNS)]) for way in _WAYS}
    result = results["read"]
    if len({each["mentions"] for each in results.values()}) > 1:
        sys.exit(f"read together they have other mentions than one by one: {results}")
    texts = texts_of(shared)
    size = sum(len(text.encode()) for text in texts) / 1e6
    table = Table(
        f"Reading news for {result['names']:,} listed names",
        ("what", "speed", "found"),
        note=(
            f"{len(texts)} articles of PolNeAR and TimeBank, {size:.1f} MB, one core, in process. Cold: no "
            f"word was met before, in a process that has just begun, the middle one of {_RUNS}; warm: the "
            "same texts again. `read_many` is given them all, `read` one after the other. The automaton "
            "finds names only as they stand on the lists, also inside other words, and judges nothing: it is "
            "the bound. The article "
            f"is our sample, of {_ARTICLE:,} characters."
        ),
    )
    for heat in ("cold", "warm"):
        for way, each in results.items():
            table.add(f"`{way}`, {heat}", f"{size / each[heat]:.2f} MB/s", f"{each['mentions']} mentions")
    exact = _automaton(snapshot, texts)
    if exact is None:
        table.add("pyahocorasick, names as listed", "not installed", "")
    else:
        table.add("pyahocorasick, names as listed", f"{size / exact[0]:.1f} MB/s", f"{exact[1]:,} places")
    table.add("one article, words met before", describe(result["article"]), "")
    table.add("one article, in a new process", describe(result["first article"]), "")
    return table


def texts_of(shared: Path) -> list[str]:
    """The news texts of the development data."""
    texts = [path.read_text("utf-8") for path in sorted((shared / "text" / "polnear").glob("*/text/*.txt"))]
    for path in sorted((shared / "text" / "timebank").glob("*.tml")):
        raw = path.read_text("utf-8")
        inside = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
        texts.append(html.unescape(re.sub(r"<[^>]+>", "", inside[1] if inside else raw)))
    return texts


def _middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Of each figure the middle one; what was found is the same in all."""
    if len({run["mentions"] for run in runs}) > 1:
        sys.exit(f"other mentions in another process: {runs}")
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _in_process(folder: Path, shared: Path, way: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.articles", str(folder), str(shared), way]
    finished = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if finished.returncode:
        sys.exit("reading news: stopped")
    result: dict[str, Any] = json.loads(finished.stdout)
    return result


def _measure(folder: Path, shared: Path, way: str) -> dict[str, Any]:
    screener = Screener(Snapshot.open(folder))
    screener.screen("What is compiled is loaded")
    one = Document(text=(article("militia.txt") * 4)[:_ARTICLE])
    start = time.perf_counter()
    screener.read(one)
    first = time.perf_counter() - start
    documents = [Document(text=text) for text in texts_of(shared)]

    def read() -> list[int]:
        readings = screener.read_many(documents) if way == "read_many" else map(screener.read, documents)
        return [len(reading.mentions) for reading in readings]

    gc.collect()  # what importing left behind
    start = time.perf_counter()
    found = read()
    cold = time.perf_counter() - start
    again: list[list[int]] = []
    warm = seconds(lambda: again.append(read()), runs=3)
    if any(each != found for each in again) or sum(found) < _LEAST_MENTIONS:
        sys.exit(f"{sum(found)} mentions the first time, {[sum(each) for each in again]} again")
    return {
        "names": len(screener.snapshot.name_texts),
        "cold": cold,
        "warm": warm,
        "mentions": sum(found),
        "article": seconds(lambda: screener.read(one), runs=9),
        "first article": first,
    }


def _automaton(snapshot: Snapshot, texts: list[str]) -> tuple[float, int] | None:
    """How long finding all names exactly takes, and how many places have one."""
    try:
        automaton: Any = import_module("ahocorasick").Automaton()
    except ImportError:
        return None
    for number in range(len(snapshot.name_texts)):
        automaton.add_word(snapshot.name_texts[number].lower(), number)
    automaton.make_automaton()
    lowered = [text.lower() for text in texts]
    counted: list[int] = []
    took = seconds(lambda: counted.append(sum(1 for text in lowered for _ in automaton.iter(text))), runs=3)
    return took, counted[-1]


if __name__ == "__main__":
    print(json.dumps(_measure(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])))
