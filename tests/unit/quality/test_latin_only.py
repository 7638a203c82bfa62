"""Lists without names in other scripts."""

from __future__ import annotations

from namesake.model.policy import Policy
from namesake.model.values import Kind, ListId
from namesake.quality.asking import parties_held
from namesake.quality.labelled import Scripts
from namesake.quality.latin_only import LABELLED, latin_screener
from tests.unit.quality.making import PARTIES, party


def test_names_in_other_scripts_go_and_the_party_stays() -> None:
    held = parties_held(latin_screener(PARTIES, [], Policy(threshold=0.8, lists=(ListId("invented"),))))
    assert [one.id for one in held] == [one.id for one in PARTIES]
    assert [name.text for name in held[0].names] == ["VARDANIS, Teodrik Ambros"]


def test_a_party_without_latin_names_goes() -> None:
    held = parties_held(latin_screener([party(1, "Вардани"), party(2, "Ulviya")], [], Policy()))
    assert [one.id for one in held] == ["invented:2"]


def test_persons_on_no_list_become_a_private_one_with_all_their_latin_names() -> None:
    rows = [
        Scripts("elsewhere:1", latin, original, "CYRILLIC", kind)
        for latin, original, kind in (
            ("Boris Klimov", "Борис Климов", None),
            ("B. Klimov", "Б. Климов", Kind.PERSON),
        )
    ]
    rows.append(Scripts("invented:2", "Someone Else", "Кто-то", "CYRILLIC", None))
    held = parties_held(latin_screener(PARTIES, rows, Policy()))
    (private,) = [one for one in held if one.list == LABELLED]
    assert (private.id, private.kind) == ("elsewhere:1", Kind.PERSON)
    assert [name.text for name in private.names] == ["Boris Klimov", "B. Klimov"]
    assert "Someone Else" not in {name.text for one in held for name in one.names}
