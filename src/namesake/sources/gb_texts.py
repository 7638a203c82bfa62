"""How the UK's lists write several values into one field, dates, and numbers among words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from namesake.errors import InputError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.values import CountryCode, Identifier, IdentifierType

__all__ = ["document", "numbered", "registrations", "uk_date", "values"]


def numbered(text: str) -> dict[int, str]:
    """The values of a field by the number before each; a field without numbers is the first value.

    >>> numbered("(1) +7 (2) 5 (2) -"), numbered("Kabul")
    ({1: '+7', 2: '5 (2) -'}, {1: 'Kabul'})
    """
    if not text.startswith("(1)"):
        return {1: text} if _told(text) else {}
    found, number, rest = {}, 1, text.removeprefix("(1)")
    while number:
        value, mark, rest = rest.partition(f"({number + 1})")
        if _told(value):
            # The next number follows, so a period or semicolon before it ends the value and no abbreviation.
            found[number] = value.strip(" ;,") if not mark else value.strip(" ;,.")
        number = number + 1 if mark else 0
    return found


def values(text: str) -> list[str]:
    """The values of a field, in order, parted by numbers or by `|`."""
    return [part.strip() for value in numbered(text).values() for part in value.split("|") if _told(part)]


def uk_date(text: str, *, circa: bool = False) -> PartialDate | None:
    """The date that the UK writes day first, `00/00/1945` or `dd/mm/1945` when only the year is known.

    `08/1961`, `1954` and dates in words are read too; None when it is no date.

    >>> uk_date("03/04/1969"), uk_date("00/08/1970"), uk_date("31/02/1970")
    ('1969-04-03', '1970-08', None)
    """
    found = _DAY_FIRST.fullmatch(text)
    if not found:
        date, warning = read_leniently(text)
        return None if warning else date
    day, month, year = found.groups()
    known = [int(part) for part in (year, month, day) if part and part.isdecimal() and int(part)]
    if day and day.isdecimal() and int(day) and len(known) < 3:
        return None  # A day of an unknown month.
    try:
        return PartialDate.of(*known, circa=circa) if known else None
    except InputError:
        return None


def document(number: str, words: str, usual: IdentifierType) -> Identifier:
    """A passport or national identity document, of the kind that the words beside it tell.

    >>> document("JX446643", "Canadian. Expires 2 May 2020", IdentifierType.PASSPORT).country
    'ca'
    """
    label, value = _label_and_number(number)
    told = f"{label} {words}".strip()
    kind = usual if usual is IdentifierType.PASSPORT else _kind(told) or usual
    issuer = _BEFORE_DATES.split(words, maxsplit=1)[0]
    return Identifier(
        kind,
        value,
        country=_country(label) or _country(issuer),
        issued=_date_after(_ISSUED, words),
        expires=_date_after(_EXPIRES, words),
        label=label or None,
    )


def registrations(text: str) -> Iterator[Identifier]:
    """The numbers of a company that a field gives: `INN - 5045023416`, or several with their labels.

    >>> [(one.type.value, one.value) for one in registrations("TIN: 7704040302 OGRN: 1027802490540")]
    [('tax id', '7704040302'), ('registration', '1027802490540')]
    """
    text = text.strip(' "')
    country = next((code for hit in _BRACKETED.finditer(text) if (code := country_code(hit[1]))), None)
    found = list(_LABELLED.finditer(text))
    first = text[: found[0].start()] if found else text
    if bare := _BARE.match(first):
        rest = _BARE_END.sub("", first[bare.end() :])
        yield Identifier(_kind(rest) or IdentifierType.REGISTRATION, bare[0], country)
    elif not found and any(char.isdigit() for char in text):
        label, value = _label_and_number(_BRACKETED_LAST.sub("", text) if country else text)
        kind = _kind(label) or IdentifierType.REGISTRATION
        yield Identifier(kind, value, country, label=label or None)
    for hit in found:
        label = " ".join(hit["label"].split())
        value = hit["value"].rstrip("./-")
        kind = _kind(label) or IdentifierType.REGISTRATION
        if kind is IdentifierType.BIC and not _BIC.fullmatch(value):
            kind = IdentifierType.REGISTRATION
        yield Identifier(kind, value, _country(label) or country, label=label)


def _told(text: str) -> bool:
    """Whether it says anything: `-` and `- .` stand for nothing."""
    return any(char.isalnum() for char in text)


def _label_and_number(text: str) -> tuple[str, str]:
    """`INN number: 770200946783` -> ("INN number", "770200946783"); without a label, ("", text)."""
    # A longer text is no number, and trying each of its words as the label's last takes too long.
    found = _LABEL.fullmatch(text) if len(text) <= _LONGEST else None
    if found and (_WORDS.search(found[1]) or _kind(found[1])):
        return found[1].strip(), found[2]
    return "", text.rstrip(".")


def _kind(words: str) -> IdentifierType | None:
    return next((kind for kind, sign in _SIGNS.items() if sign.search(words)), None)


def _country(words: str) -> CountryCode | None:
    """The first country or nationality named: `Trinidad and Tobago National Identification Card`."""
    for run in _CAPITALISED.findall(words):
        parts = run.split()[:_WORDS_OF_COUNTRY]
        for size in range(len(parts), 0, -1):
            if code := country_code(" ".join(parts[:size])):
                return code
    return None


def _date_after(sign: re.Pattern[str], words: str) -> PartialDate | None:
    """The first date that follows `sign`: `Issued 21.07.2004`, `Expiry: 02 Dec 2004`."""
    for hit in sign.finditer(words):
        if (told := _DATE.match(words, hit.end())) and (
            date := uk_date(_DOTTED.sub(r"\1/\2/\3", _MONTH_FIRST.sub(r"\2 \1 \3", told[1])))
        ):
            return date
    return None


_LONGEST: Final = 200
_WORDS_OF_COUNTRY: Final = 7
_DAY_FIRST: Final = re.compile(r"(?:(?:([0-9]{1,2}|dd)/)?([0-9]{1,2}|mm)/)?([0-9]{4})", re.IGNORECASE)
_DATE: Final = re.compile(
    r"[\s:]*(?:on |in )?(\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2} [A-Z][a-z]+\.? ?\d{4}"
    r"|[A-Z][a-z]+\.? (?:\d{1,2}, )?\d{4}|\d{4}\b)"
)
_MONTH_FIRST: Final = re.compile(r"([A-Z][a-z]+\.?) (\d{1,2}), (\d{4})")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISSUED: Final = re.compile(r"\b(?:issued|issue date|date of issue|valid from)\b", re.IGNORECASE)
_EXPIRES: Final = re.compile(
    r"\b(?:expiry(?: date)?(?: of)?|expire[sd]?|expiring|valid until|expiration date|date of expir\w+)\b",
    re.IGNORECASE,
)
_BEFORE_DATES: Final = re.compile(
    r"\b(?:issued?|expir\w+|under (?:the )?name|in (?:the )?name|date|valid|made out|place)\b", re.IGNORECASE
)
_CAPITALISED: Final = re.compile(r"[A-Z][\w’'-]*(?: (?:(?:and|of|the) )*[A-Z][\w’'-]*)*")
_BRACKETED_LAST: Final = re.compile(r"\s*\([^()]*\)$")
_BRACKETED: Final = re.compile(r"\(([^()]+)\)")
_SIGNS: Final = {
    IdentifierType.BIC: re.compile(r"\b(?:SWIFT|BIC)\b"),
    IdentifierType.LEI: re.compile(r"\b(?:LEI|legal entity identifier)\b", re.IGNORECASE),
    IdentifierType.TAX_ID: re.compile(
        r"\b(?:INN|TIN|TRN|NIF|RIF|VAT|tax|tax ?payer|fiscal)\b|ИНН", re.IGNORECASE
    ),
    IdentifierType.SOCIAL_SECURITY: re.compile(r"\b(?:social security|national insurance)\b", re.IGNORECASE),
    IdentifierType.BIRTH_CERTIFICATE: re.compile(r"\bbirth cert", re.IGNORECASE),
    IdentifierType.DRIVING_LICENCE: re.compile(r"\b(?:driving|driver)", re.IGNORECASE),
    IdentifierType.RESIDENCE: re.compile(r"\b(?:residen\w+|alien registration|BRP)\b", re.IGNORECASE),
    IdentifierType.OTHER: re.compile(
        r"\b(?:ration card|voter|student|military|serviceman|certificate of \w* ?nationality|FARDC|KPP"
        r"|government gazette|BIK|OKTMO|SPARK|license)",
        re.IGNORECASE,
    ),
    IdentifierType.REGISTRATION: re.compile(r"\b(?:OGRN|registration numbers?)\b"),
}
# `Russia INN - 5045023416`, `Tax Identification Number: INN: 9`, `SWIFT/BIC MINNRUMM`.
_LABELLED: Final = re.compile(
    r"(?P<label>\b(?:[A-Z][a-z]+ )?(?:(?:State |Business |Company )?[Rr]egistration [Nn]umber(?:/OGRN)?"
    r"|Unified Social Credit Code|Legal Entity (?:Identifier|Number)|Government Gazette Number|License number"
    r"|Tax ?[Pp]ayer (?:Identification Number|ID)|Tax Identification Number(?: \(TIN\))?|tax number"
    r"|Tax ID(?: No\b\.?| Number(?:/INN)?)?|VAT Tax Number|INN/TIN|INN|TIN|BIN/OGRN|BIN|OGRN|KPP|SRN|USCC|BIK"
    r"|[CB]RN|CR(?: No\b\.?| Number)?|BR(?: No\b\.?)?|UEN(?: ID)?"
    r"|SWIFT/BIC|SWIFT|BIC|LEI)(?: \([^()\d]*\))?)"
    r"(?: number| code)?[\s:–.#-]*"
    r"(?P<value>[A-Z]{0,8}\d[\w/-]*|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b)"
)
_BARE: Final = re.compile(r"[A-Z]{0,5}[ -]?\d[\w/·-]*(?<![/-])(?:[ ]\d[\d-]*)*")
_BARE_END: Final = re.compile(r"^[\s.,;:–-]+")
_BIC: Final = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_WORDS: Final = re.compile(r"[a-z]{3}")
_LABEL: Final = re.compile(r"([^\d:–]*[A-Za-z)][^\d:–]*?)\s*(?:[:–#]|\s-\s|\s)\s*([A-Z]{0,6}[ -]?\d.*)")
