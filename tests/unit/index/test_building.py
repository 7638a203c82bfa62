"""A snapshot made from parties: what is in it, and that chance has no part in it."""

from __future__ import annotations

import random

import numpy as np
import pytest
from msgspec.structs import replace

from namesake.errors import InputError
from namesake.index.building import build
from namesake.index.hashing import hash_of, taken_from
from namesake.index.layout import ARRAYS, KINDS
from namesake.index.packing import pack_span, traits_of
from namesake.index.snapshot import FORMAT, Snapshot
from namesake.match.joining import run_marks, runs_of
from namesake.model.edition import Holding, PartyHistory
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import Kind, Name, PartyId, Quality
from namesake.names.tokens import parse
from tests.unit.index.making import (
    INVENTED,
    OTHER_LIST,
    edition,
    holding,
    now,
    over_time,
    party,
    passport,
    said,
    snapshot,
    span,
    under,
    weak,
)


def names_of(made: Snapshot) -> list[str]:
    return [made.name_texts[number] for number in range(len(made.name_texts))]


def postings_of(made: Snapshot, token: str) -> tuple[list[str], list[str]]:
    """The names a token stands in: those with initials, and those without."""
    number = [made.tokens[one] for one in range(len(made.tokens))].index(token)
    first, last = made.arrays["posting_starts"][number : number + 2].tolist()
    middle = int(made.arrays["posting_middles"][number])
    names = [made.name_texts[name] for name in made.arrays["posting_names"][first:last].tolist()]
    return names[: middle - first], names[middle - first :]


def test_the_order_of_the_parties_does_not_matter() -> None:
    histories = now(*INVENTED)
    shuffled = random.Random(4).sample(histories, len(histories))
    assert build(shuffled).id == build(histories).id


def test_parties_of_two_lists_may_bear_one_number() -> None:
    # Two FollowTheMoney files of one's own keep the ids they came with.
    one = PartyHistory(PartyId("NK-1"), now(party("1", "Karla Quandt"))[0].versions)
    other = PartyHistory(PartyId("NK-1"), now(party("1", "Otto Zwingli", of=OTHER_LIST))[0].versions)
    assert build([one, other]).id == build([other, one]).id
    assert len(build([one, other]).party_ids) == 2


def test_a_party_that_comes_twice_is_refused() -> None:
    with pytest.raises(InputError, match="'zz-test:1' of list zz-test comes twice"):
        build(now(party("1", "Karla Quandt"), party("1", "Karla Quandt")))


def test_a_party_of_which_nothing_is_said_is_refused() -> None:
    with pytest.raises(InputError, match="no list says anything of party 'zz-test:1'"):
        build([PartyHistory(PartyId("zz-test:1"), ())])


def test_other_content_has_another_id() -> None:
    made = snapshot(*INVENTED)
    assert made.id != snapshot(*INVENTED[:-1]).id
    assert made.id != snapshot(*INVENTED[:-1], replace(INVENTED[-1], notes=("seen in Ruritania",))).id
    assert made.id != build(now(*INVENTED), notice="for trying out").id
    assert made.id != build(now(*INVENTED), [holding("2021-03-10", current=True)]).id


def test_the_id_knows_neither_when_an_edition_came_nor_the_stores_word_for_it() -> None:
    def made(received: str, state: str) -> Snapshot:
        held = Holding(edition("2021-03-10", received=received), span("2021-03-10"), True)
        return build(now(*INVENTED), [held], state=state)

    assert made("2026-01-01T10:00:00Z", "7").id == made("2026-02-02T11:00:00Z", "8").id


def test_the_manifest_says_what_is_in_it() -> None:
    held = [holding("2024-05-07", current=True), holding(None, of=OTHER_LIST, current=True)]
    made = build(
        now(party("1", "Karla Quandt", designations=[under("SDGT"), under("IRAQ3")]), *INVENTED[6:8]),
        held,
        state="17",
        notice="for trying out",
    ).manifest
    assert (made.format, made.scoring) == (FORMAT, SCORING_VERSION)
    assert made.lists == ("zz-other", "zz-test")
    assert made.programmes == ("IRAQ3", "SDGT")
    assert [one.edition.list for one in made.holdings] == ["zz-other", "zz-test"]
    assert (made.state, made.notice) == ("17", "for trying out")
    assert sorted(made.checksums) == sorted(ARRAYS)


def test_every_array_has_its_type_and_order_in_memory() -> None:
    for made in (snapshot(*INVENTED), snapshot()):
        assert {name: array.dtype for name, array in made.arrays.items()} == ARRAYS
        assert all(array.flags.c_contiguous for array in made.arrays.values())


def test_a_name_weak_in_one_edition_and_strong_in_another_is_two_names() -> None:
    before = party("1", "Karla Quandt", weak("Die Rote"))
    after = party("1", "Karla Quandt", "Die Rote")
    made = build([over_time(said(before, current=False), said(after))])
    rows = sorted(zip(names_of(made), made.arrays["name_weak"].tolist(), strict=True))
    assert rows == [("Die Rote", False), ("Die Rote", True), ("Karla Quandt", False)]


