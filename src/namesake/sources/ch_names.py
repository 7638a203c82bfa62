"""The names of a target on Switzerland's list, put together from their parts.

A name is its parts in the order the file gives them (`family-name`, `given-name`, `whole-name`, ...); their
spellings in other languages and scripts are names too. A name of low quality is a weak alias.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree
from msgspec.structs import replace

from namesake.model.values import Name, Quality
from namesake.sources.xmlstream import child_text, local_name

__all__ = ["names_of"]


def names_of(identities: Iterable[etree._Element]) -> tuple[Name, ...]:
    """The names of the main identity first, and of an identity its primary name first; none twice."""
    found: list[Name] = []
    for identity in sorted(identities, key=lambda one: one.get("main") != "true"):
        names = [child for child in identity if local_name(child) == "name"]
        for name in sorted(names, key=lambda one: one.get("name-type") != "primary-name"):
            found += _spellings(name)
    if found:
        found[0] = replace(found[0], quality=Quality.PRIMARY)
    once: dict[str, Name] = {}
    for made in found:
        once.setdefault(made.text, made)
    return tuple(once.values())


def _spellings(name: etree._Element) -> Iterator[Name]:
    """The name as its parts write it, and in each other language and script in which they are spelled."""
    quality = Quality.STRONG
    if name.get("name-type") == "formerly-known-as":
        quality = Quality.FORMER
    if name.get("quality") == "low":
        quality = Quality.WEAK
    parts = [child for child in name if local_name(child) == "name-part"]
    parts.sort(key=lambda part: int(part.get("order") or 0) if (part.get("order") or "0").isdecimal() else 0)
    plain = [(part.get("name-part-type") or "", child_text(part, "value") or "") for part in parts]
    if made := _made_of(plain, quality, _LANGUAGES.get(name.get("lang") or "")):
        yield made
    variants: dict[tuple[str, str], dict[int, str]] = {}
    for place, part in enumerate(parts):
        for child in part:
            if local_name(child) == "spelling-variant" and (text := " ".join((child.text or "").split())):
                key = child.get("lang") or "", child.get("script") or ""
                variants.setdefault(key, {})[place] = text
    for (language, _), texts in variants.items():
        # A part without a spelling of its own, as a title often is, stands as it is in another spelling.
        spelled = [(type_, texts.get(place, value)) for place, (type_, value) in enumerate(plain)]
        if made := _made_of(spelled, quality, _LANGUAGES.get(language)):
            yield made


def _made_of(parts: list[tuple[str, str]], quality: Quality, language: str | None) -> Name | None:
    kept = [(type_, " ".join(value.split())) for type_, value in parts if value.strip()]
    text = " ".join(value for type_, value in kept if type_ not in _NOT_IN_NAME)
    given = " ".join(value for type_, value in kept if type_ in _GIVEN) or None
    family = " ".join(value for type_, value in kept if type_ in _FAMILY) or None
    return Name(text, quality, language, given, family) if any(map(str.isalnum, text)) else None


_GIVEN: Final = ("given-name", "further-given-name")
_FAMILY: Final = ("family-name",)
_NOT_IN_NAME: Final = ("title", "maiden-name")
_LANGUAGES: Final = {
    "eng": "en", "ger": "de", "fre": "fr", "ita": "it", "ara": "ar", "rus": "ru", "per": "fa", "chi": "zh",
    "kor": "ko", "ukr": "uk", "bel": "be", "spa": "es",
}  # fmt: skip
