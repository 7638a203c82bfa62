"""An index in a folder: written whole, opened by mapping, and every damage told."""

from __future__ import annotations

import errno
import json
import mmap
import os
import pickle
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from namesake.errors import SnapshotError
from namesake.index.building import build
from namesake.index.layout import ARRAYS
from namesake.index.linked import with_links
from namesake.index.snapshot import FORMAT, Snapshot, Texts
from namesake.model.party import Link
from namesake.model.values import PartyId
from namesake.screening.screener import Screener
from tests.unit.index.making import INVENTED, now, over_time, party, said, snapshot, span

HISTORIES = [*now(*INVENTED), over_time(said(party("99", "Karla Quandt"), span("2021-03-10", "2024-05-07")))]
LINKS = [Link(PartyId("zz-other:10"), PartyId("zz-test:1"), "the tests link them")]
CUT_MANIFESTS = [f'{{"format":{FORMAT}}}'.encode(), f'{{"format":{FORMAT},"lists":7}}'.encode()]


@pytest.fixture
def made() -> Snapshot:
    return with_links(build(HISTORIES), LINKS)


@pytest.fixture
def folder(made: Snapshot, tmp_path: Path) -> Path:
    made.save(tmp_path / "index" / made.id)
    return tmp_path / "index" / made.id


def rewrite_manifest(folder: Path, **changed: Any) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, **changed}))


def test_what_was_saved_is_what_is_opened(made: Snapshot, folder: Path) -> None:
    opened = Snapshot.open(folder)
    opened.verify()
    assert (opened.id, opened.manifest) == (made.id, made.manifest)
    for name, array in made.arrays.items():
        assert opened.arrays[name].dtype == array.dtype
        assert opened.arrays[name].tolist() == array.tolist()


def test_opening_maps_the_arrays_and_reads_none(folder: Path) -> None:
    for array in Snapshot.open(folder).arrays.values():
        base: Any = array
        while isinstance(base, np.ndarray):
            assert not base.flags.owndata
            base = base.base
        assert isinstance(base, mmap.mmap)


def test_an_opened_snapshot_can_t_be_written_to(folder: Path) -> None:
    with pytest.raises(ValueError, match="read-only"):
        Snapshot.open(folder).arrays["name_party"][0] = 7


def test_an_empty_snapshot_can_be_saved_and_opened(tmp_path: Path) -> None:
    empty = snapshot()
    empty.save(tmp_path / "index")
    opened = Snapshot.open(tmp_path / "index")
    opened.verify()
    assert opened.id == empty.id
    assert Screener(opened).screen("Karla Quandt").hits == ()


def test_nothing_but_the_snapshot_is_left_where_it_was_saved(folder: Path) -> None:
    assert [one.name for one in folder.parent.iterdir()] == [folder.name]
    assert sorted(one.name for one in folder.iterdir()) == sorted(
        ["manifest.json", *(f"{name}.npy" for name in ARRAYS)]
    )


def test_the_folder_is_readable_as_its_neighbours_are(folder: Path) -> None:
    beside = folder.parent / "beside"
    beside.mkdir()
    assert folder.stat().st_mode == beside.stat().st_mode


