"""The index loses nothing that scoring every name finds, and saving it changes no answer."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from namesake.index.building import build
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.model.policy import FLOOR
from namesake.model.values import Kind
from namesake.names.tokens import parse
from tests.laws.brute_force import Listed, above, proposed
from tests.laws.drawing import LONG_NAMES, NAMES
from tests.laws.mangling import mangled
from tests.unit.index.making import INVENTED, now, party

FLOORS = st.sampled_from([FLOOR, FLOOR, 0.05, 0.2, 0.7, 0.9])
SOME = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _built(names: list[str]) -> Snapshot:
    kinds = (Kind.PERSON, Kind.ORGANIZATION)
    return build(now(*(
        party(f"{number}-{kind}", name, kind=kind) for number, name in enumerate(names) for kind in kinds
    )))  # fmt: skip


def _same_as_by_brute_force(made: Snapshot, asked: list[str], floor: float) -> None:
    listed, retrieval = Listed(made), Retrieval(made)
    for name in asked:
        for person in (True, False):
            query = parse(name, person=person)
            expected = above(floor, query, listed, listed.read_as(person))
            assert proposed(floor, query, listed, retrieval) == expected, f"asked {name!r}, {person=}"


@SOME
@given(st.lists(NAMES, min_size=1, max_size=8), st.lists(NAMES, min_size=1, max_size=4), FLOORS)
def test_the_index_loses_nothing(listed: list[str], asked: list[str], floor: float) -> None:
    _same_as_by_brute_force(_built(listed), asked, floor)


@SOME
@given(st.lists(NAMES, min_size=2, max_size=8), st.integers(0, 2**32), FLOORS)
def test_the_index_loses_no_mangled_name(listed: list[str], seed: int, floor: float) -> None:
    chance = random.Random(seed)
    asked = [mangled(chance, chance.choice(listed), listed) for _ in range(4)]
    _same_as_by_brute_force(_built(listed), asked, floor)


@settings(SOME, max_examples=20)
@given(LONG_NAMES, st.lists(NAMES | LONG_NAMES, min_size=1, max_size=4), FLOORS)
def test_nor_one_of_more_words_than_are_compared(long: str, others: list[str], floor: float) -> None:
    _same_as_by_brute_force(_built([long, *others]), [long, *others], floor)


@settings(SOME, max_examples=60)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=6), st.text(max_size=30))
def test_nor_anything_that_is_no_name_at_all(listed: list[str], asked: str) -> None:
    _same_as_by_brute_force(_built(listed), [asked, *listed], FLOOR)


def test_the_index_loses_no_mangled_name_of_the_invented_parties() -> None:
    made = build(now(*INVENTED))
    texts = [made.name_texts[number] for number in range(len(made.name_texts))]
    chance = random.Random(2)
    asked = [mangled(chance, chance.choice(texts), texts, most=4) for _ in range(400)]
    for floor in (FLOOR, 0.1):
        _same_as_by_brute_force(made, asked, floor)


@settings(SOME, max_examples=30)
@given(st.lists(NAMES, min_size=1, max_size=6), NAMES)
def test_an_opened_index_proposes_the_same_as_the_one_that_was_built(listed: list[str], asked: str) -> None:
    made = _built(listed)
    with tempfile.TemporaryDirectory() as folder:
        made.save(Path(folder) / "index")
        opened = Snapshot.open(Path(folder) / "index")
        opened.verify()
        for person in (True, False):
            query = parse(asked, person=person)
            one, other = (proposed(0.1, query, Listed(each), Retrieval(each)) for each in (made, opened))
            assert one == other
        assert opened.id == made.id


@SOME
@given(st.lists(NAMES, min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_parties_does_not_matter(names: list[str], chance: random.Random) -> None:
    histories = now(*(party(str(number), name) for number, name in enumerate(names)))
    shuffled = list(histories)
    chance.shuffle(shuffled)
    assert build(shuffled).id == build(histories).id
