"""The walk through the index and the alignment of what it finds, for one name asked about.

These functions are plain Python over arrays, written so that Numba can compile them. `compile_kernels`
does so once a process, some hundred times as fast; a single name on the command line is answered sooner
without it. Compiled or not they give the same, and `match/alignment.py` says the same once more in words
a reader can follow: the tests hold the three together.

They stand in one module, however long, because what Numba compiles finds others only as globals beside it.

A name asked about has *entries*: its tokens, then its runs (`match/joining.py`). For each entry come
*rows*: a listed token that resembles it, how much, and why.
"""

from __future__ import annotations

import warnings
from typing import Any, Final

import numpy as np

from namesake.index.layout import Array
from namesake.index.packing import (
    ALL_NAMES,
    AS_PERSON,
    AS_THING,
    HEAD,
    MOST_WORDS,
    NO_LETTER,
    READING,
    STAMPS,
    TELLS,
    WITH_INITIALS,
    Answers,
    Asked,
    Postings,
    Work,
)

__all__ = ["compile_kernels", "find", "least_values", "pair_key", "weigh_each"]

Arrays = tuple[Array, ...]

_EQUAL, _CUT, _INITIAL, _JOINED, _ACRONYM = range(5)  # places in `match.strings.Reason`
_ADDED, _OMITTED, _CONTRADICTION, _CONTRADICTED_PART, _ONE_PART, _BY_INITIAL, _BY_JOINED, _BY_ACRONYM = range(
    8
)
_INITIAL_BITS, _INITIAL_WEIGHT, _EXACT, _DISTINGUISHING, _BY_RESPACED, _BY_JOINED_ACROSS, _ADDED_SYLLABLE = (
    range(8, 15)
)
_ROLE_CORE, _ROLE_GENERIC, _ROLE_PLACE, _ROLE_NUMBER, _ROLE_INITIAL = range(5)
_SHELVES = 64
_SHARES_MARK, _MET = 1, 2
# The lightest word that tells (one written again), what surprise it brings at most, and how both grow from
# there.
_LIGHTEST, _BITS_OF_LIGHTEST, _STEP, _BITS_OF_STEP = 12, 20, 10, 19


def _unpack(packed: Array, start: int) -> Asked:
    """The name asked about that begins there."""
    width, runs = int(packed[start + 1]), int(packed[start + 2])
    rows, marks, walks = int(packed[start + 3]), int(packed[start + 4]), int(packed[start + 5])
    entries = width + runs + 1
    traits = start + HEAD
    starts = traits + width
    tokens = starts + entries
    alike = tokens + rows
    spans = alike + rows
    mark_starts = spans + runs
    marked = mark_starts + entries
    firsts = marked + 4 * marks
    return Asked(
        packed[traits:starts],
        packed[starts:tokens],
        packed[tokens:alike],
        packed[alike:spans],
        packed[spans:mark_starts],
        packed[mark_starts:marked],
        packed[marked : marked + marks],
        packed[marked + marks : marked + 2 * marks],
        packed[marked + 2 * marks : marked + 3 * marks],
        packed[marked + 3 * marks : firsts],
        packed[firsts : firsts + walks],
        packed[firsts + walks : firsts + 2 * walks],
        packed[firsts + 2 * walks : firsts + 3 * walks],
        int(packed[start + 6]),
        int(packed[start + 7]),
        packed[start + 8] != 0,
        int(packed[start + 9]),
    )


def _name_score(agree: int, against: int, bits: int, same: bool, exact: int, held: Array) -> int:
    """`match.evidence.name_score`."""
    if agree <= 0:
        return 0
    factor = held[min(bits, len(held) - 1)]
    if same:
        factor = max(factor, exact / 10000)
    return int(agree / (agree + against) * factor * 10000 + 0.5)


