"""Which custom a listed name is counted under."""

from __future__ import annotations

import pytest

from namesake.model.party import Party
from namesake.model.values import Country, CountryCode, CountryRole, Kind, ListId, Name, PartyId
from namesake.quality.culture import ORGANISATIONS, UNKNOWN, culture_of
from tests.unit.quality.making import party

CASES = (
    (party(1, "Ivan Borodin", nationality="ru"), "Ivan Borodin", "East Slavic"),
    (party(1, "Ivan Borodin", nationality="ru"), "Иван Бородин", "in Cyrillic"),
    (party(1, "Kim Jong Un", nationality="kp"), "Kim Jong Un", "Korean"),
    (party(1, "Kim Jong Un", nationality="kp"), "김정은", "in Hangul"),
    (party(1, "Nobody"), "Nobody", UNKNOWN),
    (party(1, "Nobody", nationality="aq"), "Nobody", UNKNOWN),
    (party(1, "Orsolax", kind=Kind.COMPANY, nationality="pa"), "Orsolax", ORGANISATIONS),
    (party(1, "নাম"), "নাম", "in other scripts"),
)


@pytest.mark.parametrize(("listed", "name", "culture"), CASES)
def test_a_name_is_counted_under_its_script_or_its_country(listed: Party, name: str, culture: str) -> None:
    assert culture_of(listed, name) == culture


def test_nationality_goes_before_the_country_of_birth() -> None:
    born = Country(CountryCode("ir"), CountryRole.BIRTH)
    national = Country(CountryCode("iq"), CountryRole.NATIONALITY)
    one = Party(
        id=PartyId("x:1"),
        list=ListId("x"),
        kind=Kind.PERSON,
        names=(Name("Ali"),),
        countries=(born, national),
    )
    assert culture_of(one, "Ali") == "Arabic"
