"""A text that was read, on a terminal."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace
from rich.console import Console

from namesake.cli.reading_out import content_of, show_reading
from namesake.errors import InputError
from namesake.model.edition import Edition
from namesake.model.party import Party, SameAs
from namesake.model.policy import Policy
from namesake.model.values import ListId, PartyId
from namesake.screening.texts import Reading
from namesake.sources.starter import starter_editions
from namesake.text.document import Document
from namesake.text.mention import Form, Mention, Status

STARTER = {party.id: party for _, parties in starter_editions() for party in parties.values()}
BRIGADES, SHAYKH, AHMAD = (STARTER[PartyId(f"us-ofac-sdn:{one}")] for one in ("11462", "28690", "28571"))
EDITION = Edition(ListId("us-ofac-sdn"), "ab" * 32, "ofac-xml", published=dt.date(2021, 3, 10))
TEXT = (
    "Kata'ib Hezbollah said nothing.\n\nShaykh 'Adnan al-\nHamidawi spoke for Kata'ib\nHezbollah, "
    "Abu Husayn for nobody."
)
FOUND = [
    ("Kata'ib Hezbollah", BRIGADES, Form.ALIAS, Status.SAME, "so it is listed"),
    ("Shaykh 'Adnan al-\nHamidawi", SHAYKH, Form.NAME, Status.SAME, "so it is listed"),
    ("Kata'ib\nHezbollah", BRIGADES, Form.ALIAS, Status.SAME, "so it is listed"),
    ("Abu Husayn", AHMAD, Form.ALIAS, Status.POSSIBLE, "a weak alias, which many bear"),
]


def _reading(
    text: str = TEXT,
    found: list[tuple[str, Party, Form, Status, str]] | None = None,
    *,
    as_of: dt.date | None = None,
    dateline: dt.date | None = None,
    also: tuple[str, ...] = (),
    same_as: dict[PartyId, tuple[SameAs, ...]] | None = None,
) -> Reading:
    mentions = []
    at = 0
    for surface, party, form, status, reason in FOUND if found is None else found:
        at = text.index(surface, at)
        end = at + len(surface)
        ids = tuple(PartyId(one) for one in also)
        mentions.append(Mention(at, end, surface, party.id, form, status, 0.9, party.name, reason, ids))
        at = end
    parties = dict.fromkeys(STARTER[id] for one in mentions for id in (one.party, *one.also))
    return Reading(
        Document(text, dateline=dateline), as_of, Policy(), "abc", (EDITION,),
        tuple(mentions), tuple(parties), ("the list is old",), same_as=same_as or {},
    )  # fmt: skip


def _shown(reading: Reading, width: int = 120, *, terminal: bool = False, **options: object) -> str:
    written = io.StringIO()
    colours: Literal["standard"] | None = "standard" if terminal else None
    console = Console(
        file=written, width=width, highlight=False, force_terminal=terminal, color_system=colours
    )
    show_reading(console, reading, **options)  # type: ignore[arg-type]
    return "".join(line.rstrip() + "\n" for line in written.getvalue().split("\n"))


def test_mentions_stand_in_brackets_with_their_partys_number_and_a_question_mark_where_only_possible() -> (
    None
):
    shown = _shown(_reading())
    assert "  [Kata'ib Hezbollah]¹ said nothing.\n" in shown
    assert "[Shaykh 'Adnan al-Hamidawi]² spoke for [Kata'ib Hezbollah]¹, [Abu Husayn]³? for nobody." in shown
    assert "[name]¹ is party 1 below; [name]¹? only may be." in shown


def test_the_heading_counts_and_dates() -> None:
    day = dt.date(2021, 1, 14)
    heading = _shown(_reading(dateline=day, as_of=day), name="letter.txt").splitlines()[:2]
    assert heading == [
        "letter.txt  dated 2021-01-14, read as of that day",
        "4 mentions of 3 listed parties, 1 of them only possible",
    ]
    assert "dated 2021-01-14, read as of 2020-01-01" in _shown(
        _reading(dateline=day, as_of=dt.date(2020, 1, 1))
    )
    assert "read against the lists as they stand now" in _shown(_reading())


def test_a_headline_that_is_not_in_the_text_is_told() -> None:
    reading = _reading()
    told = replace(reading, document=Document(TEXT, title="A militia's silence"))
    assert _shown(told, name="page.html").splitlines()[1] == "A militia's silence"
    said = replace(reading, document=Document(TEXT, title="Kata'ib Hezbollah said nothing."))
    assert _shown(said, name="page.html").splitlines()[1].startswith("4 mentions")


def test_each_party_tells_who_listed_it_with_what_effect_how_it_is_named_and_why_it_was_found() -> None:
    shown = _shown(_reading())
    assert "  1  KATA'IB HIZBALLAH  the listed party\n" in shown
    assert "party      us-ofac-sdn:11462  Organization\n" in shown
    assert "listed by  OFAC, IRAQ3, SDGT: assets frozen, dealings forbidden\n" in shown
    assert "           OFAC, FTO: material support is a crime, assets frozen\n" in shown
    assert "named      “Kata'ib Hezbollah” 2 times\n" in shown
    assert "why        same: so it is listed\n" in shown
    assert "  3  AL-HAMIDAWI, Ahmad  possible\n" in shown
    assert "why        possible: a weak alias, which many bear\n" in shown


def test_since_when_is_told_where_the_list_tells_it() -> None:
    party = STARTER[PartyId("un-sc:YEi.004")]
    reading = _reading(
        "Abdulmalik al-Houthi spoke", [("Abdulmalik al-Houthi", party, Form.NAME, Status.SAME, "")]
    )
    assert "UN Security Council, Yemen, since 2015-04-14: " in _shown(reading)


def test_ties_among_the_mentioned_are_told_with_their_numbers() -> None:
    shown = _shown(_reading())
    assert "ties       linked to KATA'IB HIZBALLAH ¹\n" in shown
    assert shown.count("ties  ") == 1


def test_the_other_parties_the_words_may_name_are_told() -> None:
    shown = _shown(_reading("Abu Husayn spoke", FOUND[3:], also=("us-ofac-sdn:28690", "un-sc:YEi.004")))
    assert "or         AL-HAMIDAWI, Shaykh 'Adnan ², ABDULMALIK AL-HOUTHI ³\n" in shown
    assert "  2  AL-HAMIDAWI, Shaykh 'Adnan  bears a name like that of 1\n" in shown
    assert "1 mention of 1 listed party, 1 of them only possible\n" in shown


HOUTHI = STARTER[PartyId("us-ofac-sdn:17927")]
HOUTHI_UN = STARTER[PartyId("un-sc:YEi.004")]
SAME: dict[PartyId, tuple[SameAs, ...]] = {
    HOUTHI.id: (SameAs(HOUTHI_UN, "a name alike and the same day of birth"),),
    HOUTHI_UN.id: (SameAs(HOUTHI, "a name alike and the same day of birth"),),
}


def test_a_party_that_several_lists_have_is_shown_once_with_what_each_of_them_says() -> None:
    found = [
        ("Abdul Malik al-Houthi", HOUTHI, Form.NAME, Status.SAME, "as OFAC writes it"),
        ("Abdulmalik al-Houthi", HOUTHI_UN, Form.NAME, Status.SAME, "as the UN writes it"),
    ]
    text = "Abdul Malik al-Houthi spoke. Abdulmalik al-Houthi did not."
    shown = _shown(_reading(text, found, same_as=SAME), 200)
    assert "2 mentions of 1 listed party\n" in shown
    assert "[Abdul Malik al-Houthi]¹ spoke. [Abdulmalik al-Houthi]¹ did not." in shown
    assert "  1  AL HOUTHI, Abdul Malik  the listed party\n" in shown
    assert "\n  2  " not in shown
    told = shown[shown.index("     party") : shown.index("     named")].splitlines()
    assert [line.strip() for line in told if line.strip()] == [
        "party      us-ofac-sdn:17927  Person",
        "listed by  OFAC, YEMEN: assets frozen, dealings forbidden",
        "same as    un-sc:YEi.004  ABDULMALIK AL-HOUTHI",
        "listed by  UN Security Council, Yemen, since 2015-04-14: assets frozen, making funds available "
        "forbidden, travel ban, arms embargo",
        "because    a name alike and the same day of birth",
    ]
    assert "why        same: as OFAC writes it\n                same: as the UN writes it\n" in shown


def test_another_record_of_the_party_is_nobody_else_whom_the_words_may_name() -> None:
    found = [("Abdul Malik al-Houthi", HOUTHI, Form.NAME, Status.SAME, "so it is listed")]
    reading = _reading("Abdul Malik al-Houthi spoke.", found, also=("un-sc:YEi.004",), same_as=SAME)
    assert "     or  " not in _shown(reading)
    assert "     or  " in _shown(replace(reading, same_as={}))


def test_a_text_that_mentions_nobody_is_said_to_be_no_clearance() -> None:
    shown = _shown(_reading("Hannelore Vogt spoke.", []))
    assert "No listed party is mentioned, as far as could be read. That is not a clearance." in shown
    assert "Hannelore" not in shown
    assert "! the list is old" in shown
    assert "Screened against us-ofac-sdn of 2021-03-10." in shown
    assert "Screened against" not in _shown(_reading("Nobody.", []), footing=False)


def test_a_long_text_says_that_it_is_shown_in_part() -> None:
    long = "word " * 4_000 + TEXT
    shown = _shown(_reading(long))
    assert len(shown) < 5_000
    assert "--whole shows it all" in " ".join(shown.split())
    assert len(_shown(_reading(long), whole=True)) > len(long)


@pytest.mark.parametrize("bad", ["\x1b[2J\x1b]0;title\x07", "\u202e\u2066", "\x9b31m", "\r", "\u200b\u00ad"])
def test_nothing_in_the_text_reaches_the_terminal_that_could_redraw_it(bad: str) -> None:
    text = f"{bad}Here{bad}\n\nKata'ib{bad} Hezbollah{bad} said [red]nothing[/red] :boom:"
    party = BRIGADES
    found = [(f"Kata'ib{bad} Hezbollah", party, Form.ALIAS, Status.SAME, f"found{bad}")]
    shown = _shown(_reading(text, found), name=f"a{bad}.txt")
    assert {one for one in shown if unicodedata.category(one) in ("Cc", "Cf")} <= {"\n"}
    assert "[red]nothing[/red] :boom:" in shown


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_it_fits_a_terminal_of_any_width(width: int) -> None:
    assert all(len(line) <= width for line in _shown(_reading(), width).splitlines())


def test_a_terminal_gets_colours_and_a_file_gets_none() -> None:
    assert "\x1b[1;31mKata'ib Hezbollah" in _shown(_reading(), terminal=True)
    assert "\x1b[1;31msame: \x1b[0mso it is listed" in _shown(_reading(), terminal=True)
    assert "\x1b" not in _shown(_reading())


def test_a_file_is_read_as_bytes(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"\xff\xfeany")
    assert content_of(str(tmp_path / "letter.txt")) == b"\xff\xfeany"


@pytest.mark.parametrize("name", ["absent.txt", ".", "a\0b"])
def test_what_cant_be_read_is_refused_with_what_to_give_instead(name: str, tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"can't be read \(.+\): give a text or HTML file, or - for standard input"
    ):
        content_of(str(tmp_path / name))


def test_standard_input_stands_for_a_file_and_has_the_same_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    assert content_of("-") == b"some text"
    monkeypatch.setattr("namesake.cli.reading_out._MOST_BYTES", 4)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    with pytest.raises(InputError, match="standard input holds more than"):
        content_of("-")
