"""What must hold between the fields of a statement, and between the statements of a file.

The standard asks for it beside its table of fields. Whatever does not hold is told, and the statement is read
as far as it goes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from namesake.model.countries import country_code
from namesake.sources.bods_fields import Fault

__all__ = ["across", "within"]

Statement = dict[str, Any]

_LONGEST_LIFE: Final = 120  # years
_EARLIEST_BIRTH: Final = "1800"
_SCHEME: Final = re.compile(r"([A-Z]{1,3})-(PASSPORT|TAXID|IDCARD)")
_SUBTYPES: Final = {
    "governmentDepartment": ("stateBody",),
    "stateAgency": ("stateBody",),
    "trust": ("arrangement", "legalEntity"),
    "nomination": ("arrangement", "legalEntity"),
}
_OF_TRUSTS: Final = ("settlor", "trustee", "protector", "beneficiaryOfLegalArrangement")
_OF_NOMINATIONS: Final = ("nominee", "nominator")


def within(statement: Statement, today: dt.date) -> Iterator[Fault]:
    """What does not hold within a statement whose fields are as they should be."""
    details = statement["recordDetails"]
    now = today.isoformat()
    dates = {
        "statementDate": statement.get("statementDate"),
        "publicationDetails.publicationDate": statement.get("publicationDetails", {}).get("publicationDate"),
        "source.retrievedAt": statement.get("source", {}).get("retrievedAt"),
    }
    for place, note in enumerate(statement.get("annotations", ())):
        dates[f"annotations[{place}].creationDate"] = note.get("creationDate")
        yield from _annotation(statement, note, f"annotations[{place}]")
    for path, date in dates.items():
        if date and date[:10] > now:
            yield path, f"{date!r} lies in the future"
    version = statement.get("publicationDetails", {}).get("bodsVersion")
    if version is not None and not re.fullmatch(r"\d+\.\d+", version):
        yield "publicationDetails.bodsVersion", f"{version!r} is no version of the standard"
    match statement["recordType"]:
        case "entity":
            yield from _entity(details)
        case "person":
            yield from _person(details, now)
        case _:
            yield from _relationship(details)


def across(statements: Sequence[Statement]) -> Iterator[tuple[int, Fault]]:
    """What does not hold between the statements of a file, each by its place."""
    types: dict[str, Statement] = {}
    first: dict[str, int] = {}
    components: set[str] = set()
    seen: set[str] = set()
    for place, one in enumerate(statements):
        types.setdefault(one["recordId"], one)
        first.setdefault(one["recordId"], place)
        if one["recordType"] == "relationship":
            components.update(one["recordDetails"].get("componentRecords", ()))
        if one["statementId"] in seen:
            yield place, ("statementId", f"{one['statementId']!r} is that of an earlier statement too")
        seen.add(one["statementId"])
    for place, one in enumerate(statements):
        subject = one.get("declarationSubject")
        about = types.get(subject) if subject else None
        if subject and (about is None or about["recordType"] == "relationship"):
            yield place, ("declarationSubject", f"{subject!r} is no person or entity here")
        details = one["recordDetails"]
        if details["isComponent"] and one["recordId"] not in components:
            yield place, ("recordDetails.isComponent", "no relationship names it among its components")
        if one["recordType"] == "relationship":
            yield from ((place, fault) for fault in _ends(one, place, types, first))
    yield from _series(statements)


def _entity(details: Statement) -> Iterator[Fault]:
    kind = details["entityType"]
    if (subtype := kind.get("subtype")) in _SUBTYPES and kind["type"] not in _SUBTYPES[subtype]:
        yield "recordDetails.entityType.subtype", f"{subtype!r} is no kind of {kind['type']!r}"
    founded, dissolved = details.get("foundingDate"), details.get("dissolutionDate")
    if founded and dissolved and dissolved < founded:
        yield "recordDetails.dissolutionDate", f"{dissolved!r} lies before {founded!r}, the founding"
    listing = details.get("publicListing", {})
    if listing.get("securitiesListings") and listing.get("hasPublicListing") is False:
        yield "recordDetails.publicListing.hasPublicListing", "is false, and securities are listed"
    for place, one in enumerate(details.get("identifiers", ())):
        scheme = one.get("scheme")
        if scheme is not None and not re.fullmatch(r"[A-Z]{2}-[A-Z0-9_.-]+", scheme):
            yield f"recordDetails.identifiers[{place}].scheme", f"{scheme!r} is no code of a register"


def _person(details: Statement, now: str) -> Iterator[Fault]:
    born, died = details.get("birthDate"), details.get("deathDate")
    for name, date in (("birthDate", born), ("deathDate", died)):
        if date and not _EARLIEST_BIRTH <= date <= now:
            yield f"recordDetails.{name}", f"{date!r} is no date of anybody who owns something today"
    if born and died:
        shared = min(len(born), len(died))
        if died[:shared] < born[:shared]:
            yield "recordDetails.deathDate", f"{died!r} lies before {born!r}, the birth"
        elif int(died[:4]) - int(born[:4]) > _LONGEST_LIFE:
            yield "recordDetails.deathDate", f"{died!r} lies more than {_LONGEST_LIFE} years after the birth"
    for place, one in enumerate(details.get("identifiers", ())):
        scheme = one.get("scheme")
        found = _SCHEME.fullmatch(scheme) if scheme is not None else None
        known = found and (found[1] == "D" or (len(found[1]) == 3 and country_code(found[1])))
        if scheme is not None and not known:
            yield (
                f"recordDetails.identifiers[{place}].scheme",
                f"{scheme!r} is not a country's three letters and PASSPORT, TAXID or IDCARD",
            )


def _relationship(details: Statement) -> Iterator[Fault]:
    if details["isComponent"] and details.get("componentRecords"):
        yield "recordDetails.componentRecords", "a component has none of its own"
    for place, one in enumerate(details.get("interests", ())):
        path = f"recordDetails.interests[{place}]"
        start, end = one.get("startDate"), one.get("endDate")
        if start and end and end < start:
            yield f"{path}.startDate", f"{start!r} lies after {end!r}, the end"
        yield from _share(one.get("share", {}), f"{path}.share")


def _share(share: Statement, path: str) -> Iterator[Fault]:
    lower = [share[name] for name in ("minimum", "exclusiveMinimum") if name in share]
    upper = [share[name] for name in ("maximum", "exclusiveMaximum") if name in share]
    if "exact" in share:
        other = [value for value in (*lower, *upper) if value != share["exact"]]
        if "exclusiveMinimum" in share or "exclusiveMaximum" in share or other:
            yield f"{path}.exact", f"{share['exact']} stands beside bounds that leave it open"
    elif len(lower) > 1 or len(upper) > 1:
        yield path, "has two bounds of one side"
    elif lower and upper:
        excluded = "exclusiveMinimum" in share or "exclusiveMaximum" in share
        if lower[0] > upper[0] or (lower[0] == upper[0] and excluded):
            yield path, f"nothing lies between {lower[0]} and {upper[0]} as its bounds are given"


def _annotation(statement: Statement, note: Statement, path: str) -> Iterator[Fault]:
    pointer, motivation = note["statementPointerTarget"], note["motivation"]
    if pointer and (not pointer.startswith("/") or not _leads(statement, pointer)):
        yield f"{path}.statementPointerTarget", f"{pointer!r} leads nowhere in the statement"
    if note.get("transformedContent") and motivation != "transformation":
        yield f"{path}.transformedContent", f"stands with the motivation {motivation!r}"
    if motivation == "linking" and "url" not in note:
        yield f"{path}.url", "is missing, and the motivation is linking"


def _leads(value: Any, pointer: str) -> bool:
    for step in pointer[1:].split("/"):
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return False
    return True


def _ends(one: Statement, place: int, types: dict[str, Statement], first: dict[str, int]) -> Iterator[Fault]:
    """What is wrong with those a relationship joins."""
    details = one["recordDetails"]
    interests = details.get("interests", ())
    for name in ("subject", "interestedParty"):
        end = details[name]
        if not isinstance(end, str):
            continue
        there = types.get(end)
        fits = ("entity",) if name == "subject" else ("entity", "person")
        if there is None or there["recordType"] not in fits:
            yield f"recordDetails.{name}", f"{end!r} is no {' or '.join(fits)} of this file"
        elif first[end] > place:
            yield f"recordDetails.{name}", f"{end!r} is told of only further down"
        if name == "interestedParty":
            if any(i.get("beneficialOwnershipOrControl") for i in interests) and (
                there is None or there["recordType"] != "person"
            ):
                yield "recordDetails.interests", f"a beneficial owner is a person, and {end!r} is none"
            continue
        subtype = there["recordDetails"].get("entityType", {}).get("subtype") if there else None
        for number, interest in enumerate(interests):
            for kinds, needed in ((_OF_TRUSTS, "trust"), (_OF_NOMINATIONS, "nomination")):
                if interest.get("type") in kinds and subtype != needed:
                    path = f"recordDetails.interests[{number}].type"
                    yield path, f"{interest['type']!r} is an interest in a {needed}, and {end!r} is none"
    for component in details.get("componentRecords", ()):
        if component not in types:
            yield "recordDetails.componentRecords", f"{component!r} is no record of this file"
        elif first[component] > place:
            yield "recordDetails.componentRecords", f"{component!r} is told of only further down"
        elif not types[component]["recordDetails"]["isComponent"]:
            yield "recordDetails.componentRecords", f"{component!r} does not say that it is a component"


def _series(statements: Sequence[Statement]) -> Iterator[tuple[int, Fault]]:
    """What is wrong with the statements of one record: it begins once, ends once, and goes on in time."""
    series: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(statements):
        series[one["recordId"]].append(place)
    for places in series.values():
        for before, after in pairwise(places):
            old, new = statements[before], statements[after]
            if old["recordType"] != new["recordType"]:
                yield after, ("recordType", f"{new['recordType']!r} was {old['recordType']!r} before")
            if new["statementDate"] < old["statementDate"]:
                yield (
                    after,
                    ("statementDate", f"{new['statementDate']!r} lies before the one it goes on from"),
                )
            if new.get("recordStatus") == "new":
                yield after, ("recordStatus", "'new' stands in a later statement of its record")
            if old.get("recordStatus") == "closed":
                yield after, ("recordStatus", "its record was closed before")
