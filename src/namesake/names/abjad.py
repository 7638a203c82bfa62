"""How a word in a script that writes few vowels may be read.

Each letter has the consonants it may stand for, in the letters of the light key (`names/spelling.py`):
`$` is sh, `c` ch, `x` kh. Long vowels are written, and so checked where a Latin spelling has its vowels.

Sources: ALA-LC, BGN/PCGN and ISO romanisations of Arabic, Persian, Pashto, Hebrew and Syriac side by side,
and how Arabic and Hebrew newspapers write foreign names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

__all__ = ["consonants", "other_name", "reading", "stems"]

# A tav without a dot is s to Ashkenazi Jews, whose names keep it: Margolis.
_LETTERS: Final[dict[str, tuple[str, ...]]] = {
    "ب": ("b", "p"), "پ": ("p",), "ت": ("t",), "ث": ("t", "s"), "ج": ("j", "g", "c"), "چ": ("c",),
    "ح": ("h",), "خ": ("x",), "د": ("d",), "ذ": ("d", "z", "t"), "ر": ("r",), "ز": ("z",), "ژ": ("j",),
    "س": ("s",), "ش": ("$", "c"), "ص": ("s",), "ض": ("d", "z"), "ط": ("t",), "ظ": ("z", "d", "t"),
    "غ": ("g",), "ف": ("f", "v"), "ق": ("k", "g"), "ك": ("k", "g"), "گ": ("g", "k"), "ل": ("l",),
    "م": ("m",), "ن": ("n",), "ه": ("h", ""), "و": ("", "v"), "ځ": ("z", "dz"), "څ": ("ts", "s"),
    "ב": ("b", "v"), "ג": ("g", "j"), "ד": ("d",), "ה": ("h", ""), "ו": ("", "v"), "ז": ("z", "j", "s"),
    "ח": ("h", "x"), "ט": ("t",), "כ": ("k", "x"), "ל": ("l",), "מ": ("m",), "נ": ("n",), "ס": ("s",),
    "פ": ("p", "f"), "צ": ("ts", "c", "z"), "ק": ("k",), "ר": ("r",), "ש": ("$", "s"), "ת": ("t", "s"),
    "ܒ": ("b", "v"), "ܓ": ("g",), "ܕ": ("d",), "ܗ": ("h", ""), "ܘ": ("", "v"), "ܙ": ("z",),
    "ܚ": ("h", "x"), "ܛ": ("t",), "ܟ": ("k", "x"), "ܠ": ("l",), "ܡ": ("m",), "ܢ": ("n",), "ܣ": ("s",),
    "ܦ": ("p", "f"), "ܨ": ("s",), "ܩ": ("k",), "ܪ": ("r",), "ܫ": ("$",), "ܬ": ("t",),
}  # fmt: skip
_PAIRS: Final = {"تش": ("c", "t$"), "טש": ("c", "t$"), "טז": ("ts",)}
_UNIT: Final = re.compile("|".join((*_PAIRS, "[اويعאויעܐܘܝܥ]+", ".")), re.DOTALL)
_VOWELS: Final = frozenset("اويعאויעܐܘܝܥ")
_VS: Final = frozenset("وוܘ")
_AYN: Final = frozenset("عעܥ")
_YOD: Final = frozenset("يיܝ")
_FINAL_H: Final = frozenset("هהܗ")
_A: Final = "[aiu]*"
# The article inside a name written as one word, where Latin letters drop or assimilate it: servants of
# God's names (Abdulkarim), fathers (Abulyazid), lights, swords and suns of the faith (Nooruddin).
_INNER_ARTICLE: Final = re.compile("(?<=^عبد)ال(?=..)|(?<=^ابو)ال(?=..)|(?<=..)ال(?=دين$)")

# ... and in compounds of other words (Azizurrahman), where Latin letters may write it all the same.
_COMPOUND: Final = re.compile("(?<=...)ال(?=...)(?!له$|لهي$)")


# The feminine ending is read as t before another word (Harakat), but in a longer word than Taha.
_SHORT: Final = 3


def stems(word: str) -> list[str]:
    """The word without the articles inside it, and without the one before it."""
    without = _INNER_ARTICLE.sub("", word)
    found = [without]
    if len(without) > 3 and without.startswith("ال") and without != "الله":
        found.append(without[2:])
    if without == word:
        without = _COMPOUND.sub("", word)
    elif word.startswith("ابو"):
        without = word
    if without not in found:
        found.append(without)
    return found


# Names that differ in a long vowel, which Arabic always writes and Latin letters seldom show: the one without
# as it is written, and the light keys of the one with it (Mahmud is محمود, Husayn حسين, Amir امير).
_LONG_IN: Final = {
    "محمد": frozenset({"mahmud", "mihmud", "mahmut", "mahamud"}),
    "حسن": frozenset({"husin"}),
    "عمر": frozenset({"amir"}),
    "سعد": frozenset({"said", "sid"}),
}


def other_name(word: str, key: str) -> bool:
    """Whether a word of Arabic script is a name, and a light key another one, that a long vowel tells apart.

    >>> other_name("محمد", "mahmud"), other_name("محمود", "mahmud")
    (True, False)
    """
    return key in _LONG_IN.get(word.removeprefix("ال"), ())


# Persian and Arabic give a vowel to an S before a consonant: Stanekzai, Spanish names.
_PROSTHETIC: Final = re.compile("اس[^اويع]")


def consonants(stem: str) -> list[tuple[str, ...]]:
    """For each consonant of a stem what it may be; `a` first where it begins with a vowel."""
    found: list[tuple[str, ...]] = []
    for unit, first, last in _units(stem):
        if unit[0] in _VOWELS:
            vs = sum(letter in _VS for letter in unit)
            if not first:
                found += [("", "v")] * min(vs, 1)
            elif unit[0] in _VS:
                # A waw or vav that begins a word is a consonant, or the vowel of a foreign name.
                found.append(("v", "a"))
            else:
                found.append(("a", "") if _PROSTHETIC.match(stem) else ("a",))
                found += [("", "v")] * min(vs, 1)
        elif last and unit in _FINAL_H:
            found.append(("", "t") if len(stem) > _SHORT else ("",))
        else:
            found.append(_letters(unit))
    return found


def reading(stem: str) -> str:
    """A regular expression of the light keys that the stem may have with the vowels it writes."""
    found: list[str] = []
    before: tuple[str, ...] = ()
    for unit, first, last in _units(stem):
        if unit[0] in _VOWELS:
            found.append(_vowels(unit, first, last))
            if first and _PROSTHETIC.match(stem):
                found[-1] = _A
            before = ()
        elif last and unit in _FINAL_H and not first:
            ending = "[ht]?" if len(stem) > _SHORT else "h?"
            found.append(f"h?[aiu]+{ending}" if before else ending)
        elif last and "h" in _letters(unit) and not first:
            found.append("h?")
        else:
            letters = _letters(unit)
            twice = "?" if letters == before else ""  # a letter twice is one in a light key
            found.append(_one_of(letters) + twice)
            if not last:
                found.append(_A)
            before = letters
    return "".join(found)


@cache
def _one_of(letters: tuple[str, ...]) -> str:
    """A pattern of any of these, as short as it can be: thousands are compiled."""
    if all(len(letter) == 1 for letter in letters):
        return re.escape(letters[0]) if len(letters) == 1 else "[" + "".join(letters) + "]"
    return "(?:" + "|".join(map(re.escape, letters)) + ")"


def _letters(unit: str) -> tuple[str, ...]:
    return _PAIRS.get(unit) or _LETTERS.get(unit, ("",))


def _units(stem: str) -> Iterator[tuple[str, bool, bool]]:
    for found in _UNIT.finditer(stem):
        yield found[0], found.start() == 0, found.end() == len(stem)


def _vowels(unit: str, first: bool, last: bool) -> str:
    if unit[0] in _VS and first:
        return f"(?:v{_A}|[aiu]+)" if len(unit) == 1 else f"v?{_A}v?{_A}"
    some = "[aiu]+" if first else _A
    if any(letter in _VS for letter in unit):
        return f"{_A}[uv][aiuv]*" if len(unit) == 1 else "[aiuv]+"
    if set(unit) <= _AYN:
        return some
    if not last and not first and unit[0] in _YOD and len(unit) == 1:
        return f"{_A}i{_A}"
    return "[aiu]+h?" if last else "[aiu]+"
