"""Names of Afghanistan and Pakistan: titles that are names; -ullah, -uddin and -rahman in many spellings."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

AKHUND = '12798,"AKHUND, Mohammad Aman",individual,SDGT,-0- ,-0- ,-0- ,'
SHAHBAZ_KHAN = '10383,"KHAN, Shahbaz",individual,SDNTK,-0- ,-0- ,-0- ,'
QADEER = '11357,"KHAN, Abdul Qadeer",individual,NPWMD,-0- ,-0- ,-0- ,'
SAEED = '10689,"SAEED, Muhammad",individual,SDGT,-0- ,-0- ,-0- ,'
NASIRUDDIN = '12129,"HAQQANI, Nasiruddin",individual,SDGT,-0- ,-0- ,-0- ,'
KHALIL_HAQQANI = '12561,"HAQQANI, Khalil Al-Rahman",individual,SDGT,Haji,-0- ,-0- ,'
HEKMATYAR = '7471,"HEKMATYAR, Gulbuddin",individual,SDGT,-0- ,-0- ,-0- ,'
HIDAYATULLAH = "<FIRST_NAME>HIDAYATULLAH</FIRST_NAME>"
DOST = "<FIRST_NAME>DOST MOHAMMAD</FIRST_NAME>"
MOTAQI = "<FIRST_NAME>AMIR KHAN</FIRST_NAME> <SECOND_NAME>MOTAQI</SECOND_NAME>"
NOORZAI = '<nameAlias wholeName="Faizullah Khan Noorzai"'


@pytest.mark.parametrize(
    "case",
    [
        Case("Mohammad Aman Akhund", AKHUND, "the listed name in the usual order"),
        Case("Muhammad Aman", AKHUND, "without the title of learning"),
        Case("محمد امان اخوند", AKHUND, "in Pashto letters"),
        Case("Shahbaz Khan", SHAHBAZ_KHAN, "the listed name in the usual order"),
        Case("Shabaz Khan", SHAHBAZ_KHAN, "the h left out"),
        Case("شہباز خان", SHAHBAZ_KHAN, "in Urdu"),
        Case("Abdul Qadir Khan", QADEER, "i for ee"),
        Case("Dr. A. Q. Khan Abdul Qadeer", QADEER, "with his title and initials"),
        Case("عبد القدیر خان", QADEER, "in Urdu"),
        Case("Hafiz Mohammad Saeed", SAEED, "with his title of learning"),
        Case("محمد سعید", SAEED, "in Urdu"),
        Case("Naseer ud-Din Haqqani", NASIRUDDIN, "written apart"),
        Case("نصیر الدین حقانی", NASIRUDDIN, "in Pashto letters"),
        Case("Khalil ur-Rahman Haqqani", KHALIL_HAQQANI, "the article as Urdu has it"),
        Case("Khalil-ur-Rehman Haqqani", KHALIL_HAQQANI, "as Pakistan writes it"),
        Case("Haji Khalil Rahman Haqqani", KHALIL_HAQQANI, "with his title"),
        Case("Golboddin Hikmatyar", HEKMATYAR, "other vowels"),
        Case("Gulbuddin Hekmat Yar", HEKMATYAR, "written apart"),
        Case("گلبدین حکمتیار", HEKMATYAR, "in Persian letters"),
        Case("Hidayat Ullah", HIDAYATULLAH, "a single name written apart"),
        Case("Hedayatollah", HIDAYATULLAH, "as Persian writes it"),
        Case("هدایت الله", HIDAYATULLAH, "in Persian letters"),
        Case("Dost Muhammad", DOST, "u for o"),
        Case("Dostmohammad", DOST, "written together"),
        Case("Amir Khan Muttaqi", MOTAQI, "t doubled"),
        Case("امیر خان متقی", MOTAQI, "in Persian letters"),
        Case("Faiz Ullah Khan Nurzai", NOORZAI, "written apart, u for oo"),
        Case("Feyzollah Noorzai", NOORZAI, "as Persian writes it"),
        Case("Nasir al-Din Haqqani", NASIRUDDIN, "the article as Arabic has it, apart"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Mohammad Abbas Akhund", AKHUND, "another given name, the same title"),
        Case("Mohammad Akhund", AKHUND, "a name and a title that thousands bear"),
        Case("Sherbaz Khan", SHAHBAZ_KHAN, "listed under a number of his own"),
        Case("Shahnawaz Khan", SHAHBAZ_KHAN, "another given name"),
        Case("Muhammad Saleem", SAEED, "another given name"),
        Case("Sirajuddin Haqqani", NASIRUDDIN, "his brother"),
        Case("Jalaluddin Haqqani", NASIRUDDIN, "his father"),
        Case("Inayatullah", HIDAYATULLAH, "another of God's"),
        Case("Yar Mohammad", DOST, "another friend of Muhammad's"),
        Case("Amir Khan Haqqani", MOTAQI, "the title and the given name are the same"),
        Case("Asadullah Khan Noorzai", NOORZAI, "another of the tribe"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
