"""Names found in running Chinese characters, and what is said not to be read."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from namesake.screening.screener import Screener
from namesake.text.unspaced import HanNames, has_han, is_full_name, unread
from namesake.text.words import BREAK, words_in
from tests.unit.index.making import party, snapshot

NAMES = HanNames(["王明山", "長安海連技術有限公司", "王明", "Wang Mingshan", "Ван", "山", "王明山"])
SCREENER = Screener(
    snapshot(
        party("1", "WANG, Mingshan", "王明山"),
        party("2", "Chang An Shipping and Technology", "長安海連技術有限公司", kind=Kind.COMPANY),
        party("3", "Haifeng Group", "海風集团(香港)有限公司", kind=Kind.COMPANY),
        party("4", "YAMADA, Taro"),
    ),
    compiled=False,
)


def pieces(text: str) -> list[str]:
    words = NAMES.parted(words_in(text))
    return [text[slice(*words.span(place, place))] for place in range(len(words.starts))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他见了王明山。", ["他见了", "王明山"]),
        ("王明山和王明来了", ["王明山", "和", "王明", "来了"]),
        ("王明山王明山", ["王明山", "王明山"]),
        # Traditional, simplified and Japanese forms are one.
        ("长安海连技术有限公司说", ["长安海连技术有限公司", "说"]),
        ("Mr王明山2来", ["Mr", "王明山", "2来"]),
        ("王 明山", ["王", "明山"]),
        ("李四来了", ["李四来了"]),
        ("Wang Mingshan", ["Wang", "Mingshan"]),
        ("", []),
    ],
)
def test_listed_names_become_words_of_their_own(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_what_stands_beside_such_a_name_does_not_belong_to_it() -> None:
    words = NAMES.parted(words_in("他见了王明山了"))
    assert words.before.tolist() == [BREAK, BREAK, BREAK]


def test_names_in_other_scripts_and_of_one_character_are_not_among_them() -> None:
    assert NAMES.count == 3
    assert "王明山" in NAMES
    assert "长安海连技术有限公司" in NAMES
    assert "山" not in NAMES
    assert "李四" not in NAMES


def told(text: str) -> list[tuple[str, str, str]]:
    found = []
    for one in SCREENER.read(text).mentions:
        assert text[one.start : one.end] == one.surface
        found.append((one.surface, one.party.partition(":")[2], one.status.value))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新疆公安厅厅长王明山昨天说，情况稳定。", [("王明山", "1", "possible")]),
        (
            "美国制裁了长安海连技术有限公司和王明山等人。",
            [("长安海连技术有限公司", "2", "same"), ("王明山", "1", "possible")],
        ),
        ("「王明山」と会った。", [("王明山", "1", "possible")]),
        ("警方王明山\n和他", [("王明山", "1", "possible")]),
        ("😀王明山😀", [("王明山", "1", "possible")]),
        ("山田太郎は東京に住む。", []),
        ("王明来了，山东也来人。", []),
        ("他说有限公司很多。", []),
    ],
)
def test_a_name_within_a_sentence_is_a_mention(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_characters_of_four_bytes_do_not_move_a_name() -> None:
    text = "𠮷野家的王明山来了𠮷"
    assert told(text) == [("王明山", "1", "possible")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王明山", True),
        ("王明", True),
        ("王明山来了", False),
        ("山", False),
        ("김정은", True),
        ("김정", False),
        ("평양에서", False),
        ("Kim", False),
        ("", False),
    ],
)
def test_what_may_be_a_full_name_by_itself(text: str, expected: bool) -> None:
    assert is_full_name(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("习", True), ("Xi", False), ("にほん", False), ("𠮷", True), ("", False)]
)
def test_whether_there_is_a_chinese_character(text: str, expected: bool) -> None:
    assert has_han(text) is expected


def test_names_are_counted_only_for_a_text_that_has_such_characters() -> None:
    def fail() -> int:
        raise AssertionError

    assert unread("Владимир Путин", fail) == ()
    assert unread("He came.", fail) == ()
    assert unread("ประธานาธิบดี กล่าวว่า", fail)


def test_the_warning_says_how_many_names_are_looked_for() -> None:
    (warning,) = unread("他昨天说了很多次他不会来", lambda: 1234)
    assert "1,234 listed names" in warning
