"""OFAC's labels and what they mean."""

from __future__ import annotations

import pytest

from namesake.model.values import CountryRole, IdentifierType
from namesake.sources.ofac_labels import Use, label_of, meaning_of, split_label


@pytest.mark.parametrize(
    ("label", "type_"),
    [
        ("Passport", IdentifierType.PASSPORT),
        ("Diplomatic Passport", IdentifierType.PASSPORT),
        ("Cedula No.", IdentifierType.NATIONAL_ID),
        ("C.U.R.P.", IdentifierType.NATIONAL_ID),
        ("D.N.I.", IdentifierType.NATIONAL_ID),
        ("NIT #", IdentifierType.TAX_ID),
        ("RUC #", IdentifierType.TAX_ID),
        ("RIF #", IdentifierType.TAX_ID),
        ("R.F.C.", IdentifierType.TAX_ID),
        ("SSN", IdentifierType.SOCIAL_SECURITY),
        ("Driver's License No.", IdentifierType.DRIVING_LICENCE),
        ("Residency Number", IdentifierType.RESIDENCE),
        ("Registration Number", IdentifierType.REGISTRATION),
        ("Unified Social Credit Code (USCC)", IdentifierType.REGISTRATION),
        ("SWIFT/BIC", IdentifierType.BIC),
        ("ISIN", IdentifierType.ISIN),
        ("Equity Ticker", IdentifierType.TICKER),
        ("D-U-N-S Number", IdentifierType.DUNS),
        ("MMSI", IdentifierType.MMSI),
        ("Aircraft Tail Number", IdentifierType.AIRCRAFT_TAIL),
        ("Aircraft Manufacturer's Serial Number (MSN)", IdentifierType.AIRCRAFT_SERIAL),
        ("Digital Currency Address - XBT", IdentifierType.WALLET),
    ],
)
def test_a_label_of_a_number_says_what_kind_of_number_it_is(label: str, type_: IdentifierType) -> None:
    meaning = meaning_of(label)
    assert (meaning.use, meaning.identifier) == (Use.IDENTIFIER, type_)


@pytest.mark.parametrize(
    ("label", "use"),
    [
        ("nationality", Use.COUNTRY),
        ("Former Vessel Flag", Use.COUNTRY),
        ("Website", Use.CONTACT),
        ("PHONE", Use.CONTACT),
        ("Linked To", Use.RELATION),
        ("Aircraft Operator", Use.RELATION),
        ("Gender", Use.GENDER),
        ("DOB", Use.BIRTH_DATE),
        ("POB", Use.BIRTH_PLACE),
        ("Organization Established Date", Use.DETAIL),
        ("Vessel Year of Build", Use.DETAIL),
        ("Secondary sanctions risk:", Use.NOTE),
        ("Additional Sanctions Information -", Use.NOTE),
        ("Executive Order 13662 Directive Determination -", Use.NOTE),
        (
            "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions:",
            Use.NOTE,
        ),
    ],
)
def test_labels_in_the_id_list_that_are_no_ids_are_told_apart(label: str, use: Use) -> None:
    assert meaning_of(label).use is use


def test_a_colon_after_a_label_does_not_matter() -> None:
    assert meaning_of("Organization Type:") == meaning_of("Organization Type")


def test_a_wallet_is_labelled_with_its_currency_even_one_not_met_before() -> None:
    assert meaning_of("Digital Currency Address - SOL").short == "SOL"


def test_a_label_that_names_a_state_gives_the_issuer() -> None:
    assert meaning_of("US FEIN").country == "us"
    assert meaning_of("Passport").country is None


def test_nationality_and_citizenship_are_different_roles() -> None:
    assert meaning_of("nationality").role is CountryRole.NATIONALITY
    assert meaning_of("citizen").role is CountryRole.CITIZENSHIP


@pytest.mark.parametrize(
    ("label", "use"),
    [
        ("Peruvian Taxpayer No.", Use.IDENTIFIER),
        ("Seaman Card", Use.IDENTIFIER),
        ("Executive Order 19999 information:", Use.NOTE),
        ("Favourite Colour", Use.DETAIL),
    ],
)
def test_an_unknown_label_is_read_by_its_wording(label: str, use: Use) -> None:
    assert meaning_of(label).use is use


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DOB 11 Mar 1957", ("DOB", "11 Mar 1957")),
        ("Registration Number 1027700070518 (Russia)", ("Registration Number", "1027700070518 (Russia)")),
        ("Registration ID 503586", ("Registration ID", "503586")),
        ("Email:adelb@shabakah.net.sa", ("Email", "adelb@shabakah.net.sa")),
        ("Telephone +97165030600", ("Telephone", "+97165030600")),
        ("Digital Currency Address - XBT 12QtD5BFwRs", ("Digital Currency Address - XBT", "12QtD5BFwRs")),
        (
            "Listing Date (EO 14024 Directive 3): 24 Feb 2022",
            ("Listing Date (EO 14024 Directive 3)", "24 Feb 2022"),
        ),
        ("Peruvian Taxpayer No. 12-345 (Peru)", ("Peruvian Taxpayer No.", "12-345 (Peru)")),
    ],
)
def test_the_longest_label_a_text_begins_with_is_split_off(text: str, expected: tuple[str, str]) -> None:
    assert split_label(text) == expected


@pytest.mark.parametrize(
    "text",
    ["ICTY indictee", "Member ETA", "#2 in Special Security Organization", "presidential advisor", "DOB"],
)
def test_prose_begins_with_no_label(text: str) -> None:
    assert split_label(text) is None


@pytest.mark.parametrize(
    ("feature", "label"),
    [
        ("Birthdate", "DOB"),
        ("Place of Birth", "POB"),
        ("Nationality Country", "nationality"),
        ("Citizenship Country", "citizen"),
        ("VESSEL TYPE", "Vessel Type"),
        ("Vessel Type", "Vessel Type"),
        ("Vessel Gross Tonnage", "Gross Registered Tonnage"),
        ("SWIFT/BIC", "SWIFT/BIC"),
        ("Listing Date (EO 14024 Directive 3):", "Listing Date (EO 14024 Directive 3):"),
    ],
)
def test_a_feature_has_the_label_that_sdn_xml_gives_it(feature: str, label: str) -> None:
    assert label_of(feature) == label
