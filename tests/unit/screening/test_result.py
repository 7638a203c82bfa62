"""The answer as a value and as JSON."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from namesake.index.building import build
from namesake.model.policy import Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.screening.result import Band, as_json
from namesake.screening.screener import Screener
from tests.unit.index.making import INVENTED, LIST, holding, now, party, under

SCREENER = Screener(
    build(
        now(
            *INVENTED,
            party("90", "QUANDT, Karla", born="1957-03-11", designations=[under("SDGT", "2019-04")]),
        ),
        [holding("2024-05-07", "2024-05-07", None, current=True), holding(None, of="zz-other", current=True)],
        notice="for trying out, not for compliance",
    )
)


def test_the_json_has_the_documented_fields() -> None:
    answer = as_json(SCREENER.screen("Karla Quandt", kind="Person", born="1957-03-11", near=True), near=True)
    assert list(answer) == [
        "subject", "as_of", "asked_on", "warnings", "snapshot", "policy", "hits", "more", "near",
    ]  # fmt: skip
    assert answer["asked_on"] is None
    assert answer["subject"]["names"] == ["Karla Quandt"]
    assert answer["as_of"] is None
    assert answer["snapshot"]["id"] == SCREENER.snapshot.id
    assert sorted(answer["snapshot"]["editions"], key=lambda one: one["list"]) == [
        {"list": "zz-other", "published": None, "received": None, "sha256": "zz-other None"},
        {"list": "zz-test", "published": "2024-05-07", "received": None, "sha256": "zz-test 2024-05-07"},
    ]
    assert answer["policy"] == {
        "id": Policy().id,
        "threshold": 0.7,
        "lists": [],
        "programmes": [],
        "weak_aliases": "corroborate",
        "scoring": Policy().scoring,
    }
    (hit,) = answer["hits"]
    assert hit["party"]["id"] == "zz-test:90"
    assert (hit["party"]["kind"], hit["party"]["name"]) == ("Person", "QUANDT, Karla")
    assert hit["party"]["lists"] == ["zz-test"]
    assert hit["party"]["designations"] == [
        {"authority": "The Tester", "programme": "SDGT", "listed_on": "2019-04", "effects": []}
    ]
    assert (hit["matched_name"], hit["band"]) == ("QUANDT, Karla", "strong")
    assert {piece["kind"] for piece in hit["evidence"]} == {"name part", "birth date"}


def test_the_json_is_plain_and_can_be_written() -> None:
    answer = as_json(
        SCREENER.screen("Karla Quandt", born=["1957", "garbled"], as_of="2024-06-01", near=True), near=True
    )
    assert json.loads(json.dumps(answer)) == answer
    assert answer["as_of"] == "2024-06-01"


def test_warnings_stand_once_and_not_in_the_subject() -> None:
    answer = as_json(SCREENER.screen("Karla Quandt", born="garbled"))
    assert answer["warnings"][0] == "for trying out, not for compliance"
    assert sum("garbled" in warning for warning in answer["warnings"]) == 1
    assert "warnings" not in answer["subject"]


def test_near_ones_are_given_only_when_asked_for() -> None:
    assert SCREENER.screen("Karla Quandt", born="1999-01-01").near == ()
    screening = SCREENER.screen("Karla Quandt", born="1999-01-01", near=True)
    assert "near" not in as_json(screening)
    assert [hit["party"]["id"] for hit in as_json(screening, near=True)["near"]] == ["zz-test:90"]


def test_the_publishers_record_is_not_repeated_in_the_answer() -> None:
    raw = party("1", "Karla Quandt")
    made = Screener(build(now(replace(raw, record="<raw/>"))))
    screening = made.screen("Karla Quandt")
    assert screening.hits[0].party.record == "<raw/>"
    assert "record" not in as_json(screening)["hits"][0]["party"]


@pytest.mark.parametrize("programmes", [(), ("SDGT",)])
def test_the_policy_is_given_with_all_that_changes_an_answer(programmes: tuple[str, ...]) -> None:
    policy = Policy(threshold=0.8, lists=(LIST,), programmes=programmes, weak_aliases=WeakAliases.EXACT)
    answer = as_json(Screener(SCREENER.snapshot, policy).screen("Karla Quandt"))["policy"]
    assert answer["threshold"] == 0.8
    assert (answer["lists"], answer["programmes"]) == (["zz-test"], list(programmes))
    assert answer["weak_aliases"] == "exact"


def test_what_speaks_against_a_hit_can_be_had_strongest_first() -> None:
    (near,) = SCREENER.screen("Karla Quandt Ostrander", born="1991-05-05", near=True).near
    assert [piece.points < 0 for piece in near.contradictions] == [True]
    assert near.contradictions[0].reason == "34 years apart"
    hit = SCREENER.screen("Karla Quandt").hits[0]
    assert hit.contradictions == ()
    assert hit.band is Band.STRONG


def test_equal_questions_have_equal_answers() -> None:
    subject = Subject.of("Karla Quandt", born="1957")
    assert SCREENER.screen(subject) == SCREENER.screen(subject)
    assert SCREENER.screen(subject) != SCREENER.screen("Karla Quandt")
