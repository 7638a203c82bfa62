"""The engine: who is found, as of when, by which names, in which order, and what is said beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from namesake.errors import InputError, PolicyError
from namesake.index.building import build
from namesake.index.hashing import hash_of
from namesake.index.snapshot import Snapshot
from namesake.match.evidence import EvidenceKind, fold
from namesake.model.edition import Holding, PartyHistory
from namesake.model.party import Party
from namesake.model.policy import Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Identifier, IdentifierType, Kind, ListId
from namesake.names.tokens import MOST_TOKENS
from namesake.screening.result import Band
from namesake.screening.screener import Screener
from namesake.screening.standing import Freshness
from tests.unit.index.making import (
    INVENTED,
    LIST,
    OTHER_LIST,
    holding,
    imo,
    now,
    numbers_of,
    over_time,
    party,
    passport,
    said,
    snapshot,
    span,
    under,
    weak,
)

SNAPSHOT = snapshot(*INVENTED)


def found(made: Snapshot, name: str, policy: Policy | None = None, **asked: Any) -> list[str]:
    return numbers_of(Screener(made, policy).screen(name, **asked).hits)


def test_a_birth_date_to_come_makes_nobody_another_and_is_told() -> None:
    bearer = party("1", "Arkady Vorontzev", born="1957-03-11")
    screener = Screener(snapshot(bearer), freshness=Freshness(dt.date(2026, 11, 23)))
    subjects = [Subject.of("Arkady Vorontzev", born=born) for born in ("2057", "2057-03-11", "1975", "")]
    ahead, exactly, other, without = screener.screen_many(subjects)
    for answer, date in ((ahead, "2057"), (exactly, "2057-03-11")):
        assert answer.hits == without.hits != ()
        assert answer.subject.birth_dates == ()
        assert answer.warnings == (f"birth date {date!r} is not used: it lies in the future",)
    # A date that can be right, and is another, speaks against the party.
    assert (numbers_of(other.hits), other.warnings) == ([], ())
    assert screener.screen(subjects[0]) == ahead


class TestFinding:
    """Who is found for a name."""

    @pytest.mark.parametrize("one", INVENTED, ids=lambda one: str(one.name))
    def test_a_party_is_found_by_each_good_name_in_the_script_it_is_published_in(self, one: Party) -> None:
        for name in one.names:
            if name.quality != "weak":
                assert one.id.partition(":")[2] in found(SNAPSHOT, name.text), name.text

    @pytest.mark.parametrize(
        ("asked", "number"),
        [
            ("Arkady Vorontzev", "1"),
            ("Воронцев Аркадий", "1"),
            ("Dr. Nader Saleh al Zahabi", "2"),
            ("نادر صالح الذهبي", "2"),
            ("Abdel Karim Moustafa", "6"),
            ("Orestes Papadoxakis", "8"),
            ("Silent Valley Brigade", "5"),
        ],
    )
    def test_a_party_is_found_however_its_name_is_spelled(self, asked: str, number: str) -> None:
        assert found(SNAPSHOT, asked)[:1] == [number]

    @pytest.mark.parametrize("asked", ["Otto Zwingli", "Karla Quandt", "Valley Bank", "Prince of Ruritania"])
    def test_nobody_is_found_for_a_name_like_none(self, asked: str) -> None:
        assert found(SNAPSHOT, asked) == []

    @pytest.mark.parametrize(
        ("asked_kind", "kind"),
        [(one, other) for one in Kind for other in Kind if one.may_be(other)],
    )
    def test_an_exact_name_is_found_for_every_kind_the_subject_may_be(
        self, asked_kind: Kind, kind: Kind
    ) -> None:
        made = snapshot(party("1", "QUANDT, Karla Ostrander", kind=kind))
        assert found(made, "QUANDT, Karla Ostrander", kind=asked_kind) == ["1"]
        assert found(made, "QUANDT, Karla Ostrander") == ["1"]

    @pytest.mark.parametrize(
        ("asked_kind", "kind"),
        [(one, other) for one in Kind for other in Kind if not one.may_be(other)],
    )
    def test_and_for_no_other_kind(self, asked_kind: Kind, kind: Kind) -> None:
        made = snapshot(party("1", "QUANDT, Karla Ostrander", kind=kind, ids=[passport("C4711088")]))
        screening = Screener(made).screen(
            "QUANDT, Karla Ostrander", kind=asked_kind, ids="C4711088", near=True
        )
        assert (screening.hits, screening.near) == ((), ())

    def test_any_of_the_subjects_names_may_find_it(self) -> None:
        subject = Subject.of("Otto Zwingli", "Elisheva Berkovich")
        (hit,) = Screener(SNAPSHOT).screen(subject).hits
        assert hit.matched_name == "BERKOVICH, Elisheva"

    def test_the_best_of_its_names_is_shown(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla", "QUAND, Carla", "QUANDT, Karla Maria"))
        (hit,) = Screener(made).screen("Carla Quand").hits
        assert hit.matched_name == "QUAND, Carla"

    def test_of_equally_good_names_the_first_listed_is_shown(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla", "Karla Quandt"))
        assert Screener(made).screen("Karla Quandt").hits[0].matched_name == "QUANDT, Karla"

    def test_the_score_is_the_fold_of_the_evidence_shown(self) -> None:
        screening = Screener(SNAPSHOT).screen("Arkadi Worontsew", born="1962", ids="ZX0099881", near=True)
        assert {"1", "2"} <= set(numbers_of(screening.hits + screening.near))
        for hit in screening.hits + screening.near:
            assert hit.score == fold(hit.evidence)

    def test_an_empty_snapshot_finds_nobody(self) -> None:
        assert found(snapshot(), "Karla Quandt") == []


class TestAsOf:
    """What was listed on a day: the design's rules, as a table of cases."""

    # Three editions. CAME is in the second and third; WENT in the first and second; BACK in the first and
    # third; STAYED in all, under another name in the second; its birth date only since the third.
    SPANS = (span(None, "2021-03-10"), span("2021-03-10", "2022-01-15"), span("2022-01-15", None))
    HELD = (
        holding("2020-06-01", None, "2021-03-10"),
        holding("2021-03-10", "2021-03-10", "2022-01-15"),
        holding("2022-01-15", "2022-01-15", None, current=True),
    )
    CAME = party("came", "Otto Zwingli")
    WENT = party("went", "Berta Ostrander")
    BACK = party("back", "Ludmila Krasnova")
    STAYED = party("stayed", "Karla Quandt")
    STAYED_AS = party("stayed", "Karla Quandt", "Friederike Tannhauser")
    STAYED_BORN = party("stayed", "Karla Quandt", born="1957-03-11")
    HISTORIES = (
        over_time(said(CAME, span("2021-03-10", None))),
        over_time(said(WENT, span(None, "2022-01-15"), current=False)),
        over_time(said(BACK, SPANS[0], SPANS[2])),
        over_time(
            said(STAYED, SPANS[0], current=False),
            said(STAYED_AS, SPANS[1], current=False),
            said(STAYED_BORN, SPANS[2]),
        ),
    )

    @pytest.mark.parametrize(
        ("name", "day", "hit"),
        [
            # The day before an edition, the day of it, between two, the last day, after the last, now.
            ("Otto Zwingli", "2021-03-09", False),
            ("Otto Zwingli", "2021-03-10", True),
            ("Otto Zwingli", "2021-08-01", True),
            ("Otto Zwingli", "2035-01-01", True),
            ("Otto Zwingli", None, True),
            ("Berta Ostrander", "2022-01-14", True),
            ("Berta Ostrander", "2022-01-15", False),
            ("Berta Ostrander", None, False),
            # It came, went and came back.
            ("Ludmila Krasnova", "2021-03-09", True),
            ("Ludmila Krasnova", "2021-03-10", False),
            ("Ludmila Krasnova", "2022-01-14", False),
            ("Ludmila Krasnova", "2022-01-15", True),
            ("Ludmila Krasnova", None, True),
            # A name that stands in one edition only.
            ("Friederike Tannhauser", "2021-03-09", False),
            ("Friederike Tannhauser", "2021-03-10", True),
            ("Friederike Tannhauser", "2022-01-15", False),
            ("Friederike Tannhauser", None, False),
            # Before the first: the first is used, for want of a better one.
            ("Berta Ostrander", "1999-01-01", True),
            ("Otto Zwingli", "1999-01-01", False),
            ("Ludmila Krasnova", "0001-01-01", True),
            ("Otto Zwingli", "9999-12-31", True),
        ],
    )
    def test_a_name_is_found_on_the_days_on_which_the_list_said_it(
        self, name: str, day: str | None, hit: bool
    ) -> None:
        assert bool(found(build(self.HISTORIES, self.HELD), name, as_of=day)) is hit

    @pytest.mark.parametrize(
        ("day", "names", "born"),
        [
            ("2020-12-31", 1, ()),
            ("2021-12-31", 2, ()),
            ("2022-12-31", 1, ("1957-03-11",)),
            (None, 1, ("1957-03-11",)),
        ],
    )
    def test_a_party_is_shown_as_the_list_described_it_that_day(
        self, day: str | None, names: int, born: tuple[str, ...]
    ) -> None:
        (hit,) = Screener(build(self.HISTORIES, self.HELD)).screen("Karla Quandt", as_of=day).hits
        assert (len(hit.party.names), hit.party.birth_dates) == (names, born)

    def test_it_is_compared_with_what_the_list_said_that_day(self) -> None:
        screener = Screener(build(self.HISTORIES, self.HELD))
        assert len(screener.screen("Karla Quandt", born="1991-05-05", as_of="2021-12-31").hits) == 1
        assert len(screener.screen("Karla Quandt", born="1991-05-05", as_of="2022-12-31").hits) == 0

    def test_the_answer_names_the_day_and_the_edition_it_stands_on(self) -> None:
        screening = Screener(build(self.HISTORIES, self.HELD)).screen("Karla Quandt", as_of="2021-08-01")
        assert screening.as_of == dt.date(2021, 8, 1)
        assert [one.published for one in screening.editions] == [dt.date(2021, 3, 10)]
        assert screening.warnings == ()

    @pytest.mark.parametrize("day", [dt.date(2021, 8, 1), dt.datetime(2021, 8, 1, 23, 59)])
    def test_the_day_may_be_given_as_a_date(self, day: dt.date) -> None:
        assert Screener(build(self.HISTORIES, self.HELD)).screen("Otto Zwingli", as_of=day).hits

    @pytest.mark.parametrize("day", ["", "2021", "2021-8-1", "2021-02-30", "yesterday", "2021-08-01T10:00"])
    def test_a_day_is_read_strictly(self, day: str) -> None:
        with pytest.raises(InputError, match=r"as-of day .* is not a day: write it as YYYY-MM-DD"):
            Screener(SNAPSHOT).screen("Otto Zwingli", as_of=day)

    # Before the first edition held it is used less what it says was listed later.
    @pytest.mark.parametrize(
        ("listed_on", "hit"),
        [
            (["2019-04-08"], True),
            (["2020-03-01"], False),
            (["2020-03-01", "2015-01-01"], True),
            (["2020"], True),  # perhaps by then: leaving it out could hide somebody
            ([None], True),
            ([], True),
        ],
    )
    def test_before_the_first_edition_listing_dates_decide_where_there_are_any(
        self, listed_on: list[str | None], hit: bool
    ) -> None:
        one = party("1", "Karla Quandt", designations=[under("T", when) for when in listed_on])
        made = build([over_time(said(one, span(None, None)))], [holding("2020-06-01", current=True)])
        screening = Screener(made).screen("Karla Quandt", as_of="2020-02-01")
        assert bool(screening.hits) is hit
        assert "no edition of 2020-02-01 is held" in screening.warnings[0]
        if hit and listed_on:
            assert all(one.listed_on != "2020-03-01" for one in screening.hits[0].party.designations)

    def test_from_the_first_edition_on_its_own_listing_dates_no_longer_matter(self) -> None:
        # A list may be published before the day a designation takes effect.
        one = party("1", "Karla Quandt", designations=[under("T", "2020-06-03")])
        made = build([over_time(said(one, span(None, None)))], [holding("2020-06-01", current=True)])
        assert found(made, "Karla Quandt", as_of="2020-06-01") == ["1"]

    def test_what_only_an_undated_edition_says_is_found_now_and_on_no_day(self) -> None:
        made = build([over_time(said(party("1", "Karla Quandt")))], [holding(None, current=True)])
        assert found(made, "Karla Quandt") == ["1"]
        screening = Screener(made).screen("Karla Quandt", as_of="2024-01-01")
        assert screening.hits == ()
        assert "was not screened as of 2024-01-01" in screening.warnings[0]

    def test_an_undated_edition_counts_now_beside_the_newest_dated_one(self) -> None:
        dated, undated = party("1", "Karla Quandt"), party("2", "Otto Zwingli")
        made = build(
            [over_time(said(dated, span("2022-01-15"))), over_time(said(undated))],
            [holding("2022-01-15", "2022-01-15", current=True), holding(None, current=True)],
        )
        assert found(made, "Karla Quandt") == ["1"]
        assert found(made, "Otto Zwingli") == ["2"]
        assert found(made, "Karla Quandt", as_of="2023-01-01") == ["1"]
        assert found(made, "Otto Zwingli", as_of="2023-01-01") == []


