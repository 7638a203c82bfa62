"""Whom records of the UK's lists name."""

from __future__ import annotations

import pytest

from namesake.sources.gb_relations import UN, of_field, same_as, told, un_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("QDi.020. Responsible for", ["QDi.020"]),
        ("QDi.042 and SOi.002. Listed", ["QDi.042", "SOi.002"]),
        ("QDE.145", ["QDe.145"]),  # 13169
        ("CDi. 038", ["CDi.038"]),  # 16180
        ("Qdi.325", ["QDi.325"]),
        ("RUS0251", []),
    ],
)
def test_the_uns_numbers_are_written_as_the_un_does(text: str, expected: list[str]) -> None:
    assert un_numbers(text) == expected


def test_a_number_of_another_list_says_it_is_the_same_party() -> None:
    relation = same_as(UN, "QDi.020")
    assert (relation.type, relation.name, relation.party) == ("same as", "QDi.020", "un-sc:QDi.020")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rosatom ", [("Rosatom", None, None)]),
        ("Subsidiary of the Libyan Investment Authority ", [("Libyan Investment Authority", None, None)]),
        ("(1) Ammunition Industries Group (AMIG) (2) Defence Industries Organisation (DIO)",
         [("Ammunition Industries Group (AMIG)", None, None),
          ("Defence Industries Organisation (DIO)", None, None)]),
        ("Defense Industries Organisation (DIO). Ministry of Defence",
         [("Defense Industries Organisation (DIO)", None, None), ("Ministry of Defence", None, None)]),
        ("Kolmar LLC\nKolmar-Tour LLC", [("Kolmar LLC", None, None), ("Kolmar-Tour LLC", None, None)]),
        ("Neway Cnc (USA), Inc. ", [("Neway Cnc (USA), Inc", None, None)]),
        ("Yuzhny Proyect, co-owned by Yury KOVALCHUK (RUS0007)",
         [("Yuzhny Proyect, co-owned by Yury KOVALCHUK", "gb-fcdo:RUS0007", None)]),
        ("Kalashnikov Concern JSC (49%)", [("Kalashnikov Concern JSC", None, 49.0)]),
        ("(1) BIC: 136001 (2) TIN: 02012201010017", []),  # 16829, among its subsidiaries
        ("-", []),
    ],
)  # fmt: skip
def test_a_field_names_others(text: str, expected: list[tuple[str, str | None, float | None]]) -> None:
    found = list(of_field("parent company", text))
    assert [(one.name, one.party, one.share) for one in found] == expected
    assert {one.type for one in found} <= {"parent company"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Linked to Central Bank of Syria", [("linked to", "Central Bank of Syria", None)]),
        ("Linked to Maher Al-Asad (sanctioned in 2011)", [("linked to", "Maher Al-Asad", None)]),
        (
            "Subsidiary of the Libyan Arab Foreign Investment Company, which is itself a subsidiary",
            [("subsidiary of", "Libyan Arab Foreign Investment Company", None)],
        ),
        (
            "Associated with Abu Bakr al-Jaziri (QDi.058) and Afghan Support Committee (ASC) (QDe.069).",
            [
                ("associated with", "Abu Bakr al-Jaziri", "un-sc:QDi.058"),
                ("associated with", "Afghan Support Committee", "un-sc:QDe.069"),
            ],
        ),
        (
            "Listed as asset of Korea Ansan Shipping Company (OFSI ID: 13633, UN Reference Number: UN Ref "
            "KPe.062)",
            [
                ("listed as asset of", "Korea Ansan Shipping Company", "gb-ofsi:13633"),
                ("listed as asset of", "Korea Ansan Shipping Company", "un-sc:KPe.062"),
            ],
        ),
        (
            "Key operative in Al-Qaida (QDe.004). Brother of Monir Chouka (QDi.300).",
            [
                ("mentioned in other information", "Al-Qaida", "un-sc:QDe.004"),
                ("brother of", "Monir Chouka", "un-sc:QDi.300"),
            ],
        ),
        # Nobody's name: what follows is no name, or more than one.
        ("Associated with the regime and its violent repression.", []),
        ("Associated with members of Syrian security services.", []),
        ("UNC2165 is somebody else's number", []),
        ("The party itself (QDi.001)", []),
    ],
)
def test_remarks_tell_relations(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(one.type, one.name, one.party) for one in told(text, ["un-sc:QDi.001"])] == expected
