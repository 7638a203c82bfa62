"""Reading a text as people and scripts type it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.surface.conftest import Run
from tests.surface.making import ofac_xml

TEXT = "A letter from Teodrik Vardanis arrived.\n\nHannelore Vogt opened it.\n"
KEYS = {"document", "as_of", "asked_on", "warnings", "snapshot", "policy", "mentions", "parties", "claims"}


@pytest.fixture
def letter(run: Run, tmp_path: Path) -> Path:
    """A text to read, in a home that holds a small list."""
    assert run("lists", "add", ofac_xml(tmp_path)).code == 0
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_listed_party_is_shown_where_it_is_mentioned_with_who_listed_it(run: Run, letter: Path) -> None:
    ran = run("read", letter)
    assert (ran.code, ran.err) == (0, "")
    assert "[Teodrik Vardanis]¹" in ran.out
    assert "party      us-ofac-sdn:90001" in ran.out
    assert "OFAC, SDGT: assets frozen" in ran.out
    assert "[Hannelore" not in ran.out
    assert "Screened against us-ofac-sdn of 2021-03-10." in ran.out


def test_as_json_it_is_one_document_with_the_documented_keys_and_offsets_that_cut(
    run: Run, letter: Path
) -> None:
    ran = run("read", letter, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.document) == KEYS
    assert ran.document["claims"] == []
    assert set(ran.document["document"]) == {"title", "dateline", "language", "characters"}
    (mention,) = ran.document["mentions"]
    assert TEXT[mention["start"] : mention["end"]] == mention["surface"] == "Teodrik Vardanis"
    assert [one["id"] for one in ran.document["parties"]] == [mention["party"]] == ["us-ofac-sdn:90001"]


def test_standard_input_is_read_for_a_dash(run: Run, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "[Teodrik Vardanis]¹" in run("read", "-").out


def test_a_script_learns_of_a_mention_by_the_exit_code(run: Run, letter: Path, tmp_path: Path) -> None:
    assert run("read", letter, "--fail-on-hit").code == 3
    assert run("read", letter, "--fail-on-hit", "--json").code == 3
    nobody = tmp_path / "nobody.txt"
    nobody.write_text("Nothing about anybody.\n", "utf-8")
    ran = run("read", nobody, "--fail-on-hit")
    assert ran.code == 0
    assert "That is not a clearance." in ran.out


def test_a_day_given_is_the_day_answered_for(run: Run, letter: Path) -> None:
    assert run("read", letter, "--as-of", "2021-04-01", "--json").document["as_of"] == "2021-04-01"
    assert "read as of 2021-04-01" in run("read", letter, "--as-of", "2021-04-01").out


def test_the_list_read_against_can_be_chosen(run: Run, letter: Path) -> None:
    assert run("read", letter, "--list", "us-ofac-sdn", "--fail-on-hit").code == 3
    assert run("read", letter, "--list", "zz-top").code == 2


def test_all_of_a_long_text_is_shown_when_asked_for(run: Run, letter: Path) -> None:
    letter.write_text("word " * 4_000 + TEXT, "utf-8")
    assert run("read", letter).out.count("word") < 100
    assert run("read", letter, "--whole").out.count("word") == 4_000


def test_without_a_list_it_says_how_to_load_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, "utf-8")
    ran = run("read", tmp_path / "letter.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "no list is loaded yet" in ran.err
    assert run("read", tmp_path / "letter.txt", "--starter").code == 0


def test_a_file_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "absent.txt", "--starter")
    assert (ran.code, ran.out) == (2, "")
    assert "can't be read (No such file or directory): give a text or HTML file" in ran.err
