"""What the faces do with lists and names: add editions, keep the index fresh, hand out a screener.

Opening a ready index touches neither a database nor a reader: those are imported by the calls that
need them.
"""

from __future__ import annotations

import datetime as dt
import secrets
import shutil
import tempfile
import time
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from namesake.errors import (
    InputError,
    ListError,
    LossyEditionError,
    NamesakeError,
    NoListError,
    SnapshotError,
    StoreError,
)
from namesake.model.dates import strict_day
from namesake.model.edition import Edition, Holding, Problem
from namesake.model.party import Link, Party
from namesake.model.policy import Policy
from namesake.model.values import ListId, PartyId
from namesake.screening.screener import Screener
from namesake.settings import home_folder
from namesake.store.marker import read_marker
from namesake.store.refusals import Refusal, read_refusals, with_refusals, write_refusals

if TYPE_CHECKING:
    from namesake.index.snapshot import Snapshot
    from namesake.model.ownership import Ownership
    from namesake.sources.fetch import Fetched, Limits, Wanted
    from namesake.sources.reading import Reading
    from namesake.sources.recognition import Delivery
    from namesake.store.database import Added, Store

__all__ = ["ListStatus", "Service", "Updated", "load", "ownership", "starter"]
_AHEAD: Final = dt.timedelta(days=1)  # Where the publisher is, it may be tomorrow.

_LONGEST_BUILD: Final = 3600.0  # seconds
_INCOMING: Final = "incoming-"


class ListStatus(NamedTuple):
    """A list that is held.

    Attributes:
        title: what its publisher calls it.
        editions: those held, oldest first.
        current: the ones that answers about now stand on.
    """

    id: str
    title: str
    authority: str
    editions: tuple[Edition, ...]
    current: tuple[Edition, ...]


class Updated(NamedTuple):
    """What became of a list that was to be fetched.

    Attributes:
        address: where from, fit for a message.
        added: the edition that came; None where none did.
        error: why nothing could be had or kept; None where all went well.
        reached: whether there was a connection to its publisher.
        current: the edition that answers now stand on; None where none is held.
        cadence_days: how often its publisher usually brings out another; None where that is not known.
    """

    list: ListId
    address: str
    added: Added | None
    error: NamesakeError | None
    reached: bool
    current: Edition | None
    cadence_days: int | None

    @property
    def changed(self) -> bool:
        """Whether an edition came that was not held."""
        return self.added is not None and not self.added.was_known


