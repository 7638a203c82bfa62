"""What the words around a name say of it: that it is part of a longer one, or that a ship is meant."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np

from namesake.model.values import Kind
from namesake.names.lexicon import lexicon
from namesake.text.english import english
from namesake.text.entries import CAPITALS, LEGAL, LIKE_A_NAME, SMALL, Entry
from namesake.text.finding import Found
from namesake.text.proposal import Proposal
from namesake.text.slavic_cases import is_cyrillic, may_stand_in
from namesake.text.uncased import joins_names
from namesake.text.words import BREAK, HYPHEN

__all__ = ["THINGS", "Surroundings"]

THINGS: Final = (Kind.VESSEL, Kind.AIRPLANE)
_AHEAD: Final = 8
"""Words on either side that may say a name is a ship's."""
_IN_CAPITALS: Final = 0.6


class Surroundings:
    """What stands around the names of one text.

    Args:
        found: what `Finder.read` found in it.
    """

    def __init__(self, found: Found) -> None:
        self._found = found
        self._count = len(found.numbers)

    @cached_property
    def capitals(self) -> bool:
        """Whether the text is written in capitals, which then tell nothing."""
        flags = self._found.flags
        cased = np.count_nonzero(flags & (LIKE_A_NAME | SMALL))
        return bool(np.count_nonzero(flags & CAPITALS) > _IN_CAPITALS * cased)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the text writes in small letters too."""
        entries = self._found.vocabulary.entries
        numbers = np.unique(self._found.numbers[self._found.flags & SMALL > 0])
        return frozenset([entries[number].text for number in numbers.tolist()])

    def uncased(self, at: Proposal) -> bool:
        """Whether the words of a name are in a script without capitals."""
        if at.asked.text.isascii():
            return False
        return self._found.entry(at.first).uncased and self._found.entry(at.last).uncased

    def inside_longer(self, at: Proposal, kind: Kind) -> bool:
        """Whether words beside a name belong to one longer name with it, which is not listed.

        Args:
            at: where it stands.
            kind: what bears it.
        """
        if self.capitals:
            return False  # every word looks like a name's
        before, after = self._before(at), self._after(at)
        if self.uncased(at):
            return any(
                joins_names(self._found.entry(other).text) for other in (before, after) if other is not None
            )
        return self._begins_before(at, before, kind) or self._ends_behind(at, after, kind)

    def doubt(self, at: Proposal) -> str:
        """Why a name in a script without capitals may be a part of a longer one; empty where it may not."""
        found = self._found
        if not self.uncased(at):
            return ""
        for other in (self._before(at), self._after(at)):
            if other is None or not found.flag(other) & LIKE_A_NAME:
                continue
            entry = found.entry(other)
            if not entry.role and found.vocabulary.names_somebody(entry):
                return f"{entry.text} beside it may belong to a longer name"
        return ""

    def goes_on(self, at: Proposal) -> bool:
        """Whether "of" and a name follow, so that it is another's: the Ministry of Defence of Ruritania."""
        found, of = self._found, self._after(at)
        if self.capitals or of is None or of + 1 >= self._count or found.parts_at(of + 1):
            return False
        return found.entry(of).text == "of" and bool(found.flag(of + 1) & LIKE_A_NAME)

    def near(self, at: Proposal, words: frozenset[str]) -> bool:
        """Whether one of these words stands within a few words of a name."""
        around = range(max(0, at.first - _AHEAD), min(self._count, at.last + _AHEAD + 1))
        return any(self._found.entry(other).text.lower() in words for other in around)

    def first_with_particle(self, at: Proposal, listed: frozenset[str]) -> int:
        """Where a name begins with the articles and particles before it that its listed form has too."""
        first = at.first
        while first and not self._found.parts_at(first):
            before = self._found.entry(first - 1)
            if len(before.words) != 1 or before.words[0] not in lexicon().particles & listed:
                break
            first -= 1
        return first

    def _before(self, at: Proposal) -> int | None:
        """The place of the word before a name; None where something parts them."""
        return at.first - 1 if at.first and not self._found.parts_at(at.first) else None

    def _after(self, at: Proposal) -> int | None:
        after = at.last + 1
        return after if after < self._count and not self._found.parts_at(after) else None

    def _begins_before(self, at: Proposal, before: int | None, kind: Kind) -> bool:
        """Whether the word before a name is the name's."""
        found = self._found
        if before is None or not found.flag(before) & LIKE_A_NAME or found.words.before[at.first] >= BREAK:
            return False
        entry = found.entry(before)
        # MV stands before a ship's name as a title before a man's.
        titled = entry.role or (kind in THINGS and entry.text.lower() in english().ships)
        return not (titled or entry.owns or self._begins(before) or self._apart_in_cyrillic(before, at, kind))

    def _ends_behind(self, at: Proposal, after: int | None, kind: Kind) -> bool:
        """Whether the word behind a name is the name's."""
        found = self._found
        if after is None or found.entry(at.last).owns:
            return False
        entry, flags = found.entry(after), found.flag(after)
        if not flags & LIKE_A_NAME or flags & LEGAL or (entry.role and not _is_place(entry)):
            return False
        return not (kind is Kind.PERSON and self._otherwise_declined(entry, at.case))

    def _begins(self, place: int) -> bool:
        """Whether a sentence begins with this word, which may then be no name."""
        return self._found.parts_at(place) and self._found.entry(place).text.lower() in self.small

    def _apart_in_cyrillic(self, before: int, at: Proposal, kind: Kind) -> bool:
        """Whether a Cyrillic word before a name does not belong to it though it has a capital.

        Without articles a name stands right behind the noun it belongs to (глава Чечни Рамзан Кадыров) and
        the verb or noun that a sentence begins with; and words of one person's name stand in one case.
        """
        found, entry = self._found, self._found.entry(before)
        if not is_cyrillic(entry.text) or found.words.before.item(at.first) == HYPHEN:
            return False
        if kind is Kind.PERSON:
            return not found.vocabulary.names_somebody(entry, at.case)
        return found.parts_at(before)

    def _otherwise_declined(self, entry: Entry, case: str) -> bool:
        """Whether a word is in another case than the name before it: Путину Сергей."""
        if not case or not is_cyrillic(entry.text):
            return False
        somebodys = self._found.vocabulary.names_somebody
        if somebodys(entry) and not somebodys(entry, case):
            return True
        return not may_stand_in(entry.text, case)


def _is_place(entry: Entry) -> bool:
    return bool(entry.words) and entry.words[0] not in lexicon().titles and entry.place
