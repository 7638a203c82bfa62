"""Which parts of a stretch may be listed names, and as what they are to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from namesake.text.anchors import Anchors
from namesake.text.bridges import NICKNAME
from namesake.text.entries import ANCHOR, DIGITS, INNER, LEGAL, LIKE_A_NAME, Entry
from namesake.text.half_found import HalfFound
from namesake.text.lemmas import Lemma, respelled
from namesake.text.proposal import Asked, Proposal
from namesake.text.spans import Used, spans_of, windows_of
from namesake.text.uncased import ends_joined
from namesake.text.unspaced import HanNames, has_han, is_full_name
from namesake.text.vocabulary import Vocabulary

__all__ = ["Proposer", "Run"]

_MOST_REMEMBERED: Final = 1 << 17

_AND: Final = ("and", "And", "AND")

Run = tuple[int, ...]
"""Words that may be one name together, by their numbers."""
_Span = tuple[int, int, bool]
"""The first and the last word of what may be a name, and whether a person's."""


class Proposer:
    """Proposes names, and remembers what it proposed for which words.

    Args:
        vocabulary: what is known of the words.
        anchors: which names the listed tokens lead to.
        half: what finds names of which one word is as no spelling explains.
        han_names: gives the listed names in Chinese characters.
    """

    def __init__(
        self, vocabulary: Vocabulary, anchors: Anchors, half: HalfFound, han_names: Callable[[], HanNames]
    ) -> None:
        self._vocabulary, self._anchors, self._half = vocabulary, anchors, half
        self._han_names = han_names
        self._and = anchors.token_of("and")
        self._known: dict[Run, tuple[Proposal, ...]] = {}

    def clear(self) -> None:
        """Forget all: the numbers of words mean nothing any more."""
        self._known.clear()
        self._half.clear()

    def __getitem__(self, run: Run) -> tuple[Proposal, ...]:
        """What was proposed for words met before, by their places among them."""
        return self._known[run]

    def meet(self, runs: Iterable[Run]) -> None:
        """Find what to propose for these, so far as it is not known, all together."""
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        fresh = [run for run in dict.fromkeys(runs) if run not in self._known]
        if not fresh:
            return
        self._known.update(dict.fromkeys(fresh, ()))
        self._half.look_up(fresh)
        promising = [run for run in fresh if self._may_name(run)]
        self._vocabulary.check(number for run in promising for number in run)
        self._known.update((run, tuple(self._propose(run))) for run in promising)

    def _may_name(self, run: Run) -> bool:
        """Whether a word may be a name alone, two of them anchors of one, or one and near to another."""
        entries = self._vocabulary.entries
        met: list[frozenset[int]] = []
        for number in set(run):
            entry = entries[number]
            if entry.lone or entry.uncased:
                return True
            if entry.anchored:
                if not all(map(entry.anchored.isdisjoint, met)):
                    return True
                met.append(entry.anchored)
        return next(self._half.names(run), None) is not None

    def _propose(self, run: Run) -> Iterator[Proposal]:
        flags = self._vocabulary.flags
        if not any(flags[number] & ANCHOR for number in run):
            return
        entries = [self._vocabulary.entries[number] for number in run]
        where: dict[int, list[int]] = {}
        for place, entry in enumerate(entries):
            # A small word is a listed one only where it ends a name: what it is elsewhere was not asked.
            if place < len(run) - 1 and flags[run[place]] & (INNER | LIKE_A_NAME | DIGITS) == INNER:
                continue
            for token in entry.tokens:
                where.setdefault(token, []).append(place)
        spans: set[_Span] = {(place, place, False) for place, entry in enumerate(entries) if entry.lone}
        otherwise: set[Proposal] = set()
        if any(not entry.text.isascii() for entry in entries):
            for place, entry in enumerate(entries):
                spans.update(self._uncased_at(place, entry))
                otherwise.update(_alone_otherwise(place, entry))
        inflected = any(entry.lemmas for entry in entries)
        for name in _anchored_twice(entries):
            person = self._anchors.persons.item(name)
            for used in self._spans(name, where, entries):
                first, last = min(used), max(used)
                spans.add((first, last, person))
                if inflected:
                    otherwise.update(self._otherwise(entries[first : last + 1], first, used, person))
        half = {
            (min(used), max(used), self._anchors.persons.item(name))
            for first, last, name in self._half.names(run)
            if not any(
                first <= place <= last
                for token in self._anchors.tokens_of(name)
                for place in where.get(token, ())
            )
            for used in self._spans(name, where, entries, first, last)
        }
        for slips, each in ((False, spans), (True, half)):
            for first, last, person in sorted(self._with_forms(each, run)):
                text = " ".join([entry.text for entry in entries[first : last + 1]])
                yield Proposal(first, last, Asked(text, person, slips))
                if person and (named := _without_nickname(entries[first : last + 1])):
                    yield Proposal(first, last, Asked(named, person, slips))
        yield from sorted(otherwise)

    def _spans(
        self, name: int, where: Mapping[int, Sequence[int]], entries: Sequence[Entry], *known: int
    ) -> Iterator[Used]:
        tokens = self._anchors.tokens_of(name)
        for used in self._spans_of(tokens, where, entries, *known):
            # What "and" joins is two unless the name has it.
            inside = entries[min(used) + 1 : max(used)]
            if self._and in tokens or not any(entry.text in _AND for entry in inside):
                yield used

    def _spans_of(
        self, tokens: Sequence[int], where: Mapping[int, Sequence[int]], entries: Sequence[Entry], *known: int
    ) -> Iterator[Used]:
        if any(entries[place].uncased for token in tokens for place in where.get(token, ())):
            return windows_of(tokens, where)
        return spans_of(tokens, where, *known)

    def _with_forms(self, spans: set[_Span], run: Run) -> set[_Span]:
        """The same, and with the legal form or the initials behind each, listed with them or not."""
        flags = self._vocabulary.flags
        found = set(spans)
        for first, last, person in spans:
            end = last
            while not person and end + 1 < len(run) and flags[run[end + 1]] & LEGAL:
                end += 1
            while person and end + 1 < len(run) and self._is_initial(run[end + 1]):
                end += 1
            found.add((first, end, person))
        return found

    def _is_initial(self, number: int) -> bool:
        entry, flags = self._vocabulary.entries[number], self._vocabulary.flags.item(number)
        return len(entry.text) == 1 and not entry.uncased and bool(flags & LIKE_A_NAME)

    def _uncased_at(self, place: int, entry: Entry) -> Iterator[_Span]:
        """What may be a listed name that ends with a word of a script without capitals."""
        if not entry.uncased:
            return
        if place and ends_joined(entry.text):
            longer = max(place - 2, 0)
            yield from ((place - 1, place, False), (longer, place, False), (longer, place, True))
        if has_han(entry.text):
            if entry.text in self._han_names():
                yield from ((place, place, False), (place, place, True))
        elif is_full_name(entry.text):
            yield place, place, True

    def _otherwise(
        self, entries: Sequence[Entry], first: int, used: Used, person: bool
    ) -> Iterator[Proposal]:
        """What words may be as lists write them, for one listed name with its tokens at these places."""
        lemmas: list[list[Lemma] | None] = []
        for place, entry in enumerate(entries, first):
            token = used.get(place)
            # A word of an organisation's that stands as it is listed is in no case to be taken back.
            kept = token is None or (not person and self._anchors.texts[token] in entry.words)
            lemmas.append(None if kept else [lemma for lemma, tokens in entry.lemmas if token in tokens])
        for name in respelled([entry.text for entry in entries], lemmas, person=person):
            last = first + len(entries) - 1
            yield Proposal(
                first, last, Asked(name.text, person), name.left, name.right, name.case, name.doubt
            )


