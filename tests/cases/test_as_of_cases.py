"""As of a day: what a list said then, on small editions made by hand.

Every case is asked of the index as it was built and of the same index saved and opened again. The
people are invented, and no two of them resemble each other: whoever is found was listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from namesake.errors import InputError
from namesake.index.building import build
from namesake.index.snapshot import Snapshot
from namesake.model.dates import PartialDate
from namesake.model.edition import Edition
from namesake.model.party import Designation, FactKind, Party
from namesake.model.policy import Policy
from namesake.model.values import ListId, PartyId
from namesake.screening.result import Screening
from namesake.screening.screener import Screener
from namesake.store.history import history, timeline
from tests.unit.store.making import LIST, day, edition, party

Publication = tuple[Edition, Sequence[Party]]

OTHER = ListId("zz-other")
STAYS = party("1", name="ZUBELDIA, Ondarreta")
GOES = party("2", name="KRASZEWICZ, Bolemir")
COMES = party("3", name="TANGAROA, Wiremu")
RETURNS = party("4", name="QVISTGAARD, Sigvald")
NEVER = "OYELARAN, Babatunji"
EVERYBODY = {"stays": STAYS, "goes": GOES, "comes": COMES, "returns": RETURNS}


def screener_of(*published: Publication, policy: Policy | None = None) -> Screener:
    """A screener on these editions, put together as the service does."""
    holdings = timeline(header for header, _ in published)
    histories = []
    for name in {header.list for header, _ in published}:
        said: dict[PartyId, dict[str, Party]] = {}
        for header, parties in published:
            for one in parties:
                if header.list == name:
                    said.setdefault(one.id, {})[header.sha256] = one
        of_list = [held for held in holdings if held.edition.list == name]
        histories += [history(id, of_list, of_party) for id, of_party in said.items()]
    return Screener(build([one for one in histories if one is not None], holdings), policy)


def as_built(screener: Screener, _folder: Path) -> Screener:
    return screener


def opened_again(screener: Screener, folder: Path) -> Screener:
    screener.snapshot.save(folder / "saved")
    return Screener(Snapshot.open(folder / "saved"), screener.policy)


engines = pytest.mark.parametrize("engine", [as_built, opened_again])
Engine = Callable[[Screener, Path], Screener]


def found(
    screener: Screener, as_of: str | None, who: Mapping[str, Party] = EVERYBODY
) -> tuple[set[str], tuple[str, ...]]:
    """Which of these people are hit by their own names as of a day, and the warnings, always the same."""
    answers = {label: screener.screen(one.name, as_of=as_of) for label, one in who.items()}
    (warnings,) = {answer.warnings for answer in answers.values()}
    for label, answer in answers.items():
        assert {hit.party.id for hit in answer.hits} <= {who[label].id}
    return {label for label, answer in answers.items() if answer.hits}, warnings


def the_hit(answer: Screening) -> Party:
    (hit,) = answer.hits
    return hit.party


def designated(one: Party, *days: str | None) -> Party:
    """The party with a designation of each day; None is one that the list does not date."""
    return replace(
        one,
        designations=tuple(
            Designation("The Tester", f"TEST-{number}", listed_on=PartialDate(listed) if listed else None)
            for number, listed in enumerate(days, 1)
        ),
    )


THREE_EDITIONS: tuple[Publication, ...] = (
    (edition("first", "2020-01-10"), (STAYS, GOES, RETURNS)),
    (edition("second", "2020-02-10"), (STAYS, COMES)),
    (edition("third", "2020-03-10"), (STAYS, COMES, RETURNS)),
)


class Case(NamedTuple):
    """A day asked about.

    Attributes:
        found: who is.
        edition: the day of the edition that the answer names.
        warning: a part of the one warning; empty where there is none.
    """

    situation: str
    as_of: str | None
    found: set[str]
    edition: str
    warning: str = ""


CASES = (
    Case("long before the first", "1999-12-31", {"stays", "goes", "returns"}, "2020-01-10", "no edition of"),
    Case("the day before the first", "2020-01-09", {"stays", "goes", "returns"}, "2020-01-10", "2020-01-09"),
    Case("the day of the first", "2020-01-10", {"stays", "goes", "returns"}, "2020-01-10"),
    Case("between first and second", "2020-01-25", {"stays", "goes", "returns"}, "2020-01-10"),
    Case("the day before the second", "2020-02-09", {"stays", "goes", "returns"}, "2020-01-10"),
    Case("the day of the second", "2020-02-10", {"stays", "comes"}, "2020-02-10"),
    Case("a leap day between", "2020-02-29", {"stays", "comes"}, "2020-02-10"),
    Case("the day before the third", "2020-03-09", {"stays", "comes"}, "2020-02-10"),
    Case("the day of the third", "2020-03-10", {"stays", "comes", "returns"}, "2020-03-10"),
    Case("after the last", "2020-03-11", {"stays", "comes", "returns"}, "2020-03-10"),
    Case("long after the last", "9999-12-31", {"stays", "comes", "returns"}, "2020-03-10"),
    Case("now", None, {"stays", "comes", "returns"}, "2020-03-10"),
)


@engines
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=str)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.situation)
def test_the_edition_valid_on_the_day_asked_about_says_who_is_listed(
    case: Case, order: tuple[int, ...], engine: Engine, tmp_path: Path
) -> None:
    screener = engine(screener_of(*(THREE_EDITIONS[place] for place in order)), tmp_path)
    people, warnings = found(screener, case.as_of)
    assert people == case.found
    assert len(warnings) == bool(case.warning)
    assert all(case.warning in warning and LIST in warning for warning in warnings)
    answer = screener.screen(NEVER, as_of=case.as_of)
    assert [str(one.published) for one in answer.editions] == [case.edition]
    assert answer.as_of == (day(case.as_of) if case.as_of else None)
    assert not answer.hits


# Before the first edition: that edition, less what it says was listed later.
@engines
@pytest.mark.parametrize(
    ("days", "as_of", "programmes"),
    [
        (["2019-06-01"], "2019-05-31", None),
        (["2019-06-01"], "2019-06-01", ["TEST-1"]),
        (["2019-06-01"], "2020-01-09", ["TEST-1"]),
        # Nobody knows when: leaving it out could hide somebody who was listed.
        ([None], "1950-01-01", ["TEST-1"]),
        # The one decision was not yet taken, the other is not dated.
        (["2019-06-01", None], "2019-05-31", ["TEST-2"]),
        (["2018-01-01", "2019-06-01"], "2019-05-31", ["TEST-1"]),
        (["2018-01-01", "2019-06-01"], "2017-12-31", None),
        # A partial date may mean its first day.
        (["2019"], "2019-01-01", ["TEST-1"]),
        (["2019"], "2018-12-31", None),
        (["2019-06"], "2019-06-01", ["TEST-1"]),
        # No decision at all, as on a list of one's own.
        ([], "1950-01-01", []),
        # From its day on the edition is what the list said, whatever dates it gives.
        (["2020-01-15"], "2020-01-10", ["TEST-1"]),
        (["2020-01-15"], "2020-01-09", None),
    ],
)
def test_before_the_first_edition_it_is_used_without_what_was_listed_later(
    days: list[str | None], as_of: str, programmes: list[str] | None, engine: Engine, tmp_path: Path
) -> None:
    person = designated(STAYS, *days)
    screener = engine(screener_of((edition("first", "2020-01-10"), [person, GOES])), tmp_path)
    answer = screener.screen(STAYS.name, as_of=as_of)
    if programmes is None:
        assert (answer.hits, answer.near) == ((), ())
    else:
        assert [one.programme for one in the_hit(answer).designations] == programmes
    early = day(as_of) < day("2020-01-10")
    assert len(answer.warnings) == early
    if early:
        (warning,) = answer.warnings
        assert f"no edition of {as_of} is held" in warning
        assert "the first one held, of 2020-01-10, is used" in warning
    # Now, all that it says counts.
    assert the_hit(screener.screen(STAYS.name)).designations == person.designations


@engines
def test_an_undated_list_is_screened_now_and_not_as_of_a_day(engine: Engine, tmp_path: Path) -> None:
    screener = engine(screener_of((edition("undated", received="2021-05-05T12:00:00"), [STAYS])), tmp_path)
    people, warnings = found(screener, None)
    assert people == {"stays"}
    assert len(warnings) == 1
    assert "without a published date is screened as current" in warnings[0]
    for as_of in ("2020-01-01", "2021-05-05", "2030-01-01"):
        people, warnings = found(screener, as_of)
        assert people == set()
        assert len(warnings) == 1
        assert "carries no published date" in warnings[0]
        assert f"not screened as of {as_of}" in warnings[0]
        assert "--published" in warnings[0]
        assert screener.screen(NEVER, as_of=as_of).editions == ()


UNDATED_BESIDE_DATED: tuple[Publication, ...] = (
    (edition("dated", "2020-01-10"), (STAYS, GOES)),
    (edition("undated", received="2021-05-05T12:00:00"), (STAYS, COMES)),
)


@engines
def test_an_undated_edition_beside_dated_ones_counts_now_only(engine: Engine, tmp_path: Path) -> None:
    screener = engine(screener_of(*UNDATED_BESIDE_DATED), tmp_path)
    # Nobody knows whether GOES went before COMES came: both may be listed now.
    people, warnings = found(screener, None)
    assert people == {"stays", "goes", "comes"}
    assert len(warnings) == 1
    assert "screened as current, beside the newest dated one" in warnings[0]
    assert len(screener.screen(NEVER).editions) == 2
    people, _ = found(screener, "2020-01-09")
    assert people == {"stays", "goes"}


@engines
@pytest.mark.parametrize("as_of", ["2020-01-10", "2021-05-05", "2030-01-01"])
def test_an_undated_edition_beside_dated_ones_says_that_it_is_not_asked_as_of_a_day(
    as_of: str, engine: Engine, tmp_path: Path
) -> None:
    screener = engine(screener_of(*UNDATED_BESIDE_DATED), tmp_path)
    people, warnings = found(screener, as_of)
    assert people == {"stays", "goes"}
    assert len(warnings) == 1
    assert "without a published date" in warnings[0]
    assert f"as of {as_of}" in warnings[0]
    assert "--published" in warnings[0]


@engines
def test_an_edition_published_after_the_undated_one_came_supersedes_it(
    engine: Engine, tmp_path: Path
) -> None:
    later = (edition("later", "2021-05-06"), (STAYS, RETURNS))
    screener = engine(screener_of(*UNDATED_BESIDE_DATED, later), tmp_path)
    people, warnings = found(screener, None)
    assert people == {"stays", "returns"}
    assert warnings == ()


LACKS = (FactKind.ALIASES, FactKind.BIRTH_DATES)
SAID_OF_PARTIAL = (
    "zz-test: a partial edition, whose file can't hold aliases, birth dates; what earlier editions said of "
    "those is used, where any is held"
)
COMPLETE = party("1", "MENDIZURI, Aketza", name="ZUBELDIA, Ondarreta", born="1957-03-11")
BARE = party("1", name="ZUBELDIA, Ondarreta")
PARTIAL: tuple[Publication, ...] = (
    (edition("complete", "2020-01-10"), (COMPLETE, GOES)),
    (edition("bare", "2020-02-10", lacks=LACKS), (BARE, COMES)),
    (edition("complete again", "2020-03-10"), (BARE, COMES)),
)


@engines
@pytest.mark.parametrize(
    ("as_of", "people", "aliased", "warnings"),
    [
        ("2020-01-10", {"stays", "goes"}, True, ()),
        ("2020-02-09", {"stays", "goes"}, True, ()),
        # It can say that GOES is gone; it cannot say that the alias is, and the answer says so.
        ("2020-02-10", {"stays", "comes"}, True, (SAID_OF_PARTIAL,)),
        ("2020-03-09", {"stays", "comes"}, True, (SAID_OF_PARTIAL,)),
        # The complete edition can.
        ("2020-03-10", {"stays", "comes"}, False, ()),
        (None, {"stays", "comes"}, False, ()),
    ],
)
def test_a_partial_edition_never_removes_what_it_cannot_hold(
    as_of: str | None,
    people: set[str],
    aliased: bool,
    warnings: tuple[str, ...],
    engine: Engine,
    tmp_path: Path,
) -> None:
    screener = engine(screener_of(*PARTIAL), tmp_path)
    assert found(screener, as_of) == (people, warnings)
    answer = screener.screen("Aketza Mendizuri", as_of=as_of)
    assert [hit.matched_name for hit in answer.hits] == (["MENDIZURI, Aketza"] if aliased else [])
    birth_dates = the_hit(screener.screen(STAYS.name, as_of=as_of)).birth_dates
    assert birth_dates == (("1957-03-11",) if aliased else ())


def test_a_partial_edition_alone_is_asked_like_any_other() -> None:
    screener = screener_of(PARTIAL[1])
    assert found(screener, "2020-02-10") == ({"stays", "comes"}, (SAID_OF_PARTIAL,))
    assert not screener.screen("Aketza Mendizuri", as_of="2020-02-10").hits


@engines
def test_evidence_is_what_the_list_said_on_the_day(engine: Engine, tmp_path: Path) -> None:
    """A birth date corrected, a name dropped and a programme changed between two editions."""
    before = party("1", "MENDIZURI, Aketza", name="ZUBELDIA, Ondarreta", born="1957")
    after = replace(
        party("1", name="ZUBELDIA, Ondarreta", born="1991-05-05"),
        designations=(Designation("The Tester", "NEWER"),),
    )
    editions = (edition("1", "2020-01-10"), [before]), (edition("2", "2020-02-10"), [after])
    screener = engine(screener_of(*editions), tmp_path)
    for as_of, born, programme in [("2020-02-09", "1957", "TEST"), ("2020-02-10", "1991-05-05", "NEWER")]:
        answer = screener.screen("Ondarreta Zubeldia", born="1991-05-05", as_of=as_of, near=True)
        agrees = born == "1991-05-05"
        (one,) = answer.hits if agrees else answer.near
        assert (answer.near if agrees else answer.hits) == ()
        assert one.party.birth_dates == (born,)
        assert [of.programme for of in one.party.designations] == [programme]
        assert [(piece.query, piece.listed) for piece in one.contradictions] == (
            [] if agrees else [("1991-05-05", "1957")]
        )
        assert bool(screener.screen("Aketza Mendizuri", as_of=as_of).hits) != agrees


@engines
def test_of_two_editions_of_one_day_the_later_moment_holds(engine: Engine, tmp_path: Path) -> None:
    morning = edition("a", "2020-01-10", moment="2020-01-10T08:00:00Z")
    evening = edition("b", "2020-01-10", moment="2020-01-10T20:00:00Z")
    said: tuple[Publication, ...] = (morning, [STAYS, GOES]), (evening, [STAYS, COMES])
    for published in said, said[::-1]:
        screener = engine(screener_of(*published), tmp_path)
        for as_of in ("2020-01-10", "2020-01-11", None):
            assert found(screener, as_of) == ({"stays", "comes"}, ())


ELSEWHERE = party("9", name="NORDENSKIOLD, Halfdan", of=OTHER)
TWO_LISTS: tuple[Publication, ...] = (
    *THREE_EDITIONS,
    (edition("another list", "2020-02-01", of=OTHER), (ELSEWHERE,)),
)


@engines
@pytest.mark.parametrize(
    ("as_of", "lists", "warned"),
    [
        ("2020-01-09", (), {LIST, OTHER}),
        ("2020-01-10", (), {OTHER}),
        ("2020-01-10", (LIST,), set()),
        ("2020-01-10", (OTHER,), {OTHER}),
        ("2020-02-01", (), set()),
        (None, (), set()),
    ],
)
def test_each_list_has_its_own_time_and_only_lists_in_scope_warn(
    as_of: str | None, lists: tuple[ListId, ...], warned: set[str], engine: Engine, tmp_path: Path
) -> None:
    screener = engine(screener_of(*TWO_LISTS, policy=Policy(lists=lists)), tmp_path)
    people, warnings = found(screener, as_of, {**EVERYBODY, "elsewhere": ELSEWHERE})
    assert ("elsewhere" in people) == (not lists or OTHER in lists)
    assert ("stays" in people) == (not lists or LIST in lists)
    assert {warning.partition(":")[0] for warning in warnings} == warned
    assert {one.list for one in screener.screen(NEVER, as_of=as_of).editions} == {*(lists or (LIST, OTHER))}


@pytest.mark.parametrize("as_of", ["2020-02", "2020", "2020-2-1", "2020-02-30", "yesterday", "", "20200201"])
def test_a_day_that_is_none_is_refused_and_the_message_shows_how_to_write_one(as_of: str) -> None:
    screener = screener_of(*THREE_EDITIONS)
    with pytest.raises(InputError, match=r"as-of day .* YYYY-MM-DD"):
        screener.screen(STAYS.name, as_of=as_of)


def test_a_day_may_be_a_date_too() -> None:
    screener = screener_of(*THREE_EDITIONS)
    for as_of in ("2020-02-10", "2020-01-25"):
        assert screener.screen(COMES.name, as_of=dt.date.fromisoformat(as_of)) == screener.screen(
            COMES.name, as_of=as_of
        )