def least_values(
    traits: Array, order: Array, initials: bool, floor: int, table: Array, held: Array
) -> tuple[Array, Array]:
    """For each token the least likeness with which it must agree to be worth a walk, 101 for none.

    Tokens are tried one after the other. A name that a walk has not met yet agrees with none of those
    tried before: if all the others agreed fully, could it still reach the floor? When not, the walk is
    over; and a row whose likeness makes it impossible is passed over.

    Args:
        traits: of each token asked about.
        order: the places of those that tell, in the order in which to try them. Any will do; what costs
            little and weighs much should be tried first.
        initials: whether the listed names have initials, which can stand for any token.
        floor: in ten thousandths.
        table: the scoring table as numbers.
        held: `match.evidence.HELD_BACK`.

    Returns:
        After the tokens' one more: 0 where even a name can reach the floor that agrees with none of them
        but by initials, else 101. And for each token the most words that tell of a name without initials
        that is worth it: of one with more something stands in the place of the tokens tried before, and
        contradicts them. That holds where no listed words may be joined to one (the names share no mark).
    """
    width = len(traits)
    least = np.full(width + 1, 101, dtype=np.int64)
    most = np.full(width, MOST_WORDS, dtype=np.int64)
    by_initial, initial_bits = int(table[_BY_INITIAL]), int(table[_INITIAL_BITS])
    initial_weight, exact = int(table[_INITIAL_WEIGHT]), int(table[_EXACT])
    rest = rest_bits = tried = 0
    for place in range(width):
        rest += int(traits[place]) & 255
        rest_bits += _most_bits(int(traits[place]), initials, initial_bits)
    agree = against = bits = 0
    for rank in range(len(order)):
        place = order[rank]
        weight, own_bits = int(traits[place]) & 255, (int(traits[place]) >> 8) & 255
        # Only a name met at the first token can be the very same.
        same = rank == 0
        if _name_score(agree + 100 * rest, against, bits + rest_bits, same, exact, held) < floor:
            return least, most
        # Each word more than could agree is left over, as the tokens tried before are.
        for over in range(1, rank + 1):
            more = int(table[_OMITTED]) * over * _LIGHTEST + int(table[_CONTRADICTED_PART]) * over
            more += int(table[_CONTRADICTION]) * min(tried, over * _LIGHTEST)
            if _name_score(agree + 100 * rest, against + more, bits + rest_bits, False, exact, held) < floor:
                most[place] = width - rank + over - 1
                break
        tried += weight
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
    if len(order) == width:
        # Then what tells in the listed name is left over.
        against += int(table[_OMITTED]) * _LIGHTEST
    if _name_score(agree + 100 * rest, against, bits + rest_bits, False, exact, held) >= floor:
        least[width] = 0
    return least, most


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
    traits: Array, their_traits: Array, person: bool, taken: int, keys: Array, table: Array, held: Array
) -> tuple[int, int]:
    """The score of the pairs taken, as `match.alignment.evidence_of` and the fold have it.

    Initials that stand for what is left are put behind the pairs; how many there are then comes too.
    """
    ours, theirs = len(traits), len(their_traits)
    left = right = 0
    agree = against = bits = 0
    same = True
    for place in range(taken):
        key = int(keys[place])
        value, reason = (key >> 5) & 127, key & 31
        weight = own_bits = their_weight = their_bits = 0
        for i in range((key >> 30) & 63, (key >> 24) & 63):
            left |= 1 << i
            weight += int(traits[i]) & 255
            own_bits += (int(traits[i]) >> 8) & 255
        for j in range((key >> 18) & 63, (key >> 12) & 63):
            right |= 1 << j
            their_weight += int(their_traits[j]) & 255
            their_bits += (int(their_traits[j]) >> 8) & 255
        weight = min(weight, their_weight)
        agree += weight * value
        against += weight * (100 - value)
        bits += min(own_bits, their_bits) * (100 + value) // 200
        same = same and (reason == _EQUAL or weight == 0)
    for place in range(taken):
        key = int(keys[place])
        i = (key >> 30) & 63
        if not int(traits[i]) >> 27 & 1 or (key >> 24) & 63 != i + 1:
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
    if person:
        for i in range(ours):
            trait = int(traits[i])
            role, letter = (trait >> 16) & 15, (trait >> 20) & 31
            if left >> i & 1 or letter == NO_LETTER or (role != _ROLE_CORE and role != _ROLE_INITIAL):
                continue
            for j in range(theirs):
                other = int(their_traits[j])
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
        trait = int(traits[i])
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
        trait = int(their_traits[j])
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
    postings: Arrays,
    packed: Array,
    allowed: Array,
    table: Array,
    held: Array,
    work: Arrays,
    stamp: int,
    answers: Arrays,
) -> bool:
    """For each name asked about every allowed name that scores at its floor or above.

    Args:
        postings: the listed names, the arrays of `Postings`; as a plain tuple, like those of `Work` and
            `Answers`: of a named one the compiled function asks the type of every field at every call.
        packed: the names asked about, one behind the other, as `pack` makes them.
        allowed: what `Retrieval.wanting` makes of the names wanted.
        table: the scoring table as numbers.
        held: `match.evidence.HELD_BACK`.
        work: room to work in, of this thread alone.
        stamp: above all those used with this `work` before; each name asked about takes `STAMPS`.
        answers: what is found is written here.

    Returns:
        Whether there was room for all.
    """
    listed, room, found = Postings(*postings), Work(*work), Answers(*answers)
    start = place = count = 0
    while start < len(packed):
        asked = _unpack(packed, start)
        links = _link(asked, room.slots)
        met = _walk(listed, asked, allowed, room, stamp + STAMPS * place)
        count = _weigh(listed, asked, met, table, held, room, links, found, count)
        _unlink(asked, room.slots)
        if count < 0:
            return False
        found.ends[place] = count
        start += int(packed[start])
        place += 1
    return True


