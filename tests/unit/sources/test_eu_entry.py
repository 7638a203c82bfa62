"""The facts of one EU record become those of a party."""

from __future__ import annotations

from html import escape

import pytest
from lxml import etree

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Party, Relation
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.eu_entry import Entry, party_of


def tag(name: str, inside: str = "", **attributes: str) -> str:
    given = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{inside}</{name}>"


def alias(whole: str, remark: str = "", **attributes: str) -> str:
    return tag(
        "nameAlias", tag("remark", remark) if remark else "", wholeName=whole, strong="true", **attributes
    )


def birth(**attributes: str) -> str:
    given = {
        "circa": "false",
        "calendarType": "GREGORIAN",
        "countryIso2Code": "00",
        "countryDescription": "UNKNOWN",
    }
    return tag("birthdate", **(given | attributes))


def regulation(**attributes: str) -> str:
    given = {
        "regulationType": "amendment",
        "organisationType": "council",
        "publicationDate": "2020-12-08",
        "numberTitle": "2020/1998 (OJ L410I)",
        "programme": "HR",
    }
    return tag("regulation", tag("publicationUrl", "https://eur-lex.europa.eu/x"), **(given | attributes))


PERSON = tag("subjectType", code="person", classificationCode="P")
ENTERPRISE = tag("subjectType", code="enterprise", classificationCode="E")


def read(*parts: str, **attributes: str) -> tuple[Party | None, list[Problem]]:
    element = etree.fromstring(tag("sanctionEntity", "".join(parts), **attributes))
    entry = Entry(element, "eu.xml EU.1.2", "EU.1.2")
    party = party_of(entry)
    return party, entry.problems


def one(*parts: str, **attributes: str) -> Party:
    if not any("subjectType" in part for part in parts):
        parts = (PERSON, *parts)
    if not any("nameAlias" in part for part in parts):
        parts = (alias("Ahmad Ali"), *parts)
    party, problems = read(*parts, **attributes)
    assert problems == []
    assert party is not None
    return party


def texts(party: Party) -> list[str]:
    return [name.text for name in party.names]


@pytest.mark.parametrize(("subject", "kind"), [(PERSON, Kind.PERSON), (ENTERPRISE, Kind.ORGANIZATION)])
def test_a_party_is_a_person_or_an_organisation(subject: str, kind: Kind) -> None:
    assert one(subject).kind is kind


def test_a_record_of_no_known_kind_is_read_and_reported() -> None:
    party, (problem,) = read(alias("Some Vessel"))
    assert party is not None
    assert party.kind is Kind.LEGAL_ENTITY
    assert (problem.field, problem.lost) == ("subjectType", False)


@pytest.mark.parametrize(
    ("aliases", "primary"),
    [
        # EU.27.28: the name entered first
        (
            [
                alias("Saddam Hussein Al-Tikriti", lastName="Hussein Al-Tikriti", logicalId="17"),
                alias("Qoussaï Hussein", lastName="Hussein", logicalId="381"),
            ],
            "Saddam Hussein Al-Tikriti",
        ),
        # EU.39.56: French before English in the file, entered later
        (
            [
                alias("Qoussaï Saddam", lastName="Saddam", nameLanguage="FR", logicalId="26"),
                alias("Qusay Saddam", lastName="Saddam", nameLanguage="", logicalId="381"),
            ],
            "Qusay Saddam",
        ),
        # Latin script comes before the language
        (
            [
                alias("Андрей ПРОКОПУК", lastName="ПРОКОПУК", nameLanguage="EN", logicalId="1"),
                alias("Andrej PROKOPUK", lastName="PROKOPUK", nameLanguage="SV", logicalId="2"),
            ],
            "Andrej PROKOPUK",
        ),
        # a person's full name before a byname
        (
            [alias("al-Bija", logicalId="1"), alias("Abd al-Rahman", lastName="al-Milad", logicalId="2")],
            "Abd al-Rahman",
        ),
        # a name of low quality last, whatever else speaks for it
        (
            [
                alias("Huzaifa", "low quality alias", lastName="H", nameLanguage="EN", logicalId="1"),
                alias("Хузайфа", nameLanguage="RU", logicalId="2"),
            ],
            "Хузайфа",
        ),
        ([alias("قاسم سلیمانی", nameLanguage="FA", logicalId="1")], "قاسم سلیمانی"),
    ],
)
def test_the_primary_name_is_chosen_by_rule(aliases: list[str], primary: str) -> None:
    for order in (aliases, aliases[::-1]):
        party = one(*order)
        assert party.name == primary
        assert [name.quality for name in party.names].count(Quality.PRIMARY) == 1
        assert party.names[0].quality is Quality.PRIMARY


