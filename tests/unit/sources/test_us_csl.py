"""The Consolidated Screening List becomes parties, every row of it."""

from __future__ import annotations

import csv
import io

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party, Relation
from namesake.model.values import (
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    PartyId,
    Quality,
)
from namesake.sources import us_csl
from namesake.sources.csl_row import COLUMNS
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

HEADER = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,"
    "gross_registered_tonnage,vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,"
    "dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
)
BLOCKED = (Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN)
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
CAP = "Capta List (CAP) - Treasury Department"
MBS = "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department"
FSE = "Foreign Sanctions Evaders (FSE) - Treasury Department"
PLC = "Palestinian Legislative Council List (PLC) - Treasury Department"
CMIC = "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department"
EL = "Entity List (EL) - Bureau of Industry and Security"
UVL = "Unverified List (UVL) - Bureau of Industry and Security"
MEU = "Military End User (MEU) List - Bureau of Industry and Security"
DPL = "Denied Persons List (DPL) - Bureau of Industry and Security"
ISN = "Nonproliferation Sanctions (ISN) - State Department"
DTC = "ITAR Debarred (DTC) - State Department"

# Rows of the edition of April 2022.
SALAM = """17292,Specially Designated Nationals (SDN) - Treasury Department,17292,Individual,SDGT,"'ABD \
AL-SALAM, \
Ashraf Muhammad Yusuf 'Uthman",,SY,,,,,,,,,,,,,,http://bit.ly/1I7ipyR,"'ABD-AL-SALAM, Ashraf Muhammad \
Yusif; \
Khattab; Ibn al-Khattab","",1984-01-01,JO,Iraq,http://bit.ly/1MLgpye,"QA, 28440000526, National ID No.; \
JO, \
2014-08-30, 2009-08-31, K475336, Passport; K048787, Passport\""""
REPAIR = """4398d33e9e93c7477af39f1e0bfffc13ddd47bcc,Entity List (EL) - Bureau of Industry and \
Security,,,,140 Repair \
Plant JSC,,"19 Luysi Chalovskoy St., Borisov, 222512, BY",87 FR 20299,2022-04-07,,,"For all items \
subject to the EAR.",\
Policy of denial. ,,,,,,,,http://bit.ly/1L47xrV,Open Joint Stock Company 140 Repair Plant; and JSC 140 \
Repair Plant,,,,,\
http://bit.ly/1L47xrV,"""


def row(**cells: str) -> str:
    told = {
        "_id": "77",
        "source": SDN,
        "entity_number": "77",
        "type": "Entity",
        "programs": "SDGT",
        "name": "ACME",
    }
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(
        {**told, **cells}.get(column, "") for column in HEADER.split(",")
    )
    return text.getvalue()[:-1]


def other(source: str, **cells: str) -> str:
    return row(**{"_id": "f0e1", "source": source, "entity_number": "", "type": "", "programs": "", **cells})


def csl_file(*rows: str, header: str = HEADER) -> SourceFile:
    return from_bytes("csl.csv", "\n".join([header, *rows, ""]).encode())


def read(*rows: str, header: str = HEADER) -> tuple[Reading, list[Party], list[Problem]]:
    reading = us_csl.read([csl_file(*rows, header=header)])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_the_columns_known_are_those_of_the_file() -> None:
    assert set(HEADER.split(",")) == COLUMNS


