"""How much a word of a name tells: the bits of surprise at meeting it.

A frozen table that belongs to the scoring version, so that adding a party to a list moves nobody's
score. `scripts/make_rarity.py` made it from public lists and census counts; a word it does not know
is as rare as words get.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["RAREST", "bits_of"]

RAREST: Final = 14.0
"""Bits of a word that is in no table: borne by fewer than one in some ten thousand."""


def bits_of(key: str, unknown: float = RAREST) -> float:
    """Bits of surprise of a word, by its light key (`names/spelling.py`) or as an abjad writes it.

    From 2 to `RAREST`; `unknown` for a word that is not in the table.
    """
    return _table().get(key, unknown)


@cache
def _table() -> dict[str, float]:
    text = files("namesake.names").joinpath("rarity.tsv").read_text(encoding="utf-8")
    table: dict[str, float] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            bits, keys = line.split("\t")
            table.update(dict.fromkeys(keys.split(" "), float(bits)))
    return table
