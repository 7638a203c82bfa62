"""What somebody types of a subject: refused where it can't be used, for whoever typed it can put it right."""

from __future__ import annotations

from collections.abc import Iterable

from namesake.errors import InputError
from namesake.model.countries import country_code, like_countries
from namesake.model.dates import read_leniently
from namesake.service.clock import today

__all__ = ["must_be_countries", "must_be_dates"]


def must_be_dates(texts: Iterable[str]) -> None:
    """`InputError` for the first birth date that lies ahead, or can't all be used; blank ones are none.

    A customer file is read leniently, with a warning: nobody is there to be asked.
    """
    for text in filter(str.strip, texts):
        date, warning = read_leniently(text)
        if warning:
            raise InputError(
                f"--born {text!r} can't be used as it stands: write YYYY, YYYY-MM or YYYY-MM-DD, of "
                "a day that the calendar has"
            )
        if date is not None and date.earliest > today():
            raise InputError(f"--born {text!r} lies in the future: correct it, or leave it out")


def must_be_countries(texts: Iterable[str]) -> None:
    """`InputError` for the first text that names no country, or could name two; blank ones are none."""
    for text in texts:
        if text.strip() and country_code(text) is None:
            like = like_countries(text)
            meant = f" (perhaps {' or '.join(like)})" if like else ""
            raise InputError(
                f"--country {text!r} is no country that is known{meant}: write its two-letter ISO code or "
                "its English name"
            )
