"""Whether an owner is listed, by what that is known, and whether the listing blocks."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import InputError
from namesake.index.building import build
from namesake.index.linked import with_links
from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, Holding, PartyHistory, Span, Version
from namesake.model.ownership import Holder, Ownership, Share, Stake
from namesake.model.party import Designation, Effect, Link, Party
from namesake.model.policy import OwnershipRule, Policy
from namesake.model.subject import Subject
from namesake.model.values import Identifier, IdentifierType, Kind, ListId, Name, PartyId
from namesake.network.findings import Counts, Verdict
from namesake.screening.owned import Owned
from namesake.screening.recognised import Known
from namesake.screening.screener import Screener

LIST, OTHER = ListId("own"), ListId("other")
FROZEN = (Designation("OFAC", "SDGT", effects=(Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN)),)
SECTORAL = (Designation("OFAC", "UKRAINE", effects=(Effect.SECTORAL,)),)
PASSPORT = Identifier(IdentifierType.PASSPORT, "A1234567")
SHORT = Identifier(IdentifierType.PASSPORT, "A12345")


def party(
    number: int, name: str, designations: tuple[Designation, ...] = FROZEN, kind: Kind = Kind.PERSON
) -> Party:
    return Party(
        PartyId(f"own:{number}"), LIST, kind, (Name(name),), designations=designations,
        birth_dates=(PartialDate("1957-03-11"),) if kind is Kind.PERSON else (),
        identifiers={1: (PASSPORT,), 6: (SHORT,)}.get(number, ()),
    )  # fmt: skip


PARTIES = (
    party(1, "VARDANIS, Teodrik"),
    party(2, "Sectoral Oil", SECTORAL, Kind.COMPANY),
    party(3, "Listed Without Effects", (Designation("somebody"),), Kind.COMPANY),
    party(4, "Namesake Holding", SECTORAL, Kind.COMPANY),
    party(5, "Namesake Holding", FROZEN, Kind.COMPANY),
    party(6, "ZEMBRANO, Ulviya"),
    party(7, "STOLZ, Arbeno"),
    party(8, "STOLZ, Arbeno", SECTORAL),
    party(9, "QUINT, Bartolo Emeric"),
)
FROM = dt.date(2021, 3, 10)


def screener(
    policy: Policy | None = None, others: tuple[Party, ...] = (), links: tuple[Link, ...] = ()
) -> Screener:
    span = Span(FROM)
    holdings = [
        Holding(Edition(name, "0" * 64, "own-csv", FROM), span, current=True) for name in (LIST, OTHER)
    ]
    histories = [PartyHistory(one.id, (Version(one, (span,)),)) for one in (*PARTIES, *others)]
    return Screener(with_links(build(histories, holdings), links), policy, compiled=False)


def data_of(holder: Holder) -> Ownership:
    """A company most of which is somebody's."""
    return Ownership(
        "data", "table", (holder, Holder("c", ("Quellimbar Works",))),
        (Stake(holder.id, "c", Share.of("62")),),
    )  # fmt: skip


def owned(holder: Holder, policy: Policy | None = None, day: dt.date | None = None) -> Owned:
    return Owned(screener(policy), data_of(holder), day)


def person(name: str, born: str | None = None, *numbers: Identifier) -> Holder:
    births = (PartialDate(born),) if born else ()
    return Holder("h", (name,), Kind.PERSON, birth_dates=births, identifiers=numbers)


DAY = "1957-03-11"


