"""A store whose writer is killed, or shared by two."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from namesake.errors import StoreError
from namesake.store.database import Store
from namesake.store.marker import read_marker, state_of
from tests.unit.store.making import add, edition, on_day, parties

ROOT = Path(__file__).parents[3]
FIRST = edition("first", "2021-03-10")
SECOND = edition("second", "2021-06-01")

ADD_AND_DIE = """
    import os, random, signal, sys
    from pathlib import Path
    from msgspec.structs import replace
    from sqlalchemy import Engine, event
    from namesake.store import database
    from namesake.store.database import Store
    from tests.unit.store.making import add, edition, parties

    path, point = Path(sys.argv[1]), sys.argv[2]

    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    def records():
        noise = random.Random(1)
        for number, party in enumerate(parties(3000)):
            if point == str(number):
                die()
            yield replace(party, record=noise.randbytes(1000).hex())

    # So small a cache that the file itself is written to long before the commit.
    event.listen(Engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA cache_size = 50"))

    if point == "before the word":
        database.write_marker = die
    if point == "after the word":
        write = database.write_marker
        database.write_marker = lambda *args: (write(*args), die())
    add(Store(path), edition("second", "2021-06-01"), records())
    if point == "after":
        die()
"""


def run(code: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, args)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill like that")
@pytest.mark.parametrize("point", ["0", "700", "2999", "before the word", "after the word"])
def test_a_writer_killed_in_the_middle_leaves_no_trace(path: Path, point: str) -> None:
    store = Store(path)
    add(store, FIRST, parties(2700))
    size = path.stat().st_size
    with run(ADD_AND_DIE, path, point) as process:
        process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    if point in ("2999", "before the word", "after the word"):
        assert path.stat().st_size > 2 * size  # it was killed when much was written
    again = Store(path)
    assert [e.published for e in again.editions()] == [FIRST.published]
    assert on_day(again.histories(), None) == set(parties(2700))
    assert (again.mark(), read_marker(path)) == (state_of(again.editions()),) * 2
    assert add(again, SECOND, parties(2700)).gone == 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill like that")
def test_a_writer_killed_after_its_add_has_added(path: Path) -> None:
    add(Store(path), FIRST, parties(2700))
    with run(ADD_AND_DIE, path, "after") as process:
        process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert [e.parties for e in Store(path).editions()] == [2700, 3000]
    assert read_marker(path) == state_of(Store(path).editions())


ADD_WHEN_TOLD = """
    import sys
    from pathlib import Path
    from namesake.store.database import Store
    from tests.unit.store.making import add, edition, parties

    def records():
        yield from parties(700)
        print("in the middle", flush=True)
        sys.stdin.readline()
        yield from parties(300, first=700)

    print(add(Store(Path(sys.argv[1])), edition("second", "2021-06-01"), records()).new)
"""


def test_of_two_writers_one_is_told_to_wait_and_readers_go_on(path: Path) -> None:
    store = Store(path, wait=0.1)
    add(store, FIRST, parties(900))
    with run(ADD_WHEN_TOLD, path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "in the middle\n"
        assert len(store.editions()) == 1
        with pytest.raises(StoreError, match="another process is adding to it"):
            add(store, edition("third", "2021-07-01"), parties(1000))
        output, _ = process.communicate("go on\n", timeout=60)
    assert output == "100\n"
    add(store, edition("third", "2021-07-01"), parties(1000))
    assert [e.parties for e in store.editions()] == [900, 1000, 1000]


def test_a_writer_waits_for_another_that_is_soon_done(path: Path) -> None:
    store = Store(path, wait=60)
    add(store, FIRST, parties(900))
    with run(ADD_WHEN_TOLD, path) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "in the middle\n"
        print("go on", file=process.stdin, flush=True)
        assert not add(store, edition("third", "2021-07-01"), parties(1000)).was_known
    assert len(store.editions()) == 3
    assert read_marker(path) == state_of(store.editions())


def test_two_that_make_the_store_at_once_both_have_it(path: Path) -> None:
    code = """
        import sys
        from pathlib import Path
        from namesake.store.database import Store
        sys.stdin.readline()
        print(Store(Path(sys.argv[1])).editions())
    """
    makers = [run(code, path) for _ in range(4)]
    for maker in makers:
        assert maker.stdin is not None
        print("go", file=maker.stdin, flush=True)
    assert [maker.communicate(timeout=60)[0] for maker in makers] == ["()\n"] * 4
