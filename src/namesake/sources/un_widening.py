"""Letters that the UN cut to their last byte, made whole again.

The edition of 16 August 2025 was written with one byte for each UTF-16 unit: `’` (U+2019) became the
control character 0x19, `é` the single byte 0xE9, and حسن (U+062D, U+0633, U+0646) became `-3F`. That
is no XML. What was lost is the upper byte, and it can be told again where it can only have been one:
20 for the control characters (punctuation), 06 or 04 for names in original script (Arabic, Cyrillic).
Of 442 such names that the edition before or after it has too, 441 come back letter by letter. Chinese
names and Arabic presentation forms do not: those twelve fields are left empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Final
from xml.sax.saxutils import escape, unescape

from namesake.model.edition import Problem
from namesake.sources.files import from_bytes
from namesake.sources.reading import SourceFile

__all__ = ["widened"]


def widened(file: SourceFile) -> tuple[SourceFile, tuple[Problem, ...]]:
    """The file with its letters made whole, and what was done; the same file when there is nothing to do."""
    with file.open() as stream:
        data = stream.read(_MOST + 1)
    first = _CONTROL.search(data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    # Where wide letters are, a few stray control characters have another cause.
    if first is None or len(data) > _MOST or controls <= sum(1 for _ in _WIDE.finditer(data)):
        return file, ()
    done: Counter[str] = Counter()
    text = _FIELD.sub(lambda field: _field(field, done), _decoded(data))
    text = _CONTROL_CHARACTER.sub(_punctuation, text)
    text = _BARE_AMPERSAND.sub("&amp;", _BARE_BRACKET.sub("&lt;", text))
    line = data.count(b"\n", 0, first.start()) + 1
    message = (
        "its letters beyond Latin-1 are cut to their last byte, which leaves "
        f"{controls} control characters from this line on. Punctuation was put back, and "
        f"{done['restored']} names in Arabic or Cyrillic script; {done['lost']} others could not be and are "
        "left out. Fetch the file again"
    )
    return from_bytes(file.name, text.encode()), (Problem(f"{file.name} line {line}", message),)


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _field(field: re.Match[str], done: Counter[str]) -> str:
    start, tag, content, end = field.groups()
    text = unescape(content, _QUOTES)
    if tag == "NAME_ORIGINAL_SCRIPT":
        whole = _restored(text)
        if whole is None:
            whole = text if _LATIN.fullmatch(text) else ""
            done["lost"] += not whole
        else:
            done["restored"] += 1
    else:
        whole = _among_latin(text, done)
    return f"{start}{escape(whole)}{end}"


def _among_latin(text: str, done: Counter[str]) -> str:
    """Where an alias or a note holds names in original script, beside Latin ones or alone."""
    if _NEVER_MEANT.search(text):
        done["lost"] += 1
        return ""
    if _GARBLED.fullmatch(text) and len(set(text) & _ODD) > 1 and len(text) > 3:
        whole = _restored(text)
        done["restored" if whole else "lost"] += 1
        return whole or ""

    for place, restore in _PLACES:

        def put_back(found: re.Match[str], restore: Callable[[str], str | None] = restore) -> str:
            name = restore(found[2])
            done["restored" if name else "lost"] += 1
            return found[1] + (name or "") + found[3]

        text = place.sub(put_back, text)
    return text


def _restored(text: str) -> str | None:
    """The name in original script of which this is left; None when it is none, or in another script."""
    letters = set(text) - _DASHES
    return _cyrillic(text) if letters & _ONLY_CYRILLIC else _arabic(text)


def _arabic(text: str) -> str | None:
    words = re.split(r"[ \n\r\t]+", text.strip(" \n\r\t"))
    if not all(word in _DASHES or set(word) <= _ARABIC for word in words):
        return None
    return " ".join(word if word in _DASHES else _shifted(word, 0x600) for word in words)


def _cyrillic(text: str) -> str | None:
    # A space is also what is left of Р (U+0420), a hyphen of Э (U+042D).
    text = _SPACE_FOR_ER.sub("\0", text.replace("\n", " "))
    pieces = _CYRILLIC_BREAK.split(text)
    if not all(set(piece) <= _CYRILLIC or piece in _DASHES for piece in pieces):
        return None
    return "".join(
        piece if piece in _DASHES or piece.isspace() else _shifted(piece.replace("\0", " "), 0x400)
        for piece in pieces
    )


def _shifted(word: str, block: int) -> str:
    return "".join(chr(block | ord(char)) for char in word)


def _punctuation(control: re.Match[str]) -> str:
    return chr(0x2000 | ord(control[0]))


def _characters(*codes: int | range) -> frozenset[str]:
    return frozenset(chr(one) for code in codes for one in (code if isinstance(code, range) else (code,)))


_MOST: Final = 64 << 20  # The list has 2 MB.
_CONTROLS: Final = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r")
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROL_CHARACTER: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE: Final = re.compile(rb"[\xc4-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_FIELD: Final = re.compile(r"(<(NAME_ORIGINAL_SCRIPT|ALIAS_NAME|NOTE)>)(.*?)(</\2>)", re.DOTALL)
_QUOTES: Final = {"&quot;": '"', "&apos;": "'"}
_BARE_AMPERSAND: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+);)")
_BARE_BRACKET: Final = re.compile(r"<(?!/?[A-Z][A-Z_0-9]*[\s/>]|\?xml)")

_DASHES: Final = frozenset({"-", "\x13", "\x14"})
_LATIN: Final = re.compile(r"[A-Za-z .'-]+")
# Letters of Arabic, Persian, Pashto and Urdu by their last byte, the comma and the vowel signs.
_ARABIC: Final = _characters(
    0x0C, range(0x21, 0x3B), range(0x40, 0x53), 0x70, 0x71, 0x79, 0x7C, 0x7E, 0x85, 0x86, 0x88, 0x89, 0x91,
    0x93, 0x96, 0x98, 0x9A, 0xA9, 0xAB, 0xAF, 0xBA, 0xBC, 0xBE, 0xC0, 0xC1, 0xCC, 0xCD, 0xD0, 0xD2,
)  # fmt: skip
_CYRILLIC: Final = _characters(0x00, 0x01, range(0x10, 0x50), 0x51)
_ONLY_CYRILLIC: Final = _characters(range(0x10, 0x20), range(0x3B, 0x40))
_SPACE_FOR_ER: Final = re.compile(r"(?:(?<= )|^) (?=[\x30-\x4f])")
_CYRILLIC_BREAK: Final = re.compile(r"( +|(?<=[\x30-\x4f])-)")
# No letter in the field that only a Latin name can have, but two signs at least that no name has.
_GARBLED: Final = re.compile(r"[\s!-:A-J\x7e-\xff\x0c-\x1f]+")
_NEVER_MEANT: Final = re.compile(r"[\x7f-\x9f]")
_ODD: Final = frozenset("!\"#$%&'()*+,-./0123456789:")
_LEFT: Final = r"[\s!-:A-J\x7e\xa0-\xff]"
_PLACES: Final[tuple[tuple[re.Pattern[str], Callable[[str], str | None]], ...]] = (
    # QDi.398 `Abu Muhammad (original script: Абу Мухаммад)`: whatever the UN labels so is Cyrillic.
    (re.compile(r"(original script: ?)(.+?)(\)?\s*$)", re.DOTALL), _cyrillic),
    (re.compile(r"(in\s+Arabic(?: script)?:\s*)(.+?)(\)?\s*$)", re.DOTALL | re.IGNORECASE), _arabic),
    # QDe.137 `Hay’at Tahrir al-Sham (HTS) (هيئة تحرير الشام (original script); Hay’at Tahrir al-Sham; ...`
    (re.compile(rf"( \()({_LEFT}+)(\s\(original script\))"), _arabic),
    # LYi.004 `Akrin Saleh Akrin (أقرين صالح أقرين)`, TAi.148 `Agha Jan Alizai اغا جان عالیزی`
    (re.compile(rf"^(.*[a-z]\.? \()((?=.*['*,/0-9\xa0-\xff]){_LEFT}{{2,}})(\)[\s,]*)$", re.DOTALL), _arabic),
    (re.compile(rf"^(.*[a-z] )((?=.*'){_LEFT}{{6,}})()$", re.DOTALL), _arabic),
    # QDe.146 `كتيبة أنصار الشريعة (Katibat Ansar al Charia)`
    (
        re.compile(rf"^()((?=.*['*,/0-9]){_LEFT}{{3,}}?)(\s\((?:the|[A-Z][a-z]|[A-Z] ).*\)\s*)$", re.DOTALL),
        _arabic,
    ),
)
