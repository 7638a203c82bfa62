"""A name as words and units."""

from __future__ import annotations

import pytest

from namesake.quality.pieces import folded, given_and_family, pieces, replaced, units

NAMES: tuple[tuple[str, list[str], list[str]], ...] = (
    ("SOLEIMANI, Qasem", ["Qasem"], ["SOLEIMANI"]),
    ("Saddam Hussein AL-TIKRITI", ["Saddam", "Hussein"], ["AL-TIKRITI"]),
    ("GARCIA DE LA VEGA, Juan Jose", ["Juan", "Jose"], ["GARCIA", "DE LA VEGA"]),
    ("QUMU, Abu Sufian Bin", ["Abu Sufian", "Bin"], ["QUMU"]),
    ("Osama", [], ["Osama"]),
    ("SMITH, John, Jr.", ["John", "Jr"], ["SMITH"]),
    ("", [], []),
)


@pytest.mark.parametrize(("name", "given", "family"), NAMES)
def test_the_family_name_stands_before_a_comma_or_last(
    name: str, given: list[str], family: list[str]
) -> None:
    assert given_and_family(name) == (given, family)
    assert [unit.text for unit in units(name)] == (family + given if "," in name else given + family)


def test_apostrophes_join_and_all_else_separates() -> None:
    assert [one.text for one in pieces("Kata'ib_al-Sa’di (Abu.Ali)")] == [
        "Kata'ib",
        "al",
        "Sa’di",
        "Abu",
        "Ali",
    ]


def test_a_piece_is_replaced_where_it_stands() -> None:
    name = "Ali Ali"
    assert replaced(name, pieces(name)[1], "Omar") == "Ali Omar"


def test_folding_leaves_small_letters() -> None:
    assert folded("Ğöl'CÜK") == "golcuk"
