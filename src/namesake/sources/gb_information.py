"""The labelled facts inside `Other Information` of OFSI's former list.

`(UK Sanctions List Ref):RUS2305. ... (UK Statement of Reasons):... (Website):https://... (Gender):Male`:
a label stands in brackets before its text, what has none are remarks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from namesake.sources.gb_columns import KNOWN, column

__all__ = ["labelled"]


@lru_cache(maxsize=64)
def labelled(text: str) -> tuple[dict[str, str], ...]:
    """The facts as rows of one column each; `otherinformation` is what has no label.

    The numbers of the UK Sanctions List and of the UN are taken out of the sentences that follow them.

    >>> labelled("(UK Sanctions List Ref):AQD0001. (UN Ref):QDi.020. In Yemen. (Gender):Male")[-1]
    {'otherinformation': 'In Yemen.'}
    """
    return tuple(_facts(text))


def _facts(text: str) -> Iterator[dict[str, str]]:
    hits = [hit for hit in _LABEL.finditer(text) if column(hit[1]) in KNOWN or column(hit[1]) == "fax"]
    remarks = [text[: hits[0].start()] if hits else text]
    ends = [*(hit.start() for hit in hits[1:]), len(text)]
    for hit, end in zip(hits, ends, strict=False):
        name, value = column(hit[1]), text[hit.end() : end].strip()
        if name in _NUMBERS:
            # `BEL0047 and GHR0051. Listed under ...`; a few have the UN's number for both.
            numbers = _NUMBERS[name].match(value)
            end_of_numbers = numbers.end() if numbers else 0
            for number in _ONE.findall(value[:end_of_numbers]):
                yield {"unreferencenumber" if "." in number else name: number}
            value, name = value[end_of_numbers:], "otherinformation"
        if name == "otherinformation":
            remarks.append(value)
        elif value:
            # The companies of a group stand on lines of their own.
            yield {name: value if name in ("subsidiary", "parentcompany") else " ".join(value.split())}
    told = " ".join(" ".join(remark.split()) for remark in remarks if remark.strip(" .\n"))
    if told:
        yield {"otherinformation": told}


_LABEL: Final = re.compile(r"\(([A-Z][A-Za-z ]{2,30})\) ?:\s*")
_ONE: Final = re.compile(r"[A-Z]{3}\d{4}|[A-Z][A-Za-z][eiEI]\. ?\d{3}")
_LISTED: Final = r"(?:(?:[A-Z]{3}\d{4}|[A-Z][A-Za-z][eiEI]\. ?\d{3})(?:\s*(?:,|and|&|;)\s*)?)+\.?\s*"
_NUMBERS: Final = {
    "uniqueid": re.compile(_LISTED),
    "unreferencenumber": re.compile(_LISTED),
}
