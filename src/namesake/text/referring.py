"""What refers back to a full name: a surname alone, and an acronym that was introduced in brackets.

Whoever is introduced by a full name keeps his surname for the rest of the text: after an unlisted namesake a
bare surname is nobody listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from namesake.model.values import Kind
from namesake.names.lexicon import lexicon
from namesake.text.draft import Draft
from namesake.text.english import english
from namesake.text.entries import CAPITALS, LIKE_A_NAME
from namesake.text.introduced import (
    is_post,
    key_at,
    known_key,
    somebodys,
    strangers,
    surname_first,
    surnames_of,
    surnames_of_stranger,
)
from namesake.text.mention import Form, Status
from namesake.text.proposal import Asked, Proposal
from namesake.text.slavic_cases import is_cyrillic
from namesake.text.uncased import joins_names, may_refer
from namesake.text.words import HYPHEN
from namesake.text.written import Written

__all__ = ["ACRONYM", "introduced_acronyms", "referring"]

ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
"""What an acronym looks like."""
_IN_BRACKETS: Final = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z0-9-]{1,9}")
"""What one that a text introduces looks like: LeT too."""


def referring(written: Written, full: list[Draft], *, capitals: bool) -> Iterator[Draft]:
    """The surnames and acronyms that refer back.

    Args:
        written: the text.
        full: the full names that are mentions, at least one.
        capitals: whether the text is written in capitals, which then tell nothing.
    """
    return _References(written, capitals).found_back(full)


class _References:
    """The names that one text has introduced."""

    def __init__(self, written: Written, capitals: bool) -> None:
        self._written = written
        self._capitals = capitals
        self._count = len(written.numbers)
        # Of each surname who bears it, the last introduced first; nobody where somebody unlisted does.
        self._by_surname: dict[str, list[Draft]] = {}
        self._acronyms: dict[str, Draft] = {}
        # By the places of the names they are introduced for.
        self._known: dict[int, str] = {}

    def found_back(self, full: list[Draft]) -> Iterator[Draft]:
        """What refers back to a full name before it."""
        taken = {place for draft in full for place in range(draft.at.first, draft.at.last + 1)}
        # A name may begin with a particle in small letters.
        starting = {
            next(filter(self._like, range(draft.at.first, draft.at.last + 1)), draft.at.first): draft
            for draft in full
        }
        # Where nothing can refer back it is all one who else is named.
        known = introduced_acronyms(self._written, full)
        if not known and not any(draft.bearer.kind is Kind.PERSON for draft in full):
            return
        self._known = {draft.at.first: acronym for acronym, draft in known.items()}
        unlisted = {} if self._capitals else strangers(self._written, taken)
        end = 0
        # Only what begins with a capital can refer back; what stands before the first name can't.
        like = (self._written.flags & LIKE_A_NAME).nonzero()[0]
        for place in like[like >= min([*starting, *unlisted])].tolist():
            if place < end:
                continue
            referred = None
            if place in starting:
                end = starting[place].at.last + 1
                self._introduce(starting[place])
            elif place in unlisted:
                end = unlisted[place] + 1
                referred = self._stranger(place, unlisted[place])
            elif place not in taken:
                referred = self._refers(place)
            if referred is not None:
                yield referred

    def _introduce(self, draft: Draft) -> None:
        if draft.bearer.kind is Kind.PERSON:
            for key in surnames_of(self._written, draft):
                if bearers := self._by_surname.setdefault(key, [draft]):
                    others = [one for one in bearers if one.bearer.one != draft.bearer.one]
                    bearers[:] = [draft, *others]
        if acronym := self._known.get(draft.at.first):
            self._acronyms[acronym] = draft

    def _stranger(self, first: int, last: int) -> Draft | None:
        """What a full name that is not listed refers back to, as initials may; else it keeps its surname."""
        shortened = self._by_initial(first, last)
        if shortened is None:
            for key in surnames_of_stranger(self._written, first, last):
                self._by_surname[key] = []
            if any(map(surname_first, self._by_surname.get(key := key_at(self._written, first), ()))):
                self._by_surname[key] = []
        return shortened

    def _like(self, place: int) -> bool:
        return bool(self._written.flag(place) & LIKE_A_NAME)

    def _refers(self, place: int) -> Draft | None:
        written, entry = self._written, self._written.entry(place)
        if entry.text in self._acronyms and not self._goes_on(place):
            draft = self._acronyms[entry.text]
            reason = f"introduced in brackets for {draft.bearer.text}"
            return _back(draft, self._at(place, place), Form.ACRONYM, reason)
        key, first, left, right = known_key(written, place, self._by_surname)
        bearers = self._by_surname.get(key) if key else None
        if not bearers or (entry.uncased and first == place and not may_refer(entry.text, left)):
            return None
        while (
            first
            and written.entry(first - 1).text.lower() in lexicon().particles
            and not written.parts_at(first)
        ):
            first -= 1
        if not self._alone(first, place):
            return None
        short = self._to_one_of(bearers, self._at(first, place)._replace(left=left, right=right))
        if entry.uncased and short.status is Status.SAME:
            short.status = Status.POSSIBLE
            short.reason += "; without capitals a word may be no name"
        return short

    def _goes_on(self, place: int) -> bool:
        """Whether a hyphen joins an acronym to another: the QF of IRGC-QF is not all of the IRGC."""
        flags, before = self._written.flags, self._written.words.before
        return any(
            before.item(behind) == HYPHEN and flags.item(other) & CAPITALS
            for behind, other in ((place, place - 1), (place + 1, place + 1))
            if 0 < behind < self._count
        )

    def _by_initial(self, first: int, last: int) -> Draft | None:
        """Initials and a surname, where the text has introduced a bearer of it with such given names."""
        written = self._written
        letters = [written.entry(place).text for place in range(first, last) if self._like(place)]
        if not letters or any(len(one) != 1 for one in letters):
            return None
        meant = [
            draft
            for draft in self._by_surname.get(key_at(written, last), ())
            if letters[0] in {written.entry(place).text[:1] for place in range(draft.at.first, draft.at.last)}
        ]
        return self._to_one_of(meant, self._at(first, last)) if meant else None

    def _to_one_of(self, bearers: list[Draft], at: Proposal) -> Draft:
        """What refers back to the one bearer of a surname, or possibly to each of several, the last first."""
        draft = bearers[0]
        reason = "refers back to " + " or ".join(
            self._at(one.at.first, one.at.last).asked.text for one in bearers
        )
        short = _back(draft, at, Form.SHORT, reason)
        if surname_first(draft) and short.status is Status.SAME:
            short.status = Status.POSSIBLE
            short.reason += "; where surnames stand first many have the same"
        if len(bearers) > 1:
            others = {one.party: one for each in bearers for one in (each.bearer, *each.also)}
            others.pop(draft.bearer.party)
            short.status, short.also = Status.POSSIBLE, tuple(others.values())
        return short

    def _at(self, first: int, last: int) -> Proposal:
        """Words of the text as they stand there."""
        text = " ".join(self._written.entry(place).text for place in range(first, last + 1))
        return Proposal(first, last, Asked(text, person=False))

    def _alone(self, first: int, last: int) -> bool:
        """Whether a surname stands by itself, for one man."""
        written = self._written
        if written.entry(last).uncased:
            return not any(
                joins_names(written.entry(other).text)
                or written.vocabulary.names_somebody(written.entry(other))
                for other, edge in ((first - 1, first), (last + 1, last + 1))
                if 0 <= other < self._count and not written.parts_at(edge) and not written.entry(other).role
            )
        if first and not written.parts_at(first):
            before = written.entry(first - 1)
            if before.text.lower() in ("the", "a", "an"):
                return False
            like = self._like(first - 1) and not self._capitals
            if is_cyrillic(before.text) and written.words.before.item(first) != HYPHEN:
                # глава Чечни Кадыров
                like = like and (before.lemmas == () or somebodys(written, before))
            if like and not (before.role or before.owns or is_post(written, first - 1)):
                return False
        if last + 1 < self._count and not written.parts_at(last + 1) and not written.entry(last).owns:
            after = written.entry(last + 1)
            if after.text.lower() in english().family:
                return False
            if self._like(last + 1) and not after.role and not self._capitals:
                return False
        return True


def introduced_acronyms(written: Written, full: Iterable[Draft]) -> dict[str, Draft]:
    """The acronyms that a text has in brackets behind full names, with the first of these."""
    introduced: dict[str, Draft] = {}
    for draft in full:
        acronym = _acronym_after(written, draft)
        if acronym is not None and draft.form is not Form.ACRONYM:
            introduced.setdefault(acronym, draft)
    return introduced


def _acronym_after(written: Written, draft: Draft) -> str | None:
    """The acronym in brackets behind a name."""
    place, count = draft.at.last + 1, len(written.numbers)
    if place >= count or written.between(place).strip() not in ("(", "["):
        return None
    entry = written.entry(place)
    behind = written.between(place + 1).lstrip() if place + 1 < count else ")"
    closed = behind[:1] in (")", "]", ",", ";")
    return entry.text if closed and _IN_BRACKETS.fullmatch(entry.text) else None


def _back(draft: Draft, at: Proposal, form: Form, reason: str) -> Draft:
    return Draft(at, draft.named, draft.bearer, form, draft.status, reason, draft.also)
