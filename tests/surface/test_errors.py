"""The error tree is the one drawn, and no class of it is idle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from namesake import errors
from namesake.cli.output import ExitCode, code_of

PACKAGE = Path(errors.__file__).parent
DRAWN = re.compile(
    r"^(?P<branch>[│ ]*(?:[├└]── )?)(?P<name>[A-Z]\w+Error) {2,}(?P<meaning>\S.*)$", re.MULTILINE
)
CLASSES = [getattr(errors, name) for name in errors.__all__]


def _drawn() -> dict[str, str | None]:
    """Each class in the picture, with the one it hangs from."""
    above: list[str] = []
    tree: dict[str, str | None] = {}
    for found in DRAWN.finditer(errors.__doc__ or ""):
        depth = len(found["branch"]) // 4
        del above[depth:]
        tree[found["name"]] = above[-1] if above else None
        above.append(found["name"])
    return tree


def test_the_tree_is_the_one_drawn() -> None:
    real = {one.__name__: one.__bases__[0].__name__ for one in CLASSES}
    real["NamesakeError"] = None
    assert _drawn() == real


def test_every_class_is_exported_and_told_in_a_sentence() -> None:
    defined = {name for name, value in vars(errors).items() if isinstance(value, type)}
    assert set(errors.__all__) == defined
    assert all((one.__doc__ or "").split("\n")[0].endswith(".") for one in CLASSES)


@pytest.mark.parametrize("name", sorted(set(errors.__all__) - {"NamesakeError"}))
def test_every_class_is_raised_by_something(name: str) -> None:
    made = re.compile(rf"(?:raise|return) {name}\(")
    assert any(made.search(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py"))


def test_the_root_itself_is_never_raised() -> None:
    raised = [path for path in PACKAGE.rglob("*.py") if "raise NamesakeError(" in path.read_text("utf-8")]
    assert raised == []


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_every_error_leaves_with_a_documented_code(error: type[errors.NamesakeError]) -> None:
    refused = {"LossyEditionError", "SnapshotError"}
    assert code_of(error("it")) is (ExitCode.REFUSED if error.__name__ in refused else ExitCode.USAGE)


def test_a_lossy_edition_says_what_was_lost() -> None:
    error = errors.LossyEditionError("refused", ("a", "b"))
    assert (str(error), error.losses) == ("refused", ("a", "b"))
    assert errors.LossyEditionError("refused").losses == ()
