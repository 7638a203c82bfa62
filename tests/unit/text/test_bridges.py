"""Names that go on over quotation marks or the word "in", and names that come again."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from namesake.screening.screener import Screener
from tests.unit.index.making import party, snapshot

SCREENER = Screener(
    snapshot(
        party("1", "VORONTSEV, Arkadiy"),
        party("2", "QUANDTMEYER, Arkadiy"),
        party("3", "VORONTSEV, Friedemann"),
        party("4", "Kharvanion Brigade", kind=Kind.ORGANIZATION),
        party("5", "Kharvanion Brigade in the Silent Valley", kind=Kind.ORGANIZATION),
        party("6", "ZWINGLI AIR", kind=Kind.COMPANY),
        party("7", "OSTRANDER AIR", kind=Kind.COMPANY),
        party("8", "MILL & BAKERY TRUST", kind=Kind.COMPANY),
    ),
    compiled=False,
)


def told(text: str) -> list[tuple[str, str]]:
    return [(one.surface, one.party.partition(":")[2]) for one in SCREENER.read(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They saw Arkadiy "the Fox" Vorontsev there.', [('Arkadiy "the Fox" Vorontsev', "1")]),
        ("They saw Arkadiy “Foxy” Vorontsev there.", [("Arkadiy “Foxy” Vorontsev", "1")]),
        ("They saw Arkadiy «Old Red Fox» Vorontsev.", [("Arkadiy «Old Red Fox» Vorontsev", "1")]),
        ("They saw Arkadiy 'Foxy' Vorontsev there.", [("Arkadiy 'Foxy' Vorontsev", "1")]),
        ("They saw Arkadiy ‘the Fox’ Vorontsev.", [("Arkadiy ‘the Fox’ Vorontsev", "1")]),
        ("They saw Arkadiy Foxy' Vorontsev.", [("Arkadiy Foxy' Vorontsev", "1")]),
        ('Arkadiy "the old and very sly Fox" Vorontsev', []),
        ('"Arkadiy" and "Vorontsev"', []),
        ('He told Arkadiy: "No." Vorontsev left.', []),
        ('He told Arkadiy. "Never" Vorontsev said.', []),
        # A hyphen at the end of a line, within a word or between two.
        ("They saw Arkadiy Voron-\ntsev there.", [("Arkadiy Voron-\ntsev", "1")]),
        ("They saw Arka-\r\n  diy Vorontsev there.", [("Arka-\r\n  diy Vorontsev", "1")]),
        ("THEY SAW ARKADIY VORON-\nTSEV THERE.", [("ARKADIY VORON-\nTSEV", "1")]),
        ("Это Аркадий Ворон-\nцев.", [("Аркадий Ворон-\nцев", "1")]),
        ("They saw Arkadiy Vorontsev-\nbacked men.", [("Arkadiy Vorontsev", "1")]),
        ("They saw Arkadiy Voron-tsev there.", []),
        # A type, and the name in quotation marks.
        ('It is the Brigade "Kharvanion" that left.', [('Brigade "Kharvanion', "4")]),
        ("It is the Brigade «Kharvanion».", [("Brigade «Kharvanion", "4")]),
        ("It is the Brigade „Kharvanion“.", [("Brigade „Kharvanion", "4")]),
        ('It is AO "Brigade "Kharvanion"".', [('Brigade "Kharvanion', "4")]),
        ('It is the brigade "Kharvanion" that left.', [('brigade "Kharvanion', "4")]),
        ('He saw the Mill and bakery "Trust".', [('Mill and bakery "Trust', "8")]),
        ("Это бригада «Харванион».", [("бригада «Харванион", "4")]),
        ('Arkadiy saw "Vorontsev" there.', []),
        ('It is the Brigade "Kharvanion left".', []),
        ('It is the Brigade: "Kharvanion".', []),
        # The longest name wins, over "in" too.
        (
            "It is the Kharvanion Brigade in the Silent Valley.",
            [("Kharvanion Brigade in the Silent Valley", "5")],
        ),
        ("It is the Kharvanion Brigade in Ruritania.", [("Kharvanion Brigade", "4")]),
        ("They saw Arkadiy in Vorontsev.", []),
        # What is named twice where nothing parts the names.
        (
            "Arkadiy Vorontsev and Friedemann Vorontsev",
            [("Arkadiy Vorontsev", "1"), ("Friedemann Vorontsev", "3")],
        ),
        ("Arkadiy Vorontsev and Arkadiy Vorontsev", [("Arkadiy Vorontsev", "1"), ("Arkadiy Vorontsev", "1")]),
        (
            "Arkadiy Vorontsev and Arkadiy Quandtmeyer",
            [("Arkadiy Vorontsev", "1"), ("Arkadiy Quandtmeyer", "2")],
        ),
        ("The Old Air and the Zwingli Air fly.", [("Zwingli Air", "6")]),
        ("The Orphan Air and the Zwingli Air fly.", [("Zwingli Air", "6")]),
        ("It is Ostrander and Sons Air.", []),
        ("It is Mill and Bakery Trust.", [("Mill and Bakery Trust", "8")]),
        ("Zwingli Air and Ostrander Air fly.", [("Zwingli Air", "6"), ("Ostrander Air", "7")]),
    ],
)
def test_a_name_is_found_from_its_first_word_to_its_last(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_the_same_words_give_the_same_however_often_a_text_is_read() -> None:
    text = "The Kharvanion Brigade in the Silent Valley, Arkadiy “Foxy” Vorontsev."
    assert told(text) == told(text) == told(text)