class TestScope:
    """Lists, programmes, threshold: what the policy says is looked at."""

    PARTIES = (
        party("1", "Karla Quandt", designations=[under("SDGT"), under("IRAQ3")]),
        party("2", "Karla Quandt", of=OTHER_LIST, designations=[under("GLOMAG")]),
        party("3", "Karla Quandt"),
    )
    MADE = build(now(*PARTIES), [holding("2022-01-15", current=True), holding("2020-01-01", of="zz-bare")])

    @pytest.mark.parametrize(
        ("lists", "expected"),
        [((), ["1", "2", "3"]), ((LIST,), ["1", "3"]), ((OTHER_LIST,), ["2"]), (("zz-bare",), [])],
    )
    def test_only_lists_in_scope_are_looked_at(self, lists: tuple[str, ...], expected: list[str]) -> None:
        policy = Policy(lists=tuple(ListId(name) for name in lists))
        assert sorted(found(self.MADE, "Karla Quandt", policy)) == expected

    def test_editions_of_other_lists_are_not_named(self) -> None:
        screening = Screener(self.MADE, Policy(lists=(OTHER_LIST,))).screen("Karla Quandt")
        assert screening.editions == ()

    def test_a_list_that_is_not_held_is_refused(self) -> None:
        with pytest.raises(
            PolicyError, match="list 'zz-tset' is not held: the lists held are zz-bare, zz-other"
        ):
            Screener(self.MADE, Policy(lists=(ListId("zz-tset"),)))
        with pytest.raises(PolicyError, match="the lists held are none"):
            Screener(snapshot(), Policy(lists=(LIST,)))

    @pytest.mark.parametrize(
        ("programmes", "expected"),
        [(("SDGT",), ["1"]), (("GLOMAG", "IRAQ3"), ["1", "2"]), (("NPWMD",), [])],
    )
    def test_only_programmes_asked_for_count(self, programmes: tuple[str, ...], expected: list[str]) -> None:
        assert sorted(found(self.MADE, "Karla Quandt", Policy(programmes=programmes))) == expected

    def test_a_programme_on_no_list_is_told(self) -> None:
        screening = Screener(self.MADE, Policy(programmes=("SDTG", "SDGT"))).screen("Karla Quandt")
        assert [one for one in screening.warnings if "programme" in one] == [
            "programme 'SDTG' is on none of the lists held: nobody is found by it"
        ]

    def test_before_the_first_edition_a_programme_not_yet_decided_does_not_count(self) -> None:
        one = party(
            "1", "Karla Quandt", designations=[under("OLD", "2010-01-01"), under("NEW", "2019-01-01")]
        )
        made = build([over_time(said(one, span(None, None)))], [holding("2020-06-01", current=True)])
        assert found(made, "Karla Quandt", Policy(programmes=("NEW",)), as_of="2015-01-01") == []
        assert found(made, "Karla Quandt", Policy(programmes=("OLD",)), as_of="2015-01-01") == ["1"]

    def test_the_threshold_divides_hits_from_near_ones(self) -> None:
        made = snapshot(party("1", "Karla Quandt Ostrander"))
        score = Screener(made).screen("Karla Quandt").hits[0].score
        for threshold, hits, near in ((score, 1, 0), (round(score + 0.001, 4), 0, 1)):
            screening = Screener(made, Policy(threshold=threshold)).screen("Karla Quandt", near=True)
            assert (len(screening.hits), len(screening.near)) == (hits, near)

    def test_a_band_says_how_sure_a_score_is(self) -> None:
        screener, seen = Screener(SNAPSHOT, Policy(threshold=0.6)), set[Band]()
        for asked in (
            "Nadir Salih al-Dhahabi",
            "Nadir Salih Dahab",
            "Nadir Saleh Zahab",
            "Nadir Dhahabi Ostrander",
        ):
            (hit,) = (
                one
                for group in [screener.screen(asked, kind="Person", near=True)]
                for one in group.hits + group.near
                if one.party.id == "zz-test:2"
            )
            least = {Band.STRONG: 0.9, Band.PROBABLE: 0.8, Band.POSSIBLE: 0.6, Band.BELOW: 0.0}
            assert hit.band is next(band for band, score in least.items() if hit.score >= score)
            seen.add(hit.band)
        assert seen == set(Band)

    def test_below_a_higher_threshold_even_a_strong_one_is(self) -> None:
        screening = Screener(SNAPSHOT, Policy(threshold=0.999)).screen("Nadir Salih al-Dhahabi", near=True)
        assert (screening.hits, next(hit.band for hit in screening.near)) == ((), Band.BELOW)


