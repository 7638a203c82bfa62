"""Shares as registers write them, and stakes over time."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.ownership import (
    UNKNOWN,
    UNKNOWN_DAY,
    Share,
    Stake,
    days_held,
    fraction_among,
    names_nobody,
)


@pytest.mark.parametrize(
    ("text", "said", "above", "below"),
    [
        ("25", "25 %", False, False),
        (" 33.40 % ", "33.4 %", False, False),
        ("33,4", "33.4 %", False, False),
        ("62,5-75,25", "62.5 to 75.25 %", False, False),
        ("33,3333", "33.3333 %", False, False),
        ("0,125", "0.125 %", False, False),
        ("100.00", "100 %", False, False),
        ("25-50", "25 to 50 %", False, False),
        ("25 – 50 %", "25 to 50 %", False, False),
        (">50", "more than 50 to 100 %", True, False),
        (">= 50", "50 to 100 %", False, False),
        ("<25", "0 to less than 25 %", False, True),
        ("up to 20", "0 to 20 %", False, False),
        ("more than 25 up to 50", "more than 25 to 50 %", True, False),
        (">25-<50", "more than 25 to less than 50 %", True, True),
        ("", "an unknown share", False, False),
        ("unknown", "an unknown share", False, False),
    ],
)
def test_a_share_is_read_as_it_is_written(text: str, said: str, above: bool, below: bool) -> None:
    share = Share.of(text)
    assert (str(share), share.above, share.below) == (said, above, below)


@pytest.mark.parametrize(
    "text",
    [
        "120",
        "-5",
        "50-25",
        "half",
        "25 50",
        "1e2",
        "<0",
        ">100",
        "5" * 40,
        "nan",
        "2/3",
        "25-50-75",
        "1,000",
        "33,333",
        "1,000-50",
        ">1,000",
    ],
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"share|digits"):
        Share.of(text)


def test_a_comma_that_may_divide_thousands_is_told() -> None:
    with pytest.raises(
        InputError, match="'62,500' is no share: a comma before three digits may divide thousands"
    ):
        Share.of("62,500")


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("unknown", True),
        ("N/A", True),
        ("n.a.", True),
        ("ANONYMOUS", True),
        ("Unknown shareholder", True),
        ("Shareholder 2 (unknown)", True),
        ("Undisclosed", True),
        ("not disclosed", True),
        ("Name not yet available", True),
        ("Other shareholders", True),
        ("Неизвестно", True),
        ("Nominee", True),
        ("Nominee shareholder(s)", True),
        ("Nominees (on behalf of others)", True),
        ("Bearer shares", True),
        ("Share bearer", True),
        ("No name", True),
        ("Shareholder No. 7", True),
        ("unknown (offshore)", True),
        ("Unknown [British Virgin Islands]", True),
        ("not disclosed (see note 4)", True),
        ("xxx", True),
        ("XXXXX", True),
        ("Unknown Pleasures Ltd", False),
        ("Unknown Pleasures (UK)", False),
        ("Alpha (unknown)", False),
        ("Barclays Nominees", False),
        ("Bearer of News Ltd", False),
        ("XX", False),
        ("No Doubt", False),
        ("(Unknown) Soldier", False),
        ("Anonymous Content", False),
        ("Not Yo Mama", False),
        ("Legal Owner", False),  # odd, and said of somebody
        ("Na Li", False),
        ("The Partners", False),
        ("7", False),
        ("?", False),
    ],
)
def test_a_name_for_want_of_one_is_none(text: str, nobody: bool) -> None:
    assert names_nobody(text) is nobody


@pytest.mark.parametrize(
    ("texts", "fraction"),
    [
        (["0.6", "0,4"], "0.6"),
        (["0", "1", "?"], "1"),
        (["0.6", "1.5"], None),
        (["0.6", "0.4 %"], None),
        (["0.6", "<1"], "0.6"),
        (["0.6", "0.25-0.4"], "0.6"),
        (["<0,4", "0.6"], "<0,4"),
        ([">0.25 up to 0.5"], ">0.25 up to 0.5"),
        (["0.6", ">25"], None),
        (["0.6", "0.4 percent"], None),
        (["0"], None),
        (["?", ""], None),
        ([], None),
    ],
)
def test_shares_of_which_none_is_above_1_are_parts_of_1(texts: list[str], fraction: str | None) -> None:
    assert fraction_among(texts) == fraction


@pytest.mark.parametrize(
    ("since", "until", "former", "day", "share"),
    [
        (None, None, False, None, "60 %"),
        ("2020", None, False, None, "60 %"),
        (None, "2030-01-01", False, None, None),
        (None, None, True, None, None),
        ("2020-01-02", "2020-03-04", False, "2020-01-01", None),
        ("2020-01-02", "2020-03-04", False, "2020-01-02", "60 %"),
        ("2020-01-02", "2020-03-04", False, "2020-03-04", "60 %"),
        ("2020-01-02", "2020-03-04", False, "2020-03-05", None),
        ("2020", "2021", False, "2019-12-31", None),
        ("2020", "2021", False, "2020-06-01", "0 to 60 %"),
        ("2020", "2022", False, "2021-06-01", "60 %"),
        ("2020", "2021", False, "2021-06-01", "0 to 60 %"),
        ("2020", "2021", False, "2022-01-01", None),
        (None, None, True, "2020-01-01", "0 to 60 %"),
        (None, "2021-01-01", True, "2020-01-01", "60 %"),
        (UNKNOWN_DAY, None, False, "2020-01-01", "0 to 60 %"),
        (None, UNKNOWN_DAY, False, "2020-01-01", "0 to 60 %"),
        (UNKNOWN_DAY, "2019", False, "2020-01-01", None),
        ("2021", UNKNOWN_DAY, False, "2020-01-01", None),
        (UNKNOWN_DAY, None, False, None, "0 to 60 %"),
        (None, UNKNOWN_DAY, False, None, "0 to 60 %"),
    ],
)
def test_a_stake_on_a_day(
    since: str | None, until: str | None, former: bool, day: str | None, share: str | None
) -> None:
    dates = [PartialDate(text) if text else None for text in (since, until)]
    stake = Stake("a", "b", Share.of("60"), since=dates[0], until=dates[1], former=former)
    then = stake.on(dt.date.fromisoformat(day) if day else None)
    assert (str(then.share) if then else None) == share


@pytest.mark.parametrize(
    ("since", "until", "wrong"),
    [
        ("2020", "2020-03-01", None),
        ("2020-03-01", "2020", None),
        ("2020-03-02", "2020-03-01", "the first day, 2020-03-02, lies after the last, 2020-03-01"),
        (UNKNOWN_DAY, "2020", None),
        (None, "2020", None),
    ],
)
def test_days_that_contradict_one_another_are_not_known(
    since: str | None, until: str, wrong: str | None
) -> None:
    dates = PartialDate(since) if since else None, PartialDate(until)
    *found, said = days_held(*dates)
    assert tuple(found) == ((UNKNOWN_DAY, UNKNOWN_DAY) if wrong else dates)
    assert (said or "").startswith(wrong or "")
    assert bool(said) is bool(wrong)


def test_nothing_known_is_the_default() -> None:
    assert Stake("a", "b").share == UNKNOWN
    assert not UNKNOWN.is_known
