"""OFAC's 50 percent rule as FAQ 398 to 402 word it, the EU's and the UK's tests, and what unknown shares do.

The examples of the FAQs are theirs, told in our words: X is Blocked Person X, X2 another.
"""

from __future__ import annotations

import pytest

from namesake.model.policy import OwnershipRule
from namesake.network.findings import Verdict
from tests.cases.owning import Case, found

BLOCKED, OPEN, FREE = Verdict.BLOCKED, Verdict.OPEN, Verdict.FREE
EU, EU_2024, UK = OwnershipRule.EU, OwnershipRule.EU_2024, OwnershipRule.UK

FAQ = [
    Case("398", "X 49 A, X 100 A control", "A", FREE, "49", "49", "control without 50 percent"),
    Case("398", "X 100 A control", "A", FREE, "0", "0", "control alone"),
    Case("398", "X 60 A votes", "A", FREE, "0", "0", "votes are not ownership"),
    Case("398", "X 50 A, X 20 A control", "A", BLOCKED, "50", "50", "it is blocked for the 50 percent"),
    Case("399", "X 25 A, X2 25 A", "A", BLOCKED, "50", "50", "two blocked persons are added"),
    Case("399", "X 25 A, X2 24.99 A", "A", FREE, "49.99", "49.99", "two that do not make 50"),
    Case("399", "X 50 A, X2 10 A, P 40 A", "A", BLOCKED, "60", "60", "who is not blocked is not added"),
    Case("400", "P 100 A, X 0 A control", "A", FREE, "0", "0", "a blocked director is no owner"),
    Case("401", "X 50 A, A 50 B", "A", BLOCKED, "50", "50", "example 1: A is blocked by X"),
    Case("401", "X 50 A, A 50 B", "B", BLOCKED, "50", "50", "example 1: and B by A"),
    Case("401", "X 50 A, X 50 B, A 25 C, B 25 C", "C", BLOCKED, "50", "50", "example 2: 25 and 25"),
    Case("401", "X 50 A, X 10 B, A 40 B", "B", BLOCKED, "50", "50", "example 3: 10 direct and 40 through A"),
    Case("401", "X 50 A, X 25 B, A 25 C, B 25 C", "C", FREE, "25", "25", "example 4: B falls short"),
    Case("401", "X 25 A, X 25 B, A 50 C, B 50 C", "C", FREE, "0", "0", "example 5: A and B fall short both"),
    Case("401", "X 25 A, X 25 B, A 50 C, B 50 C", "A", FREE, "25", "25", "example 5: so A is not blocked"),
    Case("401", "X 50 A, X2 50 A, A 50 B", "B", BLOCKED, "50", "50", "aggregate above, then down the chain"),
    Case("401", "X 25 A, X2 25 A, A 50 B", "B", BLOCKED, "50", "50", "A is blocked by both, so is B"),
    Case("401", "X 49 A, A 100 B", "B", FREE, "0", "0", "a whole company through one that falls short"),
    Case("401", "X 51 A, A 51 B, B 51 C", "C", BLOCKED, "51", "51", "not 51 % of 51 % of 51 %"),
    Case(
        "402", "X 50 A until=2024-03-01, P 50 A, Q 50 A since=2024-03-02", "A", FREE, "0", "0",
        "after the sale it is not blocked", day="2024-03-02",
    ),
    Case(
        "402", "X 50 A until=2024-03-01, P 50 A, Q 50 A since=2024-03-02", "A", BLOCKED, "50", "50",
        "before the sale it was", day="2024-03-01",
    ),
    Case("402", "X 60 A until=2024-03-01, X 20 A since=2024-03-02", "A", FREE, "20", "20", "he keeps 20"),
]  # fmt: skip

