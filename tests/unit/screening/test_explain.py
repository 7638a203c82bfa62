"""Two names compared without a list."""

from __future__ import annotations

import pytest

import namesake
from namesake.errors import InputError
from namesake.match.evidence import EvidenceKind, fold
from namesake.model.coding import from_json, to_json
from namesake.model.policy import Policy
from namesake.model.subject import LONGEST_NAME
from namesake.model.values import Kind
from namesake.screening.explain import Comparison, compare, readings


def test_the_comparison_of_the_readme_matches() -> None:
    found = compare("Qassem Suleimani", "SOLEIMANI, Qasem", kind="Person")
    assert found.match
    assert (found.left, found.right) == ("Qassem Suleimani", "SOLEIMANI, Qasem")
    assert {piece.kind for piece in found.evidence} == {EvidenceKind.PART}


def test_it_is_one_of_the_packages_few_names() -> None:
    assert namesake.compare is compare
    assert namesake.Comparison is Comparison


def test_the_score_is_the_fold_of_the_evidence() -> None:
    found = compare("Kataib Hezbollah Brigade", "KATA'IB HIZBALLAH", kind="Organization")
    assert found.score == fold(found.evidence)
    assert 0 < found.score < 1


def test_a_match_reaches_the_default_threshold() -> None:
    for other in ("SOLEIMANI, Qasem", "SOLEIMANI", "Angela Merkel", "SOLEIMANI, Ghasem Ali Hassan"):
        found = compare("Qasem Soleimani", other)
        assert found.match == (found.score >= Policy().threshold)


def test_what_does_not_match_says_why() -> None:
    found = compare("Angela Merkel", "SOLEIMANI, Qasem", kind="Person")
    assert not found.match
    assert found.score == 0
    assert EvidenceKind.CONTRADICTION in {piece.kind for piece in found.evidence}


@pytest.mark.parametrize("kind", ["Company", "company", " COMPANY ", Kind.COMPANY])
def test_a_kind_is_known_by_its_name_in_any_case(kind: str) -> None:
    assert compare("Acme OOO", "Acme LLC", kind=kind).match


def test_without_a_kind_the_better_reading_counts() -> None:
    # As an organisation's name the two differ by their legal form only, as a person's by a name part.
    names = "OOO Romashka", "Romashka GmbH"
    person, thing = compare(*names, kind="Person"), compare(*names, kind="Company")
    assert person.score < thing.score
    assert compare(*names) == thing
    # As a person's the two differ by a title only.
    names = "General Soleimani Qasem", "Soleimani Qasem"
    person, thing = compare(*names, kind="Person"), compare(*names, kind="Company")
    assert person.score > thing.score
    assert compare(*names) == person
    assert compare(*names, kind="LegalEntity") == person


def test_a_kind_says_how_names_are_read() -> None:
    assert readings(Kind.PERSON) == (True,)
    assert readings(Kind.VESSEL) == readings(Kind.COMPANY) == (False,)
    assert readings(None) == readings(Kind.LEGAL_ENTITY) == (True, False)


@pytest.mark.parametrize(
    ("left", "right", "kind", "message"),
    [
        ("", "Qasem", None, "no name"),
        ("Qasem", "  ", None, "no name"),
        ("Qasem", "???", None, "'???' can't be screened"),
        ("Qasem", "Qasem", "Human", "kind 'Human' is not known: use one of Person"),
        ("Qasem", "x" * (LONGEST_NAME + 1), None, "2,001 characters"),
    ],
)
def test_what_is_no_name_or_kind_is_refused(left: str, right: str, kind: str | None, message: str) -> None:
    with pytest.raises(InputError) as refused:
        compare(left, right, kind=kind)
    assert message in str(refused.value)


def test_a_comparison_survives_its_json() -> None:
    found = compare("Касем Сулеймани", "SOLEIMANI, Qasem")
    assert from_json(to_json(found), Comparison) == found


def test_names_of_the_greatest_length_are_compared() -> None:
    assert compare("soleimani" * 222, "SOLEIMANI" * 222).match
    assert compare("ab " * 666, "ab " * 666).score >= 0.70
