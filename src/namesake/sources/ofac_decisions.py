"""Since when, and on what legal ground, OFAC decided on a party, which only ADVANCED and ENHANCED say.

Both files give a party's programmes, the legal authorities it is listed under, and the day it was put on each
of OFAC's lists. They say neither which authority goes with which programme nor which programme a list stands
for; here the three are brought together as far as OFAC's own words allow, and no further.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from namesake.model.dates import PartialDate
from namesake.sources.programmes import programme_of

__all__ = ["AUTHORITY", "Listing", "legal_bases", "listed_on"]

AUTHORITY: Final = "OFAC"


class Listing(NamedTuple):
    """That a party stands on one of OFAC's lists.

    Attributes:
        list: the list's name in the file: `SDN List`, `Sectoral Sanctions Identifications List`.
        since: the day OFAC put it there; None where the file does not say.
    """

    list: str
    since: dt.date | None = None


def legal_bases(
    programmes: Sequence[str], authorities: Iterable[str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What each programme of a party rests on, and the legal authorities that could not be given to one.

    A party with one programme has all authorities under it. Otherwise an executive order belongs to the
    programmes whose code or reviewed legal basis names it; the order in which the file gives them tells
    nothing (18741 has RUSSIA-EO14024 first and Executive Order 13662 first). What is left belongs to the
    one programme that is left, if it is one.

    >>> legal_bases(["NS-PLC", "SDGT"], ["General License 4 Under EO 13224", "Executive Order 13224"])
    ({'SDGT': 'Executive Order 13224', 'NS-PLC': 'General License 4 Under EO 13224'}, ())
    """
    wanted = tuple(dict.fromkeys(authorities))
    if len(set(programmes)) == 1:
        return ({programmes[0]: "; ".join(wanted)} if wanted else {}), ()
    bases: dict[str, list[str]] = {}
    left = []
    for text in wanted:
        # A licence under an order is another ground than the order.
        orders = set() if text.startswith("General License") else set(_ORDER.findall(text))
        owners = [code for code in programmes if orders & _orders_of(code)]
        for code in owners:
            bases.setdefault(code, []).append(text)
        if not owners:
            left.append(text)
    without = [code for code in dict.fromkeys(programmes) if code not in bases]
    if len(without) == 1 and left:
        bases[without[0]], left = left, []
    return {code: "; ".join(texts) for code, texts in bases.items()}, tuple(left)


def listed_on(programme: str, listings: Sequence[Listing], *, on_sdn: bool) -> PartialDate | None:
    """The day of a party's decision under a programme, as far as the days of its lists tell it.

    The day a party came on a list stands for all programmes that put parties there: OFAC dates the list and
    not the programme, so one that was added later shows an earlier day, never a later one. A day before the
    programme's executive order is none: GPB INTERNATIONAL SA stands on the SDN list "since 2016", under an
    order of 2021.

    Args:
        programme: OFAC's code.
        listings: the lists the party stands on.
        on_sdn: whether the edition is of the SDN list, where each decision is one that blocks.
    """
    since = {one.list: one.since for one in listings if one.since and one.list != _CONSOLIDATED_LIST}
    for words in _lists_of(programme, on_sdn=on_sdn):
        for name, day in since.items():
            if words in name:
                return PartialDate(day.isoformat()) if day >= _first_day(programme) else None
    return None


def _lists_of(programme: str, *, on_sdn: bool) -> tuple[str, ...]:
    """Words in the names of the lists that date a decision under the programme, the likeliest first."""
    for prefix, words in _OWN_LISTS.items():
        if programme.startswith(prefix):
            return (words,)
    if on_sdn:
        return (_SDN_LIST,)
    # A party that is blocked as well, or subject to less; of one that is on a single list any will do.
    others = (_SDN_LIST, "Menu-Based", "")
    return ("Sectoral", *others) if programme == "UKRAINE-EO13662" else others


def _orders_of(programme: str) -> set[str]:
    """The numbers of the executive orders that its code or its reviewed legal basis names."""
    row = programme_of(AUTHORITY, programme)
    return set(_ORDER.findall(programme)) | set(_ORDER.findall((row and row.legal_basis) or ""))


def _first_day(programme: str) -> dt.date:
    """The day before which nobody can have been listed under the programme, where its order is known."""
    oldest = min(map(int, _orders_of(programme)), default=0)
    place = bisect_right(_NUMBERS, oldest)
    return _ORDERS[_NUMBERS[place - 1]] if place else dt.date.min


_SDN_LIST: Final = "SDN List"
# Holds the parties of all the others but the SDN list, since it began in October 2014.
_CONSOLIDATED_LIST: Final = "Consolidated List"
# How the codes begin that put parties on a list of their own, and what that list's name holds.
_OWN_LISTS: Final = {
    "NS-": "Palestinian Legislative Council",
    "CMIC-": "CMIC",
    "561-": "CAPTA",
    "FSE-": "FSE",
}
_ORDER: Final = re.compile(r"(?<!\d)1[234]\d{3}(?!\d)")
# The days on which the executive orders were signed that OFAC's codes name, from the Federal Register. They
# are numbered in order, so that an order between two of these is not older than the first of them.
_ORDERS: Final = {
    13660: dt.date(2014, 3, 6),
    13661: dt.date(2014, 3, 16),
    13662: dt.date(2014, 3, 20),
    13685: dt.date(2014, 12, 19),
    13846: dt.date(2018, 8, 6),
    13848: dt.date(2018, 9, 12),
    13850: dt.date(2018, 11, 1),
    13871: dt.date(2019, 5, 8),
    13876: dt.date(2019, 6, 24),
    13882: dt.date(2019, 7, 26),
    13884: dt.date(2019, 8, 5),
    13894: dt.date(2019, 10, 14),
    13902: dt.date(2020, 1, 10),
    13936: dt.date(2020, 7, 14),
    13959: dt.date(2020, 11, 12),
    14014: dt.date(2021, 2, 10),
    14024: dt.date(2021, 4, 15),
    14033: dt.date(2021, 6, 8),
    14038: dt.date(2021, 8, 9),
    14039: dt.date(2021, 8, 20),
    14046: dt.date(2021, 9, 17),
    14059: dt.date(2021, 12, 15),
    14065: dt.date(2022, 2, 21),
    14078: dt.date(2022, 7, 19),
    14098: dt.date(2023, 5, 4),
    14115: dt.date(2024, 2, 1),
}
_NUMBERS: Final = sorted(_ORDERS)
