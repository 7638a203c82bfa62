"""The walk through the index and the alignment of what it finds, for one name asked about.

These functions are plain Python over arrays, written so that Numba can compile them. `compile_kernels`
does so once a process, some hundred times as fast; a single name on the command line is answered sooner
without it. Compiled or not they give the same, and `match/alignment.py` says the same once more in words
a reader can follow: the tests hold the three together.

A name asked about has *entries*: its tokens, then its runs (`match/joining.py`). For each entry come
*rows*: a listed token that resembles it, how much, and why.
"""

from __future__ import annotations

import warnings
from typing import Any, Final, NamedTuple

import numpy as np

from namesake.index.layout import Array
from namesake.match.joining import Run
from namesake.names.tokens import Token

__all__ = [
    "MOST_PAIRS",
    "Asked",
    "Postings",
    "Work",
    "compile_kernels",
    "find",
    "pack_span",
    "pair_key",
    "traits_of",
]

MOST_PAIRS: Final = 1 << 15
"""More than two names of the most tokens can have."""
_EQUAL, _CUT, _INITIAL, _JOINED, _ACRONYM = range(5)  # places in `match.strings.Reason`
_ADDED, _OMITTED, _CONTRADICTION, _CONTRADICTED_PART, _ONE_PART, _BY_INITIAL, _BY_JOINED, _BY_ACRONYM = range(
    8
)
_INITIAL_BITS, _INITIAL_WEIGHT, _EXACT, _DISTINGUISHING, _BY_RESPACED, _BY_JOINED_ACROSS, _ADDED_SYLLABLE = (
    range(8, 15)
)
_ROLE_CORE, _ROLE_GENERIC, _ROLE_PLACE, _ROLE_NUMBER, _ROLE_INITIAL = range(5)
_NO_LETTER = 31
# The lightest word that tells (one written again), what surprise it brings at most, and how both grow from
# there.
_LIGHTEST, _BITS_OF_LIGHTEST, _STEP, _BITS_OF_STEP = 12, 20, 10, 19


class Postings(NamedTuple):
    """The arrays of a snapshot that a walk needs, as `index/layout.py` names them.

    Attributes:
        with_initials: the names that have initials, ascending; in no array of the snapshot.
    """

    posting_starts: Array
    posting_middles: Array
    posting_names: Array
    name_token_starts: Array
    name_tokens: Array
    name_traits: Array
    name_run_starts: Array
    run_marks: Array
    run_spans: Array
    mark_shelves: Array
    mark_names: Array
    name_person: Array
    with_initials: Array


class Asked(NamedTuple):
    """A name asked about, as arrays.

    Attributes:
        traits: of each token, as `traits_of` makes them.
        starts: for each entry where its rows begin, and where the last one's end.
        tokens: of each row the listed token.
        alike: of each row how much (percent, high byte) and why (`Reason`'s place, low byte).
        spans: of each run, as `pack_span` makes them.
        own_marks: of each run its own mark, 0 for none.
        mark_starts, marks: for each token the marks of it as a single word.
        last: the place of the token written last.
        person: whether it is read as a person's.
    """

    traits: Array
    starts: Array
    tokens: Array
    alike: Array
    spans: Array
    own_marks: Array
    mark_starts: Array
    marks: Array
    last: int
    person: bool


class Work(NamedTuple):
    """Room to work in, one for each thread: `slots` is -1 for every listed token, `seen` 0 for every name."""

    slots: Array
    seen: Array
    met: Array
    keys: Array


def traits_of(token: Token) -> int:
    """A token's weight, bits, role and first letter as one number, and three flags.

    These are whether it keeps its script, is a syllable, is bound to the one before it.
    """
    letter = ord(token.text[0]) - ord("a") if "a" <= token.text[0] <= "z" else _NO_LETTER
    flags = (not token.text.isascii()) | token.is_syllable << 1 | token.bound << 2
    return token.weight | token.bits << 8 | token.role << 16 | letter << 20 | flags << 25


