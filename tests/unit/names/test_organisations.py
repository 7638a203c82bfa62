"""Which part each word of an organisation's name plays, and what its short forms stand for."""

from __future__ import annotations

import pytest
from hypothesis import given

from namesake.names.organisations import organisation_tokens
from namesake.names.parts import Role
from namesake.names.writing import words_of
from tests.laws.drawing import ADVERSARIAL, NAMES

CORE, GENERIC, PLACE, NUMBER, INITIAL, SUFFIX, PARTICLE, STOP, LEGAL, TITLE = Role


def found(name: str) -> list[tuple[str, Role]]:
    return [(token.text, token.role) for token in organisation_tokens(name, list(words_of(name)))]


def role_of(word: str, name: str) -> Role:
    tokens = organisation_tokens(name, list(words_of(name)))
    (role,) = {token.role for token in tokens if token.shown == word}
    return role


@pytest.mark.parametrize(
    ("word", "name", "role"),
    [
        ("Syria", "Bank of Syria", PLACE),
        ("Iranian", "Iranian Zyx", PLACE),
        ("Deutsche", "Deutsche Bank", PLACE),
        ("Hong", "Hong Kong Zyx", PLACE),
        ("Kong", "Zyx (Hong Kong) Ltd", PLACE),
        ("Arabia", "Saudi Arabia Zyx", PLACE),
        ("Moskva", "Zyx Moskva", PLACE),
        ("Wien", "Wien Zyx", PLACE),
        ("ایران", "بانک ملی ایران", PLACE),
        # Somebody must be meant.
        ("Syria", "Syria", CORE),
        ("Hong", "Hong Kong", CORE),
    ],
)
def test_a_place_in_a_name_is_told_from_the_name_of_a_place(word: str, name: str, role: Role) -> None:
    assert role_of(word, name) is role


@pytest.mark.parametrize(
    ("word", "name", "role"),
    [
        ("The", "The Zyx", STOP),
        ("La", "La Zyx", STOP),
        ("of", "Zyx of Iran", STOP),
        ("No", "Zyx No. 5", STOP),
        # A preposition with which a name begins is part of it.
        ("Con", "Con Traffic", CORE),
        ("Con", "Zyx Con Traffic", STOP),
        ("Bank", "Bank of Syria", GENERIC),
        ("Group", "Zyx Group", GENERIC),
        ("банк", "Зикс банк", GENERIC),
    ],
)
def test_what_many_names_have_tells_little(word: str, name: str, role: Role) -> None:
    assert role_of(word, name) is role


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("PLO Office", ["palestine", "liberation", "organization", "office"]),
        ("PLO", ["plo"]),  # alone it is the name
        ("Plo Office", ["plo", "office"]),  # not an acronym
        ("Zyx Trdg", ["zyx", "trading"]),
        ("Zyx Comm Grp", ["zyx", "communications", "group"]),
        ("Zyx Tech & Srvces", ["zyx", "technology", "and", "services"]),
        ("Zyx Imp/Exp", ["zyx", "import", "export"]),
        ("Zyx's", ["zyx"]),
    ],
)
def test_short_forms_are_written_out(name: str, written: list[str]) -> None:
    assert [text for text, _ in found(name)] == written


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Zyx II", "2"),
        ("Sea Star XIV", "14"),
        ("Second Zyx", "2"),
        ("2nd Zyx", "2"),
        ("Zyx Seven", "7"),
        ("Zyx 558", "558"),
    ],
)
def test_numbers_are_digits_however_written(name: str, number: str) -> None:
    assert (number, NUMBER) in found(name)


@pytest.mark.parametrize("name", ["Zyx ii", "Zyx Mix"])
def test_small_letters_and_words_are_no_roman_numerals(name: str) -> None:
    assert NUMBER not in {role for _, role in found(name)}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Zyx JOINT STOCK COMPAN", "jsc"),
        ("Zyx JOINT STOCK CO", "jsc"),
        ("Zyx Gesellschaft mit beschränkter Haft", "llc"),
        ("Zyx Общество с ограниченной ответственн", "llc"),
        ("Zyx S.A.", "jsc"),
        ("Zyx S A", "jsc"),
        ("Zyx GmbH & Co. KG", "lp"),
    ],
)
def test_a_legal_form_is_one_token_even_when_cut(name: str, form: str) -> None:
    assert found(name) == [("zyx", CORE), (form, LEGAL)]


@pytest.mark.parametrize("name", ["Zyx Limited Liability Comp", "Zyx Private Limited Comp", "Zyx Co Lt"])
def test_a_cut_form_is_found_though_a_shorter_one_begins_it(name: str) -> None:
    assert [text for text, role in found(name) if role is not LEGAL] == ["zyx"]


@pytest.mark.xfail(reason="ordinals are known up to a few, written out or not")
def test_an_ordinal_in_digits_is_a_number() -> None:
    assert found("558th Zyx") == [("558", NUMBER), ("zyx", CORE)]


@pytest.mark.parametrize("name", ["Ltd", "GmbH", "公司", "ООО"])
def test_a_legal_form_alone_is_the_name(name: str) -> None:
    assert LEGAL not in {role for _, role in found(name)}


@given(NAMES | ADVERSARIAL)
def test_tokens_come_in_the_order_of_the_words(name: str) -> None:
    tokens = organisation_tokens(name, list(words_of(name)))
    place = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is None or before.shown != token.shown:
            place = name.index(token.shown, place)
    assert bool(tokens) == any(True for _ in words_of(name))
