"""Dates in OFAC's words, and the words for days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.sources.ofac_dates import in_words, ofac_date


@pytest.mark.parametrize(
    ("first", "last", "words", "date"),
    [
        ("1957-03-11", "1957-03-11", "11 Mar 1957", "1957-03-11"),
        ("1957-03-01", "1957-03-31", "Mar 1957", "1957-03"),
        ("1957-01-01", "1957-12-31", "1957", "1957"),
        ("1956-02-01", "1956-02-29", "Feb 1956", "1956-02"),
        ("1957-02-01", "1957-02-27", "01 Feb 1957 to 27 Feb 1957", "1957-02-01/1957-02-27"),
        ("1958-01-01", "1962-12-31", "1958 to 1962", "1958/1962"),
        ("1958-02-01", "1962-03-31", "Feb 1958 to Mar 1962", "1958-02/1962-03"),
        ("1980-01-01", "1985-12-30", "01 Jan 1980 to 30 Dec 1985", "1980-01-01/1985-12-30"),
    ],
)
def test_days_become_the_words_that_mean_them(first: str, last: str, words: str, date: str) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert in_words(*days) == words
    assert ofac_date(words) == date
    about = ofac_date(in_words(*days, circa=True))
    assert about is not None
    assert about.approximate


@given(st.dates(dt.date(1000, 1, 1)), st.dates(dt.date(1000, 1, 1)), st.booleans())
def test_the_words_mean_exactly_the_days_they_were_made_of(one: dt.date, other: dt.date, circa: bool) -> None:
    first, last = sorted((one, other))
    date = ofac_date(in_words(first, last, circa=circa))
    assert date is not None
    assert (date.earliest, date.latest, date.approximate) == (first, last, circa)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 Dec 1948", "1948-12-10"),
        ("1 Apr 2003", "2003-04-01"),
        ("Mar 1965", "1965-03"),
        ("10 October 1969", "1969-10-10"),
        ("1957", "1957"),
        ("circa 1951", "1951~"),
        ("circa 10 Dec 1948", "1948-12-10~"),
        ("1958 to 1962", "1958/1962"),
        ("01 Jan 1980 to 31 Dec 1985", "1980-01-01/1985-12-31"),
        ("Jun 1960 to Aug 1961", "1960-06/1961-08"),
        # 11748: "DOB circa 1979-1982"
        ("circa 1979-1982", "1979~/1982~"),
    ],
)
def test_a_date_is_read_in_each_form_ofac_writes(text: str, expected: str) -> None:
    assert ofac_date(text) == expected


@pytest.mark.parametrize("text", ["", "unknown", "32 Dec 1948", "10 Foo 1948", "1962 to 1958", "12/10/1948"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert ofac_date(text) is None
