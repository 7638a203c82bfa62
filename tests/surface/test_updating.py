"""`namesake lists update` against publishers here: whatever they do, store and message are right."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from namesake.service import Service
from namesake.sources import catalogue, fetch
from namesake.store.database import Store
from namesake.store.marker import read_marker, state_of
from namesake.store.origins import origins_path
from tests.surface.conftest import Run
from tests.surface.making import eu_xml, gb_xml, ofac_xml, own_csv, un_xml
from tests.surface.publisher import (
    Answer,
    Publisher,
    breaks_off,
    drips,
    fails,
    floods,
    gives,
    gives_dated,
    gives_packed,
    hangs_up,
    leads_to,
    publishing,
    stalls,
)

ADDRESSES = {"us-ofac-sdn": "/SDN.XML", "un-sc": "/consolidated.xml", "eu-fsf": "/content"}
TWO = ((90001, "Teodrik", "VARDANIS"), (90002, "", "ORSOLAX MARITIME"))
THREE = (*TWO, (90003, "Gundwin", "PELLACORD"))
OLD = ("2021-03-10", "2021-02-01", "2021-03-02")
SERVES = "the edition of 2021-03-10 is "


@pytest.fixture(scope="module")
def server() -> Iterator[Publisher]:
    with publishing() as one:
        yield one


@pytest.fixture
def publisher(server: Publisher, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    """The catalogue's publishers, all on this machine, and a patience that suits a test."""
    server.answers.clear()
    moved = {
        name: replace(known, files=(server.address + ADDRESSES.get(name, f"/{name}"),))
        for name, known in catalogue.ENTRIES.items()
        if known.files
    }
    monkeypatch.setattr(catalogue, "ENTRIES", moved)
    quick = fetch.Limits(size=1 << 20, connect=2, stall=0.3, total=2, attempts=3, pause=0.01)
    monkeypatch.setattr(fetch, "USUAL", quick)
    return server


@pytest.fixture(scope="module")
def lists(server: Publisher, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Answer]]:
    """A home whose three lists were fetched once, and the answers by which they were."""
    folder = tmp_path_factory.mktemp("lists")
    answers = {
        "/SDN.XML": gives(ofac_xml(folder).read_bytes()),
        "/consolidated.xml": gives_dated(un_xml(folder).read_bytes(), "Mon, 01 Feb 2021 12:00:00 GMT"),
        "/content": gives_packed(eu_xml(folder).read_bytes()),
    }
    service = Service(folder / "home")
    service.update(addresses={name: server(path, answers[path]) for name, path in ADDRESSES.items()})
    service.index()
    return service.home, answers


@pytest.fixture
def held(publisher: Publisher, lists: tuple[Path, dict[str, Answer]], empty_home: Path) -> Publisher:
    """Publishers of whom the three lists were fetched once."""
    home, answers = lists
    shutil.copytree(home, empty_home)
    for path, answer in answers.items():
        publisher(path, answer)
    return publisher


def _newer(folder: Path, entries: Sequence[tuple[int, str, str]] = THREE) -> bytes:
    return ofac_xml(folder, published="03/20/2021", entries=entries).read_bytes()


def _held() -> tuple[str, ...]:
    """The day of each edition that is in use."""
    order = list(ADDRESSES)
    lists = sorted(Service().lists(), key=lambda one: order.index(one.id))
    return tuple(str(edition.published) for one in lists for edition in one.current)


def _finds(run: Run, name: str) -> bool:
    return bool(run("screen", name, "--json").document["hits"])


def _left_over(home: Path) -> list[str]:
    return [item.name for item in home.iterdir() if item.name.startswith("incoming-")]


def test_on_the_first_day_what_most_must_use_is_fetched_and_serves(
    run: Run, publisher: Publisher, tmp_path: Path, empty_home: Path
) -> None:
    publisher("/SDN.XML", gives(ofac_xml(tmp_path).read_bytes()))
    publisher("/us-ofac-cons", gives(ofac_xml(tmp_path).read_bytes().replace(b"SDGT", b"CMIC-EO13959")))
    publisher("/consolidated.xml", gives(un_xml(tmp_path).read_bytes()))
    publisher("/content", gives_packed(eu_xml(tmp_path).read_bytes()))
    publisher("/gb-fcdo", gives(gb_xml(tmp_path).read_bytes()))
    ran = run("lists", "update")
    assert (ran.code, ran.err) == (0, "")
    assert "us-ofac-sdn: 2 parties came, 0 problems; the edition of 2021-03-10 is" in ran.out
    assert "un-sc: 2 parties came, 0 problems; the edition of 2021-02-01 is" in ran.out
    assert {one.id for one in Service().lists()} == set(catalogue.AT_FIRST)
    assert _finds(run, "Brimoald Estevarre")
    assert _left_over(empty_home) == []


