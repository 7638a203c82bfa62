"""Identifiers checked as their issuers check them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.model.checkdigits import compact, fault, is_unique
from namesake.model.subject import Subject
from namesake.model.values import Identifier, IdentifierType


def one(text: str) -> Identifier:
    (identifier,) = Subject.of("Qasem", ids=text).identifiers
    return identifier


RIGHT = [
    "imo:9187629",
    "imo:IMO 9187655",
    "imo:6153011",  # a shipping company's, with a check digit of its own
    "lei:253400YGH90JM0RMLU50",
    "lei:2138 00CA CNBG HWMQ HO54",
    "bic:UBRDRU4E",
    "swift:SABRRUMM012",
    "iban:GB82 WEST 1234 5698 7654 32",
    "iban:DE89370400440532013000",
    "isin:US0378331005",
    "isin:RU0007796926",
    "mmsi:256842000",
    "duns:53-400-5656",
    "inn:7707083893",
    "inn:500100732259",
    "tax-id:ru:7713006449",
    "ogrn:1027700132195",
    "ogrn:304500116000157",
    "uscc:91110106076601507N",
    "wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    "wallet:3KGQ3hX6eFYtBjTBFSdvdkzHmwZyYWLRQh",
    "wallet:bc1qvlzfn6kmezv44d8kw0p5jsmxe6wchv3zc7gsxs",
    "wallet:bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
    "wallet:0xca0840578f57fe71599d29375e16783424023357",
    "wallet:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
    "wallet:rnXyVQzgxZe7TR1EPzTkGj2jxH4LMJYh66",  # its own alphabet, so only its length is known
]
WRONG = [
    ("imo:9187628", "IMO number"),
    ("imo:918762", "IMO number"),
    ("lei:253400YGH90JM0RMLU51", "LEI"),
    ("bic:UBRDZZ4E", "BIC"),
    ("bic:UBRDRU4E1", "BIC"),
    ("iban:GB82 WEST 1234 5698 7654 33", "IBAN"),
    ("isin:US0378331006", "ISIN"),
    ("mmsi:25684200", "MMSI"),
    ("duns:12345", "D-U-N-S number"),
    ("inn:7707083894", "Russian tax number (INN)"),
    ("inn:12345", "Russian tax number (INN)"),
    ("inn:0000000000", "Russian tax number (INN)"),
    ("ogrn:1027700132196", "Russian registration number (OGRN)"),
    ("uscc:91110106076601507M", "Chinese social credit code"),
    ("wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "wallet address"),
    ("wallet:1a1zp1ep5qgefi2dmptftl5slmv7divfna", "wallet address"),  # capitals count
    ("wallet:bc1qvlzfn6kmezv44d8kw0p5jsmxe6wchv3zc7gsxt", "wallet address"),
    ("wallet:bc1QVLZFN6kmezv44d8kw0p5jsmxe6wchv3zc7gsxs", "wallet address"),
    ("wallet:0xca0840578f57fe71599d29375e1678342402335", "wallet address"),
    ("wallet:abc", "wallet address"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_well_formed_identifier_has_one_bearer_in_the_world(text: str) -> None:
    assert fault(one(text)) is None
    assert is_unique(one(text))


@pytest.mark.parametrize(("text", "name"), WRONG)
def test_a_mistyped_identifier_is_told_by_its_check_digit_or_length(text: str, name: str) -> None:
    wrong = fault(one(text))
    assert wrong is not None
    assert wrong.startswith(f"it is no {name}: ")
    assert not is_unique(one(text))


@pytest.mark.parametrize(
    "text",
    [
        "passport:iq:D1019262",
        "national-id:co:98557177",
        "tax-id:7713006449",  # of what country?
        "tax-id:ru:771701001",  # Russian, and neither INN nor OGRN
        "registration:de:HRB 12345",
        "registration:cn:123456",
        "9187629",
    ],
)
def test_what_has_no_check_digits_is_neither_wrong_nor_unique(text: str) -> None:
    assert fault(one(text)) is None
    assert not is_unique(one(text))


@given(st.text(max_size=45), st.sampled_from(IdentifierType))
def test_law_any_text_is_right_or_wrong(text: str, type: IdentifierType) -> None:
    identifier = Identifier(type=type, value=text)
    assert not (fault(identifier) and is_unique(identifier))


@given(st.sampled_from(RIGHT), st.data())
def test_law_no_single_mistyped_digit_goes_unseen(text: str, data: st.DataObject) -> None:
    right = one(text)
    if right.type not in (IdentifierType.LEI, IdentifierType.IBAN, IdentifierType.ISIN):
        return
    places = [place for place, char in enumerate(right.value) if char.isdigit()]
    place = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("0123456789"))
    mistyped = right.value[:place] + digit + right.value[place + 1 :]
    assert is_unique(Identifier(type=right.type, value=mistyped)) == (mistyped == right.value)


@given(st.text(max_size=20))
def test_law_compacting_twice_is_compacting_once(text: str) -> None:
    assert compact(compact(text).lower()) == compact(compact(text))
