"""What was measured, line by line, with the bar for each and every failure: as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from math import ceil, floor
from typing import Any

from namesake.model.coding import to_plain
from namesake.model.edition import Edition
from namesake.model.values import Value
from namesake.quality.asking import Answer

__all__ = ["Failure", "Line", "Part", "Scorecard", "Unit", "line_of", "percent"]


class Unit(StrEnum):
    """What the figure of a line says."""

    FOUND = "found"
    ALARMS = "alarms"
    RATIO = "ratio"
    A_QUERY = "a query"

    @property
    def less_is_better(self) -> bool:
        """Whether a bar is the most that is allowed, not the least."""
        return self in (Unit.ALARMS, Unit.A_QUERY)


class Failure(Value, frozen=True):
    """One name that went wrong.

    Attributes:
        asked: the name asked about.
        party: the party it should or should not have found.
        listed: the listed name it was compared with.
        score: that party's score, 0 where it was not worth a look.
        why: what went wrong, where the line does not say it.
    """

    asked: str
    party: str = ""
    listed: str = ""
    score: float = 0.0
    why: str = ""


class Part(Value, frozen=True):
    """The share of one group of names within a line: `count` of `of`."""

    group: str
    count: int
    of: int


class Line(Value, frozen=True):
    """One thing measured.

    Attributes:
        measure: what it belongs to: self-test, perturbations, near misses, a file of labelled data.
        title: the class of names.
        figure: the result, in the line's unit; shares are 0 to 1.
        of: how many names it was measured on.
        bar: what it must reach, or with alarms may at most be; None where nothing is demanded.
        parts: the same by culture or script.
        failures: every name that went wrong.
    """

    measure: str
    title: str
    unit: Unit
    figure: float
    of: int
    bar: float | None = None
    parts: tuple[Part, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the bar is reached; a line without one, or without names, is not failed."""
        if self.bar is None or not self.of:
            return True
        return self.figure <= self.bar if self.unit.less_is_better else self.figure >= self.bar

    @property
    def shown(self) -> str:
        """The figure as people read it."""
        if self.unit in (Unit.FOUND, Unit.ALARMS):
            return percent(self.figure, up=self.unit.less_is_better)
        return f"{self.figure:.3f}" if self.unit is Unit.RATIO else f"{self.figure:.2f}"

    @property
    def bar_shown(self) -> str:
        """The bar as people read it; empty where there is none."""
        if self.bar is None:
            return ""
        return f"{'at most' if self.unit.less_is_better else 'at least'} {self.bar * 100:.0f} %"


