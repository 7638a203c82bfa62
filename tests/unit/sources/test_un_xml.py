"""The UN's consolidated list becomes parties, every entry of it."""

from __future__ import annotations

import datetime as dt
import gzip

import pytest

from namesake.errors import ListError
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Effect, Party, Relation
from namesake.model.values import (
    Address,
    CountryRole,
    Detail,
    Gender,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources import un_xml
from namesake.sources.files import ReceivedFile, from_bytes
from namesake.sources.reading import Reading, SourceFile

MADE = "2026-08-01T23:00:03.110Z"

# Facts of the entry IRi.039 in the edition of August 2026.
SOLEIMANI = """<INDIVIDUAL>
  <DATAID>6907980</DATAID><VERSIONNUM>1</VERSIONNUM>
  <FIRST_NAME>QASEM</FIRST_NAME><SECOND_NAME>SOLEIMANI</SECOND_NAME>
  <UN_LIST_TYPE>Iran</UN_LIST_TYPE><REFERENCE_NUMBER>IRi.039</REFERENCE_NUMBER>
  <LISTED_ON>2007-03-24</LISTED_ON>
  <COMMENTS1>Promoted to Major General, retaining his position. [Old Reference # I.47.D.6]</COMMENTS1>
  <DESIGNATION><VALUE>a) Brigadier General b) Commander of Qods force</VALUE></DESIGNATION>
  <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
  <LAST_DAY_UPDATED><VALUE>2014-12-17</VALUE><VALUE></VALUE></LAST_DAY_UPDATED>
  <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Qasim Soleimani; Qasem
    Sulaimani</ALIAS_NAME></INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Haj Qasem; Sardar Soleimani</ALIAS_NAME>
  </INDIVIDUAL_ALIAS>
  <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
  <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1957-03-11</DATE></INDIVIDUAL_DATE_OF_BIRTH>
  <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Qom</CITY><COUNTRY>Iran (Islamic Republic of)</COUNTRY>
  </INDIVIDUAL_PLACE_OF_BIRTH>
  <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>008827</NUMBER>
    <ISSUING_COUNTRY>Iran (Islamic Republic of)</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
  <SORT_KEY/><SORT_KEY_LAST_MOD/>
</INDIVIDUAL>"""


def person(number: str = "QDi.901", *parts: str, name: str = "AHMAD ALI") -> str:
    return (
        f"<INDIVIDUAL><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{number}</REFERENCE_NUMBER>{''.join(parts)}</INDIVIDUAL>"
    )


def entity(number: str = "QDe.901", *parts: str, name: str = "SOME TRUST") -> str:
    return person(number, *parts, name=name).replace("INDIVIDUAL>", "ENTITY>")


def group(tag: str, **fields: str) -> str:
    return f"<{tag}>{''.join(f'<{name}>{text}</{name}>' for name, text in fields.items())}</{tag}>"


def born(**fields: str) -> str:
    return group("INDIVIDUAL_DATE_OF_BIRTH", **fields)


def alias(**fields: str) -> str:
    return group("INDIVIDUAL_ALIAS", **fields)


def un_file(*entries: str, made: str = MADE) -> SourceFile:
    data = (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        f"<CONSOLIDATED_LIST xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' dateGenerated='{made}'>"
        f"<INDIVIDUALS>{''.join(entry for entry in entries if 'INDIVIDUAL>' in entry)}</INDIVIDUALS>"
        f"<ENTITIES>{''.join(entry for entry in entries if 'INDIVIDUAL>' not in entry)}</ENTITIES>"
        "</CONSOLIDATED_LIST>"
    )
    return from_bytes("un.xml", data.encode())


def read(file: SourceFile) -> tuple[Reading, list[Party], list[Problem]]:
    reading = un_xml.read([file])
    records = list(reading.records)
    parties = [record for record in records if isinstance(record, Party)]
    problems = [record for record in records if isinstance(record, Problem)]
    assert reading.seen == len(parties) + sum(problem.lost for problem in problems)
    return reading, parties, problems


def one(*entries: str) -> Party:
    _, (party,), problems = read(un_file(*entries))
    assert problems == []
    return party


def test_an_entry_is_read_whole() -> None:
    party = one(SOLEIMANI)
    assert (party.id, party.list, party.kind) == ("un-sc:IRi.039", "un-sc", Kind.PERSON)
    assert party.names == (
        Name("QASEM SOLEIMANI", Quality.PRIMARY),
        Name("Qasim Soleimani"),
        Name("Qasem Sulaimani"),
        Name("Haj Qasem", Quality.WEAK),
        Name("Sardar Soleimani", Quality.WEAK),
    )
    (decision,) = party.designations
    assert (decision.authority, decision.programme) == ("UN Security Council", "Iran")
    assert (decision.listed_on, decision.amended_on) == ("2007-03-24", ("2014-12-17",))
    assert party.birth_dates == (PartialDate("1957-03-11"),)
    assert party.birth_places == ("Qom, Iran (Islamic Republic of)",)
    assert [(country.code, country.role) for country in party.countries] == [("ir", CountryRole.BIRTH)]
    assert [(paper.type, paper.value, paper.country) for paper in party.identifiers] == [
        (IdentifierType.PASSPORT, "008827", "ir")
    ]
    assert party.positions == ("Brigadier General", "Commander of Qods force")
    assert (party.addresses, party.relations, party.details) == ((), (), ())
    assert party.notes == ("Promoted to Major General, retaining his position. [Old Reference # I.47.D.6]",)


def test_the_record_is_kept_as_it_stood_in_the_file() -> None:
    assert one(SOLEIMANI).record == SOLEIMANI.replace("<VALUE></VALUE>", "<VALUE/>")


def test_the_edition_is_dated_by_the_day_where_it_was_made() -> None:
    # Midnight in Greenwich had passed: the edition of 12 March 2021 is that of the twelfth.
    reading, _, _ = read(un_file(person(), made="2021-03-12T19:03:54.942-05:00"))
    assert reading.published == dt.date(2021, 3, 12)
    assert reading.moment == "2021-03-12T19:03:54.942-05:00"
    assert (reading.list, reading.format, reading.lacks) == ("un-sc", "un-xml", ())


def test_a_file_without_date_is_read_and_says_so() -> None:
    reading, (_,), (problem,) = read(un_file(person(), made="soon"))
    assert reading.published is None
    assert "'soon', is no date; give it with --published" in problem.message


def test_individuals_are_persons_and_entities_organisations() -> None:
    _, parties, _ = read(un_file(person(), entity()))
    assert [(party.id, party.kind) for party in parties] == [
        ("un-sc:QDi.901", Kind.PERSON),
        ("un-sc:QDe.901", Kind.ORGANIZATION),
    ]


@pytest.mark.parametrize(
    ("quality", "read_as"),
    [
        ("Good", Quality.STRONG),
        ("Low", Quality.WEAK),
        ("a.k.a.", Quality.STRONG),
        ("f.k.a.", Quality.FORMER),
        ("", Quality.STRONG),
    ],
)
def test_the_quality_of_an_alias_is_the_uns(quality: str, read_as: Quality) -> None:
    names = one(person("QDi.901", alias(QUALITY=quality, ALIAS_NAME="Abu Anas"))).names
    assert names == (Name("AHMAD ALI", Quality.PRIMARY), Name("Abu Anas", read_as))


def test_an_unknown_quality_counts_as_strong_and_is_reported() -> None:
    _, (party,), (problem,) = read(un_file(person("QDi.901", alias(QUALITY="Medium", ALIAS_NAME="Abu Anas"))))
    assert party.names[1] == Name("Abu Anas", Quality.STRONG)
    assert (problem.where, problem.field, problem.lost) == ("un.xml QDi.901", "QUALITY", False)
    assert "'Medium' is not known here" in problem.message


def test_a_name_given_twice_is_kept_once_at_its_better_quality() -> None:
    parts = alias(QUALITY="Low", ALIAS_NAME="Abu Anas"), alias(QUALITY="Good", ALIAS_NAME="Abu  Anas")
    assert one(person("QDi.901", *parts)).names[1:] == (Name("Abu Anas", Quality.STRONG),)


def test_names_in_original_script_are_names() -> None:
    party = one(person("QDi.901", "<NAME_ORIGINAL_SCRIPT>قاسم سلیمانی</NAME_ORIGINAL_SCRIPT>"))
    assert [(name.text, name.script) for name in party.names[1:]] == [("قاسم سلیمانی", "Arab")]


def test_names_on_documents_and_in_notes_are_names() -> None:
    # QDi.318 and QDi.309
    party = one(
        person(
            "QDi.901",
            alias(QUALITY="Low", ALIAS_NAME="عبد الرحمن", NOTE="Abdul Rehman; Abd Ur-Rehman"),
            group(
                "INDIVIDUAL_DOCUMENT",
                TYPE_OF_DOCUMENT="Passport",
                NUMBER="6487",
                NOTE="issued under name Jamal Abdu",
            ),
        )
    )
    assert party.names[1:] == (
        Name("عبد الرحمن", Quality.WEAK),
        Name("Abdul Rehman", Quality.WEAK),
        Name("Abd Ur-Rehman", Quality.WEAK),
        Name("Jamal Abdu", Quality.STRONG),
    )
    assert Detail("note on the passport 6487", "issued under name Jamal Abdu") in party.details


def test_four_parts_make_one_name_and_na_is_no_part() -> None:
    # TAi.153 has the fourth name `na`
    entry = (
        "<INDIVIDUAL><FIRST_NAME>FAIZULLAH</FIRST_NAME><SECOND_NAME>KHAN</SECOND_NAME><THIRD_NAME>NOORZAI</THIRD_NAME>"
        "<FOURTH_NAME>na</FOURTH_NAME><REFERENCE_NUMBER> TAi.153 </REFERENCE_NUMBER></INDIVIDUAL>"
    )
    party = one(entry)
    assert (party.id, party.name) == ("un-sc:TAi.153", "FAIZULLAH KHAN NOORZAI")


def test_two_names_of_an_entity_are_told_apart() -> None:
    party = one(entity("CDe.003", name="COMPAGNIE AERIENNE (CAGL) ; GREAT LAKES BUSINESS COMPANY (GLBC)"))
    assert party.names == (
        Name("COMPAGNIE AERIENNE (CAGL)", Quality.PRIMARY),
        Name("GREAT LAKES BUSINESS COMPANY (GLBC)"),
    )


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"TYPE_OF_DATE": "EXACT", "DATE": "1957-03-11"}, "1957-03-11"),
        (
            {"TYPE_OF_DATE": "EXACT", "DATE": "1957-03-11-04:00"},
            "1957-03-11",
        ),  # with an offset from Greenwich
        ({"TYPE_OF_DATE": "EXACT", "YEAR": "1957"}, "1957"),
        ({"TYPE_OF_DATE": "APPROXIMATELY", "YEAR": "1957"}, "1957~"),
        ({"TYPE_OF_DATE": "BETWEEN", "FROM_YEAR": "1955", "TO_YEAR": "1958"}, "1955/1958"),
        # TAi.002
        (
            {"TYPE_OF_DATE": "BETWEEN", "FROM_YEAR": "1955", "TO_YEAR": "1958", "NOTE": "Approximately "},
            "1955~/1958~",
        ),
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "Nov. 1973 "}, "1973-11"),  # CDi.004
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "August 1961 "}, "1961-08"),  # CFi.009
        ({"TYPE_OF_DATE": "EXACT", "YEAR": "1958", "NOTE": "Sep."}, "1958-09"),  # QDi.395
        ({"TYPE_OF_DATE": "EXACT", "NOTE": "Between Aug. and Sep. 1977"}, "1977"),  # QDi.306
        (
            {"TYPE_OF_DATE": "EXACT", "DATE": "1979-03-03", "NOTE": "from false passport"},
            "1979-03-03",
        ),  # QDi.295
    ],
)
def test_birth_dates_keep_their_precision(fields: dict[str, str], date: str) -> None:
    assert one(person("QDi.901", born(**fields))).birth_dates == (PartialDate(date),)