def pack_span(run: Run) -> int:
    """A run's span as one number, with whether it is an acronym and whether it keeps its script."""
    return run.start | run.end << 6 | run.acronym << 12 | (not run.text.isascii()) << 13


def _name_score(agree: int, against: int, bits: int, same: bool, exact: int, held: Array) -> int:
    """`match.evidence.name_score`."""
    if agree <= 0:
        return 0
    factor = held[min(bits, len(held) - 1)]
    if same:
        factor = max(factor, exact / 10000)
    return int(agree / (agree + against) * factor * 10000 + 0.5)


def _least_values(
    traits: Array, order: Array, initials: bool, floor: int, table: Array, held: Array
) -> Array:
    """For each token the least likeness with which it must agree to be worth a walk, 101 for none.

    Tokens are tried from the heaviest on. A name that a walk has not met yet agrees with none of those
    tried before: if all the others agreed fully, could it still reach the floor? When not, the walk is
    over; and a row whose likeness makes it impossible is passed over.

    Args:
        traits: of each token asked about.
        order: the places of the tokens that tell, heaviest first.
        initials: whether the listed names have initials, which can stand for any token.
        floor: in ten thousandths.
        table: the scoring table as numbers.
        held: `match.evidence.HELD_BACK`.

    Returns:
        After the tokens' one more: 0 where even a name can reach the floor that agrees with none of them
        but by initials, else 101.
    """
    least = np.full(len(traits) + 1, 101, dtype=np.int64)
    by_initial, initial_bits = int(table[_BY_INITIAL]), int(table[_INITIAL_BITS])
    initial_weight, exact = int(table[_INITIAL_WEIGHT]), int(table[_EXACT])
    rest = rest_bits = 0
    for place in range(len(traits)):
        rest += int(traits[place]) & 255
        rest_bits += _most_bits(int(traits[place]), initials, initial_bits)
    agree = against = bits = 0
    for rank in range(len(order)):
        place = order[rank]
        weight, own_bits = int(traits[place]) & 255, (int(traits[place]) >> 8) & 255
        # Only a name met at the first token can be the very same.
        same = rank == 0
        if _name_score(agree + 100 * rest, against, bits + rest_bits, same, exact, held) < floor:
            return least
        rest -= weight
        rest_bits -= _most_bits(int(traits[place]), initials, initial_bits)
        low, high = 0, 101
        while low < high:
            value = (low + high) // 2
            if (
                _most(
                    agree + 100 * rest, against, bits + rest_bits, value, weight, own_bits, same, exact, held
                )
                >= floor
            ):
                high = value
            else:
                low = value + 1
        least[place] = low
        if initials:
            agree += by_initial * initial_weight
            against += (100 - by_initial) * initial_weight
            bits += initial_bits
        else:
            against += int(table[_ADDED]) * weight
    if len(order) == len(traits):
        # Then what tells in the listed name is left over.
        against += int(table[_OMITTED]) * _LIGHTEST
    if _name_score(agree + 100 * rest, against, bits + rest_bits, False, exact, held) >= floor:
        least[len(traits)] = 0
    return least


def _most_bits(trait: int, initials: bool, initial_bits: int) -> int:
    """The most surprise that a token's agreement can bring."""
    bits, role = (trait >> 8) & 255, (trait >> 16) & 15
    if role == _ROLE_INITIAL or (initials and role == _ROLE_CORE):
        return max(bits, initial_bits)
    return bits


def _most(
    agree: int,
    against: int,
    bits: int,
    value: int,
    weight: int,
    own_bits: int,
    same: bool,
    exact: int,
    held: Array,
) -> int:
    """The most that a name can score of which a token agrees so much, and all else as given.

    The listed token may be a lighter one, which then spoils less of what agrees better: `Zarya Inter` cut
    from `Zarya International`. It brings less surprise too, so steps of weight are tried, each with the
    most surprise it can bring.
    """
    most = _name_score(
        agree + value * weight,
        against + (100 - value) * weight,
        bits + own_bits * (100 + value) // 200,
        same and value == 100,
        exact,
        held,
    )
    lighter, their_bits = _LIGHTEST, _BITS_OF_LIGHTEST
    while lighter < weight and value < 100:
        best = _name_score(
            agree + value * lighter,
            against + (100 - value) * lighter,
            bits + min(own_bits, their_bits) * (100 + value) // 200,
            False,
            exact,
            held,
        )
        most = max(most, best)
        lighter += _STEP
        their_bits += _BITS_OF_STEP
    return most