def _without_nickname(entries: Sequence[Entry]) -> str:
    """A name without what it has between apostrophes: Otto 'the Fox' Zwingli; empty where it has nothing so.

    In other quotation marks a nickname parts the words beside it (`text/bridges.py`).
    """
    opens = next((place for place, entry in enumerate(entries[1:-1], 1) if entry.left), len(entries))
    # Behind an s it may say whose somebody is.
    behind = enumerate(entries[opens:-1], opens)
    closes = next((place for place, entry in behind if entry.right and not entry.owns), opens + NICKNAME)
    if closes - opens >= NICKNAME:
        return ""
    return " ".join([entry.text for entry in (*entries[:opens], *entries[closes + 1 :])])


def _anchored_twice(entries: Sequence[Entry]) -> set[int]:
    """The listed names of which two words may be anchors."""
    met: set[int] = set()
    found: set[int] = set()
    for entry in set(entries):
        found |= met & entry.anchored
        met |= entry.anchored
    return found


def _alone_otherwise(place: int, entry: Entry) -> Iterator[Proposal]:
    """What a word may be a name by itself as, without what the text adds to it."""
    for lemma, _ in entry.lemmas:
        if entry.lone:
            yield Proposal(place, place, Asked(lemma.text, False), lemma.left, lemma.right)
        if entry.full_name and is_full_name(lemma.text):
            yield Proposal(place, place, Asked(lemma.text, True), lemma.left, lemma.right)
