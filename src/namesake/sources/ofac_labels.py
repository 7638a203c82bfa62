"""What OFAC's labels mean: `Cedula No.` is a national id, `Aircraft Operator` a relation.

The same labels stand in the XML's id list and in the CSV's remarks. They are those of the reference
values in OFAC's own ENHANCED file (2025-01-10) and of all editions from 2020 to 2026 that were at hand.
A label not among them is read by its wording, so that a new kind of number is found as a number.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from namesake.model.values import CountryCode, CountryRole, IdentifierType

__all__ = ["Meaning", "Use", "label_of", "meaning_of", "split_label"]


class Use(StrEnum):
    """Which part of a party a labelled fact belongs to."""

    IDENTIFIER = "identifier"
    COUNTRY = "country"
    CONTACT = "contact"
    RELATION = "relation"
    DETAIL = "detail"
    NOTE = "note"
    GENDER = "gender"
    BIRTH_DATE = "birth date"
    BIRTH_PLACE = "birth place"


class Meaning(NamedTuple):
    """What a label says of the value after it.

    Attributes:
        use: which part of a party the value belongs to.
        type: for a contact or relation, its type in the model.
        identifier: for an identifier, its type.
        role: for a country, its role.
        country: the issuer where the label itself names it (`US FEIN`).
        short: what the model keeps as the label, where it is not the label itself (a wallet's currency).
    """

    use: Use
    type: str = ""
    identifier: IdentifierType = IdentifierType.OTHER
    role: CountryRole = CountryRole.OTHER
    country: CountryCode | None = None
    short: str | None = None


def meaning_of(label: str) -> Meaning:
    """What `label` means; of an unknown one what its wording suggests, at least a detail.

    >>> meaning_of("Digital Currency Address - XBT").short
    'XBT'
    """
    label = label.rstrip(": ")
    if known := _KNOWN.get(label):
        return known
    if found := _WALLET.fullmatch(label):
        return Meaning(Use.IDENTIFIER, identifier=IdentifierType.WALLET, short=found[1])
    if _SAYS_NOTE.search(label):
        return Meaning(Use.NOTE)
    if _SAYS_NUMBER.search(label):
        return Meaning(Use.IDENTIFIER)
    return Meaning(Use.DETAIL)


def label_of(feature: str) -> str:
    """The label that SDN.XML and the CSV have for what ADVANCED and ENHANCED call a feature.

    >>> label_of("Birthdate"), label_of("SWIFT/BIC")
    ('DOB', 'SWIFT/BIC')
    """
    return _FEATURES.get(feature.casefold(), feature)


def split_label(text: str) -> tuple[str, str] | None:
    """The label that `text` begins with and the value after it; None when it begins with none.

    >>> split_label("Cedula No. V-8348784 (Venezuela)")
    ('Cedula No.', 'V-8348784 (Venezuela)')
    """
    if found := _LABELLED.match(text):
        return found[1], text[found.end() :].strip()
    if found := _NUMBERED.fullmatch(text):
        return found[1], found[2].strip()
    return None


_IDENTIFIERS: Final = {
    IdentifierType.PASSPORT: (
        "Passport", "Diplomatic Passport", "British National Overseas Passport", "Stateless Person Passport",
    ),
    IdentifierType.NATIONAL_ID: (
        "National ID No.", "Cedula No.", "D.N.I.", "C.U.R.P.", "Personal ID Card", "Identification Number",
        "Citizen's Card Number", "Numero de Identidad", "Turkish Identification Number",
        "Kenyan ID No.", "Bosnian Personal ID No.", "Moroccan Personal ID No.", "Tazkira National ID Card",
        "UAE Identification", "CNP (Personal Numerical Code)", "Stateless Person ID Card", "Refugee ID Card",
        "LE Number", "Electoral Registry No.", "Credencial electoral", "I.F.E.", "C.U.I.",
    ),
    IdentifierType.TAX_ID: (
        "Tax ID No.", "NIT #", "RUC #", "RIF #", "R.F.C.", "RFC", "V.A.T. Number", "US FEIN",
        "Italian Fiscal Code", "Fiscal Code", "C.U.I.T.", "C.I.F.", "N.I.F.", "RTN",
        "Numero Unico de Identificacao Tributaria (NUIT)", "Paraguayan tax identification number",
        "Romanian Tax Registration",
    ),
    IdentifierType.SOCIAL_SECURITY: ("SSN",),
    IdentifierType.DRIVING_LICENCE: ("Driver's License No.",),
    IdentifierType.RESIDENCE: (
        "Residency Number", "N.I.E.", "Romanian Permanent Resident", "National Foreign ID Number",
        "Immigration No.", "Public Security and Immigration No.",
    ),
    IdentifierType.BIRTH_CERTIFICATE: ("Birth Certificate Number",),
    IdentifierType.REGISTRATION: (
        "Registration Number", "Registration ID", "Company Number", "UK Company Number", "C.R. No.",
        "Commercial Registry Number", "Business Registration Number", "Business Registration Document #",
        "Business Number", "Public Registration Number", "Folio Mercantil No.", "Matricula Mercantil No",
        "Chamber of Commerce Number", "Dubai Chamber of Commerce Membership No.",
        "Istanbul Chamber of Comm. No.", "Certificate of Incorporation Number", "Enterprise Number",
        "Branch Unit Number", "Unified Social Credit Code (USCC)",
        "United Social Credit Code Certificate (USCCC)", "Organization Code",
        "Central Registration System Number", "Economic Register Number (CBLS)",
        "Government Gazette Number", "Registered Charity No.", "Registration Certificate Number (Dubai)",
        "Romanian C.R.", "MSB Registration Number", "C.I.N.", "RSIN", "File Number", "Trade License No.",
        "Russian State Individual Business Registration Number Pattern (OGRNIP)",
        "Vessel Registration Identification",
    ),
    IdentifierType.LEI: ("Legal Entity Number",),
    IdentifierType.BIC: ("SWIFT/BIC",),
    IdentifierType.ISIN: ("ISIN",),
    IdentifierType.TICKER: ("Equity Ticker", "MICEX Code"),
    IdentifierType.DUNS: ("D-U-N-S Number",),
    IdentifierType.MMSI: ("MMSI",),
    IdentifierType.IMO: ("International Maritime Organization No.",),
    IdentifierType.CALL_SIGN: ("Vessel Call Sign", "Other Vessel Call Sign"),
    IdentifierType.AIRCRAFT_SERIAL: (
        "Aircraft Manufacturer's Serial Number (MSN)", "Aircraft Serial Identification",
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
    ),
    IdentifierType.AIRCRAFT_TAIL: ("Aircraft Tail Number", "Previous Aircraft Tail Number"),
    IdentifierType.OTHER: (
        "Travel Document Number", "Seafarer's Identification Document", "VisaNumberID", "BIK (RU)",
        "C.U.I.P.", "Cartilla de Servicio Militar Nacional", "Military Registration Number", "License",
        "Permit Number", "Tourism License No.", "Afghan Money Service Provider License Number",
        "Pilot License Number", "SRE Permit No.", "Tarjeta Profesional", "Serial No.", "Trademark number",
        "Global Intermediary Identification Number", "Aircraft Mode S Transponder Code",
    ),
}  # fmt: skip

_ISSUERS: Final = {
    "US FEIN": "us", "SSN": "us", "UK Company Number": "gb", "BIK (RU)": "ru", "Italian Fiscal Code": "it",
    "Kenyan ID No.": "ke", "Bosnian Personal ID No.": "ba", "Moroccan Personal ID No.": "ma",
    "Turkish Identification Number": "tr", "Paraguayan tax identification number": "py",
    "UAE Identification": "ae", "Tazkira National ID Card": "af",
}  # fmt: skip

_DETAILS: Final = (
    "Aircraft Model", "Aircraft Manufacture Date", "Other Vessel Type", "Vessel Type",
    "Vessel Year of Build", "Tonnage", "Gross Registered Tonnage", "Organization Established Date",
    "Organization Type", "Target Type", "Issuer Name", "Listing Date (CMIC)", "Effective Date (CMIC)",
    "Purchase/Sales For Divestment Date (CMIC)",
    # Codes of a port and of the characters of a Chinese name: many parties may share one.
    "UN/LOCODE", "Chinese Commercial Code",
)  # fmt: skip

_CONTACTS: Final = {
    "website": ("Website",),
    "e-mail": ("Email Address", "Email", "EMAIL"),
    "telephone": (
        "Phone Number", "Phone No.", "Phone", "PHONE", "Telephone Number", "Telephone No.", "Telephone",
    ),
    "fax": ("Fax Number", "Fax No.", "Fax", "FAX"),
}  # fmt: skip

_KNOWN: Final[dict[str, Meaning]] = {
    **{
        label: Meaning(
            Use.IDENTIFIER,
            identifier=type_,
            country=CountryCode(_ISSUERS[label]) if label in _ISSUERS else None,
        )
        for type_, labels in _IDENTIFIERS.items()
        for label in labels
    },
    **{label: Meaning(Use.DETAIL) for label in _DETAILS},
    **{
        label: Meaning(Use.CONTACT, type=contact) for contact, labels in _CONTACTS.items() for label in labels
    },
    "nationality": Meaning(Use.COUNTRY, role=CountryRole.NATIONALITY),
    "citizen": Meaning(Use.COUNTRY, role=CountryRole.CITIZENSHIP),
    "Nationality of Registration": Meaning(Use.COUNTRY, role=CountryRole.REGISTRATION),
    "Registration Country": Meaning(Use.COUNTRY, role=CountryRole.REGISTRATION),
    "Vessel Flag": Meaning(Use.COUNTRY, role=CountryRole.FLAG),
    "Other Vessel Flag": Meaning(Use.COUNTRY, role=CountryRole.FLAG),
    "Former Vessel Flag": Meaning(Use.COUNTRY, role=CountryRole.FLAG, short="Former Vessel Flag"),
    "Linked To": Meaning(Use.RELATION, type="linked to"),
    "Vessel Owner": Meaning(Use.RELATION, type="owner"),
    "Aircraft Operator": Meaning(Use.RELATION, type="operator"),
    "Gender": Meaning(Use.GENDER),
    "DOB": Meaning(Use.BIRTH_DATE),
    "POB": Meaning(Use.BIRTH_PLACE),
}

_FEATURES: Final = {
    "birthdate": "DOB",
    "place of birth": "POB",
    "nationality country": "nationality",
    "citizenship country": "citizen",
    "vessel type": "Vessel Type",
    "vessel call sign": "Vessel Call Sign",
    "vessel flag": "Vessel Flag",
    "vessel owner": "Vessel Owner",
    "vessel tonnage": "Tonnage",
    "vessel gross tonnage": "Gross Registered Tonnage",
    "vessel gross registered tonnage": "Gross Registered Tonnage",
}

_WALLET: Final = re.compile(r"Digital Currency Address\s*-\s*(\w+)")
_SAYS_NOTE: Final = re.compile(r"Information|Determination|sanctions risk|Prohibited", re.IGNORECASE)
_SAYS_NUMBER: Final = re.compile(
    r"(?:\b(?:No|Nos|ID|IDs|Card|Licen[cs]e|Passport|Number|Numero|Certificate|Registration|Identification)\b"
    r"|\bNo\.|#)",
    re.IGNORECASE,
)
# In remarks a label is known by standing first and being followed by a space or a colon. The
# longest is tried first: `Registration Number` before `Registration`.
_LABELLED: Final = re.compile(
    "("
    + "|".join(re.escape(label) for label in sorted(_KNOWN, key=len, reverse=True))
    + r"|Digital Currency Address\s*-\s*\w+"
    + r"|(?:Listing|Effective) Date \([^)]*\)"
    + r")(?::\s*|\s+)(?=\S)"
)
# `Tax Identification No. 12-3456 (Peru)`: a label we never met, told by its last word and the digit after.
_NUMBERED: Final = re.compile(
    r"((?:[A-Z][\w.'’/&-]*\s+(?:(?:of|de|and|for|the)\s+)?){0,5}(?:No\.?|Number|#|ID|Card|Identification|Numero))"
    r"[:\s]\s*(\S*\d.*)"
)
