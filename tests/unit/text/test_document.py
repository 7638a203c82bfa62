"""A file's content becomes a document: the text unchanged, its day, its headline and its language."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from namesake.errors import InputError
from namesake.text.document import Document, document_of
from tests.unit.text.test_html_pages import PAGE

ARTICLE = "Two men listed\n\nBAGHDAD, Jan 14, 2021 (Agency) - He said that it was the first of the lists.\n"


def test_a_document_says_what_a_text_says_of_itself() -> None:
    assert document_of(ARTICLE) == Document(ARTICLE, None, dt.date(2021, 1, 14), "en", ())
    assert document_of(ARTICLE).characters == len(ARTICLE)


def test_an_html_page_becomes_the_text_of_its_article() -> None:
    document = document_of(PAGE.encode(), name="page.html")
    assert document.title == "Two men listed"
    assert document.dateline == dt.date(2021, 1, 14)
    assert document.language == "en"
    assert "Abu Mahdi al-Muhandis" in document.text
    assert "<" not in document.text


def test_the_metadata_of_a_page_gives_the_year_of_its_dateline() -> None:
    later = PAGE.replace("2021-01-14T", "2021-01-16T").replace("© 2021", "© 1999-2026")
    assert document_of(later).dateline == dt.date(2021, 1, 14)


STORY = "".join(
    f"<p>Sentence {n} of a story that says what was said of it by all of them.</p>" for n in range(9)
)
ROW = "<tr><th>Name</th><th>From</th></tr><tr><td>Viola Pell</td><td>7 May 1999</td></tr>"


@pytest.mark.parametrize(
    "dated_otherwise",
    [
        f"<table>{ROW}</table>",
        f"<table>{ROW}<tr><td><table>{ROW}</table></td><td>8 May 1999</td></tr></table>",
        "<dl><dt>Founded</dt><dd>7 May 1999</dd></dl>",
        "<figure><figcaption>Viola Pell, Ostrava, 7 May 1999</figcaption></figure>",
    ],
)
@pytest.mark.parametrize("page", ["{}", "<html><body><article>{}</article></body></html>"])
def test_no_cell_of_a_table_and_no_caption_says_of_what_day_a_page_is(
    dated_otherwise: str, page: str
) -> None:
    document = document_of(page.format(f"{dated_otherwise}{STORY}"))
    assert document.dateline is None
    assert "7 May 1999" in document.text
    dated = document_of(page.format(f"<p>London, 14 January 2021</p>{dated_otherwise}{STORY}"))
    assert dated.dateline == dt.date(2021, 1, 14)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Ltd, 7 September 1960\n\nHe met them.",
        "<html><body><p>Acme Ltd, 7 September 1960</p><p>He met them.</p></body></html>",
    ],
)
def test_a_day_before_all_lists_is_not_taken_and_that_is_said(text: str) -> None:
    document = document_of(text)
    assert document.dateline is None
    assert "seems to be dated 196" in document.warnings[-1]
    assert "read as of now" in document.warnings[-1]


def test_wires_of_the_time_of_the_first_lists_keep_their_day() -> None:
    document = document_of("MANAGUA, 10 DEC 89 (DOMESTIC SERVICE) -- [TEXT] THE")
    assert (document.dateline, document.warnings) == (dt.date(1989, 12, 10), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\r\n\r\nline\rline\n",
        "a\0b",
        "Qasem\u200bSoleimani \u202eabc\u202c \ufeff x",
        "Kata\u2019ib e\u0301 é ﬁ Å",
        "\ufeffkept: it was given as characters",
        "\U0001f600 𝒜",
        "<b>not a page",
        "tabs\tand\x0bother\x0cspaces\x85\u2028\u2029",
    ],
)
def test_plain_text_stays_as_it_was_given(text: str) -> None:
    assert document_of(text).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_bytes_and_characters_give_the_same_document(encoding: str) -> None:
    text = f"{ARTICLE}\r\nقاسم سليماني \u202e \u200b"
    assert document_of(text.encode(encoding)) == document_of(text)


def test_half_a_character_is_shown_as_none_and_moves_nothing() -> None:
    document = document_of("Qasem \ud83d Soleimani")
    assert document.text == "Qasem \ufffd Soleimani"
    assert len(document.warnings) == 1


def test_a_warning_about_the_encoding_comes_with_the_document() -> None:
    document = document_of(
        ("Il a été arrêté à Paris par la police et le ministère de la justice. " * 3).encode("cp1252")
    )
    assert "arrêté à Paris" in document.text
    assert "cp1252" in document.warnings[0]


@pytest.mark.parametrize(
    ("content", "unit"), [("a" * (64 * 2**20 + 1), "characters"), (b"a" * (64 * 2**20 + 1), "bytes")]
)
def test_more_than_64_mb_is_refused_with_what_to_do(content: str | bytes, unit: str) -> None:
    with pytest.raises(InputError, match=f"big.txt is larger than 64 MB .* {unit}.*Split it"):
        document_of(content, name="big.txt")


def test_a_refusal_without_a_name_speaks_of_the_text() -> None:
    with pytest.raises(InputError, match=r"^The text is a PDF"):
        document_of(b"%PDF-1.7")


HOSTILE: list[tuple[str, str | bytes]] = [
    ("50 MB of one word", b"a" * 50_000_000),
    ("50 MB of one word of two bytes", "ä".encode() * 25_000_000),
    ("50 MB of line ends", b"\n" * 50_000_000),
    ("signs that don't show", "\u202e\u200b\u200f\u2066" * 3_000_000),
    ("accents on one letter", "a" + "\u0301" * 10_000_000),
    ("invalid UTF-8", b"\xc3a" * 5_000_000),
    ("one invalid byte in 20 MB", b"name " * 4_000_000 + b"\xff"),
    ("bytes of no text", b"\xff" * 20_000_000),
    ("100,000 names", "\n".join(f"Ali Hasan {n}" for n in range(100_000))),
    ("digits", "1" * 20_000_000),
    ("dates", "14/01/2021 " * 2_000_000),
    ("brackets", "(" * 20_000_000),
    ("tags of a piece of a page", b"<p>" + b"<b>x</b>" * 300_000),
    ("surrogates", "\ud800" * 5_000_000),
]


@pytest.mark.parametrize("content", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_text_is_read_or_refused(content: str | bytes) -> None:
    refused = ""
    try:
        characters = document_of(content, name="hostile.txt").characters
    except InputError as error:
        refused, characters = str(error), 0
    assert refused.startswith("hostile.txt ") or 0 < characters <= len(content)


def test_plain_text_loads_no_html_library() -> None:
    code = (
        "import sys; from namesake.text.document import document_of; document_of(b'14 May 2021');"
        "print({'trafilatura', 'lxml', 'charset_normalizer'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"
