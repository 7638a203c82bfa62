"""A mention while a text is read, before its words are cut out."""

from __future__ import annotations

import msgspec

from namesake.text.agreement import Named
from namesake.text.listing import Bearer
from namesake.text.mention import Form, Status
from namesake.text.proposal import Proposal

__all__ = ["Draft"]


class Draft(msgspec.Struct):
    """A place that is a mention.

    Attributes:
        at: its words, and as what they were compared.
        named: what they agree with; of what refers back, what that does.
        bearer: whose name it is.
        form, status, reason: as `text.mention` has them.
        also: who else may be meant.
    """

    at: Proposal
    named: Named
    bearer: Bearer
    form: Form
    status: Status
    reason: str
    also: tuple[Bearer, ...] = ()

    def add_beside(self, *bearers: Bearer) -> None:
        """Add others who may be meant, each party once."""
        told = {one.party: one for one in (*self.also, *bearers) if one.party != self.bearer.party}
        self.also = tuple(told.values())
