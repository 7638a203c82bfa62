"""Neighbouring tokens as one word: which there are, and what they meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.match.joining import asked_meets, meet, run_marks, runs_of, token_marks
from namesake.names.tokens import core_token, parse
from tests.laws.drawing import ADVERSARIAL, NAMES


def texts(name: str, *, person: bool = True) -> list[str]:
    return [run.text for run in runs_of(parse(name, person=person))]


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("Soleimani", []),
        ("Abd Allah", ["abdallah"]),
        ("Kim Jong Un", ["kimjong", "kimjongun", "jongun"]),
        # A particle between two parts may be written or left out, ...
        ("Jamal al-Din", ["jamalal", "jamalaldin", "jamaldin", "aldin"]),
        # ... and the family name stands last, wherever it was written.
        ("AL-DIN, Jamal", ["jamalal", "jamalaldin", "jamaldin", "aldin"]),
        ("van der Bilt", ["vander", "vanderbilt", "vanbilt", "derbilt"]),
        # Never across an initial, nor from one alphabet into another.
        ("Jamal J. Din", []),
        ("Jamal كريم", []),
        ("عبد الله", ["عبدالله"]),
        # Syllables are one word of another script where they are written together ...
        ("하산 알리", ["하산", "하산 알", "하산 알리", "산 알", "산 알리", "알리"]),
        # ... and no Korean's full name.
        ("재호 이", ["재 호", "재 호 이", "호 이"]),
        ("이재호", ["이 재", "이 재 호", "재 호"]),
        # Of what tells nothing there is no run.
        ("J. Ostrander R. Jr.", []),
        # Four words at most.
        (
            "Ab Cd Ef Gh Ij",
            ["abcd", "abcdef", "abcdefgh", "cdef", "cdefgh", "cdefghij", "efgh", "efghij", "ghij"],
        ),
        # Nor more letters than a word has.
        ("Abcdefghijklmn Opqrstuvwxyzabcd", []),
    ],
)
def test_two_to_four_neighbours_make_a_run(name: str, runs: list[str]) -> None:
    assert texts(name) == runs


def test_a_run_weighs_and_tells_what_its_words_do_together() -> None:
    name = parse("Jamal al-Din", person=True)
    for run in runs_of(name):
        part = name.tokens[run.start : run.end]
        assert (run.weight, run.bits) == (sum(t.weight for t in part), sum(t.bits for t in part))


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Ostrander Shipping Kontor", "osk"),
        ("The Ostrander Bank of Ruritania Ltd", "obr"),  # of what tells
        ("Ostrander Bank", None),  # two letters are too few
        ("Zab Zcd Zef Zgh Zij Zkl Zmn Zop", None),
        ("Ostrander Bank 7", None),
        ("Ostrander Банк Kontor", "obk"),  # Cyrillic is written in Latin letters here
        ("Ostrander بنك Kontor", None),
    ],
)
def test_the_first_letters_of_an_organisations_words_are_a_run(name: str, acronym: str | None) -> None:
    found = [run for run in runs_of(parse(name, person=False)) if run.acronym]
    assert [run.text for run in found] == ([acronym] if acronym else [])
    for run in found:
        assert (run.start, run.end) == (0, len(parse(name, person=False).tokens))
    assert not any(run.acronym for run in runs_of(parse(name, person=True)))


@pytest.mark.parametrize(
    ("words", "word", "together"),
    [
        ("Abd Allah", "abdallah", True),
        ("Abd Allah", "abdalla", True),  # spelled another way
        ("Abd Allah", "abdallat", False),
        ("Jong Un", "jongun", True),
        ("عبد الله", "عبدالله", True),
        ("Abd al Rahman", "عبدالرحمن", True),
        ("عبد الرحمن", "abdurrahman", True),
        ("김 정은", "kimjongun", True),
        ("이지후", "shahji", False),
        ("Jong Un", "정은", False),  # syllable by syllable they are tokens
        # Letters and digits are only themselves.
        ("S S", "s", False),
        ("7 7", "7", False),
        ("7 7", "77", True),
        ("1 2", "12", True),
        ("Ostrander Shipping", "os", False),
    ],
)
def test_a_run_meets_a_word_by_how_it_is_spelled(words: str, word: str, together: bool) -> None:
    runs = [run for run in runs_of(parse(words, person=False)) if not run.acronym]
    assert any(meet(run, core_token(word)) for run in runs) is together


@pytest.mark.parametrize(
    ("asked", "token", "together"),
    [
        ("하산", "hassan", True),
        ("정은", "jongun", True),
        ("정 은", "jongun", True),
        ("김 정은", "kimjongun", True),
        ("지후 이", "shahji", False),
        ("이지후", "shahji", False),
        ("재호 이", "guihua", False),
        ("하산 알리", "hasanali", True),  # which is how its syllables are spelled
    ],
)
def test_syllables_asked_about_are_a_foreign_word_only_where_they_are_written_as_one(
    asked: str, token: str, together: bool
) -> None:
    runs = runs_of(parse(asked, person=True))
    assert any(asked_meets(run.text, run.acronym, token) for run in runs) is together


@given(NAMES | ADVERSARIAL, NAMES | ADVERSARIAL, st.booleans())
def test_what_meets_shares_a_mark(one: str, other: str, person: bool) -> None:
    listed = parse(other, person=person)
    for run in runs_of(parse(one, person=person)):
        for token in listed.tokens:
            if meet(run, token):
                assert run_marks(run.text, run.acronym).intersection(token_marks(token.text))


@given(NAMES | ADVERSARIAL, st.booleans())
def test_a_run_is_of_neighbours_and_two_at_least(name: str, person: bool) -> None:
    parsed = parse(name, person=person)
    for run in runs_of(parsed):
        assert 0 <= run.start < run.start + 2 <= run.end <= len(parsed.tokens)
        assert any(token.tells for token in parsed.tokens[run.start : run.end])
        assert len(run.text) >= 2
