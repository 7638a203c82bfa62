"""One name for each column of the UK's lists."""

from __future__ import annotations

import pytest

from namesake.model.party import FactKind
from namesake.sources.gb_columns import DOCUMENTED, KNOWN, OF_OFSI, column, lacking


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in the CSV, in the XML, in OFSI's list
        ("D.O.B", "dob"), ("DOB", "dob"),
        ("Nationality(/ies)", "nationality"), ("Nationality", "nationality"),
        ("Address Postal Code", "addresspostalcode"), ("AddressPostalCode", "addresspostalcode"),
        ("Post/Zip Code", "addresspostalcode"),
        ("Address 6", "addressline6"), ("Address Line 6", "addressline6"), ("AddressLine6", "addressline6"),
        ("Name non-latin script", "namenonlatinscript"), ("NameNonLatinScript", "namenonlatinscript"),
        ("Designation Type", "individualentityship"), ("Group Type", "individualentityship"),
        ("IndividualEntityShip", "individualentityship"),
        ("Alias Quality", "aliasstrength"), ("Alias strength", "aliasstrength"),
        ("Hull identification number (HIN)", "hullidentificationnumber"),
        ("Current owner/operator (s)", "currentowneroperator"),
        ("Subsidiaries", "subsidiary"), ("Previous flags", "previousflag"), ("PreviousFlag", "previousflag"),
        ("Regime", "regimename"), ("Group ID", "groupid"), ("OFSI Group ID", "ofsigroupid"),
        ("Shoe size", "shoesize"), ("", ""),
    ],
)  # fmt: skip
def test_a_column_has_one_name_in_all_files(text: str, expected: str) -> None:
    assert column(text) == expected


@pytest.mark.parametrize("expected", [DOCUMENTED, OF_OFSI])
def test_the_columns_of_a_whole_file_lack_nothing(expected: tuple[str, ...]) -> None:
    assert set(expected) <= KNOWN
    assert lacking(expected, expected) == ({}, ())


def test_a_missing_column_is_told_by_its_title_and_what_it_carries_is_lacking() -> None:
    without = [name for name in DOCUMENTED if name not in ("dob", "townofbirth", "phonenumber")]
    missing, kinds = lacking(DOCUMENTED, without)
    assert list(missing.values()) == ["Phone number", "D.O.B", "Town of birth"]
    assert kinds == (FactKind.BIRTH_DATES,)  # a country of birth and websites are still there
