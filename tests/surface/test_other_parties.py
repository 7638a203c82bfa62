"""The judged sample of other parties, and what the page says of it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
with (ROOT / "benchmarks" / "other_parties.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
VERDICTS = ("same", "another", "unclear")


def test_each_pair_is_judged_once_with_a_reason() -> None:
    pairs = [(row["row"], row["query"], row["party"]) for row in ROWS]
    assert len(set(pairs)) == len(ROWS) == 100
    for row in ROWS:
        assert row["verdict"] in VERDICTS
        assert row["query"] != row["party"]
        assert len(row["why"]) > 10


@pytest.mark.parametrize("script", ["Arabic", "Cyrillic"])
def test_the_page_counts_the_verdicts_right(script: str) -> None:
    counted = Counter(row["verdict"] for row in ROWS if row["script"] == script)
    (line,) = re.findall(rf"^\| {script} \| (\d+) of (\d+) \|(.*)$", PAGE, re.MULTILINE)
    drawn, hits, rest = int(line[0]), int(line[1]), [cell.strip() for cell in line[2].split("|")]
    assert drawn == counted.total()
    assert rest[:3] == [str(counted[verdict]) for verdict in VERDICTS]
    # The share of the sample, of the other records a query that the measured table has.
    (queries,) = re.findall(rf"\| {script}: other records \| ([\d,]+) \|", PAGE)
    per_query = hits / drawn / int(queries.replace(",", ""))
    least, most = counted["another"], counted["another"] + counted["unclear"]
    told = dict.fromkeys(f"{count * per_query:.2f}" for count in (least, most))
    assert rest[3] == " to ".join(told)


def test_the_page_counts_the_other_records_as_they_were_measured() -> None:
    for script, hits in re.findall(r"^\| (\w+) \| \d+ of (\d+) \|", PAGE, re.MULTILINE):
        ((queries, figure),) = re.findall(rf"\| {script}: other records \| ([\d,]+) \| ([\d.]+) \|", PAGE)
        assert f"{int(hits) / int(queries.replace(',', '')):.2f}" == figure