SHAPES = [
    Case("33+33+34", "X 33 A, X2 33 A, X3 34 A", "A", BLOCKED, "100", "100", "three who have the whole"),
    Case("33+33+34", "X 33 A, P 33 A, Q 34 A", "A", FREE, "33", "33", "one of three is blocked"),
    Case("33+33+34", "X 33 A, P 33 A, X3 34 A", "A", BLOCKED, "67", "67", "two of three are"),
    Case("exactly 50", "X 16.7 A, X2 16.7 A, X3 16.6 A", "A", BLOCKED, "50", "50", "a sum that floats miss"),
    Case("exactly 50", "X 0.1 A, X2 0.2 A, X3 49.7 A", "A", BLOCKED, "50", "50", "another"),
    Case("just below", "X 49.999999999999999999 A", "A", FREE, "49.999999999999999999",
         "49.999999999999999999", "in floats it is 50"),
    Case("just below", "X 25 A, X2 24.9999999999999999 A", "A", FREE, "49.9999999999999999",
         "49.9999999999999999", "in floats it is 50"),
    Case("cycle", "A 60 B, B 60 A", "A", FREE, "0", "0", "a circle nobody blocked reaches into"),
    Case("cycle", "X 10 A, B 90 A, A 60 B", "A", FREE, "10", "10", "a circle does not lift itself to 50"),
    Case("cycle", "X 50 A, B 40 A, A 60 B", "A", BLOCKED, "90", "90", "what comes round counts then"),
    Case("cycle", "X 50 A, A 50 B, B 50 C, C 50 A", "C", BLOCKED, "50", "50", "and ends"),
    Case("cycle", "A 50 A, X 49 A", "A", FREE, "49", "49", "a company's shares in itself do not block it"),
    Case("cycle", "A 20 A, X 50 A", "A", BLOCKED, "70", "70", "they count once it is"),
    Case("diamond", "X 100 A, A 50 B, A 50 C, B 25 D, C 25 D", "D", BLOCKED, "50", "50", "both ways count"),
    Case("diamond", "X 100 A, A 50 B, A 49 C, B 25 D, C 25 D", "D", FREE, "25", "25", "only one way counts"),
    Case("diamond", "X 100 A, A 50 B, A 50 C, B 30 D, C 15 D, B 50 C", "D", FREE, "45", "45", "none twice"),
    Case("told twice", "X 25 A, X 25 A", "A", OPEN, "25", "50", "one holding told twice, or two that add up"),
    Case("told twice", "X 60 A, X 60 A", "A", BLOCKED, "60", "100", "whichever it is"),
]  # fmt: skip

