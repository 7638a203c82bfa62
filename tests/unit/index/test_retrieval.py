"""Candidates: whoever could score at the floor, few others, and only whom the caller wants."""

from __future__ import annotations

import numpy as np
import pytest

from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names
from namesake.match.evidence import fold
from namesake.model.policy import FLOOR
from namesake.model.values import Kind
from namesake.names.tokens import parse
from tests.unit.index.making import INVENTED, party, snapshot

SNAPSHOT = snapshot(*INVENTED)


def candidates(
    made: Snapshot, name: str, *, person: bool = True, floor: float = FLOOR, allowed: bool = True
) -> list[str]:
    mask = np.full(len(made.name_texts), allowed)
    found = Retrieval(made).candidates(parse(name, person=person), floor, mask).tolist()
    return [made.name_texts[number] for number in found]


# What a bound that looks only at the tokens that tell would lose: the score comes from words that are
# trimmings in one of the two names and tell in the other, or from initials.
@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Sultan King", "King, Sultan"),
        ("AL-SULTAN, King 2", "AL-SULTAN, King"),
        ("Haji Sheikh", "Sheikh Haji"),
        ("Filho Prince King", "Prince King"),
        ("Dr. No Dr.", "Dr. No"),
        ("J. R.", "J. R."),
        ("J. R. R. T.", "J R R Tolkien"),
        ("Qudret Junior", "JUNIOR, Qudret"),
        ("A. B. C. D. E. Ostrander", "Ada Bea Cleo Dora Edda Ostrander"),
        ("Ada Bea Ostrander", "A. B. Ostrander"),
        ("Ada Bea Ostrander", "A. B. Ostrander Zwingli"),
        ("A. B. C. D. E. F. G. H. 1", "Ada Bea Cleo Dora Edda Fanny Gerda Hanna"),
        ("Ada Bea Cleo Dora Edda Fanny Gerda Hanna", "A. B. C. D. E. F. G. H. 1"),
        ("Abd Allah", "Abdallah"),
        ("Abdallah", "Abd Allah"),
        ("Abd al Rahman Karimi", "Abdulrahman Karimi"),
        ("Hans Wurst Hans", "Wurst Hans"),
        ("77", "77"),
    ],
)
def test_a_name_that_scores_is_proposed_however_it_comes_to_its_score(asked: str, listed: str) -> None:
    made = snapshot(party("90", listed), *INVENTED)
    score = fold(compare_names(parse(asked, person=True), parse(listed, person=True)))
    assert score > 0
    assert listed in candidates(made, asked, floor=score)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Cou & Co", "Co. & Co"),
        ("S.A. Limited", "Limited S.A."),
        ("The Bank of the Seven Isles", "Bank of the 7 Isles Ltd"),
        ("I.R.I.S.L.", "IRISL"),
        ("Quandt GmbH", "GmbH Quandt & Co"),
    ],
)
def test_so_is_an_organisations(asked: str, listed: str) -> None:
    made = snapshot(party("90", listed, kind=Kind.COMPANY), *INVENTED)
    score = fold(compare_names(parse(asked, person=False), parse(listed, person=False)))
    assert score > 0
    assert listed in candidates(made, asked, person=False, floor=score)


@pytest.mark.parametrize("one", INVENTED, ids=lambda one: str(one.name))
def test_a_listed_name_is_proposed_for_itself(one: object) -> None:
    for name in one.names:  # type: ignore[attr-defined]
        person = one.kind is not Kind.VESSEL and one.kind.value in ("Person", "LegalEntity")  # type: ignore[attr-defined]
        assert name.text in candidates(SNAPSHOT, name.text, person=person)


def test_names_that_could_not_reach_the_floor_are_not_proposed() -> None:
    many = [
        party(f"k{number}", f"Karla {family}") for number, family in enumerate(("Quandt", "Ostrander", "Ng"))
    ]
    made = snapshot(*many, *INVENTED)
    assert candidates(made, "Karla Quandt", floor=0.7) == ["Karla Quandt"]
    assert candidates(made, "Nobody Whatsoever") == []


def test_the_lower_the_floor_the_more_are_proposed() -> None:
    sets = [set(candidates(SNAPSHOT, "Arkadi Mustafa", floor=floor)) for floor in (0.05, 0.3, 0.6, 0.95)]
    assert sets[0] > sets[1] >= sets[2] >= sets[3]
    assert sets[3] == set()


def test_names_not_allowed_are_not_proposed() -> None:
    assert candidates(SNAPSHOT, "Nadir Saleh", allowed=False) == []
    only = np.zeros(len(SNAPSHOT.name_texts), dtype=np.bool_)
    wanted = next(n for n in range(len(only)) if SNAPSHOT.name_texts[n] == "Nadir Saleh")
    only[wanted] = True
    assert Retrieval(SNAPSHOT).candidates(parse("Nadir Saleh", person=True), FLOOR, only).tolist() == [wanted]


def test_a_name_is_proposed_only_for_its_own_reading() -> None:
    made = snapshot(party("1", "Karla Quandt"), party("2", "Karla Quandt", kind=Kind.COMPANY))
    everything = np.ones(2, dtype=np.bool_)
    for person, number in ((True, 0), (False, 1)):
        found = Retrieval(made).candidates(parse("Karla Quandt", person=person), FLOOR, everything)
        assert made.arrays["name_party"][found].tolist() == [number]


def test_candidates_ascend_and_come_once() -> None:
    everything = np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    found = Retrieval(SNAPSHOT).candidates(parse("Karim Karim Abdulkarim", person=True), 0.01, everything)
    assert found.tolist() == sorted(set(found.tolist()))
    assert len(found) > 1


@pytest.mark.parametrize("name", ["", "???", "xqzv"])
def test_a_name_like_nothing_has_no_candidates(name: str) -> None:
    assert candidates(SNAPSHOT, name) == []


def test_an_empty_snapshot_proposes_nobody() -> None:
    assert candidates(snapshot(), "Karla Quandt") == []


def test_asking_again_gives_the_same() -> None:
    retrieval, everything = Retrieval(SNAPSHOT), np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    asked = [parse(name, person=True) for name in ("Nadir Saleh", "Salih Nadir Nadir", "Prince J. King")]
    first = [retrieval.candidates(query, 0.1, everything).tolist() for query in asked]
    again = [retrieval.candidates(query, 0.1, everything).tolist() for query in reversed(asked)]
    assert first == again[::-1]
