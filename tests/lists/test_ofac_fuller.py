"""OFAC's ENHANCED and ADVANCED files: every record accounted for, and in agreement with its other files.

What a file holds is counted here by means of their own: regular expressions over its bytes, and the csv
module. Nothing here was written down from what the readers gave.
"""

from __future__ import annotations

import csv
import datetime as dt
import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from namesake.model.edition import Problem
from namesake.model.party import FactKind, Party
from namesake.model.values import CountryRole, Kind, Quality
from namesake.service import Service
from namesake.sources import ofac_advanced, ofac_enhanced, ofac_xml
from namesake.sources.files import source_files
from namesake.sources.programmes import is_known
from namesake.sources.reading import Reader, Reading

ADVANCED = "us-ofac-cons/2020-03-17_cons_advanced.xml"
ENHANCED = "us-ofac-cons/2025-01-10_cons_enhanced.xml"
BEFORE = "us-ofac-cons/2024-05-06_consolidated.xml"
AFTER = "us-ofac-cons/2026-01-08_consolidated.xml"


class Edition(NamedTuple):
    """A file as its reader gave it, and as it stands."""

    reading: Reading
    parties: dict[str, Party]
    problems: list[Problem]
    text: str


def read(shared: Path, name: str, reader: Reader) -> Edition:
    path = shared / "lists" / name
    files = source_files(path)
    assert reader.recognises(files)
    edition = Edition(reader.read(files), {}, [], path.read_text("utf-8-sig"))
    for record in edition.reading.records:
        if isinstance(record, Party):
            number = record.id.removeprefix("us-ofac-cons:")
            assert number not in edition.parties
            edition.parties[number] = record
        else:
            edition.problems.append(record)
    return edition


@pytest.fixture(scope="module")
def enhanced(shared: Path) -> Edition:
    return read(shared, ENHANCED, ofac_enhanced)


@pytest.fixture(scope="module")
def advanced(shared: Path) -> Edition:
    return read(shared, ADVANCED, ofac_advanced)


@pytest.fixture(scope="module")
def before(shared: Path) -> Edition:
    return read(shared, BEFORE, ofac_xml)


@pytest.fixture(scope="module")
def after(shared: Path) -> Edition:
    return read(shared, AFTER, ofac_xml)


def total(edition: Edition, count: Callable[[Party], int]) -> int:
    return sum(map(count, edition.parties.values()))


def roles(*wanted: CountryRole) -> Callable[[Party], int]:
    return lambda party: sum(country.role in wanted for country in party.countries)


