"""What a token weighs and tells by the part it plays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.names.parts import (
    FIXED_BITS,
    HEAVIEST,
    LIGHTEST_CORE,
    MOST,
    WEIGHTS,
    Role,
    core_token,
    is_syllable,
    token_of,
)
from namesake.names.rarity import RAREST


def test_every_part_has_a_weight() -> None:
    assert {Role.CORE, *MOST, *WEIGHTS} == set(Role)
    assert not set(MOST) & set(WEIGHTS)


@pytest.mark.parametrize("role", Role)
def test_what_tells_has_bits_and_what_does_not_has_none(role: Role) -> None:
    token = token_of("zzyzx", role, "Zzyzx")
    assert token.tells == (role <= Role.NUMBER)
    assert bool(token.bits) == token.tells
    assert token.is_initial == (role is Role.INITIAL)


def test_the_heavier_part_of_a_word_is_its_name() -> None:
    weights = [token_of("zzyzx", role, "Zzyzx").weight for role in Role]
    assert max(weights) == weights[Role.CORE] == HEAVIEST
    assert weights[Role.PLACE] > weights[Role.GENERIC] > weights[Role.INITIAL]
    assert weights[Role.TITLE] == 0


def test_a_common_word_weighs_what_it_does_in_any_part() -> None:
    for role, (weight, bits) in MOST.items():
        assert token_of("muhammad", role, "").weight <= min(weight, core_token("muhammad").weight)
        assert token_of("muhammad", role, "").bits <= min(bits, core_token("muhammad").bits)


def test_numbers_tell_alike() -> None:
    one, other = (token_of(text, Role.NUMBER, text) for text in ("2", "558"))
    assert (one.weight, one.bits) == (other.weight, other.bits)
    assert one.bits == FIXED_BITS[Role.NUMBER]


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [("zzyzx", "muhammad"), ("soleimani", "ali"), ("prigozhin", "ivanov"), ("kataib", "bank")],
)
def test_what_few_bear_weighs_and_tells_more(rarer: str, commoner: str) -> None:
    assert core_token(rarer).weight > core_token(commoner).weight
    assert core_token(rarer).bits > core_token(commoner).bits


@pytest.mark.parametrize(
    ("shown", "syllable"),
    [("이", True), ("王", True), ("Lee", False), ("ي", False), ("Я", False), ("7", False), ("か", False)],
)
def test_syllables_are_chinese_or_korean(shown: str, syllable: bool) -> None:
    assert is_syllable(shown) is syllable
    assert core_token(shown.lower(), shown).is_syllable is syllable


def test_one_syllable_tells_less_than_three() -> None:
    assert core_token("킹").bits < core_token("킹콩쿵").bits <= 10 * RAREST


@given(st.text(min_size=1, max_size=20), st.sampled_from(Role))
def test_no_token_weighs_or_tells_out_of_bounds(text: str, role: Role) -> None:
    token = token_of(text, role, text)
    assert 0 <= token.weight <= HEAVIEST
    assert 0 <= token.bits <= 10 * RAREST
    if role is Role.CORE:
        assert token.weight >= LIGHTEST_CORE