@pytest.mark.parametrize(
    "fields",
    [
        {"TYPE_OF_DATE": "APPROXIMATELY", "NOTE": "30-35 years old"},  # LYi.022
        {"TYPE_OF_DATE": "EXACT", "NOTE": "24/06/1402 (Hijri Calendar)"},  # QDi.291
        {"TYPE_OF_DATE": "EXACT"},
        {},
    ],
)
def test_what_is_no_date_gives_none_and_its_note_is_kept(fields: dict[str, str]) -> None:
    party = one(person("QDi.901", born(**fields)))
    assert party.birth_dates == ()
    assert [detail.value for detail in party.details] == [
        note for tag, note in fields.items() if tag == "NOTE"
    ]


def test_an_impossible_birth_date_is_left_out_and_reported() -> None:
    _, (party,), (problem,) = read(un_file(person("QDi.901", born(TYPE_OF_DATE="EXACT", DATE="1974-02-30"))))
    assert party.birth_dates == ()
    assert (problem.record, problem.lost) == ("QDi.901", False)
    assert "'1974-02-30'" in problem.message


def test_birth_facts_of_an_alias_are_the_partys() -> None:
    # TAi.150, TAi.101 and CFi.009
    party = one(
        person(
            "QDi.901",
            alias(
                QUALITY="Good",
                ALIAS_NAME="A",
                DATE_OF_BIRTH="1958 - 1964",
                CITY_OF_BIRTH="Tunis",
                COUNTRY_OF_BIRTH="Tunisia",
            ),
            alias(QUALITY="Good", ALIAS_NAME="Mohammad Ishaq Akhund born in 1963"),
            alias(QUALITY="Good", ALIAS_NAME="B", DATE_OF_BIRTH="null", NOTE="born 16 Dec. 1948, in Izo"),
        )
    )
    assert party.birth_dates == ("1958/1964", "1963", "1948-12-16")
    assert party.birth_places == ("Tunis, Tunisia",)
    assert party.names[2].text == "Mohammad Ishaq Akhund"


