"""Many words together have the keys that each has by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from namesake.match.joining import run_marks
from namesake.match.strings import filed_keys
from namesake.names import languages, spelling
from namesake.names.together import consonants_of, learnt, lights_of, strongers_of

LATIN = st.text("abcdeghijklmnoqrstuvwxyz019", min_size=1, max_size=24)
# Letters that make digraphs, doubles and final h: chance brings too few of them together.
SPELLED = st.text("aehiloqtscdzjkuwy", min_size=1, max_size=12)
WORDS = st.lists(LATIN | SPELLED, max_size=12)
NAMES = """
qassem soleimani abdulrahman abdallah nasrullah hizballah hizbullah ulla ah h ih khadijah sarah abh aa hh ahh
dijkstra maxim xavier maxx quezada enrique chavez czerny schwarz shcherbakov jurjewitsch yevgenovich volodymyr
mueller aaron llano 1 25 mv 3m lloyd ashshami alfayyad elgendy wright rousseau jeanne park hsiao gamal cs
"""


def _keys_of(make: Callable[[str], str], words: list[str]) -> list[str]:
    return [make(word) for word in words]


@given(WORDS)
def test_light_keys_made_together_are_those_made_one_by_one(words: list[str]) -> None:
    assert lights_of(words) == _keys_of(spelling.light_anew, words)


@given(WORDS)
def test_keys_of_light_keys_made_together_are_those_made_one_by_one(words: list[str]) -> None:
    keys = _keys_of(spelling.light_anew, words)
    assert strongers_of(keys) == _keys_of(spelling.stronger, keys)
    assert consonants_of(keys) == _keys_of(spelling.consonants, keys)
    strong = strongers_of(keys)
    assert consonants_of(strong) == _keys_of(spelling.consonants, strong)


def test_of_no_letters_the_consonants_are_what_they_are_of_none() -> None:
    assert consonants_of(["", "h", ""]) == _keys_of(spelling.consonants, ["", "h", ""])


@pytest.mark.parametrize("sounds", [False, True])
@given(words=st.lists(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگאבגדהוזחטיכשתܩ", min_size=1, max_size=14)))
@example(words=["او", "ابو", "عبدالله", "و"])
def test_what_is_learnt_of_an_abjad_is_what_would_be_found_without(words: list[str], sounds: bool) -> None:
    found = [(spelling.abjad_bones(word), spelling.abjad_skeletons(word)) for word in words]
    spelling.abjad_bones.cache_clear()
    spelling.abjad_skeletons.cache_clear()
    with learnt(words, sounds=sounds):
        assert [(spelling.abjad_bones(word), spelling.abjad_skeletons(word)) for word in words] == found


@pytest.mark.parametrize("word", NAMES.split())
def test_each_of_these_names_among_the_others(word: str) -> None:
    names = NAMES.split()
    place = names.index(word)
    key = spelling.light_anew(word)
    assert lights_of(names)[place] == key
    assert strongers_of(lights_of(names))[place] == spelling.stronger(key)
    assert consonants_of(lights_of(names))[place] == spelling.consonants(key)


@pytest.mark.parametrize("make", [lights_of, strongers_of, consonants_of])
@pytest.mark.parametrize("words", [[], ["ahmad"], ["a", "a"]])
def test_there_are_as_many_keys_as_words(make: Callable[[list[str]], list[str]], words: list[str]) -> None:
    assert len(make(words)) == len(words)


@pytest.mark.parametrize("sounds", [False, True])
@given(words=WORDS)
def test_what_is_learnt_is_what_would_be_found_without(words: list[str], sounds: bool) -> None:
    found = [(languages.lights_anew(word), spelling.light_anew(word)) for word in words]
    with learnt(words, sounds=sounds):
        assert [(languages.lights_anew(word), spelling.light_anew(word)) for word in words] == found


@pytest.mark.parametrize("word", [*NAMES.split(), "سليماني", "정은", "金", "&", "joint stock", "q\nr", ""])
def test_the_keys_of_tokens_and_runs_are_the_same(word: str) -> None:
    run_marks.cache_clear()
    marks = run_marks(word, False) if word else None
    keys = filed_keys(word) if word else None
    run_marks.cache_clear()
    with learnt([word, "another"], sounds=True):
        assert (run_marks(word, False) if word else None) == marks
        assert (filed_keys(word) if word else None) == keys


def test_nothing_is_known_afterwards() -> None:
    with learnt(["ahmad", "choi", "قاسم"], sounds=True):
        assert all((spelling.LEARNT.light, spelling.LEARNT.skeletons, *languages.LEARNT))
    assert not any((*spelling.LEARNT, *languages.LEARNT))


def test_nothing_is_known_after_an_error() -> None:
    with pytest.raises(KeyError), learnt(["ahmad"]):
        raise KeyError
    assert not any((*spelling.LEARNT, *languages.LEARNT))


def test_one_may_learn_while_another_does() -> None:
    with learnt(["choi"]):
        with learnt(["ahmad"]):
            pass
        # What the other forgot has to be found anew.
        assert languages.lights_anew("choi") == languages.lights("choi")
