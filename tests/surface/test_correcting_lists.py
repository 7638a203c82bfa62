"""`lists redate` and `lists remove`: what is wrong is put right, and what it was stays on record."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.service import Service
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml, own_csv

FIRST, SECOND = "name\nTeodrik Vardanis\nUlviya Zembrano\n", "name\nGundwin Pellacord\nUlviya Zembrano\n"


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """Two editions of a list of one's own, the second with day and month exchanged."""
    for day, text in (("2024-01-15", FIRST), ("2024-10-02", SECOND)):
        path = own_csv(tmp_path, text, f"{day}.csv")
        added = run("lists", "add", path, "--list", "mine", "--published", day, "--accept-loss")
        assert added.code == 0
    return tmp_path


def _found(run: Run, name: str, *words: str) -> bool:
    return bool(run("screen", name, "--json", *words).document["hits"])


def _days() -> list[str]:
    return [str(edition.published) for one in Service().lists() for edition in one.editions]


def test_a_date_is_corrected_and_answers_follow(run: Run, held: Path) -> None:
    assert not _found(run, "Gundwin Pellacord", "--as-of", "2024-03-01")
    ran = run("lists", "redate", "mine", "2024-10-02", "2024-02-10", "--reason", "day and month exchanged")
    assert (ran.code, ran.err) == (0, "")
    assert "edition of 2024-10-02" in ran.out
    assert ran.out.rstrip().endswith("redated to 2024-02-10: day and month exchanged")
    assert _days() == ["2024-01-15", "2024-02-10"]
    assert _found(run, "Gundwin Pellacord", "--as-of", "2024-03-01")


def test_a_day_that_another_edition_has_says_which_of_the_two_counts(run: Run, held: Path) -> None:
    first, second = (one.sha256[:8] for one in Service().lists()[0].editions)
    ran = run("lists", "redate", "mine", "2024-01-15", "2024-10-02", "--reason", "x")
    told = f"2 editions of 2024-10-02 are held: {second} counts, because it was received later, and {first} "
    assert (ran.code, told in " ".join(ran.out.split())) == (0, True)
    assert f"not used: {second} has the same day" in run("lists", "show", "mine").out
    back = run("lists", "redate", "mine", first, "2024-01-15", "--reason", "x", "--json")
    assert back.document["warnings"] == []
    assert "not used" not in run("lists", "show", "mine").out


def test_an_edition_is_removed_and_answers_follow(run: Run, held: Path) -> None:
    assert _found(run, "Gundwin Pellacord")
    ran = run("lists", "remove", "mine", "2024-10-02", "--reason", "a draft")
    assert ran.code == 0
    assert ran.out.rstrip().endswith("removed: a draft")
    assert not _found(run, "Gundwin Pellacord")
    assert _found(run, "Teodrik Vardanis")


def test_both_stay_on_record(run: Run, held: Path) -> None:
    sha256 = Service().lists()[0].editions[1].sha256
    run("lists", "redate", "mine", "2024-10-02", "2024-02-10", "--reason", "exchanged")
    run("lists", "remove", "mine", sha256[:8], "--reason", "a draft")
    shown = run("lists", "show", "mine").out
    assert f"edition of 2024-10-02 ({sha256[:8]}) redated to 2024-02-10: exchanged" in shown
    assert f"edition of 2024-02-10 ({sha256[:8]}) removed: a draft" in shown
    told = run("lists", "show", "mine", "--json").document["corrections"]
    assert [set(one) for one in told] == [{"action", "edition", "published", "done", "reason"}] * 2
    assert [(one["action"], one["published"], one["reason"]) for one in told] == [
        ("redated", "2024-02-10", "exchanged"),
        ("removed", None, "a draft"),
    ]
    assert told[1]["edition"]["header"]["parties"] == 2


