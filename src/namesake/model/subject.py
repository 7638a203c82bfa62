"""What is asked about: a name and whatever else is known of its bearer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final, TypeVar

import msgspec

from namesake.errors import InputError
from namesake.model.checkdigits import fault
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate, read_leniently
from namesake.model.papers import read_identifier
from namesake.model.values import Address, CountryCode, Gender, Identifier, Kind, Value

__all__ = ["LONGEST_NAME", "Subject"]

LONGEST_NAME = 2000
"""Characters; a longer text is no name but a document."""


class Subject(Value, frozen=True):
    """Somebody or something to be screened.

    Attributes:
        names: one or several names the subject goes by.
        kind: what it is, if known; None compares with every kind.
        birth_dates, countries, genders, identifiers, addresses: what else is known; empty is unknown.
        id: the caller's own number for it.
        warnings: what could not be used as it was given.
    """

    names: tuple[str, ...]
    kind: Kind | None = None
    birth_dates: tuple[PartialDate, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    genders: tuple[Gender, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[Address, ...] = ()
    id: str | None = None
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        others = self.birth_dates, self.countries, self.genders, self.identifiers, self.addresses
        for field, wanted in _TYPES.items() if others != _NOTHING else _NAMES_ONLY:
            values = getattr(self, field)
            if values == ():
                continue
            if not isinstance(values, tuple) or not all(isinstance(value, wanted) for value in values):
                raise InputError(
                    f"a subject's {field} are a tuple of {wanted.__name__}, not {values!r:.80}; "
                    "Subject.of takes plain text"
                )
        if self.kind is not None and not isinstance(self.kind, Kind):
            raise InputError(f"a subject's kind is a Kind, not {self.kind!r}; Subject.of takes plain text")
        for name in self.names:
            if len(name) > LONGEST_NAME:
                raise InputError(
                    f"a name of {len(name):,} characters is no name (the limit is {LONGEST_NAME:,}): "
                    "give names one by one"
                )

    @classmethod
    def of(
        cls,
        *names: str,
        kind: str | Kind | None = None,
        born: str | Iterable[str] | None = None,
        countries: str | Iterable[str] = (),
        gender: str | Gender | None = None,
        ids: str | Identifier | Iterable[str | Identifier] = (),
        addresses: str | Address | Iterable[str | Address] = (),
        id: str | None = None,
    ) -> Subject:
        """A subject from values as customer files give them.

        Dates are read leniently, countries may be names or codes; what can't be used becomes a
        warning. An identifier may carry its type in front, and its country: `imo:9187629`,
        `passport:iq:D1019262`; one that its check digits show to be mistyped is used with a warning.
        Of an address as text the last part may be its country: `Vozara Street 80, Tehran, Iran`.

        Raises:
            InputError: no name with a letter or digit in it, a name longer than `LONGEST_NAME`, or an
                unknown kind or gender.
        """
        kept, warnings = _names(names)
        if not (born or countries or gender or ids or addresses):
            return cls(names=kept, kind=_kind(kind), id=id, warnings=tuple(warnings))
        dates: list[PartialDate] = []
        for text in _several(born, "birth date"):
            date, warning = _birth_date(text)
            dates += [date] if date is not None else []
            warnings += [warning] if warning else []
        codes: list[CountryCode] = []
        for text in _several(countries, "country"):
            code = country_code(text)
            if code is None:
                warnings.append(
                    f"country {text!r} is not known and is not used: give its ISO code or English name"
                )
            else:
                codes.append(code)
        identifiers: list[Identifier] = []
        for one in _several(ids, "identifier"):
            number, warning = (one, None) if isinstance(one, Identifier) else read_identifier(one)
            identifiers += [number] if number is not None else []
            warnings += [warning] if warning else []
        for one in dict.fromkeys(identifiers):
            if wrong := fault(one):
                warnings.append(f"identifier {one.value!r} is compared as it stands, but {wrong}")
        return cls(
            names=kept,
            kind=_kind(kind),
            birth_dates=tuple(dict.fromkeys(dates)),
            countries=tuple(dict.fromkeys(codes)),
            genders=(_gender(gender),) if gender else (),
            identifiers=tuple(identifiers),
            addresses=tuple(
                one if isinstance(one, Address) else _address(one) for one in _several(addresses, "address")
            ),
            id=id,
            warnings=tuple(warnings),
        )

    def born_by(self, today: dt.date) -> Subject:
        """The subject without the birth dates that are still to come, each told in a warning.

        Such a date is mistyped; used, it would speak against the very party that is meant.
        """
        ahead = [date for date in self.birth_dates if date.earliest > today]
        if not ahead:
            return self
        return msgspec.structs.replace(
            self,
            birth_dates=tuple(date for date in self.birth_dates if date not in ahead),
            warnings=(
                *self.warnings,
                *(f"birth date {str(date)!r} is not used: it lies in the future" for date in ahead),
            ),
        )


_TYPES: Final = {
    "names": str,
    "birth_dates": PartialDate,
    "countries": str,
    "genders": Gender,
    "identifiers": Identifier,
    "addresses": Address,
}
_NAMES_ONLY: Final = (("names", str),)
_NOTHING: Final = ((),) * 5
_KINDS: Final = {kind.value.lower(): kind for kind in Kind}
_STAND_INS: Final = ("1900-01-01", "1900")
_EARLIEST_BIRTH, _LATEST_BIRTH = 1850, 2150
"""Years; outside them a date is not by the Gregorian calendar (1957 is 1336 in Iran, 2500 in Thailand)."""


_Given = TypeVar("_Given", bound=Value)


def _several(values: str | _Given | Iterable[str | _Given] | None, what: str) -> list[str | _Given]:
    if values is None:
        return []
    listed = [values] if isinstance(values, (str, Value)) or not isinstance(values, Iterable) else [*values]
    for value in listed:
        if not isinstance(value, (str, Value)):
            raise InputError(f"{what} {value!r} can't be used: give it as text, or several in a list")
    return [value for value in listed if not isinstance(value, str) or value.strip()]


def _birth_date(text: str) -> tuple[PartialDate | None, str | None]:
    """A birth date, where it can be one; a date that stands for "unknown" must not contradict."""
    date, warning = read_leniently(text)
    if date is None:
        return None, warning
    if date in _STAND_INS:
        return None, f"birth date {text!r} is not used: it stands for an unknown one"
    if date.latest.year < _EARLIEST_BIRTH or date.earliest.year > _LATEST_BIRTH:
        return None, f"birth date {text!r} is not used: give it by the Gregorian calendar"
    return date, warning


def _names(names: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """The names that can be screened, and a warning for each that can't."""
    given = [name.strip() for name in names if name and name.strip()]
    if not given:
        raise InputError("there is no name to screen: give at least one")
    kept = tuple([name for name in given if any(map(str.isalnum, name))])
    if not kept:
        raise InputError(f"name {given[0]!r} can't be screened: it has no letter and no digit")
    if len(kept) == len(given):
        return kept, []
    unusable = [name for name in given if name not in kept]
    return kept, [f"name {name!r} is not used: it has no letter and no digit" for name in unusable]


def _kind(kind: str | Kind | None) -> Kind | None:
    if kind is None or isinstance(kind, Kind):
        return kind
    known = _KINDS.get(kind.strip().lower())
    if known is None:
        raise InputError(f"kind {kind!r} is not known: use one of {', '.join(Kind)}")
    return known


def _gender(gender: str | Gender) -> Gender:
    short = {"m": Gender.MALE, "f": Gender.FEMALE, "man": Gender.MALE, "woman": Gender.FEMALE}
    text = gender.strip().lower()
    if text in short:
        return short[text]
    try:
        return Gender(text)
    except ValueError:
        raise InputError(f"gender {gender!r} is not known: use one of {', '.join(Gender)}") from None


def _address(text: str) -> Address:
    """An address on one line, with the country its last part names."""
    *_, last = text.rsplit(",", 1)
    return Address(text=text.strip(), country=country_code(last))
