"""What a word of a text may be, and which listed tokens and names it leads to."""

from __future__ import annotations

import numpy as np
import pytest

from namesake.index.queries import Slips
from namesake.index.retrieval import Retrieval
from namesake.model.values import Kind
from namesake.text import entries
from namesake.text import vocabulary as module
from namesake.text.entries import (
    ANCHOR,
    CAPITALS,
    DIGITS,
    INNER,
    LEGAL,
    LIKE_A_NAME,
    SHORT,
    SMALL,
    Entry,
)
from namesake.text.finding import Finder
from namesake.text.vocabulary import Vocabulary
from tests.unit.index.making import party, snapshot

SNAPSHOT = snapshot(
    party("1", "VORONTSEV, Arkadiy Lvovich"),
    party("2", "Kharvanion", kind=Kind.ORGANIZATION),
    party("3", "GREY HERON 7", kind=Kind.VESSEL),
    party("4", "Red Star Trading LLC", kind=Kind.COMPANY),
)
NAMES = [SNAPSHOT.name_texts[number] for number in range(4)]


def fresh() -> Vocabulary:
    return Finder(SNAPSHOT, np.ones(4, dtype=np.bool_), 0.7).vocabulary


def entry_of(word: str) -> tuple[Entry, int]:
    known = fresh()
    (number,) = learnt(known, word)
    return known.entries[number], known.flags.item(number)


def learnt(known: Vocabulary, *words: str) -> list[int]:
    """The numbers of words that stand beside others like names, looked up."""
    numbers = numbered(known, *words)
    known.look_up(numbers, ())
    known.check(numbers)
    return numbers


def numbered(known: Vocabulary, *words: str) -> list[int]:
    numbers: list[int] = known.numbers([word.encode() for word in words]).tolist()
    return numbers


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Zwingli", LIKE_A_NAME),
        ("zwingli", SMALL),
        ("ZWINGLI", LIKE_A_NAME | CAPITALS),
        ("Gen", LIKE_A_NAME | SHORT),
        ("Zwi", LIKE_A_NAME),
        ("Z", LIKE_A_NAME | SHORT),
        ("Ц", LIKE_A_NAME | SHORT),
        ("The", INNER | SMALL),
        ("of", INNER | SMALL),
        ("Monday", SMALL),
        ("MONDAY", SMALL | CAPITALS),
        ("al", INNER | SMALL),
        ("bin", INNER | SMALL),
        ("1", INNER | DIGITS),
        ("2nd", INNER | DIGITS),
        ("Ltd", LIKE_A_NAME | SHORT | LEGAL),
        ("Limited", LIKE_A_NAME | LEGAL),
        ("GmbH", LIKE_A_NAME | LEGAL),
        ("Цвингли", LIKE_A_NAME),
        ("цвингли", SMALL),
        ("صالح", LIKE_A_NAME),
        ("'", SMALL),
        ("😀", SMALL),
    ],
)
def test_what_a_word_may_be(word: str, expected: int) -> None:
    assert entry_of(word)[1] & ~ANCHOR == expected


@pytest.mark.parametrize(
    ("word", "text", "left", "right", "owns"),
    [
        ("Zwingli", "Zwingli", 0, 0, False),
        ("Zwingli's", "Zwingli", 0, 2, True),
        ("Zwingli'S", "Zwingli", 0, 2, True),
        ("'Zwingli'", "Zwingli", 1, 1, False),
        ("'Zwingli's'", "Zwingli", 1, 3, True),
        ("Hills'", "Hills", 0, 1, True),
        ("``Zwingli", "Zwingli", 2, 0, False),
        ("O'Neill", "O'Neill", 0, 0, False),
        ("'s", "s", 1, 0, False),
        ("\1Zwing\1li\1", "Zwingli", 1, 1, False),
        ("Zwingli'\1\1s", "Zwingli", 0, 4, True),
        ("'''", "", 3, 0, False),
        ("7's", "7", 0, 2, True),
        ("😀Zwingli😀", "Zwingli", 4, 4, False),
        ("Zwingli™", "Zwingli", 0, 3, False),
        ("Zwingli👨\1\1\1👩", "Zwingli", 0, 11, False),
        ("😀'Zwingli's'", "Zwingli", 5, 3, True),
        ("Zwingli😀's", "Zwingli😀", 0, 2, True),
        ("Zwingle\u0301", "Zwingle\u0301", 0, 0, False),
        ("\1Zwinglé\1", "Zwinglé", 1, 1, False),
        ("Gonzáles'\1\1", "Gonzáles", 0, 3, True),
        ("हिन्दी", "हिन्दी", 0, 0, False),
        ("😀", "😀", 0, 0, False),
    ],
)
def test_quotes_and_a_possessive_are_taken_off(
    word: str, text: str, left: int, right: int, owns: bool
) -> None:
    entry, _ = entry_of(word)
    assert (entry.text, entry.left, entry.right, entry.owns) == (text, left, right, owns)


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("General", True),
        ("GEN", True),
        ("Dr", True),
        ("spokesman", True),
        ("Russian", True),
        ("Zwingli", False),
        ("tanker", False),
        ("'", False),
    ],
)
def test_which_words_may_stand_before_a_name(word: str, role: bool) -> None:
    assert entry_of(word)[0].role == role


