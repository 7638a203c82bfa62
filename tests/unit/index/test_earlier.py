"""Names and tokens taken over from an earlier snapshot: the new one is the same to the last byte."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from namesake.index import building, earlier, makings
from namesake.index.building import build
from namesake.index.earlier import Earlier
from namesake.index.hashing import filed, numbered, packed, shelved, standing_on
from namesake.index.layout import ARRAYS
from namesake.index.snapshot import FORMAT, Snapshot
from namesake.index.taking import Taken, taken_apart
from namesake.match.strings import filed_keys
from namesake.model.edition import PartyHistory
from namesake.model.party import Party
from namesake.model.policy import SCORING_VERSION
from namesake.model.values import Kind, Name, Quality
from tests.unit.index.making import INVENTED, OTHER_LIST, now, party, snapshot, weak


class Watched:
    """What was taken apart and filed while an index was built."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[tuple[str, bool]] = []
        self.tokens: list[str] = []

        def taking(names: Sequence[tuple[str, bool]]) -> Taken:
            self.names += names
            return taken_apart(names)

        def filing(tokens: Sequence[tuple[int, str]]) -> np.ndarray:
            self.tokens += [text for _, text in tokens]
            return filed(tokens)

        monkeypatch.setattr(building, "taken_apart", taking)
        monkeypatch.setattr(makings, "filed", filing)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    return Watched(monkeypatch)


def same_bytes(one: Snapshot, other: Snapshot) -> bool:
    assert one.manifest == other.manifest
    return all(one.arrays[name].tobytes() == other.arrays[name].tobytes() for name in ARRAYS)


def rebuilt(parties: Sequence[PartyHistory], known: Snapshot) -> Snapshot:
    """Built with what `known` knows, which makes no difference."""
    made = build(parties, known=known)
    assert same_bytes(made, build(parties))
    made.verify()
    return made


KNOWN = snapshot(*INVENTED)

# what happens to the invented parties, and the names and tokens that are new then
QUANDT = party("50", "Karla Quandt")
EDITS = [
    pytest.param(INVENTED, [], [], id="nothing changes"),
    pytest.param((), [], [], id="all are gone"),
    pytest.param(INVENTED[5:], [], [], id="some are gone, and their tokens with them"),
    pytest.param((*INVENTED, QUANDT), [("Karla Quandt", True)], ["karla", "quandt"], id="one is new"),
    pytest.param((QUANDT,), [("Karla Quandt", True)], ["karla", "quandt"], id="all but one are gone"),
    pytest.param(
        (party("2", "AL-DHAHABI, Nadir Salih", "Nadir Moonwater"), *INVENTED[2:]),
        [("Nadir Moonwater", True)],
        [],
        id="a new name of known tokens",
    ),
    pytest.param(
        (replace(INVENTED[0], notes=("seen in Ruritania",)), *INVENTED[1:]), [], [], id="no name changes"
    ),
    pytest.param(
        (party("1", weak("VORONTSEV, Arkadiy Lvovich"), "Arkasha"), *INVENTED[1:]),
        [],
        [],
        id="a weak name becomes a strong one",
    ),
    pytest.param(
        (party("60", "Papadoxakis", "PAPADOXAKIS, Orestis"), *INVENTED[:3]),
        [("Papadoxakis", True)],
        [],
        id="a name of another list's party",
    ),
    pytest.param(
        (*INVENTED[:4], replace(INVENTED[4], kind=Kind.PERSON), *INVENTED[5:]),
        [("Brigade of the Silent Valley", True), ("Katibat al-Wadi as-Samit", True)],
        ["as"],
        id="what was an organisation is a person, whose names are read otherwise",
    ),
]


@pytest.mark.parametrize(("parties", "names", "tokens"), EDITS)
def test_only_what_is_new_is_taken_apart(
    parties: tuple[Party, ...], names: list[tuple[str, bool]], tokens: list[str], watched: Watched
) -> None:
    made = build(now(*parties), known=KNOWN)
    assert (watched.names, sorted(watched.tokens)) == (names, tokens)
    assert same_bytes(made, build(now(*parties)))


def test_a_name_that_many_bear_is_taken_apart_once(watched: Watched) -> None:
    made = snapshot(QUANDT, party("51", "Karla Quandt"), party("52", "Karla Quandt", kind=Kind.COMPANY))
    assert watched.names == [("Karla Quandt", True), ("Karla Quandt", False)]
    assert made.arrays["name_token_starts"].tolist() == [0, 2, 4, 6]
    assert made.arrays["name_person"].tolist() == [True, True, False]


@pytest.mark.parametrize("at_once", [1, 3, 1 << 12])
@pytest.mark.parametrize("seed", range(4))
def test_parties_may_come_in_any_order_and_in_parts(
    seed: int, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "AT_ONCE", at_once)
    monkeypatch.setattr(makings, "AT_ONCE", at_once)
    chance = random.Random(seed)
    added = [party(f"7{number}", f"Nadir {word} Bank") for number, word in enumerate(("Aal", "Prince", "Zo"))]
    histories = now(*chance.sample(INVENTED, 8), *added)
    known = snapshot(*chance.sample(INVENTED, 6))
    assert rebuilt(histories, known).id == build(chance.sample(histories, len(histories)), known=known).id


