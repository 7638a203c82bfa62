"""How what is said of parties differs between two editions, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from namesake.model.edition import Edition
from namesake.model.party import Designation, Party, Relation
from namesake.model.values import Contact, Country, Detail, Identifier, Name, PartyId, Value

__all__ = ["Amended", "Change", "ListDiff", "changes", "difference", "from_parties"]


class Change(NamedTuple):
    """One field of a party that another edition has otherwise.

    Attributes:
        field: its name, as in `Party`.
        removed: the values that only the earlier edition has.
        added: the values that only the later one has.
        of: which value of the field it is, where both have that one and only a part of it changed: the text
            of a name, the programme of a designation; None where whole values came or went.
        part: that part, a field of the value (`listed_on`); None with `of`.
    """

    field: str
    removed: tuple[Any, ...]
    added: tuple[Any, ...]
    of: str | None = None
    part: str | None = None


class Amended(NamedTuple):
    """A party that both editions have, and describe in another way."""

    before: Party
    after: Party
    changes: tuple[Change, ...]


class ListDiff(NamedTuple):
    """What became of a list between two of its editions.

    Attributes:
        earlier, later: the editions compared.
        added: parties that only the later one has, by id.
        delisted: parties that only the earlier one has, by id.
        amended: parties of both of which different facts are told, by id.
        rewritten: parties of both of which the same facts are told by another record: the publisher changed
            what is not read as any fact. Not told between two layouts, whose records always differ.
        same: how many parties are the same in both.
    """

    earlier: Edition
    later: Edition
    added: tuple[Party, ...]
    delisted: tuple[Party, ...]
    amended: tuple[Amended, ...]
    rewritten: tuple[Party, ...]
    same: int


def difference(
    earlier: Edition, later: Edition, parties: Iterable[tuple[Party | None, Party | None]]
) -> ListDiff:
    """The difference between two editions.

    Args:
        earlier: the one edition.
        later: the other.
        parties: what each says of a party, None where it has none; of every party, in the order of their ids.
    """
    added: list[Party] = []
    delisted: list[Party] = []
    amended: list[Amended] = []
    rewritten: list[Party] = []
    same = 0
    # The same facts stand otherwise in a file of another layout.
    comparable = earlier.format == later.format
    for before, after in parties:
        if before is None and after is not None:
            added.append(after)
        elif after is None and before is not None:
            delisted.append(before)
        elif before is not None and after is not None:
            if found := changes(before, after):
                amended.append(Amended(before, after, found))
            elif comparable and before.record != after.record:
                rewritten.append(after)
            else:
                same += 1
    return ListDiff(earlier, later, tuple(added), tuple(delisted), tuple(amended), tuple(rewritten), same)


def from_parties(
    earlier: Mapping[PartyId, Party], later: Mapping[PartyId, Party]
) -> Iterator[tuple[Party | None, Party | None]]:
    """The pairs that `difference` takes, from the parties of two editions."""
    for id in sorted(earlier.keys() | later.keys()):
        yield earlier.get(id), later.get(id)


def changes(before: Party, after: Party) -> tuple[Change, ...]:
    """What one edition says of a party and the other does not; the order of values counts for nothing."""
    return tuple(
        change
        for field in Party.__struct_fields__
        if field not in _NOT_COMPARED
        for change in _changed(field, getattr(before, field), getattr(after, field))
    )


def _changed(field: str, before: Any, after: Any) -> Iterator[Change]:
    if not isinstance(before, tuple):
        if before != after:
            yield Change(field, (before,), (after,))
        return
    removed, added = list(_only_in(before, after)), list(_only_in(after, before))
    for one, other in _pairs(removed, added):
        removed.remove(one)
        added.remove(other)
        of = _known_by(one)
        for part in one.__struct_fields__:
            was, now = _several(getattr(one, part)), _several(getattr(other, part))
            gone, new = tuple(_only_in(was, now)), tuple(_only_in(now, was))
            if gone or new:
                yield Change(field, gone, new, of, part)
    if removed or added:
        yield Change(field, tuple(removed), tuple(added))


def _only_in(values: Iterable[Any], others: Iterable[Any]) -> Iterator[Any]:
    left = Counter(others)
    for value in values:
        if left[value]:
            left[value] -= 1
        else:
            yield value


def _pairs(removed: Iterable[Any], added: Iterable[Any]) -> Iterator[tuple[Value, Value]]:
    """The values that are one and the same thing before and after, where that can be told."""
    by_name: dict[str, tuple[list[Any], list[Any]]] = {}
    for side, values in enumerate((removed, added)):
        for value in values:
            if (known := _known_by(value)) is not None:
                by_name.setdefault(known, ([], []))[side].append(value)
    for ours, theirs in by_name.values():
        if len(ours) == len(theirs) == 1:
            yield ours[0], theirs[0]


def _known_by(value: Any) -> str | None:
    """What tells a value from the others of its field."""
    known = _NAMED.get(type(value))
    return known(value) if known is not None else None


def _several(value: Any) -> tuple[Any, ...]:
    if isinstance(value, tuple):
        return value
    return () if value is None else (value,)


_NOT_COMPARED: Final = frozenset({"id", "list", "record"})
_NAMED: Final[dict[type, Callable[[Any], str]]] = {
    Name: lambda name: str(name.text),
    Designation: lambda decision: str(decision.programme or decision.legal_basis or decision.authority),
    Identifier: lambda one: f"{one.type.value} {one.value}",
    Relation: lambda relation: f"{relation.type} {relation.party or relation.name}",
    Country: lambda country: f"{country.role.value} {country.code or country.text}",
    Contact: lambda contact: f"{contact.type} {contact.value}",
    Detail: lambda detail: str(detail.label),
}