def test_an_impossible_span_of_an_alias_is_left_out_and_reported() -> None:
    entry = person("QDi.901", alias(QUALITY="Good", ALIAS_NAME="A", DATE_OF_BIRTH="1964 - 1958"))
    _, (party,), (problem,) = read(un_file(entry))
    assert (party.birth_dates, problem.lost, problem.field) == ((), False, "DATE_OF_BIRTH")


def test_nationalities_and_places_keep_what_the_code_does_not_say() -> None:
    values = "<VALUE>Bahrain (citizenship revoked in Jan. 2015)</VALUE><VALUE>Mars</VALUE>"
    nationality = f"<NATIONALITY>{values}</NATIONALITY>"
    party = one(
        person(
            "QDi.901", nationality, group("INDIVIDUAL_PLACE_OF_BIRTH", STATE_PROVINCE="Kivu", NOTE="north")
        )
    )
    assert [(country.code, country.text) for country in party.countries] == [
        ("bh", "Bahrain (citizenship revoked in Jan. 2015)"),
        (None, "Mars"),
    ]
    assert party.birth_places == ("Kivu (north)",)


def test_addresses_keep_their_note() -> None:
    party = one(
        entity(
            "QDe.901",
            group(
                "ENTITY_ADDRESS", STREET="PO BOX 315", CITY="Goma", COUNTRY="Democratic Republic of the Congo"
            ),
            group("ENTITY_ADDRESS", CITY="Sabratha", ZIP_CODE="7", NOTE="previous location"),
            group("ENTITY_ADDRESS", NOTE="Operates in Lebanon"),
            group("ENTITY_ADDRESS", COUNTRY=""),
        )
    )
    assert party.addresses == (
        Address("PO BOX 315, Goma, Democratic Republic of the Congo", "PO BOX 315", "Goma", country="cd"),  # type: ignore[arg-type]
        Address("Sabratha, 7 (previous location)", city="Sabratha", postcode="7"),
        Address("Operates in Lebanon"),
    )


