"""Model values go to JSON and come back equal."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.model.coding import from_json, to_json, to_plain
from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, Problem
from namesake.model.party import Designation, Effect, Party, Relation
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)

SOLEIMANI = Party(
    id=PartyId("us-ofac-sdn:10481"),
    list=ListId("us-ofac-sdn"),
    kind=Kind.PERSON,
    names=(Name("SOLEIMANI, Qasem", Quality.PRIMARY), Name("قاسم سلیمانی", language="fa")),
    designations=(
        Designation(
            "OFAC", "SDGT", listed_on=PartialDate("2011-10"), effects=(Effect.ASSET_FREEZE,), reason="…"
        ),
    ),
    birth_dates=(PartialDate("1957-03-11"), PartialDate("1958/1962"), PartialDate("1957~")),
    countries=(Country(CountryCode("ir"), CountryRole.NATIONALITY),),
    genders=(Gender.MALE,),
    identifiers=(Identifier(IdentifierType.PASSPORT, "008827", expires=PartialDate("2004")),),
    addresses=(Address("Tehran", country=CountryCode("ir")),),
    relations=(Relation("linked to", "IRGC"),),
    details=(Detail("rank", "general"),),
    record='<sdnEntry name="a & b">\n\t"quoted"</sdnEntry>',
)


def test_a_party_comes_back_from_json_as_it_was() -> None:
    assert from_json(to_json(SOLEIMANI), Party) == SOLEIMANI
    assert from_json(to_json(SOLEIMANI).decode(), Party) == SOLEIMANI


def test_dates_come_back_as_dates_and_not_as_texts() -> None:
    back = from_json(to_json(SOLEIMANI), Party)
    assert all(type(date) is PartialDate for date in back.birth_dates)
    assert back.birth_dates[1].latest == dt.date(1962, 12, 31)
    listed = back.designations[0].listed_on
    assert listed is not None
    assert listed.earliest == dt.date(2011, 10, 1)


def test_an_edition_comes_back_with_its_day() -> None:
    edition = Edition(
        list=ListId("un-sc"), sha256="0" * 64, format="un-xml", published=dt.date(2021, 3, 12), records=1004
    )
    assert from_json(to_json(edition), Edition) == edition


def test_equal_values_have_equal_bytes() -> None:
    assert to_json(Problem("a", "b")) == to_json(Problem(message="b", where="a"))
    assert to_json({"b": 1, "a": 2}) == to_json({"a": 2, "b": 1})


def test_the_plain_form_is_what_the_json_says() -> None:
    plain = to_plain(SOLEIMANI)
    assert plain == msgspec.json.decode(to_json(SOLEIMANI))
    assert plain["birth_dates"] == ["1957-03-11", "1958/1962", "1957~"]
    assert type(plain["birth_dates"][0]) is str


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"[]",
        b'{"where":"a"}',
        b'{"where":"a","message":1}',
        b'{"where":"a","message":"b","colour":"red"}',
    ],
)
def test_json_that_is_no_such_value_is_refused(document: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        from_json(document, Problem)


def test_an_impossible_date_in_json_is_refused() -> None:
    document = to_json(SOLEIMANI).replace(b"1957-03-11", b"1957-02-30")
    with pytest.raises(Exception, match="the calendar has no such day"):
        from_json(document, Party)


def test_a_value_without_json_form_is_refused() -> None:
    with pytest.raises(NotImplementedError, match="complex has no JSON form"):
        to_json(1j)


NAMES = st.builds(Name, st.text(min_size=1), st.sampled_from(Quality), st.none() | st.text(max_size=3))
PARTIES = st.builds(
    Party,
    id=st.text(min_size=1).map(PartyId),
    list=st.just(ListId("own")),
    kind=st.sampled_from(Kind),
    names=st.lists(NAMES, min_size=1, max_size=4).map(tuple),
    birth_dates=st.lists(st.dates().map(lambda day: PartialDate(day.isoformat())), max_size=3).map(tuple),
    genders=st.lists(st.sampled_from(Gender), max_size=2).map(tuple),
    notes=st.lists(st.text(), max_size=2).map(tuple),
    record=st.text(),
)


@given(PARTIES)
def test_law_any_party_comes_back_as_it_was(party: Party) -> None:
    encoded = to_json(party)
    assert from_json(encoded, Party) == party
    assert to_json(from_json(encoded, Party)) == encoded
