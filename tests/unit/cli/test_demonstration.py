"""The demonstration on the starter list."""

from __future__ import annotations

import io

from rich.console import Console

from namesake.cli.demonstration import CUSTOMERS, show_article, show_demonstration
from namesake.service import starter
from namesake.sources.starter import article

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


def test_after_the_customers_comes_an_article_and_then_what_to_do_next() -> None:
    screener = starter()
    screenings = [screener.screen(one.name, kind=one.kind, born=one.born) for one in CUSTOMERS]
    reading = screener.read(article("militia.txt"))
    written = io.StringIO()
    show_demonstration(Console(file=written, width=200, highlight=False), screenings, reading)
    shown = written.getvalue()
    assert all(f"— {customer.why} —" in shown for customer in CUSTOMERS)
    customers, _, read = shown.partition("A news article of our own, read on the same list.")
    assert "5 of 7 customers have hits." in customers
    assert customers.count("Screened against") == read.count("Screened against") == 1
    assert "[Ahmad al-Hamidawi]" in read
    assert "Now load a real list: namesake lists add sdn.xml" in shown.splitlines()[-1]


def test_the_article_tells_its_parties_and_leaves_the_unlisted_spokesman_alone() -> None:
    reading = starter().read(article("militia.txt"))
    written = io.StringIO()
    show_article(Console(file=written, width=200, highlight=False), reading)
    shown = written.getvalue()
    assert "militia.txt  dated 2021-01-14, read as of that day" in shown
    assert "MIRJIRASH AL-MUHAMMADAWI, Abd al-Aziz Malluh" in shown
    assert "Tahsin Mudhafar al-Khazali, spokesman of the Ferrymen's Guild" in shown
