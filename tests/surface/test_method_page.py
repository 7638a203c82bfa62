"""The page for compliance readers says what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from namesake.match.alike import Reason
from namesake.match.evidence import Scoring
from namesake.names.parts import Role

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "method.md").read_text("utf-8")


def test_its_tables_are_the_ones_of_the_code() -> None:
    ran = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_method.py"), "--check"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("field", Scoring.__struct_fields__)
def test_every_number_of_the_scoring_table_stands_there(field: str) -> None:
    assert f"`{field}`" in PAGE


@pytest.mark.parametrize(
    "words", [*(reason.value for reason in Reason), *(role.name.lower() for role in Role)]
)
def test_every_reason_and_role_has_its_row(words: str) -> None:
    assert f"\n| {words} | " in PAGE


def test_every_block_begins_and_ends_once() -> None:
    begun, ended = (re.findall(rf"<!-- ([\w ]+): {edge} -->", PAGE) for edge in ("begin", "end"))
    assert begun == ended
    assert len(set(begun)) == len(begun)
    assert "bands" in begun
