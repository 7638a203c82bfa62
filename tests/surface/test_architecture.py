"""The pages about the house describe the house."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "namesake"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
PAGES = sorted(
    [*ROOT.glob("*.md"), ROOT / "tests" / "README.md", *(ROOT / "docs").rglob("*.md")],
    key=lambda page: page.as_posix(),
)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
PATH = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|toml|txt|tsv|jsonl)")
FOLDERS = ("src/", "tests/", "docs/", "scripts/", "benchmarks/", ".ci/")
EMPTY_NAMES = {"utils", "util", "common", "helpers", "helper", "misc"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
# As the project's own last look has them; the brackets keep this line from finding itself.
MACHINE = re.compile(
    r"(?:^|[^.\w])/(?:wor[k]|far[m]|roo[t]|hom[e]/\w)[/\w]|files\.pythonhoste[d]|registry\.npmj[s]|pypi\.org/simpl[e]"
)


def _paths_named(page: Path) -> set[str]:
    text = page.read_text("utf-8")
    named = {one for code in CODE.findall(text) if PATH.fullmatch(one := code.strip())}
    return {one for one in named if one.startswith(FOLDERS) or one.endswith(".md")}


def _stands(page: Path, named: str) -> bool:
    return any((start / named).exists() for start in (ROOT, page.parent, PACKAGE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_named_on_a_page_exists(page: Path) -> None:
    assert [named for named in sorted(_paths_named(page)) if not _stands(page, named)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_on_a_page_leads_somewhere(page: Path) -> None:
    local = [link for link in LINK.findall(page.read_text("utf-8")) if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_the_pages_name_enough_to_be_worth_testing() -> None:
    assert len(_paths_named(ROOT / "ARCHITECTURE.md")) >= 20


def test_every_folder_of_the_package_stands_in_the_table_with_its_question() -> None:
    folders = {
        f"src/namesake/{folder.name}/" for folder in PACKAGE.iterdir() if (folder / "__init__.py").is_file()
    }
    told = dict(re.findall(r"^\| `(src/namesake/[^`]+)` \| (.+) \|$", ARCHITECTURE, re.MULTILINE))
    assert {name for name in told if name.endswith("/")} == folders
    assert all(question.endswith("?") for question in told.values())


def test_the_layers_checked_are_the_ones_in_the_table() -> None:
    rules = (ROOT / "pyproject.toml").read_text("utf-8")
    layers = re.search(r"layers = \[(.*?)\]", rules, re.DOTALL)
    assert layers
    told = re.findall(r"^\| `src/namesake/(\w+)", ARCHITECTURE, re.MULTILINE)
    assert re.findall(r"namesake\.(\w+)", layers[1]) == told


def test_every_folder_of_tests_stands_in_its_readme() -> None:
    told = set(re.findall(r"^\| `(\w+)/`", (ROOT / "tests" / "README.md").read_text("utf-8"), re.MULTILINE))
    real = {folder.name for folder in (ROOT / "tests").iterdir() if (folder / "__init__.py").is_file()}
    assert real <= told


def test_no_module_name_stands_twice_in_the_package() -> None:
    names = Counter(path.stem for path in MODULES if path.stem not in ("__init__", "__main__"))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    assert [path for path in MODULES if EMPTY_NAMES & {path.stem, path.parent.name}] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_its_idea_in_its_first_sentence(path: Path) -> None:
    first = path.read_text("utf-8").lstrip()
    assert first.startswith('"""'), "no docstring at its top"
    sentence = first[3:].split("\n\n")[0].split('"""')[0]
    assert re.search(r"[.?!:]", sentence)


def test_the_folders_of_unit_tests_mirror_those_of_the_package() -> None:
    units = ROOT / "tests" / "unit"
    folders = {path.parent.relative_to(units) for path in units.rglob("test_*.py")}
    assert [folder for folder in folders if not (PACKAGE / folder).is_dir()] == []


def _tracked() -> list[Path]:
    try:
        ran = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=ROOT, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout, so nothing says which files are ours")
    return [ROOT / name for name in ran.stdout.split("\0") if name]


def test_no_file_of_ours_names_a_machines_path_or_a_registrys_address() -> None:
    found = []
    for path in _tracked():
        if not path.is_file() or b"\0" in (data := path.read_bytes())[:8000]:
            continue
        for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_the_pattern_of_machine_paths_finds_them() -> None:
    slash = "/"
    for name in ("wor" + "k", "far" + "m", "roo" + "t"):
        assert MACHINE.search(f"see {slash}{name}{slash}somewhere")
    assert MACHINE.search("https://" + "pypi.org" + "/simple" + "/lxml")
    assert not MACHINE.search("a framework/root of things and ../shared/data")


def test_no_file_of_ours_is_large() -> None:
    large = [path for path in _tracked() if path.is_file() and path.stat().st_size > 400 * 1024]
    assert large == []