def test_a_person_of_ofac_is_read_in_ofacs_words() -> None:
    reading, (party,), problems = read(SALAM)
    assert problems == []
    assert (reading.list, reading.format, reading.published) == ("us-csl", "us-csl-csv", None)
    assert (party.id, party.kind) == ("us-csl:17292", Kind.PERSON)
    assert [(name.text, name.quality) for name in party.names] == [
        ("'ABD AL-SALAM, Ashraf Muhammad Yusuf 'Uthman", Quality.PRIMARY),
        ("'ABD-AL-SALAM, Ashraf Muhammad Yusif", Quality.STRONG),
        ("Khattab", Quality.STRONG),
        ("Ibn al-Khattab", Quality.STRONG),
    ]
    assert (party.names[0].given, party.names[0].family) == ("Ashraf Muhammad Yusuf 'Uthman", "'ABD AL-SALAM")
    assert party.birth_dates == ("1984-01-01",)
    assert party.birth_places == ("Iraq",)
    assert [(country.code, country.role) for country in party.countries] == [
        ("iq", CountryRole.BIRTH),
        ("jo", CountryRole.NATIONALITY),
    ]
    assert [(address.text, address.country) for address in party.addresses] == [("Syria", "sy")]
    assert [(one.type, one.value, one.country, one.issued, one.expires) for one in party.identifiers] == [
        (IdentifierType.NATIONAL_ID, "28440000526", "qa", None, None),
        (IdentifierType.PASSPORT, "K475336", "jo", "2009-08-31", "2014-08-30"),
        (IdentifierType.PASSPORT, "K048787", None, None, None),
    ]
    (decision,) = party.designations
    assert (decision.authority, decision.programme, decision.effects) == ("OFAC", "SDGT", BLOCKED)
    assert party.details == (Detail("source list", SDN),)
    assert party.relations == (Relation("same as", party.name, PartyId("us-ofac-sdn:17292")),)
    assert party.record == SALAM


def test_a_row_of_bis_has_its_lists_name_as_programme() -> None:
    _, (party,), problems = read(REPAIR)
    assert problems == []
    assert party.id == "us-csl:4398d33e9e93c7477af39f1e0bfffc13ddd47bcc"
    assert party.kind is Kind.LEGAL_ENTITY
    assert [name.text for name in party.names] == [
        "140 Repair Plant JSC",
        "Open Joint Stock Company 140 Repair Plant",
        "JSC 140 Repair Plant",
    ]
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("BIS", "EL")
    assert decision.effects == (Effect.EXPORT_LICENCE,)
    assert (decision.legal_basis or "").endswith("and 15 CFR 744.11; 87 FR 20299")
    assert decision.listed_on == "2022-04-07"
    assert party.details == (
        Detail("source list", EL),
        Detail("licence requirement", "For all items subject to the EAR."),
        Detail("licence policy", "Policy of denial."),
    )
    assert [address.text for address in party.addresses] == [
        "19 Luysi Chalovskoy St., Borisov, 222512, Belarus"
    ]


@pytest.mark.parametrize(
    ("line", "decisions"),
    [
        (other(UVL), [("BIS", "UVL", (Effect.LICENCE_EXCEPTIONS_SUSPENDED,))]),
        (other(MEU), [("BIS", "MEU", (Effect.EXPORT_LICENCE,))]),
        (other(DPL), [("BIS", "DPL", (Effect.EXPORT_PRIVILEGES_DENIED,))]),
        (other(DTC), [("US State Department", "DTC", (Effect.DEFENCE_TRADE_DEBARRED,))]),
        (other(ISN, programs="E.O. 13382"), [("US State Department", "E.O. 13382", BLOCKED)]),
        (
            other(ISN, programs="Export-Import Bank Act; Nuclear Proliferation Prevention Act"),
            [
                ("US State Department", "Export-Import Bank Act", (Effect.EXPORT_FINANCE_REFUSED,)),
                (
                    "US State Department",
                    "Nuclear Proliferation Prevention Act",
                    (Effect.GOVERNMENT_CONTRACTS,),
                ),
            ],
        ),
        (
            row(source=SDN, programs="IFSR; NPWMD"),
            [("OFAC", "IFSR", (Effect.SECONDARY_RISK,)), ("OFAC", "NPWMD", BLOCKED)],
        ),
        (row(source=PLC, programs="NS-PLC"), [("OFAC", "NS-PLC", (Effect.TRANSACTIONS_REJECTED,))]),
        (
            row(source=CMIC, programs="CMIC-EO13959"),
            [("OFAC", "CMIC-EO13959", (Effect.SECURITIES_FORBIDDEN,))],
        ),
        (
            row(source=CAP, programs="561-Related"),
            [("OFAC", "561-Related", (Effect.CORRESPONDENT_ACCOUNTS,))],
        ),
        (row(source=FSE, programs="FSE-SY; SYRIA"), [("OFAC", "FSE-SY", (Effect.DEALINGS_FORBIDDEN,))]),
        (row(source=MBS, programs="MBS"), [("OFAC", "MBS", (Effect.MENU_BASED,))]),
        (
            row(
                source=SSI,
                programs="UKRAINE-EO13662; RUSSIA-EO14024",
                ids="Subject to Directive 3, Executive Order 13662 Directive Determination -",
            ),
            [("OFAC", "UKRAINE-EO13662", (Effect.SECTORAL,))],
        ),
    ],
)
def test_each_source_list_decides_what_its_rows_mean(
    line: str, decisions: list[tuple[str, str, tuple[Effect, ...]]]
) -> None:
    _, (party,), problems = read(line)
    assert problems == []
    assert [(one.authority, one.programme, one.effects) for one in party.designations] == decisions


