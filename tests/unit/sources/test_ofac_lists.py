"""Which of OFAC's lists a file is, and what being on it means."""

from __future__ import annotations

import datetime as dt

import pytest

from namesake.errors import ListError
from namesake.model.party import Effect
from namesake.model.values import Detail, ListId
from namesake.sources.ofac_decisions import Listing
from namesake.sources.ofac_lists import CONSOLIDATED, SDN, Grounds, choose_list, designations

_DIRECTIVE_1 = "Executive Order 13662 Directive Determination - Subject to Directive 1"
_DIRECTIVE_3 = (
    "Executive Order 14024 Directive Information Subject to Directive 3 - All transactions in, provision of "
    "financing for, and other dealings in new debt of longer than 14 days maturity"
)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Grounds(("CUBA",)), SDN),
        (Grounds(("RUSSIA-EO14024",)), SDN),
        (Grounds(("UKRAINE-EO13662",)), SDN),
        (Grounds(("SDGT", "IFSR")), SDN),
        (Grounds(("NS-PLC",)), CONSOLIDATED),
        (Grounds(("CMIC-EO13959",)), CONSOLIDATED),
        (Grounds(("561-Related",)), CONSOLIDATED),
        (Grounds(("FSE-IR",)), CONSOLIDATED),
        (Grounds(("UKRAINE-EO13662",), notes=[_DIRECTIVE_1]), CONSOLIDATED),
    ],
)
def test_the_grounds_of_an_entry_tell_its_list(entry: Grounds, expected: ListId) -> None:
    assert choose_list([entry], name="x.xml") == expected


@pytest.mark.parametrize(
    "entry",
    [
        # 9659 HAMMAD, on both lists with both programmes.
        Grounds(("NS-PLC", "SDGT")),
        # 17526 BEKTAS, on the SDN list.
        Grounds(("FSE-SY", "SYRIA")),
        # 17013 VTB BANK, on both lists.
        Grounds(("UKRAINE-EO13662", "RUSSIA-EO14024"), notes=[_DIRECTIVE_1]),
        # 34644 ALROSA on the SDN list, 34736 RUSSIAN RAILWAYS on the other.
        Grounds(("RUSSIA-EO14024",), notes=[_DIRECTIVE_3]),
    ],
)
def test_an_entry_that_could_be_on_either_list_is_not_guessed_at(entry: Grounds) -> None:
    with pytest.raises(ListError, match=r"could be us-ofac-sdn or us-ofac-cons; say which with --list"):
        choose_list([entry], name="x.xml")
    assert choose_list([entry], name="x.xml", as_list=CONSOLIDATED) == CONSOLIDATED
    assert choose_list([entry], name="x.xml", as_list=SDN) == SDN


def test_the_majority_decides_where_single_entries_mislead() -> None:
    ssi = Grounds(("UKRAINE-EO13662",), notes=[_DIRECTIVE_1])
    menu = Grounds(("CAATSA - RUSSIA",))
    assert choose_list([ssi, ssi, menu], name="x.xml") == CONSOLIDATED


def test_a_list_that_the_entries_contradict_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.xml is an edition of us-ofac-sdn and can't be us-ofac-cons"):
        choose_list([Grounds(("CUBA",))], name="sdn.xml", as_list=CONSOLIDATED)


def test_another_publishers_list_is_refused() -> None:
    with pytest.raises(ListError, match="can't be un-sc"):
        choose_list([Grounds(("CUBA",))], name="sdn.xml", as_list=ListId("un-sc"))


def test_a_file_without_entries_is_refused() -> None:
    with pytest.raises(ListError, match=r"sdn\.xml holds no entries"):
        choose_list([], name="sdn.xml")


def test_every_programme_is_a_decision_of_ofac_with_its_effects() -> None:
    sdgt, ifsr = designations(Grounds(("SDGT", "IFSR", "SDGT")), SDN)
    assert (sdgt.authority, sdgt.programme, ifsr.programme) == ("OFAC", "SDGT", "IFSR")
    assert Effect.ASSET_FREEZE in sdgt.effects
    assert sdgt.listed_on is None


