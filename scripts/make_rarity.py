"""Makes `src/namesake/names/rarity.tsv`: how surprising it is to meet a word in a name.

    python scripts/make_rarity.py --census FOLDER LIST_FILE...

Sources, none of which is committed:

* list files as `namesake lists add` takes them. The table shipped was made from OFAC's SDN list of
  2024-05-07 and consolidated list of 2026-01-08, the UN's list of 2026-02-27 and the EU's of 2024-05-13;
* the US Census Bureau's name files of 1990, `dist.all.last`, `dist.male.first`, `dist.female.first`
  (public domain).

A word's probability is the largest of its shares: among listed persons, among other listed parties,
among surnames and among given names of the census. Words met fewer than three times on the lists are
left out, as rare: a party must not become likelier to be confused by being listed.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from namesake.model.party import Party
from namesake.model.values import Kind
from namesake.names.rarity import RAREST
from namesake.names.spelling import light
from namesake.names.writing import words_of
from namesake.sources.recognition import deliveries, reading_of

TABLE = Path(__file__).resolve().parents[1] / "src" / "namesake" / "names" / "rarity.tsv"
FEWEST = 3
COMMONEST = 2.0
HEADER = """\
# Bits of surprise, then the words that have them: as light keys (names/spelling.py), or as an abjad writes.
# Made by scripts/make_rarity.py from public lists and census counts. Part of the scoring version.
"""


def main() -> None:
    """Read the sources and write the table."""
    parser = argparse.ArgumentParser(description="Make the rarity table from lists and census counts.")
    parser.add_argument("--census", type=Path, required=True, help="folder of the census name files")
    parser.add_argument("lists", type=Path, nargs="+", help="list files")
    wanted = parser.parse_args()
    share: dict[str, float] = defaultdict(float)
    for shares in (*_list_shares(_parties(wanted.lists)), *_census_shares(wanted.census)):
        for word, part in shares.items():
            share[word] = max(share[word], part)
    by_bits: dict[float, list[str]] = defaultdict(list)
    for word, part in share.items():
        bits = max(COMMONEST, round(-2 * math.log2(part)) / 2)
        if bits < RAREST:
            by_bits[bits].append(word)
    lines = [f"{bits:g}\t{' '.join(sorted(by_bits[bits]))}\n" for bits in sorted(by_bits)]
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{sum(map(len, by_bits.values())):,} words in {TABLE.name}")


def _parties(paths: Iterable[Path]) -> Iterator[Party]:
    for path in paths:
        for delivery in deliveries(path):
            yield from (one for one in reading_of(delivery).records if isinstance(one, Party))


def _list_shares(parties: Iterable[Party]) -> Iterator[dict[str, float]]:
    """For listed persons and for everything else: the share of parties any name of whom has the word."""
    bearers: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    total: Counter[bool] = Counter()
    for party in parties:
        person = party.kind is Kind.PERSON
        total[person] += 1
        words = {
            light(word.text) if word.text.isascii() else word.text
            for name in party.names
            for word in words_of(name.text)
        }
        bearers[person].update(words)
    for person, counted in bearers.items():
        yield {word: (count - 1) / total[person] for word, count in counted.items() if count >= FEWEST}


def _census_shares(folder: Path) -> Iterator[dict[str, float]]:
    """Shares of the population: a given name's share of its sex is halved."""
    for name, part in (("dist.all.last", 1.0), ("dist.male.first", 0.5), ("dist.female.first", 0.5)):
        shares: dict[str, float] = defaultdict(float)
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            word, percent, *_ = line.split()
            shares[light(word.lower())] += float(percent) / 100 * part
        yield {word: part for word, part in shares.items() if part > 0}


if __name__ == "__main__":
    main()
