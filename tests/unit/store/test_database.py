"""Adding editions to the store, and reading back what was added."""

from __future__ import annotations

import datetime as dt
import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from namesake.errors import InputError, ListError, LossyEditionError, StoreError
from namesake.model.edition import Edition, PartyHistory, Problem, Span, Version
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, PartyId
from namesake.store.database import Added, Store
from namesake.store.intake import BATCH
from namesake.store.marker import marker_path, read_marker, state_of, write_marker
from tests.unit.store.making import LIST, RECEIVED, add, day, edition, on_day, parties, party, with_aliases

FIRST = edition("first", "2021-03-10")
SECOND = edition("second", "2021-06-01")
UNDATED = edition("undated")
OTHER = ListId("zz-other")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store.sqlite", wait=1)


def everything(store: Store) -> tuple[object, ...]:
    """All that a store holds, for comparison."""
    return (
        store.editions(),
        [store.files(e) for e in store.editions()],
        [store.problems(e) for e in store.editions()],
        list(store.histories()),
        read_marker(store.path),
    )


def test_a_new_store_is_empty(store: Store) -> None:
    assert (store.editions(), store.lists(), list(store.histories())) == ((), (), [])


def test_what_was_added_is_told_and_found_again(store: Store) -> None:
    problem = Problem("list.txt line 3", "no name in it", lost=True, field="name", record="3")
    mended = Problem("list.txt line 4", "a control character was replaced")
    added = add(store, FIRST, [party("1"), problem, mended, party("2")], declared=3)
    kept = replace(FIRST, received="2026-09-01T12:00:00.000000Z", records=3, parties=2, problems=2)
    assert added == Added(kept, new=2)
    assert store.editions() == (kept,)
    assert store.lists() == (LIST,)
    assert store.problems(kept) == (problem, mended)
    assert list(store.parties(kept)) == [party("1"), party("2")]
    assert list(store.histories()) == [
        PartyHistory(p.id, (Version(p, (Span(None, None),), current=True),)) for p in (party("1"), party("2"))
    ]


def test_the_whole_header_comes_back(store: Store) -> None:
    header = edition(
        "all", "2021-06-01", moment="2021-06-01T19:03:54-04:00", lacks=[FactKind.WEAK_ALIASES, FactKind.NOTES]
    )
    assert add(store, header, [party("1")]).edition == store.editions()[0]
    assert replace(store.editions()[0], received="", records=0, parties=0) == header


def test_files_come_back_as_they_were_received(store: Store) -> None:
    files = [("SDN.CSV", b"1,a\r\n\x1a"), ("alt.csv.gz", gzip.compress(b"2,b")), ("ADD.CSV", b"")]
    kept = store.add(FIRST, files, [party("1")], received=RECEIVED).edition
    assert store.files(kept) == tuple(files)


def test_a_file_that_changed_in_the_store_is_not_given_out_as_received(store: Store) -> None:
    kept = add(store, FIRST, [party("1")]).edition
    for damage in ("zeroblob(9)", "(SELECT content FROM versions)"):
        with closing(sqlite3.connect(store.path)) as plain:
            plain.execute(f"UPDATE files SET content = {damage}")
            plain.commit()
        with pytest.raises(StoreError, match=r"its copy of list\.txt .* is not what was received"):
            store.files(kept)


@pytest.mark.parametrize("count", [BATCH - 1, BATCH, BATCH + 1, 2 * BATCH + 7])
def test_as_many_parties_and_problems_come_out_as_went_in(store: Store, count: int) -> None:
    problems = [Problem(f"line {n}", "unreadable", lost=True) for n in range(count)]
    kept = add(store, FIRST, [*reversed(parties(count)), *problems]).edition
    assert (kept.records, kept.parties, kept.problems) == (2 * count, count, count)
    assert list(store.parties(kept)) == parties(count)
    assert store.problems(kept) == tuple(problems)


def test_the_time_of_receipt_is_kept_in_utc(store: Store) -> None:
    baghdad = dt.timezone(dt.timedelta(hours=3))
    kept = add(store, FIRST, [party("1")], received=dt.datetime(2026, 1, 1, 1, 30, tzinfo=baghdad)).edition
    assert kept.received == "2025-12-31T22:30:00.000000Z"


def test_a_time_of_receipt_without_zone_is_an_error_of_ours(store: Store) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        add(store, FIRST, [party("1")], received=dt.datetime(2026, 1, 1))
    assert store.editions() == ()


def test_what_changed_against_the_edition_before_is_counted(store: Store) -> None:
    add(store, FIRST, parties(20))
    came, renamed = parties(3, first=20), [party("00005", name="RENAMED, Party")]
    added = add(store, SECOND, [*parties(5), *renamed, *parties(13, first=6), *came])
    assert (added.new, added.gone, added.changed) == (3, 1, 1)
    assert added.before is not None
    assert added.before.published == FIRST.published
    assert added.warnings == ()


