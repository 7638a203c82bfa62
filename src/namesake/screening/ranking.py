"""Judges the parties whose names a search found, by the likest name and all else known, and ranks them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple
from unicodedata import normalize

import msgspec
import numpy as np

from namesake.index.hashing import hash_of
from namesake.index.retrieval import Found, Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names, evidence_of
from namesake.match.attributes import compare_attributes, identifier_key
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold, with_points
from namesake.model.party import Party
from namesake.model.policy import FLOOR, Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Kind, Quality
from namesake.names.tokens import Parsed, parse
from namesake.names.writing import words_of
from namesake.screening.explain import band_of, readings
from namesake.screening.result import Hit
from namesake.screening.scope import Scope, Wanted

__all__ = ["Judged", "Ranker", "Sought", "queries_of"]

_COMMON_BITS: Final = 14.0
"""A name whose agreement is no more surprising than one rare word is borne by many people."""


Sought = tuple[Parsed, list[Found]]
"""A name of a subject, and what it finds."""


class _Named(msgspec.Struct, gc=False):
    """A listed name, and how the subject's name compares with it.

    Attributes:
        score: of the name alone, in ten thousandths.
        name: its number in the snapshot.
        query: the subject's name.
        pairs: how their tokens belong together.
    """

    score: int
    name: int
    query: Parsed
    pairs: list[int]


class _Near(msgspec.Struct, gc=False):
    """A version of a party that is worth a look.

    Attributes:
        party: its party's number.
        best: the best of its names, and beside it the best of its weak ones; empty when only an
            identifier led to it.
        agreeing: those of its names that reach the threshold by themselves.
    """

    party: int
    best: dict[bool, _Named]
    agreeing: list[int]


class _Forms(NamedTuple):
    """A listed name in the forms in which names are told apart that score the same.

    Attributes:
        text: as it is listed.
        written: its words in the letters they are written in.
        words: its words as they are compared.
    """

    text: str
    written: tuple[str, ...]
    words: tuple[str, ...]


class Judged(msgspec.Struct, gc=False):
    """A party worth a look with its score; a `Hit` is made of it when it is to be shown.

    Attributes:
        named: the name that speaks for it; None when only an identifier does.
        beyond: the evidence beyond names.
        number: the party's.
    """

    score: float
    party: Party
    named: _Named | None
    beyond: tuple[Evidence, ...]
    number: int = -1


_score = attrgetter("score")


class Ranker:
    """Judges and ranks for one snapshot and policy; safe to share between threads.

    Args:
        snapshot: the index.
        policy: how to screen.
        scope: whom the lists in scope have.
        retrieval: what finds names.
    """

    def __init__(self, snapshot: Snapshot, policy: Policy, scope: Scope, retrieval: Retrieval) -> None:
        self._snapshot, self._policy, self._scope, self._retrieval = snapshot, policy, scope, retrieval
        self._listed = lru_cache(maxsize=1 << 14)(self._parse)
        self._forms = lru_cache(maxsize=1 << 14)(self._formed)

    def ranked(self, subject: Subject, sought: list[Sought], day: dt.date | None) -> list[Judged]:
        """Everything worth a look, best first.

        Args:
            subject: who is asked about.
            sought: what its names found.
            day: the day asked about; None for now.
        """
        wanted = self._scope.wanted(day, subject.kind)
        found = self._named(sought, wanted)
        identified = set(self._identified(subject)) if subject.identifiers else ()
        if identified:
            # Whoever shares an identifier is judged by the likest name, however little alike.
            theirs = wanted.names * np.isin(self._snapshot.arrays["name_party"], list(identified))
            queries = queries_of(subject)
            likest = self._retrieval.find(queries, [FLOOR] * len(queries), theirs)
            found.update(self._named(list(zip(queries, likest, strict=True)), wanted))
        for number in identified:
            for version in self._snapshot.versions_of(number):
                if wanted.versions[version]:
                    found.setdefault(version, _Near(number, {}, []))
        if not found:
            return []
        best: dict[int, Judged] = {}
        # Where two versions hold at once (an undated edition beside a dated one) the later one goes first.
        for version in sorted(found, reverse=True):
            number, named = found[version].party, found[version].best
            party = self._scope.described(number, version, day)
            judged = self._best(subject, party, named) if party is not None else None
            if judged is not None and (number not in best or judged.score > best[number].score):
                judged.number = number
                best[number] = judged
        return self._in_order(subject, list(best.values()), found)

    def hit(self, subject: Subject, judged: Judged, day: dt.date | None) -> Hit:
        """A party worth a look as the answer shows it, with the evidence and its records on other lists."""
        if judged.named is None:
            name, names = _likest(subject, judged.party)
        else:
            query = judged.named.query
            listed = self._listed(judged.named.name, query.person)
            name, names = listed.text, evidence_of(query, listed, pairs_of(judged.named.pairs))
        evidence = (*names, *judged.beyond)
        return Hit(
            party=judged.party,
            score=judged.score,
            band=band_of(judged.score, self._policy.threshold),
            matched_name=name,
            evidence=evidence,
            advice=_advice(judged.party, evidence),
            same_as=self._scope.same_as(judged.number, day),
        )

    def _in_order(self, subject: Subject, judged: list[Judged], found: dict[int, _Near]) -> list[Judged]:
        """The best first; of parties of equal scores in the order in which they are to be shown.

        The party that bears the name as it is written goes first, then one that bears the very words in
        other letters, then the one more of whose names agree.
        """
        if len({one.score for one in judged}) == len(judged):
            return sorted(judged, key=_score, reverse=True)
        written = {_written(text) for text in subject.names}
        borne = {_words(text) for text in subject.names}
        agreeing: dict[int, list[_Forms]] = {}
        for near in found.values():
            agreeing.setdefault(near.party, []).extend(map(self._forms, near.agreeing))

        def order(one: Judged) -> tuple[float, bool, bool, int, str, str]:
            forms, party = agreeing[one.number], one.party
            as_written = any(form.written in written for form in forms)
            as_compared = as_written or any(form.words in borne for form in forms)
            texts = len({form.text for form in forms}) if len(forms) > 1 else len(forms)
            return -one.score, not as_written, not as_compared, -texts, party.id, party.list

        return sorted(judged, key=order)

    def _named(self, sought: list[Sought], wanted: Wanted) -> dict[int, _Near]:
        """The versions a name of which was found, each with the best of these."""
        parties, weaks = self._snapshot.arrays["name_party"], self._snapshot.arrays["name_weak"]
        threshold = self._policy.threshold * 10000
        near: dict[int, _Near] = {}
        for query, found in sought:
            for one in found:
                name, score, pairs = one.name, one.score, one.pairs
                weak = weaks.item(name)
                if weak and not self._weak_counts(query, name, pairs):
                    continue
                version = wanted.bearers.item(name)
                if version not in near:
                    near[version] = _Near(parties.item(name), {}, [])
                of_version = near[version]
                if score >= threshold:
                    of_version.agreeing.append(name)
                best = of_version.best
                held = best.get(weak)
                # Of equals the one the list names first.
                if held is None or score > held.score or (score == held.score and name < held.name):
                    best[weak] = _Named(score, name, query, pairs)
        return near

    def _weak_counts(self, query: Parsed, name: int, pairs: list[int]) -> bool:
        """Whether the policy lets a weak alias count that was found so."""
        if self._policy.weak_aliases is WeakAliases.EXACT:
            found = self._evidence(query, name, pairs)
            return all(piece.same for piece in found if piece.agree or piece.against)
        return self._policy.weak_aliases is not WeakAliases.IGNORE

    def _evidence(self, query: Parsed, name: int, pairs: list[int]) -> list[Evidence]:
        return evidence_of(query, self._listed(name, query.person), pairs_of(pairs))

    def _parse(self, name: int, person: bool) -> Parsed:
        return parse(self._snapshot.name_texts[name], person=person)

    def _formed(self, name: int) -> _Forms:
        text = self._snapshot.name_texts[name]
        return _Forms(text, _written(text), _words(text))

    def _identified(self, subject: Subject) -> Iterator[int]:
        """Parties that bear an identifier of the subject's, whatever they are called."""
        hashes = self._snapshot.arrays["identifier_hashes"]
        for identifier in subject.identifiers:
            if key := identifier_key(identifier.value):
                number = np.uint32(hash_of(key))
                first, last = (int(np.searchsorted(hashes, number, side)) for side in ("left", "right"))
                yield from self._snapshot.arrays["identifier_parties"][first:last].tolist()

    def _best(self, subject: Subject, party: Party, named: dict[bool, _Named]) -> Judged | None:
        """The party judged by its best name; None when not enough tells for it to be worth a look."""
        beyond = tuple(compare_attributes(subject, party))
        points = sum(piece.points for piece in beyond) if beyond else 0.0
        if not named:
            if not any(piece.kind is EvidenceKind.IDENTIFIER and piece.points > 0 for piece in beyond):
                return None
            best = Judged(fold([*_likest(subject, party)[1], *beyond]), party, None, beyond)
            return best if best.score >= FLOOR else None
        judged = [
            self._by_weak(one, party, beyond, points)
            if weak
            else Judged(with_points(one.score, points), party, one, beyond)
            for weak, one in (sorted(named.items()) if len(named) > 1 else named.items())
        ]
        best = judged[0] if len(judged) == 1 else max(judged, key=_score)
        # A good name that something contradicts is shown, however low that brought it.
        threshold = self._policy.threshold * 10000
        if best.score >= FLOOR or any(one.score >= threshold for one in named.values()):
            return best
        return None

    def _by_weak(self, named: _Named, party: Party, beyond: tuple[Evidence, ...], points: float) -> Judged:
        """The party judged by a weak alias."""
        corroborated = any(piece.points >= SCORING.corroborates for piece in beyond)
        if not corroborated and self._policy.weak_aliases is WeakAliases.CORROBORATE:
            held_back = Evidence(
                kind=EvidenceKind.WEAK_ALIAS,
                reason="a weak alias counts only with an agreeing birth date or identifier",
                listed=self._snapshot.name_texts[named.name],
                points=SCORING.weak_alias,
            )
            beyond = (*beyond, held_back)
            points += SCORING.weak_alias
        return Judged(with_points(named.score, points), party, named, beyond)


