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
POKLONSKAYA = '17261,"POKLONSKAYA, Natalia Vladimirovna",individual,UKRAINE-EO13660,'
MATVIYENKO = '16660,"MATVIYENKO, Valentina Ivanovna",individual,UKRAINE-EO13661,'
SHCHEGOLEV = '17063,"SHCHEGOLEV, Igor",individual,UKRAINE-EO13661,'
RUSAKEVICH = '10140,"RUSAKEVICH, Vladimir Vasilyevich",individual,BELARUS,'
BOUT = '8279,"BOUT, Viktor Anatolijevitch",individual,DRCONGO,-0- ,-0- ,-0- ,'
ISJTJENKO = '<nameAlias wholeName="Viktor Dmytrovytj ISJTJENKO"'
TSCHERESOW = '<nameAlias wholeName="Andrej Wladimirowitsch TSCHERESOW"'
SHOIGU = '<nameAlias wholeName="Сергей Кужугетович ШОЙГУ"'
TERTEL = '<nameAlias wholeName="Іван Станіслававіч ТЭРТЭЛЬ"'


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
        Case("Natalya Poklonskaya", POKLONSKAYA, "y for i, without her patronymic"),
        Case("Natalia Poklonskaia", POKLONSKAYA, "as the French passport writes it"),
        Case("Наталья Владимировна Поклонская", POKLONSKAYA, "in Russian"),
        Case("Nataliya Poklonska", POKLONSKAYA, "the Ukrainian ending"),
        Case("Natalja Wladimirowna Poklonskaja", POKLONSKAYA, "in German"),
        Case("Natalja Vladimirovna Poklonskaja", POKLONSKAYA, "in Swedish"),
        Case("Valentina Matvienko", MATVIYENKO, "ie for iye, without her patronymic"),
        Case("Valentyna Ivanivna Matviyenko", MATVIYENKO, "in Ukrainian"),
        Case("Walentina Iwanowna Matwijenko", MATVIYENKO, "in German"),
        Case("Валентина Матвиенко", MATVIYENKO, "in Russian"),
        Case("Igor Shchyogolev", SHCHEGOLEV, "yo, which is seldom written"),
        Case("Igor Schtschogolew", SHCHEGOLEV, "in German"),
        Case("Igor Sjtjogolev", SHCHEGOLEV, "in Swedish"),
        Case("Игорь Щёголев", SHCHEGOLEV, "in Russian"),
        Case("Uladzimir Rusakevich", RUSAKEVICH, "as Belarus writes him"),
        Case("Vladimir Vasilievich Rusakevich", RUSAKEVICH, "ie for ye"),
        Case("Уладзімір Русакевіч", RUSAKEVICH, "in Belarusian"),
        Case("Viktor But", BOUT, "as it is written in Russian"),
        Case("Victor Bout", BOUT, "c for k, without his patronymic"),
        Case("Виктор Анатольевич Бут", BOUT, "in Russian"),
        Case("Viktor Ishchenko", ISJTJENKO, "Swedish listed, English asked"),
        Case("Віктор Дмитрович Іщенко", ISJTJENKO, "in Ukrainian"),
        Case("Viktor Dmytrovych Ishchenko", ISJTJENKO, "as Ukraine's passports write it"),
        Case("Andrey Vladimirovich Cherezov", TSCHERESOW, "German listed, English asked"),
        Case("Sergei Shoigu", SHOIGU, "without his patronymic"),
        Case("Sergej Schoigu", SHOIGU, "in German"),
        Case("Ivan Tertel", TERTEL, "Belarusian listed"),
        Case("Иван Станиславович Тертель", TERTEL, "in Russian"),
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
        Case("Natalya Vladimirovna Petrova", POKLONSKAYA, "the same given name and patronymic"),
        Case("Nikolai Poklonsky", POKLONSKAYA, "a man of the family"),
        Case("Viktor Matviyenko", MATVIYENKO, "another given name"),
        Case("Igor Shevchenko", SHCHEGOLEV, "another family name"),
        Case("Vladimir Rusetsky", RUSAKEVICH, "another family name"),
        Case("Viktor Bukh", BOUT, "another family name"),
        Case("Vitaly Ishchenko", ISJTJENKO, "another given name"),
        Case("Andrey Vladimirovich Chernov", TSCHERESOW, "another family name"),
        Case("Sergei Shnurov", SHOIGU, "another family name"),
        Case("Ivan Teterin", TERTEL, "another family name"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
