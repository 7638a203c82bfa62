"""Listed people as customers give them, and people on no list, with their birth date, gender and nationality.

`un_positives_dev.csv` was taken from the edition of 27 February 2026; every row names the person meant.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import pytest

import namesake
from namesake.model.checkdigits import fault
from namesake.screening.result import Screening
from namesake.screening.screener import Screener

UN = "lists/un-sc/un_consolidated_2026-02-27.xml"


@pytest.fixture(scope="module")
def screener(shared: Path) -> Screener:
    return namesake.load(shared / UN)


def rows(shared: Path, name: str) -> list[dict[str, str]]:
    with (shared / "eval" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def screened(screener: Screener, row: dict[str, str]) -> Screening:
    known: dict[str, Any] = {
        "born": row["birth_date"],
        "countries": row["nationality"],
        "gender": row["gender"] or None,
    }
    return screener.screen(row["full_name"], kind="Person", limit=100, **known)


@pytest.mark.parametrize(("spelling", "least"), [("plain", 1.0), ("treated", 0.985)])
def test_listed_people_are_found_with_what_their_customers_say_of_themselves(
    screener: Screener, shared: Path, spelling: str, least: float
) -> None:
    meant = [row for row in rows(shared, "un_positives_dev.csv") if row["spelling"] == spelling]
    found = [row["party"] in {hit.party.id for hit in screened(screener, row).hits} for row in meant]
    assert len(found) == 357
    assert sum(found) >= least * len(found)


def test_people_on_no_list_are_let_through(screener: Screener, shared: Path) -> None:
    people = rows(shared, "negatives_global_dev.csv") + rows(shared, "negatives_us_dev.csv")
    sample = random.Random(7).sample(people, 1_500)
    alarms = [row["full_name"] for row in sample if screened(screener, row).hits]
    assert len(alarms) <= 0.001 * len(sample), alarms


def test_the_lists_own_numbers_are_well_formed(shared: Path, screener: Screener) -> None:
    ofac = namesake.load(shared / "lists/us-ofac-sdn/2024-05-07_sdn.xml").snapshot
    parties = (ofac.party(version) for version in range(len(ofac.arrays["version_list"])))
    numbers = [one for party in parties for one in party.identifiers]
    wrong = [one for one in numbers if fault(one)]
    assert len(numbers) > 15_000
    assert 0 < len(wrong) <= 40, "OFAC mistyped a few INN and OGRN; more would be our check digits"