def test_rows_of_one_ofac_number_are_one_party_with_the_decisions_of_each_list() -> None:
    # VTB Africa, 18725: on three lists, with the programmes of all in each row.
    programs = "UKRAINE-EO13662; RUSSIA-EO14024"
    directive = "Subject to Directive 1, Executive Order 13662 Directive Determination -"
    reading, (party, _), problems = read(
        row(source=CAP, programs=programs, ids=directive, addresses="Luanda, AO"),
        row(_id="78", entity_number="78"),
        row(source=SSI, programs=programs, ids=directive, addresses="Luanda, AO", alt_names="VTB AFRICA"),
        row(source=SDN, programs=programs, ids="VTBLAOLU, SWIFT/BIC"),
    )
    assert problems == []
    assert reading.seen == 2
    assert [detail.value for detail in party.details if detail.label == "source list"] == [CAP, SSI, SDN]
    assert [(one.programme, one.effects) for one in party.designations] == [
        ("RUSSIA-EO14024", (Effect.CORRESPONDENT_ACCOUNTS,)),
        ("UKRAINE-EO13662", (Effect.SECTORAL,)),
        ("UKRAINE-EO13662", BLOCKED),
        ("RUSSIA-EO14024", BLOCKED),
    ]
    assert [name.text for name in party.names] == ["ACME", "VTB AFRICA"]
    assert len(party.addresses) == 1
    assert [one.type for one in party.identifiers] == [IdentifierType.BIC]
    assert [one.party for one in party.relations] == ["us-ofac-cons:77", "us-ofac-sdn:77"]
    assert len(party.record.splitlines()) == 3


def test_a_name_spelled_otherwise_in_another_row_is_an_alias() -> None:
    _, (party,), _ = read(row(), row(source=SSI, name="ACME, OAO"))
    assert [(name.text, name.quality) for name in party.names] == [
        ("ACME", Quality.PRIMARY),
        ("ACME, OAO", Quality.STRONG),
    ]


def test_a_denied_person_is_the_same_as_on_biss_own_list() -> None:
    _, (party,), _ = read(other(DPL, name="AARON VILLA", federal_register_notice="87 F.R. 52741 8/29/2022"))
    (relation,) = party.relations
    assert (relation.type, str(relation.party).rpartition("-")[0]) == ("same as", "us-bis-dpl:87-52741")


@pytest.mark.parametrize(
    ("ids", "identifiers"),
    [
        ("Male, Gender", []),
        (
            "RU, 7702235133, Tax ID No.",
            [Identifier(IdentifierType.TAX_ID, "7702235133", CountryCode("ru"), label="Tax ID No.")],
        ),
        ("9187629, MMSI", [Identifier(IdentifierType.MMSI, "9187629", label="MMSI")]),
        (
            "IMO 9187629, Vessel Registration Identification",
            [Identifier(IdentifierType.IMO, "9187629", label="Vessel Registration Identification")],
        ),
        ("1abc, Digital Currency Address - XBT", [Identifier(IdentifierType.WALLET, "1abc", label="XBT")]),
        (
            "CR 12, 34, Registration ID",
            [Identifier(IdentifierType.REGISTRATION, "CR 12, 34", label="Registration ID")],
        ),
        ("", []),
    ],
)
def test_labelled_numbers(ids: str, identifiers: list[Identifier]) -> None:
    _, (party,), problems = read(row(ids=ids))
    assert (list(party.identifiers), problems) == (identifiers, [])


def test_other_labelled_facts_stand_where_ofacs_files_have_them() -> None:
    _, (party,), _ = read(
        row(
            type="Individual",
            name="DOE, Jane",
            ids="Female, Gender; www.doe.ru, Website; Accounting; tax consultancy, Organization Type:; "
            "Ukraine Regulations, 31 CFR 589.201, Secondary sanctions risk:; loose end",
        )
    )
    assert party.genders == (Gender.FEMALE,)
    assert [(contact.type, contact.value) for contact in party.contacts] == [("website", "www.doe.ru")]
    assert Detail("Organization Type", "Accounting; tax consultancy") in party.details
    assert party.notes == ("Secondary sanctions risk: Ukraine Regulations, 31 CFR 589.201", "loose end")
    assert Effect.SECONDARY_RISK in party.designations[0].effects


def test_a_ships_columns_are_ofacs_facts() -> None:
    _, (ship,), _ = read(
        row(
            type="Vessel",
            name="AMIN",
            call_sign="9HEF9",
            vessel_type="Crude Oil Tanker",
            gross_tonnage="99144",
            vessel_flag="Iran",
            vessel_owner="NITC",
        )
    )
    assert (ship.kind, ship.identifiers[0].type) == (Kind.VESSEL, IdentifierType.CALL_SIGN)
    assert ship.countries == (Country(CountryCode("ir"), CountryRole.FLAG),)
    assert Detail("Tonnage", "99144") in ship.details
    assert ("owner", "NITC") in [(relation.type, relation.name) for relation in ship.relations]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("1967; 1966; 1968", ("1967", "1966", "1968")),
        ("1981-02-05", ("1981-02-05",)),
        ("circa 1965", ("1965~",)),
        ("1958 to 1962", ("1958/1962",)),
    ],
)
def test_birth_dates(text: str, dates: tuple[str, ...]) -> None:
    _, (party,), problems = read(row(type="Individual", dates_of_birth=text))
    assert (party.birth_dates, problems) == (dates, [])


