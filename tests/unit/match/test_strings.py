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

from namesake.match.alike import Alike, Reason
from namesake.match.strings import Keys, asked_keys, filed_keys, one_less, similarity, spelled_keys
from namesake.names.writing import words_of

# Short words over few letters, so that many of them are alike.
LATIN = st.text("aeuykhqsdtlmz", min_size=1, max_size=8)
ARABIC = st.text("اقسمحهيلدوةكت", min_size=1, max_size=7)
HEBREW = st.text("אבהוחכלמשתצז", min_size=1, max_size=6)
HANGUL = st.text("김이리박정은한", min_size=1, max_size=3)
CHINESE = st.text("金李习近平马", min_size=1, max_size=3)
DIGITS = st.text("0123456789", min_size=1, max_size=4)
NATIVE = st.one_of(ARABIC, HEBREW, HANGUL, CHINESE)
TOKENS = st.one_of(
    LATIN, NATIVE, DIGITS, st.builds(lambda letters, digits: letters + digits, LATIN, DIGITS),
    st.sampled_from(("kim", "li", "yi", "rijk", "ma", "jong", "bibi", "binyamin", "bank", "banco")),
)  # fmt: skip
RELATED = st.tuples(TOKENS, st.integers(0, 7), st.sampled_from("aehkلx")).map(
    lambda made: made[0][: made[1]] + made[2] + made[0][made[1] :]
)


def alike(one: str, other: str) -> Alike:
    (left,), (right,) = list(words_of(one)), list(words_of(other))
    return similarity(left.text, right.text)


def spelled_out(keys: Keys) -> set[str]:
    """Every key, with those that stand for several letter by letter."""
    return {*keys.whole, *(less for key in keys.clipped for less in one_less(key))}


def is_found(asked: str, listed: str) -> bool:
    """Whether looking one word up under its keys finds the other under those it is filed under."""
    return not spelled_out(asked_keys(asked)).isdisjoint(spelled_out(filed_keys(listed)))


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
        ("Prigozhin", "Prigozhim", Reason.TYPO),
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
    assert 0 < value <= 100


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
    assert alike(one, other) == (0, None)


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


@pytest.mark.parametrize(
    ("asked", "listed", "value"),
    [
        ("solei", "soleimani", 68),  # the longer what is left, the more it tells
        ("sol", "soleim", 60),
        ("soleiman", "soleimanipour", 80),
        ("sol", "soleimani", 50),  # less than half of it
        ("so", "sole", 50),
    ],
)
def test_a_word_may_be_the_beginning_of_the_listed_one(asked: str, listed: str, value: int) -> None:
    assert similarity(asked, listed) == (value, Reason.CUT)
    assert similarity(listed, asked).reason is not Reason.CUT


@given(TOKENS, st.one_of(TOKENS, RELATED))
def test_likeness_lies_between_nothing_and_equal_and_is_symmetric_but_for_what_is_cut(
    one: str, other: str
) -> None:
    there, back = similarity(one, other), similarity(other, one)
    if Reason.CUT not in (there.reason, back.reason):
        assert there == back
    assert 0 <= there.value <= 100
    assert (there.value == 100) == (one == other) == (there.reason is Reason.EQUAL)
    assert (there.value == 0) == (there.reason is None)


@given(DIGITS, st.one_of(TOKENS, DIGITS))
def test_a_number_is_like_nothing_but_itself(number: str, other: str) -> None:
    assert similarity(number, other).value == similarity(other, number).value == 100 * (number == other)


@given(TOKENS, TOKENS)
def test_alike_tokens_share_a_key(asked: str, listed: str) -> None:
    if similarity(asked, listed).value:
        assert is_found(asked, listed)


@given(st.data(), TOKENS)
def test_a_token_shares_a_key_with_any_slip_of_it_that_is_alike(data: st.DataObject, text: str) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from(text + "aeh1"))
    slips = [
        text[:place],
        text[:place] + text[place + 1 :],
        text[:place] + letter + text[place:],
        text[:place] + letter + text[place + 1 :],
        text[:place] + text[place : place + 2][::-1] + text[place + 2 :],
        "al" + text if text.isascii() else "ال" + text,
        text.replace("q", "gh").replace("u", "ou"),
    ]
    for slip in filter(None, slips):
        for asked, listed in ((text, slip), (slip, text)):
            if similarity(asked, listed).value:
                assert is_found(asked, listed), (asked, listed)


