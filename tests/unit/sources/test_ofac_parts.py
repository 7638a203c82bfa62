"""What belongs to a party and stands elsewhere in the file."""

from __future__ import annotations

import gc

import pytest
from lxml import etree

from namesake.sources import ofac_parts
from namesake.sources.ofac_parts import Parts, ReferenceValues, Value

SETS = """<s:ReferenceValueSets xmlns:s="urn:any">
<s:CountryValues><s:Country ID="1" ISO2="IR">Iran</s:Country><s:Country ID="2"/></s:CountryValues>
<s:AliasTypeValues><s:AliasType ID="1">A.K.A.</s:AliasType></s:AliasTypeValues>
<s:EntryLinkTypeValues/></s:ReferenceValueSets>"""


def test_a_number_means_something_only_in_its_table() -> None:
    values = ReferenceValues(etree.fromstring(SETS))
    assert values.get("Country", "1") == Value("Iran", {"ID": "1", "ISO2": "IR"})
    assert values.get("AliasType", "1") == Value("A.K.A.", {"ID": "1"})
    assert values.get("Country", "2") == Value("", {"ID": "2"})
    assert values.get("Country", "3") is None
    assert values.get("Country", None) is None
    assert ReferenceValues().get("Country", "1") is None


@pytest.mark.parametrize("room", [16 << 20, 10])
def test_parts_come_back_as_they_were_by_tag_and_number(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofac_parts, "_IN_MEMORY", room)
    parts = Parts()
    texts = [f'<o:Entry xmlns:o="urn:any" ID="{i}"><o:Text>ن&amp;{i}</o:Text></o:Entry>' for i in range(50)]
    for place, text in enumerate(texts):
        parts.put(str(place % 10), etree.fromstring(text))
    parts.put("3", etree.fromstring("<Other/>"))
    found = parts.take("Entry", "3")
    assert [element.get("ID") for element in found] == ["3", "13", "23", "33", "43"]
    assert [element[0].text for element in found] == [f"ن&{i}" for i in (3, 13, 23, 33, 43)]
    assert parts.take("Entry", "nobody") == []
    assert [element.tag for element in parts.take("Other", "3")] == ["Other"]


def test_what_nobody_asked_for_is_known() -> None:
    parts = Parts()
    for number in ("1", "2", "3"):
        parts.put(number, etree.fromstring("<Entry/>"))
    parts.take("Entry", "2")
    parts.take("Entry", "9")
    assert list(parts.never_taken("Entry")) == ["1", "3"]
    assert list(parts.never_taken("Other")) == []


def test_the_file_is_closed_with_the_parts() -> None:
    parts = Parts()
    parts.put("1", etree.fromstring("<Entry/>"))
    file = parts._file
    del parts
    gc.collect()
    assert file.closed