def weigh_each(
    postings: Arrays,
    packed: Array,
    names: Array,
    table: Array,
    held: Array,
    work: Arrays,
    stamp: int,
    answers: Arrays,
) -> bool:
    """The same for one listed name each: names compared pair by pair."""
    listed, room, found = Postings(*postings), Work(*work), Answers(*answers)
    start = count = 0
    for place in range(len(names)):
        asked = _unpack(packed, start)
        name = int(names[place])
        links = _link(asked, room.slots)
        room.met[0] = name
        room.seen[name] = stamp | _SHARES_MARK
        count = _weigh(listed, asked, 1, table, held, room, links, found, count)
        _unlink(asked, room.slots)
        if count < 0:
            return False
        found.ends[place] = count
        start += int(packed[start])
    return True


def _link(asked: Asked, slots: Array) -> Array:
    """Put into `slots` for each listed token its last row; of each row come the one before and the entry."""
    links = np.empty((len(asked.tokens), 2), dtype=np.int32)
    for entry in range(len(asked.starts) - 1):
        for row in range(int(asked.starts[entry]), int(asked.starts[entry + 1])):
            token = int(asked.tokens[row])
            links[row, 0] = slots[token]
            links[row, 1] = entry
            slots[token] = row
    return links


def _unlink(asked: Asked, slots: Array) -> None:
    for row in range(len(asked.tokens)):
        slots[int(asked.tokens[row])] = -1


def _walk(postings: Postings, asked: Asked, allowed: Array, work: Work, stamp: int) -> int:
    """Put the allowed names that might reach the floor into `work.met`, once each; how many."""
    seen, into = work.seen, work.met
    posting_names, mark_names = postings.posting_names, postings.mark_names
    reading = AS_PERSON if asked.person else AS_THING
    own_bits = 1
    while own_bits + 1 < len(allowed):
        own_bits = own_bits << 1 | 1
    met = 0
    for mark in range(len(asked.marks)):
        for at in range(int(asked.mark_firsts[mark]), int(asked.mark_lasts[mark])):
            # Above the name's own bits stands what is left of the mark (`index/hashing.py`).
            name = int(mark_names[at]) & own_bits
            if int(allowed[name]) & READING == reading:
                seen[name] = max(int(seen[name]), stamp) | _SHARES_MARK
                if asked.mark_meets[mark]:
                    met = _meet(name, seen, into, stamp, met)
    for walk in range(len(asked.firsts)):
        most = int(asked.mosts[walk])
        for posting in range(int(asked.firsts[walk]), int(asked.lasts[walk])):
            name = int(posting_names[posting])
            state = int(allowed[name])
            if state & READING == reading and (
                state >> TELLS <= most or int(seen[name]) == stamp | _SHARES_MARK
            ):
                met = _meet(name, seen, into, stamp, met)
    if asked.beyond == ALL_NAMES:
        for name in range(len(allowed)):
            if int(allowed[name]) & READING == reading:
                met = _meet(name, seen, into, stamp, met)
    elif asked.beyond == WITH_INITIALS:
        for place in range(len(postings.with_initials)):
            name = int(postings.with_initials[place])
            if int(allowed[name]) & READING == reading:
                met = _meet(name, seen, into, stamp, met)
    return met


