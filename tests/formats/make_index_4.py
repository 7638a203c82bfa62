"""Makes `index-4/`, a snapshot of format 4 with the answers it gave, once and for all.

    python -m tests.formats.make_index_4

A released format is never made again: later versions must open what this version wrote. Until the first
release it is made anew whenever the scoring table, the lexicon, the rarities or a spelling key changes.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from namesake.index.building import build
from namesake.index.snapshot import Snapshot
from namesake.model.edition import PartyHistory
from namesake.screening.screener import Screener
from tests.unit.index.making import INVENTED, holding, over_time, party, said, span

FOLDER = Path(__file__).parent / "index-4"
ANSWERS = Path(__file__).parent / "index-4-answers.json"


class Question(NamedTuple):
    """What was asked."""

    name: str
    kind: str | None = None
    born: str | None = None
    ids: str = ""
    as_of: str | None = None


QUESTIONS = (
    Question("Arkadij Woronzew"),
    Question("Arkadiy Vorontsev", kind="Person", born="1961-04-02"),
    Question("Arkadiy Vorontsev", born="1991"),
    Question("Arkasha"),
    Question("Аркадий Воронцев"),
    Question("ندير الذهبي"),
    Question("Otto Zwingli", ids="passport:ZX0099881"),
    Question("Grey Heron", kind="Vessel", ids="imo:9074729"),
    Question("Red Star Trading", kind="Company"),
    Question("Abdel Kareem Moustafa"),
    Question("Хангыльбит Ким"),
    Question("אלישבע ברקוביץ"),
    Question("J. R. Moonwater"),
    Question("Prince King"),
    Question("Karla Quandt"),
    Question("Karla Quandt", as_of="2022-06-01"),
    Question("Karla Quandt", as_of="1999-01-01"),
    Question("Friederike Tannhauser", as_of="2022-06-01"),
    Question("Friederike Tannhauser"),
    Question("Karim Ostrander Mustafa"),
    Question("Orestis Papas"),
    Question("Nobody Whatsoever"),
)


def snapshot() -> Snapshot:
    """The snapshot: the invented parties, and one that changed and went."""
    went: PartyHistory = over_time(
        said(party("60", "QUANDT, Karla", born="1957"), span(None, "2022-01-15"), current=False),
        said(
            party("60", "QUANDT, Karla", "TANNHAUSER, Friederike", born="1957-03-11"),
            span("2022-01-15", "2024-05-07"),
            current=False,
        ),
    )
    held = (
        holding("2021-03-10", None, "2022-01-15"),
        holding("2022-01-15", "2022-01-15", "2024-05-07"),
        holding("2024-05-07", "2024-05-07", None, current=True),
        holding(None, of="zz-other", current=True),
    )
    histories = [over_time(said(one, span(None, None))) for one in INVENTED]
    return build([*histories, went], held, state="1", notice="invented, for tests")


def answers(of: Snapshot) -> list[dict[str, Any]]:
    """What it answers."""
    screener = Screener(of)
    given = []
    for asked in QUESTIONS:
        screening = screener.screen(
            asked.name, kind=asked.kind, born=asked.born, ids=asked.ids, as_of=asked.as_of, near=True
        )
        given.append({
            "asked": asked._asdict(),
            "hits": [[hit.party.id, hit.matched_name, hit.score] for hit in screening.hits],
            "near": [[hit.party.id, hit.matched_name, hit.score] for hit in screening.near],
            "warnings": list(screening.warnings),
        })  # fmt: skip
    return given


def main() -> None:
    """Write the folder and the answers beside it."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    made = snapshot()
    made.save(FOLDER)
    ANSWERS.write_text(json.dumps(answers(made), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
