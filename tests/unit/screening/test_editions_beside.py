"""An edition without a date, screened beside the newest dated one: nobody that either lists is missed."""

from __future__ import annotations

import pytest

from namesake.index.building import build
from namesake.model.policy import Policy
from namesake.screening.screener import Screener
from namesake.screening.standing import as_all_have_it, under
from tests.unit.index.making import OTHER_LIST, holding, over_time, party, passport, said, span
from tests.unit.index.making import under as listed

# The dated edition of 2024, and beside it one without a date that knew less and other things.
NEWER = party(
    "1",
    "Ahmet Quandtoglu",
    "Quandtoglu Pasha",
    born="1989-11-21",
    designations=[listed("TOLL"), listed("RUIN")],
)
OLDER = party(
    "1",
    "Ahmet Quandtoglu",
    "Ahmad al-Quandt",
    born="1971",
    designations=[listed("RUIN")],
    ids=[passport("ZX 0099881")],
)
ONLY_OLDER = party("2", "Berta Ostrander", designations=[listed("RUIN")])
ELSEWHERE = party("3", "Otto Zwingli", of=OTHER_LIST, designations=[listed("RUIN")])
SNAPSHOT = build(
    [
        over_time(said(NEWER, span("2024-05-07", None)), said(OLDER)),
        over_time(said(ONLY_OLDER)),
        over_time(said(ELSEWHERE, span("2024-05-07", None))),
    ],
    [
        holding("2024-05-07", "2024-05-07", None, current=True),
        holding(None, current=True),
        holding("2024-05-07", "2024-05-07", None, of=OTHER_LIST, current=True),
    ],
)


def screener(policy: Policy | None = None) -> Screener:
    return Screener(SNAPSHOT, policy, compiled=False)


@pytest.mark.parametrize("born", ["1989-11-21", "1971", None])
@pytest.mark.parametrize("name", ["Ahmet Quandtoglu", "Quandtoglu Pasha", "Ahmad al-Quandt"])
def test_whoever_is_asked_about_with_what_either_edition_says_is_found(name: str, born: str | None) -> None:
    (hit,) = screener().screen(name, kind="Person", born=born).hits
    assert hit.score > 0.9
    assert [one.programme for one in hit.party.designations] == ["RUIN", "TOLL"]
    assert {str(one) for one in hit.party.birth_dates} == {"1971", "1989-11-21"}
    assert [one.text for one in hit.party.names] == [
        "Ahmet Quandtoglu",
        "Ahmad al-Quandt",
        "Quandtoglu Pasha",
    ]


def test_an_identifier_of_either_finds_the_party_with_what_both_say() -> None:
    (hit,) = screener().screen("Somebody Else", ids="passport:ZX0099881", kind="Person").hits
    assert [one.programme for one in hit.party.designations] == ["RUIN", "TOLL"]


@pytest.mark.parametrize(
    ("programme", "expected"), [("TOLL", ["1"]), ("RUIN", ["1", "2", "3"]), ("LEVY", [])]
)
def test_a_programme_of_either_counts_in_screening_and_reading(programme: str, expected: list[str]) -> None:
    asked = screener(Policy(programmes=(programme,)))
    names = ("Ahmet Quandtoglu", "Berta Ostrander", "Otto Zwingli")
    hits = [hit.party.id[-1] for name in names for hit in asked.screen(name).hits]
    read = [one.id[-1] for one in asked.read(", and ".join(names) + ".").parties]
    assert (hits, read) == (expected, expected)


def test_as_of_a_day_only_the_dated_edition_counts() -> None:
    assert screener().screen("Ahmet Quandtoglu", born="1971", as_of="2024-06-01").hits == ()
    (hit,) = screener().screen("Ahmet Quandtoglu", as_of="2024-06-01").hits
    assert hit.party == NEWER


def test_a_party_is_given_by_its_id_as_both_have_it() -> None:
    found = screener().listed("zz-test:1")
    assert found is not None
    assert found == as_all_have_it([OLDER, NEWER])
    assert screener().listed("zz-test:2") == ONLY_OLDER


def test_what_one_edition_says_alone_stays_as_it_is() -> None:
    assert as_all_have_it([NEWER]) is NEWER
    assert as_all_have_it([NEWER, NEWER]) == NEWER


def test_a_party_is_under_a_programme_that_any_designation_names() -> None:
    assert under(NEWER, ("TOLL",)) is NEWER
    assert under(NEWER, ()) is NEWER
    assert under(OLDER, ("TOLL",)) is None
