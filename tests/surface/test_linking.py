"""Records of one party on two lists, as somebody at a terminal sees, doubts and parts them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.surface.conftest import Run

OURS = """id,name,kind,birth_date
1,Balthasar Quirinius Zelaznogorski,Person,1961-04-02
2,Karla Quandt,Person,
"""
THEIRS = """id,name,kind,birth_date
7,"ZELAZNOGORSKI QUIRINIUS, Balthasar",Person,1961-04-02
8,Karla Quandt,Person,
"""
NAME = "Balthasar Quirinius Zelaznogorski"


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    for name, text in (("ours", OURS), ("theirs", THEIRS)):
        path = tmp_path / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        assert run("lists", "add", str(path), "--list", name, "--published", "2026-11-01").code == 0
    return run


def test_the_party_is_shown_once_with_what_both_lists_say(loaded: Run) -> None:
    shown = loaded("screen", NAME).out
    assert shown.count("strong") == 1
    assert "ours:1" in shown
    assert "same as" in shown
    assert "theirs:7" in shown
    hits = json.loads(loaded("screen", NAME, "--json").out)["hits"]
    assert [hit["party"]["id"] for hit in hits] == ["ours:1", "theirs:7"]
    (same,) = hits[0]["same_as"]
    assert (same["party"]["id"], same["party"]["lists"]) == ("theirs:7", ["theirs"])
    assert "the same day of birth" in same["reason"]


def test_the_network_of_one_record_names_the_others(loaded: Run) -> None:
    (same,) = loaded("network", "ours:1", "--json").document["same_as"]
    assert (same["party"], same["name"]) == ("theirs:7", "ZELAZNOGORSKI QUIRINIUS, Balthasar")
    assert "The same party on other lists: theirs:7" in loaded("network", "ours:1").out
    assert loaded("network", "ours:2", "--json").document["same_as"] == []
    refused = loaded("network", NAME)
    assert (refused.code, "give the id, one of ours:1" in refused.err) == (2, True)


def test_a_text_that_names_the_party_shows_it_once_with_what_both_lists_say(
    loaded: Run, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(f"{NAME} came.", "utf-8")
    shown = loaded("read", letter).out
    assert "1 mention of 1 listed party\n" in shown
    assert "same as    theirs:7  ZELAZNOGORSKI QUIRINIUS, Balthasar" in shown
    (told, *_) = loaded("read", letter, "--json").document["parties"]
    (hit, *_) = loaded("screen", NAME, "--json").document["hits"]
    assert told["same_as"] == hit["same_as"] != []


def test_links_are_listed_with_their_reasons(loaded: Run) -> None:
    document = json.loads(loaded("lists", "links", "--json").out)
    assert [(one["left"], one["right"]) for one in document["links"]] == [("ours:1", "theirs:7")]
    assert document["refused"] == []
    assert "theirs:7" in loaded("lists", "links", "ours:1").out
    assert "No two records are linked." in loaded("lists", "links", "ours:2").out


def test_a_link_can_be_refused_and_the_refusal_taken_back(loaded: Run) -> None:
    said = loaded("lists", "unlink", "theirs:7", "ours:1", "--why", "cousins, see file 12")
    assert said.code == 0
    assert "held apart" in said.out
    assert loaded("screen", NAME).out.count("strong") == 2
    document = json.loads(loaded("lists", "links", "--json").out)
    assert document["links"] == []
    assert [(one["left"], one["right"], one["why"]) for one in document["refused"]] == [
        ("ours:1", "theirs:7", "cousins, see file 12")
    ]
    assert "cousins, see file 12" in loaded("lists", "links").out
    assert loaded("lists", "unlink", "ours:1", "theirs:7", "--undo").code == 0
    assert loaded("screen", NAME).out.count("strong") == 1


def test_unlinking_says_where_there_was_no_link(loaded: Run) -> None:
    said = loaded("lists", "unlink", "ours:1", "theirs:8", "--why", "x")
    assert (said.code, "ours:1 and theirs:8 were not linked;" in said.out) == (0, True)
    assert loaded("lists", "unlink", "ours:1", "theirs:7", "--why", "x").out == (
        "ours:1 and theirs:7 are held apart from now on.\n"
    )


def test_unlinking_says_where_a_third_record_ties_the_two_all_the_same(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "third.csv").write_text(THEIRS.replace("theirs", "third"), encoding="utf-8")
    assert (
        loaded("lists", "add", tmp_path / "third.csv", "--list", "third", "--published", "2026-11-01").code
        == 0
    )
    said = loaded("lists", "unlink", "ours:1", "theirs:7", "--why", "x").out
    assert "are linked to each other no more, but both to another record" in said
    assert "`namesake lists links ours:1` shows it" in said
    assert loaded("screen", NAME).out.count("strong") == 1
    loaded("lists", "unlink", "ours:1", "third:7", "--why", "x")
    assert loaded("screen", NAME).out.count("strong") == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("ours:1", "theirs:9", "--why", "x"), "no list held has a party 'theirs:9'"),
        (("ours:1", "ours:1", "--why", "x"), "name two of them"),
        (("ours:1", "theirs:7"), "say why with --why"),
        (("ours:1", "theirs:7", "--undo"), "are not held apart"),
    ],
)
def test_what_can_t_be_refused_is_said(loaded: Run, arguments: tuple[str, ...], message: str) -> None:
    said = loaded("lists", "unlink", *arguments)
    assert said.code == 2
    assert message in said.err
