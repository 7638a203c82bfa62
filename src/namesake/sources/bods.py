"""Reads ownership as the Beneficial Ownership Data Standard 0.4 states it, a JSON array or JSON lines.

A statement is about a person, an entity or a relationship; the statements of one record follow one another in
time, and each holds until the next. What a statement is not as the standard has it is a problem that names
the statement and the field. One that says who owns whom and only garbles how much is read as an unknown
share: nothing is lost by it. A statement is lost where it does not say what it is about.

| interest | what it is here |
| --- | --- |
| shareholding | ownership |
| votingRights | votes |
| appointmentOfBoard, otherInfluenceOrControl, control... | control |
| posts, nominees, nominators, rights by contract | none of these: left out |
| all others, and none told | ownership of an unknown share, at most the one told |

An indirect interest sums up a chain that other statements tell link by link, and how much of it the links
let count is not to be seen in it: it is taken as one that may be nothing. The links are its components; where
these lead all the way from its owner to its company, they count and it does not.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from namesake.errors import InputError
from namesake.model.countries import country_code
from namesake.model.dates import PartialDate
from namesake.model.edition import Problem
from namesake.model.ownership import (
    UNKNOWN,
    UNKNOWN_DAY,
    Holder,
    Ownership,
    Share,
    Stake,
    StakeKind,
    days_held,
    fraction_among,
    names_nobody,
    plain_number,
)
from namesake.model.values import Identifier, IdentifierType, Kind
from namesake.sources.bods_checks import Statement, across, within
from namesake.sources.bods_fields import ENTITY, PERSON, RELATIONSHIP, STATEMENT, Fault, faults
from namesake.sources.reading import SourceFile

__all__ = ["FORMAT", "read", "recognises"]

FORMAT: Final = "bods-0.4"

_DETAILS: Final = {"entity": ENTITY, "person": PERSON, "relationship": RELATIONSHIP}
_DECODER: Final = msgspec.json.Decoder(float_hook=Decimal)
_KINDS: Final = {
    "shareholding": StakeKind.OWNERSHIP,
    "votingRights": StakeKind.VOTES,
    "appointmentOfBoard": StakeKind.CONTROL,
    "otherInfluenceOrControl": StakeKind.CONTROL,
    "controlViaCompanyRulesOrArticles": StakeKind.CONTROL,
    "controlByLegalFramework": StakeKind.CONTROL,
}
_NO_STAKE: Final = frozenset(
    {
        "boardMember", "boardChair", "seniorManagingOfficial", "nominee", "nominator",
        "rightsGrantedByContract", "conditionalRightsGrantedByContract",
    }
)  # fmt: skip
_NO_DATE: Final = "0001-01-01"
_PUBLIC: Final = ("state", "stateBody")
_NAMELESS: Final = ("anonymousPerson", "unknownPerson", "anonymousEntity", "unknownEntity")
_PAPERS: Final = {
    "PASSPORT": IdentifierType.PASSPORT,
    "TAXID": IdentifierType.TAX_ID,
    "IDCARD": IdentifierType.NATIONAL_ID,
}


def recognises(file: SourceFile) -> bool:
    """Whether it is JSON that begins as statements do."""
    head = file.head(1 << 16).lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith((b"[", b"{")) and (
        b'"statementId"' in head or b'"recordDetails"' in head or b'"recordType"' in head
    )


def read(file: SourceFile, *, today: dt.date | None = None) -> Ownership:
    """The holders and stakes of a file.

    Args:
        file: a JSON array of statements, or a statement on each line.
        today: what lies after it is in the future; by default this computer's day.

    Raises:
        InputError: no JSON, or no statements.
    """
    reading = _Reading(file.name, today or dt.datetime.now(dt.UTC).date())
    statements = _statements(file)
    usable = [one for number, one in enumerate(statements, 1) if reading.take(one, number)]
    for place, fault in across(usable):
        reading.tell(usable[place], fault)
    series: dict[str, list[Statement]] = defaultdict(list)
    for one in usable:
        series[one["recordId"]].append(one)
    for versions in series.values():
        versions.sort(key=lambda one: one["statementDate"])
    # Components first: what they tell, the relationship that names them need not tell again.
    for versions in sorted(series.values(), key=lambda some: not some[-1]["recordDetails"]["isComponent"]):
        if versions[-1]["recordType"] == "relationship":
            reading.relate(versions)
        else:
            reading.hold(versions[-1])
    shares = {_written(stake.share) for stake in reading.stakes}
    if (fraction := fraction_among(sorted(shares))) is not None:
        told = (
            f"a share of {fraction} is told and none above 1: the standard's shares are percent; check them"
        )
        reading.problems.append(Problem(file.name, told, field="share"))
    return Ownership(
        name=file.name,
        format=FORMAT,
        holders=tuple(reading.holders.values()),
        stakes=tuple(reading.stakes),
        problems=tuple(reading.problems),
        records=len(statements),
    )


@dataclass(slots=True)
class _Reading:
    """What has been read of a file."""

    name: str
    today: dt.date
    holders: dict[str, Holder] = field(default_factory=dict)
    stakes: list[Stake] = field(default_factory=list)
    components: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)

    def take(self, one: Any, number: int) -> bool:
        """Whether a statement can be read; what is wrong with it is told, and taken out of it."""
        if not isinstance(one, dict):
            where = f"{self.name} statement {number}"
            self.problems.append(Problem(where, f"{one!r:.60} is no statement", lost=True))
            return False
        found = list(faults(one, STATEMENT))
        paths = {path for path, _ in found}
        if not paths & {"recordType", "recordDetails"}:
            found += faults(one["recordDetails"], _DETAILS[one["recordType"]], "recordDetails")
        if not found:
            found += within(one, self.today)
            for fault in found:
                self.tell(one, fault, number)
            return True
        lost = any(path in _TELLING for path, _ in found)
        for path, message in found:
            self.tell(one, (path, message), number, lost=lost and path in _TELLING)
        if not lost:
            _mend(one, [path for path, _ in found], number)
        return not lost

    def tell(self, one: Statement, fault: Fault, number: int = 0, *, lost: bool = False) -> None:
        path, message = fault
        id = one.get("statementId")
        which = id if isinstance(id, str) and id else f"{number}"
        self.problems.append(
            Problem(
                f"{self.name} statement {which}", f"{path}: {message}", lost=lost, field=path, record=which
            )
        )

    def hold(self, one: Statement) -> None:
        """Take in the person or entity of a statement."""
        details, id = one["recordDetails"], one["recordId"]
        names = _names(details)
        type = details.get("personType") or details.get("entityType", {}).get("type", "")
        unspecified = details.get("unspecifiedPersonDetails") or details.get("unspecifiedEntityDetails") or {}
        person = one["recordType"] == "person"
        anonymous = None
        if not names:
            reason = unspecified.get("description") or unspecified.get("reason")
            what = "a person" if person else "an entity"
            anonymous = f"{what} nobody names" + (f" ({reason})" if reason else "")
        elif (type in _NAMELESS and unspecified) or all(map(names_nobody, names)):
            anonymous = names[0]
        kind = Kind.PERSON if person else Kind.PUBLIC_BODY if type in _PUBLIC else Kind.ORGANIZATION
        countries = [country_code(one.get("code", "")[:2]) for one in details.get("nationalities", ())]
        jurisdiction = country_code(details.get("jurisdiction", {}).get("code", "")[:2])
        born = details.get("birthDate")
        self.holders[id] = Holder(
            id=id,
            names=names,
            kind=kind,
            birth_dates=(PartialDate(born),) if born and _is_date(born) else (),
            countries=tuple(code for code in (*countries, jurisdiction) if code),
            identifiers=tuple(_identifiers(details, person)),
            anonymous=anonymous,
        )

    def relate(self, versions: Sequence[Statement]) -> None:
        """Take in the stakes of a relationship: each statement's until the next one."""
        for place, one in enumerate(versions):
            if one.get("recordStatus") == "closed":
                continue
            after = versions[place + 1] if place + 1 < len(versions) else None
            until = _day_before(after["statementDate"]) if after else None
            since = one["statementDate"][:10] if place else None
            for stake in self._stakes(one):
                begun, ended = stake.since, stake.until
                if since is not None and begun == UNKNOWN_DAY:
                    begun = PartialDate.between(since, "9999")
                elif since is not None:
                    begun = PartialDate(max(since, begun or since))
                if until is not None and ended == UNKNOWN_DAY:
                    ended = PartialDate.between("0001", until)
                elif until is not None:
                    ended = PartialDate(min(until, ended or until))
                dated = replace(stake, since=begun, until=ended)
                if one["recordDetails"]["isComponent"]:
                    self.components[one["recordId"]].append(dated)
                if not self._is_told_by_links(dated, one):
                    self.stakes.append(dated)

    def _is_told_by_links(self, stake: Stake, one: Statement) -> bool:
        """Whether a stake is indirect and its statement's components lead from its owner to what he owns.

        By links of its kind alone, held for as long as it is: else it says more than they do.
        """
        if not stake.doubtful:
            return False
        links = [
            link
            for id in one["recordDetails"].get("componentRecords", ())
            for link in self.components.get(id, ())
            if link.kind is stake.kind and _lasts(link, stake)
        ]
        reached = {stake.owner}
        while more := {link.owned for link in links if link.owner in reached} - reached:
            reached |= more
        return stake.owned in reached

    def _stakes(self, one: Statement) -> Iterator[Stake]:
        details = one["recordDetails"]
        ends = {name: self._end(one, name) for name in ("interestedParty", "subject")}
        owner, owned = ends["interestedParty"], ends["subject"]
        if owner is None or owned is None:
            return
        source = f"statement {one['statementId']}"
        interests: list[Statement] = details.get("interests") or [{}]
        for interest in interests:
            type = interest.get("type", "unknownInterest")
            if type in _NO_STAKE:
                continue
            share, notes = _share(interest.get("share", {})), []
            if type not in _KINDS:
                share, notes = _at_most(share), [f"an interest of the type {type}"]
            directness = interest.get("directOrIndirect")
            # Only an indirect relationship has components.
            made_of_links = directness != "direct" and bool(details.get("componentRecords"))
            indirect = directness == "indirect" or made_of_links
            if indirect:
                share, notes = _at_most(share), [*notes, "an indirect interest"]
            # That the first lies after the last `bods_checks` tells.
            since, until, _ = days_held(_date(interest.get("startDate")), _date(interest.get("endDate")))
            yield Stake(
                owner,
                owned,
                share,
                _KINDS.get(type, StakeKind.OWNERSHIP),
                since=since,
                until=until,
                source=source,
                note=", ".join(notes) or None,
                doubtful=indirect,
            )

    def _end(self, one: Statement, name: str) -> str | None:
        """The id of an end of a relationship; None where there is said to be nobody."""
        end = one["recordDetails"][name]
        if isinstance(end, str):
            self.holders.setdefault(end, Holder(end, anonymous=f"{end}, of whom nothing is told"))
            return end
        if end["reason"] == "noBeneficialOwners":
            return None
        id = f"{one['statementId']}/{name}"
        told = end.get("description") or end["reason"]
        self.holders[id] = Holder(id, anonymous=f"somebody nobody names ({told})")
        return id


