"""The engine: `Screener(snapshot, policy).screen(subject)`, pure over those three values."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize

import msgspec
import numpy as np

from namesake.errors import InputError
from namesake.index.hashing import hash_of
from namesake.index.kernels import compile_kernels
from namesake.index.retrieval import Found, Retrieval, pairs_of
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import compare_names, evidence_of
from namesake.match.attributes import compare_attributes, identifier_key, most_points
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold, least_name, with_points
from namesake.model.dates import strict_day
from namesake.model.party import Party, SameAs
from namesake.model.policy import FLOOR, Policy, WeakAliases
from namesake.model.subject import Subject
from namesake.model.values import Address, Identifier, Kind, ListId, Quality
from namesake.names.tokens import MOST_TOKENS, Parsed, parse
from namesake.names.writing import words_of
from namesake.screening.explain import band_of, readings
from namesake.screening.many import screen_many
from namesake.screening.result import Hit, Screening
from namesake.screening.scope import Scope, Wanted
from namesake.screening.standing import Freshness, Standing

if TYPE_CHECKING:
    from namesake.model.ownership import Ownership
    from namesake.screening.owned import Owned
    from namesake.screening.texts import Reading, TextReader
    from namesake.text.document import Document

__all__ = ["Screener"]

_PLAIN: Final = re.compile("[A-Za-z]")
_COMMON_BITS: Final = 14.0
"""A name whose agreement is no more surprising than one rare word is borne by many people."""


_Sought = tuple[Parsed, list[Found]]
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


class _Judged(msgspec.Struct, gc=False):
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


class Screener:
    """Answers who on the lists a subject may be.

    Args:
        snapshot: the index to answer from.
        policy: how to screen; the default policy when left out.
        compiled: whether to have the walk through the index compiled, which takes some seconds once and
            makes answers a hundred times as fast; the answers are the same. Not worth it for one name.
        freshness: the day on which is asked and what is overdue then; the engine knows no clock. Without it
            nothing is said of age, and birth dates to come are taken as they are given.

    Raises:
        PolicyError: the policy names a list that the snapshot does not hold.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        policy: Policy | None = None,
        *,
        compiled: bool = True,
        freshness: Freshness | None = None,
    ) -> None:
        self.snapshot = snapshot
        self.policy = policy or Policy()
        self.freshness = freshness
        if compiled:
            compile_kernels()
        self._notices = (snapshot.manifest.notice,) if snapshot.manifest.notice else ()
        self._retrieval = Retrieval(snapshot)
        self._scope = Scope(snapshot, self.policy, self._retrieval, freshness)
        self._unknown = tuple(self._scope.programmes_unknown)
        self._reader: TextReader | None = None
        self._owned: Owned | None = None
        self._making = threading.Lock()
        self._listed = lru_cache(maxsize=1 << 14)(self._parse)
        self._forms = lru_cache(maxsize=1 << 14)(self._formed)

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
        ownership: Ownership | None = None,
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
            ownership: who owns whom, as `namesake.ownership` reads it: the answer tells too whether the
                subject is a company of it, and whether that is blocked by its owners.

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
        (answer,) = self.answers([subject], day, limit, near)
        if ownership is None:
            return answer
        owned = self.owned(ownership, day)
        companies = tuple(owned.hits(answer.subject, limit))
        return msgspec.structs.replace(
            answer,
            ownership=ownership.name,
            companies=companies,
            owned=tuple(one for one in companies if one.blocks),
            warnings=tuple(dict.fromkeys((*answer.warnings, *owned.warnings))),
        )

    def owned(self, ownership: Ownership, day: dt.date | None = None) -> Owned:
        """Ownership data to be asked with this screener; the same again for the data last asked.

        Args:
            ownership: who owns whom.
            day: the day asked about; None for now.
        """
        from namesake.screening.owned import Owned

        with self._making:
            last = self._owned
            if last is None or last.ownership is not ownership or last.day != day:
                last = self._owned = Owned(self, ownership, day)
        return last

    def standing(self, day: dt.date | None = None) -> Standing:
        """The editions that any answer for a day stands on, with the warnings that all such answers have."""
        stands = self._scope.standing(day)
        return stands._replace(warnings=(*self._notices, *self._unknown, *stands.warnings))

    def listed(self, id: str, day: dt.date | None = None) -> Party | None:
        """The party of this id as a list in scope has it on a day; None where none has it then."""
        number = self._scope.numbers.get(id)
        return self._scope.party(number, day) if number is not None else None

    def id_of(self, text: str) -> str:
        """The id of the one party so spelled, case and spaces aside; the text itself where there is none."""
        if self.knows(text):
            return text
        alike = self._spelled.get(_id_key(text), ())
        return alike[0] if len(alike) == 1 else text

    @cached_property
    def _spelled(self) -> dict[str, list[str]]:
        spelled: dict[str, list[str]] = {}
        for id in self._scope.numbers:
            spelled.setdefault(_id_key(id), []).append(id)
        return spelled

    def knows(self, id: str) -> bool:
        """Whether a list held has, or had, a party of this id."""
        return id in self._scope.numbers

    def unknown(self, id: str) -> ListId | None:
        """The list held that an id is one of, when no edition held of that list has such a party."""
        key, colon, _ = _id_key(id).partition(":")
        if not colon or self.knows(id):
            return None
        return next((name for name in self._scope.held if _id_key(name) == key), None)

    def latest(self, id: str) -> Party | None:
        """The party of this id as an edition held has it last, whatever is asked about; None for none."""
        number = self._scope.numbers.get(id)
        if number is None:
            return None
        party: Party = self.snapshot.party(self.snapshot.versions_of(number)[-1])
        return party

    def same_as(self, id: str, day: dt.date | None = None) -> tuple[SameAs, ...]:
        """The records of other lists that are of this party too, as lists in scope have them on a day.

        Only those under a programme that the policy asks about, as `listed` has it.
        """
        number = self._scope.numbers.get(id)
        return self._scope.same_as(number, day, self.policy.programmes) if number is not None else ()

    def parties(self, day: dt.date | None = None) -> Iterator[Party]:
        """All parties that the lists in scope have on a day; None asks about now."""
        for number in self._scope.numbers.values():
            if (party := self._scope.party(number, day)) is not None:
                yield party

    def answers(
        self, subjects: Sequence[Subject], day: dt.date | None, limit: int, near: bool
    ) -> list[Screening]:
        """The answers for some subjects, whose names are sought together.

        Raises:
            InputError: a subject that can't be screened.
        """
        stands = self._scope.standing(day)
        if self.freshness is not None:
            subjects = [subject.born_by(self.freshness.today) for subject in subjects]
        unread = [_unread(subject) for subject in subjects]
        found = self._found(subjects, day, near)
        return [
            self._answer(*one, day, stands, limit, near) for one in zip(subjects, unread, found, strict=True)
        ]

    def _answer(
        self,
        subject: Subject,
        unread: list[str],
        found: list[_Sought],
        day: dt.date | None,
        stands: Standing,
        limit: int,
        near: bool,
    ) -> Screening:
        judged = self._judged(subject, found, day, stands)
        above = [one for one in judged if one.score >= self.policy.threshold]
        below = [one for one in judged if one.score < self.policy.threshold] if near else []
        return Screening(
            subject=subject,
            as_of=day,
            policy=self.policy,
            snapshot=self.snapshot.id,
            editions=stands.editions,
            hits=tuple([self._hit(subject, one, day) for one in above[:limit]]),
            near=tuple([self._hit(subject, one, day) for one in below[:limit]]),
            more=max(0, len(above) - limit),
            warnings=(*self._notices, *subject.warnings, *unread, *self._unknown, *stands.warnings),
            asked_on=stands.asked_on,
        )

    def read(self, content: str | bytes | Document, *, as_of: str | dt.date | None = None) -> Reading:
        """Where a text mentions listed parties.

        Args:
            content: plain text or HTML, or a document made of either.
            as_of: the day to answer for, strictly YYYY-MM-DD; left out, the text's own dateline, and without
                one the answer is about now.

        Raises:
            InputError: the content can't be read, or the date.
        """
        from namesake.text.document import Document, document_of

        document = content if isinstance(content, Document) else document_of(content)
        return next(self.read_many([document], as_of=as_of))

    def read_many(
        self, contents: Iterable[str | bytes | Document], *, as_of: str | dt.date | None = None
    ) -> Iterator[Reading]:
        """The same for many texts, in their order, as `read` gives them one by one, and sooner.

        Args:
            contents: as `read` takes them; taken as the readings are, some hundred short ones at a time.
            as_of: as `read` takes it, for all of them.

        Raises:
            InputError: the date, or a content that can't be read, behind the readings of those before it; the
                message says which.
        """
        from namesake.screening.texts import TextReader, at_once

        if isinstance(contents, (str, bytes)):
            raise InputError("one text is read by `read`; read_many takes several, in a list for instance")
        given = strict_day(as_of, what="as-of day") if as_of is not None else None
        with self._making:
            if self._reader is None:
                self._reader = TextReader(self.snapshot, self.policy, self._scope)
        reader = self._reader
        return (
            reading
            for some in at_once(contents)
            for reading in reader.read([(one, given or one.dateline) for one in some])
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
            subjects: `Subject`s, or names; taken as the answers are, some dozen at a time.
            kind: of those that are names only.
            as_of: as `screen` takes it.
            limit: as `screen` takes it.
            near: as `screen` takes it.
            workers: how many processes work at it; they share the index. A script that wants more than one
                must stand under `if __name__ == "__main__":`.

        Raises:
            InputError: a subject that can't be screened, behind the answers for those before it; the message
                says which.
        """
        if isinstance(subjects, str):
            raise InputError(
                "one name is screened by `screen`; screen_many takes several, in a list for instance"
            )
        if limit < 1 or workers < 1:
            raise InputError(f"limit {limit} and workers {workers} can't be used: both must be at least 1")
        day = strict_day(as_of, what="as-of day") if as_of is not None else None
        return screen_many(self, subjects, kind, day, limit, near, workers)

    def _found(self, subjects: Sequence[Subject], day: dt.date | None, near: bool) -> list[list[_Sought]]:
        """For each subject what its names find: those of all subjects of a kind in one go."""
        if len(subjects) == 1:  # as mostly, and sooner told
            (subject,) = subjects
            asked = _queries(subject)
            least = [self._floor(subject, near)] * len(asked)
            names = self._scope.wanted(day, subject.kind).names
            return [list(zip(asked, self._retrieval.find(asked, least, names), strict=True))]
        sought: list[list[_Sought]] = [[] for _ in subjects]
        for kind in {subject.kind for subject in subjects}:
            queries: list[Parsed] = []
            owners: list[list[_Sought]] = []
            floors: list[float] = []
            for subject, owner in zip(subjects, sought, strict=True):
                if subject.kind is kind:
                    floor = self._floor(subject, near)
                    for query in _queries(subject):
                        queries.append(query)
                        owners.append(owner)
                        floors.append(floor)
            found = self._retrieval.find(queries, floors, self._scope.wanted(day, kind).names)
            for owner, query, one in zip(owners, queries, found, strict=True):
                owner.append((query, one))
        return sought

    def _floor(self, subject: Subject, near: bool) -> float:
        """The least score of a name that is of interest."""
        return FLOOR if near else max(FLOOR, least_name(self.policy.threshold, most_points(subject)))

    def _judged(
        self, subject: Subject, sought: list[_Sought], day: dt.date | None, stands: Standing
    ) -> list[_Judged]:
        """Everything worth a look, best first."""
        wanted = self._scope.wanted(day, subject.kind)
        found = self._named(sought, wanted)
        identified = set(self._identified(subject)) if subject.identifiers else ()
        if identified:
            # Whoever shares an identifier is judged by the likest name, however little alike.
            theirs = wanted.names * np.isin(self.snapshot.arrays["name_party"], list(identified))
            queries = _queries(subject)
            likest = self._retrieval.find(queries, [FLOOR] * len(queries), theirs)
            found.update(self._named(list(zip(queries, likest, strict=True)), wanted))
        for number in identified:
            for version in self.snapshot.versions_of(number):
                if wanted.versions[version]:
                    found.setdefault(version, _Near(number, {}, []))
        if not found:
            return []
        best: dict[int, _Judged] = {}
        # Where two versions hold at once (an undated edition beside a dated one) the later one goes first.
        for version in sorted(found, reverse=True):
            number, named = found[version].party, found[version].best
            party = self._scope.described(number, version, day)
            judged = self._best(subject, party, named) if party is not None else None
            if judged is not None and (number not in best or judged.score > best[number].score):
                judged.number = number
                best[number] = judged
        return self._ranked(subject, list(best.values()), found)

    def _ranked(self, subject: Subject, judged: list[_Judged], found: dict[int, _Near]) -> list[_Judged]:
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

        def order(one: _Judged) -> tuple[float, bool, bool, int, str, str]:
            forms, party = agreeing[one.number], one.party
            as_written = any(form.written in written for form in forms)
            as_compared = as_written or any(form.words in borne for form in forms)
            texts = len({form.text for form in forms}) if len(forms) > 1 else len(forms)
            return -one.score, not as_written, not as_compared, -texts, party.id, party.list

        return sorted(judged, key=order)

    def _named(self, sought: list[_Sought], wanted: Wanted) -> dict[int, _Near]:
        """The versions a name of which was found, each with the best of these."""
        parties, weaks = self.snapshot.arrays["name_party"], self.snapshot.arrays["name_weak"]
        threshold = self.policy.threshold * 10000
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
        if self.policy.weak_aliases is WeakAliases.EXACT:
            found = self._evidence(query, name, pairs)
            return all(piece.same for piece in found if piece.agree or piece.against)
        return self.policy.weak_aliases is not WeakAliases.IGNORE

    def _evidence(self, query: Parsed, name: int, pairs: list[int]) -> list[Evidence]:
        return evidence_of(query, self._listed(name, query.person), pairs_of(pairs))

    def _parse(self, name: int, person: bool) -> Parsed:
        return parse(self.snapshot.name_texts[name], person=person)

    def _formed(self, name: int) -> _Forms:
        text = self.snapshot.name_texts[name]
        return _Forms(text, _written(text), _words(text))

    def _identified(self, subject: Subject) -> Iterator[int]:
        """Parties that bear an identifier of the subject's, whatever they are called."""
        hashes = self.snapshot.arrays["identifier_hashes"]
        for identifier in subject.identifiers:
            if key := identifier_key(identifier.value):
                number = np.uint32(hash_of(key))
                first, last = (int(np.searchsorted(hashes, number, side)) for side in ("left", "right"))
                yield from self.snapshot.arrays["identifier_parties"][first:last].tolist()

    def _best(self, subject: Subject, party: Party, named: dict[bool, _Named]) -> _Judged | None:
        """The party judged by its best name; None when not enough tells for it to be worth a look."""
        beyond = tuple(compare_attributes(subject, party))
        points = sum(piece.points for piece in beyond) if beyond else 0.0
        if not named:
            if not any(piece.kind is EvidenceKind.IDENTIFIER and piece.points > 0 for piece in beyond):
                return None
            best = _Judged(fold([*_likest(subject, party)[1], *beyond]), party, None, beyond)
            return best if best.score >= FLOOR else None
        judged = [
            self._by_weak(one, party, beyond, points)
            if weak
            else _Judged(with_points(one.score, points), party, one, beyond)
            for weak, one in (sorted(named.items()) if len(named) > 1 else named.items())
        ]
        best = judged[0] if len(judged) == 1 else max(judged, key=_score)
        # A good name that something contradicts is shown, however low that brought it.
        threshold = self.policy.threshold * 10000
        if best.score >= FLOOR or any(one.score >= threshold for one in named.values()):
            return best
        return None

    def _by_weak(self, named: _Named, party: Party, beyond: tuple[Evidence, ...], points: float) -> _Judged:
        """The party judged by a weak alias."""
        corroborated = any(piece.points >= SCORING.corroborates for piece in beyond)
        if not corroborated and self.policy.weak_aliases is WeakAliases.CORROBORATE:
            held_back = Evidence(
                kind=EvidenceKind.WEAK_ALIAS,
                reason="a weak alias counts only with an agreeing birth date or identifier",
                listed=self.snapshot.name_texts[named.name],
                points=SCORING.weak_alias,
            )
            beyond = (*beyond, held_back)
            points += SCORING.weak_alias
        return _Judged(with_points(named.score, points), party, named, beyond)

    def _hit(self, subject: Subject, judged: _Judged, day: dt.date | None) -> Hit:
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
            band=band_of(judged.score, self.policy.threshold),
            matched_name=name,
            evidence=evidence,
            advice=_advice(judged.party, evidence),
            same_as=self._scope.same_as(judged.number, day),
        )


def _id_key(id: str) -> str:
    return "".join(id.split()).casefold()


@lru_cache(maxsize=1 << 14)
def _word_count(text: str) -> int:
    return sum(1 for _ in words_of(text))


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """The words of a name as compared, in no order."""
    return tuple(sorted(word.text for word in words_of(text)))


def _queries(subject: Subject) -> list[Parsed]:
    """The subject's names, read as its kind says."""
    ways = readings(subject.kind)
    return [parse(text, person=person) for text in subject.names for person in ways]


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
    plain = [
        len(text) <= 2 * MOST_TOKENS and text.isascii() and _PLAIN.search(text) for text in subject.names
    ]
    if subject.names and all(plain):
        return []
    words = {text: _word_count(text) for text in subject.names}
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
    if sum([piece.bits for piece in evidence]) > _COMMON_BITS:
        return None
    if any(piece.kind in (EvidenceKind.BIRTH_DATE, EvidenceKind.IDENTIFIER) for piece in evidence):
        return None
    if party.kind is Kind.PERSON:
        return "many people bear this name: ask for a birth date"
    return "many bear a name like this: ask for an address or registration number"
