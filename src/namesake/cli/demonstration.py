"""The demonstration: a few invented customers, and an article, on the starter list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from namesake.cli.reading_out import show_reading
from namesake.cli.terminal import show_footing, show_screening
from namesake.screening.result import Screening
from namesake.screening.texts import Reading

__all__ = ["CUSTOMERS", "Customer", "show_article", "show_demonstration"]


class Customer(NamedTuple):
    """An invented customer and what is hard about it."""

    name: str
    why: str
    kind: str | None = None
    born: str | None = None
    countries: tuple[str, ...] = ()


CUSTOMERS = (
    Customer("Kata'ib Hizballah", "a name exactly as the list has it", "Organization"),
    Customer(
        "Qassem Suleimani", "another romanisation, and a birth date that agrees", "Person", "1957-03-11"
    ),
    Customer("Касем Сулеймани", "the same man, as a Russian bank would write him", "Person"),
    Customer("أحمد الحميداوي", "a name in Arabic, listed in Latin letters", "Person"),
    Customer("Ahmad al-Hamidawi", "a namesake: the listed one is not born in 1999", "Person", "1999-04-02"),
    Customer("Falih al-Fayyad", "a letter less than on the list", "Person", None, ("iq",)),
    Customer("Hannelore Vogt", "nobody", "Person", "1968", ("de",)),
)


def show_demonstration(console: Console, screenings: Sequence[Screening], reading: Reading) -> None:
    """Print each customer with what makes it hard and the answer, then the article and whom it mentions."""
    console.print(Text("Seven invented customers, screened on the embedded starter list.", style="bold"))
    console.print()
    for customer, screening in zip(CUSTOMERS, screenings, strict=True):
        console.print(Text(f"— {customer.why} —", style="dim italic"))
        show_screening(console, screening, near=not screening.hits, footing=False)
        console.print()
    show_footing(console, screenings[0])
    hits = sum(bool(screening.hits) for screening in screenings)
    console.print(Text(f"{hits} of {len(screenings)} customers have hits."))
    console.print()
    show_article(console, reading)
    console.print()
    then = (
        "Now load a real list: namesake lists add sdn.xml, then namesake screen NAME or namesake read FILE."
    )
    console.print(Text(then))


def show_article(console: Console, reading: Reading) -> None:
    """Print the sample article with its mentions."""
    console.print(Text("A news article of our own, read on the same list.", style="bold"))
    console.print()
    show_reading(console, reading, name="militia.txt")