@pytest.mark.parametrize(
    ("word", "anchored", "lone"),
    [
        ("Vorontsev", {"VORONTSEV, Arkadiy Lvovich"}, set()),
        ("Vorontzev's", {"VORONTSEV, Arkadiy Lvovich"}, set()),
        ("Воронцев", {"VORONTSEV, Arkadiy Lvovich"}, set()),
        ("Arkady", {"VORONTSEV, Arkadiy Lvovich"}, set()),
        ("Kharvanion", set(), {"Kharvanion"}),
        ("Star", {"Red Star Trading LLC"}, set()),
        ("Heron", {"GREY HERON 7"}, set()),
        ("Zwingli", set(), set()),
        ("vorontsev", set(), set()),
        ("LLC", set(), set()),
    ],
)
def test_which_listed_names_a_word_leads_to(word: str, anchored: set[str], lone: set[str]) -> None:
    entry, flags = entry_of(word)
    assert ({NAMES[name] for name in entry.anchored}, {NAMES[name] for name in entry.lone}) == (
        anchored,
        lone,
    )
    assert bool(flags & ANCHOR) == bool(anchored | lone)


@pytest.mark.parametrize("word", ["Vorontsev", "Vorontzev", "Arkady", "Kharvanion", "Zwingli", "Star", "7"])
def test_what_a_word_may_lead_to_is_all_that_it_leads_to_and_maybe_more(word: str) -> None:
    known = fresh()
    (number,) = numbers = numbered(known, word)
    known.look_up(numbers, numbers)
    entry, flags = known.entries[number], known.flags.item(number)
    before = set(entry.tokens), entry.anchored, entry.lone, flags
    known.check(numbers)
    assert before[0] >= set(entry.tokens)
    assert before[1] >= entry.anchored
    assert before[2] >= entry.lone
    assert before[3] | known.flags.item(number) == before[3]


def test_a_word_is_checked_once() -> None:
    known = fresh()
    numbers = learnt(known, "Vorontsev")
    tokens = known.entries[0].tokens
    known.check(numbers)
    assert tokens is known.entries[0].tokens


def test_a_word_that_spells_no_listed_token_leads_nowhere_once_it_is_checked() -> None:
    known = Finder(snapshot(party("1", "VORONTSEV, Taha")), np.ones(1, dtype=np.bool_), 0.7).vocabulary
    (number,) = numbers = numbered(known, "Dod")  # the strong key of both is tat or tut
    known.look_up(numbers, ())
    known.check(numbers)
    assert (known.entries[number].tokens, known.flags.item(number) & ANCHOR) == ((), 0)


def test_words_in_small_letters_that_are_known_at_once_are_what_they_would_be_else() -> None:
    kinds = entries._small_kinds()
    assert kinds["of"] == INNER | SMALL
    for word in (*kinds, "zwingli", "a", "x"):
        # An apostrophe before it is taken off, and then it is the same word.
        assert entry_of(word)[1] == entry_of("'" + word)[1] == kinds.get(word, SMALL), word


def test_a_name_that_is_not_wanted_has_no_anchors() -> None:
    wanted = np.array([name != "Kharvanion" for name in NAMES])
    known = Finder(SNAPSHOT, wanted, 0.7).vocabulary
    learnt(known, "Kharvanion", "Vorontsev")
    assert [bool(flag & ANCHOR) for flag in known.flags[:2]] == [False, True]


def test_a_word_has_one_number_whenever_it_is_met() -> None:
    known = fresh()
    first = numbered(known, "Otto", "Zwingli", "Otto")
    assert first[0] == first[2] != first[1]
    assert numbered(known, "Zwingli", "Karla", "Otto") == [first[1], 2, first[0]]
    assert len(known.entries) == 3


def test_more_words_than_there_was_room_for_keep_what_was_known_of_the_first() -> None:
    known = fresh()
    learnt(known, "Vorontsev")
    numbered(known, *(f"Word{number}" for number in range(10_000)))
    assert known.flags[0] & ANCHOR
    assert len(known.flags) >= len(known.entries) == 10_001


def test_words_that_were_forgotten_are_found_again() -> None:
    known = fresh()
    for _ in range(2):
        learnt(known, "Otto", "Vorontsev")
        assert [bool(entry.anchored) for entry in known.entries] == [False, True]
        known.clear()
        assert known.entries == []


def test_when_too_many_words_are_known_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_WORDS", 3)
    known = fresh()
    numbered(known, "Otto", "Zwingli", "Karla")
    assert not known.full
    numbered(known, "Quandt")
    assert known.full


def test_the_lattice_of_a_retrieval_without_slips_is_what_it_looks_up_with() -> None:
    (rows,) = Retrieval(SNAPSHOT, slips=Slips.NONE).lattice.spelled(["vorontzev"])
    entry, _ = entry_of("Vorontzev")
    assert entry.tokens == tuple(rows.tokens.tolist())


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Kharvanion", True),
        ("Harvanion", False),  # no other spelling of it
        ("Vorontsev", False),  # part of a name of several words: alone it leads nowhere
    ],
)
def test_a_word_that_stands_alone_is_looked_up_only_where_it_sounds_like_a_whole_name(
    word: str, found: bool
) -> None:
    known = fresh()
    numbers = numbered(known, word)
    known.look_up((), numbers)
    assert bool(known.entries[numbers[0]].tokens) is found
    known.look_up(numbers, ())
    assert known.entries[numbers[0]].tokens or word == "Harvanion"