UNKNOWN = [
    Case("unknown", "X ? A", "A", OPEN, "0", "100", "nothing is known"),
    Case("unknown", "X 50 A, P ? A", "A", BLOCKED, "50", "50", "blocked whatever others have"),
    Case("unknown", "X ? A, P 51 A", "A", FREE, "0", "49", "no more is left than 49"),
    Case("unknown", "X ? A, P 50 A", "A", OPEN, "0", "50", "50 are left"),
    Case("unknown", "X 30 A, X2 ? A, P 40 A", "A", OPEN, "30", "60", "30 of them are X's, 30 are left"),
    Case("unknown", "X 25-50 A", "A", OPEN, "25", "50", "as registers tell it: 25 to 50"),
    Case("unknown", "X 25-<50 A", "A", FREE, "25", "50", "less than 50 never is 50"),
    Case("unknown", "X 50-75 A", "A", BLOCKED, "50", "75", "50 at the least"),
    Case("unknown", "X >25-50 A, X2 25-50 A", "A", BLOCKED, "50", "100", "more than 25, and 25"),
    Case("unknown", "X 60 A, A ? B, P 20 B", "B", OPEN, "0", "80", "the unknown share is further down"),
    Case("unknown", "X ? A, A 60 B", "B", OPEN, "0", "60", "the unknown share is further up"),
    Case("unknown", "X ? A, P 60 A, A 60 B", "B", FREE, "0", "0", "further up no more is left than 40"),
    Case("unknown", "X ? A, P 60 A, Q 60 A", "A", OPEN, "0", "100", "shares of 120 percent tell nothing"),
    Case("anonymous", "N 60 A", "A", OPEN, "0", "60", "nobody says who it is: it may be anybody"),
    Case("anonymous", "N 30 A, X 20 A", "A", OPEN, "20", "50", "with X's 20 it may be enough"),
    Case("anonymous", "N 29 A, X 20 A", "A", FREE, "20", "49", "it is not"),
    Case("anonymous", "X ? N, N 30 A", "N", OPEN, "0", "100", "whom nobody names somebody owns as well"),
    Case("possible", "M 60 A", "A", OPEN, "0", "60", "by his name he may be one that is listed"),
    Case("possible", "M 30 A, X 20 A", "A", OPEN, "20", "50", "with X's 20 it may be enough"),
    Case("possible", "X 50 A, M 20 A", "A", BLOCKED, "50", "70", "it is blocked whoever he is"),
    Case("possible", "M 60 A, A 60 B", "B", OPEN, "0", "60", "further up as well"),
    Case(
        "possible",
        "X 60 M, M 30 A",
        "M",
        BLOCKED,
        "60",
        "60",
        "called like one that is listed, and owned by one",
    ),
    Case(
        "possible",
        "M 60 M, X 20 M",
        "M",
        FREE,
        "20",
        "20",
        "what it has of itself says nothing of its owners",
    ),
    Case("dates", "X 60 A since=2024", "A", OPEN, "0", "60", "held at some time in 2024", day="2024-06-30"),
    Case("dates", "X 60 A since=2024", "A", FREE, "0", "0", "not before it", day="2023-12-31"),
    Case("dates", "X 60 A since=2024", "A", BLOCKED, "60", "60", "surely after it", day="2024-12-31"),
]

