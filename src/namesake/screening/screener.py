"""The engine: `Screener(snapshot, policy).screen(subject)`, pure over those three values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

import numpy as np

from namesake.errors import InputError, PolicyError
from namesake.index.hashing import hash_of
from namesake.index.kernels import compile_kernels
from namesake.index.layout import KINDS, Array
from namesake.index.retrieval import Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names, evidence_of
from namesake.match.attributes import compare_attributes, identifier_key, most_points
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold, least_name, with_points
from namesake.model.dates import strict_day
from namesake.model.party import Party
from namesake.model.policy import FLOOR, Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Address, Identifier, Kind, Quality
from namesake.names.tokens import MOST_TOKENS, Parsed, parse
from namesake.names.writing import words_of
from namesake.screening.explain import band_of, readings
from namesake.screening.many import screen_many
from namesake.screening.result import Hit, Screening
from namesake.screening.standing import Standing, listed_by, standing

__all__ = ["Screener"]

_PLAIN: Final = re.compile("[A-Za-z]")
_COMMON_BITS: Final = 14.0
"""A name whose agreement is no more surprising than one rare word is borne by many people."""


class _Wanted(NamedTuple):
    """What may be looked at for one day and kind.

    Attributes:
        versions: for each version whether a list in scope says it then, of a party of that kind.
        names: for each name whether such a version bears it.
    """

    versions: Array
    names: Array


class _Named(NamedTuple):
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


class _Near(NamedTuple):
    """A version of a party that is worth a look.

    Attributes:
        party: its party's number.
        best: the best of its names, and beside it the best of its weak ones; empty when only an
            identifier led to it.
    """

    party: int
    best: dict[bool, _Named]


class _Judged(NamedTuple):
    """A party worth a look with its score; a `Hit` is made of it when it is to be shown.

    Attributes:
        named: the name that speaks for it; None when only an identifier does.
        beyond: the evidence beyond names.
    """

    score: float
    party: Party
    named: _Named | None
    beyond: tuple[Evidence, ...]


class Screener:
    """Answers who on the lists a subject may be.

    Args:
        snapshot: the index to answer from.
        policy: how to screen; the default policy when left out.
        compiled: whether to have the walk through the index compiled, which takes some seconds once and
            makes answers a hundred times as fast; the answers are the same. Not worth it for one name.

    Raises:
        PolicyError: the policy names a list that the snapshot does not hold.
    """

    def __init__(self, snapshot: Snapshot, policy: Policy | None = None, *, compiled: bool = True) -> None:
        self.snapshot = snapshot
        self.policy = policy or Policy()
        if compiled:
            compile_kernels()
        held = {*snapshot.manifest.lists, *(one.edition.list for one in snapshot.manifest.holdings)}
        for name in self.policy.lists:
            if name not in held:
                raise PolicyError(
                    f"list {name!r} is not held: the lists held are {', '.join(sorted(held)) or 'none'}"
                )
        self._scope = tuple(self.policy.lists or sorted(held))
        self._retrieval = Retrieval(snapshot)
        self._wanted = lru_cache(maxsize=32)(self._find_wanted)
        self._standing = lru_cache(maxsize=32)(self._find_standing)

    def screen(
        self,
        subject: Subject | str,
        *,
        kind: str | Kind | None = None,
        born: str | Iterable[str] | None = None,
        countries: str | Iterable[str] = (),
        gender: str | None = None,
        ids: str | Identifier | Iterable[str | Identifier] = (),
        addresses: str | Address | Iterable[str | Address] = (),
        as_of: str | dt.date | None = None,
        limit: int = 10,
        near: bool = False,
    ) -> Screening:
        """The hits for one subject, best first.

        Args:
            subject: a `Subject`, or a name that the next six arguments say more about.
            kind: as `Subject.of` takes it.
            born: as `Subject.of` takes it.
            countries: as `Subject.of` takes it.
            gender: as `Subject.of` takes it.
            ids: as `Subject.of` takes it.
            addresses: as `Subject.of` takes it.
            as_of: the day to answer for, strictly YYYY-MM-DD; None asks about now.
            limit: the most hits, and the most near ones, to give back.
            near: whether to give back also what stayed below the threshold; it takes longer.

        Raises:
            InputError: no name that can be compared, a date or kind that can't be read, a limit below 1.
        """
        if isinstance(subject, str):
            subject = Subject.of(
                subject,
                kind=kind,
                born=born,
                countries=countries,
                gender=gender,
                ids=ids,
                addresses=addresses,
            )
        elif kind or born or countries or gender or ids or addresses:
            raise InputError(
                "give either a Subject, or a name with kind, born, countries, gender, ids and addresses"
            )
        if limit < 1:
            raise InputError(f"limit {limit} can't be used: ask for at least 1 hit")
        day = strict_day(as_of, what="as-of day") if as_of is not None else None
        unread = _unread(subject)
        stands = self._standing(day)
        judged = self._judged(subject, day, stands, near)
        above = [one for one in judged if one.score >= self.policy.threshold]
        below = [one for one in judged if one.score < self.policy.threshold] if near else []
        notice = self.snapshot.manifest.notice
        return Screening(
            subject=subject,
            as_of=day,
            policy=self.policy,
            snapshot=self.snapshot.id,
            editions=stands.editions,
            hits=tuple(self._hit(subject, one) for one in above[:limit]),
            near=tuple(self._hit(subject, one) for one in below[:limit]),
            more=max(0, len(above) - limit),
            warnings=(
                *((notice,) if notice else ()),
                *subject.warnings,
                *unread,
                *self._programmes_unknown(),
                *stands.warnings,
            ),
        )

    def screen_many(
        self,
        subjects: Iterable[Subject | str],
        *,
        kind: str | Kind | None = None,
        as_of: str | dt.date | None = None,
        limit: int = 10,
        near: bool = False,
        workers: int = 1,
    ) -> Iterator[Screening]:
        """The answers for many subjects, in their order, as `screen` gives them one by one, and sooner.

        Args:
            subjects: `Subject`s, or names; taken as the answers are, some hundred at a time.
            kind: of those that are names only.
            as_of: as `screen` takes it.
            limit: as `screen` takes it.
            near: as `screen` takes it.
            workers: how many processes work at it; they share the index. A script that wants more than one
                must stand under `if __name__ == "__main__":`.

        Raises:
            InputError: a subject that can't be screened; the message says which.
        """
        if limit < 1 or workers < 1:
            raise InputError(f"limit {limit} and workers {workers} can't be used: both must be at least 1")
        day = strict_day(as_of, what="as-of day") if as_of is not None else None
        made = (Subject.of(one, kind=kind) if isinstance(one, str) else one for one in subjects)
        return screen_many(self, made, day, limit, near, workers)

    def look_up(self, subjects: Iterable[Subject]) -> None:
        """Look up what is new among the words of these subjects, all together; answers do not change."""
        self._retrieval.look_up(
            parse(text, person=person)
            for subject in subjects
            for text in subject.names
            for person in readings(subject.kind)
        )

    def _judged(self, subject: Subject, day: dt.date | None, stands: Standing, near: bool) -> list[_Judged]:
        """Everything worth a look, best first.

        Of equal scores the party that bears the name as it is written goes first, then one that bears the
        very words in other letters, then the one more of whose names agree.
        """
        wanted = self._wanted(day, subject.kind)
        floor = FLOOR if near else max(FLOOR, least_name(self.policy.threshold, most_points(subject)))
        found, agreeing = self._named(subject, wanted, floor)
        identified = set(self._identified(subject))
        if identified and floor > FLOOR:
            # Whoever shares an identifier is judged by the likest name, however little alike.
            theirs = wanted.names & np.isin(self.snapshot.arrays["name_party"], list(identified))
            found.update(self._named(subject, wanted._replace(names=theirs), FLOOR)[0])
        for number in identified:
            for version in self.snapshot.versions_of(number):
                if wanted.versions[version]:
                    found.setdefault(version, _Near(number, {}))
        best: dict[int, _Judged] = {}
        # Where two versions hold at once (an undated edition beside a dated one) the later one goes first.
        for version, (number, named) in sorted(found.items(), reverse=True):
            party = self._party(version, day, stands)
            judged = self._best(subject, party, named) if party is not None else None
            if judged is not None and (number not in best or judged.score > best[number].score):
                best[number] = judged
        if len({one.score for one in best.values()}) == len(best):
            return sorted(best.values(), key=lambda one: -one.score)
        written, borne = (set(map(way, subject.names)) for way in (_written, _words))
        alike = {
            number: {self.snapshot.name_texts[name] for name in agreeing.get(number, ())} for number in best
        }
        ranked = sorted(
            (
                -one.score,
                written.isdisjoint(map(_written, alike[number])),
                borne.isdisjoint(map(_words, alike[number])),
                -len(alike[number]),
                one.party.id,
                one.party.list,
                number,
            )
            for number, one in best.items()
        )
        return [best[number] for *_, number in ranked]

    def _named(
        self, subject: Subject, wanted: _Wanted, floor: float
    ) -> tuple[dict[int, _Near], dict[int, set[int]]]:
        """The versions a name of which reaches the floor; for each party the names at the threshold."""
        arrays = self.snapshot.arrays
        near: dict[int, _Near] = {}
        agreeing: dict[int, set[int]] = {}
        for text in subject.names:
            for person in readings(subject.kind):
                query = parse(text, person=person)
                for name, score, pairs in zip(*self._retrieval.find(query, floor, wanted.names), strict=True):
                    weak = bool(arrays["name_weak"][name])
                    if weak and not self._weak_counts(query, name, pairs):
                        continue
                    party = int(arrays["name_party"][name])
                    if score >= self.policy.threshold * 10000:
                        agreeing.setdefault(party, set()).add(name)
                    best = near.setdefault(self._version_bearing(name, wanted), _Near(party, {})).best
                    # Of equals the one the list names first.
                    if weak not in best or (score, -name) > (best[weak].score, -best[weak].name):
                        best[weak] = _Named(score, name, query, pairs)
        return near, agreeing

    def _weak_counts(self, query: Parsed, name: int, pairs: list[int]) -> bool:
        """Whether the policy lets a weak alias count that was found so."""
        if self.policy.weak_aliases is WeakAliases.EXACT:
            found = self._evidence(query, name, pairs)
            return all(piece.same for piece in found if piece.agree or piece.against)
        return self.policy.weak_aliases is not WeakAliases.IGNORE

    def _evidence(self, query: Parsed, name: int, pairs: list[int]) -> list[Evidence]:
        listed = parse(self.snapshot.name_texts[name], person=query.person)
        return evidence_of(query, listed, pairs_of(pairs))

    def _version_bearing(self, name: int, wanted: _Wanted) -> int:
        """The latest of the wanted versions that bear a wanted name."""
        starts = self.snapshot.arrays["name_version_starts"]
        bearers = self.snapshot.arrays["name_versions"][starts[name] : starts[name + 1]]
        return int(bearers[wanted.versions[bearers]][-1])

    def _identified(self, subject: Subject) -> Iterator[int]:
        """Parties that bear an identifier of the subject's, whatever they are called."""
        hashes = self.snapshot.arrays["identifier_hashes"]
        for identifier in subject.identifiers:
            if key := identifier_key(identifier.value):
                number = np.uint32(hash_of(key))
                first, last = (int(np.searchsorted(hashes, number, side)) for side in ("left", "right"))
                yield from self.snapshot.arrays["identifier_parties"][first:last].tolist()

    def _find_wanted(self, day: dt.date | None, kind: Kind | None) -> _Wanted:
        arrays = self.snapshot.arrays
        if day is None:
            versions = arrays["version_current"].copy()
        else:
            ordinal = day.toordinal()
            holding = (arrays["span_starts"] <= ordinal) & (ordinal < arrays["span_ends"])
            versions = np.zeros(len(arrays["version_current"]), dtype=np.bool_)
            versions[arrays["span_versions"][holding]] = True
        in_scope = np.array([one in self._scope for one in self.snapshot.manifest.lists], dtype=np.bool_)
        of_kind = np.array([kind is None or kind.may_be(one) for one in KINDS])
        versions &= in_scope[arrays["version_list"]] & of_kind[arrays["version_kind"]]
        names = np.zeros(len(arrays["name_party"]), dtype=np.bool_)
        if len(names):
            names = np.logical_or.reduceat(
                versions[arrays["name_versions"]], arrays["name_version_starts"][:-1]
            )
        return _Wanted(versions, names)

    def _party(self, version: int, day: dt.date | None, stands: Standing) -> Party | None:
        """The party as this version has it; None when it was not listed yet, or under no programme wanted."""
        party: Party | None = self.snapshot.party(version)
        if party is not None and day is not None and party.list in stands.early:
            party = listed_by(party, day)
        programmes = self.policy.programmes
        if party is None or not programmes:
            return party
        return party if any(one.programme in programmes for one in party.designations) else None

    def _best(self, subject: Subject, party: Party, named: dict[bool, _Named]) -> _Judged | None:
        """The party judged by its best name; None when not enough tells for it to be worth a look."""
        beyond = compare_attributes(subject, party)
        judged = [self._judge(party, one, beyond, weak) for weak, one in sorted(named.items())]
        if not judged:
            if not any(piece.kind is EvidenceKind.IDENTIFIER and piece.points > 0 for piece in beyond):
                return None
            score = fold([*_likest(subject, party)[1], *beyond])
            judged = [_Judged(score, party, None, tuple(beyond))]
        best = max(judged, key=lambda one: one.score)
        # A good name that something contradicts is shown, however low that brought it.
        good_name = any(one.score >= self.policy.threshold * 10000 for one in named.values())
        return best if good_name or best.score >= FLOOR else None

    def _judge(self, party: Party, named: _Named, beyond: list[Evidence], weak: bool) -> _Judged:
        corroborated = any(piece.points >= SCORING.corroborates for piece in beyond)
        if weak and not corroborated and self.policy.weak_aliases is WeakAliases.CORROBORATE:
            held_back = Evidence(
                kind=EvidenceKind.WEAK_ALIAS,
                reason="a weak alias counts only with an agreeing birth date or identifier",
                listed=self.snapshot.name_texts[named.name],
                points=SCORING.weak_alias,
            )
            beyond = [*beyond, held_back]
        score = with_points(named.score, sum(piece.points for piece in beyond))
        return _Judged(score, party, named, tuple(beyond))

    def _hit(self, subject: Subject, judged: _Judged) -> Hit:
        if judged.named is None:
            name, names = _likest(subject, judged.party)
        else:
            name = self.snapshot.name_texts[judged.named.name]
            names = self._evidence(judged.named.query, judged.named.name, judged.named.pairs)
        evidence = (*names, *judged.beyond)
        return Hit(
            party=judged.party,
            score=judged.score,
            band=band_of(judged.score, self.policy.threshold),
            matched_name=name,
            evidence=evidence,
            advice=_advice(judged.party, evidence),
        )

    def _find_standing(self, day: dt.date | None) -> Standing:
        return standing(self.snapshot.manifest.holdings, self._scope, day)

    def _programmes_unknown(self) -> Iterator[str]:
        for programme in self.policy.programmes:
            if programme not in self.snapshot.manifest.programmes:
                yield f"programme {programme!r} is on none of the lists held: nobody is found by it"


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


