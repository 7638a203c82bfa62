"""Keys as numbers: tokens that share a key share a number, and next to no others do."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.index import hashing
from namesake.index.hashing import filed, hash_of
from namesake.match.strings import keys_of

TOKENS = st.tuples(st.text(alphabet="abehiklmnqu", min_size=1, max_size=9), st.just(False)) | st.tuples(
    st.text(alphabet="ابدرسقملي", min_size=1, max_size=7), st.just(True)
)


def numbers(tokens: list[tuple[str, bool]]) -> list[set[int]]:
    """The numbers each token is filed under."""
    hashes, places = filed(tokens)
    return [set(hashes[places == place].tolist()) for place in range(len(tokens))]


@given(st.lists(TOKENS, min_size=2, max_size=6))
def test_two_tokens_share_a_number_exactly_when_they_share_a_key(tokens: list[tuple[str, bool]]) -> None:
    filed_under = numbers(tokens)
    for left, (text, abjad) in enumerate(tokens):
        for right in range(left):
            keys = set(keys_of(text, abjad)) & set(keys_of(*tokens[right]))
            assert len(filed_under[left] & filed_under[right]) == len(keys)


def test_a_token_has_as_many_numbers_as_keys() -> None:
    for token in [("a", False), ("12345", False), ("qassem", False), ("bookkeeper", False), ("قاسم", True)]:
        assert len(numbers([token])[0]) == len(set(keys_of(*token)))


def test_rows_are_by_number_then_place_and_none_comes_twice() -> None:
    hashes, places = filed([("qasem", False), ("qassem", False), ("qasem", False), ("aaaa", False)])
    rows = list(zip(hashes.tolist(), places.tolist(), strict=True))
    assert rows == sorted(set(rows))
    assert hashes.dtype == np.uint32
    assert places.dtype == np.int32


def test_it_makes_no_difference_how_many_tokens_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = [(text, False) for text in ("soleimani", "suleimani", "a", "7", "hizballah", "hizbollah")]
    at_once = filed(tokens)
    monkeypatch.setattr(hashing, "_AT_ONCE", 2)
    for one, other in zip(at_once, filed(tokens), strict=True):
        assert one.tolist() == other.tolist()


def test_the_longest_word_of_a_chunk_changes_nobody_elses_numbers() -> None:
    alone = numbers([("hamid", False)])[0]
    assert numbers([("hamid", False), ("x" * 300, False)])[0] == alone


def test_no_tokens_have_no_keys() -> None:
    hashes, places = filed([])
    assert (len(hashes), len(places)) == (0, 0)


def test_many_different_keys_hardly_ever_share_a_number() -> None:
    # 200 words of 8 letters with all their neighbours: some 3,600 numbers of 32 bits.
    words = [f"{number * 7919 % 1_000_003:08d}".translate(str.maketrans("0123456789", "bdfghjklmn"))
             for number in range(1, 201)]  # fmt: skip
    expected = len({key for word in words for key in keys_of(word, False)})
    hashes, _ = filed([(word, False) for word in words])
    assert len(set(hashes.tolist())) >= expected - 1


def test_a_whole_key_is_its_crc_32() -> None:
    assert hash_of("9074729") == zlib.crc32(b"9074729")
