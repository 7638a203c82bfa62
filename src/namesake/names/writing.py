"""One word of a name, in whatever script, as Latin letters that can be compared.

Latin, Cyrillic and Greek become their usual romanisation. Arabic, Hebrew, Syriac, Hangul and Chinese
characters can be spelled in several ways, so a word in them keeps its letters and is compared by its
readings (`names/spelling.py`). Everything else is romanised by anyascii.

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
from namesake.names import han, hangul

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
_CAPITALS: Final = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕКМНОРСТУХІЈЅԚԜ", "ABEZHIKMNOPTYXABEKMHOPCTYXIJSQW")
# Those of them that are the very same shape, small or capital.
_SAME_SHAPES: Final = str.maketrans("аеорсухіјѕԁԛԝһӏον", "aeopcyxijsdqwhlov")
_BORROWED: Final = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN_LETTER: Final = re.compile("[A-Za-z]")
_LATIN_ALONE: Final = re.compile("[dfglnqruvwzDFGLNQRUVWZ]")  # like no letter of another script
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
# "The Second" ends a Hebrew name where Latin letters have a number; with the article it is no family's name.
_ORDINALS: Final = {
    "הראשונ": "i", "השני": "ii", "השלישי": "iii", "הרביעי": "iv", "החמישי": "v", "השישי": "vi",
    "הששי": "vi", "השביעי": "vii", "השמיני": "viii",
}  # fmt: skip
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


class Word(NamedTuple):
    """One word as compared.

    Attributes:
        text: small ASCII letters and digits, or the normalised letters of a script that is compared by
            its readings.
        start: where it begins in the text as given, in characters.
        end: where it ends there.
    """

    text: str
    start: int
    end: int

    @property
    def abjad(self) -> bool:
        """Whether it keeps letters of its script."""
        return not self.text.isascii()


def words_of(text: str) -> Iterator[Word]:
    """The words of `text`, in order.

    Apostrophes join (`Kata'ib` is one word), hyphens and all other punctuation separate. Invisible
    and bidirectional control characters vanish. Chinese characters come one at a time, and so do the
    syllables of a Korean's name; foreign names in Hangul come by words. Positions refer to `text` as given.

    >>> [word.text for word in words_of("AL-HAMIDAWI, Ahmad; Касем")]
    ['al', 'hamidawi', 'ahmad', 'kasem']
    """
    if text.isascii():
        quoted = "'" in text or "`" in text or '"' in text
        for found in _ASCII_WORD.finditer(text.lower()):
            word = found[0]
            yield Word(word.translate(_STRIP) if quoted else word, *found.span())
        return
    runs = _runs(text)
    if _BORROWED.search(text):
        runs = _with_latin_letters(list(runs))
    written = ((_written(letters), start, end) for start, end, letters in runs)
    words = [Word(*each) for each in written if each[0]]
    if len(words) > 1 and words[-1].text in _ORDINALS:
        words[-1] = words[-1]._replace(text=_ORDINALS[words[-1].text])
    yield from _gathered(words) if any(hangul.SYLLABLE.match(word.text) for word in words) else words


def _with_latin_letters(runs: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The runs of letters, those of look-alikes only made Latin where the name's other words are.

    A word without any Latin letter must look Latin in each of its own, so that Иван beside Ivan stays.
    """
    latin = False
    mended: list[str] = []
    for _, _, letters in runs:
        scripts = _scripts(letters)
        latin = latin or (scripts == {"Latn"} and len(letters) > 1) or bool(_LATIN_ALONE.search(letters))
        if scripts.isdisjoint({"Cyrl", "Grek"}):
            mended.append(letters)
            continue
        way = letters.translate(_CAPITALS)
        way = way.translate(_LOOKALIKES if "Latn" in scripts else _SAME_SHAPES)
        if not _scripts(way) <= {"Latn"}:
            yield from runs
            return
        mended.append(way)
    for (start, end, letters), way in zip(runs, mended, strict=True):
        yield start, end, way if latin else letters


