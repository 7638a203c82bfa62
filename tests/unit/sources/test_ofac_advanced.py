"""Small invented files in the layout of SDN_ADVANCED.XML, whole and damaged."""

from __future__ import annotations

import datetime as dt
import tempfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
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
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources import ofac_advanced
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

OLD = "http://www.un.org/sanctions/1.0"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"

VALUES = """<ReferenceValueSets>
<AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
<AliasType ID="1403">Name</AliasType></AliasTypeValues>
<AreaCodeValues><AreaCode ID="11291" CountryID="11291" Description="undetermined" AreaCodeTypeID="1"/>
<AreaCode ID="11103" CountryID="11103" Description="Iran" AreaCodeTypeID="1">IR</AreaCode></AreaCodeValues>
<CountryValues><Country ID="11103" ISO2="IR">Iran</Country><Country ID="11199" ISO2="SY">Syria</Country>
</CountryValues>
<DetailReferenceValues><DetailReference ID="91526">Male</DetailReference>
<DetailReference ID="704">General Cargo</DetailReference></DetailReferenceValues>
<EntryEventTypeValues><EntryEventType ID="1">Created</EntryEventType>
<EntryEventType ID="2">Amended</EntryEventType></EntryEventTypeValues>
<FeatureTypeValues><FeatureType ID="2" FeatureTypeGroupID="1">VESSEL TYPE</FeatureType>
<FeatureType ID="3" FeatureTypeGroupID="1">Vessel Flag</FeatureType>
<FeatureType ID="8" FeatureTypeGroupID="1">Birthdate</FeatureType>
<FeatureType ID="9" FeatureTypeGroupID="1">Place of Birth</FeatureType>
<FeatureType ID="10" FeatureTypeGroupID="1">Nationality Country</FeatureType>
<FeatureType ID="14" FeatureTypeGroupID="1">Website</FeatureType>
<FeatureType ID="25" FeatureTypeGroupID="1">Location</FeatureType>
<FeatureType ID="26" FeatureTypeGroupID="1">Title</FeatureType>
<FeatureType ID="224" FeatureTypeGroupID="1">Gender</FeatureType>
<FeatureType ID="344" FeatureTypeGroupID="1">Digital Currency Address - XBT</FeatureType>
</FeatureTypeValues>
<IDRegDocDateTypeValues><IDRegDocDateType ID="1480">Issue Date</IDRegDocDateType>
<IDRegDocDateType ID="1481">Expiration Date</IDRegDocDateType></IDRegDocDateTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues>
<LegalBasisValues><LegalBasis ID="1828">Executive Order 13224 (Terrorism)</LegalBasis></LegalBasisValues>
<ListValues><List ID="1550">SDN List</List><List ID="91512">Consolidated List</List></ListValues>
<LocPartTypeValues><LocPartType ID="1">Unknown</LocPartType><LocPartType ID="1451">ADDRESS1</LocPartType>
<LocPartType ID="1454">CITY</LocPartType><LocPartType ID="1456">POSTAL CODE</LocPartType></LocPartTypeValues>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType>
<NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1522">Middle Name</NamePartType>
<NamePartType ID="1525">Entity Name</NamePartType><NamePartType ID="1528">Nickname</NamePartType>
</NamePartTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
<PartySubType ID="2" PartyTypeID="4">Aircraft</PartySubType>
<PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
<PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType>
<PartyType ID="4">Transport</PartyType></PartyTypeValues>
<RelationQualityValues><RelationQuality ID="1">Unknown</RelationQuality>
<RelationQuality ID="1541">Low</RelationQuality></RelationQualityValues>
<RelationTypeValues><RelationType ID="1555">Associate Of</RelationType>
<RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
<ReliabilityValues><Reliability ID="1">Unknown</Reliability><Reliability ID="1561">False</Reliability>
</ReliabilityValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType></SanctionsTypeValues>
<ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script>
<Script ID="220" ScriptCode="Cyrl">Cyrillic</Script></ScriptValues>
<ValidityValues><Validity ID="1">Valid</Validity><Validity ID="2">Fraudulent</Validity></ValidityValues>
</ReferenceValueSets>"""


