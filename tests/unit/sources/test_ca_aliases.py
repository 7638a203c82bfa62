"""The field of aliases on Canada's list is taken apart where names end, and nowhere else."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind, Quality
from namesake.sources.ca_aliases import aliases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Иван Иванович Головатый; Ivan Golovatyi", ["Иван Иванович Головатый", "Ivan Golovatyi"]),
        (
            "Александр Викторович БЫКАДОРОВ / Олександр Вiкторович БИКАДОРОВ",
            ["Александр Викторович БЫКАДОРОВ", "Олександр Вiкторович БИКАДОРОВ"],
        ),
        ("حسن الورديان/حسن محمد علي الورديان ", ["حسن الورديان", "حسن محمد علي الورديان"]),
        ("Hamid Aghajani, سعید آقاجانی", ["Hamid Aghajani", "سعید آقاجانی"]),
        (
            "Muhammad Ata-al-Mawla, Mohamed Atta Emoula, Arabic: محمد عطا المولى عباس",
            ["Muhammad Ata-al-Mawla", "Mohamed Atta Emoula", "محمد عطا المولى عباس"],
        ),
        (
            "Belarussian: Яўген Валер'евіч Бубіч, Russian: Евгений Валерьевич Бубич",
            ["Яўген Валер'евіч Бубіч", "Евгений Валерьевич Бубич"],
        ),
        (
            "Alexandr Kornienko, Олександр Корнієнко and Александр Корниенко",
            ["Alexandr Kornienko", "Олександр Корнієнко", "Александр Корниенко"],
        ),
        # One name, the family's first.
        ("Баранов, Олег Анатольевич", ["Баранов, Олег Анатольевич"]),
        ("also known as Ali Reza", ["Ali Reza"]),
        ("", []),
        (" ; , ", []),
    ],
)
def test_persons(text: str, names: list[str]) -> None:
    assert [name.text for name in aliases(text, Kind.PERSON)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Stankogomal, OOO Stankogomel, Gomel Machine-Tool Plant",
            ["Stankogomal", "OOO Stankogomel", "Gomel Machine-Tool Plant"],
        ),
        ("King Royal Technologies Co., Ltd., KRT Ltd", ["King Royal Technologies Co, Ltd", "KRT Ltd"]),
        ("Евро-Полис, ООО", ["Евро-Полис, ООО"]),
        ("ОАО, БЭТО", ["ОАО, БЭТО"]),
        ('Акционерное общество or АО "Усть-Луга Ойл"', ['АО "Усть-Луга Ойл"']),
        ("ВЭБ; Vnesheconombank, VEB.RF", ["ВЭБ", "Vnesheconombank", "VEB.RF"]),
        ("Research and Production Group", ["Research and Production Group"]),
        ("GSK Advance Co. Ltd. Arabic: شركة جي أس كيه", ["GSK Advance Co. Ltd", "شركة جي أس كيه"]),
    ],
)
def test_organisations(text: str, names: list[str]) -> None:
    assert [name.text for name in aliases(text, Kind.ORGANIZATION)] == names


@pytest.mark.parametrize(
    ("text", "kind", "quality"),
    [
        # `Andrei` alone would find everybody of that name.
        ("Andrei ", Kind.PERSON, Quality.WEAK),
        ("Манахимова", Kind.PERSON, Quality.WEAK),
        ("Andrei Ivanov", Kind.PERSON, Quality.STRONG),
        ("ОНИИП", Kind.ORGANIZATION, Quality.STRONG),
    ],
)
def test_one_word_of_a_person_is_a_weak_alias(text: str, kind: Kind, quality: Quality) -> None:
    assert [name.quality for name in aliases(text, kind)] == [quality]


def test_spellings_of_parts_of_a_name_find_nobody_by_themselves() -> None:
    # Serhii SALYAYEV's: `Aleksei, Oleksii SALYAYEV, SALIAIEV`
    told = {name.text: name.quality for name in aliases("Aleksei, Oleksii SALYAYEV, SALIAIEV", Kind.PERSON)}
    assert told == {
        "Aleksei": Quality.WEAK,
        "Oleksii SALYAYEV": Quality.STRONG,
        "SALIAIEV": Quality.WEAK,
    }