class TestWeakAliases:
    """How weak aliases count, by policy."""

    ONE = party("1", "Karla Quandt", weak("Roter Adler"), weak("Adler von Tannwald"), born="1957-03-11")
    MADE = snapshot(ONE)

    def screen(self, name: str, policy: WeakAliases, **asked: Any) -> tuple[list[str], list[str]]:
        screening = Screener(self.MADE, Policy(weak_aliases=policy)).screen(name, near=True, **asked)
        return [hit.matched_name for hit in screening.hits], [hit.matched_name for hit in screening.near]

    @pytest.mark.parametrize(
        ("policy", "asked", "born", "hits", "near"),
        [
            (WeakAliases.IGNORE, "Roter Adler", None, [], []),
            (WeakAliases.IGNORE, "Roter Adler", "1957-03-11", [], []),
            (WeakAliases.EXACT, "Roter Adler", None, ["Roter Adler"], []),
            (WeakAliases.EXACT, "ADLER, Roter", None, ["Roter Adler"], []),
            (WeakAliases.EXACT, "Rother Adler", None, [], []),
            (WeakAliases.EXACT, "Roter Adler", "1991-01-01", [], ["Roter Adler"]),
            (WeakAliases.CORROBORATE, "Roter Adler", None, [], ["Roter Adler"]),
            (WeakAliases.CORROBORATE, "Roter Adler", "1957", ["Roter Adler"], []),
            (WeakAliases.CORROBORATE, "Rother Adler", "1957-03-11", ["Roter Adler"], []),
            (WeakAliases.CORROBORATE, "Roter Adler", "1958", [], ["Roter Adler"]),
        ],
    )  # fmt: skip
    def test_each_policy(
        self, policy: WeakAliases, asked: str, born: str | None, hits: list[str], near: list[str]
    ) -> None:
        assert self.screen(asked, policy, born=born) == (hits, near)

    @pytest.mark.parametrize("policy", list(WeakAliases))
    def test_a_good_name_counts_under_every_policy(self, policy: WeakAliases) -> None:
        assert self.screen("Karla Quandt", policy) == (["Karla Quandt"], [])

    def test_an_agreeing_country_does_not_corroborate(self) -> None:
        assert self.screen("Roter Adler", WeakAliases.CORROBORATE, countries="de") == ([], ["Roter Adler"])

    def test_the_reason_stands_in_the_evidence(self) -> None:
        (near,) = Screener(self.MADE).screen("Roter Adler", near=True).near
        (reason,) = [piece for piece in near.evidence if piece.kind is EvidenceKind.WEAK_ALIAS]
        assert reason.listed == "Roter Adler"
        assert reason.points < 0

    def test_an_exact_weak_alias_counts_even_if_another_is_more_like_the_name(self) -> None:
        # The longer one scores higher, and is not the very same.
        made = snapshot(party("1", "Karla Quandt", weak("Ali"), weak("Aly Zarqwani Tannwald")))
        policy = Policy(weak_aliases=WeakAliases.EXACT)
        subject = Subject.of("Ali", "Ali Zarqwani Tannwald")
        (hit,) = Screener(made, policy).screen(subject).hits
        assert hit.matched_name == "Ali"

    def test_an_ignored_weak_alias_hides_no_identifier(self) -> None:
        made = snapshot(party("1", "Karla Quandt", weak("Roter Adler"), ids=[passport("C4711088")]))
        policy = Policy(weak_aliases=WeakAliases.IGNORE)
        assert found(made, "Roter Adler", policy, ids="C4711088") == ["1"]

    def test_a_name_weak_once_and_good_later_is_good_from_then_on(self) -> None:
        before, after = (
            party("1", "Karla Quandt", weak("Roter Adler")),
            party("1", "Karla Quandt", "Roter Adler"),
        )
        made = build([over_time(said(before, span(None, "2022-01-15")), said(after, span("2022-01-15")))])
        assert found(made, "Roter Adler", as_of="2022-01-14") == []
        assert found(made, "Roter Adler", as_of="2022-01-15") == ["1"]