@pytest.mark.parametrize(
    "other", [replace(SECOND, lacks=(FactKind.ALIASES,)), replace(SECOND, format="another")]
)
def test_changes_against_another_kind_of_file_are_not_counted(store: Store, other: Edition) -> None:
    add(store, FIRST, parties(20))
    assert add(store, other, parties(20)).changed is None


def test_the_same_bytes_again_change_nothing(store: Store) -> None:
    first = add(store, FIRST, parties(3)).edition
    before = everything(store)

    records = iter(parties(3))
    again = add(store, FIRST, records, received=RECEIVED + dt.timedelta(days=1))
    assert again == Added(first, was_known=True)
    assert add(store, replace(FIRST, published=None), records).was_known
    assert list(records) == parties(3)  # known bytes are not read again
    assert everything(store) == before


def test_the_same_bytes_are_an_edition_of_each_list_they_are_given_to(store: Store) -> None:
    add(store, FIRST, [party("1")])
    assert not add(store, replace(FIRST, list=OTHER), [party("1", of=OTHER)]).was_known
    assert store.lists() == (OTHER, LIST)
    assert [e.list for e in store.editions(OTHER)] == [OTHER]


def test_a_date_learned_later_is_set(store: Store) -> None:
    add(store, FIRST, [party("1")])
    add(store, UNDATED, [party("1", name="RENAMED, Party")])
    word = read_marker(store.path)
    dated = replace(UNDATED, published=day("2021-04-01"))
    added = add(store, dated, ())
    assert added.was_known
    assert added.edition.published == day("2021-04-01")
    assert added.before is not None
    assert added.before.published == FIRST.published
    assert store.editions()[1] == added.edition
    assert on_day(store.histories(), day("2021-04-01")) == {party("1", name="RENAMED, Party")}
    assert read_marker(store.path) not in (word, None)


def test_an_edition_dated_later_on_the_day_it_came_is_not_the_one_before_itself(store: Store) -> None:
    add(store, UNDATED, [party("1")])
    assert add(store, replace(UNDATED, published=RECEIVED.date()), ()).before is None


def test_a_second_date_for_the_same_bytes_is_refused(store: Store) -> None:
    add(store, FIRST, [party("1")])
    before = everything(store)
    with pytest.raises(
        InputError,
        match=r"zz-test, edition of 2021-03-10: these bytes .* can't be of 2021-03-11 as well; leave out",
    ):
        add(store, replace(FIRST, published=day("2021-03-11")), [party("1")])
    assert everything(store) == before


@pytest.mark.parametrize("error", [ListError("cut in half"), KeyboardInterrupt(), KeyError("bug")])
@pytest.mark.parametrize("after", [0, 1, BATCH + 1, 3 * BATCH])
def test_an_add_that_breaks_off_leaves_no_trace(store: Store, error: BaseException, after: int) -> None:
    add(store, FIRST, parties(30))
    before = everything(store)

    def breaks_off() -> Iterator[Party | Problem]:
        yield Problem("line 1", "odd")
        yield from parties(after)
        raise error

    with pytest.raises(type(error)) as caught:
        add(store, SECOND, breaks_off())
    assert caught.value is error
    assert everything(store) == before
    assert add(store, SECOND, parties(30)).new == 0


def test_a_lossy_edition_is_refused_and_leaves_no_trace(store: Store) -> None:
    add(store, FIRST, parties(30))
    before = everything(store)
    with pytest.raises(LossyEditionError, match=r"(?s)20 of 30 \(66\.7%\) parties .*--accept-loss") as caught:
        add(store, SECOND, parties(10))
    assert len(caught.value.losses) == 1
    assert everything(store) == before


def test_a_lossy_edition_is_kept_with_a_warning_when_loss_is_accepted(store: Store) -> None:
    add(store, FIRST, parties(30))
    added = add(store, SECOND, parties(10), accept_loss=True)
    assert (added.gone, len(added.losses)) == (20, 1)
    assert added.warnings == (f"zz-test, edition of 2021-06-01: {added.losses[0]}",)
    assert len(on_day(store.histories(), None)) == 10


def test_a_lossy_old_edition_is_kept_with_a_warning(store: Store) -> None:
    add(store, edition("oldest", "2021-01-01"), parties(30))
    add(store, SECOND, parties(30), accept_loss=True)
    added = add(store, FIRST, parties(10))
    assert added.gone == 20
    assert "20 of 30" in added.warnings[0]


def test_facts_lost_behind_a_partial_edition_refuse_the_next_one(store: Store) -> None:
    plain = parties(10)
    add(store, FIRST, [with_aliases(p, "ALIAS, Some") for p in plain])
    add(store, replace(SECOND, lacks=(FactKind.ALIASES,)), plain)
    with pytest.raises(LossyEditionError, match="the aliases of 10 of 10"):
        add(store, edition("third", "2021-06-02"), plain)


