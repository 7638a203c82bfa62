"""Adding several editions, each on its own account."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from namesake.cli.adding import Outcome, add_all, as_document, show_added
from namesake.errors import LossyEditionError
from namesake.index.snapshot import Snapshot
from namesake.model.edition import Edition
from namesake.model.values import ListId
from namesake.service import Service
from namesake.store.database import Added
from tests.surface.making import ofac_xml, own_csv, un_xml


def _add(*paths: Path, as_list: str | None = None, published: str | None = None) -> Outcome:
    return add_all(Service(), paths, as_list=as_list, published=published, accept_loss=False, console=None)


def _shown(outcome: Outcome) -> str:
    written = io.StringIO()
    show_added(Console(file=written, width=300, highlight=False), outcome)
    return written.getvalue()


def test_all_are_added_and_the_index_is_built_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[str] = []
    index = Service.index

    def counted(service: Service) -> Snapshot:
        built.append("once")
        return index(service)

    monkeypatch.setattr(Service, "index", counted)
    outcome = _add(ofac_xml(tmp_path), un_xml(tmp_path))
    assert [name for name, _ in outcome.added] == ["sdn.xml", "consolidated.xml"]
    assert outcome.failed == []
    assert built == ["once"]
    assert outcome.index == Service().snapshot().id


def test_nothing_added_builds_no_index(tmp_path: Path) -> None:
    outcome = _add(tmp_path / "absent.xml")
    assert (outcome.added, outcome.index) == ([], None)
    assert [name for name, _ in outcome.failed] == [str(tmp_path / "absent.xml")]
    assert not Service().index_folder.exists()


def test_a_failure_stops_no_other(tmp_path: Path) -> None:
    bad = own_csv(tmp_path, "no list", name="bad.txt")
    outcome = _add(bad, ofac_xml(tmp_path), tmp_path / "absent.xml", un_xml(tmp_path))
    assert [name for name, _ in outcome.added] == ["sdn.xml", "consolidated.xml"]
    assert [name for name, _ in outcome.failed] == ["bad.txt", str(tmp_path / "absent.xml")]


def test_one_day_can_not_date_two_editions_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "two"
    ofac_xml(folder)
    un_xml(folder)
    ((name, error),) = _add(folder, published="2021-03-10").failed
    assert name == str(folder)
    assert "holds 2 editions, and --published dates one" in str(error)


def test_what_was_added_is_told_in_a_line_each(tmp_path: Path) -> None:
    path = own_csv(tmp_path, "name,birth_date\nTeodrik Vardanis,soon\n")
    shown = _shown(_add(path, as_list="mine"))
    assert shown.startswith("own.csv: mine without a date, 1 records, 1 parties, 1 problem\n")
    assert "  ! mine, undated edition" in shown
    assert "already held" in _shown(_add(path, as_list="mine"))


def test_names_of_files_and_warnings_can_not_redraw_the_terminal_or_be_markup() -> None:
    edition = Edition(ListId("mine"), "ab" * 32, "own-csv")
    added = Added(edition, warnings=("red \x1b[31m [red]word[/red]",))
    shown = _shown(Outcome(added=[("a\x1b]0;evil\x07[/b].csv", added)]))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[/b].csv: mine" in shown
    assert "[red]word[/red]" in shown


def test_the_document_tells_losses_of_what_was_refused() -> None:
    outcome = Outcome(failed=[("sdn.xml", LossyEditionError("refused", ("10 gone", "2 lost")))])
    assert as_document(outcome) == {
        "added": [],
        "failed": [{"file": "sdn.xml", "error": "refused", "losses": ["10 gone", "2 lost"]}],
        "index": None,
    }
