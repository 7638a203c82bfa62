"""Which editions an answer stands on, and what is said about them."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.model.edition import Edition, Holding, Span
from namesake.model.values import ListId
from namesake.screening.standing import Closing, Freshness, listed_by, newest, standing
from tests.unit.index.making import LIST, OTHER_LIST, day, holding, party, under

FIRST = holding("2021-03-10", None, "2022-01-15")
SECOND = holding("2022-01-15", "2022-01-15", "2024-05-07")
LAST = holding("2024-05-07", "2024-05-07", None, current=True)
UNDATED = holding(None, current=True)
PAST_UNDATED = holding(None, current=False)
OTHER = holding("2020-01-01", None, None, of=OTHER_LIST, current=True)
DATED = (FIRST, SECOND, LAST)


@pytest.mark.parametrize(
    ("held", "asked", "stands_on", "early", "said"),
    [
        # The day before the first edition held: that edition is used, and the answer says so.
        (DATED, "2021-03-09", ["2021-03-10"], True, ["no edition of 2021-03-09 is held"]),
        (DATED, "1900-01-01", ["2021-03-10"], True, ["the first one held, of 2021-03-10, is used"]),
        # The day of an edition, between two, the day before the next, its day, long after the last.
        (DATED, "2021-03-10", ["2021-03-10"], False, []),
        (DATED, "2021-08-01", ["2021-03-10"], False, []),
        (DATED, "2022-01-14", ["2021-03-10"], False, []),
        (DATED, "2022-01-15", ["2022-01-15"], False, []),
        (DATED, "2030-01-01", ["2024-05-07"], False, []),
        # Now.
        (DATED, None, ["2024-05-07"], False, []),
        # Only an undated one: it is what the list says now, and on no day.
        ((UNDATED,), None, [None], False, ["an edition without a published date is screened as current;"]),
        ((UNDATED,), "2022-01-15", [], False, ["was not screened as of 2022-01-15; add it with --published"]),
        # An undated one beside dated ones: current beside the newest, and no part of any day.
        (
            (*DATED, UNDATED),
            None,
            ["2024-05-07", None],
            False,
            ["is screened as current, beside the newest dated one; add it with --published"],
        ),
        (
            (*DATED, UNDATED),
            "2022-02-01",
            ["2022-01-15"],
            False,
            ["an edition without a published date is not screened as of 2022-02-01;"],
        ),
        (
            (*DATED, UNDATED),
            "2021-01-01",
            ["2021-03-10"],
            True,
            ["no edition of 2021-01-01 is held", "is not screened as of 2021-01-01"],
        ),
        # An undated one that a dated one has superseded is nothing to speak of.
        ((*DATED, PAST_UNDATED), None, ["2024-05-07"], False, []),
        ((*DATED, PAST_UNDATED), "2022-02-01", ["2022-01-15"], False, []),
        # Nothing held.
        ((), None, [], False, []),
        ((), "2021-03-10", [], False, []),
    ],
)
def test_an_answer_stands_on_what_held_that_day_and_says_what_is_not_as_expected(
    held: tuple[Holding, ...], asked: str | None, stands_on: list[str | None], early: bool, said: list[str]
) -> None:
    stands = standing(held, (LIST,), day(asked))
    assert [one.published for one in stands.editions] == [day(one) for one in stands_on]
    assert stands.early == (frozenset({LIST}) if early else frozenset())
    assert len(stands.warnings) == len(said)
    for warning, words in zip(stands.warnings, said, strict=True):
        assert warning.startswith(f"{LIST}: ")
        assert words in warning


def test_only_lists_in_scope_count() -> None:
    stands = standing((*DATED, OTHER, UNDATED), (OTHER_LIST,), day("2021-01-01"))
    assert [one.list for one in stands.editions] == [OTHER_LIST]
    assert stands.warnings == ()
    assert standing(DATED, (), None).editions == ()


def test_each_list_is_early_by_its_own_first_edition() -> None:
    stands = standing((*DATED, OTHER), (LIST, OTHER_LIST), day("2020-06-01"))
    assert stands.early == {LIST}
    assert [(one.list, one.published) for one in stands.editions] == [
        (OTHER_LIST, dt.date(2020, 1, 1)),
        (LIST, dt.date(2021, 3, 10)),
    ]


@pytest.mark.parametrize(
    ("listed_on", "asked", "kept"),
    [
        (["2019-04-08"], "2019-04-08", 1),
        (["2019-04-08"], "2019-04-07", 0),
        (["2019-04"], "2019-04-15", 1),  # it may have been the first: leaving it out could hide somebody
        (["2019-04"], "2019-03-31", 0),
        (["2019"], "2019-01-01", 1),
        ([None], "1990-01-01", 1),
        (["2019-04-08", "2015-01-01"], "2016-01-01", 1),
        (["2019-04-08", None], "2016-01-01", 1),
        (["2019-04-08", "2020-01-01"], "2016-01-01", 0),
        ([], "1990-01-01", 0),
    ],
)
def test_a_party_has_the_designations_it_had_by_a_day(
    listed_on: list[str | None], asked: str, kept: int
) -> None:
    whole = party("1", "Karla Quandt", designations=[under("T", one) for one in listed_on])
    before = listed_by(whole, dt.date.fromisoformat(asked))
    if kept or not listed_on:
        assert before is not None
        assert len(before.designations) == kept
        assert before.names == whole.names
    else:
        assert before is None


def test_holdings_of_lists_unknown_to_the_scope_are_left_out_whatever_their_order() -> None:
    one = standing((OTHER, *DATED), (ListId("zz-test"), ListId("zz-nobody")), None)
    other = standing((*reversed(DATED), OTHER), (ListId("zz-test"),), None)
    assert one == other


def test_an_edition_that_lost_records_says_so_in_every_answer() -> None:
    lossy = Edition(
        list=ListId("zz-test"),
        sha256="ab" * 32,
        format="test",
        published=dt.date(2021, 3, 10),
        records=9,
        parties=7,
    )
    stands = standing([Holding(lossy, Span(), True)], [ListId("zz-test")], None)
    assert stands.warnings == (
        "zz-test: 2 records were not readable in this edition, and nobody is found by them; "
        "`namesake lists show zz-test` says why",
    )


FRESH = Freshness(dt.date(2024, 5, 20), ((ListId("zz-test"), 7),))
RECEIVED_ONLY = Holding(
    Edition(LIST, "cd" * 32, "test", received="2024-05-01T12:00:00.000000Z"), None, current=True
)


@pytest.mark.parametrize(
    ("held", "asked", "today", "said"),
    [
        # Now: the edition of 2024-05-07 is 13 days old on the 20th; 7 days are usual.
        (DATED, None, "2024-05-20", ["the edition of 2024-05-07 is 13 days old, and its publisher usually"]),
        (DATED, None, "2024-05-15", ["is 8 days old"]),
        (DATED, None, "2024-05-14", []),
        (DATED, None, "2024-05-07", []),
        # Where the publisher is, it is tomorrow already.
        (DATED, None, "2024-05-06", []),
        # As of today is now; of a day before it counts how old the edition was on that day.
        (DATED, "2024-05-20", "2024-05-20", ["is 13 days old"]),
        (DATED, "2024-05-19", "2024-05-20", ["was 12 days old on 2024-05-19"]),
        (DATED, "2024-05-14", "2024-05-20", []),
        (DATED, "2024-05-06", "2024-05-20", ["the edition of 2022-01-15 was 842 days old on 2024-05-06"]),
        (DATED, "2021-03-17", "2024-05-20", []),
        (DATED, "2021-03-18", "2024-05-20", ["the edition of 2021-03-10 was 8 days old on 2021-03-18"]),
        (DATED, "2020-08-01", "2024-05-20", ["no edition of 2020-08-01 is held"]),
        # A day to come is said to be one, and age counts.
        (DATED, "2024-05-08", "2024-05-07", ["2024-05-08 lies in the future"]),
        (DATED, "2024-06-01", "2024-05-20", ["2024-06-01 lies in the future", "is 13 days old"]),
        # What came undated is at least as old as it has been here.
        ((RECEIVED_ONLY,), None, "2024-05-20", ["the edition without a date is 19 days old",
                                                 "an edition without a published date"]),
        ((RECEIVED_ONLY,), None, "2024-05-02", ["an edition without a published date"]),
        # The younger of two that are current counts.
        ((*DATED, RECEIVED_ONLY), None, "2024-05-15", ["is 8 days old", "beside the newest dated one"]),
        ((*DATED, RECEIVED_ONLY), None, "2024-05-14", ["beside the newest dated one"]),
        # Nothing is known of how often another list comes.
        ((OTHER,), None, "2030-01-01", []),
    ],
)  # fmt: skip
def test_a_list_that_is_overdue_on_the_day_asked_says_so(
    held: tuple[Holding, ...], asked: str | None, today: str, said: list[str]
) -> None:
    fresh = FRESH._replace(today=dt.date.fromisoformat(today))
    stands = standing(held, (LIST, OTHER_LIST), day(asked), fresh)
    assert len(stands.warnings) == len(said)
    for warning, words in zip(stands.warnings, said, strict=True):
        assert words in warning
    assert stands.asked_on == dt.date.fromisoformat(today)
    without = standing(held, (LIST, OTHER_LIST), day(asked))
    assert without.asked_on is None
    assert not any("days old" in warning or "future" in warning for warning in without.warnings)
    assert (without.editions, without.early) == (stands.editions, stands.early)


CLOSED = FRESH._replace(closings=((LIST, Closing(dt.date(2024, 5, 19), OTHER_LIST)),))


@pytest.mark.parametrize(
    ("held", "asked", "today", "said"),
    [
        # Before it was closed its age counts, and so of a day before; from that day on that it is.
        (DATED, None, "2024-05-18", "is 11 days old"),
        (DATED, None, "2024-05-19", "the list was closed on 2024-05-19"),
        (DATED, "2024-05-19", "2024-05-21", "the list was closed on 2024-05-19"),
        (DATED, "2024-05-18", "2024-05-21", "was 11 days old on 2024-05-18"),
        # However young its last edition is.
        ((holding("2024-05-19", None, None, current=True),), None, "2024-05-19", "the list was closed on"),
    ],
)
def test_a_closed_list_says_that_it_is_and_not_that_it_is_overdue(
    held: tuple[Holding, ...], asked: str | None, today: str, said: str
) -> None:
    fresh = CLOSED._replace(today=dt.date.fromisoformat(today))
    (warning,) = standing(held, (LIST,), day(asked), fresh).warnings
    assert warning.startswith(f"{LIST}: ")
    assert said in warning
    assert ("`namesake lists update zz-test`" in warning) == (today < "2024-05-19")


@pytest.mark.parametrize(
    ("name", "fresh", "said"),
    [
        (LIST, FRESH, f"fetch the newest edition with `namesake lists update {LIST}`"),
        (OTHER_LIST, FRESH, f"add the newest edition with `namesake lists add FILE --list {OTHER_LIST}`"),
        (LIST, None, f"add the newest edition with `namesake lists add FILE --list {LIST}`"),
        (
            LIST,
            CLOSED,
            f"fetch {OTHER_LIST}, which goes on in its place, with `namesake lists update {OTHER_LIST}`",
        ),
    ],
)
def test_what_brings_the_newest_depends_on_who_publishes_the_list(
    name: ListId, fresh: Freshness | None, said: str
) -> None:
    assert newest(name, fresh) == said


def test_the_warning_names_the_command_that_helps() -> None:
    (warning,) = standing(DATED, (LIST,), None, FRESH).warnings
    assert warning == (
        "zz-test: the edition of 2024-05-07 is 13 days old, and its publisher usually brings out another "
        "within 7 days: fetch the newest edition with `namesake lists update zz-test`"
    )
    (warning,) = standing(DATED, (LIST,), dt.date(2021, 8, 1), FRESH).warnings
    assert warning == (
        "zz-test: the edition of 2021-03-10 was 144 days old on 2021-08-01, and its publisher usually brings "
        "out another within 7 days: who came or went in between is not known; `namesake lists add` takes in "
        "an edition of that time"
    )