def test_an_organisation_needs_no_family_name() -> None:
    # EU.266.94
    aliases = alias("Ahya Ul Turas", logicalId="897"), alias("Afghan Support Committee", logicalId="891")
    assert texts(one(ENTERPRISE, *aliases)) == ["Afghan Support Committee", "Ahya Ul Turas"]


def test_parts_of_a_name_and_its_language_are_kept() -> None:
    party = one(
        alias("A B C", firstName="A", middleName="B", lastName="C", logicalId="1"),
        alias("Д  Э", nameLanguage="BG", logicalId="2"),
        alias("", firstName="E", lastName="F", logicalId="3"),
    )
    assert party.names == (
        Name("A B C", Quality.PRIMARY, given="A B", family="C"),
        Name("Д Э", language="bg"),
        Name("E F", given="E", family="F"),
    )


def test_one_text_in_several_languages_is_one_name_without_language() -> None:
    party = one(
        alias("X", logicalId="1"), *(alias("Fronte", nameLanguage=code) for code in ("IT", "MT", "IT"))
    )
    assert party.names[1:] == (Name("Fronte"),)
    party = one(alias("X", logicalId="1"), *(alias("Fronte", nameLanguage="IT") for _ in range(2)))
    assert party.names[1:] == (Name("Fronte", language="it"),)


@pytest.mark.parametrize(
    ("remark", "quality"),
    [
        ("low quality alias", Quality.WEAK),
        ("Low quality a.k.a.", Quality.WEAK),
        ("low quality aliias", Quality.WEAK),  # sic
        ("low quality alias; previously listed as", Quality.WEAK),
        ("good quality alias", Quality.STRONG),
        ("good quality alias; as previously listed", Quality.STRONG),
        ("former name of Khorasan Metallurgy Industries", Quality.FORMER),
        ("Formerly known as", Quality.FORMER),
        ("Formerly known as PJSC ‘Chernomorneftegaz’", Quality.STRONG),  # the remark of the present name
        ("Former Director, Yongbyon Nuclear Research Centre", Quality.STRONG),
        ("previously listed as", Quality.STRONG),
    ],
)
def test_quality_is_read_from_the_remark(remark: str, quality: Quality) -> None:
    party = one(alias("Ahmad Ali", lastName="Ali", logicalId="1"), alias("Abu Anas", remark, logicalId="2"))
    assert party.names[1] == Name("Abu Anas", quality)
    assert Detail("note on the name Abu Anas", remark) in party.details


def test_a_name_marked_as_not_strong_is_weak() -> None:
    weak = alias("Abu Anas").replace('strong="true"', 'strong="false"')
    assert one(alias("Ahmad Ali"), weak).names[1].quality is Quality.WEAK


def test_a_record_without_name_is_no_party() -> None:
    assert read(PERSON, alias(""))[0] is None
    assert read(PERSON)[0] is None


def test_a_name_on_a_document_is_a_name() -> None:
    paper = tag("identification", number="1", nameOnDocument="(name on doc. 'Samuel Peter Mudde')")
    wrong = tag("identification", number="2", nameOnDocument="(name on doc. 'expiration date 16 Jun. 2016)')")
    assert texts(one(paper, wrong)) == ["Ahmad Ali", "Samuel Peter Mudde"]