class TestDamage:
    """Each kind of damage is told, with what to do."""

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(SnapshotError, match=r"there is no index in .*nowhere: build one"):
            Snapshot.open(tmp_path / "nowhere")

    def test_half_written_without_its_manifest(self, folder: Path) -> None:
        (folder / "manifest.json").unlink()
        with pytest.raises(SnapshotError, match="there is no index in"):
            Snapshot.open(folder)

    def test_a_folder_where_the_manifest_should_be(self, folder: Path) -> None:
        (folder / "manifest.json").unlink()
        (folder / "manifest.json").mkdir()
        with pytest.raises(SnapshotError, match="can't be read: Is a directory"):
            Snapshot.open(folder)

    @pytest.mark.parametrize(
        "content",
        [b"", b"{", b"[]", b"7", b'"format"', b"{}", b"\xff\xfe", *CUT_MANIFESTS],
    )
    def test_a_manifest_that_is_none(self, folder: Path, content: bytes) -> None:
        (folder / "manifest.json").write_bytes(content)
        with pytest.raises(
            SnapshotError, match=r"the manifest of the index in .* is damaged; build it again"
        ):
            Snapshot.open(folder)

    def test_another_format(self, folder: Path) -> None:
        rewrite_manifest(folder, format=99)
        with pytest.raises(SnapshotError, match=f"has format 99, this version reads {FORMAT}: build"):
            Snapshot.open(folder)

    def test_a_later_format_with_fields_of_its_own(self, folder: Path) -> None:
        rewrite_manifest(folder, format=FORMAT + 1, kernels=["fast"])
        with pytest.raises(SnapshotError, match=f"has format {FORMAT + 1}"):
            Snapshot.open(folder)

    def test_another_scoring_version(self, folder: Path) -> None:
        rewrite_manifest(folder, scoring="1999.1")
        with pytest.raises(
            SnapshotError, match=r"made for scoring version 1999\.1, this is .*build it again"
        ):
            Snapshot.open(folder)

    @pytest.mark.parametrize("name", sorted(ARRAYS))
    def test_a_missing_array(self, folder: Path, name: str) -> None:
        (folder / f"{name}.npy").unlink()
        with pytest.raises(SnapshotError, match=rf"is damaged \({name}: .*build it again"):
            Snapshot.open(folder)

    @pytest.mark.parametrize("name", sorted(ARRAYS))
    @pytest.mark.parametrize("kept", [0, 3, 40, 127])
    def test_an_array_cut_in_its_head(self, folder: Path, name: str, kept: int) -> None:
        path = folder / f"{name}.npy"
        path.write_bytes(path.read_bytes()[:kept])
        with pytest.raises(SnapshotError, match=rf"is damaged \({name}: .*build it again"):
            Snapshot.open(folder)

    @pytest.mark.parametrize("name", ["record_block", "posting_names", "name_offsets"])
    def test_an_array_cut_in_its_content(self, folder: Path, name: str) -> None:
        path = folder / f"{name}.npy"
        path.write_bytes(path.read_bytes()[:-1])
        with pytest.raises(SnapshotError, match=rf"is damaged \({name}: .*build it again"):
            Snapshot.open(folder)

    def test_an_array_that_is_shorter_and_says_so(self, folder: Path) -> None:
        path = folder / "name_party.npy"
        np.save(path, np.load(path)[:-1])
        with pytest.raises(SnapshotError, match="name_party has not the length of the arrays beside it"):
            Snapshot.open(folder)

    def test_an_array_of_another_type(self, folder: Path) -> None:
        path = folder / "name_party.npy"
        np.save(path, np.load(path).astype(np.int64))
        with pytest.raises(SnapshotError, match="name_party is not a row of int32"):
            Snapshot.open(folder)

    @pytest.mark.parametrize("name", sorted(ARRAYS))
    def test_a_changed_byte_is_found_by_verify(self, folder: Path, name: str) -> None:
        path = folder / f"{name}.npy"
        content = bytearray(path.read_bytes())
        if len(content) == 128:
            pytest.fail(f"{name} is empty here: give the invented parties something to put in it")
        content[128 + (len(content) - 128) // 2] ^= 1
        path.write_bytes(content)
        with pytest.raises(SnapshotError, match=rf"(is damaged: {name} is not|\({name}|{name} has not)"):
            Snapshot.open(folder).verify()

    def test_a_record_that_can_t_be_read_any_more(self, folder: Path) -> None:
        path = folder / "record_block.npy"
        content = path.read_bytes()
        path.write_bytes(content[:128] + b"\xff" * (len(content) - 128))
        with pytest.raises(SnapshotError, match=r"record 0 can't be read .*build it again"):
            Snapshot.open(folder).party(0)

    def test_pickled_code_is_not_run(self, folder: Path) -> None:
        np.save(folder / "name_party.npy", np.array([Trap()], dtype=object), allow_pickle=True)
        with pytest.raises(SnapshotError, match="name_party"):
            Snapshot.open(folder)
        assert not Trap.sprung

    def test_a_bare_pickle_in_an_arrays_place_is_not_run(self, folder: Path) -> None:
        (folder / "name_party.npy").write_bytes(pickle.dumps(Trap()))
        with pytest.raises(SnapshotError, match="name_party"):
            Snapshot.open(folder)
        assert not Trap.sprung

    def test_an_archive_in_an_arrays_place(self, folder: Path) -> None:
        np.savez(folder / "trap.npz", name_party=np.zeros(3, dtype=np.int32))
        (folder / "trap.npz").replace(folder / "name_party.npy")
        with pytest.raises(SnapshotError, match="name_party"):
            Snapshot.open(folder)


class Trap:
    """Springs when unpickled."""

    sprung = False

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return (_spring, ())


def _spring() -> None:
    Trap.sprung = True


def test_the_trap_springs_where_pickles_are_trusted() -> None:
    pickle.loads(pickle.dumps(Trap()))
    assert Trap.sprung
    Trap.sprung = False


class TestSavingWhereSomethingIs:
    """One folder, several writers."""

    def test_the_same_snapshot_is_kept(self, made: Snapshot, folder: Path) -> None:
        before = (folder / "record_block.npy").stat().st_ino
        made.save(folder)
        assert (folder / "record_block.npy").stat().st_ino == before

    def test_the_stores_new_word_for_it_is_written(self, made: Snapshot, folder: Path) -> None:
        again = with_links(build(HISTORIES, state="18"), LINKS)
        assert again.id == made.id
        again.save(folder)
        assert Snapshot.open(folder).manifest.state == "18"

    @pytest.mark.parametrize("lost", ["manifest.json", "name_party.npy"])
    def test_a_half_written_one_is_replaced(self, made: Snapshot, folder: Path, lost: str) -> None:
        (folder / lost).unlink()
        made.save(folder)
        Snapshot.open(folder).verify()
        assert [one.name for one in folder.parent.iterdir()] == [folder.name]

    def test_one_with_a_changed_byte_is_replaced(self, made: Snapshot, folder: Path) -> None:
        path = folder / "record_block.npy"
        path.write_bytes(path.read_bytes()[:-1] + b"?")
        made.save(folder)
        Snapshot.open(folder).verify()

    def test_another_snapshot_is_replaced(self, folder: Path) -> None:
        other = snapshot(*INVENTED[:3])
        other.save(folder)
        assert Snapshot.open(folder).id == other.id

    def test_an_empty_folder_is_filled(self, made: Snapshot, tmp_path: Path) -> None:
        (tmp_path / "there").mkdir()
        made.save(tmp_path / "there")
        assert Snapshot.open(tmp_path / "there").id == made.id

    def test_several_at_once_leave_one_sound_snapshot(self, made: Snapshot, tmp_path: Path) -> None:
        target, failures = tmp_path / "index", []
        start = threading.Barrier(6)

        def save() -> None:
            start.wait()
            try:
                made.save(target)
            except Exception as error:
                failures.append(error)

        writers = [threading.Thread(target=save) for _ in range(6)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert failures == []
        Snapshot.open(target).verify()
        assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == ["index"]

    def test_those_who_have_it_open_go_on_reading(self, folder: Path) -> None:
        opened = Snapshot.open(folder)
        snapshot(*INVENTED[:3]).save(folder)
        opened.verify()
        assert Screener(opened).screen("KIM Haneulbit").hits


def test_a_full_disk_is_told_and_leaves_nothing(
    made: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SnapshotError, match=r"can't be written to .*: No space left on device"):
        made.save(tmp_path / "index" / "x")
    assert list((tmp_path / "index").iterdir()) == []


def test_a_place_that_can_t_be_written_is_told(made: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SnapshotError, match=r"can't be written to .*: (File exists|Not a directory)"):
        made.save(tmp_path / "file" / "index")
    with pytest.raises(SnapshotError, match=r"can't be written to .*: Not a directory"):
        made.save(tmp_path / "file")


class TestTexts:
    """Texts in one block, by number."""

    TEXTS = Texts(np.frombuffer("aböc".encode(), dtype=np.uint8), np.array([0, 2, 2, 5]))

    def test_each_has_its_number(self) -> None:
        assert [self.TEXTS[number] for number in range(len(self.TEXTS))] == ["ab", "", "öc"]
        assert self.TEXTS.raw(2) == "öc".encode()

    @pytest.mark.parametrize("number", [3, -1, 99])
    def test_there_is_no_other(self, number: int) -> None:
        with pytest.raises(IndexError, match=f"there is no text {number}: there are 3"):
            self.TEXTS[number]
