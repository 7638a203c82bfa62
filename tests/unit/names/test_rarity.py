"""How much a word tells, from the frozen table."""

from __future__ import annotations

from importlib.resources import files

import pytest

from namesake.names.rarity import RAREST, bits_of
from namesake.names.spelling import light
from namesake.names.writing import words_of

LINES = [
    line
    for line in files("namesake.names").joinpath("rarity.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_a_word_that_is_in_no_table_is_as_rare_as_words_get() -> None:
    assert bits_of("zzqzzq") == RAREST
    assert bits_of("zzqzzq", unknown=3.5) == 3.5


@pytest.mark.parametrize(
    ("commoner", "rarer"),
    [("muhammad", "qasem"), ("ali", "soleimani"), ("company", "hizballah"), ("kim", "prigozhin")],
)
def test_what_many_bear_tells_less(commoner: str, rarer: str) -> None:
    assert bits_of(light(commoner)) < bits_of(light(rarer))


def test_every_word_stands_in_the_table_once_between_two_bits_and_the_rarest() -> None:
    words: list[str] = []
    for line in LINES:
        bits, keys = line.split("\t")
        assert 2 <= float(bits) < RAREST
        words += keys.split(" ")
    assert len(words) == len(set(words))
    assert len(words) > 5000


def test_a_word_is_filed_under_the_key_it_is_looked_up_by() -> None:
    common = ["muhammad", "abdul", "abdullah", "aleksandr", "alexander", "hussein", "company", "hizballah"]
    assert [word for word in common if bits_of(light(word)) == RAREST] == []
    assert [bits_of(word.text) < RAREST for word in words_of("محمد علي حسن")] == [True, True, True]
