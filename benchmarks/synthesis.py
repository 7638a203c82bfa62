"""Made-up parties in any number, their names put together from the words of the real lists.

A made name takes a listed one as its pattern (how many words, where the comma stands, which script) and
fills it with words drawn from all listed names of that sort, so that common words are as common as on the
lists. Every third name or so has a word that nobody bears: pronounceable syllables by chance, or a listed
word with a slip in it. The same number gives the same parties, everywhere.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from benchmarks.lists import LISTS
from namesake.model.dates import PartialDate
from namesake.model.edition import PartyHistory, Problem, Version
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.sources.recognition import deliveries, reading_of

__all__ = ["MADE", "Synthesis"]

_T = TypeVar("_T")

MADE: Final = ListId("zz-made")
_SEED: Final = 20_260_227
_NEW: Final = 0.38
"""The share of names with a word that no list has; some of them meet by chance."""
_WORD: Final = re.compile(r"[^\W_]+")
# fmt: off
_FIRST: Final = ("b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "kr", "l", "m", "n", "p",
                 "q", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", "zh")
_MIDDLE: Final = ("a", "a", "a", "e", "e", "i", "i", "o", "o", "u", "u", "ai", "ei", "ou", "ia")
_LAST: Final = ("", "", "", "", "n", "r", "l", "m", "s", "d", "t", "k", "sh", "n", "r", "ng", "v", "z")
# fmt: on
_SLIPS: Final = "abdefghiklmnoprstuyz"


class Synthesis:
    """Parties of the real lists and made ones after their pattern.

    Args:
        shared: the folder with the real lists.

    Attributes:
        real: the parties of the UN's list, which are in every synthesis so that they can be asked about.
    """

    def __init__(self, shared: Path) -> None:
        parties = {name: list(_parties(shared / "lists" / name)) for name, _ in LISTS}
        self.real = sorted(
            (party for party in parties[LISTS[1][0]]), key=lambda party: (party.id, party.list)
        )
        self._patterns: list[tuple[bool, Kind, str]] = []
        words: dict[tuple[bool, bool], list[str]] = {}
        for one in (party for each in parties.values() for party in each):
            for name in one.names:
                latin = name.text.isascii()
                self._patterns.append((latin, one.kind, name.text))
                words.setdefault((latin, one.kind is Kind.PERSON), []).extend(_WORD.findall(name.text))
        self._words: dict[tuple[bool, bool], Sequence[str]] = dict(words)
        self._known = {word.lower() for each in words.values() for word in each}

    def histories(self, names: int) -> Iterator[PartyHistory]:
        """Parties with so many names altogether, the UN's first and then one name each, by id."""
        for party in self.real:
            names -= len({(name.text, name.quality is Quality.WEAK) for name in party.names})
            yield PartyHistory(party.id, (Version(party),))
        chance = random.Random(_SEED)  # one sequence: the first names are the same at every size
        born = [PartialDate(str(year)) for year in range(1930, 2005)]
        for number in range(names):
            latin, kind, pattern = self._drawn(chance, self._patterns)
            if kind is Kind.LEGAL_ENTITY:  # its names are filed twice: one name would count as two
                kind = Kind.ORGANIZATION
            party = Party(
                PartyId(f"{MADE}:{number:08}"),
                MADE,
                kind,
                (Name(self._name(chance, latin, kind, pattern), Quality.PRIMARY),),
                birth_dates=(self._drawn(chance, born),) if kind is Kind.PERSON else (),
            )
            yield PartyHistory(party.id, (Version(party),))

    def _name(self, chance: random.Random, latin: bool, kind: Kind, pattern: str) -> str:
        pool = self._words[latin, kind is Kind.PERSON]
        slots = list(_WORD.finditer(pattern))
        words = [pool[int(chance.random() * len(pool))] for _ in slots]
        if words and chance.random() < _NEW:
            words[int(chance.random() * len(words))] = self._new(chance, pool, latin)
        made, end = "", 0
        for slot, word in zip(slots, words, strict=True):
            made += pattern[end : slot.start()] + word
            end = slot.end()
        return made + pattern[end:]

    def _new(self, chance: random.Random, pool: Sequence[str], latin: bool) -> str:
        """A word that is on no list."""
        while True:
            if latin and chance.random() < 0.5:
                word = "".join(
                    self._drawn(chance, _FIRST) + self._drawn(chance, _MIDDLE) + self._drawn(chance, _LAST)
                    for _ in range(2 + (chance.random() < 0.6))
                ).capitalize()
            else:
                word = self._drawn(chance, pool)
                for _ in range(2):  # one slip alone would soon have been made before
                    at = int(chance.random() * (len(word) + 1))
                    letter = self._drawn(chance, _SLIPS) if latin else self._drawn(chance, word)
                    word = word[:at] + letter + word[at + (chance.random() < 0.5) :]
            if word.lower() not in self._known:
                return word

    @staticmethod
    def _drawn(chance: random.Random, pool: Sequence[_T]) -> _T:
        return pool[int(chance.random() * len(pool))]


def _parties(path: Path) -> Iterator[Party]:
    (delivery,) = deliveries(path)
    for record in reading_of(delivery).records:
        if not isinstance(record, Problem):
            yield record
