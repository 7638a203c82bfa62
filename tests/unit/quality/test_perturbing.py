"""Each way of spelling a name otherwise: what it may make of a name, and that a seed repeats it."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from namesake.quality.perturbing import PERTURBATIONS, VARIANTS, Perturbation, variants

BY_TITLE = {one.title: one for one in PERTURBATIONS}
BORODIN, AL_SADI = "BORODIN, Ivan Petrovich", "Ali Hassan AL-SA'DI"


def _all_made(title: str, name: str) -> set[str]:
    """Everything that chance makes of it, more or less."""
    chance = random.Random(5)
    return {made for _ in range(400) if (made := BY_TITLE[title].way(chance, name)) is not None}


# Class, listed name, all that may come of it.
WHOLE: tuple[tuple[str, str, set[str]], ...] = (
    ("particle dropped", AL_SADI, {"Ali Hassan SA'DI"}),
    ("particle dropped", "Omar bin Ali al-Masri", {"Omar Ali al-Masri", "Omar bin Ali Masri"}),
    ("particle dropped", "LE, Van Duc", {"LE, Duc"}),
    ("particle dropped", "DE LA CRUZ, Juan", {"LA CRUZ, Juan", "DE CRUZ, Juan"}),
    ("accents stripped", "Łukasz Gómez Ağa", {"Lukasz Gomez Aga"}),
    ("accents stripped", "Сергей Gómez", {"Сергей Gomez"}),
    ("order of words", "BORODIN, Ivan", {"Ivan BORODIN"}),
    ("order of words", "Ali AL-MASRI", {"AL-MASRI Ali"}),
    ("another romanisation", "Qasem", {"Kasem", "Qasim", "Kassem", "Qassem", "Kasim"}),
    ("another romanisation", "Nureddine", {"Nuruddin"}),
    ("another romanisation", "Enrique", set()),
    ("another romanisation", "Zhang", {"Chang"}),
    ("another romanisation", "Yelena Tsvetkova", {"Elena Tsvetkova", "Yelena Cvetkova"}),
    ("another romanisation", "JOSE VLADIMIR", set()),
    ("letter doubled", "Omar", {"OOmar", "Ommar", "Omaar", "Omarr"}),
    ("letters transposed", "Omar", {"mOar", "Oamr", "Omra"}),
    ("middle word dropped", BORODIN, {"BORODIN, Ivan"}),
    ("middle word dropped", "Ali Hassan Omar Saleh", {"Ali Omar Saleh", "Ali Hassan Saleh"}),
    ("middle word dropped", "Omar bin Ali al-Masri", {"Omar al-Masri"}),
    ("words joined", BORODIN, {"BORODIN, IvanPetrovich"}),
    ("words joined", "BORODIN, Ivan", {"IvanBORODIN"}),
    ("word split", "Omar Salem", {"Omar Sa lem", "Omar Sal em"}),
    ("last word truncated", BORODIN, {"BORODIN, Ivan Petro"}),
    ("last word truncated", "Ivan Gross", {"Ivan Gro"}),
    ("vowels dropped", "Ali Osama", {"Ali Osm"}),
    ("given names to initials", "Ivan Petrovich BORODIN", {"I P BORODIN", "I. P. BORODIN"}),
    (
        "given names to initials",
        "AL-SA'DI, Omar",
        {"AL-SA'DI, O.", "AL-SA'DI, O", "O. AL-SA'DI", "O AL-SA'DI"},
    ),
)

# Class, and a name it has no say in.
SILENT = (
    ("look-alike letters", "Фёдор"),
    ("order of words", "Osama"),
    ("particle dropped", "Ivan Borodin"),
    ("particle dropped", "Do Kim Chol"),
    ("accents stripped", "Ivan Borodin"),
    ("keyboard typo", "Kim Jong Un"),
    ("middle word dropped", "Ivan Borodin"),
    ("words joined", "Osama"),
    ("word split", "Omar"),
    ("last word truncated", "Kim Jong Un"),
    ("given names to initials", "Osama"),
    ("misread by a scanner", "Фёдор"),
)


@pytest.mark.parametrize(("title", "name", "made"), WHOLE)
def test_a_perturbation_makes_what_its_title_says(title: str, name: str, made: set[str]) -> None:
    assert _all_made(title, name) - {name} == made


@pytest.mark.parametrize(("title", "name"), SILENT)
def test_where_a_perturbation_does_not_apply_it_says_so(title: str, name: str) -> None:
    assert _all_made(title, name) == set()


def test_look_alikes_differ_in_two_letters_of_another_alphabet() -> None:
    for made in _all_made("look-alike letters", BORODIN):
        changed = [new for new, old in zip(made, BORODIN, strict=True) if new != old]
        assert len(changed) == 2
        assert all(unicodedata.name(char).split()[0] in ("CYRILLIC", "GREEK") for char in changed)


def test_invisible_characters_leave_the_letters_as_they_are() -> None:
    for made in _all_made("invisible characters", BORODIN):
        assert len(made) == len(BORODIN) + 2
        assert "".join(char for char in made if char in BORODIN) == BORODIN


def test_punctuation_leaves_the_letters_as_they_are() -> None:
    for made in _all_made("punctuation", AL_SADI):
        assert re.sub("[^A-Za-z]", "", made) == "AliHassanALSADI"


def test_a_title_stands_before_the_name_or_the_given_names() -> None:
    made = _all_made("title added", BORODIN)
    assert {"Dr. BORODIN, Ivan Petrovich", "BORODIN, Dr. Ivan Petrovich"} <= made
    assert all("BORODIN" in one and one.endswith("Ivan Petrovich") for one in made)


def test_a_typo_changes_one_letter_of_a_long_word() -> None:
    for made in _all_made("keyboard typo", BORODIN):
        changed = [place for place, (new, old) in enumerate(zip(made, BORODIN, strict=True)) if new != old]
        assert len(changed) == 1
        assert BORODIN[changed[0]] not in ", "
        assert "Ivan" in made


def test_a_scanner_takes_shapes_for_one_another() -> None:
    assert {"Km0l", "Km01", "Krn0l"} & _all_made("misread by a scanner", "Kmol")


@pytest.mark.parametrize("perturbation", PERTURBATIONS, ids=lambda one: one.title)
def test_a_seed_repeats_and_another_draws_anew(perturbation: Perturbation) -> None:
    names = ["Muḥammad Saïd bin Qasem al-Qureshi", "MÜLLER-SOLEIMANI, Ibrahim Khaled"]
    drawn = [[variants(perturbation, name, seed=seed) for name in names] for seed in (1, 1, 2, 3, 4, 5)]
    assert drawn[0] == drawn[1]
    assert any(drawn[0] != other for other in drawn[2:]) or perturbation.title in (
        "accents stripped",
        "last word truncated",
        "particle dropped",
        "middle word dropped",
    )
    for name, made in zip(names, drawn[0], strict=True):
        assert len(set(made)) == len(made) <= VARIANTS
        assert name not in made


def test_titles_are_unique_and_bars_are_shares() -> None:
    assert len(BY_TITLE) == len(PERTURBATIONS)
    assert all(0 < one.bar <= 1 for one in PERTURBATIONS)
