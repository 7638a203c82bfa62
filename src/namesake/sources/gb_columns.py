"""The columns of the UK's lists by one name each, however a file writes them.

The former OFSI list, the UK Sanctions List's CSV and its XML carry the same facts: `Post/Zip Code`,
`Address Postal Code` and `<AddressPostalCode>` are the column `addresspostalcode`. Sources: the header of
OFSI's `ConList.csv`, and the UK Sanctions List's own XML and CSV as the Foreign, Commonwealth & Development
Office documents them ("The UK Sanctions List: guidance on the format").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from namesake.model.party import FactKind

__all__ = ["DOCUMENTED", "KNOWN", "NAME_PARTS", "OF_OFSI", "SANCTIONS", "column", "lacking"]

NAME_PARTS: Final = ("name1", "name2", "name3", "name4", "name5", "name6")
"""The parts of a name in the order they are spoken; the sixth is the family name, or the whole name."""

_OFSI_ONLY: Final = {
    "groupid": "Group ID",
    "listedon": "Listed On",
}
_TITLES: Final = {
    "uniqueid": "Unique ID",
    "ofsigroupid": "OFSI Group ID",
    "unreferencenumber": "UN Reference Number",
    "name6": "Name 6",
    "name1": "Name 1",
    "name2": "Name 2",
    "name3": "Name 3",
    "name4": "Name 4",
    "name5": "Name 5",
    "nametype": "Name type",
    "aliasstrength": "Alias strength",
    "title": "Title",
    "namenonlatinscript": "Name non-latin script",
    "nonlatinscripttype": "Non-latin script type",
    "nonlatinscriptlanguage": "Non-latin script language",
    "regimename": "Regime Name",
    "individualentityship": "Designation Type",
    "designationsource": "Designation source",
    "sanctionsimposed": "Sanctions Imposed",
    "otherinformation": "Other Information",
    "ukstatementofreasons": "UK Statement of Reasons",
    "addressline1": "Address Line 1",
    "addressline2": "Address Line 2",
    "addressline3": "Address Line 3",
    "addressline4": "Address Line 4",
    "addressline5": "Address Line 5",
    "addressline6": "Address Line 6",
    "addresspostalcode": "Address Postal Code",
    "addresscountry": "Address Country",
    "phonenumber": "Phone number",
    "website": "Website",
    "emailaddress": "Email address",
    "datedesignated": "Date Designated",
    "lastupdated": "Last Updated",
    "dob": "D.O.B",
    "nationality": "Nationality(/ies)",
    "nationalidentifiernumber": "National Identifier number",
    "nationalidentifieradditionalinformation": "National Identifier additional information",
    "passportnumber": "Passport number",
    "passportadditionalinformation": "Passport additional information",
    "position": "Position",
    "gender": "Gender",
    "townofbirth": "Town of birth",
    "countryofbirth": "Country of birth",
    "typeofentity": "Type of entity",
    "subsidiary": "Subsidiaries",
    "parentcompany": "Parent company",
    "businessregistrationnumber": "Business registration number (s)",
    "imonumber": "IMO number",
    "currentowneroperator": "Current owner/operator (s)",
    "previousowneroperator": "Previous owner/operator (s)",
    "currentbelievedflagofship": "Current believed flag of ship",
    "previousflag": "Previous flags",
    "typeofship": "Type of ship",
    "tonnageofship": "Tonnage of ship",
    "lengthofship": "Length of ship",
    "yearbuilt": "Year Built",
    "hullidentificationnumber": "Hull identification number (HIN)",
}

DOCUMENTED: Final = tuple(_TITLES)
"""The columns of the UK Sanctions List's CSV."""

OF_OFSI: Final = (
    *NAME_PARTS, "title", "namenonlatinscript", "nonlatinscripttype", "nonlatinscriptlanguage", "dob",
    "townofbirth", "countryofbirth", "nationality", "passportnumber", "passportadditionalinformation",
    "nationalidentifiernumber", "nationalidentifieradditionalinformation", "position",
    *(f"addressline{number}" for number in range(1, 7)), "addresspostalcode", "addresscountry",
    "otherinformation", "individualentityship", "nametype", "aliasstrength", "regimename", "listedon",
    "datedesignated", "lastupdated", "groupid",
)  # fmt: skip
"""The columns of OFSI's `ConList.csv`."""

