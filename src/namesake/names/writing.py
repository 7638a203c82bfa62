"""One word of a name, in whatever script, as Latin letters that can be compared.

Latin, Cyrillic, Greek and Hangul become their usual romanisation. Arabic and Hebrew write few
vowels, so a word in them becomes its consonants (`Word.abjad` is then true) and is compared by
those alone. Everything else is romanised by anyascii.

Sources: ALA-LC and BGN/PCGN romanisation tables for the letters, Unicode's confusables.txt for the
look-alikes (reduced to letters that occur in Latin names).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from anyascii import anyascii

from namesake.model.scripts import script_of, script_of_char

__all__ = ["ABJADS", "Word", "words_of"]

ABJADS: Final = frozenset({"Arab", "Hebr", "Syrc"})

# Apostrophes, primes and half rings stand for hamza, ayn or a soft sign: they join, not separate.
_JOINERS: Final = "'’‘`´ʹʺʻʼʽʾʿˈ′״׳\"“”„\u02bb\u05f3\u05f4\uff07"
_STRIP: Final = {ord(char): None for char in _JOINERS}
_ASCII_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:['`\"]+[A-Za-z0-9]+)*|&")
# A syllable is a word: Chinese characters, Hangul, and the consonant that begins a Hangul syllable
# written in parts (as some file systems write it), which the rest of its parts join.
_SYLLABLE: Final = re.compile(
    "[\u1100-\u115e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]"
)
_SYLLABLE_REST: Final = re.compile("[\u1160-\u11ff]")

# Cyrillic and Greek letters that look like a Latin one: what a forged "Sоleimani" is made with.
_LOOKALIKES: Final = str.maketrans(
    "авеикмнорстухіїјѕԁԛԝһӏαβεικνορτυχηγω",
    "abeukmhopctyxiijsdqwhlabeikvoptuxnyw",
)
_TO_CYRILLIC: Final = str.maketrans("abekmhopctyxijs", "авекмнорстухіјѕ")
# One letter for each sound a list may write with several: hamza carriers, the Persian and Arabic
# forms of kaf and yeh, final forms.
_ARABIC: Final = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ے": "ي", "ې": "ي",
     "ؤ": "و", "ۆ": "و", "ۇ": "و", "ک": "ك", "ڪ": "ك", "ګ": "گ", "ة": "ه", "ہ": "ه", "ۀ": "ه",
     "ە": "ه", "ھ": "ه", "ء": None, "ـ": None, "ټ": "ت", "ډ": "د", "ړ": "ر", "ږ": "ز", "ښ": "ش",
     "ڼ": "ن", "ڤ": "ف", "ۋ": "و"}
)  # fmt: skip
_HEBREW: Final = str.maketrans("ךםןףץ", "כמנפצ")
_LATIN_EXTRA: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
     "ə": "a", "ŋ": "ng", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƒ": "f", "ɣ": "g", "ɛ": "e", "ɔ": "o"}
)  # fmt: skip
_CYRILLIC: Final = str.maketrans(
    {"а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "yo", "є": "ye",
     "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "к": "k", "л": "l", "м": "m",
     "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
     "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
     "ю": "yu", "я": "ya", "ј": "y", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj", "џ": "dz", "ѓ": "g",
     "ќ": "k", "ѕ": "dz", "қ": "q", "ғ": "gh", "ң": "ng", "ө": "o", "ү": "u", "ұ": "u", "һ": "h",
     "ә": "a", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "ҵ": "ts", "ӏ": "", "’": "", "җ": "j"}
)  # fmt: skip
_GREEK_PAIRS: Final = (
    ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("μπ", "b"), ("ντ", "nt"), ("γκ", "gk"), ("γγ", "ng"),
    ("τσ", "ts"), ("τζ", "tz"), ("ει", "ei"), ("οι", "oi"), ("αι", "ai"),
)  # fmt: skip
_GREEK: Final = str.maketrans(
    {"α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
     "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
     "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o"}
)  # fmt: skip
# Hangul syllables by their parts, spelled as Korean passports and the lists spell names (Kim, not Gim).
_LEADS: Final = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "ch", "jj", "ch", "k", "t",
                 "p", "h")  # fmt: skip
_MEDIALS: Final = ("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
                   "we", "wi", "yu", "u", "ui", "i")  # fmt: skip
_TAILS: Final = ("", "k", "kk", "ks", "n", "nj", "nh", "t", "l", "lk", "lm", "lb", "ls", "lt", "lp", "lh",
                 "m", "p", "ps", "t", "t", "ng", "t", "ch", "k", "t", "p", "h")  # fmt: skip


class Word(NamedTuple):
    """One word as compared.

    Attributes:
        text: small Latin letters and digits, or for an abjad its normalised letters.
        abjad: whether it is in a script that writes consonants only.
        start: where it begins in the text as given, in characters.
        end: where it ends there.
    """

    text: str
    abjad: bool
    start: int
    end: int


def words_of(text: str) -> Iterator[Word]:
    """The words of `text`, in order.

    Apostrophes join (`Kata'ib` is one word), hyphens and all other punctuation separate. Invisible
    and bidirectional control characters vanish. Chinese characters and Hangul come one syllable at
    a time. Positions refer to `text` as given.

    >>> [word.text for word in words_of("AL-HAMIDAWI, Ahmad; Касем")]
    ['al', 'hamidawi', 'ahmad', 'kasem']
    """
    if text.isascii():
        for found in _ASCII_WORD.finditer(text):
            yield Word(found[0].lower().translate(_STRIP), False, found.start(), found.end())
        return
    for start, end, letters in _runs(text):
        word, abjad = _romanised(letters)
        if word:
            yield Word(word, abjad, start, end)


def _runs(text: str) -> Iterator[tuple[int, int, str]]:
    """Runs of letters and digits: start, end, and the letters without what is invisible.

    A syllable is a run of its own, so that its position is its own.
    """
    start, end = -1, -1
    letters: list[str] = []
    for position, char in enumerate(text):
        if char.isalnum() or (category := unicodedata.category(char)) in ("Mn", "Mc"):
            if start >= 0 and _begins(char, letters[0]):
                yield start, end, "".join(letters)
                start, letters = -1, []
            if start < 0:
                start = position
            letters.append(char)
            end = position + 1
        elif start >= 0 and (char in _JOINERS or category == "Cf"):
            continue
        else:
            if start >= 0:
                yield start, end, "".join(letters)
            start, letters = -1, []
            if char == "&":
                yield position, position + 1, "&"
    if start >= 0:
        yield start, end, "".join(letters)


def _begins(char: str, first: str) -> bool:
    """Whether the letter or mark begins a new run after one that begins with `first`."""
    if _SYLLABLE.match(char):
        return True
    return bool(_SYLLABLE.match(first)) and char.isalnum() and not _SYLLABLE_REST.match(char)


@lru_cache(maxsize=65536)
def _romanised(letters: str) -> tuple[str, bool]:
    """A run of letters in any script as the text and whether it is an abjad's; maybe empty."""
    if letters == "&":
        return "&", False
    letters = unicodedata.normalize("NFKC", letters).casefold()
    # One sign may stand for several with spaces or brackets between them (U+FDFA, U+2474).
    letters = "".join(char for char in letters if char.isalnum() or unicodedata.category(char)[0] == "M")
    if letters.isascii():
        return letters, False
    letters = _one_script(letters)
    script = script_of(letters)
    if script == "Arab":
        return _without_marks(letters).translate(_ARABIC), True
    if script == "Hebr":
        return _without_marks(letters).translate(_HEBREW), True
    if script == "Syrc":
        return _without_marks(letters), True
    if script == "Hang":
        return "".join(map(_syllable, letters)), False
    if script in ("Hani", "Jpan"):
        return _ascii(letters), False
    if script == "Cyrl":
        letters = letters.translate(_CYRILLIC)
    elif script == "Grek":
        letters = _without_marks(letters)
        for pair, latin in _GREEK_PAIRS:
            letters = letters.replace(pair, latin)
        letters = letters.translate(_GREEK)
    letters = _without_marks(letters).translate(_LATIN_EXTRA)
    return (letters if letters.isascii() else _ascii(letters)), False


def _ascii(letters: str) -> str:
    return "".join(char for char in anyascii(letters).lower() if char.isalnum())


def _without_marks(letters: str) -> str:
    decomposed = unicodedata.normalize("NFD", letters)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _one_script(letters: str) -> str:
    """Letters borrowed from a look-alike script put back, if that makes the word one of one script.

    Where both ways do, the script of most of its letters is meant.
    """
    scripts = _scripts(letters)
    if len(scripts) < 2 or not scripts <= {"Latn", "Cyrl", "Grek"}:
        return letters
    mended = [letters.translate(_LOOKALIKES), letters.translate(_TO_CYRILLIC)]
    if script_of(letters) == "Cyrl":
        mended.reverse()
    return next((word for word in mended if len(_scripts(word)) == 1), letters)


def _scripts(letters: str) -> set[str]:
    return {script_of_char(char) for char in letters} - {"Zyyy"}


def _syllable(char: str) -> str:
    number = ord(char) - 0xAC00
    if not 0 <= number < 11172:
        return _ascii(char)
    lead, rest = divmod(number, 588)
    vowel, tail = divmod(rest, 28)
    return _LEADS[lead] + _MEDIALS[vowel] + _TAILS[tail]
