"""A subject from values as customer files give them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from namesake.errors import InputError
from namesake.model.coding import from_json, to_json
from namesake.model.subject import LONGEST_NAME, Subject
from namesake.model.values import Address, Gender, Identifier, IdentifierType, Kind


def test_a_subject_is_what_was_given() -> None:
    subject = Subject.of(
        "Qassem Suleimani",
        "قاسم سلیمانی",
        kind="Person",
        born="1957-03-11",
        countries=["ir", "Iraq"],
        gender="male",
        ids="passport:A10472263",
        id="customer 17",
    )
    assert subject.names == ("Qassem Suleimani", "قاسم سلیمانی")
    assert subject.kind is Kind.PERSON
    assert subject.birth_dates == ("1957-03-11",)
    assert subject.countries == ("ir", "iq")
    assert subject.genders == (Gender.MALE,)
    assert subject.identifiers == (Identifier(type=IdentifierType.PASSPORT, value="A10472263"),)
    assert subject.id == "customer 17"
    assert subject.warnings == ()
    assert from_json(to_json(subject), Subject) == subject


def test_what_is_not_given_is_unknown() -> None:
    assert Subject.of("Qasem") == Subject(names=("Qasem",))


def test_names_are_trimmed_and_empty_ones_left_out() -> None:
    assert Subject.of("  Qasem ", "", "   ", "Ghasem").names == ("Qasem", "Ghasem")


@pytest.mark.parametrize("names", [(), ("",), ("  ", "\t\n")])
def test_a_subject_without_a_name_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="no name to screen: give at least one"):
        Subject.of(*names)


@pytest.mark.parametrize("name", ["???", "---", "☭", "\u200f", "'"])
def test_a_name_without_a_letter_is_refused_and_not_silently_found_on_no_list(name: str) -> None:
    with pytest.raises(InputError, match="no letter and no digit"):
        Subject.of(name)


def test_beside_a_usable_name_one_without_a_letter_is_a_warning() -> None:
    subject = Subject.of("Qasem", "???", "2")
    assert subject.names == ("Qasem", "2")
    assert subject.warnings == ("name '???' is not used: it has no letter and no digit",)


def test_the_longest_name_is_screened_and_a_longer_one_refused() -> None:
    assert Subject.of("x" * LONGEST_NAME)
    with pytest.raises(InputError, match=r"2,001 characters .* limit is 2,000.*give names one by one"):
        Subject.of("Qasem", "x" * (LONGEST_NAME + 1))


@pytest.mark.parametrize(
    ("born", "dates", "warnings"),
    [
        ("1957", ["1957"], 0),
        ("1957-03", ["1957-03"], 0),
        ("1969-7-16", ["1969-07-16"], 0),
        ("16 Jul 1969", ["1969-07-16"], 0),
        ("16/07/1969", ["1969-07-16"], 0),
        ("03/04/1969", ["1969"], 1),  # a third of April or a fourth of March
        ("1974-01-32", ["1974-01"], 1),
        ("1974-13-01", ["1974"], 1),
        ("unknown", [], 1),
        (["1957", "1957", "1958"], ["1957", "1958"], 0),
        (["1957", "", "never"], ["1957"], 1),
        # What stands for "unknown", or is by another calendar, must not contradict.
        ("1900-01-01", [], 1),
        ("1/1/1900", [], 1),
        ("1336-12-20", [], 1),  # 11 March 1957 in Iran
        ("2500", [], 1),  # 1957 in Thailand
        ("1900-03-11", ["1900-03-11"], 0),
        ("1957-01-01", ["1957-01-01"], 0),
        ("", [], 0),
        (None, [], 0),
        ((text for text in ("1957",)), ["1957"], 0),
    ],
)
def test_birth_dates_are_read_leniently_and_what_is_lost_is_said(
    born: Any, dates: list[str], warnings: int
) -> None:
    subject = Subject.of("Qasem", born=born)
    assert list(subject.birth_dates) == dates
    assert len(subject.warnings) == warnings


@pytest.mark.parametrize(
    ("born", "kept", "ahead"),
    [
        (["2021-03-10"], ["2021-03-10"], []),  # today
        (["2021-03-11"], [], ["2021-03-11"]),
        (["2021-03"], ["2021-03"], []),  # it may have been the first
        (["2021-04"], [], ["2021-04"]),
        (["2021"], ["2021"], []),
        (["2022"], [], ["2022"]),
        (["2057", "1957", "2058"], ["1957"], ["2057", "2058"]),
        ([], [], []),
    ],
)
def test_a_birth_date_still_to_come_is_not_used_and_that_is_said(
    born: list[str], kept: list[str], ahead: list[str]
) -> None:
    given = Subject.of("Qasem", "???", born=born)
    subject = given.born_by(dt.date(2021, 3, 10))
    assert list(subject.birth_dates) == kept
    said = tuple(f"birth date {date!r} is not used: it lies in the future" for date in ahead)
    assert subject.warnings == given.warnings + said


@pytest.mark.parametrize(
    ("countries", "codes"),
    [
        ("ir", ["ir"]),
        ("IRN", ["ir"]),
        ("Iran", ["ir"]),
        ("Iranian", ["ir"]),
        (["Korea, North", "kp", "DPRK"], ["kp"]),
        (" iraq ", ["iq"]),
        ("", []),
    ],
)
def test_countries_may_be_codes_or_names(countries: Any, codes: list[str]) -> None:
    subject = Subject.of("Qasem", countries=countries)
    assert list(subject.countries) == codes
    assert subject.warnings == ()


def test_an_unknown_country_is_a_warning() -> None:
    subject = Subject.of("Qasem", countries=["Atlantis", "ir"])
    assert subject.countries == ("ir",)
    (warning,) = subject.warnings
    assert warning.startswith("country 'Atlantis' is not known and is not used")


def test_warnings_stand_in_the_order_of_what_they_are_about() -> None:
    subject = Subject.of("Qasem", "!", born="never", countries="Atlantis")
    assert [warning.split()[0] for warning in subject.warnings] == ["name", "date", "country"]


@pytest.mark.parametrize("kind", ["person", "PERSON", " Person ", Kind.PERSON])
def test_a_kind_is_known_in_any_case(kind: str) -> None:
    assert Subject.of("Qasem", kind=kind).kind is Kind.PERSON


def test_an_unknown_kind_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"kind 'Human' is not known: use one of Person, Organization"):
        Subject.of("Qasem", kind="Human")
    with pytest.raises(InputError, match="kind ''"):
        Subject.of("Qasem", kind="")


@pytest.mark.parametrize(
    ("gender", "known"),
    [
        ("m", (Gender.MALE,)),
        ("F", (Gender.FEMALE,)),
        ("Woman", (Gender.FEMALE,)),
        (" male ", (Gender.MALE,)),
        (Gender.OTHER, (Gender.OTHER,)),
        ("", ()),
        (None, ()),
    ],
)
def test_genders_may_be_shortened(gender: str | None, known: tuple[Gender, ...]) -> None:
    assert Subject.of("Qasem", gender=gender).genders == known


def test_an_unknown_gender_is_refused() -> None:
    with pytest.raises(InputError, match="gender 'x' is not known: use one of male, female, other"):
        Subject.of("Qasem", gender="x")


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("passport:A10472263", IdentifierType.PASSPORT, "A10472263"),
        ("PASSPORT: A10472263 ", IdentifierType.PASSPORT, "A10472263"),
        ("national-id:0078", IdentifierType.NATIONAL_ID, "0078"),
        ("tax_id:7811636632", IdentifierType.TAX_ID, "7811636632"),
        ("imo:9187629", IdentifierType.IMO, "9187629"),
        ("9187629", IdentifierType.OTHER, "9187629"),
        (" 9187629 ", IdentifierType.OTHER, "9187629"),
        ("http://example.org", IdentifierType.OTHER, "http://example.org"),
        ("A:B", IdentifierType.OTHER, "A:B"),
    ],
)
def test_an_identifier_may_carry_its_type_in_front(text: str, type_: IdentifierType, value: str) -> None:
    assert Subject.of("Qasem", ids=text).identifiers == (Identifier(type=type_, value=value),)


@pytest.mark.parametrize(
    ("text", "type_", "country", "value"),
    [
        ("passport:iq:D1019262", IdentifierType.PASSPORT, "iq", "D1019262"),
        ("passport: IRN : A10472263", IdentifierType.PASSPORT, "ir", "A10472263"),
        ("registration:DE:HRB 1234", IdentifierType.REGISTRATION, "de", "HRB 1234"),
        ("national-id:78:09-44621", IdentifierType.NATIONAL_ID, None, "78:09-44621"),
        ("INN: 7707083893", IdentifierType.TAX_ID, "ru", "7707083893"),
        ("ogrn:1027700132195", IdentifierType.REGISTRATION, "ru", "1027700132195"),
        ("swift:SABRRUMM", IdentifierType.BIC, None, "SABRRUMM"),
        ("wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", IdentifierType.WALLET, None,
         "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("iq:D1019262", IdentifierType.OTHER, "iq", "D1019262"),
        ("Passport No.: iq: D1019262", IdentifierType.PASSPORT, "iq", "D1019262"),
        ("nationalid:0579705900", IdentifierType.NATIONAL_ID, None, "0579705900"),
        ("National-ID number:0579705900", IdentifierType.NATIONAL_ID, None, "0579705900"),
        ("aircraft tail number:EP-MNB", IdentifierType.AIRCRAFT_TAIL, None, "EP-MNB"),
    ],
)  # fmt: skip
def test_an_identifier_may_carry_its_country_too(
    text: str, type_: IdentifierType, country: str | None, value: str
) -> None:
    (one,) = Subject.of("Qasem", ids=text).identifiers
    assert (one.type, one.country, one.value) == (type_, country, value)


@pytest.mark.parametrize("text", ["passport", "passport:", "imo: ", "passport:iq:", "National ID:iq: "])
def test_an_identifier_without_a_number_is_a_warning(text: str) -> None:
    subject = Subject.of("Qasem", ids=[text, "imo:9187629"])
    assert [one.value for one in subject.identifiers] == ["9187629"]
    assert subject.warnings == (f"identifier {text!r} is not used: it names a type and no number",)


@pytest.mark.parametrize(
    ("text", "value", "warning"),
    [
        (
            "foo:0579705900",
            "0579705900",
            "compared as a number of any type: 'foo' is no type of identifier",
        ),
        (
            "foo:iq:0579705900",
            "0579705900",
            "compared as a number of any type: 'foo' is no type of identifier",
        ),
        ("passport:zz:U41608657", "U41608657", "compared without a country: 'zz' is none"),
    ],
)
def test_a_word_before_a_number_that_is_not_known_is_a_warning(text: str, value: str, warning: str) -> None:
    subject = Subject.of("Qasem", ids=text)
    assert [one.value for one in subject.identifiers] == [value]
    assert f"identifier {text!r} is {warning}" in subject.warnings[0]


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"born": 1957}, "birth date 1957"),
        ({"born": [dt.date(1957, 3, 11)]}, "birth date datetime.date(1957, 3, 11)"),
        ({"countries": [1]}, "country 1"),
        ({"ids": 9187629}, "identifier 9187629"),
        ({"addresses": 3.5}, "address 3.5"),
    ],
)
def test_what_is_no_text_is_refused(given: dict[str, Any], what: str) -> None:
    with pytest.raises(InputError, match=re.escape(f"{what} can't be used: give it as text")):
        Subject.of("Qasem", **given)


def test_a_mistyped_identifier_is_a_warning_and_is_compared_as_it_stands() -> None:
    subject = Subject.of("Ark", ids=["imo:9187656", "passport:A1"])
    assert [one.value for one in subject.identifiers] == ["9187656", "A1"]
    assert subject.warnings == (
        "identifier '9187656' is compared as it stands, but it is no IMO number: its check digit or length "
        "is wrong",
    )


def test_an_identifier_may_be_one_already() -> None:
    passport = Identifier(type=IdentifierType.PASSPORT, value="D1019262")
    assert Subject.of("Qasem", ids=passport).identifiers == (passport,)
    assert Subject.of("Qasem", ids=[passport, "imo:9187629"]).identifiers[0] == passport


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ("Vozara Street 80, Tehran, Iran", [("Vozara Street 80, Tehran, Iran", "ir")]),
        (["Bonn", " ", "Minsk, BY"], [("Bonn", None), ("Minsk, BY", "by")]),
        ("Iran", [("Iran", "ir")]),
        (Address(text="Bonn", city="Bonn"), [("Bonn", None)]),
        ("", []),
        ((), []),
    ],
)
def test_an_address_may_be_text_whose_last_part_is_its_country(
    addresses: Any, expected: list[tuple[str, str | None]]
) -> None:
    subject = Subject.of("Qasem", addresses=addresses)
    assert [(one.text, one.country) for one in subject.addresses] == expected
    assert from_json(to_json(subject), Subject) == subject


def test_several_identifiers_are_kept_in_order_and_empty_ones_left_out() -> None:
    subject = Subject.of("Qasem", ids=["imo:9187629", " ", "x1"])
    assert [one.value for one in subject.identifiers] == ["9187629", "x1"]


def test_subjects_are_values() -> None:
    assert Subject.of("Qasem", born="1957") == Subject.of(" Qasem", born=["1957"])
    assert len({Subject.of("Qasem"), Subject.of("Qasem "), Subject.of("Ghasem")}) == 2
    with pytest.raises(AttributeError):
        Subject.of("Qasem").names = ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"names": "Ismail Haniya"}, "a subject's names are a tuple of str"),
        ({"names": ("x",), "kind": "Person"}, "a subject's kind is a Kind, not 'Person'"),
        ({"names": ("x",), "birth_dates": ("1963",)}, "a subject's birth_dates are a tuple of PartialDate"),
        ({"names": ("x" * 2001,)}, "a name of 2,001 characters is no name"),
    ],
)
def test_a_subject_built_by_hand_is_held_to_its_types(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Subject(**fields)
