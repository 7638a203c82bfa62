"""The UK's lists as CSV become parties, every group of rows."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, FactKind, Party
from namesake.model.values import Kind, ListId, Quality
from namesake.sources import gb_csv
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)
OFSI = [
    "Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Title", "Name Non-Latin Script",
    "Non-Latin Script Type", "Non-Latin Script Language", "DOB", "Town of Birth", "Country of Birth",
    "Nationality", "Passport Number", "Passport Details", "National Identification Number",
    "National Identification Details", "Position", "Address 1", "Address 2", "Address 3", "Address 4",
    "Address 5", "Address 6", "Post/Zip Code", "Country", "Other Information", "Group Type", "Alias Type",
    "Alias Quality", "Regime", "Listed On", "UK Sanctions List Date Designated", "Last Updated", "Group ID",
]  # fmt: skip
UKSL = [
    "Last Updated", "Unique ID", "OFSI Group ID", "UN Reference Number", "Name 6", "Name 1", "Name 2",
    "Name 3", "Name 4", "Name 5", "Name type", "Alias strength", "Title", "Name non-latin script",
    "Non-latin script type", "Non-latin script language", "Regime Name", "Designation Type",
    "Designation source", "Sanctions Imposed", "Other Information", "UK Statement of Reasons",
    "Address Line 1", "Address Line 2", "Address Line 3", "Address Line 4", "Address Line 5",
    "Address Line 6", "Address Postal Code", "Address Country", "Phone number", "Website", "Email address",
    "Date Designated", "D.O.B", "Nationality(/ies)", "National Identifier number",
    "National Identifier additional information", "Passport number", "Passport additional information",
    "Position", "Gender", "Town of birth", "Country of birth", "Type of entity", "Subsidiaries",
    "Parent company", "Business registration number (s)", "IMO number", "Current owner/operator (s)",
    "Previous owner/operator (s)", "Current believed flag of ship", "Previous flags", "Type of ship",
    "Tonnage of ship", "Length of ship", "Year Built", "Hull identification number (HIN)",
]  # fmt: skip
PERSON = {
    "Name 6": "TALVERSON", "Name 1": "Osgrim", "Group Type": "Individual", "Alias Type": "Primary name",
    "Regime": "Russia", "Listed On": "21/04/2023", "UK Sanctions List Date Designated": "21/04/2023",
    "Last Updated": "09/06/2024", "Group ID": "90001",
    "Other Information": "(UK Sanctions List Ref):RUS9001. (UN Ref):QDi.901. In custody. (Gender):Male",
}  # fmt: skip
LISTED = {
    "Unique ID": "RUS9001", "Name 6": "TALVERSON", "Name 1": "Osgrim", "Name type": "Primary Name",
    "Regime Name": "The Russia (Sanctions) (EU Exit) Regulations 2019", "Designation Type": "Individual",
    "Sanctions Imposed": "Asset freeze|Travel Ban", "Date Designated": "21/04/2023",
}  # fmt: skip


def conlist(
    *rows: dict[str, str], columns: list[str] = OFSI, above: str = "Last Updated,10/04/2025"
) -> SourceFile:
    text = io.StringIO()
    text.write(f"{above}\r\n" if above else "")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return from_bytes("list.csv", text.getvalue().encode())


def uksl(*rows: dict[str, str], columns: list[str] = UKSL) -> SourceFile:
    return conlist(*rows, columns=columns, above="Report Date: 28-Jan-2026")


def read(file: SourceFile) -> tuple[Reading, list[Party], list[Problem]]:
    assert gb_csv.recognises([file])
    reading = gb_csv.read([file])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_the_rows_of_a_group_are_one_party_wherever_they_stand() -> None:
    other = {**PERSON, "Name 6": "ORSOLAX", "Name 1": "", "Group Type": "Entity", "Group ID": "90002"}
    alias = {**PERSON, "Name 6": "TALVERSSON", "Alias Type": "AKA", "Alias Quality": "Low quality"}
    script = {**PERSON, "Name Non-Latin Script": "Осгрим Талверсон", "Non-Latin Script Language": "Russian"}
    reading, parties, problems = read(conlist(alias, other, {**PERSON, "DOB": "00/00/1961"}, script))
    assert problems == []
    assert (reading.list, reading.published, reading.lacks) == ("gb-ofsi", dt.date(2025, 4, 10), ())
    first, second = parties
    assert [(name.text, name.quality, name.language) for name in first.names] == [
        ("Osgrim TALVERSON", Quality.PRIMARY, None),
        ("Osgrim TALVERSSON", Quality.WEAK, None),
        ("Осгрим Талверсон", Quality.STRONG, "ru"),
    ]
    assert (first.names[0].given, first.names[0].family) == ("Osgrim", "TALVERSON")
    assert (first.id, first.kind, first.birth_dates) == ("gb-ofsi:90001", Kind.PERSON, ("1961",))
    assert (second.id, second.kind, second.names[0].family) == ("gb-ofsi:90002", Kind.ORGANIZATION, None)
    assert first.record.count("\n") == 2


def test_other_information_is_taken_apart() -> None:
    _, (party,), _ = read(conlist(PERSON))
    assert [(one.type, one.party) for one in party.relations] == [
        ("same as", "un-sc:QDi.901"),
        ("same as", "gb-fcdo:RUS9001"),
    ]
    assert (party.notes, party.genders) == (("In custody.",), ("male",))
    (decision,) = party.designations
    assert (decision.programme, decision.listed_on, decision.amended_on) == (
        "Russia", "2023-04-21", ("2024-06-09",),
    )  # fmt: skip
    assert decision.effects == FROZEN
    assert decision.legal_basis == "Russia (Sanctions) (EU Exit) Regulations 2019 (S.I. 2019/855)"


def test_a_group_under_two_regimes_has_two_designations() -> None:
    # 13897 under Global Human Rights since 06/07/2020 and Myanmar since 25/02/2021
    rows = [
        {**PERSON, "Regime": "Global Human Rights", "Listed On": "06/07/2020"},
        {**PERSON, "Regime": "Myanmar", "Listed On": "25/02/2021"},
    ]
    _, (party,), problems = read(conlist(*rows))
    assert problems == []
    assert [(one.programme, one.listed_on) for one in party.designations] == [
        ("Global Human Rights", "2020-07-06"),
        ("Myanmar", "2021-02-25"),
    ]


def test_a_group_whose_rows_contradict_each_other_says_so() -> None:
    rows = [PERSON, {**PERSON, "Listed On": "01/02/2023", "Group Type": "Entity"}]
    _, (party,), problems = read(conlist(*rows))
    assert (party.kind, party.designations[0].listed_on) == (Kind.PERSON, "2023-02-01")
    assert [(one.field, one.lost) for one in problems] == [("kind", False), ("listed_on", False)]
    assert "2023-02-01 and 2023-04-21 as the day of listing under Russia" in problems[1].message
    assert problems[0].where == "list.csv 90001 (line 3 and further)"


def test_a_regime_that_is_not_in_the_table_is_reported_and_not_guessed() -> None:
    _, (party,), (problem,) = read(conlist({**PERSON, "Regime": "Atlantis"}))
    assert party.designations[0].effects == ()
    assert "'Atlantis' is not in the table of programmes" in problem.message


def test_what_cannot_be_read_of_a_row_costs_only_itself() -> None:
    row = {
        **PERSON, "DOB": "31/02/1970", "Alias Type": "Nom de guerre", "Alias Quality": "Middling",
        "Listed On": "soon", "Group Type": "Robot",
    }  # fmt: skip
    _, (party,), problems = read(conlist(row))
    assert party.kind is Kind.LEGAL_ENTITY
    assert {one.field for one in problems} == {
        "kind", "aliasstrength", "nametype", "names", "listedon", "dob",
    }  # fmt: skip
    assert not any(one.lost for one in problems)
    assert {one.record for one in problems} == {"90001"}


def test_numbers_in_two_columns_belong_together() -> None:
    row = {
        **PERSON, "Passport Number": "(1) A111 (2) B222",
        "Passport Details": "(1) - (2) Syria. Issued 1 May 2010.",
        "Town of Birth": "(1) Homs (2) -", "Country of Birth": "(1) Syria (2) Former USSR, now Ukraine",
        "Nationality": "(1) Germany. Russia (2) Atlantis", "Position": "(1) Judge (2) Clerk",
    }  # fmt: skip
    _, (party,), _ = read(conlist(row))
    assert [(one.value, one.country, one.issued) for one in party.identifiers] == [
        ("A111", None, None),
        ("B222", "sy", "2010-05-01"),
    ]
    assert party.birth_places == ("Homs, Syria", "Former USSR, now Ukraine")
    assert [(one.code, one.role, one.text) for one in party.countries] == [
        ("de", "nationality", None),
        ("ru", "nationality", None),
        (None, "nationality", "Atlantis"),
        ("sy", "birth", None),
        ("ua", "birth", "Former USSR, now Ukraine"),
    ]
    assert party.positions == ("Judge", "Clerk")


def test_a_ship_has_its_number_flags_and_owners() -> None:
    information = (
        "(UK Sanctions List Ref):DPR9100. (IMO number):7408873 (Current owners):Korea Samjong Shipping "
        "(Flag of ship):North Korea (Previous flags):Togo (Type of ship):Oil tanker (Tonnage of ship):1676"
    )
    row = {**PERSON, "Group Type": "Ship", "Name 1": "", "Other Information": information}
    _, (party,), _ = read(conlist(row))
    assert party.kind is Kind.VESSEL
    assert [(one.type, one.value) for one in party.identifiers] == [("imo", "7408873")]
    assert [(one.code, one.text) for one in party.countries] == [("kp", None), ("tg", "former flag Togo")]
    assert ("owner or operator", "Korea Samjong Shipping") in [
        (one.type, one.name) for one in party.relations
    ]
    assert ("tonnage", "1676") in [(one.label, one.value) for one in party.details]


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    _, (party,), _ = read(conlist({**PERSON, "Name 6": '=HYPERLINK("x")', "Title": "@SUM(A1)"}))
    assert party.names[0].text == 'Osgrim =HYPERLINK("x")'
    assert party.titles == ("@SUM(A1)",)


def test_the_uk_sanctions_lists_csv_is_read_in_any_order_of_columns() -> None:
    columns = ["Shoe size", *reversed(UKSL)]
    rows = [
        {**LISTED, "OFSI Group ID": "90001", "UN Reference Number": "QDi.901", "D.O.B": "dd/mm/1961"},
        {**LISTED, "Name 6": "TALVERSSON", "Name type": "Alias", "Alias strength": "Low quality a.k.a",
         "Shoe size": "44", "Phone number": "(1) +1 555 (2) +1 556"},
    ]  # fmt: skip
    reading, (party,), (problem,) = read(uksl(*rows, columns=columns))
    assert (reading.list, reading.published) == ("gb-fcdo", dt.date(2026, 1, 28))
    assert "the column 'Shoe size' is not known here" in problem.message
    assert (party.id, party.birth_dates) == ("gb-fcdo:RUS9001", ("1961",))
    assert [(name.text, name.quality) for name in party.names] == [
        ("Osgrim TALVERSON", Quality.PRIMARY),
        ("Osgrim TALVERSSON", Quality.WEAK),
    ]
    assert party.designations[0].effects == (*FROZEN, Effect.TRAVEL_BAN)
    assert party.designations[0].listed_on == "2023-04-21"
    assert [one.party for one in party.relations] == ["un-sc:QDi.901", "gb-ofsi:90001"]
    assert [one.value for one in party.contacts] == ["+1 555", "+1 556"]


def test_a_designation_that_names_no_sanction_or_an_unknown_one_says_so() -> None:
    rows = [
        {**LISTED, "Sanctions Imposed": ""},
        {**LISTED, "Unique ID": "RUS9002", "Sanctions Imposed": "Charm offensive|Asset freeze"},
    ]
    _, parties, problems = read(uksl(*rows))
    assert [one.designations[0].effects for one in parties] == [(), FROZEN]
    assert "it names no sanction that is known here" in problems[0].message
    assert "the sanction 'Charm offensive' is not known here" in problems[1].message


def test_columns_that_are_missing_are_named_and_make_the_edition_partial() -> None:
    columns = [one for one in UKSL if one not in ("D.O.B", "Gender", "Town of birth")]
    reading, (_,), problems = read(uksl(LISTED, columns=columns))
    assert reading.lacks == (FactKind.BIRTH_DATES, FactKind.GENDERS)
    assert [one.message.partition(" is")[0] for one in problems] == [
        "the column 'D.O.B'", "the column 'Gender'", "the column 'Town of birth'",
    ]  # fmt: skip


def test_an_edition_without_a_date_says_so() -> None:
    reading, (_,), (problem,) = read(conlist(PERSON, above=""))
    assert reading.published is None
    assert "give the day with --published" in problem.message


def test_rows_that_belong_to_nobody_are_lost_and_told() -> None:
    nobody = {**PERSON, "Group ID": ""}
    nameless = {"Group ID": "90002", "Group Type": "Entity", "Regime": "Russia"}
    reading, (party,), problems = read(conlist(nobody, PERSON, nameless))
    assert (reading.seen, party.id) == (3, "gb-ofsi:90001")
    assert [(one.where, one.lost) for one in problems] == [
        ("list.csv line 3", True),
        ("list.csv 90002 (line 5)", True),
    ]


def test_a_row_with_a_field_too_many_is_lost_and_the_others_read() -> None:
    whole = conlist(PERSON, PERSON).open().read()
    lines = whole.split(b"\r\n")
    lines[2] = lines[2] + b",surplus"
    reading, (_,), (problem,) = read(from_bytes("list.csv", b"\r\n".join(lines)))
    assert reading.seen == 2
    assert (problem.where, problem.lost) == ("list.csv line 3", True)
    assert "37 fields stand under 36 columns" in problem.message


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (conlist(), "has a header and no party below it"),
        (from_bytes("list.csv", conlist(PERSON).open().read()[:-30]), r"breaks off in line 3"),
        (from_bytes("list.csv", b"Name 6,Group ID\nTALVERSON,9\n\"ORS"), "a quote is opened"),
        (from_bytes("list.csv", b"Name 6,Group ID\nJos\xe9,9\n"), r"not UTF-8 \(byte 0xE9 in line 2\)"),
        (from_bytes("list.csv", b"Name 6,Group ID,Group ID\nA,9,9\n"), "names the column 'groupid' twice"),
        (from_bytes("list.csv", b"Surname,Group ID\nA,9\n"), "has no line in its first 5"),
        (from_bytes("list.csv", b""), "has no line in its first 5"),
    ],
)  # fmt: skip
def test_a_file_that_is_damaged_is_refused_with_what_is_wrong(file: SourceFile, message: str) -> None:
    with pytest.raises(ListError, match=message):
        list(gb_csv.read([file]).records)


def test_a_file_cannot_be_another_list_and_is_read_alone() -> None:
    with pytest.raises(ListError, match=r"OFSI's former list \(gb-ofsi\) and can't be gb-fcdo"):
        gb_csv.read([conlist(PERSON)], ListId("gb-fcdo"))
    with pytest.raises(ListError, match="one file and not 2"):
        gb_csv.read([conlist(PERSON), conlist(PERSON)])
    assert not gb_csv.recognises([conlist(PERSON), conlist(PERSON)])
    assert not gb_csv.recognises([from_bytes("mine.csv", b"name,id\nA,1\n")])