def test_nobody_is_blocked_by_an_entry_of_the_consolidated_list() -> None:
    grounds = Grounds(("RUSSIA-EO14024",), notes=[_DIRECTIVE_3])
    (blocked,) = designations(grounds, SDN)
    (restricted,) = designations(grounds, CONSOLIDATED)
    assert Effect.ASSET_FREEZE in blocked.effects
    assert Effect.ASSET_FREEZE not in restricted.effects
    assert Effect.SECTORAL in restricted.effects


@pytest.mark.parametrize(
    ("programmes", "notes", "blocked", "less"),
    [
        (("UKRAINE-EO13662", "VENEZUELA-EO13850"), [_DIRECTIVE_1], "VENEZUELA-EO13850", Effect.SECTORAL),
        (("RUSSIA-EO14024", "UKRAINE-EO13662"), [_DIRECTIVE_1], "RUSSIA-EO14024", Effect.SECTORAL),
        (("SDGT", "NS-PLC"), [], "SDGT", Effect.TRANSACTIONS_REJECTED),
        (("FSE-SY", "SYRIA"), [], "SYRIA", Effect.DEALINGS_FORBIDDEN),
    ],
)
def test_who_is_on_the_consolidated_list_for_one_programme_is_blocked_under_the_other(
    programmes: tuple[str, ...], notes: list[str], blocked: str, less: Effect
) -> None:
    decisions = designations(Grounds(programmes, notes=notes), CONSOLIDATED)
    found = {one.programme: one.effects for one in decisions}
    assert {Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN} <= set(found.pop(blocked))
    assert list(found.values()) == [(less,)]


def test_directive_2_closes_correspondent_accounts() -> None:
    details = [Detail("Listing Date (EO 14024 Directive 2)", "24 Feb 2022")]
    (decision,) = designations(Grounds(("RUSSIA-EO14024",), details=details), CONSOLIDATED)
    assert Effect.CORRESPONDENT_ACCOUNTS in decision.effects
    assert Effect.SECTORAL not in decision.effects


@pytest.mark.parametrize(
    ("programme", "details", "expected"),
    [
        ("CMIC-EO13959", [Detail("Listing Date (CMIC)", "03 Jun 2021")], "2021-06-03"),
        ("BURMA-EO14014", [Detail("Listing Date (EO 14014 Directive 1)", "31 Oct 2023")], "2023-10-31"),
        (
            "RUSSIA-EO14024",
            [
                Detail("Listing Date (EO 14024 Directive 3)", "24 Feb 2022"),
                Detail("Listing Date (EO 14024 Directive 1a)", "22 Feb 2022"),
            ],
            "2022-02-22",
        ),
        ("UKRAINE-EO13662", [Detail("Listing Date (EO 14024 Directive 3)", "24 Feb 2022")], None),
        ("CMIC-EO13959", [Detail("Effective Date (CMIC)", "02 Aug 2021")], None),
    ],
)
def test_a_listing_date_dates_the_decision_it_belongs_to(
    programme: str, details: list[Detail], expected: str | None
) -> None:
    (decision,) = designations(Grounds((programme,), details=details), CONSOLIDATED)
    assert decision.listed_on == expected


def test_on_the_sdn_list_the_date_of_a_directive_is_no_date_of_blocking() -> None:
    # SBERBANK: "Listing Date (EO 14024 Directive 2): 24 Feb 2022", and on the SDN list since April.
    details = [Detail("Listing Date (EO 14024 Directive 2)", "24 Feb 2022")]
    (decision,) = designations(Grounds(("RUSSIA-EO14024",), details=details), SDN)
    assert decision.listed_on is None


