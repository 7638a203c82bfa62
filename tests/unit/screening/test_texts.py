"""Reading a text: against which lists and which day, what comes back, and its JSON."""

from __future__ import annotations

import datetime as dt
import gc
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from namesake.errors import InputError
from namesake.index.building import build
from namesake.index.garbage import uncollected
from namesake.index.linked import with_links
from namesake.index.snapshot import Snapshot
from namesake.model.party import Link, Party
from namesake.model.policy import Policy
from namesake.model.values import Kind, ListId, PartyId
from namesake.screening import texts as module
from namesake.screening.screener import Screener
from namesake.screening.texts import Reading, as_json
from namesake.text.document import Document
from namesake.text.mention import Form, Status
from tests.unit.index.making import (
    LIST,
    OTHER_LIST,
    holding,
    over_time,
    party,
    said,
    snapshot,
    span,
    under,
)

VORONTSEV = party("1", "VORONTSEV, Arkadiy Lvovich", designations=[under("RUIN")])
KRASNOVA = party("2", "Friederike Krasnova", of=OTHER_LIST, designations=[under("TOLL")])
BRIGADE = party("3", "Brigade of the Silent Valley", kind=Kind.ORGANIZATION, designations=[under("TOLL")])
SNAPSHOT = snapshot(VORONTSEV, KRASNOVA, BRIGADE)
TEXT = "Arkadiy Vorontsev met Friederike Krasnova. Vorontsev’s Brigade of the Silent Valley (BSV) won."


def screener(policy: Policy | None = None) -> Screener:
    return Screener(SNAPSHOT, policy, compiled=False)


def found(reading: Reading) -> list[str]:
    return [one.surface for one in reading.mentions]


class TestReading:
    """What comes back."""

    def test_the_mentions_and_their_parties_come_in_the_order_of_the_text(self) -> None:
        reading = screener().read(TEXT)
        assert [one.surface for one in reading.mentions] == [
            "Arkadiy Vorontsev",
            "Friederike Krasnova",
            "Vorontsev",
            "Brigade of the Silent Valley",
            "BSV",
        ]
        assert reading.parties == (VORONTSEV, KRASNOVA, BRIGADE)
        assert [one.form for one in reading.mentions] == [
            Form.NAME,
            Form.NAME,
            Form.SHORT,
            Form.NAME,
            Form.ACRONYM,
        ]
        assert {one.status for one in reading.mentions} == {Status.SAME}

    def test_it_says_what_it_was_read_against(self) -> None:
        policy = Policy(threshold=0.8)
        reading = screener(policy).read(TEXT)
        assert (reading.document.text, reading.policy, reading.snapshot) == (TEXT, policy, SNAPSHOT.id)
        assert reading.as_of is None

    @pytest.mark.parametrize(
        "content", [TEXT, TEXT.encode(), Document(text=TEXT)], ids=["str", "bytes", "value"]
    )
    def test_text_bytes_and_documents_are_read_alike(self, content: str | bytes | Document) -> None:
        assert found(screener().read(content)) == found(screener().read(TEXT))

    @pytest.mark.parametrize("text", ["", "\n", "Nobody is named here."])
    def test_a_text_that_names_nobody_has_no_parties(self, text: str) -> None:
        reading = screener().read(text)
        assert (reading.mentions, reading.parties) == ((), ())

    def test_an_empty_snapshot_finds_nobody(self) -> None:
        assert Screener(snapshot(), compiled=False).read(TEXT).mentions == ()

    def test_the_same_text_gives_the_same_answer_whatever_was_read_before(self) -> None:
        one = screener()
        first = one.read(TEXT)
        one.read("Vorontsev left. BSV won. Peter Vorontsev spoke.")
        assert one.read(TEXT) == first == screener().read(TEXT)

    def test_records_of_namesakes_are_among_the_parties(self) -> None:
        other = party("9", "KRASNOVA, Friederike")
        reading = Screener(snapshot(KRASNOVA, other), compiled=False).read("Friederike Krasnova came.")
        (one,) = reading.mentions
        assert {one.party, *one.also} == {party.id for party in reading.parties} == {KRASNOVA.id, other.id}


