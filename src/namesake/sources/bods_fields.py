"""What a statement of the Beneficial Ownership Data Standard 0.4 may hold, field by field.

The table says of each field what it is; `faults` compares a statement with it. Fields that the table does not
name may stand in a statement and mean nothing to us. The facts are those of the published standard
(standard.openownership.org, version 0.4).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

__all__ = ["ENTITY", "PERSON", "RELATIONSHIP", "STATEMENT", "Fault", "faults"]

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?)?")
_PART_OF_A_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")

Fault = tuple[str, str]
"""A field, by the names that lead to it, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text: its length, one of some codes, or a form."""

    least: int = 0
    most: int = 100_000
    codes: frozenset[str] = frozenset()
    form: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Percent:
    """A number from 0 to 100."""


@dataclass(frozen=True, slots=True)
class Many:
    """Several of one thing."""

    of: Spec


@dataclass(frozen=True, slots=True)
class Parts:
    """Named fields, which of them must be there, and of which at least one."""

    fields: Mapping[str, Spec]
    needed: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    also_text: bool = False


Spec = Text | Flag | Percent | Many | Parts


def faults(value: Any, spec: Spec, path: str = "") -> Iterator[Fault]:
    """What is wrong with a value, deepest field named."""
    match spec:
        case Text():
            yield from _text(value, spec, path)
        case Flag():
            if not isinstance(value, bool):
                yield path, f"{_shown(value)} is neither true nor false"
        case Percent():
            if isinstance(value, bool) or not isinstance(value, int | Decimal | float):
                yield path, f"{_shown(value)} is no number"
            elif not 0 <= value <= 100:
                yield path, f"{value} is no percent: it lies between 0 and 100"
        case Many():
            if not isinstance(value, list):
                yield path, f"{_shown(value)} is no list"
                return
            for place, item in enumerate(value):
                yield from faults(item, spec.of, f"{path}[{place}]")
        case Parts():
            if spec.also_text and isinstance(value, str):
                return
            if not isinstance(value, dict):
                yield path, f"{_shown(value)} is no object{' and no text' * spec.also_text}"
                return
            inside = f"{path}." if path else ""
            for name in spec.needed:
                if name not in value:
                    yield inside + name, "is missing"
            if spec.one_of and not any(name in value for name in spec.one_of):
                yield inside + spec.one_of[0], f"is missing, and so is {' and '.join(spec.one_of[1:])}"
            for name, inner in spec.fields.items():
                if name in value:
                    yield from faults(value[name], inner, inside + name)


def _text(value: Any, spec: Text, path: str) -> Iterator[Fault]:
    if not isinstance(value, str):
        yield path, f"{_shown(value)} is no text"
    elif spec.codes and value not in spec.codes:
        yield path, f"{_shown(value)} is none of its codes ({', '.join(sorted(spec.codes))})"
    elif not spec.least <= len(value) <= spec.most:
        yield path, f"{_shown(value)} has {len(value)} characters; {spec.least} to {spec.most} are allowed"
    elif spec.form and not _FORMS[spec.form](value):
        yield path, f"{_shown(value)} is no {spec.form}"


def _shown(value: Any) -> str:
    return f"{value!r:.60}"


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text[:10]):
        return False
    try:
        dt.date.fromisoformat(text[:10])
    except ValueError:
        return False
    return True


_FORMS: Final = {
    "date (YYYY-MM-DD)": lambda text: len(text) == 10 and _is_day(text),
    "date or time": lambda text: bool(_MOMENT.fullmatch(text)) and _is_day(text),
    "date, month or year": lambda text: bool(_PART_OF_A_DAY.fullmatch(text)),
    "web address": lambda text: bool(_URI.fullmatch(text)),
}


def _codes(text: str) -> Text:
    return Text(codes=frozenset(text.split()))


_ANY: Final = Text()
_DATE: Final = Text(form="date (YYYY-MM-DD)")
_MOMENT_TEXT: Final = Text(form="date or time")
_PARTIAL: Final = Text(form="date, month or year")
_WEB: Final = Text(form="web address")
_COUNTRY: Final = Parts({"name": _ANY, "code": Text(2, 2)}, needed=("name",))
_PLACE: Final = Parts({"name": _ANY, "code": Text(2, 6)}, needed=("name",))
_AGENT: Final = Parts({"name": _ANY, "uri": _WEB})
_UNSPECIFIED: Final = Parts(
    {
        "reason": _codes(
            "noBeneficialOwners subjectUnableToConfirmOrIdentifyBeneficialOwner "
            "interestedPartyHasNotProvidedInformation subjectExemptFromDisclosure "
            "interestedPartyExemptFromDisclosure unknown informationUnknownToPublisher"
        ),
        "description": _ANY,
    },
    needed=("reason",),
)
_PARTY: Final = Parts(_UNSPECIFIED.fields, needed=("reason",), also_text=True)
_IDENTIFIERS: Final = Many(
    Parts({"id": _ANY, "scheme": _ANY, "schemeName": _ANY, "uri": _WEB}, one_of=("scheme", "schemeName"))
)
_SOURCE: Final = Parts(
    {
        "type": Many(_codes("selfDeclaration officialRegister thirdParty primaryResearch verified")),
        "description": _ANY,
        "url": _WEB,
        "retrievedAt": _MOMENT_TEXT,
        "assertedBy": Many(_AGENT),
    }
)


def _address(types: str) -> Parts:
    return Parts({"type": _codes(types), "address": _ANY, "postCode": _ANY, "country": _COUNTRY})


STATEMENT: Final = Parts(
    {
        "statementId": Text(32, 64),
        "statementDate": _MOMENT_TEXT,
        "declaration": _ANY,
        "declarationSubject": Text(1),
        "recordId": _ANY,
        "recordType": _codes("entity person relationship"),
        "recordStatus": _codes("new updated closed"),
        "recordDetails": Parts({"isComponent": Flag()}, needed=("isComponent",)),
        "annotations": Many(
            Parts(
                {
                    "statementPointerTarget": _ANY,
                    "creationDate": _MOMENT_TEXT,
                    "createdBy": _AGENT,
                    "motivation": _codes("commenting correcting identifying linking transformation"),
                    "description": _ANY,
                    "transformedContent": _ANY,
                    "url": _WEB,
                },
                needed=("statementPointerTarget", "motivation"),
            )
        ),
        "publicationDetails": Parts(
            {
                "publicationDate": _MOMENT_TEXT,
                "bodsVersion": Text(form=""),
                "license": _WEB,
                "publisher": Parts({"name": _ANY, "url": _WEB}, one_of=("name", "url")),
            },
            needed=("publicationDate", "bodsVersion", "publisher"),
        ),
        "source": _SOURCE,
    },
    needed=(
        "statementId", "statementDate", "declarationSubject", "recordId", "recordType", "recordDetails",
    ),
)  # fmt: skip
"""What every statement holds."""

_LISTING: Final = Parts(
    {
        "marketIdentifierCode": _ANY,
        "operatingMarketIdentifierCode": _ANY,
        "stockExchangeJurisdiction": Text(2, 6),
        "stockExchangeName": _ANY,
        "security": Parts(
            {"id": _ANY, "idScheme": _codes("isin figi cusip cins"), "ticker": _ANY}, needed=("ticker",)
        ),
    },
    needed=("stockExchangeJurisdiction", "stockExchangeName", "security"),
)
_PUBLIC_LISTING: Final = Parts(
    {"hasPublicListing": Flag(), "companyFilingsURLs": Many(_WEB), "securitiesListings": Many(_LISTING)},
    needed=("hasPublicListing",),
)

ENTITY: Final = Parts(
    {
        "entityType": Parts(
            {
                "type": _codes(
                    "registeredEntity legalEntity arrangement anonymousEntity unknownEntity state stateBody"
                ),
                "subtype": _codes("governmentDepartment stateAgency other trust nomination"),
                "details": _ANY,
            },
            needed=("type",),
        ),
        "unspecifiedEntityDetails": _UNSPECIFIED,
        "name": _ANY,
        "alternateNames": Many(_ANY),
        "jurisdiction": _PLACE,
        "identifiers": _IDENTIFIERS,
        "foundingDate": _DATE,
        "dissolutionDate": _DATE,
        "addresses": Many(_address("registered business alternative")),
        "uri": _WEB,
        "publicListing": _PUBLIC_LISTING,
        "formedByStatute": Parts({"name": _ANY, "date": _DATE}),
    },
    needed=("entityType",),
)
"""What the record of an entity holds."""

PERSON: Final = Parts(
    {
        "personType": _codes("anonymousPerson unknownPerson knownPerson"),
        "unspecifiedPersonDetails": _UNSPECIFIED,
        "names": Many(
            Parts(
                {
                    "type": _codes("legal translation transliteration former alternative birth"),
                    "fullName": _ANY,
                    "familyName": _ANY,
                    "givenName": _ANY,
                    "patronymicName": _ANY,
                },
                needed=("fullName",),
            )
        ),
        "identifiers": _IDENTIFIERS,
        "nationalities": Many(_COUNTRY),
        "placeOfBirth": _address("placeOfBirth"),
        "birthDate": _PARTIAL,
        "deathDate": _PARTIAL,
        "taxResidencies": Many(_COUNTRY),
        "addresses": Many(_address("residence service alternative")),
        "politicalExposure": Parts(
            {
                "status": _codes("isPep isNotPep unknown"),
                "details": Many(
                    Parts(
                        {
                            "reason": _ANY,
                            "missingInfoReason": _ANY,
                            "jurisdiction": _PLACE,
                            "startDate": _DATE,
                            "endDate": _DATE,
                            "source": _SOURCE,
                        }
                    )
                ),
            },
            needed=("status",),
        ),
    },
    needed=("personType",),
)
"""What the record of a person holds."""

RELATIONSHIP: Final = Parts(
    {
        "componentRecords": Many(_ANY),
        "subject": _PARTY,
        "interestedParty": _PARTY,
        "interests": Many(
            Parts(
                {
                    "type": _codes(
                        "shareholding votingRights appointmentOfBoard otherInfluenceOrControl "
                        "seniorManagingOfficial settlor trustee protector beneficiaryOfLegalArrangement "
                        "rightsToSurplusAssetsOnDissolution rightsToProfitOrIncome rightsGrantedByContract "
                        "conditionalRightsGrantedByContract controlViaCompanyRulesOrArticles "
                        "controlByLegalFramework boardMember boardChair unknownInterest unpublishedInterest "
                        "enjoymentAndUseOfAssets rightToProfitOrIncomeFromAssets nominee nominator"
                    ),
                    "directOrIndirect": _codes("direct indirect unknown"),
                    "beneficialOwnershipOrControl": Flag(),
                    "details": _ANY,
                    "share": Parts(
                        dict.fromkeys(
                            ("exact", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), Percent()
                        )
                    ),
                    "startDate": _DATE,
                    "endDate": _DATE,
                }
            )
        ),
    },
    needed=("subject", "interestedParty"),
)
"""What the record of a relationship holds."""
