"""A name that a list gives to several parties tells none of them; another list may have its party too."""

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


def listed(id: str, *names: str, kind: Kind) -> Party:
    strong = tuple(Name(name, Quality.STRONG) for name in names)
    return Party(id=PartyId(id), list=ListId(id.partition(":")[0]), kind=kind, names=strong)


def on(*parties: Party) -> Screener:
    histories = [PartyHistory(id=one.id, versions=(Version(one),)) for one in parties]
    return Screener(build(histories), compiled=False)


def screener(*groups: tuple[str, tuple[str, ...]]) -> Screener:
    """On these organisations, each an id and its names, the primary one first."""
    return on(*[listed(id, *names, kind=Kind.ORGANIZATION) for id, names in groups])


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
    groups = screener(("a:1", GROUP), ("a:2", ("Ansar al-Sharia in Benghazi", "Ansar al-Sharia")))
    mention = groups.read(Document(text=TEXT)).mentions[0]
    assert "the list calls several parties so" in mention.reason
    assert {mention.party, *mention.also} == {"a:1", "a:2"}


@pytest.mark.parametrize(
    ("other", "name", "beside", "why"),
    [
        ("b:1", "Osvald DERUNOV", True, "the same name"),
        ("b:1", "DERUNOV, Osvald Matveyevich", True, "a father's name more"),
        ("b:1", "Osvald Matveyevich DERUNOV", True, "the same in another order"),
        ("b:1", "DERUNOV, Osvald Matveyevich Zwingli", False, "two names more"),
        ("b:1", "DERUNOFF, Ozwald", False, "spelled otherwise"),
        ("b:1", "ZWINGLI, Osvald Derunov", False, "the surname was not said"),
        ("a:2", "DERUNOV, Osvald Matveyevich", True, "another of the list, with a father's name"),
        ("a:2", "DERUNOV, Matvey Osvald", False, "another's father"),
        ("a:2", "DERUNOFF, Osvald Matveyevich", False, "another's name, spelled otherwise"),
    ],
)  # fmt: skip
def test_who_is_on_one_list_is_not_hidden_by_a_shorter_name_on_another(
    other: str, name: str, beside: bool, why: str
) -> None:
    both = on(*[listed(*one, kind=Kind.PERSON) for one in (("a:1", "Osvald Derunov"), (other, name))])
    (mention,) = both.read("Osvald Derunov came.").mentions
    assert "a:1" in (mention.party, *mention.also)
    assert (other in (mention.party, *mention.also)) == beside, why


def test_a_name_is_not_surely_his_whose_namesake_the_list_has_with_a_fathers_name() -> None:
    both = [("a:1", "Osvald DERUNOV"), ("a:2", "DERUNOV, Osvald Matveyevich")]
    (mention,) = on(*[listed(*one, kind=Kind.PERSON) for one in both]).read("Osvald Derunov came.").mentions
    assert mention.status.value == "possible"
    assert "the list calls several parties so" in mention.reason


def test_who_is_spelled_so_is_meant_before_who_has_another_vowel() -> None:
    parties = [("a:1", "DARUNOVA, Osvalda"), ("a:2", "DERUNOVA, Osvalda Matveyevna")]
    (mention,) = (
        on(*[listed(*one, kind=Kind.PERSON) for one in parties]).read("Osvalda Derunova came.").mentions
    )
    assert (mention.party, mention.also) == ("a:2", ("a:1",))


@pytest.mark.parametrize("order", [1, -1])
def test_a_person_whose_name_is_likelier_hides_no_organisation(order: int) -> None:
    man = listed("a:1", "KHAN, Hizb Ullah", "Hizb Ullah", kind=Kind.PERSON)
    group = listed("a:2", "HIZBALLAH", kind=Kind.ORGANIZATION)
    (mention,) = on(*[man, group][::order]).read("قال حزب الله إن الهجوم فشل.").mentions
    assert (mention.party, mention.also, mention.status.value) == ("a:1", ("a:2",), "possible")
