"""The demonstration on the starter list."""

from __future__ import annotations

import io

from rich.console import Console

from namesake.cli.demonstration import CUSTOMERS, show_demonstration
from namesake.service import starter

FOUND = (
    "us-ofac-sdn:11462",
    "un-sc:IRi.039",
    "un-sc:IRi.039",
    "us-ofac-sdn:28571",
    None,
    "us-ofac-sdn:30242",
    None,
)
"""For each customer the party that comes first."""


def test_each_customer_shows_what_it_is_there_to_show() -> None:
    screener = starter()
    for customer, expected in zip(CUSTOMERS, FOUND, strict=True):
        screening = screener.screen(
            customer.name, kind=customer.kind, born=customer.born, countries=customer.countries
        )
        assert (screening.hits[0].party.id if screening.hits else None) == expected, customer.name
        assert screening.warnings, customer.name


def test_the_namesake_with_another_birth_date_stands_under_near_with_the_reason() -> None:
    (customer,) = (one for one in CUSTOMERS if one.why.startswith("a namesake"))
    screening = starter().screen(customer.name, kind=customer.kind, born=customer.born, near=True)
    assert screening.hits == ()
    assert any("1999" in (piece.query or "") for hit in screening.near for piece in hit.contradictions)


def test_the_last_lines_say_how_many_had_hits_and_what_to_do_next() -> None:
    screener = starter()
    screenings = [screener.screen(one.name, kind=one.kind, born=one.born) for one in CUSTOMERS]
    written = io.StringIO()
    show_demonstration(Console(file=written, width=200, highlight=False), screenings)
    shown = written.getvalue()
    assert all(f"— {customer.why} —" in shown for customer in CUSTOMERS)
    assert shown.count("Screened against") == 1
    assert "5 of 7 customers have hits. Now load a real list: namesake lists add sdn.xml" in shown
