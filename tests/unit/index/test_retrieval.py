"""The search: whoever scores at the floor, nobody else, and only whom the caller wants."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from namesake.index import retrieval as retrieval_module
from namesake.index.retrieval import Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import align, compare_names
from namesake.match.evidence import fold
from namesake.model.party import Party
from namesake.model.policy import FLOOR
from namesake.model.values import Kind
from namesake.names.tokens import MOST_TOKENS, parse
from tests.unit.index.engines import Names, find_one
from tests.unit.index.making import INVENTED, party, snapshot

SNAPSHOT = snapshot(*INVENTED)
HIT = 0.70

pytestmark = pytest.mark.usefixtures("engine")


def search(made: Snapshot, name: str, *, person: bool = True, floor: float = FLOOR) -> Names:
    every = np.ones(len(made.name_texts), dtype=np.bool_)
    return find_one(Retrieval(made), parse(name, person=person), floor, every)


def found(made: Snapshot, name: str, *, person: bool = True, floor: float = FLOOR) -> dict[str, float]:
    """The names found and their scores."""
    names, scores, _ = search(made, name, person=person, floor=floor)
    return {made.name_texts[name]: score / 1e4 for name, score in zip(names, scores, strict=True)}


def score_of(asked: str, listed: str, *, person: bool) -> float:
    return fold(compare_names(parse(asked, person=person), parse(listed, person=person)))


# What a bound would lose that looks only at the tokens that tell: the score comes from words that are
# trimmings in one of the two names and tell in the other, or from initials.
@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Sultan King", "King, Sultan"),
        ("AL-SULTAN, King 2", "AL-SULTAN, King"),
        ("Haji Sheikh", "Dr. Sheikh"),
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
        ("Ali", "Ali"),
        ("Shoigu Shoigu Sergey", "S. S. Sergey"),
    ],
)
def test_a_name_that_scores_is_found_however_it_comes_to_its_score(asked: str, listed: str) -> None:
    made = snapshot(party("90", listed), *INVENTED)
    score = score_of(asked, listed, person=True)
    assert score > 0
    assert found(made, asked, floor=score)[listed] == score


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Cou & Co", "Co. & Co"),
        ("S.A. Limited", "Limited S.A."),
        ("The Bank of the Seven Isles", "Bank of the 7 Isles Ltd"),
        ("I.R.I.S.L.", "IRISL"),
        ("Quandt GmbH", "GmbH Quandt & Co"),
        ("OSK", "Ostrander Shipping Kontor"),
        ("Ostrander Shipping Kontor", "OSK"),
        ("National Bank", "National Bank"),
        ("A A Bank Zwingli", "A Bank Zwingli"),
        ("7 7 Alpha", "77 Alpha"),
    ],
)
def test_so_is_an_organisations(asked: str, listed: str) -> None:
    made = snapshot(party("90", listed, kind=Kind.COMPANY), *INVENTED)
    score = score_of(asked, listed, person=False)
    assert score > 0
    assert found(made, asked, person=False, floor=score)[listed] == score


@pytest.mark.parametrize(
    ("asked", "listed", "person"),
    [
        # Names that many bear hit only because they are the very same.
        ("Li", "Li", True),
        ("ALI, Ali", "Ali Ali", True),
        ("National Bank", "National Bank", False),
        ("S. S. B. J. the", "S. S. B. J. the", False),
        # Of a word cut short the rare beginning is like a common word, which counts for little.
        ("Petr Alex", "Petr Alexandrovich", True),
        ("Tariq Inter", "Tariq International", False),
    ],
)
def test_a_hit_is_found_at_the_threshold_too(asked: str, listed: str, person: bool) -> None:
    made = snapshot(party("90", listed, kind=Kind.PERSON if person else Kind.COMPANY), *INVENTED)
    assert score_of(asked, listed, person=person) >= HIT
    assert listed in found(made, asked, person=person, floor=HIT)


@pytest.mark.parametrize("one", INVENTED, ids=lambda one: str(one.name))
def test_a_listed_name_is_found_for_itself(one: Party) -> None:
    for name in one.names:
        person = one.kind in (Kind.PERSON, Kind.LEGAL_ENTITY)
        assert found(SNAPSHOT, name.text, person=person)[name.text] >= HIT


def test_names_below_the_floor_are_not_found() -> None:
    many = [
        party(f"k{number}", f"Karla {family}") for number, family in enumerate(("Quandt", "Ostrander", "Ng"))
    ]
    made = snapshot(*many, *INVENTED)
    assert list(found(made, "Karla Quandt", floor=HIT)) == ["Karla Quandt"]
    assert found(made, "Nobody Whatsoever") == {}


def test_the_floor_itself_reaches_it_and_one_ten_thousandth_more_does_not() -> None:
    asked, listed = "Karla Ostrander Quandt", "QUANDT, Karla"
    made, score = snapshot(party("1", listed)), score_of("Karla Ostrander Quandt", listed, person=True)
    assert FLOOR < score < 1
    assert found(made, asked, floor=score) == {listed: score}
    assert found(made, asked, floor=score + 0.0001) == {}


def test_the_lower_the_floor_the_more_are_found() -> None:
    sets = [set(found(SNAPSHOT, "Arkadi Mustafa", floor=floor)) for floor in (0.02, 0.3, 0.6, 0.99)]
    assert sets[0] > sets[1] >= sets[2] >= sets[3]
    assert sets[3] == set()


def test_only_allowed_names_are_found() -> None:
    query = parse("Nadir Saleh", person=True)
    only = np.zeros(len(SNAPSHOT.name_texts), dtype=np.bool_)
    assert find_one(Retrieval(SNAPSHOT), query, FLOOR, only) == ([], [], [])
    wanted = next(n for n in range(len(only)) if SNAPSHOT.name_texts[n] == "Nadir Saleh")
    only[wanted] = True
    assert find_one(Retrieval(SNAPSHOT), query, FLOOR, only).names == [wanted]


def test_a_name_is_found_only_for_its_own_reading() -> None:
    made = snapshot(party("1", "Karla Quandt"), party("2", "Karla Quandt", kind=Kind.COMPANY))
    for person, number in ((True, 0), (False, 1)):
        names = search(made, "Karla Quandt", person=person).names
        assert made.arrays["name_party"][names].tolist() == [number]


def test_names_ascend_and_come_once() -> None:
    names = search(SNAPSHOT, "Karim Karim Abdulkarim", floor=0.01).names
    assert names == sorted(set(names))
    assert len(names) > 1


@pytest.mark.parametrize(
    ("asked", "listed", "person"),
    [
        ("Qassem Suleimani", "SOLEIMANI, Qasem", True),
        ("Abd al-Karim J. Mustafa", "Abdulkarim Jamal MUSTAPHA", True),
        ("Jamaladdin Ahmad", "JAMAL AL-DIN, Ahmad", True),
        ("Ostrander Shipping Kontor", "OSK", False),
        ("Zarya Trading Internat", "ZARYA TRADING INTERNATIONAL", False),
        ("ندير الذهبي", "AL-DHAHABI, Nadir", True),
    ],
)
def test_the_pairs_of_tokens_are_those_of_the_alignment(asked: str, listed: str, person: bool) -> None:
    made = snapshot(party("1", listed, kind=Kind.PERSON if person else Kind.COMPANY))
    ((packed,),) = [search(made, asked, person=person).pairs]
    pairs = align(parse(asked, person=person), parse(listed, person=person))
    assert pairs_of(packed) == pairs
    assert pairs


@pytest.mark.parametrize("name", ["", "???", "xqzv"])
def test_nobody_is_found_for_a_name_like_none(name: str) -> None:
    assert found(SNAPSHOT, name) == {}


def test_an_empty_snapshot_finds_nobody() -> None:
    assert search(snapshot(), "Karla Quandt") == ([], [], [])


def test_asking_again_gives_the_same() -> None:
    retrieval, every = Retrieval(SNAPSHOT), np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    asked = [parse(name, person=True) for name in ("Nadir Saleh", "Salih Nadir Nadir", "Prince J. King")]
    first = [find_one(retrieval, query, 0.1, every) for query in asked]
    again = [find_one(retrieval, query, 0.1, every) for query in reversed(asked)]
    assert first == again[::-1]
    assert all(one.names for one in first)


def test_many_names_asked_about_together_find_what_each_finds_alone() -> None:
    retrieval, every = Retrieval(SNAPSHOT), np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    names = [name.text for one in INVENTED for name in one.names] + ["Nobody Whatsoever", "J. R."]
    asked = [parse(name, person=person) for name in names for person in (True, False)]
    floors = [0.3 + 0.05 * (place % 9) for place in range(len(asked))]
    together = retrieval.find(asked, floors, retrieval.wanting(every))
    for query, floor, one in zip(asked, floors, together, strict=True):
        alone = find_one(Retrieval(SNAPSHOT), query, floor, every)
        assert sorted(each.name for each in one) == alone.names
        assert {each.name: each.score for each in one} == dict(zip(alone.names, alone.scores, strict=True))
    assert retrieval.find([], [], retrieval.wanting(every)) == []


def test_pairs_of_names_score_what_comparing_them_says() -> None:
    retrieval = Retrieval(SNAPSHOT)
    persons = np.flatnonzero(SNAPSHOT.arrays["name_person"]).tolist()
    asked = ["Nadir Saleh", "Salih Nadir Nadir", "Prince J. King", "Nobody Whatsoever", "Abd Allah"]
    pairs = [(parse(name, person=True), number) for name in asked for number in persons]
    scores = retrieval.scores([query for query, _ in pairs], [number for _, number in pairs])
    wanted = [score_of(query.text, SNAPSHOT.name_texts[number], person=True) for query, number in pairs]
    assert [score / 1e4 for score in scores] == wanted
    assert retrieval.scores([], []) == []


def test_room_is_made_for_however_many_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [party(f"{number}", f"Karla Quandt {chr(97 + number)}ostrander") for number in range(20)]
    made = snapshot(*many)
    plenty = search(made, "Karla Quandt")
    monkeypatch.setattr(retrieval_module._Threads, "size", 1)
    assert search(made, "Karla Quandt") == plenty
    assert len(plenty.names) == 20


def test_the_longest_names_of_words_that_are_all_alike_have_room_too() -> None:
    # As many pairs as two names can have: every word and every run of words is like every word.
    for word in ("aa", "سس", "ali"):
        name = " ".join([word] * MOST_TOKENS)
        made = snapshot(party("1", name), party("2", name, kind=Kind.COMPANY))
        assert list(found(made, name)) == list(found(made, name, person=False)) == [name]


def test_threads_may_share_it() -> None:
    retrieval, every = Retrieval(SNAPSHOT), np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    asked = [parse(name.text, person=True) for one in INVENTED for name in one.names] * 5
    alone = [find_one(Retrieval(SNAPSHOT), query, 0.2, every) for query in asked]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda query: find_one(retrieval, query, 0.2, every), asked)) == alone


@pytest.mark.parametrize("stamp", [np.iinfo(np.int32).max - 2])
def test_after_very_many_searches_it_begins_to_count_anew(stamp: int) -> None:
    retrieval, every = Retrieval(SNAPSHOT), np.ones(len(SNAPSHOT.name_texts), dtype=np.bool_)
    query = parse("Nadir Saleh", person=True)
    first = find_one(retrieval, query, FLOOR, every)
    room = retrieval._threads.room
    assert room is not None
    room.stamp = stamp
    assert [find_one(retrieval, query, FLOOR, every) for _ in range(5)] == [first] * 5
    assert retrieval._threads.room is not None
    assert retrieval._threads.room.stamp < stamp
