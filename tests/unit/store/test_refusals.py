"""Links refused by hand are kept, told apart from damage, and make an index of before an old one."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.errors import StoreError
from namesake.model.values import PartyId
from namesake.store.refusals import Refusal, read_refusals, refusals_path, with_refusals, write_refusals


def refusal(left: str, right: str, why: str = "another father") -> Refusal:
    return Refusal(PartyId(left), PartyId(right), why, "2026-11-23")


ONE, OTHER = refusal("un-sc:1", "us-ofac-sdn:2"), refusal("eu-fsf:7", "un-sc:1")


def test_none_are_refused_at_first(tmp_path: Path) -> None:
    assert read_refusals(tmp_path / "editions.db") == ()


def test_what_is_written_is_read_by_the_parties_ids(tmp_path: Path) -> None:
    store = tmp_path / "editions.db"
    write_refusals(store, [ONE, OTHER])
    assert read_refusals(store) == (OTHER, ONE)
    assert [path.name for path in tmp_path.iterdir()] == ["editions.db.refusals"]


@pytest.mark.parametrize("content", [b"", b"{", b'[{"left": 1}]', b"\xff\xfe", b'{"left": "a"}'])
def test_a_damaged_file_is_no_empty_one(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "editions.db"
    refusals_path(store).write_bytes(content)
    with pytest.raises(StoreError, match=r"editions\.db\.refusals, the links refused by hand, is damaged"):
        read_refusals(store)


def test_a_folder_that_is_not_there_takes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"can't be written .*, so nothing was changed"):
        write_refusals(tmp_path / "nowhere" / "editions.db", [ONE])


def test_the_store_s_word_changes_with_who_is_held_apart_and_not_with_why() -> None:
    assert with_refusals("abc", []) == "abc"
    assert with_refusals(None, [ONE]) is None
    both = with_refusals("abc", [ONE, OTHER])
    assert both == with_refusals("abc", [OTHER, refusal(ONE.left, ONE.right, "for another reason")])
    assert len({"abc", both, with_refusals("abc", [ONE]), with_refusals("abd", [ONE, OTHER])}) == 4