@pytest.mark.parametrize(
    ("holder", "by", "doubt"),
    [
        (Holder("own:1", ("Wardanis",)), Known.ID, None),
        (Holder("own:3"), Known.ID, None),
        (Holder("OWN:1"), Known.ID, None),
        (Holder("Own: 1", ("Own: 1",)), Known.ID, None),
        (Holder("own-1", ("VARDANIS, Teodrik",), referents=("Q7", "own:1")), Known.ID, None),
        (Holder("own-1", ("Vardanis",), referents=("own:2", "own:1")), Known.ID, None),  # the one that blocks
        (person("Teodrik Vardanis", None, PASSPORT), Known.IDENTIFIER, None),
        (person("Somebody Else", None, PASSPORT), Known.IDENTIFIER, None),
        (Holder("h1", identifiers=(PASSPORT,)), Known.IDENTIFIER, None),
        (person("Teodrik Vardanis", "1991-05-07", PASSPORT), Known.IDENTIFIER, "birth date: 34 years apart"),
        (person("Ulviya Zembrano", None, SHORT), Known.IDENTIFIER, "the same passport number, too short"),
        (person("Ulviya Zembrano", DAY, SHORT), Known.IDENTIFIER, None),
        (person("Teodrik Vardanis", DAY), Known.NAME_AND_MORE, None),
        (person("Teodrik Wardanis", DAY), Known.NAME_AND_MORE, None),
        (person("Teodrik Wardanis", "1957-03"), Known.NAME_AND_MORE, "only so far: the same month"),
        (person("Teodrik Wardanis", "1957"), Known.NAME_AND_MORE, "only so far: the same year"),
        (person("Teodrik Wardanis", "1957-11-03"), Known.NAME_AND_MORE, "only so far: day and month"),
        (person("T. Vardanis", DAY), Known.NAME_AND_MORE, "name part: initial"),
        (person("Teodrik Osk Vardanis", DAY), Known.NAME_AND_MORE, "not in the listed name"),
        (person("Bartolo Quint", DAY), Known.NAME_AND_MORE, "missing from the name asked about"),
        (person("Arbeno Stolz", DAY), Known.NAME_AND_MORE, "own:8 STOLZ, Arbeno fits as well"),
        (person("Teodrik Wardanis"), Known.NAME, "its name alone agrees"),
    ],
)  # fmt: skip
def test_a_listed_owner_is_recognised_and_it_is_said_by_what(
    holder: Holder, by: Known, doubt: str | None
) -> None:
    one = owned(holder)
    finding, owners, alone = one.finding("c")
    assert [(one.by, one.holder) for one in owners] == [(by, holder.id)]
    assert [(doubt or "") in (one.doubt or "") for one in owners] == [True]
    assert [one.doubt is None for one in owners] == [doubt is None]
    assert finding.verdict is (Verdict.BLOCKED if doubt is None else Verdict.OPEN)
    assert alone is (by is Known.NAME)
    assert [told for told in one.warnings if "the number counts" not in told] == []


@pytest.mark.parametrize(
    ("holder", "warning"),
    [
        (
            Holder("own:1", ("John Smith",)),
            "'own:1', first told there, is VARDANIS, Teodrik on the list and called 'John Smith'",
        ),
        (Holder("own:1", ("John Smith", "T. Wardanis")), None),
        (Holder("own:1"), None),
        (Holder("own:2", ("Sektoralnaya Neft",)), None),  # its name on another list
        (Holder("own:2", ("Sectoral Petroleum",)), None),
        (
            Holder("h", ("John Smith",), identifiers=(PASSPORT,)),
            "owner 'John Smith' has the same passport, A1234567, of own:1 VARDANIS, Teodrik, and a name that "
            "is nothing like it: the number counts",
        ),
        (Holder("h", ("T. Wardanis",), identifiers=(PASSPORT,)), None),
        (Holder("h1", identifiers=(PASSPORT,)), None),
    ],
)
def test_a_name_that_contradicts_the_id_beside_it_is_told_and_the_id_counts(
    holder: Holder, warning: str | None
) -> None:
    one = Owned(screener(None, (of_another_list(FROZEN),), SAME), data_of(holder))
    assert one.finding("c")[0].verdict is Verdict.BLOCKED
    assert [(warning or "") in told for told in one.warnings] == ([True] if warning else [])


def bearing(number: str) -> Holder:
    return Holder("h", ("Zorro Plc",), identifiers=Subject.of("Zorro", ids=number).identifiers)


@pytest.mark.parametrize(
    ("holder", "doubt"),
    [
        (bearing("A1234567"), None),
        (bearing("passport:A1234567"), None),
        (bearing("national-id:ir:0579705900"), None),
        (bearing("tax-id:0579705900"), None),  # some states give a person one number for both
        (bearing("registration:0579705900"), "as registration here and as national id of Person on the list"),
        (bearing("registration:7707083893"), None),
        (bearing("tax-id:ru:7707083893"), None),
        (bearing("registration:de:7707083893"), "the same number, but of de here and of ru on the list"),
        (bearing("national-id:7707083893"), "as national id here and as tax id of Company on the list"),
        (bearing("lei:de:253400YGH90JM0RMLU50"), None),  # nobody's country gave it out
    ],
)
def test_a_number_of_another_kind_or_country_leaves_it_open(holder: Holder, doubt: str | None) -> None:
    numbers = ("passport:A1234567", "national-id:ir:0579705900")
    company = ("tax-id:ru:7707083893", "lei:ru:253400YGH90JM0RMLU50")
    others = (
        Party(PartyId("other:1"), OTHER, Kind.PERSON, (Name("STOCK, Emilio"),), designations=FROZEN,
              identifiers=Subject.of("x", ids=numbers).identifiers),
        Party(PartyId("other:2"), OTHER, Kind.COMPANY, (Name("Bank of Quellimbar"),), designations=FROZEN,
              identifiers=Subject.of("x", ids=company).identifiers),
    )  # fmt: skip
    finding, (owner,), alone = Owned(screener(Policy(lists=(OTHER,)), others), data_of(holder)).finding("c")
    assert (owner.by, alone) == (Known.IDENTIFIER, False)
    assert (owner.doubt is None, (doubt or "") in (owner.doubt or "")) == (doubt is None, True)
    assert finding.verdict is (Verdict.BLOCKED if doubt is None else Verdict.OPEN)