class TestIdentifiers:
    """Numbers find a party under another name, and tell ships apart."""

    MADE = snapshot(
        *INVENTED,
        party("50", "Karla Quandt", "QUANDTOVA, Karla", ids=[passport("C 4711-088")]),
        party("51", "MV BLUE HERON", kind=Kind.VESSEL, ids=[imo("IMO 9187629")]),
    )

    @pytest.mark.parametrize("given", ["C4711088", "passport:C4711088", "c-4711-088"])
    def test_a_party_is_found_by_its_identifier_under_another_name(self, given: str) -> None:
        (hit,) = Screener(self.MADE).screen("Otto Zwingli", ids=given).hits
        assert hit.party.id == "zz-test:50"
        assert any(piece.kind is EvidenceKind.IDENTIFIER for piece in hit.evidence)
        assert hit.advice is None

    @pytest.mark.parametrize("kind", [Kind.PERSON, Kind.COMPANY, Kind.LEGAL_ENTITY])
    def test_it_is_the_same_hit_whether_those_near_are_asked_for_or_not(self, kind: Kind) -> None:
        one = party("1", "Sheikh Sheikh", weak("Sheikha"), kind=kind, ids=[passport("C4711088")])
        for policy in (Policy(), Policy(threshold=0.9), Policy(weak_aliases=WeakAliases.IGNORE)):
            screener = Screener(snapshot(one), policy)
            for name in ("Sheikh", "Sheikha", "Otto Zwingli"):
                alone = screener.screen(name, ids="C4711088")
                assert alone.hits == screener.screen(name, ids="C4711088", near=True).hits

    def test_the_name_shown_then_is_the_likest(self) -> None:
        subject = Subject.of("Otto Zwingli", "Carla Quandtowa", ids="C4711088")
        (hit,) = Screener(self.MADE, Policy(threshold=0.9)).screen(subject).hits
        assert hit.matched_name == "QUANDTOVA, Karla"

    @pytest.mark.parametrize("given", ["C4711089", "C4711", "tax id:C4711088"])
    def test_another_identifier_finds_nobody(self, given: str) -> None:
        assert found(self.MADE, "Otto Zwingli", ids=given) == []

    def test_a_ship_is_found_by_its_number_whatever_it_is_called(self) -> None:
        assert found(self.MADE, "Golden Swan", kind="Vessel", ids="imo:9187629") == ["51"]

    def test_another_number_is_another_ship(self) -> None:
        screening = Screener(self.MADE).screen("MV Blue Heron", kind="Vessel", ids="imo:9074729", near=True)
        assert numbers_of(screening.hits) == ["4"], "the ship that bears the number"
        (near,) = [hit for hit in screening.near if hit.party.id == "zz-test:51"]
        assert near.contradictions[0].reason == "another IMO number"

    def test_an_identifier_counts_only_while_it_is_listed(self) -> None:
        with_it, without = party("1", "Karla Quandt", ids=[passport("C4711088")]), party("1", "Karla Quandt")
        earlier = said(with_it, span(None, "2022-01-15"), current=False)
        made = build([over_time(earlier, said(without, span("2022-01-15")))])
        assert found(made, "Otto Zwingli", ids="C4711088", as_of="2022-01-14") == ["1"]
        assert found(made, "Otto Zwingli", ids="C4711088", as_of="2022-01-15") == []
        assert found(made, "Otto Zwingli", ids="C4711088", as_of=None) == []

    def test_numbers_that_collide_are_told_apart(self) -> None:
        # Two keys of one CRC-32 (the engine files identifiers by it).
        assert hash_of("PLUMLESS") == hash_of("BUCKEROO") or hash_of("plumless") == hash_of("buckeroo")
        one = Identifier(IdentifierType.OTHER, "plumless")
        made = snapshot(party("1", "Karla Quandt", ids=[one]))
        assert found(made, "Otto Zwingli", ids="plumless") == ["1"]
        assert found(made, "Otto Zwingli", ids="buckeroo") == []


