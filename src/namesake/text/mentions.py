"""Which of the places found in a text are mentions, of whom, and how sure that is.

A place is no mention where it is part of a longer name that is not listed, where it is a lone given name or
surname with nobody to refer back to, or a word that the text uses as a word. What remains is the same party
where the name is rare enough to tell who is meant, else possibly so. A full name lends its surname, and an
organisation its acronym in brackets, to the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import numpy as np

from namesake.match.strings import similarity
from namesake.model.policy import WeakAliases
from namesake.model.values import Kind
from namesake.names.lexicon import lexicon
from namesake.names.writing import words_of
from namesake.text.english import english
from namesake.text.finding import Found, Named, Place
from namesake.text.listing import Bearer, Listing
from namesake.text.mention import Form, Mention, Status
from namesake.text.referring import ACRONYM, Draft, referring
from namesake.text.slavic_cases import is_cyrillic, may_stand_in
from namesake.text.uncased import ends_joined, joins_names, misread
from namesake.text.vocabulary import CAPITALS, LEGAL, LIKE_A_NAME, SMALL, Entry
from namesake.text.words import BREAK, HYPHEN

__all__ = ["mentions_in"]

_RARE_PERSON: Final = 16.0
"""Bits: a name that one person in some 65,000 bears at most tells who is meant in a text about him."""
_RARE_THING: Final = 12.0
_RARE_PART: Final = 18.0
"""The same where the listed name has parts more, as a father's name: it is a namesake's more easily."""
_SPELLED: Final = 90
"""Percent: two spellings of one word are so much alike, or it may be another word."""
_LEAST_SINGLE: Final = 0.75
_AKIN: Final = 60
"""Percent: two words are so much alike that they may be one name, however it is spelled."""
_LONG_WORD: Final = 7
"""Letters: a shorter word spelled otherwise is another word too often."""
_SAME_NAME: Final = 0.03
"""Names that score so little less than the best may be meant too."""
_LONGER: Final = 0.05
"""What a word more is worth when two places overlap."""
_SLIP: Final = 0.1
"""What it takes from a place that a slip of the pen had to be allowed for."""
_AHEAD: Final = 8
"""Words on either side that may say a name is a ship's."""
_IN_CAPITALS: Final = 0.6
_THINGS: Final = (Kind.VESSEL, Kind.AIRPLANE)


def mentions_in(
    text: str, found: Found, listing: Listing, weak: WeakAliases = WeakAliases.CORROBORATE
) -> list[Mention]:
    """The mentions in a text, in its order.

    Args:
        text: what was read.
        found: what `Finder.read` found in it.
        listing: whose the listed names are.
        weak: whether a weak alias has to be corroborated by a better name of its party, or spelled exactly.
    """
    reader = _Reader(found, listing, weak)
    return [_mention(text, found, draft) for draft in reader.drafts()]


def _mention(text: str, found: Found, draft: Draft) -> Mention:
    left, right = found.entry(draft.first).left + draft.left, found.entry(draft.last).right + draft.right
    start, end = found.words.span(draft.first, draft.last, left, right)
    return Mention(
        start=start,
        end=end,
        surface=text[start:end],
        party=draft.bearer.id,
        form=draft.form,
        status=draft.status,
        score=round(draft.score or draft.named.score, 4),
        matched_name=draft.bearer.text,
        reason=draft.reason,
        also=tuple(one.id for one in draft.also),
    )