SANCTIONS: Final = frozenset({
    "assetfreeze", "armsembargo", "targetedarmsembargo", "travelban", "trustservicessanctions",
    "directordisqualificationsanction", "charteringofships", "closureofrepresentativeoffices",
    "crewservicingofshipsandaircraft", "deflag", "preventionofbusinessarrangements",
    "prohibitionofportentry", "preventionofcharteringofships", "preventionofcharteringofshipsandaircraft",
    "technicalassistancerelatedtoaircraft",
})  # fmt: skip
"""The indicators of the XML: each says `true` or `false` of one sanction."""

KNOWN: Final = frozenset(_TITLES) | frozenset(_OFSI_ONLY) | SANCTIONS
"""Every column that is read."""


def column(text: str) -> str:
    """The name of the column or element that a file calls `text`, known or not.

    >>> column("Business registration number (s)"), column("Post/Zip Code"), column("D.O.B")
    ('businessregistrationnumber', 'addresspostalcode', 'dob')
    """
    plain = "".join(char for char in _BRACKETS.sub("", text).casefold() if char.isalnum())
    if plain in _ALIKE or plain in KNOWN:
        return _ALIKE.get(plain, plain)
    for ending, instead in (("ies", "y"), ("s", "")):
        singular = plain.removesuffix(ending) + instead
        if plain.endswith(ending) and singular in KNOWN:
            return singular
    return plain


def lacking(expected: Iterable[str], present: Sequence[str]) -> tuple[dict[str, str], tuple[FactKind, ...]]:
    """The expected columns that are not present, with their titles, and the kinds of facts lost with them."""
    missing = {name: {**_TITLES, **_OFSI_ONLY}[name] for name in expected if name not in present}
    kinds = (kind for kind, names in _CARRIED_BY.items() if all(name in missing for name in names))
    return missing, tuple(kinds)


_BRACKETS: Final = re.compile(r"\([^()]*\)?")
# Of the columns that alone carry a kind of fact. OFSI's file keeps genders and contacts in `Other
# Information`, which `expected` does not name a column of.
_CARRIED_BY: Final[Mapping[FactKind, tuple[str, ...]]] = {
    FactKind.ORIGINAL_SCRIPT: ("namenonlatinscript",),
    FactKind.WEAK_ALIASES: ("aliasstrength",),
    FactKind.BIRTH_DATES: ("dob",),
    FactKind.BIRTH_PLACES: ("townofbirth", "countryofbirth"),
    FactKind.GENDERS: ("gender",),
    FactKind.POSITIONS: ("position",),
    FactKind.NOTES: ("otherinformation",),
    FactKind.ADDRESSES: ("addressline1", "addressline6", "addresscountry"),
    FactKind.CONTACTS: ("phonenumber", "website", "emailaddress"),
}
_ALIKE: Final = {
    **{f"address{number}": f"addressline{number}" for number in range(1, 7)},
    "postzipcode": "addresspostalcode",
    "country": "addresscountry",
    "dateofbirth": "dob",
    "designationtype": "individualentityship",
    "grouptype": "individualentityship",
    "aliastype": "nametype",
    "aliasquality": "aliasstrength",
    "regime": "regimename",
    "uksanctionslistdatedesignated": "datedesignated",
    "passportdetails": "passportadditionalinformation",
    "nationalidentificationnumber": "nationalidentifiernumber",
    "nationalidentificationdetails": "nationalidentifieradditionalinformation",
    # Labels inside OFSI's `Other Information`.
    "uksanctionslistref": "uniqueid",
    "unref": "unreferencenumber",
    "businessregno": "businessregistrationnumber",
    "currentowners": "currentowneroperator",
    "previousowners": "previousowneroperator",
    "flagofship": "currentbelievedflagofship",
    "tel": "phonenumber",
}