def test_as_json_they_tell_the_correction_and_the_index_that_answers(run: Run, held: Path) -> None:
    document = run("lists", "remove", "mine", "2024-10-02", "--reason", "a draft", "--json").document
    assert set(document) == {"corrections", "index"}
    assert document["index"] == Service().snapshot().id
    document = run("lists", "remove", "mine", "2024-01-15", "--reason", "x", "--json").document
    assert document["index"] is None
    ran = run("screen", "Teodrik Vardanis")
    assert ran.code == 2
    assert "no list is loaded yet" in ran.err
    assert "a draft" in run("lists", "show", "mine").out  # of a list no edition of which is held any more


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("remove", "mine", "2024-05-05"),
            "no edition of mine is named 2024-05-05; those held are",
        ),
        (("remove", "other", "2024-05-05"), "list 'other' is not held"),
        (("remove", "mine", "latest"), "day of an edition 'latest'"),
        (("remove", "mine", "0123456789"), "no edition of mine is named 0123456789"),
        (("remove", "mine", "01234"), "at least the first 6 characters of its checksum"),
        (("redate", "mine", "2024-10-02", "2099-01-01"), "which lies in the future"),
        (("redate", "mine", "2024-10-02", "soon"), "published day 'soon'"),
    ],
)
def test_what_can_not_be_corrected_is_refused_and_nothing_changes(
    run: Run, held: Path, words: tuple[str, ...], message: str
) -> None:
    ran = run("lists", *words, "--reason", "x")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert _days() == ["2024-01-15", "2024-10-02"]


@pytest.mark.parametrize("reason", [(), ("--reason", "  ")])
def test_without_a_reason_nothing_is_corrected(run: Run, held: Path, reason: tuple[str, ...]) -> None:
    ran = run("lists", "remove", "mine", "2024-10-02", *reason)
    assert ran.code == 2
    assert "--reason" in ran.err
    assert len(_days()) == 2


def test_of_two_editions_of_a_day_one_is_named_by_its_checksum(run: Run, held: Path) -> None:
    path = own_csv(held, FIRST + "Brimoald Estevarre\n", "other.csv")
    run("lists", "add", path, "--list", "mine", "--published", "2024-10-02", "--accept-loss")
    ran = run("lists", "remove", "mine", "2024-10-02", "--reason", "x")
    assert ran.code == 2
    assert "2 editions are named 2024-10-02: name one by its checksum (" in ran.err
    checksum = ran.err.rstrip(")\n").rpartition("(")[2].split(", ")[0]
    assert run("lists", "remove", "mine", checksum, "--reason", "x").code == 0
    assert len(_days()) == 2


def test_a_list_that_comes_back_to_what_it_said_is_recorded_when_one_says_so(run: Run, held: Path) -> None:
    back = (
        "lists",
        "add",
        held / "2024-01-15.csv",
        "--list",
        "mine",
        "--published",
        "2024-11-01",
        "--accept-loss",
    )
    refused = run(*back)
    assert refused.code == 2
    assert "--again records that" in refused.err
    assert not _found(run, "Teodrik Vardanis")
    assert run(*back, "--again").code == 0
    assert _days() == ["2024-01-15", "2024-10-02", "2024-11-01"]
    assert _found(run, "Teodrik Vardanis")
    assert not _found(run, "Teodrik Vardanis", "--as-of", "2024-10-15")
    # The checksum names both its days, a day one of them.
    sha256 = Service().lists()[0].editions[0].sha256
    ran = run("lists", "redate", "mine", sha256[:8], "2024-11-02", "--reason", "x")
    assert ran.code == 2
    assert "was published several times (2024-01-15, 2024-11-01): name it by its day" in ran.err
    assert run("lists", "remove", "mine", sha256[:8], "--reason", "x").code == 0
    assert _days() == ["2024-10-02"]


def test_a_file_that_dates_itself_may_come_again_after_its_date_was_corrected(
    run: Run, tmp_path: Path
) -> None:
    path = ofac_xml(tmp_path)
    run("lists", "add", path)
    run("lists", "redate", "us-ofac-sdn", "2021-03-10", "2021-03-09", "--reason", "misprint")
    ran = run("lists", "add", path)
    assert (ran.code, ran.out) == (0, "sdn.xml: us-ofac-sdn of 2021-03-09, already held\n")
    run("lists", "remove", "us-ofac-sdn", "2021-03-09", "--reason", "not OFAC's")
    ran = run("lists", "add", path)
    assert "this very edition was removed on" in " ".join(ran.out.split())
    assert _days() == ["2021-03-10"]
