"""Which passages of a text are shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from namesake.cli.passages import passages_of
from namesake.model.values import PartyId
from namesake.text.mention import Form, Mention, Status


def _mention(start: int, end: int, text: str = "") -> Mention:
    return Mention(
        start, end, text[start:end], PartyId("mine:1"), Form.NAME, Status.SAME, 1.0, "Teodrik Vardanis", "so"
    )  # fmt: skip


def _of(text: str, name: str = "Teodrik Vardanis") -> list[Mention]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return [_mention(at, at + len(name), text) for at in starts]


def _cut(text: str, mentions: list[Mention], **options: bool) -> list[str]:
    return [text[one.start : one.end] for one in passages_of(text, mentions, **options).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("one\nstill one\n \n\ntwo", ["one\nstill one", "two"]),
        ("one\ntwo", ["one", "two"]),
        ("\n\none\n\n", ["one"]),
        ("", []),
        ("  \n\n \n", []),
    ],
)
def test_a_short_text_is_shown_whole_by_its_paragraphs(text: str, expected: list[str]) -> None:
    assert _cut(text, []) == expected


def test_a_break_inside_a_name_is_no_end_of_a_paragraph() -> None:
    text = "first line\nhere is Teodrik\nVardanis again\nlast line"
    start = text.index("Teodrik")
    mentions = [_mention(start, start + len("Teodrik\nVardanis"), text)]
    assert _cut(text, mentions) == ["first line", "here is Teodrik\nVardanis again", "last line"]
    assert passages_of(text, mentions).passages[1].mentions == tuple(mentions)


def test_of_a_long_text_only_what_is_around_the_mentions_is_shown() -> None:
    text = "word " * 2_000 + "then Teodrik Vardanis came " + "word " * 2_000
    ((passage,), left_out, whole) = passages_of(text, _of(text))
    assert not whole
    assert left_out == 0
    assert passage.end - passage.start < 400
    assert not passage.opened
    assert not passage.closed
    shown = text[passage.start : passage.end]
    assert "then Teodrik Vardanis came" in shown
    assert shown.startswith("word ")
    assert shown.endswith(" word")


def test_a_long_text_is_shown_whole_when_asked_for() -> None:
    text = "word " * 2_000
    assert _cut(text, [], whole=True) == [text]
    assert _cut(text, []) == []


def test_mentions_that_stand_close_share_a_passage_and_others_do_not() -> None:
    near = "Teodrik Vardanis " * 3 + "word " * 2_000 + "Teodrik Vardanis"
    found, _, _ = passages_of(near, _of(near))
    assert [len(one.mentions) for one in found] == [3, 1]


def test_very_many_mentions_are_shown_in_part_and_the_others_counted() -> None:
    text = ("Teodrik Vardanis " + "word " * 100) * 500
    mentions = _of(text)
    found, left_out, _ = passages_of(text, mentions)
    shown = sum(len(one.mentions) for one in found)
    assert 0 < shown < 100
    assert left_out == 500 - shown
    assert passages_of(text, mentions, whole=True).left_out == 0


def test_a_text_without_a_space_is_cut_all_the_same() -> None:
    text = "x" * 9_000
    ((passage,), _, _) = passages_of(text, [_mention(4_500, 4_510, text)])
    assert passage.end - passage.start < 400


@given(st.text(alphabet="ab \n", max_size=80), st.data())
def test_every_mention_stands_in_one_passage_and_passages_never_overlap(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    mentions = [
        _mention(start, end, text)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if not text[start].isspace() and not text[end - 1].isspace()
    ]
    found, left_out, whole = passages_of(text, mentions)
    assert whole
    assert left_out == 0
    assert [one for passage in found for one in passage.mentions] == mentions
    assert all(
        one.start >= passage.start and one.end <= passage.end for passage in found for one in passage.mentions
    )
    assert all(before.end <= after.start for before, after in pairwise(found))
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())
