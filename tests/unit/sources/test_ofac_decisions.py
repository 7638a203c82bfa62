"""Which day and which legal authority a decision of OFAC's has, of what stands on the party."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.sources.ofac_decisions import _ORDERS, Listing, legal_bases, listed_on

SDN, CONS = "SDN List", "Consolidated List"
SSI, PLC = "Sectoral Sanctions Identifications List", "Non-SDN Palestinian Legislative Council List"
MENU, CMIC = "Non-SDN Menu-Based Sanctions List", "Non-SDN CMIC List"
CAPTA, FSE = "CAPTA List", "FSE List"
EO13224, EO13662, EO14024 = (
    "Executive Order 13224 (Terrorism)",
    "Executive Order 13662 (Ukraine)",
    "Executive Order 14024 (Russia)",
)
GL4 = "General License 4 Under EO 13224 (Terrorism)"


@pytest.mark.parametrize(
    ("programmes", "authorities", "bases", "left"),
    [
        # <sanctionsProgram>CAATSA - RUSSIA  <legalAuthority>CAATSA - Section 231
        (["CAATSA - RUSSIA"], ["CAATSA - Section 231"], {"CAATSA - RUSSIA": "CAATSA - Section 231"}, ()),
        (["SDGT"], [EO13224, "INA"], {"SDGT": f"{EO13224}; INA"}, ()),
        (["SDGT"], [], {}, ()),
        (["SDGT", "SDGT"], [EO13224, EO13224], {"SDGT": EO13224}, ()),
        # 18741: the programmes and the authorities stand in opposite order
        (
            ["RUSSIA-EO14024", "UKRAINE-EO13662"],
            [EO13662, EO14024],
            {"RUSSIA-EO14024": EO14024, "UKRAINE-EO13662": EO13662},
            (),
        ),
        # 9647: a licence under an order is not the order
        (["NS-PLC", "SDGT"], [GL4, EO13224], {"NS-PLC": GL4, "SDGT": EO13224}, ()),
        # 17526: the table's legal bases name E.O. 13608 and, among others, 13582
        (
            ["SYRIA", "FSE-SY"],
            ["Executive Order 13608 (Iran/Syria)", "Executive Order 13582 (Syria)"],
            {"SYRIA": "Executive Order 13582 (Syria)", "FSE-SY": "Executive Order 13608 (Iran/Syria)"},
            (),
        ),
        # 18782: one authority names no number, and one programme is left
        (
            ["UKRAINE-EO13662", "RUSSIA-EO14024", "IRAN-CON-ARMS-EO"],
            [EO14024, EO13662, "Executive Order - Convential Arms (Iran)"],
            {
                "RUSSIA-EO14024": EO14024,
                "UKRAINE-EO13662": EO13662,
                "IRAN-CON-ARMS-EO": "Executive Order - Convential Arms (Iran)",
            },
            (),
        ),
        # Marks beside another programme rest on nothing of their own
        (["SDGT", "IFSR", "IRGC"], [EO13224], {"SDGT": EO13224}, ()),
        # Two are left and nothing tells which is whose
        (["SDGT", "IFSR", "IRGC"], [EO13224, "TRA"], {"SDGT": EO13224}, ("TRA",)),
        (["CUBA", "BPI-NEW"], ["A", "B"], {}, ("A", "B")),
        ([], [EO13224], {}, (EO13224,)),
    ],
)
def test_legal_authorities_go_to_the_programmes_they_name(
    programmes: list[str], authorities: list[str], bases: dict[str, str], left: tuple[str, ...]
) -> None:
    assert legal_bases(programmes, authorities) == (bases, left)


def on(**days: str) -> list[Listing]:
    names = {"sdn": SDN, "cons": CONS, "ssi": SSI, "plc": PLC, "menu": MENU, "cmic": CMIC, "capta": CAPTA,
             "fse": FSE}  # fmt: skip
    return [Listing(names[name], dt.date.fromisoformat(day)) for name, day in days.items()]


@pytest.mark.parametrize(
    ("programme", "listings", "of_cons", "of_sdn"),
    [
        # On a list of its own, whichever edition shows it
        ("NS-PLC", on(plc="2006-04-12", cons="2014-10-10", sdn="2023-11-14"), "2006-04-12", "2006-04-12"),
        ("SDGT", on(plc="2006-04-12", cons="2014-10-10", sdn="2023-11-14"), "2023-11-14", "2023-11-14"),
        ("CMIC-EO13959", on(cmic="2021-06-03", cons="2021-06-03"), "2021-06-03", "2021-06-03"),
        ("561-Related", on(cons="2014-10-10", capta="2019-03-14"), "2019-03-14", "2019-03-14"),
        ("FSE-SY", on(fse="2014-12-17", sdn="2014-12-18"), "2014-12-17", "2014-12-17"),
        # Subject to directives first, blocked later: VTB
        ("UKRAINE-EO13662", on(ssi="2014-07-29", sdn="2022-02-24"), "2014-07-29", "2022-02-24"),
        ("RUSSIA-EO14024", on(ssi="2014-07-29", sdn="2022-02-24"), "2022-02-24", "2022-02-24"),
        # A menu and no blocking
        ("RUSSIA-EO14024", on(ssi="2014-07-29", menu="2022-02-24"), "2022-02-24", None),
        ("BURMA-EO14014", on(menu="2023-10-31", cons="2023-10-31"), "2023-10-31", None),
        # GPB INTERNATIONAL SA: its day on the SDN list is before the order of 15 April 2021
        ("RUSSIA-EO14024", on(ssi="2016-09-01", cons="2016-09-01", sdn="2016-09-01"), None, None),
        # ROSOBORONEKSPORT: the reviewed table names the order (13949, of autumn 2020) of this code
        ("IRAN-CON-ARMS-EO", on(ssi="2015-12-22", sdn="2018-04-06"), None, None),
        # The consolidated list dates itself and no decision
        ("SDGT", on(cons="2014-10-10"), None, None),
        ("SDGT", [Listing(SDN)], None, None),
        ("SDGT", [], None, None),
        # A code nobody knows yet: an order between two known ones is not older than the first of them
        ("NEW-EO14100", on(sdn="2023-05-04"), "2023-05-04", "2023-05-04"),
        ("NEW-EO14100", on(sdn="2023-05-03"), None, None),
        ("NEW", on(sdn="1995-01-24"), "1995-01-24", "1995-01-24"),
    ],
)
def test_the_day_of_a_decision_is_that_of_the_list_it_put_the_party_on(
    programme: str, listings: list[Listing], of_cons: str | None, of_sdn: str | None
) -> None:
    assert listed_on(programme, listings, on_sdn=False) == of_cons
    assert listed_on(programme, listings, on_sdn=True) == of_sdn


def test_the_orders_were_signed_in_the_order_of_their_numbers() -> None:
    assert list(_ORDERS) == sorted(_ORDERS)
    assert list(_ORDERS.values()) == sorted(_ORDERS.values())
