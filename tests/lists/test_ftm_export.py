"""The authorities' own lists, written as FollowTheMoney, are accepted by its library and read back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from namesake.model.edition import Problem
from namesake.model.party import Party
from namesake.model.values import ListId
from namesake.sources import eu_xml, ftm, ofac_xml, un_xml
from namesake.sources.files import from_bytes, source_files
from namesake.sources.reading import Reader

LISTS: list[tuple[Reader, str]] = [
    (ofac_xml, "us-ofac-cons/2026-01-08_consolidated.xml"),
    (ofac_xml, "us-ofac-sdn/2021-03-10_sdn.xml"),
    (un_xml, "un-sc/un_consolidated_2026-08-01.xml"),
    (eu_xml, "eu-fsf/2021-03-02_full_1_1.xml"),
]


@pytest.fixture(scope="module", params=LISTS, ids=lambda param: Path(param[1]).stem)
def parties(request: pytest.FixtureRequest, shared: Path) -> list[Party]:
    reader, file = request.param
    records = reader.read(source_files(shared / "lists" / file)).records
    return [one for one in records if not isinstance(one, Problem)]


def test_followthemoney_accepts_what_is_written(parties: list[Party]) -> None:
    model = pytest.importorskip("followthemoney").model
    refused: Counter[str] = Counter()
    for line in ftm.write(parties):
        document = json.loads(line)
        proxy = model.get_proxy(document)
        for name, values in document["properties"].items():
            property = proxy.schema.get(name)
            assert property is not None, f"{document['schema']} has no {name}"
            refused.update(property.type.name for value in values if not property.type.validate(value))
    # Free text the publishers give is at times longer than an address, or no valid telephone number.
    assert set(refused) <= {"address", "phone", "email", "identifier"}
    assert refused.total() < len(parties) / 100


def test_what_is_written_reads_back_with_its_names_and_decisions(parties: list[Party]) -> None:
    written = b"".join(ftm.write(parties))
    reading = ftm.read([from_bytes("export.json", written)], ListId("export"))
    back = [one for one in reading.records if isinstance(one, Party)]
    assert len(back) == len(parties) == reading.seen
    for one, other in zip(parties, back, strict=True):
        assert other.kind is one.kind
        assert {name.text for name in other.names} == {name.text for name in one.names}
        assert [d.programme for d in other.designations] == [d.programme for d in one.designations]
    assert sorted(ftm.write(back)) == sorted(written.splitlines(keepends=True))