class TestNear:
    """What stayed below the threshold, and why."""

    def test_a_good_name_that_something_contradicts_is_shown_with_the_reason(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla M.", born="1957-03-11"))
        screening = Screener(made).screen(
            "Karla Quandt", born="1991-05-05", gender="m", countries="fr", near=True
        )
        assert screening.hits == ()
        (near,) = screening.near
        assert near.score < 0.4, "shown however low the contradiction brought it"
        assert near.band is Band.BELOW
        assert near.contradictions[0].reason == "34 years apart"

    def test_a_poor_name_that_something_contradicts_is_not(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla Ostrander Friederike", born="1957-03-11"))
        screening = Screener(made).screen("Karla Tannhauser Quandt", born="1991-05-05", near=True)
        assert (screening.hits, screening.near) == ((), ())

    def test_a_partly_agreeing_name_is_near(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla Ostrander"))
        screening = Screener(made).screen("Karla Tannhauser Quandt", near=True)
        assert numbers_of(screening.near) == ["1"]

    def test_a_birth_date_can_lift_a_near_name_to_a_hit(self) -> None:
        made = snapshot(party("1", "QUANDT, Karla Ostrander", born="1957-03-11"))
        assert found(made, "Karla Tannhauser Quandt", born="1957-03-11") == ["1"]


class TestOrder:
    """Best first, ties settled, the limit kept."""

    def test_hits_and_near_ones_come_best_first(self) -> None:
        screening = Screener(SNAPSHOT).screen("Prince King Karim Mustafa", limit=50, near=True)
        for group in (screening.hits, screening.near):
            scores = [hit.score for hit in group]
            assert scores == sorted(scores, reverse=True)

    def test_of_equal_scores_the_party_more_of_whose_names_agree_comes_first(self) -> None:
        made = snapshot(party("1", "Karla Quandt"), party("2", "Karla Quandt", "Carla Quandt", "Karla Quand"))
        assert found(made, "Karla Quandt") == ["2", "1"]

    @pytest.mark.parametrize(
        ("asked", "own", "other"),
        [
            # OFAC 16708 and EU.3751.16, each listed in one script only; as compared they are the same words.
            (
                "BABAKOV, Aleksandr Mikhaylovich",
                "Aleksandr Mikhaylovich BABAKOV",
                "Александр Михайлович БАБАКОВ",
            ),
            (
                "Александр Михайлович БАБАКОВ",
                "БАБАКОВ, Александр Михайлович",
                "BABAKOV, Aleksandr Mikhaylovich",
            ),
            # EU.2960.78 with Persian letters, EU.2791.19 with Arabic ones.
            ("حسین طائب", "حسین طائب", "حسين طائب"),
            ("Карла Квандт", "Карла Квандт", "Kаrla Kvandt"),
        ],
    )
    def test_before_that_the_party_comes_that_bears_the_name_as_it_is_written(
        self, asked: str, own: str, other: str
    ) -> None:
        # The other one has the smaller id, and more names that agree.
        made = snapshot(party("1", other, f"{other} {other.split()[-1]}"), party("2", own))
        screening = Screener(made).screen(asked, kind="Person")
        assert numbers_of(screening.hits) == ["2", "1"]
        assert len({hit.score for hit in screening.hits}) == 1

    def test_then_the_smaller_id_comes_first_whatever_the_list(self) -> None:
        same = [
            party("3", "Karla Quandt", of="zz-b"),
            party("1", "Karla Quandt", of="zz-b"),
            party("2", "Karla Quandt", of="zz-a"),
        ]
        assert found(snapshot(*same), "Karla Quandt") == ["2", "1", "3"]

    def test_parties_of_one_id_on_two_lists_both_hit(self) -> None:
        ours = now(party("1", "Karla Quandt", of="zz-a"))[0].versions
        theirs = now(party("1", "Karla Quandt", of="zz-b"))[0].versions
        screening = Screener(
            build([PartyHistory(ours[0].party.id, ours), PartyHistory(ours[0].party.id, theirs)])
        )
        assert [hit.party.list for hit in screening.screen("Karla Quandt").hits] == ["zz-a", "zz-b"]

    def test_the_limit_holds_for_hits_and_near_ones_and_the_rest_is_counted(self) -> None:
        many = [party(f"h{number:02}", "Karla Quandt") for number in range(13)]
        many += [party(f"n{number:02}", "Karla Ostrander Quandt") for number in range(12)]
        screening = Screener(snapshot(*many), Policy(threshold=0.9)).screen("Karla Quandt", near=True)
        assert (len(screening.hits), screening.more, len(screening.near)) == (10, 3, 10)
        screening = Screener(snapshot(*many), Policy(threshold=0.9)).screen(
            "Karla Quandt", limit=100, near=True
        )
        assert (len(screening.hits), screening.more, len(screening.near)) == (13, 0, 12)

    @pytest.mark.parametrize("limit", [0, -1])
    def test_a_limit_below_one_is_refused(self, limit: int) -> None:
        with pytest.raises(InputError, match=f"limit {limit} can't be used: ask for at least 1 hit"):
            Screener(SNAPSHOT).screen("Karla Quandt", limit=limit)


class TestAdvice:
    """What would settle a name that many bear."""

    def test_a_common_persons_name_asks_for_a_birth_date(self) -> None:
        made = snapshot(party("1", "ALI, Ahmad", born="1971"), party("2", "ALI, Ahmad"))
        screening = Screener(made).screen("Ahmad Ali")
        assert {hit.advice for hit in screening.hits} == {"many people bear this name: ask for a birth date"}

    def test_with_a_birth_date_there_is_nothing_to_ask(self) -> None:
        made = snapshot(party("1", "ALI, Ahmad", born="1971"))
        assert Screener(made).screen("Ahmad Ali", born="1971").hits[0].advice is None

    def test_a_rare_name_needs_no_advice(self) -> None:
        assert Screener(SNAPSHOT).screen("Orestis Papadoxakis").hits[0].advice is None

    def test_an_organisations_common_name_asks_for_an_address(self) -> None:
        made = snapshot(party("1", "National Bank", kind=Kind.COMPANY))
        screening = Screener(made).screen("National Bank", kind="Company")
        assert [hit.advice for hit in screening.hits] == [
            "many bear a name like this: ask for an address or registration number"
        ]


class TestAsking:
    """What may be asked, and what is said about what could not be used."""

    def test_a_subject_and_loose_arguments_give_the_same_answer(self) -> None:
        screener = Screener(SNAPSHOT)
        subject = Subject.of("Nadir Salih", kind="Person", born="1961", countries="iq", gender="m", ids="X99")
        assert screener.screen(subject) == screener.screen(
            "Nadir Salih", kind="Person", born="1961", countries="iq", gender="m", ids="X99"
        )

    def test_both_at_once_are_refused(self) -> None:
        with pytest.raises(InputError, match="give either a Subject, or a name with kind"):
            Screener(SNAPSHOT).screen(Subject.of("Nadir Salih"), born="1961")

    @pytest.mark.parametrize("name", ["", "   ", "\t\n"])
    def test_no_name_is_refused(self, name: str) -> None:
        with pytest.raises(InputError, match="there is no name to screen: give at least one"):
            Screener(SNAPSHOT).screen(name)

    def test_a_subject_without_a_name_is_refused_even_with_an_identifier(self) -> None:
        subject = Subject(names=(), identifiers=(passport("ZX0099881"),))
        with pytest.raises(InputError, match="there is no name to screen: give at least one"):
            Screener(SNAPSHOT).screen(subject)

    @pytest.mark.parametrize("name", ["???", "- . -", "…", "'"])
    def test_a_name_of_nothing_that_can_be_compared_is_refused(self, name: str) -> None:
        with pytest.raises(InputError, match=r"name .* can't be screened"):
            Screener(SNAPSHOT).screen(name)

    def test_nor_is_a_subject_made_by_hand_of_such_a_name(self) -> None:
        # The sign is a letter to Unicode and silent: romanised nothing is left of it.
        with pytest.raises(InputError, match="name 'ъ' can't be screened: nothing in it can be compared"):
            Screener(SNAPSHOT).screen(Subject(names=("ъ", "...")))
        screening = Screener(SNAPSHOT).screen(Subject(names=("ъ", "Nadir Salih al-Dhahabi")))
        assert screening.warnings == ("name 'ъ' is not used: nothing in it can be compared",)

    def test_one_such_name_among_others_is_told(self) -> None:
        screening = Screener(SNAPSHOT).screen(Subject.of("???", "Nadir Salih al-Dhahabi"))
        assert numbers_of(screening.hits) == ["2"]
        assert screening.warnings == ("name '???' is not used: it has no letter and no digit",)

    def test_a_name_too_long_to_be_compared_whole_is_told(self) -> None:
        name = " ".join(["Nadir Salih al-Dhahabi", *["xq"] * (MOST_TOKENS - 3)])
        (warning,) = Screener(SNAPSHOT).screen(name).warnings
        assert warning.startswith(f"a name of {MOST_TOKENS + 1} words is compared by its first {MOST_TOKENS}")
        assert Screener(SNAPSHOT).screen(name.removesuffix(" xq")).warnings == ()

    @pytest.mark.parametrize("name", ["A " + "欧阳青岚" * 9, "x." * (MOST_TOKENS + 1), "a b" * MOST_TOKENS])
    def test_however_short_it_is_in_letters(self, name: str) -> None:
        (warning,) = Screener(SNAPSHOT).screen(name, kind="Person").warnings
        assert f"is compared by its first {MOST_TOKENS}" in warning

    def test_the_notice_of_the_snapshot_is_the_first_warning(self) -> None:
        made = build(now(*INVENTED), notice="for trying out, not for compliance")
        screening = Screener(made).screen("Nadir Salih", born="garbled")
        assert screening.warnings[0] == "for trying out, not for compliance"
        assert "garbled" in screening.warnings[1]

    def test_the_answer_names_what_it_can_be_repeated_from(self) -> None:
        policy = Policy(threshold=0.8)
        screening = Screener(SNAPSHOT, policy).screen("Nadir Salih")
        assert (screening.policy, screening.snapshot) == (policy, SNAPSHOT.id)
        assert screening.subject == Subject.of("Nadir Salih")

    def test_a_screener_may_be_shared_by_threads(self) -> None:
        names = [name.text for one in INVENTED for name in one.names] * 8
        asked = [(name, day) for name in names for day in (None, "2024-01-01")]
        held: Sequence[Holding] = [holding("2023-01-01", "2023-01-01", None, current=True)]
        histories = [over_time(said(one, span(None, None))) for one in INVENTED]
        alone = Screener(build(histories, held))
        expected = [alone.screen(name, as_of=day) for name, day in asked]
        shared = Screener(build(histories, held))
        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(lambda one: shared.screen(one[0], as_of=one[1]), asked)) == expected
