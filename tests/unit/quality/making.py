"""A small list to measure on."""

from __future__ import annotations

from collections.abc import Sequence

from namesake.index.building import build
from namesake.model.edition import PartyHistory, Version
from namesake.model.party import Party
from namesake.model.policy import Policy
from namesake.model.values import Country, CountryCode, CountryRole, Kind, ListId, Name, PartyId, Quality
from namesake.screening.screener import Screener

LIST = ListId("invented")


def party(
    number: int,
    *names: str,
    kind: Kind = Kind.PERSON,
    nationality: str | None = None,
    weak: Sequence[str] = (),
) -> Party:
    countries = (Country(CountryCode(nationality), CountryRole.NATIONALITY),) if nationality else ()
    return Party(
        id=PartyId(f"{LIST}:{number}"),
        list=LIST,
        kind=kind,
        names=(
            *(Name(text, Quality.STRONG if place else Quality.PRIMARY) for place, text in enumerate(names)),
            *(Name(text, Quality.WEAK) for text in weak),
        ),
        countries=countries,
    )


def screener_of(*parties: Party, threshold: float = 0.70) -> Screener:
    return Screener(
        build(PartyHistory(one.id, (Version(one),)) for one in parties), Policy(threshold=threshold)
    )


PARTIES = (
    party(1, "VARDANIS, Teodrik Ambros", "Вардани Теодрик", nationality="ru"),
    party(2, "ZEMBRANO, Ulviya", nationality="az", weak=["Quellimbar"]),
    party(3, "AL-HAMIDAWI, Ahmad Khalid", nationality="iq"),
    party(4, "Orsolax Maritime Holding", kind=Kind.COMPANY, nationality="pa"),
    party(5, "KOVALTSUK, Sergey Petrovich"),
)
