"""What a finding tells of what lies far above a company."""

from __future__ import annotations

import pytest

from namesake.model.policy import OwnershipRule
from namesake.network.arithmetic import Arithmetic, Seeds
from namesake.network.findings import Counts, Finding, Verdict
from namesake.network.rules import RULES
from namesake.network.sums import Sums
from tests.cases.owning import told

CHAIN = "X 60 C0, " + ", ".join(f"C{number} 60 C{number + 1}" for number in range(30))


def finding(text: str, company: str, links: int | None = None, possible: tuple[str, ...] = ()) -> Finding:
    arithmetic = Arithmetic(told(text), Seeds(["X", "X2"], possible), RULES[OwnershipRule.OFAC])
    return Sums(arithmetic).finding(company, links)


@pytest.mark.parametrize(("company", "links", "told", "cut"), [
    ("C30", None, 31, False), ("C30", 10, 10, True), ("C9", 10, 10, False), ("C10", 10, 10, True),
])  # fmt: skip
def test_of_a_long_chain_the_nearest_links_and_who_stands_at_its_head_are_told(
    company: str, links: int | None, told: int, cut: bool
) -> None:
    found = finding(CHAIN, company, links)
    (chain,) = found.chains
    assert (len(chain), chain[-1].owned, found.cut) == (told, company, cut)
    assert (chain[0].owner == "X") is not cut
    assert (found.verdict, found.blockers) == (Verdict.BLOCKED, ("X",))
    assert len(found.sums) == told + cut


def test_the_same_sums_answer_for_each_company_in_any_order() -> None:
    arithmetic = Arithmetic(told(CHAIN), ["X"], RULES[OwnershipRule.OFAC])
    sums = Sums(arithmetic)
    again = [sums.finding(f"C{number}", 5) for number in (30, 3, 17, 30)]
    assert again == [finding(CHAIN, f"C{number}", 5) for number in (30, 3, 17, 30)]


@pytest.mark.parametrize(
    ("persons", "possible", "verdict"),
    [
        ({"X": ("one",), "M": ("other", "one")}, ("M",), Verdict.OPEN),
        ({"X": ("one",), "M": ("other",)}, ("M",), Verdict.FREE),
        ({}, ("M",), Verdict.FREE),
        ({"X": ("one",), "M": ("one",)}, (), Verdict.OPEN),  # told under two ids, perhaps one holding
        ({"X": ("one",), "M": ("two", "three"), "L": ("three", "two")}, ("M", "L"), Verdict.OPEN),
    ],
)
def test_one_person_s_holdings_are_those_of_all_who_may_be_he(
    persons: dict[str, tuple[str, ...]], possible: tuple[str, ...], verdict: Verdict
) -> None:
    data = told("X 30 A, M 30 A, L 25 A")
    seeds = Seeds([id for id in persons if id not in possible], possible, persons=persons)
    assert Sums(Arithmetic(data, seeds, RULES[OwnershipRule.UK])).finding("A").verdict is verdict


def test_what_is_held_jointly_says_so() -> None:
    data = told("X 30 A with=pact, P 25 A with=pact, Q 10 A")
    found = Sums(Arithmetic(data, ["X"], RULES[OwnershipRule.UK])).finding("A")
    assert [(part.owner, part.counts) for part in found.sums[0].parts] == [
        ("X", Counts.LISTED), ("P", Counts.JOINT), ("Q", Counts.NOT),
    ]  # fmt: skip
    assert [[link.owner for link in chain] for chain in found.chains] == [["X"]]


@pytest.mark.parametrize(
    ("text", "blockers"),
    [
        ("X 10 A, A 60 B, X2 60 B", ("X2",)),  # A falls short, so X has nothing of B
        ("X 60 A, X2 60 B, B 60 C, C 10 A", ("X", "X2")),
        ("X 60 A, X2 60 B, B 40 C, C 10 A", ("X",)),
        ("X 60 A, M 20 A", ("M", "X")),
    ],
)
def test_only_who_counts_is_named(text: str, blockers: tuple[str, ...]) -> None:
    company = "B" if text.startswith("X 10") else "A"
    assert finding(text, company, possible=("M",)).blockers == blockers
