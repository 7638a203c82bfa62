"""Countries by whatever lists and people call them: a code, a name, a nationality, in many languages.

The table is `countries.tsv`: code, display name, ISO 3166-1 alpha-3 code, other spellings separated
by `;`. Codes are ISO 3166-1 alpha-2 in small letters, and beyond it:

* `xk` Kosovo (user-assigned, as the EU, the UN's statisticians and FollowTheMoney write it);
* states that are no more, by their ISO 3166-3 code, because lists name them as places of birth and
  nationalities: `suhh` Soviet Union, `yucs` Yugoslavia, `csxx` Serbia and Montenegro, `cshh`
  Czechoslovakia, `ddde` East Germany, `anhh` Netherlands Antilles. A state that was only renamed
  (Burma, Zaire, Swaziland) has the code it has today.

A territory is counted to the country most of the world counts it to: OFAC's `Region: Crimea` is `ua`,
`Region: Gaza` is `ps`. `Congo` alone is the Republic of the Congo, its short name at the UN and in
ISO. Names that fit two countries (`Korea`, `Dominican`, `Congolese`) are none.
"""

from __future__ import annotations

import pkgutil
import re
import unicodedata
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final

from namesake.model.values import CountryCode

__all__ = ["country_code", "country_name", "like_countries"]

_AROUND: Final = " .,-"


@lru_cache(maxsize=4096)
def country_code(text: str) -> CountryCode | None:
    """The code of the country that `text` names; None when it names none, or could name two.

    Case, diacritics, punctuation, the order of words and "the", "of" and "and" do not matter. Brackets
    that name no other country are passed over when the whole is unknown (`Libya (in custody)`).

    >>> country_code("Korea, North"), country_code("SYRIAN ARAB REPUBLIC"), country_code("Habana")
    ('kp', 'sy', None)
    """
    # One word is not passed over, though Andorra's letters are AND.
    word = text.strip(_AROUND)
    if word.isascii() and word.isalpha():
        return _table().codes.get(word.lower())
    found = _look_up(text)
    if found is None and (brackets := _BRACKETS.search(text)):
        # `Georgia (USA)` is a state of the Union, `Congo (RDC)` not Congo-Brazzaville: so neither.
        outside, inside = _look_up(_BRACKETS.sub(" ", text)), _look_up(brackets[1])
        found = outside if inside in (None, outside) else None
    return found


def country_name(code: str) -> str:
    """The English name to show for a code; the code itself in capitals when it is none of ours.

    >>> country_name("ci")
    "Côte d'Ivoire"
    """
    return _table().names.get(code, code.upper())


def like_countries(text: str) -> list[str]:
    """The names of a few countries that a text which names none may mean, the likest first.

    >>> like_countries("Irann"), like_countries("Korea")
    (['Iran'], ['South Korea', 'North Korea'])
    """
    table, asked = _table(), _key(_plain(" ".join(text.split())))
    near = get_close_matches(asked, table.codes, n=_MOST_LIKE, cutoff=_ALIKE_ENOUGH)
    holding = [spelling for spelling in table.codes if asked and asked in spelling.split()]
    names = dict.fromkeys(table.names[table.codes[spelling]] for spelling in (*near, *holding))
    return list(names)[:_MOST_LIKE]


def _look_up(text: str) -> CountryCode | None:
    return _table().codes.get(_key(_plain(" ".join(text.split()))))


class _Table:
    """`countries.tsv`, read once when first asked."""

    def __init__(self, text: str) -> None:
        self.names: dict[str, str] = {}
        self.codes: dict[str, CountryCode] = {}
        # Folding the whole file at once is what keeps the first call under 5 ms.
        for line, folded in zip(text.splitlines(), _plain(text).splitlines(), strict=True):
            iso, name, _ = line.split("\t", 2)
            code = CountryCode(iso)
            self.names[code] = name
            for spelling in folded.replace("\t", ";").split(";"):
                self.codes[_key(spelling)] = code


@cache
def _table() -> _Table:
    data = pkgutil.get_data(__name__, "countries.tsv")
    assert data is not None, "countries.tsv is part of the package"  # noqa: S101
    return _Table(data.decode())


_MOST_LIKE: Final = 3
_ALIKE_ENOUGH: Final = 0.83
_BRACKETS: Final = re.compile(r"\((.*?)\)")
# Accents of Latin, Greek and Cyrillic letters, vowel signs of Arabic, apostrophes and dots.
_DELETED: Final = re.compile("[\u0300-\u036f\u064b-\u0655\u0670'’‘ʼʻ`´ʿʾ.·]+")
_ALIKE: Final = {
    **dict.fromkeys('!"#$%&()*+,-/:<=>?@[\\]^_{|}~،؛–—−・・\u00a0\u200c\u200e\u200f', " "),
    **{"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"},
    **{"ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه"},
}
_SMALL_WORDS: Final = frozenset({"the", "of", "and"})


def _plain(text: str) -> str:
    """The text without case, accents and punctuation; tabs, line ends and `;` stay."""
    plain = text.casefold()
    if plain.isalnum() and plain.isascii():
        return plain
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    plain = _DELETED.sub("", plain)
    for char, like in _ALIKE.items():  # on 60 KB five times as fast as str.translate
        plain = plain.replace(char, like)
    return plain


def _key(plain: str) -> str:
    """The words that count, in one order: `Korea, North` and `North Korea` are the same."""
    if " " not in plain:
        return plain
    return " ".join(
        sorted("saint" if word == "st" else word for word in plain.split() if word not in _SMALL_WORDS)
    )
