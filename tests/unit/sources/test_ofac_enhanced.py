"""Small invented files in the layout of SDN_ENHANCED.XML, whole and damaged."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party, Relation
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
from namesake.sources import ofac_enhanced
from namesake.sources.files import from_bytes
from namesake.sources.reading import Reading, SourceFile

OLD = "https://www.treasury.gov/ofac/DownloadsEnhanced/ENHANCED_XML"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"


def name_xml(
    number: int,
    *written: tuple[str, str, str],
    primary: bool = False,
    weak: bool = False,
    kind: str = "A.K.A.",
) -> str:
    """A name: of each writing the script, the last and the first name; the first is the main one."""
    translations = "".join(
        f"<translation id='{number}{place}'><isPrimary>{str(place == 0).lower()}</isPrimary>"
        f"<script refId='1'>{script}</script>"
        + (f"<formattedFirstName>{first}</formattedFirstName>" if first else "")
        + (f"<formattedLastName>{last}</formattedLastName>" if last else "")
        + "</translation>"
        for place, (script, last, first) in enumerate(written)
    )
    alias = "" if primary else f"<aliasType refId='1400'>{kind}</aliasType>"
    return (
        f"<name id='{number}'><isPrimary>{str(primary).lower()}</isPrimary>{alias}"
        f"<isLowQuality>{str(weak).lower()}</isLowQuality><translations>{translations}</translations></name>"
    )


def feature_xml(label: str, value: str, more: str = "") -> str:
    return (
        f"<feature id='5'><type featureTypeId='1'>{label}</type><versionId>1</versionId>"
        f"<value>{value}</value>{more}</feature>"
    )


def listing_xml(name: str, day: str) -> str:
    return f"<sanctionsList refId='1' id='2' datePublished='{day}'>{name}</sanctionsList>"


def entity_xml(
    number: int | str,
    *,
    kind: str = "Entity",
    general: str = "",
    listings: str = listing_xml("SDN List", "2014-03-20"),
    programmes: tuple[str, ...] = ("SDGT",),
    authorities: tuple[str, ...] = ("Executive Order 13224 (Terrorism)",),
    names: str | None = None,
    more: str = "",
) -> str:
    written = name_xml(1, ("Latin", f"PARTY {number}", ""), primary=True) if names is None else names
    codes = "".join(f"<sanctionsProgram refId='1' id='1'>{code}</sanctionsProgram>" for code in programmes)
    grounds = "".join(f"<legalAuthority refId='1' id='1'>{text}</legalAuthority>" for text in authorities)
    return (
        f"<entity id='{number}'><generalInfo><identityId>1</identityId>"
        f"<entityType refId='600'>{kind}</entityType>{general}</generalInfo>"
        f"<sanctionsLists>{listings}</sanctionsLists><sanctionsPrograms>{codes}</sanctionsPrograms>"
        "<sanctionsTypes><sanctionsType refId='1705' id='1'>Block</sanctionsType></sanctionsTypes>"
        f"<legalAuthorities>{grounds}</legalAuthorities><names>{written}</names>{more}</entity>"
    )


HEADER = (
    "<publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists>"
    "<sanctionsList refId='1550'>SDN List</sanctionsList></sanctionsLists></filters></publicationInfo>"
)
VARDANIS = entity_xml(
    90001,
    kind="Individual",
    general="<title>Doctor; Director of the Quay</title><remarks>Believed to be at sea.</remarks>",
    names=name_xml(2, ("Latin", "WARDANIS", "Teo"))
    + name_xml(1, ("Latin", "VARDANIS", "Teodrik"), ("Cyrillic", "ВАРДАНИС", "Теодрик"), primary=True)
    + name_xml(3, ("Latin", "TEO", ""), weak=True)
    + name_xml(4, ("Latin", "OLD NAME", ""), kind="F.K.A."),
    more=(
        "<identityDocuments><identityDocument id='9'><type refId='1571'>Passport</type>"
        "<name nameId='1' nameTranslationId='10'>VARDANIS, Teodrik</name>"
        "<documentNumber>A123456</documentNumber><isValid>false</isValid>"
        "<issuingCountry refId='1'>Iran</issuingCountry><issuingAuthority>Harbour</issuingAuthority>"
        "<issueDate>2001-05-05</issueDate><expirationDate>11 Mar 2006</expirationDate>"
        "</identityDocument></identityDocuments>"
        "<addresses><address id='7'><country refId='1'>Iran</country><translations>"
        "<translation id='1'><isPrimary>true</isPrimary><script refId='1'>Latin</script><addressParts>"
        "<addressPart id='1'><type refId='1451'>ADDRESS1</type><value>1 Quay</value></addressPart>"
        "<addressPart id='2'><type refId='1454'>CITY</type><value>Bandar</value></addressPart>"
        "<addressPart id='3'><type refId='1456'>POSTAL CODE</type><value>37</value></addressPart>"
        "</addressParts></translation>"
        "<translation id='2'><isPrimary>false</isPrimary><script refId='2'>Arabic</script><addressParts>"
        "<addressPart id='4'><type refId='1454'>CITY</type><value>بندر</value></addressPart>"
        "</addressParts></translation></translations></address>"
        "<address id='8'><translations><translation id='3'><isPrimary>true</isPrimary>"
        "<script refId='1'>Latin</script></translation></translations></address></addresses>"
        "<features>"
        + feature_xml("Birthdate", "circa 1957 to 1958")
        + feature_xml("Place of Birth", "Qom, Iran")
        + feature_xml("Nationality Country", "Iran")
        + feature_xml("Citizenship Country", "Syria")
        + feature_xml("Gender", "Male")
        + feature_xml("Digital Currency Address - XBT", "1abc")
        + feature_xml("Website", "www.quay.example", "<comments>in Farsi</comments>")
        + feature_xml("Secondary sanctions risk:", "section 1(b) of Executive Order 13224")
        + "</features>"
        "<relationships><relationship id='3'><type refId='15003'>Owned or Controlled By</type>"
        "<relatedEntity entityId='90002'>QUAY COMPANY</relatedEntity><quality refId='1540'>High</quality>"
        "</relationship><relationship id='4'><type refId='15004'>Family member of</type>"
        "<relatedEntity entityId='90099'>VARDANIS, Ana</relatedEntity></relationship></relationships>"
    ),
)


def enhanced_xml(
    *entities: str, header: str = HEADER, namespace: str = NEW, name: str = "sdn_enhanced.xml"
) -> SourceFile:
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<sanctionsData xmlns="{namespace}">{header}'
        "<referenceValues><referenceValue refId='1'><type>COUNTRY</type><value>Iran</value></referenceValue>"
        f"</referenceValues><featureTypes/><entities>{''.join(entities)}</entities></sanctionsData>"
    )
    return from_bytes(name, text.encode())


def read(*files: SourceFile, as_list: ListId | None = None) -> tuple[Reading, list[Party], list[Problem]]:
    reading = ofac_enhanced.read(files, as_list)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    return reading, parties, [record for record in records if isinstance(record, Problem)]


def the_party(*, header: str = HEADER, **entity: object) -> tuple[Party, list[Problem]]:
    _, (party,), problems = read(enhanced_xml(entity_xml(1, **entity), header=header))  # type: ignore[arg-type]
    return party, problems


@pytest.mark.parametrize("namespace", [OLD, NEW, ""])
def test_the_file_is_recognised_and_read_in_any_namespace(namespace: str) -> None:
    file = enhanced_xml(entity_xml(1), namespace=namespace)
    assert ofac_enhanced.recognises([file])
    reading, (party,), problems = read(file)
    assert (reading.list, reading.format, reading.seen) == ("us-ofac-sdn", "ofac-enhanced", 1)
    assert (reading.published, reading.moment) == (dt.date(2025, 1, 10), None)
    assert (party.id, problems) == ("us-ofac-sdn:1", [])


def test_a_time_of_day_is_kept_for_the_order_within_the_day() -> None:
    reading, _, _ = read(enhanced_xml(entity_xml(1), header=HEADER.replace("T00:00:00", "T14:30:00")))
    assert (reading.published, reading.moment) == (dt.date(2025, 1, 10), "2025-01-10T14:30:00")


@pytest.mark.parametrize("root", ["sdnList", "Sanctions", "sanctionsDatum", "export"])
def test_other_layouts_are_not_recognised(root: str) -> None:
    assert not ofac_enhanced.recognises([from_bytes("x", f"<{root}/>".encode())])


def test_two_files_are_not_one_edition() -> None:
    files = [enhanced_xml(entity_xml(1)), enhanced_xml(entity_xml(1), name="other.xml")]
    assert not ofac_enhanced.recognises(files)
    with pytest.raises(ListError, match=r"one file and not 2 \(sdn_enhanced\.xml, other\.xml\)"):
        ofac_enhanced.read(files)


class TestWhatIsRead:
    @pytest.fixture
    def party(self) -> Party:
        _, (party, _), problems = read(enhanced_xml(VARDANIS, entity_xml(90002)))
        assert problems == []
        return party

    def test_names_the_primary_one_first_and_each_script(self, party: Party) -> None:
        assert party.kind is Kind.PERSON
        assert party.names == (
            Name("VARDANIS, Teodrik", Quality.PRIMARY, given="Teodrik", family="VARDANIS"),
            Name("WARDANIS, Teo", Quality.STRONG, given="Teo", family="WARDANIS"),
            Name("ВАРДАНИС, Теодрик", Quality.STRONG, given="Теодрик", family="ВАРДАНИС"),
            Name("TEO", Quality.WEAK),
            Name("OLD NAME", Quality.FORMER),
        )

    def test_the_decision_with_its_authority_and_its_day(self, party: Party) -> None:
        (decision,) = party.designations
        assert (decision.authority, decision.programme) == ("OFAC", "SDGT")
        assert (decision.legal_basis, decision.listed_on) == (
            "Executive Order 13224 (Terrorism)",
            "2014-03-20",
        )
        assert decision.effects == (
            Effect.ASSET_FREEZE,
            Effect.DEALINGS_FORBIDDEN,
            Effect.SECONDARY_RISK,
        )

    def test_facts_as_sdn_xml_has_them(self, party: Party) -> None:
        assert (party.birth_dates, party.birth_places) == (("1957~/1958~",), ("Qom, Iran",))
        assert party.countries == (
            Country(CountryCode("ir"), CountryRole.BIRTH),
            Country(CountryCode("ir"), CountryRole.NATIONALITY),
            Country(CountryCode("sy"), CountryRole.CITIZENSHIP),
        )
        assert party.genders == (Gender.MALE,)
        assert (party.titles, party.positions) == (("Doctor",), ("Director of the Quay",))
        assert party.contacts == (Contact("website", "www.quay.example"),)
        assert [address.text for address in party.addresses] == ["1 Quay, Bandar 37, Iran", "بندر, Iran"]
        assert party.notes == (
            "Secondary sanctions risk: section 1(b) of Executive Order 13224",
            "Believed to be at sea",
        )

    def test_documents_with_country_and_dates(self, party: Party) -> None:
        passport, wallet = party.identifiers
        assert (passport.type, passport.value, passport.country) == (IdentifierType.PASSPORT, "A123456", "ir")
        assert (passport.issued, passport.expires) == ("2001-05-05", "2006-03-11")
        assert (wallet.type, wallet.value, wallet.label) == (IdentifierType.WALLET, "1abc", "XBT")

    def test_a_relation_has_its_type_and_the_others_id_on_the_list_it_is_on(self, party: Party) -> None:
        assert party.relations == (
            Relation("owned or controlled by", "QUAY COMPANY", PartyId("us-ofac-sdn:90002")),
            # 90099 is not in the file, so it is on OFAC's other list.
            Relation("family member of", "VARDANIS, Ana", PartyId("us-ofac-cons:90099")),
        )

    def test_what_is_said_of_one_fact_stands_with_it(self, party: Party) -> None:
        assert party.details == (
            Detail("Sanctions Type", "Block"),
            Detail("Passport A123456", "issuer Harbour"),
            Detail("Passport A123456", "not valid"),
            Detail("Website www.quay.example", "in Farsi"),
            Detail("Owned or Controlled By QUAY COMPANY", "quality High"),
            Detail("Listing Date (SDN List)", "2014-03-20"),
        )

    def test_the_record_is_the_whole_entity(self, party: Party) -> None:
        assert party.record == VARDANIS.replace("'", '"')


def test_the_record_leaves_out_the_indentation() -> None:
    text = "<features>\n    <feature id='5'>\n  <type featureTypeId='1'>Website</type>\n\t<value>a\nb</value>"
    party, _ = the_party(more=f"{text}\n</feature></features>")
    assert (
        '<features><feature id="5"><type featureTypeId="1">Website</type><value>a\nb</value>' in party.record
    )


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
    party, problems = the_party(kind=kind)
    assert (party.kind, problems) == (expected, [])


def test_a_vessels_features_are_what_sdn_xml_calls_them() -> None:
    features = [
        feature_xml("VESSEL TYPE", "General Cargo"),
        feature_xml("Vessel Call Sign", "P3QG3"),
        feature_xml("Vessel Flag", "Panama"),
        feature_xml("Vessel Owner", "Samir S.A."),
        feature_xml("Vessel Tonnage", "2595"),
        feature_xml("Vessel Gross Registered Tonnage", "1865"),
        feature_xml("MMSI", "572469210"),
    ]
    document = (
        "<identityDocuments><identityDocument id='1'>"
        "<type refId='1'>Vessel Registration Identification</type>"
        "<documentNumber>IMO 9187629</documentNumber></identityDocument></identityDocuments>"
    )
    party, problems = the_party(kind="Vessel", more=f"<features>{''.join(features)}</features>{document}")
    assert problems == []
    assert [(one.type, one.value) for one in party.identifiers] == [
        (IdentifierType.IMO, "9187629"),
        (IdentifierType.CALL_SIGN, "P3QG3"),
        (IdentifierType.MMSI, "572469210"),
    ]
    assert party.countries == (Country(CountryCode("pa"), CountryRole.FLAG),)
    assert party.relations == (Relation("owner", "Samir S.A."),)
    assert [detail for detail in party.details if "ate" not in detail.label][1:] == [
        Detail("Vessel Type", "General Cargo"),
        Detail("Tonnage", "2595"),
        Detail("Gross Registered Tonnage", "1865"),
    ]


def test_a_date_without_words_is_taken_from_its_days() -> None:
    days = (
        "<valueDate id='1'><fromDateBegin>1979-01-01</fromDateBegin><fromDateEnd>1979-12-31</fromDateEnd>"
        "<toDateBegin>1982-01-01</toDateBegin><toDateEnd>1982-12-31</toDateEnd>"
        "<isApproximate>true</isApproximate></valueDate>"
    )
    party, problems = the_party(more=f"<features>{feature_xml('Birthdate', '', days)}</features>")
    assert (party.birth_dates, problems) == (("1979~/1982~",), [])


class TestWhichList:
    CONS = "<sanctionsList refId='91512'>Consolidated List</sanctionsList>"
    BOTH = listing_xml("SDN List", "2020-01-01") + listing_xml("Consolidated List", "2020-01-01")

    def test_the_header_tells(self) -> None:
        header = HEADER.replace("SDN List", "Consolidated List")
        reading, (party,), _ = read(enhanced_xml(entity_xml(1, listings=self.BOTH), header=header))
        assert (reading.list, party.id) == ("us-ofac-cons", "us-ofac-cons:1")

    def test_without_a_header_the_entries_tell(self) -> None:
        only = listing_xml("Consolidated List", "2020-01-01") + listing_xml("FSE List", "2019-02-07")
        entities = [entity_xml(1, listings=self.BOTH), entity_xml(2, listings=only)]
        reading, _, problems = read(enhanced_xml(*entities, header=""))
        assert (reading.list, reading.published) == ("us-ofac-cons", None)
        assert not any(problem.lost for problem in problems)

    def test_nothing_that_tells_is_asked_for(self) -> None:
        with pytest.raises(ListError, match="could be us-ofac-sdn or us-ofac-cons; say which with --list"):
            read(enhanced_xml(entity_xml(1, listings=self.BOTH), header=""))
        reading, _, _ = read(
            enhanced_xml(entity_xml(1, listings=self.BOTH), header=""), as_list=ListId("us-ofac-cons")
        )
        assert reading.list == "us-ofac-cons"

    def test_a_wrong_list_is_refused(self) -> None:
        with pytest.raises(ListError, match="is an edition of us-ofac-sdn and can't be us-ofac-cons"):
            read(enhanced_xml(entity_xml(1, listings=self.BOTH)), as_list=ListId("us-ofac-cons"))

    @pytest.mark.parametrize(
        "header",
        [
            HEADER.replace("SDN List", "Sectoral Sanctions Identifications List"),
            HEADER.replace("</sanctionsLists>", CONS + "</sanctionsLists>"),
            HEADER.replace(
                "</filters>", "<countries><country>Iran</country></countries></filters>"
            ),
        ],
    )  # fmt: skip
    def test_a_selection_is_refused_for_those_left_out_would_not_be_found(self, header: str) -> None:
        with pytest.raises(ListError, match=r"is a selection \(.*\) and not the whole of one list"):
            read(enhanced_xml(entity_xml(1), header=header))


class TestDamage:
    def test_entities_that_can_not_be_read_are_counted_and_named(self) -> None:
        file = enhanced_xml(
            entity_xml(1), entity_xml("x"), entity_xml(2, names=""), entity_xml(1), entity_xml(3)
        )
        reading, parties, problems = read(file)
        assert [party.id for party in parties] == ["us-ofac-sdn:1", "us-ofac-sdn:3"]
        assert [problem.record for problem in problems] == [None, "2", "1"]
        assert all(problem.lost for problem in problems)
        assert reading.seen == 5

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"kind": "Spacecraft"}, "entityType 'Spacecraft' is not known"),
            ({"names": name_xml(1, ("Latin", "A", "")) + name_xml(2, ("Latin", "B", ""))}, "0 of its names"),
            (
                {"names": "".join(name_xml(i, ("Latin", "AB"[i], ""), primary=True) for i in (0, 1))},
                "2 of its names",
            ),
            (
                {
                    "names": name_xml(1, ("Latin", "A", ""), primary=True)
                    + name_xml(2, ("Latin", "", ""))
                },
                "the name 2 is empty",
            ),
            ({"listings": listing_xml("SDN List", "soon")}, "'soon', can't be read"),
            ({"more": "<features>" + feature_xml("Website", "") + "</features>"}, "has no value"),
            ({"more": "<features>" + feature_xml("Birthdate", "long ago") + "</features>"}, "'long ago'"),
            (
                {"more": "<identityDocuments><identityDocument id='1'/></identityDocuments>"},
                "is not complete and is left out",
            ),
            (
                {
                    "more": "<relationships><relationship id='7'><type refId='1'>Owner</type></relationship>"
                    "</relationships>"
                },
                "the relation 7 names no type or no other party",
            ),
            ({"more": "<zodiac>Leo</zodiac>"}, "the element <zodiac> is not known here"),
        ],
    )  # fmt: skip
    def test_what_can_not_be_read_of_an_entity_is_told_and_the_rest_is_read(
        self, change: dict[str, str], message: str
    ) -> None:
        party, (problem,) = the_party(**change)
        assert message in problem.message
        assert (problem.lost, problem.record, problem.where) == (False, "1", "sdn_enhanced.xml 1")
        assert party.names[0].quality is Quality.PRIMARY
        assert [name.quality for name in party.names].count(Quality.PRIMARY) == 1

    @pytest.mark.parametrize(
        "part", ["generalInfo", "sanctionsLists", "sanctionsPrograms", "legalAuthorities"]
    )
    def test_a_part_that_is_missing_does_not_lose_the_party(self, part: str) -> None:
        start, end = entity_xml(1).index(f"<{part}>"), entity_xml(1).index(f"</{part}>")
        broken = entity_xml(1)[:start] + entity_xml(1)[end + len(part) + 3 :]
        reading, parties, problems = read(enhanced_xml(broken, entity_xml(2)))
        assert (len(parties), reading.seen) == (2, 2)
        assert not any(problem.lost for problem in problems)

    def test_a_day_that_can_not_be_read_is_reported(self) -> None:
        reading, _, (problem,) = read(
            enhanced_xml(entity_xml(1), header=HEADER.replace("2025-01-10", "today"))
        )
        assert reading.published is None
        assert "--published" in problem.message

    def test_a_control_character_is_mended_and_reported_once(self) -> None:
        with enhanced_xml(entity_xml(1, general="<title>Vice@Chair</title>")).open() as stream:
            data = stream.read().replace(b"@", b"\x19")
        _, (party,), (problem,) = read(from_bytes("sdn_enhanced.xml", data))
        assert party.positions == ("Vice Chair",)
        assert "0x19" in problem.message

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
    def test_a_file_that_breaks_off_is_refused(self, share: float) -> None:
        with enhanced_xml(*(entity_xml(number) for number in range(500))).open() as stream:
            data = stream.read()
        with pytest.raises(ListError, match=r"breaks off or is damaged"):
            read(from_bytes("sdn_enhanced.xml", data[: int(len(data) * share)]))

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"", "is not XML"),
            (b"<sanctionsData></sanctionsData>", "holds no entries"),
            (b"<sdnList/>", "begins with <sdnList>"),
            (b"<!DOCTYPE a [<!ENTITY b 'c'>]><sanctionsData>&b;</sanctionsData>", "DOCTYPE"),
            (b"<sanctionsData><entities>&lol;</entities></sanctionsData>", "breaks off or is damaged"),
        ],
    )
    def test_what_is_no_such_file_is_refused_at_once(self, data: bytes, message: str) -> None:
        with pytest.raises(ListError, match=message):
            ofac_enhanced.read([from_bytes("sdn_enhanced.xml", data)])

    @given(st.integers(0, 6000), st.binary(max_size=3), st.integers(0, 3))
    def test_whatever_happens_to_a_file_is_refused_or_accounted_for(
        self, place: int, inserted: bytes, removed: int
    ) -> None:
        with enhanced_xml(entity_xml(90002), VARDANIS).open() as stream:
            data = stream.read()
        try:
            reading, parties, problems = read(
                from_bytes("sdn_enhanced.xml", data[:place] + inserted + data[place + removed :])
            )
        except ListError:
            return
        assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
