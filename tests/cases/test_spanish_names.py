"""Names of Spanish: two family names of which the second is often left out, and lost accents."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

GUZMAN = '6861,"GUZMAN LOERA, Joaquin",individual,SDNTK,-0- ,-0- ,'
MADURO = '22790,"MADURO MOROS, Nicolas",individual,VENEZUELA] [IRAN-CON-ARMS-EO,President of the Bolivarian'
LOPEZ = '15500,"LOPEZ NUNEZ, Damaso",individual,SDNTK,-0- ,-0- ,'
ARELLANO = '6715,"ARELLANO FELIX, Benjamin Alberto",individual,SDNTK,-0- ,-0- ,'
CABELLO = '24424,"CABELLO RONDON, Diosdado",individual,VENEZUELA,-0- ,-0- ,'
CABELLO_BROTHER = '24425,"CABELLO RONDON, Jose David",individual,VENEZUELA,-0- ,-0- ,'
HENAO = '6717,"HENAO MONTOYA, Arcangel de Jesus",individual,SDNT,-0- ,-0- ,-0- ,'
GONZALEZ = '6724,"GONZALEZ BENITEZ, Olga Patricia",individual,SDNT,-0- ,-0- ,-0- ,'
RODRIGUEZ = '4107,"RODRIGUEZ OREJUELA, Gilberto Jose",individual,SDNT,-0- ,-0- ,-0- ,'
DE_LIMA = '29221,"DE LIMA SALAS, David Eugenio",individual,VENEZUELA,-0- ,-0- ,-0- ,'
DA_COSTA = '7220,"DA COSTA, Luis Fernando",individual,SDNTK,-0- ,-0- ,-0- ,'
SILVA = '0,"SILVA E SOUZA, João Antônio da",individual,SDGT,-0- ,'  # an invented row
FIGUEIREDO = '0,"GONÇALVES FIGUEIREDO, Maria da Conceição",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Joaquín Guzmán Loera", GUZMAN, "with its accents"),
        Case("Joaquin Guzman", GUZMAN, "without the mother's family name"),
        Case("Guzmán Loera, Joaquín", GUZMAN, "as the list orders it"),
        Case("Nicolás Maduro", MADURO, "without the mother's family name"),
        Case("Nicolas Maduro Moros", MADURO, "without its accent"),
        Case("Dámaso López Núñez", LOPEZ, "ñ, which OFAC writes n"),
        Case("Da\u0301maso Lo\u0301pez Nu\u0301n\u0303ez", LOPEZ, "accents as marks of their own"),
        Case("Damaso Lopez", LOPEZ, "without the mother's family name"),
        Case("Benjamín Arellano Félix", ARELLANO, "without his second given name"),
        Case("Diosdado Cabello", CABELLO, "without the mother's family name"),
        Case("José David Cabello Rondón", CABELLO_BROTHER, "with its accents"),
        Case("Jose David Cabello y Rondon", CABELLO_BROTHER, "with the y between family names"),
        Case("Arcángel de Jesús Henao Montoya", HENAO, "with its accents and particle"),
        Case("Arcangel Henao", HENAO, "without the second given name and the mother's family name"),
        Case("Arcangel Henao Montoya", HENAO, "without the second given name"),
        Case("Olga Patricia González", GONZALEZ, "without the mother's family name"),
        Case("Gonzales Benites Olga Patricia", GONZALEZ, "s for z, as the list orders it"),
        Case("Gilberto Rodríguez Orejuela", RODRIGUEZ, "without his second given name"),
        Case("Gilberto José Rodriguez", RODRIGUEZ, "without the mother's family name"),
        Case("David Eugenio de Lima Salas", DE_LIMA, "the particle before the family name"),
        Case("David De Lima", DE_LIMA, "without second names"),
        Case("David Delima", DE_LIMA, "the particle written on"),
        Case("Luiz Fernando da Costa", DA_COSTA, "as Brazil writes it"),
        Case("Luis Fernando Costa", DA_COSTA, "without the particle"),
        Case("Luís Fernando Dacosta", DA_COSTA, "the particle written on"),
        Case("Fernando Costa", DA_COSTA, "by the second of his given names, without the particle"),
        Case("Joao Antonio da Silva e Souza", SILVA, "without its marks"),
        Case("João António da Silva Sousa", SILVA, "as Portugal writes it"),
        Case("Maria Conceicao Goncalves Figueiredo", FIGUEIREDO, "without its marks and particle"),
        Case(
            "Maria da Conceição Figueiredo",
            FIGUEIREDO,
            "the father's family name alone, which in Portugal comes last",
        ),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Joaquin Guzman Lopez", GUZMAN, "his son, by the mother's family name"),
        Case("José David Cabello Rondón", CABELLO, "his brother"),
        Case("Diosdado Cabello Rondón", CABELLO_BROTHER, "his brother"),
        Case("Ramón Arellano Félix", ARELLANO, "his brother"),
        Case("Damaso Perez Nunez", LOPEZ, "another father's family name"),
        Case("Orlando Henao Montoya", HENAO, "his brother"),
        Case("Olga Lucía González Pérez", GONZALEZ, "another second name and mother"),
        Case("Miguel Rodríguez Orejuela", RODRIGUEZ, "his brother, listed under a number of his own"),
        Case("David Salas", DE_LIMA, "the mother's family name alone"),
        Case("Luis Alberto da Costa", DA_COSTA, "another second name"),
        Case("Joao Carlos da Silva", SILVA, "the half that thousands bear"),
        Case("Maria da Conceição Gonçalves Teixeira", FIGUEIREDO, "another father"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
