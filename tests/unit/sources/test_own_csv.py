"""A private watch list in CSV: what is read, what is set aside, what is refused, and what is said of it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.files import from_bytes
from namesake.sources.own_csv import COLUMNS, FORMAT, MAX_FIELD, read, recognises
from namesake.sources.reading import Reading, SourceFile

OURS = ListId("our-list")


def file(text: str | bytes) -> list[SourceFile]:
    return [from_bytes("ours.csv", text.encode() if isinstance(text, str) else text)]


def records(text: str | bytes) -> tuple[list[Party], list[Problem], Reading]:
    reading = read(file(text), OURS)
    met = list(reading.records)
    parties = [one for one in met if isinstance(one, Party)]
    problems = [one for one in met if isinstance(one, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return parties, problems, reading


def only(text: str) -> Party:
    (party,), problems, _ = records(text)
    assert problems == []
    return party


def test_a_full_row_becomes_a_party() -> None:
    row = (
        "id,name,kind,aliases,weak_aliases,former_names,birth_date,gender,countries,identifiers,addresses,"
        "authority,programme,listed_on,reason,notes\n"
        '7,"FULAN, Ahmad",person,Ahmed Fulan;A. F. Fulan,Abu X,Foolan,1957-03;1958/1962,male,Iran;iq,'
        'passport:A1@ir; tax id:99,"1 Main Street, Basra",Our board,R-1,2024-05-01,"Owes, waits",met 2023\n'
    )
    assert only(row) == Party(
        id=PartyId("our-list:7"),
        list=OURS,
        kind=Kind.PERSON,
        names=(
            Name("FULAN, Ahmad", Quality.PRIMARY),
            Name("Ahmed Fulan", Quality.STRONG),
            Name("A. F. Fulan", Quality.STRONG),
            Name("Abu X", Quality.WEAK),
            Name("Foolan", Quality.FORMER),
        ),
        designations=(
            Designation("Our board", "R-1", listed_on=PartialDate("2024-05-01"), reason="Owes, waits"),
        ),
        birth_dates=(PartialDate("1957-03"), PartialDate("1958/1962")),
        countries=(Country(CountryCode("ir")), Country(CountryCode("iq"))),
        genders=(Gender.MALE,),
        identifiers=(
            Identifier(IdentifierType.PASSPORT, "A1", CountryCode("ir")),
            Identifier(IdentifierType.TAX_ID, "99"),
        ),
        addresses=(Address("1 Main Street, Basra"),),
        notes=("met 2023",),
        record=row.split("\n")[1],
    )


def test_a_name_is_enough() -> None:
    party = only("name\nAhmad Fulan\n")
    assert party.name == "Ahmad Fulan"
    assert party.kind is Kind.LEGAL_ENTITY
    assert party.designations == (Designation("our-list"),)


def test_the_edition_has_the_name_it_was_given_and_no_date() -> None:
    _, _, reading = records("name\nA\n")
    assert (reading.list, reading.format, reading.published, reading.declared, reading.lacks) == (
        OURS,
        FORMAT,
        None,
        None,
        (),
    )


def test_a_party_without_id_is_known_by_its_name_and_birth_dates_wherever_it_stands() -> None:
    first, second = records("name,birth_date\nA B,1957\nC D,\n")[0]
    again = {party.id for party in records("birth_date,name\n,C  D\n1957,a b\n")[0]}
    assert {first.id, second.id} == again
    assert records("name,birth_date\nA B,1958\n")[0][0].id != first.id


def test_a_list_may_use_the_programmes_of_an_authority() -> None:
    party = only("name,authority,programme\nA,OFAC,SDGT\n")
    assert party.designations[0].effects == (Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN)


@pytest.mark.parametrize(
    "text",
    [
        "id,name\n1,A\n",
        "id;name\n1;A\n",
        "id\tname\n1\tA\n",
        "\ufeffid,name\n1,A\n",
        "id,name\r\n1,A\r\n",
        "ID, Name \n1,A\n",
        '"id","name"\n"1","A"\n',
        "name,id,,\nA,1,,\n",
        "id,name\n\n , \n1,A",
    ],
)
def test_the_file_may_come_from_any_spreadsheet(text: str) -> None:
    assert recognises(file(text))
    party = only(text)
    assert (party.id, party.name) == ("our-list:1", "A")


def test_a_quoted_field_may_hold_delimiters_quotes_and_line_breaks() -> None:
    parties, problems, _ = records('id;name;notes\n1;"A; B";"he said ""no""\nand left"\n2;C;\n')
    assert problems == []
    assert [party.name for party in parties] == ["A; B", "C"]
    assert parties[0].notes == ('he said "no"\nand left',)
    assert parties[0].record == '1;"A; B";"he said ""no""\nand left"'


def test_a_line_number_counts_lines_and_not_rows() -> None:
    _, problems, _ = records('id,name,notes\n1,A,"x\ny\nz"\n2,,\n')
    assert [problem.where for problem in problems] == ["ours.csv line 5"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("id,name\n1,\n2,B\n", "no name; every party needs one"),
        ("id,name\n1,   \n2,B\n", "no name; every party needs one"),
        (
            "id,name\n1,SOLEIMANI, Qasem\n2,B\n",
            "3 fields under 2 columns; put a field that holds the delimiter",
        ),
        ("id,name\n2,B\n2,C\n", "'2' stands in line 2 already"),
        ("name\nB\n b \n", "the same name and birth date as in line 2; give each party an id"),
        (f"id,name\n1,{'x' * 1001}\n2,B\n", "more than 1,000 characters in 'name'"),
        (f"id,name\n{'x' * 1001},A\n2,B\n", "more than 1,000 characters in 'id'"),
    ],
)
def test_a_row_that_can_be_no_party_is_lost_and_reported(rows: str, message: str) -> None:
    parties, (problem,), _ = records(rows)
    assert [party.name for party in parties] == ["B"]
    assert problem.lost
    assert message in problem.message
    assert problem.where.startswith("ours.csv line ")


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("birth_date", "1957-02-30", "the calendar has no such day; it was left out"),
        ("birth_date", "11.03.1957", "is not a date: write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("listed_on", "yesterday", "is not a date"),
        ("listed_on", "2020;2021", "several dates of listing; 2020 is taken"),
        ("kind", "Robot", "is no kind of party, so any kind is taken; write one of Person, "),
        ("countries", "Atlantis", "'Atlantis' is no country we know; it is kept as text"),
        ("gender", "unknown", "'unknown' is no gender; write male, female or other"),
        (
            "identifiers",
            "library card:7",
            "'library card' is no type of identifier; the known ones are passport",
        ),
        ("notes", "x" * (MAX_FIELD + 1), "more than 100,000 characters in 'notes' were left out"),
    ],
)
def test_a_field_that_can_not_be_read_is_reported_and_the_party_kept(
    column: str, value: str, message: str
) -> None:
    (party,), (problem,), _ = records(f"id,name,{column}\n1,A,{value}\n")
    assert party.name == "A"
    assert not problem.lost
    assert (problem.where, problem.field, problem.record) == ("ours.csv line 2", column, "1")
    assert message in problem.message


def test_a_row_that_ends_early_is_read_and_reported() -> None:
    (party,), (problem,), _ = records("id,name,notes\n1,A\n")
    assert party.notes == ()
    assert problem.message == "the row ends before the column 'notes'"
    assert not problem.lost


def test_an_unknown_country_is_kept_as_text() -> None:
    (party,), _, _ = records("name,countries\nA,Atlantis;iran\n")
    assert party.countries == (Country(None, text="Atlantis"), Country(CountryCode("ir")))


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("passport:A1@Iran", Identifier(IdentifierType.PASSPORT, "A1", CountryCode("ir"))),
        ("PASSPORT : A1", Identifier(IdentifierType.PASSPORT, "A1")),
        ("national_id:5@iq", Identifier(IdentifierType.NATIONAL_ID, "5", CountryCode("iq"))),
        ("12345", Identifier(IdentifierType.OTHER, "12345")),
        ("12345@ir", Identifier(IdentifierType.OTHER, "12345", CountryCode("ir"))),
        ("other:a@b.example", Identifier(IdentifierType.OTHER, "a@b.example")),
        ("wallet:bc1q0000", Identifier(IdentifierType.WALLET, "bc1q0000")),
        # As it may be typed to `screen`.
        ("passport:ir:A1", Identifier(IdentifierType.PASSPORT, "A1", CountryCode("ir"))),
        ("Passport No. A1", Identifier(IdentifierType.PASSPORT, "A1")),
    ],
)
def test_an_identifier_may_have_a_type_and_an_issuer(text: str, identifier: Identifier) -> None:
    assert only(f"name,identifiers\nA,{text}\n").identifiers == (identifier,)


def test_an_identifier_of_unknown_type_is_of_any() -> None:
    (party,), _, _ = records("name,identifiers\nA,library card:7@ir\n")
    assert party.identifiers == (Identifier(IdentifierType.OTHER, "7", CountryCode("ir")),)


def test_a_name_given_twice_stands_once_with_its_best_quality() -> None:
    party = only("name,aliases,weak_aliases\nA,B;A;B,B;C\n")
    assert [(name.text, name.quality) for name in party.names] == [
        ("A", Quality.PRIMARY),
        ("B", Quality.STRONG),
        ("C", Quality.WEAK),
    ]


def test_a_column_that_is_not_known_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        ListError, match="a column that is not known, 'fax'; the known ones are id, name, kind"
    ):
        read(file("name,fax\nA,1\n"), OURS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("id,nom\n1,A\n", "a column that is not known, 'nom'"),
        ("id,kind\n1,Person\n", "no column 'name' in its first line"),
        ("name,id,name\nA,1,B\n", "has the column 'name' twice"),
        ("", "no column 'name'"),
        ("name\n", "a header and nobody below it"),
        ("name\n\n  \n", "a header and nobody below it"),
        ('id,name\n1,"A\n2,B\n', "line 2: a quote is opened or closed in the wrong place"),
        ('id,name\n1,"A"x\n', "line 2: a quote is opened or closed in the wrong place"),
        ("id,name\n1,Zoë\n".encode("latin-1"), "is not UTF-8 (byte 0xEB in line 2); save it as CSV UTF-8"),
        ("id,name\n1,A\n".encode("utf-16"), "is not UTF-8 (it is UTF-16)"),
        (b"id,name\n1,A\xd9", "is not UTF-8"),
        (b"id,name\n1,A\0B\n", "holds a zero byte and is no text"),
    ],
)
def test_a_file_that_can_not_be_read_as_a_whole_is_refused(text: str | bytes, message: str) -> None:
    with pytest.raises(ListError) as raised:
        list(read(file(text), OURS).records)
    assert "ours.csv" in str(raised.value)
    assert message in str(raised.value)


def test_a_file_without_a_name_for_the_list_is_refused_with_the_way_to_give_one() -> None:
    with pytest.raises(ListError, match="does not say which list it is; name yours with --list"):
        read(file("name\nA\n"))


@pytest.mark.parametrize("authoritys", ["us-ofac-sdn", "un-sc", "eu-fsf"])
def test_a_csv_of_ones_own_can_not_be_an_authoritys_list(authoritys: str) -> None:
    with pytest.raises(ListError, match=f"can't be {authoritys}, the .*; give it another name with --list"):
        read(file("name\nA\n"), ListId(authoritys))


def test_several_files_are_refused() -> None:
    two = file("name\nA\n") * 2
    assert not recognises(two)
    with pytest.raises(ListError, match="one CSV and not 2"):
        read(two, OURS)


@pytest.mark.parametrize(
    ("start", "own"),
    [
        ("name\n", True),
        ("id,name,anything\n", True),  # so that the unknown column is named, and not "no list"
        ("id,NAME", True),
        ("", False),
        ('36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA"\n', False),  # SDN.CSV has no header
        ("Last Updated,10/04/2025\nName 6,Name 1\n", False),  # OFSI's ConList.csv
        ('{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}\n', False),
        ("<?xml version='1.0'?><name/>", False),
        ("\x1f\x8b\x08", False),
    ],
)
def test_the_format_is_told_by_the_header(start: str, own: bool) -> None:
    assert recognises(file(start)) is own


def test_utf_16_is_recognised_so_that_it_can_be_refused_by_name() -> None:
    assert recognises(file("id;name\n1;A\n".encode("utf-16")))


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=15).filter(
    lambda text: text.strip() and not text.startswith("\ufeff")
)


@given(
    st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXTS)), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
)
def test_law_every_row_is_a_party_or_a_reported_loss(rows: list[dict[str, str]], delimiter: str) -> None:
    target = io.StringIO()
    writer = csv.DictWriter(target, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    parties, _, reading = records(target.getvalue())
    assert reading.seen == len(rows)
    assert len(parties) == len({row["id"].strip() for row in rows})
    assert all(party.record for party in parties)
