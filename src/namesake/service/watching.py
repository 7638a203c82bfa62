"""Fetching again and again, each list at its own pace."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from namesake.errors import InputError, NamesakeError, SnapshotError, StoreError
from namesake.model.values import ListId
from namesake.service.turns import alone
from namesake.service.updates import Updated, wanted

if TYPE_CHECKING:
    from namesake.service.home import Service

__all__ = ["LEAST", "pace", "seconds_of", "watch"]

LEAST: Final = 60.0
"""Seconds between two questions to a publisher."""

_DAY: Final = 86_400.0
_A_MOMENT: Final = 0.1
_INTERVAL: Final = re.compile(r"([0-9]{1,6}) ?(s|m|h|d)")
_UNITS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": _DAY}


def seconds_of(text: str) -> float:
    """How long `90s`, `15m`, `1h` or `1d` is.

    Raises:
        InputError: it is none of these, or shorter than publishers may be asked.
    """
    found = _INTERVAL.fullmatch(text.strip().lower())
    if not found:
        raise InputError(f"{text!r} is no time: write 15m, 1h or 1d")
    seconds = int(found[1]) * _UNITS[found[2]]
    if seconds < LEAST:
        raise InputError(f"{text!r} is too short: publishers are asked once a minute at most")
    return seconds


def pace(every: float, failures: int) -> float:
    """Seconds until a list is asked for again: twice as long with each failure in a row, up to a day."""
    return min(every * 2.0 ** min(failures, 30), max(every, _DAY))


def watch(
    home: Service,
    lists: Sequence[str],
    *,
    addresses: Mapping[str, str],
    accept_loss: bool,
    every: float,
    told: Callable[[Sequence[Updated], NamesakeError | None], None],
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Update the lists for ever, each `every` so many seconds, and build the index after each change.

    An exception of `sleep`, or one raised in its course by a signal, ends it; what is held then is whole.

    Args:
        home: whose lists.
        lists: as `Service.update` takes them; which they are is settled at the beginning.
        addresses: the same.
        accept_loss: the same.
        every: seconds.
        told: called after each round with what became of each list, or with what kept the store from it.
        sleep: waits so many seconds.
        clock: seconds since whenever.

    Raises:
        InputError: a list without a known address.
        StoreError: another watch is running.
    """
    names = [one.list for one in wanted(home, lists, addresses)]
    due: dict[ListId, float] = dict.fromkeys(names, clock())
    failures: dict[ListId, int] = dict.fromkeys(names, 0)
    with alone(home.home / "watching.lock", "another `namesake lists update --watch`"):
        while True:
            now = [name for name in names if due[name] <= clock()]
            if not now:  # woken early
                sleep(_A_MOMENT)
                continue
            failed = set(now)
            try:
                updates = home.update(
                    [name for name in now if name not in addresses],
                    addresses={name: addresses[name] for name in now if name in addresses},
                    accept_loss=accept_loss,
                )
                if any(one.changed for one in updates):
                    home.snapshot()
                failed = {one.list for one in updates if one.error is not None}
                told(updates, None)
            except (StoreError, SnapshotError) as error:  # In use, or the disk is full: that may pass.
                told((), error)
            for name in now:
                failures[name] = failures[name] + 1 if name in failed else 0
                due[name] = clock() + pace(every, failures[name])
            sleep(max(min(due.values()) - clock(), 0.0))