def pair_key(later: int, ls: int, le: int, rs: int, re: int, value: int, reason: int, weight: int) -> int:
    """A possible pair as a number: the smaller, the sooner it is taken; `later` is 0 for what goes first."""
    gain = (2 * value - 100) * weight
    order = later << 18 | (131072 - gain)
    order = order << 6 | abs(ls - rs)
    order = order << 24 | ls << 18 | le << 12 | rs << 6 | re
    return order << 12 | value << 5 | reason


def _take(count: int, keys: Array) -> int:
    """Leave in `keys` the pairs that are taken, in order; how many. Each token is used once."""
    left = right = taken = 0
    while True:
        best = -1
        for place in range(taken, count):
            key = int(keys[place])
            if (best < 0 or key < int(keys[best])) and not (
                left & _mask(key >> 30, key >> 24) or right & _mask(key >> 18, key >> 12)
            ):
                best = place
        if best < 0:
            return taken
        key = int(keys[best])
        left |= _mask(key >> 30, key >> 24)
        right |= _mask(key >> 18, key >> 12)
        keys[best] = keys[taken]
        keys[taken] = key
        taken += 1


def _mask(start: int, end: int) -> int:
    return (1 << (end & 63)) - (1 << (start & 63))


def _score(
    postings: Postings, asked: Asked, name: int, taken: int, keys: Array, table: Array, held: Array
) -> tuple[int, int]:
    """The score of the pairs taken, as `match.alignment.evidence_of` and the fold have it.

    Initials that stand for what is left are put behind the pairs; how many there are then comes too.
    """
    first = int(postings.name_token_starts[name])
    ours, theirs = len(asked.traits), int(postings.name_token_starts[name + 1]) - first
    left = right = 0
    agree = against = bits = 0
    same = True
    for place in range(taken):
        key = int(keys[place])
        value, reason = (key >> 5) & 127, key & 31
        weight = own_bits = their_weight = their_bits = 0
        for i in range((key >> 30) & 63, (key >> 24) & 63):
            left |= 1 << i
            weight += int(asked.traits[i]) & 255
            own_bits += (int(asked.traits[i]) >> 8) & 255
        for j in range((key >> 18) & 63, (key >> 12) & 63):
            right |= 1 << j
            their_weight += int(postings.name_traits[first + j]) & 255
            their_bits += (int(postings.name_traits[first + j]) >> 8) & 255
        weight = min(weight, their_weight)
        agree += weight * value
        against += weight * (100 - value)
        bits += min(own_bits, their_bits) * (100 + value) // 200
        same = same and (reason == _EQUAL or weight == 0)
    for place in range(taken):
        key = int(keys[place])
        i = (key >> 30) & 63
        if not int(asked.traits[i]) >> 27 & 1 or (key >> 24) & 63 != i + 1:
            continue
        for other in range(taken):
            before = int(keys[other])
            if (
                (before >> 30) & 63 == i - 1
                and (before >> 24) & 63 == i
                and (before >> 18) & 63 == (key >> 12) & 63
            ):
                against += int(table[_CONTRADICTED_PART])
                same = False
    person = asked.person
    if person:
        for i in range(ours):
            trait = int(asked.traits[i])
            role, letter = (trait >> 16) & 15, (trait >> 20) & 31
            if left >> i & 1 or letter == _NO_LETTER or (role != _ROLE_CORE and role != _ROLE_INITIAL):
                continue
            for j in range(theirs):
                other = int(postings.name_traits[first + j])
                their_role = (other >> 16) & 15
                if right >> j & 1 or (other >> 20) & 31 != letter:
                    continue
                if (their_role == _ROLE_INITIAL and role <= _ROLE_INITIAL) or (
                    role == _ROLE_INITIAL and their_role == _ROLE_CORE
                ):
                    weight = min(trait & 255, other & 255)
                    value = int(table[_BY_INITIAL])
                    agree += weight * value
                    against += weight * (100 - value)
                    bits += int(table[_INITIAL_BITS])
                    same = False
                    left |= 1 << i
                    right |= 1 << j
                    keys[taken] = pair_key(1, i, i + 1, j, j + 1, value, _INITIAL, weight)
                    taken += 1
                    break
    over = parts = telling = names = 0
    for i in range(ours):
        trait = int(asked.traits[i])
        role = (trait >> 16) & 15
        telling += role <= _ROLE_NUMBER
        if left >> i & 1:
            continue
        apart = not person and (role in (_ROLE_PLACE, _ROLE_NUMBER))
        added = table[_ADDED_SYLLABLE] if trait >> 26 & 1 else table[_ADDED]
        against += (trait & 255) * int(table[_DISTINGUISHING] if apart else added)
        same = same and trait & 255 == 0
        if role <= _ROLE_INITIAL:
            over += trait & 255
            parts += 1
            names += role != _ROLE_GENERIC
    their_over = their_parts = their_telling = 0
    for j in range(theirs):
        trait = int(postings.name_traits[first + j])
        role = (trait >> 16) & 15
        their_telling += role <= _ROLE_NUMBER
        if right >> j & 1:
            continue
        apart = not person and (role in (_ROLE_PLACE, _ROLE_NUMBER))
        against += (trait & 255) * int(table[_DISTINGUISHING] if apart else table[_OMITTED])
        same = same and trait & 255 == 0
        if role <= _ROLE_INITIAL:
            their_over += trait & 255
            their_parts += 1
            names += role != _ROLE_GENERIC
    if parts and their_parts:
        against += min(over, their_over) * int(table[_CONTRADICTION])
        against += min(parts, their_parts) * int(table[_CONTRADICTED_PART])
    elif person and names and min(telling, their_telling) == 1:
        against += int(table[_ONE_PART])
        same = False
    return _name_score(agree, against, bits, same, int(table[_EXACT]), held), taken