def _unread(subject: Subject) -> list[str]:
    """What of the subject's names can't be compared; `InputError` when nothing can."""
    # So many ASCII characters have no more words than are compared.
    plain = (
        len(text) <= 2 * MOST_TOKENS and text.isascii() and _PLAIN.search(text) for text in subject.names
    )
    if subject.names and all(plain):
        return []
    words = {text: sum(1 for _ in words_of(text)) for text in subject.names}
    if not any(words.values()):
        raise InputError(
            f"name {subject.names[0]!r} can't be screened: nothing in it can be compared"
            if subject.names
            else "there is no name to screen: give at least one"
        )
    return [
        f"a name of {count} words is compared by its first {MOST_TOKENS}: give names one by one"
        if count
        else f"name {text!r} is not used: nothing in it can be compared"
        for text, count in words.items()
        if not 0 < count <= MOST_TOKENS
    ]


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
    kinds = {piece.kind for piece in evidence}
    common = sum(piece.bits for piece in evidence) <= _COMMON_BITS
    if not common or EvidenceKind.BIRTH_DATE in kinds or EvidenceKind.IDENTIFIER in kinds:
        return None
    if party.kind is Kind.PERSON:
        return "many people bear this name: ask for a birth date"
    return "many bear a name like this: ask for an address or registration number"
