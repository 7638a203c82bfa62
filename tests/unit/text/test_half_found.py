"""Names of which one word is as it is spelled and another as no spelling explains."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from namesake.model.values import Kind
from namesake.screening.screener import Screener
from tests.unit.index.engines import running
from tests.unit.index.making import party, snapshot

SCREENER = Screener(
    snapshot(
        party("1", "AL-KHAZAWIRI, Qays"),
        party("2", "AL-MUHANDAWI, Abu Mahdi"),
        party("3", "PYO, Zong Uk"),
        party("4", "VORONTSEV, Arkadiy Lvovich"),
        party("5", "ABDULAZIM, Khalfan"),
        party("6", "PMC ZWINGLI", kind=Kind.COMPANY),
        party("7", "Q77", kind=Kind.ORGANIZATION),
        party("8", "Brigade of the Silent Valley", kind=Kind.ORGANIZATION),
        party("9", "SALIM, Zubaydi Harun"),
        party("10", "SMITH, John"),
    ),
    compiled=False,
)


@pytest.fixture(scope="module", autouse=True)
def plainly() -> Iterator[None]:
    """A few names are walked through sooner than the walk is compiled."""
    with running("interpreted"):
        yield


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.surface, one.party.partition(":")[2], one.status.value) for one in SCREENER.read(text).mentions
    ]


@pytest.mark.parametrize(
    ("name", "party", "why"),
    [
        ("Qays al-Kazawiri", "1", "an h that is hardly heard is left out"),
        ("Qays al-Khazahwiri", "1", "and put where none is"),
        ("Abu Madi al-Muhandawi", "2", "Madi is a name of its own; the rest says who is meant"),
        ("Qays al-Khazwairi", "1", "two letters exchanged"),
        ("Arkadiy Vorontsxv", "4", "another letter"),
        ("Arkadiy Voronsev", "4", "a letter left out"),
        ("Pyo Zonguk", "3", "a given name of two syllables as one word"),
        ("Khalfan Abd al-Azim", "5", "the servant of God in two words"),
        ("Khalfan Abd-al-Azim", "5", "the same with hyphens"),
        ("PMC Zwingli", "6", "words that have a common short form"),
        ("the Silnt Valley Brigade", "8", "two words of three are right"),
    ],
)
def test_a_name_is_found_by_its_other_half(name: str, party: str, why: str) -> None:
    found = told(f"They saw {name} there.")
    assert [one[:2] for one in found] == [(name.removeprefix("the "), party)], why


@pytest.mark.parametrize(
    "name",
    ["Qays al-Kazawiri", "Abu Madi al-Muhandawi", "Arkadiy Vorontsxv", "Pyo Zonguk", "Khalfan Abd al-Azim"],
)
def test_a_person_found_so_is_only_possible(name: str) -> None:
    assert [status for *_, status in told(f"They saw {name} there.")] == ["possible"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Xays al-Kazawiri", "neither word is right"),
        ("Ebu Mahti Muhammad", "of words so short another letter makes another name"),
        ("John Smiht", "many people bear the name"),
        ("Arkadiy Vorxntsxv", "two letters"),
        ("Arkadiy Quandt", "another name"),
        ("Peter Arkadiy Voronsev", "part of a longer name"),
    ],
)
def test_half_a_name_is_none(name: str, why: str) -> None:
    assert told(f"They saw {name} there.") == [], why


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("The Q-77 rebels fled.", "Q-77", "possible"),
        ("The Q77 rebels fled.", "Q77", "possible"),
        ("The Q\u201177 rebels fled.", "Q\u201177", "possible"),
        ("REBELS OF THE Q-77 FLED.", "Q-77", "possible"),
    ],
)
def test_letters_and_a_number_are_one_word_with_a_hyphen_or_without(
    text: str, surface: str, status: str
) -> None:
    assert told(text) == [(surface, "7", status)]


@pytest.mark.parametrize("text", ["The R-77 rebels.", "The Q-78 rebels.", "The Q, 77 rebels.", "Page Q. 77"])
def test_other_letters_and_numbers_are_none(text: str) -> None:
    assert told(text) == []
