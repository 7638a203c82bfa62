"""Names damaged on their way: read by a machine, cut short, without vowels, forged, spaced anew."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

SOLEIMANI = '10481,"SOLEIMANI, Qasem",individual,SDGT] [SYRIA] [NPWMD] [IRGC] [IFSR,-0- ,-0- ,-0- ,'
PRIGOZHIN = '21171,"PRIGOZHIN, Yevgeniy Viktorovich",individual,UKRAINE-EO13661] [CYBER2] [ELECTION-EO13848,'
ROSOBORONEKSPORT = "18782,ROSOBORONEKSPORT OAO,-0- ,SYRIA] [UKRAINE-EO13662,-0- ,-0- ,-0- ,"
TANKERS = "15117,NATIONAL IRANIAN TANKER COMPANY,-0- ,IRAN] [SDGT] [IFSR] [IFCA,-0- ,-0- ,-0- ,"
MOGHADDAMNIA = '0,"MOGHADDAMNIA, Gholamhossein",individual,SDGT,-0- ,'  # an invented row
WINTERBOTTOM = '0,"WINTERBOTTOM, Gwendolyn",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Qasem Soleirnani", SOLEIMANI, "r and n for m, as a scanner reads"),
        Case("Q4SEM SOLEIMANI", SOLEIMANI, "a digit that looks like a letter"),
        Case("Qasem So1eimani", SOLEIMANI, "the digit one for l"),
        Case("Qasem Soleiman", SOLEIMANI, "the last letter cut off"),
        Case("Qasem Soleima", SOLEIMANI, "two letters cut off"),
        Case("Qasem Solei mani", SOLEIMANI, "a space within"),
        Case("QasemSoleimani", SOLEIMANI, "no space"),
        Case("Qasem Qasem Soleimani", SOLEIMANI, "a word doubled"),
        Case("Soleimani Qasem Soleimani", SOLEIMANI, "the family name before and behind"),
        Case("Qаsеm Sоlеimаni", SOLEIMANI, "vowels forged with Cyrillic letters"),
        Case("Qasme Soleimani", SOLEIMANI, "two letters swapped"),
        Case("Qasem Soleimnai", SOLEIMANI, "two letters swapped"),
        Case("Qasem Solaimani", SOLEIMANI, "another vowel"),
        Case("Qasem  Soleimani,.", SOLEIMANI, "marks and spaces left over"),
        Case("Yevgeniy Viktorovich Prigozh", PRIGOZHIN, "cut off where a field was too short"),
        Case("Yevgeniy Viktorovich Pri", PRIGOZHIN, "cut off after three letters"),
        Case("Yevgeniy V Prigozhin", PRIGOZHIN, "the patronymic cut to a letter"),
        Case("Yevgeni Prigozhln", PRIGOZHIN, "l for i"),
        Case("YevgeniyViktorovich Prigozhin", PRIGOZHIN, "a space lost"),
        Case("Prigozhin Yevgeniy Viktorovich Yevgeniy", PRIGOZHIN, "the given name once more"),
        Case("Yvgny Prgzhn", PRIGOZHIN, "without vowels"),
        Case("Yevgeniy Pr1gozh1n", PRIGOZHIN, "digits that look like letters"),
        Case("Gholam Hossein Moghaddam Nia", MOGHADDAMNIA, "spaces elsewhere"),
        Case("Gholamhosein Mogadamnia", MOGHADDAMNIA, "letters doubled and lost"),
        Case("Gholamhossein Moghaddarnnia", MOGHADDAMNIA, "r and n for m"),
        Case("Gwendolyn VVinterbottom", WINTERBOTTOM, "two v for w"),
        Case("Gwend0lyn Winterb0ttom", WINTERBOTTOM, "zeros for o"),
        Case("Gwendolyn Winter-bottom", WINTERBOTTOM, "hyphenated where a line ended"),
        Case("Gwendolyn Winterbotom", WINTERBOTTOM, "t once"),
        Case("GwendoIyn Winterbottom", WINTERBOTTOM, "capital I for small l"),
        Case("Qsm Slmn", SOLEIMANI, "without vowels"),
        Case("Ghlmhssn Mghddmn", MOGHADDAMNIA, "without vowels"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("ROSOBORONEKSP0RT", ROSOBORONEKSPORT, "a zero for o"),
        Case("Rosoboronek sport", ROSOBORONEKSPORT, "a space within"),
        Case("Rosoboroneksporl OAO", ROSOBORONEKSPORT, "l for t"),
        Case("Rosoboroneksport Rosoboroneksport", ROSOBORONEKSPORT, "doubled"),
        Case("NATIONAL IRANIAN TANKER COMP", TANKERS, "cut off where a field was too short"),
        Case("NATlONAL lRANlAN TANKER COMPANY", TANKERS, "small l for capital I"),
        Case("NationalIranian Tanker Company", TANKERS, "a space lost"),
        Case("National Iranian Tankr Company", TANKERS, "a vowel lost"),
    ],
)
def test_it_is_the_listed_organisation(case: Case) -> None:
    hits(case, Kind.ORGANIZATION)


@pytest.mark.parametrize(
    "case",
    [
        Case("Yevgeniy Prigunov", PRIGOZHIN, "another family name"),
        Case("Gholamreza Moghaddam", MOGHADDAMNIA, "another given name, half of the family name"),
        Case("Gwendolyn Winterbourne", WINTERBOTTOM, "another family name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Rosoboronservis", ROSOBORONEKSPORT, "another firm of defence"),
        Case("National Iranian Bank", TANKERS, "two words of three, cut and changed"),
    ],
)
def test_it_is_another_organisation(case: Case) -> None:
    misses(case, Kind.ORGANIZATION)
