"""Two names laid side by side, token by token."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from namesake.match.evidence import SCORING, Evidence, EvidenceKind
from namesake.match.strings import Reason, similarity
from namesake.names.tokens import Parsed, Role, Token

__all__ = ["INITIAL_BITS", "compare_names", "joined_pairs"]

INITIAL_BITS: Final = 3.0
"""Surprise of an initial agreeing: there are some twenty letters that names begin with, unevenly used."""


class _Pair(NamedTuple):
    """Tokens that may belong together; `gain` is what their agreement adds less what it leaves open."""

    gain: float
    left: tuple[int, ...]
    right: tuple[int, ...]
    value: float
    reason: Reason


def compare_names(query: Parsed, listed: Parsed) -> list[Evidence]:
    """What comparing two names found; `fold` it for the score.

    Tokens are paired so that the same go first, then the heaviest and most alike, each used once. Two
    neighbouring tokens may pair with one (`Abd Allah`, `Abdallah`). What is left over on one side was
    omitted or added; what is left over on both sides contradicts.
    """
    pairs = _best_pairs(query.tokens, listed.tokens)
    left_free = set(range(len(query.tokens)))
    right_free = set(range(len(listed.tokens)))
    evidence: list[Evidence] = []
    for pair in pairs:
        if left_free.issuperset(pair.left) and right_free.issuperset(pair.right):
            left_free.difference_update(pair.left)
            right_free.difference_update(pair.right)
            evidence.append(_agreement(query, listed, pair))
    if query.person and listed.person:
        evidence += _initials(query, listed, left_free, right_free)
    evidence += _leftovers(query, listed, sorted(left_free), sorted(right_free))
    return evidence


def joined_pairs(tokens: tuple[Token, ...]) -> Iterator[tuple[tuple[int, int], Token]]:
    """Neighbouring tokens written together: their positions and the token they make.

    A particle between the two is skipped, because it is part of how they are joined: `Jamal al-Din`
    is `Jamaldin`.
    """
    before: int | None = None
    for position, token in enumerate(tokens):
        if token.role in (Role.PARTICLE, Role.STOP):
            continue
        if token.role not in (Role.CORE, Role.GENERIC, Role.NUMBER):
            before = None
            continue
        if before is not None and tokens[before].abjad == token.abjad:
            first = tokens[before]
            yield (
                (before, position),
                first._replace(
                    text=first.text + token.text,
                    weight=first.weight + token.weight,
                    bits=first.bits + token.bits,
                    shown=f"{first.shown} {token.shown}",
                ),
            )
        before = position


def _best_pairs(left: tuple[Token, ...], right: tuple[Token, ...]) -> list[_Pair]:
    pairs: list[_Pair] = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if a.text != b.text and (
                (a.role >= Role.PARTICLE) != (b.role >= Role.PARTICLE) or a.is_initial or b.is_initial
            ):
                continue
            value, reason = similarity(a.text, a.abjad, b.text, b.abjad)
            if reason is not None:
                pairs.append(_Pair((2 * value - 1) * (a.weight + b.weight), (i,), (j,), value, reason))
    for positions, joined in joined_pairs(left):
        pairs += [_joined_pair(joined, b, positions, (j,)) for j, b in enumerate(right) if b.tells]
    for positions, joined in joined_pairs(right):
        pairs += [_joined_pair(joined, a, (i,), positions) for i, a in enumerate(left) if a.tells]
    least = SCORING.least_joined
    pairs = [pair for pair in pairs if pair.value >= least or len(pair.left) == len(pair.right)]
    pairs.sort(key=_order)
    return pairs


def _order(pair: _Pair) -> tuple[bool, float, int, tuple[int, ...], tuple[int, ...]]:
    # What is the same goes first: two tokens together weigh more, and would part a name from itself
    # (`Abd Rahman Abdrahman`).
    apart = abs(pair.left[0] - pair.right[0])
    return (pair.reason is not Reason.EQUAL, -pair.gain, apart, pair.left, pair.right)


def _joined_pair(joined: Token, other: Token, left: tuple[int, ...], right: tuple[int, ...]) -> _Pair:
    value = similarity(joined.text, joined.abjad, other.text, other.abjad).value * SCORING.joined
    return _Pair((2 * value - 1) * (joined.weight + other.weight), left, right, value, Reason.JOINED)


def _agreement(query: Parsed, listed: Parsed, pair: _Pair) -> Evidence:
    left = [query.tokens[i] for i in pair.left]
    right = [listed.tokens[j] for j in pair.right]
    weight = (sum(token.weight for token in left) + sum(token.weight for token in right)) / 2
    return Evidence(
        kind=EvidenceKind.PART,
        reason=pair.reason.value,
        query=" ".join(token.shown for token in left),
        listed=" ".join(token.shown for token in right),
        agree=round(weight * pair.value, 4),
        against=round(weight * (1 - pair.value), 4),
        bits=round(pair.value * _bits(left, right), 2),
        same=pair.reason is Reason.EQUAL,
    )


def _bits(left: list[Token], right: list[Token]) -> float:
    """Surprise of these tokens agreeing.

    The smaller side's; of tokens written together their parts' sum, because a word made of two is in no
    table of rarity; an abjad's is the other side's.
    """
    if len(left) != len(right):
        return sum(token.bits for token in max(left, right, key=len))
    one, other = sum(token.bits for token in left), sum(token.bits for token in right)
    if left[0].abjad != right[0].abjad:
        return other if left[0].abjad else one
    return min(one, other)


def _initials(query: Parsed, listed: Parsed, left: set[int], right: set[int]) -> Iterator[Evidence]:
    """Pairs of an initial on one side and a name with that first letter on the other."""
    for i in sorted(left):
        for j in sorted(right):
            a, b = query.tokens[i], listed.tokens[j]
            if Role.INITIAL not in (a.role, b.role) or not {a.role, b.role} <= {Role.INITIAL, Role.CORE}:
                continue
            if a.abjad or b.abjad or not (a.text.startswith(b.text) or b.text.startswith(a.text)):
                continue
            left.discard(i)
            right.discard(j)
            weight = min(a.weight, b.weight)
            yield Evidence(
                kind=EvidenceKind.PART,
                reason=Reason.INITIAL.value,
                query=a.shown,
                listed=b.shown,
                agree=round(weight * SCORING.initial, 4),
                against=round(weight * (1 - SCORING.initial), 4),
                bits=INITIAL_BITS,
            )
            break


def _leftovers(query: Parsed, listed: Parsed, left: list[int], right: list[int]) -> Iterator[Evidence]:
    for position in left:
        token = query.tokens[position]
        if token.weight:
            yield Evidence(
                kind=EvidenceKind.ADDED,
                reason=EvidenceKind.ADDED.value,
                query=token.shown,
                against=round(token.weight * SCORING.added, 4),
            )
    for position in right:
        token = listed.tokens[position]
        if token.weight:
            yield Evidence(
                kind=EvidenceKind.OMITTED,
                reason=EvidenceKind.OMITTED.value,
                listed=token.shown,
                against=round(token.weight * SCORING.omitted, 4),
            )
    left_telling = [query.tokens[i] for i in left if query.tokens[i].tells]
    right_telling = [listed.tokens[j] for j in right if listed.tokens[j].tells]
    both = min(sum(token.weight for token in left_telling), sum(token.weight for token in right_telling))
    if both:
        yield Evidence(
            kind=EvidenceKind.CONTRADICTION,
            reason="a different name part stands in its place",
            query=" ".join(token.shown for token in left_telling),
            listed=" ".join(token.shown for token in right_telling),
            against=round(both * SCORING.contradiction, 4),
        )
    if query.person and listed.person and not both and (left_telling or right_telling):
        telling = [sum(token.tells for token in parsed.tokens) for parsed in (query, listed)]
        if min(telling) == 1:
            yield Evidence(
                kind=EvidenceKind.ONE_PART, reason=EvidenceKind.ONE_PART.value, against=SCORING.one_part
            )
