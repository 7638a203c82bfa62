"""What became of one party over the editions of its list: when it came, changed, went and came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from namesake.model.edition import Edition, Holding
from namesake.model.party import Party
from namesake.model.values import ListId, PartyId
from namesake.store.differences import Change, changes
from namesake.store.history import as_filled

__all__ = ["Course", "Step", "Turn", "course"]


class Turn(StrEnum):
    """What happened to a party with an edition."""

    HELD = "on the first edition held"
    CAME = "came"
    AMENDED = "amended"
    WENT = "went"
    CAME_BACK = "came back"


class Step(NamedTuple):
    """An edition with which something happened to the party.

    Attributes:
        turn: what happened.
        edition: the first edition that says so.
        before: the edition next before it, which did not; None for the first edition held. What happened,
            happened after the day of that one, and on the day of this one at the latest.
        party: as this edition has it; where it went, as the edition before had it.
        changes: how it was amended, or how it came back otherwise than it went.
    """

    turn: Turn
    edition: Edition
    before: Edition | None
    party: Party
    changes: tuple[Change, ...] = ()


class Course(NamedTuple):
    """All that happened to one party on one list.

    Attributes:
        steps: oldest first.
        listed: whether the list has it now.
        editions: how many editions were looked through.
    """

    id: PartyId
    list: ListId
    steps: tuple[Step, ...]
    listed: bool
    editions: int

    @property
    def party(self) -> Party:
        """The party as the list last had it."""
        return self.steps[-1].party


def course(id: PartyId, of: ListId, holdings: Sequence[Holding], said: Mapping[str, Party]) -> Course | None:
    """What happened to a party; None when no edition that ever held has it.

    Args:
        id: the party.
        of: its list.
        holdings: of its list, as `timeline` gives them.
        said: what each edition that has the party says of it, by the edition's checksum.
    """
    parties = {(held.edition, held.span): party for held, party in as_filled(holdings, said)}
    # An edition that another one of its day replaced never held, and an undated one only while it is current.
    valid = [held for held in holdings if held.span is not None or held.current]
    steps: list[Step] = []
    last: Party | None = None  # as the list last had it
    there = False
    before: Edition | None = None
    for held in valid:
        party = parties.get((held.edition, held.span))
        if party is None:
            # Beside the newest dated edition an undated one is current too: each is what the list says.
            if there and last is not None and not _undated_beside(held, valid):
                steps.append(Step(Turn.WENT, held.edition, before, last))
                there = False
        else:
            found = changes(last, party) if last is not None else ()
            if not there:
                turn = Turn.CAME_BACK if last is not None else Turn.CAME if before else Turn.HELD
                steps.append(Step(turn, held.edition, before, party, found))
            elif found:
                steps.append(Step(Turn.AMENDED, held.edition, before, party, found))
            last, there = party, True
        before = held.edition
    return Course(id, of, tuple(steps), there, len(valid)) if steps else None


def _undated_beside(held: Holding, valid: Sequence[Holding]) -> bool:
    """Whether it is an undated edition that takes nothing away, a dated one being current beside it."""
    return held.edition.published is None and any(
        other.current and other.edition.published is not None for other in valid
    )
