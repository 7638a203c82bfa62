"""What a partial edition leaves standing of the facts its file can't carry."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final, TypeVar

from msgspec.structs import replace

from namesake.model.party import Designation, FactKind, Party
from namesake.model.values import Name, Quality

__all__ = ["merge"]

T = TypeVar("T")

# The kinds that are one field of a party. The names and the designations have rules of their own.
_FIELDS: Final = {
    FactKind.BIRTH_DATES: "birth_dates",
    FactKind.BIRTH_PLACES: "birth_places",
    FactKind.COUNTRIES: "countries",
    FactKind.GENDERS: "genders",
    FactKind.IDENTIFIERS: "identifiers",
    FactKind.ADDRESSES: "addresses",
    FactKind.CONTACTS: "contacts",
    FactKind.POSITIONS: "positions",
    FactKind.RELATIONS: "relations",
    FactKind.NOTES: "notes",
}


def merge(partial: Party, before: Party, lacks: Collection[FactKind]) -> Party:
    """The party as `partial` describes it, with the facts of `before` of the kinds its file can't carry.

    What the file can carry it decides alone: it may change or remove that. What it can't carry it never
    removes, and adds to where it holds some of it after all. Facts keep the order they had before, and a
    party of which nothing changed is `before` itself, with the fuller record.

    Args:
        partial: the party in an edition that lacks some kinds of facts.
        before: the same party in the edition before it.
        lacks: those kinds.
    """
    changes: dict[str, Any] = {
        field: _together(getattr(partial, field), getattr(before, field))
        for kind, field in _FIELDS.items()
        if kind in lacks
    }
    changes["names"] = _names(partial.names, before.names, set(lacks))
    if FactKind.DESIGNATIONS in lacks:
        changes["designations"] = _together(partial.designations, before.designations)
    elif FactKind.LISTING_DATES in lacks:
        changes["designations"] = tuple(_dated(made, before.designations) for made in partial.designations)
    merged = replace(partial, **changes)
    return before if replace(merged, record=before.record) == before else merged


def _together(own: Iterable[T], before: Iterable[T]) -> tuple[T, ...]:
    """Both without repetition, what was there before in its old order."""
    return tuple(dict.fromkeys((*before, *own)))


def _name_kinds(name: Name) -> set[FactKind]:
    """The kinds of facts a name counts as, as `Party.facts` has it."""
    kinds = set()
    if name.quality in (Quality.STRONG, Quality.FORMER):
        kinds.add(FactKind.ALIASES)
    if name.quality is Quality.WEAK:
        kinds.add(FactKind.WEAK_ALIASES)
    if name.script not in ("Latn", "Zyyy"):
        kinds.add(FactKind.ORIGINAL_SCRIPT)
    return kinds


def _names(own: tuple[Name, ...], before: tuple[Name, ...], lacks: set[FactKind]) -> tuple[Name, ...]:
    """The file's own primary name first, then the names it had before, then new ones."""
    primary, *others = own
    known = [name for name in before if name in others or not lacks.isdisjoint(_name_kinds(name))]
    if before[0].text != primary.text:
        known = [name for name in known if name.text != primary.text]
        if FactKind.ALIASES in lacks:
            # OFAC's SDN.CSV renamed 6905 from "ABU ZUBAYDAH" to "HUSAYN, Zayn al-Abidin Muhammad", and
            # ALT.CSV had the old name from then on: so it went with 7 of the 11 renamed during 2021.
            known = [replace(before[0], quality=Quality.FORMER), *known]
    return (primary, *_together(others, known))


def _dated(made: Designation, before: Iterable[Designation]) -> Designation:
    """The decision with the dates it had before, where the file gives none."""
    for earlier in before:
        if (earlier.authority, earlier.programme) == (made.authority, made.programme):
            return replace(
                made,
                listed_on=made.listed_on or earlier.listed_on,
                amended_on=made.amended_on or earlier.amended_on,
                delisted_on=made.delisted_on or earlier.delisted_on,
            )
    return made
