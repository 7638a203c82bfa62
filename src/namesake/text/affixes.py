"""What is written together with a name and is none of it: Arabic and Hebrew prefixes, Korean particles.

وقاسم is "and Qasem", לחסן "to Hasan", 김정은은 is Kim Jong Un as what is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["particles_off", "prefixes_off"]

# And, so; by, for, as. The article after "for" loses its alif: للأسد.
_ARABIC: Final = re.compile("(?:[وف]?[بلك]|[وف])(?=...)")
_FOR_THE: Final = re.compile("[وف]?لل(?=...)")
# And; that, when; in, to, from, as, the.
_HEBREW: Final = re.compile("ו?(?:כש|ש)?[בלכמה]?(?=...)")
# Longest first. After a consonant 은 이 을 과 으로 아 이라 ..., after a vowel 는 가 를 와 로 야 라 ...
_AFTER_CONSONANT: Final = (
    "이라고는 이라는 이라고 이었던 이었다 으로부터 으로서 으로써 으로는 이지만 이라며 이라면 이라도 이나마 "
    "이며 이고 이나 이란 이라 이다 인 은 이 을 과의 과는 과도 과 으로 아"
)
_AFTER_VOWEL: Final = (
    "라고는 라는 라고 였던 였다 로부터 로서 로써 로는 지만 라며 라면 라도 나마 며 고 나 란 라 다 는 가 를 와 "
    "와의 와는 와도 로 야"
)
_AFTER_EITHER: Final = (
    "에게서는 에게서 에게는 에게도 에게 한테서 한테 께서는 께서도 께서 께는 께 까지는 까지도 까지 부터는 "
    "부터 에서는 에서도 에서 에는 에도 에 의 도 만이 만은 만을 만 처럼 보다 마저 조차 뿐만 뿐 대로 밖에 하고 "
    "측은 측이 측 씨가 씨는 씨를 씨의 씨와 씨도 씨에게 씨"
)
_SYLLABLES: Final = re.compile("[가-힣]+")


def _longest_first(*rows: str) -> tuple[str, ...]:
    return tuple(sorted((one for row in rows for one in row.split()), key=lambda one: -len(one)))


_PARTICLES: Final = {
    True: _longest_first(_AFTER_CONSONANT, _AFTER_EITHER),
    False: _longest_first(_AFTER_VOWEL, _AFTER_EITHER),
}


def prefixes_off(word: str) -> Iterator[tuple[str, int]]:
    """The word of Arabic or Hebrew letters without what may be a prefix, and how many letters that is.

    >>> list(prefixes_off("وقاسم")), list(prefixes_off("للأسد"))
    ([('قاسم', 1)], [('لأسد', 1), ('الأسد', 1)])
    """
    if "\u0590" <= word[:1] <= "\u05ff":
        found = _HEBREW.match(word)
        size = found.end() if found else 0
        for each in range(1, size + 1):
            yield word[each:], each
        return
    found = _ARABIC.match(word)
    if found is None:
        return
    for each in range(1, found.end() + 1):
        yield word[each:], each
    if article := _FOR_THE.match(word):
        # What is left in the text is the article's lam.
        yield "ال" + word[article.end() :], article.end() - 1


def particles_off(word: str) -> Iterator[tuple[str, int]]:
    """The word of Hangul without what may be a particle, and how many syllables that is.

    >>> list(particles_off("김정은은")), list(particles_off("김철수와"))
    ([('김정은', 1)], [('김철수', 1)])
    """
    if not _SYLLABLES.fullmatch(word):
        return
    for size in range(1, min(4, len(word) - 2) + 1):
        kept, off = word[:-size], word[-size:]
        # A syllable ends in a consonant where its number is no multiple of 28.
        closed = (ord(kept[-1]) - 0xAC00) % 28 > 0
        if off in _PARTICLES[closed]:
            yield kept, size
