"""The forms in which a line of text says of what day the text is."""

from __future__ import annotations

import re
from typing import Final

from namesake.model.values import Value
from namesake.names.lexicon import place_of
from namesake.text.dateline_labels import (
    LABEL,
    PADDING,
    SIGNS,
    TO_READERS,
    begins_letter,
    is_credit,
    is_field,
    is_label,
    is_other_label,
    stands_after_label,
)
from namesake.text.other_dates import (
    begins_range,
    cell_dividers,
    dividers,
    is_of_something_else,
    is_persons_name,
)
from namesake.text.written_dates import WEEKDAY, Written, weekday_in, written_dates

__all__ = ["Claim", "Line", "agency_dateline", "standing_date"]


class Line(Value, frozen=True):
    """A line of a text's head, as `plain` leaves it.

    Attributes:
        follows: the line after it, as an agency's dateline may run over.
        below: the next line with words on it.
        before: the line before it, which may say what a date is of.
        label: the same, where that is nothing but `Published` or the like.
        first: whether no other line stands before it.
        runs_on: whether it goes on with a sentence of the line before.
        recorded: whether it stands in a record: among fields, `Customer: Jane Doe`, or without a sentence.
        listed: whether no line of the head is a sentence or a headline.
        headed: whether a heading further up says what the dates below are of, as `Date of birth`, or the
            story has begun.
    """

    text: str
    follows: str = ""
    below: str = ""
    before: str = ""
    label: str = ""
    first: bool = False
    runs_on: bool = False
    headed: bool = False
    recorded: bool = False
    listed: bool = False


class Claim(Value, frozen=True):
    """A date that a text gives for itself.

    Attributes:
        weekday: the day of the week beside it, Monday as 1.
        update: whether it is the day of a later change.
        bare: whether it merely stands on a line of its own, and nothing says that it is the text's.
    """

    written: Written
    weekday: int | None = None
    update: bool = False
    bare: bool = False


# ------------------------------------------------------------------------------------------- an agency's
# dateline

_DASH: Final = r"(?:-{1,3}|[—–―]{1,2}|_|ـ|:|\.--)"
_AGENCY: Final = r"(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|/[^/]{2,40}/)"
# What stands between the date and the first sentence: the agency, a dash, or both; in China "by wire".
_ENDS: Final = re.compile(rf"[).,]*\s*(?:(?P<agency>{_AGENCY}\s*{_DASH}?|[电電])|(?!:){_DASH}(?!\s*\d))")
# What suffices where the agency stands before the date.
_STOPS: Final = re.compile(r"\s*[.:](?!\S)")
# Moscow. March 3, 2022. INTERFAX.COM -
_FULL_STOPS: Final = re.compile(rf"\.?\s*[A-ZА-ЯІЇЄ][A-ZА-ЯІЇЄ.\-]{{2,}}\s+{_DASH}(?!\S)")
# Of scripts that have small letters none of these.
_CAPITALISED: Final = r"(?-i:[^\W\d_a-zα-ωа-џґ][\w.'\-]*)"
_PLACE_WORD: Final = (
    rf"(?:{_CAPITALISED}|al-\w+|d[aeiou]s?|den|del|la|las|los|le|les|el|y|of|the|\([^()]{{1,40}}\))"
)
_NO_PLACE: Final = r"on|in|by|since|until|from|after|before|as|в|во|на|с|к|до|от|по|у|з|від|في|منذ|در|از|ב"
_PLACE: Final = re.compile(rf"(?!(?:{_NO_PLACE})\b){_PLACE_WORD}(?:[,/]?\s*{_PLACE_WORD}){{0,7}}", re.I)
# What parts it from the date; Arabic may say "on".
_PARTING: Final = re.compile(rf"[\s,.(]*{_DASH}?[\s,(]*(?:(?<=\s)في\s+)?$")
_FEW: Final = r"[^\s,]+(?: [^\s,]+){0,2}"
_FEW_WORDS: Final = re.compile(rf"{_FEW}(?:, ?{_FEW})?")
# Not of scripts that write words without spaces, or with particles behind them.
_ONE_WORD: Final = re.compile(r"[^\W\d_\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]+")
_PLACE_LENGTH = 90


