"""Dates of lists and of customers: what is read, what is refused, and what they can mean."""

from __future__ import annotations

import copy
import datetime as dt
import locale
import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from namesake.errors import InputError
from namesake.model.dates import PartialDate, read_leniently, strict_day

DAYS = st.dates()


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    text = day.isoformat()[: draw(st.sampled_from((4, 7, 10)))]
    return text + draw(st.sampled_from(("", "~")))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    first = PartialDate(draw(points()))
    if draw(st.booleans()):
        return first
    last = PartialDate(draw(points()))
    if first.earliest > last.latest:
        first, last = last, first
    return PartialDate.between(first, last)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1957", "1957-01-01", "1957-12-31"),
        ("1957-03", "1957-03-01", "1957-03-31"),
        ("1957-12", "1957-12-01", "1957-12-31"),
        ("1956-02", "1956-02-01", "1956-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("1957-03-11", "1957-03-11", "1957-03-11"),
        ("1957~", "1957-01-01", "1957-12-31"),
        ("1958/1962", "1958-01-01", "1962-12-31"),
        ("1958-06/1962~", "1958-06-01", "1962-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        (" 1957 ", "1957-01-01", "1957-12-31"),
    ],
)
def test_a_date_means_the_days_from_its_earliest_to_its_latest(text: str, earliest: str, latest: str) -> None:
    date = PartialDate(text)
    assert (date.earliest, date.latest) == (dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "57", "195", "19570", "1957-3", "1957-3-11", "1957-13", "1957-00", "1957-03-00",
        "1957-02-29", "1900-02-29", "1957-04-31", "0000", "1957/03/11", "11-03-1957", "11.03.1957",
        "1957-03-11T00:00:00", "~1957", "1957~~", "1957 ~", "/1957", "1957/", "1957/1958/1959", "1962/1958",
        "١٩٥٧", "１９５７", "-1957", "1957-03-11\n1958", "circa 1957",
    ],
)  # fmt: skip
def test_what_is_no_date_in_full_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(InputError, match=r"is not a (date|span)"):
        PartialDate(text)


def test_a_month_or_day_of_zero_is_not_taken_for_january_or_the_first() -> None:
    # Customer files fill what they don't know with zeros.
    assert read_leniently("1957-00-00") == (
        PartialDate("1957"),
        "date '1957-00-00' does not exist; 1957 is used",
    )


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match="its end lies before its beginning"):
        PartialDate("1962/1958")


def test_a_span_from_a_date_to_itself_is_that_date() -> None:
    assert PartialDate("1957/1957") == PartialDate("1957")
    assert not PartialDate("1957/1957").is_span


def test_a_date_is_its_text() -> None:
    assert PartialDate("1957-03") == "1957-03"
    assert "1957" in {PartialDate("1957")}


@pytest.mark.parametrize(
    ("text", "approximate", "is_span", "is_day", "year"),
    [
        ("1957-03-11", False, False, True, 1957),
        ("1957-03-11~", True, False, False, 1957),
        ("1957", False, False, False, 1957),
        ("1957~", True, False, False, 1957),
        ("1957-03/1957-05", False, True, False, 1957),
        ("1958/1962", False, True, False, None),
        ("1958~/1962", True, True, False, None),
    ],
)
def test_a_date_tells_how_exact_it_is(
    text: str, approximate: bool, is_span: bool, is_day: bool, year: int | None
) -> None:
    date = PartialDate(text)
    assert (date.approximate, date.is_span, date.is_day, date.year) == (approximate, is_span, is_day, year)


def test_a_date_is_built_from_numbers() -> None:
    assert PartialDate.of(57) == "0057"
    assert PartialDate.of(1957, 3) == "1957-03"
    assert PartialDate.of(1957, 3, 1) == "1957-03-01"
    assert PartialDate.of(1957, circa=True) == "1957~"
    assert PartialDate.between("1958", "1962~") == "1958/1962~"


@pytest.mark.parametrize("numbers", [(1957, 13), (1957, 2, 30), (0,), (10000,), (1957, None, 12), (1957, 0)])
def test_numbers_that_are_no_date_are_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(InputError):
        PartialDate.of(*numbers)


@given(partial_dates())
def test_law_a_date_reads_back_as_itself(date: PartialDate) -> None:
    assert PartialDate(str(date)) == date
    assert pickle.loads(pickle.dumps(date)) == date
    assert type(copy.deepcopy(date)) is PartialDate
    assert read_leniently(date) == (date, None)


@given(partial_dates())
def test_law_the_earliest_day_is_never_after_the_latest(date: PartialDate) -> None:
    assert date.earliest <= date.latest
    assert date.year in (None, date.earliest.year)


@given(DAYS)
def test_law_a_day_lies_within_its_month_and_its_year(day: dt.date) -> None:
    exact = PartialDate.of(day.year, day.month, day.day)
    assert exact.earliest == exact.latest == day
    assert exact.is_day
    for wider in (PartialDate.of(day.year, day.month), PartialDate.of(day.year)):
        assert wider.earliest <= day <= wider.latest
        assert not wider.is_day


