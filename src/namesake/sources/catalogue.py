"""The watch lists known by name: who publishes each, where, how often and on what terms."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from namesake.errors import InputError
from namesake.model.values import ListId

__all__ = ["AT_FIRST", "ENTRIES", "Entry", "entry", "list_id"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an authority's list.

    Attributes:
        id: its short name, the first part of its parties' ids.
        title: what its publisher calls it.
        authority: who decides who is on it.
        homepage: where the publisher explains it.
        files: the publisher's addresses of the newest edition; the first is the one that is fetched.
            None for a list that is closed, which is added from files only.
        documented: where the publisher gives these addresses.
        cadence_days: an edition older than this has probably been overtaken.
        licence: the terms it is published under.
        closed: the day from which no edition comes any more; None for a list that goes on.
        successor: the list that goes on in place of a closed one.
    """

    id: ListId
    title: str
    authority: str
    homepage: str
    files: tuple[str, ...]
    documented: str
    cadence_days: int
    licence: str
    closed: dt.date | None = None
    successor: ListId | None = None


def entry(list_id: str) -> Entry | None:
    """The catalogue's entry of a list; None for a list of one's own.

    >>> entry("un-sc").authority
    'UN Security Council'
    """
    return ENTRIES.get(ListId(list_id))


def list_id(text: str) -> ListId:
    """The text as the name of a list, one of the catalogue's or one's own.

    Raises:
        InputError: it can't name a list, being empty, too long or of other characters.
    """
    if not _ID.fullmatch(text):
        raise InputError(
            f"{text!r} can't be the name of a list: write up to 64 small letters, digits, hyphens, dots or "
            f"underscores, a letter or digit first, for instance us-ofac-sdn or our-own-list"
        )
    return ListId(text)


_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")

_OFAC_FILES: Final = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/"
_OFAC_PAGES: Final = "https://sanctionslist.ofac.treas.gov/Home/"
_CANADA_PAGES: Final = (
    "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/"
)
_SECO_PAGE: Final = (
    "https://www.seco.admin.ch/seco/en/home/Aussenwirtschaftspolitik_Wirtschaftliche_Zusammenarbeit/"
    "Wirtschaftsbeziehungen/exportkontrollen-und-sanktionen/sanktionen-embargos.html"
)
_US_PUBLIC_DOMAIN: Final = "public domain (17 U.S.C. 105)"
_UK_FILES: Final = "https://sanctionslist.fcdo.gov.uk/docs/"
_OGL: Final = "Open Government Licence v3.0, with attribution"