@dataclass(slots=True)
class Service:
    """One home folder: its store of editions and its index.

    Args:
        home: the folder; by default what the settings say.
        processes: how many build an index with many new names; a script that wants more than one must stand
            under `if __name__ == "__main__":`, because each reads it anew.
    """

    home: Path
    processes: int

    def __init__(self, home: Path | None = None, *, processes: int = 1) -> None:
        self.home = home or home_folder()
        self.processes = processes

    @property
    def store_path(self) -> Path:
        """The database with every edition as received."""
        return self.home / "editions.db"

    @property
    def index_folder(self) -> Path:
        """The folder with the published index."""
        return self.home / "index"

    def deliveries(self, path: Path) -> list[Delivery]:
        """The editions found at a path: a file, or a folder of files."""
        from namesake.sources.recognition import deliveries

        return deliveries(path)

    def add(
        self,
        delivery: Delivery,
        *,
        as_list: str | None = None,
        published: str | dt.date | None = None,
        accept_loss: bool = False,
    ) -> Added:
        """Keep one edition; `index` makes it count in answers.

        Args:
            delivery: its files.
            as_list: the list it is an edition of, where its content does not say.
            published: the day it was published, where its content does not say.
            accept_loss: keep it even if it lost too much against the edition before it.

        Raises:
            ListError: it can't be read; LossyEditionError: it lost too much; InputError: a value that
            contradicts the file; StoreError: the store can't be written.
        """
        reading, edition = _opened(delivery, as_list, published)
        return self._store().add(
            edition,
            [(file.name, file.raw) for file in delivery.files],
            reading.records,
            received=dt.datetime.now(dt.UTC),
            declared=reading.declared,
            leaves_out=reading.leaves_out,
            accept_loss=accept_loss,
        )

    def update(
        self,
        lists: Sequence[str] = (),
        *,
        addresses: Mapping[str, str] | None = None,
        accept_loss: bool = False,
        limits: Limits | None = None,
    ) -> list[Updated]:
        """Fetch the newest editions and keep what is new; `index` makes them count in answers.

        What can't be had or is refused costs no other list anything, and what is held of it goes on serving.

        Args:
            lists: which; by default those of `addresses`, or else those held whose publisher is known, or
                else all that are known.
            addresses: where to fetch a list from, instead of from its publisher.
            accept_loss: keep an edition even if it lost too much against the one before it.
            limits: of time and size.

        Raises:
            InputError: a list without a known address, or an address that may not be fetched from.
            StoreError: the store can't be opened or written.
        """
        from namesake.sources.catalogue import entry
        from namesake.sources.fetch import USUAL, UnreachableError, fetch_all, shown

        outcomes: dict[ListId, Added | NamesakeError | None] = {}
        wanted = self._wanted(lists, addresses or {})
        folder = self._incoming()
        try:
            for one, result in fetch_all(wanted, folder, limits or USUAL):
                try:
                    outcomes[one.list] = (
                        result if isinstance(result, NamesakeError) else self._take(one, result, accept_loss)
                    )
                except NamesakeError as error:
                    outcomes[one.list] = error
        finally:
            _remove(folder)
        current = {status.id: status.current[-1] for status in self.lists() if status.current}
        updates = []
        for one in wanted:
            outcome, known = outcomes[one.list], entry(one.list)
            failure = outcome if isinstance(outcome, NamesakeError) else None
            updates.append(
                Updated(
                    list=one.list,
                    address=shown(one.address),
                    added=None if isinstance(outcome, NamesakeError) else outcome,
                    error=failure,
                    reached=not isinstance(failure, UnreachableError),
                    current=current.get(one.list),
                    cadence_days=known.cadence_days if known else None,
                )
            )
        return updates

    def problems(self, edition: Edition) -> tuple[Problem, ...]:
        """What could not be read of an edition."""
        return self._store().problems(edition)

    def lists(self) -> list[ListStatus]:
        """The lists held, by name; none before the first is added."""
        if not self._has_store():
            return []
        from namesake.sources.catalogue import entry
        from namesake.store.history import timeline

        held: dict[str, list[Holding]] = {}
        for one in timeline(self._store().editions()):
            held.setdefault(one.edition.list, []).append(one)
        statuses = []
        for name, holdings in sorted(held.items()):
            known = entry(name)
            statuses.append(
                ListStatus(
                    id=name,
                    title=known.title if known else "a list of your own",
                    authority=known.authority if known else "",
                    editions=tuple(one.edition for one in holdings),
                    current=tuple(one.edition for one in holdings if one.current),
                )
            )
        return statuses

    def index(self) -> Snapshot:
        """Build the index of all editions held and publish it, atomically; the one before goes.

        What that one knows of the names it has is taken over, so that only new names take time.
        """
        from namesake.index.building import build
        from namesake.index.linked import with_links
        from namesake.network.links import find_links
        from namesake.store.history import timeline

        store = self._store()
        refusals = read_refusals(self.store_path)
        state = with_refusals(store.mark(), refusals) or ""
        editions = store.editions()
        snapshot = build(
            store.histories(editions),
            timeline(editions),
            state=state,
            known=self._published_snapshot(),
            processes=self.processes,
        )
        refused = frozenset((one.left, one.right) for one in refusals)
        snapshot = with_links(snapshot, find_links(snapshot, refused))
        snapshot.save(self.index_folder / snapshot.id)
        self._publish(snapshot.id)
        return snapshot

    def snapshot(self) -> Snapshot:
        """The published index, built anew first where the store has changed since.

        Raises:
            NoListError: no list was ever added.
        """
        if not self._has_store():
            raise NoListError(
                "no list is loaded yet. Load one with `namesake lists add FILE` (for instance OFAC's "
                "sdn.xml), or try the embedded starter list with --starter"
            )
        snapshot = self._published_snapshot()
        state = with_refusals(read_marker(self.store_path), read_refusals(self.store_path))
        if snapshot is None or snapshot.manifest.state != state:
            snapshot = self.index()
        if not snapshot.manifest.holdings:
            raise NoListError("no list is loaded yet. Load one with `namesake lists add FILE`")
        return snapshot

    def links(self, party: str | None = None) -> list[Link]:
        """The links between records of one party on several lists, of this party or all, by id.

        Raises:
            InputError: no list held has the party.
        """
        from namesake.index.linked import direct_links

        snapshot = self.snapshot()
        if party is not None:
            self._must_hold(snapshot, party)
        return [link for link in direct_links(snapshot) if party in (None, link.left, link.right)]

    def refused(self) -> tuple[Refusal, ...]:
        """The links refused by hand."""
        return read_refusals(self.store_path)

    def refuse_link(self, one: str, other: str, why: str) -> Refusal:
        """Hold two parties apart from now on, whatever looks alike; the index is built anew when next used.

        Raises:
            InputError: no reason is given, no list held has one of them, or both are one record.
        """
        snapshot = self.snapshot()
        for party in (one, other):
            self._must_hold(snapshot, party)
        if one == other or not why.strip():
            raise InputError("to hold two parties apart, name two of them, and say why with --why")
        left, right = sorted((PartyId(one), PartyId(other)))
        day = dt.datetime.now(dt.UTC).date().isoformat()
        refusal = Refusal(left, right, why.strip(), day)
        kept = [each for each in self.refused() if (each.left, each.right) != (left, right)]
        write_refusals(self.store_path, [*kept, refusal])
        return refusal

    def allow_link(self, one: str, other: str) -> None:
        """Take a refusal back.

        Raises:
            InputError: the two are not held apart.
        """
        left, right = sorted((one, other))
        refused = self.refused()
        kept = [each for each in refused if (each.left, each.right) != (left, right)]
        if len(kept) == len(refused):
            raise InputError(f"{left} and {right} are not held apart; `namesake lists links` shows who is")
        write_refusals(self.store_path, kept)

    @staticmethod
    def _must_hold(snapshot: Snapshot, party: str) -> None:
        if party not in {snapshot.party_ids[place] for place in range(len(snapshot.party_ids))}:
            raise InputError(f"no list held has a party {party!r}: give its id, for instance un-sc:QDi.006")

    def screener(self, policy: Policy | None = None, *, compiled: bool = True) -> Screener:
        """A screener on the published index; `compiled` as `Screener` takes it."""
        return Screener(self.snapshot(), policy, compiled=compiled)

    def _wanted(self, lists: Sequence[str], addresses: Mapping[str, str]) -> list[Wanted]:
        """The lists to fetch, each from where, and with the tag of what is held of it."""
        from namesake.sources.catalogue import AT_FIRST, ENTRIES, list_id
        from namesake.sources.fetch import Tag, Wanted
        from namesake.store.origins import read_origins

        held = frozenset(self._store().editions() if self._has_store() else ())
        known = {name: one.files[0] for name, one in ENTRIES.items() if one.files}
        known |= {list_id(name): address for name, address in addresses.items()}
        asked = (
            [list_id(name) for name in (*lists, *addresses)]
            or [name for name in known if any(edition.list == name for edition in held)]
            or [name for name in known if name in AT_FIRST]
        )
        origins = read_origins(self.store_path)
        wanted = []
        for name in dict.fromkeys(asked):
            if name not in known:
                raise InputError(
                    f"where {name} is published is not known (known are {', '.join(known)}): "
                    f"give its address with --from {name}=https://..."
                )
            origin = origins.get(name)
            of_held = origin is not None and origin.stands_for(known[name], held, name)
            tag = Tag(origin.etag, origin.modified) if origin is not None and of_held else Tag()
            wanted.append(Wanted(name, known[name], tag))
        return wanted

    def _incoming(self) -> Path:
        """A new folder beside the store for what comes; what a process that died left of one goes."""
        try:
            self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
            for item in self.home.glob(f"{_INCOMING}*"):
                if _is_left_over(item, ()):
                    _remove(item)
            return Path(tempfile.mkdtemp(prefix=_INCOMING, dir=self.home))
        except OSError as error:
            raise StoreError(
                f"nothing can be written in {self.home} ({error.strerror}): get the right to write there, or "
                "name another folder with NAMESAKE_HOME"
            ) from error

    def _take(self, one: Wanted, fetched: Fetched, accept_loss: bool) -> Added | None:
        """Keep what was fetched as `add` does; None where the publisher has nothing new."""
        from namesake.store.origins import Origin, digest_of, write_origin

        if fetched.path is None:
            return None
        (delivery,) = self.deliveries(fetched.path)
        try:
            added = self.add(delivery, as_list=one.list, accept_loss=accept_loss)
        except LossyEditionError:
            raise
        except ListError as error:
            raise _no_edition(one, delivery, error) from error
        origin = Origin(digest_of(one.address), delivery.sha256, fetched.tag.etag, fetched.tag.modified)
        write_origin(self.store_path, one.list, origin)
        return added

    def _has_store(self) -> bool:
        try:
            self.store_path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise StoreError(
                f"the store {self.store_path} can't be reached ({error.strerror}): get the right to read its "
                "folder, or name another with NAMESAKE_HOME"
            ) from error
        return True

    def _store(self) -> Store:
        from namesake.store.database import Store

        return Store(self.store_path)

    def _published_snapshot(self) -> Snapshot | None:
        """The published index, however old; None where there is none that can be opened."""
        from namesake.index.snapshot import Snapshot

        name = self._published()
        try:
            return Snapshot.open(self.index_folder / name) if name else None
        except SnapshotError:
            return None

    def _publish(self, name: str) -> None:
        before = self._published()
        aside = self.index_folder / f".current-{secrets.token_hex(8)}"
        try:
            aside.write_text(name + "\n", encoding="ascii")
            aside.replace(self.index_folder / "current")
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise SnapshotError(f"the index can't be published in {self.index_folder}: {error}") from error
        for item in self.index_folder.iterdir():
            if item.name == before != name or _is_left_over(item, {name, "current"}):
                _remove(item)

    def _published(self) -> str | None:
        try:
            return (self.index_folder / "current").read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None