def test_a_regulation_is_a_designation() -> None:
    (decision,) = one(regulation(), designationDate="2020-12-07").designations
    assert (decision.authority, decision.programme) == ("Council of the European Union", "HR")
    assert (decision.listed_on, decision.amended_on) == ("2020-12-07", ("2020-12-08",))
    assert (decision.legal_basis, decision.url) == ("EU 2020/1998 (OJ L410I)", "https://eur-lex.europa.eu/x")


@pytest.mark.parametrize(
    ("attributes", "listed"),
    [
        ({"designationDate": "2001-02-23"}, "2001-02-23"),
        ({"designationDate": "2008-03-03", "designationDetails": "Date of listing: 26.7.2010"}, "2008-03-03"),
        ({"designationDetails": "date of listing: 23.06.2008"}, "2008-06-23"),  # EU.2124.20
        ({"designationDetails": "date of listing 26.07.2010"}, "2010-07-26"),  # EU.2001.61
        ({"designationDetails": "date of listing: 31.02.2010"}, None),
        # EU.3862.44: not the EU's own listing
        ({"designationDetails": "UN designation 24/03/2007 (no longer valid)"}, None),
        # No date of the party's own: that of the regulation that amended it last would be too late.
        ({}, None),
    ],
)
def test_a_party_is_listed_on_the_day_the_eu_says(attributes: dict[str, str], listed: str | None) -> None:
    assert one(regulation(), **attributes).designations[0].listed_on == listed


def test_a_regulation_that_is_no_amendment_amends_nothing() -> None:
    assert one(regulation(regulationType="regulation")).designations[0].amended_on == ()


@pytest.mark.parametrize(
    ("organisation", "authority", "basis"),
    [
        ("council", "Council of the European Union", "EU 2020/1998 (OJ L410I)"),
        ("commission", "Council of the European Union", "EU 2020/1998 (OJ L410I)"),
        ("un", "UN Security Council", "UN 2020/1998 (OJ L410I)"),
    ],
)
def test_the_authority_is_the_council_but_for_what_only_the_un_decided(
    organisation: str, authority: str, basis: str
) -> None:
    (decision,) = one(regulation(organisationType=organisation)).designations
    assert (decision.authority, decision.legal_basis) == (authority, basis)


def test_a_delisting_is_kept() -> None:
    decisions: tuple[Designation, ...] = one(regulation(), delistingDate="2023-01-01").designations
    assert decisions[0].delisted_on == "2023-01-01"


@pytest.mark.parametrize(
    ("attributes", "date"),
    [
        ({"birthdate": "1937-04-28", "year": "1937", "monthOfYear": "4", "dayOfMonth": "28"}, "1937-04-28"),
        ({"year": "1965"}, "1965"),
        ({"year": "1965", "circa": "true"}, "1965~"),
        ({"year": "1961", "monthOfYear": "8"}, "1961-08"),
        ({"yearRangeFrom": "1960", "yearRangeTo": "1962"}, "1960/1962"),
        ({"yearRangeFrom": "1953", "yearRangeTo": "1958", "circa": "true"}, "1953~/1958~"),
        ({"yearRangeTo": "1958"}, "1958~"),
        # 24 Jumada II 1402: the day is given in our calendar too
        ({"calendarType": "ISLAMIC", "birthdate": "1982-04-19", "year": "1402"}, "1982-04-19"),
    ],
)
def test_birth_dates_keep_their_precision(attributes: dict[str, str], date: str) -> None:
    assert one(birth(**attributes)).birth_dates == (PartialDate(date),)


def test_a_year_of_another_calendar_is_no_birth_date_and_is_kept() -> None:
    # EU.6131.26: calendarType="ISLAMIC" city="Farsan" year="1343"
    party = one(birth(calendarType="ISLAMIC", year="1343", city="Farsan"))
    assert party.birth_dates == ()
    assert party.details == (Detail("birth date in another calendar", "1343 ISLAMIC"),)
    assert party.birth_places == ("Farsan",)