AUTHORITIES = [
    Case("EU", "X 50 A", "A", FREE, "50", "50", "50 is not more than 50", EU),
    Case("EU", "X 50.01 A", "A", BLOCKED, "50.01", "50.01", "this is", EU),
    Case("EU", ">50 A", "A", BLOCKED, "50", "100", "more than 50, as a register tells it", EU)._replace(
        told="X >50 A"
    ),
    Case("EU", "X 50-75 A", "A", OPEN, "50", "75", "50 or more may be 50", EU),
    Case("EU", "X 26 A, X2 25 A", "A", BLOCKED, "51", "51", "listed persons are added", EU),
    Case("EU", "X 0 A control", "A", BLOCKED, "100", "100", "control is enough", EU),
    Case("EU", "X 60 A votes, P 90 A", "A", BLOCKED, "60", "60", "so is the majority of votes", EU),
    Case("EU", "X 30 A, X 30 A votes", "A", FREE, "30", "30", "capital and votes are not added", EU),
    Case(
        "EU", "X 0 A control, A 60 B", "B", BLOCKED, "60", "60", "what is controlled counts further down", EU
    ),
    Case("EU 2024", "X 50 A", "A", BLOCKED, "50", "50", "since July 2024: 50 or more", EU_2024),
    Case("UK", "X 50 A", "A", FREE, "50", "50", "50 is not more than 50", UK),
    Case("UK", "X 51 A", "A", BLOCKED, "51", "51", "this is", UK),
    Case("UK", "X 30 A, X2 30 A", "A", FREE, "30", "30", "two are not added", UK),
    Case(
        "UK", "X 30 A with=pact, X2 30 A with=pact", "A", BLOCKED, "60", "60", "but if they act jointly", UK
    ),
    Case("UK", "X 30 A with=pact, P 25 A with=Pact", "A", BLOCKED, "55", "55", "with a stranger as well", UK),
    Case(
        "UK",
        "X 60 B, B 30 A with=pact, P 25 A with=pact, X 5 A with=pact",
        "A",
        BLOCKED,
        "60",
        "60",
        "and each share once",
        UK,
    ),
    Case("UK", "X 30 A with=pact, P 25 A with=other", "A", FREE, "30", "30", "another arrangement", UK),
    Case(
        "UK",
        "X 30 B with=pact, X2 30 B with=pact, X 30 A, X2 30 A",
        "A",
        FREE,
        "30",
        "30",
        "which is of one company",
        UK,
    ),
    Case(
        "UK",
        "X 30 A with=pact until=2024, P 25 A with=pact",
        "A",
        OPEN,
        "0",
        "55",
        "and lasts as long as the shares",
        UK,
        day="2024-06-30",
    ),
    Case(
        "UK",
        "X 30 A with=pact, X 20 A, P 25 A with=pact",
        "A",
        OPEN,
        "30",
        "75",
        "how much of his is in it is not told",
        UK,
    ),
    Case("UK", "M 30 A with=pact, P 25 A with=pact", "A", OPEN, "0", "55", "who may be listed", UK),
    Case("EU", "X 30 A with=pact, P 25 A with=pact", "A", FREE, "30", "30", "the EU's test has none", EU),
    Case("UK", "X 30 A, X2 30 A, X3 51 B, B 51 A", "A", BLOCKED, "51", "51", "one of them has it alone", UK),
    Case(
        "UK",
        "X 51 B, X 51 C, B 26 A, C 25 A",
        "A",
        BLOCKED,
        "51",
        "51",
        "one person's two ways are added",
        UK,
    ),
    Case(
        "UK", "X 30 A, X2 40 A, X2 100 B, B 11 A", "A", BLOCKED, "51", "51", "his own and his company's", UK
    ),
    Case(
        "EU",
        "X 0 A control since=2024",
        "A",
        OPEN,
        "0",
        "100",
        "nor is control sure before it is",
        EU,
        day="2024-06-30",
    ),
    Case(
        "EU",
        "P 0 A control, X 0 A control since=2024",
        "A",
        OPEN,
        "0",
        "100",
        "another's control takes nothing from his",
        EU,
        day="2024-06-30",
    ),
    Case("EU", "P 0 A control, N 0 A control", "A", OPEN, "0", "100", "nor from nobody's", EU),
    Case("EU", "X 0 A control, X2 0 A control", "A", BLOCKED, "100", "100", "two who control it", EU),
    Case("UK", "X 0 A control", "A", BLOCKED, "100", "100", "control is enough", UK),
    Case(
        "UK",
        "P 0 A control, X ? A control since=2024",
        "A",
        OPEN,
        "0",
        "100",
        "beside another's too",
        UK,
        day="2024-06-30",
    ),
    Case("UK", "N 30 A, X 25 A, X2 25 A", "A", OPEN, "25", "55", "nobody may be X or X2", UK),
    Case("UK", "M 30 A, X 30 A", "A", FREE, "30", "30", "if he is listed, he is another than X", UK),
    Case("UK", "M 60 A, X 30 A", "A", OPEN, "0", "60", "he alone may have it", UK),
]


@pytest.mark.parametrize(
    "case", [*FAQ, *SHAPES, *UNKNOWN, *AUTHORITIES], ids=lambda case: f"{case.faq}: {case.why}"
)
def test_verdict_and_sums(case: Case) -> None:
    finding = found(case)
    assert finding.verdict is case.verdict, finding
    assert (f"{finding.least.normalize():f}", f"{finding.most.normalize():f}") == (case.least, case.most), (
        finding
    )


@pytest.mark.parametrize("case", [one for one in [*FAQ, *SHAPES, *AUTHORITIES] if one.verdict is BLOCKED],
                         ids=lambda case: f"{case.faq}: {case.why}")  # fmt: skip
def test_blocked_companies_have_chains_that_begin_with_a_blocked_person(case: Case) -> None:
    finding = found(case)
    assert finding.chains
    for chain in finding.chains:
        assert chain[0].owner.startswith("X")
        assert chain[-1].owned == case.company
        assert [link.owned for link in chain[:-1]] == [link.owner for link in chain[1:]]
        assert chain[0].owner in finding.blockers


