"""The Denied Persons List becomes parties, every row of it, under ids that last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party
from namesake.model.values import Address, Detail, Kind, ListId, Quality
from namesake.sources import us_dpl
from namesake.sources.bis_orders import order_number
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile
from namesake.sources.us_dpl import COLUMNS

HEADER = "\t".join(f'"{column}"' for column in COLUMNS)
# Two addresses of one person under one order, as they stand in the file.
NASSER = (
    '"ABDULAH AL NASSER"\t"605 TRAIL LAKE DRIVE"\t"RICHARDSON"\t"TX"\t"US"\t"75081"\t'
    '"03/04/2002"\t"06/29/2056"\t"Y"\t"2006-07-11"\t"50 YEAR DENIAL"\t'
    '"67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02 71 F.R. 38843 7/10/06"'
)
NASSER_TOO = (
    '"ABDULAH AL NASSER"\t"908 AUDELIA ROAD, SUIE 200, PMB #245"\t"RICHARDSON"\t"TX"\t"US"\t"75081"\t'
    '"03/04/2002"\t"06/29/2056"\t"Y"\t"2006-07-11"\t"50 YEAR DENIAL"\t'
    '"67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02"'
)


def row(**cells: str) -> str:
    told = {"Name": "ACME", "Effective_Date": "05/13/2022", "FR_Citation": "87 F.R. 30173 5/18/2022", **cells}
    return "\t".join(f'"{told.get(column, "")}"' for column in COLUMNS)


def dpl_file(*rows: str, header: str = HEADER) -> SourceFile:
    return from_bytes("dpl.txt", "\n".join([header, *rows, ""]).encode())


def read(*rows: str, header: str = HEADER) -> tuple[Reading, list[Party], list[Problem]]:
    reading = us_dpl.read([dpl_file(*rows, header=header)])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_the_rows_of_one_order_against_one_person_are_one_party() -> None:
    reading, (party,), problems = read(NASSER, NASSER_TOO)
    assert problems == []
    assert (reading.seen, reading.list, reading.format, reading.published) == (
        1,
        "us-bis-dpl",
        "us-bis-dpl",
        None,
    )
    assert party.id.startswith("us-bis-dpl:67-10890-")
    assert (party.name, party.kind, party.names[0].quality) == (
        "ABDULAH AL NASSER",
        Kind.LEGAL_ENTITY,
        Quality.PRIMARY,
    )
    assert party.addresses[0] == Address(
        "605 TRAIL LAKE DRIVE, RICHARDSON, TX 75081, United States",
        "605 TRAIL LAKE DRIVE",
        "RICHARDSON",
        "TX",
        "75081",
        "us",  # type: ignore[arg-type]
    )
    assert len(party.addresses) == 2
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("BIS", "DPL")
    assert decision.effects == (Effect.EXPORT_PRIVILEGES_DENIED,)
    assert (decision.listed_on, decision.amended_on) == ("2002-03-04", ("2006-07-11",))
    assert "67 F.R. 10890 3/11/02 71 F.R. 38843 7/10/06" in (decision.legal_basis or "")
    assert party.details == (Detail("order ends on", "2056-06-29"), Detail("standard order", "Y"))
    assert party.notes == ("50 YEAR DENIAL",)
    assert party.record == f"{NASSER}\n{NASSER_TOO}"


def test_two_orders_against_one_person_are_two_parties() -> None:
    # I. ASH: denied in 2002, and again in 2003.
    _, parties, _ = read(
        row(Name="I. ASH", FR_Citation="67 F.R. 56530 9/4/02 67 F.R. 10890 3/11/02"),
        row(Name=" I. ASH", FR_Citation="68 F.R. 38290 6/27/03 71 F.R. 38843 7/10/06"),
    )
    assert [party.id.rsplit("-", 1)[0] for party in parties] == ["us-bis-dpl:67-10890", "us-bis-dpl:68-38290"]


def test_persons_under_one_order_are_parties_of_their_own() -> None:
    _, parties, _ = read(row(Name="MITA ZADEH"), row(Name="MITA ZAREK"))
    assert [party.name for party in parties] == ["MITA ZADEH", "MITA ZAREK"]
    assert len({party.id for party in parties}) == 2


ORDER = "80 F.R. 44930 7/28/15, 82 F.R. 2312 1/9/2017"


@pytest.mark.parametrize(
    ("name", "citations", "effective"),
    [
        # Renewed: a citation more, and another day of effect.
        ("AL-NASER AIRLINES", f"{ORDER}, 87 F.R. 30173 5/18/2022", "2022-05-13"),
        ("AL-NASER AIRLINES", "82 F.R. 2312 1/9/2017, 80 F.R. 44930 7/28/15", "2017-01-05"),
        ("AL-NASER  AIRLINES", ORDER, "2017-01-05"),
        ("Al Naser Airlines", ORDER, "2017-01-05"),
        ("AL-NASER AIRLINES", "80.F.R. 44930; 82 FR 2312", "2017-01-05"),
        ("AL-NASER AIRLINES", "80 F.R 44930 7/28/15", "2015-07-22"),
    ],
)
def test_an_order_keeps_its_number_through_renewals_and_corrections(
    name: str, citations: str, effective: str
) -> None:
    assert order_number(name, citations, effective) == order_number("AL-NASER AIRLINES", ORDER, "2016-12-30")


@pytest.mark.parametrize(
    ("name", "citations", "effective"),
    [
        ("AL-NASER AIRLINE", ORDER, "2016-12-30"),
        ("AL-NASER AIRLINES", "82 F.R. 2312 1/9/2017", "2016-12-30"),
        ("AL-NASER AIRLINES", "", "2016-12-30"),
    ],
)
def test_another_person_or_order_has_another_number(name: str, citations: str, effective: str) -> None:
    assert order_number(name, citations, effective) != order_number("AL-NASER AIRLINES", ORDER, "2016-12-30")


def test_the_volumes_and_pages_are_compared_as_numbers() -> None:
    assert order_number("A", "100 F.R. 5 1/2/35 87 F.R. 30173", "x").startswith("87-30173-")
    assert order_number("A", "87 F.R. 30173 87 F.R. 9030", "x").startswith("87-9030-")


def test_without_a_citation_the_day_of_effect_stands_for_it() -> None:
    _, (party,), problems = read(row(FR_Citation="", Effective_Date="09/02/2022"))
    assert problems == []
    assert party.id.startswith("us-bis-dpl:2022-09-02-")


@given(st.text(max_size=40), st.text(max_size=60), st.sampled_from(["2022-09-02", "undated"]))
def test_law_a_number_can_be_part_of_an_id(name: str, citations: str, effective: str) -> None:
    number = order_number(name, citations, effective)
    assert number.isascii()
    assert set(number) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("cells", "field", "message"),
    [
        (
            {"Effective_Date": "13/05/2022"},
            "Effective_Date",
            "'13/05/2022' is no date, or none that can be meant; it is left out",
        ),
        ({"Expiration_Date": "never"}, "Expiration_Date", "'never' is no date, or none that"),
        # As it stands in the file.
        ({"Last_Update": "2922-09-01"}, "Last_Update", "'2922-09-01' is no date, or none that can be meant"),
        ({"Last_Update": "soon"}, "Last_Update", "'soon' is no date, or none that can be meant"),
    ],
)
def test_a_date_that_cannot_be_read_loses_no_party(cells: dict[str, str], field: str, message: str) -> None:
    _, (party,), (problem,) = read(row(**cells))
    assert (party.name, problem.field, problem.lost) == ("ACME", field, False)
    assert message in problem.message


@pytest.mark.parametrize(
    ("cells", "text", "country"),
    [
        ({"City": "DUBAI", "Country": "AE"}, "DUBAI, United Arab Emirates", "ae"),
        ({"City": "TEHRAN", "Country": "Iran"}, "TEHRAN, Iran", "ir"),
        ({"Street_Address": "1 ROAD", "City": "EL PASO", "State": "TX"}, "1 ROAD, EL PASO, TX", None),
        ({"City": "X", "Country": "QQ"}, "X, QQ", None),
    ],
)
def test_addresses(cells: dict[str, str], text: str, country: str | None) -> None:
    _, (party,), _ = read(row(**cells))
    assert [(address.text, address.country) for address in party.addresses] == [(text, country)]


def test_a_row_without_any_address_has_none() -> None:
    _, (party,), _ = read(row())
    assert party.addresses == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('"A"\t"B"', "2 fields stand under 12 columns; the row is not kept"),
        (row() + '\t"more"', "13 fields stand under 12 columns"),
        (row(Name=""), "an entry without name; the row is not kept"),
        (row(Name=" - "), "an entry without name"),
    ],
)
def test_a_row_that_cannot_be_read_is_lost_and_counted(line: str, message: str) -> None:
    reading, (party,), (problem,) = read(line, row())
    assert (reading.seen, party.name) == (2, "ACME")
    assert (problem.lost, problem.where) == (True, "dpl.txt line 2")
    assert message in problem.message


def test_a_new_column_is_reported_and_kept_in_the_record() -> None:
    _, (party,), (problem,) = read(row() + '\t"secret"', header=HEADER + '\t"Colour"')
    assert (problem.field, problem.lost) == ("Colour", False)
    assert party.record.endswith('"secret"')


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (dpl_file(), r"dpl\.txt holds no entries; download it again"),
        (dpl_file("A\tB", header="Name\tEffective_Date"), r"dpl\.txt has no column 'FR_Citation'"),
        (dpl_file(row()[:-1]), r"dpl\.txt line 2: a quote is opened or closed in the wrong place"),
        (from_bytes("dpl.txt", HEADER.encode() + b"\n\xff"), r"dpl\.txt is not UTF-8"),
    ],
)
def test_a_damaged_file_is_refused(file: SourceFile, message: str) -> None:
    with pytest.raises(ListError, match=message):
        list(us_dpl.read([file]).records)


def test_it_cannot_be_another_list_and_is_one_file() -> None:
    with pytest.raises(ListError, match=r"is the Denied Persons List \(us-bis-dpl\) and can't be un-sc"):
        us_dpl.read([dpl_file(NASSER)], ListId("un-sc"))
    with pytest.raises(ListError, match=r"one file and not 2 \(dpl\.txt, dpl\.txt\)"):
        us_dpl.read([dpl_file(NASSER)] * 2)


@pytest.mark.parametrize(
    ("header", "recognised"),
    [
        (HEADER, True),
        (HEADER.replace('"', ""), True),
        (HEADER.replace("\t", ","), False),
        ("Name\tKind", False),
    ],
)
def test_the_file_is_recognised_by_its_columns(header: str, recognised: bool) -> None:
    assert us_dpl.recognises([dpl_file(NASSER, header=header)]) is recognised
    assert not us_dpl.recognises([dpl_file(NASSER, header=header)] * 2)
