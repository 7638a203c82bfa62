"""Errors as a caller catches them."""

from __future__ import annotations

import pytest

import namesake
from namesake import errors


@pytest.mark.parametrize("name", errors.__all__)
def test_one_clause_catches_everything_namesake_refuses(name: str) -> None:
    error: type[errors.NamesakeError] = getattr(errors, name)
    with pytest.raises(namesake.NamesakeError, match="the thing and its remedy"):
        raise error("the thing and its remedy")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (errors.InputError, errors.ListError),
        (errors.SnapshotError, errors.StoreError),
        (errors.NoListError, errors.ListError),
        (errors.StoreError, errors.InputError),
    ],
)
def test_what_needs_another_action_is_another_class(
    one: type[errors.NamesakeError], other: type[errors.NamesakeError]
) -> None:
    assert not issubclass(one, other)
    assert not issubclass(other, one)


def test_no_error_hides_among_pythons_own() -> None:
    assert not issubclass(errors.NamesakeError, (ValueError, OSError, RuntimeError))


def test_a_lossy_edition_is_a_bad_list_with_its_losses() -> None:
    error = errors.LossyEditionError("refused", ("10 parties gone",))
    assert isinstance(error, errors.ListError)
    assert error.losses == ("10 parties gone",)
    assert errors.LossyEditionError("refused").losses == ()
