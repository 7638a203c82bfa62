"""What lists had and have no longer."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.index.building import build
from namesake.model.edition import PartyHistory, Span, Version
from namesake.model.values import ListId
from namesake.screening.former import absence, last_days
from tests.unit.index.making import LIST, OTHER_LIST, day, holding, party

FIRST, LAST = dt.date(2021, 3, 10), dt.date(2024, 5, 7)
GONE = party("1", "Karla Quandt")
UNDATED = party("2", "Otto Zwingli")
STAYS = party("3", "Karla Quandte")
SNAPSHOT = build(
    [
        PartyHistory(GONE.id, (Version(GONE, (Span(FIRST, LAST),), current=False),)),
        PartyHistory(UNDATED.id, (Version(UNDATED, (), current=False),)),
        PartyHistory(STAYS.id, (Version(STAYS, (Span(FIRST, None),)),)),
    ],
    [holding("2021-03-10", None, "2024-05-07"), holding("2024-05-07", "2024-05-07", None, current=True)],
)


@pytest.mark.parametrize(
    ("number", "lists", "asked", "said"),
    [
        ("1", (), None, "is not on {} any more: the edition of 2024-05-07 is the first without it"),
        ("1", (LIST,), "2024-05-07", "was not on {} any more on 2024-05-07: the edition of 2024-05-07"),
        (
            "1",
            (),
            "2021-03-09",
            "was not on {} yet on 2021-03-09: the first edition with it is of 2021-03-10",
        ),
        ("1", (OTHER_LIST,), None, "is a party of {}, which is not among the lists asked"),
        ("2", (), None, "is not on {} any more: only an edition without a published date had it"),
        ("2", (), "2022-01-01", "was not on {} on 2022-01-01 as far as is known: only an edition without"),
    ],
)
def test_why_a_party_is_absent(number: str, lists: tuple[ListId, ...], asked: str | None, said: str) -> None:
    told = absence(SNAPSHOT, f"{LIST}:{number}", lists, day(asked))
    assert told is not None
    assert f") {said.format(LIST)}" in told


def test_of_an_id_that_no_list_had_there_is_nothing_to_say() -> None:
    assert absence(SNAPSHOT, f"{LIST}:99", (), None) is None


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Quandt Karla", ["2024-05-06"]),
        ("Karla Quandte", []),  # just so somebody is called now: who was called like it does not count
        ("Karla Quantd", ["2024-05-06"]),
        ("Otto Zwingli", []),  # nobody knows on which day
    ],
)
def test_the_last_days_on_which_a_list_had_a_name(name: str, days: list[str]) -> None:
    assert [str(one) for one in last_days(SNAPSHOT, name, 0.7)] == days
