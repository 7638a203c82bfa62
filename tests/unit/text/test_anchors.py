"""Which listed names a token leads to, and how their words begin and end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.model.values import Kind
from namesake.text.anchors import NO_NAMES, Anchors, edges_of
from tests.unit.index.making import party, snapshot

SNAPSHOT = snapshot(
    party("1", "VORONTSEV, Arkadiy Lvovich Petrovich"),
    party("2", "Kharvanion", kind=Kind.ORGANIZATION),
    party("3", "ZWINGLI"),
    party("4", "Brigade in the Valley", kind=Kind.ORGANIZATION),
    party("5", "VALLEY, Otto"),
)
NAMES = [SNAPSHOT.name_texts[name] for name in range(len(SNAPSHOT.name_texts))]
TOKENS = [SNAPSHOT.tokens[token] for token in range(len(SNAPSHOT.tokens))]
ANCHORS = Anchors(SNAPSHOT, np.ones(len(NAMES), dtype=np.bool_))


def named(names: frozenset[int]) -> set[str]:
    return {NAMES[name].split(",")[0].split()[0] for name in names}


@pytest.mark.parametrize(
    ("token", "several", "lone"),
    [
        ("vorontsev", {"VORONTSEV"}, set()),
        ("valley", {"Brigade", "VALLEY"}, set()),
        ("kharvanion", set(), {"Kharvanion"}),
        ("zwingli", set(), set()),  # one part of a person's name is nobody's
        ("in", set(), set()),  # it tells nothing
    ],
)
def test_the_names_that_a_token_leads_to(token: str, several: set[str], lone: set[str]) -> None:
    (leads,) = ANCHORS.leads([[TOKENS.index(token)]])
    assert (named(leads.several), named(leads.lone)) == (several, lone)


def test_of_a_name_three_tokens_lead_to_it() -> None:
    leads = ANCHORS.leads([[token] for token in range(len(TOKENS))])
    name = next(number for number, text in enumerate(NAMES) if text.startswith("VORONTSEV"))
    assert sum(name in each.several for each in leads) == 3


def test_what_groups_of_tokens_lead_to_is_told_for_each() -> None:
    valley, group, none = (TOKENS.index(one) for one in ("valley", "kharvanion", "in"))
    leads = ANCHORS.leads([[valley, group], [], [none], [group]])
    assert [named(one.several) for one in leads] == [{"Brigade", "VALLEY"}, set(), set(), set()]
    assert [named(one.lone) for one in leads] == [{"Kharvanion"}, set(), set(), {"Kharvanion"}]
    assert leads[1].several is leads[2].lone is NO_NAMES
    assert ANCHORS.leads([]) == []


def test_a_name_that_is_not_wanted_has_no_anchors() -> None:
    wanted = np.array([name != "Kharvanion" for name in NAMES])
    few = Anchors(SNAPSHOT, wanted)
    assert few.lone_tokens() == []
    assert ANCHORS.lone_tokens() == ["kharvanion"]
    assert few.leads([[TOKENS.index("kharvanion")]])[0].lone == NO_NAMES


def test_names_of_things_by_a_word() -> None:
    assert named(ANCHORS.things_having("valley")) == {"Brigade"}
    assert ANCHORS.things_having("quandt") == NO_NAMES


def test_a_token_of_persons_is_told() -> None:
    assert ANCHORS.persons_token("valley") == TOKENS.index("valley")
    assert ANCHORS.persons_token("kharvanion") is None
    assert ANCHORS.persons_token("valle") is None


def has(edges: bytes, edge: int) -> bool:
    return bool(edges[edge >> 3] >> (edge & 7) & 1)


@pytest.mark.parametrize(
    ("word", "begins", "ends"),
    [("vorontsew", True, False), ("xorontsev", False, True), ("lvov", True, False), ("otto", False, False)],
)
def test_how_the_words_of_names_begin_and_end(word: str, begins: bool, ends: bool) -> None:
    name = next(number for number, text in enumerate(NAMES) if text.startswith("VORONTSEV"))
    (edges,) = ANCHORS.edges([[name]])
    first, last = edges_of(word)
    assert (has(edges, first), has(edges, last)) == (begins, ends)


def test_edges_of_very_many_groups_are_each_groups_own() -> None:
    every = list(range(len(NAMES)))
    many = ANCHORS.edges([[name] for name in every * 600])
    assert many == ANCHORS.edges([[name] for name in every]) * 600
    assert ANCHORS.edges([]) == []


@given(st.text("abcdefgh", min_size=5, max_size=12), st.integers(0, 11), st.sampled_from("abcdefgh"))
def test_law_whatever_one_letter_is_wrong_it_begins_or_ends_right(word: str, at: int, letter: str) -> None:
    at %= len(word)
    for wrong in (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
    ):
        if len(wrong) > 3:
            assert set(edges_of(word)) & set(edges_of(wrong))
