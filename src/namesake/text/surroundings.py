"""What the words around a name say of it: that it is part of a longer one, or that a ship is meant."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from namesake.model.values import Kind
from namesake.names.hangul import spells_syllable
from namesake.names.lexicon import lexicon
from namesake.text.english import english
from namesake.text.entries import CAPITALS, INNER, LEGAL, LIKE_A_NAME, SMALL, Entry
from namesake.text.introduced import is_post
from namesake.text.proposal import Proposal
from namesake.text.slavic_cases import is_cyrillic, may_stand_in
from namesake.text.uncased import joins_names
from namesake.text.words import HYPHEN, LINE, POINT
from namesake.text.written import Written

__all__ = ["LONG_WORD", "THINGS", "Surroundings"]

THINGS: Final = (Kind.VESSEL, Kind.AIRPLANE)
LONG_WORD: Final = 7
"""Letters: a shorter word spelled otherwise is another word too often."""
_AHEAD: Final = 8
"""Words on either side that may say a name is a ship's."""
_IN_CAPITALS: Final = 0.6
_HEADLINE: Final = 200
"""Characters; a longer line is none."""
_SHORTEST: Final = 5
"""Words of a headline: a shorter line in which all have capitals may be one name."""
_ONE_IN: Final = 8
"""Of so many words of a headline one may be in small letters, besides short ones as "in" and "with"."""
_LINKING: Final = 4
"""Letters of these."""


