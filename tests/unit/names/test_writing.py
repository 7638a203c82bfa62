"""Words of names in every script the lists use, with positions that cut exactly the word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.names.hangul import in_letters, in_syllables
from namesake.names.writing import ABJADS, Word, words_of

TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "Qasem'’-.,& \u200f\u200d\u0301\u0640قاسمةאםЮюї’ΣςβŞß한각\u1100\u1161\u11a8習ガーｑ٣²½"
        ),
    ),
    max_size=40,
)


def written(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


def cut(text: str) -> list[str]:
    return [text[word.start : word.end] for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SOLEIMANI, Qasem", ["soleimani", "qasem"]),
        ("AL-HAMIDAWI, Ahmad", ["al", "hamidawi", "ahmad"]),
        ("Kata'ib Hizballah", ["kataib", "hizballah"]),
        ("Kata’ib Hizballah", ["kataib", "hizballah"]),
        ("Abu `Ali", ["abu", "ali"]),
        ("O''Neil", ["oneil"]),
        ("A/S Norsk & Co.", ["a", "s", "norsk", "&", "co"]),
        ("3RD ARMY_2", ["3rd", "army", "2"]),
        ("Müller", ["muller"]),
        ("Straße", ["strasse"]),
        ("Æthelred Øst Łódź Đinđić", ["aethelred", "ost", "lodz", "dindic"]),
        ("İSTANBUL ığdır", ["istanbul", "igdir"]),
        ("Şakir Çelik", ["sakir", "celik"]),
        ("Nguyễn Phú Trọng", ["nguyen", "phu", "trong"]),
        ("Ｓｏｌｅｉｍａｎｉ", ["soleimani"]),
        ("ﬁrm Ĳssel", ["firm", "ijssel"]),
        ("Nin\u0303o", ["nino"]),
    ],
)
def test_latin_names_become_small_plain_letters(text: str, words: list[str]) -> None:
    assert written(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Касем Сулеймани", ["kasem", "suleymani"]),
        ("Юрий Щербаков", ["yuriy", "shcherbakov"]),
        ("Объедков Артём", ["obedkov", "artyom"]),
        ("Ігор Їжак Ґалаґан Єнакієве", ["igor", "yizhak", "galagan", "yenakiyeve"]),
        # EU 111391 writes this name with a Latin i: wholeName="Сергiй Павлович ЦЕКОВ".
        ("Сергiй Павлович ЦЕКОВ", ["sergiy", "pavlovich", "tsekov"]),
        # EU logicalId 136037 carries stress marks over vowels, as Belarusian dictionaries do.
        ("Вале́рый Па́ўлавіч", ["valeryy", "paulavich"]),
        ("Қасым Ғани Өмірбек", ["qasym", "ghani", "omirbek"]),
        ("Ђорђе Љубиша", ["djordje", "ljubisha"]),
        ("Ѓорче Џафер", ["gorche", "dzafer"]),
    ],
)
def test_cyrillic_is_romanised_as_passports_do(text: str, words: list[str]) -> None:
    assert written(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Βλαδίμηρος Πούτιν", ["vladimiros", "poutin"]),
        ("Γιώργος Παπαδόπουλος", ["giorgos", "papadopoulos"]),
        ("ΕΥΑΓΓΕΛΟΣ", ["evangelos"]),
        ("Μπάμπης Τσίπρας", ["babis", "tsipras"]),
        ("Μαύρος Σεπτέμβρης", ["mavros", "septemvris"]),
    ],
)
def test_greek_is_romanised_with_its_pairs_of_letters(text: str, words: list[str]) -> None:
    assert written(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إبراهيم", "ابراهيم"),
        ("آغا", "اغا"),
        ("قاسم سلیمانی", "قاسم سليماني"),  # Persian yeh, Arabic yeh
        ("کتائب", "كتائب"),  # Persian kaf, Arabic kaf
        ("مصطفى", "مصطفي"),
        ("حمزة", "حمزه"),
        ("رؤوف", "رووف"),
        ("مُحَمَّد", "محمد"),  # with its vowel signs
        ("محـمـد", "محمد"),  # stretched
        ("عبد\u200cالله", "عبدالله"),  # zero-width non-joiner
        ("ﺻﺎﻟﺢ", "صالح"),  # presentation forms, as EU 124456 has them
        ("سماء", "سما"),
        ("ہاشم", "هاشم"),  # Urdu heh
        ("پښتون", "پشتون"),  # Pashto
        ("שלום", "שלומ"),  # Hebrew final letters
        ("נתניהו", "נְתַנְיָהוּ"),  # with its points
        ("צ׳רלס", "צ'רלס"),  # geresh, apostrophe
        ('להב"ה', "להב״ה"),  # gershayim, quotation mark
    ],
)
def test_letters_an_abjad_may_write_in_two_ways_are_one(one: str, other: str) -> None:
    assert written(one) == written(other)
    assert not any(word.isascii() for word in written(one))


def test_scripts_that_can_be_spelled_in_several_ways_keep_their_letters() -> None:
    text = "Qasem Касем قاسم קאסם ܩܣܡ 카셈 金 Κασέμ 12 ٣ ガザ"
    assert [word.isascii() for word in written(text)] == [
        *(True, True, False, False, False, False, False),
        *(True, True, True, True),
    ]
    assert {"Arab", "Hebr", "Syrc"} == ABJADS


def test_digits_of_any_script_are_digits() -> None:
    assert written("１２ ٣٤ ۵۶ ७८") == ["12", "34", "56", "78"]


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("김정은", ["김", "정", "은"], ["김", "정", "은"]),
        ("이 동욱", ["이", "동", "욱"], ["이", "동", "욱"]),
        ("남궁민수", ["남", "궁", "민", "수"], ["남", "궁", "민", "수"]),
        ("김하늘", ["김", "하", "늘"], ["김", "하", "늘"]),
        ("習近平 2", ["习", "近", "平", "2"], ["習", "近", "平", "2"]),
        ("A公司", ["a", "公", "司"], ["A", "公", "司"]),
        ("第3集", ["第", "3", "集"], ["第", "3", "集"]),
        ("山田タロウ", ["山", "田", "tarou"], ["山", "田", "タロウ"]),
    ],
)
def test_chinese_and_korean_come_one_syllable_at_a_time(
    text: str, words: list[str], places: list[str]
) -> None:
    assert written(text) == words
    assert cut(text) == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ЈІ, Sang Jun", "ji sang jun"),
        ("AL-ZEYDI, Iѕѕa", "al zeydi issa"),
        ("АUNG, Yе", "aung ye"),
        ("Smith, Јоѕе", "smith jose"),
        ("Ivan Иван", "ivan ivan"),  # only capitals of it look Latin
        ("Anna Сара Иван", "anna sara ivan"),
        ("ОАО Газ", "oao gaz"),
        ("САРА", "sara"),
    ],
)
def test_look_alike_letters_are_of_the_script_of_the_other_words(text: str, words: str) -> None:
    assert written(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("אשור-רבי השני", ["אשור", "רבי", "ii"]),
        ("אברהם שני", ["אברהמ", "שני"]),
        ("השני", ["השני"]),
    ],
)
def test_hebrew_numbers_after_a_name_are_latin_ones(text: str, words: list[str]) -> None:
    assert written(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("웬트워스 밀러", ["웬트워스", "밀러"]),
        ("켄 매슈스", [in_letters("켄"), "매슈스"]),
        ("조지 애컬로프", ["조지", "애컬로프"]),  # 조지 alone may be a Korean
        ("조지", ["조", "지"]),
        ("안드레 한", ["안드레", in_letters("한")]),
        ("한 안드레", [in_letters("한"), "안드레"]),
        ("한 철수", ["한", "철", "수"]),
        ("조선무역은행", ["조선무역은행"]),
    ],
)
def test_other_names_in_hangul_come_by_words(text: str, words: list[str]) -> None:
    assert written(text) == words
    assert cut(text) == [in_syllables(word) for word in words]


@pytest.mark.parametrize(("one", "other"), [("習近平", "习近平"), ("髙橋", "高桥"), ("陳國華", "陈国华")])
def test_traditional_and_japanese_characters_are_the_simplified_ones(one: str, other: str) -> None:
    assert written(one) == written(other)


def test_hangul_written_in_parts_is_the_same_syllables() -> None:
    parts = unicodedata.normalize("NFD", "김정은")
    assert len(parts) == 9
    assert written(parts) == written("김정은")
    assert cut(parts) == [unicodedata.normalize("NFD", one) for one in "김정은"]


def test_voiced_kana_keep_their_voice_and_long_vowels_do_not_split() -> None:
    assert written("ガザ スーパーマン") == ["gaza", "supaman"]


@pytest.mark.parametrize(
    ("forged", "word"),
    [
        ("Sоleimani", "soleimani"),  # a Cyrillic o
        ("Ѕulеіmаnі", "suleimani"),
        ("Qаsеm", "qasem"),
        ("Cулеймани", "suleymani"),  # a Latin C before Cyrillic
        ("Αhmad", "ahmad"),  # a Greek capital alpha
        ("ΗASSAN", "hassan"),  # a Greek capital eta looks like H, a small one like n
        ("ΗаSSАN", "hassan"),
        ("Hаssαn", "hassan"),  # Cyrillic and Greek at once
        ("mοhаmmed", "mohammed"),
        ("КΑRIM", "karim"),
    ],
)
def test_letters_of_a_look_alike_script_are_put_back(forged: str, word: str) -> None:
    assert written(forged) == [word]


def test_what_is_invisible_vanishes_and_is_cut_with_its_word() -> None:
    text = "\u200fقاسم\u200e So\u00adlei\u200bmani"
    assert written(text) == ["قاسم", "soleimani"]
    assert cut(text) == ["قاسم", "So\u00adlei\u200bmani"]


@pytest.mark.parametrize("text", ["", " ", "---", "'", "?!…", "\u0301", "ㅤ", "\u200b", "ء", "ъь", "☭ 🚢"])
def test_a_text_without_a_letter_to_compare_has_no_words(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("sign", "word"),
    [("ﷺ", "صلياللهعليهوسلم"), ("⑴", "1"), ("½", "12"), ("ͺa", "ia"), ("Ⅳ", "iv"), ("x²", "x2")],
)
def test_a_sign_that_stands_for_several_is_one_word_without_spaces(sign: str, word: str) -> None:
    assert written(sign) == [word]


@pytest.mark.parametrize("text", ["Kata'ib x''y", "a''b", "A&B", "O'Neil & 'Ali'", "x_y", 'Abu "Ali" Ben'])
def test_a_foreign_letter_elsewhere_changes_no_other_word(text: str) -> None:
    assert written(text + " é")[:-1] == written(text)


@given(TEXTS)
@example("\u1160é")
@example("ㅤ스ㅎ")
def test_any_text_gives_words_that_lie_in_it_in_order(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        assert word.text
        assert word.text == "&" or word.text.isalnum()
        assert word.text == word.text.lower()


@given(TEXTS)
def test_a_word_cut_out_by_its_position_reads_as_the_same_word(text: str) -> None:
    for word in words_of(text):
        piece = text[word.start : word.end]
        assert list(words_of(piece)) == [Word(word.text, 0, len(piece))]


@given(TEXTS, TEXTS)
def test_a_space_keeps_the_words_on_both_sides_apart(left: str, right: str) -> None:
    assert written(f"{left} {right}") == written(left) + written(right)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a" * 200_000, 1),
        ("é" * 200_000, 1),
        ("a'" * 100_000, 1),
        ("a" + "'" * 200_000, 1),
        ("é" + "'" * 200_000 + "b", 1),
        ("'" * 200_000, 0),
        ("\u0301" * 200_000, 0),
        ("ا" * 200_000, 1),
        ("김" * 50_000, 50_000),
        ("& " * 50_000, 50_000),
    ],
)
def test_long_input_is_read_in_one_pass(text: str, count: int) -> None:
    # Anything that grew with the square of the length would not come back from these.
    assert sum(1 for _ in words_of(text)) == count
