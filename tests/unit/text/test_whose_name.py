"""Names that several bear, or that are only part of a name: whom they may mean, and how sure that is."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from namesake.screening.screener import Screener
from namesake.text.mention import Mention
from tests.unit.index.making import party, snapshot

ORGANIZATION = Kind.ORGANIZATION
SCREENER = Screener(
    snapshot(
        party("1", "AL-QUANDAWI, Bashir"),
        party("2", "AL-QUANDAWI, Mahir"),
        party("3", "VORONTSEV, Dietmar Lvovich"),
        party("4", "Kharvanion", "Ruritanian Silent Vigil", kind=ORGANIZATION),
        party("5", "Valley Ruritanian Silent Vigil", kind=ORGANIZATION),
        party("6", "Ostrander Zwinglian Vigil", kind=ORGANIZATION),
        party("7", "Upper Ostrander Zwinglian Vigil", kind=ORGANIZATION),
        party("8", "S.A.S. E.U.", kind=Kind.COMPANY),
        party("9", "Ministry of Defence", kind=ORGANIZATION),
    ),
    compiled=False,
)


def read(text: str) -> list[Mention]:
    return list(SCREENER.read(text).mentions)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.surface, one.party.partition(":")[2], one.status.value) for one in read(text)]


def test_a_surname_of_two_who_were_introduced_is_possibly_either() -> None:
    *_, short = read("Bashir al-Quandawi met Mahir al-Quandawi. Quandawi left.")
    assert (short.surface, short.status.value) == ("Quandawi", "possible")
    assert {short.party, *short.also} == {"zz-test:1", "zz-test:2"}
    assert short.reason == "refers back to Mahir al Quandawi or Bashir al Quandawi"


def test_a_surname_of_one_who_was_introduced_twice_is_his() -> None:
    *_, short = read("Bashir al-Quandawi spoke. Bashir al-Quandawi left. Quandawi slept.")
    assert (short.surface, short.status.value, short.also) == ("Quandawi", "same", ())


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("Dietmar Vorontsev spoke. Then D. Vorontsev left.", ["D. Vorontsev"]),
        ("Dietmar Vorontsev spoke. Then D. L. Vorontsev left.", ["D. L. Vorontsev"]),
        ("Dietmar Vorontsev spoke. Then D. Vorontsev left. Vorontsev slept.", ["D. Vorontsev", "Vorontsev"]),
        # Another's initial is another man, who keeps the surname.
        ("Dietmar Vorontsev spoke. Then P. Vorontsev left. Vorontsev slept.", []),
        ("Bashir al-Quandawi met Mahir al-Quandawi. Then M. al-Quandawi left.", ["M. al-Quandawi"]),
        ("Then D. Vorontsev left.", []),
    ],
)
def test_initials_and_a_surname_refer_back_to_him_who_has_them(text: str, shorts: list[str]) -> None:
    assert [one.surface for one in read(text) if one.form.value == "short"] == shorts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A given and a father's name are many men's.
        ("Dietmar Lvovich spoke.", [("Dietmar Lvovich", "3", "possible")]),
        ("Dietmar Lvovich Vorontsev spoke.", [("Dietmar Lvovich Vorontsev", "3", "same")]),
        # What others are called, with a word more, is no alias to be sure of.
        ("The Ruritanian Silent Vigil won.", [("Ruritanian Silent Vigil", "4", "possible")]),
        ("The Valley Ruritanian Silent Vigil won.", [("Valley Ruritanian Silent Vigil", "5", "same")]),
        # But the name that a party is best known by is its own.
        ("The Ostrander Zwinglian Vigil won.", [("Ostrander Zwinglian Vigil", "6", "same")]),
        # Initials of a firm are not what others write in words.
        ("The European Union paid.", []),
        # The ministry of another country is another.
        ("The Ministry of Defence of Ruritania paid.", []),
        ("The Ministry of Defence paid.", [("Ministry of Defence", "9", "possible")]),
    ],
)
def test_a_name_is_as_sure_as_it_tells_who_is_meant(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected
