"""The parser's complaints in our words."""

from __future__ import annotations

import pytest

from tests.surface.conftest import Run

_OF_THE_PARSER = (
    "argument",
    "Input should",
    "Invalid",
    "parse",
    "Value error",
    "valid",
    "Missing",
    "No such",
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["screen"], "NAME is missing: The name, quoted or not. Try `namesake screen --help`."),
        (["lists", "add"], "PATH is missing: Files, or folders of files."),
        (["lists", "diff", "un-sc"], "--from is missing: The earlier edition: its day, YYYY-MM-DD, or"),
        (["lists", "redate", "a", "b", "c"], "--reason is missing: Why; kept on record."),
        (["scren"], "there is no command scren; screen may be meant. Try `namesake --help`."),
        (["zzzz"], "there is no command zzzz. Try `namesake --help`."),
        (
            ["lists", "show", "a", "b"],
            "b is more than the command takes; a name or path with spaces is quoted",
        ),
        (["lists", "link"], "there is no command link; links or unlink may be meant."),
        (["lists", "hist"], "there is no command hist; history may be meant."),
        (["lists", "zzz"], "there is no command zzz. Try"),
        (["network", "X", "--depth", "0"], "--depth '0' can't be used: write 1 or more."),
        (["network", "X", "--depth", "many"], "--depth 'many' can't be used: write a whole number."),
        (["network", "X", "--depth", "1.5"], "--depth '1.5' can't be used: write a whole number."),
        (["quality", "--sample", "-1"], "--sample '-1' can't be used: write 0 or more."),
    ],
)
def test_what_was_typed_wrong_is_told_with_what_to_type(run: Run, words: list[str], told: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"namesake: {told}")
    assert not any(word in ran.err for word in _OF_THE_PARSER)
