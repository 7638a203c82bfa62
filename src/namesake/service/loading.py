"""List files taken in: as an edition to be kept, or straight into a screener in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from namesake.errors import InputError
from namesake.model.dates import strict_day
from namesake.model.edition import Edition, Problem
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.screening.screener import Screener
from namesake.screening.standing import Freshness
from namesake.service.clock import freshness, today

if TYPE_CHECKING:
    from namesake.index.snapshot import Snapshot
    from namesake.model.ownership import Ownership
    from namesake.sources.reading import Reading
    from namesake.sources.recognition import Delivery

__all__ = ["load", "not_ahead", "opened", "ownership", "starter"]

_AHEAD: Final = dt.timedelta(days=1)  # Where the publisher is, it may be tomorrow.


def load(
    *paths: str | Path,
    published: str | dt.date | None = None,
    as_list: str | None = None,
    policy: Policy | None = None,
    compiled: bool = True,
    today: dt.date | None = None,
) -> Screener:
    """A screener on these files, in memory; nothing is kept.

    Args:
        paths: list files, or folders that hold the files of one edition (a CSV trio) or several editions.
        published: the day of publication for files that carry none.
        as_list: the list that the files are editions of, where their content does not say.
        policy: how to screen.
        compiled: as `Screener` takes it.
        today: the day that lists are said to be overdue on; by default what the clock says.

    Raises:
        ListError: a file can't be read; the message names it. InputError: a path or value can't be used.
    """
    from namesake.sources.recognition import deliveries

    if not paths:
        raise InputError("there is nothing to load: give at least one list file")
    read: list[tuple[Edition, dict[str, Party]]] = []
    for path in paths:
        for delivery in deliveries(Path(path)):
            reading, edition = opened(delivery, as_list, published)
            edition, parties = _consumed(reading, edition)
            if all(edition.sha256 != other.sha256 or edition.list != other.list for other, _ in read):
                read.append((edition, parties))
    return Screener(_in_memory(read), policy, compiled=compiled, freshness=freshness(today))


def ownership(path: str | Path) -> Ownership:
    """Who owns whom, from a file, for `Screener.screen`.

    FollowTheMoney JSON lines with `Ownership` entities, statements of the Beneficial Ownership Data Standard
    0.4, or a CSV with the columns owner, owned and share.

    Raises:
        InputError: the file can't be read, or is none of these.
    """
    from namesake.sources.ownership_files import read_ownership

    return read_ownership(path)


def starter(policy: Policy | None = None, *, compiled: bool = False) -> Screener:
    """A screener on the embedded starter list: for trying out, not for compliance.

    `compiled` as `Screener` takes it.
    """
    from namesake.sources.starter import NOTICE, starter_editions

    # It is never overdue, but ownership is asked about on some day.
    fresh = Freshness(today())
    return Screener(_in_memory(starter_editions(), notice=NOTICE), policy, compiled=compiled, freshness=fresh)


def opened(
    delivery: Delivery, as_list: str | None, published: str | dt.date | None
) -> tuple[Reading, Edition]:
    """The delivery being read, and its edition as far as the header tells."""
    from namesake.sources.catalogue import list_id
    from namesake.sources.recognition import reading_of

    day = strict_day(published, what="published day") if published is not None else None
    reading = reading_of(delivery, list_id(as_list) if as_list is not None else None)
    if day and reading.published and day != reading.published:
        raise InputError(
            f"{delivery.name} dates itself {reading.published}, not {day}: leave --published out for it"
        )
    dated = reading.published or day
    not_ahead(dated, delivery.name)
    edition = Edition(
        list=reading.list,
        sha256=delivery.sha256,
        format=reading.format,
        published=dated,
        moment=reading.moment,
        lacks=reading.lacks,
    )
    return reading, edition


def not_ahead(dated: dt.date | None, name: str) -> None:
    """`InputError` where an edition would be of a day to come."""
    if dated and dated > dt.datetime.now(dt.UTC).date() + _AHEAD:
        raise InputError(
            f"{name} would be an edition of {dated}, which lies in the future, and no later one "
            "could replace it: check the date, or this computer's clock"
        )


def _consumed(reading: Reading, edition: Edition) -> tuple[Edition, dict[str, Party]]:
    from msgspec.structs import replace

    parties: dict[str, Party] = {}
    problems = 0
    for record in reading.records:
        if isinstance(record, Problem):
            problems += 1
        else:
            parties[record.id] = record
    received = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    counted = replace(
        edition, received=received, records=reading.seen, parties=len(parties), problems=problems
    )
    return counted, parties


def _in_memory(read: Sequence[tuple[Edition, dict[str, Party]]], *, notice: str | None = None) -> Snapshot:
    from namesake.index.building import build
    from namesake.index.linked import with_links
    from namesake.network.links import find_links
    from namesake.store.history import history, timeline

    holdings = timeline(edition for edition, _ in read)
    of_edition = {(edition.list, edition.sha256): parties for edition, parties in read}
    histories = []
    for name in sorted({edition.list for edition, _ in read}):
        of_list = [held for held in holdings if held.edition.list == name]
        said: dict[str, dict[str, Party]] = {}
        for held in of_list:
            for id, party in of_edition[name, held.edition.sha256].items():
                said.setdefault(id, {})[held.edition.sha256] = party
        histories += [history(id, of_list, parties) for id, parties in said.items()]  # type: ignore[arg-type]
    snapshot = build([one for one in histories if one is not None], holdings, notice=notice)
    return with_links(snapshot, find_links(snapshot))