def test_a_name_published_twice_in_one_version_is_one_name_borne_once() -> None:
    twice = party("1", "Karla Quandt", "Karla Quandt", Name("Karla Quandt", Quality.FORMER))
    made = snapshot(twice)
    assert names_of(made) == ["Karla Quandt"]
    assert made.arrays["name_versions"].tolist() == [0]


def test_what_may_be_a_person_or_an_organisation_is_read_both_ways() -> None:
    made = snapshot(party("1", "Karla Quandt", kind=Kind.LEGAL_ENTITY))
    assert made.arrays["name_person"].tolist() == [True, False]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.LEGAL_ENTITY])
def test_any_other_kind_is_read_one_way(kind: Kind) -> None:
    made = snapshot(party("1", "Karla Quandt", kind=kind))
    assert made.arrays["name_person"].tolist() == [kind is Kind.PERSON]
    assert KINDS[made.arrays["version_kind"][0]] is kind


def test_a_party_that_changed_its_kind_is_read_as_each() -> None:
    made = build([
        over_time(
            said(party("1", "Karla Quandt", kind=Kind.ORGANIZATION), current=False),
            said(party("1", "Karla Quandt", kind=Kind.PERSON)),
        )
    ])  # fmt: skip
    rows = dict(zip(made.arrays["name_person"].tolist(), made.arrays["name_versions"].tolist(), strict=True))
    assert rows == {False: 0, True: 1}


def test_a_token_is_posted_once_for_each_name_names_with_initials_first() -> None:
    made = snapshot(party("1", "Jamal Jamal", "J. Jamal", "Jamal al-Din"), party("2", "Jamal R."))
    assert postings_of(made, "jamal") == (["J. Jamal", "Jamal R."], ["Jamal Jamal", "Jamal al-Din"])
    assert postings_of(made, "j") == (["J. Jamal"], [])
    assert postings_of(made, "al") == ([], ["Jamal al-Din"])


def test_a_names_tokens_stand_in_their_order_with_their_traits() -> None:
    made = snapshot(party("1", "AL-DIN, Jamal", "J. R. Moonwater"), party("2", "Zyx Ltd", kind=Kind.COMPANY))
    starts = made.arrays["name_token_starts"].tolist()
    for number, text in enumerate(names_of(made)):
        parsed = parse(text, person=bool(made.arrays["name_person"][number]))
        words = slice(starts[number], starts[number + 1])
        tokens = [made.tokens[token] for token in made.arrays["name_tokens"][words].tolist()]
        assert tokens == [token.text for token in parsed.tokens]
        assert made.arrays["name_traits"][words].tolist() == [traits_of(token) for token in parsed.tokens]


def test_runs_are_kept_with_their_marks_and_by_their_marks() -> None:
    made = snapshot(party("1", "Jamal al-Din", "Abd Allah Abdallah"), party("2", "Quandt"))
    starts = made.arrays["name_run_starts"].tolist()
    marks_kept = np.unique(made.arrays["run_marks"])
    found = taken_from(made.arrays["mark_shelves"], made.arrays["mark_names"], marks_kept)
    by_mark = list(zip(marks_kept[found[0]].tolist(), found[1].tolist(), strict=True))
    expected = set[tuple[int, int]]()
    for number, text in enumerate(names_of(made)):
        kept = slice(starts[number], starts[number + 1])
        marks = made.arrays["run_marks"][kept].tolist()
        assert set(zip(marks, made.arrays["run_spans"][kept].tolist(), strict=True)) == {
            (mark, pack_span(run))
            for run in runs_of(parse(text, person=True))
            for mark in run_marks(run.text, run.acronym)
        }
        expected |= {(mark, number) for mark in marks}
    assert by_mark == sorted(expected)
    assert len(made.arrays["mark_names"]) == len(expected)
    assert starts[-1] > starts[0]


def test_spans_are_days_without_the_last() -> None:
    made = build([over_time(said(party("1", "Karla Quandt"), span(None, "2021-03-10"), span("2022-01-01")))])
    assert made.arrays["span_versions"].tolist() == [0, 0]
    assert made.arrays["span_starts"].tolist() == [0, 738156]  # 2022-01-01
    assert made.arrays["span_ends"].tolist() == [737859, 3652060]  # 2021-03-10; the day after the last day


def test_identifiers_lead_to_their_party_whatever_their_spelling() -> None:
    made = snapshot(*INVENTED[:3], party("50", "Karla Quandt", ids=[passport("c-4711 088"), passport("--")]))
    place = np.searchsorted(made.arrays["identifier_hashes"], hash_of("C4711088"))
    assert made.party_ids[int(made.arrays["identifier_parties"][place])] == "zz-test:50"
    assert len(made.arrays["identifier_hashes"]) == 2, (
        "what has neither letter nor digit is no way to a party"
    )


def test_records_come_back_as_they_were() -> None:
    made = snapshot(*INVENTED)
    parties = {made.party_ids[n]: made.party(made.versions_of(n)[0]) for n in range(len(made.party_ids))}
    assert parties == {one.id: one for one in INVENTED}


def test_a_name_of_nothing_that_can_be_compared_is_kept_and_found_by_nobody() -> None:
    made = snapshot(party("1", "???", "Karla Quandt"))
    assert names_of(made) == ["???", "Karla Quandt"]
    assert 0 not in made.arrays["posting_names"].tolist()