class TestEnhanced:
    def test_every_entity_becomes_a_party(self, enhanced: Edition) -> None:
        numbers = re.findall(r'<entity id="(\d+)">', enhanced.text)
        assert len(numbers) == enhanced.text.count("</entity>") == 443
        assert enhanced.reading.seen == len(enhanced.parties)
        assert list(enhanced.parties) == numbers
        assert enhanced.problems == []
        assert enhanced.reading.published == dt.date(2025, 1, 10)
        assert (enhanced.reading.list, enhanced.reading.format) == ("us-ofac-cons", "ofac-enhanced")

    @pytest.mark.parametrize(
        ("pattern", "kept"),
        [
            (r"<formattedFullName>", lambda p: len(p.names)),
            (r'<sanctionsProgram refId="', lambda p: len(p.designations)),
            (r"</relationship>", lambda p: len(p.relations)),
            (r">Birthdate</type>\s*<versionId>", lambda p: len(p.birth_dates)),
            (r">Place of Birth</type>\s*<versionId>", lambda p: len(p.birth_places)),
            (r">Gender</type>\s*<versionId>", lambda p: len(p.genders)),
            (r">Nationality Country</type>\s*<versionId>", roles(CountryRole.NATIONALITY)),
            (r">Citizenship Country</type>\s*<versionId>", roles(CountryRole.CITIZENSHIP)),
            (r">Nationality of Registration</type>\s*<versionId>", roles(CountryRole.REGISTRATION)),
            (r">(?:Website|Email Address)</type>\s*<versionId>", lambda p: len(p.contacts)),
            (
                r'<identityDocument id="|>(?:ISIN|SWIFT/BIC|Equity Ticker|BIK \(RU\))</type>\s*<versionId>',
                lambda p: len(p.identifiers),
            ),
            (
                r'<translation id="\d+">(?=(?:(?!</translation>).)*<addressPart )'
                r'|(?=<country refId)(?!(?:(?!</address>).)*<addressPart )',
                lambda p: len(p.addresses),
            ),
        ],
    )  # fmt: skip
    def test_no_element_is_left_out(
        self, enhanced: Edition, pattern: str, kept: Callable[[Party], int]
    ) -> None:
        there = len(re.findall(pattern, enhanced.text, re.DOTALL))
        # A few facts are given twice for one party and kept once.
        assert 0.995 * there <= total(enhanced, kept) <= there
        assert there > 0

    def test_the_names_in_their_own_script_are_those_the_file_marks(self, enhanced: Edition) -> None:
        scripts = re.findall(
            r"<script refId=\"\d+\">([^<]*)</script>\s*<formatted(?:First|Last)Name>", enhanced.text
        )
        marked = Counter(script.partition(" ")[0] for script in scripts)
        found = Counter(name.script for party in enhanced.parties.values() for name in party.names)
        assert (found["Cyrl"], found["Hani"]) == (marked["Cyrillic"], marked["Chinese"]) == (39, 6)
        # The primary name of the Latin list is in Latin letters.
        assert all(party.names[0].script == "Latn" for party in enhanced.parties.values())

    def test_every_party_has_its_days_of_listing_and_its_legal_authority(self, enhanced: Edition) -> None:
        undated = {
            number: [decision.programme for decision in party.designations if not decision.listed_on]
            for number, party in enhanced.parties.items()
            if not all(decision.listed_on for decision in party.designations)
        }
        # Their day on the SDN list lies before the order under which they were blocked.
        early = {
            number
            for number, entity in re.findall(r'<entity id="(\d+)">(.*?)</entity>', enhanced.text, re.DOTALL)
            if (found := re.search(r'datePublished="([\d-]*)">SDN List<', entity))
            and found[1] < "2021-04-15"
            and "RUSSIA-EO14024" in entity
            and "Listing Date (EO 14024" not in entity
        }
        assert early
        assert undated.keys() == early
        assert all("RUSSIA-EO14024" in codes for codes in undated.values())
        bases = {
            d.legal_basis for d in (d for party in enhanced.parties.values() for d in party.designations)
        }
        authorities = set(re.findall(r'<legalAuthority refId="\d+" id="\d+">([^<]*)<', enhanced.text))
        assert bases == authorities

    def test_the_days_of_directives_agree_with_those_of_the_lists(self, enhanced: Edition) -> None:
        # CMIC: `Listing Date (CMIC)` is a feature of the party, `datePublished` stands with the list.
        pairs = {
            (party.designations[0].listed_on, detail.value)
            for party in enhanced.parties.values()
            for detail in party.details
            if detail.label == "Listing Date (Non-SDN CMIC List)"
        }
        assert len(pairs) == 3
        assert all(own == published for own, published in pairs)

    def test_every_relation_names_a_party_that_is_there(self, enhanced: Edition) -> None:
        pattern = r'<type refId="\d+">([^<]*)</type>\s*<relatedEntity entityId="(\d+)">([^<]*)<'
        there = Counter((t.lower(), n, html.unescape(o)) for t, n, o in re.findall(pattern, enhanced.text))
        relations = [one for party in enhanced.parties.values() for one in party.relations]
        found = Counter((one.type, str(one.party).partition(":")[2], one.name) for one in relations)
        assert found == there
        elsewhere = [
            one for one in relations if str(one.party).removeprefix("us-ofac-cons:") not in enhanced.parties
        ]
        assert [(one.type, one.name, one.party) for one in elsewhere] == [
            ("acting for or on behalf of", "HAMAS", "us-ofac-sdn:4695")
        ]


# What is on one of two files of the consolidated list and not on the other, or otherwise there, by number.
# The CSV says nothing of when it is from; the folder is named 2025-04.
SINCE_JANUARY_2025: dict[str, tuple[str, str, str]] = {}

