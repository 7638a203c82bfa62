"""The UK Sanctions List's XML becomes parties, every designation of it."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party
from namesake.model.values import Kind, ListId, Quality
from namesake.sources import gb_xml
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

REGIME = "The Russia (Sanctions) (EU Exit) Regulations 2019"
NAME = (
    "<Names><Name><Name1>Osgrim</Name1><Name6>TALVERSON </Name6><NameType>Primary Name</NameType></Name>"
    "{}</Names>"
)
FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)


def record(
    number: str = "RUS9001", *, names: str = NAME.format(""), imposed: str = "Asset freeze", more: str = ""
) -> str:
    return (
        f"<Designation><LastUpdated>24/02/2026</LastUpdated><DateDesignated>25/01/2001</DateDesignated>"
        f"<UniqueID>{number}</UniqueID>{names}<RegimeName>{REGIME}</RegimeName>"
        f"<IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UK</DesignationSource>"
        f"<SanctionsImposed>{imposed}</SanctionsImposed>{more}</Designation>"
    )


def uk_file(*records: str, made: str = "<DateGenerated>07/09/2026</DateGenerated>") -> SourceFile:
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<Designations>{made}{"".join(records)}</Designations>'
    return from_bytes("uk.xml", text.encode())


def read(file: SourceFile) -> tuple[Reading, list[Party], list[Problem]]:
    assert gb_xml.recognises([file])
    reading = gb_xml.read([file])
    records = list(reading.records)
    parties = [one for one in records if isinstance(one, Party)]
    problems = [one for one in records if isinstance(one, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_a_designation_is_read_whole() -> None:
    more = """<OFSIGroupID>7172</OFSIGroupID><UNReferenceNumber>TAi.002</UNReferenceNumber>
        <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><TravelBan>false</TravelBan>
        </SanctionsImposedIndicators><OtherInformation>Brother of Monir Chouka (QDi.300).</OtherInformation>
        <UKStatementofReasons>\n Because.\n</UKStatementofReasons>
        <Addresses><Address><AddressLine1>1 Quay</AddressLine1><AddressLine6>Kabul</AddressLine6>
        <AddressPostalCode>1001</AddressPostalCode><AddressCountry>Afghanistan</AddressCountry></Address>
        <Address><AddressCountry>Iran</AddressCountry></Address></Addresses>
        <PhoneNumbers><PhoneNumber>+1 555 </PhoneNumber></PhoneNumbers>
        <IndividualDetails><Individual><DOBs><DOB>dd/mm/1945</DOB><DOB>03/04/1946</DOB></DOBs>
        <PassportDetails><Passport><PassportNumber>P1</PassportNumber><PassportAdditionalInformation>Afghan
        </PassportAdditionalInformation></Passport><Passport><PassportNumber>P2</PassportNumber></Passport>
        </PassportDetails><Positions><Position>Judge</Position><Position>Clerk</Position></Positions>
        <Genders><Gender>Male</Gender></Genders><BirthDetails><Location><TownOfBirth>Herat</TownOfBirth>
        <CountryOfBirth>Afghanistan</CountryOfBirth></Location></BirthDetails></Individual>
        </IndividualDetails>"""
    alias = (
        "<Name><Name6>Tal</Name6><NameType>Alias</NameType>"
        "<AliasStrength>Low quality a.k.a</AliasStrength></Name>"
    )
    reading, (party,), problems = read(uk_file(record(names=NAME.format(alias), more=more)))
    assert problems == []
    assert (reading.list, reading.published, reading.moment) == ("gb-fcdo", dt.date(2026, 9, 7), None)
    assert (party.id, party.kind) == ("gb-fcdo:RUS9001", Kind.PERSON)
    assert [(name.text, name.quality) for name in party.names] == [
        ("Osgrim TALVERSON", Quality.PRIMARY),
        ("Tal", Quality.WEAK),
    ]
    (decision,) = party.designations
    assert (decision.authority, decision.programme, decision.reason) == ("UK Government", REGIME, "Because.")
    assert (decision.listed_on, decision.amended_on) == ("2001-01-25", ("2026-02-24",))
    assert decision.effects == FROZEN
    assert party.birth_dates == ("1945", "1946-04-03")
    assert [(one.value, one.country) for one in party.identifiers] == [("P1", "af"), ("P2", None)]
    assert [(one.text, one.city, one.country) for one in party.addresses] == [
        ("1 Quay, Kabul, 1001, Afghanistan", "Kabul", "af"),
        ("Iran", None, "ir"),
    ]
    assert (party.positions, party.genders, party.birth_places) == (
        ("Judge", "Clerk"), ("male",), ("Herat, Afghanistan",),
    )  # fmt: skip
    assert [(one.type, one.party) for one in party.relations] == [
        ("same as", "un-sc:TAi.002"),
        ("same as", "gb-ofsi:7172"),
        ("brother of", "un-sc:QDi.300"),
    ]
    assert party.record.startswith("<Designation><LastUpdated>")


@pytest.mark.parametrize(
    ("imposed", "more", "effects", "said"),
    [
        ("Asset freeze|Trust Services Sanctions", "", (*FROZEN, Effect.TRUST_SERVICES), ""),
        ("", "<X><AssetFreeze>true</AssetFreeze></X>", FROZEN, ""),
        (
            "Asset freeze", "<X><AssetFreeze>true</AssetFreeze><TravelBan>true</TravelBan></X>",
            (*FROZEN, Effect.TRAVEL_BAN), "all are taken",
        ),
        ("Charm offensive", "", (), "the sanction 'Charm offensive' is not known here"),
    ],
)  # fmt: skip
def test_the_sanctions_imposed_are_the_effects(
    imposed: str, more: str, effects: tuple[Effect, ...], said: str
) -> None:
    _, (party,), problems = read(uk_file(record(imposed=imposed, more=more)))
    assert party.designations[0].effects == effects
    assert any(said in one.message for one in problems) == bool(said)


def test_an_element_that_is_not_known_is_told_once_and_kept_in_the_record() -> None:
    records = [record(number, more="<ShoeSize>44</ShoeSize>") for number in ("RUS9001", "RUS9002")]
    _, parties, (problem,) = read(uk_file(*records))
    assert (problem.field, problem.record, problem.lost) == ("ShoeSize", "RUS9001", False)
    assert all("<ShoeSize>44</ShoeSize>" in party.record for party in parties)


def test_records_that_cannot_be_kept_are_lost_and_told() -> None:
    nameless = record("RUS9002", names="")
    reading, (party,), problems = read(uk_file(record(""), record(), record(), nameless))
    assert (reading.seen, party.id) == (4, "gb-fcdo:RUS9001")
    assert [one.lost for one in problems] == [True] * 3
    assert "without UniqueID" in problems[0].message
    assert "a second designation has the number of 'Osgrim TALVERSON'" in problems[1].message
    assert "without name" in problems[2].message


@pytest.mark.parametrize("made", ["", "<DateGenerated>2026 or so</DateGenerated>"])
def test_a_file_without_date_is_read_and_says_so(made: str) -> None:
    reading, (_,), (problem,) = read(uk_file(record(), made=made))
    assert (reading.published, problem.field) == (None, "DateGenerated")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<Designations><DateGenerated>07/09/2026</DateGenerated></Designations>", "holds no entries"),
        (uk_file(record(), record("RUS2")).open().read()[:-120], "breaks off or is damaged at line"),
        (b"<Designations><Designation>\xff</Designation></Designations>", "damaged|not XML"),
        (b"<CONSOLIDATED_LIST><A/></CONSOLIDATED_LIST>", "begins with <CONSOLIDATED_LIST>"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><Designations><Designation/></Designations>', "DOCTYPE"),
    ],
)  # fmt: skip
def test_a_file_that_is_damaged_is_refused_with_what_is_wrong(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        list(gb_xml.read([from_bytes("uk.xml", data)]).records)


def test_a_file_cannot_be_another_list_and_is_read_alone() -> None:
    with pytest.raises(ListError, match=r"the UK's list \(gb-fcdo\) and can't be gb-ofsi"):
        gb_xml.read([uk_file(record())], ListId("gb-ofsi"))
    with pytest.raises(ListError, match="one file and not 2"):
        gb_xml.read([uk_file(record()), uk_file(record())])
