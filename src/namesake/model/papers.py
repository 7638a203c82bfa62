"""Numbers of passports, companies and ships as people write them: with a type, a country, both or neither."""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from namesake.model.countries import country_code
from namesake.model.values import CountryCode, Identifier, IdentifierType

__all__ = ["read_identifier"]


def read_identifier(text: str) -> tuple[Identifier | None, str | None]:
    """`[TYPE:][COUNTRY:]NUMBER`, or `[TYPE:]NUMBER@COUNTRY` as lists are exported; with what can't be used.

    `Passport No. A1`, `passport_number=A1`, `IMO 9187629` and `A1 (Iraq)` are read too. A word before a
    number is no part of it, and never hides whose number it is. None comes back where there is no number.

    >>> one, warning = read_identifier("Passport No.: iq: D1019262")
    >>> one.type.value, one.country, one.value, warning
    ('passport', 'iq', 'D1019262', None)
    """
    warning: str | None = None
    called, value = _parted(text.strip())
    known = _CALLED.get(_plain_type(called)) if called else None
    type, country, label = known or (IdentifierType.OTHER, None, None)
    if called and known is None:
        country = country_code(called)
        if country is not None and ":" in value:
            one, warning = read_identifier(value)
            return one and replace(one, country=one.country or country), warning
        if country is None:
            warning = (
                f"identifier {text!r} is compared as a number of any type: {called!r} is no type of "
                f"identifier; the known ones are {', '.join(IdentifierType)}"
            )
    value, issuer = _issued(value)
    if issuer and (of := country_code(issuer)) is not None:
        country = of
    elif issuer:
        warning = f"identifier {text!r} is compared without a country: {issuer!r} is none"
    if not any(map(str.isalnum, value)) or (not called and _plain_type(value) in _CALLED):
        return None, f"identifier {text!r} is not used: it names a type and no number"
    if _SEVERAL.search(value):
        warning = f"identifier {text!r} is compared as one number: give several one by one"
    return Identifier(type=type, value=value, country=country, label=label), warning


def _plain_type(called: str) -> str:
    """What an identifier is called, however it is put: Passport No., passport_number, national-ID."""
    plain = re.sub(r"[\W_]+", "", called.lower())
    return re.sub(r"(?<=..)(?:number|no|nr)$", "", plain)


# What people call an identifier, with the type, the issuer's country and the label that this says.
_CALLED: Final[dict[str, tuple[IdentifierType, CountryCode | None, str | None]]] = {
    **{_plain_type(one.value): (one, None, None) for one in IdentifierType},
    "inn": (IdentifierType.TAX_ID, CountryCode("ru"), "INN"),
    "ogrn": (IdentifierType.REGISTRATION, CountryCode("ru"), "OGRN"),
    "uscc": (IdentifierType.REGISTRATION, CountryCode("cn"), "USCC"),
    "ssn": (IdentifierType.SOCIAL_SECURITY, CountryCode("us"), "SSN"),
    "swift": (IdentifierType.BIC, None, None),
    "vat": (IdentifierType.TAX_ID, None, "VAT"),
}
_SIGN: Final = "[:=#：＝＃]"
_WORDS: Final = re.compile(r"[^\W\d_]+(?:[ ._-]+[^\W\d_]+)*\.?")
_SHORT: Final = re.compile(r"[^\W\d_]{2,3}")
_SEVERAL: Final = re.compile(r"\d\s*;\s*\w*\d")
_MOST_WORDS: Final = 4
"""Words of what an identifier is called: aircraft tail number no."""


def _parted(text: str) -> tuple[str, str]:
    """What stands before a number, if that are words, and the rest."""
    match = re.match(rf"\s*(\w.*?)\s*{_SIGN}\s*", text)
    if match and _WORDS.fullmatch(match[1]):
        rest = text[match.end() :]
        if _plain_type(match[1]) in _CALLED or any(map(str.isdigit, rest)):
            return match[1], rest
    words = text.split()
    for count in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        called = " ".join(words[:count])
        if (
            _WORDS.fullmatch(called)
            and _plain_type(called) in _CALLED
            and any(map(str.isdigit, words[count]))
        ):
            return called, " ".join(words[count:])
    return "", text


def _issued(value: str) -> tuple[str, str]:
    """A number without the country before or behind it, and that country as it is written."""
    number, at, behind = value.rpartition("@")
    behind = behind.strip()
    if at and number.strip() and (not behind or country_code(behind) or _SHORT.fullmatch(behind)):
        # An @ at the end says that all before it is the number.
        return number.strip(), behind
    before, colon, rest = value.partition(":")
    numbered = any(map(str.isdigit, rest)) or (not rest.strip() and country_code(before))
    if colon and _WORDS.fullmatch(before.strip()) and numbered:
        return rest.strip(), before.strip()
    if (match := re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", value.strip())) and country_code(match[2]):
        return match[1], match[2]
    return value.strip(), ""
