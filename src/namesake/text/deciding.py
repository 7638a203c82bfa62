"""Whether words that agree with listed names are a mention, of whom, and how sure that is.

They are none where they are part of a longer name that is not listed, or a word that the text uses as a word.
What remains is the same party where the name is rare enough to tell who is meant, else possibly so.
"""

from __future__ import annotations

from typing import Final

from namesake.model.policy import WeakAliases
from namesake.model.values import Kind
from namesake.text.agreement import Named
from namesake.text.draft import Draft
from namesake.text.english import english
from namesake.text.finding import Found, Place
from namesake.text.listing import Bearer, Listing
from namesake.text.mention import Form, Status
from namesake.text.proposal import Proposal
from namesake.text.referring import ACRONYM
from namesake.text.surroundings import LONG_WORD, THINGS
from namesake.text.uncased import ends_joined, misread
from namesake.text.whose_name import (
    in_initials,
    is_another_of_the_list,
    is_part_of_others,
    without_first_name,
    without_surname,
    words_in_name,
)

__all__ = ["Judge"]

_RARE_PERSON: Final = 16.0
"""Bits: a name that one person in some 65,000 bears at most tells who is meant in a text about him."""
_RARE_THING: Final = 12.0
_RARE_PART: Final = 18.0
"""The same where the listed name has parts more, as a father's name: it is a namesake's more easily."""
_SPELLED: Final = 90
"""Percent: two spellings of one word are so much alike, or it may be another word."""
_LEAST_SINGLE: Final = 0.75
_ACRONYM: Final = 6
"""Characters; a longer word in capitals is a name as others are: HEZBOLLAH."""
_SAME_NAME: Final = 0.03
"""Names that score so little less than the best may be meant too."""