def agency_dateline(line: Line) -> Claim | None:
    """What an agency puts before the first sentence: place, date, its own name in brackets, a dash.

    `BAGHDAD, Jan 14 (Agency) -`, `SAN SALVADOR, 3 JAN 90 --`, `WASHINGTON, January 14, 2021 /PRNewswire/
    --`, `MOSCOW (Agency) — March 3, 2022.`, `Moscow. March 3, 2022. AGENCY.COM -`. The place may be wanting
    where the year is not: `14 January 2021 - The ministry said ...`.
    """
    text = f"{line.text} {line.follows}"
    written = next(iter(written_dates(text[:_LINE])), None)
    if written is None or written.start > _PLACE_LENGTH or written.start >= len(line.text) or line.runs_on:
        return None
    before, after = text[: written.start], text[written.end :]
    if _is_of_another(line, written.start, written.end):
        return None
    lead = WEEKDAY.sub("", before).lstrip(" \"'«“「『")
    behind = _TIME.sub("", after[:80]).lstrip(" ,")
    ends = _ENDS.match(behind)
    stops = (re.search(_AGENCY, lead) and _STOPS.match(behind)) or (
        lead.rstrip().endswith(".") and _FULL_STOPS.match(behind)
    )
    if not ends and not stops:
        return None
    if label := LABEL.match(lead):
        if is_label(lead):
            return Claim(written, weekday_in(before), bool(label["update"]))
        lead = re.sub(r"^\s*[,:—–-]\s*", "", lead[label.end() :])
    if LABEL.search(lead) or stands_after_label(lead):
        return None
    parting = _PARTING.search(lead)
    place = lead[: parting.start() if parting else None].strip(" ,")
    if not place:
        credited = ends and is_credit(ends["agency"] or "")
        return None if written.month_day or credited else Claim(written, weekday_in(before), bare=True)
    parted = bool((ends and ends["agency"]) or (parting and parting.group().strip(" في")))
    return Claim(written, weekday_in(before)) if _is_place(place, parted=parted) else None


def _is_place(words: str, *, parted: bool) -> bool:
    """Whether words before a date are where the text was written, and not the beginning of a sentence.

    Args:
        words: what stands before the date.
        parted: whether a comma or dash stands between, or an agency behind the date.
    """
    if not _PLACE.fullmatch(words):
        return False
    if words.lower() != words.upper():
        return True
    # Without capitals it is a place by how little it is.
    place = re.sub(_AGENCY, "", words).strip(" ,")
    form = _FEW_WORDS if parted or place != words else _ONE_WORD
    return not place or bool(form.fullmatch(place))


_LINE = 200

# --------------------------------------------------------------------------------------- a date on a line of
# its own

_TIME: Final = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d\d(?:[:.]\d\d)?(?!\d)\s*(?:[ap]\.?\s?m\b\.?|uhr\b|h\b|hrs\b|[+-]\d{4}\b)?|"
    r"(?<!\w)\d{1,2}\s?[ap]\.?m\b\.?|(?<!\w)\d{4}\s?(?:hrs|gmt|utc|z)\b|"
    r"\(?(?<!\w)(?:gmt|utc|cet|cest|est|edt|et|pst|pdt|bst|ist|msk|eet|trt|ast|irst)\b(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?\)?|"
    r"\d+ min(?:ute)?s?(?: read)?",
    re.IGNORECASE,
)
_BYLINE_WORD: Final = re.compile(
    rf"{_CAPITALISED}|by|and|of|the|for|und|von|par|por|et|y|de|da|di|del|la|al-\w+", re.IGNORECASE
)
_SIGN: Final = re.escape(SIGNS.strip())
# A line is written anew with one sign for each thing that was understood; what is left are words.
_DATE, _DAY_LABEL, _UPDATE_LABEL = "\ue000", "\ue001", "\ue002"
# A word right beside a date is a sentence's, and one before a colon says what else the date is of: a
# deadline, a birth. A word right beside a label makes it one of something else: a value date, a date of
# transfer.
_BY: Final = r"(?:by|von|par|por|da|di|door|przez|от|від)(?!\w)"
_RUN_TOGETHER: Final = re.compile(
    rf"[^\W\d_][.']?\s*:?\s*{_DATE}|{_DATE}\s*[^\W\d_]|[{_DAY_LABEL}{_UPDATE_LABEL}]\s*(?!{_BY})[^\W\d_]|"
    rf"(?:^|[{_SIGN}{_DATE}])\s*(?!{_BY})[^\W\d_][^{_SIGN}{_DATE}]*[{_DAY_LABEL}{_UPDATE_LABEL}]",
    re.IGNORECASE,
)


def _is_of_another(line: Line, start: int, end: int) -> bool:
    """Whether a date is of something else than the text, as a label, a name, a table or a range says.

    A name beside a date has its birth there, unless something shows that a writer's name stands over a text.
    """
    before, after = line.text[:start], line.text[end:]
    opens = not _ISSUED.sub("", before).strip(SIGNS)
    above = line.before if opens and not line.label else ""
    if is_of_something_else(before, above) or begins_range(after):
        return True
    if is_credit(before) or is_credit(above) or (before.strip(SIGNS) and _is_where(after)):
        return True
    parted = cell_dividers(line.text, start, end)
    if parted & (dividers(line.before) | dividers(line.below)):
        return True
    beside = before + after
    told = any(sign.search(beside) for sign in (WEEKDAY, _TIME, LABEL, _SET_OFF, _WRITER))
    name = above if opens else before
    names = [name]
    if not any(char.isalpha() for char in line.text[start:end]) and not _TOWN.match(name):
        # Beside a date in digits the surname may stand first.
        names.append(" ".join(reversed(name.strip(SIGNS).split())))
    return not told and (not parted.isdisjoint(_COLUMNS) or any(map(is_persons_name, names)))


