"""The page on ownership says what the tests and the rules say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from namesake.network.findings import Verdict
from namesake.network.rules import RULES
from namesake.screening.recognised import Known
from namesake.sources.ownership_csv import COLUMNS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ownership.md").read_text("utf-8")


def test_its_table_of_cases_is_that_of_the_tests() -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_ownership.py"), "--check"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("words", [*RULES, *COLUMNS])
def test_every_rule_and_column_stands_there(words: str) -> None:
    assert f"`{words}`" in PAGE


@pytest.mark.parametrize(
    "words", [*(f"**{one.value}**" for one in Verdict), *(f"| {one.value} |" for one in Known)]
)
def test_every_verdict_and_way_of_knowing_is_explained(words: str) -> None:
    assert words in PAGE


def test_every_faq_of_the_rule_has_its_cases() -> None:
    assert all(f"\n| {number} | " in PAGE for number in (398, 399, 400, 401, 402))
