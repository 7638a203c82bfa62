"""Values, dates and numbers as the UK's lists write them."""

from __future__ import annotations

import pytest

from namesake.model.values import IdentifierType
from namesake.sources.gb_texts import document, numbered, registrations, uk_date, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("-", {}),
        ("Kabul", {1: "Kabul"}),
        ("(1) Afghanistan. (2) Iran", {1: "Afghanistan", 2: "Iran"}),
        # Passport details of 12050: the first passport has none.
        ("(1) - (2) Expiry: 02 Dec 2004 (3) -", {2: "Expiry: 02 Dec 2004"}),
        # 16024 `(Phone number):8(34992) 7-20-72`: brackets that count nothing.
        ("8(34992) 7-20-72", {1: "8(34992) 7-20-72"}),
        ("(1) +7 (495) 777 55 45 (2) 8 (800) 333", {1: "+7 (495) 777 55 45", 2: "8 (800) 333"}),
        ("(1) only", {1: "only"}),
    ],
)
def test_values_are_told_apart_by_the_numbers_before_them(text: str, expected: dict[int, str]) -> None:
    assert numbered(text) == expected


def test_a_bar_parts_values_too() -> None:
    assert values("Asset freeze|Travel Ban| ") == ["Asset freeze", "Travel Ban"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22/08/1990", "1990-08-22"),
        ("03/04/1969", "1969-04-03"),  # day first, always
        ("00/00/1945", "1945"),
        ("dd/mm/1945", "1945"),
        ("00/08/1970", "1970-08"),
        ("08/1961", "1961-08"),
        ("1954", "1954"),
        ("28-Jan-2026", "2026-01-28"),
        ("2026-01-28", "2026-01-28"),
        ("31/02/1970", None),
        ("13/13/1970", None),
        ("05/00/1970", None),
        ("00/00/0000", None),
        ("Unknown", None),
        ("", None),
    ],
)
def test_a_date_is_read_day_first_with_noughts_for_what_is_not_known(text: str, expected: str | None) -> None:
    assert uk_date(text) == expected


PASSPORT, NATIONAL = IdentifierType.PASSPORT, IdentifierType.NATIONAL_ID


@pytest.mark.parametrize(
    ("number", "words", "usual", "expected"),
    [
        ("JX446643", "Canadian", PASSPORT, ("passport", "JX446643", "ca", None, None)),
        (
            "G52FYPRL", "Libya, issued on 8 May 2014 (Date of expiration: 7 May 2022)", PASSPORT,
            ("passport", "G52FYPRL", "ly", "2014-05-08", "2022-05-07"),
        ),
        ("1", "(British). Issued 21.07.2004. Expired 21.04.2015.", PASSPORT,
         ("passport", "1", "gb", "2004-07-21", "2015-04-21")),
        ("A005465", "Issued 12/04/2015. Expired 11/04/2017.", PASSPORT,
         ("passport", "A005465", None, "2015-04-12", "2017-04-11")),
        # 7843: where it was issued is not who issued it.
        ("917739", "Pakistani. Issued in Kuwait", PASSPORT, ("passport", "917739", "pk", None, None)),
        # 14158 `MP 2387911` is a number with letters before it, and no country.
        ("MP 2387911", "", PASSPORT, ("passport", "MP 2387911", None, None, None)),
        ("B/011641.", "", PASSPORT, ("passport", "B/011641", None, None, None)),
        ("INN number: 770200946783", "", NATIONAL, ("tax id", "770200946783", None, None, None)),
        ("772", "Russia – INN Number", NATIONAL, ("tax id", "772", "ru", None, None)),
        ("07442833", "USA driving licence, expiry date 15 March 2016", NATIONAL,
         ("driving licence", "07442833", "us", None, "2016-03-15")),
        ("19860222007", "Trinidad and Tobago National Identification Card. Issued on 16 Jun. 2011.", NATIONAL,
         ("national id", "19860222007", "tt", "2011-06-16", None)),
        ("20432", "Yemen military identification number. Issued in 2018.", NATIONAL,
         ("other", "20432", "ye", "2018", None)),
        ("1", "US social security", NATIONAL, ("social security", "1", "us", None, None)),
        ("7", "Issued on 31 February 2014", NATIONAL, ("national id", "7", None, None, None)),
    ],
)  # fmt: skip
def test_a_document_is_what_the_words_beside_it_say(
    number: str, words: str, usual: IdentifierType, expected: tuple[str | None, ...]
) -> None:
    one = document(number, words, usual)
    assert (one.type, one.value, one.country, one.issued, one.expires) == expected


@pytest.mark.parametrize("piece", ["Aa of ", "A", "TIN ", "(Ab cd ", "Ab ", "a ", "Issued in ", "1 "])
def test_a_text_as_long_as_no_number_is_kept_as_it_stands(piece: str) -> None:
    text = piece * (50_000 // len(piece)) + "!"
    assert document(text, text, PASSPORT).value == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14720672", [("registration", "14720672", None)]),
        ("HK0017526777", [("registration", "HK0017526777", None)]),
        ("1510484 (Russia)", [("registration", "1510484", "ru")]),
        ("INN - 5045023416", [("tax id", "5045023416", None)]),
        ("Tax ID No. 7813491943 (Russia)", [("tax id", "7813491943", "ru")]),
        ("Russia OGRN – 1047796", [("registration", "1047796", "ru")]),
        ("TIN: 9717 OGRN: 1247", [("tax id", "9717", None), ("registration", "1247", None)]),
        ("(УНН/ИНН): 190950894 (Belarus)", [("tax id", "190950894", "by")]),
        ("Legal Entity Identifier: 549300GLZ5MZ3RYRO972", [("lei", "549300GLZ5MZ3RYRO972", None)]),
        ("SWIFT: RINBKG22", [("bic", "RINBKG22", None)]),
        ("KPP: 770701001", [("other", "770701001", None)]),
        ("CRN: 1548836", [("registration", "1548836", None)]),
        ("7718857267 - TIN", [("tax id", "7718857267", None)]),
        ("none known", []),
    ],
)
def test_a_companys_numbers_are_told_by_their_labels(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(one.type, one.value, one.country) for one in registrations(text)] == expected
