"""What a person types to ask about ownership and networks, and what comes back."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

import namesake
from namesake.service.clock import today
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml, own_csv

OWNERS = """\
owner,owned,share,owner_name,owner_identifiers
my-list:1,Alpha Trading,30,,
my-list:3,Alpha Trading,32,,
Alpha Trading,Beta Shipping,50,,
Quiet Partner,Beta Shipping,?,,
my-list:1,Gamma Works,?,,
Delta Group,Gamma Works,45,,
Delta Group,Epsilon Foods,100,,
P7,Zeta Mills,51,Teodrik Wardanis,passport:ir:A1234567
"ZEMBRANO, Ulviya",Theta Freight,70,,
"""


@pytest.fixture
def held(tmp_path: Path, run: Run) -> Path:
    run("lists", "add", own_csv(tmp_path), "--list", "my-list", "--published", "2021-03-10")
    return written(tmp_path, OWNERS)


def written(folder: Path, text: str, name: str = "owners.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_companies_that_listed_owners_block(held: Path, run: Run) -> None:
    answer = run("ownership", held, "--json")
    assert answer.code == 0
    told = {one["name"]: (one["verdict"], one["least"], one["most"]) for one in answer.document["companies"]}
    assert told == {
        "Alpha Trading": ("blocked", "62", "62"),
        "Beta Shipping": ("blocked", "50", "50"),
        "Zeta Mills": ("blocked", "51", "51"),
        "Gamma Works": ("could be blocked", "0", "55"),
        "Theta Freight": ("could be blocked", "0", "70"),
    }
    assert answer.document["rule"]["name"] == "ofac"
    shown = run("ownership", held).out
    assert "Alpha Trading" in shown
    assert "62 %" in shown
    assert "Epsilon" not in shown
    assert "possibly ZEMBRANO, Ulviya  (known by name alone)" in shown


def test_one_company_with_its_sums_chains_and_evidence(held: Path, run: Run) -> None:
    document = run("ownership", held, "--company", "beta shipping", "--json").document
    assert (document["verdict"], document["by_name_alone"]) == ("blocked", False)
    assert [(one["name"], one["least"]) for one in document["sums"]] == [
        ("Alpha Trading", "62"), ("Beta Shipping", "50"),
    ]  # fmt: skip
    assert [link["owned"] for link in document["chains"][0]] == ["Alpha Trading", "Beta Shipping"]
    assert {one["holder"]: (one["by"], one["status"]) for one in document["owners"]} == {
        "my-list:1": ("its id on the list", "same"), "my-list:3": ("its id on the list", "same"),
    }  # fmt: skip
    shown = run("ownership", held, "--company", "Beta Shipping").out
    assert "Beta Shipping  blocked  50 % by blocked persons" in shown


def test_a_name_alone_makes_nobody_blocked(held: Path, run: Run) -> None:
    document = run("ownership", held, "--company", "Theta Freight", "--json").document
    assert (document["verdict"], document["by_name_alone"]) == ("could be blocked", True)
    assert [(one["by"], one["status"]) for one in document["owners"]] == [("its name alone", "possible")]
    assert document["sums"][0]["parts"][0]["counts"] == "possibly listed"
    shown = run("ownership", held, "--company", "Theta Freight").out
    assert "known by its name alone (" in shown
    assert "only if owners known by their names alone" in shown
    assert "is only possibly the one listed" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("owner", "message"),
    [
        ("my-list:99", "'my-list:99' is no party that an edition held of my-list has: check the id"),
        ("n58", "'n58' is an id without a name, so it can't be checked"),
        ("us-ofac-sdn:10481", "'us-ofac-sdn:10481' is an id without a name"),
        ("--", "'--' has no name that can be compared"),
    ],
)
def test_an_owner_who_can_t_be_checked_is_told_and_may_be_anybody(
    held: Path, run: Run, tmp_path: Path, owner: str, message: str
) -> None:
    file = written(tmp_path, f"owner,owned,share\nmy-list:1,Other,20\n{owner},Iota Mines,60\n", "ids.csv")
    document = run("ownership", file, "--company", "Iota Mines", "--json").document
    assert (document["verdict"], document["listed_above"]) == ("could be blocked", [])
    assert document["sums"][0]["parts"][0]["counts"] == "nobody says who it is"
    (warning,) = document["warnings"]
    assert warning.startswith(f"ids.csv line 3: owner {message}")
    assert "could be blocked" in run("ownership", file).out


@pytest.mark.parametrize(
    ("company", "by"), [("Zeta Mills", "an identifier"), ("Gamma Works", "its id on the list")]
)
def test_what_an_owner_was_recognised_by(held: Path, run: Run, company: str, by: str) -> None:
    document = run("ownership", held, "--company", company, "--json").document
    assert [one["by"] for one in document["owners"]] == [by]
    assert document["by_name_alone"] is False


@pytest.mark.parametrize(
    ("rule", "verdict"),
    [("ofac", "blocked"), ("eu", "not blocked"), ("eu-2024", "blocked"), ("uk", "not blocked")],
)
def test_the_test_of_ownership_is_chosen(held: Path, run: Run, rule: str, verdict: str) -> None:
    document = run("ownership", held, "--company", "Beta Shipping", "--rule", rule, "--json").document
    assert (document["verdict"], document["rule"]["name"]) == (verdict, rule)


def test_a_company_that_is_not_listed_gets_a_hit_of_its_own_kind(held: Path, run: Run) -> None:
    answer = run("screen", "Alfa Trading", "--ownership", held, "--json", "--fail-on-hit")
    assert answer.code == 3
    assert answer.document["hits"] == []
    (hit,) = answer.document["owned"]
    assert hit["words"] == "owned 62 % by parties listed: VARDANIS, Teodrik; ZEMBRANO, Ulviya"
    assert (hit["company"], hit["verdict"]) == ("Alpha Trading", "blocked")
    assert hit["finding"]["chains"][0][0]["share"] == "32 %"
    assert answer.document["policy"]["ownership"] == "ofac"
    shown = run("screen", "Alpha Trading", "--ownership", held).out
    assert "not listed, blocked" in shown
    assert "owned 62 % by parties listed" in shown


@pytest.mark.parametrize(
    ("name", "found", "shown"),
    [
        (
            "Epsilon Foods", [("Epsilon Foods", "not blocked")],
            "Epsilon Foods (0.98) in owners.csv is not blocked by who owns it, as far as the data tells: "
            "blocked persons have 0 %",
        ),
        ("Delta Group", [], "owners.csv tells no owner of anybody called like this: none was checked"),
        ("Somebody Else", [], "owners.csv tells no owner of anybody called like this: none was checked"),
    ],
)  # fmt: skip
def test_a_company_nobody_listed_owns_is_no_hit_and_it_is_said_whether_it_was_checked(
    held: Path, run: Run, name: str, found: list[tuple[str, str]], shown: str
) -> None:
    answer = run("screen", name, "--ownership", held, "--json", "--fail-on-hit")
    assert (answer.code, answer.document["owned"]) == (0, [])
    assert [(one["name"], one["verdict"]) for one in answer.document["companies"]] == found
    assert shown in run("screen", name, "--ownership", held).out


def test_a_company_that_is_listed_itself_is_found_by_itself(held: Path, run: Run, tmp_path: Path) -> None:
    file = written(
        tmp_path, "owner,owned,share,owned_name\nmy-list:1,my-list:2,60,Orsolax Maritime\n", "l.csv"
    )
    document = run("screen", "Orsolax Maritime Holding", "--ownership", file, "--json").document
    assert [hit["party"]["id"] for hit in document["hits"]] == ["my-list:2"]
    assert document["owned"] == []
    assert [(one["listed"], one["words"]) for one in document["companies"]] == [
        ("my-list:2", "is listed itself: my-list:2")
    ]


def test_without_ownership_the_answer_is_as_ever(held: Path, run: Run) -> None:
    assert "owned" not in run("screen", "Alpha Trading", "--json").document


def test_an_owner_listed_later_does_not_block_before(held: Path, run: Run) -> None:
    assert run("ownership", held, "--as-of", "2021-03-11", "--json").document["companies"]
    document = run("ownership", held, "--company", "Zeta Mills", "--as-of", "2021-03-11", "--json").document
    assert (document["as_of"], document["verdict"]) == ("2021-03-11", "blocked")


@pytest.mark.parametrize(
    ("since", "until", "as_of", "verdict"),
    [
        ("2999-01-01", "", None, "not blocked"),
        ("2999-01-01", "", "2999-01-01", "blocked"),
        ("", "2999-01-01", None, "blocked"),
        ("", "2020-01-01", None, "not blocked"),
        ("2020", "2999", None, "blocked"),
        ("soon", "", None, "could be blocked"),
        ("2025", "2020", None, "could be blocked"),
    ],
)
def test_a_share_counts_on_the_days_it_is_held(
    held: Path, run: Run, tmp_path: Path, since: str, until: str, as_of: str | None, verdict: str
) -> None:
    file = written(
        tmp_path, f"owner,owned,share,since,until\nmy-list:1,Iota Mines,60,{since},{until}\n", "d.csv"
    )
    asked = ("--as-of", as_of) if as_of else ()
    document = run("ownership", file, "--company", "Iota Mines", *asked, "--json").document
    assert document["verdict"] == verdict
    assert (document["as_of"], document["asked_on"]) == (as_of, today().isoformat())
    listed = run("ownership", file, *asked, "--json").document["companies"]
    assert [one["verdict"] for one in listed] == ([] if verdict == "not blocked" else [verdict])


HELD_BY_NAME = "owner,owned,share,owned_name\nmy-list:1,HE-1,60,Alpha Holding\nAlpha Holding,Beta Ltd,60,\n"


@pytest.mark.parametrize(
    ("more", "company", "verdict"),
    [
        ("", "Alpha Holding", "blocked"),
        ("", "Beta Ltd", "blocked"),
        ("Delta Group,HE-2,60,Alpha Holding\n", "Beta Ltd", "could be blocked"),
        ("Delta Group,HE-2,60,Alpha Holding\n", "HE-2", "not blocked"),
        ("Delta Group,HE-2,60,Alpha Holding\n", "Alpha Holding", None),
    ],
)
def test_a_name_means_the_only_company_called_so(
    held: Path, run: Run, tmp_path: Path, more: str, company: str, verdict: str | None
) -> None:
    file = written(tmp_path, HELD_BY_NAME + more, "named.csv")
    answer = run("ownership", file, "--company", company, *(["--json"] if verdict else []))
    if verdict is None:
        assert answer.code == 2
        assert "'Alpha Holding' is 2 in named.csv: give the id, one of HE-1, HE-2" in answer.err
        return
    assert answer.document["verdict"] == verdict
    told = "named.csv line 3: owner 'Alpha Holding' has no id and may be HE-1, HE-2"
    assert [one.startswith(told) for one in answer.document["warnings"]] == ([True] if more else [])


@pytest.mark.parametrize("rows", ["MY-list:1,F1,20\nmy-list:1,F2,60\n", "my-list:1,F2,60\nMY-list:1,F1,20\n"])
def test_each_row_counts_however_the_rows_before_it_spell_the_id(
    held: Path, run: Run, tmp_path: Path, rows: str
) -> None:
    document = run("ownership", written(tmp_path, "owner,owned,share\n" + rows, "c.csv"), "--json").document
    assert [(one["name"], one["verdict"]) for one in document["companies"]] == [("F2", "blocked")]
    assert document["warnings"] == []


def test_a_company_of_parties_under_other_restrictions_is_told_and_not_blocked(
    run: Run, tmp_path: Path
) -> None:
    listed = ofac_xml(tmp_path, entries=((17018, "", "QUELLIMBAR BANK"),), name="consolidated.xml")
    listed.write_text(listed.read_text("utf-8").replace("SDGT", "CMIC-EO13959"), "utf-8")
    run("lists", "add", listed)
    file = written(tmp_path, "owner,owned,share\nus-ofac-cons:17018,Sect LLC,60\nSomebody,Free LLC,60\n")
    words = "owned 60 % by QUELLIMBAR BANK (listed: dealing in securities forbidden)"
    all_ = run("ownership", file, "--json", "--fail-on-hit")
    assert (all_.code, all_.document["companies"]) == (3, [])
    assert [(one["company"], one["words"]) for one in all_.document["restricted"]] == [("Sect LLC", words)]
    assert "not blocked, restricted" in run("ownership", file).out
    for company, restricted in (("Sect LLC", words), ("Free LLC", None)):
        one = run("ownership", file, "--company", company, "--json", "--fail-on-hit")
        screened = run("screen", company, "--ownership", file, "--json", "--fail-on-hit")
        assert one.code == screened.code == (3 if restricted else 0)
        (found,) = screened.document["companies"]
        assert one.document["verdict"] == found["verdict"] == "not blocked"
        assert one.document["restricted"] == found["restricted"]
        assert (found["restricted"] or {}).get("words") == restricted
        shown = " ".join(run("screen", company, "--ownership", file).out.split())
        assert (words in shown) is bool(restricted)


def test_companies_of_one_name_are_told_apart_by_their_ids(held: Path, run: Run, tmp_path: Path) -> None:
    rows = "my-list:1,HE-3,60,Delta Ltd\nmy-list:3,HE-4,70,DELTA Ltd.\nmy-list:1,HE-5,60,Iota Mines\n"
    file = written(tmp_path, "owner,owned,share,owned_name\n" + rows, "twins.csv")
    for shown in (run("ownership", file).out, run("screen", "Delta Ltd", "--ownership", file).out):
        assert "Delta Ltd (HE-3)" in shown
        assert "DELTA Ltd. (HE-4)" in shown
        assert "(HE-5)" not in shown
    assert "Iota Mines" in run("ownership", file).out


def undated(folder: Path, run: Run) -> Path:
    run("lists", "add", own_csv(folder), "--list", "my-list")
    return written(folder, OWNERS)


def dated(day: str) -> Callable[[Path, Run], Path]:
    def add(folder: Path, run: Run) -> Path:
        run("lists", "add", own_csv(folder), "--list", "my-list", "--published", day)
        return written(folder, OWNERS)

    return add


@pytest.mark.parametrize(
    ("add", "as_of", "warning"),
    [
        (undated, "2024-01-01", "carries no published date, so the list was not screened as of 2024-01-01"),
        (undated, None, "an edition without a published date is screened as current"),
        (dated("2021-03-10"), "2010-01-01", "no edition of 2010-01-01 is held; the first one held"),
        (dated("2021-03-10"), "2950-01-01", "2950-01-01 lies in the future"),
        (dated("2021-03-10"), "2021-03-11", None),
    ],
)
@pytest.mark.parametrize("company", [None, "Alpha Trading"])
def test_an_answer_stands_on_editions_and_warns_as_a_screening_does(
    tmp_path: Path,
    run: Run,
    add: Callable[[Path, Run], Path],
    as_of: str | None,
    warning: str | None,
    company: str | None,
) -> None:
    file = add(tmp_path, run)
    day = ("--as-of", as_of) if as_of else ()
    asked = ("ownership", file, *(("--company", company) if company else ()), *day)
    document = run(*asked, "--json").document
    screened = run("screen", "Alpha Trading", *day, "--json").document
    assert document["snapshot"] == screened["snapshot"]
    assert document["warnings"] == screened["warnings"]
    assert [warning in told for told in document["warnings"]] == ([True] if warning else [])
    both = run("screen", "Alpha Trading", "--ownership", file, *day, "--json").document
    assert both["warnings"] == screened["warnings"], "told once"
    shown = " ".join(run(*asked).out.split())
    assert (warning or "") in shown
    assert "Screened against" in shown


def test_where_no_list_was_screened_it_is_not_said_that_nobody_is_blocked(tmp_path: Path, run: Run) -> None:
    file = undated(tmp_path, run)
    for company in ((), ("--company", "Alpha Trading")):
        shown = run("ownership", file, *company, "--as-of", "2024-01-01").out
        assert "No list was screened, so it can't be told who is blocked" in shown
        assert "No company is blocked" not in shown


def test_rows_that_can_t_be_read_are_told_and_end_with_4(held: Path, run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, OWNERS + "Alpha Trading,,5,,\nX,Y,500,,\n", "bad.csv")
    answer = run("ownership", file, "--json")
    assert answer.code == 4
    assert [(one["where"], one["field"], one["lost"]) for one in answer.document["problems"]] == [
        ("bad.csv line 11", "owned", True), ("bad.csv line 12", "share", False),
    ]  # fmt: skip
    assert "1 record was not readable" in run("ownership", file).out
    unknown = run("ownership", file, "--company", "Zzyzx")
    assert unknown.code == 2
    assert "may tell of it: bad.csv line 11: owned is empty" in unknown.err


@pytest.mark.parametrize(
    ("name", "options", "code"),
    [
        ("Epsilon Foods", (), 4),
        ("Zzyzx", ("--fail-on-hit",), 4),
        ("Zzyzx", ("--json",), 4),
        ("Alpha Trading", (), 4),
        ("Alpha Trading", ("--fail-on-hit",), 3),
    ],
)
def test_a_screening_too_ends_with_4_for_rows_that_can_t_be_read(
    held: Path, run: Run, tmp_path: Path, name: str, options: tuple[str, ...], code: int
) -> None:
    file = written(tmp_path, OWNERS + "Alpha Trading,,5,,\n", "bad.csv")
    answer = run("screen", name, "--ownership", file, *options)
    assert answer.code == code
    assert "bad.csv line 11: owned is empty" in " ".join(answer.out.split())


@pytest.mark.parametrize("row", [",Kappa Mills,60,", "my-list:1,Kappa Mills,60,pledge"])
def test_a_row_of_which_not_all_is_told_clears_nobody(held: Path, run: Run, tmp_path: Path, row: str) -> None:
    file = written(tmp_path, f"owner,owned,share,kind\n{row}\n", "k.csv")
    for asked in (
        ("ownership", file, "--company", "Kappa Mills"),
        ("screen", "Kappa Mills", "--ownership", file),
    ):
        answer = run(*asked, "--fail-on-hit")
        assert answer.code == 3
        assert "could be blocked" in answer.out
        assert "k.csv line 2: " in answer.out


@pytest.mark.parametrize(
    ("company", "message"),
    [("Nobody at all", "is nobody in owners.csv"), ("Alpha Tradin", None)],
)
def test_a_company_that_is_not_in_the_data(held: Path, run: Run, company: str, message: str | None) -> None:
    answer = run("ownership", held, "--company", company)
    assert answer.code == (2 if message else 0)
    assert (message or "") in answer.err


def test_in_python(tmp_path: Path) -> None:
    screener = namesake.load(own_csv(tmp_path), as_list="my-list", compiled=False)
    ownership = namesake.ownership(written(tmp_path, OWNERS))
    screening = screener.screen("Alpha Trading", ownership=ownership)
    assert [hit.finding.company for hit in screening.owned] == ["Alpha Trading"]
    assert [str(hit.finding.least) for hit in screening.owned] == ["62"]


FTM = [
    {"id": "Q1", "schema": "Person", "caption": "Vardanis", "target": True,
     "properties": {"name": ["Vardanis"], "topics": ["sanction"]}},
    {"id": "Q2", "schema": "Company", "caption": "Orsolax", "target": True,
     "properties": {"name": ["Orsolax"], "topics": ["sanction"]}},
    {"id": "Q3", "schema": "Ownership", "caption": "own",
     "properties": {"owner": ["Q1"], "asset": ["Q2"]}},
]  # fmt: skip


def test_the_network_as_table_document_graph_and_picture(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, "\n".join(map(json.dumps, FTM)), "entities.ftm.json")
    run("lists", "add", file, "--list", "ftm-list", "--published", "2021-03-10")
    answer = run(
        "network", "Orsolax", "--json", "--svg", tmp_path / "n.svg", "--graphml", tmp_path / "n.graphml"
    )
    assert answer.code == 0
    assert [node["name"] for node in answer.document["nodes"]] == ["Orsolax", "Vardanis"]
    assert {(tie["source"], tie["target"]) for tie in answer.document["ties"]} == {("Q1", "Q2"), ("Q2", "Q1")}
    for name in ("n.svg", "n.graphml"):
        ET.fromstring((tmp_path / name).read_text("utf-8"))
    shown = run("network", "Q1").out
    assert "owner of" in shown
    assert "Orsolax" in shown


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (None, ()),
        (
            "2020-06-01",
            ("my-list: no edition of 2020-06-01 is held; the first one held, of 2021-03-10, is used",),
        ),
        ("2999-01-01", ("2999-01-01 lies in the future",)),
    ],
)
def test_the_network_says_what_it_stands_on_as_screening_does(
    held: Path, run: Run, as_of: str | None, said: tuple[str, ...]
) -> None:
    asked = ("my-list:2", "--list", "my-list", *(("--as-of", as_of) if as_of else ()))
    web = run("network", *asked, "--json").document
    screening = run("screen", *asked, "--json").document
    about = ("as_of", "asked_on", "warnings", "snapshot")
    assert [web[one] for one in about] == [screening[one] for one in about]
    assert web["as_of"] == as_of
    assert [one["published"] for one in web["snapshot"]["editions"]] == ["2021-03-10"]
    for warning, words in zip(web["warnings"], said, strict=True):
        assert words in warning
    shown = run("network", *asked)
    told = [*(f"! {words}" for words in said), "Screened against my-list of 2021-03-10."]
    assert all(one in shown.out for one in told)
    # A picture or graph says nothing itself: beside it standard error does, and once.
    for option in ("--svg", "--graphml"):
        drawn = run("network", *asked, option, held.with_name("n.out"))
        assert drawn.code == 0
        assert all(one in drawn.err and one not in drawn.out for one in told)
    both = run("network", *asked, "--json", "--svg", held.with_name("n.svg"))
    assert both.document == web
    assert all(one in both.err for one in told)


def test_the_network_on_the_starter_list_says_what_that_is_for(run: Run) -> None:
    screening = run("screen", "Nobody Atall", "--starter", "--json").document
    id = next(namesake.starter().parties()).id
    document = run("network", id, "--starter", "--json").document
    assert document["warnings"] == screening["warnings"] != []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("network", "Nobody"), "is no party's id and nobody's name"),
        (("network", "my-list:2", "--svg", "/nowhere/n.svg"), "can't be written"),
        (("ownership", "none.csv"), "does not exist"),
        (("ownership", "none.csv", "--rule", "mine"), "mine"),
    ],
)
def test_what_can_t_be_answered_is_refused(
    held: Path, run: Run, words: tuple[str, ...], message: str
) -> None:
    answer = run(*words)
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.err


def test_a_party_without_relations_says_so(held: Path, run: Run) -> None:
    assert "The lists give no relation of it" in run("network", "my-list:2").out