def _is_where(words: str) -> bool:
    """Whether nothing but places stands behind a date, as behind a name and its birth."""
    return all(place_of(part.strip(SIGNS)) for part in words.strip(SIGNS).split(","))


_COLUMNS: Final = frozenset({"bar", "tab", "gap", "semicolon"})
"""What parts the cells of a row even where it is the only one."""

_TOWN: Final = re.compile(
    r"(?:san(?:ta|to)?|sao|saint|st|port|puerto|new|fort|rio|villa)(?!\w)", re.IGNORECASE
)
_WRITER: Final = re.compile(rf"^\s*{_BY}\s", re.IGNORECASE)

# Labels that say nothing of what: a passport is issued, and so is a statement.
_ISSUED: Final = re.compile(
    r"(?<!\w)(?:issued|dated?|on|datum|am|le|fecha|data|il|tarih|дата|تاريخ)(?!\w)", re.IGNORECASE
)
# What stands between a writer's name and a date, or an agency behind it.
_SET_OFF: Final = re.compile(r"[·•@]|\([^()\d]{1,60}\)")


def standing_date(line: Line) -> Claim | None:
    """A date on a line of its own: alone, after a label, or set off from a byline.

    `Thursday 14/01/2021`, `Published: 14 January 2021`, `Jane Doe | 14 January 2021 | 3 min read`. Of two
    dates one must have a label, or the line is of somebody's birth and death, or from the one to the other.
    """
    dates = written_dates(line.text[:_LINE])
    if not dates or line.runs_on or _is_of_another(line, dates[0].start, dates[0].end):
        return None
    pattern = _rewritten(
        f"{line.label} {line.text}" if line.label else line.text, dates, len(line.label) + bool(line.label)
    )
    labelled = _DAY_LABEL in pattern or _UPDATE_LABEL in pattern
    if (_is_under_label(line, dates[0]) or line.headed) and not labelled:
        return None
    # In a record only what says it was published was.
    if labelled and line.recorded and not TO_READERS.search(f"{line.label} {line.text}"):
        return None
    if len({one.days or one.month_day for one in dates}) > 1 and not labelled:
        return None
    if not _is_byline(re.sub("[\ue000-\ue002]", " ", pattern), limit=4 if line.first else 8):
        return None
    if _RUN_TOGETHER.search(pattern):
        return None
    kinds = _labels(pattern)
    chosen = kinds.index(False) if False in kinds else 0
    begin = dates[chosen - 1].end if chosen else 0
    end = dates[chosen + 1].start if chosen + 1 < len(dates) else len(line.text)
    beside = line.text[begin : dates[chosen].start][-25:] + " " + line.text[dates[chosen].end : end][:14]
    return Claim(dates[chosen], weekday_in(beside), kinds[chosen], bare=not labelled)


def _is_under_label(line: Line, date: Written) -> bool:
    """Whether a date without a label of its own stands behind or below one of something else."""
    before, after = line.text[: date.start], line.text[date.end :]
    if before.endswith("(") or is_credit(after):
        return True
    if any(mark.strip(SIGNS) for mark in (WEEKDAY.sub("", before), _TIME.sub("", after))):
        return is_field(before) or stands_after_label(before)
    above = line.before
    if begins_letter(line.below) or is_persons_name(above) or _WRITER.match(above):
        return line.listed
    return line.listed or is_other_label(above)


def _rewritten(text: str, dates: list[Written], shift: int) -> str:
    pieces, begin = [], 0
    for one in dates:
        pieces.append(text[begin : one.start + shift])
        begin = one.end + shift
    pieces.append(text[begin:])
    pattern = re.sub(r"\s{2,}|\t", " | ", _DATE.join(pieces))
    pattern = _TIME.sub("", pattern)
    pattern = LABEL.sub(lambda label: _UPDATE_LABEL if label["update"] else _DAY_LABEL, pattern)
    return re.sub(r"\s+", " ", PADDING.sub("", WEEKDAY.sub("", pattern)))


def _labels(pattern: str) -> list[bool]:
    """For each date of the line whether the label before it speaks of an update."""
    kinds, update = [], False
    for char in pattern:
        if char == _DATE:
            kinds.append(update)
            update = False
        elif char in (_DAY_LABEL, _UPDATE_LABEL):
            update = char == _UPDATE_LABEL
    return kinds


def _is_byline(rest: str, *, limit: int) -> bool:
    words = [word for raw in re.split(r"[\s|·•,،;/()\[\]—–―:@]+", rest) if (word := raw.strip(SIGNS))]
    return len(words) <= limit and all(_BYLINE_WORD.fullmatch(word) for word in words)
