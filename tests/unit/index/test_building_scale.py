"""A snapshot of many parties: from a stream, in any order, by any number of processes, in little room."""

from __future__ import annotations

import gc
import multiprocessing
import os
import random
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from namesake.errors import InputError, SnapshotError
from namesake.index import building, columns, layout, makings, taking
from namesake.index.building import build
from namesake.index.columns import Block, Spill, picked, ranked, regrouped
from namesake.index.hashing import packed, unpacked
from namesake.index.layout import overfull_in
from namesake.index.snapshot import Snapshot
from namesake.index.taking import Processes, taken_apart
from namesake.model.edition import PartyHistory
from tests.unit.index.making import INVENTED, now, over_time, party, passport, said, span, weak

HISTORIES = [
    *now(*INVENTED),
    over_time(
        said(party("20", "Karla Quandt", weak("Die Rote")), span(None, "2021-03-10"), current=False),
        said(party("20", "Karla Quandt", "Die Rote", ids=[passport("C-4711 088")]), span("2021-03-10")),
    ),
    over_time(
        said(party("21", "Otto Zwingli"), span("2020-01-01", "2020-02-01"), span("2021-01-01")),
        said(
            party("21", "Otto Zwingli", "Otto von Zwingli"), span("2020-02-01", "2021-01-01"), current=False
        ),
    ),
]
ID = build(HISTORIES).id


