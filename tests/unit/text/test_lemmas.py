"""What a word may be as a list writes it, and how words of a name agree."""

from __future__ import annotations

import pytest

from namesake.text.lemmas import Lemma, Respelled, lemmas_of, respelled


def texts(words: str, *, person: bool = True) -> list[str]:
    """What words may be where each may be part of the name."""
    each = words.split()
    return [one.text for one in respelled(each, [list(lemmas_of(word)) for word in each], person=person)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Путиным", "Путин"),
        ("وسليماني", "سليماني"),
        ("לנסראללה", "נסראללה"),
        ("김정은은", "김정은"),
    ],
)
def test_a_word_may_be_another_in_these_scripts(word: str, expected: str) -> None:
    assert expected in [lemma.text for lemma in lemmas_of(word)]


@pytest.mark.parametrize("word", ["", "Putin", "Putina", "Παπαδόπουλου", "习近平", "शर्मा", "ไทย", "ли", "Ян"])
def test_a_word_is_itself_in_others(word: str) -> None:
    assert lemmas_of(word) == ()


@pytest.mark.parametrize(
    ("word", "left", "right"), [("وسليماني", 2, 0), ("김정은은", 0, 3), ("Путиным", 0, 0)]
)
def test_the_bytes_that_are_no_part_of_it_are_counted(word: str, left: int, right: int) -> None:
    assert {(lemma.left, lemma.right) for lemma in lemmas_of(word)} == {(left, right)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Владимиру Путину", "Владимир Путин"),
        ("Владимира Владимировича Путина", "Владимир Владимирович Путин"),
        ("Полине Пригожиной", "Полина Пригожина"),
        ("Сергею Шойгу", "Сергей Шойгу"),
        ("Тараса Шевченка", "Тарас Шевченко"),
        ("Ангелу Меркель", "Ангела Меркель"),
    ],
)
def test_a_persons_name_stands_in_one_case(words: str, expected: str) -> None:
    assert expected in texts(words)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("Иванову Петр", "Иванов Петр"),
        ("Владимиру Путиным", "Владимир Путин"),
        ("Путину Сергей", "Путин Сергей"),
    ],
)
def test_words_in_two_cases_are_no_name(words: str, other: str) -> None:
    assert other not in texts(words)


def test_an_organisations_attribute_stays_in_its_case() -> None:
    group = list(lemmas_of("Группой"))[:1]
    assert [one.text for one in respelled(["Группой", "Вагнера"], [group, None], person=False)] == [
        f"{group[0].text} Вагнера"
    ]


def test_a_prefix_is_on_the_first_word_and_a_particle_on_the_last() -> None:
    assert list(
        respelled(["وقاسم", "وسليماني"], [lemmas_of("وقاسم"), lemmas_of("وسليماني")], person=True)
    ) == [Respelled("قاسم وسليماني", left=2)]
    assert list(respelled(["세르게이", "푸틴은"], [[], lemmas_of("푸틴은")], person=True)) == [
        Respelled("세르게이 푸틴", right=3)
    ]
    assert list(respelled(["قاسم", "وسليماني"], [[], lemmas_of("وسليماني")], person=False)) == []


def test_a_man_declined_who_may_be_a_woman_is_doubted() -> None:
    words = ["Евгения", "Пригожина"]
    lemmas = [[Lemma("Евгений", "ga")], [Lemma("Пригожин", "ga")]]
    assert {one.doubt for one in respelled(words, lemmas, person=True)} == {
        "the words may be a woman's name as well"
    }


def test_nothing_is_respelled_where_no_word_may_be_another() -> None:
    assert list(respelled(["Сергей", "Лавров"], [[], []], person=True)) == []
    assert list(respelled(["Банк", "Россия"], [[], None], person=False)) == []
