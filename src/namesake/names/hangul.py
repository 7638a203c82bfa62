"""How a Hangul word may be spelled in Latin letters.

A Korean's name comes one syllable at a time, and each syllable has the spellings that South Korea's
rules, McCune and Reischauer, North Korea and people's own passports give it: 정 is Jeong, Jung, Chong,
Jong. A foreign name in Hangul follows its sound and is one word of many syllables: 웬트워스 is
Wentworth. `by_syllables` tells the two apart.

Source: Revised Romanization of Korean (2000), McCune-Reischauer (1939), North Korea's romanisation
(UNGEGN 1992), and the National Institute of Korean Language's rules for writing foreign words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product
from typing import Final

__all__ = [
    "SYLLABLE",
    "by_syllables",
    "could_be_korean",
    "full_name",
    "in_letters",
    "in_syllables",
    "is_foreign",
    "sounds",
    "spellings",
    "spells_syllable",
    "spoken",
]

SYLLABLE: Final = re.compile("[가-힣]")

# The syllables that Chinese characters have in Korean, and those of native given names (하늘, 빛나):
# a name with any other syllable is foreign.
_OF_NAMES: Final = frozenset(
    "가각간갈감갑강개객갱거건걸검겁격견결겸경계고곡곤골공과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극"
    "근금급긍기긴길김끽나낙난날남납낭내냉녀년념녕노농뇌뇨누눈눌니닉다단달담답당대덕도독돈돌동두둔득등"
    "라락란랄람랍랑래랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립마막만말망매맥맹면"
    "멸명모목몰몽묘무묵문물미민밀박반발방배백번벌범법벽변별병보복본봉부북분불붕비빈빙사삭산살삼삽상새"
    "색생서석선설섬섭성세소속손송쇄쇠수숙순술숭습승시식신실심십쌍씨아악안알암압앙애액앵야약양어억언얼"
    "엄업여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유육윤율융은을음읍응의이익인일임"
    "입잉자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준줄중즉즐즙증지직진질짐집징차착찬찰참창채"
    "책처척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칩칭쾌타탁탄탈탐탑탕태택탱토통퇴투특파"
    "판팔패팽편폄평폐포폭표품풍피필핍하학한할함합항해핵행향허헌헐험혁현혈혐협형혜호혹혼홀홍화확환활황"
    "회획횡효후훈훤훼휘휴휼흉흑흔흘흠흡흥희힐늘빛슬솔샘봄꽃들롬든힘글싹"
)
_SURNAMES: Final = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구라나민진지엄채원"
    "천방공현함변염여려추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리림량련렴룡"
)
_DOUBLE_SURNAMES: Final = frozenset({"남궁", "황보", "제갈", "선우", "사공", "서문", "독고", "동방"})
_ALL_SURNAMES: Final = _SURNAMES | _DOUBLE_SURNAMES


def by_syllables(run: str) -> bool:
    """Whether each syllable of a run is a word, because it may be a Korean's name or a part of one.

    Such a run has at most three syllables and begins with a surname (four with one of two syllables), or is
    a given name of two; and Koreans bear names of all its syllables. What stands beside it does not count.
    """
    size = len(run)
    if size == 1 or size > _LONGEST:
        return True
    if not _OF_NAMES.issuperset(run):
        return False
    return size == 2 or (size == 3 and run[0] in _SURNAMES) or (size <= 4 and run[:2] in _DOUBLE_SURNAMES)


_LONGEST: Final = 16  # syllables of a word; whatever is longer is not a name


def full_name(words: list[str]) -> bool:
    """Whether words of Hangul are the full name of a Korean: a surname and two syllables, in either order.

    >>> full_name(["이재호"]), full_name(["재호", "이"]), full_name(["하산", "알리"])
    (True, True, False)
    """
    if len(words) == 1:
        (name,) = words
        return len(name) in (3, 4) and name[: len(name) - 2] in _ALL_SURNAMES and _OF_NAMES.issuperset(name)
    if len(words) != 2 or not _OF_NAMES.issuperset("".join(words)):
        return False
    return any(surname in _ALL_SURNAMES and len(given) == 2 for surname, given in (words, reversed(words)))


def is_foreign(word: str) -> bool:
    """Whether the word has a syllable that no Korean is called by, so that it is written by sound."""
    return not _OF_NAMES.issuperset(word)


def in_letters(syllable: str) -> str:
    """The syllable in its letters: how a word of one is written that is surely read by its sound."""
    return unicodedata.normalize("NFD", syllable)


def in_syllables(word: str) -> str:
    """The word in syllables, also one that was written in its letters."""
    return unicodedata.normalize("NFC", word)


def could_be_korean(word: str) -> bool:
    """Whether the word may be a Korean's name or joined syllables of one, and not written by sound."""
    return len(word) <= 3 and _OF_NAMES.issuperset(word)