def point(tag: str, day: tuple[int, int, int]) -> str:
    return f"<{tag}><Year>{day[0]}</Year><Month>{day[1]}</Month><Day>{day[2]}</Day></{tag}>"


def period(first: tuple[int, int, int], last: tuple[int, int, int], *, circa: bool = False) -> str:
    about = f'Approximate="{str(circa).lower()}"'
    return (
        f"<DatePeriod><Start {about}>{point('From', first)}{point('To', first)}</Start>"
        f"<End {about}>{point('From', last)}{point('To', last)}</End></DatePeriod>"
    )


def alias_xml(
    kind: int, *parts: tuple[int, str], primary: bool = False, weak: bool = False, more: str = ""
) -> tuple[str, str]:
    """An alias and the groups its parts belong to; a part is its type and its text."""
    groups = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{_group(part)}" NamePartTypeID="{part[0]}"/>'
        "</MasterNamePartGroup>"
        for part in parts
    )
    return (
        f'<Alias AliasTypeID="{kind}" Primary="{str(primary).lower()}" LowQuality="{str(weak).lower()}">'
        f'<DocumentedName ID="7">{_parts(parts)}</DocumentedName>{more}</Alias>'
    ), groups


def _group(part: tuple[int, str]) -> int:
    return zlib.crc32(repr(part).encode())


def _parts(parts: tuple[tuple[int, str], ...], script: int = 215) -> str:
    return "".join(
        f'<DocumentedNamePart><NamePartValue NamePartGroupID="{_group(part)}" '
        f'ScriptID="{script}">{part[1]}</NamePartValue></DocumentedNamePart>'
        for part in parts
    )


def feature_xml(kind: int | str, content: str, *, reliability: int = 1, comment: str = "") -> str:
    return (
        f'<Feature ID="5" FeatureTypeID="{kind}"><FeatureVersion ID="6" ReliabilityID="{reliability}">'
        f"<Comment>{comment}</Comment>{content}</FeatureVersion></Feature>"
    )


def party_xml(
    number: int | str,
    *aliases: tuple[str, str],
    subtype: int = 3,
    features: str = "",
    comment: str = "",
) -> str:
    aliases = aliases or (alias_xml(1403, (1525, f"Party {number}"), primary=True),)
    written, groups = "".join(one for one, _ in aliases), "".join(two for _, two in aliases)
    return (
        f'<DistinctParty FixedRef="{number}"><Comment>{comment}</Comment>'
        f'<Profile ID="{number}" PartySubTypeID="{subtype}"><Identity ID="8{number}" Primary="true">'
        f"{written}<NamePartGroups>{groups}</NamePartGroups></Identity>{features}</Profile></DistinctParty>"
    )


def entry_xml(
    profile: int, *, list_id: int = 1550, day: tuple[int, int, int] = (2014, 3, 20), more: str = ""
) -> str:
    return (
        f'<SanctionsEntry ID="9" ProfileID="{profile}" ListID="{list_id}">'
        '<EntryEvent ID="9" EntryEventTypeID="1" LegalBasisID="1828"><Comment/>'
        f'{point("Date", day)}</EntryEvent>{more}<SanctionsMeasure ID="1" SanctionsTypeID="1">'
        "<Comment>SDGT</Comment><DatePeriod/></SanctionsMeasure></SanctionsEntry>"
    )


DATE = point("DateOfIssue", (2024, 5, 7))


def advanced_xml(
    *parties: str,
    entries: str | None = None,
    locations: str = "",
    documents: str = "",
    relations: str = "",
    head: str = DATE + VALUES,
    namespace: str = NEW,
    name: str = "sdn_advanced.xml",
) -> SourceFile:
    entries = entry_xml(1) if entries is None else entries
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Sanctions xmlns="{namespace}" Version="3">{head}'
        f"<Locations>{locations}</Locations><IDRegDocuments>{documents}</IDRegDocuments>"
        f"<DistinctParties>{''.join(parties)}</DistinctParties>"
        f"<ProfileRelationships>{relations}</ProfileRelationships>"
        f"<SanctionsEntries>{entries}</SanctionsEntries><SanctionsEntryLinks/></Sanctions>"
    )
    return from_bytes(name, text.encode())