def test_a_company_called_like_a_listed_one_is_judged_by_its_owners() -> None:
    data = Ownership(
        "data", "table", (Holder("own:1"), Holder("c", ("Namesake Holding",)), Holder("d", ("Daughter",))),
        (Stake("own:1", "c", Share.of("60")), Stake("c", "d", Share.of("60")), Stake("c", "c")),
    )  # fmt: skip
    one = Owned(screener(), data)
    assert one.companies() == [("d", Verdict.BLOCKED), ("c", Verdict.BLOCKED)]
    without = Ownership("data", "table", data.holders, data.stakes[1:])
    two = Owned(screener(), without)
    assert two.companies() == [("d", Verdict.OPEN)]
    assert two.finding("c")[0].verdict is Verdict.FREE


@pytest.mark.parametrize(
    ("holder", "why"),
    [
        (
            Holder("h", ("Teodrik Wardanis",), Kind.PERSON, birth_dates=(PartialDate("1991"),)),
            "another birth date",
        ),
        (Holder("h", ("Brimoald Estevarre",)), "nobody listed"),
    ],
)
def test_who_is_not_listed_does_not_count(holder: Holder, why: str) -> None:
    finding, owners, _ = owned(holder).finding("c")
    assert (finding.verdict, owners) == (Verdict.FREE, ()), why


def test_a_listing_that_freezes_no_assets_does_not_count_and_is_told() -> None:
    one = owned(Holder("own:2"))
    assert one.finding("c")[0].verdict is Verdict.FREE
    assert [(other.party.id, other.blocks) for other in one.recognised("c")] == [("own:2", False)]


@pytest.mark.parametrize(
    ("told", "restricted", "words"),
    [
        ("own:2 60 c", ["c"], "owned 60 % by Sectoral Oil (listed: sectoral restrictions)"),
        ("own:2 49 c", [], None),
        ("own:2 60 d, d 60 c", ["c", "d"], "owned 60 % by Sectoral Oil (listed: sectoral restrictions)"),
        ("own:2 25-60 c", ["c"], "owned 25 to 60 % by Sectoral Oil (listed: sectoral restrictions)"),
        ("own:2 25 c, own:4 25 c", ["c"], "owned 50 % by Sectoral Oil (listed: sectoral restrictions); N"),
        # Who is blocked for one owner is not told again for another.
        ("own:2 50 c, own:1 50 c", [], "owned 50 % by Sectoral Oil (listed: sectoral restrictions)"),
        ("own:2 30 c, own:1 30 c", [], None),
        ("own:1 60 c", [], None),
        ("x 60 c", [], None),
    ],
)
def test_what_parties_under_other_restrictions_own_is_told(
    told: str, restricted: list[str], words: str | None
) -> None:
    one = Owned(screener(), data_told(told))
    assert sorted(each.company for each in one.restricted) == restricted
    assert [each.words for each in one.restricted if each.company == "c"] == (
        [each.words for each in [one.restriction("c")] if each] if restricted else []
    )
    (hit,) = (each for each in one.hits(Subject(names=("c Quellimbar",)))[0] if each.finding.company == "c")
    if words is None:
        assert one.restriction("c") is hit.restricted is None
    else:
        assert words in hit.words
        assert hit.restricted == one.restriction("c")


