"""What an edition may lose unasked, and what it is refused for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from namesake.model.edition import Edition
from namesake.model.party import FactKind
from namesake.model.values import ListId, PartyId
from namesake.store.checks import Facts, Findings, edition_before, examine, named
from tests.unit.store.making import edition

ALIASES, BORN, NOTES = FactKind.ALIASES, FactKind.BIRTH_DATES, FactKind.NOTES
OLD = edition("old", "2024-01-01")


def held(count: int, *kinds: FactKind, first: int = 0) -> dict[PartyId, frozenset[FactKind]]:
    """So many parties with facts of these kinds."""
    return {PartyId(f"zz-test:{number}"): frozenset(kinds) for number in range(first, first + count)}


def looked_at(
    new: Edition,
    facts: Facts,
    others: Mapping[Edition, Facts],
    *,
    declared: int | None = None,
    leaves_out: tuple[FactKind, ...] = (),
) -> Findings:
    counted = replace(new, parties=len(facts), records=len(facts))
    return examine(
        counted, facts, others, facts_of=others.__getitem__, declared=declared, leaves_out=leaves_out
    )


@pytest.mark.parametrize(
    ("published", "kept", "of", "refused"),
    [
        # at least 10 %, however short the time
        ("2024-01-02", 90, 100, False),
        ("2024-01-02", 89, 100, True),
        ("2024-03-31", 89, 100, True),
        # 10 % a quarter: half a year is two
        ("2024-07-02", 81, 100, False),
        ("2024-07-02", 79, 100, True),
        # at most half, however long the time
        ("2034-01-01", 50, 100, False),
        ("2034-01-01", 49, 100, True),
        # a short list is no exception
        ("2024-01-02", 4, 5, True),
        ("2024-01-02", 10, 10, False),
    ],
)
def test_parties_may_go_by_the_quarter(published: str, kept: int, of: int, refused: bool) -> None:
    found = looked_at(edition("new", published), held(kept), {OLD: held(of)})
    assert bool(found.refused) == refused
    assert found.before == OLD


def test_parties_that_came_do_not_make_up_for_those_that_went() -> None:
    found = looked_at(edition("new", "2024-01-02"), held(100, first=50), {OLD: held(100)})
    assert found.refused == (
        "50 of 100 (50.0%) parties of the edition before it (published 2024-01-01) are gone: "
        "zz-test:0, zz-test:1, zz-test:10, .... At most 10% may go in 1 days",
    )


@pytest.mark.parametrize(
    ("had", "lost", "of", "refused"),
    [
        (100, 51, 100, True),
        (100, 50, 100, False),  # not more than half of those that had it
        (3, 3, 1000, True),
        (2, 2, 1000, False),  # two corrections on a long list
        (1, 1, 1000, False),
        (2, 2, 4, True),  # half of a short list
        (1, 1, 4, True),
        (0, 0, 4, False),
    ],
)
def test_facts_may_go_from_half_of_those_that_had_them(had: int, lost: int, of: int, refused: bool) -> None:
    before = held(of, NOTES) | held(had, NOTES, BORN)
    now = before | held(lost, NOTES)
    found = looked_at(edition("new", "2024-01-02"), now, {OLD: before})
    assert bool(found.refused) == refused
    if refused:
        assert found.refused == (
            f"the birth dates of {lost} of {had} ({lost / had:.1%}) parties that had them are gone",
        )


def test_facts_of_parties_that_went_or_came_do_not_count() -> None:
    before = held(9, NOTES) | held(1, BORN, first=9)
    now = held(9, NOTES) | held(5, NOTES, first=20)
    assert looked_at(edition("new", "2024-01-02"), now, {OLD: before}).refused == ()


def test_a_kind_the_file_can_not_carry_is_not_missed() -> None:
    partial = edition("new", "2024-01-02", lacks=[ALIASES])
    found = looked_at(partial, held(10, NOTES), {OLD: held(10, NOTES, ALIASES)})
    assert found.refused == ()
    assert looked_at(partial, held(10), {OLD: held(10, NOTES, ALIASES)}).refused == (
        "the notes of 10 of 10 (100.0%) parties that had them are gone",
    )


def test_aliases_lost_behind_a_partial_edition_are_missed_all_the_same() -> None:
    """Trio, then SDN.CSV alone, then a trio whose ALT.CSV has become empty."""
    partial = edition("part", "2024-01-05", lacks=[ALIASES, FactKind.ADDRESSES])
    also = edition("part 2", "2024-01-06", lacks=[ALIASES])
    others = {
        OLD: held(10, NOTES, ALIASES),
        partial: held(10, NOTES),
        also: held(10, NOTES),
        edition("part of another list", "2024-01-06", of=ListId("zz-other")): held(3),
    }
    found = looked_at(edition("new", "2024-01-08"), held(10, NOTES), others)
    assert found.before == also
    assert found.refused == ("the aliases of 10 of 10 (100.0%) parties that had them are gone",)


@pytest.mark.parametrize("others", [{}, {OLD: held(4)}, {edition("newer", "2025-01-01"): held(4)}])
def test_an_edition_without_parties_is_always_refused(others: dict[Edition, Facts]) -> None:
    found = looked_at(edition("new", "2024-06-01"), {}, others)
    assert found.refused[0] == "it holds no party"


def test_an_edition_of_which_nothing_could_be_read_says_so() -> None:
    empty = replace(edition("new", "2024-06-01"), records=1200, problems=1200)
    found = examine(empty, {}, (), facts_of=dict[Edition, Facts]().__getitem__)
    assert found.refused == ("it holds no party: none of its 1,200 records could be read",)


@pytest.mark.parametrize(("declared", "refused"), [(None, False), (7, False), (8, True), (6, True)])
def test_an_edition_must_hold_as_many_records_as_it_says(declared: int | None, refused: bool) -> None:
    found = looked_at(OLD, held(7), {}, declared=declared)
    assert bool(found.refused) == refused
    if refused:
        assert found.refused == (f"it says that it holds {declared} records, and 7 were found in it",)


def test_an_old_edition_added_later_only_warns() -> None:
    newest = edition("newest", "2024-06-01")
    found = looked_at(edition("new", "2024-01-02"), held(10), {OLD: held(100), newest: held(100)})
    assert found.refused == ()
    assert len(found.losses) == 1
    assert found.warnings == (
        "zz-test, edition of 2024-01-02: 90 of 100 (90.0%) parties of the edition before it (published "
        "2024-01-01) are gone: zz-test:10, zz-test:11, zz-test:12, .... At most 10% may go in 1 days",
        "zz-test, edition of 2024-01-02: it is not in use now, because a later edition is held "
        "(published 2024-06-01)",
    )


def test_the_first_edition_has_nothing_to_lose() -> None:
    found = looked_at(OLD, held(3), {edition("other", "2023-01-01", of=ListId("zz-other")): held(100)})
    assert (found.before, found.losses, found.warnings) == (None, (), ())


UNDATED = edition("undated", received="2024-02-01T10:00:00.000000Z")


def test_an_undated_edition_is_compared_with_the_one_before_the_day_it_was_received() -> None:
    found = looked_at(UNDATED, held(50), {OLD: held(100)})
    assert found.before == OLD
    assert len(found.refused) == 1
    assert found.remarks == (
        "its date is not known, so it can't be asked as of a day; give it with --published",
    )


def test_an_undated_edition_behind_a_dated_one_says_that_it_is_not_in_use() -> None:
    found = looked_at(UNDATED, held(50), {edition("dated", "2024-02-01"): held(100)})
    assert found.refused == ()
    assert "it is not in use now, because a later edition is held (published 2024-02-01)" in found.remarks


def test_a_dated_edition_beside_a_later_undated_one_is_in_use_and_refused_for_what_it_lost() -> None:
    found = looked_at(edition("new", "2024-01-02"), held(50), {OLD: held(100), UNDATED: held(100)})
    assert len(found.refused) == 1


def test_a_clock_that_went_back_is_told() -> None:
    earlier = replace(edition("new"), received="2024-01-31T10:00:00.000000Z")
    found = looked_at(earlier, held(100), {UNDATED: held(100)})
    assert "the clock stands before the time an earlier edition was received: see to the clock" in (
        found.remarks
    )


def test_the_refusal_names_losses_and_remedy() -> None:
    found = looked_at(edition("new", "2024-01-02"), {}, {OLD: held(100)})
    error = found.refusal()
    assert error.losses == found.refused
    assert str(error) == (
        "zz-test, edition of 2024-01-02 is refused:\n"
        "  - it holds no party\n"
        "  - 100 of 100 (100.0%) parties of the edition before it (published 2024-01-01) are gone: "
        "zz-test:0, zz-test:1, zz-test:10, .... At most 10% may go in 1 days\n"
        "Nothing of it was kept, and what was held before goes on serving. Fetch the file again; if this "
        "really is what the publisher wants to say, add it with --accept-loss."
    )


def test_the_edition_before_is_of_the_same_list_and_next_in_time() -> None:
    newer = edition("newer", "2024-05-01")
    other = edition("other", "2024-02-28", of=ListId("zz-other"))
    between = edition("between", "2024-03-01")
    assert edition_before(between, [newer, other, OLD, UNDATED]) == UNDATED
    assert edition_before(OLD, [newer, other, OLD, UNDATED]) is None


def test_an_undated_edition_is_named_by_its_checksum() -> None:
    assert named(UNDATED) == f"zz-test, undated edition {UNDATED.sha256[:8]}"
    assert named(OLD) == "zz-test, edition of 2024-01-01"


def test_what_a_thinner_layout_leaves_out_is_told_and_no_reason_to_refuse() -> None:
    new, before = edition("new", "2024-01-02"), held(10, ALIASES, BORN, NOTES)
    found = looked_at(new, held(10, ALIASES), {OLD: before}, leaves_out=(BORN,))
    assert found.refused == found.losses == ("the notes of 10 of 10 (100.0%) parties that had them are gone",)
    thin = (
        "the birth dates of 10 of 10 (100.0%) parties that had them are gone, because this file's layout "
        "does not give them"
    )
    assert found.remarks == (thin,)
    harmless = looked_at(new, held(10, ALIASES, NOTES), {OLD: before}, leaves_out=(BORN,))
    assert (harmless.refused, harmless.remarks) == ((), (thin,))
    # Nothing is told of what stands there after all, or of what a partial edition never removes.
    assert looked_at(new, before, {OLD: before}, leaves_out=(BORN,)).remarks == ()
    partial = replace(new, lacks=(BORN,))
    assert looked_at(partial, held(10, ALIASES, NOTES), {OLD: before}, leaves_out=(BORN,)).remarks == ()