def at_once(names: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have so many names taken apart at once, and so many tokens filed."""
    monkeypatch.setattr(building, "AT_ONCE", names)
    monkeypatch.setattr(makings, "AT_ONCE", names)


def half(number: int) -> float:
    """Something for another process to do."""
    return number / 2


def in_another(_: int) -> bool:
    """Whether another process does the work."""
    return multiprocessing.parent_process() is not None


def die(number: int) -> int:
    """What happens to a process that the system ends for want of memory."""
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return number


@pytest.mark.parametrize("seed", range(5))
def test_parties_may_come_in_any_order(seed: int) -> None:
    shuffled = random.Random(seed).sample(HISTORIES, len(HISTORIES))
    made = build(iter(shuffled))
    assert made.id == ID
    made.verify()


def test_histories_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once(1, monkeypatch)
    taken = 0

    def stream() -> Iterator[PartyHistory]:
        nonlocal taken
        for history in HISTORIES:
            taken += 1
            yield history

    with Processes(1) as alone:
        chunks = alone.in_order(len, building._Builder().read(stream()))
        assert taken == 0
        assert next(chunks) > 0
        assert taken == 1
        assert sum(chunks) > 0
    assert taken == len(HISTORIES)


@pytest.mark.parametrize("names", [1, 7, 1 << 12])
def test_it_makes_no_difference_how_many_names_are_taken_at_once(
    names: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once(names, monkeypatch)
    monkeypatch.setattr(columns, "_AT_ONCE", names)
    assert build(HISTORIES).id == ID
    assert build(HISTORIES[::-1]).id == ID


@pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
def test_other_processes_build_the_same(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "_START", start)
    at_once(5, monkeypatch)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that threads and `fork` don't go together
        assert build(HISTORIES, processes=2).id == ID


def test_results_come_in_the_order_of_the_chunks_and_few_are_asked_for_ahead() -> None:
    asked = 0

    def chunks() -> Iterator[int]:
        nonlocal asked
        for number in range(40):
            asked = number
            yield number

    with Processes(2) as processes:
        for place, result in enumerate(processes.in_order(half, chunks())):
            assert result == place / 2
            assert asked <= place + 4


@pytest.mark.parametrize(
    ("count", "chunks", "started"), [(2, 3, False), (2, 4, True), (2, 40, True), (1, 40, False)]
)
def test_processes_are_started_where_there_is_enough_to_do(count: int, chunks: int, started: bool) -> None:
    with Processes(count, worth=4) as processes:
        assert list(processes.in_order(in_another, range(chunks))) == [started] * chunks
        # Those that stand ready are used, however little there is.
        assert list(processes.in_order(in_another, range(1))) == [started]
        assert list(processes.in_order(in_another, range(0))) == []
    with Processes(count) as processes:
        assert list(processes.in_order(in_another, range(1))) == [count > 1]


def test_where_other_processes_die_this_one_does_the_work() -> None:
    with Processes(2) as processes, pytest.warns(UserWarning, match="built in one process"):
        assert list(processes.in_order(die, range(20))) == list(range(20))


def collects(fails: bool) -> bool:
    """Whether cycles are looked for where this runs."""
    if fails:
        raise ValueError("not this one")
    return gc.isenabled()


@pytest.mark.parametrize("count", [1, 2])
def test_nobody_looks_for_cycles_while_names_are_taken_apart(count: int) -> None:
    with Processes(count) as processes:
        assert list(processes.in_order(collects, [False] * 3)) == [False] * 3
        with pytest.raises(ValueError, match="not this one"):
            list(processes.in_order(collects, [True]))
    assert gc.isenabled()
    gc.disable()
    try:
        with Processes(1) as alone:
            assert list(alone.in_order(collects, [False])) == [False]
        assert not gc.isenabled(), "that is for whoever switched it off to say"
    finally:
        gc.enable()


def test_what_fails_in_another_process_fails_here() -> None:
    with Processes(2) as processes, pytest.raises(TypeError):
        list(processes.in_order(half, ["a", "b"]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "twice",
    [
        pytest.param([*HISTORIES[:3], HISTORIES[2]], id="one after the other"),
        pytest.param([HISTORIES[2], *HISTORIES[:3]], id="far apart"),
    ],
)
def test_a_party_that_comes_twice_is_refused_wherever_it_comes(twice: list[PartyHistory]) -> None:
    with pytest.raises(InputError, match="'zz-test:3' of list zz-test comes twice"):
        build(twice)


def test_records_that_wait_in_a_file_are_the_same_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_IN_MEMORY", 100)
    for histories in (HISTORIES, HISTORIES[::-1]):
        made = build(histories)
        assert made.id == ID
        made.verify()
        made.save(tmp_path / made.id)
        assert Snapshot.open(tmp_path / made.id).party(0) == made.party(0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here is always full")
def test_a_full_disk_while_building_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "_IN_MEMORY", 100)
    with Path("/dev/full").open("r+b", buffering=0) as full:
        monkeypatch.setattr(tempfile, "TemporaryFile", lambda: full)
        with pytest.raises(SnapshotError, match=r"No space left on device.*TMPDIR"):
            build(HISTORIES)


@pytest.mark.parametrize("make", [Block, Spill])
def test_texts_come_in_the_order_asked_for(make: Any) -> None:
    def made(order: list[int] | None) -> tuple[bytes, list[int]]:
        texts = make()
        for text in (b"one", b"", b"three", b"of"):
            texts.add(text)
        found = texts.arrays("x", None if order is None else np.array(order))
        return found["x_block"].tobytes(), found["x_offsets"].tolist()

    assert made(None) == (b"onethreeof", [0, 3, 3, 8, 10])
    assert made([2, 3, 0, 1]) == (b"threeofone", [0, 5, 7, 10, 10])


def test_rows_follow_their_groups() -> None:
    starts, where = regrouped(np.array([2, 0, 1]), np.array([2, 0, 1]))
    assert starts.tolist() == [0, 1, 3, 3]
    assert picked({"x": np.array([10, 11, 12])}, where)["x"].tolist() == [12, 10, 11]
    assert ranked(np.array([0, 0, 2]), np.array([2, 0, 1])).tolist() == [1, 1, 0]


def test_packed_numbers_come_back_ascending_and_once() -> None:
    high, low = np.array([0xFFFFFFFF, 3, 3, 3], dtype=np.uint32), np.array([7, 2, 1, 2], dtype=np.int32)
    assert [part.tolist() for part in unpacked([packed(high, low)])] == [[3, 3, 0xFFFFFFFF], [1, 2, 7]]


def test_a_name_has_each_mark_once_for_a_span() -> None:
    taken = taken_apart([("Abd Allah Abd Allah", True), ("???", True)])
    rows = list(zip(taken.spans.tolist(), taken.marks.tolist(), strict=True))
    assert len(rows) == len(set(rows)) == taken.runs[0]
    assert (taken.words.tolist(), taken.runs[1]) == ([4, 0], 0)


def test_lists_too_large_for_the_places_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made = build(HISTORIES)
    assert overfull_in(made.arrays) is None
    narrow = {
        name: np.dtype("i1") if name == "name_run_starts" else type for name, type in layout.ARRAYS.items()
    }
    monkeypatch.setattr(layout, "ARRAYS", narrow)
    assert overfull_in(made.arrays) == "run_marks"
    with pytest.raises(InputError, match="too large for one index: run_marks"):
        build(HISTORIES)