# The folder is named 2024-08. Its files are of a later time than ENHANCED (10 January 2025), and not of an
# earlier one: its numbers, primary names and programmes are those of the XML of 8 January 2026, one by one.
# Each row: in ENHANCED; in the CSV; what happened in between, and when.
ROSNEFT_AND_LUKOIL = "blocked under E.O. 14024 with Rosneft and Lukoil on 22 October 2025"
UNTIL_JANUARY_2026: dict[str, tuple[str, str, str]] = {
    "26182": ("KAYAKIRAN, Evren: FSE-IR", "", "taken off the FSE list between April 2025 and January 2026"),
    "18284": (
        "RN-KOMSOMOLSKY REFINERY LLC: UKRAINE-EO13662",
        "RN KOMSOMOLSKIY REFINERY LLC: RUSSIA-EO14024 UKRAINE-EO13662",
        ROSNEFT_AND_LUKOIL + ", and renamed with it",
    ),
    "18782": (
        "ROSOBORONEKSPORT OAO: IRAN-CON-ARMS-EO RUSSIA-EO14024 SYRIA UKRAINE-EO13662",
        "ROSOBORONEKSPORT OAO: IRAN-CON-ARMS-EO RUSSIA-EO14024 UKRAINE-EO13662",
        "the Syrian programme ended on 30 June 2025 (E.O. 14312)",
    ),
    **{
        number: (
            f"{name}: UKRAINE-EO13662",
            f"{name}: RUSSIA-EO14024 UKRAINE-EO13662",
            ROSNEFT_AND_LUKOIL,
        )
        for number, name in {
            "17022": "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY",
            "17248": "LUKOIL OAO",
            "18267": "OJSC ORENBURGNEFT",
            "18269": "OJSC SAMOTLORNEFTEGAZ",
            "18271": "PJSC VERKHNECHONSKNEFTEGAZ",
            "18274": "CJSC VANKORNEFT",
            "18276": "RN-YUGANSKNEFTEGAZ LLC",
            "18282": "OJSC NOVOKUYBYSHEV REFINERY",
            "18290": "OJSC SYZRAN REFINERY",
            "18292": "OJSC ACHINSK REFINERY",
        }.items()
    },
}


def rows_of_the_csv(folder: Path) -> dict[str, str]:
    """Number, then name and programmes: `17013` `VTB BANK ...: RUSSIA-EO14024 UKRAINE-EO13662`."""
    with (folder / "cons_prim.csv").open(newline="", encoding="latin-1") as stream:
        rows = [row for row in csv.reader(stream) if len(row) > 1]
    # The CSV writes the two kinds of quotation marks as one.
    return {row[0]: f"{row[1]}: {' '.join(sorted(row[3].split('] [')))}".replace('"', "'") for row in rows}


def said(party: Party) -> str:
    programmes = sorted(decision.programme or "" for decision in party.designations)
    return f"{party.name}: {' '.join(programmes)}".replace('"', "'")


@pytest.mark.parametrize(
    ("folder", "explained"),
    [("2025-04_csv", SINCE_JANUARY_2025), ("2024-08_csv", UNTIL_JANUARY_2026)],
)
def test_enhanced_and_the_csv_hold_the_same_numbers_names_and_programmes(
    shared: Path, enhanced: Edition, folder: str, explained: dict[str, tuple[str, str, str]]
) -> None:
    rows = rows_of_the_csv(shared / "lists" / "us-ofac-cons" / folder)
    mine = {number: said(party) for number, party in enhanced.parties.items()}
    differing = {
        number: (mine.get(number, ""), rows.get(number, ""))
        for number in mine.keys() | rows.keys()
        if mine.get(number) != rows.get(number)
    }
    assert differing == {number: row[:2] for number, row in explained.items()}


def test_the_csv_in_the_folder_2024_08_is_of_the_time_of_january_2026(
    shared: Path, before: Edition, after: Edition
) -> None:
    rows = rows_of_the_csv(shared / "lists" / "us-ofac-cons" / "2024-08_csv")
    assert rows == {number: said(party) for number, party in after.parties.items()}
    earlier = {number: said(party) for number, party in before.parties.items()}
    assert sum(rows.get(number) != told for number, told in earlier.items()) > 20


# Parties of which OFAC changed names, numbers, addresses or remarks between 6 May 2024 and 10 January 2025.
BLOCKED = "blocked under E.O. 14024 in between, its entry brought up to date with that"
REVISED = {
    "17016": 'on the SDN list since 21 November 2024 (`datePublished="2024-11-21">SDN List`)',
    "18795": "its mark of secondary sanctions was reworded",
    **dict.fromkeys(
        ("17145", "19640", "20312", "20314", "20315", "20317", "23559", "23562", "23568", "23577"), BLOCKED
    ),
}


FACTS = (
    "kind", "names", "birth_dates", "birth_places", "countries", "genders", "identifiers", "addresses",
    "contacts", "titles", "positions", "details", "notes",
)  # fmt: skip


def differing(fact: str, before: Edition, enhanced: Edition) -> set[str]:
    """The numbers of parties of which ENHANCED lacks something the older XML has, or has in other order."""
    found = set()
    for number in before.parties.keys() & enhanced.parties.keys():
        older, newer = facts_of(before.parties[number], fact), facts_of(enhanced.parties[number], fact)
        if [value for value in newer if value in older] != older:
            found.add(number)
    return found


