"""Where editions came from: remembered beside the store, and never relied on."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.model.values import ListId
from namesake.store.origins import Origin, digest_of, origins_path, read_origins, write_origin
from tests.unit.store.making import LIST, edition

FROM = "https://user:word@a.example/list.xml?token=hush"
HELD = edition("content")
ORIGIN = Origin(digest_of(FROM), HELD.sha256, '"abc"', "Mon, 01 Feb 2021 12:00:00 GMT")


def test_what_was_kept_of_each_list_is_read_again(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    other = Origin(digest_of("https://b.example/"), "ab" * 32)
    write_origin(store, LIST, ORIGIN)
    write_origin(store, ListId("other"), other)
    assert read_origins(store) == {LIST: ORIGIN, ListId("other"): other}
    write_origin(store, LIST, other)
    assert read_origins(store)[LIST] == other
    assert [item.name for item in tmp_path.iterdir()] == ["store.db.origins"]


def test_no_secret_of_an_address_is_kept(tmp_path: Path) -> None:
    write_origin(tmp_path / "store.db", LIST, ORIGIN)
    kept = origins_path(tmp_path / "store.db").read_text("utf-8")
    assert not any(secret in kept for secret in ("user", "word", "hush", "a.example"))


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"zz-test": {"address": 1}}', b"\xff\xfe", b"null"]
)
def test_what_is_absent_or_damaged_is_as_nothing(tmp_path: Path, content: bytes | None) -> None:
    store = tmp_path / "store.db"
    if content is not None:
        origins_path(store).write_bytes(content)
    assert read_origins(store) == {}
    write_origin(store, LIST, ORIGIN)
    assert read_origins(store) == {LIST: ORIGIN}


def test_where_it_can_not_be_written_nothing_is_lost_but_a_download(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    origins_path(store).mkdir()
    write_origin(store, LIST, ORIGIN)
    assert read_origins(store) == {}
    assert [item.name for item in tmp_path.iterdir()] == ["store.db.origins"]


@pytest.mark.parametrize(
    ("address", "held", "of", "stands"),
    [
        (FROM, [HELD], LIST, True),
        (FROM, [HELD, edition("another")], LIST, True),
        (FROM, [edition("another")], LIST, False),
        (FROM, [], LIST, False),
        (FROM, [HELD], ListId("other"), False),
        ("https://b.example/", [HELD], LIST, False),
    ],
)
def test_an_origin_stands_for_one_address_and_an_edition_still_held(
    address: str, held: list[object], of: ListId, stands: bool
) -> None:
    assert ORIGIN.stands_for(address, frozenset(held), of) is stands  # type: ignore[arg-type]
