"""The lists known by name, and what a list may be called."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.errors import InputError
from namesake.sources.catalogue import ENTRIES, entry, list_id
from namesake.sources.fetch import USUAL


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        ("us-ofac-sdn", "OFAC"),
        ("us-ofac-cons", "OFAC"),
        ("un-sc", "UN Security Council"),
        ("eu-fsf", "Council of the European Union"),
        ("gb-fcdo", "UK Government"),
        ("gb-ofsi", "UK Government"),
        ("ch-seco", "SECO"),
        ("ca-sema", "Global Affairs Canada"),
        ("au-dfat", "DFAT"),
        ("us-csl", "US International Trade Administration"),
        ("us-bis-dpl", "BIS"),
    ],
)
def test_an_authoritys_list_is_known(name: str, authority: str) -> None:
    known = entry(name)
    assert known is not None
    assert known.id == name
    assert known.authority == authority


def test_a_list_of_ones_own_is_not_in_the_catalogue() -> None:
    assert entry("our-own-list") is None


@pytest.mark.parametrize("known", ENTRIES.values(), ids=list(ENTRIES))
def test_an_entry_says_where_the_list_comes_from_and_on_what_terms(known: object) -> None:
    assert dataclasses.is_dataclass(known)
    values = dataclasses.asdict(known)  # type: ignore[arg-type]
    assert all(value for key, value in values.items() if key not in ("files", "closed", "successor"))
    # A list that is closed has no newest edition to fetch, and names the list to fetch in its place.
    assert bool(values["files"]) == (values["closed"] is None) == (values["successor"] is None)
    assert values["closed"] is None or ENTRIES[values["successor"]].files
    assert values["homepage"].startswith("https://")
    assert values["documented"].startswith("https://")
    assert all(address.startswith("https://") for address in values["files"])
    assert 1 <= values["cadence_days"] <= 366
    assert list_id(values["id"]) == values["id"]


def test_the_page_about_lists_says_what_the_catalogue_does() -> None:
    page = (Path(__file__).parents[3] / "docs" / "lists.md").read_text("utf-8")
    rows = [
        f"| `{one.id}` | {one.authority} | {one.cadence_days} days | <{one.files[0]}> | <{one.documented}> |"
        for one in ENTRIES.values()
        if one.files
    ]
    assert [line for line in page.splitlines() if re.match(r"\| `[\w-]+` \|.* days \| <", line)] == rows


def test_the_page_about_lists_says_which_limits_there_are() -> None:
    page = (Path(__file__).parents[3] / "docs" / "lists.md").read_text("utf-8")
    told = dict(re.findall(r"^\| ([a-z][^|]+?) \| (\d+)[^|]* \|$", page, re.MULTILINE))
    assert [int(number) for number in told.values()] == [
        USUAL.size >> 20, USUAL.connect, USUAL.stall, USUAL.total / 60, USUAL.attempts, USUAL.redirects,
    ]  # fmt: skip


def test_an_entry_can_not_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ENTRIES[list_id("un-sc")].title = "another"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["us-ofac-sdn", "our.list_2", "0", "a" * 64, "gb-fcdo"])
def test_a_list_may_have_any_short_plain_name(text: str) -> None:
    assert list_id(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Our-List",
        "-list",
        ".list",
        "our list",
        "our/list",
        "../list",
        "a:b",
        "a" * 65,
        "lïst",
        "a\n",
    ],
)
def test_what_can_not_name_a_list_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputError, match=r"can't be the name of a list: .* for instance us-ofac-sdn"):
        list_id(text)


@given(st.text(max_size=70))
def test_law_a_name_that_is_taken_can_be_part_of_an_id_and_of_a_file_name(text: str) -> None:
    try:
        name = list_id(text)
    except InputError:
        return
    assert name.isascii()
    assert not set(name) & set(":/\\ \n")
    assert name not in (".", "..")


@pytest.mark.parametrize(
    ("name", "fetched"), [("us-ofac-sdn", "SDN.XML"), ("us-ofac-cons", "CONS_ENHANCED.XML")]
)
def test_of_ofacs_layouts_the_fullest_that_is_small_enough_is_fetched(name: str, fetched: str) -> None:
    files = [address.rpartition("/")[2] for address in ENTRIES[list_id(name)].files]
    assert files[0] == fetched
    assert any(file.endswith("_ENHANCED.XML") for file in files)
