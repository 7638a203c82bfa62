"""Indexes of the real lists that take over from an earlier one: the same to the last byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from namesake.index import building
from namesake.index.building import build
from namesake.index.layout import ARRAYS
from namesake.index.snapshot import Snapshot
from namesake.index.taking import Taken, taken_apart
from namesake.model.edition import PartyHistory, Problem, Version
from namesake.service import Service
from namesake.sources.recognition import deliveries, reading_of

# Each is built with what the one before it knows. The second has more names than this, and at most this share
# of them has to be taken apart: those that the first has not, letter for letter.
STEPS = [
    pytest.param("us-ofac-sdn/2021-04_csv", "us-ofac-sdn/2022-01_csv", 18_000, 0.10, id="OFAC, nine months"),
    pytest.param(
        "us-ofac-sdn/2021-03-10_sdn.xml", "us-ofac-sdn/2021-04_csv", 18_000, 0.02, id="OFAC, XML to CSV"
    ),
    pytest.param(
        "us-ofac-sdn/sdn_csv_series/sdn_2024-05-01.csv.zst",
        "us-ofac-sdn/sdn_csv_series/sdn_2024-05-03.csv.zst",
        14_000,
        0.01,
        id="OFAC, two days",
    ),
    pytest.param(
        "eu-fsf/2024-05-13_full_1_1.xml", "eu-fsf/2021-03-02_full_1_1.xml", 8_000, 0.20, id="EU, backwards"
    ),
    pytest.param(
        "un-sc/un_consolidated_2018-10-29.xml",
        "un-sc/un_consolidated_2026-08-01.xml",
        4_000,
        0.30,
        id="UN, eight years",
    ),
]


def histories(path: Path) -> Iterator[PartyHistory]:
    """The parties of one edition, as of now."""
    (delivery,) = deliveries(path)
    for record in reading_of(delivery).records:
        if not isinstance(record, Problem):
            yield PartyHistory(record.id, (Version(record),))


def same_bytes(one: Snapshot, other: Snapshot) -> bool:
    assert one.manifest == other.manifest
    return all(one.arrays[name].tobytes() == other.arrays[name].tobytes() for name in ARRAYS)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """The names that were taken apart, each with whether it is a person's."""
    names: list[tuple[str, bool]] = []

    def watched(chunk: Sequence[tuple[str, bool]]) -> Taken:
        names.extend(chunk)
        return taken_apart(chunk)

    monkeypatch.setattr(building, "taken_apart", watched)
    return names


def names_of(made: Snapshot) -> set[tuple[str, bool]]:
    person = made.arrays["name_person"].tolist()
    return {(made.name_texts[name], person[name]) for name in range(len(person))}


@pytest.mark.parametrize(("before", "after", "least", "most_anew"), STEPS)
def test_the_next_edition_is_indexed_as_if_from_nothing(
    shared: Path, taken: list[tuple[str, bool]], before: str, after: str, least: int, most_anew: float
) -> None:
    known = build(histories(shared / "lists" / before))
    taken.clear()
    made = build(histories(shared / "lists" / after), known=known)
    assert len(made.name_texts) > least
    assert sorted(set(taken)) == sorted(names_of(made) - names_of(known))
    assert 0 < len(taken) < most_anew * len(made.name_texts)
    assert same_bytes(made, build(histories(shared / "lists" / after)))


def test_un_editions_added_one_by_one_give_the_index_of_all(
    shared: Path, taken: list[tuple[str, bool]]
) -> None:
    """Through the store, where a party has several versions and every index follows on the one before."""
    service = Service()
    counts = []
    for path in sorted((shared / "lists" / "un-sc").glob("*.xml")):
        for delivery in service.deliveries(path):
            service.add(delivery)
        taken.clear()
        made = service.index()
        counts.append(len(taken))
        made.verify()
    assert len(counts) == 8
    assert all(count < counts[0] / 5 for count in counts[1:]), counts
    shutil.rmtree(service.index_folder)
    assert same_bytes(service.index(), made)
