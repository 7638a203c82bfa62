"""Who owns what, as a register or an analyst tells it: shares, stakes and those who hold them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

import msgspec

from namesake.errors import InputError
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.subject import LONGEST_NAME, Subject
from namesake.model.values import CountryCode, Identifier, Kind, Value

__all__ = [
    "MOST_DIGITS",
    "UNKNOWN",
    "UNKNOWN_DAY",
    "Holder",
    "Ownership",
    "Share",
    "Stake",
    "StakeKind",
    "days_held",
    "fraction_among",
    "name_key",
    "names_nobody",
    "plain_number",
]

MOST_DIGITS: Final = 30
"""Digits a share may be written with."""


class StakeKind(StrEnum):
    """What a stake is of: the capital itself, the votes, or power by other means."""

    OWNERSHIP = "ownership"
    VOTES = "votes"
    CONTROL = "control"


class Share(Value, frozen=True):
    """How much of a company, in percent, between two bounds that are equal where it is known.

    Attributes:
        least, most: exact decimals; 0 and 100 where nothing is known.
        above: whether it is more than `least`, not as much.
        below: whether it is less than `most`, not as much.
    """

    least: Decimal = Decimal(0)
    most: Decimal = Decimal(100)
    above: bool = False
    below: bool = False

    def __post_init__(self) -> None:
        empty = self.least == self.most and (self.above or self.below)
        if not 0 <= self.least <= self.most <= 100 or empty:
            raise InputError(f"{self} is no share: it lies between 0 and 100 percent, the lesser bound first")

    @classmethod
    def of(cls, text: str) -> Share:
        """The share that `text` writes; nothing, `?` and `unknown` are a share that is not known.

        `25`, `33.4 %`, `33,4`, `25-50`, `>50`, `>=50`, `<25` and `more than 25 up to 50` are read; `1,000` is
        not, because its comma may divide thousands.

        Raises:
            InputError: it writes no share between 0 and 100 percent.

        >>> str(Share.of("33.40%")), str(Share.of(">25-50")), Share.of("?") == UNKNOWN
        ('33.4 %', 'more than 25 to 50 %', True)
        """
        plain = _SPACES.sub(" ", text.replace("%", " ").replace("percent", " ").strip().lower())
        if plain in ("", "?", "unknown"):
            return UNKNOWN
        if exact := re.fullmatch(_NUMBER, plain):
            return cls(number := _decimal(exact[0]), number)
        if not (found := _RANGE.fullmatch(plain) or _SIDE.fullmatch(plain)):
            if _THOUSANDS.search(plain):
                raise InputError(
                    f"{text!r:.60} is no share: a comma before three digits may divide thousands; write "
                    "percent with a decimal point (33.333)"
                )
            raise InputError(
                f"{text!r:.60} is no share: write percent (25 or 33.4), a range (25-50), or nothing where "
                "it is not known"
            )
        told = {"over": "", "least": "", "under": "", "most": "", **found.groupdict(default="")}
        return cls(
            _decimal(told["least"] or "0"),
            _decimal(told["most"] or "100"),
            above=told["over"] in _MORE,
            below=told["under"] in _LESS,
        )

    @property
    def is_known(self) -> bool:
        """Whether it is one number."""
        return self.least == self.most

    def __str__(self) -> str:
        if self == UNKNOWN:
            return "an unknown share"
        if self.is_known:
            return f"{plain_number(self.least)} %"
        least = f"more than {plain_number(self.least)}" if self.above else plain_number(self.least)
        return f"{least} to {'less than ' if self.below else ''}{plain_number(self.most)} %"


UNKNOWN: Final = Share()
"""A share of which nothing is known."""


UNKNOWN_DAY: Final = PartialDate("0001/9999")
"""A day that is told and can't be read: any day there is."""


def fraction_among(texts: Iterable[str]) -> str | None:
    """One of the shares, as they are written, if none is more than 1: parts of 1 then, and no percent.

    None where that is not so, or a share says of itself that it is percent (`0.6 %`).

    >>> fraction_among(["0.6", "<0.4", "?"]), fraction_among(["0.6", "60"]), fraction_among(["0.6 %"])
    ('0.6', None, None)
    """
    told = {text: _written(text) for text in texts if Share.of(text) != UNKNOWN}
    if any(_PERCENT.search(text) or max(bounds) > 1 for text, bounds in told.items()):
        return None
    return next((text for text, bounds in told.items() if max(bounds) > 0), None)


