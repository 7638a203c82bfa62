"""News of the years 1988 to 1990 against a list of the groups that their readers named as perpetrators.

The list is made here, of the development texts of MUC-4: every group that a template names is a party, with
the spellings that templates give as alternatives of one another. A group that stands in its text by one
of its names must be found there. The texts are in capitals throughout.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from namesake.index.building import build
from namesake.model.edition import PartyHistory, Version
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.screening.screener import Screener
from namesake.text.document import Document

LEAST_FOUND = 0.9


class Told(NamedTuple):
    """A group that a template of a text names: the text's number, the text, and the group's names there."""

    number: str
    text: str
    names: tuple[str, ...]


@pytest.fixture(scope="module")
def told(shared: Path) -> list[Told]:
    found = []
    for line in (shared / "text" / "muc4_dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for template in row["templates"]:
            for slot in template["PERP: ORGANIZATION ID"]:
                # A name may have quotation marks of its own: "\"EXTREME RIGHTIST\" GROUPS".
                quoted = re.findall(r'"((?:[^"\\]|\\.)+)"', slot)
                names = tuple(name.replace('\\"', '"') for name in quoted)
                if names:
                    found.append(Told(row["id"], row["text"], names))
    return found


def groups(told: Iterable[Told]) -> dict[str, PartyId]:
    """The party of each name: names that any template gives for one group are one party's."""
    of_name: dict[str, set[str]] = {}
    for _, _, names in told:
        together = set(names).union(*(of_name.get(name, ()) for name in names))
        for name in together:
            of_name[name] = together
    numbers: dict[int, PartyId] = {}
    return {
        name: numbers.setdefault(id(together), PartyId(f"muc:{len(numbers):03}"))
        for name, together in sorted(of_name.items())
    }


def listed(parties: dict[str, PartyId]) -> Screener:
    """A screener on them, each called first by its longest name."""
    names: dict[PartyId, list[str]] = defaultdict(list)
    for name, id in parties.items():
        names[id].append(name)
    histories = []
    for id, each in names.items():
        party = Party(
            id=id,
            list=ListId("muc"),
            kind=Kind.ORGANIZATION,
            names=tuple(
                Name(name, Quality.STRONG) for name in sorted(each, key=lambda one: (-len(one), one))
            ),
        )
        histories.append(PartyHistory(id=id, versions=(Version(party),)))
    return Screener(build(histories))


def stands_in(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of these names letter by letter, over the ends of lines too."""
    flat = " ".join(text.split())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", flat) for name in names)


def test_names_given_for_one_group_anywhere_are_one_partys() -> None:
    parties = groups(
        [Told("1", "", ("FMLN", "FARABUNDO")), Told("2", "", ("ELN",)), Told("3", "", ("FARABUNDO", "F"))]
    )
    assert parties["FMLN"] == parties["FARABUNDO"] == parties["F"] != parties["ELN"]


def test_nine_in_ten_groups_are_found_in_the_texts_that_name_them(told: list[Told]) -> None:
    parties = groups(told)
    screener = listed(parties)
    expected = {(one.number, parties[one.names[0]]): one for one in told if stands_in(one.text, one.names)}
    found: dict[str, set[PartyId]] = {}
    for one in expected.values():
        if one.number not in found:
            mentions = screener.read(Document(text=one.text)).mentions
            found[one.number] = {id for mention in mentions for id in (mention.party, *mention.also)}
    missed = Counter(one.names for (number, id), one in expected.items() if id not in found[number])
    share = 1 - missed.total() / len(expected)
    print(
        f"{len(set(parties.values()))} groups, {len(found)} texts: "
        f"{len(expected) - missed.total()} of {len(expected)} are found, {share:.3f}"
    )
    assert share >= LEAST_FOUND, missed.most_common(10)
    assert len(expected) > 300
