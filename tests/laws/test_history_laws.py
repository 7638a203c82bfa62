"""Laws of history: what was said when depends on the editions alone, and on all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, PartyHistory
from namesake.model.party import FactKind, Party
from namesake.model.values import Address, Gender, ListId, Name, PartyId, Quality
from namesake.store.database import Store
from namesake.store.history import history, timeline
from namesake.store.marker import read_marker
from tests.unit.store.making import add, edition, on_day, party

LISTS = [ListId("zz-one"), ListId("zz-two")]
DAYS = [dt.date(2021, 1, 1) + dt.timedelta(days=n) for n in range(12)]
KINDS = [
    FactKind.ALIASES,
    FactKind.WEAK_ALIASES,
    FactKind.ORIGINAL_SCRIPT,
    FactKind.ADDRESSES,
    FactKind.BIRTH_DATES,
    FactKind.GENDERS,
]


@dataclass(frozen=True, slots=True)
class Published:
    """An edition as it came, with the parties it has."""

    header: Edition
    parties: Mapping[PartyId, Party]


# The ways a list may describe a party; few, so that descriptions come again.
WAYS = [
    {"names": names, "addresses": addresses, "birth_dates": birth_dates, "genders": genders}
    for names, addresses, birth_dates, genders in product(
        [
            (),
            (Name("ALIAS, Strong"), Name("Касем")),
            (Name("ALIAS, Other"), Name("HAJJI", Quality.WEAK)),
            (Name("ALIAS, Strong"), Name("قاسم"), Name("Хаджи", Quality.WEAK)),
        ],
        [(), (Address("Tehran"),), (Address("Qom"), Address("Tehran"))],
        [(), (PartialDate("1957"),)],
        [(), (Gender.MALE,)],
    )
]


def described(number: int, of: ListId, way: dict[str, Any]) -> Party:
    plain = party(str(number), of=of)
    return replace(plain, **{**way, "names": (*plain.names, *way["names"])})


@st.composite
def published(
    draw: st.DrawFn, *, lists: Sequence[ListId] = LISTS, dated: bool = False, complete: bool = False
) -> list[Published]:
    """Some editions of some lists, no two of the same bytes."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        of = draw(st.sampled_from(lists))
        day = draw(st.sampled_from(DAYS) if dated else st.none() | st.sampled_from(DAYS))
        received = draw(st.sampled_from(DAYS))
        lacks = draw(st.just([]) if complete else st.lists(st.sampled_from(KINDS), unique=True))
        moment = draw(st.sampled_from([None, "T01:00", "T02:00"]))
        header = edition(
            f"{number}",
            day.isoformat() if day else None,
            lacks=lacks,
            received=f"{received}T12:00:{number:02}.000000Z",
            moment=f"{day}{moment}" if day and moment else None,
            of=of,
        )
        ways = draw(st.dictionaries(st.integers(1, 3), st.sampled_from(WAYS), min_size=1))
        parties = [described(n, of, way) for n, way in ways.items()]
        if lacks:
            parties = [without(p, lacks) for p in parties]
        found.append(Published(header, {p.id: p for p in parties}))
    return found


def without(of: Party, lacks: Sequence[FactKind]) -> Party:
    """The party as a file describes it that can't carry these kinds of facts."""
    aliases = [
        name
        for name in of.names[1:]
        if not (
            (FactKind.ALIASES in lacks and name.quality is Quality.STRONG)
            or (FactKind.WEAK_ALIASES in lacks and name.quality is Quality.WEAK)
            or (FactKind.ORIGINAL_SCRIPT in lacks and name.script != "Latn")
        )
    ]
    return replace(
        of,
        names=(of.names[0], *aliases),
        addresses=() if FactKind.ADDRESSES in lacks else of.addresses,
        birth_dates=() if FactKind.BIRTH_DATES in lacks else of.birth_dates,
        genders=() if FactKind.GENDERS in lacks else of.genders,
    )


def histories(editions: Sequence[Published]) -> list[PartyHistory]:
    """The histories straight from the pure functions, without a store."""
    found = []
    for of in sorted({e.header.list for e in editions}):
        theirs = [e for e in editions if e.header.list == of]
        holdings = timeline(e.header for e in theirs)
        for party_id in sorted({p for e in theirs for p in e.parties}):
            said = {e.header.sha256: e.parties[party_id] for e in theirs if party_id in e.parties}
            told = history(party_id, holdings, said)
            found += [told] if told else []
    return found


def keep(store: Store, editions: Sequence[Published]) -> None:
    for one in editions:
        received = dt.datetime.fromisoformat(one.header.received)
        add(store, one.header, one.parties.values(), received=received, accept_loss=True)


@given(editions=published(), data=st.data())
@settings(max_examples=20, deadline=None)
def test_editions_added_in_any_order_give_the_same_histories(
    editions: list[Published], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(editions))
    with TemporaryDirectory() as folder:
        one, other = Store(Path(folder) / "one.sqlite"), Store(Path(folder) / "other.sqlite")
        keep(one, editions)
        keep(other, shuffled)
        assert one.editions() == other.editions()
        assert list(one.histories()) == list(other.histories()) == histories(editions)
        assert read_marker(one.path) == read_marker(other.path)


