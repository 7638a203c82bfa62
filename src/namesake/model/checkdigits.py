"""Which identifiers are written as their issuer writes them: lengths, letters and check digits.

Sources: IMO resolution A.1117(30), ISO 17442 (LEI), ISO 9362 (BIC), ISO 13616 (IBAN), ISO 6166 (ISIN),
ITU-R M.585 (MMSI), the Russian tax service's orders on INN and OGRN, GB 32100 (China's USCC), BIP 173
and 350 (bech32), and Base58Check of the first Bitcoin client.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from namesake.model.countries import country_code
from namesake.model.values import Identifier, IdentifierType

__all__ = ["compact", "fault", "is_ships", "is_unique"]

# Capitals of Cyrillic documents that are printed, and typed, as the Latin letters they look like.
_LOOKALIKES: Final = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
# Labels that stand within the value (the EU's `ИНН 7717653542`), after the look-alikes were replaced.
_LABEL: Final = re.compile(r"^(?:IMO|MMSI|INN|ИHH|OGRN|OГPH|KPP|KПП|TIN|BITCOINCASH)(?=[0-9]|Q)")
_LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_USCC: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def compact(value: str) -> str:
    """An identifier's letters and digits, in capitals and ASCII digits, without a label in front.

    >>> compact("№ 0078-11636632"), compact("imo ٩١٨٧٦٢٩"), compact("ИНН 7717653542")
    ('007811636632', '9187629', '7717653542')
    """
    plain = unicodedata.normalize("NFKC", value.replace("№", " ")).upper()
    plain = "".join(str(unicodedata.decimal(char, char)) for char in plain if char.isalnum())
    return _LABEL.sub("", plain.translate(_LOOKALIKES))


def fault(identifier: Identifier) -> str | None:
    """What is wrong with an identifier of a kind that can be checked; None when nothing is, or none can be.

    >>> fault(Identifier(IdentifierType.IMO, "9187628"))
    'it is no IMO number: its check digit or length is wrong'
    """
    known = _check_of(identifier)
    if known is None:
        return None
    name, check = known
    return None if check(identifier.value) else f"it is no {name}: its check digit or length is wrong"


def is_unique(identifier: Identifier) -> bool:
    """Whether it is well formed and of a kind that is given to one bearer only in the whole world."""
    known = _check_of(identifier)
    return known is not None and known[1](identifier.value)


_Check = tuple[str, Callable[[str], bool]]


def _check_of(identifier: Identifier) -> _Check | None:
    """What its kind is called and how it is checked."""
    if identifier.type in _CHECKS:
        return _CHECKS[identifier.type]
    size, label = len(compact(identifier.value)), (identifier.label or "").upper()
    if label in ("INN", "OGRN"):
        return _INN if label == "INN" else _OGRN
    # Russian and Chinese companies have other numbers too, of other lengths.
    if identifier.country == "ru" and identifier.type in _OF_COMPANIES:
        return {10: _INN, 12: _INN, 13: _OGRN, 15: _OGRN}.get(size)
    if (identifier.country == "cn" and identifier.type in _OF_COMPANIES and size == 18) or "USCC" in label:
        return "Chinese social credit code", _is_uscc
    return None


def is_ships(value: str) -> bool:
    """Whether an IMO number has the check digit of a ship's; a shipping company's has another.

    >>> is_ships("IMO 9187629"), is_ships("9187630")
    (True, False)
    """
    if not _SEVEN.fullmatch(compact(value)):
        return False
    *digits, last = map(int, compact(value))
    return last == _weighted(digits, (7, 6, 5, 4, 3, 2)) % 10


def _is_imo(value: str) -> bool:
    """A ship's number, or a shipping company's, which has another check digit."""
    if not _SEVEN.fullmatch(compact(value)):
        return False
    *digits, last = map(int, compact(value))
    return is_ships(value) or last == (11 - _weighted(digits, (8, 6, 4, 2, 9, 7)) % 11) % 10


_SEVEN: Final = re.compile("[0-9]{7}")


def _is_mmsi(value: str) -> bool:
    return bool(re.fullmatch(r"[2-7][0-9]{8}", compact(value)))


def _is_lei(value: str) -> bool:
    plain = compact(value)
    return bool(re.fullmatch(r"[0-9A-Z]{18}[0-9]{2}", plain)) and _number(plain) % 97 == 1


def _is_bic(value: str) -> bool:
    found = re.fullmatch(r"[0-9A-Z]{4}([A-Z]{2})[0-9A-Z]{2}(?:[0-9A-Z]{3})?", compact(value))
    return found is not None and country_code(found[1]) is not None


def _is_iban(value: str) -> bool:
    plain = compact(value)
    shaped = re.fullmatch(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}", plain)
    return shaped is not None and _number(plain[4:] + plain[:4]) % 97 == 1


def _is_isin(value: str) -> bool:
    plain = compact(value)
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{9}[0-9]", plain):
        return False
    digits = [int(digit) for digit in str(_number(plain))][::-1]
    doubled = (sum(divmod(digit * 2, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_duns(value: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{9}", compact(value)))


def _is_inn(value: str) -> bool:
    """Ten digits for a company, twelve, of which two are checks, for a person."""
    plain = compact(value)
    if not re.fullmatch(r"[0-9]{10}|[0-9]{12}", plain) or not plain.strip("0"):
        return False
    digits = [int(digit) for digit in plain]
    weights = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
    return all(
        digits[place] == _weighted(digits[:place], weights[-place:]) % 11 % 10
        for place in ((9,) if len(digits) == 10 else (10, 11))
    )


def _is_ogrn(value: str) -> bool:
    plain = compact(value)
    if not re.fullmatch(r"[1-9][0-9]{12}(?:[0-9]{2})?", plain):
        return False
    return int(plain[:-1]) % (len(plain) - 2) % 10 == int(plain[-1])


def _is_uscc(value: str) -> bool:
    plain = compact(value)
    if len(plain) != 18 or not set(plain) <= set(_USCC):
        return False
    total = sum(_USCC.index(char) * pow(3, place, 31) for place, char in enumerate(plain[:17]))
    return _USCC.index(plain[17]) == -total % 31


def _is_wallet(value: str) -> bool:
    """A wallet's address; capitals count in Base58. Of most other currencies only the length is known."""
    plain = re.sub(r"\s", "", value)
    if plain.lower().startswith("0x"):
        return bool(re.fullmatch(r"0[xX][0-9a-fA-F]{40}", plain))
    if re.match(r"(bc|tb|ltc)1", plain.lower()):
        return _is_bech32(plain)
    if re.fullmatch(r"[13LMTDX][0-9A-Za-z]{24,35}", plain):
        return set(plain) <= set(_BASE58) and _is_base58check(plain)
    return len(plain) >= 25


