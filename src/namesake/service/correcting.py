"""What is wrong in the store put right by hand, and kept on record."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from namesake.errors import InputError
from namesake.model.dates import strict_day
from namesake.model.edition import Edition
from namesake.service.loading import not_ahead
from namesake.service.past import found_editions, holdings_of

if TYPE_CHECKING:
    from namesake.service.home import Service
    from namesake.store.database import Redated

__all__ = ["redate", "remove"]


def remove(home: Service, list_id: str, wanted: str, reason: str) -> tuple[Edition, ...]:
    """What `Service.remove` does."""
    found = _named(home, list_id, wanted)
    if len({edition.sha256 for edition in found}) > 1:
        raise _several(found, wanted)
    home.store().remove(found, reason=_reason(reason), at=dt.datetime.now(dt.UTC))
    return tuple(found)


def redate(home: Service, list_id: str, wanted: str, day: str | dt.date, reason: str) -> Redated:
    """What `Service.redate` does."""
    found = _named(home, list_id, wanted)
    if len(found) > 1:
        raise _several(found, wanted)
    right = strict_day(day, what="published day")
    not_ahead(right, f"the edition {found[0].sha256[:8]} of {list_id}")
    return home.store().redate(found[0], right, reason=_reason(reason), at=dt.datetime.now(dt.UTC))


def _named(home: Service, list_id: str, wanted: str) -> list[Edition]:
    editions = [held.edition for held in holdings_of(home, list_id)]
    found = found_editions(editions, wanted.strip().lower())
    if not found:
        days = ", ".join(str(edition.published or edition.sha256[:8]) for edition in editions)
        raise InputError(f"no edition of {list_id} is named {wanted}; those held are {days}")
    return found


def _several(found: list[Edition], wanted: str) -> InputError:
    if len({edition.sha256 for edition in found}) == 1:
        days = ", ".join(str(edition.published or "no known day") for edition in found)
        return InputError(f"the edition {wanted} was published several times ({days}): name it by its day")
    checksums = ", ".join(edition.sha256[:12] for edition in found)
    return InputError(f"{len(found)} editions are named {wanted}: name one by its checksum ({checksums})")


def _reason(text: str) -> str:
    if not text.strip():
        raise InputError("say why with --reason: whoever asks later what became of it needs to know")
    return text.strip()
