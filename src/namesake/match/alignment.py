"""Two names laid side by side, token by token.

`align` says which tokens belong together; `evidence_of` says what that means. `index/kernels.py` holds
`align` once more, compiled, for many names at once: the two must stay equal, and a law holds them to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from namesake.match.alike import Reason
from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.match.joining import Run, asked_meets, meet, runs_of
from namesake.match.strings import similarity
from namesake.names.tokens import Parsed, Role, Token

__all__ = ["Pair", "align", "compare_names", "evidence_of"]


# What is looked up in every comparison; an enumeration's own look-up costs more than the rest of it.
_PART: Final = EvidenceKind.PART
_ADDED: Final = EvidenceKind.ADDED
_ADDED_WORDS: Final = EvidenceKind.ADDED.value
_OMITTED: Final = EvidenceKind.OMITTED
_OMITTED_WORDS: Final = EvidenceKind.OMITTED.value


class Pair(NamedTuple):
    """Tokens that belong together: from the first place up to the second on each side.

    Attributes:
        value: how alike, in percent.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    value: int
    reason: Reason


def compare_names(query: Parsed, listed: Parsed) -> list[Evidence]:
    """What comparing two names found; `fold` it for the score."""
    return evidence_of(query, listed, align(query, listed))


def align(query: Parsed, listed: Parsed) -> list[Pair]:
    """Which tokens belong together, each used once.

    The same that tell go first (two tokens together weigh more, and would part a name from itself: `Abd
    Rahman Abdrahman`), then those whose agreement brings most. Neighbouring tokens may pair with one (`Abd
    Allah`, `Abdallah`). At last initials take what is left.
    """
    left_free = [True] * len(query.tokens)
    right_free = [True] * len(listed.tokens)
    taken: list[Pair] = []
    for _, pair in sorted(_possible(query, listed)):
        if all(left_free[slice(*pair.left)]) and all(right_free[slice(*pair.right)]):
            left_free[slice(*pair.left)] = [False] * (pair.left[1] - pair.left[0])
            right_free[slice(*pair.right)] = [False] * (pair.right[1] - pair.right[0])
            taken.append(pair)
    if query.person and listed.person:
        taken += _initials(query.tokens, listed.tokens, left_free, right_free)
    return taken


_Order = tuple[bool, int, int, int, int, int, int]


def _possible(query: Parsed, listed: Parsed) -> list[tuple[_Order, Pair]]:
    left, right = query.tokens, listed.tokens
    found: list[tuple[_Order, Pair]] = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if a.text != b.text and (a.role >= Role.INITIAL or b.role >= Role.INITIAL):
                continue
            value, reason = similarity(a.text, b.text)
            # Only what came last can have been cut off with the end of a field.
            if reason is not None and (reason is not Reason.CUT or i == query.last):
                first = reason is Reason.EQUAL and max(a.role, b.role) <= Role.INITIAL
                found.append(
                    _ordered((i, i + 1), (j, j + 1), value, reason, min(a.weight, b.weight), first=first)
                )
    for run in runs_of(query):
        for j, b in enumerate(right):
            if b.tells and asked_meets(run.text, run.acronym, b.text):
                found.append(_ordered((run.start, run.end), (j, j + 1), *_of_run(run, b)))
        for other in runs_of(listed):
            if meet(run, other) and not _spaced_alike(
                left[run.start : run.end], right[other.start : other.end]
            ):
                weight = min(run.weight, other.weight)
                found.append(
                    _ordered(
                        (run.start, run.end),
                        (other.start, other.end),
                        SCORING.respaced,
                        Reason.JOINED,
                        weight,
                    )
                )
    for run in runs_of(listed):
        for i, a in enumerate(left):
            if a.tells and meet(run, a):
                found.append(_ordered((i, i + 1), (run.start, run.end), *_of_run(run, a)))
    return found


