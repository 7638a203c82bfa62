"""One home folder: its store of editions, its index, and what is done with them.

Opening a ready index touches neither a database nor a reader: those are imported by the calls that
need them.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from namesake.errors import NoListError, SnapshotError, StoreError
from namesake.model.edition import Edition, Holding, Problem
from namesake.model.party import Link
from namesake.model.policy import Policy
from namesake.model.values import ListId
from namesake.screening.screener import Screener
from namesake.service.clock import freshness
from namesake.service.leftovers import is_left_over, remove
from namesake.settings import home_folder
from namesake.store.marker import read_marker
from namesake.store.refusals import Refusal, read_refusals, with_refusals

if TYPE_CHECKING:
    from namesake.index.snapshot import Snapshot
    from namesake.service.past import Compared, Listed, Told
    from namesake.service.updates import Updated
    from namesake.sources.fetch import Limits
    from namesake.sources.recognition import Delivery
    from namesake.store.corrections import Correction
    from namesake.store.database import Added, Redated, Store

__all__ = ["ListStatus", "Service"]

_NO_LIST: Final = (
    "no list is loaded yet. Fetch the authorities' with `namesake lists update`, load one you have with "
    "`namesake lists add FILE` (for instance OFAC's sdn.xml), or try the embedded starter list with --starter"
)


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


@dataclass(slots=True)
class Service:
    """One home folder: its store of editions and its index.

    Args:
        home: the folder; by default what the settings say.
        today: the day that lists are said to be overdue on; by default what the clock says.
        processes: how many build an index with many new names; a script that wants more than one must stand
            under `if __name__ == "__main__":`, because each reads it anew.
    """

    home: Path
    today: dt.date | None
    processes: int

    def __init__(self, home: Path | None = None, *, today: dt.date | None = None, processes: int = 1) -> None:
        self.home = home or home_folder()
        self.today = today
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
        again: bool = False,
    ) -> Added:
        """Keep one edition; `index` makes it count in answers.

        Args:
            delivery: its files.
            as_list: the list it is an edition of, where its content does not say.
            published: the day it was published, where its content does not say.
            accept_loss: keep it even if it lost too much against the edition before it.
            again: where these very bytes are held, record that they were published another time, on the day
                given, or now: the list came back to what it said before.

        Raises:
            ListError: it can't be read; LossyEditionError: it lost too much; InputError: a value that
            contradicts the file; StoreError: the store can't be written.
        """
        from namesake.service.loading import opened

        reading, edition = opened(delivery, as_list, published)
        return self.store().add(
            edition,
            [(file.name, file.raw) for file in delivery.files],
            reading.records,
            received=dt.datetime.now(dt.UTC),
            declared=reading.declared,
            leaves_out=reading.leaves_out,
            accept_loss=accept_loss,
            again=again,
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
        from namesake.service.updates import update

        return update(self, lists, addresses=addresses, accept_loss=accept_loss, limits=limits)

    def problems(self, edition: Edition) -> tuple[Problem, ...]:
        """What could not be read of an edition."""
        return self.store().problems(edition)

    def lists(self) -> list[ListStatus]:
        """The lists held, by name; none before the first is added."""
        if not self.has_store():
            return []
        from namesake.sources.catalogue import entry
        from namesake.store.history import timeline

        held: dict[str, list[Holding]] = {}
        for one in timeline(self.store().editions()):
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

    def diff(self, list_id: str, earlier: str | dt.date, later: str | dt.date) -> Compared:
        """Who came, went and was amended between two editions of a list.

        Args:
            list_id: the list.
            earlier: the day of an edition, or the beginning of its checksum; of a day without one the
                edition valid then is meant, and a note says so.
            later: the same for the other edition.

        Raises:
            InputError: the list is not held, or no edition is named so.
        """
        from namesake.service.past import compared

        return compared(self, list_id, earlier, later)

    def history(self, party: str, *, as_of: str | dt.date | None = None) -> Told:
        """What became of a party over the editions held.

        Args:
            party: its id; or a name, looked up as screening does: now, else when a list last had it.
            as_of: the day on which to look the name up.

        Raises:
            InputError: an id that no edition has, or a name that can't be screened.
            NoListError: no list was ever added.
        """
        from namesake.service.past import told

        return told(self, party, as_of=as_of)

    def listed(self, list_id: str, *, as_of: str | dt.date | None = None) -> Listed:
        """Everybody who is on a list, or was on a day.

        Raises:
            InputError: the list is not held, the day is none, or no edition of the list has a date.
        """
        from namesake.service.past import listed

        return listed(self, list_id, as_of)

    def remove(self, list_id: str, edition: str, *, reason: str) -> tuple[Edition, ...]:
        """Take an edition out of the store; `index` makes it count in answers.

        Its header stays among the `corrections`, with when and why.

        Args:
            list_id: the list.
            edition: its day; or the beginning of its checksum, which means every time it was published.
            reason: why.

        Raises:
            InputError: none or several are named so, or no reason is given.
        """
        from namesake.service.correcting import remove

        return remove(self, list_id, edition, reason)

    def redate(self, list_id: str, edition: str, day: str | dt.date, *, reason: str) -> Redated:
        """Give an edition another day of publication; `index` makes it count in answers.

        A day that another edition has may be given: a warning says which of the two holds.

        Args:
            list_id: the list.
            edition: its day, or the beginning of its checksum.
            day: the right one.
            reason: why.

        Raises:
            InputError: none or several are named so, the day lies in the future, or no reason is given.
        """
        from namesake.service.correcting import redate

        return redate(self, list_id, edition, day, reason)

    def corrections(self, list_id: str | None = None) -> tuple[Correction, ...]:
        """What was removed or dated otherwise by hand, of one list or of all, oldest first."""
        return self.store().corrections(ListId(list_id) if list_id else None) if self.has_store() else ()

    def index(self) -> Snapshot:
        """Build the index of all editions held and publish it, atomically; the one before goes.

        What that one knows of the names it has is taken over, so that only new names take time.
        """
        from namesake.index.building import build
        from namesake.index.linked import with_links
        from namesake.network.links import find_links
        from namesake.store.history import timeline

        store = self.store()
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
        if not self.has_store():
            raise NoListError(_NO_LIST)
        snapshot = self._published_snapshot()
        state = with_refusals(read_marker(self.store_path), read_refusals(self.store_path))
        if snapshot is None or snapshot.manifest.state != state:
            snapshot = self.index()
        if not snapshot.manifest.holdings:
            raise NoListError(_NO_LIST)
        return snapshot

    def links(self, party: str | None = None) -> list[Link]:
        """The links between records of one party on several lists, of this party or all, by id.

        Raises:
            InputError: no list held has the party.
        """
        from namesake.service.linking import links

        return links(self, party)

    def link_between(self, one: str, other: str) -> str | None:
        """Why two parties are held to be one, directly or over others; None where they are not.

        Raises:
            InputError: no list held has one of them.
        """
        from namesake.service.linking import link_between

        return link_between(self, one, other)

    def refused(self) -> tuple[Refusal, ...]:
        """The links refused by hand."""
        return read_refusals(self.store_path)

    def refuse_link(self, one: str, other: str, why: str) -> Refusal:
        """Hold two parties apart from now on, whatever looks alike; the index is built anew when next used.

        Raises:
            InputError: no reason is given, no list held has one of them, or both are one record.
        """
        from namesake.service.linking import refuse

        return refuse(self, one, other, why)

    def allow_link(self, one: str, other: str) -> None:
        """Take a refusal back.

        Raises:
            InputError: the two are not held apart.
        """
        from namesake.service.linking import allow

        allow(self, one, other)

    def screener(self, policy: Policy | None = None, *, compiled: bool = True) -> Screener:
        """A screener on the published index; `compiled` as `Screener` takes it."""
        return Screener(self.snapshot(), policy, compiled=compiled, freshness=freshness(self.today))

    def has_store(self) -> bool:
        """Whether an edition was ever added."""
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

    def store(self) -> Store:
        """Its editions; made where there are none yet."""
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
            if item.name == before != name or is_left_over(item, {name, "current"}):
                remove(item)

    def _published(self) -> str | None:
        try:
            return (self.index_folder / "current").read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            return None
