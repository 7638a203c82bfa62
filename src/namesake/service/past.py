"""What lists said before: two editions compared, one party over time, everybody of a day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from namesake.errors import InputError, NoListError
from namesake.model.coding import to_json
from namesake.model.dates import strict_day
from namesake.model.edition import Edition, Holding
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.model.values import PartyId
from namesake.screening.former import last_days, very_same
from namesake.screening.result import Hit
from namesake.screening.standing import listed_by, standing
from namesake.service.clock import freshness

if TYPE_CHECKING:
    from namesake.service.home import Service
    from namesake.store.course import Course
    from namesake.store.differences import ListDiff

__all__ = [
    "Compared",
    "ExportFormat",
    "Listed",
    "Told",
    "compared",
    "found_editions",
    "holdings_of",
    "listed",
    "told",
    "written",
]

_LEAST: Final = 6
_CHECKSUM: Final = re.compile(rf"[0-9a-f]{{{_LEAST},64}}")
_TOO_SHORT: Final = re.compile(rf"[0-9a-f]{{1,{_LEAST - 1}}}")
_MOST_CHOICES: Final = 10


class ExportFormat(StrEnum):
    """The formats that a list is written in."""

    FTM = "ftm"
    CSV = "csv"
    JSON = "json"


class Compared(NamedTuple):
    """Two editions of a list compared.

    Attributes:
        notes: a sentence for each thing that a reader could take for granted and should not.
    """

    difference: ListDiff
    notes: tuple[str, ...]


class Told(NamedTuple):
    """What became of a party.

    Attributes:
        courses: on each list that ever had it; empty where the name asked about is not surely one party's.
        choices: the parties it may mean, best first, where that is open.
        by_name: the hit that a name led by to the party; None where its id was asked about.
        more: how many further parties it may mean.
        warnings: as answers about now have them, of the lists of these courses.
    """

    courses: tuple[Course, ...]
    choices: tuple[Hit, ...] = ()
    by_name: Hit | None = None
    more: int = 0
    warnings: tuple[str, ...] = ()


class Listed(NamedTuple):
    """Everybody on a list on a day.

    Attributes:
        editions: what the list then stood on.
        parties: by id; computed as they are taken.
        warnings: as answers have them.
    """

    editions: tuple[Edition, ...]
    parties: Iterator[Party]
    warnings: tuple[str, ...]


def compared(home: Service, list_id: str, first: str | dt.date, second: str | dt.date) -> Compared:
    """What `Service.diff` does."""
    holdings = holdings_of(home, list_id)
    (earlier, *said), (later, *said_too) = (_edition(holdings, one) for one in (first, second))
    notes = [*said, *said_too]
    if earlier == later:
        notes.append(f"both are the edition {_which(earlier)}, so nothing differs")
    elif _place(holdings, earlier) > _place(holdings, later):
        notes.append(
            f"the edition {_which(earlier, later)} is the later one of the two: this looks back in time"
        )
    if earlier.format != later.format:
        notes.append(
            f"the editions are of two layouts ({earlier.format} and {later.format}), which don't hold the "
            "same facts: some of what differs may be no news"
        )
    return Compared(home.store().compared(earlier, later), tuple(dict.fromkeys(notes)))


def told(home: Service, party: str, *, as_of: str | dt.date | None) -> Told:
    """What `Service.history` does."""
    from namesake.store.history import timeline

    if not home.has_store():
        home.snapshot()  # It says what to do.
    store = home.store()
    holdings = timeline(store.editions())

    def warnings(courses: Iterable[Course]) -> tuple[str, ...]:
        return standing(holdings, [one.list for one in courses], None, freshness(home.today)).warnings

    if courses := store.courses(PartyId(party)):
        return Told(courses, warnings=warnings(courses))
    of_list = [held for held in holdings if held.edition.list == party.partition(":")[0]]
    if ":" in party and of_list:
        unused = sum(held.span is None and not held.current for held in of_list)
        aside = (
            f"; editions held that are not in use: {unused}, as `namesake lists show` tells" if unused else ""
        )
        raise InputError(
            f"no edition in use has a party {party!r}{aside}; ids are shown with every hit, and a name can "
            "be given in place of an id"
        )
    hits, more = _hits(home, party, as_of)
    if len(hits) == 1 and _is_same(hits[0]):
        courses = store.courses(hits[0].party.id)
        return Told(courses, by_name=hits[0], warnings=warnings(courses))
    return Told((), hits, more=more)


def listed(home: Service, list_id: str, as_of: str | dt.date | None) -> Listed:
    """What `Service.listed` does."""
    holdings = holdings_of(home, list_id)
    of = holdings[0].edition.list
    day = strict_day(as_of, what="as-of day") if as_of is not None else None
    if day is not None and all(held.span is None for held in holdings):
        raise InputError(
            f"no edition of {of} has a date, so nobody can say who was on it on {day}: give a file its "
            f"day with `namesake lists add FILE --list {of} --published YYYY-MM-DD`, or leave out --as-of"
        )
    stands = standing(holdings, (of,), day, freshness(home.today))
    editions = tuple(held.edition for held in holdings)

    def parties() -> Iterator[Party]:
        for history in home.store().histories(editions):
            # Where an undated edition holds beside a dated one the later one goes first.
            said = [version.party for version in history.versions if version.holds_on(day)][-1:]
            for party in said:
                then = listed_by(party, day) if day is not None and of in stands.early else party
                if then is not None:
                    yield then

    return Listed(stands.editions, parties(), stands.warnings)


def written(parties: Iterable[Party], form: ExportFormat) -> Iterator[bytes]:
    """The parties as lines of a file: FollowTheMoney entities, rows of a CSV, or the parties' own JSON.

    Each of the three is read back: the first two as lists, by their readers; a line of the last by
    `namesake.model.coding.from_json(line, Party)`, with nothing lost.
    """
    from namesake.sources import csv_export, ftm_export

    match form:
        case ExportFormat.FTM:
            yield from ftm_export.write(parties)
        case ExportFormat.CSV:
            yield from csv_export.write(parties)
        case ExportFormat.JSON:
            yield from (to_json(party) + b"\n" for party in parties)


def found_editions(editions: Sequence[Edition], wanted: str) -> list[Edition]:
    """Those of the editions that a day, or the beginning of a checksum, names.

    Raises:
        InputError: it can name none.
    """
    if _CHECKSUM.fullmatch(wanted):
        return [edition for edition in editions if edition.sha256.startswith(wanted)]
    if _TOO_SHORT.fullmatch(wanted):
        raise InputError(
            f"{wanted!r} names no edition: write its day as YYYY-MM-DD, or at least the first {_LEAST} "
            "characters of its checksum, as `namesake lists show LIST` has them"
        )
    day = strict_day(wanted, what="day of an edition")
    return [edition for edition in editions if edition.published == day]


def holdings_of(home: Service, list_id: str) -> list[Holding]:
    """The editions held of a list, and when each holds; an error that says what to do where none is."""
    from namesake.store.history import timeline

    if not home.has_store():
        home.snapshot()
    editions = home.store().editions()
    found = [held for held in timeline(editions) if held.edition.list == list_id]
    if not found:
        known = ", ".join(dict.fromkeys(str(edition.list) for edition in editions))
        if not known:
            raise NoListError("no list is held: `namesake lists update` fetches the authorities' lists")
        raise InputError(f"list {list_id!r} is not held; the lists held are {known}")
    return found


def _edition(holdings: Sequence[Holding], asked: str | dt.date) -> tuple[Edition, *tuple[str, ...]]:
    """The edition that a day or a checksum means, and what has to be said of it."""
    wanted = str(asked).strip().lower()
    editions = [held.edition for held in holdings]
    named = found_editions(editions, wanted)
    if _CHECKSUM.fullmatch(wanted):
        if not named:
            raise InputError(f"no edition of {editions[0].list} has a checksum that begins with {wanted}")
        if len({edition.sha256 for edition in named}) > 1:
            raise InputError(f"{wanted} begins the checksums of several editions: write more of it")
        return (named[-1],)
    day = strict_day(wanted, what="day of an edition")
    if len(named) > 1:
        others = ", ".join(edition.sha256[:8] for edition in named[:-1])
        return named[-1], (
            f"{len(named)} editions of {day} are held, and the last of them is compared; the checksum of "
            f"another ({others}) can be given in place of the day"
        )
    valid = [held.edition for held in holdings if held.span is not None and day in held.span]
    if not valid:
        raise InputError(
            f"no edition of {editions[0].list} has a date, so none is of {day}: name them by checksum, as "
            f"`namesake lists show {editions[0].list}` has them"
        )
    (edition,) = valid
    if named:
        return (edition,)
    if edition.published is not None and day < edition.published:
        return edition, f"no edition of {day} is held: the first one held, {_which(edition)}, is taken for it"
    return edition, f"no edition of {day} is held: the one valid that day, {_which(edition)}, is taken for it"


def _which(edition: Edition, beside: Edition | None = None) -> str:
    if edition.published is None:
        return f"without a date ({edition.sha256[:8]})"
    same_day = beside is not None and beside.published == edition.published and beside != edition
    return f"of {edition.published}" + (f" ({edition.sha256[:8]})" if same_day else "")


def _place(holdings: Sequence[Holding], edition: Edition) -> int:
    return [held.edition for held in holdings].index(edition)


def _hits(home: Service, name: str, as_of: str | dt.date | None) -> tuple[tuple[Hit, ...], int]:
    """Whom a name means, best first, and how many more.

    On that day; or now and when the lists last had such names. Where anybody has or had just that name, of
    those before only these count, and those now only if one of them has just it.
    """
    policy = Policy()
    screener = home.screener(policy, compiled=False)
    now = screener.screen(name, as_of=as_of, limit=_MOST_CHOICES)
    days = last_days(screener.snapshot, name, policy.threshold) if as_of is None else []
    past = [screener.screen(name, as_of=day, limit=_MOST_CHOICES) for day in days]
    hits, more = list(now.hits), now.more
    before = [hit for one in past for hit in one.hits]
    if any(map(_is_same, [*hits, *before])):
        if not any(map(_is_same, hits)):
            hits, more = [], 0
        before = list(filter(_is_same, before))
    else:
        more = max([more, *(one.more for one in past)])
    best: dict[PartyId, Hit] = {}
    for hit in sorted([*hits, *before], key=lambda hit: (not _is_same(hit), -hit.score)):
        best.setdefault(hit.party.id, hit)
    found = tuple(best.values())
    return found[:_MOST_CHOICES], len(found[_MOST_CHOICES:]) + more


def _is_same(hit: Hit) -> bool:
    """Whether every part of the name is the very same as in the listed one."""
    return very_same(hit.evidence)
