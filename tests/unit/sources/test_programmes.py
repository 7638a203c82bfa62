"""What designations under a programme forbid is read from a table that is complete in itself."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest

from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.sources.programmes import designation, is_known, programme_of, unreviewed
from namesake.sources.recognition import deliveries, reading_of
from tests.surface.making import eu_xml, ofac_xml, un_xml

UN = "UN Security Council"
EU = "Council of the European Union"
UK = "UK Government"
BLOCKED = (Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN)
FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)

ROWS = [
    line.split("\t")
    for line in (pkgutil.get_data("namesake.sources", "programmes.tsv") or b"").decode().splitlines()[1:]
]


@pytest.mark.parametrize(
    ("authority", "programme", "effects"),
    [
        # E.O. 13224: property blocked, dealings by US persons prohibited.
        ("OFAC", "SDGT", BLOCKED),
        # 18 U.S.C. 2339B: material support is a crime; financial institutions retain the funds.
        ("OFAC", "FTO", (Effect.MATERIAL_SUPPORT_CRIME, Effect.ASSET_FREEZE)),
        ("OFAC", "GLOMAG", BLOCKED),
        ("OFAC", "IRAQ3", BLOCKED),
        ("OFAC", "NPWMD", BLOCKED),
        ("OFAC", "RUSSIA-EO14024", BLOCKED),
        # 31 CFR part 561 blocks nobody: banks that deal with them risk their US accounts.
        ("OFAC", "IFSR", (Effect.SECONDARY_RISK,)),
        ("OFAC", "DPRK4", (*BLOCKED, Effect.SECONDARY_RISK)),
        # "members ... are not blocked; banks reject transactions"
        ("OFAC", "NS-PLC", (Effect.TRANSACTIONS_REJECTED,)),
        ("OFAC", "CMIC-EO13959", (Effect.SECURITIES_FORBIDDEN,)),
        ("OFAC", "561-Related", (Effect.CORRESPONDENT_ACCOUNTS,)),
        # E.O. 13608 forbids dealings and blocks no property.
        ("OFAC", "FSE-IR", (Effect.DEALINGS_FORBIDDEN,)),
        ("OFAC", "ISA", (Effect.MENU_BASED,)),
        (UN, "Al-Qaida", (*FROZEN, Effect.TRAVEL_BAN, Effect.ARMS_EMBARGO)),
        (UN, "Taliban", (*FROZEN, Effect.TRAVEL_BAN, Effect.ARMS_EMBARGO)),
        (UN, "DPRK", (*FROZEN, Effect.TRAVEL_BAN)),
        # Resolution 1483 freezes and transfers funds; 2048 bans travel and freezes nothing.
        (UN, "Iraq", (Effect.ASSET_FREEZE,)),
        (UN, "GB", (Effect.TRAVEL_BAN,)),
        (EU, "UKR", FROZEN),
        (EU, "TERR", FROZEN),
        ("European Commission", "TAQA", FROZEN),
        (UK, "Russia", FROZEN),
        (UK, "Guinea-Bissau", FROZEN),
        # The UK Sanctions List names the sanctions of each entry itself.
        (UK, "The Russia (Sanctions) (EU Exit) Regulations 2019", ()),
        # "For all items subject to the EAR", 15 CFR 744.11; the Unverified List only takes exceptions away.
        ("BIS", "EL", (Effect.EXPORT_LICENCE,)),
        ("BIS", "UVL", (Effect.LICENCE_EXCEPTIONS_SUSPENDED,)),
        ("BIS", "DPL", (Effect.EXPORT_PRIVILEGES_DENIED,)),
        ("US State Department", "DTC", (Effect.DEFENCE_TRADE_DEBARRED,)),
        ("US State Department", "E.O. 13382", BLOCKED),
        ("US State Department", "Transfer of Lethal Military Equipment", ()),
        # SOR/2014-58, s. 3: any dealing; ss. 3.1 and 3.2: new debt and equity of those in Schedules 2 and 3.
        ("Global Affairs Canada", "Russia", (*BLOCKED, Effect.FUNDS_FORBIDDEN)),
        ("Global Affairs Canada", "Russia, Schedule 1.1", (Effect.SHIPPING,)),
        ("Global Affairs Canada", "Russia, Schedule 3", (Effect.SECTORAL,)),
        # Australia's file says it of each record.
        ("DFAT", "1988 (Taliban)", ()),
        # SR 946.231.176.72 art. 15 and 29
        ("SECO", "946.231.176.72, annex 8", (*FROZEN, Effect.TRAVEL_BAN)),
        # "UNLI - 14.05.2019": on the UN's list, in no regulation of the EU yet.
        (UN, "UNLI", ()),
    ],
)
def test_a_programme_has_the_effects_of_its_law(
    authority: str, programme: str, effects: tuple[Effect, ...]
) -> None:
    assert is_known(authority, programme)
    assert designation(authority, programme).effects == effects


@pytest.mark.parametrize(
    ("authority", "programme"),
    [
        ("OFAC", "SDGT2"),
        ("OFAC", None),
        ("OFAC", ""),
        ("OFAC", "UKR"),
        (EU, "SDGT"),
        ("Somebody", "SDGT"),
        ("", ""),
    ],
)
def test_a_programme_that_is_not_in_the_table_has_no_effects_and_says_so(
    authority: str, programme: str | None
) -> None:
    assert not is_known(authority, programme)
    assert programme_of(authority, programme) is None
    assert designation(authority, programme) == Designation(authority, programme)


def test_what_the_list_says_stands_in_the_designation() -> None:
    made = designation(
        "OFAC",
        "SDGT",
        listed_on=PartialDate("2011-10-11"),
        amended_on=(PartialDate("2012"),),
        delisted_on=PartialDate("2020"),
        reason="for its acts",
        url="https://example.org/notice",
        legal_basis="E.O. 13224",
    )
    assert made == Designation(
        "OFAC",
        "SDGT",
        legal_basis="E.O. 13224",
        listed_on=PartialDate("2011-10-11"),
        amended_on=(PartialDate("2012"),),
        delisted_on=PartialDate("2020"),
        reason="for its acts",
        effects=BLOCKED,
        url="https://example.org/notice",
    )


def test_a_legal_basis_and_source_the_list_does_not_give_come_from_the_table() -> None:
    made = designation("OFAC", "GLOMAG", legal_basis=None)
    assert made.legal_basis == "E.O. 13818; 31 CFR part 583"
    assert made.url == "https://www.federalregister.gov/executive-order/13818"


def test_effects_the_list_gives_stand_beside_those_of_the_table_once_each() -> None:
    # OFAC: "Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended"
    made = designation("OFAC", "SDGT", effects=(Effect.SECONDARY_RISK, Effect.ASSET_FREEZE))
    assert made.effects == (*BLOCKED, Effect.SECONDARY_RISK)


def test_a_travel_ban_falls_on_persons_only() -> None:
    assert Effect.TRAVEL_BAN in designation(UN, "Al-Qaida", kind=Kind.PERSON).effects
    assert Effect.TRAVEL_BAN in designation(UN, "Al-Qaida").effects
    assert designation(UN, "Al-Qaida", kind=Kind.ORGANIZATION).effects == (*FROZEN, Effect.ARMS_EMBARGO)


@pytest.mark.parametrize(
    ("programme", "legal_basis", "effects"),
    [
        # LYi.006 "Listed pursuant to paragraph 15 of resolution 1970 (Travel Ban)"
        ("Libya", "paragraph 15 of resolution 1970 (Travel Ban)", (Effect.TRAVEL_BAN,)),
        ("Libya", "paragraph 19 of resolution 1973 (Asset Freeze)", FROZEN),
        (
            "Libya",
            "paragraphs 15 and 17 of resolution 1970 (Travel\n                    Ban, Asset Freeze)",
            (*FROZEN, Effect.TRAVEL_BAN),
        ),
        # YEe.001, the Houthis
        (
            "Yemen",
            "paragraph 5 of resolution 2624 (2022) as subject to the measures imposed by paragraph 14 of "
            "resolution 2216 (2015) (targeted arms embargo)",
            (Effect.ARMS_EMBARGO,),
        ),
        (
            "Libya",
            "paragraphs 10(a), 10 (b), 10(c) and 10(d) of resolution 2146 (2014) (prohibition to load, "
            "transport or discharge; prohibition to enter ports)",
            (Effect.SECTORAL,),
        ),
        (
            "Libya",
            "paragraph 17 of resolution 1973, as modified on 16 September",
            (*FROZEN, Effect.TRAVEL_BAN),
        ),
    ],
)
def test_measures_that_a_un_legal_basis_names_hold_instead_of_the_regimes(
    programme: str, legal_basis: str, effects: tuple[Effect, ...]
) -> None:
    assert designation(UN, programme, legal_basis=legal_basis).effects == effects


def test_only_the_uns_legal_bases_are_searched_for_measures() -> None:
    assert designation(EU, "LBY", legal_basis="EU 2016/44 (travel ban)").effects == FROZEN


def test_a_programme_that_is_not_in_the_table_is_reported_once_behind_its_first_party() -> None:
    def party(number: int, *codes: str) -> Party:
        made = tuple(designation("BIS", code) for code in codes)
        names = (Name("A", Quality.PRIMARY),)
        return Party(PartyId(f"zz:{number}"), ListId("zz"), Kind.PERSON, names, designations=made)

    lost = Problem("f line 1", "unreadable", lost=True)
    records: list[Party | Problem] = [party(1, "EL"), lost, party(2, "NEW", "EL"), party(3, "NEW")]
    told = list(unreviewed(records, "f"))
    assert [one for one in told if one not in records] == [told[3]]
    assert isinstance(told[3], Problem)
    assert (told[3].where, told[3].record, told[3].lost) == ("f 2", "2", False)
    assert "the programme 'NEW' of BIS is not in the table of effects" in told[3].message


def test_no_programme_stands_in_the_table_twice() -> None:
    keys = [(row[0], row[1]) for row in ROWS]
    assert len(set(keys)) == len(keys) > 130


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_row_has_a_name_a_legal_basis_and_a_public_source(row: list[str]) -> None:
    family, code, name, basis, effects, source = row
    assert family in ("us", "un", "eu", "gb", "au", "ca", "ch")
    assert name == name.strip() != ""
    assert source.startswith("https://")
    assert all(Effect(effect) for effect in effects.split("; ") if effect)
    # Australia's file and the UK Sanctions List give the measures record by record; of an ordinance whose
    # annexes differ, and of a statute that only its notices apply, nothing is said of all.
    assert basis or code == "UNLI"
    silent = ("UNLI", "946.231.176.72", "Transfer of Lethal Military Equipment")
    by_record = family == "au" or (family == "gb" and code.startswith("The "))
    assert bool(effects) is (not by_record and code not in silent)


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] == "us"], ids=lambda row: row[1])
def test_a_code_that_names_an_executive_order_rests_on_that_order(row: list[str]) -> None:
    _, code, _, basis, _, source = row
    number = code.rpartition("EO")[2]
    if number.isdigit():
        assert f"E.O. {number}" in basis
        assert source.endswith(number)


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] == "eu"], ids=lambda row: row[1])
def test_an_eu_programme_freezes_funds_and_bans_no_travel(row: list[str]) -> None:
    # Travel bans stand in decisions under the common foreign and security policy, not in the regulations.
    assert tuple(Effect(effect) for effect in row[4].split("; ")) == FROZEN


def test_a_regime_of_ofsis_list_and_its_regulations_rest_on_the_same_act() -> None:
    rows = [row for row in ROWS if row[0] == "gb"]
    regulations = {row[3]: row[1] for row in rows if row[1].startswith("The ")}
    regimes = [row for row in rows if not row[1].startswith("The ")]
    assert len(regimes) == len(regulations) == 31
    for _, code, _, basis, effects, source in regimes:
        assert regulations[basis] == "The " + basis.partition(" (S.I.")[0], code
        assert tuple(Effect(effect) for effect in effects.split("; ")) == FROZEN
        number = basis.partition("(S.I. ")[2].removesuffix(")")
        assert source == f"https://www.legislation.gov.uk/uksi/{number}"
        # `Regulations 2019 (S.I. 2019/855)`: an instrument is numbered in the year its title names.
        assert basis.partition(" (S.I.")[0].endswith(number.partition("/")[0])


@pytest.mark.parametrize(
    ("make", "known"),
    [(ofac_xml, ">SDGT<"), (un_xml, ">Al-Qaida<"), (eu_xml, '"IRN"')],
    ids=["us", "un", "eu"],
)
def test_every_reader_tells_once_of_a_programme_that_is_not_in_the_table(
    make: Callable[[Path], Path], known: str, tmp_path: Path
) -> None:
    path = make(tmp_path)
    text = path.read_text("utf-8")
    assert known in text
    for written, told in ((text, 0), (text.replace(known, f"{known[0]}NEW-ONE{known[-1]}"), 1)):
        path.write_text(written, "utf-8")
        (delivery,) = deliveries(path)
        problems = [one for one in reading_of(delivery).records if isinstance(one, Problem)]
        assert [(one.field, one.lost) for one in problems] == [("programme", False)] * told
        assert all("'NEW-ONE' of" in one.message for one in problems)
