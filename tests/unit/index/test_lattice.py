"""Listed tokens like a token asked about: the same as comparing it with each."""

from __future__ import annotations

import random

import pytest

from namesake.index import lattice as lattice_module
from namesake.index.lattice import REASONS, Lattice, Rows
from namesake.match.alike import Reason
from namesake.match.joining import asked_meets, runs_of
from namesake.match.strings import similarity
from namesake.names.tokens import parse
from tests.unit.index.making import INVENTED, party, snapshot

SNAPSHOT = snapshot(
    *INVENTED,
    party("90", "Qassem Suleimani Hizbullah"),
    party("91", "قاسم سليماني حزب الله"),
    party("92", "OSK"),
)
TOKENS = [SNAPSHOT.tokens[number] for number in range(len(SNAPSHOT.tokens))]


def rows_of(text: str, *, last: bool = True) -> Rows:
    (rows,) = Lattice(SNAPSHOT).rows([(text, last)])
    return rows


def told(rows: Rows) -> dict[str, tuple[int, Reason]]:
    """The tokens found, each with how alike it is and why."""
    assert rows.tokens.tolist() == sorted(set(rows.tokens.tolist()))
    return {
        TOKENS[token]: (alike >> 8, REASONS[alike & 255])
        for token, alike in zip(rows.tokens.tolist(), rows.alike.tolist(), strict=True)
    }


@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "qasem", "kasim", "soleymani", "hezbollah", "hizbulah", "voronsev", "orestis", "karim", "abdalkarim",
        "7", "prince", "الكريم", "كريم", "סלימני", "zzzz", "sulei", "hiz", "青", "하늘빛", "k", "kim",
    ],
)  # fmt: skip
def test_the_rows_of_a_token_are_what_comparing_it_with_every_token_finds(text: str, last: bool) -> None:
    every = {token: similarity(text, token) for token in TOKENS}
    assert told(rows_of(text, last=last)) == {
        token: found for token, found in every.items()
        if found.reason is not None and (last or found.reason is not Reason.CUT)
    }  # fmt: skip


def damaged(words: list[str], count: int) -> list[str]:
    """Words nobody has met: listed ones with a letter too many, too few, another, two exchanged, or cut."""
    chance = random.Random(20)
    found: list[str] = []
    for _ in range(count):
        word = chance.choice(words)
        place, other = chance.randrange(len(word)), chance.choice(word + "aeiouhkxcw")
        before, letter, behind = word[:place], word[place], word[place + 1 :]
        found.append(
            chance.choice(
                [
                    before + other + letter + behind,
                    before + behind,
                    before + other + behind,
                    before + behind[:1] + letter + behind[1:],
                    before + letter,
                ]
            )
            or word
        )
    return found


def test_words_never_met_have_the_rows_that_comparing_with_every_token_finds() -> None:
    # What is compared is only what the keys found prove; that must lose nothing, one by one or together.
    words = damaged([*TOKENS, "abc", "mrc", "alfayyad", "yuryevich", "rnoor", "uhnlng"], 600)
    together = Lattice(SNAPSHOT).rows([(word, True) for word in words])
    for word, rows in zip(words, together, strict=True):
        every = {token: similarity.__wrapped__(word, token) for token in TOKENS}
        assert told(rows) == {token: found for token, found in every.items() if found.reason is not None}
        assert told(rows_of(word)) == told(rows)


def test_a_beginning_leads_to_every_word_that_has_it() -> None:
    words = ["abu", "abuzaid", "abuz", "abv", "ab", "abuzaidan", "aby"]
    made = snapshot(*(party(str(place), word.title()) for place, word in enumerate(words)))
    lattice = Lattice(made)
    for asked in ("ab", "abu", "abuz", "abuzai", "ac", "aa"):
        begun = [made.tokens[token] for token in lattice._begun(asked)]
        assert begun == sorted(word for word in words if word.startswith(asked))


def test_only_the_token_written_last_can_be_cut_short() -> None:
    assert told(rows_of("sulei"))["suleimani"][1] is Reason.CUT
    assert "suleimani" not in told(rows_of("sulei", last=False))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kas Seem", {"qassem"}),
        ("Hizb Allah", {"hizbullah"}),
        ("Abd al Karim", {"abdulkarim"}),
        ("Haneul Bit", {"haneulbit"}),
        ("Ostrander Shipping Kontor", {"osk"}),
        ("Otto Zwingli", set()),
        ("عبد الكريم", {"abdulkarim"}),
        ("Q S", set()),
    ],
)
def test_the_rows_of_a_run_are_the_tokens_it_meets(name: str, expected: set[str]) -> None:
    lattice = Lattice(SNAPSHOT)
    runs = runs_of(parse(name, person=False))
    found = set[str]()
    every = lattice.run_rows([(run.text, run.acronym) for run in runs])
    for run, rows in zip(runs, map(told, every), strict=True):
        assert set(rows) == {token for token in TOKENS if asked_meets(run.text, run.acronym, token)}
        assert {reason for _, reason in rows.values()} <= {Reason.ACRONYM if run.acronym else Reason.JOINED}
        found |= set(rows)
    assert found >= expected
    assert bool(found) == bool(expected)