def _spaced_alike(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Whether the tokens of two runs belong together one by one, so that no space stands elsewhere."""
    return len(left) == len(right) and all(
        a.text == b.text
        or (max(a.role, b.role) < Role.INITIAL and similarity(a.text, b.text).value >= SCORING.respaced)
        for a, b in zip(left, right, strict=True)
    )


def _of_run(run: Run, token: Token) -> tuple[int, Reason, int]:
    weight = min(run.weight, token.weight)
    if run.acronym:
        return SCORING.acronym, Reason.ACRONYM, weight
    across = run.text.isascii() != token.text.isascii()
    return SCORING.joined_across if across else SCORING.joined, Reason.JOINED, weight


def _ordered(
    left: tuple[int, int],
    right: tuple[int, int],
    value: int,
    reason: Reason,
    weight: int,
    *,
    first: bool = False,
) -> tuple[_Order, Pair]:
    gain = (2 * value - 100) * weight
    order = (not first, -gain, abs(left[0] - right[0]), *left, *right)
    return order, Pair(left, right, value, reason)


def _initials(
    left: tuple[Token, ...], right: tuple[Token, ...], left_free: list[bool], right_free: list[bool]
) -> list[Pair]:
    """Pairs of an initial on one side and a name with that first letter on the other."""
    found: list[Pair] = []
    for i, a in enumerate(left):
        if not left_free[i] or a.role not in (Role.CORE, Role.INITIAL):
            continue
        for j, b in enumerate(right):
            if not right_free[j] or b.role not in (Role.CORE, Role.INITIAL):
                continue
            if Role.INITIAL in (a.role, b.role) and a.text[0] == b.text[0] and "a" <= a.text[0] <= "z":
                left_free[i] = right_free[j] = False
                found.append(Pair((i, i + 1), (j, j + 1), SCORING.initial, Reason.INITIAL))
                break
    return found


def evidence_of(query: Parsed, listed: Parsed, pairs: list[Pair]) -> list[Evidence]:
    """What these pairs, and what they leave over, say for and against.

    What is left over on one side was omitted or added; what is left over on both sides contradicts.
    """
    evidence: list[Evidence] = []
    left, right = query.tokens, listed.tokens
    left_used, right_used = 0, 0
    for (start, end), (first, last), value, reason in pairs:
        ours = left[start] if end - start == 1 else _together(left[start:end])
        theirs = right[first] if last - first == 1 else _together(right[first:last])
        evidence.append(_agreement(ours, theirs, value, reason))
        left_used |= (1 << end) - (1 << start)
        right_used |= (1 << last) - (1 << first)
    if not query.text.isascii():  # of Latin letters no token is a syllable
        evidence += _turned(left, pairs)
    if left_used == (1 << len(left)) - 1 and right_used == (1 << len(right)) - 1:
        return evidence
    return evidence + _all_left_over(query, listed, left_used, right_used)


def _all_left_over(query: Parsed, listed: Parsed, left_used: int, right_used: int) -> list[Evidence]:
    """What the tokens speak against that belong to no pair."""
    evidence: list[Evidence] = []
    left = [token for place, token in enumerate(query.tokens) if not left_used >> place & 1]
    right = [token for place, token in enumerate(listed.tokens) if not right_used >> place & 1]
    things = not (query.person and listed.person)
    for token in left:
        if token.weight:
            percent = SCORING.added_syllable if token.is_syllable else SCORING.added
            evidence.append(_added(token, _left_over(token, things, percent)))
    for token in right:
        if token.weight:
            evidence.append(_omitted(token, _left_over(token, things, SCORING.omitted)))
    left = [token for token in left if token.role <= Role.INITIAL]
    right = [token for token in right if token.role <= Role.INITIAL]
    if left and right:
        evidence.append(_contradiction(left, right))
    elif query.person and listed.person and any(token.role is not Role.GENERIC for token in left + right):
        telling = [sum([token.tells for token in parsed.tokens]) for parsed in (query, listed)]
        if min(telling) == 1:
            evidence.append(
                Evidence(
                    kind=EvidenceKind.ONE_PART,
                    reason=EvidenceKind.ONE_PART.value,
                    against=SCORING.one_part / 1e4,
                )
            )
    return evidence


def _turned(left: Sequence[Token], pairs: list[Pair]) -> list[Evidence]:
    """What syllables speak against that belong where in the listed name the one before them stands next."""
    bound = [place for place, token in enumerate(left) if token.bound]
    where = {pair.left[0]: pair.right for pair in pairs if pair.left[1] - pair.left[0] == 1}
    return [
        Evidence(
            kind=EvidenceKind.CONTRADICTION,
            reason="the syllables the other way round",
            query=left[place - 1].shown + left[place].shown,
            against=SCORING.contradicted_part / 1e4,
        )
        for place in bound
        if place in where and place - 1 in where and where[place - 1][0] == where[place][1]
    ]


def _left_over(token: Token, things: bool, percent: int) -> int:
    """What a token that only one name has speaks against, in percent of its weight."""
    return SCORING.distinguishing if things and token.role in (Role.PLACE, Role.NUMBER) else percent


@lru_cache(maxsize=1 << 16)
def _agreement(ours: Token, theirs: Token, value: int, reason: Reason) -> Evidence:
    weight = ours.weight if ours.weight < theirs.weight else theirs.weight
    bits = (ours.bits if ours.bits < theirs.bits else theirs.bits) * (100 + value) // 200
    if reason is Reason.INITIAL:
        bits = SCORING.initial_bits
    return Evidence(
        kind=_PART,
        reason=str(reason),
        query=ours.shown,
        listed=theirs.shown,
        agree=weight * value / 1e4,
        against=weight * (100 - value) / 1e4,
        bits=bits / 10,
        same=reason is Reason.EQUAL,
    )


@lru_cache(maxsize=1 << 14)
def _added(token: Token, percent: int) -> Evidence:
    against = token.weight * percent / 1e4
    return Evidence(kind=_ADDED, reason=_ADDED_WORDS, query=token.shown, against=against)


@lru_cache(maxsize=1 << 14)
def _omitted(token: Token, percent: int) -> Evidence:
    against = token.weight * percent / 1e4
    return Evidence(kind=_OMITTED, reason=_OMITTED_WORDS, listed=token.shown, against=against)


def _together(tokens: Sequence[Token]) -> Token:
    """Several tokens as one."""
    return Token(
        "",
        Role.CORE,
        sum(token.weight for token in tokens),
        sum(token.bits for token in tokens),
        " ".join(token.shown for token in tokens),
    )


def _contradiction(left: list[Token], right: list[Token]) -> Evidence:
    both = min(sum(token.weight for token in left), sum(token.weight for token in right))
    parts = min(len(left), len(right))
    return Evidence(
        kind=EvidenceKind.CONTRADICTION,
        reason="a different name part stands in its place",
        query=" ".join(token.shown for token in left),
        listed=" ".join(token.shown for token in right),
        against=(both * SCORING.contradiction + parts * SCORING.contradicted_part) / 1e4,
    )
