"""The one place that reads the clock for answers: the engine is told the day."""

from __future__ import annotations

import datetime as dt

from namesake.screening.standing import Closing, Freshness

__all__ = ["freshness", "today"]


def today() -> dt.date:
    """The day it is where this computer is."""
    return dt.datetime.now(dt.UTC).astimezone().date()


def freshness(day: dt.date | None = None) -> Freshness:
    """What tells an answer given on `day`, by default today, how old a list may be, and which are closed."""
    from namesake.sources.catalogue import ENTRIES

    return Freshness(
        day or today(),
        tuple((name, one.cadence_days) for name, one in ENTRIES.items()),
        tuple(
            (name, Closing(one.closed, one.successor))
            for name, one in ENTRIES.items()
            if one.closed is not None and one.successor is not None
        ),
    )