def test_a_blocked_company_is_not_hidden_behind_its_namesakes() -> None:
    rows = [("Somebody Else", f"c{number}") for number in range(14)]
    rows += [("Teodrik Vardanis", "c97"), ("own:2", "c98"), ("own:1", "c99")]
    holders = [Holder(owner, (owner,)) for owner in {owner for owner, _ in rows}]
    data = Ownership(
        "data", "table", (*holders, *(Holder(id, ("Quellimbar Works",)) for _, id in rows)),
        tuple(Stake(owner, id, Share.of("62")) for owner, id in rows),
    )  # fmt: skip
    one = Owned(screener(), data)
    hits, more = one.hits(Subject(names=("Quellimbar Works",)), 4)
    assert [hit.finding.company for hit in hits] == ["c99", "c97", "c98", "c0"]
    assert [hit.finding.verdict.value for hit in hits] == [
        "blocked", "could be blocked", "not blocked", "not blocked",
    ]  # fmt: skip
    assert (more, hits[2].restricted is not None, hits[3].restricted) == (13, True, None)
    with pytest.raises(
        InputError, match=r"is 17 in data: give the id, one of c99, c97, c98, c0, .* or 7 more"
    ):
        one.company("Quellimbar Works")


def data_told(text: str) -> Ownership:
    """Who has how much of whom: `own:1 60 c, c 50 d`."""
    rows = [one.split() for one in text.split(", ")]
    ids = dict.fromkeys(id for owner, _, owned in rows for id in (owner, owned))
    stakes = tuple(Stake(owner, owned, Share.of(share)) for owner, share, owned in rows)
    return Ownership("data", "table", tuple(Holder(id, (f"{id} Quellimbar",)) for id in ids), stakes)


def of_another_list(designations: tuple[Designation, ...], name: str = "Sektoralnaya Neft") -> Party:
    return Party(PartyId("other:2"), OTHER, Kind.COMPANY, (Name(name),), designations=designations)


SAME = (Link(PartyId("other:2"), PartyId("own:2"), "the same identifier"),)


@pytest.mark.parametrize(
    ("holder", "designations", "links", "policy", "through"),
    [
        (Holder("own:2"), FROZEN, SAME, None, ["other:2"]),
        (Holder("own:2"), SECTORAL, SAME, None, []),
        (Holder("own:2"), FROZEN, (), None, []),  # a link refused
        (Holder("own:2"), FROZEN, SAME, Policy(lists=(LIST,)), []),
        (Holder("own:2"), FROZEN, SAME, Policy(programmes=("UKRAINE",)), []),
        (Holder("other:2"), FROZEN, SAME, None, None),  # its own record is the one that blocks
        (Holder("own:2"), FROZEN, SAME, Policy(lists=(OTHER,)), ["other:2"]),
        (Holder("h", ("Sectoral Oil",), Kind.COMPANY), FROZEN, SAME, None, ["other:2"]),
    ],
)  # fmt: skip
def test_an_owner_counts_by_the_records_linked_to_its_own(
    holder: Holder,
    designations: tuple[Designation, ...],
    links: tuple[Link, ...],
    policy: Policy | None,
    through: list[str] | None,
) -> None:
    asked = screener(policy, (of_another_list(designations),), links)
    one = Owned(asked, data_of(holder))
    blocked = through is None or bool(through)
    assert (one.finding("c")[0].verdict is not Verdict.FREE) is blocked
    (owner,) = one.recognised("c")
    assert (owner.blocks, [other.party.id for other in owner.through]) == (blocked, through or [])
    assert all(other.reason == "the same identifier" for other in owner.through)


def test_an_owner_of_a_list_not_asked_is_sought_on_the_others_by_its_names_there() -> None:
    asked = screener(Policy(lists=(OTHER,)), (of_another_list(FROZEN, "Sectoral Oil"),))
    (owner,) = Owned(asked, data_of(Holder("own:2"))).finding("c")[1]
    assert (owner.party.id, owner.by) == ("other:2", Known.NAME)


