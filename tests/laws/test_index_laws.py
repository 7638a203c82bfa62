"""The index finds what scoring every name finds, with the very same scores and pairs, run either way."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from namesake.index.building import build
from namesake.index.layout import ARRAYS
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import evidence_of
from namesake.match.evidence import fold
from namesake.model.policy import FLOOR
from namesake.model.values import Kind, Name, Quality
from namesake.names.tokens import parse
from tests.laws.brute_force import Listed, above, found
from tests.laws.drawing import ADVERSARIAL, LONG_NAMES, NAMES
from tests.laws.mangling import mangled
from tests.unit.index.making import INVENTED, now, party

FLOORS = st.sampled_from([FLOOR, 0.70, FLOOR, 0.70, 0.05, 0.2, 0.9])
# The fixture `engine` is of the module: it is the same for all that hypothesis tries.
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
SOME = settings(max_examples=120, deadline=None, suppress_health_check=QUIET)

pytestmark = pytest.mark.usefixtures("engine")


def _built(names: Sequence[str]) -> Snapshot:
    kinds = (Kind.PERSON, Kind.ORGANIZATION)
    return build(now(*(
        party(f"{number}-{kind}", name, kind=kind) for number, name in enumerate(names) for kind in kinds
    )))  # fmt: skip


def _same_as_by_brute_force(made: Snapshot, asked: Sequence[str], floor: float) -> int:
    """How many were found, all of them as comparing every name finds them."""
    listed, retrieval = Listed(made), Retrieval(made)
    count = 0
    for name in asked:
        for person in (True, False):
            query = parse(name, person=person)
            expected = above(floor, query, listed, listed.read_as(person))
            assert found(floor, query, listed, retrieval) == expected, f"asked {name!r}, {person=}, {floor=}"
            count += len(expected)
    return count


@SOME
@given(st.lists(NAMES, min_size=1, max_size=8), st.lists(NAMES, min_size=1, max_size=4), FLOORS)
@example(["Li", "National Bank", "S. S. B. J. the"], ["Li", "National Bank", "S. S. B. J. the"], 0.70)
@example(["Petr Alexandrovich", "Tariq International"], ["Petr Alex", "Tariq Inter"], 0.70)
@example(["R. J. J. B. S. B. J. B. B. Abdullah"], ["B. B. J. R. S. B. A. B. J. محمد"], 0.2)
@example(["J., R. J. R. Hizb"], ["j. ס. ס. ר. ר. j. j. סונ"], 0.05)
def test_the_index_finds_what_comparing_every_name_finds(
    listed: list[str], asked: list[str], floor: float
) -> None:
    _same_as_by_brute_force(_built(listed), asked, floor)


@SOME
@given(st.lists(NAMES, min_size=2, max_size=8), st.integers(0, 2**32), FLOORS)
def test_so_it_does_for_mangled_names(listed: list[str], seed: int, floor: float) -> None:
    chance = random.Random(seed)
    asked = [mangled(chance, chance.choice(listed), listed) for _ in range(4)]
    _same_as_by_brute_force(_built(listed), asked, floor)


@SOME
@given(st.lists(ADVERSARIAL, min_size=2, max_size=8), st.integers(0, 2**32), FLOORS)
def test_so_it_does_for_names_made_to_trip_it(listed: list[str], seed: int, floor: float) -> None:
    chance = random.Random(seed)
    asked = [*listed, mangled(chance, chance.choice(listed), listed)]
    _same_as_by_brute_force(_built(listed), asked, floor)


@settings(SOME, max_examples=20)
@given(LONG_NAMES, st.lists(NAMES | LONG_NAMES, min_size=1, max_size=4), FLOORS)
def test_so_it_does_for_more_words_than_are_compared(long: str, others: list[str], floor: float) -> None:
    _same_as_by_brute_force(_built([long, *others]), [long, *others], floor)


@settings(SOME, max_examples=60)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=6), st.text(max_size=30))
@example(["A:A:A:DE", ""], "")
def test_so_it_does_for_what_is_no_name_at_all(listed: list[str], asked: str) -> None:
    _same_as_by_brute_force(_built(listed), [asked, *listed], FLOOR)


def test_so_it_does_for_mangled_names_of_the_invented_parties() -> None:
    made = build(now(*INVENTED))
    texts = [made.name_texts[number] for number in range(len(made.name_texts))]
    chance = random.Random(2)
    asked = [mangled(chance, chance.choice(texts), texts, most=4) for _ in range(400)]
    for floor, least in ((FLOOR, 400), (0.70, 200), (0.1, 800)):
        assert _same_as_by_brute_force(made, asked, floor) > least, "else it would say little"


@SOME
@given(st.lists(NAMES | ADVERSARIAL, min_size=1, max_size=6), NAMES | ADVERSARIAL, FLOORS)
def test_the_score_found_is_the_fold_of_the_evidence_of_the_pairs_found(
    listed: list[str], asked: str, floor: float
) -> None:
    made = _built(listed)
    names, retrieval = Listed(made), Retrieval(made)
    for person in (True, False):
        query = parse(asked, person=person)
        for number, (score, pairs) in found(floor, query, names, retrieval).items():
            assert score == fold(evidence_of(query, names.parsed[number], pairs))
            assert score >= floor


@SOME
@given(st.lists(NAMES, min_size=1, max_size=6), NAMES, NAMES, FLOORS)
def test_listing_one_more_name_changes_no_other_answer(
    listed: list[str], added: str, asked: str, floor: float
) -> None:
    before, after = _built(listed), _built([*listed, added])
    for person in (True, False):
        query = parse(asked, person=person)
        few, more = (
            {
                (each.texts[number], answer)
                for number, (score, pairs) in found(floor, query, each, Retrieval(made)).items()
                for answer in [(score, tuple(pairs))]
            }
            for made in (before, after)
            for each in [Listed(made)]
        )
        assert few <= more
        assert {text for text, _ in more - few} <= {added}


@settings(SOME, max_examples=6)
@given(st.lists(NAMES, min_size=1, max_size=6), NAMES)
def test_an_opened_index_finds_the_same_as_the_one_that_was_built(listed: list[str], asked: str) -> None:
    made = _built(listed)
    with tempfile.TemporaryDirectory() as folder:
        made.save(Path(folder) / "index")
        opened = Snapshot.open(Path(folder) / "index")
        opened.verify()
        for person in (True, False):
            query = parse(asked, person=person)
            one, other = (found(0.1, query, Listed(each), Retrieval(each)) for each in (made, opened))
            assert one == other
        assert opened.id == made.id


@settings(SOME, max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_parties_does_not_matter(names: list[str], chance: random.Random) -> None:
    histories = now(*(party(str(number), name) for number, name in enumerate(names)))
    shuffled = list(histories)
    chance.shuffle(shuffled)
    assert build(shuffled).id == build(histories).id


LISTED = st.dictionaries(
    st.integers(0, 9),
    st.tuples(
        st.lists(NAMES | ADVERSARIAL | st.text(max_size=12), min_size=1, max_size=3),
        st.sampled_from([Kind.PERSON, Kind.ORGANIZATION, Kind.LEGAL_ENTITY]),
        st.sampled_from([Quality.STRONG, Quality.WEAK]),
    ),
    max_size=6,
)


@SOME
@given(st.lists(LISTED, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_an_index_that_takes_over_from_others_is_the_one_built_from_nothing(
    editions: list[dict[int, tuple[list[str], Kind, Quality]]], chance: random.Random
) -> None:
    """Whatever changes from one to the next, to the last byte, and in any order of the parties."""
    known = None
    for edition in editions:
        histories = now(*(
            party(str(number), *(Name(name, quality) for name in names), kind=kind)
            for number, (names, kind, quality) in edition.items()
        ))  # fmt: skip
        anew = build(histories)
        chance.shuffle(histories)
        known = build(histories, known=known)
        assert known.manifest == anew.manifest
        assert [known.arrays[name].tobytes() for name in ARRAYS] == [
            anew.arrays[name].tobytes() for name in ARRAYS
        ]
