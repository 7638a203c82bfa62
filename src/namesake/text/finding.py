"""The places of a text that name a listed party, by the same evidence as a screening.

Words that may be parts of names stand in *stretches*. Each listed name has three *anchors*, those of its
tokens that tell most: where a stretch has words that resemble two of them, the name is looked for in it, and
what lies between the first and the last of a name's words is compared with all listed names as a name asked
about would be. A stretch met before, in whatever text, is remembered with what it gave.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from namesake.index.layout import Array
from namesake.index.queries import Slips
from namesake.index.retrieval import Found as Hit
from namesake.index.retrieval import Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import evidence_of
from namesake.match.evidence import EvidenceKind
from namesake.names.parts import Role
from namesake.names.tokens import Parsed, parse
from namesake.text.bridges import Bridge, bridges
from namesake.text.half_found import HalfFound
from namesake.text.lemmas import Lemma, respelled
from namesake.text.uncased import adjacent, ends_joined
from namesake.text.unspaced import HanNames, has_han, is_full_name
from namesake.text.vocabulary import (
    ANCHOR,
    DIGITS,
    INNER,
    LEGAL,
    LIKE_A_NAME,
    SHORT,
    SMALL,
    Entry,
    Vocabulary,
)
from namesake.text.words import COMMA, HYPHEN, POINT, SPACE, Words, words_in

__all__ = ["Finder", "Found", "Named", "Place"]

_LONGEST: Final = 12
"""Words of a stretch that are looked at together; a name in a text has fewer."""
_MOST_REMEMBERED: Final = 1 << 17
_LETTERS: Final = 2
"""So many letters are written together with the number behind them or with a hyphen: M23, M-23."""
_ANCHORS: Final = 3
"""So many tokens of a name lead to it, and two of them must be there: Viktor Bout has no father's name."""


class Named(msgspec.Struct, gc=False):
    """A listed name that words of a text agree with.

    Attributes:
        name: its number in the snapshot.
        score: 0 to 1.
        person: whether both were read as a person's.
        parts: how many of the words agree.
        bits: how surprising that is.
        least: how alike the least alike of them are, in percent.
        exact: whether they are the same letters.
        omitted: how many parts that tell the listed name has more.
        bare: whether it has a legal form more.
        added: whether the text has a part more that tells.
        ordered: whether its parts stand in the order in which they are listed, the family name last.
    """

    name: int
    score: float
    person: bool
    parts: int
    bits: float
    least: int
    exact: bool
    omitted: int
    bare: bool
    added: bool
    ordered: bool = True


class Place(msgspec.Struct, gc=False):
    """Words of a text that agree with listed names.

    Attributes:
        first, last: the first and last of them.
        text: the name as it was compared.
        named: what it agrees with, best first.
        slips: whether slips of the pen were allowed for.
        left, right: how many bytes at their ends are no part of the name.
        doubt: why the words may be somebody else's name; empty where nothing says so.
        case: in which they stand, as `text.lemmas` has it.
    """

    first: int
    last: int
    text: str
    named: list[Named]
    slips: bool = False
    left: int = 0
    right: int = 0
    doubt: str = ""
    case: str = ""


class Found(NamedTuple):
    """What was found in one text.

    Attributes:
        words: its words.
        numbers: theirs in the vocabulary.
        flags: what each may be, as `text.vocabulary` has it.
        parted: for each word whether what stands before it parts names.
        stretches: where words stand together that may be parts of one name: first, and behind the last.
        places: words that agree with listed names; they may overlap.
        vocabulary: what is known of the words.
        text: what was read.
    """

    words: Words
    numbers: NDArray[np.int32]
    flags: NDArray[np.uint8]
    parted: list[bool]
    stretches: list[tuple[int, int]]
    places: list[Place]
    vocabulary: Vocabulary
    text: str

    def entry(self, place: int) -> Entry:
        """What is known of a word."""
        return self.vocabulary.entries[self.numbers.item(place)]

    def flag(self, place: int) -> int:
        """What a word may be."""
        return self.flags.item(place)

    def parts_at(self, place: int) -> bool:
        """Whether what stands before a word parts it from the one there."""
        return self.parted[place]

    def between(self, place: int) -> str:
        """What stands before a word."""
        start = self.words.places[self.words.ends[place - 1]] if place else 0
        return self.text[start : self.words.places[self.words.starts[place]]]


_Asked = tuple[str, bool, bool]
"""A name to compare, whether as a person's, and whether allowing for slips of the pen."""
_Span = tuple[int, int, bool]
"""The first and the last word of what may be a name, and whether a person's."""


