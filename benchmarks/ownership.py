"""Ownership of a million shares, beside rustworkx asking only who can be reached in the same graph.

    python -m benchmarks.ownership [--shares 1000000] [--write]

Both are asked in the same run, by turns. The answer is checked first: against a plain reckoning in Python,
and, with every share the whole of a company, against rustworkx itself.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.report import Table, describe, put_into, spread
from namesake.model.ownership import Holder, Share, Stake
from namesake.model.policy import OwnershipRule
from namesake.network.capital import Capital, capital_of
from namesake.network.rules import RULES
from namesake.network.spreading import NEVER, both

__all__ = ["ownership"]

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
RUNS: Final = 5
RULE: Final = RULES[OwnershipRule.OFAC]
Edges = list[tuple[int, int, Share]]


def ownership(shares: int = 1_000_000) -> Table:
    """The table; `AssertionError` where an answer is wrong."""
    rustworkx: Any = import_module("rustworkx")
    table = Table(
        f"Ownership: {shares:,} shares",
        (
            "graph", "reached, rustworkx", "blocked, and could be", "ratio", "with making it, rustworkx",
            "from stakes", "ratio", "companies blocked", "could be",
        ),
        note=(
            f"Medians of {RUNS} runs by turns. *Reached* is plain reachability from the listed; the ratio "
            "beside it is that of both our answers. With making it: the graph from rows of numbers, the "
            "arithmetic from stakes with texts and exact shares. *Wide*: two owners a company, drawn so that "
            "some have hundreds, a fiftieth of all holders listed, a tenth of the shares not known. *Deep*: "
            "chains of ten thousand companies."
        ),
    )  # fmt: skip
    for name, (count, edges, listed) in {"wide": _wide(shares), "deep": _deep(shares)}.items():
        holders = [Holder(str(number)) for number in range(count)]
        stakes = [Stake(str(owner), str(owned), share) for owner, owned, share in edges]
        pairs = [(owner, owned, None) for owner, owned, _ in edges]
        capital = capital_of(holders, stakes, RULE)
        graph = _graph(rustworkx, count, pairs, listed)
        _check(capital, count, edges, listed, rustworkx, graph)
        reach, answer, made, whole = _timed(
            partial(rustworkx.descendants, graph, count),
            partial(both, capital, listed, (), RULE),
            partial(_reached, rustworkx, count, pairs, listed),
            partial(_whole, holders, stakes, listed),
        )
        surely, possibly = ((one != NEVER).sum() for one in both(capital, listed, (), RULE))
        table.add(
            name, describe(reach), describe(answer), f"{answer / reach:.2f}", describe(made), describe(whole),
            f"{whole / made:.2f}", f"{surely - len(listed):,}", f"{possibly - surely:,}",
        )  # fmt: skip
    return table


def _reached(rustworkx: Any, count: int, pairs: list[tuple[int, int, None]], listed: list[int]) -> None:
    rustworkx.descendants(_graph(rustworkx, count, pairs, listed), count)


def _whole(holders: list[Holder], stakes: list[Stake], listed: list[int]) -> None:
    both(capital_of(holders, stakes, RULE), listed, (), RULE)


def _timed(*works: Callable[[], object]) -> list[float]:
    """Median seconds of each, taken by turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for place, work in enumerate(works):
            start = time.perf_counter()
            work()
            times[place].append(time.perf_counter() - start)
    return [spread(one)[0] for one in times]


def _wide(shares: int) -> tuple[int, Edges, list[int]]:
    """Companies of one to four owners, who are drawn from all: some have hundreds of companies."""
    draw = random.Random(50)
    count = shares // 2
    edges: Edges = []
    known = [Share.of(f"{percent}.{digit}") for percent in range(5, 80) for digit in (0, 3, 7)]
    known += [Share.of("50")] * 40 + [Share.of("51")] * 20 + [Share.of("100")] * 60
    other = [Share.of(text) for text in ("?", "25-50", ">25-50", "50-75")]
    while len(edges) < shares:
        owner = int(count * draw.random() ** 3)
        owned = draw.randrange(count)
        edges.append((owner, owned, draw.choice(other if draw.random() < 0.1 else known)))
    unique = {(owner, owned): share for owner, owned, share in edges if owner != owned}
    return count, [(*pair, share) for pair, share in unique.items()], draw.sample(range(count), count // 50)


def _deep(shares: int) -> tuple[int, Edges, list[int]]:
    """Chains of ten thousand, each link by a majority, a listed owner at the head of each."""
    share, minority, length = Share.of("50"), Share.of("20"), 10_000
    edges: Edges = []
    listed = []
    chains = max(1, shares // 2 // length)
    for chain in range(chains):
        first = chain * length
        listed.append(first)
        for step in range(first, first + length - 1):
            edges.append((step, step + 1, share))
            edges.append((step, first + 1 + (step * 7919) % (length - 1), minority))
    unique = {(owner, owned): share for owner, owned, share in reversed(edges)}
    return chains * length, [(*pair, share) for pair, share in unique.items()], listed


def _graph(rustworkx: Any, count: int, pairs: Iterable[tuple[int, int, None]], listed: Iterable[int]) -> Any:
    """The same graph, and a node that leads to all who are listed."""
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(count + 1))
    graph.add_edges_from(list(pairs))
    graph.add_edges_from([(count, one, None) for one in listed])
    return graph


def _check(capital: Capital, count: int, edges: Edges, listed: list[int], rustworkx: Any, graph: Any) -> None:
    blocked = set(np.flatnonzero(both(capital, listed, (), RULE)[0] != NEVER).tolist())
    assert blocked == _plainly(edges, listed), "who is blocked differs from the plain reckoning"
    all_of_it = Share(Decimal(100), Decimal(100))
    whole = capital_of(
        [Holder(str(number)) for number in range(count)],
        [Stake(str(owner), str(owned), all_of_it) for owner, owned, _ in edges],
        RULE,
    )
    reached = set(np.flatnonzero(both(whole, listed, (), RULE)[0] != NEVER).tolist())
    assert reached == rustworkx.descendants(graph, count), "who is reached differs from rustworkx"


def _plainly(edges: Edges, listed: list[int]) -> set[int]:
    """Who is blocked at the least, share by share, in decimals."""
    outward: dict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    for owner, owned, share in edges:
        outward[owner].append((owned, share.least))
    blocked, waiting = set(listed), deque(listed)
    gained: dict[int, Decimal] = defaultdict(Decimal)
    while waiting:
        for owned, least in outward[waiting.popleft()]:
            gained[owned] += least
            if gained[owned] >= 50 and owned not in blocked:
                blocked.add(owned)
                waiting.append(owned)
    return blocked


def main() -> None:
    """Print the table, and put it into the page where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ownership", description=__doc__)
    parser.add_argument("--shares", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    wanted = parser.parse_args()
    table = ownership(wanted.shares).markdown()
    print(table)
    if wanted.write:
        put_into(PAGE, table, block="ownership")


if __name__ == "__main__":
    main()
