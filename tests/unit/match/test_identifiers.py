"""Numbers and codes compared: which tell who bears them, whatever he is called."""

from __future__ import annotations

from typing import Any

import pytest

from namesake.match.evidence import SCORING, Evidence
from namesake.match.identifiers import compare_identifiers, identifier_key
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Identifier, Kind, ListId, Name, PartyId

ONE, SOME, LITTLE = SCORING.same_identifier, SCORING.same_number, SCORING.same_short_number


def party(**facts: Any) -> Party:
    kind = facts.pop("kind", Kind.PERSON)
    return Party(
        id=PartyId("own:1"), list=ListId("own"), kind=kind, names=(Name(text="SOLEIMANI, Qasem"),), **facts
    )


def one(text: str) -> Identifier:
    """`passport:iq:D1019262`, as a subject writes it."""
    (identifier,) = Subject.of("Qasem", ids=text).identifiers
    return identifier


def compared(asked: str, *listed: str, kind: Kind = Kind.PERSON) -> list[Evidence]:
    subject = Subject.of("Qasem", ids=asked)
    return compare_identifiers(subject, party(kind=kind, identifiers=tuple(map(one, listed))))


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("IMO 9187629", "9187629"),
        ("imo9187629", "9187629"),
        ("9 187 629", "9187629"),
        ("٩١٨٧٦٢٩", "9187629"),
        ("D1019262", "D1019262"),
        ("d-1019.262", "D1019262"),
        ("№ 0078-11636632", "7811636632"),
        ("0012345", "12345"),
        ("IMOTEP1", "IMOTEP1"),
        ("00001234", "1234"),
        # EU: <identification number="ИНН 7717653542" ...>
        ("ИНН 7717653542", "7717653542"),
        # A Ukrainian passport's letters are printed in Cyrillic and typed in Latin.
        ("ЕС 301083", "EC301083"),
        # A bank's branches are the bank.
        ("SABRRUMM", "SABRRUMM"),
        ("SABR RU MM XXX", "SABRRUMM"),
        ("sabrrumm012", "SABRRUMM"),
        ("AF869394ABC", "AF869394ABC"),
        ("", None),
        ("000", None),
        ("--", None),
    ],
)
def test_identifiers_that_may_be_the_same_share_a_key(value: str, key: str | None) -> None:
    assert identifier_key(value) == key


