"""What holds of ownership arithmetic however the shares lie, against a plain reckoning in fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.model.ownership import Holder, Ownership, Share, Stake, plain_number
from namesake.model.policy import OwnershipRule
from namesake.network import spreading
from namesake.network.arithmetic import Arithmetic
from namesake.network.capital import capital_of
from namesake.network.findings import Verdict
from namesake.network.rules import RULES, Rule
from namesake.network.sums import Sums

Told = list[tuple[int, int, Share]]
Words = dict[tuple[int, int], str | None]

_shares = st.one_of(
    st.integers(0, 100).map(lambda percent: Share.of(str(percent))),
    st.sampled_from(["?", "25-50", ">25-50", "50-75", "0-<50", "49.999", "16.7", "33.4", "50"]).map(Share.of),
)


@st.composite
def _data(draw: st.DrawFn) -> tuple[int, Told, set[int]]:
    """Holders, shares between them, each pair once, and who is blocked."""
    count = draw(st.integers(2, 7))
    pairs = draw(
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), unique=True, max_size=18)
    )
    told = [(owner, owned, draw(_shares)) for owner, owned in pairs]
    return count, told, draw(st.sets(st.integers(0, count - 1), max_size=2))


def _ownership(count: int, told: Told, words: Words | None = None) -> Ownership:
    holders = tuple(Holder(str(number), (str(number),)) for number in range(count))
    stakes = tuple(
        Stake(str(owner), str(owned), share, jointly=(words or {}).get((owner, owned)))
        for owner, owned, share in told
    )
    return Ownership("drawn", "drawn", holders, stakes)


def _plainly(
    count: int, told: Told, listed: set[int], rule: Rule, *, possibly: bool, words: Words | None = None
) -> set[int]:
    """Who is blocked: every company is looked at again until nothing changes.

    Shares of a company that have one word count as soon as one of them does.
    """
    blocked = set(listed)
    while True:
        new = set()
        for company in set(range(count)) - blocked:
            shares = [(owner, share) for owner, owned, share in told if owned == company]
            least = sum((Fraction(share.least) for _, share in shares), Fraction(0))
            word_of = {owner: (words or {}).get((owner, company)) for owner, _ in shares}
            joint = {word_of[owner] for owner, _ in shares if owner in blocked} - {None}
            counts = {owner for owner, _ in shares if owner in blocked or word_of[owner] in joint}
            ours = [share for owner, share in shares if owner in counts]
            theirs = [share for owner, share in shares if owner not in counts]
            if possibly:
                total = sum((Fraction(share.most) for share in ours), Fraction(0))
                open_end = any(share.below for share in ours)
                left = Fraction(100) - sum((Fraction(share.least) for share in theirs), Fraction(0))
                left_open = any(share.above for share in theirs)
                fits = least < 100 or (least == 100 and not any(share.above for _, share in shares))
                if fits and (left, not left_open) < (total, not open_end):
                    total, open_end = left, left_open
                enough = total > 50 or (total == 50 and not rule.more and not open_end)
            else:
                total = sum((Fraction(share.least) for share in ours), Fraction(0))
                enough = total > 50 or (total == 50 and (not rule.more or any(share.above for share in ours)))
            if enough:
                new.add(company)
        if not new:
            return blocked
        blocked |= new


@settings(max_examples=400)
@given(_data(), st.sampled_from([OwnershipRule.OFAC, OwnershipRule.EU]))
def test_whoever_the_plain_reckoning_finds_blocked_is_found_and_nobody_else(
    drawn: tuple[int, Told, set[int]], name: OwnershipRule
) -> None:
    count, told, listed = drawn
    rule = RULES[name]
    ownership = _ownership(count, told)
    capital = capital_of(ownership.holders, ownership.stakes, rule)
    for possibly in (False, True):
        expected = _plainly(count, told, listed, rule, possibly=possibly)
        assert set(spreading.trace(capital, listed, rule, possibly=possibly)) == expected
        rounds = spreading.spread(capital, listed, rule, possibly=possibly)
        assert {number for number in range(count) if rounds[number] != spreading.NEVER} == expected


@settings(max_examples=400)
@given(_data(), st.lists(st.sampled_from([None, None, "one", "other"]), min_size=18, max_size=18))
def test_each_party_to_a_joint_holding_has_all_of_it(
    drawn: tuple[int, Told, set[int]], said: list[str | None]
) -> None:
    count, told, listed = drawn
    words = {(owner, owned): word for (owner, owned, _), word in zip(told, said, strict=False)}
    rule = RULES[OwnershipRule.UK]
    arithmetic = Arithmetic(_ownership(count, told, words), map(str, listed), rule)
    sure, maybe = (
        # No two of the blocked are one person.
        set().union(*(_plainly(count, told, {one}, rule, possibly=side, words=words) for one in listed))
        for side in (False, True)
    )
    for company in set(range(count)) - listed:
        expected = Verdict.BLOCKED if company in sure else Verdict.OPEN if company in maybe else Verdict.FREE
        assert arithmetic.verdict(str(company)) is expected


@settings(max_examples=200)
@given(_data())
def test_rows_and_one_by_one_give_the_same_rounds(drawn: tuple[int, Told, set[int]]) -> None:
    count, told, listed = drawn
    rule = RULES[OwnershipRule.OFAC]
    ownership = _ownership(count, told)
    capital = capital_of(ownership.holders, ownership.stakes, rule)
    few = spreading._FEW
    for possibly in (False, True):
        singly = spreading.spread(capital, listed, rule, possibly=possibly).tolist()
        try:
            spreading._FEW = 0  # type: ignore[misc]
            assert spreading.spread(capital, listed, rule, possibly=possibly).tolist() == singly
        finally:
            spreading._FEW = few  # type: ignore[misc]


@settings(max_examples=200)
@given(_data())
def test_what_is_known_later_never_makes_a_blocked_company_free(drawn: tuple[int, Told, set[int]]) -> None:
    count, told, listed = drawn
    names = [str(number) for number in listed]
    before = Sums(Arithmetic(_ownership(count, told), names, RULES[OwnershipRule.OFAC]))
    for side in ("least", "most"):
        known = [
            (owner, owned, Share(getattr(share, side), getattr(share, side))) for owner, owned, share in told
        ]
        after = Sums(Arithmetic(_ownership(count, known), names, RULES[OwnershipRule.OFAC]))
        for company in {str(number) for number in range(count)} - set(names):
            if before.finding(company).verdict is Verdict.BLOCKED:
                assert after.finding(company).verdict is Verdict.BLOCKED


@settings(max_examples=150)
@given(_data(), st.sampled_from(list(OwnershipRule)))
def test_the_list_of_companies_says_what_each_finding_says(
    drawn: tuple[int, Told, set[int]], name: OwnershipRule
) -> None:
    count, told, listed = drawn
    names = {str(number) for number in listed}
    arithmetic = Arithmetic(_ownership(count, told), names, RULES[name])
    verdicts = dict(arithmetic.blocked())
    for company in {str(number) for number in range(count)} - names:
        assert Sums(arithmetic).finding(company).verdict is verdicts.get(company, Verdict.FREE)


@pytest.mark.parametrize(
    ("last", "verdict", "sum_"),
    [("8", Verdict.BLOCKED, "50"), ("7", Verdict.FREE, "49." + "9" * 27)],
)
def test_shares_of_many_digits_are_added_without_rounding(last: str, verdict: Verdict, sum_: str) -> None:
    sixth, rest = Share.of("16." + "6" * 27), Share.of("16." + "6" * 26 + last)
    told = [(0, 3, sixth), (1, 3, sixth), (2, 3, rest)]
    finding = Sums(Arithmetic(_ownership(4, told), ["0", "1", "2"], RULES[OwnershipRule.OFAC])).finding("3")
    assert (finding.verdict, plain_number(finding.least)) == (verdict, sum_)


def test_a_chain_of_many_thousands_ends() -> None:
    length = 20_000
    told = [(number, number + 1, Share.of("50")) for number in range(length)]
    finding = Sums(Arithmetic(_ownership(length + 1, told), ["0"], RULES[OwnershipRule.OFAC])).finding(
        str(length)
    )
    assert finding.verdict is Verdict.BLOCKED
    assert len(finding.chains[0]) == length
