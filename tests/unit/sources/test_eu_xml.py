"""The EU's list becomes parties, every record of it."""

from __future__ import annotations

import datetime as dt

import pytest
import zstandard

from namesake.errors import ListError
from namesake.model.edition import Problem
from namesake.model.party import Party, Relation
from namesake.model.values import ListId, PartyId, Quality
from namesake.sources import eu_xml
from namesake.sources.files import ReceivedFile, from_bytes
from namesake.sources.reading import Reading, SourceFile

MADE = "2024-05-13T17:44:28.283+02:00"

# Facts of the record EU.27.28 in the edition of May 2024, shortened.
SADDAM = """<sanctionEntity designationDetails="" euReferenceNumber="EU.27.28" logicalId="13">
        <remark>UNSC RESOLUTION 1483</remark>
        <regulation regulationType="regulation" organisationType="commission" publicationDate="2003-07-08" \
entryIntoForceDate="2003-07-07" numberTitle="1210/2003 (OJ L169)" programme="IRQ" logicalId="348">
            <publicationUrl>http://eur-lex.europa.eu/x</publicationUrl>
        </regulation>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias firstName="" middleName="" lastName="" wholeName="Abou Ali" function="" title="" \
nameLanguage="FR" strong="true" regulationLanguage="en" logicalId="380"/>
        <nameAlias firstName="Saddam" middleName="" lastName="Hussein Al-Tikriti" \
wholeName="Saddam Hussein Al-Tikriti" gender="M" title="" nameLanguage="" strong="true" logicalId="17"/>
        <birthdate circa="false" calendarType="GREGORIAN" city="al-Awja, near Tikrit" birthdate="1937-04-28" \
year="1937" countryIso2Code="IQ" countryDescription="IRAQ"/>
    </sanctionEntity>"""


def entity(number: str = "EU.1.2", name: str = "Ahmad Ali", programme: str = "TAQA", more: str = "") -> str:
    return (
        f'<sanctionEntity euReferenceNumber="{number}" logicalId="7">'
        f'<regulation programme="{programme}" publicationDate="2020-12-08" numberTitle="2020/1998"/>'
        f'<subjectType classificationCode="P"/><nameAlias wholeName="{name}"/>{more}</sanctionEntity>'
    )


def eu_file(*entities: str, made: str = MADE) -> SourceFile:
    data = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="{made}" globalFileId="165424">\n'
        f"    {''.join(entities)}\n</export>"
    )
    return from_bytes("eu.xml", data.encode())


def read(file: SourceFile) -> tuple[Reading, list[Party], list[Problem]]:
    reading = eu_xml.read([file])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def test_a_record_is_read_whole() -> None:
    reading, (party,), problems = read(eu_file(SADDAM))
    assert problems == []
    assert (party.id, party.list, party.kind) == ("eu-fsf:EU.27.28", "eu-fsf", "Person")
    assert [(name.text, name.quality, name.language) for name in party.names] == [
        ("Saddam Hussein Al-Tikriti", Quality.PRIMARY, None),
        ("Abou Ali", Quality.STRONG, "fr"),
    ]
    assert [(decision.programme, decision.legal_basis) for decision in party.designations] == [
        ("IRQ", "EU 1210/2003 (OJ L169)")
    ]
    assert (party.birth_dates, party.birth_places) == (("1937-04-28",), ("al-Awja, near Tikrit, IRAQ",))
    assert party.notes == ("UNSC RESOLUTION 1483",)
    assert reading.seen == 1


def test_the_record_is_kept_as_it_stood_in_the_file() -> None:
    _, (party,), _ = read(eu_file(SADDAM))
    assert party.record == SADDAM


def test_the_edition_is_dated_as_it_dates_itself_in_brussels() -> None:
    reading, _, _ = read(eu_file(entity(), made="2021-03-02T00:28:05.354+01:00"))
    assert reading.published == dt.date(2021, 3, 2)
    assert reading.moment == "2021-03-02T00:28:05.354+01:00"
    assert (reading.list, reading.format, reading.lacks, reading.declared) == ("eu-fsf", "eu-xml", (), None)


def test_a_file_without_date_is_read_and_says_so() -> None:
    reading, (_,), (problem,) = read(eu_file(entity(), made="13/05/2024"))
    assert (reading.published, problem.lost) == (None, False)
    assert "'13/05/2024', is no date; give it with --published" in problem.message


def test_one_party_under_two_programmes_keeps_both_records() -> None:
    # EU.334.4, with two records in the edition of May 2024: under AFG and under TAQA.
    records = (
        entity("EU.334.4", "Asmatullah Asem", "AFG"),
        entity("EU.334.4", "Sayed Esmatullah Asem", "TAQA"),
    )
    _, parties, problems = read(eu_file(*records))
    assert problems == []
    assert [(party.id, party.designations[0].programme) for party in parties] == [
        ("eu-fsf:EU.334.4", "AFG"),
        ("eu-fsf:EU.334.4-TAQA", "TAQA"),
    ]
    assert parties[1].relations == (Relation("same as", "Asmatullah Asem", PartyId("eu-fsf:EU.334.4")),)
    assert parties[0].relations == ()


