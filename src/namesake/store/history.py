"""What a list said on which day, computed from the set of its editions and never from their arrival.

The rules, for the editions of one list:

* A dated edition holds from the day it was published until the next one was. The first holds for the time
  before it too, because nothing better is held; the last is open-ended and is what the list says now.
* Of several published on one day one holds: rather a complete one than a partial one, then the one with
  the latest time stamp of the publisher's, then the one received last. Where the publisher gives time
  stamps that tell them apart, no order of arrival changes this.
* An undated edition holds on no day. What was received on a day was published no later: so the undated
  edition received last counts as said now, beside the newest dated one, until an edition published on or
  after the day it was received supersedes it.
* A partial edition, one whose file can't carry some kinds of facts, leaves those standing as the list last
  gave them (`partial.merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from namesake.model.edition import Edition, Holding, PartyHistory, Span, Version
from namesake.model.party import Party
from namesake.model.values import PartyId
from namesake.store.partial import merge

__all__ = ["as_filled", "day_of", "history", "in_order", "instant", "of_one_day", "timeline"]


def day_of(edition: Edition) -> dt.date:
    """The day an edition takes its place in time by: published, or received where nobody knows that.

    An edition never stored has no time of receipt, and comes after all others: it is just being read.
    """
    if edition.published is not None:
        return edition.published
    return dt.date.fromisoformat(edition.received[:10]) if edition.received else dt.date.max


def in_order(editions: Iterable[Edition]) -> list[Edition]:
    """The editions by list and time: the one order that everything here goes by."""
    return sorted(editions, key=_place)


def of_one_day(edition: Edition, others: Iterable[Edition]) -> list[Edition]:
    """The editions of its list published on its day, itself among them: the last holds, the others not."""
    return [
        one
        for one in in_order({edition, *others})
        if (one.list, one.published) == (edition.list, edition.published) and one.published is not None
    ]


def timeline(editions: Iterable[Edition]) -> tuple[Holding, ...]:
    """For each edition, by list and time, when it holds."""
    holdings: list[Holding] = []
    for _, of_list in groupby(in_order(editions), key=lambda edition: edition.list):
        holdings += _timeline_of_one_list(list(of_list))
    return tuple(holdings)


def history(id: PartyId, holdings: Sequence[Holding], said: Mapping[str, Party]) -> PartyHistory | None:
    """What one list said of one party over time; None when it says nothing of it on any day or now.

    Args:
        id: the party.
        holdings: of its list, as `timeline` gives them.
        said: what each edition that has the party says of it, by the edition's checksum.
    """
    versions: list[Version] = []
    for held, party in as_filled(holdings, said):
        if held.span is not None or held.current:
            spans = (held.span,) if held.span else ()
            _put_in(versions, Version(party, spans, held.current))
    return PartyHistory(id, tuple(versions)) if versions else None


def as_filled(holdings: Iterable[Holding], said: Mapping[str, Party]) -> Iterator[tuple[Holding, Party]]:
    """Each edition that has a party, with what it says of it and, where it is partial, leaves standing.

    Args:
        holdings: of the party's list, as `timeline` gives them.
        said: as `history` takes it.
    """
    dated: Party | None = None
    undated: Party | None = None  # since the last dated edition that has the party
    for held in holdings:
        party = said.get(held.edition.sha256)
        if party is None:
            continue
        if held.edition.lacks:
            # A party that was gone for a while comes back with what the list last said of it.
            for before in (undated, dated):
                party = party if before is None else merge(party, before, held.edition.lacks)
        if held.edition.published is None:
            undated = party
        else:
            dated, undated = party, None
        yield held, party


def _place(edition: Edition) -> tuple[str, dt.date, bool, str, bool, str, str, str]:
    # An undated edition stands before the dated ones of the day it was received: they supersede it.
    undated = edition.published is None
    return (
        edition.list,
        day_of(edition),
        not undated,
        edition.received if undated else "",
        not edition.lacks,
        instant(edition.moment),
        edition.received,
        edition.sha256,
    )


def instant(moment: str | None) -> str:
    """A publisher's time stamp as one that sorts, whatever time zone it is told in."""
    try:
        told = dt.datetime.fromisoformat(moment or "")
    except ValueError:
        return moment or ""
    aware = told if told.tzinfo else told.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _timeline_of_one_list(editions: list[Edition]) -> list[Holding]:
    # Of those published on one day only the last is left: a later value replaces an earlier one.
    on_day = {edition.published: edition for edition in editions if edition.published is not None}
    starts = [None, *list(on_day)[1:]]
    ends = [*starts[1:], None]
    spans = {e: Span(*span) for e, *span in zip(on_day.values(), starts, ends, strict=False)}
    newest = next(reversed(on_day.values()), None)
    # An undated edition at the end of the order has no edition published on or after its day behind it.
    return [Holding(edition, spans.get(edition), edition in (newest, editions[-1])) for edition in editions]


def _put_in(versions: list[Version], said: Version) -> None:
    """Add what was said, or to the version that says the same the time in which it was said again."""
    for place, version in enumerate(versions):
        if version.party == said.party:
            spans = version.spans
            if spans and said.spans and spans[-1].end == said.spans[0].start:
                joined = (*spans[:-1], Span(spans[-1].start, said.spans[0].end))
            else:
                joined = (*spans, *said.spans)
            versions[place] = Version(version.party, joined, version.current or said.current)
            return
    versions.append(said)
