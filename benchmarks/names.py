"""How long a name takes, beside RapidFuzz over all names and logic-v2 on pairs."""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

import namesake
from benchmarks.report import Table, describe, seconds, spread
from namesake.service import Service

__all__ = ["command_line", "pairs", "screening"]

QUERIES = 1_000
LEAST_FOUND = 0.95


def screening(service: Service, shared: Path, share: float) -> Table:
    """A screening in process: half listed persons as customers write them, half invented people."""
    count = int(QUERIES * share)
    listed = _rows(shared, "un_positives_dev.csv")[: count // 2]
    unlisted = _rows(shared, "negatives_global_dev.csv")[: count - len(listed)]
    names = [row["full_name"] for row in (*listed, *unlisted)]
    screener = service.screener()
    cold, hits = _timed(screener, names)
    warm, _ = _timed(screener, names)
    _check_found(listed, hits)
    table = Table(
        f"One name against OFAC SDN, UN and EU ({len(screener.snapshot.name_texts):,} names)",
        ("what", "median", "99th percentile", "of Namesake, warm"),
        note=(
            f"{len(names):,} names, half of them `un_positives`, half `negatives`; one core, in process; "
            "hits carry their evidence. RapidFuzz only ranks strings: no spelling rules, no order of names, "
            "no evidence. Cold: no token was met before."
        ),
    )
    base = spread(warm)[0]
    for what, times in (("Namesake, cold", cold), ("Namesake, warm", warm)):
        table.add(what, *map(describe, spread(times)), f"{spread(times)[0] / base:.1f}")
    choices = [
        screener.snapshot.name_texts[number].lower() for number in range(len(screener.snapshot.name_texts))
    ]
    for what, scorer in (("Jaro-Winkler", JaroWinkler.normalized_similarity), ("WRatio", fuzz.WRatio)):
        sample = names[:: max(1, len(names) // 40)]
        times = [_brute_force(name.lower(), choices, scorer) for name in sample]
        median, worst = spread(times)
        table.add(f"RapidFuzz {what} over all", describe(median), describe(worst), f"{median / base:.0f}")
    return table


def command_line(service: Service) -> Table:
    """The whole command, from the shell's point of view, on a ready index."""
    command = [sys.executable, "-m", "namesake", "screen", "Qassem Suleimani", "--json"]
    environment = {**os.environ, "NAMESAKE_HOME": str(service.home)}
    answers: list[str] = []

    def run() -> None:
        finished = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        answers.append(finished.stdout)

    run()
    took = seconds(run, runs=7)
    found = json.loads(answers[-1])["hits"]
    if not found or found[0]["party"]["id"] not in ("us-ofac-sdn:10481", "un-sc:IRi.039"):
        sys.exit("the command line did not find SOLEIMANI first")
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), runs=7)
    table = Table("The command line on a ready index", ("what", "median wall time"))
    table.add('`namesake screen "Qassem Suleimani" --json`', describe(took))
    table.add("Python starting and doing nothing", describe(bare))
    return table


def pairs(shared: Path, share: float) -> Table:
    """Comparing two names, beside logic-v2 on the same pairs in the same process."""
    rows = _rows(shared, "name_pairs_dev.csv")[: max(20, int(421 * share))]
    table = Table(
        "Pairs of names (`name_pairs_dev.csv`)",
        ("what", "median a pair", "99th percentile", "F1 at 0.70", "right", "false alarms", "missed"),
        note="Nothing is prepared beforehand; Namesake's figure includes taking both names apart.",
    )
    for what, score in (("Namesake", _our_score), ("nomenklatura logic-v2", _peer_score())):
        if score is None:
            table.add(what, "not installed", "", "", "", "", "")
            continue
        times: list[float] = []
        right = alarms = missed = 0
        score(rows[0])
        for row in rows:
            start = time.perf_counter()
            value = score(row)
            times.append(time.perf_counter() - start)
            said, meant = value >= 0.70, row["is_match"] == "true"
            right += said and meant
            alarms += said and not meant
            missed += meant and not said
        f1 = 2 * right / (2 * right + alarms + missed)
        table.add(what, *map(describe, spread(times)), f"{f1:.3f}", str(right), str(alarms), str(missed))
    return table


def _our_score(row: dict[str, str]) -> float:
    return namesake.compare(row["name1"], row["name2"], kind=row["kind"]).score


def _peer_score() -> Any:
    try:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
        from nomenklatura.matching.types import ScoringConfig
    except ImportError:
        return None
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        return None
    config = ScoringConfig.defaults()
    ids = itertools.count()

    def entity(number: int, row: dict[str, str]) -> Any:
        made = model.make_entity(row["kind"])
        # The peer remembers the names of an id: each pair needs ids of its own.
        made.id = f"{next(ids)}"
        made.add("name", row[f"name{number}"])
        return made

    def score(row: dict[str, str]) -> float:
        return float(algorithm.compare(entity(1, row), entity(2, row), config).score)

    return score


def _rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "eval" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _timed(screener: namesake.Screener, names: list[str]) -> tuple[list[float], list[set[str]]]:
    times: list[float] = []
    hits: list[set[str]] = []
    for name in names:
        start = time.perf_counter()
        screening = screener.screen(name, kind="Person", limit=50)
        times.append(time.perf_counter() - start)
        hits.append({hit.party.id for hit in screening.hits})
    return times, hits


def _check_found(listed: list[dict[str, str]], hits: list[set[str]]) -> None:
    found = sum(row["party"] in found for row, found in zip(listed, hits, strict=False))
    if found < LEAST_FOUND * len(listed):
        sys.exit(f"only {found} of {len(listed)} listed persons were found: nothing here is worth timing")


def _brute_force(name: str, choices: list[str], scorer: Any) -> float:
    start = time.perf_counter()
    best = process.extract(name, choices, scorer=scorer, limit=10)
    took = time.perf_counter() - start
    if len(best) != 10:
        sys.exit("RapidFuzz gave no ten best")
    return took