class TestAsOf:
    """Only who was listed on the day is mentioned, under the name borne then."""

    SPANS = (span(None, "2021-03-10"), span("2021-03-10", None))
    HELD = (
        holding("2020-06-01", None, "2021-03-10"),
        holding("2021-03-10", "2021-03-10", None, current=True),
    )
    MADE = build(
        [
            over_time(said(party("went", "Berta Ostrander"), SPANS[0], current=False)),
            over_time(said(party("came", "Otto Zwingli"), SPANS[1])),
            over_time(
                said(party("stayed", "Karla Quandt"), SPANS[0], current=False),
                said(party("stayed", "Friederike Tannhauser"), SPANS[1]),
            ),
        ],
        HELD,
    )
    SAID = "Berta Ostrander saw Otto Zwingli, Karla Quandt and Friederike Tannhauser."
    BEFORE = ("Berta Ostrander", "Karla Quandt")
    AFTER = ("Otto Zwingli", "Friederike Tannhauser")

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [
            ("2020-07-01", BEFORE),
            ("2021-03-09", BEFORE),
            ("2021-03-10", AFTER),
            ("2024-01-01", AFTER),
            (dt.date(2021, 3, 9), BEFORE),
            (None, AFTER),
        ],
    )
    def test_a_party_is_mentioned_on_the_days_it_is_listed(
        self, as_of: str | dt.date | None, expected: tuple[str, ...]
    ) -> None:
        reading = Screener(self.MADE, compiled=False).read(self.SAID, as_of=as_of)
        assert tuple(found(reading)) == expected
        assert tuple(str(one.name) for one in reading.parties) == expected
        assert reading.as_of == (dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of)

    def test_the_dateline_is_the_day_unless_one_is_given(self) -> None:
        document = Document(text=self.SAID, dateline=dt.date(2020, 7, 1))
        one = Screener(self.MADE, compiled=False)
        assert (tuple(found(one.read(document))), one.read(document).as_of) == (
            self.BEFORE,
            document.dateline,
        )
        given = one.read(document, as_of="2022-01-01")
        assert (tuple(found(given)), given.as_of) == (self.AFTER, dt.date(2022, 1, 1))

    def test_more_days_than_are_kept_ready_are_answered_all_the_same(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "_MOST_DAYS", 1)
        one = Screener(self.MADE, compiled=False)
        for as_of, expected in [("2020-07-01", self.BEFORE), ("2022-01-01", self.AFTER)] * 2:
            assert tuple(found(one.read(self.SAID, as_of=as_of))) == expected

    @pytest.mark.parametrize("as_of", ["2021-3-9", "yesterday", "2021-02-30", ""])
    def test_a_day_that_is_none_is_refused(self, as_of: str) -> None:
        with pytest.raises(InputError, match="as-of day"):
            screener().read(TEXT, as_of=as_of)

    def test_what_the_lists_do_not_know_of_a_day_is_warned_of_as_in_a_screening(self) -> None:
        one = Screener(self.MADE, compiled=False)
        for day in ("2010-01-01", "2020-07-01", "2024-01-01"):
            told = one.screen("Otto Zwingli", as_of=day).warnings
            assert one.read(self.SAID, as_of=day).warnings == told


class TestPolicy:
    """The policy's lists, programmes and threshold hold for texts too."""

    @pytest.mark.parametrize(
        ("policy", "expected"),
        [
            (Policy(), [VORONTSEV, KRASNOVA, BRIGADE]),
            (Policy(lists=(ListId(LIST),)), [VORONTSEV, BRIGADE]),
            (Policy(lists=(ListId(OTHER_LIST),)), [KRASNOVA]),
            (Policy(programmes=("TOLL",)), [KRASNOVA, BRIGADE]),
            (Policy(programmes=("RUIN",)), [VORONTSEV]),
            (Policy(programmes=("RUIN", "TOLL")), [VORONTSEV, KRASNOVA, BRIGADE]),
            (Policy(lists=(ListId(LIST),), programmes=("TOLL",)), [BRIGADE]),
        ],
        ids=lambda one: f"{one.lists} {one.programmes}" if isinstance(one, Policy) else "",
    )
    def test_only_parties_in_scope_are_mentioned(self, policy: Policy, expected: list[object]) -> None:
        reading = screener(policy).read(TEXT)
        assert list(reading.parties) == expected
        assert {one.party for one in reading.mentions} == {party.id for party in reading.parties}

    def test_a_name_below_the_threshold_is_no_mention(self) -> None:
        text = "They saw Arkady Vorontzev."
        (one,) = screener().read(text).mentions
        assert 0.7 < one.score < 0.99
        assert screener(Policy(threshold=0.99)).read(text).mentions == ()


