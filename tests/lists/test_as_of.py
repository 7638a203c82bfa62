"""As of a day on the real lists, through the doors that users take: files, a home folder, the command."""

from __future__ import annotations

import datetime as dt
import html
import json
import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

import namesake
from namesake.cli import main
from namesake.model.party import FactKind
from namesake.screening.screener import Screener
from namesake.service import Service

_RECORD = re.compile(r"<(INDIVIDUAL|ENTITY)>(.*?)</\1>", re.DOTALL)
_NAMES = re.compile(r"<(?:FIRST|SECOND|THIRD|FOURTH)_NAME>(.*?)</", re.DOTALL)
SEEDS = (1, 2, 3)
ASKED = dt.date(2026, 8, 1)
DAMAGED = "2025-08-16"  # letters beyond Latin-1 are cut to one byte
# The UN names no Qods Force itself; on its list stand its commander, two of its members and a company.
QODS_FORCE = {
    # <FIRST_NAME>QASEM</FIRST_NAME> <SECOND_NAME>SOLEIMANI</SECOND_NAME>
    "IRi.039": "Qasem Soleimani",
    # <FIRST_NAME>AZIM</FIRST_NAME> <SECOND_NAME>AGHAJANI</SECOND_NAME>
    "IRi.003": "Azim Aghajani",
    # <FIRST_NAME>ALI AKBAR</FIRST_NAME> <SECOND_NAME>TABATABAEI</SECOND_NAME>
    "IRi.041": "Ali Akbar Tabatabaei",
    # <FIRST_NAME>BEHINEH TRADING CO.</FIRST_NAME>
    "IRe.009": "Behineh Trading Co.",
}


def un_files(shared: Path) -> dict[str, Path]:
    """The editions of the UN's list, by their day."""
    files = sorted((shared / "lists" / "un-sc").glob("un_consolidated_*.xml"))
    return {path.stem.removeprefix("un_consolidated_"): path for path in files}


def name_of(record: str) -> str:
    """The name of a record of the UN's, the first where its field holds several: `... (CAGL) ; GREAT ...`."""
    return " ".join(html.unescape(" ".join(_NAMES.findall(record))).partition(";")[0].split())


@pytest.fixture(scope="session")
def un_names(shared: Path) -> dict[str, dict[str, str]]:
    """For each edition its reference numbers and the names they stand for, read without our reader."""
    names: dict[str, dict[str, str]] = {}
    for published, path in un_files(shared).items():
        of_edition = names[published] = {}
        for _, record in _RECORD.findall(path.read_text("utf-8", errors="replace")):
            number = re.findall(r"<REFERENCE_NUMBER>\s*([^<]+?)\.?\s*</", record)[0]
            of_edition[number] = name_of(record)
    # The names of the damaged edition as one of those beside it has them.
    for number in names[DAMAGED]:
        for beside in ("2025-11-20", "2024-05-15"):
            if number in names[beside]:
                names[DAMAGED][number] = names[beside][number]
    return names


@pytest.fixture(scope="session")
def un(shared: Path) -> Screener:
    """All editions of the UN's list."""
    return namesake.load(*un_files(shared).values(), today=ASKED)


@pytest.fixture(scope="session")
def un_homes(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Service]:
    """Home folders to which they came in random orders, by seed; none was refused."""
    files = list(un_files(shared).values())
    homes = {}
    for seed in SEEDS:
        homes[seed] = service = Service(tmp_path_factory.mktemp(f"un-{seed}"), today=ASKED)
        shuffled = random.Random(seed).sample(files, len(files))
        assert shuffled != files
        for path in shuffled:
            (delivery,) = service.deliveries(path)
            service.add(delivery)
    return homes


@pytest.mark.parametrize("seed", SEEDS)
def test_editions_added_in_a_random_order_give_the_index_of_the_files_in_order(
    seed: int, un_homes: dict[int, Service], un: Screener
) -> None:
    snapshot = un_homes[seed].snapshot()
    snapshot.verify()
    assert snapshot.manifest.checksums == un.snapshot.manifest.checksums
    assert snapshot.id == un.snapshot.id