@pytest.mark.parametrize(
    ("note", "programmes", "expected"),
    [
        (
            "Additional Sanctions Information - Subject to Secondary Sanctions",
            ("SDGT", "CUBA"),
            ("SDGT", "CUBA"),
        ),
        (
            "Secondary sanctions risk: Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201",
            ("UKRAINE-EO13660", "CAR", "TCO"),
            ("UKRAINE-EO13660",),
        ),
        (
            "Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by E.O. 13886",
            ("SDGT", "CUBA"),
            ("SDGT",),
        ),
        (
            "Secondary sanctions risk: North Korea Sanctions Regulations, 510.201",
            ("DPRK2", "CUBA"),
            ("DPRK2",),
        ),
        # A law none of whose programmes the entry has: then it may be any.
        ("Secondary sanctions risk: North Korea Sanctions Regulations, 510.201", ("CUBA",), ("CUBA",)),
    ],
)
def test_the_mark_of_secondary_sanctions_stands_with_the_programmes_of_its_law(
    note: str, programmes: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    found = designations(Grounds(programmes, notes=[note]), SDN)
    assert tuple(one.programme for one in found if Effect.SECONDARY_RISK in one.effects) == expected
    assert all(Effect.ASSET_FREEZE in one.effects for one in found if one.programme == "SDGT")


def test_without_the_mark_no_risk_of_secondary_sanctions_is_made_up() -> None:
    (decision,) = designations(Grounds(("RUSSIA-EO14024",), notes=["POB Moscow, Russia"]), SDN)
    assert Effect.SECONDARY_RISK not in decision.effects


def test_a_blocking_programme_without_directive_means_a_choice_from_the_menu_on_the_consolidated_list() -> (
    None
):
    (decision,) = designations(Grounds(("CAATSA - RUSSIA",)), CONSOLIDATED)
    assert decision.effects == (Effect.MENU_BASED,)


_ON_BOTH = [Listing("SDN List"), Listing("Consolidated List"), Listing("Non-SDN CMIC List")]
_ON_SDN, _ON_CONS = [Listing("SDN List")], [Listing("Consolidated List"), Listing("FSE List")]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        # The lists a file names go before what the programmes would say.
        ([Grounds(("NS-PLC",), listings=_ON_SDN)], SDN),
        ([Grounds(("CUBA",), listings=_ON_CONS)], CONSOLIDATED),
        ([Grounds(("CUBA",), listings=_ON_BOTH), Grounds(("CUBA",), listings=_ON_CONS)], CONSOLIDATED),
        (
            [*[Grounds((), listings=_ON_BOTH)] * 2, Grounds((), listings=_ON_SDN)],
            SDN,
        ),
    ],
)
def test_the_lists_that_entries_name_tell(entries: list[Grounds], expected: ListId) -> None:
    assert choose_list(entries, name="x.xml") == expected


@pytest.mark.parametrize("listings", [_ON_BOTH, [], [Listing("Some New List")]])
def test_entries_that_name_both_lists_or_neither_are_not_guessed_at(listings: list[Listing]) -> None:
    with pytest.raises(ListError, match="say which with --list"):
        choose_list([Grounds(("CUBA",), listings=listings)] * 3, name="x.xml")


def test_the_day_of_a_directive_goes_before_that_of_a_list() -> None:
    # SBERBANK: subject to Directive 2 since 24 February 2022, blocked and so on the SDN list since 6 April.
    grounds = Grounds(
        ("RUSSIA-EO14024",),
        details=[Detail("Listing Date (EO 14024 Directive 2)", "24 Feb 2022")],
        listings=[
            Listing("SDN List", dt.date(2022, 4, 6)),
            Listing("Consolidated List", dt.date(2014, 10, 10)),
        ],
    )
    (of_cons,), (of_sdn,) = designations(grounds, CONSOLIDATED), designations(grounds, SDN)
    assert (of_cons.listed_on, of_sdn.listed_on) == ("2022-02-24", "2022-04-06")
