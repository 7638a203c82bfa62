"""Cells of Australia's list that hold more than one fact: birth dates, listings, further information.

The list has one column for each of these, and writes several values into it as they come: `Approximately
1963, 30/01/1972`, `a) Mosul, Iraq b) Az Zabadani, Syrian Arab Republic`, `TAi.003. Title: Maulavi.
Designation: ...`. Numeric days are written day first (`30/01/1972`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.values import Contact, Gender, Identifier, IdentifierType

__all__ = ["Information", "birth_dates", "information", "items", "listed", "un_number"]


class Information(NamedTuple):
    """What stands under a label in the column of further information; the text itself stays a note."""

    titles: tuple[str, ...]
    positions: tuple[str, ...]
    genders: tuple[Gender, ...]
    identifiers: tuple[Identifier, ...]
    contacts: tuple[Contact, ...]


def birth_dates(text: str) -> tuple[tuple[PartialDate, ...], str]:
    """The dates a cell writes, and what of it could not be read (mostly nothing).

    >>> birth_dates("Approximately 1963, 30/01/1972")
    (('1963~', '1972-01-30'), '')
    """
    found: list[PartialDate] = []
    rest, last = [], 0
    for hit in _DATE.finditer(text):
        rest.append(text[last : hit.start()])
        last = hit.end()
        try:
            found.append(_date(hit))
        except InputError:
            rest.append(hit[0])
    rest.append(text[last:])
    return tuple(dict.fromkeys(found)), " ".join("".join(rest).replace(",", " ").replace(";", " ").split())


def listed(text: str) -> tuple[PartialDate | None, tuple[PartialDate, ...]]:
    """The day of listing that a cell tells, and the days on which the listing was amended.

    Many cells only name the instrument by its year, and none of them is a day of listing; nor is a day on
    which a listing was made anew (`Relisted on 12 January 2024`, `Last listed on: 13/09/2025`).

    >>> listed("Listed on 4 October 2011 (amended on 29 Nov. 2011, 1 Jun. 2012)")
    ('2011-10-04', ('2011-11-29', '2012-06-01'))
    """
    _, _, more = text.partition("(")
    found = _LISTED.search(text)
    told = _day(found["day"]) if found else None
    amended: tuple[PartialDate, ...] = ()
    if told is None and _ONLY_DAY.fullmatch(text):
        told = PartialDate(text)
    if hit := _AMENDED.search(more):
        dates = (_day(one[0]) for one in _DAY.finditer(hit[1]))
        amended = tuple(date for date in dates if date)
    return told, amended


def items(text: str) -> list[str]:
    """The values of a cell that may write several as `a) ... b) ...`.

    >>> items("a) Mosul, Iraq b) Az Zabadani, Syria")
    ['Mosul, Iraq', 'Az Zabadani, Syria']
    """
    parts = _ITEM.split(text) if _FIRST_ITEM.match(text) else [text]
    return [line for part in parts if (line := " ".join(part.split()).strip(" ;,"))]


def un_number(text: str) -> str | None:
    """The UN's reference number of the record, with which the further information begins.

    >>> un_number("TAi.002. Title: a) Mullah"), un_number("Associated with Hamas (QDe.001)")
    ('TAi.002', None)
    """
    found = _UN_NUMBER.match(text)
    return f"{found[1].upper()}{found[2].lower()}.{found[3]}" if found else None


def information(text: str) -> Information:
    """What the labels of this cell say."""
    told = dict(_labelled(text))
    gender = _GENDERS.get(told.get("gender", "").strip().partition(" ")[0].strip(" .;,").lower())
    positions = (*_values(told.get("designation", "")), *_values(told.get("last known position", "")))
    return Information(
        titles=tuple(_values(told.get("title", ""))),
        positions=tuple(dict.fromkeys(positions)),
        genders=(gender,) if gender else (),
        identifiers=tuple(dict.fromkeys(_identifiers(text))),
        contacts=tuple(dict.fromkeys(_contacts(text))),
    )


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """Each label of those known and what stands after it, up to the next label of any kind."""
    hits = list(_LABEL.finditer(text))
    for hit, following in zip(hits, [*hits[1:], None], strict=False):
        value = text[hit.end() : following.start() if following else len(text)]
        yield hit[1].lower(), value


def _values(text: str) -> Iterator[str]:
    """The items of a labelled value, each as far as its first period."""
    if not _FIRST_ITEM.match(text.strip()):
        text = _SENTENCE.split(text.strip(), maxsplit=1)[0]
    for item in items(text.strip()):
        value = _SENTENCE.split(item, maxsplit=1)[0].strip(" .;")
        if value and value.lower() not in ("na", "n/a") and len(value) <= _LONGEST:
            yield value


def _identifiers(text: str) -> Iterator[Identifier]:
    for kind, pattern in _NUMBERS:
        for hit in pattern.finditer(text):
            yield Identifier(kind, hit["number"].strip(" -"), label=" ".join(hit["label"].split()))


def _contacts(text: str) -> Iterator[Contact]:
    for hit in _WEBSITE.finditer(text):
        yield Contact("website", hit[1].rstrip(".,;)"))
    for hit in _E_MAIL.finditer(text):
        yield Contact("e-mail", hit[0])


def _date(hit: re.Match[str]) -> PartialDate:
    circa = bool(hit["circa"])
    if hit["first"]:
        mark = "~" if circa else ""
        return PartialDate.between(hit["first"] + mark, hit["last"] + mark)
    if hit["iso"]:
        return PartialDate(hit["iso"] + ("~" if circa else ""))
    if hit["word"]:
        number: int | None = _month(hit["word"])
    else:
        number = int(hit["month"]) if hit["month"] else None
    day = hit["day"] or hit["day_of"]
    return PartialDate.of(int(hit["year"]), number, int(day) if day else None, circa=circa)


def _day(text: str) -> PartialDate | None:
    dates, _ = birth_dates(text.replace(".", " "))
    return next((date for date in dates if date.is_day), None)


def _month(word: str) -> int:
    for number, name in enumerate(_MONTHS, 1):
        if name.startswith(word[:3].lower()):
            return number
    raise InputError(f"{word!r} is no month")


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# No date begins or ends inside a longer row of digits and strokes: `10/061962` is none.
_DATE: Final = re.compile(
    r"(?<![\d/])(?P<circa>Approximately:?\s+|Approx\.?\s+|circa\s+)?"
    r"(?:(?:between\s+)?(?P<first>\d{4})\s*(?:and|to|-|–)\s*(?P<last>\d{4})"
    r"|(?P<iso>\d{4}-\d\d-\d\d)"
    rf"|(?:(?:(?P<day>\d{{1,2}})/)?(?P<month>\d{{1,2}})/|(?:(?P<day_of>\d{{1,2}})\s+)?(?P<word>{_WORD})\s+)?"
    r"(?P<year>\d{4}))(?![\d/])",
    re.IGNORECASE,
)
_DAY: Final = re.compile(rf"\d{{1,2}}\s+{_WORD}\.?\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}", re.IGNORECASE)
_LISTED: Final = re.compile(
    r"(?<!re)(?<!re-)(?<!Last )(?<!Formerly )(?:Listed|Designated)\b[^.(]{0,60}?"
    rf"\bon:?\s*(?P<day>{_DAY.pattern})",
    re.IGNORECASE,
)
_AMENDED: Final = re.compile(r"amended(?:\s+on)?\s+([^)]*)", re.IGNORECASE)
_ONLY_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_ITEM: Final = re.compile(r"(?:^|\s)\(?[a-z]\)\s")
_FIRST_ITEM: Final = re.compile(r"\s*\(?a\)\s")
_UN_NUMBER: Final = re.compile(r"\s*([A-Z]{2})([ie])\.\s?(\d{3})\b", re.IGNORECASE)
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE, "m": Gender.MALE, "f": Gender.FEMALE}
_LONGEST: Final = 200
# A period ends a sentence only after a word: not in `St. Petersburg`, `No. 4` or `a.k.a.`.
_SENTENCE: Final = re.compile(r"(?<=[a-z)\d]{3})\.(?:\s|$)|\n")
_LABEL: Final = re.compile(
    r"\b(Title|Designation|Last known position|Gender|DOB|POB|Good quality a\.k\.a\.|Low quality a\.k\.a\.|"
    r"Nationality|Passports? (?:no|number)\.?|National (?:identification|ID)(?: no| number)?\.?|Address|"
    r"Listed on|Other information|Name|A\.k\.a\.?|F\.k\.a\.?|Physical description|Political party|"
    r"Military rank|Last known location|Tax ID No\.?|Website|Place of Birth|Date of Birth)\s*:",
    re.IGNORECASE,
)
_DIGITS: Final = r"(?P<number>[A-Z]{0,3}[ -]?\d[\dA-Z/ -]{3,}\d|[A-Z]{0,3}-?\d{4,})"
_RU_DIGITS: Final = r"(?P<number>\d{8,15})"


def _numbers(label: str, number: str = _DIGITS) -> re.Pattern[str]:
    return re.compile(rf"(?P<label>\b(?:{label}))[.:\s]*(?::\s*)?{number}(?![\w])", re.IGNORECASE)


_NUMBERS: Final = (
    (IdentifierType.TAX_ID, _numbers(r"Tax(?:payer)? (?:ID|identification) ?(?:No|number)?", _RU_DIGITS)),
    (
        IdentifierType.REGISTRATION,
        _numbers(
            r"(?:State |Company )?registration (?:number|no|ID)|Company identification number", _RU_DIGITS
        ),
    ),
    (
        IdentifierType.PASSPORT,
        _numbers(
            r"(?:diplomatic |official )?passport (?:no\.?|number)?",
            r"(?P<number>[A-Z]{0,3}[ -]?\d{5,12})",
        ),
    ),
    (
        IdentifierType.NATIONAL_ID,
        _numbers(
            r"National (?:identification|ID)(?: number| no)?", r"(?P<number>[A-Z]{0,3}[ -]?\d[\d-]{5,17})"
        ),
    ),
    (IdentifierType.IMO, _numbers(r"IMO (?:identification )?number", r"(?P<number>\d{7})")),
    (
        IdentifierType.BIC,
        re.compile(r"(?P<label>SWIFT(?:/BIC)?):?\s*(?P<number>[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"),
    ),
)  # fmt: skip
_WEBSITE: Final = re.compile(r"\bWebsites?:\s*((?:https?://|www\.)\S+)", re.IGNORECASE)
_E_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
