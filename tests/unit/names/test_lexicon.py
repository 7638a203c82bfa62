"""The word lists are written as names are read, and no list contradicts another."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from namesake.names.lexicon import lexicon
from namesake.names.writing import words_of

RAW: dict[str, Any] = tomllib.loads(
    files("namesake.names").joinpath("lexicon.toml").read_text(encoding="utf-8")
)
WORD_LISTS = ("particles", "titles", "suffixes", "stop", "generic")


def read(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


@pytest.mark.parametrize("name", WORD_LISTS)
def test_each_entry_of_a_word_list_is_read_as_one_word(name: str) -> None:
    entries = RAW[name]["words"].split()
    assert [len(read(entry)) for entry in entries] == [1] * len(entries)
    assert getattr(lexicon(), name) == {read(entry)[0] for entry in entries}


@pytest.mark.parametrize("name", ["numbers", "abbreviations"])
def test_short_forms_and_what_they_stand_for_are_written_as_names_are_read(name: str) -> None:
    for short, word in RAW[name].items():
        assert read(short) == [short]
        assert read(word) == [word]


def test_an_abbreviation_stands_for_a_word_that_is_not_itself_abbreviated() -> None:
    short_forms = lexicon().abbreviations
    assert [word for word in short_forms.values() if word in short_forms] == []


def test_number_words_stand_for_digits() -> None:
    assert all(digits.isdigit() for digits in lexicon().numbers.values())


def test_no_word_plays_two_parts_in_a_persons_name() -> None:
    known = lexicon()
    assert known.particles & known.titles == set()
    assert known.particles & known.suffixes == set()
    # Mohammad is shortened to Md. before a name; an MD follows one.
    assert known.titles & known.suffixes == {"md", "phd"}


def test_no_word_of_an_organisation_is_both_passed_over_and_its_legal_form() -> None:
    known = lexicon()
    assert known.stop & known.generic == set()
    assert {form for form in known.legal if len(form) == 1 and form[0] in known.stop} == set()


def test_every_legal_phrase_belongs_to_one_form() -> None:
    forms: dict[tuple[str, ...], set[str]] = {}
    for form, phrases in RAW["legal"].items():
        for phrase in phrases.split("|"):
            words = tuple(read(phrase))
            assert words
            forms.setdefault(words, set()).add(form)
    assert {words: found for words, found in forms.items() if len(found) > 1} == {}
    assert lexicon().legal == {words: next(iter(found)) for words, found in forms.items()}


def test_a_legal_form_is_known_by_its_own_name() -> None:
    known = lexicon()
    assert [form for form in set(known.legal.values()) if len(read(form)) != 1] == []


def test_the_longest_legal_phrase_is_found_whole() -> None:
    known = lexicon()
    assert known.longest_legal == max(map(len, known.legal))
    assert known.longest_legal >= 5


@pytest.mark.parametrize(
    "phrase",
    [
        "Ltd.",
        "LLC",
        "ООО",
        "Общество с ограниченной ответственностью",
        "ПАО",
        "ЗАО",
        "GmbH",
        "Sp. z o.o.",
        "S. de R.L. de C.V.",
        "Aktiengesellschaft",
        "Sociedad Anónima",
        "Anonim Şirketi",
        "Oü",
    ],
)
def test_legal_forms_of_many_countries_are_known(phrase: str) -> None:
    from namesake.names.tokens import Role, parse

    roles = [token.role for token in parse(f"Zyx {phrase}", person=False).tokens]
    assert roles == [Role.CORE, Role.LEGAL]


def test_the_lexicon_is_read_once() -> None:
    assert lexicon() is lexicon()
