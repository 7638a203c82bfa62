"""The several names that the UN puts into one field.

`Qasim Soleimani; Qasem Sulaimani` are two names, `كتيبة (Katibat Ansar al Charia)` one in two scripts,
`Encep Nurjaman (birth name)` a name with a remark. The quirks below quote a row that has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from namesake.model.scripts import script_of

__all__ = ["names_in_field", "names_in_note", "one_line"]

_NOTHING: Final = frozenset({"na", "null"})
_SEPARATORS: Final = " ,;:،"


def one_line(text: str | None) -> str:
    """The text on one line; empty where the UN writes that it has none.

    `TAi.153 <FOURTH_NAME>na</FOURTH_NAME>`, `CFi.009 <DATE_OF_BIRTH>null</DATE_OF_BIRTH>`
    """
    line = " ".join((text or "").split())
    return "" if line in _NOTHING else line


def names_in_field(text: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that a name field holds, in order, and the remarks that stand among them.

    >>> names_in_field("Jin Tiesan (金铁三)")
    (('Jin Tiesan', '金铁三'), ())
    """
    names, remarks = [], []
    for part in _parts(one_line(text)):
        if found := _BORN.search(part):
            remarks.append(found[0].lstrip(", "))
            part = part[: found.start()]
        further: list[str] = []
        for inside in _brackets(part):
            outside = part.replace(f"({inside})", " ", 1)
            if _REMARK.fullmatch(inside):
                remarks.append(inside)
            elif _LABEL.match(inside) or ";" in inside or _scripts_differ(outside, inside):
                inner_names, inner_remarks = names_in_field(_LABEL.sub("", inside, count=1))
                further += inner_names
                remarks += inner_remarks
            else:
                continue
            part = outside
        names += [name for piece in _by_script(part) if (name := _cleaned(piece))] + further
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(remarks))


def names_in_note(note: str | None) -> tuple[str, ...]:
    """The names that a note on an alias or a document gives: in another script, or on the document.

    >>> names_in_note("Name in Latin script: Abdul Satar Abdullah; name original script: عبدالستار")
    ('Abdul Satar Abdullah', 'عبدالستار')
    """
    line = one_line(note)
    found = [hit[1] for pattern in (_LABELLED, _ON_DOCUMENT) for hit in pattern.finditer(line)]
    # TAi.153 `Hajji Faizullah Khan Noorzai; Haji Faizuulah Khan Norezai`; QDi.299 `born in 1971 in
    # Samarra, Iraq (Ibrahim ‘Awad Ibrahim al-Badri al-Samarrai; Ibrahim ‘Awad Ibrahim al-Samarra’i)`
    for several in (line, *_brackets(line)):
        items = [item.strip() for item in several.split(";") if item.strip()]
        if len(items) > 1 and all(_NAME_ALONE.fullmatch(item) for item in items):
            found += items
    return tuple(dict.fromkeys(name for text in found for name in names_in_field(text)[0]))


def _parts(line: str) -> Iterator[str]:
    """What separators outside of brackets keep apart."""
    # IRi.034 `Mohammed Sabet; Mohammad Sabet b) M. Javad Kareemi Sabet`; QDi.317 `شيخ الفاتح ، الفاتح`
    closed = _closed(line)
    depth = start = 0
    for place, char in enumerate(line):
        depth = max(0, depth + (place in closed) - (char == ")"))
        if depth == 0 and (char in ";،" or _ITEM.match(line, place)):
            yield line[start:place]
            start = place + (3 if char == " " else 1)
    rest = line[start:]
    # LYi.022 `Abdurezak, Abdelrazaq, Abdulrazak, Abdrazzak`, which no family and given name can be
    yield from rest.split(", ") if _WORDS_WITH_COMMAS.fullmatch(rest) else (rest,)


def _closed(text: str) -> set[int]:
    """Where a bracket opens that is closed; another is no bracket, and keeps nothing together."""
    opened: list[int] = []
    closed: set[int] = set()
    for place, char in enumerate(text):
        if char == "(":
            opened.append(place)
        elif char == ")" and opened:
            closed.add(opened.pop())
    return closed


def _brackets(text: str) -> Iterator[str]:
    """What stands in the outermost brackets that are closed."""
    closed = _closed(text)
    depth = start = 0
    for place, char in enumerate(text):
        if place in closed:
            depth += 1
            start = start if depth > 1 else place + 1
        elif char == ")" and depth:
            depth -= 1
            if not depth:
                yield text[start:place]


def _scripts_differ(one: str, other: str) -> bool:
    scripts = {script_of(one), script_of(other)} - {"Zyyy"}
    return len(scripts) > 1


def _by_script(text: str) -> Iterator[str]:
    """`TAi.148 Agha Jan Alizai اغا جان عالیزی` is two names."""
    words = text.split()
    scripts = [script_of(word) for word in words]
    if "Latn" not in scripts or not set(scripts) - {"Latn", "Zyyy"}:
        yield text
        return
    for _, run in groupby(zip(words, scripts, strict=True), key=lambda pair: pair[1] in ("Latn", "Zyyy")):
        yield " ".join(word for word, _ in run)


def _cleaned(name: str) -> str:
    name = _SUB_UNIT.sub("", " ".join(name.replace("()", " ").split()))
    # QDi.327 `) Abdelrahman Mouhamad Zafir al Dabissi Juhan`, TAi.034 `Akhter Mohmad son of Noor Mohmad ,`
    name = name.strip(_SEPARATORS).lstrip(") ")
    if name.count(")") > name.count("("):
        name = name.rstrip(")" + _SEPARATORS)
    # CDi.009 `“Chief Kahwa”`, SOi.004 `"GODANE"`
    if len(name) > 2 and name[0] in '"“' and name[-1] in '"”' and not set(name[1:-1]) & set('"“”'):
        name = name[1:-1].strip(_SEPARATORS)
    return "" if name in _NOTHING or not any(map(str.isalnum, name)) else name


_ITEM: Final = re.compile(r" [a-h]\) ")
_WORDS_WITH_COMMAS: Final = re.compile(r"\w+(?:, \w+){2,}")
_BORN: Final = re.compile(r",?\s*\bborn (?:in|on|\d).*$")
_LABEL: Final = re.compile(
    r"^(?:original script|transliterations?|in Arabic(?: script)?|الكنية)\s*:?\s*", re.IGNORECASE
)
_REMARK: Final = re.compile(
    r"combat name|birth name|nom de guerre|(?:previously|formerly) listed as|original script|Tigrinya|"
    r"false identity .*|Translation:.*|[A-Z]{2}[ei]\.\d{3}",
    re.IGNORECASE,
)
_SUB_UNIT: Final = re.compile(r"\s+-\s+sub-unit name$")
_LABELLED: Final = re.compile(
    r"(?:name,? (?:in )?(?:the )?(?:latin|original|arabic) script|original script|in arabic(?: script)?"
    r"|transliterations?)\s*[:;,]\s*([^:;,()]+?)\s*(?=[;,()]|expire|$)",
    re.IGNORECASE,
)
_ON_DOCUMENT: Final = re.compile(
    r"(?:under (?:the )?name(?: of)?|issued (?:for|to)|made out to)"
    r" ([A-Z][^:;,.()0-9]+?)\s*(?=[;,.()]|expire|$)"
)
_NAME_ALONE: Final = re.compile(r"(?:(?:[’'‘]?[A-Z][\w’'‘\-]*\.?|al-[\w’'‘\-]+|al|the|bin|ibn|ul) ?)+[’']?")
