"""What refers back to a full name: a surname alone, and an acronym that was introduced in brackets.

Whoever is introduced by a full name keeps his surname for the rest of the text: after an unlisted namesake a
bare surname is nobody listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec
import numpy as np

from namesake.model.values import Kind
from namesake.names.lexicon import lexicon
from namesake.names.spelling import light
from namesake.text.english import english
from namesake.text.finding import Found, Named
from namesake.text.listing import Bearer
from namesake.text.mention import Form, Status
from namesake.text.vocabulary import LIKE_A_NAME

__all__ = ["ACRONYM", "Draft", "referring"]

ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
"""What an acronym looks like."""


class Draft(msgspec.Struct):
    """A place that is a mention."""

    first: int
    last: int
    named: Named
    bearer: Bearer
    form: Form
    status: Status
    reason: str
    also: tuple[Bearer, ...] = ()
    score: float = 0.0
    slips: bool = False


def referring(found: Found, full: list[Draft], *, capitals: bool) -> Iterator[Draft]:
    """The surnames and acronyms that refer back.

    Args:
        found: what `Finder.read` found.
        full: the full names that are mentions, at least one.
        capitals: whether the text is written in capitals, which then tell nothing.
    """
    taken = {place for draft in full for place in range(draft.first, draft.last + 1)}
    return _References(found, capitals).found_back(full, taken)


class _References:
    """The names that one text has introduced."""

    def __init__(self, found: Found, capitals: bool) -> None:
        self._found = found
        self._capitals = capitals
        self._count = len(found.numbers)

    def found_back(self, full: list[Draft], taken: set[int]) -> Iterator[Draft]:
        """What refers back to a full name before it."""
        by_surname: dict[str, list[Draft]] = {}
        acronyms: dict[str, Draft] = {}
        # A name may begin with a particle in small letters.
        starting = {
            next(filter(self._like, range(draft.first, draft.last + 1)), draft.first): draft for draft in full
        }
        strangers = self._strangers(taken)
        end = 0
        # Only what begins with a capital can refer back; what stands before the first name can't.
        like = np.flatnonzero(self._found.flags & LIKE_A_NAME)
        first = min(starting)
        for place in like[like >= min([first, *strangers])].tolist():
            if place < end:
                continue
            if place in starting:
                draft = starting[place]
                end = draft.last + 1
                if draft.bearer.kind is Kind.PERSON:
                    key = self._surname(draft.last)
                    if key and (bearers := by_surname.setdefault(key, [draft])):
                        bearers[:] = [
                            draft,
                            *(one for one in bearers if one.bearer.party != draft.bearer.party),
                        ]
                acronym = self._acronym_after(draft)
                if acronym is not None:
                    acronyms.setdefault(acronym, draft)
            elif place in strangers:
                end = strangers[place] + 1
                key = self._surname(strangers[place])
                shortened = self._by_initial(place, strangers[place], by_surname.get(key or "", []))
                if shortened is not None:
                    yield shortened
                elif key:
                    # Who is introduced by a full name keeps the surname, whatever listed namesake there is.
                    by_surname[key] = []
            elif place not in taken:
                referred = self._refers(place, by_surname, acronyms)
                if referred is not None:
                    yield referred

    def _like(self, place: int) -> bool:
        return bool(self._found.flag(place) & LIKE_A_NAME)

    def _refers(
        self, place: int, by_surname: dict[str, list[Draft]], acronyms: dict[str, Draft]
    ) -> Draft | None:
        entry, flags = self._found.entry(place), self._found.flag(place)
        if not flags & LIKE_A_NAME:
            return None
        if entry.text in acronyms:
            draft = acronyms[entry.text]
            reason = f"introduced in brackets for {draft.bearer.text}"
            return self._back(draft, place, place, Form.ACRONYM, reason)
        bearers = by_surname.get(self._surname(place) or "")
        if not bearers:
            return None
        first = place
        while (
            first
            and self._found.entry(first - 1).text.lower() in lexicon().particles
            and not (self._found.parts_at(first))
        ):
            first -= 1
        if not self._alone(first, place):
            return None
        return self._to_one_of(bearers, first, place)

    def _by_initial(self, first: int, last: int, bearers: list[Draft]) -> Draft | None:
        """Initials and a surname, where the text has introduced a bearer of it with such given names."""
        letters = [self._found.entry(place).text for place in range(first, last) if self._like(place)]
        if not letters or any(len(one) != 1 for one in letters):
            return None
        meant = [
            draft
            for draft in bearers
            if letters[0] in {self._found.entry(place).text[:1] for place in range(draft.first, draft.last)}
        ]
        return self._to_one_of(meant, first, last) if meant else None

    def _to_one_of(self, bearers: list[Draft], first: int, last: int) -> Draft:
        """What refers back to the one bearer of a surname, or possibly to each of several, the last first."""
        draft = bearers[0]
        if len(bearers) == 1:
            return self._back(draft, first, last, Form.SHORT, f"refers back to {self._text(draft)}")
        reason = "refers back to " + " or ".join(map(self._text, bearers))
        short = self._back(draft, first, last, Form.SHORT, reason)
        others = {one.party: one for each in bearers for one in (each.bearer, *each.also)}
        others.pop(draft.bearer.party)
        short.status, short.also = Status.POSSIBLE, tuple(others.values())
        return short

    def _back(self, draft: Draft, first: int, last: int, form: Form, reason: str) -> Draft:
        return Draft(first, last, draft.named, draft.bearer, form, draft.status, reason, draft.also)

    def _text(self, draft: Draft) -> str:
        return " ".join(self._found.entry(place).text for place in range(draft.first, draft.last + 1))

    def _alone(self, first: int, last: int) -> bool:
        """Whether a surname stands by itself, for one man."""
        found = self._found
        if first and not found.parts_at(first):
            before = found.entry(first - 1)
            if before.text.lower() in ("the", "a", "an"):
                return False
            like = found.flag(first - 1) & LIKE_A_NAME and not self._capitals
            if like and not before.role and not before.owns:
                return False
        if last + 1 < self._count and not found.parts_at(last + 1) and not found.entry(last).owns:
            after = found.entry(last + 1)
            if after.text.lower() in english().family:
                return False
            if found.flag(last + 1) & LIKE_A_NAME and not after.role and not self._capitals:
                return False
        return True

    def _surname(self, place: int) -> str | None:
        """The light key of a word as a surname; None for what is none."""
        entry = self._found.entry(place)
        if not entry.words or len(entry.words[-1]) < 3:
            return None
        return light(entry.words[-1]) if entry.words[-1].isascii() else entry.words[-1]

    def _strangers(self, taken: set[int]) -> dict[int, int]:
        """Where unlisted people are introduced by a full name: its first place and its last."""
        found: dict[int, int] = {}
        if self._capitals:
            return found  # whatever stands together looks like a name
        for start, stop in self._apart():
            first = start
            while first < stop and self._found.entry(first).role:
                first += 1
            names = [place for place in range(first, stop) if self._found.flag(place) & LIKE_A_NAME]
            if len(names) >= 2 and taken.isdisjoint(range(first, stop)):
                found[names[0]] = names[-1]
        return found

    def _apart(self) -> Iterator[tuple[int, int]]:
        """The stretches, parted where "and" joins two who are named."""
        for start, stop in self._found.stretches:
            begin = start
            for place in range(start, stop):
                if self._found.entry(place).text == "and":
                    yield begin, place
                    begin = place + 1
            yield begin, stop

    def _acronym_after(self, draft: Draft) -> str | None:
        """The acronym in brackets behind a name."""
        place = draft.last + 1
        if place >= self._count or self._found.between(place).strip() not in ("(", "["):
            return None
        entry = self._found.entry(place)
        behind = self._found.between(place + 1).lstrip() if place + 1 < self._count else ")"
        closed = behind[:1] in (")", "]", ",", ";")
        return entry.text if closed and ACRONYM.fullmatch(entry.text) else None