@pytest.mark.parametrize(
    ("rule", "told", "links", "verdict", "least", "most"),
    [
        ("ofac", "own:2 25 c, other:2 25 c", SAME, Verdict.OPEN, "25", "50"),
        ("ofac", "own:2 25 c, other:2 25 c", (), Verdict.FREE, "25", "25"),
        ("ofac", "own:2 25 c, other:2 24 c", SAME, Verdict.FREE, "25", "49"),
        ("ofac", "own:2 50 c, other:2 10 c", SAME, Verdict.BLOCKED, "50", "60"),
        # Through companies of his what he has is added.
        ("ofac", "own:2 25 c, other:2 50 d, d 25 c", SAME, Verdict.BLOCKED, "50", "50"),
        ("ofac", "own:2 25 c, own:1 25 c", SAME, Verdict.BLOCKED, "50", "50"),
        ("ofac", "own:2 5 c, own:1 25 c, OWN:1 25 c", SAME, Verdict.OPEN, "30", "55"),
        # The UK takes each person alone, and with all he has.
        ("uk", "own:2 30 c, other:2 30 c", SAME, Verdict.OPEN, "30", "60"),
        ("uk", "own:2 30 c, other:2 30 c", (), Verdict.FREE, "30", "30"),
        ("uk", "own:2 30 c, other:2 60 d, d 30 c", SAME, Verdict.BLOCKED, "60", "60"),
    ],
)  # fmt: skip
def test_two_ids_of_one_person_may_tell_one_holding_twice(
    rule: str, told: str, links: tuple[Link, ...], verdict: Verdict, least: str, most: str
) -> None:
    asked = screener(Policy(ownership=OwnershipRule(rule)), (of_another_list(FROZEN),), links)
    one = Owned(asked, data_told(told))
    finding, _, _ = one.finding("c")
    assert (finding.verdict, str(finding.least), str(finding.most)) == (verdict, least, most)
    twice = any("2 rows say so, and may tell one holding" in said for said in finding.open)
    assert twice is (least != most and verdict is not Verdict.BLOCKED)
    assert dict(one.companies()).get("c", Verdict.FREE) is verdict
    assert one.finding("c")[0] == finding


def test_of_two_it_may_be_the_one_whose_assets_are_frozen_counts() -> None:
    _, (one,), _ = owned(Holder("h", ("Namesake Holding",))).finding("c")
    assert (one.party.id, one.also) == ("own:5", ("own:4",))


def test_the_threshold_of_the_policy_holds_for_owners() -> None:
    holder = Holder("h", ("Teodrik Wardanis",))
    assert owned(holder, Policy(threshold=0.99)).finding("c")[0].verdict is Verdict.FREE


@pytest.mark.parametrize(
    ("holder", "warning"),
    [
        (Holder("n", anonymous="somebody nobody names"), None),
        (Holder("Vardanis-Teodrik"), "is an id without a name"),
        (Holder("own:99"), "is no party that an edition held of own has"),
        (Holder("OWN:99"), "is no party that an edition held of own has"),
        (Holder("own:99", ("Brimoald Estevarre",)), "is no party that an edition held of own has"),
        (Holder("h", ("--",)), "has no name that can be compared"),
        (Holder("h", ("x" * 3000,)), "has no name that can be compared"),
    ],
)
def test_an_owner_of_whom_nobody_can_tell_may_be_anybody(holder: Holder, warning: str | None) -> None:
    one = owned(holder)
    finding, owners, alone = one.finding("c")
    assert (finding.verdict, owners, alone) == (Verdict.OPEN, (), False)
    assert finding.sums[0].parts[0].counts is Counts.ANONYMOUS
    assert [warning in told for told in one.warnings if warning] == ([True] if warning else [])
    assert one.companies() == [("c", Verdict.OPEN)]


def test_a_company_that_is_itself_listed_is_judged_by_its_owners_alone() -> None:
    data = Ownership(
        "data", "table", (Holder("own:1"), Holder("own:5", ("Namesake Holding",))),
        (Stake("own:1", "own:5", Share.of("20")), Stake("own:5", "own:5", Share.of("40"))),
    )  # fmt: skip
    one = Owned(screener(), data)
    assert one.finding("own:5")[0].verdict is Verdict.FREE
    assert one.companies() == []


def test_the_list_of_companies_and_each_finding_agree() -> None:
    one = owned(Holder("h", ("Teodrik Wardanis",)))
    alone = one.finding("c")
    assert one.companies() == [("c", Verdict.OPEN)]
    assert one.finding("c") == alone


def test_a_name_that_several_companies_have_is_refused() -> None:
    data = Ownership(
        "data", "table", (Holder("own:1"), Holder("a", ("Twin",)), Holder("b", ("TWIN",))),
        (Stake("own:1", "a"), Stake("own:1", "b")),
    )  # fmt: skip
    with pytest.raises(InputError, match="'twin' is 2 in data: give the id, one of a, b"):
        Owned(screener(), data).company("twin")


def test_the_same_data_is_reckoned_once_for_a_screener() -> None:
    asked = screener()
    data = Ownership("data", "table", (Holder("own:1"), Holder("c", ("C",))), (Stake("own:1", "c"),))
    assert asked.owned(data) is asked.owned(data)
    assert asked.owned(data, FROM) is not asked.owned(data)