class Scorecard(Value, frozen=True):
    """Everything measured in one run.

    Attributes:
        editions: what was screened against.
        threshold: the least score of a hit.
        sample: how many parties were drawn; None for all.
        seed: what they, and the perturbations, were drawn with.
        notes: what the figures leave out.
    """

    editions: tuple[Edition, ...]
    threshold: float
    sample: int | None
    seed: int
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every bar is reached."""
        return all(line.passed for line in self.lines)

    def groups(self, measure: str) -> tuple[Part, ...]:
        """The parts of all lines of one measure added up, largest group first."""
        sums: dict[str, list[int]] = {}
        for line in self.lines:
            for part in line.parts if line.measure == measure else ():
                counted = sums.setdefault(part.group, [0, 0])
                counted[0] += part.count
                counted[1] += part.of
        added = (Part(group, count, of) for group, (count, of) in sums.items())
        return tuple(sorted(added, key=lambda part: (-part.of, part.group)))

    def measures(self) -> tuple[str, ...]:
        """The measures that have groups, in order."""
        return tuple(dict.fromkeys(line.measure for line in self.lines if line.parts))

    def as_json(self) -> dict[str, Any]:
        """The documented JSON, made of plain dicts; fields may be added, never renamed."""
        return {
            "passed": self.passed,
            "threshold": self.threshold,
            "sample": self.sample,
            "seed": self.seed,
            "editions": [
                {
                    "list": one.list,
                    "published": str(one.published) if one.published else None,
                    "sha256": one.sha256,
                }
                for one in self.editions
            ],
            "lines": [
                {**_BLANK, **to_plain(line), "passed": line.passed, "failures": _plain(line)}
                for line in self.lines
            ],
            "notes": list(self.notes),
        }

    def markdown(self, *, failures: int = 0) -> str:
        """The lines as a table, the groups of each measure as another, and up to so many failures of each."""
        rows = [f"| {' | '.join(_cells(line))} |" for line in self.lines]
        head = "| measure | names | number | figure | bar | |\n| --- | --- | --- | --- | --- | --- |"
        parts = ["\n".join([head, *rows])]
        for measure in self.measures():
            groups = [
                f"| {part.group} | {part.of:,} | {percent(part.count / part.of)} |"
                for part in self.groups(measure)
            ]
            parts.append(
                f"| {measure}, by kind of name | number | figure |\n| --- | --- | --- |\n" + "\n".join(groups)
            )
        for line in self.lines if failures else ():
            told = [f"- {_told(one)}" for one in line.failures[:failures]]
            if told:
                parts.append(
                    f"{line.measure}, {line.title}: {len(line.failures):,} wrong\n\n" + "\n".join(told)
                )
        return "\n\n".join([*parts, *self.notes]) + "\n"


def percent(share: float, *, up: bool = False) -> str:
    """A share in percent, rounded down, or up, so that it never looks better than it is.

    >>> percent(0.97984), percent(0.1502, up=True), percent(1.0)
    ('97.9 %', '15.1 %', '100 %')
    """
    if share in (0.0, 1.0):
        return f"{share * 100:.0f} %"
    tenths = round(share * 1000, 6)  # 0.29 times 1000 is 289.99999999999994
    return f"{(ceil(tenths) if up else floor(tenths)) / 10:.1f} %"


def line_of(
    measure: str, title: str, found: Iterable[Answer], *, bar: float | None, alarms: bool = False
) -> Line:
    """The line of some answers: the share that hit, by group.

    Args:
        measure: as `Line` has it.
        title: as `Line` has it.
        found: the answers; a hit is right, or with `alarms` wrong.
        bar: as `Line` has it.
        alarms: whether a hit is a false alarm.
    """
    groups: dict[str, list[int]] = {}
    failures: list[Failure] = []
    for answer in found:
        counted = groups.setdefault(answer.case.group, [0, 0])
        counted[0] += answer.hit
        counted[1] += 1
        if answer.hit is alarms:
            case = answer.case
            failures.append(Failure(case.subject.names[0], case.party, case.listed, answer.score))
    total = sum(of for _, of in groups.values())
    hits = sum(count for count, _ in groups.values())
    return Line(
        measure,
        title,
        Unit.ALARMS if alarms else Unit.FOUND,
        hits / total if total else 0.0,
        total,
        bar,
        tuple(Part(group, count, of) for group, (count, of) in sorted(groups.items()) if group),
        tuple(failures),
    )


_BLANK: dict[str, Any] = {"bar": None, "parts": [], "failures": []}


def _plain(line: Line) -> list[dict[str, Any]]:
    return [{name: getattr(one, name) for name in one.__struct_fields__} for one in line.failures]


def _cells(line: Line) -> tuple[str, ...]:
    return line.measure, line.title, f"{line.of:,}", line.shown, line.bar_shown, _verdict(line)


def _told(one: Failure) -> str:
    against = " ".join(part for part in (one.party, one.listed if one.listed != one.asked else "") if part)
    return "; ".join(
        part.replace("`", "'").replace("|", "/")
        for part in (one.asked, one.why, against, f"{one.score:.2f}")
        if part
    )


def _verdict(line: Line) -> str:
    if line.bar is None or not line.of:
        return ""
    return "✓" if line.passed else "✗"
