"""What the UN's and the EU's files share: a dated document element with entries."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.values import ListId
from namesake.sources.files import from_bytes
from namesake.sources.xmledition import Layout, XmlEdition

LAYOUT = Layout(
    list=ListId("zz-test"),
    format="zz-xml",
    whose="our",
    root="list",
    entries=frozenset({"entry"}),
    dated_by="made",
)


def opened(xml: str, as_list: str | None = None) -> XmlEdition:
    return XmlEdition(from_bytes("list.xml", xml.encode()), LAYOUT, ListId(as_list) if as_list else None)


def test_the_header_is_read_and_every_entry_comes_once() -> None:
    edition = opened('<list made="2021-03-10T23:00:00Z"><entry/><other/><entry/></list>')
    assert (edition.reading.list, edition.reading.format) == ("zz-test", "zz-xml")
    assert (edition.reading.published, edition.reading.moment) == (
        dt.date(2021, 3, 10),
        "2021-03-10T23:00:00Z",
    )
    assert len(list(edition.entries)) == 2
    assert list(edition.with_remarks(iter(()))) == []


@pytest.mark.parametrize("made", ["", 'made="soon"', 'made="2021-02-30"'])
def test_a_file_without_a_date_is_read_and_says_how_to_date_it(made: str) -> None:
    edition = opened(f"<list {made}><entry/></list>")
    assert edition.reading.published is None
    (problem,) = [one for one in edition.with_remarks(iter(())) if isinstance(one, Problem)]
    assert "--published" in problem.message
    assert not problem.lost


def test_a_control_character_is_reported_where_it_stood() -> None:
    edition = opened('<list made="2021-03-10"><entry>a\x19b</entry></list>')
    entries = list(edition.entries)
    assert len(entries) == 1
    (problem,) = [one for one in edition.with_remarks(iter(())) if isinstance(one, Problem)]
    assert problem.where == "list.xml byte 32"
    assert "0x19" in problem.message


@pytest.mark.parametrize(
    ("xml", "as_list", "message"),
    [
        (
            "<feed><entry/></feed>",
            None,
            "list.xml begins with <feed>, our list with <list>; download that one",
        ),
        ('<list made="2021-03-10"/>', None, "list.xml holds no entries; download it again"),
        (
            "<list><entry/></list>",
            "un-sc",
            "list.xml is our list (zz-test) and can't be un-sc; leave --list out",
        ),
    ],
)
def test_another_file_is_refused_with_what_to_do(xml: str, as_list: str | None, message: str) -> None:
    with pytest.raises(ListError) as refused:
        opened(xml, as_list)
    assert str(refused.value) == message
