"""What holds for every answer, whoever is asked about and whatever is listed."""

from __future__ import annotations

import datetime as dt
import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from namesake.index.building import build
from namesake.index.snapshot import Snapshot
from namesake.match.evidence import EvidenceKind, fold
from namesake.model.dates import PartialDate
from namesake.model.edition import Span
from namesake.model.party import Party
from namesake.model.policy import FLOOR, Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Identifier, IdentifierType, Kind, Name, Quality
from namesake.screening.result import Hit, Screening
from namesake.screening.screener import Screener
from tests.laws.drawing import NAMES
from tests.unit.index.making import (
    INVENTED,
    LIST,
    OTHER_LIST,
    holding,
    now,
    over_time,
    party,
    said,
    span,
    under,
)

SOME = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BIRTHS = st.sampled_from(["1957-03-11", "1957", "1958", "1991-05-05", "1957/1960", "1957~"])
IDS = st.sampled_from(["A10472263", "9187629", "4711-088"])
KINDS = st.sampled_from([Kind.PERSON, Kind.ORGANIZATION, Kind.COMPANY, Kind.VESSEL, Kind.LEGAL_ENTITY])


@st.composite
def parties(draw: st.DrawFn, number: int) -> Party:
    names = draw(st.lists(NAMES, min_size=1, max_size=4))
    qualities = draw(st.lists(st.sampled_from(list(Quality)), min_size=len(names), max_size=len(names)))
    made = party(
        str(number),
        *names,
        of=draw(st.sampled_from([LIST, OTHER_LIST])),
        kind=draw(KINDS),
        born=draw(BIRTHS | st.none()),
        ids=[Identifier(IdentifierType.PASSPORT, one) for one in draw(st.lists(IDS, max_size=2))],
        designations=[under(one) for one in draw(st.lists(st.sampled_from(["A", "B"]), max_size=2))],
    )
    first, *rest = (Name(text, quality) for text, quality in zip(names, qualities, strict=True))
    return replace(made, names=(Name(first.text, Quality.PRIMARY), *rest))


LISTS = st.integers(1, 6).flatmap(lambda count: st.tuples(*(parties(number) for number in range(count))))
SUBJECTS = st.builds(
    lambda names, kind, born, ids: Subject.of(*names, kind=kind, born=born, ids=ids),
    st.lists(NAMES, min_size=1, max_size=2),
    KINDS | st.none(),
    BIRTHS | st.none(),
    st.lists(IDS, max_size=1),
)
POLICIES = st.builds(
    Policy,
    threshold=st.sampled_from([FLOOR, 0.7, 0.9, 1.0]),
    programmes=st.sampled_from([(), (), ("A",), ("A", "B")]),
    weak_aliases=st.sampled_from(list(WeakAliases)),
)


def everything(screening: Screening) -> tuple[Hit, ...]:
    return screening.hits + screening.near


@SOME
@given(LISTS, SUBJECTS, POLICIES)
def test_a_score_is_the_fold_of_its_evidence(
    listed: tuple[Party, ...], subject: Subject, policy: Policy
) -> None:
    screening = Screener(build(now(*listed)), policy).screen(subject, limit=100, near=True)
    for hit in everything(screening):
        assert hit.score == fold(hit.evidence)
    assert all(hit.score >= policy.threshold for hit in screening.hits)
    assert all(hit.score < policy.threshold for hit in screening.near)
    keys = [hit.party.id for hit in everything(screening)]
    assert len(keys) == len(set(keys)), "a party stands in an answer once"


@SOME
@given(LISTS, SUBJECTS, POLICIES)
def test_the_same_question_has_the_same_answer(
    listed: tuple[Party, ...], subject: Subject, policy: Policy
) -> None:
    screener = Screener(build(now(*listed)), policy)
    first = screener.screen(subject, near=True)
    assert screener.screen(subject, near=True) == first, "asked again, with what was remembered"
    assert Screener(build(now(*reversed(listed))), policy).screen(subject, near=True) == first


@settings(SOME, max_examples=6)
@given(LISTS, SUBJECTS, POLICIES)
def test_saving_and_opening_changes_no_answer(
    listed: tuple[Party, ...], subject: Subject, policy: Policy
) -> None:
    held = [holding("2021-03-10", None, None, current=True), holding(None, of=OTHER_LIST, current=True)]
    made = build([over_time(said(one, span(None, None))) for one in listed], held, notice="a notice")
    with tempfile.TemporaryDirectory() as folder:
        made.save(Path(folder) / "index")
        opened = Snapshot.open(Path(folder) / "index")
        for day in (None, "2020-01-01", "2024-01-01"):
            before = Screener(made, policy).screen(subject, as_of=day, near=True)
            assert Screener(opened, policy).screen(subject, as_of=day, near=True) == before


@SOME
@given(LISTS, SUBJECTS, POLICIES)
def test_asking_for_what_stayed_below_changes_no_hit(
    listed: tuple[Party, ...], subject: Subject, policy: Policy
) -> None:
    screener = Screener(build(now(*listed)), policy)
    alone, more = screener.screen(subject), screener.screen(subject, near=True)
    assert alone.near == ()
    assert replace(more, near=()) == alone


