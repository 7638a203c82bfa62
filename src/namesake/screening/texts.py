"""What reading a text answers, and its JSON."""

from __future__ import annotations

import datetime as dt
from typing import Any

from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.model.values import Value
from namesake.screening.result import edition_as_json, party_as_json
from namesake.text.document import Document
from namesake.text.mention import Mention

__all__ = ["Reading", "as_json"]


class Reading(Value, frozen=True):
    """The answer for one text; the same text, policy, snapshot and day give the same answer.

    Attributes:
        as_of: the day the lists are asked about: the one given, else the text's dateline; None for now.
        editions: the editions that were read against, by list.
        mentions: where listed parties are named, in the order of the text.
        parties: those parties, as the lists described them on that day, in the order of their first mention.
        warnings: what was not as the reader may expect.
    """

    document: Document
    as_of: dt.date | None
    policy: Policy
    snapshot: str
    editions: tuple[Edition, ...]
    mentions: tuple[Mention, ...] = ()
    parties: tuple[Party, ...] = ()
    warnings: tuple[str, ...] = ()


def as_json(reading: Reading) -> dict[str, Any]:
    """The reading as the documented JSON, made of plain dicts; fields may be added, never renamed."""
    document = reading.document
    return {
        "document": {
            "title": document.title,
            "dateline": document.dateline.isoformat() if document.dateline else None,
            "language": document.language,
            "characters": document.characters,
        },
        "as_of": reading.as_of.isoformat() if reading.as_of else None,
        "warnings": list(reading.warnings),
        "snapshot": {"id": reading.snapshot, "editions": [edition_as_json(one) for one in reading.editions]},
        "policy": {"id": reading.policy.id, "threshold": reading.policy.threshold},
        "mentions": [{"also": [], **to_plain(one)} for one in reading.mentions],
        "parties": [party_as_json(one) for one in reading.parties],
        "claims": [],
    }
