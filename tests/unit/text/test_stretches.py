"""Where words stand together that may be one name: initials, words between hyphens, full stops."""

from __future__ import annotations

import pytest

from namesake.screening.screener import Screener
from tests.unit.index.making import party, snapshot

SCREENER = Screener(
    snapshot(
        party("1", "VORONTSEV, Arkadiy"),
        party("2", "OSTRANDER, Friedemann Ivanovich"),
        party("3", "KHARVANI, Quazl-ur-Rehman"),
        party("4", "Saif-un-Nabi OSTRANDER"),
        party("5", "XUN, Jong Guk"),
        party("6", "Zo FANGVEI"),
    ),
    compiled=False,
)


def told(text: str) -> list[tuple[str, str]]:
    return [(one.surface, one.status.value) for one in SCREENER.read(text).mentions]


def surfaces(text: str) -> list[str]:
    return [surface for surface, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Arkadiy A. Vorontsev there.", ["Arkadiy A. Vorontsev"]),
        ("They saw Arkadiy B. Vorontsev there.", ["Arkadiy B. Vorontsev"]),
        ("They saw Arkadiy A Vorontsev there.", ["Arkadiy A Vorontsev"]),
        ("They saw Friedemann I. Ostrander there.", ["Friedemann I. Ostrander"]),
        ("They saw Friedemann A. I. Ostrander there.", ["Friedemann A. I. Ostrander"]),
        ("THEY SAW ARKADIY A. VORONTSEV THERE.", ["ARKADIY A. VORONTSEV"]),
        ("Это Аркадий А. Воронцев.", ["Аркадий А. Воронцев"]),
        ("Это Аркадий И. Воронцев.", ["Аркадий И. Воронцев"]),
        # No initials.
        ("They saw Arkadiy a Vorontsev there.", []),
        ("It was I. Arkadiy Vorontsev left.", ["Arkadiy Vorontsev"]),
        ("They sell Vitamin A. Arkadiy Vorontsev left.", ["Arkadiy Vorontsev"]),
        ("They know Arkadiy Vorontsev. A Quandt left.", ["Arkadiy Vorontsev"]),
        ("Is Arkadiy Vorontsev A Spy", ["Arkadiy Vorontsev"]),
    ],
)
def test_a_capital_between_names_is_an_initial(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Quazl-ur-Rehman Kharvani there.", ["Quazl-ur-Rehman Kharvani"]),
        ("They saw Maulana Quazl-ur-Rehman Kharvani there.", ["Quazl-ur-Rehman Kharvani"]),
        ("They saw Saif-un-Nabi Ostrander there.", ["Saif-un-Nabi Ostrander"]),
        ("Arkadiy Vorontsev-backed men left.", ["Arkadiy Vorontsev"]),
        ("Xun Jong-guk left.", ["Xun Jong-guk"]),
        ("Xun Jong-led men left.", ["Xun Jong"]),
        # Somebody else.
        ("Xun Jong-nam left.", []),
        ("Arkadiy Vorontsev-ud-Din left.", []),
    ],
)
def test_a_hyphen_joins_what_is_of_one_name(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is run by Zo. Fangvei said so.", [("Zo. Fangvei", "possible")]),
        ("It is run by Zo Fangvei, he said.", [("Zo Fangvei", "same")]),
        # Possible as nobody listed has the initial, not as a sentence might end behind it.
        ("They saw Arkadiy A. Vorontsev there.", [("Arkadiy A. Vorontsev", "possible")]),
        ("They saw Arkadiy\nVorontsev there.", [("Arkadiy\nVorontsev", "same")]),
    ],
)
def test_over_what_may_be_the_end_of_a_sentence_a_name_is_no_more_than_possible(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected
    assert not any("a sentence may" in one.reason for one in SCREENER.read(text).mentions if " A." in text)


def test_the_reason_says_that_a_sentence_may_end_there() -> None:
    (mention,) = SCREENER.read("It is run by Zo. Fangvei said so.").mentions
    assert "a sentence may end within it" in mention.reason
