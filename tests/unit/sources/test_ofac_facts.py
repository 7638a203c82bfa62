"""Facts in OFAC's words and the party they make."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import (
    Contact,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.ofac_decisions import Listing
from namesake.sources.ofac_facts import (
    Entry,
    Fact,
    Tie,
    alias_quality,
    name_of,
    put_primary_first,
    start_reading,
)
from namesake.sources.ofac_lists import CONSOLIDATED, SDN


def entry(number: str = "1", *, programmes: tuple[str, ...] = ("SDGT",)) -> Entry:
    made = Entry(number, f"sdn.xml {number}", Kind.PERSON, programmes=programmes)
    made.names.append(Name(f"PARTY {number}", Quality.PRIMARY))
    return made


def party_of(*facts: Fact) -> Party:
    made = entry()
    for fact in facts:
        made.add_fact(fact)
    assert not made.problems
    return made.party(SDN)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (
            Fact("Diplomatic Passport", "008827", "Iran", "1999"),
            Identifier(
                IdentifierType.PASSPORT,
                "008827",
                CountryCode("ir"),
                issued=PartialDate("1999"),
                label="Diplomatic Passport",
            ),
        ),
        (
            Fact("Vessel Registration Identification", "IMO 9187629"),
            Identifier(IdentifierType.IMO, "9187629", label="Vessel Registration Identification"),
        ),
        (
            Fact("Vessel Registration Identification", "5A-1234"),
            Identifier(IdentifierType.REGISTRATION, "5A-1234", label="Vessel Registration Identification"),
        ),
        # 24899: "International Maritime Organization No. (5777731)"
        (
            Fact("International Maritime Organization No.", "(5777731)"),
            Identifier(IdentifierType.IMO, "5777731", label="International Maritime Organization No."),
        ),
        (
            Fact("Digital Currency Address - XBT", "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"),
            Identifier(IdentifierType.WALLET, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", label="XBT"),
        ),
        (
            Fact("SWIFT/BIC", "VTBRRUMM"),
            Identifier(IdentifierType.BIC, "VTBRRUMM", label="SWIFT/BIC"),
        ),
        (
            Fact("SSN", "123-45-6789"),
            Identifier(IdentifierType.SOCIAL_SECURITY, "123-45-6789", country=CountryCode("us"), label="SSN"),
        ),
        (
            Fact("Legal Entity Number", "253400V1H6ART1UQ0N98", "Russia"),
            Identifier(
                IdentifierType.LEI,
                "253400V1H6ART1UQ0N98",
                country=CountryCode("ru"),
                label="Legal Entity Number",
            ),
        ),
        (
            Fact("Legal Entity Number", "851683897", "Netherlands"),
            Identifier(
                IdentifierType.REGISTRATION,
                "851683897",
                country=CountryCode("nl"),
                label="Legal Entity Number",
            ),
        ),
        # 9971 in the XML: <idType>R.F.C.</idType><idNumber># PMA-910805</idNumber>
        (
            Fact("R.F.C.", "# PMA-910805", "Mexico"),
            Identifier(IdentifierType.TAX_ID, "PMA-910805", country=CountryCode("mx"), label="R.F.C."),
        ),
        # 17064 in the XML: <idNumber>1026303117642 (Russia)</idNumber> and no country
        (
            Fact("Registration ID", "1026303117642 (Russia)"),
            Identifier(
                IdentifierType.REGISTRATION,
                "1026303117642",
                country=CountryCode("ru"),
                label="Registration ID",
            ),
        ),
        (
            Fact("File Number", "7136946 (Delaware)"),
            Identifier(IdentifierType.REGISTRATION, "7136946 (Delaware)", label="File Number"),
        ),
        (
            Fact("Passport", "C234897(0)"),
            Identifier(IdentifierType.PASSPORT, "C234897(0)", label="Passport"),
        ),
    ],
)
def test_an_identifier_is_kept_without_its_label_and_country(fact: Fact, expected: Identifier) -> None:
    assert party_of(fact).identifiers == (expected,)


def test_a_number_without_a_digit_identifies_nobody() -> None:
    # "NIT # Provisional (Colombia)"
    party = party_of(Fact("NIT #", "Provisional", "Colombia"))
    assert party.identifiers == ()
    assert party.details == (Detail("NIT #", "Provisional"),)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (Fact("nationality", "Iran"), Country(CountryCode("ir"), CountryRole.NATIONALITY)),
        (Fact("citizen", "Korea, North"), Country(CountryCode("kp"), CountryRole.CITIZENSHIP)),
        (Fact("nationality", "Palestinian"), Country(CountryCode("ps"), CountryRole.NATIONALITY)),
        (Fact("Nationality of Registration", "China"), Country(CountryCode("cn"), CountryRole.REGISTRATION)),
        (Fact("Vessel Flag", "Panama"), Country(CountryCode("pa"), CountryRole.FLAG)),
        (
            Fact("Former Vessel Flag", "Malta"),
            Country(CountryCode("mt"), CountryRole.FLAG, "Former Vessel Flag Malta"),
        ),
        (Fact("Vessel Flag", "None Identified"), Country(None, CountryRole.FLAG, "None Identified")),
    ],
)
def test_a_country_is_kept_with_its_role(fact: Fact, expected: Country) -> None:
    assert party_of(fact).countries == (expected,)


@pytest.mark.parametrize(
    ("place", "code"),
    [("Qom, Iran", "ir"), ("Pyongyang, Korea, North", "kp"), ("Egypt", "eg"), ("Shati", None)],
)
def test_a_birth_place_gives_its_country_where_it_names_one(place: str, code: str | None) -> None:
    party = party_of(Fact("POB", place))
    assert party.birth_places == (place,)
    assert [country.code for country in party.countries] == ([code] if code else [])


def test_the_other_facts_find_their_fields() -> None:
    party = party_of(
        Fact("DOB", "1951"),
        Fact("DOB", "circa 1951"),
        Fact("Gender", "Male"),
        Fact("Website", "www.aqsatv.ps"),
        Fact("Phone Number", "0097282851500"),
        Fact("Linked To", "POUYA AIR"),
        Fact("Aircraft Operator", "YAS AIR"),
        Fact("Aircraft Model", "IL76-TD"),
        Fact("Additional Sanctions Information -", "Subject to Secondary Sanctions"),
    )
    assert party.birth_dates == ("1951", "1951~")
    assert party.genders == (Gender.MALE,)
    assert party.contacts == (Contact("website", "www.aqsatv.ps"), Contact("telephone", "0097282851500"))
    assert party.relations == (Relation("linked to", "POUYA AIR"), Relation("operator", "YAS AIR"))
    assert party.details == (Detail("Aircraft Model", "IL76-TD"),)
    assert party.notes == ("Additional Sanctions Information - Subject to Secondary Sanctions",)


def test_another_gender_is_kept_in_the_lists_words() -> None:
    party = party_of(Fact("Gender", "Non-binary"))
    assert (party.genders, party.notes) == ((Gender.OTHER,), ("Gender Non-binary",))


def test_a_fact_given_twice_is_kept_once() -> None:
    assert party_of(Fact("DOB", "1951"), Fact("DOB", "1951")).birth_dates == ("1951",)


def test_a_birth_date_that_can_not_be_read_is_a_note_and_a_problem() -> None:
    made = entry()
    made.add_fact(Fact("DOB", "32 Dec 1948"))
    assert made.birth_dates == []
    assert made.notes == ["DOB 32 Dec 1948"]
    (problem,) = made.problems
    assert (problem.record, problem.field, problem.lost) == ("1", "birth_dates", False)
    assert "'32 Dec 1948'" in problem.message


def test_an_identifier_with_an_odd_date_or_country_is_kept_and_reported() -> None:
    made = entry()
    made.add_fact(Fact("Passport", "A1", "Atlantis", expires="31 Feb 2020"))
    assert made.identifiers == [Identifier(IdentifierType.PASSPORT, "A1", label="Passport")]
    assert ["Atlantis" in made.problems[0].message, "31 Feb 2020" in made.problems[1].message] == [True, True]


@pytest.mark.parametrize(
    ("title", "titles", "positions"),
    [
        ("Haji", ["Haji"], []),
        ("Maulawi; Mullah", ["Maulawi", "Mullah"], []),
        ("Minister of Intelligence; Hojjatoleslam", ["Hojjatoleslam"], ["Minister of Intelligence"]),
        ("Position: Owner; Alt. Position: General Manager", [], ["Owner", "General Manager"]),
        ("Brigadier General", [], ["Brigadier General"]),
    ],
)
def test_forms_of_address_are_told_from_positions(
    title: str, titles: list[str], positions: list[str]
) -> None:
    made = entry()
    made.add_title(title)
    assert (made.titles, made.positions) == (titles, positions)


def test_an_address_is_one_line_and_its_parts() -> None:
    made = entry()
    made.add_address("Holdenweg 76", "Essen", postcode="45143", country="Germany")
    (address,) = made.addresses
    assert address.text == "Holdenweg 76, Essen 45143, Germany"
    assert (address.street, address.city, address.postcode, address.country) == (
        "Holdenweg 76",
        "Essen",
        "45143",
        "de",
    )


def test_an_address_of_which_nothing_is_known_is_none() -> None:
    made = entry()
    made.add_address(None)
    assert made.addresses == []


def test_a_reading_counts_its_entries_and_gives_their_problems() -> None:
    first, lost = entry("7"), Problem("sdn.csv line 2", "not kept", lost=True)
    first.add_problem("names", "odd")
    reading = start_reading(iter([first, lost]), name="sdn.csv", file_format="ofac-csv", as_list=None)
    party, odd, gone = reading.records
    assert isinstance(party, Party)
    assert party.id == "us-ofac-sdn:7"
    assert [odd, gone] == [*first.problems, lost]
    assert reading.seen == 2


def test_a_number_given_twice_is_a_problem_that_names_both() -> None:
    again = entry("7")
    again.names[0] = Name("ANOTHER", Quality.PRIMARY)
    reading = start_reading(iter([entry("7"), again]), name="x", file_format="ofac-csv", as_list=None)
    _, problem = reading.records
    assert isinstance(problem, Problem)
    assert problem.lost
    assert "'ANOTHER' has the number 7 of 'PARTY 7'" in problem.message
    assert reading.seen == 2


def test_the_list_is_told_by_the_first_entries_and_no_record_is_lost_by_looking() -> None:
    entries = [entry(str(number), programmes=("NS-PLC",)) for number in range(1000)]
    reading = start_reading(iter(entries), name="x", file_format="ofac-xml", as_list=None)
    ids = [record.id for record in reading.records if isinstance(record, Party)]
    assert ids == [f"us-ofac-cons:{number}" for number in range(1000)]


@pytest.mark.parametrize(
    ("alias_type", "weak", "quality"),
    [
        ("A.K.A.", False, Quality.STRONG),
        ("a.k.a.", False, Quality.STRONG),
        ("F.K.A.", False, Quality.FORMER),
        ("f.k.a.", False, Quality.FORMER),
        ("N.K.A.", False, Quality.STRONG),
        ("F.K.A.", True, Quality.WEAK),
        ("", False, Quality.STRONG),
    ],
)
def test_an_alias_has_the_quality_of_its_type_unless_it_is_weak(
    alias_type: str, weak: bool, quality: Quality
) -> None:
    assert alias_quality(alias_type, weak=weak) is quality


def test_a_name_keeps_its_parts_where_it_has_two() -> None:
    assert name_of("A", "b", Quality.WEAK) == Name("A, b", Quality.WEAK, given="b", family="A")
    assert name_of("A", None, Quality.STRONG) == Name("A")
    assert name_of(None, "b", Quality.STRONG) == name_of("", "b", Quality.STRONG) == Name("b")
    assert name_of(None, None, Quality.STRONG).text == ""


@pytest.mark.parametrize(
    ("qualities", "first", "problems"),
    [
        ([Quality.STRONG, Quality.PRIMARY, Quality.WEAK], 1, 0),
        ([Quality.STRONG, Quality.WEAK], 0, 1),
        ([Quality.FORMER, Quality.PRIMARY, Quality.PRIMARY], 1, 1),
    ],
)
def test_exactly_one_name_is_primary_and_stands_first(
    qualities: list[Quality], first: int, problems: int
) -> None:
    made = entry()
    made.names = [Name(f"N{place}", quality) for place, quality in enumerate(qualities)]
    put_primary_first(made)
    assert made.names[0] == Name(f"N{first}", Quality.PRIMARY)
    assert [name.quality for name in made.names].count(Quality.PRIMARY) == 1
    assert len(made.names) == len(qualities)
    assert len(made.problems) == problems


@pytest.mark.parametrize(
    ("parts", "country", "text", "code"),
    [
        (
            {"ADDRESS1": "1 Quay", "ADDRESS2": "Flat 2", "ADDRESS3": "(Office)", "CITY": "Bandar"},
            "Iran",
            "1 Quay, Flat 2, (Office), Bandar, Iran",
            "ir",
        ),
        ({"STATE/PROVINCE": "West Bank"}, "Palestinian", "West Bank, Palestinian", "ps"),
        ({"CITY": "Moscow", "POSTAL CODE": "107174"}, "Russia", "Moscow 107174, Russia", "ru"),
        # 9659 in SDN.XML: <city>Jabaliya</city><country>Region: Gaza</country>
        ({"CITY": "Jabaliya", "REGION": "Gaza"}, None, "Jabaliya, Region: Gaza", "ps"),
        ({"REGION": "Gaza"}, "undetermined", "Region: Gaza", "ps"),
        ({"CITY": "Kerch", "REGION": "Crimea"}, "Ukraine", "Kerch, Crimea, Ukraine", "ua"),
        ({}, "Turkey", "Turkey", "tr"),
    ],
)  # fmt: skip
def test_an_address_is_put_together_from_its_parts(
    parts: dict[str, str], country: str | None, text: str, code: str
) -> None:
    made = entry()
    made.add_address_parts(parts, country)
    (address,) = made.party(SDN).addresses
    assert (address.text, address.country) == (text, code)


@pytest.mark.parametrize("country", [None, "", "undetermined"])
def test_an_address_without_any_part_is_none(country: str | None) -> None:
    made = entry()
    made.add_address_parts({}, country)
    assert made.party(SDN).addresses == ()


@pytest.mark.parametrize(
    ("list_id", "here", "party"),
    [
        (SDN, True, "us-ofac-sdn:7"),
        (SDN, False, "us-ofac-cons:7"),
        (CONSOLIDATED, True, "us-ofac-cons:7"),
        (CONSOLIDATED, False, "us-ofac-sdn:7"),
    ],
)
def test_a_tie_leads_to_the_list_the_other_party_is_on(list_id: ListId, here: bool, party: str) -> None:
    made = entry()
    made.ties.append(Tie(Relation("owner", "OTHER", former=True), "7", here))
    assert made.party(list_id).relations == (Relation("owner", "OTHER", PartyId(party), former=True),)


def test_lists_and_authorities_date_and_ground_the_decisions() -> None:
    made = entry(programmes=("SDGT", "IFSR", "IRGC"))
    made.listings = [Listing("SDN List", dt.date(2009, 6, 24)), Listing("CAPTA List")]
    made.authorities = ("Executive Order 13224 (Terrorism)", "TRA")
    party = made.party(SDN)
    assert [(one.programme, one.listed_on) for one in party.designations] == [
        ("SDGT", "2009-06-24"),
        ("IFSR", "2009-06-24"),
        ("IRGC", "2009-06-24"),
    ]
    assert party.designations[0].legal_basis == "Executive Order 13224 (Terrorism)"
    # Where the file names no authority for a programme, the reviewed table's stands.
    assert party.designations[1].legal_basis == "31 CFR part 561"
    assert party.details == (
        Detail("Listing Date (SDN List)", "2009-06-24"),
        Detail("Legal Authority", "TRA"),
    )


def test_what_goes_without_saying_is_not_said_of_a_fact() -> None:
    made = entry()
    made.add_remark_on("Passport 1", note=None, validity="Valid", reliability="Confirmed", quality="Unknown")
    assert made.details == []
