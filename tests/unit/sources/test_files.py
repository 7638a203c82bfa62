"""Files are kept as received, unpacked while read, and refused before they can do harm."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from namesake.errors import InputError, ListError
from namesake.sources.files import MAX_MEMBERS, ReceivedFile, from_bytes, receive, source_files

XML = b"<?xml version='1.0'?><list>" + b"<entry>KATA'IB HIZBALLAH</entry>" * 5000 + b"</list>"


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


def as_is(data: bytes) -> bytes:
    return data


def one_zip(data: bytes) -> bytes:
    return zipped(("sdn.xml", data))


PACKINGS = [as_is, gzip.compress, zstd, one_zip]


def read(raw: bytes, name: str = "sdn.bin") -> bytes:
    (member,) = ReceivedFile(name, raw).members()
    with member.open() as stream:
        return stream.read()


@pytest.mark.parametrize("pack", PACKINGS)
def test_content_is_the_same_however_it_is_packed(pack: Callable[[bytes], bytes]) -> None:
    assert read(pack(XML)) == XML


@pytest.mark.parametrize("pack", PACKINGS)
def test_packing_is_told_by_content_and_never_by_name(pack: Callable[[bytes], bytes]) -> None:
    assert read(pack(XML), name="list.xml") == XML
    assert read(pack(XML), name="list.zip") == XML


@pytest.mark.parametrize("pack", PACKINGS)
def test_a_member_can_be_opened_again_and_again(pack: Callable[[bytes], bytes]) -> None:
    (member,) = ReceivedFile("sdn", pack(XML)).members()
    assert member.head(9) == XML[:9]
    assert member.head() == XML[:4096]
    with member.open() as first, member.open() as second:
        assert first.read(100) == second.read(100) == XML[:100]
        assert first.read() == XML[100:]


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_packed_pieces_in_a_row_are_read_as_one(pack: Callable[[bytes], bytes]) -> None:
    assert read(pack(XML[:1000]) + pack(XML[1000:1001]) + pack(XML[1001:])) == XML


def test_zstd_frames_that_hold_no_content_are_passed_over() -> None:
    skippable = b"\x50\x2a\x4d\x18\x04\x00\x00\x00note"
    assert read(zstd(XML[:500]) + skippable + zstd(XML[500:])) == XML


def test_a_zip_gives_its_files_in_order_and_passes_over_folders_and_hidden_ones() -> None:
    raw = zipped(
        ("csv/", b""),
        ("csv/SDN.CSV", b"36,"),
        ("csv/ALT.CSV", b"36,12,"),
        ("__MACOSX/csv/._SDN.CSV", b"\x00\x05"),
        ("ADD.CSV", b"36,25,"),
    )
    members = ReceivedFile("trio.zip", raw).members()
    assert [member.name for member in members] == [
        "trio.zip/csv/SDN.CSV",
        "trio.zip/csv/ALT.CSV",
        "trio.zip/ADD.CSV",
    ]
    assert [member.head() for member in members] == [b"36,", b"36,12,", b"36,25,"]


def test_names_that_point_elsewhere_are_labels_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "odd.zip"
    path.parent.mkdir()
    path.write_bytes(zipped(("../escaped.xml", XML), ("/absolute.xml", XML)))
    assert [member.head(5) for member in source_files(path)] == [b"<?xml", b"<?xml"]
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_received_bytes_and_checksum_are_those_of_the_file(tmp_path: Path) -> None:
    raw = gzip.compress(XML)
    path = tmp_path / "sdn.xml.gz"
    path.write_bytes(raw)
    (file,) = receive([path])
    assert (file.name, file.raw) == ("sdn.xml.gz", raw)
    assert file.sha256 == hashlib.sha256(raw).hexdigest()
    assert [member.name for member in file.members()] == ["sdn.xml.gz"]


def test_a_file_kept_as_bytes_reads_as_it_did_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "trio.zip"
    path.write_bytes(zipped(("a.csv", b"1,2"), ("b.csv", b"3,4")))
    (file,) = receive([path])
    kept = ReceivedFile(file.name, bytes(file.raw))
    path.unlink()
    assert kept == file
    assert [(m.name, m.head()) for m in kept.members()] == [
        ("trio.zip/a.csv", b"1,2"),
        ("trio.zip/b.csv", b"3,4"),
    ]


def test_a_folder_gives_its_own_files_by_name_and_no_hidden_or_deeper_ones(tmp_path: Path) -> None:
    for name in ("SDN.CSV", "ALT.CSV", ".DS_Store"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "OLD.CSV").write_bytes(b"old")
    assert [file.name for file in receive([tmp_path])] == ["ALT.CSV", "SDN.CSV"]
    assert [file.head() for file in source_files(tmp_path)] == [b"ALT.CSV", b"SDN.CSV"]


def test_several_paths_are_received_in_the_order_given(tmp_path: Path) -> None:
    for name in ("b.xml", "a.xml"):
        (tmp_path / name).write_bytes(b"<x/>")
    assert [file.name for file in receive([tmp_path / "b.xml", str(tmp_path / "a.xml")])] == [
        "b.xml",
        "a.xml",
    ]


def test_bytes_of_ones_own_are_a_file_as_they_stand() -> None:
    packed = gzip.compress(b"<x/>")
    assert from_bytes("made up", packed).head() == packed
    assert from_bytes("made up", b"").head() == b""
    assert from_bytes("made up", b"").name == "made up"


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"sdn\.xmll does not exist; check the spelling"):
        receive([tmp_path / "sdn.xmll"])


def test_an_unreadable_path_says_why(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(InputError, match=r"loop can't be read \(Too many levels of symbolic links\)"):
        receive([loop])
    with pytest.raises(InputError, match=r"can't be read \(.*null byte\)"):
        receive(["sdn\0.xml"])


def test_a_pipe_and_a_device_are_refused_without_waiting_for_them(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError, match="pipe is neither a file nor a folder; save what it gives"):
        receive([pipe])
    with pytest.raises(InputError, match="/dev/zero is neither a file nor a folder"):
        receive(["/dev/zero"])


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="is a folder without a file in it"):
        receive([tmp_path])


def test_a_file_larger_than_any_list_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.xml"
    with path.open("wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(InputError, match=r"huge\.xml has more than 1,000,000 bytes, as no list has"):
        receive([path], limit=1_000_000)


@pytest.mark.parametrize("pack", PACKINGS)
def test_an_empty_file_is_refused(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ListError, match=r"sdn\.\w+(/sdn\.xml)? is empty; download it again"):
        read(pack(b""))


def test_a_zip_without_files_is_refused() -> None:
    for raw in (zipped(), zipped(("folder/", b""))):
        with pytest.raises(ListError, match=r"empty\.zip is a zip without a file in it"):
            ReceivedFile("empty.zip", raw).members()


@pytest.mark.parametrize("pack", [gzip.compress, zstd, one_zip])
@pytest.mark.parametrize("keep", [0.2, 0.5, 0.9, 0.999])
def test_a_packed_file_that_breaks_off_is_refused(pack: Callable[[bytes], bytes], keep: float) -> None:
    noise = random.Random(7).randbytes(200_000)
    raw = pack(noise)
    with pytest.raises(ListError, match=r"sdn\.bin breaks off or is damaged .*; download it again"):
        read(raw[: int(len(raw) * keep)])


@pytest.mark.parametrize("pack", [gzip.compress, zstd])
def test_rubbish_after_a_packed_file_is_refused(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ListError, match="breaks off or is damaged"):
        read(pack(XML) + b"<html>error 502</html>")


@pytest.mark.parametrize("pack", [gzip.compress, zstd, one_zip])
def test_a_changed_byte_gives_the_content_or_a_list_error_and_nothing_else(
    pack: Callable[[bytes], bytes],
) -> None:
    raw = bytearray(pack(XML))
    chance = random.Random(11)
    refused = 0
    for _ in range(300):
        place = chance.randrange(len(raw))
        old, raw[place] = raw[place], chance.randrange(256)
        try:
            read(bytes(raw))
        except ListError:
            refused += 1
        raw[place] = old
    assert refused > 50


@pytest.mark.parametrize("pack", [gzip.compress, zstd, one_zip])
def test_an_archive_in_an_archive_is_refused(pack: Callable[[bytes], bytes]) -> None:
    for inner in (gzip.compress, zstd, one_zip):
        with pytest.raises(ListError, match="is packed twice, an archive in an archive; unpack it once"):
            read(pack(inner(XML)))


@pytest.mark.parametrize(
    ("start", "packing"),
    [
        (b"\xfd7zXZ\x00\x00", "xz"),
        (b"BZh91AY&SY", "bzip2"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"Rar!\x1a\x07", "rar"),
    ],
)
def test_a_packing_that_is_not_read_is_named(start: bytes, packing: str) -> None:
    for raw in (start + b"more", gzip.compress(start + b"more")):
        with pytest.raises(ListError, match=f"is packed as {packing}, which is not read; unpack it"):
            read(raw)


def test_an_encrypted_zip_is_refused() -> None:
    raw = bytearray(one_zip(XML))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ListError, match=r"sdn\.zip/sdn\.xml is encrypted; unpack it with its password"):
        ReceivedFile("sdn.zip", bytes(raw)).members()


def test_a_zip_packed_by_an_unusual_method_is_refused() -> None:
    raw = zipped(("sdn.xml", XML), method=zipfile.ZIP_LZMA)
    with pytest.raises(ListError, match=r"sdn\.xml is packed by method 14, which is not read"):
        ReceivedFile("sdn.zip", raw).members()


def test_a_zip_with_too_many_files_is_refused() -> None:
    raw = zipped(*((f"{number}.xml", b"<x/>") for number in range(MAX_MEMBERS + 1)))
    with pytest.raises(ListError, match=r"many\.zip holds more than 1,000 files"):
        ReceivedFile("many.zip", raw).members()


@pytest.mark.parametrize("pack", [gzip.compress, zstd, one_zip])
def test_a_bomb_is_refused_before_it_has_grown(pack: Callable[[bytes], bytes]) -> None:
    raw = pack(bytes(65 << 20))
    with pytest.raises(ListError, match=r"bomb(/sdn\.xml)? unpacks to more than 200 times its [\d,]+ bytes"):
        read(raw, name="bomb")


@pytest.mark.parametrize("pack", PACKINGS)
def test_the_limit_on_content_can_be_set(pack: Callable[[bytes], bytes]) -> None:
    def size_read(limit: int) -> int:
        (member,) = ReceivedFile("sdn", pack(XML)).members(limit=limit)
        with member.open() as stream:
            return len(stream.read())

    assert size_read(len(XML)) == len(XML)
    with pytest.raises(
        ListError, match=rf"sdn(/sdn\.xml)? holds more than {len(XML) - 1:,} bytes once unpacked"
    ):
        size_read(len(XML) - 1)


def test_the_files_of_a_zip_share_one_limit() -> None:
    raw = zipped(("a.xml", XML), ("b.xml", XML))
    with pytest.raises(ListError, match=r"pair\.zip holds more than"):
        ReceivedFile("pair.zip", raw).members(limit=2 * len(XML) - 1)


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    raw = bytearray(one_zip(XML))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(ListError, match="breaks off or is damaged"):
        read(bytes(raw))
