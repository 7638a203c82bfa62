"""Makes `store-1.db.zst`, a store of version 1 with the histories it told, once and for all.

    PYTHONPATH=<that version>/src python tests/formats/make_store_1.py

Run with the code of version 1 (c1c0a77 was the last): what it wrote must open for ever, and tell the same.
"""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path

import zstandard

from namesake.model.coding import to_plain
from namesake.model.dates import PartialDate
from namesake.model.edition import Edition, Problem
from namesake.model.party import Designation, FactKind, Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.store.database import Store

STORE = Path(__file__).parent / "store-1.db.zst"
TOLD = Path(__file__).parent / "store-1-told.json"
LIST, OTHER = ListId("zz-test"), ListId("zz-other")


def party(number: int, *aliases: str, of: ListId = LIST) -> Party:
    """An invented party."""
    return Party(
        PartyId(f"{of}:{number}"),
        of,
        Kind.PERSON,
        (Name(f"VORONTSEV, Arkadiy {number}", Quality.PRIMARY), *map(Name, aliases)),
        designations=(Designation("The Tester", "TEST", listed_on=PartialDate("2019-04")),),
        record=f"<party>{number}</party>",
    )


def edition(
    number: int, published: str | None, *, of: ListId = LIST, lacks: tuple[FactKind, ...] = ()
) -> Edition:
    """The header of an edition."""
    day = dt.date.fromisoformat(published) if published else None
    return Edition(of, f"{number:064x}", "test", published=day, lacks=lacks)


EDITIONS: tuple[tuple[Edition, list[Party | Problem]], ...] = (
    (edition(1, "2021-03-10"), [party(1), party(2, "Arkasha"), Problem("line 3", "no name", lost=True)]),
    (edition(2, "2022-01-15"), [party(1, "Woronzew"), party(2, "Arkasha"), party(3)]),
    (edition(3, "2023-06-01", lacks=(FactKind.ALIASES,)), [party(1), party(3)]),
    (edition(4, None), [party(1), party(4)]),
    (edition(1, "2020-01-01", of=OTHER), [party(1, of=OTHER)]),
)


def told(store: Store) -> dict[str, object]:
    """What a store tells of its editions and of everybody in them."""
    return {
        "editions": to_plain(store.editions()),
        "histories": [to_plain(one) for one in store.histories()],
        "files": [[name, raw.decode()] for one in store.editions() for name, raw in store.files(one)],
        "problems": [to_plain(store.problems(one)) for one in store.editions()],
    }


def main() -> None:
    """Write the store and what it tells."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "editions.db"
        store = Store(path)
        for number, (header, records) in enumerate(EDITIONS):
            received = dt.datetime(2026, 9, 1, 12, number, tzinfo=dt.UTC)
            files = [("list.txt", f"{header.list} {header.sha256}".encode())]
            store.add(header, files, iter(records), received=received, accept_loss=True)
        TOLD.write_text(json.dumps(told(store), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        STORE.write_bytes(zstandard.ZstdCompressor(level=19).compress(path.read_bytes()))


if __name__ == "__main__":
    main()