_TELLING: Final = frozenset(
    {
        "recordId", "recordType", "recordDetails", "recordDetails.subject", "recordDetails.interestedParty",
        "recordDetails.subject.reason", "recordDetails.interestedParty.reason",
    }
)  # fmt: skip
"""Without these it is not to be told what a statement is about."""


def _statements(file: SourceFile) -> list[Any]:
    with file.open() as stream:
        content = stream.read().removeprefix(b"\xef\xbb\xbf").strip()
    try:
        array = content.startswith(b"[")
        found = _DECODER.decode(content) if array else _DECODER.decode_lines(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        try:
            alone = _DECODER.decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise InputError(f"{file.name} is no JSON that can be read: {error}") from None
        found = [alone]
    if not content.startswith(b"[") and len(found) == 1:
        raise InputError(
            f"{file.name} is one statement and no list of them: put the statements of a file between [ and ]"
        )
    if not found:
        raise InputError(f"{file.name} holds no statement; check that it is the right file")
    return list(found)


def _mend(one: Statement, paths: list[str], number: int) -> None:
    """Take out of a statement what is wrong in it, and put what it can't do without."""
    id = one.get("statementId")
    for path in reversed(paths):
        *above, last = path.replace("[", ".[").split(".")
        inside: Any = one
        for step in above:
            inside = inside[int(step[1:-1])] if step.startswith("[") else inside.get(step, {})
        if last.startswith("["):
            del inside[int(last[1:-1])]
        elif isinstance(inside, dict) and last in ("startDate", "endDate"):
            inside[last] = ""  # told, and not to be read
        elif isinstance(inside, dict):
            inside.pop(last, None)
    one["statementId"] = id if isinstance(id, str) and id else f"{number}"
    one.setdefault("statementDate", _NO_DATE)
    one["recordDetails"].setdefault("isComponent", False)


def _names(details: Statement) -> tuple[str, ...]:
    names = [one.get("fullName", "") for one in details.get("names", ()) if isinstance(one, dict)]
    names += [details.get("name", ""), *details.get("alternateNames", ())]
    return tuple(dict.fromkeys(name.strip() for name in names if isinstance(name, str) and name.strip()))


def _identifiers(details: Statement, person: bool) -> Iterator[Identifier]:
    for one in details.get("identifiers", ()):
        value, scheme = one.get("id"), one.get("scheme", "")
        if not value:
            continue
        country, _, kind = scheme.partition("-")
        if person:
            type = _PAPERS.get(kind, IdentifierType.OTHER)
        else:
            type = IdentifierType.LEI if scheme == "XI-LEI" else IdentifierType.REGISTRATION
        yield Identifier(
            type, value, country_code(country) if country else None, label=one.get("schemeName") or None
        )


def _share(told: Statement) -> Share:
    """The share that a statement tells; unknown where it tells none that can be."""
    try:
        if "exact" in told:
            exact = _percent(told["exact"])
            return Share(exact, exact)
        least = told.get("exclusiveMinimum", told.get("minimum", 0))
        most = told.get("exclusiveMaximum", told.get("maximum", 100))
        return Share(
            _percent(least),
            _percent(most),
            above="exclusiveMinimum" in told,
            below="exclusiveMaximum" in told,
        )
    except InputError:
        return UNKNOWN


def _written(share: Share) -> str:
    """A share by the bounds that are told of it."""
    least, most = plain_number(share.least), plain_number(share.most)
    if share.is_known:
        return most
    return f"{least}-{most}" if share.most < 100 else f">={least}" if share.least else ""


def _percent(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(value)


def _at_most(share: Share) -> Share:
    return Share(Decimal(0), share.most, below=share.below and share.most > 0)


def _lasts(link: Stake, stake: Stake) -> bool:
    """Whether one is surely held whenever the other is."""
    begun = link.since is None or (stake.since is not None and link.since.latest <= stake.since.earliest)
    ended = link.until is not None and (stake.until is None or link.until.earliest < stake.until.latest)
    return begun and not ended


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    return PartialDate(text) if _is_date(text) else UNKNOWN_DAY


def _is_date(text: str) -> bool:
    try:
        PartialDate(text)
    except InputError:
        return False
    return True


def _day_before(text: str) -> str:
    day = dt.date.fromisoformat(text[:10])
    return (day - dt.timedelta(days=1)).isoformat() if day > dt.date.min else text[:10]
