"""Ways in which a listed name reaches a screening spelled otherwise, each with how often it must be found.

Every way is a pure function of a source of chance and a name; `variants` draws spellings of a name that
repeat with the seed, whatever else is drawn.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Final, NamedTuple

from namesake.quality import respelling
from namesake.quality.pieces import PARTICLES, given_and_family, pieces, replaced, units
from namesake.quality.spellings import TITLES

__all__ = ["PERTURBATIONS", "VARIANTS", "Perturbation", "variants"]

VARIANTS: Final = 2
_DRAWS: Final = 6  # for each variant wanted: a name may have one way only of being perturbed

_DROPPED: Final = PARTICLES - {"abu", "an", "as"}

Way = Callable[[random.Random, str], str | None]


class Perturbation(NamedTuple):
    """A way of spelling a name otherwise.

    Attributes:
        title: what it does, for people.
        bar: the share of such spellings that must be found, 0 to 1.
        way: the function; None where it does not apply to a name.
    """

    title: str
    bar: float
    way: Way


def variants(perturbation: Perturbation, name: str, *, seed: int, count: int = VARIANTS) -> tuple[str, ...]:
    """Up to `count` different spellings of a name, none of them the name itself; the same for a seed."""
    chance = random.Random(f"{seed}|{perturbation.title}|{name}")  # noqa: S311  # nothing secret
    found: dict[str, None] = {}
    for _ in range(_DRAWS * count):
        made = perturbation.way(chance, name)
        if len(found) == count:
            break
        if made and made.strip() and made != name:
            found[made] = None
    return tuple(found)


def punctuated(chance: random.Random, name: str) -> str | None:
    """Signs between words left out, put in or exchanged; apostrophes too."""
    ways: list[Callable[[], str]] = [
        lambda: re.sub(r"\s+", chance.choice(("-", ". ", "_", " - ", "/", ";")), name),
        lambda: re.sub(r"[-,.]+", " ", name),
        lambda: re.sub(r"['’‘`ʼ]", chance.choice(("", "’", "`", "ʼ")), name),
        lambda: re.sub(r"(?<=\w)(?=$|\s)", chance.choice((".", ",", ";")), name),
        lambda: f'"{name}"',
    ]
    chance.shuffle(ways)
    return next((made for way in ways if (made := way()) != name), None)


def reordered(chance: random.Random, name: str) -> str | None:
    """Its words in another order, particles with the word they belong to; no comma says which is which."""
    found = [unit.text for unit in units(name)]
    if len(set(found)) < 2:
        return None
    shuffled = found
    while shuffled == found:
        shuffled = chance.sample(found, len(found))
    return " ".join(shuffled)


def without_particle(chance: random.Random, name: str) -> str | None:
    """One article or word of descent left out."""
    words = pieces(name)
    places = [
        number
        for number, (word, after) in enumerate(pairwise(words))
        if word.text.lower() in _DROPPED
        and "," not in name[word.end : after.start]
        # `Le`, `Do` and `Van` are family names too, where no comma tells.
        and (number or "," in name or word.text.lower() in ("al", "el"))
    ]
    if not places:
        return None
    number = chance.choice(places)
    return name[: words[number].start] + name[words[number + 1].start :]


def with_title(chance: random.Random, name: str) -> str:
    """A title before the name, or before the given names where a comma tells them."""
    title = chance.choice(TITLES)
    before, comma, after = name.partition(",")
    if comma and chance.random() < 0.5:
        return f"{before}, {title} {after.strip()}"
    return f"{title} {name}"


def without_middle(chance: random.Random, name: str) -> str | None:
    """A word left out that is neither the first given name nor the family name."""
    given, family = given_and_family(name)
    if len(given) < 2 or not family:
        return None
    place = chance.randrange(1, len(given))
    kept = " ".join([*given[:place], *given[place + 1 :]])
    return f"{' '.join(family)}, {kept}" if "," in name else f"{kept} {' '.join(family)}"


def joined(chance: random.Random, name: str) -> str | None:
    """Two neighbouring words written together; given name and family name where there are no others."""
    words = pieces(name)
    pairs = [pair for pair in pairwise(words) if "," not in name[pair[0].end : pair[1].start]]
    if pairs:
        first, second = chance.choice(pairs)
        return name[: first.end] + name[second.start :]
    given, family = given_and_family(name)
    return "".join([*given, *family]) if given and family else None


def split(chance: random.Random, name: str) -> str | None:
    """A word of five letters or more written as two."""
    words = [word for word in respelling.long_words(name, 5) if word.text.isalpha()]
    if not words:
        return None
    word = chance.choice(words)
    place = chance.randrange(2, len(word.text) - 1)
    return replaced(name, word, f"{word.text[:place]} {word.text[place:]}")


def truncated(chance: random.Random, name: str) -> str | None:
    """The last word cut to half its letters, three at least, as a short field cuts it."""
    words = pieces(name)
    if not words or len(words[-1].text) < 4 or len(words) < 2:
        return None
    return name[: words[-1].start] + words[-1].text[: max(3, (len(words[-1].text) + 1) // 2)]


def initials(chance: random.Random, name: str) -> str | None:
    """The given names as their first letters."""
    given, family = given_and_family(name)
    if not given or not family:
        return None
    dot = chance.choice((".", ""))
    letters = " ".join(pieces(unit)[-1].text[0].upper() + dot for unit in given)
    last = " ".join(family)
    return f"{last}, {letters}" if "," in name and chance.random() < 0.5 else f"{letters} {last}"


PERTURBATIONS: Final = (
    Perturbation("look-alike letters", 1.00, respelling.look_alikes),
    Perturbation("invisible characters", 1.00, respelling.invisible),
    Perturbation("punctuation", 1.00, punctuated),
    Perturbation("order of words", 1.00, reordered),
    Perturbation("particle dropped", 1.00, without_particle),
    Perturbation("title added", 1.00, with_title),
    Perturbation("accents stripped", 1.00, respelling.without_marks),
    Perturbation("another romanisation", 0.98, respelling.romanised),
    Perturbation("phonetic respelling", 0.98, respelling.phonetic),
    Perturbation("letter doubled", 0.98, respelling.doubled),
    Perturbation("letters transposed", 0.98, respelling.transposed),
    Perturbation("keyboard typo", 0.98, respelling.mistyped),
    Perturbation("middle word dropped", 0.98, without_middle),
    Perturbation("words joined", 0.98, joined),
    Perturbation("word split", 0.98, split),
    Perturbation("misread by a scanner", 0.95, respelling.misread),
    Perturbation("last word truncated", 0.90, truncated),
    Perturbation("vowels dropped", 0.90, respelling.without_vowels),
    Perturbation("given names to initials", 0.85, initials),
)
