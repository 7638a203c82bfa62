"""Words of different scripts that are one name, and their keys."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.across import across, keys_across
from namesake.match.alike import Reason
from namesake.match.strings import asked_keys, filed_keys
from namesake.names.hangul import in_letters
from namesake.names.spelling import light, readings
from namesake.names.writing import words_of

NATIVE = st.one_of(
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ", min_size=1, max_size=10),
    st.text("אבגדהוזחטיכלמנסעפצקרשת", min_size=1, max_size=8),
    st.text("김이박최정은영철리림웬트워스밀러크", min_size=1, max_size=4),
    st.text("金李习近平铁三陈", min_size=1, max_size=2),
    st.sampled_from(
        ["김欧", "ق7", "ابوالفضل", "عبدالله", "习金", "이", "리", *map(in_letters, "한이리존켄")]
    ),
)
LATIN = st.one_of(
    st.text("abcdefghijklmnoprstuwyz", min_size=1, max_size=10),
    st.sampled_from(["kim", "lee", "yi", "i", "wentworth", "ishaq", "abdullah", "jin", "12", "&"]),
)


def share_a_key(one: str, other: str) -> bool:
    """Whether each finds the other when asked about."""
    return all(
        set(asked_keys(asked).whole) & set(filed_keys(listed).whole)
        for asked, listed in ((one, other), (other, one))
    )


def word(text: str) -> str:
    return next(words_of(text)).text


@pytest.mark.parametrize(
    ("latin", "native"),
    [
        ("Ali", "علي"),
        ("Qasem", "قاسم"),
        ("Ghasem", "قاسم"),
        ("Soleimani", "سلیمانی"),
        ("Mohammed", "محمد"),
        ("Djamel", "جمال"),
        ("Lounici", "لونيسي"),
        ("Chehabi", "الشهابي"),
        ("Faycal", "فيصل"),
        ("Azhar", "الأزهر"),
        ("Ishaq", "اسحاق"),
        ("Fazli", "فضلی"),
        ("Nouri", "نوری"),
        ("Yaqoub", "يعقوب"),
        ("Mustafa", "مصطفى"),
        ("Jumah", "جمعة"),
        ("Perez", "بيريز"),
        ("Fernando", "فرناندو"),
        ("George", "جورج"),
        ("Stanekzai", "استانکزی"),
        ("Nurullah", "نورالله"),
        ("Azizurrahman", "عزیزالرحمان"),
        ("Dastjerdi", "دستجردی"),
        ("Netanyahu", "נתניהו"),
        ("Charles", "צ'ארלס"),
        ("James", "ג'יימס"),
        ("Carroll", "קרול"),
        ("Patricia", "פטרישה"),
        ("Williams", "ויליאמס"),
        ("Kim", "김"),
        ("Gim", "김"),
        ("Lee", "이"),
        ("Ri", "이"),
        ("Yi", "이"),
        ("Park", "박"),
        ("Choi", "최"),
        ("Jong", "정"),
        ("Chung", "정"),
        ("Jeong", "정"),
        ("Young", "영"),
        ("Jin", "金"),
        ("Chin", "金"),
        ("Kim", "金"),
        ("Hsi", "習"),
        ("Xi", "习"),
        ("Wentworth", "웬트워스"),
        ("Miller", "밀러"),
        ("Michael", "마이클"),
        ("Fukushima", "후쿠시마"),
        ("Akerlof", "애컬로프"),
        ("Wright", "라이트"),
        ("Guillaume", "기욤"),
        ("Vincent", "뱅상"),
        ("Stern", "스턴"),
        ("Moreland", "모어랜드"),
        ("Park", "פאק"),
        ("Margolis", "מרגליות"),
    ],
)
def test_a_word_and_its_romanisation_are_alike(latin: str, native: str) -> None:
    # Syllables come one at a time, or joined by the alignment.
    found = across(word(latin), "".join(word.text for word in words_of(native)))
    assert found.reason is Reason.SCRIPT
    assert found.value >= 70


@pytest.mark.parametrize(
    ("latin", "native"),
    [
        ("Qasem", "هاشم"),
        ("Hassan", "قاسم"),
        ("Omar", "امير"),
        ("Hadi", "هاني"),
        ("Thet", "طه"),
        ("Li", "الله"),
        ("Son", "정"),
        ("Kim", "박"),
        ("Wang", "金"),
        ("Carl", "קרן"),
        ("12", "가"),
        ("12", "ق"),
    ],
)
def test_a_word_and_another_name_are_not(latin: str, native: str) -> None:
    assert across(word(latin), native).value < 70


@pytest.mark.parametrize(("latin", "native"), [("Hahn", "한"), ("John", "존"), ("Will", "윌"), ("Lee", "리")])
def test_a_syllable_of_a_foreign_name_is_read_by_its_sound(latin: str, native: str) -> None:
    assert across(word(latin), in_letters(native)).reason is Reason.SCRIPT


@pytest.mark.parametrize(("latin", "native"), [("Hahn", "한"), ("John", "존")])
def test_a_syllable_of_a_korean_is_not(latin: str, native: str) -> None:
    assert across(word(latin), native).value < 70


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("حق", "الحق", Reason.ARTICLE),
        ("سليماني", "سليمانيه", Reason.TYPO),
        ("이", "리", Reason.SPELLING),
        ("김", "金", Reason.SCRIPT),
        ("한", in_letters("한"), Reason.SPELLING),
        (in_letters("이"), "리", Reason.SPELLING),
        ("قاسم", "קאסמ", Reason.SCRIPT),
    ],
)
def test_words_of_native_scripts_may_be_alike(one: str, other: str, reason: Reason) -> None:
    assert across(one, other).reason is reason


@pytest.mark.parametrize(("one", "other"), [("석", "시"), ("형", "명"), ("石", "市"), ("김", "이")])
def test_characters_that_merely_sound_alike_are_not(one: str, other: str) -> None:
    assert across(one, other).value == 0


@given(NATIVE, st.one_of(NATIVE, LATIN))
def test_alike_words_share_a_key_and_are_alike_both_ways(one: str, other: str) -> None:
    found = across(one, other)
    assert found == across(other, one)
    assert (found.value == 100) == (one == other)
    assert (found.value == 0) == (found.reason is None)
    if found.value and found.reason is not Reason.TYPO:  # the index spells typos out itself
        assert share_a_key(one, other)


def test_all_pairs_of_short_words_that_are_alike_share_a_key() -> None:
    latin = "kim gim lee ri i yi jong jung jin chin ali alia qasem hasan taha michael"
    native = "김 이 리 정 金 李 علي عليا قاسم حسن طه חסן קסם 정은 마이클"
    words = f"{latin} {native}".split()
    for one, other in combinations(words, 2):
        if not (one.isascii() and other.isascii()) and across(one, other).value > 0:
            assert share_a_key(one, other), (one, other)


@given(NATIVE)
def test_a_word_has_few_keys(one: str) -> None:
    assert len(keys_across(one)) == len(set(keys_across(one)))
    assert len(keys_across(one)) <= 84


@pytest.mark.parametrize("name", ["محمد", "قاسم", "سليماني", "김", "박", "정", "金", "حافظ"])
def test_words_of_names_have_at_most_two_dozen_keys(name: str) -> None:
    assert len(keys_across(name)) <= 24


def test_syllables_joined_are_read_as_one_name() -> None:
    assert light("jongun") in readings("정은")
    assert light("jinping") in readings("近平")
    assert len(readings("정은")) <= 16


@pytest.mark.parametrize("letter", ["ه", "ظ", "و", "ב", "ח", "트", "習"])
def test_a_very_long_word_stays_cheap(letter: str) -> None:
    assert across(letter * 2000, "h" * 2000).value <= 100
    assert len(keys_across(letter * 2000)) <= 84


@pytest.mark.parametrize(
    ("native", "its_own", "another"),
    [
        ("محمد", "Mohammed", "Mahmoud"),
        ("حسن", "Hassan", "Hossein"),
        ("الحسن", "Hasan", "Hussain"),
        ("عمر", "Omar", "Amir"),
        ("سعد", "Saad", "Saeed"),
    ],
)
def test_a_name_with_a_long_vowel_is_not_the_one_without(native: str, its_own: str, another: str) -> None:
    assert across(word(native), word(its_own)).value >= 82
    assert across(word(native), word(another)).value == 55


def test_before_a_lone_consonant_an_h_is_not_silent() -> None:
    assert across(word("علي"), "hala").reason is None
    assert across(word("هالة"), "hala").reason is Reason.SCRIPT
    assert across(word("علي"), "ali").value == 74
