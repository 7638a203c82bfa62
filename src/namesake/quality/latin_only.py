"""Lists with every name in another script than Latin removed, to see what is found without them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from namesake.index.building import build
from namesake.index.linked import with_links
from namesake.model.edition import PartyHistory, Version
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.network.links import find_links
from namesake.quality.labelled import Scripts
from namesake.screening.screener import Screener

__all__ = ["LABELLED", "latin_screener"]

LABELLED = ListId("labelled")
"""The private list of those labelled persons that are on no list held."""


def latin_screener(parties: Iterable[Party], rows: Iterable[Scripts], policy: Policy) -> Screener:
    """A screener on the parties' Latin names, linked, and on those of labelled persons on no list.

    Args:
        parties: what the lists hold; a party without any Latin name is left out.
        rows: labelled names; those of other parties become a private list.
        policy: how to screen; every list is in its scope.
    """
    held = {party.id: party for party in parties}
    kept = {id: stripped for id, party in held.items() if (stripped := _in_latin(party)) is not None}
    names: dict[PartyId, dict[str, Kind | None]] = {}
    for row in rows:
        if row.party not in held:
            names.setdefault(PartyId(row.party), {})[row.latin] = row.kind
    for id, latin in names.items():
        kept[id] = Party(
            id=id,
            list=LABELLED,
            kind=next(iter(latin.values())) or Kind.PERSON,
            names=tuple(Name(text, Quality.STRONG) for text in latin),
        )
    made = build(PartyHistory(id, (Version(party),)) for id, party in kept.items())
    return Screener(with_links(made, find_links(made)), replace(policy, lists=()))


def _in_latin(party: Party) -> Party | None:
    names = tuple(name for name in party.names if name.script in ("Latn", "Zyyy"))
    return replace(party, names=names) if names else None
