"""Whom a record of the UK's lists names beside its own party.

A field such as `Parent company` gives the other's name alone. A sentence of the remarks gives a relation
where it begins with one (`Linked to Central Bank of Syria.`), and an id wherever it quotes a number: of
the UN (`QDe.004`), of the UK Sanctions List (`(RUS0251)`) or of OFSI (`OFSI ID: 13635`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from namesake.model.party import Relation
from namesake.model.values import ListId, PartyId
from namesake.sources.gb_texts import values

__all__ = ["OFSI", "UKSL", "UN", "of_field", "same_as", "told", "un_numbers"]

UKSL: Final = ListId("gb-fcdo")
OFSI: Final = ListId("gb-ofsi")
UN: Final = ListId("un-sc")


def same_as(list_id: ListId, number: str) -> Relation:
    """That the party is the one with this number on another list."""
    return Relation("same as", number, PartyId(f"{list_id}:{number}"))


def un_numbers(text: str) -> list[str]:
    """The UN's reference numbers in a text as the UN writes them.

    >>> un_numbers("QDE.145; CDi. 038 and SOi.002")
    ['QDe.145', 'CDi.038', 'SOi.002']
    """
    return [f"{hit[1]}{hit[2].upper()}{hit[3].lower()}.{hit[4]}" for hit in _UN_NUMBER.finditer(text)]


def of_field(type: str, text: str, *, former: bool = False) -> Iterator[Relation]:
    """The others that a field names, each with the relation the field stands for."""
    for value in values(text):
        for part in _SEVERAL.split(value):
            name = _PREFIX.sub("", part.strip(" .;"))
            # A row of OFSI's has `BIC: 136001` among the subsidiaries.
            if name and not _LABELLED_NUMBER.fullmatch(name):
                numbers = un_numbers(name) or _UK_NUMBER.findall(name)
                share = _SHARE.search(name)
                yield Relation(
                    type,
                    _NUMBER_OR_SHARE.sub("", name).strip(),
                    _party(numbers[0]) if numbers else None,
                    share=float(share[1]) if share else None,
                    former=former,
                )


def told(text: str, own: Iterable[str]) -> tuple[Relation, ...]:
    """The others that remarks name, each once.

    Args:
        text: the remarks.
        own: the party's own ids, which are none of another.
    """
    found: dict[PartyId | str, Relation] = {}
    for sentence in _SENTENCES.split(text):
        begins = _PHRASE.match(sentence)
        type = begins[1].lower() if begins else "mentioned in other information"
        start = begins.end() if begins else 0
        last = ""
        for hit in _REFERENCE.finditer(sentence, start):
            party = PartyId(f"{OFSI}:{hit['ofsi']}") if hit["ofsi"] else _party(hit[0])
            if party in own or party in found:
                continue
            name = _NAME_BEFORE.search(sentence[start : hit.start()])
            known = _ROLE.sub("", name[1].strip()) if name else ""
            if known.startswith("UN Ref"):
                known = last  # `Listed as asset of Korea Ansan Shipping (OFSI ID: 13633, UN Ref KPe.062)`
            last = known or party.partition(":")[2]
            found[party] = Relation(type, last, party)
        if begins and not _REFERENCE.search(sentence, start) and (name := _WHOLE_NAME.match(sentence, start)):
            found.setdefault(name[1], Relation(type, name[1]))
    return tuple(found.values())


def _party(number: str) -> PartyId:
    un = un_numbers(number)
    return PartyId(f"{UN}:{un[0]}" if un else f"{UKSL}:{number}")


_LABELLED_NUMBER: Final = re.compile(r"[A-Z]{3,6}: ?\w+")
_SHARE: Final = re.compile(r"\((\d{1,2}(?:\.\d+)?|100) ?%\)")  # `Kalashnikov Concern JSC (49%)`
_NUMBER_OR_SHARE: Final = re.compile(
    r"\s*\((?:[A-Z]{3}\d{4}|[^()]*\b[A-Z]{2}[ei]\.\d{3}|(?:\d{1,2}(?:\.\d+)?|100) ?%)\)", re.IGNORECASE
)
# In brackets, as the lists quote it: `UNC2165` without them is somebody else's number.
_UK_NUMBER: Final = re.compile(r"(?<=\()[A-Z]{3}\d{4}(?=\))")
_UN_NUMBER: Final = re.compile(r"\b([A-Z])([A-Za-z])([eiEI])\. ?(\d{3})\b")
_REFERENCE: Final = re.compile(
    r"(?<=\()[A-Z]{3}\d{4}(?=\))|\b[A-Z][A-Za-z][eiEI]\. ?\d{3}\b|OFSI (?:Group )?ID:? ?(?P<ofsi>\d{4,5})\b"
)
_SENTENCES: Final = re.compile(r"(?<=[\w)’'\"][\w)’'\"])[.;]\s+(?=[A-Z“\"])")
_PHRASE: Final = re.compile(
    r"(Linked to|Associated with|Associate of|Subsidiary of|Parent company of|Owned by|Controlled by"
    r"|Owned or controlled by|Listed as asset of|Brother of|Sister of|Son of|Daughter of|Father of|Mother of"
    r"|Husband of|Wife of):? (?:the |The )?",
    re.IGNORECASE,
)
_WORD: Final = r"(?:(?:al-|el-|ul-|d’)?[A-Z][\w’'.&/-]*|of|for|the|in|al|ul|bin|de|du|la)"
_NAME_BEFORE: Final = re.compile(
    rf"\b([A-Z][\w’'&/-]*(?: {_WORD})*)[\s,–-]*(?:\([^()]*\)[\s,]*)?\(?(?:[^()]{{0,20}}(?: – |: ?))?$"
)
_WHOLE_NAME: Final = re.compile(rf"([A-Z“\"][\w’'&/-]*(?: {_WORD})*)(?=\s*(?:[.;(]|$|, (?:which|who)\b))")
_ROLE: Final = re.compile(
    r"^(?:Former |Senior |Deputy )?(?:Brother|Brother-in-law|Co-founder|Co-owner|Commander|Emir|Founder|Head"
    r"|Leader|Member|Official|Son|Wife) of (?:the )?|^(?:The|As|In|Also|Senior) "
)
_SEVERAL: Final = re.compile(r"\s*[;\n]\s*|(?:(?<=[a-z]{4})|(?<=\)))\. (?=[A-Z])")
_PREFIX: Final = re.compile(r"^Subsidiary (?:organisation )?of (?:the )?", re.IGNORECASE)
