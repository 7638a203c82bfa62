"""What is known beyond names, through the whole engine: who hits by it, who no longer does, and why.

Rows are (what is known of the subject, the hits, what stays near).
"""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.policy import Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Identifier,
    IdentifierType,
    Kind,
)
from namesake.screening.screener import Screener
from tests.unit.index.making import numbers_of, party, snapshot, weak


def number(type: IdentifierType, value: str, country: str | None = None) -> Identifier:
    return Identifier(type=type, value=value, country=CountryCode(country) if country else None)


# OFAC sdn.csv: 30242,"AL-FAYYADH, Falih",...,"DOB 1956; ... Passport D1019262 (Iraq) expires 14 Jul 2026"
# with a birth certificate of four digits and a weak alias of our own.
PERSON = replace(
    party(
        "1",
        "Karla Quandt",
        weak("Roter Adler"),
        born="1957-03-11",
        ids=[
            number(IdentifierType.PASSPORT, "D1019262", "iq"),
            number(IdentifierType.BIRTH_CERTIFICATE, "1876", "ir"),
            number(IdentifierType.NATIONAL_ID, "57388"),
        ],
    ),
    countries=(Country(code=CountryCode("iq"), role=CountryRole.NATIONALITY),),
    addresses=(Address(text="x", street="80 Vozara Street", city="Tehran", country=CountryCode("ir")),),
)
ABOUT = replace(party("2", "Jost Zwinger", weak("Der Milan")), birth_dates=(PartialDate("1957~"),))
COMPANY = party(
    "3",
    "Rote Erde Handel",
    kind=Kind.COMPANY,
    ids=[
        number(IdentifierType.LEI, "253400YGH90JM0RMLU50"),
        number(IdentifierType.BIC, "UBRDRU4E"),
        number(IdentifierType.TAX_ID, "7713006449", "ru"),
        number(IdentifierType.WALLET, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
    ],
)
MADE = snapshot(PERSON, ABOUT, COMPANY)


def answer(name: str, policy: Policy | None = None, **known: Any) -> tuple[list[str], list[str]]:
    screening = Screener(MADE, policy).screen(Subject.of(name, **known), near=True)
    return numbers_of(screening.hits), numbers_of(screening.near)


@pytest.mark.parametrize(
    ("known", "hits", "near"),
    [
        # One bearer in the world, or nearly: found whatever the name, and whatever else contradicts.
        ({"ids": "lei:253400YGH90JM0RMLU50"}, ["3"], []),
        ({"ids": "bic:UBRDRU4EXXX"}, ["3"], []),
        ({"ids": "inn:7713006449"}, ["3"], []),
        ({"ids": "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"}, ["3"], []),
        ({"ids": "passport:iq:D1019262"}, ["1"], []),
        ({"ids": "passport:D1019262"}, ["1"], []),
        ({"ids": "passport:iq:D1019262", "born": "1991-05-05", "countries": "de"}, ["1"], []),
        # Others bear such a number too: one more thing must agree.
        ({"ids": "national-id:57388"}, [], ["1"]),
        ({"ids": "national-id:57388", "countries": "iq"}, ["1"], []),
        ({"ids": "national-id:57388", "born": "1957"}, ["1"], []),
        ({"ids": "national-id:57388", "countries": "de"}, [], ["1"]),
        # Every town gave out that one: it finds nobody of another name.
        ({"ids": "birth-certificate:ir:1876"}, [], []),
        ({"ids": "birth-certificate:ir:1876", "born": "1957"}, [], []),
        ({"ids": "1876"}, [], []),
        ({"ids": "passport:sy:D1019262"}, [], []),
        ({"ids": "lei:213800CACNBGHWMQHO54"}, [], []),
        # Neither a birth date nor an address finds anybody by itself.
        ({"born": "1957-03-11", "countries": "iq", "addresses": "80 Vozara Street, Tehran"}, [], []),
    ],
)
def test_of_another_name_only_an_identifier_finds_the_party(
    known: dict[str, Any], hits: list[str], near: list[str]
) -> None:
    assert answer("Otto Brandt", **known) == (hits, near)


# OFAC FAQ 122 to 124: weak aliases need not be screened for; they help to judge a hit made by something else.
@pytest.mark.parametrize(
    ("known", "hits", "near"),
    [
        ({}, [], ["1"]),
        ({"born": "1957-03-11"}, ["1"], []),
        ({"born": "1957-11-03"}, ["1"], []),  # day and month exchanged: one of two dates
        ({"born": "1957"}, ["1"], []),  # 1 in 44 shares the year
        ({"born": "1957-03-12"}, [], ["1"]),  # a slip, or one of a thousand dates as near
        ({"born": "1958-08-29"}, [], ["1"]),
        ({"countries": "iq"}, [], ["1"]),
        ({"addresses": "80 Vozara Street, Tehran, Iran"}, [], ["1"]),
        (
            {"born": "1957-03-12", "countries": "iq", "addresses": "80 Vozara Street, Tehran, Iran"},
            [],
            ["1"],
        ),
        ({"ids": "passport:iq:D1019262"}, ["1"], []),
        ({"ids": "passport:iq:D1019262", "born": "1991-05-05"}, ["1"], []),
        ({"ids": "national-id:57388"}, ["1"], []),
        ({"ids": "birth-certificate:ir:1876"}, ["1"], []),
        ({"ids": "birth-certificate:1876"}, [], ["1"]),
        ({"ids": "passport:iq:D1019263"}, [], ["1"]),
    ],
)
def test_a_weak_alias_hits_only_with_what_few_others_share(
    known: dict[str, Any], hits: list[str], near: list[str]
) -> None:
    assert answer("Roter Adler", **known) == (hits, near)
    ignored, _ = answer("Roter Adler", Policy(weak_aliases=WeakAliases.IGNORE), **known)
    assert set(ignored) <= set(hits)


@pytest.mark.parametrize("born", ["1957", "1957-08-29", "1958"])
def test_a_vague_birth_date_makes_no_weak_alias_count(born: str) -> None:
    assert answer("Der Milan", born=born) == ([], ["2"])


@pytest.mark.parametrize(
    ("known", "score_moves"),
    [
        ({"born": "1957-03-11"}, 1),
        ({"born": "1957-03-12"}, 1),
        ({"born": "1991-05-05"}, -1),
        ({"countries": "iq"}, 1),
        ({"countries": "de"}, -1),
        ({"addresses": "Vozara Street, Tehran, Iran"}, 1),
        ({"addresses": "Main Street 5, Tehran, Iran"}, 0),
        ({"addresses": "Bonn, Germany"}, 0),
        ({"ids": "birth-certificate:ir:1876"}, 1),
        ({"ids": "birth-certificate:ir:1877"}, 0),
    ],
)
def test_each_thing_known_moves_the_score_its_way(known: dict[str, Any], score_moves: int) -> None:
    def score(**more: Any) -> float:
        screening = Screener(MADE).screen(Subject.of("Carla Quandt", **more), near=True)
        return next(hit.score for hit in (*screening.hits, *screening.near) if hit.party.id.endswith(":1"))

    assert (score(**known) > score()) - (score(**known) < score()) == score_moves


def test_companies_of_one_name_are_told_apart_by_their_lei() -> None:
    other = "lei:213800CACNBGHWMQHO54"
    hits = Screener(MADE).screen(Subject.of("Rote Erde Handel", ids=other)).hits
    without = Screener(MADE).screen(Subject.of("Rote Erde Handel")).hits
    assert without[0].score > (hits[0].score if hits else 0)