def _meet(name: int, seen: Array, into: Array, stamp: int, met: int) -> int:
    """Put a name into `into` if it is not there yet; how many are there then."""
    state = max(int(seen[name]), stamp)
    if state & _MET:
        return met
    seen[name] = state | _MET
    into[met] = name
    return met + 1


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


def _pair_run(
    span: int,
    start: int,
    stop: int,
    of_run: bool,
    traits: Array,
    their_traits: Array,
    table: Array,
    keys: Array,
    possible: int,
) -> int:
    """Put the pair of a listed run and the tokens with a mark of it into `keys`; how many are there then.

    `start` and `stop` are the places of the tokens asked about, and `of_run` whether these are a run too.
    """
    acronym = span >> 12 & 1
    their_start, their_stop = span & 63, (span >> 6) & 63
    reason = _JOINED
    if of_run:
        value = int(table[_BY_RESPACED])
        if acronym or _spaced_alike(start, stop, their_start, their_stop, value, keys, possible):
            return possible
    elif acronym:
        value, reason = int(table[_BY_ACRONYM]), _ACRONYM
    elif span >> 13 & 1 != int(traits[start]) >> 25 & 1:
        value = int(table[_BY_JOINED_ACROSS])
    else:
        value = int(table[_BY_JOINED])
    weight = their_weight = 0
    for i in range(start, stop):
        weight += int(traits[i]) & 255
    for j in range(their_start, their_stop):
        their_weight += int(their_traits[j]) & 255
    weight = min(weight, their_weight)
    keys[possible] = pair_key(1, start, stop, their_start, their_stop, value, reason, weight)
    return possible + 1


def _pair_tokens(
    asked: Asked, tokens: Array, their_traits: Array, slots: Array, links: Array, keys: Array
) -> int:
    """Put into `keys` the pairs of a listed name's tokens and what is like them; how many there are."""
    traits, alike, spans = asked.traits, asked.alike, asked.spans
    width = len(traits)
    possible = 0
    for j in range(len(tokens)):
        their = int(their_traits[j])
        their_role = (their >> 16) & 15
        row = int(slots[tokens[j]])
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
            keys[possible] = pair_key(later, start, stop, j, j + 1, value, reason, min(weight, their & 255))
            possible += 1
    return possible


