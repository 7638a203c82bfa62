"""Which editions an answer stands on, and what has to be said about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from namesake.index.snapshot import Snapshot
from namesake.model.edition import Edition, Holding
from namesake.model.party import Party
from namesake.model.values import ListId, Name

__all__ = [
    "Closing",
    "Freshness",
    "Standing",
    "age_of",
    "as_all_have_it",
    "listed_by",
    "newest",
    "party_then",
    "standing",
    "under",
]


class Closing(NamedTuple):
    """The end of a list.

    Attributes:
        since: the day from which no edition comes any more.
        successor: the list that goes on in its place.
    """

    since: dt.date
    successor: ListId


class Freshness(NamedTuple):
    """The day on which somebody asks, and how long an edition of each list usually stays the newest.

    Attributes:
        today: the day.
        cadences: days by list, for the lists of which that is known.
        closings: of the lists that are closed, or will be.
    """

    today: dt.date
    cadences: tuple[tuple[ListId, int], ...] = ()
    closings: tuple[tuple[ListId, Closing], ...] = ()

    def closed(self, name: ListId) -> Closing | None:
        """The end of a list that is closed by that day; None for one that is not."""
        closing = dict(self.closings).get(name)
        return closing if closing is not None and self.today >= closing.since else None

    def overdue(self, edition: Edition) -> int | None:
        """How many days old the edition is, where that is more than its publisher usually lets it become.

        None for one of a closed list: no other comes.
        """
        if self.closed(edition.list) is not None:
            return None
        age, usual = age_of(edition, self.today), dict(self.cadences).get(edition.list)
        return age if age is not None and usual is not None and age > usual else None


def age_of(edition: Edition, today: dt.date) -> int | None:
    """How many days ago the edition was published; of an undated one, how many ago it came at the latest.

    None for an undated one that was never stored.
    """
    day = edition.published or (dt.date.fromisoformat(edition.received[:10]) if edition.received else None)
    return max((today - day).days, 0) if day is not None else None


def newest(name: ListId, fresh: Freshness | None) -> str:
    """What to do to have what a list says now, as the end of a sentence."""
    if fresh is not None and (closing := fresh.closed(name)) is not None:
        other = closing.successor
        return f"fetch {other}, which goes on in its place, with `namesake lists update {other}`"
    if fresh is not None and name in dict(fresh.cadences):
        return f"fetch the newest edition with `namesake lists update {name}`"
    return f"add the newest edition with `namesake lists add FILE --list {name}`"


class Standing(NamedTuple):
    """The editions of the lists in scope on a day.

    Attributes:
        editions: those that are valid, by list.
        early: lists of which no edition of that day is held: the first one held is used, less what it
            says was listed later.
        warnings: a sentence for each thing that a reader could take for granted and should not.
        asked_on: the day on which was asked; None where nobody said.
    """

    editions: tuple[Edition, ...]
    early: frozenset[ListId]
    warnings: tuple[str, ...]
    asked_on: dt.date | None = None


def standing(
    holdings: Iterable[Holding],
    scope: Iterable[ListId],
    day: dt.date | None,
    fresh: Freshness | None = None,
) -> Standing:
    """What an answer as of `day` stands on; None asks about now.

    With `fresh` it warns of lists that are overdue, or were on a day of the past, and of a day to come.
    """
    editions: list[Edition] = []
    early: set[ListId] = set()
    warnings: list[str] = []
    wanted = frozenset(scope)
    if fresh is not None and day is not None and day > fresh.today:
        warnings.append(
            f"{day} lies in the future: nobody knows what the lists will say then, and the newest editions "
            "held are used"
        )
    of_list: dict[ListId, list[Holding]] = {}
    for held in holdings:
        if held.edition.list in wanted:
            of_list.setdefault(held.edition.list, []).append(held)
    for name in sorted(of_list):
        valid = [held.edition for held in of_list[name] if _holds(held, day)]
        editions += valid
        if fresh is not None:
            warnings += _overdue(name, valid, fresh, day, of_list)
        dated = [held.edition.published for held in of_list[name] if held.edition.published]
        if day is not None and dated and day < min(dated):
            early.add(name)
            warnings.append(
                f"{name}: no edition of {day} is held; the first one held, of {min(dated)}, is used, "
                "without what it says was listed later. Parties delisted in between are missing"
            )
        undated = [held for held in of_list[name] if held.edition.published is None]
        if undated and day is not None and not dated:
            warnings.append(
                f"{name}: the edition held carries no published date, so the list was not screened "
                f"as of {day}; add it with --published"
            )
        elif any(held.current for held in undated):
            fate = "is screened as current" if day is None else f"is not screened as of {day}"
            beside = ", beside the newest dated one" if dated and day is None else ""
            warnings.append(
                f"{name}: an edition without a published date {fate}{beside}; "
                "add it with --published to place it in time"
            )
    warnings += [remark for edition in editions for remark in _remarks(edition)]
    asked_on = fresh.today if fresh is not None else None
    return Standing(tuple(editions), frozenset(early), tuple(warnings), asked_on)


def party_then(
    snapshot: Snapshot, version: int, day: dt.date | None, stands: Standing, programmes: Sequence[str]
) -> Party | None:
    """The party as this version has it; None when it was not listed yet, or under no programme wanted.

    Args:
        snapshot: the index that holds the version.
        version: its number there.
        day: the day asked about; None for now.
        stands: what the lists say of that day.
        programmes: those wanted; none means all.
    """
    party: Party | None = snapshot.party(version)
    if party is not None and day is not None and party.list in stands.early:
        party = listed_by(party, day)
    return under(party, programmes) if party is not None and programmes else party


def under(party: Party, programmes: Sequence[str]) -> Party | None:
    """The party where it is listed under one of these programmes, or none is asked for; else None."""
    if not programmes or any(one.programme in programmes for one in party.designations):
        return party
    return None


def as_all_have_it(versions: Sequence[Party]) -> Party:
    """One party as all of these versions of it have it, what the first says first.

    Editions of which none is known to be the later: what either says may hold.
    """
    first, *others = versions
    if not others:
        return first
    names: dict[str, Name] = {}
    for name in (name for party in versions for name in party.names):
        names.setdefault(name.text, name)
    every = {
        field: tuple(dict.fromkeys(value for party in versions for value in getattr(party, field)))
        for field in first.__struct_fields__
        if isinstance(getattr(first, field), tuple)
    }
    return msgspec.structs.replace(first, **{**every, "names": tuple(names.values())})


def listed_by(party: Party, day: dt.date) -> Party | None:
    """The party with the designations it had by `day`; None when it had none yet.

    A designation without a date counts: leaving it out could hide somebody who was listed.
    """
    kept = tuple(one for one in party.designations if not (one.listed_on and one.listed_on.earliest > day))
    if kept == party.designations:
        return party
    return msgspec.structs.replace(party, designations=kept) if kept else None


def _overdue(
    name: ListId, valid: Sequence[Edition], fresh: Freshness, day: dt.date | None, screened: Container[ListId]
) -> Iterator[str]:
    """What has to be said when even the youngest of a list's valid editions is overdue, or was on the day.

    Or when the list was closed by then; `screened` are the lists screened beside it, perhaps its successor.
    """
    past = day is not None and day < fresh.today
    then = fresh._replace(today=day) if day is not None and past else fresh
    if valid and (closing := then.closed(name)) is not None:
        instead = (
            f"{closing.successor}, which is screened too, goes on in its place"
            if closing.successor in screened
            else newest(name, then)
        )
        told = f"the list was closed on {closing.since}, and who came or went since is not on it"
        yield f"{name}: {told}: {instead}"
        return
    late = [(then.overdue(edition), edition) for edition in valid]
    ages = [(age, edition) for age, edition in late if age is not None]
    if not ages or len(ages) < len(late):
        return
    age, youngest = min(ages, key=lambda one: one[0])
    which = f"of {youngest.published}" if youngest.published else "without a date"
    usual = dict(fresh.cadences)[name]
    often = f"its publisher usually brings out another within {usual} day{'' if usual == 1 else 's'}"
    if past:
        yield (
            f"{name}: the edition {which} was {age:,} days old on {day}, and {often}: who came or went in "
            "between is not known; `namesake lists add` takes in an edition of that time"
        )
    else:
        yield f"{name}: the edition {which} is {age:,} days old, and {often}: {newest(name, fresh)}"


def _remarks(edition: Edition) -> Iterator[str]:
    """What an answer lacks because its edition does: fail closed, so it is said each time."""
    if lost := edition.records - edition.parties:
        were = "record was" if lost == 1 else "records were"
        yield (
            f"{edition.list}: {lost:,} {were} not readable in this edition, and nobody is found by them; "
            f"`namesake lists show {edition.list}` says why"
        )
    if edition.lacks:
        yield (
            f"{edition.list}: a partial edition, whose file can't hold {', '.join(edition.lacks)}; "
            "what earlier editions said of those is used, where any is held"
        )


def _holds(held: Holding, day: dt.date | None) -> bool:
    return held.current if day is None else held.span is not None and day in held.span