def _gathered(words: list[Word]) -> Iterator[Word]:
    """The words, with the syllables of a foreign name in Hangul put together again.

    A syllable that no Korean is called by makes the whole name foreign, and then its other words are read
    by their sound too: what stands alone is written in its letters to tell it from a Korean's syllable.
    """
    runs: list[list[Word]] = []
    for word in words:
        hangul_before = bool(runs) and hangul.SYLLABLE.match(runs[-1][-1].text)
        if hangul_before and hangul.SYLLABLE.match(word.text) and runs[-1][-1].end == word.start:
            runs[-1].append(word)
        else:
            runs.append([word])
    texts = ["".join(word.text for word in run) for run in runs]
    foreign = any(len(run) > 1 and hangul.is_foreign(text) for run, text in zip(runs, texts, strict=True))
    for run, text in zip(runs, texts, strict=True):
        if foreign and hangul.SYLLABLE.match(text):
            alone = len(run) == 1 and len(text) == 1
            yield Word(hangul.in_letters(text) if alone else text, run[0].start, run[-1].end)
        elif len(run) == 1 or hangul.by_syllables(text):
            yield from run
        else:
            yield Word(text, run[0].start, run[-1].end)


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
def _written(letters: str) -> str:
    """A run of letters in any script as the text of its word; maybe empty."""
    if letters == "&":
        return letters
    letters = unicodedata.normalize("NFKC", letters)
    if _LATIN_LETTER.search(letters):
        # A capital looks like another letter than its small one does: Η is H, η is n.
        capitals = letters.translate(_CAPITALS)
        if _scripts(capitals.translate(_LOOKALIKES)) == {"Latn"}:
            letters = capitals
    letters = letters.casefold()
    # One sign may stand for several with spaces or brackets between them (U+FDFA, U+2474).
    letters = "".join(char for char in letters if char.isalnum() or unicodedata.category(char)[0] == "M")
    if letters.isascii():
        return letters
    letters = _one_script(letters)
    script = script_of(letters)
    if script == "Arab":
        return _without_marks(letters).translate(_ARABIC)
    if script == "Hebr":
        return _without_marks(letters).translate(_HEBREW)
    if script == "Syrc":
        return _without_marks(letters)
    if hangul.SYLLABLE.match(letters):
        return letters if all(map(hangul.SYLLABLE.match, letters)) else _ascii(letters)
    if script == "Hani" and len(letters) == 1:
        return han.plain(letters)
    if script in ("Hang", "Hani", "Jpan"):
        return _ascii(letters)
    if script == "Cyrl":
        letters = letters.replace("ьо", "йо").translate(_CYRILLIC)
    elif script == "Grek":
        letters = _without_marks(letters)
        for pair, latin in _GREEK_PAIRS:
            letters = letters.replace(pair, latin)
        letters = letters.translate(_GREEK)
    elif script == "Latn":
        letters = letters.replace("tš", "tch")  # Finnish and Estonian
    letters = _without_marks(letters).translate(_LATIN_EXTRA)
    return letters if letters.isascii() else _ascii(letters)


def _ascii(letters: str) -> str:
    return "".join(char for char in anyascii(letters).lower() if char.isalnum())


def _without_marks(letters: str) -> str:
    decomposed = unicodedata.normalize("NFD", letters)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _one_script(letters: str) -> str:
    """Letters borrowed from a look-alike script put back, if that makes the word one of one script.

    Where several ways do, the script of most of its letters is meant.
    """
    scripts = _scripts(letters)
    if len(scripts) < 2 or not scripts <= {"Latn", "Cyrl", "Grek"}:
        return letters
    ways = (_LOOKALIKES, _TO_CYRILLIC) if script_of(letters) != "Cyrl" else (_TO_CYRILLIC, _LOOKALIKES)
    mended = (letters.translate(way) for way in ways)
    return next((word for word in mended if len(_scripts(word)) == 1), letters)


def _scripts(letters: str) -> set[str]:
    return {script_of_char(char) for char in letters} - {"Zyyy"}