class Judge:
    """Judges the places of one text.

    Args:
        found: what `Finder.read` found in it.
        listing: whose the listed names are.
        weak: whether a weak alias has to be corroborated by a better name of its party, or spelled exactly.
    """

    def __init__(self, found: Found, listing: Listing, weak: WeakAliases) -> None:
        self._written, self.around = found.written, found.around
        self._listing, self._weak = listing, weak

    def strong(self, one: Named, bearer: Bearer) -> bool:
        """Whether a name counts by itself."""
        return not bearer.weak or (self._weak is WeakAliases.EXACT and one.exact)

    def judged(self, place: Place) -> Draft | None:
        """The mention that a place is; None where it is none."""
        at = place.at
        inside: dict[Kind, bool] = {}
        good: list[tuple[Named, Bearer]] = []
        for one in place.named:
            bearer = self._listing.bearer(one.name)
            kind = bearer.kind
            if one.person != (kind is Kind.PERSON) and kind is not Kind.LEGAL_ENTITY:
                continue
            if kind not in inside:
                inside[kind] = self.around.inside_longer(at, kind)
            if not inside[kind] and self._counts(at, one, bearer):
                good.append((one, bearer))
        good = [each for each in good if self.strong(*each)] or good
        if not good:
            return None
        best, bearer = good[0]
        # A vowel tells more than a father's name that few texts have: who is spelled so is meant first.
        if bearer.kind is Kind.PERSON and not best.exact and at.asked.text.isascii():
            written = [each for each in good if each[0].exact and _is_fuller(at.asked.text, *each)]
            if written and bearer.one not in {other.one for _, other in written}:
                best, bearer = written[0]
        others: dict[int, Bearer] = {}
        for one, other in good:
            alike = one.score >= best.score - _SAME_NAME
            fuller = not is_another_of_the_list(other, bearer) and _is_fuller(at.asked.text, one, other)
            rival = _is_rival(at.asked.text, one, other, best, bearer)
            if other.party != bearer.party and (alike or fuller or rival):
                others.setdefault(other.party, other)
        # Of names of the party that agree as well the one it is best known by.
        for one, other in good:
            if other.party == bearer.party and other.primary and one.score >= best.score:
                best, bearer = one, other
                break
        status, why = self._sure(at, best, bearer)
        if status is Status.SAME and (doubt := self._doubt(place, best, bearer, good)):
            status, why = Status.POSSIBLE, doubt
        form = Form.NAME if bearer.primary else Form.ALIAS
        if self._is_acronym(at):
            form = Form.ACRONYM
        how = "the name as listed" if best.exact else f"another spelling of {bearer.text}"
        if best.added:
            how = f"more than {bearer.text}"
        if best.omitted:
            how = f"part of {bearer.text}"
        first = self.around.first_with_particle(at, words_in_name(bearer.text))
        if first < at.first:
            at = at._replace(first=first, left=0)
        return Draft(at, best, bearer, form, status, f"{how}; {why}", tuple(others.values()))

    def _counts(self, at: Proposal, one: Named, bearer: Bearer) -> bool:
        """Whether the words may be a mention of this party at all."""
        person, text, slips = bearer.kind is Kind.PERSON, at.asked.text, at.asked.slips
        alone = at.first == at.last
        single = one.parts < 2 or (alone and not self._written.entry(at.first).full_name)
        if _joins_two(text, bearer.text):
            return False
        if slips and one.bits < (_RARE_PERSON if person else _RARE_THING):
            return False  # a letter off, a common name is another one
        if self.around.uncased(at):
            # Where nothing else tells what belongs to a name, all of it must stand there as it is listed.
            ordered = one.ordered or alone
            if one.omitted or one.added or not ordered or misread(text.split(), bearer.text):
                return False
            # حزب الله is one word elsewhere, and a name all the same.
            single = single and (person or alone or not any(map(ends_joined, text.split())))
        if person:
            return not single and not (slips and (one.added or one.omitted > 1))
        # An organisation or ship is called by all that tells in its name.
        if one.omitted or one.added or in_initials(bearer.text, text):
            return False
        if one.bits < _RARE_PERSON and self.around.goes_on(at):
            return False
        return not single or self._counts_alone(at, one, bearer)

    def _counts_alone(self, at: Proposal, one: Named, bearer: Bearer) -> bool:
        """Whether one word may be a mention of what is no person."""
        if bearer.kind in THINGS:
            return self.around.near(at, english().ships)
        entry = self._written.entry(at.last)
        if one.bare or self.around.used_otherwise(entry):
            return False
        if self.around.capitals:
            return one.exact and (one.bits >= _RARE_THING or any(map(str.isdigit, entry.text)))
        if self._is_acronym(at):
            return one.exact
        if self.around.doubt(at, bearer.kind):
            return one.exact and one.bits >= _RARE_THING
        long_enough = one.exact or (len(entry.text) >= LONG_WORD and one.least >= _SPELLED)
        return long_enough and one.score >= _LEAST_SINGLE

    def _sure(self, at: Proposal, one: Named, bearer: Bearer) -> tuple[Status, str]:
        """Whether the words are the party or only may be, and why, by what is said of it."""
        if bearer.weak:
            return Status.POSSIBLE, "a weak alias"
        if bearer.kind is Kind.PERSON:
            return _sure_of_person(at.asked.text, one, bearer)
        if one.least < _SPELLED:
            return Status.POSSIBLE, "not surely the same name"
        if bearer.kind in THINGS and not self.around.near(at, english().ships):
            return Status.POSSIBLE, "nothing near it says that a ship or aircraft is meant"
        if self._is_acronym(at):
            return Status.POSSIBLE, "a listed acronym, which others may have too"
        if one.parts < 2:
            if bearer.armed and not self.around.capitals and self.around.is_armed(at):
                return Status.SAME, "a name of its own, of a group as the words beside it say"
            return Status.POSSIBLE, "one word, which may be something else's name too"
        if one.bits < _RARE_THING:
            return Status.POSSIBLE, "many organisations bear a name like this"
        return Status.SAME, "a name of its own"

    def _doubt(self, place: Place, best: Named, bearer: Bearer, good: list[tuple[Named, Bearer]]) -> str:
        """Why words that would be the party may be somebody else's; empty where nothing says so."""
        person = bearer.kind is Kind.PERSON
        if place.at.asked.slips and person:
            return "a word of it is not spelled as listed"
        said = place.at.asked.text
        if any(
            is_another_of_the_list(other, bearer)
            and (one.score >= best.score or _is_rival(said, one, other, best, bearer))
            for one, other in good
        ):
            # A list has a party once: two that it calls the same are two, and the name tells neither.
            return "the list calls several parties so"
        others = ((one, self._listing.bearer(one.name)) for one in place.named)
        if not best.person and is_part_of_others(bearer, best, others, _SPELLED):
            return "others are called so, with a word more"
        return place.at.doubt or self.around.doubt(place.at, bearer.kind)

    def _is_acronym(self, at: Proposal) -> bool:
        text = at.asked.text
        return not self.around.capitals and len(text) <= _ACRONYM and bool(ACRONYM.fullmatch(text))


def _joins_two(said: str, listed: str) -> bool:
    """Whether "and" within words joins two, as the listed name has none: Sepah and Bank."""
    return "and" in said.lower().split()[1:-1] and words_in_name(listed).isdisjoint(("and", "&"))


def _is_fuller(said: str, one: Named, bearer: Bearer) -> bool:
    """Whether a name is listed as said, with a father's name more at most.

    What another list has so may be the same party: nobody is hidden because one list gives a shorter name.
    """
    return (
        one.least >= _SPELLED
        and not one.added
        and one.omitted <= 1
        and not (one.omitted and without_surname(said, bearer.text))
    )


def _is_rival(said: str, one: Named, other: Bearer, best: Named, bearer: Bearer) -> bool:
    """Whether a list has another person of this name beside the best, with the father's name too."""
    return (
        other.kind is Kind.PERSON
        and one.omitted == 1
        and one.least >= best.least
        and is_another_of_the_list(other, bearer)
        and _is_fuller(said, one, other)
        and not without_first_name(said, other.text)
    )


def _sure_of_person(said: str, one: Named, bearer: Bearer) -> tuple[Status, str]:
    if one.bits < (_RARE_PART if one.omitted else _RARE_PERSON):
        return Status.POSSIBLE, "many people bear this name"
    if one.added:
        return Status.POSSIBLE, "with a word more than is listed"
    if one.omitted > 1:
        return Status.POSSIBLE, f"{one.omitted} parts of the listed name are not there"
    if one.least < _SPELLED:
        return Status.POSSIBLE, "not surely the same name"
    if one.omitted and without_surname(said, bearer.text):
        return Status.POSSIBLE, "the surname is not there"
    return Status.SAME, "a rare name"
