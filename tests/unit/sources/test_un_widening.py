"""Letters cut to their last byte are made whole, and nothing else is touched."""

from __future__ import annotations

import gzip

import pytest

from namesake.model.edition import Problem
from namesake.sources.files import ReceivedFile, from_bytes
from namesake.sources.un_widening import widened

HEAD = "<?xml version='1.0' encoding='UTF-8'?>\n<CONSOLIDATED_LIST>\n"


def cut(text: str) -> bytes:
    """The text as the UN wrote it on 16 August 2025: of each letter its last byte."""
    return bytes(ord(char) & 0xFF for char in text)


def made_whole(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    file, problems = widened(from_bytes("un.xml", data))
    with file.open() as stream:
        return stream.read().decode(), problems


def restored(element: str, *, tag: str = "NAME_ORIGINAL_SCRIPT") -> str:
    """What becomes of one field in a damaged file; the curly quote makes the damage certain."""
    whole, _ = made_whole(cut(f"{HEAD}<X>’</X><{tag}>{element}</{tag}>"))
    return whole.partition(f"<{tag}>")[2].removesuffix(f"</{tag}>")


def test_a_file_without_control_characters_is_the_same_file() -> None:
    file = from_bytes("un.xml", f"{HEAD}<NAME>قاسم سلیمانی</NAME>".encode())
    assert widened(file) == (file, ())


def test_a_stray_control_character_among_wide_letters_is_left_to_the_parser() -> None:
    file = from_bytes(
        "un.xml", f"{HEAD}<NAME>قاسم سلیمانی</NAME><X>Al Qa@ida</X>".encode().replace(b"@", b"\x19")
    )
    assert widened(file) == (file, ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Al Qa’ida/Islamic Army", "QDe.004"),
        ("“Chief Kahwa”", "CDi.009"),
        ("ISIL – K", "QDe.161"),
        ("ash-Sham—Khorasan Province", "QDe.161"),
        ("known as PK5 Resistance’ or ‘Texas’", "CFi.012"),
    ],
)
def test_punctuation_comes_back(text: str, what: str) -> None:
    whole, _ = made_whole(cut(f"{HEAD}<X>{text}</X>"))
    assert whole == f"{HEAD}<X>{text}</X>", what


def test_latin_letters_of_one_byte_come_back() -> None:
    whole, _ = made_whole(cut(f"{HEAD}<X>Eugène Bozizé’s</X>"))
    assert whole == f"{HEAD}<X>Eugène Bozizé’s</X>"


def test_a_file_that_is_cut_but_has_no_such_letter_is_still_utf8() -> None:
    whole, _ = made_whole(f"{HEAD}<X>Bozizé@s</X>".encode().replace(b"@", b"\x19"))
    assert whole == f"{HEAD}<X>Bozizé’s</X>"


@pytest.mark.parametrize(
    "name",
    [
        "سيف الله",
        "إبراهيم عواد إبراهيم علي البدري السامرائي",  # QDi.299
        "هيئة تحرير الشام",  # QDe.137: `GJ&) *-1J1 'D4'E`, where & and ) are letters
        "سراج الدين جلال الدين حقانى",  # TAi.144
        "ګل اغا اسحاقزی",  # letters of Pashto and Persian
        "كُل آغا اسحاقزی",  # TAi.147, with a vowel sign
        "شعبـان",  # IQi.076, drawn out
        "أنصار الشريعة – درنة",  # QDe.145: a dash by itself stays one
        "أنصار الشريعة - بنغازي",  # QDe.146
        "شيخ الفاتح ، الفاتح",  # QDi.317: the Arabic comma is a form feed now
        "Эмарат Кавказ",  # QDe.131: `-<0@0B \x1a02:07`
        "Ислам Сеит-Умарович Атабиев",  # QDi.364: a hyphen between letters
        "Катиба ат-Таухид валь-Джихад",  # QDe.168
        "Роза Рамзанова",  # a capital Er is a space now
    ],
)
def test_names_in_arabic_and_cyrillic_script_come_back(name: str) -> None:
    assert cut(name) != name.encode()
    assert restored(name) == name


