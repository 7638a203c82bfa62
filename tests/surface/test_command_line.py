"""The commands as people and scripts type them: what is printed, where, and which code comes back."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from namesake.cli.demonstration import CUSTOMERS
from namesake.screening.explain import as_document, compare
from namesake.service import Service
from namesake.sources.starter import NOTICE
from namesake.store.marker import read_marker
from tests.surface.conftest import Run
from tests.surface.making import eu_xml, ofac_xml, own_csv, un_xml

NONE_HELD = (
    "No list is held yet. Fetch the authorities' with `namesake lists update`, or add one with "
    "`namesake lists add FILE`."
)
NO_LIST = "no list is loaded yet. Fetch the authorities' with `namesake lists update`"


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Path:
    """A home that holds the small OFAC, UN and EU lists and one of our own; the folder they came from."""
    folder = tmp_path / "received"
    assert run("lists", "add", ofac_xml(folder), un_xml(folder), eu_xml(folder)).code == 0
    assert run("lists", "add", own_csv(folder), "--list", "mine", "--published", "2021-02-15").code == 0
    return folder


def typed(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "namesake", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "200", **environment},
        timeout=60,
        check=False,
    )


def test_demo_shows_every_customer_with_what_was_found_and_says_it_is_no_real_list(run: Run) -> None:
    ran = run("demo")
    assert (ran.code, ran.err) == (0, "")
    for customer in CUSTOMERS:
        assert customer.name in ran.out
        assert customer.why in ran.out
    assert "us-ofac-sdn:11462" in ran.out
    assert "militia.txt  dated 2021-01-14, read as of that day" in ran.out
    assert NOTICE in ran.out


def test_demo_as_json_is_one_document_and_nothing_else(run: Run) -> None:
    ran = run("demo", "--json")
    assert (ran.code, ran.err) == (0, "")
    screenings = ran.document["screenings"]
    assert [one["subject"]["names"] for one in screenings] == [[customer.name] for customer in CUSTOMERS]
    assert [bool(one["hits"]) for one in screenings] == [True, True, True, True, False, True, False]
    assert all(any("not for compliance" in warning for warning in one["warnings"]) for one in screenings)
    assert set(ran.document) == {"screenings", "reading"}
    assert "us-ofac-sdn:29722" in {one["party"] for one in ran.document["reading"]["mentions"]}


def test_demo_keeps_nothing(run: Run, empty_home: Path) -> None:
    run("demo")
    assert not empty_home.exists()


def test_adding_says_of_each_file_which_list_of_which_day_it_is(run: Run, tmp_path: Path) -> None:
    ran = run("lists", "add", ofac_xml(tmp_path), un_xml(tmp_path), eu_xml(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert "sdn.xml: us-ofac-sdn of 2021-03-10, 2 records, 2 parties, 0 problems" in ran.out
    assert "consolidated.xml: un-sc of 2021-02-01, 2 records, 2 parties, 0 problems" in ran.out
    assert "eu.xml: eu-fsf of 2021-03-02, 1 records, 1 parties, 0 problems" in ran.out


def test_adding_as_json_has_the_documented_keys(run: Run, tmp_path: Path) -> None:
    ran = run("lists", "add", ofac_xml(tmp_path), tmp_path / "absent.xml", "--json")
    assert ran.code == 4
    document = ran.document
    assert set(document) == {"added", "failed", "index"}
    (added,) = document["added"]
    assert set(added) == {
        "file", "edition", "already_held",
        "lost", "new", "gone", "changed", "losses", "warnings",
    }  # fmt: skip
    assert (added["file"], added["already_held"]) == ("sdn.xml", False)
    assert (added["edition"]["list"], added["edition"]["published"]) == ("us-ofac-sdn", "2021-03-10")
    (failed,) = document["failed"]
    assert set(failed) == {"file", "error", "losses"}
    assert "does not exist" in failed["error"]
    assert document["index"] == Service().snapshot().id


def test_adding_twice_changes_nothing(run: Run, loaded: Path, empty_home: Path) -> None:
    before = (read_marker(Service().store_path), Service().snapshot().id, Service().lists())
    ran = run("lists", "add", loaded / "sdn.xml")
    assert (ran.code, ran.out) == (
        0,
        "sdn.xml: us-ofac-sdn of 2021-03-10, already held\n",
    )
    assert (read_marker(Service().store_path), Service().snapshot().id, Service().lists()) == before
    assert run("lists", "add", loaded / "sdn.xml", "--json").document["added"][0]["already_held"] is True


def test_of_several_files_one_that_fails_stops_no_other(run: Run, tmp_path: Path) -> None:
    bad = own_csv(tmp_path, "nothing that is a list", name="letter.txt")
    ran = run("lists", "add", ofac_xml(tmp_path), bad, un_xml(tmp_path))
    assert ran.code == 4
    assert ran.err.startswith("namesake: letter.txt is no list that Namesake can read")
    assert [one.id for one in Service().lists()] == ["un-sc", "us-ofac-sdn"]
    assert "QDi.901" in run("screen", "Ulviya Zembrano").out


def test_when_every_file_fails_the_code_is_that_of_wrong_input(run: Run, tmp_path: Path) -> None:
    ran = run("lists", "add", tmp_path / "one.xml", tmp_path / "two.xml")
    assert (ran.code, ran.out) == (2, "")
    assert [line.partition(" does")[0] for line in ran.err.splitlines()] == [
        f"namesake: {tmp_path / 'one.xml'}",
        f"namesake: {tmp_path / 'two.xml'}",
    ]


def test_a_lossy_edition_is_refused_until_the_loss_is_accepted(run: Run, tmp_path: Path) -> None:
    many = [(90000 + number, "Invented", f"PARTY{number}") for number in range(20)]
    assert run("lists", "add", ofac_xml(tmp_path, entries=many)).code == 0
    before = read_marker(Service().store_path)
    fewer = ofac_xml(tmp_path, entries=many[:10], published="03/12/2021", name="fewer.xml")
    refused = run("lists", "add", fewer)
    assert (refused.code, refused.out) == (5, "")
    assert "us-ofac-sdn, edition of 2021-03-12 is refused" in refused.err
    assert "10 of 20 (50.0%) parties" in refused.err
    assert "--accept-loss" in refused.err
    assert read_marker(Service().store_path) == before
    accepted = run("lists", "add", fewer, "--accept-loss")
    assert accepted.code == 0
    assert "0 new and 10 gone since 2021-03-10" in accepted.out
    assert "10 of 20 (50.0%) parties" in accepted.out


def test_a_lossy_edition_beside_a_good_one_is_a_job_done_in_part(run: Run, tmp_path: Path) -> None:
    many = [(90000 + number, "Invented", f"PARTY{number}") for number in range(20)]
    run("lists", "add", ofac_xml(tmp_path, entries=many))
    fewer = ofac_xml(tmp_path, entries=many[:10], published="03/12/2021", name="fewer.xml")
    ran = run("lists", "add", fewer, un_xml(tmp_path), "--json")
    assert ran.code == 4
    assert "10 of 20 (50.0%) parties" in ran.document["failed"][0]["losses"][0]


def test_a_folder_of_several_editions_is_added_whole(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    ofac_xml(folder), un_xml(folder), eu_xml(folder)
    assert run("lists", "add", folder).code == 0
    assert [one.id for one in Service().lists()] == ["eu-fsf", "un-sc", "us-ofac-sdn"]


def test_one_published_day_does_not_date_several_editions(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    ofac_xml(folder), un_xml(folder)
    ran = run("lists", "add", folder, "--published", "2021-03-10")
    assert ran.code == 2
    assert "holds 2 editions, and --published dates one: add them one by one" in ran.err
    assert Service().lists() == []


def test_show_without_a_list_says_how_to_add_one(run: Run) -> None:
    ran = run("lists", "show")
    assert (ran.code, ran.out) == (0, f"{NONE_HELD}\n")
    assert run("lists", "show", "--json").document == {"lists": []}


def test_show_names_each_list_with_its_day_and_its_count(run: Run, loaded: Path) -> None:
    ran = run("lists", "show")
    lines = {line.split()[0]: line for line in ran.out.splitlines()[1:5]}
    assert sorted(lines) == ["eu-fsf", "mine", "un-sc", "us-ofac-sdn"]
    assert lines["mine"].split()[1] == "2021-02-15"
    assert "days" in lines["un-sc"]
    assert lines["us-ofac-sdn"].split()[3:8] == ["days,", "overdue", "2", "0", "1"]


def test_show_of_one_list_names_its_editions_and_their_problems(run: Run, tmp_path: Path) -> None:
    path = own_csv(tmp_path, "name,birth_date\nTeodrik Vardanis,yesterday\n")
    run("lists", "add", path, "--list", "mine")
    ran = run("lists", "show", "mine")
    assert ran.out.startswith("mine: a list of your own\n")
    assert "own-csv" in ran.out
    assert "current" in ran.out
    assert "own.csv line 2: 'yesterday' is not a date" in ran.out


def test_show_as_json_has_the_documented_keys(run: Run, loaded: Path) -> None:
    (shown,) = run("lists", "show", "us-ofac-sdn", "--json").document["lists"]
    assert set(shown) == {"id", "title", "authority", "cadence_days", "overdue", "closed", "editions"}
    (edition,) = shown["editions"]
    assert {"list", "sha256", "format", "published", "received", "records", "parties", "current"} <= set(
        edition
    )
    assert edition["current"] is True


def test_show_of_a_list_not_held_is_refused(run: Run, loaded: Path) -> None:
    ran = run("lists", "show", "zz-top")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "namesake: list 'zz-top' is not held; `namesake lists show` names those that are\n"


def test_a_listed_name_is_found_with_its_party_its_list_and_its_reasons(run: Run, loaded: Path) -> None:
    ran = run("screen", "Brimoald Estevarre")
    assert (ran.code, ran.err) == (0, "")
    assert "eu-fsf:EU.9001.1  Person" in ran.out
    assert "Council of the European Union, IRN: assets frozen" in ran.out
    assert "= Brimoald  Brimoald  same" in ran.out
    assert "Screened against eu-fsf of 2021-03-02, mine of 2021-02-15, un-sc of 2021-02-01" in ran.out


def test_a_name_that_is_on_no_list_is_said_to_be_on_none(run: Run, loaded: Path) -> None:
    ran = run("screen", "Hannelore Vogt", "--fail-on-hit")
    assert (ran.code, ran.err) == (0, "")
    assert "No hit at 0.70 or above." in ran.out


def test_near_shows_what_stayed_below_the_threshold_and_why(run: Run, loaded: Path) -> None:
    question = ("screen", "Ulviya Zembrano", "--kind", "Person", "--born", "1951-02-03")
    plain = run(*question)
    assert "below the threshold: --near shows" in plain.out
    assert "QDi.901" not in plain.out
    near = run(*question, "--near")
    assert "un-sc:QDi.901" in near.out
    assert "below the threshold" in near.out
    assert "✗ 1951-02-03 1980-06-01 birth date: " in near.out


def test_a_script_learns_of_a_hit_by_the_exit_code(run: Run, loaded: Path) -> None:
    assert run("screen", "Brimoald Estevarre", "--fail-on-hit").code == 3
    assert run("screen", "Brimoald Estevarre", "--fail-on-hit", "--json").code == 3


def test_as_of_answers_for_that_day(run: Run, loaded: Path) -> None:
    later = [(90001, "Teodrik", "VARDANIS"), (90002, "", "ORSOLAX MARITIME"), (90003, "Gundwin", "PELLACORD")]
    newer = ofac_xml(loaded, entries=later, published="04/10/2021", name="newer.xml")
    assert run("lists", "add", newer).code == 0
    before = run("screen", "Gundwin Pellacord", "--as-of", "2021-04-09")
    assert "No hit" in before.out
    assert "us-ofac-sdn of 2021-03-10" in before.out
    on_the_day = run("screen", "Gundwin Pellacord", "--as-of", "2021-04-10")
    assert "us-ofac-sdn:90003" in on_the_day.out
    assert "as of 2021-04-10" in on_the_day.out


def test_a_day_before_the_first_edition_is_answered_with_a_warning(run: Run, loaded: Path) -> None:
    ran = run("screen", "Ulviya Zembrano", "--list", "un-sc", "--as-of", "2020-01-01")
    assert "un-sc:QDi.901" in ran.out
    assert "! un-sc: no edition of 2020-01-01 is held; the first one held, of 2021-02-01, is used" in ran.out


def test_only_the_lists_asked_for_are_screened(run: Run, loaded: Path) -> None:
    everywhere = run("screen", "Teodrik Vardanis", "--json").document
    assert {hit["party"]["id"] for hit in everywhere["hits"]} == {"us-ofac-sdn:90001", "mine:1"}
    one = run("screen", "Teodrik Vardanis", "--list", "mine", "--json").document
    assert [hit["party"]["id"] for hit in one["hits"]] == ["mine:1"]
    assert [edition["list"] for edition in one["snapshot"]["editions"]] == ["mine"]
    two = run("screen", "Teodrik Vardanis", "--list", "mine", "--list", "us-ofac-sdn", "--json").document
    assert len(two["hits"]) == 2


def test_only_the_kind_asked_for_is_found(run: Run, loaded: Path) -> None:
    assert run("screen", "Brimoald Estevarre", "--kind", "vessel", "--json").document["hits"] == []
    assert len(run("screen", "Brimoald Estevarre", "--kind", "person", "--json").document["hits"]) == 1


def test_an_identifier_leads_to_its_bearer_under_any_name(run: Run, loaded: Path) -> None:
    ran = run("screen", "Somebody Other", "--id", "passport:A1234567", "--near", "--json")
    found = [hit["party"]["id"] for hit in ran.document["hits"] + ran.document["near"]]
    assert "mine:1" in found


def test_birth_country_and_gender_are_shown_as_understood(run: Run, loaded: Path) -> None:
    ran = run("screen", "Teodrik Vardanis", "--born", "1957", "--country", "Iran", "--gender", "m", "--json")
    subject = ran.document["subject"]
    assert (subject["birth_dates"], subject["countries"], subject["genders"]) == (["1957"], ["ir"], ["male"])


def test_an_address_given_is_shown_beside_the_name(run: Run, loaded: Path) -> None:
    ran = run("screen", "Orsolax Maritime", "--address", "Azadi 7, Tehran, Iran")
    assert ran.out.splitlines()[0] == "Orsolax Maritime  at Azadi 7, Tehran, Iran"


def test_two_names_are_explained_without_any_list(run: Run, empty_home: Path) -> None:
    ran = run("explain", "Qassem Suleimani", "SOLEIMANI, Qasem")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Qassem Suleimani  beside  SOLEIMANI, Qasem  0.")
    assert "same sound, spelled another way" in ran.out
    assert not empty_home.exists()


def test_an_explanation_as_json_is_what_the_library_finds(run: Run) -> None:
    ran = run("explain", "Ivan Petrov", "Ivan Sidorov", "--kind", "Person", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == as_document(compare("Ivan Petrov", "Ivan Sidorov", kind="Person"))
    assert (ran.document["read_as"], ran.document["match"]) == ("person", False)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("Ivan",), "RIGHT is missing: The listed name, quoted."),
        (("Ivan", "???"), "'???' can't be screened"),
        (("Ivan", "Ivan", "--kind", "Human"), "kind 'Human' is not known"),
        (("Ivan", "Petrov", "Ivan"), "Ivan is more than the command takes; a name or path with spaces"),
    ],
)
def test_what_cannot_be_explained_is_refused_with_2(run: Run, words: tuple[str, ...], message: str) -> None:
    ran = run("explain", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_an_address_is_understood_and_a_mistyped_identifier_warned_of(run: Run, loaded: Path) -> None:
    ran = run("screen", "Orsolax", "--address", "Azadi 7, Tehran, Iran", "--id", "imo:9187656", "--json")
    assert ran.document["subject"]["addresses"] == [{"text": "Azadi 7, Tehran, Iran", "country": "ir"}]
    assert ran.document["warnings"][0].startswith("identifier '9187656' is compared as it stands, but")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--born", "1960-13"),
            "--born '1960-13' can't be used as it stands: write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (("--born", "1957", "--born", "1974-01-32"), "--born '1974-01-32' can't be used"),
        (("--born", "03/04/1969"), "--born '03/04/1969' can't be used"),  # in March or in April?
        (("--born", "soon"), "--born 'soon' can't be used"),
        (("--born", "2057"), "--born '2057' lies in the future"),  # mistyped for 1957
        (("--born", "1957", "--born", "11 March 2157"), "--born '11 March 2157' lies in the future"),
        (
            ("--country", "Irann"),
            "--country 'Irann' is no country that is known (perhaps Iran): write its two-letter",
        ),
        (("--country", "Korea"), "(perhaps South Korea or North Korea): write"),
        (("--country", "Xyzzy"), "--country 'Xyzzy' is no country that is known: write"),
    ],
)
def test_what_is_typed_of_somebody_and_can_not_be_used_is_refused(
    run: Run, loaded: Path, words: tuple[str, ...], message: str
) -> None:
    ran = run("screen", "Teodrik Vardanis", *words, "--json")
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_date_typed_otherwise_and_a_country_in_another_language_are_used(run: Run, loaded: Path) -> None:
    ran = run(
        "screen", "Teodrik Vardanis", "--born", "1969-7-16", "--country", "Rusia", "--country", " ", "--json"
    )
    assert ran.document["subject"]["birth_dates"] == ["1969-07-16"]
    assert ran.document["subject"]["countries"] == ["ru"]


def test_the_limit_cuts_the_hits_and_says_how_many_more_there_are(run: Run, loaded: Path) -> None:
    ran = run("screen", "Teodrik Vardanis", "--limit", "1", "--json")
    assert (len(ran.document["hits"]), ran.document["more"]) == (1, 1)
    assert "1 more hit" in run("screen", "Teodrik Vardanis", "--limit", "1").out


def test_a_higher_threshold_makes_fewer_hits(run: Run, loaded: Path) -> None:
    assert run("screen", "Ulviya Sembrano", "--json").document["hits"]
    ran = run("screen", "Ulviya Sembrano", "--threshold", "1", "--json").document
    assert (ran["hits"], ran["policy"]["threshold"]) == ([], 1.0)


def test_words_of_one_name_need_no_quotes(run: Run, loaded: Path) -> None:
    plain = run("screen", "Brimoald", "Estevarre", "--json").document
    quoted = run("screen", "Brimoald Estevarre", "--json").document
    assert plain == quoted


def test_several_quoted_names_are_not_taken_for_one(run: Run, loaded: Path) -> None:
    ran = run("screen", "Brimoald Estevarre", "Teodrik Vardanis")
    assert (ran.code, ran.out) == (2, "")
    assert "there seem to be 2 names here: screen them one by one" in ran.err


def test_a_screening_as_json_has_the_documented_keys(run: Run, loaded: Path) -> None:
    document = run("screen", "Teodrik Vardanis", "--as-of", "2021-03-11", "--json").document
    assert {"subject", "as_of", "warnings", "snapshot", "policy", "hits"} <= set(document)
    assert "near" not in document
    assert document["as_of"] == "2021-03-11"
    assert {"id", "editions"} <= set(document["snapshot"])
    assert {"list", "published", "sha256"} <= set(document["snapshot"]["editions"][0])
    assert {"id", "threshold"} <= set(document["policy"])
    hit = document["hits"][0]
    assert {"party", "score", "matched_name", "evidence"} <= set(hit)
    assert {"id", "kind", "name", "lists", "designations"} <= set(hit["party"])
    for designation in hit["party"]["designations"]:
        assert {"authority", "programme", "listed_on", "effects"} <= set(designation)
    assert "near" in run("screen", "Teodrik Vardanis", "--near", "--json").document


def test_with_no_list_loaded_screening_stops_and_names_the_command(run: Run, empty_home: Path) -> None:
    ran = run("screen", "Anybody Atall", "--json")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"namesake: {NO_LIST}")
    assert "--starter" in ran.err
    assert not empty_home.exists()


def test_the_starter_list_answers_without_a_list_and_says_what_it_is(run: Run) -> None:
    ran = run("screen", "Kataib Hezbollah", "--starter")
    assert ran.code == 0
    assert "us-ofac-sdn:11462" in ran.out
    assert f"! {NOTICE}" in ran.out


def test_markup_in_a_name_is_printed_as_it_stands(run: Run, loaded: Path) -> None:
    assert run("screen", "[bold]Teodrik[/bold] [link=x]").out.startswith("[bold]Teodrik[/bold] [link=x]\n")


def test_markup_on_a_list_is_printed_as_it_stands(run: Run, tmp_path: Path) -> None:
    path = own_csv(tmp_path, "name,aliases,authority\nTeodrik [red]Vardanis[/red],,[/] Ministry\n")
    run("lists", "add", path, "--list", "mine")
    ran = run("screen", "Teodrik Vardanis")
    assert "Teodrik [red]Vardanis[/red]" in ran.out
    assert "[/] Ministry" in ran.out


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\r", "\x9b", "\u202e", "\u200f"])
def test_control_characters_never_reach_the_terminal(run: Run, loaded: Path, char: str) -> None:
    ran = run("screen", f"Teodrik{char}[31m Vardanis", "--near")
    assert ran.code == 0
    assert char not in ran.out
    refused = run("screen", "Teodrik", "--kind", f"Per{char}son")
    assert refused.code == 2
    assert char not in refused.err


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\u202e"])
def test_control_characters_of_a_file_never_reach_the_terminal(run: Run, tmp_path: Path, char: str) -> None:
    path = own_csv(tmp_path, f"name,kind,reason\nTeodrik{char}[31m Vardanis,Per{char}son,x{char}\n")
    assert char not in run("lists", "add", path, "--list", "mine").out
    assert char not in run("lists", "show", "mine").out
    ran = run("screen", "Teodrik Vardanis", "--near")
    assert "mine:" in ran.out
    assert char not in ran.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["screen", ""], "there is no name to screen: give at least one"),
        (["screen", "  "], "there is no name to screen: give at least one"),
        (["screen", "?!"], "name '?!' can't be screened: it has no letter and no digit"),
        (["screen", "x" * 2001], "a name of 2,001 characters is no name"),
    ],
)
def test_a_name_that_can_not_be_screened_is_refused(
    run: Run, loaded: Path, words: list[str], message: str
) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"namesake: {message}")


@pytest.mark.parametrize("words", [(), ("lists",)])
def test_without_a_command_the_help_is_shown_and_the_usage_is_wrong(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert ran.out.startswith("Usage: namesake")


@pytest.mark.parametrize(
    "words", [("-h",), ("screen", "--help"), ("lists", "-h"), ("lists", "add", "--help")]
)
def test_help_is_a_success(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: namesake")


def test_the_version_is_that_of_the_package(run: Run) -> None:
    import namesake

    assert run("--version").out == f"namesake {namesake.__version__}\n"


def test_a_home_that_is_a_file_is_refused(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "a-file"
    home.write_text("something else")
    monkeypatch.setenv("NAMESAKE_HOME", str(home))
    ran = run("lists", "add", un_xml(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert str(home) in ran.err
    assert "can't be made" in ran.err
    screened = run("screen", "Anybody Atall")
    assert screened.code == 2
    assert home.read_text() == "something else"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_one_may_not_write_to_is_refused(run: Run, tmp_path: Path, empty_home: Path) -> None:
    empty_home.mkdir()
    empty_home.chmod(0o500)
    ran = run("lists", "add", un_xml(tmp_path))
    empty_home.chmod(0o700)
    assert (ran.code, ran.out) == (2, "")
    assert "get the right to write there, or use another folder" in ran.err


def _index_pointer() -> Path:
    return Service().index_folder / "current"


def test_a_damaged_index_is_built_anew(run: Run, loaded: Path) -> None:
    before = run("screen", "Teodrik Vardanis", "--json").document
    folder = Service().index_folder / _index_pointer().read_text().strip()
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert run("screen", "Teodrik Vardanis", "--json").document == before


@pytest.mark.parametrize("damage", ["../../elsewhere\n", "", "\xff\xfe", "no-such-index\n"])
def test_an_index_pointer_that_leads_nowhere_is_mended(run: Run, loaded: Path, damage: str) -> None:
    before = run("screen", "Teodrik Vardanis", "--json").document
    _index_pointer().write_bytes(damage.encode("latin-1"))
    assert run("screen", "Teodrik Vardanis", "--json").document == before
    assert _index_pointer().read_text().strip() == before["snapshot"]["id"]


def test_an_index_that_was_removed_is_built_anew(run: Run, loaded: Path) -> None:
    before = run("screen", "Teodrik Vardanis", "--json").document
    shutil.rmtree(Service().index_folder)
    assert run("screen", "Teodrik Vardanis", "--json").document == before


def test_a_store_from_a_later_version_is_refused(run: Run, loaded: Path) -> None:
    store = Service().store_path
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    shutil.rmtree(Service().index_folder)
    for words in (("screen", "Teodrik Vardanis"), ("lists", "show"), ("lists", "add", loaded / "eu.xml")):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "was written by a later version of Namesake (store version 99" in ran.err


def test_an_error_of_ours_says_so_and_exits_with_70(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("one over nothing")

    monkeypatch.setattr("namesake.cli.commands._screener", broken)
    ran = run("screen", "Anybody Atall")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("namesake: an error of ours: ZeroDivisionError: one over nothing.")
    assert "Traceback" not in ran.err
    monkeypatch.setenv("NAMESAKE_DEBUG", "1")
    assert "Traceback" in run("screen", "Anybody Atall").err


def test_a_stop_by_the_user_is_no_error_of_ours(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("namesake.cli.commands._screener", stopped)
    ran = run("screen", "Anybody Atall")
    assert (ran.code, ran.out) == (130, "")
    assert "error of ours" not in ran.err


def test_the_installed_command_behaves_as_it_does_in_this_process(tmp_path: Path) -> None:
    assert typed("lists", "add", un_xml(tmp_path)).returncode == 0
    ran = typed("screen", "Ulviya Zembrano", "--json", "--fail-on-hit")
    assert (ran.returncode, ran.stderr) == (3, "")
    assert json.loads(ran.stdout)["hits"][0]["party"]["id"] == "un-sc:QDi.901"
    refused = typed("screen", "Ulviya Zembrano", "--threshold", "3")
    assert (refused.returncode, refused.stdout) == (2, "")


@pytest.mark.parametrize(
    "words",
    [
        ("demo",),
        ("demo", "--json"),
        ("screen", "Kataib Hezbollah", "--starter", "--fail-on-hit"),
        ("screen", "Nobody", "--starter", "--json"),
        ("--help",),
    ],
)
def test_a_reader_that_goes_away_is_no_error_and_no_clean_answer(words: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-m", "namesake", *words],
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_names_in_any_script_pass_through_a_terminal_that_speaks_ascii_only() -> None:
    ran = typed("screen", "قاسم سلیمانی", "--starter", PYTHONIOENCODING="ascii")
    assert ran.returncode == 0, ran.stderr
    assert "un-sc:IRi.039" in ran.stdout
