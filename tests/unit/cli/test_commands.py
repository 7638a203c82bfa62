"""How refusals and the parser's complaints become exit codes."""

from __future__ import annotations

import pytest

from namesake.cli.commands import _one_name
from namesake.cli.output import ExitCode, code_of
from namesake.errors import (
    InputError,
    ListError,
    LossyEditionError,
    NamesakeError,
    NoListError,
    PolicyError,
    SnapshotError,
    StoreError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("x"), ExitCode.USAGE),
        (PolicyError("x"), ExitCode.USAGE),
        (ListError("x"), ExitCode.USAGE),
        (NoListError("x"), ExitCode.USAGE),
        (StoreError("x"), ExitCode.USAGE),
        (LossyEditionError("x"), ExitCode.REFUSED),
        (SnapshotError("x"), ExitCode.REFUSED),
    ],
)
def test_every_refusal_has_its_code(error: NamesakeError, code: ExitCode) -> None:
    assert code_of(error) is code


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["Qasem Soleimani"], "Qasem Soleimani"),
        (["Qasem", "Soleimani"], "Qasem Soleimani"),
        (["قاسم", "سلیمانی"], "قاسم سلیمانی"),
        (["  Qasem Soleimani "], "  Qasem Soleimani "),
    ],
)
def test_words_are_one_name(words: list[str], name: str) -> None:
    assert _one_name(words) == name


@pytest.mark.parametrize("words", [["Qasem Soleimani", "Abu Mahdi"], ["Qasem Soleimani", "Hadi"]])
def test_a_quoted_name_beside_other_words_is_several_names(words: list[str]) -> None:
    with pytest.raises(InputError, match="there seem to be 2 names here: screen them one by one"):
        _one_name(words)


def test_no_two_exit_codes_are_alike_and_one_is_never_used() -> None:
    values = [code.value for code in ExitCode]
    assert len(set(values)) == len(values)
    assert 1 not in values, "1 is what Python itself leaves with"