def read(*files: SourceFile, as_list: ListId | None = None) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ofac_advanced.read(files, as_list)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    return reading, parties, [record for record in records if isinstance(record, Problem)]


CYRILLIC = (
    '<DocumentedName ID="8">'
    + _parts(((1520, "Vardanis"), (1521, "Teodrik")), 220).replace("Vardanis", "Варданис")
    + "</DocumentedName>"
).replace("Teodrik", "Теодрик")
VARDANIS = party_xml(
    1,
    alias_xml(1400, (1520, "Wardanis"), (1521, "Teo"), (1522, "Maria")),
    alias_xml(1403, (1520, "Vardanis"), (1521, "Teodrik"), primary=True, more=CYRILLIC),
    alias_xml(1400, (1528, "El Teo"), weak=True),
    alias_xml(1401, (1520, "Older")),
    subtype=4,
    comment="Believed to be at sea.",
    features=feature_xml(8, period((1957, 1, 1), (1958, 12, 31), circa=True))
    + feature_xml(9, '<VersionDetail DetailTypeID="1432">Qom, Iran</VersionDetail>')
    + feature_xml(10, '<VersionDetail DetailTypeID="1433"/><VersionLocation LocationID="31"/>')
    + feature_xml(224, '<VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/>')
    + feature_xml(26, "<VersionDetail>Doctor; Director of the Quay</VersionDetail>")
    + feature_xml(14, "<VersionDetail>www.quay.example</VersionDetail>", comment="in Farsi")
    + feature_xml(344, "<VersionDetail>1abc</VersionDetail>", reliability=1561)
    + feature_xml(25, '<VersionLocation LocationID="30"/>')
    + feature_xml(25, '<VersionLocation LocationID="32"/>'),
)


def place_xml(number: int, *parts: tuple[int, str, bool], country: str = "") -> str:
    written = "".join(
        f'<LocationPart LocPartTypeID="{kind}"><LocationPartValue Primary="{str(main).lower()}"><Comment/>'
        f"<Value>{text}</Value></LocationPartValue></LocationPart>"
        for kind, text, main in parts
    )
    return f'<Location ID="{number}">{country}{written}</Location>'


IRAN = '<LocationAreaCode AreaCodeID="11103"/><LocationCountry CountryID="11103" CountryRelevanceID="1413"/>'
NOWHERE = '<LocationAreaCode AreaCodeID="11291"/>'
PLACES = (
    place_xml(30, (1451, "1 Quay", True), (1454, "Bandar", True), (1454, "بندر", False), country=IRAN)
    + place_xml(31, (1, "Syria", True))
    + place_xml(32, country=NOWHERE)
)
PASSPORT = (
    '<IDRegDocument ID="4" IDRegDocTypeID="1571" IdentityID="81" IssuedBy-CountryID="11103" ValidityID="2">'
    "<Comment/><IDRegistrationNo>A123456</IDRegistrationNo><IssuingAuthority>Harbour</IssuingAuthority>"
    f'<DocumentDate IDRegDocDateTypeID="1480">{period((2001, 5, 5), (2001, 5, 5))}</DocumentDate>'
    f'<DocumentDate IDRegDocDateTypeID="1481">{period((2006, 3, 1), (2006, 3, 31))}</DocumentDate>'
    "</IDRegDocument>"
)
TIES = (
    '<ProfileRelationship ID="1" From-ProfileID="1" To-ProfileID="2" RelationTypeID="15003" '
    'RelationQualityID="1541" Former="true"><Comment/>'
    + period((2010, 1, 1), (2012, 12, 31))
    + '</ProfileRelationship><ProfileRelationship ID="2" From-ProfileID="1" To-ProfileID="77" '
    'RelationTypeID="1555" RelationQualityID="1" Former="false"><Comment/></ProfileRelationship>'
)
WHOLE = advanced_xml(
    VARDANIS,
    party_xml(2),
    locations=PLACES,
    documents=PASSPORT,
    relations=TIES,
    entries=entry_xml(1) + entry_xml(2),
)