@given(editions=published())
@settings(max_examples=20, deadline=None)
def test_adding_twice_changes_nothing(editions: list[Published]) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store.sqlite")
        keep(store, editions)
        before = (store.editions(), list(store.histories()), read_marker(store.path))
        keep(store, [replace_received(one) for one in reversed(editions)])
        assert (store.editions(), list(store.histories()), read_marker(store.path)) == before


def replace_received(one: Published) -> Published:
    return Published(replace(one.header, received="2030-01-01T00:00:00.000000Z"), one.parties)


@given(editions=published(), data=st.data())
@settings(max_examples=20, deadline=None)
def test_a_date_learned_later_gives_the_same_histories_as_one_known_at_once(
    editions: list[Published], data: st.DataObject
) -> None:
    late = data.draw(st.sampled_from(editions))
    assume(late.header.published is not None)
    undated = Published(replace(late.header, published=None), late.parties)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "store.sqlite")
        keep(store, [undated if one is late else one for one in editions])
        add(store, late.header, ())
        assert list(store.histories()) == histories(editions)


@given(editions=published(lists=LISTS[:1], dated=True, complete=True), day=st.sampled_from(DAYS))
@settings(max_examples=100)
def test_each_day_says_what_the_edition_of_that_day_says_alone(
    editions: list[Published], day: dt.date
) -> None:
    """The oracle: the latest published on or before that day; before the first one, the first one."""

    def late(one: Published) -> tuple[dt.date, str, str, str]:
        assert one.header.published is not None
        return one.header.published, one.header.moment or "", one.header.received, one.header.sha256

    published_then = [one for one in editions if late(one)[0] <= day]
    first_day = min(late(one)[0] for one in editions)
    of_that_day = max(published_then or [e for e in editions if late(e)[0] == first_day], key=late)
    assert on_day(histories(editions), day) == set(of_that_day.parties.values())


@given(editions=published(lists=LISTS[:1], complete=True))
@settings(max_examples=100)
def test_now_says_what_the_newest_dated_edition_says_with_what_came_undated_since(
    editions: list[Published],
) -> None:
    dated = [e for e in editions if e.header.published is not None]
    undated = [e for e in editions if e.header.published is None]
    expected: set[Party] = set()
    newest_day = ""
    if dated:
        newest = max(dated, key=lambda e: (e.header.published, e.header.moment or "", e.header.received))
        newest_day = str(newest.header.published)
        expected |= set(newest.parties.values())
    if undated:
        last = max(undated, key=lambda e: e.header.received)
        if last.header.received[:10] > newest_day:
            expected |= set(last.parties.values())
    assert on_day(histories(editions), None) == expected


@given(editions=published())
@settings(max_examples=100)
def test_no_undated_edition_ever_decides_who_was_listed_on_a_day(editions: list[Published]) -> None:
    dated = [one for one in editions if one.header.published is not None]
    for day in DAYS:
        listed = {p.id for p in on_day(histories(editions), day)}
        assert listed == {p.id for p in on_day(histories(dated), day)}


@given(editions=published())
@settings(max_examples=100)
def test_spans_are_in_order_whole_and_never_two_at_once(editions: list[Published]) -> None:
    for found in histories(editions):
        parties = [version.party for version in found.versions]
        assert len(set(parties)) == len(parties)
        for version in found.versions:
            assert version.spans or version.current
            for one, next_one in pairwise(version.spans):
                assert one.end is not None
                assert next_one.start is not None
                assert one.end < next_one.start
        for day in DAYS:
            assert sum(version.holds_on(day) for version in found.versions) <= 1
        starts = [v.spans[0].start or dt.date.min for v in found.versions if v.spans]
        assert starts == sorted(starts)


@given(editions=published(lists=LISTS[:1], dated=True), data=st.data())
@settings(max_examples=150)
def test_a_partial_edition_never_removes_facts_of_the_kinds_it_lacks(
    editions: list[Published], data: st.DataObject
) -> None:
    later = [replace(one.header, published=DAYS[0] + dt.timedelta(days=99)) for one in editions][-1]
    lacks = data.draw(st.lists(st.sampled_from(KINDS), unique=True, min_size=1))
    partial = Published(
        replace(later, sha256="f" * 64, lacks=tuple(lacks)),
        {i: without(p, lacks) for i, p in editions[-1].parties.items()},
    )
    before = {p.id: p for p in on_day(histories(editions), None)}
    after = {p.id: p for p in on_day(histories([*editions, partial]), None)}
    assert after.keys() == partial.parties.keys()
    for party_id in before.keys() & after.keys():
        kept = before[party_id].facts() & set(lacks)
        assert kept <= after[party_id].facts()
        assert set(partial.parties[party_id].names) <= set(after[party_id].names)
        if FactKind.ADDRESSES in lacks:
            assert set(before[party_id].addresses) <= set(after[party_id].addresses)
        else:
            assert after[party_id].addresses == partial.parties[party_id].addresses
        for name in before[party_id].names[1:]:
            lacking = FactKind.WEAK_ALIASES if name.quality is Quality.WEAK else FactKind.ALIASES
            if lacking in lacks or (FactKind.ORIGINAL_SCRIPT in lacks and name.script != "Latn"):
                assert name in after[party_id].names
