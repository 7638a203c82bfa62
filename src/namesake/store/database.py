"""The store: every edition of every list as it was received, with what it says of each party."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection

from namesake.errors import InputError, StoreError
from namesake.model.edition import Edition, PartyHistory, Problem
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, PartyId
from namesake.store import checks, corrections, held
from namesake.store.connection import Database
from namesake.store.corrections import Action, Correction
from namesake.store.course import Course, course
from namesake.store.differences import ListDiff, difference
from namesake.store.history import as_filled, history, in_order, timeline
from namesake.store.intake import BATCH, Taken, take_in
from namesake.store.marker import marker_path, state_of, write_marker

__all__ = ["Added", "Redated", "Store"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an edition did.

    Attributes:
        edition: as it now stands in the store.
        was_known: these bytes were held already, and at most their date was set.
        before: the edition before it in time, which it was compared with.
        new: parties that `before` has not.
        gone: parties that only `before` has.
        changed: parties of both that are described in another way; None where that can't be told,
            because one of the two holds other kinds of facts or is of another format.
        losses: what it lost beyond what is accepted unasked.
        warnings: sentences for the caller; the losses are among them.
    """

    edition: Edition
    was_known: bool = False
    before: Edition | None = None
    new: int = 0
    gone: int = 0
    changed: int | None = None
    losses: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


class Redated(NamedTuple):
    """What giving an edition another day did.

    Attributes:
        edition: as it now stands in the store.
        warnings: sentences for the caller.
    """

    edition: Edition
    warnings: tuple[str, ...]


