"""The links found between OFAC, the UN, the EU and the UK: 200 of them judged one by one.

The verdicts stand in `benchmarks/judged_links.csv`. They were drawn by `drawn` from all links that were found
then, and judged by names, dates, numbers and programmes of both records.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import namesake
from namesake.index.linked import direct_links
from namesake.model.party import Link, Party
from namesake.network.links import SAME_AS

JUDGED = Path(__file__).parents[2] / "benchmarks" / "judged_links.csv"
FILES = (
    "us-ofac-sdn/2024-05-07_sdn.xml",
    "un-sc/un_consolidated_2026-08-01.xml",
    "eu-fsf/2024-05-13_full_1_1.xml",
    "gb-ofsi/2025-04-10_ConList.csv",
)
DRAWN = 200
LEAST_RIGHT = 0.99
LEAST_QUOTED = 0.95

Pair = tuple[str, str]


class Linked(NamedTuple):
    """The links of the four lists, and their parties by id."""

    links: list[Link]
    parties: dict[str, Party]

    @property
    def pairs(self) -> set[Pair]:
        return {(link.left, link.right) for link in self.links}


@pytest.fixture(scope="module")
def linked(shared: Path) -> Linked:
    snapshot = namesake.load(*(shared / "lists" / file for file in FILES)).snapshot
    numbers = range(len(snapshot.party_ids))
    latest = (snapshot.party(snapshot.versions_of(number)[-1]) for number in numbers)
    return Linked(direct_links(snapshot), {party.id: party for party in latest})


def judged() -> dict[Pair, bool]:
    """For each pair judged whether it is one party."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["verdict"] for row in rows} <= {"same", "another"}
    assert all(row["ground"] for row in rows)
    return {(row["left"], row["right"]): row["verdict"] == "same" for row in rows}


def drawn(links: Iterable[Link]) -> list[Link]:
    """The links to judge."""
    everything = sorted(links, key=lambda link: (link.left, link.right))
    return random.Random("links of four lists").sample(everything, DRAWN)


def test_as_many_are_judged_as_were_drawn() -> None:
    assert len(judged()) == DRAWN


def test_of_the_links_judged_hardly_one_is_wrong(linked: Linked) -> None:
    verdicts = judged()
    still = [right for pair, right in verdicts.items() if pair in linked.pairs]
    wrong = [pair for pair, right in verdicts.items() if pair in linked.pairs and not right]
    print(f"{len(linked.links):,} links; of {len(still)} judged {sum(still)} are right; wrong: {wrong}")
    unjudged = [link for link in drawn(linked.links) if (link.left, link.right) not in verdicts]
    print(f"drawn anew, {len(unjudged)} would have to be judged")
    assert len(still) >= LEAST_QUOTED * DRAWN, "so many were lost that the verdicts say little"
    assert sum(still) >= LEAST_RIGHT * len(still)


def test_who_is_quoted_is_linked(linked: Linked) -> None:
    """Of the UN's parties whose number a record of the EU or UK quotes as its own."""
    quoted: dict[str, set[Pair]] = {}
    for party in linked.parties.values():
        for relation in party.relations:
            other = relation.party if relation.type == SAME_AS else None
            if party.list != "un-sc" and other in linked.parties and str(other).startswith("un-sc:"):
                left, right = sorted((party.id, str(other)))
                quoted.setdefault(str(other), set()).add((left, right))
    found = [number for number, pairs in quoted.items() if pairs & linked.pairs]
    print(f"{len(found)} of {len(quoted)} parties of the UN that are quoted are linked")
    assert len(quoted) > 500, "else it would say little"
    assert len(found) >= LEAST_QUOTED * len(quoted)


def test_no_party_is_linked_with_one_of_another_kind(linked: Linked) -> None:
    kinds = {(linked.parties[left].kind, linked.parties[right].kind) for left, right in linked.pairs}
    assert all(one.may_be(other) or other.may_be(one) for one, other in kinds)
