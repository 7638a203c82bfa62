"""`lists diff`, `lists history` and `lists export`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from namesake.model.coding import from_json
from namesake.model.party import Party
from namesake.service import Service, load
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml, own_csv, un_xml

ONE, TWO, THREE = (
    (90001, "Teodrik", "VARDANIS"),
    (90002, "", "ORSOLAX MARITIME"),
    (90003, "Gundwin", "PELLACORD"),
)
FOUR = (90004, "Gundwina", "PELLACORD")


@pytest.fixture
def held(run: Run, tmp_path: Path) -> Path:
    """Four editions: 90003 came and went and came back, 90002 was renamed."""
    renamed = (90002, "", "ORSOLAX SHIPPING")
    for day, entries in {
        "03/10/2021": (ONE, TWO),
        "04/10/2021": (ONE, TWO, THREE, FOUR),
        "05/10/2021": (ONE, renamed, FOUR),
        "06/10/2021": (ONE, renamed, THREE, FOUR),
    }.items():
        path = ofac_xml(tmp_path, published=day, entries=entries)
        assert run("lists", "add", path, "--accept-loss").code == 0
    assert run("lists", "add", un_xml(tmp_path)).code == 0
    return tmp_path


def test_a_diff_tells_who_was_added_delisted_and_amended_and_how(run: Run, held: Path) -> None:
    ran = run("lists", "diff", "us-ofac-sdn", "--from", "2021-04-10", "--to", "2021-05-10")
    assert (ran.code, ran.err) == (0, "")
    assert "us-ofac-sdn: edition of 2021-04-10 beside edition of 2021-05-10" in ran.out
    assert "  - us-ofac-sdn:90003  PELLACORD, Gundwin  (SDGT)" in ran.out
    assert "  ~ us-ofac-sdn:90002  ORSOLAX SHIPPING  (SDGT)" in ran.out
    assert "names: ORSOLAX MARITIME (primary) → ORSOLAX SHIPPING (primary)" in ran.out
    assert "0 added, 1 delisted, 1 amended, 2 the same." in ran.out


def test_a_diff_as_json_has_the_documented_keys(run: Run, held: Path) -> None:
    document = run(
        "lists", "diff", "us-ofac-sdn", "--from", "2021-03-10", "--to", "2021-05-10", "--json"
    ).document
    assert set(document) == {
        "list", "from", "to", "notes", "added", "delisted", "amended", "rewritten", "same",
    }  # fmt: skip
    assert (document["from"]["published"], document["to"]["published"]) == ("2021-03-10", "2021-05-10")
    assert [one["id"] for one in document["added"]] == ["us-ofac-sdn:90004"]
    assert (document["delisted"], document["rewritten"], document["same"]) == ([], [], 1)
    (amended,) = document["amended"]
    assert amended == {
        "id": "us-ofac-sdn:90002",
        "name": "ORSOLAX SHIPPING",
        "changes": [
            {
                "field": "names", "of": None, "part": None,
                "removed": [{"text": "ORSOLAX MARITIME", "quality": "primary"}],
                "added": [{"text": "ORSOLAX SHIPPING", "quality": "primary"}],
            }
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "note", "days"),
    [
        ("2021-04-12", "2021-05-30",
         "no edition of 2021-04-12 is held: the one valid that day, of 2021-04-10",
         ("2021-04-10", "2021-05-10")),
        ("2020-01-01", "2021-05-10", "no edition of 2020-01-01 is held: the first one held, of 2021-03-10,",
         ("2021-03-10", "2021-05-10")),
        ("2021-05-10", "2021-03-10", "the edition of 2021-05-10 is the later one of the two",
         ("2021-05-10", "2021-03-10")),
        ("2021-05-10", "2021-05-11", "both are the edition of 2021-05-10, so nothing differs",
         ("2021-05-10", "2021-05-10")),
    ],
)  # fmt: skip
def test_a_day_without_an_edition_is_answered_by_the_one_valid_then_and_that_is_said(
    run: Run, held: Path, first: str, second: str, note: str, days: tuple[str, str]
) -> None:
    words = ("lists", "diff", "us-ofac-sdn", "--from", first, "--to", second)
    document = run(*words, "--json").document
    assert any(one.startswith(note) for one in document["notes"])
    assert (document["from"]["published"], document["to"]["published"]) == days
    assert note in run(*words).out


def test_of_several_editions_of_a_day_each_can_be_named_by_its_checksum(run: Run, tmp_path: Path) -> None:
    for text in ("name\nTeodrik Vardanis\n", "name\nGundwin Pellacord\n"):
        path = own_csv(tmp_path, text)
        assert (
            run("lists", "add", path, "--list", "mine", "--published", "2021-01-01", "--accept-loss").code
            == 0
        )
    first, second = (one.sha256 for one in Service().lists()[0].editions)
    document = run(
        "lists", "diff", "mine", "--from", first[:8].upper(), "--to", "2021-01-01", "--json"
    ).document
    assert (document["from"]["sha256"], document["to"]["sha256"]) == (first, second)
    assert any("2 editions of 2021-01-01 are held" in one and first[:8] in one for one in document["notes"])
    assert (len(document["added"]), len(document["delisted"])) == (1, 1)
    told = run("lists", "diff", "mine", "--from", first[:8], "--to", second[:8]).out
    assert f"edition of 2021-01-01 ({first[:8]}) beside edition of 2021-01-01 ({second[:8]})" in told
    back = run("lists", "diff", "mine", "--from", second[:8], "--to", first[:8]).out
    assert f"the edition of 2021-01-01 ({second[:8]}) is the later one of the two" in " ".join(back.split())


def test_of_a_party_that_only_an_edition_not_in_use_has_it_is_said_that_there_is_one(
    run: Run, tmp_path: Path
) -> None:
    for text in ("id,name\n1,Teodrik Vardanis\n", "id,name\n2,Gundwin Pellacord\n"):
        path = own_csv(tmp_path, text)
        run("lists", "add", path, "--list", "mine", "--published", "2021-01-01", "--accept-loss")
    message = " ".join(run("lists", "history", "mine:1").err.split())
    assert "no edition in use has a party 'mine:1'; editions held that are not in use: 1," in message


def test_a_history_warns_of_a_list_that_is_overdue(run: Run, held: Path) -> None:
    document = run("lists", "history", "us-ofac-sdn:90002", "--json").document
    (warning,) = document["warnings"]
    assert warning.startswith("us-ofac-sdn: the edition of 2021-06-10 is ")
    assert "fetch the newest edition" in " ".join(run("lists", "history", "us-ofac-sdn:90002").out.split())


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("diff", "no-list", "--from", "2021-01-01", "--to", "2021-01-02"), "list 'no-list' is not held;"),
        (("diff", "un-sc", "--from", "yesterday", "--to", "2021-01-02"), "day of an edition 'yesterday'"),
        (("diff", "un-sc", "--from", "abcdef12", "--to", "2021-01-02"), "checksum that begins with abcdef12"),
        (("diff", "un-sc", "--from", "abcde", "--to", "2021-01-02"), "at least the first 6 characters"),
        (("diff", "un-sc", "--from", "2021-01-02", "--to", "2021"), "'2021' names no edition: write its day"),
        (("history", "un-sc:XYZ.1"), "no edition in use has a party 'un-sc:XYZ.1'"),
        (("history", "Nobody Whatsoever Atall"), "nobody on the lists held, now or before, is called"),
        (("export", "no-list"), "list 'no-list' is not held"),
        (("export", "un-sc", "--format", "xls"), "'xls' is no format a list is written in: choose one"),
        (("export", "un-sc", "--json"), "name a file with -o"),
        (("export", "un-sc", "-o", "/no/such/folder/x.csv"), "can't be written"),
    ],
)  # fmt: skip
def test_what_can_not_be_told_is_refused_in_a_sentence(
    run: Run, held: Path, words: tuple[str, ...], message: str
) -> None:
    ran = run("lists", *words)
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize(
    "words", [("diff", "x", "--from", "2021-01-01", "--to", "2021-01-02"), ("history", "X"), ("export", "x")]
)
def test_without_any_list_it_is_told_how_to_load_one(
    run: Run, words: tuple[str, ...], empty_home: Path
) -> None:
    ran = run("lists", *words)
    assert ran.code == 2
    assert "`namesake lists update`" in ran.err
    assert not empty_home.exists()


def test_a_history_tells_when_a_party_came_went_and_came_back(run: Run, held: Path) -> None:
    ran = run("lists", "history", "us-ofac-sdn:90003")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[:5] == [
        "us-ofac-sdn:90003 PELLACORD, Gundwin",
        "is listed; 4 editions looked through",
        "2021-04-10 came (not so in the edition of 2021-03-10)",
        "2021-05-10 went (not so in the edition of 2021-04-10)",
        "2021-06-10 came back (not so in the edition of 2021-05-10)",
    ]


def test_a_history_as_json_has_the_designations_own_dates(run: Run, held: Path) -> None:
    document = run("lists", "history", "un-sc:QDi.901", "--json").document
    (one,) = document["histories"]
    assert document["choices"] == []
    assert (one["list"], one["listed"], one["editions"]) == ("un-sc", True, 1)
    (step,) = one["steps"]
    assert set(step) == {"turn", "edition", "before", "name", "designations", "changes"}
    assert (step["turn"], step["edition"]["published"]) == ("on the first edition held", "2021-02-01")
    assert step["designations"][0]["listed_on"] == "2019-05-02"


def test_a_name_that_one_party_bears_will_do(run: Run, held: Path) -> None:
    assert "us-ofac-sdn:90001" in run("lists", "history", "Teodrik Vardanis").out
    assert "us-ofac-sdn:90001" in run("lists", "history", "Teodrik", "Vardanis").out
    # ORSOLAX MARITIME is called so no more.
    assert "ORSOLAX" in run("lists", "history", "Orsolax Maritime", "--as-of", "2021-03-20").out


def test_a_name_that_several_may_bear_is_answered_with_the_choices(run: Run, held: Path) -> None:
    ran = run("lists", "history", "Gundwin Pellacord")
    assert ran.code == 2
    assert "'Gundwin Pellacord' may be any of 2 parties: give the id of the one meant" in ran.err
    assert {"us-ofac-sdn:90003", "us-ofac-sdn:90004"} <= set(ran.err.split())
    ran = run("lists", "history", "Gundwin Pellacord", "--json")
    assert (ran.code, ran.document["histories"]) == (2, [])
    assert [one["list"] for one in ran.document["choices"]] == ["us-ofac-sdn"] * 2


def test_a_history_told_by_name_says_by_which_name_and_how_well_it_fits(run: Run, held: Path) -> None:
    ran = run("lists", "history", "Vardanis Teodrik")
    assert ran.out.splitlines()[0].startswith("Found by the name VARDANIS, Teodrik, 0.9")
    found = run("lists", "history", "Vardanis Teodrik", "--json").document["by_name"]
    assert set(found) == {"id", "name", "list", "score", "matched_name"}
    assert found["matched_name"] == "VARDANIS, Teodrik"
    assert run("lists", "history", "us-ofac-sdn:90001", "--json").document["by_name"] is None


@pytest.mark.parametrize("name", ["Teodric Vardanis", "Teodrik Wardanis"])
def test_a_name_that_is_not_the_very_same_leads_to_no_history_but_to_an_id(
    run: Run, held: Path, name: str
) -> None:
    ran = run("lists", "history", name)
    assert (ran.code, ran.out) == (2, "")
    assert (
        f"is called just '{name}': give the id if it means\n  us-ofac-sdn:90001  VARDANIS, Teodrik" in ran.err
    )
    assert "by the name VARDANIS, Teodrik, 0." in ran.err
    ran = run("lists", "history", name, "--json")
    assert (ran.code, ran.document["histories"], ran.document["by_name"]) == (2, [], None)
    assert [one["id"] for one in ran.document["choices"]] == ["us-ofac-sdn:90001"]


def test_one_listed_no_more_is_found_though_a_name_like_it_is_listed_now(run: Run, tmp_path: Path) -> None:
    alike = (90009, "Teodric", "VARDANIS")
    for day, entries in {"03/10/2021": (ONE, TWO), "04/10/2021": (alike, TWO)}.items():
        path = ofac_xml(tmp_path, published=day, entries=entries)
        assert run("lists", "add", path, "--accept-loss").code == 0
    assert "us-ofac-sdn:90001  VARDANIS, Teodrik" in run("lists", "history", "Teodrik Vardanis").out
    # As of a day nobody else is meant.
    ran = run("lists", "history", "Teodrik Vardanis", "--as-of", "2021-04-10")
    assert (ran.code, "us-ofac-sdn:90009" in ran.err) == (2, True)
    both = run("lists", "history", "Theodrik Vardanis", "--json").document["choices"]
    assert {one["id"] for one in both} == {"us-ofac-sdn:90001", "us-ofac-sdn:90009"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        # Delisted, and come back since.
        (("us-ofac-sdn:90003", "--as-of", "2021-05-10"),
         "us-ofac-sdn:90003 (PELLACORD, Gundwin) was not on us-ofac-sdn any more on 2021-05-10: "
         "the edition of 2021-05-10 is the first without it; ask as of a day before that"),
        (("us-ofac-sdn:90003", "--as-of", "2021-04-09"),
         "us-ofac-sdn:90003 (PELLACORD, Gundwin) was not on us-ofac-sdn yet on 2021-04-09: the first edition "
         "with it is of 2021-04-10"),
        # Of a day before any edition: listed on 2020-01-07, says the first one.
        (("un-sc:QDe.902", "--as-of", "2020-01-06"),
         "un-sc:QDe.902 (QUELLIMBAR FRONT) was not on un-sc yet on 2020-01-06: the first edition held says "
         "that it was listed later"),
        (("us-ofac-sdn:90001", "--list", "un-sc"),
         "us-ofac-sdn:90001 (VARDANIS, Teodrik) is a party of us-ofac-sdn, which is not among the lists "
         "asked (un-sc): give --list us-ofac-sdn too"),
        (("us-ofac-sdn:99999",), "'us-ofac-sdn:99999' is no party's id and nobody's name"),
    ],
)  # fmt: skip
def test_the_network_of_a_party_not_listed_then_says_why_there_is_none(
    run: Run, held: Path, words: tuple[str, ...], message: str
) -> None:
    ran = run("network", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


@pytest.mark.parametrize(
    ("dated", "words", "message"),
    [
        (True, (), "is not on mine any more: the edition of 2021-06-01 is the first without it; ask as of"),
        (False, ("--as-of", "2021-07-01"),
         "was not on mine on 2021-07-01 as far as is known: only an edition without a published date had it"),
    ],
)  # fmt: skip
def test_the_network_of_a_delisted_party_says_since_when_it_is_delisted(
    run: Run, tmp_path: Path, dated: bool, words: tuple[str, ...], message: str
) -> None:
    first = ("--published", "2021-05-01") if dated else ()
    file = own_csv(tmp_path, "id,name\n1,Teodrik Vardanis\n2,Gundwin Pellacord\n")
    assert run("lists", "add", file, "--list", "mine", *first).code == 0
    file = own_csv(tmp_path, "id,name\n2,Gundwin Pellacord\n")
    added = run("lists", "add", file, "--list", "mine", "--published", "2021-06-01", "--accept-loss")
    assert added.code == 0
    ran = run("network", "mine:1", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"mine:1 (Teodrik Vardanis) {message}" in ran.err


def test_who_had_the_name_before_is_a_choice_beside_who_has_it_now(run: Run, tmp_path: Path) -> None:
    heir, other = (90007, "Teodrik", "VARDANIS"), (90008, "Gundwin", "PELLACORD")
    for day, entries in {
        "03/10/2021": (ONE, TWO),
        "04/10/2021": (TWO, THREE),
        "05/10/2021": (heir, TWO, other),
    }.items():
        path = ofac_xml(tmp_path, published=day, entries=entries)
        assert run("lists", "add", path, "--accept-loss").code == 0
    for name, ids in {
        "Teodrik Vardanis": {"us-ofac-sdn:90001", "us-ofac-sdn:90007"},
        "Pellacord Gundwin": {"us-ofac-sdn:90003", "us-ofac-sdn:90008"},
    }.items():
        ran = run("lists", "history", name, "--json")
        assert ran.code == 2
        assert {one["id"] for one in ran.document["choices"]} == ids
    # As of a day only who was listed then is meant.
    assert "us-ofac-sdn:90001" in run("lists", "history", "Teodrik Vardanis", "--as-of", "2021-03-20").out


def test_a_party_is_found_by_a_name_it_has_no_more(run: Run, held: Path) -> None:
    ran = run("lists", "history", "Orsolax Maritime")
    assert ran.code == 0
    assert ran.out.splitlines()[0].startswith("Found by the name ORSOLAX MARITIME, ")
    assert "us-ofac-sdn:90002  ORSOLAX SHIPPING" in ran.out


def test_one_who_is_listed_no_more_is_found_by_name(run: Run, tmp_path: Path) -> None:
    for day, entries in {"03/10/2021": (ONE, TWO), "04/10/2021": (TWO,)}.items():
        path = ofac_xml(tmp_path, published=day, entries=entries)
        assert run("lists", "add", path, "--accept-loss").code == 0
    ran = run("lists", "history", "Teodrik Vardanis")
    assert ran.code == 0
    assert "is not listed any more" in ran.out
    assert "2021-04-10  went" in ran.out


@pytest.mark.parametrize(("as_of", "count"), [(None, 4), ("2021-03-20", 2), ("2021-05-20", 3)])
@pytest.mark.parametrize("form", ["csv", "ftm", "json"])
def test_a_list_is_exported_as_of_a_day_and_read_back(
    run: Run, held: Path, form: str, as_of: str | None, count: int
) -> None:
    target = held / f"out.{form}"
    day = ["--as-of", as_of] if as_of else []
    ran = run("lists", "export", "us-ofac-sdn", "--format", form, "-o", target, *day)
    assert ran.code == 0, ran.err
    assert ran.out == f"{target}: {count} parties of us-ofac-sdn\n"
    assert f"10 days old on {as_of}" in ran.err if as_of else "days old" in ran.err
    if form == "json":
        parties = [from_json(line, Party) for line in target.read_bytes().splitlines()]
        said = {one.id: one for one in Service().listed("us-ofac-sdn", as_of=as_of).parties}
        assert {one.id: one for one in parties} == said
        assert len(parties) == count
        return
    screener = load(target, as_list="mine", published="2021-01-01")
    assert len(screener.snapshot.party_ids) == count
    assert screener.screen("Teodrik Vardanis").hits[0].party.name == "VARDANIS, Teodrik"


def test_what_is_exported_goes_to_standard_output_where_no_file_is_named(run: Run, held: Path) -> None:
    ran = run("lists", "export", "un-sc", "--format", "json")
    assert ran.code == 0
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["un-sc:QDe.902", "un-sc:QDi.901"]
    assert ran.err.startswith("namesake: un-sc: the edition of 2021-02-01 is ")


def test_an_export_as_json_tells_what_was_written(run: Run, held: Path) -> None:
    target = held / "out.csv"
    ran = run("lists", "export", "un-sc", "-o", target, "--as-of", "2020-01-10", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.document) == {"list", "format", "file", "as_of", "editions", "parties", "warnings"}
    # Before the first edition held, those count that it says were listed by then: 2019-05-02 and 2020-01-07.
    assert ran.document["parties"] == 2
    assert ran.document["warnings"][0].startswith("un-sc: no edition of 2020-01-10 is held")
    assert (
        run("lists", "export", "un-sc", "-o", target, "--as-of", "2019-12-31", "--json").document["parties"]
        == 1
    )


@pytest.mark.parametrize("form", ["csv", "ftm", "json"])
def test_a_list_without_a_date_has_nobody_of_a_day_to_export(run: Run, tmp_path: Path, form: str) -> None:
    assert run("lists", "add", own_csv(tmp_path), "--list", "mine").code == 0
    target = tmp_path / "out"
    for words in ((), ("-o", target), ("-o", target, "--json")):
        ran = run("lists", "export", "mine", "--format", form, "--as-of", "2021-01-01", *words)
        assert (ran.code, ran.out) == (2, "")
        assert "no edition of mine has a date, so nobody can say who was on it on 2021-01-01: " in ran.err
        assert not target.exists()
    assert run("lists", "export", "mine", "--format", form, "-o", target).code == 0


def test_an_export_that_fails_leaves_what_was_there(
    run: Run, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = held / "out.csv"
    target.write_text("before")
    monkeypatch.setattr("namesake.sources.csv_export.write", _full)
    assert run("lists", "export", "un-sc", "-o", target).code == 2
    assert target.read_text() == "before"
    assert [item.name for item in held.iterdir() if item.name.startswith(".out")] == []


def _full(_: object) -> object:
    raise OSError(28, "No space left on device")
