"""Cells of Australia's list are taken apart as they are written there."""

from __future__ import annotations

import pytest

from namesake.model.values import Contact, Gender, Identifier, IdentifierType
from namesake.sources.au_texts import birth_dates, information, items, listed, un_number


@pytest.mark.parametrize(
    ("cell", "dates", "rest"),
    [
        ("1958", ("1958",), ""),
        ("1966-05-01", ("1966-05-01",), ""),
        ("30/01/1972", ("1972-01-30",), ""),
        # Day first, always: the list has 15/04/1966 and 4/11/1963 beside each other.
        ("4/11/1963", ("1963-11-04",), ""),
        ("08/1961", ("1961-08",), ""),
        ("Approximately 1963, 30/01/1972", ("1963~", "1972-01-30"), ""),
        ("1945, 1946, 1947", ("1945", "1946", "1947"), ""),
        ("Approximately: Between 1959 and 1965", ("1959~/1965~",), ""),
        ("between 1955 and 1958", ("1955/1958",), ""),
        ("Approximately 1968\n28/08/1965", ("1968~", "1965-08-28"), ""),
        ("27/05/1973 01/01/1975", ("1973-05-27", "1975-01-01"), ""),
        ("20 April 1961, 1951", ("1961-04-20", "1951"), ""),
        ("5 May 1957, April 1957, May 1957", ("1957-05-05", "1957-04", "1957-05"), ""),
        ("1944,", ("1944",), ""),
        ("1970, 1970", ("1970",), ""),
        ("", (), ""),
        # What can't be read is told, and what can be is kept.
        ("10/061962", (), "10/061962"),
        ("7/02/1950/11/1950 08/08/1945", ("1945-08-08",), "7/02/1950/11/1950"),
        ("1961,\n/02/1961,\n13/03/1961", ("1961", "1961-03-13"), "/02/1961"),
        ("31/02/1961", (), "31/02/1961"),
        ("unknown", (), "unknown"),
    ],
)
def test_birth_dates(cell: str, dates: tuple[str, ...], rest: str) -> None:
    assert birth_dates(cell) == (dates, rest)


@pytest.mark.parametrize(
    ("cell", "day", "amended"),
    [
        (
            "Listed on 25 January 2001 (amended on 3 Sep 2003, 20 December 2005 and 21 Sep 2007, 29 "
            "Nov. 2011)",
            "2001-01-25",
            ("2003-09-03", "2005-12-20", "2007-09-21", "2011-11-29"),
        ),
        ("Listed on:5 August 2017 (amended on 29 June 2023)", "2017-08-05", ("2023-06-29",)),
        (
            "Listed by the 1267 Committee on 11 May 2004 ( amended on 24 Mar. 2009 )",
            "2004-05-11",
            ("2009-03-24",),
        ),
        ("First listed on 16/07/2009", "2009-07-16", ()),
        ("Listed by the 1591 Committee on 24 February 2026.", "2026-02-24", ()),
        ("2013-03-07", "2013-03-07", ()),
        (
            "The Minister for Foreign Affairs listed this entity on 21 November 2003 under section 15(1)",
            "2003-11-21",
            (),
        ),
        (
            "Designated under the Autonomous Sanctions Regulations 2011 on 2 March 2012. Formerly "
            "listed on the RBA "
            "Consolidated List as 2011SYR0009. Relisted on 12 January 2024.",
            "2012-03-02",
            (),
        ),
        # A day of relisting is none of listing, nor is that of a gazette.
        (
            "Instrument of first listing: Charter of the United Nations (Anti-terrorism) List 2001 "
            "[F2021L00643, "
            "Gazette No. S 500, 21 December 2001]. Re-listed on: 16/09/2022. Last listed on: 13/09/2025",
            None,
            (),
        ),
        ("Autonomous Sanctions (Russia and Ukraine) Amendment (No. 1) Instrument 2022", None, ()),
        ("Listed by the 1518 Committee", None, ()),
        ("", None, ()),
    ],
)
def test_the_day_of_listing(cell: str, day: str | None, amended: tuple[str, ...]) -> None:
    assert listed(cell) == (day, amended)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Kabul, Afghanistan", ["Kabul, Afghanistan"]),
        ("a) Mosul, Iraq b) Az Zabadani, Syria;", ["Mosul, Iraq", "Az Zabadani, Syria"]),
        ("a) one\n b) two", ["one", "two"]),
        # Only a cell that begins so is a list.
        ("Building 2 b) Street", ["Building 2 b) Street"]),
        ("", []),
    ],
)
def test_values_that_are_numbered(cell: str, expected: list[str]) -> None:
    assert items(cell) == expected


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("TAi.002. Title: a) Mullah", "TAi.002"),
        ("Qdi.081\nPassport no.: 00085243", "QDi.081"),
        ("IRe.046. Designation: Operates within AEOI", "IRe.046"),
        ("TAi.100 Title: Maulavi.", "TAi.100"),
        # A number further on is another party's.
        ("Member of Islamic State, listed as Al-Qaida in Iraq (QDe.115)", None),
        ("State registration number: 1027739263056", None),
        ("", None),
    ],
)
def test_the_uns_number_stands_first(cell: str, number: str | None) -> None:
    assert un_number(cell) == number