def _is_base58check(plain: str) -> bool:
    number = 0
    for char in plain:
        number = number * 58 + _BASE58.index(char)
    content = number.to_bytes((number.bit_length() + 7) // 8, "big")
    content = bytes(len(plain) - len(plain.lstrip("1"))) + content
    body, check = content[:-4], content[-4:]
    return hashlib.sha256(hashlib.sha256(body).digest()).digest()[:4] == check


def _is_bech32(plain: str) -> bool:
    if plain not in (plain.lower(), plain.upper()):
        return False
    prefix, _, data = plain.lower().rpartition("1")
    if len(data) < 6 or not set(data) <= set(_BECH32):
        return False
    spread = [*(ord(char) >> 5 for char in prefix), 0, *(ord(char) & 31 for char in prefix)]
    rest = 1
    for value in (*spread, *map(_BECH32.index, data)):
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, term in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            rest ^= term if top >> place & 1 else 0
    return rest in (1, 0x2BC830A3)  # bech32, and bech32m of newer addresses


def _weighted(digits: list[int], weights: tuple[int, ...]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True))


def _number(plain: str) -> int:
    """Its letters as numbers, A being 10 and Z 35."""
    return int("".join(str(_LETTERS.index(char)) for char in plain))


_INN: Final[_Check] = ("Russian tax number (INN)", _is_inn)
_OGRN: Final[_Check] = ("Russian registration number (OGRN)", _is_ogrn)
_OF_COMPANIES: Final = (IdentifierType.TAX_ID, IdentifierType.REGISTRATION)
_CHECKS: Final[dict[IdentifierType, _Check]] = {
    IdentifierType.IMO: ("IMO number", _is_imo),
    IdentifierType.MMSI: ("MMSI", _is_mmsi),
    IdentifierType.LEI: ("LEI", _is_lei),
    IdentifierType.BIC: ("BIC", _is_bic),
    IdentifierType.IBAN: ("IBAN", _is_iban),
    IdentifierType.ISIN: ("ISIN", _is_isin),
    IdentifierType.DUNS: ("D-U-N-S number", _is_duns),
    IdentifierType.WALLET: ("wallet address", _is_wallet),
}
