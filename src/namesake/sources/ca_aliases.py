"""The one field of Canada's list that holds all aliases, taken apart.

`Yuri PYZHIK; Юрий Пыжик`, `OOO Stankogomel, Gomel Machine-Tool Plant, OAO Stanko`, `Arabic: محمد`. A comma
also stands inside names: `Баранов, Олег Анатольевич`, `X Co., Ltd.`; and some fields list spellings of
parts of a name (`Aleksei, Oleksii SALYAYEV, SALIAIEV`). Where a part of a person's field is one word, it
is no name to find anybody by, and is read as a weak alias.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from namesake.model.scripts import script_of
from namesake.model.values import Kind, Name, Quality

__all__ = ["aliases"]


def aliases(text: str, kind: Kind) -> tuple[Name, ...]:
    """The names in the field.

    >>> [name.text for name in aliases("Юрий Пыжик; Arabic: محمد علي / Yury PYZHIK", Kind.PERSON)]
    ['Юрий Пыжик', 'محمد علي', 'Yury PYZHIK']
    """
    found: dict[str, Name] = {}
    pieces = _BETWEEN.split(text)
    if kind is Kind.PERSON:
        pieces = [part for piece in pieces for part in _AND.split(piece)]
    for piece in pieces:
        for part in _at_commas(_LANGUAGE.sub("", piece).strip(_EDGE), kind):
            plain = _LANGUAGE.sub("", part).strip(_EDGE)
            if any(map(str.isalnum, plain)) and not _LEGAL_FORM.fullmatch(plain):
                single = kind is Kind.PERSON and len(plain.split()) == 1
                found.setdefault(plain, Name(plain, Quality.WEAK if single else Quality.STRONG))
    return tuple(found.values())


def _at_commas(piece: str, kind: Kind) -> Iterator[str]:
    """The names that commas separate, where they separate names: not `Евро-Полис, ООО` or `ОАО, БЭТО`."""
    parts = [part.strip(_EDGE) for part in _COMMA.split(piece) if part.strip(_EDGE)]
    if kind is Kind.PERSON and len(parts) == 2 and _is_inverted(*parts):
        yield piece
        return
    together: list[str] = []
    for part in parts:
        if together and (_LEGAL_FORM.fullmatch(part) or _LEGAL_FORM.fullmatch(together[-1])):
            together[-1] += f", {part}"
        else:
            together.append(part)
    yield from together


def _is_inverted(family: str, given: str) -> bool:
    """Whether it is one name, family first: `Баранов, Олег Анатольевич`, but not `محمد, Mohamed Ali`."""
    return len(family.split()) == 1 and script_of(family) == script_of(given)


_EDGE: Final = " \t\n.,;:·"
_LANGUAGES: Final = (
    r"(?:Arabic|Belarus+ian|Burmese|Chinese|English|Farsi|French|Hebrew|Persian|Russian|"
    r"Spanish|Ukrainian)\s*:"
)
_BETWEEN: Final = re.compile(
    r"\s*[;\n•]\s*|\s+/\s+|/(?=[^\x00-\x7f])|\s+or\s+|\s*\b(?:also known as|a\.k\.a\.)\s+"
    rf"|\s+(?={_LANGUAGES})",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s+and\s+")
_COMMA: Final = re.compile(r",\s+|،\s*|,(?=[^\W\d])")
_LANGUAGE: Final = re.compile(rf"^\s*(?:in )?{_LANGUAGES}\s*", re.IGNORECASE)
_LEGAL_FORM: Final = re.compile(
    r"(?:(?:Co\.?,? ?)?(?:Ltd|Limited|LLC|L\.L\.C|Inc|Incorporated|Corp|S\.?A|GmbH|PJSC|OJSC|JSC|CJSC|OOO|"
    r"OAO|AO|ZAO|PAO|PLC|FZE|FZCO|FZ-?LLC|Jr|Sr|Co)|ООО|ОАО|АО|ПАО|ЗАО|НАО|ФГУП|"
    r"(?:(?:Публичное|Открытое|Закрытое|Непубличное) )?Акционерное Общество|"
    r"Общество с ограниченной ответственностью)\.?",
    re.IGNORECASE,
)
