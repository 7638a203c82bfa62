"""How alike two tokens are, and that alike tokens are always filed under a common key."""

from __future__ import annotations

import csv
import random
import re
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.strings import Alike, Reason, keys_of, one_less, similarity
from namesake.names.writing import words_of

# Short words over few letters, so that many of them are alike.
LATIN = st.text("aeuykhqsdtlmz", min_size=1, max_size=8)
ARABIC = st.text("اقسمحهيلدوةكت", min_size=1, max_size=7)
HEBREW = st.text("אבהוחכלמשתצז", min_size=1, max_size=6)
DIGITS = st.text("0123456789", min_size=1, max_size=4)
TOKENS = st.one_of(
    LATIN.map(lambda text: (text, False)),
    ARABIC.map(lambda text: (text, True)),
    HEBREW.map(lambda text: (text, True)),
    DIGITS.map(lambda text: (text, False)),
    st.builds(lambda letters, digits: (letters + digits, False), LATIN, DIGITS),
)
RELATED = st.tuples(TOKENS, st.integers(0, 7), st.sampled_from("aehkلx")).map(
    lambda made: (made[0][0][: made[1]] + made[2] + made[0][0][made[1] :], made[0][1])
)


def alike(one: str, other: str) -> Alike:
    (left,), (right,) = list(words_of(one)), list(words_of(other))
    return similarity(left.text, left.abjad, right.text, right.abjad)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Qasem", "Qasem", Reason.EQUAL),
        ("Qasem", "QASEM", Reason.EQUAL),
        ("Касем", "Kasem", Reason.EQUAL),
        ("Qasem", "Kassim", Reason.SPELLING),
        ("Soleimani", "Suleymani", Reason.SPELLING),
        ("Alfayyad", "Fayyadh", Reason.ARTICLE),
        ("Alfayyad", "Elfayad", Reason.ARTICLE),
        ("Essabar", "Sabar", Reason.ARTICLE),
        ("الفياض", "فياض", Reason.ARTICLE),
        ("Soleimani", "Soleinani", Reason.TYPO),
        ("Lukashenko", "Lukahsenko", Reason.TYPO),
        ("Prigozhin", "Prigozin", Reason.TYPO),
        ("قاسمي", "قاسمى", Reason.EQUAL),
        ("سليماني", "سليمان", Reason.TYPO),
        ("Bashar", "Pashar", Reason.SOUND),
        ("Ghasem", "Qasem", Reason.SOUND),
        ("Muhandis", "Mohandas", Reason.VOWELS),
        ("Qasem", "قاسم", Reason.SCRIPT),
        ("Soleimani", "سلیمانی", Reason.SCRIPT),
        ("Netanyahu", "נתניהו", Reason.SCRIPT),
        ("Essabar", "الصبار", Reason.SCRIPT),
        ("Abdul", "عبد", Reason.SCRIPT),
        ("Haq", "الحق", Reason.SCRIPT),
    ],
)
def test_alike_words_are_alike_for_a_reason(one: str, other: str, reason: Reason) -> None:
    value, found = alike(one, other)
    assert found is reason
    assert 0 < value <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qasem", "Hashim"),
        ("Merkel", "Soleimani"),
        ("Hassan", "Hussam"),
        ("A", "B"),
        ("A", "Ab"),
        ("12", "13"),
        ("2", "3"),
        ("1234567", "1234568"),
        ("12", "twelve"),
        ("455", "4555"),
        ("حسن", "قاسم"),
        ("Hassan", "قاسم"),
        ("Li", "الله"),
    ],
)
def test_words_that_are_not_alike_have_no_reason(one: str, other: str) -> None:
    assert alike(one, other) == (0.0, None)


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("Qasem", "Qasem"), ("Qasem", "Kassim")),
        (("Qasem", "Kassim"), ("Qasem", "Ghasem")),
        (("Soleimani", "Soleinani"), ("Hadi", "Hani")),  # one letter in a short word makes another name
        (("Soleimani", "Soleimane"), ("Soleimani", "Doleimani")),  # a first letter is seldom mistaken
        (("Omar", "Umar"), ("Omar", "Amir")),
        (("Soleimani", "سليماني"), ("Omar", "عمرو")),
        (("Khan", "Khaan"), ("Khan", "Jan")),
    ],
)
def test_some_words_are_more_alike_than_others(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    assert alike(*nearer).value > alike(*farther).value


@given(TOKENS, st.one_of(TOKENS, RELATED))
def test_likeness_is_symmetric_between_nothing_and_equal(
    one: tuple[str, bool], other: tuple[str, bool]
) -> None:
    found = similarity(*one, *other)
    assert found == similarity(*other, *one)
    assert 0 <= found.value <= 1
    assert (found.value == 1) == (one[0] == other[0]) == (found.reason is Reason.EQUAL)
    assert (found.value == 0) == (found.reason is None)


@given(DIGITS, st.one_of(TOKENS, DIGITS.map(lambda text: (text, False))))
def test_a_number_is_like_nothing_but_itself(number: str, other: tuple[str, bool]) -> None:
    assert similarity(number, False, *other).value == (number == other[0])


@given(TOKENS, TOKENS)
def test_alike_tokens_share_a_key(one: tuple[str, bool], other: tuple[str, bool]) -> None:
    if similarity(*one, *other).value > 0:
        assert set(keys_of(*one)) & set(keys_of(*other))


@given(st.data(), TOKENS)
def test_a_token_shares_a_key_with_any_slip_of_it_that_is_alike(
    data: st.DataObject, one: tuple[str, bool]
) -> None:
    text, abjad = one
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(text + "aeh1"))
    slips = [
        text[:place] + text[place + 1 :],
        text[:place] + letter + text[place:],
        text[:place] + letter + text[place + 1 :],
        text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
        "ال" + text if abjad else "al" + text,
        text.replace("q", "gh").replace("u", "ou"),
    ]
    for slip in filter(None, slips):
        if similarity(text, abjad, slip, abjad).value > 0:
            assert set(keys_of(text, abjad)) & set(keys_of(slip, abjad))