class Proposal(NamedTuple):
    """Words that may be a listed name, as they are to be compared.

    Attributes:
        first, last: the first and last of them, in a stretch or in the text.
        text: the name.
        person: whether a person's.
        slips: whether to allow for slips of the pen.
        left, right: how many bytes at their ends are no part of the name.
        doubt: why the words may be somebody else's name; empty where nothing says so.
        case: in which they stand, as `text.lemmas` has it.
    """

    first: int
    last: int
    text: str
    person: bool
    slips: bool = False
    left: int = 0
    right: int = 0
    doubt: str = ""
    case: str = ""

    @property
    def asked(self) -> _Asked:
        """What is compared."""
        return self.text, self.person, self.slips

    def moved(self, start: int) -> Proposal:
        """The same in a text whose stretch begins there."""
        return self._replace(first=start + self.first, last=start + self.last)


class Finder:
    """Finds listed names in texts, for one snapshot and one choice of its names.

    Args:
        snapshot: the index.
        wanted: for each listed name whether it is wanted.
        floor: the least score of a name.
    """

    def __init__(self, snapshot: Snapshot, wanted: Array, floor: float) -> None:
        self._retrieval = Retrieval(snapshot, slips=Slips.NONE)
        self._wanted = wanted
        self._allowed = self._retrieval.wanting(wanted)
        self._floor = floor
        self._texts = snapshot.tokens
        self._listed = snapshot.name_texts
        self._starts = snapshot.arrays["name_token_starts"]
        self._tokens = snapshot.arrays["name_tokens"]
        self._traits = snapshot.arrays["name_traits"]
        self.vocabulary = Vocabulary(
            self._retrieval.lattice,
            snapshot.tokens,
            *_anchors(snapshot, wanted),
            snapshot.arrays["name_person"],
        )
        self._persons = snapshot.arrays["name_person"]
        self._worded_known: dict[int, bool] = {}
        self._with_in = self._having("in")
        self._half = HalfFound(
            self._retrieval.lattice,
            (snapshot.arrays["mark_shelves"], snapshot.arrays["mark_names"]),
            wanted,
            self.vocabulary,
        )
        self._careless = Retrieval(snapshot, slips=Slips.LETTER)
        self._remembered: dict[tuple[int, ...], list[Proposal]] = {}
        self._compared: dict[_Asked, list[Named]] = {}
        self._names: dict[int, list[int]] = {}

    @cached_property
    def han_names(self) -> HanNames:
        """The wanted names in Chinese characters; read out of the index for the first text that has some."""
        return HanNames(self._listed[name] for name in np.flatnonzero(self._wanted).tolist())

    def read(self, text: str) -> Found:
        """What a text has of listed names."""
        if self.vocabulary.full:
            # Stretches are remembered by the numbers of their words.
            self.vocabulary.clear()
            self._remembered.clear()
            self._half.clear()
            self._worded_known.clear()
        words = words_in(text)
        if has_han(text):
            words = self.han_names.parted(words)
        numbers = self.vocabulary.numbers(words.surfaces)
        stretches, parted = _stretches(words, numbers, self.vocabulary)
        listed = numbers.tolist()
        bridged = bridges(text, words, numbers, stretches, self.vocabulary)
        self.vocabulary.look_up(
            [
                *(number for start, stop in stretches if stop > start + 1 for number in listed[start:stop]),
                *(listed[place] for bridge in bridged if not bridge.worded for place in bridge.places),
            ],
            (listed[start] for start, stop in stretches if stop == start + 1),
            set(numbers[[stop - 1 for _, stop in stretches]].tolist()),
        )
        flags = self.vocabulary.flags
        anchored = np.zeros(len(numbers) + 1, dtype=np.int64)
        counts = flags[numbers] & ANCHOR > 0
        # A letter and a number with a hyphen between may be one word: M-23.
        counts[1:] |= (words.before[1:] == HYPHEN) & (flags[numbers[1:]] & DIGITS > 0)
        np.cumsum(counts, out=anchored[1:])
        remembered = self._remembered
        if len(remembered) > _MOST_REMEMBERED:
            remembered.clear()
            self._compared.clear()
        keys = [
            (start, tuple(listed[start:stop]))
            for start, stop in stretches
            if anchored[start] != anchored[stop]
        ]
        fresh = {key for _, key in keys if key not in remembered}
        self._half.look_up(fresh)
        for key in fresh:
            remembered[key] = list(self._propose(key))
        proposed = [one.moved(start) for start, key in keys for one in remembered[key]]
        for bridge in bridged:
            proposed += self._over(bridge, listed)
        self._compare({one.asked for one in proposed})
        places = [
            Place(one.first, one.last, one.text, named, one.slips, one.left, one.right, one.doubt, one.case)
            for one in proposed
            if (named := self._compared[one.asked])
        ]
        return Found(
            words, numbers, flags[numbers], parted.tolist(), stretches, places, self.vocabulary, text
        )

    def _propose(self, numbers: tuple[int, ...]) -> Iterator[Proposal]:
        """The parts of a stretch that may be listed names."""
        yield from self._numbered(numbers)
        entries = [self.vocabulary.entries[number] for number in numbers]
        counts: Counter[int] = Counter()
        for entry in set(entries):
            counts.update(entry.anchored)
        spans = {(place, place, False) for place, entry in enumerate(entries) if entry.lone}
        names = {name for name, count in counts.items() if count > 1}
        where: dict[int, list[int]] = {}
        for place, entry in enumerate(entries):
            for token in entry.tokens:
                where.setdefault(token, []).append(place)
        otherwise: set[Proposal] = set()
        if any(not entry.text.isascii() for entry in entries):
            for place, entry in enumerate(entries):
                spans.update(self._uncased_at(place, entry))
                if entry.lemmas and (entry.lone or entry.full_name):
                    otherwise.update(self._alone_otherwise(place, entry))
        inflected = any(entry.lemmas for entry in entries)
        for name in names:
            for used in self._spans(name, where, entries):
                first, last, person = min(used), max(used), self._persons.item(name)
                spans.add((first, last, person))
                if inflected:
                    otherwise.update(self._otherwise(entries[first : last + 1], first, used, person))
        half = {
            (min(used), max(used), self._persons.item(name))
            for first, last, name in self._half.names(numbers, entries)
            if not any(first <= place <= last for token in self._of(name) for place in where.get(token, ()))
            for used in self._spans(name, where, entries, first, last)
        }
        for slips, each in ((False, spans), (True, half)):
            for first, last, person in sorted(self._with_forms(each, numbers)):
                text = " ".join(entry.text for entry in entries[first : last + 1])
                yield Proposal(first, last, text, person, slips)
        yield from sorted(otherwise)

    def _uncased_at(self, place: int, entry: Entry) -> Iterator[_Span]:
        """What may be a listed name that ends with a word of a script without capitals."""
        if not entry.uncased:
            return
        if place and ends_joined(entry.text):
            longer = max(place - 2, 0)
            yield from ((place - 1, place, False), (longer, place, False), (longer, place, True))
        if has_han(entry.text):
            if entry.text in self.han_names:
                yield from ((place, place, False), (place, place, True))
        elif is_full_name(entry.text):
            yield place, place, True

    def _alone_otherwise(self, place: int, entry: Entry) -> Iterator[Proposal]:
        """What a word may be a name by itself as, without what the text adds to it."""
        for lemma, _ in entry.lemmas:
            if entry.lone:
                yield Proposal(place, place, lemma.text, False, left=lemma.left, right=lemma.right)
            if is_full_name(lemma.text):
                yield Proposal(place, place, lemma.text, True, left=lemma.left, right=lemma.right)

    def _otherwise(
        self, entries: list[Entry], first: int, used: dict[int, int], person: bool
    ) -> Iterator[Proposal]:
        """What words may be as lists write them, for one listed name with its tokens at these places."""
        lemmas: list[list[Lemma] | None] = []
        for place, entry in enumerate(entries, first):
            token = used.get(place)
            # A word of an organisation's that stands as it is listed is in no case to be taken back.
            kept = token is None or (not person and self._texts[token] in entry.words)
            lemmas.append(None if kept else [lemma for lemma, tokens in entry.lemmas if token in tokens])
        for name in respelled([entry.text for entry in entries], lemmas, person=person):
            last = first + len(entries) - 1
            yield Proposal(
                first, last, name.text, person, False, name.left, name.right, name.doubt, name.case
            )

    def _having(self, word: str) -> frozenset[int]:
        """The names of things that have a token."""
        number = bisect_left(self._texts, word)
        if number == len(self._texts) or self._texts[number] != word:
            return frozenset()
        names = np.searchsorted(self._starts, np.flatnonzero(self._tokens == number), side="right") - 1
        return frozenset(names[self._wanted[names] & ~self._persons[names]].tolist())

    def _over(self, bridge: Bridge, listed: list[int]) -> list[Proposal]:
        """The listed names that two stretches may have together."""
        places = bridge.places
        key = tuple(listed[place] for place in places)
        if bridge.worded and not all(
            any(self._worded(key[at]) for at, place in enumerate(places) if (place < bridge.right) == left)
            for left in (True, False)
        ):
            return []
        if key not in self._remembered:
            self._half.look_up([key])
            self._remembered[key] = list(self._propose(key))
        return [
            one._replace(first=places[one.first], last=places[one.last])
            for one in self._remembered[key]
            if places[one.first] < bridge.right <= places[one.last]
        ]

    def _worded(self, number: int) -> bool:
        """Whether a word is an anchor of a name with "in" within it."""
        known = self._worded_known.get(number)
        if known is None:
            anchored = self.vocabulary.entries[number].anchored
            if not anchored:
                return False  # perhaps it is looked up later
            known = self._worded_known[number] = not self._with_in.isdisjoint(anchored)
        return known

    def _numbered(self, numbers: tuple[int, ...]) -> Iterator[Proposal]:
        """Letters with a number behind them, as one word."""
        for place, number in enumerate(numbers):
            if place and self.vocabulary.flags[number] & DIGITS:
                letters, digits = (
                    self.vocabulary.entries[one].text for one in numbers[place - 1 : place + 1]
                )
                if len(letters) <= _LETTERS and letters.isupper() and digits.isdigit():
                    yield Proposal(place - 1, place, letters + digits, False)

    def _with_forms(self, spans: set[_Span], numbers: tuple[int, ...]) -> set[_Span]:
        """The same, and with the legal form behind each: it is the name's, listed with one or not."""
        found = set(spans)
        for first, last, person in spans:
            end = last
            while not person and end + 1 < len(numbers) and self.vocabulary.flags[numbers[end + 1]] & LEGAL:
                end += 1
            found.add((first, end, person))
        return found

    def _spans(
        self, name: int, where: dict[int, list[int]], entries: list[Entry], *known: int
    ) -> Iterator[dict[int, int]]:
        """The places of words that are like tokens of the name, with these; some places are known to be."""
        tokens = self._of(name)
        if any(entries[place].uncased for token in tokens for place in where.get(token, ())):
            yield from adjacent(tokens, where)
            return
        used = dict.fromkeys(known, -1)
        again = False
        for token in tokens:
            places = where.get(token, ())
            again = again or len(places) > 1
            for place in places:
                if place not in used:
                    used[place] = token
                    break
        if len(used) > len(set(known)) + (not known) and max(used) - min(used) < _LONGEST:
            yield used
        if again:
            yield from self._each_time(name, where)

    def _each_time(self, name: int, where: dict[int, list[int]]) -> Iterator[dict[int, int]]:
        """Wherever the name may begin in the stretch, as far as none of its words comes again."""
        at: dict[int, set[int]] = {}
        for token in self._of(name):
            for place in where.get(token, ()):
                at.setdefault(place, set()).add(token)
        places = sorted(at)
        for number, first in enumerate(places):
            used: dict[int, int] = {}
            for place in places[number:]:
                unused = at[place].difference(used.values())
                if not unused or place - first >= _LONGEST:
                    break
                used[place] = min(unused)
            if len(used) > 1:
                yield used

    def _of(self, name: int) -> list[int]:
        """The tokens of a listed name."""
        tokens = self._names.get(name)
        if tokens is None:
            start, end = self._starts.item(name), self._starts.item(name + 1)
            tokens = self._names[name] = self._tokens[start:end].tolist()
        return tokens

    def _compare(self, names: set[_Asked]) -> None:
        """Find the listed names that these names agree with, all together."""
        for slips, retrieval in ((False, self._retrieval), (True, self._careless)):
            fresh = sorted(name for name in names if name[2] == slips and name not in self._compared)
            if not fresh:
                continue
            queries = [parse(text, person=person) for text, person, _ in fresh]
            found = retrieval.find(queries, [self._floor] * len(queries), self._allowed)
            for name, query, each in zip(fresh, queries, found, strict=True):
                named = [self._named(query, one) for one in each]
                named.sort(key=lambda one: (-one.score, one.name))
                self._compared[name] = named

    def _named(self, query: Parsed, found: Hit) -> Named:
        listed = parse(self._listed[found.name], person=query.person)
        pairs = pairs_of(found.pairs)
        parts = [
            piece
            for piece in evidence_of(query, listed, pairs)
            if piece.kind is EvidenceKind.PART and piece.bits
        ]
        ours = _left_over(query, [pair.left for pair in pairs])
        theirs = _left_over(listed, [pair.right for pair in pairs])
        return Named(
            found.name,
            found.score / 1e4,
            query.person,
            len(parts),
            sum(piece.bits for piece in parts),
            min((pair.value for pair in pairs), default=0),
            all(piece.same for piece in parts),
            sum(role <= Role.NUMBER for role in theirs),
            Role.LEGAL in theirs,
            any(role <= Role.NUMBER for role in ours),
            _ascend([pair.right[0] for pair in sorted(pairs, key=lambda pair: pair.left)]),
        )


