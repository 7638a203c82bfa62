"""Remarks as OFAC writes them, with the row quoted above what is read from it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from namesake.model.party import Relation
from namesake.model.values import Contact, Kind, Quality
from namesake.sources.ofac_facts import Entry
from namesake.sources.ofac_lists import SDN
from namesake.sources.ofac_remarks import add_remarks, is_cut


def read(text: str, **options: Any) -> Entry:
    entry = Entry("1", "sdn.csv line 1", Kind.PERSON)
    add_remarks(entry, text, **options)
    assert not entry.problems
    return entry


def test_the_remarks_on_soleimani_are_taken_apart() -> None:
    # 10481,"SOLEIMANI, Qasem",...,
    entry = read(
        "DOB 11 Mar 1957; POB Qom, Iran; nationality Iran; citizen Iran; Additional Sanctions Information - "
        "Subject to Secondary Sanctions; Diplomatic Passport 008827 (Iran) issued 1999.",
        sentence=True,
    )
    assert entry.birth_dates == ["1957-03-11"]
    assert entry.birth_places == ["Qom, Iran"]
    assert [(country.code, country.role.value) for country in entry.countries] == [
        ("ir", "birth"),
        ("ir", "nationality"),
        ("ir", "citizenship"),
    ]
    assert entry.notes == ["Additional Sanctions Information - Subject to Secondary Sanctions"]
    (passport,) = entry.identifiers
    assert (passport.value, passport.country, passport.issued) == ("008827", "ir", "1999")


def test_alternative_facts_count_like_the_first() -> None:
    # 12989,"EL KHANSA, Mohamad Zouheir"
    entry = read(
        "DOB 09 Jan 1971; alt. DOB 09 Jan 1970; POB Barranquilla, Colombia; alt. POB Ghobeiri, Lebanon; "
        "Cedula No. 84077765 (Colombia); alt. Cedula No. E311790 (Colombia); Passport RL 0736643 (Lebanon)"
    )
    assert entry.birth_dates == ["1971-01-09", "1970-01-09"]
    assert entry.birth_places == ["Barranquilla, Colombia", "Ghobeiri, Lebanon"]
    assert [identifier.value for identifier in entry.identifiers] == ["84077765", "E311790", "RL 0736643"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("DOB 10 Dec 1948", "1948-12-10"),
        ("DOB Mar 1965", "1965-03"),
        ("DOB circa 1951", "1951~"),
        ("DOB 1958 to 1962", "1958/1962"),
        ("DOB circa 1979-1982", "1979~/1982~"),
    ],
)
def test_dates_of_birth_may_be_partial(clause: str, expected: str) -> None:
    assert read(clause).birth_dates == [expected]


@pytest.mark.parametrize(
    ("clause", "type_", "value", "country", "issued", "expires"),
    [
        ("Passport G 649385 issued 08 Sep 2006 expires 17 Jul 2011",
         "passport", "G 649385", None, "2006-09-08", "2011-07-17"),
        ("Passport C536660 (Saudi Arabia) issued 05 May 2001 expires 11 Mar 2006",
         "passport", "C536660", "sa", "2001-05-05", "2006-03-11"),
        ("Passport V487440 (Thailand) expires May 2007", "passport", "V487440", "th", None, "2007-05"),
        ("Passport D000000483, Diplomatic (Syria)", "passport", "D000000483, Diplomatic", "sy", None, None),
        ("Passport DB0004470 (Congo, Democratic Republic of the) issued 08 Jun 2012",
         "passport", "DB0004470", "cd", "2012-06-08", None),
        ("C.U.R.P. AIMM67125HCHRRG06 (Mexico) issued 1968",
         "national id", "AIMM67125HCHRRG06", "mx", "1968", None),
        ("R.F.C. # PMA-910805 (Mexico)", "tax id", "PMA-910805", "mx", None, None),
        ("NIT # 800146749-7 (Colombia)", "tax id", "800146749-7", "co", None, None),
        ("D.N.I. 78.865.882 (Spain)", "national id", "78.865.882", "es", None, None),
        ("RIF # J-31136071-9 (Venezuela)", "tax id", "J-31136071-9", "ve", None, None),
        ("SSN 123-45-6789 (United States)", "social security", "123-45-6789", "us", None, None),
        ("Italian Fiscal Code: KMMMHD68D03Z352N", "tax id", "KMMMHD68D03Z352N", "it", None, None),
        ("National ID No. 660000 73767 (Belgium)", "national id", "660000 73767", "be", None, None),
        ("National ID No. K357514(4)", "national id", "K357514(4)", None, None, None),
        ("File Number 7136946 (Delaware) (United States)",
         "registration", "7136946 (Delaware)", "us", None, None),
        ("Public Registration Number 467323, Doc. 694710 (Panama)",
         "registration", "467323, Doc. 694710", "pa", None, None),
        ("Unified Social Credit Code (USCC) 9111000071093019X7 (China)",
         "registration", "9111000071093019X7", "cn", None, None),
        ("Vessel Registration Identification IMO 9187629", "imo", "9187629", None, None, None),
        ("MMSI 572469210", "mmsi", "572469210", None, None, None),
        ("SWIFT/BIC CKLBCNBJ", "bic", "CKLBCNBJ", None, None, None),
        ("ISIN US1694261033", "isin", "US1694261033", None, None, None),
        ("Equity Ticker CHA US", "ticker", "CHA US", None, None, None),
        ("D-U-N-S Number 56-556-9269", "duns", "56-556-9269", None, None, None),
        ("Legal Entity Number 253400V1H6ART1UQ0N98", "lei", "253400V1H6ART1UQ0N98", None, None, None),
        ("Aircraft Tail Number EP-MMH", "aircraft tail number", "EP-MMH", None, None, None),
        ("Aircraft Construction Number (also called L/N or S/N or F/N) 8401",
         "aircraft serial", "8401", None, None, None),
        ("Aircraft Manufacturer's Serial Number (MSN) 1023409321",
         "aircraft serial", "1023409321", None, None, None),
        ("Peruvian Taxpayer No. 12-345 (Peru)", "other", "12-345", "pe", None, None),
    ],
)  # fmt: skip
def test_identifiers_are_read_with_country_and_dates(
    clause: str, type_: str, value: str, country: str | None, issued: str | None, expires: str | None
) -> None:
    (read_,) = read(clause).identifiers
    assert (read_.type, read_.value, read_.country, read_.issued, read_.expires) == (
        type_,
        value,
        country,
        issued,
        expires,
    )


def test_a_wallet_keeps_its_currency() -> None:
    entry = read(
        "Digital Currency Address - XBT 12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h; "
        "alt. Digital Currency Address - ETH 0x7F367cC41522cE07553e823bf3be79A889DEbe1B"
    )
    assert [(wallet.type.value, wallet.label) for wallet in entry.identifiers] == [
        ("wallet", "XBT"),
        ("wallet", "ETH"),
    ]


@pytest.mark.parametrize(
    ("clause", "type_", "value"),
    [
        ("Website http://www.rshb.ru", "website", "http://www.rshb.ru"),
        ("Website:  www.alnakshabandia-army.org", "website", "www.alnakshabandia-army.org"),
        ("www.aleseb.com", "website", "www.aleseb.com"),
        ("http://www.saraproperties.co.uk (website).", "website", "http://www.saraproperties.co.uk"),
        ("info@sanabel.org.uk (email)", "e-mail", "info@sanabel.org.uk"),
        ("Email:adelb@shabakah.net.sa", "e-mail", "adelb@shabakah.net.sa"),
        ("EMAIL kdb@co.chesin.com", "e-mail", "kdb@co.chesin.com"),
        ("Telephone (357)(22660766)", "telephone", "(357)(22660766)"),
        ("PHONE 850 2 18111 ext. 8221", "telephone", "850 2 18111 ext. 8221"),
        ("Alt. Telephone: 982188554432", "telephone", "982188554432"),
        ("Fax No. 263-4-487261", "fax", "263-4-487261"),
        ("Phone Number 982188526300", "telephone", "982188526300"),
    ],
)
def test_contacts_are_found_in_all_their_forms(clause: str, type_: str, value: str) -> None:
    assert read(clause).contacts == [Contact(type_, value)]


def test_what_is_left_of_the_aliases_here_is_weak() -> None:
    # 11462,"KATA'IB HIZBALLAH"
    entry = read(
        "www.aleseb.com; a.k.a. 'ISLAMIC RESISTANCE IN IRAQ'; f.k.a. 'KATA'IB'; n.k.a. 'NEW NAME'.",
        sentence=True,
    )
    assert [(name.text, name.quality) for name in entry.names] == [
        ("ISLAMIC RESISTANCE IN IRAQ", Quality.WEAK),
        ("KATA'IB", Quality.WEAK),
        ("NEW NAME", Quality.WEAK),
    ]
    assert entry.notes == []


def test_a_semicolon_inside_a_name_does_not_end_it() -> None:
    entry = read("a.k.a. 'ONE; TWO'; a.k.a. 'THREE'; DOB 1951")
    assert [name.text for name in entry.names] == ["ONE; TWO", "THREE"]
    assert entry.birth_dates == ["1951"]


def test_a_trade_name_is_a_name() -> None:
    # 11005 in the XML: d.b.a. "ANARQUIA PAINTBALL"
    (name,) = read('d.b.a. "ANARQUIA PAINTBALL"').names
    assert (name.text, name.quality) == ("ANARQUIA PAINTBALL", Quality.WEAK)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # in the XML, 12989
        (
            "(Linked To: GLOBANTY S.A.S.; Linked To: GLOBAL TECHNOLOGY IMPORT & EXPORT, S.A. (GTI); "
            "Linked To: MICRO EMPRESA ASHQUI)",
            ["GLOBANTY S.A.S.", "GLOBAL TECHNOLOGY IMPORT & EXPORT, S.A. (GTI)", "MICRO EMPRESA ASHQUI"],
        ),
        ("(Linked To: POUYA AIR)", ["POUYA AIR"]),
        ("all offices worldwide; (Linked To: BANK MELLI IRAN)", ["BANK MELLI IRAN"]),
        ("(Linked To: ONE (1)); (Linked To: TWO)", ["ONE (1)", "TWO"]),
        # in the CSV
        ("Linked To: NASCO CHEMICALS CO SAL (OFF-SHORE)", ["NASCO CHEMICALS CO SAL (OFF-SHORE)"]),
    ],
)  # fmt: skip
def test_links_are_relations_with_and_without_brackets(text: str, names: list[str]) -> None:
    assert read(text).relations == [Relation("linked to", name) for name in names]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Linked To: HAMAS.", "HAMAS"),
        ("Linked To: HOTEL LA CASCADA S.A.", "HOTEL LA CASCADA S.A."),
        ("Linked To: PROMO MAS, S. DE R.L. DE C.V.", "PROMO MAS, S. DE R.L. DE C.V."),
        ("Linked To: PERSIAN GULF PETROCHEMICAL INDUSTRY CO.", "PERSIAN GULF PETROCHEMICAL INDUSTRY CO."),
        ("Linked To: HAFIZ DARYA SHIPPING CO., LTD.", "HAFIZ DARYA SHIPPING CO., LTD."),
    ],
)
def test_the_period_that_ends_the_sentence_is_no_part_of_a_name(text: str, name: str) -> None:
    assert read(text, sentence=True).relations == [Relation("linked to", name)]


def test_the_title_that_the_csv_repeats_is_passed_over() -> None:
    # 2677,"AL-ZUMAR, Abbud","individual","SDGT","Factional Leader of JIHAD GROUP",...
    remarks = "POB Egypt; Factional Leader of JIHAD GROUP."
    assert read(remarks, sentence=True, title="Factional Leader of JIHAD GROUP").notes == []
    assert read(remarks, sentence=True).notes == ["Factional Leader of JIHAD GROUP"]


def test_a_title_with_semicolons_and_periods_is_passed_over_as_a_whole() -> None:
    entry = read("DOB 1951; Lt. Col.; Chief of Staff, Lt. Col.; nationality Iran.", sentence=True,
                 title="Lt. Col.; Chief of Staff, Lt. Col.")  # fmt: skip
    assert entry.notes == []
    assert entry.birth_dates == ["1951"]
    assert read("DOB 1951; Lt. Col.", sentence=True, title="Lt. Col.").notes == []


@pytest.mark.parametrize(
    "clause",
    [
        "ICTY indictee in custody",
        "Member ETA",
        "all offices worldwide",
        "wife of Izzat Ibrahim Al-Duri",
        "nationality possibly Palestinian;arrested 23 Apr 2002",
        "Passport and National ID were issued in Ulm, Germany",
        "Passport issued in Sarajevo, Bosnia-Herzegovina",
        "Passport 4117921 issued under the name Dilawar Khan Zain Khan",
        "Driver's License is issued by the State of Texas",
        "Company ID: No. 59 531 at Commercial Registry of the Civil Court at Baabda, Lebanon",
        "Position also referred to as Minister of Internal Affairs",
        "#2 in Special Security Organization",
        "Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210",
        "CAATSA Section 235 Information: FOREIGN EXCHANGE. Sec 235(a)(7)",
    ],
)
def test_prose_and_notices_stay_as_notes_in_their_own_words(clause: str) -> None:
    entry = read(clause)
    assert entry.notes == [clause]
    assert (entry.identifiers, entry.countries, entry.positions) == ([], [], [])


def test_a_bracketed_remark_stays_whole() -> None:
    # 11313 ROBOW, shortened
    remark = (
        "(Following data derived from an Eritrean passport: Alt. DOB: 10 October 1969; nationality: Eritrean)"
    )
    entry = read(f"DOB 1969; {remark}; a.k.a. 'ABU MANSUR'")
    assert entry.notes == [remark]
    assert entry.birth_dates == ["1969"]


def test_a_bracket_that_is_never_closed_does_not_swallow_the_rest() -> None:
    entry = read("(never closed; DOB 1969")
    assert entry.birth_dates == ["1969"]
    assert entry.notes == ["(never closed"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Organization Type: Accounting, bookkeeping and auditing activities; tax consultancy; DOB 1951",
            "Accounting, bookkeeping and auditing activities; tax consultancy",
        ),
        ("Organization Type: Central banking; all locations in Nicaragua", "Central banking"),
    ],
)
def test_an_activity_may_hold_a_semicolon(text: str, value: str) -> None:
    assert [detail.value for detail in read(text).details] == [value]


def test_positions_given_as_such_are_positions() -> None:
    entry = read("Position: Director, General Intelligence Directorate; Alternate Title, Police Chief")
    assert entry.positions == ["Director, General Intelligence Directorate", "Police Chief"]


def test_remarks_of_a_thousand_characters_are_cut() -> None:
    assert is_cut("x" * 1000)
    # A cut may fall on a period: "...; R.F.C."
    assert is_cut("x" * 999 + ".")
    assert not is_cut("x" * 999)


def test_the_clause_at_which_remarks_are_cut_is_no_fact() -> None:
    # "...; alt. Digital Currency Address - XBT 1Gq": a wallet of three characters would be wrong.
    entry = read("DOB 1951; alt. Digital Currency Address - XBT 1Gq", cut=True)
    assert entry.identifiers == []
    assert entry.notes == ["alt. Digital Currency Address - XBT 1Gq"]
    assert entry.birth_dates == ["1951"]


CLAUSES = st.sampled_from(
    [
        "DOB ", "POB ", "alt. ", "a.k.a. '", "'", "; ", ";", "(", ")", "Linked To: ", "(Linked To: ", "Iran",
        "Passport ", "nationality ", " issued ", " expires ", "1957", "circa ", " to ", "Position: ",
        "Gender ", "Organization Type: ", "tax consultancy", "Website ", "No. ", ".",
        "Digital Currency Address - ", "IMO 1234567", "Listing Date (",
    ]
)  # fmt: skip


@given(st.lists(CLAUSES | st.text(max_size=5), max_size=12).map("".join), st.booleans(), st.booleans())
def test_no_remarks_whatever_stop_the_reading(text: str, sentence: bool, cut: bool) -> None:
    entry = Entry("1", "sdn.csv line 1", Kind.PERSON)
    add_remarks(entry, text, sentence=sentence, cut=cut, title="Iran")
    assert not any(problem.lost for problem in entry.problems)


@settings(max_examples=500)
@given(st.lists(CLAUSES | st.text("XYZ", min_size=4, max_size=6), max_size=12).map("".join))
def test_no_word_of_remarks_is_lost(text: str) -> None:
    entry = Entry("1", "sdn.csv line 1", Kind.PERSON)
    add_remarks(entry, text)
    kept = repr(entry.party(SDN))
    assert [word for word in re.findall("[XYZ]{4,}", text) if word not in kept] == []