def check_listed(
    screener: Screener, names: dict[str, dict[str, str]], numbers: Iterable[str], edition: str, as_of: str
) -> None:
    """Of these numbers exactly those of the edition are found by the very name, as of the day."""
    anywhere = {number: name for of_edition in names.values() for number, name in of_edition.items()}
    for number in numbers:
        name = names[edition].get(number, anywhere[number])
        answer = screener.screen(name, as_of=as_of, limit=5000, near=True)
        hits = {hit.party.id for hit in answer.hits}
        if number in names[edition]:
            assert f"un-sc:{number}" in hits, (number, name, as_of)
        else:
            assert f"un-sc:{number}" not in hits | {one.party.id for one in answer.near}
        assert [str(one.published) for one in answer.editions] == [edition]
        assert {hit.removeprefix("un-sc:") for hit in hits} <= names[edition].keys()


def days_of(names: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    """The day of each edition, and the last day on which it holds, with it."""
    published = sorted(names)
    last = [str(dt.date.fromisoformat(day) - dt.timedelta(days=1)) for day in published[1:]]
    return [*zip(published, published, strict=True), *zip(published, [*last, "2099-12-31"], strict=True)]


def test_each_edition_s_days_find_exactly_its_reference_numbers(
    un: Screener, un_names: dict[str, dict[str, str]]
) -> None:
    """For a sample of those that came or went, and of those that stayed."""
    editions = [set(of_edition) for of_edition in un_names.values()]
    assert len(editions) == 8
    always, ever = set.intersection(*editions), set().union(*editions)
    chance = random.Random(4)
    numbers = {*chance.sample(sorted(ever - always), 60), *chance.sample(sorted(always), 20), *QODS_FORCE}
    for edition, as_of in days_of(un_names):
        check_listed(un, un_names, numbers, edition, as_of)


@pytest.mark.soak
def test_each_edition_s_days_find_all_its_reference_numbers_and_no_other(
    un_homes: dict[int, Service], un_names: dict[str, dict[str, str]]
) -> None:
    screener = un_homes[SEEDS[-1]].screener()
    ever = sorted({number for of_edition in un_names.values() for number in of_edition})
    for edition, as_of in days_of(un_names):
        check_listed(screener, un_names, ever, edition, as_of)


COME_AND_GONE = [
    ("2018-10-29", True),
    ("2020-03-20", True),
    ("2021-03-12", True),
    ("2024-05-14", True),
    ("2024-05-15", False),
    ("2025-08-16", False),
    ("2025-11-19", False),
    ("2025-11-20", True),
    ("2026-08-01", True),
    (None, True),
]


@pytest.mark.parametrize("number", QODS_FORCE)
@pytest.mark.parametrize("seed", SEEDS)
def test_soleimani_and_the_qods_force_come_go_and_come_back(
    number: str, seed: int, un_homes: dict[int, Service]
) -> None:
    screener = un_homes[seed].screener()
    for as_of, listed in COME_AND_GONE:
        answer = screener.screen(QODS_FORCE[number], as_of=as_of, near=True)
        found = [one.party.id for one in (*answer.hits, *answer.near)]
        assert (f"un-sc:{number}" in found) == listed
        assert [one for one in answer.warnings if "days old" not in one] == []
        if listed:
            assert answer.hits[0].party.id == f"un-sc:{number}"


@pytest.mark.parametrize(("as_of", "listed"), COME_AND_GONE)
def test_the_command_shows_him_come_go_and_come_back(
    as_of: str | None,
    listed: bool,
    un_homes: dict[int, Service],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("NAMESAKE_HOME", str(un_homes[SEEDS[0]].home))
    day = ["--as-of", as_of] if as_of else []
    monkeypatch.setattr(
        "sys.argv", ["namesake", "screen", "Qasem Soleimani", "--fail-on-hit", "--json", *day]
    )
    with pytest.raises(SystemExit) as left:
        main()
    answer = json.loads(capsys.readouterr().out)
    assert left.value.code == (3 if listed else 0)
    assert answer["as_of"] == as_of
    assert [one for one in answer["warnings"] if "days old" not in one] == []
    assert [hit["party"]["id"] for hit in answer["hits"][:1]] == (["un-sc:IRi.039"] if listed else [])
    (edition,) = answer["snapshot"]["editions"]
    assert edition["list"] == "un-sc"
    assert edition["published"] <= (as_of or "2026-08-01")


@pytest.mark.parametrize(
    ("as_of", "listed"),
    [
        ("2018-10-29", True),
        ("2018-10-28", True),
        # <REFERENCE_NUMBER>IRi.039</REFERENCE_NUMBER><LISTED_ON>2007-03-24</LISTED_ON>
        ("2007-03-24", True),
        ("2007-03-23", False),
        ("1990-01-01", False),
    ],
)
def test_before_the_first_edition_the_dates_of_listing_it_gives_count(
    as_of: str, listed: bool, un: Screener
) -> None:
    answer = un.screen("Qasem Soleimani", kind="Person", as_of=as_of, near=True)
    found = [one.party.id for one in (*answer.hits, *answer.near)]
    assert ("un-sc:IRi.039" in found) == listed
    assert [str(one.published) for one in answer.editions] == ["2018-10-29"]
    if as_of == "2018-10-29":
        assert answer.warnings == ()
    else:
        (warning,) = answer.warnings
        assert warning.startswith(f"un-sc: no edition of {as_of} is held; the first one held, of 2018-10-29,")


def test_before_the_first_edition_everybody_listed_later_is_left_out(un: Screener, shared: Path) -> None:
    """For all who came in 2017 and 2018, by the dates in the file."""
    content = un_files(shared)["2018-10-29"].read_text("utf-8")
    asked = 0
    for _, record in _RECORD.findall(content):
        (listed_on,) = re.findall(r"<LISTED_ON>(\d{4}-\d\d-\d\d)", record)
        if listed_on < "2017-01-01":
            continue
        (number,) = re.findall(r"<REFERENCE_NUMBER>\s*([^<]+?)\.?\s*</", record)
        name = name_of(record)
        day_before = dt.date.fromisoformat(listed_on) - dt.timedelta(days=1)
        for as_of, listed in [(dt.date.fromisoformat(listed_on), True), (day_before, False)]:
            answer = un.screen(name, as_of=as_of, limit=1000, near=True)
            hits, near = ({one.party.id for one in some} for some in (answer.hits, answer.near))
            assert (f"un-sc:{number}" in hits) == listed, (number, name, as_of)
            assert listed or f"un-sc:{number}" not in near
        asked += 1
    assert asked > 50


def test_files_without_a_date_are_asked_now_until_somebody_dates_them(shared: Path, tmp_path: Path) -> None:
    """OFAC's CSV files carry no date; the folder of April 2025 lacks its file of aliases."""
    lists = shared / "lists" / "us-ofac-cons"
    service = Service(tmp_path, today=dt.date(2025, 4, 20))
    (delivery,) = service.deliveries(lists / "2024-08_csv")
    assert service.add(delivery).edition.published is None
    # 9640,9152,"aka","ABU TAIR, Mohammed Mahmud",-0- (CONS_ALT.CSV)
    alias, number = "ABU TAIR, Mohammed Mahmud", "us-ofac-cons:9640"

    now = service.screener().screen(alias)
    assert (now.hits[0].party.id, now.hits[0].matched_name) == (number, alias)
    (warning,) = now.warnings
    assert "an edition without a published date is screened as current" in warning
    then = service.screener().screen(alias, as_of="2025-01-01", near=True)
    assert (then.hits, then.near, then.editions) == ((), (), ())
    (warning,) = then.warnings
    assert warning.startswith("us-ofac-cons: the edition held carries no published date")
    assert "was not screened as of 2025-01-01" in warning

    # The same bytes, and now the date. No dates of listing are given: nobody is left out of a day before.
    assert service.add(delivery, published="2024-08-15").was_known
    screener = service.screener()
    for as_of, warned in [(None, False), ("2025-01-01", False), ("2024-08-15", False), ("2024-08-14", True)]:
        answer = screener.screen(alias, as_of=as_of)
        assert answer.hits[0].party.id == number
        assert bool([one for one in answer.warnings if "days old" not in one]) == warned

    # CONS_PRIM.CSV alone: it says who is listed and can't say by what other names.
    (delivery,) = service.deliveries(lists / "2025-04_csv")
    assert FactKind.ALIASES in service.add(delivery, published="2025-04-15").edition.lacks
    screener = service.screener()
    for as_of, published in [
        ("2025-04-14", "2024-08-15"),
        ("2025-04-15", "2025-04-15"),
        (None, "2025-04-15"),
    ]:
        answer = screener.screen(alias, as_of=as_of)
        assert (answer.hits[0].party.id, answer.hits[0].matched_name) == (number, alias)
        assert [str(one.published) for one in answer.editions] == [published]
        # 26182,"KAYAKIRAN, Evren","individual","FSE-IR",... stands in the second only.
        answer = screener.screen("Evren Kayakiran", as_of=as_of)
        assert [hit.party.id for hit in answer.hits] == (
            ["us-ofac-cons:26182"] if published == "2025-04-15" else []
        )
