"""OFAC's two lists: which of them a file is, and what it means to be on it.

The SDN list names those whose property is blocked. The consolidated list holds all of OFAC's other
lists in one file: sectoral sanctions (SSI), Chinese military-industrial companies, banks whose
correspondent accounts are restricted, foreign sanctions evaders, members of the Palestinian
Legislative Council, and choices from a menu of sanctions. Both have the same layouts and call
themselves nothing, and one party may be on both under the same number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import msgspec

from namesake.errors import ListError
from namesake.model.dates import read_leniently
from namesake.model.party import Designation, Effect
from namesake.model.values import Detail, ListId
from namesake.sources.ofac_decisions import AUTHORITY, Listing, legal_bases, listed_on
from namesake.sources.programmes import designation

__all__ = ["AUTHORITY", "CONSOLIDATED", "SDN", "Grounds", "choose_list", "designations"]

SDN: Final = ListId("us-ofac-sdn")
CONSOLIDATED: Final = ListId("us-ofac-cons")


class Grounds(NamedTuple):
    """What an entry says of why it is there.

    Attributes:
        programmes: the codes of its programmes.
        notes, details: among them, the directives it is subject to and their listing dates.
        listings: the lists it stands on; None in a file of a layout that does not say.
        authorities: the legal authorities it is listed under.
    """

    programmes: tuple[str, ...]
    notes: Sequence[str] = ()
    details: Sequence[Detail] = ()
    listings: Sequence[Listing] | None = None
    authorities: Sequence[str] = ()

    @property
    def directives(self) -> list[tuple[str, str]]:
        """Executive order and number of each directive (`("13662", "4")`)."""
        texts = [*self.notes, *(detail.label for detail in self.details)]
        return [(found[1], found[2]) for text in texts for found in _DIRECTIVE.finditer(text)]


def choose_list(entries: Sequence[Grounds], *, name: str, as_list: ListId | None = None) -> ListId:
    """The list that the file `name`, of which these are the first entries, is an edition of.

    Where the entries name their lists, those that stand on one of the two alone speak for it. Otherwise:
    Nobody is on the SDN list for a programme of the other lists alone (`NS-PLC`, `CMIC-EO13959`,
    `561-Related`, `FSE-IR`), or for being subject to a directive under EO 13662 alone: such entries
    speak for the consolidated list, entries under another programme and no directive for the SDN
    list. The majority decides, because the consolidated list shows a party's blocking programmes too.

    Raises:
        ListError: there are no entries, they could be of either list and `as_list` is not given, or
            `as_list` is not the list they are of.
    """
    if not entries:
        raise ListError(f"{name} holds no entries; download it again")
    if as_list not in (None, SDN, CONSOLIDATED):
        raise ListError(
            f"{name} is a list of OFAC's ({SDN} or {CONSOLIDATED}) and can't be {as_list}; leave --list out"
        )
    votes = Counter(vote for entry in entries if (vote := _vote(entry)))
    told = votes.most_common(1)[0][0] if votes else None
    if told and as_list and told != as_list:
        raise ListError(f"{name} is an edition of {told} and can't be {as_list}; leave --list out")
    if not (told or as_list):
        raise ListError(f"{name} could be {SDN} or {CONSOLIDATED}; say which with --list")
    return as_list or told or SDN


def designations(grounds: Grounds, list_id: ListId) -> tuple[Designation, ...]:
    """One decision for each programme, with the effects it has for those on the list `list_id`.

    OFAC marks the risk of secondary sanctions on the entry. Where the mark names its law, the risk stands
    with the programmes of that law; otherwise with each.
    """
    risky = _risky(grounds)
    bases, _ = legal_bases(grounds.programmes, grounds.authorities)
    listings, on_sdn = grounds.listings or (), list_id != CONSOLIDATED
    decisions = (
        designation(
            AUTHORITY,
            code,
            legal_basis=bases.get(code),
            listed_on=listed_on(code, listings, on_sdn=on_sdn),
            effects=(Effect.SECONDARY_RISK,) if code in risky else (),
        )
        for code in dict.fromkeys(grounds.programmes)
    )
    if on_sdn:
        return tuple(decisions)
    return tuple(_short_of_blocking(decision, grounds) for decision in decisions)


def _short_of_blocking(decision: Designation, grounds: Grounds) -> Designation:
    """The decision as the consolidated list means it.

    Under a programme that blocks others, that list names those who are subject to less: a directive,
    or a choice from a menu. Where an entry is there for another of its programmes, it is blocked under this
    one, which the list shows beside it: ROSNEFT TRADING S.A. is subject to a directive under EO 13662, and
    blocked under VENEZUELA-EO13850. In the editions of March 2020 and May 2024 all 59 such programmes stand
    under the same number on the SDN list too.

    The listing dates OFAC gives are those of directives and of CMIC, so they date these decisions; on the
    SDN list they would be wrong (SBERBANK: Directive 2 of 24 February 2022, blocked on 6 April).
    """
    programme = decision.programme or ""
    if _is_there_for_another(programme, grounds):
        return decision
    effects = decision.effects
    if not _is_non_sdn(programme):
        effects = tuple(effect for effect in effects if effect not in _BLOCKING)
        if not grounds.directives:
            effects = (Effect.MENU_BASED, *effects)  # CAATSA-RUSSIA, ILLICIT-DRUGS-EO14059
    for order, number in grounds.directives:
        if programme.endswith(f"EO{order}"):
            effects += (_OF_DIRECTIVES.get((order, number), Effect.SECTORAL),)
    listed = [
        date
        for detail in grounds.details
        if (found := _LISTING_DATE.fullmatch(detail.label))
        and (programme.startswith("CMIC-") if found[1] is None else programme.endswith(f"EO{found[1]}"))
        and (date := read_leniently(detail.value)[0])
    ]
    return msgspec.structs.replace(
        decision,
        effects=tuple(dict.fromkeys(effects)),
        listed_on=min(listed, key=lambda date: date.earliest, default=decision.listed_on),
    )


def _is_there_for_another(programme: str, grounds: Grounds) -> bool:
    """Whether the entry is there for a directive, or a list of its own, that is not this programme's."""
    if _is_non_sdn(programme) or any(programme.endswith(f"EO{order}") for order, _ in grounds.directives):
        return False
    return bool(grounds.directives) or any(map(_is_non_sdn, grounds.programmes))


