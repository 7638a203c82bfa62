"""What the UN's comments say that has a field of its own elsewhere.

The comments themselves stay with the party as a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from namesake.model.party import Relation
from namesake.model.values import Contact, Gender, Identifier, IdentifierType, ListId, PartyId

__all__ = ["contacts", "genders", "identifiers", "legal_basis", "relations"]


def relations(comments: str, *, list_id: ListId, own: str) -> tuple[Relation, ...]:
    """The other entries that the comments name by their reference number, each once.

    The type says no more than is certain, `mentioned in comments`: the sentence may say "brother of",
    "split off from" or "not to be confused with".

    >>> relations("Linked to Ansar Eddine (QDe.135).", list_id=ListId("un-sc"), own="QDi.316")[0].name
    'Ansar Eddine'
    """
    found: dict[PartyId, Relation] = {}
    for hit in _REFERENCE.finditer(comments):
        # QDe.142 `Abubakar Mohammed Shekau (QDi322)`, another `(AQIM – Qde.014)`, an alias `(KPE.018)`
        number = f"{hit[1].upper()}{hit[2].lower()}.{hit[3]}"
        party = PartyId(f"{list_id}:{number}")
        if number != own and party not in found:
            name = _name_before(comments[: hit.start()]) or number
            found[party] = Relation("mentioned in comments", name, party)
    return tuple(found.values())


def legal_basis(comments: str) -> str | None:
    """The paragraphs and the resolution that the party is listed under, where the comments say so.

    >>> legal_basis("Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban, Asset Freeze).")
    'paragraphs 15 and 17 of resolution 1970 (Travel Ban, Asset Freeze)'
    """
    found = _BASIS.search(comments)
    return found[1] if found else None


def genders(text: str) -> Iterator[Gender]:
    """Whom the text calls what: `SDi.012 Gender: Male`, `YEi.001 Gender [Male]`, `QDi.360 Sex: female`."""
    return (Gender(hit[1].lower()) for hit in _GENDER.finditer(text))


def identifiers(comments: str) -> Iterator[Identifier]:
    """Numbers the comments give: `KPe.033 SWIFT/BIC: KUDBKPPY`, `KPe.066 Company Number IMO 5434358`."""
    for kind, pattern in _NUMBERS.items():
        for hit in pattern.finditer(comments):
            yield Identifier(kind, hit[1])


def contacts(text: str) -> Iterator[Contact]:
    """E-mail addresses and websites; those of INTERPOL and the UN are not the party's."""
    for hit in _EMAIL.finditer(text):
        yield Contact("e-mail", hit[0])
    for hit in _WEBSITE.finditer(text):
        if not _OFFICIAL.search(hit[0]):
            yield Contact("website", hit[0].rstrip(".,)"))


def _name_before(text: str) -> str:
    """The name that ends a text: back to the first word that can't be part of one.

    `Linked to the Organization of Al-Qaida in the Islamic Maghreb (AQIM) (` -> `Organization of ...`
    """
    words = _BRACKETS_BEFORE.sub("", text).split()
    start = place = len(words)
    while place:
        place -= 1
        word = words[place]
        if word[-1] in ".,;:" or not (_CAPITAL.match(word) or word.lower() in _SMALL_WORDS):
            break
        if _CAPITAL.match(word):
            start = place
    return _ROLE.sub("", " ".join(words[start:]))


_REFERENCE: Final = re.compile(r"\b([A-Z][A-Za-z])([ei]|[EI])\.?(\d{3})\b")
# The brackets the reference stands in, and an abbreviation in brackets before them.
_BRACKETS_BEFORE: Final = re.compile(r"\s*(?:\([^()]*\)\s*)?\((?:[^()]* – ?)?$")
_CAPITAL: Final = re.compile(r"[‘’'\"“]?(?:al-|ul-|d’|l’)?[A-Z0-9]")
_SMALL_WORDS: Final = frozenset({
    "ag", "al", "bin", "bint", "da", "de", "del", "der", "des", "du", "e", "el", "en", "et", "fi", "for",
    "ibn", "in", "la", "le", "of", "ould", "pour", "the", "ul", "wa",
})  # fmt: skip
# TAi.144 `Heading the Haqqani Network (TAe.012)`, QDi.252 `Member of the Shura Council of Al-Qaida (QDe.004)`
_ROLE: Final = re.compile(
    r"(?:\w+ )??(?:Affiliate|Brother|Brother-in-law|Co-owner|Commander|Deputy|Director|Emir|Father|Formed"
    r"|Founder|Head|Heading|Leader|Member|Son) (?:of )?(?:the )?(?:Shura )?(?:Council of )?(?:the )?(?=\S)"
    r"|Senior (?=\S)"
)
_BASIS: Final = re.compile(
    r"[Ll]isted (?:on .{5,30}? )?pursuant to "
    r"(paragraphs? .{1,120}?resolution \d{4}(?: ?\((?:\d{4}|[A-Z][^()]*)\))*"
    # YEe.001 `as subject to the measures imposed by paragraph 14 of resolution 2216 (2015) (targeted arms
    # embargo)`: that measure, and no other.
    r"(?: as subject to the measures? .{1,80}?resolution \d{4}(?: ?\([^()]*\))*)?)"
)
_GENDER: Final = re.compile(r"\b(?:Gender|Sex):? ?\[?(male|female)\b", re.IGNORECASE)
_NUMBERS: Final = {
    IdentifierType.BIC: re.compile(r"\b(?:SWIFT(?:/BIC)?|BIC): ?([A-Z0-9]{8}(?:[A-Z0-9]{3})?)\b"),
    IdentifierType.IMO: re.compile(r"\bIMO\)?(?: [Nn]umber)?:? (\d{7})\b"),
}
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE: Final = re.compile(r"https?://[^\s;]+")
_OFFICIAL: Final = re.compile(r"interpol\.int|un\.org")