class Store:
    """The editions kept in the SQLite database at `path`, which is made where it is not.

    Args:
        path: the file.
        wait: seconds to wait while another process adds an edition.

    Raises:
        StoreError: it can't be made or opened, is damaged, in use, or of a later version. So does every
            method here.
    """

    def __init__(self, path: Path, *, wait: float = 30.0) -> None:
        self.path = path
        self._database = Database(path, wait=wait)

    def add(
        self,
        edition: Edition,
        files: Sequence[tuple[str, bytes]],
        records: Iterable[Party | Problem],
        *,
        received: dt.datetime,
        declared: int | None = None,
        leaves_out: Collection[FactKind] = (),
        accept_loss: bool = False,
        again: bool = False,
    ) -> Added:
        """Keep an edition, whole or not at all.

        An exception of `records` passes through, and nothing was kept. The same bytes for the same list
        change nothing; but a date now given is set where none was known, and with `again` it is kept that
        they were published another time.

        Args:
            edition: its header; the counts and the time of receipt are filled in here.
            files: name and bytes of each file as received, compressed or not.
            records: its parties and problems, consumed once, and not at all when the bytes are known.
            received: when it came to us, with its time zone.
            declared: how many records the file says it holds, where it says so.
            leaves_out: kinds of facts its layout gives of few parties or none.
            accept_loss: keep it even if it lost too much, with a warning.
            again: where the bytes are known, keep that they were published on this day too; where no day is
                given, that they came again, unless they are what the list says now.

        Raises:
            LossyEditionError: it lost too much (see `checks`).
            InputError: the bytes are known under another date.
        """
        edition = replace(edition, received=_utc(received))
        with self._database.writing() as connection:
            others = held.all_editions(connection)
            known = [e for e in in_order(others) if (e.list, e.sha256) == (edition.list, edition.sha256)]
            if known:
                added = _add_known(connection, known, edition, others, again=again, accept_loss=accept_loss)
            else:
                taken = take_in(connection, edition, files, records)
                added = _compare(
                    connection,
                    taken,
                    others,
                    declared=declared,
                    leaves_out=leaves_out,
                    accept_loss=accept_loss,
                )
                added = _with_what_was_removed(connection, added)
            self._announce(connection)
        return added

    def editions(self, of: ListId | None = None) -> tuple[Edition, ...]:
        """The editions held, of one list or of all, by list and time."""
        with self._database.reading() as connection:
            return tuple(e for e in in_order(held.all_editions(connection)) if of in (None, e.list))

    def lists(self) -> tuple[ListId, ...]:
        """The lists of which an edition is held."""
        return tuple(dict.fromkeys(edition.list for edition in self.editions()))

    def files(self, edition: Edition) -> tuple[tuple[str, bytes], ...]:
        """Name and bytes of each file of an edition, as received."""
        with self._database.reading() as connection:
            return held.files_of(connection, edition)

    def problems(self, edition: Edition) -> tuple[Problem, ...]:
        """What could not be read of an edition, in the order it was met."""
        with self._database.reading() as connection:
            return held.problems_of(connection, edition)

    def parties(self, edition: Edition) -> Iterator[Party]:
        """The parties of an edition as that edition alone describes them, by id."""
        for _, said in self._said([edition]):
            yield said[edition.sha256]

    def histories(self, editions: Iterable[Edition] | None = None) -> Iterator[PartyHistory]:
        """What was said of every party over time, by list and id.

        Args:
            editions: those to compute it from, as `editions()` gave them; by default all that are held.
                Name them where several answers must agree: what was added since is then left out.
        """
        by_list: dict[ListId, list[Edition]] = defaultdict(list)
        for edition in self.editions() if editions is None else editions:
            by_list[edition.list].append(edition)
        for list_id in sorted(by_list):
            holdings = timeline(by_list[list_id])
            for party, said in self._said(by_list[list_id]):
                found = history(party, holdings, said)
                if found is not None:
                    yield found

    def compared(self, earlier: Edition, later: Edition) -> ListDiff:
        """The difference between two editions of one list, each with what a partial one leaves standing.

        Raises:
            InputError: one of them is not held, or they are editions of two lists.
        """
        if earlier.list != later.list:
            raise InputError(f"{earlier.list} and {later.list} are two lists: compare two editions of one")
        editions = self.editions(earlier.list)
        for edition in (earlier, later):
            if edition not in editions:
                raise InputError(f"{checks.named(edition)} is not in the store: add it first")
        if not earlier.lacks and not later.lacks:
            editions = tuple(dict.fromkeys((earlier, later)))  # No other edition tells anything of these.
        holdings = timeline(editions)

        def pairs() -> Iterator[tuple[Party | None, Party | None]]:
            for _, said in self._said(editions):
                filled = {held.edition: party for held, party in as_filled(holdings, said)}
                yield filled.get(earlier), filled.get(later)

        return difference(earlier, later, pairs())

    def courses(self, party: PartyId) -> tuple[Course, ...]:
        """What happened to the party with this id on each list that ever had it."""
        with self._database.reading() as connection:
            lists = held.lists_with(connection, party)
        found = []
        for of in lists:
            editions = self.editions(of)
            with self._database.reading() as connection:
                checksums = {held.key_of(connection, edition): edition.sha256 for edition in editions}
                said = held.said(connection, checksums, [party], of=of)
            one = course(party, of, timeline(editions), said[party])
            found += [one] if one is not None else []
        return tuple(found)

    def remove(self, editions: Sequence[Edition], *, reason: str, at: dt.datetime) -> None:
        """Take editions out of the store; their headers stay among the corrections.

        Raises:
            InputError: one is not held.
        """
        with self._database.writing() as connection:
            corrections.remove(connection, editions, reason=reason, done=_utc(at))
            self._announce(connection)

    def redate(self, edition: Edition, day: dt.date, *, reason: str, at: dt.datetime) -> Redated:
        """Give an edition another day of publication; the one it had stays among the corrections.

        Where another edition of that day is held, a warning says which of them holds (see `history`).

        Raises:
            InputError: it is not held, or these bytes are held as published on that day already.
        """
        with self._database.writing() as connection:
            corrections.redate(connection, edition, day, reason=reason, done=_utc(at))
            redated = replace(edition, published=day)
            others = held.all_editions(connection)
            self._announce(connection)
        return Redated(redated, _of_its_day(redated, others))

    def corrections(self, of: ListId | None = None) -> tuple[Correction, ...]:
        """What was corrected by hand, of one list or of all, in the order it was done."""
        with self._database.reading() as connection:
            return corrections.corrections_of(connection, of)

    def mark(self) -> str:
        """Put right the word kept beside the store (see `marker`), and give it.

        Call it where that word is not the one of the index, before the index is built anew.
        """
        with self._database.writing() as connection:
            return self._announce(connection)

    def _said(self, editions: Sequence[Edition]) -> Iterator[tuple[PartyId, dict[str, Party]]]:
        # A short transaction for each batch, so that a slow consumer keeps no other process from writing.
        of = editions[0].list
        with self._database.reading() as connection:
            checksums = {held.key_of(connection, edition): edition.sha256 for edition in editions}
            parties = held.parties_of_list(connection, of)
        for start in range(0, len(parties), BATCH):
            with self._database.reading() as connection:
                batch = held.said(connection, checksums, parties[start : start + BATCH], of=of)
                if not held.are_held(connection, checksums):  # Else a part would pass for the whole.
                    raise StoreError(f"an edition of {of} was removed while the store was read: try again")
            yield from ((party, said) for party, said in batch.items() if said)

    def _announce(self, connection: Connection) -> str:
        state = state_of(held.all_editions(connection))
        try:
            write_marker(self.path, state)
        except OSError as error:
            raise StoreError(
                f"{marker_path(self.path)} can't be written ({error.strerror}), so nothing was kept: "
                "make room, or get the right to write its folder"
            ) from error
        return state