ENTRIES: Final = {
    one.id: one
    for one in (
        Entry(
            id=ListId("us-ofac-sdn"),
            title="Specially Designated Nationals and Blocked Persons List",
            authority="OFAC",
            homepage="https://ofac.treasury.gov/specially-designated-nationals-and-blocked-persons-list-sdn-human-readable-lists",
            # Fullest is SDN_ENHANCED.XML: days of listing, legal authorities, names in their own script, and
            # relations by type and number. It is five times SDN.XML's size, some 100 MB every few days, so
            # it is left to `--from`; of CONS_ENHANCED.XML, 3 MB, it is not.
            files=tuple(
                _OFAC_FILES + name
                for name in (
                    "SDN.XML",
                    "SDN_ENHANCED.XML",
                    "SDN_ADVANCED.XML",
                    "SDN.CSV",
                    "ALT.CSV",
                    "ADD.CSV",
                )
            ),
            documented=_OFAC_PAGES + "SdnList",
            cadence_days=3,
            licence=_US_PUBLIC_DOMAIN,
        ),
        Entry(
            id=ListId("us-ofac-cons"),
            title="Consolidated Sanctions List (Non-SDN Lists)",
            authority="OFAC",
            homepage="https://ofac.treasury.gov/consolidated-sanctions-list-non-sdn-lists",
            files=tuple(
                _OFAC_FILES + name
                for name in (
                    "CONS_ENHANCED.XML",
                    "CONS_ADVANCED.XML",
                    "CONSOLIDATED.XML",
                    "CONS_PRIM.CSV",
                    "CONS_ALT.CSV",
                    "CONS_ADD.CSV",
                )
            ),
            documented=_OFAC_PAGES + "ConsolidatedList",
            cadence_days=90,
            licence=_US_PUBLIC_DOMAIN,
        ),
        Entry(
            id=ListId("un-sc"),
            title="United Nations Security Council Consolidated List",
            authority="UN Security Council",
            homepage="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
            files=("https://scsanctions.un.org/resources/xml/en/consolidated.xml",),
            documented="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
            cadence_days=14,
            licence="United Nations terms of use, with attribution",
        ),
        Entry(
            id=ListId("eu-fsf"),
            title="Consolidated list of persons, groups and entities subject to EU financial sanctions",
            authority="Council of the European Union",
            homepage="https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
            # The token is part of the public address, the same for everybody.
            files=(
                "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content"
                "?token=dG9rZW4tMjAxNw",
            ),
            documented="https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions",
            cadence_days=7,
            licence="Commission Decision 2011/833/EU on the reuse of documents, with attribution",
        ),
        Entry(
            id=ListId("gb-fcdo"),
            title="The UK Sanctions List",
            authority="UK Government",
            homepage="https://www.gov.uk/government/publications/the-uk-sanctions-list",
            files=tuple(_UK_FILES + name for name in ("UK-Sanctions-List.xml", "UK-Sanctions-List.csv")),
            documented="https://www.gov.uk/government/publications/the-uk-sanctions-list",
            cadence_days=14,
            licence=_OGL,
        ),
        Entry(
            id=ListId("gb-ofsi"),
            title="Consolidated List of Financial Sanctions Targets (OFSI, closed on 28 January 2026)",
            authority="UK Government",
            homepage="https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets",
            files=(),
            documented="https://www.gov.uk/government/publications/the-uk-sanctions-list",
            cadence_days=14,
            licence=_OGL,
            closed=dt.date(2026, 1, 28),
            successor=ListId("gb-fcdo"),
        ),
        Entry(
            id=ListId("ch-seco"),
            title="Consolidated list of sanctioned individuals, entities and organisations",
            authority="SECO",
            homepage=_SECO_PAGE,
            files=(
                "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml"
                "?lang=en&action=downloadXmlGesamtlisteAction",
            ),
            documented=_SECO_PAGE,
            cadence_days=7,
            licence="free use with attribution (opendata.swiss)",
        ),
        Entry(
            id=ListId("ca-sema"),
            title="Consolidated Canadian Autonomous Sanctions List",
            authority="Global Affairs Canada",
            homepage=_CANADA_PAGES + "consolidated-consolide.aspx?lang=eng",
            files=(
                "https://www.international.gc.ca/world-monde/assets/office_docs/"
                "international_relations-relations_internationales/sanctions/sema-lmes.xml",
            ),
            documented=_CANADA_PAGES + "consolidated-consolide.aspx?lang=eng",
            cadence_days=30,
            licence="Open Government Licence - Canada",
        ),
        Entry(
            id=ListId("au-dfat"),
            title="Consolidated List",
            authority="DFAT",
            homepage="https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
            files=("https://www.dfat.gov.au/sites/default/files/regulation8_consolidated.xlsx",),
            documented="https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
            cadence_days=14,
            licence="CC BY 4.0",
        ),
        Entry(
            id=ListId("us-csl"),
            title="Consolidated Screening List",
            authority="US International Trade Administration",
            homepage="https://www.trade.gov/consolidated-screening-list",
            files=("https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.csv",),
            documented="https://www.trade.gov/consolidated-screening-list",
            cadence_days=3,
            licence=_US_PUBLIC_DOMAIN,
        ),
        Entry(
            id=ListId("us-bis-dpl"),
            title="Denied Persons List",
            authority="BIS",
            homepage="https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl",
            files=("https://www.bis.doc.gov/dpl/dpl.txt",),
            documented="https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl",
            cadence_days=30,
            licence=_US_PUBLIC_DOMAIN,
        ),
    )
}
"""By id, in the order in which they are shown."""

AT_FIRST: Final = tuple(map(ListId, ("us-ofac-sdn", "us-ofac-cons", "un-sc", "eu-fsf")))
"""What is fetched before any list is held; the others are asked for by name, as not all must use them."""
