"""Names of Persian, in Persian letters or as Iran's passports romanise them."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

KHAMENEI = '26945,"KHAMENEI, Ali Husseini",individual,IRAN-EO13876,Supreme Leader of Iran,-0- ,'
MOJTABA = '27848,"KHAMENEI, Mojtaba",individual,IRAN-EO13876,-0- ,'
ABBASI = '<nameAlias firstName="" middleName="" lastName="" wholeName="فریدون عباسی دوانی" function=""'
AHMADIAN = '<nameAlias firstName="" middleName="" lastName="" wholeName="علی اکبر احمدیان" function=""'
HOJATI = '<nameAlias firstName="" middleName="" lastName="" wholeName="محسن حجتی" function=""'
BAHMANYAR = '<nameAlias firstName="" middleName="" lastName="" wholeName="مرتضی بهمنیار" function=""'
FAKHRIZADEH = '10861,"FAKHRIZADEH-MAHABADI, Mohsen",individual,NPWMD] [IFSR,-0- ,-0- ,-0- ,'
TAGHIPOUR = '15550,"TAGHIPOUR, Reza",individual,IRAN-TRA,'
ARABNEJAD = '15986,"ARABNEJAD, Hamid",individual,SDGT] [IFSR,-0- ,-0- ,-0- ,'
MALEKOUTI = '16532,"MALEKOUTI POUR, Hamidreza",individual,SDGT] [IFSR,-0- ,-0- ,-0- ,'
ASGHARZADEH = '21543,"ASGHARZADEH, Abdollah",individual,NPWMD] [IFSR,-0- ,-0- ,-0- ,'
HAJIZADEH = '<nameAlias wholeName="Amir Ali HAJIZADEH"'
ZIBAYINEJAD = '<nameAlias wholeName="Mohammad-Hossein ZIBAYINEJAD"'


@pytest.mark.parametrize(
    "case",
    [
        Case("Ali Khamenei", KHAMENEI, "without his second name"),
        Case("Ali Khamene'i", KHAMENEI, "with the apostrophe of the hamza"),
        Case("Ayatollah Ali Husseini Khamenei", KHAMENEI, "with his title"),
        Case("Ali Hosseini Khamenei", KHAMENEI, "o for u"),
        Case("علی حسینی خامنه‌ای", KHAMENEI, "with a zero-width non-joiner"),
        Case("Mojtaba Khamenei", MOJTABA, "the listed name in the usual order"),
        Case("مجتبی خامنه‌ای", MOJTABA, "in Persian"),
        Case("Fereydoun Abbasi Davani", ABBASI, "a Latin name, a Persian one listed"),
        Case("Fereidoun Abbasi-Davani", ABBASI, "ei for ey"),
        Case("فريدون عباسي دواني", ABBASI, "Arabic yeh for Persian yeh"),
        Case("Ali Akbar Ahmadian", AHMADIAN, "a Latin name, a Persian one listed"),
        Case("Mohsen Hojati", HOJATI, "a Latin name, a Persian one listed"),
        Case("Morteza Bahmanyar", BAHMANYAR, "dad as z"),
        Case("مرتضى بهمنيار", BAHMANYAR, "Arabic alif maqsura for Persian yeh"),
        Case("Mohsen Fakhrizadeh", FAKHRIZADEH, "without the second family name"),
        Case("Mohsen Fakhri Zadeh Mahabadi", FAKHRIZADEH, "son of written apart"),
        Case("محسن فخری‌زاده", FAKHRIZADEH, "in Persian, with a zero-width non-joiner"),
        Case("محسن فخری زاده مهابادی", FAKHRIZADEH, "in Persian, with spaces"),
        Case("Reza Taqipour", TAGHIPOUR, "gh as q"),
        Case("Reza Taghi-Pour", TAGHIPOUR, "hyphenated"),
        Case("رضا تقی‌پور", TAGHIPOUR, "in Persian"),
        Case("Hamid Arab Nejad", ARABNEJAD, "written apart"),
        Case("Hamid Arabnezhad", ARABNEJAD, "zh for j"),
        Case("حمید عرب‌نژاد", ARABNEJAD, "in Persian"),
        Case("حمیدرضا ملکوتی پور", MALEKOUTI, "in Persian"),
        Case("Abdollah Asghar Zadeh", ASGHARZADEH, "written apart"),
        Case("Abdullah Asgharzade", ASGHARZADEH, "the last letter left out"),
        Case("عبدالله اصغرزاده", ASGHARZADEH, "in Persian"),
        Case("Amirali Hajizadeh", HAJIZADEH, "the given names together"),
        Case("Amir-Ali Haji Zadeh", HAJIZADEH, "all apart"),
        Case("محمد حسین زیبایی‌نژاد", ZIBAYINEJAD, "in Persian"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Mojtaba Khamenei", KHAMENEI, "his son"),
        Case("Ali Khamenei", MOJTABA, "his father"),
        Case("Ali Akbar Velayati", AHMADIAN, "the same given names, which many bear"),
        Case("Mohsen Rezai", HOJATI, "the same given name"),
        Case("محسن رضایی", HOJATI, "the same given name, in Persian"),
        Case("Morteza Rahimi", BAHMANYAR, "the same given name"),
        Case("Mohsen Hajizadeh", FAKHRIZADEH, "another son"),
        Case("Reza Yousefpour", TAGHIPOUR, "another son"),
        Case("Hamid Rafatnejad", ARABNEJAD, "of another line"),
        Case("Abdollah Asghari", ASGHARZADEH, "another name"),
        Case("Amir Hossein Hajizadeh", HAJIZADEH, "his other given name is another"),
        Case("Mohammad Hossein Hosseini", ZIBAYINEJAD, "the given names, which many bear"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