def load(
    *paths: str | Path,
    published: str | dt.date | None = None,
    as_list: str | None = None,
    policy: Policy | None = None,
    compiled: bool = True,
) -> Screener:
    """A screener on these files, in memory; nothing is kept.

    Args:
        paths: list files, or folders that hold the files of one edition (a CSV trio) or several editions.
        published: the day of publication for files that carry none.
        as_list: the list that the files are editions of, where their content does not say.
        policy: how to screen.
        compiled: as `Screener` takes it.

    Raises:
        ListError: a file can't be read; the message names it. InputError: a path or value can't be used.
    """
    from namesake.sources.recognition import deliveries

    if not paths:
        raise InputError("there is nothing to load: give at least one list file")
    read: list[tuple[Edition, dict[str, Party]]] = []
    for path in paths:
        for delivery in deliveries(Path(path)):
            reading, edition = _opened(delivery, as_list, published)
            edition, parties = _consumed(reading, edition)
            if all(edition.sha256 != other.sha256 or edition.list != other.list for other, _ in read):
                read.append((edition, parties))
    return Screener(_in_memory(read), policy, compiled=compiled)


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

    return Screener(_in_memory(starter_editions(), notice=NOTICE), policy, compiled=compiled)


def _is_left_over(item: Path, wanted: Container[str]) -> bool:
    """Whether a process that died left it: what is younger, another process may be building just now."""
    try:
        return item.name not in wanted and item.stat().st_mtime < time.time() - _LONGEST_BUILD
    except OSError:
        return False


def _remove(item: Path) -> None:
    if item.is_dir():
        shutil.rmtree(item, ignore_errors=True)
    else:
        item.unlink(missing_ok=True)


def _opened(
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
    if dated and dated > dt.datetime.now(dt.UTC).date() + _AHEAD:
        raise InputError(
            f"{delivery.name} would be an edition of {dated}, which lies in the future, and no later one "
            "could replace it: check the date, or this computer's clock"
        )
    edition = Edition(
        list=reading.list,
        sha256=delivery.sha256,
        format=reading.format,
        published=dated,
        moment=reading.moment,
        lacks=reading.lacks,
    )
    return reading, edition


def _no_edition(one: Wanted, delivery: Delivery, error: ListError) -> ListError:
    """The error with where the file came from; that of another list is told as such."""
    from namesake.sources.fetch import shown
    from namesake.sources.recognition import reading_of

    try:
        other = reading_of(delivery).list
    except ListError:
        other = one.list
    if other != one.list:
        return ListError(f"{shown(one.address)} gives an edition of {other}; check the address")
    return ListError(f"what {shown(one.address)} gives is refused: {error}")


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