@pytest.mark.parametrize(
    "attributes", [{"birthdate": "1974-02-30"}, {"year": "74"}, {"year": "1974", "monthOfYear": "x"}]
)
def test_an_impossible_birth_date_is_left_out_and_reported(attributes: dict[str, str]) -> None:
    party, (problem,) = read(PERSON, alias("Ahmad Ali"), birth(**attributes))
    assert party is not None
    assert party.birth_dates == ()
    assert (problem.where, problem.field, problem.lost) == ("eu.xml EU.1.2", "birthdate", False)


def test_places_and_countries_of_birth_and_citizenship() -> None:
    party = one(
        birth(
            city="Ruzaevka", region="Mordovia", countryIso2Code="RU", countryDescription="RUSSIAN FEDERATION"
        ),
        birth(city="Baghdad"),
        tag("citizenship", countryIso2Code="IQ", countryDescription="IRAQ"),
        tag("citizenship", countryIso2Code="00", countryDescription="UNKNOWN"),
    )
    assert party.birth_places == ("Ruzaevka, Mordovia, RUSSIAN FEDERATION", "Baghdad")
    assert party.countries == (
        Country(CountryCode("iq"), CountryRole.CITIZENSHIP),
        Country(CountryCode("ru"), CountryRole.BIRTH),
    )


def test_a_country_that_is_no_more_is_told_by_its_description() -> None:
    gone = tag("citizenship", countryIso2Code="CS", countryDescription="SERBIA AND MONTENEGRO")
    nowhere = tag("citizenship", countryIso2Code="QQ", countryDescription="ATLANTIS")
    assert [(country.code, country.text) for country in one(gone, nowhere).countries] == [
        ("csxx", None),
        (None, "ATLANTIS"),
    ]


@pytest.mark.parametrize(
    ("code", "remark", "kind"),
    [
        ("passport", "", IdentifierType.PASSPORT),
        ("id", "", IdentifierType.NATIONAL_ID),
        ("fiscalcode", "TIN", IdentifierType.TAX_ID),
        ("regnumber", "Date of registration: 1992", IdentifierType.REGISTRATION),
        ("imo", "", IdentifierType.IMO),
        ("swiftbic", "", IdentifierType.BIC),
        ("ssn", "", IdentifierType.SOCIAL_SECURITY),
        ("other", "Tax Identification Number", IdentifierType.TAX_ID),
        ("other", "VAT ID: 182806009863", IdentifierType.TAX_ID),
        ("other", "OGRN", IdentifierType.REGISTRATION),
        ("other", "Military ID number", IdentifierType.OTHER),
        ("electionid", "", IdentifierType.OTHER),
    ],
)
def test_identifications_have_a_type(code: str, remark: str, kind: IdentifierType) -> None:
    paper = tag("identification", tag("remark", remark), identificationTypeCode=code, number="123")
    assert one(paper).identifiers == (Identifier(kind, "123"),)


def test_an_identification_keeps_country_dates_and_what_is_known_of_it() -> None:
    paper = tag(
        "identification",
        identificationTypeCode="passport",
        identificationTypeDescription="National passport",
        number="D00002264",
        countryIso2Code="SS",
        countryDescription="SOUTH SUDAN",
        issueDate="2013-06-11",
        validTo="2017-06-11",
        diplomatic="true",
        knownFalse="false",
        revokedByIssuer="true",
        issuedBy="Minister of Foreign Affairs",
        region="Juba",
    )
    party = one(paper)
    assert party.identifiers == (
        Identifier(
            IdentifierType.PASSPORT,
            "D00002264",
            CountryCode("ss"),
            PartialDate("2013-06-11"),
            PartialDate("2017-06-11"),
            "National passport",
        ),
    )
    label = "note on the National passport D00002264"
    assert party.details == (
        Detail(label, "diplomatic"),
        Detail(label, "revoked by its issuer"),
        Detail(label, "issued by Minister of Foreign Affairs, Juba"),
    )


