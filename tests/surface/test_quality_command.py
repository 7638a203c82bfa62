"""`namesake quality` as a user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.surface.conftest import Run
from tests.surface.making import own_csv


def test_the_scorecard_of_the_starter_list_is_shown_and_repeats(run: Run) -> None:
    first = run("quality", "--starter", "--sample", 8)
    assert first.code == 0, first.err
    assert "8 parties drawn, seed 1" in first.out
    assert "look-alike letters" in first.out
    assert "two names crossed" in first.out
    assert first.out == run("quality", "--starter", "--sample", 8).out


def test_the_json_is_the_documented_document(run: Run) -> None:
    card = run("quality", "--starter", "--sample", 5, "--seed", 3, "--json").document
    assert (card["sample"], card["seed"], card["threshold"]) == (5, 3, 0.7)
    assert {one["list"] for one in card["editions"]} >= {"us-ofac-sdn", "un-sc"}
    line = next(one for one in card["lines"] if one["title"] == "given names to initials")
    assert set(line) == {"measure", "title", "unit", "figure", "of", "bar", "passed", "parts", "failures"}
    assert (line["bar"], line["unit"]) == (0.85, "found")
    assert card["passed"] is all(one["passed"] for one in card["lines"])


def test_a_list_of_ones_own_is_measured_whole(run: Run, tmp_path: Path) -> None:
    run("lists", "add", own_csv(tmp_path), "--list", "mine", "--published", "2021-02-15")
    card = run("quality", "--sample", 0, "--json").document
    assert card["sample"] is None
    assert card["lines"][0]["of"] == 5
    assert card["lines"][0]["figure"] == 1.0


def test_labelled_data_is_measured_beside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("name1,name2,is_match\nIvan Borodin,BORODIN Ivan,true\n", "utf-8")
    card = run("quality", "--starter", "--sample", 2, "--labelled", tmp_path, "--json").document
    assert [line["title"] for line in card["lines"][-3:]] == ["F1", "precision", "recall"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--starter", "--labelled", "nowhere"), "the labelled data in nowhere can't be read"),
        (("--starter", "--sample", "-1"), "sample"),
        (("--sample", "1"), "no list is loaded yet"),
    ],
)
def test_what_cannot_be_used_is_refused_with_2(run: Run, words: tuple[str, ...], message: str) -> None:
    ran = run("quality", *words)
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


def test_a_labelled_file_without_its_columns_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("name1,is_match\nIvan,true\n", "utf-8")
    ran = run("quality", "--starter", "--labelled", tmp_path)
    assert ran.code == 2
    assert "pairs.csv row 1: column 'name2' is missing" in ran.err
