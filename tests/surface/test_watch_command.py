"""`namesake lists update --watch`, as a process of its own beside a publisher on this machine."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import pytest

from namesake.cli.following import _Lines
from namesake.errors import ListError, StoreError
from namesake.model.edition import Edition
from namesake.model.values import ListId
from namesake.service import Service, Updated
from namesake.store.database import Added
from tests.surface.conftest import Run
from tests.surface.making import ofac_xml
from tests.surface.publisher import Publisher, drips, fails, gives, publishing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent here as POSIX systems know them")


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@contextmanager
def watching(address: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command running; killed at the end where it did not end by itself."""
    command = [
        sys.executable,
        "-m",
        "namesake",
        "lists",
        "update",
        "--watch",
        "--from",
        f"us-ofac-sdn={address}",
    ]
    process = subprocess.Popen(
        [*command, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_tells_what_came_and_stops_cleanly_on_a_signal(
    run: Run, publisher: Publisher, tmp_path: Path, empty_home: Path, number: signal.Signals
) -> None:
    address = publisher("/SDN.XML", gives(ofac_xml(tmp_path).read_bytes()))
    with watching(address, "--every", "1h") as process:
        assert "us-ofac-sdn: edition of 2021-03-10 came, 2 parties" in line(process)
        # A second one is refused while it runs.
        second = run("lists", "update", "--watch", "--from", f"us-ofac-sdn={address}")
        assert (second.code, second.out) == (2, "")
        assert "another `namesake lists update --watch` is running already" in second.err
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "", "")
    assert run("screen", "Teodrik Vardanis", "--json").document["hits"]
    assert [item.name for item in empty_home.iterdir() if item.name.startswith("incoming-")] == []


def test_stopped_in_the_middle_of_a_download_nothing_is_left(
    publisher: Publisher, tmp_path: Path, empty_home: Path
) -> None:
    publisher.asked.clear()
    address = publisher("/slow.xml", drips(ofac_xml(tmp_path).read_bytes(), pieces=100, pause=0.2))
    with watching(address) as process:
        patience = time.monotonic() + 30
        while not publisher.times("/slow.xml"):
            assert time.monotonic() < patience
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=15)
    assert (process.returncode, out, err) == (0, "", "")
    assert [item.name for item in empty_home.iterdir() if item.name.startswith("incoming-")] == []
    assert not Service().store_path.exists()


def test_as_json_each_change_is_a_document_on_a_line(publisher: Publisher, tmp_path: Path) -> None:
    address = publisher("/gone.xml", fails(404))
    with watching(address, "--json") as process:
        document = json.loads(line(process))
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 0
    assert (document["list"], document["outcome"]) == ("us-ofac-sdn", "failed")
    assert "404 Not Found" in document["error"]
    assert document["at"].endswith("Z")


@pytest.mark.parametrize(
    ("words", "message"),
    [(("--every", "soon"), "is no time"), (("--every", "5s"), "is too short"), (("mine",), "is not known")],
)
def test_what_can_not_be_watched_is_refused_at_once(run: Run, words: tuple[str, ...], message: str) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    ran = run("lists", "update", "--watch", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


EDITION = Edition(ListId("un-sc"), "ab" * 32, "un-xml", parties=10)


def _one(*, error: ListError | None = None, added: Added | None = None) -> Updated:
    return Updated(ListId("un-sc"), "https://a.example/", added, error, True, EDITION, 14)


def test_only_what_changed_is_told() -> None:
    lines, written = _Lines(as_json=False), io.StringIO()
    down, other = _one(error=ListError("it is down")), _one(error=ListError("it is a web page"))
    came = _one(added=Added(EDITION, warnings=("un-sc: look at it",)))
    rounds = [_one(), _one(), down, down, other, other, _one(), _one(), came, _one()]
    told = []
    with redirect_stdout(written):
        for one in rounds:
            before = written.tell()
            lines.told([one], None)
            told.append(written.getvalue()[before:].partition("  ")[2].strip())
        for _ in range(2):
            lines.told((), StoreError("the disk is full"))
    assert told == [
        "un-sc: unchanged, of no known date",
        "",
        "un-sc: it is down",
        "",
        "un-sc: it is a web page",
        "",
        "un-sc: can be fetched again, unchanged, of no known date",
        "",
        "un-sc: edition without a date came, 10 parties; un-sc: look at it",
        "",
    ]
    assert written.getvalue().count("the disk is full") == 1