class TestSameAs:
    """A party that several lists have is told with what each of them says of it."""

    SHORT = party("1", "Osvald Derunov", born="1961", designations=[under("RUIN", "2020-01-01")])
    LONG = party(
        "2", "DERUNOV, Osvald Matveyevich Zwingli", of=OTHER_LIST, designations=[under("TOLL", "2021-06-01")]
    )
    UNLIKE = party("3", "Peregrin Bellfounder", of="zz-third", designations=[under("LEVY")])
    NAMESAKE = party("4", "Osvald Derunov", born="1990")
    LINKS = (("zz-other:2", "zz-test:1", "the same day of birth"), ("zz-other:2", "zz-third:3", "by number"))
    SAID = "Osvald Derunov was there."

    def linked(self, *parties: Party) -> Snapshot:
        ids = {one.id for one in parties}
        links = [Link(PartyId(one), PartyId(two), why) for one, two, why in self.LINKS]
        return with_links(snapshot(*parties), [one for one in links if {one.left, one.right} <= ids])

    def ids(self, reading: Reading) -> dict[str, list[str]]:
        return {id: [one.party.id for one in same] for id, same in reading.same_as.items()}

    def test_records_that_the_words_did_not_lead_to_are_told_with_their_designations_and_why(self) -> None:
        made = Screener(self.linked(self.SHORT, self.LONG, self.UNLIKE), compiled=False)
        reading = made.read(self.SAID)
        assert reading.parties == (self.SHORT,)
        assert reading.same_as[self.SHORT.id] == made.screen("Osvald Derunov").hits[0].same_as
        (party,) = as_json(reading)["parties"]
        assert [(one["party"]["id"], one["reason"]) for one in party["same_as"]] == [
            ("zz-other:2", "the same day of birth"),
            ("zz-third:3", "by number"),
        ]
        assert [one["party"]["designations"][0]["programme"] for one in party["same_as"]] == ["TOLL", "LEVY"]

    @pytest.mark.parametrize(
        ("parties", "expected"),
        [
            ([SHORT], {}),
            ([SHORT, NAMESAKE], {}),
            ([SHORT, UNLIKE], {}),
            ([SHORT, LONG], {"zz-test:1": ["zz-other:2"]}),
            ([SHORT, LONG, NAMESAKE], {"zz-test:1": ["zz-other:2"]}),
        ],
        ids=lambda one: " ".join(each.id for each in one) if isinstance(one, list) else "",
    )
    def test_only_linked_records_are_the_same(
        self, parties: list[Party], expected: dict[str, list[str]]
    ) -> None:
        assert self.ids(Screener(self.linked(*parties), compiled=False).read(self.SAID)) == expected

    @pytest.mark.parametrize(
        ("policy", "expected"),
        [
            (Policy(lists=(ListId(LIST),)), {}),
            (Policy(lists=(ListId(LIST), ListId(OTHER_LIST))), {"zz-test:1": ["zz-other:2"]}),
            (Policy(programmes=("RUIN",)), {"zz-test:1": ["zz-other:2", "zz-third:3"]}),
        ],
        ids=["another list", "lists", "a programme"],
    )
    def test_lists_out_of_scope_stay_out_but_no_programme_of_those_in_it(
        self, policy: Policy, expected: dict[str, list[str]]
    ) -> None:
        made = self.linked(self.SHORT, self.LONG, self.UNLIKE)
        assert self.ids(Screener(made, policy, compiled=False).read(self.SAID)) == expected

    @pytest.mark.parametrize(("day", "expected"), [("2021-03-09", ["zz-other:2"]), ("2021-03-10", [])])
    def test_a_record_counts_on_the_days_it_is_listed(self, day: str, expected: list[str]) -> None:
        histories = [
            over_time(said(self.SHORT, span(None, None))),
            over_time(said(self.LONG, span(None, "2021-03-10"), current=False)),
        ]
        made = with_links(build(histories), [Link(PartyId("zz-other:2"), PartyId("zz-test:1"), "so")])
        reading = Screener(made, compiled=False).read(self.SAID, as_of=day)
        assert self.ids(reading).get("zz-test:1", []) == expected

    def test_parties_of_several_lists_stand_together_where_the_first_is_mentioned(self) -> None:
        made = self.linked(self.SHORT, self.LONG, self.UNLIKE, BRIGADE)
        text = "Osvald Derunov led the Brigade of the Silent Valley. Peregrin Bellfounder was his other name."
        reading = Screener(made, compiled=False).read(text)
        assert reading.parties == (self.SHORT, BRIGADE, self.UNLIKE)
        assert reading.together == ((self.SHORT, self.UNLIKE), (BRIGADE,))