@pytest.mark.parametrize(
    ("parts", "gender"),
    [
        ("<GENDER>MALE</GENDER>", (Gender.MALE,)),
        ("<GENDER>Female</GENDER><COMMENTS1>Gender: Female.</COMMENTS1>", (Gender.FEMALE,)),
        ("<GENDER>Unknown</GENDER>", ()),
        ("<COMMENTS1>Gender [Male].</COMMENTS1>", (Gender.MALE,)),
    ],
)
def test_a_gender_is_read_from_its_field_and_the_comments(parts: str, gender: tuple[Gender, ...]) -> None:
    assert one(person("QDi.901", parts)).genders == gender


def test_comments_give_relations_basis_numbers_and_addresses_on_the_net() -> None:
    comments = (
        "Listed pursuant to paragraph 17 of resolution 1970. Linked to Al-Qaida (QDe.004). SWIFT: DCBKKPPY. "
        "Website: http://example.org/."
    )
    party = one(entity("QDe.901", f"<COMMENTS1>{comments}</COMMENTS1>"))
    assert party.relations == (Relation("mentioned in comments", "Al-Qaida", PartyId("un-sc:QDe.004")),)
    assert party.designations[0].legal_basis == "paragraph 17 of resolution 1970"
    assert [(number.type, number.value) for number in party.identifiers] == [(IdentifierType.BIC, "DCBKKPPY")]
    assert [contact.value for contact in party.contacts] == ["http://example.org/"]
    assert party.notes == (comments,)


