"""Fetching a file: what is asked, what is refused, what is tried again, and what is said of it."""

from __future__ import annotations

import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from namesake.errors import InputError, ListError, StoreError
from namesake.model.values import ListId
from namesake.sources.fetch import (
    USUAL,
    Fetched,
    Limits,
    Tag,
    UnreachableError,
    Wanted,
    fetch,
    fetch_all,
    shown,
)
from tests.surface.publisher import (
    Answer,
    Publisher,
    drips,
    fails,
    gives,
    gives_dated,
    gives_packed,
    leads_to,
    publishing,
)

QUICK = Limits(size=1 << 20, connect=2, stall=0.5, total=5, attempts=3, pause=0.01)
CONTENT = b"<sdnList>" * 20_000


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "list.xml"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://a.example/list.xml", "https://a.example/list.xml"),
        ("https://user:word@a.example/list.xml?token=hush#part", "https://a.example/list.xml"),
        ("https://token@a.example:8443/", "https://a.example:8443/"),
        ("http://[::1]:80/x?y", "http://[::1]/x"),
        ("https://a.example/\x1b[31m", "an address that can't be read"),
        ("https://[::", "an address that can't be read"),
    ],
)
def test_an_address_is_shown_without_what_may_be_secret(address: str, told: str) -> None:
    assert shown(address) == told


@pytest.mark.parametrize(
    "answer",
    [
        gives(CONTENT),
        gives(CONTENT, tagged=False),
        gives_packed(CONTENT),
        gives(gzip.compress(CONTENT[:500]) + gzip.compress(CONTENT[500:]), content_encoding="x-gzip"),
        gives(CONTENT, content_encoding="identity"),
        drips(CONTENT, pieces=5, pause=0.02),
    ],
    ids=["plain", "untagged", "packed", "packed in two", "identity", "in pieces"],
)
def test_what_comes_is_what_was_published(publisher: Publisher, to: Path, answer: Answer) -> None:
    fetched = fetch(publisher("/a", answer), to, limits=QUICK)
    assert fetched.path == to
    assert to.read_bytes() == CONTENT


def test_an_archive_is_kept_as_it_is(publisher: Publisher, to: Path) -> None:
    fetch(publisher("/a.gz", gives(gzip.compress(CONTENT))), to, limits=QUICK)
    assert gzip.decompress(to.read_bytes()) == CONTENT


def test_the_publishers_tag_comes_along_and_brings_nothing_the_next_time(
    publisher: Publisher, to: Path
) -> None:
    day = "Mon, 01 Feb 2021 12:00:00 GMT"
    tagged, dated = publisher("/a", gives(CONTENT)), publisher("/b", gives_dated(CONTENT, day))
    first = fetch(tagged, to, limits=QUICK).tag
    assert first.etag is not None
    assert fetch(dated, to, limits=QUICK).tag == Tag(None, day)
    to.unlink()
    assert fetch(tagged, to, tag=first, limits=QUICK) == Fetched(None, first)
    assert fetch(dated, to, tag=Tag(None, day), limits=QUICK).path is None
    assert not to.exists()


@pytest.mark.parametrize("etag", ["x" * 501, '"\x80"', ""])
def test_a_tag_that_could_not_be_sent_back_is_not_kept(publisher: Publisher, to: Path, etag: str) -> None:
    assert fetch(publisher("/a", gives(CONTENT, tagged=False, etag=etag)), to, limits=QUICK).tag == Tag()


def test_nothing_new_is_no_answer_to_whoever_has_nothing(publisher: Publisher, to: Path) -> None:
    with pytest.raises(ListError, match="answers 304 Not Modified"):
        fetch(publisher("/a", fails(304)), to, limits=QUICK)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_it_is_followed_to_where_it_leads(publisher: Publisher, to: Path, status: int) -> None:
    publisher("/there", gives(CONTENT))
    fetch(publisher("/a", leads_to("there?x=1", status)), to, limits=QUICK)
    assert to.read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("https://a.example/list.xml?key=hush", "to https://a.example/list.xml, which is not http as it was"),
        ("http://192.0.2.1/", "leads to http://192.0.2.1/, which"),
        ("ftp://127.0.0.1/list.xml", "leads to ftp://127.0.0.1/list.xml, which"),
        ("/a", "leads on more than 5 times"),
        ("http://[::", "breaks off|leads to"),
    ],
)  # fmt: skip
def test_it_is_not_followed_anywhere(publisher: Publisher, to: Path, location: str, message: str) -> None:
    with pytest.raises(ListError, match=message) as told:
        fetch(publisher("/a", leads_to(location)), to, limits=QUICK)
    assert "hush" not in str(told.value)
    assert not to.exists()


@pytest.mark.parametrize(
    ("wait", "times"), [("0", 3), ("", 3), ("31", 1), ("9" * 50, 3), ("Wed, 21 Oct 2026 07:28:00 GMT", 3)]
)
def test_whoever_asks_to_wait_long_is_asked_another_day(
    publisher: Publisher, to: Path, wait: str, times: int
) -> None:
    before = publisher.times("/a")
    with pytest.raises(ListError, match="answers 503 Service Unavailable; try again later"):
        fetch(publisher("/a", fails(503, retry_after=wait)), to, limits=QUICK)
    assert publisher.times("/a") - before == times