def _risky(grounds: Grounds) -> frozenset[str]:
    """The programmes under which dealing with the party can bring sanctions on others."""
    found: set[str] = set()
    for note in grounds.notes:
        if _SECONDARY.search(note):
            laws = [codes for words, codes in _LAWS if words in note.casefold()]
            of_law = {code for codes in laws for code in grounds.programmes if code.startswith(codes)}
            found |= of_law or set(grounds.programmes)
    return frozenset(found)


def _vote(entry: Grounds) -> ListId | None:
    """The list that an entry speaks for; None when it could be on either."""
    if entry.listings is not None:
        names = {one.list for one in entry.listings} & {"SDN List", "Consolidated List"}
        return None if len(names) != 1 else SDN if "SDN List" in names else CONSOLIDATED
    non_sdn = [_is_non_sdn(programme) for programme in entry.programmes]
    if any(non_sdn):
        return CONSOLIDATED if all(non_sdn) else None
    if entry.directives:
        return CONSOLIDATED if entry.programmes == ("UKRAINE-EO13662",) else None
    return SDN


def _is_non_sdn(programme: str) -> bool:
    return programme.startswith(("NS-", "CMIC-", "561-", "FSE-"))


_BLOCKING: Final = frozenset({Effect.ASSET_FREEZE, Effect.DEALINGS_FORBIDDEN, Effect.FUNDS_FORBIDDEN})
# Directive 2 under EO 14024 closes correspondent accounts, Directive 4 forbids any dealing (with
# Russia's central bank, wealth fund and finance ministry); the others restrict debt, equity or services.
_OF_DIRECTIVES: Final = {
    ("14024", "2"): Effect.CORRESPONDENT_ACCOUNTS,
    ("14024", "4"): Effect.DEALINGS_FORBIDDEN,
}
_SECONDARY: Final = re.compile(r"secondary sanctions", re.IGNORECASE)
# What the marks name, and how the codes of its programmes begin:
# `Secondary sanctions risk: section 1(b) of Executive Order 13224, as amended by Executive Order 13886`.
_LAWS: Final = (
    ("executive order 13224", ("SDGT",)),
    ("executive order 14024", ("RUSSIA-EO14024",)),
    ("ukraine-/russia-related", ("UKRAINE-", "CAATSA")),
    ("north korea", ("DPRK", "NORTH KOREA")),
    ("hizballah", ("SDGT", "HIFPAA", "LEBANON")),
    ("hong kong", ("HK-",)),
)
_LISTING_DATE: Final = re.compile(r"Listing Date \((?:CMIC|EO (\d{5}) Directive \w+)\)")
# `Executive Order 13662 Directive Determination - Subject to Directive 1`,
# `Listing Date (EO 14024 Directive 2)`.
_DIRECTIVE: Final = re.compile(
    r"(?:Executive Order|EO) (\d{5}) Directive "
    r"(?:(?:Determination|Information)[ :-]*Subject to Directive )?(\d\w*)"
)