def test_the_smaller_fields_are_details() -> None:
    parts = (
        "<SUBMITTED_BY>Germany</SUBMITTED_BY><SUBMITTED_ON>2009-07-17</SUBMITTED_ON><HAS_INTERPOL_LINK>YES</HAS_INTERPOL_LINK>"
        "<INTERPOL_LINK>https://www.interpol.int/x</INTERPOL_LINK><TITLE><VALUE>Mullah</VALUE></TITLE>"
    )
    party = one(person("QDi.901", parts))
    assert party.titles == ("Mullah",)
    assert party.details == (
        Detail("submitted by", "Germany"),
        Detail("submitted on", "2009-07-17"),
        Detail("INTERPOL notice", "https://www.interpol.int/x"),
    )


def test_a_document_without_number_is_a_detail() -> None:
    paper = group(
        "INDIVIDUAL_DOCUMENT", TYPE_OF_DOCUMENT="Passport", ISSUING_COUNTRY="Egypt", NOTE="issued in 1993"
    )
    party = one(person("QDi.901", paper))
    assert party.identifiers == ()
    assert party.details == (
        Detail("note on the passport", "issued in 1993"),
        Detail("document", "Passport, Egypt, issued in 1993"),
    )


def test_dates_of_listing_and_delisting_are_days() -> None:
    party = one(
        person("QDi.901", "<LISTED_ON>2014-07-02-04:00</LISTED_ON><DELISTED_ON>2020-01-01</DELISTED_ON>")
    )
    assert (party.designations[0].listed_on, party.designations[0].delisted_on) == (
        "2014-07-02",
        "2020-01-01",
    )


def test_a_damaged_date_of_listing_is_left_out_and_reported() -> None:
    _, (party,), (problem,) = read(un_file(person("QDi.901", "<LISTED_ON>02.07.2014</LISTED_ON>")))
    assert party.designations[0].listed_on is None
    assert problem.message == "'02.07.2014' is no date; it is left out"


def test_an_entry_without_number_or_name_is_lost_and_counted() -> None:
    nameless = "<INDIVIDUAL><REFERENCE_NUMBER>QDi.902</REFERENCE_NUMBER></INDIVIDUAL>"
    reading, parties, problems = read(un_file(person(""), nameless, person("QDi.903")))
    assert (reading.seen, [party.id for party in parties]) == (3, ["un-sc:QDi.903"])
    assert [(problem.message, problem.lost, problem.record) for problem in problems] == [
        ("an entry without reference number is not kept", True, None),
        ("an entry without name is not kept", True, "QDi.902"),
    ]
    assert problems[0].where == "un.xml line 2"


def test_an_entry_with_only_an_alias_is_kept_under_it() -> None:
    only = alias(QUALITY="Low", ALIAS_NAME="Abu")
    entry = f"<INDIVIDUAL><REFERENCE_NUMBER>QDi.902</REFERENCE_NUMBER>{only}</INDIVIDUAL>"
    assert one(entry).names == (Name("Abu", Quality.PRIMARY),)


def test_a_number_given_twice_is_lost_the_second_time_and_names_both() -> None:
    reading, (party,), (problem,) = read(un_file(person("QDi.901"), person("QDi.901", name="OMAR")))
    assert (reading.seen, party.name, problem.lost) == (2, "AHMAD ALI", True)
    assert problem.message == "a second entry has the number of 'AHMAD ALI'; this one, 'OMAR', is not kept"


def test_an_element_that_is_not_known_is_reported_once_and_kept_in_the_record() -> None:
    entries = [person(f"QDi.90{number}", "<EYES>brown</EYES>") for number in (1, 2)]
    _, parties, (problem,) = read(un_file(*entries))
    assert "<EYES> is not known here" in problem.message
    assert all("<EYES>brown</EYES>" in party.record for party in parties)


def test_a_stray_control_character_is_replaced_and_reported() -> None:
    with un_file(
        person("QDi.901", "<NAME_ORIGINAL_SCRIPT>قاسم</NAME_ORIGINAL_SCRIPT><COMMENTS1>Qa@ida</COMMENTS1>")
    ).open() as stream:
        data = stream.read().replace(b"@", b"\x19")
    _, (party,), (problem,) = read(from_bytes("un.xml", data))
    assert party.notes == ("Qa ida",)
    assert (problem.where, problem.lost) == (f"un.xml byte {data.index(0x19)}", False)
    assert "0x19" in problem.message