class Surroundings:
    """What stands around the names of one text.

    Args:
        written: the text.
    """

    def __init__(self, written: Written) -> None:
        self._written = written
        self._count = len(written.numbers)
        self._headlines: dict[tuple[int, int], bool] = {}

    @cached_property
    def capitals(self) -> bool:
        """Whether the text is written in capitals, which then tell nothing."""
        flags = self._written.flags
        cased = np.count_nonzero(flags & (LIKE_A_NAME | SMALL))
        return bool(np.count_nonzero(flags & CAPITALS) > _IN_CAPITALS * cased)

    @cached_property
    def _small(self) -> frozenset[int]:
        """The numbers of the words that the text writes in small letters."""
        return frozenset(self._written.numbers[self._written.flags & SMALL > 0].tolist())

    def uncased(self, at: Proposal) -> bool:
        """Whether the words of a name are in a script without capitals."""
        if at.asked.text.isascii():
            return False
        return self._written.entry(at.first).uncased and self._written.entry(at.last).uncased

    def may_be(self, at: Proposal) -> bool:
        """Whether words may be a mention of anybody, whatever listed names they agree with."""
        if at.first == at.last and at.asked.text.isascii() and not self._may_stand_alone(at):
            return False
        if at.asked.person:
            kinds: tuple[Kind, ...] = (Kind.PERSON, Kind.LEGAL_ENTITY)
        else:
            kinds = (Kind.LEGAL_ENTITY, Kind.VESSEL)  # of things more may stand before a ship's name
        return not all(self.inside_longer(at, kind) for kind in kinds)

    def used_otherwise(self, entry: Entry) -> bool:
        """Whether a word by itself is a word, which the text has in small letters too, or somebody's role."""
        return self._in_small_letters(entry) or entry.role

    def inside_longer(self, at: Proposal, kind: Kind) -> bool:
        """Whether words beside a name belong to one longer name with it, which is not listed.

        In a headline that has capitals throughout they tell nothing: see `doubt`.

        Args:
            at: where it stands.
            kind: what bears it.
        """
        if self.capitals:
            return False  # every word looks like a name's
        if self.uncased(at):
            beside = (self._before(at), self._after(at))
            return any(joins_names(self._written.entry(one).text) for one in beside if one is not None)
        return self._joined_by(at, kind) is not None and not self._in_headline(at)

    def doubt(self, at: Proposal, kind: Kind) -> str:
        """Why a name may be a part of a longer one where nothing shows it; empty where it may not.

        Args:
            at: where it stands.
            kind: what bears it.
        """
        if self.capitals:
            return ""
        if not self.uncased(at):
            place = self._joined_by(at, kind)
            if place is None:
                return ""
            return f"in a headline, where {self._written.entry(place).text} may be a part of the name"
        for other in (self._before(at), self._after(at)) if kind is Kind.PERSON else ():
            if other is None or not self._written.flag(other) & LIKE_A_NAME:
                continue
            entry = self._written.entry(other)
            if not entry.role and self._written.vocabulary.names_somebody(entry):
                return f"{entry.text} beside it may belong to a longer name"
        return ""

    def goes_on(self, at: Proposal) -> bool:
        """Whether "of" and a name follow, so that it is another's: the Ministry of Defence of Ruritania."""
        written, of = self._written, self._after(at)
        if self.capitals or of is None or of + 1 >= self._count or written.parts_at(of + 1):
            return False
        return written.entry(of).text == "of" and bool(written.flag(of + 1) & LIKE_A_NAME)

    def near(self, at: Proposal, words: frozenset[str]) -> bool:
        """Whether one of these words stands within a few words of a name."""
        entries = self._written.vocabulary.entries
        around = self._written.numbers[max(0, at.first - _AHEAD) : at.last + _AHEAD + 1].tolist()
        return any(entries[number].text.lower() in words for number in around)

    def is_armed(self, at: Proposal) -> bool:
        """Whether the words right beside a name say that it is an armed group's: Kharvanion militants."""
        known, written = english(), self._written
        for step, nouns in ((-1, known.armed), (1, known.armed | known.armed_behind)):
            place = at.first if step < 0 else at.last
            for _ in range(_AHEAD):
                edge, place = (place, place - 1) if step < 0 else (place + 1, place + 1)
                if not 0 <= place < self._count or written.ends_sentence(edge):
                    break
                word = written.entry(place).text.lower()
                if word in nouns:
                    return True
                if word not in known.beside_armed and word not in lexicon().particles:
                    break
        return False

    def first_with_particle(self, at: Proposal, listed: frozenset[str]) -> int:
        """Where a name begins with the articles and particles before it that its listed form has too."""
        first = at.first
        while first and not self._written.parts_at(first):
            before = self._written.entry(first - 1)
            if len(before.words) != 1 or before.words[0] not in lexicon().particles & listed:
                break
            first -= 1
        return first

    def _may_stand_alone(self, at: Proposal) -> bool:
        """Whether one word may be the whole name of what is no person."""
        entry = self._written.entry(at.last)
        spelled = entry.listed or (len(entry.text) >= LONG_WORD and not self.capitals)
        return (spelled and not self.used_otherwise(entry)) or self.near(at, english().ships)

    def _before(self, at: Proposal) -> int | None:
        """The place of the word before a name; None where something parts them."""
        return at.first - 1 if at.first and not self._written.parts_at(at.first) else None

    def _after(self, at: Proposal) -> int | None:
        after = at.last + 1
        return after if after < self._count and not self._written.parts_at(after) else None

    def _in_headline(self, at: Proposal) -> bool:
        """Whether a name stands in a line in which nearly all words have capitals."""
        known = self._headlines.get((at.first, at.last))
        if known is None:
            known = self._headlines[at.first, at.last] = self._stands_in_headline(at)
        return known

    def _stands_in_headline(self, at: Proposal) -> bool:
        text, (start, end) = self._written.text, self._written.words.span(at.first, at.last)
        begin = text.rfind("\n", max(0, start - _HEADLINE), start)
        stop = text.find("\n", end, end + _HEADLINE)
        if (begin < 0 and start > _HEADLINE) or (stop < 0 and len(text) > end + _HEADLINE):
            return False
        return _is_headline(text[begin + 1 : stop if stop >= 0 else len(text)])

    def _joined_by(self, at: Proposal, kind: Kind) -> int | None:
        """The place of a word beside a name that belongs to it, as capitals say; None where none does."""
        before, after = self._before(at), self._after(at)
        if self._begins_before(at, before, kind):
            return before
        return after if self._ends_behind(at, after, kind) else None

    def _begins_before(self, at: Proposal, before: int | None, kind: Kind) -> bool:
        """Whether the word before a name is the name's."""
        written = self._written
        if (
            before is None
            or not written.flag(before) & LIKE_A_NAME
            or written.words.before.item(at.first) == LINE
        ):
            return False
        entry = written.entry(before)
        if written.flag(before) & LEGAL or self._is_abbreviated(before):
            return False
        # MV stands before a ship's name as a title before a man's.
        titled = entry.role or (kind in THINGS and entry.text.lower() in english().ships)
        titled |= (
            kind is Kind.PERSON and entry.text.lower() not in english().ships and is_post(written, before)
        )
        return not (titled or entry.owns or self._begins(before) or self._apart_in_cyrillic(before, at, kind))

    def _is_abbreviated(self, letter: int) -> bool:
        """Whether the word before a full stop is the last letter of U.S. or H.E."""
        written = self._written
        return letter > 0 and all(
            written.words.before.item(place + 1) == POINT and len(written.entry(place).text) == 1
            for place in (letter - 1, letter)
        )

    def _ends_behind(self, at: Proposal, after: int | None, kind: Kind) -> bool:
        """Whether the word behind a name is the name's."""
        written = self._written
        if after is None or written.entry(at.last).owns or written.words.before.item(after) == LINE:
            return False
        entry, flags = written.entry(after), written.flag(after)
        if kind is Kind.PERSON and flags & SMALL and written.words.before.item(after) == HYPHEN:
            return self._hyphenated(at, after)
        if not flags & LIKE_A_NAME or flags & LEGAL or (entry.role and not _is_place(entry)):
            return False
        return not (kind is Kind.PERSON and self._otherwise_declined(entry, at.case))

    def _hyphenated(self, at: Proposal, after: int) -> bool:
        """Whether a small word behind a name and a hyphen is the name's: Kim Jong-nam, Hafiz Saeed-ud-Din."""
        written = self._written
        if written.flag(after) & INNER and after + 1 < self._count:
            return written.words.before.item(after + 1) == HYPHEN
        small, last = written.entry(after).text, written.entry(at.last).text.lower()
        return spells_syllable(small) and spells_syllable(last)

    def _begins(self, place: int) -> bool:
        """Whether a sentence begins with this word, which may then be no name."""
        return self._written.parts_at(place) and self._in_small_letters(self._written.entry(place))

    def _in_small_letters(self, entry: Entry) -> bool:
        return self._written.vocabulary.number_of(entry.text.lower()) in self._small

    def _apart_in_cyrillic(self, before: int, at: Proposal, kind: Kind) -> bool:
        """Whether a Cyrillic word before a name does not belong to it though it has a capital.

        Without articles a name stands right behind the noun it belongs to (глава Чечни Рамзан Кадыров) and
        the verb or noun that a sentence begins with; and words of one person's name stand in one case.
        """
        written, entry = self._written, self._written.entry(before)
        if not is_cyrillic(entry.text) or written.words.before.item(at.first) == HYPHEN:
            return False
        if kind is Kind.PERSON:
            return not written.vocabulary.names_somebody(entry, at.case)
        return written.parts_at(before)

    def _otherwise_declined(self, entry: Entry, case: str) -> bool:
        """Whether a word is in another case than the name before it: Путину Сергей."""
        if not case or not is_cyrillic(entry.text):
            return False
        somebodys = self._written.vocabulary.names_somebody
        if somebodys(entry) and not somebodys(entry, case):
            return True
        return not may_stand_in(entry.text, case)


@lru_cache(maxsize=1 << 8)
def _is_headline(line: str) -> bool:
    """Whether a line has capitals throughout, though not in all letters."""
    words = [word for part in line.split() if (word := part.strip("\"'“”‘’«»()[].,;:!?"))]
    linking = english().function
    small = [word for word in words if word[0].islower() and (len(word) > _LINKING or word not in linking)]
    capital = sum(word[0].isupper() for word in words)
    return len(words) >= _SHORTEST and len(small) * _ONE_IN <= capital


def _is_place(entry: Entry) -> bool:
    return bool(entry.words) and entry.words[0] not in lexicon().titles and entry.place
