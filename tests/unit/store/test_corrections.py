"""Editions removed, dated otherwise and published again; what was before stays on record."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from namesake.errors import InputError, LossyEditionError, StoreError
from namesake.model.edition import Edition
from namesake.model.party import FactKind, Party
from namesake.store.corrections import Action, Correction
from namesake.store.database import Added, Store
from namesake.store.history import timeline
from namesake.store.marker import read_marker, state_of
from tests.unit.store.making import LIST, RECEIVED, add, day, edition, on_day, parties, party

A, B, C = edition("a", "2021-01-01"), edition("b", "2022-01-01"), edition("c", "2023-01-01")
ONE, TWO = [party("1"), party("2")], [party("1", "New"), party("3"), party("2")]
AT = dt.datetime(2026, 9, 9, 9, 9, tzinfo=dt.UTC)
LATER = RECEIVED + dt.timedelta(hours=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite")


def days(store: Store) -> list[tuple[str, str, str, bool]]:
    """Each publication by its content's first letters, from when to when it holds, and whether now."""
    return [
        (
            one.edition.sha256[:4],
            str(one.edition.published),
            f"{one.span.start}-{one.span.end}" if one.span else "never",
            one.current,
        )
        for one in timeline(store.editions())
    ]


def count(store: Store, table: str) -> int:
    with sqlite3.connect(store.path) as connection:
        found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    connection.close()
    return found


def held(store: Store, one: Edition) -> Edition:
    return next(e for e in store.editions() if (e.sha256, e.published) == (one.sha256, one.published))


def test_a_removed_edition_is_gone_as_if_it_never_came_and_stays_on_record(
    store: Store, tmp_path: Path
) -> None:
    add(store, A, ONE)
    add(store, B, TWO)
    b = held(store, B)
    store.remove([b], reason="of another list", at=AT)
    without = Store(tmp_path / "without.sqlite")
    add(without, A, ONE)
    assert store.editions() == without.editions()
    assert list(store.histories()) == list(without.histories())
    assert read_marker(store.path) == read_marker(without.path) == state_of(store.editions())
    for table in ("editions", "files", "versions", "contents", "problems"):
        assert count(store, table) == count(without, table)
    assert store.corrections() == (
        Correction(Action.REMOVED, b, "2026-09-09T09:09:00.000000Z", "of another list"),
    )
    assert store.corrections(LIST) == store.corrections()


def test_what_others_say_too_stays(store: Store) -> None:
    add(store, A, ONE)
    add(store, B, [*ONE, party("3")])
    store.remove([held(store, A)], reason="x", at=AT)
    assert {party.id for party in store.parties(held(store, B))} == {"zz-test:1", "zz-test:2", "zz-test:3"}
    assert count(store, "versions") == 3


def test_what_is_being_read_while_an_edition_is_removed_does_not_pass_for_the_whole(store: Store) -> None:
    add(store, A, parties(1100))
    begun = [store.parties(held(store, A)), store.histories()]
    assert all(next(reading) for reading in begun)
    Store(store.path).remove([held(store, A)], reason="x", at=AT)
    for reading in begun:
        with pytest.raises(StoreError, match="an edition of zz-test was removed while the store was read"):
            list(reading)


def test_what_is_not_held_can_be_neither_removed_nor_dated(store: Store) -> None:
    add(store, A, ONE)
    for wrong in (B, replace(held(store, A), published=day("2021-01-02"))):
        with pytest.raises(InputError, match="is not in the store"):
            store.remove([wrong], reason="x", at=AT)
        with pytest.raises(InputError, match="is not in the store"):
            store.redate(wrong, day("2021-01-03"), reason="x", at=AT)
    assert store.corrections() == ()
    assert len(store.editions()) == 1


def test_when_one_of_several_can_not_be_removed_none_is(store: Store) -> None:
    add(store, A, ONE)
    with pytest.raises(InputError):
        store.remove([held(store, A), B], reason="x", at=AT)
    assert len(store.editions()) == 1
    assert store.corrections() == ()


def test_a_removed_edition_that_comes_again_says_that_it_was_removed(store: Store) -> None:
    add(store, A, ONE)
    store.remove([held(store, A)], reason="half of it", at=AT)
    added = add(store, A, ONE)
    assert not added.was_known
    assert added.warnings == (
        "zz-test, edition of 2021-01-01: this very edition was removed on 2026-09-09 (half of it); it is "
        "held again",
    )