def find(
    postings: Postings,
    asked: Asked,
    allowed: Array,
    floor: int,
    table: Array,
    held: Array,
    work: Work,
    stamp: int,
    names: Array,
    scores: Array,
    pair_ends: Array,
    pairs: Array,
) -> int:
    """Every allowed name that scores at the floor or above; how many, or -1 where there is too little room.

    Args:
        postings: the listed names as arrays.
        asked: the name asked about as arrays.
        allowed: for each name whether it is wanted.
        floor: in ten thousandths.
        table: the scoring table as numbers.
        held: `match.evidence.HELD_BACK`.
        work: room to work in, of this thread alone.
        stamp: a number not used with this `work` before.
        names: the names found are written here.
        scores: and here what each scores, in ten thousandths.
        pair_ends: and here where the pairs of each end.
        pairs: and here the pairs taken, name after name.
    """
    links = np.empty((len(asked.tokens), 2), dtype=np.int32)
    for entry in range(len(asked.starts) - 1):
        for row in range(int(asked.starts[entry]), int(asked.starts[entry + 1])):
            links[row, 0] = work.slots[asked.tokens[row]]
            links[row, 1] = entry
            work.slots[asked.tokens[row]] = row
    met = _walk(postings, asked, allowed, floor, table, held, work, stamp)
    count = _weigh(postings, asked, met, floor, table, held, work, links, names, scores, pair_ends, pairs)
    for row in range(len(asked.tokens)):
        work.slots[asked.tokens[row]] = -1
    return count


