"""Fetching again and again: each list at its own pace, slower with each failure, never two at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from namesake.errors import InputError, NamesakeError, StoreError
from namesake.model.values import ListId
from namesake.service import Service, Updated
from namesake.service.turns import alone
from namesake.service.watching import pace, seconds_of, watch
from namesake.sources.fetch import UnreachableError

HOUR, DAY = 3600.0, 86_400.0


class EnoughError(Exception):
    """The test has seen enough."""


class Played(Service):
    """A home whose updates are played: for each round the lists that fail, or what the store says."""

    __slots__ = ("asked", "rounds")

    def __init__(self, home: Path, rounds: Sequence[set[str] | NamesakeError]) -> None:
        super().__init__(home)
        self.rounds = list(rounds)
        self.asked: list[tuple[list[str], list[str]]] = []

    def update(self, lists=(), *, addresses=None, accept_loss=False, limits=None):  # type: ignore[no-untyped-def]
        self.asked.append((list(lists), list(addresses or {})))
        now = self.rounds.pop(0)
        if isinstance(now, NamesakeError):
            raise now
        names = [*lists, *(addresses or {})]
        errors = {name: UnreachableError("no way") if name in now else None for name in names}
        return [Updated(ListId(name), "", None, errors[name], True, None, None) for name in names]


class Clock:
    """Time that passes only in sleep."""

    def __init__(self, rounds: int) -> None:
        self.time = 0.0
        self.slept: list[float] = []
        self._rounds = rounds

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds
        if len(self.slept) == self._rounds:
            raise EnoughError


def watched(
    home: Played, clock: Clock, *lists: str, addresses: dict[str, str] | None = None
) -> list[tuple[list[str], str]]:
    """What was told of each round: the lists, and what the store said."""
    told: list[tuple[list[str], str]] = []
    with pytest.raises(EnoughError):
        watch(
            home,
            lists,
            addresses=addresses or {},
            accept_loss=False,
            every=HOUR,
            told=lambda updates, error: told.append(([one.list for one in updates], str(error or ""))),
            sleep=clock.sleep,
            clock=clock,
        )
    return told


def test_lists_are_fetched_every_so_often(tmp_path: Path) -> None:
    home, clock = Played(tmp_path, [set(), set(), set()]), Clock(3)
    told = watched(home, clock, "un-sc", "eu-fsf")
    assert home.asked == [(["un-sc", "eu-fsf"], [])] * 3
    assert clock.slept == [HOUR] * 3
    assert told == [(["un-sc", "eu-fsf"], "")] * 3


def test_a_list_that_fails_is_asked_for_less_and_less_and_the_others_as_before(tmp_path: Path) -> None:
    rounds = [{"un-sc"}, {"un-sc"}, {"un-sc"}, {"un-sc"}, set(), set(), set(), set()]
    home, clock = Played(tmp_path, rounds), Clock(8)
    watched(home, clock, "un-sc", "eu-fsf")
    both, one = ["un-sc", "eu-fsf"], ["eu-fsf"]
    # At hours 0, 1, ...: it fails at 0, is due again after 2 hours, then after 4.
    assert [asked for asked, _ in home.asked] == [both, one, both, one, one, one, both, both]


def test_a_store_that_is_in_use_or_full_is_tried_again_later(tmp_path: Path) -> None:
    home, clock = Played(tmp_path, [StoreError("in use"), StoreError("in use"), set(), set()]), Clock(4)
    told = watched(home, clock, "un-sc")
    assert clock.slept == [2 * HOUR, 4 * HOUR, HOUR, HOUR]
    assert told == [([], "in use"), ([], "in use"), (["un-sc"], ""), (["un-sc"], "")]


def test_an_address_given_goes_with_its_list(tmp_path: Path) -> None:
    home, clock = Played(tmp_path, [set()]), Clock(1)
    watched(home, clock, "un-sc", addresses={"mine": "https://intranet.example/mine.csv"})
    assert home.asked == [(["un-sc"], ["mine"])]


def test_which_lists_are_watched_is_settled_at_the_beginning(tmp_path: Path) -> None:
    home = Played(tmp_path, [])
    with pytest.raises(InputError, match="where mine is published is not known"):
        watch(home, ["mine"], addresses={}, accept_loss=False, every=HOUR, told=lambda *_: None)
    assert home.asked == []


@pytest.mark.parametrize(
    ("every", "failures", "seconds"),
    [
        (HOUR, 0, HOUR),
        (HOUR, 1, 2 * HOUR),
        (HOUR, 4, 16 * HOUR),
        (HOUR, 5, DAY),
        (HOUR, 10_000, DAY),
        # What is asked for less than daily is not asked for more often when it fails.
        (3 * DAY, 0, 3 * DAY),
        (3 * DAY, 7, 3 * DAY),
    ],
)
def test_the_pace_halves_with_each_failure_down_to_once_a_day(
    every: float, failures: int, seconds: float
) -> None:
    assert pace(every, failures) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"), [("60s", 60), ("15m", 900), ("1h", HOUR), (" 2 H ", 2 * HOUR), ("1d", DAY)]
)
def test_a_time_is_read(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "h", "1", "1.5h", "-1h", "1w", "٣h", "1h30m", "9999999h"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no time: write 15m, 1h or 1d"):
        seconds_of(text)


@pytest.mark.parametrize("text", ["0h", "59s", "0d"])
def test_publishers_are_not_asked_more_often_than_once_a_minute(text: str) -> None:
    with pytest.raises(InputError, match="is too short"):
        seconds_of(text)


def test_of_what_may_be_done_by_one_only_the_second_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    with (
        alone(path, "the work"),
        pytest.raises(StoreError, match="the work is running already"),
        alone(path, "the work"),
    ):
        raise AssertionError("two at once")
    with alone(path, "the work"):
        pass


def test_a_lock_goes_with_the_process_that_held_it(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    code = (
        "import os, sys; from pathlib import Path; from namesake.service.turns import alone\n"
        "with alone(Path(sys.argv[1]), 'x'): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, path]).returncode == 9
    with alone(path, "x"):
        pass


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Service]:
    """A home in which an update is running."""
    service = Service(tmp_path)
    with alone(tmp_path / "updating.lock", "x"):
        yield service


def test_two_updates_never_run_at_once(busy: Service) -> None:
    with pytest.raises(StoreError, match="another `namesake lists update` is running already"):
        busy.update(["un-sc"])


def test_two_watches_never_run_at_once(tmp_path: Path) -> None:
    home = Played(tmp_path, [])
    with (
        alone(tmp_path / "watching.lock", "x"),
        pytest.raises(StoreError, match="--watch` is running already"),
    ):
        watch(home, ["un-sc"], addresses={}, accept_loss=False, every=HOUR, told=lambda *_: None)