def test_all_short_words_of_few_letters_that_are_alike_share_a_key() -> None:
    words = ["".join(letters) for size in (2, 3, 4) for letters in product("ahkq", repeat=size)]
    keys = {word: set(keys_of(word, False)) for word in words}
    likenesses = 0
    for one, other in combinations(words, 2):
        if similarity.__wrapped__(one, False, other, False).value > 0:
            likenesses += 1
            assert not keys[one].isdisjoint(keys[other]), (one, other)
    assert likenesses > 1000


def test_all_alike_words_of_the_real_lists_share_a_key(shared: Path) -> None:
    tokens = _real_tokens(shared / "lists")
    keys = {token: set(keys_of(*token)) for token in tokens}
    compare = similarity.__wrapped__
    likenesses = 0
    for one, other in combinations(tokens, 2):
        found = compare(*one, *other)
        if found.value > 0:
            likenesses += 1
            assert not keys[one].isdisjoint(keys[other]), (one, other)
            assert found == compare(*other, *one)
            assert found.value < 1
    assert len(tokens) > 2500
    assert likenesses > 3000


def _real_tokens(lists: Path) -> list[tuple[str, bool]]:
    """Some 3,000 tokens of OFAC's and the UN's names, in stretches of neighbours of the alphabet."""
    names: list[str] = []
    for file, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (lists / "us-ofac-sdn/2022-01_csv" / file).open(encoding="latin-1", newline="") as rows:
            names += [row[column] for row in csv.reader(rows) if len(row) > column]
    united_nations = (lists / "un-sc/un_consolidated_2026-02-27.xml").read_text(encoding="utf-8")
    names += re.findall("<NAME_ORIGINAL_SCRIPT>([^<]+)<", united_nations)
    found = sorted({(word.text, word.abjad) for name in names for word in words_of(name)})
    chance = random.Random(20)
    picked: set[tuple[str, bool]] = set()
    for abjad, stretches in ((False, 110), (True, 25)):
        ordered = [token for token in found if token[1] is abjad]
        for _ in range(stretches):
            start = chance.randrange(len(ordered))
            picked.update(ordered[start : start + 25])
    return sorted(picked)


def test_texts_one_letter_apart_share_what_is_left_when_a_letter_goes() -> None:
    assert one_less("tabc") == {"tabc", "tbc", "tac", "tab"}
    assert one_less("tabc") & one_less("tabd")
    assert one_less("tabc") & one_less("tacb")
    assert not one_less("tabc") & one_less("tdef")


def test_keys_of_a_very_long_word_are_found() -> None:
    assert sum(1 for _ in keys_of("soleimani" * 220, False)) > 2000
    assert similarity("a" * 2000, False, "a" * 1999 + "b", False).reason is Reason.TYPO
