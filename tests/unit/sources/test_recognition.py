"""Which files are one edition, and which reader they are for."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from namesake.errors import InputError, ListError
from namesake.model.values import ListId
from namesake.sources.recognition import READERS, Delivery, deliveries, reading_of
from tests.surface.making import OWN, eu_xml, gb_xml, ofac_xml, own_csv, un_xml
from tests.unit.sources.making_workbooks import xlsx
from tests.unit.sources.test_ofac_advanced import advanced_xml, party_xml
from tests.unit.sources.test_ofac_enhanced import enhanced_xml, entity_xml

NULLS = ",-0- " * 8
SDN_ROW = f'90001,"VARDANIS, Teodrik","individual","SDGT"{NULLS}\r\n\x1a'
ALT_ROW = '90001,7,"aka","WARDANIS, Teo",-0- \r\n\x1a'
ADD_ROW = '90001,9,"1 Quay","Baku","Azerbaijan",-0- \r\n\x1a'
CONLIST = "Last Updated,10/04/2025\r\nName 6,Name 1,Regime,Group ID\r\nVARDANIS,Teodrik,Russia,90001\r\n"
UKSL = "Report Date: 28-Jan-2026\r\nUnique ID,Name 6,Name type\r\nRUS9001,VARDANIS,Primary Name\r\n"
FTM_LINE = (
    '{"id":"Q1","schema":"Person","caption":"Teodrik Vardanis","datasets":["zz"],'
    '"properties":{"name":["Teodrik Vardanis"]}}\n'
)


def _file(folder: Path, name: str, content: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content.encode("latin-1"))
    return path


@pytest.mark.parametrize(
    ("make", "format"),
    [
        (ofac_xml, "ofac-xml"),
        (un_xml, "un-xml"),
        (eu_xml, "eu-xml"),
        (gb_xml, "gb-xml"),
        (own_csv, "own-csv"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_each_file_finds_its_reader_by_content_and_not_by_name(
    tmp_path: Path, make: Callable[..., Path], format: str, packed: bool
) -> None:
    path = make(tmp_path).rename(tmp_path / "anything.bin")
    if packed:
        path.write_bytes(gzip.compress(path.read_bytes()))
    (delivery,) = deliveries(path)
    assert delivery.name == "anything.bin"
    reading = reading_of(delivery, ListId("mine") if format == "own-csv" else None)
    assert reading.format == format


def test_ofac_csv_and_followthemoney_lines_find_their_readers(tmp_path: Path) -> None:
    (ofac,) = deliveries(_file(tmp_path, "sdn.csv", SDN_ROW))
    assert reading_of(ofac).format == "ofac-csv"
    (lines,) = deliveries(_file(tmp_path, "entities.ftm.json", FTM_LINE))
    assert reading_of(lines, ListId("zz")).list == "zz"


@pytest.mark.parametrize("packed", [False, True])
def test_ofacs_fuller_layouts_find_their_readers(tmp_path: Path, packed: bool) -> None:
    files = {"ofac-enhanced": enhanced_xml(entity_xml(1)), "ofac-advanced": advanced_xml(party_xml(1))}
    for format, file in files.items():
        with file.open() as stream:
            data = stream.read()
        path = tmp_path / format
        path.write_bytes(gzip.compress(data) if packed else data)
        (delivery,) = deliveries(path)
        assert (reading_of(delivery).format, reading_of(delivery).list) == (format, "us-ofac-sdn")


FURTHER = {
    "au-xlsx": xlsx(
        ["Reference", "Name of Individual or Entity", "Type", "Name Type"],
        [1, "Teodrik Vardanis", "Individual", "Primary Name"],
    ),
    "ca-xml": b"<data-set><record><Country>Iran</Country><LastName>Vardanis</LastName><Item>1</Item></record>"
    b"</data-set>",
    "ch-xml": b'<swiss-sanctions-list date="2024-01-17"><target ssid="1"/></swiss-sanctions-list>',
    "us-csl-csv": b"_id,source,entity_number,name,source_list_url\n1,SDN,1,Vardanis,x\n",
    "us-bis-dpl": b"Name\tEffective_Date\tStandard_Order\tFR_Citation\nVardanis\t05/13/2022\tY\tx\n",
}


@pytest.mark.parametrize("format", FURTHER)
def test_each_of_the_further_lists_finds_its_one_reader(tmp_path: Path, format: str) -> None:
    (tmp_path / "anything.bin").write_bytes(FURTHER[format])
    (delivery,) = deliveries(tmp_path / "anything.bin")
    claims = [reader.FORMAT for reader in READERS if reader.recognises(delivery.members())]
    # Any CSV with names could be a list of one's own, so that is asked last.
    assert claims[0] == format
    assert set(claims[1:]) <= {"own-csv"}
    reading = reading_of(delivery)
    assert reading.format == format
    records = list(reading.records)
    assert records
    assert reading.seen == 1


def test_a_folder_that_holds_a_workbook_beside_another_list_is_two_editions(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for name, format in (("a.xlsx", "au-xlsx"), ("b.xml", "ca-xml")):
        (folder / name).write_bytes(FURTHER[format])
    assert [reading_of(one).format for one in deliveries(folder)] == ["au-xlsx", "ca-xml"]


def test_no_two_readers_claim_the_same_file(tmp_path: Path) -> None:
    paths = [ofac_xml(tmp_path), un_xml(tmp_path), eu_xml(tmp_path), gb_xml(tmp_path), own_csv(tmp_path)]
    paths += [_file(tmp_path, "conlist.csv", CONLIST), _file(tmp_path, "uksl.csv", UKSL)]
    paths += [_file(tmp_path, "sdn.csv", SDN_ROW), _file(tmp_path, "lines.json", FTM_LINE)]
    for name, file in {"e.xml": enhanced_xml(entity_xml(1)), "a.xml": advanced_xml(party_xml(1))}.items():
        with file.open() as stream:
            paths.append(tmp_path / name)
            paths[-1].write_bytes(stream.read())
    for path in paths:
        (delivery,) = deliveries(path)
        assert sum(reader.recognises(delivery.members()) for reader in READERS) == 1, path.name


def test_every_reader_has_a_format_of_its_own() -> None:
    assert len({reader.FORMAT for reader in READERS}) == len(READERS)


def test_the_files_of_a_trio_are_one_edition(tmp_path: Path) -> None:
    folder = tmp_path / "trio"
    _file(folder, "sdn.csv", SDN_ROW), _file(folder, "alt.csv", ALT_ROW), _file(folder, "add.csv", ADD_ROW)
    (delivery,) = deliveries(folder)
    assert delivery.name == "trio"
    assert len(delivery.files) == 3


def test_files_that_do_not_belong_together_are_editions_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    un_xml(folder), ofac_xml(folder), eu_xml(folder)
    assert [one.name for one in deliveries(folder)] == ["consolidated.xml", "eu.xml", "sdn.xml"]


def test_a_folder_of_one_file_goes_by_the_folders_name(tmp_path: Path) -> None:
    un_xml(tmp_path / "un")
    (delivery,) = deliveries(tmp_path / "un")
    assert reading_of(delivery).list == "un-sc"


def test_an_edition_of_one_file_bears_the_files_checksum(tmp_path: Path) -> None:
    path = un_xml(tmp_path)
    (delivery,) = deliveries(path)
    assert delivery.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_edition_of_several_files_is_the_same_whatever_they_are_called(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    _file(one, "sdn.csv", SDN_ROW), _file(one, "alt.csv", ALT_ROW)
    _file(other, "z_main.csv", SDN_ROW), _file(other, "a_names.csv", ALT_ROW)
    assert deliveries(one)[0].sha256 == deliveries(other)[0].sha256
    _file(other, "a_names.csv", ALT_ROW.replace("Teo", "Theo"))
    assert deliveries(one)[0].sha256 != deliveries(other)[0].sha256


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("Dear all,\n", "letter.txt is no list that Namesake can read. It reads OFAC's SDN.XML"),
        ("<other/>", "letter.txt is no list that Namesake can read"),
        ("<!DOCTYPE html>\n<HTML><body>", "letter.txt is a web page and no list"),
        ('<?xml version="1.0"?><html xmlns="x">', "letter.txt is a web page and no list"),
        ("<!DOCTYPE other><other/>", r"letter.txt declares a document type \(DOCTYPE\)"),
    ],
)
def test_what_no_reader_knows_is_refused_with_what_it_seems_to_be(
    tmp_path: Path, content: str, message: str
) -> None:
    (delivery,) = deliveries(_file(tmp_path, "letter.txt", content))
    with pytest.raises(ListError, match=message):
        reading_of(delivery)


def test_a_list_of_ones_own_needs_a_name(tmp_path: Path) -> None:
    (delivery,) = deliveries(own_csv(tmp_path))
    with pytest.raises(ListError, match="does not say which list it is; name yours with --list"):
        reading_of(delivery)
    assert reading_of(delivery, ListId("mine")).list == "mine"


def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        deliveries(tmp_path / "absent")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="is a folder without a file in it"):
        deliveries(tmp_path / "empty")


def test_a_delivery_reads_the_same_each_time(tmp_path: Path) -> None:
    (delivery,) = deliveries(own_csv(tmp_path, OWN))
    assert isinstance(delivery, Delivery)
    first = list(reading_of(delivery, ListId("mine")).records)
    assert first == list(reading_of(delivery, ListId("mine")).records)
    assert len(first) == 3
