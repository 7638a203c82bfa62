"""From which word to which a name may stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.text.spans import spans_of, windows_of
from namesake.text.stretches import LONGEST

A, B, C = 7, 8, 9
Where = dict[int, list[int]]


@pytest.mark.parametrize(
    ("where", "known", "expected", "why"),
    [
        ({A: [0], B: [1]}, (), [{0: A, 1: B}], "two words are enough"),
        ({A: [0]}, (), [], "one is not"),
        ({A: [0]}, (2,), [{0: A, 2: -1}], "but beside one that is known to be like it"),
        ({}, (2,), [], "which is not enough by itself"),
        ({A: [3], B: [1], C: [2]}, (), [{3: A, 1: B, 2: C}], "in any order"),
        ({A: [0], B: [LONGEST]}, (), [], "two words so far apart are no name"),
        ({A: [0], B: [0]}, (), [], "one word is no two"),
        (
            {A: [0, 3], B: [1, 4]},
            (),
            [{0: A, 1: B}, {0: A, 1: B}, {1: B, 3: A}, {3: A, 4: B}],
            "a name that comes twice is proposed wherever it may begin",
        ),
    ],
)
def test_where_a_name_may_stand(
    where: Where, known: tuple[int, ...], expected: list[dict[int, int]], why: str
) -> None:
    assert list(spans_of([A, B, C], where, *known)) == expected, why


@pytest.mark.parametrize(
    ("where", "expected", "why"),
    [
        ({A: [0], B: [1]}, [{0: A, 1: B}], "beside one another"),
        ({A: [0], B: [2]}, [{0: A, 2: B}], "with a small word between"),
        ({A: [0], B: [3]}, [], "two are too many"),
        ({A: [0, 2], B: [1, 3]}, [{0: A, 1: B}, {1: B, 2: A}, {2: A, 3: B}], "as far as none comes again"),
        ({A: [0]}, [], "one word is none"),
        ({}, [], "nothing is none"),
    ],
)
def test_where_a_name_may_stand_without_capitals(
    where: Where, expected: list[dict[int, int]], why: str
) -> None:
    assert list(windows_of([A, B, C], where)) == expected, why


PLACES = st.dictionaries(
    st.sampled_from([A, B, C]), st.lists(st.integers(0, 30), min_size=1, max_size=4, unique=True).map(sorted)
)


@given(PLACES)
def test_law_a_span_has_two_words_of_the_name_where_they_stand(where: Where) -> None:
    for each in (*spans_of([A, B, C], where), *windows_of([A, B, C], where)):
        assert len(each) > 1
        assert all(place in where[token] for place, token in each.items())
