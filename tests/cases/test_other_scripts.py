"""Short texts of news in other scripts, read on the starter list; what is not marked is no mention."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.screening.screener import Screener
from namesake.service import starter
from namesake.sources.starter import starter_editions
from tests.cases.marked_texts import Marked, as_marked, marked_texts

TABLES = {
    path.stem[-2:]: marked_texts(path) for path in sorted(Path(__file__).parent.glob("articles_??.txt"))
}
TEXTS = [
    pytest.param(one, id=f"{language}-{number}")
    for language, texts in TABLES.items()
    for number, one in enumerate(texts, 1)
]


@pytest.fixture(scope="module")
def on_starter() -> Screener:
    return starter(compiled=True)


def test_each_language_has_a_dozen_texts_of_which_some_name_nobody_listed() -> None:
    for language, texts in TABLES.items():
        assert len(texts) >= 12, language
        assert any("](" not in one.marked for one in texts), language


def test_every_party_of_a_table_is_on_the_starter_list() -> None:
    listed = {id for _, parties in starter_editions() for id in parties}
    for texts in TABLES.values():
        for ids in texts[0].parties.values():
            assert ids <= listed


@pytest.mark.parametrize("one", TEXTS)
def test_the_mentions_are_those_marked(on_starter: Screener, one: Marked) -> None:
    assert as_marked(on_starter.read(one.text), one) == one.marked, one.shows


@pytest.mark.parametrize("one", TEXTS)
def test_a_text_read_again_gives_the_same(on_starter: Screener, one: Marked) -> None:
    """What a word or stretch gave before is remembered; it must not depend on what was read first."""
    first = on_starter.read(one.text).mentions
    assert on_starter.read(f"{one.text}\n\n").mentions == first


@pytest.mark.parametrize("one", TEXTS)
def test_a_listed_name_among_words_of_latin_letters_stays_where_it_is(
    on_starter: Screener, one: Marked
) -> None:
    before = "He wrote this down:\n\n"
    alone = on_starter.read(one.text).mentions
    moved = on_starter.read(before + one.text).mentions
    assert [(each.start - len(before), each.end - len(before), each.party) for each in moved] == [
        (each.start, each.end, each.party) for each in alone
    ]


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        ("Президент Владимир Путин подписал указ.", []),
        ("قاسم سليماني", []),
        ("김정은은 말했다", []),
        ("Xi Jinping (习近平) came.", []),
        ("美国财政部对新疆官员实施制裁。", ["Chinese has no spaces"]),
        ("米財務省は金正恩氏を制裁対象に指定した。", ["Japanese has no spaces"]),
        ("ประธานาธิบดีวลาดิเมียร์ ปูติน กล่าวว่า", ["Thai is not read"]),
        ("ປະທານາທິບໍດີ ວລາດີເມຍ ປູຕິນ", ["Lao is not read"]),
        ("ប្រធានាធិបតី វ្ល៉ាឌីមៀ ពូទីន", ["Khmer is not read"]),
        ("သမ္မတ ဗလာဒီမာ ပူတင် က ပြောကြားသည်", ["Burmese is not read"]),
    ],
)
def test_what_is_not_read_is_said_in_one_line(on_starter: Screener, text: str, warnings: list[str]) -> None:
    reading = on_starter.read(text)
    said = [one for one in reading.warnings if "spaces" in one]
    assert all("\n" not in one for one in said)
    assert [one[: len(begun)] for one, begun in zip(said, warnings, strict=True)] == warnings
