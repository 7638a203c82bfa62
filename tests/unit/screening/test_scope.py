"""What a policy's lists and programmes have on a day."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import PolicyError
from namesake.index.building import build
from namesake.index.linked import with_links
from namesake.index.retrieval import Retrieval
from namesake.model.party import Link
from namesake.model.policy import Policy
from namesake.model.values import Kind, ListId, PartyId
from namesake.screening.scope import Scope
from tests.unit.index.making import LIST, OTHER_LIST, over_time, party, said, span, under

WENT = party("1", "Berta Ostrander", designations=[under("RUIN")])
STAYED = party("2", "BERTA, Ostrander", of=OTHER_LIST, designations=[under("TOLL")])
SHIP = party("3", "Silent Valley", kind=Kind.VESSEL, designations=[under("TOLL")])
BEFORE, AFTER = dt.date(2021, 3, 9), dt.date(2021, 3, 10)
SNAPSHOT = with_links(
    build(
        [
            over_time(said(WENT, span(None, "2021-03-10"), current=False)),
            over_time(said(STAYED, span(None, None))),
            over_time(said(SHIP, span(None, None))),
        ]
    ),
    [Link(PartyId("zz-other:2"), PartyId("zz-test:1"), "the same day of birth")],
)


def scope(policy: Policy | None = None) -> Scope:
    return Scope(SNAPSHOT, policy or Policy(), Retrieval(SNAPSHOT), None)


@pytest.mark.parametrize(
    ("policy", "day", "expected"),
    [
        (Policy(), None, {STAYED, SHIP}),
        (Policy(), AFTER, {STAYED, SHIP}),
        (Policy(), BEFORE, {WENT, STAYED, SHIP}),
        (Policy(lists=(ListId(LIST),)), BEFORE, {WENT, SHIP}),
        (Policy(lists=(ListId(OTHER_LIST),)), BEFORE, {STAYED}),
        (Policy(programmes=("TOLL",)), BEFORE, {STAYED, SHIP}),
        (Policy(lists=(ListId(LIST),), programmes=("TOLL",)), BEFORE, {SHIP}),
    ],
)
def test_a_party_is_who_a_list_in_scope_has_on_the_day_under_a_programme_wanted(
    policy: Policy, day: dt.date | None, expected: set[object]
) -> None:
    asked = scope(policy)
    assert {asked.party(number, day) for number in asked.numbers.values()} - {None} == expected


@pytest.mark.parametrize(
    ("policy", "of", "day", "expected"),
    [
        (Policy(), "zz-other:2", BEFORE, [WENT]),
        (Policy(), "zz-other:2", AFTER, []),
        (Policy(), "zz-other:2", None, []),
        (Policy(), "zz-test:1", None, [STAYED]),
        (Policy(), "zz-test:3", BEFORE, []),
        (Policy(lists=(ListId(OTHER_LIST),)), "zz-other:2", BEFORE, []),
        (Policy(programmes=("TOLL",)), "zz-other:2", BEFORE, [WENT]),
    ],
)
def test_the_same_party_is_told_of_lists_in_scope_under_any_programme(
    policy: Policy, of: str, day: dt.date | None, expected: list[object]
) -> None:
    asked = scope(policy)
    same = asked.same_as(asked.numbers[of], day)
    assert [one.party for one in same] == expected
    assert {one.reason for one in same} <= {"the same day of birth"}


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        (None, None, {"BERTA, Ostrander", "Silent Valley"}),
        (None, BEFORE, {"Berta Ostrander", "BERTA, Ostrander", "Silent Valley"}),
        (Kind.PERSON, BEFORE, {"Berta Ostrander", "BERTA, Ostrander"}),
        (Kind.VESSEL, BEFORE, {"Silent Valley"}),
    ],
)
def test_names_count_on_the_days_they_are_borne_by_a_party_of_the_kind(
    kind: Kind | None, day: dt.date | None, expected: set[str]
) -> None:
    bearers = scope().wanted(day, kind).bearers.tolist()
    assert {SNAPSHOT.name_texts[name] for name, version in enumerate(bearers) if version >= 0} == expected


def test_a_list_that_is_not_held_is_refused_and_a_programme_that_is_on_none_is_told() -> None:
    with pytest.raises(PolicyError, match="list 'zz-top' is not held: the lists held are zz-other, zz-test"):
        scope(Policy(lists=(ListId("zz-top"),)))
    (told,) = scope(Policy(programmes=("TOLL", "LEVY"))).programmes_unknown
    assert "'LEVY'" in told
