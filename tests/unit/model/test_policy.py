"""A policy: checked when it is made, and named by its content."""

from __future__ import annotations

import hashlib
import math
from typing import Any

import msgspec
import pytest

from namesake.errors import PolicyError
from namesake.model.coding import from_json, to_json
from namesake.model.policy import FLOOR, SCORING_VERSION, Policy, WeakAliases
from namesake.model.values import ListId

OFAC, UN = ListId("us-ofac-sdn"), ListId("un-sc")


def test_the_defaults_are_those_clients_send_or_assume() -> None:
    policy = Policy()
    assert policy.threshold == 0.70
    assert policy.lists == policy.programmes == ()
    assert policy.weak_aliases is WeakAliases.CORROBORATE
    assert policy.scoring == SCORING_VERSION


def test_the_id_is_a_fingerprint_of_the_content_the_same_everywhere() -> None:
    # Written out by hand: a change of the fields, their defaults or the scoring version changes it.
    scope = '"lists":[],"programmes":[]'
    fields = f'{{{scope},"scoring":"{SCORING_VERSION}","threshold":0.7,"weak_aliases":"corroborate"}}'
    assert Policy().id == hashlib.sha256(fields.encode()).hexdigest()[:16]
    assert Policy().id == Policy(threshold=0.7, weak_aliases=WeakAliases.CORROBORATE).id


def test_each_field_changes_the_id() -> None:
    policies = [
        Policy(),
        Policy(threshold=0.71),
        Policy(lists=(OFAC,)),
        Policy(lists=(OFAC, UN)),
        Policy(programmes=("SDGT",)),
        Policy(weak_aliases=WeakAliases.EXACT),
        Policy(weak_aliases=WeakAliases.IGNORE),
    ]
    assert len({policy.id for policy in policies}) == len(policies)


def test_policies_that_mean_the_same_have_one_id() -> None:
    assert Policy(threshold=1).id == Policy(threshold=1.0).id
    assert Policy(lists=(OFAC, UN)).id == Policy(lists=(UN, OFAC)).id == Policy(lists=(UN, OFAC, UN)).id
    assert Policy(programmes=("B", "A")).id == Policy(programmes=("A", "B")).id


@pytest.mark.parametrize("threshold", [FLOOR, 0.70, 0.99, 1.0, 1])
def test_thresholds_from_the_floor_to_1_are_taken(threshold: float) -> None:
    assert Policy(threshold=threshold).threshold == threshold


@pytest.mark.parametrize("threshold", [FLOOR - 0.01, 0, -1, 1.01, 70, math.nan, math.inf])
def test_other_thresholds_are_refused_with_what_is_possible(threshold: float) -> None:
    with pytest.raises(PolicyError, match=r"threshold .* must lie between 0.40 and 1; 0.70 is the default"):
        Policy(threshold=threshold)


def test_a_policy_for_another_scoring_version_is_refused() -> None:
    with pytest.raises(PolicyError, match=rf"scoring version 1999.1, this is {SCORING_VERSION}.*review it"):
        Policy(scoring="1999.1")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"weak_aliases": "exact"}, "weak_aliases 'exact' is not known: use one of WeakAliases"),
        ({"weak_aliases": None}, "weak_aliases None"),
        ({"lists": "un-sc"}, "lists 'un-sc' can't be used: give a tuple"),
        ({"programmes": "SDGT"}, "programmes 'SDGT'"),
        ({"lists": ["un-sc"]}, "lists ['un-sc']"),
    ],
)
def test_a_value_that_would_silently_mean_something_else_is_refused(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(PolicyError) as refused:
        Policy(**fields)
    assert message in str(refused.value)


def test_a_policy_survives_its_json_and_keeps_its_id() -> None:
    policy = Policy(threshold=0.85, lists=(OFAC, UN), weak_aliases=WeakAliases.IGNORE)
    again = from_json(to_json(policy), Policy)
    assert again == policy
    assert again.id == policy.id


@pytest.mark.parametrize(
    "document",
    ['{"threshold": 0.1}', '{"scoring": "1999.1"}', '{"weak_aliases": "often"}', '{"treshold": 0.8}'],
)
def test_a_stored_policy_is_checked_like_any_other(document: str) -> None:
    with pytest.raises((PolicyError, msgspec.ValidationError)):
        from_json(document, Policy)


def test_a_policy_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Policy().threshold = 0.9  # type: ignore[misc]
