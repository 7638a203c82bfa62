"""Many texts at once, each against the lists of its own day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from namesake.errors import InputError
from namesake.index.building import build
from namesake.model.policy import Policy
from namesake.screening import texts as module
from namesake.screening.screener import Screener
from namesake.screening.texts import at_once
from namesake.text.document import Document
from namesake.text.finding import Finder
from tests.unit.index.making import holding, over_time, party, said, span, under

ALWAYS = span(None, None)
# The first edition held is of 1 June 2020; before that day counts what it says was listed by then.
MADE = build(
    [
        over_time(said(party("1", "Karla Quandt"), ALWAYS)),
        over_time(said(party("2", "Otto Zwingli", designations=[under("RUIN", "2015")]), ALWAYS)),
        over_time(
            said(
                party("3", "Berta Ostrander", designations=[under("RUIN"), under("TOLL", "2018-06-01")]),
                ALWAYS,
            )
        ),
        over_time(said(party("4", "Ida Tannhauser", designations=[under("TOLL", "2019-05-01")]), ALWAYS)),
    ],
    [holding("2020-06-01", None, current=True)],
)
KARLA, OTTO, BERTA, IDA = NAMES = ("Karla Quandt", "Otto Zwingli", "Berta Ostrander", "Ida Tannhauser")
TEXT = f"{KARLA} saw {OTTO}, {BERTA} and {IDA}."
TOLL = Policy(programmes=("TOLL",))


def screener(policy: Policy | None = None) -> Screener:
    return Screener(MADE, policy, compiled=False)


def of_day(day: str | None, text: str = TEXT) -> Document:
    return Document(text=text, dateline=dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("policy", "day", "expected"),
    [
        (None, None, NAMES),
        (None, "2022-01-01", NAMES),
        (None, "2020-06-01", NAMES),
        (None, "2020-05-31", NAMES),
        (None, "2019-05-01", NAMES),
        (None, "2019-04-30", (KARLA, OTTO, BERTA)),  # Ida's only decision was not taken yet
        (None, "2015-01-01", (KARLA, OTTO, BERTA)),  # "2015" may be its first day
        (None, "2014-12-31", (KARLA, BERTA)),  # a decision without a day may be as old as any
        (TOLL, None, (BERTA, IDA)),
        (TOLL, "2019-05-01", (BERTA, IDA)),
        (TOLL, "2019-04-30", (BERTA,)),
        (TOLL, "2018-05-31", ()),  # listed, but under another programme
    ],
)
def test_each_text_is_read_against_its_own_day(
    policy: Policy | None, day: str | None, expected: tuple[str, ...]
) -> None:
    other = of_day("2014-12-31")
    (_, reading, _) = screener(policy).read_many([other, of_day(day), other])
    assert tuple(one.surface for one in reading.mentions) == expected
    assert tuple(str(one.name) for one in reading.parties) == expected


@pytest.mark.parametrize("most", [1, 60, 100_000])
@pytest.mark.parametrize("policy", [None, TOLL])
def test_they_are_read_as_they_are_one_by_one(
    monkeypatch: pytest.MonkeyPatch, policy: Policy | None, most: int
) -> None:
    monkeypatch.setattr(module, "_MOST_AT_ONCE", most)
    texts = [
        TEXT,
        "Nobody came.",
        "Quandt was alone.",
        f"{OTTO} and his brother. Zwingli went.",
        "",
        "Zwingly, Oto met Kwandt, Karla",
        "Каrlа Quаndt",
    ]
    days = [None, "2019-04-30", "2014-12-31", "2022-01-01"]
    documents = [of_day(day, text) for day in days for text in texts]
    apart = [screener(policy).read(one) for one in documents]
    assert list(screener(policy).read_many(documents)) == apart
    assert list(screener(policy).read_many(documents[::-1])) == apart[::-1]


def test_a_day_given_is_that_of_all() -> None:
    documents: list[str | bytes | Document] = [of_day("2022-01-01"), of_day(None), TEXT, TEXT.encode()]
    for reading in screener().read_many(documents, as_of="2014-12-31"):
        assert (len(reading.mentions), str(reading.as_of)) == (2, "2014-12-31")


def test_a_day_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="as-of day"):
        screener().read_many([], as_of="2014-13-01")


def test_days_on_which_the_same_are_listed_share_what_was_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    class Counted(Finder):
        def __init__(self, *args: object) -> None:
            made.append(1)
            super().__init__(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "Finder", Counted)
    one = screener()
    list(one.read_many([of_day(f"2019-05-{day:02}") for day in range(1, 32)]))
    assert len(made) == 1
    one.read(of_day("2019-04-30"))
    one.read(of_day("2016-08-17"))
    assert len(made) == 2
    one.read(of_day(None))
    assert len(made) == 2, "now the same are listed as on the first days"


def test_no_more_than_some_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_KEPT", 1)
    one = screener()
    for day, count in [("2014-12-31", 2), ("2016-01-01", 3), (None, 4)] * 2:
        assert len(one.read(of_day(day)).mentions) == count


def test_as_many_are_taken_as_are_read_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_AT_ONCE", 10)
    taken: list[str] = []

    def texts() -> Iterator[Document]:
        for text in ("12345", "12345", "1234567890123", "1", "", "1"):
            taken.append(text)
            yield Document(text=text)

    groups = at_once(texts())
    assert [one.text for one in next(groups)] == ["12345", "12345"]
    assert len(taken) == 2, "no more than needed"
    assert [[one.text for one in group] for group in groups] == [["1234567890123"], ["1", "", "1"]]


def test_a_text_that_can_t_be_read_is_told_behind_the_readings_before_it() -> None:
    readings = screener().read_many([TEXT, TEXT, b"%PDF-1.4", TEXT])
    assert [len(next(readings).mentions) for _ in range(2)] == [4, 4]
    with pytest.raises(InputError, match=r"^text 3: "):
        next(readings)


@pytest.mark.parametrize("one", [TEXT, TEXT.encode()])
def test_one_text_is_not_taken_for_many_of_a_letter(one: str | bytes) -> None:
    with pytest.raises(InputError, match="one text is read by `read`"):
        screener().read_many(one)  # type: ignore[arg-type]
