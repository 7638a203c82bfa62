"""Small files in the layout of SDN.CSV, ALT.CSV, ADD.CSV and the comments, whole and damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import FactKind, Party, Relation
from namesake.model.values import Country, CountryCode, CountryRole, Detail, Kind, ListId, Name, Quality
from namesake.sources import ofac_csv
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

SOLEIMANI = (
    '10481,"SOLEIMANI, Qasem","individual","SDGT] [IRGC","Commander; Haji",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 11 Mar 1957; nationality Iran; Commander; Haji; a.k.a. 'HAJJ QASEM'.\""
)
BANK = '306,"BANCO NACIONAL DE CUBA",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'BNC\'."'
VESSEL = (
    '4243,"EBANO","vessel","CUBA",-0- ,"P3QG3","General Cargo","99,144","1865","Panama","Samir S.A.",'
    '"Vessel Registration Identification IMO 7406784."'
)
SDN = (BANK, VESSEL, SOLEIMANI)
ALT = (
    '306,220,"aka","NATIONAL BANK OF CUBA",-0- ',
    '10481,1,"aka","SOLEYMANI, Ghasem",-0- ',
    '10481,2,"fka","MEZA, JR., Arturo",-0- ',
    '10481,3,"nka","DELOS REYES, Feliciano Semborio, Jr.",-0- ',
)
ADD = (
    '306,199,"Zweierstrasse 35","Zurich CH-8022","Switzerland",-0- ',
    "4243,5,-0- ,-0- ,-0- ,-0- ",
    '10481,9,-0- ,"Gaza","Region: Gaza",-0- ',
)


def csv_file(name: str, *rows: str, end: str = "\r\n\x1a", encoding: str = "ascii") -> SourceFile:
    return from_bytes(name, ("\r\n".join(rows) + end).encode(encoding))


def trio(**changed: SourceFile) -> list[SourceFile]:
    files = {
        "add": csv_file("add.csv", *ADD),
        "alt": csv_file("alt.csv", *ALT),
        "sdn": csv_file("sdn.csv", *SDN),
    }
    return [*(files | changed).values()]


def read(*files: SourceFile, as_list: ListId | None = None) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ofac_csv.read(files, as_list)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    return reading, parties, [record for record in records if isinstance(record, Problem)]


def test_the_trio_is_recognised_and_read_as_one_edition() -> None:
    assert ofac_csv.recognises(trio())
    reading, parties, problems = read(*trio())
    assert (reading.list, reading.format, reading.published, reading.lacks) == (
        "us-ofac-sdn",
        "ofac-csv",
        None,
        (),
    )
    assert reading.seen == len(parties) == 3
    assert problems == []


def test_the_files_are_told_by_their_rows_and_not_by_their_names() -> None:
    files = [csv_file("1.csv", *ALT), csv_file("2.csv", *SDN), csv_file("3.csv", *ADD)]
    assert ofac_csv.recognises(files)
    _, parties, _ = read(*files)
    assert [party.name for party in parties] == ["BANCO NACIONAL DE CUBA", "EBANO", "SOLEIMANI, Qasem"]


def test_a_person_is_read_with_all_that_the_files_say() -> None:
    _, parties, _ = read(*trio())
    party = parties[2]
    assert party.id == "us-ofac-sdn:10481"
    assert party.kind is Kind.PERSON
    assert party.names == (
        Name("SOLEIMANI, Qasem", Quality.PRIMARY, given="Qasem", family="SOLEIMANI"),
        Name("SOLEYMANI, Ghasem", Quality.STRONG, given="Ghasem", family="SOLEYMANI"),
        Name("MEZA, JR., Arturo", Quality.FORMER, given="Arturo", family="MEZA, JR."),
        Name(
            "DELOS REYES, Feliciano Semborio, Jr.",
            Quality.STRONG,
            given="Feliciano Semborio, Jr.",
            family="DELOS REYES",
        ),
        Name("HAJJ QASEM", Quality.WEAK),
    )
    assert [decision.programme for decision in party.designations] == ["SDGT", "IRGC"]
    assert party.birth_dates == ("1957-03-11",)
    assert party.countries == (Country(CountryCode("ir"), CountryRole.NATIONALITY),)
    assert (party.titles, party.positions, party.notes) == (("Haji",), ("Commander",), ())
    assert [(address.text, address.country) for address in party.addresses] == [("Gaza, Region: Gaza", "ps")]
    assert party.record == "\n".join((SOLEIMANI, *ALT[1:], ADD[2]))


def test_a_vessel_is_read_with_its_particulars_and_without_an_empty_address() -> None:
    _, parties, _ = read(*trio())
    vessel = parties[1]
    assert vessel.kind is Kind.VESSEL
    assert {(identifier.type.value, identifier.value) for identifier in vessel.identifiers} == {
        ("call sign", "P3QG3"),
        ("imo", "7406784"),
    }
    assert vessel.relations == (Relation("owner", "Samir S.A."),)
    assert Detail("Tonnage", "99144") in vessel.details
    assert vessel.addresses == ()


def test_without_aliases_and_addresses_the_edition_is_partial() -> None:
    reading, parties, problems = read(csv_file("sdn.csv", *SDN))
    assert reading.lacks == (FactKind.ALIASES, FactKind.ADDRESSES)
    # The weak aliases stand in the remarks and are held.
    assert [name.text for name in parties[2].names] == ["SOLEIMANI, Qasem", "HAJJ QASEM"]
    assert problems == []


def test_without_aliases_only_those_are_lacking() -> None:
    reading, _, _ = read(csv_file("sdn.csv", *SDN), csv_file("add.csv", *ADD))
    assert reading.lacks == (FactKind.ALIASES,)


def long_row(remarks: str) -> str:
    return f'17014,"ROSSELKHOZBANK",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"{remarks}"'


def test_the_comments_file_continues_remarks_that_are_cut() -> None:
    whole = "all offices worldwide; " * 44 + "Registration Number 1027700342890 (Russia); a.k.a. 'RUSAG'."
    primary = csv_file("cons_prim.csv", long_row(whole[:1000]))
    comments = csv_file("cons_comments.csv", f'17014,"{whole[1000:]}"')
    assert ofac_csv.recognises([primary, comments])
    _, (party,), problems = read(primary, comments)
    assert [identifier.value for identifier in party.identifiers] == ["1027700342890"]
    assert [name.text for name in party.names] == ["ROSSELKHOZBANK", "RUSAG"]
    assert problems == []


def test_remarks_that_are_cut_without_comments_are_reported_once() -> None:
    cut = ("x; " * 400)[:1000]
    _, parties, (problem,) = read(
        csv_file("sdn.csv", long_row(cut), long_row(cut).replace("17014", "17016"), BANK)
    )
    assert len(parties) == 3
    assert not problem.lost
    assert "remarks of 2 parties break off" in problem.message
    assert "They are 17014, 17016" in problem.message


def test_the_consolidated_list_is_told_from_its_programmes() -> None:
    row = '9639,"HANIYA, Ismail","individual","NS-PLC",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962."'
    reading, (party,), _ = read(csv_file("sdn.csv", row))
    assert (reading.list, party.id) == ("us-ofac-cons", "us-ofac-cons:9639")


def test_a_wrong_list_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.csv is an edition of us-ofac-sdn and can't be us-ofac-cons"):
        ofac_csv.read(trio(), ListId("us-ofac-cons"))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-8-sig"])
def test_letters_beyond_ascii_are_read_in_either_encoding(encoding: str) -> None:
    row = BANK.replace("BANCO", "PEÑA MUÑOZ")
    _, (party,), _ = read(csv_file("sdn.csv", row, encoding=encoding))
    assert party.name == "PEÑA MUÑOZ NACIONAL DE CUBA"


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_lines_may_end_in_any_way(line_end: str) -> None:
    with csv_file("sdn.csv", *SDN).open() as stream:
        data = stream.read().replace(b"\r\n", line_end.encode())
    _, parties, problems = read(from_bytes("sdn.csv", data))
    assert (len(parties), problems) == (3, [])


def test_fields_need_no_quotation_marks() -> None:
    # sdn.csv of January 2022: 36,AEROCARIBBEAN AIRLINES,-0- ,CUBA,...
    row = "36,AEROCARIBBEAN AIRLINES,-0- ,CUBA,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
    _, (party,), problems = read(csv_file("sdn.csv", row, end="\n"))
    assert (party.name, party.kind, problems) == ("AEROCARIBBEAN AIRLINES", Kind.ORGANIZATION, [])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (BANK.replace(',"CUBA"', ""), "11 columns stand where the primary file has 12"),
        (BANK + ",-0- ", "13 columns stand where the primary file has 12"),
        (BANK.replace("306", "3O6"), "'3O6' is not a party's number"),
        (BANK.replace('"BANCO', 'BANCO"').replace("BNC'.\"", "BNC'."), "quotation marks don't pair"),
        (BANK.replace('"BANCO NACIONAL DE CUBA"', "-0- "), "an entry without name"),
    ],
)
def test_a_damaged_row_is_one_lost_record(row: str, message: str) -> None:
    rows = [*(BANK.replace("306", str(number)) for number in range(20)), row, SOLEIMANI]
    reading, parties, (problem,) = read(csv_file("sdn.csv", *rows))
    assert problem.lost
    assert problem.where == "sdn.csv line 21"
    assert message in problem.message
    assert reading.seen == len(parties) + 1 == 22
    assert parties[-1].name == "SOLEIMANI, Qasem"


def test_a_quotation_mark_that_is_never_closed_costs_one_row_only() -> None:
    rows = [BANK, BANK.replace("306", "307").replace('CUBA",', "CUBA,", 1), SOLEIMANI]
    _, parties, (problem,) = read(csv_file("sdn.csv", *rows))
    assert [party.id for party in parties] == ["us-ofac-sdn:306", "us-ofac-sdn:10481"]
    assert problem.where == "sdn.csv line 2"


def test_a_number_given_twice_is_one_lost_record() -> None:
    # The last row of sdn.csv of January 2022 has the number of another party.
    reading, parties, (problem,) = read(csv_file("sdn.csv", BANK, SOLEIMANI.replace("10481", "306")))
    assert (problem.lost, problem.record, problem.where) == (True, "306", "sdn.csv line 2")
    assert reading.seen == len(parties) + 1


def test_rows_of_parties_that_are_not_there_are_reported_and_lose_nobody() -> None:
    reading, parties, problems = read(
        csv_file("sdn.csv", BANK), csv_file("alt.csv", *ALT), csv_file("add.csv", *ADD)
    )
    assert reading.seen == len(parties) == 1
    assert [problem.where for problem in problems] == [
        "alt.csv line 2",
        "alt.csv line 3",
        "alt.csv line 4",
        "add.csv line 2",
        "add.csv line 3",
    ]
    assert all(problem.record in ("10481", "4243") and not problem.lost for problem in problems)
    assert "party 10481 is not in sdn.csv" in problems[0].message


def test_a_damaged_alias_row_is_reported_and_loses_nobody() -> None:
    _, parties, (problem,) = read(*trio(alt=csv_file("alt.csv", *ALT, '306,9,"aka"', ALT[0])))
    assert len(parties) == 3
    assert (problem.where, problem.lost) == ("alt.csv line 5", False)
    assert "3 columns stand where the alias file has 5" in problem.message


def test_an_unknown_type_is_read_and_reported() -> None:
    _, (party,), (problem,) = read(csv_file("sdn.csv", BANK.replace("-0- ", '"spacecraft"', 1)))
    assert party.kind is Kind.LEGAL_ENTITY
    assert "'spacecraft'" in problem.message


def test_an_alias_without_name_is_reported() -> None:
    _, _, (problem,) = read(csv_file("sdn.csv", BANK), csv_file("alt.csv", '306,220,"aka",-0- ,-0- '))
    assert "alt.csv line 1 has no name" in problem.message


def test_remarks_on_an_alias_or_address_are_notes() -> None:
    files = [
        csv_file("sdn.csv", BANK),
        csv_file("alt.csv", ALT[0].replace("-0- ", '"on an alias"')),
        csv_file("add.csv", ADD[0].replace("-0- ", '"on an address"')),
    ]
    _, (party,), _ = read(*files)
    assert party.notes == ("on an alias", "on an address")


def without_column(rows: tuple[str, ...], column: int) -> list[str]:
    # None of these rows has a comma inside quotation marks.
    return [
        ",".join(field for number, field in enumerate(row.split(",")) if number != column) for row in rows
    ]


PLAIN = tuple(
    f'{number},"PARTY {number}",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'P\'."'
    for number in range(9)
)
PLAIN_ALT = tuple(f'{number},{number},"aka","ALIAS {number}",-0- ' for number in range(9))
PLAIN_ADD = tuple(f'{number},{number},-0- ,"Havana","Cuba",-0- ' for number in range(9))


@pytest.mark.parametrize("column", range(12))
def test_a_primary_file_with_a_column_lost_is_recognised_and_refused(column: int) -> None:
    file = csv_file("sdn.csv", *without_column(PLAIN, column))
    assert ofac_csv.recognises([file])
    with pytest.raises(
        ListError, match=r"sdn\.csv has 11 columns .* primary file .* has 12: a column was lost"
    ):
        ofac_csv.read([file])


@pytest.mark.parametrize("column", range(5))
def test_an_alias_file_with_a_column_lost_is_refused(column: int) -> None:
    files = [csv_file("sdn.csv", *PLAIN), csv_file("alt.csv", *without_column(PLAIN_ALT, column))]
    with pytest.raises(ListError, match=r"alt\.csv has 4 columns"):
        ofac_csv.read(files)


@pytest.mark.parametrize("column", range(6))
def test_an_address_file_with_a_column_lost_is_refused(column: int) -> None:
    files = [csv_file("sdn.csv", *PLAIN), csv_file("add.csv", *without_column(PLAIN_ADD, column))]
    with pytest.raises(ListError, match=r"add\.csv has 5 columns .* address file .* has 6"):
        ofac_csv.read(files)


def test_a_column_too_many_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.csv has 13 columns"):
        ofac_csv.read([csv_file("sdn.csv", *(row + ",-0- " for row in PLAIN))])


def test_a_file_that_breaks_off_in_a_row_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.csv breaks off in line 3"):
        read(csv_file("sdn.csv", BANK, VESSEL, SOLEIMANI[:40], end=""))
    with pytest.raises(ListError, match=r"alt\.csv breaks off in line 4"):
        read(*trio(alt=csv_file("alt.csv", *ALT[:3], ALT[3][:30], end="")))


def test_aliases_without_the_primary_file_are_refused() -> None:
    with pytest.raises(
        ListError, match=r"alt\.csv, add\.csv: the primary file \(SDN\.CSV or CONS_PRIM\.CSV\)"
    ):
        ofac_csv.read([csv_file("alt.csv", *ALT), csv_file("add.csv", *ADD)])


def test_two_editions_are_not_one() -> None:
    files = [csv_file("sdn.csv", *SDN), csv_file("sdn_2.csv", *SDN)]
    assert not ofac_csv.recognises(files)
    with pytest.raises(ListError, match=r"sdn\.csv and sdn_2\.csv are both a primary file"):
        ofac_csv.read(files)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x1a",
        b"\n\n",
        b"<sdnList/>",
        b'{"id": "a", "schema": "Person"}\n',
        b"name,born,country\nSOLEIMANI Qasem,1957,ir\n",
        b"1,2,3\n4,5,6\n",
        bytes(range(256)) * 100,
    ],
)
def test_other_files_are_not_recognised(data: bytes) -> None:
    assert not ofac_csv.recognises([from_bytes("x.csv", data)])
    assert not ofac_csv.recognises([*trio(), from_bytes("x.csv", data)])


def test_nothing_and_comments_alone_are_not_recognised() -> None:
    assert not ofac_csv.recognises([])
    assert not ofac_csv.recognises([csv_file("cons_comments.csv", '17014,"r 1027700342890 (Russia)."')])


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.csv holds no rows"):
        ofac_csv.read([csv_file("sdn.csv", end="\x1a")])


@given(st.sampled_from((SDN, ALT, ADD)), st.integers(0, 600), st.text(max_size=3), st.integers(0, 3))
def test_whatever_happens_to_a_file_is_refused_or_accounted_for(
    rows: tuple[str, ...], place: int, inserted: str, removed: int
) -> None:
    with csv_file("damaged.csv", *rows).open() as stream:
        text = stream.read().decode()
    damaged = text[:place] + inserted + text[place + removed :]
    others = [csv_file(f"{len(part)}.csv", *part) for part in (SDN, ALT, ADD) if part is not rows]
    try:
        reading, parties, problems = read(
            from_bytes("damaged.csv", damaged.encode("utf-8", "replace")), *others
        )
    except ListError:
        return
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
