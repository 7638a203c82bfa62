"""What labelled data says: pairs told apart, persons found, strangers let go, scripts bridged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Kind
from namesake.quality.asking import Answer, Case, answers
from namesake.quality.labelled import Customer, Labelled, Pair, Scripts
from namesake.quality.latin_only import LABELLED, latin_screener
from namesake.quality.scorecard import Failure, Line, Unit, line_of
from namesake.screening.explain import compare
from namesake.screening.screener import Screener

__all__ = ["ALONE", "WITH_DATA", "case_of", "judged"]

ALONE, WITH_DATA = "by name alone", "with birth date and nationality"


def judged(
    screener: Screener, labelled: Labelled, parties: Sequence[Party], tell: Callable[[str], None]
) -> tuple[list[Line], list[str]]:
    """The lines of labelled data, and notes of what they leave out."""
    lines: list[Line] = []
    notes: list[str] = []
    held = {party.id for party in parties}
    for file, pairs in labelled.pairs.items():
        tell(f"Labelled pairs: {file}")
        lines += pair_lines(file, pairs, labelled.mislabelled, screener.policy.threshold)
    for file, customers in labelled.listed.items():
        tell(f"Labelled persons: {file}")
        known = [one for one in customers if one.party in held]
        lines += found_lines(screener, file, known)
        if len(known) < len(customers):
            notes.append(
                f"{file}: {len(customers) - len(known):,} rows are of parties that no list held has."
            )
    for file, customers in labelled.unlisted.items():
        tell(f"People on no list: {file}")
        lines += alarm_lines(screener, file, customers)
    for file, rows in labelled.scripts.items():
        tell(f"Names in two scripts: {file}")
        latin = latin_screener(parties, rows, screener.policy)
        lines += script_lines(latin, file, rows)
        strangers = len({row.party for row in rows if row.party not in held})
        notes.append(
            f"{file}: every name that is not in Latin letters was removed from the lists; {strangers:,} "
            f"persons who are on no list held were added in Latin letters, as list `{LABELLED}`."
        )
    return lines, notes


def pair_lines(
    file: str, pairs: Sequence[Pair], mislabelled: frozenset[tuple[str, str, bool]], threshold: float
) -> Iterator[Line]:
    """F1, precision and recall of "one party": over all rows, then without those held mislabelled."""
    kept = [pair for pair in pairs if pair[:3] not in mislabelled]
    measured: list[tuple[Sequence[Pair], str]] = [(pairs, "")]
    if len(kept) < len(pairs):
        measured.append((kept, f", without {len(pairs) - len(kept)} mislabelled"))
    for rows, without in measured:
        right = alarms = missed = 0
        failures: list[Failure] = []
        for pair in rows:
            score = compare(pair.name1, pair.name2, kind=pair.kind).score
            said = score >= threshold
            right += said and pair.is_match
            alarms += said and not pair.is_match
            missed += pair.is_match and not said
            if said is not pair.is_match:
                why = "missed" if pair.is_match else "false alarm"
                failures.append(Failure(pair.name1, listed=pair.name2, score=score, why=why))
        for title, whole in (
            ("F1", right + (alarms + missed) / 2),
            ("precision", right + alarms),
            ("recall", right + missed),
        ):
            yield Line(
                file,
                title + without,
                Unit.RATIO,
                right / whole if whole else 0.0,
                len(rows),
                failures=tuple(failures) if title == "F1" else (),
            )


def found_lines(screener: Screener, file: str, customers: Sequence[Customer]) -> Iterator[Line]:
    """How often listed persons are found: by each spelling, by name alone and with their data."""
    for spelling in dict.fromkeys(one.spelling for one in customers):
        for data in (ALONE, WITH_DATA):
            cases = (case_of(one, data) for one in customers if one.spelling == spelling)
            yield line_of(file, f"{spelling} spelling, {data}", answers(screener, cases), bar=None)


def alarm_lines(screener: Screener, file: str, customers: Sequence[Customer]) -> Iterator[Line]:
    """How often people who are on no list hit anybody: by name alone and with their data."""
    for data in (ALONE, WITH_DATA):
        alarms = 0
        failures: list[Failure] = []
        for answer in answers(screener, (case_of(one, data) for one in customers)):
            if answer.screening.hits:
                first = answer.screening.hits[0]
                alarms += 1
                name = answer.case.subject.names[0]
                failures.append(Failure(name, first.party.id, first.matched_name, first.score, "hit"))
        share = alarms / len(customers) if customers else 0.0
        yield Line(file, data, Unit.ALARMS, share, len(customers), failures=tuple(failures))


def script_lines(screener: Screener, file: str, rows: Iterable[Scripts]) -> Iterator[Line]:
    """For each script how often its names find their party by Latin names, and how many others they hit.

    Others are counted twice: by records, and with the records linked to one another as one party.
    """
    found = list(
        answers(
            screener,
            (
                Case(Subject.of(row.original, kind=row.kind), row.party, row.latin, _called(row.script))
                for row in rows
            ),
        )
    )
    yield line_of(file, "found by Latin names", found, bar=None)
    by_script: dict[str, list[Answer]] = {}
    for answer in found:
        by_script.setdefault(answer.case.group, []).append(answer)
    for script, each in [*sorted(by_script.items()), ("all", found)]:
        asked = max(len(each), 1)
        records, parties = sum(one.other_records for one in each), sum(one.other_parties for one in each)
        if each is not found:
            yield Line(file, f"{script}: found", Unit.FOUND, sum(one.hit for one in each) / asked, len(each))
        yield Line(file, f"{script}: other records", Unit.A_QUERY, records / asked, len(each))
        yield Line(file, f"{script}: other parties", Unit.A_QUERY, parties / asked, len(each))


def _called(script: str) -> str:
    return script.capitalize() if len(script) > 3 else script


def case_of(customer: Customer, data: str) -> Case:
    """What is asked of a customer: the name alone, or with what else is known."""
    alone = data == ALONE
    subject = Subject.of(
        customer.name,
        kind=Kind.PERSON,
        born=None if alone else customer.born,
        countries=() if alone else customer.nationality,
    )
    return Case(subject, customer.party, customer.name)