def test_only_the_very_same_word_is_alike_to_the_full() -> None:
    found = told(rows_of("suleimani"))
    assert [token for token, (value, _) in found.items() if value == 100] == ["suleimani"]


def test_a_word_like_nothing_has_no_rows() -> None:
    found = rows_of("zzzzzzzz")
    assert (len(found.tokens), len(found.alike)) == (0, 0)


def test_tokens_asked_about_together_have_the_rows_they_have_alone() -> None:
    tokens = [
        ("qasem", True),
        ("sulei", True),
        ("sulei", False),
        ("zzzz", True),
        ("qasem", True),
        ("7", False),
    ]
    together = Lattice(SNAPSHOT).rows(tokens)
    for rows, (text, last) in zip(together, tokens, strict=True):
        assert told(rows) == told(rows_of(text, last=last))


def test_asking_again_gives_what_was_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    lattice = Lattice(SNAPSHOT)
    (first,) = lattice.rows([("qasem", True)])
    (again, _) = lattice.rows([("qasem", True), ("sulei", True)])
    assert again is first
    # However little there is room for, the answers are the same.
    monkeypatch.setattr(lattice_module, "_MOST_REMEMBERED", 1)
    for text in ("qasem", "hizbulah", "qasem", "karim"):
        assert told(lattice.rows([(text, True)])[0]) == told(rows_of(text))


def test_an_empty_snapshot_has_no_rows() -> None:
    (rows,) = Lattice(snapshot()).rows([("qasem", True)])
    assert len(rows.tokens) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("suleimani", {"suleimani"}),
        ("soleymani", {"suleimani"}),
        ("qasem", {"qassem"}),
        ("kasim", {"qassem"}),
        ("hezbollah", {"hizbullah"}),
        ("karim", {"karim"}),
        ("7", {"7"}),
        ("قاسم", {"قاسم"}),
        # A slip of the pen, a word cut short, another word, nothing.
        ("suleinani", set()),
        ("sulei", set()),
        ("zzzz", set()),
    ],
)
def test_the_spellings_of_a_word_of_a_text(text: str, expected: set[str]) -> None:
    (rows,) = Lattice(SNAPSHOT).spelled([text])
    assert expected <= set(told(rows))
    assert expected or not told(rows)


def test_what_is_a_spelling_is_found_in_a_screening_too_and_no_less_alike() -> None:
    words = [*TOKENS, *damaged(TOKENS, 200)]
    found = 0
    for word, rows in zip(words, Lattice(SNAPSHOT).spelled(words), strict=True):
        every = told(rows_of(word, last=False))
        for token, value in told(rows).items():
            # It may be a slip of the pen too, which a screening counts for more.
            assert every[token][0] >= value[0], (word, token)
            found += 1
        if word in TOKENS:
            assert told(rows)[word] == (100, Reason.EQUAL)
    assert found > len(TOKENS)


def test_what_is_a_spelling_is_near() -> None:
    lattice = Lattice(SNAPSHOT)
    words = [*TOKENS, *damaged(TOKENS, 200), "قاسم", "7", "zwingli"]
    every = 0
    for near, rows in zip(lattice.near(words), lattice.spelled(words), strict=True):
        assert near.keys() >= set(rows.tokens.tolist())
        every += len(near)
    assert every < 10 * len(words), "else all tokens are near all words"
    assert lattice.near(words[:1])[0] is lattice.near(words[:1])[0]


def test_spellings_and_resemblances_are_remembered_apart() -> None:
    lattice = Lattice(SNAPSHOT)
    for _ in range(2):
        (spelled,) = lattice.spelled(["suleinani"])
        (rows,) = lattice.rows([("suleinani", False)])
        assert (set(told(spelled)), set(told(rows))) == (set(), {"suleimani"})
    assert lattice.spelled(["suleinani"])[0] is spelled


def test_spellings_in_an_empty_snapshot_are_none() -> None:
    assert [len(rows.tokens) for rows in Lattice(snapshot()).spelled(["qasem", "7", "قاسم"])] == [0, 0, 0]
    assert Lattice(SNAPSHOT).spelled([]) == []