def _utc(received: dt.datetime) -> str:
    if received.tzinfo is None:
        raise ValueError(f"the time of receipt {received} has no time zone")
    # Always of one length, so that the texts sort as the times do.
    return received.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _add_known(
    connection: Connection,
    known: Sequence[Edition],
    edition: Edition,
    others: frozenset[Edition],
    *,
    again: bool,
    accept_loss: bool,
) -> Added:
    """Bytes that are held: nothing is added, a date given for the first time set, another time recorded."""
    day = edition.published
    last = known[-1]
    if day is None:
        current = {one.edition for one in timeline(others) if one.current}
        if not again or current.intersection(known):
            return _known(last, others)
    else:
        if same := next((one for one in known if one.published == day), None):
            return _known(same, others)
        if undated := next((one for one in reversed(known) if one.published is None), None):
            dated = replace(undated, published=day)
            corrections.date(connection, undated, day)
            others -= {undated}
            return dataclasses.replace(_known(dated, others), warnings=_of_its_day(dated, others))
        if corrected := _dated_otherwise(connection, edition, known):
            return _known(corrected, others)
        if not again:
            raise InputError(
                f"{checks.named(last)}: these bytes are held as published on that day and can't be of "
                f"{day} as well; leave out --published, or find out which of the two is right "
                "(`namesake lists redate` corrects the other). Where the list came back to what it said "
                "before, --again records that"
            )
    corrections.publish_again(connection, last, day, edition.received)
    returned = replace(last, published=day, received=edition.received)
    versions, facts = held.versions_of(connection, returned)
    return _compare(connection, Taken(returned, dict(facts), versions), others, accept_loss=accept_loss)


def _known(edition: Edition, others: frozenset[Edition]) -> Added:
    return Added(edition, was_known=True, before=checks.edition_before(edition, others))


def _of_its_day(edition: Edition, others: frozenset[Edition]) -> tuple[str, ...]:
    """The warning where other editions of the day it was given are held."""
    told = checks.which_holds(edition, others)
    return (f"{edition.list}: {told}",) if told else ()


def _dated_otherwise(connection: Connection, edition: Edition, known: Sequence[Edition]) -> Edition | None:
    """The edition held that somebody gave another day than this one, which its file says."""
    days = {edition.published}
    for one in corrections.corrections_of(connection, edition.list):
        if one.edition.sha256 == edition.sha256 and one.edition.published in days and one.published:
            days.add(one.published)
    return next((one for one in known if one.published in days), None)


def _with_what_was_removed(connection: Connection, added: Added) -> Added:
    """With a warning where somebody removed these very bytes before."""
    removed = [
        one
        for one in corrections.corrections_of(connection, added.edition.list)
        if one.action is Action.REMOVED and one.edition.sha256 == added.edition.sha256
    ]
    if not removed:
        return added
    told = (
        f"{checks.named(added.edition)}: this very edition was removed on {removed[-1].done[:10]} "
        f"({removed[-1].reason}); it is held again"
    )
    return dataclasses.replace(added, warnings=(*added.warnings, told))


def _compare(
    connection: Connection,
    taken: Taken,
    others: frozenset[Edition],
    *,
    declared: int | None = None,
    leaves_out: Collection[FactKind] = (),
    accept_loss: bool,
) -> Added:
    """What is new and what is gone; `LossyEditionError` when that is too much."""
    edition, versions = taken.edition, taken.versions
    findings = checks.examine(
        edition,
        taken.facts,
        others,
        facts_of=lambda other: held.versions_of(connection, other)[1],
        declared=declared,
        leaves_out=leaves_out,
    )
    if findings.refused and not accept_loss:
        raise findings.refusal()
    before = findings.before
    earlier = held.versions_of(connection, before)[0] if before else {}
    both = versions.keys() & earlier.keys()
    alike = before is not None and (before.format, before.lacks) == (edition.format, edition.lacks)
    return Added(
        edition,
        before=before,
        new=len(versions.keys() - both),
        gone=len(earlier.keys() - both),
        changed=sum(versions[party] != earlier[party] for party in both) if alike else None,
        losses=findings.losses,
        warnings=findings.warnings,
    )
