"""How long a name takes, beside RapidFuzz over all names and logic-v2 on pairs."""

from __future__ import annotations

import csv
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

import namesake
from benchmarks.report import Table, describe, seconds, spread
from namesake.index.building import build
from namesake.index.kernels import compile_kernels
from namesake.index.retrieval import Retrieval
from namesake.model.edition import PartyHistory, Version
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.names.tokens import parse
from namesake.screening.explain import readings
from namesake.service import Service

__all__ = ["LEAST_FOUND", "command_line", "pairs", "rows_of", "screening"]

QUERIES = 1_000
LEAST_FOUND = 0.95
LEAST = 0.01
"""A floor that hardly any pair stays below, so that all are scored."""
PEER_PARTIES, PEER_QUERIES = 300, 10
"""So few because logic-v2 takes a sixth of a millisecond for each of them."""


def screening(service: Service, shared: Path, share: float) -> Table:
    """A screening in process: half listed persons as customers write them, half invented people."""
    count = int(QUERIES * share)
    listed = rows_of(shared, "un_positives_dev.csv")[: count // 2]
    unlisted = rows_of(shared, "negatives_global_dev.csv")[: count - len(listed)]
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
    many = _many(screener, [row["full_name"] for row in (*listed, *unlisted)])
    table.add("Namesake, `screen_many`, warm, of each", describe(many), "", f"{many / base:.1f}")
    choices = [
        screener.snapshot.name_texts[number].lower() for number in range(len(screener.snapshot.name_texts))
    ]
    for what, scorer in (("Jaro-Winkler", JaroWinkler.normalized_similarity), ("WRatio", fuzz.WRatio)):
        sample = names[:: max(1, len(names) // 40)]
        times = [_brute_force(name.lower(), choices, scorer) for name in sample]
        median, worst = spread(times)
        table.add(f"RapidFuzz {what} over all", describe(median), describe(worst), f"{median / base:.0f}")
    _add_peer(table, screener, names, base)
    return table


def _add_peer(table: Table, screener: namesake.Screener, names: list[str], base: float) -> None:
    """logic-v2 over all parties, and over our ten best as a search engine in front of it would give them."""
    peer = _peer()
    if peer is None:
        table.add("nomenklatura logic-v2", "not installed", "", "")
        return
    current = np.nonzero(screener.snapshot.arrays["version_current"])[0].tolist()
    parties = [screener.snapshot.party(version) for version in current]
    persons = [party for party in parties if Kind.PERSON.may_be(party.kind)]
    pace = max(1, len(persons) // PEER_PARTIES)
    some = [peer.entity(party.kind, [name.text for name in party.names]) for party in persons[::pace]]
    _peer_time(peer, names[0], some)  # what it loads, and what it remembers of a party, is not counted
    per_pair = [
        _peer_time(peer, name, some) / len(some) for name in names[:: max(1, len(names) // PEER_QUERIES)]
    ]
    median, worst = (value * len(persons) for value in spread(per_pair))
    table.add(
        f"logic-v2 over all {len(persons):,} persons (*)",
        describe(median),
        describe(worst),
        f"{median / base:,.0f}",
    )
    times = []
    for name in names[:: max(1, len(names) // 100)]:
        found = screener.screen(name, kind="Person", limit=10, near=True)
        best = [hit.party for hit in (*found.hits, *found.near)][:10]
        candidates = [peer.entity(party.kind, [one.text for one in party.names]) for party in best]
        if candidates:
            times.append(_peer_time(peer, name, candidates))
    median, worst = spread(times)
    table.add("logic-v2 over our ten best", describe(median), describe(worst), f"{median / base:.1f}")
    table.note += (
        f" (*) Measured on {len(some):,} of them for {len(per_pair)} of the names, and multiplied by "
        f"{len(persons) / len(some):.1f}; the peer has met these parties before. Neither making the parties' "
        "entities nor finding the ten best is counted."
    )


def _peer_time(peer: _Peer, name: str, candidates: list[Any]) -> float:
    """Scoring one name against all of these, the query's own entity made and counted as it would be."""
    start = time.perf_counter()
    asked = peer.entity("Person", [name])
    scores = [peer.score(asked, candidate) for candidate in candidates]
    took = time.perf_counter() - start
    if not all(0 <= score <= 1 for score in scores):
        sys.exit("logic-v2 gave something that is no score")
    return took


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
    rows = rows_of(shared, "name_pairs_dev.csv")[: max(20, int(421 * share))]
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
    table.add(
        "Namesake, all pairs in one call, names prepared, no evidence",
        describe(_prepared(rows)), "", "the same", "", "", "",
    )  # fmt: skip
    return table


def _prepared(rows: list[dict[str, str]]) -> float:
    """How long a pair takes, in the mean of one call with all: their names were taken apart and looked up."""
    compile_kernels()
    histories = [
        PartyHistory(
            id=PartyId(f"pair:{place:04}"),
            versions=(
                Version(
                    Party(
                        id=PartyId(f"pair:{place:04}"),
                        list=ListId("pairs"),
                        kind=Kind(row["kind"]),
                        names=(Name(row["name2"], Quality.STRONG),),
                    )
                ),
            ),
        )
        for place, row in enumerate(rows)
    ]
    snapshot = build(histories)
    retrieval = Retrieval(snapshot)
    listed = {
        (snapshot.party_ids[int(party)], bool(person)): number
        for number, (party, person) in enumerate(
            zip(snapshot.arrays["name_party"], snapshot.arrays["name_person"], strict=True)
        )
    }
    # A name of a kind that may be either is read both ways, as a screening does.
    wanted = [
        (place, parse(row["name1"], person=person), listed[f"pair:{place:04}", person])
        for place, row in enumerate(rows)
        for person in readings(Kind(row["kind"]))
    ]
    queries, names = [query for _, query, _ in wanted], [name for *_, name in wanted]
    scores = retrieval.scores(queries, names)
    best = [0] * len(rows)
    for (place, *_), score in zip(wanted, scores, strict=True):
        best[place] = max(best[place], score)
    for row, score in zip(rows, best, strict=True):
        if (score >= 7000) != (_our_score(row) >= 0.70):
            sys.exit(f"the walk and the comparison differ on {row['name1']} / {row['name2']}")
    return seconds(lambda: retrieval.scores(queries, names), runs=9) / len(rows)


def _our_score(row: dict[str, str]) -> float:
    return namesake.compare(row["name1"], row["name2"], kind=row["kind"]).score


def _peer_score() -> Any:
    peer = _peer()
    if peer is None:
        return None

    def score(row: dict[str, str]) -> float:
        return peer.score(peer.entity(row["kind"], [row["name1"]]), peer.entity(row["kind"], [row["name2"]]))

    return score


# The peer remembers the names of an id: each entity needs one of its own, whichever table it is made for.
_IDS = itertools.count()


class _Peer:
    """nomenklatura's logic-v2; `ImportError` where it is not installed."""

    def __init__(self) -> None:
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
        from nomenklatura.matching.types import ScoringConfig

        self._model = model
        self._algorithm: Any = get_algorithm("logic-v2")
        self._config = ScoringConfig.defaults()

    def entity(self, kind: str, names: Iterable[str]) -> Any:
        made = self._model.make_entity(kind)
        made.id = f"{next(_IDS)}"
        for name in names:
            made.add("name", name)
        return made

    def score(self, query: Any, result: Any) -> float:
        return float(self._algorithm.compare(query, result, self._config).score)


def _peer() -> _Peer | None:
    try:
        return _Peer()
    except ImportError:
        return None


def rows_of(shared: Path, name: str) -> list[dict[str, str]]:
    """The rows of a labelled file."""
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


def _many(screener: namesake.Screener, names: list[str]) -> float:
    """The time of each name when all are asked together, on one core, all their words met before."""
    subjects = [Subject.of(name, kind="Person") for name in names]

    def run() -> None:
        hits = sum(bool(answer.hits) for answer in screener.screen_many(subjects))
        if hits < len(names) // 3:
            sys.exit("screen_many found too few")

    run()
    return seconds(run, runs=5) / len(names)


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
