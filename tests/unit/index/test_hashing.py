"""Keys as numbers: tokens that share a key share a number, and next to no others do."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.index import hashing
from namesake.index.hashing import BEGINNING, asked, hash_of, numbered, packed, shelved, taken_from
from namesake.match.strings import MARKS, Keys, asked_keys, filed_keys, one_less

TOKENS = st.text(alphabet="abehiklmnqu", min_size=1, max_size=9) | st.text(
    alphabet="ابدرسقملي", min_size=1, max_size=7
)


def spelled_out(keys: Keys) -> set[str]:
    """All but the beginnings of words, which are found by the order of the tokens."""
    whole = {key for key in keys.whole if key[0] != BEGINNING}
    return whole | {less for key in keys.clipped for less in one_less(key)}


def numbers(tokens: list[str]) -> list[set[int]]:
    """The numbers each token is filed under."""
    hashes, places = numbered(tokens, filed_keys)
    return [set(hashes[places == place].tolist()) for place in range(len(tokens))]


@given(st.lists(TOKENS, min_size=2, max_size=6))
def test_two_tokens_share_a_number_exactly_when_they_share_a_key(tokens: list[str]) -> None:
    filed_under = numbers(tokens)
    for left, text in enumerate(tokens):
        for right in range(left):
            keys = spelled_out(filed_keys(text)) & spelled_out(filed_keys(tokens[right]))
            assert len(filed_under[left] & filed_under[right]) == len(keys)


@given(TOKENS, TOKENS)
def test_a_number_asked_for_is_filed_exactly_when_the_key_is(wanted: str, listed: str) -> None:
    hashes, _ = numbered([wanted], asked_keys)
    keys = spelled_out(asked_keys(wanted)) & spelled_out(filed_keys(listed))
    assert len(numbers([listed])[0].intersection(hashes.tolist())) == len(keys)


@given(st.lists(TOKENS | st.just("a" * 80), max_size=6))
def test_a_few_words_are_looked_up_under_the_numbers_they_have_among_many(tokens: list[str]) -> None:
    keys = [asked_keys(token) for token in tokens]
    few = sorted(zip(*(each.tolist() for each in asked(keys)), strict=True))
    many = [asked_keys(f"word{letter}") for letter in "abcdefghijklmnopqr"]
    found = sorted(zip(*(each.tolist() for each in asked([*keys, *many])), strict=True))
    assert [one for one in found if one[1] < len(keys)] == few
    hashes, places = numbered(tokens, asked_keys)
    assert {(number, place) for number, place, _ in few} == set(
        zip(hashes.tolist(), places.tolist(), strict=True)
    )


def test_a_number_asked_for_says_what_its_key_proves() -> None:
    numbers, owners, bits = asked([Keys(("lkasim", "xksm"), ("tqasem",))])
    assert owners.tolist() == [0] * 8
    assert bits.tolist() == [MARKS["l"], 0, *[MARKS["t"]] * 6]
    assert numbers[0] == hash_of("lkasim")


def test_a_token_has_as_many_numbers_as_keys() -> None:
    for token in ("a", "12345", "qassem", "bookkeeper", "قاسم", "김하늘"):
        assert len(numbers([token])[0]) == len(spelled_out(filed_keys(token)))


def test_rows_are_by_number_then_place_and_none_comes_twice() -> None:
    hashes, places = numbered(["qasem", "qassem", "qasem", "aaaa"], filed_keys)
    rows = list(zip(hashes.tolist(), places.tolist(), strict=True))
    assert rows == sorted(set(rows))
    assert hashes.dtype == np.uint32
    assert places.dtype == np.int32


def test_it_makes_no_difference_how_many_tokens_are_taken_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = ["soleimani", "suleimani", "a", "7", "hizballah", "hizbollah"]
    at_once = numbered(tokens, filed_keys)
    monkeypatch.setattr(hashing, "_AT_ONCE", 2)
    for one, other in zip(at_once, numbered(tokens, filed_keys), strict=True):
        assert one.tolist() == other.tolist()


def test_the_longest_word_of_a_chunk_changes_nobody_elses_numbers() -> None:
    alone = numbers(["hamid"])[0]
    assert numbers(["hamid", "x" * 300])[0] == alone


def test_no_tokens_have_no_keys() -> None:
    hashes, places = numbered([], filed_keys)
    assert (len(hashes), len(places)) == (0, 0)


def test_many_different_keys_hardly_ever_share_a_number() -> None:
    # 200 words of 8 letters with all their neighbours: some 3,600 numbers of 32 bits.
    words = [f"{number * 7919 % 1_000_003:08d}".translate(str.maketrans("0123456789", "bdfghjklmn"))
             for number in range(1, 201)]  # fmt: skip
    expected = len({key for word in words for key in spelled_out(filed_keys(word))})
    hashes, _ = numbered(words, filed_keys)
    assert len(set(hashes.tolist())) >= expected - 1


def test_the_beginning_of_a_word_is_no_number() -> None:
    beginnings = Keys((BEGINNING + "so", BEGINNING + "sol"), ())
    assert [len(array) for array in asked([beginnings])] == [0, 0, 0]
    assert [len(array) for array in numbered(["sol"], lambda _: beginnings)] == [0, 0]


PLACES = 300
FEW_NUMBERS = st.sampled_from([0, 1, 7, 1 << 23, (1 << 23) + 7, 1 << 31, 2**32 - 2, 2**32 - 1])
PAIRS = st.lists(st.tuples(FEW_NUMBERS | st.integers(0, 2**32 - 1), st.integers(0, PLACES - 1)), max_size=40)


@given(PAIRS, st.lists(FEW_NUMBERS, max_size=6), st.integers(PLACES, 2**31))
def test_shelves_give_what_stands_under_a_number_and_nothing_else(
    pairs: list[tuple[int, int]], wanted: list[int], things: int
) -> None:
    numbers, places = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    things = min(things, 1 << 12)  # as many shelves
    shelves, standing = shelved([packed(numbers, places)], things)
    found = taken_from(shelves, standing, np.array(wanted, dtype=np.uint32))
    assert list(zip(*(array.tolist() for array in found), strict=True)) == [
        (number, place)
        for number, wanted_number in enumerate(wanted)
        for place in sorted({place for key, place in pairs if key == wanted_number})
    ]


@pytest.mark.parametrize("things", [0, 1, 2, 3, 4, 5, 255, 256, 257])
def test_a_shelf_for_each_thing_and_less_than_twice_as_many(things: int) -> None:
    shelves, standing = shelved([np.empty(0, dtype=np.uint64)], things)
    assert max(things, 2) <= len(shelves) - 1 <= max(2 * things - 1, 2)
    assert (shelves.tolist(), len(standing)) == ([0] * len(shelves), 0)


def test_keys_on_shelves_take_half_the_room_and_no_bit_less() -> None:
    hashes, places = numbered(["qasem", "qassem", "soleimani", "aaaa"], filed_keys)
    shelves, standing = shelved([packed(hashes, places)], 4)
    assert standing.dtype == np.uint32
    shelf = np.repeat(np.arange(4), np.diff(shelves))
    assert ((shelf << 30) + (standing >> 2)).tolist() == hashes.tolist()
    assert (standing & 3).tolist() == places.tolist()


def test_a_whole_key_is_its_crc_32() -> None:
    assert hash_of("9074729") == zlib.crc32(b"9074729")
