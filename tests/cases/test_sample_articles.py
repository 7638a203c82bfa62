"""The sample articles and the table of what they mention agree with each other and with the lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from namesake.model.party import Party
from namesake.screening.screener import Screener
from namesake.screening.texts import Reading
from namesake.service import load, starter
from namesake.sources.starter import ARTICLES, article, starter_editions
from namesake.text.mention import Form, Status
from tests.cases.articles import EXPECTED, Expected, of_article
from tests.cases.respelled_articles import LEAST, respelled_articles, spellings

STARTER: dict[str, Party] = {
    party.id: party for _, parties in starter_editions() for party in parties.values()
}

OFAC_DAY = "2021-03-10"
SEED = 1

KNOWN_LIMITS: dict[str, str] = {}
"""Other spellings that a reading does not find, and why.

A limit that is mended makes its test fail, and its row goes."""

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


@pytest.fixture(scope="module")
def on_starter() -> Screener:
    return starter(compiled=True)


@pytest.fixture(scope="module")
def ofac(shared: Path) -> Screener:
    return load(shared / "lists" / "us-ofac-sdn" / "2021-03-10_sdn.xml")


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


def test_the_parties_are_on_ofacs_edition_of_march_2021_under_the_numbers_told(ofac: Screener) -> None:
    for id in {id for one in EXPECTED for id in one.ofac}:
        name = STARTER[id].name
        found = {hit.party.id for hit in ofac.screen(name, kind=STARTER[id].kind, limit=50).hits}
        assert id in found, name


@pytest.mark.parametrize("name", ARTICLES)
def test_every_mention_is_found_on_the_starter_list_and_nothing_else(on_starter: Screener, name: str) -> None:
    assert differences(on_starter.read(article(name)), name, lambda row: row.starter) == []


@pytest.mark.parametrize("name", ARTICLES)
def test_every_mention_is_found_on_ofacs_list_and_nothing_else(ofac: Screener, name: str) -> None:
    assert differences(ofac.read(article(name), as_of=OFAC_DAY), name, lambda row: row.ofac) == []


def test_every_party_has_five_other_spellings() -> None:
    for name in ARTICLES:
        rows = of_article(name)
        for party in {row.starter for row in rows}:
            found = spellings([row.surface for row in rows if row.starter == party], seed=SEED)
            assert len(found) >= LEAST, party


def test_what_is_known_not_to_be_found_is_a_spelling_that_is_tried() -> None:
    tried = {
        told
        for name in ARTICLES
        for respelled in respelled_articles(article(name), of_article(name), seed=SEED)
        for told in respelled.told.values()
    }
    assert tried >= KNOWN_LIMITS.keys()


@pytest.mark.parametrize("name", ARTICLES)
def test_other_spellings_name_the_same_parties_of_the_starter_list(on_starter: Screener, name: str) -> None:
    check_respelled(on_starter, None, name, lambda row: row.starter)


@pytest.mark.parametrize("name", ARTICLES)
def test_other_spellings_name_the_same_parties_of_ofacs_list(ofac: Screener, name: str) -> None:
    check_respelled(ofac, OFAC_DAY, name, lambda row: row.ofac)


def differences(reading: Reading, name: str, parties: Callable[[Expected], tuple[str, ...]]) -> list[str]:
    """What a reading has otherwise than the table of the article."""
    found = {(one.start, one.end): one for one in reading.mentions}
    expected = {(row.start, row.end): row for row in of_article(name)}
    said = [f"no row: {found[place].surface!r} at {place}" for place in found.keys() - expected.keys()]
    for place, row in expected.items():
        one = found.get(place)
        if one is None:
            said.append(f"not found: {row.surface!r} at {place}")
            continue
        if one.surface != row.surface:
            said.append(f"{place}: {one.surface!r} for {row.surface!r}")
        if one.party not in parties(row):
            said.append(f"{row.surface!r} at {place}: {one.party}")
        if one.form.value not in row.forms or one.status.value not in row.statuses:
            said.append(f"{row.surface!r} at {place}: {one.form.value}, {one.status.value}")
    return said


def check_respelled(
    screener: Screener, day: str | None, name: str, parties: Callable[[Expected], tuple[str, ...]]
) -> None:
    """Each respelling of an article names the same parties where they were named, and nobody else."""
    rows = of_article(name)
    lost: set[tuple[tuple[str, ...], str]] = set()
    tried: set[tuple[tuple[str, ...], str]] = set()
    others: list[str] = []
    for respelled in respelled_articles(article(name), rows, seed=SEED):
        mentions = screener.read(respelled.text, as_of=day).mentions
        found: dict[tuple[str, ...], bool] = {}
        inside: set[int] = set()
        for row, (start, end) in zip(rows, respelled.places, strict=True):
            here = [one for one in mentions if one.start < end and one.end > start]
            inside.update(one.start for one in here)
            right = any(not {one.party, *one.also}.isdisjoint(parties(row)) for one in here)
            found[row.starter] = found.get(row.starter, False) or right
        tried.update(respelled.told.items())
        lost.update((party, respelled.told[party]) for party, right in found.items() if not right)
        others += [f"{one.surface!r} {one.party}" for one in mentions if one.start not in inside]
    print(f"{name}: {len(tried) - len(lost)} of {len(tried)} other spellings are found, not {sorted(lost)}")
    assert not others
    assert lost == {one for one in tried if one[1] in KNOWN_LIMITS}
