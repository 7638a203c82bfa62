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
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
