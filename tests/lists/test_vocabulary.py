"""Every country and every programme that the authorities' own files name is known."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from namesake.model.countries import country_code
from namesake.sources.programmes import is_known

# What stands in country fields and is none, each as it stands.
NO_COUNTRIES = {
    "undetermined",
    "Region: Kafia Kingi",  # claimed by Sudan and South Sudan
    "Region: Commonwealth of Independent States",
    "UNKNOWN",
    "na",
    "null",
    "None Identified",
    # remarks, which the readers take apart or keep as text
    "Kuwaiti citizenship withdrawn in 2002",
    "United States. Also believed to hold Syrian nationality",
    "Sudanese by birth",
    "Possibly Ethiopian",
    "possibly Palestinian",
    "Sudan/South Sudan",
    "Sudan/or South Sudan",
    "Branch Office 11: Iran",
    "Iran / unknown",
    "Tunisian passport",
    "Indonesian passport",
}

XML_FILES = [
    "us-ofac-sdn/2021-03-10_sdn.xml",
    "us-ofac-sdn/2024-05-07_sdn.xml",
    "us-ofac-cons/2024-05-06_consolidated.xml",
    "us-ofac-cons/2026-01-08_consolidated.xml",
    "un-sc/un_consolidated_2018-10-29.xml",
    "un-sc/un_consolidated_2021-03-12.xml",
    "un-sc/un_consolidated_2026-08-01.xml",
    "eu-fsf/2021-03-02_full_1_1.xml",
    "eu-fsf/2024-05-13_full_1_1.xml",
]

CSV_FILES = [
    "us-ofac-sdn/2021-04_csv/sdn.csv",
    "us-ofac-sdn/2022-01_csv/sdn.csv",
    "us-ofac-cons/2024-08_csv/cons_prim.csv",
    "us-ofac-cons/2025-04_csv/cons_prim.csv",
]


def elements(path: Path) -> Iterator[tuple[str, etree._Element]]:
    for element in etree.parse(path, etree.XMLParser(huge_tree=False, resolve_entities=False)).iter("{*}*"):
        yield etree.QName(element).localname, element


def countries_of(path: Path) -> Iterator[str]:
    for name, element in elements(path):
        if name in ("country", "idCountry", "COUNTRY", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"):
            yield element.text or ""
        parent = element.getparent()
        if name == "VALUE" and parent is not None and etree.QName(parent).localname == "NATIONALITY":
            yield element.text or ""
        yield element.get("countryDescription", "")


@pytest.mark.parametrize("file", XML_FILES)
def test_every_country_in_a_list_is_known(shared: Path, file: str) -> None:
    met = {" ".join(text.split()) for text in countries_of(shared / "lists" / file)} - {""}
    assert len(met) > 20
    assert {text for text in met if country_code(text) is None} <= NO_COUNTRIES


def test_every_country_in_the_remarks_of_the_csv_is_known(shared: Path) -> None:
    met: set[str] = set()
    for file in ("2021-04_csv/sdn.csv", "2022-01_csv/sdn.csv"):
        text = (shared / "lists" / "us-ofac-sdn" / file).read_text("latin-1")
        for row in csv.reader(io.StringIO(text)):
            met.update(re.findall(r"(?:nationality|citizen) ([^;.]+)", row[11]) if len(row) > 11 else ())
    assert len(met) > 80
    assert {text for text in met if country_code(text) is None} <= NO_COUNTRIES


def test_the_eus_codes_and_descriptions_name_the_same_country(shared: Path) -> None:
    pairs = {
        (element.get("countryIso2Code", ""), element.get("countryDescription", ""))
        for file in XML_FILES[-2:]
        for _, element in elements(shared / "lists" / file)
    }
    met = {pair for pair in pairs if all(pair)}
    assert len(met) > 90
    assert {(code, name) for code, name in met if country_code(code) != country_code(name)} == set()


@pytest.mark.parametrize("file", XML_FILES)
def test_every_programme_in_a_list_is_in_the_table(shared: Path, file: str) -> None:
    met: set[tuple[str, str]] = set()
    for name, element in elements(shared / "lists" / file):
        if name == "program":
            met.add(("OFAC", element.text or ""))
        elif name == "UN_LIST_TYPE":
            met.add(("UN Security Council", element.text or ""))
        elif name == "regulation" and element.get("programme"):
            un = element.get("organisationType") == "un"
            authority = "UN Security Council" if un else "Council of the European Union"
            met.add((authority, element.get("programme", "")))
    assert len(met) > 9
    assert {pair for pair in met if not is_known(*pair)} == set()


def test_every_programme_in_the_csv_files_is_in_the_table(shared: Path) -> None:
    met: set[str] = set()
    for file in CSV_FILES:
        text = (shared / "lists" / file).read_text("latin-1")
        for row in csv.reader(io.StringIO(text)):
            if len(row) > 11:
                met.update(code.strip() for code in row[3].split("] ["))
    assert len(met) > 60
    assert {code for code in met if not is_known("OFAC", code)} == set()