class TestSharing:
    """One screener, several threads."""

    def test_threads_that_share_a_screener_get_what_they_would_get_alone(self) -> None:
        texts = [f"{TEXT} Number {number}. Otto Word{number} spoke." for number in range(12)] * 2
        alone = [screener().read(text) for text in texts[:12]] * 2
        shared = screener()
        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(shared.read, texts)) == alone

    def test_garbage_is_collected_again_after_a_reading(self) -> None:
        assert gc.isenabled()
        screener().read(TEXT)
        assert gc.isenabled()

    @pytest.mark.parametrize("collecting", [True, False])
    def test_collecting_is_as_it_was_even_after_an_error(self, collecting: bool) -> None:
        before = gc.isenabled()
        try:
            (gc.enable if collecting else gc.disable)()
            with pytest.raises(ZeroDivisionError), uncollected():
                _ = 1 // int(gc.isenabled())
            assert gc.isenabled() == collecting
        finally:
            (gc.enable if before else gc.disable)()


class TestJson:
    """The documented JSON."""

    DOCUMENT = Document(
        text="Arkadiy Vorontsev came.", title="A visit", dateline=dt.date(2021, 1, 14), language="en"
    )

    def test_it_has_the_documented_fields_and_no_other(self) -> None:
        told = as_json(screener().read(TEXT))
        assert set(told) == {
            "document", "as_of", "asked_on", "warnings", "snapshot", "policy", "mentions", "parties",
            "claims",
        }  # fmt: skip
        assert set(told["document"]) == {"title", "dateline", "language", "characters"}
        assert set(told["snapshot"]) == {"id", "editions"}
        assert set(told["policy"]) == {"id", "threshold"}
        assert all(one["same_as"] == [] for one in told["parties"])
        for mention in told["mentions"]:
            assert set(mention) == {
                "start", "end", "surface", "party", "form", "status", "score", "matched_name", "reason",
                "also",
            }  # fmt: skip

    def test_what_it_says(self) -> None:
        made = screener()
        told = as_json(made.read(self.DOCUMENT))
        assert told["document"] == {
            "title": "A visit",
            "dateline": "2021-01-14",
            "language": "en",
            "characters": 23,
        }
        assert told["as_of"] == "2021-01-14"
        now = as_json(made.read(self.DOCUMENT.text))
        assert (now["as_of"], now["claims"], now["document"]["title"]) == (None, [], None)
        (mention,) = now["mentions"]
        assert (mention["start"], mention["end"], mention["surface"]) == (0, 17, "Arkadiy Vorontsev")
        assert (mention["party"], mention["form"], mention["status"]) == ("zz-test:1", "name", "same")
        assert (mention["matched_name"], mention["also"]) == ("VORONTSEV, Arkadiy Lvovich", [])
        assert [one["id"] for one in now["parties"]] == ["zz-test:1"]
        assert now["policy"] == {"id": Policy().id, "threshold": 0.7}

    def test_it_is_plain_and_the_same_again_after_a_journey(self) -> None:
        told = as_json(screener().read(TEXT))
        assert json.loads(json.dumps(told)) == told

    def test_a_text_that_names_nobody_has_the_same_fields(self) -> None:
        told = as_json(screener().read(""))
        assert (told["mentions"], told["parties"], told["claims"]) == ([], [], [])
        assert told["document"]["characters"] == 0
