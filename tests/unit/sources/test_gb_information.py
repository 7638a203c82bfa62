"""OFSI's `Other Information` taken apart."""

from __future__ import annotations

import pytest

from namesake.sources.gb_information import labelled


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("In Yemen (since 2010).", [("otherinformation", "In Yemen (since 2010).")]),
        # 16327
        ("(UK Sanctions List Ref):HAI0004. (UN Ref):HTi.004. (Gender):Male",
         [("uniqueid", "HAI0004"), ("unreferencenumber", "HTi.004"), ("gender", "Male")]),
        # 6995
        ("(UK Sanctions List Ref):AQD0194 and SOM0003. (UN Ref):QDi.042 and SOi.002. Listed under both.",
         [("uniqueid", "AQD0194"), ("uniqueid", "SOM0003"), ("unreferencenumber", "QDi.042"),
          ("unreferencenumber", "SOi.002"), ("otherinformation", "Listed under both.")]),
        # 16681 has the UN's number for its own.
        ("(UK Sanctions List Ref):SDi.005. (UK Statement of Reasons):Listed pursuant to paragraph 7(c).",
         [("unreferencenumber", "SDi.005"), ("ukstatementofreasons", "Listed pursuant to paragraph 7(c).")]),
        # 14082
        ("(Phone number):(1) +375 (2) +376 (Fax): +375 (17) 213 (Website):belaz.by\n ",
         [("phonenumber", "(1) +375 (2) +376"), ("fax", "+375 (17) 213"), ("website", "belaz.by")]),
        ("(Subsidiaries):A LLC \nB LLC (Business Reg No): 12",
         [("subsidiary", "A LLC \nB LLC"), ("businessregistrationnumber", "12")]),
        # A label that is none stays where it is: `New York (United States of America): ...`
        ("(UK Statement of Reasons):In New York (United States of America): a flat.",
         [("ukstatementofreasons", "In New York (United States of America): a flat.")]),
        ("(UK Sanctions List Ref):. Nothing.", [("otherinformation", ". Nothing.")]),
    ],
)  # fmt: skip
def test_labels_part_the_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [item for row in labelled(text) for item in row.items()] == expected