def spells_syllable(word: str) -> bool:
    """Whether a word in small Latin letters is how a syllable of a Korean's name may be spelled.

    >>> spells_syllable("jong"), spells_syllable("led")
    (True, False)
    """
    return word in _spelled()


@cache
def _spelled() -> frozenset[str]:
    return frozenset(spelling for char in _OF_NAMES for spelling in spellings(char))


# Initials, vowels and finals in Unicode's order, each with its spellings in names.
_LEADS: Final = (
    "g k", "kk k g", "n", "d t", "tt t d", "r l n", "m", "b p", "pp p b", "s sh", "ss s", "", "j ch",
    "jj ch j", "ch", "k", "t", "p", "h",
)  # fmt: skip
_MEDIALS: Final = (
    "a", "ae ai e", "ya", "yae", "eo o u uh", "e", "yeo yo you yu", "ye ie", "o", "wa", "wae", "oe oi", "yo",
    "u oo", "wo weo", "we", "wi ui", "yu yoo", "eu u", "ui eui i e", "i ee",
)  # fmt: skip
_TAILS: Final = (
    "", "k g", "k", "k ks", "n", "n", "n", "t d", "l r", "k lk", "m lm", "l", "l", "l", "p", "l", "m", "p b",
    "p", "t s", "t", "ng", "t", "t", "k", "t", "p", "t",
)  # fmt: skip
# Syllables that families spell as no rule does, and those that drop in the South an R that the North keeps.
_OWN_SPELLINGS: Final = {
    "이": "lee li ri rhee yi leigh rhi", "리": "lee rhee i yi", "박": "park pack",
    "노": "roh noh ro lo", "로": "roh noh", "임": "lim rim yim", "림": "im yim", "유": "ryu you lyu",
    "류": "yu you yoo", "양": "ryang", "량": "yang", "여": "ryo yuh", "려": "yeo", "염": "ryom",
    "렴": "yom yeom", "용": "ryong", "룡": "yong", "나": "ra la", "라": "na", "우": "woo",
    "최": "choy chey", "강": "kahng", "정": "cheng", "련": "yon", "손": "sohn", "희": "hee",
}  # fmt: skip


def _parts(char: str) -> tuple[int, int, int]:
    lead, rest = divmod(ord(char) - 0xAC00, 588)
    return lead, *divmod(rest, 28)


def spellings(char: str) -> tuple[str, ...]:
    """How the syllable may be spelled in a Korean's name, small ASCII letters, likeliest first."""
    lead, medial, tail = _parts(char)
    parts = (each.split(" ") for each in (_LEADS[lead], _MEDIALS[medial], _TAILS[tail]))
    return tuple(dict.fromkeys((*map("".join, product(*parts)), *_OWN_SPELLINGS.get(char, "").split())))


# By sound. For each initial, as a regular expression of Latin letters and as the sounds of the strong key
# (`names/spelling.py`) it may be; likeliest first.
_K: Final = "(?:[gkcq]+[hu]?|ch)"
_T: Final = "[dt]+h?"
_B: Final = "[bvwp]+h?"
_S: Final = "(?:s+[ckjy]?h?|shch|[cz]+h?|t?th|ts+|tz|sz)"
_SPOKEN_LEADS: Final = (
    (_K, "k"), (_K, "k"), ("(?:[kg]?n+h?|gn)", "n"), (_T, "t"), (_T, "t"), ("(?:wr|[lr]+h?)", "l r"),
    ("m+", "m"), (_B, "p v"), (_B, "p v"), (_S, "s t c"), (_S, "s ts c"), ("h?", " "),
    ("(?:j|d?g+|d[zjs]+|[zs]+h?|t?ch|ts|x)", "c s k ts"), ("(?:z+|t[sz]|c)", "s ts c"),
    ("(?:t?s?ch|c[hz]?|t[sz]+|z+|t(?=[iyu])|tj)", "c ts t"), (_K, "k h"), (_T, "t"),
    ("(?:p+[hf]*|[fv]+|b)", "p f v"), ("(?:h|j|kh|ch|x|gh?|wh|f)", "h c k"),
)  # fmt: skip
_ANY: Final = "aeiouy"
_AROUND: Final = f"[{_ANY}whj]*"
# Of each vowel the letters one of which must be written for it; none for one that only parts consonants.
_SPOKEN_MEDIALS: Final = (
    "aoue", "aeio", "aoue", "aeio", _ANY, "aeioy", _ANY, "aeiy", "oauw", "aoue", "ae", "oeiau", "oauw", "ouw",
    _ANY, "eui", "iuyo", "uoyei", "", "uie", "ieyau",
)  # fmt: skip
# A consonant of these that ends a syllable elsewhere is given i, wi or yu: Crouch, Bush.
_WITH_I: Final = frozenset({9, 12, 14, 18})
_I_MEDIALS: Final = frozenset({16, 17, 20})
_RHOTIC: Final = frozenset({0, 1, 4, 5, 8, 14})  # with which an English r is not written
_W_MEDIALS: Final = frozenset({9, 10, 14, 15, 16})  # may begin with a w, that is a v of the keys
_SPOKEN_TAILS: Final = {
    "": ("", " "), "k": ("[gkcq]+h?", "k"), "n": ("(?:gn|n+h?)", "n"), "t": ("(?:[td]+h?|s+)", "t s"),
    "l": ("[lr]+", "l r rl"), "m": ("m+", "m"), "p": ("[pbfv]+", "p f v"), "ng": ("(?:n+g?|m)", "nk n"),
}  # fmt: skip
_SILENT: Final = "(?:gh(?![aeiou])|r+(?![aeiou])|re(?![aeiouy]))?"