def test_a_newer_edition_is_told_with_what_is_new_and_what_is_gone(
    run: Run, held: Publisher, tmp_path: Path
) -> None:
    held("/SDN.XML", gives(_newer(tmp_path)))
    ran = run("lists", "update")
    assert ran.code == 0, ran.err
    assert (
        "us-ofac-sdn: 3 parties came, 0 problems; 1 new and 0 gone since 2021-03-10; the edition of"
        in ran.out
    )
    assert "un-sc: unchanged; the edition of 2021-02-01 is" in ran.out
    assert _held() == ("2021-03-20", *OLD[1:])
    assert _finds(run, "Gundwin Pellacord")


def test_what_is_unchanged_is_not_sent_again(run: Run, held: Publisher) -> None:
    """It is told by ETag, by Last-Modified, and by ETag of what was packed for the way."""
    before = len(held.asked)
    index = Service().snapshot().id
    ran = run("lists", "update")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("unchanged; the edition of") == 3
    asked = dict(held.asked[before:])
    assert asked["/SDN.XML"]["If-None-Match"].startswith('"')
    assert asked["/consolidated.xml"]["If-Modified-Since"] == "Mon, 01 Feb 2021 12:00:00 GMT"
    assert asked["/content"]["If-None-Match"]
    assert Service().snapshot().id == index
    assert [len(one.editions) for one in Service().lists()] == [1, 1, 1]


def test_the_same_bytes_from_a_publisher_without_tags_are_unchanged_too(
    run: Run, held: Publisher, tmp_path: Path
) -> None:
    held("/SDN.XML", gives(ofac_xml(tmp_path).read_bytes(), tagged=False))
    origins_path(Service().store_path).unlink()
    assert "us-ofac-sdn: unchanged; " in run("lists", "update", "us-ofac-sdn").out
    assert "If-None-Match" not in held.asked[-1][1]


@pytest.mark.parametrize("trouble", ["lost", "damaged", "another address", "store gone"])
def test_a_tag_counts_only_for_what_is_held_from_that_address(
    run: Run, held: Publisher, tmp_path: Path, empty_home: Path, trouble: str
) -> None:
    words = ["lists", "update", "us-ofac-sdn"]
    path = "/SDN.XML"
    match trouble:
        case "lost":
            origins_path(Service().store_path).unlink()
        case "damaged":
            origins_path(Service().store_path).write_bytes(b'{"us-ofac-sdn": 1')
        case "another address":
            path = "/mirror.xml"
            mirror = held(path, gives(ofac_xml(tmp_path).read_bytes()))
            words += ["--from", f"us-ofac-sdn={mirror}"]
        case _:
            Service().store_path.unlink()
    ran = run(*words)
    assert ran.code == 0, ran.err
    assert held.asked[-1][0] == path
    assert "If-None-Match" not in held.asked[-1][1]
    assert _finds(run, "Teodrik Vardanis")


BAD = {
    "truncated": (breaks_off(b"<sdnList>" * 100), "breaks off in the middle; try again later"),
    "truncated, and no length told": (
        lambda to: breaks_off(ofac_xml(_folder()).read_bytes(), announced=False)(to),
        "breaks off",
    ),
    "a web page": (gives(b"<!DOCTYPE html><html>Please log in</html>"), "is a web page and no list"),
    "nothing": (gives(b""), "is empty"),
    "noise": (gives(bytes(range(256)) * 9), "is no list that Namesake can read"),
    "another list": (lambda to: gives(un_xml(_folder()).read_bytes())(to), "gives an edition of un-sc"),
    "500": (fails(500), "answers 500 Internal Server Error; try again later"),
    "429": (fails(429), "answers 429 Too Many Requests; try again later"),
    "404": (fails(404), "answers 404 Not Found; if it has moved, give the new address with --from"),
    "403": (fails(403), "answers 403 Forbidden"),
    "stalled": (stalls(b"<sdnList>" * 100, 1.5), "sent nothing for 0.3 seconds"),
    "never done": (drips(bytes(10_000), pieces=100, pause=0.1), "took more than 2 seconds"),
    "huge": (floods(8 << 20), "sends more than 1,048,576 bytes, as no list has"),
    "huge, as it says": (gives(bytes(2 << 20)), "sends more than 1,048,576 bytes"),
    "huge once unpacked": (gives_packed(bytes(4 << 20)), "sends more than 1,048,576 bytes"),
    "an archive that is huge inside": (lambda to: gives(_bomb())(to), "bytes once unpacked, as no list does"),
    "in another encoding": (gives(b"x" * 99, content_encoding="br"), "in an encoding that was not asked for"),
    "packed and broken": (gives(b"x" * 99, content_encoding="gzip"), "sends what can't be unpacked"),
    "hung up": (hangs_up, "breaks off in the middle"),
    "round and round": (leads_to("/SDN.XML"), "leads on more than 5 times"),
    "to a file": (leads_to("file:///etc/passwd"), "is not followed"),
    "out into plain http": (leads_to("http://192.0.2.1/SDN.XML"), "http://192.0.2.1/SDN.XML, which is not"),
}  # fmt: skip


