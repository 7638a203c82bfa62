"""The arrays of a snapshot: what is no snapshot is told from what is one."""

from __future__ import annotations

import numpy as np
import pytest

from namesake.index import layout
from namesake.index.layout import ARRAYS, Array, fault_in, overfull_in
from namesake.index.linked import with_links
from namesake.model.party import Link
from namesake.model.values import PartyId
from tests.unit.index.making import INVENTED, snapshot


def arrays() -> dict[str, Array]:
    link = Link(PartyId("zz-other:10"), PartyId("zz-test:1"), "the tests link them")
    return dict(with_links(snapshot(*INVENTED), [link]).arrays)


def test_the_arrays_of_a_snapshot_have_no_fault() -> None:
    assert fault_in(arrays()) is None
    assert fault_in(dict(snapshot().arrays)) is None


@pytest.mark.parametrize("name", sorted(ARRAYS))
def test_a_missing_array_is_named(name: str) -> None:
    damaged = arrays()
    del damaged[name]
    assert fault_in(damaged) == f"{name} is missing"


@pytest.mark.parametrize("name", sorted(ARRAYS))
def test_an_array_of_another_type_is_named(name: str) -> None:
    damaged = arrays()
    damaged[name] = damaged[name].astype(np.float64)
    assert str(fault_in(damaged)).startswith(f"{name} is not a row of")


@pytest.mark.parametrize("name", sorted(ARRAYS))
def test_an_array_that_lost_its_last_value_is_noticed(name: str) -> None:
    damaged = arrays()
    if name.startswith("span"):
        damaged.update({one: np.zeros(2, dtype=np.int32) for one in ARRAYS if one.startswith("span")})
    damaged[name] = damaged[name][:-1]
    assert "has not the length" in str(fault_in(damaged))


def test_a_table_is_not_a_row() -> None:
    damaged = arrays()
    damaged["name_party"] = damaged["name_party"].reshape(1, -1)
    assert "name_party is not a row" in str(fault_in(damaged))


def test_an_empty_row_of_offsets_is_noticed() -> None:
    damaged = dict(snapshot().arrays)
    damaged["party_offsets"] = damaged["party_offsets"][:0]
    damaged["party_versions"] = damaged["party_versions"][:0]
    assert "has not the length" in str(fault_in(damaged))


@pytest.mark.parametrize("name", ["key_shelves", "mark_shelves"])
@pytest.mark.parametrize("times", [0, 1, 3])
def test_shelves_for_another_number_of_things_are_noticed(name: str, times: int) -> None:
    # A power of two and one more is not enough: their number goes by the number of tokens, or of names.
    damaged = arrays()
    last = damaged[name][-1:]
    damaged[name] = np.append(damaged[name], last.repeat(times * (len(damaged[name]) - 1) or 1))
    assert fault_in(damaged) == f"{name} has not the length of the arrays beside it"


def test_every_array_is_documented() -> None:
    documented = layout.__doc__ or ""
    assert [name for name in ARRAYS if name not in documented] == []


def test_more_of_a_thing_than_places_can_say_is_told() -> None:
    made = arrays()
    assert overfull_in(made) is None
    # So many that no memory is needed for them: all the same byte.
    made["name_block"] = np.broadcast_to(np.uint8(0), (2**31,))
    assert overfull_in(made) == "name_block"
