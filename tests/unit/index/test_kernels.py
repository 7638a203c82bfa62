"""The numbers that the walk is made of: packing, and the least likeness worth a walk."""

from __future__ import annotations

import warnings
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.index import kernels
from namesake.index.kernels import pair_key
from namesake.index.lattice import REASONS
from namesake.index.packing import NO_LETTER, TABLE, pack_span, traits_of
from namesake.index.retrieval import pairs_of
from namesake.match.alignment import Pair, _ordered
from namesake.match.evidence import HELD_BACK, MOST_BITS, SCORING, name_score
from namesake.match.joining import runs_of
from namesake.names.tokens import MOST_TOKENS, WEIGHTS, Parsed, Role, Token, parse
from tests.laws.drawing import ADVERSARIAL, NAMES
from tests.unit.index.engines import interpreted

PLAIN = interpreted()
SPANS = st.tuples(st.integers(0, MOST_TOKENS - 1), st.integers(1, 4)).map(
    lambda span: (span[0], min(sum(span), MOST_TOKENS))
)
PAIRS = st.builds(
    Pair, left=SPANS, right=SPANS, value=st.integers(1, 100), reason=st.sampled_from(REASONS)
)  # fmt: skip


class TestPacking:
    """Several numbers as one."""

    @given(NAMES | ADVERSARIAL, st.booleans())
    def test_a_tokens_traits_can_be_told_apart_again(self, name: str, person: bool) -> None:
        for token in parse(name, person=person).tokens:
            traits = traits_of(token)
            assert traits & 255 == token.weight
            assert traits >> 8 & 255 == token.bits
            assert traits >> 16 & 15 == token.role
            assert (traits >> 25 & 1) != token.text.isascii()
            assert traits < 2**32

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [("qasem", "q", True), ("qasem", "soleimani", False), ("قاسم", "ق", False), ("7", "7up", False)],
    )
    def test_only_latin_letters_have_a_letter_for_initials(self, one: str, other: str, same: bool) -> None:
        letters = [traits_of(Token(text, Role.CORE, 1, 1, text)) >> 20 & 31 for text in (one, other)]
        assert (letters[0] == letters[1] != NO_LETTER) is same

    @given(NAMES | ADVERSARIAL, st.booleans())
    def test_so_can_a_runs_span(self, name: str, person: bool) -> None:
        for run in runs_of(parse(name, person=person)):
            packed = pack_span(run)
            assert (packed & 63, packed >> 6 & 63, packed >> 12 & 1) == (run.start, run.end, run.acronym)
            assert (packed >> 13 & 1) != run.text.isascii()
            assert packed < 2**16

    @given(PAIRS, st.integers(0, 400))
    def test_so_can_a_pair(self, pair: Pair, weight: int) -> None:
        key = pair_key(1, *pair.left, *pair.right, pair.value, REASONS.index(pair.reason), weight)
        assert pairs_of([key]) == [pair]
        assert 0 <= key < 2**63

    @given(st.lists(st.tuples(PAIRS, st.integers(0, 400), st.booleans()), min_size=2, max_size=8))
    def test_keys_order_pairs_as_the_alignment_takes_them(self, pairs: list[tuple[Pair, int, bool]]) -> None:
        made = [
            (
                pair_key(not first, *pair.left, *pair.right, pair.value, REASONS.index(pair.reason), weight),
                _ordered(*pair, weight, first=first)[0],
            )
            for pair, weight, first in pairs
        ]
        by_key = [order for _, order in sorted(made)]
        assert by_key == sorted(by_key)


def test_the_reasons_the_walk_knows_stand_in_their_places() -> None:
    places = (kernels._EQUAL, kernels._CUT, kernels._INITIAL, kernels._JOINED, kernels._ACRONYM)
    assert [REASONS[place].name for place in places] == ["EQUAL", "CUT", "INITIAL", "JOINED", "ACRONYM"]
    assert len(REASONS) <= 32, "a reason has five bits"


