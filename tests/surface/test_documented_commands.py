"""Every command and option is documented, and everything documented works."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest
import typer

import namesake
from namesake import cli
from namesake.cli.commands import ExitCode, app
from namesake.model.values import ListId
from namesake.sources import catalogue
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml, own_csv
from tests.surface.publisher import Publisher, gives, publishing

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
INLINE = re.findall(r"`(namesake [^`]+)`", README)
CONSOLE = re.findall(r"^\$ (namesake .+)$", README, re.MULTILINE)
# What goes on until it is stopped has tests of its own.
TYPED = [one for one in dict.fromkeys([*INLINE, *CONSOLE]) if "--watch" not in one]


def _commands() -> Iterator[tuple[tuple[str, ...], object]]:
    """Each command's words, and the parser's own idea of it."""

    def below(command: object, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
        inside = getattr(command, "commands", None)
        if inside is None:
            yield words, command
        for name, one in (inside or {}).items():
            yield from below(one, (*words, name))

    yield from below(typer.main.get_command(app), ())


COMMANDS = dict(_commands())


def test_the_commands_are_the_ones_agreed() -> None:
    assert set(COMMANDS) == {
        ("demo",), ("screen",), ("read",), ("explain",), ("quality",), ("lists", "add"), ("lists", "show"),
        ("lists", "update"), ("lists", "diff"), ("lists", "history"), ("lists", "export"),
        ("lists", "redate"), ("lists", "remove"), ("lists", "links"), ("lists", "unlink"),
        ("ownership",), ("network",),
    }  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_stands_in_the_readme_or_the_help_above_it(run: Run, words: tuple[str, ...]) -> None:
    assert f"namesake {' '.join(words)}" in README or f"make {words[0]}" in README
    assert f"\n  {words[-1]} " in run(*words[:-1], "--help").out


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_is_explained_in_its_commands_help(run: Run, words: tuple[str, ...]) -> None:
    shown = run(*words, "--help").out
    for parameter in COMMANDS[words].params:  # type: ignore[attr-defined]
        names = [name for name in parameter.opts if name.startswith("--")]
        assert all(name in shown for name in names)
        if parameter.name != "help":
            assert parameter.help, f"{parameter.name} is not explained"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_speaks_json(words: tuple[str, ...]) -> None:
    options = {name for parameter in COMMANDS[words].params for name in parameter.opts}  # type: ignore[attr-defined]
    assert "--json" in options


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@pytest.mark.parametrize("line", TYPED)
def test_every_command_line_in_the_readme_runs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, publisher: Publisher, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    listed = [(90001, "Teodrik", "VARDANIS"), (11462, "", "KATA'IB HIZBALLAH")]
    ofac_xml(tmp_path, entries=listed)
    ofac_xml(tmp_path, entries=listed, name="consolidated.xml", published="03/11/2021")
    shares = "owner,owned,share\nus-ofac-sdn:90001,Orsolax Marine,62\n"
    (tmp_path / "shares.csv").write_text(shares, "utf-8")
    own_csv(tmp_path, name="mine.csv")
    row = '90001,"VARDANIS, Teodrik","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    (tmp_path / "sdn.csv").write_text(row, encoding="latin-1")
    (tmp_path / "FOLDER").mkdir()
    (tmp_path / "FOLDER" / "pairs.csv").write_text("name1,name2,is_match\nIvan,Iwan,true\n", "utf-8")
    (tmp_path / "article.txt").write_text("A letter from Teodrik Vardanis arrived.\n", "utf-8")
    (tmp_path / "FILE").write_text("A letter from Teodrik Vardanis arrived.\n", "utf-8")
    if any(
        word in line
        for word in (
            *("screen", "quality", "read", "diff", "history", "export", "redate", "remove"),
            *("ownership", "network"),
        )
    ):
        assert run("lists", "add", "sdn.xml").code == 0
    if "update" in line:
        address = publisher("/sdn.xml", gives((tmp_path / "sdn.xml").read_bytes()))
        sdn = catalogue.ENTRIES[ListId("us-ofac-sdn")]
        monkeypatch.setattr(catalogue, "ENTRIES", {sdn.id: replace(sdn, files=(address,))})
    if "link" in line:
        assert run("lists", "add", "sdn.xml").code == 0
        assert run("lists", "add", "mine.csv", "--list", "mine").code == 0
    given = {
        "NAME": "'Teodrik Vardanis'",
        "FILE...": "sdn.xml",
        "PARTY": "us-ofac-sdn:90001",
        "OTHER": "mine:1",
    }
    for word, meant in given.items():
        line = line.replace(word, meant)
    words = shlex.split(line)
    ran = run(*words[1:])
    assert ran.code == (3 if "--fail-on-hit" in words else 0), ran.err
    assert ran.out


def test_the_readme_shows_enough_to_be_worth_testing() -> None:
    shown = " ".join(TYPED)
    assert all(" ".join(words) in shown for words in COMMANDS if words != ("demo",))
    assert len(TYPED) >= 8


def test_every_option_in_the_readme_exists() -> None:
    known = {name for command in COMMANDS.values() for one in command.params for name in one.opts}  # type: ignore[attr-defined]
    written = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
    assert written
    assert written <= known | {"--help"}


@pytest.mark.parametrize(
    "snippet", [*PYTHON, re.findall(r"```python\n(.*?)```", namesake.__doc__ or "", re.DOTALL)[0]]
)
def test_the_python_in_the_readme_and_the_package_runs(
    snippet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    listed = [(10481, "Qasem", "SOLEIMANI"), (90002, "Teodrik", "VARDANIS")]
    ofac_xml(tmp_path, entries=listed)
    ofac_xml(tmp_path, entries=listed[1:], name="consolidated.xml", published="03/09/2021")
    printed = io.StringIO()
    names: dict[str, object] = {}
    with redirect_stdout(printed):
        exec(snippet, names)
    hit = names["screening"].hits[0]  # type: ignore[attr-defined]
    assert hit.party.id == "us-ofac-sdn:10481"
    if "print(" in snippet:
        assert printed.getvalue().startswith("us-ofac-sdn:10481 SOLEIMANI, Qasem 0.")


def test_the_library_works_in_three_lines_on_a_list_of_ones_own(tmp_path: Path) -> None:
    screener = namesake.load(own_csv(tmp_path), as_list="mine", published="2021-02-15")
    screening = screener.screen(
        "Teodric Vardanis", kind="Person", born="1957", countries=["ir"], as_of="2021-03-11"
    )
    assert (screening.hits[0].party.id, screening.hits[0].party.name) == ("mine:1", "VARDANIS, Teodrik")
    assert screening.hits[0].score >= 0.7
    assert isinstance(screening.near, tuple)


def test_comparing_as_the_readme_has_it_finds_a_match_with_its_evidence() -> None:
    (call,) = re.findall(r"`(namesake\.compare\([^`]+\))`", README)
    comparison = eval(call, {"namesake": namesake})
    assert comparison.match
    assert comparison.score >= 0.7
    assert comparison.evidence


def test_the_exit_codes_told_are_the_ones_used() -> None:
    told = re.search(r"Exit codes: (.*?)\.\n", (cli.__doc__ or "") + "\n", re.DOTALL)
    assert told
    assert [int(code) for code in re.findall(r"\b(\d+)\s\w", told[1])] == [code.value for code in ExitCode]


def test_the_readme_tells_the_code_of_a_hit() -> None:
    assert f"`namesake screen NAME --fail-on-hit` (exit code {ExitCode.HITS.value})" in README
