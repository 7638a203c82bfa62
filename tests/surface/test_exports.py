"""What `import namesake` offers, and what it costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import namesake
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml

HEAVY = ("httpx", "lxml", "msgspec", "numpy", "rapidfuzz", "rich", "sqlalchemy", "typer")
NOT_FOR_SCREENING = ("followthemoney", "httpx", "lxml", "numba", "rigour", "sqlalchemy", "sqlite3")


def _imported_by(code: str) -> set[str]:
    """The packages that a fresh interpreter holds after running the code."""
    report = "; import sys; sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", code + report], capture_output=True, text=True, check=True, timeout=60
    )
    return set(ran.stderr.split())


def test_the_exports_are_exactly_the_documented_ones() -> None:
    assert namesake.__all__ == [
        "Comparison", "Hit", "NamesakeError", "Policy", "Screener", "Screening", "Service", "Subject",
        "__version__", "compare", "load", "ownership", "starter",
    ]  # fmt: skip
    assert dir(namesake) == sorted(namesake.__all__)


@pytest.mark.parametrize("name", namesake.__all__)
def test_every_export_resolves_to_the_thing_of_that_name(name: str) -> None:
    value = getattr(namesake, name)
    if name != "__version__":
        assert value.__name__ == name
        assert value.__module__.startswith("namesake.")
        assert value.__doc__


def test_every_export_is_reached_by_a_star_import_too() -> None:
    names: dict[str, object] = {}
    exec("from namesake import *", names)
    assert set(namesake.__all__) <= set(names)


@pytest.mark.parametrize("name", ["Party", "screener", "_nothing", "utils"])
def test_an_unknown_name_is_an_attribute_error_that_names_it(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'namesake' has no attribute {name!r}"):
        getattr(namesake, name)


def test_importing_the_package_imports_nothing_heavy() -> None:
    imported = _imported_by("import namesake")
    assert "namesake" in imported
    assert imported.isdisjoint(HEAVY)


def test_comparing_two_names_needs_no_reader_and_no_database() -> None:
    imported = _imported_by("import namesake; namesake.compare('Qassem Suleimani', 'SOLEIMANI, Qasem')")
    assert imported.isdisjoint({*NOT_FOR_SCREENING, "rich", "typer"})


TYPED = """
import sys
from namesake.cli import main
sys.argv = {words}
try:
    main()
except SystemExit as left:
    assert left.code == {code}, left.code
0
""".strip()


def test_screening_on_a_ready_index_opens_no_database_and_no_reader(run: Run, tmp_path: Path) -> None:
    assert run("lists", "add", ofac_xml(tmp_path)).code == 0
    assert os.environ["NAMESAKE_HOME"]
    words = ["namesake", "screen", "Teodrik Vardanis", "--fail-on-hit"]
    imported = _imported_by(TYPED.format(words=[*words, "--json"], code=3))
    assert {"numpy", "msgspec", "namesake"} <= imported
    assert imported.isdisjoint(NOT_FOR_SCREENING)
    assert "rich" not in imported, "JSON for a script pays for no table"
    shown = _imported_by(TYPED.format(words=[*words, "--near"], code=3))
    assert "rich" in shown
    assert shown.isdisjoint(NOT_FOR_SCREENING), "one name is answered before a compiler is loaded"


def test_two_names_are_explained_without_what_only_lists_need() -> None:
    words = ["namesake", "explain", "Qassem Suleimani", "SOLEIMANI, Qasem"]
    assert _imported_by(TYPED.format(words=words, code=0)).isdisjoint(NOT_FOR_SCREENING)


def test_what_is_required_at_run_time_is_pinned() -> None:
    root = Path(__file__).parents[2]
    required = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    lines = (root / "constraints.txt").read_text("utf-8").lower().splitlines()
    pinned = {line.partition("==")[0] for line in lines}
    assert {one.partition(">=")[0] for one in required} <= pinned
    assert "numba" in pinned
