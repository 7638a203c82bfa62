"""Small files in the layout of SDN.XML, whole and damaged."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import (
    Country,
    CountryCode,
    CountryRole,
    Detail,
    IdentifierType,
    Kind,
    ListId,
    Name,
    Quality,
)
from namesake.sources import ofac_xml
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

OLD = "http://tempuri.org/sdnList.xsd"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
HEADER = "<Publish_Date>03/10/2021</Publish_Date><Record_Count>1</Record_Count>"
SOLEIMANI = """<sdnEntry>
    <uid>10481</uid>
    <firstName>Qasem</firstName>
    <lastName>SOLEIMANI</lastName>
    <sdnType>Individual</sdnType>
    <programList><program>SDGT</program><program>IRGC</program></programList>
    <idList>
      <id>
        <uid>5080</uid>
        <idType>Diplomatic Passport</idType>
        <idNumber>008827</idNumber>
        <idCountry>Iran</idCountry>
        <issueDate>1999</issueDate>
      </id>
    </idList>
    <akaList>
      <aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>SOLEYMANI</lastName>
        <firstName>Ghasem</firstName></aka>
      <aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>HAJJ QASEM</lastName></aka>
      <aka><uid>3</uid><type>f.k.a.</type><category>strong</category><lastName>FORMER</lastName></aka>
      <aka><uid>4</uid><type>f.k.a.</type><category>weak</category><lastName>FORMER AND WEAK</lastName></aka>
      <aka><uid>5</uid><type>n.k.a.</type><category>strong</category><lastName>NOW</lastName></aka>
    </akaList>
    <addressList>
      <address><uid>9</uid><address1>1 Street</address1><address2>Flat 2</address2><city>Qom</city>
        <stateOrProvince>Qom Province</stateOrProvince><postalCode>37</postalCode>
        <country>Iran</country></address>
    </addressList>
    <nationalityList>
      <nationality><uid>6</uid><country>Iran</country><mainEntry>true</mainEntry></nationality>
    </nationalityList>
    <citizenshipList>
      <citizenship><uid>7</uid><country>Iran</country><mainEntry>true</mainEntry></citizenship>
    </citizenshipList>
    <dateOfBirthList>
      <dateOfBirthItem><uid>8</uid><dateOfBirth>11 Mar 1957</dateOfBirth></dateOfBirthItem>
    </dateOfBirthList>
    <placeOfBirthList>
      <placeOfBirthItem><uid>9</uid><placeOfBirth>Qom, Iran</placeOfBirth></placeOfBirthItem>
    </placeOfBirthList>
  </sdnEntry>"""
VESSEL = """<sdnEntry>
    <uid>4243</uid>
    <lastName>EBANO</lastName>
    <title>Flagship</title>
    <sdnType>Vessel</sdnType>
    <remarks>f.k.a. in our own words; (Linked To: SAMIR)</remarks>
    <programList><program>CUBA</program></programList>
    <vesselInfo>
      <callSign>P3QG3</callSign><vesselType>General Cargo</vesselType><vesselFlag>Panama</vesselFlag>
      <vesselOwner>Samir S.A.</vesselOwner><tonnage>2595</tonnage>
      <grossRegisteredTonnage>1865</grossRegisteredTonnage>
    </vesselInfo>
  </sdnEntry>"""


def simple(uid: int | str, *, programme: str = "CUBA", more: str = "", kind: str = "Entity") -> str:
    return (
        f"<sdnEntry><uid>{uid}</uid><lastName>PARTY {uid}</lastName><sdnType>{kind}</sdnType>"
        f"<programList><program>{programme}</program></programList>{more}</sdnEntry>"
    )


def sdn_xml(*entries: str, header: str = HEADER, namespace: str = NEW, name: str = "sdn.xml") -> SourceFile:
    text = (
        f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{namespace}">'
        f"<publshInformation>{header}</publshInformation>{''.join(entries)}</sdnList>"
    )
    return from_bytes(name, text.encode())


def read(*files: SourceFile, as_list: ListId | None = None) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ofac_xml.read(files, as_list)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    return reading, parties, [record for record in records if isinstance(record, Problem)]


@pytest.mark.parametrize("namespace", [OLD, NEW, ""])
def test_the_file_is_recognised_and_read_in_any_namespace(namespace: str) -> None:
    file = sdn_xml(SOLEIMANI, namespace=namespace)
    assert ofac_xml.recognises([file])
    reading, (party,), problems = read(file)
    assert (reading.list, reading.format, reading.seen, reading.declared) == ("us-ofac-sdn", "ofac-xml", 1, 1)
    assert reading.published == dt.date(2021, 3, 10)
    assert reading.lacks == ()
    assert party.id == "us-ofac-sdn:10481"
    assert problems == []


@pytest.mark.parametrize(
    "prolog",
    [
        b"",
        b"\xef\xbb\xbf",
        b"<?xml version='1.0'?>\n<!-- a note -->\n",
        b"<!DOCTYPE sdnList [<!ENTITY a 'b'>]>",
    ],
)
def test_what_stands_before_the_first_element_does_not_matter_for_recognition(prolog: bytes) -> None:
    assert ofac_xml.recognises([from_bytes("sdn.xml", prolog + b"<o:sdnList xmlns:o='x'></o:sdnList>")])


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue/></Sanctions>',
        b'<?xml version="1.0"?><sanctionsData><publicationInfo/></sanctionsData>',
        b'<?xml version="1.0"?><CONSOLIDATED_LIST/>',
        b'36,"AEROCARIBBEAN AIRLINES",-0- \n',
        b'{"name": "<sdnList>"}',
        b"<sdnListing/>",
    ],
)
def test_other_layouts_are_not_recognised(data: bytes) -> None:
    assert not ofac_xml.recognises([from_bytes("x", data)])


def test_two_files_are_not_one_edition() -> None:
    files = [sdn_xml(SOLEIMANI), sdn_xml(SOLEIMANI, name="consolidated.xml")]
    assert not ofac_xml.recognises(files)
    with pytest.raises(ListError, match=r"one file and not 2 \(sdn\.xml, consolidated\.xml\)"):
        ofac_xml.read(files)


def test_a_person_is_read_with_all_that_the_file_says() -> None:
    _, (party,), _ = read(sdn_xml(SOLEIMANI))
    assert party.kind is Kind.PERSON
    assert party.names == (
        Name("SOLEIMANI, Qasem", Quality.PRIMARY, given="Qasem", family="SOLEIMANI"),
        Name("SOLEYMANI, Ghasem", Quality.STRONG, given="Ghasem", family="SOLEYMANI"),
        Name("HAJJ QASEM", Quality.WEAK),
        Name("FORMER", Quality.FORMER),
        Name("FORMER AND WEAK", Quality.WEAK),
        Name("NOW", Quality.STRONG),
    )
    assert [(decision.authority, decision.programme) for decision in party.designations] == [
        ("OFAC", "SDGT"),
        ("OFAC", "IRGC"),
    ]
    assert party.birth_dates == ("1957-03-11",)
    assert party.birth_places == ("Qom, Iran",)
    assert {(country.code, country.role) for country in party.countries} == {
        ("ir", CountryRole.NATIONALITY),
        ("ir", CountryRole.CITIZENSHIP),
        ("ir", CountryRole.BIRTH),
    }
    (passport,) = party.identifiers
    assert (passport.type, passport.value, passport.country, passport.issued, passport.label) == (
        IdentifierType.PASSPORT,
        "008827",
        "ir",
        "1999",
        "Diplomatic Passport",
    )
    (address,) = party.addresses
    assert address.text == "1 Street, Flat 2, Qom, Qom Province 37, Iran"
    assert (address.region, address.country) == ("Qom Province", "ir")


def test_the_record_is_the_entry_as_it_stands_in_the_file() -> None:
    _, (party,), _ = read(sdn_xml(SOLEIMANI))
    assert party.record == SOLEIMANI


def test_a_vessel_is_read_with_its_particulars() -> None:
    _, (party,), _ = read(sdn_xml(VESSEL))
    assert party.kind is Kind.VESSEL
    assert party.names == (Name("EBANO", Quality.PRIMARY),)
    assert [(identifier.type, identifier.value) for identifier in party.identifiers] == [
        (IdentifierType.CALL_SIGN, "P3QG3")
    ]
    assert party.countries == (Country(CountryCode("pa"), CountryRole.FLAG),)
    assert party.relations == (Relation("owner", "Samir S.A."), Relation("linked to", "SAMIR"))
    assert party.details == (
        Detail("Vessel Type", "General Cargo"),
        Detail("Tonnage", "2595"),
        Detail("Gross Registered Tonnage", "1865"),
    )
    assert party.positions == ("Flagship",)
    assert party.notes == ("f.k.a. in our own words",)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Individual", Kind.PERSON),
        ("Entity", Kind.ORGANIZATION),
        ("Vessel", Kind.VESSEL),
        ("Aircraft", Kind.AIRPLANE),
    ],
)
def test_the_type_gives_the_kind(kind: str, expected: Kind) -> None:
    _, (party,), problems = read(sdn_xml(simple(1, kind=kind)))
    assert (party.kind, problems) == (expected, [])


def test_an_unknown_type_is_read_and_reported() -> None:
    _, (party,), (problem,) = read(sdn_xml(simple(1, kind="Spacecraft")))
    assert party.kind is Kind.LEGAL_ENTITY
    assert "'Spacecraft'" in problem.message


def test_the_consolidated_list_is_told_from_its_programmes() -> None:
    reading, (party,), _ = read(sdn_xml(simple(9639, programme="NS-PLC")))
    assert reading.list == "us-ofac-cons"
    assert party.id == "us-ofac-cons:9639"


def test_a_wrong_list_is_refused() -> None:
    with pytest.raises(ListError, match="is an edition of us-ofac-sdn and can't be us-ofac-cons"):
        ofac_xml.read([sdn_xml(SOLEIMANI)], ListId("us-ofac-cons"))


def test_entries_that_can_not_be_read_are_counted_and_named() -> None:
    nameless = "<sdnEntry><uid>2</uid><sdnType>Entity</sdnType><programList/></sdnEntry>"
    reading, parties, problems = read(sdn_xml(simple(1), nameless, simple("x"), simple(1), simple(3)))
    assert [party.id for party in parties] == ["us-ofac-sdn:1", "us-ofac-sdn:3"]
    assert [problem.record for problem in problems] == ["2", None, "1"]
    assert all(problem.lost for problem in problems)
    assert reading.seen == len(parties) + len(problems) == 5


def test_an_incomplete_id_or_alias_is_left_out_and_reported() -> None:
    more = (
        "<idList><id><uid>7</uid><idType>Passport</idType></id></idList>"
        "<akaList><aka><uid>8</uid><type>a.k.a.</type></aka></akaList>"
    )
    _, (party,), problems = read(sdn_xml(simple(1, more=more)))
    assert (party.identifiers, len(party.names)) == ((), 1)
    assert ["the id 7" in problems[0].message, "the alias 8" in problems[1].message] == [True, True]
    assert not any(problem.lost for problem in problems)


def test_an_element_never_seen_before_is_reported_once() -> None:
    novelty = "<zodiacSign>Leo</zodiacSign>"
    _, parties, (problem,) = read(sdn_xml(simple(1, more=novelty), simple(2, more=novelty)))
    assert "<zodiacSign>" in problem.message
    assert (problem.record, problem.lost) == ("1", False)
    assert "Leo" in parties[1].record


def test_a_date_of_publication_that_can_not_be_read_is_reported() -> None:
    reading, _, (problem,) = read(sdn_xml(SOLEIMANI, header="<Publish_Date>31/31/2021</Publish_Date>"))
    assert (reading.published, reading.declared) == (None, None)
    assert "'31/31/2021'" in problem.message
    assert "--published" in problem.message


def test_a_file_without_header_is_read() -> None:
    data = f"<sdnList>{simple(1)}{simple(2)}</sdnList>".encode()
    reading, parties, problems = read(from_bytes("sdn.xml", data))
    assert (reading.published, len(parties), problems) == (None, 2, [])


def test_a_control_character_is_mended_and_reported() -> None:
    data = f"<sdnList>{simple(1, more='<title>Vice@Chair</title>')}</sdnList>".encode().replace(b"@", b"\x19")
    _, (party,), (problem,) = read(from_bytes("sdn.xml", data))
    assert party.positions == ("Vice Chair",)
    assert "0x19" in problem.message


def test_a_file_cut_in_half_is_refused() -> None:
    with sdn_xml(*(simple(number) for number in range(1000))).open() as stream:
        data = stream.read()
    reading = ofac_xml.read([from_bytes("sdn.xml", data[: len(data) // 2])])
    with pytest.raises(ListError, match=r"sdn\.xml breaks off or is damaged"):
        list(reading.records)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not XML"),
        (b"not XML", "is not XML"),
        (b"<sdnList></sdnList>", "holds no entries"),
        (b"<CONSOLIDATED_LIST/>", "begins with <CONSOLIDATED_LIST>"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><sdnList>&b;</sdnList>', "DOCTYPE"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        ofac_xml.read([from_bytes("sdn.xml", data)])


@given(st.integers(0, 2500), st.binary(max_size=3), st.integers(0, 3))
def test_whatever_happens_to_a_file_is_refused_or_accounted_for(
    place: int, inserted: bytes, removed: int
) -> None:
    with sdn_xml(simple(1), SOLEIMANI, VESSEL).open() as stream:
        data = stream.read()
    damaged = from_bytes("sdn.xml", data[:place] + inserted + data[place + removed :])
    try:
        reading, parties, problems = read(damaged)
    except ListError:
        return
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