# Reference 2, shortened.
AKHUND = (
    "TAi.002. Title: a) Mullah b) Haji Designation: a) First Deputy, Council of Ministers under the "
    "Taliban regime "
    "(1996-2001) b) Foreign Minister under the Taliban regime (1996-2001) DOB: a) Between 1955 and 1958 POB: "
    "Pashmul village Good quality a.k.a.: na Low quality a.k.a.: na Nationality: Afghanistan Passport no: "
    "Afghanistan number P04581926, issued on 7 Aug. 2024 National identification no: na Address: "
    "Kabul Listed on: "
    "25 Jan. 2001 Other information: A close associate of Mullah Mohammed Omar (TAi.004)."
)


def test_labelled_facts_of_a_person_of_the_un() -> None:
    told = information(AKHUND)
    assert told.titles == ("Mullah", "Haji")
    assert told.positions == (
        "First Deputy, Council of Ministers under the Taliban regime (1996-2001)",
        "Foreign Minister under the Taliban regime (1996-2001)",
    )
    assert told.identifiers == ()  # `Afghanistan number P04581926` is the UN's own, told by its record
    assert told.genders == ()


@pytest.mark.parametrize(
    ("cell", "identifiers"),
    [
        ("State registration number: 1027739263056", [(IdentifierType.REGISTRATION, "1027739263056")]),
        (
            "Chief Warden of Penal Colony IK-3;\nTax ID No.: 663401241613",
            [(IdentifierType.TAX_ID, "663401241613")],
        ),
        (
            "Company identification number: 115476103698;https://renera.ru/",
            [(IdentifierType.REGISTRATION, "115476103698")],
        ),
        ("Passport No.: A1180173 (Kenya), exp. 2018", [(IdentifierType.PASSPORT, "A1180173")]),
        ("Tunisian passport number L335915, issued in Milan", [(IdentifierType.PASSPORT, "L335915")]),
        ("National ID: 4579850531 (Iran)", [(IdentifierType.NATIONAL_ID, "4579850531")]),
        ("IMO number: 5963351", [(IdentifierType.IMO, "5963351")]),
        ("SWIFT/BIC: ROSYRU2PXXX", [(IdentifierType.BIC, "ROSYRU2PXXX")]),
        ("Passport no: na. Sentenced to 12 years", []),
        ("resolution 1822 (2008) was concluded on 21 Jul. 2010", []),
    ],
)
def test_numbers_with_a_label(cell: str, identifiers: list[tuple[IdentifierType, str]]) -> None:
    told = information(cell).identifiers
    assert [(one.type, one.value) for one in told] == identifiers
    assert all(isinstance(one, Identifier) and one.label for one in told)


@pytest.mark.parametrize(
    ("cell", "contacts"),
    [
        ("Website: www.veb.ru", [Contact("website", "www.veb.ru")]),
        (
            "Websites: https://akibank.ru/; Email: info@gicdf.org.",
            [Contact("website", "https://akibank.ru/"), Contact("e-mail", "info@gicdf.org")],
        ),
        ("Sits on the website of nobody", []),
    ],
)
def test_addresses_on_the_web(cell: str, contacts: list[Contact]) -> None:
    assert list(information(cell).contacts) == contacts


@pytest.mark.parametrize(
    ("cell", "genders"),
    [
        ("Gender: male", (Gender.MALE,)),
        ("Gender: Female. Tribe: X", (Gender.FEMALE,)),
        ("Gender: unknown", ()),
        ("Gender: F", (Gender.FEMALE,)),
        ("x", ()),
    ],
)
def test_gender(cell: str, genders: tuple[Gender, ...]) -> None:
    assert information(cell).genders == genders


def test_a_position_ends_with_its_sentence() -> None:
    told = information("Last known position: Vice President of Syriatel. Nephew of the President")
    assert told.positions == ("Vice President of Syriatel",)
