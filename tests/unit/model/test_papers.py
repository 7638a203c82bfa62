"""Identifiers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.model.papers import read_identifier
from namesake.model.values import CountryCode, Identifier, IdentifierType
from namesake.sources.csv_export import _identifier as exported

PASSPORT, OTHER = IdentifierType.PASSPORT, IdentifierType.OTHER
VALUES = st.text(st.sampled_from("A1b 7:@()-/;=#.iq"), min_size=1, max_size=12).map(str.strip)


@pytest.mark.parametrize(
    ("text", "type_", "country", "value"),
    [
        ("passport:iq:D1019262", PASSPORT, "iq", "D1019262"),
        ("passport:D1019262@iq", PASSPORT, "iq", "D1019262"),
        ("iq:passport:D1019262", PASSPORT, "iq", "D1019262"),
        ("Passport No. D1019262", PASSPORT, None, "D1019262"),
        ("Passport D1019262", PASSPORT, None, "D1019262"),
        ("passport#D1019262", PASSPORT, None, "D1019262"),
        ("passport=D1019262", PASSPORT, None, "D1019262"),
        ("passport：D1019262", PASSPORT, None, "D1019262"),
        ("passport_number: D1019262 (Iraq)", PASSPORT, "iq", "D1019262"),
        ("D1019262 (Iraq)", OTHER, "iq", "D1019262"),
        ("D1019262@Iraq", OTHER, "iq", "D1019262"),
        ("iq:D1019262", OTHER, "iq", "D1019262"),
        ("national id:16217170@co", IdentifierType.NATIONAL_ID, "co", "16217170"),
        ("IMO 9187629", IdentifierType.IMO, None, "9187629"),
        ("IMO9187629", OTHER, None, "IMO9187629"),
        ("INN 7707083893", IdentifierType.TAX_ID, "ru", "7707083893"),
        # No type, no country.
        ("national-id:78:09-44621", IdentifierType.NATIONAL_ID, None, "78:09-44621"),
        ("12 34 567", OTHER, None, "12 34 567"),
        ("HRB 1234", OTHER, None, "HRB 1234"),
        ("A:B", OTHER, None, "A:B"),
        ("http://example.org", OTHER, None, "http://example.org"),
        ("a@b.example", OTHER, None, "a@b.example"),
        ("12345 (old)", OTHER, None, "12345 (old)"),
        ("other:iq:5@", OTHER, None, "iq:5"),
    ],
)
def test_what_is_read(text: str, type_: IdentifierType, country: str | None, value: str) -> None:
    one, warning = read_identifier(text)
    assert one is not None
    assert (one.type, one.country, one.value) == (type_, country, value)
    assert warning is None


@pytest.mark.parametrize(
    ("text", "value", "warning"),
    [
        ("foo:0579705900", "0579705900", "compared as a number of any type: 'foo' is no type of identifier"),
        ("passport:zz:U41608657", "U41608657", "compared without a country: 'zz' is none"),
        ("passport:U41608657@zz", "U41608657", "compared without a country: 'zz' is none"),
        ("A123;B456", "A123;B456", "compared as one number: give several one by one"),
    ],
)
def test_what_is_told(text: str, value: str, warning: str) -> None:
    one, told = read_identifier(text)
    assert one is not None
    assert one.value == value
    assert f"identifier {text!r} is {warning}" in str(told)


@pytest.mark.parametrize("text", ["passport", "passport:", ":", "-", "Passport No.", "passport:iq:", "@"])
def test_what_has_no_number_is_none(text: str) -> None:
    assert read_identifier(text) == (None, f"identifier {text!r} is not used: it names a type and no number")


@given(VALUES, st.sampled_from([None, "iq", "ru"]), st.sampled_from([PASSPORT, OTHER, IdentifierType.IMO]))
def test_what_is_exported_is_read_back(value: str, country: str | None, type_: IdentifierType) -> None:
    one = Identifier(type_, value, CountryCode(country) if country else None)
    if any(map(str.isalnum, value)):
        assert read_identifier(exported(one))[0] == one
