"""A name taken apart: which part each word plays and how much it weighs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.names.rarity import RAREST
from namesake.names.tokens import LIGHTEST_CORE, MOST_TOKENS, WEIGHTS, Parsed, Role, core_token, parse
from namesake.names.writing import words_of

CORE, GENERIC, NUMBER, INITIAL, SUFFIX, PARTICLE, STOP, LEGAL, TITLE = Role
LETTERS = {
    CORE: "C",
    GENERIC: "G",
    NUMBER: "N",
    INITIAL: "I",
    SUFFIX: "S",
    PARTICLE: "p",
    STOP: "s",
    LEGAL: "L",
    TITLE: "t",
}


def roles(parsed: Parsed) -> str:
    return "".join(LETTERS[token.role] for token in parsed.tokens)


def texts(name: str, *, person: bool) -> list[str]:
    return [token.text for token in parse(name, person=person).tokens]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("SOLEIMANI, Qasem", "CC"),
        ("AL-FAYYADH, Falih", "pCC"),
        ("Usama bin Laden", "CpC"),
        ("Ursula von der Leyen", "CppC"),
        ("General Qasem Soleimani", "tCC"),
        ("His Excellency President Bashar al-Assad", "tttCpC"),
        ("Al-Sheikh Hassan", "ptC"),
        ("Sheikh", "C"),
        ("Mr. President", "tC"),
        ("Hassan the General", "CCC"),  # a title inside is no title: it may be a name
        ("KING, Stephen", "CC"),
        ("PRINCE, Charles", "CC"),
        ("AL-SHEIKH, Omar", "pCC"),
        ("Dr. SMITH, John", "tCC"),  # somebody called Smith stands before the comma, so Dr. is a title
        ("SMITH, Dr. John", "CtC"),
        ("King, Jr., Martin Luther", "CCCC"),
        ("KING Jr., Martin Luther", "CSCC"),
        ("Martin Luther King Jr.", "CCCS"),
        ("Neto, João", "CC"),
        ("John Smith PhD", "CCS"),
        ("Dr. John Smith MD", "tCCS"),
        ("Md. Rahman", "tC"),
        ("J. Smith", "IC"),
        ("Ivanov, I. P.", "CII"),
        ("I. Ivanov", "IC"),  # not the Catalan "and"
        ("E. Silva", "IC"),
        ("Costa e Silva", "CpC"),
        ("José Ortega y Gasset", "CCpC"),
        ("Y. Prigozhin", "IC"),
        ("Ю. Сурков", "IC"),  # one letter, two in Latin
        ("Щ. Х. Петров", "IIC"),
        ("Ali 2", "CN"),
        ("Kim Jong Un", "CCC"),
        ("김정은", "CCC"),
        ("이동욱", "CCC"),  # 이 is Lee, not Spanish "and"
        ("오 아라", "CCC"),
        ("德 安", "CC"),
        ("الشيخ حسن بن علي", "tCpC"),
        ("محمد ع", "CC"),
    ],
)
def test_the_words_of_a_persons_name_play_their_parts(name: str, wanted: str) -> None:
    assert roles(parse(name, person=True)) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("M INVEST, OOO", "CCL"),
        ("OOO M Invest", "LCC"),
        ("ROSOBORONEKSPORT OAO", "CL"),
        ("DANDONG RICH EARTH TRADING CO., LTD.", "CCCGL"),
        ("Bank of Syria and Overseas", "GsCsC"),
        ("Smith & Sons", "CsC"),
        ("PRIVATE JOINT-STOCK COMPANY MAKO HOLDING", "LCG"),
        ("Sdn Bhd", "CL"),
        ("The Company Ltd", "CCC"),
        ("KATA'IB HIZBALLAH", "CC"),
        ("HWANG GUM SAN 2", "CCCN"),
        ("South Hill Two", "CCN"),
        ("First Bank", "NG"),
        ("奥 公司", "CCC"),  # read "ao", which is no joint-stock company here
        ("第3集", "CNC"),
        ("Общество с ограниченной ответственностью Ромашка", "LC"),
        ("Ромашка, ТОВ", "CL"),
    ],
)
def test_the_words_of_an_organisations_name_play_their_parts(name: str, wanted: str) -> None:
    assert roles(parse(name, person=False)) == wanted


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("I.R.I.S.L. Group", ["irisl", "group"]),
        ("IRGC-Q.F.", ["irgc", "qf"]),
        ("Acme S.A.", ["acme", "jsc"]),
        ("Acme L.L.C.", ["acme", "llc"]),
        ("Acme, Sp. z o.o.", ["acme", "llc"]),
        ("U. S. Steel", ["u", "s", "steel"]),
        ("J.R.Smith", ["jr", "smith"]),
    ],
)
def test_letters_with_full_stops_are_one_acronym(name: str, words: list[str]) -> None:
    assert texts(name, person=False) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zyx Ltd.", "Zyx Limited"),
        ("Zyx Intl Svcs", "Zyx International Services"),
        ("Zyx Industries", "Zyx Industrial"),
        ("Second Zyx", "2nd Zyx"),
        ("Zyx & Abc", "Zyx and Abc"),
        ("Zyx OOO", "Zyx GmbH"),
    ],
)
def test_short_forms_are_read_as_what_they_stand_for(one: str, other: str) -> None:
    assert texts(one, person=False) == texts(other, person=False)


@pytest.mark.parametrize("name", ["The Co.", "J. R.", "Al", "Dr. von", "Ltd", "of the", "& &", "Mr. J"])
def test_a_name_made_of_trimmings_only_is_what_they_are(name: str) -> None:
    for person in (True, False):
        parsed = parse(name, person=person)
        assert parsed.tokens
        assert any(token.tells for token in parsed.tokens)
        assert parsed.weight > 0


@pytest.mark.parametrize("name", ["", "  ", "---", "!?", "\u0301"])
def test_a_name_without_a_word_has_no_tokens(name: str) -> None:
    assert parse(name, person=True) == Parsed(name, True, (), 0)
    assert parse(name, person=False).key == ""


def test_a_very_long_name_is_cut() -> None:
    name = " ".join(f"name{number}" for number in range(500))
    assert len(parse(name, person=True).tokens) == MOST_TOKENS
    assert len(parse(name, person=False).tokens) == MOST_TOKENS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SOLEIMANI, Qasem", "Qasem Soleimani"),
        ("General Qasem al-Soleimani", "Qasem Soleimani"),
        ("Qasem  Soleimani Jr.", "Soleimani Qasem"),
    ],
)
def test_the_key_is_equal_for_names_that_differ_in_order_and_trimmings(one: str, other: str) -> None:
    assert parse(one, person=True).key == parse(other, person=True).key


def test_the_key_differs_where_a_telling_word_does() -> None:
    assert parse("Gold Star 3", person=False).key != parse("Gold Star 2", person=False).key


def test_a_rare_word_weighs_more_than_a_common_one_and_a_title_nothing() -> None:
    common, rare = core_token("muhammad", False), core_token("zzyzx", False)
    assert LIGHTEST_CORE < common.weight < rare.weight == 1.0
    assert rare.bits == RAREST
    title, *_ = parse("Dr. Zzyzx", person=True).tokens
    assert (title.role, title.weight, title.bits) == (TITLE, 0.0, 0.0)
    assert all(weight < common.weight for role, weight in WEIGHTS.items() if role is not NUMBER)


def test_two_letters_cannot_be_rare() -> None:
    assert core_token("xq", False).bits < core_token("xqz", False).bits < RAREST


def test_tokens_show_the_name_as_it_was_given() -> None:
    parsed = parse("Dr. Kata’ib,  Co., Ltd.", person=False)
    assert [token.shown for token in parsed.tokens] == ["Dr", "Kata’ib", "Co., Ltd"]


@given(st.text(max_size=60), st.booleans())
def test_any_text_has_tokens_that_add_up(text: str, person: bool) -> None:
    parsed = parse(text, person=person)
    assert parsed.weight == pytest.approx(sum(token.weight for token in parsed.tokens))
    assert bool(parsed.tokens) == any(True for _ in words_of(text))
    for token in parsed.tokens:
        assert token.text
        assert token.shown
        assert token.shown in text
        assert 0 <= token.weight <= 1
        assert 0 <= token.bits <= RAREST
        assert token.tells or token.bits == 0
