"""Cases put to the screener, and which parties it holds."""

from __future__ import annotations

from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.model.values import ListId
from namesake.quality.asking import Case, answers, parties_held
from namesake.screening.screener import Screener
from namesake.service import starter
from tests.unit.quality.making import PARTIES, screener_of


def test_a_case_is_answered_with_its_partys_hit_and_score() -> None:
    cases = [
        Case(Subject.of("Teodrik Vardanis", kind="Person"), "invented:1"),
        Case(Subject.of("Teodrik Vardanis", kind="Person"), "invented:2"),
        Case(Subject.of("Hannelore Vogt", kind="Person")),
    ]
    right, wrong, stranger = answers(screener_of(*PARTIES), cases)
    assert right.hit
    assert right.score >= 0.7
    assert right.other_records == right.other_parties == 0
    assert (wrong.hit, wrong.score, wrong.other_records, wrong.other_parties) == (False, 0.0, 1, 1)
    assert (stranger.hit, stranger.other_parties) == (False, 0)


def test_a_party_below_the_threshold_is_no_hit_but_has_its_score() -> None:
    case = Case(Subject.of("Teodrik Vardanos", kind="Person"), "invented:1")
    (answer,) = answers(screener_of(*PARTIES, threshold=0.99), [case])
    assert not answer.hit
    assert 0.4 <= answer.score < 0.99


def test_every_party_held_is_given_by_id() -> None:
    assert [one.id for one in parties_held(screener_of(*reversed(PARTIES)))] == [one.id for one in PARTIES]


def test_only_lists_in_scope_count() -> None:
    screener = starter(Policy(lists=(ListId("un-sc"),)))
    held = parties_held(screener)
    assert held
    assert {one.list for one in held} == {"un-sc"}
    assert len(held) < len(parties_held(Screener(screener.snapshot)))