def test_an_edition_that_says_it_holds_more_is_refused(store: Store) -> None:
    with pytest.raises(LossyEditionError, match="says that it holds 31 records, and 30 were found"):
        add(store, FIRST, parties(30), declared=31)
    assert add(store, FIRST, parties(30), declared=31, accept_loss=True).losses


def test_a_number_given_twice_is_a_problem_and_the_first_party_stays(store: Store) -> None:
    again = party("1", name="SECOND, With the same number")
    kept = add(store, FIRST, [party("1"), party("2"), again], declared=3).edition
    assert (kept.records, kept.parties, kept.problems) == (3, 2, 1)
    assert list(store.parties(kept)) == [party("1"), party("2")]
    (problem,) = store.problems(kept)
    assert (problem.where, problem.lost, problem.record) == ("list.txt zz-test:1", True, "zz-test:1")
    assert "a second record" in problem.message
    assert "SECOND, With the same number" in problem.message


def test_a_number_given_twice_is_found_across_batches(store: Store) -> None:
    kept = add(store, FIRST, [*parties(BATCH + 1), party("00000")]).edition
    assert (kept.records, kept.parties, kept.problems) == (BATCH + 2, BATCH + 1, 1)


def test_a_party_of_another_list_is_an_error_of_the_reader_s(store: Store) -> None:
    with pytest.raises(ValueError, match="the reader gave zz-other:1 to zz-other in an edition of zz-test"):
        add(store, FIRST, [party("1", of=OTHER)])
    assert store.editions() == ()


def test_content_that_many_editions_repeat_is_kept_once(store: Store) -> None:
    for number in range(1, 6):
        add(store, edition(f"e{number}", f"2021-01-0{number}"), parties(20))
    with closing(sqlite3.connect(store.path)) as plain:
        assert plain.execute("SELECT count(*) FROM versions").fetchone() == (20,)
        assert plain.execute("SELECT count(*) FROM contents").fetchone() == (100,)


def test_histories_come_by_list_and_id_whatever_the_order_of_arrival(store: Store) -> None:
    add(store, FIRST, reversed(parties(BATCH + 3)))
    add(store, replace(FIRST, list=OTHER), [party("2", of=OTHER), party("1", of=OTHER)])
    ids = [found.id for found in store.histories()]
    assert ids[:3] == ["zz-other:1", "zz-other:2", "zz-test:00000"]
    assert ids[2:] == [p.id for p in parties(BATCH + 3)]


def test_the_same_id_on_two_lists_is_two_histories(store: Store) -> None:
    """Two FollowTheMoney collections may both hold NK-27LcweQGwJWi4uWsuGW3tT."""
    shared = PartyId("NK-1")
    add(store, FIRST, [replace(party("1"), id=shared)])
    add(store, replace(FIRST, list=OTHER), [replace(party("1", of=OTHER), id=shared)])
    assert [(h.id, h.versions[0].party.list) for h in store.histories()] == [(shared, OTHER), (shared, LIST)]


def test_histories_of_named_editions_leave_out_what_came_since(store: Store) -> None:
    add(store, FIRST, [party("1")])
    seen = store.editions()
    before = list(store.histories(seen))
    add(store, SECOND, [party("1", name="RENAMED, Party"), party("2")])
    assert list(store.histories(seen)) == before
    assert list(store.histories()) != before


def test_other_processes_may_write_while_histories_are_read(store: Store) -> None:
    add(store, FIRST, parties(2 * BATCH))
    reading = store.histories()
    next(reading)
    add(store, SECOND, parties(2 * BATCH))
    assert sum(1 for _ in reading) == 2 * BATCH - 1


def test_an_edition_that_is_not_held_has_no_answer(store: Store) -> None:
    for ask in (store.files, store.problems, lambda of: list(store.parties(of))):
        with pytest.raises(InputError, match="zz-test, edition of 2021-03-10 is not in the store: add it"):
            ask(FIRST)


def test_every_add_leaves_the_word_of_what_is_held(store: Store) -> None:
    for header in (FIRST, UNDATED, SECOND):
        add(store, header, [party("1")])
        assert read_marker(store.path) == state_of(store.editions())


def test_the_word_is_put_right_on_demand(store: Store) -> None:
    add(store, FIRST, [party("1")])
    write_marker(store.path, "the word of an add that was killed before its commit")
    assert store.mark() == state_of(store.editions()) == read_marker(store.path)
    marker_path(store.path).unlink()
    assert store.mark() == read_marker(store.path)


def test_where_the_word_can_not_be_written_nothing_is_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("os.fsync", refuse)
        with pytest.raises(StoreError, match=r"\.state can't be written \(No space left on device\)"):
            add(store, FIRST, [party("1")])
    assert store.editions() == ()