def _folder() -> Path:
    return Service().home.parent


def _bomb() -> bytes:
    return gzip.compress(b"<sdnList>" * (1 << 18))


@pytest.mark.parametrize(("answer", "message"), BAD.values(), ids=BAD)
def test_what_is_no_edition_is_said_and_what_is_held_goes_on_serving(
    run: Run, held: Publisher, empty_home: Path, answer: Answer, message: str
) -> None:
    """One of three is down: the others are updated, and the code says that it was done in part."""
    held("/SDN.XML", answer)
    index = Service().snapshot().id
    ran = run("lists", "update")
    assert ran.code == 4
    assert ran.err.startswith("namesake: us-ofac-sdn: ")
    assert message in ran.err
    assert SERVES in ran.err
    assert ran.err.rstrip().endswith("days old and goes on serving")
    assert ran.err.count("\n") == 1
    assert ran.out.count("unchanged; ") == 2
    assert (_held(), Service().snapshot().id) == (OLD, index)
    assert _finds(run, "Teodrik Vardanis")
    assert _left_over(empty_home) == []


def test_a_list_that_alone_was_asked_for_and_failed_leaves_with_2(run: Run, held: Publisher) -> None:
    held("/SDN.XML", fails(500))
    ran = run("lists", "update", "us-ofac-sdn")
    assert (ran.code, ran.out) == (2, "")
    assert "Internal Server Error" in ran.err


@pytest.mark.parametrize(
    "first",
    [fails(503), fails(429), hangs_up, breaks_off(b"x" * 999)],
    ids=["503", "429", "hangs up", "breaks off"],
)
def test_a_failure_that_passes_is_tried_again(
    run: Run, held: Publisher, tmp_path: Path, first: Answer
) -> None:
    held("/SDN.XML", first, first, gives(_newer(tmp_path)))
    before = held.times("/SDN.XML")
    assert "3 parties came" in run("lists", "update").out
    assert held.times("/SDN.XML") - before == 3


@pytest.mark.parametrize(
    ("answer", "times"), [(fails(500), 3), (fails(404), 1), (floods(8 << 20), 1)], ids=["500", "404", "flood"]
)
def test_it_is_tried_as_often_as_makes_sense(run: Run, held: Publisher, answer: Answer, times: int) -> None:
    held("/SDN.XML", answer)
    before = held.times("/SDN.XML")
    assert run("lists", "update", "us-ofac-sdn").code == 2
    assert held.times("/SDN.XML") - before == times


def test_an_edition_that_lost_too_much_is_refused_each_time_until_the_loss_is_accepted(
    run: Run, held: Publisher, tmp_path: Path
) -> None:
    held("/SDN.XML", gives(_newer(tmp_path, TWO[:1])))
    for _ in range(2):  # A refused edition leaves no tag by which it would count as unchanged.
        ran = run("lists", "update", "us-ofac-sdn")
        assert ran.code == 5
        assert "us-ofac-sdn, edition of 2021-03-20 is refused" in ran.err
        assert _held() == OLD
    beside = run("lists", "update", "--json")
    assert beside.code == 4
    assert beside.document["lists"][0]["losses"]
    accepted = run("lists", "update", "us-ofac-sdn", "--accept-loss")
    assert accepted.code == 0
    assert "1 gone since 2021-03-10" in accepted.out
    assert _held() == ("2021-03-20", *OLD[1:])