@pytest.mark.parametrize("namespace", [OLD, NEW, ""])
def test_the_file_is_recognised_and_read_in_any_namespace(namespace: str) -> None:
    file = advanced_xml(party_xml(1), namespace=namespace)
    assert ofac_advanced.recognises([file])
    reading, (party,), problems = read(file)
    assert (reading.list, reading.format, reading.seen) == ("us-ofac-sdn", "ofac-advanced", 1)
    assert (reading.published, party.id) == (dt.date(2024, 5, 7), "us-ofac-sdn:1")
    assert problems == []


@pytest.mark.parametrize("root", ["sdnList", "sanctionsData", "SanctionsList", "Designations"])
def test_other_layouts_are_not_recognised(root: str) -> None:
    assert not ofac_advanced.recognises([from_bytes("x", f"<{root}/>".encode())])


class TestWhatIsRead:
    @pytest.fixture
    def party(self) -> Party:
        _, (party, _), (problem,) = read(WHOLE)
        assert "does not name the party 77" in problem.message
        return party

    def test_names_as_sdn_xml_writes_them_the_primary_one_first(self, party: Party) -> None:
        assert party.kind is Kind.PERSON
        assert party.names == (
            Name("VARDANIS, Teodrik", Quality.PRIMARY, given="Teodrik", family="VARDANIS"),
            Name("WARDANIS, Teo Maria", Quality.STRONG, given="Teo Maria", family="WARDANIS"),
            Name("ВАРДАНИС, Теодрик", Quality.STRONG, given="Теодрик", family="ВАРДАНИС"),
            Name("El Teo", Quality.WEAK),
            Name("OLDER", Quality.FORMER),
        )

    def test_the_decision_with_its_authority_and_its_day(self, party: Party) -> None:
        (decision,) = party.designations
        assert (decision.programme, decision.legal_basis, decision.listed_on) == (
            "SDGT",
            "Executive Order 13224 (Terrorism)",
            "2014-03-20",
        )

    def test_facts_from_all_over_the_file(self, party: Party) -> None:
        assert (party.birth_dates, party.birth_places) == (("1957~/1958~",), ("Qom, Iran",))
        assert party.countries == (
            Country(CountryCode("ir"), CountryRole.BIRTH),
            Country(CountryCode("sy"), CountryRole.NATIONALITY),
        )
        assert party.genders == (Gender.MALE,)
        assert (party.titles, party.positions) == (("Doctor",), ("Director of the Quay",))
        assert party.contacts == (Contact("website", "www.quay.example"),)
        assert [address.text for address in party.addresses] == ["1 Quay, Bandar, Iran", "بندر, Iran"]
        assert party.notes == ("Believed to be at sea",)

    def test_documents_with_country_and_dates(self, party: Party) -> None:
        passport, wallet = party.identifiers
        assert (passport.type, passport.value, passport.country) == (IdentifierType.PASSPORT, "A123456", "ir")
        assert (passport.issued, passport.expires) == ("2001-05-05", "2006-03")
        assert (wallet.type, wallet.value, wallet.label) == (IdentifierType.WALLET, "1abc", "XBT")

    def test_a_relation_says_whether_it_is_former_and_when_it_held(self, party: Party) -> None:
        assert party.relations == (
            Relation(
                "owned or controlled by",
                "PARTY 2",
                PartyId("us-ofac-sdn:2"),
                since=PartialDate("2010-01-01"),
                until=PartialDate("2012-12-31"),
                former=True,
            ),
            Relation("associate of", "OFAC 77", PartyId("us-ofac-cons:77")),
        )

    def test_what_is_said_of_one_fact_stands_with_it(self, party: Party) -> None:
        assert party.details == (
            Detail("Passport A123456", "issuer Harbour"),
            Detail("Passport A123456", "validity Fraudulent"),
            Detail("Website www.quay.example", "in Farsi"),
            Detail("Digital Currency Address - XBT 1abc", "reliability False"),
            Detail("Owned or Controlled By PARTY 2", "quality Low"),
            Detail("Listing Date (SDN List)", "2014-03-20"),
        )

    def test_the_record_holds_what_stands_elsewhere_too(self, party: Party) -> None:
        record = party.record
        assert record.startswith('<DistinctParty FixedRef="1">')
        for part in ("<SanctionsEntry ", "<IDRegDocument ", '<Location ID="30">', "<ProfileRelationship "):
            assert f"\n{part}" in record
        assert "xmlns" not in record