def test_a_date_is_corrected_and_the_one_before_stays_on_record(store: Store) -> None:
    add(store, A, ONE)
    add(store, B, TWO)
    b = held(store, B)
    right, warnings = store.redate(b, day("2020-06-01"), reason="a typing error", at=AT)
    assert warnings == ()
    assert right == replace(b, published=day("2020-06-01"))
    assert [str(one.published) for one in store.editions()] == ["2020-06-01", "2021-01-01"]
    assert on_day(store.histories(), None) == set(ONE)
    (correction,) = store.corrections()
    assert (correction.action, correction.edition, correction.published) == (
        Action.REDATED,
        b,
        right.published,
    )
    assert read_marker(store.path) == state_of(store.editions())


def test_a_file_that_dates_itself_otherwise_is_known_after_its_date_was_corrected(store: Store) -> None:
    """Else each update would trip over it."""
    add(store, A, ONE)
    first = store.redate(held(store, A), day("2021-02-01"), reason="x", at=AT).edition
    store.redate(first, day("2021-03-01"), reason="y", at=AT)
    added = add(store, A, ONE)
    assert (added.was_known, added.edition.published) == (True, day("2021-03-01"))
    with pytest.raises(InputError, match="can't be of 2021-04-01 as well"):
        add(store, replace(A, published=day("2021-04-01")), ONE)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (A, replace(B, lacks=(FactKind.ALIASES,)), "is complete"),
        (replace(A, moment="2022-01-01T10:00:00Z"), replace(B, moment="2022-01-01T10:30:00+01:00"),
         "has the later time stamp of its publisher"),
        (replace(A, moment="2022-01-01T10:00:00Z"), replace(B, moment="2022-01-01T11:00:00+01:00"),
         "was received later"),
        (A, B, "was received later"),
    ],
    ids=["partial", "stamped", "stamped alike", "bare"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["added", "redated", "dated"])
def test_a_second_edition_of_a_day_says_which_of_the_two_holds(
    store: Store, one: Edition, other: Edition, why: str, way: str
) -> None:
    one, other = (replace(each, published=day("2022-01-01")) for each in (one, other))
    add(store, other, TWO)
    if way == "redated":
        other_day = replace(one, published=day("2022-02-01"))
        added = add(store, other_day, ONE, received=LATER, accept_loss=True)
        warnings = store.redate(added.edition, day("2022-01-01"), reason="x", at=AT).warnings
    elif way == "dated":
        add(store, replace(one, published=None), ONE, received=LATER, accept_loss=True)
        warnings = add(store, one, ONE, received=LATER, accept_loss=True).warnings
    else:
        warnings = add(store, one, ONE, received=LATER, accept_loss=True).warnings
    told = f"2 editions of 2022-01-01 are held: {one.sha256[:8]} counts, because it {why}, "
    assert any(told in warning and other.sha256[:8] in warning for warning in warnings)
    assert on_day(store.histories(), day("2022-01-05")) == set(ONE)


def test_two_publications_of_the_same_bytes_can_not_be_of_one_day(store: Store) -> None:
    add(store, A, ONE)
    again(store, A, "2022-06-01", ONE)
    with pytest.raises(InputError, match="are held as published on 2022-06-01 already"):
        store.redate(held(store, A), day("2022-06-01"), reason="x", at=AT)


def again(store: Store, one: Edition, published: str | None, said: Iterable[Party], at: int = 0) -> Added:
    return store.add(
        replace(one, published=day(published) if published else None),
        [("list.txt", one.sha256.encode())],
        iter(said),
        received=RECEIVED + dt.timedelta(days=at),
        accept_loss=True,
        again=True,
    )


def test_a_list_that_comes_back_to_what_it_said_holds_so_again(store: Store) -> None:
    add(store, A, ONE)
    add(store, B, TWO, accept_loss=True)
    again(store, A, "2022-06-01", ONE)
    a = A.sha256[:4]
    assert days(store) == [
        (a, "2021-01-01", "None-2022-01-01", False),
        (B.sha256[:4], "2022-01-01", "2022-01-01-2022-06-01", False),
        (a, "2022-06-01", "2022-06-01-None", True),
    ]
    for asked, says in (("2021-06-01", ONE), ("2022-02-01", TWO), ("2022-07-01", ONE)):
        assert on_day(store.histories(), day(asked)) == set(says)
    (found,) = [one for one in store.courses(ONE[1].id) if one]
    assert [step.turn.value for step in found.steps] == ["on the first edition held"]
    (found,) = store.courses(TWO[1].id)
    assert [(step.turn.value, str(step.edition.published)) for step in found.steps] == [
        ("came", "2022-01-01"),
        ("went", "2022-06-01"),
    ]
    assert count(store, "contents") == 5  # nothing of it is kept twice


