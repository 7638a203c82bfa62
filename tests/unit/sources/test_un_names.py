"""The UN's fields of names are taken apart as a reader of the list would."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.sources.un_names import names_in_field, names_in_note, one_line


@pytest.mark.parametrize(
    ("field", "names"),
    [
        # SOi.001 <ALIAS_NAME>BAYNAH, Yasin</ALIAS_NAME>
        ("BAYNAH, Yasin", ("BAYNAH, Yasin",)),
        # IRi.039 (one name to a line in the edition of 2018, wrapped)
        (
            "Qasim Soleimani; Qasem Sulaimani; Qasim\n                        Sulaymani",
            ("Qasim Soleimani", "Qasem Sulaimani", "Qasim Sulaymani"),
        ),
        # QDi.317, an Arabic comma
        ("شيخ الفاتح ، الفاتح", ("شيخ الفاتح", "الفاتح")),
        # IRi.034, two of the enumerated names of one person in one field
        (
            "Mohammed Sabet; Mohammad Sabet b) M. Javad Kareemi Sabet",
            ("Mohammed Sabet", "Mohammad Sabet", "M. Javad Kareemi Sabet"),
        ),
        # LYi.022: no family name has three given names with commas between them
        (
            "Abdurezak, Abdelrazaq, Abdulrazak, Abdrazzak",
            ("Abdurezak", "Abdelrazaq", "Abdulrazak", "Abdrazzak"),
        ),
        # QDe.107: commas inside the name of an organisation
        (
            "Association for Education, Cultural, and to Create Society -Sirat",
            ("Association for Education, Cultural, and to Create Society -Sirat",),
        ),
        # CDe.003 <FIRST_NAME>
        (
            "COMPAGNIE AERIENNE DES GRANDS LACS (CAGL) ; GREAT LAKES BUSINESS\n            COMPANY (GLBC)",
            ("COMPAGNIE AERIENNE DES GRANDS LACS (CAGL)", "GREAT LAKES BUSINESS COMPANY (GLBC)"),
        ),
    ],
)
def test_names_that_separators_keep_apart_are_names_of_their_own(field: str, names: tuple[str, ...]) -> None:
    assert names_in_field(field) == (names, ())


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Akrin Saleh Akrin (أقرين صالح أقرين)", ("Akrin Saleh Akrin", "أقرين صالح أقرين")),  # LYi.004
        ("عبدالله السندي (Abdullah Sindhi)", ("عبدالله السندي", "Abdullah Sindhi")),  # QDi.309
        ("Jin Tiesan (金铁三)", ("Jin Tiesan", "金铁三")),  # KPi.035
        ("Agha Jan Alizai اغا جان عالیزی ", ("Agha Jan Alizai", "اغا جان عالیزی")),  # TAi.148, no brackets
        ("Amir Khazmat (original script: Амир Хазмат) ", ("Amir Khazmat", "Амир Хазмат")),  # QDi.396
        ("Saqr Al-Jaddawi (الكنية صقر الجداوي)", ("Saqr Al-Jaddawi", "صقر الجداوي")),  # QDi.003: "kunya"
        # QDi.306
        (
            "حسن غول (Hassan Ghul; Hassan Gul; Hasan Gul)",
            ("حسن غول", "Hassan Ghul", "Hassan Gul", "Hasan Gul"),
        ),
        # QDe.146, brackets within brackets
        (
            "أنصار الشريعة بليبيا (Ansar al Charia in Libya\n                        (ASL))",
            ("أنصار الشريعة بليبيا", "Ansar al Charia in Libya (ASL)"),
        ),
        # QDe.137
        (
            "شبكة أنصار المجاهدين (Ansar al-Mujahideen Network - sub-unit name)",
            ("شبكة أنصار المجاهدين", "Ansar al-Mujahideen Network"),
        ),
    ],
)
def test_one_name_in_two_scripts_is_two_names(field: str, names: tuple[str, ...]) -> None:
    assert names_in_field(field) == (names, ())


def test_a_field_of_nine_names_in_two_scripts_is_read_whole() -> None:
    # QDe.137, shortened
    field = "Hay’at Tahrir al-Sham (HTS) (هيئة تحرير الشام (original script); Hay’et Tahrir al-Sham; Tahrir) "
    assert names_in_field(field) == (
        ("Hay’at Tahrir al-Sham (HTS)", "هيئة تحرير الشام", "Hay’et Tahrir al-Sham", "Tahrir"),
        ("original script",),
    )


@pytest.mark.parametrize(
    ("field", "names", "remark"),
    [
        ("El Para (combat name) ", "El Para", "combat name"),  # QDi.152
        ("Encep Nurjaman (birth name)", "Encep Nurjaman", "birth name"),  # QDi.087
        ("Ezatullah Haqqani (previously listed as)", "Ezatullah Haqqani", "previously listed as"),  # TAi.064
        ("ፍትዊ ዓብዱረዛቕ (Tigrinya)", "ፍትዊ ዓብዱረዛቕ", "Tigrinya"),  # LYi.022
        ("SECOND ACADEMY OF NATURAL SCIENCES (KPE.018)", "SECOND ACADEMY OF NATURAL SCIENCES", "KPE.018"),
        ("Mohammad Ishaq Akhund born in 1963", "Mohammad Ishaq Akhund", "born in 1963"),  # TAi.101
        # LYi.019
        (
            "Safia Farkash Mohammed Al-Hadad, born 1 Jan. 1953 (Oman passport no.03825239)",
            "Safia Farkash Mohammed Al-Hadad",
            "born 1 Jan. 1953 (Oman passport no.03825239)",
        ),
        # QDi.057, shortened
        (
            "Abdel Ilah Sabri (false identity related to fraudulent passport number 434021161)",
            "Abdel Ilah Sabri",
            "false identity related to fraudulent passport number 434021161",
        ),
    ],
)
def test_a_remark_is_no_part_of_the_name(field: str, names: str, remark: str) -> None:
    assert names_in_field(field) == ((names,), (remark,))


@pytest.mark.parametrize(
    "field",
    [
        "Hilarion Santos, III (third)",  # QDi.244
        "Lom-ali Butayev (Butaev)",  # QDi.290
        "(Sheikh) Musa Hilal",  # SDi.002
        "Al-Qaida in Yemen (AQY)",  # QDe.129
        "STATE ESTABLISHMENT FOR MIDDLE AREA (ROADS",  # IQe.176: it has no end in the list either
        "‘Abd al-Khaliq Badr al-Din al-Huthi",  # YEi.001: an ayn, no quotation mark
        "“General” Sidiki",  # CFi.014
        "AL-ITIHAAD AL-ISLAMIYA / AIAI",  # QDe.002
        "華信船務(香港)有限公司",  # KPe.059
    ],
)
def test_what_belongs_to_the_name_stays(field: str) -> None:
    assert names_in_field(field) == ((field,), ())


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ('"GODANE"', "GODANE"),  # SOi.004
        (" “One-P” ", "One-P"),  # CFi.010
        (
            ") Abdelrahman Mouhamad Zafir al Dabissi Juhan",
            "Abdelrahman Mouhamad Zafir al Dabissi Juhan",
        ),  # QDi.327
        ("Akhter Mohmad son of Noor Mohmad , ", "Akhter Mohmad son of Noor Mohmad"),  # TAi.034
    ],
)
def test_what_surrounds_a_name_is_taken_off(field: str, name: str) -> None:
    assert names_in_field(field) == ((name,), ())


@pytest.mark.parametrize("nothing", [None, "", "   \n ", "na", "null"])
def test_the_uns_ways_to_say_nothing_are_no_names(nothing: str | None) -> None:
    assert one_line(nothing) == ""
    assert names_in_field(nothing) == ((), ())
    assert names_in_note(nothing) == ()


def test_the_korean_family_name_na_is_a_name() -> None:
    assert names_in_field("NA") == (("NA",), ())


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("original script: Абу Банат", ("Абу Банат",)),  # QDi.363
        ("Previously listed as. In Arabic: أبوبكر الجزائري ", ("أبوبكر الجزائري",)),  # QDi.058
        ("expires on 31 Aug. 2021; name in Arabic script: سالم مصطفى محمد", ("سالم مصطفى محمد",)),  # QDi.411
        # TAi.026
        (
            "Name in Latin script: Amir Khan Mutaqi, name in original script: اميرخان متقي ; expires 25 Sep.",
            ("Amir Khan Mutaqi", "اميرخان متقي"),
        ),
        # TAi.027, with other punctuation
        (
            "Name in Latin script, Abdul Salam Hanafi, name in original script; عبدالسلام حنفي",
            ("Abdul Salam Hanafi", "عبدالسلام حنفي"),
        ),
        (
            "Name in Latin script: Hedayatullah Hedayat, expires 29 Jul. 2025",
            ("Hedayatullah Hedayat",),
        ),  # TAi.147
        ("issued under name Muhammad Jamal Abdu", ("Muhammad Jamal Abdu",)),  # QDi.318
        ("expired 2 Feb. 2006, under the name of Akhter Mohmad", ("Akhter Mohmad",)),  # TAi.034
        ("issued for Djamel Mostefa, born on 25 Sep. 1973 in Mehdia", ("Djamel Mostefa",)),  # QDi.129
        # TAi.153
        ("Hajji Faizullah Khan Noorzai; Haji Fiazullah", ("Hajji Faizullah Khan Noorzai", "Haji Fiazullah")),
        # QDi.299
        (
            "born in 1971 in Samarra, Iraq (Ibrahim ‘Awad Ibrahim al-Badri\nal-Samarrai; Dr. Ibrahim Awwad)",
            ("Ibrahim ‘Awad Ibrahim al-Badri al-Samarrai", "Dr. Ibrahim Awwad"),
        ),
        (
            "(Abu Du’a; Abu Duaa’) prominently known by this nom de guerre",
            ("Abu Du’a", "Abu Duaa’"),
        ),  # QDi.299
    ],
)
def test_names_are_found_in_notes(note: str, names: tuple[str, ...]) -> None:
    assert names_in_note(note) == names


@pytest.mark.parametrize(
    "note",
    [
        "previously listed as",
        "nom de guerre",
        "issued by the sous-prefecture of police of Lorient, France",  # QDi.340
        "issued by National Registration Department of Malaysia; expired",
        "Passport number: B0515260; DOB: 1948; POB: Anefif (Kidal), Mali; Place of issue: Bamako",  # LYi.018
        "in Baghdad, Iraq (Nationality - Iraq)",  # IQi.085
        "The American",  # QDi.029: what the alias means
    ],
)
def test_a_note_without_names_gives_none(note: str) -> None:
    assert names_in_note(note) == ()


_PIECES = st.sampled_from([
    "Abu", "Anas", "al-Masri", "7", "M.", "قاسم", "سلیمانی", "Абу", "金铁三", "،",
    "; ", " ", ", ", " (", ") ", "(", ")",
    " b) ", '"', "“", "”", "’", "-", "/", "\n", "()",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=14).map("".join))
def test_no_word_of_a_field_is_lost(field: str) -> None:
    names, remarks = names_in_field(field)
    said = " ".join((*names, *remarks))
    assert set(re.findall(r"\w+", field)) - {"b"} <= set(re.findall(r"\w+", said))


@given(st.lists(_PIECES, max_size=14).map("".join))
@example("Abu (; قاسم; قاسم")
@example("Abu ( (; قاسم; )قاسم")
@example(") , ) ")
@example('", "')
@example(') "')
@example(' (قاسم ، b) "')
def test_a_name_taken_apart_is_not_taken_apart_again(field: str) -> None:
    for name in names_in_field(field)[0]:
        assert names_in_field(name)[0][:1] != ()
        assert name == " ".join(name.split())
        assert ";" not in re.sub(r"\(.*", "", name)