def facts_of(party: Party, fact: str) -> list[object]:
    value = getattr(party, fact)
    if fact == "names":
        # SDN.XML does not keep the parts of weak aliases apart: `<lastName>ZAHAR, Mahmoud</lastName>`.
        return [(name.text, name.quality) if name.quality is Quality.WEAK else name for name in party.names]
    if fact == "countries":
        # SDN.XML has nationalities before birth places, ENHANCED as they were entered.
        return sorted(value, key=str)
    return list(value) if isinstance(value, tuple) else [value]


@pytest.mark.parametrize("fact", FACTS)
def test_all_that_the_xml_says_stands_in_enhanced_too(fact: str, before: Edition, enhanced: Edition) -> None:
    assert len(before.parties.keys() & enhanced.parties.keys()) == 442
    assert differing(fact, before, enhanced) <= REVISED.keys()


def test_every_revision_is_one_and_of_its_time(before: Edition, enhanced: Edition) -> None:
    assert set().union(*(differing(fact, before, enhanced) for fact in FACTS)) == REVISED.keys()
    for number, why in REVISED.items():
        new = {one.programme for one in enhanced.parties[number].designations}
        new -= {one.programme for one in before.parties[number].designations}
        assert new == ({"RUSSIA-EO14024"} if why == BLOCKED else set())


def test_what_the_xml_calls_linked_to_is_a_relation_by_type(before: Edition, enhanced: Edition) -> None:
    both = before.parties.keys() & enhanced.parties.keys()
    assert sum(bool(enhanced.parties[number].relations) for number in both) > 200
    for number in both:
        names = [one.name for one in enhanced.parties[number].relations]
        assert [one.name for one in before.parties[number].relations] == names
        assert all(one.type != "linked to" for one in enhanced.parties[number].relations)


class TestAdvanced:
    def test_every_party_is_read(self, advanced: Edition) -> None:
        numbers = re.findall(r'<DistinctParty FixedRef="(\d+)">', advanced.text)
        assert len(numbers) == advanced.text.count("</DistinctParty>") == 375
        assert advanced.reading.seen == len(advanced.parties)
        assert list(advanced.parties) == numbers
        assert advanced.problems == []
        assert advanced.reading.published == dt.date(2020, 3, 17)
        assert (advanced.reading.list, advanced.reading.format) == ("us-ofac-cons", "ofac-advanced")

    @pytest.mark.parametrize(
        ("pattern", "kept"),
        [
            (r"<DocumentedName ID", lambda p: len(p.names)),
            (r"<ProfileRelationship ID", lambda p: len(p.relations)),
            (r'FeatureTypeID="8"', lambda p: len(p.birth_dates)),
            (r'FeatureTypeID="9"', lambda p: len(p.birth_places)),
            (r'FeatureTypeID="224"', lambda p: len(p.genders)),
            (r'FeatureTypeID="11"', roles(CountryRole.CITIZENSHIP)),
            (r'FeatureTypeID="365"', roles(CountryRole.REGISTRATION)),
            (r'FeatureTypeID="(?:14|21)"', lambda p: len(p.contacts)),
            (r'<IDRegDocument ID|FeatureTypeID="(?:13|164)"', lambda p: len(p.identifiers)),
        ],
    )
    def test_no_element_is_left_out(
        self, advanced: Edition, pattern: str, kept: Callable[[Party], int]
    ) -> None:
        there = len(
            re.findall(pattern.replace("FeatureTypeID", r'<Feature ID="\d+" FeatureTypeID'), advanced.text)
        )
        assert 0.995 * there <= total(advanced, kept) <= there
        assert there > 0

    def test_every_place_that_says_something_is_an_address(self, advanced: Edition) -> None:
        places = {
            number
            for number, place in re.findall(
                r'<Location ID="(\d+)">(.*?)</Location>', advanced.text, re.DOTALL
            )
            if "<LocationCountry" in place or "<LocationPart " in place
        }
        of_features = re.findall(
            r'FeatureTypeID="25">(?:(?!</Feature>).)*?<VersionLocation LocationID="(\d+)"',
            advanced.text,
            re.DOTALL,
        )
        there = sum(number in places for number in of_features)
        assert 0.995 * there <= total(advanced, lambda party: len(party.addresses)) <= there

    def test_every_entry_of_a_list_has_its_day(self, advanced: Edition) -> None:
        """List and day of each entry, from the raw file, against the details of the parties."""
        lists = dict(re.findall(r'<List ID="(\d+)">([^<]*)<', advanced.text))
        pattern = (
            r'<SanctionsEntry ID="\d+" ProfileID="(\d+)" ListID="(\d+)">.*?'
            r"<Year>(\d+)</Year>\s*<Month>(\d+)</Month>\s*<Day>(\d+)</Day>"
        )
        there = {
            (number, f"Listing Date ({lists[kind]})", f"{year}-{int(month):02d}-{int(day):02d}")
            for number, kind, year, month, day in re.findall(pattern, advanced.text, re.DOTALL)
        }
        found = {
            (number, detail.label, detail.value)
            for number, party in advanced.parties.items()
            for detail in party.details
            if detail.label.startswith("Listing Date (")
        }
        assert found == there
        assert len(there) == advanced.text.count("<SanctionsEntry ID") == 759

    def test_every_programme_stands_under_its_party(self, advanced: Edition) -> None:
        there = {
            (number, code)
            for number, entry in re.findall(
                r'<SanctionsEntry ID="\d+" ProfileID="(\d+)"(.*?)</SanctionsEntry>', advanced.text, re.DOTALL
            )
            for code in re.findall(r"<Comment>([^<]+)</Comment>", entry)
        }
        found = {
            (number, decision.programme)
            for number, party in advanced.parties.items()
            for decision in party.designations
        }
        assert found == there

    def test_the_record_of_a_party_holds_all_that_the_file_says_of_it(self, advanced: Edition) -> None:
        record = advanced.parties["18720"].record
        for number in ("10982", "2735", "70018720", "50018720", "28441", "28442"):
            assert f' ID="{number}"' in record