def test_it_waits_as_long_as_it_is_asked_to(publisher: Publisher, to: Path) -> None:
    begun = time.monotonic()
    fetch(publisher("/a", fails(429, retry_after="1"), gives(CONTENT)), to, limits=QUICK)
    assert time.monotonic() - begun >= 1  # A bound from below: no machine is too fast for it.


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451, 204, 206, 499])
def test_another_answer_is_final(publisher: Publisher, to: Path, status: int) -> None:
    before = publisher.times("/a")
    with pytest.raises(ListError, match=rf"/a answers {status}"):
        fetch(publisher("/a", fails(status)), to, limits=QUICK)
    assert publisher.times("/a") - before == 1


def test_a_publisher_who_is_not_there_is_told_from_one_who_fails(to: Path) -> None:
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1:9/x can't be reached \(Connection refused\)"):
        fetch("http://me:word@127.0.0.1:9/x?y", to, limits=QUICK)


def test_a_name_that_nobody_knows_is_not_there(to: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    said = r"https://nowhere\.invalid/ can't be reached \(Name or service not known\)"
    with pytest.raises(UnreachableError, match=said):
        fetch("https://nowhere.invalid/", to, limits=QUICK)


def test_a_publisher_that_speaks_no_tls_is_not_taken_for_one_that_does(
    publisher: Publisher, to: Path
) -> None:
    with pytest.raises(UnreachableError, match="can't be reached"):
        fetch(publisher("/a", gives(CONTENT)).replace("http:", "https:"), to, limits=QUICK)


def test_a_file_that_can_not_be_written_is_no_fault_of_the_publisher(publisher: Publisher, to: Path) -> None:
    with pytest.raises(StoreError, match="can't be written"):
        fetch(publisher("/a", gives(CONTENT)), to / "no" / "such" / "folder", limits=QUICK)


def test_a_proxy_setting_that_can_not_be_used_is_said_without_its_password(
    to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "gopher://me:word@proxy.example:1")
    with pytest.raises(InputError, match="HTTPS_PROXY") as told:
        fetch("https://a.example/", to, limits=QUICK)
    assert "word" not in str(told.value)


def test_what_stays_within_this_machine_goes_through_no_proxy(
    publisher: Publisher, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert fetch(publisher("/a", gives(CONTENT)), to, limits=QUICK).path == to


def test_https_goes_through_the_proxy_that_is_set(
    publisher: Publisher, to: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What answers in the place of the proxy is no proxy, and that is what is said."""
    monkeypatch.setenv("HTTPS_PROXY", publisher.address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(UnreachableError, match=r"https://a\.example/ can't be reached \(501"):
        fetch("https://a.example/", to, limits=QUICK)


def test_several_are_fetched_at_once(publisher: Publisher, tmp_path: Path) -> None:
    slow = drips(CONTENT, pieces=10, pause=0.05)
    lists = [Wanted(ListId(f"list-{one}"), publisher(f"/{one}.xml", slow)) for one in range(6)]
    asked = len(publisher.asked)
    results = fetch_all(lists, tmp_path, QUICK)
    next(results)
    assert len(publisher.asked) - asked == 6  # All were asked before the second was done.
    assert len(list(results)) == 5
    assert sorted(item.name for item in tmp_path.iterdir()) == [f"list-{one}.xml" for one in range(6)]


def test_what_hangs_where_no_limit_reaches_is_given_up(
    publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("namesake.sources.fetch._GRACE", 0.0)
    monkeypatch.setattr("namesake.sources.fetch.fetch", lambda *_, **__: time.sleep(1.0))
    ((one, error),) = fetch_all([Wanted(ListId("mine"), "https://a.example/?x")], tmp_path, Limits(total=0.1))
    assert one.list == "mine"
    assert str(error) == "https://a.example/ took more than 0.1 seconds; try again later"


def test_an_error_of_ours_is_not_taken_for_the_publishers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("namesake.sources.fetch.fetch", broken)
    with pytest.raises(ZeroDivisionError):
        list(fetch_all([Wanted(ListId("mine"), "https://a.example/")], tmp_path))


def test_one_address_that_may_not_be_asked_keeps_all_from_being_asked(
    publisher: Publisher, tmp_path: Path
) -> None:
    asked = len(publisher.asked)
    lists = [
        Wanted(ListId("a"), publisher("/a", gives(CONTENT))),
        Wanted(ListId("b"), "http://192.0.2.1/list.xml"),
    ]
    with pytest.raises(InputError, match="is plain http"):
        list(fetch_all(lists, tmp_path, QUICK))
    assert len(publisher.asked) == asked


@pytest.mark.parametrize(
    ("path", "name"),
    [("/SDN.XML", "mine.xml"), ("/content?token=x", "mine"), ("/a.tar.gz", "mine.gz"), ("/a.p%2Fq", "mine"),
     ("/list.whatever", "mine"), ("/..", "mine"), ("/", "mine")],
)  # fmt: skip
def test_a_file_is_named_by_its_list(publisher: Publisher, tmp_path: Path, path: str, name: str) -> None:
    from urllib.parse import unquote  # The server keeps a path as it is written.

    publisher.answers[path.partition("?")[0]] = gives(CONTENT)
    publisher.answers[unquote(path)] = publisher.answers["/"] = gives(CONTENT)
    ((_, fetched),) = fetch_all([Wanted(ListId("mine"), publisher.address + path)], tmp_path, QUICK)
    assert isinstance(fetched, Fetched), fetched
    assert fetched.path == tmp_path / name


def test_the_usual_limits_let_the_largest_list_pass() -> None:
    assert USUAL.size == 256 << 20
    assert USUAL.stall < USUAL.total
    assert USUAL.attempts > 1


def test_nothing_is_loaded_before_something_is_fetched() -> None:
    code = "import sys, namesake.sources.fetch, namesake.cli.commands; print('httpx' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert ran.stdout == "False\n"
