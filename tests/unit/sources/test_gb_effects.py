"""What the UK's lists say a designation forbids."""

from __future__ import annotations

import pytest

from namesake.model.party import Effect
from namesake.sources.gb_columns import SANCTIONS
from namesake.sources.gb_effects import additional, effects_of

FROZEN = (Effect.ASSET_FREEZE, Effect.FUNDS_FORBIDDEN)


@pytest.mark.parametrize(
    ("names", "effects", "unknown"),
    [
        (["Asset freeze", "Travel Ban"], (*FROZEN, Effect.TRAVEL_BAN), ()),
        (["assetfreeze"], FROZEN, ()),
        (["Trust Services Sanctions"], (Effect.TRUST_SERVICES,), ()),
        (["Director Disqualification Sanction"], (Effect.DIRECTOR_DISQUALIFIED,), ()),
        (["Targeted Arms Embargo", "Arms embargo"], (Effect.ARMS_EMBARGO,), ()),
        (["Prohibition of Port Entry", "Deflag"], (Effect.SHIPPING,), ()),
        (["Charm offensive", "Asset freeze"], FROZEN, ("Charm offensive",)),
        ([], (), ()),
    ],
)
def test_each_sanction_has_its_effect(
    names: list[str], effects: tuple[Effect, ...], unknown: tuple[str, ...]
) -> None:
    assert effects_of(names) == (effects, unknown)


def test_every_indicator_of_the_xml_has_an_effect() -> None:
    for name in SANCTIONS:
        found, unknown = effects_of([name])
        assert found, name
        assert not unknown


IN_ADDITION = "Financial sanctions imposed in addition to an asset freeze: "


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("", ()),
        ("He has nothing but an asset freeze.", ()),
        (IN_ADDITION + "Trust services. Date trust services sanctions imposed: 21/03/2023.",
         (Effect.TRUST_SERVICES,)),
        (IN_ADDITION + "Correspondent banking relationships etc. Trust services. Date trust services ...",
         (Effect.CORRESPONDENT_ACCOUNTS, Effect.TRUST_SERVICES)),
        (IN_ADDITION + "Dealing with transferable securities or money-market instruments. Loans and credit "
         "arrangements. Trust services. Date ...",
         (Effect.SECURITIES_FORBIDDEN, Effect.SECTORAL, Effect.TRUST_SERVICES)),
        (IN_ADDITION + "Trust services. Internet Services Sanctions: When an individual ...",
         (Effect.TRUST_SERVICES, Effect.INTERNET_SERVICES)),
        # 12872, 15887
        ("(2) Sanction imposed in addition to an asset freeze - The Director Disqualification Sanction was "
         "imposed on 09/04/2025", (Effect.DIRECTOR_DISQUALIFIED,)),
        ("(1) Sanction imposed in addition to an asset freeze: Travel ban. Date travel ban imposed: "
         "29/08/2024. (2) Director Disqualification Sanction was imposed on 09/04/2025",
         (Effect.TRAVEL_BAN, Effect.DIRECTOR_DISQUALIFIED)),
    ],
)  # fmt: skip
def test_ofsis_words_tell_what_is_imposed_beside_an_asset_freeze(
    text: str, effects: tuple[Effect, ...]
) -> None:
    assert additional(text) == (effects, ())


def test_a_sanction_in_words_that_are_not_known_is_told() -> None:
    assert additional(IN_ADDITION + "Charm offensive. Trust services.") == ((), ("Charm offensive",))
