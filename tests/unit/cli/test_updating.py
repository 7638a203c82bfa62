"""What is printed of lists that were fetched: their age, what came, and what went wrong."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from rich.console import Console

from namesake.cli.updating import Update, addresses_of, as_document, complaints, show_updated, update_all
from namesake.errors import InputError, LossyEditionError, NamesakeError
from namesake.model.edition import Edition
from namesake.model.values import ListId
from namesake.service import Service, Updated
from namesake.sources.fetch import UnreachableError
from namesake.store.database import Added

TODAY = dt.datetime.now(dt.UTC).date()


def _edition(age: int | None, sha256: str = "ab") -> Edition:
    published = TODAY - dt.timedelta(days=age) if age is not None else None
    return Edition(ListId("un-sc"), sha256 * 32, "un-xml", published, records=12, parties=10, problems=1)


def _updated(
    *,
    current: Edition | None = None,
    added: Added | None = None,
    error: NamesakeError | None = None,
    of: str = "un-sc",
    cadence: int | None = 14,
) -> Updated:
    reached = not isinstance(error, UnreachableError)
    return Updated(ListId(of), "https://a.example/", added, error, reached, current, cadence)


def _shown(*lists: Updated) -> str:
    written = io.StringIO()
    show_updated(Console(file=written, width=300, highlight=False), Update(lists, None))
    return written.getvalue()


@pytest.mark.parametrize(
    ("age", "told"),
    [
        (0, "is 0 days old\n"),
        (1, "is 1 day old\n"),
        (14, "is 14 days old\n"),
        (15, "is 15 days old\n  ! un-sc usually comes every 14 days or sooner: https://main.un.org/"),
        (-1, "is 0 days old\n"),  # Where the publisher is, it is tomorrow.
        (None, "un-sc: unchanged; the edition held carries no date\n"),
    ],
)
def test_it_is_told_how_old_an_edition_is_and_whether_it_is_overdue(age: int | None, told: str) -> None:
    shown = _shown(_updated(current=_edition(age)))
    assert told in shown
    assert ("usually comes" in shown) is (age == 15)
    (document,) = as_document(Update([_updated(current=_edition(age))], None))["lists"]
    assert (document["age_days"], document["overdue"]) == (age, age == 15)


def test_a_list_of_ones_own_is_never_overdue() -> None:
    shown = _shown(_updated(current=_edition(4000), of="mine", cadence=None))
    assert shown.startswith("mine: unchanged; the edition of ")
    assert shown.endswith("is 4,000 days old\n")


def test_what_came_is_told_with_its_problems_and_its_warnings() -> None:
    added = Added(
        _edition(1), before=_edition(9, "cd"), new=3, gone=2, warnings=("look \x1b[31m[b]here[/b]",)
    )
    shown = _shown(_updated(current=_edition(1), added=added))
    assert shown.startswith(
        "un-sc: 10 parties came, 1 problem, 2 of the records lost (`namesake lists show un-sc` says why); "
        f"3 new and 2 gone since {TODAY - dt.timedelta(days=9)}; the edition of "
    )
    assert "  ! look  [31m[b]here[/b]\n" in shown


def test_an_edition_that_was_known_is_unchanged() -> None:
    one = _updated(current=_edition(1), added=Added(_edition(1), was_known=True))
    assert not one.changed
    assert "unchanged" in _shown(one)
    assert as_document(Update([one], None))["lists"][0]["outcome"] == "unchanged"


def test_what_failed_is_told_once_and_not_among_what_went_well() -> None:
    one = _updated(current=_edition(3), error=InputError("no good."))
    day = TODAY - dt.timedelta(days=3)
    assert _shown(one) == ""
    assert complaints(Update([one], None)) == [
        f"un-sc: no good. Of un-sc, the edition of {day} is 3 days old and goes on serving"
    ]


def test_a_refusal_says_itself_what_goes_on_serving() -> None:
    error = LossyEditionError("un-sc is refused:\n  - all gone\nNothing was kept.", ("all gone",))
    one = _updated(current=_edition(3), error=error)
    assert complaints(Update([one], None)) == ["un-sc: un-sc is refused:\n  - all gone\nNothing was kept"]
    assert as_document(Update([one], None))["lists"][0]["losses"] == ["all gone"]


AWAY = UnreachableError("it can't be reached")


@pytest.mark.parametrize(
    ("lists", "count"),
    [
        ([_updated(error=AWAY), _updated(error=AWAY)], 1),
        ([_updated(error=AWAY)], 1),
        ([_updated(error=AWAY), _updated(error=InputError("no good"))], 2),
        ([_updated(error=AWAY), _updated(error=AWAY), _updated(current=_edition(1))], 2),
    ],
    ids=["all away", "the only one away", "one away, one failed", "two away, one there"],
)
def test_a_missing_network_is_told_once(lists: list[Updated], count: int) -> None:
    told = complaints(Update(lists, None))
    assert len(told) == count
    assert ("no publisher could be reached" in told[0]) is (len(lists) == 2 and count == 1)


@pytest.mark.parametrize(
    ("pairs", "addresses"),
    [
        ([], {}),
        (["un-sc=https://a.example/?x=1"], {"un-sc": "https://a.example/?x=1"}),
        (["a=https://x/", "b=https://y/", "a=https://z/"], {"a": "https://z/", "b": "https://y/"}),
    ],
)
def test_an_address_is_told_for_each_list(pairs: list[str], addresses: dict[str, str]) -> None:
    assert addresses_of(pairs) == addresses


@pytest.mark.parametrize("pair", ["un-sc", "", "https://user:word@a.example/?list=un-sc"])
def test_an_address_without_its_list_is_refused_and_not_repeated(pair: str) -> None:
    with pytest.raises(InputError, match="--from takes a list and its address") as told:
        addresses_of([pair])
    assert "word" not in str(told.value)


def test_where_nothing_changed_no_index_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Service, "update", lambda *_, **__: [_updated(current=_edition(1))])
    update = update_all(Service(), ["un-sc"], addresses={}, accept_loss=False, console=None)
    assert (update.index, update.failed) == (None, [])
    assert not Service().index_folder.exists()