@pytest.mark.parametrize(
    ("source", "text", "addresses"),
    [
        (
            EL,
            "Sharjah, AE; P.O. Box 25187, Dubai, AE",
            ["Sharjah, United Arab Emirates", "P.O. Box 25187, Dubai, United Arab Emirates"],
        ),
        # On the Entity List a semicolon also stands inside an address.
        (
            EL,
            "2nd Floor, No. 2; and Yesil Tulumba A, Istanbul, TR",
            ["2nd Floor, No. 2; Yesil Tulumba A, Istanbul, Türkiye"],
        ),
        (EL, "Somewhere", ["Somewhere"]),
        (SDN, "Cali; Bogota, CO; SY", ["Cali", "Bogota, Colombia", "Syria"]),
        (SDN, "Zone QQ", ["Zone QQ"]),
        (SDN, "Street, QQ", ["Street, QQ"]),
    ],
)
def test_addresses(source: str, text: str, addresses: list[str]) -> None:
    _, (party,), _ = read(
        other(source, entity_number="9", programs="SDGT" if source == SDN else "", addresses=text)
    )
    assert [address.text for address in party.addresses] == addresses


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        (row(type="Robot"), "type", "'Robot' is not known; read as person or organisation"),
        (row(dates_of_birth="long ago"), "dates_of_birth", "the birth date 'long ago' can't be read"),
        (row(nationalities="QQ"), "nationalities", "'QQ' is no country's code; it is kept as text"),
        (other(EL, start_date="soon"), "start_date", "'soon' is no date; it is left out"),
        (
            other(ISN, programs="A New Act"),
            "programme",
            "the programme 'A New Act' of US State Department is not in",
        ),
        (row(programs="SDGT9"), "programme", "the programme 'SDGT9' of OFAC is not in the table"),
        (
            other("Some List (XL) - Some Department"),
            "programme",
            "the programme 'XL' of Some Department is not in",
        ),
    ],
)
def test_a_field_that_cannot_be_read_loses_no_party(line: str, field: str, message: str) -> None:
    _, (party,), problems = read(line)
    assert party.name == "ACME"
    assert [(problem.field, problem.lost) for problem in problems] == [(field, False)]
    assert message in problems[0].message


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a,b,c", "3 fields stand under 29 columns; the row is not kept"),
        (row() + ",more", "30 fields stand under 29 columns"),
        (row(name=""), "an entry without name; the row is not kept"),
        (row(_id="", entity_number=""), "it has neither entity_number nor _id"),
    ],
)
def test_a_row_that_cannot_be_read_is_lost_and_counted(line: str, message: str) -> None:
    reading, (party,), (problem,) = read(row(_id="5", entity_number="5"), line)
    assert (reading.seen, party.id) == (2, "us-csl:5")
    assert (problem.lost, problem.where) == (True, "csl.csv line 3")
    assert message in problem.message


def test_a_row_over_several_lines_is_one_row() -> None:
    reading, parties, _ = read(row(remarks="one\ntwo"), row(_id="5", entity_number="5"))
    assert (reading.seen, [party.id for party in parties]) == (2, ["us-csl:77", "us-csl:5"])


def test_a_new_column_is_reported_and_kept_in_the_record() -> None:
    _, (party,), (problem,) = read(row() + ",secret", header=HEADER + ",colour")
    assert (problem.field, problem.lost) == ("colour", False)
    assert party.record.endswith(",secret")


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (csl_file(), r"csl\.csv holds no entries; download it again"),
        (csl_file("x,y", header="_id,name"), r"csl\.csv has no column 'source' in its first line"),
        (csl_file(row()[:-2] + '"'), r"csl\.csv line 2: a quote is opened or closed in the wrong place"),
        (from_bytes("csl.csv", HEADER.encode() + b"\n\xff\xfe"), r"csl\.csv is not UTF-8"),
        (from_bytes("csl.csv", HEADER.encode() + b"\na\0b"), "zero byte"),
    ],
)
def test_a_damaged_file_is_refused(file: SourceFile, message: str) -> None:
    with pytest.raises(ListError, match=message):
        list(us_csl.read([file]).records)


def test_it_cannot_be_another_list_and_is_one_file() -> None:
    with pytest.raises(ListError, match=r"is the Consolidated Screening List \(us-csl\) and can't be un-sc"):
        us_csl.read([csl_file(row())], ListId("un-sc"))
    with pytest.raises(ListError, match=r"one file and not 2 \(csl\.csv, csl\.csv\); add each"):
        us_csl.read([csl_file(row())] * 2)


@pytest.mark.parametrize(
    ("header", "recognised"),
    [
        (HEADER, True),
        ("\ufeff" + HEADER, True),
        (",".join(f'"{column}"' for column in HEADER.split(",")), True),
        ("id,name,kind", False),
        ("_id,source,name", False),
    ],
)
def test_the_file_is_recognised_by_its_columns(header: str, recognised: bool) -> None:
    assert us_csl.recognises([csl_file(row(), header=header)]) is recognised
    assert not us_csl.recognises([csl_file(row(), header=header)] * 2)
