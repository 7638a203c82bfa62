"""The engine: `Screener(snapshot, policy).screen(subject)`, pure over those three values."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from namesake.errors import InputError
from namesake.index.kernels import compile_kernels
from namesake.index.retrieval import Retrieval
from namesake.index.snapshot import Snapshot
from namesake.match.attributes import most_points
from namesake.match.evidence import least_name
from namesake.model.dates import strict_day
from namesake.model.party import Party, SameAs
from namesake.model.policy import FLOOR, Policy
from namesake.model.subject import Subject
from namesake.model.values import Address, Identifier, Kind, ListId
from namesake.names.tokens import MOST_TOKENS, Parsed
from namesake.names.writing import words_of
from namesake.screening.many import screen_many
from namesake.screening.ranking import Ranker, Sought, queries_of
from namesake.screening.result import Screening
from namesake.screening.scope import Scope
from namesake.screening.standing import Freshness, Standing

if TYPE_CHECKING:
    from namesake.model.ownership import Ownership
    from namesake.screening.owned import Owned
    from namesake.screening.texts import Reading, TextReader
    from namesake.text.document import Document

__all__ = ["Screener"]

_PLAIN: Final = re.compile("[A-Za-z]")


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
        self._ranker = Ranker(snapshot, self.policy, self._scope, self._retrieval)

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
            limit: the most hits, near ones and companies to give back, of each.
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
        companies, more = owned.hits(answer.subject, limit)
        return msgspec.structs.replace(
            answer,
            ownership=ownership.name,
            companies=companies,
            more_companies=more,
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
        found: list[Sought],
        day: dt.date | None,
        stands: Standing,
        limit: int,
        near: bool,
    ) -> Screening:
        judged = self._ranker.ranked(subject, found, day)
        above = [one for one in judged if one.score >= self.policy.threshold]
        below = [one for one in judged if one.score < self.policy.threshold] if near else []
        return Screening(
            subject=subject,
            as_of=day,
            policy=self.policy,
            snapshot=self.snapshot.id,
            editions=stands.editions,
            hits=tuple([self._ranker.hit(subject, one, day) for one in above[:limit]]),
            near=tuple([self._ranker.hit(subject, one, day) for one in below[:limit]]),
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

    def _found(self, subjects: Sequence[Subject], day: dt.date | None, near: bool) -> list[list[Sought]]:
        """For each subject what its names find: those of all subjects of a kind in one go."""
        if len(subjects) == 1:  # as mostly, and sooner told
            (subject,) = subjects
            asked = queries_of(subject)
            least = [self._floor(subject, near)] * len(asked)
            names = self._scope.wanted(day, subject.kind).names
            return [list(zip(asked, self._retrieval.find(asked, least, names), strict=True))]
        sought: list[list[Sought]] = [[] for _ in subjects]
        for kind in {subject.kind for subject in subjects}:
            queries: list[Parsed] = []
            owners: list[list[Sought]] = []
            floors: list[float] = []
            for subject, owner in zip(subjects, sought, strict=True):
                if subject.kind is kind:
                    floor = self._floor(subject, near)
                    for query in queries_of(subject):
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


def _id_key(id: str) -> str:
    return "".join(id.split()).casefold()


@lru_cache(maxsize=1 << 14)
def _word_count(text: str) -> int:
    return sum(1 for _ in words_of(text))


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
