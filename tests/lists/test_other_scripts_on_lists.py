"""Short texts of news in other scripts against the lists of the US, the UN and the EU."""

from __future__ import annotations

from pathlib import Path

import pytest

import namesake
from namesake.screening.screener import Screener
from tests.cases.marked_texts import Marked, as_marked, marked_texts

TABLES = {
    path.stem[-2:]: marked_texts(path) for path in sorted(Path(__file__).parent.glob("articles_??.txt"))
}
TEXTS = [
    pytest.param(one, id=f"{language}-{number}")
    for language, texts in TABLES.items()
    for number, one in enumerate(texts, 1)
]


@pytest.fixture(scope="module")
def screener(shared: Path) -> Screener:
    lists = shared / "lists"
    return namesake.load(
        lists / "us-ofac-sdn" / "2024-05-07_sdn.xml",
        lists / "un-sc" / "un_consolidated_2026-02-27.xml",
        lists / "eu-fsf" / "2024-05-13_full_1_1.xml",
    )


@pytest.mark.parametrize("one", TEXTS)
def test_the_mentions_are_those_marked(screener: Screener, one: Marked) -> None:
    assert as_marked(screener.read(one.text), one) == one.marked


@pytest.mark.parametrize("one", [one for language in ("zh", "ja") for one in TABLES[language]])
def test_where_there_are_no_spaces_it_is_said_what_is_looked_for(screener: Screener, one: Marked) -> None:
    warnings = [warning for warning in screener.read(one.text).warnings if "no spaces" in warning]
    assert len(warnings) == (sum(map(str.isalnum, one.text)) >= 10)
    assert all("9 listed names in Chinese characters" in warning for warning in warnings)