def _ascend(places: list[int]) -> bool:
    return all(one < other for one, other in pairwise(places))


def _left_over(name: Parsed, spans: list[tuple[int, int]]) -> list[Role]:
    """The roles of the tokens in none of these spans."""
    used = {place for span in spans for place in range(*span)}
    return [token.role for place, token in enumerate(name.tokens) if place not in used]


def _stretches(
    words: Words, numbers: NDArray[np.int32], vocabulary: Vocabulary
) -> tuple[list[tuple[int, int]], NDArray[np.bool_]]:
    """Where words stand together that may be parts of one name; each begins and ends with one like a name.

    With it comes for each word whether it is parted from the one before.
    """
    flags = vocabulary.flags[numbers]
    like = flags & LIKE_A_NAME > 0
    # Korean given names are written so: Kim Jong-un. Behind such a word a name ends.
    joined = (words.before == HYPHEN) & (flags & SMALL > 0)
    joined[:2] = False
    joined[2:] &= like[1:-1] & like[:-2] & (words.before[1:-1] == SPACE)
    # Abd-al-Aziz goes on.
    joined[:-1] &= (words.before[1:] != HYPHEN) | (flags[:-1] & INNER == 0)
    inside = like | joined | (flags & INNER > 0)
    parts = (words.before > COMMA) | ((words.before == COMMA) & (flags & LEGAL == 0))
    # A full stop ends a sentence, unless it shortens the word before it.
    pointed = np.flatnonzero(words.before == POINT)
    parts[pointed] = flags[pointed - 1] & SHORT == 0
    found: list[tuple[int, int]] = []
    cut = parts | ~inside
    cut[1:] |= joined[:-1]
    cuts = np.flatnonzero(cut)
    begin = np.append(0, cuts)
    end = np.append(cuts, len(numbers))
    counted = np.zeros(len(numbers) + 1, dtype=np.int64)
    np.cumsum(like, out=counted[1:])
    some = counted[end] > counted[begin]
    for start, stop in zip(begin[some].tolist(), end[some].tolist(), strict=True):
        while not like[start]:
            start += 1
        while not (like[stop - 1] or joined[stop - 1] or (flags[stop - 1] & DIGITS and like[stop - 2])):
            stop -= 1
        for place in range(start, stop, 2 * _LONGEST):
            found.append((place, min(stop, place + 3 * _LONGEST)))
            if place + 3 * _LONGEST >= stop:
                break
    return found, parts