@pytest.mark.parametrize(
    "name",
    ["金铁三", "長安海連技術有限公司", "ኤርሚኣስ ግርማይ", "ﺻﺍﻠﺡ ﻤﺣﻤﺩ"],  # the last in presentation forms, TAi.149
)
def test_names_in_other_scripts_are_left_out_and_counted(name: str) -> None:
    assert restored(name) == ""
    _, (problem,) = made_whole(cut(f"{HEAD}<X>’</X><NAME_ORIGINAL_SCRIPT>{name}</NAME_ORIGINAL_SCRIPT>"))
    assert "0 names in Arabic or Cyrillic script; 1 others could not be" in problem.message


def test_a_latin_name_in_the_field_for_original_script_stays() -> None:
    assert restored("JAMAAH ANSHARUT DAULAH") == "JAMAAH ANSHARUT DAULAH"  # QDe.164


@pytest.mark.parametrize(
    "alias",
    [
        "Akrin Saleh Akrin (أقرين صالح أقرين)",  # LYi.004
        "عبدالله السندي (Abdullah Sindhi)",  # QDi.309
        "أبو بكر البغدادي الحسيني القريشي (Abu Bakr al-Baghdadi al-Husayni al-Quraishi; Abu Bakr)",  # QDi.299
        "أنصار الشريعة بليبيا (Ansar al Charia in Libya (ASL))",  # QDe.146
        "Hay’at Tahrir al-Sham (HTS) (هيئة تحرير الشام (original script); Hayat Tahrir al-Sham)",  # QDe.137
        "Agha Jan Alizai اغا جان عالیزی",  # TAi.148
        "شيخ يونس الموريتاني",  # QDi.298
        "Muhamadmuhtar (original script: Мухамадмухтар)",  # QDi.398: `CE0<04<CEB0@`, and < is a letter
        "original script: Рамзан Одуев",  # QDi.366, a note
        "Previously listed as. In\nArabic: سيف العدل ",  # QDi.001
    ],
)
def test_names_in_original_script_among_latin_ones_come_back(alias: str) -> None:
    assert restored(alias, tag="ALIAS_NAME").split() == alias.split()


@pytest.mark.parametrize(
    "alias",
    [
        "G-9", "M23", "1-P", "3MG", "HUA", "ADF/NALU", "KPA Unit 586", "2ND ACADEMY OF NATURAL SCIENCES",
        "General Department of Atomic Energy (GDAE)", "Falah-i-Insaniat Foundation (FIF)", "FÒS REVOLISYONÈ",
        "Bakr, Abu", "Office #39", "'Abd al-Rahman",
    ],
)  # fmt: skip
def test_latin_names_are_not_taken_for_cut_ones(alias: str) -> None:
    assert restored(alias, tag="ALIAS_NAME") == alias


def test_letters_that_became_markup_do_not_break_the_file() -> None:
    # `<` is what is left of м (U+043C), `&` of ئ (U+0626)
    whole, _ = made_whole(cut(f"{HEAD}<X>’ и мама, ئ</X><Y>a &amp; b &lt; c</Y>"))
    assert whole.partition("<X>")[2] == "’ 8 &lt;0&lt;0, &amp;</X><Y>a &amp; b &lt; c</Y>"


def test_what_was_done_is_reported_once_with_the_line_it_begins_in() -> None:
    data = cut(f"{HEAD}<X>first</X>\n<X>Al Qa’ida’s</X>\n<NAME_ORIGINAL_SCRIPT>حسن</NAME_ORIGINAL_SCRIPT>")
    _, (problem,) = made_whole(data)
    assert (problem.where, problem.lost) == ("un.xml line 4", False)
    assert "leaves 2 control characters" in problem.message
    assert "1 names in Arabic or Cyrillic script; 0 others" in problem.message
    assert "Fetch the file again" in problem.message


def test_a_file_larger_than_the_list_can_be_is_left_to_the_parser() -> None:
    file = from_bytes("un.xml", HEAD.encode() + b"\x01" * (65 << 20))
    assert widened(file) == (file, ())


def test_a_packed_file_is_made_whole_too() -> None:
    (member,) = ReceivedFile("un.xml.gz", gzip.compress(cut(f"{HEAD}<X>Al Qa’ida</X>"))).members()
    file, problems = widened(member)
    assert (file.name, len(problems)) == ("un.xml.gz", 1)
    assert file.head().endswith("<X>Al Qa’ida</X>".encode())
