"""Many subjects at once, of which one can't be screened."""

from __future__ import annotations

import pytest

from namesake.errors import InputError
from namesake.model.subject import Subject
from namesake.screening import many as module
from namesake.screening.screener import Screener
from tests.unit.index.making import INVENTED, snapshot

SCREENER = Screener(snapshot(*INVENTED), compiled=False)
GOOD = "Arkadiy Vorontsev"


@pytest.mark.parametrize("at_once", [1, 2, 64])
@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("", r"^subject 3: there is no name to screen"),
        ("?!", r"^subject 3: name '\?!' can't be screened"),
        (Subject(names=("!!!",), id="C7"), r"^subject 3 \(C7\): name '!!!' can't be screened"),
    ],
)
def test_the_answers_before_it_come_and_the_message_says_which(
    monkeypatch: pytest.MonkeyPatch, at_once: int, bad: str | Subject, told: str
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    answers = SCREENER.screen_many([GOOD, Subject.of(GOOD), bad, GOOD])
    assert [next(answers).hits[0].party.id for _ in range(2)] == ["zz-test:1"] * 2
    with pytest.raises(InputError, match=told):
        next(answers)


def test_an_unknown_kind_is_told_with_the_first_name() -> None:
    with pytest.raises(InputError, match="subject 1: kind 'Horse' is not known"):
        next(SCREENER.screen_many([GOOD], kind="Horse"))


def test_one_name_is_not_taken_for_many_of_a_letter() -> None:
    with pytest.raises(InputError, match="one name is screened by `screen`"):
        SCREENER.screen_many(GOOD)


def test_a_kind_is_that_of_names_and_not_of_subjects() -> None:
    given: list[Subject | str] = [GOOD, Subject.of(GOOD)]
    ship, person = SCREENER.screen_many(given, kind="Vessel")
    assert (len(ship.hits), len(person.hits)) == (0, 1)
