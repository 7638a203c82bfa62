"""One record of a UK list made a party.

A record is rows of columns (`gb_columns`): the rows of one group in a CSV, the parts of one `Designation` in
the XML. What several rows repeat counts once. Choices made:

* The primary name is the first the file calls so; further ones are strong aliases, and so are variations.
  A name in another script is as good as the best row it stands in.
* The authority is the UK Government, whoever signed: the Foreign Secretary, the Treasury for domestic
  terrorism, or Parliament's regulations by themselves for what the UN decides. The list says which in its
  designation source.
* A party under several regimes has a designation for each, listed when its rows under that regime say.
* Numbers of the UN, of the other UK list and of OFSI are relations `same as`, as those of the UN are in
  the EU's list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from msgspec.structs import replace

from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.party import Designation, Effect, Party, Relation
from namesake.model.values import (
    Address,
    Contact,
    Country,
    CountryRole,
    Detail,
    Gender,
    Identifier,
    IdentifierType,
    Kind,
    ListId,
    Name,
    PartyId,
    Quality,
)
from namesake.sources.gb_columns import NAME_PARTS, SANCTIONS
from namesake.sources.gb_effects import additional, effects_of
from namesake.sources.gb_relations import OFSI, UKSL, UN, of_field, same_as, told, un_numbers
from namesake.sources.gb_texts import document, numbered, registrations, uk_date, values
from namesake.sources.programmes import designation, is_known

__all__ = ["AUTHORITY", "Entry", "party_of"]

T = TypeVar("T")
Row = Mapping[str, str]

AUTHORITY: Final = "UK Government"
"""Whose decisions both lists hold."""


@dataclass(slots=True)
class Entry:
    """One record on its way to a party.

    Attributes:
        list_id: the list it is on.
        number: the list's number for it.
        where: file and record, for problems.
        rows: texts on one line by column; an empty one is left out.
        record: the rows as they stood in the file.
    """

    list_id: ListId
    number: str
    where: str
    rows: Sequence[Row]
    record: str
    problems: list[Problem] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def problem(self, column: str, message: str) -> None:
        """Note what could not be read of it."""
        self.problems.append(Problem(self.where, message, field=column, record=self.number))

    def texts(self, column: str) -> list[str]:
        """What the rows have in a column, each text once."""
        return list(dict.fromkeys(row[column] for row in self.rows if column in row))

    def values(self, column: str) -> list[str]:
        """The values in a column, taken apart where a field has several."""
        return list(dict.fromkeys(value for text in self.texts(column) for value in values(text)))

    def date(self, column: str, text: str) -> PartialDate | None:
        """The date a field writes; a problem when it writes none."""
        date = uk_date(text)
        if date is None:
            self.problem(column, f"{text!r} is no date; it is left out")
        return date


def party_of(entry: Entry) -> Party | None:
    """The party that a record describes; None when it has no name."""
    kind = _kind(entry)
    names = _names(entry, kind)
    if not names:
        return None
    for label, column in _DETAILS.items():
        entry.details += [Detail(label, text) for text in entry.values(column)]
    notes = entry.texts("otherinformation")
    return Party(
        PartyId(f"{entry.list_id}:{entry.number}"),
        entry.list_id,
        kind,
        names,
        designations=tuple(_designations(entry, kind)),
        birth_dates=_unique(entry.date("dob", text) for text in entry.values("dob")),
        birth_places=_unique(", ".join(filter(None, place)) for place in _birth_places(entry)),
        countries=_unique(_countries(entry)),
        genders=_unique(_genders(entry)),
        identifiers=_unique(_identifiers(entry)),
        addresses=_unique(_address(row) for row in entry.rows),
        contacts=_unique(_contacts(entry)),
        titles=_unique(entry.values("title")),
        positions=_unique(entry.values("position")),
        relations=_unique(_relations(entry, notes)),
        details=_unique(entry.details),
        notes=_unique(notes),
        record=entry.record,
    )


def _kind(entry: Entry) -> Kind:
    told = entry.texts("individualentityship")
    kinds = [_KINDS[text.lower()] for text in told if text.lower() in _KINDS]
    if len(set(kinds)) > 1:
        entry.problem(
            "kind", f"its rows contradict each other, saying {' and '.join(told)}; the first is taken"
        )
    if kinds:
        return kinds[0]
    said = f"{told[0]!r} is no kind of party" if told else "it does not say what it is"
    entry.problem("kind", f"{said}; read as person or organisation")
    return Kind.LEGAL_ENTITY


def _names(entry: Entry, kind: Kind) -> tuple[Name, ...]:
    found: list[Name] = []
    for row in entry.rows:
        quality = _quality(entry, row)
        parts = [row[part] for part in NAME_PARTS if part in row]
        if parts:
            family = row.get("name6") if kind is Kind.PERSON else None
            given = " ".join(row[part] for part in NAME_PARTS[:5] if part in row) if family else ""
            found.append(Name(" ".join(parts), quality, None, given or None, family))
        if original := row.get("namenonlatinscript"):
            language = _LANGUAGES.get(row.get("nonlatinscriptlanguage", "").lower())
            known = Quality.STRONG if quality is Quality.PRIMARY else quality
            found.append(Name(original, known, language))
    best: dict[str, Name] = {}
    for name in found:
        known_name = best.get(name.text)
        if known_name is None or _RANKS.index(name.quality) < _RANKS.index(known_name.quality):
            best[name.text] = name
    if not best:
        return ()
    first = min(best.values(), key=lambda name: (_RANKS.index(name.quality), name.script != "Latn"))
    if first.quality is not Quality.PRIMARY:
        entry.problem("names", f"no name is called its primary one; {first.text!r} is taken")
    others = (name for name in best.values() if name is not first)
    return (
        replace(first, quality=Quality.PRIMARY),
        *(
            replace(name, quality=Quality.STRONG) if name.quality is Quality.PRIMARY else name
            for name in others
        ),
    )


def _quality(entry: Entry, row: Row) -> Quality:
    type, strength = row.get("nametype", "").lower(), row.get("aliasstrength", "").lower()
    if strength.startswith("low"):
        return Quality.WEAK
    if strength and not strength.startswith("good"):
        entry.problem(
            "aliasstrength", f"the alias strength {strength!r} is not known here; it counts as strong"
        )
    if type == "primary name":
        return Quality.PRIMARY
    if type in ("fka", "f.k.a", "f.k.a.", "formerly known as"):
        return Quality.FORMER
    if type not in _STRONG_TYPES:
        entry.problem("nametype", f"the name type {type!r} is not known here; the name counts as strong")
    return Quality.STRONG


def _designations(entry: Entry, kind: Kind) -> Iterator[Designation]:
    under: dict[str | None, list[Row]] = {}
    for row in entry.rows:
        if {"regimename", "listedon", "datedesignated", "lastupdated"} & row.keys():
            regime = row.get("regimename", "").replace("’", "'") or None
            under.setdefault(regime, []).append(row)
    reasons = entry.texts("ukstatementofreasons")
    effects = _effects(entry)
    for regime, rows in under.items():
        if not is_known(AUTHORITY, regime):
            entry.problem("regime", f"the regime {regime!r} is not in the table of programmes, so what it "
                          "forbids is told only as far as the record says")  # fmt: skip
        listed = _dates(entry, rows, "listedon" if entry.list_id == OFSI else "datedesignated")
        if len(listed) > 1:
            told = " and ".join(listed)
            entry.problem("listed_on", f"its rows give {told} as the day of listing under {regime}; "
                          "the first is taken")  # fmt: skip
        amended = [day for day in _dates(entry, rows, "lastupdated") if day not in listed]
        if entry.list_id == OFSI:
            for day in _dates(entry, rows, "datedesignated"):
                entry.details.append(Detail("designated on, by the UK Sanctions List", f"{day} {regime}"))
        yield designation(
            AUTHORITY,
            regime,
            kind=kind,
            listed_on=listed[0] if listed else None,
            amended_on=tuple(amended),
            reason="\n".join(reasons) or None,
            effects=effects,
        )


def _dates(entry: Entry, rows: Iterable[Row], column: str) -> list[PartialDate]:
    texts = dict.fromkeys(row[column] for row in rows if column in row)
    return sorted({day for text in texts if (day := entry.date(column, text))})


def _effects(entry: Entry) -> tuple[Effect, ...]:
    if entry.list_id == OFSI:
        effects, unknown = additional(" ".join(entry.texts("otherinformation")))
    else:
        named = [part.strip() for text in entry.texts("sanctionsimposed") for part in text.split("|")]
        flags = [name for name in sorted(SANCTIONS) for text in entry.texts(name) if text.lower() == "true"]
        effects, unknown = effects_of([*filter(None, named), *flags])
        words, marks = effects_of(named)[0], effects_of(flags)[0]
        if named and flags and set(words) != set(marks):
            entry.problem("sanctionsimposed", f"it names {', '.join(words)} and marks {', '.join(marks)}; "
                          "all are taken")  # fmt: skip
        if not effects:
            entry.problem("sanctionsimposed", "it names no sanction that is known here")
    for name in unknown:
        entry.problem("sanctionsimposed", f"the sanction {name!r} is not known here; the record keeps it")
    return effects


def _birth_places(entry: Entry) -> Iterator[tuple[str, str]]:
    for row in entry.rows:
        towns, countries = numbered(row.get("townofbirth", "")), numbered(row.get("countryofbirth", ""))
        for number in sorted(towns.keys() | countries.keys()):
            yield towns.get(number, ""), countries.get(number, "")


def _countries(entry: Entry) -> Iterator[Country]:
    for column, role in (
        ("nationality", CountryRole.NATIONALITY),
        ("countryofbirth", CountryRole.BIRTH),
        ("currentbelievedflagofship", CountryRole.FLAG),
        ("previousflag", CountryRole.FLAG),
    ):
        for text in (one for several in entry.values(column) for one in _parted(several)):
            code = country_code(text) or country_code(_NOW.sub("", text))
            kept = f"former flag {text}" if column == "previousflag" else None if country_code(text) else text
            yield Country(code, role, kept)


def _parted(text: str) -> list[str]:
    """`Germany. Russia` is two countries, `Congo (Democratic Republic).` one."""
    parts = [part.strip(" .") for part in _BETWEEN.split(text)]
    return parts if len(parts) > 1 and all(map(country_code, parts)) else [text]


def _genders(entry: Entry) -> Iterator[Gender]:
    for text in entry.values("gender"):
        gender = _GENDERS.get(text.lower())
        if gender is None:
            entry.problem("gender", f"{text!r} is no gender known here; the record keeps it")
        else:
            yield gender


def _identifiers(entry: Entry) -> Iterator[Identifier]:
    for column, words, usual in (
        ("passportnumber", "passportadditionalinformation", IdentifierType.PASSPORT),
        ("nationalidentifiernumber", "nationalidentifieradditionalinformation", IdentifierType.NATIONAL_ID),
    ):
        for row in entry.rows:
            numbers, remarks = numbered(row.get(column, "")), numbered(row.get(words, ""))
            for place in sorted(numbers.keys() | remarks.keys()):
                number, remark = numbers.get(place, ""), remarks.get(place, "")
                if remark:
                    entry.details.append(Detail(f"note on the {usual} {number}".strip(), remark))
                if number:
                    yield document(number, remark, usual)
    for text in entry.values("businessregistrationnumber"):
        found = tuple(registrations(text))
        yield from found
        if not found or len(text) > 40:
            entry.details.append(Detail("business registration", text))
    for column, kind in (
        ("imonumber", IdentifierType.IMO),
        ("hullidentificationnumber", IdentifierType.OTHER),
    ):
        for text in entry.values(column):
            label = None if kind is IdentifierType.IMO else "HIN"
            yield Identifier(kind, text.upper().removeprefix("IMO").strip(" :"), label=label)


def _address(row: Row) -> Address | None:
    lines = [row[f"addressline{number}"] for number in range(1, 7) if f"addressline{number}" in row]
    city, postcode, country = (
        row.get(name) for name in ("addressline6", "addresspostalcode", "addresscountry")
    )
    street = ", ".join(lines[:-1] if city else lines)
    text = ", ".join([*lines, *filter(None, (postcode, country))])
    code = country_code(country) if country else None
    return Address(text, street or None, city, None, postcode, code) if text else None


def _contacts(entry: Entry) -> Iterator[Contact]:
    for column, type in (("phonenumber", "telephone"), ("fax", "fax")):
        for text in entry.values(column):
            yield Contact(type, text)
    for column, type in (("website", "website"), ("emailaddress", "e-mail")):
        for text in entry.values(column):
            for part in text.replace(";", " ").replace(",", " ").split():
                if "." in part.strip("."):
                    yield Contact(type, part.strip("."))


def _relations(entry: Entry, notes: Iterable[str]) -> Iterator[Relation]:
    numbers = dict.fromkeys(
        same_as(UN, number) for text in entry.texts("unreferencenumber") for number in un_numbers(text)
    )
    if entry.list_id == OFSI:
        numbers |= dict.fromkeys(same_as(UKSL, number) for number in entry.texts("uniqueid"))
    else:
        numbers |= dict.fromkeys(same_as(OFSI, number) for number in entry.values("ofsigroupid"))
    yield from numbers
    for column, type in _OTHERS.items():
        for text in entry.texts(column):
            yield from of_field(type, text, former=column.startswith("previous"))
    own = [f"{entry.list_id}:{entry.number}", *(one.party or "" for one in numbers)]
    for note in notes:
        yield from told(note, own)


def _unique(items: Iterable[T | None]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


_BETWEEN: Final = re.compile(r"[.,;] (?=\w)")
_NOW: Final = re.compile(r"^.*\b(?:now|currently) |\)$", re.IGNORECASE)  # `Former USSR, now Ukraine`
_KINDS: Final = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION, "ship": Kind.VESSEL}
_RANKS: Final = (Quality.PRIMARY, Quality.STRONG, Quality.FORMER, Quality.WEAK)
_STRONG_TYPES: Final = frozenset({
    "", "primary name variation", "alias", "aka", "a.k.a", "a.k.a.", "also known as",
})  # fmt: skip
_GENDERS: Final = {"male": Gender.MALE, "female": Gender.FEMALE}
_LANGUAGES: Final = {
    "arabic": "ar", "belarusian": "be", "bosnian": "bs", "bulgarian": "bg", "burmese": "my", "chinese": "zh",
    "georgian": "ka", "greek": "el", "hebrew": "he", "japanese": "ja", "kazakh": "kk", "korean": "ko",
    "persian": "fa", "persian/farsi": "fa", "farsi": "fa", "romanian": "ro", "russian": "ru",
    "serbian": "sr", "spanish": "es", "thai": "th", "turkish": "tr", "ukrainian": "uk",
}  # fmt: skip
_DETAILS: Final = {
    "designation source": "designationsource",
    "type of entity": "typeofentity",
    "type of ship": "typeofship",
    "tonnage": "tonnageofship",
    "length": "lengthofship",
    "year built": "yearbuilt",
}
_OTHERS: Final = {
    "parentcompany": "parent company",
    "subsidiary": "subsidiary",
    "currentowneroperator": "owner or operator",
    "previousowneroperator": "owner or operator",
}
