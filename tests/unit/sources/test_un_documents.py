"""Passports and identity cards are read out of the UN's mixture of numbers and words."""

from __future__ import annotations

import re

import pytest

from namesake.model.dates import PartialDate
from namesake.model.values import CountryCode, Identifier, IdentifierType
from namesake.sources.un_documents import document, worded_date

PASSPORT, CARD = "Passport", "National Identification Number"


def of(kind: str, number: str = "", *, second: str = "", note: str = "", **more: str) -> Identifier | None:
    fields = {"TYPE_OF_DOCUMENT": kind, "TYPE_OF_DOCUMENT2": second, "NUMBER": number, "NOTE": note, **more}
    return document({tag: text for tag, text in fields.items() if text})


def test_a_document_with_all_its_fields() -> None:
    # TAi.003, edition of August 2026
    assert of(
        PASSPORT,
        "D0009925",
        second="diplomatic passport",
        ISSUING_COUNTRY="Afghanistan",
        DATE_OF_ISSUE="2022-05-22",
        DATE_OF_EXPIRY="2027-05-22",
        CITY_OF_ISSUE="Kabul",
    ) == Identifier(
        IdentifierType.PASSPORT,
        "D0009925",
        country=CountryCode("af"),
        issued=PartialDate("2022-05-22"),
        expires=PartialDate("2027-05-22"),
        label="diplomatic passport",
    )


@pytest.mark.parametrize(
    ("number", "value", "label", "country"),
    [
        ("CV9157521", "CV9157521", "Passport", None),
        ("D 000933", "D 000933", "Passport", None),  # TAi.130
        ("TR-P 614 166", "TR-P 614 166", "Passport", None),  # QDi.261
        ("NO33301/862", "NO33301/862", "Passport", None),  # IQi.032: not Norway's
        ("Jordan 654781", "654781", "Jordan", "jo"),  # QDi.400
        ("Libyan Passport No. 96/184442", "96/184442", "Libyan Passport", "ly"),  # QDi.229
        (
            "Russian foreign travel passport number 515458008",
            "515458008",
            "Russian foreign travel passport",
            "ru",
        ),
        ("No. H0044232 (Iraqi)", "H0044232", "No. (Iraqi)", "iq"),  # IQi.072
        ("Diplomatic Passport: Z30321794", "Z30321794", "Diplomatic Passport", None),  # IRi.023
        ("CAR diplomatic passport no. 06FBO2262", "06FBO2262", "CAR diplomatic passport", "cf"),  # CFi.013
        ("Russian passport number 8208 No. 555627", "8208 No. 555627", "Russian passport", "ru"),  # QDi.398
    ],
)
def test_the_number_is_taken_out_of_its_words(
    number: str, value: str, label: str, country: str | None
) -> None:
    found = of(PASSPORT, number)
    assert found == Identifier(IdentifierType.PASSPORT, value, country=country, label=label)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("second", "note", "value", "label"),
    [
        # TAi.121: the number stands in the second type
        (
            "Afghan national identification card (tazkira) number 44323",
            "",
            "44323",
            "Afghan national identification card (tazkira)",
        ),
        # QDi.060 and QDi.190: in the note
        ("", "04643632 issued on 18 Jun. 1999", "04643632", CARD),
        ("", "Moroccan national identity card DE- 473900", "DE- 473900", "Moroccan national identity card"),
        # QDi.305
        (
            "",
            "Indonesian National Identity Card number 1127083101740003 under name Abdul Rosyid",
            "1127083101740003",
            "Indonesian National Identity Card",
        ),
    ],
)
def test_the_number_is_found_outside_of_its_field(second: str, note: str, value: str, label: str) -> None:
    found = of(CARD, second=second, note=note)
    assert found is not None
    assert (found.type, found.value, found.label) == (IdentifierType.NATIONAL_ID, value, label)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"kind": PASSPORT, "number": "1"}, IdentifierType.PASSPORT),
        ({"kind": "Número de pasaporte", "number": "1"}, IdentifierType.PASSPORT),  # KPi.006
        ({"kind": "Numéro de passeport", "number": "1"}, IdentifierType.PASSPORT),
        ({"kind": CARD, "number": "1"}, IdentifierType.NATIONAL_ID),
        # Russia's inner passport is its identity card: the UN files it so
        ({"kind": CARD, "number": "1", "second": "national passport"}, IdentifierType.NATIONAL_ID),
        ({"kind": CARD, "number": "1", "second": "Birth certificate"}, IdentifierType.BIRTH_CERTIFICATE),
        ({"kind": CARD, "number": "1", "second": "Driver's Permit"}, IdentifierType.DRIVING_LICENCE),
        ({"kind": CARD, "number": "1", "second": "Residential card"}, IdentifierType.RESIDENCE),
        (
            {"kind": CARD, "number": "1", "second": "United States Social Security Number:"},
            IdentifierType.SOCIAL_SECURITY,
        ),
        ({"kind": CARD, "number": "1", "second": "Ration card no."}, IdentifierType.OTHER),
        ({"kind": CARD, "number": "1", "second": "Certificate of Iraqi Nationality"}, IdentifierType.OTHER),
        ({"kind": CARD, "number": "1", "second": "Voter ID"}, IdentifierType.OTHER),
        ({"kind": CARD, "number": "SSDSBN68B10Z352F", "note": "Italian Fiscal Code"}, IdentifierType.TAX_ID),
        ({"kind": CARD, "number": "001-843-989-7", "note": "NIF - Haiti"}, IdentifierType.TAX_ID),
    ],
)
def test_the_type_is_told_by_what_the_un_calls_it(fields: dict[str, str], kind: IdentifierType) -> None:
    found = of(fields.pop("kind"), **fields)
    assert found is not None
    assert found.type is kind


