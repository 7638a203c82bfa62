"""Where the data is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.settings import home_folder


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NAMESAKE_HOME", str(tmp_path / "here"))
    assert home_folder() == tmp_path / "here"


def test_a_tilde_is_the_users_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("NAMESAKE_HOME", "~/lists")
    assert home_folder() == tmp_path / "lists"


@pytest.mark.parametrize("named", [None, "", "  "])
def test_without_it_the_platforms_folder_is_used(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    if named is None:
        monkeypatch.delenv("NAMESAKE_HOME")
    else:
        monkeypatch.setenv("NAMESAKE_HOME", named)
    folder = home_folder()
    assert folder.is_absolute()
    assert folder.name == "namesake"


def test_looking_makes_nothing(empty_home: Path) -> None:
    assert home_folder() == empty_home
    assert not empty_home.exists()
