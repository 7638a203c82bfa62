"""Names of Russian, Ukrainian and Belarusian: patronymics, and as many romanisations as countries."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

PRIGOZHIN = '21171,"PRIGOZHIN, Yevgeniy Viktorovich",individual,UKRAINE-EO13661] [CYBER2] [ELECTION-EO13848,'
PRIGOZHIN_ALIAS = '21171,33591,aka,"PRIGOZHIN, Evgeny",-0- '
PRIGOZHIN_SWEDISH = (
    '<nameAlias firstName="Jevgenij" middleName="Viktorovitj" lastName="PRIGOZJIN" '
    'wholeName="Jevgenij Viktorovitj PRIGOZJIN" function="" gender="M" title="" nameLanguage="SV"'
)
LUKASHENKO = '<nameAlias firstName="" middleName="" lastName="" wholeName="Александр Григорьевич ЛУКАШЕНКО"'
LUKASHENKO_SWEDISH = '<nameAlias firstName="" wholeName="Aleksandr Grigorjevitj LUKASJENKO" function=""'
YANUKOVYCH = '16641,"YANUKOVYCH, Viktor Fedorovych",individual,UKRAINE-EO13660,Former President of Ukraine'
YANUKOVYCH_SON = '16721,"YANUKOVYCH, Oleksandr Viktorovych",individual,UKRAINE-EO13660,-0- ,'
SURKOV = '16655,"SURKOV, Vladislav Yurievich",individual,UKRAINE-EO13661,Presidential Aide,-0- ,'
ROTENBERG = '16669,"ROTENBERG, Arkady",individual,UKRAINE-EO13661,-0- ,-0- ,'
# The i of the first name is a Latin one in the EU's file.
TSEKOV = '<nameAlias firstName="Сергiй" middleName="Павлович" wholeName="Сергiй Павлович ЦЕКОВ" function=""'
BEZLER = (
    '<nameAlias firstName="Ігор" middleName="Миколайович" wholeName="Ігор Миколайович БЕЗЛЕР" function=""'
)


@pytest.mark.parametrize(
    "case",
    [
        Case("Yevgeny Prigozhin", PRIGOZHIN, "without his patronymic"),
        Case("Yevgeniy Viktorovich Prigozhin", PRIGOZHIN, "the listed name in the usual order"),
        Case("Evgeny Prigojin", PRIGOZHIN_ALIAS, "zh as the French write it"),
        Case("Евгений Пригожин", PRIGOZHIN_ALIAS, "in Russian"),
        Case("Евгений Викторович Пригожин", PRIGOZHIN, "in Russian, with his patronymic"),
        Case("Yevgeniy Viktorovich Prigozhin", PRIGOZHIN_SWEDISH, "zj, tj: as the Swedish list writes it"),
        Case("Alexander Grigorievich Lukashenko", LUKASHENKO, "x is ks"),
        Case("Aleksandr Grigoryevich Lukashenko", LUKASHENKO, "as BGN writes it"),
        Case("Aleksandr Lukashenko", LUKASHENKO_SWEDISH, "sj is sh in Swedish"),
        Case("Viktor Yanukovych", YANUKOVYCH, "without his patronymic"),
        Case("Віктор Янукович", YANUKOVYCH, "in Ukrainian"),
        Case("Виктор Фёдорович Янукович", YANUKOVYCH, "in Russian"),
        Case("Oleksandr Yanukovych", YANUKOVYCH_SON, "without his patronymic"),
        Case("Vladislav Surkov", SURKOV, "without his patronymic"),
        Case("Владислав Сурков", SURKOV, "in Russian, without his patronymic"),
        Case("Arkadi Rotenberg", ROTENBERG, "i for y"),
        Case("Аркадий Ротенберг", ROTENBERG, "in Russian"),
        Case("Аrkady Rоtenbеrg", ROTENBERG, "forged with Cyrillic letters"),
        Case("Serhiy Tsekov", TSEKOV, "h for the Ukrainian letter, a Latin letter in the list"),
        Case("Ihor Mykolayovych Bezler", BEZLER, "as Ukraine's passports write it"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Oleksandr Yanukovych", YANUKOVYCH, "his son"),
        Case("Viktor Yanukovych", YANUKOVYCH_SON, "his father, whose given name is the son's patronymic"),
        Case("Boris Rotenberg", ROTENBERG, "his brother"),
        Case("Борис Ротенберг", ROTENBERG, "his brother, in Russian"),
        Case("Arkady Prigozhin", PRIGOZHIN, "the same family name"),
        Case("Yevgeny Viktorovich Petrov", PRIGOZHIN, "the same given name and patronymic"),
        Case("Igor Surkov", SURKOV, "the same family name"),
        Case("V. Surkov", SURKOV, "an initial is too little"),
        Case("Ю. Сурков", SURKOV, "another initial"),
        Case("Vladimir Ivanov", TSEKOV, "nobody alike"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