def _weigh(
    postings: Postings,
    asked: Asked,
    met: int,
    table: Array,
    held: Array,
    work: Work,
    links: Array,
    answers: Answers,
    count: int,
) -> int:
    """Score the names met and write those that reach the floor behind the answers that there are.

    Returns:
        How many answers there are then; -1 where there was too little room.
    """
    slots, keys, seen, names = work.slots, work.keys, work.seen, work.met
    traits, alike, spans, marks = asked.traits, asked.alike, asked.spans, asked.marks
    mark_starts, person, floor = asked.mark_starts, asked.person, asked.floor
    name_starts, name_tokens, name_traits = (
        postings.name_token_starts,
        postings.name_tokens,
        postings.name_traits,
    )
    run_starts, run_marks, run_spans = postings.name_run_starts, postings.run_marks, postings.run_spans
    by_joined = int(table[_BY_JOINED])
    added, omitted = int(table[_ADDED]), int(table[_OMITTED])
    contradiction, contradicted_part = int(table[_CONTRADICTION]), int(table[_CONTRADICTED_PART])
    exact = int(table[_EXACT])
    width = len(traits)
    best = np.zeros(width, dtype=np.int64)
    our_initials = False
    for i in range(width):
        our_initials = our_initials or (int(traits[i]) >> 16) & 15 == _ROLE_INITIAL
    # The marks that any listed name has, and by their last bits where to find them: most runs have none.
    live = 0
    shelf = np.full(_SHELVES, -1, dtype=np.int64)
    live_marks, live_starts, live_stops, behind = np.empty((4, len(marks)), dtype=np.int64)
    live_runs = np.empty(len(marks), dtype=np.bool_)
    for entry in range(len(mark_starts) - 1):
        of_run = entry >= width
        if not of_run and (int(traits[entry]) >> 16) & 15 > _ROLE_NUMBER:
            continue
        for at in range(int(mark_starts[entry]), int(mark_starts[entry + 1])):
            if asked.mark_firsts[at] < asked.mark_lasts[at]:
                live_marks[live] = int(marks[at]) & 0xFFFFFFFF
                live_starts[live] = int(spans[entry - width]) & 63 if of_run else entry
                live_stops[live] = (int(spans[entry - width]) >> 6) & 63 if of_run else entry + 1
                live_runs[live] = of_run
                behind[live] = shelf[int(marks[at]) & (_SHELVES - 1)]
                shelf[int(marks[at]) & (_SHELVES - 1)] = live
                live += 1
    stored = int(answers.rows[count - 1, 3]) if count else 0
    # Asked for one behind the other, what lies far away in memory comes all at once.
    touched = 0
    for place in range(met):
        name = int(names[place])
        first = int(name_starts[name])
        touched += int(run_starts[name])
        if first < len(name_tokens):  # the last names may have no tokens
            touched += int(name_tokens[first]) + int(name_traits[first])
    keys[0] = touched
    for place in range(met):
        name = int(names[place])
        first, stop = int(name_starts[name]), int(name_starts[name + 1])
        # What of either name might belong to something of the other, and how much alike at best.
        left = right = 0
        initials = our_initials
        best[:] = 0
        for at in range(first, stop):
            initials = initials or (int(name_traits[at]) >> 16) & 15 == _ROLE_INITIAL
            row = int(slots[name_tokens[at]])
            if row >= 0:
                right |= 1 << (at - first)
            while row >= 0:
                entry, value = int(links[row, 1]), int(alike[row]) >> 8
                row = int(links[row, 0])
                if entry < width:
                    left |= 1 << entry
                    best[entry] = max(best[entry], value)
                else:
                    span = int(spans[entry - width])
                    for i in range(span & 63, (span >> 6) & 63):
                        left |= 1 << i
                        best[i] = max(best[i], value)
        first_run = last_run = 0
        if int(seen[name]) & _SHARES_MARK:
            first_run, last_run = int(run_starts[name]), int(run_starts[name + 1])
        for run in range(first_run, last_run):
            mark = int(run_marks[run])
            at = shelf[mark & (_SHELVES - 1)]
            while at >= 0:
                if live_marks[at] == mark:
                    left |= (1 << live_stops[at]) - (1 << live_starts[at])
                    right |= _mask(int(run_spans[run]), int(run_spans[run]) >> 6)
                    for i in range(live_starts[at], live_stops[at]):
                        best[i] = max(best[i], by_joined)
                at = behind[at]
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
            for at in range(first, stop):
                if not right >> (at - first) & 1:
                    weight = int(name_traits[at]) & 255
                    against += weight * omitted
                    if (int(name_traits[at]) >> 16) & 15 <= _ROLE_NUMBER:
                        their_over += weight
                        their_parts += 1
            if parts and their_parts:
                against += min(over, their_over) * contradiction
                against += min(parts, their_parts) * contradicted_part
            if _name_score(agree, against, bits, against == 0, exact, held) < floor:
                continue
        their_traits = name_traits[first:stop]
        possible = _pair_tokens(asked, name_tokens[first:stop], their_traits, slots, links, keys)
        for run in range(first_run, last_run):
            mark = int(run_marks[run])
            at = shelf[mark & (_SHELVES - 1)]
            while at >= 0:
                if live_marks[at] == mark:
                    possible = _pair_run(
                        int(run_spans[run]), live_starts[at], live_stops[at], live_runs[at],
                        traits, their_traits, table, keys, possible,
                    )  # fmt: skip
                at = behind[at]
        score, taken = _score(traits, their_traits, person, _take(possible, keys), keys, table, held)
        if score < floor:
            continue
        if count == len(answers.rows) or stored + taken > len(answers.pairs):
            return -1
        answers.rows[count, 0] = name
        answers.rows[count, 1] = score
        marked = False
        for pair in range(taken):
            key = int(keys[pair])
            answers.pairs[stored + pair] = key
            of_run = ((key >> 12) & 63) - ((key >> 18) & 63) > 1
            marked = marked or (of_run and (key & 31 == _JOINED or key & 31 == _ACRONYM))
        answers.rows[count, 2] = marked
        stored += taken
        answers.rows[count, 3] = stored
        count += 1
    return count


_KERNELS: Final = (
    "_name_score",
    "_most_bits",
    "_most",
    "least_values",
    "pair_key",
    "_mask",
    "_take",
    "_score",
    "_unpack",
    "_link",
    "_unlink",
    "_meet",
    "_walk",
    "_spaced_alike",
    "_pair_run",
    "_pair_tokens",
    "_weigh",
    "find",
    "weigh_each",
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
