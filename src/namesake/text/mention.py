"""Where a text names a listed party, and how sure that is."""

from __future__ import annotations

from enum import StrEnum

from namesake.model.values import PartyId, Value

__all__ = ["Form", "Mention", "Status"]


class Form(StrEnum):
    """What a text calls a party by."""

    NAME = "name"
    ALIAS = "alias"
    SHORT = "short"
    ACRONYM = "acronym"


class Status(StrEnum):
    """Whether the text means the party, or may mean somebody of the same name."""

    SAME = "same"
    POSSIBLE = "possible"


class Mention(Value, frozen=True):
    """A place in a text that names a listed party.

    Attributes:
        start, end: characters of the text; they cut out `surface` exactly.
        surface: the name as it stands there, line breaks included.
        party: the party it names, or the likeliest of several.
        form: its primary name, an alias, a short form that refers back, or an acronym.
        status: whether it is the party, or only may be.
        score: of the name alone, 0 to 1; of a short form, that of the full name it refers back to.
        matched_name: the listed name it was found by.
        reason: in words, why it is taken for the party, and why not more surely.
        also: other parties the same words may name: the same person's record on another list, or a namesake;
            of another list also who has a name more, and beside a person what else is called so.
    """

    start: int
    end: int
    surface: str
    party: PartyId
    form: Form
    status: Status
    score: float
    matched_name: str
    reason: str
    also: tuple[PartyId, ...] = ()
