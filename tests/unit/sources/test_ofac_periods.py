"""Periods of the ADVANCED file: the days between which a date lies."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import etree

from namesake.sources.ofac_periods import day_of_point, ends_of, words_of

Day = tuple[int | str, int | str, int | str]


def point(tag: str, day: Day) -> str:
    return f"<{tag}><Year>{day[0]}</Year><Month>{day[1]}</Month><Day>{day[2]}</Day></{tag}>"


def period(*ends: tuple[str, Day, Day], circa: str = "false") -> etree._Element:
    content = "".join(
        f'<{tag} Approximate="{circa}">{point("From", first)}{point("To", last)}</{tag}>'
        for tag, first, last in ends
    )
    return etree.fromstring(f'<DatePeriod xmlns="urn:any">{content}</DatePeriod>')


Y1962 = (("Start", (1962, 1, 1), (1962, 1, 1)), ("End", (1962, 12, 31), (1962, 12, 31)))


@pytest.mark.parametrize(
    ("element", "words"),
    [
        # As in the edition of 2020: the year 1962
        (period(*Y1962), "1962"),
        (period(*Y1962, circa="true"), "circa 1962"),
        (period(("Start", (1980, 2, 8), (1980, 2, 8)), ("End", (1980, 2, 8), (1980, 2, 8))), "08 Feb 1980"),
        # A range whose ends are themselves years
        (
            period(("Start", (1958, 1, 1), (1958, 12, 31)), ("End", (1962, 1, 1), (1962, 12, 31))),
            "1958 to 1962",
        ),
        # Month and day of 0 are not known
        (period(("Start", (1958, 0, 0), (1958, 0, 0))), "1958"),
        (period(("Start", (1958, 2, 0), (1958, 2, 0))), "Feb 1958"),
        (period(("End", (1958, 2, 3), (1958, 2, 3))), "03 Feb 1958"),
        (period(), None),
        (period(("Start", (1957, 2, 30), (1957, 2, 30))), None),
        (period(("Start", (0, 1, 1), (0, 1, 1))), None),
        (period(("Start", ("x", 1, 1), ("-5", 1, 1))), None),
        (period(("Start", (99999999999, 1, 1), ("", "", ""))), None),
        # It ends before it begins
        (period(("Start", (1962, 1, 1), (1962, 1, 1)), ("End", (1958, 1, 1), (1958, 1, 1))), None),
    ],
)  # fmt: skip
def test_a_period_in_words(element: etree._Element, words: str | None) -> None:
    assert words_of(element) == words


def test_the_ends_of_a_period_each_by_itself() -> None:
    assert ends_of(period(*Y1962)) == ("1962-01-01", "1962-12-31")
    assert ends_of(period(Y1962[0])) == ("1962-01-01", None)
    assert ends_of(period(("End", (1962, 1, 1), (1962, 12, 31)))) == (None, "1962")
    assert ends_of(period()) == (None, None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((2020, 3, 17), dt.date(2020, 3, 17)),
        ((2020, 3, 0), None),
        ((2020, 0, 0), None),
        ((2020, 13, 1), None),
        (("", "", ""), None),
        (("٢٠٢٠", 3, 17), None),
    ],
)
def test_the_day_of_an_element_that_names_one(day: Day, expected: dt.date | None) -> None:
    assert day_of_point(etree.fromstring(point("Date", day))) == expected
