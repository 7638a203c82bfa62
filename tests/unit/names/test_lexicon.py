"""The word lists are written as names are read, and no list contradicts another."""

from __future__ import annotations

import pkgutil
import tomllib
from collections import Counter
from itertools import combinations

import pytest

from namesake.model.countries import country_name
from namesake.names.lexicon import FILES, lexicon, place_of
from namesake.names.writing import words_of

RAW: dict[str, dict[str, str]] = {}
for file in FILES:
    RAW |= tomllib.loads((pkgutil.get_data("namesake.names", file) or b"").decode())

WORD_LISTS = (
    "particles", "particles_sometimes", "kunya", "titles", "titles_after", "titles_or_names", "suffixes",
    "stop", "generic", "seldom_places",
)  # fmt: skip
CLASSES = ("familiar", "equivalents")
BY_WORD = ("abbreviations", "numbers", "roman", "words")
PHRASES = ("legal", "phrases", "places")


def read(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


def rows(group: str) -> list[tuple[str, str]]:
    lines = [line.partition(":") for line in RAW[group]["rows"].splitlines() if line]
    return [(name, rest) for name, _, rest in lines]


def entries(group: str) -> list[str]:
    """Every word of a group, with repetitions."""
    if group in WORD_LISTS:
        return RAW[group]["words"].split()
    if group in CLASSES:
        return [word for line in RAW[group]["classes"].splitlines() for word in set(line.split())]
    if group == "expansions":
        return [acronym for acronym, _ in rows(group)]
    return [word for _, rest in rows(group) for word in rest.replace("|", " ").split()]


def alone(group: str) -> set[str]:
    """The single words of a group that may have phrases."""
    if group not in PHRASES:
        return set(entries(group))
    return {
        phrase.strip() for _, rest in rows(group) for phrase in rest.split("|") if len(phrase.split()) == 1
    }


def test_every_group_names_its_source() -> None:
    assert set(RAW) == {*WORD_LISTS, *CLASSES, *BY_WORD, *PHRASES, "expansions"}
    assert [name for name, group in RAW.items() if len(group.get("source", "")) < 10] == []


@pytest.mark.parametrize("group", sorted(RAW))
def test_every_word_is_written_as_names_are_read(group: str) -> None:
    assert [(word, read(word)) for word in entries(group) if read(word) not in ([word], list(word))] == []


@pytest.mark.parametrize("group", [*WORD_LISTS, *BY_WORD, "expansions"])
def test_every_word_stands_once(group: str) -> None:
    assert [word for word, times in Counter(entries(group)).items() if times > 1] == []


@pytest.mark.parametrize("group", PHRASES)
def test_every_phrase_stands_once(group: str) -> None:
    phrases = Counter(tuple(phrase.split()) for _, rest in rows(group) for phrase in rest.split("|"))
    assert () not in phrases
    assert [phrase for phrase, times in phrases.items() if times > 1] == []


@pytest.mark.parametrize("group", CLASSES)
def test_a_class_has_two_members_at_least(group: str) -> None:
    assert [line for line in RAW[group]["classes"].splitlines() if line and len(set(line.split())) < 2] == []


PERSONS = ("particles", "kunya", "titles", "titles_after", "titles_or_names", "suffixes")


@pytest.mark.parametrize(("one", "other"), [*combinations(PERSONS, 2)])
def test_no_word_plays_two_parts_in_a_persons_name(one: str, other: str) -> None:
    # Mohammad is shortened to Md. before a name; an MD follows one. A PhD may do either.
    both = {"md", "phd"} if {one, other} == {"titles", "suffixes"} else set()
    assert set(entries(one)) & set(entries(other)) == both


def test_what_is_sometimes_a_particle_is_one() -> None:
    assert lexicon().particles_sometimes <= lexicon().particles


def test_a_short_form_is_no_particle_but_where_a_particle_may_be_a_name() -> None:
    known = lexicon()
    names = set(known.familiar) | set(known.equivalents)
    assert names & (known.particles - known.particles_sometimes) == set()
    assert names & (known.kunya | known.titles_after | known.suffixes | known.titles) <= {"md"}


THINGS = ("stop", "numbers", "roman", "abbreviations", "legal", "words", "places", "expansions")


@pytest.mark.parametrize(("one", "other"), [*combinations(THINGS, 2)])
def test_no_word_plays_two_parts_in_an_organisations_name(one: str, other: str) -> None:
    # The sign is also a word that may be left out.
    assert alone(one) & alone(other) <= {"&"}


def test_a_word_that_tells_little_tells_something() -> None:
    known = lexicon()
    assert known.generic & (known.stop | set(known.numbers) | set(known.roman)) == set()
    assert known.generic & set(known.abbreviations) == set()


def test_translations_of_a_generic_word_are_generic() -> None:
    known = lexicon()
    assert {"bank", "banque", "بانك", "daneshgah"} <= known.generic
    assert "missile" not in known.generic


def test_an_abbreviation_stands_for_a_word_that_is_not_itself_abbreviated() -> None:
    known = lexicon()
    assert [word for word in known.abbreviations.values() if word in known.abbreviations] == []
    assert [word for word in known.abbreviations.values() if read(word) not in ([word], list(word))] == []


def test_numbers_stand_for_digits() -> None:
    known = lexicon()
    assert all(digits.isdigit() for digits in (*known.numbers.values(), *known.roman.values()))


@pytest.mark.parametrize("group", ["legal", "words", "phrases"])
def test_a_class_goes_by_one_word(group: str) -> None:
    assert [name for name, _ in rows(group) if read(name) != [name]] == []


def test_phrases_are_of_a_class_of_words() -> None:
    known = lexicon()
    assert {name for name in known.phrases.values() if len(name) < 2} == set()
    assert max(map(len, known.phrases)) > 1


def test_the_longest_legal_phrase_is_found_whole() -> None:
    known = lexicon()
    for phrase in known.legal:
        assert known.legal.longest_at([*phrase, "zzyzx"]) == (known.legal[phrase], len(phrase))
    assert max(map(len, known.legal)) >= 5
    assert known.legal.longest_at(["zzyzx"]) == (None, 0)


def test_a_place_goes_by_the_code_of_a_country_or_an_english_name() -> None:
    names = {name for name, _ in rows("places")}
    codes = {name for name in names if len(name) == 2} - {"eu"}
    assert [code for code in codes if country_name(code) == code.upper()] == []
    assert [name for name in names - codes if name not in ("eu", "suhh") and tuple(name.split()) not in
            lexicon().places] == []  # fmt: skip


def test_what_is_seldom_a_place_is_no_place_of_ours() -> None:
    known = lexicon()
    assert [word for word in known.seldom_places if (word,) in known.places] == []


def test_acronyms_are_written_out_in_more_words_than_one() -> None:
    known = lexicon()
    assert [words for words in known.expansions.values() if len(words) < 2] == []
    assert [
        word
        for words in known.expansions.values()
        for word in words
        if read(word) not in ([word], list(word))
    ] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("william", "bill"),
        ("benjamin", "ben"),
        ("binyamin", "bibi"),
        ("theodore", "ted"),
        ("robert", "bob"),
        ("aleksandr", "sasha"),
        ("vladimir", "vova"),
        ("volodymyr", "vova"),
        ("jose", "pepe"),
        ("francisco", "paco"),
        ("giuseppe", "beppe"),
        ("hans", "johannes"),
        ("muhammad", "mohd"),
    ],
)
def test_a_name_and_its_short_form_share_a_class(one: str, other: str) -> None:
    assert lexicon().familiar[one] & lexicon().familiar[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [("william", "robert"), ("sasha", "misha"), ("kolya", "vova"), ("paco", "pepe"), ("ahmad", "muhammad")],
)
def test_other_names_share_none(one: str, other: str) -> None:
    known = lexicon()
    for classes in (known.familiar, known.equivalents):
        assert not classes.get(one, frozenset()) & classes.get(other, frozenset())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("vladimir", "volodymyr", True),
        ("mikhail", "mykhailo", True),
        ("dmitri", "dmytro", True),
        ("nikolai", "mykola", True),
        ("yosef", "joseph", True),
        ("jordi", "jorge", True),
        ("mehmet", "muhammad", True),
        # Muslims of that name are not called Joseph.
        ("yusuf", "joseph", False),
        ("ibrahim", "abraham", False),
        ("juan", "ivan", False),
    ],
)
def test_names_are_the_same_in_the_languages_their_bearers_live_in(one: str, other: str, same: bool) -> None:
    assert bool(lexicon().equivalents[one] & lexicon().equivalents[other]) is same


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Ltd.", "ltd"),
        ("Co., Ltd.", "ltd"),
        ("有限公司", "ltd"),
        ("LLC", "llc"),
        ("ООО", "llc"),
        ("Общество с ограниченной ответственностью", "llc"),
        ("Societatea cu Răspundere Limitată", "llc"),
        ("SRL", "llc"),
        ("GmbH", "llc"),
        ("Sp. z o.o.", "llc"),
        ("S. de R.L. de C.V.", "llc"),
        ("Limited Şirketi", "llc"),
        ("Oü", "llc"),
        ("ПАО", "jsc"),
        ("АО", "jsc"),
        ("A.S.", "jsc"),
        ("AB", "jsc"),
        ("ЗАО", "jsc"),
        ("Акционерное общество", "jsc"),
        ("Aktiengesellschaft", "jsc"),
        ("Sociedad Anónima", "jsc"),
        ("Anonim Şirketi", "jsc"),
        ("株式会社", "jsc"),
        ("주식회사", "jsc"),
        ("سهامی خاص", "jsc"),
        ('בע"מ', "ltd"),
        ("ذات مسؤولية محدودة", "llc"),
        ("المحدودة", "ltd"),
        ("股份有限公司", "jsc"),
        ("有限责任公司", "llc"),
        ("유한회사", "llc"),
        ("公司", "co"),
        ("회사", "co"),
        ("شركة", "co"),
        ("ФГУП", "unitary"),
        ("GmbH & Co. KG", "lp"),
    ],
)
def test_legal_forms_of_many_countries_are_known(written: str, form: str) -> None:
    assert lexicon().legal[tuple(read(written))] == form


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("банк", "bank"),
        ("بانک", "bank"),
        ("المصرف", "bank"),
        ("دانشگاه", "university"),
        ("وزارة", "ministry"),
        ("الإسلامية", "islamic"),
        ("صرافی", "exchange"),
        ("завод", "factory"),
        ("حركة", "movement"),
        ("بنیاد", "foundation"),
    ],
)
def test_words_of_organisations_go_by_their_english_name(written: str, name: str) -> None:
    assert [lexicon().words.get(word) for word in read(written)] == [name]


