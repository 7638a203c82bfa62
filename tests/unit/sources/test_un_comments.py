"""The UN's comments give up what has a field of its own."""

from __future__ import annotations

import pytest

from namesake.model.values import Contact, Gender, Identifier, IdentifierType, ListId
from namesake.sources.un_comments import contacts, genders, identifiers, legal_basis, relations

UN = ListId("un-sc")


def mentioned(comments: str, own: str = "QDi.999") -> list[tuple[str, str | None]]:
    found = relations(comments, list_id=UN, own=own)
    assert {relation.type for relation in found} <= {"mentioned in comments"}
    return [(relation.name, relation.party) for relation in found]


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        # QDi.316
        (
            "Founder and leader of Ansar Eddine (QDe.135). Member of the Tuareg Ifogas tribe. Linked to "
            "the Organization of Al-Qaida in the Islamic Maghreb (QDe.014) and Mouvement pour l’Unification "
            "et le Jihad en Afrique de l’Ouest (MUJAO) (QDe.134).",
            [
                ("Ansar Eddine", "un-sc:QDe.135"),
                ("Organization of Al-Qaida in the Islamic Maghreb", "un-sc:QDe.014"),
                ("Mouvement pour l’Unification et le Jihad en Afrique de l’Ouest", "un-sc:QDe.134"),
            ],
        ),
        # TAi.144
        (
            "Heading the Haqqani Network (TAe.012) as of late 2012. Son of Jalaluddin Haqqani (TAi.040).",
            [("Haqqani Network", "un-sc:TAe.012"), ("Jalaluddin Haqqani", "un-sc:TAi.040")],
        ),
        # QDi.292
        (
            "Known associate of Qasim Yahya Mahdi al-Rimi (QDi.282) and Fahd al-Quso (deceased).",
            [("Qasim Yahya Mahdi al-Rimi", "un-sc:QDi.282")],
        ),
        # CFi.009
        (
            "Kony is the founder of the Lord’s Resistance Army (LRA) (CFe.002).",
            [("Lord’s Resistance Army", "un-sc:CFe.002")],
        ),
        # QDe.142: the point is missing
        ("and Abubakar Mohammed Shekau (QDi322).", [("Abubakar Mohammed Shekau", "un-sc:QDi.322")]),
        # SOi.018, with a small letter and a dash
        (
            "and Al-Qaida in the Islamic Maghreb (AQIM – Qde.014).",
            [("Al-Qaida in the Islamic Maghreb", "un-sc:QDe.014")],
        ),
        # QDi.264: no name stands before it
        (
            "Financier of it (listed under permanent reference number QDe.118).",
            [("QDe.118", "un-sc:QDe.118")],
        ),
    ],
)
def test_other_entries_are_named_with_their_numbers(comments: str, expected: list[tuple[str, str]]) -> None:
    assert mentioned(comments) == expected


def test_an_entry_named_twice_is_one_relation_under_its_first_name() -> None:
    assert mentioned("Linked to Al-Qaida (QDe.004). Trained by AQ (QDe.004).") == [
        ("Al-Qaida", "un-sc:QDe.004")
    ]


def test_an_entry_does_not_refer_to_itself() -> None:
    assert mentioned("Also listed as Kony (CFi.009).", own="CFi.009") == []


@pytest.mark.parametrize(
    "comments", ["", "Resolution 1822 (2008) was concluded.", "[Old Reference # E.47.A.7]", "page123"]
)
def test_other_numbers_are_no_references(comments: str) -> None:
    assert mentioned(comments) == []


@pytest.mark.parametrize(
    ("comments", "basis"),
    [
        # LYi.013
        (
            "Listed pursuant to paragraphs 15 and 17 of resolution 1970 (Travel Ban, Asset Freeze). Believed",
            "paragraphs 15 and 17 of resolution 1970 (Travel Ban, Asset Freeze)",
        ),
        # CDi.037
        (
            "Listed pursuant to paragraphs 7 (b), 7 (e), and 7 (h) of resolution 2293 (2016) as “being",
            "paragraphs 7 (b), 7 (e), and 7 (h) of resolution 2293 (2016)",
        ),
        # LYi.006
        (
            "Listed on 17 March 2011 pursuant to paragraph 17 of resolution 1973 (Asset Freeze).",
            "paragraph 17 of resolution 1973 (Asset Freeze)",
        ),
        ("Review pursuant to Security Council resolution 1822 (2008) was concluded on 15 Jun. 2010.", None),
        ("", None),
    ],
)
def test_the_resolution_a_party_is_listed_under_is_the_legal_basis(comments: str, basis: str | None) -> None:
    assert legal_basis(comments) == basis


@pytest.mark.parametrize(
    ("comments", "gender"),
    [
        ("Gender: Male INTERPOL-UN Security Council Special Notice", [Gender.MALE]),  # SDi.012
        ("Gender [Male]. INTERPOL-UN", [Gender.MALE]),  # YEi.001
        ("in the Syrian Arab Republic. Sex: female. Husband’s name is", [Gender.FEMALE]),  # QDi.360
        ("Physical description: sex: male, hair colour: black", [Gender.MALE]),  # QDi.412
        ("Killed 34 unarmed civilians, male and female", []),
    ],
)
def test_a_gender_is_read_where_it_is_called_one(comments: str, gender: list[Gender]) -> None:
    assert list(genders(comments)) == gender


@pytest.mark.parametrize(
    ("comments", "expected"),
    [
        ("SWIFT/BIC: KUDBKPPY", [(IdentifierType.BIC, "KUDBKPPY")]),  # KPe.033
        ("SWIFT: DCBKKPPY. Daedong Credit Bank", [(IdentifierType.BIC, "DCBKKPPY")]),  # KPe.023
        (
            "International Maritime Organization (IMO) Number: 1790183.",
            [(IdentifierType.IMO, "1790183")],
        ),  # KPe.020
        ("Company Number IMO 5434358.", [(IdentifierType.IMO, "5434358")]),  # KPe.066
        ("IMO: 9058713 Listed pursuant", [(IdentifierType.IMO, "9058713")]),  # LYe.006
        ("Telephone number: +850-2-18111(ext. 8327).", []),
    ],
)
def test_bank_and_ship_numbers_are_read(comments: str, expected: list[tuple[IdentifierType, str]]) -> None:
    assert list(identifiers(comments)) == [Identifier(kind, value) for kind, value in expected]


def test_the_partys_own_addresses_on_the_net_are_read() -> None:
    # KPe.016, QDe.133
    text = (
        "Email addresses: ryonha@silibank.com; sjc-117@hotmail.com. Website: http://ansharuttauhid.com/ "
        "Review link:https://www.interpol.int/en/How-we-work (see https://www.un.org/sc/suborg/en/sanctions/751)."
    )
    assert list(contacts(text)) == [
        Contact("e-mail", "ryonha@silibank.com"),
        Contact("e-mail", "sjc-117@hotmail.com"),
        Contact("website", "http://ansharuttauhid.com/"),
    ]
