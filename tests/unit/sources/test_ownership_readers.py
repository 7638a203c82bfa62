"""The three forms of ownership data: what a row, an entity or a statement says, and what of a bad one."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from namesake.errors import InputError
from namesake.model.ownership import Ownership, StakeKind
from namesake.model.values import IdentifierType, Kind
from namesake.sources import bods
from namesake.sources.files import from_bytes
from namesake.sources.ownership_files import read_ownership
from namesake.sources.ownership_names import company_key


def read(tmp_path: Path, text: str | bytes, name: str = "owners.csv") -> Ownership:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_ownership(path)


def stakes(told: Ownership) -> list[tuple[str, str, str, str]]:
    return [(one.owner, one.owned, str(one.share), one.kind.value) for one in told.stakes]


CSV = """\
Owner;Owned;Share;Kind;Since;Until;Jointly;Owner name;Owner identifiers;Source
us-ofac-sdn:10481;C1;33,4;;2020-01;;pact;;;annual report 2021
P7;C1;25-50;votes;;2021;pact;"VARDANIS, Teodrik";passport:ir:A1234567;
?;C1;;control;;;;;;
"""


def test_a_csv_of_one_s_own(tmp_path: Path) -> None:
    told = read(tmp_path, "\ufeff" + CSV)
    assert (told.format, told.records, told.problems) == ("ownership-csv", 3, ())
    assert stakes(told) == [
        ("us-ofac-sdn:10481", "C1", "33.4 %", "ownership"),
        ("P7", "C1", "25 to 50 %", "votes"),
        ("line 4/owner", "C1", "an unknown share", "control"),
    ]
    first, second, _ = told.stakes
    assert (first.since, first.until, first.jointly, first.source) == (
        "2020-01", None, "pact", "line 2, annual report 2021",
    )  # fmt: skip
    assert second.until == "2021"
    holders = {holder.id: holder for holder in told.holders}
    assert holders["P7"].names == ("VARDANIS, Teodrik",)
    assert holders["P7"].identifiers[0].type is IdentifierType.PASSPORT
    assert holders["line 4/owner"].anonymous
    assert holders["C1"].name == "C1"


def test_a_name_for_want_of_one_names_nobody_in_any_form(tmp_path: Path) -> None:
    rows = "unknown,C1,60|N/A,C1,20,passport:ir:A1234567|unknown,C1,10|P7,C2,60,,Not disclosed|P8,C2,3|"
    header = "owner,owned,share,owner_identifiers,owner_name\n"
    told = read(tmp_path, header + f"{rows}Ada,C2,5,,n/a".replace("|", "\n"))
    assert [one.owner for one in told.stakes] == [
        "line 2/owner",
        "line 3/owner",
        "line 4/owner",
        "P7",
        "P8",
        "Ada",
    ]
    holders = {holder.id: holder for holder in told.holders}
    assert [holders[one.owner].anonymous for one in told.stakes] == [
        "somebody nobody names (unknown)", "somebody nobody names (N/A)", "somebody nobody names (unknown)",
        "P7 (Not disclosed)", None, None,
    ]  # fmt: skip
    assert holders["Ada"].names == ("Ada",)
    assert holders["line 3/owner"].identifiers[0].value == "A1234567"
    entity = {"id": "p", "schema": "Person", "properties": {"name": ["Undisclosed"]}}
    told = read(tmp_path, "\n".join(map(json.dumps, [entity, *FTM[1:3]])), "entities.ftm.json")
    assert [one.anonymous for one in told.holders if one.id == "p"] == ["Undisclosed, whom nobody names"]
    person = statement(3, "person", "p1", {**PERSON, "names": [{"fullName": "Unknown owner"}]})
    told = bods_of(person, statement(4, "relationship", "r1", holds({"exact": 60})))
    assert [one.anonymous for one in told.holders if one.id == "p1"] == ["Unknown owner"]


def test_one_name_written_in_two_ways_is_one_holder(tmp_path: Path) -> None:
    told = read(tmp_path, "owner,owned,share\nACME  Ltd,B,50\nAcme Ltd,C,50\n")
    assert [one.owner for one in told.stakes] == ["ACME Ltd", "ACME Ltd"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Alpha Quux Limited", "Alpha Quux Ltd.", True),
        ("Alpha Co., Ltd.", "ALPHA Company Limited", True),
        ("Alpha Incorporated", "Alpha, Inc.", True),
        ("Alpha Limited Liability Company", "Alpha L.L.C.", True),
        ("Alpha Public Joint Stock Company", "PJSC Alpha", True),
        ("ООО «Альфа»", "Общество с ограниченной ответственностью «Альфа»", True),
        ("Alpha Gesellschaft mit beschränkter Haftung", "Alpha GmbH", True),
        # A group has one in each state, and they are no one company.
        ("Alpha GmbH", "Alpha SARL", False),
        ("Alpha Private Limited", "Alpha Ltd", False),
        ("Alpha Ltd", "Alpha Inc", False),
        ("Alpha", "Alpha Ltd", False),
        ("Limited", "Ltd", False),
        ("Salus SA", "Lus SA", False),
    ],
)
def test_a_legal_form_is_one_however_it_is_written(one: str, other: str, same: bool) -> None:
    assert (company_key(one) == company_key(other)) is same


def test_a_company_by_two_writings_of_its_form_is_one_and_has_both_names(tmp_path: Path) -> None:
    told = read(tmp_path, "owner,owned,share\nX,Alpha Limited,60\nAlpha Ltd,B,60\n")
    assert [f"{one.owner} {one.owned}" for one in told.stakes] == ["X Alpha Limited", "Alpha Limited B"]
    assert [one.names for one in told.holders if one.id == "Alpha Limited"] == [
        ("Alpha Limited", "Alpha Ltd")
    ]
    assert told.problems == ()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("X,Alpha Ltd,60|Alpha,B,60", ["Alpha 0 to 60 % B", "Alpha Ltd 0 to 60 % B"]),
        ("X,Alpha,60|Alpha Ltd,B,60", ["Alpha Ltd 0 to 60 % B", "Alpha 0 to 60 % B"]),
        ("X,Alpha GmbH,60|Alpha SARL,B,60", ["Alpha SARL 0 to 60 % B", "Alpha GmbH 0 to 60 % B"]),
        ("X,HE-1,60,,Alpha Ltd|Alpha,B,60", ["Alpha 0 to 60 % B", "HE-1 0 to 60 % B"]),
        ("X,Alpha Ltd,60|Alpha,B,60|P,Alpha,50", ["Alpha 0 to 60 % B", "Alpha Ltd 0 to 60 % B"]),
        ("X,Alpha Ltd,60|Alpha,B,60|P,Alpha,26|P,Alpha,26", ["Alpha 0 to 60 % B", "Alpha Ltd 0 to 60 % B"]),
        ("X,Alpha Ltd,60|Alpha,B,60|P,Alpha,60,,,,2020", ["Alpha 0 to 60 % B", "Alpha Ltd 0 to 60 % B"]),
        # Of whom the most is told, or who has an id or a number, is taken at the word.
        ("X,Alpha Ltd,60|Alpha,B,60|P,Alpha,50.1", ["Alpha 60 % B"]),
        ("X,Alpha Ltd,60|Alpha,B,60|P,Alpha,26|Q,Alpha,26", ["Alpha 60 % B"]),
        ("X,Alpha Ltd,60|HE-2,B,60,Alpha", ["HE-2 60 % B"]),
        ("X,Alpha Ltd,60|Alpha,B,60,,,lei:549300WE6TAF5EEWQS81", ["Alpha 60 % B"]),
        ("X,Alpha Ltd,60|Beta,B,60", ["Beta 60 % B"]),
        ("Alpha AG,Alpha Ltd,60|Alpha AG,B,60", ["Alpha AG 60 % B"]),
    ],
)
def test_an_owner_of_whom_the_most_is_not_told_may_be_one_with_another_legal_form(
    tmp_path: Path, rows: str, told: list[str]
) -> None:
    columns = "owner,owned,share,owner_name,owned_name,owner_identifiers,until\n"
    data = read(tmp_path, columns + rows.replace("|", "\n"))
    assert [f"{one.owner} {one.share} {one.owned}" for one in data.stakes if one.owned == "B"] == told
    assert [one.where for one in data.problems] == (["owners.csv line 3"] if len(told) > 1 else [])
    for problem in data.problems:
        assert f"may be {told[1].partition(' 0')[0]} too, which has another legal form" in problem.message


LEI, OTHER_LEI = "lei:549300WE6TAF5EEWQS81", "lei:5493001KJTIIGC8Y1R12"


@pytest.mark.parametrize(
    ("rows", "told", "problem"),
    [
        ("X,HE-1,60,Alpha Ltd|Alpha Ltd,B,50", ["X 60 % HE-1", "HE-1 50 % B"], None),
        ("Alpha Ltd,B,50|X,HE-1,60,Alpha Ltd", ["HE-1 50 % B", "X 60 % HE-1"], None),
        ("X,HE-1,60,ALPHA  “Ltd.”|Alpha Ltd,B,50", ["X 60 % HE-1", "HE-1 50 % B"], None),
        ("X,HE-1,60,3M|3M,B,50", ["X 60 % HE-1", "HE-1 50 % B"], None),
        ("X,Caf\u00e9,60|Cafe\u0301,B,50", ["X 60 % Caf\u00e9", "Caf\u00e9 50 % B"], None),
        ("X,HE-1,60,Beta Ltd|Alpha Ltd,B,50", ["X 60 % HE-1", "Alpha Ltd 50 % B"], None),
        # A row that names the id in its name column does not hide who that is.
        ("P7,B,60,,own:1|own:1,C,60", ["P7 60 % B", "own:1 60 % C"], None),
        (
            "X,HE-1,60,Alpha Ltd|X,HE-2,1,Alpha Ltd|Alpha Ltd,B,50",
            ["X 60 % HE-1", "X 1 % HE-2", "HE-1 0 to 50 % B", "HE-2 0 to 50 % B"],
            "line 4: owner 'Alpha Ltd' has no id and may be HE-1, HE-2",
        ),
        (
            "A,HE-1,60,Alpha Ltd|B,HE-2,1,Alpha Ltd|X,Alpha Ltd,60",
            ["A 60 % HE-1", "B 1 % HE-2", "X 0 to 60 % HE-1", "X 0 to 60 % HE-2"],
            "line 4: owned 'Alpha Ltd' has no id and may be HE-1, HE-2",
        ),
        # A name alone does not tell that somebody is a party of a list.
        (
            "own:1,B,60,,Q. Soleimani|Q Soleimani,C,60",
            ["own:1 60 % B", "own:1 0 to 60 % C", "Q Soleimani (without an id) 0 to 60 % C"],
            "line 3: owner 'Q Soleimani' has no id and may be own:1, Q Soleimani (without an id)",
        ),
        (f"X,HE-1,60,Alpha Ltd,,{LEI}|Alpha Ltd,B,50,,,,{LEI}", ["X 60 % HE-1", "HE-1 50 % B"], None),
        (
            f"X,HE-1,60,Alpha Ltd,,{LEI}|Alpha Ltd,B,50,,,,{OTHER_LEI}",
            ["X 60 % HE-1", "HE-1 0 to 50 % B", "Alpha Ltd (without an id) 0 to 50 % B"],
            "line 3: owner 'Alpha Ltd' has no id and may be HE-1, Alpha Ltd (without an id)",
        ),
    ],
)
def test_a_name_without_an_id_means_whoever_is_called_so(
    tmp_path: Path, rows: str, told: list[str], problem: str | None
) -> None:
    columns = "owner,owned,share,owned_name,owner_name,owned_identifiers,owner_identifiers\n"
    data = read(tmp_path, columns + rows.replace("|", "\n"))
    assert [f"{one.owner} {one.share} {one.owned}" for one in data.stakes] == told
    assert {end for one in data.stakes for end in (one.owner, one.owned)} == {one.id for one in data.holders}
    assert [f"{one.where}: {one.message}".startswith(f"owners.csv {problem}") for one in data.problems] == (
        [True] if problem else []
    )


@pytest.mark.parametrize(
    ("row", "message", "field", "lost"),
    [
        ("A,,50", "owned is empty", "owned", True),
        (",B,50", "owner is empty; it is taken as somebody nobody names", "owner", False),
        (",,50", "owned is empty", "owned", True),
        ("A,B,120", "lies between 0 and 100", "share", False),
        ("A,B,half", "'half' is no share", "share", False),
        ('A,B,"1,000"', "'1,000' is no share: a comma before three digits", "share", False),
        ("A,B,50,rent", "kind 'rent' is none of ownership, votes, control", "kind", False),
        ("A,B,50,,20.3.2021", "'20.3.2021' is not a date", "since", False),
        ("A" * 3000 + ",B,50", "owner has 3,000 characters", "owner", True),
    ],
)
def test_a_row_that_can_t_be_read_is_named(
    tmp_path: Path, row: str, message: str, field: str, lost: bool
) -> None:
    told = read(tmp_path, f"owner,owned,share,kind,since\nX,Y,10\n{row}\n")
    (problem,) = told.problems
    assert (problem.where, problem.field, problem.lost) == ("owners.csv line 3", field, lost)
    assert message in problem.message
    assert len(told.stakes) == (1 if lost else 2)
    assert told.lost == lost


@pytest.mark.parametrize(
    ("row", "told", "problem"),
    [
        ("A,B,60,shareholding", "A 60 % ownership", None),
        ("A,B,60,Shares", "A 60 % ownership", None),
        ("A,B,60,equity", "A 60 % ownership", None),
        ("A,B,60,Beneficial_Ownership", "A 60 % ownership", None),
        ("A,B,60,voting rights", "A 60 % votes", None),
        ("A,B,60,voting-power", "A 60 % votes", None),
        ("A,B,,controls", "A an unknown share control", None),
        # What it is of isn't told, so it may be ownership.
        ("A,B,60,indirect", "A 0 to 60 % ownership", "kind 'indirect' is none of"),
        ("A,B,,Pledge", "A an unknown share ownership", "kind 'Pledge' is none of"),
        (",B,60,", "line 2/owner 60 % ownership", "owner is empty"),
        (",B,60,,Ada", "Ada 60 % ownership", None),
    ],
)
def test_a_row_counts_by_whatever_word_its_kind_is_told_and_if_its_owner_is_not(
    tmp_path: Path, row: str, told: str, problem: str | None
) -> None:
    data = read(tmp_path, f"owner,owned,share,kind,owner_name\n{row}\n")
    (stake,) = data.stakes
    assert f"{stake.owner} {stake.share} {stake.kind}" == told
    assert [one.message.startswith(problem or "-") for one in data.problems] == ([True] if problem else [])
    assert data.lost == 0


@pytest.mark.parametrize(
    ("numbers", "values", "message"),
    [
        ("passport:ir:A1234567;imo:9187629", ["A1234567", "9187629"], None),
        (
            "imo:9187628",
            ["9187628"],
            "identifier '9187628' is compared as it stands, but it is no IMO number",
        ),
        ("passport:", [], "identifier 'passport:' is not used: it names a type and no number"),
        (
            '"passport:A1234567, passport:B7654321"',
            ["A1234567, passport:B7654321", "A1234567", "B7654321"],
            "identifier 'passport:A1234567, passport:B7654321' holds a comma: several are separated by ;",
        ),
    ],
)
def test_what_is_wrong_with_an_identifier_is_told_once(
    tmp_path: Path, numbers: str, values: list[str], message: str | None
) -> None:
    told = read(tmp_path, f"owner,owned,share,owner_identifiers\nA,B,60,{numbers}\nA,C,60,{numbers}\n")
    assert [one.value for holder in told.holders for one in holder.identifiers] == values
    assert [(one.where, one.field, one.lost) for one in told.problems] == (
        [("owners.csv line 2", "owner_identifiers", False)] if message else []
    )
    assert all(message and message in one.message for one in told.problems)


@pytest.mark.parametrize(
    ("since", "until", "share", "problem"),
    [
        ("", "", "60 %", None),
        ("2020", "", "60 %", None),
        ("20.3.2021", "", "0 to 60 %", ("since", "'20.3.2021' is not a date")),
        ("", "soon", "0 to 60 %", ("until", "'soon' is not a date")),
        ("2025", "2020", "0 to 60 %", ("since", "the first day, 2025, lies after the last, 2020")),
    ],
)
def test_a_share_of_which_the_days_can_t_be_read_is_perhaps_not_held(
    tmp_path: Path, since: str, until: str, share: str, problem: tuple[str, str] | None
) -> None:
    told = read(tmp_path, f"owner,owned,share,since,until\nA,B,60,{since},{until}\n")
    then = told.stakes[0].on(dt.date(2023, 1, 1))
    assert then is not None
    assert str(then.share) == share
    assert [(one.where, one.field) for one in told.problems] == (
        [("owners.csv line 2", problem[0])] if problem else []
    )
    assert all(problem and problem[1] in one.message for one in told.problems)


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [("soon", "2022", "soon"), ("2023", "2022", "lies after the last, 2022")],
)
def test_the_same_of_an_entity_and_of_a_statement(tmp_path: Path, start: str, end: str, message: str) -> None:
    entity = {**FTM[2], "properties": {**FTM[2]["properties"], "startDate": [start], "endDate": [end]}}
    told = read(tmp_path, "\n".join(map(json.dumps, [*FTM[:2], entity])), "entities.ftm.json")
    (problem,) = told.problems
    assert message in problem.message
    then = told.stakes[0].on(dt.date(2021, 1, 1))
    assert then is not None
    assert str(then.share) == "0 to 62.5 %"
    days = {"startDate": f"{start}-01-01"[:10], "endDate": f"{end}-01-01"}
    stated = bods_of(statement(3, "relationship", "r1", holds({"exact": 60}, **days)))
    assert stated.problems
    then = stated.stakes[0].on(dt.date(2021, 1, 1))
    assert then is not None
    assert str(then.share) == "0 to 60 %"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("owner,owned,share,colour\nA,B,1,red\n", "'colour'; the known ones are owner, owned, share"),
        ("owner,owned,share,share\nA,B,1,1\n", "the column 'share' twice"),
        ("owner,owned,share\n", "nothing below it"),
        ("owner,owned,share\nA,B,1,2\n", "line 2 has 4 fields under 3 columns"),
        ('owner,owned,share\nA,"B,1\n', "a quote is opened or closed in the wrong place"),
        (b"owner,owned,share\nA,\xff,1\n", "is not UTF-8"),
        ("owner,owned,share\nA,B,0.25-0.4\nA,C,0.6\n", "has 0.25-0.4 on line 2 and no share above 1"),
        ("owner,owned,share\nA,B,\nA,C,0.6\n", "has 0.6 on line 3 and no share above 1"),
        ("name,share\nA,1\n", "is no ownership data that is known"),
        ("", "is empty"),
    ],
)
def test_a_file_that_can_t_be_read_is_refused(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(tmp_path, text)


def test_a_file_that_is_not_there_is_an_error_of_the_caller_s(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read_ownership(tmp_path / "none.csv")


FTM: list[dict[str, Any]] = [
    {"id": "p", "schema": "Person", "properties": {"name": ["Teodrik Vardanis"], "birthDate": ["1957"]}},
    {"id": "c", "schema": "Company",
     "properties": {"name": ["Orsolax"], "leiCode": ["529900T8BM49AURSDO55"], "jurisdiction": ["cy"]}},
    {"id": "o", "schema": "Ownership", "properties": {
        "owner": ["p"], "asset": ["c"], "percentage": ["62.5%"],
        "startDate": ["2019-05"], "endDate": ["2022"]}},
    {"id": "q", "schema": "Ownership", "properties": {"owner": ["zz"], "asset": ["c"]}},
    {"id": "r", "schema": "Ownership",
     "properties": {"owner": ["p"], "asset": ["c"], "percentage": ["20", "30"]}},
    {"id": "a", "schema": "Address", "properties": {"full": ["Somewhere 1"]}},
]  # fmt: skip


def test_ownership_entities_of_followthemoney(tmp_path: Path) -> None:
    told = read(tmp_path, "\n".join(map(json.dumps, FTM)), "entities.ftm.json")
    assert told.format == "ftm-ownership"
    assert stakes(told) == [
        ("p", "c", "62.5 %", "ownership"),
        ("zz", "c", "an unknown share", "ownership"),
        ("p", "c", "20 to 30 %", "ownership"),
    ]
    assert (told.stakes[0].since, told.stakes[0].until, told.stakes[0].source) == (
        "2019-05",
        "2022",
        "Ownership o",
    )
    holders = {holder.id: holder for holder in told.holders}
    assert sorted(holders) == ["c", "p", "zz"]
    assert (holders["p"].kind, holders["p"].birth_dates) == (Kind.PERSON, ("1957",))
    assert holders["c"].identifiers[0].type is IdentifierType.LEI
    assert holders["zz"].anonymous == "zz, of whom nothing is told"


@pytest.mark.parametrize(
    ("line", "message", "lost"),
    [
        ('{"id": "x", "schema": "Ownership", "properties": {"asset": ["c"]}}',
         "Ownership 'x' has no owner", True),
        ('{"id": "x", "schema": "Shareholding", "properties": {"owner": ["p"], "asset": ["c"]}}',
         "schema 'Shareholding' is not known: of those who own others Ownership and Control are read", True),
        ('{"id": "x", "schema"', "is no FollowTheMoney entity", True),
        ('{"id": "x", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["c"], '
         '"percentage": ["most"]}}', "'most' is no share", False),
    ],
)  # fmt: skip
def test_an_entity_that_can_t_be_read_is_named(tmp_path: Path, line: str, message: str, lost: bool) -> None:
    told = read(tmp_path, "\n".join([*map(json.dumps, FTM), line]), "entities.ftm.json")
    (problem,) = told.problems
    assert (problem.where, problem.lost) == ("entities.ftm.json line 7", lost)
    assert message in problem.message


def test_an_entity_of_any_schema_tells_its_name_and_the_ids_lists_have_it_under(tmp_path: Path) -> None:
    lines = (
        {"id": "p", "schema": "person", "properties": {"name": ["Teodrik Vardanis"]}},
        {"id": "v", "schema": "Asset", "properties": {"name": ["Sunny Villa"]}},
        {"id": "own-1", "schema": "Company", "properties": {"name": ["Q"]}, "referents": ["x", "own:1"]},
        {"id": "o", "schema": "ownership",
         "properties": {"owner": ["p", "own-1"], "asset": ["v"], "percentage": ["62"]}},
        {"id": "k", "schema": "CONTROL", "properties": {"controller": ["p"], "controlled": ["v"]}},
    )  # fmt: skip
    told = read(tmp_path, "\n".join(map(json.dumps, lines)), "entities.ftm.json")
    assert told.problems == ()
    assert stakes(told) == [
        ("p", "v", "62 %", "ownership"), ("own-1", "v", "62 %", "ownership"),
        ("p", "v", "an unknown share", "control"),
    ]  # fmt: skip
    assert {one.id: (one.names, one.kind, one.anonymous, one.referents) for one in told.holders} == {
        "p": (("Teodrik Vardanis",), Kind.PERSON, None, ()),
        "v": (("Sunny Villa",), None, None, ()),
        "own-1": (("Q",), Kind.COMPANY, None, ("x", "own:1")),
    }


def test_percentages_that_are_parts_of_1_are_refused(tmp_path: Path) -> None:
    entity = {**FTM[2], "properties": {**FTM[2]["properties"], "percentage": ["0.625"]}}
    with pytest.raises(InputError, match=r"has a percentage of 0.625 and none above 1"):
        read(tmp_path, "\n".join(map(json.dumps, [*FTM[:2], entity])), "entities.ftm.json")


def test_statements_whose_shares_are_parts_of_1_are_told() -> None:
    ranged = statement(4, "relationship", "r2", holds({"minimum": 0.25, "exclusiveMaximum": 0.5}))
    percent = statement(5, "relationship", "r3", holds({"exclusiveMinimum": 25}))
    told = [statement(3, "relationship", "r1", holds({"exact": 0.6})), ranged]
    assert bods_of(*told, percent).problems == ()
    (problem,) = bods_of(*told).problems
    assert (problem.field, problem.lost) == ("share", False)
    assert "a share of 0.25-0.5 is told and none above 1" in problem.message


def test_entities_without_ownership_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="says of nobody whom he owns"):
        read(tmp_path, json.dumps(FTM[0]), "entities.ftm.json")


def statement(number: int, type: str, record: str, details: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "statementId": f"{number:032d}",
        "statementDate": "2020-03-04",
        "declarationSubject": "c1",
        "recordId": record,
        "recordType": type,
        "recordDetails": {"isComponent": False, **details},
        **more,
    }


COMPANY = {"entityType": {"type": "registeredEntity"}, "name": "Orsolax"}
PERSON = {"personType": "knownPerson", "names": [{"fullName": "Teodrik Vardanis"}], "birthDate": "1957-03"}


def holds(share: dict[str, Any] | None = None, **interest: Any) -> dict[str, Any]:
    told = {"type": "shareholding", **interest, **({"share": share} if share is not None else {})}
    return {"subject": "c1", "interestedParty": "p1", "interests": [told]}


def bods_of(*statements: dict[str, Any]) -> Ownership:
    base = (statement(1, "entity", "c1", COMPANY), statement(2, "person", "p1", PERSON))
    file = from_bytes("bods.json", json.dumps([*base, *statements]).encode())
    assert bods.recognises(file)
    return bods.read(file, today=dt.date(2026, 11, 1))


@pytest.mark.parametrize(
    ("details", "share", "kind", "note"),
    [
        (holds({"exact": 33.4}), "33.4 %", StakeKind.OWNERSHIP, None),
        (holds({"minimum": 25, "maximum": 50}), "25 to 50 %", StakeKind.OWNERSHIP, None),
        (holds({"exclusiveMinimum": 25, "maximum": 50}), "more than 25 to 50 %", StakeKind.OWNERSHIP, None),
        (holds({"exclusiveMaximum": 50}), "0 to less than 50 %", StakeKind.OWNERSHIP, None),
        (holds(), "an unknown share", StakeKind.OWNERSHIP, None),
        (holds({"exact": 60}, type="votingRights"), "60 %", StakeKind.VOTES, None),
        (holds(type="appointmentOfBoard"), "an unknown share", StakeKind.CONTROL, None),
        (
            holds({"exact": 60}, type="rightsToProfitOrIncome"), "0 to 60 %", StakeKind.OWNERSHIP,
            "an interest of the type rightsToProfitOrIncome",
        ),
        (
            holds({"exact": 60}, directOrIndirect="indirect"), "0 to 60 %", StakeKind.OWNERSHIP,
            "an indirect interest",
        ),
        ({"subject": "c1", "interestedParty": "p1"}, "an unknown share", StakeKind.OWNERSHIP,
         "an interest of the type unknownInterest"),
    ],
)  # fmt: skip
def test_interests(details: dict[str, Any], share: str, kind: StakeKind, note: str | None) -> None:
    told = bods_of(statement(3, "relationship", "r1", details))
    assert told.problems == ()
    (stake,) = told.stakes
    assert (stake.owner, stake.owned, str(stake.share), stake.kind, stake.note) == (
        "p1",
        "c1",
        share,
        kind,
        note,
    )


Told = tuple[str, str, str, dict[str, str]]
LINKS: tuple[Told, Told] = (("r1", "p1", "c2", {}), ("r2", "c2", "c1", {}))


@pytest.mark.parametrize(
    ("links", "interest", "primary"),
    [
        (LINKS, {}, None),
        (LINKS, {"directOrIndirect": "unknown"}, None),
        (LINKS, {"directOrIndirect": "direct"}, "36 %"),
        # What the links do not tell, the whole still says.
        (LINKS[:1], {}, "0 to 36 %"),
        (LINKS, {"type": "votingRights"}, "0 to 36 %"),
        (((*LINKS[0][:3], {"startDate": "2022-01-01"}), LINKS[1]), {}, "0 to 36 %"),
        (((*LINKS[0][:3], {"endDate": "2022-01-01"}), LINKS[1]), {}, "0 to 36 %"),
        (((*LINKS[0][:3], {"startDate": "2010-01-01"}), LINKS[1]), {"startDate": "2011-01-01"}, None),
    ],
)
def test_a_chain_told_link_by_link_counts_once(
    links: tuple[Told, ...], interest: dict[str, Any], primary: str | None
) -> None:
    told = bods_of(
        statement(3, "entity", "c2", {**COMPANY, "isComponent": True}),
        *(
            statement(4 + place, "relationship", id, {
                **holds({"exact": 60}, **dates),
                "interestedParty": owner, "subject": owned, "isComponent": True,
            })
            for place, (id, owner, owned, dates) in enumerate(links)
        ),
        statement(9, "relationship", "r3", {
            **holds({"exact": 36}, **{"directOrIndirect": "indirect", **interest}),
            "componentRecords": [id for id, *_ in links],
        }),
    )  # fmt: skip
    stakes = [(one.owner, one.owned, str(one.share)) for one in told.stakes]
    assert stakes[: len(links)] == [(owner, owned, "60 %") for _, owner, owned, _ in links]
    assert stakes[len(links) :] == ([] if primary is None else [("p1", "c1", primary)])


@pytest.mark.parametrize(("directness", "doubtful"), [("direct", False), ("indirect", True)])
def test_indirect_control_may_be_nothing(directness: str, doubtful: bool) -> None:
    details = holds(type="otherInfluenceOrControl", directOrIndirect=directness)
    (stake,) = bods_of(statement(3, "relationship", "r1", details)).stakes
    assert (stake.kind, stake.doubtful) == (StakeKind.CONTROL, doubtful)


def test_posts_are_no_stakes() -> None:
    assert bods_of(statement(3, "relationship", "r1", holds(type="boardMember"))).stakes == ()


def test_the_statements_of_a_record_hold_one_after_the_other() -> None:
    told = bods_of(
        statement(3, "relationship", "r1", holds({"exact": 60}, startDate="2019-01-01"), recordStatus="new"),
        statement(4, "relationship", "r1", holds({"exact": 40}), recordStatus="updated",
                  statementDate="2021-05-06"),
        statement(5, "relationship", "r1", holds({"exact": 40}), recordStatus="closed",
                  statementDate="2023-07-08"),
    )  # fmt: skip
    assert told.problems == ()
    assert [(str(one.share), one.since, one.until) for one in told.stakes] == [
        ("60 %", "2019-01-01", "2021-05-05"),
        ("40 %", "2021-05-06", "2023-07-07"),
    ]
    assert all(one.on(None) is None for one in told.stakes)


@pytest.mark.parametrize(
    ("party", "anonymous"),
    [
        ({"reason": "interestedPartyExemptFromDisclosure"},
         "somebody nobody names (interestedPartyExemptFromDisclosure)"),
        ({"reason": "unknown", "description": "a trust abroad"}, "somebody nobody names (a trust abroad)"),
        ({"reason": "noBeneficialOwners"}, None),
    ],
)  # fmt: skip
def test_owners_nobody_names(party: dict[str, str], anonymous: str | None) -> None:
    told = bods_of(statement(3, "relationship", "r1", {**holds({"exact": 60}), "interestedParty": party}))
    found = [holder.anonymous for holder in told.holders if holder.anonymous]
    assert found == ([anonymous] if anonymous else [])
    assert len(told.stakes) == bool(anonymous)


def test_an_unknown_person_is_nobody_named() -> None:
    details = {"personType": "unknownPerson", "unspecifiedPersonDetails": {"reason": "unknown"}}
    told = bods_of(statement(3, "person", "p2", details))
    assert next(one.anonymous for one in told.holders if one.id == "p2") == "a person nobody names (unknown)"


@pytest.mark.parametrize(
    ("change", "field", "lost"),
    [
        ({"recordDetails": {"isComponent": False, "subject": 7, "interestedParty": "p1"}},
         "recordDetails.subject", True),
        ({"recordId": None}, "recordId", True),
        ({"recordType": "company"}, "recordType", True),
        ({"statementDate": "2017"}, "statementDate", False),
        ({"statementId": "short"}, "statementId", False),
        ({"recordDetails": {"isComponent": "no", **holds({"exact": 60})}},
         "recordDetails.isComponent", False),
        ({"recordDetails": {"isComponent": False, **holds({"exact": 600})}},
         "recordDetails.interests[0].share.exact", False),
    ],
)  # fmt: skip
def test_a_statement_that_is_not_as_the_standard_has_it(
    change: dict[str, Any], field: str, lost: bool
) -> None:
    told = bods_of({**statement(3, "relationship", "r1", holds({"exact": 60})), **change})
    (problem,) = told.problems
    assert (problem.field, problem.lost) == (field, lost)
    named = change.get("statementId", f"{3:032d}")
    assert problem.where == f"bods.json statement {named}"
    assert len(told.stakes) == (not lost)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'[{"statementId": "a"', "is no JSON that can be read"),
        (b'{"statementId": "a"}', "is one statement and no list"),
        (b"[" * 100_000 + b'"statementId"', "is no JSON that can be read"),
        (b'["statementId"]', None),
    ],
)
def test_what_is_no_list_of_statements_is_refused(content: bytes, message: str | None) -> None:
    file = from_bytes("bods.json", content)
    if message is None:
        (problem,) = bods.read(file).problems
        assert problem.lost
        return
    with pytest.raises(InputError, match=message):
        bods.read(file)


def test_statements_one_a_line_are_read_as_well() -> None:
    lines = [statement(1, "entity", "c1", COMPANY), statement(2, "person", "p1", PERSON),
             statement(3, "relationship", "r1", holds({"exact": 60}))]  # fmt: skip
    file = from_bytes("bods.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert bods.recognises(file)
    assert stakes(bods.read(file)) == [("p1", "c1", "60 %", "ownership")]