def test_a_file_of_cut_letters_is_made_whole_and_reported() -> None:
    with un_file(
        person(
            "QDi.901",
            "<NAME_ORIGINAL_SCRIPT>قاسم سليماني</NAME_ORIGINAL_SCRIPT><COMMENTS1>Al Qa’ida</COMMENTS1>",
        )
    ).open() as stream:
        text = stream.read().decode()
    _, (party,), (problem,) = read(from_bytes("un.xml", bytes(ord(char) & 0xFF for char in text)))
    assert [name.text for name in party.names] == ["AHMAD ALI", "قاسم سليماني"]
    assert party.notes == ("Al Qa’ida",)
    assert "cut to their last byte" in problem.message


@pytest.mark.parametrize("share", [0.3, 0.5, 0.99])
def test_a_file_cut_in_half_is_refused(share: float) -> None:
    with un_file(*(person(f"QDi.{number:04d}") for number in range(1000))).open() as stream:
        data = stream.read()
    reading = un_xml.read([from_bytes("un.xml", data[: int(len(data) * share)])])
    with pytest.raises(ListError, match=r"un\.xml breaks off or is damaged at line \d+"):
        list(reading.records)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", r"un\.xml is not XML"),
        (b"CONSOLIDATED_LIST", r"un\.xml is not XML"),
        (b"<CONSOLIDATED_LIST/>", r"un\.xml holds no entries; download it again"),
        (b"<sdnList/>", r"begins with <sdnList>, the UN's list with <CONSOLIDATED_LIST>"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>', "DOCTYPE"),
    ],
)
def test_what_is_no_such_file_is_refused_at_once(data: bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        un_xml.read([from_bytes("un.xml", data)])


def test_a_file_of_the_un_cannot_be_another_list() -> None:
    with pytest.raises(
        ListError, match=r"un\.xml is the UN's list \(un-sc\) and can't be us-ofac-sdn; leave --list out"
    ):
        un_xml.read([un_file(person())], ListId("us-ofac-sdn"))
    assert un_xml.read([un_file(person())], ListId("un-sc")).list == "un-sc"


def test_two_files_are_not_one_edition() -> None:
    with pytest.raises(ListError, match=r"one file and not 2 \(un\.xml, un\.xml\); add each by itself"):
        un_xml.read([un_file(person()), un_file(person())])


@pytest.mark.parametrize(
    ("data", "recognised"),
    [
        (b"<CONSOLIDATED_LIST dateGenerated='2026-08-01'>", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- UN -->\n<CONSOLIDATED_LIST>", True),
        (b"<CONSOLIDATED_LISTS>", False),
        (b"<sdnList><!-- <CONSOLIDATED_LIST> --></sdnList>", False),
        (b"", False),
    ],
)
def test_the_file_is_recognised_by_its_document_element(data: bytes, recognised: bool) -> None:
    assert un_xml.recognises([from_bytes("x", data)]) is recognised


def test_several_files_are_not_recognised() -> None:
    assert not un_xml.recognises([un_file(person())] * 2)
    assert not un_xml.recognises([])


def test_an_entity_bomb_in_a_packed_file_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><CONSOLIDATED_LIST>&c;</CONSOLIDATED_LIST>'
    with pytest.raises(ListError, match="declares a document type"):
        un_xml.read(ReceivedFile("un.xml.gz", gzip.compress(bomb)).members())


def test_a_basis_that_names_one_measure_gives_that_one_only() -> None:
    # YEe.001 THE HOUTHIS, <COMMENTS1>
    comments = (
        "Listed pursuant to paragraph 5 of resolution 2624 (2022) as subject to the measures imposed by "
        "paragraph 14 of resolution 2216 (2015) (targeted arms embargo). The Houthis have engaged in acts"
    )
    houthis = entity("YEe.001", f"<COMMENTS1>{comments}</COMMENTS1>", "<UN_LIST_TYPE>Yemen</UN_LIST_TYPE>")
    assert one(houthis).designations[0].effects == (Effect.ARMS_EMBARGO,)


def test_a_travel_ban_falls_on_persons_only() -> None:
    (banned,) = one(person()).designations
    (not_banned,) = one(entity()).designations
    assert Effect.TRAVEL_BAN in banned.effects
    assert Effect.TRAVEL_BAN not in not_banned.effects
    assert Effect.ASSET_FREEZE in not_banned.effects
