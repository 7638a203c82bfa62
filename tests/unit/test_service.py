"""Lists in, a screener out: in memory, and from a home folder with its store and index."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import namesake
from namesake.errors import InputError, ListError, NoListError, PolicyError, SnapshotError, StoreError
from namesake.index import building, taking
from namesake.index.taking import Taken, taken_apart
from namesake.model.policy import Policy
from namesake.model.values import ListId
from namesake.screening.result import Screening
from namesake.service import Service, load, starter
from namesake.sources.starter import NOTICE
from namesake.store.database import Store
from namesake.store.marker import marker_path, read_marker
from tests.surface.making import eu_xml, ofac_xml, own_csv, un_xml

THREE = [(90001, "Teodrik", "VARDANIS"), (90002, "", "ORSOLAX MARITIME"), (90003, "Gundwin", "PELLACORD")]


def _ids(screening: Screening) -> list[str]:
    return [hit.party.id for hit in screening.hits]


def _add(service: Service, path: Path, **options: str) -> None:
    for delivery in service.deliveries(path):
        service.add(delivery, **options)  # type: ignore[arg-type]


def test_files_are_loaded_in_memory_and_nothing_is_kept(tmp_path: Path, empty_home: Path) -> None:
    screener = load(ofac_xml(tmp_path), str(un_xml(tmp_path)), eu_xml(tmp_path))
    assert screener.snapshot.manifest.lists == ("eu-fsf", "un-sc", "us-ofac-sdn")
    assert _ids(screener.screen("Ulviya Zembrano")) == ["un-sc:QDi.901"]
    assert _ids(screener.screen("Brimoald Estevarre")) == ["eu-fsf:EU.9001.1"]
    assert not empty_home.exists()


def test_a_folder_of_several_editions_is_loaded_whole(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    ofac_xml(folder)
    ofac_xml(folder, entries=THREE, published="04/10/2021", name="newer.xml")
    un_xml(folder)
    screener = load(folder)
    assert len(screener.snapshot.manifest.holdings) == 3
    assert _ids(screener.screen("Gundwin Pellacord")) == ["us-ofac-sdn:90003"]
    assert _ids(screener.screen("Gundwin Pellacord", as_of="2021-04-09")) == []


def test_a_folder_with_a_csv_trio_is_one_edition(tmp_path: Path) -> None:
    # SDN.CSV: 10481,"SOLEIMANI, Qasem","individual",...  ALT.CSV: 10481,12,"aka","...",-0-
    folder = tmp_path / "trio"
    folder.mkdir()
    nulls = ",-0- " * 8
    (folder / "sdn.csv").write_text(
        f'90001,"VARDANIS, Teodrik","individual","SDGT"{nulls}\r\n\x1a', "latin-1"
    )
    (folder / "alt.csv").write_text('90001,7,"aka","WARDANIS, Teo",-0- \r\n\x1a', "latin-1")
    (folder / "add.csv").write_text('90001,9,"1 Quay","Baku","Azerbaijan",-0- \r\n\x1a', "latin-1")
    screener = load(folder, published="2021-04-01")
    (held,) = screener.snapshot.manifest.holdings
    assert (held.edition.list, held.edition.published) == ("us-ofac-sdn", dt.date(2021, 4, 1))
    assert _ids(screener.screen("Teo Wardanis")) == ["us-ofac-sdn:90001"]


@pytest.mark.parametrize("published", ["2021-02-15", dt.date(2021, 2, 15)])
def test_a_file_without_a_date_is_dated_by_the_caller(tmp_path: Path, published: str | dt.date) -> None:
    screener = load(own_csv(tmp_path), as_list="mine", published=published)
    (edition,) = screener.screen("Teodrik Vardanis", as_of="2021-03-01").editions
    assert (edition.list, edition.published) == ("mine", dt.date(2021, 2, 15))


def test_a_file_that_stays_undated_says_so(tmp_path: Path) -> None:
    screener = load(own_csv(tmp_path), as_list="mine")
    assert any("without a published date" in warning for warning in screener.screen("Somebody").warnings)
    asked = screener.screen("Teodrik Vardanis", as_of="2021-03-01")
    assert (asked.hits, asked.editions) == ((), ())
    assert any("carries no published date" in warning for warning in asked.warnings)


def test_a_date_that_contradicts_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="dates itself 2021-02-01, not 2021-02-02: leave --published out"):
        load(un_xml(tmp_path), published="2021-02-02")
    assert load(un_xml(tmp_path), published="2021-02-01").snapshot.manifest.holdings


@pytest.mark.parametrize("day", ["2021", "2021-2-1", "today", "", "2021-02-30"])
def test_a_date_that_is_no_day_is_refused(tmp_path: Path, day: str) -> None:
    with pytest.raises(InputError, match=r"published day .* is not a day"):
        load(own_csv(tmp_path), as_list="mine", published=day)


@pytest.mark.parametrize("name", ["", "My List", "../x", "ÄÖ", "x" * 65])
def test_a_name_that_can_name_no_list_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="can't be the name of a list"):
        load(own_csv(tmp_path), as_list=name)


def test_the_same_file_twice_counts_once(tmp_path: Path) -> None:
    path = ofac_xml(tmp_path)
    copy = tmp_path / "copy.xml"
    shutil.copy(path, copy)
    screener = load(path, copy, path)
    assert len(screener.snapshot.manifest.holdings) == 1
    assert _ids(screener.screen("Teodrik Vardanis")) == ["us-ofac-sdn:90001"]
    assert screener.snapshot.id == load(path).snapshot.id


def test_files_answer_alike_in_whatever_order_they_are_given(tmp_path: Path) -> None:
    paths = [ofac_xml(tmp_path), un_xml(tmp_path), eu_xml(tmp_path)]
    one, other = load(*paths), load(*reversed(paths))
    assert one.screen("Teodrik Vardanis").hits == other.screen("Teodrik Vardanis").hits


def test_nothing_to_load_is_refused() -> None:
    with pytest.raises(InputError, match="there is nothing to load: give at least one list file"):
        load()


def test_a_file_that_is_absent_or_no_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent\.xml does not exist"):
        load(ofac_xml(tmp_path), tmp_path / "absent.xml")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    with pytest.raises(ListError, match=r"letter\.txt is no list that Namesake can read"):
        load(ofac_xml(tmp_path), letter)


def test_a_file_damaged_in_its_middle_is_refused_whole(tmp_path: Path) -> None:
    path = ofac_xml(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ListError, match=r"sdn\.xml breaks off or is damaged"):
        load(path)


def test_loading_screens_by_the_policy_given(tmp_path: Path) -> None:
    path = ofac_xml(tmp_path)
    assert load(path, policy=Policy(threshold=0.9)).policy.threshold == 0.9
    with pytest.raises(PolicyError, match="list 'un-sc' is not held"):
        load(path, policy=Policy(lists=(ListId("un-sc"),)))


def test_what_is_loaded_answers_as_what_is_stored(tmp_path: Path) -> None:
    paths = [ofac_xml(tmp_path), ofac_xml(tmp_path, entries=THREE, published="04/10/2021", name="newer.xml")]
    service = Service()
    for path in paths:
        _add(service, path)
    for day in (None, "2021-03-01", "2021-04-09", "2021-04-10"):
        for name in ("Gundwin Pellacord", "Teodrik Vardanis"):
            stored = service.screener().screen(name, as_of=day)
            loaded = load(*paths).screen(name, as_of=day)
            assert (stored.hits, stored.warnings) == (loaded.hits, loaded.warnings)


def test_the_starter_list_says_with_every_answer_what_it_is(empty_home: Path) -> None:
    screener = starter()
    assert NOTICE in screener.screen("Qassem Suleimani").warnings
    assert NOTICE in screener.screen("Nobody Atall").warnings
    assert not empty_home.exists()
    assert namesake.starter(Policy(threshold=0.8)).policy.threshold == 0.8


def test_a_home_without_lists_says_how_to_load_one(empty_home: Path) -> None:
    service = Service()
    assert service.lists() == []
    with pytest.raises(NoListError, match="namesake lists add FILE"):
        service.screener()
    assert not empty_home.exists()


def test_a_store_without_an_edition_says_how_to_load_one(empty_home: Path) -> None:
    Store(Service().store_path)
    with pytest.raises(NoListError, match="namesake lists add FILE"):
        Service().snapshot()


def test_a_home_one_may_not_look_into_is_no_home_without_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, **_: object) -> os.stat_result:
        raise PermissionError(13, "Permission denied", str(path))

    service = Service()
    monkeypatch.setattr(Path, "stat", forbidden)
    for ask in (service.lists, service.snapshot):
        with pytest.raises(
            StoreError, match=r"can't be reached \(Permission denied\): get the right to read"
        ):
            ask()


def test_two_homes_know_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = Service(tmp_path / "one"), Service(tmp_path / "other")
    _add(one, ofac_xml(tmp_path))
    _add(other, un_xml(tmp_path))
    assert [status.id for status in one.lists()] == ["us-ofac-sdn"]
    assert [status.id for status in other.lists()] == ["un-sc"]


def test_a_list_is_shown_with_its_editions_oldest_first_and_the_current_one(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path, entries=THREE, published="04/10/2021"))
    _add(service, ofac_xml(tmp_path, name="older.xml"))
    _add(service, own_csv(tmp_path), as_list="mine")
    mine, ofac = service.lists()
    assert (mine.id, mine.title, mine.authority) == ("mine", "a list of your own", "")
    assert (ofac.id, ofac.authority) == ("us-ofac-sdn", "OFAC")
    assert [edition.published for edition in ofac.editions] == [dt.date(2021, 3, 10), dt.date(2021, 4, 10)]
    assert ofac.current == ofac.editions[1:]


def test_the_problems_of_an_edition_can_be_asked_for(tmp_path: Path) -> None:
    service = Service()
    _add(service, own_csv(tmp_path, "name,birth_date\nTeodrik Vardanis,soon\n"), as_list="mine")
    (problem,) = service.problems(service.lists()[0].current[0])
    assert (problem.field, problem.where) == ("birth_date", "own.csv line 2")


def _published_index(service: Service) -> str:
    return (service.index_folder / "current").read_text("ascii").strip()


def test_publishing_an_index_removes_the_one_before_it(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    first = service.snapshot().id
    _add(service, un_xml(tmp_path))
    second = service.snapshot().id
    assert first != second == _published_index(service)
    assert sorted(item.name for item in service.index_folder.iterdir()) == sorted([second, "current"])


def test_what_a_process_that_died_left_is_removed_and_what_another_builds_is_not(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    long_ago = dt.datetime.now(dt.UTC).timestamp() - 7200
    for name in ("a-wreck", ".building-wreck", ".building-now"):
        (service.index_folder / name).mkdir()
        (service.index_folder / name / "part.npy").write_bytes(b"half")
    (service.index_folder / ".current-wreck").write_text("x")
    for name in ("a-wreck", ".building-wreck", ".current-wreck"):
        os.utime(service.index_folder / name, (long_ago, long_ago))
    _add(service, un_xml(tmp_path))
    service.snapshot()
    left = {item.name for item in service.index_folder.iterdir()}
    assert left == {".building-now", _published_index(service), "current"}


def test_an_index_opened_before_stays_whole_when_another_is_published(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    screener = service.screener()
    _add(service, un_xml(tmp_path))
    service.index()
    assert _ids(screener.screen("Teodrik Vardanis")) == ["us-ofac-sdn:90001"]
    assert _ids(screener.screen("Ulviya Zembrano")) == []


def test_an_index_takes_over_what_the_one_before_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[str, bool]] = []

    def watched(names: Sequence[tuple[str, bool]]) -> Taken:
        taken.extend(names)
        return taken_apart(names)

    monkeypatch.setattr(building, "taken_apart", watched)
    service = Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    assert ("VARDANIS, Teodrik", True) in taken
    taken.clear()
    _add(service, un_xml(tmp_path))
    made = service.snapshot()
    assert ("VARDANIS, Teodrik", True) not in taken
    assert taken
    taken.clear()
    assert service.index().id == made.id
    assert taken == []
    made.verify()
    shutil.rmtree(service.index_folder)
    assert service.index().id == made.id, "from nothing it is the same"


@pytest.mark.parametrize("damage", ["name_tokens.npy", "key_tokens.npy", "manifest.json"])
def test_an_index_takes_over_nothing_from_a_damaged_one(tmp_path: Path, damage: str) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    before = service.snapshot()
    path = service.index_folder / before.id / damage
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    _add(service, un_xml(tmp_path))
    made = service.snapshot()
    made.verify()
    shutil.rmtree(service.index_folder)
    assert service.index().id == made.id


@pytest.mark.parametrize("processes", [1, 3])
def test_as_many_processes_build_as_the_service_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    asked: list[int] = []

    class Watched(taking.Processes):
        def __init__(self, count: int, *, worth: int) -> None:
            asked.append(count)
            super().__init__(count, worth=worth)

    monkeypatch.setattr(building, "Processes", Watched)
    service = Service(processes=processes) if processes > 1 else Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    assert asked == [processes]


@pytest.mark.parametrize("options", ["", "processes=2"])
def test_a_script_without_a_main_guard_gets_its_index(tmp_path: Path, options: str) -> None:
    """By default in its own process; told to start others, which a script like this can't have, so too."""
    _add(Service(), ofac_xml(tmp_path))
    script = tmp_path / "script.py"
    script.write_text(
        f"""
from namesake.index import building, makings
from namesake.service import Service
building.AT_ONCE = makings.AT_ONCE = 1  # so that there seems to be much to do
print(Service({options}).index().id)
"""
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == Service().snapshot().id
    assert done.returncode == 0
    assert ("built in one process" in done.stderr) == bool(options)


def test_an_index_that_can_not_be_published_leaves_the_one_before_it_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    before = service.snapshot().id
    _add(service, un_xml(tmp_path))

    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.name.startswith(".current"):
            raise OSError(28, "No space left on device")
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        with pytest.raises(SnapshotError, match=r"can't be published in .*No space left"):
            service.index()
    assert _published_index(service) == before
    assert (service.index_folder / before).is_dir()
    assert service.snapshot().id != before


def test_a_ready_index_is_opened_and_not_built_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    ready = service.snapshot().id

    def never(*_: object) -> None:
        raise AssertionError("the index was built although it was ready")

    monkeypatch.setattr(Service, "index", never)
    monkeypatch.setattr(Service, "store", never)
    assert Service().snapshot().id == ready


def test_an_index_is_built_anew_once_another_edition_is_held(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    _add(Service(), un_xml(tmp_path))
    assert _ids(service.screener().screen("Ulviya Zembrano")) == ["un-sc:QDi.901"]


@pytest.mark.parametrize("word", [None, "", "0123456789abcdef", "ünknown"])
def test_a_marker_that_is_lost_or_foreign_costs_a_look_and_is_mended(
    tmp_path: Path, word: str | None
) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    ready, right = service.snapshot().id, read_marker(service.store_path)
    path = marker_path(service.store_path)
    if word is None:
        path.unlink()
    else:
        path.write_text(word, encoding="utf-8")
    assert service.snapshot().id == ready
    assert read_marker(service.store_path) == right


def test_an_add_killed_before_the_index_was_built_counts_in_the_next_answer(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    code = (
        "import os, sys; from pathlib import Path; from namesake.service import Service\n"
        "service = Service()\n"
        "for delivery in service.deliveries(Path(sys.argv[1])): service.add(delivery)\n"
        "os._exit(9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(un_xml(tmp_path))], check=False, timeout=60)
    assert killed.returncode == 9
    assert _ids(Service().screener().screen("Ulviya Zembrano")) == ["un-sc:QDi.901"]


def test_a_build_killed_before_it_was_published_changes_no_answer_and_leaves_no_rubbish(
    tmp_path: Path,
) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    service.snapshot()
    code = (
        "import os, sys; from pathlib import Path; from namesake.service import Service\n"
        "Service._publish = lambda self, name: os._exit(9)\n"
        "service = Service()\n"
        "for delivery in service.deliveries(Path(sys.argv[1])): service.add(delivery)\n"
        "service.index()"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(un_xml(tmp_path))], check=False, timeout=60)
    assert killed.returncode == 9
    assert _ids(Service().screener().screen("Ulviya Zembrano")) == ["un-sc:QDi.901"]
    left = sorted(item.name for item in service.index_folder.iterdir())
    assert left == sorted([_published_index(service), "current"])


def test_an_add_that_fails_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    service = Service()
    _add(service, ofac_xml(tmp_path))
    before = (service.snapshot().id, read_marker(service.store_path))
    broken = un_xml(tmp_path)
    broken.write_bytes(broken.read_bytes()[:-30])
    with pytest.raises(ListError):
        _add(service, broken)
    assert (service.snapshot().id, read_marker(service.store_path)) == before


def test_two_services_adding_and_screening_at_once_lose_nothing(tmp_path: Path) -> None:
    paths = [
        ofac_xml(tmp_path), un_xml(tmp_path), eu_xml(tmp_path),
        ofac_xml(tmp_path, entries=THREE, published="04/10/2021", name="newer.xml"),
    ]  # fmt: skip

    def add_and_ask(path: Path) -> int:
        service = Service()
        _add(service, path)
        return len(service.screener().screen("Teodrik Vardanis").editions)

    with ThreadPoolExecutor(2) as pool:
        assert all(pool.map(add_and_ask, paths))
    service = Service()
    assert [status.id for status in service.lists()] == ["eu-fsf", "un-sc", "us-ofac-sdn"]
    assert _ids(service.screener().screen("Gundwin Pellacord")) == ["us-ofac-sdn:90003"]
    assert service.snapshot().manifest.state == read_marker(service.store_path)


def test_two_processes_adding_at_once_lose_nothing(tmp_path: Path) -> None:
    paths = [ofac_xml(tmp_path), un_xml(tmp_path)]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "namesake", "lists", "add", str(path)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=dict(os.environ),
        )
        for path in paths
    ]
    for process in started:
        _, complaint = process.communicate(timeout=60)
        assert (process.returncode, complaint) == (0, b"")
    screener = Service().screener()
    assert _ids(screener.screen("Ulviya Zembrano")) == ["un-sc:QDi.901"]
    assert _ids(screener.screen("Teodrik Vardanis")) == ["us-ofac-sdn:90001"]


def test_an_edition_of_a_day_to_come_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name\nAketza Mendizuri\n", encoding="utf-8")
    with pytest.raises(InputError, match="an edition of 2999-01-01, which lies in the future"):
        load(path, as_list="mine", published="2999-01-01")
