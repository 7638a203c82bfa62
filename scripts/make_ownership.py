"""Renders the cases in docs/ownership.md from the tests: `python scripts/make_ownership.py [--check]`."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.cases.test_ownership_cases import AUTHORITIES, FAQ, SHAPES, UNKNOWN  # noqa: E402

PAGE = ROOT / "docs" / "ownership.md"
BEGIN, END = "<!-- cases: begin -->", "<!-- cases: end -->"


def rendered(page: str) -> str:
    """The page with the table as the tests have it."""
    lines = [
        "| FAQ, or what it shows | who has how much of what | asked | verdict | surely | at most | why |"
    ]
    lines.append("| " + " | ".join(["---"] * 7) + " |")
    for case in (*FAQ, *SHAPES, *UNKNOWN, *AUTHORITIES):
        told = case.told + (f"; on {case.day}" if case.day else "")
        cells = (case.faq, told.replace("<", "&lt;"), case.company, case.verdict.value,
                 f"{case.least} %", f"{case.most} %", case.why)  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return before + "\n".join([BEGIN, "", *lines, "", END]) + after


if __name__ == "__main__":
    page = PAGE.read_text("utf-8")
    if "--check" in sys.argv:
        sys.exit(0 if rendered(page) == page else "docs/ownership.md is not what the tests say")
    PAGE.write_text(rendered(page), encoding="utf-8")
