"""Checks that the package imports, and screens, with nothing installed but what it requires.

Makes a fresh virtual environment, installs the package without extras, and runs the demonstration. An
import of Spark, a web framework, a database server's driver or a development tool anywhere on that path
would fail here.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
import namesake
for module in pkgutil.walk_packages(namesake.__path__, "namesake."):
    importlib.import_module(module.name)
extras = {"pyspark", "fastapi", "uvicorn", "psycopg", "followthemoney", "nomenklatura", "rigour", "pytest"}
found = sorted(extras & set(sys.modules))
sys.exit(f"imported without being asked for: {found}" if found else 0)
"""


def main() -> None:
    """Run the check; the exit code is that of the first step that fails."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python")
        pip = [python, "-m", "pip", "--disable-pip-version-check", "-q", "install"]
        _run([*pip, "-c", str(ROOT / "constraints.txt"), str(ROOT)])
        _run([python, "-W", "error", "-c", IMPORT_EVERYTHING])
        _run([python, "-m", "namesake", "demo", "--json"])
    print("bare install: every module imports and the demonstration runs without any extra")


def _run(command: list[str]) -> None:
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    if finished.returncode:
        sys.exit(f"{' '.join(command[:4])} ... failed:\n{finished.stdout[-2000:]}{finished.stderr[-4000:]}")


if __name__ == "__main__":
    main()
