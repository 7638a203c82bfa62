"""Any two editions of the UN, OFAC and EU compared, beside a plain comparison of the two files.

The files are read here by means of their own: XML into plain elements, CSV by the csv module.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import zstandard
from lxml import etree

from namesake.model.values import Quality
from namesake.service import Service
from namesake.store.differences import ListDiff
from tests.lists.test_acceptance import EVERY, Home, Listed, home_with

NEEDED: Final = tuple(
    one
    for one in EVERY
    # Of OFAC's series of primary files every third is enough to go through all pairs.
    if "series" not in one.path or one.published in ("2021-08-20", "2022-03-31", "2024-02-20", "2024-02-23")
)
PAIRS: Final = [(one, other) for one, other in combinations(NEEDED, 2) if one.list == other.list]
"""All of them; those of neighbours always run, the others with the long proofs."""
DAMAGED: Final = "2025-08-16"
"""The UN's edition whose letters beyond Latin-1 are cut to one byte."""


class Plain(NamedTuple):
    """A record of a file, as far as this comparison goes.

    Attributes:
        name: the primary name's words, in no order.
        content: all of it, without spaces around words and namespaces; None in a CSV.
    """

    name: frozenset[str]
    content: str | None


def test_there_are_pairs_of_every_list() -> None:
    assert Counter(one.list for one, _ in PAIRS) == {
        "un-sc": 28, "eu-fsf": 1, "us-ofac-cons": 6, "us-ofac-sdn": 28,
    }  # fmt: skip


@pytest.fixture(scope="module")
def home(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    return home_with(NEEDED, shared, tmp_path_factory.mktemp("differences"))


@pytest.fixture(scope="module")
def files(shared: Path) -> dict[Listed, dict[str, Plain]]:
    """The records of each file by the publisher's number."""
    return {of: dict(records(shared, of)) for of in NEEDED}


def records(shared: Path, of: Listed) -> Iterator[tuple[str, Plain]]:
    path = shared / "lists" / of.path
    if path.suffix == ".xml":
        # The UN's file of August 2025 has control characters and is well-formed to nobody.
        tree = etree.fromstring(path.read_bytes(), etree.XMLParser(recover=True, huge_tree=True))
        yield from {"un-sc": _un, "eu-fsf": _eu}.get(of.list, _ofac)(tree)
        return
    if path.is_dir():
        names = {file.name: file for file in path.iterdir()}
        content = (names.get("sdn.csv") or names["cons_prim.csv"]).read_bytes()
    else:
        content = zstandard.ZstdDecompressor().stream_reader(path.read_bytes()).read()
    for row in csv.reader(io.StringIO(content.decode("latin-1"), newline="")):
        # The trio of January 2022 has one number twice; the first of the two is read.
        if len(row) > 1 and (row[0] not in of.lost or row[1].startswith("AL-ZOMOR")):
            yield row[0], Plain(_words(row[1]), None)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.upper()))


def _content(record: Any) -> str:
    for one in record.iter():
        one.text, one.tail = (one.text or "").strip(), (one.tail or "").strip()
    # OFAC's moved to another namespace between 2021 and 2024.
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", etree.tostring(record, method="c14n").decode())


def _un(tree: Any) -> Iterator[tuple[str, Plain]]:
    for record in (*tree.iter("INDIVIDUAL"), *tree.iter("ENTITY")):
        number = record.findtext("REFERENCE_NUMBER").strip().rstrip(".")
        parts = [record.findtext(f"{one}_NAME") or "" for one in ("FIRST", "SECOND", "THIRD", "FOURTH")]
        yield number, Plain(_words(" ".join(parts).partition(";")[0]), _content(record))


def _ofac(tree: Any) -> Iterator[tuple[str, Plain]]:
    for record in tree.iter("{*}sdnEntry"):
        name = " ".join(record.findtext(f"{{*}}{part}") or "" for part in ("lastName", "firstName"))
        yield record.findtext("{*}uid"), Plain(_words(name), _content(record))


def _eu(tree: Any) -> Iterator[tuple[str, Plain]]:
    seen: Counter[str] = Counter()
    for record in tree.iter("{*}sanctionEntity"):
        number = record.get("euReferenceNumber")
        seen[number] += 1
        if seen[number] == 1:
            yield number, Plain(frozenset(), _content(record))


def _compared(home: Home, one: Listed, other: Listed) -> ListDiff:
    return home.service.diff(one.list, one.published, other.published).difference


def _numbers(parties: Any) -> set[str]:
    """The publisher's numbers; of a number given twice in the EU's file the first record."""
    return {party.id.partition(":")[2] for party in parties}


def _each(pairs: list[tuple[Listed, Listed]]) -> list[Any]:
    found = []
    for one, other in pairs:
        beside = NEEDED.index(other) - NEEDED.index(one) == 1
        marks = () if beside else pytest.mark.soak
        name = f"{one.list}-{one.published}-{other.published}"
        found.append(pytest.param((one, other), marks=marks, id=name))
    return found


