"""News texts against OFAC's list: each mention said to be the listed party is judged by what it stands in.

The verdicts stand in `benchmarks/judged_mentions.csv`, with no more of the texts than the names themselves. A
mention that is new must be judged: the failure says the row to fill in.
"""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import namesake
from namesake.text.document import Document
from namesake.text.mention import Status

JUDGED = Path(__file__).parents[2] / "benchmarks" / "judged_mentions.csv"
LEAST_RIGHT = 0.9
WORDS_PER_WRONG = 5000

Place = tuple[str, int, int, str, str]
"""Document, start, end, surface and party of a mention."""


class Read(NamedTuple):
    """What all texts gave: the mentions of status `same`, how many are only possible, and words read."""

    same: set[Place]
    possible: int
    words: int


def news(shared: Path) -> Iterator[tuple[str, str]]:
    """Every text with what it is called."""
    text = shared / "text"
    for path in sorted(text.glob("polnear/*/text/*.txt")):
        yield f"polnear/{path.stem}", path.read_text("utf-8")
    for path in sorted(text.glob("timebank/*.tml")):
        raw = path.read_text("utf-8")
        inner = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
        yield f"timebank/{path.stem}", html.unescape(re.sub(r"<[^>]+>", "", inner[1] if inner else raw))


@pytest.fixture(scope="module")
def read(shared: Path) -> Read:
    screener = namesake.load(shared / "lists" / "us-ofac-sdn" / "2024-05-07_sdn.xml")
    same: set[Place] = set()
    possible = words = 0
    for name, text in news(shared):
        words += len(text.split())
        for one in screener.read(Document(text=text)).mentions:
            assert text[one.start : one.end] == one.surface
            if one.status is Status.SAME:
                same.add((name, one.start, one.end, " ".join(one.surface.split()), one.party))
            else:
                possible += 1
    return Read(same, possible, words)


def judged() -> dict[Place, str]:
    """The verdict on each mention."""
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {
            (row["document"], int(row["start"]), int(row["end"]), row["surface"], row["party"]): row[
                "verdict"
            ]
            for row in csv.DictReader(file)
        }


def test_every_verdict_is_one_and_says_why() -> None:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(judged())
    for row in rows:
        assert row["verdict"] in ("right", "wrong", "unclear"), row
        assert row["why"], row
        assert len(row["surface"]) < 60, row


def test_every_mention_that_is_said_to_be_the_party_was_judged(read: Read) -> None:
    fresh = sorted(read.same - judged().keys())
    rows = "\n".join(",".join(map(str, place)) + ",," for place in fresh)
    assert not fresh, f"judge each of these and add it to {JUDGED.name}:\n{rows}"


def test_every_judged_mention_is_still_found(read: Read) -> None:
    lost = sorted(judged().keys() - read.same)
    rows = "\n".join(",".join(map(str, place)) for place in lost)
    assert not lost, f"no longer said to be the party; if that is right, delete from {JUDGED.name}:\n{rows}"


def test_nine_in_ten_are_right_and_the_wrong_ones_are_far_between(read: Read) -> None:
    verdicts = Counter(verdict for place, verdict in judged().items() if place in read.same)
    found = verdicts.total()
    print(
        f"{read.words:,} words: {found} mentions are the party, {verdicts['right']} of them rightly, "
        f"{verdicts['wrong']} wrongly, {verdicts['unclear']} unclear; {read.possible} more are possible"
    )
    # What is unclear counts as not right.
    assert verdicts["right"] >= LEAST_RIGHT * found
    assert verdicts["wrong"] <= read.words / WORDS_PER_WRONG