def test_in_any_order_of_arrival_a_return_gives_the_same_history(tmp_path: Path) -> None:
    told = []
    for number, order in enumerate(
        permutations(((A, "2021-01-01", ONE), (B, "2022-01-01", TWO), (A, "2023-06-01", ONE)))
    ):
        store = Store(tmp_path / f"{number}.sqlite")
        for one, published, said in order:
            again(store, one, published, list(said))
        told.append((days(store), list(store.histories()), read_marker(store.path)))
    assert len(told) == 6
    assert all(one == told[0] for one in told)


def test_without_saying_so_another_day_is_refused_and_told_how_to_record_it(store: Store) -> None:
    add(store, A, ONE)
    with pytest.raises(InputError, match=r"`namesake lists redate` corrects the other.*--again records that"):
        add(store, replace(A, published=day("2022-06-01")), ONE)


def test_the_same_day_again_changes_nothing(store: Store) -> None:
    add(store, A, ONE)
    add(store, B, TWO)
    before = store.editions()
    again(store, A, "2021-01-01", ONE)
    again(store, B, None, TWO)  # what is current may come as often as it likes
    assert store.editions() == before


def test_an_undated_list_that_comes_back_is_current_again(store: Store) -> None:
    one, other = edition("u"), edition("v")
    add(store, one, ONE, received=RECEIVED)
    add(store, other, TWO, received=RECEIVED + dt.timedelta(days=1), accept_loss=True)
    assert on_day(store.histories(), None) == set(TWO)
    add(store, one, ONE, received=RECEIVED + dt.timedelta(days=2))
    assert on_day(store.histories(), None) == set(TWO)  # only added once more, by hand
    again(store, one, None, ONE, at=3)
    assert on_day(store.histories(), None) == set(ONE)
    assert len(store.editions()) == 3
    again(store, one, None, ONE, at=4)
    assert len(store.editions()) == 3


def test_a_return_that_loses_too_much_is_refused(store: Store) -> None:
    add(store, A, [party("1")])
    add(store, B, [party(str(number)) for number in range(1, 9)])
    with pytest.raises(LossyEditionError):
        store.add(
            replace(A, published=day("2022-02-01")),
            [("list.txt", b"")],
            iter(()),
            received=RECEIVED,
            again=True,
        )
    assert len(store.editions()) == 2


@pytest.mark.parametrize("first", [True, False], ids=["the first time", "the second time"])
def test_one_of_several_publications_is_removed_or_dated_by_itself(store: Store, first: bool) -> None:
    add(store, A, ONE)
    again(store, A, "2022-06-01", ONE)
    one, other = store.editions() if first else reversed(store.editions())
    store.redate(one, day("2025-01-01"), reason="x", at=AT)
    assert {str(e.published) for e in store.editions()} == {"2025-01-01", str(other.published)}
    store.remove([other], reason="y", at=AT)
    assert [str(e.published) for e in store.editions()] == ["2025-01-01"]
    assert on_day(store.histories(), None) == set(ONE)
    store.remove(store.editions(), reason="z", at=AT)
    assert store.editions() == ()
    assert count(store, "contents") == count(store, "publications") == count(store, "versions") == 0
    assert [one.reason for one in store.corrections()] == ["x", "y", "z"]


# Of one day: by the publisher's time stamp, then by receipt.
STAMPED = [
    edition("x", "2021-01-01", moment="2021-01-01T10:00:00+01:00"),  # 09:00 UTC
    edition("y", "2021-01-01", moment="2021-01-01T09:30:00Z"),
    edition("z", "2021-01-01", moment="2021-01-01T11:00:00+01:00"),  # 10:00 UTC
]


def test_editions_of_a_day_go_by_the_publisher_s_time_stamp_whatever_its_zone(tmp_path: Path) -> None:
    for number, order in enumerate(permutations(STAMPED)):
        store = Store(tmp_path / f"{number}.sqlite")
        for place, one in enumerate(order):
            add(
                store,
                one,
                [party(one.sha256[:4])],
                received=RECEIVED + dt.timedelta(days=place),
                accept_loss=True,
            )
        assert [one.sha256 for one in store.editions()] == [one.sha256 for one in STAMPED]


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_without_time_stamps_the_one_received_last_holds(order: tuple[str, ...], tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    for place, content in enumerate(order):
        received = RECEIVED + dt.timedelta(minutes=place)
        add(store, edition(content, "2021-01-01"), [party(content)], received=received, accept_loss=True)
    assert on_day(store.histories(), None) == {party(order[-1])}