def _walk(
    postings: Postings,
    asked: Asked,
    allowed: Array,
    floor: int,
    table: Array,
    held: Array,
    work: Work,
    stamp: int,
) -> int:
    """Put the allowed names that might reach the floor into `work.met`, once each; how many."""
    width = len(asked.traits)
    weights = np.empty(width, dtype=np.int64)
    telling = 0
    for place in range(width):
        tells = (int(asked.traits[place]) >> 16) & 15 <= _ROLE_NUMBER
        weights[place] = -(int(asked.traits[place]) & 255) if tells else 1
        telling += tells
    order = np.argsort(weights)[:telling]
    plain = _least_values(asked.traits, order, False, floor, table, held)
    initialled = plain
    if asked.person:
        initialled = _least_values(asked.traits, order, True, floor, table, held)
    seen, into = work.seen, work.met
    met = 0
    for entry in range(len(asked.starts) - 1):
        if entry < width:
            least, least_initialled = int(plain[entry]), int(initialled[entry])
        else:
            span = int(asked.spans[entry - width])
            least = least_initialled = 101
            for place in range(span & 63, (span >> 6) & 63):
                if plain[place] <= 100:
                    least = 0
                if initialled[place] <= 100:
                    least_initialled = 0
        if least > 100 and least_initialled > 100:
            continue
        for row in range(int(asked.starts[entry]), int(asked.starts[entry + 1])):
            token = int(asked.tokens[row])
            value = int(asked.alike[row]) >> 8
            start, end = int(postings.posting_middles[token]), int(postings.posting_middles[token])
            if value >= least_initialled:
                start = int(postings.posting_starts[token])
            if value >= least:
                end = int(postings.posting_starts[token + 1])
            for posting in range(start, end):
                name = int(postings.posting_names[posting])
                if seen[name] != stamp:
                    seen[name] = stamp
                    if allowed[name] and postings.name_person[name] == asked.person:
                        into[met] = name
                        met += 1
    for place in range(width):
        if plain[place] > 100 and initialled[place] > 100:
            continue
        for mark in range(int(asked.mark_starts[place]), int(asked.mark_starts[place + 1])):
            met = _marked(postings, asked, allowed, work, stamp, int(asked.marks[mark]), met)
    for run in range(len(asked.spans)):
        number = int(asked.own_marks[run])
        span = int(asked.spans[run])
        essential = False
        for place in range(span & 63, (span >> 6) & 63):
            essential = essential or plain[place] <= 100 or initialled[place] <= 100
        if not essential or number == 0:
            continue
        met = _marked(postings, asked, allowed, work, stamp, number, met)
    # Who agrees in trimmings and initials alone stands in none of the postings walked.
    if plain[width] <= 100:
        for name in range(len(allowed)):
            if seen[name] != stamp and allowed[name] and postings.name_person[name] == asked.person:
                into[met] = name
                met += 1
    elif initialled[width] <= 100:
        for place in range(len(postings.with_initials)):
            name = int(postings.with_initials[place])
            if seen[name] != stamp and allowed[name] and postings.name_person[name] == asked.person:
                into[met] = name
                met += 1
    return met


def _marked(
    postings: Postings, asked: Asked, allowed: Array, work: Work, stamp: int, mark: int, met: int
) -> int:
    """Put the allowed names that have a run of this mark behind the names met; how many they are then."""
    bits = 1
    while 1 << bits < len(postings.mark_shelves) - 1:
        bits += 1
    shelf = mark >> (32 - bits)
    rest = (mark << bits) & 0xFFFFFFFF
    for at in range(int(postings.mark_shelves[shelf]), int(postings.mark_shelves[shelf + 1])):
        # Where the rest of the mark is the same, the name is all that is left (`index/hashing.py`).
        name = int(postings.mark_names[at]) ^ rest
        if name >> bits == 0 and work.seen[name] != stamp:
            work.seen[name] = stamp
            if allowed[name] and postings.name_person[name] == asked.person:
                work.met[met] = name
                met += 1
    return met


def _spaced_alike(ls: int, le: int, rs: int, re: int, least: int, keys: Array, possible: int) -> bool:
    """Whether the tokens of two runs belong together one by one, so that no space stands elsewhere."""
    if le - ls != re - rs:
        return False
    for step in range(le - ls):
        left, right = ls + step, rs + step
        wanted = left << 18 | (left + 1) << 12 | right << 6 | (right + 1)
        alike = False
        for place in range(possible):
            key = int(keys[place])
            alike = alike or ((key >> 12) & 0xFFFFFF == wanted and (key >> 5) & 127 >= least)
        if not alike:
            return False
    return True


