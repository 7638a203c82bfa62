"""Bytes to characters: in which encoding a text was written down."""

from __future__ import annotations

import codecs
import re
from typing import Final

from namesake.errors import InputError
from namesake.text.language_guess import language_of

__all__ = ["decoded"]

_BOMS: Final = (  # that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:\-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:\-]{2,40})",
    re.IGNORECASE,
)
# As the HTML standard reads these names: pages so declared are written in Windows' larger sets.
_WIDER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# What texts are written in besides Unicode, tried in this order where several fit.
_USUAL: Final = [
    "cp1252", "cp1251", "cp1256", "cp1250", "cp1254", "cp1253", "cp1255", "koi8_r", "koi8_u",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "iso8859_2", "iso8859_5", "iso8859_6", "cp866",
]  # fmt: skip
# Languages whose texts are in Windows' Western set. It shares so many letters with the Central European and
# the Turkish one that only the language tells them apart: its small words are mostly of letters that all
# three share.
_WESTERN: Final = frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "id"})
_HEAD = 4_096
# Enough to tell an encoding by; guessing from all of a long text takes minutes.
_SAMPLE = 65_536


def decoded(content: bytes, *, what: str) -> tuple[str, tuple[str, ...]]:
    """The characters of `content`, and warnings where they are guessed or damaged.

    A byte order mark decides, then valid UTF-8, then what a page declares of itself, then what the bytes
    look like. UTF-8 with a few invalid bytes is read, each shown as U+FFFD.

    Args:
        content: a whole file.
        what: what the content is called in messages.

    Raises:
        InputError: it is no text, or of an encoding that can't be told.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _read(content[len(mark) :], encoding, what)
    for magic, kind in _OTHER_FILES:
        if content.startswith(magic):
            raise InputError(
                f"{what} is {kind}, no plain text or HTML. Save its text as a .txt file and read that."
            )
    if wide := _utf16_without_mark(content[:_HEAD]):
        return _read(content, wide, what)
    if _is_binary(content[:_HEAD]):
        raise InputError(f"{what} is no text: it is full of control characters. Give plain text or HTML.")
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        first = error.start
    if (declared := _declared(content[:_HEAD])) and declared != "utf-8":
        return _read(content, declared, what)
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if declared == "utf-8" or _is_nearly_utf8(text, broken):
        return text, (_damaged("UTF-8", broken, first),)
    return _guessed(content, first, what)


def _read(content: bytes, encoding: str, what: str) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError as error:
        text = content.decode(encoding, errors="replace")
        if len(text) > 8 and text.count("\ufffd") > len(text) / 4:
            raise InputError(
                f"{what} says it is {encoding.upper()}, and most of its bytes are not. "
                "Save it as UTF-8 and read that."
            ) from None
        return text, (_damaged(encoding.upper(), text.count("\ufffd"), error.start),)


def _damaged(encoding: str, count: int, first: int) -> str:
    places = "1 place is" if count == 1 else f"{count:,} places are"
    return (
        f"{places} no valid {encoding}, the first at byte {first:,}, and shown as \ufffd: "
        "a name there may be missed."
    )


def _utf16_without_mark(head: bytes) -> str | None:
    """UTF-16 as Windows tools leave it: every other byte of Latin text is zero."""
    half = len(head) // 2
    if half < 4:
        return None
    low, high = head[0::2].count(0), head[1::2].count(0)
    if high > half * 0.4 and low < half * 0.05:
        return "utf-16-le"
    if low > half * 0.4 and high < half * 0.05:
        return "utf-16-be"
    return None


def _is_binary(head: bytes) -> bool:
    control = sum(head.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b")
    return control > max(2, len(head) // 10)


def _declared(head: bytes) -> str | None:
    if (match := _DECLARED.search(head)) is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # what could be read as ASCII so far is none of these
    return _WIDER.get(name, name)


def _is_nearly_utf8(text: str, broken: int) -> bool:
    """Whether few of the characters beyond ASCII are broken; in another encoding nearly all are."""
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return broken * 5 < beyond or (broken == 1 and text.endswith("\ufffd"))


def _guessed(content: bytes, first: int, what: str) -> tuple[str, tuple[str, ...]]:
    begin = max(0, first - 1_000)
    sample = content[begin : begin + _SAMPLE]
    western = language_of(sample.decode("cp1252", errors="replace")) in _WESTERN
    encoding = "cp1252" if western else _likely(sample)
    if encoding is None:
        raise InputError(
            f"{what} is in an encoding that can't be told: byte {first:,} is no UTF-8, and no other usual "
            "encoding fits. Save it as UTF-8 and read that."
        )
    text = content.decode(encoding, errors="replace")
    return text, (
        f"It is no UTF-8 and was read as {encoding}, which is a guess: look whether names read well.",
    )


def _likely(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes  # takes 30 ms to load, and hardly a text needs it

    best = from_bytes(sample, cp_isolation=_USUAL, preemptive_behaviour=False).best()
    return best.encoding if best else None
