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
from namesake.screening.explain import Comparison, as_document, band_of, compare, readings
from namesake.screening.result import Band


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


PAIRS = [
    ("Qassem Suleimani", "SOLEIMANI, Qasem"),
    ("Ivan Petrov", "Ivan Sidorov"),
    ("Wang Wei", "WANG, Wei"),
    ("Li", "Li"),
    ("Ivan Petrov", "Ulviya Zembrano"),
    ("Bank Melli", "Bank Melli Iran PJSC"),
    ("Касем Сулеймани", "قاسم سلیمانی"),
]


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_share_that_agrees_held_back_is_the_score(left: str, right: str) -> None:
    found = compare(left, right)
    assert found.share * found.held == pytest.approx(found.score, abs=0.00006)
    assert 0 <= found.share <= 1
    assert 0 < found.held <= 1


def test_equal_names_are_held_back_no_more_than_is_promised() -> None:
    common = compare("Li", "Li")
    assert common.same
    assert common.kept
    assert common.held == common.score
    assert not compare("Galtieri Zembrano", "Galtieri Zembrano").kept
    assert not compare("Ivan Petrov", "Ulviya Zembrano").same


def test_every_word_is_told_with_its_part() -> None:
    found = compare("Dr Ivan Petrov", "PETROV, Ivan", kind="Person")
    assert [(part.text, part.role) for part in found.left_parts] == [
        ("Dr", "title"), ("Ivan", "core"), ("Petrov", "core"),
    ]  # fmt: skip
    assert [part.text for part in found.right_parts] == ["Ivan", "PETROV"]
    assert found.left_parts[0].weight == 0
    assert all(part.weight > 0 and part.bits > 0 for part in found.left_parts[1:])


@pytest.mark.parametrize(
    ("score", "threshold", "band"),
    [
        (0.95, 0.70, Band.STRONG),
        (0.90, 0.70, Band.STRONG),
        (0.8999, 0.70, Band.PROBABLE),
        (0.70, 0.70, Band.POSSIBLE),
        (0.6999, 0.70, Band.BELOW),
        (0.50, 0.45, Band.POSSIBLE),
        (0.85, 0.90, Band.BELOW),
    ],
)
def test_a_score_has_a_band_from_the_threshold_up(score: float, threshold: float, band: Band) -> None:
    assert band_of(score, threshold) is band


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_document_has_its_fields_and_its_docstring_tells_each(left: str, right: str) -> None:
    document = as_document(compare(left, right))
    assert list(document) == [
        "left", "right", "read_as", "score", "band", "match", "threshold", "agree", "against", "share",
        "bits", "held", "left_parts", "right_parts", "evidence",
    ]  # fmt: skip
    assert all(f"`{field}`" in (as_document.__doc__ or "") for field in document)
    assert all({"kind", "reason"} <= set(piece) for piece in document["evidence"])