def _weigh(
    postings: Postings,
    asked: Asked,
    met: int,
    floor: int,
    table: Array,
    held: Array,
    work: Work,
    links: Array,
    names: Array,
    scores: Array,
    pair_ends: Array,
    pairs: Array,
) -> int:
    """Score the names met and write down those that reach the floor; how many, -1 for too little room."""
    slots, keys = work.slots, work.keys
    traits, alike, spans, marks = asked.traits, asked.alike, asked.spans, asked.marks
    name_tokens, name_traits = postings.name_tokens, postings.name_traits
    run_marks, run_spans = postings.run_marks, postings.run_spans
    by_joined, by_acronym = int(table[_BY_JOINED]), int(table[_BY_ACRONYM])
    by_respaced, by_joined_across = int(table[_BY_RESPACED]), int(table[_BY_JOINED_ACROSS])
    added, omitted = int(table[_ADDED]), int(table[_OMITTED])
    contradiction, contradicted_part = int(table[_CONTRADICTION]), int(table[_CONTRADICTED_PART])
    exact = int(table[_EXACT])
    width = len(traits)
    best = np.zeros(width, dtype=np.int64)
    our_initials = False
    for i in range(width):
        our_initials = our_initials or (int(traits[i]) >> 16) & 15 == _ROLE_INITIAL
    # A bit for each mark of the tokens asked about: most runs show at a glance that they are none of them.
    glance = 0
    for mark in range(len(marks)):
        glance |= 1 << (int(marks[mark]) & 31)
    for run in range(len(spans)):
        glance |= 1 << (int(asked.own_marks[run]) & 31)
    count = stored = 0
    for place in range(met):
        name = int(work.met[place])
        first, theirs = int(postings.name_token_starts[name]), int(postings.name_token_starts[name + 1])
        theirs -= first
        possible = left = right = 0
        initials = our_initials
        best[:] = 0
        for j in range(theirs):
            their = int(name_traits[first + j])
            their_role = (their >> 16) & 15
            initials = initials or their_role == _ROLE_INITIAL
            row = int(slots[name_tokens[first + j]])
            while row >= 0:
                entry = int(links[row, 1])
                value, reason = int(alike[row]) >> 8, int(alike[row]) & 255
                row = int(links[row, 0])
                if entry < width:
                    our = int(traits[entry])
                    our_role = (our >> 16) & 15
                    fits = reason == _EQUAL or (our_role < _ROLE_INITIAL and their_role < _ROLE_INITIAL)
                    if not fits or (reason == _CUT and entry != asked.last):
                        continue
                    both_tell = our_role <= _ROLE_INITIAL and their_role <= _ROLE_INITIAL
                    later = 0 if reason == _EQUAL and both_tell else 1
                    start, stop, weight = entry, entry + 1, our & 255
                elif their_role <= _ROLE_NUMBER:
                    span = int(spans[entry - width])
                    later, start, stop, weight = 1, span & 63, (span >> 6) & 63, 0
                    for i in range(start, stop):
                        weight += int(traits[i]) & 255
                else:
                    continue
                weight = min(weight, their & 255)
                keys[possible] = pair_key(later, start, stop, j, j + 1, value, reason, weight)
                possible += 1
                left |= (1 << stop) - (1 << start)
                right |= 1 << j
                for i in range(start, stop):
                    best[i] = max(best[i], value)
        for run in range(int(postings.name_run_starts[name]), int(postings.name_run_starts[name + 1])):
            mark = run_marks[run]
            if not glance >> (int(mark) & 31) & 1:
                continue
            for own in range(len(spans)):
                if asked.own_marks[own] == mark and mark != 0 and not int(run_spans[run]) >> 12 & 1:
                    span = int(run_spans[run])
                    start, stop = span & 63, (span >> 6) & 63
                    weight = their_weight = 0
                    for j in range(start, stop):
                        their_weight += int(name_traits[first + j]) & 255
                    our_start, our_stop = int(spans[own]) & 63, (int(spans[own]) >> 6) & 63
                    if _spaced_alike(our_start, our_stop, start, stop, by_respaced, keys, possible):
                        continue
                    for i in range(our_start, our_stop):
                        weight += int(traits[i]) & 255
                        best[i] = max(best[i], by_respaced)
                    keys[possible] = pair_key(
                        1, our_start, our_stop, start, stop, by_respaced, _JOINED, min(weight, their_weight)
                    )
                    possible += 1
                    left |= (1 << our_stop) - (1 << our_start)
                    right |= (1 << stop) - (1 << start)
            for i in range(width):
                if (int(traits[i]) >> 16) & 15 > _ROLE_NUMBER:
                    continue
                for own in range(int(asked.mark_starts[i]), int(asked.mark_starts[i + 1])):
                    if marks[own] == mark:
                        span = int(run_spans[run])
                        start, stop = span & 63, (span >> 6) & 63
                        weight = 0
                        for j in range(start, stop):
                            weight += int(name_traits[first + j]) & 255
                        weight = min(weight, int(traits[i]) & 255)
                        across = span >> 13 & 1 != int(traits[i]) >> 25 & 1
                        value = by_acronym if span >> 12 & 1 else by_joined_across if across else by_joined
                        reason = _ACRONYM if span >> 12 & 1 else _JOINED
                        keys[possible] = pair_key(1, i, i + 1, start, stop, value, reason, weight)
                        possible += 1
                        left |= 1 << i
                        right |= (1 << stop) - (1 << start)
                        best[i] = max(best[i], value)
                        break
        # The most it can score, if no token had to be shared between pairs.
        if not initials:
            agree = against = bits = over = parts = their_over = their_parts = 0
            for i in range(width):
                weight = int(traits[i]) & 255
                if left >> i & 1:
                    agree += best[i] * weight
                    bits += (int(traits[i]) >> 8) & 255
                else:
                    against += weight * added
                    if (int(traits[i]) >> 16) & 15 <= _ROLE_NUMBER:
                        over += weight
                        parts += 1
            for j in range(theirs):
                if not right >> j & 1:
                    weight = int(name_traits[first + j]) & 255
                    against += weight * omitted
                    if (int(name_traits[first + j]) >> 16) & 15 <= _ROLE_NUMBER:
                        their_over += weight
                        their_parts += 1
            if parts and their_parts:
                against += min(over, their_over) * contradiction
                against += min(parts, their_parts) * contradicted_part
            if _name_score(agree, against, bits, against == 0, exact, held) < floor:
                continue
        score, taken = _score(postings, asked, name, _take(possible, keys), keys, table, held)
        if score < floor:
            continue
        if count == len(names) or stored + taken > len(pairs):
            return -1
        names[count] = name
        scores[count] = score
        for pair in range(taken):
            pairs[stored + pair] = keys[pair]
        stored += taken
        pair_ends[count] = stored
        count += 1
    return count


_KERNELS: Final = (
    "_name_score",
    "_most_bits",
    "_most",
    "_least_values",
    "pair_key",
    "_mask",
    "_take",
    "_score",
    "_marked",
    "_walk",
    "_spaced_alike",
    "_weigh",
    "find",
)


def compile_kernels() -> None:
    """Have the functions of this module compiled, for this process; a second call does nothing.

    The result is kept on disk where the user may write; where that is impossible or Numba is missing the
    functions stay as they are, with a warning.
    """
    scope: dict[str, Any] = globals()
    if scope["_compiled"]:
        return
    try:
        from numba import njit
    except ImportError as error:
        warnings.warn(f"names are compared slowly, because Numba can't be loaded: {error}", stacklevel=2)
        return
    for name in _KERNELS:
        try:
            scope[name] = njit(cache=True, nogil=True)(scope[name])
        except RuntimeError:  # nowhere to keep it
            scope[name] = njit(nogil=True)(scope[name])
    scope["_compiled"] = True


_compiled = False
