"""Records of several lists that are of one party, and pairs that must not be taken for one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from namesake.index.building import build
from namesake.index.linked import direct_links, links_of, with_links
from namesake.index.snapshot import Snapshot
from namesake.model.party import Link, Party, Relation
from namesake.model.values import Country, CountryCode, CountryRole, Kind, PartyId
from namesake.network.links import SAME_AS, find_links
from tests.unit.index.making import OTHER_LIST, imo, over_time, party, passport, said, snapshot, span, weak

THIRD_LIST = "zz-third"


def there(one: Party, code: str) -> Party:
    return replace(one, countries=(Country(CountryCode(code), CountryRole.NATIONALITY, code.upper()),))


def quoting(one: Party, number: str) -> Party:
    return replace(one, relations=(Relation(SAME_AS, number, PartyId(number)),))


def links(*parties: Party, refused: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str, str]]:
    pairs = frozenset((PartyId(one), PartyId(other)) for one, other in refused)
    return [(one.left, one.right, one.reason) for one in find_links(snapshot(*parties), pairs)]


class Case(NamedTuple):
    """Two records.

    Attributes:
        one, other: what two lists have.
        reason: a word of why they are one; None where they are two.
    """

    one: Party
    other: Party
    reason: str | None


def here(*names: object, **more: object) -> Party:
    return party("1", *names, **more)  # type: ignore[arg-type]


def elsewhere(*names: object, **more: object) -> Party:
    return party("2", *names, of=OTHER_LIST, **more)  # type: ignore[arg-type]


ONE = [
    # The other list spells and orders the name otherwise.
    Case(
        here("VORONTSOV-GREY, Arkadiy", born="1961-04-02"),
        elsewhere("Arkady Vorontsov-Grey", born="1961-04-02"),
        "the same day of birth",
    ),
    # A year is enough where hardly anybody bears the name.
    Case(
        here("QUIRINIUS ZELAZNOGORSKI, Balthasar", born="1961"),
        elsewhere("Balthasar Quirinius Zelaznogorski", born="1961-05-07"),
        "the same year of birth",
    ),
    # Neither list knows a birth date, but four rare words agree.
    Case(
        here("THRUMBLE QUIRINIUS ZELAZNOGORSKI, Balthasar"),
        elsewhere("Balthasar Thrumble Quirinius Zelaznogorski"),
        "hardly anybody else bears",
    ),
    # A passport is enough where the names are alike at all.
    Case(
        here("VORONTSOV, Arkadiy", ids=[passport("ZX00998811")]),
        elsewhere("VORONTSOW, Arkady Pawel", ids=[passport("ZX 00998811")]),
        "the same identifier",
    ),
    Case(
        here("GREY HERON", kind=Kind.VESSEL, ids=[imo("9074729")]),
        elsewhere("HERON GREY", kind=Kind.VESSEL, ids=[imo("IMO 9074729")]),
        "the same identifier",
    ),
    # One list quotes the other's number; what one has as an alias the other has as the name.
    Case(
        here("AL-KAWTHAR MONEY EXCHANGE", kind=Kind.ORGANIZATION),
        quoting(elsewhere("Kawthar Money Exchange", kind=Kind.ORGANIZATION), "zz-test:1"),
        "quotes the other's number",
    ),
    Case(
        here("QUIRINIUS ZELAZNOGORSKI THRUMBLE HOLDING", kind=Kind.ORGANIZATION),
        elsewhere("Quirinius Zelaznogorski Thrumble Holding Ltd", kind=Kind.COMPANY),
        "the same name",
    ),
]

TWO = [
    # Many are called so.
    Case(here("ALI, Muhammad", born="1970"), elsewhere("Muhammad Ali", born="1970"), None),
    Case(here("ALI, Muhammad"), elsewhere("Muhammad Ali"), None),
    # However rare the name: father and son, or a namesake.
    Case(
        here("QUIRINIUS ZELAZNOGORSKI, Balthasar", born="1961-04-02"),
        elsewhere("Balthasar Quirinius Zelaznogorski", born="1991-05-05"),
        None,
    ),
    # Brothers: the name differs in the one word that counts.
    Case(
        here("QUIRINIUS ZELAZNOGORSKI, Balthasar", born="1961-04-02"),
        elsewhere("Melchior Quirinius Zelaznogorski", born="1961-04-02"),
        None,
    ),
    # Sister companies.
    Case(
        here("THRUMBLE TRADING", kind=Kind.COMPANY),
        elsewhere("Thrumble Shipping", kind=Kind.COMPANY),
        None,
    ),
    Case(
        here("QUIRINIUS ZELAZNOGORSKI THRUMBLE AG", kind=Kind.COMPANY),
        elsewhere("Quirinius Zelaznogorski Thrumble GmbH", kind=Kind.COMPANY),
        None,
    ),
    Case(here("RED STAR TRADING", kind=Kind.COMPANY), elsewhere("Red Star Trading", kind=Kind.COMPANY), None),
    # A ship has its owner's name, another one has the same name and another hull.
    Case(
        here("THRUMBLE QUIRINIUS", kind=Kind.VESSEL),
        elsewhere("Thrumble Quirinius", kind=Kind.PERSON, born="1961-04-02"),
        None,
    ),
    Case(
        here("THRUMBLE QUIRINIUS", kind=Kind.VESSEL, ids=[imo("9074729")]),
        elsewhere("Thrumble Quirinius", kind=Kind.VESSEL, ids=[imo("9187629")]),
        None,
    ),
    # The same number under names that have nothing in common: one of the two is mistyped.
    Case(
        here("VORONTSOV, Arkadiy", ids=[passport("ZX00998811")]),
        elsewhere("Karla Quandt", ids=[passport("ZX00998811")]),
        None,
    ),
    # A weak alias is no name to go by.
    Case(
        here("VORONTSOV, Arkadiy", weak("Quirinius Zelaznogorski Thrumble"), born="1961-04-02"),
        elsewhere("Karla Quandt", weak("Quirinius Zelaznogorski Thrumble"), born="1961-04-02"),
        None,
    ),
]


@pytest.mark.parametrize("case", ONE, ids=lambda case: str(case.reason))
def test_records_of_one_party_are_linked_and_say_why(case: Case) -> None:
    ((left, right, reason),) = links(case.one, case.other)
    assert (left, right) == ("zz-other:2", "zz-test:1")
    assert case.reason
    assert case.reason in reason


@pytest.mark.parametrize("case", TWO, ids=lambda case: case.one.name)
def test_records_of_two_parties_are_not(case: Case) -> None:
    assert links(case.one, case.other) == []


def test_a_country_tells_of_a_company_what_a_birth_date_does_of_a_person() -> None:
    one, other = here("THRUMBLE EXPORT", kind=Kind.COMPANY), elsewhere("Thrumble Export", kind=Kind.COMPANY)
    assert links(there(one, "ir"), there(other, "ir"))
    assert not links(there(one, "ir"), there(other, "ru"))


def test_records_of_one_list_are_never_linked() -> None:
    same = "QUIRINIUS ZELAZNOGORSKI, Balthasar"
    assert links(party("1", same, born="1961-04-02"), party("2", same, born="1961-04-02")) == []


def test_a_number_is_read_however_it_is_written() -> None:
    listed = replace(here("AL-KAWTHAR MONEY", kind=Kind.ORGANIZATION), id=PartyId("zz-test:QDe.043"))
    quoted = quoting(elsewhere("Al-Kawthar Money", kind=Kind.ORGANIZATION), "zz-test:QDe.43")
    assert [(left, right) for left, right, _ in links(listed, quoted)] == [("zz-other:2", "zz-test:QDe.043")]


def test_a_refused_link_stays_refused() -> None:
    case = ONE[0]
    assert links(case.one, case.other, refused=[("zz-other:2", "zz-test:1")]) == []


def test_the_order_in_which_parties_come_changes_nothing() -> None:
    parties = [replace(case.one, id=PartyId(f"zz-test:{n}")) for n, case in enumerate((*ONE, *TWO))]
    parties += [replace(case.other, id=PartyId(f"zz-other:{n}")) for n, case in enumerate((*ONE, *TWO))]
    assert links(*parties) == links(*reversed(parties)) != []


def test_parties_are_the_same_over_others_too() -> None:
    made = snapshot(
        party("1", "Balthasar Thrumble"),
        party("2", "Balthazar Thrumble", of=OTHER_LIST),
        party("3", "B. Thrumble", of=THIRD_LIST),
        party("4", "Karla Quandt", of=THIRD_LIST),
    )
    put_in = [
        Link(PartyId("zz-other:2"), PartyId("zz-test:1"), "the one"),
        Link(PartyId("zz-other:2"), PartyId("zz-third:3"), "the other"),
    ]
    linked = with_links(made, put_in)
    assert direct_links(linked) == put_in
    named = {number: linked.party_ids[number] for number in range(4)}
    reached = {
        named[one]: [(named[each.party], each.reason) for each in all_of_it]
        for one, all_of_it in links_of(linked).items()
    }
    assert reached == {
        "zz-other:2": [("zz-test:1", "the one"), ("zz-third:3", "the other")],
        "zz-test:1": [("zz-other:2", "the one"), ("zz-third:3", "the other")],
        "zz-third:3": [("zz-other:2", "the other"), ("zz-test:1", "the one")],
    }
    assert linked.id != made.id == with_links(linked, []).id


def test_links_are_saved_with_the_snapshot(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    case = ONE[0]
    made = snapshot(case.one, case.other)
    linked = with_links(made, find_links(made))
    linked.save(folder)
    opened = Snapshot.open(folder)
    opened.verify()
    assert direct_links(opened) == direct_links(linked) != []


def test_what_was_listed_once_is_linked_too() -> None:
    went = over_time(said(ONE[0].one, span(None, "2022-01-15"), current=False))
    now = over_time(said(ONE[0].other, span(None, None)))
    assert find_links(build([went, now]))