def spoken(text: str) -> str:
    """A regular expression of the Latin spellings that a word written by sound may stand for."""
    found: list[str] = []
    before = False  # whether a vowel came right before, with which a bare one makes one
    for place, char in enumerate(text):
        lead, medial, tail = _parts(char)
        letters = _SPOKEN_MEDIALS[medial]
        if not tail and place + 1 < len(text) and _parts(text[place + 1])[0] == _NONE:
            letters = _ANY  # 라이 may be one letter: Wright
        if lead == _NONE and before:
            found.append(_AROUND)
        else:
            found.append(_SPOKEN_LEADS[lead][0])
            parted = not letters or (lead in _WITH_I and medial in _I_MEDIALS)
            found.append(_AROUND if parted else f"{_AROUND}[{letters}]{_AROUND}")
        if not tail:
            found.append(_SILENT)
        elif _spoken_tail(tail)[1][0] != _next_sound(text, place):
            # Else the next consonant is this one, doubled.
            found.append(_R_BEFORE if _with_r(medial, tail) else "")
            found.append(_spoken_tail(tail)[0] + "e?")
        before = not tail
    return "".join(found) + "[eh]?"


# English -er-, -ir- and -ur- before a nasal: Stern, Burns, Sherman.
_R_BEFORE: Final = "r?"


def _with_r(medial: int, tail: int) -> bool:
    return medial == _EO and _spoken_tail(tail)[1] in ("n", "m")


def _spoken_tail(tail: int) -> tuple[str, str]:
    return _SPOKEN_TAILS[_TAILS[tail].split(" ")[0]]


_EO: Final = 4
_NONE: Final = 11  # the lead that is silent


_H: Final = 18
_U: Final = 13
_U_MEDIALS: Final = frozenset({8, 13})  # 우 and 오 write a w where no vowel joins it: Wood


def _next_sound(text: str, place: int) -> str:
    if place + 1 == len(text):
        return ""
    sound = _SPOKEN_LEADS[_parts(text[place + 1])[0]][1][0]
    return "l" if sound == "r" else sound


def sounds(text: str) -> list[tuple[str, ...]]:
    """For each consonant of a word written by sound the sounds of the strong key it may be."""
    found: list[tuple[str, ...]] = []
    for place, char in enumerate(text):
        lead, medial, tail = _parts(char)
        follows = _parts(text[place + 1])[0] if place + 1 < len(text) else -1
        bare = lead == _NONE and place == 0
        if lead == _H and medial == _U:
            found.append(("h", "f"))  # Japanese fu
        elif lead == _H and place and found[-1][0][-1:] in ("t", "s", "k", "p"):
            found.append(("h", ""))  # as a digraph in Latin: Reinhardt
        elif lead != _NONE:
            found.append(tuple(_SPOKEN_LEADS[lead][1].split(" ")))
        elif bare and medial not in _W_MEDIALS:
            found.append(("a",) if medial not in _U_MEDIALS else ("a", "v"))
        if medial in _W_MEDIALS:
            found.append(("v", "a") if bare else ("", "v"))
        if tail and _with_r(medial, tail):
            found.append(("", "r"))
        if tail:
            found.append(tuple(_spoken_tail(tail)[1].split(" ")))
        elif medial in _RHOTIC and (follows not in (5, _NONE) or (place and lead == _NONE and medial == _EO)):
            # 어 after another vowel is the end of -ore, -ire or -air whatever follows: Moreland.
            found.append(("", "r"))
    return found
