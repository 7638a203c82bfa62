"""Where Namesake keeps its data, from the environment and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

__all__ = ["home_folder"]


def home_folder() -> Path:
    """`NAMESAKE_HOME` if it is set, otherwise the platform's folder for an application's data."""
    named = os.environ.get("NAMESAKE_HOME", "").strip()
    return (
        Path(named).expanduser() if named else Path(platformdirs.user_data_dir("namesake", appauthor=False))
    )
