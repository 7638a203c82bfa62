"""A guess at the custom a listed name follows, so that a weakness for one people's names shows.

It is a guess for tables, never for a score: a name in another script is counted under that script; one in
Latin letters under the custom most usual in the first country the list gives, nationality before
citizenship, birth and the rest. A Russian with an Uzbek name is counted as Russian.
"""

from __future__ import annotations

from typing import Final

from namesake.model.party import Party
from namesake.model.scripts import script_of
from namesake.model.values import CountryRole, Kind

__all__ = ["ORGANISATIONS", "UNKNOWN", "culture_of"]

UNKNOWN: Final = "unknown"
ORGANISATIONS: Final = "organisations, ships, aircraft"

_CUSTOMS: Final = {
    "Arabic": "ae bh dj dz eg iq jo km kw lb ly ma mr om ps qa sa sd so sy tn ye",
    "Persian and Afghan": "af ir tj",
    "Turkic and Caucasian": "am az ge kg kz tm tr uz",
    "East Slavic": "by ru suhh ua",
    "South and West Slavic": "ba bg cz hr me mk pl rs si sk xk yucs csxx cshh",
    "Spanish and Portuguese": "ao ar bo br cl co cr cu do ec es gt gw hn mx mz ni pa pe pr pt py sv uy ve",
    "Chinese": "cn hk mo sg tw",
    "Korean": "kp kr",
    "South Asian": "bd in lk mv np pk",
    "South-east Asian": "id kh la mm my ph th vn",
    "African": "bf bi cd cf cg ci cm er et gh gm gn ke lr mg ml mw ne ng rw sl sn ss td tg tz ug za zm",
    "Western European": "at au be ca ch de dk fi fr gb ie is it li lu mt nl no nz se us",
    "Other European": "al cy gr hu md ro",
}
_BY_COUNTRY: Final = {code: custom for custom, codes in _CUSTOMS.items() for code in codes.split()}
_SCRIPTS: Final = {
    "Arab": "in Arabic script",
    "Cyrl": "in Cyrillic",
    "Grek": "in Greek script",
    "Hang": "in Hangul",
    "Hani": "in Chinese script",
    "Hebr": "in Hebrew script",
    "Jpan": "in Japanese script",
}
_TELLING: Final = (CountryRole.NATIONALITY, CountryRole.CITIZENSHIP, CountryRole.BIRTH)


def culture_of(party: Party, name: str) -> str:
    """The custom this name of the party's probably follows; `ORGANISATIONS` for what is no person."""
    script = script_of(name)
    if script not in ("Latn", "Zyyy"):
        return _SCRIPTS.get(script, "in other scripts")
    if party.kind is not Kind.PERSON:
        return ORGANISATIONS
    known = [one for one in party.countries if one.code in _BY_COUNTRY]
    known.sort(key=lambda one: _TELLING.index(one.role) if one.role in _TELLING else len(_TELLING))
    return _BY_COUNTRY[str(known[0].code)] if known else UNKNOWN
