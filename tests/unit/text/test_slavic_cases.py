"""Which nominatives a word of Russian or Ukrainian may be a case of."""

from __future__ import annotations

import pytest

from namesake.text.slavic_cases import (
    CASES,
    is_cyrillic,
    may_be_a_woman,
    may_stand_in,
    nominatives,
    stands_in_any_case,
)

# Each nominative with its genitive, dative, accusative, instrumental and prepositional.
RUSSIAN = [
    ("Путин", "Путина Путину Путина Путиным Путине"),
    ("Медведев", "Медведева Медведеву Медведева Медведевым Медведеве"),
    ("Соловьёв", "Соловьёва Соловьёву Соловьёва Соловьёвым Соловьёве"),
    ("Путина", "Путиной Путиной Путину Путиной Путиной"),
    ("Ковальчук", "Ковальчука Ковальчуку Ковальчука Ковальчуком Ковальчуке"),
    ("Кравец", "Кравца Кравцу Кравца - -"),
    ("Достоевский", "Достоевского Достоевскому Достоевского Достоевским Достоевском"),
    ("Толстой", "Толстого Толстому Толстого Толстым Толстом"),
    ("Толстая", "Толстой Толстой Толстую Толстой Толстой"),
    ("Дерипаска", "Дерипаски Дерипаске Дерипаску Дерипаской Дерипаске"),
    ("Кобзарь", "Кобзаря Кобзарю Кобзаря Кобзарём Кобзаре"),
    ("Владимир", "Владимира Владимиру Владимира Владимиром Владимире"),
    ("Сергей", "Сергея Сергею Сергея Сергеем Сергее"),
    ("Дмитрий", "Дмитрия Дмитрию Дмитрия Дмитрием Дмитрии"),
    ("Павел", "Павла Павлу Павла Павлом Павле"),
    ("Лев", "Льва Льву Льва Львом Льве"),
    ("Илья", "Ильи Илье Илью Ильёй -"),
    ("Никита", "Никиты Никите Никиту Никитой Никите"),
    ("Мария", "Марии Марии Марию Марией Марии"),
    ("Ольга", "Ольги Ольге Ольгу Ольгой Ольге"),
    ("Викторович", "Викторовича Викторовичу Викторовича Викторовичем Викторовиче"),
    ("Викторовна", "Викторовны Викторовне Викторовну Викторовной Викторовне"),
    ("Группа", "Группы Группе Группу Группой Группе"),
    ("Компания", "Компании Компании Компанию Компанией Компании"),
    ("Министерство", "Министерства Министерству - Министерством Министерстве"),
    ("Управление", "Управления Управлению - Управлением -"),
    ("Роснефть", "Роснефти Роснефти - Роснефтью Роснефти"),
    ("Банк", "Банка Банку - Банком Банке"),
]
UKRAINIAN = [
    ("Путін", "Путіна Путіну Путіна Путіним Путіні"),
    ("Путін", "- Путінові - - Путінові"),
    ("Шевченко", "Шевченка Шевченку Шевченка Шевченком Шевченкові"),
    ("Зеленський", "Зеленського Зеленському Зеленського Зеленським -"),
    ("Зеленська", "Зеленської Зеленській Зеленську Зеленською Зеленській"),
    ("Лаврова", "Лаврової Лавровій Лаврову Лавровою Лавровій"),
    ("Сергій", "Сергія Сергію Сергія Сергієм Сергієві"),
    ("Ігор", "Ігора - - Ігором -"),
    ("Микола", "Миколи Миколі Миколу Миколою Миколі"),
    ("Ольга", "Ольги Ользі Ольгу Ольгою Ользі"),
    ("Дерипаска", "Дерипаски - Дерипаску Дерипаскою -"),
    ("Марія", "Марії Марії Марію Марією Марії"),
    ("Павло", "Павла Павлу Павла Павлом Павлові"),
    ("Група", "Групи Групі Групу Групою Групі"),
]


@pytest.mark.parametrize(("nominative", "declined"), [*RUSSIAN, *UKRAINIAN])
def test_each_case_leads_back_to_the_nominative(nominative: str, declined: str) -> None:
    for case, word in zip(CASES, declined.split(), strict=True):
        if word != "-":
            assert case in dict(nominatives(word)).get(nominative, ""), word


@pytest.mark.parametrize("word", ["Шойгу", "Путин", "ВТБ", "Ли", "Она", "Мы", "Soleimani", "سليماني", ""])
def test_what_has_no_ending_of_a_case_or_too_little_before_it_gives_no_listed_name(word: str) -> None:
    assert word not in dict(nominatives(word))
    assert not {"Шойг", "Пути", "ВТ", "Л"} & {one for one, _ in nominatives(word) if len(one) < 4}


@pytest.mark.parametrize("word", ["Путины", "Путиных", "Ротенбергов", "Ротенбергами", "Пригожиных"])
def test_several_of_a_family_are_nobody(word: str) -> None:
    assert not {"Путин", "Ротенберг", "Пригожин"} & dict(nominatives(word)).keys()


def test_capitals_are_kept_before_the_ending() -> None:
    assert "ПУТИН" in dict(nominatives("ПУТИНА"))
    assert "ПУТИН" in dict(nominatives("ПУТИНУ"))


@pytest.mark.parametrize(
    ("word", "beside", "expected"),
    [
        ("Шойгу", "Сергей", True),
        ("Белых", "Никита", True),
        ("Шевченко", "Тарас", True),
        ("Меркель", "Ангела", True),
        ("Меркель", "Иван", False),
        ("Петр", "Иванов", False),
        ("Анна", "Иванов", False),
        ("Smith", "Иван", True),
    ],
)
def test_which_words_are_the_same_in_all_cases(word: str, beside: str, expected: bool) -> None:
    assert stands_in_any_case(word, beside) is expected


@pytest.mark.parametrize(
    ("word", "case", "expected"),
    [
        ("Путину", "d", True),
        ("Путина", "d", False),
        ("Лавров", "d", False),
        ("Лавров", "", True),
        ("Шойгу", "i", True),
    ],
)
def test_in_which_case_a_word_may_stand(word: str, case: str, expected: bool) -> None:
    assert may_stand_in(word, case) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Александра Иванова", True),
        ("Евгения Пригожина", True),
        ("Валерия Толстая", True),
        ("Александра Ивановича", False),
        ("Владимира Путина", False),
        ("Александра Лукашенко", False),
        ("Анна Иванова", False),
    ],
)
def test_when_a_man_declined_is_a_woman_too(words: str, expected: bool) -> None:
    assert may_be_a_woman(words.split()) is expected


@pytest.mark.parametrize(
    ("word", "expected"), [("Путин", True), ("Putin", False), ("Путin", False), ("", False)]
)
def test_what_is_cyrillic(word: str, expected: bool) -> None:
    assert is_cyrillic(word) is expected
