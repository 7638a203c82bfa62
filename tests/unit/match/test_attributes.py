"""Birth dates, countries, genders and identifiers compared: for, against, or silent."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.attributes import compare_attributes, identifier_key
from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.model.dates import PartialDate
from namesake.model.party import Designation, Party
from namesake.model.subject import Subject
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
)


def party(**facts: Any) -> Party:
    kind = facts.pop("kind", Kind.PERSON)
    return Party(
        id=PartyId("own:1"), list=ListId("own"), kind=kind, names=(Name(text="SOLEIMANI, Qasem"),), **facts
    )


def born(asked: str, *listed: str) -> tuple[float, str]:
    subject = Subject(names=("Qasem Soleimani",), birth_dates=(PartialDate(asked),))
    (piece,) = compare_attributes(subject, party(birth_dates=tuple(map(PartialDate, listed))))
    assert piece.kind is EvidenceKind.BIRTH_DATE
    return piece.points, piece.reason


def from_countries(asked: str, *listed: Country) -> list[Evidence]:
    return compare_attributes(Subject.of("Qasem", countries=asked.split()), party(countries=listed))


def country(code: str, role: CountryRole = CountryRole.NATIONALITY) -> Country:
    return Country(code=CountryCode(code), role=role)


def identified(asked: Identifier, *listed: Identifier, kind: Kind = Kind.PERSON) -> list[Evidence]:
    return compare_attributes(
        Subject(names=("Qasem",), identifiers=(asked,)), party(kind=kind, identifiers=listed)
    )


@pytest.mark.parametrize(
    ("asked", "listed", "points", "reason"),
    [
        # OFAC sdn.csv: 10481,"SOLEIMANI, Qasem",...,"DOB 11 Mar 1957; POB Qom, Iran
        ("1957-03-11", "1957-03-11", SCORING.born_same_day, "the same day"),
        ("1957-11-03", "1957-03-11", SCORING.born_swapped, "day and month exchanged"),
        ("1957-03-12", "1957-03-11", SCORING.born_one_digit, "one digit apart"),
        ("1967-03-11", "1957-03-11", SCORING.born_one_digit, "one digit apart"),
        ("1957-08-29", "1957-03-11", SCORING.born_other_day, "the same year, another day"),
        ("1958-08-29", "1957-03-11", SCORING.born_one_year_off, "1 year apart"),
        ("1960-08-29", "1957-03-11", SCORING.born_few_years_off, "3 years apart"),
        ("1991-05-05", "1957-03-11", SCORING.born_other, "34 years apart"),
        ("1957-03", "1957-03-11", SCORING.born_same_month, "the same month"),
        ("1957-03", "1957-03", SCORING.born_same_month, "the same month"),
        ("1957", "1957-03-11", SCORING.born_same_year, "the same year"),
        ("1957", "1957-03", SCORING.born_same_year, "the same year"),
        ("1957", "1957", SCORING.born_same_year, "the same year"),
        ("1957-05", "1957-03-11", SCORING.born_other_day, "the same year, another month"),
        ("1958", "1957-03-11", SCORING.born_one_year_off, "1 year apart"),
        ("1961", "1957", SCORING.born_few_years_off, "4 years apart"),
        ("1962", "1957", SCORING.born_other, "5 years apart"),
        # OFAC sdn.csv: 18529,"DEIF, Muhammed",...,DOB 01 Jan 1963 to 31 Dec 1965
        ("1964-07-07", "1963-01-01/1965-12-31", SCORING.born_in_span, "may be the same"),
        ("1964", "1963-01-01/1965-12-31", SCORING.born_in_span, "may be the same"),
        ("1966", "1963-01-01/1965-12-31", SCORING.born_one_year_off, "1 year apart"),
        ("1991", "1963-01-01/1965-12-31", SCORING.born_other, "26 years apart"),
        # OFAC sdn.csv: 12211,"KIM, Yong Chol",...,"DOB circa 1947; alt. DOB circa 1946
        ("1947", "1947~", SCORING.born_in_span, "may be the same"),
        ("1947-05-05", "1947~", SCORING.born_in_span, "may be the same"),
        ("1950", "1947~", SCORING.born_one_year_off, "3 years apart"),
        ("1953", "1947~", SCORING.born_few_years_off, "6 years apart"),
        ("1960", "1947~", SCORING.born_other, "13 years apart"),
        ("1947-05-05", "1947-03~", SCORING.born_in_span, "about the same time"),
        # OFAC sdn.csv: 28366,"WANG, Zhiqing",...,"DOB 01 Jun 1961 to 30 Jun 1961
        ("1961-06-10", "1961-06-01/1961-06-30", SCORING.born_same_month, "the same month"),
        ("1961-07-10", "1961-06-01/1961-06-30", SCORING.born_other_day, "the same year, another month"),
    ],
)
def test_birth_dates_relate_in_one_of_a_few_ways(asked: str, listed: str, points: float, reason: str) -> None:
    assert born(asked, listed) == (points, reason)


def test_of_several_birth_dates_the_best_agreement_counts() -> None:
    # OFAC sdn.csv: 6715,"ARELLANO FELIX, Benjamin Alberto",...,DOB 12 Mar 1952; alt. DOB 08 Nov 1954; ...
    assert born("1954-11-08", "1952-03-12", "1954-11-08", "1955-08-11") == (
        SCORING.born_same_day,
        "the same day",
    )


def designated(*days: str | None) -> tuple[Designation, ...]:
    return tuple(
        Designation(authority="OFAC", listed_on=PartialDate(day) if day is not None else None) for day in days
    )


@pytest.mark.parametrize(
    ("asked", "days", "points", "reason"),
    [
        ("2015-01-01", ["2010-05-05"], SCORING.listed_unborn, "not born when listed"),
        ("2010-05-06", ["2010-05-05"], SCORING.listed_unborn, "not born when listed"),
        ("2010-05-05", ["2010-05-05"], SCORING.listed_minor, "0 years old when listed"),
        ("1992-05-06", ["2010-05-05"], SCORING.listed_minor, "17 years old when listed"),
        ("1992-05-05", ["2010-05-05"], None, ""),
        ("1992", ["2010-05-05"], None, ""),  # of age, if born early in the year
        ("1993", ["2010-05-05"], SCORING.listed_minor, "17 years old when listed"),
        ("1993", ["2011"], None, ""),  # of age, if listed late in the year
        ("1993", ["2020-01-01", "2010-05-05"], SCORING.listed_minor, "17 years old when listed"),
        ("1993", [None], None, ""),
        ("1993", [], None, ""),
    ],
)
def test_without_a_listed_birth_date_the_age_at_the_listing_may_speak_against(
    asked: str, days: list[str | None], points: float | None, reason: str
) -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate(asked),))
    found = compare_attributes(subject, party(designations=designated(*days)))
    assert [(piece.points, piece.reason) for piece in found] == ([] if points is None else [(points, reason)])


def test_of_several_birth_dates_asked_the_earliest_makes_the_age() -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate("2001"), PartialDate("1960")))
    assert compare_attributes(subject, party(designations=designated("2010-05-05"))) == []


def test_a_listed_birth_date_says_more_than_the_age_and_a_ship_has_none() -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate("2005"),))
    days = designated("2010-05-05")
    (piece,) = compare_attributes(subject, party(designations=days, birth_dates=(PartialDate("2005"),)))
    assert piece.points == SCORING.born_same_year
    assert compare_attributes(subject, party(designations=days, kind=Kind.VESSEL)) == []


DATES = st.one_of(
    st.dates(min_value=dt.date(1930, 1, 1), max_value=dt.date(1999, 12, 31)).map(lambda day: day.isoformat()),
    st.integers(1930, 1999).map(str),
    st.integers(1930, 1999).map(lambda year: f"{year}~"),
    st.integers(1930, 1999).map(lambda year: f"{year}-06"),
    st.tuples(st.integers(1930, 1999), st.integers(0, 5)).map(lambda span: f"{span[0]}/{span[0] + span[1]}"),
)


@given(DATES, DATES)
def test_birth_dates_relate_alike_from_both_sides(one: str, other: str) -> None:
    assert born(one, other) == born(other, one)


@given(DATES)
def test_a_birth_date_never_contradicts_itself(date: str) -> None:
    assert born(date, date)[0] > 0


@given(st.integers(1930, 1999), st.integers(0, 30), st.integers(0, 30))
def test_years_farther_apart_never_speak_less_against(year: int, near: int, more: int) -> None:
    assert born(str(year), str(year + near + more))[0] <= born(str(year), str(year + near))[0]


@pytest.mark.parametrize(
    ("asked", "listed", "points"),
    [
        ("ir", [country("ir")], SCORING.same_country),
        ("ir iq", [country("iq")], SCORING.same_country),
        ("de", [country("ir")], SCORING.other_country),
        ("de", [country("ir", CountryRole.BIRTH)], SCORING.other_country),
        ("de", [country("ir", CountryRole.CITIZENSHIP)], SCORING.other_country),
        ("ir", [country("de"), country("ir", CountryRole.RESIDENCE)], SCORING.same_country),
        # A born Soviet citizen may be of any of the states that came after; of no other.
        ("ru", [country("suhh", CountryRole.BIRTH)], None),
        ("suhh", [country("ua", CountryRole.BIRTH)], None),
        ("ru", [country("suhh", CountryRole.BIRTH), country("ge")], None),
        ("de", [country("suhh", CountryRole.BIRTH)], SCORING.other_country),
        ("rs", [country("yucs", CountryRole.BIRTH)], None),
        ("sk", [country("cshh")], None),
        # Where somebody was seen says nothing of where he is from.
        ("de", [country("ir", CountryRole.RESIDENCE)], None),
        ("de", [Country(code=None, text="Nowhere")], None),
        ("de", [], None),
    ],
)
def test_countries_agree_contradict_or_are_silent(
    asked: str, listed: list[Country], points: float | None
) -> None:
    found = from_countries(asked, *listed)
    assert [piece.points for piece in found] == ([] if points is None else [points])
    assert all(piece.kind is EvidenceKind.COUNTRY for piece in found)


def test_an_address_can_agree_but_not_contradict() -> None:
    listed = party(addresses=(Address(text="Tehran", country=CountryCode("ir")),))
    (piece,) = compare_attributes(Subject.of("Qasem", countries="ir"), listed)
    assert (piece.points, piece.query, piece.listed) == (SCORING.same_country, "Iran", "Iran")
    assert compare_attributes(Subject.of("Qasem", countries="de"), listed) == []


def test_countries_are_shown_by_their_names() -> None:
    (piece,) = from_countries("de fr", country("ir"), country("iq"))
    assert (piece.reason, piece.query, piece.listed) == ("another country", "Germany, France", "Iraq, Iran")


@pytest.mark.parametrize(
    ("asked", "listed", "against"),
    [
        ("male", (Gender.FEMALE,), True),
        ("f", (Gender.MALE,), True),
        ("male", (Gender.MALE,), False),
        ("male", (Gender.FEMALE, Gender.MALE), False),
        ("male", (), False),
        (None, (Gender.MALE,), False),
    ],
)
def test_a_gender_speaks_only_against(asked: str | None, listed: tuple[Gender, ...], against: bool) -> None:
    found = compare_attributes(Subject.of("Qasem", gender=asked), party(genders=listed))
    assert [piece.points for piece in found] == [SCORING.other_gender] * against


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("IMO 9187629", "9187629"),
        ("imo9187629", "9187629"),
        ("9 187 629", "9187629"),
        ("D1019262", "D1019262"),
        ("d-1019.262", "D1019262"),
        ("№ 0078-11636632", "7811636632"),
        ("0012345", "12345"),
        ("IMOTEP1", "IMOTEP1"),
        ("1234", None),
        ("00001234", None),
        ("N° 12", None),
        ("", None),
    ],
)
def test_an_identifier_is_compared_by_its_letters_and_digits(value: str, key: str | None) -> None:
    assert identifier_key(value) == key


PASSPORT, NATIONAL, TAX = IdentifierType.PASSPORT, IdentifierType.NATIONAL_ID, IdentifierType.TAX_ID
OTHER, IMO = IdentifierType.OTHER, IdentifierType.IMO


@pytest.mark.parametrize(
    ("asked", "listed", "same"),
    [
        # OFAC sdn.csv: 30242,"AL-FAYYADH, Falih",...,Passport D1019262 (Iraq) expires 14 Jul 2026.
        (Identifier(type=PASSPORT, value="d 1019262"), Identifier(type=PASSPORT, value="D1019262"), True),
        (Identifier(type=OTHER, value="D1019262"), Identifier(type=PASSPORT, value="D1019262"), True),
        (Identifier(type=NATIONAL, value="12345678"), Identifier(type=TAX, value="12345678"), True),
        (Identifier(type=NATIONAL, value="12345678"), Identifier(type=OTHER, value="12345678"), True),
        (Identifier(type=PASSPORT, value="12345678"), Identifier(type=TAX, value="12345678"), False),
        (Identifier(type=PASSPORT, value="D1019262"), Identifier(type=PASSPORT, value="D1019263"), False),
        (Identifier(type=PASSPORT, value="1234"), Identifier(type=PASSPORT, value="1234"), False),
        (
            Identifier(type=PASSPORT, value="D1019262", country=CountryCode("iq")),
            Identifier(type=PASSPORT, value="D1019262", country=CountryCode("iq")),
            True,
        ),
        (  # Two states may give out the same number.
            Identifier(type=PASSPORT, value="D1019262", country=CountryCode("sy")),
            Identifier(type=PASSPORT, value="D1019262", country=CountryCode("iq")),
            False,
        ),
    ],
)
def test_an_identifier_speaks_only_for_the_same_of_its_type(
    asked: Identifier, listed: Identifier, same: bool
) -> None:
    assert [piece.points for piece in identified(asked, listed)] == [SCORING.same_identifier] * same


def test_one_agreeing_identifier_is_enough_evidence() -> None:
    subject = Subject.of("Qasem", ids=["passport:A1234567", "tax-id:7654321"])
    listed = party(
        identifiers=(Identifier(type=TAX, value="7654321"), Identifier(type=PASSPORT, value="A1234567"))
    )
    (piece,) = compare_attributes(subject, listed)
    assert (piece.reason, piece.query) == ("the same passport", "A1234567")


def test_a_ship_of_another_imo_number_is_another_ship() -> None:
    # OFAC sdn.csv: 15037,ARK,vessel,...,Vessel Registration Identification IMO 9187655; MMSI 256842000
    listed = Identifier(type=IMO, value="9187655")
    (piece,) = identified(Identifier(type=IMO, value="9187667"), listed, kind=Kind.VESSEL)
    assert (piece.points, piece.reason) == (SCORING.other_imo, "another IMO number")
    (piece,) = identified(Identifier(type=IMO, value="IMO 9187655"), listed, kind=Kind.VESSEL)
    assert piece.points == SCORING.same_identifier
    assert identified(Identifier(type=IMO, value="9187667"), listed, kind=Kind.COMPANY) == []
    assert identified(Identifier(type=IdentifierType.MMSI, value="256842001"), listed, kind=Kind.VESSEL) == []
    assert identified(Identifier(type=IMO, value="12"), listed, kind=Kind.VESSEL) == []


def test_silence_is_neutral_on_either_side() -> None:
    everything = party(
        birth_dates=(PartialDate("1957-03-11"),),
        countries=(country("ir"),),
        genders=(Gender.MALE,),
        identifiers=(Identifier(type=PASSPORT, value="D1019262"),),
    )
    told = Subject.of("Qasem", born="1957", countries="ir", gender="m", ids="passport:D1019262")
    assert compare_attributes(Subject.of("Qasem"), everything) == []
    assert compare_attributes(told, party()) == []
    kinds = [piece.kind for piece in compare_attributes(told, everything)]
    assert kinds == [EvidenceKind.BIRTH_DATE, EvidenceKind.COUNTRY, EvidenceKind.IDENTIFIER]


# <REFERENCE_NUMBER>IRi.040</REFERENCE_NUMBER><LISTED_ON>2008-03-03</LISTED_ON>
# <FIRST_NAME>GHASEM</FIRST_NAME><SECOND_NAME>SOLEYMANI</SECOND_NAME>, no date of birth
@pytest.mark.parametrize(
    ("born", "reason", "points"),
    [
        ("1991-05-05", "16 years old when listed", SCORING.listed_minor),
        ("1990-03-04", "17 years old when listed", SCORING.listed_minor),
        ("2010", "not born when listed", SCORING.listed_unborn),
    ],
)
def test_who_was_a_child_when_the_party_was_listed_is_less_likely_meant(
    born: str, reason: str, points: float
) -> None:
    (found,) = compare_attributes(Subject.of("Qasem Soleimani", born=born), _listed_in_2008())
    assert (found.reason, found.points) == (reason, points)


@pytest.mark.parametrize("born", ["1990-03-03", "1990", "1957-03-11"])
def test_who_may_have_been_of_age_when_the_party_was_listed_is_not_held_back(born: str) -> None:
    assert compare_attributes(Subject.of("Qasem Soleimani", born=born), _listed_in_2008()) == []


def test_a_birth_date_on_the_list_says_more_than_the_day_of_listing() -> None:
    dated = _listed_in_2008(birth_dates=(PartialDate("1991-05-05"),))
    (found,) = compare_attributes(Subject.of("Qasem Soleimani", born="1991-05-05"), dated)
    assert found.points == SCORING.born_same_day


def _listed_in_2008(**facts: Any) -> Party:
    listed = Designation(authority="UN Security Council", listed_on=PartialDate("2008-03-03"))
    return party(designations=(listed,), **facts)
