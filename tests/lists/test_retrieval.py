"""The index over the authorities' own lists: it loses nobody, and exact names hit."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz import fuzz, process

import namesake
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.model.policy import FLOOR
from namesake.names.tokens import parse
from namesake.screening.screener import Screener
from tests.laws.brute_force import Listed, Resembling, above, proposed
from tests.laws.mangling import mangled

FILES = (
    "us-ofac-sdn/2021-03-10_sdn.xml",
    "un-sc/un_consolidated_2026-08-01.xml",
    "eu-fsf/2021-03-02_full_1_1.xml",
)
QUERIES = 2000


@pytest.fixture(scope="module")
def screener(shared: Path) -> Screener:
    return namesake.load(*(shared / "lists" / name for name in FILES))


@pytest.fixture(scope="module")
def listed(screener: Screener) -> Listed:
    return Listed(screener.snapshot)


def asked_about(listed: Listed, chance: random.Random, among: list[int]) -> list[tuple[str, int]]:
    """Mangled names, each with the number of the name it was made of."""
    texts = [listed.texts[number] for number in among]
    made = [chance.choice(among) for _ in range(QUERIES)]
    return [(mangled(chance, listed.texts[number], texts), number) for number in made]


def test_the_index_loses_nobody_on_the_real_lists(screener: Screener, listed: Listed) -> None:
    """2,000 mangled names, each against those of 4,000 listed names most like it, and some by chance.

    `make soak` compares with all names. RapidFuzz chooses: its measure has nothing to do with ours.
    """
    chance = random.Random(20210310)
    pool = chance.sample(range(len(listed.texts)), 4000)
    asked = asked_about(listed, chance, pool)
    alike = process.cdist(
        [" ".join(token.text for token in parse(name, person=False).tokens) for name, _ in asked],
        [" ".join(token.text for token in listed.parsed[number].tokens) for number in pool],
        scorer=fuzz.token_set_ratio,
        dtype=np.uint8,
    )
    likest = np.argpartition(alike, -30, axis=1)[:, -30:]
    retrieval = Retrieval(screener.snapshot)
    compared = found = 0
    for (name, origin), places in zip(asked, likest, strict=True):
        among = {origin, *(pool[place] for place in places), *chance.sample(pool, 20)}
        for person in (True, False):
            query = parse(name, person=person)
            some = [number for number in among if bool(listed.person[number]) == person]
            expected = above(FLOOR, query, listed, some)
            got = retrieval.candidates(query, FLOOR, np.ones(len(listed.texts), dtype=np.bool_))
            assert expected.keys() <= set(got.tolist()), name
            compared, found = compared + len(some), found + len(expected)
    assert compared > 40 * QUERIES, "else it would say little"
    assert found > QUERIES, "else it would say little"


@pytest.mark.soak
def test_the_index_loses_nobody_of_all_the_names(screener: Screener, listed: Listed) -> None:
    chance = random.Random(11462)
    resembling, retrieval = Resembling(listed), Retrieval(screener.snapshot)
    for name, _ in asked_about(listed, chance, list(range(len(listed.texts)))):
        for person in (True, False):
            query = parse(name, person=person)
            expected = above(FLOOR, query, listed, resembling.names(query))
            assert proposed(FLOOR, query, listed, retrieval) == expected, name


def lost(screener: Screener, numbers: list[int]) -> list[str]:
    """Those of these names that are no weak alias and do not hit their own party."""
    arrays, texts = screener.snapshot.arrays, screener.snapshot.name_texts
    missing = []
    for number in numbers:
        if arrays["name_weak"][number] or not parse(texts[number], person=True).tokens:
            continue
        wanted = screener.snapshot.party_ids[int(arrays["name_party"][number])]
        hits = screener.screen(texts[number], limit=1000).hits
        if wanted not in [hit.party.id for hit in hits]:
            missing.append(texts[number])
    return missing


def test_exact_names_hit_their_party(screener: Screener, listed: Listed) -> None:
    assert lost(screener, random.Random(7).sample(range(len(listed.texts)), 800)) == []


def test_exact_names_in_other_scripts_hit_their_party(screener: Screener, listed: Listed) -> None:
    other = [number for number, text in enumerate(listed.texts) if not text.isascii()]
    assert len(other) > 2000
    assert lost(screener, random.Random(8).sample(other, 600)) == []


@pytest.mark.soak
def test_every_exact_name_hits_its_party(screener: Screener, listed: Listed) -> None:
    assert lost(screener, list(range(len(listed.texts)))) == []


def test_saved_and_opened_it_gives_the_same_answers_in_threads_too(
    screener: Screener, listed: Listed, tmp_path: Path
) -> None:
    screener.snapshot.save(tmp_path / "index")
    opened = Snapshot.open(tmp_path / "index")
    opened.verify()
    assert opened.id == screener.snapshot.id
    chance = random.Random(9)
    names = [mangled(chance, text, listed.texts) for text in chance.sample(listed.texts, 120)]
    names = [name for name in names if parse(name, person=True).tokens]
    other = Screener(opened)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(other.screen, names))
    assert answers == [screener.screen(name) for name in names]
    assert sum(bool(answer.hits) for answer in answers) > 40