@pytest.mark.parametrize(
    ("subtype", "kind"),
    [(1, Kind.VESSEL), (2, Kind.AIRPLANE), (3, Kind.ORGANIZATION), (4, Kind.PERSON)],
)
def test_type_and_subtype_give_the_kind(subtype: int, kind: Kind) -> None:
    _, (party,), problems = read(advanced_xml(party_xml(1, subtype=subtype)))
    assert (party.kind, problems) == (kind, [])


def test_a_vessels_features_are_what_sdn_xml_calls_them() -> None:
    features = feature_xml(2, '<VersionDetail DetailReferenceID="704"/>')
    features += feature_xml(3, '<VersionLocation LocationID="30"/>')
    file = advanced_xml(party_xml(1, subtype=1, features=features), locations=place_xml(30, country=IRAN))
    _, (party,), problems = read(file)
    assert problems == []
    assert party.countries == (Country(CountryCode("ir"), CountryRole.FLAG),)
    assert party.details[0] == Detail("Vessel Type", "General Cargo")


def test_an_event_that_is_no_listing_is_kept_with_its_day() -> None:
    amended = f'<EntryEvent ID="3" EntryEventTypeID="2">{point("Date", (2020, 1, 2))}</EntryEvent>'
    _, (party,), problems = read(advanced_xml(party_xml(1), entries=entry_xml(1, more=amended)))
    assert problems == []
    assert Detail("Amended (SDN List)", "2020-01-02") in party.details
    assert party.designations[0].listed_on == "2014-03-20"


class TestWhichList:
    def test_the_lists_of_the_parties_tell(self) -> None:
        reading, (party, _), _ = read(
            advanced_xml(
                party_xml(1),
                party_xml(2),
                entries=entry_xml(1) + entry_xml(1, list_id=91512) + entry_xml(2, list_id=91512),
            )
        )
        assert (reading.list, party.id) == ("us-ofac-cons", "us-ofac-cons:1")

    def test_a_wrong_list_is_refused(self) -> None:
        with pytest.raises(ListError, match="is an edition of us-ofac-sdn and can't be us-ofac-cons"):
            read(advanced_xml(party_xml(1)), as_list=ListId("us-ofac-cons"))

    def test_without_any_entry_nobody_can_tell(self) -> None:
        with pytest.raises(ListError, match="say which with --list"):
            read(advanced_xml(party_xml(1), entries=""))
        _, (party,), (problem,) = read(advanced_xml(party_xml(1), entries=""), as_list=ListId("us-ofac-sdn"))
        assert (party.designations, problem.lost) == ((), False)
        assert "under which programme" in problem.message


