"""What all tests share: where the real lists are, and an empty home."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def _shared_folder() -> Path | None:
    named = os.environ.get("NAMESAKE_SHARED")
    start = Path(named) if named else Path(__file__).parents[2] / "shared"
    return next((folder for folder in (start, start / "data") if (folder / "lists").is_dir()), None)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and labelled data; the test skips where it is absent.

    `make check` says with NAMESAKE_REAL_LISTS=required that here none of these tests may skip.
    """
    folder = _shared_folder()
    if folder is not None:
        return folder
    if os.environ.get("NAMESAKE_REAL_LISTS") == "required":
        pytest.fail("the real lists are absent, and `make check` does without none of their tests")
    pytest.skip("the real lists are absent (NAMESAKE_SHARED names their folder)")


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has an empty data folder of its own."""
    home = tmp_path / "home"
    monkeypatch.setenv("NAMESAKE_HOME", str(home))
    return home