class _Reader:
    """One text being read."""

    def __init__(self, found: Found, listing: Listing, weak: WeakAliases) -> None:
        self._found = found
        self._weak = weak
        self._listing = listing
        self._count = len(found.numbers)

    @cached_property
    def _capitals(self) -> bool:
        """Whether the text is written in capitals, which then tell nothing."""
        flags = self._found.flags
        cased = np.count_nonzero(flags & (LIKE_A_NAME | SMALL))
        return bool(np.count_nonzero(flags & CAPITALS) > _IN_CAPITALS * cased)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that the text writes in small letters too."""
        entries = self._found.vocabulary.entries
        numbers = np.unique(self._found.numbers[self._found.flags & SMALL > 0])
        return frozenset(entries[number].text for number in numbers.tolist())

    def drafts(self) -> list[Draft]:
        """The mentions: the full names, then what refers back to them."""
        full = list(self._longest(self._full()))
        if not full:
            return []
        drafts = [*full, *referring(self._found, full, capitals=self._capitals)]
        self._corroborate(drafts)
        # A weak alias counts only where something else says who is meant.
        drafts = [one for one in drafts if self._strong(one.named, one.bearer) or one.status is Status.SAME]
        return sorted(drafts, key=lambda draft: draft.first)

    def _corroborate(self, drafts: list[Draft]) -> None:
        """A name that would not tell by itself is its party's where the text has a better one of it too."""
        sure = {draft.bearer.party for draft in drafts if draft.status is Status.SAME}
        for draft in drafts:
            known = draft.bearer.kind is not Kind.PERSON or draft.bearer.weak
            if known and draft.status is Status.POSSIBLE and draft.bearer.party in sure:
                draft.status = Status.SAME
                draft.reason += "; the text has a surer name of it too"

    def _full(self) -> Iterator[Draft]:
        """Every place that may be a mention by itself."""
        for place in self._found.places:
            draft = self._judged(place)
            if draft is not None:
                yield draft

    def _longest(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Of mentions that overlap the one of the longest name, unless it is much less alike."""
        used: set[int] = set()
        for draft in sorted(
            drafts,
            key=lambda one: (
                # Where any words look like a name, what counts for nothing by itself hides no name that does.
                self._uncased(one) and not self._strong(one.named, one.bearer),
                -one.named.score - _LONGER * (one.last - one.first) + _SLIP * one.slips,
                one.first,
            ),
        ):
            words = range(draft.first, draft.last + 1)
            if used.isdisjoint(words):
                used.update(words)
                yield draft

    def _strong(self, one: Named, bearer: Bearer) -> bool:
        """Whether the name counts by itself."""
        return not bearer.weak or (self._weak is WeakAliases.EXACT and one.exact)

    def _judged(self, place: Place) -> Draft | None:
        good = [(one, self._listing.bearer(one.name)) for one in place.named]
        good = [(one, bearer) for one, bearer in good if self._counts(place, one, bearer)]
        strong = [(one, bearer) for one, bearer in good if self._strong(one, bearer)]
        good = strong or good
        if not good:
            return None
        best, bearer = good[0]
        others: dict[int, Bearer] = {}
        for one, other in good:
            if other.party != bearer.party and one.score >= best.score - _SAME_NAME:
                others.setdefault(other.party, other)
        # Of names of the party that agree as well the one it is best known by.
        for one, other in good:
            if other.party == bearer.party and other.primary and one.score >= best.score:
                best, bearer = one, other
                break
        form = Form.NAME if bearer.primary else Form.ALIAS
        if self._is_acronym(place):
            form = Form.ACRONYM
        status, why = self._sure(place, best, bearer)
        if place.slips and bearer.kind is Kind.PERSON and status is Status.SAME:
            status, why = Status.POSSIBLE, "a word of it is not spelled as listed"
        if status is Status.SAME and any(
            one.score >= best.score and other.party != bearer.party and _list_of(other) == _list_of(bearer)
            for one, other in good
        ):
            # A list has a party once: two that it calls the same are two, and the name tells neither.
            status, why = Status.POSSIBLE, "the list calls several parties so"
        if status is Status.SAME and not best.person and self._of_others(bearer, best, place):
            status, why = Status.POSSIBLE, "others are called so, with a word more"
        how = "the name as listed" if best.exact else f"another spelling of {bearer.text}"
        if best.omitted:
            how = f"part of {bearer.text}"
        first = self._with_particle(place.first, bearer)
        if status is Status.SAME and (doubt := place.doubt or self._doubt(place, bearer)):
            status, why = Status.POSSIBLE, doubt
        return Draft(
            first,
            place.last,
            best,
            bearer,
            form,
            status,
            f"{how}; {why}",
            tuple(others.values()),
            slips=place.slips,
            left=place.left if first == place.first else 0,
            right=place.right,
            text=place.text,
            case=place.case,
        )

    def _of_others(self, bearer: Bearer, best: Named, place: Place) -> bool:
        """Whether an alias is part of the fuller name of another party of its list.

        Hizballah once signed as Islamic Jihad, which others are called, and Palestinian or Egyptian. What is
        like the name that the party is best known by is its own all the same.
        """
        known = [word.text for word in words_of(bearer.known_as) if len(word.text) > 2]
        said = [word.text for word in words_of(bearer.text) if len(word.text) > 2]
        if any(similarity(one, other).value >= _AKIN for one in said for other in known):
            return False
        for one in place.named:
            other = self._listing.bearer(one.name)
            more = one.omitted and not one.added and one.parts >= best.parts and one.least >= _SPELLED
            if more and other.party != bearer.party and _list_of(other) == _list_of(bearer):
                return True
        return False

    def _without_surname(self, place: Place, bearer: Bearer) -> bool:
        """Whether nothing in a person's name is his surname as listed: a given and a father's name alone."""
        surname, comma, _ = bearer.text.partition(",")
        if not comma:
            return False
        said = [word.text for word in words_of(place.text)]
        return not any(
            similarity(one, word.text).value >= _AKIN
            for word in words_of(surname)
            if len(word.text) > 2
            for one in said
        )

    def _doubt(self, place: Place, bearer: Bearer) -> str:
        """Why a name in a script without capitals may be a part of a longer one; empty where it may not."""
        if bearer.kind is not Kind.PERSON or not self._uncased(place):
            return ""
        found = self._found
        beside = (
            place.first - 1 if place.first and not found.parts_at(place.first) else None,
            place.last + 1 if place.last + 1 < self._count and not found.parts_at(place.last + 1) else None,
        )
        for other in beside:
            if other is None or not found.flag(other) & LIKE_A_NAME:
                continue
            entry = found.entry(other)
            if not entry.role and found.vocabulary.names_somebody(entry):
                return f"{entry.text} beside it may belong to a longer name"
        return ""

    def _uncased(self, place: Place | Draft) -> bool:
        """Whether the words there are in a script without capitals."""
        if place.text.isascii():
            return False
        return self._found.entry(place.first).uncased and self._found.entry(place.last).uncased

    def _with_particle(self, first: int, bearer: Bearer) -> int:
        """Where the name begins with the article or particle before it that its listed form has too."""
        listed = {word.text for word in words_of(bearer.text)}
        while first and not self._found.parts_at(first):
            before = self._found.entry(first - 1)
            if len(before.words) != 1 or before.words[0] not in lexicon().particles & listed:
                break
            first -= 1
        return first

    def _counts(self, place: Place, one: Named, bearer: Bearer) -> bool:
        """Whether the place may be a mention of this party at all."""
        person = bearer.kind is Kind.PERSON
        if one.person != person and bearer.kind is not Kind.LEGAL_ENTITY:
            return False
        if self._inside_longer(place, bearer.kind):
            return False
        alone = place.last == place.first
        single = one.parts < 2 or (alone and not self._found.entry(place.first).full_name)
        if place.slips and one.bits < (_RARE_PERSON if person else _RARE_THING):
            return False  # a letter off, a common name is another one
        # Where nothing else tells what belongs to a name, all of it must stand there as it is listed.
        if self._uncased(place):
            if (
                one.omitted
                or one.added
                or not (one.ordered or alone)
                or misread(place.text.split(), bearer.text)
            ):
                return False
            # حزب الله is one word elsewhere, and a name all the same.
            single = single and (person or alone or not any(map(ends_joined, place.text.split())))
        if person:
            return not single and not (place.slips and (one.added or one.omitted > 1))
        # An organisation or ship is called by all that tells in its name.
        if one.omitted or one.added or _in_initials(bearer.text, place.text):
            return False
        if one.bits < _RARE_PERSON and self._goes_on(place):
            return False
        if not single:
            return True
        if bearer.kind in _THINGS:
            return self._near(place, english().ships)
        entry = self._found.entry(place.last)
        if one.bare or entry.text.lower() in self._small or entry.role:
            return False
        if self._capitals:
            return one.exact and (one.bits >= _RARE_THING or any(map(str.isdigit, entry.text)))
        if self._is_acronym(place):
            return one.exact
        long_enough = one.exact or (len(entry.text) >= _LONG_WORD and one.least >= _SPELLED)
        return long_enough and one.score >= _LEAST_SINGLE

    def _sure(self, place: Place, one: Named, bearer: Bearer) -> tuple[Status, str]:
        """Whether the place is the party or only may be, and why."""
        if bearer.weak:
            return Status.POSSIBLE, "a weak alias"
        if bearer.kind is Kind.PERSON:
            if one.bits < (_RARE_PART if one.omitted else _RARE_PERSON):
                return Status.POSSIBLE, "many people bear this name"
            if one.added:
                return Status.POSSIBLE, "with a word more than is listed"
            if one.omitted > 1:
                return Status.POSSIBLE, f"{one.omitted} parts of the listed name are not there"
            if one.least < _SPELLED:
                return Status.POSSIBLE, "not surely the same name"
            if one.omitted and self._without_surname(place, bearer):
                return Status.POSSIBLE, "the surname is not there"
            return Status.SAME, "a rare name"
        if one.least < _SPELLED:
            return Status.POSSIBLE, "not surely the same name"
        if bearer.kind in _THINGS and not self._near(place, english().ships):
            return Status.POSSIBLE, "nothing near it says that a ship or aircraft is meant"
        if self._is_acronym(place):
            return Status.POSSIBLE, "a listed acronym, which others may have too"
        if one.parts < 2:
            if not self._capitals and self._near(place, english().armed):
                return Status.SAME, "a name of its own, of a group as the words beside it say"
            return Status.POSSIBLE, "one word, which may be something else's name too"
        if one.bits < _RARE_THING:
            return Status.POSSIBLE, "many organisations bear a name like this"
        return Status.SAME, "a name of its own"

    def _is_acronym(self, place: Place) -> bool:
        return not self._capitals and bool(ACRONYM.fullmatch(place.text))

    def _inside_longer(self, place: Place, kind: Kind) -> bool:
        """Whether words beside the place belong to one longer name with it, which is not listed."""
        found = self._found
        if self._capitals:
            return False  # every word looks like a name's
        before, after = place.first - 1, place.last + 1
        if self._uncased(place):
            return any(
                0 <= other < self._count and not found.parts_at(edge) and joins_names(found.entry(other).text)
                for other, edge in ((before, place.first), (after, after))
                if edge < self._count
            )
        if before >= 0 and found.words.before[place.first] < BREAK and not found.parts_at(place.first):
            entry, flags = found.entry(before), found.flag(before)
            # MV stands before a ship's name as a title before a man's.
            titled = entry.role or (kind in _THINGS and entry.text.lower() in english().ships)
            titled = titled or self._apart_in_cyrillic(before, place.first, kind, place.case)
            if flags & LIKE_A_NAME and not titled and not entry.owns and not self._begins(before):
                return True
        last = found.entry(place.last)
        if after < self._count and not last.owns and not found.parts_at(after):
            entry, flags = found.entry(after), found.flag(after)
            apart = kind is Kind.PERSON and self._otherwise_declined(entry, place.case)
            role = entry.role and not self._is_place(entry)
            if flags & LIKE_A_NAME and not flags & LEGAL and not role and not apart:
                return True
        return False

    def _goes_on(self, place: Place) -> bool:
        """Whether "of" and a name follow, so that it is another's: the Ministry of Defence of Ruritania."""
        of = place.last + 1
        if (
            self._capitals
            or of + 1 >= self._count
            or self._found.parts_at(of)
            or self._found.parts_at(of + 1)
        ):
            return False
        return self._found.entry(of).text == "of" and bool(self._found.flag(of + 1) & LIKE_A_NAME)

    def _is_place(self, entry: Entry) -> bool:
        return bool(entry.words) and entry.words[0] not in lexicon().titles and entry.place

    def _apart_in_cyrillic(self, before: int, first: int, kind: Kind, case: str) -> bool:
        """Whether a Cyrillic word before a name does not belong to it though it has a capital.

        Without articles a name stands right behind the noun it belongs to (глава Чечни Рамзан Кадыров) and
        the verb or noun that a sentence begins with; and words of one person's name stand in one case.
        """
        found, entry = self._found, self._found.entry(before)
        if not is_cyrillic(entry.text) or found.words.before.item(first) == HYPHEN:
            return False
        if kind is Kind.PERSON:
            return not found.vocabulary.names_somebody(entry, case)
        return found.parts_at(before)

    def _otherwise_declined(self, entry: Entry, case: str) -> bool:
        """Whether a word is in another case than the name before it: Путину Сергей."""
        if not case or not is_cyrillic(entry.text):
            return False
        somebodys = self._found.vocabulary.names_somebody
        if somebodys(entry) and not somebodys(entry, case):
            return True
        return not may_stand_in(entry.text, case)

    def _begins(self, place: int) -> bool:
        """Whether a sentence begins with this word, which may then be no name."""
        return bool(self._found.parts_at(place)) and self._found.entry(place).text.lower() in self._small

    def _near(self, place: Place, words: frozenset[str]) -> bool:
        around = range(max(0, place.first - _AHEAD), min(self._count, place.last + _AHEAD + 1))
        return any(self._found.entry(other).text.lower() in words for other in around)


def _in_initials(listed: str, said: str) -> bool:
    """Whether a name is listed in initials only, and said in words, which may have others' initials.

    A firm whose legal form is E.U. is not the European Union.
    """
    return "." in listed and max(map(len, re.findall(r"\w+", listed)), default=0) == 1 and " " in said.strip()


def _list_of(bearer: Bearer) -> str:
    return bearer.id.partition(":")[0]
