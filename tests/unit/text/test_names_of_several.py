"""A name that one list gives to several of its parties tells none of them."""

from __future__ import annotations

import pytest

from namesake.index.building import build
from namesake.model.edition import PartyHistory, Version
from namesake.model.party import Party
from namesake.model.values import Kind, ListId, Name, PartyId, Quality
from namesake.screening.screener import Screener
from namesake.text.document import Document

TEXT = "Officials knew that Ansar al-Sharia was behind the attack, and men of Ansar al-Sharia said so."
GROUP = ("Al-Qa'ida in the Arabian Peninsula", "Ansar al-Sharia")


def screener(*listed: tuple[str, tuple[str, ...]]) -> Screener:
    """On these parties, each an id and its names, the primary one first."""
    histories = []
    for id, names in listed:
        party = Party(
            id=PartyId(id),
            list=ListId(id.partition(":")[0]),
            kind=Kind.ORGANIZATION,
            names=tuple(Name(name, Quality.STRONG) for name in names),
        )
        histories.append(PartyHistory(id=party.id, versions=(Version(party),)))
    return Screener(build(histories), compiled=False)


@pytest.mark.parametrize(
    ("others", "status", "why"),
    [
        ((), "same", "nobody else is called so"),
        ((("a:2", ("Ansar al-Sharia in Benghazi",)),), "same", "another's name has more"),
        ((("a:2", ("Ansar al-Sharia in Benghazi", "Ansar al-Sharia")),), "possible", "another's alias too"),
        ((("b:2", GROUP),), "same", "another list's record of the same group"),
    ],
)  # fmt: skip
def test_a_name_is_the_partys_where_its_list_calls_no_other_so(
    others: tuple[tuple[str, tuple[str, ...]], ...], status: str, why: str
) -> None:
    found = screener(("a:1", GROUP), *others).read(Document(text=TEXT)).mentions
    assert [(one.surface, one.status.value) for one in found] == [("Ansar al-Sharia", status)] * 2, why
    assert {one.party for one in found} <= {"a:1", "b:2"} or status == "possible"


def test_the_reason_says_so_and_the_others_stand_beside_it() -> None:
    on = screener(("a:1", GROUP), ("a:2", ("Ansar al-Sharia in Benghazi", "Ansar al-Sharia")))
    mention = on.read(Document(text=TEXT)).mentions[0]
    assert "the list calls several parties so" in mention.reason
    assert {mention.party, *mention.also} == {"a:1", "a:2"}
