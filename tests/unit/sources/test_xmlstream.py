"""XML is read element by element, and whatever could do harm in it is refused."""

from __future__ import annotations

import pytest

from namesake.errors import ListError
from namesake.sources.files import from_bytes
from namesake.sources.xmlstream import ElementStream, child_text, local_name, record_text

ENTRIES = frozenset({"entry"})


def stream(data: str | bytes, tags: frozenset[str] = ENTRIES) -> ElementStream:
    raw = data.encode() if isinstance(data, str) else data
    return ElementStream(from_bytes("list.xml", raw), tags)


def texts(data: str | bytes) -> list[str | None]:
    return [element.text for element in stream(data)]


def test_elements_come_in_the_order_of_the_file() -> None:
    assert texts("<list><entry>1</entry><other>x</other><entry>2</entry></list>") == ["1", "2"]


def test_namespaces_make_no_difference() -> None:
    found = stream('<list xmlns="http://a/b" xmlns:c="http://c"><c:entry c:no="7">1</c:entry></list>')
    assert found.root == "list"
    assert [local_name(element) for element in found] == ["entry"]


def test_the_document_element_and_its_attributes_are_there_before_the_first_element() -> None:
    found = stream('<export generationDate="2024-05-13"><entry/></export>')
    assert (found.root, found.attributes) == ("export", {"generationDate": "2024-05-13"})


def test_an_element_inside_another_wanted_one_belongs_to_that() -> None:
    found = stream("<list><entry>a<entry>b</entry></entry><entry>c</entry></list>")
    assert [(entry.text, [child.text for child in entry]) for entry in found] == [("a", ["b"]), ("c", [])]


def test_comments_and_instructions_are_passed_over() -> None:
    assert texts("<?xml version='1.0'?><?go?><list><!-- 1 --><entry>a<!-- 2 -->b</entry></list>") == ["ab"]


def test_wrapped_entries_are_found() -> None:
    # The UN's list: <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
    assert texts("<list><half><entry>1</entry></half><half><entry>2</entry></half></list>") == ["1", "2"]


def test_what_has_been_read_is_forgotten() -> None:
    data = "<list>" + "<entry><name>x</name></entry><gap><deep/></gap>" * 20_000 + "</list>"
    kept = []
    for number, entry in enumerate(stream(data)):
        parent = entry.getparent()
        assert parent is not None
        if number % 1000 == 0:
            kept.append(sum(1 for _ in parent.iter()))
    assert len(kept) == 20
    assert max(kept) < 3_000, "the parser reads 32 KiB ahead, and no more than that may stand in the tree"


def test_child_text_is_stripped_and_none_when_there_is_none() -> None:
    entry = next(iter(stream("<list><entry><a> x </a><a>y</a><b/><c> </c></entry></list>")))
    assert [child_text(entry, name) for name in "abcd"] == ["x", None, None, None]


def test_a_record_is_kept_as_it_stood_in_the_file() -> None:
    record = '<entry no="1"><name lang="fa">قاسم سلیمانی &amp; co</name></entry>'
    data = f'<list xmlns="http://a" xmlns:i="http://b">\n  {record}\n</list>'
    assert [record_text(element) for element in stream(data)] == [record]


def test_a_control_character_becomes_a_space_and_is_reported_with_its_place() -> None:
    data = b"<list><entry>Al Qa\x19ida</entry></list>"
    found = stream(data)
    assert [element.text for element in found] == ["Al Qa ida"]
    assert found.mended == [(data.index(b"\x19"), 0x19)]


def test_tabs_and_line_ends_are_left_alone() -> None:
    found = stream("<list><entry>a\tb\r\nc</entry></list>")
    assert [element.text for element in found] == ["a\tb\nc"]
    assert found.mended == []


def test_places_of_control_characters_count_from_the_start_of_the_file() -> None:
    data = b"<list>" + b"<entry>x</entry>" * 20_000 + b"<entry>\x1c</entry></list>"
    found = stream(data)
    assert sum(1 for _ in found) == 20_001
    assert found.mended == [(data.index(b"\x1c"), 0x1C)]


def test_a_file_full_of_control_characters_is_refused() -> None:
    with pytest.raises(
        ListError, match=r"list\.xml holds more than 1,000 control characters, so it is damaged"
    ):
        texts(b"<list><entry>" + b"\x01" * 1001 + b"</entry></list>")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"list\.xml is not XML: .*; download it again"),
        (b"ent_num,SDN_Name\r\n36,AEROCARIBBEAN", r"list\.xml is not XML"),
        (b'{"id": "NK-1"}', r"list\.xml is not XML"),
        (b"PK\x03\x04", r"list\.xml is not XML"),
        ("<list/>".encode("utf-16"), r"list\.xml is not XML"),
    ],
)
def test_what_is_not_xml_is_refused_when_it_is_opened(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        stream(data)


def test_an_html_page_in_place_of_the_list_is_refused() -> None:
    with pytest.raises(ListError, match="declares a document type"):
        stream("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_that_breaks_off_is_refused_where_it_does(share: float) -> None:
    data = b"<list>" + b"<entry>x</entry>\n" * 10_000 + b"</list>"
    with pytest.raises(
        ListError, match=r"list\.xml breaks off or is damaged at line \d+: .* nothing of it was kept"
    ):
        texts(data[: int(len(data) * share)])


def test_letters_in_a_wrong_encoding_are_refused() -> None:
    with pytest.raises(ListError, match="is damaged at line 1"):
        texts("<list><entry>Boziz\u00e9</entry></list>".encode("latin-1"))


def test_an_encoding_that_is_declared_is_followed() -> None:
    data = '<?xml version="1.0" encoding="ISO-8859-1"?><list><entry>Boziz\u00e9</entry></list>'
    assert texts(data.encode("latin-1")) == ["Boziz\u00e9"]


BILLION_LAUGHS = (
    '<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><list><entry>&c;</entry></list>'
)
EXTERNAL_ENTITY = '<!DOCTYPE list [<!ENTITY e SYSTEM "file:///etc/hostname">]><list><entry>&e;</entry></list>'
EXTERNAL_DTD = '<!DOCTYPE list SYSTEM "http://127.0.0.1:9/list.dtd"><list><entry>x</entry></list>'


@pytest.mark.parametrize("data", [BILLION_LAUGHS, EXTERNAL_ENTITY, EXTERNAL_DTD])
def test_a_document_type_is_refused_and_nothing_in_it_is_expanded_or_fetched(data: str) -> None:
    with pytest.raises(
        ListError, match=r"list\.xml declares a document type \(DOCTYPE\); no publisher's list does"
    ):
        stream(data)


def test_an_entity_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ListError, match="breaks off or is damaged at line"):
        texts("<list><entry>&who;</entry></list>")


def test_a_record_without_end_is_refused() -> None:
    with pytest.raises(ListError, match=r"a record of more than 100,000 elements, as no list has"):
        texts("<list><entry>" + "<a/>" * 100_001 + "</entry></list>")


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ListError, match="breaks off or is damaged"):
        texts("<list>" + "<a>" * 100_000)
