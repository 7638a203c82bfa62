"""Every listed name finds its party first."""

from __future__ import annotations

from namesake.quality.scorecard import Part
from namesake.quality.selftest import bearing, self_test
from tests.unit.quality.making import PARTIES, party, screener_of


def test_names_as_listed_are_found_in_every_script_weak_ones_are_not_asked() -> None:
    found, first = self_test(screener_of(*PARTIES), PARTIES)
    assert (found.figure, found.of, found.failures) == (1.0, 6, ())
    assert (first.figure, first.of, first.failures) == (1.0, 6, ())
    assert {part.group for part in first.parts} >= {"Arabic", "in Cyrillic", "unknown"}


def test_who_bears_the_same_name_may_stand_before() -> None:
    twins = (party(1, "VARDANIS, Teodrik"), party(2, "Teodrik Vardanis"))
    assert [line.failures for line in self_test(screener_of(*twins), twins)] == [(), ()]


def test_a_name_that_is_not_found_is_listed_with_its_reason() -> None:
    for line in self_test(screener_of(*PARTIES[1:]), PARTIES[:1]):
        assert line.figure == 0.0
        assert [(one.asked, one.party, one.why) for one in line.failures] == [
            ("VARDANIS, Teodrik Ambros", "invented:1", "not found"),
            ("Вардани Теодрик", "invented:1", "not found"),
        ]


def test_a_party_found_behind_another_is_found_but_not_first() -> None:
    # What the list said at first is asked of what it says now.
    screener = screener_of(party(1, "Teodrik Vardanos"), party(2, "Teodrik Vardanis"))
    found, first = self_test(screener, [party(1, "Teodrik Vardanis", nationality="kp")])
    assert (found.figure, found.failures) == (1.0, ())
    assert first.parts == (Part("Korean", 0, 1),)
    assert first.failures[0].why.startswith("behind invented:2 at 0.")


def test_a_crowd_of_one_name_is_told_from_a_name_not_found() -> None:
    crowd = [party(number, "VARDANIS, Teodrik") for number in range(10, 70)]
    found, first = self_test(screener_of(*crowd), crowd)
    assert {one.why for one in found.failures} == {"not among the first 50 hits"}
    assert len(found.failures) == len(first.failures) == 10


def test_without_names_nothing_is_found() -> None:
    assert [line.of for line in self_test(screener_of(*PARTIES), [])] == [0, 0]


def test_bearing_a_name_is_a_matter_of_its_words() -> None:
    assert bearing("AL-SA'DI, Ali") == bearing("Ali al SADI")
    assert bearing("Ali") != bearing("Ali Ali")
