"""What became of one party: when it came, what changed, when it went and came back."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.errors import InputError
from namesake.model.edition import Edition
from namesake.model.party import FactKind, Party
from namesake.model.values import ListId, PartyId
from namesake.store.course import Turn, course
from namesake.store.database import Store
from namesake.store.history import timeline
from tests.unit.store.making import LIST, RECEIVED, add, edition, party

ONE = PartyId("zz-test:1")
A = edition("a", "2021-01-01")
B = edition("b", "2022-01-01")
C = edition("c", "2023-01-01")
D = edition("d", "2024-01-01")
B_TOO = edition("b too", "2022-01-01", moment="2022-01-01T23:00:00Z")
PARTIAL = edition("p", "2022-06-01", lacks=[FactKind.ALIASES])
UNDATED = edition("u", received="2025-01-01T12:00:00.000000Z")
PAST_UNDATED = edition("v", received="2021-06-01T12:00:00.000000Z")
PLAIN, OTHER = party("1"), party("1", "Other")


@pytest.mark.parametrize(
    ("editions", "listed", "turns"),
    [
        # Listed from the first edition on: it may have come long before.
        ({A: PLAIN, B: PLAIN}, True, [("on the first edition held", "2021-01-01", None)]),
        ({A: None, B: PLAIN}, True, [("came", "2022-01-01", "2021-01-01")]),
        (
            {A: PLAIN, B: None, C: None},
            False,
            [("on the first edition held", "2021-01-01", None), ("went", "2022-01-01", "2021-01-01")],
        ),
        (
            {A: PLAIN, B: None, C: None, D: OTHER},
            True,
            [
                ("on the first edition held", "2021-01-01", None),
                ("went", "2022-01-01", "2021-01-01"),
                ("came back", "2024-01-01", "2023-01-01"),
            ],
        ),
        (
            {A: PLAIN, B: OTHER, C: OTHER, D: PLAIN},
            True,
            [
                ("on the first edition held", "2021-01-01", None),
                ("amended", "2022-01-01", "2021-01-01"),
                ("amended", "2024-01-01", "2023-01-01"),
            ],
        ),
        # An edition that a later one of its day replaced never held.
        ({A: PLAIN, B: None, B_TOO: PLAIN}, True, [("on the first edition held", "2021-01-01", None)]),
        # A partial edition removes nothing that it can't hold.
        ({A: OTHER, PARTIAL: PLAIN}, True, [("on the first edition held", "2021-01-01", None)]),
        ({A: OTHER, PARTIAL: None}, False,
         [("on the first edition held", "2021-01-01", None), ("went", "2022-06-01", "2021-01-01")]),
        # An undated edition that came since stands beside the newest dated one and takes nothing away.
        ({A: PLAIN, UNDATED: None}, True, [("on the first edition held", "2021-01-01", None)]),
        ({A: None, UNDATED: PLAIN}, True, [("came", None, "2021-01-01")]),
        ({A: PLAIN, UNDATED: OTHER}, True,
         [("on the first edition held", "2021-01-01", None), ("amended", None, "2021-01-01")]),
        ({UNDATED: PLAIN}, True, [("on the first edition held", None, None)]),
        # One that was superseded holds on no day, so nobody knows when it said so.
        ({A: PLAIN, PAST_UNDATED: None, B: PLAIN}, True, [("on the first edition held", "2021-01-01", None)]),
    ],
)  # fmt: skip
def test_a_course_tells_with_which_edition_what_happened(
    editions: dict[Edition, Party | None], listed: bool, turns: list[tuple[str, str | None, str | None]]
) -> None:
    said = {one.sha256: says for one, says in editions.items() if says is not None}
    found = course(ONE, LIST, timeline(editions), said)
    assert found is not None
    told = [
        (
            step.turn.value,
            str(step.edition.published) if step.edition.published else None,
            str(step.before.published) if step.before else None,
        )
        for step in found.steps
    ]
    assert (found.listed, told) == (listed, turns)


def test_what_changed_is_told_with_the_edition_that_changed_it() -> None:
    said = {A.sha256: PLAIN, C.sha256: OTHER}
    found = course(ONE, LIST, timeline([A, B, C]), said)
    assert found is not None
    assert [(step.turn, len(step.changes)) for step in found.steps] == [
        (Turn.HELD, 0),
        (Turn.WENT, 0),
        (Turn.CAME_BACK, 1),
    ]
    assert found.steps[1].party == PLAIN  # as the edition before had it
    assert found.party == OTHER
    assert found.editions == 3


def test_a_party_that_no_valid_edition_has_has_no_course() -> None:
    assert course(ONE, LIST, timeline([A, B, B_TOO]), {B.sha256: PLAIN}) is None
    assert course(ONE, LIST, timeline([A]), {}) is None


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "store.sqlite")
    add(store, A, [party("1"), party("2")])
    add(store, B, [party("2", "New"), party("3")], accept_loss=True)
    add(store, PARTIAL, [party("2"), party("4")], accept_loss=True)
    return store


def test_the_store_tells_the_course_of_a_party_of_each_list_that_has_it(store: Store) -> None:
    other = ListId("zz-other")
    shared = Party(ONE, other, party("1").kind, party("1").names)  # as FollowTheMoney's ids may be
    add(store, edition("x", "2021-05-01", of=other), [shared])
    found = store.courses(ONE)
    assert [(one.list, one.listed, [step.turn for step in one.steps]) for one in found] == [
        (other, True, [Turn.HELD]),
        (LIST, False, [Turn.HELD, Turn.WENT]),
    ]
    assert store.courses(PartyId("zz-test:99")) == ()


def test_the_store_compares_any_two_of_its_editions(store: Store) -> None:
    a, b, partial = store.editions()
    found = store.compared(a, b)
    assert [one.id for one in found.added] == ["zz-test:3"]
    assert [one.id for one in found.delisted] == ["zz-test:1"]
    assert [one.after for one in found.amended] == [party("2", "New")]
    # The partial edition left the alias standing, and says alone who is listed.
    found = store.compared(b, partial)
    assert ([one.id for one in found.added], found.amended, found.same) == (["zz-test:4"], (), 1)
    assert store.compared(a, a).same == 2


def test_editions_of_two_lists_or_not_held_are_refused(store: Store) -> None:
    a = store.editions()[0]
    with pytest.raises(InputError, match="zz-test and zz-other are two lists"):
        store.compared(a, edition("x", "2021-05-01", of=ListId("zz-other")))
    with pytest.raises(InputError, match="edition of 2024-01-01 is not in the store"):
        store.compared(a, D)


def test_the_time_of_receipt_tells_nothing_of_the_course_of_dated_editions(tmp_path: Path) -> None:
    store = Store(tmp_path / "other.sqlite")
    for number, one in enumerate((C, A, B)):
        add(
            store,
            one,
            [party("1", *(["Other"] if one is B else []))],
            received=RECEIVED.replace(day=number + 1),
        )
    (found,) = store.courses(ONE)
    assert [step.turn for step in found.steps] == [Turn.HELD, Turn.AMENDED, Turn.AMENDED]
