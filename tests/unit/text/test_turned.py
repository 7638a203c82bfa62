"""Names with the surname first: where their comma stands within a name, and where it parts two of a list."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from namesake.screening.screener import Screener
from tests.unit.index.making import party, snapshot

SCREENER = Screener(
    snapshot(
        party("1", "VORONTSEV, Arkadiy"),
        party("2", "VORONTSEV, Friedemann"),
        party("3", "VORONTSEV, Friedemann Emil"),
        party("4", "QUANDTMEYER OLEANDER, Friedemann"),
        party("5", "XUN Po-ryang"),
        party("6", "VAN DER ZWINGLI, Ottokar"),
        party("7", "KHARVANION RGA", kind=Kind.ORGANIZATION),
    ),
    compiled=False,
)


def told(text: str) -> list[tuple[str, str]]:
    return [(one.surface, one.status.value) for one in SCREENER.read(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In capitals the surname is surely one.
        ("Wanted: VORONTSEV, Arkadiy, of Ruritania.", [("VORONTSEV, Arkadiy", "same")]),
        ("Minister VORONTSEV, Arkadiy, came.", [("VORONTSEV, Arkadiy", "same")]),
        ("It is QUANDTMEYER OLEANDER, Friedemann.", [("QUANDTMEYER OLEANDER, Friedemann", "same")]),
        ("It is van der ZWINGLI, Ottokar.", [("van der ZWINGLI, Ottokar", "same")]),
        ("Wanted: VORONTSEV; Arkadiy.", []),
        ("Wanted: VORONTSEV & Arkadiy.", []),
        # Elsewhere it is, where it is listed letter by letter.
        ("Wanted: Vorontsev, Arkadiy.", [("Vorontsev, Arkadiy", "possible")]),
        ("Wanted: Vorontseff, Arkadiy.", []),
        ("Wanted: Quandtmeyer Oleander, Friedemann.", [("Quandtmeyer Oleander, Friedemann", "same")]),
        ("He saw Vorontsev, Arkadiy and Vorontsev, Friedemann there.",
         [("Vorontsev, Arkadiy", "possible"), ("Vorontsev, Friedemann", "possible")]),
        # A comma behind a longer name parts two. There are two listed Friedemanns.
        ("He saw Arkadiy Vorontsev, Friedemann Vorontsev there.",
         [("Arkadiy Vorontsev", "same"), ("Friedemann Vorontsev", "possible")]),
        ("He saw Arkadiy VORONTSEV, Friedemann VORONTSEV there.",
         [("Arkadiy VORONTSEV", "same"), ("Friedemann VORONTSEV", "possible")]),
        ("Peter Vorontsev, Arkadiy Quandt and others came.", []),
        ("Real RGA, Kharvanion RGA", [("Kharvanion RGA", "same")]),
        # Alone on a line, in a cell or in a list any spelling may be one.
        ("Vorontseff, Arkady", [("Vorontseff, Arkady", "same")]),
        ("VORONTSEV, ARKADIY", [("VORONTSEV, ARKADIY", "same")]),
        ("Воронцев, Аркадий", [("Воронцев, Аркадий", "same")]),
        ("Vorontsev, Mr Arkadiy", [("Vorontsev, Mr Arkadiy", "same")]),
        ("Vorontsev, Arkadiy B.", [("Vorontsev, Arkadiy B", "possible")]),
        ("Xun, Po-ryang", [("Xun, Po-ryang", "same")]),
        ("Name\tVorontsev, Arkadiy\tQuandt", [("Vorontsev, Arkadiy", "same")]),
        ("| Vorontsev, Arkadiy | Quandt |", [("Vorontsev, Arkadiy", "same")]),
        ("1. Quandt, Otto\n2. Vorontseff, Arkadiy\nQuandt", [("Vorontseff, Arkadiy", "same")]),
        ("Quandt, Otto; Vorontseff, Arkadiy; Quandt, Emil", [("Vorontseff, Arkadiy", "same")]),
        ("Arkadiy Vorontsev, Friedemann Vorontsev",
         [("Arkadiy Vorontsev", "same"), ("Friedemann Vorontsev", "possible")]),
        ("Vorontseff, Arkadiy came", []),
        ("Seen were Vorontseff, Arkadiy", []),
    ],
)  # fmt: skip
def test_a_comma_stands_within_a_name_where_a_surname_alone_is_before_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected
