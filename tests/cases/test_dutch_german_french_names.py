"""Names with particles, of Dutch, German and French: van, von, de, du, written apart, on or left out."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

VAN_INGEN = '42977,"VAN INGEN, Edwin Onno","individual","RUSSIA-EO14024",-0- ,-0- ,-0- ,'
DE_KONING = '39586,"DE KONING, Martinus Pterus Henrikus","individual","ILLICIT-DRUGS-EO14059",'
DE_GEETERE = '46789,"DE GEETERE, Hans","individual","RUSSIA-EO14024",-0- ,-0- ,-0- ,'
VAN_DEN_BERG = '0,"VAN DEN BERG, Johannes",individual,SDGT,-0- ,'  # an invented row
ROTHENBURG = '0,"VON STEINMETZ-ROTHENBURG, Karl-Heinz",individual,SDGT,-0- ,'  # an invented row
MUELLER = '0,"MÜLLER, Jürgen",individual,SDGT,-0- ,'  # an invented row
DU_PLESSIS = '0,"DU PLESSIS-BELLIÈRE, Jean-François",individual,SDGT,-0- ,'  # an invented row
ESTAING = '0,"D\'ESTAING, Édouard",individual,SDGT,-0- ,'  # an invented row
LE_GOFFIC = '0,"LE GOFFIC, Yann",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Edwin van Ingen", VAN_INGEN, "without his second given name"),
        Case("Edwin Onno Vaningen", VAN_INGEN, "the particle written on"),
        Case("Ingen, Edwin Onno van", VAN_INGEN, "the particle behind, as the Dutch sort"),
        Case("Martinus de Koning", DE_KONING, "without second names"),
        Case("Martinus Petrus Hendrikus de Koning", DE_KONING, "the slips of the list put right"),
        Case("Martinus DeKoning", DE_KONING, "the particle written on"),
        Case("Hans de Geetere", DE_GEETERE, "the listed name in the usual order"),
        Case("Hans Degeetere", DE_GEETERE, "the particle written on"),
        Case("Johannes v.d. Berg", VAN_DEN_BERG, "the particles abbreviated"),
        Case("Johannes Vandenberg", VAN_DEN_BERG, "written together"),
        Case("Karl Heinz von Steinmetz-Rothenburg", ROTHENBURG, "the hyphen left out"),
        Case("Karlheinz von Steinmetz Rothenburg", ROTHENBURG, "together and apart elsewhere"),
        Case("Karl-Heinz Freiherr von Steinmetz-Rothenburg", ROTHENBURG, "with his rank"),
        Case("Karl-Heinz Steinmetz-Rothenburg", ROTHENBURG, "without the particle"),
        Case("Juergen Mueller", MUELLER, "as Germans write it without marks"),
        Case("Jurgen Muller", MUELLER, "without its marks"),
        Case("Jean François du Plessis Bellière", DU_PLESSIS, "without the hyphens"),
        Case("Jean-Francois Duplessis-Belliere", DU_PLESSIS, "the particle written on"),
        Case("Edouard Destaing", ESTAING, "the apostrophe left out"),
        Case("Edouard d’Estaing", ESTAING, "another apostrophe"),
        Case("Édouard D Estaing", ESTAING, "a space for the apostrophe"),
        Case("Yann Le Goffic", LE_GOFFIC, "the listed name in the usual order"),
        Case("Yann Legoffic", LE_GOFFIC, "written together"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Edwin van Houten", VAN_INGEN, "another family name"),
        Case("Martinus Koning Jansen", DE_KONING, "another family name beside it"),
        Case("Tom de Geetere", DE_GEETERE, "his brother, listed under a number of his own"),
        Case("Karl-Friedrich von Steinmetz-Rothenburg", ROTHENBURG, "another given name"),
        Case("Jean-Baptiste du Plessis-Bellière", DU_PLESSIS, "another given name"),
        Case("Édouard d'Artois", ESTAING, "another family name"),
        Case("Yves Le Goffic", LE_GOFFIC, "another given name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