def names_nobody(text: str) -> bool:
    """Whether what stands for a name says that there is none, or whose it is only in general.

    >>> [names_nobody(text) for text in ("N/A", "Unknown shareholder 2", "name not disclosed", "Unknown Ltd")]
    [True, True, True, False]
    """
    key = name_key(text).replace("/", "")
    # What brackets tell beside such a word (where, why) names nobody.
    return any(
        any(map(_NOBODY.fullmatch, words))
        and all(_NOBODY.fullmatch(word) or _ANYBODY.fullmatch(word) for word in words)
        for words in (re.findall(r"\w+", key), re.findall(r"\w+", _BRACKETS.sub(" ", key)))
    )


def days_held(
    since: PartialDate | None, until: PartialDate | None
) -> tuple[PartialDate | None, PartialDate | None, str | None]:
    """The first and the last day of a stake, both unknown where they contradict, and what is wrong then.

    >>> days_held(PartialDate("2020"), PartialDate("2019"))[2]
    'the first day, 2020, lies after the last, 2019; whether it is held at all is taken as not known'
    """
    if since is None or until is None or since.earliest <= until.latest:
        return since, until, None
    wrong = f"the first day, {since}, lies after the last, {until}"
    return UNKNOWN_DAY, UNKNOWN_DAY, f"{wrong}; whether it is held at all is taken as not known"