class TestDamage:
    def test_parties_that_can_not_be_read_are_counted_and_named(self) -> None:
        nameless = '<DistinctParty FixedRef="2"><Profile ID="2" PartySubTypeID="3"/></DistinctParty>'
        file = advanced_xml(party_xml(1), party_xml("x"), nameless, party_xml(1), party_xml(3))
        reading, parties, problems = read(file)
        assert [party.id for party in parties] == ["us-ofac-sdn:1", "us-ofac-sdn:3"]
        assert [problem.record for problem in problems if problem.lost] == [None, "2", "1"]
        assert reading.seen == 5

    @pytest.mark.parametrize(
        ("wrong", "right", "table"),
        [
            ('FeatureTypeID="999"', 'FeatureTypeID="14"', "FeatureType 999"),
            ('DetailReferenceID="999"', 'DetailReferenceID="91526"', "DetailReference 999"),
            ('IDRegDocTypeID="999"', 'IDRegDocTypeID="1571"', "IDRegDocType 999"),
            ('IssuedBy-CountryID="999"', 'IssuedBy-CountryID="11103"', "Country 999"),
            ('IDRegDocDateTypeID="999"', 'IDRegDocDateTypeID="1480"', "IDRegDocDateType 999"),
            ('LocPartTypeID="999"', 'LocPartTypeID="1451"', "LocPartType 999"),
            ('LocationCountry CountryID="999"', 'LocationCountry CountryID="11103"', "Country 999"),
            ('RelationTypeID="999"', 'RelationTypeID="15003"', "RelationType 999"),
            ('NamePartTypeID="999"', 'NamePartTypeID="1528"', "NamePartType 999"),
            ('AliasTypeID="999"', 'AliasTypeID="1401"', "AliasType 999"),
            ('SanctionsTypeID="999"', 'SanctionsTypeID="1"', "SanctionsType 999"),
            ('EntryEventTypeID="999"', 'EntryEventTypeID="1"', "EntryEventType 999"),
            ('VersionLocation LocationID="999"', 'VersionLocation LocationID="30"', "Location 999"),
            ('PartySubTypeID="999"', 'PartySubTypeID="4"', "party type 999"),
        ],
    )  # fmt: skip
    def test_a_number_that_the_file_does_not_explain_costs_that_fact_alone(
        self, wrong: str, right: str, table: str
    ) -> None:
        with WHOLE.open() as stream:
            text = stream.read().decode()
        head, body = text.split("</ReferenceValueSets>")
        assert right in body
        damaged = from_bytes("a.xml", f"{head}</ReferenceValueSets>{body.replace(right, wrong)}".encode())
        reading, parties, problems = read(damaged)
        assert (reading.seen, len(parties)) == (2, 2)
        assert any(table in problem.message for problem in problems)
        assert not any(problem.lost for problem in problems)
        # What could not be understood is not gone.
        assert wrong in "".join(party.record for party in parties)

    @pytest.mark.parametrize("tag", ["Locations", "IDRegDocuments", "ProfileRelationships"])
    def test_a_section_that_is_missing_does_not_lose_a_party(self, tag: str) -> None:
        with WHOLE.open() as stream:
            text = stream.read().decode()
        start, end = text.index(f"<{tag}>"), text.index(f"</{tag}>") + len(tag) + 3
        reading, parties, problems = read(from_bytes("a.xml", (text[:start] + text[end:]).encode()))
        assert (len(parties), reading.seen) == (2, 2)
        assert not any(problem.lost for problem in problems)

    @pytest.mark.parametrize("head", [DATE, "", DATE + "<ReferenceValueSets/>"])
    def test_without_reference_values_no_number_means_anything(self, head: str) -> None:
        with pytest.raises(ListError, match=r"no reference values|could be us-ofac-sdn or us-ofac-cons"):
            read(advanced_xml(party_xml(1), head=head))

    def test_what_belongs_to_nobody_in_the_file_is_told(self) -> None:
        entries = entry_xml(1) + "".join(entry_xml(number) for number in range(50, 57))
        document = PASSPORT.replace('IdentityID="81"', 'IdentityID="999"')
        _, (_,), problems = read(advanced_xml(party_xml(1), entries=entries, documents=document))
        assert [problem.message for problem in problems] == [
            "the file holds nobody of whom 1 IDRegDocument speak (IdentityID 999)",
            "the file holds nobody of whom 7 SanctionsEntry speak (ProfileID 50, 51, 52, 53, 54, ...)",
        ]

    def test_a_document_without_number_is_left_out_and_told(self) -> None:
        document = PASSPORT.replace("A123456", "")
        _, (party,), (problem,) = read(advanced_xml(party_xml(1), documents=document))
        assert (party.identifiers, problem.field) == ((), "identifiers")

    def test_a_date_that_does_not_exist_is_left_out_and_told(self) -> None:
        features = feature_xml(8, period((1957, 2, 30), (1957, 2, 31)))
        _, (party,), (problem,) = read(advanced_xml(party_xml(1, features=features)))
        assert party.birth_dates == ()
        assert "(DOB) has no value" in problem.message

    def test_a_listing_day_that_does_not_exist_is_told(self) -> None:
        _, (party,), (problem,) = read(advanced_xml(party_xml(1), entries=entry_xml(1, day=(2014, 13, 1))))
        assert party.designations[0].listed_on is None
        assert "the day of the event 9 can't be read" in problem.message

    def test_a_file_of_changes_is_no_list(self) -> None:
        changed = party_xml(1).replace("<DistinctParty", '<DistinctParty DeltaAction="amend"')
        with pytest.raises(ListError, match="tells only what changed"):
            read(advanced_xml(changed))

    def test_an_undated_file_says_so(self) -> None:
        reading, _, (problem,) = read(advanced_xml(party_xml(1), head=VALUES))
        assert reading.published is None
        assert "--published" in problem.message

    def test_an_element_never_seen_before_is_reported_once(self) -> None:
        strange = "<Zodiac>Leo</Zodiac>"
        parties = [party_xml(number, features=strange) for number in (1, 2)]
        _, read_parties, (problem,) = read(advanced_xml(*parties, entries=entry_xml(1) + entry_xml(2)))
        assert ("<Zodiac>" in problem.message, problem.record) == (True, "1")
        assert strange in read_parties[1].record

    @pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.999])
    def test_a_file_that_breaks_off_is_refused_before_anything_of_it_is_used(self, share: float) -> None:
        parties = [party_xml(number) for number in range(300)]
        with advanced_xml(*parties, entries="".join(map(entry_xml, range(300)))).open() as stream:
            data = stream.read()
        with pytest.raises(ListError, match="breaks off or is damaged"):
            ofac_advanced.read([from_bytes("a.xml", data[: int(len(data) * share)])])

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is not XML"),
            (b"<Sanctions></Sanctions>", "has no reference values"),
            (b"<sdnList/>", "begins with <sdnList>"),
            (b"<!DOCTYPE a [<!ENTITY b 'c'>]><Sanctions>&b;</Sanctions>", "DOCTYPE"),
            (b"<Sanctions><Locations>&lol;</Locations></Sanctions>", "breaks off or is damaged"),
        ],
    )
    def test_what_is_no_such_file_is_refused_at_once(self, data: bytes, message: str) -> None:
        with pytest.raises(ListError, match=message):
            ofac_advanced.read([from_bytes("a.xml", data)])

    @given(st.integers(0, 14000), st.binary(max_size=3), st.integers(0, 3))
    def test_whatever_happens_to_a_file_is_refused_or_accounted_for(
        self, place: int, inserted: bytes, removed: int
    ) -> None:
        with WHOLE.open() as stream:
            data = stream.read()
        try:
            reading, parties, problems = read(
                from_bytes("a.xml", data[:place] + inserted + data[place + removed :])
            )
        except ListError:
            return
        assert reading.seen == len(parties) + sum(problem.lost for problem in problems)


def test_what_belongs_to_parties_stays_out_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a few megabytes the parts go to a file without a name, and it is closed with the reading."""
    made = []

    class Watched(tempfile.SpooledTemporaryFile):  # type: ignore[type-arg]
        def __init__(self, max_size: int) -> None:
            super().__init__(max_size=max_size)
            made.append(self)

    monkeypatch.setattr("namesake.sources.ofac_parts.SpooledTemporaryFile", Watched)
    monkeypatch.setattr("namesake.sources.ofac_parts._IN_MEMORY", 1000)
    reading = ofac_advanced.read([WHOLE])
    assert made[0]._rolled  # type: ignore[attr-defined]
    assert sum(isinstance(record, Party) for record in reading.records) == 2
    del reading
    assert made[0].closed