@pytest.mark.parametrize("case", [one for one in UNKNOWN if one.verdict is OPEN], ids=lambda case: case.why)
def test_what_could_be_blocked_says_what_is_not_known(case: Case) -> None:
    assert found(case).open


def test_the_sums_of_a_chain_stand_in_the_order_in_which_they_come_about() -> None:
    finding = found(Case("401", "X 50 A, X 10 B, A 40 B, B 60 C, P 40 C", "C", BLOCKED, "60", "60", ""))
    assert [(one.company, str(one.least)) for one in finding.sums] == [("A", "50"), ("B", "50"), ("C", "60")]
    parts = {(part.owner, part.counts.value) for part in finding.sums[-1].parts}
    assert parts == {("B", "itself blocked by ownership"), ("P", "not blocked")}


def test_what_nobody_tells_of_a_company_is_told() -> None:
    finding = found(Case("", "X 20 A, P 30 A", "A", FREE, "20", "20", ""))
    assert finding.open == ("of 50 % of A nobody says whose it is: with 30 % more it would be blocked",)


@pytest.mark.parametrize(
    ("told", "rule", "share", "how"),
    [
        ("X 60 A", OwnershipRule.OFAC, "60 %", "owned 60 %"),
        ("X 60 A votes, P 90 A", EU, "60 % of the votes", "60 % of the votes held"),
        ("X 10 A, X 0 A control", EU, "control", "controlled"),
        ("X 60 A, X 0 A control", EU, "60 % and control", "owned 60 % and controlled"),
        ("X 10 A, N 0 A control", EU, "perhaps control", "perhaps controlled"),
        ("X ? A", EU, "0 to 100 %", "owned 0 to 100 %"),
        ("X 20 A, X 30 A votes", EU, "20 % and 30 % of the votes", "owned 20 % and 30 % of the votes held"),
        ("P 60 A", EU, "0 %", "owned 0 %"),
    ],
)
def test_what_makes_the_verdict_is_called_what_it_is(
    told: str, rule: OwnershipRule, share: str, how: str
) -> None:
    finding = found(Case("", told, "A", FREE, "", "", "", rule))
    assert (finding.share, finding.how) == (share, how)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("X 60 A since=2024", "X has 0 to 60 % of A: whether it was held on 2024-06-30 is not told"),
        ("X 0 A control since=2024",
         "X has perhaps control of A: whether it was held on 2024-06-30 is not told"),
        ("X 25-60 A votes", "X has 25 to 60 % of the votes of A: how much is not known"),
        ("X 30 A, X 30 A", "X has 30 to 60 % of A: 2 rows say so, and may tell one holding"),
        ("X 0 A control since=2024, X 0 A control until=2024",
         "X has perhaps control of A: whether it was held on 2024-06-30 is not told"),
        ("N 0 A control", "an owner nobody names has control of A, and nobody says who that is"),
    ],
)  # fmt: skip
def test_what_is_open_is_told_by_what_leaves_it_open(told: str, sentence: str) -> None:
    assert found(Case("", told, "A", OPEN, "", "", "", UK, day="2024-06-30")).open[0] == sentence


def test_control_is_told_as_control_in_sums_and_chains() -> None:
    finding = found(Case("", "X 0 A control, X 60 A votes", "A", BLOCKED, "", "", "", EU))
    assert [one.parts[0].told for one in finding.sums if one.parts] == [("60 %",), ("control",)]
    assert [chain[0].share for chain in finding.chains] == ["60 % of the votes", "control"]


def test_several_who_control_a_company_contradict_nobody() -> None:
    assert found(Case("", "P 0 A control, Q 0 A control", "A", FREE, "0", "0", "", EU)).contradictions == ()


def test_shares_that_make_more_than_the_whole_are_named() -> None:
    assert found(Case("", "X 20 A, P 90 A", "A", FREE, "20", "20", "")).contradictions == ("A",)
