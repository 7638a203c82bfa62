"""What refers back to a full name: a surname alone, and an acronym that was introduced in brackets.

Whoever is introduced by a full name keeps his surname for the rest of the text: after an unlisted namesake a
bare surname is nobody listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import msgspec
import numpy as np

from namesake.model.values import Kind
from namesake.names.lexicon import lexicon
from namesake.names.spelling import light
from namesake.names.writing import words_of
from namesake.text.english import english
from namesake.text.finding import Found, Named
from namesake.text.lemmas import lemmas_of
from namesake.text.listing import Bearer
from namesake.text.mention import Form, Status
from namesake.text.slavic_cases import CASES, is_cyrillic, may_stand_in, nominatives
from namesake.text.uncased import joins_names, may_refer
from namesake.text.vocabulary import LIKE_A_NAME, Entry
from namesake.text.words import HYPHEN

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
    left: int = 0
    right: int = 0
    text: str = ""
    case: str = ""


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
                    for key in self._surnames_of(draft):
                        if bearers := by_surname.setdefault(key, [draft]):
                            bearers[:] = [
                                draft,
                                *(one for one in bearers if one.bearer.party != draft.bearer.party),
                            ]
                acronym = self._acronym_after(draft)
                if acronym is not None:
                    acronyms.setdefault(acronym, draft)
            elif place in strangers:
                end = strangers[place] + 1
                bearers = by_surname.get(self._surname(strangers[place]) or "", [])
                shortened = self._by_initial(place, strangers[place], bearers)
                if shortened is not None:
                    yield shortened
                    continue
                # Who is introduced by a full name keeps the surname, whatever listed namesake there is.
                for key in self._surnames_of_stranger(place, strangers[place]):
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
        key, left, right = self._known(place, by_surname)
        bearers = by_surname.get(key)
        if not key or not bearers:
            return None
        if entry.uncased and not may_refer(entry.text, left):
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
        draft = self._to_one_of(bearers, first, place)
        draft.left, draft.right = left, right
        if entry.uncased and draft.status is Status.SAME:
            draft.status = Status.POSSIBLE
            draft.reason += "; without capitals a word may be no name"
        return draft

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

    def _known(self, place: int, by_surname: dict[str, list[Draft]]) -> tuple[str, int, int]:
        """The key by which the text knows a word as a surname, and how many bytes at either end go off."""
        entry = self._found.entry(place)
        key = self._surname(place) or ""
        if key not in by_surname:
            for lemma in lemmas_of(entry.text):
                other = _key(lemma.text)
                if other in by_surname:
                    return other or "", lemma.left, lemma.right
        return key, 0, 0

    def _somebodys(self, entry: Entry) -> bool:
        """Whether a listed person's name has this word, in any case."""
        return any(self._found.vocabulary.names_somebody(entry, case) for case in ("", *CASES))

    def _surnames_of(self, draft: Draft) -> Iterator[str]:
        """The keys of the surname of somebody listed, as lists write it."""
        entry = self._found.entry(draft.last)
        if entry.full_name:
            return
        yield (_key(draft.text.split()[-1]) if draft.text else self._surname(draft.last)) or ""
        for lemma, _ in entry.lemmas:
            # Поклонской is of Поклонска, as it may be listed, and of Поклонская, as the text may go on.
            if draft.case and draft.case in lemma.cases:
                yield _key(lemma.text) or ""

    def _surnames_of_stranger(self, first: int, last: int) -> Iterator[str]:
        """The keys that the surname of somebody unlisted may have, whose name may be declined."""
        given, entry = self._found.entry(first), self._found.entry(last)
        declined = frozenset().union(*(tokens for _, tokens in given.lemmas))
        if not declined or not declined.issuperset(given.tokens):
            yield self._surname(last) or ""
        if declined:
            for lemma in lemmas_of(entry.text):
                yield _key(lemma.text) or ""

    def _back(self, draft: Draft, first: int, last: int, form: Form, reason: str) -> Draft:
        return Draft(first, last, draft.named, draft.bearer, form, draft.status, reason, draft.also)

    def _text(self, draft: Draft) -> str:
        return " ".join(self._found.entry(place).text for place in range(draft.first, draft.last + 1))

    def _alone(self, first: int, last: int) -> bool:
        """Whether a surname stands by itself, for one man."""
        found = self._found
        if found.entry(last).uncased:
            return not any(
                joins_names(found.entry(other).text) or found.vocabulary.names_somebody(found.entry(other))
                for other, edge in ((first - 1, first), (last + 1, last + 1))
                if 0 <= other < self._count and not found.parts_at(edge) and not found.entry(other).role
            )
        if first and not found.parts_at(first):
            before = found.entry(first - 1)
            if before.text.lower() in ("the", "a", "an"):
                return False
            like = found.flag(first - 1) & LIKE_A_NAME and not self._capitals
            if is_cyrillic(before.text) and found.words.before.item(first) != HYPHEN:
                # глава Чечни Кадыров
                like = like and (before.lemmas == () or self._somebodys(before))
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
        return _surname_key(self._found.entry(place).words)

    def _strangers(self, taken: set[int]) -> dict[int, int]:
        """Where unlisted people are introduced by a full name: its first place and its last."""
        found: dict[int, int] = {}
        if self._capitals:
            return found  # whatever stands together looks like a name
        for start, stop in self._apart():
            first = start
            while first < stop and ((entry := self._found.entry(first)).role or self._disagrees(entry, stop)):
                first += 1
            names = [place for place in range(first, stop) if self._found.flag(place) & LIKE_A_NAME]
            if len(names) < 2 or entry.uncased:
                continue  # without capitals any words look so
            if taken.isdisjoint(range(first, stop)):
                found[names[0]] = names[-1]
        return found

    def _disagrees(self, word: Entry, stop: int) -> bool:
        """Whether a Cyrillic word is in another case than the name that ends before `stop`: Чечни Кадыров."""
        if word.text.isascii():
            return False
        surname = self._found.entry(stop - 1)
        if surname is word or not is_cyrillic(word.text) or not is_cyrillic(surname.text):
            return False
        if self._somebodys(word):
            return False
        shared = [
            case for case in CASES if may_stand_in(word.text, case) and may_stand_in(surname.text, case)
        ]
        return not shared and bool(nominatives(word.text))

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


def _surname_key(words: Sequence[str]) -> str | None:
    if not words:
        return None
    if words[-1].isascii():
        return light(words[-1]) if len(words[-1]) > 2 else None
    return words[-1] if len(words[-1]) > 1 else None


@lru_cache(maxsize=1 << 12)
def _key(text: str) -> str | None:
    return _surname_key([word.text for word in words_of(text)])
