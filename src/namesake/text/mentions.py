"""The mentions in a text: its full names, then what refers back to them.

A full name lends its surname, and an organisation its acronym in brackets, to the rest of the text; and where
a party is surely named once, what may be it elsewhere is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from namesake.model.policy import WeakAliases
from namesake.model.values import Kind
from namesake.text.deciding import Judge
from namesake.text.draft import Draft
from namesake.text.finding import Found
from namesake.text.listing import Listing
from namesake.text.mention import Form, Mention, Status
from namesake.text.referring import introduced_acronyms, referring
from namesake.text.written import Written

__all__ = ["mentions_in"]

_LONGER: Final = 0.05
"""What a word more is worth when two places overlap."""
_SLIP: Final = 0.1
"""What it takes from a place that a slip of the pen had to be allowed for."""


def mentions_in(found: Found, listing: Listing, weak: WeakAliases = WeakAliases.CORROBORATE) -> list[Mention]:
    """The mentions in a text, in its order.

    Args:
        found: what `Finder.read` found in it.
        listing: whose the listed names are.
        weak: whether a weak alias has to be corroborated by a better name of its party, or spelled exactly.
    """
    judge = Judge(found, listing, weak)
    full = _longest(filter(None, map(judge.judged, found.places)), judge)
    if not full:
        return []
    full = _as_introduced(found, full)
    drafts = [*full, *referring(found.written, full, capitals=found.around.capitals)]
    _corroborate(drafts)
    # A weak alias counts only where something else says who is meant.
    drafts = [one for one in drafts if judge.strong(one.named, one.bearer) or one.status is Status.SAME]
    return [_mention(found.written, draft) for draft in sorted(drafts, key=lambda draft: draft.at.first)]


def _longest(drafts: Iterable[Draft], judge: Judge) -> list[Draft]:
    """Of mentions that overlap the one of the longest name, unless it is much less alike.

    Words that may be a person's name and an organisation's are told as the likelier, with the other beside.
    """

    def order(draft: Draft) -> tuple[bool, float, int]:
        at = draft.at
        # Where any words look like a name, what counts for nothing by itself hides no name that does.
        weak = judge.around.uncased(at) and not judge.strong(draft.named, draft.bearer)
        worth = draft.named.score + _LONGER * (at.last - at.first) - _SLIP * at.asked.slips
        return weak, -worth, at.first

    used: set[int] = set()
    kept: dict[range, Draft] = {}
    for draft in sorted(drafts, key=order):
        words = range(draft.at.first, draft.at.last + 1)
        if used.isdisjoint(words):
            used.update(words)
            kept[words] = draft
        elif words in kept:
            kept[words].add_beside(draft.bearer, *draft.also)
    return list(kept.values())


def _as_introduced(found: Found, full: list[Draft]) -> list[Draft]:
    """The same without what only may be a listed acronym, where the text says for whom that stands."""
    introduced = introduced_acronyms(found.written, full)

    def stands_for_another(draft: Draft) -> bool:
        other = introduced.get(draft.at.asked.text)
        return (
            other is not None
            and draft.form is Form.ACRONYM
            and draft.status is Status.POSSIBLE
            and other.at.first < draft.at.first
        )

    return [draft for draft in full if not stands_for_another(draft)] if introduced else full


def _corroborate(drafts: list[Draft]) -> None:
    """A name that would not tell by itself is its party's where the text has a better one of it too."""
    sure = {draft.bearer.party for draft in drafts if draft.status is Status.SAME}
    for draft in drafts:
        known = draft.bearer.kind is not Kind.PERSON or draft.bearer.weak
        if known and draft.status is Status.POSSIBLE and draft.bearer.party in sure:
            draft.status = Status.SAME
            draft.reason += "; the text has a surer name of it too"


def _mention(written: Written, draft: Draft) -> Mention:
    at = draft.at
    left, right = written.entry(at.first).left + at.left, written.entry(at.last).right + at.right
    start, end = written.words.span(at.first, at.last, left, right)
    return Mention(
        start=start,
        end=end,
        surface=written.text[start:end],
        party=draft.bearer.id,
        form=draft.form,
        status=draft.status,
        score=round(draft.named.score, 4),
        matched_name=draft.bearer.text,
        reason=draft.reason,
        also=tuple(one.id for one in draft.also),
    )
