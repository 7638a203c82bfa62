"""Which part each word of a person's name plays."""

from __future__ import annotations

import pytest
from hypothesis import given

from namesake.names.parts import Role, Token
from namesake.names.persons import person_tokens
from namesake.names.tokens import parse
from namesake.names.writing import words_of
from tests.laws.drawing import ADVERSARIAL, NAMES

CORE, GENERIC, PLACE, NUMBER, INITIAL, SUFFIX, PARTICLE, STOP, LEGAL, TITLE = Role


def tokens_of(name: str) -> tuple[list[Token], int]:
    return person_tokens(name, list(words_of(name)))


def role_of(word: str, name: str) -> Role:
    (token,) = (token for token in tokens_of(name)[0] if token.shown == word)
    return token.role


@pytest.mark.parametrize(
    ("word", "name", "role"),
    [
        # Names too: a title at the beginning only, and even there it tells a little.
        ("Amir", "Amir Motaqi", GENERIC),
        ("Khan", "Amir Khan Motaqi", GENERIC),
        ("Sultan", "Sultan Hashim Ahmad", GENERIC),
        ("Imam", "Imam Ali", GENERIC),
        ("Imam", "Ali Imam", CORE),
        ("Khan", "Hassan Khan", CORE),
        ("Khan", "Haji Khan", CORE),  # somebody must be meant
        ("Prince", "Prince", CORE),
        ("SULTAN", "SULTAN, Hashim", CORE),  # before a comma stands the family name
        ("Pope", "Pope Francis", GENERIC),
        # Nobody's name.
        ("Sheikh", "Sheikh Hasina Wajed", TITLE),
        ("Haji", "Haji Khan", TITLE),
        ("Haji", "Haji", CORE),
        ("Dr", "Dr. Khan", TITLE),
        ("Md", "Md Rahman", TITLE),
        ("الشيخ", "الشيخ حسن", TITLE),
        # Behind the name.
        ("Efendi", "Osman Efendi", GENERIC),
        ("Sahib", "Rahman Sahib", GENERIC),
        ("Akhund", "Mohammad Aman Akhund", GENERIC),
        ("Akhund", "Akhund", CORE),
        ("Akhund", "Sayyid Akhund", CORE),  # behind nothing but titles
        ("Sayyid", "Sayyid Akhund", GENERIC),
        ("Maulavi", "Maulavi Akhund, Hassan", TITLE),
        ("Akhund", "Maulavi Akhund, Hassan", CORE),
        ("MALIK", "MALIK SHAH, Ali", CORE),
        ("SHAH", "MALIK SHAH, Ali", CORE),
        ("Prof", "Prof. SAYYED, Jamil", TITLE),
        ("SAYYED", "Prof. SAYYED, Jamil", CORE),
        # A letter may be all of a family name; with a full stop it is an initial.
        ("Maulavi", "Maulavi O, Yong Ho", TITLE),
        ("O", "Maulavi O, Yong Ho", INITIAL),
        ("KING", "KING J., Stephen", CORE),
        ("KBE", "Sir John Smith KBE", SUFFIX),
        ("III", "Smith III, John", SUFFIX),
        ("Md", "Rahman Md", SUFFIX),
    ],
)
def test_a_title_that_may_be_a_name_is_told_by_its_place(word: str, name: str, role: Role) -> None:
    assert role_of(word, name) is role


@pytest.mark.parametrize("name", ["Amir Motaqi", "Sultan Hashim", "Rahman Sahib", "Pope Francis"])
def test_a_title_that_may_be_a_name_tells_a_little(name: str) -> None:
    tokens, _ = tokens_of(name)
    (title,) = (token for token in tokens if token.role is GENERIC)
    assert title.tells
    assert 0 < title.weight < min(token.weight for token in tokens if token.role is CORE)
    assert 0 < title.bits < min(token.bits for token in tokens if token.role is CORE)


@pytest.mark.parametrize(
    ("word", "name", "role"),
    [
        # Always particles between names.
        ("bin", "Usama bin Laden", PARTICLE),
        ("oglu", "Ali oglu Hasan", PARTICLE),
        ("von", "Ursula von Leyen", PARTICLE),
        ("بن", "محمد بن سلمان", PARTICLE),
        # Names elsewhere: particles only between other words.
        ("Van", "Nguyen Van Thanh", PARTICLE),
        ("Van", "Van Nguyen", CORE),
        ("Le", "Le Van", CORE),
        ("LE", "LE DUC, Anh", CORE),
        ("Du", "Du Plessis", CORE),
        ("du", "Jean du Plessis", PARTICLE),
        ("Do", "Do Park", CORE),
        ("Ben", "Zine Ben Ali", PARTICLE),
        ("Ben", "Ben Ali", CORE),
        ("Ben", "Ali Ben", CORE),
        ("Bin", "XU, Bin", CORE),  # the last word is a name, whatever it is
        # The Arabic article is one at the beginning too.
        ("Al", "Al Rahman", PARTICLE),
        ("Al", "Gore Al", CORE),
        # One letter joins where it is small or all is, and stands for a name where it is a capital.
        ("e", "Costa e Silva", PARTICLE),
        ("E", "COSTA E SILVA", PARTICLE),
        ("E", "Costa E Silva", INITIAL),
        ("y", "Ortega y Gasset", PARTICLE),
        ("Y", "Ortega Y. Gasset", INITIAL),
        ("Y", "Y. Prigozhin", INITIAL),
    ],
)
def test_a_particle_joins_names(word: str, name: str, role: Role) -> None:
    assert role_of(word, name) is role


@pytest.mark.parametrize(
    ("name", "bound"),
    [
        ("김정은", [False, True, True]),
        ("김 정은", [False, False, True]),
        ("Kim 정은", [False, False, True]),
        ("马 晓红", [False, False, True]),
        ("李Wei", [False, False]),
        ("정은 Kim", [False, True, False]),
        ("김, 정은", [False, True, False]),  # moved to the end it is written on to nothing
        ("Jong Un", [False, False]),
        ("حسن علي", [False, False]),
    ],
)
def test_a_syllable_written_on_to_another_is_bound_to_it(name: str, bound: list[bool]) -> None:
    assert [token.bound for token in tokens_of(name)[0]] == bound


@pytest.mark.parametrize(
    ("name", "words", "family"),
    [
        ("AL-DIN, Jamal", ["Jamal", "AL", "DIN"], 2),
        ("Smith III, John", ["John", "Smith", "III"], 2),
        ("Berg, Jan van den", ["Jan", "van", "den", "Berg"], 1),
        ("SMITH, J. R.", ["SMITH", "J", "R"], 0),  # nothing behind the comma that could be a given name
        ("Ali Hassan", ["Ali", "Hassan"], 0),
        ("", [], 0),
    ],
)
def test_what_stands_before_a_comma_is_moved_behind_the_rest(
    name: str, words: list[str], family: int
) -> None:
    tokens, moved = tokens_of(name)
    assert [token.shown for token in tokens] == words
    assert moved == family


@given(NAMES | ADVERSARIAL)
def test_every_word_has_one_token(name: str) -> None:
    words = list(words_of(name))
    tokens, family = person_tokens(name, words)
    assert sorted(token.text for token in tokens) == sorted(word.text for word in words)
    assert 0 <= family <= len(words)


@given(NAMES)
def test_no_name_of_a_person_has_parts_of_an_organisations(name: str) -> None:
    assert not {PLACE, STOP, LEGAL} & {token.role for token in parse(name, person=True).tokens}
