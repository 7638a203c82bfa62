"""Passports, identity cards and the like as the UN writes them, number and words mixed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from namesake.model.countries import country_code
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.values import CountryCode, Identifier, IdentifierType

__all__ = ["document", "worded_date"]


def document(fields: Mapping[str, str]) -> Identifier | None:
    """The identifier that the fields of an `INDIVIDUAL_DOCUMENT` describe; None when they give no number.

    The number may stand among words (`Russian foreign travel passport number 515458008`), in the second
    type (`Afghan national identification card (tazkira) number 57388`) or in the note (`Tunisian
    passport number L 191609 issued on 28 Feb. 1996`).

    >>> document({"TYPE_OF_DOCUMENT": "Passport", "NUMBER": "No. H0044232 (Iraqi)"}).value
    'H0044232'
    """
    first, second = fields.get("TYPE_OF_DOCUMENT", ""), fields.get("TYPE_OF_DOCUMENT2", "")
    number, note = fields.get("NUMBER", ""), fields.get("NOTE", "")
    value, words = _number(number) or _number(second) or _labelled(note) or (number, "")
    if not value:
        return None
    label = words or _LABEL_END.sub("", second) or first
    return Identifier(
        # QDi.064 `SSDSBN68B10Z352F`, with the note `Italian Fiscal Code`: a short note says what it is.
        _type(first, " ".join((second, words, note if len(note) < 30 else ""))),
        value,
        country=_country(fields, words),
        issued=_day(fields.get("DATE_OF_ISSUE")) or worded_date(note, _ISSUED),
        expires=_day(fields.get("DATE_OF_EXPIRY")) or worded_date(note, _EXPIRES),
        label=label or None,
    )


def worded_date(text: str, after: re.Pattern[str]) -> PartialDate | None:
    """The first date in `text` that follows a match of `after`.

    >>> worded_date("expires on September 16, 2019", re.compile("expires on"))
    '2019-09-16'
    """
    for found in after.finditer(text):
        if date := _DATE.match(text, found.end()):
            day_last = _MONTH_FIRST.sub(r"\2 \1 \3", date[1])
            return read_leniently(day_last)[0]
    return None


def _number(text: str) -> tuple[str, str] | None:
    """Number and words of `Cedula No. 80413253`; no words where it is a number alone."""
    if not any(char.isdigit() for char in text):
        return None
    if found := _WORDS_THEN_NUMBER.fullmatch(text):
        words = _LABEL_END.sub("", f"{found[1]} {found[3] or ''}".strip())
        return found[2], words
    return (text, "") if not _WORD.search(text) else None


def _labelled(note: str) -> tuple[str, str] | None:
    """`Italian Fiscal Code: DAOMMD74T11Z352Z`, `04643632 issued on 18 Jun. 1999`."""
    found = _NUMBER_IN_NOTE.match(note)
    if not found:
        return None
    return found[2], _LABEL_END.sub("", found[1] or "")


def _type(first: str, words: str) -> IdentifierType:
    plain = words.lower()
    for kind, signs in _SIGNS.items():
        if any(sign in plain for sign in signs):
            return kind
    plain = f"{first} {words}".lower()
    if "pas" in first.lower() or (not first and "passport" in plain):
        return IdentifierType.PASSPORT
    return IdentifierType.NATIONAL_ID if "identi" in plain else IdentifierType.OTHER


def _country(fields: Mapping[str, str], words: str) -> CountryCode | None:
    # `Qatari passport number 00868774`, `No. H0044232 (Iraqi)`, issuing country `Tunisian passport`
    spoken = re.findall(r"[A-Z]\w{3,}|\b[A-Z]{3}\b", f"{fields.get('ISSUING_COUNTRY', '')} {words}")
    given = (fields.get("ISSUING_COUNTRY", ""), *spoken, fields.get("COUNTRY_OF_ISSUE", ""))
    return next((code for text in given if (code := country_code(text))), None)


def _day(text: str | None) -> PartialDate | None:
    return read_leniently(text)[0] if text else None


_WORD: Final = re.compile(r"[a-z]{3,}")
_WORDS_THEN_NUMBER: Final = re.compile(
    r"((?:.*[a-z]{3,}.*?|No\.?)(?: No\.?)?:?)\s*\b([A-Z]{0,4}[ -]?\d[\w/.\-]*(?: No\. \d+)?)\s*(\(\w+\))?"
)
_LABEL_END: Final = re.compile(r"[\s:]*\b(?:number|no)?\.?[\s:]*$", re.IGNORECASE)
_NUMBER_IN_NOTE: Final = re.compile(
    r"([^\d,;]*?(?:[Nn]umber|[Cc]ode|[Cc]ard|[Nn]o\.):?)?\s*([A-Z]{0,6}[ -]{0,2}\d[\w/.\-]*)"
)
_DATE: Final = re.compile(
    r"[\s:]*(?:on |in )?"
    r"(\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]+\.? ?\d{4}|[A-Z][a-z]+\.? (?:\d{1,2}, )?\d{4}|\d{4}\b)"
)
_MONTH_FIRST: Final = re.compile(r"([A-Z][a-z]+\.?) (\d{1,2}), (\d{4})")
_ISSUED: Final = re.compile(r"\b(?:issued|date of issue)\b", re.IGNORECASE)
_EXPIRES: Final = re.compile(
    r"\b(?:exp\.|expire[sd]?|expiring|expiry date of|valid until|expiration date|date of expiration)",
    re.IGNORECASE,
)
_SIGNS: Final = {
    IdentifierType.TAX_ID: ("fiscal", "tax ", "nif"),
    IdentifierType.SOCIAL_SECURITY: ("social security",),
    IdentifierType.BIRTH_CERTIFICATE: ("birth cert",),
    IdentifierType.DRIVING_LICENCE: ("driver", "driving"),
    IdentifierType.RESIDENCE: ("residen", "alien registration"),
    IdentifierType.OTHER: (
        "ration card", "voter", "student", "military", "serviceman", "nationality", "fardc",
    ),
}  # fmt: skip