def _anchors(
    snapshot: Snapshot, wanted: Array
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """For each token where the names that have it as an anchor begin; these names; and which have but one."""
    starts, traits = snapshot.arrays["name_token_starts"], snapshot.arrays["name_traits"]
    names = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    # One part of a person's name is nobody's.
    counts = wanted & ~(snapshot.arrays["name_person"] & (snapshot.arrays["name_tells"] < 2))
    telling = np.flatnonzero(((traits >> 16 & 15) <= Role.NUMBER) & counts[names])
    bits = (traits[telling] >> 8 & 255).astype(np.int64)
    order = telling[np.lexsort((telling, -bits, names[telling]))]
    rank = np.arange(len(order)) - np.searchsorted(names[order], names[order])
    anchors = order[rank < _ANCHORS]
    tokens = snapshot.arrays["name_tokens"][anchors].astype(np.int64)
    by_token = np.lexsort((names[anchors], tokens))
    places = np.searchsorted(tokens[by_token], np.arange(len(snapshot.tokens) + 1))
    # Nobody is called by one name alone in a text, but by one that refers back.
    alone = (snapshot.arrays["name_tells"] == 1) & ~snapshot.arrays["name_person"]
    return places.astype(np.int64), names[anchors][by_token].astype(np.int64), alone
