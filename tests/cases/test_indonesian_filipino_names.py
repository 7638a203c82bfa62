"""Names of Indonesia and the Philippines: single names, no family names, and the spelling before 1972."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

SANTOSO = '17276,"SANTOSO, Wiji Joko",individual,SDGT,-0- ,-0- ,-0- ,'
HAMBALI = '7328,"ISAMUDDIN, Nurjaman Riduan",individual,SDGT,-0- ,-0- ,-0- ,'
HAPILON = '9585,"HAPILON, Isnilon Totoni",individual,SDGT,-0- ,-0- ,-0- ,'
SUMARSONO = "<FIRST_NAME>ARIS</FIRST_NAME> <SECOND_NAME>SUMARSONO</SECOND_NAME>"
RUSDAN = "<FIRST_NAME>ABU</FIRST_NAME> <SECOND_NAME>RUSDAN</SECOND_NAME>"
SUKARNO = "0,SUKARNO,individual,SDGT,-0- ,"  # an invented row
DE_VERA = '10849,"DE VERA, Pio Abogne",individual,SDGT,-0- ,-0- ,-0- ,'
BAASYIR = "<FIRST_NAME>ABU BAKAR</FIRST_NAME> <SECOND_NAME>BA'ASYIR</SECOND_NAME>"


@pytest.mark.parametrize(
    "case",
    [
        Case("Wiji Joko Santoso", SANTOSO, "the listed name in the usual order"),
        Case("Widji Djoko Santoso", SANTOSO, "the spelling before 1972"),
        Case("Wiji Joko", SANTOSO, "without the last, which is no family name"),
        Case("Nurjaman Riduan Isamuddin", HAMBALI, "the listed name in the usual order"),
        Case("Nurdjaman Riduan Isamudin", HAMBALI, "the spelling before 1972, d once"),
        Case("Encep Nurjaman Riduan Isamuddin", HAMBALI, "with another name in front"),
        Case("Isnilon Hapilon", HAPILON, "without his mother's family name"),
        Case("Isnilon T. Hapilon", HAPILON, "his mother's family name as an initial"),
        Case("Aris Sumarsono", SUMARSONO, "the listed name"),
        Case("Aris Soemarsono", SUMARSONO, "oe as the Dutch wrote u"),
        Case("Abu Rusdan", RUSDAN, "the listed name"),
        Case("Abou Rousdan", RUSDAN, "as the French write it"),
        Case("Soekarno", SUKARNO, "oe as the Dutch wrote u"),
        Case("SUKARNO", SUKARNO, "the only name"),
        Case("Pio de Vera", DE_VERA, "without his mother's family name"),
        Case("Pio Abogne Devera", DE_VERA, "the particle written on"),
        Case("Abu Bakar Bashir", BAASYIR, "as the English press writes him"),
        Case("Abu Bakar Baasyir", BAASYIR, "without the apostrophe"),
        Case("Abubakar Ba'asyir", BAASYIR, "together"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Wiji Joko Widodo", SANTOSO, "another last name"),
        Case("Santoso", SANTOSO, "one of three"),
        Case("Riduan Kamil", HAMBALI, "one of three"),
        Case("Tahir Hapilon", HAPILON, "another given name"),
        Case("Aris Sumarno", SUMARSONO, "another name"),
        Case("Aris", SUMARSONO, "one of two"),
        Case("Rusdan", RUSDAN, "without the kunya it is another's"),
        Case("Abu Rusydi", RUSDAN, "another kunya"),
        Case("Sukarman", SUKARNO, "another name"),
        Case("Megawati Sukarnoputri", SUKARNO, "his daughter"),
        Case("Pio de Guzman", DE_VERA, "another family name"),
        Case("Abu Bakar Baraja", BAASYIR, "another family name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