# As Chinese and Korean write them: the lexicon holds the syllables as they are read.
SYLLABLES = """
    bank 银行 은행
    trading 贸易 무역 进出口
    industry 工业 实业 공업 산업
    technology 科技 技术 기술
    group 集团 그룹 집단
    centre 中心 센터
    institute 研究院 研究所 연구소 연구원 学院
    university 大学 대학 대학교
    academy 科学院 과학원
    factory 工厂 공장
    electronics 电子 전자
    shipping 航运 海运 船务 해운
    aviation 航空
    international 国际 국제
    development 发展 개발
    investment 投资 투자
    energy 能源 에너지
    oil 石油 석유
    chemical 化工 化学 화학
    steel 钢铁 제강
    mining 矿业 광업
    insurance 保险 보험
    machinery 机械 기계
    logistics 物流 물류
    engineering 工程 공학
    construction 建设 건설
"""


@pytest.mark.parametrize("row", SYLLABLES.strip().splitlines())
def test_words_of_syllables_are_phrases(row: str) -> None:
    name, *written = row.split()
    assert {word: lexicon().phrases.get(tuple(read(word))) for word in written} == dict.fromkeys(
        written, name
    )


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Deutschland", "de"),
        ("Schweiz", "ch"),
        ("Méjico", "mx"),
        ("Россия", "ru"),
        ("ایران", "ir"),
        ("کوبا", "cu"),
        ("中国", "cn"),
        ("Wien", "vienna"),
        ("Hong Kong", "hk"),
        ("العراق", "iq"),
        ("دمشق", "damascus"),
        ("Macao", "mo"),
        ("al", None),
        ("Island", None),
        ("State's", None),
        ("can", None),
        ("Acme", None),
    ],
)
def test_places_are_known_by_what_languages_call_them(written: str, place: str | None) -> None:
    assert place_of(written) == place


def test_the_lexicon_is_read_once() -> None:
    assert lexicon() is lexicon()
