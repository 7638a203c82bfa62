"""What the designations under a programme forbid, from a small reviewed table.

`programmes.tsv` gives each code its name, legal basis, effects and public source. How it was reviewed:

* A row says what the list's own act does to every party listed under the code, and no more. What
  falls on some of them is left to the record: OFAC marks "Secondary sanctions risk" entry by entry,
  so the table gives that effect only to codes whose every entry had the mark in both editions
  compared (10 March 2021, 7 May 2024), or whose law attaches it to all.
* OFAC: what the Treasury administers, for the SDN list. Bans on entry under the same orders are the
  State Department's and are on no list. The codes of its other lists (`NS-PLC`, `CMIC-EO13959`,
  `561-Related`, `FSE-IR`) block nothing.
* EU: what the regulations behind the financial sanctions file do: funds and economic resources are
  frozen, and none may be made available. Travel bans stand in separate decisions under the common
  foreign and security policy, which name partly other people.
* UK: OFSI's list names a regime (`Russia`) and held asset-freeze targets only: funds and economic resources
  are frozen, and none may be made available, as the regulations of every regime say alike; what is imposed
  beyond that stands in the entry. The UK Sanctions List names the regulations (`The Russia (Sanctions) (EU
  Exit) Regulations 2019`) and every sanction imposed in the entry, so their rows give no effect.
* Australia: its list says of each record which measures apply, so the table has none of its own.
* Canada: the prohibitions of each regulation for those in its schedules. Since 2023 the listed are mostly
  inadmissible too, under the Immigration and Refugee Protection Act and not by these regulations.
* Switzerland: what an ordinance does to all those in the annex named. Where a set of sanctions says itself
  that it is financial or about travel, it has those effects beside the table's.
* The lists of BIS and the State Department: what the regulation does to everybody on that list; where a
  statute leaves the choice to the Secretary of State, the restrictions are chosen from a menu.
* UN: the measures of the regime's resolutions. Where a party's legal basis names the measures itself
  (Libya: "paragraph 15 of resolution 1970 (Travel Ban)"; the Houthis: only an arms embargo), these
  hold instead.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple, TypedDict, Unpack

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party
from namesake.model.values import Kind

__all__ = ["Programme", "Published", "designation", "is_known", "programme_of", "unreviewed"]


class Programme(NamedTuple):
    """A row of the table."""

    code: str
    name: str
    legal_basis: str | None
    effects: tuple[Effect, ...]
    source: str


class Published(TypedDict, total=False):
    """The fields of a designation that a list gives itself."""

    legal_basis: str | None
    listed_on: PartialDate | None
    amended_on: tuple[PartialDate, ...]
    delisted_on: PartialDate | None
    reason: str | None
    effects: tuple[Effect, ...]
    url: str | None


def designation(
    authority: str, programme: str | None, *, kind: Kind | None = None, **published: Unpack[Published]
) -> Designation:
    """The authority's decision under a programme, with the effects the reviewed table gives it.

    Args:
        authority: as the reader names it; one the table does not know gives no effects.
        programme: the publisher's code; one the table does not know gives no effects either.
        kind: what the party is, where known: a travel ban falls on persons only.
        published: what the list says. A legal basis and an address it gives take precedence over the
            table's; effects it gives stand beside the table's.

    >>> [str(effect) for effect in designation("OFAC", "NS-PLC").effects]
    ['transactions rejected']
    """
    row = programme_of(authority, programme)
    stated = _stated(published.get("legal_basis")) if row and _FAMILIES[authority] == "un" else ()
    effects = (stated or (row.effects if row else ())) + published.get("effects", ())
    if kind not in (None, Kind.PERSON):
        effects = tuple(effect for effect in effects if effect is not Effect.TRAVEL_BAN)
    return Designation(
        authority=authority,
        programme=programme,
        legal_basis=published.get("legal_basis") or (row.legal_basis if row else None),
        listed_on=published.get("listed_on"),
        amended_on=published.get("amended_on", ()),
        delisted_on=published.get("delisted_on"),
        reason=published.get("reason"),
        effects=tuple(dict.fromkeys(effects)),
        url=published.get("url") or (row.source if row else None),
    )


def is_known(authority: str, programme: str | None) -> bool:
    """Whether the table has the programme, even where it gives no effects."""
    return programme_of(authority, programme) is not None


def programme_of(authority: str, programme: str | None) -> Programme | None:
    """What the table says of an authority's programme; None when it has no row."""
    return _table().get((_FAMILIES.get(authority, ""), programme or ""))


def unreviewed(records: Iterable[Party | Problem], name: str) -> Iterator[Party | Problem]:
    """The records of the file `name`, and a problem for each programme in them that is not in the table.

    What such a programme forbids is not known here, and is not guessed.
    """
    told: set[tuple[str, str]] = set()
    for record in records:
        yield record
        if isinstance(record, Problem):
            continue
        for one in record.designations:
            if one.programme and not is_known(one.authority, one.programme):
                key = one.authority, one.programme
                if key not in told:
                    told.add(key)
                    yield Problem(
                        f"{name} {record.id.partition(':')[2]}",
                        f"the programme {one.programme!r} of {one.authority} is not in the table of effects: "
                        "what it forbids is told only as far as the record says it; ask the authority",
                        field="programme",
                        record=record.id.partition(":")[2],
                    )


def _stated(legal_basis: str | None) -> tuple[Effect, ...]:
    """The measures that a UN legal basis names itself."""
    text = " ".join((legal_basis or "").casefold().split())
    return tuple(dict.fromkeys(effect for words, effects in _STATED if words in text for effect in effects))


@cache
def _table() -> dict[tuple[str, str], Programme]:
    data = pkgutil.get_data(__name__, "programmes.tsv")
    assert data is not None, "programmes.tsv is part of the package"  # noqa: S101
    table = {}
    for line in data.decode().splitlines()[1:]:
        family, code, name, basis, effects, source = line.split("\t")
        forbidden = tuple(Effect(effect) for effect in effects.split("; ") if effect)
        table[family, code] = Programme(code, name, basis or None, forbidden, source)
    return table


# Who decides under the same codes. The EU's file names the Commission where it amends the Council's
# annexes on the UN's behalf.
_FAMILIES: Final = {
    "OFAC": "us",
    "UN Security Council": "un",
    "Council of the European Union": "eu",
    "European Commission": "eu",
    "UK Government": "gb",
    "DFAT": "au",
    "Global Affairs Canada": "ca",
    "SECO": "ch",
    "BIS": "us",
    "US State Department": "us",
}
# Ships under resolution 2146: "prohibition to load, transport or discharge; prohibition to enter ports".
_STATED: Final = (
    ("asset freeze", (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)),
    ("travel ban", (Effect.TRAVEL_BAN,)),
    ("arms embargo", (Effect.ARMS_EMBARGO,)),
    ("prohibition to", (Effect.SECTORAL,)),
)
