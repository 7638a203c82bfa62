"""Small lists of invented parties in the layouts of their publishers, as a user would have them on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

OWN = """\
id,name,kind,birth_date,countries,identifiers,aliases,weak_aliases,notes
1,"VARDANIS, Teodrik",Person,1957-03-11,Iran,passport:A1234567@ir,Teo Wardanis,Quellimbar,
2,Orsolax Maritime Holding,Company,,pa,,Orsolax Marine,,
3,"ZEMBRANO, Ulviya",Person,1980,az,,,,"<b>[red]loud[/red]</b>"
"""


def own_csv(folder: Path, text: str = OWN, name: str = "own.csv") -> Path:
    return _written(folder / name, text)


def ofac_xml(
    folder: Path,
    *,
    published: str = "03/10/2021",
    entries: Sequence[tuple[int, str, str]] = (
        (90001, "Teodrik", "VARDANIS"),
        (90002, "", "ORSOLAX MARITIME"),
    ),
    name: str = "sdn.xml",
    prolog: str = '<?xml version="1.0" standalone="yes"?>\n',
) -> Path:
    parties = "".join(_ofac_entry(*entry) for entry in entries)
    return _written(
        folder / name,
        f'{prolog}<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>{published}'
        f"</Publish_Date><Record_Count>{len(entries)}</Record_Count></publshInformation>{parties}</sdnList>",
    )


def un_xml(folder: Path, *, generated: str = "2021-02-01T12:00:00", name: str = "consolidated.xml") -> Path:
    return _written(
        folder / name,
        f"""<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="{generated}">
<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM>
<FIRST_NAME>ULVIYA</FIRST_NAME><SECOND_NAME>ZEMBRANO</SECOND_NAME>
<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.901</REFERENCE_NUMBER>
<LISTED_ON>2019-05-02</LISTED_ON>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1980-06-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>
</INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>2</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>QUELLIMBAR FRONT</FIRST_NAME>
<UN_LIST_TYPE>Al-Qaida</UN_LIST_TYPE><REFERENCE_NUMBER>QDe.902</REFERENCE_NUMBER>
<LISTED_ON>2020-01-07</LISTED_ON></ENTITY></ENTITIES>
</CONSOLIDATED_LIST>""",
    )


def eu_xml(folder: Path, *, generated: str = "2021-03-02T10:00:00.000+01:00", name: str = "eu.xml") -> Path:
    return _written(
        folder / name,
        f"""<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="{generated}" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.9001.1" logicalId="1">
<regulation regulationType="amendment" organisationType="council" publicationDate="2020-01-09"
 entryIntoForceDate="2020-01-09" numberTitle="2020/0001 (OJ L1)" programme="IRN" logicalId="2">
<publicationUrl>http://example.org/act</publicationUrl></regulation>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Brimoald" middleName="" lastName="Estevarre" wholeName="Brimoald Estevarre" function=""
 gender="M" title="" nameLanguage="" strong="true" regulationLanguage="en" logicalId="3"/>
</sanctionEntity></export>""",
    )


def gb_xml(folder: Path, *, generated: str = "01/03/2021", name: str = "uk.xml") -> Path:
    return _written(
        folder / name,
        f"""<?xml version="1.0" encoding="utf-8"?>
<Designations><DateGenerated>{generated}</DateGenerated>
<Designation><DateDesignated>24/02/2021</DateDesignated><UniqueID>RUS9001</UniqueID>
<Names><Name><Name1>Osgrim</Name1><Name6>TALVERSON</Name6><NameType>Primary Name</NameType></Name></Names>
<RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip><SanctionsImposed>Asset freeze</SanctionsImposed>
</Designation></Designations>""",
    )


def gb_csv(folder: Path, *, updated: str = "10/04/2025", name: str = "ConList.csv") -> Path:
    """OFSI's former list, of one person."""
    told = {
        "Name 6": "TALVERSON", "Name 1": "Osgrim", "Group Type": "Individual", "Alias Type": "Primary name",
        "Regime": "Russia", "Listed On": "24/02/2021", "Group ID": "90001",
    }  # fmt: skip
    row = ",".join(told.get(column, "") for column in _OFSI.split(","))
    return _written(folder / name, f"Last Updated,{updated}\n{_OFSI}\n{row}\n")


_OFSI = (
    "Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,"
    "Non-Latin Script Language,DOB,Town of Birth,Country of Birth,Nationality,Passport Number,"
    "Passport Details,National Identification Number,National Identification Details,Position,"
    "Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,"
    "Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,"
    "UK Sanctions List Date Designated,Last Updated,Group ID"
)


def _ofac_entry(uid: int, first: str, last: str) -> str:
    given = f"<firstName>{first}</firstName>" if first else ""
    return (
        f"<sdnEntry><uid>{uid}</uid>{given}<lastName>{last}</lastName>"
        f"<sdnType>{'Individual' if first else 'Entity'}</sdnType>"
        f"<programList><program>SDGT</program></programList></sdnEntry>"
    )


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
