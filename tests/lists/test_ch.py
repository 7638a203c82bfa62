"""Every target of the example of Switzerland's layout is accounted for."""

from __future__ import annotations

import re
from pathlib import Path

from namesake.model.party import Effect, Party
from namesake.sources import ch_xml
from namesake.sources.files import source_files

FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)


def test_every_target_is_accounted_for(shared: Path) -> None:
    path = shared / "lists" / "ch-seco" / "example_layout.xml"
    files = source_files(path)
    assert ch_xml.recognises(files)
    reading = ch_xml.read(files)
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    numbers = re.findall(r'<target ssid="(\d+)"', path.read_text("utf-8"))
    assert (reading.seen, str(reading.published)) == (len(numbers), "2024-01-17") == (3, "2024-01-17")
    assert [party.id for party in parties] == [f"ch-seco:{number}" for number in numbers]
    assert [(party.name, party.birth_dates, party.countries[0].code) for party in parties] == [
        ("Test B", ("2025-12-31",), "gb"),
        ("Test C", ("2000-01-01",), "us"),
        ("Test A", ("1900-01-01",), "ch"),
    ]
    assert [[one.effects for one in party.designations] for party in parties] == [
        [FROZEN],
        [(Effect.TRAVEL_BAN,)],
        [FROZEN, (Effect.TRAVEL_BAN,)],
    ]
    # It is of the layout of amendments, and its programme is no real one.
    told = [record for record in records if not isinstance(record, Party)]
    assert [(problem.field, problem.lost) for problem in told] == [("list-type", False), ("programme", False)]
