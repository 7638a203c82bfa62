"""Where words stand together that may be one name: initials, words between hyphens, full stops."""

from __future__ import annotations

import pytest

from namesake.screening.screener import Screener
from tests.unit.index.making import party, snapshot

SCREENER = Screener(
    snapshot(
        party("1", "VORONTSEV, Arkadiy"),
        party("2", "OSTRANDER, Friedemann Ivanovich"),
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
