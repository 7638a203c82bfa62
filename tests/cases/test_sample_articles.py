"""The sample articles and the table of what they mention agree with each other and with the lists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from namesake.model.party import Party
from namesake.service import load
from namesake.sources.starter import ARTICLES, article, starter_editions
from namesake.text.mention import Form, Status
from tests.cases.articles import EXPECTED, Expected, of_article

STARTER: dict[str, Party] = {
    party.id: party for _, parties in starter_editions() for party in parties.values()
}

NO_MENTIONS = [
    ("militia.txt", "Tahsin Mudhafar al-Khazali", "on no list; Qais and Laith al-Khazali are"),
    ("militia.txt", 'cross," al-Khazali said', "the surname belongs to him whom the text introduced last"),
    ("militia.txt", "The al-Hamidawi brothers", "several people of one surname are nobody's short form"),
    ("militia.txt", "officially-sanctioned body", "approved, not listed"),
    ("militia.txt", "the two share a word", "no name at all"),
    ("tankers.txt", "Adrian Dowsett", "a man, not the ship Adrian Darya 1"),
    ("tankers.txt", "spotless record", "SPOTLESS was a ship's name; in small letters it is a word"),
    ("tankers.txt", "lantana along my fence", "LANTANA was a ship's name; in small letters it is a shrub"),
    ("wire.txt", "23 MARCH", "a date, not the March 23 Movement"),
    ("wire.txt", "THE YOUTH OF THE CITY", "an alias of al-Shabaab, and two common words"),
    ("wire.txt", "OTTOLINE BRACEWORTH", "nobody"),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: f"{one.file}-{one.start}")
def test_every_row_cuts_its_surface_out_of_its_article(expected: Expected) -> None:
    assert article(expected.file)[expected.start : expected.end] == expected.surface
    assert expected.forms <= {form.value for form in Form}
    assert expected.statuses <= {status.value for status in Status}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: f"{one.file}-{one.start}")
def test_every_party_a_row_names_is_on_the_starter_list(expected: Expected) -> None:
    assert expected.starter
    assert set(expected.starter) <= set(STARTER)


def test_the_rows_stand_in_the_order_of_the_text_and_overlap_nowhere() -> None:
    assert {one.file for one in EXPECTED} == set(ARTICLES)
    for name in ARTICLES:
        ends = 0
        for one in of_article(name):
            assert one.start >= ends
            ends = one.end


@pytest.mark.parametrize("name", ARTICLES)
def test_a_name_that_stands_in_an_article_as_the_starter_list_has_it_is_in_the_table(name: str) -> None:
    """Nothing is forgotten: each listed name found letter by letter is a row, or stands inside one."""
    text = article(name)
    rows = [range(one.start, one.end) for one in of_article(name)]
    flat = " ".join(text.split()).casefold()
    for party in STARTER.values():
        for listed in party.names:
            parts = listed.text.split(", ") if "," in listed.text else [listed.text]
            words = " ".join(reversed(parts)).split()
            if " ".join(words).casefold() not in flat:
                continue
            said = r"\s+".join(re.escape(word) for word in words)
            for found in re.finditer(rf"(?<![\w-]){said}(?![\w-])", text, re.IGNORECASE):
                if any(found.start() in row and found.end() - 1 in row for row in rows):
                    continue
                trap = next(
                    (told for file, told, _ in NO_MENTIONS if file == name and found[0] in told), None
                )
                assert trap is not None, f"{party.id} {found[0]!r} at {found.start()}"


@pytest.mark.parametrize(("name", "words", "why"), NO_MENTIONS)
def test_what_is_no_mention_stands_in_the_article_and_in_no_row(name: str, words: str, why: str) -> None:
    text = article(name)
    assert text.count(words) == 1, why
    start = text.index(words)
    assert all(one.end <= start or one.start >= start + len(words) for one in of_article(name))


def test_the_militia_article_has_what_is_hard_about_articles() -> None:
    text = article("militia.txt")
    rows = of_article("militia.txt")
    assert "Thursday 14/01/2021" in text
    assert (
        Counter(line for line in text.splitlines() if line.startswith("[PHOTO"))[text.splitlines()[13]] == 2
    )
    assert any("\n" in one.surface for one in rows)
    assert any("al-\n" in one.surface for one in rows)
    assert any(text[one.end :].startswith("'s") for one in rows)
    assert {one.surface for one in rows if one.starter == ("us-ofac-sdn:11462",)} == {
        "Kata'ib Hezbollah",
        "Kataib Hizbullah",
    }


def test_the_parties_are_on_ofacs_edition_of_march_2021_under_the_numbers_told(shared: Path) -> None:
    screener = load(shared / "lists" / "us-ofac-sdn" / "2021-03-10_sdn.xml", compiled=False)
    for id in {id for one in EXPECTED for id in one.ofac}:
        name = STARTER[id].name
        found = {hit.party.id for hit in screener.screen(name, kind=STARTER[id].kind, limit=50).hits}
        assert id in found, name
