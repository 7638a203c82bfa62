"""Dates that are of something else than the text: a birth, a passport, a hearing, whatever a table lists."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from namesake.names.lexicon import lexicon, place_of
from namesake.names.spelling import light
from namesake.names.writing import words_of
from namesake.text.calendar_words import plain
from namesake.text.english import english

__all__ = [
    "begins_range",
    "cell_dividers",
    "dividers",
    "is_of_something_else",
    "is_persons_name",
    "names_other_date",
]

# In the languages of `calendar_words`: of births and deaths, of papers, of what has to be done by a day.
_WORDS: Final = """
born birth birthday birthdate dob d.o.b died death deceased passport visa expir\\w+ expiry valid validity due
deadline invoice contract delivery payment transaction maturity effective since opened assumed designation
listing incorporat\\w+ registration
gebor\\w+ geb geburts\\w+ gestorben verstorben todes\\w+ reisepass ausweis ablauf\\w* gultig\\w* fallig\\w*
rechnung\\w* ne nee naissance mort morte deces decede decedee passeport echeance facture nacid[oa]
nacio nacimiento fallecid[oa] fallecimiento muerte murio pasaporte vencimiento caducidad vence factura
nat[oa] nascita deceduto deceduta passaporto scadenza fattura nascid[oa] nascimento falecid[oa]
falecimento passaporte validade
fatura geboorte\\w* overleden overlijden paspoort verval\\w+ verloopt geldig factuur\\w* dogum dogumlu olum
pasaport gecerli\\w* vade ur urodz\\w+ zm zmarl\\w* zgonu smierci paszport\\w* wazn\\w+ faktur\\w+
родил\\w+ рожд\\w+ род умер\\w* смерт\\w+ паспорт\\w* выдан\\w* действител\\w+ срок\\w* счет\\w* народ\\w+
помер\\w* видан\\w* дійсн\\w+ термін\\w* рахун\\w+ ميلاد الميلاد ميلاده مواليد ولد ولدت المولد ولادة الولادة
توفي وفاة الوفاة جواز انتهاء الانتهاء الاصدار فاتورة الفاتورة الاستحقاق تولد متولد درگذشت وفات گذرنامه اعتبار
انقضا فاکتور سررسید נולד\\w* לידה נפטר\\w* פטירה דרכון תוקף חשבונית
"""
_UNSPACED: Final = """
出生 生于 生於 逝世 护照 護照 到期 有效期 发票 發票
生年月日 生まれ 死去 旅券 有効期限 請求書
출생 생년월일 사망 여권 만료 송장
"""
_THING: Final = (
    rf"(?:(?<!\w)(?:{'|'.join(plain(word) for word in _WORDS.split())})(?!\w)|"
    rf"{'|'.join(plain(word) for word in _UNSPACED.split())}|[†✝])"
)
_OF_A_THING: Final = re.compile(_THING, re.IGNORECASE)
_LABEL_WORDS: Final = 3
"""So many words a line has that is a label and nothing else, without a colon: Date of birth."""
_FIELD: Final = re.compile(rf"[^:：]{{0,30}}{_THING}[^:：]{{0,20}}[:：]", re.IGNORECASE)
_HEADING_WORDS: Final = 5
"""So many a heading has that says what the dates below are of: Date of the next hearing."""
_DAY_WORD: Final = re.compile(
    r"(?<!\w)(?:dates?|\w*datum|fechas?|data(?= d[aeio]l?l?[ao]? |(?: \w+)?nia$)|"
    r"tarihi?|дат[аы]|تاريخ|תאריך)(?!\w)|"
    # Chinese, Japanese; Korean as `plain` takes syllables apart
    r"日期|日付|\u1102\u1161\u11af\u110d\u1161",
    re.IGNORECASE,
)
# A comma without a space parts cells where letters are written apart: Name,Born.
_COMMA: Final = r"(?:(?<=[!-/:-\u052f]),(?=[!-\u052f])|,(?=\d{4}-))"
_DIVIDER: Final = re.compile(
    rf"\s*(?P<bar>\|)\s*|[ ]*(?P<tab>\t)\s*|(?P<gap>(?<=[^\s.!?:;,]) {{2,}}(?=\S))|\s*(?P<semicolon>;)\s*|"
    rf"(?P<comma>{_COMMA})|(?P<item>^[-*•·–]\s+)"
)

_RANGE: Final = re.compile(
    r"\s*[-–—―−]{1,3}\s*(?:"
    # Behind a dash a sentence begins with a capital.
    r"(?:(?:to|bis|until|till|a|à|al|do|по)\s+)?(?:the\s+)?(?:present|now|today|date|current|heute|aujourd'hui|"
    r"actualidad|presente|hoy|ad oggi|oggi|hoje|heden|gunumuz|bugun|halen|obecnie|dzis|настоящ\w+|наст|"
    r"сегодня|н\.\s?в|нині|теперішн\w+)(?!\w)|"
    r"(?:حتي )?(?:الان|اليوم)\s*$|(?:تا )?(?:كنون|اكنون)\s*$|היום\s*$|至今|现在|現在|현재|"
    r"(?:(?:1[89]|20)\d\d|\?)\s*\)?\s*$)"
)
_TELLING: Final = 4
"""Letters of a given name that is known however it is spelled."""
_PATRONYMIC: Final = re.compile(r"(?:[oe]vich|[oe]vna|[ое]вич|[ое]вна|[иі]чна|[иі]вна|йович)$", re.IGNORECASE)
"""What ends a name whose surname stands first: Ivanov Ivan Ivanovich."""
_EDGES: Final = " .,;()[]*-–—|·•"


def is_of_something_else(before: str, line_before: str) -> bool:
    """Whether a label says that a date is of something else than the text.

    Args:
        before: what stands before the date on its line.
        line_before: the line before it, as `plain` leaves both.

    >>> is_of_something_else("Invoice date: ", ""), is_of_something_else("", "Date of birth:")
    (True, True)
    """
    if _OF_A_THING.search(before):
        return True
    if len(line_before.split()) > _LABEL_WORDS and not dividers(line_before):
        return bool(_FIELD.match(line_before))
    return line_before.endswith((":", "：")) or bool(_OF_A_THING.search(line_before))


def names_other_date(line: str) -> bool:
    """Whether a line is a heading that says what the dates below are of.

    >>> names_other_date("Date of birth"), names_other_date("Value date"), names_other_date("Two men listed")
    (True, True, False)
    """
    if any(char.isdigit() for char in line):
        return False
    words = len(line.split())
    return bool(
        (words <= _LABEL_WORDS and _OF_A_THING.search(line))
        or (words <= _HEADING_WORDS and _DAY_WORD.search(line))
    )


def dividers(line: str) -> frozenset[str]:
    """What may part the cells of a table on `line`, by name.

    >>> dividers("Igor Sechin | 7 September 1999")
    frozenset({'bar'})
    """
    return frozenset(kind for match in _DIVIDER.finditer(line) if (kind := match.lastgroup))


def cell_dividers(line: str, start: int, end: int) -> frozenset[str]:
    """Those of `dividers` that stand right beside the date at these characters of `line`."""
    return frozenset(
        kind
        for match in _DIVIDER.finditer(line)
        if (kind := match.lastgroup)
        and (
            (match.end() <= start and not line[match.end() : start].strip(" \"'"))
            or (end <= match.start() and not line[end : match.start()].strip(" \"'"))
        )
    )


def begins_range(behind: str) -> bool:
    """Whether what stands behind a date says until when: `- present`, `- 1998`."""
    return bool(_RANGE.match(behind))


def is_persons_name(words: str) -> bool:
    """Whether words are a person's name and nothing else: a given name that is known, and a word or three.

    >>> is_persons_name("Vladimir Putin"), is_persons_name("San Salvador"), is_persons_name("By Jane Doe")
    (True, False, False)
    >>> is_persons_name("PUTIN Vladimir"), is_persons_name("Putin, Vladimir")
    (True, True)
    """
    surname, _, given_names = words.rpartition(":")[2].strip(_EDGES).partition(",")
    parts = [*given_names.split(), *surname.split()]  # Putin, Vladimir
    if len(parts) > 1 and parts[0].isupper() and not parts[1].isupper() and not place_of(parts[0]):
        parts = [*parts[1:], parts[0]]  # PUTIN Vladimir
    if not 2 <= len(parts) <= 4 or not all(re.fullmatch(r"[^\W\d_][\w.'-]*", part) for part in parts):
        return False
    if any(part[:1].islower() and part.lower() not in lexicon().particles for part in parts):
        return False
    given, last = parts[0], parts[-1]
    if len(parts) == 3 and _PATRONYMIC.search(last):
        return True
    if given.lower() in english().roles or place_of(last) or place_of(" ".join(parts)):
        return False
    return any(
        word.text in _given_names() or (len(word.text) >= _TELLING and light(word.text) in _given_names())
        for word in words_of(given)
    )


@cache
def _given_names() -> frozenset[str]:
    """Those that are known, as they are written and by their light keys."""
    known = {*lexicon().familiar, *lexicon().equivalents}
    return frozenset(known.union(light(name) for name in known if len(name) >= _TELLING))
