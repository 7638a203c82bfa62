"""OFAC's remarks taken apart: one field of text that in the CSV holds most of what is known of a party.

`DOB 11 Mar 1957; POB Qom, Iran; nationality Iran; Diplomatic Passport 008827 (Iran) issued 1999.`

The XML has a field of that name too, with what found no element of its own; it is read the same way.
What is none of the facts known stays as a note, in OFAC's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from namesake.model.values import Contact, Name, Quality
from namesake.sources.ofac_facts import Entry, Fact
from namesake.sources.ofac_labels import Use, meaning_of, split_label

__all__ = ["add_remarks", "is_cut"]

_ROOM: Final = 1000


def is_cut(text: str) -> bool:
    """Whether the CSV broke these remarks off, having room for 1,000 characters; a comments file goes on."""
    return len(text) >= _ROOM


def add_remarks(
    entry: Entry, text: str, *, sentence: bool = False, title: str | None = None, cut: bool = False
) -> None:
    """Add to `entry` what `text` says.

    Args:
        entry: the party they are remarks on.
        text: the remarks.
        sentence: whether a period ends them, as in the CSV.
        title: the party's title, which the CSV repeats among its remarks; there it is passed over.
        cut: whether the text breaks off, so that its last clause is half a fact and no more than a note.
    """
    if title:
        text = _without(text, title)
    if sentence and not cut:
        text = _without_period(text)
    clauses = list(_clauses(text))
    if cut and clauses:
        entry.add_note(clauses.pop())
    for clause in clauses:
        _add_clause(entry, clause)


def _without(text: str, title: str) -> str:
    pattern = rf"(?:^|; )\s*{re.escape(title)}(?=; |\.?$)"
    return re.sub(pattern, "", text, count=1).removeprefix("; ")


def _without_period(text: str) -> str:
    text = text.rstrip()
    # OFAC writes no second period after an abbreviation.
    return text[:-1] if text.endswith(".") and not _ABBREVIATED.search(text) else text


def _clauses(text: str) -> Iterator[str]:
    """What the semicolons separate, but for those inside a name, a bracket or an activity."""
    parts = [part for part in _SEMICOLON.split(_LINKS.sub(r"\1\2", text)) if part]
    while parts:
        clause = parts.pop(0)
        length = _continued(clause, parts)
        yield "; ".join([clause, *parts[:length]]).strip()
        del parts[:length]


def _continued(clause: str, following: list[str]) -> int:
    """How many of the `following` parts belong to the same clause."""
    if _OPEN_NAME.match(clause):
        for number, part in enumerate(following, start=1):
            if _OPEN_NAME.match(part):
                break
            if part.endswith("'"):
                return number
    elif clause.startswith("(") and not clause.startswith("(Linked To:"):
        balance, length = clause.count("(") - clause.count(")"), 0
        while balance > 0 and length < len(following):
            balance += following[length].count("(") - following[length].count(")")
            length += 1
        return length if balance <= 0 else 0
    elif clause.startswith("Organization Type:") and following and _GOES_ON.match(following[0]):
        # `Organization Type: Accounting, bookkeeping and auditing activities; tax consultancy`
        return 1
    return 0


def _add_clause(entry: Entry, clause: str) -> None:
    text = _ALTERNATIVE.sub("", clause)
    if name := _NAME.fullmatch(text):
        # The CSV keeps here only the aliases that the XML calls weak.
        entry.names.append(Name(name[1], Quality.WEAK))
    elif link := _LINK.fullmatch(text):
        entry.add_fact(Fact("Linked To", link[1] or link[2]))
    elif _POSITION.match(clause):
        entry.add_title(clause)
    elif found := _E_MAIL.fullmatch(text):
        entry.contacts.append(Contact("e-mail", found[1]))
    elif found := _WEBSITE.fullmatch(text):
        entry.contacts.append(Contact("website", found[1]))
    elif not ((parts := split_label(text)) and _add_labelled(entry, *parts)):
        entry.add_note(text)


def _add_labelled(entry: Entry, label: str, value: str) -> bool:
    """Add the fact, or say that this is prose which only begins like one."""
    match meaning_of(label).use:
        case Use.NOTE:
            return False
        case Use.IDENTIFIER:
            fact = _identifier(label, value)
            if _PROSE.search(fact.value.partition(" (")[0]):
                return False
            entry.add_fact(fact)
        case Use.CONTACT if " " in value and not _DIGIT.search(value):
            return False
        case Use.COUNTRY if value[0].islower():
            # `nationality possibly Palestinian`
            return False
        case _:
            entry.add_fact(Fact(label, value))
    return True


def _identifier(label: str, text: str) -> Fact:
    """`A755350 (Saudi Arabia) issued 05 May 2001 expires 11 Mar 2006` with its dates taken apart."""
    found = _DATED.fullmatch(text)
    return Fact(label, found[1], issued=found[2], expires=found[3]) if found else Fact(label, text)


_SEMICOLON: Final = re.compile(r";\s+|;$")
# In the XML: `all offices worldwide; (Linked To: A; Linked To: B (BB))`, in the CSV without brackets.
_LINKS: Final = re.compile(r"(^|; )\((Linked To: .*?)\)(?=$|; \()")
_LINK: Final = re.compile(r"\(Linked To: (.+)\)|Linked To: (.+)")
_OPEN_NAME: Final = re.compile(r"[afn]\.k\.a\. '(?!.*'$)")
# What follows the semicolon in activities of the UN's ISIC, rev. 4, from which OFAC takes these words.
_GOES_ON: Final = re.compile(
    r"(?:compulsory social security|dressing and dyeing of fur|machining|management consultancy activities"
    r"|manufacture of articles of straw|powder metallurgy|repair of motor vehicles|sewerage|tax consultancy"
    r"|technical testing and analysis|undifferentiated)"
)
_ALTERNATIVE: Final = re.compile(r"^alt\. (?=\S)", re.IGNORECASE)
_NAME: Final = re.compile(r"""(?:[afn]\.k\.a|d\.b\.a)\. ["'](.+)["']""")
_POSITION: Final = re.compile(r"(?:Alt\.? )?Position: |Alternate Title[,:] ")
_E_MAIL: Final = re.compile(r"([\w.+-]+@[\w.-]+\.\w+)(?: \(email\))?\.?")
_WEBSITE: Final = re.compile(r"((?:https?://|www\.)[^\s;]+?)(?: \(website\))?\.?")
_DIGIT: Final = re.compile(r"\d")
_PROSE: Final = re.compile(r"\b(?:and|at|by|in|is|of|under|was|were)\b")
_DAY: Final = r"(?:(?:\d{1,2} )?[A-Z][a-z]{2} )?\d{4}"
_DATED: Final = re.compile(rf"(.+?)(?: issued ({_DAY}(?: to {_DAY})?))?(?: expires ({_DAY}(?: to {_DAY})?))?")
# Of the names that end the XML's remarks, these mostly end in a period of their own: `HOTEL LA CASCADA S.A.`,
# `MAHAN AIR CO.`; `LTD.` does where another word has one (`X CO., LTD.`), `INC` and `CORP` rarely.
_ABBREVIATED: Final = re.compile(r"\b[A-Za-z]\.$|\b(?:CO|LTDA)\.$|\.[^;]*\bLTD\.$")
