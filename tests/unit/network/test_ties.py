"""The parties around a party: who is joined by what, how far, and how it is drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.party import Party, Relation
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.network.drawing import graphml, svg
from namesake.network.ties import MOST_NODES, Ties

SVG = "{http://www.w3.org/2000/svg}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def party(number: int, name: str, *relations: Relation, on: str = "own", kind: Kind = Kind.COMPANY) -> Party:
    return Party(
        PartyId(f"{on}:{number}"), ListId(on), kind, (Name(name, Quality.PRIMARY),), relations=relations
    )


# OFAC's sdn.csv, row 11462's remark: "Linked To: ISLAMIC REVOLUTIONARY GUARD CORPS (IRGC)-QODS FORCE."
FORCE = party(1, "QODS FORCE")
GROUP = party(2, "KATA'IB <b>", Relation("linked to", "Qods  Force"))
HEAD = party(3, "VARDANIS, Teodrik", Relation("leader of", "KATA'IB <b>", PartyId("own:2"), share=None,
             since=PartialDate("2019"), source="a register"), kind=Kind.PERSON)  # fmt: skip
FIRM = party(
    4, "Orsolax", Relation("owned by", "VARDANIS, Teodrik", PartyId("own:3"), share=62.5, former=True)
)
STRAY = party(5, "Stray", Relation("linked to", "Nobody & Sons"), Relation("linked to", "Twin"))
TWINS = (party(6, "Twin"), party(7, "TWIN"))
ELSEWHERE = party(1, "Qods-Force", on="other")
ALL = (FORCE, GROUP, HEAD, FIRM, STRAY, *TWINS, ELSEWHERE)


@pytest.mark.parametrize(
    ("depth", "names"),
    [
        (1, {"QODS FORCE", "KATA'IB <b>"}),
        (2, {"QODS FORCE", "KATA'IB <b>", "VARDANIS, Teodrik"}),
        (3, {"QODS FORCE", "KATA'IB <b>", "VARDANIS, Teodrik", "Orsolax"}),
        (9, {"QODS FORCE", "KATA'IB <b>", "VARDANIS, Teodrik", "Orsolax"}),
    ],
)
def test_relations_are_followed_both_ways_as_far_as_asked(depth: int, names: set[str]) -> None:
    web = Ties(ALL).around("own:1", depth)
    assert {node.name for node in web.nodes} == names
    assert max(node.depth for node in web.nodes) == min(depth, 3)


def test_a_name_joins_the_one_party_of_that_list_that_has_it() -> None:
    (tie,) = Ties(ALL).around("own:1").ties
    assert (tie.source, tie.type, tie.target, tie.by_name) == ("own:2", "linked to", "own:1", True)


def test_a_name_that_nobody_or_several_have_is_shown_as_such() -> None:
    web = Ties(ALL).around("own:5")
    assert [(node.name, node.listed) for node in web.nodes] == [
        ("Stray", True), ("Nobody & Sons", False), ("Twin", False),
    ]  # fmt: skip
    assert not any(tie.by_name for tie in web.ties)


def test_shares_days_and_sources_are_kept() -> None:
    ties = {tie.source: tie for tie in Ties(ALL).around("own:3").ties}
    assert (ties["own:4"].share, ties["own:4"].former) == (62.5, True)
    assert (ties["own:3"].since, ties["own:3"].told_by, ties["own:3"].by_name) == (
        "2019",
        "a register",
        False,
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("qods force", "is the name of 2 parties: give the id, one of other:1 .*own:1"),
        ("Twin", "own:6 .*own:7"),
        ("force, Qods", "other:1 .*own:1"),
        ("Somebody", "is no party's id and nobody's name"),
    ],
)
def test_a_name_that_does_not_tell_one_party_is_refused(asked: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Ties(ALL).party(asked)


def test_a_party_is_found_by_id_and_by_name() -> None:
    ties = Ties(ALL)
    assert ties.party("own:4") is FIRM
    assert ties.party("ORSOLAX") is FIRM
    assert ties.party("teodrik vardanis") is HEAD


def test_circles_end_and_too_many_are_counted() -> None:
    hub = party(0, "Hub", *(Relation("linked to", f"P{n}", PartyId(f"own:{n}")) for n in range(1, 600)))
    others = [party(n, f"P{n}", Relation("linked to", "Hub", PartyId("own:0"))) for n in range(1, 600)]
    web = Ties([hub, *others]).around("own:0", 3)
    assert len(web.nodes) == MOST_NODES
    assert web.more == 600 - MOST_NODES
    assert len(web.ties) == 2 * (MOST_NODES - 1)


def test_a_depth_of_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="at least 1"):
        Ties(ALL).around("own:1", 0)


def test_the_picture_is_the_same_each_time_and_holds_each_name_escaped() -> None:
    web = Ties(ALL).around("own:1", 3)
    picture = svg(web)
    assert picture == svg(Ties(reversed(ALL)).around("own:1", 3))
    root = ET.fromstring(picture)
    shown = [text.text for text in root.iter(f"{SVG}text")]
    assert {"QODS FORCE", "KATA'IB <b>", "VARDANIS, Teodrik", "Orsolax", "owned by 62.5 %"} <= set(shown)
    assert len(list(root.iter(f"{SVG}circle"))) == 4
    assert sum("stroke-dasharray" in path.attrib for path in root.iter(f"{SVG}path")) == 1


def test_no_two_parties_stand_in_one_place() -> None:
    parties = [
        party(0, "Hub"),
        *(party(n, f"P{n}", Relation("of", "", PartyId("own:0"))) for n in range(1, 90)),
    ]
    root = ET.fromstring(svg(Ties(parties).around("own:0")))
    places = [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in root.iter(f"{SVG}circle")]
    assert len(places) == 90
    assert min(
        abs(x - u) + abs(y - v) for n, (x, y) in enumerate(places) for u, v in places[:n]
    ) > 12  # fmt: skip


def test_text_that_xml_can_t_hold_does_no_harm() -> None:
    bad = party(8, 'A\x00\x1b"]]><script>', Relation("linked to\x07", "x\ufffe"))
    web = Ties([bad]).around("own:8")
    for text in (svg(web), graphml(web)):
        assert "script" not in {element.tag for element in ET.fromstring(text).iter()}
        assert "\x1b" not in text


def test_graphml_holds_all_that_is_known() -> None:
    root = ET.fromstring(graphml(Ties(ALL).around("own:3")))
    nodes = {one.attrib["id"]: _facts(one) for one in root.iter(f"{GRAPHML}node")}
    assert nodes["own:3"] == {
        "name": "VARDANIS, Teodrik", "kind": "Person", "list": "own", "listed": "true", "depth": "0",
    }  # fmt: skip
    edges = {(one.attrib["source"], one.attrib["target"]): _facts(one) for one in root.iter(f"{GRAPHML}edge")}
    assert edges["own:4", "own:3"] == {
        "type": "owned by", "share": "62.5", "former": "true", "by_name": "false",
    }  # fmt: skip


def _facts(element: ET.Element) -> dict[str, str]:
    return {data.attrib["key"]: data.text or "" for data in element.iter(f"{GRAPHML}data")}