def test_without_a_network_one_line_says_so_and_what_is_held_goes_on_serving(
    run: Run, held: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    offline = {
        name: replace(known, files=("http://127.0.0.1:9/list.xml",))
        for name, known in catalogue.ENTRIES.items()
    }
    monkeypatch.setattr(catalogue, "ENTRIES", offline)
    ran = run("lists", "update")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "none of the 3 lists could be fetched, as no publisher could be reached" in ran.err
    assert "goes on serving: us-ofac-sdn of 2021-03-10, un-sc of 2021-02-01, eu-fsf of 2021-03-02" in ran.err
    assert _finds(run, "Teodrik Vardanis")


def test_without_a_network_on_the_first_day_nothing_is_held(
    run: Run, publisher: Publisher, empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("lists", "update", "un-sc", "--from", "un-sc=http://127.0.0.1:9/")
    assert (ran.code, ran.out) == (2, "")
    assert "can't be reached (Connection refused)" in ran.err
    assert "no edition is held" in ran.err
    assert not Service().store_path.exists()


def test_as_json_it_is_one_document_with_the_documented_keys(
    run: Run, held: Publisher, tmp_path: Path
) -> None:
    held("/SDN.XML", gives(_newer(tmp_path)))
    held("/content", fails(500))
    ran = run("lists", "update", "--json")
    assert ran.code == 4
    sdn, un, eu = ran.document["lists"]
    assert [one["outcome"] for one in (sdn, un, eu)] == ["added", "unchanged", "failed"]
    assert set(sdn) == set(eu) == {
        "list", "address", "outcome", "error", "reached", "losses", "edition", "age_days", "cadence_days",
        "overdue", "new", "gone", "changed", "warnings",
    }  # fmt: skip
    assert (sdn["edition"]["published"], sdn["edition"]["parties"]) == ("2021-03-20", 3)
    assert (sdn["new"], sdn["gone"], sdn["changed"]) == (1, 0, 0)
    assert (un["new"], un["error"], un["overdue"], un["cadence_days"]) == (None, None, True, 14)
    assert eu["edition"]["published"] == "2021-03-02"
    assert (eu["reached"], eu["new"]) == (True, None)
    assert "500" in eu["error"]
    assert ran.document["index"] == Service().snapshot().id


def test_secrets_in_an_address_are_kept_and_shown_nowhere(
    run: Run, held: Publisher, tmp_path: Path, empty_home: Path
) -> None:
    """User and password go to that host alone, and a token nowhere but into the question."""
    held("/mirror.xml", leads_to(held.address.replace("127.0.0.1", "localhost") + "/there.xml"))
    held("/there.xml", fails(500), fails(500), fails(500), gives(_newer(tmp_path)))
    secret = held.address.replace("://", "://user:pass-word@") + "/mirror.xml?token=hush"
    words = ["lists", "update", "us-ofac-sdn", "--from", f"us-ofac-sdn={secret}"]
    written = [run(*words), run(*words), run(*words, "--json")]
    assert [one.code for one in written] == [2, 0, 0]
    told = "".join(one.out + one.err for one in written)
    assert not any(word in told for word in ("pass-word", "hush", "token", "user"))
    kept = b"".join(item.read_bytes() for item in empty_home.iterdir() if item.is_file())
    assert not any(word in kept for word in (b"pass-word", b"hush"))
    first = next(headers for path, headers in held.asked if path == "/mirror.xml?token=hush")
    there = next(headers for path, headers in held.asked if path == "/there.xml")
    assert first["Authorization"].startswith("Basic ")
    assert "Authorization" not in there
    assert first["User-Agent"].startswith("Namesake ")


def test_a_list_of_ones_own_is_fetched_from_the_address_given(
    run: Run, publisher: Publisher, tmp_path: Path
) -> None:
    address = publisher("/own.csv", gives(own_csv(tmp_path).read_bytes()))
    ran = run("lists", "update", "--from", f"mine={address}")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("mine: 3 parties came, 0 problems; the edition held carries no date\n")
    assert _finds(run, "Teodrik Vardanis")
    assert "mine: unchanged" in run("lists", "update", "mine", "--from", f"mine={address}").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["mine"], "where mine is published is not known (known are us-ofac-sdn, us-ofac-cons, un-sc,"),
        (["UN"], "can't be the name of a list"),
        (["--from", "https://mirror.example/"], "--from takes a list and its address"),
        (["--from", "un-sc=mirror.example/un.xml"], "write it as https://..."),
        (["--from", "un-sc=http://mirror.example/un.xml"], "is plain http, which anybody on the way"),
        (["--from", "un-sc=http://127.0.0.1.mirror.example/"], "is plain http"),
        (["--from", "un-sc=ftp://mirror.example/un.xml"], "is no web address"),
        (["--from", "un-sc=file:///etc/passwd"], "is no web address"),
        (["--from", "un-sc=https://"], "is no web address"),
        (["--from", "un-sc=https://[::"], "can't be read"),
    ],
)  # fmt: skip
def test_what_can_not_be_fetched_is_refused_before_anything_is(
    run: Run, held: Publisher, words: list[str], message: str
) -> None:
    before = len(held.asked)
    ran = run("lists", "update", "us-ofac-sdn", *words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert len(held.asked) == before


def test_what_a_process_that_died_long_ago_left_behind_goes(
    run: Run, held: Publisher, empty_home: Path
) -> None:
    for name, age in (("incoming-old", 7200), ("incoming-new", 10)):
        (empty_home / name).mkdir()
        (empty_home / name / "un-sc.xml").write_bytes(b"half")
        os.utime(empty_home / name, (time.time() - age,) * 2)
    assert run("lists", "update").code == 0
    assert _left_over(empty_home) == ["incoming-new"]  # Another process may be fetching into it.


MANY = 300
DOWNLOADS = 0.5  # seconds that the download takes
LASTS = 2.0  # seconds until, on a slow machine, the edition is kept and most of the index built
DRAWN = random.Random(20210114)
MOMENTS = [round(DRAWN.uniform(0, LASTS), 3) for _ in range(10)]


def _many(folder: Path, published: str, count: int) -> bytes:
    names = ((91000 + number, f"Given{number}", f"FAMILY{number}") for number in range(count))
    return ofac_xml(folder, published=published, entries=(*TWO, *names)).read_bytes()


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A home that holds a long list and its index, and the bytes of the edition that is to come."""
    folder = tmp_path_factory.mktemp("long")
    service = Service(folder / "home")
    (folder / "sdn.xml").write_bytes(_many(folder, "03/10/2021", MANY))
    (delivery,) = service.deliveries(folder / "sdn.xml")
    service.add(delivery)
    service.index()
    return service.home, _many(folder, "03/20/2021", MANY + 50)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system can't kill like that")
@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_at_any_moment_the_store_opens_and_an_edition_serves_whole(
    run: Run, publisher: Publisher, long_lists: tuple[Path, bytes], empty_home: Path, moment: float
) -> None:
    """Killed so many seconds after it asked the publisher: in the download, the adding, the building."""
    home, content = long_lists
    shutil.copytree(home, empty_home)
    asked = threading.Event()
    slowly = drips(content, pieces=20, pause=DOWNLOADS / 20)

    def answer(to: BaseHTTPRequestHandler) -> None:
        asked.set()
        slowly(to)

    address = publisher("/slow.xml", answer)
    command = [sys.executable, "-m", "namesake", "lists", "update", "--from", f"us-ofac-sdn={address}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert asked.wait(30)
        time.sleep(moment)
        process.kill()
    if moment < DOWNLOADS:
        assert process.returncode == -signal.SIGKILL

    store = Store(Service().store_path)
    parties = {str(edition.published): edition.parties for edition in store.editions()}
    assert parties.pop("2021-03-10") == MANY + 2
    assert parties in ({}, {"2021-03-20": MANY + 52})
    if moment < DOWNLOADS:
        assert parties == {}
    assert (store.mark(), read_marker(store.path)) == (state_of(store.editions()),) * 2
    ran = run("screen", "Teodrik Vardanis", "--json")
    assert ran.document["hits"][0]["party"]["id"] == "us-ofac-sdn:90001"
    assert ran.document["snapshot"]["editions"][0]["published"] == max(["2021-03-10", *parties])

    publisher("/slow.xml", gives(content))
    (again,) = Service().update(addresses={"us-ofac-sdn": address})
    assert again.error is None
    assert [edition.parties for edition in store.editions()] == [MANY + 2, MANY + 52]


def test_an_undated_list_that_comes_back_to_what_it_said_is_fetched_as_that(
    run: Run, publisher: Publisher, tmp_path: Path
) -> None:
    first, second = own_csv(tmp_path).read_bytes(), b"name\nGundwin Pellacord\n"
    for content, name in (
        (first, "Teodrik Vardanis"),
        (second, "Gundwin Pellacord"),
        (first, "Teodrik Vardanis"),
    ):
        address = publisher("/own.csv", gives(content))
        assert run("lists", "update", "--from", f"mine={address}", "--accept-loss").code == 0
        assert _finds(run, name)
    assert not _finds(run, "Gundwin Pellacord")
    assert "mine: unchanged" in run("lists", "update", "--from", f"mine={address}").out
