"""The Beneficial Ownership Data Standard's own fixtures: the valid ones read clean, each invalid one is told.

The fixtures are the standard's; whether each is valid stands in its name.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from namesake.errors import InputError
from namesake.model.ownership import Ownership
from namesake.sources import bods
from namesake.sources.bods_fields import ENTITY, PERSON, RELATIONSHIP, STATEMENT, faults
from namesake.sources.files import source_files

TODAY = dt.date(2026, 11, 1)
DETAILS = {"entity": ENTITY, "person": PERSON, "relationship": RELATIONSHIP}
# Invalid too, though their names don't say so.
INVALID = {
    "entity_sub_type_does_not_align_1.json",
    "entity_type_trust_registeredentity.json",
    "has_public_listing_information_but_has_public_listing_is_false_1.json",
}
# `ME-BCE` has the form of a register's code; that no register has it only org-id.guide knows.
NEEDS_THE_REGISTERS_REGISTER = {"additional-checks__statement_entity_identifier_scheme_known-invalid-1.json"}
# Extracts whose statements point to others that were left out of them: valid by the check they are for.
EXTRACTS = {
    "additional-checks__statement_person_identifiers_correct_scheme-valid-1.json",
    "additional-checks__statement_person_identifiers_correct_scheme-valid-2.json",
    "additional-checks__statement_person_sensible_birth_date-valid-1.json",
    "additional_fields_2.json",
}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "ownership" / "bods_0.4_fixtures"


def read(path: Path) -> Ownership:
    (file,) = source_files(path)
    assert bods.recognises(file)
    return bods.read(file, today=TODAY)


def names(folder: Path, *, valid: bool) -> list[str]:
    found = sorted(path.name for path in folder.iterdir())
    return [name for name in found if valid != ("invalid" in name or name in INVALID)]


def test_every_invalid_fixture_is_told_with_its_statement_and_field(folder: Path) -> None:
    silent = []
    for name in names(folder, valid=False):
        if name.endswith("statements_not_array.json"):
            with pytest.raises(InputError, match="one statement and no list"):
                read(folder / name)
            continue
        problems = read(folder / name).problems
        if not problems:
            silent.append(name)
        for problem in problems:
            assert problem.field
            assert problem.where.startswith(f"{name} statement ")
            assert problem.message.startswith(f"{problem.field}: ")
    assert set(silent) == NEEDS_THE_REGISTERS_REGISTER
    assert len(names(folder, valid=False)) > 200


def test_valid_fixtures_are_as_the_table_of_fields_says(folder: Path) -> None:
    checked = 0
    for name in names(folder, valid=True):
        for statement in json.loads((folder / name).read_bytes()):
            found = list(faults(statement, STATEMENT))
            found += faults(statement["recordDetails"], DETAILS[statement["recordType"]], "recordDetails")
            assert not found, (name, found)
            checked += 1
    assert checked > 500


def test_whole_valid_files_are_read_without_a_problem(folder: Path) -> None:
    for name in names(folder, valid=True):
        if name.startswith("valid-schema") or name in EXTRACTS:
            continue  # single statements that point to others
        assert read(folder / name).problems == (), name


def test_no_statement_is_lost_that_says_what_it_is_about(folder: Path) -> None:
    """Counted in the file: a statement is lost where its record or an end of its relationship is garbled."""
    for name in names(folder, valid=False):
        data: Any = json.loads((folder / name).read_bytes())
        if isinstance(data, list):
            told = read(folder / name)
            garbled = [
                one for one in data
                if not isinstance(one.get("recordId"), str)
                or one.get("recordType") not in DETAILS
                or not isinstance(one.get("recordDetails"), dict)
                or (one["recordType"] == "relationship" and not all(map(_is_end, _ends(one))))
            ]  # fmt: skip
            assert len({problem.where for problem in told.problems if problem.lost}) == len(garbled), name
            assert told.records == len(data)


def _ends(one: dict[str, Any]) -> list[Any]:
    return [one["recordDetails"].get(end) for end in ("subject", "interestedParty")]


def _is_end(end: Any) -> bool:
    return isinstance(end, str) or (isinstance(end, dict) and isinstance(end.get("reason"), str))


@pytest.mark.parametrize(
    ("name", "owner", "share"),
    [
        ("basic_1.json", "Jennifer Hewitson-Smith", "100 %"),
        ("sample_300_statements.json", "Jennifer Hewitson-Smith", "100 %"),
        ("additional-checks__statement_relationship_interests_share_values-valid-1.json", None, "0 to 88 %"),
        ("valid-schema__relationship_interests_share_exclusive_minmax.json", None, "0 to less than 75 %"),
        ("invalid-schema__relationship_interests_share_exact_too_big.json", None, "an unknown share"),
        ("valid-schema__relationship_subject_unspecified_object.json", None, "an unknown share"),
    ],
)
def test_stakes_are_what_the_file_says(folder: Path, name: str, owner: str | None, share: str) -> None:
    told = read(folder / name)
    assert str(told.stakes[0].share) == share
    holders = {holder.id: holder for holder in told.holders}
    if owner:
        assert holders[told.stakes[0].owner].name == owner
    else:
        assert holders[told.stakes[0].owner].anonymous