class Checked(NamedTuple):
    """One party of ADVANCED as a person read it in the raw file."""

    kind: Kind
    names: tuple[tuple[str, Quality], ...]
    decisions: tuple[tuple[str, str, str], ...]  # programme, legal authority, since
    measures: tuple[str, ...]
    listings: dict[str, str]
    born: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    countries: tuple[tuple[str, CountryRole], ...] = ()
    genders: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str, str | None], ...] = ()
    addresses: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    relations: tuple[tuple[str, str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


DIRECTIVE = "Executive Order 13662 Directive Determination - Subject to Directive"
LINK = (
    "For more information on directives, please visit the following link: "
    "http://www.treasury.gov/resource-center/sanctions/Programs/Pages/ukraine.aspx#directives"
)
ACTIONS = (
    "For more information, please reference the following link: "
    "http://www.treasury.gov/resource-center/sanctions/OFAC-Enforcement/Pages/OFAC-Recent-Actions.aspx"
)
CONS, SSI, SDN = "Consolidated List", "Sectoral Sanctions Identifications List", "SDN List"
PLC = "Non-SDN Palestinian Legislative Council List"
GL4, EO13662 = "General License 4 Under EO 13224 (Terrorism)", "Executive Order 13662 (Ukraine)"
OWNED = "owned or controlled by"
PRIMARY, STRONG, WEAK, FORMER = Quality.PRIMARY, Quality.STRONG, Quality.WEAK, Quality.FORMER

# Read by eye in the raw file: above each party the parts that tell most, with the reference values in [].
CHECKED = {
    # <DistinctParty FixedRef="9640"> PartySubTypeID="4" [Unknown, PartyTypeID 1 Individual]
    # Birthdate Start 1951-1-1 End 1951-12-31; <Location ID="12813"> only AreaCodeID="11291" [undetermined]
    "9640": Checked(
        Kind.PERSON,
        (
            ("ABU TEIR, Mohammed", PRIMARY),
            ("ABU TAIR, Mohammed Mahmud", STRONG),
            ("ABOU TAYR, Mohammad Mahmoud", STRONG),
        ),
        (("NS-PLC", GL4, "2006-04-12"),),
        ("Reject",),
        {CONS: "2014-10-10", PLC: "2006-04-12"},
        born=(("1951",), ("Umm Tuba",)),
    ),
    # NamePartValue HAMMAD, but in the aliases `Hammad`, `Hamad`: SDN.XML has last names in capitals.
    # EntryEvents LegalBasisID 91262 [General License 4] and 1828 [Executive Order 13224]; measure 1705
    # <Location ID="31130"> CITY Jabaliya, REGION [1450] Gaza, area undetermined:
    # SDN.XML has `<city>Jabaliya</city><country>Region: Gaza</country>`
    "9659": Checked(
        Kind.PERSON,
        (
            ("HAMMAD, Fathi Ahmad Mohammad", PRIMARY),
            ("HAMMAD, Fathi Ahmad", STRONG),
            ("HAMAD, Fathy Ahmed", STRONG),
            ("HAMAD, Fathi", STRONG),
        ),
        (("SDGT", "Executive Order 13224 (Terrorism)", "2016-09-16"), ("NS-PLC", GL4, "2006-04-12")),
        ("Block",),
        {CONS: "2014-10-10", SDN: "2016-09-16", PLC: "2006-04-12"},
        born=(("1961",), ("Jabaliya, Gaza Strip",)),
        countries=(("ps", CountryRole.BIRTH),),
        addresses=("Jabaliya, Region: Gaza",),
    ),
    # PartySubTypeID="3" [PartyTypeID 2 Entity]; AliasTypeID 1401 [F.K.A.] twice; ListID 91763 [CAPTA List]
    # LegalBasisID 91414 [CISADA]; FeatureTypeID 13 [SWIFT/BIC] CKLBCNBJ
    "15268": Checked(
        Kind.ORGANIZATION,
        (
            ("BANK OF KUNLUN CO LTD", PRIMARY),
            ("KARAMAY URBAN CREDIT COOPERATIVES", FORMER),
            ("KARAMAY CITY COMMERCIAL BANK CO LTD.", FORMER),
        ),
        (("561-Related", "CISADA", "2019-03-14"),),
        ("561 Full Restrictions",),
        {CONS: "2014-10-10", "CAPTA List": "2019-03-14"},
        numbers=(("SWIFT/BIC", "CKLBCNBJ", None),),
        addresses=(
            "172 Xibin Rd, Ranghulu District, (Daqing, Heilongjiang Branch), Daqing 163453, China",
            "9 Dongzhimen North Street, Dongcheng District, (Head Office), Beijing 100007, China",
            "No. 7 Century Ave, (Registered Office), Xinjiang, Karamay 834000, China",
            "No. 68 Zhongya South Rd, Economic and Technological Development Zone, "
            "(Urumqi, Xinjiang Branch), Urumqi 830026, China",
        ),
        notes=(
            "United States financial institutions are prohibited from opening or maintaining a correspondent "
            "account or a payable-through account for the foreign financial institution listed here, "
            "pursuant to 31 C.F.R. section 561.201(c)",
        ),
    ),
    # <Feature FeatureTypeID="11"> [Citizenship Country] <VersionLocation LocationID="186196"/>, whose only
    # LocationPart is of type 1 [Unknown]: Switzerland. NamePartValue `Bektas`. Three entries: 91512, 1550,
    # 91469
    "17526": Checked(
        Kind.PERSON,
        (("BEKTAS, Halis", PRIMARY),),
        (
            ("SYRIA", "Executive Order 13582 (Syria)", "2014-12-17"),
            ("FSE-SY", "Executive Order 13608 (Iran/Syria)", "2014-12-17"),
        ),
        ("Block",),
        {CONS: "2014-12-17", SDN: "2014-12-17", "FSE List": "2014-12-17"},
        born=(("1966-02-13",), ()),
        countries=(("ch", CountryRole.CITIZENSHIP),),
        numbers=(("Passport", "X0906223", "ch"),),
    ),
    # <IDRegDocument ID="10982" IDRegDocTypeID="1636" [Government Gazette Number] IssuedBy-CountryID="11209">
    # <ProfileRelationship From-ProfileID="18720" To-ProfileID="17013" RelationQualityID="1" [Unknown]>
    "18720": Checked(
        Kind.ORGANIZATION,
        (
            ("PJSC VTB BANK (KIEV)", PRIMARY),
            ("VTB BANK, PUBLIC JOINT STOCK COMPANY", STRONG),
            ("PUBLICHNE AKTSIONERNE TOVARYSTVO VTB BANK", STRONG),
            ("VTB BANK, PJSC", STRONG),
            ("VTB BANK, PJSC (UKRAINE)", STRONG),
            ("PUBLIC-JOINT STOCK COMPANY VTB BANK (UKRAINE)", STRONG),
        ),
        (("UKRAINE-EO13662", EO13662, "2015-12-22"),),
        ("13662 Sectoral Directive 1",),
        {CONS: "2015-12-22", SSI: "2015-12-22"},
        numbers=(("Government Gazette Number", "14359319", "ua"), ("SWIFT/BIC", "VTBRUAUK", None)),
        addresses=(
            "8/26, Shevchenka boulevard/Pushkinska street, Kyiv 01004, Ukraine",
            "8/26 Pushkinskaya str/Shevchenko bulvr, Kiev 01004, Ukraine",
        ),
        contacts=("www.vtb.com.ua",),
        relations=((OWNED, "VTB BANK OAO", "us-ofac-cons:17013"),),
        notes=(f"{DIRECTIVE} 1", LINK),
    ),
    # <Alias AliasTypeID="1400" Primary="false" LowQuality="true"> SECURITY TECHNOLOGIES
    # Three documents without IssuedBy-CountryID; DetailReferenceID 91523 [Subject to Directive 3]
    "18786": Checked(
        Kind.ORGANIZATION,
        (
            ("OTKRYTOE AKTSIONERNOE OBSHCHESTVO TEKHNOLOGII BEZOPASNOSTI", PRIMARY),
            ("TEKHNOLOGII BEZOPASNOSTI, OAO", STRONG),
            ("JOINT STOCK COMPANY SECURITY TECHNOLOGIES", STRONG),
            ("SECURITY TECHNOLOGIES", WEAK),
        ),
        (("UKRAINE-EO13662", EO13662, "2015-12-22"),),
        ("13662 Sectoral Directive 3",),
        {CONS: "2015-12-22", SSI: "2015-12-22"},
        numbers=(
            ("Registration ID", "1137746355405", None),
            ("Government Gazette Number", "17434335", None),
            ("Tax ID No.", "7704833788", None),
        ),
        addresses=("d. 24 ul. Usacheva, Moscow 119048, Russia",),
        relations=((OWNED, "ROSTEC", "us-ofac-cons:17260"),),
        notes=(f"{DIRECTIVE} 3", LINK),
    ),
    # <IssuingAuthority>OGRN, INN; RelationQualityID 1540 [High]; FeatureTypeID 365 [Nationality of
    # Registration] at LocationID 186171 [Russia]; the Comment refers to OFAC's recent actions
    "23552": Checked(
        Kind.ORGANIZATION,
        (
            ("LENGIPRONEFTEKHIM OOO", PRIMARY),
            ("LLC LENGIPRONEFTEKHIM", STRONG),
            ("LIMITED LIABILITY COMPANY OIL REFINING AND PETROCHEMICAL FACILITIES DESIGN INSTITUTE", STRONG),
            (
                "INSTITUT PO PROEKTIROVANIYU PREDPRIYATY NEFTEPERERABATYVAYUSCHEY I NEFTEKHIMICHESKOY "
                "PROMYSHLENNOSTI, LIMITED LIABILITY COMPANY",
                STRONG,
            ),
        ),
        (("UKRAINE-EO13662", EO13662, "2018-01-26"),),
        ("13662 Sectoral Directive 4",),
        {CONS: "2018-01-26", SSI: "2018-01-26"},
        countries=(("ru", CountryRole.REGISTRATION),),
        numbers=(("Registration ID", "1057803105755", "ru"), ("Tax ID No.", "7810327462", "ru")),
        addresses=("D. 94, Obvodnogo Kanala, nab, St. Petersburg 196084, Russia",),
        contacts=("lgnch@lgnch.spb.ru",),
        relations=((OWNED, "SURGUTNEFTEGAS", "us-ofac-cons:17145"),),
        remarks=(
            ("Registration ID 1057803105755", "issuer OGRN"),
            ("Tax ID No. 7810327462", "issuer INN"),
            ("Owned or Controlled By SURGUTNEFTEGAS", "quality High"),
        ),
        notes=(f"{DIRECTIVE} 4", ACTIONS),
    ),
    # DatePeriod Start and End 1980-2-8; FeatureTypeID 224 [Gender] DetailReferenceID 91526 [Male];
    # <Location ID="39691"> CountryID 11205 [Turkey] and no part; ListID 91469 [FSE List]
    "26182": Checked(
        Kind.PERSON,
        (("KAYAKIRAN, Evren", PRIMARY),),
        (("FSE-IR", "Executive Order 13608 (Iran/Syria)", "2019-02-07"),),
        ("Reject",),
        {CONS: "2019-02-07", "FSE List": "2019-02-07"},
        born=(("1980-02-08",), ()),
        countries=(("tr", CountryRole.CITIZENSHIP),),
        genders=("male",),
        numbers=(("Passport", "U00242309", "tr"),),
        addresses=("Turkey",),
    ),
    # Two programmes, EntryEvents 91503 [13662] and 91811 [13850]; measures 91506, 91514, 1705
    # [Directive 2, Directive 4, Block]; To-ProfileID 17022 `Open Joint-Stock Company Rosneft Oil Company`
    "28603": Checked(
        Kind.ORGANIZATION,
        (("TNK TRADING INTERNATIONAL S.A.", PRIMARY),),
        (
            ("UKRAINE-EO13662", EO13662, "2020-03-12"),
            ("VENEZUELA-EO13850", "Executive Order 13850 (Venezuela)", "2020-03-12"),
        ),
        ("13662 Sectoral Directive 2", "13662 Sectoral Directive 4", "Block"),
        {CONS: "2020-03-12", SDN: "2020-03-12", SSI: "2020-03-12"},
        numbers=(
            ("V.A.T. Number", "CHE-267.936.404", "ch"),
            ("Business Registration Number", "CH-660.0.559.011-2", "ch"),
        ),
        addresses=("place du Lac 2, Geneve 1204, Switzerland",),
        relations=((OWNED, "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", "us-ofac-cons:17022"),),
        remarks=(("Owned or Controlled By OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY", "quality High"),),
        notes=(f"{DIRECTIVE} 2", f"{DIRECTIVE} 4", LINK),
    ),
    # Names `OAO Gazprom`, `Gazprom OAO`; <Location ID="26288"> STATE/PROVINCE Russia, POSTAL CODE
    # `GSP-7, 117997`; events 2014-10-10 [Consolidated List] and 2014-09-12 [SSI]
    "17250": Checked(
        Kind.ORGANIZATION,
        (("OPEN JOINT STOCK COMPANY GAZPROM", PRIMARY), ("OAO GAZPROM", STRONG), ("GAZPROM OAO", STRONG)),
        (("UKRAINE-EO13662", EO13662, "2014-09-12"),),
        ("13662 Sectoral Directive 4",),
        {CONS: "2014-10-10", SSI: "2014-09-12"},
        numbers=(
            ("Government Gazette Number", "00040778", "ru"),
            ("Tax ID No.", "7736050003", "ru"),
            ("Registration ID", "1027700070518", "ru"),
        ),
        addresses=(
            "16 Nametkina St., Moscow, Russia GSP-7, 117997, Russia",
            "16 Nametkina ul., Moscow 117991, Russia",
        ),
        contacts=("gazprom@gazprom.ru", "www.gazprom.ru"),
        notes=(f"{DIRECTIVE} 4", LINK),
    ),
}  # fmt: skip


@pytest.mark.parametrize("number", CHECKED)
def test_a_party_of_advanced_says_what_a_person_reads_there(advanced: Edition, number: str) -> None:
    party, wanted = advanced.parties[number], CHECKED[number]
    assert (party.id, party.kind) == (f"us-ofac-cons:{number}", wanted.kind)
    assert tuple((name.text, name.quality) for name in party.names) == wanted.names
    decisions = ((one.programme, one.legal_basis, one.listed_on) for one in party.designations)
    assert tuple(decisions) == wanted.decisions
    details = [(detail.label, detail.value) for detail in party.details]
    listings = [(f"Listing Date ({name})", day) for name, day in wanted.listings.items()]
    measures = [("Sanctions Type", measure) for measure in wanted.measures]
    assert details == [*measures, *wanted.remarks, *listings]
    assert (party.birth_dates, party.birth_places) == wanted.born
    assert tuple((country.code, country.role) for country in party.countries) == wanted.countries
    assert party.genders == wanted.genders
    assert tuple((one.label, one.value, one.country) for one in party.identifiers) == wanted.numbers
    assert tuple(address.text for address in party.addresses) == wanted.addresses
    assert tuple(contact.value for contact in party.contacts) == wanted.contacts
    relations = tuple((one.type, one.name, one.party) for one in party.relations)
    assert relations == wanted.relations
    assert not any(one.former or one.since or one.until for one in party.relations)
    assert party.notes == wanted.notes
    assert (party.titles, party.positions) == ((), ())


def test_the_codes_of_the_parties_all_stand_in_the_reviewed_table(
    advanced: Edition, enhanced: Edition
) -> None:
    codes = {
        decision.programme
        for edition in (advanced, enhanced)
        for party in edition.parties.values()
        for decision in party.designations
    }
    assert len(codes) == 14
    assert [code for code in codes if not is_known("OFAC", code)] == []


def test_both_are_whole_editions(advanced: Edition, enhanced: Edition) -> None:
    for edition in (advanced, enhanced):
        assert (edition.reading.lacks, edition.reading.leaves_out) == ((), ())
        facts = Counter(kind for party in edition.parties.values() for kind in party.facts())
        assert facts[FactKind.LISTING_DATES] == len(edition.parties)


def test_editions_of_all_layouts_follow_each_other(shared: Path, tmp_path: Path) -> None:
    service = Service(tmp_path)
    told = {}
    for name in (ADVANCED, BEFORE, ENHANCED, AFTER):
        (delivery,) = service.deliveries(shared / "lists" / name)
        added = service.add(delivery)
        told[name] = [warning.partition(": ")[2] for warning in added.warnings]
        assert added.losses == ()
    because = ", because this file's layout does not give them"
    assert told == {
        ADVANCED: [],
        BEFORE: [f"the listing dates of 348 of 367 (94.8%) parties that had them are gone{because}"],
        ENHANCED: [],
        AFTER: [
            f"the names in original script of 28 of 28 (100.0%) parties that had them are gone{because}",
            f"the listing dates of 348 of 442 (78.7%) parties that had them are gone{because}",
        ],
    }