@pytest.mark.parametrize(
    ("asked", "listed", "points"),
    [
        # Given once in the world, its check digits right: enough by itself.
        ("imo:9187655", "imo:IMO 9187655", ONE),
        ("lei:253400YGH90JM0RMLU50", "lei:ru:253400YGH90JM0RMLU50", ONE),
        ("bic:UBRDRU4EXXX", "bic:UBRDRU4E", ONE),
        ("inn:7713006449", "tax-id:ru:7713006449", ONE),
        ("inn:7713006449", "tax-id:ua:7713006449", ONE),  # in Crimea OFAC writes now the one, now the other
        ("ogrn:1047796519220", "registration:1047796519220", ONE),
        ("wallet:bc1qvlzfn6kmezv44d8kw0p5jsmxe6wchv3zc7gsxs",
         "wallet:BC1QVLZFN6KMEZV44D8KW0P5JSMXE6WCHV3ZC7GSXS", ONE),
        ("0xca0840578f57fe71599d29375e16783424023357",
         "wallet:0xCA0840578F57FE71599D29375E16783424023357", ONE),
        # OFAC sdn.csv: 30242,"AL-FAYYADH, Falih",...,Passport D1019262 (Iraq) expires 14 Jul 2026.
        ("passport:iq:D1019262", "passport:iq:D1019262", ONE),
        ("passport:d 1019262", "passport:iq:D1019262", ONE),
        ("D1019262", "passport:iq:D1019262", ONE),
        ("passport:sy:D1019262", "passport:iq:D1019262", None),  # two states may give out the same number
        ("passport:D1019263", "passport:D1019262", None),
        # The shorter a number, the more must be known of it.
        ("national-id:co:984556", "national-id:co:984556", ONE),
        ("national-id:984556", "national-id:co:984556", SOME),
        ("9845561", "national-id:co:9845561", SOME),
        ("national-id:af:57388", "national-id:af:57388", SOME),
        ("national-id:57388", "national-id:57388", SOME),
        # OFAC: Birth Certificate Number 1876 (Iran): many towns gave out that number.
        ("birth-certificate:ir:1876", "birth-certificate:ir:1876", LITTLE),
        ("birth-certificate:1876", "birth-certificate:ir:1876", None),
        ("1876", "birth-certificate:ir:1876", None),
        # One number is filed now as this, now as that; a passport is a passport.
        ("national-id:12345678", "tax-id:12345678", ONE),
        ("registration:12345678", "tax-id:12345678", ONE),
        ("passport:12345678", "tax-id:12345678", None),
        # EU: passport 8200203535 (ru); UN: national identification number 8200203535 (ru). One man.
        ("passport:ru:8200203535", "national-id:ru:8200203535", ONE),
        ("passport:ru:8200203535", "national-id:8200203535", None),
        ("passport:ru:820020", "national-id:ru:820020", SOME),
        # EU: "КПП 771701001" of two companies: so many of a Moscow district have.
        ("registration:ru:КПП 771701001", "registration:ru:771701001", None),
        ("call-sign:12345678", "passport:12345678", None),
    ],
)  # fmt: skip
def test_an_equal_number_tells_as_much_as_few_could_bear_it(
    asked: str, listed: str, points: float | None
) -> None:
    found = compared(asked, listed)
    assert [piece.points for piece in found] == ([] if points is None else [points])
    assert [piece.points for piece in compared(listed, asked)] == [piece.points for piece in found]


def test_one_agreeing_identifier_is_enough_evidence_and_the_most_telling_is_it() -> None:
    (piece,) = compared_with(
        ["national-id:57388", "passport:A1234567"], "national-id:57388", "passport:A1234567"
    )
    assert (piece.reason, piece.query) == ("the same passport", "A1234567")


def compared_with(asked: list[str], *listed: str) -> list[Evidence]:
    subject = Subject.of("Qasem", ids=asked)
    return compare_identifiers(subject, party(identifiers=tuple(map(one, listed))))


def test_what_a_bearer_has_for_life_tells_another_bearer() -> None:
    # OFAC sdn.csv: 15037,ARK,vessel,...,Vessel Registration Identification IMO 9187655; MMSI 256842000
    (piece,) = compared("imo:9187667", "imo:9187655", kind=Kind.VESSEL)
    assert (piece.points, piece.reason) == (SCORING.other_imo, "another IMO number")
    # A digit off it has the check digit of a shipping company's, which no ship bears.
    assert compared("imo:9187630", "imo:9187655", kind=Kind.VESSEL) == []
    lei = ("lei:213800CACNBGHWMQHO54", "lei:253400YGH90JM0RMLU50")
    (piece,) = compared(*lei, kind=Kind.COMPANY)
    assert (piece.points, piece.reason) == (SCORING.other_lei, "another LEI")


@pytest.mark.parametrize(
    ("asked", "listed", "kind"),
    [
        ("imo:9187667", "imo:9187655", Kind.COMPANY),  # a company owns several ships
        ("imo:9187668", "imo:9187655", Kind.VESSEL),  # mistyped: its check digit is wrong
        ("imo:12", "imo:9187655", Kind.VESSEL),
        ("mmsi:256842001", "mmsi:256842000", Kind.VESSEL),  # goes with the flag
        ("passport:A1234567", "passport:A1234568", Kind.PERSON),  # people have several
    ],
)
def test_otherwise_another_number_says_nothing(asked: str, listed: str, kind: Kind) -> None:
    assert compared(asked, listed, kind=kind) == []


def test_of_several_ship_numbers_one_equal_is_the_same_ship() -> None:
    (piece,) = compared_with(["imo:9187667", "imo:9187655"], "imo:9187655")
    assert piece.points == ONE
