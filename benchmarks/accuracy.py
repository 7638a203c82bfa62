"""Measures how well names are found and refused on OFAC SDN, UN and EU; `--write` puts it on the page.

    python -m benchmarks.accuracy [--write] [--sample N] [--seed N]
    python -m benchmarks.accuracy --bands [--write]     only how often a hit of each band was right

Every listed name is screened as it stands; N persons are perturbed; the labelled data of the folder
`eval` beside the lists is measured whole. Pairs held to be mislabelled are read from
`benchmarks/mislabelled.csv` where that is present. How often a hit of each band was right goes to
`docs/method.md`. It takes some minutes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import namesake
from benchmarks.__main__ import PAGE, real_lists
from benchmarks.lists import LISTS
from benchmarks.report import put_into
from namesake.index.kernels import compile_kernels
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import ListId
from namesake.quality.banding import ALONE, WITH_DATA, banded_hits, banded_pairs
from namesake.quality.labelled import Labelled, read_folder
from namesake.quality.measuring import measured
from namesake.quality.scorecard import Scorecard
from namesake.screening.explain import BANDS

BLOCK = "accuracy"
METHOD, BANDS_BLOCK = PAGE.with_name("method.md"), "bands"
UN = ListId("un-sc")
SAMPLE = 500
MISLABELLED = Path(__file__).with_name("mislabelled.csv")
FAILURES_SHOWN = 3


def main() -> None:
    """Measure and print; fill the page's second block when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Measure accuracy.")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many persons to perturb")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same")
    parser.add_argument("--bands", action="store_true", help="measure the bands and nothing else")
    wanted = parser.parse_args()
    shared = real_lists()
    compile_kernels()
    screener = namesake.load(*(shared / "lists" / name for name, _ in LISTS))
    _check(screener)
    labelled = read_folder(shared / "eval", mislabelled=MISLABELLED if MISLABELLED.is_file() else None)
    if not wanted.bands:
        _measure(screener, labelled, wanted)
    text = bands(screener, labelled)
    print(text)
    if wanted.write:
        put_into(METHOD, text, block=BANDS_BLOCK)
        print(f"written to {METHOD.name}")


def _measure(screener: namesake.Screener, labelled: Labelled, wanted: argparse.Namespace) -> None:
    card = measured(
        screener,
        sample=wanted.sample,
        seed=wanted.seed,
        test_all=True,
        labelled=labelled,
        told=lambda what: print(what, file=sys.stderr),
    )
    text = _page(card)
    print(text)
    if wanted.write:
        put_into(PAGE, text, block=BLOCK)
        print(f"written to {PAGE.name}")


def bands(screener: namesake.Screener, labelled: Labelled) -> str:
    """How many scores of each band were right: of pairs of names, of hits on the UN's list and on all."""
    pairs = [pair for file in labelled.pairs.values() for pair in file]
    listed = [one for file in labelled.listed.values() for one in file]
    unlisted = [one for file in labelled.unlisted.values() for one in file]
    columns = {"pairs of names": banded_pairs(pairs)}
    un = namesake.Screener(screener.snapshot, namesake.Policy(lists=(UN,)))
    for lists, asked in (("UN", un), ("OFAC, UN, EU", screener)):
        for data in (ALONE, WITH_DATA):
            print(f"Bands: {lists}, {data}", file=sys.stderr)
            columns[f"hits on {lists}, {data}"] = banded_hits(asked, listed, unlisted, data=data)
    lines = [("band", *columns), ("---",) * (len(columns) + 1)]
    lines += [(band.value, *(one.told(band) for one in columns.values())) for _, band in BANDS]
    rows = "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
    return (
        f"{rows}\n\nRight ones of all, in scoring version {SCORING_VERSION}: {len(pairs):,} pairs of names, "
        f"{sum(pair.is_match for pair in pairs):,} of them one party's; {len(listed):,} spellings of persons "
        f"on the UN's list, and {len(unlisted):,} people on no list. A listed person's hits on other lists "
        "are not counted.\n"
    )


def _check(screener: namesake.Screener) -> None:
    """A card of the wrong lists says nothing: the editions must hold the parties they are known to hold."""
    for held, (name, parties) in zip(
        sorted(screener.snapshot.manifest.holdings, key=lambda one: one.edition.parties, reverse=True),
        sorted(LISTS, key=lambda one: one[1], reverse=True),
        strict=True,
    ):
        if held.edition.parties != parties:
            sys.exit(f"{name}: {held.edition.parties} parties read, {parties} expected")


def _page(card: Scorecard) -> str:
    editions = ", ".join(f"{one.list} of {one.published}" for one in card.editions)
    head = (
        f"Measured on {editions}; {card.sample:,} persons perturbed with seed {card.seed}; a hit is a score "
        f"of {card.threshold:.2f} or more. Kinds of names are guessed from script and country."
    )
    return f"{head}\n\n{card.markdown(failures=FAILURES_SHOWN)}"


if __name__ == "__main__":
    main()
