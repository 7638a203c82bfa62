"""Which edition holds when, and what was said of a party over time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

import pytest
from msgspec.structs import replace

from namesake.model.edition import Edition, PartyHistory, Span, Version
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, Name, Quality
from namesake.store.history import history, timeline
from tests.unit.store.making import day, edition, party, with_aliases

JUNE, SEPTEMBER = day("2021-06-01"), day("2021-09-01")
FIRST = edition("first", "2021-03-10")
SECOND = edition("second", "2021-06-01")
THIRD = edition("third", "2021-09-01")


def holding_of(editions: Iterable[Edition]) -> tuple[tuple[Edition, Span | None, bool], ...]:
    return tuple((held.edition, held.span, held.current) for held in timeline(editions))


def test_an_edition_holds_from_its_day_until_the_next_one() -> None:
    assert holding_of([THIRD, FIRST, SECOND]) == (
        (FIRST, Span(None, JUNE), False),
        (SECOND, Span(JUNE, SEPTEMBER), False),
        (THIRD, Span(SEPTEMBER, None), True),
    )


def test_one_edition_holds_always() -> None:
    assert holding_of([FIRST]) == ((FIRST, Span(None, None), True),)


def test_no_editions_hold_never() -> None:
    assert holding_of([]) == ()


AT_NOON = edition("noon", "2021-06-01", moment="2021-06-01T12:00:00")
AT_NIGHT = edition("night", "2021-06-01", moment="2021-06-01T23:00:00")
PARTIAL = edition("part", "2021-06-01", lacks=[FactKind.ALIASES], moment="2021-06-01T23:30:00")


def test_of_several_of_one_day_the_last_complete_one_holds() -> None:
    for order in permutations((FIRST, AT_NOON, AT_NIGHT, PARTIAL, THIRD)):
        assert holding_of(order) == (
            (FIRST, Span(None, JUNE), False),
            (PARTIAL, None, False),
            (AT_NOON, None, False),
            (AT_NIGHT, Span(JUNE, SEPTEMBER), False),
            (THIRD, Span(SEPTEMBER, None), True),
        )


EARLIER = edition("earlier", received="2021-05-31T23:59:59.999999Z")
LATER = edition("later", received="2021-06-02T00:00:00.000000Z")


def test_an_undated_edition_received_after_the_newest_dated_one_is_current_beside_it() -> None:
    assert holding_of([LATER, SECOND, FIRST]) == (
        (FIRST, Span(None, JUNE), False),
        (SECOND, Span(JUNE, None), True),
        (LATER, None, True),
    )


@pytest.mark.parametrize("received", ["2021-05-31T23:59:59.999999Z", "2021-06-01T23:59:59.999999Z"])
def test_an_edition_published_on_or_after_the_day_supersedes_an_undated_one(received: str) -> None:
    undated = edition("undated", received=received)
    assert holding_of([SECOND, undated]) == ((undated, None, False), (SECOND, Span(None, None), True))


def test_of_two_undated_editions_the_one_received_last_is_current() -> None:
    assert holding_of([LATER, EARLIER]) == ((EARLIER, None, False), (LATER, None, True))


def test_an_undated_edition_never_stored_is_current_whatever_else_is_read() -> None:
    unstored = edition("unstored")
    assert holding_of([unstored, SECOND]) == ((SECOND, Span(None, None), True), (unstored, None, True))


def test_lists_do_not_end_each_other() -> None:
    other = edition("other", "2021-06-01", of=ListId("aa-test"))
    assert holding_of([FIRST, other]) == (
        (other, Span(None, None), True),
        (FIRST, Span(None, None), True),
    )


ONE = party("1")
ONE_RENAMED = party("1", name="RENAMED, Party")


def told(said: dict[Edition, Party], *also: Edition) -> PartyHistory | None:
    """The history of party 1 from these editions, computed in two orders that must agree."""
    every = [*said, *also]
    by_checksum = {of.sha256: what for of, what in said.items()}
    found = history(ONE.id, timeline(every), by_checksum)
    assert history(ONE.id, timeline(reversed(every)), by_checksum) == found
    return found


def test_equal_content_in_consecutive_editions_is_one_span() -> None:
    assert told({FIRST: ONE, SECOND: ONE, THIRD: ONE}) == PartyHistory(
        ONE.id, (Version(ONE, (Span(None, None),), current=True),)
    )


def test_a_party_comes_goes_and_returns() -> None:
    fourth = edition("fourth", "2021-12-01")
    assert told({FIRST: ONE, THIRD: ONE}, SECOND, fourth) == PartyHistory(
        ONE.id,
        (Version(ONE, (Span(None, JUNE), Span(SEPTEMBER, day("2021-12-01"))), current=False),),
    )


def test_content_that_returns_is_one_version_with_two_spans() -> None:
    assert told({FIRST: ONE, SECOND: ONE_RENAMED, THIRD: ONE}) == PartyHistory(
        ONE.id,
        (
            Version(ONE, (Span(None, JUNE), Span(SEPTEMBER, None)), current=True),
            Version(ONE_RENAMED, (Span(JUNE, SEPTEMBER),), current=False),
        ),
    )


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("1900-01-01", {ONE}),  # before the first edition: the first one is used
        ("2021-03-09", {ONE}),  # the day before it
        ("2021-03-10", {ONE}),  # the day of it
        ("2021-05-31", {ONE}),
        ("2021-06-01", {ONE_RENAMED}),  # the day of the second
        ("2021-08-31", {ONE_RENAMED}),
        ("2021-09-01", set()),  # the third does not have it
        ("2099-01-01", set()),
        (None, set()),
    ],
)
def test_what_was_said_on_a_day(asked: str | None, expected: set[Party]) -> None:
    found = told({FIRST: ONE, SECOND: ONE_RENAMED}, THIRD)
    assert found is not None
    assert {v.party for v in found.versions if v.holds_on(day(asked) if asked else None)} == expected


def test_what_only_an_undated_edition_says_holds_now_and_on_no_day() -> None:
    assert told({FIRST: ONE, LATER: ONE_RENAMED}) == PartyHistory(
        ONE.id,
        (
            Version(ONE, (Span(None, None),), current=True),
            Version(ONE_RENAMED, (), current=True),
        ),
    )


def test_a_party_that_an_undated_edition_lacks_stays_while_the_dated_one_has_it() -> None:
    assert told({FIRST: ONE}, LATER) == PartyHistory(ONE.id, (Version(ONE, (Span(None, None),)),))


def test_what_dated_and_undated_say_alike_is_one_version() -> None:
    assert told({FIRST: ONE, LATER: ONE}) == PartyHistory(ONE.id, (Version(ONE, (Span(None, None),)),))


def test_what_only_a_superseded_edition_said_is_no_history() -> None:
    assert told({EARLIER: ONE}, SECOND) is None
    assert told({AT_NOON: ONE}, AT_NIGHT) is None


WITH_ALIAS = with_aliases(ONE, "ALIAS, Old")
WITHOUT_ALT = edition("sdn.csv without alt.csv", "2021-06-01", lacks=[FactKind.ALIASES])


def test_a_partial_edition_keeps_what_it_can_not_hold() -> None:
    assert told({FIRST: WITH_ALIAS, WITHOUT_ALT: ONE}) == PartyHistory(
        ONE.id, (Version(WITH_ALIAS, (Span(None, None),)),)
    )


def test_a_partial_edition_changes_what_it_holds_and_removes_parties() -> None:
    also_partial = replace(THIRD, lacks=(FactKind.ALIASES,))
    former = Name(ONE.name, Quality.FORMER)
    renamed = replace(ONE_RENAMED, names=(ONE_RENAMED.names[0], former, Name("ALIAS, Old")))
    assert told({FIRST: WITH_ALIAS, WITHOUT_ALT: ONE_RENAMED}, also_partial) == PartyHistory(
        ONE.id,
        (
            Version(WITH_ALIAS, (Span(None, JUNE),), current=False),
            Version(renamed, (Span(JUNE, SEPTEMBER),), current=False),
        ),
    )


def test_facts_come_through_a_chain_of_partial_editions() -> None:
    also_partial = replace(THIRD, lacks=(FactKind.ALIASES, FactKind.NOTES))
    found = told({FIRST: WITH_ALIAS, WITHOUT_ALT: ONE, also_partial: ONE})
    assert found == PartyHistory(ONE.id, (Version(WITH_ALIAS, (Span(None, None),)),))


def test_a_complete_edition_after_a_partial_one_does_remove_aliases() -> None:
    assert told({FIRST: WITH_ALIAS, WITHOUT_ALT: ONE, THIRD: ONE}) == PartyHistory(
        ONE.id,
        (
            Version(WITH_ALIAS, (Span(None, SEPTEMBER),), current=False),
            Version(ONE, (Span(SEPTEMBER, None),), current=True),
        ),
    )


def test_a_party_that_returns_in_a_partial_edition_has_its_aliases_again() -> None:
    partial = replace(THIRD, lacks=(FactKind.ALIASES,))
    assert told({FIRST: WITH_ALIAS, partial: ONE}, SECOND) == PartyHistory(
        ONE.id, (Version(WITH_ALIAS, (Span(None, JUNE), Span(SEPTEMBER, None))),)
    )


def test_an_undated_partial_edition_rests_on_the_newest_dated_one() -> None:
    partial = replace(LATER, lacks=(FactKind.ALIASES,))
    assert told({FIRST: WITH_ALIAS, partial: ONE}) == PartyHistory(
        ONE.id, (Version(WITH_ALIAS, (Span(None, None),)),)
    )


def test_aliases_known_only_from_an_undated_edition_outlast_a_dated_partial_one() -> None:
    partial = replace(SECOND, lacks=(FactKind.ALIASES,))
    assert told({FIRST: ONE, EARLIER: WITH_ALIAS, partial: ONE}) == PartyHistory(
        ONE.id,
        (
            Version(ONE, (Span(None, JUNE),), current=False),
            Version(WITH_ALIAS, (Span(JUNE, None),), current=True),
        ),
    )


def test_aliases_of_an_undated_edition_that_a_complete_one_removed_stay_removed() -> None:
    partial = replace(THIRD, lacks=(FactKind.ALIASES,))
    assert told({EARLIER: WITH_ALIAS, SECOND: ONE, partial: ONE}) == PartyHistory(
        ONE.id, (Version(ONE, (Span(None, None),)),)
    )


def test_facts_of_a_later_edition_do_not_reach_back_into_a_partial_one() -> None:
    partial = replace(FIRST, lacks=(FactKind.ALIASES,))
    assert told({partial: ONE, SECOND: WITH_ALIAS}) == PartyHistory(
        ONE.id,
        (
            Version(ONE, (Span(None, JUNE),), current=False),
            Version(WITH_ALIAS, (Span(JUNE, None),), current=True),
        ),
    )
