"""What the readers of OFAC's three XML layouts share."""

from __future__ import annotations

import pytest
from lxml import etree

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.values import Kind
from namesake.sources.files import from_bytes
from namesake.sources.ofac_elements import (
    begins_with,
    compact_record,
    fields,
    only_file,
    open_stream,
    with_unknown_told,
)
from namesake.sources.ofac_facts import Entry


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<sdnList/>", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a note --><o:sdnList xmlns:o='x'/>", True),
        (b"<!DOCTYPE sdnList [<!ENTITY a 'b'>]><sdnList/>", True),
        (b"<sdnListing/>", False),
        (b'{"name": "<sdnList>"}', False),
        (b"", False),
    ],
)
def test_a_file_is_told_by_its_first_element(data: bytes, expected: bool) -> None:
    assert begins_with([from_bytes("x", data)], "sdnList") == expected
    assert not begins_with([from_bytes("x", data)] * 2, "sdnList")


def test_one_file_of_the_right_layout_is_wanted() -> None:
    with pytest.raises(ListError, match=r"one file and not 0 \(\)"):
        only_file([])
    with pytest.raises(ListError, match=r"a\.xml begins with <b>, OFAC's A\.XML with <a>; download that one"):
        open_stream(from_bytes("a.xml", b"<b/>"), "a", frozenset(), wanted="A.XML")


def test_the_texts_of_an_element_by_local_name() -> None:
    element = etree.fromstring('<a xmlns="urn:any"><b> one </b><c/><d>  </d><b>two</b></a>')
    assert fields(element) == {"b": "two"}


def test_a_record_keeps_everything_but_the_indentation() -> None:
    element = etree.fromstring(
        '<a xmlns="urn:any" k="1">\n  <b>one\ntwo</b>\n\t<c>  </c>\r\n   <d> x <e/> y </d>\n</a>'
    )
    assert compact_record([element, element[0]]) == (
        '<a k="1"><b>one\ntwo</b><c>  </c><d> x <e/> y </d></a>\n<b>one\ntwo</b>'
    )


def test_an_unknown_element_is_told_with_the_first_party_that_has_it() -> None:
    entries: list[tuple[Entry | Problem, list[etree._Element]]] = [
        (Problem("x", "lost", lost=True), [etree.fromstring("<new/>")]),
        (Entry("1", "f 1", Kind.PERSON), [etree.fromstring("<a><old/></a>")]),
        (Entry("2", "f 2", Kind.PERSON), [etree.fromstring("<a><new/></a>"), etree.fromstring("<newer/>")]),
        (Entry("3", "f 3", Kind.PERSON), [etree.fromstring("<new/>")]),
    ]
    told = [
        [problem.field for problem in entry.problems]
        for entry in with_unknown_told(entries, frozenset({"a", "old"}))
        if isinstance(entry, Entry)
    ]
    assert told == [[], ["new", "newer"], []]