@SOME
@given(LISTS, SUBJECTS, POLICIES)
def test_threads_change_no_answer(listed: tuple[Party, ...], subject: Subject, policy: Policy) -> None:
    made = build(now(*listed))
    subjects = [subject, *(Subject.of(name.text) for one in listed for name in one.names)]
    expected = [Screener(made, policy).screen(one, near=True) for one in subjects]
    shared = Screener(made, policy)
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda one: shared.screen(one, near=True), subjects)) == expected


@SOME
@given(LISTS, SUBJECTS, POLICIES, parties(99))
def test_adding_a_party_changes_nobody_elses_hit(
    listed: tuple[Party, ...], subject: Subject, policy: Policy, added: Party
) -> None:
    before = everything(Screener(build(now(*listed)), policy).screen(subject, limit=100, near=True))
    after = everything(Screener(build(now(*listed, added)), policy).screen(subject, limit=100, near=True))
    assert [hit for hit in after if hit.party.id != added.id] == list(before)


@SOME
@given(LISTS)
def test_an_exact_good_name_always_hits_its_party(listed: tuple[Party, ...]) -> None:
    screener = Screener(build(now(*listed)))
    for one in listed:
        for name in one.names:
            if name.quality is not Quality.WEAK:
                for kind in (None, one.kind):
                    hits = screener.screen(name.text, kind=kind, limit=100).hits
                    assert one.id in [hit.party.id for hit in hits], name.text


@settings(SOME, max_examples=20)
@given(st.sampled_from(INVENTED), LISTS, st.sampled_from(["", " ", "…"]), st.booleans())
def test_an_exact_name_hits_in_every_script_whatever_else_is_listed(
    one: Party, others: tuple[Party, ...], around: str, upper: bool
) -> None:
    renamed = replace(one, id=type(one.id)(f"{one.id}-invented"))
    screener = Screener(build(now(*others, renamed)))
    for name in renamed.names:
        if name.quality is not Quality.WEAK:
            asked = around + (name.text.upper() if upper else name.text) + around
            assert renamed.id in [hit.party.id for hit in screener.screen(asked, limit=100).hits], asked


@SOME
@given(LISTS, SUBJECTS, st.sampled_from([FLOOR, 0.7]))
def test_weak_aliases_never_hit_alone(listed: tuple[Party, ...], subject: Subject, threshold: float) -> None:
    screener = Screener(build(now(*listed)), Policy(threshold=threshold))
    for hit in screener.screen(subject, limit=100).hits:
        settled = {EvidenceKind.BIRTH_DATE, EvidenceKind.IDENTIFIER} & {
            piece.kind for piece in hit.evidence if piece.points > 0
        }
        good = {name.text for name in hit.party.names if name.quality is not Quality.WEAK}
        assert settled or hit.matched_name in good


@SOME
@given(LISTS, SUBJECTS)
def test_a_narrower_policy_finds_no_one_more(listed: tuple[Party, ...], subject: Subject) -> None:
    made = build(now(*listed))

    def ids(policy: Policy) -> set[str]:
        return {hit.party.id for hit in Screener(made, policy).screen(subject, limit=100).hits}

    assert ids(Policy(threshold=0.9)) <= ids(Policy()) <= ids(Policy(threshold=FLOOR))
    assert ids(Policy(programmes=("A",))) <= ids(Policy())
    assert ids(Policy(weak_aliases=WeakAliases.IGNORE)) <= ids(Policy())
    for name in made.manifest.lists:
        of_list = {one.id for one in listed if one.list == name}
        assert ids(Policy(lists=(name,))) == ids(Policy()) & of_list


@SOME
@given(LISTS, SUBJECTS, st.dates(dt.date(2019, 1, 1), dt.date(2026, 1, 1)), st.randoms(use_true_random=False))
def test_as_of_a_day_is_as_if_only_what_held_that_day_were_listed(
    listed: tuple[Party, ...], subject: Subject, day: dt.date, chance: random.Random
) -> None:
    cuts = [dt.date(2020, 1, 1), dt.date(2022, 1, 1), dt.date(2024, 1, 1)]
    histories, holding_then = [], []
    for one in listed:
        start, end = sorted(chance.sample([None, *cuts], 2), key=lambda cut: cut or dt.date.min)
        version = said(one, Span(start, end), current=False)
        histories.append(over_time(version))
        if version.holds_on(day):
            holding_then.append(one)
    as_of = Screener(build(histories)).screen(subject, as_of=day, limit=100, near=True)
    then = Screener(build(now(*holding_then))).screen(subject, limit=100, near=True)
    assert everything(as_of) == everything(then)


@SOME
@given(SUBJECTS, parties(1), BIRTHS)
def test_an_agreeing_birth_date_never_lowers_a_score(subject: Subject, one: Party, born: str) -> None:
    dated = replace(one, birth_dates=(PartialDate(born),))
    made = build(now(dated))
    bare = Screener(made).screen(replace(subject, birth_dates=()), limit=100, near=True)
    more = Screener(made).screen(replace(subject, birth_dates=(PartialDate(born),)), limit=100, near=True)
    before = {hit.party.id: hit.score for hit in everything(bare)}
    after = {hit.party.id: hit.score for hit in everything(more)}
    assert all(after[number] >= score for number, score in before.items())
