"""A name taken apart: which part each word plays and how much it weighs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.index import kernels
from namesake.names.parts import HEAVIEST, LIGHTEST_CORE, MOST
from namesake.names.rarity import RAREST
from namesake.names.tokens import AGAIN, MOST_TOKENS, WEIGHTS, Parsed, Role, core_token, parse
from namesake.names.writing import words_of
from tests.laws.drawing import ADVERSARIAL, NAMES

CORE, GENERIC, PLACE, NUMBER, INITIAL, SUFFIX, PARTICLE, STOP, LEGAL, TITLE = Role
LETTERS = {
    CORE: "C",
    GENERIC: "G",
    PLACE: "P",
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
        ("AL-FAYYADH, Falih", "CpC"),
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
        ("AL-SHEIKH, Omar", "CpC"),
        ("Dr. SMITH, John", "CtC"),  # somebody called Smith stands before the comma, so Dr. is a title
        ("SMITH, Dr. John", "tCC"),
        ("King, Jr., Martin Luther", "CCCC"),
        ("KING Jr., Martin Luther", "CCCS"),
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
        ("DANDONG RICH EARTH TRADING CO., LTD.", "PCCGL"),
        ("Bank of Syria and Overseas", "GsPsC"),
        ("Smith & Sons", "CsC"),
        ("PRIVATE JOINT-STOCK COMPANY MAKO HOLDING", "LCG"),
        ("Sdn Bhd", "CL"),
        ("The Company Ltd", "CCC"),
        ("KATA'IB HIZBALLAH", "CC"),
        ("HWANG GUM SAN 2", "CCCN"),
        ("South Hill Two", "CCN"),
        ("First Bank", "NG"),
        ("奥 公司", "CL"),  # read "ao", which is no joint-stock company here
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
        ("ZRGC-Q.F.", ["zrgc", "qf"]),
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


@pytest.mark.parametrize("name", ["South Hill II", "IRGC Qods Force", "Zyx III Bank"])
def test_an_organisations_name_in_small_letters_is_read_as_in_capitals(name: str) -> None:
    assert texts(name.lower(), person=False) == texts(name.upper(), person=False)
    assert roles(parse(name.lower(), person=False)) == roles(parse(name.upper(), person=False))


@pytest.mark.parametrize("name", ["The Co.", "J. R.", "Al", "Dr. von", "Ltd", "of the", "& &", "Mr. J"])
def test_a_name_made_of_trimmings_only_is_what_they_are(name: str) -> None:
    for person in (True, False):
        parsed = parse(name, person=person)
        assert parsed.tokens
        assert any(token.tells for token in parsed.tokens)
        assert parsed.weight > 0


@pytest.mark.parametrize("name", ["", "  ", "---", "!?", "\u0301"])
def test_a_name_without_a_word_has_no_tokens(name: str) -> None:
    assert parse(name, person=True) == Parsed(name, True, (), 0, -1)
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


@pytest.mark.parametrize(
    ("name", "words", "last"),
    [
        ("Qasem Soleimani", ["Qasem", "Soleimani"], 1),
        # The family name before a comma is moved to the end; what was written last is then no longer last.
        ("SOLEIMANI, Qasem", ["Qasem", "SOLEIMANI"], 0),
        ("AL-DIN, Jamal", ["Jamal", "AL", "DIN"], 0),
        ("CABELLO RONDON, Jose David", ["Jose", "David", "CABELLO", "RONDON"], 1),
        ("Dr. SMITH, John", ["John", "Dr", "SMITH"], 0),
        ("KING, Martin, Luther", ["Martin", "Luther", "KING"], 1),
        ("PEREZ, J.", ["PEREZ", "J"], 1),  # nothing behind the comma that could be a given name
        ("PEREZ,", ["PEREZ"], 0),
        (", PEREZ", ["PEREZ"], 0),
        ("", [], -1),
    ],
)
def test_a_persons_family_name_before_a_comma_comes_last(name: str, words: list[str], last: int) -> None:
    parsed = parse(name, person=True)
    assert [token.shown for token in parsed.tokens] == words
    assert parsed.last == last


def test_an_organisations_words_stay_where_they_are() -> None:
    parsed = parse("Zyx, Trading and Shipping", person=False)
    assert [token.shown for token in parsed.tokens] == ["Zyx", "Trading", "and", "Shipping"]
    assert parsed.last == 3


def test_a_rare_word_weighs_more_than_a_common_one_and_a_title_nothing() -> None:
    common, rare = core_token("muhammad"), core_token("zzyzx")
    assert LIGHTEST_CORE <= common.weight < rare.weight == HEAVIEST
    assert rare.bits == round(10 * RAREST)
    title, *_ = parse("Dr. Zzyzx", person=True).tokens
    assert (title.role, title.weight, title.bits) == (TITLE, 0, 0)
    assert all(weight < common.weight for role, weight in WEIGHTS.items() if role is not NUMBER)


@pytest.mark.parametrize("text", ["zzyzxgroup", "group", "company"])
def test_a_word_that_many_could_carry_weighs_no_more_than_it_may(text: str) -> None:
    for token in parse(f"Zyx {text}", person=False).tokens:
        if token.role in MOST:
            assert token.weight <= MOST[token.role][0]
            assert token.bits <= MOST[token.role][1]


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Shoigu Shoigu Sergey", [False, True, False]),
        ("SHOIGU, Shoigu Sergey", [False, False, False]),  # moved to the end it is no neighbour any more
        ("SHOIGU, Sergey Shoigu", [False, False, True]),
        ("Ali Hassan Ali", [False, False, False]),  # a grandfather's name
        ("Ali Ali Ali", [False, True, True]),
        ("7 7 Zyx", [False, False, False]),  # numbers are no slip of the pen
    ],
)
def test_a_word_just_written_weighs_hardly_anything(name: str, again: list[bool]) -> None:
    found = parse(name, person=True).tokens
    assert [token.weight <= AGAIN and token.bits <= AGAIN for token in found] == again


def test_two_letters_cannot_be_rare() -> None:
    assert core_token("xq").bits < core_token("xqz").bits < 10 * RAREST


def test_tokens_show_the_name_as_it_was_given() -> None:
    parsed = parse("Dr. Kata’ib,  Co., Ltd.", person=False)
    assert [token.shown for token in parsed.tokens] == ["Dr", "Kata’ib", "Co., Ltd"]


@given(st.text(max_size=60), st.booleans())
def test_any_text_has_tokens_that_add_up(text: str, person: bool) -> None:
    parsed = parse(text, person=person)
    assert parsed.weight == sum(token.weight for token in parsed.tokens)
    assert bool(parsed.tokens) == any(True for _ in words_of(text))
    assert -1 <= parsed.last < len(parsed.tokens) <= MOST_TOKENS
    for token in parsed.tokens:
        assert token.text
        assert token.shown
        assert token.shown in text
        assert 0 <= token.weight <= HEAVIEST
        assert 0 <= token.bits <= 10 * RAREST
        assert token.tells or token.bits == 0
    _weighs_what_the_search_counts_on(parsed)


@given(NAMES | ADVERSARIAL, st.booleans())
@example("Amir J.", True)
@example("Sultan Sultan", True)
def test_no_name_weighs_less_than_the_search_counts_on(name: str, person: bool) -> None:
    _weighs_what_the_search_counts_on(parse(name, person=person))


def _weighs_what_the_search_counts_on(parsed: Parsed) -> None:
    weights = [token.weight for token in parsed.tokens if token.tells]
    assert bool(weights) == bool(parsed.tokens)
    assert all(weight >= kernels._LIGHTEST for weight in weights)
    for token in parsed.tokens:
        if token.role in (CORE, GENERIC, PLACE):
            steps = (token.weight - kernels._LIGHTEST) // kernels._STEP
            assert token.bits <= kernels._BITS_OF_LIGHTEST + steps * kernels._BITS_OF_STEP
