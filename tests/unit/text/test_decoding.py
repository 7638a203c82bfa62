"""Bytes of any usual encoding become the characters that were written."""

from __future__ import annotations

import re

import pytest

from namesake.errors import InputError
from namesake.text.decoding import decoded

FRENCH = "Il a été arrêté à Paris : le ministère de l'Intérieur l'a annoncé après coup, à l'étranger déjà. "
RUSSIAN = "Министерство сообщило, что они в списке и что это не ошибка, как было сказано на встрече. "
ARABIC = "قالت الوزارة إن الرجال على القائمة من دون خطأ في القرار الذي صدر عن المحكمة في بغداد. "
POLISH = "Ministerstwo podało, że mężczyźni są na liście i że nie jest to błąd, który popełnił rząd w maju. "
TURKISH = "Bakanlık bu kişilerin listede olduğunu ve bunun bir hata olmadığını, daha sonra açıkladı. "
GREEK = "Το υπουργείο ανακοίνωσε ότι οι άνδρες είναι στη λίστα και ότι δεν πρόκειται για λάθος. "
CHINESE = "外交部发言人表示，这些人已经被列入名单，这不是政府的错误，相关部门将继续调查此事。"
JAPANESE = "外務省は、その人たちがリストに載っていると発表した。政府の間違いではないという。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    text = "BAGHDAD, Jan 14 (Agency) - The ministry named Mr. Müller.\r\n" * 3
    assert decoded(text.encode(encoding), what="it") == (text, ())


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, ARABIC, POLISH, CHINESE, JAPANESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_every_script_comes_through_unicode(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), what="it") == (text, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (ARABIC, "cp1256"),
        (POLISH, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_an_older_encoding_is_told_from_the_text_and_said_to_be_a_guess(text: str, encoding: str) -> None:
    read, warnings = decoded((text * 5).encode(encoding), what="it")
    assert read == text * 5
    assert len(warnings) == 1
    assert "guess" in warnings[0]


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "iso-8859-5"])
def test_what_a_page_declares_goes_before_what_its_bytes_look_like(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>{RUSSIAN}</p></body></html>'
    assert decoded(page.encode(declared), what="it") == (page, ())


def test_a_page_that_declares_latin_1_is_read_as_browsers_do() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Müller” – 5 €</p>'
    assert decoded(page.encode("cp1252"), what="it") == (page, ())


def test_a_wrong_or_unknown_declaration_does_not_spoil_valid_utf_8() -> None:
    for declared in ("iso-8859-1", "no-such-thing", "utf-16"):
        page = f'<meta charset="{declared}"><p>قاسم سليماني</p>'
        assert decoded(page.encode(), what="it") == (page, ())


def test_utf_8_with_a_few_broken_bytes_is_read_and_says_where() -> None:
    whole = "قاسم سليماني " * 50
    read, warnings = decoded(whole.encode() + b"\xff!" + whole.encode(), what="it")
    assert read == whole + "\ufffd!" + whole
    assert warnings == (
        f"1 place is no valid UTF-8, the first at byte {len(whole.encode()):,}, and shown as \ufffd: "
        "a name there may be missed.",
    )


def test_a_text_cut_inside_its_last_character_is_read() -> None:
    read, warnings = decoded("He was seen in Köln, Münster, Tromsø".encode()[:-1], what="it")
    assert read == "He was seen in Köln, Münster, Troms\ufffd"
    assert len(warnings) == 1


def test_a_single_zero_in_a_text_stays_where_it_is() -> None:
    text = "He said \0 that the man was listed. " * 10
    assert decoded(text.encode(), what="it") == (text, ())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7\n...", "a PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old office document"),
        (b"{\\rtf1 He said}", "RTF"),
        (b"\x1f\x8b\x08....", "gzip"),
        (b"\x89PNG\r\n", "picture"),
        (b"\0" * 10_000, "control characters"),
        (bytes(range(256)) * 100, "control characters"),
        (b"\x80" * 100_000, "can't be told"),
        (b"\xff\xfe" + b"\x00\xd8" * 10_000, "says it is UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)) as refused:
        decoded(content, what="letter.doc")
    assert str(refused.value).startswith("letter.doc ")
    assert re.search(r"Save|Give", str(refused.value))
