"""Tables of spellings that people and machines take for one another."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "CYRILLIC",
    "GREEK",
    "INVISIBLE",
    "KEYBOARD",
    "OCR",
    "PHONETIC",
    "ROMANISATIONS",
    "SAME_NAMES",
    "TITLES",
    "UNMARKED",
]

# Letters that look like a Latin one. Source: Unicode's confusables.
CYRILLIC: Final = dict(zip("aeopcxyijsABEKMHOPCTXIJS", "аеорсхуіјѕАВЕКМНОРСТХІЈЅ", strict=True))
GREEK: Final = dict(zip("ovABEZHIKMNOPTYX", "ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", strict=True))

# Zero-width spaces and joiners, soft hyphen, byte order mark, marks and isolates of direction,
# grapheme joiner, variation selector: nothing of them shows.
INVISIBLE: Final = (
    "\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u200f", "\u202c", "\u2068",
    "\u2069", "\u034f", "\ufe0f",
)  # fmt: skip

TITLES: Final = (
    "Mr", "Mr.", "Dr.", "Dr", "Sheikh", "Shaykh", "General", "Gen.", "Colonel", "Col.", "Haji", "Hajji",
    "Mullah", "Prof.", "Eng.", "Sayyid", "Maulavi", "Minister", "Capt.", "Major",
)  # fmt: skip

# Latin letters that do not come apart into a letter and a mark.
UNMARKED: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae",
     "Æ": "AE", "œ": "oe", "Œ": "OE", "ð": "d", "þ": "th", "ə": "a", "Ə": "A"}
)  # fmt: skip


def _rules(*rows: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    found = (rule.partition("→") for row in rows for rule in row.split())
    return tuple((re.compile(pattern), other) for pattern, _, other in found)


# A stretch of a word, and how another convention writes it. Context keeps each to names it is true of.
ROMANISATIONS: Final = _rules(
    # Arabic, Persian, Urdu: English, French and scholarly conventions.
    "q(?!u)→k oo(?=[rdfs])→ou ee→i dh→d dj→j aa→a gh(?=[aiou])→g th(?=[aiou])→t ah$→a iyy?a$→ia",
    "(?<![aeiou])ou(?=[^aeioutsgr]|r$|s$|t$)→u (?<=hm)u(?=d)→ou (?<=[bcdhjlmrs])(?<!dim)i(?=[dmr]$)→ee",
    "eddine?$→uddin [ua]dd?in$→eddine (?<=[aeiou])ss(?=[aeiou])→s (?<=[aeiou])mm(?=[aeiou])→m",
    "(?<=s)ei(?=n$)→ai (?<=ul)ei(?=man)→ay ai(?=n$|r$|b$)→ay ay(?=[bdfmns])→ei (?<=[hjm]a)w(?=a)→ou",
    "^j(?=am[aei]l|awad|ab[ei]r|abbar|abal)→dj ^o(?=[ms][am])→u ch(?=eikh|erif|ahin)→sh",
    # Russian, Ukrainian, Bulgarian: GOST, BGN, passports.
    "iy$→y ii$→iy ey$→ei ay$→ai (?<=[^aeiouy])y(?=eva?$)→ (?<=[^aeiouy])iya$→ia (?<=.)kh(?=[aiou])→h",
    "^ye(?=[vlkfg][a-z])→e ^yu(?=[rl])→iu ^ya(?=k|r|sh)→ia ks(?=[aei])→x shch→sch (?<=.)zh→j",
    "ts(?=[vk]|[eo]v)→c",
    # Chinese: pinyin to Wade-Giles. Korean: the conventions of both states.
    "^zh(?=[aou])→ch ^x(?=[iu])→hs ^chong$→jong ^hyon$→hyun ^chol$→cheol",
)

# Whole names that are one name: each row the spellings of one.
SAME_NAMES: Final = tuple(
    tuple(row.split())
    for row in (
        "mohammed muhammad mohamed mohammad mohamad muhammed muhamad", "ahmed ahmad", "hasan hassan",
        "hussein husayn hussain husain hossein hosein", "yusuf yousef youssef yusef yousuf", "umar omar",
        "abdullah abdallah abdulla", "uthman othman", "ibrahim ebrahim", "ismail esmail ismael",
        "khalid khaled", "mahmud mahmoud", "sulayman suleiman soleiman suleyman", "jamal djamel gamal",
        "qasim qasem kassem qassem kasim", "tariq tarek tareq", "rashid rasheed rachid", "karim kareem",
        "saeed said saied", "yasin yassin yaseen", "musa moussa mousa", "isa issa eissa", "hamid hameed",
        "nasir nasser naser", "salih saleh", "faisal faysal feisal", "abdel abdul", "ali aly",
        "aleksandr alexander alexandr", "sergey sergei serguei", "dmitriy dmitry dmitri dmitrii",
        "yevgeniy evgeny evgeniy yevgeny evgenii", "yuriy yuri yury iurii", "aleksey alexei alexey aleksei",
        "nikolay nikolai", "andrey andrei", "vasiliy vasily vasili", "mikhail mihail", "fyodor fedor",
        "pak park", "choe choi", "ri lee yi rhee", "paek baek", "chong jong jung", "kim gim",
        "zhang chang", "zhou chou", "xu hsu", "cai tsai", "zhao chao", "li lee",
    )
)  # fmt: skip

# As somebody writes a name who heard it.
PHONETIC: Final = _rules(
    "ph→f ck→k c(?=[aou])→k c(?=[ei])→s (?<=[aeiou])z(?=[aeiou])→s v→w w→v gh→g th→t kh→k qu→kw q(?!u)→k",
    "x→ks tz→ts ou→u oo→u ee→i ie→i ey$→i ai→ei ay→ai y(?=[^aeiou])→i (?<=[^aeiou])y$→i dj→j sch→sh",
    r"(?<=[aeiou])h$→ (?<=[aeiou])h(?=[^aeioult])→ ([bdfglmnprst])\1→\1 dt$→t (?<=.)d$→t",
)

# What a machine that reads pictures of letters takes for one another.
_OCR: Final = (
    "rn/m m/rn O/0 o/0 l/1 I/1 I/l l/I S/5 B/8 Z/2 G/6 cl/d vv/w w/vv d/cl u/ii e/c h/b M/IVI D/O i/l RN/M"
)
OCR: Final = tuple((letters, other) for pair in _OCR.split() for letters, _, other in (pair.partition("/"),))

# The keys beside each key, on a keyboard of the US.
KEYBOARD: Final = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl",
    "p": "ol", "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv", "g": "fthb", "h": "gyjn", "j": "hukm",
    "k": "jil", "l": "kop", "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm",
    "m": "njk",
}  # fmt: skip