def name_key(text: str) -> str:
    """What spellings of one name have in common: case, spaces, stops and quotation marks aside.

    >>> name_key("CAFÉ  S.A.") == name_key("Cafe\N{COMBINING ACUTE ACCENT} SA")
    True
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_MARKS.sub("", plain).split()) or plain


def plain_number(number: Decimal) -> str:
    """A decimal without exponent or idle zeros.

    >>> plain_number(Decimal("50.00")), plain_number(Decimal("1E+2"))
    ('50', '100')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Holder(Value, frozen=True):
    """Somebody or something in ownership data: an owner, a company, or both.

    Attributes:
        id: what the data calls it; a party's id where the owner is given by it.
        names: what it is called, the first one first; empty for an owner nobody names.
        kind: what it is, if told.
        birth_dates, countries, identifiers: what else is told.
        anonymous: why nobody says who it is; None for one that is named.
        referents: other ids of it, that lists may have it under.
    """

    id: str
    names: tuple[str, ...] = ()
    kind: Kind | None = None
    birth_dates: tuple[PartialDate, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    anonymous: str | None = None
    referents: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What to call it."""
        return self.names[0] if self.names else self.anonymous or self.id

    def subject(self) -> Subject | None:
        """It as something to be screened; None when it has no name."""
        names = tuple(name for name in self.names if len(name) <= LONGEST_NAME)
        if not names:
            return None
        return Subject(
            names=names,
            kind=self.kind,
            birth_dates=self.birth_dates,
            countries=self.countries,
            identifiers=self.identifiers,
            id=self.id,
        )


class Stake(Value, frozen=True):
    """That one holder has a share of another.

    Attributes:
        owner, owned: their ids.
        share: how much; of control by other means it says nothing.
        since, until: the first and the last day it was held, as far as told; `UNKNOWN_DAY` where what is
            told can't be read.
        former: whether it is said to be held no longer.
        jointly: a word that the shares of a company have in common whose owners act together in it; None for
            a share held alone.
        source: where it is told: file and line, or statement.
        note: what a reader should know of it (`an indirect interest`).
        doubtful: whether it may not be held at all.
    """

    owner: str
    owned: str
    share: Share = UNKNOWN
    kind: StakeKind = StakeKind.OWNERSHIP
    since: PartialDate | None = None
    until: PartialDate | None = None
    former: bool = False
    jointly: str | None = None
    source: str = ""
    note: str | None = None
    doubtful: bool = False

    def on(self, day: dt.date | None) -> Stake | None:
        """It as it stood on `day`; None when it was not held then.

        Where the dates leave open whether it was held, its share may also be nothing. Without a day, what is
        said to have begun has begun, and what is said to have ended has ended.
        """
        if day is None:
            if self.former or self.until not in (None, UNKNOWN_DAY):
                return None
            return self.perhaps(_NOT_TOLD.format("")) if UNKNOWN_DAY in (self.since, self.until) else self
        if (self.since and self.since.earliest > day) or (self.until and self.until.latest < day):
            return None
        begun = self.since is None or self.since.latest <= day
        lasting = self.until.earliest >= day if self.until else not self.former
        return self if begun and lasting else self.perhaps(_NOT_TOLD.format(f" on {day}"))

    def perhaps(self, note: str) -> Stake:
        """It as one that may not be held, and why."""
        share = Share(Decimal(0), self.share.most, below=self.share.below and self.share.most > 0)
        return msgspec.structs.replace(self, share=share, note=note, doubtful=True)


_NOT_TOLD: Final = "whether it was held{} is not told"


class Ownership(Value, frozen=True):
    """Ownership data as read: who is in it, and who has a share of whom.

    Attributes:
        name: of the file, for messages.
        format: the reader that read it.
        holders: each id once.
        stakes: between holders.
        problems: what could not be read as it stands; one that is `lost` is missing from the stakes.
        records: how many rows, entities or statements there were.
    """

    name: str
    format: str
    holders: tuple[Holder, ...]
    stakes: tuple[Stake, ...]
    problems: tuple[Problem, ...] = ()
    records: int = 0

    @property
    def lost(self) -> int:
        """How many records could not be read."""
        return sum(problem.lost for problem in self.problems)


def _decimal(text: str) -> Decimal:
    if len(text) > MOST_DIGITS:
        raise InputError(f"{text[:MOST_DIGITS]}… has more than {MOST_DIGITS} digits, as no share has")
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise InputError(f"{text!r} is no number") from error


def _written(text: str) -> list[Decimal]:
    """The numbers that a share is written with."""
    return [_decimal(number) for number in _BOUND.findall(text)]


_NOBODY: Final = re.compile(
    "unknown|anonymous|undisclosed|unidentified|undetermined|unnamed|unspecified|unavailable|undeclared|nameless|"
    "not|non|none|null|nil|nan|na|nobody|tbd|tbc|confidential|withheld|redacted|missing|private|others?|various|"
    "several|diverse|no|nominees?|bearers?|x{3,}|unbekannt|inconnue?|desconocid[oa]|sconosciuto|onbekend|okänd|nieznany|"
    "неизвестн(о|ый)|неизвестен|невідом(о|ий)|未知|不详"
)
"""Words for want of a name."""
_ANYBODY: Final = re.compile(
    "known|disclosed|identified|determined|named|specified|available|applicable|stated|provided|reported|given|"
    "declared|communicated|found|recorded|registered|public|yet|to|be|confirmed|the|an?|of|is|was|data|"
    "information|names?|identity|(share|stock)?holders?|owners?|ownership|beneficial|ultimate|ubos?|investors?|"
    "minority|persons?|people|individuals?|natural|legal|party|parties|entity|entities|company|companies|"
    "members?|partners?|shares?|stocks?|offshore|[0-9]+"
)
"""Words that tell nobody from others, and stand beside those."""
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MARKS: Final = re.compile("[.,'\"`‘’‚“”„«»]")
_SPACES: Final = re.compile(r"\s+")
_NUMBER: Final = r"(?:[0-9]+(?:\.[0-9]+|,[0-9]{1,2}|,[0-9]{4,})?|0,[0-9]+)"
_THOUSANDS: Final = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_BOUND: Final = re.compile(_NUMBER)
_PERCENT: Final = re.compile("%|percent", re.IGNORECASE)
_MORE: Final = (">", "more than", "over", "above")
_LESS: Final = ("<", "less than", "under", "below")
_OVER: Final = r"(?P<over>>=?|≥|more than|over|above|at least|from)"
_UNDER: Final = r"(?P<under><=?|≤|less than|under|below|at most|up to)"
_RANGE: Final = re.compile(
    rf"{_OVER}? ?(?P<least>{_NUMBER}) ?(?:-|–|to|up to|\.\.) ?{_UNDER}? ?(?P<most>{_NUMBER})"
)
_SIDE: Final = re.compile(rf"{_OVER} ?(?P<least>{_NUMBER})|{_UNDER} ?(?P<most>{_NUMBER})")