@pytest.mark.parametrize("pair", _each(PAIRS))
def test_a_diff_equals_a_plain_comparison_of_the_two_files(
    pair: tuple[Listed, Listed], home: Home, files: dict[Listed, dict[str, Plain]]
) -> None:
    found = _compared(home, *pair)
    earlier, later = (files[of] for of in pair)
    assert (found.earlier, found.later) == tuple(home.edition(of) for of in pair)

    if pair[0].list == "eu-fsf":  # a second record of one number has a number of its own with us
        assert later.keys() - earlier.keys() <= _numbers(found.added)
        assert earlier.keys() - later.keys() <= _numbers(found.delisted)
        assert len(found.added) - len(found.delisted) == found.later.parties - found.earlier.parties
    else:
        assert _numbers(found.added) == later.keys() - earlier.keys()
        assert _numbers(found.delisted) == earlier.keys() - later.keys()
    both = earlier.keys() & later.keys()
    assert len(found.amended) + len(found.rewritten) + found.same == found.earlier.parties - len(
        found.delisted
    )

    amended = _numbers(one.after for one in found.amended)
    damaged = DAMAGED in (pair[0].published, pair[1].published)
    if found.earlier.format == found.later.format and "xml" in found.later.format and not damaged:
        unlike = {number for number in both if earlier[number].content != later[number].content}
        # Whatever we say was amended, the file has otherwise; and what it has otherwise, we tell one way or
        # the other.
        assert amended & both <= unlike
        assert unlike <= amended | _numbers(found.rewritten)


@pytest.mark.parametrize("pair", _each([pair for pair in PAIRS if "eu" not in pair[0].list]))
def test_the_names_told_to_have_changed_are_those_that_stand_otherwise_in_the_files(
    pair: tuple[Listed, Listed], home: Home, files: dict[Listed, dict[str, Plain]]
) -> None:
    earlier, later = (files[of] for of in pair)
    both = earlier.keys() & later.keys()
    renamed = set()
    for one in _compared(home, *pair).amended:
        primary = [
            _words(next(name.text for name in party.names if name.quality is Quality.PRIMARY))
            for party in (one.before, one.after)
        ]
        if primary[0] != primary[1]:
            renamed.add(one.after.id.partition(":")[2])
    unlike = {number for number in both if earlier[number].name != later[number].name}
    if DAMAGED in (pair[0].published, pair[1].published):
        assert renamed >= {number for number in unlike if earlier[number].name.isdisjoint(later[number].name)}
    else:
        assert renamed == unlike


@pytest.mark.parametrize("of", NEEDED, ids=lambda of: of.path)
def test_as_of_each_edition_s_day_exactly_those_in_its_file_are_listed(
    of: Listed, home: Home, files: dict[Listed, dict[str, Plain]]
) -> None:
    found = home.service.listed(of.list, as_of=of.published)
    assert found.editions == (home.edition(of),)
    numbers = [party.id.partition(":")[2] for party in found.parties]
    assert len(numbers) == len(set(numbers)) == home.edition(of).parties
    if of.list == "eu-fsf":  # a second record of one number has a number of its own with us
        assert files[of].keys() <= set(numbers)
        assert len(numbers) == len(files[of]) + of.twice
    else:
        assert set(numbers) == files[of].keys()


def test_the_large_days_of_ofac_are_told(home: Home) -> None:
    """2024-02-23: 553 designations in one day."""
    found = home.service.diff("us-ofac-sdn", "2024-02-20", "2024-02-23").difference
    assert len(found.added) == 553
    assert {"2024-02-23", "2024-02-20"} == {str(found.later.published), str(found.earlier.published)}


def test_soleimani_went_and_came_back(home: Home) -> None:
    """SOLEIMANI is absent from the UN's list from 2024-05 to 2025-08 and back from 2025-11."""
    (found,) = home.service.history("un-sc:IRi.039").courses
    assert [(step.turn.value, str(step.edition.published)) for step in found.steps] == [
        ("on the first edition held", "2018-10-29"),
        ("went", "2024-05-15"),
        ("came back", "2025-11-20"),
    ]
    assert found.listed


def test_a_name_that_both_lists_have_is_answered_with_the_choices(home: Home) -> None:
    told = home.service.history("Qasem Soleimani")
    assert told.courses == ()
    assert {"us-ofac-sdn:10481", "un-sc:IRi.039"} <= {hit.party.id for hit in told.choices}


def test_one_who_was_delisted_is_found_by_name_when_nobody_bears_it_now(home: Home) -> None:
    """MUNIR AL QUBAYSI (IQi.074) was on the UN's list until 2025-11 and is on none of 2026-02."""
    assert isinstance(home.service, Service)
    (found,) = home.service.history("un-sc:IQi.074").courses
    assert not found.listed
    assert (found.steps[-1].turn.value, str(found.steps[-1].edition.published)) == ("went", "2026-02-27")
