"""Birth dates compared: how they relate, and what the day of listing says of an age."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.birthdates import compare_births
from namesake.match.evidence import SCORING, EvidenceKind
from namesake.model.dates import PartialDate
from namesake.model.party import Designation, Party
from namesake.model.subject import Subject
from namesake.model.values import Kind, ListId, Name, PartyId


def party(**facts: Any) -> Party:
    kind = facts.pop("kind", Kind.PERSON)
    return Party(
        id=PartyId("own:1"), list=ListId("own"), kind=kind, names=(Name(text="SOLEIMANI, Qasem"),), **facts
    )


def born(asked: str, *listed: str) -> tuple[float, str]:
    subject = Subject(names=("Qasem Soleimani",), birth_dates=(PartialDate(asked),))
    (piece,) = compare_births(subject, party(birth_dates=tuple(map(PartialDate, listed))))
    assert piece.kind is EvidenceKind.BIRTH_DATE
    return piece.points, piece.reason


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
        # A year of two digits, read into the wrong century.
        ("2057-03-11", "1957-03-11", SCORING.born_one_digit, "the same day of another century"),
        ("2057-03-12", "1957-03-11", SCORING.born_other, "100 years apart"),
        # The day of the year is a coincidence of 1 in 365, unless it stands for an unknown one.
        ("1968-03-11", "1957-03-11", SCORING.born_other_year, "the same day of the year, 11 years apart"),
        ("1968-01-01", "1957-01-01", SCORING.born_other, "11 years apart"),
        # UN: <DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1969-01-01</DATE>, the EU has 1969-02-07
        (
            "1969-02-07",
            "1969-01-01",
            SCORING.born_same_year,
            "the same year; the first of January may stand for it",
        ),
        (
            "1969-01-01",
            "1969-01-01",
            SCORING.born_same_month,
            "the same first of January, which may stand for the year",
        ),
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


@pytest.mark.parametrize(
    ("listed", "points"),
    [
        (("1963",), 0.95),
        (("1963", "1964"), 0.95),  # as often as not a list gives two
        (("1963", "1964", "1965"), 0.849),
        (("1963", "1963-04", "1963-08"), 1.5),  # one year in several ways, a month of which agrees
        (("1959", "1960", "1961", "1963", "1964", "1965"), 0.675),  # UN CFi.009
        (("1959", "1960", "1961", "1963-04-11", "1964", "1965"), 2.5),  # a day says enough
        (("1955~", "1959", "1961~", "1963~", "1965~", "1967", "1969", "1971"), 0.153),
    ],
)
def test_a_year_says_less_where_the_list_gives_many(listed: tuple[str, ...], points: float) -> None:
    asked = "1963-04-11" if any(date.startswith("1963-04") for date in listed) else "1963"
    assert born(asked, *listed)[0] == pytest.approx(points, abs=0.001)


def test_many_years_never_make_an_agreement_a_contradiction() -> None:
    assert born("1950", "1950~", *(str(year) for year in range(1951, 1990)))[0] == 0


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
    found = compare_births(subject, party(designations=designated(*days)))
    assert [(piece.points, piece.reason) for piece in found] == ([] if points is None else [(points, reason)])


def test_of_several_birth_dates_asked_the_earliest_makes_the_age() -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate("2001"), PartialDate("1960")))
    assert compare_births(subject, party(designations=designated("2010-05-05"))) == []


def test_a_listed_birth_date_says_more_than_the_age_and_a_ship_has_none() -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate("2005"),))
    days = designated("2010-05-05")
    (piece,) = compare_births(subject, party(designations=days, birth_dates=(PartialDate("2005"),)))
    assert piece.points == SCORING.born_same_year
    assert compare_births(subject, party(designations=days, kind=Kind.VESSEL)) == []


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
    (found,) = compare_births(Subject.of("Qasem Soleimani", born=born), _listed_in_2008())
    assert (found.reason, found.points) == (reason, points)


@pytest.mark.parametrize("born", ["1990-03-03", "1990", "1957-03-11"])
def test_who_may_have_been_of_age_when_the_party_was_listed_is_not_held_back(born: str) -> None:
    assert compare_births(Subject.of("Qasem Soleimani", born=born), _listed_in_2008()) == []


def test_a_birth_date_on_the_list_says_more_than_the_day_of_listing() -> None:
    dated = _listed_in_2008(birth_dates=(PartialDate("1991-05-05"),))
    (found,) = compare_births(Subject.of("Qasem Soleimani", born="1991-05-05"), dated)
    assert found.points == SCORING.born_same_day


def _listed_in_2008(**facts: Any) -> Party:
    listed = Designation(authority="UN Security Council", listed_on=PartialDate("2008-03-03"))
    return party(designations=(listed,), **facts)


@given(DATES, DATES)
def test_an_agreement_speaks_for_and_a_contradiction_against(one: str, other: str) -> None:
    a, b = PartialDate(one), PartialDate(other)
    points, _ = born(one, other)
    if a.earliest <= b.latest and b.earliest <= a.latest:
        assert points > 0
    elif abs(a.earliest.year - b.earliest.year) > 10 and not (a.is_day and b.is_day):
        assert points == SCORING.born_other


def test_one_date_more_on_either_side_never_takes_an_agreement_away() -> None:
    subject = Subject(names=("Qasem",), birth_dates=(PartialDate("1991"), PartialDate("1957-03-11")))
    (piece,) = compare_births(subject, party(birth_dates=(PartialDate("1930"), PartialDate("1957-03"))))
    assert (piece.query, piece.listed, piece.points) == ("1957-03-11", "1957-03", SCORING.born_same_month)