def queries_of(subject: Subject) -> list[Parsed]:
    """The subject's names, read as its kind says."""
    ways = readings(subject.kind)
    return [parse(text, person=person) for text in subject.names for person in ways]


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """The words of a name as compared, in no order."""
    return tuple(sorted(word.text for word in words_of(text)))


@lru_cache(maxsize=1 << 14)
def _written(text: str) -> tuple[str, ...]:
    """The words of a name in the letters they are written in, in no order; case and signs aside.

    As compared, Лукашенко is Lukashenko, and the Persian letters of a name are the Arabic ones: who is
    listed in the letters asked about is meant before a namesake, or another list's record, in others.
    """
    plain = (normalize("NFKC", text[word.start : word.end]).casefold() for word in words_of(text))
    return tuple(sorted("".join(filter(str.isalnum, word)) for word in plain))


def _likest(subject: Subject, party: Party) -> tuple[str, list[Evidence]]:
    """The one of the party's good names that is most like the subject's, and how it compares."""
    person = party.kind is Kind.PERSON
    listed = [name.text for name in party.names if name.quality is not Quality.WEAK] or [party.name]
    found = [
        (theirs, compare_names(parse(ours, person=person), parse(theirs, person=person)))
        for ours in subject.names
        for theirs in listed
    ]
    return max(found, key=lambda one: fold(one[1]))


def _advice(party: Party, evidence: Iterable[Evidence]) -> str | None:
    """What to ask for when only a common name speaks for the party."""
    if sum([piece.bits for piece in evidence]) > _COMMON_BITS:
        return None
    if any(piece.kind in (EvidenceKind.BIRTH_DATE, EvidenceKind.IDENTIFIER) for piece in evidence):
        return None
    if party.kind is Kind.PERSON:
        return "many people bear this name: ask for a birth date"
    return "many bear a name like this: ask for an address or registration number"