def test_all_short_words_of_few_letters_that_are_alike_share_a_key() -> None:
    words = ["".join(letters) for size in (2, 3, 4) for letters in product("ahkq", repeat=size)]
    assert _likenesses(words) > 1000


def test_all_alike_words_of_the_real_lists_share_a_key(shared: Path) -> None:
    words = _real_words(shared / "lists")
    assert len(words) > 1500
    assert _likenesses(words) > 3000


def _likenesses(words: list[str]) -> int:
    """How many pairs of these are alike, in either direction; every one of them shares a key."""
    asked = {word: spelled_out(asked_keys(word)) for word in words}
    filed = {word: spelled_out(filed_keys(word)) for word in words}
    likenesses = 0
    for one, other in combinations(words, 2):
        for left, right in ((one, other), (other, one)):
            found = similarity.__wrapped__(left, right)
            if found.value:
                likenesses += 1
                assert not asked[left].isdisjoint(filed[right]), (left, right)
                assert found.value < 100
    return likenesses


def _real_words(lists: Path) -> list[str]:
    """Some 1,700 words of OFAC's and the UN's names, in stretches of neighbours of the alphabet."""
    names: list[str] = []
    for file, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (lists / "us-ofac-sdn/2022-01_csv" / file).open(encoding="latin-1", newline="") as rows:
            names += [row[column] for row in csv.reader(rows) if len(row) > column]
    united_nations = (lists / "un-sc/un_consolidated_2026-02-27.xml").read_text(encoding="utf-8")
    names += re.findall("<NAME_ORIGINAL_SCRIPT>([^<]+)<", united_nations)
    found = sorted({word.text for name in names for word in words_of(name)})
    chance = random.Random(20)
    picked: set[str] = set()
    for latin, stretches in ((True, 55), (False, 20)):
        ordered = [word for word in found if word.isascii() is latin]
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
    assert len(spelled_out(filed_keys("soleimani" * 220))) > 2000
    assert similarity("a" * 2000, "a" * 1999 + "b").reason is not None


def test_a_listed_word_is_filed_under_its_beginnings_and_asked_about_whole() -> None:
    assert "psoleim" in filed_keys("soleimani").whole
    assert {key for key in asked_keys("soleim").whole if key[0] == "p"} == {"psoleim"}


@pytest.mark.parametrize(
    ("asked", "listed", "found"),
    [
        ("Qasem", "Qasem", True),
        ("Qasem", "Kassim", True),
        ("Soleimani", "Suleymani", True),
        ("Mohammed", "Muhamad", True),
        ("Hezbollah", "Hizbullah", True),
        ("7", "7", True),
        ("سليماني", "سليماني", True),
        # Slips of the pen and what is cut short are left out, and so is another word.
        ("Soleimani", "Soleinani", False),
        ("Solei", "Soleimani", False),
        ("7", "8", False),
        ("Qasem", "Quandt", False),
    ],
)
def test_a_word_of_a_text_finds_its_other_spellings_only(asked: str, listed: str, found: bool) -> None:
    (left,), (right,) = list(words_of(asked)), list(words_of(listed))
    filed = spelled_out(filed_keys(right.text))
    assert (not spelled_out(spelled_keys(left.text)).isdisjoint(filed)) == found


@given(TOKENS)
def test_a_word_finds_itself_by_few_keys_that_stand_for_no_others(text: str) -> None:
    for word in words_of(text):
        keys = spelled_keys(word.text)
        assert keys.clipped == ()
        assert len(set(keys.whole)) == len(keys.whole) <= len(spelled_out(asked_keys(word.text)))
        assert "=" + word.text in keys.whole
        assert "=" + word.text in filed_keys(word.text).whole
