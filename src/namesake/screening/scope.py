"""What the lists in scope have on a day: their parties, the names that count, the editions that stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np

from namesake.errors import PolicyError
from namesake.index.layout import KINDS, Array
from namesake.index.linked import links_of
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.model.party import Party, SameAs
from namesake.model.policy import Policy
from namesake.model.values import Kind
from namesake.screening.standing import Freshness, Standing, as_all_have_it, party_then, standing, under

__all__ = ["Scope", "Wanted"]

_NEVER: Final = dt.date.max.toordinal() + 1
"""Later than all days."""


class Wanted(NamedTuple):
    """What may be looked at for one day and kind.

    Attributes:
        versions: for each version whether a list in scope says it then, of a party of that kind.
        bearers: for each name the latest such version that bears it, -1 for none.
        names: the names that have one, as `Retrieval.wanting` makes them.
        doubled: the parties, by number, of which several versions of whatever kind hold at once: an edition
            without a date counts beside the newest dated one.
    """

    versions: Array
    bearers: Array
    names: Array
    doubled: frozenset[int]


class Scope:
    """The lists and programmes of a policy, on any day.

    Attributes:
        held: all lists of the snapshot, in scope or not.
        wanted: what may be looked at for a day, None for now, and a kind, None for any.
        standing: the editions that an answer for a day stands on.

    Args:
        snapshot: the index to answer from.
        policy: which lists and programmes count.
        retrieval: what names are sought with in that snapshot.
        freshness: the day on which is asked and what is overdue then; None to say nothing of age.

    Raises:
        PolicyError: the policy names a list that the snapshot does not hold.
    """

    def __init__(
        self, snapshot: Snapshot, policy: Policy, retrieval: Retrieval, freshness: Freshness | None
    ) -> None:
        self._snapshot, self._retrieval, self._freshness = snapshot, retrieval, freshness
        self._programmes = policy.programmes
        held = {*snapshot.manifest.lists, *(one.edition.list for one in snapshot.manifest.holdings)}
        for name in policy.lists:
            if name not in held:
                raise PolicyError(
                    f"list {name!r} is not held: the lists held are {', '.join(sorted(held)) or 'none'}"
                )
        self.held = frozenset(held)
        self._lists = tuple(policy.lists or sorted(held))
        self._links = links_of(snapshot)
        self.wanted = lru_cache(maxsize=32)(self._wanted)
        self.standing = lru_cache(maxsize=32)(self._standing)
        self._records = lru_cache(maxsize=1 << 12)(self._linked)
        self._as_all_have_it = lru_cache(maxsize=1 << 12)(self._listed)

    @property
    def programmes_unknown(self) -> Iterator[str]:
        """A warning for each programme asked for that no list has."""
        for programme in self._programmes:
            if programme not in self._snapshot.manifest.programmes:
                yield f"programme {programme!r} is on none of the lists held: nobody is found by it"

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of all parties, by id."""
        ids = self._snapshot.party_ids
        return {ids[number]: number for number in range(len(ids))}

    def party(self, number: int, day: dt.date | None) -> Party | None:
        """The party of this number as a list in scope has it on a day; None where none has it then."""
        return self._listed(number, day, self._programmes)

    def same_as(
        self, number: int, day: dt.date | None, programmes: tuple[str, ...] = ()
    ) -> tuple[SameAs, ...]:
        """What other lists have of the party of this number, as far as it is listed there that day.

        Under whatever programme, unless some are given: one that was not asked for forbids what it forbids.
        """
        return self._records(number, day, programmes) if number in self._links else ()

    def _linked(self, number: int, day: dt.date | None, programmes: tuple[str, ...]) -> tuple[SameAs, ...]:
        listed = [(self._listed(one.party, day, programmes), one.reason) for one in self._links[number]]
        return tuple([SameAs(party, reason) for party, reason in listed if party is not None])

    def bearers(self, day: dt.date | None) -> Array:
        """For each name the version that bears it on a day, of a party listed by then; -1 for none.

        Under one of the policy's programmes, if it has any.
        """
        bearers, stands = self.wanted(day, None).bearers, self.standing(day)
        if not stands.early and not self._programmes:
            return bearers
        early = np.array([one in stands.early for one in self._snapshot.manifest.lists], dtype=np.bool_)
        asked = day.toordinal() if day is not None else _NEVER - 1
        last = np.where(early[self._snapshot.arrays["version_list"]], asked, _NEVER - 1)
        since, holding = self._since.copy(), self.wanted(day, None)
        for number in holding.doubled:
            versions = [one for one in self._snapshot.versions_of(number) if holding.versions[one]]
            since[versions] = since[versions].min()
        return np.where(since[bearers] > last[bearers], -1, bearers)

    @cached_property
    def _since(self) -> Array:
        """For each version the day on which it says it was listed first, under a programme wanted.

        As an ordinal; 0 where it does not say, and later than all days where it is under none of those.
        """
        since = np.empty(len(self._snapshot.arrays["version_list"]), dtype=np.int32)
        for version in range(len(since)):
            designations = self._snapshot.party(version).designations
            if self._programmes:
                designations = tuple([one for one in designations if one.programme in self._programmes])
            days = [one.listed_on.earliest.toordinal() if one.listed_on else 0 for one in designations]
            since[version] = min(days, default=_NEVER if self._programmes else 0)
        return since

    def described(self, number: int, version: int, day: dt.date | None) -> Party | None:
        """The party as a version that holds on a day has it; where several do at once, as they all do.

        None where it was not listed yet, or under no programme wanted.
        """
        if number in self.wanted(day, None).doubled:
            return self._as_all_have_it(number, day, self._programmes)
        if day is None and not self._programmes:
            return self._snapshot.party(version)
        return party_then(self._snapshot, version, day, self.standing(day), self._programmes)

    def _listed(self, number: int, day: dt.date | None, programmes: tuple[str, ...]) -> Party | None:
        valid, stands = self.wanted(day, None).versions, self.standing(day)
        found = [
            party
            for version in reversed(self._snapshot.versions_of(number))
            if valid[version] and (party := party_then(self._snapshot, version, day, stands, ())) is not None
        ]
        return under(as_all_have_it(found), programmes) if found else None

    def _wanted(self, day: dt.date | None, kind: Kind | None) -> Wanted:
        """What may be looked at for a day, None for now, and a kind, None for any."""
        arrays = self._snapshot.arrays
        if day is None:
            versions = arrays["version_current"].copy()
        else:
            ordinal = day.toordinal()
            holding = (arrays["span_starts"] <= ordinal) & (ordinal < arrays["span_ends"])
            versions = np.zeros(len(arrays["version_current"]), dtype=np.bool_)
            versions[arrays["span_versions"][holding]] = True
        in_scope = np.array([one in self._lists for one in self._snapshot.manifest.lists], dtype=np.bool_)
        versions &= in_scope[arrays["version_list"]]
        before = np.concatenate(([0], np.cumsum(versions)))[arrays["party_versions"]]
        doubled = frozenset(np.flatnonzero(np.diff(before) > 1).tolist())
        of_kind = np.array([kind is None or kind.may_be(one) for one in KINDS])
        versions &= of_kind[arrays["version_kind"]]
        bearers = np.zeros(len(arrays["name_party"]), dtype=np.int32)
        if len(bearers):
            of_names = arrays["name_versions"]
            of_names = np.where(versions[of_names], of_names, -1)
            bearers = np.maximum.reduceat(of_names, arrays["name_version_starts"][:-1])
        return Wanted(versions, bearers, self._retrieval.wanting(bearers >= 0), doubled)

    def _standing(self, day: dt.date | None) -> Standing:
        """The editions that an answer for a day stands on, None for now."""
        return standing(self._snapshot.manifest.holdings, self._lists, day, self._freshness)
