"""The engine: `Screener(snapshot, policy).screen(subject)`, pure over those three values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from namesake.errors import InputError, PolicyError
from namesake.index.hashing import hash_of
from namesake.index.layout import KINDS, Array
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names
from namesake.match.attributes import compare_attributes, identifier_key
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold
from namesake.model.dates import strict_day
from namesake.model.party import Party
from namesake.model.policy import FLOOR, Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Kind, Quality
from namesake.names.tokens import MOST_TOKENS, parse
from namesake.names.writing import words_of
from namesake.screening.explain import readings
from namesake.screening.result import Band, Hit, Screening
from namesake.screening.standing import Standing, listed_by, standing

__all__ = ["Screener"]

_BANDS: Final = ((0.90, Band.STRONG), (0.80, Band.PROBABLE), (0.0, Band.POSSIBLE))
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
    """A listed name, and what comparing the subject's names with it found."""

    score: float
    name: int
    evidence: list[Evidence]


class _Near(NamedTuple):
    """A version of a party that is worth a look.

    Attributes:
        party: its party's number.
        best: the best of its names, and beside it the best of its weak ones; empty when only an
            identifier led to it.
    """

    party: int
    best: dict[bool, _Named]


class Screener:
    """Answers who on the lists a subject may be.

    Args:
        snapshot: the index to answer from.
        policy: how to screen; the default policy when left out.

    Raises:
        PolicyError: the policy names a list that the snapshot does not hold.
    """

    def __init__(self, snapshot: Snapshot, policy: Policy | None = None) -> None:
        self.snapshot = snapshot
        self.policy = policy or Policy()
        held = {*snapshot.manifest.lists, *(one.edition.list for one in snapshot.manifest.holdings)}
        for name in self.policy.lists:
            if name not in held:
                raise PolicyError(
                    f"list {name!r} is not held: the lists held are {', '.join(sorted(held)) or 'none'}"
                )
        self._scope = tuple(self.policy.lists or sorted(held))
        self._retrieval = Retrieval(snapshot)
        self._wanted = lru_cache(maxsize=32)(self._find_wanted)

    def screen(
        self,
        subject: Subject | str,
        *,
        kind: str | Kind | None = None,
        born: str | Iterable[str] | None = None,
        countries: str | Iterable[str] = (),
        gender: str | None = None,
        ids: str | Iterable[str] = (),
        as_of: str | dt.date | None = None,
        limit: int = 10,
    ) -> Screening:
        """The hits for one subject, best first, with what stayed below the threshold under `near`.

        Args:
            subject: a `Subject`, or a name that the next five arguments say more about.
            kind: as `Subject.of` takes it.
            born: as `Subject.of` takes it.
            countries: as `Subject.of` takes it.
            gender: as `Subject.of` takes it.
            ids: as `Subject.of` takes it.
            as_of: the day to answer for, strictly YYYY-MM-DD; None asks about now.
            limit: the most hits, and the most near ones, to give back.

        Raises:
            InputError: no name that can be compared, a date or kind that can't be read, a limit below 1.
        """
        if isinstance(subject, str):
            subject = Subject.of(subject, kind=kind, born=born, countries=countries, gender=gender, ids=ids)
        elif kind or born or countries or gender or ids:
            raise InputError("give either a Subject, or a name with kind, born, countries, gender and ids")
        if limit < 1:
            raise InputError(f"limit {limit} can't be used: ask for at least 1 hit")
        day = strict_day(as_of, what="as-of day") if as_of is not None else None
        unread = _unread(subject)
        stands = standing(self.snapshot.manifest.holdings, self._scope, day)
        hits = self._hits(subject, day, stands)
        above = [hit for hit in hits if hit.score >= self.policy.threshold]
        near = [hit for hit in hits if hit.score < self.policy.threshold]
        notice = self.snapshot.manifest.notice
        return Screening(
            subject=subject,
            as_of=day,
            policy=self.policy,
            snapshot=self.snapshot.id,
            editions=stands.editions,
            hits=tuple(above[:limit]),
            near=tuple(near[:limit]),
            more=max(0, len(above) - limit),
            warnings=(
                *((notice,) if notice else ()),
                *subject.warnings,
                *unread,
                *self._programmes_unknown(),
                *stands.warnings,
            ),
        )

    def _hits(self, subject: Subject, day: dt.date | None, stands: Standing) -> list[Hit]:
        """Everything worth a look, best first; of equal scores the party more of whose names agree."""
        wanted = self._wanted(day, subject.kind)
        near, agreeing = self._near(subject, wanted)
        for number in self._identified(subject):
            for version in self.snapshot.versions_of(number):
                if wanted.versions[version]:
                    near.setdefault(version, _Near(number, {}))
        best: dict[int, Hit] = {}
        # Where two versions hold at once (an undated edition beside a dated one) the later one goes first.
        for version, (number, named) in sorted(near.items(), reverse=True):
            party = self._party(version, day, stands)
            hit = self._best(subject, party, named) if party is not None else None
            if hit is not None and (number not in best or hit.score > best[number].score):
                best[number] = hit
        ranked = sorted(
            (-hit.score, -len(agreeing.get(number, ())), hit.party.id, hit.party.list, number)
            for number, hit in best.items()
        )
        return [best[number] for *_, number in ranked]

    def _near(self, subject: Subject, wanted: _Wanted) -> tuple[dict[int, _Near], dict[int, set[str]]]:
        """The versions any of whose names reaches the floor, and for each party the names that do."""
        arrays = self.snapshot.arrays
        near: dict[int, _Near] = {}
        agreeing: dict[int, set[str]] = {}
        for text in subject.names:
            for person in readings(subject.kind):
                query = parse(text, person=person)
                # One name may stand on several lists: it is compared once.
                compared: dict[str, tuple[float, list[Evidence]]] = {}
                for name in self._retrieval.candidates(query, FLOOR, wanted.names).tolist():
                    listed = self.snapshot.name_texts[name]
                    if listed not in compared:
                        evidence = compare_names(query, parse(listed, person=person))
                        compared[listed] = fold(evidence), evidence
                    score, evidence = compared[listed]
                    weak = bool(arrays["name_weak"][name])
                    if score < FLOOR or (weak and not self._weak_counts(evidence)):
                        continue
                    party = int(arrays["name_party"][name])
                    agreeing.setdefault(party, set()).add(listed)
                    best = near.setdefault(self._version_bearing(name, wanted), _Near(party, {})).best
                    # Of equals the one the list names first.
                    if weak not in best or (score, -name) > (best[weak].score, -best[weak].name):
                        best[weak] = _Named(score, name, evidence)
        return near, agreeing

    def _weak_counts(self, evidence: list[Evidence]) -> bool:
        """Whether the policy lets a weak alias count that was found so."""
        if self.policy.weak_aliases is WeakAliases.EXACT:
            return all(piece.same for piece in evidence if piece.agree or piece.against)
        return self.policy.weak_aliases is not WeakAliases.IGNORE

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

    def _best(self, subject: Subject, party: Party, named: dict[bool, _Named]) -> Hit | None:
        """The hit by the party's best name; None when not enough tells for it to be worth a look."""
        attributes = compare_attributes(subject, party)
        hits = [self._hit(party, one, attributes, weak) for weak, one in sorted(named.items())]
        if not hits:
            if not any(piece.kind is EvidenceKind.IDENTIFIER and piece.points > 0 for piece in attributes):
                return None
            hits = [self._assemble(party, *_likest(subject, party), attributes)]
        best = max(hits, key=lambda hit: hit.score)
        # A good name that something contradicts is shown, however low that brought it.
        good_name = any(one.score >= self.policy.threshold for one in named.values())
        return best if good_name or best.score >= FLOOR else None

    def _hit(self, party: Party, named: _Named, attributes: list[Evidence], weak: bool) -> Hit:
        listed = self.snapshot.name_texts[named.name]
        corroborated = any(piece.points >= SCORING.corroborates for piece in attributes)
        if weak and not corroborated and self.policy.weak_aliases is WeakAliases.CORROBORATE:
            held_back = Evidence(
                kind=EvidenceKind.WEAK_ALIAS,
                reason="a weak alias counts only with an agreeing birth date or identifier",
                listed=listed,
                points=SCORING.weak_alias,
            )
            attributes = [*attributes, held_back]
        return self._assemble(party, listed, named.evidence, attributes)

    def _assemble(self, party: Party, name: str, names: list[Evidence], others: list[Evidence]) -> Hit:
        evidence = (*names, *others)
        score = fold(evidence)
        band = next(band for least, band in _BANDS if score >= least)
        return Hit(
            party=party,
            score=score,
            band=band if score >= self.policy.threshold else Band.BELOW,
            matched_name=name,
            evidence=evidence,
            advice=_advice(party, evidence),
        )

    def _programmes_unknown(self) -> Iterator[str]:
        for programme in self.policy.programmes:
            if programme not in self.snapshot.manifest.programmes:
                yield f"programme {programme!r} is on none of the lists held: nobody is found by it"


def _unread(subject: Subject) -> list[str]:
    """What of the subject's names can't be compared; `InputError` when nothing can."""
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
