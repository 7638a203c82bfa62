"""The newest editions fetched from their publishers and kept as any other."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from namesake.errors import InputError, ListError, LossyEditionError, NamesakeError, StoreError
from namesake.model.edition import Edition
from namesake.model.values import ListId
from namesake.service.leftovers import is_left_over, remove
from namesake.service.turns import alone

if TYPE_CHECKING:
    from namesake.service.home import Service
    from namesake.sources.fetch import Fetched, Limits, Wanted
    from namesake.sources.recognition import Delivery
    from namesake.store.database import Added

__all__ = ["Updated", "update", "wanted"]

_INCOMING: Final = "incoming-"


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


def update(
    home: Service,
    lists: Sequence[str],
    *,
    addresses: Mapping[str, str] | None,
    accept_loss: bool,
    limits: Limits | None,
) -> list[Updated]:
    """What `Service.update` does."""
    from namesake.sources.catalogue import entry
    from namesake.sources.fetch import USUAL, UnreachableError, fetch_all, shown

    outcomes: dict[ListId, Added | NamesakeError | None] = {}
    asked = wanted(home, lists, addresses or {})
    with alone(home.home / "updating.lock", "another `namesake lists update`"):
        folder = _incoming(home.home)
        try:
            for one, result in fetch_all(asked, folder, limits or USUAL):
                try:
                    outcomes[one.list] = (
                        result if isinstance(result, NamesakeError) else _take(home, one, result, accept_loss)
                    )
                except NamesakeError as error:
                    outcomes[one.list] = error
        finally:
            remove(folder)
    current = {status.id: status.current[-1] for status in home.lists() if status.current}
    updates = []
    for one in asked:
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
                cadence_days=known.cadence_days if known and known.closed is None else None,
            )
        )
    return updates


def wanted(home: Service, lists: Sequence[str], addresses: Mapping[str, str]) -> list[Wanted]:
    """The lists to fetch, each from where, and with the tag of what is held of it."""
    from namesake.sources.catalogue import AT_FIRST, ENTRIES, list_id
    from namesake.sources.fetch import Tag, Wanted
    from namesake.store.origins import read_origins

    held = frozenset(home.store().editions() if home.has_store() else ())
    known = {name: one.files[0] for name, one in ENTRIES.items() if one.files}
    known |= {list_id(name): address for name, address in addresses.items()}
    asked = (
        [list_id(name) for name in (*lists, *addresses)]
        or [name for name in known if any(edition.list == name for edition in held)]
        or [name for name in known if name in AT_FIRST]
    )
    origins = read_origins(home.store_path)
    found = []
    for name in dict.fromkeys(asked):
        if name not in known and (of := ENTRIES.get(name)) is not None and of.closed is not None:
            raise InputError(
                f"{name} was closed on {of.closed}, and no edition of it comes any more: use {of.successor}, "
                "which goes on in its place; an edition of before is added with `namesake lists add FILE`"
            )
        if name not in known:
            raise InputError(
                f"where {name} is published is not known (known are {', '.join(known)}): "
                f"give its address with --from {name}=https://..."
            )
        origin = origins.get(name)
        of_held = origin is not None and origin.stands_for(known[name], held, name)
        tag = Tag(origin.etag, origin.modified) if origin is not None and of_held else Tag()
        found.append(Wanted(name, known[name], tag))
    return found


def _incoming(folder: Path) -> Path:
    """A new folder beside the store for what comes; what a process that died left of one goes."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for item in folder.glob(f"{_INCOMING}*"):
            if is_left_over(item, ()):
                remove(item)
        return Path(tempfile.mkdtemp(prefix=_INCOMING, dir=folder))
    except OSError as error:
        raise StoreError(
            f"nothing can be written in {folder} ({error.strerror}): get the right to write there, or "
            "name another folder with NAMESAKE_HOME"
        ) from error


def _take(home: Service, one: Wanted, fetched: Fetched, accept_loss: bool) -> Added | None:
    """Keep what was fetched as `add` does; None where the publisher has nothing new."""
    from namesake.store.origins import Origin, digest_of, write_origin

    if fetched.path is None:
        return None
    (delivery,) = home.deliveries(fetched.path)
    try:
        # What a publisher gives now it says now, also when it said the same long ago.
        added = home.add(delivery, as_list=one.list, accept_loss=accept_loss, again=True)
    except LossyEditionError:
        raise
    except ListError as error:
        raise _no_edition(one, delivery, error) from error
    origin = Origin(digest_of(one.address), delivery.sha256, fetched.tag.etag, fetched.tag.modified)
    write_origin(home.store_path, one.list, origin)
    return added


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
