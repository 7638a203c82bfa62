"""Parties of any list as a CSV: read back the same, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Party
from namesake.model.values import (
    Address,
    Country,
    CountryCode,
    CountryRole,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.csv_export import write
from namesake.sources.files import from_bytes
from namesake.sources.own_csv import COLUMNS, read
from tests.unit.sources.test_ftm_export import PERSON

MINE = ListId("mine")
PLAIN = Party(
    PartyId("mine:1"), MINE, Kind.PERSON, (Name("FULAN, Ahmad", Quality.PRIMARY),), (Designation("mine"),)
)
# As a spreadsheet takes it: =HYPERLINK("http://...";"Open"), +cmd|' /C calc'!A0, @SUM(1+1), -2+3
FORMULAS = [
    '=HYPERLINK("http://a.example";"x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "＝1+1",
    "'=1",
    "''-1",
]


def parts(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def back(raw: bytes, *, problems: int = 0) -> list[Party]:
    records = list(read([from_bytes("mine.csv", raw)], MINE).records)
    met = [one for one in records if isinstance(one, Problem)]
    assert len(met) == problems, met
    return [one for one in records if isinstance(one, Party)]


def again(party: Party) -> Party:
    (read_back,) = back(b"".join(write([party])))
    return replace(read_back, record="")


REASON = 'Owes, "waits"\nand more'
FULL = replace(
    PLAIN,
    names=(
        Name("FULAN, Ahmad", Quality.PRIMARY),
        Name("Ahmed; called Fulan"),
        Name("back\\slash\\"),
        Name("قاسم سليماني"),
        Name("'ALI, Ahmad"),
        Name("Abu X", Quality.WEAK),
        Name("Foolan", Quality.FORMER),
    ),
    designations=(
        Designation("Our board", None, listed_on=PartialDate("2024-05-01"), reason='Owes, "waits"\nand more'),
        Designation("Our board", "R-1", reason='Owes, "waits"\nand more'),
        Designation(
            "Their board", "R-1; R-2", listed_on=PartialDate("2020"), reason='Owes, "waits"\nand more'
        ),
    ),
    birth_dates=(PartialDate("1957-03"), PartialDate("1957~"), PartialDate("1958/1962")),
    countries=(Country(CountryCode("ir")), Country(CountryCode("iq"))),
    genders=(Gender.MALE,),
    identifiers=(
        Identifier(IdentifierType.PASSPORT, "A1", CountryCode("ir")),
        Identifier(IdentifierType.OTHER, "a@ir"),
        Identifier(IdentifierType.TAX_ID, "12:34"),
    ),
    addresses=(Address("1 Main Street; Basra"), Address("-5 Lane")),
    notes=("met 2023; owes\nsecond line",),
)


def test_a_party_with_all_that_a_list_of_ones_own_may_hold_is_read_back_the_same() -> None:
    assert again(FULL) == FULL


def test_the_columns_are_those_of_a_list_of_ones_own() -> None:
    header, row = b"".join(write([PLAIN])).decode().splitlines()
    assert header == ",".join(COLUMNS)
    assert row == '1,"FULAN, Ahmad",Person,,,,,,,,,mine,,,,'


def test_what_has_no_column_stands_in_the_notes() -> None:
    (row,) = parts(b"".join(write([PERSON])))
    assert row["id"] == "10481"
    assert row["programme"] == "SDGT; IRGC"
    assert row["listed_on"] == "2011-10-11; "
    lines = row["notes"].split("\n")
    assert "born in: Qom, Iran" in lines
    assert "legal basis: E.O. 13224" in lines
    assert all(line and "\r" not in line for line in lines)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("FULAN\x1b[2J, Ahmad", "FULAN [2J, Ahmad"),  # would clear the screen
        ("FULAN \u202edamhA", "FULAN  damhA"),  # would be read as "FULAN Ahmad"
        ("FULAN\u2066\u200f", "FULAN"),
        ("\x1b=1+1", "'=1+1"),  # guarded after what goes
        ("علی\u200cرضا", "علی\u200cرضا"),  # parted so in writing
    ],
)
def test_nothing_that_could_redraw_a_terminal_or_turn_a_text_round_is_left(text: str, written: str) -> None:
    party = replace(PLAIN, names=(Name(text, Quality.PRIMARY),), notes=(f"one\ntwo {text}",))
    (row,) = parts(b"".join(write([party])))
    assert row["name"] == written
    assert row["notes"].split("\n")[0] == "one"
    assert not set("\x1b\u202e\u2066\u200f") & set("".join(row.values()))


@pytest.mark.parametrize("text", FORMULAS)
def test_no_field_begins_like_a_formula_and_every_name_is_read_back(text: str) -> None:
    party = replace(
        PLAIN,
        names=(Name(text, Quality.PRIMARY), Name(text + "1"), Name(text + "2", Quality.WEAK)),
        identifiers=(Identifier(IdentifierType.OTHER, text),),
        addresses=(Address(text), Address("then " + text)),
        notes=(text,),
    )
    (row,) = parts(b"".join(write([party])))
    for field in row.values():
        # Some programs split at semicolons whatever the quotes say.
        assert not any(part.strip().startswith(tuple("=+-@＝＋－＠\t\r")) for part in field.split("; "))
    assert again(party) == party


texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs")), min_size=1, max_size=12)
words = texts.map(lambda text: " ".join(text.split())).filter(bool)
ids = words.filter(lambda text: text == text.strip())


@given(
    number=ids,
    name=words,
    aliases=st.lists(words, max_size=4, unique=True),
    note=words,
    programmes=st.lists(words, max_size=3),
)
def test_whatever_texts_a_party_has_they_are_read_back(
    number: str, name: str, aliases: list[str], note: str, programmes: list[str]
) -> None:
    party = replace(
        PLAIN,
        id=PartyId(f"mine:{number}"),
        names=(Name(name, Quality.PRIMARY), *(Name(one) for one in aliases if one != name)),
        designations=tuple(Designation("mine", one) for one in programmes) or (Designation("mine"),),
        notes=(note,),
    )
    assert again(party) == party


def test_another_list_s_party_is_written_the_same_a_second_time() -> None:
    """But for its country 'Possibly Ethiopian', which is said to be none."""
    once = b"".join(write([PERSON]))
    assert b"".join(write(back(once, problems=1))) == once


def test_the_roles_of_countries_are_left_to_other_formats() -> None:
    party = replace(
        PLAIN, countries=(Country(CountryCode("ir"), CountryRole.BIRTH), Country(None, text="Ruritania"))
    )
    (row,) = parts(b"".join(write([party])))
    assert row["countries"] == "ir; Ruritania"