def test_so_do_the_roles_and_the_numbers_of_the_scoring_table() -> None:
    for role in (Role.CORE, Role.GENERIC, Role.PLACE, Role.NUMBER, Role.INITIAL):
        assert getattr(kernels, f"_ROLE_{role.name}") == role
    table = TABLE.tolist()
    for name in ("added", "omitted", "contradiction", "contradicted_part", "one_part", "distinguishing"):
        assert table[getattr(kernels, f"_{name.upper()}")] == getattr(SCORING, name)
    for name in ("initial", "joined", "acronym", "respaced"):
        assert table[getattr(kernels, f"_BY_{name.upper()}")] == getattr(SCORING, name)
    assert table[kernels._INITIAL_BITS] == SCORING.initial_bits
    assert table[kernels._INITIAL_WEIGHT] == WEIGHTS[Role.INITIAL]
    assert table[kernels._EXACT] == round(SCORING.exact * 10000)


@given(st.integers(-5, 10**6), st.integers(0, 10**6), st.integers(0, 2 * MOST_BITS), st.booleans())
def test_the_walk_scores_a_name_as_the_fold_does(agree: int, against: int, bits: int, same: bool) -> None:
    exact = round(SCORING.exact * 10000)
    assert PLAIN._name_score(agree, against, bits, same, exact, np.array(HELD_BACK)) == name_score(
        agree, against, bits, same
    )


class TestLeastValues:
    """How alike a token must be to be worth a walk."""

    @staticmethod
    def least(name: str, floor: float, *, initials: bool = False, person: bool = True) -> dict[str, int]:
        parsed: Parsed = parse(name, person=person)
        traits = np.array([traits_of(token) for token in parsed.tokens], dtype=np.uint32)
        telling = [place for place, token in enumerate(parsed.tokens) if token.tells]
        order = np.array(sorted(telling, key=lambda place: -parsed.tokens[place].weight))
        found, _ = PLAIN.least_values(
            traits, order, initials, round(floor * 10000), TABLE, np.array(HELD_BACK)
        )
        return dict(zip([*(token.shown for token in parsed.tokens), "nothing"], found.tolist(), strict=True))

    def test_a_lone_word_must_itself_reach_the_floor(self) -> None:
        assert 60 < self.least("Zzyzxian", 0.70)["Zzyzxian"] < 100
        assert self.least("Zzyzxian", 0.70)["nothing"] == 101

    def test_a_common_name_must_be_the_very_same(self) -> None:
        assert self.least("Li", 0.74) == {"Li": 100, "nothing": 101}

    def test_after_the_words_that_must_agree_the_walk_is_over(self) -> None:
        # Without either of the rare ones the common one can't bring it to the threshold.
        found = self.least("Zzyzxian Ostrander Ali", 0.70)
        assert found["Ali"] == 101
        assert found["Zzyzxian"] < 101

    def test_the_higher_the_floor_the_more_must_agree(self) -> None:
        for name in ("Zzyzxian Ostrander Ali", "J. Smith", "Ali Ali", "Muhammad Ahmad"):
            every = [self.least(name, floor) for floor in (0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.99)]
            for lower, higher in pairwise(every):
                assert all(lower[word] <= higher[word] for word in lower)

    def test_where_initials_may_stand_for_words_less_must_agree(self) -> None:
        for name in ("Zzyzxian Ostrander Ali", "Ada Bea Cleo Dora Edda"):
            plain, initialled = self.least(name, 0.4), self.least(name, 0.4, initials=True)
            assert all(initialled[word] <= plain[word] for word in plain)
        assert self.least("Ada Bea Cleo Dora Edda Fay", 0.4, initials=True)["nothing"] == 0
        assert self.least("Ada Bea Cleo Dora Edda Fay", 0.4)["nothing"] == 101

    def test_words_that_do_not_tell_are_never_walked(self) -> None:
        found = self.least("Dr. Ostrander de J.", 0.4)
        assert (found["Dr"], found["de"], found["J"]) == (101, 101, 101)


def test_without_numba_the_names_are_compared_slowly_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "numba", None)
    monkeypatch.setattr(kernels, "_compiled", False)
    before = kernels.find
    with pytest.warns(UserWarning, match="compared slowly, because Numba can't be loaded"):
        kernels.compile_kernels()
    assert kernels.find is before
    assert not kernels._compiled


def test_compiling_twice_does_nothing_the_second_time() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        kernels.compile_kernels()
        once = kernels.find
        kernels.compile_kernels()
    assert kernels.find is once