def test_a_damaged_date_on_a_document_is_left_out_and_reported() -> None:
    party, (problem,) = read(PERSON, alias("A"), tag("identification", number="1", issueDate="11/06/2013"))
    assert party is not None
    assert party.identifiers == (Identifier(IdentifierType.OTHER, "1"),)
    assert (problem.field, problem.message) == ("issueDate", "'11/06/2013' is no date; it is left out")


def test_addresses_are_one_line_and_their_parts() -> None:
    full = tag(
        "address",
        street="Ulitsa Usiyevicha 20",
        zipCode="125315",
        city="Moscow",
        region="Moscow Oblast",
        poBox="4470",
        countryIso2Code="RU",
        countryDescription="RUSSIAN FEDERATION",
    )
    noted = tag("address", tag("remark", "previous\naddress"), city="Tehran", asAtListingTime="true")
    only_noted = tag(
        "address", tag("remark", "Southwest Iran"), countryIso2Code="00", countryDescription="UNKNOWN"
    )
    nothing = tag("address", countryIso2Code="00", countryDescription="UNKNOWN")
    assert one(full, noted, only_noted, nothing).addresses == (
        Address(
            "Ulitsa Usiyevicha 20, P.O. Box 4470, 125315 Moscow, Moscow Oblast, RUSSIAN FEDERATION",
            "Ulitsa Usiyevicha 20, P.O. Box 4470",
            "Moscow",
            "Moscow Oblast",
            "125315",
            CountryCode("ru"),
        ),
        Address("Tehran (as at the time of listing; previous address)", city="Tehran"),
        Address("Southwest Iran"),
    )


def test_contacts_are_of_four_kinds_and_several_in_one_field_are_told_apart() -> None:
    infos = [
        ("EMAIL", "pac@silibank.com and kndic@co.chesin.com"),
        ("WEB", "http://www.laaico.com"),
        ("PHONE", "+850-2-18111, 18222 (ext. 8573)"),
        ("FAX", "662 38 14 "),
        ("TELEX", "1"),
    ]
    address = tag(
        "address", "".join(tag("contactInfo", key=key, value=value) for key, value in infos), city="Tripoli"
    )
    assert one(address).contacts == (
        Contact("e-mail", "pac@silibank.com"),
        Contact("e-mail", "kndic@co.chesin.com"),
        Contact("website", "http://www.laaico.com"),
        Contact("telephone", "+850-2-18111, 18222 (ext. 8573)"),
        Contact("fax", "662 38 14"),
        Contact("telex", "1"),
    )


def test_gender_title_and_functions_stand_with_the_names() -> None:
    party = one(
        alias("A", gender="M", title="Maulavi", function="(a) Deputy Minister, (b) Secretary General"),
        alias("B", gender="M", title="Maulavi", function="Chairwoman of the League;\nMember of the Chamber"),
    )
    assert (party.genders, party.titles) == ((Gender.MALE,), ("Maulavi",))
    assert party.positions == (
        "Deputy Minister",
        "Secretary General",
        "Chairwoman of the League; Member of the Chamber",
    )


def test_the_uns_number_ties_the_party_to_the_uns_list() -> None:
    assert one(unitedNationId="QDi.277").relations == (
        Relation("same as", "QDi.277", PartyId("un-sc:QDi.277")),
    )
    assert one(unitedNationId="").relations == ()


def test_remarks_of_the_record_are_notes_and_those_of_its_facts_details() -> None:
    party = one(
        tag("remark", "Saddam's\n  second son"),
        birth(year="1966").replace("></birthdate>", "><remark>former USSR</remark></birthdate>"),
        tag("citizenship", tag("remark", "until 2010"), countryIso2Code="IQ", countryDescription="IRAQ"),
        designationDetails="Date of UN designation: 1 November 2005.",
    )
    assert party.notes == ("Saddam's second son",)
    assert party.details == (
        Detail("designation details", "Date of UN designation: 1 November 2005."),
        Detail("note on the birth date", "former USSR"),
        Detail("note on the citizenship", "until 2010"),
    )