@given(st.text(max_size=20))
def test_law_any_text_is_a_date_or_an_input_error(text: str) -> None:
    try:
        date = PartialDate(text)
    except InputError:
        return
    assert date.isascii()
    assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # un_positives_dev.csv writes days and months without zeros.
        ("1969-7-16", "1969-07-16"),
        ("1969/7/16", "1969-07-16"),
        ("1969.07.16", "1969-07-16"),
        ("1969-7", "1969-07"),
        ("16/07/1969", "1969-07-16"),
        ("16.7.1969", "1969-07-16"),
        ("07-16-1969", "1969-07-16"),
        ("7/7/1969", "1969-07-07"),
        ("16 Jul 1969", "1969-07-16"),
        ("16-Jul-1969", "1969-07-16"),
        ("16.Jul.1969", "1969-07-16"),
        ("16th July 1969", "1969-07-16"),
        ("16 JULY 1969", "1969-07-16"),
        ("July 16, 1969", "1969-07-16"),
        ("Jul 16 1969", "1969-07-16"),
        ("Sept. 1969", "1969-09"),
        ("May 1969", "1969-05"),
        ("1969-07-16T00:00:00Z", "1969-07-16"),
        ("16/07/1969 00:00", "1969-07-16"),
        ("١٩٦٩-٠٧-١٦", "1969-07-16"),
        ("۱۶/۰۷/۱۹۶۹", "1969-07-16"),
        ("1957-1960", "1957/1960"),
        ("1957 – 1960", "1957/1960"),
        ("between 1957 and 1960", "1957/1960"),
        ("1957 to 1960", "1957/1960"),
        ("1957~", "1957~"),
    ],
)
def test_a_customers_date_is_read_however_it_is_written(text: str, date: str) -> None:
    assert read_leniently(text) == (PartialDate(date), None)


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        # The manifest: "dates are mangled too, some into impossible ones (1974-01-32)".
        ("1974-01-32", "1974-01", "does not exist; 1974-01 is used"),
        ("1974-13-01", "1974", "does not exist; 1974 is used"),
        ("1974-02-30", "1974-02", "does not exist; 1974-02 is used"),
        ("31/02/1974", "1974-02", "does not exist; 1974-02 is used"),
        ("30 Feb 1974", "1974-02", "does not exist; 1974-02 is used"),
        ("00/00/1974", "1974", "does not exist; 1974 is used"),
        ("13/13/1974", "1974", "does not exist; 1974 is used"),
        ("03/04/1974", "1974", "day and month can't be told apart; only the year 1974 is used"),
        ("4.3.1974", "1974", "day and month can't be told apart"),
    ],
)
def test_of_an_impossible_or_unclear_date_as_much_is_kept_as_is_sure(text: str, kept: str, said: str) -> None:
    date, warning = read_leniently(text)
    assert date == kept
    assert warning is not None
    assert repr(text) in warning
    assert said in warning


@pytest.mark.parametrize(
    "text",
    [
        "", "unknown", "57", "1957 (approx)", "1957 until further notice", "1960 to 1957", "0000",
        "0000-00-00", "Marvel 1957", "Ju 1957", "16 Jul 17 1969", "01/02/0000", "32 Foo 1957", "²1957",
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_not_guessed_and_said(text: str) -> None:
    date, warning = read_leniently(text)
    assert date is None
    assert warning == f"date {text!r} can't be read and is not used: write YYYY, YYYY-MM or YYYY-MM-DD"


@given(
    st.text(max_size=30) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/. ][0-9]{1,4}", fullmatch=True)
)
def test_law_whatever_is_not_read_in_full_carries_a_warning(text: str) -> None:
    date, warning = read_leniently(text)
    assert date is not None or warning is not None
    if date is not None:
        assert PartialDate(date) == date


@given(DAYS, st.sampled_from(("{d}/{m}/{y}", "{d}.{m}.{y}", "{m}/{d}/{y}")))
def test_law_a_date_with_exchangeable_day_and_month_never_contradicts_the_true_one(
    day: dt.date, form: str
) -> None:
    assume(day.year >= 1000)
    date, _ = read_leniently(form.format(d=day.day, m=day.month, y=day.year))
    assert date is not None
    assert date.earliest <= day <= date.latest


def test_months_do_not_depend_on_the_locale_of_the_process() -> None:
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_TIME, name)
        except locale.Error:
            continue
        try:
            assert read_leniently("16 Dec 1969") == (PartialDate("1969-12-16"), None)
        finally:
            locale.setlocale(locale.LC_TIME, "C")


def test_a_day_is_read_strictly_or_taken_as_it_is() -> None:
    day = dt.date(2021, 3, 10)
    assert strict_day("2021-03-10") == day
    assert strict_day(day) == day
    assert strict_day(dt.datetime(2021, 3, 10, 12, tzinfo=dt.UTC)) == day
    assert type(strict_day(dt.datetime(2021, 3, 10, 12, tzinfo=dt.UTC))) is dt.date


@pytest.mark.parametrize(
    "text",
    ["", "2021", "2021-03", "2021-3-10", "20210310", "2021-02-30", "10.03.2021", "2021-03-10 ", "٢٠٢١-٠٣-١٠"],
)
def test_what_is_no_single_day_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(InputError, match=r"as-of day .* is not a day: write it as YYYY-MM-DD"):
        strict_day(text, what="as-of day")