def test_other_processes_take_over_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "AT_ONCE", 2)
    monkeypatch.setattr(makings, "AT_ONCE", 2)
    known = snapshot(*INVENTED[:2])
    assert same_bytes(build(now(*INVENTED), known=known, processes=2), KNOWN)


def test_one_that_took_over_can_be_taken_over() -> None:
    made, parties = KNOWN, list(INVENTED)
    for number, name in enumerate(("Karla Quandt", "Otto von Quandt", "Nadir Quandt Bank")):
        parties = [*parties[1:], party(f"8{number}", name)]
        made = rebuilt(now(*parties), made)


def test_one_read_from_its_folder_is_as_good(tmp_path: Path, watched: Watched) -> None:
    KNOWN.save(tmp_path / "index")
    made = build(now(*INVENTED), known=Snapshot.open(tmp_path / "index"))
    assert watched.names == []
    assert same_bytes(made, KNOWN)


@pytest.mark.parametrize("known", [snapshot(), snapshot(party("1", "???"))])
def test_one_that_knows_nothing_is_no_help(known: Snapshot) -> None:
    rebuilt(now(*INVENTED), known)
    rebuilt([], known)


def test_none_is_no_help() -> None:
    assert Earlier.usable(None) is None
    assert same_bytes(build(now(*INVENTED), known=None), KNOWN)


@pytest.mark.parametrize(
    "other", [{"format": FORMAT - 1}, {"format": FORMAT + 1}, {"scoring": SCORING_VERSION + "x"}]
)
def test_one_of_another_version_is_passed_over(other: dict[str, int | str], watched: Watched) -> None:
    known = Snapshot(replace(KNOWN.manifest, **other), KNOWN.arrays)
    assert same_bytes(build(now(*INVENTED), known=known), KNOWN)
    assert len(watched.names) == len(KNOWN.name_texts)


@pytest.mark.parametrize("name", sorted(name for name, array in KNOWN.arrays.items() if len(array)))
def test_a_damaged_one_is_passed_over(name: str, watched: Watched) -> None:
    """Else the fault would stand in the next index, with a checksum that vouches for it."""
    damaged = KNOWN.arrays[name].copy()
    damaged.view(np.uint8)[len(damaged) // 2] ^= 1
    known = Snapshot(KNOWN.manifest, {**KNOWN.arrays, name: damaged})
    assert same_bytes(build(now(*INVENTED), known=known), KNOWN)
    assert len(watched.names) == len(KNOWN.name_texts)


def test_names_that_share_a_number_by_chance_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    # `plumless` and `buckeroo` have one CRC-32; a person's number begins otherwise than a company's.
    assert zlib.crc32(b"plumless") == zlib.crc32(b"buckeroo")
    known = snapshot(party("1", "plumless", kind=Kind.COMPANY))
    asked = [("buckeroo", False), ("plumless", True), ("plumless", False)]
    assert Earlier(known).names(asked) == [-1, -1, 0]
    monkeypatch.setattr(earlier, "_number", lambda text, person: 7)
    assert Earlier(known).names(asked) == [-1, -1, 0]
    rebuilt(now(party("90", "buckeroo", kind=Kind.COMPANY), *INVENTED), known)
    every = [
        (KNOWN.name_texts[name], bool(KNOWN.arrays["name_person"][name]))
        for name in range(len(KNOWN.name_texts))
    ]
    assert [every[name] for name in Earlier(KNOWN).names(every)] == every


def test_its_keys_are_those_its_tokens_were_filed_under() -> None:
    tokens = [KNOWN.tokens[token] for token in range(len(KNOWN.tokens))]
    every = packed(*numbered(tokens, filed_keys))
    places = np.arange(len(tokens), dtype=np.int32)
    assert Earlier(KNOWN).keys(places).tolist() == every.tolist()
    # Every third one stays, on another place.
    kept = np.where(places % 3 == 0, places // 3 + 5, -1).astype(np.int32)
    wanted = [
        (number, place) for number, place in zip(*numbered(tokens, filed_keys), strict=True) if place % 3 == 0
    ]
    assert Earlier(KNOWN).keys(kept).tolist() == [(int(n) << 32) + int(place) // 3 + 5 for n, place in wanted]


@pytest.mark.parametrize("things", [0, 1, 2, 3, 9, 300, 1 << 17])
def test_all_that_stands_on_shelves_comes_back(things: int) -> None:
    chance = np.random.default_rng(things)
    places = chance.integers(0, max(things, 1), 500 if things else 0, dtype=np.int32)
    numbers = chance.integers(0, 1 << 32, len(places), dtype=np.uint32)
    numbers[::7] = 0xFFFFFFFF
    numbers[1::7] = 0
    found = packed(*standing_on(*shelved([packed(numbers, places)], things)))
    assert found.tolist() == sorted(set(packed(numbers, places).tolist()))


def test_an_earlier_name_may_be_borne_by_several() -> None:
    known = snapshot(party("1", "Karla Quandt"), party("2", "Karla Quandt", Name("Otto", Quality.FORMER)))
    rebuilt(now(party("1", "Otto"), party("3", "Karla Quandt"), party("4", "Otto", of=OTHER_LIST)), known)


def test_histories_may_be_a_stream() -> None:
    def stream() -> Iterator[PartyHistory]:
        yield from now(*INVENTED)

    assert same_bytes(build(stream(), known=KNOWN), KNOWN)
