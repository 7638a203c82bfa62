"""Damaged, foreign and hostile input through the command line: its message, its code, the store untouched."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from namesake.service import ListStatus, Service
from namesake.store.marker import read_marker
from tests.surface.conftest import Run
from tests.surface.making import OWN, eu_xml, gb_xml, ofac_xml, own_csv, un_xml

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?>\n<!DOCTYPE sdnList [<!ENTITY l0 "lol">{LAUGHS}]>\n'
EXTERNAL = '<?xml version="1.0"?>\n<!DOCTYPE sdnList [<!ENTITY x SYSTEM "{address}">]>\n'
NO_LIST = "is no list that Namesake can read. It reads OFAC's SDN.XML and CONSOLIDATED.XML"
NO_DOCTYPE = "declares a document type (DOCTYPE); no publisher's list does"
TOO_MUCH = "unpacks to more than 200 times its"


def _held() -> tuple[str | None, list[ListStatus], bytes, str]:
    service = Service()
    index = (service.index_folder / "current").read_text()
    return read_marker(service.store_path), service.lists(), service.store_path.read_bytes(), index


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Iterator[Path]:
    """A folder for damaged files; when the test is done the store must be what it was before it."""
    assert run("lists", "add", ofac_xml(tmp_path / "good"), un_xml(tmp_path / "good")).code == 0
    before = _held()
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    yield damaged
    assert _held() == before
    assert run("screen", "Teodrik Vardanis", "--fail-on-hit").code == 3


def _refused(run: Run, *words: object, code: int = 2) -> str:
    """The message of a command that must fail without a word on standard output."""
    ran = run(*words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("namesake: ")
    assert "Traceback" not in ran.err
    return ran.err


def _file(folder: Path, content: str | bytes, name: str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Dear all, please find the list attached.\n", NO_LIST),
        (bytes(range(256)) * 20, NO_LIST),
        ("<?xml version='1.0'?><somethingElse/>", NO_LIST),
        ("<!DOCTYPE html><html><body>403 Forbidden</body></html>", "is a web page and no list"),
        ("<html><head><title>Sign in</title></head></html>", "is a web page and no list"),
        ('{"id": 1}\n', NO_LIST),
        ("%PDF-1.7\n%\xe2\xe3", NO_LIST),
    ],
)
def test_what_is_not_a_list_is_refused_with_what_would_be_one(
    run: Run, folder: Path, content: str | bytes, message: str
) -> None:
    assert f"sdn.xml {message}" in _refused(run, "lists", "add", _file(folder, content, "sdn.xml"))


def test_what_begins_like_xml_and_is_none_is_refused(run: Run, folder: Path) -> None:
    text = ofac_xml(folder).read_text().replace("<sdnType>", "<sdnType", 1)
    message = _refused(run, "lists", "add", _file(folder, text, "sdn.xml"))
    assert "sdn.xml breaks off or is damaged at line 2" in message
    assert "nothing of it was kept" in message


@pytest.mark.parametrize("make", [ofac_xml, un_xml, eu_xml, gb_xml])
@pytest.mark.parametrize("share", [0.5, 0.7, 0.9, 0.995])
def test_xml_cut_short_is_refused_wherever_it_was_cut(
    run: Run, folder: Path, make: type[object], share: float
) -> None:
    whole = make(folder).read_bytes()  # type: ignore[attr-defined, call-arg]
    message = _refused(run, "lists", "add", _file(folder, whole[: int(len(whole) * share)], "cut.xml"))
    assert "cut.xml breaks off or is damaged" in message
    assert "Download it again" in message


def test_a_packed_file_cut_short_is_refused(run: Run, folder: Path) -> None:
    whole = eu_xml(folder).read_bytes()
    for name, packed in (
        ("a.gz", gzip.compress(whole)),
        ("a.zst", zstandard.compress(whole)),
        ("a.zip", _zip(whole)),
    ):
        message = _refused(run, "lists", "add", _file(folder, packed[: len(packed) * 2 // 3], name))
        assert f"{name} breaks off or is damaged" in message


@pytest.mark.parametrize("make", [ofac_xml, un_xml, eu_xml, gb_xml])
@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/entity", "secret.txt"])
def test_an_external_entity_is_neither_read_nor_accepted(
    run: Run, folder: Path, make: type[object], address: str
) -> None:
    _file(folder, "the-secret-itself", "secret.txt")
    text = make(folder).read_text()  # type: ignore[attr-defined, call-arg]
    text = EXTERNAL.format(address=address) + text[text.index("\n") + 1 :].replace("ARDANIS", "&x;")
    message = _refused(run, "lists", "add", _file(folder, text, "list.xml"))
    assert f"list.xml {NO_DOCTYPE}" in message
    assert "secret-itself" not in message


@pytest.mark.parametrize("make", [ofac_xml, un_xml, eu_xml, gb_xml])
def test_an_entity_bomb_is_refused_unexploded(run: Run, folder: Path, make: type[object]) -> None:
    text = make(folder).read_text()  # type: ignore[attr-defined, call-arg]
    text = BOMB + text[text.index("\n") + 1 :].replace("VARDANIS", "&l9;").replace("ULVIYA", "&l9;")
    assert f"list.xml {NO_DOCTYPE}" in _refused(run, "lists", "add", _file(folder, text, "list.xml"))


def test_an_entity_nobody_declared_is_refused(run: Run, folder: Path) -> None:
    text = ofac_xml(folder).read_text().replace("VARDANIS", "VAR&danger;DANIS")
    assert "sdn.xml breaks off or is damaged" in _refused(run, "lists", "add", _file(folder, text, "sdn.xml"))


def _zip(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("own.csv", content)
    return packed.getvalue()


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, _zip])
def test_a_compression_bomb_is_refused_before_it_fills_the_memory(
    run: Run, folder: Path, pack: type[bytes]
) -> None:
    bomb = pack(OWN.encode() + (b" " * 9_000 + b"\n") * 8_000)
    assert len(bomb) < 200_000
    message = _refused(run, "lists", "add", _file(folder, bomb, "own.csv.packed"), "--list", "mine")
    assert TOO_MUCH in message
    assert "it may be made to fill the memory, so it is refused" in message


def test_an_archive_in_an_archive_is_refused(run: Run, folder: Path) -> None:
    path = _file(folder, gzip.compress(gzip.compress(OWN.encode())), "own.csv.gz.gz")
    assert "own.csv.gz.gz is packed twice" in _refused(run, "lists", "add", path, "--list", "mine")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nom,birth_date\nTeodrik Vardanis,1957\n", "and a CSV of your own with a `name` column"),
        ("name,colour\nTeodrik Vardanis,red\n", "own.csv has a column that is not known, 'colour'"),
        ("name,name\nTeodrik,Vardanis\n", "own.csv has the column 'name' twice; keep one"),
        ("name,kind\n", "own.csv has a header and nobody below it"),
        ('name,kind\n"Teodrik Vardanis,Person\n', "own.csv line 2: a quote is opened or closed"),
        ("name,kind\n,Person\n", "it holds no party: none of its 1 records could be read"),
    ],
)  # fmt: skip
def test_a_csv_with_a_wrong_header_or_nobody_in_it_is_refused(
    run: Run, folder: Path, text: str, message: str
) -> None:
    code = 5 if "it holds no party" in message else 2
    assert message in _refused(run, "lists", "add", own_csv(folder, text), "--list", "mine", code=code)


def test_ofac_csv_with_a_column_missing_is_refused(run: Run, folder: Path) -> None:
    # SDN.CSV has twelve columns and no header: 36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA",-0- ,... ,-0-
    whole = '90001,"VARDANIS, Teodrik","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    path = _file(folder, whole * 3, "sdn.csv")
    missing = _file(
        folder, "\r\n".join(row[: row.rindex(",")] for row in whole.splitlines()), "sdn_short.csv"
    )
    assert Service().deliveries(path)
    assert "sdn_short.csv" in _refused(run, "lists", "add", missing, "--published", "2021-04-01")


@pytest.mark.parametrize("name", ["sdn.xml", "own.csv", "sdn.csv"])
def test_an_empty_file_is_refused(run: Run, folder: Path, name: str) -> None:
    path = _file(folder, b"", name)
    assert f"{name} is empty; download it again" in _refused(run, "lists", "add", path, "--list", "mine")


@pytest.mark.parametrize("name", ["a.gz", "a.zip", "a.zst"])
def test_an_empty_archive_is_refused(run: Run, folder: Path, name: str) -> None:
    empty = {"a.gz": gzip.compress(b""), "a.zst": zstandard.compress(b""), "a.zip": b"PK\x05\x06" + bytes(18)}
    assert f"{name} is " in _refused(run, "lists", "add", _file(folder, empty[name], name))


def test_an_empty_folder_is_refused(run: Run, folder: Path) -> None:
    (folder / "nothing").mkdir()
    assert "is a folder without a file in it" in _refused(run, "lists", "add", folder / "nothing")


@pytest.mark.parametrize(
    ("make", "name", "message"),
    [
        (un_xml, "us-ofac-sdn", "is the UN's list (un-sc) and can't be us-ofac-sdn; leave --list out"),
        (eu_xml, "un-sc", "is the EU's list (eu-fsf) and can't be un-sc; leave --list out"),
        (ofac_xml, "un-sc", "can't be un-sc"),
        (ofac_xml, "my-own", "can't be my-own"),
        (own_csv, "un-sc", "own.csv is a CSV of your own and can't be un-sc"),
    ],
)
def test_a_list_under_another_publishers_name_is_refused(
    run: Run, folder: Path, make: type[object], name: str, message: str
) -> None:
    assert message in _refused(run, "lists", "add", make(folder), "--list", name)  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--list", "My List"], "'My List' can't be the name of a list: write up to 64 small letters"),
        (["--list", "../../evil"], "'../../evil' can't be the name of a list"),
        (["--list", ""], "'' can't be the name of a list"),
        (["--list", "x" * 65], "can't be the name of a list"),
        (["--published", "2021-02-30"], "published day '2021-02-30' is not a day: write it as YYYY-MM-DD"),
        (["--published", "2021"], "published day '2021' is not a day"),
        (["--published", ""], "published day '' is not a day"),
        (["--publisht", "2021-02-03"], "there is no option --publisht; --published may be meant"),
        ([], "own.csv does not say which list it is; name yours with --list"),
    ],
)
def test_impossible_options_of_adding_are_refused(
    run: Run, folder: Path, options: list[str], message: str
) -> None:
    named = [] if "--list" in options or not options else ["--list", "mine"]
    assert message in _refused(run, "lists", "add", own_csv(folder), *options, *named)


def test_a_day_that_contradicts_the_file_is_refused(run: Run, folder: Path) -> None:
    path = un_xml(folder, generated="2021-05-05T10:00:00")
    message = _refused(run, "lists", "add", path, "--published", "2021-05-06")
    assert "consolidated.xml dates itself 2021-05-05, not 2021-05-06: leave --published out for it" in message


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--threshold", "3"], "threshold 3.0 can't be used: it must lie between 0.40 and 1"),
        (["--threshold", "0"], "threshold 0.0 can't be used"),
        (["--threshold", "nan"], "threshold nan can't be used"),
        (["--threshold", "high"], "--threshold 'high' can't be used: write a number, for instance 0.75."),
        (["--limit", "0"], "limit 0 can't be used: ask for at least 1 hit"),
        (["--limit", "-4"], "limit -4 can't be used"),
        (["--limit", "many"], "--limit 'many' can't be used: write a whole number."),
        (["--rule", "un"], "--rule 'un' can't be used: use one of ofac, eu, eu-2024, uk."),
        (["--kind", "Dog"], "kind 'Dog' is not known: use one of Person, Organization"),
        (["--gender", "?"], "gender '?' is not known: use one of male, female, other"),
        (["--list", "eu-fsf"], "list 'eu-fsf' is not held: the lists held are un-sc, us-ofac-sdn"),
        (["--as-of", "2021-3-1"], "as-of day '2021-3-1' is not a day: write it as YYYY-MM-DD"),
        (["--as-of", "2021"], "as-of day '2021' is not a day"),
        (["--as-of", "2021-02-29"], "as-of day '2021-02-29' is not a day"),
        (["--bron", "1957"], "there is no option --bron; --born may be meant"),
        (["--born"], "--born needs a value behind it"),
        (["--near=1"], "--near takes no value"),
    ],
)  # fmt: skip
def test_impossible_options_of_screening_are_refused(
    run: Run, folder: Path, options: list[str], message: str
) -> None:
    assert message in _refused(run, "screen", "Teodrik Vardanis", "--json", *options)


def test_a_file_that_is_not_there_is_refused(run: Run, folder: Path) -> None:
    path = folder / "absent.xml"
    assert f"{path} does not exist; check the spelling and the folder" in _refused(run, "lists", "add", path)


def test_a_file_with_a_control_character_is_mended_and_says_so(run: Run, tmp_path: Path) -> None:
    path = un_xml(tmp_path)
    text = path.read_text().replace("ULVIYA", "ÜLVİYƏ").replace("QUELLIMBAR FRONT", "QUELLIMBAR\x0bFRONT")
    path.write_text(text, encoding="utf-8")
    assert "2 parties, 1 problem" in run("lists", "add", path).out
    assert "the control character 0x0b was replaced by a space" in run("lists", "show", "un-sc").out
    assert "un-sc:QDe.902" in run("screen", "Quellimbar Front").out
