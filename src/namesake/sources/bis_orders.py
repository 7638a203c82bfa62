"""What names an order that denies export privileges: the person, and where the order was first published.

BIS gives neither the persons nor the orders of its Denied Persons List a number. An order is known by its
publication in the Federal Register (`80 F.R. 44930 7/28/15`). What comes later to the same person under the
same order, a renewal, a correction, another address, is published later and added to the citations, so the
earliest volume and page of them stay. They, and the person's name, make the id: `80-44930-3edebabf`. The
dates of a record would not do: each renewal of a temporary order moves both.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

__all__ = ["order_number"]


def order_number(name: str, citations: str, effective: str) -> str:
    """The id of an order against a person; the same in every edition.

    Without a citation, as one row in a hundred is, the effective day stands for it.

    Args:
        name: as published; case, spaces and punctuation do not matter.
        citations: the volumes and pages as published, in any order.
        effective: the day the order took effect, `YYYY-MM-DD`.

    >>> order_number("AL-NASER  AIRLINES", "82 F.R. 2312 1/9/2017, 80 F.R. 44930 7/28/15", "2022-05-13")
    '80-44930-3edebabf'
    """
    pages = [(int(volume), int(page)) for volume, page in _CITATION.findall(citations)]
    first = "-".join(map(str, min(pages))) if pages else effective
    plain = _NOT_IN_NAMES.sub(" ", name.casefold()).strip()
    return f"{first}-{hashlib.sha256(plain.encode()).hexdigest()[:8]}"


# `80 F.R 57572`, `81.F.R. 22576`, `85 FR 70581`
_CITATION: Final = re.compile(r"\b(\d{2,3})[.\s]*F\.?\s*R\.?\s*(\d{1,6})\b", re.IGNORECASE)
_NOT_IN_NAMES: Final = re.compile(r"[\W_]+")
