"""Countries are known by code, name and nationality, in the spellings of lists and of people."""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from random import Random
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.model.countries import country_code, country_name, like_countries

TABLE = [
    line.split("\t")
    for line in (pkgutil.get_data("namesake.model", "countries.tsv") or b"").decode().splitlines()
]
CODES = [row[0] for row in TABLE]
SPELLINGS = [(row[0], spelling) for row in TABLE for spelling in (*row[:3], *row[3].split(";")) if spelling]

CASES: Final = [
    # OFAC: <country>Korea, North</country>, "nationality Congo, Democratic Republic of the"
    ("Korea, North", "kp"),
    ("Korea, South", "kr"),
    ("Congo, Democratic Republic of the", "cd"),
    ("Congo, Republic of the", "cg"),
    ("Burma", "mm"),
    ("Palestinian", "ps"),
    ("Region: Crimea", "ua"),
    ("Region: Gaza", "ps"),
    ("Region: Northern Mali", "ml"),
    ("West Bank", "ps"),
    ("The Bahamas", "bs"),
    ("Bahamas, The", "bs"),
    ("The Gambia", "gm"),
    ("Cote d Ivoire", "ci"),
    ("Man, Isle of", "im"),
    ("Virgin Islands, British", "vg"),
    ("North Macedonia, The Republic of", "mk"),
    ("Macedonia, The Former Yugoslav Republic of", "mk"),
    ("Cabo Verde.  Previously Cape Verde.", "cv"),
    ("Netherlands Antilles", "anhh"),
    ("St. Kitts & Nevis", "kn"),
    ("Bosina-Herzegovina", "ba"),
    # UN
    ("Democratic People's Republic of Korea", "kp"),
    ("Syrian Arab Republic", "sy"),
    ("Iran (Islamic Republic of)", "ir"),
    ("Libyan Arab Jamahiriya", "ly"),
    ("United Kingdom of Great Britain and Northern\n                    Ireland", "gb"),
    ("China, Hong Kong Special Administrative Region", "hk"),
    ("RPDC", "kp"),
    ("Congo", "cg"),
    ("Saudi Arabian", "sa"),
    ("USSR (until 1991)", "suhh"),
    ("former Soviet Union", "suhh"),
    ("Libya (in custody)", "ly"),
    ("Bahrain (citizenship revoked in Jan. 2015)", "bh"),
    # EU
    ("KOREA, DEMOCRATIC PEOPLE'S REPUBLIC OF", "kp"),
    ("CONGO, Democratic Republic of (was Zaire)", "cd"),
    ("CONGO, People's Republic of", "cg"),
    ("BOSNIA AND HERZEGOWINA", "ba"),
    ("PALESTINIAN TERRITORY, Occupied", "ps"),
    ("TANZANIA, UNITED REPUBLIC OF", "tz"),
    ("VIRGIN ISLANDS (BRITISH)", "vg"),
    ("SERBIA AND MONTENEGRO", "csxx"),
    ("YUGOSLAVIA", "yucs"),
    ("CS", "csxx"),
    ("YU", "yucs"),
    # FollowTheMoney
    ("ua-cri", "ua"),
    ("ge-ab", "ge"),
    ("dd", "ddde"),
    ("zr", "cd"),
    ("suhh", "suhh"),
    ("xk", "xk"),
    # codes
    ("ir", "ir"),
    ("IRN", "ir"),
    (" Us ", "us"),
    ("UK", "gb"),
    ("EL", "gr"),
    ("XKX", "xk"),
    ("AND", "ad"),
    # nationalities
    ("Iranian", "ir"),
    ("Iraqi", "iq"),
    ("British", "gb"),
    ("Afghan", "af"),
    ("Nigerien", "ne"),
    ("Nigerian", "ng"),
    # the misspellings examiners try (OFAC's framework of 2019)
    ("Kuba", "cu"),
    ("Soudan", "sd"),
    # other languages and scripts
    ("Côte d’Ivoire", "ci"),
    ("CÔTE D'IVOIRE", "ci"),
    ("Türkiye", "tr"),
    ("TÜRKİYE", "tr"),
    ("Turkiye", "tr"),
    ("République démocratique du Congo", "cd"),
    ("Alemania", "de"),
    ("Deutschland", "de"),
    ("Россия", "ru"),
    ("Российская Федерация", "ru"),
    ("إيران", "ir"),
    ("ایران", "ir"),
    ("ايران", "ir"),
    ("سوريا", "sy"),
    ("ישראל", "il"),
    ("中国", "cn"),
    ("臺灣", "tw"),
    ("대한민국", "kr"),
    ("조선민주주의인민공화국", "kp"),
    ("Ελλάδα", "gr"),
    # however people write
    ("u.s.a.", "us"),
    ("the   Russian\tFederation", "ru"),
    ("south sudan", "ss"),
    ("SUDAN, SOUTH", "ss"),
    ("St Lucia", "lc"),
    ("Guinea (Bissau)", "gw"),
]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_a_country_is_known_by_the_spelling(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "()", "(", ")(", "the", "of", ";", "\t", "undetermined", "UNKNOWN", "N/A", "-0-",
        "None Identified", "00", "zz", "xyz", "Habana", "Havana", "Tehran", "Kigali", "Sinaloa",
        "Region: Kafia Kingi", "Region: Commonwealth of Independent States", "Sudan/South Sudan",
    ],
)  # fmt: skip
def test_what_is_no_country_has_no_code(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize(
    "text", ["Korea", "Congolese", "Dominican", "Virgin Islands", "Kurdistan", "Kashmir"]
)
def test_what_could_be_two_countries_is_neither(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize("text", ["Georgia (USA)", "Congo (RDC)", "Guinea (Gambia)"])
def test_a_bracket_that_names_another_country_is_not_passed_over(text: str) -> None:
    assert country_code(text) is None


def test_no_spelling_belongs_to_two_countries() -> None:
    wrong = [(code, spelling, country_code(spelling)) for code, spelling in SPELLINGS]
    assert [row for row in wrong if row[0] != row[2]] == []


def test_the_table_has_all_countries_of_iso_3166_and_the_documented_extensions() -> None:
    extensions = {"xk", "anhh", "cshh", "csxx", "ddde", "suhh", "yucs"}
    assert len(CODES) == len(set(CODES)) == 249 + len(extensions)
    assert extensions <= set(CODES)
    assert all(re.fullmatch("[a-z]{2}", code) for code in set(CODES) - extensions)
    assert all(re.fullmatch("[a-z]{3}", row[2]) for row in TABLE)
    assert max(Counter(row[2] for row in TABLE).values()) == 1


def test_every_country_has_a_name_to_show_that_leads_back_to_it() -> None:
    for code in CODES:
        assert country_code(country_name(code)) == code


@pytest.mark.parametrize(
    ("code", "name"),
    [("ir", "Iran"), ("ci", "Côte d'Ivoire"), ("kp", "North Korea"), ("suhh", "Soviet Union"), ("zz", "ZZ")],
)
def test_a_code_has_a_name_to_show(code: str, name: str) -> None:
    assert country_name(code) == name


@example(("ad", "and"), ",")
@given(st.sampled_from(SPELLINGS), st.sampled_from("  .,-"))
def test_law_case_and_punctuation_around_do_not_matter(row: tuple[str, str], mark: str) -> None:
    code, spelling = row
    for text in (spelling, spelling.lower(), spelling.upper() if spelling.isascii() else spelling):
        assert country_code(f"{mark}{text}{mark} ") == code


@given(st.sampled_from([row for row in SPELLINGS if row[1].isascii()]), st.randoms())
def test_law_the_order_of_words_does_not_matter(row: tuple[str, str], random: Random) -> None:
    code, spelling = row
    words = spelling.split()
    random.shuffle(words)
    assert country_code(" ".join(words)) == code


@given(st.text(max_size=40))
def test_law_any_text_has_a_known_code_or_none(text: str) -> None:
    assert country_code(text) in {None, *CODES}


@pytest.mark.parametrize(
    ("text", "like"),
    [
        ("Irann", ["Iran"]),
        ("Phillipinnes", ["Philippines"]),
        ("Deutchland", ["Germany"]),
        ("Korea", ["South Korea", "North Korea"]),
        ("Xyzzy", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_that_names_no_country_is_like_those_it_may_mean(text: str, like: list[str]) -> None:
    assert country_code(text) is None
    assert like_countries(text)[: len(like) or None] == like
