"""Snapshots that earlier versions wrote still open and answer as they did, or say why they can't."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from namesake.errors import SnapshotError
from namesake.index.snapshot import FORMAT, Snapshot
from namesake.model.policy import SCORING_VERSION
from tests.formats.make_index_4 import ANSWERS, FOLDER, answers

MANIFEST = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
READABLE = (MANIFEST["format"], MANIFEST["scoring"]) == (FORMAT, SCORING_VERSION)


def test_format_4_opens_and_answers_as_when_it_was_written() -> None:
    if not READABLE:
        # Scores of another scoring version would be other scores: the index is built again instead.
        with pytest.raises(SnapshotError, match="build it again"):
            Snapshot.open(FOLDER)
        return
    opened = Snapshot.open(FOLDER)
    opened.verify()
    assert answers(opened) == json.loads(ANSWERS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("format", [1, 2, 3])
def test_an_earlier_format_is_refused_and_the_message_says_what_to_do(format: int) -> None:
    # Of a snapshot of a format never released the manifest is kept: nothing else of it is looked at.
    folder = Path(__file__).parent / f"index-{format}"
    with pytest.raises(SnapshotError) as refused:
        Snapshot.open(folder)
    assert str(refused.value) == (
        f"the index in {folder} has format {format}, this version reads {FORMAT}: build it again"
    )


def test_the_answers_kept_are_worth_keeping() -> None:
    kept = json.loads(ANSWERS.read_text(encoding="utf-8"))
    assert sum(bool(one["hits"]) for one in kept) >= 10
    assert sum(bool(one["near"]) for one in kept) >= 3
    assert sum(not one["hits"] for one in kept) >= 3
    assert len({hit[0] for one in kept for hit in one["hits"]}) >= 8


def test_a_kept_snapshot_is_small() -> None:
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 60_000


def test_the_same_folder_of_a_later_format_is_refused(tmp_path: Path) -> None:
    later = tmp_path / "index-5"
    shutil.copytree(FOLDER, later)
    (later / "manifest.json").write_text(json.dumps({**MANIFEST, "format": FORMAT + 1}))
    with pytest.raises(SnapshotError, match=f"has format {FORMAT + 1}, this version reads {FORMAT}"):
        Snapshot.open(later)


def test_the_same_folder_of_another_scoring_version_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "index-4"
    shutil.copytree(FOLDER, other)
    (other / "manifest.json").write_text(json.dumps({**MANIFEST, "format": FORMAT, "scoring": "1999.1"}))
    with pytest.raises(SnapshotError, match=rf"scoring version 1999\.1, this is {SCORING_VERSION}"):
        Snapshot.open(other)