def test_a_number_given_three_times_under_two_programmes_loses_the_third() -> None:
    records = [
        entity("EU.334.4", name, programme)
        for name, programme in (("A", "AFG"), ("B", "TAQA"), ("C", "TAQA"))
    ]
    reading, parties, (problem,) = read(eu_file(*records))
    assert (reading.seen, len(parties)) == (3, 2)
    assert (problem.where, problem.lost, problem.record) == ("eu.xml EU.334.4", True, "EU.334.4")
    assert problem.message == "a second entry has the number and programme of 'B'; this one, 'C', is not kept"


def test_a_record_without_reference_number_has_the_eus_own_key() -> None:
    _, (party,), problems = read(eu_file(entity("")))
    assert (party.id, problems) == ("eu-fsf:7", [])


def test_a_record_without_number_or_name_is_lost_and_counted() -> None:
    numberless = entity("").replace('logicalId="7"', "")
    reading, (party,), problems = read(eu_file(numberless, entity("EU.3.4", name=" "), entity("EU.5.6")))
    assert (reading.seen, party.id) == (3, "eu-fsf:EU.5.6")
    assert [(problem.message, problem.lost, problem.record) for problem in problems] == [
        ("an entry without reference number is not kept", True, None),
        ("an entry without name is not kept", True, "EU.3.4"),
    ]
    assert problems[0].where == "eu.xml line 3"


def test_an_element_that_is_not_known_is_reported_once_and_kept_in_the_record() -> None:
    records = [
        entity(f"EU.{number}.1", more="<additionalInformation>x</additionalInformation>") for number in (1, 2)
    ]
    _, parties, (problem,) = read(eu_file(*records))
    assert (problem.field, problem.lost) == ("additionalInformation", False)
    assert all("<additionalInformation>x" in party.record for party in parties)


def test_a_control_character_is_replaced_and_reported() -> None:
    with eu_file(entity(name="Al Qa@ida")).open() as stream:
        data = stream.read().replace(b"@", b"\x19")
    _, (party,), (problem,) = read(from_bytes("eu.xml", data))
    assert party.name == "Al Qa ida"
    assert problem.where == f"eu.xml byte {data.index(0x19)}"


@pytest.mark.parametrize("share", [0.3, 0.5, 0.99])
def test_a_file_cut_in_half_is_refused(share: float) -> None:
    with eu_file(*(entity(f"EU.{number}.1") for number in range(1000))).open() as stream:
        data = stream.read()
    reading = eu_xml.read([from_bytes("eu.xml", data[: int(len(data) * share)])])
    with pytest.raises(ListError, match=r"eu\.xml breaks off or is damaged at line \d+"):
        list(reading.records)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"eu\.xml is not XML"),
        (b"fileGenerationDate;Entity_LogicalId\n", r"eu\.xml is not XML"),  # the EU's CSV
        (
            b'<export xmlns="http://eu.europa.ec/fpi/fsd/export"/>',
            r"eu\.xml holds no entries; download it again",
        ),
        (b"<CONSOLIDATED_LIST/>", r"begins with <CONSOLIDATED_LIST>, the EU's list with <export>"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><export>&b;</export>', "DOCTYPE"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        eu_xml.read([from_bytes("eu.xml", data)])


def test_a_packed_bomb_is_refused_while_it_is_read() -> None:
    head = b'<export xmlns="http://eu.europa.ec/fpi/fsd/export">' + entity().encode()
    raw = zstandard.ZstdCompressor().compress(head + (b"<!--" + b" " * (1 << 20) + b"-->") * 65)
    with pytest.raises(ListError, match="unpacks to more than 200 times"):
        list(eu_xml.read(ReceivedFile("eu.xml.zst", raw).members()).records)


def test_a_file_of_the_eu_cannot_be_another_list() -> None:
    with pytest.raises(
        ListError, match=r"eu\.xml is the EU's list \(eu-fsf\) and can't be un-sc; leave --list out"
    ):
        eu_xml.read([eu_file(entity())], ListId("un-sc"))
    assert eu_xml.read([eu_file(entity())], ListId("eu-fsf")).list == "eu-fsf"


def test_two_files_are_not_one_edition() -> None:
    with pytest.raises(ListError, match=r"one file and not 2 \(eu\.xml, eu\.xml\); add each by itself"):
        eu_xml.read([eu_file(entity())] * 2)


@pytest.mark.parametrize(
    ("data", "recognised"),
    [
        (b'<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="x">', True),
        (
            b"<?xml version='1.0'?>\n<f:export globalFileId='1' xmlns:f='http://eu.europa.ec/fpi/fsd/export'>",
            True,
        ),
        (b"<export><entity/></export>", False),
        (b'<exports xmlns="http://eu.europa.ec/fpi/fsd/export">', False),
        (b"", False),
    ],
)
def test_the_file_is_recognised_by_its_document_element(data: bytes, recognised: bool) -> None:
    assert eu_xml.recognises([from_bytes("x", data)]) is recognised


def test_several_files_are_not_recognised() -> None:
    assert not eu_xml.recognises([eu_file(entity())] * 2)
    assert not eu_xml.recognises([])
