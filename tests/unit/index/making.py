"""Small parties of our own invention, their histories and snapshots, for the tests of index and screening."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from namesake.index.building import build
from namesake.index.snapshot import Snapshot
from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, Holding, PartyHistory, Span, Version
from namesake.model.party import Designation, Party
from namesake.model.values import Identifier, IdentifierType, Kind, ListId, Name, PartyId, Quality

LIST = ListId("zz-test")
OTHER_LIST = ListId("zz-other")
WEAK = Quality.WEAK


def party(
    number: str,
    *names: str | Name,
    of: str = LIST,
    kind: Kind = Kind.PERSON,
    born: str | None = None,
    ids: Iterable[Identifier] = (),
    designations: Iterable[Designation] = (),
) -> Party:
    """A party; its first name is the primary one."""
    made = [Name(one) if isinstance(one, str) else one for one in names]
    return Party(
        PartyId(f"{of}:{number}"),
        ListId(of),
        kind,
        (Name(made[0].text, Quality.PRIMARY) if made[0].quality is Quality.STRONG else made[0], *made[1:]),
        designations=tuple(designations),
        birth_dates=(PartialDate(born),) if born else (),
        identifiers=tuple(ids),
    )


def weak(text: str) -> Name:
    return Name(text, WEAK)


def imo(value: str) -> Identifier:
    return Identifier(IdentifierType.IMO, value)


def passport(value: str) -> Identifier:
    return Identifier(IdentifierType.PASSPORT, value)


def under(programme: str, listed_on: str | None = None) -> Designation:
    return Designation("The Tester", programme, listed_on=PartialDate(listed_on) if listed_on else None)


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def span(start: str | None, end: str | None = None) -> Span:
    return Span(day(start), day(end))


def said(what: Party, *spans: Span, current: bool = True) -> Version:
    return Version(what, spans, current)


def over_time(*versions: Version) -> PartyHistory:
    return PartyHistory(versions[0].party.id, versions)


def now(*parties: Party) -> list[PartyHistory]:
    """Each as its list has it now, of no known day."""
    return [over_time(said(one)) for one in parties]


def snapshot(*parties: Party) -> Snapshot:
    return build(now(*parties))


def edition(published: str | None, *, of: str = LIST, sha256: str = "", received: str = "") -> Edition:
    return Edition(ListId(of), sha256 or f"{of} {published}", "test", day(published), received=received)


def holding(
    published: str | None,
    start: str | None = None,
    end: str | None = None,
    *,
    of: str = LIST,
    current: bool = False,
) -> Holding:
    """A dated edition, on the days from `start` to `end`; an undated one on none."""
    return Holding(edition(published, of=of), span(start, end) if published else None, current)


def numbers_of(hits: Iterable[object]) -> list[str]:
    """The parties' own numbers, in the order of the hits."""
    return [hit.party.id.partition(":")[2] for hit in hits]  # type: ignore[attr-defined]


INVENTED: tuple[Party, ...] = (
    party("1", "VORONTSEV, Arkadiy Lvovich", "Аркадий Львович Воронцев", weak("Arkasha"), born="1961-04-02"),
    party("2", "AL-DHAHABI, Nadir Salih", "ندير صالح الذهبي", "Nadir Saleh", ids=[passport("ZX 0099881")]),
    party("3", "Qirmizi Yulduz Trading Company Limited", "Red Star Trading LLC", kind=Kind.COMPANY),
    party("4", "MV GREY HERON 7", "Heron VII", kind=Kind.VESSEL, ids=[imo("9074729")]),
    party("5", "Brigade of the Silent Valley", "Katibat al-Wadi as-Samit", kind=Kind.ORGANIZATION),
    party("6", "Abd al-Karim Mustafa", "Abdulkarim MUSTAPHA", "عبد الكريم مصطفى", born="1974"),
    party("7", "김하늘빛", "KIM Haneulbit", "Ким Ханыльбит", of=OTHER_LIST),
    party("8", "Παπαδοξάκης Ορέστης", "PAPADOXAKIS, Orestis", of=OTHER_LIST),
    party("9", "ברקוביץ׳ אלישבע", "BERKOVICH, Elisheva", of=OTHER_LIST),
    party("10", "欧阳青岚", "OUYANG Qinglan", of=OTHER_LIST),
    party("11", "King, Prince", "J. R. Moonwater", "Prince"),
    party("12", "Second 2nd Bank & Co. of the 7 Islands", "S.B.C.", kind=Kind.LEGAL_ENTITY),
)
"""Invented parties in eight scripts, with what makes names hard."""
