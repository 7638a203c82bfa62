"""The UN's eight editions and OFAC's series: the same history in any order of arrival."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import random
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import zstandard

from namesake.model.edition import Edition, PartyHistory
from namesake.model.party import FactKind
from namesake.sources import ofac_csv, un_xml
from namesake.sources.files import receive
from namesake.sources.reading import Reader
from namesake.store.database import Added, Store
from namesake.store.history import timeline
from tests.unit.store.making import RECEIVED, day, on_day

_REFERENCE = re.compile(rb"<REFERENCE_NUMBER>\s*([^<]+?)\s*</REFERENCE_NUMBER>")


def add(store: Store, reader: Reader, path: Path, published: dt.date | None = None) -> Added:
    """Add the edition at `path` with nothing accepted that checks would refuse."""
    received = receive([path])
    reading = reader.read([member for file in received for member in file.members()])
    header = Edition(
        reading.list,
        hashlib.sha256(b"".join(file.raw for file in received)).hexdigest(),
        reading.format,
        published=published or reading.published,
        moment=reading.moment,
        lacks=reading.lacks,
    )
    files = [(file.name, file.raw) for file in received]
    return store.add(header, files, reading.records, received=RECEIVED, declared=reading.declared)


@pytest.fixture(scope="module")
def un_files(shared: Path) -> list[Path]:
    return sorted((shared / "lists" / "un-sc").glob("un_consolidated_*.xml"))


def un_store(folder: Path, files: Sequence[Path]) -> Store:
    store = Store(folder / "store.sqlite")
    for path in files:
        add(store, un_xml, path)
    return store


@pytest.fixture(scope="module")
def un_history(un_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[PartyHistory]:
    """The history of the editions as they came out."""
    return list(un_store(tmp_path_factory.mktemp("un"), un_files).histories())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_un_editions_in_a_random_order_give_the_same_history(
    un_files: list[Path], un_history: list[PartyHistory], tmp_path: Path, seed: int
) -> None:
    shuffled = random.Random(seed).sample(un_files, len(un_files))
    assert shuffled != un_files
    assert list(un_store(tmp_path, shuffled).histories()) == un_history


def test_each_un_edition_s_day_gives_exactly_its_reference_numbers(
    un_files: list[Path], un_history: list[PartyHistory]
) -> None:
    """Counted in the files themselves, without our reader."""
    days = [day(path.stem.removeprefix("un_consolidated_")) for path in un_files]
    assert len(days) == 8
    for path, first, following in zip(un_files, days, [*days[1:], dt.date(2099, 1, 1)], strict=True):
        numbers = {number.decode().rstrip(".") for number in _REFERENCE.findall(path.read_bytes())}
        for asked in (first, following - dt.timedelta(days=1)):
            listed = [party.id.removeprefix("un-sc:").rstrip(".") for party in on_day(un_history, asked)]
            assert len(listed) == len(set(listed))
            assert set(listed) == numbers
    assert on_day(un_history, days[0] - dt.timedelta(days=1)) == on_day(un_history, days[0])
    assert on_day(un_history, None) == on_day(un_history, days[-1])


# The UN names no Qods Force itself; on its list stand its commander, two of its members
# ("Member of the IRGC-Qods Force operating under the direction of ...") and a company of its own.
QODS_FORCE = {"IRi.039": "SOLEIMANI", "IRi.003": "AGHAJANI", "IRi.041": "TABATABAEI", "IRe.009": "BEHINEH"}


@pytest.mark.parametrize("number", QODS_FORCE)
def test_soleimani_and_the_qods_force_come_go_and_come_back(
    un_history: list[PartyHistory], number: str
) -> None:
    (found,) = [history for history in un_history if history.id == f"un-sc:{number}"]
    for version in found.versions:
        assert QODS_FORCE[number] in version.party.name.upper()
        assert "QODS FORCE" in " ".join(version.party.record.upper().replace("-", " ").split())
    for asked, listed in [
        ("2018-10-29", True),
        ("2021-03-12", True),
        ("2024-05-14", True),
        ("2024-05-15", False),
        ("2025-08-16", False),
        ("2025-11-19", False),
        ("2025-11-20", True),
        ("2026-08-01", True),
    ]:
        assert any(version.holds_on(day(asked)) for version in found.versions) == listed, asked
    assert [version.current for version in found.versions].count(True) == 1


# The days of SDN.CSV alone, and of the last trio before each.
SERIES = {"2021-08-20": "2021-04-15", "2021-12-30": "2021-04-15", "2022-02-24": "2022-01-15"}


@pytest.fixture(scope="module")
def ofac_store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two trios and, around the second, SDN.CSV alone on three days; added out of order."""
    sdn = shared / "lists" / "us-ofac-sdn"
    store = Store(tmp_path_factory.mktemp("ofac") / "store.sqlite")
    add(store, ofac_csv, sdn / "2022-01_csv", day("2022-01-15"))
    for published in SERIES:
        path = sdn / "sdn_csv_series" / f"sdn_{published}.csv.zst"
        added = add(store, ofac_csv, path, day(published))
        assert {FactKind.ALIASES, FactKind.ADDRESSES} <= set(added.edition.lacks)
    add(store, ofac_csv, sdn / "2021-04_csv", day("2021-04-15"))
    return store


def test_sdn_csv_alone_says_who_is_listed_and_keeps_aliases_and_addresses(
    shared: Path, ofac_store: Store
) -> None:
    histories = list(ofac_store.histories())
    for published, before in SERIES.items():
        trio = on_day(histories, day(before))
        raw = (shared / "lists" / "us-ofac-sdn" / "sdn_csv_series" / f"sdn_{published}.csv.zst").read_bytes()
        with zstandard.ZstdDecompressor().stream_reader(raw) as stream:
            rows = csv.reader(io.TextIOWrapper(stream, "latin-1", newline=""))
            numbers = {f"us-ofac-sdn:{row[0]}" for row in rows if row[0] != "\x1a"}
        listed = {str(party.id): party for party in on_day(histories, day(published))}
        assert listed.keys() == numbers
        for kind in (FactKind.ALIASES, FactKind.ADDRESSES):
            having = {party.id for party in trio if kind in party.facts()} & numbers
            assert len(having) > 3000
            assert all(kind in listed[party_id].facts() for party_id in having)
    # 10481,8873,"aka","SOLEYMANI, Ghasem",-0- (ALT.CSV)
    (soleimani,) = (p for p in on_day(histories, day("2021-09-01")) if p.id == "us-ofac-sdn:10481")
    assert "SOLEYMANI, Ghasem" in [name.text for name in soleimani.names]


def test_the_timeline_of_the_series_goes_by_date(ofac_store: Store) -> None:
    dates = ["2021-04-15", "2021-08-20", "2021-12-30", "2022-01-15", "2022-02-24"]
    assert [(str(h.edition.published), h.current) for h in timeline(ofac_store.editions())] == [
        (date, date == dates[-1]) for date in dates
    ]
    assert [h.span and str(h.span.end) for h in timeline(ofac_store.editions())] == [*dates[1:], "None"]
