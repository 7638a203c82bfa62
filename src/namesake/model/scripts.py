"""Which writing system a text is in, by Unicode's blocks."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import Final

__all__ = ["script_of", "script_of_char"]

# First code point of each run and the ISO 15924 code of its letters ("Zyyy": shared by all scripts).
# Source: Unicode Character Database, Scripts.txt, reduced to whole blocks: enough for names.
_RUNS: Final = (
    (0x0000, "Zyyy"), (0x0041, "Latn"), (0x005B, "Zyyy"), (0x0061, "Latn"), (0x007B, "Zyyy"),
    (0x00AA, "Latn"), (0x00AB, "Zyyy"), (0x00BA, "Latn"), (0x00BB, "Zyyy"), (0x00C0, "Latn"),
    (0x00D7, "Zyyy"), (0x00D8, "Latn"), (0x00F7, "Zyyy"), (0x00F8, "Latn"), (0x02B9, "Zyyy"),
    (0x0370, "Grek"), (0x037E, "Zyyy"), (0x037F, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"),
    (0x0590, "Hebr"), (0x0600, "Zyyy"), (0x0606, "Arab"), (0x060C, "Zyyy"), (0x060D, "Arab"),
    (0x061B, "Zyyy"), (0x061C, "Arab"), (0x061F, "Zyyy"), (0x0620, "Arab"), (0x0640, "Zyyy"),
    (0x0641, "Arab"), (0x0660, "Zyyy"), (0x066A, "Arab"), (0x06F0, "Zyyy"), (0x06FA, "Arab"),
    (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"), (0x0800, "Samr"),
    (0x0840, "Mand"), (0x0860, "Syrc"), (0x0870, "Arab"),
    (0x08A0, "Arab"), (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"),
    (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"),
    (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"),
    (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1780, "Khmr"),
    (0x1800, "Mong"), (0x18B0, "Zyyy"), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, "Zyyy"),
    (0x1D00, "Latn"), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, "Zyyy"), (0x2C60, "Latn"),
    (0x2C80, "Copt"), (0x2D00, "Geor"), (0x2D30, "Tfng"), (0x2D80, "Ethi"), (0x2DE0, "Cyrl"),
    (0x2E00, "Zyyy"), (0x2E80, "Hani"), (0x3000, "Zyyy"), (0x3005, "Hani"), (0x3006, "Zyyy"),
    (0x3040, "Hira"), (0x30A0, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"), (0x3190, "Hani"),
    (0x31F0, "Kana"), (0x3200, "Zyyy"), (0x3400, "Hani"), (0x4DC0, "Zyyy"), (0x4E00, "Hani"),
    (0xA000, "Yiii"), (0xA640, "Cyrl"), (0xA6A0, "Zyyy"), (0xA720, "Latn"), (0xA800, "Zyyy"),
    (0xA8E0, "Deva"), (0xA900, "Zyyy"), (0xA960, "Hang"), (0xA980, "Zyyy"), (0xA9E0, "Mymr"),
    (0xAA00, "Zyyy"), (0xAA60, "Mymr"), (0xAA80, "Zyyy"), (0xAB00, "Ethi"),
    (0xAB30, "Latn"), (0xAB70, "Zyyy"), (0xAC00, "Hang"), (0xD7FC, "Zyyy"), (0xF900, "Hani"),
    (0xFB00, "Latn"), (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, "Zyyy"),
    (0xFE70, "Arab"), (0xFEFF, "Zyyy"), (0xFF21, "Latn"), (0xFF3B, "Zyyy"), (0xFF41, "Latn"),
    (0xFF5B, "Zyyy"), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, "Zyyy"), (0x20000, "Hani"),
    (0x323B0, "Zyyy"),
)  # fmt: skip
_STARTS: Final = tuple(start for start, _ in _RUNS)
_NAMES: Final = tuple(name for _, name in _RUNS)


@lru_cache(maxsize=4096)
def script_of_char(char: str) -> str:
    """ISO 15924 code of one character's script; `Zyyy` for digits, signs and what scripts share."""
    return _NAMES[bisect_right(_STARTS, ord(char)) - 1]


@lru_cache(maxsize=4096)
def script_of(text: str) -> str:
    """ISO 15924 code of the script most letters of `text` are in; `Zyyy` when it has none.

    Chinese characters, Hiragana and Katakana together are `Jpan`.

    >>> script_of("Касем Сулеймани")
    'Cyrl'
    """
    if text.isascii():
        return "Latn" if any(char.isalpha() for char in text) else "Zyyy"
    counts: dict[str, int] = {}
    for char in text:
        if char.isalpha() and (script := script_of_char(char)) != "Zyyy":
            counts[script] = counts.get(script, 0) + 1
    if not counts:
        return "Zyyy"
    if ("Hira" in counts or "Kana" in counts) and set(counts) <= {"Hira", "Kana", "Hani"}:
        return "Jpan"
    return max(sorted(counts), key=counts.__getitem__)