@pytest.mark.parametrize(
    ("note", "issued", "expires"),
    [
        ("expired on 30 Aug. 2014", None, "2014-08-30"),
        ("expires 7 Sep. 2013 ", None, "2013-09-07"),
        ("valid until 10 April 2018", None, "2018-04-10"),
        ("Expiration date: 2023-06-04. ", None, "2023-06-04"),  # KPi.043
        ("Date of expiration: 7 May 2022", None, "2022-05-07"),  # LYi.026
        ("expires on September 16, 2019", None, "2019-09-16"),  # KPi.058
        (
            "issued by UK Passport Office with expiry date of 16 Jun. 2019, cancelled",
            None,
            "2019-06-16",
        ),  # QDi.409
        ("exp. 20 Aug 2017", None, "2017-08-20"),
        (
            "issued on 5 April 1999 at Zarqa, Jordan, expired on 4 April 2004",
            "1999-04-05",
            "2004-04-04",
        ),  # QDi.400
        ("Issued 15 October 2000; expired 15 October 2005 Iran", "2000-10-15", "2005-10-15"),  # IRi.021
        ("issued on May 2001", "2001-05", None),  # IQi.032
        ("issued in 1974", "1974", None),  # TAi.071
        ("officially cancelled as of 2013", None, None),
        ("expired", None, None),
    ],
)
def test_dates_of_issue_and_expiry_are_read_from_the_note(
    note: str, issued: str | None, expires: str | None
) -> None:
    found = of(PASSPORT, "A1", note=note)
    assert found is not None
    assert (found.issued, found.expires) == (issued, expires)


def test_the_fields_own_dates_come_before_those_in_the_note() -> None:
    found = of(PASSPORT, "A1", note="expires on 1 Jan. 2010", DATE_OF_EXPIRY="2011-01-01")
    assert found is not None
    assert found.expires == "2011-01-01"


@pytest.mark.parametrize(
    ("fields", "country"),
    [
        ({"ISSUING_COUNTRY": "Tunisian"}, "tn"),  # QDi.149
        ({"ISSUING_COUNTRY": "Tunisian passport"}, "tn"),  # QDi.353
        ({"ISSUING_COUNTRY": "Iran (Islamic Republic of)"}, "ir"),
        ({"COUNTRY_OF_ISSUE": "Georgia"}, "ge"),  # QDi.345
        ({"ISSUING_COUNTRY": "Tunisian", "COUNTRY_OF_ISSUE": "Italy"}, "tn"),  # issued by a consulate
        ({}, None),
    ],
)
def test_the_issuing_country_is_the_one_whose_document_it_is(
    fields: dict[str, str], country: str | None
) -> None:
    found = of(PASSPORT, "A1", **fields)
    assert found is not None
    assert found.country == country


def test_a_document_without_a_number_is_none() -> None:
    # QDi.318 and QDi.129
    assert of(PASSPORT, ISSUING_COUNTRY="Egypt", note="issued in 1993, under name Muhammad Jamal") is None
    assert (
        of(CARD, second="Birth certificate", note="issued for Djamel Mostefa, born on 25 Sep. 1973") is None
    )


def test_an_impossible_date_in_a_note_is_kept_as_far_as_it_is_possible() -> None:
    assert worded_date("expired on 31 Feb. 2014", re.compile("expired")) == "2014-02"
    assert worded_date("expired, it is said", re.compile("expired")) is None
